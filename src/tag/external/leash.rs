//! The leash on which a program of the person's own runs: once it is let go, the program is ended.

use std::io;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex, PoisonError};

/// Ends the program, with all that it started, when it is dropped.
#[derive(Debug, Default)]
pub struct Leash(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    /// The process that runs, which leads a group of its own; it isn't waited for before this is `None`, so that the
    /// number is never that of another process.
    running: Option<u32>,
    /// Whether the leash was dropped: nothing is started any more.
    over: bool,
}

/// The end of the leash at which processes are started.
#[derive(Clone, Debug)]
pub(super) struct Grip(Arc<Mutex<State>>);

impl Leash {
    pub(super) fn grip(&self) -> Grip {
        Grip(self.0.clone())
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.over = true;
        if let Some(process) = state.running.take() {
            kill_group(process);
        }
    }
}

impl Grip {
    /// Starts a process as the head of a group of its own, so that what it starts can be ended with it.
    pub(super) fn start(&self, command: &mut Command) -> io::Result<Child> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.over {
            return Err(io::Error::other("ibid is about to end"));
        }
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let child = command.spawn()?;
        state.running = Some(child.id());
        Ok(child)
    }

    /// Ends the process and its group. It isn't waited for.
    pub(super) fn end(&self, child: &mut Child) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(process) = state.running.take() {
            kill_group(process);
        }
        // One that has ended can't be killed, and need not be.
        drop(child.kill());
    }
}

/// Kills a process and all of its group. One that has gone already needs no more.
#[cfg(unix)]
fn kill_group(process: u32) {
    if let Some(group) = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
}

/// Elsewhere there are no groups; the process itself is killed behind this.
#[cfg(not(unix))]
fn kill_group(_: u32) {}
