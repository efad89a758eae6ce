//! Drafts: what stands in the editor is on disk while it is typed, so that no crash costs it.
//!
//! Each run of the program has a draft of its own in `drafts/` of the config directory: `<number>.json`, written anew
//! whole and put in its place at once, and `<number>.lock`, which is locked for as long as the run lasts. A draft whose
//! lock is free belongs to a run that has died. The number begins with that of the process, by which the file is found that
//! it had handed to the person's own editor.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::external::{editors_file, private, read_back};
use crate::app::{Draft, DraftId};
use crate::corpus::Problem;
use crate::note::{ItemId, LONGEST_LINE, replace};

/// Bytes of a draft that are read: those of a line of a journal, which holds as much.
const LONGEST: u64 = LONGEST_LINE as u64;

/// How old a lock has to be before it is taken for one that a dead run has left.
const YOUNG: Duration = Duration::from_secs(60);

/// The draft of this run, and those of runs that have died.
pub(super) struct Drafts {
    folder: PathBuf,
    /// The draft of this run, once there is one, and its lock.
    own: Option<(PathBuf, File)>,
    /// Those that are offered to the person.
    orphans: Vec<Orphan>,
}

/// A draft of a run that has died.
struct Orphan {
    id: DraftId,
    path: PathBuf,
    /// What the person's own editor had written, where that is what is offered.
    edited: Option<PathBuf>,
    /// Held, so that only one instance offers it.
    lock: File,
}

impl Drafts {
    pub(super) fn new(config: &Path) -> Self {
        Self { folder: config.join("drafts"), own: None, orphans: Vec::new() }
    }

    /// The drafts that no living run has, and what is wrong with any. None is removed.
    pub(super) fn orphans(&mut self) -> (Vec<(DraftId, Draft)>, Vec<Problem>) {
        let (mut drafts, mut problems) = (Vec::new(), Vec::new());
        let mut paths: Vec<PathBuf> = match fs::read_dir(&self.folder) {
            Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
            // There never was one.
            Err(_) => return (drafts, problems),
        };
        paths.sort_unstable();
        let of_kind = |wanted: &str| {
            let is = move |path: &&PathBuf| path.extension().is_some_and(|kind| kind == wanted);
            paths.iter().filter(is).cloned().collect::<Vec<PathBuf>>()
        };
        for lock in of_kind("lock") {
            remove_left(&lock);
        }
        let paths = of_kind("json");
        for path in paths {
            let Ok(lock) = open_lock(&path) else { continue };
            if lock.try_lock().is_err() {
                // Somebody is writing on it, or offers it already.
                continue;
            }
            match read(&path) {
                Ok(mut draft) => {
                    let edited = if draft.outside { self.of_editor(&path) } else { None };
                    let edited = edited.and_then(|edited| match read_back(&edited) {
                        Ok(text) if text.is_empty() => None,
                        Ok(text) => {
                            draft.text = text;
                            Some(edited)
                        }
                        Err(reason) => {
                            let reason = format!("was left by an editor and isn't offered: {reason}");
                            let remedy = "see what is in it, then remove it";
                            problems.push(Problem::new(edited.display().to_string(), reason, remedy));
                            None
                        }
                    });
                    let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                    drafts.push((id.clone(), draft));
                    self.orphans.push(Orphan { id, path, edited, lock });
                }
                Err(error) => problems.push(Problem::new(
                    path.display().to_string(),
                    format!("isn't a draft that can be read: {error}"),
                    "look into it in an editor, then remove it",
                )),
            }
        }
        (drafts, problems)
    }

    /// Has this draft on disk in the place of the one before; without one removes that.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from that; the draft before is then still there.
    pub(super) fn keep(&mut self, draft: Option<&Draft>) -> io::Result<()> {
        match draft {
            None => match self.own.take() {
                Some((path, lock)) => remove(&path, lock),
                None => Ok(()),
            },
            Some(draft) => {
                let path = match &self.own {
                    Some((path, _)) => path.clone(),
                    None => self.begin()?,
                };
                replace(&path, &serde_json::to_vec(draft)?)
            }
        }
    }

