//! The parts of a message (RFC 2045, 2046): which there are, where they stand, which of them are shown.
//!
//! The tree is walked here and not by the crate that reads the fields: that one nests its values as deep as
//! the message does, and to drop them takes the stack; and it searches the whole rest for each delimiter that
//! isn't there. Here each byte is looked at once, and the depth is bounded.

use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;

use super::fields::{Fields, header_len};
use super::transfer;
use crate::corpus::decode;

/// How deep parts are looked into. Real messages have four levels, forwarded ones some more.
const DEEP: usize = 50;

/// The most parts that are kept; more are counted.
const MANY: usize = 10_000;

/// The most bytes of the header of a part that are looked at.
const HEADER: usize = 64 << 10;

/// How the bytes of a part were made fit for transport.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Transfer {
    #[default]
    Plain,
    Base64,
    QuotedPrintable,
}

/// What a part says of itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    /// The type, in lower case, such as `text/plain`.
    pub(super) kind: String,
    pub(super) charset: Option<String>,
    /// Whether its lines are joined as RFC 3676 has it; and whether without the space at their ends.
    pub(super) flowed: bool,
    pub(super) del_sp: bool,
    pub(super) boundary: Option<String>,
    pub(super) transfer: Transfer,
    /// The name of the file.
    pub(super) name: Option<String>,
    /// Whether it is to be shown in its place, or is a file that goes with the message.
    pub(super) disposition: Option<bool>,
    /// What is special about an encrypted or signed part.
    pub(super) protocol: Option<String>,
}

impl Content {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        let mut content = Self { kind: "text/plain".to_owned(), ..Self::default() };
        let owned = |value: &str| value.trim().to_owned();
        if let Some(kind) = fields.content("content-type") {
            let attribute = |name| kind.attribute(name).map(owned).filter(|value: &String| !value.is_empty());
            if let Some(subtype) = kind.subtype() {
                content.kind = format!("{}/{subtype}", kind.ctype()).to_lowercase();
            }
            content.charset = attribute("charset");
            let yes =
                |name, wanted: &str| attribute(name).is_some_and(|value| value.eq_ignore_ascii_case(wanted));
            content.flowed = yes("format", "flowed");
            content.del_sp = yes("delsp", "yes");
            content.boundary = attribute("boundary");
            content.name = attribute("name");
            content.protocol = attribute("protocol").or_else(|| attribute("smime-type"));
        }
        if let Some(disposition) = fields.content("content-disposition") {
            content.name = disposition.attribute("filename").map(owned).or(content.name);
            content.disposition = Some(disposition.ctype().eq_ignore_ascii_case("inline"));
        }
        let transfer = fields.words("content-transfer-encoding").unwrap_or_default().to_lowercase();
        content.transfer = match transfer.as_str() {
            "base64" => Transfer::Base64,
            "quoted-printable" => Transfer::QuotedPrintable,
            _ => Transfer::Plain,
        };
        content
    }

    fn is_multipart(&self) -> bool {
        self.kind.starts_with("multipart/") && self.boundary.is_some()
    }

    pub(super) fn is_html(&self) -> bool {
        self.kind == "text/html"
    }

    /// Whether it can be shown as the text of the message.
    fn is_text(&self) -> bool {
        let shown = self.disposition.unwrap_or(self.name.is_none());
        shown && matches!(self.kind.as_str(), "text/plain" | "text/html" | "text/enriched")
    }
}

/// A part that has no parts of its own.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) content: Content,
    /// Where its header stands in the message; empty where the message has no parts.
    pub(super) header: Range<usize>,
    pub(super) body: Range<usize>,
    /// The multiparts around it and the number of the branch in each, from the outermost on.
    around: Vec<(usize, usize)>,
    /// Whether it is shown as the text.
    pub(super) shown: bool,
}

/// The parts of a message.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) leaves: Vec<Leaf>,
    /// How many there are more.
    pub(super) more: usize,
    /// Whether some are nested too deep to be looked into.
    pub(super) too_deep: bool,
    /// What the message is encrypted with, by its type.
    pub(super) encrypted: Option<&'static str>,
}

/// A multipart whose end hasn't come yet.
struct Open {
    boundary: Vec<u8>,
    number: usize,
    branches: usize,
}

struct Walk<'a> {
    bytes: &'a [u8],
    open: Vec<Open>,
    multiparts: usize,
    alternatives: Vec<usize>,
    /// The leaf whose end hasn't come yet.
    leaf: Option<Leaf>,
    parts: Parts,
}

/// The parts of a message with this content and body.
pub(super) fn walk(bytes: &[u8], content: Content, body: Range<usize>) -> Parts {
    let mut walk = Walk {
        bytes,
        open: Vec::new(),
        multiparts: 0,
        alternatives: Vec::new(),
        leaf: None,
        parts: Parts::default(),
    };
    let root = content.clone();
    walk.part(content, body.start..body.start, body.start);
    let finder = memmem::Finder::new("\n--");
    // The beginning of a line.
    let mut at = body.start;
    while !walk.open.is_empty() {
        if bytes.get(at..at + 2) == Some(b"--") {
            at = walk.delimiter(at);
            continue;
        }
        match bytes.get(at..).and_then(|rest| finder.find(rest)) {
            Some(next) => at += next + 1,
            None => break,
        }
    }
    walk.close(bytes.len());
    let mut parts = walk.parts;
    if parts.leaves.is_empty() {
        // No delimiter at all: the body is a text in spite of what it says. Its parts would have had a transfer
        // encoding each, it has none itself (RFC 2045, 6.4).
        let content = Content { kind: "text/plain".to_owned(), transfer: Transfer::Plain, ..root };
        parts.leaves.push(Leaf { content, header: 0..0, body, around: Vec::new(), shown: true });
    } else {
        show(&mut parts.leaves, &walk.alternatives, bytes);
    }
    parts
}

