//! Copies in a list: they stand below the first of them, or are folded into it.

use std::collections::HashMap;
use std::sync::Arc;

use super::{DocId, Groups};

/// The documents of each group that stand in a list, in its order: the first stands for all.
#[derive(Clone, Debug, Default)]
pub struct Families {
    groups: Arc<Groups>,
    members: HashMap<DocId, Vec<DocId>>,
    /// How many copies were left out of the list.
    pub folded: usize,
}

impl Families {
    /// The families of a list in this order.
    pub fn new(groups: Arc<Groups>, order: &[DocId]) -> Self {
        let mut families = Self { groups, ..Self::default() };
        for id in order {
            if families.groups.count(*id) > 1 {
                families.members.entry(families.groups.head(*id)).or_default().push(*id);
            }
        }
        families
    }

    /// Whether there are no copies in the list.
    pub fn is_empty(&self) -> bool {
        !self.members.values().any(|family| family.len() > 1)
    }

    /// The documents of its group in the list, in order; none where it is alone there.
    pub fn of(&self, id: DocId) -> &[DocId] {
        let members = self.members.get(&self.groups.head(id)).map_or(&[][..], Vec::as_slice);
        if members.len() > 1 { members } else { &[] }
    }

    /// The document that stands for it in the list: the first of its family.
    pub fn first(&self, id: DocId) -> DocId {
        self.of(id).first().copied().unwrap_or(id)
    }

    /// The list with each family together where its first stands, or with the first alone where `folded`.
    pub fn gather(&mut self, order: Vec<DocId>, folded: bool) -> Vec<DocId> {
        if self.members.is_empty() {
            return order;
        }
        let before = order.len();
        let mut gathered = Vec::with_capacity(before);
        for id in order {
            match self.of(id) {
                [] => gathered.push(id),
                [first, ..] if *first != id => {}
                [first, ..] if folded => gathered.push(*first),
                family => gathered.extend_from_slice(family),
            }
        }
        self.folded = before - gathered.len();
        gathered
    }
}
