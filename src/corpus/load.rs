//! Loading files: reading them with care, and making documents of their bytes.

use std::fs::{File, Metadata};
use std::io::Read;
use std::path::Path;
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use super::draft::{Draft, Source};
use super::format::{Foreign, Format, Kind, recognise};
use super::walk::not_regular;
use super::{ContentHash, Document, Limits, Problem, decode, finish, markdown, plain};

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

/// What is told of each document of a file: the document's path, and the document or why there is none.
pub type Tell<'a> = &'a mut dyn FnMut(&Path, Result<Loaded, Unread>);

/// Loads documents within limits.
#[derive(Clone, Debug, Default)]
pub struct Loader {
    limits: Limits,
}

impl Loader {
    /// A loader that keeps to these limits.
    pub fn new(limits: Limits) -> Self {
        Self { limits }
    }

    /// Reads all documents of the file at `path`, in order: one, or the members of a file that holds
    /// several. The path of a member is the path of its file with the member's number behind it, as if the
    /// file were a folder: `mail.mbox/17`. No file can have such a path, so none is confused with it.
    pub fn read_all(&self, path: &Path, tell: Tell<'_>) {
        tell(path, self.load(path));
    }

    /// Reads the file at `path`, or the member of a file, and makes a document of it.
    ///
    /// Only regular files are opened, so that no pipe makes this wait. (Somebody who puts a pipe in the place
    /// of a file between the look and the opening can make it wait all the same; to open without waiting
    /// takes system calls that the standard library doesn't have.)
    ///
    /// # Errors
    ///
    /// [`Unread::Binary`] for what is no document; [`Unread::Problem`] for what can't be read, is over a
    /// limit, or has a document format that this version doesn't read.
    pub fn load(&self, path: &Path) -> Result<Loaded, Unread> {
        let (file, known) = open(path)?;
        let bytes = self.whole(path, file, &known)?;
        let document = self.parse(&path.to_string_lossy(), &bytes)?;
        Ok(Loaded { document, size: bytes.len() as u64, modified: known.modified().ok() })
    }

    /// Reads only the beginning of the file at `path`, about [`PART`] bytes up to the end of a line or word,
    /// and makes a document of that, so that a large file can be shown before all of it is read. `None` where
    /// the file isn't large, or can't be cut because of its format or because it is UTF-16 or UTF-32.
    ///
    /// # Errors
    ///
    /// As [`Loader::load`].
    pub fn load_part(&self, path: &Path) -> Result<Option<Document>, Unread> {
        let io = |error| Problem::io(path, &error);
        let known = std::fs::metadata(path).map_err(io)?;
        if !known.is_file() || known.len() < 4 * PART as u64 || known.len() > self.limits.file {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(PART);
        File::open(path).map_err(io)?.take(PART as u64).read_to_end(&mut bytes).map_err(io)?;
        let name = path.to_string_lossy();
        let cuttable = matches!(recognise(&name, &bytes), Ok(Kind::One(Format::Plain | Format::Markdown)));
        if !cuttable || decode::is_wide(&bytes) {
            return Ok(None);
        }
        let near = bytes.len() - bytes.len() / 8;
        let end = memchr::memrchr(b'\n', &bytes[near..]).or_else(|| memchr::memrchr(b' ', &bytes[near..]));
        // Without a line or word to end with, at least no character of UTF-8 is cut.
        let end = end.map(|at| near + at).or_else(|| bytes.iter().rposition(|byte| byte & 0xc0 != 0x80));
        bytes.truncate(end.unwrap_or(0));
        self.parse(&name, &bytes).map(Some)
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
    /// doesn't read, or more bytes than the limit.
    pub fn parse(&self, name: &str, bytes: &[u8]) -> Result<Document, Unread> {
        if bytes.len() as u64 > self.limits.file {
            return Err(self.too_large(name).into());
        }
        let format = match recognise(name, bytes).map_err(|foreign| unread(name, foreign))? {
            Kind::One(format) => format,
            Kind::Many(format) => return Err(unread(name, Foreign::Document(format.label()))),
            Kind::Packed(_) => return Err(unread(name, Foreign::Binary("compressed file"))),
        };
        let source = Source { name, bytes, limits: &self.limits };
        let (hash, draft) = rayon::join(|| content_hash(bytes), || draft(&source, format));
        Ok(finish::document(name, draft?, format, hash))
    }

    /// The bytes of a file, up to the limit.
    fn whole(&self, path: &Path, file: File, known: &Metadata) -> Result<Vec<u8>, Problem> {
        let limit = self.limits.file;
        let mut bytes = Vec::with_capacity(known.len().min(limit) as usize + 1);
        if known.len() <= limit {
            file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| Problem::io(path, &error))?;
        }
        if known.len() > limit || bytes.len() as u64 > limit {
            return Err(self.too_large(&path.to_string_lossy()));
        }
        Ok(bytes)
    }

    fn too_large(&self, name: &str) -> Problem {
        let reason = format!("is larger than {}", size(self.limits.file));
        Problem::new(name, reason, "split it into smaller files")
    }
}

/// Makes a document of a file's bytes, within the usual limits; see [`Loader::parse`].
///
/// # Errors
///
/// As [`Loader::parse`].
pub fn parse(name: &str, bytes: &[u8]) -> Result<Document, Unread> {
    Loader::default().parse(name, bytes)
}

/// What the reader of the format makes of the file.
fn draft(source: &Source<'_>, format: Format) -> Result<Draft, Problem> {
    Ok(match format {
        Format::Plain => plain::read(source),
        Format::Markdown => markdown::read(source),
        // Each of these gets a reader of its own.
        Format::Html | Format::Epub | Format::Pdf | Format::Docx | Format::Mail | Format::Record => {
            return Err(Problem::new(source.name, "isn't read yet", ""));
        }
    })
}

/// Opens a regular file, and nothing else.
fn open(path: &Path) -> Result<(File, Metadata), Problem> {
    let io = |error| Problem::io(path, &error);
    let known = std::fs::metadata(path).map_err(io)?;
    if known.is_dir() {
        return Err(Problem::new(path.to_string_lossy(), "is a folder, not a file", ""));
    }
    if !known.is_file() {
        return Err(not_regular(path));
    }
    let file = File::open(path).map_err(io)?;
    // Asked of the open file, which may not be the one looked at above.
    let known = file.metadata().map_err(io)?;
    Ok((file, known))
}

fn content_hash(bytes: &[u8]) -> ContentHash {
    ContentHash(Sha256::digest(bytes).into())
}

fn unread(name: &str, foreign: Foreign) -> Unread {
    match foreign {
        Foreign::Binary(what) => Unread::Binary(what),
        Foreign::Document(what) => {
            let reason = format!("this version doesn't read {what} files");
            Problem::new(name, reason, "convert it to text or Markdown").into()
        }
    }
}

/// A number of bytes in words: `512 bytes`, `16 MiB`, `1 GiB`.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        _ if bytes >= 1 << 30 && bytes % (1 << 30) == 0 => format!("{} GiB", bytes >> 30),
        _ if bytes >= 1 << 20 => format!("{} MiB", bytes >> 20),
        _ if bytes >= 1 << 10 => format!("{} KiB", bytes >> 10),
        _ => format!("{bytes} bytes"),
    }
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
