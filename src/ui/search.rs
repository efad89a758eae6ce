//! A search of all documents: the line, what is said of it, what was found, and what that can be narrowed by.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::entity::some;
use super::library::short;
use super::paint::{behind, below, fill, number, put, put_right, put_span, row, rule};
use super::{CursorAt, Theme, bar, facets};
use crate::app::{App, Besides, Command, Context, ResultLine, SearchPane, layout};
use crate::find::query::RULES;
use crate::index::{Hit, Origin};
use crate::library::Likeness;
use crate::text::Span;
use crate::text::glyph::width;

/// Width from which a title has columns for the source behind it.
const WIDE: u16 = 70;

/// Columns of the source.
const SOURCE: u16 = 20;

/// Columns of the signs of a rule in the help.
const SIGNS: u16 = 14;

/// Columns of what a rule means, where there is room for an example behind it.
const MEANINGS: u16 = 62;

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let view = &app.search;
    let areas = layout::search(app.room(), view.pane == SearchPane::Facets);
    let exact = if view.exact { "=exact letters  " } else { "" };
    bar::top(buffer, areas.bar, "Search", &format!("{exact}{}", documents(app.catalogue.len())), theme);
    if areas.covered() {
        facets::draw(buffer, app, areas.side.unwrap_or(areas.main), theme);
        bar::foot(buffer, app, "", theme);
        return None;
    }
    let cursor = line(buffer, app, row(areas.main, 0), theme);
    said(buffer, app, row(areas.main, 1), theme);
    if !view.narrowed.is_empty() {
        chips(buffer, app, row(areas.main, 2), theme);
    }
    let list = below(areas.main, app.search_head());
    if view.is_asking() {
        results(buffer, app, list, theme);
    } else {
        rules(buffer, list, theme);
    }
    if let Some(side) = areas.side {
        rule(buffer, side, theme.faint);
        facets::draw(buffer, app, side, theme);
    }
    let right = match view.passages.get(view.cursor.at) {
        Some(passage) => format!("{} of {}", number(passage.hit + 1), number(view.total)),
        None => String::new(),
    };
    bar::foot(buffer, app, &right, theme);
    cursor.filter(|_| view.pane == SearchPane::Line)
}

/// So many documents.
fn documents(count: usize) -> String {
    if count == 1 { "1 document".to_owned() } else { format!("{} documents", number(count)) }
}

/// The line that is typed, with how much was found.
fn line(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) -> CursorAt {
    let view = &app.search;
    let found = match (view.is_asking(), view.waiting, view.total) {
        (false, ..) => String::new(),
        (_, true, _) => "…".to_owned(),
        (.., total) => documents(total),
    };
    let taken = put_right(buffer, Rect { width: area.width.saturating_sub(1), ..area }, &found, theme.faint);
    let line = Rect { width: area.width.saturating_sub(taken + 2), ..area };
    bar::typed(buffer, behind(line, 1), "search", &view.prompt, theme)
}

/// What wasn't understood, else how it is searched.
fn said(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) {
    let view = &app.search;
    let complaints = view.complaints();
    if let Some(first) = complaints.first() {
        let more = complaints.len() - 1;
        let more = if more > 0 { format!(" (+{more})") } else { String::new() };
        put(buffer, behind(area, 1), &format!("! {}{more}", first.text), theme.trouble);
        return;
    }
    if view.is_asking() && view.besides > 0 {
        let (count, key) = (view.besides, app.keymap.keys_of(Context::Results, Command::Notes));
        let key = key.into_iter().next().unwrap_or_default();
        let text = format!("also in {} on {}: {key}", some(count, "note"), Besides::subjects(count));
        put(buffer, behind(area, 1), &text, theme.plain);
        return;
    }
    let key = app.key_for(Command::SearchExact);
    let text = if view.exact {
        format!("exactly these letters ({key}: other forms and spellings too)")
    } else {
        format!("words in any form, names in any spelling ({key}: exactly these letters)")
    };
    put(buffer, behind(area, 1), &text, theme.faint);
}

/// What the result is narrowed by.
fn chips(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) {
    let mut rest = behind(area, 1);
    for facet in &app.search.narrowed {
        let taken = put(buffer, rest, &format!("[{facet}]"), theme.strong);
        rest = behind(rest, taken + 1);
    }
    let key = app.key_for(Command::Widen);
    put(buffer, rest, &format!("{key} takes the last away"), theme.faint);
}

