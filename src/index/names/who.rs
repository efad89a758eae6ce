//! Who is meant by a name that somebody typed, and what the collection has of them.

use std::collections::HashMap;
use std::io;

use rayon::prelude::*;

use super::explain::{Reasons, Why};
use super::groups::Group;
use super::sounding::sounds;
use super::table::Names;
use crate::corpus::DocId;
use crate::index::DocumentSet;
use crate::name::fold;
use crate::tag::Kind;
use crate::text::Span;

/// The most people, bodies and places that an answer has.
const MOST: usize = 50;

/// How a name was found. The order is that in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// It is one of their names, but for case and accents.
    Name,
    /// One of their names has its words.
    Words,
    /// One of their names has its words after transliteration.
    Sound,
    /// One of their names has words that differ from it in few letters: "did you mean".
    Near,
}

/// Somebody or something that a collection names.
#[derive(Clone, Debug)]
pub struct Known {
    /// The preferred name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// How it was found.
    pub found: Found,
    /// The names used, those of most documents first.
    pub forms: Vec<KnownForm>,
    /// How likely all of these are one, in hundredths: that of the forms, by their documents.
    pub confidence: u8,
    /// The documents that mention it.
    pub documents: DocumentSet,
    pub(super) group: Group,
}

/// A name that is used for somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownForm {
    /// As it is written.
    pub text: String,
    /// In how many documents.
    pub documents: u32,
    /// Why it is taken for the same as the preferred name, in words; empty for that itself.
    pub reason: String,
    /// How likely that is, in hundredths.
    pub confidence: u8,
}

/// A mention of somebody or something in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The name in the document's text.
    pub span: Span,
    /// The title right before it.
    pub title: Option<Span>,
    /// The name used.
    pub form: String,
    /// How likely it is such a name, in hundredths.
    pub confidence: u8,
}

impl Names {
    /// Who may be meant by what was typed, the likeliest first: by name, then by words of a name, and only where there
    /// is nobody by transliteration, and then by few letters that differ.
    pub fn who(&self, typed: &str) -> Vec<Known> {
        let words = fold::words(typed);
        if words.is_empty() {
            return Vec::new();
        }
        let exact = match self.with_words(&words) {
            none if none.is_empty() => self.listed_as(&words.join(" ")),
            exact => exact,
        };
        let found = match exact.as_slice() {
            [] => self.sounding(&words),
            _ => exact.into_iter().map(|cluster| (cluster, Found::Words)).collect(),
        };
        let whole = words.join(" ");
        let mut groups: HashMap<Group, Found> = HashMap::new();
        for (number, mut how) in found {
            let (Some(cluster), Some(group)) = (self.cluster(number), self.groups.of(number)) else {
                continue;
            };
            let mut called = self.called(number, &cluster);
            if how == Found::Words && called.any(|name| fold::folded(name) == whole) {
                how = Found::Name;
            }
            let known = groups.entry(group).or_insert(how);
            *known = how.min(*known);
        }
        let documents = |group: Group| {
            let counts = self.groups.members(group).iter().map(|&cluster| u64::from(self.count(cluster)));
            counts.sum::<u64>()
        };
        // Of those that only have the words, the person whose surname they are comes first.
        let rank = |(group, found): (Group, Found)| {
            let kind = self.groups.head(group).map(|head| head.0);
            let named = fold::folded(self.name(group));
            let surname = kind == Some(Kind::Person) && ends_with(&named, &whole);
            (found, !surname, u64::MAX - documents(group), kind, named, group)
        };
        let mut groups: Vec<_> = groups.into_iter().map(rank).collect();
        groups.sort_unstable();
        groups.truncate(MOST);
        groups.into_iter().filter_map(|(found, .., group)| self.known(group, found)).collect()
    }

    /// The clusters of whoever the person said is also called so, though no text does.
    fn listed_as(&self, folded: &str) -> Vec<u32> {
        let of_kind = |kind: Kind| {
            let same = self.rules.same(kind);
            let owner = same.get(folded).copied();
            let others = same.iter().filter(|(_, other)| Some(**other) == owner);
            let words = others.map(|(name, _)| name.split(' ').map(str::to_owned).collect::<Vec<_>>());
            let clusters = words.filter(|_| owner.is_some()).flat_map(|words| self.with_words(&words));
            let is = |number: &u32| self.cluster(*number).is_some_and(|cluster| cluster.kind == kind);
            clusters.filter(is).collect::<Vec<u32>>()
        };
        [Kind::Person, Kind::Organisation, Kind::Place].into_iter().flat_map(of_kind).collect()
    }

