//! Putting a file in the place of another at once, so that a reader finds the whole of the one or of the other.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

/// Has the bytes on disk in a file at `path`, in the place of what is there: written beside it under a name that nobody
/// else has, and then put there. A link stays one, and a file that was there keeps who may read it; one that wasn't only
/// the person may read.
///
/// # Errors
///
/// Whatever keeps it from that; what was there before is then still there, and nothing else.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, &Builder::new(), true)
}

/// The same for a file that a person asked for: one that wasn't there may be read by whoever may read what they write
/// otherwise, and in the place of one that was there it is put only where they said so.
///
/// # Errors
///
/// As there; [`io::ErrorKind::AlreadyExists`] where there is one and nobody said so.
pub fn write_out(path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    let mut open = Builder::new();
    #[cfg(unix)]
    open.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    put(path, bytes, &open, over)
}

fn put(path: &Path, bytes: &[u8], fresh: &Builder<'_, '_>, over: bool) -> io::Result<()> {
    // Where there is nothing yet, the path is that of the file itself.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut fresh = fresh.clone().prefix(".new-").tempfile_in(folder)?;
    // Before anything stands in it that others may not read.
    if let Ok(before) = fs::metadata(&path) {
        fresh.as_file().set_permissions(before.permissions())?;
    }
    fresh.write_all(bytes)?;
    fresh.as_file().sync_all()?;
    if over { fresh.persist(&path) } else { fresh.persist_noclobber(&path) }?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn many_at_once_leave_one_whole_file_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept");
        std::thread::scope(|scope| {
            for letter in b'a'..b'i' {
                let path = &path;
                scope.spawn(move || (0..20).for_each(|_| replace(path, &[letter; 5000]).unwrap()));
            }
        });
        let kept = fs::read(&path).unwrap();
        assert!(kept.len() == 5000 && kept.iter().all(|letter| *letter == kept[0]));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_who_may_read_the_file_stays_too() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        for (asked, new) in [(false, "new"), (true, "newer")] {
            let bytes = new.as_bytes();
            let put = if asked { write_out(&link, bytes, true) } else { replace(&link, bytes) };
            put.unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), new);
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_a_person_asked_for_is_no_more_secret_than_what_they_write_otherwise() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let [own, asked, other] = ["own", "asked", "other"].map(|name| folder.path().join(name));
        replace(&own, b"").unwrap();
        write_out(&asked, b"", false).unwrap();
        fs::write(&other, b"").unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&own), mode(&asked)), (0o600, mode(&other)));
        let again = write_out(&asked, b"again", false).unwrap_err();
        assert_eq!((again.kind(), fs::read(&asked).unwrap()), (io::ErrorKind::AlreadyExists, Vec::new()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn where_it_fails_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("kept")).unwrap();
        assert!(replace(&folder.path().join("kept"), b"new").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
