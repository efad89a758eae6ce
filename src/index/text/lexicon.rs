//! The words of the collection: which of them a word of a query means.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::Term;
use tantivy::query::FuzzyTermQuery;

use super::completions::behind;
use super::fields::Part;
use super::notes::Notes;
use super::snapshot::Snapshot;
use super::stems;

/// A form in which a word of a query is looked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Form {
    pub(super) text: Box<str>,
    /// How much it counts; what was typed counts 1.
    pub(super) weight: f32,
    /// In how many documents it is, about.
    pub(super) documents: u64,
    /// Why it is looked for, where it is another spelling of a name.
    pub(super) why: Option<Arc<str>>,
}

/// How much another form of the word counts that was typed.
const OTHER_FORM: f32 = 0.9;
/// How much another spelling of a name counts.
pub(super) const OTHER_SPELLING: f32 = 0.8;
/// How much a longer word counts, of which the beginning was typed.
pub(super) const LONGER: f32 = 0.7;
/// How much a word counts with one mistake; with two it is the square of that.
const MISTAKEN: f32 = 0.6;

/// The bytes at most that another form of a word is longer than the word: `-ization`, `-иями`.
const LONGEST_ENDING: usize = 8;

/// The forms of a word that are looked for at most, the most frequent ones.
const MOST_FORMS: usize = 64;
/// The longer words at most that a word means that may be half typed, so that each key is answered at once.
const MOST_COMPLETIONS: usize = 16;

/// The words of some parts of the collection.
pub(super) struct Lexicon<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) parts: &'a [Part],
    /// The notes, where these are searched too.
    pub(super) notes: Option<&'a Notes>,
}

/// Words with the number of documents that they are in, about.
type Counts = HashMap<Box<str>, u64>;

/// Words that were met in a part, with the same; `None` for those that aren't wanted.
type Met = HashMap<Box<str>, Option<u64>>;

/// The words that are wanted.
fn wanted_of(met: Met) -> impl Iterator<Item = (Box<str>, u64)> {
    met.into_iter().filter_map(|(word, documents)| documents.map(|documents| (word, documents)))
}

impl Lexicon<'_> {
    /// A word as it is.
    pub(super) fn exactly(&self, word: &str, weight: f32, why: Option<Arc<str>>) -> tantivy::Result<Form> {
        let mut documents = 0;
        for part in self.parts {
            let term = Term::from_field_text(part.field(&self.snapshot.fields), word);
            documents = documents.max(self.snapshot.searcher.doc_freq(&term)?);
        }
        documents += self.notes.map_or(0, |notes| notes.places(word).len() as u64);
        Ok(Form { text: word.into(), weight, documents, why })
    }

    /// The other forms of a word, in the languages of the collection.
    pub(super) fn forms(&self, word: &str) -> tantivy::Result<Vec<Form>> {
        let mut found: Counts = HashMap::new();
        for language in &self.snapshot.languages {
            let Some(stem) = language.stem(word) else { continue };
            let Some(beginning) = stems::beginning(word, &stem) else { continue };
            let ending = if beginning.len() > 3 { LONGEST_ENDING } else { LONGEST_ENDING / 2 };
            let longest = word.len().max(stem.len()) + ending;
            let wanted = |known: &str| known != word && language.stem(known).is_some_and(|own| own == stem);
            self.beginning(beginning, longest, wanted, &mut found)?;
        }
        Ok(most_frequent(found, MOST_FORMS, |_| OTHER_FORM))
    }

    /// The most frequent words that begin with `word`, but for itself: what a half typed word may become.
    /// Names of files aren't looked at beside other parts: of file names there are as many as of documents.
    pub(super) fn longer(&self, word: &str) -> tantivy::Result<Vec<Form>> {
        let mut found: Counts = HashMap::new();
        for part in self.parts.iter().filter(|part| **part < Part::File || self.parts.len() == 1) {
            let mut counts: Counts = HashMap::new();
            for (reader, view) in self.snapshot.searcher.segment_readers().iter().zip(&self.snapshot.views) {
                let words = view.columns.completions.of(reader, &self.snapshot.fields, *part, word)?;
                for (documents, known) in words.iter().filter(|(_, known)| known.len() > word.len()) {
                    *counts.entry(known.clone()).or_default() += u64::from(*documents);
                }
            }
            merge(counts.into_iter(), &mut found);
        }
        for (known, places) in self.notes.iter().flat_map(|notes| notes.beginning(word)) {
            if known != word {
                *found.entry(known.into()).or_default() += places as u64;
            }
        }
        Ok(most_frequent(found, MOST_COMPLETIONS, |_| LONGER))
    }

    /// The words that may be meant where `word` was mistyped: with one wrong, missing, needless or exchanged
    /// letter in words of three to five, two in longer ones.
    pub(super) fn mistyped(&self, word: &str) -> tantivy::Result<Vec<Form>> {
        let distance = match word.chars().count() {
            0..=2 => return Ok(Vec::new()),
            3..=5 => 1,
            _ => 2,
        };
        let mut found: Counts = HashMap::new();
        for part in self.parts {
            let field = part.field(&self.snapshot.fields);
            let query = FuzzyTermQuery::new(Term::from_field_text(field, word), distance, true);
            let mut met: Met = HashMap::new();
            for reader in self.snapshot.searcher.segment_readers() {
                let index = reader.inverted_index(field)?;
                let mut stream = index.terms().search(query.automaton()?).into_stream()?;
                while let Some((known, info)) = stream.next() {
                    take(known, u64::from(info.doc_freq), |known| known != word, &mut met);
                }
            }
            merge(wanted_of(met), &mut found);
        }
        for (known, places) in self.notes.iter().flat_map(|notes| notes.beginning("")) {
            if known != word && mistakes(known, word) <= usize::from(distance) {
                *found.entry(known.into()).or_default() += places as u64;
            }
        }
        Ok(most_frequent(found, MOST_FORMS, |known| MISTAKEN.powi(mistakes(known, word) as i32)))
    }

    /// Puts the words of at most `longest` bytes that begin so, and of which `wanted` says so, into `found`. Names of sources, authors and
    /// files have no forms that are worth looking for, beside those of texts and titles.
    fn beginning(
        &self,
        with: &str,
        longest: usize,
        wanted: impl Fn(&str) -> bool,
        found: &mut Counts,
    ) -> tantivy::Result<()> {
        let behind = behind(with);
        for part in self.parts.iter().filter(|part| **part <= Part::Text || self.parts.len() == 1) {
            let mut met: Met = HashMap::new();
            for reader in self.snapshot.searcher.segment_readers() {
                let index = reader.inverted_index(part.field(&self.snapshot.fields))?;
                let mut stream = index.terms().range().ge(with).lt(&behind).into_stream()?;
                while stream.advance() {
                    if stream.key().len() <= longest {
                        take(stream.key(), u64::from(stream.value().doc_freq), &wanted, &mut met);
                    }
                }
            }
            merge(wanted_of(met), found);
        }
        for (known, places) in self.notes.iter().flat_map(|notes| notes.beginning(with)) {
            if known.len() <= longest && wanted(known) {
                *found.entry(known.into()).or_default() += places as u64;
            }
        }
        Ok(())
    }
}

