//! Whether a file has changed since it was looked at last, without reading it.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// How a file stood at the last look.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Its length and time, or that it wasn't there; nothing before the first look.
    last: Option<Option<(u64, Option<SystemTime>)>>,
}

impl Seen {
    /// Whether it stands otherwise than at the last look; not at the first one.
    pub(super) fn changed(&mut self, path: &Path) -> bool {
        let now = fs::metadata(path).ok().map(|known| (known.len(), known.modified().ok()));
        self.last.replace(now).is_some_and(|last| last != now)
    }
}
