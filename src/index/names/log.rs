//! The log of names: what every document of a collection says of names, in one file that is only appended to.
//!
//! It is a cache. A damaged end is cut off, a file of another version is begun anew, and the documents that are
//! missing then are tagged once more.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::decode::{self, MOST_DOCUMENTS};
use super::encode::{Encoder, removal};
use super::file::{self, BEFORE, Chunks, HEAD, Next};
use super::news::{News, Place};
use super::record::Record;
use super::varint::put;
use crate::corpus::{DocId, Problem};
use crate::index::packed::{Packed, Unpacked, read_at, sync_folder};

/// The name of the file in the folder of the collection's cache.
const NAME: &str = "names";
/// A chunk is written once it has this many bytes.
const CHUNK: usize = 1 << 20;
/// The table is written down once this part of the log isn't in it.
const PART: u64 = 50;
/// A file of fewer bytes isn't worth compacting.
const SMALL: u64 = 1 << 20;

/// What keeps names for a collection. One writes, any number read; the caller sees to it that no two write.
#[derive(Debug)]
pub struct NameLog {
    /// Where the file is; without a name it is kept as long as this is, and goes with the program however that ends.
    path: Option<PathBuf>,
    file: Option<Arc<File>>,
    generation: u64,
    writes: bool,
    /// Behind the last sound chunk.
    end: u64,
    /// How many names and clusters have a number.
    numbers: (u32, u32),
    /// For each document its record.
    slots: Vec<Option<Place>>,
    /// The bytes of the records that count, and of those that were replaced or are gone.
    live: u64,
    dead: u64,
    /// Of a reader: the length of the file when what follows `end` made no sense.
    stuck: Option<u64>,
    /// How much of the log is in the table that was written down, in bytes.
    written: u64,
    /// What knows the numbers; made when something is written first.
    encoder: Option<Encoder>,
}

impl NameLog {
    /// Opens the log in a folder to write to it, makes it where there is none, and cuts off what is damaged. What it
    /// tells are all names that there are. Where it can't be opened, the problem says so, and writing fails.
    pub fn open(folder: &Path) -> (Self, News, Vec<Problem>) {
        Self::open_at(folder, true, None)
    }

    /// A log of no folder, which nobody else sees and nobody finds later. What keeps it from being made is a problem as in
    /// [`Self::open`].
    pub fn passing() -> (Self, Vec<Problem>) {
        let mut log = Self::closed(None, true);
        let begun = log.begin().err().map(|error| Problem::io(&std::env::temp_dir(), &error));
        (log, begun.into_iter().collect())
    }

    /// Opens the log in a folder behind what is known of it, which isn't told again, or before all where that is of another
    /// log. See [`Self::open`] and [`Self::read`].
    pub(super) fn open_at(folder: &Path, writes: bool, known: Option<State>) -> (Self, News, Vec<Problem>) {
        if !writes {
            let mut log = Self::closed(Some(folder), false);
            let mut problems = Vec::new();
            let news = log.look().and_then(|()| {
                log.resume(known)?;
                log.take_in(&mut problems)
            });
            let news = log.said(news, &mut problems);
            return (log, news, problems);
        }
        let mut log = Self::closed(Some(folder), true);
        let mut problems = Vec::new();
        let opened = fs::create_dir_all(folder).and_then(|()| {
            let path = folder.join(NAME);
            let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
            let length = file.metadata()?.len();
            match file::generation(&file)? {
                Some(generation) => log.hold(file, generation),
                None => {
                    if length > 0 {
                        problems
                            .push(log.problem("the names found before are damaged or of another version"));
                    }
                    drop(file);
                    log.begin()?;
                }
            }
            Ok(())
        });
        let news = opened.and_then(|()| {
            log.resume(known)?;
            log.take_in(&mut problems)
        });
        let news = log.said(news, &mut problems);
        (log, news, problems)
    }

    /// Opens the log in a folder only to read it; where there is none yet, nothing is told until there is.
    pub fn read(folder: &Path) -> (Self, News, Vec<Problem>) {
        Self::open_at(folder, false, None)
    }

    /// Goes on behind what is known, if that is of this file.
    fn resume(&mut self, known: Option<State>) -> io::Result<()> {
        let (Some(file), Some(known)) = (&self.file, known) else { return Ok(()) };
        if known.generation == self.generation && file.metadata()?.len() >= known.end {
            (self.end, self.numbers, self.written) = (known.end, known.numbers, known.end);
            (self.live, self.dead, self.slots) = (known.live, known.dead, known.slots);
        }
        Ok(())
    }

    /// What is known of the log so far.
    pub(super) fn state(&self) -> State {
        let Self { generation, end, numbers, live, dead, .. } = *self;
        State { generation, end, numbers, live, dead, slots: self.slots.clone() }
    }

