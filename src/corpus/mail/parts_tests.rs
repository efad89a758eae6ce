//! The parts of a message, some of them meant to do harm.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use super::*;

fn parts(message: &str) -> Parts {
    let len = header_len(message.as_bytes());
    walk(message.as_bytes(), Content::read(&Fields::read(message)), len..message.len())
}

/// The type of each part, and its text where it is shown.
fn shown(message: &str) -> Vec<(String, Option<&str>)> {
    let leaves = parts(message).leaves.into_iter();
    leaves.map(|leaf| (leaf.content.kind, leaf.shown.then(|| &message[leaf.body]))).collect()
}

#[test]
fn of_alternatives_the_plain_text_is_shown_in_whatever_branch_it_stands() {
    let message = "Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/html\n\nhtml\n--a\n\
        Content-Type: multipart/related; boundary=b\n\n--b\n\nplain\n--b\nContent-Type: image/png\n\nx\n--b--\n--a--\n";
    let expected = [("text/html", None), ("text/plain", Some("plain")), ("image/png", None)];
    assert_eq!(shown(message), expected.map(|(kind, text)| (kind.to_owned(), text)));
}

#[test]
fn html_is_shown_where_there_is_no_plain_text() {
    let message = "Content-Type: multipart/alternative; boundary=a\n\n--a\n\n\n--a\nContent-Type: text/html\n\nhtml\n--a--\n";
    assert_eq!(shown(message), [("text/plain".to_owned(), None), ("text/html".to_owned(), Some("html"))]);
}

#[test]
fn html_is_shown_where_the_plain_text_beside_it_says_nothing() {
    let beside = |plain: &str| {
        let head = "Content-Type: multipart/alternative; boundary=a\n\n--a\n";
        let shown = shown(&format!("{head}{plain}\n--a\nContent-Type: text/html\n\nhtml\n--a--\n"))
            .into_iter()
            .filter_map(|(kind, text)| text.map(|_| kind))
            .collect::<Vec<_>>();
        shown.join(" ")
    };
    for blank in [" ", "\n \n\u{a0}", "\n--", "\n-\n", "Content-Transfer-Encoding: base64\n\nDQo="] {
        assert_eq!(beside(blank), "text/html", "{blank:?}");
    }
    for said in ["\nyes", "\n白", "Content-Transfer-Encoding: base64\n\nYQo="] {
        assert_eq!(beside(said), "text/plain", "{said:?}");
    }
}

#[test]
fn files_are_attached_and_inline_texts_shown() {
    let message = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a\nContent-Disposition: attachment\n\ntwo\n\
        --a\nContent-Type: text/plain; name=x.txt\n\nthree\n--a\nContent-Disposition: inline; filename=y.txt\n\nfour\n--a--\nepilogue";
    let texts: Vec<_> = shown(message).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, [Some("one"), None, None, Some("four")]);
    let attached = parts(message).leaves.iter().filter(|leaf| leaf.is_attached()).count();
    assert_eq!(attached, 2);
}

#[test]
fn an_inner_part_ends_with_the_outer_one() {
    let message = "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--a\n\ntwo\n--b\nx\n--a--\n";
    let texts: Vec<_> = shown(message).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, [Some("one"), Some("two\n--b\nx")]);
}

#[test]
fn a_message_that_ends_in_the_middle_keeps_what_it_has() {
    let message = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a\n\ntwo";
    let texts: Vec<_> = shown(message).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, [Some("one"), Some("two")]);
    assert_eq!(shown("Content-Type: multipart/mixed; boundary=a\n\nnothing")[0].1, Some("nothing"));
    assert_eq!(shown("Content-Type: multipart/mixed; boundary=a\n\n--a--")[0].1, Some("--a--"));
}

/// Fails where reading the parts takes long: these took other readers minutes, or their stack.
#[track_caller]
fn in_time(message: &str) -> Parts {
    let begun = Instant::now();
    let parts = parts(message);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    parts
}

#[test]
fn parts_nested_ten_thousand_deep_are_left_out_and_said() {
    let mut message = "Content-Type: multipart/mixed; boundary=b0\n\n".to_owned();
    for depth in 0..10_000 {
        message += &format!("--b{depth}\nContent-Type: multipart/mixed; boundary=b{}\n\n", depth + 1);
    }
    let parts = in_time(&message);
    assert!(parts.too_deep);
    assert_eq!(parts.leaves.len(), 1);
}

#[test]
fn many_empty_parts_are_counted() {
    let message = format!("Content-Type: multipart/mixed; boundary=a\n\n{}", "--a\n\n".repeat(100_000));
    let parts = in_time(&message);
    assert_eq!((parts.leaves.len(), parts.more), (MANY, 90_000));
}

#[test]
fn delimiters_that_never_come_are_searched_for_once() {
    let part = "--a\nContent-Type: multipart/mixed; boundary=never\n\n";
    let message = format!("Content-Type: multipart/mixed; boundary=a\n\n{}", part.repeat(100_000));
    in_time(&message);
}
