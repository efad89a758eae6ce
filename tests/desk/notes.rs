//! Bookmarks and notes: the list, changing them, and that nothing is lost.

use ibid::library::News;

use super::fixtures::{MEETING, REPLIED, meeting, noted};
use super::harness::Desk;

fn chosen(desk: &mut Desk) -> String {
    desk.screen().lines().find(|row| row.starts_with('▸')).unwrap_or_default().to_owned()
}

#[test]
fn all_are_listed_newest_first_with_the_whole_of_the_chosen_one_beside() {
    let (mut desk, _folder) = noted();
    let screen = desk.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("no {text} in {screen}"));
    assert!(at("★") < at("ask the embassy") && at("ask the embassy") < at("who paid for it"));
    desk.press("G").expect("“There”").expect("Lukashenko meets Putin").expect("2020-09-13");
}

#[test]
fn the_list_opens_at_the_newest() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("first").press("ctrl-s");
    desk.press("a").type_text("second").press("ctrl-s").press("g n");
    assert!(chosen(&mut desk).contains("second"), "{}", desk.screen());
}

#[test]
fn the_filter_looks_at_words_quotation_title_and_kind_without_case_or_accents() {
    for (typed, found) in [
        ("EMBASSY", 1),
        ("embassy ask", 1),
        ("csto", 1),
        ("there", 1),
        ("lukashenko meets", 3),
        ("bookmark", 1),
        ("zebra", 0),
    ] {
        let (mut desk, _folder) = noted();
        desk.press("/").type_text(&typed.to_lowercase());
        desk.expect(&format!("{found} of 3"));
    }
    let (mut desk, _folder) = noted();
    desk.press("/").type_text("EMB").expect("0 of 3").press("esc").expect("ask the embassy");
    desk.press("/").type_text("paid").press("enter enter").expect("In this document");
}

#[test]
fn a_filter_is_kept_on_the_way_back_and_escape_clears_it() {
    let (mut desk, _folder) = noted();
    desk.press("/").type_text("paid").press("enter enter").press("g n").expect("1 of 3");
    desk.press("esc").expect("ask the embassy").expect("who paid for it");
}

#[test]
fn enter_goes_from_the_filter_to_the_rows_where_keys_mean_what_matches() {
    let (mut desk, _folder) = noted();
    desk.press("/").type_text("paid").expect("Enter to the rows").press("enter").expect("1 of 3");
    desk.press("e").type_text(", and when").press("ctrl-s").expect("who paid for it, and when");
    desk.expect("1 of 3").press("d d").expect("0 of 2").press("esc").expect("ask the embassy");
}

#[test]
fn one_key_jumps_to_the_passage() {
    let (mut desk, _folder) = noted();
    desk.press("G enter");
    assert_eq!(desk.styled_text(|theme| theme.current), ["There"]);
    desk.press("g n g g enter");
    assert_eq!(desk.styled_text(|theme| theme.current), ["Lukashenko meets Putin"]);
}

#[test]
fn a_jump_to_another_document_opens_it() {
    let (mut desk, _folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    desk.press("enter a").type_text("first").press("ctrl-s").press("J a").type_text("second").press("ctrl-s");
    desk.press("g n G enter");
    assert!(desk.bar().contains("Lukashenko meets Putin"), "{}", desk.screen());
    desk.press("ctrl-o");
    assert!(desk.bar().contains("A report from the border"), "{}", desk.screen());
}

#[test]
fn a_note_is_changed_and_the_change_undone_and_redone() {
    let (mut desk, _folder) = noted();
    desk.press("j e")
        .expect("ask the embassy")
        .type_text(" twice")
        .press("ctrl-s")
        .expect("ask the embassy twice");
    desk.press("u").expect_not("twice").press("ctrl-r").expect("twice");
    assert_eq!(desk.journal().len(), 6, "each of them is a line");
}

#[test]
fn deleting_is_undone_in_order() {
    let (mut desk, _folder) = noted();
    desk.press("d d").expect("2 kept").press("d d").expect("1 kept").press("d d").expect("Nothing kept yet");
    desk.press("u").expect("1 kept").press("u").expect("2 kept").press("u").expect("3 kept");
    desk.press("ctrl-r ctrl-r ctrl-r ctrl-r").expect("Nothing to redo");
}

#[test]
fn what_was_undone_in_the_list_is_the_chosen_one() {
    let (mut desk, _folder) = noted();
    desk.press("j d d").expect("2 kept");
    assert!(chosen(&mut desk).contains("who paid for it"), "{}", desk.screen());
    desk.press("u").expect("3 kept");
    assert!(chosen(&mut desk).contains("ask the embassy"), "{}", desk.screen());
    desk.press("d d G d d g g u");
    assert!(chosen(&mut desk).contains("who paid for it"), "{}", desk.screen());
}

#[test]
fn a_deletion_that_was_undone_is_redone() {
    let (mut desk, _folder) = noted();
    desk.press("d d u").expect("3 kept").press("ctrl-r").expect("2 kept").press("u").expect("3 kept");
}

#[test]
fn two_changes_to_one_note_are_undone_one_after_the_other() {
    let (mut desk, _folder) = noted();
    desk.press("j e").type_text(" twice").press("ctrl-s e").type_text(" or thrice").press("ctrl-s");
    desk.expect("ask the embassy twice or thrice")
        .press("u")
        .expect_not("thrice")
        .press("u")
        .expect_not("twice");
}

#[test]
fn what_was_undone_stays_undone_after_a_restart() {
    let (mut desk, _folder) = noted();
    desk.press("j d d u G d d");
    let mut desk = desk.again();
    desk.press("g n").expect("2 kept").expect("ask the embassy").expect_not("who paid for it");
}

#[test]
fn everything_is_there_after_a_restart() {
    let (desk, _folder) = noted();
    let mut desk = desk.again();
    desk.expect("3 kept").press("enter").expect("★").expect("✎2");
    desk.press("g n").expect("ask the embassy").expect("who paid for it");
}

#[test]
fn a_note_on_several_lines_keeps_them() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("one").press("enter enter").type_text("two").press("ctrl-s");
    assert!(desk.journal()[0].contains(r#""body":"one\n\ntwo""#), "{:?}", desk.journal());
    desk.press("g n").expect("one").expect("two");
}

#[test]
fn nothing_written_is_nothing_saved() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("  ").press("ctrl-s").expect("nothing to save");
    assert!(desk.journal().is_empty());
}

#[test]
fn escape_asks_once_before_it_throws_a_draft_away() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("draft").press("esc").expect("Not saved").expect("draft");
    desk.type_text("s").press("esc").expect("Not saved").expect("drafts");
    desk.press("esc").expect_not("drafts").expect_not("Saved");
    assert!(desk.journal().is_empty());
}

