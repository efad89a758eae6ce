//! The card of a document: what is known of it, where from, and what was done to it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{behind, below, frame, paragraph, put, row, rows_of};
use super::{CursorAt, Theme};
use crate::app::{ABOUT, About, App, layout};

/// Columns for what a fact is about.
const LABEL: u16 = 11;

pub(super) fn draw(buffer: &mut Buffer, app: &App, about: &About, theme: &Theme) -> CursorAt {
    let width = layout::overlay(app.room(), ABOUT.0, ABOUT.1).width.saturating_sub(4 + LABEL);
    let rows = |text: &str| if text.is_empty() { 0 } else { rows_of(text, width) };
    let all: usize = about.facts.iter().map(|fact| rows(&fact.value) + rows(&fact.from)).sum();
    let high = (all.min(usize::from(ABOUT.1)) as u16 + 2).min(ABOUT.1);
    let area = layout::overlay(app.room(), ABOUT.0, high);
    let inside = frame(buffer, area, "About this document", theme);
    let mut rest = Rect { width: inside.width.saturating_sub(1), ..behind(inside, 1) };
    for fact in about.facts.iter().skip(about.top) {
        if rest.height == 0 {
            break;
        }
        put(buffer, row(rest, 0), fact.label, theme.strong);
        for (text, style) in [(&fact.value, theme.plain), (&fact.from, theme.faint)] {
            if !text.is_empty() {
                let taken = paragraph(buffer, behind(rest, LABEL), text, style);
                rest = below(rest, taken);
            }
        }
    }
    None
}
