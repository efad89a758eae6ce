//! Which format a file has. A new format is one more value of [`Format`] here, with one function that reads
//! its bytes (see `load::draft`).

use serde::{Deserialize, Serialize};

use super::decode::is_wide;
use super::{html, json_lines, mail, mbox};

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// Text as it is, and whatever else is text: tables, programs.
    Plain,
    /// Markdown, known by the file's name.
    Markdown,
    /// A page of the web.
    Html,
    /// An electronic book.
    Epub,
    /// A PDF.
    Pdf,
    /// A document of a word processor, Office Open XML.
    Docx,
    /// A message (RFC 5322), in a file of its own or in an mbox.
    Mail,
    /// A record of JSON Lines.
    Record,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[
        Self::Plain,
        Self::Markdown,
        Self::Html,
        Self::Epub,
        Self::Pdf,
        Self::Docx,
        Self::Mail,
        Self::Record,
    ];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Plain => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Epub => "EPUB",
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Mail => "mail",
            Self::Record => "JSON record",
        }
    }

    /// Whether its files are text, and can be read as they are unpacked.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Plain | Self::Markdown | Self::Html | Self::Mail | Self::Record)
    }
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A document.
    One(Format),
    /// A file of many documents of this format, one behind the other.
    Many(Format),
    /// Compressed text.
    Packed(Packing),
}

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    Zstd,
}

/// Why a file's format can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    /// A document in a format that this version doesn't read: the person should know.
    Document(&'static str),
    /// Not a document: a picture, a program, an archive.
    Binary(&'static str),
}

/// How many bytes are searched for NUL, as `git` and `grep` do it.
pub(super) const LOOKED_AT: usize = 8 << 10;

/// Over one NUL in so many bytes is no text. (A scraped article may hold a stray one.)
const NOUGHTS_ARE_BINARY: usize = 500;

/// Over one control character in so many bytes, in what isn't UTF-8 either, is no text.
const CONTROLS_ARE_BINARY: usize = 8;

/// What a file is by its name and its first bytes, [`PEEK`] of them or all.
pub(super) fn recognise(name: &str, bytes: &[u8]) -> Result<Kind, Foreign> {
    let extension = extension(name);
    if let Some(packing) = packing(bytes) {
        return Ok(Kind::Packed(packing));
    }
    if bytes.starts_with(ZIP) {
        return zipped(&extension, bytes);
    }
    if is_pdf(&extension, bytes) {
        return Ok(Kind::One(Format::Pdf));
    }
    if let Some(foreign) = by_magic(&extension, bytes) {
        return Err(foreign);
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let noughts = memchr::memchr_iter(0, head).count();
    if (noughts * NOUGHTS_ARE_BINARY > head.len() || is_noise(head)) && !is_wide(bytes) {
        return Err(Foreign::Binary("binary file"));
    }
    Ok(match extension.as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Kind::One(Format::Markdown),
        "jsonl" | "ndjson" if has_record(peek(bytes)) => Kind::Many(Format::Record),
        "eml" if mail::header_len(peek(bytes)) > 0 => Kind::One(Format::Mail),
        _ if mbox::begins(peek(bytes)) => Kind::Many(Format::Mail),
        _ if mail::begins(peek(bytes)) => Kind::One(Format::Mail),
        _ if json_lines::begins(peek(bytes), bytes.len() < PEEK) => Kind::Many(Format::Record),
        _ if html::is_page(&extension, head) => Kind::One(Format::Html),
        _ => Kind::One(Format::Plain),
    })
}

/// How many bytes are searched for signs of a text format.
pub(super) const PEEK: usize = 64 << 10;

fn peek(bytes: &[u8]) -> &[u8] {
    bytes.get(..PEEK).unwrap_or(bytes)
}

/// Whether a file whose name says that it holds records has one among its first lines.
fn has_record(bytes: &[u8]) -> bool {
    let head = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    head.split(|byte| *byte == b'\n').any(|line| line.trim_ascii_start().starts_with(b"{"))
}

/// How a file is compressed, by its first bytes (RFC 1952, 2.3.1; RFC 8878, 3.1).
fn packing(bytes: &[u8]) -> Option<Packing> {
    match bytes {
        [0x1f, 0x8b, 8, ..] => Some(Packing::Gzip),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Packing::Zstd),
        _ => None,
    }
}

