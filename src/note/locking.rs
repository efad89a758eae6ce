//! Locking a file that several programs write to, without waiting for ever.

use std::fs::{File, TryLockError};
use std::io;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long a lock is waited for. Whoever holds one writes a few lines; who holds it for longer is suspended, or is no program
/// that writes.
const PATIENCE: Duration = Duration::from_secs(3);

/// Waits for the lock on the file, which holds until the file is closed; false where the file system has no locks.
///
/// # Errors
///
/// Where somebody else holds it for more than three seconds, or the system refuses it.
pub fn lock(file: &File) -> io::Result<bool> {
    lock_within(file, PATIENCE)
}

fn lock_within(file: &File, patience: Duration) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => return Ok(true),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(false),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    // The system waits for a lock for ever or not at all. A thread that waits has its turn among the others that wait, which one
    // that only looks now and then may never have; where it gets the lock too late, that goes with its end of the file.
    let waiting = file.try_clone()?;
    let (got, answer) = mpsc::channel();
    let wait = move || drop(got.send(waits(&waiting)));
    thread::Builder::new().name("lock".to_owned()).spawn(wait)?;
    answer.recv_timeout(patience).unwrap_or_else(|_| {
        let reason =
            "another program keeps it locked; where that is an ibid that was suspended, fg goes on with it";
        Err(io::Error::new(io::ErrorKind::TimedOut, reason))
    })
}

/// Waits for the lock, however long that takes.
fn waits(file: &File) -> io::Result<bool> {
    loop {
        match file.lock() {
            Ok(()) => return Ok(true),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn a_lock_that_is_held_is_waited_for_and_not_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("locked");
        let open = || File::options().create(true).append(true).open(&path).unwrap();
        let holder = open();
        assert!(lock(&holder).unwrap());
        let error = lock_within(&open(), Duration::from_millis(20)).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        let other = open();
        thread::scope(|scope| {
            let waiting = scope.spawn(|| waits(&other));
            drop(holder);
            assert!(waiting.join().unwrap().unwrap());
        });
        drop(other);
        // The one that came too late holds it no longer than it took to see that.
        assert!(lock(&open()).unwrap());
    }
}
