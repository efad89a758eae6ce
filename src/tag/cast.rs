//! The cast of a document: its mentions tied into entities, people first.

use std::collections::{HashMap, HashSet};

use super::apposition;
use super::kin::{self, Name};
use super::sex::{Addressed, is_address};
use super::tongues::nominatives;
use super::two;
use super::{Date, Kind, Mention, Value};
use crate::name::{Sort, Verdict, compare};
use crate::text::Text;

/// The most different names, dates and figures that a cast has. All that is done with names takes memory for each that is
/// different, a hundred times its bytes, and a list of a million strangers is nobody's cast.
pub const MOST_NAMES: usize = 50_000;

/// Somebody or something that a document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its fullest plain name: of a person the given name and surname, of an organisation the long form.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// The numbers of its mentions in [`Cast::mentions`], in order; never empty.
    pub mentions: Vec<u32>,
    /// The names used and how often each, the most used first.
    pub forms: Vec<(String, u32)>,
    /// The titles and roles said of it, each once, in order.
    pub roles: Vec<String>,
    /// What it stands for in one form (see [`Value::plain`]), an identifier with its kind before it; where its name
    /// doesn't say just that.
    pub value: Option<String>,
}

/// Everybody and everything that a document names. Entities are sorted by kind, then by number of mentions, the
/// most mentioned first, then by first mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cast {
    /// The mentions, in order, not overlapping.
    pub mentions: Vec<Mention>,
    /// The entities.
    pub entities: Vec<Entity>,
    /// For each mention the number of its entity in [`Cast::entities`].
    pub entity_of: Vec<u32>,
    /// Pairs of entities, by their numbers, that a sentence has as two people though their names may be one's; each
    /// once, in order.
    pub apart: Vec<(u32, u32)>,
    /// How many mentions were left out as they are of names behind the first [`MOST_NAMES`] different ones.
    pub left_out: usize,
}

impl Cast {
    /// The cast of a text whose mentions, in order and not overlapping, these are.
    pub fn new(text: &Text, mentions: Vec<Mention>) -> Self {
        Self::in_language(text, mentions, None)
    }

    /// The same for a text in a known language, a tag of ISO 639: the cases of a name that it declines are one.
    pub fn in_language(text: &Text, mentions: Vec<Mention>, language: Option<&str>) -> Self {
        Self::bounded(text, mentions, language, MOST_NAMES)
    }

    /// The same with so many different names at most.
    fn bounded(text: &Text, mut mentions: Vec<Mention>, language: Option<&str>, most: usize) -> Self {
        let left_out = leave_out(text, &mut mentions, most);
        let (names, name_of) = nominative_names(text, &mentions, language);
        let addressed = Addressed::new(text, &mentions, &names, &name_of);
        let mut two = two::people(text, &mentions);
        // Of a pair that the address parts the name says nothing: "John Smith met Mrs Smith. Smith danced."
        let by_name: Vec<_> = two.iter().copied().filter(|pair| !addressed.part(*pair)).collect();
        let mut group_of = kin::groups(&names, &name_of, &bracketed(text, &mentions), &by_name);
        addressed.leave(&mut group_of);
        two.extend(addressed.pairs());
        let cast = Self::of_groups(text, mentions, (&names, &name_of), &group_of, &two);
        Self { left_out, ..cast }
    }

    /// The same mentions in other groups, by the number of each one's: those of `named` are called so. The text and the
    /// language are those that it was made of.
    #[must_use]
    pub fn regrouped(
        self,
        text: &Text,
        language: Option<&str>,
        group_of: &[u32],
        named: &HashMap<u32, String>,
    ) -> Self {
        if group_of.len() != self.mentions.len() {
            return self;
        }
        let (names, name_of) = nominative_names(text, &self.mentions, language);
        let mut two = two::people(text, &self.mentions);
        two.extend(Addressed::new(text, &self.mentions, &names, &name_of).pairs());
        let mut cast = Self::of_groups(text, self.mentions, (&names, &name_of), group_of, &two);
        cast.left_out = self.left_out;
        for entity in &mut cast.entities {
            let group = entity.mentions.first().and_then(|&mention| group_of.get(mention as usize));
            if let Some(name) = group.and_then(|group| named.get(group)) {
                name.clone_into(&mut entity.name);
            }
        }
        cast
    }

