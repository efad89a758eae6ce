//! Back and forward through the places where the person was, as in a browser.

use super::{Aim, App, Screen};
use crate::library::DocId;

/// Places that are remembered in each direction.
const LONGEST: usize = 200;

/// A place: a document and a byte of its reading text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Jump {
    pub(super) id: DocId,
    pub(super) offset: usize,
}

/// The places behind and ahead.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    pub(super) past: Vec<Jump>,
    pub(super) future: Vec<Jump>,
    /// Where the person was before the last jump.
    pub(super) before: Option<Jump>,
}

impl App {
    /// The place in the document that is shown, or was left last.
    fn here(&self) -> Option<Jump> {
        let reader = self.reader.as_ref()?;
        // What is no document of the collection isn't opened again by its number.
        if reader.id == DocId::OUTSIDE {
            return None;
        }
        Some(Jump { id: reader.id, offset: reader.reading_offset() })
    }

    /// Remembers the present place before a jump away from it.
    pub(super) fn remember_place(&mut self) {
        if let Some(here) = self.here() {
            self.remember(here);
        }
    }

    /// Remembers a byte of the shown text of the open document as the place before a jump.
    pub(super) fn remember_offset(&mut self, offset: usize) {
        let Some(reader) = &self.reader else { return };
        let offset = if reader.raw_shown { reader.document.reading_offset(offset) } else { offset };
        if reader.id != DocId::OUTSIDE {
            self.remember(Jump { id: reader.id, offset });
        }
    }

    fn remember(&mut self, here: Jump) {
        self.history.future.clear();
        self.history.before = Some(here);
        if self.history.past.last() != Some(&here) {
            self.history.past.push(here);
        }
        if self.history.past.len() > LONGEST {
            self.history.past.remove(0);
        }
    }

    /// Goes to the place before, or forward again.
    pub(super) fn travel(&mut self, back: bool) {
        // From a list the place before is the document that one came from.
        let left = self.reader.is_some() && self.screen() != Screen::Reader && self.opening.is_none();
        if back && left {
            return self.show(Screen::Reader);
        }
        let here = self.here();
        let (from, to) = if back {
            (&mut self.history.past, &mut self.history.future)
        } else {
            (&mut self.history.future, &mut self.history.past)
        };
        // A place that is the present one already would look like a dead key.
        let there = loop {
            match from.pop() {
                Some(there) if Some(there) == here => {}
                other => break other,
            }
        };
        let Some(there) = there else {
            self.say(if back { "No place to go back to" } else { "No place to go forward to" });
            return;
        };
        to.extend(here);
        self.history.before = here.or(self.history.before);
        self.jump_to(there);
    }

    /// Goes to where the person was before the last jump; a second time, back again.
    pub(super) fn before_jump(&mut self) {
        let Some(there) = self.history.before else { return self.say("There was no jump yet") };
        self.remember_place();
        self.jump_to(there);
    }

    fn jump_to(&mut self, there: Jump) {
        match &mut self.reader {
            Some(reader) if reader.id == there.id && !reader.loading => {
                if reader.raw_shown {
                    reader.toggle_raw();
                }
                reader.scroll_to(there.offset);
                self.show(Screen::Reader);
            }
            _ => self.open(there.id, Aim::Offset(there.offset)),
        }
    }
}
