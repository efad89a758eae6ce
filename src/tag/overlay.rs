//! What rules know laid over the names that a model found: names whose form shows what they are, and titles.

use std::collections::HashSet;

use super::finder::Ground;
use super::hints::{Read, Ruled};
use super::key::key;
use super::lexicon::{LEXICON, flag};
use super::trimmed::trimmed;
use super::{Kind, Mention};
use crate::text::Span;

/// How likely a name is right that only the rules found, in hundredths: of 34 such names in the development
/// texts half were.
const BY_RULE: u8 = 50;

/// Keys that are pressed with others, which stand in manuals like names.
const KEYS: [&str; 6] = ["Alt", "AltGr", "Cmd", "Ctrl", "Esc", "Shift"];

/// Given names that are months too. "May Jones go?" is a question.
const MONTH_NAMES: [&str; 3] = ["April", "June", "August"];

/// From which confidence of a model, in hundredths, a full name is trusted to tell a surname.
const LIKELY: u8 = 60;

/// Up to which confidence of a model, in hundredths, what stands beside a name speaks against it.
const DOUBTFUL: u8 = 90;

/// The names, in order, with those that only rules found and with the titles of people.
pub(super) fn laid_over(text: &str, names: &[Mention], read: &Read) -> Vec<Mention> {
    let mut names = parted(names, &read.names);
    let surnames = surnames(text, &names);
    let mut mentions = Vec::with_capacity(names.len() + names.len() / 8);
    let mut first = 0;
    for rule in &read.names {
        while let Some(name) = names.get(first).filter(|name| name.span.end <= rule.span.start) {
            mentions.push(*name);
            first += 1;
        }
        // What the rules see too is at least as likely as what they alone see.
        if let Some(name) =
            names.get_mut(first).filter(|name| (name.span, name.kind) == (rule.span, rule.kind))
        {
            name.confidence = name.confidence.max(BY_RULE);
        }
        let over = names[first..].iter().take_while(|name| name.span.start < rule.span.end);
        let (mut count, mut all, mut sure) = (0, true, BY_RULE);
        for name in over {
            count += 1;
            all &= goes_before(rule, name);
            // Of a name of the same kind within it the rule only moves the bounds.
            sure = if name.kind == rule.kind { sure.max(name.confidence) } else { sure };
        }
        if all && (count > 0 || adds(rule) || known_person(text, rule, &surnames)) {
            mentions.push(Mention { title: rule.title, ..Mention::new(rule.span, rule.kind, sure) });
            first += count;
        }
    }
    mentions.extend_from_slice(&names[first..]);
    let mut mentions = trimmed(text, mentions, &read.titles);
    mentions.retain(|mention| {
        let words = mention.span.of(text);
        !is_key(words) && (mention.kind == Kind::Organisation || !is_demonym(words))
    });
    let mut end = 0;
    for mention in &mut mentions {
        if mention.kind == Kind::Person {
            mention.span = with_month(text, mention.span, end);
        }
        end = mention.span.end;
    }
    for mention in mentions.iter_mut().filter(|mention| mention.kind == Kind::Person) {
        mention.title = title(text, mention.span, read);
    }
    mentions
}

/// The names, with those parted in which the rules see one at the beginning and another at the end: "Black Sea resort of
/// Sochi", "Belarusian Embassy in Russia", "State Secretary of the Union State Grigory Rapota".
fn parted(names: &[Mention], rules: &[Ruled]) -> Vec<Mention> {
    let mut parted = Vec::with_capacity(names.len());
    let mut from = 0;
    for name in names {
        while rules.get(from).is_some_and(|rule| rule.span.start < name.span.start) {
            from += 1;
        }
        let inside = rules[from..].iter().take_while(|rule| rule.span.end <= name.span.end);
        let count = inside.clone().count();
        let [first, .., last] = &rules[from..from + count] else {
            parted.push(*name);
            continue;
        };
        let places = name.kind == Kind::Place && inside.clone().all(|rule| rule.kind == Kind::Place);
        let body = count == 2 && first.kind == Kind::Organisation && first.ground == Ground::Form;
        let seated = name.kind == Kind::Organisation && body && last.kind == Kind::Place;
        let headed = first.kind == Kind::Organisation && last.kind == Kind::Person && last.title.is_some();
        if (places || seated || headed)
            && first.span.start == name.span.start
            && last.span.end == name.span.end
        {
            let sure = name.confidence.max(BY_RULE);
            parted.extend(inside.map(|rule| Mention::new(rule.span, rule.kind, sure)));
        } else {
            parted.push(*name);
        }
    }
    parted
}

