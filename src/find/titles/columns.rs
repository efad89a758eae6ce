//! Titles as columns, so that a search runs over memory from its beginning to its end.

use super::code::{Block, code, letters};

/// The columns that a title may have for [`super::bound`]; a longer one, of which there are hardly any, is
/// left to the scorer alone.
pub(super) const WIDEST: usize = 128;

/// Titles in the order in which they came, prepared for fuzzy search: for each the set of its letters, how
/// long it is, and its characters without accents in a byte each, as [`code`] has them.
#[derive(Clone, Debug, Default)]
pub struct Titles {
    letters: Vec<u64>,
    /// Bytes of UTF-8, at most 65,535.
    lengths: Vec<u16>,
    blocks: Vec<Block>,
    /// Where the codes of each end in `codes`.
    ends: Vec<u32>,
    /// Eight codes in each word, the first in the lowest byte; zeros fill the last word of a title.
    codes: Vec<u64>,
}

impl Titles {
    /// Adds a title.
    pub fn push(&mut self, title: &str) {
        let (before, mut count, mut word, mut set) = (self.codes.len(), 0usize, 0, 0);
        for code in title.chars().map(code) {
            word |= u64::from(code) << (count % 8 * 8);
            set |= letters(code);
            count += 1;
            if count.is_multiple_of(8) {
                self.codes.push(word);
                word = 0;
            }
        }
        if !count.is_multiple_of(8) {
            self.codes.push(word);
        }
        if count > WIDEST {
            self.codes.truncate(before);
        }
        self.ends.push(self.codes.len() as u32);
        self.letters.push(set);
        self.blocks.push(title.chars().fold(Block::default(), Block::with_letter));
        self.lengths.push(title.len().min(usize::from(u16::MAX)) as u16);
    }

    /// Whether all of `letters` are in the title of that number.
    pub(super) fn has(&self, at: usize, letters: u64) -> bool {
        self.letters.get(at).is_some_and(|own| letters & !own == 0)
    }

    /// The codes of the title of that number; none where it is too long.
    pub(super) fn codes(&self, at: usize) -> &[u64] {
        let start = at.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before));
        let range = start.zip(self.ends.get(at)).map(|(start, end)| *start as usize..*end as usize);
        range.and_then(|range| self.codes.get(range)).unwrap_or_default()
    }

    /// Where the letters outside ASCII of the title of that number are from.
    pub(super) fn block(&self, at: usize) -> Block {
        self.blocks.get(at).copied().unwrap_or_default()
    }

    /// The bytes of the title of that number, at most 65,535.
    pub fn length(&self, at: usize) -> u16 {
        self.lengths.get(at).copied().unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }
}

impl<'a> FromIterator<&'a str> for Titles {
    fn from_iter<I: IntoIterator<Item = &'a str>>(titles: I) -> Self {
        let mut columns = Self::default();
        titles.into_iter().for_each(|title| columns.push(title));
        columns
    }
}
