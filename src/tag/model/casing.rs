//! Capitals that can't be trusted: headlines, lines in capitals and texts in small letters are read as if they
//! had the capitals of running text (truecasing, as Lita et al. proposed in 2003).

use super::form::{Caps, Form, Forms};
use super::hash::HashMap;

/// How the capitals of a sentence stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Casing {
    /// As in running text.
    Running,
    /// Nearly every word begins with a capital.
    Headline,
    /// Nearly every letter is a capital.
    Shouted,
    /// No word begins with a capital.
    Small,
}

/// How a word is mostly written inside sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Usual {
    /// In small letters.
    Lower,
    /// With a capital.
    Title,
    /// In capitals.
    Upper,
}

impl Usual {
    /// The way that a byte of a model's file stands for.
    pub(super) fn of(byte: u8) -> Self {
        match byte {
            0 => Self::Lower,
            1 => Self::Title,
            _ => Self::Upper,
        }
    }
}

/// The casing of a sentence whose words have these forms.
pub(super) fn casing<'a>(words: impl Iterator<Item = &'a Form>) -> Casing {
    let (mut lettered, mut capital, mut upper, mut small, mut short) = (0, 0, 0, 0, 0);
    for form in words.filter(|form| form.lettered() && form.caps != Caps::Initial) {
        lettered += 1;
        match form.caps {
            Caps::Upper => upper += 1,
            Caps::Lower if form.class < 20 || form.links() => short += 1,
            Caps::Lower => small += 1,
            _ => capital += 1,
        }
    }
    let named = capital + upper;
    if upper >= 2 && upper * 10 >= lettered * 8 {
        Casing::Shouted
    } else if lettered >= 3 && named == 0 {
        Casing::Small
    } else if named >= 3 && small * 6 <= named && lettered - short >= 4 {
        Casing::Headline
    } else {
        Casing::Running
    }
}

/// How words are written inside the running sentences of a text or a collection.
#[derive(Clone, Debug, Default)]
pub(super) struct Usage {
    counts: HashMap<u64, [u32; 3]>,
}

impl Usage {
    /// Counts one word that doesn't begin a sentence.
    pub(super) fn count(&mut self, form: &Form) {
        let way = match form.caps {
            Caps::Lower => 0,
            Caps::Title | Caps::Mixed => 1,
            Caps::Upper => 2,
            _ => return,
        };
        self.counts.entry(form.lower).or_default()[way] += 1;
    }

    /// How often a word was seen in small letters, with a capital, in capitals.
    pub(super) fn of(&self, lower: u64) -> [u32; 3] {
        self.counts.get(&lower).copied().unwrap_or_default()
    }

    /// How a word is mostly written, if it was seen.
    pub(super) fn usual(&self, lower: u64) -> Option<Usual> {
        let [small, title, upper] = self.of(lower);
        usual(small, title, upper)
    }

    /// All words, with how each is mostly written, that were seen at least `least` times.
    pub(super) fn all(&self, least: u32) -> impl Iterator<Item = (u64, Usual)> + '_ {
        self.counts
            .iter()
            .filter(move |(_, counts)| counts.iter().sum::<u32>() >= least)
            .filter_map(|(&word, &[small, title, upper])| Some((word, usual(small, title, upper)?)))
    }
}

fn usual(small: u32, title: u32, upper: u32) -> Option<Usual> {
    let most = small.max(title).max(upper);
    if most == 0 {
        None
    } else if small == most {
        Some(Usual::Lower)
    } else if title == most {
        Some(Usual::Title)
    } else {
        Some(Usual::Upper)
    }
}

/// The form in which to read a word of a sentence of that casing, given how it is mostly written.
pub(super) fn read(forms: &mut Forms, number: u32, casing: Casing, usual: Option<Usual>) -> u32 {
    let caps = match forms.forms.get(number as usize) {
        Some(form) if form.lettered() => form.caps,
        _ => return number,
    };
    let wanted = match (casing, caps) {
        (Casing::Shouted, Caps::Upper | Caps::Title) => usual.unwrap_or(Usual::Title),
        (Casing::Headline, Caps::Title) if usual == Some(Usual::Lower) => Usual::Lower,
        (Casing::Small, Caps::Lower) => match usual {
            Some(usual) if usual != Usual::Lower => usual,
            _ => return number,
        },
        _ => return number,
    };
    let text = forms.texts[number as usize].clone();
    forms.number(&written(&text, wanted))
}

/// A word as it would be written so.
fn written(text: &str, usual: Usual) -> String {
    match usual {
        Usual::Lower => text.to_lowercase(),
        Usual::Upper => text.to_uppercase(),
        Usual::Title => {
            let mut begin = true;
            let mut word = String::with_capacity(text.len());
            for c in text.chars() {
                if begin {
                    word.extend(c.to_uppercase());
                } else {
                    word.extend(c.to_lowercase());
                }
                begin = !c.is_alphanumeric() && c != '\'';
            }
            word
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(sentence: &str) -> Casing {
        let mut forms = Forms::default();
        let numbers: Vec<u32> = sentence.split(' ').map(|word| forms.number(word)).collect();
        casing(numbers.iter().map(|&number| &forms.forms[number as usize]))
    }

    #[test]
    fn headlines_are_told_from_running_text() {
        assert_eq!(kind("Leader Flies to the North Amid Storm Fears"), Casing::Headline);
        assert_eq!(kind("LEADER FLIES NORTH"), Casing::Shouted);
        assert_eq!(kind("i went to paris"), Casing::Small);
        assert_eq!(kind("We went to Paris with Ann and Bob , who liked it"), Casing::Running);
        assert_eq!(kind("Thanks !"), Casing::Running);
    }

    #[test]
    fn words_are_read_as_they_are_mostly_written() {
        let mut forms = Forms::default();
        let [shouted, nato, title, small] =
            ["STORM", "NATO", "Storm", "paris"].map(|word| forms.number(word));
        let mut text = |number, casing, usual| {
            let read = read(&mut forms, number, casing, usual);
            forms.texts[read as usize].to_string()
        };
        assert_eq!(text(shouted, Casing::Shouted, Some(Usual::Lower)), "storm");
        assert_eq!(text(shouted, Casing::Shouted, None), "Storm");
        assert_eq!(text(nato, Casing::Shouted, Some(Usual::Upper)), "NATO");
        assert_eq!(text(title, Casing::Headline, Some(Usual::Lower)), "storm");
        assert_eq!(text(title, Casing::Headline, None), "Storm");
        assert_eq!(text(title, Casing::Running, Some(Usual::Lower)), "Storm");
        assert_eq!(text(small, Casing::Small, Some(Usual::Title)), "Paris");
        assert_eq!(written("AL-ZAMAN", Usual::Title), "Al-Zaman");
    }
}
