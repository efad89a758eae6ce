//! Loading files: reading them with care, and making documents of their bytes.

mod marks;
mod members;
mod open;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use super::draft::{Draft, Source};
use super::format::{Foreign, Format, Kind, recognise};
use super::parts::SMALL;
use super::{
    ContentHash, Document, Limits, Problem, Repeats, bundled, decode, docx, epub, finish, html, json_lines,
    mail, markdown, pdf, plain,
};
use marks::Marks;
use members::Members;
use open::{Opened, open};

/// The bytes of a large file of which its preview is made: 512 KiB.
pub const PART: usize = 512 * 1024;

/// The bytes of a large text that are shown at once when it is opened: 64 KiB, some twenty screens, which take a
/// millisecond.
pub const OPENING: usize = 64 * 1024;

/// A document and what the file system says of its file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The document.
    pub document: Document,
    /// Its size in bytes: that of the file or, of a member and of what was compressed, its own.
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
    /// It holds several documents: [`Loader::read_all`] gives them.
    Many,
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
    /// Shared by clones: what one of them learns all know.
    repeats: Arc<RwLock<Arc<Repeats>>>,
    /// Where members of files begin. Clones share it.
    marks: Arc<Marks>,
    /// The program that reads PDFs; see [`Loader::with_helper`].
    helper: Option<PathBuf>,
}

