//! A query as a tree.

use crate::corpus::PartialDate;
use crate::text::Span;

/// A query that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is asked for; `None` where nothing is.
    pub root: Option<Node>,
    /// What wasn't understood, in the order of the line.
    pub complaints: Vec<Complaint>,
}

impl Query {
    /// The same with a slip or two, where it is one word of more than three letters that is meant.
    pub fn with_slips(&self) -> Option<Self> {
        let Some(Node::Sought(Sought { scope: Scope::Anywhere, words: Words::Word(word, How::Meant), span })) =
            &self.root
        else {
            return None;
        };
        let is_word = word.chars().count() > 3 && word.chars().all(char::is_alphabetic);
        let words = Words::Word(word.clone(), How::Typo);
        let root = Some(Node::Sought(Sought { scope: Scope::Anywhere, words, span: *span }));
        is_word.then_some(Self { root, complaints: Vec::new() })
    }
}

/// Something in a query that wasn't understood, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Where it stands in what was typed, in bytes.
    pub span: Span,
    /// What is wrong and what was done, as "“date:20x0” is no date (left out); write date:2019-07..2020".
    pub text: String,
}

impl Complaint {
    /// Whether to tell of it while a line of `length` bytes is still being typed: the next key won't mend it. What reaches
    /// the end of the line, as an open quotation mark does, may only be half typed; a blank behind a word says that it isn't.
    pub fn is_due(&self, length: usize) -> bool {
        (self.span.end as usize) < length
    }
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// All of these: `a b`, `a AND b`. Never empty.
    All(Vec<Node>),
    /// Any of these: `a OR b`. Never empty.
    Any(Vec<Node>),
    /// Not this: `-a`, `NOT a`. A query of nothing else means all documents but these.
    Not(Box<Node>),
    /// Words that are looked for.
    Sought(Sought),
    /// Documents of a time.
    Date(Dates),
    /// Documents whose text names a date of a time.
    Mentions(Dates),
    /// Documents of a format, by its label in lower case, as `pdf`.
    Format(String),
    /// Documents that the person left a mark on.
    Is(Mark),
}

/// Words, and where they are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// Where they are looked for.
    pub scope: Scope,
    /// What is looked for.
    pub words: Words,
    /// Where that stands in what was typed, in bytes, its field and signs too.
    pub span: Span,
}

/// Where words are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// In titles, texts, notes and metadata.
    #[default]
    Anywhere,
    /// `title:`
    Title,
    /// `text:`
    Text,
    /// `source:`
    Source,
    /// `author:`
    Author,
    /// `path:`
    Path,
    /// `person:` somebody of that name is mentioned.
    Person,
    /// `org:` or `body:`
    Organisation,
    /// `place:`
    Place,
    /// `note:` in what the person wrote.
    Note,
    /// `tag:` a `#tag` in what the person wrote; the tag without `#`.
    Tag,
}

/// What is looked for. Words are as they were typed; whoever searches folds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// One word. What holds several words for the index, as `state-owned`, is a phrase of them.
    Word(String, How),
    /// Words next to each other in this order; with `Some(n)` in any order within `n` moves of that, as
    /// `"near words"~5`.
    Phrase(Vec<String>, Option<u32>),
}

/// How a word has to match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum How {
    /// In any of its forms, and a name in any of its spellings.
    #[default]
    Meant,
    /// `=word`: in exactly these letters, but for case and accents.
    Exact,
    /// `word*`: as the beginning of a word.
    Prefix,
    /// `word~`: with a typing mistake or two.
    Typo,
}

/// A time: from the first day to the last, both in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day; `None` for any time before the last.
    pub first: Option<PartialDate>,
    /// The last day; `None` for any time after the first. Never both `None`.
    pub last: Option<PartialDate>,
}

/// A mark that the person left on a document, or didn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Never opened.
    Unread,
    /// Opened once.
    Read,
    /// With a bookmark or a highlight.
    Bookmarked,
    /// With a note.
    Noted,
}
