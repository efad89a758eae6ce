//! The helper process that reads a PDF: the program itself, started anew with limits on its time and memory.
//!
//! The file goes to its standard input; its messages come from its standard output, each a line of JSON. What
//! else it says there, such as the last words of the runtime, only tells why it ended.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, PipeReader, Read, Write};
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::Told;
use super::extract::extract;
use super::page::{Failure, Message};
use crate::corpus::draft::Source;
use crate::log;

/// The first argument of the helper process; behind it come the seconds of processor time and the bytes of
/// memory that it may take.
pub const READ_PDF: &str = "--read-pdf";

/// The stack of the thread that reads.
const STACK: usize = 64 << 20;

/// What the program takes beside what a PDF takes: code, stacks, the file itself comes on top.
const OWN_MEMORY: u64 = 128 << 20;

/// How much longer than its processor time the helper may take by the clock: on a machine that is busy it
/// takes a multiple. It waits for nothing but us.
const WALL: u32 = 4;
const GRACE: Duration = Duration::from_secs(5);

/// Reads the PDF in this process: where a panic ends the reading, but nothing limits time, memory or the
/// stack.
pub(super) fn read_here(source: &Source<'_>) -> Told {
    let mut told = Told::default();
    let bytes = source.bytes.to_vec();
    let mut room = source.limits.unpacked;
    let mut take = |message: Message| {
        if let Message::Page(page) = &message {
            let letters = page.lines.iter().map(|line| line.text.len() as u64).sum::<u64>();
            match room.checked_sub(letters) {
                Some(rest) => room = rest,
                None => return told.take(Message::Failed(Failure::Size)),
            }
        }
        told.take(message)
    };
    if let Err(words) = on_a_large_stack(|| extract(bytes, &mut take)) {
        told.take(Message::Failed(Failure::Panic(words)));
    }
    told
}

/// Runs `work` on a thread with a large stack, and says what it said if it panics.
fn on_a_large_stack(work: impl FnOnce() + Send) -> Result<(), String> {
    std::thread::scope(|scope| {
        let quiet = move || std::panic::catch_unwind(AssertUnwindSafe(work));
        let thread = std::thread::Builder::new().name("pdf".into()).stack_size(STACK);
        let ended = match thread.spawn_scoped(scope, quiet) {
            Ok(thread) => thread.join().and_then(|result| result),
            Err(error) => return Err(error.to_string()),
        };
        ended.map_err(|panic| {
            let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
            words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "it panicked".into())
        })
    })
}

/// The helper's part: reads the PDF on its standard input, if `arguments`, those of the program, ask for it.
/// The program ends then with the code that this gives.
pub fn pdf_child(mut arguments: impl Iterator<Item = OsString>) -> Option<ExitCode> {
    if arguments.nth(1)?.to_str() != Some(READ_PDF) {
        return None;
    }
    let mut number = || arguments.next()?.to_str()?.parse::<u64>().ok();
    let (Some(seconds), Some(memory)) = (number(), number()) else { return Some(ExitCode::FAILURE) };
    if let Err(error) = limit(seconds, memory) {
        write(&Message::Failed(Failure::Helper(format!("couldn't be limited: {error}"))));
        return Some(ExitCode::FAILURE);
    }
    let mut bytes = Vec::new();
    if std::io::stdin().lock().read_to_end(&mut bytes).is_err() {
        return Some(ExitCode::FAILURE);
    }
    if let Err(words) = on_a_large_stack(|| extract(bytes, &mut |message| write(&message))) {
        write(&Message::Failed(Failure::Panic(words)));
    }
    Some(ExitCode::SUCCESS)
}

/// Writes a message. Says whether anybody reads it.
fn write(message: &Message) -> bool {
    let Ok(mut line) = serde_json::to_vec(message) else { return false };
    line.push(b'\n');
    let mut out = std::io::stdout().lock();
    out.write_all(&line).and_then(|()| out.flush()).is_ok()
}