#[test]
fn a_pasted_text_loses_its_controls_and_keeps_its_lines() {
    let (mut desk, _folder) = meeting();
    desk.press("a").send(ibid::app::Event::Paste("one\r\ntwo\u{1b}[2J\u{7}".to_owned()));
    desk.press("ctrl-s");
    assert!(desk.journal()[0].contains(r#""body":"one\ntwo[2J""#), "{:?}", desk.journal());
}

#[test]
fn the_own_editor_gets_what_is_there_and_its_answer_is_saved() {
    let (mut desk, _folder) = noted();
    desk.editor = Box::new(|text| {
        assert_eq!(text, "ask the embassy");
        Ok("asked\n\nno answer\n".to_owned())
    });
    desk.press("j E").expect("Saved").expect("asked").expect("no answer");
    assert!(desk.journal()[3].contains(r#""body":"asked\n\nno answer""#), "{:?}", desk.journal());
}

#[test]
fn an_own_editor_that_is_left_without_writing_saves_nothing_and_the_text_stays() {
    let (mut desk, _folder) = noted();
    desk.editor = Box::new(|text| Ok(format!("{text}\n")));
    desk.press("j e").type_text(" today").press("alt-e");
    desk.expect("nothing is saved: Ctrl-S saves it").expect("ask the embassy today");
    assert_eq!(desk.journal().len(), 3);
    desk.press("ctrl-s").expect("Saved").expect("ask the embassy today");
    desk.press("E").expect("The note is as it was");
}

#[test]
fn an_own_editor_that_fails_says_why_and_the_text_stays() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("kept");
    desk.editor = Box::new(|_| Err("The editor ended with 1".to_owned()));
    desk.press("alt-e").expect("The editor ended with 1").expect("kept");
    assert!(desk.journal().is_empty());
    desk.press("ctrl-s").expect("Saved");
}

#[test]
fn a_save_that_fails_says_so_and_the_text_stays_in_the_editor() {
    let (mut desk, _folder) = meeting();
    let notes = desk.config.path().join("notes");
    std::fs::write(&notes, "in the way").unwrap();
    desk.press("a").type_text("not lost").press("ctrl-s").expect("Not saved").expect("not lost");
    desk.press("ctrl-s").expect("Not saved").expect("not lost");
    std::fs::remove_file(&notes).unwrap();
    desk.press("ctrl-s").expect("Saved").expect("✎1");
    assert_eq!(desk.journal().len(), 1);
}

#[test]
fn a_bookmark_that_couldnt_be_saved_isnt_shown() {
    let (mut desk, _folder) = meeting();
    std::fs::write(desk.config.path().join("notes"), "in the way").unwrap();
    desk.press("m m").expect("Not saved").expect_not("★");
    desk.press("u").expect("Nothing to undo");
}

#[test]
fn saved_is_said_only_once_it_is_on_disk() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("slow");
    desk.slow = true;
    desk.press("ctrl-s").expect_not("Saved").expect("slow");
    desk.press("ctrl-s ctrl-s");
    desk.catch_up();
    desk.expect("Saved");
    assert_eq!(desk.journal().len(), 1, "pressed again it isn't saved again");
}

#[test]
fn what_is_typed_while_saving_isnt_lost() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("first");
    desk.slow = true;
    desk.press("ctrl-s").type_text(" and more");
    desk.catch_up();
    let lost = !desk.screen().contains("first and more") && !desk.journal().concat().contains("and more");
    assert!(!lost, "{}\n{:?}", desk.screen(), desk.journal());
}

#[test]
fn a_note_follows_its_renamed_file() {
    let (mut desk, folder) = Desk::of(&[("old.md", MEETING), ("other.md", REPLIED)]);
    desk.press("enter a").type_text("follows").press("ctrl-s").press("q");
    std::fs::rename(folder.path().join("old.md"), folder.path().join("new.md")).unwrap();
    let mut desk = desk.again();
    desk.expect("✎")
        .press("enter")
        .expect("✎1")
        .press("g n")
        .expect("follows")
        .expect_not("not in this collection");
    desk.press("enter").expect("flew to Sochi");
}

#[test]
fn a_note_follows_its_words_in_an_edited_file() {
    let (mut desk, folder) = Desk::of(&[("m.md", MEETING)]);
    desk.press("enter v 9 l l v l l a").type_text("follows").press("ctrl-s").press("q");
    let edited = MEETING.replace("Alexander Lukashenko flew", "On a rainy day Alexander Lukashenko flew");
    std::fs::write(folder.path().join("m.md"), edited).unwrap();
    let mut desk = desk.again();
    desk.press("g n enter");
    assert_eq!(desk.styled_text(|theme| theme.current).join(" "), "There he met");
}

#[test]
fn a_note_stays_on_an_edited_file_of_which_there_is_a_backup() {
    let (mut desk, folder) = Desk::of(&[("m.md", MEETING), ("z.md", MEETING)]);
    desk.press("enter v 9 l l v l l a").type_text("stays").press("ctrl-s").press("q q");
    std::fs::write(folder.path().join("m.md"), MEETING.to_owned() + "\nThe end.\n").unwrap();
    let mut desk = desk.again();
    desk.press("g n").expect("stays").press("enter").expect("The end").expect("✎1");
}

#[test]
fn a_note_whose_words_are_gone_says_so_and_stays() {
    let (mut desk, folder) = Desk::of(&[("m.md", MEETING)]);
    desk.press("enter v } } } v s a").type_text("still here").press("ctrl-s").press("q");
    std::fs::write(folder.path().join("m.md"), MEETING.replace("The CSTO kept silent. ", "")).unwrap();
    let mut desk = desk.again();
    desk.press("g n enter").expect("has changed").press("g n").expect("still here");
}

#[test]
fn a_note_whose_document_isnt_there_says_so() {
    let (mut desk, folder) = Desk::of(&[("gone.md", MEETING), ("other.md", REPLIED)]);
    desk.press("enter a").type_text("orphan").press("ctrl-s").press("q");
    std::fs::remove_file(folder.path().join("gone.md")).unwrap();
    let mut desk = desk.again();
    desk.press("g n").expect("1 kept").expect_not("elsewhere").expect("absent");
    desk.expect("orphan").expect("in this collection any more").expect("Lukashenko meets Putin");
    desk.press("/").type_text("absent").press("enter").expect("1 of 1").press("esc");
    desk.press("enter")
        .expect("isn't in this collection")
        .press("e")
        .type_text("ed")
        .press("ctrl-s")
        .expect("orphaned");
}

#[test]
fn a_damaged_line_of_the_journal_is_reported_and_the_rest_is_there() {
    let (desk, _folder) = noted();
    let path = desk.config.path().join("notes/here.jsonl");
    let mut text = std::fs::read_to_string(&path).unwrap();
    text.insert_str(0, "{\"v\":1,\"at\":\"20\n");
    text.push_str("{\"v\":1,\"at\":\"2020-09-13T12:2");
    std::fs::write(&path, text).unwrap();
    let mut desk = desk.again();
    desk.expect("3 kept").press("!").expect("here.jsonl").expect("line 1");
    desk.press("q enter a").type_text("behind the torn line").press("ctrl-s").expect("Saved");
    desk.again().expect("4 kept");
}

#[test]
fn notes_of_another_machine_are_shown_too() {
    let (desk, folder) = noted();
    let notes = desk.config.path().join("notes");
    std::fs::rename(notes.join("here.jsonl"), notes.join("there.jsonl")).unwrap();
    let mut desk = desk.again();
    desk.expect("3 kept").press("enter m m").expect("Took the bookmark away");
    assert_eq!(desk.journal().len(), 1, "the change is written in this machine's own file");
    desk.again().expect("2 kept");
    drop(folder);
}

#[test]
fn an_empty_list_says_how_to_begin() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("g n").expect("Nothing kept yet").press("enter").expect("No note is chosen");
    desk.press("e").expect("No note is chosen").press("d d").expect("No note is chosen");
}

