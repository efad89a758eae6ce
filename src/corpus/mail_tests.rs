//! Messages as documents, and any bytes at all. Whole messages stand in `tests/formats/mail`.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::corpus::{Document, Limits, parse};

fn document(message: &str) -> Document {
    parse("a.eml", message.as_bytes()).unwrap()
}

#[test]
fn a_file_is_a_message_by_its_header_whatever_its_name() {
    for header in [
        "From: a@b.example\nTo: c\nSubject: x\nMessage-ID: <1@b>\n\n",
        "Received: from a\nFrom: b\nTo: c\n\n",
        "From a@b.example Mon\nFrom: b\nTo: c\nDate: Mon, 14 Sep 2020 21:43:00 +0300\n\n",
        "X-Mailer: x\nMIME-Version: 1.0\nFrom: b\n\n",
    ] {
        assert!(begins(header.as_bytes()), "{header}");
    }
    for other in [
        "From: the harbour\nTo: all\nDate: 14 September 2020\nSubject: the ferry\n\n",
        "From: a\nMessage-ID: <1@b>\n\n",
        "To: b\nSubject: x\nDate: Mon, 14 Sep 2020 21:43:00 +0300\n\n",
        "Title: x\nAuthor: b\nMIME: c\n",
        "",
        "From here on: a story\n",
    ] {
        assert!(!begins(other.as_bytes()), "{other}");
    }
}

#[test]
fn the_source_is_the_list_or_the_domain_of_the_sender() {
    let source = |header: &str| document(header).meta.source.map(|source| source.value);
    assert_eq!(
        source("From: a@B.Example\nList-ID: The desk <desk.lake.example>\n\n").unwrap(),
        "desk.lake.example"
    );
    assert_eq!(source("From: a@B.Example\nList-ID: desk\n\n").unwrap(), "b.example");
    assert_eq!(source("Sender: a@b.example\nSubject: x\n\n").unwrap(), "b.example");
    assert_eq!(source("From: a\n\n"), None);
}

#[test]
fn the_date_is_the_day_on_which_the_sender_wrote() {
    let date = |value: &str| {
        document(&format!("From: a\nDate: {value}\n\n")).meta.date.map(|date| date.value.to_string())
    };
    assert_eq!(date("Mon, 14 Sep 2020 23:43:00 -0800").as_deref(), Some("2020-09-14"));
    assert_eq!(date("14 Sep 98 21:43:00 GMT").as_deref(), Some("1998-09-14"));
    assert_eq!(date("14 Sep 98 21:43 EST").as_deref(), Some("1998-09-14"));
    assert_eq!(date("Mon, 14 Sep 98 21:43 EST").as_deref(), Some("1998-09-14"));
    assert_eq!(date("Monday, 14-Sep-20 21:43 EST").as_deref(), Some("2020-09-14"));
    assert_eq!(date("14 Sep 120 21:43").as_deref(), Some("2020-09-14"));
    assert_eq!(date("31 Feb 98 21:43 EST"), None);
    assert_eq!(date("Monday, 14 September 2020 21:43 GMT").as_deref(), Some("2020-09-14"));
    assert_eq!(date("2020-09-14 21:43:00").as_deref(), Some("2020-09-14"));
    for other in ["soon", "31 Feb 2020 10:00:00 +0000", "", "0 Sep 2020 10:00:00 +0000"] {
        assert_eq!(date(other), None, "{other}");
    }
}

#[test]
fn long_lists_of_addresses_and_attachments_are_cut_and_said() {
    let text = |message: &str| document(message).text.as_str().to_owned();
    assert!(text(&format!("From: a@b\nTo: {}\n\n", "a@b, ".repeat(60))).contains("a@b and 10 more"));
    assert!(text(&format!("From: a@b\nTo: {}\n\n", "a@b, ".repeat(90_000))).contains("a@b and many more"));
    let part = "--a\nContent-Type: image/png; name=\"x\n y\u{202e}.png\"\n\n";
    let many = text(&format!("From: a\nContent-Type: multipart/mixed; boundary=a\n\n{}", part.repeat(300)));
    assert!(many.contains("Attachment: x y") && many.ends_with("and 100 more attachments"));
}

