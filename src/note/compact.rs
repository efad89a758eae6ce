//! Compacting a journal: writing it anew with only the lines that count.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::journal::{parent, sync_dir};
use super::lines::each_line;
use super::{About, Journal, Op, Record, Way};

/// What compacting a journal came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compacted {
    /// The journal.
    pub path: PathBuf,
    /// Where the journal is kept as it was.
    pub old: PathBuf,
    /// Lines before and after.
    pub lines: (usize, usize),
    /// Bytes before and after.
    pub bytes: (u64, u64),
}

impl Journal {
    /// Writes the journal anew with only the records that count, and keeps the old file beside it under a name that isn't
    /// read: `<machine>.jsonl.<now>.old`. `None` where there is no journal, or nothing that could be left out.
    ///
    /// Of the records on one item, ruling or document the greatest stays, a deletion too, for it has to win over the
    /// journals of other machines. What is no record of this version stays as it is. What stays is no step any more that
    /// can be undone. Whoever wants to append meanwhile waits, and appends to the new file.
    ///
    /// # Errors
    /// Whatever keeps it from that, with the file named; the journal is then as it was. One is that the file system has
    /// no locks, without which a record could be lost.
    pub fn compact(&self, now: Timestamp) -> io::Result<Option<Compacted>> {
        if !fs::exists(self.path())? {
            return Ok(None);
        }
        let compacted = self.written_anew(now);
        compacted.map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", self.path().display())))
    }

    fn written_anew(&self, now: Timestamp) -> io::Result<Option<Compacted>> {
        let (file, locked) = self.open()?;
        if !locked {
            let reason =
                "the file system has no locks, so that other programs can't be kept from writing to it";
            return Err(io::Error::new(io::ErrorKind::Unsupported, reason));
        }
        // A link stays one.
        let path = fs::canonicalize(self.path())?;
        let (lines, counting) = counting(&file)?;
        let kept = counting.iter().filter(|counts| **counts).count();
        if kept == lines {
            return Ok(None);
        }
        let before = file.metadata()?.len();
        let mut new =
            tempfile::Builder::new().prefix(".compacted-").suffix(".tmp").tempfile_in(parent(&path))?;
        copy(&file, &counting, new.as_file_mut())?;
        new.as_file().set_permissions(file.metadata()?.permissions())?;
        new.as_file().sync_all()?;
        let after = new.as_file().metadata()?.len();
        let old = keep_old(&path, &now.strftime("%Y%m%dT%H%M%SZ").to_string())?;
        new.persist(&path).map_err(|error| error.error)?;
        sync_dir(parent(&path))?;
        Ok(Some(Compacted {
            path: self.path().to_owned(),
            old,
            lines: (lines, kept),
            bytes: (before, after),
        }))
    }
}

/// The number of lines that aren't empty, and of each line whether it counts.
fn counting(mut file: &File) -> io::Result<(usize, Vec<bool>)> {
    let (mut lines, mut counting) = (0, Vec::new());
    let mut greatest: HashMap<About, (Record, usize)> = HashMap::new();
    file.rewind()?;
    each_line(&mut BufReader::new(file), |line| {
        let is_empty = line.content.is_some_and(<[u8]>::is_empty);
        lines += usize::from(!is_empty);
        counting.push(!is_empty);
        let Some(Ok(record)) = line.content.map(Record::from_line) else { return Ok(()) };
        let here = counting.len() - 1;
        let loser = match greatest.entry(record.op.about()) {
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert((record, here));
                None
            }
            std::collections::hash_map::Entry::Occupied(known) if known.get().0 >= record => Some(here),
            std::collections::hash_map::Entry::Occupied(mut known) => Some(known.insert((record, here)).1),
        };
        if let Some(counts) = loser.and_then(|loser| counting.get_mut(loser)) {
            *counts = false;
        }
        Ok(())
    })?;
    Ok((lines, counting))
}

