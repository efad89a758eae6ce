//! What an entity page and a cast are made of: who is together with whom, what they are called, and how lists are sifted.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;

use proptest::prelude::*;
use tempfile::tempdir;

use super::testing::{named, people, record};
use super::*;
use crate::corpus::{DocId, PartialDate};
use crate::index::DocumentSet;
use crate::tag::Kind;

const NEVER: &dyn Fn() -> bool = &|| false;

fn who(names: &Names, name: &str) -> Known {
    names.known_as(Kind::Person, name).expect(name)
}

#[test]
fn the_measure_is_dunnings() {
    // The figures of a table of two by two: 110, 2,442, 111 and 29,114 give 270.72 (Dunning 1993, table 4).
    let g2 = strength(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114);
    assert!((g2 - 270.72).abs() < 0.01, "{g2}");
    assert_eq!(strength(5, 5, 5, 5), 0.0, "what is everywhere says nothing");
    assert_eq!(strength(1, 2, 5, 10), 0.0, "as often as by chance");
    assert!(strength(0, 5, 5, 10) < 0.0, "more seldom than by chance");
    assert_eq!(strength(0, 0, 0, 0), 0.0);
}

#[test]
fn who_is_in_every_document_comes_behind_who_comes_and_goes_with_somebody() {
    let records: Vec<Record> = (0..20)
        .map(|id| match id {
            0..4 => people(id, &[&["Vladimir Putin"], &["Uladzimir Makey"], &["Igor Sechin"]]),
            _ => people(id, &[&["Vladimir Putin"], &["Andrei Belov"]]),
        })
        .collect();
    let names = Names::of(&records);
    let with = names.together(&who(&names, "Uladzimir Makey"), 10, NEVER).unwrap();
    let order: Vec<(&str, u32, u32)> =
        with.iter().map(|with| (&*with.name, with.both, with.documents)).collect();
    assert_eq!(order, [("Igor Sechin", 4, 4), ("Vladimir Putin", 4, 20)]);
    assert!(with[0].strength > 10.83 && with[1].strength == 0.0, "{with:?}");
    assert!(names.together(&who(&names, "Uladzimir Makey"), 10, &|| true).is_none());
    assert_eq!(names.together(&who(&names, "Uladzimir Makey"), 1, NEVER).unwrap().len(), 1);
}

#[test]
fn what_somebody_is_called_is_gathered_over_documents_whatever_the_case() {
    let mut records = vec![
        people(0, &[&["Alexander Lukashenko"]]),
        people(1, &[&["Alexander Lukashenko"]]),
        people(2, &[&["Alexander Lukashenko"]]),
    ];
    for (record, roles) in
        records.iter_mut().zip([&["President"] as &[&str], &["president", "the leader of Belarus"], &[]])
    {
        record.named[0].roles = roles.iter().map(|&role| role.to_owned()).collect();
    }
    let folder = tempdir().unwrap();
    let (mut log, news, _) = NameLog::open(folder.path());
    let names = Names::default().with(news).with(log.append(&records).unwrap());
    let known = who(&names, "Alexander Lukashenko");
    let mut descriptions = Descriptions::default();
    for id in known.documents.iter() {
        descriptions.add(id, &names.told(&known, id).unwrap().roles);
    }
    let listed = descriptions.listed();
    let told: Vec<_> = listed.iter().map(|described| (&*described.text, described.documents.len())).collect();
    assert_eq!(told, [("President", 2), ("the leader of Belarus", 1)]);
}

#[test]
fn a_name_means_whom_the_document_means_by_it() {
    let records = [
        people(0, &[&["Alexander Lukashenko", "Lukashenko"]]),
        people(1, &[&["Viktor Lukashenko", "Lukashenko"]]),
        people(2, &[&["Alexander Lukashenko"]]),
    ];
    let names = Names::of(&records);
    let meant = |id| names.meant(Kind::Person, "Lukashenko", id).map(|known| known.name);
    assert_eq!(meant(Some(DocId(1))).as_deref(), Some("Viktor Lukashenko"));
    assert_eq!(meant(Some(DocId(0))).as_deref(), Some("Alexander Lukashenko"));
    assert_eq!(meant(None).as_deref(), Some("Alexander Lukashenko"), "the one in more documents");
    assert_eq!(names.meant(Kind::Place, "Lukashenko", None).map(|known| known.name), None);
    let known = who(&names, "Alexander Lukashenko");
    assert_eq!(names.using(&known, "Lukashenko").iter().collect::<Vec<_>>(), [DocId(0)]);
    assert_eq!((names.mentions(&known, DocId(0)), names.mentions(&known, DocId(1))), (2, 0));
}

