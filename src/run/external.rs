//! The person's own editor.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::memory::stranger;
use crate::note::{LONGEST_LINE, too_long};

/// Drafts that can lie about at once.
const DRAFTS: u32 = 1000;

/// What a shell ends with that doesn't find the program.
const NOT_FOUND: i32 = 127;

/// A text as it came back from the editor, and the file in which it still is.
#[derive(Debug)]
pub(super) struct Edited {
    /// The text.
    pub(super) text: String,
    /// The draft; to be removed once the text is kept elsewhere.
    pub(super) draft: PathBuf,
}

/// Has `text` edited in `$VISUAL`, `$EDITOR` or `vi`, and gives it back as it is afterwards.
///
/// The draft lies in `drafts` in the config directory, readable by its owner alone. It is left there when
/// anything goes wrong, so that nothing typed is lost, and no other draft is ever written over.
///
/// # Errors
///
/// In words, for the status bar: where no editor could be started, it ended with a failure, or what it left
/// can't be read.
pub(super) fn edit(config: &Path, text: &str) -> Result<Edited, String> {
    let folder = config.join("drafts");
    let draft = write_draft(&folder, text).map_err(|error| format!("{}: {error}", folder.display()))?;
    let name = draft.file_name().unwrap_or_default().to_string_lossy();
    // First of all where it is: what follows may not fit on the line.
    let left = format!("drafts/{name} in the config directory has it");
    let set = |name| std::env::var(name).ok().filter(|value: &String| !value.trim().is_empty());
    let editor = ["VISUAL", "EDITOR"].into_iter().find_map(set).unwrap_or_else(|| "vi".to_owned());
    // The variable may hold arguments, so a shell takes it apart, as it does for git and crontab.
    // An interrupt is the editor's affair: the shell, which would pass it on as its own end, lets it go by.
    let script = format!("trap : INT; {editor} \"$1\"");
    let status = stranger("sh").arg("-c").arg(script).arg("ibid").arg(&draft).status();
    match status {
        Ok(status) if status.success() => {}
        // A script may end so as well, when something was written by it.
        Ok(status) if status.code() == Some(NOT_FOUND) && is_as_it_was(&draft, text) => {
            // What stands there is in the editor of the desk still; where it can't be removed nothing is lost.
            let _ = fs::remove_file(&draft);
            return Err(format!("There is no editor “{editor}”; set VISUAL or EDITOR to one"));
        }
        Ok(status) => return Err(format!("{left}: the editor ended with {status}")),
        Err(error) => return Err(format!("{left}: the editor ({editor}) couldn't be started: {error}")),
    }
    let text = read_back(&draft).map_err(|reason| format!("{left}, and it isn't taken: {reason}"))?;
    Ok(Edited { text, draft })
}

/// Whether a file holds just this text.
fn is_as_it_was(draft: &Path, text: &str) -> bool {
    let is_as_long = fs::metadata(draft).is_ok_and(|known| known.len() == text.len() as u64);
    is_as_long && fs::read(draft).is_ok_and(|bytes| bytes == text.as_bytes())
}

/// What an editor left in a file, without white space at its end.
///
/// # Errors
///
/// In words: where it can't be read, isn't UTF-8 or is longer than a note.
pub(super) fn read_back(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let limit = LONGEST_LINE as u64;
    let read = File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    read.map_err(|error| error.to_string())?;
    if bytes.len() >= LONGEST_LINE {
        return Err("it is too long for a note, which holds 1 MiB".to_owned());
    }
    let mut text = String::from_utf8(bytes).map_err(|_| "it isn't UTF-8".to_owned())?;
    text.truncate(text.trim_end().len());
    too_long(text.len()).map_or(Ok(text), Err)
}

/// For writing files that nobody else can read.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// How the names of the files begin that the process of that number hands to an editor.
pub(super) fn editors_file(process: u32) -> String {
    format!("note-{process}-")
}

/// Writes a new file that nobody else can read, and has it on disk.
fn write_draft(folder: &Path, text: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut options = private();
    options.create_new(true);
    for number in 1..DRAFTS {
        let path = folder.join(format!("{}{number}.md", editors_file(std::process::id())));
        match options.open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("there are too many drafts; look through them and remove what isn't needed"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn no_draft_is_written_over() {
        let folder = tempfile::TempDir::new().unwrap();
        let one = write_draft(folder.path(), "one").unwrap();
        let two = write_draft(folder.path(), "two").unwrap();
        assert_ne!(one, two);
        assert_eq!(fs::read_to_string(one).unwrap(), "one");
    }
}
