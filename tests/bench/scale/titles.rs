//! Fuzzy search over a million titles, in process and beside `fzf`.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ibid::library::{Arranger, Catalogue, Sort, SortKey};
use rayon::prelude::*;

use crate::TYPED;
use crate::collection;
use crate::table::{Table, percentiles, time};

const COUNT: usize = 1_000_000;

const QUERIES: &[&str] = &[
    "luka",
    "putin",
    "timber transit",
    "minsk",
    "sanctions",
    "loan",
    "csto",
    "milk ban",
    "interview",
    "gas price",
    "makey",
    "european union",
    "russia",
    "protest",
    "qqzzx",
    "border",
    "tikh",
    "bank mos",
    "election",
    "a",
];

fn arrange(arranger: &mut Arranger, catalogue: &Catalogue, typed: &str, sort: Sort) -> Duration {
    let begun = Instant::now();
    arranger.arrange(catalogue, typed, sort, &|| false).unwrap();
    begun.elapsed()
}

/// A query each as if nothing was typed before; letter by letter; `fuzzy-matcher` alone; `fzf` as a process.
pub fn measure(table: &mut Table) {
    let titles = collection::titles(COUNT);
    let catalogue = collection::catalogue(COUNT);
    table.column(format!("{COUNT} titles"));
    let sort = Sort::default();
    let cold = |query: &&str| arrange(&mut Arranger::default(), &catalogue, query, sort);
    let own: Vec<Duration> = QUERIES.iter().map(cold).collect();
    let (whole, own_time) = (own.iter().sum::<Duration>(), percentiles(own));
    table.put("a query, cold (p50, p99)", "60 ms", own_time);
    table.put("20 queries", "", Some(time(whole)));

    let mut letters = Vec::new();
    for query in TYPED {
        let mut arranger = Arranger::default();
        letters.extend((1..=query.len()).map(|end| arrange(&mut arranger, &catalogue, &query[..end], sort)));
    }
    table.put("a letter more (p50, p99)", "p50 30 ms", percentiles(letters));

    let scorer = SkimMatcherV2::default().ignore_case();
    let alone = |query: &&str| {
        let begun = Instant::now();
        let scored = titles.par_iter().filter_map(|title| scorer.fuzzy_match(title, query));
        let mut scored: Vec<i64> = scored.collect();
        scored.par_sort_unstable();
        begun.elapsed()
    };
    table.put("`fuzzy-matcher` alone (p50, p99)", "", percentiles(QUERIES.iter().map(alone).collect()));

    let lines = titles.join("\n");
    let fzf = QUERIES.iter().map(|query| fzf(&lines, query)).collect::<Option<Vec<Duration>>>();
    let sum = fzf.as_ref().map(|times| times.iter().sum::<Duration>());
    table.put("`fzf --filter` (p50, p99)", "", fzf.and_then(percentiles));
    let part = sum.map(|sum| format!("{:.2} ×", whole.as_secs_f64() / sum.as_secs_f64()));
    table.put("20 queries beside those of `fzf`", "0.1 ×", part);

    for key in [SortKey::Date, SortKey::Title, SortKey::Source, SortKey::Length] {
        let catalogue = collection::catalogue(200_000);
        let took = arrange(&mut Arranger::default(), &catalogue, "", Sort { key, reversed: false });
        table.put(&format!("200,000 sorted by {}", key.label()), "100 ms", Some(time(took)));
    }
}

/// The whole process; `None` where there is no such program.
fn fzf(lines: &str, query: &str) -> Option<Duration> {
    let begun = Instant::now();
    let mut command = Command::new("fzf");
    command.args(["--filter", query]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().ok()?;
    child.stdin.take()?.write_all(lines.as_bytes()).ok()?;
    child.wait().ok()?;
    Some(begun.elapsed())
}
