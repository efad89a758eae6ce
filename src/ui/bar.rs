//! The bar at the top, the line at the foot, and lines that are typed.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::{behind, fill, number, put, put_right, put_span};
use super::{CursorAt, Theme, follow};
use crate::app::{
    App, Command, Context, Key, KeyCode, Lit, Message, Overlay, Prompt, Screen, label_keys, layout,
};
use crate::note::Colour;
use crate::text::Span;
use crate::text::glyph::width;

/// The bar: the program, what is shown, and what stands at the right.
pub(super) fn top(buffer: &mut Buffer, area: Rect, title: &str, right: &str, theme: &Theme) {
    fill(buffer, area, theme.bar);
    let taken = put_right(buffer, Rect { width: area.width.saturating_sub(1), ..area }, right, theme.bar);
    let left = Rect { width: area.width.saturating_sub(taken + 3), ..area };
    let name = put(buffer, behind(left, 1), "ibid", theme.bar.patch(theme.strong));
    put(buffer, behind(left, name + 3), title, theme.bar);
}

/// The line at the foot: a message, else the keys typed so far, else hints for where the person is. At its
/// right what was typed of a command, else how far the reading has come, else `right` where a message leaves room.
pub(super) fn foot(buffer: &mut Buffer, app: &App, right: &str, theme: &Theme) {
    let area = layout::library(app.size, false).foot;
    let line = behind(area, 1);
    let mut typed = app.count.map(|count| count.to_string()).unwrap_or_default();
    if !app.pending.is_empty() {
        typed.push_str(&label_keys(&app.pending));
    }
    if typed.is_empty() && app.is_attaching() {
        "attaching".clone_into(&mut typed);
    }
    if typed.is_empty() {
        typed = reading(app);
    }
    let beside = |message: &Message| width(&message.text) + width(right) + 4 <= usize::from(line.width);
    if typed.is_empty() && app.message.as_ref().is_none_or(beside) {
        right.clone_into(&mut typed);
    }
    let taken = put_right(buffer, Rect { width: line.width.saturating_sub(1), ..line }, &typed, theme.faint);
    let line = Rect { width: line.width.saturating_sub(taken + 2), ..line };
    if let Some(message) = &app.message {
        put(buffer, line, &message.text, if message.trouble { theme.trouble } else { theme.plain });
    } else if !app.pending.is_empty() {
        continuations(buffer, app, line, theme);
    } else {
        hints(buffer, app, line, theme);
    }
}

/// How far the reading of the collection has come, and then the finding of names; empty once all is done.
fn reading(app: &App) -> String {
    let progress = app.progress;
    let left = progress.left.map(|left| format!(" · {}", spell(left))).unwrap_or_default();
    if progress.done {
        let to_tag = progress.to_tag.saturating_sub(progress.tagged);
        let (tagged, all) = (number(progress.tagged), number(progress.to_tag));
        return if to_tag == 0 { String::new() } else { format!("names {tagged} of {all}{left}") };
    }
    if progress.found == 0 {
        return String::new();
    }
    if progress.again > 0 {
        // Lines that repeat are known only once all is read.
        return format!("cleaning {} of {}{left}", number(progress.reread), number(progress.again));
    }
    let megabytes = match (progress.bytes_read / MEGABYTE, progress.bytes_found / MEGABYTE) {
        (_, 0) => String::new(),
        (read, found) => format!(" · {read} of {found} MB"),
    };
    format!("reading {} of {}{megabytes}{left}", number(progress.read), number(progress.found))
}

/// The bytes of a megabyte.
const MEGABYTE: u64 = 1_000_000;

/// A span of time in the unit that suits it.
fn spell(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..100 => format!("{} s", seconds.max(1)),
        seconds @ 100..6000 => format!("{} min", seconds.div_ceil(60)),
        seconds => format!("{} h", seconds.div_ceil(3600)),
    }
}

/// What can follow the keys typed so far, where no box tells it.
fn continuations(buffer: &mut Buffer, app: &App, line: Rect, theme: &Theme) {
    let mut rest = line;
    if follow::fits(app) {
        return hint(buffer, &mut rest, &Key::plain(KeyCode::Esc).label(), "leave", theme);
    }
    for follow in app.follows() {
        hint(buffer, &mut rest, &follow.keys, follow.short(), theme);
    }
}

