//! Training documents as numbers: for each token the numbers of its features.

use super::conll::Labelled;
use super::context::context_features;
use super::form::{Form, Forms, HERE, PLACES, word_features};
use super::hash::HashMap;
use super::label::{LABELS, Label, NameKind, OUTSIDE};
use super::lore::Knowledge;
use super::memory::Memory;
use super::reading::Reading;

/// Says what others than the model know of each token of a document: a number for each, 0 for nothing.
pub type Hinter<'a> = dyn Fn(&Labelled) -> Vec<u8> + 'a;

/// The hash that stands for a word never seen before.
const UNSEEN: u64 = 1;

/// A document to train on.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// The document with its labels.
    pub document: Labelled,
    /// How much its sentences count; 1 is plain.
    pub weight: f32,
    /// Whether names of the other kind are labelled in it. If not, a token without a label may be of one.
    pub others: bool,
    /// For each sentence whether it counts; empty for all. Those that don't still speak for the words of the others.
    pub counted: Vec<bool>,
}

/// A sentence of the training set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    pub(super) first: u32,
    pub(super) end: u32,
    pub(super) lesson: u32,
    pub(super) weight: f32,
    pub(super) others: bool,
}

/// Lists of numbers, one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    numbers: Vec<u32>,
    ends: Vec<u32>,
}

impl Lists {
    fn push(&mut self, list: impl Iterator<Item = u32>) {
        self.numbers.extend(list);
        self.ends.push(self.numbers.len() as u32);
    }

    pub(super) fn of(&self, at: usize) -> &[u32] {
        let first = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.numbers[first..self.ends[at] as usize]
    }
}

/// The whole training set.
#[derive(Debug, Default)]
pub(super) struct Examples {
    pub(super) forms: Forms,
    readings: Vec<Reading>,
    starts: Vec<u32>,
    /// For each token its form, its class and its label.
    tokens: Vec<u32>,
    pub(super) classes: Vec<u8>,
    pub(super) labels: Vec<Label>,
    pub(super) sentences: Vec<Sentence>,
    /// For each form and place the features of the word.
    words: Lists,
    /// For each token the features of its surroundings.
    context: Lists,
    /// For each form the features of the word itself that it would have if it had never been seen before.
    bare: Lists,
    /// For each token the same of its surroundings.
    bare_context: Lists,
    /// For each token the features of the second pass.
    memory: Lists,
    /// The number of each feature that is kept.
    numbers: HashMap<u64, u32>,
}

/// Counts of features in little room: each hash has a place among these, and shares it at times.
struct Counts(Vec<u8>);

impl Counts {
    fn count(&mut self, feature: u64, times: u32) {
        let at = (feature >> (64 - 27)) as usize;
        self.0[at] = self.0[at].saturating_add(times.min(255) as u8);
    }

    fn of(&self, feature: u64) -> u8 {
        self.0[(feature >> (64 - 27)) as usize]
    }
}

impl Examples {
    /// Works out the features of all lessons, of which `hint` says what others say; those seen less often than `least` are dropped.
    pub(super) fn new(lessons: &[Lesson], least: u8, lore: &dyn Knowledge, hint: &Hinter<'_>) -> Self {
        let mut set = Self::default();
        for (number, lesson) in lessons.iter().enumerate() {
            let document = &lesson.document;
            let words = document.words.iter().map(String::as_str);
            let reading = Reading::new(words, &document.ends, hint(document), &mut set.forms, lore);
            let start = set.tokens.len() as u32;
            set.starts.push(start);
            set.tokens.extend_from_slice(&reading.forms);
            set.classes.extend(reading.forms.iter().map(|&form| set.forms.forms[form as usize].class));
            set.labels.extend_from_slice(&document.labels);
            for (sentence, &(first, end)) in reading.sentences.iter().enumerate() {
                if lesson.counted.get(sentence).copied().unwrap_or(true) {
                    set.sentences.push(Sentence {
                        first: start + first,
                        end: start + end,
                        lesson: number as u32,
                        weight: lesson.weight,
                        others: lesson.others,
                    });
                }
            }
            set.readings.push(reading);
        }
        set.number(least);
        set
    }

