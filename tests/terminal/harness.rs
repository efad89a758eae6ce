//! A pseudo-terminal with a program in it: a thread reads what comes, keeps every byte and plays it on a
//! screen of its own; tests wait for what the screen shows.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;
use vt100::{Parser, Screen};

/// The program.
pub const IBID: &str = env!("CARGO_BIN_EXE_ibid");

/// How long anything may take before a test fails; long, because other tests run at the same time.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long the program has to be silent to count as settled.
const SILENCE: Duration = Duration::from_millis(400);

/// A folder for the program's own files, and one to put documents into.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// Empty folders.
    pub fn new() -> Self {
        let home = Self { folder: TempDir::new().unwrap() };
        std::fs::create_dir(home.documents()).unwrap();
        home
    }

    /// One document of that name and text.
    pub fn with(name: impl AsRef<Path>, text: &str) -> Self {
        let home = Self::new();
        std::fs::write(home.documents().join(name), text).unwrap();
        home
    }

    /// All of it.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Where documents are.
    pub fn documents(&self) -> std::path::PathBuf {
        self.path().join("documents")
    }

    /// What `ibid` is started with.
    pub fn ibid(&self) -> CommandBuilder {
        self.command(IBID)
    }

    /// Another program, with the same variables.
    pub fn command(&self, program: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.cwd(self.path());
        command.env("IBID_CACHE_DIR", self.path().join("cache"));
        command.env("IBID_CONFIG_DIR", self.path().join("config"));
        command.env("TERM", "xterm-256color");
        for variable in ["RUST_BACKTRACE", "NO_COLOR", "VISUAL", "EDITOR", "ENV", "BASH_ENV", "STY"] {
            command.env_remove(variable);
        }
        command
    }

    /// The program in a terminal of 80x24, on the bundled collection, once its list is there.
    pub fn start(&self) -> Terminal {
        let mut terminal = Terminal::spawn(self.ibid(), (80, 24));
        terminal.wait_for("Start here");
        terminal
    }

    /// The program in a terminal of 80x24, on the folder of documents.
    pub fn open(&self) -> Terminal {
        let mut command = self.ibid();
        command.arg(self.documents());
        Terminal::spawn(command, (80, 24))
    }
}

/// What has come so far.
struct Received {
    raw: Vec<u8>,
    parser: Parser,
    ended: bool,
    hang_up: bool,
}

type Shared = Arc<(Mutex<Received>, Condvar)>;

/// Where keys go; nowhere once the terminal is closed.
type Writer = Arc<Mutex<Option<Box<dyn Write + Send>>>>;

/// The question where the cursor is, which a terminal answers.
const WHERE: &[u8] = b"\x1b[6n";

/// A program in a pseudo-terminal. What is left of it is killed at the end.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Writer,
    reader: Option<JoinHandle<()>>,
    shared: Shared,
    /// The modes of the line before the program started.
    modes: String,
}

/// A size as the screen wants it.
fn size((width, height): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(height).unwrap(), NonZeroU16::new(width).unwrap())
}

fn pty_size((width, height): (u16, u16)) -> PtySize {
    PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 }
}

/// The modes of the line: echo, signals, line by line, and so on.
fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().expect("a pseudo-terminal has modes");
    format!(
        "{:?} {:?} {:?} {:?}",
        modes.input_flags, modes.output_flags, modes.control_flags, modes.local_flags
    )
}

impl Terminal {
    /// Starts a program in a terminal of that many columns and rows.
    pub fn spawn(command: CommandBuilder, columns_rows: (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(pty_size(columns_rows)).unwrap();
        let modes = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let (rows, columns) = size(columns_rows);
        let parser = Parser::new(rows, columns, 0);
        let received = Received { raw: Vec::new(), parser, ended: false, hang_up: false };
        let shared: Shared = Arc::new((Mutex::new(received), Condvar::new()));
        let writer: Writer = Arc::new(Mutex::new(Some(pair.master.take_writer().unwrap())));
        let (mut from, to, answers) =
            (pair.master.try_clone_reader().unwrap(), shared.clone(), writer.clone());
        let reader = std::thread::spawn(move || {
            let mut buffer = vec![0; 64 * 1024];
            let mut played = 0;
            loop {
                let count = from.read(&mut buffer).unwrap_or(0);
                let mut received = to.0.lock().unwrap();
                received.raw.extend_from_slice(&buffer[..count]);
                // The parser (vte 0.15) loses a letter behind one that comes in two parts, so it gets whole ones.
                let whole = played + whole_letters(&received.raw[played..]);
                let Received { raw, parser, .. } = &mut *received;
                parser.process(&raw[played..whole]);
                played = whole;
                received.ended = count == 0;
                if buffer[..count].windows(WHERE.len()).any(|bytes| bytes == WHERE) {
                    let (row, column) = received.parser.screen().cursor_position();
                    let answer = format!("\x1b[{};{}R", row + 1, column + 1);
                    answers.lock().unwrap().as_mut().map(|writer| writer.write_all(answer.as_bytes()));
                }
                let stop = received.ended || received.hang_up;
                to.1.notify_all();
                if stop {
                    return;
                }
            }
        });
        Self { child, master: Some(pair.master), writer, reader: Some(reader), shared, modes }
    }

    fn received(&self) -> MutexGuard<'_, Received> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn master(&self) -> &dyn MasterPty {
        &**self.master.as_ref().expect("the terminal is open")
    }

