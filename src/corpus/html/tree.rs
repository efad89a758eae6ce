//! The tree of a page: elements and text in the order of the markup, and the rules by which elements end.
//!
//! The nodes lie in one list, each before those inside it and behind it; a node knows where what is inside it
//! ends. So a walk is a loop over the list, and leaving out an element is a step to its end.

use std::ops::Range;

use super::attr::{Attr, Attrs};
use super::content::Role;
use super::tag::Tag;

/// The most elements that lie in one another. What is nested more deeply lies side by side. (Browsers stop
/// at 512.)
const MAX_DEPTH: usize = 256;

/// The most nodes of a page. Pages have one in some twenty bytes; the largest that are read as markup have a
/// third of so many. What has more was made to use up the memory.
const MAX_NODES: usize = 2 << 20;

/// What a node is.
#[derive(Debug)]
pub(super) enum Kind {
    Element {
        tag: Tag,
        /// The first and the number behind the last of its attributes.
        attrs: (u32, u32),
    },
    Text {
        /// Where it stands in the raw text.
        raw: (u32, u32),
        /// Where its characters stand in `Tree::decoded`; `None` where the raw text has the same.
        decoded: Option<(u32, u32)>,
    },
}

/// A node: an element or a piece of text.
#[derive(Debug)]
pub(super) struct Node {
    /// The number of the node around it; the root's is its own.
    pub(super) parent: u32,
    /// The number behind the last node inside it.
    pub(super) end: u32,
    pub(super) kind: Kind,
}

/// The tree of a page. Node 0 is the root, an element that stands around all.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) raw: &'a str,
    pub(super) nodes: Vec<Node>,
    attrs: Attrs,
    decoded: String,
}

impl Tree<'_> {
    /// The element that node `at` is; `Unknown` for a text.
    pub(super) fn tag(&self, at: usize) -> Tag {
        match self.nodes.get(at).map(|node| &node.kind) {
            Some(Kind::Element { tag, .. }) => *tag,
            _ => Tag::Unknown,
        }
    }

    pub(super) fn parent(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(0, |node| node.parent as usize)
    }

    /// The number behind the last node inside node `at`.
    pub(super) fn end(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(self.nodes.len(), |node| node.end as usize)
    }

    /// The value of an attribute of node `at`.
    pub(super) fn attr(&self, at: usize, attr: Attr) -> Option<&str> {
        match self.nodes.get(at)?.kind {
            Kind::Element { attrs: (from, to), .. } => self.attrs.get(from as usize, to as usize, attr),
            Kind::Text { .. } => None,
        }
    }

    /// The text that node `at` is, and where it stands in the raw text; `None` for an element.
    pub(super) fn text(&self, at: usize) -> Option<(&str, Range<usize>)> {
        let Kind::Text { raw, decoded } = &self.nodes.get(at)?.kind else { return None };
        let range = raw.0 as usize..raw.1 as usize;
        let text = match decoded {
            Some((from, to)) => self.decoded.get(*from as usize..*to as usize)?,
            None => self.raw.get(range.clone())?,
        };
        Some((text, range))
    }

    /// The numbers of the nodes right inside node `at`.
    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.end(at);
        let mut next = at + 1;
        std::iter::from_fn(move || {
            let child = next;
            next = self.end(child).max(child + 1);
            (child < end).then_some(child)
        })
    }

    /// What can be seen of the texts inside node `at`, as [`Tree::all_text`], in single spaces.
    pub(super) fn shown_text(&self, at: usize, roles: &[Role], most: usize) -> String {
        let mut shown = String::new();
        let (mut next, end) = (at, self.end(at));
        while next < end && shown.len() < most {
            if roles.get(next) == Some(&Role::Hidden) {
                next = self.end(next);
                continue;
            }
            match self.text(next) {
                Some((text, _)) => shown.push_str(text),
                None if self.tag(next).is_block() || self.tag(next) == Tag::Br => shown.push(' '),
                None => {}
            }
            next += 1;
        }
        crate::corpus::looks::single_spaced(&shown)
    }

    /// All characters of the texts inside node `at`, the first `most` bytes of them at least, if there are so
    /// many.
    pub(super) fn all_text(&self, at: usize, most: usize) -> String {
        let mut all = String::new();
        // Elements without a text count too, so that nobody waits for them.
        for node in (at..self.end(at)).take(most.max(64)) {
            if all.len() >= most {
                break;
            }
            if let Some((text, _)) = self.text(node) {
                all.push_str(text);
            }
        }
        all
    }
}

