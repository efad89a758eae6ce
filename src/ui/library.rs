//! The list of documents and the preview beside it.

use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::{behind, below, fill, number, paragraph, put, put_right, put_span, row, rows_of, rule};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Command, layout};
use crate::find::titles::Query;
use crate::library::{DocId, Entry, Likeness};
use crate::note::Counts;
use crate::tag::Kind;
use crate::text::Span;
use crate::text::glyph::{fit, width};

/// Width from which the list has columns for source and length and still room for titles.
const WIDE: u16 = 78;

/// Columns of the source.
const SOURCE: u16 = 18;

/// Columns of the length.
const LENGTH: u16 = 9;

/// Columns of the date and the blank behind it.
const DATE: u16 = 11;

/// Copies that the preview names.
const NAMED: usize = 3;

/// Columns before the date: the cursor, unread, bookmark, note, a blank.
const MARKS: u16 = 5;

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let view = &app.library;
    let areas = layout::library(app.room(), view.preview);
    let count = app.catalogue.len();
    let documents = if count == 1 { "1 document".to_owned() } else { format!("{} documents", number(count)) };
    let folded = match (view.families.folded, app.key_for(Command::ToggleCopies)) {
        (0, _) => String::new(),
        (1, key) => format!(", 1 copy folded ({key})"),
        (count, key) => format!(", {} copies folded ({key})", number(count)),
    };
    let kept = app.notes.here;
    let notes = if kept == 0 { String::new() } else { format!("  {} kept", number(kept)) };
    let problems = if app.problems.is_empty() {
        String::new()
    } else {
        let count = app.problems.len();
        let word = if count == 1 { "problem" } else { "problems" };
        format!("  {} {word} ({})", number(count), app.key_for(Command::Problems))
    };
    let turned = if view.sort.reversed { "↑" } else { "↓" };
    let right = format!("{documents}{folded}{notes}{problems}  {} {turned}", view.sort.key.label());
    bar::top(buffer, areas.bar, &app.name, &right, theme);
    let cursor = head(buffer, app, row(areas.main, 0), theme);
    let list = below(areas.main, 1);
    if view.order.is_empty() {
        let text = match (app.catalogue.is_empty(), app.progress.done) {
            (true, false) => "Reading …",
            (true, true) => "No documents",
            (false, _) if view.answered.is_empty() => "…",
            (false, _) => "No title matches, nor a file's name",
        };
        put(buffer, behind(list, 2), text, theme.faint);
    }
    let query = Query::new(&view.answered);
    for at in 0..usize::from(list.height) {
        let Some(&id) = view.order.get(view.cursor.top + at) else { break };
        if let Some(entry) = app.catalogue.get(id) {
            let chosen = view.cursor.top + at == view.cursor.at;
            line(buffer, app, row(list, at), (id, entry), &query, chosen, theme);
        }
    }
    if let Some(side) = areas.side {
        rule(buffer, side, theme.faint);
        if let Some(id) = view.chosen() {
            preview(buffer, app, behind(side, 1), id, theme);
        }
    }
    bar::foot(buffer, app, "", theme);
    cursor
}

/// The line for finding, or the headings of the columns.
fn head(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) -> CursorAt {
    let view = &app.library;
    if view.typing || !view.find.text().is_empty() {
        let found = format!("{} of {}", number(view.order.len()), number(app.catalogue.len()));
        let taken = put_right(buffer, area, &found, theme.faint);
        let line = Rect { width: area.width.saturating_sub(taken + 1), ..area };
        return bar::typed(buffer, behind(line, 1), "find", &view.find, theme).filter(|_| view.typing);
    }
    put(buffer, behind(area, MARKS), "date", theme.faint);
    put(buffer, behind(area, MARKS + DATE), "title", theme.faint);
    if area.width >= WIDE {
        put(buffer, behind(area, area.width - SOURCE - LENGTH), "source", theme.faint);
        put_right(buffer, area, "words", theme.faint);
    }
    None
}

/// What is kept of a document, and whether it is unread.
fn state(app: &App, entry: Entry<'_>) -> (Counts, bool) {
    let counts = app.store.counts(entry.path_text(), entry.hash(), &app.catalogue);
    let read =
        app.store.place(entry.path_text(), entry.hash(), &app.catalogue).is_some_and(|place| place.read);
    (counts, !read)
}