#[test]
fn a_note_that_is_being_written_when_the_line_drops_is_gone_on_with_at_the_next_start() {
    let (mut desk, _folder) = Desk::of(&[("m.md", MEETING)]);
    desk.press("enter a").type_text("half a thought").send(ibid::app::Event::Leave);
    assert!(desk.quit && desk.journal().is_empty());
    let mut desk = desk.again();
    desk.expect("g d goes on with a note that wasn't saved").press("g d").expect("half a thought");
    desk.type_text(" made whole").press("ctrl-s").expect("Saved");
    desk.again().expect_not("wasn't saved").press("g n").expect("half a thought made whole");
}

#[test]
fn a_note_that_is_being_changed_when_the_line_drops_stays_as_it_was() {
    let (mut desk, _folder) = Desk::of(&[("m.md", MEETING)]);
    desk.press("enter a").type_text("keep me").press("ctrl-s");
    desk.press("g n e ctrl-a").type_text("YY").press("ctrl-k").send(ibid::app::Event::Leave);
    let mut desk = desk.again();
    desk.press("g n").expect("keep me").press("g d").expect("YY").press("ctrl-s").expect("Saved");
    desk.expect_not("keep me").press("u").expect("keep me");
}

#[test]
fn a_note_that_is_being_saved_when_the_line_drops_is_no_draft() {
    let (mut desk, _folder) = Desk::of(&[("m.md", MEETING)]);
    desk.slow = true;
    desk.press("enter a").type_text("whole").press("ctrl-s").send(ibid::app::Event::Leave);
    desk.catch_up();
    desk.again().expect_not("wasn't saved").press("g n").expect("whole");
}

