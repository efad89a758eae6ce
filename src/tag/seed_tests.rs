//! The casts of the five seed articles, where they are there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

use std::fs;
use std::path::Path;

use super::tests::text_of;
use super::{Cast, Context, Kind, Layers, Tagger};
use crate::text::BlockKind;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");

/// Beginnings of lines that another module sets aside.
const SET_ASIDE: &[&str] = &[
    "Get the latest",
    ". Last Updated",
    "Ira Iosebashvili",
    "Opinions",
    "Lukashenka to celebrate",
    "2019.07.03",
    "ІІ",
    "TWITTER",
    "***",
    "Situation in",
    "kayhan.ir",
    "News ID",
    "Publish Date",
    "Leave a Reply",
    "Your email",
];

/// The cast of the seed whose file name begins so; `None`, and a word about it, where the seeds aren't there.
fn seed(number: &str) -> Option<Cast> {
    let Ok(files) = fs::read_dir(Path::new(SEEDS)) else {
        eprintln!("left out: no seeds at hand");
        return None;
    };
    let path = files
        .map(|file| file.unwrap().path())
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number)))
        .expect("a seed of that number");
    let text = fs::read_to_string(path).unwrap();
    let body = |line: &&str| !SET_ASIDE.iter().any(|aside| line.trim_start().starts_with(aside));
    let text = text.lines().filter(body).collect::<Vec<_>>().join("\n");
    let text = text_of(BlockKind::Paragraph, &text);
    let mentions = Layers::default().tag(&text, &Context::default(), &|| false);
    Some(Cast::new(&text, mentions))
}

/// The entities of a kind as "name count", in the order of the cast.
fn list(cast: &Cast, kind: Kind) -> Vec<String> {
    cast.of_kind(kind).map(|(_, entity)| format!("{} {}", entity.name, entity.mentions.len())).collect()
}

/// What the figures of a kind stand for, in the order of the cast.
fn values(cast: &Cast, kind: Kind) -> Vec<&str> {
    cast.of_kind(kind).filter_map(|(_, entity)| entity.value.as_deref()).collect()
}

/// Says what in `wanted` the cast lacks.
fn has(cast: &Cast, kind: Kind, wanted: &[&str]) {
    let list = list(cast, kind);
    for name in wanted {
        assert!(list.iter().any(|entity| entity == name), "no {name} in {list:?}");
    }
}

fn roles<'a>(cast: &'a Cast, name: &str) -> &'a [String] {
    &cast.entities[cast.named(name).expect("somebody of that name")].roles
}

#[test]
fn the_summit_of_2009_has_its_cast() {
    let Some(cast) = seed("000") else { return };
    assert_eq!(
        list(&cast, Kind::Person),
        [
            "Alexander Lukashenko 11",
            "Dmitry Medvedev 4",
            "Vladimir Putin 2",
            "Andrei Belov 1",
            "Igor Sechin 1",
            "Sergei Markov 1",
            "Stanislav Belkovsky 1",
            "Gennady Onishchenko 1"
        ]
    );
    has(
        &cast,
        Kind::Organisation,
        &[
            "Collective Security Treaty Organization 7",
            "RIA-Novosti 1",
            "International Monetary Fund 1",
            "National Strategy Institute 1",
            "Federal Consumer Protection Service 1",
            "United Russia 1",
            "Interfax 1",
        ],
    );
    has(
        &cast,
        Kind::Place,
        &["Belarus 12", "Russia 9", "Moscow 6", "Minsk 3", "Georgia 2", "South Ossetia 1"],
    );
    assert_eq!(list(&cast, Kind::Money), ["$700,000 1", "$500 million 1", "$1 billion 1"]);
    assert_eq!(values(&cast, Kind::Money), ["700000 USD", "500000000 USD", "1000000000 USD"]);
    assert_eq!(roles(&cast, "Igor Sechin"), ["Deputy Prime Minister"]);
}

