//! Bylines: the lines that say who wrote a document, such as `By Ann Lee`, `Ann Lee and Bob Ray | AFP` and
//! `Автор: Анна Ким`, and the credits behind it.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{PartialDate, agency, classify, dates, looks};

/// What a byline says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// The names, parted by commas.
    pub(super) author: Option<String>,
    /// The news agency.
    pub(super) agency: Option<String>,
    /// The date, down to the day.
    pub(super) date: Option<PartialDate>,
    /// Whether it begins as a byline does, with `By` or a label.
    pub(super) labelled: bool,
}

/// The most bytes of a byline.
const MAX: usize = 300;

/// The most words of a byline without a label.
const MAX_WORDS: usize = 16;

/// What stands before the names.
const PREFIXES: [&str; 17] = [
    "by",
    "written by",
    "posted by",
    "published by",
    "words by",
    "story by",
    "text by",
    "report by",
    "reported by",
    "reporting by",
    "analysis by",
    "von",
    "par",
    "por",
    "di",
    "door",
    "publié par",
];

/// What `line` says, where it is a byline and nothing else.
pub(super) fn read(line: &str) -> Option<Byline> {
    if line.len() > MAX || line.contains('\n') {
        return None;
    }
    let line =
        line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '•' | '·' | '-' | '–' | '—'));
    let (labelled, rest) = match unlabelled(line) {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    // Without a label, an agency or a date has to say that names are those of who wrote it.
    let said = || line.bytes().any(|byte| byte.is_ascii_digit()) || agency::mentioned(line);
    if !labelled && (line.split_whitespace().nth(MAX_WORDS).is_some() || !said()) {
        return None;
    }
    let mut byline = Byline { labelled, ..Byline::default() };
    let mut names = Vec::new();
    for part in rest.split(['|', '•', '·', '\t', '/']).flat_map(|part| part.split(" - ")) {
        for part in part.split(" – ").flat_map(|part| part.split(" — ")) {
            if !part.trim().is_empty() && !byline.take(part.trim(), &mut names) {
                return None;
            }
        }
    }
    byline.author = (!names.is_empty()).then(|| names.join(", "));
    let said = match (byline.labelled, &byline.author, &byline.agency, byline.date) {
        (true, author, agency, _) => author.is_some() || agency.is_some(),
        (false, Some(_), agency, date) => agency.is_some() || date.is_some(),
        // "Reuters", "AFP | 14 September 2020"
        (false, None, agency, _) => agency.is_some(),
    };
    said.then_some(byline)
}

/// Whether `line` is only what stands before the names, which come in the next one.
pub(super) fn is_prefix(line: &str) -> bool {
    let lower = line.trim().trim_end_matches(':').to_lowercase();
    line.len() <= 40 && (lower == "by" || lower == "written by" || classify::is_author(&lower))
}

