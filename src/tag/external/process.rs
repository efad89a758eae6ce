//! The running program: a thread writes to it, one reads what it answers, one keeps the last of its standard error.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::complaints::shortened;
use super::leash::Grip;
use crate::log;
use crate::memory::stranger;

/// The longest answer, in bytes.
const LINE: usize = 4 << 20;

/// Answers that are kept until somebody looks at them; then the program has to wait.
const AHEAD: usize = 16;

/// The bytes of standard error that are kept, the last ones.
const LAST: usize = 4 * 1024;

/// How long a program that has closed its output may take to end, and to have its last words read.
const END: Duration = Duration::from_millis(300);

/// What comes from the program.
#[derive(Debug)]
pub(super) enum Heard {
    /// A line, without its end.
    Line(Vec<u8>),
    /// A line that is too long to be read.
    TooLong,
    /// Nothing any more.
    Ended,
    /// Nothing until now.
    Nothing,
}

/// A program that runs. It is ended when this is dropped.
pub(super) struct Process {
    child: Child,
    grip: Grip,
    to: Sender<Vec<u8>>,
    lines: Receiver<Heard>,
    last_words: Arc<LastWords>,
}

impl Process {
    /// Starts the program.
    ///
    /// # Errors
    ///
    /// Where it can't be started, or the system has no threads to give.
    pub(super) fn start(command: &[String], grip: &Grip) -> io::Result<Self> {
        let (program, arguments) =
            command.split_first().ok_or_else(|| io::Error::other("no program is named"))?;
        let mut prepared = stranger(program);
        prepared.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // Python holds back what it prints into a pipe, unless it is told not to.
        prepared.env("PYTHONUNBUFFERED", "1");
        let mut child = grip.start(&mut prepared)?;
        log::note("tagger", "own program started", &[]);
        let (input, output, errors) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (to, waiting) = mpsc::channel();
        let (tell, lines) = mpsc::sync_channel(AHEAD);
        let last_words = Arc::new(LastWords::default());
        let process = Self { child, grip: grip.clone(), to, lines, last_words: last_words.clone() };
        let (Some(input), Some(output), Some(errors)) = (input, output, errors) else {
            return Err(io::Error::other("it has no standard streams"));
        };
        let spawn = |name: &str| thread::Builder::new().name(name.to_owned());
        spawn("tagger-input").spawn(move || write_all(input, &waiting))?;
        spawn("tagger-output").spawn(move || read_lines(output, &tell))?;
        spawn("tagger-errors").spawn(move || last_words.listen(errors))?;
        Ok(process)
    }

    /// Sends a line. Whether it arrives shows in whether it is answered.
    pub(super) fn send(&self, line: Vec<u8>) {
        // Nobody takes it where the program has closed its input.
        drop(self.to.send(line));
    }

    /// What comes next, until then.
    pub(super) fn hear(&self, until: Instant) -> Heard {
        match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(heard) => heard,
            Err(RecvTimeoutError::Timeout) => Heard::Nothing,
            Err(RecvTimeoutError::Disconnected) => Heard::Ended,
        }
    }

    /// Ends it, and gives in words how it ended by itself, if it did, and the last line of its standard error.
    pub(super) fn end(mut self) -> (Option<String>, Option<String>) {
        let deadline = Instant::now() + END;
        if matches!(self.lines.try_recv(), Err(TryRecvError::Disconnected)) {
            // A program that has closed its output is about to end.
            self.last_words.wait(deadline);
        }
        // One that has ended already keeps its status.
        let status = self.kill().filter(|status| !is_killed(*status));
        self.last_words.wait(deadline);
        (status.map(|status| status.to_string()), self.last_words.line())
    }

    fn kill(&mut self) -> Option<ExitStatus> {
        self.grip.end(&mut self.child);
        self.child.wait().ok()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // How it ended was asked for before, or nobody wants to know.
        let _ = self.kill();
    }
}

/// Whether it ended as one that was killed does.
fn is_killed(status: ExitStatus) -> bool {
    #[cfg(unix)]
    return std::os::unix::process::ExitStatusExt::signal(&status) == Some(9);
    #[cfg(not(unix))]
    return !status.success();
}

/// Writes what comes until nobody sends any more or the program takes no more.
fn write_all(mut input: ChildStdin, waiting: &Receiver<Vec<u8>>) {
    for line in waiting {
        if input.write_all(&line).and_then(|()| input.flush()).is_err() {
            return;
        }
    }
}

/// Tells lines until the output ends or nobody listens any more.
fn read_lines(output: ChildStdout, tell: &SyncSender<Heard>) {
    let mut output = BufReader::new(output);
    loop {
        let mut line = Vec::new();
        let read = (&mut output).take(LINE as u64 + 1).read_until(b'\n', &mut line);
        let heard = match read {
            Ok(0) | Err(_) => return,
            Ok(length) if length > LINE => Heard::TooLong,
            Ok(_) => Heard::Line(line),
        };
        if tell.send(heard).is_err() {
            return;
        }
    }
}

/// The end of what the program said on standard error.
#[derive(Default)]
struct LastWords {
    /// The bytes, and whether there will be no more.
    said: Mutex<(Vec<u8>, bool)>,
    ended: Condvar,
}

impl LastWords {
    fn listen(&self, mut errors: ChildStderr) {
        let mut buffer = [0; 1024];
        loop {
            let length = errors.read(&mut buffer).unwrap_or(0);
            let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
            said.0.extend_from_slice(buffer.get(..length).unwrap_or_default());
            let surplus = said.0.len().saturating_sub(LAST);
            said.0.drain(..surplus);
            said.1 = length == 0;
            if said.1 {
                self.ended.notify_all();
                return;
            }
        }
    }

    /// Waits until all was said or time is up.
    fn wait(&self, deadline: Instant) {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let patience = deadline.saturating_duration_since(Instant::now());
        // A lock that was poisoned is one that isn't waited for.
        drop(self.ended.wait_timeout_while(said, patience, |said| !said.1));
    }

    /// The last line that isn't empty.
    fn line(&self) -> Option<String> {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let text = String::from_utf8_lossy(&said.0).into_owned();
        text.lines().map(str::trim).rfind(|line| !line.is_empty()).map(shortened)
    }
}