    /// The table that was written down isn't right any more.
    pub fn outdate(&mut self) {
        self.written = 0;
    }

    /// Whether so much of the log isn't in the table that was written down that it is worth while to write it anew.
    pub(super) fn is_behind(&self, quiet: bool) -> bool {
        let behind = self.end.saturating_sub(self.written);
        self.writes
            && self.path.is_some()
            && self.file.is_some()
            && behind > 0
            && (quiet || self.written == 0 || behind * PART > self.end)
    }

    /// The table was written down.
    pub(super) fn written(&mut self) {
        self.written = self.end;
    }

    /// Its folder, where it has one.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.path.as_ref()?.parent()
    }

    fn closed(folder: Option<&Path>, writes: bool) -> Self {
        Self {
            path: folder.map(|folder| folder.join(NAME)),
            file: None,
            generation: 0,
            writes,
            end: HEAD,
            numbers: (0, 0),
            slots: Vec::new(),
            live: 0,
            dead: 0,
            stuck: None,
            written: 0,
            encoder: None,
        }
    }

    /// The stamp of a document's record; `None` where there is none, so that it is still to be tagged.
    pub fn stamp(&self, id: DocId) -> Option<u64> {
        self.slots.get(id.0 as usize)?.map(|place| place.stamp)
    }

    /// The documents with a record, in order.
    pub fn documents(&self) -> impl Iterator<Item = DocId> + '_ {
        self.slots.iter().zip(0..).filter(|(slot, _)| slot.is_some()).map(|(_, id)| DocId(id))
    }

    /// The length of the file in bytes.
    pub fn size(&self) -> u64 {
        if self.file.is_some() { self.end } else { 0 }
    }

    /// What another instance wrote since the last look. A reader asks now and then; a writer needn't.
    pub fn refresh(&mut self) -> (News, Vec<Problem>) {
        let mut problems = Vec::new();
        let news = self.look().and_then(|()| self.take_in(&mut problems));
        (self.said(news, &mut problems), problems)
    }

    /// Appends the records of documents; each replaces the one that was. They aren't on disk before [`Self::sync`].
    ///
    /// # Errors
    /// Whatever keeps it from that; then none of them is in the log.
    pub fn append(&mut self, records: &[Record]) -> io::Result<News> {
        self.write(|encoder, write| {
            for record in records {
                if record.id.0 >= MOST_DOCUMENTS {
                    return Err(io::Error::new(io::ErrorKind::InvalidInput, "too many documents"));
                }
                write(encoder, &mut |encoder, payload| encoder.record(record, payload))?;
            }
            Ok(())
        })
    }

    /// Appends that documents are gone.
    ///
    /// # Errors
    /// As [`Self::append`].
    pub fn remove(&mut self, ids: &[DocId]) -> io::Result<News> {
        let known: Vec<DocId> = ids.iter().copied().filter(|&id| self.stamp(id).is_some()).collect();
        self.write(|encoder, write| {
            known.iter().try_for_each(|&id| write(encoder, &mut |_, payload| removal(id, payload)))
        })
    }

    /// All that it has told so far, for a table that begins anew.
    ///
    /// # Errors
    /// What the system says, or that the file isn't what was written.
    pub fn again(&self) -> io::Result<News> {
        if self.file.is_none() {
            return Ok(News { anew: true, ..News::default() });
        }
        let (all, file) = self.all()?;
        Ok(News { anew: true, file: Some(file), ..all })
    }

    /// Returns once all that was written is on disk, if it is to outlive the program.
    ///
    /// # Errors
    /// What the system says.
    pub fn sync(&self) -> io::Result<()> {
        self.file.as_ref().filter(|_| self.path.is_some()).map_or(Ok(()), |file| file.sync_data())
    }

    /// Gives back the memory that only writing needs, until something is written again.
    pub fn rest(&mut self) {
        self.encoder = None;
    }

    /// Writes chunks of items. `fill` calls what it is given for each item.
    fn write(
        &mut self,
        fill: impl FnOnce(&mut Encoder, &mut WriteItem) -> io::Result<()>,
    ) -> io::Result<News> {
        let file = self.file.clone().filter(|_| self.writes);
        let Some(file) = file else {
            return Err(io::Error::other("the list of names isn't open for writing"));
        };
        let mut encoder = match self.encoder.take() {
            Some(encoder) => encoder,
            None => Encoder::behind(&self.all()?.0),
        };
        let mut chunks = Writer { file: &file, end: self.end, payload: Vec::new() };
        let filled = fill(&mut encoder, &mut |encoder, item| {
            if chunks.payload.is_empty() {
                let numbers = encoder.numbers();
                put(&mut chunks.payload, u64::from(numbers.0));
                put(&mut chunks.payload, u64::from(numbers.1));
            }
            item(encoder, &mut chunks.payload);
            if chunks.payload.len() >= CHUNK { chunks.flush() } else { Ok(()) }
        });
        if let Err(error) = filled.and_then(|()| chunks.flush()) {
            // What the encoder gave numbers to isn't in the file, so its numbers are forgotten with it.
            file.set_len(self.end)?;
            return Err(error);
        }
        let mut problems = Vec::new();
        let news = self.take_in(&mut problems)?;
        if let Some(problem) = problems.first() {
            return Err(io::Error::other(problem.reason.clone()));
        }
        self.encoder = Some(encoder);
        if self.end > SMALL && self.live < self.dead {
            return self.compact();
        }
        Ok(news)
    }

    /// Writes all that counts to a new file and puts it in the place of the old one; tells all of it.
    ///
    /// # Errors
    /// Whatever keeps it from that; then the old file stays.
    pub fn compact(&mut self) -> io::Result<News> {
        let (all, old) = self.all()?;
        let mut new = Self::closed(None, true);
        new.path = self.path.as_ref().map(|path| path.with_extension("new"));
        new.begin()?;
        new.encoder = Some(Encoder::default());
        let mut bytes = Vec::new();
        let mut batch = Vec::new();
        for place in self.slots.iter().flatten() {
            bytes.resize(place.length as usize, 0);
            read_at(&old, &mut bytes, place.at)?;
            batch.extend(decode::record(&bytes, &all.strings, &all.clusters));
            if batch.len() == 1024 {
                // Taken in again below, all at once.
                let _told_later = new.append(&batch)?;
                batch.clear();
            }
        }
        let _told_later = new.append(&batch)?;
        new.sync()?;
        if let (Some(new), Some(path)) = (&new.path, &self.path) {
            fs::rename(new, path)?;
            sync_folder(path)?;
        }
        new.path.clone_from(&self.path);
        let mut news = new.all()?.0;
        news.anew = true;
        news.file.clone_from(&new.file);
        *self = new;
        Ok(news)
    }

    /// All names and clusters, and the file.
    fn all(&self) -> io::Result<(News, Arc<File>)> {
        let Some(file) = self.file.clone() else { return Err(io::ErrorKind::NotFound.into()) };
        let mut all = News::default();
        let mut chunks = Chunks::new(&file, HEAD)?;
        let (mut at, mut payload) = (HEAD, Vec::new());
        while at < self.end && chunks.next(&mut payload)? == Next::Chunk {
            let (strings, clusters) = (all.strings.len(), all.clusters.len());
            let Some(news) = decode::chunk(&payload, at + BEFORE, strings, clusters) else { break };
            all.append(news);
            at += BEFORE + payload.len() as u64;
        }
        if (all.strings.len(), all.clusters.len()) != self.numbers {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the list of names changed under way"));
        }
        Ok((all, file))
    }

    /// Begins an empty file in the place of what is there.
    fn begin(&mut self) -> io::Result<()> {
        let mut random = [0; 8];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        let generation = u64::from_le_bytes(random);
        let Some(path) = &self.path else {
            let mut file = tempfile::tempfile()?;
            file.write_all(&file::head(generation))?;
            self.hold(file, generation);
            return Ok(());
        };
        // A file of another name first, so that whoever reads the old one isn't disturbed.
        let begun = path.with_extension("begun");
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(&begun)?;
        file.write_all(&file::head(generation))?;
        file.sync_all()?;
        fs::rename(&begun, path)?;
        sync_folder(path)?;
        self.hold(file, generation);
        Ok(())
    }

    /// Knows nothing yet of a file.
    fn hold(&mut self, file: File, generation: u64) {
        (self.file, self.generation) = (Some(Arc::new(file)), generation);
        (self.end, self.numbers) = (HEAD, (0, 0));
        (self.live, self.dead, self.written) = (0, 0, 0);
        self.slots.clear();
        (self.stuck, self.encoder) = (None, None);
    }

    /// Looks whether the file at the path is another one by now, or was cut.
    fn look(&mut self) -> io::Result<()> {
        if self.writes {
            return Ok(());
        }
        let Some(path) = &self.path else { return Ok(()) };
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        let Some(generation) = file::generation(&file)? else { return Ok(()) };
        let shorter = file.metadata()?.len() < self.end;
        // A chunk that another instance is writing has its end by the next look; one that hasn't, though the file grew,
        // was never behind what this one read.
        let lost = self.stuck.is_some_and(|length| file.metadata().is_ok_and(|now| now.len() > length));
        if self.file.is_none() || generation != self.generation || shorter || lost {
            self.hold(file, generation);
        }
        Ok(())
    }

    /// Reads on from where it is.
    fn take_in(&mut self, problems: &mut Vec<Problem>) -> io::Result<News> {
        let Some(file) = self.file.clone() else { return Ok(News::default()) };
        let mut all = News { anew: self.end == HEAD, file: Some(Arc::clone(&file)), ..News::default() };
        let mut chunks = Chunks::new(&file, self.end)?;
        let mut payload = Vec::new();
        loop {
            let next = chunks.next(&mut payload)?;
            let (strings, clusters) = self.numbers;
            let news = match next {
                Next::End => break,
                Next::Chunk => decode::chunk(&payload, self.end + BEFORE, strings, clusters),
                Next::Unsound => None,
            };
            let Some(news) = news else {
                self.cut(&file, problems)?;
                break;
            };
            self.end += BEFORE + payload.len() as u64;
            self.stuck = None;
            self.numbers = (strings + news.strings.len(), clusters + news.clusters.len());
            for filed in &news.filed {
                self.file_away(filed.id, filed.record);
            }
            all.append(news);
        }
        Ok(all)
    }

    /// What follows the last sound chunk is cut off; a reader leaves it, as another instance may be writing it.
    fn cut(&mut self, file: &File, problems: &mut Vec<Problem>) -> io::Result<()> {
        let length = file.metadata()?.len();
        if !self.writes {
            self.stuck = Some(length);
            return Ok(());
        }
        file.set_len(self.end)?;
        let lost = length.saturating_sub(self.end);
        problems.push(self.problem(&format!("the last {lost} bytes of the names found before are damaged")));
        Ok(())
    }

    fn file_away(&mut self, id: DocId, place: Option<Place>) {
        if id.0 as usize >= self.slots.len() && place.is_some() {
            self.slots.resize(id.0 as usize + 1, None);
        }
        let Some(slot) = self.slots.get_mut(id.0 as usize) else { return };
        let length = |place: Option<Place>| place.map_or(0, |place| u64::from(place.length));
        self.live = self.live + length(place) - length(*slot);
        self.dead += length(*slot);
        *slot = place;
    }

    fn problem(&self, reason: &str) -> Problem {
        Problem::new(
            self.shown().to_string_lossy(),
            reason,
            "the documents are looked through for names once more",
        )
    }

    /// The news, or a problem in their stead.
    fn said(&self, news: io::Result<News>, problems: &mut Vec<Problem>) -> News {
        news.unwrap_or_else(|error| {
            problems.push(Problem::io(&self.shown(), &error));
            News::default()
        })
    }

    /// Where it is, for a person.
    fn shown(&self) -> PathBuf {
        self.path.clone().unwrap_or_else(std::env::temp_dir)
    }
}

