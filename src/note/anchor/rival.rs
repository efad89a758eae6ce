//! What a passage could be mistaken for, once it is gone.

use super::Rival;
use super::judge::{ALIKE, unseen};
use super::sought::{Fit, Haystack, STRETCHES, Sought};

/// The most of a passage that decides how much beside its line is looked at for what comes to stand together.
const LONGEST: usize = 1024;

/// How well the places fit that would be left if the passage were gone from between `before` and `after`, alone or
/// with its whole line.
///
/// Looking at the text without the passage, and not only at what else is in it, matters in lists: once an entry
/// is taken out, the one before it has the context of the one that is gone.
pub(super) fn of(sought: &Sought, before: &str, after: &str) -> Rival {
    let above = before.rfind('\n').map_or(0, |at| at + 1);
    let below = after.find('\n').unwrap_or(after.len());
    let above = before.get(..above).unwrap_or("");
    let below = after.get(below..).unwrap_or("");
    let room = 3 * sought.whole.len().min(LONGEST);
    let beside = [last_bytes(above, room), first_bytes(below, room)].concat();
    let rest = [before, after].concat();
    // A point stays where it was when nothing is taken out.
    let own = (sought.length() == 0).then_some(before.len());
    let rival = |sought: &Sought| best(sought, &rest, own).and(best(sought, &beside, None), u8::max);
    match sought.ends() {
        // Only what is like it at both ends can be mistaken for it.
        Some([first, last]) => rival(&first).and(rival(&last), u8::min),
        None => rival(sought),
    }
}

impl Rival {
    fn and(self, other: Self, choose: fn(u8, u8) -> u8) -> Self {
        Self { fit: choose(self.fit, other.fit), words: choose(self.words, other.words) }
    }
}

/// How well the best places in a text fit that aren't its `own`, rounded up.
fn best(sought: &Sought, text: &str, own: Option<usize>) -> Rival {
    let (fits, crowded) = sought.fits(Haystack::Raw(text), ALIKE);
    let others = || fits.iter().filter(|fit| own != Some(fit.place.start));
    // Where so much is like it, there may be more that wasn't looked at, and its words tell nothing.
    let crowded = crowded || fits.len() >= STRETCHES;
    let unseen = if crowded { unseen(sought) } else { 0 };
    let score = others().map(Fit::total).max().unwrap_or(0).max(unseen);
    let words = others().map(|fit| sought.quality(fit)).max().unwrap_or(0);
    let full = sought.full().max(1);
    let share = |value: i32| value.clamp(0, 100) as u8;
    Rival { fit: share((100 * score + full - 1) / full), words: share(if crowded { 100 } else { words }) }
}

fn last_bytes(text: &str, count: usize) -> &str {
    let start = super::floor(text, text.len().saturating_sub(count));
    text.get(start..).unwrap_or("")
}

fn first_bytes(text: &str, count: usize) -> &str {
    text.get(..super::floor(text, count)).unwrap_or("")
}
