//! The files that a person writes for ibid, none of which has to be there.

use std::io::ErrorKind;
use std::path::Path;

use super::Problem;

/// The text of a person's own file; none where there is no such file.
///
/// # Errors
///
/// Where it is there and can't be read, or isn't UTF-8.
pub fn own_text(path: &Path) -> Result<Option<String>, Problem> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Problem::io(path, &error)),
    }
}
