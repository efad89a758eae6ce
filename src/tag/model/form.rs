//! Forms: what the letters of a word alone tell, worked out once for each distinct word.

use super::clusters::{Codes, GRAINS};
use super::hash::{self, HashMap, mix};
use super::letters::LOOKS;
use super::lore::{BEGINS, Knowledge, LISTS, key};

/// How a word's capitals stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Caps {
    /// No letter and no figure.
    Mark,
    /// Figures without letters.
    Figures,
    /// It begins with a small letter, or a figure before small letters.
    Lower,
    /// One capital letter, with or without a stop.
    Initial,
    /// A capital, then small letters.
    Title,
    /// More than one letter, all capitals.
    Upper,
    /// A capital first and others later.
    Mixed,
}

/// Words that stand inside names; each is a class of its own for the transitions between labels.
const LINKS: [&str; 20] = [
    "of", "the", "and", "&", "-", "'s", "for", "in", "on", "at", "to", "de", "al", "'", ",", ".", "(", ")",
    "/", "\"",
];

/// How many of [`LINKS`], from the first, may stand inside a run of capitalised words: see [`super::runs`].
const OTHER_LINKS: [&str; 16] =
    ["von", "van", "bin", "ibn", "der", "den", "du", "la", "le", "el", "da", "dos", "do", "del", "des", "y"];

/// How many classes of words the transitions tell apart.
pub(super) const CLASSES: usize = LINKS.len() + 1 + 7;

/// What is known of a word by its letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// The hash of the word in small letters.
    pub(super) lower: u64,
    /// The hash of its shape with repeats left out, as "Xx-Xx".
    pub(super) shape: u64,
    /// The hash of its last three letters, small.
    pub(super) ending: u64,
    /// How its capitals stand.
    pub(super) caps: Caps,
    /// Its class for the transitions.
    pub(super) class: u8,
    /// The first character, as a capital, of a word that begins with a letter.
    pub(super) initial: char,
    /// A bit for each list in which the word alone stands; known once [`Forms::look_up`] has been called.
    pub(super) listed: u8,
    /// What its letters look like; known then too.
    pub(super) looks: [u8; LOOKS],
    /// Its clusters; known then too.
    pub(super) clusters: Codes,
}

impl Form {
    /// Whether the word begins with a capital.
    pub(super) fn capital(&self) -> bool {
        matches!(self.caps, Caps::Initial | Caps::Title | Caps::Upper | Caps::Mixed)
    }

    /// Whether it has letters.
    pub(super) fn lettered(&self) -> bool {
        self.capital() || self.caps == Caps::Lower
    }

    /// Whether it may link the capitalised words of a name.
    pub(super) fn links(&self) -> bool {
        // The first seven of LINKS without "the" and "and"; "de", "al"; and the particles.
        matches!(self.class, 0 | 3 | 4 | 5 | 6 | 11 | 12) || self.class == PARTICLE
    }

    /// Whether it is "the".
    pub(super) fn is_the(&self) -> bool {
        self.class == 1
    }

    /// Whether it is the opening bracket.
    pub(super) fn opens(&self) -> bool {
        self.class == 16
    }

    /// Whether it is the closing bracket.
    pub(super) fn shuts(&self) -> bool {
        self.class == 17
    }
}

/// The class of the particles in names.
const PARTICLE: u8 = LINKS.len() as u8;

/// The same word with plain quotation marks and dashes, as they stand in most training texts.
pub(super) fn plain(word: &str, into: &mut String) {
    into.clear();
    match word {
        "``" | "''" => into.push('"'),
        "-LRB-" => into.push('('),
        "-RRB-" => into.push(')'),
        _ => into.extend(word.chars().map(|c| match c {
            '‘' | '’' | 'ʼ' | '`' | '´' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '‐' | '‑' | '–' | '—' => '-',
            _ => c,
        })),
    }
}

/// How the capitals of a word stand.
pub(super) fn caps(word: &str) -> Caps {
    let (mut upper, mut lower, mut figures, mut first) = (0, 0, 0, None);
    for c in word.chars() {
        let kind = if c.is_uppercase() {
            upper += 1;
            'X'
        } else if c.is_alphabetic() {
            lower += 1;
            'x'
        } else if c.is_numeric() {
            figures += 1;
            '0'
        } else {
            continue;
        };
        first.get_or_insert(kind);
    }
    match first {
        None => Caps::Mark,
        Some('0') if upper + lower == 0 => Caps::Figures,
        Some('X') if upper == 1 && lower == 0 && figures == 0 => Caps::Initial,
        Some('X') if lower == 0 => Caps::Upper,
        Some('X') if upper == 1 => Caps::Title,
        Some('X') => Caps::Mixed,
        Some('0') if lower == 0 => Caps::Upper,
        Some(_) => {
            let _ = figures;
            Caps::Lower
        }
    }
}