    /// Types these bytes.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        let mut writer = self.writer.lock().unwrap();
        let writer_open = writer.as_mut().expect("the terminal is open");
        // A program that has just ended takes nothing any more; what is waited for next fails then.
        let _ = writer_open.write_all(bytes.as_ref());
        drop(writer);
        self
    }

    /// Waits until `wanted` is so; says whether it came to be in time.
    fn wait(&self, patience: Duration, wanted: impl Fn(&Received) -> bool) -> bool {
        let deadline = Instant::now() + patience;
        let mut received = self.received();
        while !wanted(&received) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            received = self.shared.1.wait_timeout(received, left).unwrap().0;
        }
        true
    }

    /// Waits until the screen is as `wanted`; fails with what it shows where it doesn't come to that.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, wanted: impl Fn(&Screen) -> bool) -> &mut Self {
        let came = self.wait(PATIENCE, |received| wanted(received.parser.screen()));
        assert!(came, "no {what} in:\n{}", self.contents());
        self
    }

    /// Waits until the screen shows `text`.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(&format!("“{text}”"), |screen| screen.contents().contains(text))
    }

    /// Waits until the screen doesn't show `text` any more.
    #[track_caller]
    pub fn wait_for_no(&mut self, text: &str) -> &mut Self {
        self.wait_until(&format!("end of “{text}”"), |screen| !screen.contents().contains(text))
    }

    /// Waits until nothing has come for a while.
    #[track_caller]
    pub fn settle(&mut self) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let before = self.count();
            if !self.wait(SILENCE, |received| received.raw.len() != before) {
                return self;
            }
            assert!(Instant::now() < deadline, "no rest:\n{}", self.contents());
        }
    }

    /// Whether nothing comes for that long.
    pub fn is_silent(&self, long: Duration) -> bool {
        let before = self.count();
        !self.wait(long, |received| received.raw.len() != before)
    }

    /// What the screen shows, line by line.
    pub fn contents(&self) -> String {
        self.received().parser.screen().contents()
    }

    /// What somebody makes of the screen.
    pub fn with_screen<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        look(self.received().parser.screen())
    }

    /// A line of the screen, counted from the top.
    pub fn line(&self, number: usize) -> String {
        let received = self.received();
        let (_, columns) = received.parser.screen().size();
        received.parser.screen().rows(0, columns.get()).nth(number).unwrap_or_default()
    }

    /// How many bytes have come.
    pub fn count(&self) -> usize {
        self.received().raw.len()
    }

    /// All bytes that have come.
    pub fn raw(&self) -> Vec<u8> {
        self.received().raw.clone()
    }

    /// Gives the terminal another size; the program is told by SIGWINCH, as in any terminal.
    pub fn resize(&mut self, columns_rows: (u16, u16)) -> &mut Self {
        {
            let mut received = self.received();
            let (rows, columns) = size(columns_rows);
            received.parser.set_size(rows, columns);
        }
        self.tell_size(columns_rows)
    }

    /// Tells the program of another size, while the screen of the test stays as it is.
    pub fn tell_size(&mut self, columns_rows: (u16, u16)) -> &mut Self {
        self.master().resize(pty_size(columns_rows)).unwrap();
        self
    }

    /// The number of the process.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("the program runs")
    }

    /// Sends a signal, by its name without SIG.
    pub fn signal(&mut self, name: &str) -> &mut Self {
        signal(self.process(), name);
        self
    }

    /// Waits for the end of the program and of all that it writes; gives its exit code.
    #[track_caller]
    pub fn exit_code(&mut self) -> u32 {
        let ended = self.wait(PATIENCE, |received| received.ended);
        assert!(ended, "the program doesn't end:\n{}", self.contents());
        self.child.wait().unwrap().exit_code()
    }

    /// Fails where the program has ended.
    #[track_caller]
    pub fn assert_alive(&mut self) {
        let ended = self.child.try_wait().unwrap();
        assert!(ended.is_none(), "{ended:?}:\n{}", self.contents());
    }

    /// Presses what quits, and waits for a good end.
    #[track_caller]
    pub fn quit(&mut self) {
        self.send("Q");
        assert_eq!(self.exit_code(), 0, "{}", self.contents());
        self.assert_given_back();
    }

    /// Fails where the terminal isn't as it was before the program.
    #[track_caller]
    pub fn assert_given_back(&self) {
        let received = self.received();
        let screen = received.parser.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is still on");
        assert!(!screen.application_cursor() && !screen.application_keypad(), "the keypad is still changed");
        assert_eq!(screen.fgcolor(), vt100::Color::Default, "a colour is left");
        assert!(!screen.inverse() && !screen.bold(), "an attribute is left");
        assert_eq!(left_set(&received.raw), Vec::<String>::new(), "a mode is still set");
        drop(received);
        assert_eq!(modes(self.master()), self.modes, "the modes of the line aren't as they were");
    }

    /// Whether the line has the modes of before.
    pub fn has_own_modes(&self) -> bool {
        modes(self.master()) == self.modes
    }

    /// Closes the terminal, as a lost connection does. In a document: the editor of a note is opened first,
    /// which is where the line end and Ctrl-D that the library sends when it closes do nothing.
    pub fn hang_up(&mut self) {
        self.received().hang_up = true;
        // The thread that reads lets go of the terminal after whatever it reads next.
        self.send("a");
        self.reader.take().map(JoinHandle::join).transpose().unwrap();
        *self.writer.lock().unwrap() = None;
        self.master = None;
    }

    /// Stops reading, as a line that has stalled does, while the program draws frame after frame; then closes the terminal in
    /// the middle of one.
    pub fn drop_in_a_frame(&mut self) {
        self.received().hang_up = true;
        self.tell_size((300, 100));
        self.reader.take().map(JoinHandle::join).transpose().unwrap();
        // More than the system keeps for a terminal that nobody reads.
        for _ in 0..40 {
            self.send("\x0c");
            std::thread::sleep(Duration::from_millis(15));
        }
        *self.writer.lock().unwrap() = None;
        self.master = None;
    }

    /// The process that has the terminal.
    pub fn foreground(&self) -> Option<u32> {
        self.master().process_group_leader().and_then(|leader| u32::try_from(leader).ok())
    }

    /// Whether the program ends within that time; `meanwhile` is called again and again until then.
    pub fn ends_within(&mut self, long: Duration, mut meanwhile: impl FnMut()) -> bool {
        let deadline = Instant::now() + long;
        while Instant::now() < deadline {
            if self.child.try_wait().unwrap().is_some() {
                return true;
            }
            meanwhile();
            std::thread::sleep(Duration::from_millis(10));
        }
        false
    }

    /// Kills the program as nothing can catch.
    pub fn kill(&mut self) {
        self.signal("KILL");
        self.child.wait().unwrap();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|status| status.is_none()) {
            signal(self.process(), "KILL");
            let _ = self.child.wait();
        }
    }
}

