//! What is told of a program of the person's own: each thing once, and not without end.

use std::collections::HashSet;

use crate::corpus::Problem;
use crate::tag::choice::Tell;

/// The most things that are told of one program.
const MOST: usize = 25;

/// The most characters of what the program said or printed that are told.
const WORDS: usize = 160;

/// Tells what is wrong.
pub(super) struct Complaints {
    /// The command as a person would type it.
    name: String,
    tell: Tell,
    told: HashSet<String>,
}

impl Complaints {
    pub(super) fn new(command: &[String], tell: Tell) -> Self {
        Self { name: shortened(&command.join(" ")), tell, told: HashSet::new() }
    }

    /// Tells something. Whatever has the same key is told once.
    pub(super) fn tell(&mut self, key: &str, reason: String, remedy: &str) {
        if self.told.len() >= MOST || !self.told.insert(key.to_owned()) {
            return;
        }
        (self.tell)(Problem::new(self.name.clone(), reason, remedy));
        if self.told.len() == MOST {
            (self.tell)(Problem::new(self.name.clone(), "there is more; the rest isn't listed", ""));
        }
    }
}

/// The words, or as much of them as a line holds.
pub(super) fn shortened(words: &str) -> String {
    match words.char_indices().nth(WORDS) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::{Arc, Mutex};

    use super::*;

    #[test]
    fn each_thing_is_told_once_and_there_is_an_end() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let to = told.clone();
        let mut complaints = Complaints::new(
            &["a".to_owned(), "b".to_owned()],
            Arc::new(move |problem| to.lock().unwrap().push(problem)),
        );
        for number in 0..60 {
            complaints.tell(&format!("key {}", number / 2), format!("reason {number}"), "");
        }
        let told: Vec<String> = told.lock().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(told[..2], ["a b: reason 0", "a b: reason 2"]);
        assert_eq!(
            (told.len(), told[MOST].as_str()),
            (MOST + 1, "a b: there is more; the rest isn't listed")
        );
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(shortened(&"ä".repeat(500)).chars().count(), WORDS + 1);
        assert_eq!(shortened("short"), "short");
    }
}
