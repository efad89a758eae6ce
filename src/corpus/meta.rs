//! What is known of a document without reading it: title, source, author, date, language and length, each
//! with its origin. What the file states comes first, then what its lines say, then what can be inferred.

use super::byline::Byline;
use super::draft::Given;
use super::format::is_program;
use super::{
    ContentHash, Fingerprint, Format, Found, Label, Meta, Origin, PartialDate, byline, classify, dateline,
    dates, inferred, language, letter, looks, parts, source, words,
};
use crate::text::{Block, BlockKind};

/// The most characters of a title.
pub(super) const MAX_TITLE: usize = 300;

/// The most characters of a first sentence that stands for a title.
const MAX_SENTENCE: usize = 120;

/// How many blocks at the beginning are asked for a first sentence: it may stand below `Dear all,`.
const SENTENCES: usize = 3;

/// How many blocks at the head that weren't set aside are asked for a title.
const HEAD: usize = 12;

/// How many blocks at the head, menus and all, and at the tail are asked for the rest.
const LONG_HEAD: usize = 90;
const TAIL: usize = 40;

/// What is known of the document with these blocks, whose boilerplate was set aside. The block of the title
/// becomes a heading of level 1; a dateline becomes a block of its own.
pub(super) fn find(
    name: &str,
    text: &str,
    blocks: &mut Vec<Block>,
    given: Given,
    format: Format,
    hash: ContentHash,
) -> Meta {
    let given = with_letter(given, text, blocks);
    let dateline = dateline::find(text, blocks, LONG_HEAD);
    if let Some((at, dateline)) = &dateline {
        dateline::split(text, blocks, *at, dateline.len);
    }
    let dateline = dateline.map(|(at, dateline)| {
        let words = blocks.get(at).map_or("", |block| block.span.of(text));
        (dateline, words)
    });
    let title = given.title.unwrap_or_else(|| match format == Format::Plain && is_program(name, text) {
        // A sentence of a program tells of a part of it.
        true => file_name(name),
        false => title(name, text, blocks),
    });
    let title = Found { value: shortened(&title.value, MAX_TITLE), ..title };

    let lines = Lines::new(text, blocks);
    let byline = lines.byline();
    let of_agency = |agency: &str, origin, words: &str| Found::new(agency.to_owned(), origin).quoting(words);
    let source = given
        .source
        .or_else(|| lines.asides(source::named))
        .or_else(|| lines.tail(source::behind))
        .or_else(|| {
            let (byline, words) = byline.as_ref()?;
            Some(of_agency(byline.agency.as_deref()?, Origin::Byline, words))
        })
        .or_else(|| {
            let (dateline, words) = dateline.as_ref()?;
            Some(of_agency(dateline.agency.as_deref()?, Origin::Dateline, words))
        })
        .or_else(|| {
            let address = given.address.as_deref()?;
            Some(Found::new(source::host(address)?.to_owned(), Origin::Address).quoting(address))
        });
    let author = given
        .author
        .or_else(|| {
            let (byline, words) = byline.as_ref()?;
            Some(Found::new(byline.author.clone()?, Origin::Byline).quoting(words))
        })
        .or_else(|| lines.tail(|line| byline::credited(line).or_else(|| byline::read(line)?.author)));
    let date = given
        .date
        .or_else(|| lines.asides(published))
        .or_else(|| {
            let (byline, words) = byline.as_ref()?;
            Some(Found::new(byline.date?, Origin::Byline).quoting(words))
        })
        .or_else(|| lines.timestamp())
        .or_else(|| {
            let (dateline, words) = dateline.as_ref()?;
            Some(Found::new(dateline.date?, Origin::Dateline).quoting(words))
        })
        .or_else(|| lines.place_and_date())
        .or_else(|| {
            let address = given.address.as_deref()?;
            Some(Found::new(dates::in_address(address)?, Origin::Address).quoting(address))
        })
        .or_else(|| {
            let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
            Some(Found::new(dates::in_file_name(name)?, Origin::FileName).quoting(file))
        })
        .or_else(|| {
            let is_report = byline.is_some() || dateline.is_some() || source.is_some();
            inferred::from_text(text, blocks, is_report)
        });
    let language = language(given.language, text, blocks);
    let words = count(text, blocks);
    let print = Fingerprint::default();
    let label = |found: Found<String>| found.with(Label::from);
    let (author, language) = (author.map(label), language.map(label));
    Meta { title, source: source.map(label), author, date, language, format, words, hash, print }
}

