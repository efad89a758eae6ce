//! Tests of what the person ruled: it holds whatever the documents say, and taking it back leaves no trace.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use proptest::prelude::*;

use super::testing::{mentioned_in, people};
use super::*;
use crate::corpus::DocId;
use crate::note::Rule;
use crate::tag::Kind;

fn ruled(rules: &Rules, records: &[Record]) -> Names {
    Names::ruled(Arc::new(rules.clone())).with(Names::news(records)).settled()
}

fn person(names: [&str; 2]) -> (String, [String; 2]) {
    ("person".to_owned(), names.map(str::to_owned))
}

fn same(one: &str, other: &str) -> Rule {
    let (kind, names) = person([one, other]);
    Rule::Same { kind, names }
}

fn apart(one: &str, other: &str) -> Rule {
    let (kind, names) = person([one, other]);
    Rule::Apart { kind, names }
}

fn documents() -> Vec<Record> {
    vec![
        people(0, &[&["Alexander Lukashenko", "Lukashenko"], &["Anna Kowalska"]]),
        people(1, &[&["Viktor Lukashenko", "Lukashenko"]]),
        people(2, &[&["Batka"], &["A. Kowalska"]]),
        people(3, &[&["Alyaksandr Lukashenka"]]),
    ]
}

/// Everybody that the documents name, each with the numbers of the documents.
fn everybody(names: &Names) -> Vec<(String, Vec<u32>)> {
    let mut all: Vec<(String, u32)> = (0..8)
        .flat_map(|id| mentioned_in(names, DocId(id)).into_iter().map(move |(name, _)| (name, id)))
        .collect();
    all.sort();
    let names: Vec<String> = all.iter().map(|(name, _)| name.clone()).collect();
    let mut names = names;
    names.dedup();
    let of = |name: &String| all.iter().filter(|(other, _)| other == name).map(|(_, id)| *id).collect();
    names.iter().map(|name| (name.clone(), of(name))).collect()
}

#[test]
fn of_a_name_that_was_split_all_mentions_are_counted() {
    let mut record = people(0, &[&["Viktor Orlov", "V. Orlov"], &["Anna Kowalska"]]);
    let said = record.said[0];
    record.said.resize(record.said.len() + 300, said);
    let rules = Rules::of(&[apart("Viktor Orlov", "V. Orlov")]);
    let names = ruled(&rules, &[record]);
    let mentioned = mentioned_in(&names, DocId(0));
    let mentions: Vec<u32> = mentioned.iter().map(|(_, mentions)| *mentions).collect();
    assert_eq!(mentions, [151, 151, 1], "{mentioned:?}");
}

#[test]
fn two_names_that_were_ruled_one_are_one_and_one_that_was_split_is_two() {
    let rules = Rules::of(&[
        same("Batka", "Alexander Lukashenko"),
        apart("Alyaksandr Lukashenka", "Alexander Lukashenko"),
    ]);
    let names = ruled(&rules, &documents());
    let all = everybody(&names);
    assert!(all.contains(&("Alexander Lukashenko".into(), vec![0, 2])), "{all:?}");
    assert!(all.contains(&("Alyaksandr Lukashenka".into(), vec![3])), "{all:?}");
    assert!(all.contains(&("Viktor Lukashenko".into(), vec![1])), "{all:?}");
}

#[test]
fn a_name_that_is_none_a_new_name_and_another_kind_are_seen_everywhere() {
    let rules = Rules::of(&[
        Rule::Reject { kind: "person".into(), name: "Batka".into() },
        Rule::Rename {
            kind: "person".into(),
            name: "Anna Kowalska".into(),
            to: "Kowalska, Anna (MEP)".into(),
        },
        Rule::Kind { kind: "person".into(), name: "Viktor Lukashenko".into(), to: "place".into() },
    ]);
    let names = ruled(&rules, &documents());
    let all = everybody(&names);
    assert!(!all.iter().any(|(name, _)| name == "Batka"), "{all:?}");
    assert!(all.iter().any(|(name, _)| name == "Kowalska, Anna (MEP)"), "{all:?}");
    assert!(names.who("Viktor Lukashenko").iter().any(|known| known.kind == Kind::Place));
}

