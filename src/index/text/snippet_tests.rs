//! The passages that are shown.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::testing::{Names, asked, index, kept, query, text};
use crate::index::{Asked, Nobody, Origin, Snippet, WhoIsWho};

fn snippets(own: &str, line: &str, most: usize, who: &dyn WhoIsWho) -> Vec<Snippet> {
    let reader = index(&[text(own)]);
    let asked = Asked { snippets: most, ..asked(query(line)) };
    reader.answer(&asked, who, &|| false).unwrap().unwrap().hits.remove(0).snippets
}

/// The first snippet with its lit words in brackets.
fn shown(own: &str, line: &str) -> String {
    let snippet = snippets(own, line, 1, &Nobody).remove(0);
    bracketed(&snippet)
}

fn bracketed(snippet: &Snippet) -> String {
    let mut text = snippet.text.clone();
    for span in snippet.lit.iter().rev() {
        text.insert(span.end as usize, ']');
        text.insert(span.start as usize, '[');
    }
    text
}

#[test]
fn a_short_text_is_shown_whole_on_one_line() {
    assert_eq!(shown("The mill\nover  the river.", "mill"), "The [mill] over the river.");
}

#[test]
fn the_passage_with_most_of_the_words_is_chosen() {
    let filler = "Nothing is said here of anything that matters to anybody. ".repeat(6);
    let own =
        format!("A mill stood there. {filler}The timber came to the mill by night. {filler}Timber again.");
    assert_eq!(snippets(&own, "timber mill", 1, &Nobody)[0].lit.len(), 2);
    let shown = shown(&own, "timber mill");
    assert!(shown.starts_with("The [timber] came to the [mill] by night."), "{shown}");
}

#[test]
fn a_long_sentence_is_cut_at_words_and_says_so() {
    let own = format!("{} apple {}", "before ".repeat(60), "behind ".repeat(60));
    let shown = shown(own.trim(), "apple");
    assert!(shown.starts_with("…before ") && shown.ends_with(" behind…"), "{shown}");
    assert!(shown.contains("[apple]") && (140..180).contains(&shown.chars().count()), "{shown}");
}

#[test]
fn writings_without_spaces_are_cut_anywhere() {
    let own = format!("{}北京{}", "大".repeat(300), "学".repeat(300));
    let shown = shown(&own, "北京");
    assert!(shown.contains("[北][京]") && shown.chars().count() < 200, "{shown}");
}

#[test]
fn other_letters_are_as_long_as_latin_ones() {
    let own = "слово ".repeat(200) + "мельница " + &"слово ".repeat(200);
    let shown = shown(own.trim(), "мельница");
    assert!((120..190).contains(&shown.chars().count()), "{shown}");
}

#[test]
fn words_of_a_phrase_are_lit_only_in_it() {
    let own = "The state of the mill: the state owned it, the owned state.";
    assert_eq!(shown(own, "state_owned"), "The state of the mill: the [state] [owned] it, the owned state.");
}

#[test]
fn several_snippets_come_in_order_of_the_text() {
    let filler = "Nothing is said here of anything that matters to anybody. ".repeat(6);
    let own = format!("A mill. {filler}A mill and timber. {filler}Timber.");
    let found = snippets(&own, "timber mill", 3, &Nobody);
    assert_eq!(found.len(), 3);
    assert!(found.windows(2).all(|pair| pair[0].place.start < pair[1].place.start));
    assert_eq!(found[1].lit.len(), 2);
}

#[test]
fn a_note_gives_a_snippet_behind_those_of_the_text() {
    let reader = index(&[text("The mill.")]);
    let kept = kept(&[], &[], &[(0, "ask about the mill")]);
    let asked = Asked { snippets: 2, kept, ..asked(query("mill")) };
    let hit = reader.answer(&asked, &Nobody, &|| false).unwrap().unwrap().hits.remove(0);
    let shown: Vec<(Origin, String)> =
        hit.snippets.iter().map(|snippet| (snippet.origin, bracketed(snippet))).collect();
    assert_eq!(shown, [(Origin::Text, "The [mill].".into()), (Origin::Note, "ask about the [mill]".into())]);
    assert_eq!((hit.snippets[1].place.start, hit.snippets[1].place.end), (1, 2));
}

