//! The outline of the open document: its headings, and the way to each.

use super::notes::ranked;
use super::{App, Command, Cursor, Motion, Overlay, Prompt};
use crate::text::{BlockKind, Span};

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The level of the heading, from 1; pages are of level 1.
    pub level: u8,
    /// What it says, in single spaces.
    pub title: String,
    /// Where it stands in the reading text.
    pub span: Span,
}

/// The outline, which lists the headings of a document or, where it has none, its pages.
#[derive(Clone, Debug)]
pub struct Outline {
    entries: Vec<Entry>,
    /// What is searched for.
    pub prompt: Prompt,
    /// Whether it is being typed.
    pub typing: bool,
    /// The entries in the list.
    pub rows: Vec<Entry>,
    /// The cursor over them.
    pub cursor: Cursor,
}

/// Columns and rows of the outline.
pub const OUTLINE: (u16, u16) = (76, 40);

/// The most headings that are listed.
const MOST: usize = 100_000;

impl App {
    /// Opens the outline of the open document.
    pub(super) fn show_outline(&mut self) {
        let Some(reader) = &self.reader else { return };
        let text = &reader.document.text;
        let headings = text.blocks().iter().filter_map(|block| match block.kind {
            BlockKind::Heading(level) => Some((level, block.span)),
            _ => None,
        });
        let single = |span: Span| span.of(text.as_str()).split_whitespace().collect::<Vec<_>>().join(" ");
        let mut entries: Vec<Entry> =
            headings.take(MOST).map(|(level, span)| Entry { level, title: single(span), span }).collect();
        if entries.len() < 2 && !reader.document.pages.is_empty() {
            let pages = reader.document.pages.iter().map(|page| Entry {
                level: 1,
                title: format!("page {}", page.label),
                span: Span::new(page.start as usize, page.start as usize),
            });
            entries.extend(pages);
        }
        if entries.is_empty() {
            return self.say("This document has no headings");
        }
        let here = reader.reading_offset();
        let at = entries.partition_point(|entry| entry.span.start as usize <= here).saturating_sub(1);
        let rows = entries.clone();
        let cursor = Cursor { at, top: 0 };
        let outline = Outline { entries, prompt: Prompt::default(), typing: false, rows, cursor };
        self.overlay = Some(Overlay::Outline(outline));
        self.keep_cursors();
    }

    /// The commands of the outline.
    pub(super) fn outline_command(&mut self, command: Command, count: Option<u32>) {
        let height = self.overlay_height();
        let Some(Overlay::Outline(outline)) = &mut self.overlay else { return };
        match command {
            Command::Cancel if outline.typing => {
                outline.typing = false;
                outline.prompt = Prompt::default();
                outline.typed();
            }
            Command::Back | Command::Cancel | Command::Outline => self.overlay = None,
            Command::Find => outline.typing = true,
            Command::Open | Command::Accept | Command::Entity => {
                let span = outline.rows.get(outline.cursor.at).map(|entry| entry.span);
                self.overlay = None;
                if let Some(span) = span {
                    self.go_to_offset(span.start as usize);
                }
            }
            _ => {
                if let Some(motion) = Motion::of(command, count) {
                    outline.cursor.go(motion, outline.rows.len(), height);
                }
            }
        }
    }

    /// Puts a place of the reading text at the top of the reader.
    pub(super) fn go_to_offset(&mut self, offset: usize) {
        self.remember_place();
        let Some(reader) = &mut self.reader else { return };
        if reader.raw_shown {
            reader.toggle_raw();
        }
        reader.current = None;
        reader.scroll_to(offset);
    }

    /// Goes to the page of that number or label.
    pub(super) fn go_to_page(&mut self, label: &str) {
        let Some(reader) = &self.reader else { return };
        let pages = &reader.document.pages;
        if pages.is_empty() {
            return self.say("This document has no pages");
        }
        let number = label.parse::<usize>().ok().and_then(|number| pages.get(number.checked_sub(1)?));
        match pages.iter().find(|page| &*page.label == label).or(number) {
            Some(page) => self.go_to_offset(page.start as usize),
            None => {
                let (first, last) = (&pages[0].label, &pages[pages.len() - 1].label);
                let message = format!("There is no page {label}: they go from {first} to {last}");
                self.warn(message);
            }
        }
    }
}

impl Outline {
    /// What is typed has changed.
    pub(super) fn typed(&mut self) {
        self.rows = ranked(self.entries.clone(), self.prompt.text(), |entry| entry.title.clone());
        self.cursor = Cursor::default();
    }
}
