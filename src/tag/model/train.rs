//! Training a model from labelled documents: reproducible, the same bytes for the same documents and options.

use super::casing::{Casing, Usage, Usual, casing};
use super::copies::copies;
use super::examples::{Examples, Hinter, Lesson};
use super::features::Features;
use super::file::{Table, write};
use super::fit::{Fitting, Weights, fit, say};
use super::form::Forms;
use super::harmony::harmonise;
use super::label::{NAMED, OUTSIDE};
use super::lattice::{embolden, even_transitions};
use super::lore::{Lore, short};
use super::memory::OUTSIDE_VOTES;
use super::random::Random;
use super::words::Words;

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
    /// Features none of whose weights reaches this are left out of the model.
    pub prune: f32,
    /// Where the random numbers begin.
    pub seed: u64,
    /// How much readier than the likeliest labelling the model is to take words for names; see [`super::Model::bolder`].
    pub boldness: f32,
    /// How many fits with random numbers of their own are averaged; each takes a thread.
    pub voices: usize,
    /// Whether the second pass is trained at all.
    pub passes: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            rounds: 7,
            first_rounds: 4,
            rate: 0.1,
            decay: 0.0,
            noise: 0.35,
            forgetful: 0.2,
            hidden: 0.1,
            least: 3,
            copies: 0.08,
            prune: 0.1,
            seed: 1,
            boldness: 0.35,
            voices: 1,
            passes: true,
        }
    }
}

/// Trains a model on these documents and gives it as bytes for [`super::Model::open`].
///
/// `lore` is what is known of words besides, and becomes a part of the model; how words are mostly written is taken from
/// the documents where they say it. `hint` says of each document what others know of its tokens; whoever tags with the
/// model has to say the same.
pub fn train(options: &Options, lessons: &[Lesson], lore: &Lore, hint: &Hinter<'_>) -> Vec<u8> {
    let mut lessons = lessons.to_vec();
    harmonise(&mut lessons);
    let lessons = &lessons[..];
    let mut lore = lore.clone();
    lore.cases.extend(cases(lessons).into_iter().map(|(word, usual)| (short(word), usual)));
    let mut random = Random::new(options.seed);
    let mut all = lessons.to_vec();
    all.extend(copies(lessons, options.copies, &mut random));
    let mut examples = Examples::new(&all, options.least, &lore, hint);
    let fitting = Fitting {
        rounds: options.rounds.max(1),
        rate: options.rate,
        decay: options.decay,
        noise: options.noise.clamp(0.0, 0.9),
        forgetful: if options.passes { options.forgetful } else { 1.0 },
        hidden: options.hidden,
        seed: options.seed,
    };
    if options.passes {
        // Each half is labelled by a model of the other half, as it will be with texts that no model has seen.
        // A copy belongs to the half of its original.
        let half = |lesson: u32| all[lesson as usize].document.words.len() % 2;
        let mut said = vec![OUTSIDE; examples.len()];
        let mut counts = vec![OUTSIDE_VOTES; examples.len()];
        let first = Fitting { rounds: options.first_rounds.max(1), forgetful: 1.0, ..fitting };
        let labelled: Vec<_> = std::thread::scope(|scope| {
            let examples = &examples;
            let halves = [0, 1].map(|side| {
                scope.spawn(move || fit(examples, first, &|sentence| half(sentence.lesson) != side))
            });
            halves.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
        });
        for (side, weights) in labelled.into_iter().enumerate() {
            if let Ok(weights) = weights {
                say(&examples, &weights, &|sentence| half(sentence.lesson) == side, &mut said, &mut counts);
            }
        }
        examples.remember(&said, &counts);
    }
    let mut weights = choir(&examples, fitting, options.voices);
    embolden(&mut weights.transitions, options.boldness);
    let mut features: Vec<_> =
        examples.numbers().map(|(feature, number)| (feature, weights.features[number as usize])).collect();
    features.retain(|(_, weights)| weights.iter().any(|weight| weight.abs() >= options.prune));
    write(&Table {
        features: Features::of(&mut features),
        transitions: weights.transitions,
        words: Words::from(&lore),
    })
}

