//! What the reader sees of a word processor's document, and how it is tied to the raw text.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::super::zip_testing::zipped;
use crate::corpus::{Document, Limits, Loader, Origin, Runs, Unread, parse};
use crate::text::{BlockKind, Span};

const TYPES: &str = "<Types><Override PartName='/word/document.xml'/></Types>";

const ROOT: &str = "<Relationships><Relationship Id='rId1' \
    Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' \
    Target='word/document.xml'/><Relationship Id='rId2' \
    Type='http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties' \
    Target='docProps/core.xml'/></Relationships>";

const STYLES: &str = "<w:styles>\
    <w:style w:type='paragraph' w:default='1' w:styleId='Standard'><w:name w:val='Normal'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/></w:style>\
    <w:style w:type='paragraph' w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Own'><w:name w:val='My own'/><w:basedOn w:val='berschrift2'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Not'><w:name w:val='Not one'/><w:basedOn w:val='berschrift2'/>\
    <w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>\
    <w:style w:type='paragraph' w:styleId='A'><w:name w:val='a'/><w:basedOn w:val='B'/></w:style>\
    <w:style w:type='paragraph' w:styleId='B'><w:name w:val='b'/><w:basedOn w:val='A'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Zitat'><w:name w:val='Quote'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Punkte'><w:name w:val='List Bullet'/><w:pPr><w:numPr>\
    <w:numId w:val='2'/></w:numPr></w:pPr></w:style></w:styles>";

const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='0'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%2)'/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>\
    <w:lvlText w:val='&#xF0B7;'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
    <w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num></w:numbering>";

fn relations(parts: &[(&str, &str)]) -> String {
    let one = |(role, target): &(&str, &str)| {
        format!("<Relationship Id='{target}' Type='http://x/relationships/{role}' Target='{target}'/>")
    };
    format!("<Relationships>{}</Relationships>", parts.iter().map(one).collect::<String>())
}

/// A document with this body, and these parts beside it, by their roles and names.
fn packed(body: &str, beside: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut roles = vec![("styles", "styles.xml"), ("numbering", "numbering.xml")];
    roles.extend(beside.iter().map(|(role, name, _)| (*role, *name)));
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), TYPES.to_owned()),
        ("_rels/.rels".to_owned(), ROOT.to_owned()),
        (
            "word/document.xml".to_owned(),
            format!(
                "<?xml version='1.0'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml\
                 /2006/main'><w:body>{body}</w:body></w:document>"
            ),
        ),
        ("word/_rels/document.xml.rels".to_owned(), relations(&roles)),
        ("word/styles.xml".to_owned(), STYLES.to_owned()),
        ("word/numbering.xml".to_owned(), NUMBERING.to_owned()),
    ];
    for (_, name, text) in beside {
        parts.push((format!("word/{name}"), (*text).to_owned()));
    }
    zipped(&parts.iter().map(|(name, text)| (name.as_str(), text)).collect::<Vec<_>>())
}

