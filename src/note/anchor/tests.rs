//! What becomes of an anchor in a text that has changed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::note::folded::fold;

const TEXT: &str = "The sea was calm that day. Nobody had seen the ships yet.\n\
    At noon a bell rang in the old harbour. Nobody had seen the ships yet.\n\
    Then everybody ran down to the quay.\n";

fn anchor(text: &str, words: &str, nth: usize) -> Anchor {
    let (start, _) = text.match_indices(words).nth(nth).unwrap();
    Anchor::new(text, Span::new(start, start + words.len()))
}

#[track_caller]
fn moved<'a>(anchor: &Anchor, text: &'a str) -> (Span, &'a str) {
    match anchor.resolve(text) {
        Resolved::Moved(span) => (span, span.of(text)),
        other => panic!("not moved but {other:?}"),
    }
}

#[test]
fn an_unchanged_text_gives_the_exact_place() {
    for nth in 0..2 {
        let anchor = anchor(TEXT, "Nobody had seen the ships yet.", nth);
        assert_eq!(anchor.resolve(TEXT), Resolved::Exact(anchor.span()));
    }
    assert_eq!(anchor(TEXT, "a", 3).resolve(TEXT), Resolved::Exact(anchor(TEXT, "a", 3).span()));
}

#[test]
fn context_is_cut_on_characters() {
    let text = "é".repeat(100) + "x" + &"ü".repeat(100);
    let anchor = anchor(&text, "x", 0);
    assert_eq!((anchor.prefix, anchor.suffix), ("é".repeat(32), "ü".repeat(32)));
}

#[test]
fn an_insertion_before_it_moves_it() {
    let text = format!("Something new.\n{TEXT}");
    let (span, words) = moved(&anchor(TEXT, "old harbour", 0), &text);
    assert_eq!((words, span.start), ("old harbour", anchor(TEXT, "old harbour", 0).start + 15));
}

#[test]
fn of_a_repeated_sentence_the_context_tells_which() {
    let text = format!("Something new.\n{}", TEXT.replace("calm", "rough"));
    for nth in 0..2 {
        let (span, words) = moved(&anchor(TEXT, "Nobody had seen the ships yet.", nth), &text);
        assert_eq!(words, "Nobody had seen the ships yet.");
        assert_eq!(span, anchor(&text, words, nth).span());
    }
}

#[test]
fn a_sentence_repeated_without_a_difference_is_doubtful() {
    let anchor = Anchor { prefix: "x".into(), suffix: "y".into(), ..anchor(TEXT, "Nobody had", 1) };
    let text = format!("Something new. {TEXT}");
    assert!(matches!(anchor.resolve(&text), Resolved::Doubtful(_)));
}

#[test]
fn lines_wrapped_anew_are_the_same_words() {
    let anchor = anchor(TEXT, "the ships yet.\nAt noon a bell", 0);
    let text = TEXT.replace('\n', "  ").replace(' ', "\n ").replace("noon", "noon\u{a0}");
    assert_eq!(fold(moved(&anchor, &text).1), "the ships yet. At noon a bell");
    let text = TEXT.replace('\n', " ").replace("noon ", "noon\n");
    assert_eq!(anchor.resolve(&text), Resolved::Exact(anchor.span()));
}

#[test]
fn a_word_changed_beside_it_leaves_it_where_it_is() {
    let anchor = anchor(TEXT, "a bell rang", 0);
    assert_eq!(anchor.resolve(&TEXT.replace("noon", "nine")), Resolved::Exact(anchor.span()));
}

#[test]
fn words_that_are_gone_are_lost_though_their_context_is_there() {
    let gone = anchor(TEXT, "At noon a bell rang in the old harbour.", 0);
    let text = TEXT.replace("At noon a bell rang in the old harbour. ", "");
    assert_eq!(gone.resolve(&text), Resolved::Lost);
    assert_eq!(gone.resolve(""), Resolved::Lost);
}

#[test]
fn a_word_changed_in_it_moves_it_and_is_told() {
    let gong = anchor(TEXT, "At noon a bell rang in the old harbour.", 0);
    let text = TEXT.replace("bell", "gong");
    let (span, words) = moved(&gong, &text);
    assert_eq!(words, "At noon a gong rang in the old harbour.");
    assert!((70..95).contains(&gong.kept(&text, span)), "{}", gong.kept(&text, span));
    assert_eq!(gong.kept(TEXT, gong.span()), 100);
}

#[test]
fn where_the_noted_one_of_two_is_gone_the_other_is_doubtful() {
    for nth in 0..2 {
        let noted = anchor(TEXT, "Nobody had seen the ships yet.", nth);
        let mut text = TEXT.to_owned();
        text.replace_range(noted.span().range(), "");
        let found = noted.resolve(&text);
        assert!(matches!(found, Resolved::Doubtful(_)), "{found:?}");
    }
}

