//! Setting a page: the tree becomes blocks of a reading text.

use super::attr::Attr;
use super::content::Role;
use super::table;
use super::tag::Tag;
use super::tree::Tree;
use super::white::White;
use crate::corpus::builder::Builder;
use crate::text::{AsideReason, BlockKind};

/// What is to be done where an element ends.
enum Leave {
    Nothing,
    Block,
    Line,
    Table,
    Quote,
    List,
    Item,
    Indent,
    Pre,
    /// These characters are set behind it.
    Insert(&'static str),
}

/// An element that is open.
struct Open {
    end: usize,
    leave: Leave,
    /// What was set aside around it, where that changed.
    around: Option<Option<AsideReason>>,
}

/// Sets trees.
pub(super) struct Flow<'a, 'b, 'r> {
    tree: &'a Tree<'a>,
    roles: &'a [Role],
    builder: &'b mut Builder<'r>,
    white: White,
    open: Vec<Open>,
    /// How many elements that make one line of all that is in them (headings, cells), and how many that keep
    /// their lines, are open.
    inline: usize,
    pres: usize,
    /// Whether what stands for a picture is set.
    pictures: bool,
    /// Whether a line break was set and nothing since.
    broken: bool,
}

impl<'a, 'b, 'r> Flow<'a, 'b, 'r> {
    pub(super) fn new(
        tree: &'a Tree<'a>,
        roles: &'a [Role],
        builder: &'b mut Builder<'r>,
        pictures: bool,
    ) -> Self {
        let white = White::default();
        Self { tree, roles, builder, white, open: Vec::new(), inline: 0, pres: 0, pictures, broken: false }
    }

    /// Sets all of the tree.
    pub(super) fn set(mut self) {
        self.boundary(true);
        let mut at = 0;
        while at < self.tree.nodes.len() {
            self.leave_up_to(at);
            at = if let Some((text, range)) = self.tree.text(at) {
                self.text(text, range);
                at + 1
            } else if self.role(at) == Role::Hidden {
                self.tree.end(at)
            } else {
                self.enter(at)
            };
        }
        self.leave_up_to(usize::MAX);
        self.boundary(true);
        self.builder.set_aside(None);
    }

    fn role(&self, at: usize) -> Role {
        self.roles.get(at).copied().unwrap_or_default()
    }

    fn text(&mut self, text: &str, range: std::ops::Range<usize>) {
        if self.pres > 0 && self.inline == 0 {
            self.builder.code(text, range);
        } else {
            let set = self.white.set(self.builder, text, range);
            self.broken &= !set;
        }
    }

    /// Ends the block. `apart` says whether the next one is set apart from it.
    fn boundary(&mut self, apart: bool) {
        if self.inline > 0 {
            self.white.space();
            return;
        }
        self.builder.end();
        self.white.begin();
        self.broken = false;
        if apart && !self.builder.at_marker() {
            self.builder.set_apart(true);
        }
    }

    /// Whether blocks stand apart here: not in lists, where only the second paragraph of an item does.
    fn apart(&self) -> bool {
        !self.builder.in_list()
    }

    fn leave_up_to(&mut self, at: usize) {
        while self.open.last().is_some_and(|open| open.end <= at) {
            let Some(open) = self.open.pop() else { return };
            match open.leave {
                Leave::Nothing => {}
                Leave::Block => self.boundary(self.apart()),
                Leave::Line => {
                    self.inline -= 1;
                    if !self.builder.in_table() {
                        self.boundary(true);
                    }
                }
                Leave::Table => {
                    self.builder.end_table();
                    self.boundary(self.apart());
                }
                Leave::Quote => {
                    self.builder.leave_quote();
                    self.white.begin();
                }
                Leave::List => {
                    self.builder.leave_list();
                    self.white.begin();
                }
                Leave::Item => {
                    // A list may have items that only hold pictures or places for them.
                    self.builder.drop_marker();
                    self.builder.leave_item();
                    self.white.begin();
                }
                Leave::Indent => {
                    self.builder.leave_indent();
                    self.white.begin();
                }
                Leave::Pre => {
                    self.pres -= 1;
                    self.boundary(true);
                }
                Leave::Insert(text) => self.white.insert(self.builder, text),
            }
            if let Some(around) = open.around {
                self.builder.set_aside(around);
                self.boundary(true);
            }
        }
    }

    /// Begins an element. Gives the number of the node to go on with.
    fn enter(&mut self, at: usize) -> usize {
        let around = match self.role(at) {
            Role::Aside(reason) => Some(Some(reason)),
            Role::Body => Some(None),
            Role::Inherited | Role::Hidden => None,
        }
        .map(|aside| {
            self.boundary(true);
            self.builder.set_aside(aside)
        });
        let tag = self.tree.tag(at);
        let end = self.tree.end(at);
        let leave = self.begin(tag, at);
        self.open.push(Open { end, leave, around });
        at + 1
    }

