//! A line that is typed.

use tui_input::{Input, InputRequest};

use super::{Key, KeyCode};

/// Characters that a prompt takes: a paste of a whole file is no query.
const LONGEST: usize = 512;

/// A line that is typed: a query, a filter, a number.
#[derive(Clone, Debug, Default)]
pub struct Prompt {
    input: Input,
    /// Whether the first letter takes the place of what stands there.
    afresh: bool,
    /// Whether it did so, and nobody has asked.
    anew: bool,
}

impl Prompt {
    /// A line with `text` in it, the cursor at its end.
    pub fn of(text: &str) -> Self {
        let mut prompt = Self::default();
        prompt.paste(text);
        prompt
    }

    /// Has the first letter take the place of what stands there; whoever moves or deletes goes on with that.
    pub(super) fn begin_afresh(&mut self) {
        self.afresh = true;
    }

    /// Whether the first letter takes the place of what stands there.
    pub fn is_afresh(&self) -> bool {
        self.afresh
    }

    /// Whether what stands there was begun anew, in the place of something else; it is told once.
    pub(super) fn take_anew(&mut self) -> bool {
        std::mem::take(&mut self.anew)
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The characters before the cursor.
    pub fn before_cursor(&self) -> String {
        self.input.value().chars().take(self.input.cursor()).collect()
    }

    /// Types or moves in the line; says whether the text changed.
    pub fn press(&mut self, key: Key) -> bool {
        let request = match (key.code, key.ctrl, key.alt) {
            (KeyCode::Char(c), false, false) if self.text().chars().count() < LONGEST => {
                InputRequest::InsertChar(c)
            }
            (KeyCode::Backspace, false, false) | (KeyCode::Char('h'), true, _) => {
                InputRequest::DeletePrevChar
            }
            (KeyCode::Backspace, ..) | (KeyCode::Char('w'), true, _) => InputRequest::DeletePrevWord,
            (KeyCode::Delete, false, _) | (KeyCode::Char('d'), true, _) => InputRequest::DeleteNextChar,
            (KeyCode::Delete, true, _) | (KeyCode::Char('d'), _, true) => InputRequest::DeleteNextWord,
            (KeyCode::Char('u'), true, _) => InputRequest::DeleteLine,
            (KeyCode::Char('k'), true, _) => InputRequest::DeleteTillEnd,
            (KeyCode::Char('a'), true, _) | (KeyCode::Home, ..) => InputRequest::GoToStart,
            (KeyCode::Char('e'), true, _) | (KeyCode::End, ..) => InputRequest::GoToEnd,
            (KeyCode::Left, false, false) => InputRequest::GoToPrevChar,
            (KeyCode::Right, false, false) => InputRequest::GoToNextChar,
            (KeyCode::Left, ..) | (KeyCode::Char('b'), _, true) => InputRequest::GoToPrevWord,
            (KeyCode::Right, ..) | (KeyCode::Char('f'), _, true) => InputRequest::GoToNextWord,
            _ => return false,
        };
        if std::mem::take(&mut self.afresh) && matches!(request, InputRequest::InsertChar(_)) {
            self.input.reset();
            self.anew = true;
        }
        self.input.handle(request).is_some_and(|change| change.value)
    }

    /// Types a pasted text, its line ends as spaces and its controls left out.
    pub fn paste(&mut self, text: &str) {
        if std::mem::take(&mut self.afresh) {
            self.input.reset();
            self.anew = true;
        }
        let room = LONGEST.saturating_sub(self.text().chars().count());
        let typed = text.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c });
        for c in typed.filter(|c| !c.is_control()).take(room) {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }
}
