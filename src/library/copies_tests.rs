//! Which documents are grouped and which aren't, and the list with its groups.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::corpus::parse;
use crate::library::Families;

/// Sentences of words that nobody else uses: each number gives others.
fn story(number: usize) -> Vec<String> {
    let mut words = Vec::new();
    for at in 0..120 {
        words.push(format!("w{}", number * 1000 + at));
    }
    words
}

fn catalogue(texts: &[String]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for (number, text) in texts.iter().enumerate() {
        let path = format!("/folder/{number}.txt");
        let document = parse(&path, text.as_bytes()).unwrap();
        catalogue.push(Path::new(&path), &document.meta);
    }
    catalogue
}

/// The number of the head of each document.
fn heads(texts: &[String]) -> Vec<u32> {
    let catalogue = catalogue(texts);
    let groups = Copies::default().take_in(&catalogue, &|| false).unwrap();
    (0..texts.len() as u32).map(|id| groups.head(DocId(id)).0).collect()
}

fn text(words: &[String]) -> String {
    words.chunks(30).map(|words| words.join(" ") + ".\n\n").collect()
}

#[test]
fn the_same_file_and_the_same_words_are_one() {
    let file = text(&story(1));
    let other = file.to_uppercase().replace(". ", "!\n\n");
    assert_eq!(heads(&[file.clone(), text(&story(2)), file, other]), [0, 1, 0, 0]);
}

#[test]
fn a_few_other_words_are_nearly_the_same_and_strangers_arent() {
    let mut changed = story(1);
    for at in [20, 60, 100] {
        changed[at] = "otherwise".to_owned();
    }
    let texts = [text(&story(1)), text(&changed), text(&story(2))];
    assert_eq!(heads(&texts), [0, 0, 2]);
    let catalogue = catalogue(&texts);
    let identity = |number| catalogue.get(DocId(number)).unwrap().identity();
    assert!(matches!(Likeness::of(identity(0), identity(1)), Likeness::Near(70..=90)));
    assert_eq!(Likeness::of(identity(0), identity(2)), Likeness::Near(0));
    assert_eq!(Likeness::of(identity(0), identity(0)), Likeness::Same);
}

#[test]
fn a_chain_of_neighbours_makes_no_group_of_strangers() {
    // Each has three quarters of its words from the one before.
    let words: Vec<String> = (0..400).map(|at| format!("w{at}")).collect();
    let texts: Vec<String> = (0..7).map(|at| text(&words[at * 30..at * 30 + 150])).collect();
    let catalogue = catalogue(&texts);
    let groups = Copies::default().take_in(&catalogue, &|| false).unwrap();
    for id in (0..7).map(DocId) {
        let (own, head) = (catalogue.get(id).unwrap(), catalogue.get(groups.head(id)).unwrap());
        assert!(own.meta() == head.meta() || own.identity().resemblance(head.identity()) >= NEAR);
    }
    assert!(groups.head(DocId(6)) != DocId(0) && groups.head(DocId(1)) == DocId(0));
}

#[test]
fn what_is_the_same_as_a_member_is_in_its_group() {
    let (one, mut near) = (story(1), story(1));
    near[50] = "otherwise".to_owned();
    assert_eq!(heads(&[text(&one), text(&near), text(&near)]), [0, 0, 0]);
    let short = |text: &str| text.to_owned();
    assert_eq!(heads(&[short("Yes."), short("No."), short("yes"), short(""), short("***")]), [0, 1, 0, 3, 4]);
}

#[test]
fn an_entry_that_was_replaced_is_compared_anew() {
    let mut catalogue = catalogue(&[text(&story(1)), text(&story(1)), text(&story(3))]);
    let mut copies = Copies::default();
    assert_eq!(copies.take_in(&catalogue, &|| false).unwrap().count(DocId(1)), 2);
    let third = catalogue.get(DocId(2)).unwrap();
    let (path, meta) = (third.shared_path(), third.meta());
    assert!(catalogue.put(DocId(1), &path, &meta) && !catalogue.put(DocId(1), &path, &meta));
    let groups = copies.take_in(&catalogue, &|| false).unwrap();
    assert_eq!((groups.head(DocId(1)), groups.head(DocId(2))), (DocId(1), DocId(1)));
}

#[test]
fn a_family_stands_below_its_first_or_is_folded() {
    let same = text(&story(1));
    let catalogue = catalogue(&[same.clone(), text(&story(2)), same.clone(), text(&story(3)), same]);
    let groups = Arc::new(Copies::default().take_in(&catalogue, &|| false).unwrap());
    let order = [3, 2, 1, 4, 0].map(DocId).to_vec();
    let mut families = Families::new(groups.clone(), &order);
    assert_eq!(families.gather(order.clone(), false), [3, 2, 4, 0, 1].map(DocId));
    assert_eq!((families.first(DocId(0)), families.folded), (DocId(2), 0));
    assert_eq!(families.gather(order, true), [3, 2, 1].map(DocId));
    assert_eq!((families.of(DocId(4)), families.folded), (&[DocId(2), DocId(4), DocId(0)][..], 2));
    // Alone in what was found a document has no family.
    let found = Families::new(groups, &[DocId(0), DocId(1)]);
    assert_eq!((found.of(DocId(0)), found.first(DocId(2))), (&[][..], DocId(2)));
}

proptest! {
    /// Stories of which some share parts.
    #[test]
    fn as_they_come_or_all_at_once_the_groups_are_the_same_and_near_their_heads(
        picks in prop::collection::vec((0usize..6, 0usize..3), 1..40),
        part in 1usize..40,
    ) {
        let texts: Vec<String> = picks
            .iter()
            .map(|(number, shift)| text(&[&story(*number)[shift * 30..], &story(number + 1)[..shift * 30]].concat()))
            .collect();
        let whole = catalogue(&texts);
        let at_once = Copies::default().take_in(&whole, &|| false).unwrap();
        let mut copies = Copies::default();
        let mut growing = Catalogue::default();
        for (at, (_, entry)) in whole.iter().enumerate() {
            growing.push(&entry.path(), &entry.meta());
            if at % part == 0 {
                prop_assert!(copies.take_in(&growing, &|| false).is_some());
            }
        }
        prop_assert_eq!(&copies.take_in(&growing, &|| false).unwrap(), &at_once);
        let mut counts = 0;
        for (id, entry) in whole.iter() {
            let head = at_once.head(id);
            prop_assert_eq!(at_once.head(head), head, "a head is its own");
            prop_assert!(head <= id);
            let first = whole.get(head).unwrap().identity();
            prop_assert!(first.is(entry.identity()) || first.resemblance(entry.identity()) >= NEAR);
            counts += if head == id { at_once.count(id) } else { 0 };
        }
        prop_assert_eq!(counts, texts.len());
    }
}

#[test]
fn after_a_rest_copies_are_found_as_before() {
    let texts: Vec<String> = (0..60).map(|number| text(&story(number % 20))).collect();
    let all = catalogue(&texts);
    let mut copies = Copies::default();
    for count in [10, 11, 40, 60] {
        copies.take_in(&catalogue(&texts[..count]), &|| false).unwrap();
        copies.rest();
    }
    assert_eq!(copies.take_in(&all, &|| false), Copies::default().take_in(&all, &|| false));
    assert_eq!(copies.take_in(&all, &|| false).unwrap().count(DocId(3)), 3);
}
