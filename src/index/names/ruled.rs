//! The clusters of a log as the person's rules have them: names that are none left out, others of another kind, and
//! names that mustn't be one in clusters of their own. The table knows only these.

use std::fs::File;

use super::arena::Arena;
use super::cluster::{Cluster, write};
use super::decode;
use super::news::{Entry, News, Place};
use super::record::{Named, Record};
use super::rules::Rules;
use crate::index::packed::{Packed, Unpacked};
use crate::tag::Kind;

/// A part of what a document took for one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    kind: Kind,
    /// The place of its name among the names used; none for the name of the whole.
    name: Option<usize>,
    /// The places of the names used.
    forms: Vec<usize>,
}

/// What the rules make of names that a document took for one: of `name`, and of the names used.
fn parts(rules: &Rules, kind: Kind, name: &str, forms: &[&str]) -> Vec<Part> {
    let mut parts: Vec<Part> =
        rules.kind(kind, name).map(|kind| Part { kind, name: None, forms: Vec::new() }).into_iter().collect();
    for (place, form) in forms.iter().enumerate() {
        let Some(kind) = rules.kind(kind, form) else { continue };
        let fits = |part: &&mut Part| {
            part.kind == kind
                && (part.name.is_some() || !rules.are_apart(kind, name, form))
                && part
                    .forms
                    .iter()
                    .all(|&other| forms.get(other).is_none_or(|other| !rules.are_apart(kind, other, form)))
        };
        match parts.iter_mut().find(fits) {
            Some(part) => part.forms.push(place),
            None => parts.push(Part { kind, name: Some(place), forms: vec![place] }),
        }
    }
    // A name that isn't used in the document and that nothing is left of is nobody's.
    if !forms.is_empty() {
        parts.retain(|part| !part.forms.is_empty());
    }
    parts
}

/// Clusters as the rules have them.
#[derive(Clone, Debug, Default)]
pub(super) struct Ruled {
    /// The clusters of the log.
    pub(super) raw: Arena,
    /// For each of them the number of the first of its parts; the next one's is the end.
    starts: Vec<u32>,
    /// Those of them, in order, some names of which aren't in the first part.
    cut: Vec<u32>,
}

impl Ruled {
    /// What the table is told instead of what the log tells. `strings` are all names, those of the news too. Where there is
    /// no file with the records, the parts of a cluster share its mentions evenly.
    pub(super) fn take(&mut self, rules: &Rules, news: News, strings: &Arena, file: Option<&File>) -> News {
        let mut clusters = Arena::default();
        let mut next = self.starts.pop().unwrap_or(0);
        for (bytes, raw) in news.clusters.iter().zip(self.raw.len()..) {
            self.starts.push(next);
            let Some(cluster) = Cluster::read(bytes).filter(|cluster| cluster.kind.is_name()) else {
                clusters.push(bytes);
                next += 1;
                continue;
            };
            let numbers: Vec<u32> = cluster.forms().collect();
            let forms: Vec<&str> = numbers.iter().map(|&form| strings.text(form)).collect();
            let parts = parts(rules, cluster.kind, strings.text(cluster.name), &forms);
            if parts.first().is_none_or(|first| first.forms.len() < forms.len()) {
                self.cut.push(raw);
            }
            for part in parts {
                let name = part.name.and_then(|place| numbers.get(place)).unwrap_or(&cluster.name);
                let forms: Vec<u32> =
                    part.forms.iter().filter_map(|&place| numbers.get(place).copied()).collect();
                clusters.push(&write(part.kind, *name, &forms));
                next += 1;
            }
        }
        self.starts.push(next);
        self.raw.append(&news.clusters);
        let mut entries = Vec::with_capacity(news.entries.len());
        let filed = news.filed.iter().map(|filed| {
            let mut filed = *filed;
            if let Some(place) = &mut filed.record {
                let first = entries.len() as u32;
                let mut counted: Vec<(u32, u32)> = Vec::new();
                for entry in news.entries(place) {
                    let (cluster, mentions) = (entry.cluster(), entry.mentions());
                    if entry.is_more()
                        && let Some((_, all)) = counted.iter_mut().find(|(known, _)| *known == cluster)
                    {
                        *all += mentions;
                    } else {
                        counted.push((cluster, mentions));
                    }
                }
                // How often each of several parts is named only the record says.
                let is_cut = |&(cluster, _): &(u32, u32)| self.cut.binary_search(&cluster).is_ok();
                let exact = file
                    .filter(|_| counted.iter().any(is_cut))
                    .and_then(|file| self.mentions(rules, place, strings, file))
                    .unwrap_or_default();
                let parts = counted.into_iter().flat_map(|(cluster, mentions)| {
                    let numbers = self.parts_of(cluster);
                    let each = mentions.div_ceil(numbers.len().max(1) as u32);
                    numbers.map(move |number| (number, each))
                });
                // A record has its names in the order of the entries, which have pairs behind them.
                let known = exact.into_iter().map(Some).chain(std::iter::repeat(None));
                let counted = parts.zip(known).map(|((number, each), known)| (number, known.unwrap_or(each)));
                Entry::push_all(counted, &mut entries);
                place.entries = (first, entries.len() as u32);
            }
            filed
        });
        let filed = filed.collect();
        News { clusters, filed, entries, ..news }
    }

