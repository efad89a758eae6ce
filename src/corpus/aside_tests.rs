//! What is set aside at the head and the tail of a document, and what isn't.

use crate::corpus::plain_testing::{PROSE, aside, shown};

fn article(head: &str, tail: &str) -> String {
    format!("{head}\n\nTalks End Without a Deal\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{tail}")
}

#[test]
fn slogans_before_the_headline_are_set_aside() {
    let text = article("Subscribe to our newsletter\n\nFACEBOOK\nkayhan.ir\nNews ID: 7", "");
    let expected = ["Subscribe to our newsletter", "FACEBOOK", "kayhan.ir", "News ID: 7"];
    assert_eq!(aside(&text), expected);
}

#[test]
fn the_same_words_inside_the_prose_stay() {
    let text = format!("{}\n\nSubscribe to our newsletter\n\nTWITTER\n\n{PROSE}", article("", ""));
    assert_eq!(aside(&text), [""; 0]);
}

#[test]
fn a_word_that_could_be_the_title_stays() {
    let text = format!("Facebook\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n");
    assert_eq!(aside(&text), [""; 0]);
    assert_eq!(shown(&text)[0].0, "Heading(1)");
}

#[test]
fn links_behind_an_article_are_set_aside() {
    let text = article(
        "",
        "Opinions\nMinister to visit the north for talks\n2019.07.03 08:44\n\nbelsat.eu\n\nTWITTER",
    );
    let expected =
        ["Opinions", "Minister to visit the north for talks", "2019.07.03 08:44", "belsat.eu", "TWITTER"];
    assert_eq!(aside(&text), expected);
}

#[test]
fn a_section_name_right_below_the_last_paragraph_is_set_aside() {
    let text = format!("{PROSE}\n{PROSE}\n{PROSE}\nSituation in the region");
    assert_eq!(aside(&text), ["Situation in the region"]);
}

#[test]
fn a_signature_stays() {
    for tail in ["Anna Kim", "Anna Kim\nMinsk, 5 May 1986", "Yours sincerely,\n\nthe chair of the board"] {
        assert_eq!(aside(&article("", tail)), [""; 0], "{tail}");
    }
}

#[test]
fn a_list_a_table_and_references_at_the_end_stay() {
    for tail in [
        "- one thing to buy\n- and another thing",
        "1. first\n2. second",
        "Minsk    12   people\nSochi    14   people",
        "References\n\nKim, On the talks of the north\nNowak, On the talks of the south",
        "[1] Kim, On the talks\n[2] Nowak, On the talks",
        "The members are:\nthe one with the hat\nthe one without",
        "https://example.org/one\nhttps://example.org/two",
    ] {
        assert_eq!(aside(&article("", tail)), [""; 0], "{tail}");
    }
}

#[test]
fn short_lines_behind_too_little_prose_stay() {
    let text = format!("A poem of the north\n\n{PROSE}\n\nthe snow lies deep\nthe wind is cold");
    assert_eq!(aside(&text), [""; 0]);
}

#[test]
fn everything_from_a_reply_form_on_is_set_aside() {
    let text = article(
        "",
        "Leave a Reply\n\nYour email address will not be published.\n\nName\n\nI agree with this.",
    );
    assert_eq!(aside(&text).len(), 4);
}

#[test]
fn a_heading_about_replies_with_a_text_below_it_stays() {
    let text = article("", &format!("Leave a Reply\n\n{PROSE}\n\n{PROSE}"));
    assert_eq!(aside(&text), [""; 0]);
}

#[test]
fn the_head_of_a_letter_stays() {
    let text = article("From: Anna Kim\nTo: Jan Nowak\nDate: 14 September 2020", "");
    assert_eq!(aside(&text), [""; 0]);
}

#[test]
fn where_it_would_be_much_of_the_document_nothing_is_set_aside() {
    let text =
        "Good news\n\nIt rains in Minsk today.\n\nSubscribe to our newsletter\n\nFollow us on Telegram";
    assert_eq!(aside(text), [""; 0]);
}

#[test]
fn nothing_of_a_text_of_slogans_alone_is_lost() {
    assert_eq!(aside("Subscribe\n\nSign up\n\nMenu"), [""; 0]);
}