/// Whether a rule's name takes the place of a model's that it overlaps.
fn goes_before(rule: &Ruled, name: &Mention) -> bool {
    if rule.span == name.span {
        // "EU" isn't a place, nor is a company a person whose name it has.
        let known = matches!(rule.ground, Ground::Lexicon | Ground::Form);
        let shown = rule.ground == Ground::Company && name.confidence < DOUBTFUL;
        return rule.kind == Kind::Organisation && name.kind != rule.kind && (known || shown);
    }
    let around = rule.span.start <= name.span.start && name.span.end <= rule.span.end;
    let kind = rule.kind == Kind::Organisation || (rule.kind == Kind::Place && name.kind == Kind::Place);
    around && kind && rule.ground == Ground::Form
}

/// Whether a rule's name is taken where the model found none. On the development texts others were wrong more often
/// than not.
fn adds(rule: &Ruled) -> bool {
    match rule.kind {
        Kind::Organisation => rule.ground != Ground::Elsewhere,
        Kind::Person => rule.title.is_some() && rule.ground == Ground::Company,
        _ => false,
    }
}

/// The last words of the full names of people.
fn surnames<'a>(text: &'a str, names: &[Mention]) -> HashSet<&'a str> {
    let people = names.iter().filter(|name| name.kind == Kind::Person && name.confidence >= LIKELY);
    people.filter_map(|name| Some(name.span.of(text).rsplit_once(char::is_whitespace)?.1)).collect()
}

/// Whether a rule's name is the surname of somebody whom the model found with a full name.
fn known_person(text: &str, rule: &Ruled, surnames: &HashSet<&str>) -> bool {
    rule.kind == Kind::Person && surnames.contains(rule.span.of(text))
}

/// A surname with the given name before it that is the name of a month too: at the beginning of a sentence, "April Jones
/// spoke", no month is meant. `end` is where the mention before it ends.
fn with_month(text: &str, name: Span, end: u32) -> Span {
    if name.of(text).contains(char::is_whitespace) {
        return name;
    }
    let before = text.get(end as usize..name.start as usize).unwrap_or_default();
    let given = MONTH_NAMES.iter().find(|given| {
        let rest = before.strip_suffix(' ').and_then(|before| before.strip_suffix(**given));
        let rest = rest.map(|rest| rest.trim_end_matches(' '));
        rest.is_some_and(|rest| {
            rest.ends_with(['.', '!', '?', '…', '\n', '“', '”', '"']) || rest.is_empty() && end == 0
        })
    });
    given.map_or(name, |given| Span { start: name.start - given.len() as u32 - 1, ..name })
}

/// Whether these words are a key of the keyboard, or several pressed together: "Ctrl-S".
fn is_key(words: &str) -> bool {
    words.split(['-', '+']).next().is_some_and(|key| KEYS.contains(&key))
}

/// Whether these words are a demonym and nothing else.
fn is_demonym(words: &str) -> bool {
    !words.contains(char::is_whitespace) && LEXICON.flags(key(words)) & flag::DEMONYM != 0
}

/// The title that stands before a person's name.
fn title(text: &str, name: Span, read: &Read) -> Option<Span> {
    let at = read.titles.partition_point(|title| title.name < name.start);
    let title = read.titles.get(at).filter(|title| title.name == name.start)?;
    let apposed = || {
        let behind = text.get(name.end as usize..).unwrap_or_default();
        behind.starts_with(',') && name.of(text).contains(char::is_whitespace)
    };
    (!title.apposed || apposed()).then_some(title.span)
}
