//! What is found: a table of queries with the documents that they find.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use super::testing::{Doc, Names, asked, ids, index, kept, query, text};
use super::*;
use crate::corpus::{DocId, PartialDate};
use crate::find::query::{Dates, Mark, Node, Query};
use crate::index::{Answer, Asked, Facet, FacetKind, Nobody, Origin, WhoIsWho};
use crate::tag::Kind;

/// Five documents.
fn collection() -> Vec<Doc> {
    vec![
        Doc {
            title: "Timber transit through Minsk",
            text:
                "Lukashenka signed the state-owned mill over.\n\nThe sanctions were lifted on 1,200 lorries."
                    .into(),
            source: "Naviny Daily",
            author: "Ann Lee",
            date: (2019, 7, 3),
            language: "en",
            path: "/docs/east/one.txt",
        },
        Doc {
            title: "Milk prices",
            text: "Alexander Lukashenko sanctioned the dairy. The mill over the river is state property."
                .into(),
            source: "Kayhan",
            author: "Bo Ek",
            date: (2020, 9, 14),
            language: "en",
            path: "/docs/east/two.txt",
        },
        Doc {
            title: "Café au lait",
            text: "Un café à Élysée. L’homme du président.".into(),
            source: "Naviny Daily",
            date: (2020, 0, 0),
            language: "fr",
            path: "/docs/west/three.txt",
            ..Doc::default()
        },
        Doc {
            title: "Санкции",
            text: "Санкциями займётся Макей. Тройка встретилась.".into(),
            date: (2021, 2, 0),
            language: "ru",
            path: "/docs/four.txt",
            ..Doc::default()
        },
        Doc {
            title: "Without a date",
            text: "The Collective Security Treaty Organization met in Minsk. minks lukashenka".into(),
            language: "en",
            path: "/docs/five.txt",
            ..Doc::default()
        },
    ]
}

fn who() -> Names {
    Names {
        same: vec![
            vec!["lukashenko", "lukashenka", "alexander lukashenko"],
            vec!["csto", "collective security treaty organization"],
            vec!["alexander lukashenka", "alexander lukashenko"],
        ],
        mentioned: vec![
            (Kind::Person, "Alexander Lukashenko", vec![0, 1, 4]),
            (Kind::Person, "Uladzimir Makey", vec![3]),
            (Kind::Organisation, "CSTO", vec![4]),
            (Kind::Place, "Minsk", vec![0, 4]),
        ],
    }
}

fn answer(reader: &TextReader, asked: &Asked, who: &dyn WhoIsWho) -> Answer {
    let answer = reader.answer(asked, who, &|| false).unwrap().unwrap();
    assert_eq!(answer.total, answer.hits.len(), "{asked:?}");
    answer
}

#[test]
fn every_operator_finds_what_it_means() {
    let reader = index(&collection());
    let kept = kept(&[0, 1], &[1], &[(2, "ask about the #timber-transit deal, Minsk"), (4, "dairy #milk")]);
    for (line, expected) in [
        ("", &[0, 1, 2, 3, 4][..]),
        // Words: all of them, in any form, wherever they stand.
        ("timber", &[0, 2]),
        ("sanction", &[0, 1]),
        ("sanctions mill", &[0, 1]),
        ("timber dairy", &[]),
        ("naviny lee", &[0]),
        ("dairy", &[1, 4]),
        ("cafe", &[2]),
        ("CAFÉ elysee homme", &[2]),
        ("санкция", &[3]),
        ("1200", &[0]),
        ("1,200", &[0]),
        ("unheard-of", &[]),
        ("—", &[0, 1, 2, 3, 4]),
        // Names in their spellings.
        ("lukashenko", &[0, 1, 4]),
        ("csto", &[4]),
        ("alexander lukashenka", &[1]),
        ("=lukashenko", &[1]),
        ("=sanctions", &[0]),
        ("person:lukashenko", &[0, 1, 4]),
        ("person:makey", &[3]),
        ("org:csto", &[4]),
        ("place:minsk", &[0, 4]),
        ("place:paris", &[]),
        // Phrases.
        ("mill_over", &[0, 1]),
        ("over_mill", &[]),
        ("over_mill~2", &[0, 1]),
        ("over_the_sanctions", &[]),
        ("state-owned", &[0]),
        ("state_property", &[1]),
        ("the_treaty~1", &[]),
        ("the_treaty~2", &[4]),
        ("timber_transit", &[0, 2]),
        // Beginnings and mistakes.
        ("luka*", &[0, 1, 4]),
        ("san*", &[0, 1]),
        ("minsk~", &[0, 2, 4]),
        ("lukashenkq~", &[0, 1, 4]),
        ("timbre~", &[0, 2]),
        ("тро*", &[3]),
        // Fields.
        ("title:timber", &[0]),
        ("title:mill", &[]),
        ("text:timber", &[]),
        ("text:mill", &[0, 1]),
        ("source:naviny", &[0, 2]),
        ("author:lee", &[0]),
        ("path:east", &[0, 1]),
        // A plain word may be the file's name; a folder's, which a whole collection may be in, says nothing.
        ("three", &[2]),
        ("docs", &[]),
        ("mill -docs", &[0, 1]),
        ("path:docs", &[0, 1, 2, 3, 4]),
        ("note:timber", &[2]),
        ("note:ask_about", &[2]),
        ("note:sanction", &[]),
        ("tag:milk", &[4]),
        ("tag:timber-transit", &[2]),
        ("tag:tim*", &[2]),
        ("tag:timber", &[]),
        ("tag:timber_transit", &[2]),
        ("tag:timber_milk", &[]),
        ("-tag:timber_transit", &[0, 1, 3, 4]),
        // Not.
        ("minsk -timber", &[4]),
        ("-minsk", &[1, 3]),
        ("mill -source:naviny", &[1]),
    ] {
        let asked = Asked { kept: kept.clone(), ..asked(query(line)) };
        assert_eq!(ids(&answer(&reader, &asked, &who())), expected, "{line}");
    }
}

