//! The card of a name: what it is called, what is said of it, and where.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{behind, below, frame, list_line, number, put, put_span, row};
use super::{CursorAt, Theme};
use crate::app::{App, WHO, WHO_HEAD, Who, layout};
use crate::text::Span;
use crate::text::glyph::width;
use crate::text::words::sentence_at;

/// Bytes of a passage that are shown before the name.
const BEFORE: usize = 24;

pub(super) fn draw(buffer: &mut Buffer, app: &App, who: &Who, theme: &Theme) -> CursorAt {
    let reader = app.reader.as_ref()?;
    let cast = reader.cast.as_ref()?;
    let entity = cast.entities.get(who.entity)?;
    let rows = who.mentions.len().min(usize::from(WHO.1)) as u16 + WHO_HEAD;
    let area = layout::overlay(app.room(), WHO.0, rows);
    let inside = frame(buffer, area, &entity.name, theme);
    let inside = Rect { width: inside.width.saturating_sub(1), ..behind(inside, 1) };
    let count = entity.mentions.len();
    let mentions = if count == 1 { "one mention".to_owned() } else { format!("{} mentions", number(count)) };
    put(
        buffer,
        row(inside, 0),
        &format!("{}, {mentions} in this document", entity.kind.label()),
        theme.faint,
    );
    let forms: Vec<String> = entity.forms.iter().map(|(form, count)| format!("{form} {count}")).collect();
    labelled(buffer, row(inside, 1), "Names", &forms.join(" · "), theme);
    let mut rest = below(inside, 2);
    // Only a person has roles, and only a figure a value.
    if !entity.roles.is_empty() {
        labelled(buffer, row(rest, 0), "Called", &entity.roles.join(" · "), theme);
        rest = below(rest, 1);
    } else if let Some(value) = &entity.value {
        labelled(buffer, row(rest, 0), "Means", value, theme);
        rest = below(rest, 1);
    }
    put(buffer, row(rest, 0), "Passages", theme.strong);
    let list = below(rest, 1);
    let text = reader.document.text.as_str();
    for at in 0..usize::from(list.height) {
        let Some(&mention) = who.mentions.get(who.cursor.top + at) else { break };
        let sentence = sentence_at(&reader.document.text, mention.start as usize);
        let line = row(list, at);
        let chosen = who.cursor.top + at == who.cursor.at;
        let base = list_line(buffer, line, chosen, theme);
        // A mention late in its sentence would be cut off at the right: then the beginning is left out.
        let start = passage_start(text, mention, sentence);
        let cut = start > sentence.start as usize;
        let taken = put(buffer, behind(line, 2), if cut { "…" } else { "" }, base);
        let name = base.patch(theme.mention(entity.kind));
        let style = |at: usize| if mention.contains(at) { name } else { base };
        let shown = Span { start: start as u32, ..sentence };
        let room = behind(line, 2 + taken);
        let long = width(shown.of(text).trim_end()) > usize::from(room.width);
        let taken = put_span(
            buffer,
            Rect { width: room.width - u16::from(long).min(room.width), ..room },
            text,
            shown,
            style,
        );
        if long {
            put(buffer, behind(room, taken), "…", base);
        }
    }
    None
}

/// Where a passage is shown from: its beginning, or a word at most [`BEFORE`] bytes before the mention.
fn passage_start(text: &str, mention: Span, sentence: Span) -> usize {
    let name = mention.start as usize;
    if name <= sentence.start as usize + BEFORE {
        return sentence.start as usize;
    }
    let before = Span { end: mention.start, ..sentence }.of(text);
    let near = before.char_indices().filter(|(at, _)| before.len() - at <= BEFORE);
    let blank = near.filter(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8()).next();
    blank.map_or(name, |at| sentence.start as usize + at)
}

fn labelled(buffer: &mut Buffer, area: Rect, label: &str, text: &str, theme: &Theme) {
    put(buffer, area, label, theme.strong);
    put(buffer, behind(area, 8), text, theme.plain);
}
