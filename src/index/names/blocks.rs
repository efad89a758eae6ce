//! Names that are compared with each other: those that are [`super::near`] each other. What two names say is judged by
//! [`crate::name`] alone; here it is seen to that what is judged pair by pair fits together.

use rayon::prelude::*;

use super::arena::Arena;
use super::near::Near;
use crate::name::{self, Name, Sort, Verdict};
use crate::tag::Kind;

/// The most suggestions that are kept of a name.
const SUGGESTED: usize = 3;
/// Of so many names that one is the same as it is seen whether they differ from each other.
const LIKE: usize = 48;

/// What the names of a kind have to do with each other.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Names that are one's, by their places: the surest first, of like ones in the order of the alphabet.
    pub(super) same: Vec<(u32, u32)>,
    /// Names that may be, and how likely, in hundredths.
    pub(super) possible: Vec<(u32, u32, u8)>,
    /// Names that may be several people's: they fit two that are different.
    pub(super) unsure: Vec<u32>,
    /// The names as they were read, in the order of the alphabet.
    pub(super) names: Vec<Name>,
    /// Their places.
    pub(super) places: Vec<u32>,
}

/// What was found pair by pair, the names by their numbers.
#[derive(Debug, Default)]
struct Found {
    /// With how sure that is.
    same: Vec<(u32, u32, u8)>,
    possible: Vec<(u32, u32, u8)>,
    unsure: Vec<u32>,
}

/// The sort of names of a kind.
pub(super) fn sort(kind: Kind) -> Sort {
    match kind {
        Kind::Person => Sort::Person,
        Kind::Place => Sort::Place,
        _ => Sort::Body,
    }
}

/// Judges names, each once of those that are equal but for case and the like; given are their places.
pub(super) fn judge(kind: Kind, strings: &Arena, names: &[u32], places: &[u32]) -> Judged {
    let text = |place: u32| names.get(place as usize).map_or("", |&name| strings.text(name));
    // By the letters, so that it is the same whatever document came first.
    let mut places = places.to_vec();
    places.par_sort_unstable_by_key(|&place| text(place));
    let names = Name::read_all(sort(kind), &places, text);
    let Found { mut same, possible, unsure } = judge_read(&names);
    let place = |at: u32| places.get(at as usize).copied().unwrap_or(at);
    same.par_sort_unstable_by_key(|&(one, other, confidence)| (u8::MAX - confidence, one, other));
    let same = same.into_iter().map(|(one, other, _)| (place(one), place(other))).collect();
    let mut possible: Vec<_> =
        possible.into_iter().map(|(one, other, how)| (place(one), place(other), how)).collect();
    let mut unsure: Vec<u32> = unsure.into_iter().map(place).collect();
    possible.sort_unstable();
    unsure.sort_unstable();
    Judged { same, possible, unsure, names, places }
}

/// The same of names in the order of the alphabet.
fn judge_read(names: &[Name]) -> Found {
    let near = Near::new(names);
    let places = 0..names.len() as u32;
    let beside = |(mut judged, mut others): (Found, Vec<u32>), place: u32| {
        near.of(place, &mut others);
        judged.compare(names, place, &others);
        (judged, others)
    };
    let found = places.into_par_iter().fold(Default::default, beside).map(|(judged, _)| judged);
    let mut all = found.reduce(Found::default, Found::with);
    all.same.par_sort_unstable();
    all.unsure = torn(names, &near, &all.same);
    let unsure = &all.unsure;
    // Those that are both torn between the same two are one all the same.
    let is_torn = |name: &u32| unsure.binary_search(name).is_ok();
    all.same.retain(|(one, other, _)| is_torn(one) == is_torn(other));
    all
}

impl Found {
    fn with(mut self, mut other: Self) -> Self {
        self.same.append(&mut other.same);
        self.possible.append(&mut other.possible);
        self.unsure.append(&mut other.unsure);
        self
    }

    /// Compares a name with others.
    fn compare(&mut self, names: &[Name], place: u32, others: &[u32]) {
        let Some(one) = names.get(place as usize) else { return };
        let possible = self.possible.len();
        for &other in others {
            let Some(beside) = names.get(other as usize) else { continue };
            let (verdict, confidence) = name::judge_read(one, beside);
            match verdict {
                Verdict::Same => self.same.push((place, other, confidence)),
                Verdict::Possible => self.possible.push((place, other, confidence)),
                Verdict::Different => {}
            }
        }
        if let Some(own) = self.possible.get_mut(possible..) {
            own.sort_unstable_by_key(|&(_, other, confidence)| (u8::MAX - confidence, other));
        }
        self.possible.truncate(possible + SUGGESTED);
    }
}

/// The names that are the same as two that differ from each other, in order. All three share a key: who is the same for
/// another reason, as an abbreviation is, doesn't differ for this one.
fn torn(names: &[Name], near: &Near, same: &[(u32, u32, u8)]) -> Vec<u32> {
    let mut like: Vec<(u32, u32)> =
        same.iter().flat_map(|&(one, other, _)| [(one, other), (other, one)]).collect();
    like.par_sort_unstable();
    let runs: Vec<&[(u32, u32)]> = like.chunk_by(|one, other| one.0 == other.0).collect();
    let different = |name: u32, one: u32, other: u32| {
        let pair = names.get(one as usize).zip(names.get(other as usize));
        same.binary_search_by_key(&(one, other), |same| (same.0, same.1)).is_err()
            && near.share([name, one, other])
            && pair.is_some_and(|(one, other)| name::judge_read(one, other).0 == Verdict::Different)
    };
    let torn = runs.par_iter().filter(|run| {
        let run = run.get(..LIKE).unwrap_or(run);
        let mut firsts = run.iter().zip(1..);
        firsts.any(|(&(name, one), behind)| {
            run.iter().skip(behind).any(|&(_, other)| different(name, one, other))
        })
    });
    torn.filter_map(|run| run.first()).map(|(name, _)| *name).collect()
}