/// A tree under construction.
pub(super) struct TreeBuilder<'a> {
    tree: Tree<'a>,
    /// The elements that are open, from the root on.
    open: Vec<(u32, Tag)>,
    /// How many of each are open.
    counts: [u16; Tag::COUNT],
    /// Whether there was a `body`.
    in_body: bool,
}

impl<'a> TreeBuilder<'a> {
    pub(super) fn new(raw: &'a str) -> Self {
        let root = Node { parent: 0, end: 0, kind: Kind::Element { tag: Tag::Unknown, attrs: (0, 0) } };
        let tree = Tree { raw, nodes: vec![root], attrs: Attrs::default(), decoded: String::new() };
        let mut counts = [0; Tag::COUNT];
        counts[Tag::Unknown as usize] = 1;
        Self { tree, open: vec![(0, Tag::Unknown)], counts, in_body: false }
    }

    /// Whether the page has more nodes than a page may have.
    pub(super) fn is_full(&self) -> bool {
        self.tree.nodes.len() > MAX_NODES
    }

    pub(super) fn finish(mut self) -> Tree<'a> {
        self.end_down_to(0);
        self.tree
    }

    /// Takes text that stands at `range` of the raw text.
    pub(super) fn text(&mut self, characters: &[u8], range: Range<usize>) {
        let blank = characters.iter().all(u8::is_ascii_whitespace);
        if !blank && matches!(self.open.last(), Some((_, Tag::Head | Tag::Html))) {
            self.leave_head();
        }
        let raw = (range.start as u32, range.end as u32);
        let verbatim = self.tree.raw.as_bytes().get(range) == Some(characters);
        let parent = self.parent();
        if verbatim
            && let Some(Node { parent: known, kind: Kind::Text { raw: before, decoded: None }, .. }) =
                self.tree.nodes.last_mut()
            && *known == parent
            && before.1 == raw.0
        {
            before.1 = raw.1;
            return;
        }
        let decoded = (!verbatim).then(|| {
            let from = self.tree.decoded.len() as u32;
            self.tree.decoded.push_str(&String::from_utf8_lossy(characters));
            (from, self.tree.decoded.len() as u32)
        });
        self.push(Kind::Text { raw, decoded });
    }

    /// Takes a start tag. `empty` says that the element ends with it.
    pub(super) fn start(&mut self, tag: Tag, attrs: &mut Attrs, empty: bool) {
        if self.is_open(Tag::Head) && !tag.is_of_head() {
            self.leave_head();
        }
        match tag {
            // Of these there is one.
            Tag::Html if self.is_open(Tag::Html) => return,
            Tag::Head if self.in_body || self.is_open(Tag::Head) => return,
            Tag::Body if self.in_body => return,
            Tag::Form if self.is_open(Tag::Form) => return,
            Tag::Body => self.in_body = true,
            _ => {}
        }
        if self.is_open(Tag::Svg) && tag.is_block() && tag != Tag::Title {
            // A picture whose end was forgotten doesn't swallow the page.
            self.end_one(|open| open == Tag::Svg, |_| false);
        }
        self.end_implied(tag);
        let from = self.tree.attrs.len() as u32;
        self.tree.attrs.append(attrs);
        let at = self.push(Kind::Element { tag, attrs: (from, self.tree.attrs.len() as u32) });
        let in_svg = self.is_open(Tag::Svg) && tag != Tag::Svg;
        if !(empty || tag.is_void() || in_svg || self.open.len() >= MAX_DEPTH) {
            self.open.push((at, tag));
            self.counts[tag as usize] += 1;
        }
    }

    /// Takes an end tag.
    pub(super) fn end(&mut self, tag: Tag) {
        match tag {
            // What stands behind these ends belongs to the page as well.
            Tag::Html | Tag::Body => {}
            Tag::Br => {
                self.push(Kind::Element { tag: Tag::Br, attrs: (0, 0) });
            }
            // An end tag of a paragraph that isn't open is a paragraph without a text.
            Tag::P if !self.is_open(Tag::P) => {
                self.push(Kind::Element { tag: Tag::P, attrs: (0, 0) });
            }
            _ if tag.level().is_some() => {
                self.end_one(|open| open.level().is_some(), |open| open.is_table_part());
            }
            _ if !self.is_open(tag) => {}
            _ if tag.is_table_part() => self.end_one(|open| open == tag, |open| open == Tag::Table),
            Tag::Li => self.end_one(|open| open == tag, ends_item),
            // What is inside these ends with them, whatever it is.
            Tag::A
            | Tag::Button
            | Tag::Label
            | Tag::Svg
            | Tag::Math
            | Tag::Template
            | Tag::Own
            | Tag::Unknown => {
                self.end_one(|open| open == tag, Tag::is_cell);
            }
            _ if tag.is_block() => {
                self.end_one(|open| open == tag, |open| open.is_cell() || open == Tag::Table);
            }
            // A block inside an element of a line goes on.
            _ => self.end_one(|open| open == tag, Tag::is_block),
        }
    }

    fn is_open(&self, tag: Tag) -> bool {
        self.counts[tag as usize] > 0
    }

    fn parent(&self) -> u32 {
        self.open.last().map_or(0, |(at, _)| *at)
    }

    fn push(&mut self, kind: Kind) -> u32 {
        let at = self.tree.nodes.len() as u32;
        self.tree.nodes.push(Node { parent: self.parent(), end: at + 1, kind });
        at
    }

    /// Ends what is open in the head, and the head.
    fn leave_head(&mut self) {
        self.end_one(|open| open == Tag::Head, |_| false);
    }

    /// Ends the innermost open element that `is_it`, with all that is open inside it, unless one that is a
    /// `border` lies between.
    fn end_one(&mut self, is_it: impl Fn(Tag) -> bool, border: impl Fn(Tag) -> bool) {
        for at in (1..self.open.len()).rev() {
            let (_, tag) = self.open[at];
            if is_it(tag) {
                self.end_down_to(at);
                return;
            }
            if border(tag) {
                return;
            }
        }
    }

    /// Ends the open elements from the one at `depth` on.
    fn end_down_to(&mut self, depth: usize) {
        let end = self.tree.nodes.len() as u32;
        for (at, tag) in self.open.drain(depth..) {
            self.tree.nodes[at as usize].end = end;
            self.counts[tag as usize] -= 1;
        }
    }

    /// Ends what is over where an element of this kind begins (HTML Living Standard, 13.1.2.4 and 13.2.6).
    fn end_implied(&mut self, tag: Tag) {
        use Tag::{
            A, Button, Dd, Dt, Li, Optgroup, Option, P, Rp, Rt, Ruby, Select, Table, Tbody, Td, Tfoot, Th,
            Thead, Tr,
        };
        if tag.ends_paragraph() && self.is_open(P) {
            self.end_one(|open| open == P, |open| open.is_cell() || matches!(open, Table | Button));
        }
        if tag.level().is_some() && self.open.last().is_some_and(|(_, open)| open.level().is_some()) {
            self.end_down_to(self.open.len() - 1);
        }
        match tag {
            Li if self.is_open(Li) => self.end_one(|open| open == Li, ends_item),
            Dd | Dt if self.is_open(Dd) || self.is_open(Dt) => {
                self.end_one(|open| matches!(open, Dd | Dt), ends_item);
            }
            Tr if self.is_open(Tr) => self.end_one(|open| open == Tr, |open| open == Table),
            Td | Th if self.is_open(Td) || self.is_open(Th) => {
                self.end_one(|open| matches!(open, Td | Th), |open| matches!(open, Tr | Table));
            }
            Tbody | Thead | Tfoot => {
                self.end_one(|open| matches!(open, Tbody | Thead | Tfoot), |open| open == Table);
            }
            A if self.is_open(A) => self.end_one(|open| open == A, |open| open.is_cell() || open == Table),
            Button if self.is_open(Button) => self.end_one(|open| open == Button, Tag::is_cell),
            Option | Optgroup if self.is_open(Option) => {
                self.end_one(|open| open == Option, |open| open == Select);
            }
            Rt | Rp => self.end_one(|open| matches!(open, Rt | Rp), |open| open == Ruby),
            _ => {}
        }
    }
}

/// Whether an item that lies outside of this element isn't ended by what begins inside it.
fn ends_item(open: Tag) -> bool {
    open == Tag::Template || open.is_block() && !matches!(open, Tag::Address | Tag::Div | Tag::P)
}