/// How far from the beginning of a PDF its mark may stand, as the common readers have it.
const JUNK: usize = 1024;

/// Whether it is a PDF: by the mark at its beginning, or near it where the name says so too. (An archive may
/// hold a PDF there, and a text may tell of one.)
fn is_pdf(extension: &str, bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"%PDF-";
    let head = &bytes[..bytes.len().min(JUNK)];
    bytes.starts_with(MARK) || extension == "pdf" && memchr::memmem::find(head, MARK).is_some()
}

/// What stands behind the last dot of a file's name, in lower case.
pub(super) fn extension(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_lowercase())
}

/// What the names of programs end with.
#[rustfmt::skip]
const PROGRAMS: &[&str] = &[
    "asm", "bash", "bat", "c", "cc", "clj", "cmd", "cpp", "cs", "css", "cxx", "dart", "el", "erl", "ex", "exs", "f90", "fish",
    "go", "h", "hh", "hpp", "hs", "java", "jl", "js", "jsx", "kt", "lisp", "lua", "m", "mjs", "ml", "nix", "pas", "php", "pl",
    "pm", "ps1", "py", "pyi", "r", "rb", "rs", "s", "scala", "scm", "scss", "sh", "sql", "swift", "tcl", "ts", "tsx", "vb",
    "vim", "zig", "zsh",
];

/// Whether a text is the source of a program, by its name or by the line that says what runs it.
pub(super) fn is_program(name: &str, text: &str) -> bool {
    PROGRAMS.contains(&extension(name).as_str()) || text.starts_with("#!/")
}

fn is_noise(head: &[u8]) -> bool {
    let controls = head.iter().filter(|byte| matches!(byte, 0..=6 | 0x0e..=0x1a | 0x1c..=0x1f)).count();
    controls * CONTROLS_ARE_BINARY > head.len() && std::str::from_utf8(head).is_err()
}

/// The beginnings of files that aren't text, from the registrations and specifications of their formats.
const MAGIC: &[(&[u8], Foreign)] = &[
    (b"{\\rtf", Foreign::Document("RTF")),
    (b"%!PS", Foreign::Document("PostScript")),
    (b"AT&TFORM", Foreign::Document("DjVu")),
    (b"BZh", Foreign::Binary("bzip2 archive")),
    (b"\xfd7zXZ\0", Foreign::Binary("xz archive")),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Binary("7z archive")),
    (b"Rar!\x1a\x07", Foreign::Binary("RAR archive")),
    (b"\x89PNG\r\n\x1a\n", Foreign::Binary("PNG picture")),
    (b"\xff\xd8\xff", Foreign::Binary("JPEG picture")),
    (b"GIF87a", Foreign::Binary("GIF picture")),
    (b"GIF89a", Foreign::Binary("GIF picture")),
    (b"II*\0", Foreign::Binary("TIFF picture")),
    (b"MM\0*", Foreign::Binary("TIFF picture")),
    (b"OggS", Foreign::Binary("Ogg sound")),
    (b"ID3\x02", Foreign::Binary("MP3 sound")),
    (b"ID3\x03", Foreign::Binary("MP3 sound")),
    (b"ID3\x04", Foreign::Binary("MP3 sound")),
    (b"fLaC\0", Foreign::Binary("FLAC sound")),
    (b"\x1a\x45\xdf\xa3", Foreign::Binary("Matroska video")),
    (b"\x7fELF", Foreign::Binary("program")),
    (b"\xcf\xfa\xed\xfe", Foreign::Binary("program")),
    (b"\xca\xfe\xba\xbe", Foreign::Binary("program")),
    (b"SQLite format 3\0", Foreign::Binary("SQLite database")),
    (b"wOFF", Foreign::Binary("font")),
    (b"wOF2", Foreign::Binary("font")),
];