    /// Gives a number to every feature that is seen often enough, and lists them.
    fn number(&mut self, least: u8) {
        let mut counts = Counts(vec![0; 1 << 27]);
        let mut times = vec![0_u32; self.forms.len()];
        self.tokens.iter().for_each(|&form| times[form as usize] += 1);
        for (number, &times) in times.iter().enumerate() {
            let (text, form) = (&self.forms.texts[number], &self.forms.forms[number]);
            word_features(text, form, &mut |_, feature, _| counts.count(feature, times));
        }
        let mut found = Vec::new();
        for reading in &self.readings {
            for at in 0..reading.forms.len() {
                found.clear();
                context_features(reading, &self.forms, at, &mut found);
                found.iter().for_each(|&feature| counts.count(feature, 1));
            }
        }
        let mut numbers: HashMap<u64, u32> = HashMap::default();
        let mut keep = |feature: u64| {
            (counts.of(feature) >= least).then(|| {
                let next = numbers.len() as u32;
                *numbers.entry(feature).or_insert(next)
            })
        };
        for (text, form) in self.forms.texts.iter().zip(&self.forms.forms) {
            let mut places: [Vec<u64>; PLACES] = Default::default();
            let mut bare = Vec::new();
            word_features(text, form, &mut |place, feature, lexical| {
                places[place].push(feature);
                if place == HERE && !lexical {
                    bare.push(feature);
                }
            });
            self.bare.push(bare.into_iter().filter_map(&mut keep));
            for features in places {
                self.words.push(features.into_iter().filter_map(&mut keep));
            }
        }
        for reading in &self.readings {
            for at in 0..reading.forms.len() {
                found.clear();
                context_features(reading, &self.forms, at, &mut found);
                self.context.push(found.iter().filter_map(|&feature| keep(feature)));
            }
        }
        self.hide(&numbers);
        self.numbers = numbers;
    }

    /// Lists the surroundings of each token as they would be if its word had never been seen before: the same but for
    /// the features in which the word itself is named.
    fn hide(&mut self, numbers: &HashMap<u64, u32>) {
        let count = self.forms.len();
        let unseen: Vec<_> =
            self.forms.forms.iter().map(|form| Form { lower: UNSEEN, ending: UNSEEN, ..*form }).collect();
        self.forms.forms.extend(unseen);
        self.forms.texts.extend_from_within(..);
        let mut found = Vec::new();
        for reading in &mut self.readings {
            for at in 0..reading.forms.len() {
                found.clear();
                reading.forms[at] += count as u32;
                context_features(reading, &self.forms, at, &mut found);
                reading.forms[at] -= count as u32;
                self.bare_context.push(found.iter().filter_map(|feature| numbers.get(feature).copied()));
            }
        }
        self.forms.forms.truncate(count);
        self.forms.texts.truncate(count);
    }

    /// Adds the features of the second pass, given what a first pass said of every token and how much it counts.
    pub(super) fn remember(&mut self, said: &[Label], votes: &[u8]) {
        self.memory = Lists::default();
        for (reading, &start) in self.readings.iter().zip(&self.starts) {
            let start = start as usize;
            let labels = &said[start..start + reading.forms.len()];
            let mut memory = Memory::default();
            let votes = &votes[start..start + reading.forms.len()];
            memory.learn(reading, &self.forms, labels, votes);
            let mut done = 0;
            let (lists, numbers) = (&mut self.memory, &mut self.numbers);
            memory.features(reading, &self.forms, labels, votes, &mut |at, features| {
                (done..at).for_each(|_| lists.push(std::iter::empty()));
                lists.push(features.iter().map(|&feature| {
                    let next = numbers.len() as u32;
                    *numbers.entry(feature).or_insert(next)
                }));
                done = at + 1;
            });
            (done..labels.len()).for_each(|_| lists.push(std::iter::empty()));
        }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// How many features are kept.
    pub(super) fn features(&self) -> usize {
        self.numbers.len()
    }

    /// The features that are kept, with their numbers.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (u64, u32)> + '_ {
        self.numbers.iter().map(|(&feature, &number)| (feature, number))
    }

    /// Lists the features of a token of a sentence; those of the second pass where `memory`; where `hidden` as if its
    /// word had never been seen before.
    pub(super) fn list(
        &self,
        sentence: &Sentence,
        at: usize,
        memory: bool,
        hidden: bool,
        into: &mut Vec<u32>,
    ) {
        let (first, end) = (sentence.first as usize, sentence.end as usize);
        for place in 0..PLACES {
            // The word at this place as seen from the token.
            let word = (at + place).wrapping_sub(HERE);
            if word == at && hidden {
                into.extend_from_slice(self.bare.of(self.tokens[word] as usize));
            } else if word >= first && word < end {
                into.extend_from_slice(self.words.of(self.tokens[word] as usize * PLACES + place));
            }
        }
        into.extend_from_slice(if hidden { self.bare_context.of(at) } else { self.context.of(at) });
        if memory {
            into.extend_from_slice(self.memory.of(at));
        }
    }

    /// The labels that are possible where names of the other kind aren't labelled: a bit for each.
    pub(super) fn possible(label: Label) -> u32 {
        if label != OUTSIDE {
            return 1 << label;
        }
        let first = 1 + 4 * NameKind::Other as u32;
        (first..LABELS as u32).fold(1, |bits, label| bits | 1 << label)
    }
}