#[test]
fn a_short_word_in_another_place_is_doubtful() {
    let found = anchor(TEXT, "calm", 0).resolve("Keep calm and carry on.");
    assert!(matches!(found, Resolved::Doubtful(_)), "{found:?}");
}

#[test]
fn white_space_at_the_ends_of_a_quotation_belongs_to_it() {
    let anchor = anchor(TEXT, " noon ", 0);
    let text = format!("New. {}", TEXT.replace(" noon ", " \n noon\t "));
    assert_eq!(moved(&anchor, &text).1, " \n noon\t ");
}

#[test]
fn a_point_is_found_by_its_context() {
    let point = Anchor::new(TEXT, Span::new(40, 40));
    assert_eq!(point.resolve(TEXT), Resolved::Exact(Span::new(40, 40)));
    assert_eq!(point.resolve(&format!("New. {TEXT}")), Resolved::Moved(Span::new(45, 45)));
    assert_eq!(point.resolve("Other words."), Resolved::Lost);
}

#[test]
fn a_passage_longer_than_the_limit_is_anchored_by_its_beginning() {
    let text = "é word ".repeat(20_000);
    let anchor = Anchor::new(&text, Span::new(0, text.len()));
    assert!(anchor.exact.len() <= Anchor::LONGEST && anchor.exact.len() > Anchor::LONGEST - 4);
    assert_eq!(anchor.resolve(&text), Resolved::Exact(anchor.span()));
}

#[test]
fn hostile_repetition_takes_no_time() {
    let text = "a".repeat(1 << 20);
    let anchor = Anchor { exact: "a".repeat(1 << 19), start: 7, ..Anchor::default() };
    assert!(matches!(anchor.resolve(&text), Resolved::Doubtful(_)));
    let text = format!("b{}", "a ".repeat(100) + &" ".repeat(1 << 20)).repeat(4);
    let anchor = Anchor { exact: "a".into(), prefix: "a".repeat(9), ..Anchor::default() };
    assert!(matches!(anchor.resolve(&text), Resolved::Doubtful(_)));
}

proptest! {
    #[test]
    fn any_anchor_in_any_text_gives_a_place_that_can_be_sliced(
        text in "[ab \n\u{a0}é€]{0,80}", exact in "[ab é]{0,6}", prefix in "[ab é]{0,6}",
        suffix in "\\PC{0,6}", start in any::<u32>(), end in 0u32..90, rival in proptest::option::of((any::<u8>(), any::<u8>())),
    ) {
        for start in [start, start % 90] {
            let (exact, prefix, suffix) = (exact.clone(), prefix.clone(), suffix.clone());
            let rival = rival.map(|(fit, words)| Rival { fit, words });
            let anchor = Anchor { exact, prefix, suffix, start, end, rival };
            if let Some(span) = anchor.resolve(&text).span() {
                prop_assert!(text.get(span.range()).is_some());
            }
        }
    }

    #[test]
    fn an_anchor_made_anywhere_is_exact_in_its_own_text(
        text in "\\PC{0,200}", start in 0usize..300, length in 0usize..300,
    ) {
        let anchor = Anchor::new(&text, Span::new(start, start + length));
        prop_assert_eq!(anchor.resolve(&text), Resolved::Exact(anchor.span()));
    }
}

#[test]
fn a_passage_divided_by_what_was_put_in_is_found_whole() {
    let bell = anchor(TEXT, "At noon a bell rang in the old harbour.", 0);
    let text = TEXT.replace("bell rang", "bell [1] that nobody knew rang");
    assert_eq!(moved(&bell, &text).1, "At noon a bell [1] that nobody knew rang in the old harbour.");
}

#[test]
fn quotation_marks_dashes_accents_and_capitals_do_not_matter() {
    let text = "Before it.\n“L’été — c’est fini,” he said, and cooperated.\nBehind it.";
    let noted = anchor(text, "“L’été — c’est fini,” he said", 0);
    let changed = "New.\nBEFORE it.\n\"L'ete -- c'est fi\u{ad}ni,\" HE said, and cooperated.\nBehind it.";
    let (span, words) = moved(&noted, changed);
    assert_eq!(words, "\"L'ete -- c'est fi\u{ad}ni,\" HE said");
    assert_eq!(noted.kept(changed, span), 100);
}

