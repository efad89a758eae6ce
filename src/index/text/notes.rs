//! What the person wrote, in memory: its words and tags.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;

use super::words::{Words, words};
use crate::corpus::DocId;
use crate::index::{DocumentSet, Kept};

/// The words of all notes.
#[derive(Default)]
pub(super) struct Notes {
    /// For each word the notes in which it stands and its positions there, in order.
    words: BTreeMap<Box<str>, Vec<(u32, u32)>>,
    /// For each tag, folded, the documents.
    tags: BTreeMap<Box<str>, DocumentSet>,
    /// The document of each note.
    of: Vec<DocId>,
    /// The notes of each document.
    by_document: HashMap<DocId, Vec<usize>>,
}

impl Notes {
    /// Those of what is kept.
    pub(super) fn new(kept: &Kept) -> Self {
        let mut notes = Self::default();
        let mut word = String::new();
        for (at, note) in kept.notes.iter().enumerate() {
            notes.of.push(note.id);
            notes.by_document.entry(note.id).or_default().push(at);
            let mut walk = Words::new(&note.text);
            let mut position = 0;
            while walk.next_into(&mut word).is_some() {
                match notes.words.get_mut(word.as_str()) {
                    Some(places) => places.push((at as u32, position)),
                    None => drop(notes.words.insert(word.as_str().into(), vec![(at as u32, position)])),
                }
                position += 1;
            }
            for tag in tags(&note.text) {
                notes.tags.entry(tag.into()).or_default().insert(note.id);
            }
        }
        notes
    }

    /// The documents that have notes.
    pub(super) fn documents(&self) -> DocumentSet {
        self.of.iter().copied().collect()
    }

    /// The notes of a document, by their numbers.
    pub(super) fn of(&self, id: DocId) -> &[usize] {
        self.by_document.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The words that begin so, each with in how many places it stands.
    pub(super) fn beginning<'a>(&'a self, beginning: &'a str) -> impl Iterator<Item = (&'a str, usize)> {
        let from = self.words.range::<str, _>((Bound::Included(beginning), Bound::Unbounded));
        from.take_while(move |(word, _)| word.starts_with(beginning))
            .map(|(word, places)| (word.as_ref(), places.len()))
    }

    /// Where a word stands: the note and the position in it.
    pub(super) fn places(&self, word: &str) -> &[(u32, u32)] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }

    /// The document of a note.
    pub(super) fn document(&self, note: u32) -> Option<DocId> {
        self.of.get(note as usize).copied()
    }

    /// The documents with a tag or one below it, as `#trade/timber` is below `#trade`; or with one that begins so.
    pub(super) fn tagged(&self, tag: &str, begins: bool) -> DocumentSet {
        let tag = folded(tag);
        let from = self.tags.range::<str, _>((Bound::Included(tag.as_str()), Bound::Unbounded));
        let mut set = DocumentSet::default();
        for (known, documents) in from.take_while(|(known, _)| known.starts_with(&*tag)) {
            let rest = known.get(tag.len()..).unwrap_or("");
            if begins || rest.is_empty() || rest.starts_with('/') {
                documents.iter().for_each(|id| set.insert(id));
            }
        }
        set
    }
}

/// The tags of a text, folded: what stands behind a `#` at the beginning of a word.
fn tags(text: &str) -> impl Iterator<Item = String> + '_ {
    let pieces = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '.'));
    pieces.filter_map(|piece| piece.strip_prefix('#')).map(folded).filter(|tag| !tag.is_empty())
}

/// A tag as it is compared: its words, folded, with hyphens between them, and its levels with slashes.
fn folded(tag: &str) -> String {
    let levels = tag.trim_start_matches('#').split('/').map(|level| words(level).join("-"));
    levels.filter(|level| !level.is_empty()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::NoteText;

    #[test]
    fn words_and_tags_of_notes_are_found() {
        let note = |id, text: &str| NoteText { id: DocId(id), text: text.to_owned(), place: None };
        let kept = Kept {
            notes: vec![
                note(3, "Ask Ána about #Timber-Transit, #urgent"),
                note(5, "ask again #timber"),
                note(7, "#trade/Timber duty"),
            ],
            ..Kept::default()
        };
        let notes = Notes::new(&kept);
        assert_eq!(notes.places("ask"), [(0, 0), (1, 0)]);
        assert!(notes.beginning("a").map(|(word, _)| word).eq(["about", "again", "ana", "ask"]));
        assert!(notes.tagged("timber", false).iter().eq([DocId(5)]));
        assert!(notes.tagged("TIMBER", true).iter().eq([DocId(3), DocId(5)]));
        assert!(notes.tagged("trade", false).iter().eq([DocId(7)]), "what is below it, too");
        assert!(notes.tagged("trade/timber", false).iter().eq([DocId(7)]));
        assert!(notes.tagged("tra", false).iter().eq([]));
        assert!(notes.tagged("timber_transit", false).iter().eq([DocId(3)]));
        assert_eq!(notes.of(DocId(5)), [1]);
    }
}
