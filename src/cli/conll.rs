//! `ibid tag --conll`: token-per-line files, each line given back with its tag.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::ops::Range;
use std::path::Path;

use super::names::{Finder, Names};
use super::tools::{Ending, is_standard_input, name, open};
use crate::corpus::Problem;
use crate::tag::model::{Labelled, NameKind};
use crate::text::safe;

/// The longest line that is read, in bytes.
const LINE: usize = 1 << 20;

/// Tokens after which a document is cut at the end of a sentence, and after which anywhere, so that one without end
/// fits into memory.
const LONG: usize = 100_000;
const TOO_LONG: usize = 200_000;

/// The same in bytes: twice as many are cut anywhere.
const LARGE: usize = 16 << 20;

/// The line before a document.
const DOCUMENT: &[u8] = b"-DOCSTART-";

/// Tags the file at `path`, or standard input. With `terminal` what is printed is made safe for one.
pub(super) fn tag(path: &Path, names: &Names, terminal: bool, out: &mut dyn Write) -> Result<(), Ending> {
    let mut finder = names.finder();
    if is_standard_input(path) {
        return tag_lines(&mut io::stdin().lock(), path, &mut finder, terminal, out);
    }
    tag_lines(&mut BufReader::new(open(path)?), path, &mut finder, terminal, out)
}

fn tag_lines(
    lines: &mut dyn BufRead,
    path: &Path,
    finder: &mut Finder,
    terminal: bool,
    out: &mut dyn Write,
) -> Result<(), Ending> {
    let mut document = Lines { terminal, ..Lines::default() };
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let read = (&mut *lines).take(LINE as u64 + 1).read_until(b'\n', &mut line);
        let read = read.map_err(|error| Problem::io(Path::new(&name(path)), &error))?;
        if read == 0 {
            break;
        }
        if read > LINE {
            document.print(finder, out)?;
            let reason = format!("the line is longer than {} MiB", LINE >> 20);
            let remedy = "a file for --conll has one token on each line".to_owned();
            return Err(Problem { path: name(path), place: format!("line {number}"), reason, remedy }.into());
        }
        if starts_document(&line) {
            document.print(finder, out)?;
        }
        document.take(&line);
        let long = document.words.len() >= LONG || document.bytes.len() >= LARGE;
        let too_long = document.lines.len() >= 2 * TOO_LONG || document.bytes.len() >= 2 * LARGE;
        if long && document.closed || document.words.len() >= TOO_LONG || too_long {
            document.print(finder, out)?;
        }
    }
    document.print(finder, out)
}

/// Whether a document begins with this line.
fn starts_document(line: &[u8]) -> bool {
    line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).starts_with(DOCUMENT)
}

/// The lines of a document, as they are, and the tokens in them.
#[derive(Default)]
struct Lines {
    bytes: Vec<u8>,
    lines: Vec<Line>,
    words: Vec<String>,
    ends: Vec<u32>,
    /// Whether the last line ended a sentence.
    closed: bool,
    terminal: bool,
}

/// A line: where its first column and its line end stand.
struct Line {
    column: Range<usize>,
    ending: Range<usize>,
    form: Form,
}

/// What stands on a line.
enum Form {
    /// Nothing but white space.
    Blank,
    /// The mark of a document.
    Document,
    /// A token.
    Token,
}

impl Lines {
    /// Takes in the next line.
    fn take(&mut self, line: &[u8]) {
        let begin = self.bytes.len();
        self.bytes.extend_from_slice(line);
        let text = line.strip_suffix(b"\n").unwrap_or(line);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        let ending = begin + text.len()..self.bytes.len();
        let form = if text.iter().all(u8::is_ascii_whitespace) {
            Form::Blank
        } else if starts_document(text) {
            Form::Document
        } else {
            Form::Token
        };
        let column = begin..begin + first_column(text);
        self.closed = !matches!(form, Form::Token);
        if self.closed {
            self.close();
        } else {
            let token = String::from_utf8_lossy(text.get(..column.len()).unwrap_or_default());
            self.words.push(token.trim_start_matches('\u{feff}').to_owned());
        }
        self.lines.push(Line { column, ending, form });
    }

    /// Ends the sentence.
    fn close(&mut self) {
        let end = self.words.len() as u32;
        if self.ends.last().copied().unwrap_or(0) < end {
            self.ends.push(end);
        }
    }

    /// Prints what was taken in, with tags, and begins anew.
    fn print(&mut self, finder: &mut Finder, out: &mut dyn Write) -> Result<(), Ending> {
        self.close();
        let mut document = Labelled::plain(std::mem::take(&mut self.words), std::mem::take(&mut self.ends));
        for (first, end, kind) in finder.find(&document) {
            // Demonyms, languages, events: the three kinds of names are all that is asked for.
            if kind != NameKind::Other {
                document.mark(first, end, kind);
            }
        }
        let bytes = std::mem::take(&mut self.bytes);
        let mut token = 0;
        for line in self.lines.drain(..) {
            let column = shown(bytes.get(line.column.clone()).unwrap_or_default(), self.terminal);
            match line.form {
                Form::Blank => {
                    let blank = bytes.get(line.column.start..line.ending.start).unwrap_or_default();
                    out.write_all(&shown(blank, self.terminal))?;
                }
                Form::Document => {
                    out.write_all(&column)?;
                    out.write_all(b"\tO")?;
                }
                Form::Token => {
                    out.write_all(&column)?;
                    write!(out, "\t{}", document.tag(token))?;
                    token += 1;
                }
            }
            out.write_all(bytes.get(line.ending).unwrap_or_default())?;
        }
        Ok(())
    }
}

/// The bytes as they are, or for a terminal what may reach one.
fn shown(bytes: &[u8], terminal: bool) -> Cow<'_, [u8]> {
    if !terminal {
        return Cow::Borrowed(bytes);
    }
    Cow::Owned(safe::line(&String::from_utf8_lossy(bytes)).into_owned().into_bytes())
}

/// The length of the first column. Tabs part columns. Where there are none, blanks do, if the last column is a tag, as
/// in the files of CoNLL-2003; otherwise the whole line is the token.
fn first_column(line: &[u8]) -> usize {
    if let Some(tab) = memchr::memchr(b'\t', line) {
        return tab;
    }
    match (memchr::memchr(b' ', line), memchr::memrchr(b' ', line)) {
        (Some(first), Some(last)) if line.get(last + 1..).is_some_and(is_tag) => first,
        _ => line.len(),
    }
}

/// Whether the column looks like a tag.
fn is_tag(column: &[u8]) -> bool {
    match column {
        [b'O'] => true,
        [b'B' | b'I', b'-', kind @ ..] => !kind.is_empty() && kind.iter().all(u8::is_ascii_uppercase),
        _ => false,
    }
}

#[cfg(test)]
#[path = "conll_tests.rs"]
mod tests;
