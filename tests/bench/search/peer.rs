//! `tantivy` alone, as its own examples use it: default tokenizer, stored text, its own snippets.

use std::path::Path;

use ibid::corpus::Document;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::{Field, STORED, Schema, TEXT};
use tantivy::snippet::SnippetGenerator;
use tantivy::{Index, IndexReader, IndexWriter, TantivyDocument};

/// The peer.
pub struct Peer {
    index: Index,
    writer: Option<IndexWriter>,
    reader: Option<IndexReader>,
    title: Field,
    text: Field,
}

impl Peer {
    pub fn create(folder: &Path, threads: usize, memory: usize) -> Self {
        let mut schema = Schema::builder();
        let title = schema.add_text_field("title", TEXT | STORED);
        let text = schema.add_text_field("text", TEXT | STORED);
        let index = Index::create_in_dir(folder, schema.build()).unwrap();
        let writer = index.writer_with_num_threads(threads, memory).unwrap();
        Self { index, writer: Some(writer), reader: None, title, text }
    }

    pub fn put(&mut self, document: &Document) {
        let mut own = TantivyDocument::new();
        own.add_text(self.title, &document.meta.title.value);
        own.add_text(self.text, document.text.as_str());
        self.writer.as_ref().unwrap().add_document(own).unwrap();
    }

    pub fn commit(&mut self) {
        self.writer.as_mut().unwrap().commit().unwrap();
    }

    pub fn finish(&mut self) {
        self.writer.take().unwrap().wait_merging_threads().unwrap();
    }

    pub fn open(folder: &Path) -> Self {
        let index = Index::open_in_dir(folder).unwrap();
        let field = |name| index.schema().get_field(name).unwrap();
        let (title, text) = (field("title"), field("text"));
        let reader = Some(index.reader().unwrap());
        Self { index, writer: None, reader, title, text }
    }

    /// The best twenty with their snippets, and how many match.
    pub fn ask(&self, line: &str) -> usize {
        let searcher = self.reader.as_ref().unwrap().searcher();
        let mut parser = QueryParser::for_index(&self.index, vec![self.title, self.text]);
        parser.set_conjunction_by_default();
        let (query, _) = parser.parse_query_lenient(line);
        let (hits, count) =
            searcher.search(&query, &(TopDocs::with_limit(20).order_by_score(), Count)).unwrap();
        let snippets = SnippetGenerator::create(&searcher, &*query, self.text).unwrap();
        let mut length = 0;
        for (_, address) in hits {
            let document: TantivyDocument = searcher.doc(address).unwrap();
            length += snippets.snippet_from_doc(&document).fragment().len();
        }
        std::hint::black_box(length);
        count
    }
}
