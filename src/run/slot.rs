//! A worker that does only the newest job: a newer one takes the place of the one that waits, and the one
//! that is being done is told to stop. It has no thread until there is a first job: most questions are never asked.
//! Where a job can't be stopped half-way, the worker may have other threads, so that the newest doesn't wait for it.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::corpus::panic_message;

/// What waits to be done, with its number.
struct Waiting<T> {
    place: Mutex<Place<T>>,
    came: Condvar,
    newest: AtomicU64,
}

/// The place to wait in.
struct Place<T> {
    job: Option<(u64, T)>,
    /// How many threads wait for one.
    idle: usize,
}

/// A worker with one place to wait in.
pub(super) struct Slot<T> {
    waiting: Arc<Waiting<T>>,
    /// Each starts a thread that wasn't needed yet.
    starts: RefCell<Vec<Box<dyn FnOnce()>>>,
}

impl<T: Send + 'static> Slot<T> {
    /// A worker of that name with one thread. `work` gets a job and a question that says whether a newer one has come;
    /// `failed` is told, in words, when `work` panics, and the worker goes on with the next job, or that the system has no
    /// thread to give.
    pub(super) fn new(
        name: &'static str,
        work: impl FnMut(T, &(dyn Fn() -> bool + Sync)) + Send + 'static,
        failed: impl Fn(String) + Clone + Send + 'static,
    ) -> Self {
        let slot = Self::without_threads();
        slot.add(name, work, failed);
        slot
    }

    /// The same with up to `threads` threads, for jobs that don't stop when they are told to: a new one is begun beside them.
    pub(super) fn with_threads(
        threads: usize,
        name: &'static str,
        work: impl FnMut(T, &(dyn Fn() -> bool + Sync)) + Clone + Send + 'static,
        failed: impl Fn(String) + Clone + Send + 'static,
    ) -> Self {
        let slot = Self::without_threads();
        (0..threads).for_each(|_| slot.add(name, work.clone(), failed.clone()));
        slot
    }

    fn without_threads() -> Self {
        let place = Mutex::new(Place { job: None, idle: 0 });
        let waiting = Arc::new(Waiting { place, came: Condvar::new(), newest: AtomicU64::new(0) });
        Self { waiting, starts: RefCell::default() }
    }

    /// Prepares a thread.
    fn add(
        &self,
        name: &'static str,
        mut work: impl FnMut(T, &(dyn Fn() -> bool + Sync)) + Send + 'static,
        failed: impl Fn(String) + Clone + Send + 'static,
    ) {
        let shared = self.waiting.clone();
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
        self.starts.borrow_mut().push(Box::new(start));
    }

    /// Hands over a job; an older one that still waits is dropped, and one being done is told to stop.
    pub(super) fn put(&self, job: T) {
        let number = self.waiting.newest.fetch_add(1, Ordering::Relaxed) + 1;
        let mut place = self.waiting.place();
        place.job = Some((number, job));
        let all_busy = place.idle == 0;
        drop(place);
        self.waiting.came.notify_one();
        let start = if all_busy { self.starts.borrow_mut().pop() } else { None };
        start.into_iter().for_each(|start| start());
    }
}

impl<T> Waiting<T> {
    fn place(&self) -> MutexGuard<'_, Place<T>> {
        // A panic can't happen while the lock is held, so a poisoned lock holds nothing bad.
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> (u64, T) {
        let mut place = self.place();
        place.idle += 1;
        loop {
            match place.job.take() {
                Some(job) => {
                    place.idle -= 1;
                    return job;
                }
                None => place = self.came.wait(place).unwrap_or_else(PoisonError::into_inner),
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

    #[test]
    fn a_job_that_doesnt_stop_holds_up_no_newer_one_where_there_are_threads() {
        let (sender, receiver) = mpsc::channel();
        let (go, gone) = mpsc::channel::<()>();
        let gone = Arc::new(Mutex::new(gone));
        let work = move |job: u32, _: &(dyn Fn() -> bool + Sync)| {
            sender.send((job, false)).unwrap();
            if job == 1 {
                gone.lock().unwrap().recv().unwrap();
            }
            sender.send((job, true)).unwrap();
        };
        let slot = Slot::with_threads(2, "test", work, |reason| panic!("{reason}"));
        slot.put(1);
        assert_eq!(receiver.recv().unwrap(), (1, false));
        slot.put(2);
        assert_eq!((receiver.recv().unwrap(), receiver.recv().unwrap()), ((2, false), (2, true)));
        go.send(()).unwrap();
        assert_eq!(receiver.recv().unwrap(), (1, true));
    }
}
