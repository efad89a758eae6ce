//! Lines that are set aside by their words, each with neighbours that aren't.

use super::*;

fn reason(line: &str) -> Option<AsideReason> {
    classify(line).map(|class| class.reason)
}

#[track_caller]
fn all(expected: Option<AsideReason>, lines: &[&str]) {
    for line in lines {
        assert_eq!(reason(line), expected, "{line}");
    }
}

#[test]
fn lines_of_the_site_are_known() {
    all(
        Some(AsideReason::Site),
        &[
            "Get the latest updates in your browser",
            "Subscribe to our newsletter!",
            "SIGN UP",
            "Follow us on Telegram",
            "© 2020 Example Media Ltd.",
            "Copyright 2020 Example",
            "Example Media. All rights reserved.",
            "We use cookies to improve this site.",
            "kayhan.ir",
            "www.example.co.uk",
            "ІІ belsat.eu",
        ],
    );
    all(
        None,
        &[
            "Get the best lawyers, he advised",
            "Signs of the Times",
            "Copyright in Belarus",
            "Cookies and Other Sweets",
            "Subscription Rates Rise",
            "Follow the Money",
            "e.g.",
            "U.S.",
            "README.md",
            "notes.txt",
            "the talks at belsat.eu",
            "3.5",
            "end.Begin",
            "Minsk.",
        ],
    );
}

#[test]
fn metadata_lines_are_known() {
    all(
        Some(AsideReason::Metadata),
        &[
            "News ID: 82794",
            "Publish Date : 14 September 2020 - 21:43",
            ". Last Updated: 07/27/2016",
            "Published: 14 September 2020",
            "Updated 14 September 2020 at 10:00",
            "Posted on May 3, 2019 by admin",
            "2019.07.03 08:44",
            "Tags: Belarus, Russia",
        ],
    );
    all(
        None,
        &[
            "Published works of the author",
            "Date of the talks: still open",
            "Updated rules for traders",
            "Question: who signed it?",
            "14 September",
            "In June 2009",
            "Source:",
            "2019",
        ],
    );
}

#[test]
fn credits_are_known() {
    all(
        Some(AsideReason::Credit),
        &[
            "Anna Kim contributed to this report.",
            "Reporting by Anna Kim; Editing by Jan Nowak",
            "Photo: AP",
            "Photo by Anna Kim",
        ],
    );
    all(
        None,
        &[
            "Reporting by the agency was slow",
            "He contributed to this war.",
            "Editing by hand takes long",
            "RIA-NovostiMedvedev and others at the summit.",
        ],
    );
}

#[test]
fn share_bars_reply_forms_and_related_links_are_known() {
    all(Some(AsideReason::Share), &["TWITTER", "Facebook Twitter VK", "Share this:", "Share on Facebook"]);
    all(Some(AsideReason::Reply), &["Leave a Reply", "Comments (12)", "3 comments", "Leave a Comment:"]);
    all(Some(AsideReason::Related), &["Read more: the talks in Sochi", "Related articles", "See also:"]);
    all(
        None,
        &[
            "Twitter bans the ministry",
            "Sharing power",
            "Comments by the president",
            "Leave a Mark",
            "Read more slowly, said the teacher",
            "Share prices fell.",
        ],
    );
}

#[test]
fn one_or_two_words_are_weak_signs() {
    assert_eq!(classify("Facebook").map(|class| class.weak), Some(true));
    assert_eq!(classify("Subscribe").map(|class| class.weak), Some(true));
    assert_eq!(classify("Facebook Twitter").map(|class| class.weak), Some(false));
    assert_eq!(classify("kayhan.ir").map(|class| class.weak), Some(false));
}
