//! A cluster: the names that a document's cast took for one. Documents that take the same names for one share it, so
//! that a collection has far fewer of them than mentions, and what groups names has only these to look at.

use super::varint::{Bytes, put};
use crate::tag::Kind;

/// The names that stand for one in a document, by their numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster<'a> {
    pub(super) kind: Kind,
    /// The fullest name, in the nominative.
    pub(super) name: u32,
    forms: Bytes<'a>,
}

impl<'a> Cluster<'a> {
    /// Reads what [`write`] wrote; `None` where it isn't that.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let kind = kind(bytes.byte()?)?;
        Some(Self { kind, name: bytes.small()?, forms: bytes })
    }

    /// The names used, in order of their numbers.
    pub(super) fn forms(&self) -> impl Iterator<Item = u32> + use<'a> {
        let (mut bytes, mut last) = (self.forms, 0u32);
        std::iter::from_fn(move || {
            last = last.checked_add(bytes.small()?)?;
            Some(last)
        })
    }

    /// Whether it names only names below that number.
    pub(super) fn is_below(&self, strings: u32) -> bool {
        self.name < strings && self.forms().all(|form| form < strings)
    }
}

/// Two names of people that documents have as two's, though the names alone may be one's. It stands among the clusters,
/// so that it is counted as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Apart(pub(super) [u32; 2]);

/// What a pair begins with; no kind has this number.
const APART: u8 = 64;

impl Apart {
    /// Reads what [`Self::write`] wrote; `None` where it isn't that.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        (bytes.byte()? == APART).then_some(())?;
        let names = [bytes.small()?, bytes.small()?];
        bytes.is_empty().then_some(Self(names))
    }

    pub(super) fn write(self) -> Vec<u8> {
        let mut bytes = vec![APART];
        self.0.iter().for_each(|&name| put(&mut bytes, u64::from(name)));
        bytes
    }

    /// Whether it names only names below that number.
    pub(super) fn is_below(self, strings: u32) -> bool {
        self.0.iter().all(|&name| name < strings)
    }
}

/// Writes a cluster; `forms` in order, each once.
pub(super) fn write(kind: Kind, name: u32, forms: &[u32]) -> Vec<u8> {
    let mut bytes = vec![code(kind)];
    put(&mut bytes, u64::from(name));
    let mut last = 0;
    for &form in forms {
        put(&mut bytes, u64::from(form.saturating_sub(last)));
        last = form;
    }
    bytes
}

/// The number of a kind in the file, which stays whatever kinds come to be.
pub(super) fn code(kind: Kind) -> u8 {
    match kind {
        Kind::Person => 0,
        Kind::Organisation => 1,
        Kind::Place => 2,
        Kind::Date => 3,
        Kind::Money => 4,
        Kind::Quantity => 5,
        Kind::Contact => 6,
        Kind::Identifier => 7,
    }
}

/// The kind of a number.
pub(super) fn kind(number: u8) -> Option<Kind> {
    Kind::ALL.into_iter().find(|&kind| code(kind) == number)
}
