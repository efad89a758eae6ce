//! An anchor: the words that a note stands on, found again when the text around them has changed.

use serde::{Deserialize, Serialize};

use super::folded::{Folded, fold, folded_chars};
use crate::text::Span;

/// A passage of a reading text by its words, what stands around them, and where they stood: the
/// TextQuoteSelector and the TextPositionSelector of the W3C Web Annotation Data Model (2017), but that
/// the positions are bytes of the reading text in UTF-8.
///
/// An empty `exact` is a point between two characters, such as a bookmark has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Anchor {
    /// The quotation itself, at most [`Anchor::LONGEST`] bytes of it.
    pub exact: String,
    /// Up to [`Anchor::CONTEXT`] characters that stand before it.
    #[serde(default)]
    pub prefix: String,
    /// Up to [`Anchor::CONTEXT`] characters that stand behind it.
    #[serde(default)]
    pub suffix: String,
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
}

/// What became of an anchor in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// The words stand where they stood.
    Exact(Span),
    /// The words stand elsewhere, and there is no doubt that these are the ones.
    Moved(Span),
    /// The words are there, but these may not be the ones: several places fit as well as this one, or
    /// there is too little to tell by.
    Doubtful(Span),
    /// The words aren't there.
    Lost,
}

impl Resolved {
    /// In a word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Exact(_) => "exact",
            Self::Moved(_) => "moved",
            Self::Doubtful(_) => "doubtful",
            Self::Lost => "lost",
        }
    }

    /// The place, if there is one.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Exact(span) | Self::Moved(span) | Self::Doubtful(span) => Some(span),
            Self::Lost => None,
        }
    }
}

/// How many places of a quotation are looked at. Beyond it, only the full context can tell them apart.
const PLACES: usize = 1000;

/// By how many characters of context one place must fit better than the next best to be the one. Fewer
/// agree by chance, such as a full stop, a space and an article.
const CLEARLY: usize = 8;

/// The characters that a quotation needs to be known by itself, when nothing around it is as it was.
const TELLING: usize = 24;

impl Anchor {
    /// The characters of context kept on each side: what the examples of the model and Hypothesis keep.
    pub const CONTEXT: usize = 32;

    /// The longest quotation, in bytes. A longer passage is anchored by its first 64 KiB: nobody reads a
    /// longer quotation, and each change to the note writes it again.
    pub const LONGEST: usize = 64 * 1024;

    /// An anchor for the passage `span` of `text`, cut to [`Anchor::LONGEST`]. A span that reaches beyond
    /// the text or cuts a character is narrowed to what is there.
    pub fn new(text: &str, span: Span) -> Self {
        let start = floor(text, span.start as usize);
        let end = floor(text, (span.end as usize).min(start + Self::LONGEST)).max(start);
        let (before, rest) = text.split_at(start);
        let (exact, after) = rest.split_at(end - start);
        let prefix = before.char_indices().rev().take(Self::CONTEXT).last().map_or(start, |(at, _)| at);
        let suffix = after.char_indices().nth(Self::CONTEXT).map_or(after.len(), |(at, _)| at);
        Self {
            exact: exact.to_owned(),
            prefix: before[prefix..].to_owned(),
            suffix: after[..suffix].to_owned(),
            start: start as u32,
            end: end as u32,
        }
    }

    /// Where it stood when it was made.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Finds the passage in `text`; see [`Anchor::resolve_in`].
    pub fn resolve(&self, text: &str) -> Resolved {
        self.resolve_in(&Folded::new(text))
    }

    /// Finds the passage in a text, any run of white space being equal to any other.
    ///
    /// It stands exactly where it stood if both its words and their context do. Else all places of the
    /// words count, each by how many characters of context next to it agree: the place where it stood,
    /// if none fits better; another, if it fits clearly better than the rest. Linear in the text and the
    /// anchor. Of an anchor that isn't ours, too much quotation or context is cut as in [`Anchor::new`].
    pub fn resolve_in(&self, text: &Folded<'_>) -> Resolved {
        let sought = Sought::of(self);
        let here = sought.agreement_at(text.original(), self.span());
        match here {
            Some(agreement) if agreement == sought.context() => Resolved::Exact(self.span()),
            _ => self.by_full_context(text, &sought).unwrap_or_else(|| self.by_best(text, &sought, here)),
        }
    }

