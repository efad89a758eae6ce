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
        Collection::Paths(paths) => {
            let mut place: Vec<String> = Vec::with_capacity(paths.len());
            for path in paths.iter().map(|path| path_to_text(path)) {
                if !place.contains(&path) {
                    place.push(path);
                }
            }
            place
        }
    }
}

/// Whether a ruling holds in the collection at `place`: it was made there, in a folder around it, or for all.
pub fn holds(ruling: &Ruling, place: &[String]) -> bool {
    is_made_around(&ruling.collection, place)
}

/// Whether a note on somebody or on a collection, made in that of `made`, belongs to the one at `place`: it was made there, in
/// a folder around it or in one that lies in it.
pub fn belongs(made: &[String], place: &[String]) -> bool {
    is_made_around(made, place) || is_made_within(made, place)
}

/// Whether a collection lies in the one at `place`, or is it.
pub fn is_made_within(made: &[String], place: &[String]) -> bool {
    made.iter().any(|made| place.iter().any(|here| Path::new(made).starts_with(here)))
}

fn is_made_around(made: &[String], place: &[String]) -> bool {
    let around = |made: &String| place.iter().any(|here| Path::new(here).starts_with(made));
    made.is_empty() || made.iter().any(around)
}

/// What holds in the collection at `place`: the rulings of the journal, and before them the person's list of names.
pub fn rules(store: &Store, list: &[PersonalName], place: &[String]) -> Rules {
    Rules::new(store.rulings().filter(|ruling| holds(ruling, place)), list)
}
