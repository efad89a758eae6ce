//! The one body whose initials an abbreviation is, where no document has both side by side.

use std::collections::HashMap;

use super::shape::{Form, Shape};
use crate::name::{Name, Sort, compare};
use crate::tag::Kind;

/// The bodies of a collection by their initials.
pub(super) struct Initials<'a> {
    /// A body's name with these initials, by its place; `None` where several have them.
    by: HashMap<u64, Option<(u32, &'a str)>>,
}

impl<'a> Initials<'a> {
    /// Those of all names in words. `roots` says for each name what it is tied to, `text` how it is written.
    pub(super) fn new(kind: Kind, shapes: &[Shape], roots: &[u32], text: impl Fn(u32) -> &'a str) -> Self {
        let mut by: HashMap<u64, Option<(u32, &'a str)>> = HashMap::new();
        if kind != Kind::Organisation || !shapes.iter().any(|shape| matches!(shape.form, Form::Short)) {
            return Self { by };
        }
        let root = |name: u32| roots.get(name as usize).copied().unwrap_or(name);
        for (shape, place) in shapes.iter().zip(0u32..) {
            if !matches!(shape.form, Form::Long) {
                continue;
            }
            let own = text(place);
            for initials in Name::read(Some(Sort::Body), own).initials() {
                let known = by.entry(initials).or_insert(Some((place, own)));
                *known = match *known {
                    Some((other, name)) if root(other) == root(place) => {
                        Some((other.min(place), name.min(own)))
                    }
                    _ => None,
                };
            }
        }
        Self { by }
    }

    /// The name, by its place, of the only body that has these initials and may be called so.
    pub(super) fn meant(&self, short: &str) -> Option<u32> {
        if self.by.is_empty() {
            return None;
        }
        let letters = Name::read(Some(Sort::Body), short).abbreviation()?;
        let (place, name) = self.by.get(&letters).copied().flatten()?;
        compare(Some(Sort::Body), short, name).is_same().then_some(place)
    }
}
