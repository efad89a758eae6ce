//! The notes beside the text, going along with it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Theme;
use super::notes::sign;
use super::paint::{behind, below, paragraph, put, put_right, row, rows_of};
use crate::app::{App, Beside, Command, Reader};
use crate::note::Item;

/// Rows of a note at most; what is longer is read in the list of notes.
const MOST_ROWS: usize = 8;

pub(super) fn draw(buffer: &mut Buffer, app: &App, reader: &Reader, area: Rect, theme: &Theme) {
    let notes = app.beside();
    put(buffer, behind(row(area, 0), 1), "Notes", theme.faint);
    put_right(
        buffer,
        Rect { width: area.width.saturating_sub(1), ..row(area, 0) },
        &notes.len().to_string(),
        theme.faint,
    );
    let list = below(area, 1);
    if notes.is_empty() {
        let text = format!("none yet: {} writes one", app.key_for(Command::Note));
        put(buffer, behind(list, 1), &text, theme.faint);
        return;
    }
    let width = list.width.saturating_sub(4);
    let height = |at: usize| notes.get(at).map_or(0, |(item, why)| rows(item, *why, width));
    let mut rest = list;
    for (at, (item, why)) in
        notes.iter().enumerate().skip(first(reader, &notes, &height, usize::from(list.height)))
    {
        if rest.height == 0 {
            break;
        }
        let current = match why {
            Beside::Passage(span) | Beside::Doubtful(span) => {
                reader.current.is_some_and(|here| here.overlaps(*span))
            }
            Beside::Document | Beside::Lost | Beside::Linked => false,
        };
        let seen = match why {
            Beside::Passage(span) | Beside::Doubtful(span) => span.overlaps(reader.visible_span()),
            Beside::Document | Beside::Lost | Beside::Linked => true,
        };
        let base = match (current, seen) {
            (true, _) => theme.strong,
            (false, true) => theme.plain,
            (false, false) => theme.faint,
        };
        put(buffer, rest, if current { "▸" } else { " " }, base);
        put(buffer, behind(rest, 1), sign(item.kind), base.patch(theme.sign_of(item.colour)));
        let mut inside = Rect { width, ..behind(rest, 3) };
        inside.height = inside.height.min(height(at) as u16);
        let label = label(*why);
        if !label.is_empty() {
            let taken = paragraph(buffer, inside, label, theme.trouble);
            inside = below(inside, taken);
        }
        paragraph(buffer, inside, &text(item, *why), base);
        rest = below(rest, height(at) as u16);
    }
}

/// The note that stands first: so that those in sight are shown, and no room is left at the end while others stand before.
fn first(reader: &Reader, notes: &[(&Item, Beside)], height: &dyn Fn(usize) -> usize, room: usize) -> usize {
    let start = reader.visible_span().start;
    let in_sight = |(_, why): &(&Item, Beside)| match why {
        Beside::Passage(span) | Beside::Doubtful(span) => span.end > start,
        Beside::Document => reader.percent() == 0,
        Beside::Lost | Beside::Linked => true,
    };
    let mut first = notes.iter().position(in_sight).unwrap_or(0);
    let mut taken: usize = (first..notes.len()).map(height).sum();
    while first > 0 && taken + height(first - 1) <= room {
        first -= 1;
        taken += height(first);
    }
    first
}

/// Rows that a note takes.
fn rows(item: &Item, why: Beside, width: u16) -> usize {
    let label = label(why);
    let head = if label.is_empty() { 0 } else { rows_of(label, width) };
    (head + rows_of(&text(item, why), width)).min(MOST_ROWS)
}

/// What a note says of its place, where that isn't plain.
fn label(why: Beside) -> &'static str {
    match why {
        Beside::Doubtful(_) => "doubtful",
        Beside::Lost => "lost: its words are gone",
        Beside::Document | Beside::Passage(_) | Beside::Linked => "",
    }
}

/// What was written, with its tags; else the words that it hangs on.
fn text(item: &Item, why: Beside) -> String {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let tags: String = item.tags.iter().map(|tag| format!(" #{tag}")).collect();
    let written = match item.body.trim() {
        "" => format!("“{}”", words(item.subject.quotation())),
        body => words(body),
    };
    match why {
        Beside::Linked => format!("{written}{tags} — on {}", item.subject.title()),
        _ => format!("{written}{tags}"),
    }
}
