//! What the person ruled of who is who, as grouping asks it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use super::personal::{PersonalName, named_kind};
use super::within::{Told, Whose, own_name};
use crate::corpus::ContentHash;
use crate::name::fold::folded;
use crate::note::{DocumentRef, Rule, Ruling, path_to_text};
use crate::tag::Kind;

/// Two folded names of a kind, in order.
type Pair = (Kind, String, String);

/// A folded name of a kind.
type Name = (Kind, String);

/// What holds in a collection, or in a document of it. Names are folded: case and accents make no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rules {
    same: BTreeSet<Pair>,
    apart: BTreeSet<Pair>,
    shown: BTreeMap<Name, String>,
    /// By the names that the person gave those that texts have.
    renamed: BTreeMap<Name, String>,
    kinds: BTreeMap<Name, Kind>,
    rejected: BTreeSet<Name>,
    described: BTreeMap<Name, String>,
    /// Names of those of whom nothing else is known, as they were told from others in one document.
    lone: BTreeSet<Name>,
    /// Those who were told from others in one document, by the names that it has for them: from whom, and the name that they
    /// get.
    own: BTreeMap<Name, [String; 2]>,
    /// What was told of single mentions of one document.
    pub(super) mentions: Vec<Told>,
    /// What holds in one document only.
    documents: Vec<(DocumentRef, Rules)>,
}

