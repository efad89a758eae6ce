//! Full names: given names, initials and patronymics with surnames.

use super::super::scan::{Shape, Token};
use super::finder::Finder;
use super::lexis::flag;
use super::people::NOT_IN_NAME;

/// Endings of patronymics in Russian, Ukrainian and Belarusian without those of their cases.
const PATRONYMICS: [&str; 10] = ["вич", "ьич", "віч", "ович", "овн", "евн", "івн", "ївн", "аўн", "еўн"];

/// The endings of cases that may follow these.
const PATRONYMIC_CASES: [&str; 16] =
    ["", "а", "у", "ем", "ом", "ам", "е", "і", "ові", "еві", "ы", "и", "ой", "ою", "ай", "ию"];

/// Small words of names that are capitalised in some: "Louis de La Hyre", "John Di Domenico".
const CAPITAL_PARTICLES: [&str; 17] = [
    "La", "Le", "Les", "De", "Del", "Della", "Des", "Di", "Da", "Du", "Van", "Von", "Der", "Den", "Saint",
    "Ди", "Де",
];

/// Particles that aren't a sign of a second surname, but stand before what somebody belongs to.
const FROM: [&str; 8] = ["de", "del", "do", "di", "du", "d", "dei", "la"];

/// Middle names that are patronymics in the spellings of other languages.
const LATIN_PATRONYMICS: [&str; 8] = ["witsch", "owna", "ewna", "ovich", "evich", "ovna", "evna", "vitch"];