/// The mean of several fits.
fn choir(examples: &Examples, fitting: Fitting, voices: usize) -> Weights {
    let fits: Vec<_> = std::thread::scope(|scope| {
        let fits: Vec<_> = (0..voices.clamp(1, 8) as u64)
            .map(|voice| {
                let fitting =
                    Fitting { seed: fitting.seed.wrapping_add(voice.wrapping_mul(7919)), ..fitting };
                scope.spawn(move || fit(examples, fitting, &|_| true))
            })
            .collect();
        fits.into_iter().filter_map(|fit| fit.join().ok()).collect()
    });
    let share = 1.0 / fits.len().max(1) as f32;
    let mut mean =
        Weights { features: vec![[0.0; NAMED]; examples.features()], transitions: even_transitions() };
    for weights in fits {
        let features = mean.features.iter_mut().flatten().zip(weights.features.iter().flatten());
        features.for_each(|(mean, weight)| *mean += weight * share);
        let links = mean.transitions.iter_mut().flatten().flatten();
        let scores = weights.transitions.iter().flatten().flatten();
        links.zip(scores).for_each(|(mean, score)| *mean += score * share);
    }
    mean
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use super::super::hash::HashMap;
    use super::super::{Labelled, Model, NameKind, read_conll};
    use super::*;

    /// Nobody says anything of the tokens.
    fn none(_: &Labelled) -> Vec<u8> {
        Vec::new()
    }

    /// A language of a few sentences in which the words before and behind tell what a name is.
    fn lessons() -> Vec<Lesson> {
        let names = ["Alba", "Berta", "Carlo", "Dora", "Emil", "Fritz", "Greta", "Hugo"];
        let towns = ["Xanten", "Yverdon", "Zwickau", "Uelzen", "Varel", "Wismar", "Trier", "Soest"];
        let mut text = String::new();
        for round in 0..20 {
            let (name, town) = (names[round % 8], towns[(round * 3) % 8]);
            text.push_str("-DOCSTART-\tO\n\n");
            text.push_str(&format!("Mr.\tO\n{name}\tB-PER\nsaid\tO\nit\tO\nin\tO\n{town}\tB-LOC\n.\tO\n\n"));
            text.push_str(&format!("The\tO\nBank\tB-ORG\nof\tI-ORG\n{town}\tI-ORG\nfell\tO\n.\tO\n\n"));
        }
        let lesson = |document| Lesson { document, weight: 1.0, others: true, counted: Vec::new() };
        read_conll(&text).unwrap().into_iter().map(lesson).collect()
    }

    fn options() -> Options {
        Options { least: 1, rounds: 8, prune: 0.0, copies: 0.3, ..Options::default() }
    }

    fn lore() -> Lore {
        let clusters: String = ["mr.", "trier"]
            .iter()
            .map(|word| format!("{word}{}\n", "\t3".repeat(super::super::GRAINS)))
            .collect();
        Lore::gathered(&["Trier\nSoest"], ["Emil", "Maier", "Trier Soest"], &clusters, &lessons())
    }

    fn opened(bytes: Vec<u8>) -> Arc<Model> {
        Arc::new(Model::open(&bytes).unwrap())
    }

    #[test]
    fn training_twice_gives_the_same_bytes() {
        let make = || train(&options(), &lessons(), &lore(), &none);
        let model = make();
        assert!(model == make());
        let other = train(&Options { seed: 2, ..options() }, &lessons(), &lore(), &none);
        assert!(model != other);
    }

    #[test]
    fn lore_is_borrowed_of_a_model() {
        let model = opened(train(&options(), &lessons(), &lore(), &none));
        let borrowed = model.lore();
        assert_eq!(Lore { cases: HashMap::default(), ..borrowed.clone() }, lore());
        assert!(!borrowed.cases.is_empty());
        // Trained on the same documents with what it lent, it is the same model.
        let again = opened(train(&options(), &lessons(), &borrowed, &none));
        assert_eq!(again.lore(), borrowed);
        assert_eq!(again.features(), model.features());
    }

    #[test]
    fn what_is_trained_is_found_in_new_sentences() {
        let model = opened(train(&options(), &lessons(), &Lore::default(), &none));
        let words = "Mr. Otto said it in Wismar . The Bank of Soest fell .";
        let names =
            model.tagger().tag(words.split(' '), &[7, 13], Vec::new(), &mut super::super::Memory::default());
        let found: Vec<_> = names.iter().map(|name| (name.first, name.end, name.kind)).collect();
        assert_eq!(
            found,
            [(1, 2, NameKind::Person), (5, 6, NameKind::Place), (8, 11, NameKind::Organisation)]
        );
        assert!(names.iter().all(|name| name.confidence > 0.4 && name.confidence <= 1.0), "{names:?}");
    }

    #[test]
    fn nothing_to_learn_from_is_no_failure() {
        let options = Options { boldness: 0.0, ..Options::default() };
        let model = opened(train(&options, &[], &Lore::default(), &none));
        let names = model.tagger().tag(
            ["Anna", "left"].into_iter(),
            &[2],
            Vec::new(),
            &mut super::super::Memory::default(),
        );
        assert!(names.is_empty());
    }
}
