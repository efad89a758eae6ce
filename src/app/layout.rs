//! Where things stand on the screen, worked out once for the model and for drawing.

use ratatui::layout::Rect;

use super::sides::{Sides, Split};

/// The widest text column, in columns: about twelve words, which the eye follows without losing the line.
pub const MEASURE: u16 = 76;

/// Columns to the left of the text for the signs of notes and bookmarks.
pub const MARGIN: u16 = 2;

/// Screens narrower than this show one pane.
const SPLIT: u16 = 60;

/// The narrowest that a person can make a pane that has another one beside it.
const NARROWEST: u16 = 16;

/// Screens smaller than this show a line that says so.
pub const SMALLEST: (u16, u16) = (16, 4);

/// The areas of a screen: a bar at the top, a line at the foot, a main pane and perhaps one at its side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The first row.
    pub bar: Rect,
    /// The pane at the left, or all there is.
    pub main: Rect,
    /// The pane at the right; one column stays free before it for a rule.
    pub side: Option<Rect>,
    /// The last row.
    pub foot: Rect,
}

impl Areas {
    /// Whether the side pane covers the main one, as on a narrow screen.
    pub fn covered(&self) -> bool {
        self.side.is_some_and(|side| side.x == self.main.x)
    }
}

/// What the screen has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Columns and rows.
    pub size: (u16, u16),
    /// Whether one thing comes after another, with no panes side by side and no boxes.
    pub plain: bool,
    /// How wide the person wants the panes at the side.
    pub sides: Sides,
}

impl From<(u16, u16)> for Room {
    fn from(size: (u16, u16)) -> Self {
        Self { size, plain: false, sides: Sides::default() }
    }
}

/// How wide a pane at the side may be on a screen that is so wide, if so many columns are wanted: both panes stay wide
/// enough to be read.
pub fn side_width(columns: u16, width: u16) -> u16 {
    columns.clamp(NARROWEST, width.saturating_sub(NARROWEST + 1).max(NARROWEST))
}

/// How wide a side pane is where the person didn't say: `percent` of the width, between `least` and `most` columns.
struct Usual {
    percent: u16,
    least: u16,
    most: u16,
}

/// The areas of a screen with a pane at the side where it is wanted and there is room.
fn areas(room: Room, wanted: bool, split: Split, usual: &Usual) -> Areas {
    let (width, height) = room.size;
    let middle = Rect::new(0, 1, width, height.saturating_sub(2));
    let foot = Rect::new(0, height.saturating_sub(1), width, height.min(1));
    let bar = Rect::new(0, 0, width, height.min(1));
    if !wanted || width < SPLIT || room.plain {
        return Areas { bar, main: middle, side: None, foot };
    }
    let side = match room.sides.columns(split, width) {
        Some(columns) => side_width(columns, width),
        None => {
            let share = u32::from(width) * u32::from(usual.percent) / 100;
            (share as u16).clamp(usual.least, usual.most)
        }
    };
    let main = Rect { width: width - side - 1, ..middle };
    Areas { bar, main, side: Some(Rect { x: width - side, width: side, ..middle }), foot }
}

/// The list of documents beside its preview.
pub fn library(room: impl Into<Room>, preview: bool) -> Areas {
    areas(room.into(), preview, Split::List, &Usual { percent: 42, least: 30, most: 72 })
}

/// The text beside the cast. On a screen too narrow for both the cast covers the text while it has the
/// focus.
pub fn reader(room: impl Into<Room>, cast: bool, focused: bool) -> Areas {
    let areas = areas(room.into(), cast, Split::Text, &Usual { percent: 30, least: 24, most: 40 });
    let side = areas.side.or((cast && focused).then_some(areas.main));
    Areas { side, ..areas }
}

/// Width from which what a result can be narrowed by stands beside it all the time.
const ROOMY: u16 = 100;

/// What a search found, beside what it can be narrowed by. On a screen without room for both that is there only
/// while it has the focus, and on a narrow one it covers the result.
pub fn search(room: Room, focused: bool) -> Areas {
    let wanted = focused || room.size.0 >= ROOMY;
    let areas = areas(room, wanted, Split::Results, &Usual { percent: 28, least: 26, most: 40 });
    let side = areas.side.or(focused.then_some(areas.main));
    Areas { side, ..areas }
}

/// The editor of a note at the foot of the screen, below the text that the note is about.
pub fn editor((width, height): (u16, u16)) -> Rect {
    let high = (height * 2 / 5).clamp(5, 12).min(height.saturating_sub(2));
    Rect::new(0, height.saturating_sub(high + 1), width, high)
}

/// The notes beside the chosen one.
pub fn notes(room: Room) -> Areas {
    areas(room, true, Split::Notes, &Usual { percent: 45, least: 30, most: 72 })
}

/// The column of text within its pane: the margin for signs first, then at most `measure` columns, in the
/// middle of a wide pane.
pub fn column(pane: Rect, measure: u16) -> Rect {
    let width = pane.width.saturating_sub(1).min(measure.saturating_add(MARGIN));
    Rect { x: pane.x + (pane.width - width) / 2, width, ..pane }
}

/// Columns for text in the pane.
pub fn text_width(pane: Rect, measure: u16) -> u16 {
    column(pane, measure).width.saturating_sub(MARGIN).max(1)
}

/// A box in the middle of the screen, for what lies over it for a while; in plain mode all between bar and foot.
pub fn overlay(room: Room, wide: u16, high: u16) -> Rect {
    let (width, height) = room.size;
    if room.plain {
        return Rect::new(0, 1, width, height.saturating_sub(2));
    }
    // Slivers of what lies below would only distract.
    let wide = if wide + 12 > width { width } else { wide };
    let high = high.min(height.saturating_sub(1));
    Rect::new((width - wide) / 2, (height - high) / 2, wide, high)
}
