//! What the reader sees of a book, and how it is tied to the raw text.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::super::zip_testing::{renamed, zipped};
use crate::corpus::{Document, Limits, Loader, Origin, Runs, Unread, parse};
use crate::text::BlockKind;

const CONTAINER: &str = "<container><rootfiles><rootfile full-path='OPS/book.opf' \
    media-type='application/oebps-package+xml'/></rootfiles></container>";

const METADATA: &str = "<metadata xmlns:dc='x' xmlns:opf='y'><dc:title id='t2'>A subtitle</dc:title>\
    <dc:title id='t1'>The Book</dc:title><meta refines='#t1' property='title-type'>main</meta>\
    <dc:creator opf:role='aut'>Ann Lee</dc:creator><dc:creator id='c'>Bob Ray</dc:creator>\
    <meta refines='#c' property='role'>aut</meta><dc:creator opf:role='trl'>Cy Poe</dc:creator>\
    <dc:publisher>Press</dc:publisher><dc:language>en</dc:language>\
    <dc:date opf:event='modification'>2020-02-02</dc:date><dc:date>2001</dc:date>\
    <dc:date opf:event='publication'>1999-05-06</dc:date></metadata>";

const MANIFEST: &str = "<manifest><item id='n' href='nav.xhtml' properties='nav' \
    media-type='application/xhtml+xml'/><item id='ncx' href='toc.ncx' \
    media-type='application/x-dtbncx+xml'/><item id='a' href='text/a.xhtml' media-type='application/xhtml+xml'/>\
    <item id='b' href='text/b%20b.xhtml' media-type='application/xhtml+xml'/><item id='c' href='text/c.xhtml' \
    media-type='application/xhtml+xml'/><item id='gone' href='text/gone.xhtml' \
    media-type='application/xhtml+xml'/><item id='p' href='p.png' media-type='image/png' fallback='p2'/>\
    <item id='p2' href='p.png' media-type='image/png' fallback='p'/></manifest>";

const NAV: &str = "<html><body><nav epub:type='landmarks'><ol><li><a href='text/a.xhtml'>Start</a></li></ol></nav>\
    <nav epub:type='toc'><ol><li><a href='text/a.xhtml'>Part One</a><ol><li><a href='text/b%20b.xhtml#b1'>The \
    <i>Road</i></a></li><li><a href='text/c.xhtml'>Home</a></li><li><a href='text/c.xhtml#late'>Late</a></li>\
    <li><a href='../../out.xhtml'>Out</a></li></ol></li></ol></nav>\
    <nav epub:type='page-list'><ol><li><a href='text/b%20b.xhtml'>1</a></li><li><a href='text/c.xhtml#late'>2</a>\
    </li></ol></nav></body></html>";

const NCX: &str = "<ncx><navMap><navPoint><navLabel><text>Part One</text></navLabel>\
    <content src='text/a.xhtml'/><navPoint><navLabel><text>The Road</text></navLabel>\
    <content src='text/b%20b.xhtml'/></navPoint></navPoint></navMap><pageList><pageTarget><navLabel>\
    <text>1</text></navLabel><content src='text/b%20b.xhtml'/></pageTarget></pageList></ncx>";

const A: &str = "<html><head><title>a</title></head><body><p>First words of the part.</p></body></html>";
const B: &str =
    "<html><body><h2 id='b1'>THE ROAD</h2><p>It was long &amp; <em>winding</em>.</p></body></html>";
const C: &str = "<html><body><p class='title'>Home</p><p>They came home.</p><p id='late'>Late</p>\
    <p>It was late.</p></body></html>";

fn opf(metadata: &str, spine: &[&str]) -> String {
    let refs: String = spine.iter().map(|id| format!("<itemref idref='{id}'/>")).collect();
    format!("<?xml version='1.0'?><package>{metadata}{MANIFEST}<spine toc='ncx'>{refs}</spine></package>")
}

