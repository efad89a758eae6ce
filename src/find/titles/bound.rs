//! What `fuzzy-matcher` can score at most, told in a fraction of its time.
//!
//! The scorer fills a table of a row for each letter of the query and a column for each character of the
//! title. Here only the columns are looked at in which a letter stands, and they are found for eight characters at
//! once. The numbers are those of `SkimMatcherV2` (fuzzy-matcher 0.3.7), and so are its ways: it keeps two rows
//! and uses them in turn, so that a row begins with what the last but one has left there. For titles whose
//! characters have codes of their own the bound is the score; a test holds that.

use super::columns::WIDEST;

/// For a letter that stands there.
const MATCH: i32 = 16;

/// For a small letter where a capital stands.
const OTHER_CASE: i32 = -2;

/// For the first character that is passed over, and for each one.
const GAP: i32 = -3;
const GAP_EACH: i32 = -1;

/// For a letter right behind the one before.
const RUN: i32 = 4;

/// At the first character of all, at the beginning of a word, behind a sign, and for a capital in a word.
const FIRST: i32 = 16;
const HEAD: i32 = 8;
const BREAK: i32 = 7;
const CAMEL: i32 = 6;

/// The scorer's way to say that nothing matches.
const NONE: i32 = i16::MIN as i32;

/// A letter of the query in a title: where it may stand, and what the query up to it scores with it there.
#[derive(Debug, Default)]
struct Row {
    found: Vec<(i32, i32)>,
    /// What the row begins with, so that what is passed over is counted from column 0 on.
    base: i32,
}

impl Row {
    /// What stands there.
    fn at(&self, column: i32) -> Option<i32> {
        let found = self.found.binary_search_by_key(&column, |(at, _)| *at).ok()?;
        self.found.get(found).map(|(_, score)| *score)
    }

    /// The best score of what ends two columns or more before `column`, less what was passed over.
    fn before(&self, column: i32) -> i32 {
        let ended = self.found.iter().take_while(|(at, _)| at + 2 <= column);
        ended.fold(self.base, |best, (at, score)| best.max(score + at)) + PASSED - column
    }
}

/// A gap ends two columns behind its letter at the nearest: of them one was passed over.
const PASSED: i32 = GAP + GAP_EACH - 2 * GAP_EACH;

/// Columns as bits: 64 of them for most titles, more for the others.
trait Columns: Copy + PartialEq + Default {
    /// With eight columns more, from the eighth of that number on.
    fn with(self, bits: u64, eighth: usize) -> Self;

    /// Without those before `from`.
    fn behind(self, from: u32) -> Self;

    /// The first one.
    fn first(self) -> u32;

    /// Without the first one.
    fn rest(self) -> Self;
}

macro_rules! columns {
    ($($bits:ty),*) => {$(
        impl Columns for $bits {
            fn with(self, bits: u64, eighth: usize) -> Self {
                self | Self::from(bits) << (eighth * 8)
            }

            fn behind(self, from: u32) -> Self {
                self & Self::MAX.checked_shl(from).unwrap_or(0)
            }

            fn first(self) -> u32 {
                self.trailing_zeros()
            }

            fn rest(self) -> Self {
                self & self.wrapping_sub(1)
            }
        }
    )*};
}
columns!(u64, u128);

/// Memory that is used again for each title.
#[derive(Debug, Default)]
pub(super) struct Bound {
    /// For each letter of the query the columns in which it may stand.
    narrow: Vec<u64>,
    wide: Vec<u128>,
    /// The rows of the letter at hand, of the one before and of the one before that.
    rows: [Row; 3],
}

impl Bound {
    /// What `word`, which is in lower case, scores at most in the title with these codes. `None` where the
    /// letters aren't there in their order.
    pub(super) fn score(&mut self, title: &[u64], word: &[u8]) -> Option<i32> {
        if title.len() * 8 <= u64::BITS as usize {
            stand(title, word, &mut self.narrow)?;
            Some(best(title, &self.narrow, &mut self.rows))
        } else {
            stand(title, word, &mut self.wide)?;
            Some(best(title, &self.wide, &mut self.rows))
        }
    }
}