/// One document of the list.
fn line(
    buffer: &mut Buffer,
    app: &App,
    area: Rect,
    (id, entry): (DocId, Entry<'_>),
    query: &Query,
    chosen: bool,
    theme: &Theme,
) {
    let base = if chosen { theme.chosen } else { theme.plain };
    if chosen {
        fill(buffer, area, base);
    }
    let (counts, unread) = state(app, entry);
    let sign = |shown: bool, sign: &'static str| if shown { sign } else { " " };
    let marks = [
        sign(chosen, "▸"),
        sign(unread, "●"),
        sign(counts.bookmarks > 0, "★"),
        sign(counts.notes + counts.highlights > 0, "✎"),
    ];
    put(buffer, area, &marks.concat(), base);
    let date = entry.date().map(|date| date.to_string());
    put(buffer, behind(area, MARKS), date.as_deref().unwrap_or("–"), base);
    let mut title = behind(area, MARKS + DATE);
    if area.width >= WIDE {
        let source = Rect { width: SOURCE - 1, ..behind(area, area.width - SOURCE - LENGTH) };
        put(buffer, source, entry.source(), base);
        put_right(buffer, area, &number(entry.words() as usize), base);
        title.width = title.width.saturating_sub(SOURCE + LENGTH + 1);
    }
    let faint = base.patch(theme.faint);
    let behind_title = match Place::of(app, id, entry) {
        Place::Alone => String::new(),
        Place::First(copies) => format!(" +{}", number(copies)),
        Place::Copy(likeness) => {
            put(buffer, behind(title, 1), likeness.sign(), faint);
            title = behind(title, 3);
            String::new()
        }
    };
    title.width = title.width.saturating_sub(width(&behind_title) as u16);
    let by_name = !query.is_empty() && query.score(entry.title()).is_none();
    let name = file_name(&entry.path()).filter(|_| by_name);
    let found = name.as_deref().unwrap_or(entry.title());
    let matched = query.matched(found);
    let fitted = fit(found, usize::from(title.width));
    let lit: Vec<usize> = fitted
        .char_indices()
        .enumerate()
        .filter(|(number, _)| matched.binary_search(number).is_ok())
        .map(|(_, (at, _))| at)
        .collect();
    let style = |at: usize| if lit.binary_search(&at).is_ok() { base.patch(theme.matched) } else { base };
    let mut taken = put_span(buffer, title, &fitted, Span::new(0, fitted.len()), style);
    if name.is_some() {
        taken = title.width.min(taken + 2);
        taken +=
            put(buffer, Rect { width: title.width - taken, ..behind(title, taken) }, entry.title(), faint);
    }
    put(buffer, Rect { width: area.right() - title.x - taken, ..behind(title, taken) }, &behind_title, faint);
}

/// How a document of the list stands to its copies there.
enum Place {
    /// It has none.
    Alone,
    /// It comes before all of them, so many.
    First(usize),
    /// It is a copy of the one that does.
    Copy(Likeness),
}

impl Place {
    fn of(app: &App, id: DocId, entry: Entry<'_>) -> Self {
        match app.library.families.of(id) {
            [] => Self::Alone,
            [first, copies @ ..] if *first == id => Self::First(copies.len()),
            [first, ..] => match app.catalogue.get(*first) {
                Some(first) => Self::Copy(Likeness::of(first.identity(), entry.identity())),
                None => Self::Alone,
            },
        }
    }
}

/// The name of a document's file, with that of the file that holds it where it is one of several.
fn file_name(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    // Such members are numbers; a folder seldom has an ending.
    let is_member = name.bytes().all(|byte| byte.is_ascii_digit());
    let holder = path.parent().filter(|holder| is_member && holder.extension().is_some());
    let holder = holder.and_then(|holder| holder.file_name());
    Some(holder.map_or(name.clone(), |holder| format!("{}/{name}", holder.to_string_lossy())))
}

/// A path by which one of two documents that are like each other is told from the other: its name and its folder.
pub(super) fn short(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().and_then(|folder| folder.file_name());
    folder.map_or(name.clone(), |folder| format!("…/{}/{name}", folder.to_string_lossy()))
}

/// What is said of the copies of a document: of which one it is a copy, or which are its own.
fn copies(app: &App, id: DocId, entry: Entry<'_>) -> Option<String> {
    let like = |other: DocId| {
        let other = app.catalogue.get(other)?;
        Some(match Likeness::of(other.identity(), entry.identity()) {
            Likeness::Same => format!("= the same as {}", short(&other.path())),
            Likeness::Near(percent) => format!("≈ some {percent} % the same as {}", short(&other.path())),
        })
    };
    let family = app.library.families.of(id);
    let first = family.first()?;
    if *first != id {
        return like(*first);
    }
    let named: Vec<String> = family.iter().skip(1).take(NAMED).filter_map(|copy| like(*copy)).collect();
    let more = family.len().saturating_sub(1 + NAMED);
    let more = if more > 0 { format!(" · and {} more", number(more)) } else { String::new() };
    Some(named.join(" · ") + &more)
}

/// What is known of the chosen document before it is opened.
fn preview(buffer: &mut Buffer, app: &App, area: Rect, id: DocId, theme: &Theme) {
    let Some(entry) = app.catalogue.get(id) else { return };
    let mut rest = area;
    let mut write = |text: &str, style: Style| {
        let taken = paragraph(buffer, rest, text, style);
        rest = below(rest, taken);
    };
    write(entry.title(), theme.strong);
    let (counts, unread) = state(app, entry);
    let date = match &entry.meta().date {
        Some(date) if date.origin.is_inferred() => {
            format!("{} (from the {})", date.value, date.origin.label())
        }
        Some(date) => date.value.to_string(),
        None => "date unknown".to_owned(),
    };
    let mut facts = vec![date];
    facts.extend(Some(entry.source().to_owned()).filter(|source| !source.is_empty()));
    facts.push(format!("{} words", number(entry.words() as usize)));
    for (count, one, many) in [
        (counts.bookmarks, "bookmark", "bookmarks"),
        (counts.highlights, "highlight", "highlights"),
        (counts.notes, "note", "notes"),
    ] {
        if count > 0 {
            facts.push(format!("{count} {}", if count == 1 { one } else { many }));
        }
    }
    if unread {
        facts.push("unread".to_owned());
    }
    write(&facts.join(" · "), theme.faint);
    if let Some(name) = file_name(&entry.path()) {
        write(&name, theme.faint);
    }
    if let Some(copies) = copies(app, id, entry) {
        write(&copies, theme.plain);
    }
    let Some(preview) = app.library.previews.get(id) else { return };
    write("", theme.plain);
    for (kind, names) in &preview.names {
        if rest.height == 0 {
            return;
        }
        names_of(buffer, &mut rest, *kind, names, theme);
    }
    if preview.partial {
        let taken = put(buffer, row(rest, 0), "names of the beginning only", theme.faint);
        rest = below(rest, taken.min(1));
    }
    for text in &preview.opening {
        if rest.height < 2 {
            return;
        }
        rest = below(rest, 1);
        let taken = paragraph(buffer, rest, text, theme.plain);
        rest = below(rest, taken);
    }
}

/// The main names of one kind in a row or two, each with its count.
fn names_of(buffer: &mut Buffer, rest: &mut Rect, kind: Kind, names: &[(String, usize)], theme: &Theme) {
    let (label, most) = match kind {
        Kind::Person => ("People", 3),
        Kind::Organisation => ("Orgs", 3),
        Kind::Place => ("Places", 4),
        Kind::Date => ("Dates", 3),
        Kind::Money => ("Money", 3),
        Kind::Quantity => ("Amounts", 3),
        Kind::Contact => ("Reach", 2),
        Kind::Identifier => ("Codes", 2),
    };
    let column = behind(*rest, 8);
    put(buffer, row(*rest, 0), label, theme.faint);
    let listed = |count: usize| {
        let names = names.iter().take(count).map(|(name, count)| format!("{name}\u{a0}{count}"));
        names.collect::<Vec<_>>().join(" · ")
    };
    // Whole names only: as many as two rows hold.
    let count = (1..=most).rev().find(|&count| rows_of(&listed(count), column.width) <= 2).unwrap_or(1);
    let area = Rect { height: column.height.min(2), ..column };
    let taken = paragraph(buffer, area, &listed(count), theme.plain);
    *rest = below(*rest, taken);
}
