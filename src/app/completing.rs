//! Completing tags and links while a note is written.

use super::editing::Editing;
use super::{App, Effect, Key, KeyCode, Overlay, Ticket};
use crate::library::Catalogue;
use crate::note::markup::{as_tag, mention};

/// What is completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completion {
    /// A tag: `#tr`.
    Tag,
    /// A link to a document: `[[Title`.
    Document,
    /// A link to somebody: `@Kow` or `@[Anna Kow`.
    Entity,
}

/// What is offered while something is half typed.
#[derive(Clone, Debug)]
pub struct Completing {
    /// What it is.
    pub kind: Completion,
    /// What stands before the cursor of it, with its sign.
    begun: String,
    /// What is offered, the best first.
    pub rows: Vec<String>,
    /// The chosen one.
    pub at: usize,
    /// The question for them.
    asked: Ticket,
}

/// A link that is half typed, and where to look for what it may mean.
#[derive(Debug)]
pub struct HalfTyped {
    /// What it is a link to.
    pub kind: Completion,
    /// What was typed of it.
    pub typed: String,
    /// The documents.
    pub catalogue: Catalogue,
}

/// How many are offered.
pub const OFFERED: usize = 6;

/// Characters of a line before the cursor that are looked at.
const LOOKED_AT: usize = 200;

/// What is half typed at the end of the text before the cursor: what it is, from its sign on, and what it is called so far.
fn begun(before: &str) -> Option<(Completion, &str, &str)> {
    let skip = before.char_indices().rev().nth(LOOKED_AT).map_or(0, |(at, _)| at);
    let before = &before[skip..];
    let free = |at: usize| !before[..at].ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '`');
    if let Some(at) = before.rfind("[[").filter(|at| !before[*at..].contains("]]")) {
        return Some((Completion::Document, &before[at..], &before[at + 2..]));
    }
    if let Some(at) = before.rfind('@').filter(|at| free(*at)) {
        let typed = &before[at + 1..];
        let within = typed.strip_prefix('[').filter(|typed| !typed.contains(']'));
        let word = Some(typed).filter(|typed| typed.chars().all(|c| c.is_alphanumeric() || c == '-'));
        if let Some(typed) = within.or(word) {
            return Some((Completion::Entity, &before[at..], typed));
        }
    }
    let at = before.rfind('#').filter(|at| free(*at) && !before[..*at].ends_with('#'))?;
    let typed = &before[at + 1..];
    let is_tag = typed.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/'));
    is_tag.then_some((Completion::Tag, &before[at..], typed))
}

impl Editing {
    /// The text of the cursor's line before it.
    fn before_cursor(&self) -> String {
        let cursor = self.area.cursor();
        let line = self.area.lines().get(cursor.0).map_or("", String::as_str);
        line.chars().take(cursor.1).collect()
    }

    /// Puts the chosen completion in the place of what was begun.
    fn complete(&mut self) {
        let Some(completing) = self.completing.take() else { return };
        let Some(chosen) = completing.rows.get(completing.at) else { return };
        // What doesn't stand there any more isn't taken away.
        if !self.before_cursor().ends_with(&completing.begun) {
            return;
        }
        let whole = match completing.kind {
            Completion::Tag => format!("#{chosen} "),
            Completion::Document => format!("[[{chosen}]]"),
            Completion::Entity => mention(chosen),
        };
        for _ in completing.begun.chars() {
            self.area.delete_char();
        }
        self.area.insert_str(whole);
    }

    /// A key while something is offered; says whether it was for that.
    pub(super) fn completing_key(&mut self, key: Key) -> bool {
        let Some(completing) = self.completing.as_mut().filter(|completing| !completing.rows.is_empty())
        else {
            return false;
        };
        let last = completing.rows.len() - 1;
        match (key.code, key.ctrl) {
            (KeyCode::Tab, _) => self.complete(),
            (KeyCode::Down, _) | (KeyCode::Char('n'), true) => completing.at = (completing.at + 1).min(last),
            (KeyCode::Up, _) | (KeyCode::Char('p'), true) => completing.at = completing.at.saturating_sub(1),
            _ => return false,
        }
        true
    }
}

impl App {
    /// Offers what can be completed at the cursor of the editor.
    pub(super) fn offer_completion(&mut self) {
        let Some(Overlay::Editor(editing)) = &self.overlay else { return };
        let before = editing.before_cursor();
        let Some((kind, sign, typed)) = begun(&before) else { return self.set_completing(None) };
        let was = editing.completing.as_ref();
        if was.is_some_and(|was| was.kind == kind && was.begun == sign) {
            return;
        }
        // What was offered stays until the answer is here, so that the list doesn't flicker.
        let rows = was.filter(|was| was.kind == kind).map(|was| was.rows.clone()).unwrap_or_default();
        let mut completing = Completing { kind, begun: sign.to_owned(), rows, at: 0, asked: 0 };
        match kind {
            Completion::Tag => {
                completing.rows = self.tags_like(typed);
                // A tag that stands there whole needs no more, and one with a blank is none behind a sign.
                completing.rows.retain(|tag| tag != typed && as_tag(tag).as_ref() == Some(tag));
                completing.rows.truncate(OFFERED);
            }
            Completion::Document | Completion::Entity => {
                completing.asked = self.ticket();
                let asked = HalfTyped { kind, typed: typed.to_owned(), catalogue: self.catalogue.clone() };
                self.effect(Effect::Complete(completing.asked, Box::new(asked)));
            }
        }
        self.set_completing(Some(completing));
    }

    fn set_completing(&mut self, completing: Option<Completing>) {
        if let Some(Overlay::Editor(editing)) = &mut self.overlay {
            editing.completing = completing;
        }
    }

    /// What can be completed is known.
    pub(super) fn completed(&mut self, ticket: Ticket, rows: Vec<String>) {
        if let Some(Overlay::Editor(editing)) = &mut self.overlay
            && let Some(completing) = editing.completing.as_mut().filter(|asked| asked.asked == ticket)
        {
            completing.rows = rows;
            completing.at = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_half_typed_is_known_by_its_sign() {
        for (before, expected) in [
            ("see #tr", Some((Completion::Tag, "#tr", "tr"))),
            ("#", Some((Completion::Tag, "#", ""))),
            ("## a", None),
            ("a#b", None),
            ("# Heading", None),
            ("see [[The har", Some((Completion::Document, "[[The har", "The har"))),
            ("see [[The harbour]] and", None),
            ("ask @Kow", Some((Completion::Entity, "@Kow", "Kow"))),
            ("ask @[Anna Kow", Some((Completion::Entity, "@[Anna Kow", "Anna Kow"))),
            ("ask @Kowalska if", None),
            ("x@example", None),
        ] {
            assert_eq!(begun(before), expected, "{before}");
        }
    }
}
