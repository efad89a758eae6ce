//! All bookmarks, highlights and notes, the chosen one beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{behind, below, fill, leaf, number, paragraph, put, put_right, row, rule};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Command, Context, Grouping, NotesRow, layout};
use crate::note::{Item, ItemKind, Leaf, Resolved};

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let view = &app.notes;
    let areas = layout::notes(app.room());
    let all = view.here + if view.elsewhere { view.away } else { 0 };
    let away = match (view.away, view.elsewhere) {
        (0, _) => String::new(),
        (away, true) => format!(", {} elsewhere", number(away)),
        (away, false) => format!(", {} elsewhere ({})", number(away), app.key_for(Command::ToggleElsewhere)),
    };
    bar::top(buffer, areas.bar, "Bookmarks and notes", &format!("{} kept{away}", number(view.here)), theme);
    let head = row(areas.main, 0);
    let mut cursor = None;
    if view.typing || !view.filter.text().is_empty() {
        let found = format!("{} of {}", number(view.found), number(all));
        let taken = put_right(buffer, head, &found, theme.faint);
        let line = Rect { width: head.width.saturating_sub(taken + 1), ..head };
        cursor = bar::typed(buffer, behind(line, 1), "filter", &view.filter, theme).filter(|_| view.typing);
    } else {
        let grouped = match view.grouping {
            Grouping::None => String::new(),
            grouping => format!(", {}", grouping.label()),
        };
        put(buffer, behind(head, 2), &format!("{}{grouped}", view.order.label()), theme.faint);
    }
    let list = below(areas.main, 1);
    if view.rows.is_empty() {
        let key =
            |command| app.keymap.keys_of(Context::Reader, command).into_iter().next().unwrap_or_default();
        let (mark, note, select) = (key(Command::Bookmark), key(Command::Note), key(Command::Select));
        let text = match (all, view.away) {
            (0, 0) => format!("Nothing kept yet: {mark}, {note} and {select} in a document"),
            (0, _) => "Nothing kept on these documents".to_owned(),
            _ => "Nothing matches".to_owned(),
        };
        put(buffer, behind(list, 2), &text, theme.faint);
    }
    for at in 0..usize::from(list.height) {
        let Some(listed) = view.rows.get(view.cursor.top + at) else { break };
        let line = row(list, at);
        let id = match listed {
            NotesRow::Head(heading, count) => {
                let taken = put_right(buffer, line, &number(*count), theme.faint);
                put(
                    buffer,
                    Rect { width: line.width.saturating_sub(taken + 1), ..behind(line, 1) },
                    heading,
                    theme.strong,
                );
                continue;
            }
            NotesRow::Item(id) => id,
        };
        let Some(item) = app.store.get(id) else { continue };
        let chosen = view.cursor.top + at == view.cursor.at;
        let base = if chosen { theme.chosen } else { theme.plain };
        if chosen {
            fill(buffer, line, base);
        }
        put(buffer, line, if chosen { "▸" } else { " " }, base);
        put(buffer, behind(line, 1), sign(item.kind), base.patch(theme.sign_of(item.colour)));
        let told = |label: &&str| matches!(*label, "lost" | "doubtful" | "absent");
        let sign = Some(app.standing_label(item)).filter(told).unwrap_or_default();
        let taken = put_right(buffer, line, sign, base.patch(theme.trouble));
        let room = line.width.saturating_sub(taken + u16::from(taken > 0));
        put(buffer, behind(Rect { width: room, ..line }, 3), &summary(item), base);
    }
    if let (Some(side), Some(item)) = (areas.side, view.chosen().and_then(|id| app.store.get(id))) {
        rule(buffer, side, theme.faint);
        card(buffer, app, behind(side, 1), item, theme);
    }
    bar::foot(buffer, app, "", theme);
    cursor
}

/// Letters of a line that a row shows at most.
const SUMMARY: usize = 500;

/// Bytes of a note that the card reads: more than any terminal shows.
const CARD: usize = 64 << 10;

/// The sign of an item, the same as in the margin of the text.
pub(super) fn sign(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Bookmark => "★",
        ItemKind::Highlight => "▌",
        ItemKind::Note => "✎",
    }
}

