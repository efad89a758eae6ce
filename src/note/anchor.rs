//! An anchor: the words that a note stands on, found again when the text around them has changed.

mod align;
mod judge;
mod rival;
mod seeds;
mod sought;
#[cfg(test)]
mod tests;

use judge::{Known, Verdict, judge, judge_ends};
use seeds::floor;
use serde::{Deserialize, Serialize};
use sought::{Sought, first_chars, last_chars};

use super::folded::{Folded, folded_chars, occurrences};
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
    /// What it could be mistaken for; none if nobody looked, as in an anchor of another program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rival: Option<Rival>,
}

/// How much like a passage the rest of its text was when the anchor was made. A place that is no more like it may
/// be one that was there then, and not the passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rival {
    /// How well another place fitted with its context, in per cent: 100 where the same words stood with the
    /// same context, 0 where nothing was like it.
    pub fit: u8,
    /// How well the words alone fitted, wherever they did best.
    pub words: u8,
}

/// What became of an anchor in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// The words stand where they stood.
    Exact(Span),
    /// The passage stands elsewhere, or some of its words have changed, and there is no doubt that it is the
    /// one; [`Anchor::kept`] tells how much of it is as it was.
    Moved(Span),
    /// This may be the passage, but may not: several places fit as well as this one, there is too little to tell
    /// by, or too much of it has changed.
    Doubtful(Span),
    /// Nothing like it is there.
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

impl Anchor {
    /// The characters of context kept on each side: what the examples of the model and Hypothesis keep.
    pub const CONTEXT: usize = 32;

    /// The longest quotation, in bytes. A longer passage is anchored by its first 64 KiB: nobody reads a
    /// longer quotation, and each change to the note writes it again.
    pub const LONGEST: usize = 64 * 1024;

    /// An anchor for the passage `span` of `text`, cut to [`Anchor::LONGEST`]. A span that reaches beyond
    /// the text or cuts a character is narrowed to what is there. Looks once through the text for what is like it, which
    /// takes some 4 ms for each megabyte.
    pub fn new(text: &str, span: Span) -> Self {
        Self::at(text, span).within(text)
    }

    /// The same without the look through the text, at no cost that anybody would feel; [`Anchor::within`] makes up for it.
    pub fn at(text: &str, span: Span) -> Self {
        let start = floor(text, span.start as usize);
        let end = floor(text, (span.end as usize).min(start + Self::LONGEST)).max(start);
        let (before, rest) = text.split_at(start);
        let (exact, after) = rest.split_at(end - start);
        Self {
            exact: exact.to_owned(),
            prefix: last_chars(before, Self::CONTEXT).to_owned(),
            suffix: first_chars(after, Self::CONTEXT).to_owned(),
            start: start as u32,
            end: end as u32,
            rival: None,
        }
    }

    /// The same with what `text`, in which it was made, has that is like its passage. An anchor of another text stays as
    /// it is.
    #[must_use]
    pub fn within(mut self, text: &str) -> Self {
        let (start, end) = (self.start as usize, self.end as usize);
        if self.rival.is_none()
            && text.get(start..end) == Some(&*self.exact)
            && let (Some(before), Some(after)) = (text.get(..start), text.get(end..))
        {
            self.rival = Some(rival::of(&Sought::of(&self), before, after));
        }
        self
    }

    /// Where it stood when it was made.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Finds the passage in `text`; see [`Anchor::resolve_in`].
    pub fn resolve(&self, text: &str) -> Resolved {
        self.resolve_in(&Folded::new(text))
    }