/// The first bytes of a ZIP archive (APPNOTE.TXT 4.3.7) and of an OLE compound file (MS-CFB 2.2).
const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What an archive is: by the names of its first parts, else by the file's name. (The list of all parts
/// stands at the end of the file, which isn't always there to be looked at.)
fn zipped(extension: &str, bytes: &[u8]) -> Result<Kind, Foreign> {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    // The name stands behind the 30 bytes of each part's header (APPNOTE.TXT 4.3.7).
    let names = || memchr::memmem::find_iter(head, ZIP).filter_map(|at| head.get(at + 30..));
    let begins = |what: &[u8]| names().any(|name| name.starts_with(what));
    // EPUB and OpenDocument say what they are, uncompressed in the first part (EPUB OCF 3.3, 4.3).
    if begins(b"mimetypeapplication/epub+zip") || begins(b"META-INF/container.xml") {
        return Ok(Kind::One(Format::Epub));
    }
    if begins(b"mimetypeapplication/vnd.oasis.opendocument.") {
        return Err(Foreign::Document("OpenDocument"));
    }
    if begins(b"[Content_Types].xml") || begins(b"_rels/.rels") {
        for (folder, found) in [
            (b"word/".as_slice(), Ok(Kind::One(Format::Docx))),
            (b"xl/", Err(Foreign::Document("XLSX"))),
            (b"ppt/", Err(Foreign::Document("PPTX"))),
        ] {
            if begins(folder) {
                return found;
            }
        }
    }
    match extension {
        "epub" => Ok(Kind::One(Format::Epub)),
        "docx" | "docm" | "dotx" | "dotm" => Ok(Kind::One(Format::Docx)),
        "odt" | "ods" | "odp" => Err(Foreign::Document("OpenDocument")),
        "xlsx" | "xlsm" => Err(Foreign::Document("XLSX")),
        "pptx" => Err(Foreign::Document("PPTX")),
        _ => Err(Foreign::Binary("ZIP archive")),
    }
}

