//! The finder: goes through the tokens of a piece of text and decides what names what.

use super::evidence::Evidence;
use super::key::extend;
use super::lexicon::{LEXICON, flag};
use super::scan::{Shape, Token};
use super::{Kind, Mention};
use crate::text::Span;

/// How far capitals can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Running text.
    Running,
    /// A headline: nearly every word has a capital, so that only what is known from elsewhere counts.
    Headline,
    /// The same with every letter a capital.
    Shouted,
    /// A language that gives capitals to all nouns.
    Cautious,
}

/// What a name's kind is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// A word of the name: "Ministry", "region".
    Form,
    /// What stands beside the name: a title, a verb, a preposition.
    Company,
    /// The lexicon has it.
    Lexicon,
    /// What is known of its words from elsewhere in the document.
    Elsewhere,
}

/// A mention as tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) first: usize,
    /// The token after the last.
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) title: Option<Span>,
    pub(super) ground: Ground,
}

impl Found {
    /// Whether the words count as evidence elsewhere.
    pub(super) fn sure(&self) -> bool {
        matches!(self.ground, Ground::Form | Ground::Company)
    }
}

/// The tokens of a piece of text and what is known of the document.
pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) evidence: &'a Evidence,
    pub(super) mode: Mode,
}

impl Finder<'_> {
    /// The span of the tokens `first..end`, of which there is one at least.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.tokens[first].span.join(self.tokens[end - 1].span)
    }

    /// Every name that is found, in order, not overlapping; none begins in one of the figures, which are in order too.
    pub(super) fn find(&self, figures: &[Mention], found: &mut Vec<Found>) {
        let Some(first) = self.tokens.first() else { return };
        let mut figures =
            figures[figures.partition_point(|figure| figure.span.end <= first.span.start)..].iter();
        let mut figure = figures.next();
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            while figure.is_some_and(|figure| figure.span.end <= token.span.start) {
                figure = figures.next();
            }
            if figure.is_some_and(|figure| figure.span.start <= token.span.start) {
                at += 1;
                continue;
            }
            match self.name(at) {
                Ok(name) => {
                    at = name.end.max(at + 1);
                    found.push(name);
                }
                Err(next) => at = next.max(at + 1),
            }
        }
    }

    /// The name that begins at `at`, or where to look on.
    fn name(&self, at: usize) -> Result<Found, usize> {
        let token = &self.tokens[at];
        let name = |end, kind, ground| Ok(Found { first: at, end, kind, title: None, ground });
        if !token.capital() {
            return match self.quoted_body(at) {
                Some(end) => name(end, Kind::Organisation, Ground::Lexicon),
                None => Err(at + 1),
            };
        }
        let known = self.known(at);
        if self.mode == Mode::Running {
            if let Some((first, end)) = self.body(at)
                && known.is_none_or(|(length, _)| end > at + length)
            {
                return Ok(Found { first, end, kind: Kind::Organisation, title: None, ground: Ground::Form });
            }
            if let Some(end) = self.region(at, known) {
                return name(end, Kind::Place, Ground::Form);
            }
        }
        if let Some((length, kind)) = known {
            let person = if length == 1 && token.has(flag::GIVEN) && !self.unlike_person(at + 1) {
                self.person(at).ok().filter(|person| person.end > at + 1 && person.kind == Kind::Person)
            } else if length == 1 && self.known_person(token) {
                self.person(at).ok().filter(|person| person.kind == Kind::Person)
            } else {
                None
            };
            return match person {
                Some(person) => Ok(person),
                None => self.agency(at, at + length, kind, Ground::Lexicon),
            };
        }
        if token.has(flag::FUNCTION) && !token.dotted {
            return Err(at + 1);
        }
        if self.acronym(at) {
            return self.agency(at, at + 1, Kind::Organisation, Ground::Elsewhere);
        }
        self.person(at)
    }

    /// Whether the document uses this known place's name for a person alone, as with a Mr Washington.
    fn known_person(&self, token: &Token) -> bool {
        let seen = self.evidence.of(token.key);
        token.has(flag::PLACE) && seen.person > 0 && seen.place == 0
    }

    /// Whether the token there can't go on a person's name.
    fn unlike_person(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| {
            !token.capital()
                || !token.spaced
                || self.tokens[at - 1].possessive
                || token.has(flag::FUNCTION | flag::ROLE | flag::BODY | flag::DEMONYM | flag::COMMON)
        })
    }

    /// The length in tokens and the kind of the longest known name that begins at `at`.
    pub(super) fn known(&self, at: usize) -> Option<(usize, Kind)> {
        let token = self.tokens.get(at)?;
        if !token.capital() {
            return None;
        }
        let mut best = None;
        if token.has(flag::FIRST) {
            let mut name = 0;
            for (length, next) in (1..).zip(&self.tokens[at..]).take(LEXICON.longest) {
                let joined = length == 1 || (next.spaced && !self.tokens[at + length - 2].possessive);
                let cased = next.capital()
                    || (next.shape == Shape::Lower && LEXICON.flags(next.key) & flag::FUNCTION != 0);
                if !joined || !cased {
                    break;
                }
                name = extend(name, next.key);
                if let Some(kind) = LEXICON.phrase(name).filter(|_| next.capital()) {
                    best = Some((length, kind));
                }
            }
        }
        if let Some((1, kind)) = best {
            let seen = self.evidence.of(token.key);
            // "Solidarity with": a word of the language that begins a sentence.
            let doubtful = kind == Kind::Organisation
                && (token.start || self.mode != Mode::Running)
                && (token.has(flag::COMMON | flag::ROLE) || seen.lower > seen.inside);
            if doubtful
                || (token.has(flag::ROLE) && self.tokens.get(at + 1).is_some_and(|t| t.capital() && t.spaced))
            {
                return None;
            }
        }
        let shouted = self.mode == Mode::Shouted && token.has(flag::FUNCTION);
        let single = |key| LEXICON.acronym(key).map(|kind| (1, kind));
        best.or_else(|| if token.shape == Shape::Caps && !shouted { single(token.key) } else { None })
    }

    /// A body's name in small letters within quotation marks, as in “union state”.
    fn quoted_body(&self, at: usize) -> Option<usize> {
        let before = self.tokens.get(at.checked_sub(1)?)?;
        if !matches!(before.shape, Shape::Mark('"' | '“' | '”' | '‘' | '«' | '„')) {
            return None;
        }
        if LEXICON.flags(self.tokens[at].key) & flag::FIRST == 0 {
            return None;
        }
        let mut name = 0;
        for (length, token) in (1..).zip(&self.tokens[at..]).take(LEXICON.longest) {
            if token.shape != Shape::Lower {
                break;
            }
            name = extend(name, token.key);
            let closed = self
                .tokens
                .get(at + length)
                .is_some_and(|t| !t.spaced && matches!(t.shape, Shape::Mark('"' | '”' | '’' | '»' | '“')));
            if length > 1 && closed && LEXICON.phrase(name) == Some(Kind::Organisation) {
                return Some(at + length);
            }
        }
        None
    }

    /// The name `first..end`, with the words "news agency" behind it, which then show what it is.
    fn agency(&self, first: usize, end: usize, kind: Kind, ground: Ground) -> Result<Found, usize> {
        let word = |at: usize| self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        let agency = word(end) == "news" && word(end + 1) == "agency" && !self.tokens[end - 1].possessive;
        let (end, ground) =
            if agency && self.tokens[end - 1].key != 0 { (end + 2, Ground::Form) } else { (end, ground) };
        Ok(Found { first, end, kind, title: None, ground })
    }

    /// Whether the token is an abbreviation that names some body of which the lexicon knows nothing.
    fn acronym(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let letters = token.span.of(self.text);
        let shaped = token.shape == Shape::Caps
            && (3..=6).contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && !token.has(
                flag::PLAIN_ACRONYM | flag::FUNCTION | flag::MONTH | flag::WEEKDAY | flag::GIVEN | flag::ROLE,
            );
        if !shaped || matches!(self.mode, Mode::Shouted | Mode::Cautious) {
            return false;
        }
        let caps = |at: Option<usize>| {
            at.and_then(|at| self.tokens.get(at))
                .is_some_and(|token| token.shape == Shape::Caps && token.key != 0)
        };
        if caps(at.checked_sub(1)) || caps(Some(at + 1)) {
            return false;
        }
        let seen = self.evidence.of(token.key);
        let article = at.checked_sub(1).is_some_and(|before| self.tokens[before].span.of(self.text) == "the");
        let common = token.has(flag::COMMON) || seen.lower > 0;
        seen.body > 0 || (!common && (seen.inside + seen.start > 1 || article))
    }

    /// Whether the letters of the abbreviation in brackets at `at` are the first letters of the capitalised words
    /// from `first` on, up to `at`.
    pub(super) fn abbreviated(&self, first: usize, at: usize) -> bool {
        let Some(letters) = self.bracketed(at) else { return false };
        let mut initials = self.tokens[first..at]
            .iter()
            .filter(|token| token.capital())
            .filter_map(|token| token.span.of(self.text).chars().next());
        letters
            .chars()
            .all(|letter| initials.next().is_some_and(|c| c.to_uppercase().eq(letter.to_uppercase())))
            && initials.next().is_none()
    }

    /// The abbreviation in brackets that begins at `at`, as in "(ISW)".
    pub(super) fn bracketed(&self, at: usize) -> Option<&str> {
        let [open, word, close] = self.tokens.get(at..at + 3)? else { return None };
        let fits = open.is('(') && close.is(')') && word.shape == Shape::Caps;
        fits.then(|| word.span.of(self.text))
    }
}
