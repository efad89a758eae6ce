//! The styles of a document: which of them are headings, quotations or lists.

use std::collections::HashMap;

use super::super::xml::{Part, Tag, Xml};
use crate::text::BlockKind;

/// The most steps from a style to the one that it is based on. A circle ends there.
const MOST_STEPS: usize = 16;

/// A place in a list: the number of the list and the level, 0 to 8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// The number of the list; 0 says that there is none, whatever the style says.
    pub(super) list: Option<u32>,
    pub(super) level: Option<u8>,
}

/// What a style says of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// [`BlockKind::Heading`] or [`BlockKind::Quote`]; `None` for running text.
    pub(super) kind: Option<BlockKind>,
    pub(super) place: ListPlace,
}

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    look: Look,
}

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str) -> Self {
        let mut styles = Self::default();
        let mut xml = Xml::new(text);
        let mut open: Option<(String, Style)> = None;
        while let Some(part) = xml.next() {
            match part {
                Part::Start(tag) => match (tag.local(), &mut open) {
                    ("style", _) => {
                        let is_paragraph = tag.attribute("type").is_none_or(|kind| kind == "paragraph");
                        let id = tag.attribute("styleId").filter(|_| is_paragraph);
                        if tag.attribute("default").is_some_and(|value| is_on(&value)) && is_paragraph {
                            styles.default.clone_from(&id);
                        }
                        open = id.map(|id| {
                            // Where the style has no name of its own, its id says as much.
                            let look = Look { kind: by_name(&id), ..Look::default() };
                            (id, Style { look, ..Style::default() })
                        });
                    }
                    (_, Some((_, style))) => style.take(&tag),
                    _ => {}
                },
                Part::End(tag) if tag.local() == "style" => {
                    if let Some((id, style)) = open.take() {
                        styles.styles.entry(id).or_insert(style);
                    }
                }
                _ => {}
            }
        }
        styles
    }

    /// What the style with this id says, or the one for paragraphs that name none.
    pub(super) fn look(&self, id: Option<&str>) -> Look {
        let mut look = Look::default();
        let mut next = id.or(self.default.as_deref());
        if let Some(id) = id.filter(|id| !self.styles.contains_key(*id)) {
            look.kind = by_name(id);
        }
        for _ in 0..MOST_STEPS {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            look.kind = look.kind.or(style.look.kind);
            look.place.list = look.place.list.or(style.look.place.list);
            look.place.level = look.place.level.or(style.look.place.level);
            next = style.based_on.as_deref();
        }
        // Level 10 says that it is no heading, whatever it is based on.
        look.kind = look.kind.filter(|kind| *kind != BlockKind::Paragraph);
        look
    }
}

impl Style {
    /// Takes what a tag within the style says.
    fn take(&mut self, tag: &Tag<'_>) {
        let value = || tag.attribute("val");
        match tag.local() {
            "name" => self.look.kind = value().and_then(|name| by_name(&name)).or(self.look.kind),
            "basedOn" => self.based_on = value(),
            "outlineLvl" => self.look.kind = value().and_then(|level| by_level(&level)).or(self.look.kind),
            "numId" => self.look.place.list = value().and_then(|number| number.parse().ok()),
            "ilvl" => self.look.place.level = value().and_then(|level| level.parse().ok()),
            _ => {}
        }
    }
}

/// What the name of a style says. The names of Word's own styles are English in every language, only their
/// ids are translated (ECMA-376 part 1, 17.7.4.9).
fn by_name(name: &str) -> Option<BlockKind> {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).take(40).collect();
    let name = name.to_lowercase();
    if let Some(level) = name.strip_prefix("heading") {
        return level.parse().ok().filter(|level| (1..=9).contains(level)).map(heading);
    }
    match name.as_str() {
        "title" => Some(BlockKind::Heading(1)),
        "quote" | "intensequote" | "blocktext" | "quotations" => Some(BlockKind::Quote),
        _ => None,
    }
}

/// What an outline level says, 0 to 8 for headings and 9 for running text (ECMA-376 part 1, 17.3.1.20).
pub(super) fn by_level(level: &str) -> Option<BlockKind> {
    match level.parse::<u8>().ok()? {
        level @ 0..=8 => Some(heading(level + 1)),
        _ => Some(BlockKind::Paragraph),
    }
}

fn heading(level: u8) -> BlockKind {
    BlockKind::Heading(level.clamp(1, 6))
}

/// Whether a switch is on: it is, unless it says otherwise.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}