#[test]
fn the_talks_of_2019_have_their_cast() {
    let Some(cast) = seed("001") else { return };
    has(
        &cast,
        Kind::Person,
        &[
            "Vladimir Putin 7",
            "Alyaksandr Lukashenka 4",
            "Uladzimir Syamashka 1",
            "Uladzimir Makey 1",
            "Dmitry Peskov 1",
            "Syarhei Rumas 1",
            "Grigory Rapota 1",
            "Alena Anisim 1",
            "Hanna Kanapatskaya 1",
        ],
    );
    assert_eq!(
        list(&cast, Kind::Organisation),
        ["Union State 4", "Forum of Regions of Belarus and Russia 1", "NATO 1"]
    );
    assert_eq!(
        list(&cast, Kind::Place),
        ["Belarus 5", "Russia 3", "St Petersburg 1", "Nur-Sultan 1", "Minsk 1"]
    );
    has(&cast, Kind::Date, &["July 18 1", "end of 2018 1", "December 25 1", "21 June 1"]);
}

#[test]
fn the_regions_have_their_cast() {
    let Some(cast) = seed("002") else { return };
    assert_eq!(
        list(&cast, Kind::Person),
        [
            "Alexander Lukashenka 6",
            "Putin 4",
            "Igor Petrishenko 1",
            "Andrei Nikitin 1",
            "Mikhail Mishustin 1"
        ]
    );
    assert_eq!(
        list(&cast, Kind::Organisation),
        [
            "Union State 3",
            "Institute for the Study of War 3",
            "Wagner 1",
            "Belarusian Armed Forces 1",
            "Ministry of Forestry 1",
            "European Union 1",
            "Belarusian Embassy 1"
        ]
    );
    has(
        &cast,
        Kind::Place,
        &["Veliky Novgorod 1", "Novgorod Region 3", "Pskov region 1", "Krasnodar 1", "Ukraine 2"],
    );
    has(&cast, Kind::Date, &["July 27 2", "2019 1", "1990s 1"]);
}

#[test]
fn the_flight_has_its_cast() {
    let Some(cast) = seed("003") else { return };
    assert_eq!(list(&cast, Kind::Person), ["Alexander Lukashenko 7", "Vladimir Putin 3", "Georgy Bovt 1"]);
    assert_eq!(
        list(&cast, Kind::Organisation),
        ["Kremlin 2", "European Union 2", "NATO 2", "RIA news agency 1", "union state 1", "Business FM 1"]
    );
    has(
        &cast,
        Kind::Place,
        &["Russia 9", "Belarus 5", "Moscow 2", "Black Sea 1", "Sochi 1", "United States 1"],
    );
    assert_eq!(roles(&cast, "Georgy Bovt"), ["political analyst"]);
}

#[test]
fn the_meeting_has_its_cast() {
    let Some(cast) = seed("004") else { return };
    assert_eq!(
        list(&cast, Kind::Person),
        ["Alexander Lukashenko 12", "Vladimir Putin 11", "Svetlana Tikhanovskaya 2", "Michelle Bachelet 1"]
    );
    assert_eq!(list(&cast, Kind::Organisation), ["NATO 2", "EU 1", "union state 1", "United Nations 1"]);
    has(
        &cast,
        Kind::Place,
        &["Belarus 11", "Russia 10", "Moscow 2", "Minsk 2", "Black Sea 1", "Sochi 1", "Lithuania 1"],
    );
    assert_eq!(list(&cast, Kind::Money), ["$1.5 billion 1"]);
    assert_eq!(values(&cast, Kind::Money), ["1500000000 USD"]);
    has(&cast, Kind::Date, &["Aug. 9 1", "Monday 4"]);
}

#[test]
fn no_seed_has_a_demonym_among_its_places_or_a_title_in_a_name() {
    for number in ["000", "001", "002", "003", "004"] {
        let Some(cast) = seed(number) else { return };
        for entity in &cast.entities {
            for word in entity.name.split(' ') {
                let demonym = matches!(word, "Russian" | "Belarusian" | "Belarussian" | "Soviet" | "Western");
                let title = matches!(word, "President" | "Minister" | "Governor" | "Secretary");
                assert!(entity.kind != Kind::Place || !demonym, "{}", entity.name);
                assert!(entity.kind != Kind::Person || !(demonym || title), "{}", entity.name);
            }
        }
    }
}
