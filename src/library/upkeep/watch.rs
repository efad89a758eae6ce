//! Watching the files of a collection.

use std::ffi::OsStr;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Order;

/// Watches the paths until what it gives is dropped; each change is an order.
///
/// # Errors
///
/// Where the system can't watch them: too many folders, above all.
pub(super) fn watch(paths: &[PathBuf], orders: Sender<Order>) -> notify::Result<RecommendedWatcher> {
    let roots = paths.to_vec();
    let tell = move |event: notify::Result<Event>| {
        // What the system couldn't tell of may be anything.
        if event.is_err() || event.is_ok_and(|event| is_change(&event, &roots)) {
            // Nobody listens any more once the upkeep has ended.
            let _ = orders.send(Order::Changed);
        }
    };
    let mut watcher = notify::recommended_watcher(tell)?;
    for path in paths {
        watch_below(&mut watcher, path)?;
    }
    Ok(watcher)
}

/// Watches a folder and all below it but what may not be read: no document of that is in the collection, and it is told as such.
fn watch_below(watcher: &mut RecommendedWatcher, folder: &Path) -> notify::Result<()> {
    let refused = match watcher.watch(folder, RecursiveMode::Recursive) {
        Err(error) if is_refusal(&error) => error,
        other => return other,
    };
    let Ok(entries) = fs::read_dir(folder) else { return Err(refused) };
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    let is_folder = |entry: &DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir());
    for entry in entries.flatten().filter(is_folder) {
        match watch_below(watcher, &entry.path()) {
            Err(error) if is_refusal(&error) => {}
            other => other?,
        }
    }
    Ok(())
}

fn is_refusal(error: &notify::Error) -> bool {
    matches!(&error.kind, ErrorKind::Io(error) if error.kind() == io::ErrorKind::PermissionDenied)
}

/// What keeps the system from watching, in words.
pub(super) fn reason(error: &notify::Error) -> String {
    let reason = match &error.kind {
        ErrorKind::Io(error) => error.to_string(),
        ErrorKind::MaxFilesWatch => "there are more folders than the system watches".to_owned(),
        kind => format!("{kind:?}"),
    };
    match error.paths.first() {
        Some(path) => format!("{}: {reason}", path.display()),
        None => reason,
    }
}

/// Whether an event may have changed a document.
fn is_change(event: &Event, roots: &[PathBuf]) -> bool {
    let written = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    };
    written && (event.paths.is_empty() || event.paths.iter().any(|path| !is_hidden(path, roots)))
}

/// Whether a path lies in something hidden below the root that it belongs to: no document is there.
fn is_hidden(path: &Path, roots: &[PathBuf]) -> bool {
    let dotted = |part: Component<'_>| matches!(part, Component::Normal(name) if starts_with_dot(name));
    roots.iter().filter_map(|root| path.strip_prefix(root).ok()).all(|below| below.components().any(dotted))
}

fn starts_with_dot(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}
