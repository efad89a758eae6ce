//! Catalogues as of collections, without any files.

use std::path::PathBuf;
use std::sync::Arc;

use ibid::corpus::{ContentHash, Fingerprint, Format, Found, Meta, Origin, PartialDate, Sketch};
use ibid::library::Catalogue;
use rayon::prelude::*;

use super::{Collection, Random, SEED};

/// Titles, as many as asked for.
pub fn titles(count: usize) -> Vec<String> {
    let collection = Collection::new(SEED);
    (0..count).into_par_iter().map(|number| collection.title(number)).collect()
}

/// Entries of the list, with titles, dates, sources and lengths.
pub fn entries(count: usize) -> Vec<(PathBuf, Meta)> {
    let collection = Collection::new(SEED);
    let sources = &collection.model.names.sources;
    let entry = |number: usize| {
        let mut random = Random::of(SEED, number as u64);
        let found = |value: String| Found::new(value, Origin::FrontMatter);
        let (year, month, day) = (random.between(2000, 2025), random.between(1, 12), random.between(1, 28));
        let date = PartialDate::new(year as i16, month as u8, day as u8).filter(|_| random.percent(80));
        let meta = Meta {
            title: found(collection.title(number)),
            source: Some(found(sources[random.rank(sources.len())].clone()).with(Into::into)),
            date: date.map(|value| Found::new(value, Origin::FrontMatter)),
            author: None,
            language: Some(Found::new("en".into(), Origin::FrontMatter)),
            format: Format::Plain,
            words: random.below(5000) as u32,
            hash: hash(number),
            print: Fingerprint::default(),
        };
        (format!("/documents/{:04}/{number}.txt", number / 250).into(), meta)
    };
    (0..count).into_par_iter().map(entry).collect()
}

/// A hash that no other number has.
fn hash(number: usize) -> ContentHash {
    let mut hash = ContentHash([0; 32]);
    hash.0[..8].copy_from_slice(&number.to_be_bytes());
    hash
}

/// A catalogue of such entries with sketches; each tenth is nearly the same as the one before.
pub fn copies(count: usize) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let mut words: Vec<u64> = Vec::new();
    for (number, (path, mut meta)) in entries(count).into_iter().enumerate() {
        if number % 10 == 9 {
            words[50] = 0;
        } else {
            let own = |at: u64| (number as u64 * 1000 + at).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            words = (0..300).map(own).collect();
        }
        meta.print = Fingerprint { words: None, sketch: Sketch::of(words.iter().copied()).map(Arc::new) };
        catalogue.push(&path, &meta);
    }
    catalogue
}

/// A catalogue of such entries.
pub fn catalogue(count: usize) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for (path, meta) in entries(count) {
        catalogue.push(&path, &meta);
    }
    catalogue
}
