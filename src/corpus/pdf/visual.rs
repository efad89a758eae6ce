//! From the order in which letters stand on the page, left to right, to the order in which they are read:
//! Arabic, Hebrew and their like run from right to left, but numbers in them don't. A small part of the
//! Unicode bidirectional algorithm, backwards, for lines without marks of direction.

use unicode_segmentation::UnicodeSegmentation;

/// Whether a character is written from right to left.
pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && !c.is_ascii()
        && !is_digit(c)
}

/// The digits of Arabic and Persian, which run from left to right too.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{66c}' | '\u{6f0}'..='\u{6f9}')
}

/// The direction of a cluster of letters; `None` where that depends on what stands around it.
fn direction(cluster: &str) -> Option<bool> {
    let c = cluster.chars().find(|c| is_right_to_left(*c) || is_digit(*c) || c.is_alphabetic())?;
    Some(is_right_to_left(c))
}

/// A line as it is read, of one as it stands on the page.
pub(super) fn logical(visual: &str) -> String {
    let right = visual.chars().filter(|c| is_right_to_left(*c)).count();
    if right == 0 {
        return visual.to_owned();
    }
    let left = visual.chars().filter(|c| c.is_alphabetic() && !is_right_to_left(*c)).count();
    let mut clusters: Vec<&str> = visual.graphemes(true).collect();
    if right < left {
        turn_runs(&mut clusters, true);
        return clusters.concat();
    }
    clusters.reverse();
    turn_runs(&mut clusters, false);
    clusters.iter().map(|cluster| mirrored(cluster, right >= left)).collect()
}

/// Turns each run of clusters of one direction around: from the first to the last of that direction, with
/// what is neither between them.
fn turn_runs(clusters: &mut [&str], right: bool) {
    let mut run: Option<(usize, usize)> = None;
    for at in 0..=clusters.len() {
        let direction = clusters.get(at).map(|cluster| direction(cluster));
        match direction {
            Some(Some(this)) if this == right => run = Some((run.map_or(at, |(from, _)| from), at + 1)),
            // A tab ends a cell.
            Some(None) if clusters[at] != "\t" => {}
            _ => {
                if let Some((from, to)) = run.take() {
                    clusters[from..to].reverse();
                }
            }
        }
    }
}

/// Brackets open in the direction of the line.
fn mirrored(cluster: &str, right: bool) -> &str {
    match cluster {
        _ if !right => cluster,
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "«" => "»",
        "»" => "«",
        _ => cluster,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_to_the_left_is_turned_and_numbers_stay() {
        assert_eq!(logical("a plain line, 12"), "a plain line, 12");
        assert_eq!(logical(".םירפסמ 123 םע תירבע"), "עברית עם 123 מספרים.");
        assert_eq!(logical("(ןושאר) םלוע"), "עולם (ראשון)");
    }

    #[test]
    fn a_few_words_in_a_line_to_the_right_are_turned_where_they_stand() {
        assert_eq!(logical("the word םלוע םולש means hello"), "the word שלום עולם means hello");
    }

    #[test]
    fn names_in_other_letters_keep_their_order() {
        assert_eq!(logical("Ann Lee לש רפסה"), "הספר של Ann Lee");
    }
}
