//! Small collections for tests, and queries written as trees.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::{TextIndex, TextReader, words};
use crate::corpus::{
    ContentHash, DocId, Document, Fingerprint, Format, Found, Meta, Origin, PartialDate, parse,
};
use crate::find::query::{How, Node, Query, Scope, Sought, Words};
use crate::index::{Answer, Asked, DocumentSet, Kept, NoteText, Spelling, Tally, WhoIsWho};
use crate::tag::Kind;
use crate::text::{Block, BlockKind, Span, Text};

/// A document to be indexed.
#[derive(Clone, Debug, Default)]
pub(super) struct Doc {
    pub(super) title: &'static str,
    pub(super) text: String,
    pub(super) source: &'static str,
    pub(super) author: &'static str,
    pub(super) date: (i16, u8, u8),
    pub(super) language: &'static str,
    pub(super) path: &'static str,
}

/// A document of paragraphs that are parted by empty lines.
pub(super) fn document(doc: &Doc) -> Document {
    let mut document = parse("plain.txt", b"Words.").unwrap_or_else(|_| panic!("a plain text can be read"));
    let mut blocks = Vec::new();
    let mut at = 0;
    for paragraph in doc.text.split("\n\n") {
        let span = Span::new(at, at + paragraph.len());
        blocks.push(Block { span, kind: BlockKind::Paragraph, indent: 0, hang: 0, gap: true });
        at += paragraph.len() + 2;
    }
    document.text = Text::new(doc.text.as_str().into(), blocks);
    let found = |value: &str| (!value.is_empty()).then(|| Found::new(value.into(), Origin::FrontMatter));
    let (year, month, day) = doc.date;
    document.meta = Meta {
        title: Found::new(doc.title.to_owned(), Origin::FrontMatter),
        source: found(doc.source),
        author: found(doc.author),
        date: PartialDate::new(year, month, day).map(|date| Found::new(date, Origin::FrontMatter)),
        language: found(doc.language),
        format: Format::Plain,
        words: 0,
        hash: ContentHash([0; 32]),
        print: Fingerprint::default(),
    };
    document
}

/// An index of these documents, numbered from 0.
pub(super) fn index(docs: &[Doc]) -> TextReader {
    let index = TextIndex::in_memory();
    let mut writer = index.writer(1, 0).unwrap();
    for (doc, id) in docs.iter().zip(0..) {
        writer.put(DocId(id), Path::new(doc.path), &document(doc)).unwrap();
    }
    writer.commit("all").unwrap();
    index.reader().unwrap()
}

/// A document of this text alone.
pub(super) fn text(text: &str) -> Doc {
    Doc { title: "-", text: text.to_owned(), ..Doc::default() }
}

/// A query of words with a space between them: `field:word`, `=word`, `word*`, `word~`, `-word`, and phrases as
/// `a_b` or `a_b~3`.
pub(super) fn query(line: &str) -> Query {
    let mut nodes = Vec::new();
    let mut at = 0;
    for piece in line.split(' ').filter(|piece| !piece.is_empty()) {
        let start = line[at..].find(piece).unwrap() + at;
        at = start + piece.len();
        let span = Span::new(start, at);
        let (not, piece) = piece.strip_prefix('-').map_or((false, piece), |rest| (true, rest));
        let (scope, piece) = piece.split_once(':').map_or((Scope::Anywhere, piece), |(field, rest)| {
            let scope = match field {
                "title" => Scope::Title,
                "text" => Scope::Text,
                "source" => Scope::Source,
                "author" => Scope::Author,
                "path" => Scope::Path,
                "person" => Scope::Person,
                "org" => Scope::Organisation,
                "place" => Scope::Place,
                "note" => Scope::Note,
                "tag" => Scope::Tag,
                _ => panic!("{field}"),
            };
            (scope, rest)
        });
        let words = if piece.contains('_') {
            let (piece, slop) =
                piece.split_once('~').map_or((piece, None), |(piece, slop)| (piece, slop.parse().ok()));
            Words::Phrase(piece.split('_').map(str::to_owned).collect(), slop)
        } else if let Some(word) = piece.strip_prefix('=') {
            Words::Word(word.to_owned(), How::Exact)
        } else if let Some(word) = piece.strip_suffix('*') {
            Words::Word(word.to_owned(), How::Prefix)
        } else if let Some(word) = piece.strip_suffix('~') {
            Words::Word(word.to_owned(), How::Typo)
        } else {
            Words::Word(piece.to_owned(), How::Meant)
        };
        let node = Node::Sought(Sought { scope, words, span });
        nodes.push(if not { Node::Not(Box::new(node)) } else { node });
    }
    let root = (!nodes.is_empty()).then_some(Node::All(nodes));
    Query { root, complaints: Vec::new() }
}

