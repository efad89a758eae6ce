//! The text of a document beside its cast.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::entity::some;
use super::paint::{behind, number, put, put_span, row, rule};
use super::{CursorAt, Theme, bar, beside, cast, fold, notes};
use crate::app::{App, Beside, Lit, Reader, layout};
use crate::note::{Colour, ItemId, ItemKind, Resolved};
use crate::text::setting::{Line, LineKind};
use crate::text::{Block, BlockKind, Span};

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let Some(reader) = &app.reader else {
        bar::top(buffer, layout::reader(app.size, false, false).bar, &app.name, "", theme);
        return None;
    };
    let areas = reader.areas();
    bar::top(buffer, areas.bar, &reader.document.meta.title.value, &state(app, reader), theme);
    if areas.covered() {
        let side = areas.side.unwrap_or(areas.main);
        beside_text(buffer, app, reader, side, theme);
        bar::foot(buffer, app, "", theme);
        return None;
    }
    let column = layout::column(areas.main, reader.measure());
    let pins = pins(app, reader);
    let marks = marks(app, reader, &pins, theme);
    let mut cursor = None;
    for (number, line) in reader.visible().iter().enumerate() {
        let area = row(column, number);
        margin(buffer, area, line, &pins, reader, theme);
        let text = behind(area, layout::MARGIN);
        match line.kind {
            LineKind::Fold(count) => {
                let blocks = &reader.text().blocks()[line.block..line.block + count];
                fold::draw(buffer, text, blocks, &signs_within(blocks, &pins, theme), theme);
            }
            _ => draw_line(buffer, reader, text, line, &marks, theme),
        }
        cursor = cursor.or_else(|| caret(reader, line, text));
    }
    if reader.text().blocks().is_empty() {
        put(buffer, behind(column, layout::MARGIN), "This document has no text.", theme.faint);
    }
    if let Some(side) = areas.side {
        rule(buffer, side, theme.faint);
        beside_text(buffer, app, reader, side, theme);
    }
    if reader.search.typing {
        return foot_search(buffer, app, reader, theme);
    }
    bar::foot(buffer, app, &steps(app, reader), theme);
    cursor
}

/// What stands beside the text, or in its place: the notes or the cast.
fn beside_text(buffer: &mut Buffer, app: &App, reader: &Reader, side: Rect, theme: &Theme) {
    match reader.notes_beside {
        true => beside::draw(buffer, app, reader, side, theme),
        false => cast::draw(buffer, reader, side, theme),
    }
}

/// Columns from which the bar has room for source and date.
const ROOMY: u16 = 110;

/// What stands at the right of the bar: what is shown, how far, what is kept.
fn state(app: &App, reader: &Reader) -> String {
    let mut parts = Vec::new();
    let meta = &reader.document.meta;
    if app.size.0 >= ROOMY {
        parts.extend(meta.source.as_ref().map(|source| source.value.to_string()));
        parts.extend(meta.date.as_ref().map(|date| date.value.to_string()));
    }
    if reader.raw_shown {
        parts.push("raw".to_owned());
    }
    if app.is_gone() {
        parts.push("file gone".to_owned());
    }
    let lost = reader.pinned.iter().filter(|(_, resolved)| *resolved == Resolved::Lost).count();
    if lost > 0 {
        parts.push(format!("{lost} lost"));
    }
    // What is on the whole document counts as in the library and in the pane; what only links to it is kept elsewhere.
    let whole = reader.about.iter().filter(|(_, why)| *why == Beside::Document).map(|(id, _)| id);
    let kept: Vec<&ItemId> = reader.pinned.iter().map(|(id, _)| id).chain(whole).collect();
    let of_kind =
        |kind| kept.iter().filter(|id| app.store.get(id).is_some_and(|item| item.kind == kind)).count();
    for (sign, count) in [
        ("★", of_kind(ItemKind::Bookmark)),
        ("▌", of_kind(ItemKind::Highlight)),
        ("✎", of_kind(ItemKind::Note)),
    ] {
        if count > 0 {
            parts.push(format!("{sign}{count}"));
        }
    }
    // How many pages there are is known once all of it is loaded.
    let page = reader.document.page_at(reader.reading_offset()).filter(|_| !reader.loading);
    parts.extend(page.map(|page| format!("p. {}", page.label)));
    parts.push(if reader.loading { "loading".to_owned() } else { format!("{}%", reader.percent()) });
    parts.join("  ")
}

