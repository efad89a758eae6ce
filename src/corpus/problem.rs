//! A problem as a value: what couldn't be read or understood, where, why, and what helps.

use std::any::Any;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::text::nearest::nearest;
use crate::text::safe;

/// Names in a folder that are compared with one that isn't there.
const LOOKED_AT: usize = 2000;

/// What a panic said, as the reason of a problem.
pub fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no reason given".to_owned())
}

/// Something that couldn't be read or understood. The rest goes on; this is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The file or folder, as the person named it or as it was found.
    pub path: String,
    /// The place in it, such as `line 3`; empty where the whole is meant.
    pub place: String,
    /// What is wrong, in a few words.
    pub reason: String,
    /// What the person can do about it; empty where there is nothing to do.
    pub remedy: String,
}

impl Problem {
    /// A problem of the whole of `path`, with what helps, or `""` where nothing does.
    pub fn new(path: impl Into<String>, reason: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { path: path.into(), place: String::new(), reason: reason.into(), remedy: remedy.into() }
    }

    /// What the system said when `path` was to be read, in plain words.
    pub fn io(path: &Path, error: &io::Error) -> Self {
        let named = path;
        let path = path.to_string_lossy();
        match error.kind() {
            io::ErrorKind::NotFound => {
                Self::new(path, "there is no such file or folder", meant(named, |_| true))
            }
            io::ErrorKind::PermissionDenied => {
                Self::new(path, "may not be read", "ask its owner for permission to read it")
            }
            _ => Self::new(path, format!("can't be read: {error}"), ""),
        }
    }

    /// What the system said when `path` was to be written, in plain words.
    pub fn written(path: &Path, error: &io::Error) -> Self {
        let (path, other) = (path.to_string_lossy(), "name another file");
        match error.kind() {
            io::ErrorKind::NotFound => Self::new(
                path,
                "can't be written: its folder isn't there",
                format!("make the folder, or {other}"),
            ),
            io::ErrorKind::NotADirectory => {
                Self::new(path, "can't be written: what should be its folder is a file", other)
            }
            io::ErrorKind::IsADirectory => Self::new(path, "can't be written: it is a folder", "name a file"),
            io::ErrorKind::PermissionDenied => {
                let remedy = format!("ask the owner of its folder for permission, or {other}");
                Self::new(path, "may not be written", remedy)
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Self::new(path, "can't be written: there is no room left", "make room there")
            }
            _ => Self::new(path, format!("can't be written: {}", plainly(error)), ""),
        }
    }

    /// The same where a folder wouldn't do.
    pub fn io_of_file(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => {
                Self::new(path.to_string_lossy(), "there is no such file", meant(path, Path::is_file))
            }
            _ => Self::io(path, error),
        }
    }

    /// The same in something that is about the file alone: without its path, and without what helps.
    pub(super) fn within(&self) -> String {
        if self.place.is_empty() { self.reason.clone() } else { format!("{} {}", self.place, self.reason) }
    }

    /// The same for a narrow line: the file without its folders, and first `more`, which says where all of it stands.
    pub fn brief(&self, more: &str) -> String {
        let name = Path::new(&self.path).file_name().unwrap_or(OsStr::new(&self.path)).to_string_lossy();
        let path = if self.place.is_empty() { format!("{name} ({more})") } else { name.into_owned() };
        let place = if self.place.is_empty() { String::new() } else { format!("{} ({more})", self.place) };
        Self { path, place, ..self.clone() }.to_string()
    }
}

/// What the system said, without its number and without the name of a file that nobody knows: one that is to take its name
/// once it is whole.
pub fn plainly(error: &io::Error) -> String {
    let said = error.to_string();
    let said = said.split(" at path \"").next().unwrap_or_default();
    said.split(" (os error ").next().unwrap_or_default().to_owned()
}

/// What may have been meant by the path of a file that isn't there: one beside it whose name is nearly the same, and which
/// `fits`.
fn meant(path: &Path, fits: impl Fn(&Path) -> bool) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = fs::read_dir(folder).into_iter().flatten().take(LOOKED_AT).filter_map(Result::ok);
    let names = names.filter(|entry| fits(&entry.path()));
    let names: Vec<String> = names.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    match nearest(name, names.iter().map(String::as_str)) {
        Some(near) => format!("did you mean {}?", path.with_file_name(near).display()),
        None => "check the name".to_owned(),
    }
}

/// One line, safe for a terminal: `path, place: reason; remedy`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", safe::line(&self.path))?;
        if !self.place.is_empty() {
            write!(f, ", {}", safe::line(&self.place))?;
        }
        write!(f, ": {}", safe::line(&self.reason))?;
        if !self.remedy.is_empty() {
            write!(f, "; {}", safe::line(&self.remedy))?;
        }
        Ok(())
    }
}
