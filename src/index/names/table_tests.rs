//! The table tells who is who, and goes with what documents come, change and go.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use tempfile::tempdir;

use super::testing::{bodies, mentioned_in, people, places, record};
use super::*;
use crate::corpus::DocId;
use crate::index::{DocumentSet, WhoIsWho};
use crate::name::fold;
use crate::tag::Kind;

const BOTH: &[&str] = &["Alexander Lukashenko", "Lukashenko"];

fn spelled(names: &Names, words: &[&str]) -> Vec<String> {
    names.spellings(words).into_iter().map(|spelling| spelling.words.join(" ")).collect()
}

fn set(ids: impl IntoIterator<Item = u32>) -> DocumentSet {
    ids.into_iter().map(DocId).collect()
}

fn tallied(names: &Names, kind: Kind, documents: &DocumentSet) -> Vec<(String, usize)> {
    names.tally(kind, documents, 100).into_iter().map(|tally| (tally.name, tally.documents)).collect()
}

#[test]
fn a_surname_goes_to_whom_it_means_in_most_documents_that_say_it() {
    let mut records: Vec<Record> = (0..9).map(|id| people(id, &[BOTH])).collect();
    records.push(people(9, &[&["Viktor Lukashenko", "Lukashenko"]]));
    records.push(people(10, &[&["Lukashenko"]]));
    let names = Names::of(&records);
    assert_eq!(names.named(Kind::Person, "Alexander Lukashenko"), set((0..9).chain([10])));
    assert_eq!(names.named(Kind::Person, "Viktor Lukashenko"), set([9]));
    // Where it means either, it is nobody's.
    records.extend((11..18).map(|id| people(id, &[&["Viktor Lukashenko", "Lukashenko"]])));
    let names = Names::of(&records);
    assert_eq!(names.named(Kind::Person, "Alexander Lukashenko"), set(0..9));
    assert_eq!(names.named(Kind::Person, "Lukashenko"), set([10]));
}

#[test]
fn a_surname_among_several_who_have_it_is_called_a_guess() {
    let mut records = vec![people(0, &[&["Serena Williams", "Williams"], &["Venus Williams"]])];
    let why = |records: &[Record]| {
        let known = Names::of(records).known_as(Kind::Person, "Serena Williams").unwrap();
        known
            .forms
            .iter()
            .find(|form| form.text == "Williams")
            .map(|form| (form.confidence, form.reason.clone()))
    };
    let all = "the nearest of several with that surname in 1 document";
    assert_eq!(why(&records), Some((50, all.to_owned())));
    records.extend((1..5).map(|id| people(id, &[&["Serena Williams", "Williams"]])));
    let some = "5 documents have both, 1 of them others with that surname too";
    assert_eq!(why(&records), Some((86, some.to_owned())));
}

#[test]
fn a_name_in_another_case_or_alphabet_is_explained_by_what_it_is() {
    let case = Named {
        kind: Kind::Person,
        name: "Дмитрий Медведев".to_owned(),
        forms: vec!["Дмитрием Медведевым".to_owned()],
        roles: Vec::new(),
    };
    let names = Names::of(&[people(0, &[&["Dmitry Medvedev", "Medvedev"]]), record(1, vec![case])]);
    let known = names.known_as(Kind::Person, "Dmitry Medvedev").unwrap();
    let form = known.forms.iter().find(|form| form.text == "Дмитрием Медведевым").unwrap();
    assert!(form.reason.starts_with("a form of “Дмитрий Медведев”: "), "{}", form.reason);

    let names = Names::of(&[people(0, &[&["Lukashenko"]]), people(1, &[&["Александр Лукашенко"]])]);
    let known = names.known_as(Kind::Person, "Александр Лукашенко").unwrap();
    let form = known.forms.iter().find(|form| form.text == "Lukashenko").unwrap();
    assert!(form.reason.ends_with("is the only one with that surname"), "{}", form.reason);
}

