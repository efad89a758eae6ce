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
mod directory;
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

pub(in crate::index) use days::bounds;
pub use expanded::{Expanded, ExpandedForm};
pub use reader::TextReader;
pub use words::{LONGEST, Words, words};
pub use writer::TextWriter;

use std::path::{Path, PathBuf};

use tantivy::Index;
use tantivy::directory::MmapDirectory;

use crate::corpus::Problem;
use damage::told;
use directory::Reading;
use fields::{Fields, TOKENIZER, schema};

/// The full-text index of a collection.
#[derive(Clone)]
pub struct TextIndex {
    index: Index,
    /// The same, as readers open it.
    reading: Index,
    fields: Fields,
    place: String,
    /// Its folder; `None` for memory.
    folder: Option<PathBuf>,
}

impl TextIndex {
    /// The index in a folder. A problem where there is none, or one that is damaged or was made by another
    /// version: then whoever asks clears the folder and makes it anew.
    pub fn open(folder: &Path) -> Result<Self, Problem> {
        let place = folder.to_string_lossy().into_owned();
        let index = told(&place, || Index::open(Reading::to_write(folder)?))?;
        let (schema, fields) = schema();
        if index.schema() != schema {
            return Err(Problem::new(
                place,
                "another version made the full-text index",
                "it will be made anew",
            ));
        }
        Self::in_folder(folder, index, fields)
    }

    fn in_folder(folder: &Path, index: Index, fields: Fields) -> Result<Self, Problem> {
        let place = folder.to_string_lossy().into_owned();
        let reading = told(&place, || Index::open(Reading::open(folder)?))?;
        Ok(Self::with(index, reading, fields, Some(folder)))
    }

    /// A new index in a folder that is there and has none.
    pub fn create(folder: &Path) -> Result<Self, Problem> {
        let place = folder.to_string_lossy().into_owned();
        let (schema, fields) = schema();
        let index = told(&place, || {
            Index::create(Reading::to_write(folder)?, schema, tantivy::IndexSettings::default())
        })?;
        Self::in_folder(folder, index, fields)
    }

    /// A new index that is gone with the program.
    pub fn in_memory() -> Self {
        let (schema, fields) = schema();
        let index = Index::create_in_ram(schema);
        Self::with(index.clone(), index, fields, None)
    }

    fn with(index: Index, reading: Index, fields: Fields, folder: Option<&Path>) -> Self {
        for index in [&index, &reading] {
            index.tokenizers().register(TOKENIZER, stream::Folding::default());
        }
        let place = folder.map_or(String::new(), |folder| folder.to_string_lossy().into_owned());
        Self { index, reading, fields, place, folder: folder.map(Path::to_owned) }
    }

    /// A reader of what was committed last.
    pub fn reader(&self) -> Result<TextReader, Problem> {
        TextReader::new(&self.reading, self.fields, self.place.clone())
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
        let wrong = told(&self.place, || match &self.folder {
            // Opened once more: what is mapped only for this is let go of behind it.
            Some(folder) => Index::open(MmapDirectory::open(folder)?)?.validate_checksum(),
            None => self.index.validate_checksum(),
        })?;
        if wrong.is_empty() { Ok(()) } else { Err(damage::damaged(&self.place)) }
    }
}
