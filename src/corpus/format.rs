//! Which format a file has. A new format is one more value of [`Format`] here, with one function that reads
//! its bytes (see `load::draft`).

use super::decode::is_wide;

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

/// What a file is by its name and its first bytes, [`LOOKED_AT`] of them or all.
pub(super) fn recognise(name: &str, bytes: &[u8]) -> Result<Kind, Foreign> {
    let extension = extension(name);
    if let Some(foreign) = by_magic(&extension, bytes) {
        return Err(foreign);
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let noughts = memchr::memchr_iter(0, head).count();
    if (noughts * NOUGHTS_ARE_BINARY > head.len() || is_noise(head)) && !is_wide(bytes) {
        return Err(Foreign::Binary("binary file"));
    }
    Ok(Kind::One(match extension.as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        _ => Format::Plain,
    }))
}

/// What stands behind the last dot of a file's name, in lower case.
pub(super) fn extension(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_lowercase())
}

fn is_noise(head: &[u8]) -> bool {
    let controls = head.iter().filter(|byte| matches!(byte, 0..=6 | 0x0e..=0x1a | 0x1c..=0x1f)).count();
    controls * CONTROLS_ARE_BINARY > head.len() && std::str::from_utf8(head).is_err()
}

/// The beginnings of files that aren't text, from the registrations and specifications of their formats.
const MAGIC: &[(&[u8], Foreign)] = &[
    (b"%PDF-", Foreign::Document("PDF")),
    (b"{\\rtf", Foreign::Document("RTF")),
    (b"%!PS", Foreign::Document("PostScript")),
    (b"AT&TFORM", Foreign::Document("DjVu")),
    (b"\x1f\x8b", Foreign::Binary("gzip archive")),
    (b"BZh", Foreign::Binary("bzip2 archive")),
    (b"\xfd7zXZ\0", Foreign::Binary("xz archive")),
    (b"\x28\xb5\x2f\xfd", Foreign::Binary("zstd archive")),
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

fn by_magic(extension: &str, bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(ZIP) {
        return Some(match extension {
            // EPUB says so itself, uncompressed in the first entry (EPUB OCF 3.3, 4.3).
            _ if bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/epub+zip")) => {
                Foreign::Document("EPUB")
            }
            "epub" => Foreign::Document("EPUB"),
            "docx" | "docm" => Foreign::Document("DOCX"),
            "odt" | "ods" | "odp" => Foreign::Document("OpenDocument"),
            "xlsx" | "xlsm" => Foreign::Document("XLSX"),
            "pptx" => Foreign::Document("PPTX"),
            _ => Foreign::Binary("ZIP archive"),
        });
    }
    if bytes.starts_with(OLE) {
        return Some(match extension {
            "doc" | "dot" => Foreign::Document("DOC"),
            "xls" => Foreign::Document("XLS"),
            "ppt" => Foreign::Document("PPT"),
            "msg" => Foreign::Document("Outlook mail"),
            _ => Foreign::Binary("OLE file"),
        });
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
        assert_eq!(recognise("a.txt", b"%PDF-1.7 ..."), Err(Foreign::Document("PDF")));
        assert_eq!(recognise("a.DOCX", b"PK\x03\x04..."), Err(Foreign::Document("DOCX")));
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
    fn nul_is_no_sign_of_binary_in_utf16() {
        assert_eq!(recognise("a", b"\xff\xfea\0b\0"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a", b"a\0b\0 \0c\0"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a", b"\xff\xfe\0\0a\0\0\0"), Ok(Kind::One(Format::Plain)));
        assert_eq!(recognise("a", b"\x01\0\x02\0\x03\0\x04\0"), Err(Foreign::Binary("binary file")));
    }
}
