//! The lists of a document: counting their items and writing their markers.

use crate::corpus::numerals::{self, LATIN};
use std::collections::{HashMap, HashSet};

use super::super::xml::{Part, Tag, Xml};

/// The levels of a list.
const LEVELS: usize = 9;

/// The most characters of a marker.
const LONGEST: usize = 24;

/// How the items of a level are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Form {
    #[default]
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    LowerRussian,
    UpperRussian,
    Padded,
    Bullet,
    None,
}

#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    form: Form,
    /// The marker, with `%1` for the number of the first level and so on.
    text: String,
}

type Levels = [Option<Level>; LEVELS];

/// A list as paragraphs name it.
#[derive(Default)]
struct List {
    /// The number of its definition. Lists with one definition count on.
    definition: u32,
    starts: [Option<u32>; LEVELS],
    /// Levels that this list defines for itself.
    own: Levels,
}

/// The lists of a document and how far they are counted.
#[derive(Default)]
pub(super) struct Numbering {
    definitions: HashMap<u32, Levels>,
    lists: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    /// The lists that have begun, by number and level.
    begun: HashSet<(u32, usize)>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(text: &str) -> Self {
        let mut numbering = Self::default();
        let mut xml = Xml::new(text);
        let (mut definition, mut list, mut level) = (None, None, None);
        while let Some(part) = xml.next() {
            let Part::Start(tag) = part else {
                if let Part::End(tag) = part {
                    match tag.local() {
                        "abstractNum" => definition = None,
                        "num" => list = None,
                        "lvl" | "lvlOverride" => level = None,
                        _ => {}
                    }
                }
                continue;
            };
            let number = |name| tag.attribute(name).and_then(|value| value.parse::<u32>().ok());
            match tag.local() {
                "abstractNum" => definition = number("abstractNumId"),
                "num" => list = number("numId"),
                "lvl" | "lvlOverride" => {
                    level = number("ilvl").map(|level| level as usize).filter(|level| *level < LEVELS);
                }
                "abstractNumId" => {
                    if let (Some(list), Some(value)) = (list, number("val")) {
                        numbering.lists.entry(list).or_default().definition = value;
                    }
                }
                "startOverride" => {
                    if let (Some(list), Some(level)) = (list, level) {
                        numbering.lists.entry(list).or_default().starts[level] = number("val");
                    }
                }
                _ => {
                    let Some(at) = level else { continue };
                    let levels = match (list, definition) {
                        (Some(list), _) => &mut numbering.lists.entry(list).or_default().own,
                        (None, Some(definition)) => numbering.definitions.entry(definition).or_default(),
                        (None, None) => continue,
                    };
                    take(&mut levels[at], &tag);
                }
            }
        }
        numbering
    }

    /// Counts an item of a list at a level, 0 to 8, and gives its marker; `None` where it has none.
    pub(super) fn marker(&mut self, list: u32, level: u8) -> Option<String> {
        let at = usize::from(level).min(LEVELS - 1);
        let Some(known) = self.lists.get(&list) else { return Some("•".to_owned()) };
        let none = Levels::default();
        let defined = self.definitions.get(&known.definition).unwrap_or(&none);
        let level = |at: usize| known.own[at].as_ref().or(defined[at].as_ref());
        let counts = self.counts.entry(known.definition).or_default();
        let start = |at: usize| known.starts[at].or(level(at).map(|level| level.start)).unwrap_or(1);
        let restarts = known.starts[at].is_some() && self.begun.insert((list, at));
        counts[at] = Some(match counts[at] {
            Some(count) if !restarts => count.saturating_add(1),
            _ => start(at),
        });
        counts[at + 1..].fill(None);
        for (above, count) in counts.iter_mut().enumerate().take(at) {
            count.get_or_insert(start(above));
        }
        let Some(Level { form, text, .. }) = level(at) else { return Some("•".to_owned()) };
        match form {
            Form::None if text.is_empty() => return None,
            Form::Bullet => return Some(bullet(text)),
            _ => {}
        }
        let mut marker = String::new();
        let mut parts = text.split('%');
        marker.push_str(parts.next().unwrap_or(""));
        for part in parts {
            let of = part.chars().next().and_then(|c| c.to_digit(10)).filter(|of| (1..=9).contains(of));
            let Some(of) = of.map(|of| of as usize - 1) else {
                marker.push_str(part);
                continue;
            };
            let form = level(of).map_or(Form::Decimal, |level| level.form);
            marker.push_str(&written(counts[of].unwrap_or(1), form));
            marker.push_str(&part[1..]);
        }
        let marker: String = marker.trim().chars().take(LONGEST).collect();
        (!marker.is_empty()).then_some(marker)
    }
}

