//! What is ruled of who is who within one document: of a name there, or of a single mention, which counts before that.

use std::collections::HashMap;

use super::rules::Rules;
use crate::name::fold::folded;
use crate::note::{Anchor, DocumentRef, Folded, Resolved, Rule};
use crate::tag::{Cast, Kind, Mention};
use crate::text::{Span, Text};

use super::personal::named_kind;

/// The most rulings of single mentions that count in a document.
const MOST: usize = 1000;

/// What is ruled of one mention.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Told {
    anchor: Anchor,
    pub(super) kind: Kind,
    pub(super) whose: Whose,
}

/// Whose a mention is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Whose {
    /// It is no name.
    Nobodys,
    /// What it names is of this kind.
    Of(Kind),
    /// Of somebody else of whom nothing more is known, under a name of their own.
    Other(String),
    /// Of whoever has this name.
    Belongs(String),
}

impl Told {
    /// What a rule says of the mention at `anchor`; `None` where it can't be said of a single one. Of a pair of names the
    /// first is the one that the mention was taken for or belongs to, the second the one it has in the text.
    pub(super) fn new(document: &DocumentRef, anchor: &Anchor, rule: &Rule) -> Option<Self> {
        let (kind, whose) = match rule {
            Rule::Reject { kind, .. } => (kind, Whose::Nobodys),
            Rule::Kind { kind, to, .. } => (kind, Whose::Of(named_kind(to)?)),
            Rule::Apart { kind, names: [_, form] } => (kind, Whose::Other(own_name(form, &document.title))),
            Rule::Same { kind, names: [name, _] } => (kind, Whose::Belongs(name.clone())),
            Rule::Rename { .. } => return None,
        };
        Some(Self { anchor: anchor.clone(), kind: named_kind(kind)?, whose })
    }

    /// Whether it is of the same mention.
    pub(super) fn is_at(&self, anchor: &Anchor) -> bool {
        self.anchor == *anchor
    }
}

/// The name of somebody who is called `form` in a document and isn't whom one would take them for.
pub(super) fn own_name(form: &str, title: &str) -> String {
    let cut = |text: &str, most: usize| match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    };
    format!("{} (in “{}”)", cut(form, 60), cut(title, 40))
}

/// Whose a mention is by the rules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Label {
    /// A part of an entity of the cast.
    Part(u32, u32),
    /// Whoever has the names that were ruled one, by their number.
    Ruled(Kind, usize),
    /// Whoever has this name.
    Named(Kind, String),
}

impl Rules {
    /// The cast of a text whose mentions these are, with what is ruled of names and of single mentions there.
    pub fn cast(&self, text: &Text, mut mentions: Vec<Mention>, language: Option<&str>) -> Cast {
        let told = self.told_in(text);
        mentions.retain_mut(|mention| {
            if !mention.kind.is_name() {
                return true;
            }
            let kind = match told_of(&told, mention.span) {
                Some(Whose::Nobodys) => None,
                Some(Whose::Of(kind)) => Some(*kind),
                Some(Whose::Other(_) | Whose::Belongs(_)) => Some(mention.kind),
                None => self.kind(mention.kind, mention.span.of(text.as_str())),
            };
            kind.is_some_and(|kind| {
                mention.kind = kind;
                true
            })
        });
        let cast = Cast::in_language(text, mentions, language);
        if told.is_empty() && !self.groups_names() {
            return cast;
        }
        let (group_of, named) = self.groups(text, &cast, &told);
        cast.regrouped(text, language, &group_of, &named)
    }

    /// The same cast with the names that the person gave.
    #[must_use]
    pub fn shown_in(&self, mut cast: Cast) -> Cast {
        for entity in cast.entities.iter_mut().filter(|entity| entity.kind.is_name()) {
            if let Some(shown) = self.shown(entity.kind, &entity.name) {
                shown.clone_into(&mut entity.name);
            }
        }
        cast
    }

