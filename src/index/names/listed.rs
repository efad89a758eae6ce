//! The cast of many documents: everybody and everything that they name, in columns, sorted and narrowed.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::groups::Group;
use super::table::Names;
use super::wanted::Wanted;
use super::who::{Found, Known};
use crate::corpus::{DocId, PartialDate, Spread};
use crate::index::DocumentSet;
use crate::index::text::words;
use crate::tag::Kind;

/// Documents between two questions whether to stop.
const OFTEN: usize = 1024;

/// The most parts of the time of a cast in which its lines are counted.
pub const PARTS: usize = 12;

/// Somebody or something in a cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    pub(super) group: Group,
    /// What it is.
    pub kind: Kind,
    /// In how many of the documents it is mentioned.
    pub documents: u32,
    /// How often.
    pub mentions: u32,
    /// The first date of a document that mentions it, where one has a date.
    pub first: Option<PartialDate>,
}

/// In what order a cast is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CastSort {
    /// Those in most documents first.
    #[default]
    Documents,
    /// Those mentioned most often first.
    Mentions,
    /// By their preferred names.
    Name,
    /// By the first date, unknown ones last.
    First,
}

impl CastSort {
    /// All of them, in the order in which one goes through them.
    pub const ALL: [Self; 4] = [Self::Documents, Self::Mentions, Self::Name, Self::First];

    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Mentions => "mentions",
            Self::Name => "name",
            Self::First => "first",
        }
    }
}

/// A cast. It goes with the table of names that it was made of.
#[derive(Clone, Debug, Default)]
pub struct CastTable {
    pub(super) names: Arc<Names>,
    /// The documents that it is of; all where there are none.
    pub(super) of: Option<DocumentSet>,
    /// Everybody and everything, in no order that means anything.
    pub lines: Vec<Listed>,
    /// Of how many documents it is.
    pub documents: usize,
    /// The time that its documents are of, in parts; none where no two of them have different dates.
    pub time: Option<Spread>,
    /// Those of one name and kind with another one, each with the other name that tells it apart once it was asked for: to work
    /// that out takes too long for each draw.
    alike: HashMap<Group, OnceLock<Option<String>>>,
    /// For each line the number of documents in each part of that time.
    uses: Vec<[u16; PARTS]>,
}

impl CastTable {
    /// The cast of these documents, of all where there are none given; `date` says when a document was published.
    /// `None` when `stop` said so before the end.
    pub fn new(
        names: Arc<Names>,
        documents: Option<&DocumentSet>,
        date: &dyn Fn(DocId) -> Option<PartialDate>,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let mut lines: Vec<Option<Listed>> = vec![None; names.len()];
        let ids: Vec<DocId> = match documents {
            Some(documents) => documents.iter().collect(),
            None => names.filed.iter().map(|(document, _)| document.id).collect(),
        };
        let dates = || ids.iter().filter_map(|&id| date(id));
        let range = dates().min().zip(dates().max()).filter(|(first, last)| first != last);
        let time = range.and_then(|(first, last)| Spread::of(first, last, PARTS));
        let mut uses: Vec<[u16; PARTS]> = vec![[0; PARTS]; if time.is_some() { names.len() } else { 0 }];
        let (mut own, mut count) = (Vec::new(), 0);
        for (number, &id) in ids.iter().enumerate() {
            if number % OFTEN == 0 && stop() {
                return None;
            }
            count += usize::from(names.filed.get(id).is_some());
            own.clear();
            names.groups_of(id, &mut own);
            let date = date(id);
            let part = date.and_then(|date| time?.part(date));
            for &(group, mentions) in &own {
                let Some((kind, _)) = names.groups.head(group) else { continue };
                let Some(line) = lines.get_mut(group as usize) else { continue };
                let line = line.get_or_insert(Listed { group, kind, documents: 0, mentions: 0, first: None });
                line.documents += 1;
                line.mentions = line.mentions.saturating_add(mentions);
                let used = part.and_then(|part| uses.get_mut(group as usize)?.get_mut(part));
                if let Some(used) = used {
                    *used = used.saturating_add(1);
                }
                line.first = match (line.first, date) {
                    (Some(one), Some(other)) => Some(one.min(other)),
                    (one, other) => one.or(other),
                };
            }
        }
        let mut is_listed = lines.iter().map(Option::is_some);
        uses.retain(|_| is_listed.next().unwrap_or(false));
        uses.shrink_to_fit();
        let lines: Vec<Listed> = lines.into_iter().flatten().collect();
        let alike = alike(&names, &lines);
        Some(Self { names, of: documents.cloned(), lines, documents: count, time, alike, uses })
    }

