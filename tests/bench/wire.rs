//! What goes over the wire: ibid beside `less`, `vim`, `nvim` and `fzf`, where these are installed, and beside plain
//! ratatui, in a pseudo-terminal of 80x24 with the same keys on the same documents. First paint, the time and the
//! bytes of a key, memory, and what idleness costs; each beside the goal that is set for ibid.
//!
//! `cargo bench --bench wire`. `IBID_BENCH_PROGRAM` names another ibid to measure, and a word behind `--` leaves
//! only the parts whose name begins so: `text`, `small`, `list`.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::print_stdout)]

#[path = "busy.rs"]
mod busy;
#[path = "wire/plain.rs"]
mod plain;
#[path = "wire/table.rs"]
mod table;
#[path = "wire/terminal.rs"]
mod terminal;
#[path = "wire/texts.rs"]
mod texts;

use std::path::Path;
use std::time::Duration;

use busy::is_busy;
use table::{Costs, Goal, Table, Unit, milliseconds};
use tempfile::TempDir;
use terminal::{Cost, Terminal};

/// So long a program may take until it is ready.
const PATIENCE: Duration = Duration::from_secs(120);

/// After so long without a byte a program has come to rest.
const REST: Duration = Duration::from_millis(700);

/// So long is looked at what idleness costs.
const IDLE: Duration = Duration::from_secs(5);

/// How often a key is pressed, one at a time.
const PRESSES: usize = 100;

/// Two screens of 80x24 full of letters.
const TWO_SCREENFULS: f64 = 2.0 * 80.0 * 24.0;

/// The bytes of the long text and of the short one.
const LONG: usize = 10_000_000;
const SHORT: usize = 4_096;

/// The documents of the collection.
const DOCUMENTS: usize = 20_000;

/// A program that shows a text, and the keys for what is measured.
struct Program {
    name: &'static str,
    command: Vec<String>,
    down: &'static str,
    page: &'static str,
    /// The keys that find what stands near the end, if it can.
    find: Option<String>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [role, path] = &arguments[..]
        && role == "--page"
    {
        return plain::page(Path::new(path));
    }
    let part = arguments.iter().find(|argument| !argument.starts_with('-'));
    let wanted = |name: &str| part.is_none_or(|part| name.starts_with(part.as_str()));
    let folder = TempDir::new().unwrap();
    let mut table = Table::default();
    if wanted("text") {
        long_text(folder.path(), &mut table);
    }
    if wanted("small") {
        short_text(folder.path(), &mut table);
    }
    if wanted("list") {
        list(folder.path(), &mut table);
    }
    table.print();
}

/// The ibid that is measured.
fn ibid() -> String {
    std::env::var("IBID_BENCH_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_ibid").to_owned())
}

fn installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// The programs that are here, each with its command for that text.
fn programs(text: &Path) -> Vec<Program> {
    let text = text.display().to_string();
    let find = || Some(format!("/{}\r", texts::NEEDLE));
    let own = std::env::current_exe().unwrap().display().to_string();
    let program = |name, command: &[&str], (down, page), find| {
        let command = command.iter().map(|word| (*word).to_owned()).chain([text.clone()]).collect();
        Program { name, command, down, page, find }
    };
    let mut programs = vec![program("ibid", &[&ibid()], ("j", " "), find())];
    if installed("less") {
        programs.push(program("less", &["less"], ("j", " "), find()));
    }
    for name in ["vim", "nvim"].into_iter().filter(|name| installed(name)) {
        programs.push(program(name, &[name, "-n"], ("\x05", "\x06"), find()));
    }
    programs.push(program("plain ratatui", &[&own, "--page"], ("j", " "), None));
    programs
}

/// Opens it in a folder of its own.
fn open(program: &Program, home: &Path) -> Terminal {
    let command: Vec<&str> = program.command.iter().map(String::as_str).collect();
    Terminal::spawn(&command, home)
}

/// Waits until a program has come to rest; ibid's own work in the background, as far as its screen tells of it, is done.
fn rest(terminal: &Terminal) {
    terminal.shows(PATIENCE, |screen| !screen.contains("loading") && !is_busy(screen));
    terminal.settle(REST * 2, PATIENCE);
}

/// Presses a key again and again, one at a time.
fn press(terminal: &Terminal, key: &str, count: usize) -> Costs {
    Costs::of((0..count).map_while(|_| terminal.press(key)))
}

