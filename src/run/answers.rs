//! The terminal's answer to the question for its ground, which comes among the keys.

use std::time::{Duration, Instant};

use crate::app::{Ground, Key, KeyCode};

/// Asks the terminal for its ground (OSC 11 of xterm). One that doesn't know the question is silent.
pub(super) const ASK_GROUND: &str = "\x1b]11;?\x1b\\";

/// How an answer begins, behind what opens it.
const BEGINS: &str = "11;";

/// Characters of an answer: `11;` and what [`Ground::answered`] reads. What is longer is no answer.
const LONGEST: usize = 40;

/// How long an answer is waited for: behind the slowest line a terminal answers sooner, and a person's own `]` behind
/// Esc is no answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// What keys come to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// A person's keys; none as long as it may be an answer.
    Keys(Vec<Key>),
    /// The terminal's answer.
    Ground(Ground),
}

/// Takes the answer out of the keys. `crossterm` 0.29 knows no answers of this kind: what opens it comes as Alt with a
/// bracket, and the rest as if a person had typed it.
#[derive(Debug)]
pub(super) struct Answers {
    /// Keys that are an answer so far, with what they say; none where no answer has begun.
    begun: Option<(Vec<Key>, String)>,
    /// Until when it may come; `None` once it has, or where nothing was asked.
    until: Option<Instant>,
    /// Whether the last key was Esc, which on a slow line is all of an answer that has come so far.
    escape: bool,
}

impl Answers {
    /// Waits for an answer, if the terminal was `asked` just now.
    pub(super) fn awaited(asked: bool) -> Self {
        let until = Instant::now().checked_add(PATIENCE).filter(|_| asked);
        Self { begun: None, until, escape: false }
    }

    /// Takes a key.
    pub(super) fn take(&mut self, key: Key) -> Heard {
        let escape = std::mem::replace(&mut self.escape, key.code == KeyCode::Esc);
        self.until.take_if(|until| *until < Instant::now());
        let Some((mut held, mut text)) = self.begun.take() else {
            if self.until.is_none() {
                return Heard::Keys(vec![key]);
            }
            let opens = is_alt(key, ']') || (escape && key == Key::plain(KeyCode::Char(']')));
            self.begun = opens.then(|| (vec![key], String::new()));
            return Heard::Keys(if opens { Vec::new() } else { vec![key] });
        };
        if is_alt(key, '\\') || is_bell(key) {
            if let Some(ground) = text.strip_prefix(BEGINS) {
                self.until = None;
                return Ground::answered(ground).map_or(Heard::Keys(Vec::new()), Heard::Ground);
            }
        } else if let (KeyCode::Char(c), false) = (key.code, key.alt || key.ctrl) {
            text.push(c);
            let fits = BEGINS.starts_with(text.as_str()) || text.starts_with(BEGINS);
            if fits && text.len() <= LONGEST {
                held.push(key);
                self.begun = Some((held, text));
                return Heard::Keys(Vec::new());
            }
        }
        // It was a person after all, and what they typed counts.
        held.push(key);
        Heard::Keys(held)
    }
}

fn is_alt(key: Key, c: char) -> bool {
    key.alt && key.code == KeyCode::Char(c)
}

fn is_bell(key: Key) -> bool {
    key.ctrl && key.code == KeyCode::Char('g')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<Key> {
        text.chars().map(|c| Key::plain(KeyCode::Char(c))).collect()
    }

    fn key(c: char, ctrl: bool, alt: bool) -> Key {
        Key::new(KeyCode::Char(c), ctrl, alt, false)
    }

    /// What all the keys come to: the person's, and the terminal's ground.
    fn taken(answers: &mut Answers, keys: &[Key]) -> (Vec<Key>, Vec<Ground>) {
        let (mut persons, mut grounds) = (Vec::new(), Vec::new());
        for key in keys {
            match answers.take(*key) {
                Heard::Keys(keys) => persons.extend(keys),
                Heard::Ground(ground) => grounds.push(ground),
            }
        }
        (persons, grounds)
    }

    /// What an answer between other keys comes to.
    fn answered(opens: &[Key], ground: &str, closes: Key) -> (Vec<Key>, Vec<Ground>) {
        let answer = [opens, &plain(&format!("11;rgb:{ground}")), &[closes]].concat();
        taken(&mut Answers::awaited(true), &[plain("j"), answer, plain("k")].concat())
    }

    #[test]
    fn the_answer_is_taken_out_of_the_keys_however_it_ends_and_is_cut() {
        let light = (plain("jk"), vec![Ground::Light]);
        let (opens, closes) = (key(']', false, true), key('\\', false, true));
        assert_eq!(answered(&[opens], "ffff/ffff/ffff", closes), light);
        assert_eq!(answered(&[opens], "ff/ff/ff", key('g', true, false)), light);
        let escape = Key::plain(KeyCode::Esc);
        let cut = [escape, Key::plain(KeyCode::Char(']'))];
        let persons = [plain("j"), vec![escape], plain("k")].concat();
        assert_eq!(answered(&cut, "ffff/ffff/ffff", closes), (persons, light.1));
    }

    #[test]
    fn what_a_person_types_is_theirs() {
        for text in ["1x".to_owned(), format!("11;{}", "r".repeat(60))] {
            let typed = [vec![key(']', false, true)], plain(&text)].concat();
            assert_eq!(taken(&mut Answers::awaited(true), &typed), (typed, Vec::new()));
        }
    }

    #[test]
    fn where_nothing_was_asked_each_key_is_taken_at_once() {
        let typed = [Key::plain(KeyCode::Esc), Key::plain(KeyCode::Char(']')), key(']', false, true)];
        let mut answers = Answers::awaited(false);
        for key in typed {
            assert_eq!(answers.take(key), Heard::Keys(vec![key]));
        }
        answers = Answers { until: Some(Instant::now() - Duration::from_millis(1)), ..answers };
        for key in typed {
            assert_eq!(answers.take(key), Heard::Keys(vec![key]), "no answer came for long");
        }
    }

    #[test]
    fn only_one_answer_is_awaited() {
        let mut answers = Answers::awaited(true);
        let whole =
            [vec![key(']', false, true)], plain("11;rgb:0/0/0"), vec![key('g', true, false)]].concat();
        assert_eq!(taken(&mut answers, &whole), (Vec::new(), vec![Ground::Dark]));
        assert_eq!(taken(&mut answers, &whole), (whole, Vec::new()));
    }
}
