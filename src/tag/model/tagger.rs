//! The tagger: two passes over a document with a trained model.

use std::borrow::Cow;

use super::casing::Usual;
use super::conll::Labelled;
use super::context::context_features;
use super::file::{ModelError, Table};
use super::form::{Form, Forms, HERE, PLACES, word_features};
use super::label::{self, Label, NAMED, Name};
use super::lattice::{Best, Sums, Transitions, exp_transitions};
use super::memory::Memory;
use super::reading::Reading;

/// How many distinct words are kept before the tagger forgets them all, so that memory stays bounded.
const KEPT: usize = 60_000;

/// A trained model, ready for use.
#[derive(Clone, Debug)]
pub struct Model {
    table: Table,
    exps: Transitions,
}

impl Model {
    /// Opens a model without copying its bytes.
    ///
    /// # Errors
    /// Bytes that aren't a model, are of another version or damaged.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, ModelError> {
        let table = Table::open(bytes.into())?;
        let exps = exp_transitions(&table.transitions);
        Ok(Self { table, exps })
    }

    /// How many features have weights.
    pub fn features(&self) -> usize {
        self.table.count()
    }

    /// A tagger that works with this model. It keeps what it worked out for each word, so use one for many documents.
    pub fn tagger(&self) -> Tagger<'_> {
        Tagger {
            model: self,
            forms: Forms::default(),
            vectors: Vec::new(),
            scores: Vec::new(),
            row: Vec::new(),
            classes: Vec::new(),
            features: Vec::new(),
            best: Best::default(),
            sums: Sums::default(),
        }
    }
}

/// Tags documents, one after the other.
#[derive(Debug)]
pub struct Tagger<'a> {
    model: &'a Model,
    forms: Forms,
    /// For each form the summed weights of its features at each place.
    vectors: Vec<[[i16; NAMED]; PLACES]>,
    /// The summed weights of each token of the document.
    scores: Vec<[i16; NAMED]>,
    row: Vec<[f32; NAMED]>,
    classes: Vec<u8>,
    features: Vec<u64>,
    best: Best,
    sums: Sums,
}

impl Tagger<'_> {
    /// The names in a document, in order, not overlapping. `ends` holds the number of the token after the last of
    /// each sentence, ascending. What the document says of its words is added to `memory`, which may hold what other
    /// documents said before.
    pub fn tag<'w>(
        &mut self,
        words: impl Iterator<Item = &'w str>,
        ends: &[u32],
        memory: &mut Memory,
    ) -> Vec<Name> {
        let (reading, mut labels) = self.first_pass(words, ends);
        memory.learn(&reading, &self.forms, &labels);
        self.second_pass(&reading, memory, &mut labels);
        self.names(&reading, &labels)
    }

    /// The names in a document by the first pass alone, which sees one sentence at a time.
    pub fn tag_once<'w>(&mut self, words: impl Iterator<Item = &'w str>, ends: &[u32]) -> Vec<Name> {
        let (reading, labels) = self.first_pass(words, ends);
        self.names(&reading, &labels)
    }

    /// Tags a document of a token-per-line file: the same without its labels.
    pub fn tag_labelled(&mut self, document: &Labelled) -> Vec<Name> {
        self.tag(document.words.iter().map(String::as_str), &document.ends, &mut Memory::default())
    }

    fn first_pass<'w>(&mut self, words: impl Iterator<Item = &'w str>, ends: &[u32]) -> (Reading, Vec<Label>) {
        if self.forms.len() > KEPT {
            self.forms = Forms::default();
            self.vectors.clear();
        }
        let table = &self.model.table;
        let known = |lower: u64| -> Option<Usual> { table.usual(lower) };
        let reading = Reading::new(words, ends, &mut self.forms, &known);
        for number in self.vectors.len()..self.forms.len() {
            self.vectors.push(vectors(table, &self.forms.texts[number], &self.forms.forms[number]));
        }
        self.scores.clear();
        self.scores.resize(reading.forms.len(), [0; NAMED]);
        for &(begin, end) in &reading.sentences {
            let (begin, end) = (begin as usize, end as usize);
            for at in begin..end {
                let vectors = &self.vectors[reading.forms[at] as usize];
                for (place, vector) in vectors.iter().enumerate() {
                    // A word two before the token speaks at place 0.
                    let token = (at + HERE).wrapping_sub(place);
                    if token >= begin && token < end {
                        let scores = &mut self.scores[token];
                        scores.iter_mut().zip(vector).for_each(|(score, weight)| *score += weight);
                    }
                }
                self.features.clear();
                context_features(&reading, &self.forms, at, &mut self.features);
                for &feature in &self.features {
                    table.add(feature, &mut self.scores[at]);
                }
            }
        }
        let mut labels = Vec::with_capacity(reading.forms.len());
        let mut found = Vec::new();
        for &(begin, end) in &reading.sentences {
            self.find(&reading, begin as usize, end as usize, &mut found);
            labels.extend_from_slice(&found);
        }
        (reading, labels)
    }

    fn second_pass(&mut self, reading: &Reading, memory: &Memory, labels: &mut [Label]) {
        let mut changed = vec![false; reading.sentences.len()];
        let (table, scores) = (&self.model.table, &mut self.scores);
        memory.features(reading, &self.forms, labels, &mut |at, features| {
            changed[reading.sentence_of[at] as usize] = true;
            features.iter().for_each(|&feature| table.add(feature, &mut scores[at]));
        });
        let mut found = Vec::new();
        for (&(begin, end), _) in reading.sentences.iter().zip(changed).filter(|(_, changed)| *changed) {
            self.find(reading, begin as usize, end as usize, &mut found);
            labels[begin as usize..end as usize].copy_from_slice(&found);
        }
    }

    /// The best labels of a sentence.
    fn find(&mut self, reading: &Reading, begin: usize, end: usize, labels: &mut Vec<Label>) {
        self.prepare(reading, begin, end);
        self.best.run(&self.row, &self.classes, &self.model.table.transitions, labels);
    }

    fn prepare(&mut self, reading: &Reading, begin: usize, end: usize) {
        let scale = self.model.table.scale;
        self.row.clear();
        self.row.extend(self.scores[begin..end].iter().map(|scores| scores.map(|score| f32::from(score) * scale)));
        self.classes.clear();
        let forms = &self.forms.forms;
        self.classes.extend(reading.forms[begin..end].iter().map(|&form| forms[form as usize].class));
    }

    /// The names that labels tell of, with how likely they are.
    fn names(&mut self, reading: &Reading, labels: &[Label]) -> Vec<Name> {
        let mut names: Vec<Name> = label::names(labels)
            .map(|(first, end, kind)| Name { first: first as u32, end: end as u32, kind, confidence: 0.0 })
            .collect();
        let mut summed = None;
        for name in &mut names {
            let sentence = reading.sentence_of[name.first as usize];
            let (begin, end) = reading.bounds(name.first as usize);
            if summed != Some(sentence) {
                self.prepare(reading, begin, end);
                self.sums.run(&self.row, &self.classes, None, &self.model.exps);
                summed = Some(sentence);
            }
            name.confidence = (name.first as usize..name.end as usize).fold(1.0, |least: f32, at| {
                least.min(self.sums.likely[at - begin][usize::from(labels[at])])
            });
        }
        names
    }
}

/// The summed weights of a word's features at each place.
fn vectors(table: &Table, text: &str, form: &Form) -> [[i16; NAMED]; PLACES] {
    let mut vectors = [[0; NAMED]; PLACES];
    word_features(text, form, &mut |place, feature| table.add(feature, &mut vectors[place]));
    vectors
}
