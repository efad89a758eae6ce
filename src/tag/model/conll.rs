//! Token-per-line files: `token TAB tag`, a blank line between sentences, `-DOCSTART-` before a document, BIO tags.

use super::label::{self, BEGIN, INSIDE, LAST, Label, NameKind, OUTSIDE, UNIT};

/// A document as sentences of tokens with labels.
#[derive(Clone, Debug, Default)]
pub struct Labelled {
    /// Its tokens.
    pub words: Vec<String>,
    /// The number of the token after the last of each sentence; ascending.
    pub ends: Vec<u32>,
    /// A label for each token.
    pub(super) labels: Vec<Label>,
}

/// What is wrong with a token-per-line file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConllError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

impl std::fmt::Display for ConllError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for ConllError {}

impl Labelled {
    /// A document without names, to be tagged.
    pub fn plain(words: Vec<String>, ends: Vec<u32>) -> Self {
        let labels = vec![OUTSIDE; words.len()];
        Self { words, ends, labels }
    }

    /// The names, as first token, token after the last and kind.
    pub fn names(&self) -> impl Iterator<Item = (usize, usize, NameKind)> + '_ {
        label::names(&self.labels)
    }

    /// Puts a name over these tokens.
    pub fn mark(&mut self, first: usize, end: usize, kind: NameKind) {
        label::mark(&mut self.labels, first, end, kind);
    }

    /// The tag of a token as such a file has it, in BIO.
    pub fn tag(&self, at: usize) -> String {
        match self.labels.get(at).and_then(|&label| label::parts(label)) {
            None => "O".to_owned(),
            Some((kind, BEGIN | UNIT)) => format!("B-{}", kind.code()),
            Some((kind, _)) => format!("I-{}", kind.code()),
        }
    }

    /// The bounds of the sentences.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        std::iter::once(0)
            .chain(self.ends.iter().map(|&end| end as usize))
            .zip(self.ends.iter().map(|&end| end as usize))
    }

    fn close(&mut self) {
        let end = self.words.len() as u32;
        if self.ends.last().copied().unwrap_or(0) < end {
            self.ends.push(end);
        }
    }
}

/// Reads such a file. A line without a tag is an unlabelled token; `I` without a `B` before it begins a name. Where
/// there is no `-DOCSTART-` the whole file is a document.
///
/// # Errors
/// A tag that isn't `O`, `B-` or `I-` with a kind that is known.
pub fn read_conll(text: &str) -> Result<Vec<Labelled>, ConllError> {
    let mut documents = vec![Labelled::default()];
    let mut before: Option<NameKind> = None;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_end_matches('\r');
        let Some(document) = documents.last_mut() else { break };
        if line.trim().is_empty() {
            document.close();
            before = None;
            continue;
        }
        if line.starts_with("-DOCSTART-") {
            document.close();
            before = None;
            documents.push(Labelled::default());
            continue;
        }
        let (word, tag) = line.rsplit_once(['\t', ' ']).unwrap_or((line, "O"));
        let wrong = || ConllError { line: number + 1, what: format!("unknown tag {tag:?}") };
        let word = word.trim().split('\t').next().unwrap_or("");
        let (part, kind) = match tag {
            "O" => ("", None),
            _ => {
                let (part, code) = tag.split_once('-').ok_or_else(wrong)?;
                (part, Some(NameKind::from_code(code).ok_or_else(wrong)?))
            }
        };
        if !matches!(part, "" | "B" | "I") {
            return Err(wrong());
        }
        let label = match kind {
            None => OUTSIDE,
            Some(kind) if part == "I" && before == Some(kind) => {
                // What was the last token of the name, or its only one, has one more behind it now.
                if let Some(last) = document.labels.last_mut() {
                    *last = match label::parts(*last) {
                        Some((kind, LAST)) => label::label(kind, INSIDE),
                        _ => label::label(kind, BEGIN),
                    };
                }
                label::label(kind, LAST)
            }
            Some(kind) => label::label(kind, UNIT),
        };
        before = kind;
        document.words.push(word.to_owned());
        document.labels.push(label);
    }
    if let Some(document) = documents.last_mut() {
        document.close();
    }
    documents.retain(|document| !document.words.is_empty());
    Ok(documents)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn documents_sentences_and_names_are_read() {
        let text = "-DOCSTART-\tO\n\nIn\tO\nNew\tB-LOC\nYork\tI-LOC\nAnna\tB-PER\nBo\tB-PER\n\nx\tO\n\n-DOCSTART-\tO\n\nUN\tI-ORG\n";
        let documents = read_conll(text).unwrap();
        assert_eq!(documents.len(), 2);
        assert_eq!(documents[0].ends, [5, 6]);
        assert_eq!(documents[0].sentences().collect::<Vec<_>>(), [(0, 5), (5, 6)]);
        let names: Vec<_> = documents[0].names().collect();
        assert_eq!(names, [(1, 3, NameKind::Place), (3, 4, NameKind::Person), (4, 5, NameKind::Person)]);
        assert_eq!(documents[1].names().count(), 1);
        let tags: Vec<_> = (0..3).map(|at| documents[0].tag(at)).collect();
        assert_eq!(tags, ["O", "B-LOC", "I-LOC"]);
    }

    #[test]
    fn an_unknown_tag_is_an_error_with_its_line() {
        let error = read_conll("a\tO\nb\tB-FISH\n").unwrap_err();
        assert_eq!(error.line, 2);
    }

    #[test]
    fn tokens_without_tags_are_plain() {
        let documents = read_conll("a\nb\n\nc\n").unwrap();
        assert_eq!((documents.len(), documents[0].words.len(), documents[0].ends.len()), (1, 3, 2));
    }
}
