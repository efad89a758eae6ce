//! Where the fields of a query look.

use super::fields::Part;
use crate::find::query::Scope;

/// Where words are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Where {
    /// The parts of documents.
    pub(super) parts: &'static [Part],
    /// Whether notes are searched too.
    pub(super) notes: bool,
}

impl Where {
    /// Where a field looks.
    pub(super) fn of(scope: Scope) -> Self {
        let (parts, notes): (&'static [Part], bool) = match scope {
            Scope::Title => (&[Part::Title], false),
            Scope::Text => (&[Part::Text], false),
            Scope::Source => (&[Part::Source], false),
            Scope::Author => (&[Part::Author], false),
            Scope::Path => (&[Part::Path], false),
            Scope::Note => (&[], true),
            _ => (&Part::PLAIN, true),
        };
        Self { parts, notes }
    }

    /// Whether it looks in texts.
    pub(super) fn has_text(self) -> bool {
        self.parts.contains(&Part::Text)
    }
}
