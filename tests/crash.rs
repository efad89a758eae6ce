//! Notes through kills and crowds: processes that save as fast as they can while others kill them, and several at once.
//!
//! Each process is this test again, told by its environment to be one that saves. It says the number of a note on its
//! standard output only once the keeper has said that the note is on disk.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use ibid::app::{Edit, Event, NewItem};
use ibid::corpus::ContentHash;
use ibid::note::{DocumentRef, ItemId, ItemKind, Op, Store, Subject, read_all};
use ibid::run::Keeper;

/// The config directory in which a process of this test saves notes.
const FOLDER: &str = "IBID_CRASH_TEST_FOLDER";

/// How many it saves; endlessly many where that isn't said.
const COUNT: &str = "IBID_CRASH_TEST_COUNT";

/// How often a process is killed, in all lanes together.
const KILLS: usize = 1000;

/// Processes that save at the same time.
const LANES: usize = 4;

/// The longest that a process lives behind its first note, in microseconds.
const LONGEST_LIFE: u64 = 12_000;

fn note(number: usize) -> Edit {
    let document = DocumentRef { path: "a.md".into(), hash: ContentHash([7; 32]), title: "A".into() };
    Edit::New(NewItem {
        kind: ItemKind::Note,
        subject: Subject::Document { document, anchor: None },
        colour: None,
        body: format!("note {number}\n{}", "words ".repeat(number % 400)),
        tags: vec!["crash".into()],
    })
}

/// Not a test of its own: what the processes do that the others start.
#[test]
fn a_process_that_saves() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let count = std::env::var(COUNT).ok().and_then(|count| count.parse().ok()).unwrap_or(usize::MAX);
    let mut keeper = Keeper::new(Path::new(&folder), Some(Path::new(&folder)));
    // The test runner's own lines stand on the same output.
    let mut out =
        std::fs::File::from(std::os::fd::AsFd::as_fd(&std::io::stdout()).try_clone_to_owned().unwrap());
    for number in 0..count {
        match keeper.save(0, vec![note(number)].into()) {
            Event::Saved(_, records) => {
                let Op::Put { item } = &records[0].op else { panic!() };
                // Whoever counts may be gone.
                if out.write_all(format!("\nsaved {}\n", item.id).as_bytes()).is_err() {
                    return;
                }
            }
            Event::NotSaved(_, reason) => {
                out.write_all(format!("\nrefused {reason}\n").as_bytes()).unwrap();
                return;
            }
            other => panic!("{other:?}"),
        }
    }
}

/// Starts a process that saves.
fn start(folder: &Path, count: Option<usize>) -> Child {
    spawn(Command::new(std::env::current_exe().unwrap()), folder, count)
}

/// Starts a process that saves by a command that ends with this test.
fn spawn(mut command: Command, folder: &Path, count: Option<usize>) -> Child {
    command.args(["--exact", "a_process_that_saves", "--nocapture", "--test-threads=1"]).env(FOLDER, folder);
    if let Some(count) = count {
        command.env(COUNT, count.to_string());
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// The numbers that a process says.
fn said(lines: impl Iterator<Item = std::io::Result<String>>) -> impl Iterator<Item = String> {
    lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("saved ").map(str::to_owned))
}

/// A random number below `bound`.
fn random(bound: u64) -> u64 {
    u64::from_str_radix(&ItemId::random().unwrap().as_str()[..12], 16).unwrap() % bound
}

/// Starts a process and kills it a little after its first note; gives what it said was saved.
fn start_and_kill(folder: &Path) -> Vec<String> {
    let mut child = start(folder, None);
    let mut saved = said(BufReader::new(child.stdout.take().unwrap()).lines());
    let mut all: Vec<String> = saved.next().into_iter().collect();
    thread::sleep(Duration::from_micros(random(LONGEST_LIFE)));
    child.kill().unwrap();
    // What it had written into the pipe before stands there still, but for a line that was cut.
    all.extend(saved.filter(|id| id.len() == 32));
    child.wait().unwrap();
    all
}

#[test]
fn no_note_that_was_said_to_be_saved_is_lost_in_a_thousand_kills() {
    let folder = tempfile::tempdir().unwrap();
    let saved: Vec<String> = thread::scope(|scope| {
        let lane = || {
            let folder = folder.path();
            scope.spawn(move || (0..KILLS / LANES).flat_map(|_| start_and_kill(folder)).collect::<Vec<_>>())
        };
        let lanes: Vec<_> = (0..LANES).map(|_| lane()).collect();
        lanes.into_iter().flat_map(|lane| lane.join().unwrap()).collect()
    });
    let (records, problems) = read_all(&folder.path().join("notes"));
    let store = Store::replay(&records);
    let there: HashSet<&str> = store.items().map(|item| item.id.as_str()).collect();
    let lost: Vec<&String> = saved.iter().filter(|id| !there.contains(id.as_str())).collect();
    println!(
        "{KILLS} kills: {} notes said to be saved, {} there, {} lines torn",
        saved.len(),
        there.len(),
        problems.len()
    );
    assert!(lost.is_empty(), "lost: {lost:?}");
    assert!(saved.len() > KILLS, "too few were saved for this to show anything");
    // A line that was torn was being written by one that was killed.
    assert!(problems.len() <= KILLS, "{problems:?}");
    assert!(
        problems
            .iter()
            .all(|problem| problem.reason.starts_with("cut off") || problem.reason.contains("EOF")),
        "{problems:?}"
    );
    for item in store.items() {
        let number: usize = item.body.lines().next().unwrap()["note ".len()..].parse().unwrap();
        assert_eq!(item.body, body(number));
    }
}

/// What the note of that number holds.
fn body(number: usize) -> String {
    match note(number) {
        Edit::New(new) => new.body,
        _ => unreachable!(),
    }
}

#[test]
fn a_disk_that_is_full_costs_no_note_that_was_said_to_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    // Files may have 64 blocks of 512 bytes; what goes beyond is refused as on a full disk.
    let mut limited = Command::new("sh");
    limited
        .args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap());
    let mut child = spawn(limited, folder.path(), None);
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let lines: Vec<String> = lines.map_while(Result::ok).collect();
    child.wait().unwrap();
    let saved: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("saved ")).collect();
    let refused = lines.iter().find_map(|line| line.strip_prefix("refused ")).expect("it is refused at last");
    assert!(refused.contains("too large") && refused.ends_with(".jsonl"), "{refused}");
    let (records, problems) = read_all(&folder.path().join("notes"));
    let store = Store::replay(&records);
    let there: Vec<&str> = store.items().map(|item| item.id.as_str()).collect();
    assert_eq!(there, saved, "those that were said to be saved, and no more");
    assert!(!saved.is_empty());
    assert_eq!(problems, [], "no half line is left");
}

#[test]
fn four_processes_that_save_a_thousand_notes_each_at_once_leave_four_thousand() {
    let folder = tempfile::tempdir().unwrap();
    let children: Vec<Child> = (0..LANES).map(|_| start(folder.path(), Some(1000))).collect();
    let saved: usize = thread::scope(|scope| {
        let reader = |mut child: Child| {
            scope.spawn(move || {
                let count = said(BufReader::new(child.stdout.take().unwrap()).lines()).count();
                assert!(child.wait().unwrap().success());
                count
            })
        };
        let readers: Vec<_> = children.into_iter().map(reader).collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).sum()
    });
    let (records, problems) = read_all(&folder.path().join("notes"));
    assert_eq!((saved, Store::replay(&records).items().count()), (4000, 4000));
    assert_eq!(problems, []);
}
