//! What happened and how long it took, a line each, for somebody who wants to know why something is slow or wrong.
//!
//! A line is made of words that stand in this program, and of numbers: there is no way for a path, a title or a word of a
//! document to get into it.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::OnceLock;
use std::time::Instant;

/// Where lines go.
struct Log {
    begun: Instant,
    file: Option<File>,
    aloud: bool,
}

/// Whatever happens anywhere can be logged, so that this is known everywhere.
static LOG: OnceLock<Log> = OnceLock::new();

/// From now on lines are appended to the file, and printed on standard error where it is to be done aloud. Without
/// either there is no log.
///
/// # Errors
///
/// What the system says where the file can't be opened.
pub fn begin(file: Option<&Path>, aloud: bool) -> io::Result<()> {
    if file.is_none() && !aloud {
        return Ok(());
    }
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = file.map(|path| options.open(path)).transpose()?;
    // A process begins once.
    let _ = LOG.set(Log { begun: Instant::now(), file, aloud });
    Ok(())
}

/// Logs what happened in a part of the program, with numbers that tell more.
pub fn note(part: &'static str, what: &'static str, numbers: &[(&'static str, u64)]) {
    let Some(log) = LOG.get() else { return };
    let numbers: String = numbers.iter().map(|(name, number)| format!(" {name}={number}")).collect();
    let told = format!("{part}: {what}{numbers}");
    if let Some(mut file) = log.file.as_ref() {
        let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ");
        // One write for a line: those of several processes don't mix. Nobody is left to whom a failure could be told.
        let _ = file.write_all(format!("{now} {} {told}\n", std::process::id()).as_bytes());
    }
    if log.aloud {
        let _ = writeln!(io::stderr(), "[{:7.3}] {told}", log.begun.elapsed().as_secs_f64());
    }
}

/// The same with how many milliseconds it took.
pub fn took(part: &'static str, what: &'static str, begun: Instant, numbers: &[(&'static str, u64)]) {
    if LOG.get().is_some() {
        let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        note(part, what, &[numbers, &[("ms", ms)]].concat());
    }
}
