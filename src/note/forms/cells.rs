//! Cells of a table that a spreadsheet shows as they are, and the way back.

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a formula, or an apostrophe before one, begins here.
fn is_risky(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// The text as a cell that no spreadsheet takes for a formula: one that would be has an apostrophe before it, and one that
/// has apostrophes before that has one more, so that the way back is certain.
pub(super) fn harmless(text: &str) -> String {
    if is_risky(text) { format!("'{text}") } else { text.to_owned() }
}

/// What [`harmless`] was given.
pub(super) fn restored(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_risky(cell)).unwrap_or(cell)
}

/// Several texts as one, with `; ` between them; a `;` or `\` within one has a `\` before it. Empty ones are left out.
pub(super) fn joined(parts: &[String]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(|part| part.replace('\\', "\\\\").replace(';', "\\;")).collect();
    parts.join("; ")
}

/// What [`joined`] was given. A blank behind a `;` counts for nothing, for a person may leave it out.
pub(super) fn parted(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let part = match c {
            ';' => {
                chars.next_if_eq(&' ');
                parts.push(String::new());
                continue;
            }
            '\\' => chars.next().unwrap_or('\\'),
            c => c,
        };
        if let Some(last) = parts.last_mut() {
            last.push(part);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_has_an_apostrophe_before_it() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("'=1+1"), "''=1+1");
        assert_eq!(harmless("'tis"), "'tis");
        assert_eq!(restored("'tis"), "'tis");
        assert_eq!(joined(&["a; b".into(), String::new(), "c\\".into()]), "a\\; b; c\\\\");
        assert_eq!(parted("a;b; ;c\\"), ["a", "b", "c\\"]);
    }

    proptest! {
        #[test]
        fn every_cell_comes_back_and_none_is_a_formula(text in "['=+@\t\ra -]{0,6}|\\PC{0,6}") {
            let cell = harmless(&text);
            prop_assert!(!cell.starts_with(FORMULA));
            prop_assert_eq!(restored(&cell), text);
        }

        #[test]
        fn parts_come_back(parts in prop::collection::vec("[;\\\\ a\n]{1,4}", 0..4)) {
            prop_assert_eq!(parted(&joined(&parts)), parts.clone());
        }
    }
}
