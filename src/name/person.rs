//! What a person's name is made of: titles, given names, surname, a number or a word that tells father from son.

use std::collections::HashSet;
use std::sync::Arc;

use super::east;
use super::fold;
use super::given;
use super::script::{self, is_cyrillic, is_han, is_hangul, is_kana, is_unvowelled};
use super::table::{self, PARTICLES, TITLES};
use super::tradition::Tradition;
use super::word::Word;

/// The words of a name that are looked at; what has more is no name.
const MOST: usize = 12;

/// Endings of patronymics, in plain letters.
const PATRONYMICS: &[&str] = &[
    "ovich", "evich", "avich", "ovych", "evych", "ovitch", "evitch", "owitsch", "ewitsch", "ovic", "evic",
    "yovych", "ovna", "evna", "ivna", "auna", "ouna", "avna", "owna", "ewna", "ichna",
];

/// What tells people of one name from each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    /// The elder.
    Senior,
    /// The younger.
    Junior,
    /// Of a dynasty, or of a family of one name.
    Number(u8),
}

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    /// Without titles and particles, given names first where that is known.
    pub(super) words: Vec<Arc<Word>>,
    pub(super) suffix: Option<Suffix>,
    /// Whether a title stood before it.
    pub(super) titled: bool,
    /// Whether what stands first is known to be a given name: there was a comma.
    pub(super) ordered: bool,
    /// Whether there is a hyphen in it.
    pub(super) hyphenated: bool,
    pub(super) tradition: Tradition,
    /// The line of the table of known people on which it is.
    pub(super) known: Option<u32>,
    /// Whether all its letters are Latin.
    pub(super) latin: bool,
    /// Whether it may be Chinese or Korean.
    pub(super) may_be_eastern: bool,
}

impl Person {
    /// Reads a name as it is written.
    pub(super) fn read(name: &str) -> Self {
        let name = possessed(name);
        let (turned, ordered) = turned(&name);
        let written = split(&turned);
        let (written, titled) = untitled(written);
        let mut tradition = Tradition::NONE;
        let mut words: Vec<Word> = Vec::new();
        let mut suffix = None;
        let written_words = written.len();
        for (written, at) in written.iter().zip(0..) {
            if at > 0 && suffix.is_none() {
                suffix = suffix_of(written, at + 1 == written_words, &turned);
                if suffix.is_some() {
                    continue;
                }
            }
            // "Abdullah II of Jordan".
            if suffix.is_some_and(|suffix| matches!(suffix, Suffix::Number(_)))
                && matches!(written.as_str(), "of" | "von" | "de")
            {
                break;
            }
            let word = Word::read(written);
            if !word.plain.is_empty() {
                words.push(word);
            }
        }
        for c in name.chars() {
            tradition = tradition.with(match c {
                _ if is_cyrillic(c) => Tradition::SLAVIC,
                '\u{370}'..='\u{3ff}' => Tradition::GREEK,
                '\u{531}'..='\u{587}' | '\u{10a0}'..='\u{10ff}' => Tradition::CAUCASIAN,
                _ if is_unvowelled(c) => Tradition::UNVOWELLED,
                _ if is_kana(c) => Tradition::JAPANESE,
                _ => Tradition::NONE,
            });
        }
        if words.iter().any(|word| {
            matches!(word.plain.as_str(), "al" | "el" | "bin" | "ibn" | "abu" | "abd" | "abdul" | "abdel")
        }) {
            tradition = tradition.with(Tradition::ARABIC);
        }
        if words.iter().any(|word| matches!(word.plain.as_str(), "dos" | "das" | "da")) {
            tradition = tradition.with(Tradition::IBERIAN);
        }
        let words = joined(words);
        for (word, at) in words.iter().zip(0..) {
            tradition = tradition.with(given::tradition(&word.plain));
            if at + 1 == words.len() || words.len() < 3 {
                tradition = tradition.with(Tradition::of_surname(&word.plain));
            }
        }
        let words = words.into_iter().map(Arc::new).collect();
        let hyphenated = name.contains(['-', '‐', '‑']);
        let latin = name.chars().filter(|c| c.is_alphabetic()).all(script::is_latin);
        let (known, may_be_eastern) = (None, false);
        let mut person =
            Self { words, suffix, titled, ordered, hyphenated, tradition, known, latin, may_be_eastern };
        person.turn_patronymic();
        let line = |name: &str| table::PEOPLE.get(name).copied();
        // What is written with Chinese characters is in the table as it is.
        person.known = line(&person.plain())
            .or_else(|| if name.contains(is_han) { line(&fold::folded(&name)) } else { None });
        // The surname may stand last.
        let may = |word: Option<&Arc<Word>>| {
            word.is_some_and(|word| east::may_be_surname(&word.with_apostrophes()))
        };
        person.may_be_eastern =
            (2..=3).contains(&person.words.len()) && (may(person.words.first()) || may(person.words.last()));
        person
    }

