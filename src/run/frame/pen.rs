//! The attributes with which a terminal writes, and the shortest way from some to others.

use std::io::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::grid::SEEN_ON_BLANK;

/// Ink, ground and attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    ink: Color,
    ground: Color,
    modifier: Modifier,
}

/// Attributes, with the number that sets each and the one that takes it away (ECMA-48, 8.3.117).
const ATTRIBUTES: &[(Modifier, u8, u8)] = &[
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Pen {
    /// The pen that writes a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        Self { ink: cell.fg, ground: cell.bg, modifier: cell.modifier }
    }

    /// Whether it writes that cell as it is to look.
    pub(super) fn writes(self, cell: &Cell) -> bool {
        let own = Self::of(cell);
        // A blank takes nothing from the ink, unless something of the ink is seen on it.
        let blank = cell.symbol() == " " && !own.modifier.intersects(SEEN_ON_BLANK);
        self == own || (blank && self.ground == own.ground && !self.modifier.intersects(SEEN_ON_BLANK))
    }

    /// Writes what makes this pen of another one, or of an unknown one.
    pub(super) fn change(self, from: Option<Self>, out: &mut Vec<u8>) {
        let afresh = self.numbers(Self::default(), true);
        let numbers = match from {
            Some(from) if from == self => return,
            Some(from) => {
                let difference = self.numbers(from, false);
                if afresh.len() < difference.len() { afresh } else { difference }
            }
            None => afresh,
        };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(&numbers);
        out.push(b'm');
    }

    /// The numbers that lead here from another pen: with a reset before them, which is a number left out, or without.
    fn numbers(self, from: Self, reset: bool) -> Vec<u8> {
        let mut numbers = Vec::new();
        let mut put = |number: &str| {
            if !numbers.is_empty() || reset {
                numbers.push(b';');
            }
            numbers.extend_from_slice(number.as_bytes());
        };
        let mut kept = from.modifier;
        for (attribute, _, end) in ATTRIBUTES {
            if kept.contains(*attribute) && !self.modifier.contains(*attribute) {
                put(&end.to_string());
                // One number may end two.
                ATTRIBUTES
                    .iter()
                    .filter(|(_, _, other)| other == end)
                    .for_each(|(also, ..)| kept.remove(*also));
            }
        }
        for (attribute, begin, _) in ATTRIBUTES {
            if self.modifier.contains(*attribute) && !kept.contains(*attribute) {
                put(&begin.to_string());
            }
        }
        if self.ink != from.ink {
            put(&colour(self.ink, 30));
        }
        if self.ground != from.ground {
            put(&colour(self.ground, 40));
        }
        numbers
    }
}

/// The numbers of a colour: `base` is 30 for an ink and 40 for a ground (the bright eight are aixterm's).
fn colour(colour: Color, base: u8) -> String {
    let named = match colour {
        Color::Reset => return (base + 9).to_string(),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", base + 8),
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    (base + named).to_string()
}

/// Writes a control sequence with one number, which is left out where it is one, as that is what a missing one means.
pub(super) fn control(out: &mut Vec<u8>, number: u16, end: char) {
    // Writing to memory doesn't fail.
    let _ = if number == 1 { write!(out, "\x1b[{end}") } else { write!(out, "\x1b[{number}{end}") };
}
