//! Why a name is taken for the same as another, in words.

use std::collections::{HashMap, HashSet};

use super::blocks::sort;
use super::groups::Group;
use super::sounding::sounds;
use super::table::Names;
use crate::index::DocumentSet;
use crate::name::{Verdict, compare, fold, is_abbreviation};
use crate::tag::Kind;

/// The most clusters that are looked at for one explanation.
const LOOKED_AT: usize = 512;

/// How likely a surname means the only one who has it, at least, in hundredths.
const ALONE: u8 = 75;

/// A reason, and how likely it makes it, in hundredths.
pub(super) struct Why {
    pub(super) reason: String,
    pub(super) confidence: u8,
}

impl Why {
    fn new(confidence: u8, reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), confidence }
    }
}

/// Why the names of a group are taken for one's.
pub(super) struct Reasons<'a> {
    names: &'a Names,
    group: Group,
    kind: Kind,
    preferred: u32,
    /// The folded names of which the person said that another one of the group is the same one's.
    said: HashSet<String>,
}

impl<'a> Reasons<'a> {
    /// For the names `forms` of a group whose preferred name is `preferred`.
    pub(super) fn of(
        names: &'a Names,
        (group, kind, preferred): (Group, Kind, u32),
        forms: impl Iterator<Item = u32>,
    ) -> Self {
        let same = names.rules.same(kind);
        let mut said_of: HashMap<usize, HashSet<String>> = HashMap::new();
        for form in forms.filter(|_| !same.is_empty()) {
            let folded = fold::folded(names.strings.text(form));
            if let Some(&owner) = same.get(&*folded) {
                said_of.entry(owner).or_default().insert(folded);
            }
        }
        let said = said_of.into_values().filter(|folded| folded.len() > 1).flatten().collect();
        Self { names, group, kind, preferred, said }
    }

    /// Why `form` is taken for the same as the preferred name.
    pub(super) fn why(&self, form: u32) -> Why {
        let is_said = || self.said.contains(&fold::folded(self.names.strings.text(form)));
        if form == self.preferred {
            Why::new(99, "")
        } else if !self.said.is_empty() && is_said() {
            Why::new(99, "you said so")
        } else {
            unsaid(self.names, self.group, self.kind, form, self.preferred)
        }
    }
}

/// What the names and the documents say of why `form` is taken for the same as `preferred`.
fn unsaid(names: &Names, group: Group, kind: Kind, form: u32, preferred: u32) -> Why {
    let (one, other) = (names.strings.text(form), names.strings.text(preferred));
    let judged = compare(Some(sort(kind)), one, other);
    // What stands for several, as a surname does, is told by the documents.
    let short = kind == Kind::Person && fold::words(one).len() < 2 || is_abbreviation(one);
    match judged.verdict {
        Verdict::Same if !short || judged.confidence >= 95 => {
            let seen = never_with_another(names, group, kind, other);
            Why::new(
                judged.confidence,
                [Some(judged.reason.into_owned()), seen].into_iter().flatten().collect::<Vec<_>>().join("; "),
            )
        }
        Verdict::Same => {
            let beside = beside(names, (group, kind), form, other);
            // That two have one surname says nothing where several have it.
            let sure = if beside.confidence < ALONE {
                beside.confidence
            } else {
                judged.confidence.max(beside.confidence)
            };
            Why::new(sure, format!("{}; {}", judged.reason, beside.reason))
        }
        _ => nominative(names, (group, kind), form, other)
            .unwrap_or_else(|| beside(names, (group, kind), form, other)),
    }
}

/// Why a name is taken for the same that is only written in another case, as "Дмитрием Медведевым": what its nominative says.
fn nominative(names: &Names, (group, kind): (Group, Kind), form: u32, preferred: &str) -> Option<Why> {
    let written = names.strings.text(form);
    names.with_words(&fold::words(written)).into_iter().find_map(|number| {
        let cluster = names.cluster(number).filter(|_| names.groups.of(number) == Some(group))?;
        if cluster.name == form || !cluster.forms().any(|own| own == form) {
            return None;
        }
        let full = names.strings.text(cluster.name);
        // Of a surname alone the fullest name of its document is no nominative.
        if fold::words(full).len() != fold::words(written).len() {
            return None;
        }
        let judged = compare(Some(sort(kind)), full, preferred);
        (judged.verdict == Verdict::Same)
            .then(|| Why::new(judged.confidence, format!("a form of “{full}”: {}", judged.reason)))
    })
}