#[test]
fn the_list_always_wins_and_links_names_of_which_none_is_the_listed_one() {
    let list = [PersonalName {
        name: "A. G. Lukashenko".into(),
        kind: Kind::Person,
        aliases: vec!["Batka".into(), "Alexander Lukashenko".into()],
        not: Vec::new(),
        description: "president".into(),
    }];
    let rules = Rules::of(&[apart("Batka", "A. G. Lukashenko")]).with_list(&list);
    let names = ruled(&rules, &documents());
    let all = everybody(&names);
    assert!(all.contains(&("A. G. Lukashenko".into(), vec![0, 2, 3])), "{all:?}");
    let called: Vec<String> = names.who("Batka").into_iter().map(|known| known.name).collect();
    assert_eq!(called, ["A. G. Lukashenko"], "though no text says so");
}

fn rename(name: &str, to: &str) -> Rule {
    Rule::Rename { kind: "person".into(), name: name.into(), to: to.into() }
}

#[test]
fn whoever_got_a_name_is_found_and_ruled_by_it() {
    use crate::index::WhoIsWho;
    let given = rename("Anna Kowalska", "Hanna Nowak");
    let names = ruled(&Rules::of([&given]), &documents());
    let found = |names: &Names, typed: &str| {
        names.who(typed).first().map(|known| (known.name.clone(), known.found, known.documents.len()))
    };
    assert_eq!(found(&names, "Hanna Nowak"), Some(("Hanna Nowak".into(), Found::Name, 2)));
    assert_eq!(found(&names, "nowak"), Some(("Hanna Nowak".into(), Found::Words, 2)));
    assert_eq!(found(&names, "Nowack"), Some(("Hanna Nowak".into(), Found::Sound, 2)));
    assert!(names.known_as(Kind::Person, "Hanna Nowak").is_some());
    assert_eq!(names.named(Kind::Person, "Hanna Nowak").len(), 2);
    assert_eq!(names.mentioned(Kind::Person, &["nowak"]).len(), 2);
    let spelt: Vec<String> =
        names.spellings(&["nowak"]).into_iter().map(|spelling| spelling.words.join(" ")).collect();
    assert!(
        spelt.contains(&"kowalska".to_owned()) || spelt.contains(&"anna kowalska".to_owned()),
        "{spelt:?}"
    );
    let ruling = |rule: Rule| crate::note::Ruling {
        id: crate::note::ItemId::from_bits(1),
        rule,
        collection: vec![],
        document: None,
        anchor: None,
        created: jiff::Timestamp::UNIX_EPOCH,
    };
    let rulings = |rules: &[Rule]| Rules::new(&rules.iter().cloned().map(ruling).collect::<Vec<_>>(), &[]);
    let united = ruled(&rulings(&[given.clone(), same("Hanna Nowak", "Batka")]), &documents());
    assert_eq!(united.who("Batka")[0].name, "Hanna Nowak");
    let again = ruled(&rulings(&[given.clone(), rename("Hanna Nowak", "Zofia Lis")]), &documents());
    assert_eq!(again.who("Kowalska")[0].name, "Zofia Lis");
    let reject = Rule::Reject { kind: "person".into(), name: "Hanna Nowak".into() };
    let none = ruled(&rulings(&[given, reject]), &documents());
    assert!(!none.who("Anna Kowalska").iter().any(|known| known.found == Found::Name));
}

