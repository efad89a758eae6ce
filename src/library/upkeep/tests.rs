//! Tests of the upkeep: what is known after any changes is what a fresh reading knows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::corpus::{DocId, Meta, Problem};
use crate::library::Catalogue;
use crate::tag::{Context, Kind, Learner, MOST_NAMES, Mention};
use crate::text::{Span, Text};

/// What is known of a collection: its documents by path, and what couldn't be read.
#[derive(Debug, Default, PartialEq)]
struct Known {
    documents: BTreeMap<String, Meta>,
    problems: Vec<Problem>,
}

/// A folder of documents and a cache for it.
struct Home {
    documents: TempDir,
    cache: TempDir,
    second: u64,
}

impl Home {
    fn new() -> Self {
        Self { documents: TempDir::new().unwrap(), cache: TempDir::new().unwrap(), second: 0 }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.documents.path().join(name)
    }

    /// Writes a file that looks as if it had been changed long ago, each one at another time.
    fn write(&mut self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        self.second += 1;
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000 + self.second);
        File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    }

    fn upkeep(&self, cached: bool) -> Upkeep {
        let cache = cached.then(|| self.cache.path().to_owned());
        let collection = Collection::Paths(vec![self.documents.path().to_owned()]);
        Upkeep { collection, cache, jobs: 2, ..Upkeep::in_memory(Arc::default(), Collection::Bundled) }
    }

    /// All that is told in one round.
    fn news(&self, cached: bool) -> Vec<News> {
        let all = RefCell::new(Vec::new());
        self.upkeep(cached).once(&Holdings::default(), &|news| all.borrow_mut().push(news));
        all.into_inner()
    }

    fn known(&self, cached: bool) -> Known {
        let (catalogue, problems) = sum(&self.news(cached));
        let documents = catalogue.iter().map(|(_, entry)| (entry.path().display().to_string(), entry.meta()));
        Known { documents: documents.collect(), problems }
    }

    /// The numbers of the documents by their paths below the folder.
    fn numbers(&self) -> BTreeMap<String, DocId> {
        let (catalogue, _) = sum(&self.news(true));
        let name = |path: &Path| path.strip_prefix(self.documents.path()).unwrap().display().to_string();
        catalogue.iter().map(|(id, entry)| (name(&entry.path()), id)).collect()
    }
}

/// The last word on the documents and the problems.
fn sum(news: &[News]) -> (Catalogue, Vec<Problem>) {
    let problems = news.iter().rev().find_map(|news| news.unread.clone()).unwrap_or_default();
    (news.last().unwrap().catalogue.clone(), problems)
}

/// How many documents were read, and how many are known.
fn read_and_known(news: &[News]) -> (usize, usize) {
    let last = news.last().unwrap();
    assert!(last.progress.done && last.trouble.is_none());
    (news.iter().skip(1).map(|news| news.changed.len()).sum(), last.catalogue.len())
}

#[test]
fn what_hasnt_changed_isnt_read_again() {
    let mut home = Home::new();
    for number in 0..20 {
        home.write(
            &format!("{number}.txt"),
            &format!("Title {number}\n\nSome words on the matter {number}.\n"),
        );
    }
    let first = home.news(true);
    assert_eq!(first.last().unwrap().catalogue.len(), 20);
    let again = home.news(true);
    assert_eq!(again.first().unwrap().catalogue.len(), 20, "all of it at once");
    assert_eq!(read_and_known(&again), (0, 20));
    home.write("7.txt", "Another title\n\nOther words.\n");
    home.write("new.txt", "New\n\nNew words.\n");
    fs::remove_file(home.path("3.txt")).unwrap();
    let changed = home.news(true);
    assert_eq!(read_and_known(&changed), (2, 20));
    assert_eq!(changed.iter().map(|news| news.gone.len()).sum::<usize>(), 1);
    assert_eq!(home.known(true), home.known(false));
}

