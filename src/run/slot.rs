//! A worker that does only the newest job: a newer one takes the place of the one that waits, and the one
//! that is being done is told to stop. It has no thread until there is a first job: most questions are never asked.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use crate::corpus::panic_message;

/// What waits to be done, with its number.
struct Waiting<T> {
    job: Mutex<Option<(u64, T)>>,
    came: Condvar,
    newest: AtomicU64,
}

/// A worker with one place to wait in.
pub(super) struct Slot<T> {
    waiting: Arc<Waiting<T>>,
    /// Starts its thread; nothing once that was done.
    start: Cell<Option<Box<dyn FnOnce()>>>,
}

impl<T: Send + 'static> Slot<T> {
    /// A worker of that name. `work` gets a job and a question that says whether a newer one has come; `failed`
    /// is told, in words, when `work` panics, and the worker goes on with the next job, or that the system has no thread
    /// to give.
    pub(super) fn new(
        name: &'static str,
        mut work: impl FnMut(T, &(dyn Fn() -> bool + Sync)) + Send + 'static,
        failed: impl Fn(String) + Clone + Send + 'static,
    ) -> Self {
        let waiting =
            Arc::new(Waiting { job: Mutex::new(None), came: Condvar::new(), newest: AtomicU64::new(0) });
        let shared = waiting.clone();
        let start = move || {
            let refused = failed.clone();
            let work = move || {
                loop {
                    let (number, job) = shared.take();
                    let stop = || shared.newest.load(Ordering::Relaxed) != number;
                    // Nothing that a panic leaves half done is used again but the worker's own scratch memory.
                    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| work(job, &stop))) {
                        failed(panic_message(&*panic));
                    }
                }
            };
            if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(work) {
                refused(error.to_string());
            }
        };
        Self { waiting, start: Cell::new(Some(Box::new(start))) }
    }

    /// Hands over a job; an older one that still waits is dropped, and one being done is told to stop.
    pub(super) fn put(&self, job: T) {
        let number = self.waiting.newest.fetch_add(1, Ordering::Relaxed) + 1;
        // A panic can't happen while the lock is held, so a poisoned lock holds nothing bad.
        *self.waiting.job.lock().unwrap_or_else(PoisonError::into_inner) = Some((number, job));
        self.waiting.came.notify_one();
        if let Some(start) = self.start.take() {
            start();
        }
    }
}

impl<T> Waiting<T> {
    fn take(&self) -> (u64, T) {
        let mut job = self.job.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match job.take() {
                Some(job) => return job,
                None => job = self.came.wait(job).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_panic_is_told_and_the_next_job_is_done() {
        let (sender, receiver) = mpsc::channel();
        let failed = sender.clone();
        let work = move |job: u32, _: &(dyn Fn() -> bool + Sync)| {
            assert!(job != 1, "job {job} is bad");
            sender.send(job.to_string()).unwrap();
        };
        let slot = Slot::new("test", work, move |reason| failed.send(reason).unwrap());
        slot.put(1);
        assert_eq!(receiver.recv().unwrap(), "job 1 is bad");
        slot.put(2);
        assert_eq!(receiver.recv().unwrap(), "2");
    }

    #[test]
    fn a_newer_job_stops_the_older_one() {
        let (sender, receiver) = mpsc::channel();
        let work = move |job: u32, stop: &(dyn Fn() -> bool + Sync)| {
            sender.send((job, false)).unwrap();
            while job == 1 && !stop() {
                thread::yield_now();
            }
            sender.send((job, true)).unwrap();
        };
        let slot = Slot::new("test", work, |reason| panic!("{reason}"));
        slot.put(1);
        assert_eq!(receiver.recv().unwrap(), (1, false));
        slot.put(2);
        assert_eq!(receiver.recv().unwrap(), (1, true));
        assert_eq!(receiver.recv().unwrap(), (2, false));
    }
}
