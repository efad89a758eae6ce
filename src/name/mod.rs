//! How names are written: their parts, scripts and traditions, and whether two names are one's. Knows nothing of
//! documents; what a collection says besides is weighed by whoever groups its names.
//!
//! ```text
//! name as written ─▶ Name: what it may be (person, body, place) and is made of ─▶ compare ─▶ Judgement
//! ```

mod block;
mod body;
mod east;
pub mod fold;
mod given;
mod judgement;
mod people;
mod person;
mod place;
mod script;
mod sound;
mod sounds;
mod surname;
mod table;
mod tradition;
mod word;

pub use block::Key;
pub use body::is_abbreviation;
pub use given::{GivenName, given_name, letter as letter_bit};
pub use judgement::{Judgement, Verdict};

use std::collections::HashSet;

use rayon::prelude::*;

use body::Body;
use person::Person;
use place::Place;

/// What a name may be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A person.
    Person,
    /// A state's body, an alliance, a firm, a medium.
    Body,
    /// A country, a town, a river.
    Place,
}

/// The longest name in bytes that is looked at; what is longer is no name.
const LONGEST: usize = 400;

/// A name, read once to be compared with several.
#[derive(Clone, Debug)]
pub struct Name {
    sort: Option<Sort>,
    /// The letters by which names are equal.
    folded: Box<str>,
    person: Option<Box<Person>>,
    body: Option<Box<Body>>,
    place: Option<Box<Place>>,
}

impl Name {
    /// Reads a name as it is written; without a sort it is taken for whatever it may be.
    pub fn read(sort: Option<Sort>, name: &str) -> Self {
        let name = if name.len() > LONGEST { "" } else { name };
        let is = |wanted: Sort| sort.is_none_or(|sort| sort == wanted);
        let body = is(Sort::Body).then(|| Box::new(Body::read(name)));
        let place = is(Sort::Place).then(|| Box::new(Place::read(name)));
        let person = is(Sort::Person).then(|| Box::new(Person::read(name)));
        Self { sort, folded: fold::folded(name).into(), person, body, place }
    }

    /// Reads many names of a sort at once. They keep the words that several have only once.
    pub fn read_all<'a>(sort: Sort, names: &[u32], text: impl Fn(u32) -> &'a str + Sync) -> Vec<Self> {
        let mut words = HashSet::new();
        let mut all = Vec::with_capacity(names.len());
        for names in names.chunks(1 << 14) {
            let read = names.par_iter().map(|&name| Self::read(Some(sort), text(name)));
            let mut read: Vec<Self> = read.collect();
            let people = read.iter_mut().filter_map(|name| name.person.as_deref_mut());
            people.for_each(|person| person.share(&mut words));
            all.append(&mut read);
        }
        all
    }

    /// What it is, as far as it says so itself.
    fn told(&self) -> Option<Sort> {
        if self.sort.is_some() {
            return self.sort;
        }
        let person = self.person.as_deref();
        let (body, place) = (self.body.as_deref(), self.place.as_deref());
        let given = person.is_some_and(|person| {
            person.words.len() > 1 && person.words.iter().any(|word| given::is_known(&word.plain))
        });
        if body.is_some_and(|body| {
            body.is_told()
                && !(given
                    && !body.has_form()
                    && person.is_some_and(|person| person.words.len() < 3 && body.words_are_few()))
        }) {
            return Some(Sort::Body);
        }
        if place.is_some_and(Place::is_known) {
            return Some(Sort::Place);
        }
        if person.is_some_and(|person| person.titled) || given {
            return Some(Sort::Person);
        }
        None
    }
}

/// Whether two names are one's. Without a sort it is guessed from the names.
///
/// ```
/// use ibid::name::{Verdict, compare};
///
/// assert_eq!(compare(None, "Alyaksandr Lukashenka", "LUKASHENKO, Alexander").verdict, Verdict::Same);
/// assert_eq!(compare(None, "Viktor Lukashenko", "Alexander Lukashenko").verdict, Verdict::Different);
/// ```
pub fn compare(sort: Option<Sort>, one: &str, other: &str) -> Judgement {
    compare_read(&Name::read(sort, one), &Name::read(sort, other))
}

