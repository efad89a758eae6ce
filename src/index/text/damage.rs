//! What a damaged index does: it is an error, whatever `tantivy` makes of it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tantivy::TantivyError;

use crate::corpus::Problem;

/// What `work` answers, with every error and every panic of it as a problem of the index at `place`. A file
/// of the index that was cut or changed can make `tantivy` panic, since it checks its files only when asked.
pub(super) fn told<T>(place: &str, work: impl FnOnce() -> tantivy::Result<T>) -> Result<T, Problem> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(problem(place, &error)),
        Err(_) => Err(damaged(place)),
    }
}

/// What is said of an index that can't be read.
pub(super) fn damaged(place: &str) -> Problem {
    Problem::new(place, "the full-text index is damaged", "it will be made anew")
}

fn problem(place: &str, error: &TantivyError) -> Problem {
    match error {
        TantivyError::LockFailure(..) => {
            Problem::new(place, "another program is writing the full-text index", "")
        }
        _ => {
            Problem::new(place, format!("the full-text index can't be used: {error}"), "it will be made anew")
        }
    }
}

/// An error for what was stored and can't be read again.
pub(super) fn unreadable() -> TantivyError {
    TantivyError::InternalError("a stored text can't be read".to_owned())
}