impl Loader {
    /// A loader that keeps to these limits.
    pub fn new(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Takes the lines that repeat in a collection: from now on they are set aside. What was loaded before
    /// stays as it is.
    pub fn learn(&self, repeats: Arc<Repeats>) {
        // No panic can happen while the lock is held.
        *self.repeats.write().unwrap_or_else(PoisonError::into_inner) = repeats;
    }

    /// The same loader, which doesn't know of lines that repeat and shall not hear of them.
    #[must_use]
    pub fn unlearned(&self) -> Self {
        Self { repeats: Arc::default(), ..self.clone() }
    }

    /// By what it reads, in words: what another loader read by the same, this one reads alike.
    pub fn reading(&self) -> String {
        format!("{:?}", self.limits)
    }

    /// The lines that are known to repeat.
    fn repeats(&self) -> Arc<Repeats> {
        self.repeats.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The same loader, but PDFs are read by this program, which is started anew for each of them: no PDF can
    /// take more memory or time than the limits, nor end this process. The program has to be one that begins
    /// with [`super::pdf_child`]. Without it PDFs are read in this process.
    #[must_use]
    pub fn with_helper(self, program: PathBuf) -> Self {
        Self { helper: Some(program), ..self }
    }

    /// Reads all documents of the file at `path`, in order: one, or the members of a file that holds
    /// several. The path of a member is the path of its file with the member's number behind it, as if the
    /// file were a folder: `mail.mbox/17`. No file can have such a path, so none is confused with it.
    ///
    /// Members are read by all cores in batches, and told as each batch is done; no more than a batch is in
    /// memory. What is wrong with one of them, even a reader that panics, is its own problem; of many such
    /// the first ones are told, and then their number.
    pub fn read_all(&self, path: &Path, tell: Tell<'_>) {
        let opened = match open(path, &self.limits) {
            Ok(opened) => opened,
            // It may be the path of a member.
            Err(_) => return tell(path, self.load(path)),
        };
        match opened.kind {
            Ok(Kind::Many(format)) => Members::new(self, path, opened, format).read_all(tell),
            _ => tell(path, self.only(path, opened)),
        }
    }

    /// Whether the file at `path` is, by its first bytes, a document; `damaged` is asked where only reading all of it can
    /// tell, with the size of the file in bytes.
    ///
    /// # Errors
    ///
    /// As [`Loader::load`], but what is wrong with a file is only seen where `damaged` says that it is worth it.
    pub fn look(&self, path: &Path, damaged: impl FnOnce(u64) -> bool) -> Result<(), Unread> {
        let opened = open(path, &self.limits)?;
        let (size, is_packed) = (opened.known.len(), opened.is_packed);
        match opened.kind {
            Ok(Kind::One(format))
                if (is_packed || size <= self.limits.file)
                    && (format.is_text() || !(is_packed || damaged(size))) =>
            {
                Ok(())
            }
            // What is over the limit isn't read there either.
            _ => self.only(path, opened).map(drop),
        }
    }

    /// Whether the file at `path` can be opened and holds several documents.
    pub fn holds_many(&self, path: &Path) -> bool {
        open(path, &self.limits).is_ok_and(|opened| matches!(opened.kind, Ok(Kind::Many(_))))
    }

    /// Reads the file at `path`, or the member of a file, or what is built into the program under that path, and makes a
    /// document of it.
    ///
    /// Only regular files are opened, so that no pipe makes this wait. (Somebody who puts a pipe in the place
    /// of a file between the look and the opening can make it wait all the same; to open without waiting
    /// takes system calls that the standard library doesn't have.)
    ///
    /// # Errors
    ///
    /// [`Unread::Binary`] for what is no document; [`Unread::Many`] for what holds several;
    /// [`Unread::Problem`] for what can't be read, is over a limit, or has a document format that this
    /// version doesn't read.
    pub fn load(&self, path: &Path) -> Result<Loaded, Unread> {
        if let Some((name, text)) = path.to_str().and_then(|name| Some((name, bundled(name)?))) {
            let document = self.parse(name, text.as_bytes())?;
            return Ok(Loaded { document, size: text.len() as u64, modified: None });
        }
        if let Some((file, number)) = member_path(path) {
            let opened = open(file, &self.limits)?;
            if let Ok(Kind::Many(format)) = opened.kind {
                return Members::new(self, file, opened, format).load(number);
            }
            let reason = format!("there is no document {number} in it: it is a single one");
            return Err(Problem::new(file.to_string_lossy(), reason, "").into());
        }
        self.only(path, open(path, &self.limits)?)
    }

    /// The document that an open file is.
    fn only(&self, path: &Path, mut opened: Opened) -> Result<Loaded, Unread> {
        let format = match opened.kind.map_err(|foreign| unread(&opened.name, foreign))? {
            Kind::One(format) => format,
            Kind::Many(_) => return Err(Unread::Many),
            Kind::Packed(_) => return Err(Unread::Binary("file that was compressed twice")),
        };
        if opened.is_packed && !format.is_text() {
            let reason = format!("this version doesn't read compressed {} files", format.label());
            return Err(Problem::new(path.to_string_lossy(), reason, "unpack it").into());
        }
        let bytes = self.whole(path, &mut opened)?;
        let mut document = self.document(&opened.name, format, &bytes)?;
        let cut = opened.reader.get_ref().cut();
        document.done.extend(cut.map(str::to_owned));
        document.lost.extend(cut.map(|cut| Problem::new("", cut, "get a whole copy, or unpack it")));
        // The reader of the format knows the file without the ending that says how it is compressed.
        document.lost.iter_mut().for_each(|problem| problem.path = path.to_string_lossy().into_owned());
        Ok(Loaded { document, size: bytes.len() as u64, modified: opened.known.modified().ok() })
    }

    /// Reads only the beginning of the file at `path`, about `part` bytes up to the end of a line or word,
    /// and makes a document of that, so that a large file can be shown before all of it is read. `None` where
    /// the file isn't four times as large, or can't be cut because of its format or because it is UTF-16 or UTF-32.
    ///
    /// # Errors
    ///
    /// As [`Loader::load`].
    pub fn load_part(&self, path: &Path, part: usize) -> Result<Option<Document>, Unread> {
        let io = |error| Problem::io(path, &error);
        let known = std::fs::metadata(path).map_err(io)?;
        if !known.is_file() || known.len() < 4 * part as u64 || known.len() > self.limits.file {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(part);
        File::open(path).map_err(io)?.take(part as u64).read_to_end(&mut bytes).map_err(io)?;
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
    /// doesn't read, or more bytes than the limit; [`Unread::Many`] for what holds several documents.
    pub fn parse(&self, name: &str, bytes: &[u8]) -> Result<Document, Unread> {
        if bytes.len() as u64 > self.limits.file {
            return Err(self.too_large(name).into());
        }
        match recognise(name, bytes).map_err(|foreign| unread(name, foreign))? {
            Kind::One(format) => Ok(self.document(name, format, bytes)?),
            Kind::Many(_) => Err(Unread::Many),
            Kind::Packed(_) => Err(Unread::Binary("compressed file")),
        }
    }

    /// Makes a document of bytes that are taken for this format, whatever they look like.
    ///
    /// # Errors
    ///
    /// What is wrong with them, or that they are more than the limit.
    pub fn parse_as(&self, format: Format, name: &str, bytes: &[u8]) -> Result<Document, Problem> {
        if bytes.len() as u64 > self.limits.file {
            return Err(self.too_large(name));
        }
        self.document(name, format, bytes)
    }

    /// Makes a document of the bytes of one.
    fn document(&self, name: &str, format: Format, bytes: &[u8]) -> Result<Document, Problem> {
        let source = Source { name, bytes, limits: &self.limits };
        let hash = || content_hash(bytes);
        let draft = || draft(&source, format, self.helper.as_deref());
        let (hash, draft) = if bytes.len() < SMALL { (hash(), draft()) } else { rayon::join(hash, draft) };
        Ok(finish::document(name, draft?, format, hash, &self.repeats()))
    }

    /// The bytes of a file, up to the limit.
    fn whole(&self, path: &Path, opened: &mut Opened) -> Result<Vec<u8>, Problem> {
        let limit = self.limits.file;
        let known = if opened.is_packed { 0 } else { opened.known.len() };
        let mut bytes = Vec::with_capacity(known.min(limit) as usize + 1);
        if known <= limit {
            let reader = opened.reader.by_ref().take(limit + 1);
            { reader }.read_to_end(&mut bytes).map_err(|error| Problem::io(path, &error))?;
        }
        if known > limit || bytes.len() as u64 > limit {
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
fn draft(source: &Source<'_>, format: Format, helper: Option<&Path>) -> Result<Draft, Problem> {
    Ok(match format {
        Format::Plain => plain::read(source),
        Format::Markdown => markdown::read(source),
        Format::Html => html::read(source),
        Format::Mail => mail::read(source),
        Format::Record => return json_lines::read(source),
        Format::Epub => epub::read(source)?,
        Format::Docx => docx::read(source)?,
        Format::Pdf => pdf::read(source, helper)?,
    })
}

/// The file and the number, where a path is that of a member: its parent is a file, or a link to one.
fn member_path(path: &Path) -> Option<(&Path, usize)> {
    let digits = path.file_name()?.to_str()?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    let number = if plain { digits.parse().ok()? } else { return None };
    let file = path.parent()?;
    file.is_file().then_some((file, number))
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
        _ if bytes >= 1 << 30 && bytes.is_multiple_of(1 << 30) => format!("{} GiB", bytes >> 30),
        _ if bytes >= 1 << 20 => format!("{} MiB", bytes >> 20),
        _ if bytes >= 1 << 10 => format!("{} KiB", bytes >> 10),
        _ => format!("{bytes} bytes"),
    }
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
