//! What the list is sorted by.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

use rayon::prelude::*;

use super::{Catalogue, DocId, Entry};

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortKey {
    /// By date of publication, the newest first, unknown dates last.
    #[default]
    Date,
    /// By title, without case.
    Title,
    /// By source, unknown ones last.
    Source,
    /// By number of words, the longest first.
    Length,
}

impl SortKey {
    /// All of them, in turn.
    pub const ALL: &'static [Self] = &[Self::Date, Self::Title, Self::Source, Self::Length];

    /// Its name in the header.
    pub fn label(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Title => "title",
            Self::Source => "source",
            Self::Length => "length",
        }
    }

    /// The next key in turn.
    pub fn next(self) -> Self {
        match self {
            Self::Date => Self::Title,
            Self::Title => Self::Source,
            Self::Source => Self::Length,
            Self::Length => Self::Date,
        }
    }
}

/// How the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Whether the order is turned round; what is unknown stays last.
    pub reversed: bool,
}

impl Sort {
    /// Which of two entries comes first.
    pub(super) fn compare(self, one: Entry<'_>, other: Entry<'_>) -> Ordering {
        let turn = |order: Ordering| if self.reversed { order.reverse() } else { order };
        let unknown_last = |one: bool, other: bool| one.cmp(&other);
        match self.key {
            SortKey::Date => unknown_last(one.date().is_none(), other.date().is_none())
                .then_with(|| turn(Reverse(one.date()).cmp(&Reverse(other.date())))),
            SortKey::Title => turn(caseless(one.title(), other.title())),
            SortKey::Source => unknown_last(one.source().is_empty(), other.source().is_empty())
                .then_with(|| turn(caseless(one.source(), other.source()))),
            SortKey::Length => turn(other.words().cmp(&one.words())),
        }
        .then_with(|| caseless(one.title(), other.title()))
        .then_with(|| one.path().cmp(&other.path()))
    }
}

/// Compares without case and without leading quotation marks, as a shelf does.
fn caseless(one: &str, other: &str) -> Ordering {
    if one.is_ascii() && other.is_ascii() {
        let letters = |text| shelved(text).bytes().map(|byte| byte.to_ascii_lowercase());
        return letters(one).cmp(letters(other));
    }
    letters(one).cmp(letters(other))
}

/// From its first letter or digit on.
fn shelved(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    shelved(text).chars().flat_map(char::to_lowercase)
}

/// The first sixteen bytes of what [`caseless`] compares. UTF-8 has the order of the characters, so of two
/// texts with different numbers the one with the lower comes first.
fn beginning(text: &str) -> u128 {
    let mut bytes = [0; 16];
    let mut places = bytes.iter_mut();
    for c in letters(text) {
        let mut whole = [0; 4];
        let own = c.encode_utf8(&mut whole).bytes();
        if own.zip(places.by_ref()).map(|(byte, place)| *place = byte).count() < c.len_utf8() {
            break;
        }
    }
    u128::from_be_bytes(bytes)
}

/// What decides between most entries without a look at them: two keys that differ are in the order of the entries.
type Key = (u64, u128, DocId);

impl Sort {
    /// Puts documents in order.
    pub(super) fn order(self, catalogue: &Catalogue, ids: &[DocId]) -> Vec<DocId> {
        let ranks = if self.key == SortKey::Source { ranks(catalogue, ids) } else { HashMap::new() };
        let key = |id: &DocId| -> Option<Key> {
            let entry = catalogue.get(*id)?;
            let turn = |key: u64| if self.reversed { u64::MAX - 1 - key } else { key };
            let first = match self.key {
                SortKey::Date => entry.date().map_or(u64::MAX, |date| {
                    let days = [
                        date.year() as u64,
                        date.month().unwrap_or(0).into(),
                        date.day().unwrap_or(0).into(),
                    ];
                    turn(u64::from(u32::MAX) - days.iter().fold(0, |sum, part| sum << 8 | part))
                }),
                SortKey::Title => 0,
                SortKey::Source => ranks.get(entry.source()).map_or(u64::MAX, |rank| turn(*rank)),
                SortKey::Length => turn(u64::from(u32::MAX - entry.words())),
            };
            let title = beginning(entry.title());
            let title = if self.key == SortKey::Title && self.reversed { !title } else { title };
            Some((first, title, *id))
        };
        let mut keys: Vec<Key> = ids.par_iter().with_min_len(1024).filter_map(key).collect();
        keys.par_sort_unstable_by(|one, other| {
            let decided = (one.0, one.1).cmp(&(other.0, other.1));
            decided.then_with(|| self.compare_ids(catalogue, one.2, other.2))
        });
        keys.into_iter().map(|(_, _, id)| id).collect()
    }

    /// Which of two documents comes first.
    pub(super) fn compare_ids(self, catalogue: &Catalogue, one: DocId, other: DocId) -> Ordering {
        match (catalogue.get(one), catalogue.get(other)) {
            (Some(one), Some(other)) => self.compare(one, other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    }
}

/// Where each source stands among all; those that differ in case alone stand together.
fn ranks<'a>(catalogue: &'a Catalogue, ids: &[DocId]) -> HashMap<&'a str, u64> {
    let sources = ids.iter().filter_map(|id| catalogue.get(*id)).map(|entry| entry.source());
    let mut ranks: HashMap<&str, u64> =
        sources.filter(|source| !source.is_empty()).map(|source| (source, 0)).collect();
    let mut order: Vec<&str> = ranks.keys().copied().collect();
    order.sort_unstable_by(|one, other| caseless(one, other));
    let (mut rank, mut before) = (0, None);
    for source in order {
        rank += u64::from(before.is_some_and(|before| caseless(before, source) != Ordering::Equal));
        ranks.insert(source, rank);
        before = Some(source);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn beginnings_are_in_the_order_of_the_texts(one in "[\"aAbB éЯя世 ]{0,12}", other in "[\"aAbB éЯя世 ]{0,12}") {
            let decided = beginning(&one).cmp(&beginning(&other));
            prop_assert!(decided == Ordering::Equal || decided == caseless(&one, &other));
        }
    }
}