#[cfg(unix)]
#[test]
fn files_of_one_size_and_time_that_change_their_places_are_read_again() {
    let mut home = Home::new();
    for name in ["a.txt", "b.txt"] {
        home.second = 0;
        home.write(name, &format!("Title of {name}\n\nWords.\n"));
    }
    let first = home.news(true);
    assert_eq!(read_and_known(&first), (2, 2));
    for (from, to) in [("a.txt", "c"), ("b.txt", "a.txt"), ("c", "b.txt")] {
        fs::rename(home.path(from), home.path(to)).unwrap();
    }
    assert_eq!(home.known(true), home.known(false));
}

#[test]
fn a_document_keeps_its_number_where_it_is_edited_or_moved() {
    let mut home = Home::new();
    home.write("a.txt", "First\n\nWords of the first.\n");
    home.write("b.txt", "Second\n\nWords of the second.\n");
    let before = home.numbers();
    home.write("a.txt", "First, edited\n\nWords of the first.\n");
    fs::create_dir(home.path("below")).unwrap();
    fs::rename(home.path("b.txt"), home.path("below/c.txt")).unwrap();
    let after = home.numbers();
    assert_eq!((after["a.txt"], after["below/c.txt"]), (before["a.txt"], before["b.txt"]));
    assert_eq!(after.len(), 2);
    assert_eq!(home.known(true), home.known(false));
}

#[test]
fn what_couldnt_be_read_is_told_each_time_and_no_more_once_it_can() {
    let mut home = Home::new();
    home.write("a.docx", "PK\u{3}\u{4} is no archive");
    home.write("b.txt", "Words\n\nSome of them.\n");
    let first = home.known(true);
    assert_eq!(first.problems.len(), 1);
    assert_eq!(home.known(true), first);
    home.write("a.docx", "Words after all, and no document of a word processor.\n");
    fs::rename(home.path("a.docx"), home.path("a.txt")).unwrap();
    let mended = home.known(true);
    assert_eq!((mended.problems.len(), mended.documents.len()), (0, 2));
}

#[test]
fn the_documents_of_a_file_that_holds_many_are_known_from_before() {
    let mut home = Home::new();
    let lines = |count: usize| {
        (0..count)
            .map(|n| format!("{{\"title\": \"Record {n}\", \"text\": \"Words {n}\"}}\n"))
            .collect::<String>()
    };
    home.write("a.jsonl", &lines(30));
    assert_eq!(home.numbers().len(), 30);
    assert_eq!(read_and_known(&home.news(true)), (0, 30));
    home.write("a.jsonl", &lines(20));
    let news = home.news(true);
    assert_eq!(read_and_known(&news), (0, 20));
    assert_eq!(home.known(true), home.known(false));
}

#[test]
fn a_cache_that_is_damaged_or_of_another_version_is_made_anew_and_that_is_said() {
    let mut home = Home::new();
    for number in 0..5 {
        home.write(
            &format!("{number}.txt"),
            &format!("Title {number}\n\nSome words on the matter {number}.\n"),
        );
    }
    let fresh = home.known(false);
    let place = Place::new(home.cache.path(), &[home.documents.path().to_owned()]);
    let said = |news: &[News]| news.iter().find_map(|news| news.said.clone());
    assert_eq!(said(&home.news(true)), None);
    for damage in ["cut", "flip", "version"] {
        let ledger = place.ledger(0);
        let mut bytes = fs::read(&ledger).unwrap();
        match damage {
            "cut" => bytes.truncate(bytes.len() / 2),
            "flip" => *bytes.last_mut().unwrap() ^= 4,
            _ => {
                let about = place.folder().join("about.json");
                let text = fs::read_to_string(&about).unwrap();
                fs::write(about, text.replace("\"form\": 2", "\"form\": 0")).unwrap();
            }
        }
        fs::write(&ledger, bytes).unwrap();
        let news = home.news(true);
        assert!(said(&news).unwrap().contains("made anew"), "{damage}");
        assert!(news.iter().all(|news| news.trouble.is_none()));
        assert_eq!(said(&home.news(true)), None);
        assert_eq!(home.known(true), fresh);
    }
}

