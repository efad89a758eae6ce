//! Full text: indexing and asking, beside `tantivy` alone on the same texts in the same run.
//!
//! `cargo bench --bench search` takes 20,000 documents; with a number behind `--` as many as that says.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::print_stdout)]

#[path = "search/peer.rs"]
mod peer;
#[path = "search/texts.rs"]
mod texts;

use std::path::Path;
use std::time::{Duration, Instant};

use ibid::corpus::DocId;
use ibid::find::query::{How, Node, Query, Scope, Sought, Words};
use ibid::index::text::{TextIndex, TextReader, words};
use ibid::index::{Asked, DocumentSet, Spelling, Tally, WhoIsWho};
use ibid::tag::Kind;
use ibid::text::Span;

use peer::Peer;
use texts::Texts;

/// The threads and the memory that both index with.
const THREADS: usize = 2;
const MEMORY: usize = 100_000_000;

/// The documents after which both commit.
const COMMIT: usize = 10_000;

/// Gives each name of the generated texts one other spelling.
struct Names;

impl WhoIsWho for Names {
    fn spellings(&self, words: &[&str]) -> Vec<Spelling> {
        let other = texts::NAMES.iter().find_map(|(a, b)| {
            let typed = words.join(" ");
            (typed == *a).then_some(*b).or((typed == *b).then_some(*a))
        });
        let spelling = |other: &str| Spelling { words: self::words(other), why: format!("{other}: same") };
        other.map(spelling).into_iter().collect()
    }

    fn mentioned(&self, _: Kind, _: &[&str]) -> DocumentSet {
        DocumentSet::default()
    }

    fn tally(&self, _: Kind, _: &DocumentSet, _: usize) -> Vec<Tally> {
        Vec::new()
    }
}

fn sought(word: &str) -> Node {
    let (word, how) = match (word.strip_suffix('*'), word.strip_suffix('~')) {
        (Some(word), _) => (word, How::Prefix),
        (_, Some(word)) => (word, How::Typo),
        _ => (word, How::Meant),
    };
    let words = match word.contains('_') {
        true => Words::Phrase(word.split('_').map(str::to_owned).collect(), None),
        false => Words::Word(word.to_owned(), how),
    };
    Node::Sought(Sought { scope: Scope::Anywhere, words, span: Span::default() })
}

fn asked(line: &str, typing: bool) -> Asked {
    let nodes: Vec<Node> = line.split_whitespace().map(sought).collect();
    let query = Query { root: Some(Node::All(nodes)), complaints: Vec::new() };
    Asked { query, typing, most: 20, snippets: 1, ..Asked::default() }
}

fn ask(reader: &TextReader, asked: &Asked) -> usize {
    reader.answer(asked, &Names, &|| false).unwrap().unwrap().total
}

/// The median and the 99th percentile.
fn percentiles(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |part: usize| times[(times.len() - 1) * part / 100];
    (at(50), at(99))
}

/// The times of each of these, the least of five runs; the first run isn't counted.
fn times<T>(all: &[T], mut run: impl FnMut(&T) -> usize) -> Vec<Duration> {
    let mut times = Vec::new();
    for one in all {
        run(one);
        let timed = |_| {
            let start = Instant::now();
            run(one);
            start.elapsed()
        };
        times.extend((0..5).map(timed).min());
    }
    times
}

fn row(what: &str, own: f64, peer: Option<f64>, unit: &str) {
    match peer {
        Some(peer) => println!("{what:<38} {own:>9.2} {unit:<5} {peer:>9.2} {unit:<5} {:>6.2} ×", own / peer),
        None => println!("{what:<38} {own:>9.2} {unit}"),
    }
}

fn size(folder: &Path) -> f64 {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    files
        .filter_map(|file| file.metadata().ok())
        .filter(|data| data.is_file())
        .map(|data| data.len() as f64)
        .sum()
}

/// The seconds of all processors that this program has taken, where the system tells them: on a machine that
/// does other things too they say more than the time on the clock.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

/// What the system says of this program's memory, in MB.
fn memory(what: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) / 1e3
}

/// The seconds that something has taken, on the clock and of all processors.
#[derive(Default)]
struct Cost {
    clock: f64,
    processor: f64,
}

