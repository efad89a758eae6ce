//! Large texts: loading, the first screen, scrolling and jumping, finding, tagging.

#![allow(missing_docs, unreachable_pub, dead_code, clippy::unwrap_used)]

mod collection;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ibid::corpus::{Document, parse};
use ibid::find::page;
use ibid::tag::{Cast, Context, Layers, Tagger};
use ibid::text::setting::{Setting, Top};

/// Columns and rows of a text at 80x24 beside its cast.
const SCREEN: (u16, usize) = (53, 22);

fn document(megabytes: usize) -> Document {
    parse("text.txt", collection::text(megabytes).as_bytes()).unwrap()
}

fn loading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("loading");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    let long_line = collection::text(50).replace('\n', " ");
    let texts = [
        ("10 MB", "text.txt", collection::text(10)),
        ("50 MB", "text.txt", collection::text(50)),
        ("10 MB of Markdown", "text.md", collection::text(10)),
        ("50 MB in one line", "text.txt", long_line),
    ];
    for (what, name, text) in texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(what, |bench| {
            bench.iter_with_large_drop(|| parse(name, black_box(text.as_bytes())).unwrap())
        });
    }
    group.finish();
}

fn setting(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("setting 50 MB");
    group.sample_size(20).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    let document = document(50);
    let text = &document.text;
    let (width, height) = SCREEN;
    let set = Setting::new(text, width, false);
    let middle = set.line_at(text.as_str().len() / 2);
    group.bench_function("first screen", |bench| bench.iter(|| set.lines(Top::default(), height)));
    group.bench_function("page down in the middle", |bench| {
        bench.iter(|| set.lines(set.down(black_box(middle), height), height))
    });
    group.bench_function("page up in the middle", |bench| {
        bench.iter(|| set.lines(set.up(black_box(middle), height), height))
    });
    group.bench_function("to the end", |bench| bench.iter(|| set.lines(set.last_top(height), height)));
    group.bench_function("to 50 %", |bench| {
        bench.iter(|| set.lines(set.line_at(black_box(text.as_str().len() / 2)), height))
    });
    group.finish();
    let line = collection::text(50).replace('\n', " ");
    let document = parse("text.txt", line.as_bytes()).unwrap();
    let mut group = criterion.benchmark_group("setting 50 MB in one line");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    let set = Setting::new(&document.text, width, false);
    group.bench_function("first screen", |bench| bench.iter(|| set.lines(Top::default(), height)));
    group.bench_function("to the end", |bench| bench.iter(|| set.lines(set.last_top(height), height)));
    group.finish();
}

fn finding(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("finding");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    for megabytes in [10, 50] {
        let document = document(megabytes);
        group.throughput(Throughput::Bytes(document.text.as_str().len() as u64));
        for query in ["timber transit", "Timber", "nowhere in it"] {
            group.bench_function(format!("{query} in {megabytes} MB"), |bench| {
                bench.iter(|| page::find(&document.text, black_box(query), false, &|| false).len())
            });
        }
    }
    group.finish();
}

fn tagging(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tagging");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    for megabytes in [1, 10] {
        let document = document(megabytes);
        group.throughput(Throughput::Bytes(document.text.as_str().len() as u64));
        let tagger = Layers::default();
        let context = Context::of(&document.meta);
        group.bench_function(format!("mentions of {megabytes} MB"), |bench| {
            bench.iter(|| tagger.tag(&document.text, &context, &|| false).len())
        });
        let mentions = tagger.tag(&document.text, &context, &|| false);
        group.bench_function(format!("cast of {megabytes} MB"), |bench| {
            bench.iter(|| Cast::new(&document.text, mentions.clone()).entities.len())
        });
    }
    group.finish();
}

criterion_group!(benches, loading, setting, finding, tagging);
criterion_main!(benches);
