//! Which lines repeat, and which of them are set aside.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::corpus::plain_testing::PROSE;
use crate::corpus::{Loader, parse};

/// A document with these lines, none of them set aside.
fn standing(group: u64, lines: &[u64]) -> Edges {
    let lines: BTreeSet<u64> = lines.iter().copied().collect();
    Edges { group, open: lines.len(), lines: lines.into_iter().collect() }
}

/// The lines that repeat in a group, sorted.
fn found(all: &[Edges], group: u64) -> Vec<u64> {
    let mut lines: Vec<u64> =
        Repeats::new(all).groups.remove(&group).unwrap_or_default().into_iter().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn four_documents_and_more_than_half_of_them() {
    let mut all = vec![standing(1, &[5, 6]); 3];
    assert_eq!(found(&all, 1), [0; 0]);
    all.push(standing(1, &[5]));
    assert_eq!(found(&all, 1), [5]);
    // Of eight, four aren't more than half.
    all.extend([0; 4].map(|_| standing(1, &[])));
    assert_eq!(found(&all, 1), [0; 0]);
    assert_eq!(found(&all, 2), [0; 0]);
}

#[test]
fn of_many_documents_a_few_are_enough_but_for_a_paragraph() {
    let lines = |number: usize| if number < 12 { vec![5, 6 | LONG] } else { vec![100 + number as u64] };
    let all: Vec<Edges> = (0..200).map(|number| standing(1, &lines(number))).collect();
    assert_eq!(found(&all, 1), [5]);
}

#[test]
fn lines_that_stand_together_are_those_of_a_site() {
    let lines = |number: u64| match number {
        // One page of the site has no last line.
        0 => vec![5, 6, 7],
        1..6 => vec![5, 6, 7, 8],
        // A name that stands now and then stands with nothing else.
        6..12 => vec![9],
        _ => vec![100 + number],
    };
    let all: Vec<Edges> = (0..300).map(|number| standing(1, &lines(number))).collect();
    assert_eq!(found(&all, 1), [5, 6, 7, 8]);
}

#[test]
fn groups_are_the_source_or_else_the_folder() {
    assert_eq!(group("a/b/c.txt", None), group("a/b/d.txt", None));
    assert_ne!(group("a/b/c.txt", None), group("a/c.txt", None));
    let source = |value: &str, origin| Found::new(Label::from(value), origin);
    let (site, again) = (source("Kayhan.ir", Origin::HeaderLine), source("kayhan.ir", Origin::PageMeta));
    assert_eq!(group("a/b/c.txt", Some(&site)), group("d.txt", Some(&again)));
    assert_ne!(group("a/b.txt", Some(&source("a", Origin::Address))), group("a/b.txt", None));
    assert_eq!(group("a/b.txt", Some(&source("Reuters", Origin::Dateline))), group("a/b.txt", None));
    assert_eq!(group("mail.mbox/1", None), group("mail.mbox/2", None));
}

#[test]
fn case_width_and_numbers_of_a_line_dont_count_but_in_a_headline() {
    let hash = |line: &str, kind| {
        line_hash(
            line,
            &Block { span: crate::text::Span::new(0, line.len()), kind, indent: 0, hang: 0, gap: false },
        )
    };
    let line = |line| hash(line, BlockKind::Paragraph);
    assert_eq!(line("Seen 12 times"), line("SEEN  1234  times"));
    assert_eq!(line("Seen 12 times"), line("seen\t3 times"));
    assert_ne!(line("Seen 12 times"), line("Seen by many"));
    assert_ne!(hash("Chapter 1", BlockKind::Heading(1)), hash("Chapter 2", BlockKind::Heading(1)));
    assert_eq!(hash("The Chapter", BlockKind::Heading(1)), line("the chapter"));
    assert_eq!((line("12 – 13"), line(""), hash("***", BlockKind::Rule)), (None, None, None));
}

#[test]
fn the_edges_are_the_first_and_the_last_blocks() {
    for count in [0, 1, 14, 15, 16, 39, 40, 41, 100] {
        let by_number: Vec<usize> = (0..count).filter(|at| is_edge(*at, count)).collect();
        assert_eq!(edges(count).collect::<Vec<_>>(), by_number, "{count}");
    }
}

/// What is set aside in the first of so many documents, made by `text` of their numbers.
fn aside(count: usize, text: impl Fn(usize) -> String) -> Vec<String> {
    let name = |number: usize| format!("folder/{number}.txt");
    let edges: Vec<Edges> = (0..count)
        .map(|number| {
            Edges::of(Path::new(&name(number)), &parse(&name(number), text(number).as_bytes()).unwrap())
        })
        .collect();
    let loader = Loader::default();
    loader.learn(Repeats::new(&edges).into());
    let document = loader.parse(&name(0), text(0).as_bytes()).unwrap();
    let blocks = document.text.blocks().iter().filter(|block| matches!(block.kind, BlockKind::Aside(_)));
    blocks.map(|block| block.span.of(document.text.as_str()).to_owned()).collect()
}

fn thing(number: usize) -> &'static str {
    ["coal", "hay", "wood", "salt", "wool", "iron", "rye", "oil", "gas"][number % 9]
}

/// A paragraph that no other document has.
fn own(number: usize) -> String {
    PROSE.replace("milk", &format!("milk and of {}", thing(number)))
}

