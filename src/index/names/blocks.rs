//! Names that are compared with each other: those that share a key, in blocks of bounded size. What two names say is
//! judged by [`crate::name`] alone; here it is seen to that what is judged pair by pair fits together.

use rayon::prelude::*;

use super::arena::Arena;
use crate::name::{self, Name, Sort, Verdict};
use crate::tag::Kind;

/// The names of a block that are compared all with all.
const BLOCK: usize = 48;
/// In a larger one each is compared with so many that follow it in the order of the alphabet.
const NEAR: usize = 12;
/// The most suggestions that are kept of a block.
const SUGGESTED: usize = 8;

/// What the names of a kind have to do with each other.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Names that are one's, by their places.
    pub(super) same: Vec<(u32, u32)>,
    /// Names that may be, and how likely, in hundredths.
    pub(super) possible: Vec<(u32, u32, u8)>,
    /// Names that may be several people's: they fit two that are different.
    pub(super) unsure: Vec<u32>,
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
    let sort = Some(sort(kind));
    let text = |place: u32| names.get(place as usize).map_or("", |&name| strings.text(name));
    let keyed = |&place: &u32| {
        let keys = Name::read(sort, text(place)).keys();
        keys.into_iter().map(move |key| (key, place)).collect::<Vec<_>>()
    };
    let mut keyed: Vec<(u64, u32)> = places.par_iter().flat_map_iter(keyed).collect();
    keyed.par_sort_unstable();
    let blocks: Vec<&[(u64, u32)]> =
        keyed.chunk_by(|one, other| one.0 == other.0).filter(|block| block.len() > 1).collect();
    let judged = blocks.par_iter().map(|block| {
        let mut block: Vec<u32> = block.iter().map(|(_, place)| *place).collect();
        // By the letters, so that it is the same whatever document came first.
        block.sort_unstable_by_key(|&place| text(place));
        judge_block(sort, &block, text)
    });
    let mut all = judged.reduce(Judged::default, Judged::with);
    all.unsure.sort_unstable();
    all.unsure.dedup();
    let unsure = &all.unsure;
    // Those that are both torn between the same two are one all the same.
    let torn = |name: &u32| unsure.binary_search(name).is_ok();
    all.same.retain(|(one, other)| torn(one) == torn(other));
    all.same.sort_unstable();
    all.same.dedup();
    all.possible.sort_unstable();
    all.possible.dedup();
    all
}

impl Judged {
    fn with(mut self, mut other: Self) -> Self {
        self.same.append(&mut other.same);
        self.possible.append(&mut other.possible);
        self.unsure.append(&mut other.unsure);
        self
    }
}

fn judge_block<'a>(sort: Option<Sort>, block: &[u32], text: impl Fn(u32) -> &'a str) -> Judged {
    let read: Vec<Name> = block.iter().map(|&place| Name::read(sort, text(place))).collect();
    let reach = if block.len() > BLOCK { NEAR } else { block.len() };
    let mut judged = Judged::default();
    // Of each name which others of the block it is the same as, by their places in it.
    let mut like: Vec<Vec<usize>> = vec![Vec::new(); block.len()];
    let mut different: Vec<(usize, usize)> = Vec::new();
    for (one, at) in read.iter().zip(0..) {
        for (other, beside) in read.iter().zip(0..).skip(at + 1).take(reach) {
            let found = name::compare_read(one, other);
            match found.verdict {
                Verdict::Same => {
                    for (from, to) in [(at, beside), (beside, at)] {
                        like.get_mut(from).into_iter().for_each(|like: &mut Vec<usize>| like.push(to));
                    }
                }
                Verdict::Different => different.push((at, beside)),
                Verdict::Possible if judged.possible.len() < SUGGESTED => {
                    let places = block.get(at).zip(block.get(beside));
                    judged.possible.extend(places.map(|(&one, &other)| (one, other, found.confidence)));
                }
                Verdict::Possible => {}
            }
        }
    }
    let is_different =
        |one: usize, other: usize| different.binary_search(&(one.min(other), one.max(other))).is_ok();
    for (like, at) in like.iter().zip(0..) {
        let torn = like.iter().any(|&one| like.iter().any(|&other| one < other && is_different(one, other)));
        let Some(&place) = block.get(at) else { continue };
        if torn {
            judged.unsure.push(place);
        }
        let others = like.iter().filter(|&&other| other > at).filter_map(|&other| block.get(other));
        judged.same.extend(others.map(|&other| (place.min(other), place.max(other))));
    }
    judged
}