#[test]
fn a_name_of_several_words_is_lit_and_explained() {
    let who =
        Names { same: vec![vec!["csto", "collective security treaty organization"]], mentioned: Vec::new() };
    let found = snippets("The Collective Security Treaty Organization met.", "csto", 1, &who).remove(0);
    assert_eq!(bracketed(&found), "The [Collective] [Security] [Treaty] [Organization] met.");
    assert_eq!(found.why.as_deref(), Some("collective security treaty organization: same as csto"));
}

#[test]
fn only_a_title_that_matches_gives_none() {
    let mut doc = text("Of something else.");
    doc.title = "The mill";
    let reader = index(&[doc]);
    let answer = reader.answer(&asked(query("mill")), &Nobody, &|| false).unwrap().unwrap();
    assert_eq!((answer.total, answer.hits[0].snippets.len()), (1, 0));
}

#[test]
fn a_phrase_is_found_and_shown_wherever_a_long_paragraph_is_parted() {
    let whole: Vec<String> = (0..16_000).map(|number| format!("kor{number}")).collect();
    let whole = whole.join(" ");
    let document = crate::corpus::parse("long.txt", whole.as_bytes()).ok().unwrap();
    assert!(document.text.blocks().len() > 1);
    let parted = document.text.blocks().iter().skip(1).map(|block| block.span.start as usize);
    let stored = super::stored::split(&document.text).unwrap().1.into_iter().skip(1).map(|part| part.start);
    let seams: Vec<usize> = parted.chain(stored).collect();
    assert!(seams.len() > 3);

    let index = super::TextIndex::in_memory();
    let mut writer = index.writer(1, 0).unwrap();
    writer.put(crate::corpus::DocId(0), std::path::Path::new("long.txt"), &document).unwrap();
    writer.commit("all").unwrap();
    let reader = index.reader().unwrap();
    for seam in seams {
        let before = whole[..seam].split_whitespace().next_back().unwrap();
        let behind = whole[seam..].split_whitespace().next().unwrap();
        let asked = Asked { snippets: 3, ..asked(query(&format!("{before}_{behind}"))) };
        let hits = reader.answer(&asked, &Nobody, &|| false).unwrap().unwrap().hits;
        let [snippet] = &*hits[0].snippets else { panic!("{before} {behind}: {hits:?}") };
        assert!(bracketed(snippet).contains(&format!("[{before}] [{behind}]")), "{snippet:?}");
    }
}

#[test]
fn of_a_long_text_the_place_of_a_phrase_is_shown_and_not_that_of_its_words() {
    let own =
        format!("{}The president came.", "The mill and the river of the town. President.\n\n".repeat(5000));
    assert_eq!(shown(&own, "the_president"), "[The] [president] came.");
}

#[test]
fn the_place_of_a_phrase_is_all_of_it_and_a_sign_parts_no_place() {
    let own = "Calls went through AT&T and the elder brother of the mill.";
    let reader = index(&[text(own)]);
    let place = |line: &str| {
        let asked = Asked { snippets: 1, ..asked(query(line)) };
        let hits = reader.answer(&asked, &Nobody, &|| false).unwrap().unwrap().hits;
        let whole = reader.text(crate::corpus::DocId(0)).unwrap().unwrap();
        let lit: Vec<String> = reader
            .lit(&asked, &Nobody, &whole)
            .unwrap()
            .into_iter()
            .map(|span| span.of(whole.as_str()).to_owned())
            .collect();
        (hits[0].snippets[0].place.of(whole.as_str()).to_owned(), lit)
    };
    let brother = "elder brother of".to_owned();
    assert_eq!(place("\"elder brother of\""), (brother.clone(), vec![brother]));
    assert_eq!(place("AT&T"), ("AT&T".to_owned(), vec!["AT&T".to_owned()]));
}