/// What was found, document by document.
fn results(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) {
    let view = &app.search;
    if view.hits.is_empty() {
        let text = match (view.waiting, view.nearly) {
            (true, _) => "Searching …".to_owned(),
            (false, 0) => "Nothing found".to_owned(),
            (false, nearly) => {
                let documents = if nearly == 1 { "document" } else { "documents" };
                format!("Nothing found; {}~ finds {nearly} {documents}", view.prompt.text().trim())
            }
        };
        put(buffer, behind(area, 2), &text, theme.faint);
        return;
    }
    let lines = app.result_lines();
    // While the line is typed nothing is chosen yet.
    let chosen = (view.pane != SearchPane::Line).then_some(view.cursor.at);
    let mut begun = view.cursor.top.checked_sub(1).map(|above| lines.passage(above));
    for at in 0..usize::from(area.height) {
        let Some(&(passage, line)) = lines.lines.get(view.cursor.top + at) else { break };
        let place = row(area, at);
        let base = if chosen == Some(passage) { theme.chosen } else { theme.plain };
        if chosen == Some(passage) {
            fill(buffer, place, base);
        }
        let first = begun.replace(passage) != Some(passage);
        put(buffer, place, if first && chosen == Some(passage) { "▸" } else { " " }, base);
        match line {
            ResultLine::Title(hit) => {
                if let Some(hit) = view.hits.get(hit) {
                    title(buffer, app, behind(place, 1), hit, base, theme);
                }
            }
            ResultLine::Row(hit, snippet, span) => {
                let snippet = view.hits.get(hit).and_then(|hit| hit.snippets.get(snippet));
                let Some(snippet) = snippet else { continue };
                if snippet.origin == Origin::Note && span.start == 0 {
                    put(buffer, behind(place, 2), "✎", base.patch(theme.sign));
                }
                let content = span.of(&snippet.text).trim_end();
                let span = Span { end: span.start + content.len() as u32, ..span };
                let lit = |at: usize| snippet.lit.iter().any(|lit| lit.contains(at));
                let style = |at: usize| if lit(at) { base.patch(theme.matched) } else { base };
                put_span(buffer, behind(place, 4), &snippet.text, span, style);
            }
            ResultLine::SameAs(other) => {
                let entry = view.hits.get(other).and_then(|other| app.catalogue.get(other.id));
                let Some(entry) = entry else { continue };
                let same = format!("{} the same text as {}", Likeness::Same.sign(), short(&entry.path()));
                put(buffer, behind(place, 4), &same, base.patch(theme.faint));
            }
            ResultLine::Why(hit, snippet) => {
                let snippet = view.hits.get(hit).and_then(|hit| hit.snippets.get(snippet));
                let why = snippet.and_then(|snippet| snippet.why.as_deref()).unwrap_or_default();
                put(buffer, behind(place, 4), &format!("↳ {why}"), base.patch(theme.faint));
            }
        }
    }
}

/// The date, title and source of a document.
fn title(buffer: &mut Buffer, app: &App, area: Rect, hit: &Hit, base: ratatui::style::Style, theme: &Theme) {
    let Some(entry) = app.catalogue.get(hit.id) else {
        put(buffer, behind(area, 1), "a document that is no longer here", base.patch(theme.faint));
        return;
    };
    let date = entry.date().map_or("–".to_owned(), |date| date.to_string());
    let taken = put(buffer, behind(area, 1), &date, base.patch(theme.faint));
    let mut rest = behind(area, taken.max(10) + 2);
    if area.width >= WIDE && !entry.source().is_empty() {
        let source = Rect { width: area.width.min(SOURCE + 1) - 1, ..area };
        let columns = (width(entry.source()) as u16).min(source.width);
        let source = Rect { x: area.right().saturating_sub(columns + 1), width: columns, ..area };
        put(buffer, source, entry.source(), base.patch(theme.faint));
        rest.width = rest.width.saturating_sub(columns + 3);
    }
    put(buffer, rest, entry.title(), base.patch(theme.strong));
}

/// What can be typed, where nothing is.
fn rules(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    for (at, rule) in RULES.iter().enumerate().take(usize::from(area.height)) {
        let line = behind(row(area, at), 1);
        put(buffer, Rect { width: line.width.min(SIGNS - 1), ..line }, rule.sign, theme.key);
        let meaning = behind(line, SIGNS);
        put(buffer, meaning, rule.meaning, theme.faint);
        if meaning.width > MEANINGS + 20 {
            put(buffer, behind(meaning, MEANINGS + 18), rule.example, theme.plain);
        }
    }
}