#[test]
fn a_full_name_is_found_by_another_form_of_the_given_name() {
    let names = Names::of(&[
        people(0, &[&["Alyaksandr Lukashenka"]]),
        people(1, &[&["Sviatlana Tsikhanouskaya"], &["Yulia Tymoshenko"], &["Viktor Lukashenka"]]),
    ]);
    for (typed, name) in [
        ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
        ("Svetlana Tikhanovskaya", "Sviatlana Tsikhanouskaya"),
        ("Julia Timoshenko", "Yulia Tymoshenko"),
    ] {
        let found: Vec<String> = names.who(typed).into_iter().map(|known| known.name).collect();
        assert_eq!(found, [name], "{typed}");
        let words = fold::words(typed);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(spelled(&names, &words), [fold::folded(name)], "{typed}");
    }
    assert!(names.who("Boris Lukashenko").iter().all(|known| known.found != Found::Sound));
}

#[test]
fn a_given_name_alone_is_nobody_elses() {
    let names = Names::of(&[
        people(0, &[&["Igor Sechin", "Sechin", "Igor"]]),
        people(1, &[&["Igor"]]),
        people(2, &[&["Zorb Adams", "Adams", "Zorb"], &["Zorb Brown"]]),
        people(3, &[&["Zorb"]]),
    ]);
    assert_eq!(names.named(Kind::Person, "Igor Sechin"), set([0]));
    assert_eq!(names.named(Kind::Person, "Zorb Adams"), set([2]));
    assert!(spelled(&names, &["igor"]).is_empty() && spelled(&names, &["zorb"]).is_empty());
}

#[test]
fn people_of_one_name_with_middle_names_at_odds_stay_two() {
    let names = Names::of(&[
        people(0, &[&["Ivan Petrovich Sidorov", "Ivan Sidorov"]]),
        people(1, &[&["Ivan Ilyich Sidorov", "Ivan Sidorov"]]),
        people(2, &[&["Ivan Sidorov"]]),
    ]);
    assert_eq!(names.len(), 3);
}

#[test]
fn a_part_of_a_bodys_name_ties_no_bodies_together() {
    let names = Names::of(&[
        bodies(0, &[&["Belarusian Foreign Ministry", "Foreign Ministry"]]),
        bodies(1, &[&["Russian Foreign Ministry", "Foreign Ministry"]]),
        bodies(2, &[&["Foreign Ministry"]]),
        bodies(3, &[&["State Control Committee", "SCC"]]),
        bodies(4, &[&["SCC"]]),
    ]);
    assert_eq!(names.named(Kind::Organisation, "Foreign Ministry"), set([2]));
    assert_eq!(names.named(Kind::Organisation, "State Control Committee"), set([3, 4]));
    assert_eq!(spelled(&names, &["scc"]), ["state control committee"]);
    assert_eq!(spelled(&names, &["state", "control", "committee"]), ["scc"]);
    assert!(spelled(&names, &["control"]).is_empty());
}

#[test]
fn an_abbreviation_that_is_known_ties_no_bodies_together_that_documents_put_it_beside() {
    let names = Names::of(&[
        bodies(0, &[&["Service Office", "CSTO"]]),
        bodies(1, &[&["Milk Ministry", "CSTO"]]),
        bodies(2, &[&["CSTO"]]),
        bodies(3, &[&["Collective Security Treaty Organization"]]),
    ]);
    assert_eq!(names.named(Kind::Organisation, "Milk Ministry"), set([1]));
    assert_eq!(names.named(Kind::Organisation, "Service Office"), set([0]));
    assert_eq!(names.named(Kind::Organisation, "Collective Security Treaty Organization"), set([2, 3]));
}