    fn begin(&mut self, tag: Tag, at: usize) -> Leave {
        if let Some(level) = tag.level() {
            self.boundary(true);
            self.inline += 1;
            if self.inline == 1 {
                self.builder.begin(BlockKind::Heading(level));
            }
            return Leave::Line;
        }
        if self.inline > 0 && tag.is_block() {
            self.white.space();
            return Leave::Insert(" ");
        }
        match tag {
            Tag::Br => self.line_break(),
            Tag::Hr => self.rule(),
            Tag::Img => self.picture(at),
            Tag::P => {
                self.boundary(true);
                return Leave::Block;
            }
            Tag::Blockquote => {
                self.boundary(self.apart());
                self.builder.enter_quote();
                return Leave::Quote;
            }
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir => {
                self.boundary(self.apart());
                self.builder.enter_list((tag == Tag::Ol).then(|| self.number(at, Attr::Start).unwrap_or(1)));
                return Leave::List;
            }
            Tag::Li => return self.item(at),
            Tag::Dd => {
                self.boundary(false);
                self.builder.set_apart(false);
                self.builder.enter_indent(4);
                return Leave::Indent;
            }
            Tag::Figcaption => {
                self.boundary(false);
                return Leave::Block;
            }
            Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Plaintext => {
                self.boundary(self.apart());
                self.pres += 1;
                return Leave::Pre;
            }
            Tag::Table if self.pres == 0 && table::is_table(self.tree, self.roles, at) => {
                self.boundary(self.apart());
                self.builder.begin_table();
                return Leave::Table;
            }
            Tag::Thead | Tag::Tbody | Tag::Tfoot if self.builder.in_table() => {}
            Tag::Tr if self.builder.in_table() => self.builder.begin_row(),
            Tag::Td | Tag::Th if self.builder.in_table() => {
                if self.number(at, Attr::Rowspan).is_some_and(|rows| rows > 1) {
                    self.builder.loosen_table();
                }
                let columns = self.number(at, Attr::Colspan).unwrap_or(1);
                if !self.builder.in_row() {
                    self.builder.begin_row();
                }
                self.builder.begin_cell(usize::try_from(columns).unwrap_or(1));
                self.white.begin();
                self.inline += 1;
                return Leave::Line;
            }
            Tag::Td | Tag::Th | Tag::Tr => {
                self.boundary(false);
                return Leave::Block;
            }
            Tag::Q => {
                self.white.insert(self.builder, "“");
                return Leave::Insert("”");
            }
            Tag::Sup => return self.raised(at),
            Tag::A if self.is_note_mark(at) && !self.in_sup(at) => {
                self.white.insert(self.builder, "[");
                return Leave::Insert("]");
            }
            Tag::Rt if self.tree.tag(self.tree.parent(at)) == Tag::Ruby => {
                self.white.insert(self.builder, "(");
                return Leave::Insert(")");
            }
            _ if tag.is_block() => {
                self.boundary(self.apart());
                return Leave::Block;
            }
            _ => {}
        }
        Leave::Nothing
    }

    fn line_break(&mut self) {
        if self.pres > 0 {
            self.builder.code("\n", 0..0);
        } else if self.inline > 0 {
            self.white.space();
        } else if self.broken {
            self.builder.end();
            self.builder.set_apart(true);
            self.white.begin();
        } else {
            self.builder.line_break();
            self.white.begin();
            self.broken = true;
        }
    }

    fn rule(&mut self) {
        self.boundary(true);
        if self.inline == 0 {
            self.builder.begin(BlockKind::Rule);
            self.builder.insert("***");
            self.boundary(true);
        }
    }

    /// What stands for a picture: in books a first letter, in pages a formula.
    fn picture(&mut self, at: usize) {
        let Some(alt) = self.tree.attr(at, Attr::Alt) else { return };
        let class = self.tree.attr(at, Attr::Class).unwrap_or("");
        if self.pictures || ["math", "latex", "tex"].iter().any(|word| class.contains(word)) {
            self.white.insert(self.builder, alt);
        }
    }

    fn item(&mut self, at: usize) -> Leave {
        self.boundary(false);
        if let Some(number) = self.number(at, Attr::Value) {
            self.builder.number(number);
        }
        let id = self.tree.attr(at, Attr::Id).unwrap_or("");
        let is_note = ["fn", "footnote", "endnote", "cite_note", "cite-note"]
            .iter()
            .any(|prefix| id.get(..prefix.len()).is_some_and(|id| id.eq_ignore_ascii_case(prefix)));
        match self.builder.next_number().filter(|_| is_note) {
            Some(number) => {
                self.builder.number(number.saturating_add(1));
                self.builder.enter_footnote(&number.to_string());
            }
            None => self.builder.enter_item(),
        }
        Leave::Item
    }

    /// What stands raised: a mark of a footnote gets brackets, a power its sign.
    fn raised(&mut self, at: usize) -> Leave {
        let text = self.tree.all_text(at, 12);
        let text = text.trim();
        let has_link = (at + 1..self.tree.end(at).min(at + 8)).any(|at| self.tree.tag(at) == Tag::A);
        if has_link && text.len() <= 6 && !text.is_empty() && !text.starts_with(['[', '(']) {
            self.white.insert(self.builder, "[");
            return Leave::Insert("]");
        }
        let digits = text.trim_start_matches(['-', '−', '+']);
        if !has_link && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) {
            self.white.insert(self.builder, "^");
        }
        Leave::Nothing
    }

    fn is_note_mark(&self, at: usize) -> bool {
        self.tree.attr(at, Attr::Role) == Some("doc-noteref")
            || self.tree.attr(at, Attr::EpubType) == Some("noteref")
    }

    fn in_sup(&self, at: usize) -> bool {
        self.tree.tag(self.tree.parent(at)) == Tag::Sup
            || self.tree.all_text(at, 1).starts_with('[')
            || self.tree.children(at).any(|child| self.tree.tag(child) == Tag::Sup)
    }

    fn number(&self, at: usize, attr: Attr) -> Option<u64> {
        self.tree.attr(at, attr)?.trim().parse().ok()
    }
}
