//! What documents say of somebody: where, in which words, and what they call them.

use std::collections::HashMap;
use std::io;

use super::table::Names;
use super::who::{Known, Passage};
use crate::corpus::DocId;
use crate::index::DocumentSet;

/// The descriptions of somebody that are kept apart; what else is said of them is left out.
const MOST: usize = 2000;

/// What a document says of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Where it mentions them, in the order of the text.
    pub passages: Vec<Passage>,
    /// What it calls them: titles before the name, and what stands behind it between commas.
    pub roles: Vec<String>,
}

/// What somebody is called, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// In words: "president of Belarus".
    pub text: String,
    /// The documents that say so.
    pub documents: DocumentSet,
}

/// What somebody is called in one document after another.
#[derive(Clone, Debug, Default)]
pub struct Descriptions {
    /// For each description, folded, its spellings with their counts and its documents.
    known: HashMap<String, (HashMap<String, u32>, DocumentSet)>,
}

impl Descriptions {
    /// Takes in what a document calls them.
    pub fn add(&mut self, id: DocId, roles: &[String]) {
        for role in roles {
            let key = key(role);
            if key.is_empty() || (self.known.len() >= MOST && !self.known.contains_key(&key)) {
                continue;
            }
            let (spellings, documents) = self.known.entry(key).or_default();
            *spellings.entry(role.clone()).or_default() += 1;
            documents.insert(id);
        }
    }

    /// The descriptions, those of most documents first, then the more telling ones, which are longer.
    pub fn listed(&self) -> Vec<Described> {
        let described = |(spellings, documents): &(HashMap<String, u32>, DocumentSet)| {
            let best = spellings.iter().max_by(|one, other| (one.1, other.0).cmp(&(other.1, one.0)))?;
            Some(Described { text: best.0.clone(), documents: documents.clone() })
        };
        let mut all: Vec<(usize, Described)> = self
            .known
            .values()
            .filter_map(described)
            .map(|described| (described.documents.len(), described))
            .collect();
        all.sort_unstable_by(|(many, one), (few, other)| {
            let longer = other.text.split(' ').count().cmp(&one.text.split(' ').count());
            few.cmp(many).then(longer).then_with(|| one.text.cmp(&other.text))
        });
        all.into_iter().map(|(_, described)| described).collect()
    }
}

/// What the spellings of a description have in common.
fn key(role: &str) -> String {
    let words = crate::index::text::words(role);
    let words = words.iter().map(String::as_str);
    words.filter(|word| !matches!(*word, "the" | "a" | "an")).collect::<Vec<_>>().join(" ")
}

impl Names {
    /// What a document says of somebody; nothing where it doesn't mention them.
    ///
    /// # Errors
    /// As [`Self::record`].
    pub fn told(&self, known: &Known, id: DocId) -> io::Result<Told> {
        let (Some(record), Some((_, entries))) = (self.record(id)?, self.filed.get(id)) else {
            return Ok(Told::default());
        };
        // A record has its people and bodies in the order of the entries.
        let is = |named: u32| {
            let entry = entries.get(named as usize);
            entry.is_some_and(|entry| self.groups.of(entry.cluster()) == Some(known.group))
        };
        let passage = |said: &super::Said| {
            let form = record.named.get(said.named as usize)?.forms.get(said.form as usize)?.clone();
            Some(Passage { span: said.span, title: said.title, form, confidence: said.confidence })
        };
        let passages = record.said.iter().filter(|said| is(said.named)).filter_map(passage).collect();
        let own = record.named.iter().zip(0u32..).filter(|(_, number)| is(*number));
        let roles = own.flat_map(|(named, _)| named.roles.iter().cloned()).collect();
        Ok(Told { passages, roles })
    }

    /// How often a document mentions somebody.
    pub fn mentions(&self, known: &Known, id: DocId) -> u32 {
        let entries = self.filed.get(id).map(|(_, entries)| entries).unwrap_or_default();
        let own = entries.iter().filter(|entry| self.groups.of(entry.cluster()) == Some(known.group));
        own.map(|entry| entry.mentions()).sum()
    }

    /// The documents that use a name for somebody.
    pub fn using(&self, known: &Known, form: &str) -> DocumentSet {
        let mut documents = DocumentSet::default();
        for &number in self.groups.members(known.group) {
            let uses = self
                .cluster(number)
                .is_some_and(|cluster| cluster.forms().any(|own| self.strings.text(own) == form));
            if uses {
                self.filed.with(number, &mut documents);
            }
        }
        documents
    }
}