    /// The answer where the words stand somewhere with all of their context.
    fn by_full_context(&self, text: &Folded<'_>, sought: &Sought) -> Option<Resolved> {
        if sought.context() == 0 {
            return None;
        }
        // Folded once more, for a point may have white space on both of its sides.
        let whole = fold(&[&*sought.before, &*sought.exact, &*sought.after].concat());
        let start = sought.before.len();
        let places = text.find(&whole, start..start + sought.exact.len(), PLACES);
        match &places[..] {
            [] => None,
            [place] => Some(Resolved::Moved(place.span)),
            _ => self.nearest(places.iter().map(|place| place.span)).map(Resolved::Doubtful),
        }
    }

    /// The answer where the context has changed too; `here` is how much of it agrees where the words
    /// stood, if they still stand there.
    fn by_best(&self, text: &Folded<'_>, sought: &Sought, here: Option<usize>) -> Resolved {
        let places = text.find(&sought.exact, 0..sought.exact.len(), PLACES);
        let all = places.len() < PLACES;
        let scored: Vec<(Span, usize)> = places
            .into_iter()
            .map(|place| {
                let (before, rest) = text.as_str().split_at(place.folded.start);
                let (_, after) = rest.split_at(place.folded.len());
                (place.span, sought.agreement(before, after))
            })
            .collect();
        let best = scored.iter().map(|place| place.1).max().unwrap_or(0);
        if here.is_some_and(|agreement| agreement >= best) {
            return if sought.is_telling(best) {
                Resolved::Exact(self.span())
            } else {
                Resolved::Doubtful(self.span())
            };
        }
        let good = scored.iter().filter(|place| place.1 + CLEARLY > best).map(|place| place.0);
        let alone = all && good.clone().count() == 1 && sought.is_telling(best);
        match self.nearest(good) {
            Some(place) if alone => Resolved::Moved(place),
            Some(place) => Resolved::Doubtful(place),
            None => Resolved::Lost,
        }
    }

    /// The place that is nearest to where it stood.
    fn nearest(&self, places: impl Iterator<Item = Span>) -> Option<Span> {
        places.min_by_key(|place| place.start.abs_diff(self.start))
    }
}

/// An anchor made ready for comparing: all of it folded, white space that the quotation and its context
/// share counted to the quotation.
struct Sought {
    exact: String,
    before: String,
    after: String,
}

impl Sought {
    fn of(anchor: &Anchor) -> Self {
        let exact = fold(&anchor.exact[..floor(&anchor.exact, Anchor::LONGEST)]);
        let before = folded_chars(anchor.prefix.chars().rev());
        let before: Vec<char> = side(before, exact.starts_with(' ')).collect();
        let after = side(folded_chars(anchor.suffix.chars()), exact.ends_with(' ')).collect();
        Self { before: before.into_iter().rev().collect(), after, exact }
    }

    /// The characters of context.
    fn context(&self) -> usize {
        self.before.chars().count() + self.after.chars().count()
    }

    /// How many characters of context agree at `place` of a text that isn't folded; `None` where the
    /// words don't stand there.
    fn agreement_at(&self, text: &str, place: Span) -> Option<usize> {
        let there = text.get(place.range())?;
        let (before, after) = (text.get(..place.start as usize)?, text.get(place.end as usize..)?);
        folded_chars(there.chars()).eq(self.exact.chars()).then(|| self.agreement(before, after))
    }

