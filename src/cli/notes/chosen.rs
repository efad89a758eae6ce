//! Which notes are meant: those on a document, with some tags, with some words.

use std::path::PathBuf;

use super::super::show::named;
use super::super::tag::load;
use super::add::absolute;
use super::arguments::Which;
use super::shelf::Shelf;
use crate::corpus::Problem;
use crate::note::{Filter, Item, Store, path_to_text};

impl Which {
    /// The words and tags that are asked for.
    pub(super) fn filter(&self) -> Filter {
        let query = Filter::read(self.query.as_deref().unwrap_or_default());
        self.tags.iter().fold(query, |filter, tag| filter.tagged(tag))
    }
}

/// The notes that were asked for; with `paths` those of that collection.
///
/// # Errors
///
/// Where the document isn't found or can't be read, and as [`Shelf::opened`].
pub(super) fn chosen<'a>(
    which: &Which,
    paths: &[PathBuf],
    store: &'a Store,
    shelf: &Shelf<'_>,
) -> Result<Vec<&'a Item>, Problem> {
    let filter = which.filter();
    let mut items: Vec<&Item> = match &which.doc {
        None => store.items().collect(),
        Some(document) => {
            let path = absolute(&named(document, paths, true, shelf.tools)?)?;
            let hash = load(&path, shelf.tools)?.meta.hash;
            let catalogue = &shelf.opened()?.catalogue;
            store.of_document(&path_to_text(&path), &hash, catalogue).map(|(_, item)| item).collect()
        }
    };
    items.retain(|item| filter.passes(item));
    match paths.is_empty() || which.doc.is_some() {
        true => Ok(items),
        false => shelf.keeping(items),
    }
}
