//! The way to the terminal: each frame is one write, and how long that takes tells how fast the line is.

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

/// A frame that takes longer to be taken off our hands is one too many for the line.
const SLOW: Duration = Duration::from_millis(250);

/// So many slow frames make a slow line. One may be somebody who pressed Ctrl-S, or a machine that slept.
const FRAMES: u32 = 3;

/// Where frames go.
pub(super) struct Wire {
    out: Out,
    pace: Pace,
}

impl Wire {
    /// Opens the way to the standard output.
    pub(super) fn open() -> io::Result<Self> {
        Ok(Self { out: out()?, pace: Pace::default() })
    }

    /// Sends a frame.
    pub(super) fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        let begun = Instant::now();
        self.out.write_all(frame).and_then(|()| self.out.flush())?;
        self.pace.took(begun.elapsed());
        Ok(())
    }

    /// Whether the line has turned out to be slow; says so once.
    pub(super) fn turned_slow(&mut self) -> bool {
        self.pace.turned_slow()
    }
}

/// The standard output without its buffer, which would part what it is given at line feeds.
#[cfg(unix)]
type Out = std::fs::File;

#[cfg(unix)]
fn out() -> io::Result<Out> {
    use std::os::fd::AsFd as _;
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

#[cfg(not(unix))]
type Out = io::Stdout;

#[cfg(not(unix))]
fn out() -> io::Result<Out> {
    Ok(io::stdout())
}

/// How a line takes frames: a write waits only where the line is behind with what it was given before.
#[derive(Default)]
struct Pace {
    slow: u32,
}

impl Pace {
    fn took(&mut self, time: Duration) {
        if time > SLOW && self.slow < FRAMES {
            self.slow += 1;
        } else if self.slow < FRAMES {
            self.slow = self.slow.saturating_sub(1);
        }
    }

    fn turned_slow(&mut self) -> bool {
        let slow = self.slow == FRAMES;
        // Never again.
        self.slow += u32::from(slow);
        slow
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(times: &[u64]) -> usize {
        let mut pace = Pace::default();
        let mut say = |time: &u64| {
            pace.took(Duration::from_millis(*time));
            pace.turned_slow()
        };
        times.iter().filter(|time| say(time)).count()
    }

    #[test]
    fn a_slow_line_is_told_of_once_and_a_stop_now_and_then_is_none() {
        assert_eq!(said(&[1, 400, 400, 400, 400, 2, 400, 400, 400]), 1);
        assert_eq!(said(&[1, 9000, 2, 1, 9000, 3, 2, 9000, 1]), 0);
    }
}