#[test]
fn two_whom_a_sentence_has_as_two_people_arent_tied_by_a_surname_or_an_initial() {
    let two = |id, names: &[&[&str]]| Record { apart: vec![(0, 1)], ..people(id, names) };
    let beside = two(0, &[&["Putin"], &["V. Putin"]]);
    let names = Names::of(&[beside.clone(), people(1, &[&["Vladimir Putin", "Putin"]])]);
    assert_eq!(names.named(Kind::Person, "Vladimir Putin"), set([0, 1]));
    assert_eq!(names.named(Kind::Person, "V. Putin"), set([0]));
    // What one document of many says parts nobody.
    let many = (1..9).map(|id| people(id, &[&["V. Putin"], &["Vladimir Putin", "Putin"]]));
    let names = Names::of(&many.chain([beside]).collect::<Vec<_>>());
    assert_eq!(names.named(Kind::Person, "V. Putin"), set([]));
    let names = Names::of(&[two(0, &[&["George Bush"], &["George W. Bush"]])]);
    assert_eq!(names.len(), 2);
    let names = Names::of(&[two(0, &[&["George Bush"], &["GEORGE BUSH"]])]);
    assert_eq!(names.len(), 1);
}

#[test]
fn spellings_are_of_whole_names_and_never_of_ordinary_words() {
    let names = Names::of(&[
        places(0, &[&["United States", "US"], &["Hrodna"]]),
        places(1, &[&["Grodno"]]),
        bodies(2, &[&["World Health Organization", "WHO"]]),
        people(3, &[&["Theresa May", "May"]]),
        people(4, &[&["Sviatlana Tsikhanouskaya", "Tsikhanouskaya"]]),
        people(5, &[&["Svetlana Tikhanovskaya", "Tikhanovskaya"]]),
    ]);
    assert!(spelled(&names, &["us"]).is_empty() && spelled(&names, &["who"]).is_empty());
    assert!(spelled(&names, &["world", "health", "organization"]).is_empty());
    assert!(spelled(&names, &["theresa", "may"]).is_empty() && spelled(&names, &["may"]).is_empty());
    assert_eq!(spelled(&names, &["hrodna"]), ["grodno"]);
    assert_eq!(spelled(&names, &["tikhanovskaya"]), ["tsikhanouskaya"]);
    assert_eq!(names.mentioned(Kind::Person, &["tikhanovskaya"]), set([4, 5]));
    assert_eq!(names.mentioned(Kind::Person, &["svetlana", "tikhanovskaya"]), set([4, 5]));
    assert_eq!(names.mentioned(Kind::Place, &["tikhanovskaya"]), set([]));
    assert!(spelled(&names, &[]).is_empty() && spelled(&names, &["", "-"]).is_empty());
}

#[test]
fn a_tally_counts_each_document_once_and_names_the_most_mentioned_first() {
    let names = Names::of(&[
        people(0, &[BOTH, &["Alyaksandr Lukashenka"], &["Vladimir Putin"]]),
        people(1, &[&["Vladimir Putin"]]),
        people(70, &[&["Vladimir Putin"]]),
    ]);
    let all = set([0, 1, 70]);
    let expected = [("Vladimir Putin".to_owned(), 3), ("Alexander Lukashenko".to_owned(), 1)];
    assert_eq!(tallied(&names, Kind::Person, &all), expected);
    assert_eq!(tallied(&names, Kind::Person, &set([0])).len(), 2);
    assert_eq!(tallied(&names, Kind::Place, &all), []);
    assert_eq!(names.tally(Kind::Person, &all, 1).len(), 1);
    assert!(names.tally(Kind::Person, &all, 0).is_empty());
}