/// The authors that a credit such as `Reporting by Ann Lee in Minsk; editing by Bob Ray` names.
pub(super) fn credited(line: &str) -> Option<String> {
    if line.len() > MAX {
        return None;
    }
    let line = line.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    let mut names = Vec::new();
    for part in line.split([';', '.', '|']) {
        let lower = part.trim().to_lowercase();
        let begins =
            ["reporting by ", "report by ", "writing by ", "written by ", "reporting and writing by "]
                .iter()
                .find(|prefix| lower.starts_with(**prefix));
        if let Some(rest) = begins.and_then(|prefix| part.trim().get(prefix.len()..)) {
            let mut byline = Byline { labelled: true, ..Byline::default() };
            byline.take(rest, &mut names);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// What stands behind `By ` or behind a label such as `Author:`.
fn unlabelled(line: &str) -> Option<&str> {
    if let Some((label, value)) = line.split_once([':', '：'])
        && classify::is_author(&looks::single_spaced(label).to_lowercase())
    {
        return Some(value.trim());
    }
    let mut words = 0;
    for (at, _) in line.match_indices(' ').take(3) {
        words += 1;
        let lower = looks::single_spaced(&line[..at]).to_lowercase();
        let lower = lower.trim_end_matches(':');
        if PREFIXES.contains(&lower) || words == 1 && classify::is_author(lower) {
            return Some(line[at..].trim());
        }
    }
    None
}

impl Byline {
    /// Takes in a part between signs such as `|`. Says whether it can stand in a byline.
    fn take(&mut self, part: &str, names: &mut Vec<String>) -> bool {
        if self.take_date(part) || is_reading_time(part) {
            return true;
        }
        let part = self.cut_date(part);
        let mut known = true;
        for item in items(part) {
            let item = item.trim_start_matches(['(', '[']).trim_end_matches([')', ']', '.', ',']).trim();
            if let Some(agency) = agency::known(item) {
                self.agency.get_or_insert(agency);
            } else if item.is_empty() || is_role(item) {
                continue;
            } else if let Some(name) = named(item) {
                if !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            } else {
                known &= is_place(item) && !names.is_empty();
            }
        }
        // Behind the names of a sure byline anything short may stand: a place, an address.
        known || self.labelled && !names.is_empty() && part.split_whitespace().nth(4).is_none()
    }

    /// Takes in a part that is a date, with or without a label. That of a change counts for nothing.
    fn take_date(&mut self, part: &str) -> bool {
        let labelled = classify::metadata(part);
        let date = match &labelled {
            Some((label, value)) => {
                if !classify::is_publication(label) {
                    return true;
                }
                classify::dated(value)
            }
            None => dates::whole(part).filter(|date| date.day().is_some()),
        };
        self.date = self.date.or(date);
        date.is_some()
    }

    /// Takes in the date behind the names, as in `Ann Lee, September 14, 2020`, and gives what is before it.
    fn cut_date<'a>(&mut self, part: &'a str) -> &'a str {
        for (at, sign) in part.match_indices([' ', ',']).take(16) {
            let rest = &part[at + sign.len()..];
            let rest = rest.trim_start().strip_prefix("on ").unwrap_or(rest);
            if rest.contains(|c: char| c.is_ascii_digit()) && self.take_date(rest.trim()) {
                return &part[..at];
            }
        }
        part
    }
}

/// The items of a list of names: between commas, and words for "and" or "with".
fn items(part: &str) -> Vec<&str> {
    const AND: [&str; 15] =
        ["and", "&", "und", "et", "y", "e", "и", "та", "і", "i", "en", "with", "mit", "avec", "con"];
    let mut items = Vec::new();
    for list in part.split([',', ';', '、']) {
        let (mut from, mut at) = (0, 0);
        for word in list.split(' ') {
            let end = at + word.len();
            if AND.contains(&word) || word == "AND" {
                items.push(&list[from..at]);
                from = end;
            }
            at = end + 1;
        }
        items.push(&list[from.min(list.len())..]);
    }
    items.into_iter().map(str::trim).take(40).collect()
}

/// The name that `item` is, perhaps with `in Minsk` or `for the Times` behind it.
fn named(item: &str) -> Option<&str> {
    if is_name(item) {
        return Some(item);
    }
    const BEHIND: [&str; 12] =
        [" in ", " for ", " of ", " at ", " from ", " in ", " aus ", " à ", " en ", " da ", " w ", " в "];
    let at = BEHIND.iter().filter_map(|word| item.find(word)).min()?;
    let name = item[..at].trim();
    is_name(name).then_some(name)
}

/// Words that begin with a capital in a line of capitals and belong to no name.
const NOT_IN_NAMES: &str = "the a an any all some every no new old this that these those his her its our your \
    my their land sea air means default design day night morning evening end time way year years week month \
    what why how when where who which if as but not in on at to of for with from is are was were be has have \
    president minister prime king queen government war peace law read more news latest top story stories home \
    world politics business opinion analysis exclusive breaking update live street avenue road city state \
    united north south east west agencies agency staff reporter reporters correspondent wire combined press \
    necessary first second last next january february march april june july august september october november \
    december monday tuesday wednesday thursday friday saturday sunday talks summit deal";

static NOT_NAMES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| NOT_IN_NAMES.split_whitespace().collect());

/// Whether `text` is a person's name: two to five words with capitals, particles between them.
fn is_name(text: &str) -> bool {
    const PARTICLES: [&str; 24] = [
        "de", "da", "di", "do", "dos", "das", "du", "del", "della", "van", "von", "der", "den", "ten", "ter",
        "la", "le", "el", "al", "bin", "ibn", "zu", "zur", "af",
    ];
    let words: Vec<&str> = text.split_whitespace().take(7).collect();
    let fits = |word: &&str| {
        let bare = word.trim_end_matches('.');
        let lower = bare.to_lowercase();
        let letters = bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '‑'));
        letters && bare.starts_with(char::is_uppercase) && !NOT_NAMES.contains(lower.as_str())
    };
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    (2..=5).contains(&words.len())
        && fits(first)
        && fits(last)
        && last.trim_end_matches('.').chars().nth(1).is_some()
        && words.iter().all(|word| fits(word) || PARTICLES.contains(word))
}