/// The commands that a hint is worth, by place, with a word for each.
fn wanted(app: &App) -> &'static [(Command, &'static str)] {
    use Command as C;
    match (&app.overlay, app.screen()) {
        (Some(Overlay::Who(_)), _) => {
            return &[(C::Who, "go there"), (C::Next, "next"), (C::Previous, "previous"), (C::Back, "close")];
        }
        (Some(Overlay::About(_)), _) => return &[(C::Down, "down"), (C::Up, "up"), (C::Back, "close")],
        (Some(Overlay::Outline(_)), _) if app.context() != Context::Prompt => {
            return &[
                (C::Entity, "go there"),
                (C::Find, "find"),
                (C::Down, "down"),
                (C::Up, "up"),
                (C::Back, "close"),
            ];
        }
        (Some(Overlay::Commands(_)), _) if app.context() == Context::List => {
            return &[
                (C::Open, "do it"),
                (C::Find, "find"),
                (C::Down, "down"),
                (C::Up, "up"),
                (C::Back, "close"),
            ];
        }
        (None, Screen::Problems) => {
            return &[(C::Down, "down"), (C::Up, "up"), (C::Back, "back"), (C::Help, "help")];
        }
        _ => {}
    }
    match app.context() {
        // Back takes the filter away first.
        Context::Library if !app.library.find.text().is_empty() => &[
            (C::Open, "read"),
            (C::Find, "find"),
            (C::Help, "help"),
            (C::Back, "all"),
            (C::People, "names"),
            (C::SortNext, "sort"),
        ],
        Context::Library => &[
            (C::Open, "read"),
            (C::Find, "find"),
            (C::Help, "help"),
            (C::Back, "quit"),
            (C::Search, "search all"),
            (C::Notes, "notes"),
            (C::People, "names"),
            (C::SortNext, "sort"),
            (C::Timeline, "timeline"),
        ],
        // Marks and notes belong to the reading text.
        Context::Reader if app.reader.as_ref().is_some_and(|reader| reader.raw_shown) => &[
            (C::ToggleRaw, "reading text"),
            (C::Find, "find"),
            (C::Select, "select"),
            (C::Help, "help"),
            (C::Back, "back"),
        ],
        Context::Reader if app.is_attaching() => &[
            (C::Select, "select"),
            (C::Note, "attach the note"),
            (C::Next, "next"),
            (C::Help, "help"),
            (C::Back, "leave"),
        ],
        Context::Reader if app.reader.as_ref().is_some_and(|reader| reader.lit == Lit::Hits) => &[
            (C::Next, "next hit"),
            (C::Previous, "before"),
            (C::Back, "results"),
            (C::Who, "who"),
            (C::Note, "note"),
            (C::Help, "help"),
        ],
        Context::Reader if app.reader.as_ref().is_some_and(|reader| reader.notes_beside) => &[
            (C::FocusNext, "notes"),
            (C::NextNote, "next note"),
            (C::Note, "note"),
            (C::Select, "select"),
            (C::Help, "help"),
            (C::Back, "back"),
            (C::ToggleCast, "cast"),
        ],
        Context::Reader => &[
            (C::Next, "name"),
            (C::Entity, "who"),
            (C::Help, "help"),
            (C::Back, "back"),
            (C::Find, "find"),
            (C::Select, "select"),
            (C::Note, "note"),
            (C::Bookmark, "mark"),
            (C::FocusNext, "cast"),
        ],
        Context::Cast => &[
            (C::Open, "its mentions"),
            (C::Next, "next"),
            (C::Who, "who"),
            (C::FocusNext, "text"),
            (C::ToggleCast, "fold"),
            (C::Help, "help"),
        ],
        Context::Beside => &[
            (C::Edit, "edit"),
            (C::Down, "next"),
            (C::FollowLink, "its link"),
            (C::Tag, "tag"),
            (C::Delete, "delete"),
            (C::FocusNext, "text"),
            (C::Help, "help"),
        ],
        Context::Select if app.reader.as_ref().is_some_and(|reader| reader.raw_shown) => &[
            (C::WordRight, "word"),
            (C::SelectSentence, "sentence"),
            (C::SelectParagraph, "paragraph"),
            (C::Copy, "copy"),
            (C::Cancel, "leave"),
        ],
        Context::Select if app.is_attaching() => &[
            (C::Note, "attach the note"),
            (C::WordRight, "word"),
            (C::SelectSentence, "sentence"),
            (C::SelectParagraph, "paragraph"),
            (C::Cancel, "leave"),
        ],
        Context::Select => &[
            (C::Note, "note"),
            (C::Highlight, "highlight"),
            (C::Copy, "copy"),
            (C::WordRight, "word"),
            (C::SelectSentence, "sentence"),
            (C::SelectParagraph, "paragraph"),
            (C::Cancel, "leave"),
            (C::Colour, "colour"),
            (C::SelectStart, "from here"),
        ],
        Context::Notes => &[
            (C::Open, "go to it"),
            (C::Edit, "edit"),
            (C::Delete, "delete"),
            (C::Undo, "undo"),
            (C::Find, "filter"),
            (C::Back, "back"),
            (C::Help, "help"),
        ],
        // There is nothing to read.
        Context::Results if app.search.passages.is_empty() => &[
            (C::Find, "change"),
            (C::Back, "back"),
            (C::Help, "help"),
            (C::SearchExact, "exact"),
            (C::Searches, "searches"),
        ],
        Context::Results => &[
            (C::Open, "read"),
            (C::Find, "change"),
            (C::FocusNext, "narrow"),
            (C::Back, "back"),
            (C::Help, "help"),
            (C::SearchExact, "exact"),
            (C::SearchSave, "save"),
            (C::Searches, "searches"),
        ],
        Context::Facets => &[
            (C::Open, "narrow"),
            (C::Widen, "widen"),
            (C::FocusNext, "results"),
            (C::Back, "back"),
            (C::Help, "help"),
        ],
        Context::Entity => &[
            (C::Open, "open"),
            (C::FocusNext, "section"),
            (C::Kind, "kind"),
            (C::Together, "both"),
            (C::Concordance, "lines"),
            (C::Fold, "fold"),
            (C::Back, "back"),
            (C::Help, "help"),
        ],
        Context::People => &[
            (C::Open, "who"),
            (C::Find, "find"),
            (C::Kind, "kind"),
            (C::SortNext, "order"),
            (C::Concordance, "lines"),
            (C::Back, "back"),
            (C::Help, "help"),
        ],
        Context::Concordance => &[
            (C::Open, "read"),
            (C::SortNext, "order"),
            (C::Entity, "who"),
            (C::Back, "back"),
            (C::Help, "help"),
        ],
        Context::Timeline => &[
            (C::Right, "on"),
            (C::Open, "search these"),
            (C::Numbers, "numbers"),
            (C::Finer, "finer"),
            (C::Coarser, "coarser"),
            (C::Compare, "compare"),
            (C::Dates, "dates"),
            (C::Back, "back"),
            (C::Help, "help"),
        ],
        Context::Matrix => &[
            (C::Open, "search both"),
            (C::Numbers, "numbers"),
            (C::Kind, "kind"),
            (C::Entity, "who"),
            (C::Timeline, "timeline"),
            (C::Back, "back"),
            (C::Help, "help"),
        ],
        Context::Searches => &[
            (C::Open, "search again"),
            (C::Delete, "delete"),
            (C::Down, "down"),
            (C::Up, "up"),
            (C::Back, "close"),
        ],
        Context::Reach => &[
            (C::OnlyMention, "mention"),
            (C::OnlyDocument, "document"),
            (C::Everywhere, "collection"),
            (C::Open, "the chosen one"),
            (C::Cancel, "leave"),
        ],
        Context::Query => &[
            (C::Accept, "results"),
            (C::FocusNext, "narrow"),
            (C::Cancel, "leave"),
            (C::SearchExact, "exact"),
            (C::Searches, "searches"),
            (C::SearchSave, "save"),
        ],
        Context::Prompt if app.overlay.is_none() && app.screen() == Screen::Notes => {
            &[(C::Accept, "to the rows"), (C::Down, "down"), (C::Up, "up"), (C::Cancel, "leave")]
        }
        Context::Prompt => &[(C::Accept, "take"), (C::Down, "down"), (C::Up, "up"), (C::Cancel, "leave")],
        Context::Editor => &[(C::Save, "save"), (C::EditExternal, "your editor"), (C::Cancel, "leave")],
        Context::List | Context::Global => {
            &[(C::Down, "down"), (C::Up, "up"), (C::Open, "choose"), (C::Back, "back")]
        }
    }
}

