//! Any line at all, for the readers of lines.

use proptest::prelude::*;

use crate::corpus::{PartialDate, byline, classify, dateline, dates, language, source};

/// Pieces of which lines are made that the readers of lines look at.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "By ",
        "BY ",
        "Ann Lee",
        " and ",
        ", ",
        "(Reuters)",
        " - ",
        " — ",
        "--",
        "/ТАСС/",
        ". ",
        "MINSK",
        "14",
        "September",
        "сентября",
        "2020",
        "20200914T2143",
        "2020-09-14",
        "年",
        "月",
        "日",
        "©",
        "https://",
        "a.org/",
        "Read more on ",
        " appeared first on ",
        "The post ",
        "Source:",
        "：",
        "İ",
        "ß",
        "\u{a0}",
        "\u{2028}",
        "|",
        "1",
        ":",
        " ",
    ]);
    let any = "\\PC{0,6}";
    prop::collection::vec(prop_oneof![known.prop_map(str::to_owned), any], 0..14)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn no_line_breaks_a_reader_of_lines(line in pieces()) {
        let year = |date: Option<PartialDate>| date.is_none_or(|date| (1000..=2100).contains(&date.year()));
        prop_assert!(year(dates::whole(&line)) && year(dates::in_address(&line)) && year(dates::in_file_name(&line)));
        classify::classify(&line);
        byline::read(&line);
        byline::credited(&line);
        source::named(&line);
        source::behind(&line);
        language::normalised(&line);
        dateline::place_and_date(&line);
        if let Some(found) = dateline::read(&line) {
            prop_assert!(line.is_char_boundary(found.len) && found.len < line.len());
        }
    }
}
