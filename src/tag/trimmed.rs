//! People's names cut to what is the name: what they are before it, and what they belong to behind it, is none of it; that
//! somebody is the elder or the younger of that name is.

use std::collections::HashMap;

use super::lexicon::{LEXICON, phrase_key};
use super::person::Title;
use super::{Kind, Mention};
use crate::text::Span;

/// How likely it is right what a cut leaves behind a name, in hundredths: a guess.
const LEFT: u8 = 50;

/// Titles of those whose "of" belongs to their name: "Prince Charles of Wales". In small letters.
const NOBLE: [&str; 22] = [
    "archduke", "baron", "baroness", "bishop", "count", "countess", "duchess", "duke", "earl", "emir",
    "emperor", "empress", "king", "lady", "lord", "marquess", "pope", "prince", "princess", "queen", "saint",
    "sultan",
];

/// What tells father and son of one name apart, and mother and daughter.
const GENERATIONS: [&str; 4] = ["Jr.", "Sr.", "Jr", "Sr"];

/// The names of `mentions`, in order, with those of people cut: "Foreign Minister Makey" to the surname, as the rules see
/// the title; "Anna Miller of Siemens" in two, the second of which is what it is elsewhere in the text, or to the lexicon, or
/// else a body. One word before "of" belongs to it: "Joan of Arc". `titles` are in order of the names behind them.
pub(super) fn trimmed(text: &str, mentions: Vec<Mention>, titles: &[Title]) -> Vec<Mention> {
    let of = |mention: &Mention| mention.kind == Kind::Person && mention.span.of(text).contains(" of ");
    let mut known: HashMap<&str, Kind> = HashMap::new();
    if mentions.iter().any(of) {
        let others = mentions.iter().filter(|mention| mention.kind != Kind::Person);
        known.extend(others.map(|mention| (mention.span.of(text), mention.kind)));
    }
    let mut trimmed = Vec::with_capacity(mentions.len());
    let mut mentions = mentions.into_iter().peekable();
    while let Some(mut mention) = mentions.next() {
        // A sign alone, as "@" in a text that was taken apart for tagging, names nobody whom one could ask for.
        if mention.kind.is_name() && !mention.span.of(text).contains(char::is_alphanumeric) {
            continue;
        }
        if mention.kind == Kind::Person {
            mention.span.start = behind_title(mention.span, titles);
            let end = with_generation(text, mention.span);
            if mentions.peek().is_none_or(|next| next.span.start >= end) {
                mention.span.end = end;
            }
            if let Some((name, rest)) = parted(text, mention.span) {
                mention.span = name;
                trimmed.push(mention);
                trimmed.push(Mention::new(
                    rest,
                    kind_of(rest.of(text), &known),
                    LEFT.min(mention.confidence),
                ));
                continue;
            }
        }
        trimmed.push(mention);
    }
    trimmed
}

/// Where a name begins once the title is left out that it begins with.
fn behind_title(name: Span, titles: &[Title]) -> u32 {
    let from = titles.partition_point(|title| title.name <= name.start);
    let inside = titles.get(from..).unwrap_or_default().iter().take_while(|title| title.name < name.end);
    let of_it = inside.filter(|title| title.span.start == name.start && !title.apposed);
    of_it.last().map_or(name.start, |title| title.name)
}

/// Where a name of several words ends with the word behind it that says which of two generations it is.
fn with_generation(text: &str, name: Span) -> u32 {
    let behind = text.get(name.end as usize..).unwrap_or("").strip_prefix(' ').unwrap_or("");
    let is_whole = |word: &&&str| {
        behind
            .strip_prefix(**word)
            .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '.'))
    };
    let word = GENERATIONS.iter().find(is_whole).filter(|_| name.of(text).contains(' '));
    word.map_or(name.end, |word| name.end + 1 + word.len() as u32)
}

/// The name, and what somebody is of.
fn parted(text: &str, name: Span) -> Option<(Span, Span)> {
    let words = name.of(text);
    let (before, rest) = words.split_once(" of ")?;
    let noble = |word: &str| NOBLE.contains(&word.to_lowercase().as_str());
    if before.split_whitespace().count() < 2 || before.split_whitespace().any(noble) {
        return None;
    }
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    rest.starts_with(char::is_uppercase).then(|| {
        let (end, start) = (name.start + before.len() as u32, name.end - rest.len() as u32);
        (Span { start: name.start, end }, Span { start, end: name.end })
    })
}

/// What somebody is of: as it is called elsewhere in the text or known, else a body, as most that aren't known are.
fn kind_of(name: &str, known: &HashMap<&str, Kind>) -> Kind {
    let listed = || LEXICON.phrase(phrase_key(name));
    known.get(name).copied().or_else(listed).filter(|kind| kind.is_name()).unwrap_or(Kind::Organisation)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names that are left of `name` in `text`, which says nothing else.
    fn names(text: &str, name: &str) -> Vec<String> {
        let at = text.find(name).unwrap_or(0);
        let mention = Mention::new(Span::new(at, at + name.len()), Kind::Person, 90);
        let trimmed = trimmed(text, vec![mention], &[]);
        trimmed.iter().map(|mention| format!("{} {}", mention.kind.label(), mention.span.of(text))).collect()
    }

    #[test]
    fn what_somebody_is_of_is_a_name_of_its_own() {
        assert_eq!(
            names("So said Anna Miller of Siemens.", "Anna Miller of Siemens"),
            ["person Anna Miller", "organisation Siemens"]
        );
        assert_eq!(
            names("Mark Rutte of the Netherlands spoke.", "Mark Rutte of the Netherlands"),
            ["person Mark Rutte", "place Netherlands"]
        );
    }

    #[test]
    fn the_elder_and_the_younger_are_told_apart() {
        for (text, name, found) in [
            ("So Martin Luther King Sr. said.", "Martin Luther King", "person Martin Luther King Sr."),
            ("Ann Lee Jr said so.", "Ann Lee", "person Ann Lee Jr"),
            ("Ann Lee Srbic said so.", "Ann Lee", "person Ann Lee"),
            ("King Sr. said so.", "King", "person King"),
        ] {
            assert_eq!(names(text, name), [found]);
        }
    }

    #[test]
    fn a_sign_alone_is_no_name() {
        assert!(names("Thanks to @ and all.", "@").is_empty());
    }

    #[test]
    fn an_of_that_belongs_to_the_name_stays() {
        for name in ["Joan of Arc", "Prince Charles of Wales", "Anna Miller of old"] {
            assert_eq!(names(name, name), [format!("person {name}")]);
        }
    }

    #[test]
    fn a_title_that_a_name_begins_with_is_none_of_it() {
        let text = "Nor was Foreign Minister Makey more talkative.";
        let mention = Mention::new(Span::new(8, 30), Kind::Person, 90);
        let title = Title { name: 25, span: Span::new(8, 24), strong: true, apposed: false };
        let trimmed = trimmed(text, vec![mention], &[title]);
        assert_eq!(trimmed.iter().map(|mention| mention.span.of(text)).collect::<Vec<_>>(), ["Makey"]);
    }
}