    /// The cast of mentions whose groups are known. No number of a group is greater than twice that of mentions.
    fn of_groups(
        text: &Text,
        mut mentions: Vec<Mention>,
        (names, name_of): (&[Name], &[u32]),
        group_of: &[u32],
        two: &[(usize, usize)],
    ) -> Self {
        // A cast is kept as long as its document is open; half of a vector that has grown is empty.
        mentions.shrink_to_fit();
        let groups = group_of.iter().copied().max().map_or(0, |last| last as usize + 1);
        let mut members = vec![Vec::new(); groups];
        for (mention, &group) in group_of.iter().enumerate() {
            members[group as usize].push(mention as u32);
        }
        members.retain(|mentions| !mentions.is_empty());
        members.sort_by_key(|group| (mentions[group[0] as usize].kind, usize::MAX - group.len(), group[0]));
        let mut entity_of = vec![0; mentions.len()];
        let mut entities = Vec::with_capacity(members.len());
        for (entity, members) in members.into_iter().enumerate() {
            members.iter().for_each(|&mention| entity_of[mention as usize] = entity as u32);
            entities.push(Self::entity(text, &mentions, members, names, name_of));
        }
        let apart = apart(&entities, &entity_of, two);
        Self { mentions, entities, entity_of, apart, left_out: 0 }
    }

    fn entity(
        text: &Text,
        mentions: &[Mention],
        members: Vec<u32>,
        names: &[Name],
        name_of: &[u32],
    ) -> Entity {
        let kind = mentions[members[0] as usize].kind;
        let mut counts: Vec<(u32, u32)> = Vec::new();
        let mut places = HashMap::new();
        let (mut roles, mut said): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for &mention in &members {
            let name = name_of[mention as usize];
            let place = *places.entry(name).or_insert(counts.len());
            match counts.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => counts.push((name, 1)),
            }
            // A handful of roles at most, so that a hostile document can't make this slow.
            let mention = &mentions[mention as usize];
            let room = roles.len() < 32;
            let behind =
                (kind == Kind::Person && room).then(|| apposition::behind(text, mention.span)).flatten();
            for said_of in mention
                .title
                .filter(|_| room)
                .map(|title| apposition::with_place(text, title))
                .into_iter()
                .chain(behind)
            {
                let role = plain(said_of.of(text.as_str()));
                let folded = role.to_lowercase();
                if !is_address(&folded) && !said.contains(&folded) {
                    said.push(folded);
                    roles.push(role);
                }
            }
        }
        // Stable, so that of two names that are used alike the first in the text stays first.
        counts.sort_by_key(|&(_, count)| u32::MAX - count);
        let best = kin::best(
            kind,
            counts.iter().filter_map(|&(name, count)| Some((names.get(name as usize)?, count))),
        );
        let forms: Vec<_> =
            counts.iter().map(|&(name, count)| (names[name as usize].text.clone(), count)).collect();
        let first = &mentions[members[0] as usize];
        let value = first.value.and_then(|value| meaning(value, first.span.of(text.as_str())));
        let value = value.filter(|value| *value != best);
        Entity { name: best, kind, mentions: members, forms, roles, value }
    }

    /// The number of the mention that holds the byte at `offset`.
    pub fn mention_at(&self, offset: usize) -> Option<usize> {
        let at = self.mentions.partition_point(|mention| mention.span.end as usize <= offset);
        self.mentions.get(at).filter(|mention| mention.span.contains(offset)).map(|_| at)
    }

    /// The number of the first mention that begins at the byte `offset` or after it; the number of mentions where
    /// none does.
    pub fn mention_from(&self, offset: usize) -> usize {
        self.mentions.partition_point(|mention| (mention.span.start as usize) < offset)
    }

    /// The entities of a kind with their numbers, in the order of the cast.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (usize, &Entity)> {
        self.entities.iter().enumerate().filter(move |(_, entity)| entity.kind == kind)
    }

    /// The number of the first entity for which this name was used, whatever the case.
    pub fn named(&self, name: &str) -> Option<usize> {
        let name = plain(name).to_lowercase();
        let is = |form: &str| form.to_lowercase() == name;
        self.entities
            .iter()
            .position(|entity| is(&entity.name) || entity.forms.iter().any(|(form, _)| is(form)))
    }
}

/// The entities that these mentions have as two, where their names don't say so.
fn apart(entities: &[Entity], entity_of: &[u32], two: &[(usize, usize)]) -> Vec<(u32, u32)> {
    let of = |mention: usize| entity_of.get(mention).copied();
    let pairs = two.iter().filter_map(|&(one, other)| of(one).zip(of(other)));
    let mut pairs: Vec<_> = pairs.map(|(one, other)| (one.min(other), one.max(other))).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let name = |entity: u32| entities.get(entity as usize).map_or("", |entity| entity.name.as_str());
    pairs.retain(|&(one, other)| {
        one != other && compare(Some(Sort::Person), name(one), name(other)).verdict != Verdict::Different
    });
    pairs
}

/// What a figure stands for, for people to read; `None` where nothing more is known than its words say.
fn meaning(value: Value, words: &str) -> Option<String> {
    let plain = value.plain(words);
    match value {
        Value::Identifier(identifier) => Some(format!("{} {plain}", identifier.label())),
        Value::When(when) if !matches!(when.date, Some(Date::Known(_)) | None) || plain.is_empty() => None,
        Value::When(when) if when.inferred => Some(format!("{plain}, inferred from other dates")),
        _ => Some(plain),
    }
}

