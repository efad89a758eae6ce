//! A namer of somebody's own: a program that is asked for the names in texts, and answers with spans.
//!
//! `docs/external-tagger.md` tells what passes between the two. A thread of its own owns the program (see [`server`]);
//! whoever wants names waits for it only as long as nobody wants something newer.

mod answer;
mod complaints;
mod labels;
mod leash;
mod parcel;
mod process;
mod request;
mod server;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::choice::Tell;
use super::{Context, Learner, Mention, Namer};
use crate::text::Text;
pub use leash::Leash;
use server::{Job, Server};

/// How long somebody who waits for names looks away from whether they are still wanted.
const GLANCE: Duration = Duration::from_millis(20);

/// Finds names by asking a program.
pub(super) struct External {
    jobs: Sender<Job>,
    usual: Arc<dyn Namer>,
}

impl External {
    /// Asks this program, which is started when it is first needed, and may take that long for an answer. Where it fails,
    /// `tell` hears of it, and `usual` does its work. It is ended when the leash is dropped.
    pub(super) fn new(
        command: &[String],
        timeout: Duration,
        usual: Arc<dyn Namer>,
        tell: Tell,
    ) -> (Self, Leash) {
        let leash = Leash::default();
        let server = Server::new(command, timeout, leash.grip(), tell);
        let (jobs, waiting) = mpsc::channel();
        // Without a thread nobody takes the jobs, and the usual namer does the work.
        drop(thread::Builder::new().name("external-tagger".to_owned()).spawn(move || server.serve(&waiting)));
        (Self { jobs, usual }, leash)
    }
}

impl Namer for External {
    fn names(
        &self,
        text: &Text,
        context: &Context,
        figures: &[Mention],
        stop: &dyn Fn() -> bool,
    ) -> Vec<Mention> {
        let (reply, answer) = mpsc::channel();
        let cancelled = Arc::new(AtomicBool::new(false));
        let job = Job { text: text.clone(), context: context.clone(), cancelled: cancelled.clone(), reply };
        if self.jobs.send(job).is_err() {
            return self.usual.names(text, context, figures, stop);
        }
        loop {
            match answer.recv_timeout(GLANCE) {
                Ok(Some(mentions)) => return mentions,
                Ok(None) | Err(RecvTimeoutError::Disconnected) => {
                    return self.usual.names(text, context, figures, stop);
                }
                Err(RecvTimeoutError::Timeout) if stop() => {
                    cancelled.store(true, Ordering::Relaxed);
                    return Vec::new();
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

impl Learner for External {
    fn study(&self, documents: &mut dyn Iterator<Item = (Text, Context)>) {
        self.usual.study(documents);
    }

    fn learnt(&self) -> Option<Vec<u8>> {
        self.usual.learnt()
    }

    fn recall(&self, learnt: &[u8]) -> bool {
        self.usual.recall(learnt)
    }

    fn rest(&self) {
        self.usual.rest();
    }

    fn sleep(&self) {
        self.usual.sleep();
    }
}

#[cfg(all(test, unix))]
mod tests;
