//! The walk over the folders of a collection, and the lots in which it hands over what it finds.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::time::{Duration, Instant};

use super::intake::BATCH;
use crate::corpus::{self, LeftOut, Step};

/// Files that may have been found and not yet looked at.
const AHEAD: usize = 100_000;

/// So long a file that was found waits for others, so that they are handed over together.
const SOON: Duration = Duration::from_millis(5);

/// What the walk has found so far, and whether it has ended.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub(super) files: AtomicUsize,
    pub(super) bytes: AtomicU64,
    pub(super) done: AtomicBool,
}

/// A queue for the lots: a queue has room for all that it may hold from the beginning.
pub(super) fn queue() -> (SyncSender<Vec<Step>>, Receiver<Vec<Step>>) {
    mpsc::sync_channel(AHEAD / BATCH)
}

/// Walks over the paths, and says what was left out. The first files are handed over at once, then more and more together.
pub(super) fn walk(paths: &[PathBuf], steps: &SyncSender<Vec<Step>>, walked: &Walked) -> LeftOut {
    let (mut lot, mut full, mut handed) = (Vec::new(), 1, Instant::now());
    let mut found = |step: Step| {
        if let Step::File(file) = &step {
            walked.files.fetch_add(1, Ordering::Relaxed);
            walked.bytes.fetch_add(file.size, Ordering::Relaxed);
        }
        lot.push(step);
        if lot.len() >= full || handed.elapsed() >= SOON {
            // The reader goes on as long as there is something to send.
            drop(steps.send(std::mem::take(&mut lot)));
            (full, handed) = ((2 * full).min(BATCH), Instant::now());
        }
    };
    let left_out = corpus::walk(paths, &mut found, &|| false);
    drop(steps.send(lot));
    walked.done.store(true, Ordering::Relaxed);
    left_out
}
