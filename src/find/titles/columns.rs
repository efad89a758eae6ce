//! Titles as columns, so that a search runs over memory from its beginning to its end.

use super::code::{Block, code, letters};

/// The columns that a title may have for [`super::bound`]; a longer one, of which there are hardly any, is
/// left to the scorer alone.
pub(super) const WIDEST: usize = 128;

/// Titles by number, prepared for fuzzy search: for each the set of its letters, how long it is, and its
/// characters without accents in a byte each, as `code` has them.
#[derive(Clone, Debug, Default)]
pub struct Titles {
    letters: Vec<u64>,
    /// Bytes of UTF-8, at most 65,535.
    lengths: Vec<u16>,
    blocks: Vec<Block>,
    /// Where the codes of each begin in `codes`, and how many words they are.
    places: Vec<(u32, u8)>,
    /// Eight codes in each word, the first in the lowest byte; zeros fill the last word of a title.
    codes: Vec<u64>,
    /// Words in `codes` that belong to no title any more.
    unused: usize,
}

impl Titles {
    /// Puts a title in its place, perhaps in that of another one. Titles before it that were never put there
    /// are empty, and an empty title matches nothing.
    pub fn put(&mut self, at: usize, title: &str) {
        if at >= self.len() {
            self.letters.resize(at + 1, 0);
            self.lengths.resize(at + 1, 0);
            self.blocks.resize(at + 1, Block::default());
            self.places.resize(at + 1, (0, 0));
        }
        let (mut set, mut block, mut words) = (0, Block::default(), [0u64; WIDEST / 8]);
        let mut count = 0;
        for c in title.chars() {
            let code = code(c);
            set |= letters(code);
            block = block.with_letter(c);
            if let Some(word) = words.get_mut(count / 8) {
                *word |= u64::from(code) << (count % 8 * 8);
            }
            count += 1;
        }
        let words = words.get(..count.div_ceil(8)).unwrap_or_default();
        let length = title.len().min(usize::from(u16::MAX)) as u16;
        let row = self.letters.get_mut(at).zip(self.lengths.get_mut(at)).zip(self.blocks.get_mut(at));
        if let Some((((own_set, own_length), own_block), place)) = row.zip(self.places.get_mut(at)) {
            (*own_set, *own_length, *own_block) = (set, length, block);
            self.unused += usize::from(place.1);
            *place = (self.codes.len() as u32, words.len() as u8);
            self.codes.extend_from_slice(words);
        }
        if self.unused > 1024 && self.unused > self.codes.len() / 2 {
            self.tidy();
        }
    }

    /// Lets go of words that belong to no title.
    fn tidy(&mut self) {
        let mut codes = Vec::with_capacity(self.codes.len() - self.unused);
        for place in &mut self.places {
            let start = place.0 as usize;
            place.0 = codes.len() as u32;
            codes.extend_from_slice(self.codes.get(start..start + usize::from(place.1)).unwrap_or_default());
        }
        (self.codes, self.unused) = (codes, 0);
    }

    /// Whether all of `letters` are in the title of that number.
    pub(super) fn has(&self, at: usize, letters: u64) -> bool {
        self.letters.get(at).is_some_and(|own| letters & !own == 0)
    }

    /// The codes of the title of that number; none where it is too long.
    pub(super) fn codes(&self, at: usize) -> &[u64] {
        let Some(&(start, count)) = self.places.get(at) else { return &[] };
        self.codes.get(start as usize..start as usize + usize::from(count)).unwrap_or_default()
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
        titles.into_iter().enumerate().for_each(|(at, title)| columns.put(at, title));
        columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_be_put_in_the_place_of_another() {
        let mut titles = Titles::default();
        for number in 0..3000 {
            titles.put(number % 7, &"x".repeat(number % 40 + 1));
        }
        titles.put(3, "A milk ban");
        titles.put(9, "far");
        assert_eq!(titles.codes(3), ["A milk b", "an\0\0\0\0\0\0"].map(|text| word(text.as_bytes())));
        assert_eq!((titles.length(3), titles.length(8), titles.len()), (10, 0, 10));
        assert!(titles.codes(8).is_empty() && titles.codes(10).is_empty());
        assert!(titles.codes.len() < 2500, "what isn't used is let go of");
    }

    fn word(bytes: &[u8]) -> u64 {
        bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
    }
}
