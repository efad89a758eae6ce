//! Training a model from labelled documents: reproducible, the same bytes for the same documents and options.

use super::casing::{Casing, Usage, Usual, casing};
use super::copies::copies;
use super::examples::{Examples, Lesson};
use super::file::{Parts, write};
use super::fit::{Fitting, fit, say};
use super::form::Forms;
use super::harmony::harmonise;
use super::label::OUTSIDE;
use super::letters;
use super::lore::Gathered;
use super::random::Random;

/// How to train.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// How many times to go through the documents.
    pub rounds: usize,
    /// The same for the models of the first pass, which say of each half what the other half taught.
    pub first_rounds: usize,
    /// How far a step goes.
    pub rate: f32,
    /// What is taken off every weight after each round, as a share.
    pub decay: f32,
    /// The share of features left out of each token while training.
    pub noise: f32,
    /// The share of visits to a sentence without the features of the second pass.
    pub forgetful: f32,
    /// The share of tokens that are learnt as if their word had never been seen before.
    pub hidden: f32,
    /// How often a feature must be seen to be kept.
    pub least: u8,
    /// The share of documents of which a copy with altered capitals is learnt too.
    pub copies: f32,
    /// Where the random numbers begin.
    pub seed: u64,
    /// Whether the second pass is trained at all.
    pub passes: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            rounds: 9,
            first_rounds: 4,
            rate: 0.1,
            decay: 0.0,
            noise: 0.2,
            forgetful: 0.35,
            hidden: 0.15,
            least: 2,
            copies: 0.15,
            seed: 1,
            passes: true,
        }
    }
}

/// Trains a model on these documents and gives it as bytes for [`super::Model::open`].
///
/// `lists` are names, one a line; their order is all that tells them apart, and more than seven are not used. They are a part of
/// the model. `names` are given names, surnames and places, one a line, by which the model learns what their letters
/// look like; they are no part of it.
pub fn train(options: &Options, lessons: &[Lesson], lists: &[&str], names: [&str; 3]) -> Vec<u8> {
    let mut lessons = lessons.to_vec();
    harmonise(&mut lessons);
    let lessons = &lessons[..];
    let mut lore = Gathered { cases: cases(lessons).into_iter().collect(), ..Gathered::default() };
    lists.iter().enumerate().for_each(|(number, names)| lore.list(number, names));
    lore.letters = letters(lessons, names, options.seed);
    let mut random = Random::new(options.seed);
    let mut all = lessons.to_vec();
    all.extend(copies(lessons, options.copies, &mut random));
    let mut examples = Examples::new(&all, options.least, &lore);
    let fitting = Fitting {
        rounds: options.rounds,
        rate: options.rate,
        decay: options.decay,
        noise: options.noise,
        forgetful: if options.passes { options.forgetful } else { 1.0 },
        hidden: options.hidden,
        seed: options.seed,
    };
    if options.passes {
        // Each half is labelled by a model of the other half, as it will be with texts that no model has seen.
        // A copy belongs to the half of its original.
        let half = |lesson: u32| all[lesson as usize].document.words.len() % 2;
        let mut said = vec![OUTSIDE; examples.len()];
        let first = Fitting { rounds: options.first_rounds, forgetful: 1.0, ..fitting };
        let labelled: Vec<_> = std::thread::scope(|scope| {
            let examples = &examples;
            let halves = [0, 1].map(|side| {
                scope.spawn(move || fit(examples, first, &|sentence| half(sentence.lesson) != side))
            });
            halves.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
        });
        for (side, weights) in labelled.into_iter().enumerate() {
            if let Ok(weights) = weights {
                say(&examples, &weights, &|sentence| half(sentence.lesson) == side, &mut said);
            }
        }
        examples.remember(&said);
    }
    let weights = fit(&examples, fitting, &|_| true);
    let mut features: Vec<_> =
        examples.numbers().map(|(feature, number)| (feature, weights.features[number as usize])).collect();
    write(Parts { features: &mut features, transitions: &weights.transitions, lore: &lore })
}

/// What is learnt of the letters of names, told from the common words of the lessons.
fn letters(lessons: &[Lesson], names: [&str; 3], seed: u64) -> Vec<u8> {
    let mut words: std::collections::BTreeMap<String, u8> = std::collections::BTreeMap::new();
    for (look, names) in names.into_iter().enumerate() {
        for name in names.split_whitespace() {
            *words.entry(name.to_lowercase()).or_default() |= 1 << look;
        }
    }
    if words.is_empty() {
        return Vec::new();
    }
    for word in lessons.iter().flat_map(|lesson| &lesson.document.words) {
        if word.chars().all(char::is_lowercase) {
            *words.entry(word.clone()).or_default() |= 1 << 3;
        }
    }
    letters::train(&mut words.into_iter().collect::<Vec<_>>(), seed)
}

/// How the words of the documents are mostly written inside running sentences.
fn cases(lessons: &[Lesson]) -> Vec<(u64, Usual)> {
    let mut usage = Usage::default();
    let mut forms = Forms::default();
    for lesson in lessons {
        for (first, end) in lesson.document.sentences() {
            let words: Vec<u32> =
                lesson.document.words[first..end].iter().map(|word| forms.number(word)).collect();
            let words = || words.iter().map(|&form| &forms.forms[form as usize]);
            if casing(words()) == Casing::Running {
                words().skip(1).for_each(|form| usage.count(form));
            }
        }
    }
    usage.all(3).collect()
}
