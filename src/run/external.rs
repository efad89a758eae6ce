//! The person's own editor.

use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::Command;

/// Bytes that are read back.
const LONGEST: u64 = 16 * 1024 * 1024;

/// Has `text` edited in `$VISUAL`, `$EDITOR` or `vi`, and gives it back as it is afterwards.
///
/// The draft lies in `drafts` in the config directory, readable by its owner alone, and is left there when
/// anything goes wrong, so that nothing typed is lost.
///
/// # Errors
///
/// In words, for the status bar: where no editor could be started, or it ended with a failure.
pub(super) fn edit(config: &Path, text: &str) -> Result<String, String> {
    let folder = config.join("drafts");
    let path = folder.join(format!("note-{}.md", std::process::id()));
    let trouble = |error: io::Error| format!("{}: {error}", path.display());
    write_private(&folder, &path, text).map_err(trouble)?;
    let editor = ["VISUAL", "EDITOR"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.trim().is_empty()));
    let editor = editor.unwrap_or_else(|| "vi".to_owned());
    // The variable may hold arguments, so a shell takes it apart, as it does for git and crontab.
    let status = Command::new("sh").arg("-c").arg(format!("{editor} \"$1\"")).arg("ibid").arg(&path).status();
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => {
            return Err(format!(
                "The editor ({editor}) ended with {status}; the draft is in {}",
                path.display()
            ));
        }
        Err(error) => return Err(format!("The editor ({editor}) couldn't be started: {error}; set EDITOR")),
    }
    let mut edited = Vec::new();
    fs::File::open(&path).and_then(|file| file.take(LONGEST).read_to_end(&mut edited)).map_err(trouble)?;
    let edited = String::from_utf8(edited)
        .map_err(|_| format!("{} isn't UTF-8 and was left there", path.display()))?;
    fs::remove_file(&path).map_err(trouble)?;
    Ok(edited)
}

/// Writes a file that nobody else can read.
fn write_private(folder: &Path, path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}