#[test]
fn what_is_left_out_of_a_query_is_said() {
    let words: Vec<String> = (0..33).map(|word| format!("w{word}")).collect();
    let (whole, other) = (words.join(" "), format!("{} x", words[..32].join(" ")));
    let reader = index(&[text(&whole), text(&other)]);
    let told = |line: &str| {
        let answer = answer(&reader, &asked(query(line)), &Nobody);
        let complaints: Vec<String> = answer.complaints.iter().map(|one| one.text.clone()).collect();
        (ids(&answer), complaints.join("; "))
    };
    assert_eq!(told(&words[..32].join("_")), (vec![0, 1], String::new()));
    let said = "only the first 32 words of a phrase are looked for";
    assert_eq!(told(&words.join("_")), (vec![0, 1], said.to_owned()));
    assert_eq!(told("person:luka*").1, "names are found by whole words: * and ~ aren't heeded here");
}

#[test]
fn exact_letters_are_asked_for_all_at_once() {
    let reader = index(&collection());
    let asked = Asked { exact: true, ..asked(query("lukashenko")) };
    assert_eq!(ids(&answer(&reader, &asked, &who())), [1]);
}

#[test]
fn the_last_word_may_be_half_typed() {
    let reader = index(&collection());
    for (line, expected) in [
        ("mill sanc", &[0, 1][..]),
        ("sanc mill", &[]),
        ("m", &[0, 1, 2, 3, 4]),
        ("mi", &[0, 1, 4]),
        ("source:nav", &[0, 2]),
    ] {
        let asked = Asked { typing: true, ..asked(query(line)) };
        assert_eq!(ids(&answer(&reader, &asked, &Nobody)), expected, "{line}");
    }
}