fn parts(opf: &str) -> Vec<(&'static str, String)> {
    vec![
        ("mimetype", "application/epub+zip".to_owned()),
        ("META-INF/container.xml", CONTAINER.to_owned()),
        ("OPS/book.opf", opf.to_owned()),
        ("OPS/nav.xhtml", NAV.to_owned()),
        ("OPS/toc.ncx", NCX.to_owned()),
        ("OPS/text/c.xhtml", C.to_owned()),
        ("OPS/text/a.xhtml", A.to_owned()),
        ("OPS/text/b b.xhtml", B.to_owned()),
    ]
}

/// The book, changed in some way.
fn book(change: impl Fn(&mut Vec<(&'static str, String)>)) -> Vec<u8> {
    let mut parts = parts(&opf(METADATA, &["a", "b", "c"]));
    change(&mut parts);
    zipped(&parts)
}

/// Each block with its kind and its text.
fn shown(document: &Document) -> Vec<String> {
    let show = |block: &crate::text::Block| {
        let kind = match block.kind {
            BlockKind::Paragraph => String::new(),
            kind => format!("{kind:?} "),
        };
        format!("{kind}{}", block.span.of(document.text.as_str()))
    };
    document.text.blocks().iter().map(show).collect()
}

const SHOWN: [&str; 8] = [
    "Heading(1) Part One",
    "First words of the part.",
    "Heading(2) THE ROAD",
    "It was long & winding.",
    "Heading(2) Home",
    "They came home.",
    "Heading(2) Late",
    "It was late.",
];

fn assert_tied(document: &Document) {
    let Runs::Parts(runs) = &document.runs else { panic!("runs") };
    for run in runs {
        let (reading, from, len) = (run.reading as usize, run.raw as usize, run.len as usize);
        let text = document.text.as_str().get(reading..reading + len);
        assert_eq!(text, document.raw.get(from..from + len));
    }
}

#[test]
fn chapters_stand_in_the_order_of_the_spine_under_the_titles_of_the_contents() {
    let document = parse("a.epub", &book(|_| {})).unwrap();
    assert_eq!(shown(&document), SHOWN);
    assert_eq!(document.done, Vec::<String>::new());
    assert_tied(&document);
    let raw = format!(
        "<!-- OPS/text/a.xhtml -->\n{A}\n<!-- OPS/text/b b.xhtml -->\n{B}\n<!-- OPS/text/c.xhtml -->\n{C}\n"
    );
    assert_eq!(&*document.raw, raw);
    let winding = document.text.as_str().find("winding").unwrap();
    assert_eq!(document.raw_offset(winding), document.raw.find("winding").unwrap());
}

#[test]
fn the_pages_of_the_printed_book_are_places() {
    let document = parse("a.epub", &book(|_| {})).unwrap();
    let text = document.text.as_str();
    let page = |words: &str| document.page_at(text.find(words).unwrap()).unwrap().label.clone();
    assert_eq!(&*page("THE ROAD"), "1");
    assert_eq!(&*page("came home"), "1");
    assert_eq!(&*page("It was late"), "2");
}

#[test]
fn without_a_navigation_document_the_ncx_counts() {
    let without = book(|parts| parts.retain(|(name, _)| *name != "OPS/nav.xhtml"));
    let document = parse("a.epub", &without).unwrap();
    assert_eq!(shown(&document)[..5], ["Heading(1) Part One", SHOWN[1], SHOWN[2], SHOWN[3], "Home"]);
    assert_eq!(document.pages.len(), 1);
}

#[test]
fn the_package_document_is_metadata() {
    let meta = parse("a.epub", &book(|_| {})).unwrap().meta;
    assert_eq!((meta.title.value.as_str(), meta.title.origin), ("The Book", Origin::BookMeta));
    assert_eq!(meta.author.unwrap().value, "Ann Lee, Bob Ray");
    assert_eq!(meta.source.unwrap().value, "Press");
    assert_eq!(meta.language.unwrap().value, "en");
    let date = meta.date.unwrap();
    assert_eq!((date.value.to_string().as_str(), date.origin), ("1999-05-06", Origin::BookMeta));
}

#[test]
fn a_date_of_the_file_is_none_of_the_book() {
    let dated = |dates: &str| {
        let opf = opf(&format!("<metadata>{dates}</metadata>"), &["a"]);
        let date = parse("a.epub", &zipped(&parts(&opf))).unwrap().meta.date;
        date.map_or_else(String::new, |date| date.value.to_string())
    };
    assert_eq!(dated("<dc:date>1882</dc:date>"), "1882");
    assert_eq!(dated("<dc:date event='modification'>2020-01-01</dc:date>"), "");
    assert_eq!(dated("<dc:date>0101-01-01T00:00:00+00:00</dc:date>"), "");
    assert_eq!(dated("<meta property='dcterms:modified'>2020-01-01</meta>"), "");
}

#[test]
fn a_chapter_that_is_missing_or_damaged_is_told_and_the_rest_goes_on() {
    let bytes = zipped(&parts(&opf(METADATA, &["gone", "a", "nothing", "p", "a", "c"])));
    let document = parse("a.epub", &bytes).unwrap();
    assert_eq!(shown(&document), [&SHOWN[..2], &SHOWN[4..]].concat());
    let told = ["nothing is no text", "p is no text", "text/gone.xhtml is missing"];
    assert_eq!(document.done, told);
    let lost: Vec<_> = document.lost.iter().map(ToString::to_string).collect();
    assert_eq!(lost, ["a.epub, text/gone.xhtml: is missing; get a whole copy"]);

    let mut bytes = book(|_| {});
    let list = memchr::memmem::rfind(&bytes, b"OPS/text/b b.xhtml").unwrap();
    bytes[list - 46 + 16] ^= 1;
    let document = parse("a.epub", &bytes).unwrap();
    assert_eq!(shown(&document), SHOWN);
    assert_eq!(document.done, ["OPS/text/b b.xhtml is damaged"]);
    assert_eq!(document.lost.len(), 1);
}

#[test]
fn a_book_without_its_container_or_package_document_is_read_all_the_same() {
    let without = |gone: &'static [&str]| book(move |parts| parts.retain(|(name, _)| !gone.contains(name)));
    let document = parse("a.epub", &without(&["META-INF/container.xml"])).unwrap();
    assert_eq!(shown(&document), SHOWN);
    assert_eq!(document.done, ["package document found without the container's word"]);

    let document = parse("a.epub", &without(&["META-INF/container.xml", "OPS/book.opf"])).unwrap();
    assert!(document.text.as_str().contains("They came home."));
    assert!(
        document.done.iter().any(|done| done.contains("in the order of the file")),
        "{:?}",
        document.done
    );
}

#[test]
fn the_container_may_lead_out_of_the_archive_and_isnt_followed() {
    let bytes = book(|parts| parts[1].1 = CONTAINER.replace("OPS/book.opf", "../../etc/passwd"));
    assert_eq!(shown(&parse("a.epub", &bytes).unwrap()), SHOWN);
}

fn problem(bytes: &[u8]) -> String {
    match parse("a.epub", bytes) {
        Err(Unread::Problem(problem)) => problem.reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn encrypted_chapters_are_protected_and_scrambled_fonts_are_not() {
    let encryption = |way: &str, name: &str| {
        format!(
            "<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm='{way}'/><enc:CipherData>\
             <enc:CipherReference URI='{name}'/></enc:CipherData></enc:EncryptedData></encryption>"
        )
    };
    let with = |text: String| book(move |parts| parts.push(("META-INF/encryption.xml", text.clone())));
    let aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
    assert_eq!(problem(&with(encryption(aes, "OPS/text/b%20b.xhtml"))), "is protected (DRM)");
    assert!(parse("a.epub", &with(encryption(aes, "OPS/font.otf"))).is_ok());
    let scrambled = encryption("http://www.idpf.org/2008/embedding", "OPS/text/a.xhtml");
    assert!(parse("a.epub", &with(scrambled)).is_ok());
}

#[test]
fn a_book_of_pictures_is_a_problem() {
    let bytes = zipped(&parts(&opf(METADATA, &["p"])));
    assert_eq!(problem(&bytes), "holds no text: its pages are pictures, or missing (p is no text)");
    assert_eq!(problem(&zipped(&[("mimetype", "application/epub+zip")])), "holds no chapters");
}

#[test]
fn a_chapter_that_is_a_picture_with_words_is_told() {
    let spine = |item: &str| {
        let item = format!("<item id='s' href='s.svg' media-type='image/svg+xml' {item}/></manifest>");
        zipped(&parts(&opf(METADATA, &["s", "c"]).replace("</manifest>", &item)))
    };
    let document = parse("a.epub", &spine("")).unwrap();
    assert_eq!(document.done, ["s.svg is a picture (SVG), and words in it aren't read"]);
    assert_eq!(document.lost, []);
    let document = parse("a.epub", &spine("fallback='a'")).unwrap();
    assert!(
        document.done.is_empty() && document.text.as_str().contains("First words"),
        "{:?}",
        document.done
    );
}

#[test]
fn chapters_in_older_encodings_are_decoded_as_they_say() {
    let text =
        "<?xml version='1.0' encoding='windows-1251'?><html><body><p>Мінск, Беларусь</p></body></html>";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let opf = opf(METADATA, &["a"]);
    let parts: Vec<(&str, Vec<u8>)> = parts(&opf)
        .into_iter()
        .map(|(name, text)| {
            (name, if name == "OPS/text/a.xhtml" { bytes.to_vec() } else { text.into_bytes() })
        })
        .collect();
    let document = parse("a.epub", &zipped(&parts)).unwrap();
    assert!(document.text.as_str().contains("Мінск, Беларусь"));
}

#[test]
fn a_book_is_known_by_its_content() {
    assert!(parse("book.zip", &book(|_| {})).is_ok());
    let other = renamed(&book(|parts| drop(parts.remove(0))), "META-INF", "meta-inf");
    assert!(matches!(parse("book.zip", &other), Err(Unread::Binary("ZIP archive"))));
    assert!(parse("book.epub", &other).is_ok());
}

#[test]
fn a_bomb_ends_at_the_limit() {
    let zeros = "0".repeat(8 << 20);
    let bytes = book(|parts| parts[6].1 = format!("<html><body><p>{zeros}"));
    assert!(bytes.len() < 64 << 10);
    let loader = Loader::new(Limits { unpacked: 1 << 20, ..Limits::default() });
    let document = loader.parse("a.epub", &bytes).unwrap();
    assert!(document.raw.len() < 2 << 20);
    assert!(document.done[0].contains("OPS/text/a.xhtml is cut off: more than 1 MiB"), "{:?}", document.done);
}

#[test]
fn many_links_and_deep_tables_of_contents_take_no_long_time() {
    let begun = std::time::Instant::now();
    let ids: String = (0..20_000).map(|at| format!("<p id='p{at}'>x</p><a id=\"")).collect();
    let links: String =
        (0..20_000).map(|at| format!("<ol><li><a href='text/c.xhtml#p{at}'>t{at}</a>")).collect();
    let bytes = book(|parts| {
        parts[3].1 = format!("<nav epub:type='toc'>{links}");
        parts[5].1.clone_from(&ids);
    });
    assert!(parse("a.epub", &bytes).is_ok());
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

proptest! {
    #[test]
    fn mutated_bytes_are_a_book_or_a_problem(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
    ) {
        let mut bytes = book(|_| {});
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(document) = parse("a.epub", &bytes)
            && matches!(document.runs, Runs::Parts(_))
        {
            assert_tied(&document);
        }
    }

    #[test]
    fn mutated_parts_are_a_book_or_a_problem(
        which in 1..8usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>&;#'/a-z é]{0,4}"), 0..8),
    ) {
        let bytes = book(|parts| {
            for (at, text) in &changes {
                let part = &mut parts[which].1;
                let mut at = at.index(part.len() + 1);
                while !part.is_char_boundary(at) {
                    at -= 1;
                }
                part.insert_str(at, text);
            }
        });
        if let Ok(document) = parse("a.epub", &bytes) {
            assert_tied(&document);
        }
    }
}