/// Whether a folded name has a word of another, as its surname, if in other letters.
fn shares_a_word(folded: &str, preferred: &str) -> bool {
    let words = sounds(&fold::words(preferred));
    sounds(&fold::words(folded)).iter().any(|word| words.contains(word))
}

/// That nobody else in the collection has a person's surname, and in how many documents it is.
fn never_with_another(names: &Names, group: Group, kind: Kind, name: &str) -> Option<String> {
    let words = fold::words(name);
    let surname = words.last().filter(|_| kind == Kind::Person && words.len() > 1)?;
    let clusters = names.candidates(std::slice::from_ref(surname), LOOKED_AT);
    let mut own = Vec::new();
    for number in clusters {
        // A body may have the surname, and so may somebody whose documents are gone: neither says anything of it.
        let cluster = names.cluster(number).filter(|cluster| cluster.kind == kind && names.count(number) > 0);
        let Some(cluster) = cluster else { continue };
        let is = |name: u32| fold::words(names.strings.text(name)).last() == Some(surname);
        if !names.names_of(&cluster).any(is) {
            continue;
        }
        if names.groups.of(number) != Some(group) {
            return None;
        }
        own.push(number);
    }
    let documents = names.documents_with(&own);
    let plural = if documents == 1 { "" } else { "s" };
    (documents > 0).then(|| format!("never seen with another given name in {documents} document{plural}"))
}

/// Why a name is taken for the same that doesn't say it: what documents have beside it.
fn beside(names: &Names, (group, kind): (Group, Kind), form: u32, preferred: &str) -> Why {
    // In how many documents it stands beside another name of this one, and of another one.
    let (mut own, mut others) = (Vec::new(), Vec::new());
    let folded = fold::folded(names.strings.text(form));
    for number in names.with_words(&folded.split(' ').map(str::to_owned).collect::<Vec<_>>()) {
        let Some(cluster) = names.cluster(number) else { continue };
        if !names.names_of(&cluster).any(|name| fold::folded(names.strings.text(name)) == folded) {
            continue;
        }
        match names.groups.of(number) {
            _ if names.names_of(&cluster).count() == 1 => {}
            Some(of) if of == group => own.push(number),
            _ => others.push(number),
        }
    }
    let (own, others) = (names.set_of(&own), names.documents_with(&others));
    let all = own.len() as u32;
    match (all, others) {
        // A surname of one whom the person made one with somebody of another surname, or a body's name with another's.
        (0, _) if !shares_a_word(&folded, preferred) => match names.rules.same(kind).is_empty() {
            true => Why::new(ALONE, "documents take the two for one"),
            false => Why::new(95, "you made one of those who are called so"),
        },
        (0, _) => Why::new(ALONE, format!("{preferred} is the only one with that surname")),
        (_, 0) => match if kind == Kind::Person { crowded(names, group, &folded, &own) } else { 0 } {
            0 if all == 1 => Why::new(92, "1 document has both"),
            0 => Why::new(95, format!("{all} documents have both")),
            crowded => among_others(all, crowded),
        },
        (_, others) => {
            let with_both = all;
            let all = with_both + others;
            let confidence = (with_both * 95 / all) as u8;
            let reason = format!(
                "stands for this one in {with_both} of {all} documents that have a full name beside it"
            );
            Why::new(confidence, reason)
        }
    }
}

/// In how many of these documents somebody else with that surname is named in full, so that the surname alone is only taken
/// for the nearest of them.
fn crowded(names: &Names, group: Group, surname: &str, documents: &DocumentSet) -> u32 {
    let is_another = |number: &u32| {
        let cluster = names.cluster(*number).filter(|cluster| cluster.kind == Kind::Person);
        let has = |name: u32| {
            let words = fold::words(names.strings.text(name));
            words.len() > 1 && words.iter().any(|word| word == surname)
        };
        cluster.is_some_and(|cluster| {
            names.groups.of(*number) != Some(group) && names.names_of(&cluster).any(has)
        })
    };
    let mut others = names.candidates(&[surname.to_owned()], LOOKED_AT);
    others.retain(is_another);
    let others = names.set_of(&others);
    documents.iter().filter(|id| others.contains(*id)).count() as u32
}

/// Why a surname is taken for one of several who are in the same documents: `crowded` of `all`.
fn among_others(all: u32, crowded: u32) -> Why {
    let confidence = (((all - crowded) * 95 + crowded * 50) / all) as u8;
    let plural = if all == 1 { "" } else { "s" };
    Why::new(
        confidence,
        if all == crowded {
            format!("the nearest of several with that surname in {all} document{plural}")
        } else {
            format!("{all} documents have both, {crowded} of them others with that surname too")
        },
    )
}