#[test]
fn a_header_of_megabytes_is_read() {
    let message = format!("From: a@b\nX-Filler: {}\nSubject: here\n\nbody", "x ".repeat(1 << 20));
    assert_eq!(document(&message).meta.title.value, "here");
    let message = format!("From: a@b\n{}Subject: here\n\nbody", "X: y\n".repeat(1 << 18));
    assert_eq!(document(&message).meta.title.value, "here");
}

#[test]
fn html_over_the_limit_is_shown_as_its_source() {
    let message = "From: a\nContent-Type: text/html\n\n<p>One</p>";
    let limits = Limits { markup: 5, ..Limits::default() };
    let draft = read(&Source { name: "a", bytes: message.as_bytes(), limits: &limits });
    assert!(draft.text.contains("<p>One</p>") && draft.done.len() == 1);
}

/// Checks what holds for the draft of any message.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let draft = read(&Source { name: "a", bytes, limits: &Limits::default() });
    let mut end = 0;
    for block in &draft.blocks {
        prop_assert!(block.span.start >= end && draft.text.get(block.span.range()).is_some());
        end = block.span.end;
    }
    if let crate::corpus::Runs::Parts(runs) = &draft.runs {
        let mut ends = (0, 0);
        for run in runs {
            let part = |text: &str, start: u32| {
                text.get(start as usize..(start + run.len) as usize).map(str::to_owned)
            };
            prop_assert!(part(&draft.text, run.reading).is_some());
            prop_assert_eq!(part(&draft.text, run.reading), part(&draft.raw, run.raw));
            prop_assert!(run.reading >= ends.0 && run.raw >= ends.1);
            ends = (run.reading + run.len, run.raw + run.len);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes)?;
        parse("a.eml", &bytes).ok();
    }

    #[test]
    fn no_message_breaks_it(message in message()) {
        check(message.as_bytes())?;
    }

    #[test]
    fn a_damaged_message_breaks_nothing(message in message(), damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8)) {
        let mut bytes = message.into_bytes();
        for (at, byte) in damage {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        check(&bytes)?;
    }
}

/// Messages of the pieces that the readers are about.
fn message() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "From: a@b.example\n",
        "From: \"A, (B\" <a@b>, c: d@e, f;\n",
        "To: =?utf-8?q?=C5=81?= (x (y) z) <\"a b\"@c>,, <>\n",
        "Subject: =?utf-8?B?0JzRltC90YHQug==?= =?x?Q?=?=\n",
        "Subject: a\n b\n",
        "Date: Mon, 14 Sep 2020 21:43:00 +0300\n",
        "Date: 99 Foo 99999 99:99\n",
        "List-Id: <a>\n",
        "Content-Type: multipart/mixed; boundary=a\n",
        "Content-Type: multipart/alternative; boundary=\"b\"\n",
        "Content-Type: multipart/digest; boundary=\n",
        "Content-Type: text/html; charset=koi8-r\n",
        "Content-Type: text/plain; format=flowed; delsp=yes; charset=utf-16\n",
        "Content-Type: text/plain; name*0*=utf-8''a%C5; name*1*=%81\n",
        "Content-Type: message/rfc822\n",
        "Content-Type: application/pkcs7-mime; smime-type=\"signed-data\n",
        "Content-Type: multipart/encrypted; boundary=a\n",
        "Content-Transfer-Encoding: base64\n",
        "Content-Transfer-Encoding: quoted-printable\n",
        "Content-Disposition: attachment; filename=\"a\nb\"\n",
        "\n",
        "\r\n",
        "--a\n",
        "--a--\n",
        "--b\r\n",
        "--b--\r\n",
        "VGFsa3M=\n",
        "=C5=81=\n",
        "> quoted\n",
        ">> > more \n",
        "-- \n",
        "-----BEGIN PGP MESSAGE-----\n",
        "-----END PGP MESSAGE-----\n",
        "The two sides met for a whole day in the house by the sea \n",
        "白俄 \n",
        "<p>One<b>two</p>\n",
        "\u{2028}\u{a0}",
        "\0",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}
