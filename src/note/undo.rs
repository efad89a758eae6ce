//! Undo and redo of changes to items and rulings, in this run of the program and across runs.

use super::{ItemId, Op, Record, Store, Thing, Way};

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

    /// What it is about: as it is afterwards, or was before where it is gone.
    pub fn thing(&self) -> Option<&Thing> {
        self.after.as_ref().or(self.before.as_ref())
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

/// The changes that were made together, and are taken back together.
pub type Step = Vec<Change>;

/// Steps that can be undone at most. What is older stays in the journal.
const DEEPEST: usize = 500;

/// The changes of this machine, for undoing and redoing them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Undo {
    /// What can be undone and redone after these records, each with whether it is of this machine's journal. They may
    /// be in any order; those of one time and one journal are one step.
    pub fn of(records: &[(bool, Record)]) -> Self {
        let mut sorted: Vec<&(bool, Record)> =
            records.iter().filter(|(_, record)| !matches!(record.op, Op::Place(_) | Op::Mark(_))).collect();
        sorted.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
        let (mut store, mut undo) = (Store::default(), Self::default());
        let mut step: Option<(&Record, Step)> = None;
        for (own, record) in sorted {
            let own = *own && record.way != Some(Way::Settled);
            let id = record.op.id();
            let before = id.filter(|_| own).and_then(|id| store.thing(id));
            if !store.apply(record) || !own {
                continue;
            }
            let change = Change { before, after: id.and_then(|id| store.thing(id)) };
            match &mut step {
                Some((first, changes)) if first.at == record.at => changes.push(change),
                _ => {
                    undo.follow(step.take());
                    step = Some((record, vec![change]));
                }
            }
        }
        undo.follow(step);
        undo
    }

    /// Takes in a step that stands in the journal.
    fn follow(&mut self, step: Option<(&Record, Step)>) {
        let Some((first, changes)) = step else { return };
        match first.way {
            None => self.push(changes),
            // Two instances that shared the journal each took their own steps back, so it needn't be the last one.
            Some(Way::Undo) => {
                let taken_back = |step: &Step| is_same(step.iter().rev().map(Change::inverse), &changes);
                if let Some(at) = self.done.iter().rposition(taken_back) {
                    self.undone.push(self.done.remove(at));
                }
            }
            Some(Way::Redo) => {
                if let Some(at) = self.undone.iter().rposition(|step| is_same(step.iter().cloned(), &changes))
                {
                    self.done.push(self.undone.remove(at));
                }
            }
            Some(Way::Settled) => {}
        }
    }

    /// Remembers changes that were made together. What was undone before it can't be redone any more.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        if self.done.len() >= DEEPEST {
            self.done.remove(0);
        }
        self.done.push(step);
    }

    /// The changes to make in order to undo the last ones. Where they can't be made, [`Undo::redo`] puts
    /// things back.
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        let inverse = step.iter().rev().map(Change::inverse).collect();
        self.undone.push(step);
        Some(inverse)
    }

    /// Forgets the step that was just to be undone, or redone: it can't be, as somebody else changed the same meanwhile.
    pub fn skip(&mut self, redo: bool) {
        drop(if redo { self.done.pop() } else { self.undone.pop() });
    }

    /// The changes to make in order to redo the last ones that were undone. Where they can't be made,
    /// [`Undo::undo`] puts things back.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}

/// Whether these changes are the same, in any order: what was recorded at one time is read in the order of the things.
fn is_same(step: impl ExactSizeIterator<Item = Change>, changes: &[Change]) -> bool {
    if step.len() != changes.len() {
        return false;
    }
    let mut step: Step = step.collect();
    let mut changes: Vec<&Change> = changes.iter().collect();
    step.sort_by(|one, other| id(one).cmp(&id(other)));
    changes.sort_by(|one, other| id(one).cmp(&id(other)));
    step.iter().eq(changes)
}