/// Which of how many lit places the person is at.
fn steps(app: &App, reader: &Reader) -> String {
    let position = |count: usize, one: &str, before: Option<usize>| match before {
        Some(at) => format!("{} of {}", number(at + 1), number(count)),
        None => some(count, one),
    };
    let current = reader.current;
    match (reader.lit, &reader.cast) {
        (Lit::Search, _) => {
            let spans = &reader.search.spans;
            let at = current.and_then(|span| spans.binary_search(&span).ok());
            let more = if spans.len() >= crate::find::page::MOST { "+" } else { "" };
            format!("“{}” {}{more}", reader.search.prompt.text(), position(spans.len(), "place", at))
        }
        (Lit::Hits, _) if app.trail_number().is_some() => {
            let (at, all) = app.trail_number().unwrap_or_default();
            format!("place {} of {}", number(at), number(all))
        }
        (Lit::Hits, _) => {
            let result = app.result_number().map_or(String::new(), |at| {
                format!(" · result {} of {}", number(at + 1), number(app.search.total))
            });
            match (reader.hits.waiting, reader.hit_number(), reader.hits.spans.len()) {
                (true, ..) => format!("…{result}"),
                (_, Some(at), count) => format!("hit {} of {}{result}", number(at + 1), number(count)),
                (_, None, 1) => format!("1 hit{result}"),
                (_, None, count) => format!("{} hits{result}", number(count)),
            }
        }
        (Lit::Entity(entity), Some(cast)) => cast.entities.get(entity).map_or(String::new(), |entity| {
            let span = |mention: &u32| cast.mentions[*mention as usize].span;
            let at = current.and_then(|current| entity.mentions.binary_search_by_key(&current, span).ok());
            format!("{} {}", entity.name, position(entity.mentions.len(), "mention", at))
        }),
        _ => String::new(),
    }
}

/// The line at the foot while a phrase is typed.
fn foot_search(buffer: &mut Buffer, app: &App, reader: &Reader, theme: &Theme) -> CursorAt {
    let count = reader.search.spans.len();
    let found = match (reader.search.prompt.text().is_empty(), reader.search.waiting) {
        (true, _) => String::new(),
        (false, true) => "…".to_owned(),
        (false, false) if count == 0 => "not found".to_owned(),
        (false, false) => format!("{} found", number(count)),
    };
    bar::prompt(buffer, app, "/", &reader.search.prompt, &found, theme)
}

/// Where an item stands in the text that is shown.
struct Pin {
    span: Span,
    kind: ItemKind,
    colour: Option<Colour>,
    /// Whether these are perhaps not its words.
    doubtful: bool,
}

/// Where notes stand in the text that is shown.
fn pins(app: &App, reader: &Reader) -> Vec<Pin> {
    let raw = |offset: u32| reader.document.raw_offset(offset as usize);
    let place = |span: Span| if reader.raw_shown { Span::new(raw(span.start), raw(span.end)) } else { span };
    let pin = |(id, resolved): &(ItemId, Resolved)| {
        let (item, span) = (app.store.get(id)?, place(resolved.span()?));
        let doubtful = matches!(resolved, Resolved::Doubtful(_));
        Some(Pin { span, kind: item.kind, colour: item.colour, doubtful })
    };
    reader.pinned.iter().filter_map(pin).collect()
}

/// What is marked in the text in sight, each thing laid over those before it.
fn marks(app: &App, reader: &Reader, pins: &[Pin], theme: &Theme) -> Vec<(Span, Style)> {
    let visible = reader.visible_span();
    let mut marks = Vec::new();
    let mut add = |span: Span, style: Style| {
        if span.overlaps(visible) {
            marks.push((span, style));
        }
    };
    let cast = reader.cast.as_ref().filter(|_| !reader.raw_shown);
    if let Some(cast) = cast.filter(|_| !app.is_sparing) {
        let first = cast.mention_from(visible.start as usize).saturating_sub(1);
        let seen = cast.mentions[first.min(cast.mentions.len())..].iter();
        for mention in seen.take_while(|mention| mention.span.start < visible.end) {
            add(mention.span, theme.mention(mention.kind));
        }
    }
    // Over the names, whose inks can't be read on every ground; their lines under them stay.
    for pin in pins.iter().filter(|pin| pin.kind != ItemKind::Bookmark) {
        add(pin.span, if pin.doubtful { theme.doubtful } else { theme.highlight(pin.colour) });
    }
    match (reader.lit, cast) {
        (Lit::Entity(entity), Some(cast)) => {
            let mentions = cast.entities.get(entity).map_or(&[][..], |entity| &entity.mentions);
            let span = |mention: &u32| cast.mentions[*mention as usize].span;
            let first = mentions.partition_point(|mention| span(mention).end <= visible.start);
            let seen = mentions[first..].iter().map(span);
            seen.take_while(|span| span.start < visible.end).for_each(|span| add(span, theme.lit));
        }
        (Lit::Search | Lit::Hits, _) if reader.lit == Lit::Search || !reader.raw_shown => {
            let spans = if reader.lit == Lit::Search { &reader.search.spans } else { &reader.hits.spans };
            let first = spans.partition_point(|span| span.end <= visible.start);
            for span in spans[first..].iter().take_while(|span| span.start < visible.end) {
                add(*span, theme.found);
            }
        }
        _ => {}
    }
    if let Some(current) = reader.current {
        add(current, theme.current);
    }
    if let Some(selection) = reader.selection {
        add(selection.span(), theme.selected);
    }
    marks
}