impl Rules {
    /// The rules of these rulings, the earliest first, and of a list, which counts before them. Of two that contradict
    /// each other the later counts.
    pub fn new<'a>(rulings: impl IntoIterator<Item = &'a Ruling>, list: &[PersonalName]) -> Self {
        let mut rules = Self::default();
        for ruling in rulings {
            let rule = rules.in_texts(&ruling.rule);
            match (&ruling.document, &ruling.anchor) {
                (None, _) => rules.take(&rule),
                (Some(document), None) => {
                    rules.in_document(document).take(&rule);
                    if let Some((key, told)) = told_apart(document, &rule) {
                        rules.lone.insert((key.0, folded(&told[1])));
                        rules.in_document(document).own.insert(key, told);
                    }
                }
                (Some(document), Some(anchor)) => {
                    let Some(told) = Told::new(document, anchor, &rule) else { continue };
                    if let Whose::Other(name) = &told.whose {
                        rules.lone.insert((told.kind, folded(name)));
                    }
                    let mentions = &mut rules.in_document(document).mentions;
                    mentions.retain(|before| !before.is_at(anchor));
                    mentions.push(told);
                }
            }
        }
        rules.with_list(list)
    }

    /// The rules of a document, made where there are none yet.
    fn in_document(&mut self, document: &DocumentRef) -> &mut Self {
        // A ruling that was made before the file changed holds in it still.
        let is =
            |(known, _): &(DocumentRef, Self)| known.hash == document.hash || known.path == document.path;
        let at = self.documents.iter().position(is);
        let at = at.unwrap_or_else(|| {
            self.documents.push((document.clone(), Self::default()));
            self.documents.len() - 1
        });
        &mut self.documents[at].1
    }

    /// What holds only in the document at that path with that content; where its content has changed it is known by its
    /// path.
    pub(crate) fn of_document(&self, path: &Path, hash: &ContentHash) -> Option<&Self> {
        if self.documents.is_empty() {
            return None;
        }
        let path = path_to_text(path);
        let by_content = self.documents.iter().find(|(known, _)| known.hash == *hash);
        by_content
            .or_else(|| self.documents.iter().find(|(known, _)| known.path == path))
            .map(|(_, rules)| rules)
    }

    /// What holds in one document: all that holds in the collection, and what was ruled of it alone.
    #[must_use]
    pub fn within(&self, path: &Path, hash: &ContentHash) -> Self {
        let mut all = self.clone();
        if let Some(own) = self.of_document(path, hash) {
            own.kinds.iter().for_each(|((kind, name), to)| all.turn(*kind, name, *to));
            all.rejected.extend(own.rejected.iter().cloned());
            // Where the collection says the contrary the document counts.
            all.same = all.same.difference(&own.apart).chain(&own.same).cloned().collect();
            all.apart = all.apart.difference(&own.same).chain(&own.apart).cloned().collect();
            all.mentions.extend(own.mentions.iter().cloned());
            all.own.clone_from(&own.own);
        }
        all.documents.clear();
        all
    }

    /// Whether anything says which names are one's and which aren't.
    pub(super) fn groups_names(&self) -> bool {
        !self.same.is_empty() || !self.apart.is_empty()
    }

    /// Whether a name, as it is written, is of somebody of whom nothing else is known.
    pub(super) fn is_lone(&self, kind: Kind, name: &str) -> bool {
        !self.lone.is_empty() && self.lone.contains(&(kind, folded(name)))
    }

    /// The same with a list, which counts before all of it.
    #[must_use]
    pub fn with_list(mut self, list: &[PersonalName]) -> Self {
        list.iter().for_each(|listed| self.list(listed));
        self
    }

    /// These rules, the earliest first.
    #[cfg(test)]
    pub(super) fn of<'a>(all: impl IntoIterator<Item = &'a Rule>) -> Self {
        let mut rules = Self::default();
        all.into_iter().for_each(|rule| rules.take(rule));
        rules
    }

    fn take(&mut self, rule: &Rule) {
        // A kind that only a newer version knows rules nothing here.
        match rule {
            Rule::Same { kind, names: [one, other] } => {
                named_kind(kind).into_iter().for_each(|kind| self.unite(kind, one, other));
            }
            Rule::Apart { kind, names: [one, other] } => {
                named_kind(kind).into_iter().for_each(|kind| self.part(kind, one, other));
            }
            Rule::Rename { kind, name, to } => {
                if let Some(kind) = named_kind(kind) {
                    self.renamed.retain(|(other, _), known| *other != kind || known != name);
                    self.renamed.insert((kind, folded(to)), name.clone());
                    self.shown.insert((kind, folded(name)), to.clone());
                }
            }
            Rule::Kind { kind, name, to } => {
                if let (Some(kind), Some(to)) = (named_kind(kind), named_kind(to)) {
                    self.turn(kind, &folded(name), to);
                }
            }
            Rule::Reject { kind, name } => {
                if let Some(kind) = named_kind(kind) {
                    self.rejected.insert((kind, folded(name)));
                }
            }
        }
    }

    /// The same rule of the names that texts have, where it says names that the person gave.
    fn in_texts(&self, rule: &Rule) -> Rule {
        let mut rule = rule.clone();
        let (kind, names) = match &mut rule {
            Rule::Same { kind, names } | Rule::Apart { kind, names } => (kind, names.as_mut_slice()),
            Rule::Rename { kind, name, .. } | Rule::Kind { kind, name, .. } | Rule::Reject { kind, name } => {
                (kind, std::slice::from_mut(name))
            }
        };
        if let Some(kind) = named_kind(kind).filter(|_| !self.renamed.is_empty()) {
            for name in names {
                if let Some(own) = self.renamed.get(&(kind, folded(name))) {
                    name.clone_from(own);
                }
            }
        }
        rule
    }

    /// Has a folded name that was taken for one of `kind`, by the texts or by an earlier rule, be one of `to`.
    fn turn(&mut self, kind: Kind, name: &str, to: Kind) {
        let before: Vec<Kind> = Kind::ALL
            .into_iter()
            .filter(|other| *other == kind || self.kinds.get(&(*other, name.to_owned())) == Some(&kind))
            .collect();
        for other in before {
            self.rejected.remove(&(other, name.to_owned()));
            if other == to {
                self.kinds.remove(&(other, name.to_owned()));
            } else {
                self.kinds.insert((other, name.to_owned()), to);
            }
        }
        self.rejected.remove(&(to, name.to_owned()));
    }

    fn list(&mut self, listed: &PersonalName) {
        let (kind, name) = (listed.kind, folded(&listed.name));
        for alias in listed.aliases.iter().chain([&listed.name]) {
            let alias = folded(alias);
            for other in Kind::ALL.into_iter().filter(|other| other.is_name()) {
                self.rejected.remove(&(other, alias.clone()));
                // What the list calls a person is one, whatever it was taken for.
                if other != kind {
                    self.kinds.insert((other, alias.clone()), kind);
                }
            }
            self.kinds.remove(&(kind, alias));
        }
        listed.aliases.iter().for_each(|alias| self.unite(kind, &listed.name, alias));
        listed.not.iter().for_each(|other| self.part(kind, &listed.name, other));
        for alias in listed.aliases.iter().chain([&listed.name]) {
            self.shown.insert((kind, folded(alias)), listed.name.clone());
        }
        if !listed.description.is_empty() {
            self.described.insert((kind, name), listed.description.clone());
        }
    }

    fn unite(&mut self, kind: Kind, one: &str, other: &str) {
        if let Some(pair) = pair(kind, one, other) {
            self.apart.remove(&pair);
            self.same.insert(pair);
        }
    }

    fn part(&mut self, kind: Kind, one: &str, other: &str) {
        if let Some(pair) = pair(kind, one, other) {
            self.same.remove(&pair);
            self.apart.insert(pair);
        }
    }

    /// Whether nothing was ruled.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A number that differs where the rules do.
    pub fn key(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }

    /// Folded names of a kind that are one's: each with the number of whoever has it, as far as anything was ruled of it.
    pub(super) fn same(&self, kind: Kind) -> HashMap<&str, usize> {
        let mut owner: HashMap<&str, usize> = HashMap::new();
        let mut owned: Vec<Vec<&str>> = Vec::new();
        for (one, other) in of_kind(&self.same, kind) {
            let mut number = |name| {
                *owner.entry(name).or_insert_with(|| {
                    owned.push(vec![name]);
                    owned.len() - 1
                })
            };
            let (mut small, mut large) = (number(one), number(other));
            let size = |number: usize| owned.get(number).map_or(0, Vec::len);
            if small == large {
                continue;
            }
            if size(small) > size(large) {
                std::mem::swap(&mut small, &mut large);
            }
            let moved = owned.get_mut(small).map(std::mem::take).unwrap_or_default();
            for name in &moved {
                owner.insert(name, large);
            }
            owned.get_mut(large).into_iter().for_each(|all| all.extend(&moved));
        }
        owner
    }

    /// Pairs of folded names of a kind that are two's.
    pub(super) fn apart(&self, kind: Kind) -> impl Iterator<Item = (&str, &str)> {
        of_kind(&self.apart, kind)
    }

    /// Whether two names of a kind, as they are written, were told apart.
    pub(super) fn are_apart(&self, kind: Kind, one: &str, other: &str) -> bool {
        !self.apart.is_empty() && pair(kind, one, other).is_some_and(|pair| self.apart.contains(&pair))
    }

    /// The name of whoever has this one, as it is written, in the document, if it was told from another there.
    pub(super) fn own(&self, kind: Kind, name: &str) -> Option<&str> {
        if self.own.is_empty() {
            return None;
        }
        let [other, own] = self.own.get(&(kind, folded(name)))?;
        self.are_apart(kind, other, name).then_some(own)
    }

    /// How whoever has this name, as it is written, is shown.
    pub(super) fn shown(&self, kind: Kind, name: &str) -> Option<&str> {
        if self.shown.is_empty() {
            return None;
        }
        self.shown.get(&(kind, folded(name))).map(String::as_str)
    }

    /// What the list says of whoever is shown by this name.
    pub(super) fn described(&self, kind: Kind, name: &str) -> Option<&str> {
        self.described.get(&(kind, folded(name))).map(String::as_str)
    }

    /// What a name, as it is written, that was taken for one of `kind` is; `None` where it is no name.
    pub(super) fn kind(&self, kind: Kind, name: &str) -> Option<Kind> {
        if self.rejected.is_empty() && self.kinds.is_empty() {
            return Some(kind);
        }
        let name = (kind, folded(name));
        if self.rejected.contains(&name) {
            return None;
        }
        let now = self.kinds.get(&name).copied().unwrap_or(kind);
        (!self.rejected.contains(&(now, name.1))).then_some(now)
    }
}

/// Whom a rule tells from another in a document, by the name that stands there: from whom, and the name that they get, as
/// the collection would take them for that other one again.
fn told_apart(document: &DocumentRef, rule: &Rule) -> Option<(Name, [String; 2])> {
    let Rule::Apart { kind, names: [other, form] } = rule else { return None };
    Some(((named_kind(kind)?, folded(form)), [other.clone(), own_name(form, &document.title)]))
}

/// Two names as a pair; none where they are one when folded, of which nothing can be ruled.
fn pair(kind: Kind, one: &str, other: &str) -> Option<Pair> {
    let (one, other) = (folded(one), folded(other));
    match one.cmp(&other) {
        std::cmp::Ordering::Less => Some((kind, one, other)),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some((kind, other, one)),
    }
}

fn of_kind(pairs: &BTreeSet<Pair>, kind: Kind) -> impl Iterator<Item = (&str, &str)> {
    pairs.iter().filter(move |pair| pair.0 == kind).map(|(_, one, other)| (one.as_str(), other.as_str()))
}