#[test]
fn dates_formats_and_marks_are_conditions() {
    let reader = index(&collection());
    let date = |text: &str| {
        let mut parts = text.split('-').map(|part| part.parse().unwrap());
        let (year, month, day): (u32, u32, u32) =
            (parts.next().unwrap(), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
        PartialDate::new(year as i16, month as u8, day as u8)
    };
    let dates = |first: &str, last: &str| {
        Node::Date(Dates { first: date_of(first, date), last: date_of(last, date) })
    };
    fn date_of(text: &str, date: impl Fn(&str) -> Option<PartialDate>) -> Option<PartialDate> {
        if text.is_empty() { None } else { date(text) }
    }
    let any = |nodes: Vec<Node>| Node::Any(nodes);
    for (node, expected) in [
        (dates("2019", "2019"), &[0][..]),
        (dates("2020", "2020"), &[1, 2]),
        (dates("2020-09", "2020-09"), &[1]),
        (dates("2020-06", ""), &[1, 3]),
        (dates("", "2020-09-14"), &[0, 1]),
        (dates("2021-02-01", "2021-02-28"), &[3]),
        (Node::Not(Box::new(dates("2019", "2020"))), &[3, 4]),
        (Node::Format("plain text".into()), &[0, 1, 2, 3, 4]),
        (Node::Format("pdf".into()), &[]),
        (Node::Is(Mark::Unread), &[2, 3, 4]),
        (Node::Is(Mark::Read), &[0, 1]),
        (Node::Is(Mark::Bookmarked), &[1]),
        (Node::Is(Mark::Noted), &[4]),
        (any(vec![Node::Is(Mark::Bookmarked), dates("2019", "2019")]), &[0, 1]),
        (
            any(vec![
                query("timber").root.unwrap(),
                query("кремль макей").root.unwrap(),
                query("homme").root.unwrap(),
            ]),
            &[0, 2],
        ),
    ] {
        let shown = format!("{node:?}");
        let query = Query { root: Some(node), complaints: Vec::new() };
        let asked = Asked { kept: kept(&[0, 1], &[1], &[(4, "dairy")]), ..asked(query) };
        assert_eq!(ids(&answer(&reader, &asked, &Nobody)), expected, "{shown}");
    }
}

#[test]
fn facets_are_counted_over_all_and_narrow() {
    let reader = index(&collection());
    let of = |asked: &Asked| {
        let facets = reader.facets(asked, &who(), &|| false).unwrap().unwrap();
        facets.iter().map(|(facet, count)| format!("{} {count}", facet.value)).collect::<Vec<_>>().join(", ")
    };
    let mut asked = asked(query("-макей"));
    asked.most = 1;
    assert_eq!(
        of(&asked),
        "Naviny Daily 2, Kayhan 1, 2020 2, 2019 1, Alexander Lukashenko 3, CSTO 1, Minsk 2"
    );
    asked.most = 10;
    for (kind, value, expected) in [
        (FacetKind::Source, "Naviny Daily", &[0, 2][..]),
        (FacetKind::Source, "Naviny", &[]),
        (FacetKind::Year, "2020", &[1, 2]),
        (FacetKind::Person, "Alexander Lukashenko", &[0, 1, 4]),
        (FacetKind::Organisation, "CSTO", &[4]),
        (FacetKind::Place, "Minsk", &[0, 4]),
    ] {
        asked.narrowed = vec![Facet { kind, value: value.into() }];
        assert_eq!(ids(&answer(&reader, &asked, &who())), expected, "{value}");
    }
}

#[test]
fn the_best_come_first_and_equals_by_date() {
    let doc =
        |title, text: &str, year| Doc { title, text: text.into(), date: (year, 1, 1), ..Doc::default() };
    let reader = index(&[
        doc("other", "one two three four five six seven timber", 2001),
        doc("other", "timber timber timber one two three four five", 2001),
        doc("timber", "one two three four five six seven eight", 2001),
        doc("other", "one two three four five six seven timber", 2003),
        doc("other", "one two three four five six seven timber", 2001),
        doc("other", "one two three four five six seven eight", 2001),
    ]);
    let order = |asked: &Asked| {
        let answer = reader.answer(asked, &Nobody, &|| false).unwrap().unwrap();
        assert_eq!(answer.total, 5);
        answer.hits.iter().map(|hit| hit.id.0).collect::<Vec<_>>()
    };
    let mut asked = asked(query("timber"));
    let all = order(&asked);
    assert_eq!(all[2..], [3, 0, 4]);
    assert!(all[..2] == [1, 2] || all[..2] == [2, 1]);
    (asked.skip, asked.most) = (1, 3);
    assert_eq!(order(&asked), all[1..4]);
}

#[test]
fn a_rare_misspelling_isnt_better_than_the_word() {
    let mut docs = vec![text("the minsk deal"); 8];
    docs.push(text("the minks deal"));
    docs.extend(vec![text("nothing of it here"); 8]);
    let reader = index(&docs);
    let answer = answer(&reader, &asked(query("minsk~")), &Nobody);
    assert_eq!(answer.hits.last().unwrap().id, DocId(8));
    assert_eq!(answer.hits.len(), 9);
}

#[test]
fn another_spelling_says_why_it_is_there() {
    let reader = index(&collection());
    let answer = answer(&reader, &asked(query("lukashenko")), &who());
    let of = |id| answer.hits.iter().find(|hit| hit.id == DocId(id)).unwrap().snippets[0].clone();
    let (typed, other) = (of(1), of(0));
    assert_eq!(typed.why, None);
    assert_eq!(other.why.as_deref(), Some("lukashenka: same as lukashenko"));
    assert_eq!(other.lit.len(), 1);
    assert_eq!(other.lit[0].of(&other.text), "Lukashenka");
    assert_eq!(other.place.of("Lukashenka signed"), "Lukashenka");
    assert_eq!(other.origin, Origin::Text);
    let expanded = reader.explain(&asked(query("csto")), &who()).unwrap();
    assert_eq!(expanded[0].forms[1].text, "collective security treaty organization");
}

#[test]
fn the_seeds_are_found_by_their_people() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");
    let Ok(entries) = std::fs::read_dir(folder) else {
        return println!("left out: there are no seeds in {folder}");
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let index = TextIndex::in_memory();
    let mut writer = index.writer(1, 0).unwrap();
    for (path, id) in paths.iter().zip(0..) {
        let name = path.file_name().unwrap().to_string_lossy();
        let document = crate::corpus::parse(&name, &std::fs::read(path).unwrap()).ok().unwrap();
        writer.put(DocId(id), path, &document).unwrap();
    }
    writer.commit("").unwrap();
    let reader = index.reader().unwrap();
    for (line, expected) in [
        ("lukashenka", &[0, 1, 2, 3, 4][..]),
        ("=lukashenka", &[1, 2]),
        ("csto", &[0]),
        ("collective_security_treaty", &[0]),
        ("makey", &[1]),
        ("title:summit", &[0]),
        ("source:kayhan", &[3]),
        // What is set aside isn't searched.
        ("twitter", &[]),
    ] {
        let answer = answer(&reader, &asked(query(line)), &who());
        assert_eq!(ids(&answer), expected, "{line}");
    }
}
