//! What the person rules of who is who in a collection.

use std::path::Path;

use super::Collection;
use crate::corpus::BUNDLED_ROOT;
use crate::index::names::{PersonalName, Rules};
use crate::note::{Ruling, Store, path_to_text};

/// What a ruling remembers of the collection that it was made in.
pub fn place_of(collection: &Collection) -> Vec<String> {
    match collection {
        Collection::Bundled => vec![BUNDLED_ROOT.to_owned()],
        Collection::Paths(paths) => paths.iter().map(|path| path_to_text(path)).collect(),
    }
}

/// Whether a ruling holds in the collection at `place`: it was made there, in a folder around it, or for all.
pub fn holds(ruling: &Ruling, place: &[String]) -> bool {
    let around = |made: &String| place.iter().any(|here| Path::new(here).starts_with(made));
    ruling.collection.is_empty() || ruling.collection.iter().any(around)
}

/// What holds in the collection at `place`: the rulings of the journal, and before them the person's list of names.
pub fn rules(store: &Store, list: &[PersonalName], place: &[String]) -> Rules {
    Rules::new(store.rulings().filter(|ruling| holds(ruling, place)), list)
}
