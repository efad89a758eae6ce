//! The stories beside the text: notes, comments, headers and footers, as they are before they are set.

use std::collections::HashMap;

use super::paragraph::{LeftOut, Paragraph};
use super::story::{Cell, Sink};

/// A story, or several that have ids, as paragraphs.
#[derive(Default)]
pub(super) struct Collected {
    /// The paragraphs of each, by id; those before the first id under the empty one.
    pub(super) by_id: HashMap<String, Vec<Paragraph>>,
    /// The ids, in order.
    pub(super) ids: Vec<String>,
    id: String,
    /// Whether it is only the line between text and notes.
    separator: bool,
}

impl Collected {
    /// All paragraphs, in order.
    pub(super) fn into_paragraphs(mut self) -> Vec<Paragraph> {
        self.ids.iter().filter_map(|id| self.by_id.remove(id)).flatten().collect()
    }
}

impl Sink for Collected {
    fn paragraph(&mut self, paragraph: Paragraph) {
        if self.separator {
            return;
        }
        if !self.by_id.contains_key(&self.id) {
            self.ids.push(self.id.clone());
        }
        self.by_id.entry(self.id.clone()).or_default().push(paragraph);
    }

    fn row(&mut self, row: Vec<Cell>) {
        row.into_iter().flat_map(|cell| cell.paragraphs).for_each(|paragraph| self.paragraph(paragraph));
    }

    fn begin(&mut self, id: String, kind: String) {
        self.id = id;
        self.separator = kind.to_ascii_lowercase().contains("separator");
    }

    fn left_out(&mut self, _what: LeftOut) {}
}
