//! What couldn't be read is shown, with its reason.

use super::fixtures::MEETING;
use super::harness::Desk;

#[test]
fn an_unreadable_file_is_counted_and_listed_with_its_reason() {
    let (mut desk, _folder) = Desk::of(&[("m.md", MEETING), ("report.rtf", "{\\rtf1 words}\n")]);
    desk.expect("1 document").expect("1 problem");
    desk.press("!").expect("report.rtf").expect("doesn't read RTF");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_listed() {
    let (_, folder) = Desk::of(&[("m.md", MEETING)]);
    std::os::unix::fs::symlink("nowhere", folder.path().join("link.txt")).unwrap();
    let mut desk = Desk::folder(folder.path(), 80, 24);
    desk.press("!").expect("link.txt").expect("leads nowhere");
}

#[test]
fn files_that_arent_text_are_named_and_hidden_ones_counted() {
    let (mut desk, _folder) =
        Desk::of(&[("m.md", MEETING), ("picture.png", "\u{0}\u{1}\u{2}\u{0}\u{0}"), (".hidden", "no")]);
    desk.expect("1 document").expect_not("problem").press("!").expect("1 binary").expect("1 hidden");
    desk.expect("picture.png: isn't text, so it is left out").expect_not("Everything could be read");
}

#[test]
fn the_list_of_problems_moves_and_leaves() {
    let (mut desk, _folder) = Desk::of(&[
        ("m.md", MEETING),
        ("a.pdf", "%PDF-1.7\n"),
        ("b.pdf", "%PDF-1.7\n"),
        ("c.png", "\u{0}\u{1}\u{2}\u{0}\u{0}"),
    ]);
    let chosen = |desk: &mut Desk| desk.styled(|theme| theme.chosen).join(" ");
    desk.press("!");
    let first = chosen(&mut desk);
    desk.press("j");
    assert_ne!(chosen(&mut desk), first);
    desk.press("j");
    assert!(chosen(&mut desk).contains("c.png"), "what was left out stands behind");
    desk.press("g g");
    assert_eq!(chosen(&mut desk), first);
    desk.press("q").expect("1 document");
}

#[test]
fn a_collection_without_problems_says_so() {
    let mut desk = Desk::bundled(80, 24);
    desk.expect_not("unread (").press("!").expect("Everything could be read");
}

#[test]
fn an_empty_folder_says_so() {
    let (mut desk, _folder) = Desk::of(&[]);
    desk.expect("0 documents").expect("No documents").press("enter").expect("No document is chosen");
}

#[test]
fn an_empty_file_opens_and_says_so() {
    let (mut desk, _folder) = Desk::of(&[("empty.txt", ""), ("m.md", MEETING)]);
    desk.press("G enter").expect("has no text").press("v").expect("no word").press("a").expect("no passage");
    desk.press("m m").expect("no passage").press("n G % 5 0 enter r").press("q q q").expect("2 documents");
}

#[test]
fn a_document_that_can_be_opened_again_is_no_problem_any_more() {
    let (mut desk, folder) = Desk::of(&[("meeting.md", MEETING)]);
    let (file, away) = (folder.path().join("meeting.md"), folder.path().join("away"));
    std::fs::rename(&file, &away).unwrap();
    desk.press("enter").expect("no such file").press("enter").expect("no such file").press("!");
    let rows = desk.screen().lines().take(20).filter(|row| row.contains("no such file")).count();
    assert_eq!(rows, 1, "told twice, it is one");
    std::fs::rename(&away, &file).unwrap();
    desk.press("q enter").expect("flew to Sochi").press("!").expect("Everything could be read");
}
