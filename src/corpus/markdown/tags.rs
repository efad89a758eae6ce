//! Leaving out the tags of HTML in Markdown, which may go on from one line to the next.

/// What the text read so far left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Text,
    Tag,
    Comment,
    /// Inside an element whose content isn't text, up to its end tag.
    Hidden(&'static str),
}

/// Tells tags from text.
#[derive(Default)]
pub(super) struct Tags {
    state: State,
}

impl Tags {
    /// Gives `html` to `part` piece by piece, and with each piece whether it is text that is kept.
    pub(super) fn strip<'a>(&mut self, html: &'a str, mut part: impl FnMut(&'a str, bool)) {
        let mut rest = html;
        while !rest.is_empty() {
            let end_of = |sign: &str| rest.find(sign).map_or(rest.len(), |at| at + sign.len());
            let (length, kept, next) = match self.state {
                State::Text => match begin_of_tag(rest) {
                    Some(0) => {
                        let name = rest[1..].split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
                        let hidden =
                            ["script", "style"].into_iter().find(|tag| name.eq_ignore_ascii_case(tag));
                        let next = match hidden {
                            _ if rest.starts_with("<!--") => State::Comment,
                            Some(tag) => State::Hidden(tag),
                            None => State::Tag,
                        };
                        (1, false, next)
                    }
                    at => (at.unwrap_or(rest.len()), true, State::Text),
                },
                State::Tag => {
                    let end = end_of(">");
                    (end, false, if rest[..end].ends_with('>') { State::Text } else { self.state })
                }
                State::Comment => {
                    let end = end_of("-->");
                    (end, false, if rest[..end].ends_with("-->") { State::Text } else { self.state })
                }
                State::Hidden(tag) => match end_tag(rest, tag) {
                    Some(at) => (at + 2, false, State::Tag),
                    None => (rest.len(), false, self.state),
                },
            };
            let (piece, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
            part(piece, kept);
            self.state = next;
            rest = behind;
        }
    }
}

/// Where the first tag, comment or declaration begins. Any other `<` is a sign of the text, as in `5 < 6` (HTML, 13.2.5.6).
fn begin_of_tag(html: &str) -> Option<usize> {
    html.match_indices('<').map(|(at, _)| at).find(|at| match html.as_bytes().get(at + 1..) {
        Some([b'!' | b'?', ..]) => true,
        Some([b'/', letter, ..] | [letter, ..]) => letter.is_ascii_alphabetic(),
        _ => false,
    })
}

/// Where the end tag of the element `tag` begins.
fn end_tag(html: &str, tag: &str) -> Option<usize> {
    html.match_indices("</")
        .map(|(at, _)| at)
        .find(|at| html.get(at + 2..at + 2 + tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(html: &str) -> String {
        let mut out = String::new();
        // Line by line, as the Markdown parser gives it.
        let mut tags = Tags::default();
        for line in html.split_inclusive('\n') {
            tags.strip(line, |part, kept| {
                if kept {
                    out.push_str(part);
                }
            });
        }
        out
    }

    #[test]
    fn tags_and_comments_go_and_text_stays() {
        assert_eq!(kept("<p class=\"x\">one <b>two</b></p>\n"), "one two\n");
        assert_eq!(kept("<div\n  class='x'>one</div>"), "one");
        assert_eq!(kept("a<!-- > not \n this -->b"), "ab");
        assert_eq!(kept("a<script>if (x < 1) {}\n</script>b<style>p > a {}</STYLE>c"), "abc");
        assert_eq!(kept("<p"), "");
        assert_eq!(kept("Ł<ł>Ł"), "Ł<ł>Ł");
    }

    #[test]
    fn a_sign_that_begins_no_tag_swallows_nothing() {
        assert_eq!(kept("<div>5 < 6 and this stays.</div>"), "5 < 6 and this stays.");
        assert_eq!(kept("<div>\n5 <\n6, 4 <= 7, <3, x<</div>\n"), "\n5 <\n6, 4 <= 7, <3, x<\n");
        assert_eq!(kept("<?xml?><!DOCTYPE html>a</ b"), "a</ b");
    }
}
