//! Running text parted into tokens and sentences in the manner of the training texts (Penn Treebank, Universal
//! Dependencies): marks and clitics apart, abbreviations and addresses whole.

use super::hash::{self, HashMap};
use crate::text::Span;

/// The tokens of a text and where its sentences end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// The tokens, in order, not overlapping, none empty.
    pub spans: Vec<Span>,
    /// The number of the token after the last of each sentence; ascending.
    pub ends: Vec<u32>,
}

/// Abbreviations that keep their stop, lower case, sorted. Common English usage.
const ABBREVIATIONS: [&str; 62] = [
    "adm.", "apr.", "aug.", "ave.", "bros.", "capt.", "cmdr.", "co.", "col.", "corp.", "ct.", "dec.",
    "dept.", "dr.", "e.g.", "est.", "etc.", "feb.", "fig.", "fr.", "gen.", "gov.", "hon.", "i.e.", "inc.",
    "jan.", "jr.", "jul.", "jun.", "lt.", "ltd.", "maj.", "mar.", "messrs.", "mr.", "mrs.", "ms.", "mt.",
    "no.", "nov.", "oct.", "p.m.", "pp.", "pres.", "prof.", "pvt.", "rep.", "reps.", "rev.", "sen.", "sens.",
    "sep.", "sept.", "sgt.", "sr.", "st.", "ste.", "u.k.", "u.n.", "u.s.", "vol.", "vs.",
];

/// Those of [`ABBREVIATIONS`] that end a sentence where a capital follows; the others stand before names and numbers
/// ("the U.S. Army").
const ENDING: [&str; 8] = ["bros.", "corp.", "etc.", "inc.", "jr.", "ltd.", "p.m.", "sr."];

/// Clitics that are tokens of their own, with a plain apostrophe.
const CLITICS: [&str; 7] = ["'s", "'m", "'d", "'re", "'ve", "'ll", "n't"];

/// The longest piece without white space that is looked into, in bytes; what is longer is one token.
const LONGEST: usize = 200;

/// The hashes of some words.
type Words = HashMap<u64, ()>;

/// Beginnings of names with a capital inside.
const INNER_CAPITAL: [&str; 8] = ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van"];

impl Tokens {
    /// Adds the tokens of `text[within]`, a paragraph or a heading; a sentence ends at its end. A blank line ends one
    /// too.
    pub fn add(&mut self, text: &str, within: Span) {
        let piece = within.of(text);
        let base = within.start as usize;
        let mut at = 0;
        while at < piece.len() {
            let rest = &piece[at..];
            let gap = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
            if rest[..gap].bytes().filter(|&byte| byte == b'\n').count() > 1 {
                self.close();
            }
            let rest = &rest[gap..];
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            if length > 0 {
                let first = self.spans.len();
                self.chunk(text, base + at + gap, base + at + gap + length);
                let follower = rest[length..].trim_start().chars().next();
                if self.ends_sentence(text, first, follower) {
                    self.close();
                }
            }
            at += gap + length;
        }
        self.close();
    }

    /// Parts words that were run together, as in "NewsPetrov", where both the word behind stands alone elsewhere in
    /// the text and what is before it is no usual beginning of a name. Call it once all is added.
    pub fn part_glued(&mut self, text: &str) {
        let mut alone = Words::default();
        for span in &self.spans {
            let word = span.of(text);
            if word.len() >= 4 && word.starts_with(char::is_uppercase) {
                alone.insert(hash::text(word), ());
            }
        }
        let mut spans = Vec::with_capacity(self.spans.len());
        let mut ends = self.ends.iter().copied().peekable();
        let mut parted = Vec::with_capacity(self.ends.len());
        for (at, span) in self.spans.iter().enumerate() {
            match seam(span.of(text), &alone) {
                Some(seam) => {
                    let middle = span.start as usize + seam;
                    spans.push(Span::new(span.start as usize, middle));
                    spans.push(Span::new(middle, span.end as usize));
                }
                None => spans.push(*span),
            }
            if ends.next_if_eq(&(at as u32 + 1)).is_some() {
                parted.push(spans.len() as u32);
            }
        }
        (self.spans, self.ends) = (spans, parted);
    }

    fn close(&mut self) {
        let end = self.spans.len() as u32;
        if self.ends.last().copied().unwrap_or(0) < end {
            self.ends.push(end);
        }
    }