fn by_magic(extension: &str, bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(OLE) {
        return Some(match extension {
            "doc" | "dot" => Foreign::Document("DOC"),
            "xls" => Foreign::Document("XLS"),
            "ppt" => Foreign::Document("PPT"),
            "msg" => Foreign::Document("Outlook mail"),
            // Office wraps what it encrypts in such a file (MS-OFFCRYPTO 2.3).
            "docx" | "docm" | "dotx" | "dotm" | "xlsx" | "pptx" => Foreign::Document("password-protected"),
            _ => Foreign::Binary("OLE file"),
        });
    }
    // Behind the word stands a NUL, or as GNU has it two blanks and a NUL; a text may have the word there too.
    let is_tar =
        bytes.get(257..265).is_some_and(|magic| magic.starts_with(b"ustar\0") || magic == b"ustar  \0");
    if is_tar || extension == "tar" {
        return Some(Foreign::Binary("archive"));
    }
    if bytes.get(60..68) == Some(b"BOOKMOBI") {
        return Some(Foreign::Document("MOBI"));
    }
    let found = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, foreign)| *foreign);
    // These few beginnings can be words of a text ("Rare", "Oggs"); a NUL soon after them says that they aren't.
    found
        .filter(|_| !bytes.starts_with(b"BZh") && !bytes.starts_with(b"OggS") && !bytes.starts_with(b"wOF"))
        .or_else(|| found.filter(|_| memchr::memchr(0, &bytes[..bytes.len().min(LOOKED_AT)]).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_plain_but_where_its_name_says_markdown() {
        assert_eq!(recognise("a/b.txt", b"abc"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("Makefile", b"all:"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a/README.MD", b"abc"), Ok(Kind::One(Format::Markdown)));
        assert_eq!(recognise("notes.md/plain", b"abc"), Ok(Kind::One(Format::Plain)));
    }

    #[test]
    fn documents_of_other_formats_are_known_and_pictures_are_binary() {
        assert_eq!(recognise("a.XLSX", b"PK\x03\x04..."), Err(Foreign::Document("XLSX")));
        assert_eq!(recognise("a.txt", b"%!PS-Adobe ..."), Err(Foreign::Document("PostScript")));
        assert_eq!(recognise("a.zip", b"PK\x03\x04..."), Err(Foreign::Binary("ZIP archive")));
        assert_eq!(recognise("a", b"\x89PNG\r\n\x1a\n..."), Err(Foreign::Binary("PNG picture")));
        assert_eq!(recognise("a", b"abc\0def"), Err(Foreign::Binary("binary file")));
        assert_eq!(recognise("a", b"\x01\x02\xff\x03\x04\x05"), Err(Foreign::Binary("binary file")));
    }

    #[test]
    fn text_that_only_looks_like_a_magic_number_is_text() {
        assert_eq!(recognise("a", b"PK is a player killer"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a", b"BZhukov wrote"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a", b"%PDF is a comment"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a", b"\x1b[31mred\x1b[0m\x07"), Ok(Kind::One(Format::Plain)));
    }

    #[test]
    fn files_of_many_documents_and_messages_are_known_by_their_content() {
        let message = "From: a@b.example\nSubject: x\nMessage-ID: <1@b>\n\nx";
        let mbox = format!("From a@b Mon Sep 14 21:43:00 2020\n{message}");
        assert_eq!(recognise("cur/1:2,S", message.as_bytes()), Ok(Kind::One(Format::Mail)));
        assert_eq!(recognise("a.eml", b"X: y\n\nx"), Ok(Kind::One(Format::Mail)));
        assert_eq!(recognise("a.eml", b"no header"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("Inbox", mbox.as_bytes()), Ok(Kind::Many(Format::Mail)));
        assert_eq!(recognise("a.mbox", b"no message"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a.json", b"{\"text\": \"x\"}"), Ok(Kind::Many(Format::Record)));
        assert_eq!(recognise("a.jsonl", b"damaged\n{\"a\": 1}"), Ok(Kind::Many(Format::Record)));
        assert_eq!(recognise("a.json", b"{\"a\": 1}"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a.txt", b"\x1f\x8b\x08..."), Ok(Kind::Packed(Packing::Gzip)));
        let at_257 = |words: &[u8]| [&[b'x'; 257][..], words].concat();
        for tar in [&b"ustar\x0000"[..], b"ustar  \0"] {
            assert_eq!(recognise("a", &at_257(tar)), Err(Foreign::Binary("archive")));
        }
        assert_eq!(recognise("a", &at_257(b"ustar is a word too")), Ok(Kind::One(Format::Plain)));
    }

    #[test]
    fn a_page_is_known_by_content_and_by_name() {
        assert_eq!(recognise("a", b"<!doctype html><p>x"), Ok(Kind::One(Format::Html)));
        assert_eq!(recognise("a.htm", b"<p>x"), Ok(Kind::One(Format::Html)));
        assert_eq!(recognise("a.txt", b"<p>x"), Ok(Kind::One(Format::Plain)));
    }

    #[test]
    fn a_pdf_may_have_something_before_its_mark() {
        assert_eq!(recognise("a.txt", b"%PDF-1.7 ..."), Ok(Kind::One(Format::Pdf)));
        assert_eq!(recognise("a.pdf", b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7 ..."), Ok(Kind::One(Format::Pdf)));
        assert_eq!(recognise("a.txt", b"A file begins with %PDF-1.7."), Ok(Kind::One(Format::Plain)));
        let late = [&[b' '; 2000][..], b"%PDF-1.7"].concat();
        assert_eq!(recognise("a.pdf", &late), Ok(Kind::One(Format::Plain)));
    }

    #[test]
    fn nul_is_no_sign_of_binary_in_utf16() {
        assert_eq!(recognise("a", b"\xff\xfea\0b\0"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a", b"a\0b\0 \0c\0"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a", b"\xff\xfe\0\0a\0\0\0"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a", b"\x01\0\x02\0\x03\0\x04\0"), Err(Foreign::Binary("binary file")));
    }
}