/// What is known of a log up to some byte of it.
#[derive(Debug)]
pub(super) struct State {
    generation: u64,
    end: u64,
    numbers: (u32, u32),
    live: u64,
    dead: u64,
    slots: Vec<Option<Place>>,
}

impl State {
    /// Writes it down.
    pub(super) fn pack(&self, packed: &mut Packed) {
        [self.generation, self.end, self.live, self.dead].into_iter().for_each(|number| packed.u64(number));
        [self.numbers.0, self.numbers.1].into_iter().for_each(|number| packed.u32(number));
        packed.u64(self.slots.len() as u64);
        for slot in &self.slots {
            packed.byte(slot.is_some().into());
            if let Some(Place { at, length, stamp, .. }) = slot {
                packed.u64(*at);
                packed.u64(*stamp);
                packed.u32(*length);
            }
        }
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        let (generation, end, live, dead) = (packed.u64()?, packed.u64()?, packed.u64()?, packed.u64()?);
        let numbers = (packed.u32()?, packed.u32()?);
        let mut slots = Vec::new();
        for _ in 0..packed.count(1)? {
            let there = packed.byte()? != 0;
            let mut place = || {
                let (at, stamp, length) = (packed.u64()?, packed.u64()?, packed.u32()?);
                Some(Place { at, length, stamp, entries: (0, 0) })
            };
            slots.push(if there { Some(place()?) } else { None });
        }
        Some(Self { generation, end, numbers, live, dead, slots })
    }
}

/// Writes an item with the encoder.
type WriteItem<'a> =
    dyn FnMut(&mut Encoder, &mut dyn FnMut(&mut Encoder, &mut Vec<u8>)) -> io::Result<()> + 'a;

/// Writes chunks behind what is there.
struct Writer<'a> {
    file: &'a File,
    /// Behind the last chunk written.
    end: u64,
    payload: Vec<u8>,
}

impl Writer<'_> {
    fn flush(&mut self) -> io::Result<()> {
        if self.payload.is_empty() {
            return Ok(());
        }
        let Some(chunk) = file::chunk(&self.payload) else {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "the names of a document are too many"));
        };
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(&chunk)?;
        self.end += chunk.len() as u64;
        self.payload.clear();
        Ok(())
    }
}
