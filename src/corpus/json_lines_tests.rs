//! Records as documents, and any bytes at all. Whole files stand in `tests/formats/jsonl`.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::corpus::{Limits, Runs};

fn lines(text: &str, limit: usize, from: usize) -> Vec<(usize, Option<String>)> {
    let mut lines = Lines::new(text.as_bytes(), Mark::default(), limit);
    let mut all = Vec::new();
    while let Some(member) = lines.next(from).unwrap() {
        all.push((member.number, member.bytes.map(|bytes| String::from_utf8(bytes).unwrap())));
    }
    all
}

fn draft(line: &str) -> Result<Draft, Problem> {
    read(&Source { name: "a/line 1", bytes: line.as_bytes(), limits: &Limits::default() })
}

#[test]
fn a_record_has_the_number_of_its_line() {
    let text = "\u{feff}{}\r\n\n  \n{\"a\": 1}\nlast";
    let expected = [(1, "{}"), (4, "{\"a\": 1}"), (5, "last")];
    assert_eq!(lines(text, 100, 1), expected.map(|(number, line)| (number, Some(line.to_owned()))));
    assert_eq!(lines(text, 100, 5)[1..], [(4, None), (5, Some("last".to_owned()))]);
    assert_eq!(lines(text, 7, 1)[1], (4, None));
    let mut first = Lines::new(text.as_bytes(), Mark::default(), 100);
    first.next(1).unwrap();
    let mark = first.mark().unwrap();
    let on = Lines::new(&text.as_bytes()[mark.at as usize..], mark, 100).next(1);
    assert_eq!(on.unwrap().map(|member| member.number), Some(4));
}

#[test]
fn a_file_is_known_by_its_first_two_lines() {
    for file in [
        "{\"text\": \"a\"}",
        "{\"Full-Text\": \"a\"}\n\n{\"body\": \"b\"}\nrest",
        "{\"x\": 1, \"text\": \"long",
    ] {
        assert!(begins(file.as_bytes(), file.ends_with('}') || file.ends_with('t')), "{file}");
    }
    for file in [
        "{\"text\": 1}",
        "{\"text\": \"a\"}\n{\"b\": 1}\n",
        "{\n  \"text\": \"a\"\n}",
        "[{\"text\": \"a\"}]",
        "",
        "text",
    ] {
        assert!(!begins(file.as_bytes(), true), "{file}");
    }
}

