//! The tagger: two passes over a document with a trained model.

use std::sync::Arc;

use super::context::context_features;
use super::features::{Features, add};
use super::file::{self, ModelError, Table};
use super::form::{Form, Forms, HERE, PLACES, word_features};
use super::harmony::without_titles;
use super::label::{self, Label, NAMED, Name, NameKind, OUTSIDE};
use super::lattice::{Best, Sums, Transitions, embolden, exp_transitions};
use super::lore::Lore;
use super::memory::{Memory, OUTSIDE_VOTES, votes};
use super::reading::Reading;

/// How many distinct words are kept before the tagger forgets them all, so that memory stays bounded.
const KEPT: usize = 60_000;

/// Of more distinct words, or tokens of a document, a tagger holds megabytes.
const MANY: usize = 6_000;

/// How many tokens around a name are looked at for how likely it is.
const MARGIN: usize = 2;

/// A trained model, ready for use.
#[derive(Clone, Debug)]
pub struct Model {
    table: Table,
    exps: Transitions,
}

impl Model {
    /// Opens a model, which takes a hundredth of a second or two and twice the room of its bytes.
    ///
    /// # Errors
    /// Bytes that aren't a model, are of another version or damaged.
    pub fn open(bytes: &[u8]) -> Result<Self, ModelError> {
        let table = file::open(bytes)?;
        let exps = exp_transitions(&table.transitions);
        Ok(Self { table, exps })
    }

    /// The same model, readier to take words for names by this much; 0 changes nothing, below it makes the tagger
    /// more cautious. The weights say how likely each labelling is, but the likeliest one finds fewer names than
    /// there are, more so in texts unlike those of the training.
    #[must_use]
    pub fn bolder(mut self, by: f32) -> Self {
        embolden(&mut self.table.transitions, by);
        self.exps = exp_transitions(&self.table.transitions);
        self
    }

    /// What the model knows of words beside the weights of features, for training another with it.
    pub fn lore(&self) -> Lore {
        Lore::from(&self.table.words)
    }

    /// How many features have weights.
    pub fn features(&self) -> usize {
        self.table.features.rows().len()
    }

    /// A tagger that works with this model. It keeps what it worked out for each word, so use one for many documents.
    pub fn tagger(self: &Arc<Self>) -> Tagger {
        Tagger {
            model: self.clone(),
            forms: Forms::default(),
            vectors: Vec::new(),
            scores: Vec::new(),
            row: Vec::new(),
            classes: Vec::new(),
            features: Vec::new(),
            asked: Vec::new(),
            best: Best::default(),
            sums: Sums::default(),
        }
    }
}

/// Tags documents, one after the other.
#[derive(Debug)]
pub struct Tagger {
    model: Arc<Model>,
    forms: Forms,
    /// For each form the summed weights of its features at each place.
    vectors: Vec<[[i16; NAMED]; PLACES]>,
    /// The summed weights of each token of the document.
    scores: Vec<[i16; NAMED]>,
    row: Vec<[f32; NAMED]>,
    classes: Vec<u8>,
    features: Vec<u64>,
    /// Features to be looked up, with the numbers of their tokens.
    asked: Vec<(u32, u64)>,
    best: Best,
    sums: Sums,
}

impl Tagger {
    /// Whether what it keeps is worth letting go of.
    pub fn is_large(&self) -> bool {
        self.vectors.len().max(self.scores.capacity()) > MANY
    }

