//! Watching the files of a collection.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

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
        watcher.watch(path, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
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
