//! What is written down of a panic: a file that a person can send with a report. It may quote what ibid was reading, so
//! it stays on this machine unless they do.

use std::backtrace::Backtrace;
use std::fs;
use std::io::{self, Write};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::external::private;
use crate::log;

/// The folder in the cache directory.
const FOLDER: &str = "crashes";

/// Reports that one run writes at most: a file that makes each try panic would else fill the disk.
const MOST_OF_A_RUN: usize = 5;

/// Reports that are kept, the newest.
const KEPT: usize = 20;

/// Characters of the message that are written.
const MESSAGE: usize = 4000;

/// Where reports go. A panic has no other way to know it.
static REPORTS: OnceLock<PathBuf> = OnceLock::new();

/// How many were written.
static WRITTEN: AtomicUsize = AtomicUsize::new(0);

/// From now on panics are written down there.
pub(super) fn keep_in(cache: &Path) {
    // Only tests come here twice, and the first folder is as good.
    let _ = REPORTS.set(cache.join(FOLDER));
}

/// How many reports there are in a cache directory.
pub fn crash_reports(cache: &Path) -> usize {
    fs::read_dir(cache.join(FOLDER)).map_or(0, Iterator::count)
}

/// What a person can do about a panic.
pub(super) fn remedy() -> String {
    match REPORTS.get() {
        Some(folder) => format!("please report this, with the newest file in {}", folder.display()),
        None => "please report this".to_owned(),
    }
}

/// Writes a panic down, as far as that can be done.
pub(super) fn write(info: &PanicHookInfo<'_>) {
    log::note("panic", "caught", &[]);
    let Some(folder) = REPORTS.get() else { return };
    let number = WRITTEN.fetch_add(1, Ordering::SeqCst);
    if number < MOST_OF_A_RUN {
        let message: String = info.to_string().chars().take(MESSAGE).collect();
        let thread = thread::current();
        let report = format!(
            "ibid {} on {} {}\nthread {}\n{message}\n\n{}\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            thread.name().unwrap_or("without a name"),
            Backtrace::force_capture()
        );
        // Nobody is left to whom a failure could be told.
        let _ = put(folder, number, &report);
    }
}

/// Puts a report into the folder, and takes the oldest away.
fn put(folder: &Path, number: usize, report: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let now = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%S");
    let path = folder.join(format!("{now}-{}-{number}.txt", std::process::id()));
    private().create_new(true).open(path)?.write_all(report.as_bytes())?;
    let mut reports: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    // Their names begin with the time.
    reports.sort();
    let old = reports.len().saturating_sub(KEPT);
    reports.iter().take(old).try_for_each(fs::remove_file)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_newest_reports_are_kept() {
        let folder = tempfile::TempDir::new().unwrap();
        fs::write(folder.path().join("20000101T000000-1-0.txt"), "old").unwrap();
        for number in 0..KEPT {
            put(folder.path(), number, "new").unwrap();
        }
        let reports: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
            .collect();
        assert_eq!((reports.len(), reports.iter().any(|report| report == "old")), (KEPT, false));
    }
}
