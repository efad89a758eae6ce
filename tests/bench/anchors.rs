//! Anchors: making one, and finding it again where it stood, elsewhere, changed, and not at all.

#![allow(missing_docs, unreachable_pub, dead_code, clippy::unwrap_used)]

mod collection;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use ibid::note::{Anchor, Folded};
use ibid::text::Span;

/// The longest quotations, in bytes: a sentence, a long paragraph, and what an anchor holds at most.
const LENGTHS: [usize; 3] = [120, 2_000, Anchor::LONGEST];

fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

fn anchors(criterion: &mut Criterion) {
    for megabytes in [1, 10] {
        let mut group = criterion.benchmark_group(format!("anchors in {megabytes} MB"));
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(200))
            .measurement_time(Duration::from_secs(1));
        let text = collection::text(megabytes);
        for length in LENGTHS {
            let start = boundary(&text, text.len() / 2);
            let span = Span::new(start, boundary(&text, start + length));
            let anchor = Anchor::new(&text, span);
            let (before, rest) = text.split_at(start);
            let (exact, after) = rest.split_at(span.len());
            let gone = [before, after].concat();
            let moved = format!("New. {text}");
            let changed = [before, "New. ", &exact.replacen(' ', " [1] ", 2), after].concat();
            let of = |what: &str| format!("{what}, {length} bytes");
            group.bench_function(of("make"), |bench| bench.iter(|| Anchor::new(black_box(&text), span)));
            group.bench_function(of("where it stood"), |bench| {
                bench.iter(|| anchor.resolve(black_box(&text)))
            });
            group.bench_function(of("moved"), |bench| bench.iter(|| anchor.resolve(black_box(&moved))));
            group.bench_function(of("changed, the first of its document"), |bench| {
                bench.iter(|| anchor.resolve(black_box(&changed)))
            });
            for (what, text) in [("changed", &changed), ("gone", &gone)] {
                let folded = Folded::new(text);
                group.bench_function(of(what), |bench| bench.iter(|| anchor.resolve_in(black_box(&folded))));
            }
        }
        group.finish();
    }
}

criterion_group!(benches, anchors);
criterion_main!(benches);
