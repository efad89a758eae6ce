//! What the reader sees of a page, and how it is tied to the raw text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::corpus::{Document, Found, Limits, Loader, Origin, Run, Runs, parse};
use crate::text::{Block, BlockKind};

fn document(html: &str) -> Document {
    parse("a/page.html", html.as_bytes()).unwrap()
}

fn show(text: &str, block: &Block) -> String {
    let kind = match block.kind {
        BlockKind::Paragraph => String::new(),
        BlockKind::Aside(reason) => format!("{reason:?}: "),
        kind => format!("{kind:?} "),
    };
    let columns = if block.hang > 0 { format!("{}/{} ", block.indent, block.hang) } else { String::new() };
    format!("{}{kind}{columns}{}", if block.gap { "+" } else { "" }, block.span.of(text))
}

/// Each block of a page with its kind, its columns and its text.
fn shown(html: &str) -> Vec<String> {
    let document = document(html);
    document.text.blocks().iter().map(|block| show(document.text.as_str(), block)).collect()
}

/// The same where all is the document.
fn all(html: &str) -> Vec<String> {
    let mut builder = Builder::new(html);
    set(html, 0..html.len(), &mut builder, Whole::All);
    let (text, blocks, _) = builder.finish();
    blocks.iter().map(|block| show(&text, block)).collect()
}

/// A paragraph of an article, with commas and of some length.
fn paragraph(about: &str) -> String {
    format!(
        "<p>On Monday the two sides spoke of {about}, of trade, and of what both of them called a matter of \
         time, though neither of them, when asked again, would say how much of it there was left.</p>\n"
    )
}

fn article() -> String {
    ["oil", "gas", "wood", "milk"].map(paragraph).concat()
}

#[test]
fn the_article_is_the_document_and_what_is_around_it_is_set_aside() {
    let page = format!(
        "<!DOCTYPE html><html lang=en><head><title>Talks in Sochi | The Post</title></head><body>
         <header><a href=/>The Post</a><nav><ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul></nav></header>
         <div class=cookie-notice><p>We value, as everybody does, your privacy, and store things.</p></div>
         <div class=page><div class=story><h1>Talks in Sochi</h1><p class=byline>By Ann Lee, 14 September 2020</p>
         <div class=share-bar><a href=x>Facebook</a> <a href=y>Post it</a></div>
         {}<h2>Later</h2>{}
         <div class=related><h3>More of this</h3><ul><li><a href=c>Another</a></ul></div></div></div>
         <section id=comments><p>I, for one, don't believe a word of it, and neither, I think, do you.</p>
         <form><textarea>x</textarea></form></section>
         <footer><p>All rights, as they say, are reserved.</p></footer></body></html>",
        article(),
        article()
    );
    let blocks = shown(&page);
    let asides: Vec<&str> = blocks
        .iter()
        .filter(|block| block.contains(": "))
        .map(|block| block.trim_start_matches('+'))
        .collect();
    let expected = [
        "Site: The Post",
        "Site: News",
        "Site: Sport",
        "Site: We value, as everybody does, your privacy, and store things.",
        "Metadata: By Ann Lee, 14 September 2020",
        "Share: Facebook Post it",
        "Related: More of this",
        "Related: Another",
        "Reply: I, for one, don't believe a word of it, and neither, I think, do you.",
        "Site: All rights, as they say, are reserved.",
    ];
    assert_eq!(asides, expected);
    let body: Vec<&String> = blocks.iter().filter(|block| !block.contains(": ")).collect();
    assert_eq!(body.len(), 10);
    assert_eq!((body[0].as_str(), body[5].as_str()), ("+Heading(1) Talks in Sochi", "+Heading(2) Later"));
}

#[test]
fn a_page_without_a_main_content_shows_all_of_its_body() {
    let page = "<title>Links</title><h1>Links</h1><ul><li><a href=a>One</a><li><a href=b>Two</a></ul><p>That is all.";
    assert_eq!(shown(page), ["Heading(1) Links", "+Item 0/2 • One", "Item 0/2 • Two", "+That is all."]);
}

#[test]
fn comments_may_be_longer_than_the_article() {
    let page = format!(
        "<article>{}</article><div id=comments>{}</div>",
        article(),
        (0..30).map(|_| paragraph("them")).collect::<String>()
    );
    let blocks = shown(&page);
    assert_eq!(blocks.iter().filter(|block| !block.contains("Reply: ")).count(), 4);
}

