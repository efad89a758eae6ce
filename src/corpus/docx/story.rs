//! A story of a document (its body, a note, a header) as a stream of paragraphs and rows of tables.

use super::super::xml::{Part, Tag, Xml};
use super::paragraph::{LeftOut, Paragraph};
use super::styles::{by_level, is_on};

/// How many paragraphs can be open in one another, by text boxes.
const MOST_OPEN: usize = 8;

/// How many paragraphs of a row or of text boxes wait for its end. No table that is one has more.
const MOST_WAITING: usize = 10_000;

/// A cell of a table.
#[derive(Default)]
pub(super) struct Cell {
    /// How many columns it takes.
    pub(super) columns: usize,
    pub(super) paragraphs: Vec<Paragraph>,
}

/// What takes a story.
pub(super) trait Sink {
    fn paragraph(&mut self, paragraph: Paragraph);
    fn row(&mut self, row: Vec<Cell>);
    /// A table begins or ends.
    fn table(&mut self) {}
    /// A note, comment or the like begins, with this id and type.
    fn begin(&mut self, _id: String, _kind: String) {}
    /// The mark of a note; what stands in the text for it.
    fn mark(&mut self, _note: NoteKind, _id: String) -> Option<String> {
        None
    }
    /// A header or footer is used, by the id of its relationship.
    fn furniture(&mut self, _id: String) {}
    /// What was left out.
    fn left_out(&mut self, what: LeftOut);
}

/// What a mark leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NoteKind {
    Footnote,
    Endnote,
}

/// The state of reading a story.
struct Story<'s, S> {
    sink: &'s mut S,
    /// The prefix of WordprocessingML's names.
    prefix: String,
    open: Vec<Paragraph>,
    /// Text boxes around.
    boxes: usize,
    /// Paragraphs of text boxes, which follow the paragraph that they are anchored in.
    boxed: Vec<Paragraph>,
    tables: usize,
    row: Vec<Cell>,
    waiting: usize,
    in_text: bool,
    in_properties: bool,
    deletions: usize,
    ruby: usize,
    hidden: bool,
    /// Whether the alternative that is read has been.
    chosen: bool,
}

/// Reads a story. Says whether it could be read to its end.
pub(super) fn read<S: Sink>(text: &str, sink: &mut S) -> bool {
    let mut story = Story {
        sink,
        prefix: "w".to_owned(),
        open: Vec::new(),
        boxes: 0,
        boxed: Vec::new(),
        tables: 0,
        row: Vec::new(),
        waiting: 0,
        in_text: false,
        in_properties: false,
        deletions: 0,
        ruby: 0,
        hidden: false,
        chosen: false,
    };
    let mut xml = Xml::new(text);
    while let Some(part) = xml.next() {
        match part {
            Part::Start(tag) => {
                if xml.depth() == 1 {
                    story.prefix = prefix(&tag).unwrap_or(story.prefix);
                }
                if !story.start(&tag) {
                    xml.skip();
                }
            }
            Part::End(tag) => story.end(tag.name()),
            Part::Text(text) if story.in_text => story.text(&text),
            Part::Text(_) => {}
        }
    }
    story.boxes = 0;
    story.tables = story.tables.min(1);
    story.settle();
    !xml.is_broken()
}

/// The prefix that a root element gives to WordprocessingML, whose address is one of ECMA-376 part 1 or 4.
fn prefix(root: &Tag<'_>) -> Option<String> {
    let is_word = |address: &str| {
        address.ends_with("/wordprocessingml/2006/main") || address.ends_with("/ooxml/wordprocessingml/main")
    };
    let (name, _) = root.attributes().find(|(_, value)| is_word(value))?;
    match name.split_once(':') {
        Some(("xmlns", prefix)) => Some(prefix.to_owned()),
        None if name == "xmlns" => Some(String::new()),
        _ => None,
    }
}

