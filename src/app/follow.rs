//! What can follow keys that are begun.

use super::key::{KeyCode, label_keys};
use super::{App, Command, marks};

/// A way to go on with keys that are begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    /// The keys, as hints show them.
    pub keys: String,
    /// The command's name; of a mark nothing.
    pub name: &'static str,
    /// What it does, or what is marked.
    pub says: String,
}

impl Follow {
    /// The same in a word where that is enough.
    pub fn short(&self) -> &str {
        if self.name.is_empty() { &self.says } else { self.name }
    }
}

impl App {
    /// What can follow the keys that were pressed, in the order of the keymap. In the place of "any letter" stand the marks
    /// that there are.
    pub fn follows(&self) -> Vec<Follow> {
        if self.pending.is_empty() {
            return Vec::new();
        }
        let mut follows = Vec::new();
        for (keys, command) in self.keymap.continuations(self.context(), &self.pending) {
            let letter = keys.last().is_some_and(|key| key.code == KeyCode::Letter);
            let marks = if letter && command == Command::GoToMark { self.marks() } else { Vec::new() };
            if marks.is_empty() {
                let (name, says) = (command.name(), command.help().to_owned());
                follows.push(Follow { keys: label_keys(&keys), name, says });
            }
            let before = keys.split_last().map_or_else(String::new, |(_, before)| label_keys(before));
            for mark in marks {
                let keys = format!("{before}{}{}", if before.is_empty() { "" } else { " " }, mark.letter);
                follows.push(Follow { keys, name: "", says: marks::told(mark) });
            }
        }
        follows
    }
}