/// A question for the best ten documents with a snippet each.
pub(super) fn asked(query: Query) -> Asked {
    Asked { query, most: 10, snippets: 1, ..Asked::default() }
}

/// What is kept of these documents: those that were read, those with a bookmark, and notes.
pub(super) fn kept(read: &[u32], bookmarked: &[u32], notes: &[(u32, &str)]) -> Arc<Kept> {
    let set = |ids: &[u32]| -> DocumentSet { ids.iter().copied().map(DocId).collect() };
    let note = |(id, text): &(u32, &str)| NoteText {
        id: DocId(*id),
        text: (*text).to_owned(),
        place: Some(Span::new(1, 2)),
    };
    Arc::new(Kept { read: set(read), bookmarked: set(bookmarked), notes: notes.iter().map(note).collect() })
}

/// The numbers of the documents of an answer, in order of the numbers.
pub(super) fn ids(answer: &Answer) -> Vec<u32> {
    let mut ids: Vec<u32> = answer.hits.iter().map(|hit| hit.id.0).collect();
    ids.sort_unstable();
    ids
}

/// Knows some people and who is mentioned where.
#[derive(Default)]
pub(super) struct Names {
    /// Names that are the same, folded.
    pub(super) same: Vec<Vec<&'static str>>,
    /// Who is mentioned where: the kind, the preferred name, and the documents.
    pub(super) mentioned: Vec<(Kind, &'static str, Vec<u32>)>,
}

impl WhoIsWho for Names {
    fn spellings(&self, typed: &[&str]) -> Vec<Spelling> {
        let typed = typed.join(" ");
        let group = self.same.iter().find(|group| group.contains(&typed.as_str()));
        let others = group.into_iter().flatten().filter(|name| **name != typed);
        let why = |name: &str| format!("{name}: same as {typed}");
        others.map(|name| Spelling { words: words(name), why: why(name) }).collect()
    }

    fn mentioned(&self, kind: Kind, typed: &[&str]) -> DocumentSet {
        let has = |name: &str| {
            let own = words(name);
            typed.iter().all(|word| own.iter().any(|own| own == word))
        };
        let with = self.mentioned.iter().filter(|(known, name, _)| *known == kind && has(name));
        with.flat_map(|(_, _, ids)| ids.iter().copied().map(DocId)).collect()
    }

    fn tally(&self, kind: Kind, documents: &DocumentSet, most: usize) -> Vec<Tally> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for (_, name, ids) in self.mentioned.iter().filter(|(known, ..)| *known == kind) {
            *counts.entry(name).or_default() +=
                ids.iter().filter(|id| documents.contains(DocId(**id))).count();
        }
        let mut tally: Vec<Tally> = counts
            .into_iter()
            .filter(|(_, documents)| *documents > 0)
            .map(|(name, documents)| Tally { name: name.to_owned(), documents })
            .collect();
        tally.sort_by(|a, b| b.documents.cmp(&a.documents).then(a.name.cmp(&b.name)));
        tally.truncate(most);
        tally
    }
}