#[test]
fn who_finds_by_name_by_words_by_sound_and_by_few_letters_and_says_why() {
    let names = Names::of(&[
        people(0, &[&["Alexander Lukashenko", "Lukashenko"]]),
        people(1, &[&["Alyaksandr Lukashenka", "Lukashenka"]]),
        people(2, &[&["Lukashenka"]]),
        people(3, &[&["Vladimir Putin"], &["Anna Kowalska"]]),
    ]);
    let found =
        |typed: &str| names.who(typed).into_iter().map(|known| (known.name, known.found)).collect::<Vec<_>>();
    let he = |how: Found| vec![("Alexander Lukashenko".to_owned(), how)];
    assert_eq!(found("LUKASHENKA"), he(Found::Name));
    assert_eq!(found("Alexander"), he(Found::Words));
    assert_eq!(found("Лукашенко"), he(Found::Sound));
    assert_eq!(found("Lukoshenko"), he(Found::Near));
    assert_eq!(
        found("Ann Kowalska"),
        [("Anna Kowalska".to_owned(), Found::Sound)],
        "a form of the given name"
    );
    assert_eq!(found("nna Kowalska"), [("Anna Kowalska".to_owned(), Found::Near)], "a slip in a short word");
    assert_eq!(found("Ann"), []);
    assert_eq!(found("xyzzy"), []);
    assert_eq!(found(" "), []);
    let known = names.known_as(Kind::Person, "Alexander Lukashenko").unwrap();
    assert_eq!(known.documents, set([0, 1, 2]));
    let reason = |text: &str| {
        let form = known.forms.iter().find(|form| form.text == text).unwrap();
        (form.reason.as_str(), form.documents)
    };
    assert_eq!(reason("Alexander Lukashenko"), ("", 1));
    assert_eq!(
        reason("Lukashenka"),
        ("the same surname after transliteration; one of them without a given name; 1 document has both", 2)
    );
    let spelled = "surname Lukashenka = Lukashenko after transliteration; given name Alyaksandr = Alexander; \
        never seen with another given name in 1 document";
    assert_eq!(reason("Alyaksandr Lukashenka"), (spelled, 1));
    assert!((90..99).contains(&known.confidence));
}

#[test]
fn a_name_that_is_there_in_other_letters_alone_is_found_by_its_sound() {
    let spelled = |names: &Names, typed: &[&str]| -> Vec<(String, String)> {
        let all = names.spellings(typed).into_iter();
        all.map(|spelling| (spelling.words.join(" "), spelling.why)).collect()
    };
    let cyrillic = Names::of(&[
        people(0, &[&["Владимир Путин", "Путин"]]),
        people(1, &[&["Владимир Смирнов"]]),
        people(2, &[&["Anna Lindqvist"]]),
    ]);
    let same = |text: &str, other: &str| (text.to_lowercase(), format!("{text}: same person as {other}"));
    assert_eq!(spelled(&cyrillic, &["putin"]), [same("Путин", "Putin")]);
    assert_eq!(spelled(&cyrillic, &["smirnoff"]), [same("Смирнов", "Smirnoff")]);
    assert_eq!(spelled(&cyrillic, &["vladimir"]), [], "a given name isn't all who have it");
    assert_eq!(cyrillic.mentioned(Kind::Person, &["putin"]), set([0]));
    let latin = Names::of(&[people(0, &[&["Vladimir Putin", "Putin"]])]);
    assert_eq!(spelled(&latin, &["путин"]), [same("Putin", "Путин")]);
    assert_eq!(latin.mentioned(Kind::Person, &["путин"]), set([0]));
    assert!(latin.mentioned(Kind::Person, &["путина"]).is_empty());
}

#[test]
fn a_slavic_surname_is_found_by_spellings_that_no_text_has_and_another_name_is_not() {
    let names = Names::of(&[people(0, &[BOTH]), people(1, &[&["Anna Smyth"]]), people(2, &[&["John Hass"]])]);
    for typed in ["lukaschenko", "lukaszenko", "лукашэнка"] {
        let spelled = spelled(&names, &[typed]);
        assert!(spelled.contains(&"lukashenko".to_owned()), "{typed}: {spelled:?}");
        assert_eq!(names.mentioned(Kind::Person, &[typed]), set([0]), "{typed}");
    }
    assert!(!spelled(&names, &["alexander", "lukaschenko"]).is_empty());
    for typed in ["smith", "gas", "lukas"] {
        assert!(spelled(&names, &[typed]).is_empty(), "{typed}");
        assert!(names.mentioned(Kind::Person, &[typed]).is_empty(), "{typed}");
    }
}

