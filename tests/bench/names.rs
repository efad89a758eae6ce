//! The names of a collection: how large their log is, how long it takes to open and to group, how much memory the
//! table takes, and how long it takes to answer. `cargo bench --bench names -- 200000`

#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use ibid::corpus::{DocId, PartialDate};
use ibid::index::names::{CastTable, NameLog, Named, Names, Record, Said};
use ibid::index::{DocumentSet, WhoIsWho};
use ibid::tag::Kind;
use ibid::text::Span;

/// The length of a document's text in bytes, as those of news are.
const TEXT: usize = 4300;

/// A small generator of random numbers: xorshift64 (Marsaglia 2003).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    /// A number below `bound`, small ones far more often: the ranks of names by Zipf's law, about.
    fn rank(&mut self, bound: usize) -> usize {
        let uniform = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        ((bound as f64).powf(uniform) as usize - 1).min(bound - 1)
    }

    fn word(&mut self, syllables: usize) -> String {
        const SYLLABLES: &[&str] = &[
            "ba", "kor", "len", "mi", "tar", "so", "vel", "gu", "dan", "ri", "shev", "po", "na", "zhe", "lu",
            "ter", "mos", "ki", "ran", "ho",
        ];
        let mut word: String = (0..syllables).map(|_| SYLLABLES[self.below(SYLLABLES.len())]).collect();
        word[..1].make_ascii_uppercase();
        word
    }
}

/// The people, bodies and places that documents are made of.
struct Pool {
    people: Vec<Vec<String>>,
    bodies: Vec<Vec<String>>,
    places: Vec<Vec<String>>,
}

impl Pool {
    fn new(random: &mut Random, people: usize) -> Self {
        const GIVEN: &[&str] =
            &["Alexander", "Alyaksandr", "Vladimir", "Uladzimir", "Sergei", "Anna", "John", "Maria"];
        const ENDINGS: &[&str] = &["ov", "enko", "sky", "ich", "er", "son", "in", "a"];
        let person = |random: &mut Random| {
            let given =
                if random.below(2) == 0 { GIVEN[random.below(GIVEN.len())].into() } else { random.word(2) };
            let surname = format!("{}{}", random.word(2), ENDINGS[random.below(ENDINGS.len())]);
            vec![format!("{given} {surname}"), surname]
        };
        let body = |random: &mut Random| {
            let words: Vec<String> = (0..2 + random.below(3)).map(|_| random.word(2)).collect();
            let short = words.iter().map(|word| &word[..1]).collect();
            vec![words.join(" "), short]
        };
        Self {
            people: (0..people).map(|_| person(random)).collect(),
            bodies: (0..people / 3).map(|_| body(random)).collect(),
            places: (0..people / 5).map(|_| vec![random.word(3)]).collect(),
        }
    }

    fn record(&self, random: &mut Random, id: u32) -> Record {
        let mut record = Record { id: DocId(id), stamp: random.next(), ..Record::default() };
        let kinds = [
            (Kind::Person, &self.people, 6),
            (Kind::Organisation, &self.bodies, 4),
            (Kind::Place, &self.places, 5),
        ];
        for (kind, pool, count) in kinds {
            let mut known: Vec<usize> = (0..count).map(|_| random.rank(pool.len())).collect();
            known.sort_unstable();
            known.dedup();
            for who in known {
                let all = &pool[who];
                let forms = match random.below(4) {
                    0 if kind == Kind::Person => vec![all[1].clone()],
                    1 | 2 => vec![all[0].clone()],
                    _ => all.clone(),
                };
                let roles = if random.below(8) == 0 { vec!["President".to_owned()] } else { Vec::new() };
                record.named.push(Named { kind, name: forms[0].clone(), forms, roles });
            }
        }
        let mut starts: Vec<usize> = (0..40).map(|_| random.below(TEXT)).collect();
        starts.sort_unstable();
        for start in starts {
            let named = random.below(record.named.len());
            let forms = &record.named[named].forms;
            let form = random.below(forms.len());
            let span = Span::new(start, start + forms[form].len());
            let title = (random.below(8) == 0 && start > 10).then(|| Span::new(start - 10, start - 1));
            let confidence = if random.below(3) == 0 { 80 + random.below(20) as u8 } else { 95 };
            record.said.push(Said { span, title, named: named as u32, form: form as u32, confidence });
        }
        for _ in 0..8 {
            let date = PartialDate::new(
                1990 + random.rank(35) as i16,
                1 + random.below(12) as u8,
                random.below(29) as u8,
            );
            record.dates.extend(date.map(|date| (date, 1)));
        }
        record.dates.sort_unstable();
        record.dates.dedup();
        record
    }
}

