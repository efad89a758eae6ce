//! How wide the panes at the side are: as the person drew their border, or as it suits the screen.

use serde::{Deserialize, Serialize};

use super::layout::{self, Areas};
use super::{App, Screen, SearchPane};

/// What is parted into two panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// The list of documents and the preview.
    List,
    /// The text and the cast.
    Text,
    /// What a search found and what it can be narrowed by.
    Results,
    /// The list of notes and the chosen one.
    Notes,
}

/// The share of the width that each pane at the side has, in thousandths; none where it is left to ibid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sides {
    list: Option<u16>,
    text: Option<u16>,
    results: Option<u16>,
    notes: Option<u16>,
}

/// The whole width.
const WHOLE: u32 = 1000;

/// Columns by which one key moves a border.
const STEP: u32 = 2;

impl Sides {
    fn slot(&mut self, split: Split) -> &mut Option<u16> {
        match split {
            Split::List => &mut self.list,
            Split::Text => &mut self.text,
            Split::Results => &mut self.results,
            Split::Notes => &mut self.notes,
        }
    }

    /// The columns of a pane of a screen that is so wide, where the person set it.
    pub fn columns(mut self, split: Split, width: u16) -> Option<u16> {
        let share = u32::from((*self.slot(split))?).min(WHOLE);
        Some((u32::from(width) * share / WHOLE) as u16)
    }
}

impl App {
    /// The panes that are side by side now.
    fn split(&self) -> Option<(Split, Areas)> {
        let room = self.room();
        let (split, areas) = match self.screen() {
            Screen::Library => (Split::List, layout::library(room, self.library.preview)),
            Screen::Reader => (Split::Text, self.reader.as_ref()?.areas()),
            Screen::Search => (Split::Results, layout::search(room, self.search.pane == SearchPane::Facets)),
            Screen::Notes => (Split::Notes, layout::notes(room)),
            _ => return None,
        };
        (areas.side.is_some() && !areas.covered()).then_some((split, areas))
    }

    /// Takes hold of the border between two panes, if it is there; a press twice has it go where it is usual.
    pub(super) fn take_border(&mut self, column: u16, row: u16, twice: bool) -> bool {
        self.border = None;
        let Some((split, areas)) = self.split() else { return false };
        let border = areas.side.map(|side| side.x.saturating_sub(1));
        let taken = border == Some(column) && (areas.main.y..areas.main.bottom()).contains(&row);
        if taken && twice {
            *self.sides.slot(split) = None;
            self.sides_changed();
        } else if taken {
            self.border = Some(split);
        }
        taken
    }

    /// Draws the border that was taken hold of to that column; says whether there is one.
    pub(super) fn draw_border(&mut self, column: u16) -> bool {
        let Some(split) = self.border else { return false };
        self.set_side(split, self.size.0.saturating_sub(column + 1));
        true
    }

    /// Makes the pane at the side wider, or narrower, by so many steps.
    pub(super) fn widen_side(&mut self, wider: bool, steps: u32) {
        let Some((split, areas)) = self.split() else {
            return self.say("There is no pane at the side here");
        };
        let (width, by) =
            (areas.side.unwrap_or_default().width, (steps.saturating_mul(STEP)).min(1000) as u16);
        self.set_side(split, if wider { width.saturating_add(by) } else { width.saturating_sub(by) });
    }

    fn set_side(&mut self, split: Split, columns: u16) {
        let width = u32::from(self.size.0.max(1));
        let columns = u32::from(layout::side_width(columns, self.size.0));
        // Rounded up, so that the share of this width is these columns.
        *self.sides.slot(split) = Some((columns * WHOLE).div_ceil(width) as u16);
        self.sides_changed();
    }

    fn sides_changed(&mut self) {
        self.fit_reader();
        self.keep_cursors();
    }
}