#[test]
fn of_names_in_as_many_documents_the_one_that_is_used_most_is_shown() {
    let named = |id: u32, name: &str, mentions: usize| {
        let mut record = people(id, &[&[name]]);
        let said = record.said[0];
        record.said.resize(mentions, said);
        record
    };
    for (more, fewer) in
        [("Alexander Lukashenko", "Alyaksandr Lukashenka"), ("Alyaksandr Lukashenka", "Alexander Lukashenko")]
    {
        let names = Names::of(&[named(0, more, 3), named(1, fewer, 1)]);
        let known = names.who(fewer);
        assert_eq!((known.len(), known[0].name.as_str()), (1, more));
    }
}

#[test]
fn passages_are_read_from_the_log() {
    let folder = tempdir().unwrap();
    let (mut log, news, _) = NameLog::open(folder.path());
    let record = people(4, &[&["Vladimir Putin"], BOTH]);
    let names = Names::default().with(news).with(log.append(std::slice::from_ref(&record)).unwrap());
    let known = names.known_as(Kind::Person, "Alexander Lukashenko").unwrap();
    let passages = names.passages(&known, DocId(4)).unwrap();
    assert_eq!(passages.iter().map(|passage| passage.form.as_str()).collect::<Vec<_>>(), BOTH);
    assert_eq!(passages[1].span, record.said[2].span);
    assert!(names.passages(&known, DocId(5)).unwrap().is_empty());
    assert_eq!(mentioned_in(&names, DocId(4))[1].1, 2);
}