/// The median time of some runs, and what the last one gave.
fn median<T>(runs: usize, mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        let given = run();
        times.push(start.elapsed());
        if times.len() == runs {
            times.sort();
            return (times[runs / 2], given);
        }
    }
}

fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse().ok()).unwrap_or(0)
}

/// What a timeline, a matrix and a list with the use of names over time are reckoned of.
fn at_a_glance(names: &Arc<Names>) {
    let date = |id: DocId| PartialDate::new(2000 + (id.0 % 20) as i16, (id.0 % 12) as u8 + 1, 0);
    let (time, table) = median(3, || CastTable::new(names.clone(), None, &date, &|| false).unwrap());
    println!("  cast      with its use over time in {time:.2?}: {} names", table.lines.len());
    let (time, matrix) = median(3, || table.matrix(None, 40, &|| false).unwrap());
    println!("  matrix    of 40 names in {time:.2?}: {} pairs", matrix.pairs().len());
    let most = names.known_as(matrix.sides[0].kind, &matrix.sides[0].name).unwrap();
    let (time, matrix) = median(3, || names.matrix_around(&most, None, 40, &|| false).unwrap());
    println!("  matrix    around the most used in {time:.2?}: {} names", matrix.sides.len());
    let (time, found) = median(3, || {
        let mut found = 0;
        names.each_dates(None, &|| false, &mut |_, named| found += named.dates.len()).unwrap();
        found
    });
    println!("  dates     of all texts in {time:.2?}: {found}");
}