    /// A draft of a run that has died is needed no more.
    ///
    /// # Errors
    ///
    /// Where it can't be removed.
    pub(super) fn drop_orphan(&mut self, id: &DraftId) -> io::Result<()> {
        match self.orphans.iter().position(|orphan| orphan.id == *id) {
            Some(at) => {
                let Orphan { path, edited, lock, .. } = self.orphans.remove(at);
                // Of what an editor left only that goes which was offered.
                edited.map_or(Ok(()), fs::remove_file)?;
                remove(&path, lock)
            }
            None => Ok(()),
        }
    }

    /// The files that the run of a draft had handed to the person's own editor.
    fn editors_files(&self, draft: &Path) -> Vec<PathBuf> {
        let name = draft.file_stem().unwrap_or_default().to_string_lossy();
        let Some(process) = name.split('-').next().and_then(|process| process.parse().ok()) else {
            return Vec::new();
        };
        let begins = editors_file(process);
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let own = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(&begins));
        own.map(|entry| entry.path()).collect()
    }

    /// The file in which the person's own editor was writing when the run of a draft died. It was made after the draft was
    /// written: an older one is what another run of the same number has left.
    fn of_editor(&self, draft: &Path) -> Option<PathBuf> {
        let changed = |path: &Path| fs::metadata(path).and_then(|known| known.modified()).ok();
        let begun = changed(draft);
        let files = self.editors_files(draft).into_iter();
        files.filter(|path| changed(path) >= begun).max_by_key(|path| changed(path))
    }

    /// Takes a name for the draft of this run, and locks it.
    fn begin(&mut self) -> io::Result<PathBuf> {
        fs::create_dir_all(&self.folder)?;
        let path = self.folder.join(format!("{}-{}.json", std::process::id(), ItemId::random()?));
        let lock = open_lock(&path)?;
        lock.try_lock().map_err(io::Error::from)?;
        self.own = Some((path.clone(), lock));
        Ok(path)
    }
}

/// The file beside a draft that is locked while somebody has it.
fn open_lock(path: &Path) -> io::Result<File> {
    private().create(true).truncate(false).open(path.with_extension("lock"))
}

/// Removes the lock of a run that died between taking it and writing its first draft. Where that fails, another run has it.
fn remove_left(lock: &Path) {
    if lock.with_extension("json").exists() {
        return;
    }
    let Ok(file) = File::open(lock) else { return };
    // A young one may be about to be locked.
    let age = file.metadata().and_then(|known| known.modified()).ok().and_then(|at| at.elapsed().ok());
    if age.is_some_and(|age| age > YOUNG) && file.try_lock().is_ok() {
        // What can't be removed disturbs nobody.
        fs::remove_file(lock).ok();
    }
}

fn remove(path: &Path, lock: File) -> io::Result<()> {
    let removed = match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::remove_file(path.with_extension("lock")),
    };
    drop(lock);
    removed
}

