//! Rules for people, their titles, and for single words that only their company tells.

use super::Kind;
use super::finder::{Finder, Found, Ground, Mode};
use super::lexicon::{LEXICON, flag};
use super::scan::{Shape, Token};
use crate::text::Span;

/// Words that a person's name doesn't hold.
const NOT_IN_PERSON: u32 =
    flag::FUNCTION | flag::ROLE | flag::BODY | flag::DEMONYM | flag::WEEKDAY | flag::MONTH;

/// Verbs after which the word before is a subject.
const AUXILIARIES: &[&str] = &["did", "does", "has", "had", "was", "is", "will", "would", "could", "also"];

/// Verbs that have people for their subject and no company.
const HUMAN_VERBS: &[&str] = &[
    "thanked",
    "thought",
    "smiled",
    "laughed",
    "married",
    "died",
    "resigned",
    "phoned",
    "recalled",
    "asked",
    "wrote",
    "writes",
    "whispered",
    "replied",
];

/// Endings that surnames have in some languages and English words hardly ever.
const SURNAME_ENDINGS: &[&str] = &[
    "ov", "ev", "ova", "eva", "enko", "enka", "sky", "skiy", "skyi", "skaya", "ska", "ski", "vich", "vych",
    "vić", "vic", "chuk", "yuk", "iuk", "dze", "shvili", "yan", "ian", "escu", "opoulos", "idis", "akis",
    "sson", "sen", "nen", "ez", "ini", "oğlu", "oglu", "zadeh", "wala", "stein", "berg", "mann", "feld",
];

/// A title or role before a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Title {
    /// Where the name begins, in bytes.
    pub(super) name: u32,
    pub(super) span: Span,
    /// Whether it stands before people only.
    pub(super) strong: bool,
    /// Whether a comma parts them, so that it counts only where another follows a full name: "Russia's top health
    /// official, Gennady Onishchenko, said".
    pub(super) apposed: bool,
}