#[test]
fn half_a_character_costs_no_record() {
    for (text, read) in [
        (r"Sad \ud83d tale", "Sad \u{fffd} tale"),
        (r"\udc00\ud83d\ude00 \uD83D", "\u{fffd}\u{1f600} \u{fffd}"),
        (r"A path C:\\ud83d and \ud83d\\n", "A path C:\\ud83d and \u{fffd}\\n"),
        (r"\ud83d\ud83d\ude00", "\u{fffd}\u{1f600}"),
    ] {
        let draft = draft(&format!("{{\"text\": \"{text}\"}}")).unwrap();
        assert!(draft.raw.ends_with(read), "{text}: {}", draft.raw);
        assert_eq!(draft.done, ["halves of characters became \u{fffd}"]);
    }
    assert!(draft(r#"{"text": "\uzzzz \ud83d"}"#).is_err());
}

#[test]
fn the_best_name_counts_and_not_the_first() {
    let draft =
        draft(r#"{"description": "short", "article": "  ", "body": "The body.", "text": ""}"#).unwrap();
    assert_eq!(&*draft.text, "The body.");
    assert_eq!(&*draft.raw, "description: short\narticle:   \ntext: \n\nThe body.");
}

#[test]
fn dates_come_as_words_and_as_numbers() {
    let read = |value: &str| {
        let draft = draft(&format!(r#"{{"text": "x", "date": {value}}}"#)).unwrap();
        draft.given.date.map(|date| date.value.to_string()).unwrap_or_default()
    };
    for value in [
        "\"2020-09-14\"",
        "\"2020-09-14T19:43:00.000Z\"",
        "1600112580",
        "1600112580000",
        "\"1600112580\"",
        "1600112580.5",
        "{\"$date\": \"2020-09-14T19:43:00Z\"}",
        "\"Mon, 14 Sep 2020 21:43:00 +0300\"",
    ] {
        assert_eq!(read(value), "2020-09-14", "{value}");
    }
    assert_eq!((read("2020"), read("\"2020\"")), ("2020".to_owned(), "2020".to_owned()));
    for value in ["202", "99999", "\"soon\"", "null", "true", "[]", "1e300", "-1e300", "\"\""] {
        assert_eq!(read(value), "", "{value}");
    }
}

#[test]
fn the_source_is_a_name_or_a_host() {
    let read = |fields: &str| {
        let draft = draft(&format!(r#"{{"text": "x", {fields}}}"#)).unwrap();
        draft.given.source.map(|source| source.value).unwrap_or_default()
    };
    assert_eq!(read(r#""source": "River Post", "url": "https://x.example""#), "River Post");
    assert_eq!(read(r#""source": {"id": 1, "name": "River Post"}"#), "River Post");
    assert_eq!(read(r#""domain": "river.example""#), "river.example");
    assert_eq!(read(r#""link": "https://ann@www.river.example:8080/a?b=c""#), "river.example");
    assert_eq!(read(r#""link": "nowhere""#), "");
}

#[test]
fn html_is_set_as_such() {
    assert!(is_markup("a<br/>b") && is_markup("x <P class=y>z") && is_markup("<a href='x'>y</a>"));
    assert!(!is_markup("a < b and p > q") && !is_markup("<pre-war") && !is_markup("a <b@c.example>"));
    assert!(is_markup("<p>a\n\n<p>b") && is_markup("a<br>\nb<br>\nc") && !is_markup("If x <p and y then z"));
    assert!(
        !is_markup("One.\n\nTwo<br>\n\n- three\n- four")
            && !is_markup("One <p>x</p>\n\ntwo\n\nthree\n\nfour")
    );
    let draft = draft(r#"{"text": "<h2>Head</h2><p>One &amp; two</p>"}"#).unwrap();
    assert_eq!(&*draft.text, "Head\n\nOne & two");
}

#[test]
fn what_isnt_a_record_says_why() {
    let reason = |line: &str| draft(line).err().map(|problem| problem.reason).unwrap_or_default();
    assert_eq!(reason("[1]"), "is no JSON object");
    assert_eq!(reason("{\"text\": \"a"), "isn't JSON: EOF while parsing a string at column 11");
    assert!(reason("{\"text\": [\"a\"]}").starts_with("has no text under a usual name"));
    assert_eq!(reason("{\"text\": \" \"}"), "has no words under “text”");
    assert!(reason(&format!("{{\"text\": {}", "[".repeat(100_000))).contains("recursion limit"));
    assert_eq!(
        draft(&format!("{{\"text\": \"a\"{}}}", ", \"b\": 1".repeat(1000))).unwrap().done,
        ["501 more fields left out"]
    );
}

proptest! {
    #[test]
    fn no_line_breaks_it(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read(&Source { name: "a", bytes: &bytes, limits: &Limits::default() }).ok();
        begins(&bytes, true);
        let mut lines = Lines::new(&bytes[..], Mark::default(), 20);
        while lines.next(2).unwrap().is_some() {}
    }

    #[test]
    fn each_place_of_a_record_is_in_its_raw_text(title in ".{0,40}", text in "[ -~ŁЖ\n\t<>pbr/]{1,200}", author in ".{0,20}") {
        let line = serde_json::json!({"title": title, "text": format!("x{text}"), "author": author, "date": "2020-09-14"}).to_string();
        let draft = draft(&line).unwrap();
        let Runs::Parts(runs) = &draft.runs else { return Ok(()) };
        for run in runs {
            let part = |text: &str, start: u32| text.get(start as usize..(start + run.len) as usize).map(str::to_owned);
            prop_assert!(part(&draft.text, run.reading).is_some());
            prop_assert_eq!(part(&draft.text, run.reading), part(&draft.raw, run.raw));
        }
        for block in &draft.blocks {
            prop_assert!(draft.text.get(block.span.range()).is_some());
        }
    }

    #[test]
    fn a_damaged_record_breaks_nothing(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut line = br#"{"title": "T", "text": "One\ntwo \u0142", "date": 1600112580, "authors": ["a", {"name": "b"}], "x": {"y": [1]}}"#.to_vec();
        let at = at.index(line.len());
        line[at] = byte;
        read(&Source { name: "a", bytes: &line, limits: &Limits::default() }).ok();
    }
}
