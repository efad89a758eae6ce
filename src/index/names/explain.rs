//! Why a name is taken for the same as another, in words.

use super::body::{self, Body};
use super::groups::Group;
use super::person::{Full, Person};
use super::table::Names;
use super::transliterate;
use crate::name::fold;
use crate::tag::Kind;

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

/// Why `form` is taken for the same as `preferred`, the preferred name of a group.
pub(super) fn why(names: &Names, group: Group, kind: Kind, form: u32, preferred: u32) -> Why {
    let (one, other) = (names.strings.text(form), names.strings.text(preferred));
    if form == preferred {
        return Why::new(99, "");
    }
    if fold::folded(one) == fold::folded(other) {
        return Why::new(99, "the same letters but for case, accents and signs");
    }
    let named = match kind {
        Kind::Person => person(one, other),
        _ => body(one, other),
    };
    named.unwrap_or_else(|| beside(names, group, form, other))
}

/// Why two names are one person's, where they say it themselves.
fn person(one: &str, other: &str) -> Option<Why> {
    let (Person::Full(a), Person::Full(b)) = (Person::read(one), Person::read(other)) else { return None };
    let mut reasons = Vec::new();
    let mut confidence = 97;
    if a.surname == b.surname {
        reasons.push("the same surname".to_owned());
    } else if (a.is_slavic() || b.is_slavic())
        && transliterate::key(&a.surname) == transliterate::key(&b.surname)
    {
        reasons.push("the same surname after transliteration".to_owned());
        confidence -= 3;
    } else {
        return None;
    }
    if a.given == b.given {
        reasons.push("the same given name".to_owned());
    } else if same_given(&a, &b) {
        let first = |name: &str| name.split_whitespace().next().unwrap_or(name).to_owned();
        reasons.push(format!("given name {} = {}", first(one), first(other)));
        confidence -= 2;
    } else {
        return None;
    }
    match (a.middle.is_empty(), b.middle.is_empty()) {
        (false, true) | (true, false) => {
            reasons.push("nobody else of that name has another middle name".to_owned());
            confidence -= 2;
        }
        (false, false) => reasons.push("middle names agree".to_owned()),
        (true, true) => {}
    }
    Some(Why::new(confidence, reasons.join("; ")))
}

fn same_given(a: &Full, b: &Full) -> bool {
    match (a.family(), b.family()) {
        (Some(a), Some(b)) => a.number == b.number,
        _ => transliterate::key(&a.given) == transliterate::key(&b.given),
    }
}

/// Why two names are one body's or place's, where they say it themselves.
fn body(one: &str, other: &str) -> Option<Why> {
    let (mut a, mut b) = (Body::read(one).words, Body::read(other).words);
    if a == b {
        let known = [one, other].iter().any(|name| body::stands_for(&fold::folded(name)).is_some());
        return Some(Why::new(97, if known { "known as another name of it" } else { "the same words" }));
    }
    a.sort_unstable();
    b.sort_unstable();
    (a == b).then(|| Why::new(95, "the same words in another order"))
}

/// Why a name is taken for the same that doesn't say it: what documents have beside it.
fn beside(names: &Names, group: Group, form: u32, preferred: &str) -> Why {
    // In how many documents it stands beside another name of this one, and of another one.
    let (mut own, mut others) = (0u32, 0u32);
    let folded = fold::folded(names.strings.text(form));
    for number in names.with_words(&folded.split(' ').map(str::to_owned).collect::<Vec<_>>()) {
        let Some(cluster) = names.cluster(number) else { continue };
        if !names.names_of(&cluster).any(|name| fold::folded(names.strings.text(name)) == folded) {
            continue;
        }
        let documents = names.count(number);
        match names.groups.of(number) {
            _ if names.names_of(&cluster).count() == 1 => {}
            Some(of) if of == group => own += documents,
            _ => others += documents,
        }
    }
    match (own, others) {
        (0, _) => Why::new(75, format!("{preferred} is the only one with that surname")),
        (_, 0) if own == 1 => Why::new(92, "1 document has both"),
        (_, 0) => Why::new(95, format!("{own} documents have both")),
        _ => {
            let all = own + others;
            let confidence = (own * 95 / all) as u8;
            let reason =
                format!("stands for this one in {own} of {all} documents that have a full name beside it");
            Why::new(confidence, reason)
        }
    }
}