#[test]
fn a_spelling_that_no_document_has_any_more_hides_no_other_one() {
    let folder = tempdir().unwrap();
    let (mut log, news, _) = NameLog::open(folder.path());
    let records = [people(0, &[BOTH]), people(1, &[&["Alyaksandr Lukashenka", "Lukashenka"]])];
    let both = Names::default().with(news).with(log.append(&records).unwrap());
    assert_eq!(both.mentioned(Kind::Person, &["lukashenko"]), set([0, 1]));
    let names = both.with(log.remove(&[DocId(0)]).unwrap());
    let fresh = Names::of(&records[1..]);
    for names in [&names, &fresh] {
        assert_eq!(names.mentioned(Kind::Person, &["lukashenko"]), set([1]));
        assert_eq!(spelled(names, &["lukashenko"]), ["lukashenka"]);
        assert_eq!(names.who("Lukashenko")[0].name, "Alyaksandr Lukashenka");
        let reasons: Vec<_> =
            names.who("Lukashenka")[0].forms.iter().map(|form| form.reason.clone()).collect();
        assert_eq!(
            reasons,
            fresh.who("Lukashenka")[0].forms.iter().map(|form| form.reason.clone()).collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_body_with_a_surname_in_its_name_is_nobody_else_of_that_name() {
    let mut records = vec![people(0, &[&["Ivan Petrov", "Petrov"]]), people(1, &[&["IVAN PETROV"]])];
    let reason = |records: &[Record]| {
        let known = Names::of(records).who("Ivan Petrov");
        known[0].forms.iter().map(|form| form.reason.clone()).collect::<Vec<_>>()
    };
    let before = reason(&records);
    assert!(before.iter().any(|reason| reason.contains("never seen with another given name")), "{before:?}");
    records.push(bodies(2, &[&["Petrov Foundation"]]));
    assert_eq!(reason(&records), before);
}

#[test]
fn a_table_can_be_read_by_many_while_another_is_made_of_it() {
    let names = Arc::new(Names::of(&[people(0, &[BOTH])]));
    let reading: Vec<_> = (0..4)
        .map(|_| {
            let names = Arc::clone(&names);
            std::thread::spawn(move || names.mentioned(Kind::Person, &["lukashenko"]).len())
        })
        .collect();
    let later = names.with(News::default());
    assert!(reading.into_iter().all(|thread| thread.join().unwrap() == 1));
    assert_eq!(later.documents(), 1);
}

/// Names of which people are made up.
const POOL: &[&[&str]] = &[
    &["Alexander Lukashenko", "Lukashenko"],
    &["Alyaksandr Lukashenka", "Lukashenka"],
    &["Lukashenko"],
    &["Viktor Lukashenko", "Lukashenko"],
    &["A. Lukashenko"],
    &["Alexander Grigoryevich Lukashenko", "Alexander Lukashenko"],
    &["Alexander Viktorovich Lukashenko", "Alexander Lukashenko"],
    &["Vladimir Putin", "Putin"],
    &["Putin"],
    &["Владимир Путин", "Путина"],
    &["Igor Sechin", "Igor"],
    &["Igor"],
    &["Xi Jinping", "Xi"],
    &["Xi"],
    &["’"],
];

/// What can be seen of a table.
fn view(names: &Names) -> BTreeMap<String, Vec<u32>> {
    let all = names.filed.iter().map(|(document, _)| document.id).collect();
    let tally = names.tally(Kind::Person, &all, 1000);
    let documents = |name: &str| names.named(Kind::Person, name).iter().map(|id| id.0).collect();
    tally.into_iter().map(|tally| (tally.name.clone(), documents(&tally.name))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_table_is_the_same_whatever_order_documents_came_in_and_what_was_there_before(
        changes in prop::collection::vec((0..12u32, prop::collection::vec(0..POOL.len(), 0..4), any::<bool>()), 1..40)
    ) {
        let folder = tempdir().unwrap();
        let (mut log, news, _) = NameLog::open(folder.path());
        let mut names = Names::default().with(news);
        let mut last = BTreeMap::new();
        for (id, who, stays) in changes {
            if stays {
                let who: Vec<&[&str]> = who.into_iter().map(|at| POOL[at]).collect();
                let apart = if who.len() > 1 && id % 2 == 0 { vec![(0, 1)] } else { Vec::new() };
                let record = Record { apart, ..people(id, &who) };
                names = names.with(log.append(std::slice::from_ref(&record)).unwrap());
                last.insert(id, record);
            } else {
                names = names.with(log.remove(&[DocId(id)]).unwrap());
                last.remove(&id);
            }
        }
        let fresh: Vec<Record> = last.into_values().rev().collect();
        prop_assert_eq!(view(&names.settled()), view(&Names::of(&fresh)));
        let (_, news, _) = NameLog::read(folder.path());
        prop_assert_eq!(view(&Names::default().with(news)), view(&Names::of(&fresh)));
    }

    #[test]
    fn any_names_make_a_table_that_answers(
        names in prop::collection::vec("\\PC{0,24}|[A-ZА-Я][a-zа-я]{1,6}(-|, | |\\. |’)[A-Z]?[a-z]{0,5}", 1..12),
        typed in "\\PC{0,16}",
    ) {
        for kind in [Kind::Person, Kind::Organisation, Kind::Place] {
            let named: Vec<Named> = names.iter().map(|name| testing::named(kind, &[name])).collect();
            let table = Names::of(&[record(0, named)]);
            for name in names.iter().chain([&typed]) {
                table.who(name);
                let words = fold::words(name);
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                table.spellings(&words);
                prop_assert!(words.is_empty() || *name == typed || table.mentioned(kind, &words).len() == 1, "{name:?}");
            }
        }
    }
}

#[test]
fn a_document_that_mentions_somebody_a_thousand_times_counts_as_that() {
    for count in [254, 255, 256, 1019] {
        let mut record = people(0, &[&["Helen Park"], &["Ivo Sand"]]);
        let said = record.said[0];
        record.said.resize(count + 1, said);
        let names = Names::of(&[record, people(1, &[&["Ivo Sand"], &["Helen Park"]])]);
        let known = names.known_as(Kind::Person, "Helen Park").unwrap();
        let each = [0, 1].map(|id| names.mentions(&known, DocId(id)) as usize);
        assert_eq!(each, [count, 1]);
        assert_eq!((known.documents.len(), names.who("Helen Park").len()), (2, 1));
        let mentioned: Vec<_> =
            mentioned_in(&names, DocId(0)).into_iter().map(|(_, mentions)| mentions).collect();
        assert_eq!(mentioned, [count as u32, 1]);
        assert_eq!(
            tallied(&names, Kind::Person, &set([0, 1])).iter().map(|(_, count)| *count).max(),
            Some(2)
        );
    }
}
