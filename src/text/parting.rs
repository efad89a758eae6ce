//! Where a long text is parted: between words, and where no name lies across.

/// The white space near the end of `text` where it is best parted, from its first byte to the one behind it: the last one
/// within `reach` bytes of the end at which no name, date or sum lies across, as far as that can be seen; else the last
/// white space of all. None where the text has none behind its first character.
pub fn gap(text: &str, reach: usize) -> Option<(usize, usize)> {
    let gaps = || {
        let all = text.match_indices(char::is_whitespace).rev().map(|(at, gap)| (at, at + gap.len()));
        all.filter(|(at, _)| *at > 0)
    };
    let near = |(before, _): &(usize, usize)| text.len() - before <= reach;
    let parts = |(before, behind): &(usize, usize)| {
        let (before, behind) = (text.get(..*before).unwrap_or(""), text.get(*behind..).unwrap_or(""));
        ends_a_sentence(before) || is_lower(before.rsplit(' ')) && is_lower(behind.split(' '))
    };
    gaps().take_while(near).find(parts).or_else(|| gaps().next())
}

/// Whether the last word is one with a stop, and no abbreviation such as "Dr." or "Gov.".
fn ends_a_sentence(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().and_then(|word| word.strip_suffix(['.', '!', '?']));
    word.is_some_and(|word| word.len() > 4 && word.chars().all(char::is_alphabetic))
}

/// Whether the first two of these words are written small throughout: one may be within a name, as in "Ludwig van
/// Beethoven".
fn is_lower<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let mut words = words.take(2);
    let mut is = || {
        let word = words.next().map(|word| word.trim_end_matches([',', ';', '.']));
        word.is_some_and(|word| !word.is_empty() && word.chars().all(char::is_lowercase))
    };
    is() && is()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_name_near_the_end_is_left_whole_and_a_far_gap_isnt_taken() {
        let text = "It was so in Nairobi. Jane Smith of Acme Holdings met Boris";
        assert_eq!(gap(text, text.len()), Some((21, 22)));
        // The sentence ends too far from the end of the text.
        assert_eq!(&text[gap(text, 20).unwrap().1..], "Boris");
        assert_eq!((gap("word", 9), gap(" word", 9), gap("", 9)), (None, None, None));
    }
}