/// The shape of a word: letters as `X` and `x`, figures as `0`, the rest as it is. `squeezed` leaves out repeats.
fn shape(word: &str, squeezed: bool, into: &mut String) {
    into.clear();
    let mut before = '\0';
    for c in word.chars().take(24) {
        let kind = if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            '0'
        } else {
            c
        };
        if !(squeezed && kind == before) {
            into.push(kind);
        }
        before = kind;
    }
}

/// The forms met so far, each with a number. It grows with the number of distinct words.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    numbers: HashMap<u64, u32>,
    /// What is known of each.
    pub(super) forms: Vec<Form>,
    /// Each in letters, with plain marks.
    pub(super) texts: Vec<Box<str>>,
    buffer: String,
    looked_up: usize,
}

impl Forms {
    /// The number of a word's form.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let raw = hash::text(word);
        if let Some(&number) = self.numbers.get(&raw) {
            return number;
        }
        let mut buffer = std::mem::take(&mut self.buffer);
        plain(word, &mut buffer);
        let number = if buffer == word {
            let number = self.forms.len() as u32;
            self.forms.push(form(word));
            self.texts.push(word.into());
            number
        } else {
            let same = hash::text(&buffer);
            match self.numbers.get(&same) {
                Some(&number) => number,
                None => {
                    let number = self.forms.len() as u32;
                    self.forms.push(form(&buffer));
                    self.texts.push(buffer.as_str().into());
                    self.numbers.insert(same, number);
                    number
                }
            }
        };
        self.buffer = buffer;
        self.numbers.insert(raw, number);
        number
    }

    /// Looks up in which lists the words stand that are new since the last time.
    pub(super) fn look_up(&mut self, lore: &dyn Knowledge) {
        let new = self.forms[self.looked_up..].iter_mut().zip(&self.texts[self.looked_up..]);
        for (form, text) in new {
            form.listed = lore.listed(key(0, form.lower));
            if form.lettered() {
                form.looks = lore.looks(&text.to_lowercase());
                form.clusters = lore.clusters(form.lower);
            }
        }
        self.looked_up = self.forms.len();
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.forms.len()
    }
}

/// What is known of a word, of plain marks.
fn form(word: &str) -> Form {
    let lower = word.to_lowercase();
    let mut buffer = String::new();
    shape(word, true, &mut buffer);
    let caps = caps(word);
    let class = match LINKS.iter().position(|&link| link == lower) {
        Some(link) if caps != Caps::Upper || link == 3 => link as u8,
        _ if OTHER_LINKS.contains(&word) => PARTICLE,
        _ => PARTICLE + 1 + if caps == Caps::Mark { 0 } else { caps as u8 - 1 },
    };
    let ending = lower.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
    Form {
        lower: hash::text(&lower),
        shape: hash::text(&buffer),
        ending: hash::text(&lower[ending..]),
        caps,
        class,
        initial: word
            .chars()
            .next()
            .filter(|c| c.is_alphabetic())
            .map_or('\0', |c| if c.is_lowercase() { c.to_uppercase().next().unwrap_or(c) } else { c }),
        listed: 0,
        looks: [0; LOOKS],
        clusters: [0; GRAINS],
    }
}

/// The places around a token that a word of its own speaks for: two before to two behind.
pub(super) const PLACES: usize = 5;

/// The place of the token itself.
pub(super) const HERE: usize = 2;