/// What tells a name from others: names that differ only in case or white space are one, and what has a value is what it
/// stands for too, as "Monday" may be one day here and another there.
type Key = (Kind, String, Option<String>);

/// The key of a mention whose name is `name`, its words being `words`.
fn key(mention: &Mention, words: &str, name: &str) -> Key {
    let value = mention.value.map(|value| value.plain(words)).filter(|value| !value.is_empty());
    (mention.kind, name.to_lowercase().replace('’', "'"), value)
}

/// Leaves out the mentions of all names but the first `most` different ones; how many these were.
fn leave_out(text: &Text, mentions: &mut Vec<Mention>, most: usize) -> usize {
    let all = mentions.len();
    // As many mentions can't be of more names.
    if all <= most {
        return 0;
    }
    let mut known: HashSet<Key> = HashSet::new();
    mentions.retain(|mention| {
        let words = mention.span.of(text.as_str());
        let key = key(mention, words, &plain(words));
        known.contains(&key) || (known.len() < most && known.insert(key))
    });
    all - mentions.len()
}

/// The distinct names and, for each mention, the number of its name. Of its spellings the first that isn't all capitals or all small letters is kept.
fn names(text: &Text, mentions: &[Mention]) -> (Vec<Name>, Vec<u32>) {
    let mut names: Vec<Name> = Vec::new();
    let mut numbers: HashMap<Key, u32> = HashMap::new();
    let mut name_of = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let words = mention.span.of(text.as_str());
        let name = plain(words);
        let key = key(mention, words, &name);
        let number = match numbers.get(&key) {
            Some(&number) => number,
            None => {
                names.push(Name::new(mention.kind, name.clone(), key.2.clone()));
                numbers.insert(key, names.len() as u32 - 1);
                names.len() as u32 - 1
            }
        };
        if let Some(known) = names.get_mut(number as usize) {
            if even(&known.text) && !even(&name) {
                known.text = name;
            }
            known.count += 1;
        }
        name_of.push(number);
    }
    (names, name_of)
}

/// The same, each standing for its nominative in a language that declines names.
fn nominative_names(text: &Text, mentions: &[Mention], language: Option<&str>) -> (Vec<Name>, Vec<u32>) {
    let (mut names, name_of) = names(text, mentions);
    let forms: Vec<_> = names.iter().map(|name| (name.kind, name.text.as_str())).collect();
    let nominatives = nominatives(language, &forms);
    for (name, nominative) in names.iter_mut().zip(nominatives) {
        if let Some(nominative) = nominative {
            name.set_nominative(nominative);
        }
    }
    (names, name_of)
}

/// The mentions behind which an abbreviation stands in brackets that is a mention of the same kind.
fn bracketed(text: &Text, mentions: &[Mention]) -> Vec<usize> {
    let between =
        |pair: &[Mention]| text.as_str().get(pair[0].span.end as usize..pair[1].span.start as usize);
    let closed = |mention: &Mention| text.as_str().as_bytes().get(mention.span.end as usize) == Some(&b')');
    mentions
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| pair[0].kind == pair[1].kind && between(pair) == Some(" (") && closed(&pair[1]))
        .map(|(first, _)| first)
        .collect()
}

/// Whether all letters have one case.
fn even(name: &str) -> bool {
    !name.chars().any(char::is_lowercase) || !name.chars().any(char::is_uppercase)
}

/// A name with each run of white space as one space.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Block, Span};

    /// Names behind the most are left out and counted; those before them keep all their mentions.
    #[test]
    fn names_have_a_bound() {
        let content =
            "John Smith met Mary Jones. Then Peter Brown came. John Smith left, and so did Peter Brown.";
        let text = Text::new(content.into(), vec![Block::paragraph(Span::new(0, content.len()))]);
        let named = ["John Smith", "Mary Jones", "Peter Brown"]
            .into_iter()
            .flat_map(|name| content.match_indices(name));
        let mut spans: Vec<_> = named.map(|(at, name)| Span::new(at, at + name.len())).collect();
        spans.sort_by_key(|span| span.start);
        let mentions: Vec<_> = spans.into_iter().map(|span| Mention::new(span, Kind::Person, 90)).collect();
        let whole = Cast::bounded(&text, mentions.clone(), None, 3);
        assert_eq!((whole.mentions.len(), whole.entities.len(), whole.left_out), (5, 3, 0));
        let cast = Cast::bounded(&text, mentions, None, 2);
        let named: Vec<_> = cast.entities.iter().map(|one| (one.name.as_str(), one.mentions.len())).collect();
        assert_eq!(named, [("John Smith", 2), ("Mary Jones", 1)]);
        assert_eq!(cast.left_out, 2);
        let groups = cast.entity_of.clone();
        assert_eq!(cast.regrouped(&text, None, &groups, &HashMap::new()).left_out, 2);
    }
}