    /// Where the mentions stand of which something is ruled, in order. One that isn't found for sure isn't there.
    fn told_in(&self, text: &Text) -> Vec<(Span, &Whose)> {
        if self.mentions.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text.as_str());
        let place = |told: &Told| match told.anchor.resolve_in(&folded) {
            Resolved::Exact(span) | Resolved::Moved(span) => Some(span),
            Resolved::Doubtful(_) | Resolved::Lost => None,
        };
        let told = self.mentions.iter().take(MOST);
        let mut told: Vec<_> = told.filter_map(|told| Some((place(told)?, &told.whose))).collect();
        told.sort_by_key(|(span, _)| span.start);
        told
    }

    /// For each mention the number of its group by the rules, and the names of groups that have one of their own.
    fn groups(&self, text: &Text, cast: &Cast, told: &[(Span, &Whose)]) -> (Vec<u32>, HashMap<u32, String>) {
        let labels = self.labels(cast);
        let mut by_name: HashMap<(Kind, String), Label> = HashMap::new();
        for ((entity, form), label) in &labels {
            if let Some(entity) = cast.entities.get(*entity as usize) {
                by_name.entry((entity.kind, form.clone())).or_insert_with(|| label.clone());
            }
        }
        let (mut numbers, mut named): (HashMap<Label, u32>, HashMap<u32, String>) = Default::default();
        let mut group_of = Vec::with_capacity(cast.mentions.len());
        for (mention, &entity) in cast.mentions.iter().zip(&cast.entity_of) {
            let form = folded(mention.span.of(text.as_str()));
            let mut own: Option<&str> = None;
            let label = match told_of(told, mention.span).filter(|_| mention.kind.is_name()) {
                Some(Whose::Belongs(name)) => {
                    let key = (mention.kind, folded(name));
                    by_name.get(&key).cloned().unwrap_or_else(|| {
                        own = Some(name.as_str());
                        Label::Named(key.0, key.1)
                    })
                }
                Some(Whose::Other(name)) => {
                    own = Some(name.as_str());
                    Label::Named(mention.kind, folded(name))
                }
                _ => {
                    let label = labels.get(&(entity, form)).cloned().unwrap_or(Label::Part(entity, 0));
                    if matches!(label, Label::Named(..)) {
                        own = self.own(mention.kind, mention.span.of(text.as_str()));
                    }
                    label
                }
            };
            let next = numbers.len() as u32;
            let number = *numbers.entry(label).or_insert(next);
            if let Some(own) = own {
                named.insert(number, own.to_owned());
            }
            group_of.push(number);
        }
        (group_of, named)
    }

    /// For each name of each entity of a cast, folded, whose it is: names that were told apart in parts of their own, those
    /// that were ruled one together.
    fn labels(&self, cast: &Cast) -> HashMap<(u32, String), Label> {
        let ruled: HashMap<Kind, HashMap<&str, usize>> =
            Kind::ALL.into_iter().filter(|kind| kind.is_name()).map(|kind| (kind, self.same(kind))).collect();
        let mut labels = HashMap::new();
        for (entity, number) in cast.entities.iter().zip(0u32..) {
            let Some(owners) = ruled.get(&entity.kind) else { continue };
            // The fullest name leads the first part, whether it is used or not.
            let mut parts: Vec<Vec<&str>> = vec![vec![&entity.name]];
            for (form, _) in &entity.forms {
                let fits = |part: &&mut Vec<&str>| {
                    part.iter().all(|other| !self.are_apart(entity.kind, other, form))
                };
                match parts.iter_mut().find(fits) {
                    Some(part) => part.push(form),
                    None => parts.push(vec![form]),
                }
            }
            for (part, at) in parts.into_iter().zip(0u32..) {
                let owner = part.iter().find_map(|name| owners.get(&*folded(name)));
                let own = || part.iter().find_map(|name| self.own(entity.kind, name));
                let label = match (owner, own()) {
                    (Some(&owner), _) => Label::Ruled(entity.kind, owner),
                    (None, Some(own)) => Label::Named(entity.kind, folded(own)),
                    (None, None) => Label::Part(number, at),
                };
                for name in part {
                    labels.entry((number, folded(name))).or_insert_with(|| label.clone());
                }
            }
        }
        labels
    }
}

