//! A hash table from keys to document numbers, in four bytes for each.

/// A document's number takes this many bits of a slot; a part of the key takes the rest, so that few
/// strangers are looked at.
const NUMBER: u32 = 24;

/// The greatest number that fits. No collection is as large.
pub(super) const GREATEST: u32 = (1 << NUMBER) - 2;

/// A slot that holds nothing.
const EMPTY: u32 = u32::MAX;

/// The numbers that one key leads to at most. A key that many documents share is one of a form that they
/// were written on, and tells nothing.
const MOST: usize = 16;

/// An open-addressed hash table that doesn't keep its keys: whoever asks looks at what it leads to.
#[derive(Clone, Debug, Default)]
pub(super) struct Bands {
    slots: Vec<u32>,
    used: usize,
}

impl Bands {
    /// An empty table with room for `count` entries.
    pub(super) fn with_room(count: usize) -> Self {
        Self { slots: vec![EMPTY; count + count / 3 + 1], used: 0 }
    }

    /// Whether `count` entries more leave a quarter of the slots free.
    pub(super) fn has_room(&self, count: usize) -> bool {
        (self.used + count) * 4 <= self.slots.len() * 3
    }

    /// The numbers that `key` leads to, and few others.
    pub(super) fn get(&self, key: u64) -> impl Iterator<Item = u32> + '_ {
        let slots = self.from(key).map(|at| self.slots[at]).take_while(|slot| *slot != EMPTY);
        slots.filter(move |slot| slot >> NUMBER == tag(key)).map(|slot| slot & !(EMPTY << NUMBER))
    }

    /// Makes `key` lead to `number` as well, unless it leads to many already or there is no room.
    pub(super) fn put(&mut self, key: u64, number: u32) {
        let mut same = 0;
        let free = self.from(key).find(|at| {
            let slot = self.slots[*at];
            same += usize::from(slot != EMPTY && slot >> NUMBER == tag(key));
            slot == EMPTY || same == MOST
        });
        if let Some(slot) = free.map(|at| &mut self.slots[at]).filter(|slot| **slot == EMPTY) {
            *slot = tag(key) << NUMBER | number.min(GREATEST);
            self.used += 1;
        }
    }

    /// The slots in which a key may stand, from its own on.
    fn from(&self, key: u64) -> impl Iterator<Item = usize> + use<> {
        let count = self.slots.len();
        // The upper half of the product spreads keys evenly over any count (Lemire, Fast Random Integer
        // Generation in an Interval, 2019).
        let first = ((u128::from(key) * count as u128) >> u64::BITS) as usize;
        (first..count).chain(0..first)
    }
}

/// The part of a key that stands in its slot: not the upper bits, which say where the slot is.
fn tag(key: u64) -> u32 {
    key as u32 >> NUMBER
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys of which some are equal.
    fn key(number: u32) -> u64 {
        u64::from(number / 3).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    #[test]
    fn a_key_leads_to_all_its_numbers_and_to_few_others() {
        let mut bands = Bands::with_room(3000);
        (0..3000).for_each(|number| bands.put(key(number), number));
        let mut others = 0;
        for number in 0..3000 {
            let led: Vec<u32> = bands.get(key(number)).collect();
            assert!(led.contains(&number));
            others += led.len() - 3;
        }
        assert!(others < 300, "{others}");
        assert!(!bands.has_room(1000));
    }

    #[test]
    fn a_key_leads_to_so_many_and_no_more() {
        let mut bands = Bands::with_room(100);
        (0..100).for_each(|number| bands.put(7, number));
        assert!(bands.get(7).eq(0..MOST as u32));
        assert_eq!(Bands::default().get(7).count(), 0);
    }
}
