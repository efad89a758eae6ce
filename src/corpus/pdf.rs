//! PDFs as documents: lines are read from the pages, set in reading order, and put together to paragraphs.
//!
//! The file is read by a helper process with limits (see [`helper`]), since the stack, the memory and the time
//! that a damaged file takes can't be limited in any other way. What it tells (see [`page`]) is trusted with
//! nothing but its words.

mod accent;
mod annotation;
mod compose;
mod content;
mod extract;
mod face;
mod furniture;
mod given;
mod helper;
mod hyphen;
mod info;
mod item;
mod order;
mod page;
mod paragraph;
mod piece;
mod row;
mod visual;

use std::path::Path;

use super::draft::{Draft, Source};
use super::{Problem, load};
use page::{Failure, Head, Message, Page};

pub use helper::{READ_PDF, pdf_child};

/// What was told of a file.
#[derive(Debug, Default)]
struct Told {
    head: Option<Head>,
    pages: Vec<Page>,
    /// Why not all of it was read.
    failure: Option<Failure>,
    ended: bool,
}

impl Told {
    /// Takes a message. Says whether more is wanted.
    fn take(&mut self, message: Message) -> bool {
        match message {
            Message::Head(head) => self.head = Some(head),
            Message::Page(page) => self.pages.push(page),
            Message::End => self.ended = true,
            Message::Failed(failure) => self.failure = Some(failure),
        }
        !self.ended && self.failure.is_none()
    }
}

/// Reads a PDF, through the program `helper` where there is one.
pub(super) fn read(source: &Source<'_>, helper: Option<&Path>) -> Result<Draft, Problem> {
    let told = match helper {
        Some(program) => helper::ask(program, source),
        None => helper::read_here(source),
    };
    let problem = |failure: &Failure| {
        let (reason, remedy) = say(failure, source);
        Problem::new(source.name, reason, remedy)
    };
    if let Some(failure) = told.failure.as_ref().filter(|_| told.pages.is_empty()) {
        return Err(problem(failure));
    }
    let head = told.head.unwrap_or_default();
    let texts = || told.pages.iter().flat_map(|page| &page.lines).map(|line| line.text.as_str());
    let letters: usize = texts().map(str::len).sum();
    let lost: usize = texts().map(|text| text.matches(char::REPLACEMENT_CHARACTER).count()).sum();
    let unknown: usize = told.pages.iter().map(|page| page.unknown).sum();
    let ocr = "run it through OCR";
    if letters == 0 {
        if let Some(failure) = &told.failure {
            return Err(problem(failure));
        }
        let reason = match told.pages.iter().any(|page| page.picture) {
            _ if head.pages == 0 => "has no pages",
            true => "has no text layer: it holds pictures of pages only",
            false => "has no text",
        };
        return Err(Problem::new(source.name, reason, if head.pages == 0 { "" } else { ocr }));
    }
    // A lost character takes three bytes.
    if lost * 3 * 2 > letters {
        return Err(Problem::new(source.name, "doesn't say which letters its fonts draw", ocr));
    }
    let (mut done, mut lost) = (Vec::new(), Vec::new());
    if head.mended {
        done.push("gathered the pages that are left of a damaged file".to_owned());
    }
    if let Some(failure) = &told.failure {
        let (reason, remedy) = say(failure, source);
        let reason = format!("read up to page {} of {}: it {reason}", told.pages.len(), head.pages);
        lost.push(Problem::new(source.name, reason, remedy));
    }
    let pictures = told.pages.iter().filter(|page| page.picture && page.lines.is_empty()).count();
    if pictures > 0 {
        let pages = if pictures == 1 { "page that is a picture" } else { "pages that are pictures" };
        done.push(format!("{pictures} {pages} without text left out"));
    }
    if unknown > 0 {
        done.push(format!("{unknown} characters of which the fonts don't say what they are"));
    }
    let unseen: usize = told.pages.iter().map(|page| page.unseen).sum();
    if unseen > 0 {
        let what = if unseen == 1 { "filled field or note" } else { "filled fields and notes" };
        done.push(format!("{unseen} {what} left out, since the file doesn't say what is drawn there"));
    }
    let cut = told.pages.iter().filter(|page| page.cut).count();
    if cut > 0 {
        let pages = if cut == 1 { "page has" } else { "pages have" };
        lost.push(Problem::new(
            source.name,
            format!("{cut} {pages} too much on it to be read to the end"),
            "",
        ));
    }
    Ok(compose::compose(&head, &told.pages, done, lost))
}

/// What happened, in words behind the file's name, and what helps.
fn say(failure: &Failure, source: &Source<'_>) -> (String, &'static str) {
    let limits = source.limits;
    match failure {
        Failure::Password => ("is protected with a password".into(), "save a copy without it"),
        Failure::Locked => ("is encrypted in a way that isn't known".into(), "save a copy that isn't"),
        Failure::Damaged => ("is damaged: no pages were found in it".into(), ""),
        Failure::Panic(words) => (format!("is damaged: the reader of PDFs failed: {words}"), ""),
        Failure::Time => {
            let seconds = limits.pdf_time.as_secs();
            (format!("took more than {seconds} seconds of processor time"), "split it into smaller files")
        }
        Failure::Memory => (
            format!("needs more than {} of memory", load::size(limits.pdf_memory)),
            "split it into smaller files",
        ),
        Failure::Depth => ("is damaged: its parts are nested without end".into(), ""),
        Failure::Size => {
            (format!("has more than {} of text", load::size(limits.unpacked)), "split it into smaller files")
        }
        Failure::Helper(words) => (format!("couldn't be read: the reader of PDFs {words}"), ""),
    }
}

#[cfg(test)]
#[path = "pdf/tests.rs"]
mod tests;
