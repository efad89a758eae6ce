//! The files that a person writes for ibid, none of which has to be there.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::Problem;

/// The most bytes of such a file: none that a person writes by hand has more.
const LONGEST: u64 = 16 << 20;

/// The text of a person's own file, whole; none where there is no such file. Whoever uses the file and whoever checks it
/// read it by this, so that the one takes what the other finds right.
///
/// # Errors
///
/// Where it is there and can't be read, is too long, or isn't UTF-8.
pub fn own_text(path: &Path) -> Result<Option<String>, Problem> {
    let wrong = |reason: String, remedy| Problem::new(path.to_string_lossy(), reason, remedy);
    let mut bytes = Vec::new();
    // One byte more tells that there is more than is read.
    match File::open(path).and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes)) {
        Ok(_) if bytes.len() as u64 > LONGEST => {
            Err(wrong(format!("is longer than {} MiB", LONGEST >> 20), "shorten it"))
        }
        Ok(_) => String::from_utf8(bytes)
            .map(Some)
            .map_err(|_| wrong("isn't UTF-8".to_owned(), "save it as UTF-8")),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Problem::io(path, &error)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_file_is_read_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        assert_eq!(own_text(&path).unwrap(), None);
        std::fs::write(&path, "# é").unwrap();
        assert_eq!(own_text(&path).unwrap().unwrap(), "# é");
        std::fs::write(&path, [0xff]).unwrap();
        assert!(own_text(&path).unwrap_err().to_string().contains("isn't UTF-8"));
        for (length, is_read) in [(LONGEST, true), (LONGEST + 1, false)] {
            File::create(&path).unwrap().set_len(length).unwrap();
            assert_eq!(own_text(&path).is_ok(), is_read);
        }
    }
}