/// Every feature of a word alone, with the place of the word as seen from the token (0 is two before it) and whether
/// it would be unknown of a word never seen before.
pub(super) fn word_features(text: &str, form: &Form, emit: &mut dyn FnMut(usize, u64, bool)) {
    let lower = text.to_lowercase();
    let special = special(&lower);
    let caps = form.caps as u64;
    let listed = u64::from(form.listed & !BEGINS);
    for place in [0, 1, 3, 4] {
        let near = place == 1 || place == 3;
        let word = special.unwrap_or(form.lower);
        emit(place, mix(mix(10, place as u64), word), false);
        emit(place, mix(mix(11, place as u64), form.shape), false);
        if near {
            emit(place, mix(mix(12, place as u64), mix(form.ending, caps)), false);
            emit(place, mix(mix(14, place as u64), mix(word, caps)), false);
            emit(place, mix(mix(15, place as u64), mix(listed, caps)), false);
            let [given, surname, town, common] = form.looks.map(|steps| u64::from(steps / 2));
            emit(
                place,
                mix(mix(77, place as u64), mix(caps, ((given * 4 + surname) * 4 + town) * 4 + common)),
                false,
            );
        }
    }
    if form.lettered() {
        for (grain, &code) in form.clusters.iter().enumerate() {
            let code = mix(mix(90, grain as u64), u64::from(code));
            for place in 0..PLACES {
                emit(place, mix(code, place as u64), false);
            }
            emit(HERE, mix(code, mix(9, caps)), false);
        }
    }
    emit(HERE, mix(1, caps), false);
    let mut here = |feature, lexical| emit(HERE, feature, lexical);
    if let Some(special) = special {
        here(mix(2, special), false);
        return;
    }
    let figures: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    here(mix(2, hash::text(&figures)), true);
    here(mix(3, form.lower), true);
    here(mix(4, form.shape), false);
    let mut buffer = String::new();
    shape(text, false, &mut buffer);
    here(mix(5, hash::text(&buffer)), false);
    let length = lower.chars().count();
    let ends: Vec<usize> = lower.char_indices().map(|(at, _)| at).chain([lower.len()]).collect();
    for affix in 1..=5.min(length.saturating_sub(1)) {
        let (front, back) = (ends[affix], ends[length - affix]);
        let salt = mix(affix as u64, caps);
        // Three letters are shared with words that were never seen.
        here(mix(6, mix(salt, hash::text(&lower[..front]))), affix > 3);
        here(mix(7, mix(salt, hash::text(&lower[back..]))), affix > 3);
    }
    here(mix(8, mix(caps, length.min(12) as u64)), false);
    if form.lettered() {
        for (look, &steps) in form.looks.iter().enumerate() {
            here(mix(18, mix(caps, mix(look as u64, u64::from(steps)))), false);
        }
        let [given, surname, place, common] = form.looks.map(|steps| u64::from(steps / 2));
        here(mix(19, mix(caps, ((given * 4 + surname) * 4 + place) * 4 + common)), false);
    }
    if listed != 0 {
        here(mix(16, mix(caps, listed)), false);
        let lists = (0..LISTS as u64).filter(|list| listed >> list & 1 == 1);
        lists.for_each(|list| here(mix(17, mix(caps, list)), false));
    }
    if let Some((first, rest)) =
        lower.split_once('-').filter(|(first, rest)| !first.is_empty() && !rest.is_empty())
    {
        here(mix(9, hash::text(first)), false);
        here(mix(13, hash::text(rest.rsplit('-').next().unwrap_or(rest))), false);
    }
}

/// What stands for a word that is an address, a user's name or a tag.
fn special(lower: &str) -> Option<u64> {
    if lower.starts_with("http") || lower.starts_with("www.") || lower.contains("://") {
        Some(1)
    } else if lower.len() > 1 && lower.starts_with('@') {
        Some(2)
    } else if lower.contains('@') && lower.contains('.') {
        Some(3)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_told_apart() {
        let words = ["x", "Xx", "X", "X.", "XX", "XxX", "12", "9th", ",", "U.S.", "McKay", "G8", "iPad"];
        let found: Vec<Caps> = words.iter().map(|word| caps(word)).collect();
        use Caps::*;
        assert_eq!(
            found,
            [Lower, Title, Initial, Initial, Upper, Mixed, Figures, Lower, Mark, Upper, Mixed, Upper, Lower]
        );
    }

    #[test]
    fn curly_and_plain_marks_are_one_form() {
        let mut forms = Forms::default();
        let number = forms.number("O'Neill");
        assert_eq!(forms.number("O’Neill"), number);
        assert_eq!(forms.number("O’Neill"), number);
        assert_ne!(forms.number("O'neill"), number);
        assert_eq!(forms.len(), 2);
    }

    #[test]
    fn every_word_has_features_and_a_class() {
        for word in ["", "a", "É", "\u{301}", "ﬁ", "İstanbul", "-", "a-", "www.x.org", "@you", "日本"] {
            let form = form(word);
            assert!(usize::from(form.class) < CLASSES);
            let mut count = 0;
            word_features(word, &form, &mut |place, _, _| {
                assert!(place < PLACES);
                count += 1;
            });
            assert!(count > 8);
        }
    }
}