#[test]
fn the_answer_to_an_older_save_leaves_a_newer_note_alone() {
    let (mut desk, _folder) = Desk::of(&[("m.md", MEETING)]);
    desk.press("enter");
    desk.slow = true;
    desk.press("a").type_text("first").press("ctrl-s esc esc");
    desk.press("a").type_text("second");
    desk.catch_up();
    desk.expect("second").expect("New note");
    desk.press("ctrl-s").expect("Saved");
    assert_eq!(desk.journal().len(), 2);
}

#[test]
fn a_document_marked_unread_stays_so() {
    let (mut desk, _folder) = Desk::of(&[("m.md", MEETING), ("n.md", "Another one.\n")]);
    desk.press("/").type_text("meets").press("enter q esc");
    assert_eq!(desk.screen().matches('●').count(), 1);
    desk.press("r");
    assert_eq!(desk.screen().matches('●').count(), 2);
    desk.press("Q");
    assert_eq!(desk.again().screen().matches('●').count(), 2);
}

#[test]
fn what_was_changed_before_a_start_is_undone_and_redone_after_it() {
    let (mut desk, _folder) = noted();
    desk.press("j e").type_text(" twice").press("ctrl-s");
    let mut desk = desk.again();
    desk.press("g n").expect("twice").press("u").expect_not("twice").press("u").expect("2 kept");
    let mut desk = desk.again();
    desk.press("g n").expect("2 kept").press("ctrl-r").expect("3 kept").press("ctrl-r").expect("twice");
    desk.press("ctrl-r").expect("Nothing to redo");
}

#[test]
fn what_another_instance_keeps_is_seen_and_its_undo_leaves_mine_alone() {
    let (mut desk, _folder) = noted();
    let mut other = desk.beside();
    other.press("enter a").type_text("from beside").press("ctrl-s");
    desk.expect_not("from beside").press("g r").expect("from beside").expect("4 kept");
    desk.press("u").expect("from beside").expect("3 kept");
    other.press("g n g r").expect("3 kept").expect("from beside");
}

#[test]
fn a_note_changed_elsewhere_while_it_is_edited_is_not_written_over() {
    let (mut desk, _folder) = noted();
    let mut other = desk.beside();
    desk.press("j e").type_text(" here");
    other.press("g n j e").type_text(" there").press("ctrl-s");
    desk.look();
    desk.press("ctrl-s").expect("Saved as a second note, for the first was changed elsewhere");
    desk.expect("ask the embassy there").expect("ask the embassy here");
    desk.press("e").type_text("!").press("ctrl-s").expect("Saved").expect_not("second note");
}

#[test]
fn what_stands_in_the_editor_when_ibid_dies_is_offered_at_the_next_start() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("half a sentence");
    let mut desk = desk.again();
    desk.expect("g d goes on with a note that wasn't saved, on “Lukashenko meets Putin”");
    desk.press("g d").expect("half a sentence").type_text(" made whole").press("ctrl-s").expect("Saved");
    desk.press("g n").expect("half a sentence made whole");
    let drafts = desk.config.path().join("drafts");
    assert_eq!(std::fs::read_dir(drafts).unwrap().count(), 0);
    let mut desk = desk.again();
    desk.expect_not("wasn't saved").press("g d").expect("No note is left that wasn't saved");
}

#[test]
fn a_draft_that_is_thrown_away_is_offered_no_more() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("half").press("esc esc");
    desk.again().expect_not("wasn't saved");
}

#[test]
fn ctrl_c_in_the_editor_quits_and_the_next_start_offers_what_stood_there() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("half a thought").press("ctrl-c");
    desk.expect("Not saved: Ctrl-S saves it, Ctrl-C once more quits, and g d has it next time");
    // Esc was not asked about yet.
    desk.press("esc").expect("Esc once more throws it away").expect("half a thought");
    desk.type_text("!").press("ctrl-c ctrl-c");
    assert!(desk.quit && desk.journal().is_empty());
    let mut desk = desk.again();
    desk.expect("g d goes on with a note that wasn't saved").press("g d").expect("half a thought!");
    // With nothing to lose it quits at once.
    let (mut desk, _folder) = meeting();
    assert!(desk.press("a ctrl-c").quit);
}