impl Walk<'_> {
    /// Looks at the line at `at`, which begins with two dashes. Gives where to look on.
    fn delimiter(&mut self, at: usize) -> usize {
        let rest = self.bytes.get(at + 2..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let line = rest.get(..end).unwrap_or_default().trim_ascii_end();
        let below = (at + 2 + end + 1).min(self.bytes.len());
        let is = |open: &Open, line: &[u8]| line == open.boundary.as_slice();
        let closing = line.strip_suffix(b"--");
        let found = self.open.iter().enumerate().rev().find_map(|(number, open)| {
            if is(open, line) {
                return Some((number, false));
            }
            closing.filter(|line| is(open, line)).map(|_| (number, true))
        });
        let Some((number, last)) = found else { return below };
        self.close(at);
        self.open.truncate(number + usize::from(!last));
        if last {
            return below;
        }
        if let Some(open) = self.open.last_mut() {
            open.branches += 1;
        }
        let header = self.bytes.get(below..self.bytes.len().min(below + HEADER)).unwrap_or_default();
        let (len, content) = read_header(header);
        self.part(content, below..below + len, below + len);
        below + len
    }

    /// A part with this content begins.
    fn part(&mut self, content: Content, header: Range<usize>, body: usize) {
        match content.kind.as_str() {
            "multipart/encrypted" => self.parts.encrypted = Some("PGP"),
            "application/pkcs7-mime" | "application/x-pkcs7-mime" => {
                let signed = content.protocol.as_deref() == Some("signed-data");
                self.parts.encrypted = Some(if signed { "S/MIME, in a signed envelope" } else { "S/MIME" });
            }
            _ => {}
        }
        if content.is_multipart() && self.open.len() < DEEP {
            if content.kind == "multipart/alternative" {
                self.alternatives.push(self.multiparts);
            }
            let boundary = content.boundary.unwrap_or_default().into_bytes();
            self.open.push(Open { boundary, number: self.multiparts, branches: 0 });
            self.multiparts += 1;
            return;
        }
        self.parts.too_deep |= content.is_multipart();
        if self.parts.leaves.len() >= MANY {
            self.parts.more += 1;
            return;
        }
        let around = self.open.iter().map(|open| (open.number, open.branches)).collect();
        self.leaf = Some(Leaf { content, header, body: body..body, around, shown: false });
    }

    /// The leaf before the delimiter at `at` ends. The line end before a delimiter belongs to it.
    fn close(&mut self, at: usize) {
        let Some(mut leaf) = self.leaf.take() else { return };
        let mut end = at;
        if !self.open.is_empty() && at < self.bytes.len() {
            end -= usize::from(self.bytes.get(..end).is_some_and(|before| before.ends_with(b"\n")));
            end -= usize::from(self.bytes.get(..end).is_some_and(|before| before.ends_with(b"\r")));
        }
        leaf.body.end = end.max(leaf.body.start);
        self.parts.leaves.push(leaf);
    }
}

/// The length of the header with which `bytes` begin, and what it says of the content.
fn read_header(bytes: &[u8]) -> (usize, Content) {
    let len = header_len(bytes);
    let text = decode::decode(bytes.get(..len).unwrap_or_default()).text;
    (len, Content::read(&Fields::read(&text)))
}

/// Chooses what is shown: of alternatives the branch with a plain text that says something, else the one with HTML.
fn show(leaves: &mut [Leaf], alternatives: &[usize], bytes: &[u8]) {
    // For each alternative, the rank of the best branch and its number.
    let mut best: HashMap<usize, (u8, usize)> = HashMap::new();
    let chosen = |leaf: &Leaf| leaf.content.is_text();
    let is_alternative = |(multipart, _): &(usize, usize)| alternatives.binary_search(multipart).is_ok();
    for leaf in leaves.iter().filter(|leaf| chosen(leaf) && leaf.around.iter().any(is_alternative)) {
        let rank = if leaf.is_blank(bytes) { 2 } else { u8::from(leaf.content.is_html()) };
        for (multipart, branch) in &leaf.around {
            if is_alternative(&(*multipart, *branch)) {
                let known = best.entry(*multipart).or_insert((rank, *branch));
                *known = (*known).min((rank, *branch));
            }
        }
    }
    let only = leaves.len() == 1;
    for leaf in leaves {
        let in_branch = leaf
            .around
            .iter()
            .all(|(multipart, branch)| best.get(multipart).is_none_or(|(_, best)| best == branch));
        leaf.shown = chosen(leaf) && in_branch || only && leaf.content.kind.starts_with("text/");
    }
}

impl Leaf {
    /// Whether its text says nothing. Programs that write HTML put a blank, a line end or a dash into the plain text
    /// that a standard wants beside it. What HTML says is known once it is set only, and it is the last choice anyway.
    fn is_blank(&self, bytes: &[u8]) -> bool {
        let body = bytes.get(self.body.clone()).unwrap_or_default();
        body.is_empty()
            || !self.content.is_html()
                && !transfer::text(&self.content, body).text.contains(char::is_alphanumeric)
    }

    /// Whether it goes with the message as a file, and isn't another form of what is shown.
    pub(super) fn is_attached(&self) -> bool {
        let other_form = self.content.is_text() && self.content.name.is_none();
        !self.shown && !other_form
    }
}

#[cfg(test)]
#[path = "parts_tests.rs"]
mod tests;