/// Whether `item` says what somebody is: `Staff Writer`, `Moscow correspondent`.
fn is_role(item: &str) -> bool {
    const ROLES: [&str; 34] = [
        "writer",
        "correspondent",
        "correspondents",
        "reporter",
        "reporters",
        "editor",
        "staff",
        "contributor",
        "columnist",
        "bureau",
        "analyst",
        "journalist",
        "agencies",
        "agency",
        "wires",
        "wire",
        "newsroom",
        "redaktion",
        "redakteur",
        "redakteurin",
        "korrespondent",
        "correspondant",
        "correspondante",
        "rédaction",
        "corresponsal",
        "redacción",
        "redazione",
        "redakcja",
        "корреспондент",
        "обозреватель",
        "редакция",
        "кореспондент",
        "редакція",
        "карэспандэнт",
    ];
    let mut words = item.split_whitespace();
    words.clone().nth(4).is_none() && words.any(|word| ROLES.contains(&word.to_lowercase().as_str()))
}

/// Whether `item` could be a place: one to three words with capitals.
fn is_place(item: &str) -> bool {
    item.split_whitespace().nth(3).is_none()
        && item.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// `5 min read`, `Lesezeit: 3 Min.`
fn is_reading_time(part: &str) -> bool {
    let lower = part.to_lowercase();
    part.len() <= 60
        && lower.contains(|c: char| c.is_ascii_digit())
        && ["min", "мин", "хв", "words", "comments", "views"].iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;

    #[track_caller]
    fn check(line: &str, author: &str, agency: &str, date: &str) {
        let Some(byline) = read(line) else { panic!("no byline: {line}") };
        assert_eq!(byline.author.unwrap_or_default(), author, "{line}");
        assert_eq!(byline.agency.unwrap_or_default(), agency, "{line}");
        assert_eq!(byline.date.map(|date| date.to_string()).unwrap_or_default(), date, "{line}");
    }

    #[test]
    fn names_agencies_and_dates_are_read() {
        check("By Ann Lee", "Ann Lee", "", "");
        check("By ANN LEE, Reuters", "ANN LEE", "Reuters", "");
        check("BY ANN LEE AND BOB RAY", "ANN LEE, BOB RAY", "", "");
        check("By Ann Lee, Bob Ray and Carl van der Poe", "Ann Lee, Bob Ray, Carl van der Poe", "", "");
        check("By J. R. Ray-O’Neill in Minsk", "J. R. Ray-O’Neill", "", "");
        check("By Ann Lee, Staff Writer", "Ann Lee", "", "");
        check("By Ann Lee, Moscow", "Ann Lee", "", "");
        check("By Ann Lee | September 14, 2020 | 5 min read", "Ann Lee", "", "2020-09-14");
        check("By Ann Lee, September 14, 2020 at 10:00 AM", "Ann Lee", "", "2020-09-14");
        check("Posted by Ann Lee on 14 September 2020", "Ann Lee", "", "2020-09-14");
        check("By Ann Lee - Updated 15 September 2020", "Ann Lee", "", "");
        check("Ann Lee and Bob Ray | AFP", "Ann Lee, Bob Ray", "AFP", "");
        check("Ann Lee · Sep 14, 2020", "Ann Lee", "", "2020-09-14");
        check("By The Associated Press", "", "Associated Press", "");
        check("By Reuters Staff", "", "Reuters", "");
        check("AFP | 14 September 2020", "", "AFP", "2020-09-14");
        check("Von Anna Kühn, Berlin", "Anna Kühn", "", "");
        check("Par Anne Lefèvre avec AFP", "Anne Lefèvre", "AFP", "");
        check("Por Ana López y Juan Pérez", "Ana López, Juan Pérez", "", "");
        check("Автор: Анна Ким", "Анна Ким", "", "");
        check("Аўтар: Ганна Кім, БЕЛТА", "Ганна Кім", "БЕЛТА", "");
    }

    #[test]
    fn what_only_begins_like_a_byline_is_none() {
        for line in [
            "By Monday the talks had failed",
            "By Monday",
            "By Land and Sea",
            "By Any Means Necessary",
            "By the Sea",
            "By Design",
            "Von Moskau nach Minsk",
            "Por la paz",
            "Di Minsk",
            "Ann Lee",
            "New York",
            "Ann Lee, Bob Ray",
            "Minsk, 14 September 2020",
            "The Talks | World",
            "Talks End Without a Deal",
            "14 September 2020",
            "Author: admin",
            "By",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_credit_names_who_reported_and_wrote() {
        let of = |line| credited(line).unwrap_or_default();
        assert_eq!(of("Reporting by Ann Lee in Minsk; Editing by Bob Ray"), "Ann Lee");
        assert_eq!(
            of("(Reporting by Ann Lee and Carl Poe; Writing by Dan Roe; Editing by Bob Ray)"),
            "Ann Lee, Carl Poe, Dan Roe"
        );
        assert_eq!(of("Editing by Bob Ray"), "");
        assert_eq!(of("Additional reporting by Bob Ray"), "");
        assert_eq!(of("Reporting by the agency was slow"), "");
    }
}