#[test]
fn a_list_of_other_articles_is_related_and_an_index_is_a_page() {
    let announced =
        |about: &str| format!("<li><h3><a href=x>Of {about}, at length</a></h3>{}", paragraph(about));
    let list = ["oil", "gas", "wood", "milk", "iron"].map(announced).concat();
    let page = format!("<div><div>{}{}</div><ul>{list}</ul></div>", article(), article());
    let blocks = shown(&page);
    assert_eq!(blocks.iter().filter(|block| !block.contains("Related: ")).count(), 8, "{blocks:?}");
    let index = format!("<h1>News</h1><ul>{list}</ul>");
    let blocks = shown(&index);
    assert!(blocks.iter().all(|block| !block.contains(": ")), "{blocks:?}");
}

#[test]
fn a_layout_that_is_named_after_its_sidebar_is_no_sidebar() {
    let page = format!("<div class='sidebar-page sidebar'><div class=x>{}</div></div>", article());
    assert!(shown(&page).iter().all(|block| !block.contains("Site: ")));
}

#[test]
fn a_reading_beside_characters_has_one_pair_of_brackets() {
    for ruby in ["<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<ruby>漢<rt>kan</rt></ruby>"] {
        assert_eq!(all(&format!("<p>{ruby} is read so.</p>")), ["漢(kan) is read so."]);
    }
}

#[test]
fn what_cant_be_seen_is_left_out() {
    let page = "<p>one<script>two</script><style>three</style><span hidden>four</span><!-- five -->
        <span style='display: none'>six</span><noscript>seven</noscript><template><p>eight</template>
        <svg><title>nine</title><text>ten</text></svg><select><option>eleven</select><i aria-hidden=true>twelve</i>
        end";
    assert_eq!(all(page), ["one end"]);
}

#[test]
fn white_space_is_one_space_but_in_code() {
    let page = "<p>  one\n\t two&nbsp; <b> three</b>  </p><pre>\nfn a() {\n\n    b &lt; c\n}</pre><p>x";
    let expected = ["one two\u{a0} three", "+Code fn a() {", "+Code     b < c", "Code }", "+x"];
    assert_eq!(all(page), expected);
}

#[test]
fn lists_lie_in_lists_and_count_from_where_they_say() {
    let page =
        "Buy<ul><li>milk<li><p>bread</p><p>fresh</p><ol start=7><li>white</li><li value=9>black</ol><li></ul>
        <dl><dt>Term<dd>Meaning<dt>Other<dd>Another</dl>";
    let expected = [
        "Buy",
        "+Item 0/2 • milk",
        "Item 0/2 • bread",
        "+2/2 fresh",
        "Item 2/5 7. white",
        "Item 2/5 9. black",
        "+Term",
        "4/4 Meaning",
        "+Other",
        "4/4 Another",
    ];
    assert_eq!(all(page), expected);
}

#[test]
fn quotations_breaks_rules_and_figures_are_kept() {
    let page = "<blockquote><p>said<p>more</blockquote><p>one<br>two<br><br>three<hr>
        <figure><img alt=x src=y><figcaption>A <q>plane</q></figcaption></figure>";
    let expected =
        ["Quote 2/2 said", "+Quote 2/2 more", "+one", "two", "+three", "+Rule ***", "+x", "A “plane”"];
    assert_eq!(all(page), expected);
}

#[test]
fn footnotes_have_marks_and_powers_a_sign() {
    let page = "<p>Said<sup><a href=#fn1>1</a></sup> of 10<sup>6</sup> on the 2<sup>nd</sup>,
        twice<a role=doc-noteref href=#fn2>2</a>.</p>
        <ol><li id=fn1>One <a href=#r1>↩</a><li id=fn2>Two</ol>";
    let expected = ["Said[1] of 10^6 on the 2nd, twice[2].", "+Item 0/4 [1] One", "Item 0/4 [2] Two"];
    assert_eq!(all(page), expected);
}

#[test]
fn the_rows_of_a_table_stand_below_one_another() {
    let page = "<table><caption>Trade</caption><thead><tr><th>Name<th>Sum</thead>
        <tr><td>Wood<td>1,200</tr><tr><td><p>Milk</p><td>70</table>";
    assert_eq!(all(page), ["Trade", "+Code Name    Sum", "Code Wood  1,200", "Code Milk     70"]);
}

#[test]
fn a_cell_may_take_several_columns_and_several_rows_loosen_a_table() {
    let page = "<table><tr><th colspan=2>Both<th>c<tr><td>a<td>b<td>cc</table>";
    assert_eq!(all(page), ["Code Both  c", "Code a  b  cc"]);
    let page = "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>";
    assert_eq!(all(page), ["0/2 a | b", "0/2 c"]);
}