    /// How often the record there mentions each of those it names; `None` where it can't be read.
    fn mentions(&self, rules: &Rules, place: &Place, strings: &Arena, file: &File) -> Option<Vec<u32>> {
        let record = decode::record_at(file, place.at, place.length, strings, &self.raw).ok()?;
        let record = revised(rules, record);
        let mut mentions = vec![0; record.named.len()];
        for said in &record.said {
            *mentions.get_mut(said.named as usize)? += 1;
        }
        Some(mentions)
    }

    /// Writes it down.
    pub(super) fn pack(&self, packed: &mut Packed) {
        self.raw.pack(packed);
        packed.u32s(&self.starts);
        packed.u32s(&self.cut);
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        Some(Self { raw: Arena::unpack(packed)?, starts: packed.u32s()?, cut: packed.u32s()? })
    }

    /// The numbers of the parts of a cluster.
    fn parts_of(&self, cluster: u32) -> std::ops::Range<u32> {
        let at = |number: u32| self.starts.get(number as usize).copied().unwrap_or(0);
        at(cluster)..at(cluster + 1)
    }
}

/// A record of the log as the rules have it: what it names in the order of the entries that [`Ruled::take`] makes.
pub(super) fn revised(rules: &Rules, record: Record) -> Record {
    // For each name of the log and each of its forms whose it is now and its place there.
    let mut moved: Vec<Vec<Option<(u32, u32)>>> = Vec::with_capacity(record.named.len());
    let mut named: Vec<Named> = Vec::with_capacity(record.named.len());
    for old in record.named {
        let mut places = vec![None; old.forms.len()];
        if !old.kind.is_name() {
            places.iter_mut().zip(0..).for_each(|(place, form)| *place = Some((named.len() as u32, form)));
            moved.push(places);
            named.push(old);
            continue;
        }
        let forms: Vec<&str> = old.forms.iter().map(String::as_str).collect();
        for (number, part) in parts(rules, old.kind, &old.name, &forms).into_iter().enumerate() {
            for (&form, at) in part.forms.iter().zip(0..) {
                if let Some(place) = places.get_mut(form) {
                    *place = Some((named.len() as u32, at));
                }
            }
            let name = part.name.and_then(|place| old.forms.get(place)).unwrap_or(&old.name).clone();
            let forms = part.forms.iter().filter_map(|&form| old.forms.get(form).cloned()).collect();
            // What was said of them all was said of the first.
            let roles = if number == 0 { old.roles.clone() } else { Vec::new() };
            named.push(Named { kind: part.kind, name, forms, roles });
        }
        moved.push(places);
    }
    let mut said = record.said;
    said.retain_mut(|said| {
        let place = moved.get(said.named as usize).and_then(|places| *places.get(said.form as usize)?);
        place.is_some_and(|place| {
            (said.named, said.form) = place;
            true
        })
    });
    // Of several parts the first, which keeps the name.
    let now = |old: u32| moved.get(old as usize)?.iter().flatten().map(|place| place.0).min();
    let pairs = record.apart.iter().filter_map(|&(one, other)| now(one).zip(now(other)));
    let apart = pairs.filter(|(one, other)| one != other).collect();
    Record { named, said, apart, ..record }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::names::PersonalName;
    use crate::note::Rule;

    fn rules(rules: &[Rule]) -> Rules {
        Rules::of(rules.iter())
    }

    fn person(names: [&str; 2]) -> (String, [String; 2]) {
        ("person".to_owned(), names.map(str::to_owned))
    }

    #[test]
    fn names_that_arent_one_go_apart_and_rejected_ones_go() {
        let (kind, names) = person(["Alexander Lukashenko", "Lukashenko"]);
        let apart =
            rules(&[Rule::Apart { kind: kind.clone(), names }, Rule::Reject { kind, name: "Batka".into() }]);
        let found = parts(
            &apart,
            Kind::Person,
            "Alexander Lukashenko",
            &["Alexander Lukashenko", "LUKASHENKO", "Batka"],
        );
        let forms: Vec<_> = found.iter().map(|part| part.forms.clone()).collect();
        assert_eq!(forms, [vec![0], vec![1]]);
        assert_eq!(parts(&Rules::default(), Kind::Person, "a", &["a", "b"]).len(), 1);
    }

    #[test]
    fn what_the_list_calls_a_place_is_one() {
        let list = [PersonalName {
            name: "Paris".into(),
            kind: Kind::Place,
            aliases: Vec::new(),
            not: Vec::new(),
            description: String::new(),
        }];
        let rules = Rules::new([], &list);
        let found = parts(&rules, Kind::Person, "Paris", &["Paris"]);
        assert_eq!(found, [Part { kind: Kind::Place, name: None, forms: vec![0] }]);
    }
}
