//! The table of names written down as it is, so that the next start needn't group them. It belongs to the beginning of a
//! log, to what the person ruled, and to the build of the program that grouped them; otherwise the log is read instead.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::arena::Arena;
use super::filed::Filed;
use super::groups::Groups;
use super::log::{NameLog, State};
use super::news::News;
use super::ruled::Ruled;
use super::rules::Rules;
use super::table::Names;
use super::words::WordIndex;
use crate::corpus::Problem;
use crate::index::build::build;
use crate::index::packed::{Packed, Sections, Unpacked, Writer};

/// The name of the file in the folder of names.
const NAME: &str = "table";

/// What the file begins with. The number is that of the form: with another one it isn't read.
const HEAD: &[u8] = b"ibid table of names 1\n";

impl NameLog {
    /// Opens the log in a folder, to write to it if `writes`, with the table of its names by these rules: the one that was
    /// written down last with what the log has behind it, or, where there is none that is right, that of the whole log.
    /// Without a folder both are new, and nothing of them stays.
    pub fn open_with(folder: Option<&Path>, rules: Arc<Rules>, writes: bool) -> (Self, Names, Vec<Problem>) {
        let Some(folder) = folder else {
            let (log, problems) = Self::passing();
            return (log, Names::ruled(rules).settled(), problems);
        };
        let known = read(&folder.join(NAME), &rules);
        let (state, names) = known.map_or((None, None), |(state, names)| (Some(state), Some(names)));
        let (log, news, problems) = Self::open_at(folder, writes, state);
        let names = match names {
            Some(names) if !news.anew => Names { file: news.file.clone(), ..names }.with(news),
            _ => Names::ruled(rules).with(News { anew: false, ..news }).settled(),
        };
        (log, names, problems)
    }

    /// Writes down the table of all that is in the log, once that is on disk, where much of it isn't written down; or, in
    /// `quiet`, anything. The one before stays until it is done.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn write_down(&mut self, names: &Names, quiet: bool) -> io::Result<()> {
        let Some(path) = self.folder().map(|folder| folder.join(NAME)).filter(|_| self.is_behind(quiet))
        else {
            return Ok(());
        };
        self.sync()?;
        let mut writer = Writer::begin(&path, HEAD)?;
        let mut about = Packed::default();
        about.u64(build());
        about.u64(names.rules.key());
        about.u32(names.grouped);
        about.u64(names.changed as u64);
        self.state().pack(&mut about);
        writer.section(&about.finish())?;
        let arena = |arena: &Arena| {
            let mut packed = Packed::default();
            arena.pack(&mut packed);
            packed.finish()
        };
        writer.section(&arena(&names.strings))?;
        writer.section(&arena(&names.clusters))?;
        let mut filed = Packed::default();
        names.filed.pack(&mut filed);
        writer.section(&filed.finish())?;
        let mut words = Packed::default();
        words.u32s(&names.counts);
        names.words.pack(&mut words);
        names.sounds.pack(&mut words);
        writer.section(&words.finish())?;
        let mut groups = Packed::default();
        names.groups.pack(&mut groups);
        if let Some(ruled) = &names.ruled {
            ruled.pack(&mut groups);
        }
        writer.section(&groups.finish())?;
        writer.finish()?;
        self.written();
        Ok(())
    }
}

/// The table that was written down by these rules and this program, and the part of the log that it is of.
fn read(path: &Path, rules: &Arc<Rules>) -> Option<(State, Names)> {
    // One that can't be read is put together anew, from the log.
    let sections = Sections::read(path, HEAD).ok()?;
    let mut about = sections.get(0)?;
    if (about.u64()?, about.u64()?) != (build(), rules.key()) {
        return None;
    }
    let (grouped, changed) = (about.u32()?, usize::try_from(about.u64()?).ok()?);
    let texts = || Some((Arena::unpack(&mut sections.get(1)?)?, Arena::unpack(&mut sections.get(2)?)?));
    let rest = || {
        let mut words = sections.get(4)?;
        let counts = words.u32s()?;
        let words = (WordIndex::unpack(&mut words)?, WordIndex::unpack(&mut words)?);
        let mut packed = sections.get(5)?;
        let groups = Groups::unpack(&mut packed)?;
        let ruled = if rules.is_empty() { None } else { Some(Arc::new(Ruled::unpack(&mut packed)?)) };
        Some((counts, words, groups, ruled))
    };
    let filed = || {
        let state = State::unpack(&mut about.clone())?;
        Some((state, Filed::unpack(&mut sections.get(3)?)?))
    };
    let (texts, (rest, filed)) = rayon::join(texts, || rayon::join(rest, filed));
    let ((strings, clusters), (state, filed), (counts, (words, sounds), groups, ruled)) =
        (texts?, filed?, rest?);
    let (counts, groups, rules) = (Arc::new(counts), Arc::new(groups), rules.clone());
    let names = Names {
        strings,
        clusters,
        counts,
        filed,
        words,
        sounds,
        groups,
        grouped,
        changed,
        file: None,
        rules,
        ruled,
    };
    Some((state, names))
}

impl Arena {
    /// Writes it down.
    pub(super) fn pack(&self, packed: &mut Packed) {
        packed.u32(self.len());
        for (bytes, ends) in self.blocks() {
            packed.bytes(bytes);
            packed.u32s(ends);
        }
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        let len = packed.u32()?;
        let mut arena = Self::default();
        while arena.len() < len {
            arena.push_block(packed.bytes()?.to_vec(), packed.u32s()?)?;
        }
        (arena.len() == len).then_some(arena)
    }
}

#[cfg(test)]
#[path = "kept_tests.rs"]
mod tests;