#[test]
fn where_nothing_can_be_cached_all_is_in_memory() {
    let mut home = Home::new();
    home.write("a.txt", "Title\n\nWords.\n");
    let mut upkeep = home.upkeep(true);
    upkeep.cache = Some(home.path("a.txt"));
    let all = RefCell::new(Vec::new());
    upkeep.once(&Holdings::default(), &|news| all.borrow_mut().push(news));
    let all = all.into_inner();
    assert!(all[0].said.as_ref().unwrap().starts_with("Nothing can be cached in"));
    assert_eq!(all.last().unwrap().catalogue.len(), 1);
}

/// An upkeep that stays, in a thread of its own.
struct Staying {
    orders: Sender<Order>,
    news: Receiver<News>,
}

impl Staying {
    fn start(home: &Home) -> Self {
        Self::of(home.upkeep(true))
    }

    fn of(upkeep: Upkeep) -> Self {
        let (orders, taken) = mpsc::channel();
        let (told, news) = mpsc::channel();
        let sender = orders.clone();
        std::thread::spawn(move || {
            upkeep.run((sender, &taken), &Holdings::default(), &|news| drop(told.send(news)));
        });
        Self { orders, news }
    }

    /// Waits until the titles are these.
    fn wait_for(&self, wanted: &[&str]) {
        let mut seen = Vec::new();
        loop {
            let news = self.news.recv_timeout(Duration::from_secs(20));
            let news = news.unwrap_or_else(|_| panic!("nothing more is told after {seen:?}"));
            let mut titles: Vec<_> =
                news.catalogue.iter().map(|(_, entry)| entry.title().to_owned()).collect();
            titles.sort();
            if titles == wanted && news.progress.done {
                return;
            }
            seen = titles;
        }
    }
}

#[test]
fn changes_are_seen_while_the_collection_is_open_by_whoever_writes_and_whoever_follows() {
    let mut home = Home::new();
    home.write("a.txt", "Story one\n\nIt was said that the ferry sails again.\n");
    let one = Staying::start(&home);
    one.wait_for(&["Story one"]);
    let other = Staying::start(&home);
    other.wait_for(&["Story one"]);
    // The watching may begin a moment after the first round has ended: an order is never too early.
    home.write("below/b.txt", "Story two\n\nNobody knew why the ferry sails.\n");
    one.orders.send(Order::Rescan).unwrap();
    one.wait_for(&["Story one", "Story two"]);
    other.wait_for(&["Story one", "Story two"]);
    fs::remove_file(home.path("a.txt")).unwrap();
    one.wait_for(&["Story two"]);
    other.wait_for(&["Story two"]);
}

