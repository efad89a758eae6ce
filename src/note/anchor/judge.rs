//! Whether a place that was found is the passage: the rules that keep a doubtful one from being certain.

use std::ops::Range;

use super::Rival;
use super::align::AGREES;
use super::sought::{Fit, Haystack, PLACES, Sought};
use crate::note::folded::occurrences;

/// What the search for a passage came to; places in the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// This is it.
    Sure(Range<usize>),
    /// This may be it.
    Unsure(Range<usize>),
    /// Nothing is like it.
    Gone,
}

impl Verdict {
    pub(super) fn place(&self) -> Option<Range<usize>> {
        match self {
            Self::Sure(place) | Self::Unsure(place) => Some(place.clone()),
            Self::Gone => None,
        }
    }
}

/// The share of a quotation, in per cent of [`Sought::quality`], below which a place has nothing to do with it.
pub(super) const ALIKE: i32 = 30;

/// By how many characters a place must fit better than another to be the one. Fewer agree by chance, such as a full
/// stop, a space and an article.
const CLEARLY: i32 = 8;

/// The characters that a quotation and its context need to be known by.
const TELLING: i32 = 24;

/// The same for unchanged words without their context, if nothing was like them when the anchor was made.
const TELLING_ALONE: i32 = 16;

/// The characters of context that tell that words which have changed are the same passage.
const AGREEING: i32 = 12;

/// The characters below which a quotation is but a word.
const SHORT: i32 = 8;

/// The characters below which a word is one of the smallest, which nearly all that stood around it must tell.
const TINY: i32 = 4;

/// The characters of context that stand beside a word where one side of it is as it was.
const BESIDE: i32 = 30;

/// How much more of the words, in per cent, a place must have than another had to be told from it by them.
const MORE: i32 = 20;

/// The length from which a quotation is known by itself, though some of its words have changed.
const LONG: i32 = 60;

/// What is known of a passage besides its words.
pub(super) struct Known<'a> {
    /// What it could be mistaken for when the anchor was made; none if nobody looked.
    pub(super) rival: Option<Rival>,
    /// Whether the very words stand at a place, and stood there when the anchor was made.
    pub(super) is_here: &'a dyn Fn(Range<usize>) -> bool,
    /// Where to look first of several places that fit as well.
    pub(super) near: usize,
}

/// Finds a passage in a folded text by its words, whatever of them and of their context has changed.
pub(super) fn judge(sought: &Sought, text: &str, known: &Known<'_>) -> Verdict {
    let (fits, crowded) = sought.fits(Haystack::Plain(text), ALIKE);
    let Some(best) = fits.first() else {
        return match nearest(sought, text, known.near) {
            Some(place) if crowded => Verdict::Unsure(place),
            _ => Verdict::Gone,
        };
    };
    let rival = known.rival.unwrap_or_else(|| twin(sought));
    let unseen = if crowded { unseen(sought) } else { 0 };
    // Of the places only those count that aren't what was there besides it when the anchor was made.
    let mut new = fits.iter().filter(|fit| is_new(sought, fit, rival));
    let chosen = new.next();
    let others = new.map(Fit::total).chain([unseen]).max().unwrap_or(0);
    if let Some(fit) =
        chosen.filter(|fit| stands_out(sought, fit.total(), others) && is_known(sought, fit, known))
    {
        return Verdict::Sure(fit.place.clone());
    }
    let best = chosen.unwrap_or(best);
    let equals = fits.iter().filter(|fit| fit.total() == best.total());
    let place = equals.min_by_key(|fit| fit.place.start.abs_diff(known.near));
    Verdict::Unsure(place.unwrap_or(best).place.clone())
}

/// What must be supposed where nobody looked: that the same words stood elsewhere, in another context.
fn twin(sought: &Sought) -> Rival {
    let fit = 100 * AGREES * sought.length() as i32 / sought.full().max(1);
    Rival { fit: fit.clamp(0, 100) as u8, words: 100 }
}

/// Whether a place isn't what was there besides the passage when the anchor was made: it has clearly more of its words
/// than any other place had, or is, with its context, nearer to the passage than to what was most like it.
fn is_new(sought: &Sought, fit: &Fit, rival: Rival) -> bool {
    let other = i32::from(rival.fit) * sought.full() / 100;
    sought.quality(fit) >= i32::from(rival.words) + MORE
        || stands_out(sought, fit.total(), other) && 2 * fit.total() >= sought.full() + other
}

/// Whether a place with this score is clearly better than another.
fn stands_out(sought: &Sought, score: i32, other: i32) -> bool {
    let margin = AGREES * CLEARLY / sought.weight();
    score > other && score >= other + margin.min(sought.full() - other)
}

/// The score of a place of words that stand nearly everywhere, of which not all places were compared: those
/// that have no seed of the context weren't.
pub(super) fn unseen(sought: &Sought) -> i32 {
    AGREES * (sought.length() as i32 + CLEARLY)
}

/// Whether enough of a passage stands at a place to know it by.
fn is_known(sought: &Sought, fit: &Fit, known: &Known<'_>) -> bool {
    let chars = |score: i32| score * sought.weight() / AGREES;
    let context = chars(fit.before + fit.after);
    let each_side = chars(fit.before.min(fit.after));
    let words = chars(fit.exact);
    let quality = sought.quality(fit);
    if quality == 100 && known.rival.is_some() && words >= TELLING_ALONE {
        return true;
    }
    if words + context < TELLING && fit.total() < sought.full() {
        return false;
    }
    // A short word stands in many places, and within other words: what stands beside it must be right.
    let letters = sought.length() as i32 * sought.weight();
    if (1..SHORT).contains(&letters) {
        let beside = each_side >= CLEARLY || chars(fit.before.max(fit.after)) >= BESIDE;
        if quality < 80 || !beside || letters < TINY && 10 * fit.total() < 9 * sought.full() {
            return false;
        }
    }
    match quality {
        95.. => words >= TELLING || context >= CLEARLY || (known.is_here)(fit.place.clone()),
        85.. if words >= LONG => true,
        60.. => context >= AGREEING,
        40.. => each_side >= AGREEING,
        _ => false,
    }
}

/// The nearest place of the very words.
fn nearest(sought: &Sought, text: &str, near: usize) -> Option<Range<usize>> {
    let places = occurrences(text, sought.exact(), PLACES).into_iter();
    let place = places.min_by_key(|at| at.abs_diff(near))?;
    Some(place..place + sought.exact().len())
}

/// Finds a passage by its two ends, each found for itself: it is the passage if both are found in their order,
/// with most of what stood between them.
pub(super) fn judge_ends(sought: &Sought, ends: &[Sought; 2], text: &str, known: &Known<'_>) -> Verdict {
    let [first, last] = ends.each_ref().map(|end| judge(end, text, known));
    match (first, last) {
        (Verdict::Sure(first), Verdict::Sure(last)) if sought.is_between(text, first.start..last.end) => {
            Verdict::Sure(first.start..last.end)
        }
        (first, last) => first.place().or(last.place()).map_or(Verdict::Gone, Verdict::Unsure),
    }
}
