//! Many short byte strings under consecutive numbers. A copy shares all but the last of them, so that a table can
//! grow while others read an older state of it.

use std::sync::Arc;

/// The items that share a block.
const BLOCK: usize = 1024;

/// An append-only list of byte strings.
#[derive(Clone, Debug, Default)]
pub(super) struct Arena {
    blocks: Vec<Arc<Block>>,
    len: u32,
}

#[derive(Clone, Debug, Default)]
struct Block {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Arena {
    /// How many items there are.
    pub(super) fn len(&self) -> u32 {
        self.len
    }

    /// Appends an item; it has the number that [`Self::len`] was before.
    pub(super) fn push(&mut self, item: &[u8]) {
        if self.len.is_multiple_of(BLOCK as u32) {
            self.blocks.push(Arc::default());
        }
        if let Some(last) = self.blocks.last_mut() {
            let block = Arc::make_mut(last);
            block.bytes.extend_from_slice(item);
            block.ends.push(block.bytes.len() as u32);
            if block.ends.len() == BLOCK {
                block.bytes.shrink_to_fit();
                block.ends.shrink_to_fit();
            }
            self.len += 1;
        }
    }

    /// Appends all items of another.
    pub(super) fn append(&mut self, other: &Self) {
        if self.len.is_multiple_of(BLOCK as u32) {
            self.blocks.extend(other.blocks.iter().cloned());
            self.len += other.len;
        } else {
            other.iter().for_each(|item| self.push(item));
        }
    }

    /// The item of that number; empty where there is none.
    pub(super) fn get(&self, number: u32) -> &[u8] {
        let (block, at) = (number as usize / BLOCK, number as usize % BLOCK);
        self.blocks.get(block).map_or(&[], |block| block.get(at))
    }

    /// The same as text; empty where it is none.
    pub(super) fn text(&self, number: u32) -> &str {
        std::str::from_utf8(self.get(number)).unwrap_or("")
    }

    /// All items in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.from(0)
    }

    /// The items from that number on, in order.
    pub(super) fn from(&self, first: u32) -> impl Iterator<Item = &[u8]> {
        (first..self.len).map(|number| self.get(number))
    }

    /// Its blocks: their bytes, and where each item ends in them.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (&[u8], &[u32])> {
        self.blocks.iter().map(|block| (block.bytes.as_slice(), block.ends.as_slice()))
    }

    /// Appends a block behind full ones; `None` where the last isn't full, or this one is none.
    pub(super) fn push_block(&mut self, bytes: Vec<u8>, ends: Vec<u32>) -> Option<()> {
        let fits = self.len.is_multiple_of(BLOCK as u32) && (1..=BLOCK).contains(&ends.len());
        fits.then_some(())?;
        self.len = self.len.checked_add(ends.len() as u32)?;
        self.blocks.push(Arc::new(Block { bytes, ends }));
        Some(())
    }

    /// The memory that it takes, in bytes.
    pub(super) fn memory(&self) -> usize {
        let of = |block: &Arc<Block>| block.bytes.capacity() + block.ends.capacity() * size_of::<u32>();
        self.blocks.iter().map(of).sum()
    }
}

impl Block {
    fn get(&self, at: usize) -> &[u8] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        let end = self.ends.get(at).map_or(start, |&end| end as usize);
        self.bytes.get(start..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_state_stays_as_it_was_while_the_list_grows() {
        let mut arena = Arena::default();
        (0..3000).for_each(|number: u32| arena.push(number.to_string().as_bytes()));
        let before = arena.clone();
        arena.push(b"more");
        let mut twice = arena.clone();
        twice.append(&arena);
        assert_eq!((before.len(), arena.len(), twice.len()), (3000, 3001, 6002));
        assert_eq!((before.text(2999), before.text(3000), arena.text(3000)), ("2999", "", "more"));
        assert_eq!((twice.text(3001), twice.text(6001), twice.text(6002)), ("0", "more", ""));
        assert!(arena.iter().skip(7).eq(arena.from(7)));
    }
}
