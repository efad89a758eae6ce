//! Lost characters: which can be told from their neighbours.

use super::super::testing::{mended, shown};

#[test]
fn an_apostrophe_is_told_from_the_words_beside_it() {
    assert_eq!(mended("We don\u{fffd}t say it\u{fffd}s Russia\u{fffd}s."), "We don’t say it’s Russia’s.");
    assert_eq!(mended("Putin said that Putin\u{fffd}s plan"), "Putin said that Putin’s plan");
    assert_eq!(mended("O\u{fffd}Brien at ten o\u{fffd}clock"), "O’Brien at ten o’clock");
    assert_eq!(mended("They\u{fffd}ve heard qu\u{fffd}il n\u{fffd}est"), "They’ve heard qu’il n’est");
}

#[test]
fn a_lost_letter_is_no_apostrophe() {
    for text in [
        "two caf\u{fffd}s and Andr\u{fffd}s",
        "Vu\u{fffd}i\u{fffd} and na\u{fffd}ve",
        "the players\u{fffd} choice",
        "a n\u{fffd}on sign",
    ] {
        let (shown, done) = shown(text);
        assert_eq!(shown, text);
        assert!(done[0].ends_with("lost for good"), "{done:?}");
    }
}

#[test]
fn three_lost_bytes_are_one_lost_character() {
    assert_eq!(
        shown("I don\u{fffd}\u{fffd}\u{fffd}t know"),
        ("I don’t know".into(), vec!["repaired: 1 lost character".into()])
    );
}

#[test]
fn a_pair_around_words_is_quotation_marks() {
    assert_eq!(
        mended("He spoke of the \u{fffd}elder brother\u{fffd} in Moscow."),
        "He spoke of the “elder brother” in Moscow."
    );
    assert_eq!(
        mended(
            "\u{fffd}We don\u{fffd}t know,\u{fffd} she said. \u{fffd}It is \u{fffd} so to say \u{fffd} open.\u{fffd}"
        ),
        "“We don’t know,” she said. “It is – so to say – open.”"
    );
}

#[test]
fn lost_letters_at_the_edges_of_words_are_no_quotation_marks() {
    let text = "Le palais de l\u{fffd}lys\u{fffd}e, la \u{fffd}tat et le caf\u{fffd}.";
    assert_eq!(mended(text), text);
    let text = "the goals of \u{fffd}zil and Vu\u{fffd}i\u{fffd}, of Jos\u{fffd} and Ren\u{fffd}";
    assert_eq!(mended(text), text);
}

#[test]
fn between_two_spaces_stands_a_dash_in_english_alone() {
    assert_eq!(
        mended("the leader \u{fffd} in power for 26 years \u{fffd} has won"),
        "the leader – in power for 26 years – has won"
    );
    let text = "Il est parti \u{fffd} Minsk et la ville";
    assert_eq!(mended(text), text);
    let text = "that the replacement character U+FFFD \u{fffd} is shown";
    assert_eq!(mended(text), text);
    let text = "that is a price of \u{fffd} 5 million for the gas";
    assert_eq!(mended(text), text);
}

#[test]
fn what_stands_for_nothing_at_an_end_is_taken_away() {
    assert_eq!(
        shown("their summit on Sunday.\u{fffd}\u{fffd}"),
        ("their summit on Sunday.".into(), vec!["2 characters lost for good".into()])
    );
    assert_eq!(
        mended("\u{fffd} the first of the points that he made"),
        " the first of the points that he made"
    );
    for text in [
        "\u{fffd}\u{fffd}",
        "“It was the last.\u{fffd}",
        "\u{fffd}\u{fffd}\u{fffd}\u{fffd} \u{fffd}\u{fffd} of the \u{fffd}\u{fffd}",
        "\u{fffd} Minsk il est parti",
    ] {
        assert_eq!(mended(text), text);
    }
}