    /// Adds the tokens of a piece without white space.
    fn chunk(&mut self, text: &str, mut start: usize, mut end: usize) {
        if is_address(&text[start..end]) || end - start > LONGEST {
            // Marks behind an address are no part of it.
            let inner =
                text[start..end].trim_end_matches([',', '.', ';', ':', '!', '?', ')', '"', '”', '’', '>']);
            let middle = if inner.is_empty() || end - start > LONGEST { end } else { start + inner.len() };
            self.push(start, middle);
            start = middle;
        }
        // Marks in front.
        while let Some(c) = text[start..end].chars().next() {
            let word = matches!(c, '@' | '#') && end - start > 1 || c.is_alphanumeric();
            let clitic = matches!(c, '\'' | '’') && is_clitic(&text[start..end]);
            if word
                || clitic
                || (matches!(c, '-' | '+' | '.')
                    && text[start + 1..end].starts_with(|c: char| c.is_ascii_digit()))
            {
                break;
            }
            let same = run(&text[start..end], c);
            self.push(start, start + same);
            start += same;
        }
        // Marks behind, put in once the word itself is.
        let mut behind = Vec::new();
        while let Some(c) = text[start..end].chars().next_back() {
            let piece = &text[start..end];
            if c.is_alphanumeric() || (c == '.' && is_abbreviated(piece)) || is_mark_of_word(piece, c) {
                break;
            }
            let mut same = c.len_utf8();
            while matches!(c, '.' | '-' | '!' | '?' | '*' | '=' | '_')
                && piece[..piece.len() - same].ends_with(c)
            {
                same += c.len_utf8();
            }
            behind.push((end - same, end));
            end -= same;
        }
        let mut clitics = Vec::new();
        while let Some(clitic) = clitic(&text[start..end]) {
            clitics.push((end - clitic, end));
            end -= clitic;
        }
        self.word(text, start, end);
        for (start, end) in clitics.into_iter().rev().chain(behind.into_iter().rev()) {
            self.push(start, end);
        }
    }

    /// Adds the tokens of a piece that has letters or figures at both ends.
    fn word(&mut self, text: &str, start: usize, end: usize) {
        let mut from = start;
        let mut chars = text[start..end].char_indices().peekable();
        let mut before = '\0';
        while let Some((offset, c)) = chars.next() {
            let at = start + offset;
            let next = chars.peek().map_or('\0', |&(_, c)| c);
            let split = match c {
                '/' | '—' | '–' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '…' | '«' | '»' | '&' | ';'
                | '=' | '<' | '>' => {
                    let fraction = c == '/' && before.is_ascii_digit() && next.is_ascii_digit();
                    let initials = c == '&' && at - from < 3;
                    !fraction && !initials
                }
                ',' | ':' | '!' | '?' => !(before.is_ascii_digit() && next.is_ascii_digit()),
                '-' => {
                    next == '-'
                        || before == '-'
                        || (before.is_alphanumeric() && next.is_lowercase() && hyphen(&text[from..at]))
                }
                '.' => next == '.' || before == '.',
                '%' | '$' | '€' | '£' => true,
                _ => false,
            };
            if split {
                self.push(from, at);
                from = at;
                let width = c.len_utf8();
                while chars.next_if(|&(_, other)| other == c).is_some() {
                    from += width;
                }
                from += width;
                self.push(at, from);
            } else if before.is_lowercase() && c.is_uppercase() && ordinal(&text[from..at]) {
                // "6thForum".
                self.push(from, at);
                from = at;
            }
            before = c;
        }
        self.push(from, end);
    }

    fn push(&mut self, start: usize, end: usize) {
        if start < end {
            self.spans.push(Span::new(start, end));
        }
    }

    /// Whether a sentence ends behind the tokens from `first` on, which no white space parts, where `follower` is the
    /// next character.
    fn ends_sentence(&self, text: &str, first: usize, follower: Option<char>) -> bool {
        let Some(follower) = follower else { return true };
        let mut last = self.spans.len();
        while last > first && closes(self.spans[last - 1].of(text)) {
            last -= 1;
        }
        let Some(token) = last.checked_sub(1).map(|at| self.spans[at].of(text)) else { return false };
        if follower.is_lowercase() || last <= first {
            return false;
        }
        if token.chars().all(|c| matches!(c, '.' | '!' | '?' | '…')) {
            return true;
        }
        token.ends_with('.') && ENDING.contains(&token.to_lowercase().as_str()) && follower.is_uppercase()
    }
}