/// What a change is about.
fn id(change: &Change) -> Option<&ItemId> {
    change.thing().map(Thing::id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::ItemId;
    use super::super::testing::{any_record, delete, item, put, ruling, time};
    use super::*;
    use proptest::prelude::*;

    fn make(store: &mut Store, step: &Step) {
        for change in step {
            assert!(change.fits(store.thing(&ItemId::from_bits(1)).as_ref()));
            let record = store.record(change.op().unwrap(), time(1));
            assert!(store.apply(&record));
        }
    }

    #[test]
    fn making_editing_and_deleting_are_undone_and_redone() {
        let (mut store, mut undo) = (Store::default(), Undo::default());
        let thing = |body| Some(Thing::Item(item(1, 1, body)));
        let states = [None, thing("made"), thing("edited"), None];
        for pair in states.windows(2) {
            let step = vec![Change { before: pair[0].clone(), after: pair[1].clone() }];
            make(&mut store, &step);
            undo.push(step);
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
        undo.push(vec![Change { before: None, after: Some(Thing::Item(item(1, 1, "a"))) }]);
        assert!(undo.undo().is_some());
        undo.push(vec![Change { before: None, after: Some(Thing::Ruling(ruling(2, 1))) }]);
        assert_eq!(undo.redo(), None);
        assert_eq!(undo.undo().unwrap()[0].before.clone().unwrap(), Thing::Ruling(ruling(2, 1)));
    }

    #[test]
    fn a_change_does_not_fit_what_another_instance_changed() {
        let change = Change { before: Some(Thing::Item(item(1, 1, "mine"))), after: None };
        assert!(change.fits(Some(&Thing::Item(item(1, 1, "mine")))));
        assert!(!change.fits(Some(&Thing::Item(item(1, 1, "theirs")))) && !change.fits(None));
    }

    /// The bodies before and after of what would be undone next.
    fn next(undo: &mut Undo) -> Vec<(Option<String>, Option<String>)> {
        let body = |thing: Option<Thing>| match thing {
            Some(Thing::Item(item)) => Some(item.body),
            _ => None,
        };
        undo.undo().into_iter().flatten().map(|change| (body(change.before), body(change.after))).collect()
    }

    #[test]
    fn what_the_journal_tells_is_undone_after_a_start_and_what_is_of_another_machine_is_not() {
        let records = [(true, put(1, 1, "a")), (true, put(2, 1, "b")), (false, put(3, 2, "theirs"))];
        let mut undo = Undo::of(&records);
        assert_eq!(next(&mut undo), [(Some("b".into()), Some("a".into()))]);
        assert_eq!(next(&mut undo), [(Some("a".into()), None)]);
        assert_eq!(undo.undo(), None);
    }

    #[test]
    fn what_was_saved_together_is_undone_together() {
        let mut undo = Undo::of(&[(true, put(1, 1, "a")), (true, put(2, 2, "b")), (true, put(2, 3, "c"))]);
        assert_eq!(next(&mut undo).len(), 2);
        assert_eq!(next(&mut undo).len(), 1);
    }

    #[test]
    fn what_was_undone_before_the_end_is_redone_after_a_start() {
        let undone = Record { way: Some(Way::Undo), ..delete(3, 1) };
        let mut undo = Undo::of(&[(true, put(1, 1, "a")), (true, undone)]);
        assert_eq!(undo.clone().undo(), None);
        assert_eq!(undo.redo().unwrap()[0].after, Some(Thing::Item(item(1, 1, "a"))));
    }

    #[test]
    fn several_things_undone_together_are_redone_together_after_a_start() {
        let undone = |id| (true, Record { way: Some(Way::Undo), ..delete(3, id) });
        let mut records = vec![(true, put(2, 2, "b")), (true, put(2, 3, "c")), undone(2), undone(3)];
        let mut undo = Undo::of(&records);
        assert_eq!(undo.clone().undo(), None);
        assert_eq!(undo.redo().unwrap().len(), 2);
        let redone = |id, body| {
            let again = Record { at: delete(4, id).at, way: Some(Way::Redo), ..put(2, id, body) };
            (true, again)
        };
        records.extend([redone(3, "c"), redone(2, "b")]);
        let mut undo = Undo::of(&records);
        assert_eq!((undo.clone().redo(), undo.undo().unwrap().len()), (None, 2));
    }

    #[test]
    fn no_more_than_a_bounded_number_of_steps_is_kept() {
        let records: Vec<(bool, Record)> =
            (0..DEEPEST as i64 + 9).map(|at| (true, put(at, at as u128, "x"))).collect();
        assert_eq!(Undo::of(&records).done.len(), DEEPEST);
    }

    proptest! {
        #[test]
        fn the_order_in_which_journals_are_read_does_not_matter(
            mut records in prop::collection::vec((any::<bool>(), any_record()), 0..12), seed in any::<u64>(),
        ) {
            let undo = Undo::of(&records);
            let length = records.len().max(1);
            records.rotate_left(seed as usize % length);
            prop_assert_eq!(Undo::of(&records), undo);
        }

        #[test]
        fn undoing_everything_leaves_nothing_of_this_machine(
            records in prop::collection::vec(any_record(), 0..12),
        ) {
            let records: Vec<(bool, Record)> = records.into_iter().map(|record| (true, Record { way: None, ..record })).collect();
            let mut store = Store::replay(records.iter().map(|(_, record)| record));
            let mut undo = Undo::of(&records);
            while let Some(step) = undo.undo() {
                for change in step {
                    let id = change.before.as_ref().or(change.after.as_ref()).map(|thing| thing.id().clone());
                    if let (Some(op), Some(id)) = (change.op(), id) {
                        prop_assert!(change.fits(store.thing(&id).as_ref()));
                        let record = store.record(op, time(9));
                        store.apply(&record);
                    }
                }
            }
            prop_assert_eq!(store.items().count() + store.rulings().count(), 0);
        }
    }
}
