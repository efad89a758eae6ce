//! Text in columns that fit the terminal, for people.

use crate::text::around::head;
use crate::text::glyph::width;
use crate::text::safe;

/// Columns where nobody says how many there are.
pub(super) const USUAL: usize = 80;

/// The columns of the terminal that is printed to; `None` where it is none, and nothing has to fit.
pub(super) fn terminal(is_one: bool) -> Option<usize> {
    let said = || std::env::var("COLUMNS").ok()?.parse().ok();
    let size = || crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns));
    is_one.then(|| size().or_else(said).unwrap_or(USUAL).max(20))
}

/// A text, safe to print, cut with `…` at a word where it is too long; as it is where nothing has to fit.
pub(super) fn fitted(text: &str, columns: Option<usize>) -> String {
    let text = safe::line(text);
    match columns {
        Some(columns) if width(&text) > columns => {
            format!("{}…", head(&text, columns.saturating_sub(1)).trim_end())
        }
        _ => text.into_owned(),
    }
}

/// The blanks that make a text so many columns wide.
pub(super) fn pad(text: &str, columns: usize) -> String {
    " ".repeat(columns.saturating_sub(width(text)))
}

/// So many of something: "1 document", "2,000 documents".
pub(super) fn count(number: usize, one: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text} {one}{}", if number == 1 { "" } else { "s" })
}

/// Lines of names joined by commas, none cut in a name, each at most so many columns wide.
pub(super) fn listed(names: &[String], columns: Option<usize>) -> Vec<String> {
    let Some(columns) = columns else { return vec![names.join(", ")] };
    let mut lines: Vec<String> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let comma = if at + 1 < names.len() { "," } else { "" };
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(name) + comma.len() <= columns => {
                line.push_str(&format!(" {name}{comma}"));
            }
            _ => lines.push(format!("{name}{comma}")),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_whole_and_numbers_with_commas() {
        let names: Vec<String> =
            ["Alexander Lukashenko", "Lukashenka", "Lukashenko"].map(str::to_owned).into();
        assert_eq!(listed(&names, Some(34)), ["Alexander Lukashenko, Lukashenka,", "Lukashenko"]);
        assert_eq!(listed(&names, None).len(), 1);
        assert_eq!(
            (count(1, "document"), count(20_000, "mention")),
            ("1 document".into(), "20,000 mentions".into())
        );
        assert_eq!(fitted("one two three", Some(9)), "one two…");
    }
}
