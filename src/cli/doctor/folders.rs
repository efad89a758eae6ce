//! The directories: whether they can be written to, whether locks work there, how much room there is, and what the cache
//! holds.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{Finding, Tools};
use crate::cli::columns::count;
use crate::corpus::plainly;
use crate::index::Place;
use crate::library::{Collection, Upkeep};

/// Room below which something is to be mended, in bytes: a journal needs little.
const LITTLE_ROOM: u64 = 64 << 20;

/// Where the directories usually are, below a home directory.
const USUAL: [&str; 5] = [
    ".config/ibid",
    ".cache/ibid",
    ".local/state/ibid",
    "Library/Application Support/ibid",
    "Library/Caches/ibid",
];

/// Looks at the directories.
pub(super) fn look(tools: &Tools<'_>) -> Vec<Finding> {
    let home = (tools.surroundings.variable)("HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
    let kinds = [
        ("config", &tools.config, "IBID_CONFIG_DIR"),
        ("cache", &tools.cache, "IBID_CACHE_DIR"),
        ("state", &tools.surroundings.state, "IBID_CACHE_DIR"),
    ];
    let mut findings = Vec::new();
    for (name, folder, variable) in kinds {
        let missing =
            || Finding::fine("directories", name, "not known").trouble(format!("set HOME or {variable}"));
        match folder {
            None => findings.push(missing()),
            Some(folder) => findings.push(directory(name, folder, home.as_deref(), variable)),
        }
    }
    findings.extend(tools.cache.iter().flat_map(|cache| cached(cache, tools)));
    let crashes = tools.surroundings.crashes;
    let told = Finding::fine("cache", "reports of panics", crashes.to_string());
    let remedy =
        "the newest in the folder crashes of the cache is for a report of a bug; it may quote a text";
    findings.push(if crashes > 0 { told.mend(remedy) } else { told });
    findings
}

/// What a directory is called without telling anything of the person.
fn called(folder: &Path, home: Option<&Path>) -> String {
    let below = home.and_then(|home| folder.strip_prefix(home).ok());
    let usual = below.filter(|below| USUAL.iter().any(|usual| Path::new(usual) == *below));
    usual.map_or_else(|| "an unusual place".to_owned(), |usual| format!("~/{}", usual.display()))
}

/// Looks at one directory.
fn directory(name: &str, folder: &Path, home: Option<&Path>, variable: &str) -> Finding {
    let there = folder.ancestors().find(|above| above.exists());
    let state = if folder.is_dir() { "" } else { "; not there yet" };
    let finding =
        |what: &str| Finding::fine("directories", name, format!("{}{state}; {what}", called(folder, home)));
    let Some(there) = there.filter(|there| there.is_dir()) else {
        return finding("no folder can be made there").trouble(format!("name another one in {variable}"));
    };
    let locks = match probe(there) {
        Err(error) => {
            let why = format!("can't be written to: {}", plainly(&error));
            return finding(&why)
                .trouble(format!("allow it (chmod u+rwx), or name another one in {variable}"));
        }
        Ok(locks) => locks,
    };
    let room = free(there);
    let free = room.map_or_else(String::new, |bytes| format!("; {:.1} GB free", bytes as f64 / 1e9));
    let well =
        finding(&format!("can be written to{}{free}", if locks { ", locks work" } else { ", no locks" }));
    match room {
        Some(room) if room < LITTLE_ROOM => well.mend("make room there: what you write may fail to be saved"),
        _ if !locks => {
            well.mend(format!("don't open two ibids on it at once, or name another one in {variable}"))
        }
        _ => well,
    }
}

/// Writes a file and takes it away again; says whether a lock on it keeps another one out.
fn probe(folder: &Path) -> io::Result<bool> {
    let file = NamedTempFile::with_prefix_in(".ibid-doctor-", folder)?;
    let other = File::options().write(true).open(file.path())?;
    Ok(file.as_file().try_lock().is_ok() && matches!(other.try_lock(), Err(TryLockError::WouldBlock)))
}

/// Bytes that this user may still write there, where the system says.
#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let known = rustix::fs::statvfs(folder).ok()?;
    known.f_bavail.checked_mul(known.f_frsize)
}

/// Elsewhere the standard library has no way to ask.
#[cfg(not(unix))]
fn free(_: &Path) -> Option<u64> {
    None
}

/// What is cached of which collections.
fn cached(cache: &Path, tools: &Tools<'_>) -> Vec<Finding> {
    let places = match Place::all(cache) {
        Ok(places) => places,
        Err(error) => {
            let told = Finding::fine("cache", "collections", format!("can't be read: {}", error.kind()));
            return vec![told.trouble("delete the cache directory; all in it is made anew")];
        }
    };
    let reading = Upkeep::in_memory(tools.loader.clone(), Collection::Bundled).reading();
    let mut findings = vec![Finding::fine("cache", "collections", places.len().to_string())];
    let mut stale = 0;
    for (place, paths) in &places {
        let bytes = place.size().unwrap_or(0);
        let is_gone = |path: &PathBuf| !fs::exists(path).unwrap_or(true);
        let form = match paths {
            Some(paths) if paths.iter().any(is_gone) => {
                stale += 1;
                continue;
            }
            None if bytes == 0 => "never filled",
            None => "damaged, or of an older version: made anew when it is opened",
            Some(_) if place.is_current(&reading) => "current",
            Some(_) => "of another version or limits: made anew when it is opened",
        };
        // Whoever has it open holds the lock.
        let open = if matches!(place.lock(), Ok(None)) { ", open in an ibid" } else { "" };
        let name = place.folder().file_name().unwrap_or_default().to_string_lossy().into_owned();
        let number = count(paths.as_ref().map_or(0, Vec::len), "path");
        findings.push(Finding::fine(
            "cache",
            name,
            format!("{:.1} MB, {number}, {form}{open}", bytes as f64 / 1e6),
        ));
    }
    if stale > 0 {
        let told = Finding::fine("cache", "left over", count(stale, "collection") + " whose files are gone");
        findings.push(told.mend("ibid cache shows their paths, ibid cache --clear PATH clears one"));
    }
    findings
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::State;
    use super::*;

    #[test]
    fn only_usual_places_are_named() {
        let home = Path::new("/somewhere/jane");
        assert_eq!(called(&home.join(".config/ibid"), Some(home)), "~/.config/ibid");
        assert_eq!(called(&home.join("case-files"), Some(home)), "an unusual place");
        assert_eq!(called(Path::new("/srv/case-files"), Some(home)), "an unusual place");
    }

    #[test]
    fn a_directory_that_can_be_written_to_is_left_as_it_was() {
        let folder = tempfile::TempDir::new().unwrap();
        let told = directory("config", &folder.path().join("not/yet"), None, "IBID_CONFIG_DIR");
        assert_eq!(told.state, State::Fine, "{told:?}");
        assert!(told.value.contains("not there yet") && told.value.contains("locks work"), "{told:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_where_a_directory_should_be_is_trouble() {
        let folder = tempfile::TempDir::new().unwrap();
        fs::write(folder.path().join("config"), "").unwrap();
        let told = directory("config", &folder.path().join("config"), None, "IBID_CONFIG_DIR");
        assert_eq!(told.state, State::Trouble, "{told:?}");
        assert!(told.remedy.unwrap().contains("IBID_CONFIG_DIR"));
    }
}
