//! The page of a person, an organisation or a place.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::{behind, below, list_line, number, put, put_right, put_span, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Command, PageRow, PageView, Section, layout};
use crate::corpus::DocId;
use crate::library::{Entity, Line, Part};
use crate::tag::Kind;
use crate::text::Span;
use crate::text::glyph::{fit, width};

/// Columns of a name or description in a list, where there are reasons behind it.
const NAME: u16 = 34;

/// Columns of the longest bar of the timeline.
const BAR: u16 = 40;

/// Columns before the name in a passage.
pub(super) const BEFORE: usize = 30;

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let areas = layout::library(app.size, false);
    let Some(page) = app.page() else {
        bar::top(buffer, areas.bar, &app.name, "", theme);
        return None;
    };
    let kind = page.entity.as_ref().map_or("", |entity| entity.known.kind.label());
    bar::top(buffer, areas.bar, page.name(), kind, theme);
    let rows = page.rows();
    if let Some(entity) = &page.entity {
        put(buffer, behind(row(areas.main, 0), 1), &counts(entity), theme.faint);
        let list = below(areas.main, 1);
        for at in 0..usize::from(list.height) {
            let Some(&shown) = rows.get(page.cursor.top + at) else { break };
            let line = row(list, at);
            let chosen = page.cursor.top + at == page.cursor.at;
            let base = list_line(buffer, line, chosen, theme);
            draw_row(buffer, app, (page, entity), shown, behind(line, 1), base, theme);
        }
    }
    bar::foot(buffer, app, &place(page), theme);
    None
}

/// How often and when it is mentioned.
fn counts(entity: &Entity) -> String {
    let documents = entity.documents.len();
    let mut text = format!("{} in {}", some(entity.mentions, "mention"), some(documents, "document"));
    if let Some((first, last)) = entity.dates {
        text.push_str(&if first == last { format!(" · {first}") } else { format!(" · {first} to {last}") });
        let undated = documents - entity.months.values().sum::<u32>() as usize;
        if undated > 0 {
            text.push_str(&format!(" · {} without a date", number(undated)));
        }
    } else {
        text.push_str(" · dates unknown");
    }
    text.push_str(&format!(" · {} % sure", entity.known.confidence));
    if let Some(description) = entity.description() {
        text.push_str(&format!(" · {description}"));
    }
    text
}

/// So many of something.
pub(super) fn some(count: usize, one: &str) -> String {
    format!("{} {one}{}", number(count), if count == 1 { "" } else { "s" })
}

/// Which of how many passages the cursor is on.
fn place(page: &PageView) -> String {
    let Some(PageRow::Passage(at)) = page.row() else { return String::new() };
    match page.passages_in_all() {
        Some(all) => format!("{} of {}", number(at + 1), number(all)),
        None => number(at + 1),
    }
}

fn draw_row(
    buffer: &mut Buffer,
    app: &App,
    (page, entity): (&PageView, &Entity),
    shown: PageRow,
    area: Rect,
    base: Style,
    theme: &Theme,
) {
    let faint = base.patch(theme.faint);
    match shown {
        PageRow::Head(section) => head(buffer, app, page, section, area, base, theme),
        PageRow::Name(at) => {
            let Some(form) = entity.known.forms.get(at) else { return };
            let mut said = some(form.documents as usize, "document");
            if !form.reason.is_empty() {
                said.push_str(&format!(" · {} % · {}", form.confidence, form.reason));
            }
            columns(buffer, behind(area, 1), &form.text, &said, (base, faint));
        }
        PageRow::Perhaps(at) => {
            let Some(perhaps) = entity.perhaps.get(at) else { return };
            let said = format!("{} % · {}", perhaps.confidence, perhaps.reason);
            columns(buffer, behind(area, 1), entity.other(perhaps), &said, (base, faint));
        }
        PageRow::Called(at) => {
            let Some(described) = page.described.get(at) else { return };
            let mut ids = described.documents.iter();
            let first = ids.next().and_then(|id| app.catalogue.get(id)).map_or("", |entry| entry.title());
            let count = described.documents.len();
            let said = format!("{} · {first}", some(count, "document"));
            columns(buffer, behind(area, 1), &described.text, &said, (base, faint));
        }
        PageRow::Time(year, month, count) => {
            let label = match month {
                None => format!("{year:04}"),
                Some(0) => format!("{year:04}-??"),
                Some(month) => format!("{year:04}-{month:02}"),
            };
            put(buffer, behind(area, 1), &label, base);
            let most = if page.by_month {
                entity.months.values().copied().max().unwrap_or(1)
            } else {
                entity.years().into_values().max().unwrap_or(1)
            };
            let room = area.width.saturating_sub(20).min(BAR);
            // Whoever is there at all has a bar.
            let long = (u64::from(count) * u64::from(room)).div_ceil(u64::from(most.max(1))) as usize;
            let taken = put(buffer, behind(area, 10), &"▇".repeat(long.min(usize::from(room))), base);
            put(buffer, behind(area, 11 + taken), &number(count as usize), faint);
        }
        PageRow::With(at) => {
            let Some(with) = entity.with.get(at) else { return };
            let both = format!("{} of {}", number(with.both as usize), number(with.documents as usize));
            let said = format!("{:12}  {both:>13}  G² {:>6.1}", with.kind.label(), with.strength);
            columns(buffer, behind(area, 1), &with.name, &said, (base, faint));
        }
        PageRow::Note(at) => {
            let item = page.notes.get(at).and_then(|id| app.store.get(id));
            let Some(item) = item else { return };
            put(buffer, behind(area, 1), "✎", base.patch(theme.sign));
            let quoted = item.subject.quotation_on_a_line();
            let body = item.body.lines().next().filter(|line| !line.is_empty());
            let text = body.map_or(format!("“{quoted}”"), str::to_owned);
            put(buffer, behind(area, 3), &format!("{text} — {}", item.subject.title()), base);
        }
        PageRow::Document(id) => title(buffer, app, id, behind(area, 1), theme),
        PageRow::Passage(at) => {
            if let Some(line) = page.passages.get(at) {
                passage(buffer, behind(area, 3), line, (base, base.patch(theme.mention(entity.known.kind))));
            }
        }
        PageRow::More(_, 0) => drop(put(buffer, behind(area, 1), "none", faint)),
        PageRow::More(_, more) => {
            put(buffer, behind(area, 1), &format!("… {} more", number(more)), faint);
        }
    }
}