#[test]
fn a_table_that_lays_out_a_page_is_none() {
    let page = "<table><tr><td><h2>One</h2><p>a<p>b<td><table><tr><td>x<td>y<tr><td>1<td>2</table></table>";
    assert_eq!(all(page), ["Heading(2) One", "+a", "+b", "+Code x  y", "Code 1  2"]);
}

#[test]
fn end_tags_may_be_missing_or_stand_wrong() {
    let page =
        "<p>one<p>two<div>three</p>four</div></span></table><b>five<p>six</b>seven<ul><li>a<li>b</ul>eight";
    let expected =
        ["one", "+two", "+three", "+four", "+five", "+sixseven", "+Item 0/2 • a", "Item 0/2 • b", "+eight"];
    assert_eq!(all(page), expected);
}

#[test]
fn an_empty_element_is_empty_in_xhtml_alone() {
    let page = "<?xml version='1.0'?><html><head><title/></head><body><p/><p>one</p><![CDATA[two < three]]></body></html>";
    assert_eq!(all(page), ["one", "+two < three"]);
    assert_eq!(all("<title/>one</title><p>two"), ["two"]);
}

#[test]
fn chapters_are_set_one_behind_the_other() {
    let raw = "<p>one</p>|<h1>Two</h1><p>three";
    let mut builder = Builder::new(raw);
    set(raw, 0..10, &mut builder, Whole::All);
    set(raw, 11..raw.len(), &mut builder, Whole::All);
    let (text, blocks, runs) = builder.finish();
    let shown: Vec<String> = blocks.iter().map(|block| show(&text, block)).collect();
    assert_eq!(shown, ["one", "+Heading(1) Two", "+three"]);
    assert_eq!(runs.to_raw(text.find("three").unwrap()), raw.find("three").unwrap());
    // What is no range of the text sets nothing.
    let mut builder = Builder::new("Ł");
    set("Ł", 1..9, &mut builder, Whole::Page);
    assert_eq!(builder.finish().0, "");
}

fn said<T: ToString>(found: Option<Found<T>>) -> String {
    found.map_or_else(String::new, |found| format!("{} ({})", found.value.to_string(), found.origin.label()))
}

#[test]
fn metadata_are_found_in_the_head() {
    let page = "<html lang=en-GB><head><title>Talks: a brief - The Post</title>
        <meta property=og:site_name content='The Post'><meta property=og:title content='Talks: a &amp;#8216;brief&amp;#8217;'>
        <meta name=author content='By Ann Lee'><meta name=author content='Ben Roe'>
        <meta property=article:author content='https://example.org/ann'>
        <meta property=article:modified_time content=2021-01-01>
        <meta property=article:published_time content=2020-09-14T21:43:00+03:00></head><p>Text";
    let meta = document(page).meta;
    assert_eq!((meta.title.value.as_str(), meta.title.origin), ("Talks: a ‘brief’", Origin::PageMeta));
    assert_eq!(said(meta.source), "The Post (page's metadata)");
    assert_eq!(said(meta.author), "Ann Lee, Ben Roe (page's metadata)");
    assert_eq!(said(meta.date), "2020-09-14 (page's metadata)");
    assert_eq!(said(meta.language), "en (page's metadata)");
}

#[test]
fn metadata_are_found_in_json_ld_in_marks_and_in_the_address() {
    let page = r#"<title>x</title><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks",
        "datePublished": "2020-09-14", "author": {"name": "Ann Lee"}, "publisher": {"name": "The Post"}}</script><p>Text"#;
    let meta = document(page).meta;
    assert_eq!(said(Some(meta.title)), "Talks (page's JSON-LD)");
    assert_eq!(said(meta.source), "The Post (page's JSON-LD)");
    assert_eq!(said(meta.author), "Ann Lee (page's JSON-LD)");
    assert_eq!(said(meta.date), "2020-09-14 (page's JSON-LD)");
    let page = "<link rel=canonical href=https://www.example.org/2020/09/14/talks><script type=application/ld+json>{</script>
        <span itemprop=author><b itemprop=name>Ann Lee</b> of the paper</span><p>Text";
    let meta = document(page).meta;
    assert_eq!(said(meta.source), "example.org (page's address)");
    assert_eq!(said(meta.author), "Ann Lee (page's metadata)");
    assert_eq!(said(meta.date.clone()), "2020-09-14 (page's address)");
    assert_eq!(meta.date.unwrap().words(), Some("2020/09/14"));
    let page = "<p><time datetime=2020-09-14 pubdate>Monday</time> <time datetime=2021-01-01>later</time>";
    assert_eq!(said(document(page).meta.date), "2020-09-14 (page's metadata)");
    assert_eq!(said(document("<meta property=article:modified_time content=2020-09-14><p>x").meta.date), "");
}

