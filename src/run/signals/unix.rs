//! The signals of Unix.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::{LENT, RETURNED, Signal, vanishing};
use crate::log;
use crate::run::screen::give_back;

/// How long the program has to end by itself.
const PATIENCE: Duration = Duration::from_millis(800);

/// How long giving the terminal back may take: a write to a stalled line never ends.
const LAST_WORDS: Duration = Duration::from_millis(100);

/// How late that may be. (Keys make no interrupt here, so hardly any other comes so soon.)
const LATE: Duration = Duration::from_secs(1);

/// Whether an interrupt is, or was, the editor's.
fn is_editors() -> bool {
    let returned = *RETURNED.lock().unwrap_or_else(PoisonError::into_inner);
    LENT.load(Ordering::SeqCst) || returned.is_some_and(|returned| returned.elapsed() < LATE)
}

/// Starts the thread. `finished` is set by the program once all is kept; until then it gets its time.
pub(in crate::run) fn start(
    send: impl Fn(Signal) + Send + 'static,
    finished: Arc<AtomicBool>,
) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGINT if is_editors() => {}
                // It only fails for signals that have no default action.
                SIGTSTP if LENT.load(Ordering::SeqCst) => drop(suspend()),
                SIGTSTP => send(Signal::Suspend),
                _ => end(128 + signal, &send, &finished),
            }
        }
    })?;
    vanishing::watch()
}

/// Asks the program to end, and ends it if it doesn't.
fn end(code: i32, send: &impl Fn(Signal), finished: &AtomicBool) {
    log::note("signal", "ending", &[("code", u64::from(code.unsigned_abs()))]);
    send(Signal::End(code));
    thread::sleep(PATIENCE);
    if finished.load(Ordering::SeqCst) {
        return;
    }
    let (done, wait) = mpsc::channel::<()>();
    thread::spawn(move || {
        give_back();
        drop(done);
    });
    // Whether it was given back or not, the time is up.
    let _ = wait.recv_timeout(LAST_WORDS);
    std::process::exit(code);
}

/// Stops this process until it is told to go on.
pub(in crate::run) fn suspend() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}
