//! What is put into the catalogue comes out of it, whatever was there before, and after it was written down.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::corpus::{Fingerprint, Format, Found, Origin, PartialDate, Sketch};

/// A change of the document of a number: what it is then, or that it is gone.
type Change = (u32, Option<(String, Meta)>);

fn meta() -> impl Strategy<Value = Meta> {
    let found = "[a-zA-Zé“ ]{0,12}".prop_map(|value| Found::new(value, Origin::Heading).quoting("the words"));
    let label = || "[A-C]{0,2}".prop_map(|value| Found::new(value.into(), Origin::TailLine));
    let date = (1900..2030i16, 0..13u8).prop_map(|(year, month)| PartialDate::new(year, month, 0).unwrap());
    let date = date.prop_map(|date| Found::new(date, Origin::Byline));
    let sketch =
        prop::option::of(any::<u64>().prop_map(|seed| Sketch::of((0..60).map(|at| seed ^ at)).unwrap()));
    let print = (any::<u64>(), sketch).prop_map(|(words, sketch)| Fingerprint {
        words: std::num::NonZeroU64::new(words),
        sketch: sketch.map(Arc::new),
    });
    let labels = (prop::option::of(label()), prop::option::of(label()), prop::option::of(label()));
    (found, labels, prop::option::of(date), any::<u32>(), any::<[u8; 32]>(), print).prop_map(
        |(title, (source, author, language), date, words, hash, print)| Meta {
            title,
            source,
            author,
            date,
            language,
            format: Format::Mail,
            words,
            hash: ContentHash(hash),
            print,
        },
    )
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let number = prop_oneof![0..20u32, 1000..1100u32, 2040..2060u32];
    let document = prop::option::weighted(0.8, ("/[a-c%é]{0,6}", meta()));
    prop::collection::vec((number, document), 0..60)
}

/// What a catalogue holds.
fn held(catalogue: &Catalogue) -> BTreeMap<u32, (String, Meta)> {
    catalogue.iter().map(|(id, entry)| (id.0, (entry.path_text().to_owned(), entry.meta()))).collect()
}

fn written(catalogue: &Catalogue) -> Vec<Vec<u8>> {
    catalogue.pack().map(Packed::finish).collect()
}

fn read(pieces: &[Vec<u8>]) -> Option<Catalogue> {
    let piece = |number: usize| pieces.get(number).map(|piece| Unpacked(piece));
    Catalogue::unpack(pieces.len(), piece, WorkedOut::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn it_holds_what_a_plain_map_holds_and_is_the_same_after_it_was_written_down(changes in changes()) {
        let (mut catalogue, mut plain) = (Catalogue::default(), BTreeMap::new());
        for (number, change) in changes {
            match change {
                Some((path, meta)) => {
                    let path = Path::new(&path);
                    let known = (path_to_text(path), meta.clone());
                    let new = plain.get(&number) != Some(&known);
                    prop_assert_eq!(catalogue.put(DocId(number), path, &meta), new);
                    plain.insert(number, known);
                }
                None => prop_assert_eq!(catalogue.remove(DocId(number)), plain.remove(&number).is_some()),
            }
        }
        let again = read(&written(&catalogue)).unwrap();
        for catalogue in [catalogue, again] {
            prop_assert_eq!(&held(&catalogue), &plain);
            prop_assert_eq!(catalogue.len(), plain.len());
            for (number, (path, meta)) in &plain {
                let there = catalogue.at(path).unwrap();
                prop_assert_eq!(&plain[&there.0].0, path);
                prop_assert!(catalogue.has_content(&meta.hash));
                let entry = catalogue.get(DocId(*number)).unwrap();
                prop_assert_eq!(path_to_text(&entry.path()), path.as_str());
            }
            let titles: Vec<u16> = (0..catalogue.span()).map(|number| {
                let titles: Vec<&Titles> = catalogue.titles().collect();
                titles[number / CHUNK].length(number % CHUNK)
            }).collect();
            for (number, length) in (0..).zip(titles) {
                prop_assert_eq!(usize::from(length), plain.get(&number).map_or(0, |(_, meta)| meta.title.value.len()));
            }
        }
    }

    #[test]
    fn damaged_pieces_never_panic(changes in changes(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut catalogue = Catalogue::default();
        for (number, change) in changes {
            if let Some((path, meta)) = change {
                catalogue.put(DocId(number), Path::new(&path), &meta);
            }
        }
        let mut pieces = written(&catalogue);
        if let Some(piece) = pieces.last_mut().filter(|piece| !piece.is_empty()) {
            let at = at.index(piece.len());
            if cut { piece.truncate(at) } else { piece[at] = byte }
        }
        if let Some(catalogue) = read(&pieces) {
            held(&catalogue);
        }
    }
}
