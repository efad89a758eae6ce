//! A place for the newest of something that is worth no queue: whoever takes it has missed nothing that still counts.

use std::sync::{Arc, Mutex, PoisonError};

/// Shared by one who puts and one who takes.
#[derive(Debug)]
pub(super) struct Newest<T>(Arc<Mutex<Option<T>>>);

impl<T> Newest<T> {
    /// Puts it in the place of the one that waits; says whether none did, so that the taker has to be told.
    pub(super) fn put(&self, newest: T) -> bool {
        // Nothing is worked out while the lock is held, so a poisoned one holds nothing bad.
        self.0.lock().unwrap_or_else(PoisonError::into_inner).replace(newest).is_none()
    }

    /// Takes the one that waits.
    pub(super) fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl<T> Default for Newest<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Clone for Newest<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_is_taken_once_and_told_of_once() {
        let one = Newest::default();
        let other = one.clone();
        assert!(one.put(1), "nothing waited");
        assert!(!one.put(2), "the taker has been told");
        assert_eq!((other.take(), other.take()), (Some(2), None));
        assert!(one.put(3));
    }
}