#[test]
fn a_slogan_that_is_a_sentence_is_set_aside_and_what_stands_behind_it_too() {
    let text = |number| {
        let own = own(number);
        format!(
            "We bring the news to you by boat.\n\nHearth Tides\n\nThe Talks of {own}\n\n{own}\n\n{own}\n\n{own}"
        )
    };
    assert_eq!(aside(9, text), ["We bring the news to you by boat.", "Hearth Tides"]);
}

#[test]
fn a_notice_of_the_publisher_is_set_aside_though_it_is_prose() {
    let notice = "All that stands here was written by people who were there, and is read by people who weren't, which \
                  is why the house asks all of them to write to it, by post, should anything be missing from it. \
                  Letters are read on Mondays.";
    let text = |number| {
        format!(
            "The Talks\n\n{}\n\nSail with us\n\n{notice}",
            [own(number), own(number), own(number)].join("\n\n")
        )
    };
    assert_eq!(aside(9, text), ["Sail with us", notice]);
}

#[test]
fn a_letter_keeps_its_head_and_its_signature() {
    let text = |number| {
        let own = own(number);
        format!(
            "To: the board\nFrom: Anna Kim\n\nThe usual talks\n\n{own}\n\n{own}\n\n{own}\n\nYours sincerely,\nAnna Kim\nMinsk"
        )
    };
    assert_eq!(aside(9, text), [""; 0]);
}

#[test]
fn documents_without_a_sentence_of_their_own_stay_as_they_are() {
    assert_eq!(aside(20, |number| format!("name,date,place\nx{number},2020,Minsk\ny,2021,Sochi")), [""; 0]);
    assert_eq!(aside(20, |_| format!("Out of order\n\n{PROSE}\n\nTry again later")), [""; 0]);
}

#[test]
fn where_it_would_be_most_of_a_small_document_nothing_is_set_aside() {
    let text = |number| {
        format!(
            "Hearth and tides and all that lies between\n\nHome of the boat people\n\nThere is rain in the {} all day.\n\nSail with us to the islands and back",
            thing(number)
        )
    };
    assert_eq!(aside(20, text), [""; 0]);
}

/// The same rules, counted plainly.
fn counted(all: &[Edges]) -> Vec<u64> {
    let lines: BTreeSet<u64> = all.iter().flat_map(|edges| edges.lines.iter().copied()).collect();
    let has = |edges: &Edges, line: u64| edges.lines.contains(&line);
    let standing = |line: u64, among: &BTreeSet<usize>| -> BTreeSet<usize> {
        among.iter().copied().filter(|at| has(&all[*at], line)).collect()
    };
    let every: BTreeSet<usize> = (0..all.len()).collect();
    let mut repeated: BTreeSet<u64> = lines
        .iter()
        .copied()
        .filter(|line| standing(*line, &every).len() >= needed(*line, all.len()))
        .collect();
    for line in &lines {
        let site = standing(*line, &every);
        let together = lines.iter().filter(|other| standing(**other, &every) == site).count();
        if site.len() >= FEWEST && together >= TOGETHER {
            repeated.extend(
                lines.iter().filter(|line| standing(**line, &site).len() >= needed(**line, site.len())),
            );
        }
    }
    repeated.into_iter().collect()
}

proptest! {
    #[test]
    fn what_repeats_is_what_one_counts_whatever_the_order(
        mut all in prop::collection::vec(prop::collection::vec(0u64..12, 0..8), 0..60),
        turn in 0usize..60,
    ) {
        let edges = |all: &[Vec<u64>]| -> Vec<Edges> { all.iter().map(|lines| standing(1, lines)).collect() };
        let (repeated, plainly) = (found(&edges(&all), 1), counted(&edges(&all)));
        prop_assert_eq!(&repeated, &plainly);
        let middle = turn % all.len().max(1);
        all.rotate_left(middle);
        prop_assert_eq!(&found(&edges(&all), 1), &repeated);
        // Another folder changes nothing.
        let mut both = edges(&all);
        both.extend(all.iter().map(|lines| standing(2, &lines[..lines.len() / 2])));
        prop_assert_eq!(&found(&both, 1), &repeated);
    }

    #[test]
    fn any_texts_are_read_with_what_repeats_in_them(texts in prop::collection::vec("([A-Ca-c #*\n.]{0,40}\n){0,8}", 4..12)) {
        let name = |number: usize| format!("folder/{number}.md");
        let parsed: Vec<_> = texts.iter().enumerate().map(|(number, text)| parse(&name(number), text.as_bytes()).unwrap()).collect();
        let edges: Vec<Edges> = parsed.iter().enumerate().map(|(number, document)| Edges::of(Path::new(&name(number)), document)).collect();
        let loader = Loader::default();
        loader.learn(Repeats::new(&edges).into());
        for (number, (text, before)) in texts.iter().zip(&parsed).enumerate() {
            let document = loader.parse(&name(number), text.as_bytes()).unwrap();
            prop_assert_eq!(document.text.as_str(), before.text.as_str());
            prop_assert!(!document.meta.title.value.is_empty());
            prop_assert_eq!(before.text.body().next().is_some(), document.text.body().next().is_some());
        }
    }
}
