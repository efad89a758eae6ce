//! Loading files, any bytes at all, and the five seeds.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::fs;

use proptest::prelude::*;

use super::*;
use crate::corpus::Origin;
use crate::text::{AsideReason, BlockKind};

fn problem(result: Result<Loaded, Unread>) -> String {
    match result {
        Err(Unread::Problem(problem)) => problem.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_is_loaded_with_its_size_time_and_hash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("note.txt");
    fs::write(&path, "abc").unwrap();
    let loaded = Loader::default().load(&path).unwrap();
    assert_eq!((loaded.size, loaded.modified.is_some()), (3, true));
    // The example of FIPS 180-2, appendix B.1.
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(loaded.document.meta.hash.to_string(), hash);
}

#[test]
fn a_look_reads_all_only_of_what_may_be_damaged_and_is_worth_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let loader = Loader::new(Limits { file: 1000, ..Limits::default() });
    let (text, pdf) = (file("note.txt", b"abc"), file("paper.pdf", b"%PDF-1.7\nrubbish"));
    assert_eq!(loader.look(&text, |_| panic!("a text isn't damaged")), Ok(()));
    assert_eq!(loader.look(&pdf, |size| size > 16), Ok(()));
    let told = |path, worth| match loader.look(path, |size| worth && size == 16) {
        Err(Unread::Problem(problem)) => problem.to_string(),
        other => panic!("{other:?}"),
    };
    assert!(told(&pdf, true).contains("is damaged"), "{}", told(&pdf, true));
    assert!(told(&file("long.txt", &[b'a'; 1001]), false).contains("is larger than"));
    assert_eq!(loader.look(&file("a.bin", b"\x7fELF\0"), |_| true), Err(Unread::Binary("program")));
}

#[test]
fn what_cant_be_loaded_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    assert!(problem(Loader::default().load(&path)).contains("there is no such file"));
    assert!(problem(Loader::default().load(folder.path())).contains("is a folder"));
    fs::write(&path, "{\\rtf1 words}").unwrap();
    assert!(problem(Loader::default().load(&path)).contains("doesn't read RTF files"));
    fs::write(&path, "\x7fELF\0").unwrap();
    assert_eq!(Loader::default().load(&path).err(), Some(Unread::Binary("program")));
}

#[test]
fn a_file_of_more_than_a_gibibyte_isnt_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.txt");
    fs::write(&path, "A line.\n".repeat(PART / 4)).unwrap();
    // A sparse file takes no room.
    File::options().write(true).open(&path).unwrap().set_len(Limits::default().file + 1).unwrap();
    assert!(problem(Loader::default().load(&path)).contains("larger than 1 GiB; split it"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_never_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe");
    if !std::process::Command::new("mkfifo").arg(&path).status().is_ok_and(|status| status.success()) {
        println!("left out: there is no mkfifo");
        return;
    }
    assert!(problem(Loader::default().load(&path)).contains("neither a file nor a folder"));
}

/// What a seed gives: how its title begins and ends with its origin, source, date, how what is set aside
/// begins with why, headings.
struct Expected<'a> {
    title: (&'a str, &'a str, Origin),
    source: Option<&'a str>,
    date: Option<&'a str>,
    asides: &'a [(&'a str, AsideReason)],
    headings: &'a [&'a str],
    dateline: Option<&'a str>,
}

#[track_caller]
fn seed(name: &str, expected: &Expected<'_>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");
    if !Path::new(folder).is_dir() {
        println!("left out: the seeds aren't there");
        return;
    }
    let document = Loader::default().load(&Path::new(folder).join(name)).unwrap().document;
    let meta = &document.meta;
    let (begins, ends, origin) = expected.title;
    assert!(meta.title.value.starts_with(begins) && meta.title.value.ends_with(ends), "{:?}", meta.title);
    assert_eq!(meta.title.origin, origin);
    assert_eq!(meta.source.as_ref().map(|source| &*source.value), expected.source);
    assert_eq!(meta.date.as_ref().map(|date| date.value.to_string()).as_deref(), expected.date);
    let of = |block: &crate::text::Block| block.span.of(document.text.as_str()).to_owned();
    assert_eq!(meta.author, None);
    let language = meta.language.as_ref().map(|language| (&*language.value, language.origin));
    assert_eq!(language, Some(("en", Origin::Text)));
    let (mut asides, mut headings, mut dateline) = (Vec::new(), Vec::new(), None);
    for block in document.text.blocks() {
        match block.kind {
            BlockKind::Aside(reason) => asides.push((of(block), reason)),
            BlockKind::Heading(2) => headings.push(of(block)),
            BlockKind::Dateline => dateline = Some(of(block)),
            _ => {}
        }
    }
    assert_eq!(asides.len(), expected.asides.len(), "{asides:?}");
    for (found, (begins, reason)) in asides.iter().zip(expected.asides) {
        assert!(found.0.starts_with(begins) && found.1 == *reason, "{found:?}");
    }
    assert_eq!(headings, expected.headings);
    assert_eq!(dateline.as_deref(), expected.dateline);
    assert!(document.text.body().count() > 6);
}

#[test]
fn seed_000_has_its_title_below_the_lines_of_the_site() {
    seed(
        "000_1794398d8886a3a9.txt",
        &Expected {
            title: ("Lukashenko Skips", "Moscow Summit", Origin::Heading),
            source: None,
            date: None,
            asides: &[
                ("Get the latest updates", AsideReason::Site),
                (". Last Updated", AsideReason::Metadata),
                ("Ira Iosebashvili", AsideReason::Credit),
            ],
            headings: &[],
            dateline: None,
        },
    );
}

