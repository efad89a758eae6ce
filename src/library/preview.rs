//! What is shown of a document before it is opened.

use crate::corpus::Document;
use crate::tag::{Cast, Kind};
use crate::text::{Block, Span, Text};

/// Bytes of text that the preview looks at. A long document's main names are named early.
const LOOK: usize = 256 * 1024;

/// Bytes of the opening that are shown.
const OPENING: usize = 2 * 1024;

/// Names of each kind that are kept.
const NAMES: usize = 6;

/// The opening of a document and who and what it is mainly about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The first paragraphs.
    pub opening: Vec<String>,
    /// The most mentioned names of each kind with their counts.
    pub names: Vec<(Kind, Vec<(String, usize)>)>,
    /// Whether the document is longer than what was looked at for its names.
    pub partial: bool,
}

impl Preview {
    /// Works out the preview of `document`; `cast` says whom and what a text names.
    pub fn new(document: &Document, cast: &dyn Fn(&Text) -> Cast) -> Self {
        let text = document.text.as_str();
        let blocks = document.text.blocks();
        let near: Vec<Block> =
            blocks.iter().take_while(|block| (block.span.start as usize) < LOOK).copied().collect();
        let partial = near.len() < blocks.len();
        let mut opening = Vec::new();
        let mut left = OPENING;
        let title = document.meta.title.value.as_str();
        for block in near.iter().filter(|block| block.is_body()) {
            let content = block.span.of(text);
            // The title is shown above already.
            if opening.is_empty() && content.split_whitespace().eq(title.split_whitespace()) {
                continue;
            }
            let cut =
                content.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&end| end <= left).last();
            opening.push(Span::new(0, cut.unwrap_or(0)).of(content).to_owned());
            left -= cut.unwrap_or(0);
            if left < 4 {
                break;
            }
        }
        let near = Text::new(document.text.shared().clone(), near);
        let cast = cast(&near);
        let names = Kind::ALL.into_iter().map(|kind| {
            let entities = cast.entities.iter().filter(|entity| entity.kind == kind);
            (kind, entities.take(NAMES).map(|entity| (entity.name.clone(), entity.mentions.len())).collect())
        });
        let names = names.filter(|(_, names): &(Kind, Vec<_>)| !names.is_empty()).collect();
        Self { opening, names, partial }
    }
}
