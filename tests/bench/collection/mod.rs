//! Collections of any size, the same in each run: natural English that is recombined from the briefs of the
//! project's own corpus, with words, people, bodies and places as frequent as they are in a language.
//!
//! A document depends on the seed and its number alone, so that they can be made in any order and on all
//! cores, and a smaller collection is the beginning of a larger one.

#![allow(dead_code, unused_imports, reason = "each of those who use it needs a part of it")]

mod article;
mod catalogue;
mod chain;
mod files;
mod lexicon;
mod names;
mod random;

pub use article::{Article, Model, Topic};
pub use catalogue::{catalogue, copies, entries, titles};
pub use names::capital;
pub use random::Random;

/// The seed of those who don't care.
pub const SEED: u64 = 42;

/// One document of so many is a reprint of an earlier one, under another headline.
const REPRINTS: u64 = 40;

/// A collection without an end.
pub struct Collection {
    seed: u64,
    model: Model,
}

impl Collection {
    pub fn new(seed: u64) -> Self {
        Self { seed, model: Model::new() }
    }

    /// The document of that number.
    pub fn article(&self, number: usize) -> Article {
        let mut random = Random::of(self.seed, number as u64);
        let mut article = Article::new(&self.model, &mut random);
        if number > 0 && random.next().is_multiple_of(REPRINTS) {
            let mut earlier = Random::of(self.seed, random.below(number) as u64);
            article.paragraphs = Article::new(&self.model, &mut earlier).paragraphs;
        }
        article
    }

    /// The headline of a document of that number that has no text.
    pub fn title(&self, number: usize) -> String {
        let mut random = Random::of(self.seed ^ 0x71e5, number as u64);
        Topic::new(&self.model, &mut random).headline(&mut random)
    }
}

/// A text of so many megabytes.
pub fn text(megabytes: usize) -> String {
    let bytes = megabytes * 1_000_000;
    let (model, mut random) = (Model::new(), Random::of(SEED, 0));
    let mut text = String::with_capacity(bytes + 10_000);
    while text.len() < bytes {
        let mut topic = Topic::new(&model, &mut random);
        for _ in 0..12 {
            text.push_str(&topic.paragraph(&mut random));
            text.push_str("\n\n");
        }
    }
    text
}
