//! The card of a document: what is known of it, where from, and what was done to it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Theme;
use super::paint::{behind, below, frame, lines_of, paragraph, put, row, rows_of};
use crate::app::{ABOUT, About, App, Link, layout};
use crate::text::glyph::width;

/// Columns for what a fact is about.
const LABEL: u16 = 11;

/// Draws it; gives what on it leads to an address on the web.
pub(super) fn draw(buffer: &mut Buffer, app: &App, about: &About, theme: &Theme) -> Vec<Link> {
    let width = layout::overlay(app.room(), ABOUT.0, ABOUT.1).width.saturating_sub(4 + LABEL);
    let rows = |text: &str| if text.is_empty() { 0 } else { rows_of(text, width) };
    let all: usize = about.facts.iter().map(|fact| rows(&fact.value) + rows(&fact.from)).sum();
    let high = (all.min(usize::from(ABOUT.1)) as u16 + 2).min(ABOUT.1);
    let area = layout::overlay(app.room(), ABOUT.0, high);
    let inside = frame(buffer, area, "About this document", theme);
    let mut rest = Rect { width: inside.width.saturating_sub(1), ..behind(inside, 1) };
    let mut links = Vec::new();
    for fact in about.facts.iter().skip(about.top) {
        if rest.height == 0 {
            break;
        }
        put(buffer, row(rest, 0), fact.label, theme.strong);
        for (text, style) in [(&fact.value, theme.plain), (&fact.from, theme.faint)] {
            if !text.is_empty() {
                let taken = paragraph(buffer, behind(rest, LABEL), text, style);
                let address = fact.link.iter().filter(|_| std::ptr::eq(text, &fact.value));
                links.extend(address.flat_map(|address| linked(behind(rest, LABEL), text, taken, address)));
                rest = below(rest, taken);
            }
        }
    }
    links
}

/// The rows of a paragraph of that text, each as far as there are words in it.
fn linked(area: Rect, text: &str, rows: u16, address: &str) -> Vec<Link> {
    let lines = lines_of(text, area.width);
    let link = |(number, line): (u16, &str)| Link {
        column: area.x,
        row: area.y + number,
        width: width(line).min(usize::from(area.width)) as u16,
        address: address.to_owned(),
    };
    (0..rows).zip(lines.iter().copied()).map(link).collect()
}