impl Cost {
    fn of(&mut self, work: impl FnOnce()) {
        let (start, before) = (Instant::now(), processor());
        work();
        self.clock += start.elapsed().as_secs_f64();
        self.processor += processor() - before;
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn main() {
    let count = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(20_000);
    let texts = Texts::new();
    let folder = tempfile::tempdir().unwrap();
    let (own_folder, peer_folder) = (folder.path().join("own"), folder.path().join("peer"));
    std::fs::create_dir_all(&own_folder).unwrap();
    std::fs::create_dir_all(&peer_folder).unwrap();

    let index = TextIndex::create(&own_folder).unwrap();
    let mut writer = index.writer(THREADS, MEMORY).unwrap();
    let (mut own, mut id) = (Cost::default(), 0u32);
    let bytes = texts.in_parts(count, COMMIT, |documents| {
        own.of(|| {
            for document in documents {
                writer.put(DocId(id), Path::new("/documents/one.txt"), document).unwrap();
                id += 1;
            }
            writer.commit("").unwrap();
        });
    });
    own.of(|| writer.finish().unwrap());
    let memory = memory("VmHWM:");
    let mut peer = Peer::create(&peer_folder, THREADS, MEMORY);
    let mut other = Cost::default();
    texts.in_parts(count, COMMIT, |documents| {
        other.of(|| {
            documents.iter().for_each(|document| peer.put(document));
            peer.commit();
        });
    });
    other.of(|| peer.finish());
    println!("{count} documents, {:.0} MB of text; {:<28} tantivy alone    ratio", bytes / 1e6, "");
    let rate = |seconds: f64| bytes / 1e6 / seconds;
    row("indexing, 2 threads", rate(own.clock), Some(rate(other.clock)), "MB/s");
    row("indexing, by processor time", rate(own.processor), Some(rate(other.processor)), "MB/s");
    row("peak memory while indexing, texts in it", memory, None, "MB");
    row("size of the index / of the text", size(&own_folder) / bytes, Some(size(&peer_folder) / bytes), "");

    let reader = index.reader().unwrap();
    let asking = Peer::open(&peer_folder);
    for (what, lines) in texts.queries() {
        let asked: Vec<Asked> = lines.iter().map(|line| asked(line, false)).collect();
        let own = percentiles(times(&asked, |asked| ask(&reader, asked)));
        let other = percentiles(times(&lines, |line| asking.ask(line)));
        row(&format!("{what}, median"), milliseconds(own.0), Some(milliseconds(other.0)), "ms");
        row(&format!("{what}, 99th"), milliseconds(own.1), Some(milliseconds(other.1)), "ms");
    }
    let keys: Vec<Asked> = texts.keys().iter().map(|line| asked(line, true)).collect();
    // Each key once: no key was pressed before.
    let each: Vec<Duration> = keys
        .iter()
        .map(|asked| {
            let start = Instant::now();
            ask(&reader, asked);
            start.elapsed()
        })
        .collect();
    let (median, worst) = percentiles(each);
    row("a key, median", milliseconds(median), None, "ms");
    row("a key, 99th", milliseconds(worst), None, "ms");
    if std::env::var_os("EACH").is_some() {
        for (_, lines) in texts.queries() {
            for line in lines {
                let asked = asked(&line, false);
                let own = times(std::slice::from_ref(&asked), |asked| ask(&reader, asked))[0];
                let bare = Asked { snippets: 0, ..asked.clone() };
                let without = times(&[bare], |asked| ask(&reader, asked))[0];
                let other = times(std::slice::from_ref(&line), |line| asking.ask(line))[0];
                let (total, others) = (ask(&reader, &asked), asking.ask(&line));
                println!("{line:<30} {own:>10.1?} {without:>10.1?} {other:>10.1?} {total:>7} {others:>7}");
            }
        }
        for asked in &keys {
            let own = times(std::slice::from_ref(asked), |asked| ask(&reader, asked))[0];
            let Some(Node::All(nodes)) = &asked.query.root else { continue };
            let words: Vec<&str> = nodes
                .iter()
                .filter_map(|node| match node {
                    Node::Sought(Sought { words: Words::Word(word, _), .. }) => Some(word.as_str()),
                    _ => None,
                })
                .collect();
            println!("{:<30} {own:>10.1?} {:>7}", words.join(" "), ask(&reader, asked));
        }
    }
}
