//! The program in a terminal on collections of 1,000, 20,000 and 200,000 documents: how soon the list is there,
//! how soon a key is answered, what memory and what room it takes; and a million titles beside `fzf`.
//!
//! `cargo bench --bench scale` takes 1,000 and 20,000 documents; with numbers behind `--` as many as these say.
//! The collections are kept in the folder that `IBID_BENCH_DIR` names, if it does. What the program can't do
//! is left out, and the table says so.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::print_stdout)]

#[path = "busy.rs"]
mod busy;
mod collection;
#[path = "scale/desk.rs"]
mod desk;
#[path = "scale/table.rs"]
mod table;
#[path = "scale/titles.rs"]
mod titles;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use busy::is_busy;
use collection::{Collection, SEED};
use desk::Desk;
use table::{Table, percentiles, time};
use tempfile::TempDir;

/// What is typed, letter by letter.
const TYPED: &[&str] = &["luka", "timber tr", "minsk", "milk ban", "csto", "gas pri", "russia"];

/// So long a collection may take to be read, indexed and tagged.
const PATIENCE: Duration = Duration::from_secs(3600);

fn main() {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 20_000];
    }
    let own = TempDir::new().unwrap();
    let folder = std::env::var_os("IBID_BENCH_DIR").map_or(own.path().to_owned(), Into::into);
    let mut table = Table::default();
    for size in sizes {
        let documents = folder.join(size.to_string());
        if !documents.is_dir() {
            Collection::new(SEED).write(&documents, size).unwrap();
        }
        let megabytes = bytes(&documents) as f64 / 1e6;
        table.column(format!("{size} documents, {megabytes:.0} MB"));
        measure(&documents, megabytes, &mut table);
    }
    titles::measure(&mut table);
    table.print();
}

fn measure(documents: &Path, megabytes: f64, table: &mut Table) {
    let home = TempDir::new().unwrap();
    let first = Desk::open(documents, home.path());
    let rows = first.shows(PATIENCE, has_rows);
    table.put("first rows, nothing kept yet", "", rows.map(time));
    let mut first = first;
    let busy = keys(&mut first, true);
    table.put("a step in the list while all is read (p50, p99)", "p99 16 ms", percentiles(busy.list));
    table.put("a letter of a title while all is read (p50, p99)", "p99 16 ms", percentiles(busy.titles));
    table.put("a letter of a search while all is read (p50, p99)", "p99 16 ms", percentiles(busy.search));
    let done = first.shows(PATIENCE, |screen| has_rows(screen) && !is_busy(screen));
    let speed = done.map(|done| format!("{}, {:.1} MB/s", time(done), megabytes / done.as_secs_f64()));
    table.put("all read, indexed and tagged", "5 MB/s", speed);
    let count = documents_of(&first.contents());
    let mega = |memory: Option<f64>| memory.map(|memory| format!("{memory:.0} MB"));
    table.put("memory at most", "400 MB", mega(first.memory("VmHWM")));
    first.quit();
    let cache = bytes(&home.path().join("cache")) as f64 / 1e6;
    let part = (cache > 0.0).then(|| format!("{cache:.0} MB, {:.2} ×", cache / megabytes));
    table.put("cache, and beside the text", "1.5 ×", part);

    let is_there = |screen: &str| has_rows(screen) && documents_of(screen) == count;
    let mut again = Desk::open(documents, home.path());
    table.put("list of all, seen before", "0.3 s", again.shows(PATIENCE, is_there).map(time));
    again.shows(PATIENCE, |screen| is_there(screen) && !is_busy(screen));
    std::thread::sleep(Duration::from_secs(2));
    table.put("memory at rest", "150 MB", mega(again.memory("VmRSS")));
    let rest = keys(&mut again, false);
    table.put("a step in the list (p50, p99)", "p99 16 ms", percentiles(rest.list));
    table.put("a letter of a title, the list whole (p50, p99)", "p50 30 ms", percentiles(rest.titles));
    table.put("a letter of a search, its results whole (p50, p99)", "", percentiles(rest.search));
    again.quit();
    let cold = forget_files().then(|| {
        let cold = Desk::open(documents, home.path());
        let there = cold.shows(PATIENCE, is_there);
        cold.quit();
        there
    });
    table.put("list of all, seen before, files not in memory", "", cold.flatten().map(time));
    commands(documents, megabytes, home.path(), table);
}

