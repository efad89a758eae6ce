//! Furniture of pages: headers, footers and page numbers, known by standing at the edge of page after page.

use std::collections::{HashMap, HashSet};

use super::page::{Line, Page, style};

/// The part of the page's height in which headers stand, and footers: a sixth.
const EDGE: f32 = 6.0;

/// How many lines at each edge are looked at.
const LINES: usize = 4;

/// On how many pages a line has to stand, and how near each has to be to the next one that has it: running
/// heads change from left to right pages.
const PAGES: usize = 3;
const NEAR: usize = 2;

/// A line by where it stands and what it says, but for its numbers.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Top(String),
    Bottom(String),
    /// Across the text, at the side.
    Turned(String),
}

/// Which lines of each page are furniture.
pub(super) fn find(pages: &[Page]) -> Vec<Vec<bool>> {
    let keys: Vec<Vec<(usize, Key)>> = pages.iter().map(keys).collect();
    let mut places: HashMap<&Key, Vec<usize>> = HashMap::new();
    for (number, keys) in keys.iter().enumerate() {
        for (_, key) in keys {
            let on = places.entry(key).or_default();
            if on.last() != Some(&number) {
                on.push(number);
            }
        }
    }
    let repeated: HashSet<&Key> = places
        .iter()
        .filter(|(_, on)| {
            let neighbours = on.windows(2).filter(|pair| pair[1] - pair[0] <= NEAR).count();
            // A letter of two pages has its head on both.
            neighbours + 1 >= PAGES || on.len() == pages.len() && pages.len() > 1
        })
        .map(|(key, _)| *key)
        .collect();
    let mut found: Vec<Vec<bool>> = pages
        .iter()
        .zip(&keys)
        .map(|(page, keys)| {
            let mut found = vec![false; page.lines.len()];
            for (at, key) in keys {
                let line = &page.lines[*at];
                // What the file itself calls furniture is taken at its word, at the edge.
                found[*at] =
                    repeated.contains(key) || line.is(style::ARTIFACT) || is_only_page(&line.text, pages);
            }
            found
        })
        .collect();
    in_the_same_place(pages, &keys, &mut found);
    found
}

/// Also takes lines that change from page to page but stand, alone, where furniture stands on other pages.
fn in_the_same_place(pages: &[Page], keys: &[Vec<(usize, Key)>], found: &mut [Vec<bool>]) {
    let place = |line: &Line| (line.base.round() as i32, (line.size * 2.0).round() as i32);
    let mut often: HashMap<(i32, i32), usize> = HashMap::new();
    for (page, found) in pages.iter().zip(found.iter()) {
        let places = page.lines.iter().zip(found).filter(|(_, found)| **found).map(|(line, _)| place(line));
        for place in places.collect::<HashSet<_>>() {
            *often.entry(place).or_default() += 1;
        }
    }
    for ((page, keys), found) in pages.iter().zip(keys).zip(found.iter_mut()) {
        for (at, key) in keys {
            let line = &page.lines[*at];
            if found[*at] || matches!(key, Key::Turned(_)) {
                continue;
            }
            let usual =
                often.get(&place(line)).is_some_and(|count| *count >= PAGES && count * 3 >= pages.len());
            let alone = page.lines.iter().all(|other| {
                let distance = (other.base - line.base).abs();
                distance < 1.0 || distance > 1.4 * line.size.max(other.size)
            });
            let outermost =
                page.lines.iter().filter(|other| !other.is(style::TURNED)).all(|other| match key {
                    Key::Top(_) => other.base >= line.base - 1.0,
                    _ => other.base <= line.base + 1.0,
                });
            found[*at] = usual && alone && outermost;
        }
    }
}

/// The lines at the edges of the page, with their keys.
fn keys(page: &Page) -> Vec<(usize, Key)> {
    let mut upright: Vec<usize> =
        (0..page.lines.len()).filter(|at| !page.lines[*at].is(style::TURNED)).collect();
    upright.sort_by(|a, b| page.lines[*a].base.total_cmp(&page.lines[*b].base));
    let edge = page.height / EDGE;
    let top = upright.iter().take(LINES).filter(|at| page.lines[**at].base < edge);
    let bottom = upright.iter().rev().take(LINES).filter(|at| page.lines[**at].base > page.height - edge);
    let turned = (0..page.lines.len()).filter(|at| page.lines[*at].is(style::TURNED)).take(LINES);
    let masked = |at: usize| masked(&page.lines[at].text);
    top.filter_map(|at| Some((*at, Key::Top(masked(*at)?))))
        .chain(bottom.filter_map(|at| Some((*at, Key::Bottom(masked(*at)?)))))
        .chain(turned.filter_map(|at| Some((at, Key::Turned(masked(at)?)))))
        .collect()
}

/// What a line says, without its numbers; `None` for what is only numbers, but one that could be a page's.
fn masked(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut numbers = 0;
    for token in text.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        if token.len() <= 4 && (token.bytes().all(|byte| byte.is_ascii_digit()) || is_roman(token)) {
            out.push('#');
            numbers += 1;
        } else {
            out.push_str(&token.to_lowercase());
        }
    }
    let letters = out.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 3 || numbers > 0 && (numbers == 1 || letters > 0)).then_some(out)
}

fn is_roman(token: &str) -> bool {
    token.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l' | b'c'))
}

/// Whether it is the number of the only page there is.
fn is_only_page(text: &str, pages: &[Page]) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    pages.len() == 1 && matches!(bare, "1" | "Page 1" | "Page 1 of 1" | "1 / 1" | "1/1" | "1 of 1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lines: &[(f32, &str)]) -> Page {
        let lines = lines.iter().map(|(base, text)| Line {
            base: *base,
            size: 10.0,
            text: (*text).to_owned(),
            ..Line::default()
        });
        Page { height: 800.0, lines: lines.collect(), ..Page::default() }
    }

    fn found(pages: &[Page]) -> Vec<&str> {
        let found = find(pages);
        let lines = pages.iter().zip(&found).flat_map(|(page, found)| page.lines.iter().zip(found));
        lines.filter(|(_, found)| **found).map(|(line, _)| line.text.as_str()).collect()
    }

    #[test]
    fn heads_and_numbers_are_furniture_but_the_same_words_in_the_text_arent() {
        let pages: Vec<Page> = ["1", "2", "3"]
            .iter()
            .map(|number| page(&[(40.0, "The Annual Report"), (400.0, "The Annual Report"), (780.0, number)]))
            .collect();
        assert_eq!(
            found(&pages),
            ["The Annual Report", "1", "The Annual Report", "2", "The Annual Report", "3"]
        );
    }

    #[test]
    fn running_heads_that_take_turns_are_furniture() {
        let pages: Vec<Page> = (0..6)
            .map(|number| {
                page(&[(40.0, if number % 2 == 0 { "A Book" } else { "A Chapter" }), (400.0, "text")])
            })
            .collect();
        assert_eq!(found(&pages).len(), 6);
    }

    #[test]
    fn rows_of_numbers_at_the_top_of_pages_are_not() {
        let pages: Vec<Page> = (0..5).map(|_| page(&[(40.0, "12 13 14"), (60.0, "15 16 17")])).collect();
        assert_eq!(found(&pages), [""; 0]);
    }

    #[test]
    fn a_head_that_changes_stands_where_the_others_stood() {
        let heads = ["Introduction", "Introduction", "Introduction", "A word of thanks"];
        let pages: Vec<Page> = heads.iter().map(|head| page(&[(40.0, head), (400.0, "text")])).collect();
        assert_eq!(found(&pages), heads);
    }
}
