//! Rules for organisations and for places that a word such as "Ministry" or "region" shows.

use super::Kind;
use super::finder::Finder;
use super::lexicon::{LEXICON, flag};
use super::scan::{Shape, Token};

/// Heads after whose "of" two names may be joined by "and": "Forum of Regions of Belarus and Russia".
const JOINING: &[&str] =
    &["Forum", "Treaty", "Union", "Council", "Committee", "Commission", "Alliance", "Ministry"];

/// Heads whose subject follows with "on".
const ON: &[&str] =
    &["Committee", "Commission", "Council", "Treaty", "Group", "Institute", "Center", "Centre"];

/// Directions that belong to the name of the place behind them.
const DIRECTIONS: &[&str] = &[
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Upper",
    "Lower", "Greater",
];

impl Finder<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Whether the capitalised word at `at` goes on what stands before it.
    fn goes_on(&self, at: usize) -> bool {
        at > 0
            && self.tokens.get(at).is_some_and(|token| token.capital() && token.spaced)
            && !self.tokens[at - 1].possessive
    }

    /// Where an organisation's name at `at` begins and ends, if a head such as "Ministry" or "Bank" shows it.
    pub(super) fn body(&self, at: usize) -> Option<(usize, usize)> {
        let (mut next, mut head) = (at, None);
        while next == at || self.goes_on(next) {
            let token = self.tokens.get(next)?;
            let role = token.has(flag::ROLE) && !token.has(flag::BODY);
            let before_body = self.goes_on(next + 1) && self.tokens[next + 1].has(flag::BODY);
            if token.has(flag::FUNCTION | flag::WEEKDAY | flag::MONTH)
                || (role && !before_body)
                || next > at + 9
            {
                break;
            }
            if token.has(flag::BODY) {
                head = Some(next);
            }
            next += 1;
            // "Johnson & Johnson", "Food and Drug Administration".
            let common = |at: usize| {
                self.tokens.get(at).is_some_and(|token| token.capital() && token.has(flag::COMMON))
            };
            if self.word(next) == "&" && self.tokens.get(next + 1).is_some_and(Token::capital) {
                next += 1;
                head = Some(next);
            } else if self.word(next) == "and" && self.joined(at, next, common(next - 1) && common(next + 1))
            {
                next += 1;
            }
        }
        let head = head?;
        // A known place or body that stands before a head on its own: "Union State Parliament" is one name,
        // but the abbreviation before "Council" belongs to it too, so nothing is parted here.
        let mut end = head + 1;
        while let Some(longer) = self.tail(at, end) {
            end = longer;
        }
        if end == at + 1 {
            // "Radio Zet", "Bank Rossiya".
            let before_name = matches!(self.word(at), "Radio" | "Bank" | "Hotel" | "FC") && self.goes_on(end);
            let plain = |token: &Token| !token.has(flag::COMMON | flag::GIVEN | flag::FUNCTION | flag::ROLE);
            let name = before_name && self.tokens.get(end).is_some_and(plain) && self.known(end).is_none();
            return name.then_some((at, end + 1));
        }
        let first = &self.tokens[at];
        let weak =
            self.tokens[at..end].iter().all(|token| !token.has(flag::BODY) || token.has(flag::WEAK_BODY));
        let seen = self.evidence.of(first.key);
        let by_position = first.start
            && !first.has(flag::BODY | flag::PLACE)
            && (seen.lower > 0 || first.has(flag::COMMON));
        if (weak && end == head + 1 && head == at + 1 && by_position)
            || (weak && self.tokens[at].has(flag::DEMONYM) && end == at + 2)
        {
            return None;
        }
        let mut start = at;
        if self.bracketed(end).is_some() && !self.abbreviated(at, end) {
            // "American Institute for the Study of War (ISW)": the letters say where the name begins.
            start = (at + 1..=head).find(|&first| self.abbreviated(first, end)).unwrap_or(at);
        }
        Some((start, end))
    }

    /// Whether the "and" at `and` stands inside a body's name that begins at `at`: "Food and Drug Administration",
    /// "the Securities and Exchange Commission". `common`: words of the language stand on both sides.
    fn joined(&self, at: usize, and: usize, common: bool) -> bool {
        let article = at > 0 && matches!(self.word(at - 1), "the" | "The");
        let plain = |at: usize| {
            let word = &self.tokens[at];
            !word.has(flag::GIVEN | flag::ROLE) && self.known(at).is_none() && !self.evidence_of_person(at)
        };
        let head = (and + 1..and + 4)
            .take_while(|&at| self.tokens.get(at).is_some_and(|token| token.capital() && token.spaced))
            .skip(1)
            .any(|at| self.tokens[at].has(flag::BODY));
        head && (common || (article && and == at + 1 && plain(at) && plain(and + 1)))
    }

    /// Where the name ends that goes on at `end` with "of the …", "for …" or "and …".
    fn tail(&self, at: usize, end: usize) -> Option<usize> {
        if self.tokens.get(end - 1)?.possessive || end > at + 12 {
            return None;
        }
        let mut next = end + 1;
        match self.word(end) {
            "of" | "for" => {}
            // "Committee on Foreign Affairs", but not "Armed Forces on the border".
            "on" if (at..end).any(|at| ON.contains(&self.word(at))) => {}
            "and" | "&" => {
                let place = |at: usize| self.known(at).is_some_and(|(_, kind)| kind == Kind::Place);
                let joining = !place(end - 1) || (at..end).any(|at| JOINING.contains(&self.word(at)));
                let tail = (at..end).any(|at| matches!(self.word(at), "of" | "for"));
                let alike = place(end - 1) == place(end + 1);
                let plain = self
                    .tokens
                    .get(end + 1)
                    .is_some_and(|token| token.has(flag::COMMON | flag::BODY) || place(end + 1));
                if !(tail && joining && alike && plain) {
                    return None;
                }
            }
            _ => return None,
        }
        if self.word(next) == "the" {
            next += 1;
        }
        let begin = next;
        while self.tokens.get(next).is_some_and(|token| token.capital() && token.spaced) {
            let token = &self.tokens[next];
            let person =
                token.has(flag::GIVEN) && (next > begin || !token.has(flag::PLACE)) && self.goes_on(next + 1);
            let role = token.has(flag::ROLE) && !token.has(flag::BODY);
            if token.has(flag::FUNCTION | flag::WEEKDAY | flag::MONTH) || person || role {
                break;
            }
            next += 1;
            if token.possessive {
                break;
            }
        }
        // "Union of the Russian": a demonym that describes what comes after.
        let described = next > begin && self.tokens[next - 1].has(flag::DEMONYM);
        (next > begin && !described).then_some(next)
    }

    /// Where a place's name at `at` ends, if a word such as "Sea" or "region" shows it. `known` is the known name
    /// at `at`.
    pub(super) fn region(&self, at: usize, known: Option<(usize, Kind)>) -> Option<usize> {
        let token = &self.tokens[at];
        if token.has(flag::FUNCTION | flag::WEEKDAY) {
            return None;
        }
        let length = match known {
            Some((length, Kind::Place)) => length,
            Some(_) => return None,
            None => 1,
        };
        let named = |at: usize| {
            self.goes_on(at)
                && !self.tokens[at]
                    .has(flag::FUNCTION | flag::ROLE | flag::BODY | flag::COMMON | flag::DEMONYM)
        };
        if length == 1 && known.is_none() {
            if DIRECTIONS.contains(&self.word(at))
                && self.goes_on(at + 1)
                && let Some((more, Kind::Place)) = self.known(at + 1)
            {
                return Some(at + 1 + more);
            }
            let of = self.word(at + 1) == "of" && !token.possessive;
            let behind = at + 2 + usize::from(self.word(at + 2) == "the");
            if of
                && token.has(flag::REGION | flag::PLACE_NOUN)
                && (named(behind) || self.known(behind).is_some_and(|(_, kind)| kind == Kind::Place))
            {
                return Some(behind + self.known(behind).map_or(1, |(length, _)| length));
            }
            let saint = matches!(self.word(at), "Saint" | "St" | "St.");
            if token.has(flag::BEFORE_PLACE) && named(at + 1) && !(saint && self.evidence_of_person(at + 1)) {
                return Some(at + 2);
            }
        }
        // "Novgorod Region", "East China Sea".
        let mut next = at + length;
        while next < at + 4 && self.goes_on(next) {
            let word = &self.tokens[next];
            if word.has(flag::REGION) {
                let described = token.has(flag::DEMONYM) && word.has(flag::LOWER_REGION) && next == at + 1;
                return (!described && !token.has(flag::ROLE)).then_some(next + 1);
            }
            if word.has(flag::FUNCTION | flag::ROLE | flag::BODY | flag::GIVEN) {
                return None;
            }
            next += 1;
        }
        // "Novgorod region".
        let next = self.tokens.get(at + length)?;
        let lower = next.shape == Shape::Lower
            && next.spaced
            && !self.tokens[at + length - 1].possessive
            && LEXICON.flags(next.key) & flag::LOWER_REGION != 0;
        let seen = self.evidence.of(token.key);
        let plain = token.shape == Shape::Title
            && !token.has(flag::COMMON | flag::DEMONYM | flag::ROLE | flag::BODY | flag::GIVEN)
            && seen.person == 0
            && (seen.lower == 0 || !token.start);
        (lower && (known.is_some() || plain)).then_some(at + length + 1)
    }

    /// Whether the word at `at` names a person elsewhere in the document.
    fn evidence_of_person(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.evidence.of(token.key).person > 0)
    }
}
