//! Loading one file: reading it with care, and making a document of its bytes.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use super::format::{Foreign, Format, recognise};
use super::walk::not_regular;
use super::{ContentHash, Document, Problem, decode, markdown, plain};

/// The size in bytes up to which a file is read: 1 GiB. Decoded it may take three times that, which is
/// still under the 4 GiB that a [`crate::text::Span`] can point into.
pub const MAX_FILE: u64 = 1 << 30;

/// The bytes of a large file that are shown before the rest is read: 512 KiB, some two hundred screens.
pub const PART: usize = 512 * 1024;

/// A document and what the file system says of its file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The document.
    pub document: Document,
    /// The file's size in bytes.
    pub size: u64,
    /// When the file was last changed, where the system knows.
    pub modified: Option<SystemTime>,
}

/// Why a file gives no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no document, but what the word says, such as "PNG picture": to be left out and counted.
    Binary(&'static str),
    /// It should have been read and couldn't be: to be shown.
    Problem(Problem),
}

impl From<Problem> for Unread {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Reads the file at `path` and makes a document of it.
///
/// Only regular files are opened, so that no pipe makes this wait. (Somebody who puts a pipe in the place
/// of a file between the look and the opening can make it wait all the same; to open without waiting takes
/// system calls that the standard library doesn't have.)
///
/// # Errors
///
/// [`Unread::Binary`] for what is no document; [`Unread::Problem`] for what can't be read, is larger than
/// [`MAX_FILE`], or has a document format that this version doesn't read.
pub fn load(path: &Path) -> Result<Loaded, Unread> {
    let io = |error| Problem::io(path, &error);
    let name = path.to_string_lossy();
    let known = std::fs::metadata(path).map_err(io)?;
    if known.is_dir() {
        return Err(Problem::new(name, "is a folder, not a file", "").into());
    }
    if !known.is_file() {
        return Err(not_regular(path).into());
    }
    let file = File::open(path).map_err(io)?;
    // Asked of the open file, which may not be the one looked at above.
    let known = file.metadata().map_err(io)?;
    let mut bytes = Vec::with_capacity(known.len().min(MAX_FILE) as usize + 1);
    if known.len() <= MAX_FILE {
        file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(io)?;
    }
    if known.len() > MAX_FILE || bytes.len() as u64 > MAX_FILE {
        return Err(Problem::new(name, "is larger than 1 GiB", "split it into smaller files").into());
    }
    let document = parse(&name, &bytes)?;
    Ok(Loaded { document, size: bytes.len() as u64, modified: known.modified().ok() })
}

/// Reads only the beginning of the file at `path`, about [`PART`] bytes up to the end of a line or word, and
/// makes a document of that, so that a large file can be shown before all of it is read. `None` where the
/// file isn't large, or can't be cut because it is UTF-16.
///
/// # Errors
///
/// As [`load`].
pub fn load_part(path: &Path) -> Result<Option<Document>, Unread> {
    let io = |error| Problem::io(path, &error);
    let known = std::fs::metadata(path).map_err(io)?;
    if !known.is_file() || known.len() < 4 * PART as u64 || known.len() > MAX_FILE {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(PART);
    File::open(path).map_err(io)?.take(PART as u64).read_to_end(&mut bytes).map_err(io)?;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Ok(None);
    }
    let near = bytes.len() - bytes.len() / 8;
    let end = memchr::memrchr(b'\n', &bytes[near..]).or_else(|| memchr::memrchr(b' ', &bytes[near..]));
    // Without a line or word to end with, at least no character of UTF-8 is cut.
    let end = end.map(|at| near + at).or_else(|| bytes.iter().rposition(|byte| byte & 0xc0 != 0x80));
    bytes.truncate(end.unwrap_or(0));
    parse(&path.to_string_lossy(), &bytes).map(Some)
}

/// Makes a document of a file's bytes. `name` is its path or name: the format, and at need the title and
/// the date, come from it.
///
/// A file that is empty or holds only white space is a document of 0 words that has its name for a title:
/// the person sees that it is there, and that there is nothing in it.
///
/// # Errors
///
/// [`Unread::Binary`] for what is no document; [`Unread::Problem`] for a document format that this version
/// doesn't read, or more than [`MAX_FILE`] bytes.
pub fn parse(name: &str, bytes: &[u8]) -> Result<Document, Unread> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(Problem::new(name, "is larger than 1 GiB", "split it into smaller files").into());
    }
    let format = recognise(name, bytes).map_err(|foreign| match foreign {
        Foreign::Binary(what) => Unread::Binary(what),
        Foreign::Document(what) => Problem::new(
            name,
            format!("this version doesn't read {what} files"),
            "convert it to text or Markdown",
        )
        .into(),
    })?;
    let (hash, (raw, done)) = rayon::join(
        || ContentHash(Sha256::digest(bytes).into()),
        || {
            let decoded = decode::decode(bytes);
            (Arc::<str>::from(decoded.text), Vec::from_iter(decoded.done))
        },
    );
    let source = Source { name, raw, hash, done };
    Ok(match format {
        Format::Plain => plain::document(source),
        Format::Markdown => markdown::document(source),
    })
}

/// What every format begins with.
pub(super) struct Source<'a> {
    /// The file's path or name.
    pub(super) name: &'a str,
    /// The decoded text.
    pub(super) raw: Arc<str>,
    /// The hash of the file.
    pub(super) hash: ContentHash,
    /// What was done so far.
    pub(super) done: Vec<String>,
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