#[test]
fn what_cant_be_saved_is_written_elsewhere_and_copied() {
    let (mut desk, folder) = meeting();
    // A file in the place of the folder of the notes.
    let notes = desk.config.path().join("notes");
    std::fs::remove_dir_all(&notes).ok();
    std::fs::write(&notes, "").unwrap();
    desk.press("a")
        .type_text("dear")
        .press("ctrl-s")
        .expect("Not saved (Alt-w to a file, Alt-y copies it): ");
    desk.press("alt-y");
    assert_eq!(desk.copied, ["dear"]);
    let path = folder.path().join("elsewhere.md");
    desk.press("alt-w ctrl-u").type_text(&path.display().to_string()).expect("write to");
    desk.press("enter").expect("dear");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "dear\n");
    desk.press("alt-w ctrl-u").type_text(&path.display().to_string()).press("enter").expect("Not written to");
    std::fs::remove_file(&notes).unwrap();
    desk.press("ctrl-s").expect("Saved");
}

#[test]
fn notes_stand_under_headings_and_in_other_orders() {
    let (mut desk, _folder) = Desk::knowing_of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    desk.press("G enter a").type_text("on the #loan").press("ctrl-s");
    desk.press("K M g").press("g n");
    desk.expect("newest first").press("tab").expect("by document").expect("A report from the border");
    desk.press("tab").expect("by tag").expect("#loan").expect("without a tag");
    desk.press("tab").expect("by colour").expect("green").expect("without a colour");
    desk.press("tab").expect("by day").expect("2020-09-13");
    desk.press("tab").expect("by name").expect("Alexander Lukashenko").expect("nobody named");
    desk.press("tab o").expect("changed last first").press("o").expect("in the order of the texts");
    desk.press("o").expect("oldest first");
}

#[test]
fn the_cursor_never_rests_on_a_heading() {
    let (mut desk, _folder) = noted();
    desk.press("tab G g g");
    assert!(chosen(&mut desk).contains('★'), "{}", desk.screen());
    desk.press("k k").expect("▸★");
}

#[test]
fn the_list_says_how_each_note_stands() {
    let (desk, folder) = noted();
    let changed = MEETING
        .replace("The CSTO kept silent.", "The alliance said much. ")
        .replace("---\n\n", "---\n\nNew.\n\n");
    std::fs::write(folder.path().join("meeting.md"), changed).unwrap();
    let mut desk = desk.again();
    desk.press("g n").expect("lost").press("j").expect("lost: its words aren't");
    desk.press("j").expect("moved: its words stand");
    desk.press("/").type_text("lost").expect("1 of 3");
}

#[test]
fn a_note_is_written_on_a_document_on_somebody_and_on_the_collection() {
    let (mut desk, _folder) = Desk::knowing_of(&[("meeting.md", MEETING)]);
    desk.press("a")
        .expect("New note on the document “Lukashenko meets Putin”")
        .type_text("whole")
        .press("ctrl-s");
    desk.press("enter ] @ a")
        .expect("New note on Alexander Lukashenko")
        .type_text("his age?")
        .press("ctrl-s");
    desk.expect("Notes").expect("his age?");
    desk.press("g n a").expect("New note on the collection").type_text("plan").press("ctrl-s");
    desk.expect("3 kept").expect("plan").expect("his age?").expect("whole");
    desk.press("g g j enter").expect("mentions in").expect("his age?");
    desk.again().press("g n").expect("3 kept");
}

#[test]
fn the_parts_of_a_passage_over_a_heading_and_its_text_stay_apart_where_it_is_quoted() {
    let (mut desk, _folder) =
        Desk::of(&[("1.md", "# A title\n\nWords that are\nwrapped by hand.\n\nMore.\n")]);
    desk.press("enter v p p p m g n").expect("▌ A title / Words that are wrapped by");
    desk.expect("│ “A title / Words that are wrapped").expect("by hand. / More.”");
    desk.press("enter p").expect("│▸▌ “A title / Words");
}

