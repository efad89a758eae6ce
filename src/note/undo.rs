//! Undo and redo of changes to items and rulings.

use super::{Op, Thing};

/// A change to one item or ruling: made (`None` before), edited, or deleted (`None` after).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was before.
    pub before: Option<Thing>,
    /// The same after.
    pub after: Option<Thing>,
}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }

    /// What to record for it; [`super::Store::record`] gives it its time. `None` where there is nothing at all.
    pub fn op(&self) -> Option<Op> {
        match (&self.before, &self.after) {
            (_, Some(thing)) => Some(thing.op()),
            (Some(thing), None) => Some(Op::Delete { id: thing.id().clone() }),
            (None, None) => None,
        }
    }

    /// Whether all is still as this change found it, `now` being what the store says. If it isn't,
    /// another instance or machine changed it meanwhile, and this change would undo that too.
    pub fn fits(&self, now: Option<&Thing>) -> bool {
        self.before.as_ref() == now
    }
}

/// The changes of a session, for undoing and redoing them.
#[derive(Clone, Debug, Default)]
pub struct Undo {
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl Undo {
    /// Remembers a change that was made. What was undone before it can't be redone any more.
    pub fn push(&mut self, change: Change) {
        self.undone.clear();
        self.done.push(change);
    }

    /// The change to make in order to undo the last one. Where it can't be made, [`Undo::redo`] puts
    /// things back.
    pub fn undo(&mut self) -> Option<Change> {
        let change = self.done.pop()?;
        let inverse = change.inverse();
        self.undone.push(change);
        Some(inverse)
    }

    /// The change to make in order to redo the last one that was undone. Where it can't be made,
    /// [`Undo::undo`] puts things back.
    pub fn redo(&mut self) -> Option<Change> {
        let change = self.undone.pop()?;
        self.done.push(change.clone());
        Some(change)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::testing::{item, ruling, time};
    use super::super::{ItemId, Store};
    use super::*;

    /// Makes a change, with a clock that stands still.
    fn make(store: &mut Store, change: &Change) {
        assert!(change.fits(store.thing(&ItemId::from_bits(1)).as_ref()));
        let record = store.record(change.op().unwrap(), time(1));
        assert!(store.apply(&record));
    }

    #[test]
    fn making_editing_and_deleting_are_undone_and_redone() {
        let (mut store, mut undo) = (Store::default(), Undo::default());
        let thing = |body| Some(Thing::Item(item(1, 1, body)));
        let states = [None, thing("made"), thing("edited"), None];
        for pair in states.windows(2) {
            let change = Change { before: pair[0].clone(), after: pair[1].clone() };
            make(&mut store, &change);
            undo.push(change);
        }
        let now = |store: &Store| store.thing(&ItemId::from_bits(1));
        for state in states.iter().rev().skip(1) {
            make(&mut store, &undo.undo().unwrap());
            assert_eq!(now(&store), *state);
        }
        assert_eq!(undo.undo(), None);
        for state in &states[1..] {
            make(&mut store, &undo.redo().unwrap());
            assert_eq!(now(&store), *state);
        }
        assert_eq!(undo.redo(), None);
    }

    #[test]
    fn a_new_change_forgets_what_was_undone() {
        let mut undo = Undo::default();
        undo.push(Change { before: None, after: Some(Thing::Item(item(1, 1, "a"))) });
        assert!(undo.undo().is_some());
        undo.push(Change { before: None, after: Some(Thing::Ruling(ruling(2, 1))) });
        assert_eq!(undo.redo(), None);
        assert_eq!(undo.undo().unwrap().before.unwrap(), Thing::Ruling(ruling(2, 1)));
    }

    #[test]
    fn a_change_does_not_fit_what_another_instance_changed() {
        let change = Change { before: Some(Thing::Item(item(1, 1, "mine"))), after: None };
        assert!(change.fits(Some(&Thing::Item(item(1, 1, "mine")))));
        assert!(!change.fits(Some(&Thing::Item(item(1, 1, "theirs")))) && !change.fits(None));
    }
}