/// The signs beside a row: a note, a highlight or a bookmark that begins in it or goes through it, or a
/// place where something was repaired.
fn margin(buffer: &mut Buffer, area: Rect, line: &Line, pins: &[Pin], reader: &Reader, theme: &Theme) {
    let (sign, style) = match line.kind {
        LineKind::Row(row) => {
            let begins = |kind: ItemKind| {
                pins.iter().find(|pin| pin.kind == kind && row.span.contains(pin.span.start as usize))
            };
            let through =
                || pins.iter().find(|pin| pin.kind != ItemKind::Bookmark && pin.span.overlaps(row.span));
            if let Some(pin) = begins(ItemKind::Note) {
                (if pin.doubtful { "?" } else { notes::sign(pin.kind) }, tint(pin.colour, theme))
            } else if let Some(pin) = begins(ItemKind::Bookmark) {
                (if pin.doubtful { "?" } else { notes::sign(pin.kind) }, theme.sign)
            } else if let Some(pin) = through() {
                (bar_of(pin, theme), tint(pin.colour, theme))
            } else if repaired(reader, row.span) {
                ("~", theme.faint)
            } else {
                return;
            }
        }
        LineKind::Fold(_) => ("▸", theme.sign),
        LineKind::Gap | LineKind::Rule => return,
    };
    put(buffer, area, sign, style);
}

/// The signs of what is kept on blocks that are folded, one for each kind.
fn signs_within(blocks: &[Block], pins: &[Pin], theme: &Theme) -> Vec<(&'static str, Style)> {
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return Vec::new() };
    let within = Span { start: first.span.start, end: last.span.end };
    let kinds = [ItemKind::Note, ItemKind::Bookmark, ItemKind::Highlight].into_iter();
    let pin = |kind| pins.iter().find(|pin| pin.kind == kind && pin.span.overlaps(within));
    let sign = |pin: &Pin| match pin.kind {
        ItemKind::Highlight => (bar_of(pin, theme), tint(pin.colour, theme)),
        _ if pin.doubtful => ("?", theme.sign),
        kind => (notes::sign(kind), tint(pin.colour, theme)),
    };
    kinds.filter_map(pin).map(sign).collect()
}

/// The sign beside a passage: a bar in its colour, without colour the letter of that.
fn bar_of(pin: &Pin, theme: &Theme) -> &'static str {
    match pin.colour.filter(|_| !theme.has_colour()) {
        _ if pin.doubtful => "?",
        Some(colour) => colour.label().get(..1).unwrap_or("▌"),
        None => notes::sign(ItemKind::Highlight),
    }
}

/// The style of a sign in the margin: in the colour of the passage.
fn tint(colour: Option<Colour>, theme: &Theme) -> Style {
    theme.sign.patch(theme.sign_of(colour))
}

/// Whether something was repaired in this part of the text.
fn repaired(reader: &Reader, span: Span) -> bool {
    let repairs = &reader.document.repairs;
    let first = repairs.partition_point(|repair| repair.span.end < span.start);
    let near = repairs[first..].iter().take_while(|repair| repair.span.start < span.end);
    // What was only taken away is an empty span, which belongs to the row in which it stands.
    !reader.raw_shown
        && near
            .filter(|repair| repair.span.end > span.start || repair.span.is_empty())
            .any(|repair| repair.span.overlaps(span) || span.contains(repair.span.start as usize))
}

fn draw_line(
    buffer: &mut Buffer,
    reader: &Reader,
    area: Rect,
    line: &Line,
    marks: &[(Span, Style)],
    theme: &Theme,
) {
    match line.kind {
        LineKind::Gap | LineKind::Fold(_) => {}
        LineKind::Rule => {
            let stars = "* * *";
            put(buffer, behind(area, area.width.saturating_sub(stars.len() as u16) / 2), stars, theme.faint);
        }
        LineKind::Row(row) => {
            let text = reader.text().as_str();
            let base = match reader.text().blocks().get(line.block).map(|block| block.kind) {
                Some(BlockKind::Heading(_)) => theme.strong,
                Some(BlockKind::Aside(_)) => theme.faint,
                Some(BlockKind::Quote | BlockKind::Dateline) => theme.faint,
                _ => theme.plain,
            };
            let content = row.span.of(text).trim_end();
            let span = Span { end: row.span.start + content.len() as u32, ..row.span };
            let here: Vec<&(Span, Style)> = marks.iter().filter(|(mark, _)| mark.overlaps(span)).collect();
            let style = |at: usize| {
                let over = here.iter().filter(|(mark, _)| mark.contains(at));
                over.fold(base, |style, (_, mark)| style.patch(*mark))
            };
            put_span(buffer, behind(area, row.indent), text, span, style);
        }
    }
}

/// Where the terminal's cursor belongs: on the moving end of a selection, for screen readers and
/// magnifiers that follow it.
fn caret(reader: &Reader, line: &Line, area: Rect) -> CursorAt {
    let at = reader.selection?.head.start;
    let row = line.row()?;
    if !row.span.contains(at as usize) {
        return None;
    }
    let before = Span { end: at, ..row.span }.of(reader.text().as_str());
    Some(Position::new(area.x + row.indent + crate::text::glyph::width(before) as u16, area.y))
}