#[test]
fn notes_go_along_beside_the_text_and_links_lead_back() {
    let (mut desk, _folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    desk.press("G enter a").type_text("compare [[Lukashenko meets Putin]]").press("ctrl-s K D");
    desk.type_text("on all of it").press("ctrl-s p");
    desk.expect("on all of it").expect("compare [[Lukashenko").expect("— on A");
    desk.press("i").expect("Linked by").expect("compare");
}

#[test]
fn tags_and_links_are_completed_while_they_are_typed() {
    let (mut desk, _folder) = Desk::knowing_of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    desk.press("a").type_text("a #trade").press("ctrl-s");
    desk.press("a")
        .type_text("b #tr")
        .expect("▸ trade")
        .press("tab")
        .type_text("see [[meets")
        .expect("▸ Lukashenko");
    desk.press("tab").type_text(" and @lukas").expect("▸ Alexander Lukashenko").press("tab ctrl-s g n");
    desk.expect("b #trade see [[Lukashenko meets").expect("@[Alexander");
}

#[test]
fn escape_closes_what_is_offered_before_the_note() {
    let (mut desk, _folder) = Desk::of(&[("1.md", MEETING)]);
    desk.press("a").type_text("x #trade").press("ctrl-s a").type_text("y #t").expect("▸ trade").press("esc");
    desk.expect_not("▸ trade").expect("y #t").press("esc").expect("Not saved");
}

#[test]
fn a_note_from_a_clock_far_ahead_can_be_changed_and_deleted() {
    let (desk, _folder) = noted();
    let line = desk.journal().into_iter().find(|line| line.contains("who paid for it")).unwrap();
    let line = line.replace("2020-", "2099-").replace("who paid for it", "from the future");
    std::fs::write(desk.config.path().join("notes/laptop.jsonl"), line + "\n").unwrap();
    let mut desk = desk.again();
    desk.press("g n").expect("3 kept").expect("▸✎ from the future");
    desk.press("e").type_text(" changed").press("ctrl-s").expect("from the future changed");
    desk.press("d d").expect("2 kept").press("u").expect("from the future changed");
}

#[test]
fn a_document_read_on_a_clock_far_ahead_can_be_marked_unread() {
    let (desk, _folder) = meeting();
    let places = desk.config.path().join("places");
    let line = std::fs::read_to_string(places.join("here.jsonl")).unwrap().replace("2020-", "2099-");
    std::fs::write(places.join("laptop.jsonl"), line).unwrap();
    let mut desk = desk.again();
    desk.press("q");
    let read = desk.list()[0].clone();
    desk.press("r");
    let unread = desk.list()[0].clone();
    assert_ne!(read, unread);
    assert_eq!(desk.again().list()[0], unread);
}

#[test]
fn a_tag_does_not_take_back_what_another_instance_wrote_meanwhile() {
    let (mut desk, _folder) = noted();
    let mut other = desk.beside();
    desk.press("j t").type_text("mine");
    other.press("g n j e").type_text(" today").press("ctrl-s");
    desk.look();
    desk.press("enter").expect("ask the embassy today").expect("#mine");
}

#[test]
fn undoing_goes_on_behind_a_step_that_somebody_else_changed() {
    let (mut desk, _folder) = noted();
    let mut other = desk.beside();
    other.press("g n G e").type_text(" today").press("ctrl-s");
    desk.look();
    desk.press("u u u").expect("1 kept").expect("who paid for it today");
}

#[test]
fn a_tag_that_is_none_can_be_mended() {
    let (mut desk, _folder) = noted();
    desk.press("t")
        .type_text("alpha 99")
        .press("enter")
        .expect("tags alpha 99")
        .press("backspace backspace enter");
    desk.expect("Tagged #alpha");
}

#[test]
fn tags_that_couldnt_be_saved_are_asked_for_again() {
    let (mut desk, _folder) = meeting();
    let notes = desk.config.path().join("notes");
    std::fs::write(&notes, "in the way").unwrap();
    desk.press("t").type_text("minsk loan").press("enter").expect("Not saved").expect("tags minsk loan");
    std::fs::remove_file(&notes).unwrap();
    desk.press("enter").expect("Tagged #minsk #loan");
    assert_eq!(desk.journal().len(), 1);
}

#[test]
fn tags_that_are_being_typed_are_saved_when_the_line_drops() {
    let (mut desk, _folder) = meeting();
    desk.press("t").type_text("minsk").send(ibid::app::Event::Leave);
    assert!(desk.quit);
    desk.again().press("g n").expect("#minsk");
}

#[test]
fn tags_that_are_being_changed_when_the_line_drops_stay_and_what_was_added_whole_is_saved() {
    let tagged = || {
        let (mut desk, folder) = noted();
        desk.press("j t").type_text("milk minsk").press("enter").expect("Tagged #milk #minsk");
        (desk, folder)
    };
    for (keys, typed) in [("t ctrl-u", "mi"), ("t ctrl-u", ""), ("t", "mi"), ("t ctrl-u", "minsk loan ")] {
        let (mut desk, _folder) = tagged();
        let lines = desk.journal().len();
        desk.press(keys).type_text(typed).send(ibid::app::Event::Leave);
        assert!(desk.quit && desk.journal().len() == lines, "{keys} {typed}");
        desk.again().press("g n g g j").expect("#milk #minsk");
    }
    let (mut desk, _folder) = tagged();
    desk.press("t").type_text("loan #deb").send(ibid::app::Event::Leave);
    desk.again().press("g n g g j").expect("#milk #minsk #loan").expect_not("#deb");
}

#[test]
fn tags_of_elsewhere_that_cannot_be_typed_stay_and_are_undone_as_they_were() {
    let (desk, _folder) = noted();
    let path = desk.config.path().join("notes/here.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace(r#""tags":[]"#, r#""tags":["two words","a, b"]"#)).unwrap();
    let mut desk = desk.again();
    desk.press("g n j t").expect(r#"tags "two words" "a, b""#).type_text("new").press("enter");
    desk.expect("#two words #a, b #new").press("u").expect_not("#new").expect("#two words #a, b");
    assert!(desk.journal().last().unwrap().contains(r#""tags":["two words","a, b"]"#));
}

#[test]
fn what_a_note_has_no_room_for_is_refused_whole_and_said() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("kept ");
    desk.send(ibid::app::Event::Paste("x".repeat(ibid::note::LONGEST_BODY)));
    desk.expect("Not pasted: 1.1 MiB are too long for a note").expect("kept");
    desk.send(ibid::app::Event::Paste("x".repeat(ibid::note::LONGEST_BODY - 8)));
    desk.type_text("1234").expect("The note is full").press("ctrl-s").expect("Saved");
    assert_eq!(desk.journal().len(), 1);
}

#[test]
fn back_from_a_note_is_the_list_of_notes_and_then_the_document_it_was_asked_for_in() {
    let (mut desk, _folder) = noted();
    desk.press("G enter").expect("In this document").press("q").expect("Bookmarks and notes");
    desk.press("enter g n").expect("Bookmarks and notes").press("q").expect("In this document");
}

#[test]
fn controls_in_a_note_are_seen_in_the_editor_and_stay() {
    let (desk, _folder) = noted();
    let path = desk.config.path().join("notes/here.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("ask the embassy", "ask\\u001b[2J the embassy")).unwrap();
    let mut desk = desk.again();
    desk.press("g n j e").expect("ask␛[2J the embassy").type_text(" now").press("ctrl-s").expect("Saved");
    assert!(desk.journal()[3].contains("ask\\u001b[2J the embassy now"), "{:?}", desk.journal());
}

#[test]
fn a_note_on_a_document_that_was_moved_and_edited_is_told_of_and_attached_where_it_may_belong() {
    let (mut desk, folder) = Desk::of(&[("old.md", MEETING), ("other.md", REPLIED)]);
    desk.press("enter v 9 l l v l l a").type_text("astray").press("ctrl-s q");
    std::fs::remove_file(folder.path().join("old.md")).unwrap();
    let edited = MEETING.replace("Alexander Lukashenko flew", "On a rainy day Alexander Lukashenko flew");
    std::fs::write(folder.path().join("new.md"), edited).unwrap();
    let mut desk = desk.again();
    desk.press("/")
        .type_text("meets")
        .press("enter")
        .expect("1 note is on a document called so that isn't here");
    desk.press("g n").expect("perhaps").expect("“Lukashenko meets Putin”").press("R");
    assert_eq!(desk.selected(), "There he met");
    desk.press("a").expect("Attached to these words").press("g n").expect("1 kept").expect_not("elsewhere");
}

#[test]
fn a_note_follows_a_document_that_was_read_under_its_new_name_before_it_was_edited() {
    let (mut desk, folder) = Desk::of(&[("old.md", MEETING), ("other.md", REPLIED)]);
    desk.press("enter v 9 l l v l l a").type_text("still here").press("ctrl-s q");
    let path = |name: &str| folder.path().join(name);
    std::fs::rename(path("old.md"), path("new.md")).unwrap();
    let mut desk = desk.again();
    desk.press("/").type_text("meets").press("enter").expect("✎1").press("q");
    let edited = MEETING.replace("Alexander Lukashenko flew", "On a rainy day Alexander Lukashenko flew");
    std::fs::write(path("new.md"), edited).unwrap();
    let mut desk = desk.again();
    desk.press("/").type_text("meets").press("enter").expect("✎1").expect_not("called so that isn't here");
    desk.press("g n").expect("still here").expect("1 kept").expect_not("1 elsewhere").press("enter");
    desk.expect("There he met");
}

#[test]
fn a_note_whose_document_nothing_is_known_of_is_searched_by_its_words() {
    let (mut desk, folder) = Desk::knowing_of(&[("old.md", MEETING), ("other.md", REPLIED)]);
    desk.press("enter v 9 l l v l l a").type_text("astray").press("ctrl-s q");
    std::fs::remove_file(folder.path().join("old.md")).unwrap();
    let edited = MEETING.replace("Lukashenko meets Putin", "A quite other title");
    std::fs::write(folder.path().join("new.md"), edited).unwrap();
    let mut desk = desk.again();
    desk.press("g n R").expect("\"There he met").expect("A quite other title");
    desk.press("enter");
    assert_eq!(desk.selected(), "There he met");
    desk.press("a").expect("Attached to these words").press("g n").expect("1 kept");
}

#[test]
fn a_search_tells_of_notes_on_names_and_on_the_collection() {
    let (mut desk, _folder) = Desk::knowing_of(&[("meeting.md", MEETING)]);
    desk.press("enter ] @ a")
        .type_text("his birthday")
        .press("ctrl-s q q g n a")
        .type_text("a birthday list")
        .press("ctrl-s");
    desk.press("s")
        .type_text("birthday")
        .expect("also in 2 notes on names, the collection or documents elsewhere: g n");
    desk.press("enter g n").expect("2 of 2").expect("his birthday").expect("a birthday list");
}

#[test]
fn on_the_card_of_a_name_a_note_is_on_that_name_and_no_key_is_lost_in_silence() {
    let (mut desk, _folder) = meeting();
    desk.press("n w").expect("Passages");
    desk.press("t").expect("does nothing on this card").expect("Passages");
    desk.press("a").expect("New note on Alexander Lukashenko").type_text("Asked twice.").press("ctrl-s");
    assert!(desk.journal()[0].contains("Asked twice.") && desk.journal()[0].contains("Alexander Lukashenko"));
}

#[test]
fn a_document_whose_file_goes_while_it_is_open_is_told_of_and_so_is_what_is_kept_on_it() {
    let (mut desk, _folder) = Desk::of(&[("gone.md", MEETING), ("other.md", REPLIED)]);
    desk.press("enter").expect_not("gone");
    let (id, mut catalogue) = (desk.app.reader.as_ref().unwrap().id, desk.app.catalogue.clone());
    assert!(catalogue.remove(id));
    let progress = desk.app.progress;
    let news = News { catalogue, gone: vec![id], progress, ..News::default() };
    desk.send(ibid::app::Event::Collected(Box::new(news)));
    desk.expect("This document’s file isn't there any more").expect("file gone");
    desk.press("j").expect_not("This document’s file isn't").expect("file gone");
    desk.press("v l m").expect("Highlighted, but this document’s file isn't there any more");
    desk.press("u").expect("Undone").expect_not("but this");
    desk.press("D")
        .type_text("on nothing")
        .press("ctrl-s")
        .expect("Saved, but this document’s file isn't there");
}

#[test]
fn a_document_that_is_moved_while_it_is_open_is_told_of_and_keeps_what_is_marked_in_it() {
    let (mut desk, folder) = Desk::of(&[("old.md", MEETING), ("other.md", REPLIED)]);
    desk.press("enter");
    let (id, mut catalogue) = (desk.app.reader.as_ref().unwrap().id, desk.app.catalogue.clone());
    let loaded = desk.app.reader.as_ref().unwrap().document.clone();
    let new = folder.path().canonicalize().unwrap().join("new.md");
    // A file that is renamed keeps its number; one that comes in while the other goes has a new one.
    let mut renamed = catalogue.clone();
    renamed.put(id, &new, &loaded.meta);
    let progress = desk.app.progress;
    let news = News { catalogue: renamed, changed: vec![id], progress, ..News::default() };
    desk.send(ibid::app::Event::Collected(Box::new(news)));
    desk.expect("This document’s file is ").expect("/new.md now").press("j").expect_not("/new.md now");
    assert!(
        desk.journal_of("places").iter().any(|line| line.contains("/new.md")),
        "by it its notes are found"
    );
    let mut edited = catalogue.clone();
    let hash = ibid::corpus::ContentHash([7; 32]);
    edited.put(id, &new, &ibid::corpus::Meta { hash, ..loaded.meta.clone() });
    let news = News { catalogue: edited, changed: vec![id], progress, ..News::default() };
    desk.send(ibid::app::Event::Collected(Box::new(news)));
    desk.expect("This document has changed").press("j");
    assert!(catalogue.remove(id));
    catalogue.push(&new.with_file_name("newer.md"), &loaded.meta);
    let news = News { catalogue, gone: vec![id], progress, ..News::default() };
    desk.send(ibid::app::Event::Collected(Box::new(news)));
    desk.expect("This document’s file is ").expect("/newer.md now").expect_not("file gone");
    desk.press("v l m").expect("Highlighted").expect_not("isn't there").press("g n").expect("1 kept");
    desk.expect_not("absent");
}

#[test]
fn a_note_whose_document_goes_while_the_list_is_open_is_absent_at_once() {
    let (mut desk, folder) = Desk::of(&[("gone.md", MEETING), ("other.md", REPLIED)]);
    desk.press("enter v } } } v s a").type_text("orphan").press("ctrl-s").press("q");
    let moved =
        MEETING.replace("Alexander Lukashenko flew", "Some words before it.\n\nAlexander Lukashenko flew");
    std::fs::write(folder.path().join("gone.md"), moved).unwrap();
    let mut desk = desk.again();
    desk.press("g n").expect("orphan").expect("moved").expect_not("absent");
    let mut catalogue = desk.app.catalogue.clone();
    let is_it = |entry: &ibid::library::Entry<'_>| entry.path_text().ends_with("gone.md");
    let id = catalogue.iter().find(|(_, entry)| is_it(entry)).unwrap().0;
    assert!(catalogue.remove(id));
    let progress = desk.app.progress;
    let news = News { catalogue, gone: vec![id], progress, ..News::default() };
    desk.send(ibid::app::Event::Collected(Box::new(news)));
    desk.expect("absent").expect("in this collection any more").expect_not("moved");
    desk.press("/").type_text("absent").press("enter").expect("1 of 1");
}
