//! Reading a query: the tokens of a line to a tree.
//!
//! Each open bracket is a frame on a stack of our own, so that no input is too deep for the program's.

use super::field::{self, Field};
use super::lexer::{Lexer, Token, TokenKind};
use super::signs::{bare, has_letters, how};
use super::{Complaint, How, Node, Query, Scope, Sought, Words, dates};
use crate::text::Span;
use crate::text::nearest::{self, NAME_MAX};

/// Brackets within brackets that are read.
const DEEPEST: usize = 32;

/// Words of a query that are looked for; who pastes more wants a passage found, not each of its words.
const MOST: usize = 256;

/// Complaints that are kept: nobody reads more.
const COMPLAINTS: usize = 16;

impl Query {
    /// Reads what a person typed. Never fails: what isn't understood is left out and told in
    /// [`Query::complaints`].
    pub fn read(typed: &str) -> Self {
        let mut reader = Reader { typed, ..Reader::default() };
        for token in Lexer::new(typed) {
            if reader.count >= MOST {
                let text = format!("only the first {MOST} words are looked for");
                reader.complain(token.span, text);
                break;
            }
            reader.take(token);
        }
        reader.finish()
    }
}

/// What stands in a bracket, or in the whole line.
#[derive(Default)]
struct Frame {
    /// The alternatives before the last `OR`.
    any: Vec<Node>,
    /// What stands since then.
    all: Vec<Node>,
    /// Whether anything stands since then, if only something that was left out.
    some: bool,
    /// A `NOT` or `-` that waits for what it denies.
    not: Option<Span>,
    /// An `AND` or `OR` that waits for what stands behind it.
    joint: Option<Span>,
    /// The field before the bracket, or the one of the bracket around it.
    field: Field,
    /// Where the bracket stands.
    opened: Span,
}

impl Frame {
    fn push(&mut self, node: Option<Node>) {
        self.some = true;
        self.joint = None;
        let denied = self.not.take().is_some();
        match node {
            Some(node) if denied => self.all.push(denied_of(node)),
            Some(Node::All(nodes)) => self.all.extend(nodes),
            Some(node) => self.all.push(node),
            None => {}
        }
    }

    /// Ends an alternative.
    fn alternative(&mut self) {
        match join(std::mem::take(&mut self.all), Node::All) {
            Some(Node::Any(nodes)) => self.any.extend(nodes),
            Some(node) => self.any.push(node),
            None => {}
        }
        self.some = false;
    }

    fn finish(mut self) -> Option<Node> {
        self.alternative();
        join(self.any, Node::Any)
    }
}

/// Not that; what was denied twice is itself.
fn denied_of(node: Node) -> Node {
    match node {
        Node::Not(node) => *node,
        node => Node::Not(Box::new(node)),
    }
}

/// The nodes as one.
fn join(mut nodes: Vec<Node>, all: impl FnOnce(Vec<Node>) -> Node) -> Option<Node> {
    match nodes.len() {
        0 => None,
        1 => nodes.pop(),
        _ => Some(all(nodes)),
    }
}

#[derive(Default)]
struct Reader<'a> {
    typed: &'a str,
    /// The frames around the one that is being read.
    outer: Vec<Frame>,
    frame: Frame,
    /// Open brackets that are too deep to be read.
    ignored: usize,
    /// Words that were taken.
    count: usize,
    complaints: Vec<Complaint>,
}