/// Rows of the table, those of the long text.
fn rows_of_long_text(table: &mut Table) {
    for (what, unit, goal) in [
        ("10 MB: first paint", Unit::Time, Goal::Of(2.0, "less")),
        ("10 MB: bytes until it rests", Unit::Bytes, Goal::Most(4096.0)),
        ("10 MB: a line down, median", Unit::Time, Goal::Most(1.0)),
        ("10 MB: a line down, 99 %", Unit::Time, Goal::None),
        ("10 MB: a line down, the pane folded", Unit::Bytes, Goal::Of(1.5, "vim")),
        ("10 MB: a line down, split view", Unit::Bytes, Goal::Of(0.5, "plain ratatui")),
        ("10 MB: a page down, the pane folded", Unit::Bytes, Goal::Of(1.2, "less")),
        ("10 MB: a page down, split view", Unit::Bytes, Goal::None),
        ("10 MB: a page down, median", Unit::Time, Goal::None),
        ("10 MB: fifty lines down in one write", Unit::Bytes, Goal::Most(TWO_SCREENFULS)),
        ("10 MB: found near the end", Unit::Time, Goal::Of(0.2, "nvim")),
        ("10 MB: five idle seconds", Unit::Bytes, Goal::Most(0.0)),
        ("10 MB: wake-ups in five idle seconds", Unit::Times, Goal::Most(1.0)),
        ("10 MB: memory when it rests", Unit::Memory, Goal::Of(1.0, "nvim")),
        ("10 MB: the most memory", Unit::Memory, Goal::None),
    ] {
        table.row(what, unit, goal);
    }
}

/// Milliseconds from the start to the first words of the text, the median of some starts.
fn first_paint(program: &Program, folder: &Path) -> Option<f64> {
    let home = TempDir::new_in(folder).unwrap();
    let paint = || open(program, home.path()).shows(PATIENCE, |screen| screen.contains(texts::FIRST));
    // The first start reads the program itself from the disk.
    let mut paints: Vec<f64> = (0..12).filter_map(|_| paint()).map(milliseconds).skip(1).collect();
    paints.sort_unstable_by(f64::total_cmp);
    paints.get(paints.len() / 2).copied()
}

fn long_text(folder: &Path, table: &mut Table) {
    let path = folder.join("long.txt");
    std::fs::write(&path, texts::text(LONG)).unwrap();
    rows_of_long_text(table);
    for program in programs(&path) {
        println!("{}", program.name);
        table.put("10 MB: first paint", program.name, first_paint(&program, folder));
        let home = TempDir::new_in(folder).unwrap();
        let terminal = open(&program, home.path());
        terminal.shows(PATIENCE, |screen| screen.contains(texts::FIRST));
        terminal.settle(REST, PATIENCE);
        rest(&terminal);
        table.put("10 MB: bytes until it rests", program.name, Some(terminal.bytes() as f64));
        table.put("10 MB: memory when it rests", program.name, terminal.memory("VmRSS"));
        idle(&terminal, program.name, "10 MB", table);
        if program.name == "ibid" {
            split_view(&terminal, &program, table);
            // Folds the pane.
            terminal.press("c");
        }
        let downs = press(&terminal, program.down, PRESSES);
        table.put("10 MB: a line down, median", program.name, downs.time(50));
        table.put("10 MB: a line down, 99 %", program.name, downs.time(99));
        table.put("10 MB: a line down, the pane folded", program.name, downs.mean_bytes());
        let pages = press(&terminal, program.page, PRESSES / 4);
        table.put("10 MB: a page down, the pane folded", program.name, pages.mean_bytes());
        table.put("10 MB: a page down, median", program.name, pages.time(50));
        let burst = bursts(&terminal, program.down);
        table.put("10 MB: fifty lines down in one write", program.name, burst);
        if let Some(find) = &program.find {
            let found = terminal.press_until(find, |screen| screen.contains(texts::BEHIND));
            table.put("10 MB: found near the end", program.name, found.map(milliseconds));
        }
        table.put("10 MB: the most memory", program.name, terminal.memory("VmHWM"));
    }
}

/// The mean bytes of some bursts of fifty keys.
fn bursts(terminal: &Terminal, key: &str) -> Option<f64> {
    press(terminal, &key.repeat(50), 8).mean_bytes()
}

/// What keys cost beside the cast, and what plain ratatui would send for the same screens.
fn split_view(terminal: &Terminal, program: &Program, table: &mut Table) {
    for (key, count, row) in [
        (program.down, PRESSES, "10 MB: a line down, split view"),
        (program.page, PRESSES / 4, "10 MB: a page down, split view"),
    ] {
        let (own, plain) = beside_plain(terminal, key, count);
        table.put(row, program.name, own);
        table.put(row, "plain ratatui", plain);
    }
}

/// The mean bytes of a key, and those that plain ratatui would send for the same screens.
fn beside_plain(terminal: &Terminal, key: &str, count: usize) -> (Option<f64>, Option<f64>) {
    let costs = (0..count).map_while(|_| {
        let before = terminal.screen();
        let Cost { time, bytes } = terminal.press(key)?;
        let plain = plain::bytes_between(&before, &terminal.screen());
        Some((Cost { time, bytes }, Cost { time, bytes: plain }))
    });
    let (own, plain): (Vec<Cost>, Vec<Cost>) = costs.unzip();
    (Costs::of(own).mean_bytes(), Costs::of(plain).mean_bytes())
}