/// Counts a word that was met in a segment. Whether it is wanted is asked once, for all segments.
fn take(known: &[u8], documents: u64, wanted: impl Fn(&str) -> bool, met: &mut Met) {
    let Ok(known) = std::str::from_utf8(known) else { return };
    match met.get_mut(known) {
        Some(Some(count)) => *count += documents,
        Some(None) => {}
        None => drop(met.insert(known.into(), wanted(known).then_some(documents))),
    }
}

/// Takes in the counts of another part: most documents that have a word in their title have it in the text.
fn merge(counts: impl Iterator<Item = (Box<str>, u64)>, found: &mut Counts) {
    for (word, count) in counts {
        let known = found.entry(word).or_default();
        *known = count.max(*known);
    }
}

/// The most frequent ones; of those that are equally frequent the first in order of their letters.
fn most_frequent(found: Counts, most: usize, weight: impl Fn(&str) -> f32) -> Vec<Form> {
    let mut found: Vec<(u64, Box<str>)> = found.into_iter().map(|(word, count)| (count, word)).collect();
    let order = |a: &(u64, Box<str>), b: &(u64, Box<str>)| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1));
    if found.len() > most {
        found.select_nth_unstable_by(most, order);
        found.truncate(most);
    }
    found.sort_unstable_by(order);
    let form =
        |(documents, text): (u64, Box<str>)| Form { weight: weight(&text), text, documents, why: None };
    found.into_iter().map(form).collect()
}

/// How many letters are wrong, missing, needless or exchanged with their neighbour (the optimal string
/// alignment distance). Words are short, so that this is quick.
fn mistakes(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
    let mut earlier: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let mut least =
                (at(&before, j) + usize::from(ca != cb)).min(at(&before, j + 1) + 1).min(at(&row, j) + 1);
            let crossed = i > 0 && j > 0 && a.get(i - 1) == Some(cb) && b.get(j - 1) == Some(ca);
            if crossed {
                least = least.min(at(&earlier, j - 1) + 1);
            }
            row.push(least);
        }
        earlier = std::mem::replace(&mut before, row);
    }
    at(&before, b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_counted() {
        for (a, b, count) in [
            ("minsk", "minsk", 0),
            ("minsk", "mnisk", 1),
            ("minsk", "minskk", 1),
            ("minsk", "mins", 1),
            ("lukashenko", "lukashenka", 1),
            ("", "abc", 3),
            ("йод", "иод", 1),
        ] {
            assert_eq!(mistakes(a, b), count, "{a} {b}");
            assert_eq!(mistakes(b, a), count, "{b} {a}");
        }
    }
}