#[test]
fn a_heading_outside_of_the_article_that_is_the_title_is_kept() {
    let page = format!(
        "<title>Talks in Sochi - The Post</title><header><h1>Talks in Sochi</h1></header><article>{}",
        article()
    );
    assert_eq!(shown(&page)[0], "Heading(1) Talks in Sochi");
    assert_eq!(said(Some(document(&page).meta.title)), "Talks in Sochi (heading)");
}

#[test]
fn the_heading_of_the_article_is_the_title_and_not_that_of_the_site() {
    let page =
        "<title>Tokens - The Reference</title><div><h1>The Reference</h1></div><main><h2>Tokens</h2><p>Text";
    assert_eq!(said(Some(document(page).meta.title)), "Tokens (heading)");
    let page =
        "<title>Tokens - The Reference</title><h1>The Reference</h1><main><h1>Of words</h1><p>Text</main>";
    assert_eq!(document(page).meta.title.origin, Origin::PageMeta);
}

#[test]
fn a_button_is_text_where_it_is_a_heading() {
    let page = "<h2><button>Why?</button></h2><p>Because.<button>Copy</button></p><h2>How <button>link</button></h2>";
    assert_eq!(all(page), ["Heading(2) Why?", "+Because.", "+Heading(2) How"]);
}

#[test]
fn the_encoding_that_a_page_names_is_believed_where_it_fits() {
    let page = "<html><meta charset=windows-1251><p>Минск";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(page);
    let document = parse("a.html", &bytes).unwrap();
    assert_eq!(
        (document.text.as_str(), document.done[0].as_str()),
        ("Минск", "decoded as windows-1251, as the page says")
    );
    // It is UTF-8, whatever it says.
    let document = parse("a.html", page.as_bytes()).unwrap();
    assert_eq!((document.text.as_str(), document.done.len()), ("Минск", 0));
}

#[test]
fn a_large_page_is_read_as_plain_text() {
    let loader = Loader::new(Limits { markup: 100, ..Limits::default() });
    let document = loader.parse("a.html", format!("<p>{}", "word ".repeat(100)).as_bytes()).unwrap();
    assert!(document.done[0].starts_with("read as plain text") && document.raw.starts_with("<p>word"));
}

#[test]
fn a_page_of_far_too_many_elements_is_read_as_plain_text() {
    let page = format!("<html>{}", "<b>".repeat(2 << 20));
    let document = document(&page);
    assert!(document.done[0].contains("more elements") && document.raw.len() == page.len());
    let mut builder = Builder::new(&page);
    set(&page, 0..page.len(), &mut builder, Whole::All);
    assert_eq!(builder.finish().0.len(), page.len());
}

#[test]
fn hostile_markup_takes_its_time_and_no_more() {
    let million = 1 << 20;
    let repeated = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    let pages = [
        "<div>".repeat(100_000),
        format!("{}x{}", "<div>".repeat(100_000), "</div>".repeat(100_000)),
        repeated("<", million),
        repeated("<a ", million),
        repeated("&", million),
        repeated("&#", million),
        repeated("<!--", million),
        repeated("<table><tr><td>", million),
        repeated("<ul><li>", million),
        repeated("<p><b><span>", million),
        repeated("<form><input>", million),
        repeated("<svg>", million),
        repeated("<select><option>", million),
        repeated("<a href=#>", million),
        repeated("</p></div></b>", million),
        repeated("<h1><h2>", million),
        repeated("<script>", million),
        repeated("<x a=1 b=2 id=3 id=4>", million),
        format!("<p {}>", repeated("class=x id=y ", million)),
        format!("<script type=application/ld+json>{}", repeated("[", million)),
        format!("<b class='{}'>", repeated("comment-", million)),
    ];
    for page in pages {
        let begun = Instant::now();
        let blocks = document(&page).text.blocks().len();
        let took = begun.elapsed();
        let what: String = page.chars().take(20).collect();
        // Without optimisation, on a machine that does something else as well.
        assert!(took < Duration::from_secs(10), "{what}: {took:?}, {blocks} blocks");
    }
}

