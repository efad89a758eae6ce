//! The fields of the index.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

/// The name of the tokenizer, and its version, which is also that of how words are counted: an index that another one made can't be
/// searched.
pub(super) const TOKENIZER: &str = "ibid-2";

/// The fields of the index, in the order of their numbers, which is that in which values are given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// The words of the title.
    pub(super) title: Field,
    /// The words of the body.
    pub(super) text: Field,
    /// The words of the source.
    pub(super) source: Field,
    /// The words of the author's name.
    pub(super) author: Field,
    /// The words of the file's name.
    pub(super) file: Field,
    /// The words of the whole path.
    pub(super) path: Field,
    /// The format's label in lower case.
    pub(super) format: Field,
    /// The document's number; a piece of a document hasn't it.
    pub(super) id: Field,
    /// The number of the document that this is, or is a piece of.
    pub(super) owner: Field,
    /// Which piece it is; see [`super::stored`].
    pub(super) piece: Field,
    /// The first day of the date, as `20200914`.
    pub(super) first: Field,
    /// The last day of the date.
    pub(super) last: Field,
    /// The source as a whole.
    pub(super) publisher: Field,
    /// The language's code, as [`super::stems::code`] makes it a number.
    pub(super) language: Field,
    /// The blocks of the reading text, stored; see [`super::stored`].
    pub(super) head: Field,
    /// The reading text or a piece of it, stored. As a text, since `tantivy` reads stored bytes one by one.
    pub(super) stored: Field,
}

/// The names of the columns.
pub(super) mod column {
    pub(in super::super) const ID: &str = "id";
    pub(in super::super) const FIRST: &str = "first";
    pub(in super::super) const LAST: &str = "last";
    pub(in super::super) const PUBLISHER: &str = "publisher";
    pub(in super::super) const LANGUAGE: &str = "language";
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let words = |option| {
        let indexing = TextFieldIndexing::default().set_tokenizer(TOKENIZER).set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let placed = IndexRecordOption::WithFreqsAndPositions;
    let publisher = TextOptions::default().set_fast("raw");
    let fields = Fields {
        title: schema.add_text_field("title", words(placed)),
        text: schema.add_text_field("text", words(placed)),
        source: schema.add_text_field("source", words(placed)),
        author: schema.add_text_field("author", words(placed)),
        file: schema.add_text_field("file", words(placed)),
        path: schema.add_text_field("path", words(placed)),
        format: schema.add_text_field("format", STRING),
        id: schema.add_u64_field(column::ID, FAST),
        owner: schema.add_u64_field("owner", INDEXED),
        piece: schema.add_u64_field("piece", INDEXED),
        first: schema.add_u64_field(column::FIRST, FAST),
        last: schema.add_u64_field(column::LAST, FAST),
        publisher: schema.add_text_field(column::PUBLISHER, publisher),
        language: schema.add_u64_field(column::LANGUAGE, FAST),
        head: schema.add_bytes_field("head", STORED),
        stored: schema.add_text_field("stored", STORED),
    };
    (schema.build(), fields)
}

/// A field whose words are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Part {
    Title,
    Text,
    Source,
    Author,
    File,
    Path,
}

impl Part {
    /// All of them.
    pub(super) const ALL: [Self; 6] =
        [Self::Text, Self::Title, Self::Source, Self::Author, Self::File, Self::Path];

    /// Those in which words without a field are looked for. The folders above a collection say nothing of a document: a
    /// word of theirs is in every path.
    pub(super) const PLAIN: [Self; 5] = [Self::Text, Self::Title, Self::Source, Self::Author, Self::File];

    /// The field of the index.
    pub(super) fn field(self, fields: &Fields) -> Field {
        match self {
            Self::Title => fields.title,
            Self::Text => fields.text,
            Self::Source => fields.source,
            Self::Author => fields.author,
            Self::File => fields.file,
            Self::Path => fields.path,
        }
    }

    /// How much a word in it counts. A title of some ten words says what the text is about: in it a word
    /// counts as much as three mentions in a text of common length, the weight that BM25F is commonly run
    /// with for titles (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
    pub(super) fn weight(self) -> f32 {
        if self == Self::Title { 3.0 } else { 1.0 }
    }

    /// How much its length counts, the `b` of BM25. Titles and names don't say more by being short.
    pub(super) fn length_weight(self) -> f32 {
        match self {
            Self::Text => 0.75,
            Self::Title => 0.3,
            Self::Source | Self::Author | Self::File | Self::Path => 0.0,
        }
    }
}