/// What was given, and what the head of a letter adds.
fn with_letter(given: Given, text: &str, blocks: &[Block]) -> Given {
    let Some(letter) = letter::head(text, blocks) else { return given };
    Given {
        title: given.title.or(letter.title),
        author: given.author.or(letter.author),
        date: given.date.or(letter.date),
        ..given
    }
}

/// The language that is stated, in one form, unless it is nonsense; else the one that the words tell.
fn language(stated: Option<Found<String>>, text: &str, blocks: &[Block]) -> Option<Found<String>> {
    let stated = stated.and_then(|found| Some(Found { value: language::normalised(&found.value)?, ..found }));
    let told = language::told(text, blocks);
    match (stated, told) {
        (Some(stated), Some(told)) if language::contradicts(&told.value, &stated.value) => Some(told),
        (Some(stated), _) => Some(stated),
        (None, told) => told,
    }
}

/// The words of the body. Counting takes a third of the time that a large file takes.
fn count(text: &str, blocks: &[Block]) -> u32 {
    let count = |block: &Block| if block.is_body() { words::count(block.span.of(text)) } else { 0 };
    let of_part = |part: &[Block]| part.iter().map(count).fold(0, u32::saturating_add);
    parts::summed(blocks, 0, of_part, u32::saturating_add)
}

/// The title: the first heading or headline before the prose, else the first sentence, else the file's name.
fn title(name: &str, text: &str, blocks: &mut [Block]) -> Found<String> {
    if let Some(at) = first_heading(text, blocks).or_else(|| headline(text, blocks)) {
        if blocks[at].kind == BlockKind::Paragraph {
            blocks[at].kind = BlockKind::Heading(1);
        }
        let value = looks::single_spaced(blocks[at].span.of(text));
        return Found::new(value, Origin::Heading);
    }
    let mut first = blocks.iter().filter(|block| may_be_title(text, block)).take(SENTENCES);
    if let Some(sentence) = first.find_map(|block| first_sentence(text, block)) {
        return Found::new(sentence, Origin::FirstSentence);
    }
    file_name(name)
}

/// The file's name as a title.
fn file_name(name: &str) -> Found<String> {
    let file = name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or("untitled");
    Found::new(looks::single_spaced(file), Origin::FileName)
}

/// Whether a block of the body could give the title: no dateline, and no line of place and date.
fn may_be_title(text: &str, block: &Block) -> bool {
    block.is_body()
        && block.kind != BlockKind::Dateline
        && dateline::place_and_date(block.span.of(text)).is_none()
}

/// The number of the block that is the document's headline.
fn headline(text: &str, blocks: &[Block]) -> Option<usize> {
    let mut body = (0..blocks.len()).filter(|at| may_be_title(text, &blocks[*at])).take(HEAD);
    // A line without a letter, such as `12:45`, is no headline, and none is hidden behind it.
    let first = body.find(|at| blocks[*at].span.of(text).chars().any(char::is_alphabetic))?;
    let line = blocks[first].span.of(text);
    match blocks[first].kind {
        BlockKind::Heading(_) if line.chars().any(char::is_alphanumeric) => return Some(first),
        BlockKind::Paragraph if looks::is_headline(line) => {}
        _ => return None,
    }
    // A headline has a text below it; a line of a poem, of a table or of a list of names hasn't.
    body.take(6).any(|at| looks::is_prose(text, &blocks[at])).then_some(first)
}

