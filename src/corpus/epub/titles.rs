//! Whether a chapter begins with the title that the table of contents gives it.

/// How many lines at the beginning of a chapter are looked at.
const LINES: usize = 4;

/// The most bytes of a chapter's source that are looked at for them.
const LOOKED_AT: usize = 16 << 10;

/// How much longer than the title a line may be that holds it, in letters and digits.
const LONGER: usize = 40;

/// From so many letters and digits on, a title within a longer line is no accident.
const LONG: usize = 4;

/// Elements that stand within a line.
const WITHIN: [&str; 18] = [
    "a", "abbr", "b", "bdi", "big", "cite", "code", "em", "font", "i", "img", "q", "s", "small", "span",
    "strong", "sub", "sup",
];

/// The letters and digits of `text`, in small letters: what is left of a title however it is set.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a heading says the title, both as [`bare`] gives them.
pub(super) fn says(heading: &str, title: &str) -> bool {
    let holds = |long: &str, short: &str| {
        short.chars().count() >= LONG && long.len() <= short.len() + LONGER && long.contains(short)
    };
    heading == title || holds(heading, title) || holds(title, heading)
}

/// Whether a line that is no heading yet is the title, or a part of it.
pub(super) fn is_title(line: &str, title: &str) -> bool {
    line == title || line.chars().count() >= LONG && title.contains(line)
}

/// The first lines of the text in a chapter's source, as [`bare`] gives them. Only a look: what isn't well
/// formed may make a line of its own.
pub(super) fn first_lines(source: &str) -> Vec<String> {
    let body = source.find("<body").map_or(source, |at| source.get(at..).unwrap_or(""));
    let mut end = body.len().min(LOOKED_AT);
    while !body.is_char_boundary(end) {
        end -= 1;
    }
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut rest = &body[..end];
    while lines.len() < LINES {
        let (text, behind) = rest.split_once('<').unwrap_or((rest, ""));
        for (at, part) in text.split('&').enumerate() {
            // A reference is a sign more often than a letter.
            let part = if at == 0 { part } else { part.split_once(';').map_or(part, |(_, part)| part) };
            line.push_str(&bare(part));
        }
        let comment = behind.starts_with("!--");
        let (tag, behind) = behind.split_once(if comment { "-->" } else { ">" }).unwrap_or((behind, ""));
        let name =
            tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let within = comment || WITHIN.contains(&name.to_ascii_lowercase().as_str());
        if !within && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if behind.is_empty() {
            break;
        }
        rest = behind;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.truncate(LINES);
    lines
}

/// Whether one of these lines, or some of them together, say the title.
pub(super) fn begins(lines: &[String], title: &str) -> bool {
    let title = bare(title);
    (0..lines.len()).any(|from| {
        let mut joined = String::new();
        lines.iter().skip(from).any(|line| {
            joined.push_str(line);
            joined == title || says(line, &title)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins_with(source: &str, title: &str) -> bool {
        begins(&first_lines(source), title)
    }

    #[test]
    fn a_title_is_known_however_it_is_set() {
        for source in [
            "<html><head><title>x</title></head><body><h1>Chapter&#160;1. <br/>The <i>Road</i></h1><p>Text",
            "<body><p class='t'>CHAPTER 1</p>\n<p>THE ROAD</p><p>Text",
            "<body><h2>The Road</h2>",
            "<body><div><a id='x'/><img src='a'/></div><h1>1</h1><h1>The Road</h1>",
        ] {
            assert!(
                begins_with(source, "Chapter 1: The Road") || begins_with(source, "The Road"),
                "{source}"
            );
        }
        assert!(begins_with("<h1>The Road</h1>", "1. The Road"));
        assert!(begins_with("<h1>I</h1>", "I"));
    }

    #[test]
    fn other_beginnings_are_none() {
        assert!(!begins_with(
            "<body><p>It was in the year that the road was built, and all went well with it.</p>",
            "I"
        ));
        assert!(!begins_with(
            "<body><p>Text alone, and more of it than any title has, which goes on and on and speaks of the road.</p>",
            "The Road"
        ));
        assert!(!begins_with("<body></body>", "Cover"));
        assert!(!begins_with("", ""));
    }
}
