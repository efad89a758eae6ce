//! Repairing as a whole: the five seeds, and any damage at all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::fs;

use proptest::prelude::*;

use super::edits::tests::{check_runs, outside};
use super::testing::{draft, mended, shown};
use super::*;
use crate::corpus::runs::Runs;
use crate::text::BlockKind;

#[test]
fn a_sound_text_is_shared_and_nothing_is_said() {
    let mut draft = draft("Alexander Lukashenko — Аляксандр Лукашэнка, “elder brother”.\n\n«Oui\u{a0}!»");
    repair(&mut draft);
    assert!(Arc::ptr_eq(&draft.text, &draft.raw));
    assert_eq!((draft.runs, draft.repairs, draft.done), (Runs::Whole, Vec::new(), Vec::new()));
}

#[test]
fn what_is_code_or_set_aside_stays() {
    let mut draft = draft("one\u{a0}two\n\nthree\u{a0}four");
    draft.blocks[0].kind = BlockKind::Code;
    repair(&mut draft);
    assert_eq!(&*draft.text, "one\u{a0}two\n\nthree four");
}

#[test]
fn one_repair_can_make_another_possible() {
    assert_eq!(mended("wordÂ\u{a0}word is Russiaâ€™s\u{200b}\u{a0}word"), "word word is Russia’s word");
}

#[test]
fn there_is_a_most_number_of_repairs_and_it_is_said() {
    let (text, done) = shown(&"a\u{ad}b ".repeat(MOST + 10));
    assert_eq!(text.matches('\u{ad}').count(), 10);
    assert_eq!(
        done,
        ["repaired: 100000 invisible characters", "nothing repaired behind the first 100000 places"]
    );
}

#[test]
fn repaired_places_of_other_formats_lead_to_the_raw_text_and_back() {
    let raw = "# The *6thForum*\n\nRussiaâ€™s inte\u{ad}gration, **closely**\u{a0}watched.";
    let document = crate::corpus::parse("a.md", raw.as_bytes()).unwrap();
    let text = document.text.as_str();
    assert_eq!(text, "The 6th Forum\n\nRussia’s integration, closely watched.");
    for word in ["6th", "Forum", "Russia", "gration", "closely", "watched"] {
        let (reading, raw) = (text.find(word).unwrap(), raw.find(word).unwrap());
        assert_eq!((document.raw_offset(reading), document.reading_offset(raw)), (raw, reading), "{word}");
    }
    let marked: Vec<_> = document.repairs.iter().map(|repair| (repair.span.of(text), repair.kind)).collect();
    let kinds = [
        (" ", RepairKind::Glued),
        ("’", RepairKind::Mojibake),
        ("", RepairKind::Invisible),
        (" ", RepairKind::NoBreakSpace),
    ];
    assert_eq!(marked, kinds);
    let said =
        "repaired: 1 wrongly decoded character, 1 glued word, 1 stray no-break space, 1 invisible character";
    assert_eq!(document.done, [said]);
}

/// The seed whose name begins so, repaired.
fn seed(number: &str) -> Option<Draft> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let path = files.map(|file| file.path()).find(|path| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(number))
    });
    let Some(path) = path else {
        println!("the seeds aren't there: left out");
        return None;
    };
    let mut draft = draft(&fs::read_to_string(path).unwrap());
    repair(&mut draft);
    Some(draft)
}

#[test]
fn seed_000_parts_the_credit_and_drops_what_was_lost() {
    let Some(draft) = seed("000") else { return };
    assert!(draft.text.contains("RIA-Novosti Medvedev and"));
    assert!(!draft.text.contains('\u{fffd}') && draft.raw.contains("Sunday.\u{fffd}\u{fffd}"));
    assert_eq!(draft.done, ["repaired: 1 glued word", "2 characters lost for good"]);
    assert_eq!(draft.repairs.len(), 2);
}