fn hints(buffer: &mut Buffer, app: &App, line: Rect, theme: &Theme) {
    let key = |command| app.keymap.keys_of(app.context(), command).into_iter().next();
    let is_offered = |command: Command| app.reaching().is_none_or(|reaching| reaching.takes(command));
    let hints = wanted(app).iter().filter(|(command, _)| is_offered(*command));
    let hints = hints.filter_map(|(command, word)| Some((*command, key(*command)?, *word)));
    let mut hints: Vec<(Command, String, &str)> = hints.collect();
    let columns = |(_, key, word): &(Command, String, &str)| width(key) + 1 + width(word) + 2;
    let is_way_out = |command: Command| matches!(command, Command::Back | Command::Cancel);
    // What there is no room for goes from the end on, and the way out last of all.
    while hints.iter().map(columns).sum::<usize>() > usize::from(line.width) + 2 {
        match hints.iter().rposition(|(command, ..)| !is_way_out(*command)) {
            Some(at) => drop(hints.remove(at)),
            None => break,
        }
    }
    let mut rest = line;
    for (_, key, word) in &hints {
        hint(buffer, &mut rest, key, word, theme);
    }
}

/// One hint, if there is room for the whole of it.
fn hint(buffer: &mut Buffer, rest: &mut Rect, key: &str, word: &str, theme: &Theme) {
    let columns = width(key) + 1 + width(word);
    if columns > usize::from(rest.width) {
        rest.width = 0;
        return;
    }
    let taken = put(buffer, *rest, key, theme.key);
    put(buffer, behind(*rest, taken + 1), word, theme.faint);
    *rest = behind(*rest, columns as u16 + 2);
}

