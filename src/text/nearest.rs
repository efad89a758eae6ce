//! What was likely meant: the nearest of some names, for messages about a name that doesn't exist.

use super::safe;

/// Characters of a name that a message quotes or that are compared; more is cut off.
pub const NAME_MAX: usize = 40;

/// `name` in quotation marks for a message: safe for a terminal and at most [`NAME_MAX`] characters long.
pub fn quoted(name: &str) -> String {
    let (head, more) = match name.char_indices().nth(NAME_MAX) {
        Some((at, _)) => (&name[..at], "…"),
        None => (name, ""),
    };
    format!("'{}{more}'", safe::line(head))
}

/// The candidate nearest to `name`, letter case aside, or `None` where none is near: a third of the
/// name's letters may be wrong, missing, too many or swapped with their neighbour.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().take(NAME_MAX).count();
    within(name, length.div_ceil(3), candidates)
}

/// The candidate nearest to `name`, letter case aside, or `None` where none is within `limit` slips.
pub fn within<'a>(
    name: &str,
    limit: usize,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let name: Vec<char> = name.chars().take(NAME_MAX).flat_map(char::to_lowercase).collect();
    candidates
        .into_iter()
        .map(|candidate| (distance(&name, &candidate.chars().collect::<Vec<_>>()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "did you mean …?" with the nearest candidate, or `otherwise` where none is near.
pub fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    match nearest(name, candidates) {
        Some(candidate) => format!("did you mean '{candidate}'?"),
        None => otherwise.to_owned(),
    }
}

/// How many letters have to be put in, left out, changed or swapped with their neighbour to make one
/// name of the other, no letter being touched twice.
///
/// That is the Damerau–Levenshtein distance in its restricted form, "optimal string alignment" (Damerau
/// 1964, Boytsov 2011), filled in row by row.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let changed = last[j] + usize::from(a != b);
            let mut best = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                best = best.min(before_last[j - 1] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(from: &str, to: &str) -> usize {
        distance(&from.chars().collect::<Vec<_>>(), &to.chars().collect::<Vec<_>>())
    }

    #[test]
    fn each_kind_of_slip_counts_one() {
        assert_eq!(between("bookmark", "bookmark"), 0);
        assert_eq!(between("bookmrak", "bookmark"), 1);
        assert_eq!(between("bokmark", "bookmark"), 1);
        assert_eq!(between("boookmark", "bookmark"), 1);
        assert_eq!(between("bookmarj", "bookmark"), 1);
        assert_eq!(between("", "top"), 3);
        assert_eq!(between("top", ""), 3);
        assert_eq!(between("ca", "abc"), 3);
    }

    #[test]
    fn a_near_name_is_found_and_a_far_one_is_not() {
        let names = ["top", "bottom", "bookmark"];
        assert_eq!(nearest("BOOKMRAK", names), Some("bookmark"));
        assert_eq!(nearest("tpo", names), Some("top"));
        assert_eq!(nearest("zebra", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest(&"x".repeat(1_000_000), names), None);
    }

    #[test]
    fn a_quoted_name_is_short_and_safe() {
        assert_eq!(quoted("top"), "'top'");
        assert_eq!(quoted("\u{1b}[2J"), "'␛[2J'");
        assert_eq!(quoted(&"ж".repeat(41)), format!("'{}…'", "ж".repeat(40)));
        assert_eq!(quoted(&"ж".repeat(40)), format!("'{}'", "ж".repeat(40)));
    }
}
