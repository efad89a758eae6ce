//! Cases as they are written in `cases/*.txt`: a text, a noted passage, edits, and where the passage stands then.
//!
//! A case begins with `== what happens`, then come lines of a word, a colon and a value. `text` names a
//! file in `texts`, `note` the noted words, `stands` the words as they stand after the edits, or
//! `gone`. In between, in order, the edits: `replace: old => new`, `all` (everywhere), `delete`, `before: words => new`,
//! `after: words => new`, `move: words => words that come to stand behind` (or `end`), `swap: words => words`,
//! `upper`, `wrap: columns`, `join` (all lines), `form: nfd`, `damage: latin` (UTF-8 read as Latin 1), `with: text`
//! (another document), `within: text` (a chapter of another), `twice`.
//!
//! Words stand for their only place, `2: words` for the second one, `words … words` for all that lies between
//! too. White space is any white space; `\n`, `\t` and `\u{…}` are what they are in Rust.

use std::ops::Range;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::{Case, folder};

/// All cases of a file, its name being their kind.
pub(super) fn cases(file: &Path) -> Vec<Case> {
    let kind = file.file_stem().unwrap().to_string_lossy().into_owned();
    let content = std::fs::read_to_string(file).unwrap();
    content.split("\n== ").skip(1).map(|case| read(&kind, case)).collect()
}

/// A text of ours, by its name.
pub(super) fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join("texts").join(name).with_extension("txt")).unwrap()
}

fn read(kind: &str, case: &str) -> Case {
    let (title, lines) = case.split_once('\n').unwrap();
    let mut before = String::new();
    let mut noted = 0..0;
    let mut after = String::new();
    let mut stands = None;
    for line in lines.lines().filter(|line| !line.is_empty()) {
        let (verb, value) = line.split_once(':').unwrap();
        let value = unescaped(value.strip_prefix(' ').unwrap_or(value));
        let at = |text: &str, words: &str| {
            place(text, words).unwrap_or_else(|| panic!("{kind}, {title}: {words}"))
        };
        match verb {
            "text" => before = text(&value),
            "note" => (noted, after) = (at(&before, &value), before.clone()),
            "stands" if value == "gone" => {}
            "stands" if value == "nfd" => {
                let words: String = before[noted.clone()].nfd().collect();
                stands = Some(at(&after, &words));
            }
            "stands" => stands = Some(at(&after, &value)),
            _ => after = edited(verb, &value, &after, &at),
        }
    }
    Case { kind: kind.to_owned(), title: title.to_owned(), before, noted, after, stands }
}

fn edited(verb: &str, value: &str, text: &str, at: &dyn Fn(&str, &str) -> Range<usize>) -> String {
    let (words, new) = value.split_once(" => ").unwrap_or((value, ""));
    let with = |place: Range<usize>, new: &str| [&text[..place.start], new, &text[place.end..]].concat();
    match verb {
        "replace" => with(at(text, words), new),
        "all" => {
            assert!(text.contains(words), "{words} is nowhere");
            text.replace(words, new)
        }
        "delete" => with(whole(text, at(text, words)), ""),
        "before" => {
            let start = at(text, words).start;
            with(start..start, &spaced(new))
        }
        "after" => {
            let end = at(text, words).end;
            let blank = if new.starts_with(|c: char| c.is_alphabetic() || c == '(') { " " } else { "" };
            with(end..end, &format!("{blank}{new}"))
        }
        "move" => {
            let from = at(text, words);
            let rest = with(whole(text, from.clone()), "");
            let to = if new == "end" { rest.len() } else { at(&rest, new).start };
            [&rest[..to], &spaced(&text[from]), &rest[to..]].concat()
        }
        "swap" => {
            let (a, b) = (at(text, words), at(text, new));
            let (a, b) = if a.start < b.start { (a, b) } else { (b, a) };
            [&text[..a.start], &text[b.clone()], &text[a.end..b.start], &text[a], &text[b.end..]].concat()
        }
        "upper" => {
            let place = at(text, words);
            with(place.clone(), &text[place].to_uppercase())
        }
        "wrap" => wrapped(text, words.parse().unwrap()),
        "join" => text.split_whitespace().collect::<Vec<_>>().join(" "),
        "form" => text.nfd().collect(),
        "damage" => text.bytes().map(char::from).collect(),
        "with" => self::text(words),
        "within" => {
            let other = self::text(words);
            let (first, rest) = other.split_once("\n\n").unwrap();
            format!("{first}\n\n{text}\n\n{rest}")
        }
        "twice" => format!("{text}\n\n{text}"),
        _ => panic!("no such edit: {verb}"),
    }
}

/// With a blank behind it, unless white space stands there.
fn spaced(new: &str) -> String {
    let blank = if new.ends_with(char::is_whitespace) { "" } else { " " };
    format!("{new}{blank}")
}

/// A place with the blank behind it, if there is one before it too.
fn whole(text: &str, place: Range<usize>) -> Range<usize> {
    let alone = text[..place.start].chars().next_back().is_none_or(char::is_whitespace);
    let blank = alone && text[place.end..].starts_with(' ');
    place.start..place.end + usize::from(blank)
}

pub(super) fn wrapped(text: &str, columns: usize) -> String {
    let mut column = 0;
    let mut wrapped = String::new();
    for c in text.chars() {
        let breaks = c == ' ' && column >= columns;
        wrapped.push(if breaks { '\n' } else { c });
        column = if breaks || c == '\n' { 0 } else { column + 1 };
    }
    wrapped
}

fn unescaped(value: &str) -> String {
    let mut parts = value.split("\\u{");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        text.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        text.push_str(rest);
    }
    text.replace("\\n", "\n").replace("\\t", "\t")
}

/// The place that words stand for; none where there is no such place, or more than one.
pub(super) fn place(text: &str, words: &str) -> Option<Range<usize>> {
    let numbered =
        words.split_once(": ").and_then(|(number, words)| Some((number.parse::<usize>().ok()?, words)));
    let (nth, words) = numbered.map_or((None, words), |(number, words)| (Some(number - 1), words));
    let (first, last) = words.split_once(" … ").map_or((words, None), |(first, last)| (first, Some(last)));
    let places = occurrences(text, first);
    let start = match nth {
        Some(nth) => places.get(nth)?,
        None if places.len() == 1 => places.first()?,
        None => return None,
    };
    match last {
        Some(last) => {
            let end = occurrences(text, last).into_iter().find(|place| place.start >= start.end)?;
            Some(start.start..end.end)
        }
        None => Some(start.clone()),
    }
}

/// Where words stand, whatever the white space between them.
fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let (flat, offsets) = flat(text);
    let (words, _) = self::flat(words);
    flat.match_indices(&words).map(|(at, _)| offsets[at]..offsets[at + words.len()]).collect()
}

/// A text with one space for each run of white space, and for each of its bytes and its end where that is in the text.
fn flat(text: &str) -> (String, Vec<usize>) {
    let (mut flat, mut offsets) = (String::new(), Vec::new());
    for (at, c) in text.char_indices() {
        if !(c.is_whitespace() && flat.ends_with(' ')) {
            flat.push(if c.is_whitespace() { ' ' } else { c });
            offsets.resize(flat.len(), at);
        }
    }
    offsets.push(text.len());
    (flat, offsets)
}