/// The same for names that were read.
pub fn compare_read(one: &Name, other: &Name) -> Judgement {
    if one.folded.is_empty() || other.folded.is_empty() {
        return Judgement::different(50, "no name");
    }
    if one.folded == other.folded {
        return Judgement::same(99, "the same letters but for case, accents and signs");
    }
    let sorts = (one.told(), other.told());
    let sure = one.sort.is_some();
    let as_people = || {
        let people = one.person.as_deref().zip(other.person.as_deref());
        compared(people, |one, other| people::compare(one, other, sure))
    };
    let as_bodies = || compared(one.body.as_deref().zip(other.body.as_deref()), body::compare);
    let as_places = || compared(one.place.as_deref().zip(other.place.as_deref()), place::compare);
    match sorts {
        (Some(Sort::Person), Some(Sort::Person)) => as_people(),
        (Some(Sort::Body), Some(Sort::Body)) => as_bodies(),
        (Some(Sort::Place), Some(Sort::Place)) => as_places(),
        (Some(Sort::Person), Some(Sort::Place)) | (Some(Sort::Place), Some(Sort::Person)) => {
            let people = as_people();
            if people.is_same() { people } else { Judgement::different(90, "a person and a place") }
        }
        (Some(Sort::Person), Some(Sort::Body)) | (Some(Sort::Body), Some(Sort::Person)) => {
            best([as_bodies(), as_people().at_most_possible("one of them may be a body")])
        }
        (Some(Sort::Body), _) | (_, Some(Sort::Body)) => best([as_bodies(), as_places()]),
        (Some(Sort::Person), None) | (None, Some(Sort::Person)) => {
            if one.is_short() || other.is_short() {
                best([as_bodies(), as_people()])
            } else {
                as_people()
            }
        }
        (Some(Sort::Place), None) | (None, Some(Sort::Place)) => {
            best([as_places(), as_bodies(), as_people()])
        }
        (None, None) => best([as_people(), as_bodies(), as_places()]),
    }
}

/// The verdict of [`compare_read`] and how sure it is, without the reason.
pub fn judge_read(one: &Name, other: &Name) -> (Verdict, u8) {
    let judged = compare_read(one, other);
    (judged.verdict, judged.confidence)
}

/// Whether a folded name is that of a body or place known beforehand.
pub fn is_known(folded: &str) -> bool {
    table::BODIES.contains_key(folded) || table::place(folded).is_some()
}

impl Name {
    /// Whether all words of this body's or place's name are words of the other's, which has more.
    pub fn is_part_of(&self, other: &Self) -> bool {
        let bodies = self.body.as_deref().zip(other.body.as_deref());
        let places = self.place.as_deref().zip(other.place.as_deref());
        bodies.map_or_else(
            || places.is_some_and(|(one, other)| one.is_part_of(other)),
            |(one, other)| one.is_part_of(other),
        )
    }

    fn is_short(&self) -> bool {
        self.body.as_deref().is_some_and(Body::is_short)
    }
}

fn compared<T>(both: Option<(&T, &T)>, compare: impl Fn(&T, &T) -> Judgement) -> Judgement {
    both.map_or_else(
        || Judgement::different(80, "names of different kinds"),
        |(one, other)| compare(one, other),
    )
}

/// The judgement that says most for their being one; of different ones the first.
fn best<const N: usize>(all: [Judgement; N]) -> Judgement {
    let mut all = all.into_iter();
    let first = all.next().unwrap_or_else(|| Judgement::different(50, "no name"));
    all.fold(first, |best, next| if next.verdict > best.verdict { next } else { best })
}

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod pair_tests;