impl Finder<'_> {
    /// Where a name of several words that begins at `at` ends.
    pub(super) fn full_name(&self, at: usize) -> Option<usize> {
        let given = self.has(at, flag::GIVEN) && !self.has(at, NOT_IN_NAME & !flag::TITLE);
        if given || self.initial(at) {
            return self.after_given(at);
        }
        let next = at + 1;
        if !self.joined(next) || !self.surname(at) || self.has(at, flag::FIRST) {
            return None;
        }
        if self.cyrillic() {
            return self.surname_first(at);
        }
        // "Gottfried Wilhelm Leibniz": the given name before a known one needn't be known itself.
        let noun = at.checked_sub(1).is_some_and(|before| self.has(before, flag::ARTICLE | flag::LINK))
            || self.lexis.tongue.nouns_capital;
        let before = !noun && !self.tokens[at].start && self.has(next, flag::GIVEN);
        let shown = before && self.seen(at).lower == 0 && self.tokens[at].shape == Shape::Title;
        let end = if shown && !self.english_noun(&self.tokens[at]) { self.after_given(next) } else { None };
        end.filter(|end| *end > next + 1)
    }

    /// Where a name ends that begins with the surname at `at`: "Иванов Пётр Сидорович", "Иванов П. С."
    fn surname_first(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        if self.has(next, flag::GIVEN) && self.patronymic(next + 1) {
            return Some(next + 2);
        }
        let initials = (next..next + 2).take_while(|&at| self.initial(at)).count();
        // Or are they the initials of the next name?
        let other = self.joined(next + initials) && !self.tokens[next + initials].start;
        (initials > 0 && self.spelt(at) && !other).then_some(next + initials)
    }

    /// Where a full name ends that begins with the given name or initial at `at`.
    fn after_given(&self, at: usize) -> Option<usize> {
        let given = self.has(at, flag::GIVEN);
        if given && self.genitive(at) {
            return None;
        }
        let mut end = at + 1;
        while end < at + 4 && self.joined(end) && (self.has(end, flag::GIVEN) || self.initial(end)) {
            end += 1;
        }
        let givens = end;
        if self.joined(end) && self.patronymic(end) {
            end += 1;
        }
        let patronymic = end > givens;
        let particles = self.particles(end);
        let surname = end + particles;
        let known = particles > 0 && self.has(surname, flag::GIVEN);
        let stands = self.surname(surname) || particles > 0 && self.behind_particle(surname);
        if self.joined(surname) && stands && !known {
            end = self.more_surnames(surname + 1, self.lexis.tongue.surnames_after);
            let shown = given || patronymic || self.shown(at, end);
            return shown.then_some(end);
        }
        if given && self.joined(end) && self.numeral(end) {
            return Some(end + 1);
        }
        // Two given names may be a given name and a surname.
        let dotted = self.tokens[givens - 1].dotted;
        (patronymic || (given && givens > at + 1 && !dotted)).then_some(end)
    }

    /// Where a name that goes on at `end` ends, with so many further surnames at most.
    pub(super) fn more_surnames(&self, mut end: usize, most: usize) -> usize {
        for _ in 0..most {
            let particles = self.particles(end);
            let next = end + particles;
            // "Chris Martin de Coldplay".
            if self.tokens[end..next].iter().any(|token| FROM.contains(&token.span.of(self.text))) {
                break;
            }
            let begins =
                self.has(next, flag::GIVEN | flag::FIRST) || self.tokens.get(next).is_none_or(|t| t.start);
            if !self.joined(next) || !self.surname(next) || begins || self.tokens[next].shape == Shape::Caps {
                break;
            }
            end = next + 1;
        }
        // "Andre Price III", "Arthur Rankin Jr."
        let numbered =
            self.tokens.get(end).is_some_and(|token| token.shape == Shape::Caps) && self.numeral(end);
        let last = numbered || matches!(self.word(end), "Jr." | "Sr." | "Jr" | "Sr");
        if last && self.joined(end) { end + 1 } else { end }
    }

    /// Whether an unknown name that begins with initials is a person's by what stands beside it.
    fn shown(&self, at: usize, end: usize) -> bool {
        let last = end - 1;
        let before = at.checked_sub(1);
        self.spelt(last)
            || self.seen(last).person > 0
            || self.has(last, flag::SURNAME)
            || self.has(end, flag::SPEECH)
            || before.is_some_and(|before| self.has(before, flag::SPEECH) || self.is_title(before))
    }

    /// Whether the word at `at` is a capital with a stop, or two.
    fn initial(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let letters = self.word(at).chars().filter(|c| c.is_alphabetic()).count();
        let capitals = self.word(at).chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        // German "z. B.", and "Felipe V."
        let behind_letter = at >= 2 && self.is(at - 1, '.') && self.word(at - 2).chars().count() == 1;
        token.dotted && capitals && letters <= 2 && !behind_letter && !token.has(flag::FIGURE | flag::ADDRESS)
    }

    /// Whether the word at `at` is the Roman numeral of a ruler.
    pub(super) fn numeral(&self, at: usize) -> bool {
        let word = self.word(at).trim_end_matches('.');
        !word.is_empty() && word.len() < 6 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
    }

    /// Whether the given name at `at` is a German genitive, behind which no surname stands.
    fn genitive(&self, at: usize) -> bool {
        let base = self.word(at).strip_suffix('s').map(super::super::key::key);
        let known = base.is_some_and(|base| self.lexis.flags(base) & flag::GIVEN != 0);
        self.lexis.tongue.nouns_capital && known
    }

    /// Whether the word at `at` can go on the name before it.
    pub(super) fn joined(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let whole = before.is_some_and(|before| before.key != 0 && !before.possessive);
        self.tokens.get(at).is_some_and(|token| token.capital() && token.spaced && whole)
    }

    /// How many particles of names stand at `at`; a capital follows the last one.
    fn particles(&self, at: usize) -> usize {
        let particle = |token: &&Token| {
            let capital =
                token.shape == Shape::Title && CAPITAL_PARTICLES.contains(&token.span.of(self.text));
            token.spaced
                && !token.has(flag::FIGURE)
                && (token.shape == Shape::Lower && token.has(flag::PARTICLE) || capital)
        };
        let rest = self.tokens.get(at..).unwrap_or_default();
        let count = rest.iter().take(3).take_while(particle).count();
        if self.joined(at + count) { count } else { 0 }
    }

    /// Behind a particle even a word of the language is a surname: "de la Rue", "von Wald".
    fn behind_particle(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.shape == Shape::Title && !token.has(flag::FIGURE | flag::FIRST | flag::COMMON)
        })
    }

    /// Whether the word at `at` is a patronymic.
    pub(super) fn patronymic(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.capital() && token.hyphen == 0) else {
            return false;
        };
        if token.has(flag::GIVEN | flag::FIGURE) {
            return false;
        }
        if !self.cyrillic() {
            let middle = LATIN_PATRONYMICS.iter().any(|ending| self.word(at).ends_with(ending));
            return middle
                && self.joined(at + 1)
                && at.checked_sub(1).is_some_and(|before| self.has(before, flag::GIVEN));
        }
        let word = self.word(at).to_lowercase();
        PATRONYMICS.iter().any(|ending| {
            word.rfind(ending).is_some_and(|from| {
                let rest = &word[from + ending.len()..];
                from > 2 && PATRONYMIC_CASES.contains(&rest) && (!ending.ends_with('н') || !rest.is_empty())
            })
        })
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }
}