fn read(path: &Path) -> io::Result<Draft> {
    if fs::metadata(path)?.len() > LONGEST {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "too long"));
    }
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::app::{NewItem, Target};
    use crate::note::{ItemKind, Subject};

    fn draft(text: &str) -> Draft {
        let new = NewItem::new(ItemKind::Note, Subject::Collection(Vec::new()));
        Draft { target: Target::New(new), text: text.to_owned(), outside: false }
    }

    /// One that the person's own editor has meanwhile.
    fn outside(text: &str) -> Draft {
        Draft { outside: true, ..draft(text) }
    }

    /// Writes what an editor of this process leaves.
    fn leave(config: &Path, bytes: &[u8]) -> PathBuf {
        let left = config.join("drafts").join(format!("{}1.md", editors_file(std::process::id())));
        fs::write(&left, bytes).unwrap();
        left
    }

    fn texts(drafts: &mut Drafts) -> Vec<String> {
        drafts.orphans().0.into_iter().map(|(_, draft)| draft.text).collect()
    }

    #[test]
    fn a_draft_is_offered_once_its_run_has_died_and_by_one_instance_only() {
        let config = tempfile::tempdir().unwrap();
        let mut run = Drafts::new(config.path());
        run.keep(Some(&draft("half a"))).unwrap();
        run.keep(Some(&draft("half a sentence"))).unwrap();
        assert_eq!(texts(&mut Drafts::new(config.path())), [""; 0], "while it lives");
        drop(run);
        let mut next = Drafts::new(config.path());
        assert_eq!(texts(&mut next), ["half a sentence"]);
        assert_eq!(texts(&mut Drafts::new(config.path())), [""; 0], "while another one offers it");
        drop(next);
        let mut last = Drafts::new(config.path());
        let (offered, problems) = last.orphans();
        assert_eq!((offered.len(), problems.len()), (1, 0));
        last.drop_orphan(&offered[0].0).unwrap();
        assert_eq!(fs::read_dir(config.path().join("drafts")).unwrap().count(), 0);
    }

    #[test]
    fn a_draft_that_was_saved_leaves_nothing() {
        let config = tempfile::tempdir().unwrap();
        let mut run = Drafts::new(config.path());
        run.keep(None).unwrap();
        run.keep(Some(&draft("x"))).unwrap();
        run.keep(None).unwrap();
        assert_eq!(fs::read_dir(config.path().join("drafts")).unwrap().count(), 0);
    }

    #[test]
    fn the_lock_of_a_run_that_died_before_its_first_draft_is_removed() {
        let config = tempfile::tempdir().unwrap();
        let folder = config.path().join("drafts");
        fs::create_dir_all(&folder).unwrap();
        let old = fs::FileTimes::new().set_modified(std::time::SystemTime::now() - 2 * YOUNG);
        for name in ["dead.lock", "young.lock", "living.lock"] {
            let file = File::create(folder.join(name)).unwrap();
            if name != "young.lock" {
                file.set_times(old).unwrap();
            }
        }
        let held = File::open(folder.join("living.lock")).unwrap();
        held.lock().unwrap();
        Drafts::new(config.path()).orphans();
        let left = ["dead.lock", "young.lock", "living.lock"].map(|name| folder.join(name).exists());
        assert_eq!(left, [false, true, true]);
    }

    #[test]
    fn what_an_editor_left_that_cannot_be_offered_is_told_and_never_removed() {
        let config = tempfile::tempdir().unwrap();
        let mut run = Drafts::new(config.path());
        run.keep(Some(&outside("before the editor"))).unwrap();
        let left = leave(config.path(), b"not \xff UTF-8");
        drop(run);
        let mut next = Drafts::new(config.path());
        let (offered, problems) = next.orphans();
        assert_eq!((offered[0].1.text.as_str(), problems.len()), ("before the editor", 1));
        next.drop_orphan(&offered[0].0).unwrap();
        assert!(left.exists());
    }

    #[test]
    fn what_an_editor_left_is_offered_only_of_a_run_that_died_in_it() {
        let config = tempfile::tempdir().unwrap();
        let mut run = Drafts::new(config.path());
        run.keep(Some(&outside("before the editor"))).unwrap();
        let left = leave(config.path(), b"from the editor");
        run.keep(Some(&draft("typed for an hour behind it"))).unwrap();
        drop(run);
        let mut next = Drafts::new(config.path());
        let (offered, _) = next.orphans();
        assert_eq!(offered[0].1.text, "typed for an hour behind it");
        next.drop_orphan(&offered[0].0).unwrap();
        assert!(left.exists(), "it was never offered");

        // Another run of the same number dies in its editor before that has written.
        File::options().write(true).open(&left).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
        let mut run = Drafts::new(config.path());
        run.keep(Some(&outside("of another run"))).unwrap();
        drop(run);
        assert_eq!(texts(&mut Drafts::new(config.path())), ["of another run"]);
        let mut run = Drafts::new(config.path());
        run.keep(Some(&outside("again"))).unwrap();
        leave(config.path(), b"written there");
        drop(run);
        assert!(texts(&mut Drafts::new(config.path())).contains(&"written there".to_owned()));
    }

    #[test]
    fn what_is_no_draft_is_told_and_left_alone() {
        let config = tempfile::tempdir().unwrap();
        let folder = config.path().join("drafts");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("x.json"), "{").unwrap();
        fs::write(folder.join("note-1.md"), "from an editor").unwrap();
        let (drafts, problems) = Drafts::new(config.path()).orphans();
        assert_eq!((drafts.len(), problems.len()), (0, 1));
        assert!(folder.join("x.json").exists());
    }
}
