//! The program in a pseudo-terminal, and how long it takes to answer.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use vt100::Parser;

const IBID: &str = env!("CARGO_BIN_EXE_ibid");

/// The size of the terminal.
const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

/// After so long without a byte an answer is whole.
const SILENCE: Duration = Duration::from_millis(60);

/// What has come from the program.
struct Seen {
    parser: Parser,
    bytes: usize,
    last: Instant,
}

/// The program with a terminal; it is killed at the end.
pub struct Desk {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    begun: Instant,
}

impl Desk {
    /// Opens a collection with this folder for all that the program keeps.
    pub fn open(collection: &Path, home: &Path) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(IBID);
        command.arg(collection);
        command.cwd(home);
        command.env("IBID_CONFIG_DIR", home.join("config"));
        command.env("IBID_CACHE_DIR", home.join("cache"));
        command.env("TERM", "xterm-256color");
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let parser = Parser::new(NonZeroU16::new(ROWS).unwrap(), NonZeroU16::new(COLUMNS).unwrap(), 0);
        let seen = Arc::new((Mutex::new(Seen { parser, bytes: 0, last: begun }), Condvar::new()));
        let (to, mut from) = (seen.clone(), pair.master.try_clone_reader().unwrap());
        let writer = pair.master.take_writer().unwrap();
        std::thread::spawn(move || {
            // The terminal stays open as long as somebody reads from it.
            let _master = pair.master;
            let mut buffer = vec![0; 64 * 1024];
            while let Some(count) = from.read(&mut buffer).ok().filter(|count| *count > 0) {
                let mut seen = to.0.lock().unwrap();
                seen.parser.process(&buffer[..count]);
                (seen.bytes, seen.last) = (seen.bytes + count, Instant::now());
                to.1.notify_all();
            }
        });
        Self { child, writer, seen, begun }
    }

    /// What the screen shows.
    pub fn contents(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// How long after the start the screen came to be as wanted; `None` where it doesn't within that time.
    pub fn shows(&self, patience: Duration, wanted: impl Fn(&str) -> bool) -> Option<Duration> {
        self.until(self.begun, patience, |seen| wanted(&seen.parser.screen().contents()))
    }

    fn until(&self, from: Instant, patience: Duration, wanted: impl Fn(&Seen) -> bool) -> Option<Duration> {
        let deadline = Instant::now() + patience;
        let mut seen = self.seen.0.lock().unwrap();
        loop {
            if wanted(&seen) {
                return Some(seen.last.saturating_duration_since(from));
            }
            let left = deadline.checked_duration_since(Instant::now())?;
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Presses a key and gives the time until the screen is as wanted.
    pub fn press(&mut self, key: &str, wanted: impl Fn(&str) -> bool) -> Option<Duration> {
        let from = Instant::now();
        self.writer.write_all(key.as_bytes()).unwrap();
        self.until(from, Duration::from_secs(5), |seen| wanted(&seen.parser.screen().contents()))
    }

    /// The same, until nothing more comes.
    pub fn press_wholly(&mut self, key: &str, wanted: impl Fn(&str) -> bool) -> Option<Duration> {
        let from = Instant::now();
        self.press(key, wanted)?;
        Some(self.settle(Duration::from_secs(5))?.saturating_duration_since(from))
    }

    /// Waits until nothing comes for a while, and gives the time of the last byte.
    pub fn settle(&self, patience: Duration) -> Option<Instant> {
        let deadline = Instant::now() + patience;
        let mut seen = self.seen.0.lock().unwrap();
        while Instant::now() < deadline {
            let left = (seen.last + SILENCE).saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Some(seen.last);
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        None
    }

    /// The memory of the process, in megabytes: `VmRSS` that it has, `VmHWM` the most that it ever had.
    pub fn memory(&self, field: &str) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'))?;
        Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
    }

    /// Leaves the program, and kills it where it doesn't leave.
    pub fn quit(mut self) {
        let _ = self.writer.write_all(b"\x1bQ");
        let deadline = Instant::now() + Duration::from_secs(10);
        while self.child.try_wait().is_ok_and(|status| status.is_none()) {
            if Instant::now() > deadline {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|status| status.is_none()) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}