/// A line that is typed, in `area`, behind its label; gives the place of the cursor. A line longer than
/// the area is shown around the cursor, with `…` where its beginning is cut off.
pub(super) fn typed(
    buffer: &mut Buffer,
    area: Rect,
    label: &str,
    prompt: &Prompt,
    theme: &Theme,
) -> CursorAt {
    let taken = put(buffer, area, label, theme.strong);
    let line = behind(area, taken + 1);
    let before = prompt.before_cursor();
    let mut from = 0;
    let mut room = usize::from(line.width).max(1);
    while width(&before[from..]) >= room {
        from += before[from..].chars().next().map_or(1, char::len_utf8);
        room = usize::from(line.width).saturating_sub(1).max(1);
    }
    let cut = if from > 0 && line.width > 1 { put(buffer, line, "…", theme.faint) } else { 0 };
    let line = behind(line, cut);
    let text = prompt.text();
    let style = if prompt.is_afresh() { theme.faint } else { theme.plain };
    put_span(buffer, line, text, Span::new(from, text.len()), |_| style);
    Some(Position::new(line.x + width(&before[from..]) as u16, line.y))
}

/// The colours to choose from, at the foot of the screen, each with its letter.
pub(super) fn colours(buffer: &mut Buffer, app: &App, theme: &Theme) {
    let area = layout::library(app.size, false).foot;
    fill(buffer, area, theme.plain);
    let mut rest = behind(area, 1);
    for colour in Colour::ALL {
        let letter = format!(" {} ", colour.letter());
        let taken = put(buffer, rest, &letter, theme.highlight(Some(colour)));
        let word = put(buffer, behind(rest, taken + 1), colour.label(), theme.plain);
        rest = behind(rest, taken + word + 3);
    }
    put(buffer, rest, "Esc leave", theme.faint);
}

/// What there is to say, in the row above a line that is typed at the foot of the screen.
pub(super) fn above(buffer: &mut Buffer, app: &App, theme: &Theme) {
    let foot = layout::library(app.size, false).foot;
    let Some(message) = app.message.as_ref().filter(|_| foot.y > 0) else { return };
    let area = Rect { y: foot.y - 1, ..foot };
    fill(buffer, area, theme.plain);
    put(buffer, behind(area, 1), &message.text, if message.trouble { theme.trouble } else { theme.plain });
}

/// The keys that end a line that is typed, with a word for what the one does; the other leaves it.
pub(super) fn ends(app: &App, does: &str) -> String {
    format!("{} {does}  {} leave", app.key_for(Command::Accept), app.key_for(Command::Cancel))
}

/// Columns that a line that is typed keeps to itself.
const TYPED: usize = 20;

/// A line that is typed at the foot of the screen, with `right` at its end where that leaves room.
pub(super) fn prompt(
    buffer: &mut Buffer,
    app: &App,
    label: &str,
    prompt: &Prompt,
    right: &str,
    theme: &Theme,
) -> CursorAt {
    let area = layout::library(app.size, false).foot;
    fill(buffer, area, theme.plain);
    let room = usize::from(area.width).saturating_sub(width(label) + TYPED);
    let right = if width(right) <= room { right } else { "" };
    let taken = put_right(buffer, Rect { width: area.width.saturating_sub(1), ..area }, right, theme.faint);
    let line = Rect { width: area.width.saturating_sub(taken + 2), ..area };
    typed(buffer, behind(line, 1), label, prompt, theme)
}
