//! From markup to a tree: takes what the tokeniser finds, with its place in the raw text, and tells the tree.
//!
//! The tokeniser leaves it to whoever builds a tree to say when the content of an element isn't markup
//! (`script`, `title` and so on); that is said here.

use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer};

use super::attr::{Attr, Attrs};
use super::tag::Tag;
use super::tree::{Tree, TreeBuilder};

/// The bytes at the beginning in which XHTML says that it is XML.
const PROLOGUE: usize = 1024;

/// The tree of the markup in `raw[range]`, with places in `raw`. `None` for what has more elements than a page
/// may have.
pub(super) fn parse(raw: &str, range: Range<usize>) -> Option<Tree<'_>> {
    let markup = raw.get(range.clone()).unwrap_or("");
    let mut tree = TreeBuilder::new(raw);
    let tokens = Tokens {
        raw,
        tree: &mut tree,
        at: range.start,
        text_end: range.start,
        xml: is_xml(markup),
        token: Token::Other,
        self_closing: false,
        name: Vec::new(),
        last_start: Vec::new(),
        attrs: Attrs::default(),
        attr: Vec::new(),
        value: Vec::new(),
    };
    // The only token is that there is too much.
    let full = Tokenizer::new_with_emitter(markup, tokens).next().is_some();
    (!full).then(|| tree.finish())
}

/// Whether the markup says that it is XML: then an element may be empty as `<title/>` is.
fn is_xml(markup: &str) -> bool {
    let markup = markup.trim_start_matches('\u{feff}').trim_start();
    let head = &markup.as_bytes()[..markup.len().min(PROLOGUE)];
    markup.starts_with("<?xml") || memchr::memmem::find(head, b"http://www.w3.org/1999/xhtml").is_some()
}

/// The token that the tokeniser is at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Start,
    End,
    /// A comment or a document type.
    Other,
}

/// That there is more than a page may have.
struct TooMuch;

/// Takes what the tokeniser finds.
struct Tokens<'a, 't> {
    raw: &'a str,
    tree: &'t mut TreeBuilder<'a>,
    /// Where the tokeniser is, in bytes of `raw`.
    at: usize,
    /// Where what was taken last ended.
    text_end: usize,
    xml: bool,
    token: Token,
    self_closing: bool,
    name: Vec<u8>,
    last_start: Vec<u8>,
    attrs: Attrs,
    /// The attribute at hand: its name and its value.
    attr: Vec<u8>,
    value: Vec<u8>,
}

impl Tokens<'_, '_> {
    /// Where the characters that were just found stand. Characters written as entities stand where the entity
    /// does.
    fn place(&self, characters: &[u8]) -> Range<usize> {
        let raw = self.raw.as_bytes();
        let here = |start: usize| raw.get(start..start + characters.len()) == Some(characters);
        let behind = self.at.saturating_sub(characters.len());
        if here(self.text_end) {
            self.text_end..self.text_end + characters.len()
        } else if behind >= self.text_end && here(behind) {
            behind..self.at
        } else {
            self.text_end..self.at.max(self.text_end)
        }
    }

    fn end_attribute(&mut self) {
        if let Some(attr) = Attr::of(&self.attr).filter(|_| self.token == Token::Start) {
            self.attrs.add(attr, &self.value);
        }
        self.attr.clear();
        self.value.clear();
    }

    /// How the content of an element is to be read.
    fn state_in(&self, tag: Tag) -> Option<State> {
        match tag {
            _ if self.xml && self.self_closing => None,
            Tag::Title | Tag::Textarea => Some(State::RcData),
            Tag::Script => Some(State::ScriptData),
            Tag::Style | Tag::Xmp | Tag::Iframe | Tag::Noembed | Tag::Noframes | Tag::Noscript => {
                Some(State::RawText)
            }
            Tag::Plaintext => Some(State::PlainText),
            _ => None,
        }
    }
}

impl Emitter for Tokens<'_, '_> {
    type Token = TooMuch;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(name.unwrap_or_default());
    }

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, characters: &[u8]) {
        let place = self.place(characters);
        self.text_end = place.end;
        self.tree.text(characters, place);
    }

    fn init_start_tag(&mut self) {
        self.token = Token::Start;
        self.self_closing = false;
        self.name.clear();
        self.attrs.clear();
    }

    fn init_end_tag(&mut self) {
        self.token = Token::End;
        self.name.clear();
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attr.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.value.extend_from_slice(value);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        self.text_end = self.at;
        let tag = Tag::of(&self.name);
        if self.token == Token::End {
            self.tree.end(tag);
            self.last_start.clear();
            return None;
        }
        self.tree.start(tag, &mut self.attrs, self.xml && self.self_closing);
        std::mem::swap(&mut self.last_start, &mut self.name);
        self.state_in(tag)
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.token == Token::End && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn init_comment(&mut self) {
        self.token = Token::Other;
    }

    fn emit_current_comment(&mut self) {
        self.text_end = self.at;
    }

    fn init_doctype(&mut self) {
        self.token = Token::Other;
    }

    fn emit_current_doctype(&mut self) {
        self.text_end = self.at;
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        // Where it is XML, `<![CDATA[` begins text.
        self.xml
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<TooMuch> {
        self.tree.is_full().then_some(TooMuch)
    }

    // Errors of the markup, and what comments and document types say, are nobody's business here.
    fn emit_error(&mut self, _: Error) {}
    fn emit_eof(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
