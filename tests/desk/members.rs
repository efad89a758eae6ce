//! Files of many documents: each of them is in the list, opens, and keeps its notes.

use std::fs;

use super::harness::Desk;

const MBOX: &str = "\
From ann@river.example Mon Sep 14 21:43:00 2020
From: Ann Lee <ann@river.example>
Subject: The ferry sails again
Date: Mon, 14 Sep 2020 21:43:00 +0300

The ferry over the river sails again from Friday on.

From bob@lake.example Tue Sep 15 21:43:00 2020
From: Bob Kim <bob@lake.example>
Subject: Milk is dear
Date: Tue, 15 Sep 2020 21:43:00 +0300

The price of milk is what it was, says the harbour.
";

#[test]
fn the_messages_of_an_mbox_are_listed_and_open() {
    let (mut desk, _folder) = Desk::of(&[("talks.mbox", MBOX)]);
    desk.expect("2 documents").expect("2020-09-14 The ferry sails again").expect("2020-09-15 Milk is dear");
    desk.press("/").type_text("milk").press("enter").expect("Milk is dear").expect("says the harbour");
    desk.expect_not("ferry over the river");
}

#[test]
fn a_note_on_a_message_comes_back_under_its_path() {
    let (mut desk, folder) = Desk::of(&[("talks.mbox", MBOX)]);
    desk.press("/").type_text("ferry").press("enter v l l v l a").type_text("when was it").press("ctrl-s");
    assert!(desk.journal().iter().any(|line| line.contains("talks.mbox/1") && line.contains("when was it")));
    // A message that comes before the others moves the numbers; the content is what a note belongs to.
    let file = folder.path().join("talks.mbox");
    fs::write(&file, format!("From c@d Sun Sep 13 09:00:00 2020\nSubject: First\n\nNew.\n\n{MBOX}")).unwrap();
    let mut desk = desk.again();
    desk.expect("3 documents")
        .press("g n")
        .expect("when was it")
        .press("enter")
        .expect("ferry over the river");
}

#[test]
fn lines_that_are_no_records_are_problems_with_their_place() {
    let lines = "{\"title\": \"One\", \"text\": \"The first of them.\"}\n{\"title\": \n{\"text\": \"Another one.\"}\n";
    let (mut desk, _folder) = Desk::of(&[("articles.jsonl", lines)]);
    desk.expect("2 documents").expect("1 problem");
    desk.press("!").expect("articles.jsonl").expect("line 2").expect("isn't JSON");
}
