//! How long the trained tagger takes: to open its model, and for a token, beside a plain walk over the words of the same text.
//! Before the measurements it prints what memory the model and a tagger take.

#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ibid::corpus::{BUNDLED, parse};
use ibid::tag::model::{Memory, Model, Tokens, english};
use ibid::tag::{Context, Layers, Namer, Rules, Tagger, Trained};
use ibid::text::Text;

/// The model as bytes, so that it can be opened again and again.
static BYTES: &[u8] = include_bytes!("../../src/tag/model/english.ibidmodel");

/// The texts of the bundled collection, as often as makes some 100,000 words: each time a document of its own.
fn texts() -> Vec<Text> {
    let briefs: Vec<Text> =
        BUNDLED.iter().map(|(name, text)| parse(name, text.as_bytes()).unwrap().text).collect();
    briefs.iter().cycle().take(briefs.len() * 30).cloned().collect()
}

/// The resident memory of this process in kilobytes, where the system tells it.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn opening(criterion: &mut Criterion) {
    let before = resident();
    let model = english().unwrap();
    let texts = texts();
    let found: usize = texts
        .iter()
        .map(|text| Trained::new(model.clone()).names(text, &Context::default(), &[], &|| false).len())
        .sum();
    if let (Some(before), Some(after)) = (before, resident()) {
        println!("opening the model and finding {found} names took {} kB of memory", after - before);
    }
    criterion.bench_function("open the model", |bench| {
        bench.iter(|| Model::open(black_box(BYTES)).unwrap().features())
    });
}

fn tagging(criterion: &mut Criterion) {
    let texts = texts();
    let tokens: Vec<Tokens> = texts
        .iter()
        .map(|text| {
            let mut tokens = Tokens::default();
            text.body().for_each(|block| tokens.add(text.as_str(), block.span));
            tokens
        })
        .collect();
    let count: usize = tokens.iter().map(|tokens| tokens.spans.len()).sum();
    let mut group = criterion.benchmark_group("tokens");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(2))
        .throughput(Throughput::Elements(count as u64));
    group.bench_function("a plain walk over the words", |bench| {
        let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
        let walk = |text: &Text| text.as_str().split_whitespace().map(letters).sum::<usize>();
        bench.iter(|| texts.iter().map(walk).sum::<usize>())
    });
    let model = english().unwrap();
    group.bench_function("both passes of the model", |bench| {
        let mut tagger = model.tagger();
        bench.iter(|| {
            let tag = |(text, tokens): (&Text, &Tokens)| {
                let words = tokens.spans.iter().map(|span| span.of(text.as_str()));
                tagger.tag(words, &tokens.ends, Vec::new(), &mut Memory::default()).len()
            };
            texts.iter().zip(&tokens).map(tag).sum::<usize>()
        })
    });
    let namers: [(&str, Box<dyn Namer>); 2] = [
        ("rules", Box::new(Rules)),
        ("names: rules, both passes, overlay", Box::new(Trained::new(model.clone()))),
    ];
    for (name, namer) in namers {
        group.bench_function(name, |bench| {
            let names = |text: &Text| namer.names(text, &Context::default(), &[], &|| false).len();
            bench.iter(|| texts.iter().map(names).sum::<usize>())
        });
    }
    group.bench_function("all mentions", |bench| {
        let layers = Layers::default();
        bench.iter(|| {
            texts.iter().map(|text| layers.tag(text, &Context::default(), &|| false).len()).sum::<usize>()
        })
    });
    group.finish();
}

criterion_group!(benches, opening, tagging);
criterion_main!(benches);