#[test]
fn an_anchor_of_another_program_is_found_with_its_context_and_doubtful_without() {
    let noted = Anchor { rival: None, ..anchor(TEXT, "a bell rang in the old", 0) };
    assert_eq!(moved(&noted, &format!("New. {TEXT}")).1, "a bell rang in the old");
    let bare = Anchor { prefix: String::new(), suffix: String::new(), ..noted };
    assert!(matches!(bare.resolve(&format!("New. {TEXT}")), Resolved::Doubtful(_)));
}

#[test]
fn what_is_like_a_passage_is_kept_with_it() {
    let alone = anchor(TEXT, "everybody ran down to the quay", 0);
    assert_eq!(alone.rival, Some(Rival::default()));
    let twin = anchor(TEXT, "Nobody had seen the ships yet.", 1).rival.unwrap();
    assert!(twin.words == 100 && (30..100).contains(&twin.fit), "{twin:?}");
}

#[test]
fn a_long_passage_is_found_by_its_ends_though_much_of_it_changed() {
    let lines: Vec<String> =
        (0..200).map(|line| format!("Line {line} says {} and no more.\n", line * 7919)).collect();
    let text = lines.concat();
    let noted = Anchor::new(&text, Span::new(lines[0].len(), text.len() - lines[199].len()));
    let changed = format!(
        "New.\n{}",
        text.replace("Line 77 ", "The line 77 of them ").replace("says 7919 ", "sais 7919 ")
    );
    let (span, words) = moved(&noted, &changed);
    assert!(words.starts_with("Line 1 sais") && words.trim_end().ends_with("and no more."));
    assert!(span.len() > noted.exact.len());
    let gone = changed.replace("and", "or else").replace(char::is_numeric, "");
    assert!(!matches!(noted.resolve(&gone), Resolved::Exact(_) | Resolved::Moved(_)));
}

/// Sentences of words that stand in one place each.
fn sentences() -> Vec<String> {
    let word = |number: usize| {
        let letters = [number % 19, number / 19 % 23, number % 7 + 3, number / 5 % 11]
            .map(|at| b"stainerlocdumpgvbhfykwxzqj"[at]);
        String::from_utf8_lossy(&letters).into_owned() + ["ing", "ed", "er", "ion", "al"][number % 5]
    };
    (0..40)
        .map(|at| (0..9).map(|nth| word(at * 37 + nth * 101)).collect::<Vec<_>>().join(" ") + ". ")
        .collect()
}

proptest! {
    #[test]
    fn whatever_changes_around_a_passage_it_is_found_or_doubtful(
        nth in 0usize..40, edits in proptest::collection::vec((0usize..40, "[a-z ]{0,30}"), 0..12),
    ) {
        let all = sentences();
        let start: usize = all[..nth].iter().map(String::len).sum();
        let noted = Anchor::new(&all.concat(), Span::new(start, start + all[nth].len() - 1));
        let mut changed = all.clone();
        for (at, new) in edits.into_iter().filter(|edit| edit.0 != nth) {
            changed[at] = new;
        }
        let start: usize = changed[..nth].iter().map(String::len).sum();
        let span = Span::new(start, start + all[nth].len() - 1);
        let found = noted.resolve(&changed.concat());
        prop_assert!(found.span() == Some(span), "{:?}", found);
    }

    #[test]
    fn whatever_changes_a_little_in_a_passage_it_is_found_there_or_not_certain(
        nth in 0usize..40, edits in proptest::collection::vec((0usize..60, "[a-z ]{0,2}"), 0..5),
    ) {
        let all = sentences();
        let start: usize = all[..nth].iter().map(String::len).sum();
        let noted = Anchor::new(&all.concat(), Span::new(start, start + all[nth].len() - 1));
        let mut changed = all.clone();
        for (at, new) in edits {
            let at = at % (changed[nth].len() - 2);
            changed[nth].replace_range(at..at + 1, &new);
        }
        let span = Span::new(start, start + changed[nth].len() - 1);
        match noted.resolve(&changed.concat()) {
            Resolved::Exact(found) | Resolved::Moved(found) => prop_assert!(found.overlaps(span)),
            Resolved::Doubtful(_) | Resolved::Lost => {}
        }
    }

    #[test]
    fn an_anchor_of_any_text_in_any_other_gives_a_place_that_can_be_sliced(
        text in "(?s).{0,300}", other in "(?s).{0,300}", start in 0usize..300, length in 0usize..200, at in 0usize..300,
    ) {
        let noted = Anchor::new(&text, Span::new(start, start + length));
        let cut = floor(&text, at);
        for other in [other.clone(), [&text[cut..], &other, &text[..cut]].concat()] {
            if let Some(span) = noted.resolve(&other).span() {
                prop_assert!(other.get(span.range()).is_some());
                prop_assert!(noted.kept(&other, span) <= 100);
            }
        }
    }
}