    /// The preferred name of a line as a list shows it: where another line has the same name and is of the same kind, with
    /// the one of its other names that most documents have.
    pub fn told(&self, line: &Listed) -> Cow<'_, str> {
        let name = self.name(line);
        let other = || self.known(line)?.forms.into_iter().map(|form| form.text).find(|text| text != name);
        match self.alike.get(&line.group).and_then(|told| told.get_or_init(other).as_ref()) {
            Some(other) => Cow::Owned(format!("{name} ({other})")),
            None => Cow::Borrowed(name),
        }
    }

    /// The preferred name of a line.
    pub fn name(&self, line: &Listed) -> &str {
        self.names.name(line.group)
    }

    /// How to ask for a line.
    pub fn wanted(&self, line: &Listed) -> Wanted {
        self.names.pointed_at(line.group, line.kind)
    }

    /// In how many documents of each part of [`Self::time`] a line is, by its number; what is dated less closely than a part is
    /// long isn't counted.
    pub fn over_time(&self, number: usize) -> Option<&[u16; PARTS]> {
        self.uses.get(number)
    }

    /// All that the collection knows of a line.
    pub fn known(&self, line: &Listed) -> Option<Known> {
        self.names.known(line.group, Found::Name)
    }

    /// The numbers of the lines of a kind, or of any, that have what was typed in one of their names: its words, the
    /// last one perhaps half typed; where nobody has, those that sound like it or differ in few letters. `None` when
    /// `stop` said so before the end.
    pub fn sifted(
        &self,
        typed: &str,
        kind: Option<Kind>,
        sort: CastSort,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> Option<Vec<u32>> {
        let wanted = words(typed);
        let of_kind = |line: &Listed| kind.is_none_or(|kind| kind == line.kind);
        let has = |line: &Listed| wanted.is_empty() || self.has(line, &wanted);
        let numbered = self.lines.par_iter().zip(0u32..self.lines.len() as u32);
        let found = numbered.filter(|(line, _)| of_kind(line) && !stop() && has(line));
        let mut found: Vec<u32> = found.map(|(_, number)| number).collect();
        if found.is_empty() && !wanted.is_empty() && !stop() {
            let like: HashSet<Group> = self.names.who(typed).into_iter().map(|known| known.group).collect();
            let lines = self.lines.iter().zip(0u32..);
            found.extend(
                lines
                    .filter(|(line, _)| of_kind(line) && like.contains(&line.group))
                    .map(|(_, number)| number),
            );
        }
        if stop() {
            return None;
        }
        found.par_sort_unstable_by(|one, other| self.order(*one, *other, sort));
        (!stop()).then_some(found)
    }

    /// Whether one of the names of a line has all of these words, as beginnings.
    fn has(&self, line: &Listed, wanted: &[String]) -> bool {
        let members = self.names.groups.members(line.group).iter();
        members.filter_map(|&number| Some((number, self.names.cluster(number)?))).any(|(number, cluster)| {
            self.names.called(number, &cluster).any(|name| {
                let own = words(name);
                wanted.iter().all(|word| own.iter().any(|own| own.starts_with(word.as_str())))
            })
        })
    }

    fn order(&self, one: u32, other: u32, sort: CastSort) -> Ordering {
        let (Some(a), Some(b)) = (self.lines.get(one as usize), self.lines.get(other as usize)) else {
            return one.cmp(&other);
        };
        let (documents, mentions) = (b.documents.cmp(&a.documents), b.mentions.cmp(&a.mentions));
        let by_name = || self.name(a).cmp(self.name(b)).then(a.kind.cmp(&b.kind)).then(one.cmp(&other));
        match sort {
            CastSort::Documents => documents.then(mentions).then_with(by_name),
            CastSort::Mentions => mentions.then(documents).then_with(by_name),
            CastSort::Name => by_name(),
            CastSort::First => {
                let unknown = a.first.is_none().cmp(&b.first.is_none());
                unknown.then(a.first.cmp(&b.first)).then(documents).then(mentions).then_with(by_name)
            }
        }
    }
}

/// Those of the lines that have one name and kind with another one.
fn alike(names: &Names, lines: &[Listed]) -> HashMap<Group, OnceLock<Option<String>>> {
    let mut first: HashMap<(Kind, &str), Group> = HashMap::with_capacity(lines.len());
    let mut alike = HashMap::new();
    for line in lines {
        let before = *first.entry((line.kind, names.name(line.group))).or_insert(line.group);
        if before != line.group {
            alike.extend([before, line.group].map(|group| (group, OnceLock::new())));
        }
    }
    alike
}
