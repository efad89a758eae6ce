//! What the words of a date line are, in whatever language of those whose names of months and weekdays are known.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::calendars::{CALENDARS, CalendarNames};

/// What a word is in a date line. Some are two things: `do` is a Thursday and a preposition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Word {
    /// The number of the month that it names, in full, in the genitive or abbreviated.
    pub(in super::super) month: Option<u8>,
    /// Whether it is a weekday or its abbreviation.
    pub(in super::super) weekday: bool,
    /// Whether it says nothing about the day: a preposition, a time zone.
    pub(in super::super) filler: bool,
}

/// What `word` is, in capitals or not.
pub(in super::super) fn word(word: &str) -> Word {
    // Longer than the longest name.
    if word.len() > 30 {
        return Word::default();
    }
    let known = |word: &str| WORDS.get(word).copied();
    known(word).or_else(|| known(&word.to_lowercase())).unwrap_or_default()
}

static WORDS: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words: HashMap<_, Word> = HashMap::new();
    for (names, month) in months() {
        for name in names.split_whitespace() {
            words.entry(name).or_default().month = Some(month);
        }
    }
    let weekdays = CALENDARS.iter().flat_map(|names| names.weekdays.iter().chain(&names.short_weekdays));
    for name in weekdays.copied().chain([MORE_WEEKDAYS]).flat_map(str::split_whitespace) {
        words.entry(name).or_default().weekday = true;
    }
    for filler in FILLERS.split_whitespace() {
        words.entry(filler).or_default().filler = true;
    }
    words
});

/// The names of months in all languages, each with its number.
fn months() -> impl Iterator<Item = (&'static str, u8)> {
    let of = |names: &'static CalendarNames| {
        names.months.iter().copied().zip(1..).chain(names.short_months.iter().copied().zip(1..))
    };
    CALENDARS.iter().flat_map(of)
}

/// Days of the week in scripts that part no words.
const MORE_WEEKDAYS: &str =
    "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日";

const FILLERS: &str = "
    - – — / at on of the am pm a.m p.m h hrs hours local time
    utc gmt msk cet cest est edt et pst pdt pt cst cdt ct mst mdt bst ist eet eest jst z
    den der am um uhr le la les à el de del las los a il lo alle ore do em às op om uur dnia r roku o godz
    в у г год года о об г.в ч час р рік року";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_months() {
        let mut names: Vec<(&str, u8)> = months()
            .flat_map(|(names, number)| names.split_whitespace().map(move |name| (name, number)))
            .collect();
        names.sort_unstable();
        names.dedup();
        let count = names.len();
        names.dedup_by_key(|(name, _)| *name);
        assert_eq!(names.len(), count);
    }

    #[test]
    fn a_month_is_known_in_eleven_languages() {
        for name in [
            "September",
            "sept",
            "septembre",
            "septiembre",
            "settembre",
            "setembro",
            "września",
            "сентября",
            "вересня",
            "верасня",
            "SEP",
        ] {
            assert_eq!(word(name).month, Some(9), "{name}");
        }
        for name in ["maja", "мая", "mei", "MAI"] {
            assert_eq!(word(name).month, Some(5), "{name}");
        }
        assert_eq!(word("may be"), Word::default());
        assert!(word("Montag").weekday && word("среда").weekday);
        assert!(word("Uhr").filler && !word("years").filler);
    }
}