/// What is told of the mention at a place.
fn told_of<'a>(told: &[(Span, &'a Whose)], span: Span) -> Option<&'a Whose> {
    let near = told.iter().skip(told.partition_point(|(own, _)| own.end <= span.start));
    near.take(4).find(|(own, _)| own.overlaps(span)).map(|(_, whose)| *whose)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::ContentHash;
    use crate::note::{ItemId, Ruling};
    use crate::text::Block;

    const WORDS: &str =
        "Alexander Lukashenko left. Then Lukashenko came. Viktor Lukashenko spoke, Lukashenko heard.";

    fn text(content: &str) -> Text {
        Text::new(content.into(), vec![Block::paragraph(Span::new(0, content.len()))])
    }

    fn mentions(content: &str) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = content
            .match_indices("Lukashenko")
            .map(|(at, name)| {
                let given = ["Alexander ", "Viktor "].iter().find(|given| content[..at].ends_with(**given));
                let start = at - given.map_or(0, |given| given.len());
                Mention::new(Span::new(start, at + name.len()), Kind::Person, 90)
            })
            .collect();
        mentions.sort_by_key(|mention| mention.span.start);
        mentions
    }

    fn ruling(rule: Rule, anchor: Option<Anchor>) -> Ruling {
        let hash = ContentHash([1; 32]);
        let document = DocumentRef { path: "a".into(), hash, title: "A title".into() };
        let created = Timestamp::UNIX_EPOCH;
        Ruling {
            id: ItemId::from_bits(1),
            rule,
            collection: vec![],
            document: Some(document),
            anchor,
            created,
        }
    }

    /// The people of the cast by rulings of these mentions, by their numbers.
    fn cast(told: &[(usize, Rule)]) -> Vec<(String, usize)> {
        let anchor = |at: usize| Anchor::new(WORDS, mentions(WORDS)[at].span);
        let rulings: Vec<Ruling> =
            told.iter().map(|(at, rule)| ruling(rule.clone(), Some(anchor(*at)))).collect();
        let rules = Rules::new(&rulings, &[]).within(std::path::Path::new("a"), &ContentHash([1; 32]));
        // A word that came in before it moves the mentions.
        let moved = format!("Yesterday. {WORDS}");
        let cast = rules.cast(&text(&moved), mentions(&moved), Some("en"));
        cast.entities.iter().map(|entity| (entity.name.clone(), entity.mentions.len())).collect()
    }

    fn person(names: [&str; 2]) -> (String, [String; 2]) {
        ("person".to_owned(), names.map(str::to_owned))
    }

    #[test]
    fn what_is_ruled_of_one_mention_holds_for_that_one() {
        let own = |name: &str, mentions| (name.to_owned(), mentions);
        assert_eq!(cast(&[]), [own("Alexander Lukashenko", 2), own("Viktor Lukashenko", 2)]);
        let (kind, names) = person(["Alexander Lukashenko", "Lukashenko"]);
        let other = Rule::Apart { kind: kind.clone(), names };
        assert_eq!(
            cast(&[(1, other)]),
            [
                own("Viktor Lukashenko", 2),
                own("Alexander Lukashenko", 1),
                own("Lukashenko (in “A title”)", 1)
            ]
        );
        let (_, names) = person(["Alexander Lukashenko", "Lukashenko"]);
        let his = Rule::Same { kind: kind.clone(), names };
        assert_eq!(cast(&[(3, his)]), [own("Alexander Lukashenko", 3), own("Viktor Lukashenko", 1)]);
        let (_, names) = person(["Nikolai Lukashenko", "Lukashenko"]);
        let sons = Rule::Same { kind: kind.clone(), names };
        assert!(cast(&[(3, sons)]).contains(&own("Nikolai Lukashenko", 1)));
        let nobodys = Rule::Reject { kind, name: "Lukashenko".into() };
        assert_eq!(cast(&[(1, nobodys)]), [own("Viktor Lukashenko", 2), own("Alexander Lukashenko", 1)]);
    }

    #[test]
    fn who_is_told_from_another_in_a_document_is_somebody_of_their_own_there() {
        let (kind, names) = person(["Alexander Lukashenko", "Lukashenko"]);
        let apart = ruling(Rule::Apart { kind: kind.clone(), names: names.clone() }, None);
        let same = ruling(Rule::Same { kind, names }, None);
        let cast = |rulings: &[Ruling], content: &str| {
            let rules = Rules::new(rulings, &[]).within(std::path::Path::new("a"), &ContentHash([1; 32]));
            let cast = rules.cast(&text(content), mentions(content), None);
            cast.entities.iter().map(|entity| entity.name.clone()).collect::<Vec<_>>()
        };
        let own = "Lukashenko (in “A title”)";
        let apart = std::slice::from_ref(&apart);
        assert_eq!(cast(apart, "Alexander Lukashenko left. Lukashenko came."), ["Alexander Lukashenko", own]);
        // Where nobody else is named the collection would take them for that other one.
        assert_eq!(cast(apart, "Lukashenko left."), [own]);
        assert_eq!(cast(&[apart[0].clone(), same], "Lukashenko left."), ["Lukashenko"]);
    }

    #[test]
    fn a_cast_heeds_names_that_were_ruled_one_or_two() {
        let (kind, names) = person(["Alexander Lukashenko", "Viktor Lukashenko"]);
        let rules = Rules::of(&[Rule::Same { kind: kind.clone(), names }]);
        assert_eq!(rules.cast(&text(WORDS), mentions(WORDS), None).entities.len(), 1);
        let (_, names) = person(["Alexander Lukashenko", "Lukashenko"]);
        let rules = Rules::of(&[Rule::Apart { kind, names }]);
        let cast = rules.cast(&text(WORDS), mentions(WORDS), None);
        let names: Vec<&str> = cast.entities.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(names, ["Viktor Lukashenko", "Alexander Lukashenko", "Lukashenko"]);
    }

    proptest! {
        #[test]
        fn any_rulings_of_any_text_give_a_whole_cast(
            content in "(Alexander |Viktor |Lukashenko|, |\\PC{0,6}|é|\n){0,16}",
            told in prop::collection::vec((0usize..80, 0usize..20, 0..4), 0..6),
        ) {
            let name = |at: usize| content.get(content.floor_char_boundary(at)..).unwrap_or("x").to_owned();
            let rulings: Vec<Ruling> = told.iter().map(|&(at, length, which)| {
                let anchor = Anchor::new(&content, Span { start: at as u32, end: (at + length) as u32 });
                let kind = "person".to_owned();
                let rule = match which {
                    0 => Rule::Reject { kind, name: name(at) },
                    1 => Rule::Kind { kind, name: name(at), to: "place".into() },
                    2 => Rule::Apart { kind, names: [name(at), name(length)] },
                    _ => Rule::Same { kind, names: [name(at), name(length)] },
                };
                ruling(rule, Some(anchor))
            }).collect();
            let rules = Rules::new(&rulings, &[]).within(std::path::Path::new("a"), &ContentHash([1; 32]));
            let cast = rules.cast(&text(&content), mentions(&content), Some("ru"));
            prop_assert_eq!(cast.mentions.len(), cast.entity_of.len());
            let all: usize = cast.entities.iter().map(|entity| entity.mentions.len()).sum();
            prop_assert_eq!(all, cast.mentions.len());
        }
    }
}