    /// Where a document mentions somebody, in the order of the text.
    ///
    /// # Errors
    /// As [`Self::record`].
    pub fn passages(&self, known: &Known, id: DocId) -> io::Result<Vec<Passage>> {
        Ok(self.told(known, id)?.passages)
    }

    /// What the person's list says of somebody.
    pub fn description(&self, known: &Known) -> Option<&str> {
        self.rules.described(known.kind, &known.name)
    }

    pub(super) fn known(&self, group: Group, found: Found) -> Option<Known> {
        let (kind, preferred) = self.groups.head(group)?;
        let mut used: HashMap<u32, Vec<u32>> = HashMap::new();
        for &number in self.groups.members(group) {
            for form in self.cluster(number)?.forms() {
                used.entry(form).or_default().push(number);
            }
        }
        let reasons = Reasons::of(self, (group, kind, preferred), used.keys().copied());
        let mut forms: Vec<KnownForm> = used
            .into_iter()
            .map(|(form, clusters)| (form, self.documents_with(&clusters)))
            .filter(|(_, documents)| *documents > 0)
            .map(|(form, documents)| {
                let Why { reason, confidence } = reasons.why(form);
                KnownForm { text: self.strings.text(form).to_owned(), documents, reason, confidence }
            })
            .collect();
        forms.sort_unstable_by(|one, other| (other.documents, &one.text).cmp(&(one.documents, &other.text)));
        let all: u64 = forms.iter().map(|form| u64::from(form.documents)).sum();
        let sure: u64 = forms.iter().map(|form| u64::from(form.documents) * u64::from(form.confidence)).sum();
        let confidence = sure.checked_div(all).unwrap_or(0) as u8;
        let name = self.name(group).to_owned();
        Some(Known { name, kind, found, forms, confidence, documents: self.documents_of([group]), group })
    }

    /// In how many documents these clusters are; a document that has several counts once.
    pub(super) fn documents_with(&self, clusters: &[u32]) -> u32 {
        let all: u32 = clusters.iter().map(|&cluster| self.count(cluster)).sum();
        if clusters.len() < 2 || all == 0 {
            return all;
        }
        self.set_of(clusters).len() as u32
    }

    /// The documents in which any of these clusters is.
    pub(super) fn set_of(&self, clusters: &[u32]) -> DocumentSet {
        let mut documents = DocumentSet::default();
        clusters.iter().for_each(|&cluster| self.filed.with(cluster, &mut documents));
        documents
    }

    /// The clusters that have all words in one of their names after transliteration; where there are none, those whose
    /// words differ in few letters.
    fn sounding(&self, words: &[String]) -> Vec<(u32, Found)> {
        let keys = sounds(words);
        let sound = |own: &[String]| {
            let own = sounds(own);
            keys.iter().all(|key| own.contains(key))
        };
        let found = self.clusters_whose(sound);
        if !found.is_empty() {
            return found.into_iter().map(|cluster| (cluster, Found::Sound)).collect();
        }
        let same = self.same_as(words);
        if !same.is_empty() {
            return same.into_iter().map(|cluster| (cluster, Found::Sound)).collect();
        }
        let is_long = |word: &String| word.chars().count() > 3;
        let is_beside_a_long_one = words.iter().any(is_long);
        let near = |word: &String, own: &String| {
            // One letter of four, two of seven and three of ten may differ; of three one where a longer word is typed too.
            let may = match word.chars().count() {
                3 => usize::from(is_beside_a_long_one),
                letters => letters.saturating_sub(1) / 3,
            };
            word.len().abs_diff(own.len()) <= may * 4 && strsim::osa_distance(word, own) <= may
        };
        let found = self.clusters_whose(|own| words.iter().all(|word| own.iter().any(|own| near(word, own))));
        found.into_iter().map(|cluster| (cluster, Found::Near)).collect()
    }

    /// The clusters of which the folded words of a name are so.
    fn clusters_whose(&self, so: impl Fn(&[String]) -> bool + Sync) -> Vec<u32> {
        let is = |number: &u32| {
            let cluster = self.cluster(*number).filter(|_| self.count(*number) > 0);
            cluster.is_some_and(|cluster| {
                self.called(*number, &cluster).any(|name| {
                    let folded = fold::folded(name);
                    so(&folded.split(' ').map(str::to_owned).collect::<Vec<_>>())
                })
            })
        };
        (0..self.clusters.len()).into_par_iter().filter(is).collect()
    }
}

/// Whether a name's last words are these.
fn ends_with(name: &str, words: &str) -> bool {
    name.strip_suffix(words).is_some_and(|before| before.is_empty() || before.ends_with(' '))
}
