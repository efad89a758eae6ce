//! The full text of a collection: which documents have what is asked for, and where.
//!
//! An index of `tantivy` with a document for each of the collection's, known by its [`crate::corpus::DocId`].
//! Words are indexed as they are, folded but not stemmed (see [`Words`]); when a query runs, each of its words
//! becomes all the forms and spellings that the collection has of it. So indexing is quick, `=word` needs
//! nothing of its own, and of each hit it is known why it is one.

mod compile;
mod completions;
mod damage;
mod days;
mod expanded;
mod facets;
mod fields;
#[cfg(test)]
mod hostile_tests;
mod item;
mod letters;
mod lexicon;
mod marks;
mod mask;
mod near;
mod node;
mod noted;
mod notes;
mod numerals;
mod passage;
mod phrase;
mod place;
mod plan;
mod reader;
mod run;
mod snapshot;
#[cfg(test)]
mod snippet_tests;
mod snippets;
mod stems;
#[cfg(test)]
mod store_tests;
mod stored;
mod stream;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod wanted;
mod word;
mod words;
mod writer;

pub use expanded::{Expanded, ExpandedForm};
pub use reader::TextReader;
pub use words::{LONGEST, Words, words};
pub use writer::TextWriter;

use std::path::Path;

use tantivy::Index;
use tantivy::directory::MmapDirectory;

use crate::corpus::Problem;
use damage::told;
use fields::{Fields, TOKENIZER, schema};

/// The full-text index of a collection.
#[derive(Clone)]
pub struct TextIndex {
    index: Index,
    fields: Fields,
    place: String,
}

impl TextIndex {
    /// The index in a folder. A problem where there is none, or one that is damaged or was made by another
    /// version: then whoever asks clears the folder and makes it anew.
    pub fn open(folder: &Path) -> Result<Self, Problem> {
        let place = folder.to_string_lossy().into_owned();
        let index = told(&place, || Index::open(MmapDirectory::open(folder)?))?;
        let (schema, fields) = schema();
        if index.schema() != schema {
            return Err(Problem::new(
                place,
                "another version made the full-text index",
                "it will be made anew",
            ));
        }
        Ok(Self::with(index, fields, place))
    }

    /// A new index in a folder that is there and has none.
    pub fn create(folder: &Path) -> Result<Self, Problem> {
        let place = folder.to_string_lossy().into_owned();
        let (schema, fields) = schema();
        let index = told(&place, || {
            Index::create(MmapDirectory::open(folder)?, schema, tantivy::IndexSettings::default())
        })?;
        Ok(Self::with(index, fields, place))
    }

    /// A new index that is gone with the program.
    pub fn in_memory() -> Self {
        let (schema, fields) = schema();
        Self::with(Index::create_in_ram(schema), fields, String::new())
    }

    fn with(index: Index, fields: Fields, place: String) -> Self {
        index.tokenizers().register(TOKENIZER, stream::Folding::default());
        Self { index, fields, place }
    }

    /// A reader of what was committed last.
    pub fn reader(&self) -> Result<TextReader, Problem> {
        TextReader::new(&self.index, self.fields, self.place.clone())
    }

    /// The writer, with so many threads and bytes of memory for them all (at least 15 MB each). A problem
    /// while another writer is open, in any program.
    pub fn writer(&self, threads: usize, bytes: usize) -> Result<TextWriter, Problem> {
        let mut writer = self.writer_at_need(threads, bytes)?;
        writer.open()?;
        Ok(writer)
    }

    /// The same, for whoever holds a lock of their own: that another writer is open is a problem only at the first change.
    pub fn writer_at_need(&self, threads: usize, bytes: usize) -> Result<TextWriter, Problem> {
        let snapshot = told(&self.place, || {
            let reader: tantivy::IndexReader =
                self.index.reader_builder().reload_policy(tantivy::ReloadPolicy::Manual).try_into()?;
            snapshot::Snapshot::read(reader.searcher(), self.fields, None)
        })?;
        TextWriter::new(&self.index, self.fields, &snapshot, self.place.clone(), threads, bytes)
    }

    /// What was kept with the last commit; see [`TextWriter::commit`]. `None` before the first.
    pub fn payload(&self) -> Result<Option<String>, Problem> {
        told(&self.place, || Ok(self.index.load_metas()?.payload))
    }

    /// Reads all files of the index and compares them with their checksums; a problem where one is damaged.
    /// Takes as long as reading the files does.
    pub fn validate(&self) -> Result<(), Problem> {
        let wrong = told(&self.place, || self.index.validate_checksum())?;
        if wrong.is_empty() { Ok(()) } else { Err(damage::damaged(&self.place)) }
    }
}