/// What five idle seconds cost.
fn idle(terminal: &Terminal, program: &'static str, part: &'static str, table: &mut Table) {
    let (bytes, wakes) = terminal.idle(IDLE);
    let row = |what: &str| match (part, what) {
        ("10 MB", "bytes") => "10 MB: five idle seconds",
        ("10 MB", _) => "10 MB: wake-ups in five idle seconds",
        (_, "bytes") => "20,000: five idle seconds",
        _ => "20,000: wake-ups in five idle seconds",
    };
    table.put(row("bytes"), program, Some(bytes as f64));
    table.put(row("wakes"), program, Some(wakes));
}

fn short_text(folder: &Path, table: &mut Table) {
    let path = folder.join("short.txt");
    std::fs::write(&path, texts::text(SHORT)).unwrap();
    table.row("4 KB: first paint", Unit::Time, Goal::Of(2.0, "less"));
    table.row("4 KB: bytes until it rests", Unit::Bytes, Goal::Most(4096.0));
    table.row("4 KB: memory when it rests", Unit::Memory, Goal::Of(2.0, "plain ratatui"));
    table.row("4 KB: the most memory", Unit::Memory, Goal::None);
    for program in programs(&path) {
        println!("{}", program.name);
        let home = TempDir::new_in(folder).unwrap();
        let terminal = open(&program, home.path());
        terminal.shows(PATIENCE, |screen| screen.contains(texts::FIRST));
        terminal.settle(REST, PATIENCE);
        rest(&terminal);
        table.put("4 KB: first paint", program.name, first_paint(&program, folder));
        table.put("4 KB: bytes until it rests", program.name, Some(terminal.bytes() as f64));
        table.put("4 KB: memory when it rests", program.name, terminal.memory("VmRSS"));
        table.put("4 KB: the most memory", program.name, terminal.memory("VmHWM"));
    }
}

fn list(folder: &Path, table: &mut Table) {
    let documents = folder.join("documents");
    texts::write_collection(&documents, DOCUMENTS);
    for (what, unit, goal) in [
        ("20,000: first rows, seen before", Unit::Time, Goal::None),
        ("20,000: bytes until it rests", Unit::Bytes, Goal::Most(4096.0)),
        ("20,000: a step with preview", Unit::Bytes, Goal::Most(1000.0)),
        ("20,000: a step, median", Unit::Time, Goal::None),
        ("20,000: a step, 99 %", Unit::Time, Goal::None),
        ("20,000: fifty steps in one write", Unit::Bytes, Goal::Most(TWO_SCREENFULS)),
        ("20,000: five idle seconds", Unit::Bytes, Goal::Most(0.0)),
        ("20,000: wake-ups in five idle seconds", Unit::Times, Goal::Most(1.0)),
        ("20,000: memory when the list is there", Unit::Memory, Goal::Most(20.0)),
        ("20,000: the most memory", Unit::Memory, Goal::None),
    ] {
        table.row(what, unit, goal);
    }
    let home = TempDir::new_in(folder).unwrap();
    let (own, path) = (ibid(), documents.display().to_string());
    // Once, so that all is read and kept.
    println!("ibid");
    let first = Terminal::spawn(&[&own, &path], home.path());
    first.shows(PATIENCE, |screen| screen.contains("20000 documents") || screen.contains("20,000 documents"));
    first.settle(REST, PATIENCE);
    rest(&first);
    first.send("Q");
    first.settle(REST, PATIENCE);
    drop(first);
    let list = Terminal::spawn(&[&own, &path], home.path());
    let rows = list.shows(PATIENCE, |screen| screen.contains("▸") || screen.contains("●"));
    table.put("20,000: first rows, seen before", "ibid", rows.map(milliseconds));
    measure_list(&list, "ibid", "j", table);
    let terminal = Terminal::spawn(&[&own, &path], home.path());
    terminal.settle(REST * 2, PATIENCE);
    table.put("20,000: a step with preview", "plain ratatui", beside_plain(&terminal, "j", PRESSES).1);
    if installed("fzf") {
        println!("fzf");
        let titles = format!("ls {path} | fzf");
        let terminal = Terminal::spawn(&["sh", "-c", &titles], home.path());
        let rows = terminal.shows(PATIENCE, |screen| screen.contains("20000/20000"));
        table.put("20,000: first rows, seen before", "fzf", rows.map(milliseconds));
        measure_list(&terminal, "fzf", "\x0b", table);
    }
}

fn measure_list(terminal: &Terminal, name: &'static str, down: &str, table: &mut Table) {
    terminal.settle(REST, PATIENCE);
    rest(terminal);
    table.put("20,000: bytes until it rests", name, Some(terminal.bytes() as f64));
    // The memory of a shell's child isn't known here.
    table.put(
        "20,000: memory when the list is there",
        name,
        terminal.memory("VmRSS").filter(|_| name == "ibid"),
    );
    idle(terminal, name, "20,000", table);
    let steps = press(terminal, down, PRESSES);
    table.put("20,000: a step with preview", name, steps.mean_bytes());
    table.put("20,000: a step, median", name, steps.time(50));
    table.put("20,000: a step, 99 %", name, steps.time(99));
    table.put("20,000: fifty steps in one write", name, bursts(terminal, down));
    table.put("20,000: the most memory", name, terminal.memory("VmHWM").filter(|_| name == "ibid"));
}
