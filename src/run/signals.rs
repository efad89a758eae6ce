//! Signals: the program ends with everything kept and the terminal given back, or is suspended.
//!
//! A closed terminal sends SIGHUP. With crossterm 0.29 a reader that is waiting then never comes back and
//! spins, so this thread sees to it that the program is gone within a second whatever the others do.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::screen::give_back;

/// How long the program has to end by itself.
const PATIENCE: Duration = Duration::from_millis(900);

/// What a signal means.
pub(super) enum Signal {
    /// End, with this exit code: 128 and the signal's number, as shells count it.
    End(i32),
    /// Suspend.
    Suspend,
}

/// Starts the thread. `finished` is set by the program once all is kept; until then it gets its time.
pub(super) fn start(send: impl Fn(Signal) + Send + 'static, finished: Arc<AtomicBool>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            if signal == SIGTSTP {
                send(Signal::Suspend);
                continue;
            }
            let code = 128 + signal;
            send(Signal::End(code));
            thread::sleep(PATIENCE);
            if !finished.load(Ordering::SeqCst) {
                give_back();
                std::process::exit(code);
            }
        }
    })?;
    Ok(())
}

/// Stops this process until it is told to go on.
pub(super) fn suspend() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}
