//! Texts that differ in nothing but their white space.

/// `text` with every run of white space as one space.
#[cfg(test)]
pub(in crate::note) fn fold(text: &str) -> String {
    folded_chars(text.chars()).collect()
}

/// The characters with the first of each run of white space as a space and the others left out.
pub(in crate::note) fn folded_chars(chars: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut in_space = false;
    chars.filter_map(move |c| {
        let space = c.is_whitespace();
        let again = space && in_space;
        in_space = space;
        (!again).then_some(if space { ' ' } else { c })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_any_kind_is_one_space() {
        assert_eq!(fold("a \r\n\t b\u{a0}c  "), "a b c ");
    }
}