/// The bytes up to a letter at the end of which a part is yet to come.
pub fn whole_letters(bytes: &[u8]) -> usize {
    let tail = bytes.len().saturating_sub(3);
    let lead = (tail..bytes.len()).rev().find(|&at| bytes[at] >= 0xc0);
    match lead {
        Some(at) if std::str::from_utf8(&bytes[at..]).is_err_and(|error| error.error_len().is_none()) => at,
        _ => bytes.len(),
    }
}

/// The private modes that the stream set and didn't reset, and the title if it was put away and not taken out again. The
/// cursor is one that is usually on.
fn left_set(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw);
    let mut set: BTreeMap<&str, isize> = BTreeMap::new();
    for sequence in text.split("\x1b[").skip(1) {
        let Some(end) = sequence.find(|c: char| matches!(c, '\x40'..='\x7e')) else { continue };
        match (&sequence[..end], &sequence[end..=end]) {
            ("?25", "h" | "l") => drop(set.insert("?25", isize::from(sequence[end..].starts_with('l')))),
            (mode, "h") if mode.starts_with('?') => drop(set.insert(mode, 1)),
            (mode, "l") if mode.starts_with('?') => drop(set.insert(mode, 0)),
            ("22;2", "t") => *set.entry("title").or_default() += 1,
            ("23;2", "t") => *set.entry("title").or_default() -= 1,
            _ => {}
        }
    }
    set.into_iter().filter(|(_, on)| *on != 0).map(|(mode, on)| format!("{mode} {on}")).collect()
}

/// Sends a signal to a process, by its name without SIG.
pub fn signal(process: u32, name: &str) {
    // A process that has ended meanwhile needs none. The shell has a `kill` wherever there is a shell.
    let _ = Command::new("sh").arg("-c").arg(format!("kill -{name} {process}")).status();
}

/// The time that a process has had on a processor so far, in ticks of a hundredth of a second.
#[cfg(target_os = "linux")]
pub fn ticks(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = status.rsplit_once(')')?.1.split_whitespace().collect();
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}