fn document(body: &str) -> Document {
    parse("a.docx", &packed(body, &[])).unwrap()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn styled(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn item(list: u32, level: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>\
         <w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

/// Each block with its kind, its columns and its text.
fn shown(document: &Document) -> Vec<String> {
    let show = |block: &crate::text::Block| {
        let kind = match block.kind {
            BlockKind::Paragraph => String::new(),
            kind => format!("{kind:?} "),
        };
        let columns =
            if block.hang > 0 { format!("{}/{} ", block.indent, block.hang) } else { String::new() };
        let gap = if block.gap { "+" } else { "" };
        format!("{gap}{kind}{columns}{}", block.span.of(document.text.as_str()))
    };
    document.text.blocks().iter().map(show).collect()
}

/// What runs say is the same in both texts is the same.
fn assert_tied(document: &Document) {
    let Runs::Parts(runs) = &document.runs else { panic!("runs") };
    let (text, raw) = (document.text.as_str(), &document.raw);
    let mut last = (0, 0);
    for run in runs {
        let (reading, from, len) = (run.reading as usize, run.raw as usize, run.len as usize);
        assert_eq!(text.get(reading..reading + len), raw.get(from..from + len));
        assert!(reading >= last.0 && from >= last.1);
        last = (reading + len, from + len);
    }
}

#[test]
fn headings_are_known_by_the_names_of_styles_in_any_language() {
    let body = [
        styled("Titel", "The report"),
        styled("berschrift2", "One"),
        p("Text."),
        styled("Own", "Two"),
        styled("Not", "None"),
        styled("A", "In a circle"),
        styled("Heading3", "Three"),
        styled("Zitat", "Said"),
        "<w:p><w:pPr><w:outlineLvl w:val='4'/></w:pPr><w:r><w:t>Five</w:t></w:r></w:p>".into(),
    ];
    let document = document(&body.concat());
    let expected = [
        "Heading(1) The report",
        "+Heading(2) One",
        "+Text.",
        "+Heading(2) Two",
        "+None",
        "+In a circle",
        "+Heading(3) Three",
        "+Quote Said",
        "+Heading(5) Five",
    ];
    assert_eq!(shown(&document), expected);
    assert_eq!(document.raw.lines().next(), Some("The report"));
    assert_tied(&document);
}

#[test]
fn lists_have_markers_and_levels() {
    let body = [
        p("Before"),
        item(1, 0, "one"),
        item(1, 1, "sub"),
        item(1, 1, "sub"),
        item(1, 0, "two"),
        styled("Punkte", "point"),
        item(0, 0, "none"),
        "<w:p><w:pPr><w:pStyle w:val='Titel'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r>\
         <w:t>Numbered</w:t><w:br/><w:t>heading</w:t></w:r></w:p>"
            .into(),
    ];
    let expected = [
        "Before",
        "+Item 0/3 1. one",
        "Item 2/5 a) sub",
        "Item 2/5 b) sub",
        "Item 0/3 2. two",
        "Item 0/2 • point",
        "+none",
        "+Heading(1) 3. Numbered",
        "Heading(1) heading",
    ];
    assert_eq!(shown(&document(&body.concat())), expected);
}

#[test]
fn what_was_deleted_or_hidden_stands_in_the_raw_text_alone() {
    let body = "<w:p><w:r><w:t>One </w:t></w:r><w:ins><w:r><w:t>new </w:t></w:r></w:ins>\
        <w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t>\
        </w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>word</w:t></w:r></w:p>\
        <w:moveFrom><w:p><w:r><w:t>moved</w:t></w:r></w:p></w:moveFrom>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>kept</w:t></w:r></w:p>";
    let document = document(body);
    assert_eq!(shown(&document), ["One new word", "+kept"]);
    assert_eq!(&*document.raw, "One new [deleted: old ][hidden: hidden ]word\n[deleted: moved]\nkept\n");
    assert_eq!(document.done, ["2 tracked deletions left out", "1 hidden passage left out"]);
    assert_tied(&document);
    // The place of "word" is the same in both texts.
    let word = document.text.as_str().find("word").unwrap();
    assert_eq!(document.raw_offset(word), document.raw.find("word").unwrap());
}

#[test]
fn a_note_whose_mark_was_deleted_takes_no_number() {
    let mark = |id| format!("<w:r><w:footnoteReference w:id='{id}'/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t>left</w:t><w:ptab/><w:t>right</w:t></w:r>{}<w:del>{}</w:del>{}</w:p>",
        mark(1),
        mark(2),
        mark(3)
    );
    let note = |id| format!("<w:footnote w:id='{id}'>{}</w:footnote>", p(&format!("Note {id}.")));
    let notes = format!("<w:footnotes>{}{}{}</w:footnotes>", note(1), note(2), note(3));
    let document = parse("a.docx", &packed(&body, &[("footnotes", "footnotes.xml", &notes)])).unwrap();
    let text = document.text.as_str();
    assert!(text.starts_with("left") && text.contains("right[1][2]"), "{text}");
    assert!(!text.contains("leftright") && text.contains("Note 3.") && !text.contains("Note 2."), "{text}");
}

#[test]
fn fields_links_breaks_tabs_and_hyphens_are_read_as_they_are_printed() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE \\* x</w:instrText>\
        <w:fldChar w:fldCharType='separate'/><w:t>7</w:t><w:fldChar w:fldCharType='end'/></w:r>\
        <w:hyperlink><w:r><w:t xml:space='preserve'> a link</w:t><w:tab/><w:t>non</w:t><w:noBreakHyphen/>\
        <w:t>stop co</w:t><w:softHyphen/><w:t>operation &amp; &#x41; &unknown;</w:t></w:r></w:hyperlink><w:r>\
        <w:br/><w:t>below</w:t></w:r><w:sdt><w:sdtPr><w:t>prompt</w:t></w:sdtPr><w:sdtContent><w:r>\
        <w:t xml:space='preserve'> control</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    let document = document(body);
    assert_eq!(shown(&document), ["7 a link\tnon‑stop cooperation & A &unknown;", "below control"]);
    assert_tied(&document);
}

#[test]
fn tables_are_rows_and_a_table_for_the_layout_is_its_paragraphs() {
    let cell = |text: &str| format!("<w:tc><w:tcPr/>{text}</w:tc>");
    let table =
        |rows: &[&str]| format!("<w:tbl><w:tblPr/><w:tr>{}</w:tr></w:tbl>", rows.join("</w:tr><w:tr>"));
    let inner = table(&[&[cell(&p("in")), cell(&p("ner"))].concat()]);
    let long = p(&"a long cell ".repeat(40));
    let body = [
        p("Before"),
        table(&[
            &[cell(&p("Name")), cell(&p("Sum"))].concat(),
            &[cell(&p("Minsk")), cell(&p("1,000"))].concat(),
        ]),
        p("Between"),
        table(&[&[cell(&[p("two"), p("lines")].concat()), cell(&inner)].concat()]),
        table(&[&[cell(&styled("Titel", "Head")), cell(&long)].concat()]),
    ];
    let document = document(&body.concat());
    let shown = shown(&document);
    assert_eq!(shown[0], "Before");
    assert_eq!(shown[1..3], ["+Code Name     Sum", "Code Minsk  1,000"]);
    assert_eq!(shown[3..6], ["+Between", "+0/2 two / lines | in / ner", "+Heading(1) Head"]);
    assert!(shown[6].starts_with("+a long cell"));
    assert_tied(&document);
}

#[test]
fn notes_stand_at_the_end_under_their_marks() {
    let body = "<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id='2'/><w:t> and two</w:t>\
        <w:endnoteReference w:id='2'/><w:t>.</w:t></w:r></w:p>";
    let footnotes = format!(
        "<w:footnotes><w:footnote w:type='separator' w:id='-1'>{}</w:footnote><w:footnote w:id='2'><w:p><w:r>\
         <w:footnoteRef/><w:t xml:space='preserve'> The first</w:t></w:r></w:p>{}</w:footnote></w:footnotes>",
        p("----"),
        p("and more")
    );
    let endnotes = format!("<w:endnotes><w:endnote w:id='2'>{}</w:endnote></w:endnotes>", p("The second"));
    let comments = format!(
        "<w:comments><w:comment w:id='1'>{}</w:comment><w:comment w:id='2'>{}</w:comment></w:comments>",
        p("Is it so?"),
        p("It is.")
    );
    let beside = [
        ("footnotes", "footnotes.xml", footnotes.as_str()),
        ("endnotes", "endnotes.xml", &endnotes),
        ("comments", "comments.xml", &comments),
    ];
    let document = parse("a.docx", &packed(body, &beside)).unwrap();
    let expected =
        ["One[1] and two[2].", "+Item 0/4 [1] The first", "4/4 and more", "+Item 0/4 [2] The second"];
    assert_eq!(shown(&document), expected);
    assert_eq!(document.done, ["2 comments left out"]);
    assert!(document.raw.ends_with("[comment: Is it so?]\n[comment: It is.]\n"), "{}", document.raw);
    assert_tied(&document);
}

#[test]
fn headers_and_footers_are_set_aside_once() {
    let body = format!(
        "{}<w:sectPr><w:headerReference w:type='default' r:id='header1.xml'/>\
         <w:headerReference w:type='first' r:id='header2.xml'/><w:footerReference r:id='footer1.xml'/>\
         <w:footerReference r:id='missing'/></w:sectPr>",
        p("Text of the document.")
    );
    let header = format!("<w:hdr>{}</w:hdr>", p("A report"));
    let footer = format!("<w:ftr>{}</w:ftr>", p("Page 1"));
    let beside = [
        ("header", "header1.xml", header.as_str()),
        ("header", "header2.xml", &header),
        ("footer", "footer1.xml", &footer),
    ];
    let document = parse("a.docx", &packed(&body, &beside)).unwrap();
    let expected =
        ["Text of the document.", "+Aside(PageFurniture) A report", "+Aside(PageFurniture) Page 1"];
    assert_eq!(shown(&document), expected);
    assert_eq!(document.meta.words, 4);
}

#[test]
fn text_boxes_stand_behind_the_paragraph_that_they_are_anchored_in() {
    let body = format!(
        "<w:p><w:r><w:t>Out</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:docPr descr='A map'/>\
         <w:txbxContent>{0}{0}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}\
         </w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>side</w:t></w:r></w:p>{1}\
         <w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>D</w:t></w:r></w:p>{2}",
        p("In the box."),
        p("Behind."),
        p("ay by day."),
    );
    let document = document(&body);
    let expected = ["Outside", "+In the box.", "+In the box.", "+Behind.", "+Day by day."];
    assert_eq!(shown(&document), expected);
    assert_eq!(document.raw.lines().next(), Some("Out[picture: A map]side"));
    assert_tied(&document);
}

#[test]
fn the_properties_are_metadata() {
    let core = "<cp:coreProperties><dc:title>The plan</dc:title><dc:creator>Ann Lee</dc:creator>\
        <dcterms:created>2019-05-03T10:00:00Z</dcterms:created><dcterms:modified>2020-01-01T10:00:00Z\
        </dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>";
    let bytes = zipped(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("docProps/core.xml", core),
        ("word/document.xml", &format!("<w:document>{}</w:document>", p("Text"))),
    ]);
    let meta = parse("whatever.bin", &bytes).unwrap().meta;
    let title = (meta.title.value.as_str(), meta.title.origin);
    assert_eq!(title, ("The plan", Origin::Properties));
    assert_eq!(meta.author.unwrap().value, "Ann Lee");
    assert_eq!(meta.date.unwrap().value.to_string(), "2019-05-03");
    assert_eq!(meta.language.unwrap().value, "en");
}

#[test]
fn other_prefixes_of_the_same_namespace_are_the_same() {
    for (colon, declared) in [("n:", "xmlns:n"), ("", "xmlns")] {
        let document = format!(
            "<{colon}document {declared}='http://purl.oclc.org/ooxml/wordprocessingml/main'><{colon}body>\
             <{colon}p><{colon}r><{colon}t>Strict</{colon}t></{colon}r></{colon}p></{colon}body></{colon}document>"
        );
        let bytes = zipped(&[("[Content_Types].xml", TYPES), ("word/document.xml", &document)]);
        assert_eq!(shown(&parse("a.docm", &bytes).unwrap()), ["Strict"]);
    }
}

fn problem(bytes: &[u8]) -> String {
    match parse("a.docx", bytes) {
        Err(Unread::Problem(problem)) => problem.reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_document_without_its_text_is_a_problem() {
    assert_eq!(problem(&zipped(&[("[Content_Types].xml", TYPES)])), "holds no word processor's document");
    let empty = zipped(&[("[Content_Types].xml", TYPES), ("word/document.xml", "")]);
    assert_eq!(problem(&empty), "its text is empty");
    let whole = packed(&p("Text"), &[]);
    assert_eq!(problem(&whole[..whole.len() / 2]), "is damaged or cut off: its list of parts can't be read");
}

#[test]
fn damaged_xml_is_read_as_far_as_it_goes_and_that_is_told() {
    let text = format!("<w:document>{}<w:p><w:r><w:t>Two</w:t></w:r><w:p", p("One"));
    let bytes = zipped(&[("[Content_Types].xml", TYPES), ("word/document.xml", &text)]);
    let document = parse("a.docx", &bytes).unwrap();
    assert_eq!(shown(&document), ["One", "+Two"]);
    assert_eq!(document.done, ["word/document.xml is damaged, and is read only as far as that"]);
    let lost = "a.docx, word/document.xml: is damaged, and is read only as far as that; get a whole copy";
    assert_eq!(document.lost[0].to_string(), lost);
}

#[test]
fn relationships_in_a_circle_end() {
    let beside = [
        ("footnotes", "document.xml", ""),
        ("endnotes", "styles.xml", ""),
        ("header", "_rels/document.xml.rels", ""),
    ];
    let roles: Vec<_> = beside.iter().map(|(role, name, _)| (*role, *name)).collect();
    let body = format!(
        "<w:document>{}<w:footnoteReference w:id='1'/><w:headerReference r:id='_rels/document.xml.rels'/>\
         </w:document>",
        p("Text")
    );
    let bytes = zipped(&[
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", &body),
        ("word/_rels/document.xml.rels", &relations(&roles)),
        ("word/styles.xml", STYLES),
    ]);
    assert_eq!(shown(&parse("a.docx", &bytes).unwrap()), ["Text", "+[1]"]);
}

#[test]
fn hostile_nesting_ends_soon() {
    let deep = 50_000;
    for open in [
        "<w:p>",
        "<w:p><w:r><w:t>x</w:t><w:txbxContent>",
        "<w:tbl><w:tr><w:tc><w:p><w:t>x</w:t>",
        "<w:del>",
        "<w:sdtPr>",
        "<mc:AlternateContent><mc:Choice>",
        "<w:tc/>",
    ] {
        let begun = std::time::Instant::now();
        let document = document(&open.repeat(deep));
        assert_tied(&document);
        assert!(begun.elapsed().as_secs() < 5, "{open}: {:?}", begun.elapsed());
    }
}

#[test]
fn a_bomb_ends_at_the_limit() {
    let mut body = p("The text before.");
    body.push_str("<w:p><w:r><w:t>");
    body.push_str(&"0".repeat(8 << 20));
    let bytes = packed(&body, &[]);
    let loader = Loader::new(Limits { unpacked: 1 << 20, ..Limits::default() });
    let document = loader.parse("a.docx", &bytes).unwrap();
    assert!(document.raw.len() < 2 << 20);
    assert!(
        document.done.iter().any(|done| done.contains("more than 1 MiB unpacked")),
        "{:?}",
        document.done
    );
}

#[test]
fn an_entity_bomb_stays_as_it_is_written() {
    let text = format!(
        "<!DOCTYPE x [<!ENTITY a '{}'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><w:document>{}</w:document>",
        "a".repeat(1000),
        p("&b;&b;")
    );
    let bytes = zipped(&[("[Content_Types].xml", TYPES), ("word/document.xml", &text)]);
    assert_eq!(shown(&parse("a.docx", &bytes).unwrap()), ["&b;&b;"]);
}

fn whole() -> Vec<u8> {
    let notes = format!("<w:footnotes><w:footnote w:id='2'>{}</w:footnote></w:footnotes>", p("A note"));
    let body = [
        styled("Titel", "The report"),
        item(1, 1, "item"),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>".into(),
        "<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id='2'/></w:r><w:del><w:r><w:delText>x</w:delText></w:r>\
         </w:del></w:p>"
            .into(),
    ];
    packed(&body.concat(), &[("footnotes", "footnotes.xml", &notes)])
}

/// Pieces that documents are made of.
fn piece() -> impl Strategy<Value = String> {
    let tags = "(p|r|t|tbl|tr|tc|txbxContent|del|ins|pPr|rPr|vanish|br|tab|sdtPr|footnoteReference w:id='1'|\
                numPr|numId w:val='1'|ilvl w:val='1'|pStyle w:val='Titel'|gridSpan w:val='3'|rt|footnote|framePr \
                w:dropCap='drop'|headerReference r:id='x')";
    prop_oneof![
        3 => tags.prop_map(|tag| format!("<w:{tag}>")),
        2 => tags.prop_map(|tag| format!("<w:{tag}/>")),
        3 => tags.prop_map(|tag| format!("</w:{}>", tag.split(' ').next().unwrap_or(""))),
        3 => "<w:t>[a-zé日 ]{1,6}</w:t>",
        1 => "<w:p><w:r><w:t>[a-zé日 ]{1,6}</w:t></w:r></w:p>",
        1 => "[<&;a-z]{1,3}",
    ]
}

proptest! {
    #[test]
    fn any_order_of_tags_is_a_document(pieces in prop::collection::vec(piece(), 0..60)) {
        if let Ok(document) = parse("a.docx", &packed(&pieces.concat(), &[])) {
            assert_tied(&document);
        }
    }

    #[test]
    fn mutated_bytes_are_a_document_or_a_problem(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
    ) {
        let mut bytes = whole();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(document) = parse("a.docx", &bytes) {
            let end = document.text.as_str().len();
            prop_assert!(document.runs.raw_span(Span::new(0, end)).end as usize <= document.raw.len());
        }
    }
}
