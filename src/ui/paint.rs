//! Putting text into cells: always by glyphs, so that it is safe and as wide as it was reckoned to be.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::note::Leaf;
use crate::text::glyph::{fit, glyphs, width};
use crate::text::setting::LineKind;
use crate::text::wrap::wrap;
use crate::text::{Block, BlockKind, Span};

/// Puts `text` at the beginning of the first row of `area`, cut with `…` where it is too long; gives the
/// columns that it took.
pub(super) fn put(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let fitted = fit(text, usize::from(area.width));
    put_span(buffer, area, &fitted, Span::new(0, fitted.len()), |_| style)
}

/// Puts `text` at the end of the first row of `area`; gives the columns that it took.
pub(super) fn put_right(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let columns = width(text).min(usize::from(area.width)) as u16;
    put(buffer, Rect { x: area.right() - columns, width: columns, ..area }, text, style)
}

/// Puts `text[span]` into the first row of `area`, each glyph in the style for the byte where it begins;
/// gives the columns that it took.
pub(super) fn put_span(
    buffer: &mut Buffer,
    area: Rect,
    text: &str,
    span: Span,
    style: impl Fn(usize) -> Style,
) -> u16 {
    let mut x = area.x;
    if area.height == 0 {
        return 0;
    }
    for glyph in glyphs(text, span) {
        let room = area.right().saturating_sub(x);
        if usize::from(room) < glyph.width {
            break;
        }
        let style = style(glyph.span.start as usize);
        buffer.set_stringn(x, area.y, &glyph.shown, usize::from(room), style);
        x += glyph.width as u16;
    }
    x - area.x
}

/// Puts `text` as a paragraph at the top of `area`; gives the rows that it took.
pub(super) fn paragraph(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let mut row = area;
    for line in lines_of(text, area.width).into_iter().take(usize::from(area.height)) {
        row.height = 1;
        put(buffer, row, line, style);
        row.y += 1;
    }
    row.y - area.y
}

/// The rows of `text` as a paragraph of that width.
pub(super) fn lines_of(text: &str, width: u16) -> Vec<&str> {
    let rows = wrap(text, &Block::paragraph(Span::new(0, text.len())), width.max(1));
    rows.iter().map(|row| row.span.of(text).trim_end()).collect()
}

/// How many rows `text` takes as a paragraph of that width.
pub(super) fn rows_of(text: &str, width: u16) -> usize {
    lines_of(text, width).len()
}

/// One row of `area`, counted from its top.
pub(super) fn row(area: Rect, number: usize) -> Rect {
    let number = (number as u16).min(area.height);
    Rect { y: area.y + number, height: (area.height - number).min(1), ..area }
}

/// What is left of `area` below its first `rows` rows.
pub(super) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// What is left of `area` behind its first `columns`.
pub(super) fn behind(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect { x: area.x + columns, width: area.width - columns, ..area }
}

/// Fills `area` with blanks in `style`.
pub(super) fn fill(buffer: &mut Buffer, area: Rect, style: Style) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
}

/// A vertical rule in the column before `side`.
pub(super) fn rule(buffer: &mut Buffer, side: Rect, style: Style) {
    for y in side.top()..side.bottom() {
        buffer.set_stringn(side.x - 1, y, "│", 1, style);
    }
}

/// Clears `area` and puts a frame with a title around it; gives the area inside.
pub(super) fn frame(buffer: &mut Buffer, area: Rect, title: &str, theme: &super::Theme) -> Rect {
    fill(buffer, area, theme.plain);
    if area.width < 4 || area.height < 3 {
        return area;
    }
    if theme.boxless {
        put(buffer, area, title, theme.strong);
        return below(area, 1);
    }
    let across = "─".repeat(usize::from(area.width) - 2);
    buffer.set_stringn(area.x, area.y, format!("┌{across}┐"), usize::from(area.width), theme.faint);
    buffer.set_stringn(
        area.x,
        area.bottom() - 1,
        format!("└{across}┘"),
        usize::from(area.width),
        theme.faint,
    );
    for y in area.y + 1..area.bottom() - 1 {
        buffer.set_stringn(area.x, y, "│", 1, theme.faint);
        buffer.set_stringn(area.right() - 1, y, "│", 1, theme.faint);
    }
    let inside = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 };
    let title = fit(title, usize::from(inside.width.saturating_sub(2))).into_owned();
    put(
        buffer,
        Rect { x: area.x + 1, y: area.y, width: inside.width, height: 1 },
        &format!(" {title} "),
        theme.strong,
    );
    inside
}

/// Begins a line of a list: the chosen one is filled and has its sign. Gives the style of what stands in it.
pub(super) fn list_line(buffer: &mut Buffer, line: Rect, chosen: bool, theme: &super::Theme) -> Style {
    if !chosen {
        return theme.plain;
    }
    fill(buffer, line, theme.chosen);
    put(buffer, line, "▸", theme.chosen);
    theme.chosen
}

/// A thousands separator makes long numbers readable.
pub(super) fn number(value: usize) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Puts a note, from its `from`th row on, at the top of `area`; gives the rows that it took.
pub(super) fn leaf(
    buffer: &mut Buffer,
    area: Rect,
    leaf: &Leaf,
    from: usize,
    base: Style,
    theme: &super::Theme,
) -> u16 {
    let text = leaf.text.as_str();
    let rows = from + usize::from(area.height);
    let lines = leaf.lines(area.width, rows);
    for (number, line) in lines.iter().skip(from).enumerate() {
        let here = row(area, number);
        match line.kind {
            LineKind::Rule => drop(put(buffer, here, "* * *", theme.faint)),
            LineKind::Gap | LineKind::Fold(..) => {}
            LineKind::Row(set) => {
                let kind = leaf.text.blocks().get(line.block).map(|block| block.kind);
                let base = match kind {
                    Some(BlockKind::Heading(_)) => base.patch(theme.strong),
                    Some(BlockKind::Quote) => base.patch(theme.faint),
                    _ => base,
                };
                let end = set.span.start as usize + set.span.of(text).trim_end().len();
                let inside: Vec<_> = leaf.faces.iter().filter(|(span, _)| span.overlaps(set.span)).collect();
                let style = |at: usize| {
                    let over = inside.iter().filter(|(span, _)| span.contains(at));
                    over.fold(base, |style, (_, face)| style.patch(theme.face(*face)))
                };
                let span = Span::new(set.span.start as usize, end);
                put_span(buffer, behind(here, set.indent), text, span, style);
            }
        }
    }
    lines.len().saturating_sub(from) as u16
}