#[test]
fn a_name_that_became_of_another_kind_is_of_that_one_for_all_later_rules() {
    let kind =
        |from: Kind, to: &str| Rule::Kind { kind: from.label().into(), name: "Wagner".into(), to: to.into() };
    let reject = |kind: Kind| Rule::Reject { kind: kind.label().into(), name: "Wagner".into() };
    let (person, body, place) = (Kind::Person, Kind::Organisation, Kind::Place);
    let now = |rules: &[Rule]| Rules::of(rules).kind(person, "Wagner");
    assert_eq!(now(&[kind(person, body.label())]), Some(body));
    assert_eq!(now(&[kind(person, body.label()), reject(body)]), None);
    assert_eq!(now(&[kind(person, body.label()), kind(body, place.label())]), Some(place));
    assert_eq!(now(&[kind(person, body.label()), kind(body, person.label())]), Some(person));
    assert_eq!(now(&[reject(body), kind(person, body.label())]), Some(body));
    assert_eq!(
        Rules::of(&[kind(person, body.label()), kind(body, person.label())]).kind(body, "Wagner"),
        Some(person)
    );
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let name = || {
        prop::sample::select(vec![
            "Alexander Lukashenko",
            "Lukashenko",
            "Viktor Lukashenko",
            "Batka",
            "Anna Kowalska",
            "A. Kowalska",
            "Alyaksandr Lukashenka",
        ])
    };
    (0..5, name(), name()).prop_map(|(which, one, other)| match which {
        0 => same(one, other),
        1 => apart(one, other),
        2 => Rule::Reject { kind: "person".into(), name: one.into() },
        3 => Rule::Kind { kind: "person".into(), name: one.into(), to: "place".into() },
        _ => Rule::Rename { kind: "person".into(), name: one.into(), to: other.into() },
    })
}

/// These documents, in which the last name of the first one stands twice more.
fn talkative() -> Vec<Record> {
    let mut documents = documents();
    for record in &mut documents {
        if let Some(last) = record.said.iter().rfind(|said| said.named == 0).copied() {
            record.said.extend([last, last]);
            record.said.sort_by_key(|said| said.span.start);
        }
    }
    documents
}

proptest! {
    #[test]
    fn what_is_counted_by_any_rules_is_what_the_records_have(rules in prop::collection::vec(any_rule(), 0..6)) {
        let folder = tempfile::tempdir().unwrap();
        let (mut log, news, _) = NameLog::open(folder.path());
        let names = Names::ruled(Arc::new(Rules::of(&rules))).with(news);
        let names = names.with(log.append(&talkative()).unwrap()).settled();
        for name in ["Lukashenko", "Lukashenka", "Batka", "Kowalska"] {
            for known in names.who(name) {
                for id in (0..4).map(DocId) {
                    let passages = names.told(&known, id).unwrap().passages.len();
                    prop_assert_eq!(names.mentions(&known, id) as usize, passages, "{} in {:?}", known.name, id);
                }
                let most = known.documents.len() as u32;
                prop_assert!(known.forms.iter().all(|form| form.documents <= most), "{known:?}");
            }
        }
    }

    #[test]
    fn rules_hold_however_the_documents_come_and_no_document_undoes_them(
        rules in prop::collection::vec(any_rule(), 0..6),
        order in Just((0..4usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let rules = Rules::of(&rules);
        let documents = documents();
        let whole = everybody(&ruled(&rules, &documents));
        let mut one_by_one = Names::ruled(Arc::new(rules.clone()));
        let mut encoded = Names::ruled(Arc::new(rules.clone()));
        let shuffled: Vec<Record> = order.iter().map(|&at| documents[at].clone()).collect();
        encoded = encoded.with(Names::news(&shuffled)).settled();
        one_by_one = one_by_one.with(Names::news(&shuffled));
        prop_assert_eq!(&everybody(&encoded), &whole);
        prop_assert_eq!(&everybody(&one_by_one), &whole);
        let united = rules.same(Kind::Person);
        // Where a name was also ruled one with a third, the documents may tie them through that one.
        for (one, other) in rules.apart(Kind::Person).filter(|pair| !united.contains_key(pair.0) && !united.contains_key(pair.1)) {
            let group = |name: &str| {
                let known = Names::ruled(Arc::new(rules.clone())).with(Names::news(&documents)).settled();
                known.who(name).into_iter().find(|known| known.kind == Kind::Person && known.forms.iter().any(|form| form.text.to_lowercase() == name))
                    .map(|known| (known.name, known.forms.iter().map(|form| form.text.to_lowercase()).collect::<Vec<_>>()))
            };
            if let Some((_, forms)) = group(one) {
                prop_assert!(!forms.iter().any(|form| form == other), "{} {} {:?}", one, other, forms);
            }
        }
    }
}
