//! Noticing what other instances, other machines and file syncers write into the journals.

use std::fs;
use std::path::PathBuf;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Watches the folders of the journals until what it gives is dropped; `tell` is called whenever one of them may have
/// changed. Folders that aren't there yet are made, for a folder can't be watched before it is there.
///
/// # Errors
///
/// Where the folders can't be made or watched: on some network file systems, or with too many watches.
pub(super) fn watch(
    folders: &[PathBuf],
    tell: impl Fn() + Send + 'static,
) -> notify::Result<RecommendedWatcher> {
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