    /// The names in a document, in order, not overlapping. `ends` holds the number of the token after the last of
    /// each sentence, ascending; `hints` what others say of each token, as the model was trained with, or nothing. What the document says of its words is added to `memory`, which may hold what other
    /// documents said before.
    pub fn tag<'w>(
        &mut self,
        words: impl Iterator<Item = &'w str>,
        ends: &[u32],
        hints: Vec<u8>,
        memory: &mut Memory,
    ) -> Vec<Name> {
        let (reading, mut labels, counts) = self.learn(words, ends, hints, memory);
        self.second_pass(&reading, memory, &counts, &mut labels);
        abbreviations(&reading, &self.forms, &mut labels);
        titles(&reading, &self.forms, &mut labels);
        possessives(&reading, &self.forms, memory, &mut labels);
        self.names(&reading, &labels)
    }

    /// Adds to `memory` what a document says of its words, as [`Self::tag`] does.
    pub fn study<'w>(
        &mut self,
        words: impl Iterator<Item = &'w str>,
        ends: &[u32],
        hints: Vec<u8>,
        memory: &mut Memory,
    ) {
        self.learn(words, ends, hints, memory);
    }

    /// The first pass, from which `memory` learns; also how much each label counts.
    fn learn<'w>(
        &mut self,
        words: impl Iterator<Item = &'w str>,
        ends: &[u32],
        hints: Vec<u8>,
        memory: &mut Memory,
    ) -> (Reading, Vec<Label>, Vec<u8>) {
        let (reading, labels) = self.first_pass(words, ends, hints);
        let mut counts = vec![OUTSIDE_VOTES; labels.len()];
        for name in self.names(&reading, &labels) {
            counts[name.first as usize..name.end as usize].fill(votes(name.confidence));
        }
        memory.learn(&reading, &self.forms, &labels, &counts);
        (reading, labels, counts)
    }

    /// The names in a document by the first pass alone, which sees one sentence at a time.
    pub fn tag_once<'w>(
        &mut self,
        words: impl Iterator<Item = &'w str>,
        ends: &[u32],
        hints: Vec<u8>,
    ) -> Vec<Name> {
        let (reading, labels) = self.first_pass(words, ends, hints);
        self.names(&reading, &labels)
    }

    fn first_pass<'w>(
        &mut self,
        words: impl Iterator<Item = &'w str>,
        ends: &[u32],
        hints: Vec<u8>,
    ) -> (Reading, Vec<Label>) {
        if self.forms.len() > KEPT {
            self.forms = Forms::default();
            self.vectors.clear();
        }
        let Table { features, words: lore, .. } = &self.model.table;
        let reading = Reading::new(words, ends, hints, &mut self.forms, lore);
        for number in self.vectors.len()..self.forms.len() {
            self.vectors.push(vectors(features, &self.forms.texts[number], &self.forms.forms[number]));
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
                        add(&mut self.scores[token], *vector);
                    }
                }
                self.features.clear();
                context_features(&reading, &self.forms, at, &mut self.features);
                let held = self.features.iter().filter(|&&feature| features.may_hold(feature));
                self.asked.extend(held.map(|&feature| (at as u32, feature)));
            }
            features.add(&mut self.asked, &mut self.scores);
        }
        let mut labels = Vec::with_capacity(reading.forms.len());
        let mut found = Vec::new();
        for &(begin, end) in &reading.sentences {
            self.find(&reading, begin as usize, end as usize, &mut found);
            labels.extend_from_slice(&found);
        }
        (reading, labels)
    }

    fn second_pass(&mut self, reading: &Reading, memory: &Memory, votes: &[u8], labels: &mut [Label]) {
        let mut changed = vec![false; reading.sentences.len()];
        let (weights, scores, asked) = (&self.model.table.features, &mut self.scores, &mut self.asked);
        memory.features(reading, &self.forms, labels, votes, &mut |at, features| {
            changed[reading.sentence_of[at] as usize] = true;
            let held = features.iter().filter(|&&feature| weights.may_hold(feature));
            asked.extend(held.map(|&feature| (at as u32, feature)));
            if asked.len() > 400 {
                weights.add(asked, scores);
            }
        });
        weights.add(asked, scores);
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
        let scale = self.model.table.features.scale;
        self.row.clear();
        self.row.extend(
            self.scores[begin..end].iter().map(|scores| scores.map(|score| f32::from(score) * scale)),
        );
        self.classes.clear();
        let forms = &self.forms.forms;
        self.classes.extend(reading.forms[begin..end].iter().map(|&form| forms[form as usize].class));
    }

    /// The names that labels tell of, with how likely they are.
    fn names(&mut self, reading: &Reading, labels: &[Label]) -> Vec<Name> {
        let mut names: Vec<Name> = label::names(labels)
            .map(|(first, end, kind)| Name { first: first as u32, end: end as u32, kind, confidence: 0.0 })
            .collect();
        // Only the tokens around names are summed over: the rest of a sentence says little of them and takes long.
        let (mut from, mut to) = (0, 0);
        for at in 0..names.len() {
            let (first, last) = (names[at].first as usize, names[at].end as usize);
            let (begin, end) = reading.bounds(first);
            if first < from || last > to || at == 0 {
                from = first.saturating_sub(MARGIN).max(begin);
                while from > begin && !label::closes(labels[from - 1]) {
                    from -= 1;
                }
                to = (last + MARGIN).min(end);
                for next in names[at + 1..].iter().take_while(|next| (next.first as usize) < end) {
                    if next.first as usize >= to + MARGIN {
                        break;
                    }
                    to = (next.end as usize + MARGIN).min(end);
                }
                self.prepare(reading, from, to);
                self.sums.run(&self.row, &self.classes, None, &self.model.exps);
            }
            names[at].confidence = (first..last)
                .fold(1.0, |least: f32, at| least.min(self.sums.likely[at - from][usize::from(labels[at])]));
        }
        names
    }
}