fn measure(documents: u32) {
    let folder = std::env::temp_dir().join(format!("ibid-bench-names-{}", std::process::id()));
    let mut random = Random(7);
    let pool = Pool::new(&mut random, documents as usize / 10);
    let (mut log, news, _) = NameLog::open(&folder);
    let mut names = Names::default().with(news);
    let (mut writing, mut growing, mut longest, mut entities) =
        (Duration::ZERO, Duration::ZERO, Duration::ZERO, 0);
    for first in (0..documents).step_by(500) {
        let records: Vec<Record> = (first..first + 500).map(|id| pool.record(&mut random, id)).collect();
        entities += records.iter().map(|record| record.named.len()).sum::<usize>();
        let start = Instant::now();
        let news = log.append(&records).unwrap();
        writing += start.elapsed();
        let start = Instant::now();
        names = names.with(news);
        growing += start.elapsed();
        longest = longest.max(start.elapsed());
    }
    let per = |bytes: usize| bytes as f64 / f64::from(documents);
    println!("{documents} documents with {:.1} names each", per(entities));
    println!(
        "  log       {:.0} bytes a document, {:.1} % of {TEXT}",
        per(log.size() as usize),
        per(log.size() as usize) * 100.0 / TEXT as f64
    );
    println!(
        "  written   in {writing:.2?}, the table grown beside in {growing:.2?}, longest batch {longest:.2?}"
    );
    drop((names, log));
    let before = resident();
    let start = Instant::now();
    let (mut log, news, _) = NameLog::read(&folder);
    let read = start.elapsed();
    let names = Names::default().with(news);
    println!("  opened    in {:.2?}, of that reading {read:.2?}", start.elapsed());
    println!(
        "  memory    {:.0} bytes a document counted, {} MB resident",
        per(names.memory()),
        (resident() - before) / 1024
    );
    println!("  known     {} people, bodies and places", names.len());
    let (time, _) = median(3, || names.settled());
    println!("  settled   in {time:.2?} (nothing new)");
    let all: DocumentSet = (0..documents).map(DocId).collect();
    let some: DocumentSet = (0..documents).step_by(documents as usize / 200).map(DocId).collect();
    for (what, set) in [("all", &all), ("200", &some)] {
        let (time, tally) = median(9, || names.tally(Kind::Person, set, 10));
        println!("  tally     of {what} documents in {time:.2?}: {} {}", tally[0].name, tally[0].documents);
    }
    let most = names.tally(Kind::Person, &all, 2000);
    for (rank, known) in [("most used", &most[0]), ("rare", &most[most.len() - 1])] {
        let folded = known.name.to_lowercase();
        let words: Vec<&str> = folded.split(' ').collect();
        let (time, found) = median(9, || names.mentioned(Kind::Person, &words).len());
        println!("  mentioned {rank} in {time:.2?}: {found} documents");
        let (time, found) = median(9, || names.spellings(&words).len());
        println!("  spellings {rank} in {time:.2?}: {found}");
        let (time, found) = median(9, || names.spellings(&words[words.len() - 1..]).len());
        println!("  spellings {rank}, surname, in {time:.2?}: {found}");
        let (time, found) = median(9, || names.who(&known.name).len());
        println!("  who       {rank} in {time:.2?}: {found}");
    }
    for word in ["alexander", "vladimir", "government"] {
        let (time, found) = median(9, || names.spellings(&[word]).len());
        println!("  spellings {word} in {time:.2?}: {found}");
        let (time, found) = median(9, || names.mentioned(Kind::Person, &[word]).len());
        println!("  mentioned {word} in {time:.2?}: {found} documents");
    }
    let (time, found) = median(3, || names.who("Zzyzyx Qwertyuiop").len());
    println!("  who       nobody in {time:.2?}: {found}");
    let (time, _) = median(9, || names.record(DocId(documents / 2)).unwrap());
    println!("  record    in {time:.2?}");
    at_a_glance(&Arc::new(names));
    let (news, _) = log.refresh();
    assert!(news.is_empty());
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A person's name in so many spellings: with an initial, a middle name, turned round, in Cyrillic letters, in another
/// tradition.
fn variants(random: &mut Random) -> Vec<String> {
    const GIVEN: &[[&str; 3]] = &[
        ["Alexander", "Alyaksandr", "Александр"],
        ["Vladimir", "Wladimir", "Владимир"],
        ["Sergei", "Siarhei", "Сергей"],
        ["Mikhail", "Michail", "Михаил"],
        ["Anna", "Hanna", "Анна"],
        ["Mohammed", "Muhammad", "Mohamed"],
        ["John", "Johnny", "J."],
        ["Peter", "Pyotr", "Piotr"],
        ["Maria", "Mariya", "Мария"],
        ["William", "Bill", "W."],
    ];
    const ENDINGS: &[[&str; 2]] =
        &[["ov", "ow"], ["enko", "enka"], ["sky", "ski"], ["er", "er"], ["son", "son"], ["ich", "itsch"]];
    let given = GIVEN[random.below(GIVEN.len())];
    let rare = if random.below(2) == 0 { random.word(2) } else { given[0].to_owned() };
    let ending = ENDINGS[random.below(ENDINGS.len())];
    let syllables = 2 + random.below(2);
    let stem = random.word(syllables);
    let (surname, other) = (format!("{stem}{}", ending[0]), format!("{stem}{}", ending[1]));
    let middle = random.word(2);
    let all = [
        format!("{rare} {surname}"),
        format!("{rare} {middle} {surname}"),
        format!("{} {other}", if rare == given[0] { given[1] } else { &rare }),
        format!("{}, {rare}", surname.to_uppercase()),
        format!("{}. {surname}", &rare[..1]),
    ];
    let many = 1 + random.below(all.len());
    all.into_iter().take(many).collect()
}

/// Groups so many distinct names, each document with some of them.
fn forms(count: usize) {
    let mut random = Random(11);
    let mut seen = std::collections::HashSet::new();
    let mut records: Vec<Record> = Vec::new();
    while seen.len() < count {
        let mut record = Record { id: DocId(records.len() as u32), stamp: 1, ..Record::default() };
        for _ in 0..8 {
            let (kind, names) = match random.below(10) {
                0 | 1 => {
                    (Kind::Organisation, vec![format!("{} {} Institute", random.word(2), random.word(3))])
                }
                2 => (Kind::Place, vec![random.word(4)]),
                _ => (Kind::Person, variants(&mut random)),
            };
            for name in names.into_iter().filter(|name| seen.len() < count && seen.insert(name.clone())) {
                record.named.push(Named { kind, name: name.clone(), forms: vec![name], roles: Vec::new() });
            }
        }
        records.push(record);
    }
    drop(seen);
    let before = resident();
    let start = Instant::now();
    let names = Names::of(&records);
    println!(
        "{count} forms  {:.2?}, {} MB counted, {} MB more resident, at most {} MB in all; {} people, bodies and places",
        start.elapsed(),
        names.memory() >> 20,
        resident().saturating_sub(before) / 1024,
        peak() / 1024,
        names.len()
    );
    let start = Instant::now();
    let found = names.suggestions(None, 100);
    println!("  {} suggestions in {:.2?}", found.len(), start.elapsed());
}

/// The most memory that the process had, in kB.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse().ok()).unwrap_or(0)
}

fn main() {
    // `cargo bench --bench names -- forms` measures only these.
    [10_000, 100_000, 1_000_000].into_iter().for_each(forms);
    if std::env::args().any(|argument| argument == "forms") {
        return;
    }
    let asked: Vec<u32> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![20_000, 200_000] } else { asked };
    sizes.into_iter().for_each(measure);
}