    /// "Путин Владимир Владимирович" is turned round.
    fn turn_patronymic(&mut self) {
        if let [first, second, third] = self.words.as_slice()
            && is_patronymic(&third.plain)
            && !given::is_known(&first.plain)
            && (given::is_known(&second.plain) || self.tradition.is(Tradition::SLAVIC))
            && !is_patronymic(&second.plain)
        {
            self.words.rotate_left(1);
            self.ordered = true;
        }
    }

    /// Keeps each word only once among the names that were read with it.
    pub(super) fn share(&mut self, words: &mut HashSet<Arc<Word>>) {
        for word in &mut self.words {
            match words.get(word) {
                Some(known) => *word = Arc::clone(known),
                None => {
                    words.insert(Arc::clone(word));
                }
            }
        }
    }

    /// Its words with their apostrophes, as [`super::east`] takes them.
    pub(super) fn eastern(&self) -> Vec<String> {
        self.words.iter().map(|word| word.with_apostrophes()).collect()
    }

    /// All its letters.
    pub(super) fn letters(&self) -> String {
        self.words.iter().map(|word| word.plain.as_str()).collect()
    }

    /// Whether the letters of two names are the same.
    pub(super) fn same_letters(&self, other: &Self) -> bool {
        let letters = |person: &Self| person.words.iter().map(|word| word.plain.len()).sum::<usize>();
        fn all(person: &Person) -> impl Iterator<Item = u8> {
            person.words.iter().flat_map(|word| word.plain.bytes())
        }
        letters(self) == letters(other) && all(self).eq(all(other))
    }

