//! Fuzzy search over titles, beside `fuzzy-matcher` alone over all of them.

#![allow(missing_docs, unreachable_pub, dead_code, clippy::unwrap_used)]

mod collection;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ibid::library::{Arranger, Catalogue, Copies, DocId, Question, Sort, SortKey};

/// A query as it grows: each letter looks only at what the one before has left.
const GROWING: &[&str] = &["l", "lu", "luk", "luka"];

fn arrange(arranger: &mut Arranger, catalogue: &Catalogue, typed: &str) -> usize {
    arranger.arrange(catalogue, typed, Sort::default(), &|| false).unwrap().len()
}

fn search(criterion: &mut Criterion) {
    for count in [100_000, 1_000_000] {
        let mut group = criterion.benchmark_group(format!("titles/{count}"));
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(300))
            .measurement_time(Duration::from_secs(1));
        let catalogue = collection::catalogue(count);
        let titles = collection::titles(count);
        for query in ["luka", "timber transit", "qqzzx", "l"] {
            group.bench_function(format!("cold {query}"), |bench| {
                bench.iter(|| arrange(&mut Arranger::default(), &catalogue, black_box(query)))
            });
        }
        for pair in GROWING.windows(2) {
            group.bench_function(format!("growing {} to {}", pair[0], pair[1]), |bench| {
                let before = || {
                    let mut arranger = Arranger::default();
                    arrange(&mut arranger, &catalogue, pair[0]);
                    arranger
                };
                bench.iter_batched_ref(
                    before,
                    |arranger| arrange(arranger, &catalogue, pair[1]),
                    BatchSize::PerIteration,
                )
            });
        }
        let matcher = SkimMatcherV2::default().ignore_case();
        for query in ["luka", "qqzzx"] {
            group.bench_function(format!("fuzzy-matcher alone {query}"), |bench| {
                bench.iter(|| {
                    let scored = titles.iter().enumerate();
                    let mut scored: Vec<(i64, usize)> = scored
                        .filter_map(|(at, title)| matcher.fuzzy_match(title, query).map(|score| (-score, at)))
                        .collect();
                    scored.sort_unstable();
                    scored.len()
                })
            });
        }
        // A million take seconds, which would only make the run long.
        for key in [SortKey::Date, SortKey::Title].into_iter().filter(|_| count == 100_000) {
            group.bench_function(format!("sort by {}", key.label()), |bench| {
                let sort = Sort { key, reversed: false };
                bench.iter(|| Arranger::default().arrange(&catalogue, "", sort, &|| false).unwrap().len())
            });
        }
        group.finish();
    }
}

/// Finding copies among all documents, and the list with them below the first of each.
fn copies(criterion: &mut Criterion) {
    let catalogue = collection::copies(200_000);
    let mut group = criterion.benchmark_group("copies/200000");
    group.sample_size(10).measurement_time(Duration::from_secs(1));
    group.bench_function("find", |bench| {
        bench.iter(|| Copies::default().take_in(&catalogue, &|| false).unwrap().count(DocId(0)))
    });
    let groups = Arc::new(Copies::default().take_in(&catalogue, &|| false).unwrap());
    let mut arranger = Arranger::default();
    for folded in [true, false] {
        let sort = Sort::default();
        let question = Question {
            catalogue: catalogue.clone(),
            typed: String::new(),
            sort,
            groups: groups.clone(),
            folded,
        };
        let documents = arranger.answer(&question, &|| false).unwrap().0.len();
        assert_eq!(documents < catalogue.len(), folded);
        group.bench_function(if folded { "fold" } else { "unfold" }, |bench| {
            bench.iter(|| arranger.answer(black_box(&question), &|| false).unwrap().0.len())
        });
    }
    group.finish();
}

criterion_group!(benches, search, copies);
criterion_main!(benches);
