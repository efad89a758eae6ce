//! Tests of what the person ruled: it holds whatever the documents say, and taking it back leaves no trace.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use proptest::prelude::*;

use super::testing::people;
use super::*;
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
        .flat_map(|id| {
            names.mentioned_in(crate::corpus::DocId(id)).into_iter().map(move |one| (one.name, id))
        })
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
    let mentioned = names.mentioned_in(crate::corpus::DocId(0));
    let mentions: Vec<u32> = mentioned.iter().map(|one| one.mentions).collect();
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
    let all = everybody(&ruled(&rules, &documents()));
    assert!(all.contains(&("A. G. Lukashenko".into(), vec![0, 2, 3])), "{all:?}");
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

proptest! {
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
