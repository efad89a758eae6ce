//! From labelled files to a model: all that the command line knows of how a model is trained.

use std::path::{Path, PathBuf};

use super::arguments::Train;
use crate::corpus::Problem;
use crate::tag::hints;
use crate::tag::model::{Labelled, Lesson, Lore, NameKind, Options, train};

/// The least and the greatest weight of a file.
const WEIGHTS: (f32, f32) = (0.01, 100.0);

/// A file to train on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    pub(super) path: PathBuf,
    /// How much its sentences count; 1 is plain.
    pub(super) weight: f32,
    /// Whether only people, organisations and places are labelled in it.
    partial: bool,
}

impl Source {
    /// Reads `FILE` or `FILE:WEIGHT`. A file with such a name goes before a weight.
    ///
    /// # Errors
    ///
    /// Where the weight is out of range.
    pub(super) fn read(words: &Path, partial: bool) -> Result<Self, Problem> {
        let plain = Self { path: words.to_owned(), weight: 1.0, partial };
        let parts = words.to_str().and_then(|words| words.rsplit_once(':'));
        let Some((path, Ok(weight))) = parts.map(|(path, weight)| (path, weight.parse::<f32>())) else {
            return Ok(plain);
        };
        if words.exists() {
            return Ok(plain);
        }
        let (least, greatest) = WEIGHTS;
        if !(least..=greatest).contains(&weight) {
            let reason = format!("the weight {weight} isn't from {least} to {greatest}");
            return Err(Problem::new(path, reason, "1 is plain, 2 counts each sentence twice"));
        }
        Ok(Self { path: path.into(), weight, partial })
    }
}

/// The documents of a file as lessons. Where it has no names of the other kind at all, they aren't labelled in it.
pub(super) fn lessons(source: &Source, documents: Vec<Labelled>) -> impl Iterator<Item = Lesson> {
    let other = |document: &Labelled| document.names().any(|name| name.2 == NameKind::Other);
    let others = !source.partial && documents.iter().any(other);
    let weight = source.weight;
    documents.into_iter().map(move |document| Lesson { document, weight, others, counted: Vec::new() })
}

/// What is known of words before the lessons: from these lists, sorts of names and clusters.
pub(super) fn gathered(lists: &[String], names: &[String], clusters: &str, lessons: &[Lesson]) -> Lore {
    let lists: Vec<&str> = lists.iter().map(String::as_str).collect();
    let name = |at: usize| names.get(at).map_or("", String::as_str);
    Lore::gathered(&lists, [name(0), name(1), name(2)], clusters, lessons)
}

/// Trains a model on the lessons; gives its bytes.
pub(super) fn make(arguments: &Train, lessons: &[Lesson], lore: &Lore) -> Vec<u8> {
    let usual = Options::default();
    let options = Options {
        rounds: arguments.rounds.unwrap_or(usual.rounds),
        seed: arguments.seed.unwrap_or(usual.seed),
        voices: arguments.voices.unwrap_or(usual.voices),
        ..usual
    };
    train(&options, lessons, lore, &hints)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::tag::model::read_conll;

    #[test]
    fn a_weight_stands_behind_a_colon() {
        let read =
            |words: &str| Source::read(Path::new(words), false).map(|source| (source.path, source.weight));
        assert_eq!(read("a.conll"), Ok((PathBuf::from("a.conll"), 1.0)));
        assert_eq!(read("a:b.conll:1.5"), Ok((PathBuf::from("a:b.conll"), 1.5)));
        assert_eq!(read("a:b"), Ok((PathBuf::from("a:b"), 1.0)));
        for wrong in ["a:0", "a:-1", "a:NaN", "a:1e9"] {
            assert!(read(wrong).unwrap_err().to_string().contains("isn't from 0.01 to 100"), "{wrong}");
        }
    }

    #[test]
    fn a_file_without_other_names_does_not_label_them() {
        let others = |text: &str, partial| {
            let source = Source { path: PathBuf::new(), weight: 1.0, partial };
            lessons(&source, read_conll(text).unwrap()).all(|lesson| lesson.others)
        };
        assert!(!others("Anna\tB-PER\n", false));
        assert!(others("Polish\tB-MISC\n-DOCSTART-\tO\nAnna\tB-PER\n", false));
        assert!(!others("Polish\tB-MISC\n", true));
    }
}
