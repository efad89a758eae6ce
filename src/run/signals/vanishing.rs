//! A terminal that vanishes without a signal.
//!
//! Only the terminal that controls a process sends it SIGHUP. One that a program was merely given, by a
//! supervisor or a web page's back end, just ends, and with crossterm 0.29 the reader spins from then on. So a
//! thread waits for that end, which costs nothing while the terminal is there, and raises the signal itself:
//! one way out for both.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::AsFd;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;
use signal_hook::low_level::raise;

use crate::log;

/// Starts the thread; it is to be called once somebody listens to SIGHUP.
pub(super) fn watch() -> io::Result<()> {
    // The terminal that keys are read from: the choice is crossterm's (`tty_fd`).
    let other = if io::stdin().is_terminal() {
        None
    } else if let Ok(terminal) = File::open("/dev/tty") {
        Some(terminal)
    } else {
        // Who reads the keys will say that there is no terminal.
        return Ok(());
    };
    thread::Builder::new().name("line".to_owned()).spawn(move || {
        let vanished = match &other {
            Some(terminal) => vanishes(terminal),
            None => vanishes(io::stdin()),
        };
        if vanished {
            log::note("signal", "the terminal is gone", &[]);
            // It only fails for numbers that are no signals.
            let _ = raise(SIGHUP);
        }
    })?;
    Ok(())
}

/// Waits for the end of the terminal; `false` where the system can't tell of it (macOS can't for `/dev/tty`).
fn vanishes(terminal: impl AsFd) -> bool {
    loop {
        // That the other end is gone is told whether it is asked for or not (poll(2)); keys aren't asked for.
        let mut line = [PollFd::new(&terminal, PollFlags::empty())];
        match poll(&mut line, None) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(_) => return line[0].revents().contains(PollFlags::HUP),
        }
    }
}