impl Reader<'_> {
    fn complain(&mut self, span: Span, text: String) {
        if self.complaints.len() < COMPLAINTS {
            self.complaints.push(Complaint { span, text });
        }
    }

    /// What stands there, in quotation marks and not too long.
    fn quoted(&self, span: Span) -> String {
        quoted(span.of(self.typed))
    }

    /// From where `span` begins to the end of the line.
    fn onwards(&self, span: Span) -> Span {
        Span::new(span.start as usize, self.typed.len())
    }

    fn take(&mut self, token: Token<'_>) {
        let span = token.span;
        match token.kind {
            TokenKind::Open(field) => self.open(field, span),
            TokenKind::Close => self.close(span),
            TokenKind::And => self.joint(span),
            TokenKind::Or => {
                self.joint(span);
                if self.frame.some {
                    self.frame.alternative();
                }
            }
            TokenKind::Not => {
                // Denied twice is not denied.
                self.frame.not = if self.frame.not.is_some() { None } else { Some(span) };
            }
            TokenKind::Word { field, exact, text } => {
                let field = field.unwrap_or(self.frame.field);
                let node = match field {
                    Field::Scope(scope) => self.word(scope, exact, text, span),
                    field => self.value(field, text, span),
                };
                self.frame.push(node);
            }
            TokenKind::Phrase { field, text, near, open } => {
                if open {
                    let text = "a quotation mark is open; what is behind it is one phrase".to_owned();
                    self.complain(span, text);
                }
                let node = match field.unwrap_or(self.frame.field) {
                    Field::Scope(scope) => self.phrase(scope, text, near, span),
                    field => self.value(field, text.trim(), span),
                };
                self.frame.push(node);
            }
            TokenKind::Field(field) => {
                let (name, example) = (self.quoted(span), field.example());
                self.complain(span, format!("{name} needs {example} right behind it, so it is left out"));
                self.frame.push(None);
            }
        }
    }

    /// `AND` or `OR`, both of which need something on either side.
    fn joint(&mut self, span: Span) {
        let not = self.frame.not.take();
        self.lacking(not, span.start as usize);
        if self.frame.some {
            self.frame.joint = Some(span);
        } else {
            let sign = self.quoted(span);
            self.complain(span, format!("{sign} has nothing before it, so it is left out"));
        }
    }

    /// Complains of an operator behind which, up to `end`, there is nothing.
    fn lacking(&mut self, operator: Option<Span>, end: usize) {
        if let Some(operator) = operator {
            let sign = self.quoted(operator);
            let span = Span::new(operator.start as usize, end);
            self.complain(span, format!("{sign} has nothing behind it, so it is left out"));
        }
    }

    fn open(&mut self, field: Option<Field>, span: Span) {
        if self.outer.len() >= DEEPEST {
            if self.ignored == 0 {
                self.complain(span, format!("brackets over {DEEPEST} deep are left out"));
            }
            self.ignored += 1;
            return;
        }
        let frame = Frame { field: field.unwrap_or(self.frame.field), opened: span, ..Frame::default() };
        self.outer.push(std::mem::replace(&mut self.frame, frame));
    }

    fn close(&mut self, span: Span) {
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        self.end_frame(span.start as usize);
        let Some(outer) = self.outer.pop() else {
            return self.complain(span, "“)” closes nothing, so it is left out".to_owned());
        };
        let inner = std::mem::replace(&mut self.frame, outer);
        let whole = inner.opened.join(span);
        let empty = !inner.some && inner.any.is_empty();
        let node = inner.finish();
        if empty {
            self.complain(whole, "there is nothing in the brackets, so they are left out".to_owned());
        }
        self.frame.push(node);
    }

    /// Complains of operators that wait for something at the end of a bracket or of the line, `end`.
    fn end_frame(&mut self, end: usize) {
        let (joint, not) = (self.frame.joint.take(), self.frame.not.take());
        self.lacking(joint, end);
        self.lacking(not, end);
    }

    fn finish(mut self) -> Query {
        self.end_frame(self.typed.len());
        let mut unclosed = None;
        while let Some(outer) = self.outer.pop() {
            let inner = std::mem::replace(&mut self.frame, outer);
            unclosed = Some(inner.opened);
            let node = inner.finish();
            self.frame.push(node);
            self.end_frame(self.typed.len());
        }
        if let Some(opened) = unclosed {
            let span = self.onwards(opened);
            self.complain(span, "a bracket is open; it is taken to close at the end".to_owned());
        }
        let root = std::mem::take(&mut self.frame).finish();
        // Signs of the language that are still being typed ask for nothing yet; any others never will.
        let is_ours = |c: char| c.is_whitespace() || "-\"()=~*:".contains(c);
        if root.is_none() && self.complaints.is_empty() && !self.typed.chars().all(is_ours) {
            let whole = Span::new(0, self.typed.len());
            let sign = self.quoted(whole);
            self.complain(whole, format!("{sign} needs letters or digits, so it is left out"));
        }
        self.complaints.sort_by_key(|complaint| complaint.span.start);
        Query { root, complaints: self.complaints }
    }

    /// A word that is looked for.
    fn word(&mut self, scope: Scope, exact: bool, text: &str, span: Span) -> Option<Node> {
        let (word, mut how) = how(text);
        let word = bare(word, scope);
        if !has_letters(word) {
            // Punctuation alone says nothing; a sign of ours alone was meant to.
            if exact || how != How::Meant || text.is_empty() {
                let sign = self.quoted(span);
                self.complain(span, format!("{sign} needs letters or digits, so it is left out"));
            }
            return None;
        }
        if exact {
            if how != How::Meant {
                let sign = self.quoted(span);
                self.complain(
                    span,
                    format!(
                        "{sign}: “=” asks for these letters and no others, so the sign at the end is left out"
                    ),
                );
            }
            how = How::Exact;
        } else if word.contains('*') {
            let sign = self.quoted(span);
            self.complain(span, format!("{sign}: a star works only at the end of a word"));
        } else if scope == Scope::Anywhere {
            self.mistyped(word, span);
        }
        self.count += 1;
        Some(Node::Sought(Sought { scope, words: Words::Word(word.to_owned(), how), span }))
    }

    /// Tells of a word that looks like a field and is none: one with a slip in its name, or one that there isn't.
    fn mistyped(&mut self, word: &str, span: Span) {
        let Some((name, value)) = word.split_once(':') else { return };
        let name_like =
            (3..=NAME_MAX).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !name_like || value.is_empty() || value.starts_with('/') {
            return;
        }
        let typed = self.quoted(span);
        // Stricter than for commands: "page:" or "time:" may well stand in a text.
        let slips = if name.len() < 8 { 1 } else { 2 };
        let why = match nearest::within(name, slips, Field::names()) {
            Some(meant) => format!("did you mean “{meant}:”?"),
            None => format!("there is no field “{name}:”"),
        };
        self.complain(span, format!("{typed} is looked for as it is; {why}"));
    }

    /// A phrase that is looked for.
    fn phrase(&mut self, scope: Scope, text: &str, near: Option<Option<u32>>, span: Span) -> Option<Node> {
        let left = MOST - self.count.min(MOST);
        let mut signs = Vec::new();
        let mut words = text.split_whitespace().filter_map(|typed| {
            let (word, meant) = how(bare(typed, scope));
            if meant != How::Meant && has_letters(word) {
                signs.push(typed);
            }
            has_letters(word).then_some(word)
        });
        let taken: Vec<String> = words.by_ref().take(left).map(str::to_owned).collect();
        if words.next().is_some() {
            // It begins at the phrase and ends there, since no key that is typed behind it mends it.
            let start = Span { end: span.start, ..span };
            self.complain(start, format!("only the first {MOST} words are looked for"));
        }
        for word in signs {
            let text =
                format!("{}: * and ~ aren't heeded within a phrase, so the sign is left out", quoted(word));
            self.complain(span, text);
        }
        if taken.is_empty() {
            let sign = self.quoted(span);
            self.complain(span, format!("{sign} needs letters or digits, so it is left out"));
            return None;
        }
        if near == Some(None) {
            let sign = self.quoted(span);
            self.complain(span, format!("{sign}: “~” needs a number of words, as in ~5"));
        }
        self.count += taken.len();
        Some(Node::Sought(Sought { scope, words: Words::Phrase(taken, near.flatten()), span }))
    }

    /// The value of a field that takes no words.
    fn value(&mut self, field: Field, value: &str, span: Span) -> Option<Node> {
        let typed = self.quoted(span);
        let node = match field {
            Field::Date | Field::Mentions => match dates::read(value) {
                Some((dates, turned)) => {
                    if turned {
                        self.complain(span, format!("{typed} runs backwards, so it is read as {dates}"));
                    }
                    Some(if field == Field::Date { Node::Date(dates) } else { Node::Mentions(dates) })
                }
                None => {
                    // As short as fits a line of the screen.
                    let name = field.name();
                    // "date:-2019" is rather "until 2019" than "not in 2019".
                    let until = value.trim_start_matches(['-', '–']);
                    let until = dates::read(until).filter(|_| until.len() < value.len());
                    let until = until.filter(|(dates, _)| dates.first == dates.last);
                    let meant = match until {
                        Some((dates, _)) => format!("..{dates}"),
                        None => "2019-07..2020".to_owned(),
                    };
                    self.complain(span, format!("{typed} is no date (left out); write {name}:{meant}"));
                    None
                }
            },
            Field::Format => field::format(value).or_else(|| {
                let names: Vec<String> = field::format_names().collect();
                let (dash, value) = without_dash(value);
                let meant = nearest::nearest(value, names.iter().map(String::as_str));
                let hint = meant.map_or("write format:pdf or format:html".to_owned(), |meant| {
                    format!("did you mean {dash}format:{meant}?")
                });
                self.complain(span, format!("{typed} is no format, so it is left out; {hint}"));
                None
            }),
            Field::Is => field::mark(value).or_else(|| {
                let all = || field::mark_names().collect::<Vec<_>>().join(", ");
                let (dash, value) = without_dash(value);
                let hint = nearest::nearest(value, field::mark_names()).map_or_else(
                    || format!("“is:” takes {}", all()),
                    |meant| format!("did you mean {dash}is:{meant}?"),
                );
                self.complain(span, format!("{typed} is no mark, so it is left out; {hint}"));
                None
            }),
            Field::Scope(_) => None,
        };
        self.count += usize::from(node.is_some());
        node
    }
}

/// The dash before a value, which belongs before the field, and the rest.
fn without_dash(value: &str) -> (&str, &str) {
    value.strip_prefix('-').map_or(("", value), |rest| ("-", rest))
}

/// What was typed, in quotation marks and not too long.
fn quoted(typed: &str) -> String {
    match typed.char_indices().nth(NAME_MAX) {
        Some((at, _)) => format!("“{}…”", &typed[..at]),
        None => format!("“{typed}”"),
    }
}