impl<S: Sink> Story<'_, S> {
    /// An element begins. `false` where nothing in it is to be read.
    fn start(&mut self, tag: &Tag<'_>) -> bool {
        let (prefix, name) = tag.name();
        if prefix != self.prefix {
            match name {
                // The same once more, for older programs.
                "Fallback" => return !self.chosen,
                "AlternateContent" => self.chosen = false,
                "t" if prefix == "m" => self.in_text = true,
                "docPr" => self.picture(&tag.attribute("descr").unwrap_or_default()),
                _ => {}
            }
            return true;
        }
        let value = || tag.attribute("val").unwrap_or_default();
        let on = || tag.attribute("val").is_none_or(|value| is_on(&value));
        match name {
            "p" => self.begin(),
            "pPr" => self.in_properties = true,
            "framePr" => {
                self.current().drop_cap |= tag.attribute("dropCap").is_some_and(|value| is_on(&value));
            }
            "pStyle" | "outlineLvl" | "numId" | "ilvl" => self.property(name, &value()),
            // What a paragraph or run was before it was changed; what an empty control shows.
            "pPrChange" | "rPrChange" | "sdtPr" | "tblPr" | "trPr" | "tcPrChange" => return false,
            "vanish" if !self.in_properties && on() => {
                self.hidden = true;
                self.current().leave(LeftOut::Hidden);
            }
            "t" | "delText" => self.in_text = true,
            "tab" | "ptab" if !self.in_properties => self.text("\t"),
            "noBreakHyphen" => self.text("\u{2011}"),
            "softHyphen" => self.current().push_unread('\u{ad}'),
            "br" | "cr" => self.current().line_break(),
            "sym" => self.symbol(tag),
            "del" | "moveFrom" if !self.in_properties => {
                self.deletions += 1;
                self.current().leave(LeftOut::Deletion);
            }
            "rt" => {
                self.ruby += 1;
                self.current().leave(LeftOut::Ruby);
            }
            "footnoteReference" => self.mark(NoteKind::Footnote, tag),
            "endnoteReference" => self.mark(NoteKind::Endnote, tag),
            "headerReference" | "footerReference" => {
                if let Some(id) = tag.attribute("id") {
                    self.sink.furniture(id);
                }
            }
            "footnote" | "endnote" | "comment" => {
                self.boxes = 0;
                self.settle();
                let kind = tag.attribute("type").unwrap_or_default();
                self.sink.begin(tag.attribute("id").unwrap_or_default(), kind);
            }
            "txbxContent" => self.boxes += 1,
            "tbl" if self.boxes == 0 => {
                if self.tables == 0 {
                    self.settle();
                    self.sink.table();
                }
                self.tables += 1;
            }
            "tr" if self.tables == 1 && self.boxes == 0 => self.end_row(),
            "tc" if self.tables == 1 && self.boxes == 0 => {
                self.row.push(Cell { columns: 1, ..Cell::default() });
                self.wait();
            }
            "gridSpan" if self.tables == 1 => {
                if let (Some(cell), Ok(columns)) = (self.row.last_mut(), value().parse()) {
                    cell.columns = columns;
                }
            }
            "altChunk" => self.sink.left_out(LeftOut::Embedded),
            _ => {}
        }
        true
    }

    fn end(&mut self, (prefix, name): (&str, &str)) {
        if prefix != self.prefix {
            match name {
                "Choice" => self.chosen = true,
                "t" => self.in_text = false,
                _ => {}
            }
            return;
        }
        match name {
            // The next paragraph goes on behind a drop cap.
            "p" if self.open.len() > self.boxes && !self.current().drop_cap => self.end_paragraph(),
            "pPr" => self.in_properties = false,
            "t" | "delText" => self.in_text = false,
            "r" if std::mem::take(&mut self.hidden) => self.enter(),
            "del" | "moveFrom" if self.deletions > 0 && !self.in_properties => {
                self.deletions -= 1;
                self.enter();
            }
            "rt" if self.ruby > 0 => {
                self.ruby -= 1;
                self.enter();
            }
            "txbxContent" if self.boxes > 0 => {
                while self.open.len() > self.boxes {
                    self.end_paragraph();
                }
                self.boxes -= 1;
            }
            "tbl" if self.boxes == 0 && self.tables > 0 => {
                if self.tables == 1 {
                    self.settle();
                    self.sink.table();
                }
                self.tables -= 1;
            }
            "tr" if self.tables == 1 && self.boxes == 0 => self.end_row(),
            _ => {}
        }
    }

    /// A paragraph begins. One that is open in the same story ends; in too many text boxes it goes on.
    fn begin(&mut self) {
        let after_cap = self.open.len() > self.boxes && self.current().drop_cap;
        while self.open.len() > self.boxes && !after_cap {
            self.end_paragraph();
        }
        if after_cap {
            self.current().drop_cap = false;
        } else if self.open.len() < MOST_OPEN {
            self.open.push(Paragraph::default());
        } else {
            self.current().line_break();
        }
        self.in_properties = false;
        self.in_text = false;
        if self.deletions > 0 {
            self.current().leave(LeftOut::Deletion);
        }
    }

    /// The paragraph to which text belongs.
    fn current(&mut self) -> &mut Paragraph {
        let last = self.open.len().saturating_sub(1);
        if self.open.is_empty() {
            self.open.push(Paragraph::default());
        }
        &mut self.open[last]
    }

    fn property(&mut self, name: &str, value: &str) {
        if !self.in_properties {
            return;
        }
        let paragraph = self.current();
        match name {
            "pStyle" => paragraph.style = Some(value.to_owned()),
            "outlineLvl" => paragraph.kind = by_level(value),
            "numId" => paragraph.place.list = value.parse().ok(),
            _ => paragraph.place.level = value.parse().ok(),
        }
    }

    fn text(&mut self, text: &str) {
        self.current().push(text);
    }

    /// What follows is read again, unless something around it isn't.
    fn enter(&mut self) {
        if self.deletions + self.ruby > 0 || self.hidden {
            return;
        }
        if let Some(why) = self.current().enter() {
            self.sink.left_out(why);
        }
    }

    /// Notes what is said of a picture, for the raw text.
    fn picture(&mut self, words: &str) {
        if !words.trim().is_empty() && self.deletions + self.ruby == 0 && !self.hidden {
            self.current().leave(LeftOut::Picture);
            self.text(words);
            self.enter();
        }
    }

    fn symbol(&mut self, tag: &Tag<'_>) {
        let code = tag.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        // The signs of private use are places in a symbol font, which say nothing without the font.
        let sign = code.and_then(char::from_u32).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
        self.text(sign.unwrap_or('\u{fffd}').encode_utf8(&mut [0; 4]));
    }

    fn mark(&mut self, kind: NoteKind, tag: &Tag<'_>) {
        // A note whose mark was deleted is deleted with it.
        if self.deletions > 0 {
            return;
        }
        let id = tag.attribute("id").unwrap_or_default();
        if let Some(mark) = self.sink.mark(kind, id) {
            self.text(&mark);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.open.pop() else { return };
        if let Some(why) = paragraph.enter() {
            self.sink.left_out(why);
        }
        if self.open.is_empty() {
            self.deliver(paragraph);
            self.deliver_boxed();
        } else if !paragraph.is_empty() {
            self.boxed.push(paragraph);
            if self.boxed.len() >= MOST_WAITING {
                self.deliver_boxed();
            }
        }
    }

    fn deliver_boxed(&mut self) {
        for paragraph in std::mem::take(&mut self.boxed) {
            self.deliver(paragraph);
        }
    }

    fn deliver(&mut self, paragraph: Paragraph) {
        if paragraph.is_empty() {
            return;
        }
        if self.tables == 0 {
            self.sink.paragraph(paragraph);
            return;
        }
        if self.row.is_empty() {
            self.row.push(Cell::default());
        }
        if let Some(cell) = self.row.last_mut() {
            cell.paragraphs.push(paragraph);
        }
        self.wait();
    }

    /// Something more waits for the end of its row.
    fn wait(&mut self) {
        self.waiting += 1;
        if self.waiting >= MOST_WAITING {
            self.end_row();
        }
    }

    fn end_row(&mut self) {
        self.waiting = 0;
        let row = std::mem::take(&mut self.row);
        if row.iter().any(|cell| !cell.paragraphs.is_empty()) {
            self.sink.row(row);
        }
    }

    /// Ends what is open.
    fn settle(&mut self) {
        while !self.open.is_empty() {
            self.end_paragraph();
        }
        self.end_row();
    }
}
