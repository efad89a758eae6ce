//! Signals: the program ends with everything kept and the terminal given back, or is suspended.
//!
//! A closed terminal sends SIGHUP. With crossterm 0.29 a reader that is waiting then never comes back and
//! spins, so this thread sees to it that the program is gone within a second whatever the others do.

#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod unix;
#[cfg(unix)]
mod vanishing;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

#[cfg(not(unix))]
pub(super) use elsewhere::{start, suspend};
#[cfg(unix)]
pub(super) use unix::{start, suspend};

/// Whether the person's own editor has the terminal. What is typed there reaches this process too, as the
/// editor is of the same group, but isn't meant for it.
static LENT: AtomicBool = AtomicBool::new(false);

/// When the terminal came back from the editor. An interrupt that was the editor's may be heard of only after
/// the editor has ended by it.
static RETURNED: Mutex<Option<Instant>> = Mutex::new(None);

/// What a signal means.
#[cfg_attr(not(unix), allow(dead_code, reason = "nothing sends them there"))]
pub(super) enum Signal {
    /// End, with this exit code: 128 and the signal's number, as shells count it.
    End(i32),
    /// Suspend.
    Suspend,
}

/// Does `work` while another program has the terminal: an interrupt is that program's own affair, and a
/// suspension stops this one at once.
pub(super) fn lend<T>(work: impl FnOnce() -> T) -> T {
    LENT.store(true, Ordering::SeqCst);
    let result = work();
    *RETURNED.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    LENT.store(false, Ordering::SeqCst);
    result
}