/// Steps in the list, letters of titles and letters of a search of all documents.
#[derive(Default)]
struct Keys {
    list: Vec<Duration>,
    titles: Vec<Duration>,
    search: Vec<Duration>,
}

/// How long each key takes: until the step or the letter is seen, or, at rest, until its answer is whole.
fn keys(desk: &mut Desk, busy: bool) -> Keys {
    let mut keys = Keys::default();
    for query in TYPED {
        for key in ["j", "j", "k", "j", "k"] {
            if busy && !is_busy(&desk.contents()) {
                return keys;
            }
            let before = chosen(&desk.contents());
            keys.list.extend(desk.press(key, |screen| chosen(screen) != before));
        }
        keys.titles.extend(typed(desk, "/", "find", query, busy));
        keys.search.extend(typed(desk, "s", "search", query, busy));
    }
    keys
}

/// Types a query letter by letter into the line that `key` opens and that begins with `name`, and leaves it.
fn typed(desk: &mut Desk, key: &str, name: &str, query: &str, busy: bool) -> Vec<Duration> {
    let mut times = Vec::new();
    if desk.press(key, |screen| line(screen, 1).contains(name)).is_none() {
        return times;
    }
    for end in 1..=query.len() {
        let (letter, so_far) = (&query[end - 1..end], query[..end].trim_end());
        let wanted = |screen: &str| line(screen, 1).contains(so_far);
        times.extend(if busy { desk.press(letter, wanted) } else { desk.press_wholly(letter, wanted) });
    }
    let is_list = |screen: &str| !line(screen, 1).contains(name) && !line(screen, 0).contains("Search");
    for _ in 0..3 {
        // The first only leaves the line.
        desk.press("\x1b", |_| true);
        std::thread::sleep(Duration::from_millis(150));
        if is_list(&desk.contents()) {
            break;
        }
    }
    times
}

/// What is asked from the shell, where the program takes it.
fn commands(documents: &Path, megabytes: f64, home: &Path, table: &mut Table) {
    let ibid = |arguments: &[&str], cache: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        command.args(arguments).arg(documents).stdout(Stdio::null()).stderr(Stdio::null());
        command.env("IBID_CONFIG_DIR", home.join("config")).env("IBID_CACHE_DIR", home.join(cache));
        let begun = Instant::now();
        let status = command.status().unwrap();
        (matches!(status.code(), Some(0 | 1))).then(|| begun.elapsed())
    };
    let knows = |command: &str| {
        let mut asked = Command::new(env!("CARGO_BIN_EXE_ibid"));
        asked.args([command, "--help"]).stdout(Stdio::null()).stderr(Stdio::null());
        asked.status().unwrap().success()
    };
    let indexed = knows("index").then(|| ibid(&["index"], "fresh")).flatten();
    let indexed = indexed.map(|took| format!("{}, {:.1} MB/s", time(took), megabytes / took.as_secs_f64()));
    table.put("`ibid index`", "5 MB/s", indexed);
    let asked = ["Lukashenka", "timber transit", "\"union state\"", "person:Makey loan", "sanct*"];
    let took = knows("search").then(|| asked.iter().filter_map(|query| ibid(&["search", query], "cache")));
    table.put(
        "`ibid search`, whole process (p50, p99)",
        "",
        took.and_then(|took| percentiles(took.collect())),
    );
}

fn line(screen: &str, number: usize) -> &str {
    screen.lines().nth(number).unwrap_or_default()
}

/// Whether documents are listed.
fn has_rows(screen: &str) -> bool {
    chosen(screen).is_some()
}

/// The line of the screen that is chosen in the list.
fn chosen(screen: &str) -> Option<usize> {
    screen.lines().position(|line| line.contains('▸'))
}

/// The documents that the first line counts.
fn documents_of(screen: &str) -> Option<String> {
    let before = line(screen, 0).split(" documents").next()?;
    before.split_whitespace().last().map(str::to_owned)
}

fn bytes(folder: &Path) -> u64 {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    files.filter(|file| file.file_type().is_file()).filter_map(|file| Some(file.metadata().ok()?.len())).sum()
}

/// Lets the system forget what it holds of files, where it may be asked to.
fn forget_files() -> bool {
    let _ = Command::new("sync").status();
    std::fs::write("/proc/sys/vm/drop_caches", "3").is_ok()
}
