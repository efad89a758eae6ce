//! By what a document is taken for the one that an item was made on, where several may be meant.

use super::places::Places;
use super::{DocumentRef, Known, Match};
use crate::corpus::ContentHash;

/// By what the document at `path` with the content `hash` is the one that `made_on` means.
///
/// The document with both its path and its content comes first, so that of two copies each keeps its own
/// items; then what it became at its path, where it was edited, whatever copies of the old content there are (a
/// backup, say); then any with its content (it was renamed or moved); then whatever is at its path; then, of those
/// at paths where its content was read once, the one where it was read last (it was renamed, and edited later).
pub(super) fn belonging(
    made_on: &DocumentRef,
    (path, hash): (&str, &ContentHash),
    known: &impl Known,
    places: &Places,
) -> Match {
    let stayed = || known.has(&made_on.path, &made_on.hash) || known.has_edit(&made_on.path, &made_on.hash);
    match made_on.belongs(path, hash) {
        Match::ByContent if made_on.path != path && stayed() => Match::No,
        Match::ByPath if known.has_content(&made_on.hash) && !stayed() => Match::No,
        Match::No if !known.has_path(&made_on.path) && !known.has_content(&made_on.hash) => {
            let last = places.paths_of(&made_on.hash).into_iter().find(|path| known.has_path(path));
            if last == Some(path) { Match::ByPath } else { Match::No }
        }
        answer => answer,
    }
}
