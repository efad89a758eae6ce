//! Spans that programs tell, good ones and bad ones.

#![allow(clippy::unwrap_used)]

use std::sync::{Arc, Mutex};

use proptest::prelude::*;

use super::super::parcel::parcels;
use super::*;
use crate::tag::Kind;
use crate::tag::tests::text_of;
use crate::text::{BlockKind, Text};

/// A text of one paragraph a line.
fn text(lines: &str) -> Text {
    text_of(BlockKind::Paragraph, lines)
}

/// The mentions that these spans give, as kind and words, and what is told.
fn read(lines: &str, spans: &str) -> (Vec<(Kind, String, u8)>, Vec<String>) {
    let text = text(lines);
    let told = Arc::new(Mutex::new(Vec::new()));
    let to = told.clone();
    let mut complaints =
        Complaints::new(&["tagger".to_owned()], Arc::new(move |problem| to.lock().unwrap().push(problem)));
    let parcel = parcels(&text, &|| false).next().unwrap();
    let answer = Answer::read(format!("{{\"id\":1,\"spans\":{spans}}}").as_bytes()).unwrap();
    let mentions = answer.mentions(text.as_str(), &parcel, &mut complaints);
    let mentions = mentions
        .iter()
        .map(|mention| (mention.kind, mention.span.of(text.as_str()).to_owned(), mention.confidence));
    let told = told.lock().unwrap().iter().map(|problem| problem.to_string()).collect();
    (mentions.collect(), told)
}

#[test]
fn labels_and_confidence_have_several_names() {
    let spans = r#"[{"start":12,"end":18,"label":"GPE"},{"start":0,"end":6,"kind":"person","confidence":0.456},
        {"start":19,"end":20,"label":"ORG","score":1,"text":"U"},{"start":7,"end":11,"label":"DATE"}]"#;
    let (mentions, told) = read("Žofia! left Geneva U\n", spans);
    let wanted = [
        (Kind::Person, "Žofia!".to_owned(), 46),
        (Kind::Place, "Geneva".to_owned(), 80),
        (Kind::Organisation, "U".to_owned(), 100),
    ];
    assert_eq!((mentions.as_slice(), told), (&wanted[..], Vec::new()));
}

#[test]
fn names_lose_article_and_possessive_ending() {
    let (mentions, told) = read("in the United Nations’s hall\n", r#"[{"start":2,"end":23,"kind":"org"}]"#);
    assert_eq!((mentions, told), (vec![(Kind::Organisation, "United Nations".to_owned(), 80)], Vec::new()));
}

#[test]
fn a_bad_span_is_told_and_the_others_are_taken() {
    for (bad, wanted) in [
        (
            r#"{"start":0,"end":99,"kind":"person"}"#,
            "a span from 0 to 99 isn't in a text of 17 characters; count characters",
        ),
        (r#"{"start":3,"end":3,"kind":"person"}"#, "a span from 3 to 3 is empty"),
        (r#"{"start":4,"end":5,"kind":"person"}"#, "a span from 4 to 5 is empty"),
        (r#"{"start":5,"end":14,"kind":"person"}"#, "a span from 5 to 14 reaches over a blank line"),
        (
            r#"{"start":0,"end":4,"kind":"fish"}"#,
            "the label 'fish' isn't known, so its spans are left out; ibid knows",
        ),
        (r#"{"start":0,"end":4}"#, "the label '' isn't known"),
        (r#"{"start":-1,"end":4,"kind":"person"}"#, "a span can't be read: invalid value"),
        (r#"{"start":0.5,"end":4,"kind":"person"}"#, "a span can't be read: invalid type"),
        (r#"[0,4,"person"]"#, "a span can't be read: invalid length"),
        ("7", "a span can't be read: invalid type"),
        (
            r#"{"start":0,"end":4,"kind":"person","text":"nnaB"}"#,
            "the words of a span aren't those at its place; count characters",
        ),
        (
            r#"{"start":6,"end":9,"kind":"person"}"#,
            "some spans overlap; of two the first and longer one is taken",
        ),
    ] {
        let spans = format!("[{bad},{{\"start\":5,\"end\":9,\"kind\":\"place\"}}]");
        let (mentions, told) = read("Anna left\nBo too\n", &spans);
        assert_eq!(mentions, [(Kind::Place, "left".to_owned(), 80)], "{bad}");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with(&format!("tagger: {wanted}")), "{told:?}");
    }
}

#[test]
fn a_confidence_that_is_none_is_told_and_the_name_is_taken() {
    let (mentions, told) = read("Anna left\n", r#"[{"start":0,"end":4,"kind":"per","confidence":95}]"#);
    assert_eq!(mentions, [(Kind::Person, "Anna".to_owned(), 100)]);
    assert_eq!(told, ["tagger: a confidence of 95 isn't between 0 and 1"]);
}

#[test]
fn the_number_of_the_question_may_be_a_string() {
    let id = |line: &str| Answer::read(line.as_bytes()).unwrap().id();
    assert_eq!(
        (id(r#"{"id":7}"#), id(r#"{"id":"7","ents":[]}"#), id(r#"{"id":null}"#)),
        (Some(7), Some(7), None)
    );
    assert!(Answer::read(b"{}").is_err() && Answer::read(b"[]").is_err() && Answer::read(b"\xff").is_err());
}

proptest! {
    #[test]
    fn whatever_is_answered_mentions_are_in_order_and_on_boundaries(
        lines in "(Žofia|\\PC|\n| ){1,40}\n",
        spans in prop::collection::vec((0usize..60, 0usize..60, "(person|ORG|GPE|x)"), 0..20)
    ) {
        let text = text(&lines);
        let Some(parcel) = parcels(&text, &|| false).next() else { return Ok(()) };
        let spans: Vec<String> = spans.iter()
            .map(|(start, end, kind)| format!("{{\"start\":{start},\"end\":{end},\"kind\":\"{kind}\"}}")).collect();
        let answer = Answer::read(format!("{{\"id\":1,\"spans\":[{}]}}", spans.join(",")).as_bytes()).unwrap();
        let mut complaints = Complaints::new(&[], Arc::new(|_| {}));
        let mut before = 0;
        for mention in answer.mentions(text.as_str(), &parcel, &mut complaints) {
            prop_assert!(mention.span.start >= before && mention.span.end > mention.span.start);
            prop_assert!(text.as_str().get(mention.span.range()).is_some());
            before = mention.span.end;
        }
    }
}