/// Whether these are quotation marks or brackets that close behind the end of a sentence.
fn closes(token: &str) -> bool {
    matches!(token, "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "''")
}

/// Whether a piece is an address of the web or of mail.
fn is_address(piece: &str) -> bool {
    piece.contains("://")
        || piece.starts_with("www.")
        || piece.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// The length in bytes of a run of the same mark, where such runs are one token.
fn run(piece: &str, mark: char) -> usize {
    let one = mark.len_utf8();
    if !matches!(mark, '.' | '-' | '\'' | '`' | '!' | '?' | '*' | '=' | '_' | '#' | '~' | '+') {
        return one;
    }
    piece.chars().take_while(|&c| c == mark).count() * one
}

/// Whether the stop behind a piece belongs to it: an abbreviation, an initial, letters with stops between.
fn is_abbreviated(piece: &str) -> bool {
    let word = piece.trim_end_matches('.');
    if piece.len() != word.len() + 1 {
        return false;
    }
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let dotted = word.len() >= 3
        && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    initial
        || dotted
        || (piece.len() < 9 && ABBREVIATIONS.binary_search(&piece.to_lowercase().as_str()).is_ok())
}

/// Whether a mark at the end of a piece belongs to the word: "C++", "s'" doesn't.
fn is_mark_of_word(piece: &str, mark: char) -> bool {
    mark == '+' && piece.len() <= 4
}

/// Whether a piece is a clitic alone.
fn is_clitic(piece: &str) -> bool {
    clitic(piece) == Some(piece.len())
}

/// The length in bytes of the clitic at the end of a word, which may be all of it.
fn clitic(word: &str) -> Option<usize> {
    if !word.contains(['\'', '’']) {
        return None;
    }
    CLITICS.iter().find_map(|clitic| {
        let count = clitic.len();
        let (at, _) = word.char_indices().rev().nth(count - 1)?;
        let tail = word[at..].chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() });
        tail.eq(clitic.chars()).then_some(word.len() - at)
    })
}

/// Whether a hyphen behind this before a small letter parts two tokens: behind a capitalised word, as in
/// "Moscow-backed", which names a place and describes.
fn hyphen(before: &str) -> bool {
    before.starts_with(char::is_uppercase) && before.chars().nth(1).is_some()
}

/// Whether this is a number with the ending of an ordinal.
fn ordinal(piece: &str) -> bool {
    let figures = piece.trim_end_matches(|c: char| c.is_ascii_lowercase());
    !figures.is_empty()
        && figures.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(&piece[figures.len()..], "st" | "nd" | "rd" | "th")
}

/// Where a word has another one run into its end that stands alone elsewhere.
fn seam(word: &str, alone: &Words) -> Option<usize> {
    if word.len() > LONGEST {
        return None;
    }
    let mut before = '\0';
    let mut earlier = '\0';
    for (at, c) in word.char_indices() {
        // A capital behind a small letter, or the last of several before a small letter.
        let turn = c.is_uppercase() && before.is_lowercase()
            || c.is_lowercase() && before.is_uppercase() && earlier.is_uppercase();
        if turn {
            let at = if c.is_uppercase() { at } else { at - before.len_utf8() };
            let (head, tail) = word.split_at(at);
            if head.chars().nth(2).is_some()
                && alone.contains_key(&hash::text(tail))
                && !INNER_CAPITAL.contains(&head)
            {
                return Some(at);
            }
        }
        (earlier, before) = (before, c);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        tokens.add(text, Span::new(0, text.len()));
        tokens.part_glued(text);
        let mut first = 0;
        let mut out = Vec::new();
        for end in tokens.ends {
            let words: Vec<&str> =
                tokens.spans[first..end as usize].iter().map(|span| span.of(text)).collect();
            out.push(words.join(" "));
            first = end as usize;
        }
        out
    }

    #[test]
    fn marks_and_clitics_stand_apart() {
        assert_eq!(
            tokens("“Don’t,” Ann’s friend said (twice)."),
            ["“ Do n’t , ” Ann ’s friend said ( twice ) ."]
        );
        assert_eq!(tokens("Belarus' loan: $1.5 billion, 5%"), ["Belarus ' loan : $ 1.5 billion , 5 %"]);
        assert_eq!(
            tokens("a Moscow-backed well-known Nur-Sultan"),
            ["a Moscow - backed well-known Nur-Sultan"]
        );
        assert_eq!(tokens("Minsk/Moscow--Kyiv... and AT&T"), ["Minsk / Moscow -- Kyiv ... and AT&T"]);
    }

    #[test]
    fn abbreviations_and_addresses_stay_whole() {
        assert_eq!(
            tokens("On Aug. 9 Mr. J. R. Smith of the U.S. Army wrote to a.b@c.org, see www.x.org."),
            ["On Aug. 9 Mr. J. R. Smith of the U.S. Army wrote to a.b@c.org , see www.x.org ."]
        );
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        assert_eq!(
            tokens("He left. She said: “Go!” Then 1.5 etc. more"),
            ["He left .", "She said : “ Go ! ”", "Then 1.5 etc. more"]
        );
        assert_eq!(tokens("One\ntwo\n\nThree"), ["One two", "Three"]);
    }

    #[test]
    fn words_run_together_are_parted_where_the_text_shows_it() {
        assert_eq!(
            tokens("AgencyPetrov and others. Petrov left the 6thForum. TWITTERPetrov"),
            ["Agency Petrov and others .", "Petrov left the 6th Forum .", "TWITTER Petrov"]
        );
        assert_eq!(tokens("McDonald met Donald and YouTube"), ["McDonald met Donald and YouTube"]);
    }

    #[test]
    fn abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted() && ENDING.is_sorted());
        assert!(ENDING.iter().all(|word| ABBREVIATIONS.contains(word)));
    }
}
