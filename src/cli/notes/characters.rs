//! Characters of a text, counted in one pass and then found at once.

/// Bytes between places whose characters are counted.
const STEP: usize = 4096;

/// How many characters stand before places of a text.
pub(super) struct Characters {
    /// Those before each [`STEP`] bytes, or before the character that stands across them.
    before: Vec<usize>,
}

impl Characters {
    /// Those of a text. Linear in it.
    pub(super) fn of(text: &str) -> Self {
        let (mut before, mut count, mut from) = (Vec::new(), 0, 0);
        for at in (0..=text.len()).step_by(STEP) {
            let at = text.floor_char_boundary(at);
            count += text.get(from..at).map_or(0, |part| part.chars().count());
            from = at;
            before.push(count);
        }
        Self { before }
    }

    /// The characters before a byte of that text; a byte within a character counts as its first.
    pub(super) fn before(&self, text: &str, byte: usize) -> usize {
        let byte = text.floor_char_boundary(byte);
        let from = text.floor_char_boundary(byte / STEP * STEP);
        let rest = text.get(from..byte).map_or(0, |part| part.chars().count());
        self.before.get(byte / STEP).copied().unwrap_or_default() + rest
    }

    /// The byte before which so many characters of that text stand; its length where it has fewer.
    pub(super) fn byte(&self, text: &str, characters: usize) -> usize {
        let step = self.before.partition_point(|before| *before <= characters).saturating_sub(1);
        let from = text.floor_char_boundary(step * STEP);
        let left = characters - self.before.get(step).copied().unwrap_or_default();
        let rest = text.get(from..).unwrap_or_default();
        rest.char_indices().nth(left).map_or(text.len(), |(at, _)| from + at)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_are_counted_as_one_by_one(text in "[aé€😀]{0,20}", times in 1usize..900, at in any::<prop::sample::Index>()) {
            let text = text.repeat(times);
            let characters = Characters::of(&text);
            let at = at.index(text.len() + 1);
            let boundary = text.floor_char_boundary(at);
            let count = text[..boundary].chars().count();
            prop_assert_eq!(characters.before(&text, at), count);
            prop_assert_eq!(characters.byte(&text, count), boundary);
            prop_assert_eq!(characters.byte(&text, usize::MAX), text.len());
        }
    }
}