#[test]
fn who_asks_once_is_told_what_a_program_that_sleeps_has_not_taken_in() {
    let mut home = Home::new();
    for name in ["a.txt", "b.txt", "c.txt"] {
        home.write(name, "Story one\n\nIt was said that the ferry sails again.\n");
    }
    let trouble = |home: &Home| {
        let news = home.news(true);
        news.iter().filter_map(|news| news.trouble.as_ref()).map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(trouble(&home), [""; 0]);
    let place = Place::new(home.cache.path(), &[home.documents.path().to_owned()]);
    // A program that keeps the collection and is stopped.
    let lock = place.lock().unwrap().unwrap();
    assert_eq!(trouble(&home), [""; 0], "nothing has changed");
    home.write("new.txt", "Story two\n\nNobody knew why the ferry sails.\n");
    home.write("b.txt", "Story three\n\nEverybody knew.\n");
    fs::remove_file(home.path("c.txt")).unwrap();
    let told = trouble(&home);
    assert!(
        told.len() == 1 && told[0].contains("hasn't taken in 3 files that are new, changed or gone"),
        "{told:?}"
    );
    drop(lock);
    assert_eq!(trouble(&home), [""; 0]);
}

#[test]
fn a_file_or_folder_that_is_replaced_as_a_whole_is_still_watched() {
    let mut home = Home::new();
    home.write("a/one.txt", "Story one\n\nIt was said that the ferry sails again.\n");
    home.write("f.txt", "Story first\n\nNobody knew why the ferry sails.\n");
    let paths = ["a", "f.txt"].map(|name| home.path(name)).to_vec();
    let upkeep = Staying::of(Upkeep { collection: Collection::Paths(paths), ..home.upkeep(true) });
    upkeep.wait_for(&["Story first", "Story one"]);
    for (number, title) in ["Story second", "Story third", "Story up"].into_iter().enumerate() {
        home.write("new.txt", &format!("{title}\n\nNobody knew why the ferry sails.\n"));
        fs::rename(home.path("new.txt"), home.path("f.txt")).unwrap();
        if number == 0 {
            // The watching may begin a moment after the first round has ended.
            upkeep.orders.send(Order::Rescan).unwrap();
        }
        upkeep.wait_for(&["Story one", title]);
    }
    home.write("b/two.txt", "Story two\n\nIt was said that the ferry sails again.\n");
    fs::rename(home.path("a"), home.path("old")).unwrap();
    fs::rename(home.path("b"), home.path("a")).unwrap();
    upkeep.wait_for(&["Story two", "Story up"]);
    home.write("a/three.txt", "Story three\n\nNobody knew why the ferry sails.\n");
    upkeep.wait_for(&["Story three", "Story two", "Story up"]);
}

/// A change to the folder.
#[derive(Clone, Debug)]
enum Change {
    Write(u8, u8),
    Remove(u8),
    Move(u8, u8),
    Round,
}

#[test]
fn a_folder_that_has_gone_is_told_and_the_list_keeps_what_was_in_it_until_it_is_back() {
    let mut home = Home::new();
    home.write("a/one.txt", "One line of text.");
    let elsewhere = home.documents.path().join("elsewhere");
    let (upkeep, folder) = (home.upkeep(true), home.path("a"));
    let upkeep = Upkeep { collection: Collection::Paths(vec![folder.clone()]), ..upkeep };
    let all = RefCell::new(Vec::new());
    let look = || {
        upkeep.once(&Holdings::default(), &|news| all.borrow_mut().push(news));
        let news = all.take();
        let said: Vec<String> = news.iter().filter_map(|news| news.said.clone()).collect();
        (news.last().unwrap().catalogue.len(), said)
    };
    assert_eq!(look(), (1, Vec::new()));
    fs::rename(&folder, &elsewhere).unwrap();
    let (known, said) = look();
    assert_eq!((known, said.len()), (1, 1), "{said:?}");
    assert!(said[0].ends_with("isn't there any more; the list keeps what was in it"), "{said:?}");
    fs::rename(&elsewhere, &folder).unwrap();
    assert_eq!(look(), (1, Vec::new()));
}

#[test]
fn a_folder_that_is_there_again_is_no_problem_any_more() {
    let mut home = Home::new();
    home.write("papers/a.txt", "Story one\n\nOne line of text.");
    let (away, folder) = (home.path("away"), home.path("papers"));
    let collection = Collection::Paths(vec![folder.clone()]);
    let staying = Staying::of(Upkeep { collection, ..home.upkeep(false) });
    staying.wait_for(&["Story one"]);
    let unread = || loop {
        staying.orders.send(Order::Rescan).unwrap();
        let news = staying.news.recv_timeout(Duration::from_secs(20)).unwrap();
        if let Some(unread) = news.unread {
            return unread;
        }
    };
    fs::rename(&folder, &away).unwrap();
    assert_eq!(unread().len(), 1);
    fs::rename(&away, &folder).unwrap();
    assert_eq!(unread(), Vec::new());
}

#[cfg(target_os = "linux")]
#[test]
fn what_lies_below_a_folder_that_cant_be_looked_at_isnt_gone_whatever_its_name() {
    use std::os::unix::ffi::OsStrExt;

    let mut home = Home::new();
    for name in ["sound/a.txt", "below/b.txt"] {
        home.write(name, "One line of text.");
    }
    let folder = home.documents.path().join(std::ffi::OsStr::from_bytes(b"b\xff"));
    fs::rename(home.path("below"), &folder).unwrap();
    assert_eq!(home.known(true).documents.len(), 2);
    fs::remove_dir_all(&folder).unwrap();
    fs::remove_dir_all(home.path("sound")).unwrap();
    std::os::unix::fs::symlink(&folder, &folder).unwrap();
    std::os::unix::fs::symlink(home.path("sound"), home.path("sound")).unwrap();
    let known = home.known(true);
    assert_eq!((known.documents.len(), known.problems.len()), (2, 2), "{known:?}");
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let file = 0u8..12;
    let change = prop_oneof![
        4 => (file.clone(), 0u8..30).prop_map(|(file, text)| Change::Write(file, text)),
        1 => file.clone().prop_map(Change::Remove),
        2 => (file.clone(), file).prop_map(|(from, to)| Change::Move(from, to)),
        2 => Just(Change::Round),
    ];
    prop::collection::vec(change, 1..30)
}

/// Files of two sites, each of which sets the same lines around all its texts, some in one file.
fn name(file: u8) -> String {
    match file {
        0..5 => format!("one/{file}.txt"),
        5..10 => format!("two/{file}.md"),
        _ => format!("{file}.jsonl"),
    }
}

fn text(file: u8, text: u8) -> String {
    if file >= 10 {
        let record = |n: u8| format!("{{\"title\": \"Record {n}\", \"text\": \"Words of {n}.\"}}\n");
        return (text / 2..text).map(record).collect();
    }
    let site = if file < 5 { "The Daily River of the North" } else { "Lake and Harbour Times" };
    let story = format!(
        "Story {text}\n\nIt was said on day {text} that the ferry sails again, and nobody knew why.\n"
    );
    format!(
        "{site}\n\n{story}\nAll the news of {site} every morning at seven\n\nWrite to us at {site}, Harbour Street\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn after_any_changes_as_much_is_known_as_after_a_fresh_reading(changes in changes()) {
        let mut home = Home::new();
        for change in changes {
            match change {
                Change::Write(file, words) => home.write(&name(file), &text(file, words)),
                Change::Remove(file) => drop(fs::remove_file(home.path(&name(file)))),
                Change::Move(from, to) => drop(fs::rename(home.path(&name(from)), home.path(&name(to)))),
                Change::Round => drop(home.news(true)),
            }
        }
        prop_assert_eq!(home.known(true), home.known(false));
        prop_assert_eq!(home.known(true), home.known(false));
    }
}

/// Finds no names, and tells the texts that it was given as they come.
struct Witness(Sender<String>);

impl Learner for Witness {}

impl Tagger for Witness {
    fn tag(&self, text: &Text, _: &Context, _: &dyn Fn() -> bool) -> Vec<Mention> {
        // Nobody listens any more once the test has seen enough.
        drop(self.0.send(text.as_str().to_owned()));
        Vec::new()
    }
}

#[test]
fn the_document_that_somebody_opened_is_tagged_before_all_others() {
    let mut home = Home::new();
    for number in 0..200 {
        home.write(&format!("{number:03}.txt"), &format!("Report {number:03}\n\nNothing new.\n"));
    }
    let (saw, seen) = mpsc::channel();
    let tagger: Arc<dyn Tagger> = Arc::new(Witness(saw));
    let upkeep = Upkeep { tagger: Some(tagger), ..home.upkeep(false) };
    let (orders, taken) = mpsc::channel();
    // The newest come first, so that without the order this would be one of the last.
    let first = number_of(&home, "000.txt");
    orders.send(Order::Prefer(first)).unwrap();
    std::thread::spawn(move || upkeep.run((orders, &taken), &Holdings::default(), &|_| ()));
    let wait = || seen.recv_timeout(Duration::from_secs(20)).expect("all are tagged");
    let order: Vec<String> = (0..200).map(|_| wait()).collect();
    let place = order.iter().position(|text| text.contains("Report 000"));
    assert!(place.is_some_and(|place| place < 64), "{place:?}");
}

/// Takes each line for a figure.
struct Counter;

impl Learner for Counter {}

impl Tagger for Counter {
    fn tag(&self, text: &Text, _: &Context, _: &dyn Fn() -> bool) -> Vec<Mention> {
        let lines = text.as_str().split_inclusive('\n').scan(0, |at, line| {
            *at += line.len();
            Some(Span::new(*at - line.len(), *at - 1))
        });
        lines.map(|span| Mention::new(span, Kind::Quantity, 100)).collect()
    }
}

#[test]
fn of_a_document_with_too_many_names_those_left_out_are_told() {
    let mut home = Home::new();
    let lines: Vec<String> = (0..MOST_NAMES + 2).map(|number| format!("{number}\n")).collect();
    home.write("many.txt", &lines.concat());
    home.write("few.txt", "1\n");
    let upkeep = Upkeep { tagger: Some(Arc::new(Counter)), ..home.upkeep(true) };
    for run in ["found", "kept"] {
        let (told, news) = mpsc::channel();
        upkeep.once(&Holdings::default(), &|news| drop(told.send(news)));
        let told: Vec<Problem> = news.try_iter().filter_map(|news| news.unread).last().unwrap_or_default();
        let [cut] = told.as_slice() else { panic!("{run}: {told:?}") };
        assert!(cut.path.ends_with("many.txt"), "{run}: {cut:?}");
        assert!(
            cut.reason.contains("more than 50000") && cut.reason.contains("2 mentions"),
            "{run}: {cut:?}"
        );
    }
}

/// The number that a fresh reading gives a document.
fn number_of(home: &Home, name: &str) -> DocId {
    let news = home.news(false);
    let catalogue = &news.last().unwrap().catalogue;
    catalogue.iter().find(|(_, entry)| entry.path().ends_with(name)).unwrap().0
}

/// Learns from a collection that it has seen it, and counts how often it had to.
struct Pupil(Arc<std::sync::atomic::AtomicUsize>);

impl Tagger for Pupil {
    fn tag(&self, _: &Text, _: &Context, _: &dyn Fn() -> bool) -> Vec<Mention> {
        Vec::new()
    }
}

impl Learner for Pupil {
    fn study(&self, documents: &mut dyn Iterator<Item = (Text, Context)>) {
        assert!(documents.count() > 0);
        self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    }

    fn learnt(&self) -> Option<Vec<u8>> {
        Some(b"seen".to_vec())
    }

    fn recall(&self, learnt: &[u8]) -> bool {
        learnt == b"seen"
    }
}

#[test]
fn what_the_tagger_has_learnt_is_recalled_at_the_next_start_unless_the_collection_is_another() {
    let mut home = Home::new();
    for number in 0..20 {
        home.write(&format!("{number}.txt"), &format!("Report {number}\n\nNothing new.\n"));
    }
    let count = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let studied = |home: &Home, tagged_by: u64| {
        let tagger: Arc<dyn Tagger> = Arc::new(Pupil(count.clone()));
        let upkeep = Upkeep { tagger: Some(tagger), tagged_by, ..home.upkeep(true) };
        let (orders, taken) = mpsc::channel();
        let (told, news) = mpsc::channel();
        // It ends with the news: nobody hears the last ones.
        let tell = move |news: News| {
            let _ = told.send(news.studied);
        };
        std::thread::spawn(move || upkeep.run((orders, &taken), &Holdings::default(), &tell));
        while !news.recv_timeout(Duration::from_secs(20)).unwrap() {}
        count.load(std::sync::atomic::Ordering::SeqCst)
    };
    assert_eq!(studied(&home, 1), 1);
    // The first still writes; where it does, another one that follows it doesn't study.
    let other = Home { cache: TempDir::new().unwrap(), documents: home.documents, second: 0 };
    let names = |cache: &TempDir| Place::new(cache.path(), &[other.documents.path().to_owned()]).names();
    let learnt = fs::read(names(&home.cache).join("learnt")).unwrap();
    other.upkeep(true).once(&Holdings::default(), &|_| ());
    fs::write(names(&other.cache).join("learnt"), learnt).unwrap();
    assert_eq!(studied(&other, 1), 1, "recalled");
}
