//! Sentences with the addresses and telephone numbers that are found in them, each beside wrong neighbours.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::tests::figures_of;
use super::super::{Context, Kind, Wanted};

/// The contacts of a sentence as "value".
fn contacts(text: &str) -> Vec<String> {
    let found = figures_of(text, &Context::default(), Wanted { contacts: true, ..Wanted::default() });
    found
        .into_iter()
        .filter(|found| found.0 == Kind::Contact)
        .map(|(_, words, value)| format!("{words} = {value}"))
        .collect()
}

#[track_caller]
fn each(table: &[(&str, &[&str])]) {
    for (text, wanted) in table {
        assert_eq!(contacts(text), *wanted, "{text}");
    }
}

#[test]
fn addresses_of_mail_are_found_whole() {
    each(&[
        ("Write to Name@Example.org.", &["Name@Example.org = name@example.org"]),
        (
            "Or (john_smith+x@mail.example.co.uk), or so.",
            &["john_smith+x@mail.example.co.uk = john_smith+x@mail.example.co.uk"],
        ),
        (
            "Or Name.Surname@example.org, 7days@example.org.",
            &["Name.Surname@example.org = name.surname@example.org", "7days@example.org = 7days@example.org"],
        ),
        ("Not j@-x.org, \"q\"@x.org, user(at)example.com, user[at]example.com or j..d@x.org.", &[]),
        (
            "(See example.com) and (at example.com)",
            &["example.com = example.com", "example.com = example.com"],
        ),
        ("Ask @name, 5@ home, a@b, me@home and #tag@.", &[]),
    ]);
}

#[test]
fn addresses_of_pages_end_before_the_marks_of_the_sentence() {
    each(&[
        ("See https://example.org/a?b=c#d.", &["https://example.org/a?b=c#d = https://example.org/a?b=c#d"]),
        ("(See https://example.org/a_(b), so.)", &["https://example.org/a_(b) = https://example.org/a_(b)"]),
        ("(See https://example.org/a)", &["https://example.org/a = https://example.org/a"]),
        (
            "See www.example.org/x, example.org and tut.by!",
            &["www.example.org/x = www.example.org/x", "example.org = example.org", "tut.by = tut.by"],
        ),
        ("See t.me/name.", &["t.me/name = t.me/name"]),
        (
            "The end.Then it.is so, in report.pdf, main.rs, ASP.NET, v1.2.3, 192.168.1.1, e.g. at 5 p.m. of foo://x.",
            &[],
        ),
    ]);
}

#[test]
fn telephone_numbers_are_found_and_dates_scores_and_sums_are_none() {
    each(&[
        ("Call +375 17 222-33-44.", &["+375 17 222-33-44 = +375172223344"]),
        (
            "Call +1 (202) 555-0143 or (202) 555-0143.",
            &["+1 (202) 555-0143 = +12025550143", "(202) 555-0143 = 2025550143"],
        ),
        ("Call 00375 17 222 33 44 now.", &["00375 17 222 33 44 = +375172223344"]),
        (
            "Call 202-555-0143, 202.555.0143 or 1-800-555-0199.",
            &["202-555-0143 = 2025550143", "202.555.0143 = 2025550143", "1-800-555-0199 = 18005550199"],
        ),
        (
            "Call (202.555.0143) or (202-555-0143).",
            &["202.555.0143 = 2025550143", "202-555-0143 = 2025550143"],
        ),
        ("Call 8 (017) 222-33-44.", &["8 (017) 222-33-44 = 80172223344"]),
        ("+44 20 7946 0958 and 3 others.", &["+44 20 7946 0958 = +442079460958"]),
        ("Tel.: 222-33-44, fax 12345.", &["222-33-44 = 2223344", "12345 = 12345"]),
        ("On 2019-07-03 they won 3-2, 6-4 6-3, for +5 200 and $5,000.", &[]),
        ("ISBN 978-0-306-40615-7, 10.0.0.138, 555-0143, 100-200-3000, (2019) 555-0143.", &[]),
        ("In 1990-1995 (1999) 200 300 400 people, +12 degrees and +999 12345678.", &[]),
    ]);
}