    /// How many characters of the context stand there too, counted from the quotation outwards, where
    /// `before` and `after` stand around it, folded or not.
    fn agreement(&self, before: &str, after: &str) -> usize {
        let before = side(folded_chars(before.chars().rev()), self.exact.starts_with(' '));
        let after = side(folded_chars(after.chars()), self.exact.ends_with(' '));
        alike(self.before.chars().rev(), before) + alike(self.after.chars(), after)
    }

    /// Whether the quotation with so much of its context is enough to be known by.
    fn is_telling(&self, agreement: usize) -> bool {
        agreement >= CLEARLY || self.exact.chars().nth(TELLING - 1).is_some()
    }
}

/// The first characters on one side of a quotation, outwards, without the white space that continues
/// that of the quotation.
fn side(folded: impl Iterator<Item = char>, continues: bool) -> impl Iterator<Item = char> {
    folded.skip_while(move |c| continues && *c == ' ').take(Anchor::CONTEXT)
}

/// How many characters agree at the beginning of both.
fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// `offset`, or the nearest character boundary before it, within the text.
fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "The sea was calm that day. Nobody had seen the ships yet.\n\
        At noon a bell rang in the old harbour. Nobody had seen the ships yet.\n\
        Then everybody ran down to the quay.\n";

    fn anchor(text: &str, words: &str, nth: usize) -> Anchor {
        let (start, _) = text.match_indices(words).nth(nth).unwrap();
        Anchor::new(text, Span::new(start, start + words.len()))
    }

    #[track_caller]
    fn moved<'a>(anchor: &Anchor, text: &'a str) -> (Span, &'a str) {
        match anchor.resolve(text) {
            Resolved::Moved(span) => (span, span.of(text)),
            other => panic!("not moved but {other:?}"),
        }
    }

    #[test]
    fn an_unchanged_text_gives_the_exact_place() {
        for nth in 0..2 {
            let anchor = anchor(TEXT, "Nobody had seen the ships yet.", nth);
            assert_eq!(anchor.resolve(TEXT), Resolved::Exact(anchor.span()));
        }
        assert_eq!(anchor(TEXT, "a", 3).resolve(TEXT), Resolved::Exact(anchor(TEXT, "a", 3).span()));
    }

    #[test]
    fn context_is_cut_on_characters() {
        let text = "é".repeat(100) + "x" + &"ü".repeat(100);
        let anchor = anchor(&text, "x", 0);
        assert_eq!((anchor.prefix, anchor.suffix), ("é".repeat(32), "ü".repeat(32)));
    }

    #[test]
    fn an_insertion_before_it_moves_it() {
        let text = format!("Something new.\n{TEXT}");
        let (span, words) = moved(&anchor(TEXT, "old harbour", 0), &text);
        assert_eq!((words, span.start), ("old harbour", anchor(TEXT, "old harbour", 0).start + 15));
    }

    #[test]
    fn of_a_repeated_sentence_the_context_tells_which() {
        let text = format!("Something new.\n{}", TEXT.replace("calm", "rough"));
        for nth in 0..2 {
            let (span, words) = moved(&anchor(TEXT, "Nobody had seen the ships yet.", nth), &text);
            assert_eq!(words, "Nobody had seen the ships yet.");
            assert_eq!(span, anchor(&text, words, nth).span());
        }
    }

    #[test]
    fn a_sentence_repeated_without_a_difference_is_doubtful() {
        let anchor = Anchor { prefix: "x".into(), suffix: "y".into(), ..anchor(TEXT, "Nobody had", 1) };
        let text = format!("Something new. {TEXT}");
        assert!(matches!(anchor.resolve(&text), Resolved::Doubtful(_)));
    }

    #[test]
    fn lines_wrapped_anew_are_the_same_words() {
        let anchor = anchor(TEXT, "the ships yet.\nAt noon a bell", 0);
        let text = TEXT.replace('\n', "  ").replace(' ', "\n ").replace("noon", "noon\u{a0}");
        assert_eq!(fold(moved(&anchor, &text).1), "the ships yet. At noon a bell");
        let text = TEXT.replace('\n', " ").replace("noon ", "noon\n");
        assert_eq!(anchor.resolve(&text), Resolved::Exact(anchor.span()));
    }

    #[test]
    fn a_word_changed_beside_it_leaves_it_where_it_is() {
        let anchor = anchor(TEXT, "a bell rang", 0);
        assert_eq!(anchor.resolve(&TEXT.replace("noon", "nine")), Resolved::Exact(anchor.span()));
    }

    #[test]
    fn words_that_are_gone_are_lost() {
        assert_eq!(anchor(TEXT, "a bell rang", 0).resolve(&TEXT.replace("bell", "gong")), Resolved::Lost);
        assert_eq!(anchor(TEXT, "a bell rang", 0).resolve(""), Resolved::Lost);
    }

    #[test]
    fn a_short_word_in_another_place_is_doubtful() {
        let found = anchor(TEXT, "calm", 0).resolve("Keep calm and carry on.");
        assert!(matches!(found, Resolved::Doubtful(_)), "{found:?}");
    }

    #[test]
    fn white_space_at_the_ends_of_a_quotation_belongs_to_it() {
        let anchor = anchor(TEXT, " noon ", 0);
        let text = format!("New. {}", TEXT.replace(" noon ", " \n noon\t "));
        assert_eq!(moved(&anchor, &text).1, " \n noon\t ");
    }

    #[test]
    fn a_point_is_found_by_its_context() {
        let point = Anchor::new(TEXT, Span::new(40, 40));
        assert_eq!(point.resolve(TEXT), Resolved::Exact(Span::new(40, 40)));
        assert_eq!(point.resolve(&format!("New. {TEXT}")), Resolved::Moved(Span::new(45, 45)));
        assert_eq!(point.resolve("Other words."), Resolved::Lost);
    }

    #[test]
    fn a_passage_longer_than_the_limit_is_anchored_by_its_beginning() {
        let text = "é word ".repeat(20_000);
        let anchor = Anchor::new(&text, Span::new(0, text.len()));
        assert!(anchor.exact.len() <= Anchor::LONGEST && anchor.exact.len() > Anchor::LONGEST - 4);
        assert_eq!(anchor.resolve(&text), Resolved::Exact(anchor.span()));
    }

    #[test]
    fn hostile_repetition_takes_no_time() {
        let text = "a".repeat(1 << 20);
        let anchor = Anchor { exact: "a".repeat(1 << 19), start: 7, ..Anchor::default() };
        assert!(matches!(anchor.resolve(&text), Resolved::Doubtful(_)));
        let text = format!("b{}", "a ".repeat(100) + &" ".repeat(1 << 20)).repeat(4);
        let anchor = Anchor { exact: "a".into(), prefix: "a".repeat(9), ..Anchor::default() };
        assert!(matches!(anchor.resolve(&text), Resolved::Doubtful(_)));
    }

    proptest! {
        #[test]
        fn any_anchor_in_any_text_gives_a_place_that_can_be_sliced(
            text in "[ab \n\u{a0}é€]{0,80}", exact in "[ab é]{0,6}", prefix in "[ab é]{0,6}",
            suffix in "\\PC{0,6}", start in any::<u32>(), end in 0u32..90,
        ) {
            for start in [start, start % 90] {
                let (exact, prefix, suffix) = (exact.clone(), prefix.clone(), suffix.clone());
                let anchor = Anchor { exact, prefix, suffix, start, end };
                if let Some(span) = anchor.resolve(&text).span() {
                    prop_assert!(text.get(span.range()).is_some());
                    prop_assert_eq!(fold(span.of(&text)), fold(&anchor.exact));
                }
            }
        }

        #[test]
        fn an_anchor_made_anywhere_is_exact_in_its_own_text(
            text in "\\PC{0,200}", start in 0usize..300, length in 0usize..300,
        ) {
            let anchor = Anchor::new(&text, Span::new(start, start + length));
            prop_assert_eq!(anchor.resolve(&text), Resolved::Exact(anchor.span()));
        }
    }
}