/// Takes what a tag within a level says.
fn take(level: &mut Option<Level>, tag: &Tag<'_>) {
    let value = || tag.attribute("val");
    let level = level.get_or_insert_with(|| Level { start: 1, ..Level::default() });
    match tag.local() {
        "start" => level.start = value().and_then(|start| start.parse().ok()).unwrap_or(1),
        "lvlText" => level.text = value().unwrap_or_default().chars().take(4 * LONGEST).collect(),
        "numFmt" => {
            level.form = match value().as_deref() {
                Some("lowerLetter") => Form::LowerLetter,
                Some("upperLetter") => Form::UpperLetter,
                Some("lowerRoman") => Form::LowerRoman,
                Some("upperRoman") => Form::UpperRoman,
                Some("russianLower") => Form::LowerRussian,
                Some("russianUpper") => Form::UpperRussian,
                Some("decimalZero") => Form::Padded,
                Some("bullet") => Form::Bullet,
                Some("none") => Form::None,
                _ => Form::Decimal,
            };
        }
        _ => {}
    }
}

/// The point of a list: the document's own where it is a sign, since letters and the signs of private use
/// stand for the points of a symbol font.
fn bullet(text: &str) -> String {
    let sign = text.chars().next().filter(|c| {
        !c.is_alphanumeric()
            && !c.is_whitespace()
            && !c.is_control()
            && !('\u{e000}'..='\u{f8ff}').contains(c)
    });
    sign.unwrap_or('•').to_string()
}

/// A number as it is written in a marker.
fn written(number: u32, form: Form) -> String {
    const MOST: u64 = 4;
    const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
    let letter = |alphabet| numerals::letters(number.into(), alphabet, MOST);
    match form {
        Form::LowerLetter => letter(LATIN),
        Form::UpperLetter => letter(LATIN).to_uppercase(),
        Form::LowerRussian => letter(RUSSIAN),
        Form::UpperRussian => letter(RUSSIAN).to_uppercase(),
        Form::LowerRoman => roman(number),
        Form::UpperRoman => roman(number).to_uppercase(),
        Form::Padded => format!("{number:02}"),
        Form::None => String::new(),
        Form::Decimal | Form::Bullet => number.to_string(),
    }
}

/// Up to 3,999, as Romans wrote; else in figures.
fn roman(number: u32) -> String {
    if (1..4000).contains(&number) { numerals::roman(number.into()) } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn numbering() -> Numbering {
        Numbering::read(
            "<w:numbering><w:abstractNum w:abstractNumId='0'>\
             <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
             <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/>\
             </w:lvl></w:abstractNum>\
             <w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>\
             <w:lvlText w:val='\u{f0b7}'/></w:lvl></w:abstractNum>\
             <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
             <w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>\
             <w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>\
             <w:startOverride w:val='7'/></w:lvlOverride></w:num></w:numbering>",
        )
    }

    #[test]
    fn items_are_counted_by_level_and_lower_levels_begin_anew() {
        let mut numbering = numbering();
        let markers: Vec<_> =
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (3, 0), (3, 0), (1, 0), (2, 0), (9, 0)]
                .into_iter()
                .map(|(list, level)| numbering.marker(list, level).unwrap())
                .collect();
        assert_eq!(markers, ["1.", "1.a)", "1.b)", "2.", "2.a)", "7.", "8.", "9.", "•", "•"]);
    }

    #[test]
    fn numbers_are_written_in_letters_and_roman_numerals() {
        assert_eq!(written(1994, Form::UpperRoman), "MCMXCIV");
        assert_eq!(written(28, Form::LowerLetter), "bb");
        assert_eq!(written(3, Form::LowerRussian), "в");
        assert_eq!(written(4_000_000_000, Form::LowerRoman), "4000000000");
        assert_eq!(written(4_000_000_000, Form::UpperLetter), "4000000000");
        assert_eq!(written(0, Form::LowerLetter), "0");
    }
}
