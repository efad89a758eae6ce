//! The mouse: the wheel moves, a press chooses, a drag selects or draws a border, a press twice opens a line or selects a
//! word.

use super::{App, Command, Overlay, Pane, Reader, Screen, Selection, layout};
use crate::text::Span;
use crate::text::glyph::glyphs;
use crate::text::words::words;

/// Something done with the mouse. Only the first button counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The button went down.
    Press,
    /// It went down a second time in the same place, soon behind the first.
    Twice,
    /// The mouse went on with the button down.
    Drag,
    /// The wheel was turned towards the person.
    Down,
    /// The wheel was turned away.
    Up,
}

/// Lines that the wheel moves.
const WHEEL: u32 = 3;

impl App {
    /// The mouse did something in that column and row.
    pub(super) fn mouse(&mut self, mouse: Mouse, column: u16, row: u16) {
        // As with a key, what was said goes; what is said of this comes in its place. A drag goes on with a press.
        if mouse != Mouse::Drag {
            (self.welcome, self.going_on, self.message) = (None, false, None);
            (self.count, self.pending) = (None, Vec::new());
        }
        match mouse {
            // A line that is typed has nothing to scroll, and its keys do something else there.
            Mouse::Down | Mouse::Up if self.overlay.as_ref().is_some_and(Overlay::is_line) => return,
            Mouse::Down => return self.run(Command::Down, Some(WHEEL)),
            Mouse::Up => return self.run(Command::Up, Some(WHEEL)),
            // What lies over the screen is left to the keys.
            _ if self.overlay.is_some() => return,
            Mouse::Drag if self.draw_border(column) => return,
            Mouse::Press | Mouse::Twice if self.take_border(column, row, mouse == Mouse::Twice) => return,
            Mouse::Press | Mouse::Twice | Mouse::Drag => {}
        }
        let twice = mouse == Mouse::Twice;
        match self.screen() {
            Screen::Reader => self.mouse_in_text(mouse, column, row),
            _ if mouse == Mouse::Drag => {}
            _ if twice => {
                // The first press has chosen the line; the list may stand otherwise since.
                if self.is_on_a_line(column, row) {
                    self.run(Command::Open, None);
                }
            }
            _ => self.press_line(column, row),
        }
    }

    /// The mouse in the text of a document.
    fn mouse_in_text(&mut self, mouse: Mouse, column: u16, row: u16) {
        if mouse != Mouse::Drag
            && (self.mouse_beside(mouse == Mouse::Twice, column, row)
                || self.mouse_in_cast(mouse == Mouse::Twice, column, row))
        {
            return;
        }
        let Some(reader) = &mut self.reader else { return };
        let Some(letter) = reader.letter_at(column, row) else { return };
        reader.pane = Pane::Text;
        match mouse {
            Mouse::Press => {
                reader.selection = None;
                reader.pressed = Some(letter);
                // A press on a name is as if one had stepped to it.
                let mention = reader.cast.as_ref().and_then(|cast| {
                    let at = cast.mention_from(letter.start as usize);
                    let near = [at.checked_sub(1), Some(at)].into_iter().flatten();
                    let spans = near.filter_map(|at| cast.mentions.get(at)).map(|mention| mention.span);
                    spans.into_iter().find(|span| span.overlaps(letter))
                });
                reader.current = mention.filter(|_| !reader.raw_shown).or(reader.current);
            }
            Mouse::Drag => {
                let Some(anchor) = reader.pressed else { return };
                reader.selection = Some(Selection { anchor, head: letter });
            }
            Mouse::Twice => {
                let text = reader.text().as_str();
                let block = reader.text().block_at(letter.start as usize);
                let block = block.and_then(|block| reader.text().blocks().get(block)).map(|block| block.span);
                let word = block.and_then(|block| words(text, block).find(|word| word.overlaps(letter)));
                if let Some(word) = word {
                    reader.selection = Some(Selection { anchor: word, head: word });
                }
            }
            Mouse::Down | Mouse::Up => {}
        }
    }
}

impl Reader {
    /// The letter of the text that is shown in that column and row; the last of the row behind its end.
    fn letter_at(&self, column: u16, row: u16) -> Option<Span> {
        let area = layout::column(self.areas().main, self.measure());
        let line = *self.visible().get(usize::from(row.checked_sub(area.y)?))?;
        let shown = line.row()?;
        let left = area.x + layout::MARGIN + shown.indent;
        let columns = usize::from(column.saturating_sub(left));
        let (mut taken, mut last) = (0, None);
        for glyph in glyphs(self.text().as_str(), shown.span) {
            taken += glyph.width;
            last = Some(glyph.span);
            if taken > columns {
                break;
            }
        }
        last
    }
}
