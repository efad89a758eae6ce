//! A note by what it is known by.

use crate::corpus::Problem;
use crate::note::{Item, Store};

/// The least that has to be said of what a note is known by.
const LEAST: usize = 4;

/// The note of that id, or the only one whose id begins so.
///
/// # Errors
///
/// Where there is none, or more than one.
pub(super) fn one<'a>(store: &'a Store, id: &str) -> Result<&'a Item, Problem> {
    let begins =
        |item: &&Item| item.id.as_str() == id || id.len() >= LEAST && item.id.as_str().starts_with(id);
    let found: Vec<&Item> = store.items().filter(begins).collect();
    if let Some(item) = found.iter().find(|item| item.id.as_str() == id) {
        return Ok(item);
    }
    match found.as_slice() {
        [item] => Ok(item),
        [] if id.len() < LEAST => Err(Problem::new(
            id,
            "is too little to know a note by",
            format!("say {LEAST} letters of it at least"),
        )),
        [] => Err(Problem::new(id, "there is no note of that number", "ibid notes list shows them")),
        more => Err(Problem::new(id, format!("is the beginning of {} notes", more.len()), "say more of it")),
    }
}