#[test]
fn of_those_who_only_have_the_word_the_one_whose_surname_it_is_comes_first() {
    let mut all: Vec<Record> =
        (0..5).map(|id| record(id, vec![named(Kind::Organisation, &["Makey Trading House"])])).collect();
    all.push(people(9, &[&["Uladzimir Makey"]]));
    let names = Names::of(&all);
    assert_eq!(names.who("Makey")[0].name, "Uladzimir Makey");
}

fn table(records: &[Record], documents: Option<&DocumentSet>) -> CastTable {
    let date = |id: DocId| PartialDate::new(2020 - id.0 as i16, 1, 0).filter(|_| id.0 != 3);
    CastTable::new(Arc::new(Names::of(records)), documents, &date, NEVER).unwrap()
}

fn sifted(table: &CastTable, typed: &str, kind: Option<Kind>, sort: CastSort) -> Vec<String> {
    let order = table.sifted(typed, kind, sort, &|| false).unwrap();
    order.iter().map(|&line| table.name(&table.lines[line as usize]).to_owned()).collect()
}

#[test]
fn a_cast_is_sorted_narrowed_and_found_by_any_spelling() {
    let both = named(Kind::Person, &["Alexander Lukashenko", "Lukashenka", "Lukashenko"]);
    let records = [
        record(0, vec![both.clone(), named(Kind::Place, &["Minsk"])]),
        record(1, vec![named(Kind::Person, &["Vladimir Putin"]), both, named(Kind::Place, &["Minsk"])]),
        record(2, vec![named(Kind::Person, &["Igor Sechin"]), named(Kind::Place, &["Minsk"])]),
        record(3, vec![named(Kind::Person, &["Andrei Belov"])]),
    ];
    let all = table(&records, None);
    assert_eq!(all.documents, 4);
    let by = |sort| sifted(&all, "", None, sort);
    assert_eq!(by(CastSort::Documents)[..2], ["Minsk", "Alexander Lukashenko"]);
    assert_eq!(by(CastSort::Mentions)[..2], ["Alexander Lukashenko", "Minsk"]);
    assert_eq!(by(CastSort::Name)[..2], ["Alexander Lukashenko", "Andrei Belov"]);
    assert_eq!(by(CastSort::First).first().map(String::as_str), Some("Minsk"));
    assert_eq!(by(CastSort::First).last().map(String::as_str), Some("Andrei Belov"), "of no date");
    assert_eq!(sifted(&all, "", Some(Kind::Place), CastSort::Name), ["Minsk"]);
    for typed in ["Lukashenka", "lukash", "Lukashemko", "alexander luk", "Лукашенко"] {
        assert_eq!(sifted(&all, typed, None, CastSort::Name), ["Alexander Lukashenko"], "{typed}");
    }
    assert!(sifted(&all, "Zeppelin", None, CastSort::Name).is_empty());
    let some: DocumentSet = [DocId(2), DocId(3), DocId(77)].into_iter().collect();
    let part = table(&records, Some(&some));
    assert_eq!(part.documents, 2);
    assert_eq!(sifted(&part, "", None, CastSort::Name), ["Andrei Belov", "Igor Sechin", "Minsk"]);
    assert!(CastTable::default().sifted("x", None, CastSort::Name, &|| false).unwrap().is_empty());
}

proptest! {
    #[test]
    fn the_measure_is_a_number_whatever_the_counts(both in any::<u32>(), one in any::<u32>(), other in any::<u32>(), all in any::<u32>()) {
        prop_assert!(strength(both, one, other, all).is_finite());
    }
}