/// Copies the lines that count, records as settled ones.
fn copy(mut file: &File, counting: &[bool], to: &mut File) -> io::Result<()> {
    let mut out = BufWriter::new(to);
    let mut whole = file.try_clone()?;
    file.rewind()?;
    // The place of a line that is too long for the memory is known once it was skipped.
    let mut long = Vec::new();
    each_line(&mut BufReader::new(file), |line| {
        match line.content {
            _ if !counting.get(line.number - 1).is_some_and(|counts| *counts) => {}
            Some(content) => {
                out.write_all(&settled(content))?;
                out.write_all(b"\n")?;
            }
            None => long.push(line.range),
        }
        Ok(())
    })?;
    // They come last, where they disturb nothing: no order counts in a journal.
    for range in long {
        let mut last = [0];
        whole.seek(io::SeekFrom::Start(range.end.saturating_sub(1)))?;
        whole.read_exact(&mut last)?;
        let length = range.end - range.start - u64::from(last == *b"\n");
        whole.seek(io::SeekFrom::Start(range.start))?;
        if io::copy(&mut Read::take(&mut whole, length), &mut out)? < length {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "it became shorter while it was read"));
        }
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// The line of a record as that of a settled one, with all its fields, those too that aren't known here; any other line as
/// it is.
fn settled(line: &[u8]) -> Vec<u8> {
    let record = match Record::from_line(line) {
        Ok(record)
            if record.way != Some(Way::Settled) && !matches!(record.op, Op::Place(_) | Op::Mark(_)) =>
        {
            record
        }
        _ => return line.to_owned(),
    };
    let wanted = Record { way: Some(Way::Settled), ..record };
    let body = line.strip_suffix(b"}").unwrap_or(line);
    let ends: [&[u8]; 2] = [b",\"way\":\"undo\"", b",\"way\":\"redo\""];
    let body = ends.iter().find_map(|end| body.strip_suffix(*end)).unwrap_or(body);
    let new = [body, b",\"way\":\"settled\"}"].concat();
    if Record::from_line(&new).as_ref() == Ok(&wanted) {
        return new;
    }
    // It was written by another program, its fields in another order.
    wanted.to_line().map_or_else(|_| line.to_owned(), String::into_bytes)
}

