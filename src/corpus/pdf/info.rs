//! What a PDF says of itself: the info dictionary, the language, the labels of its pages.

use crate::corpus::numerals;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, String as Bytes};

use super::page::Head;

/// The most labels that are made, and how deeply the tree of labels may nest.
const DEPTH: usize = 8;

/// What the file says of itself.
pub(super) fn head(pdf: &Pdf) -> Head {
    let known = pdf.metadata();
    let text =
        |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(decode).filter(|text| !text.trim().is_empty());
    let language = catalog(pdf).and_then(|root| root.get::<Bytes<'_>>("Lang"));
    Head {
        pages: pdf.pages().len(),
        mended: false,
        title: text(&known.title),
        author: text(&known.author),
        created: known
            .creation_date
            .map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
        language: language.map(|tag| decode(tag.as_bytes())),
    }
}

fn catalog(pdf: &Pdf) -> Option<Dict<'_>> {
    pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())
}

/// The characters of a text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with a mark before it, else
/// PDFDocEncoding.
pub(super) fn decode(bytes: &[u8]) -> String {
    if bytes.starts_with(&[0xfe, 0xff]) {
        return encoding_rs::UTF_16BE.decode_with_bom_removal(bytes).0.into_owned();
    }
    if bytes.starts_with(&[0xff, 0xfe]) {
        return encoding_rs::UTF_16LE.decode_with_bom_removal(bytes).0.into_owned();
    }
    // Many programs write UTF-8 without its mark.
    let bare = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    match std::str::from_utf8(bare) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| pdf_doc(*byte)).collect(),
    }
}

/// A byte in PDFDocEncoding (ISO 32000-2, D.2).
fn pdf_doc(byte: u8) -> char {
    const FROM_18: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const FROM_80: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ',
        'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    let listed = match byte {
        0x18..=0x1f => FROM_18.get(usize::from(byte - 0x18)),
        0x80..=0xa0 => FROM_80.get(usize::from(byte - 0x80)),
        _ => None,
    };
    listed.copied().unwrap_or(char::from(byte))
}

/// A range of pages with labels of one kind.
struct Range {
    first: usize,
    style: u8,
    prefix: String,
    start: u64,
}

/// The labels of pages (ISO 32000-1, 12.4.2).
pub(super) struct Labels(Vec<Range>);

impl Labels {
    pub(super) fn of(pdf: &Pdf) -> Self {
        let mut ranges = Vec::new();
        let tree = catalog(pdf).and_then(|root| root.get::<Dict<'_>>("PageLabels"));
        if let Some(tree) = tree {
            collect(&tree, &mut ranges, pdf.pages().len(), 0);
        }
        ranges.sort_by_key(|range| range.first);
        Self(ranges)
    }

    /// The label of a page, counted from 0, where the file gives it one.
    pub(super) fn get(&self, page: usize) -> Option<String> {
        let after = self.0.partition_point(|range| range.first <= page);
        let range = self.0.get(after.checked_sub(1)?)?;
        let number = range.start.saturating_add((page - range.first) as u64);
        let number = match range.style {
            b'D' => number.to_string(),
            b'R' => roman(number).to_uppercase(),
            b'r' => roman(number),
            b'A' => letters(number).to_uppercase(),
            b'a' => letters(number),
            _ => String::new(),
        };
        let label = format!("{}{number}", range.prefix);
        (!label.trim().is_empty()).then_some(label)
    }
}

/// Collects the ranges of a number tree. `depth` is bounded by [`DEPTH`].
fn collect(tree: &Dict<'_>, ranges: &mut Vec<Range>, pages: usize, depth: usize) {
    if let Some(numbers) = tree.get::<Array<'_>>("Nums") {
        let mut first = None;
        for object in numbers.iter::<Object<'_>>() {
            match object {
                Object::Number(number) => first = usize::try_from(number.as_i64()).ok(),
                Object::Dict(dict) => {
                    if let Some(first) = first.take().filter(|first| *first < pages)
                        && ranges.len() < pages
                    {
                        ranges.push(Range {
                            first,
                            style: dict
                                .get::<Name<'_>>("S")
                                .and_then(|style| style.first().copied())
                                .unwrap_or(0),
                            prefix: dict.get::<Bytes<'_>>("P").map_or_else(String::new, |text| decode(&text)),
                            start: dict.get::<u32>("St").unwrap_or(1).into(),
                        });
                    }
                }
                _ => {}
            }
        }
    }
    if depth < DEPTH
        && let Some(kids) = tree.get::<Array<'_>>("Kids")
    {
        for kid in kids.iter::<Dict<'_>>().take(pages) {
            collect(&kid, ranges, pages, depth + 1);
        }
    }
}

/// A number in Roman numerals, up to some thousands.
fn roman(number: u64) -> String {
    if number > 10_000 { number.to_string() } else { numerals::roman(number) }
}

/// A number in letters, up to a row of twenty.
fn letters(number: u64) -> String {
    numerals::letters(number, numerals::LATIN, 20)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_come_in_four_encodings() {
        assert_eq!(decode(b"\xfe\xff\x00H\x04\x10"), "HА");
        assert_eq!(decode("\u{feff}Минск".as_bytes()), "Минск");
        assert_eq!(decode("Минск".as_bytes()), "Минск");
        assert_eq!(decode(b"Caf\xe9 \x84 \x8dx\x8e"), "Café — “x”");
    }

    #[test]
    fn labels_count_in_their_own_way() {
        let range = |first, style, start| Range { first, style, prefix: String::new(), start };
        let labels = Labels(vec![range(0, b'r', 1), range(4, b'D', 1), range(6, b'A', 27)]);
        let said: Vec<String> = (0..8).filter_map(|page| labels.get(page)).collect();
        assert_eq!(said, ["i", "ii", "iii", "iv", "1", "2", "AA", "BB"]);
        assert_eq!(Labels(Vec::new()).get(0), None);
    }
}