/// The number of the first heading of level 1 near the beginning, such as one below a picture.
fn first_heading(text: &str, blocks: &[Block]) -> Option<usize> {
    let mut near = (0..blocks.len()).filter(|at| blocks[*at].is_body()).take(HEAD);
    near.find(|at| {
        let block = &blocks[*at];
        block.kind == BlockKind::Heading(1) && block.span.of(text).chars().any(char::is_alphanumeric)
    })
}

/// The first sentence of the block, where it reads like one.
fn first_sentence(text: &str, block: &Block) -> Option<String> {
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item) {
        return None;
    }
    // Twice what is shown at most, in characters of up to four bytes.
    let span = block.span.of(text);
    let mut end = span.len().min(MAX_SENTENCE * 8);
    while !span.is_char_boundary(end) {
        end -= 1;
    }
    let head = looks::single_spaced(&span[..end]);
    let reads = head
        .starts_with(|c: char| c.is_alphabetic() || "\"'“‘«„(—–".contains(c) || c.is_ascii_digit())
        && (head.split(' ').nth(2).is_some() || words::count(&head) > 3);
    (reads && head.chars().any(char::is_alphabetic)).then(|| shortened(sentence(&head), MAX_SENTENCE))
}

/// The first sentence of a line: up to a full stop, a question or an exclamation mark with a space and no
/// small letter behind it, and no abbreviation before it.
fn sentence(line: &str) -> &str {
    for (at, c) in line.char_indices() {
        if matches!(c, '。' | '！' | '？') {
            return &line[..at + c.len_utf8()];
        }
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let end = at + c.len_utf8();
        let rest = &line[end..];
        let closed = rest.trim_start_matches(['"', '”', '’', '»', '\'', ')']);
        let end = end + (rest.len() - closed.len());
        let Some(next) = closed.strip_prefix(' ') else { continue };
        let goes_on = next.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
        if !(goes_on || c == '.' && is_abbreviation(&line[..at])) {
            return &line[..end];
        }
    }
    line
}

fn is_abbreviation(before: &str) -> bool {
    const KNOWN: [&str; 22] = [
        "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "jan", "feb",
        "aug", "sept", "oct", "nov", "dec", "no", "vs",
    ];
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let initial = word.chars().all(char::is_alphabetic) && word.chars().nth(1).is_none();
    initial || KNOWN.contains(&word.to_lowercase().as_str())
}

/// `text` cut to at most `most` characters, at a word where there is one, with `…` where anything was cut.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let room = text.char_indices().nth(most - 1).map_or(cut, |(at, _)| at);
    let head = &text[..room];
    // A word that fills half of it is cut rather than left out.
    let word = match head.rfind(' ') {
        Some(space) if space > room / 2 && !text[room..].starts_with(' ') => space,
        _ => room,
    };
    format!("{}…", head[..word].trim_end_matches([' ', ',', ';', ':', '-', '–', '—']))
}

/// The lines of the head and of the tail.
struct Lines<'a> {
    text: &'a str,
    head: &'a [Block],
    tail: &'a [Block],
}

impl<'a> Lines<'a> {
    fn new(text: &'a str, blocks: &'a [Block]) -> Self {
        let most = blocks.len().min(LONG_HEAD);
        let mut prose = (0..most).filter(|at| looks::is_prose(text, &blocks[*at]));
        let (first, second) = (prose.next(), prose.next());
        // The first paragraph may be a summary, with a byline or a date behind it.
        let aside = |at: usize| matches!(blocks[at].kind, BlockKind::Aside(_));
        let summary = first.zip(second).filter(|(first, second)| (first + 1..*second).all(aside));
        let (head, rest) = blocks.split_at(summary.map(|(_, second)| second).or(first).unwrap_or(most));
        Self { text, head, tail: &rest[rest.len().saturating_sub(TAIL)..] }
    }