/// Limits what this process may take, for good.
#[cfg(unix)]
fn limit(seconds: u64, memory: u64) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = |value: u64, last: u64| Rlimit { current: Some(value), maximum: Some(last) };
    // At the first limit comes a signal that says what happened, at the last one the end.
    setrlimit(Resource::Cpu, most(seconds, seconds.saturating_add(1)))?;
    setrlimit(Resource::Core, most(0, 0))?;
    // Some systems know no such limit and say so.
    if cfg!(target_os = "linux") {
        setrlimit(Resource::As, most(memory, memory))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn limit(_seconds: u64, _memory: u64) -> std::io::Result<()> {
    Ok(())
}

/// What the helper says of a PDF. No process and no thread is left behind.
pub(super) fn ask(program: &Path, source: &Source<'_>) -> Told {
    let mut told = Told::default();
    let failed = |mut told: Told, words: String| {
        told.take(Message::Failed(Failure::Helper(words)));
        told
    };
    let (mut child, output) = match start(program, source) {
        Ok(started) => started,
        Err(error) => return failed(told, format!("couldn't be started: {error}")),
    };
    let begun = Instant::now();
    let limits = source.limits;
    let patience = limits.pdf_time.saturating_mul(WALL).saturating_add(GRACE);
    let (mut last_words, mut late) = (String::new(), false);
    let input = child.stdin.take();
    let status = std::thread::scope(|scope| {
        let (done, is_done) = mpsc::channel::<()>();
        let (told, last_words) = (&mut told, &mut last_words);
        let conversation = move || {
            if let Some(mut input) = input {
                // A helper that ended early doesn't hear all of it, which shows in what it says.
                let _ = input.write_all(source.bytes);
            }
            listen(output, limits.unpacked.saturating_mul(2), told, last_words);
            drop(done);
        };
        let thread = std::thread::Builder::new().name("pdf-helper".into()).spawn_scoped(scope, conversation);
        // Nothing is ever sent: what is waited for is the end of the conversation.
        late = thread.is_ok() && is_done.recv_timeout(patience) == Err(mpsc::RecvTimeoutError::Timeout);
        end(&mut child)
    });
    let said = if told.ended { "read" } else { "couldn't be read" };
    log::took("pdf", said, begun, &[("bytes", source.bytes.len() as u64), ("late", u64::from(late))]);
    if told.ended || told.failure.is_some() {
        return told;
    }
    let failure = match status {
        Ok(status) => why(status, &last_words, late),
        Err(error) => Failure::Helper(format!("couldn't be waited for: {error}")),
    };
    told.take(Message::Failed(failure));
    told
}

/// Starts the helper with one pipe for all that it says.
fn start(program: &Path, source: &Source<'_>) -> std::io::Result<(Child, PipeReader)> {
    let (output, said) = std::io::pipe()?;
    let memory =
        source.limits.pdf_memory.saturating_add(OWN_MEMORY).saturating_add(source.bytes.len() as u64);
    let child = Command::new(program)
        .arg(READ_PDF)
        .arg(source.limits.pdf_time.as_secs().max(1).to_string())
        .arg(memory.to_string())
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(said.try_clone()?)
        .stderr(said)
        .spawn()?;
    Ok((child, output))
}

/// Takes the messages of the helper, up to `limit` bytes, and the last of what else it says.
fn listen(output: PipeReader, limit: u64, told: &mut Told, last_words: &mut String) {
    let mut output = BufReader::new(output.take(limit));
    let mut line = Vec::new();
    loop {
        line.clear();
        match output.read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => break,
            Ok(_) => {}
        }
        if let Ok(message) = serde_json::from_slice(&line) {
            if !told.take(message) {
                return;
            }
        } else {
            let words = String::from_utf8_lossy(&line);
            last_words.extend(words.chars().take(500));
            last_words.truncate(last_words.floor_char_boundary(4000));
        }
    }
    if output.get_ref().limit() == 0 {
        told.take(Message::Failed(Failure::Size));
    }
}

/// Ends the helper if it still runs.
fn end(child: &mut Child) -> std::io::Result<ExitStatus> {
    // A helper that has said all it had to say is about to end, or hangs: there is no need to know.
    match child.try_wait()? {
        Some(status) => Ok(status),
        None => {
            // It may have ended just now.
            let _ = child.kill();
            child.wait()
        }
    }
}

/// Why the helper ended.
fn why(status: ExitStatus, last_words: &str, late: bool) -> Failure {
    if late || is_out_of_time(status) {
        return Failure::Time;
    }
    // What the runtime says before it aborts.
    if last_words.contains("memory allocation of") || last_words.contains("capacity overflow") {
        return Failure::Memory;
    }
    if last_words.contains("has overflowed its stack") {
        return Failure::Depth;
    }
    Failure::Helper(format!("ended with {status}"))
}

#[cfg(unix)]
fn is_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn is_out_of_time(_status: ExitStatus) -> bool {
    false
}
