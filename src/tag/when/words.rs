//! The words of dates by their keys, a table for each language.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::said::{Part, Unit, Which};
use super::{english, languages};
use crate::corpus::{CALENDARS, CalendarNames};
use crate::tag::key::{Key, key};

/// What a word means in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A month, 1 to 12; whether the word is an abbreviation of its name.
    Month(u8, bool),
    /// A day of the week, 1 for Monday.
    Weekday(u8, Form),
    /// A season by its first month.
    Season(u8),
    /// A day so many after today.
    Day(i8),
    /// A unit; whether several are meant.
    Unit(Unit, bool),
    /// "last", "this", "next".
    Which(Which),
    /// "past": the last, or after an hour.
    Past,
    /// "same", "following", "previous": so many after the date named last.
    Step(i8),
    /// A part that stands right before its whole: "late".
    Part(Part),
    /// A part that stands before "of": "end".
    PartOf(Part),
    /// A number in words.
    Number(u8),
    /// A decade by the year in its century: "the nineties".
    Decade(u8),
    /// A word that begins the name of a feast with a fixed date.
    Feast,
    /// "a".
    Article,
    /// "few", "several".
    Vague,
    /// An ordinal in words.
    Ordinal(u8),
    /// "morning".
    DayPart,
    /// "noon": an hour of the day.
    Hour(u8),
    /// "quarter".
    Quarter,
    /// "half".
    Half,
    /// "ago", "later", "earlier".
    Ago,
    Later,
    Earlier,
    /// "to", "until".
    To,
    And,
    Between,
    Of,
    /// A word after which a year stands: "in".
    Before,
    /// The same, of words that stand before other numbers as often: "of".
    PerhapsBefore,
    /// A word for the year behind its number: "года".
    YearWord,
    /// A word behind an hour: "o'clock".
    Clock,
    /// "the".
    The,
    /// A word between a date and its time: "at".
    At,
    /// A word that shows that the sentence tells of what is to come.
    Future,
}

impl Meaning {
    /// Whether a date can begin with the word; the small words that stand within dates are the most frequent ones of all.
    pub(super) fn begins(self) -> bool {
        use Meaning::*;
        !matches!(
            self,
            Ago | Later
                | Earlier
                | To
                | And
                | Between
                | Of
                | Before
                | PerhapsBefore
                | YearWord
                | Clock
                | The
                | At
                | Future
                | DayPart
        )
    }
}

/// The form of a weekday's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Full,
    Plural,
    Short,
}

/// A table of words: open addressing over keys, which are hashes already.
pub(super) struct Words {
    slots: Vec<Option<(Key, Meaning)>>,
    /// Whether the words are English, whose rules go furthest.
    pub(super) english: bool,
    /// Whether the names of months and weekdays have a capital.
    pub(super) capitals: bool,
}

/// How many slots a table has: a power of two, four times the longest table and more, so that a look mostly ends at once.
const SLOTS: usize = 1024;

/// How many words a table takes, so that a look for one that isn't in it ends.
const MOST: usize = SLOTS / 2;

static TABLES: LazyLock<HashMap<&'static str, Words>> =
    LazyLock::new(|| CALENDARS.iter().map(|names| (names.language, Words::new(names))).collect());

static NONE: LazyLock<Words> =
    LazyLock::new(|| Words { slots: vec![None; SLOTS], english: false, capitals: true });

impl Words {
    /// The words of the language; of one that isn't known none. A text that doesn't tell its language is read as English.
    pub(super) fn of(language: Option<&str>) -> &'static Self {
        TABLES.get(language.unwrap_or("en")).unwrap_or(&NONE)
    }

    fn new(names: &CalendarNames) -> Self {
        let english = names.language == "en";
        let mut slots = vec![None; SLOTS];
        let mut count = 0;
        let mut add = |word: &str, meaning| {
            let key = key(word);
            if count < MOST
                && let Some(slot) = slot(&slots, key)
                && slots[slot].is_none()
            {
                slots[slot] = Some((key, meaning));
                count += 1;
            }
        };
        let named = |names: &[&'static str]| -> Vec<(u8, &'static str)> {
            let split = |(names, number): (&&'static str, u8)| {
                names.split_whitespace().map(move |name| (number, name)).collect::<Vec<_>>()
            };
            names.iter().zip(1..).flat_map(split).collect()
        };
        named(&names.months).iter().for_each(|(month, name)| add(name, Meaning::Month(*month, false)));
        for (day, name) in named(&names.weekdays) {
            add(name, Meaning::Weekday(day, Form::Full));
            if english {
                add(&format!("{name}s"), Meaning::Weekday(day, Form::Plural));
            }
        }
        let table = if english { english::WORDS } else { languages::words(names.language) };
        for (words, meaning) in table {
            words.split_whitespace().for_each(|word| add(word, *meaning));
        }
        // Abbreviations last: "mar" is a month in Spanish, and a weekday too; what stands first counts.
        named(&names.short_months).iter().for_each(|(month, name)| add(name, Meaning::Month(*month, true)));
        for (day, name) in named(&names.short_weekdays) {
            add(name, Meaning::Weekday(day, Form::Short));
        }
        Self { slots, english, capitals: matches!(names.language, "en" | "de") }
    }

    /// What the word with that key means.
    pub(super) fn get(&self, key: Key) -> Option<Meaning> {
        self.slots[slot(&self.slots, key)?].map(|(_, meaning)| meaning)
    }
}

/// Where the word with that key is, or would be; none where the table is full of others.
fn slot(slots: &[Option<(Key, Meaning)>], key: Key) -> Option<usize> {
    let first = (key ^ (key >> 32)) as usize;
    (0..slots.len())
        .map(|step| (first + step) & (slots.len() - 1))
        .find(|&slot| slots[slot].is_none_or(|(other, _)| other == key))
}