    /// The words with spaces between.
    fn plain(&self) -> String {
        self.words.iter().map(|word| word.plain.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Whether a word ends as a patronymic.
pub(super) fn is_patronymic(plain: &str) -> bool {
    plain.len() > 6 && PATRONYMICS.iter().any(|ending| plain.ends_with(ending))
}

/// Without the possessive ending.
fn possessed(name: &str) -> String {
    let name = name.trim();
    let bare = ["'s", "’s"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    bare.strip_suffix("s'")
        .or_else(|| bare.strip_suffix("s’"))
        .map_or(bare.to_owned(), |stem| format!("{stem}s"))
}

/// "Lukashenko, Alexander" turned round, and whether it was.
fn turned(name: &str) -> (String, bool) {
    let Some((surname, given)) = name.split_once(',') else { return (name.to_owned(), false) };
    let first = given.split_whitespace().next().unwrap_or("");
    let first = script::plain(&script::spelled(first));
    match first.as_str() {
        "" => (surname.to_owned(), false),
        "jr" | "sr" | "junior" | "senior" | "ii" | "iii" | "iv" => (format!("{surname} {given}"), false),
        "mp" | "phd" | "md" | "qc" | "kc" | "esq" => (surname.to_owned(), false),
        _ => (format!("{given} {surname}"), true),
    }
}

/// The words as they are written; without what is quoted or bracketed.
fn split(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut closing = None;
    for c in name.chars().take(400) {
        if let Some(close) = closing {
            if c == close {
                closing = None;
            }
            continue;
        }
        match c {
            '"' => closing = Some('"'),
            '“' => closing = Some('”'),
            '«' => closing = Some('»'),
            '(' => closing = Some(')'),
            _ if c.is_whitespace() || matches!(c, '.' | '-' | '‐' | '‑' | '–' | '·' | '・' | ',' | '_') =>
            {
                words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            }
            _ => word.push(c),
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    let mut parted = Vec::new();
    for word in words.into_iter().take(MOST) {
        let eastern = word.chars().all(|c| is_han(c) || is_hangul(c));
        if eastern && word.chars().count() > 1 {
            let mut chars = word.chars();
            parted.extend(chars.next().map(String::from));
            parted.push(chars.collect());
        } else {
            parted.push(word);
        }
    }
    parted
}

/// The words behind the titles and what belongs to them ("Prime Minister of Russia"), and whether there were any.
fn untitled(words: Vec<String>) -> (Vec<String>, bool) {
    let plain: Vec<String> = words.iter().map(|word| script::plain(&script::spelled(word))).collect();
    let is_title = |word: &String| TITLES.contains(word.as_str());
    let is_country = |word: &String| table::place(word).is_some() || table::counted(word) != word;
    let mut start = 0;
    let mut titled = false;
    loop {
        let rest = plain.get(start..).unwrap_or_default();
        let leading = rest.iter().take_while(|word| is_title(word)).count();
        // "Belarusian President Alexander Lukashenko", "NATO Secretary General Jens Stoltenberg".
        let described = match rest {
            [first, second, _, ..] if leading == 0 && is_title(second) => {
                let abbreviation = words
                    .get(start)
                    .is_some_and(|word| word.len() > 1 && word.chars().all(char::is_uppercase));
                is_country(first) || abbreviation || titled
            }
            _ => false,
        };
        let next = match rest.get(leading..) {
            _ if described => start + 1,
            _ if leading == 0 => break,
            Some([]) | None => break,
            Some([of, _, _, ..]) if matches!(of.as_str(), "of" | "for") => {
                start + leading + 1 + place_length(rest.get(leading + 1..))
            }
            Some([country, _, ..]) if is_country(country) && rest.len() > leading + 2 => start + leading + 1,
            Some(_) => start + leading,
        };
        if next >= plain.len() {
            break;
        }
        (start, titled) = (next, true);
    }
    (words.into_iter().skip(start).collect(), titled)
}

/// Of how many words the place at the beginning is, one where none is known.
fn place_length(rest: Option<&[String]>) -> usize {
    let rest = rest.unwrap_or_default();
    let the = usize::from(rest.first().is_some_and(|word| word == "the"));
    let known = |length: &usize| {
        rest.get(the..the + *length)
            .is_some_and(|words| table::place(&words.join(" ")).is_some() && rest.len() > the + *length)
    };
    the + [4, 3, 2, 1].iter().find(|length| known(length)).copied().unwrap_or(1)
}

/// What a word behind a name says of whose it is.
fn suffix_of(written: &str, last: bool, name: &str) -> Option<Suffix> {
    let lower = written.to_lowercase();
    match lower.as_str() {
        "jr" | "junior" | "jnr" => return Some(Suffix::Junior),
        "sr" | "senior" | "snr" => return Some(Suffix::Senior),
        _ => {}
    }
    let roman = (1..=5).contains(&written.len()) && written.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    // "V. V. Putin" isn't the fifth.
    let initial =
        written.len() == 1 && (!last && !name.contains(" of ") || name.contains(&format!("{written}.")));
    (roman && !initial).then(|| Suffix::Number(roman_number(written)))
}

fn roman_number(written: &str) -> u8 {
    let value = |c: char| match c {
        'I' => 1u8,
        'V' => 5,
        _ => 10,
    };
    let digits: Vec<u8> = written.chars().map(value).collect();
    digits.iter().zip(digits.iter().skip(1).chain(&[0])).fold(0u8, |sum, (&own, &next)| {
        if own < next { sum.saturating_sub(own) } else { sum.saturating_add(own) }
    })
}

/// Without particles, and with "Abd al-" and what follows it as one word.
fn joined(words: Vec<Word>) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut servant = false;
    let last = words.len().saturating_sub(1);
    for (word, at) in words.into_iter().zip(0..) {
        let plain = word.plain.as_str();
        if matches!(plain, "abd" | "abdel" | "abdul" | "abdal" | "abdol") && at < last {
            servant = true;
            continue;
        }
        let given = at == 0
            && matches!(plain, "ben" | "ed" | "al" | "le")
            && !word.written.starts_with(char::is_lowercase);
        if PARTICLES.contains(plain) && at < last && !word.is_initial() && !given
            || (plain == "e" || plain == "y") && at > 0 && at < last
        {
            continue;
        }
        if servant {
            let join = |own: &str| format!("abdul{own}");
            out.push(Word::new(join(plain), join(&word.spelled), None, word.written));
            servant = false;
        } else {
            out.push(unarticled(word));
        }
    }
    out
}

/// "Abdelaziz" as "Abdulaziz", and "ElBaradei" stays.
fn unarticled(word: Word) -> Word {
    let rest = ["abdel", "abdal", "abdol"]
        .iter()
        .find_map(|begin| word.plain.strip_prefix(begin))
        .filter(|rest| rest.len() > 2);
    match rest {
        Some(rest) => Word::new(format!("abdul{rest}"), format!("abdul{rest}"), None, word.written),
        None => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_without_titles_and_particles() {
        for (name, expected) in [
            ("President Vladimir Putin", "vladimir putin"),
            ("Prime Minister of Russia Mikhail Mishustin", "mikhail mishustin"),
            ("Belarusian President Alexander Lukashenko", "alexander lukashenko"),
            ("NATO Secretary General Jens Stoltenberg", "jens stoltenberg"),
            ("LUKASHENKO, Alexander", "alexander lukashenko"),
            ("Путин Владимир Владимирович", "vladimir vladimirovich putin"),
            ("Ursula von der Leyen", "ursula leyen"),
            ("Gamal Abd al-Nasser", "gamal abdulnasser"),
            ("Abdelaziz Bouteflika", "abdulaziz bouteflika"),
            ("Ernesto “Che” Guevara", "ernesto guevara"),
            ("Abdullah II of Jordan", "abdullah"),
            ("J.K. Rowling", "j k rowling"),
            ("Martin Luther King Jr.", "martin luther king"),
            ("Putin’s", "putin"),
            ("김정은", "gim jeongeun"),
            ("Dr. Fauci", "fauci"),
        ] {
            assert_eq!(Person::read(name).plain(), expected, "{name}");
        }
        assert_eq!(Person::read("Elizabeth II").suffix, Some(Suffix::Number(2)));
        assert_eq!(Person::read("Pope Benedict XVI").suffix, Some(Suffix::Number(16)));
        assert_eq!(Person::read("Pope John XXIII").suffix, Some(Suffix::Number(23)));
    }
}
