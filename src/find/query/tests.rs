//! What queries mean.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;

/// A query as it is understood, printed with its brackets.
fn read(typed: &str) -> String {
    Query::read(typed).root.map_or_else(String::new, |root| root.to_string())
}

/// The complaints of a query in earnest.
fn complaints(typed: &str) -> Vec<String> {
    Query::read(typed).complaints.into_iter().map(|complaint| complaint.text).collect()
}

/// What is said of a query while it is typed.
fn while_typing(typed: &str) -> usize {
    Query::read(typed).complaints.iter().filter(|complaint| complaint.is_due(typed.len())).count()
}

#[track_caller]
fn means(typed: &str, meant: &str) {
    assert_eq!(read(typed), meant, "{typed}");
    assert_eq!(complaints(typed), Vec::<String>::new(), "{typed}");
}

/// Reads so, and says so much of it.
#[track_caller]
fn half(typed: &str, meant: &str, complaint: &str) {
    assert_eq!(read(typed), meant, "{typed}");
    let said = complaints(typed);
    assert!(said.len() == 1 && said[0].contains(complaint), "{typed}: {said:?}");
}

#[test]
fn or_binds_less_than_standing_together() {
    let query = Query::read("a b OR c AND d").root;
    let Some(Node::Any(nodes)) = query else { panic!("{query:?}") };
    assert!(nodes.len() == 2 && nodes.iter().all(|node| matches!(node, Node::All(both) if both.len() == 2)));
    means("a (b OR c) d", "a (b OR c) d");
    means("a (b c) d", "a b c d");
    means("(a OR b) OR c", "a OR b OR c");
    means("(((a)))", "a");
    means("and or not", "and or not");
}

#[test]
fn a_dash_before_a_value_that_is_no_word_denies_nothing() {
    half("a date:-2019", "a", "“date:-2019” is no date (left out); write date:..2019");
    half("a mentions:-2019-07", "a", "write mentions:..2019-07");
    half("a date:-", "a", "“date:-” is no date");
    half("a is:-read", "a", "did you mean -is:read?");
    half("a format:-pdf", "a", "did you mean -format:pdf?");
    means("a -date:2019 -is:read", "a -date:2019 -is:read");
    means("a person:-Orlov", "a -person:Orlov");
}

#[test]
fn denial_is_a_word_or_a_dash() {
    means("a -b", "a -b");
    means("a NOT b", "a -b");
    means("-a", "-a");
    means("-(a OR b)", "-(a OR b)");
    means("-(a b) c", "-(a b) c");
    means("NOT NOT a", "a");
    means("--a", "a");
    means("-(-a)", "a");
    means("-title:a", "-title:a");
    means("title:-a", "-title:a");
    means("a AND NOT b OR -c", "a -b OR -c");
    means("Minsk - Moscow", "Minsk Moscow");
    means("Minsk -- Moscow", "Minsk Moscow");
    means("state-owned", "state-owned");
}

#[test]
fn words_have_signs() {
    let how = |typed: &str| match Query::read(typed).root {
        Some(Node::Sought(Sought { words: Words::Word(word, how), .. })) => (word, how),
        other => panic!("{typed}: {other:?}"),
    };
    assert_eq!(how("word"), ("word".to_owned(), How::Meant));
    assert_eq!(how("word*"), ("word".to_owned(), How::Prefix));
    assert_eq!(how("word~"), ("word".to_owned(), How::Typo));
    assert_eq!(how("word~2"), ("word".to_owned(), How::Typo));
    assert_eq!(how("=word"), ("word".to_owned(), How::Exact));
    assert_eq!(how("=OR"), ("OR".to_owned(), How::Exact));
    half("wo*rd", "wo*rd", "only at the end");
    half("=word*", "=word", "these letters and no others");
    half("a *", "a", "needs letters");
    means("a & b – c", "a b c");
}

#[test]
fn phrases_have_quotation_marks_of_any_kind() {
    means("\"a b\"", "\"a b\"");
    means("“elder brother”", "\"elder brother\"");
    means("„a b“", "\"a b\"");
    means("«a b»", "\"a b\"");
    means("\"a b\"~5", "\"a b\"~5");
    means("=\"a b\"", "\"a b\"");
    means("title:\"a b\"", "title:\"a b\"");
    means("-\"a b\" c", "-\"a b\" c");
    means("\"a – b\"", "\"a b\"");
    means("a\"b c\"d", "a \"b c\" d");
    assert_eq!(read("\"a b\"~99999999999"), "\"a b\"~1000");
    half("\"a b\"~", "\"a b\"", "needs a number");
    half("\"\" a", "a", "needs letters");
}

#[test]
fn fields_say_where() {
    means("title:a b", "title:a b");
    means("title:(a b)", "title:a title:b");
    means("title:(a OR author:b)", "title:a OR author:b");
    means("title:(a (b OR c))", "title:a (title:b OR title:c)");
    means("TITLE:a", "title:a");
    means("org:a body:b organization:c", "org:a org:b org:c");
    means("tag:#minsk", "tag:minsk");
    means("title:=a person:b* note:c~", "title:=a person:b* note:c~");
    means("title:12:30", "title:12:30");
    means("is:unread format:PDF format:md", "is:unread format:pdf format:markdown");
    means("format:text", "format:\"plain text\"");
    means("format:\"plain text\"", "format:\"plain text\"");
    means("date:2019 -date:2019-07", "date:2019 -date:2019-07");
    means("date:(2019 OR >2021)", "date:2019 OR date:2022..");
    means("mentions:1986-04 mentions:>2020", "mentions:1986-04 mentions:2021..");
}