/// Parts two places that one owns: "Georgia's Moscow-backed regions".
fn possessives(reading: &Reading, forms: &Forms, memory: &Memory, labels: &mut [Label]) {
    let places: Vec<_> =
        label::names(labels).filter(|name| name.2 == NameKind::Place && name.1 > name.0 + 2).collect();
    for (first, end, kind) in places {
        let owns = |at: &usize| &*forms.texts[reading.forms[*at] as usize] == "'s";
        let Some(at) = (first + 1..end - 1).find(owns) else { continue };
        if memory.place(reading, forms, first, at) && memory.place(reading, forms, at + 1, end) {
            labels[at] = OUTSIDE;
            label::mark(labels, first, at, kind);
            label::mark(labels, at + 1, end, kind);
        }
    }
}

/// Takes titles out of the names of people.
fn titles(reading: &Reading, forms: &Forms, labels: &mut [Label]) {
    let people: Vec<_> =
        label::names(labels).filter(|name| name.2 == NameKind::Person && name.1 > name.0 + 1).collect();
    for (first, end, kind) in people {
        let from = without_titles(first, end, |at| &forms.texts[reading.forms[at] as usize]);
        if from > first {
            labels[first..from].fill(OUTSIDE);
            label::mark(labels, from, end, kind);
        }
    }
}

/// Where an abbreviation stands in brackets behind its long form, and either is an organisation, both are, and the
/// letters say where the long form begins: "American Institute for the Study of War (ISW)".
fn abbreviations(reading: &Reading, forms: &Forms, labels: &mut [Label]) {
    let kind = |label: Label| label::parts(label).map(|(kind, _)| kind);
    for at in 0..labels.len() {
        let Some((first, end)) = reading.long_form(forms, at) else { continue };
        let body = Some(NameKind::Organisation);
        let known = labels[first..end].iter().chain([&labels[at]]).any(|&label| kind(label) == body);
        let person = labels[first..end].iter().any(|&label| kind(label) == Some(NameKind::Person));
        if !known || person || end - first < 2 {
            continue;
        }
        // What of a name reaches over the long form's bounds is let go.
        let mut before = first;
        while before > 0 && !label::closes(labels[before - 1]) {
            before -= 1;
            labels[before] = OUTSIDE;
        }
        let mut behind = end;
        while behind < labels.len()
            && label::parts(labels[behind])
                .is_some_and(|(_, part)| part != label::BEGIN && part != label::UNIT)
        {
            labels[behind] = OUTSIDE;
            behind += 1;
        }
        label::mark(labels, first, end, NameKind::Organisation);
        label::mark(labels, at, at + 1, NameKind::Organisation);
    }
}

/// The summed weights of a word's features at each place.
fn vectors(features: &Features, text: &str, form: &Form) -> [[i16; NAMED]; PLACES] {
    let mut vectors = [[0; NAMED]; PLACES];
    let mut asked = Vec::with_capacity(100);
    word_features(text, form, &mut |place, feature, _| {
        if features.may_hold(feature) {
            asked.push((place as u32, feature));
        }
    });
    features.add(&mut asked, &mut vectors);
    vectors
}
