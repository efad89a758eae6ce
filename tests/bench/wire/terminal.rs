//! A program in a pseudo-terminal that answers what a common terminal is asked, and what each key costs.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use vt100::{Parser, Screen};

/// The size of the terminal.
const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

/// After so long without a byte the answer to a key is whole.
const SILENCE: Duration = Duration::from_millis(40);

/// So long a program may take to answer a key at all.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Questions, and what a terminal with colours and the usual extras answers. A question stands before the
/// shorter ones that it ends with.
const ANSWERS: &[(&[u8], &[u8])] = &[
    (b"\x1b[>c", b"\x1b[>41;390;0c"),
    (b"\x1b[c", b"\x1b[?64;1;2;6;9;15;18;21;22c"),
    (b"\x1b[0c", b"\x1b[?64;1;2;6;9;15;18;21;22c"),
    (b"\x1b[5n", b"\x1b[0n"),
    (b"\x1b[>q", b"\x1bP>|XTerm(390)\x1b\\"),
    (b"\x1b[?u", b"\x1b[?0u"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?2027$p", b"\x1b[?2027;0$y"),
    (b"\x1b[?2031$p", b"\x1b[?2031;0$y"),
    (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
    (b"\x1b]10;?", b"\x1b]10;rgb:cccc/cccc/cccc\x1b\\"),
    (b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
];

/// The question where the cursor is.
const WHERE: &[u8] = b"\x1b[6n";

/// What has come from the program.
struct Seen {
    parser: Parser,
    raw: Vec<u8>,
    /// When the last byte came.
    last: Instant,
    ended: bool,
}

/// What a key, or several in one write, cost.
pub struct Cost {
    /// Until the last byte of the answer.
    pub time: Duration,
    /// Bytes of the answer.
    pub bytes: usize,
}

/// A program with a terminal; it is killed at the end.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    begun: Instant,
}

impl Terminal {
    /// Starts a program, with this folder for all that it keeps.
    pub fn spawn(program: &[&str], home: &Path) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program[0]);
        command.args(&program[1..]);
        command.cwd(home);
        for (name, folder) in [("IBID_CONFIG_DIR", "config"), ("IBID_CACHE_DIR", "cache"), ("HOME", "home")] {
            command.env(name, home.join(folder));
        }
        command.env("TERM", "xterm-256color");
        for name in ["NO_COLOR", "LESS", "VIMINIT", "FZF_DEFAULT_OPTS", "XDG_CONFIG_HOME", "TMUX"] {
            command.env_remove(name);
        }
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let parser = Parser::new(NonZeroU16::new(ROWS).unwrap(), NonZeroU16::new(COLUMNS).unwrap(), 0);
        let seen = Seen { parser, raw: Vec::new(), last: begun, ended: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let writer = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let (to, mut from, answers) = (seen.clone(), pair.master.try_clone_reader().unwrap(), writer.clone());
        std::thread::spawn(move || {
            // The terminal stays open as long as somebody reads from it.
            let _master = pair.master;
            let mut buffer = vec![0; 64 * 1024];
            let mut answered = 0;
            loop {
                let count = from.read(&mut buffer).unwrap_or(0);
                let now = Instant::now();
                let mut seen = to.0.lock().unwrap();
                seen.raw.extend_from_slice(&buffer[..count]);
                seen.parser.process(&buffer[..count]);
                seen.ended = count == 0;
                if count > 0 {
                    seen.last = now;
                }
                let answer = answer(&seen, &mut answered);
                let ended = seen.ended;
                to.1.notify_all();
                drop(seen);
                if !answer.is_empty() {
                    let _ = answers.lock().unwrap().write_all(&answer);
                }
                if ended {
                    return;
                }
            }
        });
        Self { child, writer, seen, begun }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    /// What the screen is now.
    pub fn screen(&self) -> Screen {
        self.seen().parser.screen().clone()
    }

    /// How many bytes have come.
    pub fn bytes(&self) -> usize {
        self.seen().raw.len()
    }

    /// How long after the start the screen came to be as wanted; `None` where it doesn't within that time.
    pub fn shows(&self, patience: Duration, wanted: impl Fn(&str) -> bool) -> Option<Duration> {
        self.until(self.begun, patience, wanted)
    }

    fn until(&self, from: Instant, patience: Duration, wanted: impl Fn(&str) -> bool) -> Option<Duration> {
        let deadline = Instant::now() + patience;
        let mut seen = self.seen();
        loop {
            if wanted(&seen.parser.screen().contents()) {
                return Some(seen.last.saturating_duration_since(from));
            }
            let left = deadline.checked_duration_since(Instant::now()).filter(|_| !seen.ended)?;
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until nothing comes for that long; false where it goes on.
    pub fn settle(&self, silence: Duration, patience: Duration) -> bool {
        let deadline = Instant::now() + patience;
        let mut seen = self.seen();
        let begun = Instant::now();
        while Instant::now() < deadline {
            let left = (seen.last.max(begun) + silence).saturating_duration_since(Instant::now());
            if left.is_zero() {
                return true;
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        false
    }

    /// Writes keys, at once, without a look at what comes.
    pub fn send(&self, keys: &str) {
        self.writer.lock().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    /// Presses keys, all in one write, and gives what they cost; `None` where nothing comes.
    pub fn press(&self, keys: &str) -> Option<Cost> {
        let before = self.bytes();
        let begun = Instant::now();
        self.send(keys);
        let mut seen = self.seen();
        while seen.raw.len() == before {
            let left = (begun + PATIENCE).checked_duration_since(Instant::now())?;
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        drop(seen);
        self.settle(SILENCE, PATIENCE);
        let seen = self.seen();
        Some(Cost { time: seen.last.saturating_duration_since(begun), bytes: seen.raw.len() - before })
    }

    /// Presses keys and gives the time until the screen is as wanted.
    pub fn press_until(&self, keys: &str, wanted: impl Fn(&str) -> bool) -> Option<Duration> {
        let begun = Instant::now();
        self.send(keys);
        self.until(begun, Duration::from_secs(20), wanted)
    }

    /// A figure of the process in mebibytes: `VmRSS` that it has in memory, `VmHWM` the most that it ever had.
    pub fn memory(&self, field: &str) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        Some(number_of(&status, field)? / 1024.0)
    }

    /// What an idle while costs: bytes, and how often any thread of the process woke up.
    pub fn idle(&self, long: Duration) -> (usize, f64) {
        let before = (self.bytes(), self.switches());
        self.settle(long, long);
        (self.bytes() - before.0, self.switches() - before.1)
    }

    /// How often the threads of the process have waited for something.
    fn switches(&self) -> f64 {
        let Some(process) = self.child.process_id() else { return 0.0 };
        let Ok(tasks) = std::fs::read_dir(format!("/proc/{process}/task")) else { return 0.0 };
        let status = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("status")).ok();
        let statuses = tasks.flatten().filter_map(status);
        statuses.filter_map(|status| number_of(&status, "voluntary_ctxt_switches")).sum()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The number behind a name in a file of /proc.
fn number_of(status: &str, field: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Answers to the questions among the bytes from `answered` on, which is moved behind them.
fn answer(seen: &Seen, answered: &mut usize) -> Vec<u8> {
    let mut answer = Vec::new();
    while let Some(next) = seen.raw[*answered..].iter().position(|byte| *byte == 0x1b) {
        let rest = &seen.raw[*answered + next..];
        // The longest question has eleven bytes; one that isn't whole yet is looked at when more has come.
        if rest.len() < 3 {
            break;
        }
        if rest.starts_with(WHERE) {
            let (row, column) = seen.parser.screen().cursor_position();
            answer.extend(format!("\x1b[{};{}R", row + 1, column + 1).into_bytes());
        } else if let Some((_, said)) = ANSWERS.iter().find(|(question, _)| rest.starts_with(question)) {
            answer.extend_from_slice(said);
        }
        *answered += next + 1;
    }
    answer
}