    /// The lines of `blocks` that were set aside, each with the one before it.
    fn aside(&self, blocks: &'a [Block]) -> impl Iterator<Item = (&'a str, &'a str)> {
        let text = self.text;
        let mut before = "";
        blocks.iter().filter(|block| matches!(block.kind, BlockKind::Aside(_))).map(move |block| {
            let line = block.span.of(text);
            (std::mem::replace(&mut before, line), line)
        })
    }

    /// What `read` finds first in the lines that were set aside, those of the head before those of the tail.
    fn asides<T>(&self, read: impl Fn(&str) -> Option<T>) -> Option<Found<T>> {
        let mut head = self.aside(self.head);
        head.find_map(|(_, line)| Some(Found::new(read(line)?, Origin::HeaderLine).quoting(line)))
            .or_else(|| self.tail(read))
    }

    /// What `read` finds first in the lines behind the text that were set aside.
    fn tail<T>(&self, read: impl Fn(&str) -> Option<T>) -> Option<Found<T>> {
        let mut tail = self.aside(self.tail);
        tail.find_map(|(_, line)| Some(Found::new(read(line)?, Origin::TailLine).quoting(line)))
    }

    /// A date by itself, unless the line above it says that it is that of a change.
    fn timestamp(&self) -> Option<Found<PartialDate>> {
        let of = |(before, line): (&str, &'a str)| {
            let date = classify::timestamp(line).filter(|_| !classify::is_label_of_change(before))?;
            Some((date, line))
        };
        let found = |origin| move |(date, line): (PartialDate, &str)| Found::new(date, origin).quoting(line);
        let head = self.aside(self.head).find_map(of).map(found(Origin::HeaderLine));
        head.or_else(|| self.aside(self.tail).find_map(of).map(found(Origin::TailLine)))
    }

    /// The byline of the head, and its words.
    fn byline(&self) -> Option<(Byline, String)> {
        let mut found: Option<(Byline, String)> = None;
        for (before, line) in self.aside(self.head) {
            let joined = byline::is_prefix(before).then(|| format!("By {line}"));
            let Some(read) = joined.as_deref().and_then(byline::read).or_else(|| byline::read(line)) else {
                continue;
            };
            match &mut found {
                None => found = Some((read, joined.unwrap_or_else(|| line.to_owned()))),
                // The agency or the date may stand in a line of its own.
                Some((first, _)) => {
                    first.author = first.author.take().or(read.author);
                    first.agency = first.agency.take().or(read.agency);
                    first.date = first.date.or(read.date);
                }
            }
        }
        found
    }

    /// The date of a line such as `Minsk, 14 September 2020` under the headline or at the end.
    fn place_and_date(&self) -> Option<Found<PartialDate>> {
        let text = self.text;
        let of = move |block: &Block| {
            let line = block.span.of(text);
            Some((dateline::place_and_date(line)?, line))
        };
        let found = |origin| move |(date, line): (PartialDate, &str)| Found::new(date, origin).quoting(line);
        let last = &self.tail[self.tail.len().saturating_sub(SIGNED)..];
        let head = self.head.iter().find_map(of).map(found(Origin::HeaderLine));
        head.or_else(|| last.iter().rev().find_map(of).map(found(Origin::TailLine)))
    }
}

/// Among how many blocks at the very end a line of place and date belongs to a signature.
const SIGNED: usize = 4;

/// The date in a line that says when the document was published.
fn published(line: &str) -> Option<PartialDate> {
    let (label, value) = classify::metadata(line)?;
    if classify::is_publication(&label) { classify::dated(value) } else { None }
}

#[cfg(test)]
#[path = "meta_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "meta_table_tests.rs"]
mod table_tests;

#[cfg(test)]
#[path = "meta_line_tests.rs"]
mod line_tests;