/// The first line of what was written, else the words that it hangs on.
fn summary(item: &Item) -> String {
    // Without the signs of Markdown; a line that is nothing else shows them.
    let plain =
        |line: &str| Some(Leaf::of(line).text.as_str().trim().to_owned()).filter(|text| !text.is_empty());
    let written = item.body.lines().find(|line| !line.trim().is_empty());
    // A row shows no more; a line may have a whole book in it, and is read for each frame.
    let beginning = |line: &'_ str| line.trim_start().chars().take(SUMMARY).collect::<String>();
    let written = written.map(beginning).map(|line| plain(&line).unwrap_or_else(|| line.trim().to_owned()));
    let quotation = || item.anchor().map(|_| item.subject.quotation_on_a_line());
    written.or_else(quotation).unwrap_or_else(|| item.subject.title().trim().to_owned())
}

/// The whole of the chosen item.
fn card(buffer: &mut Buffer, app: &App, area: Rect, item: &Item, theme: &Theme) {
    let mut rest = area;
    let mut write = |text: &str, style| {
        let taken = paragraph(buffer, rest, text, style);
        rest = below(rest, taken);
    };
    write(item.subject.title(), theme.strong);
    let there = match (app.is_here(item), app.is_absent(item)) {
        (_, true) => " · not in this collection any more",
        (true, _) => "",
        (false, _) => " · not in this collection",
    };
    let perhaps = app.perhaps(item).map(|title| {
        let attach = app.key_for(Command::Attach);
        format!("; perhaps “{title}” ({attach} attaches it)")
    });
    let there = there.to_owned() + &perhaps.unwrap_or_default();
    let day = item.created.strftime("%Y-%m-%d %H:%M UTC");
    let colour = item.colour.map_or(String::new(), |colour| format!(" · {}", colour.label()));
    write(&format!("{}{colour} · {day}{there}", item.kind.label()), theme.faint);
    let changed = app.reviewed_item(item).map_or(0, |review| 100_u8.saturating_sub(review.kept));
    match app.standing(item) {
        Some(Resolved::Moved(_)) if changed > 0 => {
            write(&format!("moved: some of its words have changed since ({changed} %)"), theme.faint);
        }
        Some(Resolved::Moved(_)) => write("moved: its words stand elsewhere in the text now", theme.faint),
        Some(Resolved::Doubtful(_)) => {
            write("doubtful: the text has changed, and its words aren't certain any more", theme.trouble);
        }
        Some(Resolved::Lost) => {
            let attach = app.key_for(Command::Attach);
            write(
                &format!("lost: its words aren't in the text any more ({attach} attaches it anew)"),
                theme.trouble,
            );
        }
        Some(Resolved::Exact(_)) | None => {}
    }
    if item.anchor().is_some() {
        write("", theme.plain);
        write(&format!("“{}”", item.subject.quotation_on_a_line()), theme.plain);
    }
    if !item.body.trim().is_empty() {
        write("", theme.plain);
        // A note may be as long as a book, and is read for each frame.
        let body = item.body.get(..item.body.floor_char_boundary(CARD)).unwrap_or(&item.body);
        let over = if body.len() < item.body.len() { "over " } else { "" };
        let written = Leaf::of(body);
        let taken = leaf(buffer, rest, &written, 0, theme.plain, theme);
        let hidden = written.rows(rest.width).saturating_sub(usize::from(rest.height));
        if hidden > 0 && rest.height > 0 {
            let last = row(rest, usize::from(rest.height) - 1);
            fill(buffer, last, theme.plain);
            let edit = app.key_for(Command::Edit);
            put(
                buffer,
                last,
                &format!("… {over}{} more rows ({edit} opens it)", number(hidden + 1)),
                theme.faint,
            );
        }
        rest = below(rest, taken);
    }
    if !item.tags.is_empty() {
        rest = below(rest, 1);
        let mut write = |text: &str, style| paragraph(buffer, rest, text, style);
        let tags: Vec<String> = item.tags.iter().map(|tag| format!("#{tag}")).collect();
        write(&tags.join(" "), theme.plain);
    }
}