#[test]
fn what_is_no_field_is_a_word() {
    half("foo:bar", "foo:bar", "there is no field “foo:”");
    means("http://example.org/a", "http://example.org/a");
    means("12:30", "12:30");
    half("page:3", "page:3", "“page:3” is looked for as it is; there is no field “page:”");
    half("autor:luk", "autor:luk", "did you mean “author:”?");
    half("titel:x", "titel:x", "did you mean “title:”?");
    half("orgnaisaton:x y", "orgnaisaton:x y", "did you mean “organisation:”?");
}

#[test]
fn what_is_wrong_is_left_out_and_told() {
    half("date:20x0 a", "a", "“date:20x0” is no date");
    half("date:2020..2019", "date:2019..2020", "runs backwards");
    half("is:unraed a", "a", "did you mean is:unread?");
    half("is:purple a", "a", "takes unread, read, bookmarked, noted");
    half("format:pfd a", "a", "did you mean format:pdf?");
    half("title: a", "a", "“title:” needs a word right behind it");
    half("a ) b", "a b", "closes nothing");
    half("() a", "a", "nothing in the brackets");
    half("OR a", "a", "“OR” has nothing before it");
    half("a OR OR b", "a OR b", "“OR” has nothing before it");
    half("a NOT OR b", "a OR b", "“NOT” has nothing behind it");
    half("(a OR) b", "a b", "“OR” has nothing behind it");
    half("date:20x0 OR a", "a", "is no date");
    half("mentions:20x0 a", "a", "write mentions:2019");
    assert_eq!(read(""), "");
    assert_eq!(read(" – "), "");
}

#[test]
fn what_is_half_typed_is_told_only_in_earnest() {
    for (typed, meant) in [
        ("a \"b c", "a \"b c\""),
        ("a “", "a"),
        ("a (b OR c", "a (b OR c)"),
        ("a (", "a"),
        ("a title:", "a"),
        ("a OR", "a"),
        ("a OR ", "a"),
        ("a AND", "a"),
        ("a NOT", "a"),
        ("a NOT ", "a"),
        ("a date:20", "a"),
        ("a date:2019..20", "a"),
        ("a is:unr", "a"),
        ("a title:(", "a"),
        ("a title:(b", "a title:b"),
        ("a autor:b", "a autor:b"),
        ("(a OR (b", "a OR b"),
        ("\"a b\"~", "\"a b\""),
        ("a =", "a"),
    ] {
        assert_eq!(read(typed), meant, "{typed}");
        assert!(!complaints(typed).is_empty(), "{typed}");
        assert_eq!(while_typing(typed), 0, "{typed}");
    }
    assert_eq!(while_typing("a -"), 0);
    assert_eq!(while_typing("a date:20 "), 1);
    assert_eq!(while_typing("a date:20 b"), 1);
    assert_eq!(while_typing("a is:unr b (c"), 1);
}

#[test]
fn signs_within_a_phrase_are_left_out_and_told() {
    half("\"cheap* raw\"", "\"cheap raw\"", "aren't heeded within a phrase");
    assert_eq!(complaints("\"cheap* raw~\"").len(), 2);
}

#[test]
fn long_and_deep_queries_are_cut_and_told() {
    let deep = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    means(&deep(32), "a");
    half(&deep(33), "a", "over 32 deep");
    half(&format!("{} b", deep(100_000)), "a b", "over 32 deep");
    let many = "a ".repeat(100_000);
    let query = Query::read(&many);
    assert_eq!(query.wanted().len(), 256);
    assert_eq!(query.complaints.len(), 1);
    assert_eq!(while_typing(&many), 1);
    let phrase = format!("\"{many}\"");
    half(&phrase, &format!("\"{}\"", vec!["a"; 256].join(" ")), "only the first 256");
    assert!(Query::read(&") ".repeat(100_000)).complaints.len() <= 16);
    assert_eq!(read(&format!("{}a", "- NOT ".repeat(100_001))), "-a");
}

#[test]
fn spans_hold_the_field_and_the_signs() {
    let typed = "a title:=b -person:“c d”~3 NOT e note:(f)";
    let query = Query::read(typed);
    let spans: Vec<&str> = query.wanted().iter().map(|sought| sought.span.of(typed)).collect();
    assert_eq!(spans, ["a", "title:=b", "f"]);
    let Some(Node::All(nodes)) = query.root else { panic!() };
    let Some(Node::Not(denied)) = nodes.get(2) else { panic!() };
    let Node::Sought(sought) = &**denied else { panic!() };
    assert_eq!(sought.span.of(typed), "person:“c d”~3");
}

#[test]
fn each_rule_of_the_help_reads_as_it_says() {
    let printed = [
        "timber transit",
        "\"elder brother\"",
        "\"timber duty\"~5",
        "=Lukashenka",
        "sanction*",
        "Tsikhanouskaya~",
        "gas OR oil",
        "gas transit",
        "minsk -football",
        "(gas OR oil) -(price -tariff)",
        "title:summit source:kayhan",
        "title:gas OR title:oil",
        "person:Makey place:Sochi",
        "note:embassy",
        "tag:minsk",
        "date:2019-07",
        "date:2019..2020-06",
        "date:2020-07..",
        "format:pdf",
        "is:unread -is:noted",
    ];
    assert_eq!(RULES.len(), printed.len());
    for (rule, printed) in RULES.iter().zip(printed) {
        means(rule.example, printed);
    }
}

#[test]
fn a_line_of_signs_alone_is_told_once_it_is_none_of_ours() {
    for line in ["€", "!", "...", "🙂 $"] {
        assert_eq!(complaints(line), [format!("“{line}” needs letters or digits, so it is left out")]);
    }
    for line in ["", " ", "-", "("] {
        assert!(complaints(line).iter().all(|complaint| !complaint.contains("needs letters")), "{line}");
    }
}