/// Texts with much markup in them.
fn markup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div class=share>",
        "<div>",
        "</div>",
        "<article>",
        "</article>",
        "<h1>",
        "</h1>",
        "<h2>x</h2>",
        "<ul>",
        "<ol start=3>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "<td colspan=3>",
        "<th rowspan=2>",
        "</table>",
        "<blockquote>",
        "</blockquote>",
        "<pre>",
        "</pre>",
        "<br>",
        "<hr>",
        "<sup>",
        "<a href=#fn1>",
        "</a>",
        "</sup>",
        "<b>",
        "</b>",
        "<dl><dt>",
        "<dd>",
        "<q>",
        "</q>",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "&amp;",
        "&lt",
        "&nbsp;",
        "&#x41;",
        "&",
        "<",
        ">",
        "\"",
        "\r\n",
        "\r",
        "\n",
        "  ",
        " ",
        "\t",
        "word",
        "Łódź ",
        "白",
        "\u{a0}",
        "1,200",
        "<nav>",
        "</nav>",
        "<figure><figcaption>",
        "<img alt='a b'>",
        "<form><input>",
        "<caption>",
        "</caption>",
        "<math>",
        "<svg>",
        "</svg>",
        "<body>",
        "</body>",
        "<head>",
        "<![CDATA[",
        "<?xml ?>",
        "On Monday the two sides spoke of trade, of oil, and of what both called a matter of time, perhaps. ",
    ]);
    prop::collection::vec(pieces, 0..80).prop_map(|pieces| pieces.concat())
}

/// That what was copied stands in both texts, and leads from each to the other.
fn both_ways(document: &Document) -> Result<(), TestCaseError> {
    let reading = document.text.as_str();
    let Runs::Parts(runs) = &document.runs else { return Ok(()) };
    for run in runs {
        let (start, end) = (run.reading as usize, (run.reading + run.len) as usize);
        let raw = run.raw as usize..(run.raw + run.len) as usize;
        prop_assert_eq!(reading.get(start..end), document.raw.get(raw));
        prop_assert!(end > start);
        for at in (start..end).filter(|at| reading.is_char_boundary(*at)) {
            prop_assert_eq!(document.reading_offset(document.raw_offset(at)), at);
        }
    }
    let apart = |pair: &[Run]| {
        pair[0].reading + pair[0].len <= pair[1].reading && pair[0].raw + pair[0].len <= pair[1].raw
    };
    prop_assert!(runs.windows(2).all(apart));
    let ordered = |pair: &[Block]| pair[0].span.end <= pair[1].span.start;
    prop_assert!(document.text.blocks().windows(2).all(ordered));
    Ok(())
}

proptest! {
    #[test]
    fn what_was_copied_maps_to_the_raw_text_and_back(html in markup()) {
        both_ways(&document(&format!("<html>{html}")))?;
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300), html in markup()) {
        let page = [b"<html>".as_slice(), &bytes, html.as_bytes()].concat();
        let (name, limits) = ("a.html", Limits::default());
        let draft = read(&Source { name, bytes: &page, limits: &limits });
        prop_assert!(draft.blocks.iter().all(|block| draft.text.get(block.span.range()).is_some()));
        if let Ok(document) = parse("a.html", &page) {
            both_ways(&document)?;
        }
    }

    #[test]
    fn a_page_with_some_bytes_changed_is_read(
        html in markup(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..10),
    ) {
        let mut page = format!("<html>{html} ").into_bytes();
        for (at, byte) in changes {
            let at = at.index(page.len());
            page[at] = byte;
        }
        if let Ok(document) = parse("a.html", &page) {
            both_ways(&document)?;
        }
    }

    #[test]
    fn all_words_of_a_page_without_a_head_are_in_the_reading_text(words in prop::collection::vec("[a-zA-Zł&]{1,8}", 1..40)) {
        let escaped: Vec<String> = words.iter().map(|word| word.replace('&', "&amp;")).collect();
        let shown = all(&format!("<p>{}</p>", escaped.join(" </b><i> ")));
        prop_assert_eq!(shown, [words.join(" ")]);
    }
}

#[test]
fn a_heading_that_says_the_end_of_the_title_is_the_name_of_the_book() {
    let page = "<title>Storing Texts of Many Words - The Book of Words</title><h1>The Book of Words</h1>\
        <main><h2>Storing Texts of Many Words</h2><p>One paragraph, with commas, of some length.</p></main>";
    assert_eq!(parse("a.html", page.as_bytes()).unwrap().meta.title.value, "Storing Texts of Many Words");
}
