//! Places: words for kinds of places before their names, regions, and prepositions before what is spelt like a place.

use super::super::Kind;
use super::super::finder::Found;
use super::super::scan::Shape;
use super::finder::{Finder, plain};
use super::lexis::flag;
use super::tongue::Cases;

/// Words for regions behind an adjective made from a town's name, in every case.
const REGIONS: [&str; 33] = [
    "область",
    "области",
    "областью",
    "районе",
    "район",
    "района",
    "району",
    "районом",
    "край",
    "края",
    "краю",
    "крае",
    "краем",
    "губерния",
    "губернии",
    "губернию",
    "області",
    "областю",
    "областей",
    "районі",
    "вобласць",
    "вобласці",
    "вобласцю",
    "раён",
    "раёна",
    "раёну",
    "раёне",
    "раёнам",
    "автономный",
    "округ",
    "округа",
    "округе",
    "округу",
];

/// The stems of such adjectives.
const ADJECTIVES: [&str; 8] = ["ск", "цк", "ськ", "цьк", "зьк", "жск", "йск", "зк"];

impl Finder<'_> {
    /// A region: "Минская область", in any case.
    pub(super) fn region(&self, at: usize) -> Option<Found> {
        if self.lexis.tongue.cases != Cases::Cyrillic || !self.joins_lower(at + 1) {
            return None;
        }
        let noun = self.word(at + 1);
        let adjective = self.word(at).to_lowercase();
        let stem = |stem: &str| {
            adjective.rfind(stem).is_some_and(|from| {
                let rest = adjective[from + stem.len()..].chars().count();
                from > 2 && (1..=3).contains(&rest)
            })
        };
        let shaped = self.tokens[at].shape == Shape::Title && !self.has(at, flag::SMALL | flag::COMMON);
        let region = shaped && REGIONS.contains(&noun) && ADJECTIVES.iter().any(|ending| stem(ending));
        region.then(|| plain(at, at + 2, Kind::Place, true))
    }

    /// The word for a kind of place that ends before a name, at `last`: "г. Минск", "ville de Lyon". Behind an article
    /// stands no name: "la ville des Lumières".
    fn place_noun(&self, last: usize) -> Option<usize> {
        let is = |at: usize| self.has(at, flag::PLACE_NOUN);
        let short = |at: usize| self.word(at).chars().count() < 3;
        if self.is(last, '.') && !self.tokens[last].spaced {
            return last.checked_sub(1).filter(|&noun| is(noun));
        }
        if is(last) {
            return (!short(last)).then_some(last);
        }
        let link = self.has(last, flag::LINK) && !self.has(last, flag::ARTICLE);
        last.checked_sub(1).filter(|&noun| link && is(noun) && !short(noun))
    }

    fn joins_lower(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Lower && token.spaced)
    }

    /// A place that the word before shows.
    pub(super) fn place(&self, at: usize) -> Option<Found> {
        let token = &self.tokens[at];
        let not = flag::SMALL
            | flag::COMMON
            | flag::TITLE
            | flag::BODY
            | flag::GIVEN
            | flag::SURNAME
            | flag::FIGURE
            | flag::SAINT;
        let seen = self.seen(at);
        let adjective = ["ский", "ского", "ском", "ским", "ской", "ских", "ський", "скай"];
        if token.shape != Shape::Title
            || adjective.iter().any(|ending| self.word(at).ends_with(ending))
            || token.has(not)
            || token.dotted
            || seen.lower > 0
            || seen.person > 0
        {
            return None;
        }
        let before = at.checked_sub(1)?;
        let alone = !self.joined(at + 1) || self.lexis.tongue.nouns_capital;
        if let Some(noun) =
            self.place_noun(before).filter(|_| alone && token.spaced && !self.is_named_after(at))
        {
            let noun_says = !self.lexis.tongue.nouns_capital || noun == before && seen.determined == 0;
            // "Île de Man" is a name as a whole.
            let whole = self.tokens[noun].shape == Shape::Title && !self.tokens[noun].start;
            let first = if whole && !self.lexis.tongue.nouns_capital { noun } else { at };
            return noun_says.then(|| plain(first, at + 1, Kind::Place, true));
        }
        let word = self.word(at);
        let long = |ending: &str| word.chars().count() > ending.chars().count() + 2;
        let spelt = self.lexis.place_endings.iter().any(|ending| word.ends_with(ending) && long(ending));
        let placed = self.has(before, flag::IN_PLACE) && token.spaced;
        (spelt && placed && alone && seen.determined == 0).then(|| plain(at, at + 1, Kind::Place, true))
    }
}
