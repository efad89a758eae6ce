//! A cursor over lines, and the ways in which it moves.

use super::Command;

/// A way to move, with how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// By lines, down where positive.
    Lines(isize),
    /// By half pages.
    Halves(isize),
    /// By pages.
    Pages(isize),
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// To the line of that number, from 1.
    Line(usize),
}

impl Motion {
    /// The motion that a command stands for, `count` times; `None` for a command that doesn't move.
    pub fn of(command: Command, count: Option<u32>) -> Option<Self> {
        let times = count.unwrap_or(1) as isize;
        Some(match command {
            Command::Down => Self::Lines(times),
            Command::Up => Self::Lines(-times),
            Command::HalfDown => Self::Halves(times),
            Command::HalfUp => Self::Halves(-times),
            Command::PageDown => Self::Pages(times),
            Command::PageUp => Self::Pages(-times),
            Command::Top | Command::Bottom if count.is_some() => Self::Line(count.unwrap_or(1) as usize),
            Command::Top => Self::Top,
            Command::Bottom => Self::Bottom,
            _ => return None,
        })
    }

    /// The same in lines of a page of `height` lines, of which two stay in sight; `None` for the ends and for a line's number.
    pub fn lines(self, height: usize) -> Option<isize> {
        let page = height.saturating_sub(2).max(1) as isize;
        match self {
            Self::Lines(lines) => Some(lines),
            Self::Halves(halves) => Some(halves.saturating_mul((height / 2).max(1) as isize)),
            Self::Pages(pages) => Some(pages.saturating_mul(page)),
            Self::Top | Self::Bottom | Self::Line(_) => None,
        }
    }
}

/// The line that is chosen and the first one in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The chosen line.
    pub at: usize,
    /// The first line in sight.
    pub top: usize,
}

impl Cursor {
    /// Moves over `count` lines of which `height` are in sight.
    pub fn go(&mut self, motion: Motion, count: usize, height: usize) {
        self.at = match (motion, motion.lines(height)) {
            (_, Some(lines)) => self.at.saturating_add_signed(lines),
            (Motion::Line(number), None) => number.saturating_sub(1),
            (Motion::Top, None) => 0,
            (_, None) => usize::MAX,
        };
        self.keep(count, height);
    }

    /// Keeps the cursor on a line and in sight, with a line of context where there is room.
    pub fn keep(&mut self, count: usize, height: usize) {
        let height = height.max(1);
        self.at = self.at.min(count.saturating_sub(1));
        let context = usize::from(height > 4);
        let lowest = (self.at + 1 + context).saturating_sub(height);
        let highest = self.at.saturating_sub(context);
        self.top = self.top.clamp(lowest.min(highest), highest).min(count.saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_on_a_line_and_in_sight() {
        let mut cursor = Cursor::default();
        cursor.go(Motion::Lines(3), 100, 10);
        assert_eq!(cursor, Cursor { at: 3, top: 0 });
        cursor.go(Motion::Pages(1), 100, 10);
        assert_eq!(cursor, Cursor { at: 11, top: 3 });
        cursor.go(Motion::Bottom, 100, 10);
        assert_eq!(cursor, Cursor { at: 99, top: 90 });
        cursor.go(Motion::Lines(-1), 100, 10);
        assert_eq!(cursor, Cursor { at: 98, top: 90 });
        cursor.go(Motion::Top, 100, 10);
        assert_eq!(cursor, Cursor { at: 0, top: 0 });
        cursor.go(Motion::Halves(1), 0, 0);
        assert_eq!(cursor, Cursor::default());
    }
}
