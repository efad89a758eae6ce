//! Titles, sources, dates and lengths, each with where it was found.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::corpus::plain_testing::{PROSE, document};

fn title(text: &str) -> (String, Origin) {
    let title = document(text).meta.title;
    (title.value, title.origin)
}

fn date(text: &str) -> Option<(String, Origin)> {
    document(text).meta.date.map(|date| (date.value.to_string(), date.origin))
}

fn article(head: &str, tail: &str) -> String {
    format!("{head}\n\nThe Talks\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{tail}")
}

#[test]
fn a_short_line_above_prose_is_the_title() {
    assert_eq!(title(&article("", "")), ("The Talks".into(), Origin::Heading));
    assert_eq!(title(&article("kayhan.ir\n\nNews ID: 7", "")), ("The Talks".into(), Origin::Heading));
    assert_eq!(title(&format!("What Next\u{a0} for  Minsk?\n\n{PROSE}")).0, "What Next for Minsk?");
}

#[test]
fn without_a_headline_the_first_sentence_is_the_title() {
    let sentence =
        "The two sides met for a whole day in the house by the sea and spoke of the price of milk.";
    assert_eq!(title(PROSE), (sentence.into(), Origin::FirstSentence));
    assert_eq!(
        title("Mr. Kim of the U.S. left on Aug. 9. He came back.").0,
        "Mr. Kim of the U.S. left on Aug. 9."
    );
    assert_eq!(title("He asked “Why?” of them. They left.").0, "He asked “Why?” of them.");
}

#[test]
fn a_long_first_sentence_is_cut_at_a_word() {
    let text = format!("It {} end.", "goes on and on, ".repeat(20));
    let (title, _) = title(&text);
    assert!(title.chars().count() <= 120 && title.ends_with('…'), "{title}");
    assert!(text.starts_with(title.trim_end_matches('…')));
    assert!(!title.contains(" …") && !title.contains(",…"));
    assert_eq!(shortened(&"a".repeat(400), 300).chars().count(), 300);
    assert_eq!(shortened("abc def", 7), "abc def");
}

#[test]
fn what_has_no_sentence_has_the_file_name_for_a_title() {
    for text in ["", "{\"a\": 1}\n", "12 13 14\n15 16 17\n", "#include\n", "***\n"] {
        assert_eq!(title(text), ("note.txt".into(), Origin::FileName), "{text}");
    }
}

#[test]
fn a_program_has_the_file_name_for_a_title() {
    let python = "import os\n\ndef main():\n    \"\"\"Say hi to Thomas Berger.\"\"\"\n    print(\"hi\")\n";
    let script = format!("#!/bin/sh\n# The Talks\n\n{PROSE}\n");
    for (name, text) in [("src/code.py", python), ("Main.RS", PROSE), ("tools/talk", &script)] {
        let title = crate::corpus::parse(name, text.as_bytes()).unwrap().meta.title;
        let file = name.rsplit('/').next().unwrap();
        assert_eq!((title.value.as_str(), title.origin), (file, Origin::FileName));
    }
    assert_eq!(title(python).1, Origin::FirstSentence, "what isn't called so may be a letter about one");
}

#[test]
fn a_date_is_taken_from_the_line_of_publication() {
    let expected = |origin| Some(("2020-09-14".to_owned(), origin));
    assert_eq!(date(&article("Publish Date : 14 September 2020 - 21:43", "")), expected(Origin::HeaderLine));
    assert_eq!(date(&article("2020.09.14 08:44", "")), expected(Origin::HeaderLine));
    assert_eq!(date(&article("", "2020.09.14 08:44\n\nTWITTER")), expected(Origin::TailLine));
    let both = article("Last Updated: 1 May 2021\nPublished: 14 September 2020", "");
    assert_eq!(date(&both), expected(Origin::HeaderLine));
}

#[test]
fn a_date_of_change_or_one_in_the_prose_is_not_the_documents() {
    assert_eq!(date(&article("Last Updated: 07/27/2016", "")), None);
    assert_eq!(date(&article("Updated 27 July 2016", "")), None);
    assert_eq!(date(&article("", &format!("On 14 September 2020 they met. {PROSE}"))), None);
    let inside = format!("The Talks\n\n{PROSE}\n\n2020.09.14 08:44\n\n{PROSE}\n\n{PROSE}");
    assert_eq!(date(&inside), None);
}

#[test]
fn the_files_name_can_hold_the_date() {
    let of = |name: &str, text: &str| {
        crate::corpus::parse(name, text.as_bytes()).ok().and_then(|found| found.meta.date)
    };
    let found = of("a/2020-09-14-talks.txt", PROSE);
    assert_eq!(
        found.map(|date| (date.value.to_string(), date.origin)),
        Some(("2020-09-14".into(), Origin::FileName))
    );
    let published = of("2020-09-14.txt", &article("Published: 13 September 2020", ""));
    assert_eq!(published.map(|date| date.value.to_string()).as_deref(), Some("2020-09-13"));
}

#[test]
fn the_source_is_a_domain_by_itself_or_named_as_such() {
    let source = |head: &str, tail: &str| {
        document(&article(head, tail)).meta.source.map(|source| (source.value, source.origin))
    };
    assert_eq!(source("kayhan.ir", ""), Some(("kayhan.ir".into(), Origin::HeaderLine)));
    assert_eq!(source("", "ІІ belsat.eu"), Some(("belsat.eu".into(), Origin::TailLine)));
    assert_eq!(source("Source: The Moscow Times", ""), Some(("The Moscow Times".into(), Origin::HeaderLine)));
    assert_eq!(source("", &format!("As kremlin.ru has it, they met. {PROSE}")), None);
}

#[test]
fn words_of_what_is_set_aside_arent_counted() {
    let of = |text: &str| document(text).meta.words;
    assert_eq!(of(&article("kayhan.ir\n\nNews ID: 82794", "TWITTER")), of(&article("", "")));
}
