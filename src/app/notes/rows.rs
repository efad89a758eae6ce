//! The rows of the list of notes: in what order, under what headings.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::review::Review;
use crate::note::markup::{Mark, each_once, marks};
use crate::note::{Item, ItemId, Subject};

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotesRow {
    /// What those below have in common, and how many they are.
    Head(String, usize),
    /// An item.
    Item(ItemId),
}

impl NotesRow {
    /// The item of the row, if it is one.
    pub fn item(&self) -> Option<&ItemId> {
        match self {
            Self::Item(id) => Some(id),
            Self::Head(..) => None,
        }
    }
}

/// In what order the items stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotesOrder {
    /// Those made last first.
    #[default]
    Newest,
    /// Those changed last first.
    Changed,
    /// By the title of what they are about, and in the order of its text.
    Place,
    /// Those made first first.
    Oldest,
}

impl NotesOrder {
    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Newest => "newest first",
            Self::Changed => "changed last first",
            Self::Place => "in the order of the texts",
            Self::Oldest => "oldest first",
        }
    }

    /// The next one.
    pub(super) fn next(self) -> Self {
        match self {
            Self::Newest => Self::Changed,
            Self::Changed => Self::Place,
            Self::Place => Self::Oldest,
            Self::Oldest => Self::Newest,
        }
    }
}

/// What the items of a heading have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// There are no headings.
    #[default]
    None,
    /// What they are about.
    Document,
    /// A tag.
    Tag,
    /// A colour.
    Colour,
    /// The day on which they were made.
    Day,
    /// Whom they name.
    Entity,
}

impl Grouping {
    /// In words; empty where there is none.
    pub fn label(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Document => "by document",
            Self::Tag => "by tag",
            Self::Colour => "by colour",
            Self::Day => "by day",
            Self::Entity => "by name",
        }
    }

    /// The next one.
    pub(super) fn next(self) -> Self {
        match self {
            Self::None => Self::Document,
            Self::Document => Self::Tag,
            Self::Tag => Self::Colour,
            Self::Colour => Self::Day,
            Self::Day => Self::Entity,
            Self::Entity => Self::None,
        }
    }

    /// The headings that an item belongs under, one at least.
    fn headings(self, item: &Item, review: Option<&Review>) -> Vec<String> {
        let or = |headings: Vec<String>, none: &str| {
            if headings.is_empty() { vec![none.to_owned()] } else { headings }
        };
        match self {
            Self::None => vec![String::new()],
            Self::Document => vec![item.subject.title().to_owned()],
            Self::Tag => {
                or(item.all_tags().into_iter().map(|tag| format!("#{tag}")).collect(), "without a tag")
            }
            Self::Colour => vec![item.colour.map_or("without a colour", |colour| colour.label()).to_owned()],
            Self::Day => vec![item.created.strftime("%Y-%m-%d").to_string()],
            Self::Entity => or(named(item, review), "nobody named"),
        }
    }
}

/// Whom an item names: whom it is about, whom the words that it hangs on name, and whom it links to.
fn named(item: &Item, review: Option<&Review>) -> Vec<String> {
    let about = item.subject.entity().map(|entity| entity.name.clone());
    let said = review.map(|review| review.names.clone()).unwrap_or_default();
    let linked = marks(&item.body).into_iter().filter_map(|(_, mark)| match mark {
        Mark::Entity(name) => Some(name),
        Mark::Tag(_) | Mark::Document(_) => None,
    });
    each_once(about.into_iter().chain(said).chain(linked))
}

/// The rows for these items.
pub(super) fn rows(
    mut items: Vec<&Item>,
    order: NotesOrder,
    grouping: Grouping,
    reviews: &HashMap<ItemId, Review>,
) -> Vec<NotesRow> {
    match order {
        NotesOrder::Newest => items.sort_by_key(|item| Reverse((item.created, &item.id))),
        NotesOrder::Changed => items.sort_by_key(|item| Reverse((item.changed, &item.id))),
        NotesOrder::Place => items.sort_by_key(|item| place(item)),
        NotesOrder::Oldest => items.sort_by_key(|item| (item.created, &item.id)),
    }
    if grouping == Grouping::None {
        return items.into_iter().map(|item| NotesRow::Item(item.id.clone())).collect();
    }
    // In each group the items keep their order.
    let mut groups: BTreeMap<String, Vec<&Item>> = BTreeMap::new();
    for item in items {
        for heading in grouping.headings(item, reviews.get(&item.id)) {
            groups.entry(heading).or_default().push(item);
        }
    }
    let mut groups: Vec<(String, Vec<&Item>)> = groups.into_iter().collect();
    match grouping {
        Grouping::Day if order != NotesOrder::Oldest => groups.reverse(),
        // Those of most first; what is under no tag or name comes last.
        Grouping::Tag | Grouping::Entity => {
            groups.sort_by_key(|(heading, items)| (is_none(heading), Reverse(items.len())));
        }
        _ => {}
    }
    groups
        .into_iter()
        .flat_map(|(heading, items)| {
            let head = NotesRow::Head(heading, items.len());
            std::iter::once(head).chain(items.into_iter().map(|item| NotesRow::Item(item.id.clone())))
        })
        .collect()
}

fn is_none(heading: &str) -> bool {
    matches!(heading, "without a tag" | "nobody named")
}

/// Where an item belongs among all texts.
fn place(item: &Item) -> (&str, &str, u32, &ItemId) {
    let path = match &item.subject {
        Subject::Document { document, .. } => document.path.as_str(),
        Subject::Entity { .. } | Subject::Collection(_) => "",
    };
    let start = item.anchor().map_or(0, |anchor| anchor.start);
    (item.subject.title(), path, start, &item.id)
}
