//! Signals: the program ends with everything kept and the terminal given back, or is suspended.
//!
//! A closed terminal sends SIGHUP. With crossterm 0.29 a reader that is waiting then never comes back and
//! spins, so this thread sees to it that the program is gone within a second whatever the others do.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::screen::give_back;

/// How long the program has to end by itself.
const PATIENCE: Duration = Duration::from_millis(800);

/// How long giving the terminal back may take: a write to a stalled line never ends.
const LAST_WORDS: Duration = Duration::from_millis(100);

/// Whether the person's own editor has the terminal. What is typed there reaches this process too, as the
/// editor is of the same group, but isn't meant for it.
static LENT: AtomicBool = AtomicBool::new(false);

/// When the terminal came back from the editor. An interrupt that was the editor's may be heard of only after
/// the editor has ended by it.
static RETURNED: Mutex<Option<Instant>> = Mutex::new(None);

/// How late that may be. (Keys make no interrupt here, so hardly any other comes so soon.)
const LATE: Duration = Duration::from_secs(1);

/// What a signal means.
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

/// Whether an interrupt is, or was, the editor's.
fn is_editors() -> bool {
    let returned = *RETURNED.lock().unwrap_or_else(PoisonError::into_inner);
    LENT.load(Ordering::SeqCst) || returned.is_some_and(|returned| returned.elapsed() < LATE)
}

/// Starts the thread. `finished` is set by the program once all is kept; until then it gets its time.
pub(super) fn start(send: impl Fn(Signal) + Send + 'static, finished: Arc<AtomicBool>) -> io::Result<()> {
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
    Ok(())
}

/// Asks the program to end, and ends it if it doesn't.
fn end(code: i32, send: &impl Fn(Signal), finished: &AtomicBool) {
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
pub(super) fn suspend() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}
