//! Token-per-line files in and out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

fn names() -> Names {
    Names::called("english").unwrap()
}

fn tagged_by(names: &Names, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut lines = bytes;
    tag_lines(&mut lines, Path::new("-"), &mut names.finder(), false, &mut out).unwrap();
    out
}

fn tagged(text: &str) -> String {
    String::from_utf8(tagged_by(&names(), text.as_bytes())).unwrap()
}

/// What must come back unchanged of a line: all of it where it is blank, else its first column and its line end.
fn kept(line: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let text = line.strip_suffix(b"\n").unwrap_or(line);
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    let ending = line[text.len()..].to_vec();
    if text.iter().all(u8::is_ascii_whitespace) {
        return (text.to_vec(), ending);
    }
    (text[..first_column(text)].to_vec(), ending)
}

fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

#[test]
fn tokens_get_tags_and_the_rest_stays() {
    let text = "-DOCSTART-\n\nAnna\nKowalska\nvisited\nGeneva\n.\n\nShe\tPRP\tO\nleft\t\n";
    assert_eq!(
        tagged(text),
        "-DOCSTART-\tO\n\nAnna\tB-PER\nKowalska\tI-PER\nvisited\tO\nGeneva\tB-LOC\n.\tO\n\nShe\tO\nleft\tO\n"
    );
}

#[test]
fn demonyms_and_the_like_are_outside() {
    assert_eq!(
        tagged("The\nPolish\ngovernment\nfell\n.\n"),
        "The\tO\nPolish\tO\ngovernment\tO\nfell\tO\n.\tO\n"
    );
}

#[test]
fn columns_are_parted_by_blanks_where_the_last_is_a_tag() {
    assert_eq!(
        tagged("-DOCSTART- -X- -X- O\n\nGeneva NNP B-NP B-LOC\n"),
        "-DOCSTART- -X- -X- O\tO\n\nGeneva\tB-LOC\n".replace(" -X- -X- O", "")
    );
    assert_eq!(first_column(b"1 000"), 5);
    assert_eq!(first_column(b"1 000\tO"), 5);
    assert_eq!(first_column(b"EU NNP I-NP I-ORG"), 2);
}

#[test]
fn line_ends_and_a_missing_last_one_are_kept() {
    assert_eq!(
        tagged("In\r\nGeneva\r\n \r\nhe\r\nslept"),
        "In\tO\r\nGeneva\tB-LOC\r\n \r\nhe\tO\r\nslept\tO"
    );
    assert_eq!(tagged(""), "");
    assert_eq!(tagged("\n\n"), "\n\n");
}

#[test]
fn bytes_that_are_no_text_come_back_as_they_are() {
    let bytes = b"\xff\xfe\tO\n\xef\xbb\xbf-DOCSTART-\n\nGeneva\n";
    let out = tagged_by(&names(), bytes);
    assert_eq!(out, b"\xff\xfe\tO\n\xef\xbb\xbf-DOCSTART-\tO\n\nGeneva\tB-LOC\n");
}

#[test]
fn a_terminal_gets_nothing_that_steers_it() {
    let mut out = Vec::new();
    let mut lines: &[u8] = b"\x1b[2J\n\x1b\t\x1b\n\x9b\n \x0c \n";
    tag_lines(&mut lines, Path::new("-"), &mut names().finder(), true, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(out.chars().all(|c| c == '\n' || c == '\t' || safe::substitute(c).is_none()), "{out:?}");
}

#[test]
fn a_line_without_end_is_trouble_with_its_number() {
    let text = format!("a\n{}", "x".repeat(LINE + 5));
    let mut lines = text.as_bytes();
    let mut out = Vec::new();
    let ended = tag_lines(&mut lines, Path::new("-"), &mut names().finder(), false, &mut out);
    match ended {
        Err(Ending::Trouble(problem)) => {
            assert_eq!((problem.path.as_str(), problem.place.as_str()), ("standard input", "line 2"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_document_without_end_is_tagged_in_stretches() {
    let text = "word\n".repeat(TOO_LONG + 10);
    assert_eq!(tagged_by(&Names::Rules, text.as_bytes()).len(), text.len() + 2 * (TOO_LONG + 10));
}

#[test]
fn a_name_that_is_clear_in_one_sentence_is_known_in_the_next_until_the_document_ends() {
    let clear = "Foreign\nMinister\nUladzimir\nMakey\nspoke\nin\nVienna\n.\n\nMakey\nsaid\nlittle\n.\n";
    assert!(tagged(clear).contains("\nMakey\tB-PER\nsaid"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn layout_is_kept_whatever_comes(
        parts in prop::collection::vec("(Anna|Geneva|U\\.N\\.|-DOCSTART-|\\PC{1,4}|\t|\t| |\n|\n|\n|\r\n| O\n|\tB-PER\n|\u{feff}|\u{b})", 0..60)
    ) {
        let text = parts.concat();
        let out = tagged_by(&names(), text.as_bytes());
        let (before, after) = (lines(text.as_bytes()), lines(&out));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            let (kept, ending) = kept(before);
            prop_assert!(after.ends_with(&ending));
            let rest = &after[..after.len() - ending.len()];
            if kept.iter().all(u8::is_ascii_whitespace) && !rest.contains(&b'\t') {
                prop_assert_eq!(rest, &kept[..]);
                continue;
            }
            prop_assert_eq!(&rest[..kept.len()], &kept[..]);
            let tag = std::str::from_utf8(&rest[kept.len()..]).unwrap();
            let known = ["\tO", "\tB-PER", "\tI-PER", "\tB-ORG", "\tI-ORG", "\tB-LOC", "\tI-LOC"];
            prop_assert!(known.contains(&tag) || kept.iter().all(u8::is_ascii_whitespace), "{:?}", rest);
        }
    }

    #[test]
    fn tags_are_well_formed_and_tagging_again_changes_nothing(
        words in prop::collection::vec("(Anna|Kowalska|Geneva|Bank|of|the|said|\\.|\n)", 0..40)
    ) {
        let text: String = words.iter().map(|word| if word == "\n" { word.clone() } else { format!("{word}\n") }).collect();
        for names in [names(), Names::Rules] {
            let once = tagged_by(&names, text.as_bytes());
            prop_assert_eq!(&tagged_by(&names, &once), &once);
            let read = crate::tag::model::read_conll(std::str::from_utf8(&once).unwrap());
            prop_assert!(read.is_ok());
        }
    }
}