/// Where the letters of `word` may stand: each behind the first place of the one before.
fn stand<C: Columns>(title: &[u64], word: &[u8], all: &mut Vec<C>) -> Option<()> {
    all.clear();
    let mut from = 0;
    for letter in word {
        let columns: C = columns(title, *letter, from);
        if columns == C::default() {
            return None;
        }
        all.push(columns);
        from = columns.first() + 1;
    }
    Some(())
}

/// The score of the best places.
fn best<C: Columns>(title: &[u64], all: &[C], rows: &mut [Row; 3]) -> i32 {
    let mut last = 0;
    for (number, &columns) in all.iter().enumerate() {
        let [this, one, two] = &mut *rows;
        this.found.clear();
        let first = columns.first() as i32;
        let left = |two: &Row| two.at(first - 1).unwrap_or(NONE);
        let begins = match number {
            0 => NONE + GAP_EACH,
            1 => 2 * GAP_EACH,
            _ => (left(two) + GAP + GAP_EACH).max(two.before(first) + GAP_EACH),
        };
        this.base = begins + first + 1 - PASSED;
        last = if number > 1 { left(two) } else { NONE };
        let (mut best, mut passed, mut rest) = (one.base, 0, columns);
        while rest != C::default() {
            let column = rest.first() as i32;
            rest = rest.rest();
            let (place, own) = worth(title, column as usize);
            let score = if number == 0 {
                GAP_EACH + place
            } else {
                while let Some((at, score)) = one.found.get(passed).filter(|(at, _)| at + 2 <= column) {
                    best = best.max(score + at);
                    passed += 1;
                }
                let run = one.found.get(passed).filter(|(at, _)| at + 1 == column);
                let run = run.map_or(NONE, |(_, score)| score + place.max(RUN));
                run.max(best + PASSED - column + place)
            };
            this.found.push((column, score + own));
            last = last.max(score + own);
        }
        rows.rotate_right(1);
    }
    last
}

/// The columns from `from` on in which `letter` stands, as bits.
fn columns<C: Columns>(title: &[u64], letter: u8, from: u32) -> C {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = 0x7f * ONES;
    // Capitals differ from small letters in one bit; no other character becomes a letter by it.
    let fold = if letter.is_ascii_lowercase() { 0x20 * ONES } else { 0 };
    let wanted = u64::from(letter) * ONES;
    let mut columns = C::default();
    let first = from as usize / 8;
    for (number, word) in title.iter().enumerate().take(WIDEST / 8).skip(first) {
        // A byte is 0 where the letter stands; the highest bit of each such byte, and of no other, is set then.
        let other = (word | fold) ^ wanted;
        let same = !(((other & LOW) + LOW) | other | LOW);
        // Brings these eight bits together in the highest byte.
        let bits = (same >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        columns = columns.with(bits, number);
    }
    columns.behind(from)
}

/// What a place is worth by what stands before it, and what the letter there is.
fn worth(title: &[u64], column: usize) -> (i32, i32) {
    let code = |at: usize| title.get(at / 8).map_or(0, |word| (word >> (at % 8 * 8)) as u8);
    let here = code(column);
    let own = if here.is_ascii_uppercase() { MATCH + OTHER_CASE } else { MATCH };
    let Some(before) = column.checked_sub(1).map(code) else { return (FIRST, own) };
    let place = match before {
        // The code of a character that the scorer takes for the beginning of all, or for a letter.
        1 => HEAD,
        b' ' | b'/' | b'\\' | b'|' | b'(' | b')' | b'[' | b']' | b'{' | b'}' => HEAD,
        b'!'..=b'\'' | b'*'..=b'.' | b':'..=b'@' | b'^'..=b'`' | b'~' => BREAK,
        b'A'..=b'Z' => 0,
        _ if here.is_ascii_uppercase() => CAMEL,
        _ => 0,
    };
    (place, own)
}