#[test]
fn seed_001_parts_the_number_and_keeps_the_cyrillic_letters() {
    let Some(draft) = seed("001") else { return };
    assert!(draft.text.contains("of the 6th Forum of Regions") && draft.text.contains("ІІ belsat.eu"));
    assert_eq!(draft.done, ["repaired: 1 glued word"]);
}

#[test]
fn seeds_002_and_003_have_nothing_to_repair() {
    for number in ["002", "003"] {
        let Some(draft) = seed(number) else { return };
        assert_eq!((draft.done, draft.repairs), (Vec::<String>::new(), Vec::new()), "{number}");
        assert!(Arc::ptr_eq(&draft.text, &draft.raw));
    }
}

#[test]
fn seed_003_keeps_its_quotation_marks_and_the_no_break_space_stands_in_no_block() {
    let Some(draft) = seed("003") else { return };
    assert!(draft.text.contains("\"union state”") && draft.text.contains("\u{a0}MOSCOW"));
    assert!(draft.blocks.iter().all(|block| !block.span.of(&draft.text).contains('\u{a0}')));
}

#[test]
fn seed_004_has_no_break_spaces_between_words() {
    let Some(draft) = seed("004") else { return };
    assert_eq!(draft.done, ["repaired: 6 stray no-break spaces"]);
    assert!(draft.text.contains("that Russia was “committed to all"));
}

/// Texts with all kinds of damage beside one another.
fn damaged() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "word",
        "Putin",
        "Minsk",
        "the",
        "The",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        ".",
        ",",
        "“",
        "”",
        "\"",
        "6th",
        "Forum",
        "é",
        "Путин",
        "и",
        "Ã©",
        "â€™",
        "â€œ",
        "â€",
        "Â ",
        "Â\u{a0}",
        "РџСѓ",
        "Рё",
        "ï¿½",
        "ï»¿",
        "Ã¢â‚¬â„¢",
        "Ã",
        "Ð¿Ñ€",
        "\u{a0}",
        "\u{202f}",
        "\u{ad}",
        "\u{200b}",
        "\u{200d}",
        "\u{feff}",
        "\u{fffd}",
        "\u{fffd}",
        "s",
        "don",
        "t",
        "RIA-Novosti",
        "日",
        "👩",
        "5",
        "«",
        "\u{301}",
        "\u{9d}",
        "-",
        "\u{2060}",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

/// What has to hold of any repaired text.
fn check(text: &str) {
    let before = draft(text);
    let mut after = draft(text);
    repair(&mut after);
    let reading = Reading {
        text: Cow::Borrowed(&after.text),
        blocks: after.blocks.clone(),
        runs: after.runs.clone(),
        pages: Vec::new(),
        repairs: after.repairs.clone(),
    };
    check_runs(&reading, &after.raw);
    // All that isn't marked stands in the raw text, in the same order.
    let unmarked = outside(&after.text, after.repairs.iter().map(|repair| repair.span));
    let mut raw = after.raw.chars();
    assert!(unmarked.chars().all(|c| raw.any(|other| other == c)), "{unmarked:?} isn't in {text:?}");
    assert!(after.blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    assert!(after.blocks.iter().all(|block| !block.span.of(&after.text).is_empty()));
    assert!(after.blocks.len() <= before.blocks.len());
    for repair in &after.repairs {
        assert!(after.text.get(repair.span.range()).is_some());
    }
    // Repairing it again changes nothing.
    let mut again =
        Draft { raw: after.text.clone(), runs: Runs::Whole, repairs: Vec::new(), done: Vec::new(), ..after };
    repair(&mut again);
    assert!(Arc::ptr_eq(&again.text, &again.raw), "{text:?}: {:?}, then {:?}", again.raw, again.text);
    assert!(again.repairs.iter().all(|repair| repair.kind == RepairKind::Unknown && !repair.span.is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_damage_is_repaired_once_and_the_rest_stays(text in damaged()) {
        check(&text);
    }

    #[test]
    fn any_text_can_be_repaired(text in "\\PC{0,80}") {
        check(&text);
    }
}