impl Finder<'_> {
    /// The name that begins at `at` and is neither known nor shown by a word in it, or where to look on.
    pub(super) fn person(&self, at: usize) -> Result<Found, usize> {
        let token = &self.tokens[at];
        let seen = self.evidence.of(token.key);
        let given = token.has(flag::GIVEN)
            || (token.dotted
                && token.span.len() <= 6
                && !token.has(flag::ABBREVIATION | flag::PLAIN_ACRONYM));
        let surname = seen.person > 0 || token.has(flag::SURNAME);
        if token.has(NOT_IN_PERSON) && !given && !surname {
            return Err(at + 1);
        }
        let common = token.has(flag::COMMON | flag::MODIFIER) || seen.lower > seen.inside;
        if common && !given && !surname {
            return Err(at + 1);
        }
        let mut end = self.person_end(at, given);
        let title = self.title_before(at, end);
        let found = |end, kind, sure| {
            let ground = if sure { Ground::Company } else { Ground::Elsewhere };
            let title = title.filter(|_| kind == Kind::Person).map(|(span, _)| span);
            Ok(Found { first: at, end, kind, title, ground })
        };
        if end == at + 1 {
            return match self.single(at, title.is_some_and(|(_, strong)| strong)) {
                Some((kind, sure)) => found(end, kind, sure),
                None => Err(at + 1),
            };
        }
        if token.start
            && !given
            && !surname
            && title.is_none()
            && self.tokens[at + 1].has(flag::GIVEN)
            && end > at + 2
        {
            // A word that begins the sentence before a full name.
            return Err(at + 1);
        }
        let letters = self.tokens[at..end].iter().all(|token| token.span.len() <= 2 || token.dotted);
        if letters && end > at + 1 {
            return Err(end);
        }
        let second_common = self.common(at + 1);
        let commons = (at + 1..end).filter(|&at| self.common(at)).count();
        if given {
            if commons == 0 || (end == at + 2 && !token.start && self.mode == Mode::Running) {
                return found(end, Kind::Person, true);
            }
            if !second_common {
                end = at + 2;
                return found(end, Kind::Person, true);
            }
            return if surname { found(at + 1, Kind::Person, false) } else { Err(end) };
        }
        if title.is_some() && commons == 0 {
            return found(end, Kind::Person, true);
        }
        if self.mode != Mode::Running {
            return if surname { found(at + 1, Kind::Person, false) } else { Err(at + 1) };
        }
        if self.abbreviated(at, end) {
            return found(end, Kind::Organisation, true);
        }
        if commons > 0 {
            return Err(end);
        }
        let before = at.checked_sub(1).map_or("", |before| self.tokens[before].span.of(self.text));
        if self.flags_before(at) & flag::IN_PLACE != 0 {
            return found(end, Kind::Place, false);
        }
        if self.after_body_word(at) {
            return found(end, Kind::Organisation, true);
        }
        let capitals = self.tokens[at..end].iter().all(|token| token.shape == Shape::Caps);
        // "MSN Explorer", "FMs Rahu".
        let lettered = token.shape == Shape::Caps && !token.dotted;
        if matches!(before, "the" | "The" | "a" | "an")
            || capitals
            || lettered
            || token.hyphen > 0 && token.start
        {
            return Err(end);
        }
        if !self.person_shows(at, end) {
            return Err(end);
        }
        found(end, Kind::Person, true)
    }

    /// Whether the context or the form of an unknown name of several words shows that it's a person's.
    fn person_shows(&self, at: usize, end: usize) -> bool {
        let last = &self.tokens[end - 1];
        let surname = last.span.of(self.text);
        let word = |at: usize| self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        let speech = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|t| t.shape == Shape::Lower && LEXICON.flags(t.key) & flag::SPEECH != 0)
        };
        let behind = end + usize::from(word(end) == ",");
        let says = speech(end) || at.checked_sub(1).is_some_and(speech);
        let age = word(end) == ","
            && self.tokens.get(end + 1).is_some_and(|t| t.shape == Shape::Number && t.span.len() == 2);
        let apposed = word(end) == ","
            && matches!(word(end + 1), "a" | "an" | "the" | "who" | "whose")
            && (end + 1..end + 8)
                .any(|at| self.tokens.get(at).is_some_and(|t| LEXICON.flags(t.key) & flag::ROLE != 0));
        let seen = self.evidence.of(last.key);
        let again = seen.inside + seen.start > 1 && self.evidence.of(self.tokens[at].key).given > 0;
        SURNAME_ENDINGS.iter().any(|ending| surname.len() > ending.len() + 2 && surname.ends_with(ending))
            || says
            || age
            || apposed
            || again
            || matches!(word(behind), "who" | "whose")
            || seen.person > 0
    }

    /// Where a person's name that begins at `at` ends.
    fn person_end(&self, at: usize, given: bool) -> usize {
        let mut end = at + 1;
        while end < at + 6 && !self.tokens[end - 1].possessive {
            let particles = self.tokens[end..]
                .iter()
                .take(3)
                .take_while(|t| {
                    t.shape == Shape::Lower && t.spaced && LEXICON.flags(t.key) & flag::PARTICLE != 0
                })
                .count();
            let next = end + particles;
            let Some(token) = self.tokens.get(next).filter(|token| token.capital() && token.spaced) else {
                break;
            };
            let initial = token.dotted && token.span.len() <= 3;
            let seen = self.evidence.of(token.key);
            let day = self.tokens.get(next + 1).is_some_and(|token| token.shape == Shape::Number);
            // "Theresa May" and a surname that is known from elsewhere.
            let surname = seen.person > 0 || (token.has(flag::MONTH) && !day);
            if token.has(NOT_IN_PERSON) && !initial && !(surname && end == at + 1 && given) {
                break;
            }
            if (particles > 0 || self.mode != Mode::Running) && !given {
                break;
            }
            if self.mode == Mode::Headline || self.mode == Mode::Shouted {
                let initials = self.tokens[at + 1..end].iter().filter(|token| token.span.len() <= 2).count();
                let unknown = !token.has(flag::COMMON) && seen.lower == 0 && end == at + 1 + initials;
                if seen.person == 0 && !unknown {
                    break;
                }
            }
            if let Some((length, _)) = self.known(next)
                && (length > 1 || !given || end > at + 1 || token.shape == Shape::Caps)
                && seen.person == 0
            {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// Whether the word at `at` is a word of the language rather than a name.
    fn common(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let seen = self.evidence.of(token.key);
        token.capital()
            && ((token.has(flag::COMMON) && !token.has(flag::GIVEN) && !token.dotted)
                || seen.lower > seen.inside)
    }

    /// What a single unknown word names, and whether its company here shows that. `titled`: a title stands right
    /// before it.
    fn single(&self, at: usize, titled: bool) -> Option<(Kind, bool)> {
        let token = &self.tokens[at];
        let seen = self.evidence.of(token.key);
        let common = token.has(flag::COMMON | flag::MODIFIER) || seen.lower > seen.inside;
        // A given name alone, used again and again, stands for somebody.
        let familiar = token.has(flag::GIVEN) && seen.inside > 1 && seen.lower == 0;
        let named = seen.person + seen.given + u32::from(token.has(flag::SURNAME) || familiar);
        let running = self.mode == Mode::Running;
        let lettered = token.shape == Shape::Caps && token.has(flag::PLAIN_ACRONYM);
        let letters = token.span.of(self.text).chars().filter(|c| c.is_alphabetic()).count();
        if letters < 2 || token.dotted && !token.has(flag::GIVEN) || lettered {
            return None;
        }
        if titled && running && token.shape == Shape::Title && (!common || named > 0) {
            return Some((Kind::Person, true));
        }
        if common {
            let next = self.tokens.get(at + 1);
            let auxiliary =
                next.is_some_and(|t| AUXILIARIES.contains(&t.span.of(self.text))) && seen.lower == 0;
            let speaks = auxiliary || next.is_some_and(|t| LEXICON.flags(t.key) & flag::SPEECH != 0);
            let inside = !token.start && running && seen.inside > seen.lower;
            return (seen.person > 0 && (speaks || inside)).then_some((Kind::Person, false));
        }
        if named > 0 && named >= seen.place.max(seen.body) {
            return Some((Kind::Person, false));
        }
        if running && token.shape == Shape::Title {
            if self.beside_person(at) {
                return Some((Kind::Person, true));
            }
            if let Some(kind) = self.acts(at) {
                return Some((kind, true));
            }
        }
        if running && !token.has(flag::GIVEN) {
            if self.after_body_word(at) {
                return Some((Kind::Organisation, true));
            }
            let next_capital = self.tokens.get(at + 1).is_some_and(|next| next.capital() && next.spaced);
            // "Written in Rust" names no place.
            let written = at.checked_sub(2).is_some_and(|at| {
                matches!(
                    self.tokens[at].span.of(self.text),
                    "written" | "wrote" | "coded" | "implemented" | "write"
                )
            });
            let in_place = self.flags_before(at) & flag::IN_PLACE != 0 && !next_capital && !written;
            if token.shape == Shape::Title && (in_place || self.after_place_noun(at)) && !token.possessive {
                return Some((Kind::Place, true));
            }
        }
        if seen.body > seen.place && !(token.start && self.mode == Mode::Cautious) {
            return Some((Kind::Organisation, false));
        }
        (seen.place > 0).then_some((Kind::Place, false))
    }

    fn flags_before(&self, at: usize) -> u32 {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.map_or(0, |token| if token.key == 0 { 0 } else { LEXICON.flags(token.key) })
    }

    /// Whether the word at `at` is joined by "and" to a word that names a person.
    fn beside_person(&self, at: usize) -> bool {
        let and = |at: usize| self.tokens.get(at).is_some_and(|token| token.span.of(self.text) == "and");
        let person = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                token.capital()
                    && !token.has(flag::PLACE | flag::BODY)
                    && self.evidence.of(token.key).person > 0
            })
        };
        let before = at >= 2 && and(at - 1) && person(at - 2) && !self.tokens[at - 2].possessive;
        // Of "Ann and Bob Lee" the second is no surname by itself.
        let alone = |at: usize| !self.tokens.get(at).is_some_and(|token| token.capital() && token.spaced);
        before || (and(at + 1) && person(at + 2) && alone(at + 3) && !self.tokens[at].possessive)
    }

    /// What a word is that occurs more than once and acts here. Who is never named in full and says something is
    /// a company or a band sooner than a person, unless the verb comes first or only a person does that.
    fn acts(&self, at: usize) -> Option<Kind> {
        let token = &self.tokens[at];
        let seen = self.evidence.of(token.key);
        let repeated = seen.inside > 0 && seen.inside + seen.start > 1 && seen.lower == 0;
        if !repeated || token.span.of(self.text).ends_with('s') || token.possessive {
            return None;
        }
        let speech =
            |token: &Token| token.shape == Shape::Lower && LEXICON.flags(token.key) & flag::SPEECH != 0;
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let behind = self.tokens.get(at + 1).filter(|next| next.spaced && speech(next))?;
        let personal = HUMAN_VERBS.contains(&behind.span.of(self.text)) || before.is_some_and(speech);
        Some(if personal { Kind::Person } else { Kind::Organisation })
    }

    /// Whether "company", "newspaper", "PMC" or the like stands before, perhaps with a quotation mark between.
    fn after_body_word(&self, at: usize) -> bool {
        let quoted = at.checked_sub(1).is_some_and(|before| {
            matches!(self.tokens[before].shape, Shape::Mark('"' | '“' | '”' | '‘' | '«' | '„'))
        });
        let at = if quoted { at - 1 } else { at };
        let Some(before) = at.checked_sub(1).map(|before| &self.tokens[before]) else { return false };
        let plain = before.shape == Shape::Lower || LEXICON.flags(before.key) & flag::PLAIN_ACRONYM != 0;
        plain && !before.possessive && LEXICON.flags(before.key) & flag::BODY_BEFORE != 0
    }

    /// Whether "the city of" or the like stands before.
    fn after_place_noun(&self, at: usize) -> bool {
        let Some(noun) = at.checked_sub(2) else { return false };
        self.tokens[at - 1].span.of(self.text) == "of"
            && LEXICON.flags(self.tokens[noun].key) & flag::PLACE_NOUN != 0
    }

    /// The title or role right before a name `at..end`, and whether it stands before people only.
    fn title_before(&self, at: usize, end: usize) -> Option<(Span, bool)> {
        let apposed = end >= at + 2 && self.tokens.get(end).is_some_and(|token| token.is(','));
        self.title(at).filter(|title| apposed || !title.apposed).map(|title| (title.span, title.strong))
    }

    /// The title or role before a name that begins at `at`.
    pub(super) fn title(&self, at: usize) -> Option<Title> {
        let mut last = at.checked_sub(1)?;
        if !self.tokens[at].spaced {
            return None;
        }
        let apposed = self.tokens[last].is(',');
        if apposed {
            last = last.checked_sub(1)?;
        }
        let role = |at: usize| self.token_flags(at) & flag::ROLE != 0 && !self.tokens[at].possessive;
        let head = if role(last) { last } else { self.role_of(last)? };
        let mut first = head;
        while let Some(before) = first.checked_sub(1).filter(|&before| head - before <= 4) {
            let joined = self.tokens[first].spaced && !self.tokens[before].possessive;
            if !joined || self.token_flags(before) & (flag::MODIFIER | flag::ROLE) == 0 {
                break;
            }
            first = before;
        }
        let flags = self.token_flags(head);
        let strong = flags & flag::WEAK_ROLE == 0 || self.tokens[head].capital();
        let span = self.tokens[first].span.join(self.tokens[last].span);
        Some(Title { name: self.tokens[at].span.start, span, strong, apposed })
    }

    fn token_flags(&self, at: usize) -> u32 {
        let token = &self.tokens[at];
        if token.key == 0 { 0 } else { LEXICON.flags(token.key) }
    }

    /// The role in "State Secretary of the Union State", which ends at `last`.
    fn role_of(&self, last: usize) -> Option<usize> {
        if !self.name_word(&self.tokens[last]) {
            return None;
        }
        let mut at = last;
        while last - at < 8 {
            at = at.checked_sub(1)?;
            let token = &self.tokens[at];
            if token.key == 0 || !token.spaced && at > 0 || token.possessive {
                return None;
            }
            let of = matches!(self.tokens[at + 1].span.of(self.text), "of" | "for");
            if of && self.token_flags(at) & flag::ROLE != 0 {
                return Some(at);
            }
            let linking = matches!(token.span.of(self.text), "of" | "for" | "the" | "and");
            if !linking && !self.name_word(token) {
                return None;
            }
        }
        None
    }

    /// Whether a token can stand in the name of a body or place inside a title.
    fn name_word(&self, token: &Token) -> bool {
        let place = token.key != 0 && LEXICON.flags(token.key) & flag::LOWER_REGION != 0;
        // "chief of staff".
        let field = token.shape == Shape::Lower && LEXICON.flags(token.key) & flag::MODIFIER != 0;
        (token.capital() || place || field) && !token.possessive
    }
}
