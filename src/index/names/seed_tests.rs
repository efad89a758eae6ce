//! Who is who in the five seed articles, where they are there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::corpus::{DocId, parse};
use crate::index::WhoIsWho;
use crate::name::{compare, fold};
use crate::tag::{Cast, Context, Kind, Layers, Tagger, built_in};

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");

/// The records of the seeds; none, and a word about it, where they aren't there.
static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    let Ok(files) = fs::read_dir(Path::new(SEEDS)) else {
        eprintln!("left out: no seeds at hand");
        return Vec::new();
    };
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    files.sort();
    let tagger = Layers::new(built_in());
    let record = |(path, id): (&std::path::PathBuf, u32)| {
        let document =
            parse(&path.to_string_lossy(), &fs::read(path).unwrap()).unwrap_or_else(|_| panic!("{path:?}"));
        let context = Context::of(&document.meta);
        let mentions = tagger.tag(&document.text, &context, &|| false);
        let cast = Cast::in_language(&document.text, mentions, context.language.as_deref());
        Record::of(DocId(id), 1, &document.text, &cast)
    };
    files.iter().zip(0..).map(record).collect()
});

fn seeds() -> Option<Names> {
    (!RECORDS.is_empty()).then(|| Names::of(&RECORDS))
}

/// The preferred names of those whom the words may mean.
fn who(names: &Names, typed: &str) -> Vec<String> {
    names.who(typed).into_iter().filter(|known| known.found == Found::Name).map(|known| known.name).collect()
}

#[test]
fn the_president_is_one_in_all_five_documents_by_any_of_his_names() {
    let Some(names) = seeds() else { return };
    for typed in [
        "Lukashenko",
        "Lukashenka",
        "Alexander Lukashenko",
        "Alexander Lukashenka",
        "Alyaksandr Lukashenka",
        "Alexander Grigoryevich Lukashenko",
    ] {
        let found = names.who(typed);
        let known = found.iter().find(|known| known.found == Found::Name).expect(typed);
        assert_eq!(
            (known.name.as_str(), known.documents.len()),
            ("Alexander Lukashenko", 5),
            "{typed}: {known:#?}"
        );
        let words: Vec<String> = fold::words(typed);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(names.mentioned(Kind::Person, &words).len(), 5, "{typed}");
        // Nobody else's name is among his.
        let all: Vec<&str> = known.forms.iter().map(|form| form.text.as_str()).collect();
        assert!(all.iter().all(|form| form.contains("Lukashenk")), "{all:?}");
    }
}

#[test]
fn each_spelling_of_the_president_finds_the_others_and_says_why() {
    let Some(names) = seeds() else { return };
    let found = |typed: &[&str]| {
        let spellings = names.spellings(typed);
        spellings.into_iter().map(|spelling| (spelling.words.join(" "), spelling.why)).collect::<Vec<_>>()
    };
    let why = |a: &str, b: &str| format!("{a}: same person as {b}");
    assert_eq!(found(&["lukashenka"]), [("lukashenko".into(), why("Lukashenko", "Lukashenka"))]);
    assert_eq!(found(&["lukashenko"]), [("lukashenka".into(), why("Lukashenka", "Lukashenko"))]);
    let full: Vec<String> =
        found(&["alyaksandr", "lukashenka"]).into_iter().map(|(words, _)| words).collect();
    assert!(full.contains(&"lukashenko".into()), "{full:?}");
    // A given name alone is nobody, and neither is a word of the language.
    for word in ["alexander", "alyaksandr", "vladimir", "uladzimir", "state", "summit", "union", "president"]
    {
        assert_eq!(found(&[word]), [], "{word}");
    }
    assert!(found(&["csto"]).iter().any(|(words, _)| words == "collective security treaty organization"));
    assert!(found(&["isw"]).iter().any(|(words, _)| words == "institute for the study of war"));
}

#[test]
fn what_is_the_same_across_the_seeds_is_one_and_what_is_not_is_two() {
    let Some(names) = seeds() else { return };
    for same in [
        &["Putin", "Vladimir Putin"] as &[_],
        &["Collective Security Treaty Organization", "CSTO"],
        &["Institute for the Study of War", "ISW"],
        &["RIA news agency", "RIA-Novosti"],
        &["European Union"],
    ] {
        let found: Vec<_> = same.iter().map(|typed| who(&names, typed)).collect();
        assert!(found.iter().all(|found| found.len() == 1), "{same:?}: {found:?}");
        assert!(found.windows(2).all(|pair| pair[0] == pair[1]), "{same:?}: {found:?}");
    }
    for other in [
        &["Uladzimir Makey", "Vladimir Putin"] as &[_],
        &["Sergei Markov", "Syarhei Rumas"],
        &["Igor Sechin", "Igor Petrishenko"],
        &["Andrei Belov", "Andrei Nikitin"],
    ] {
        let found: Vec<_> = other.iter().flat_map(|typed| who(&names, typed)).collect();
        assert!(found.len() == 2 && found[0] != found[1], "{other:?}: {found:?}");
    }
}

#[test]
fn places_and_bodies_that_look_alike_across_the_seeds_are_apart() {
    let Some(names) = seeds() else { return };
    let of_kind = |typed: &str, kind: Kind| {
        names
            .who(typed)
            .into_iter()
            .filter(|known| known.kind == kind)
            .map(|known| known.name)
            .collect::<Vec<_>>()
    };
    // Georgia is a country, and Georgy Bovt a man.
    assert!(of_kind("Georgia", Kind::Person).is_empty() && of_kind("Bovt", Kind::Place).is_empty());
    for (one, other) in
        [("Foreign Ministry of Belarus", "Embassy of Belarus"), ("Novgorod region", "Veliky Novgorod")]
    {
        let found = [one, other].map(|typed| who(&names, typed));
        assert!(found[0].iter().all(|name| !found[1].contains(name)), "{found:?}");
        assert!(!compare(None, one, other).is_same(), "{one}, {other}");
    }
    assert!(compare(None, "Union State", "union state").is_same());
    // What describes is no name of a place.
    for demonym in ["Russian", "Belarusian", "Belarussian"] {
        let place = |known: &Known| known.kind == Kind::Place && known.found == Found::Name;
        assert!(!names.who(demonym).iter().any(place), "{demonym}");
    }
}

#[test]
fn the_order_of_the_documents_makes_no_difference() {
    let Some(names) = seeds() else { return };
    let view = |names: &Names| {
        let all = names.filed.iter().map(|(document, _)| document.id).collect();
        Kind::ALL.map(|kind| names.tally(kind, &all, 1000))
    };
    let mut reversed = RECORDS.clone();
    reversed.reverse();
    assert_eq!(view(&names), view(&Names::of(&reversed)));
}
