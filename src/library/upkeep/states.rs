//! What only the upkeep knows of documents: what the lines that repeat made of each, and how its file looks where that
//! is this document and nothing more, as nearly all are.

use crate::corpus::DocId;
use crate::index::Stamp;
use crate::index::packed::{Packed, Unpacked};

/// What is known of a document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct State {
    /// What the lines that repeat made of it.
    pub(super) mark: u64,
    /// How its file looked when it was read.
    pub(super) stamp: Stamp,
    /// The round in which its file was seen last.
    pub(super) round: u32,
    file: bool,
}

impl State {
    /// Whether the document is a file, of which nothing more is known.
    pub(super) fn is_file(&self) -> bool {
        self.file
    }
}

/// A state as it is kept.
#[derive(Clone, Copy, Debug)]
struct Row {
    mark: u64,
    size: u64,
    /// Nanoseconds since 1970, or [`UNKNOWN`].
    modified: i64,
    round: u32,
    file: bool,
}

/// A time that isn't known.
const UNKNOWN: i64 = i64::MIN;

const EMPTY: Row = Row { mark: 0, size: 0, modified: UNKNOWN, round: 0, file: false };

/// The bytes of a row on disk.
const BYTES: usize = 25;

/// The states of all documents, by number.
#[derive(Debug, Default)]
pub(super) struct States {
    rows: Vec<Row>,
    files: usize,
}

impl States {
    /// That of a document.
    pub(super) fn get(&self, id: DocId) -> State {
        let Row { mark, size, modified, round, file } =
            self.rows.get(id.0 as usize).copied().unwrap_or(EMPTY);
        let modified = (modified != UNKNOWN).then_some((modified >= 0, modified.unsigned_abs()));
        State { mark, stamp: Stamp { size, modified }, round, file }
    }

    /// How many files it knows.
    pub(super) fn files(&self) -> usize {
        self.files
    }

    fn row(&mut self, id: DocId) -> Option<&mut Row> {
        let at = id.0 as usize;
        if at >= self.rows.len() {
            self.rows.resize(at + 1, EMPTY);
        }
        self.rows.get_mut(at)
    }

    /// Sets what the lines that repeat made of a document.
    pub(super) fn set_mark(&mut self, id: DocId, mark: u64) {
        self.row(id).into_iter().for_each(|row| row.mark = mark);
    }

    /// The file of a document was seen.
    pub(super) fn see(&mut self, id: DocId, round: u32) {
        self.row(id).into_iter().for_each(|row| row.round = round);
    }

    /// Takes a document for a file that looks so; `false` where its time is too far away to be kept.
    pub(super) fn hold(&mut self, id: DocId, stamp: &Stamp, round: u32) -> bool {
        let modified = match stamp.modified {
            None => Some(UNKNOWN),
            Some((since, time)) => {
                // Just before 1970 there is no zero.
                let time = i64::try_from(time).ok().filter(|time| since || *time > 0);
                time.map(|time| if since { time } else { -time })
            }
        };
        let (Some(modified), size) = (modified, stamp.size) else { return false };
        let Some(row) = self.row(id) else { return false };
        let new = !row.file;
        *row = Row { size, modified, round, file: true, ..*row };
        self.files += usize::from(new);
        true
    }

    /// Takes a document for no file any more.
    pub(super) fn let_go(&mut self, id: DocId) {
        let was = self.row(id).is_some_and(|row| std::mem::take(&mut row.file));
        self.files -= usize::from(was);
    }

    /// Forgets a document.
    pub(super) fn forget(&mut self, id: DocId) {
        self.let_go(id);
        self.row(id).into_iter().for_each(|row| *row = EMPTY);
    }

    /// Writes them down.
    pub(super) fn pack(&self) -> Packed {
        let mut packed = Packed::default();
        packed.u64(self.rows.len() as u64);
        for row in &self.rows {
            packed.u64(row.mark);
            packed.u64(row.size);
            packed.u64(row.modified as u64);
            packed.byte(row.file.into());
        }
        packed
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        let count = packed.count(BYTES)?;
        let mut states = Self { rows: Vec::with_capacity(count), files: 0 };
        for _ in 0..count {
            let (mark, size, modified) = (packed.u64()?, packed.u64()?, packed.u64()? as i64);
            let file = packed.byte()? != 0;
            states.files += usize::from(file);
            states.rows.push(Row { mark, size, modified, round: 0, file });
        }
        Some(states)
    }
}
