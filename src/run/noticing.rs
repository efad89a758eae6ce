//! Noticing what other instances, other machines and file syncers write into the journals.

use std::fs::{self, Metadata};
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How often the folders are looked at where the system can't tell of changes.
const OFTEN: Duration = Duration::from_secs(1);

/// Whoever notices; until it is dropped.
pub(super) enum Noticing {
    /// The system tells.
    Told { _watcher: RecommendedWatcher },
    /// A thread looks, and ends once this is dropped.
    Looking { _end: Sender<()> },
    /// Nobody does: there is no thread to be had.
    Nobody,
}

/// Notices changes in the folders of the journals; `tell` is called whenever one of them may have changed. Where the system
/// can't tell of changes, as with too many watches, the folders are looked at each second.
pub(super) fn notice(folders: &[PathBuf], tell: impl Fn() + Clone + Send + 'static) -> Noticing {
    match watch(folders, tell.clone()) {
        Ok(watcher) => Noticing::Told { _watcher: watcher },
        Err(_) => look(folders.to_vec(), tell),
    }
}

/// Looks at the folders each second, in a thread.
fn look(folders: Vec<PathBuf>, tell: impl Fn() + Send + 'static) -> Noticing {
    let (end, ended) = mpsc::channel::<()>();
    let looking = thread::Builder::new().name("noticing".to_owned()).spawn(move || {
        let mut known = state(&folders);
        while ended.recv_timeout(OFTEN) == Err(RecvTimeoutError::Timeout) {
            let now = state(&folders);
            if now != known {
                known = now;
                tell();
            }
        }
    });
    looking.map_or(Noticing::Nobody, |_| Noticing::Looking { _end: end })
}

/// The files of the folders with their lengths and times, in order. What can't be read isn't there.
fn state(folders: &[PathBuf]) -> Vec<(PathBuf, u64, Option<SystemTime>)> {
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let of = |known: Metadata| (known.len(), known.modified().ok());
    let mut files: Vec<_> = entries
        .map(|entry| {
            let (length, changed) = fs::metadata(entry.path()).map(of).unwrap_or_default();
            (entry.path(), length, changed)
        })
        .collect();
    files.sort_unstable();
    files
}

/// Watches the folders until what it gives is dropped. Folders that aren't there yet are made, for a folder can't be watched
/// before it is there.
fn watch(folders: &[PathBuf], tell: impl Fn() + Send + 'static) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // What the system couldn't tell of may be anything.
        if event.map_or(true, |event| is_change(&event)) {
            tell();
        }
    })?;
    for folder in folders {
        fs::create_dir_all(folder)?;
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
    }
    Ok(watcher)
}

/// Whether there may be something new to read. Writing is told of once it has ended, as each change is a file that is
/// opened, written to and closed.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        // On Linux closing tells of this too, elsewhere nothing else does.
        EventKind::Modify(notify::event::ModifyKind::Data(_)) => !cfg!(target_os = "linux"),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn where_the_system_tells_of_nothing_a_change_is_seen_within_a_second_or_two() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("desk.jsonl");
        fs::write(&file, "one\n").unwrap();
        let (told, heard) = mpsc::channel();
        let looking = look(vec![folder.path().to_owned(), folder.path().join("nowhere")], move || {
            told.send(()).ok();
        });
        assert_eq!(heard.recv_timeout(OFTEN * 2), Err(RecvTimeoutError::Timeout), "nothing has changed");
        fs::write(&file, "one\ntwo\n").unwrap();
        heard.recv_timeout(OFTEN * 5).unwrap();
        drop(looking);
        // The thread ends, and its end of the channel with it.
        assert_eq!(heard.recv_timeout(OFTEN * 5), Err(RecvTimeoutError::Disconnected));
    }
}