#[test]
fn seed_001_has_its_date_and_source_behind_the_text() {
    seed(
        "001_d25007b8e2322796.txt",
        &Expected {
            title: ("Putin set to discuss ‘close", "’ in two weeks", Origin::Heading),
            source: Some("belsat.eu"),
            date: Some("2019-07-03"),
            asides: &[
                ("Opinions", AsideReason::Related),
                ("Lukashenka to celebrate", AsideReason::Related),
                ("2019.07.03", AsideReason::Metadata),
                ("ІІ belsat.eu", AsideReason::Site),
                ("TWITTER", AsideReason::Share),
            ],
            headings: &[],
            dateline: None,
        },
    );
}

#[test]
fn seed_002_has_its_first_sentence_for_a_title() {
    seed(
        "002_0ae37bf1832effbf.txt",
        &Expected {
            title: ("Lukashenka and Putin discussed", "the Union State.", Origin::FirstSentence),
            source: None,
            date: None,
            asides: &[("Situation in Belarus", AsideReason::Related)],
            headings: &[],
            dateline: None,
        },
    );
}

#[test]
fn seed_003_has_its_date_and_source_before_the_title() {
    seed(
        "003_4a18ea590833d17d.txt",
        &Expected {
            title: ("Lukashenko Flies to", "Western-Backed Riots", Origin::Heading),
            source: Some("kayhan.ir"),
            date: Some("2020-09-14"),
            asides: &[
                ("kayhan.ir", AsideReason::Site),
                ("News ID", AsideReason::Metadata),
                ("Publish Date", AsideReason::Metadata),
            ],
            headings: &[],
            dateline: Some("MOSCOW (Dispatches) --"),
        },
    );
}

#[test]
fn seed_004_has_headings_and_a_reply_form() {
    seed(
        "004_4244630f166f0cd0.txt",
        &Expected {
            title: ("Putin Backs", "Closer Ties", Origin::Heading),
            source: None,
            date: None,
            asides: &[("Leave a Reply", AsideReason::Reply), ("Your email address", AsideReason::Reply)],
            headings: &["‘Elder brother’", "‘Don’t sell country’"],
            dateline: None,
        },
    );
}

/// Checks what holds for every document.
fn check(document: &Document) -> Result<(), TestCaseError> {
    let text = document.text.as_str();
    let mut end = 0;
    for block in document.text.blocks() {
        prop_assert!(block.span.start >= end && text.get(block.span.range()).is_some());
        prop_assert!(!block.span.is_empty() && block.span.len() <= 64 << 10);
        prop_assert!(block.indent <= 20);
        end = block.span.end;
    }
    prop_assert!(!document.meta.title.value.trim().is_empty());
    prop_assert!(document.meta.title.value.chars().count() <= 300);
    Ok(())
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..600), markdown in any::<bool>()) {
        if let Ok(document) = parse(if markdown { "a.md" } else { "a" }, &bytes) {
            check(&document)?;
        }
    }

    #[test]
    fn no_text_breaks_it(text in lines(), name in "\\PC{0,20}", markdown in any::<bool>()) {
        let name = if markdown { format!("{name}.md") } else { name };
        let document = parse(&name, text.as_bytes());
        prop_assume!(document.is_ok());
        check(&document.unwrap())?;
    }

    #[test]
    fn only_white_space_is_left_between_the_blocks_of_plain_text(text in lines()) {
        let document = parse("a.txt", text.as_bytes()).unwrap();
        let mut rest = document.text.as_str().to_owned();
        for block in document.text.blocks().iter().rev() {
            rest.replace_range(block.span.range(), "");
        }
        // Underlines of headings are markup.
        prop_assert!(rest.chars().all(|c| c.is_whitespace() || matches!(c, '=' | '-' | '~')), "{:?}", rest);
    }
}

/// Texts of lines that the rules are about.
fn lines() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Leave a Reply",
        "Subscribe",
        "kayhan.ir",
        "News ID: 7",
        "2019.07.03 08:44",
        "TWITTER",
        "The Talks",
        "***",
        "- one",
        "   moved in",
        "=====",
        "---",
        "title: x",
        "12. twelve",
        "a\tb",
        "Łódź…",
        "\u{a0}",
        "\r",
        "白俄罗斯",
        "İ",
        "ß:",
        "©",
        "The two sides met for a whole day in the house by the sea and spoke of the price of milk, as they always do.",
        "The two sides met for a whole day in the house by the sea",
        "and spoke of the price of milk.",
        "\u{2028}",
        "Photo:",
        "By Ann Lee, Reuters",
        "By",
        "Ann Lee | 14 September 2020",
        "Автор: Анна Ким, 14 сентября 2020 г.",
        "MOSCOW (Dispatches) -- ",
        "(ANSA) - MOSCA, 14 SET - ",
        "Minsk, 5 May 1986",
        "Subject: milk",
        "From: Ann <a@b.org>",
        "Home | World | Business",
        "World",
        "© 2020 Example. All rights reserved.",
        "On Monday, 14 September 2020, they met there and spoke of it.",
        "2020年9月14日",
        "(Reporting by Ann Lee; Editing by Bob Ray)",
        "+++",
        "authors: [a, b]",
    ]);
    let ends = prop::sample::select(vec!["\n", "\n\n", "\r\n", " ", ""]);
    prop::collection::vec((pieces, ends), 0..30)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end]).collect())
}
