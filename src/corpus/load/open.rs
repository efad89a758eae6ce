//! Opening a file: what it is, and its bytes as they are read, unpacked where they are compressed.

use std::fs::{File, Metadata};
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use crate::corpus::format::{Foreign, Kind, PEEK, recognise};
use crate::corpus::packed::{Unpacked, inner_name};
use crate::corpus::walk::not_regular;
use crate::corpus::{Limits, Problem};

/// The bytes that are read at once.
const BUFFER: usize = 64 << 10;

/// An open file.
pub(super) struct Opened {
    /// What the file system says of it.
    pub(super) known: Metadata,
    /// What it is, or what is in it where it is compressed.
    pub(super) kind: Result<Kind, Foreign>,
    /// Its path, without the ending that says how it is compressed.
    pub(super) name: String,
    /// Whether it is compressed.
    pub(super) is_packed: bool,
    pub(super) reader: BufReader<Bytes>,
}

/// The bytes of a file from the beginning on, although some were looked at already.
pub(super) struct Bytes {
    head: Cursor<Vec<u8>>,
    rest: Rest,
}

enum Rest {
    File(File),
    Packed(Unpacked<BufReader<Whole>>),
}

/// A file whose first bytes were looked at.
struct Whole {
    head: Cursor<Vec<u8>>,
    rest: File,
}

impl Bytes {
    /// Goes on at the byte `at` of the file.
    ///
    /// # Errors
    ///
    /// What the system says. What is compressed can only be read from the beginning.
    pub(super) fn seek(&mut self, at: u64) -> io::Result<()> {
        match &mut self.rest {
            Rest::File(file) => file.seek(SeekFrom::Start(at))?,
            Rest::Packed(_) => return Err(io::ErrorKind::Unsupported.into()),
        };
        self.head = Cursor::default();
        Ok(())
    }

    /// Why not all of what is compressed was read, once its end was reached.
    pub(super) fn cut(&self) -> Option<&str> {
        match &self.rest {
            Rest::File(_) => None,
            Rest::Packed(unpacked) => unpacked.cut(),
        }
    }
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.head.read(buffer)? {
            0 => match &mut self.rest {
                Rest::File(file) => file.read(buffer),
                Rest::Packed(unpacked) => unpacked.read(buffer),
            },
            read => Ok(read),
        }
    }
}

impl Read for Whole {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.head.read(buffer)? {
            0 => self.rest.read(buffer),
            read => Ok(read),
        }
    }
}

/// Opens the file at `path` and looks at what it is.
///
/// # Errors
///
/// What the system says; and that it is no regular file.
pub(super) fn open(path: &Path, limits: &Limits) -> Result<Opened, Problem> {
    let io = |error| Problem::io(path, &error);
    let (mut file, known) = regular(path)?;
    let name = path.to_string_lossy();
    let head = head(&mut file).map_err(io)?;
    let Ok(Kind::Packed(packing)) = recognise(&name, &head) else {
        let kind = recognise(&name, &head);
        let bytes = Bytes { head: Cursor::new(head), rest: Rest::File(file) };
        let reader = BufReader::with_capacity(BUFFER, bytes);
        return Ok(Opened { known, kind, name: name.into_owned(), is_packed: false, reader });
    };
    let whole = Whole { head: Cursor::new(head), rest: file };
    let mut unpacked = Unpacked::new(BufReader::with_capacity(BUFFER, whole), packing, limits.unpacked);
    let head = self::head(&mut unpacked).map_err(io)?;
    let name = inner_name(&name).to_owned();
    let kind = recognise(&name, &head);
    let bytes = Bytes { head: Cursor::new(head), rest: Rest::Packed(unpacked) };
    let reader = BufReader::with_capacity(BUFFER, bytes);
    Ok(Opened { known, kind, name, is_packed: true, reader })
}

/// The first bytes, as many as are looked at to see what a file is.
fn head(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(BUFFER);
    reader.by_ref().take(PEEK as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// Opens a regular file, and nothing else.
fn regular(path: &Path) -> Result<(File, Metadata), Problem> {
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