    /// Finds the passage in a text, in steps, each of which is taken only where the one before gave no answer:
    ///
    /// 1. Where it stood, its words and all of their context stand, any run of white space being equal to
    ///    any other. Costs next to nothing.
    /// 2. The very words stand elsewhere, in one place, with all of their context.
    /// 3. The best alignment of the words and their context to the places that share rare runs of letters
    ///    with them, in the plain letters of both. It is the passage if it fits clearly better than
    ///    every other place does, and than every other place did when the anchor was made, and if
    ///    what stands there is enough to know it by.
    ///
    /// Context alone is never enough. Of a quotation of more than 256 characters both ends are
    /// found for themselves. Linear in the text and the anchor.
    pub fn resolve_in(&self, text: &Folded<'_>) -> Resolved {
        if self.stands_at(text.original(), self.span(), true) {
            return Resolved::Exact(self.span());
        }
        let sought = Sought::of(self);
        if let Some(span) = self.verbatim(text, &sought) {
            return Resolved::Moved(span);
        }
        let is_here = |place| {
            let span = text.span(place);
            span == self.span() && self.stands_at(text.original(), span, false)
        };
        let known = Known { rival: self.rival, is_here: &is_here, near: self.start as usize };
        let verdict = match sought.ends() {
            Some(ends) => judge_ends(&sought, &ends, text.as_str(), &known),
            None => judge(&sought, text.as_str(), &known),
        };
        match verdict {
            Verdict::Sure(place) if is_here(place.clone()) => Resolved::Exact(self.span()),
            Verdict::Sure(place) => Resolved::Moved(text.span(place)),
            Verdict::Unsure(place) => Resolved::Doubtful(text.span(place)),
            Verdict::Gone => Resolved::Lost,
        }
    }

    /// How much of the quotation stands at `span` of `text`: 100 if all of it, whatever its case, accents,
    /// quotation marks and dashes; less for each change, the more words have changed; 0 if hardly any. Of a
    /// quotation of more than 256 characters, of its two ends.
    pub fn kept(&self, text: &str, span: Span) -> u8 {
        let sought = Sought::of(&Self { exact: self.exact.clone(), ..Self::default() });
        let place = span.of(text);
        let share = match sought.ends() {
            Some([first, last]) => first.share_of(place).midpoint(last.share_of(place)),
            None => sought.share_of(place),
        };
        share.clamp(0, 100) as u8
    }

    /// Whether its words stand at `place`, white space aside, `with` all of their context.
    fn stands_at(&self, text: &str, place: Span, with_context: bool) -> bool {
        let there = |range| text.get(range).map(|text: &str| folded_chars(text.chars()));
        let Some(words) = there(place.range()) else { return false };
        if !words.eq(folded_chars(self.exact.chars())) {
            return false;
        }
        let before = text.get(..place.start as usize).unwrap_or("").chars().rev();
        let after = text.get(place.end as usize..).unwrap_or("").chars();
        !with_context
            || agree(self.prefix.chars().rev(), before, self.exact.starts_with(char::is_whitespace))
                && agree(self.suffix.chars(), after, self.exact.ends_with(char::is_whitespace))
    }

    /// The only place of the very words with all of their context, unless too little stands there to tell by.
    fn verbatim(&self, text: &Folded<'_>, sought: &Sought) -> Option<Span> {
        let whole = &sought.whole;
        if self.rival.is_some_and(|rival| rival.fit >= 100)
            || whole.len() < 24
            || whole.len() == self.exact.len()
        {
            return None;
        }
        match occurrences(text.original(), whole, 2)[..] {
            [at] => {
                let start = at + sought.exact_start();
                Some(Span::new(start, start + self.exact.len().min(Self::LONGEST)))
            }
            _ => None,
        }
    }
}

/// Whether a context stands on one side of a place, both read outwards, without the white space that `continues`
/// that of the quotation.
fn agree(context: impl Iterator<Item = char>, text: impl Iterator<Item = char>, continues: bool) -> bool {
    let mut text = folded_chars(text).skip_while(|c| continues && *c == ' ');
    let mut context = folded_chars(context).skip_while(|c| continues && *c == ' ').take(Anchor::CONTEXT);
    context.all(|c| text.next() == Some(c))
}