/// Has the file at `path` under another name too; gives that name.
fn keep_old(path: &Path, date: &str) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for number in 1..100 {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let old = path.with_file_name(format!("{name}.{date}{number}.old"));
        match fs::hard_link(path, &old) {
            Ok(()) => return Ok(old),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            // Some file systems have no links.
            Err(_) => match File::options().write(true).create_new(true).open(&old) {
                Ok(mut copy) => {
                    io::copy(&mut File::open(path)?, &mut copy)?;
                    copy.sync_all()?;
                    return Ok(old);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            },
        }
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, "there are too many old files beside it"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::super::testing::{any_record, delete, place, put, time};
    use super::super::{ItemId, LONGEST_LINE, Store, Undo, read_all};
    use super::*;

    fn journal(dir: &tempfile::TempDir) -> Journal {
        Journal::new(dir.path(), "desk")
    }

    #[test]
    fn only_what_counts_stays_and_the_old_file_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let journal = journal(&dir);
        assert_eq!(journal.compact(time(9)).unwrap(), None);
        let undo = Record { way: Some(Way::Undo), ..put(4, 1, "first") };
        journal.append(&[put(1, 1, "first"), put(2, 1, "second"), put(3, 2, "gone"), undo]).unwrap();
        journal.append(&[delete(5, 2), place(6, 1, 1, 7), place(7, 1, 1, 9)]).unwrap();
        let before = fs::read(journal.path()).unwrap();
        let compacted = journal.compact(time(9)).unwrap().unwrap();
        assert_eq!(compacted.lines, (7, 3));
        assert_eq!(compacted.old, dir.path().join("desk.jsonl.19700101T000009Z.old"));
        assert_eq!(fs::read(&compacted.old).unwrap(), before);
        let (records, problems) = read_all(dir.path());
        let settled = |record| Record { way: Some(Way::Settled), ..record };
        assert_eq!(records, [settled(put(4, 1, "first")), settled(delete(5, 2)), place(7, 1, 1, 9)]);
        assert_eq!(problems, []);
        assert_eq!(journal.compact(time(9)).unwrap(), None, "there is nothing more to leave out");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "nothing else lies about");
    }

    #[test]
    fn damaged_foreign_and_newer_lines_stay_as_they_are() {
        let dir = tempfile::tempdir().unwrap();
        let journal = journal(&dir);
        let mut content = b"\xff\xfe\n<<<<<<< HEAD\n{\"v\":2,\"op\":\"put\"}\n\n{\"a\":1}\n".to_vec();
        let long = vec![b'x'; LONGEST_LINE + 7];
        content.extend([long.as_slice(), b"\n"].concat());
        for record in [put(1, 1, "a"), put(2, 1, "b")] {
            content.extend(record.to_line().unwrap().replacen('{', "{\"x\":[7],", 1).bytes());
            content.push(b'\n');
        }
        content.extend(b"{\"v\":1,\"at\":\"20");
        fs::write(journal.path(), &content).unwrap();
        let compacted = journal.compact(time(9)).unwrap().unwrap();
        assert_eq!(compacted.lines, (8, 7));
        let after = fs::read(journal.path()).unwrap();
        let lines: Vec<&[u8]> = after.split(|byte| *byte == b'\n').collect();
        assert_eq!(
            lines[..4],
            [b"\xff\xfe" as &[u8], b"<<<<<<< HEAD", b"{\"v\":2,\"op\":\"put\"}", b"{\"a\":1}"]
        );
        let kept = String::from_utf8_lossy(lines[4]);
        assert!(kept.starts_with("{\"x\":[7],") && kept.ends_with(",\"way\":\"settled\"}"), "{kept}");
        assert_eq!(
            (lines[5], lines[6].len(), lines.len()),
            (b"{\"v\":1,\"at\":\"20" as &[u8], long.len(), 8)
        );
    }

    #[test]
    fn what_was_undone_and_what_can_be_undone_is_no_step_any_more() {
        let dir = tempfile::tempdir().unwrap();
        let journal = journal(&dir);
        let undone = Record { way: Some(Way::Undo), ..delete(3, 2) };
        journal.append(&[put(1, 1, "a"), put(2, 2, "b"), undone, put(4, 1, "c")]).unwrap();
        journal.compact(time(9)).unwrap().unwrap();
        journal.append(&[put(5, 3, "d")]).unwrap();
        let records: Vec<(bool, Record)> =
            read_all(dir.path()).0.into_iter().map(|record| (true, record)).collect();
        let mut undo = Undo::of(&records);
        let step = undo.undo().unwrap();
        assert_eq!(step[0].before.as_ref().unwrap().id(), &ItemId::from_bits(3));
        assert_eq!(undo.undo(), None);
    }

    #[test]
    fn nobody_who_appends_meanwhile_loses_anything() {
        let dir = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let journal = journal(&dir);
                scope.spawn(move || {
                    for note in 0..100 {
                        // Every second one is replaced by the next, so that there is something to leave out.
                        let id = thread * 1000 + note / 2;
                        journal.append(&[put(note as i64, id, &"x".repeat(500))]).unwrap();
                    }
                });
            }
            let journal = journal(&dir);
            scope.spawn(move || {
                for at in 0..40 {
                    journal.compact(time(at)).unwrap();
                    std::thread::sleep(std::time::Duration::from_millis(5));
                }
            });
        });
        let (records, problems) = read_all(dir.path());
        let store = Store::replay(&records);
        assert_eq!((store.items().count(), problems.len()), (200, 0));
        assert!(store.items().all(|item| item.created.as_second() % 2 == 1));
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_a_link_stays_a_link() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("real")).unwrap();
        let real = Journal::new(dir.path().join("real"), "desk");
        real.append(&[put(1, 1, "a"), put(2, 1, "b")]).unwrap();
        fs::set_permissions(real.path(), fs::Permissions::from_mode(0o640)).unwrap();
        symlink(real.path(), dir.path().join("desk.jsonl")).unwrap();
        journal(&dir).compact(time(9)).unwrap().unwrap();
        assert!(fs::symlink_metadata(dir.path().join("desk.jsonl")).unwrap().is_symlink());
        assert_eq!(fs::metadata(real.path()).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(read_all(dir.path()).0.len(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn beside_any_other_journal_it_amounts_to_the_same(
            own in prop::collection::vec(any_record(), 0..12), other in prop::collection::vec(any_record(), 0..6),
        ) {
            let items = |store: &Store| -> Vec<_> { store.items().cloned().collect() };
            let rulings = |store: &Store| -> Vec<_> { store.rulings().cloned().collect() };
            let places = |store: &Store| {
                let mut places: Vec<_> = store.places().cloned().collect();
                places.sort();
                places
            };
            let dir = tempfile::tempdir().unwrap();
            let journal = journal(&dir);
            journal.append(&own).unwrap();
            journal.compact(time(9)).unwrap();
            let before = Store::replay(own.iter().chain(&other));
            let compacted = read_all(dir.path()).0;
            prop_assert!(compacted.len() <= own.len());
            let after = Store::replay(compacted.iter().chain(&other));
            prop_assert_eq!(items(&after), items(&before));
            prop_assert_eq!(rulings(&after), rulings(&before));
            prop_assert_eq!(places(&after), places(&before));
        }
    }
}