/// The heading of a section: a sign that says whether it is folded, how much there is of it, what it is narrowed to.
fn head(
    buffer: &mut Buffer,
    app: &App,
    page: &PageView,
    section: Section,
    area: Rect,
    base: Style,
    theme: &Theme,
) {
    let sign = if page.folded.contains(&section) { "+" } else { "−" };
    let taken = put(buffer, area, &format!("{sign} {}", section.heading()), base.patch(theme.strong));
    let count = page.count(section);
    let said = match section {
        Section::Timeline => {
            let other = if page.by_month { "year" } else { "month" };
            format!("documents, {}: by {other}", app.key_for(Command::Months))
        }
        Section::With => {
            let kind = match page.kind {
                None => "",
                Some(Kind::Person) => " people",
                Some(Kind::Organisation) => " organisations",
                Some(_) => " places",
            };
            let keys = (app.key_for(Command::Kind), app.key_for(Command::Together));
            format!(
                "{}{kind} in the same documents, by G² · {}: kind · {}: search both",
                number(count),
                keys.0,
                keys.1
            )
        }
        Section::Perhaps => {
            let keys = (app.key_for(Command::Merge), app.key_for(Command::Split));
            format!("{} · {}: the same · {}: not", number(count), keys.0, keys.1)
        }
        Section::Called if !page.described_all => format!("{} so far", number(count)),
        Section::Passages => {
            let all = page.passages_in_all().map_or(format!("{} so far", number(count)), number);
            let widen = app.key_for(Command::Widen);
            match page.part_label() {
                narrowed if page.part == Part::All => format!("{all}{narrowed}"),
                narrowed => format!("{all} {narrowed} · {widen}: all"),
            }
        }
        _ => number(count),
    };
    put(buffer, behind(area, taken + 2), &said, base.patch(theme.faint));
}

/// A name, and behind it what is said of it.
fn columns(buffer: &mut Buffer, area: Rect, name: &str, said: &str, (base, faint): (Style, Style)) {
    let room = NAME.min(area.width * 2 / 5);
    put(buffer, Rect { width: room.saturating_sub(1), ..area }, name, base);
    put(buffer, behind(area, room + 1), said, faint);
}

/// The date and title of a document.
pub(super) fn title(buffer: &mut Buffer, app: &App, id: DocId, area: Rect, theme: &Theme) {
    let Some(entry) = app.catalogue.get(id) else { return };
    let date = entry.date().map_or("–".to_owned(), |date| date.to_string());
    let taken = put(buffer, area, &date, theme.faint);
    let rest = behind(area, taken.max(10) + 2);
    let source = entry.source();
    let roomy = area.width >= 100 && !source.is_empty();
    let taken = if roomy { put_right(buffer, rest, source, theme.faint) + 2 } else { 0 };
    let rest = Rect { width: rest.width.saturating_sub(taken), ..rest };
    put(buffer, rest, entry.title(), theme.strong);
}

/// A passage on a line, its name lit.
fn passage(buffer: &mut Buffer, area: Rect, line: &Line, (base, lit): (Style, Style)) {
    let (text, name) = line.around.passage(BEFORE.min(usize::from(area.width) / 3));
    let fitted = fit(&text, usize::from(area.width));
    let style = |at: usize| if name.contains(at) { lit } else { base };
    let shown = Span::new(0, fitted.len());
    debug_assert!(width(&fitted) <= usize::from(area.width));
    put_span(buffer, area, &fitted, shown, style);
}
