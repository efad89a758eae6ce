//! What tells this installation from every other one, so that each writes to a journal of its own.
//!
//! The name of a host isn't enough: clones of one image share it, and folders that are synced bring the file of one to the
//! other. So a random number that stays on this machine goes into the name of the journal, mixed with the number that the
//! operating system gave to the machine (machine-id(5)), so that the copy of a home directory on another machine, or one that
//! several machines mount, doesn't bring the same name there.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::note::ItemId;

/// The file in the state directory that holds the random number.
const FILE: &str = "installation";

/// Where operating systems keep the number of the machine.
const MACHINE_IDS: [&str; 2] = ["/etc/machine-id", "/var/lib/dbus/machine-id"];

/// The name under which this installation writes: that of the host and eight digits that no other one has. Where there is no
/// `state` directory, or nothing can be kept there, the digits are those of the machine; where nothing is known of that
/// either, the name is that of the host alone.
pub(super) fn machine_name(state: Option<&Path>) -> String {
    let host = gethostname::gethostname().to_string_lossy().into_owned();
    let number = state.and_then(|state| number(state).ok());
    let machine = MACHINE_IDS.iter().find_map(|path| fs::read_to_string(path).ok());
    named(&host, number.as_deref(), machine.as_deref())
}

/// The name of a host with what is known of it besides.
fn named(host: &str, number: Option<&str>, machine: Option<&str>) -> String {
    let machine = machine.map(str::trim).filter(|id| !id.is_empty() && *id != "uninitialized");
    if number.is_none() && machine.is_none() {
        return host.to_owned();
    }
    // The number of a machine isn't for others to see; its hash tells nothing.
    let known = format!("ibid\n{}\n{}", number.unwrap_or_default(), machine.unwrap_or_default());
    let digits: String = Sha256::digest(known).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{host}-{digits}")
}

/// The random number of this installation, made the first time that it is asked for.
fn number(state: &Path) -> io::Result<String> {
    let path = state.join(FILE);
    let read = || -> io::Result<String> {
        let number = fs::read_to_string(&path)?.trim().to_owned();
        let right = number.len() == 32 && number.bytes().all(|byte| byte.is_ascii_hexdigit());
        right.then_some(number).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
    };
    match read() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        other => return other,
    }
    fs::create_dir_all(state)?;
    let mut fresh = tempfile::NamedTempFile::new_in(state)?;
    writeln!(fresh, "{}", ItemId::random()?)?;
    // Only what is on disk gets the name: a power cut mustn't leave that on an empty file, which would change the journal's.
    fresh.as_file().sync_all()?;
    match fresh.persist_noclobber(&path) {
        Ok(_) => read(),
        // Another instance was faster, and its number counts.
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => read(),
        Err(error) => Err(error.error),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn an_installation_keeps_its_name_and_another_one_on_the_same_machine_has_another() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let name = machine_name(Some(&one.path().join("state/ibid")));
        assert_eq!(machine_name(Some(&one.path().join("state/ibid"))), name);
        assert_ne!(machine_name(Some(other.path())), name);
        let host = gethostname::gethostname().to_string_lossy().into_owned();
        assert!(name.starts_with(&format!("{host}-")) && name.len() == host.len() + 9, "{name}");
    }

    #[test]
    fn a_copy_of_the_home_directory_on_another_machine_has_another_name() {
        let copied = Some("0123456789abcdef0123456789abcdef");
        let names = [
            named("desk", copied, Some("aa\n")),
            named("desk", copied, Some("bb\n")),
            named("desk", copied, None),
            named("laptop", copied, Some("aa")),
            named("desk", None, Some("aa")),
            named("desk", None, Some("uninitialized")),
        ];
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{name}");
        }
        assert_eq!(names[5], "desk");
        assert!(!names[4].contains("aa"), "the number of the machine isn't told");
    }

    #[test]
    fn instances_that_start_at_once_agree_and_a_damaged_number_is_left_alone() {
        let state = tempfile::tempdir().unwrap();
        let names: Vec<String> = std::thread::scope(|scope| {
            let started: Vec<_> = (0..8).map(|_| scope.spawn(|| number(state.path()).unwrap())).collect();
            started.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(names.iter().all(|name| *name == names[0]));
        fs::write(state.path().join(FILE), "\u{0}").unwrap();
        assert!(number(state.path()).is_err());
        assert_eq!(fs::read(state.path().join(FILE)).unwrap(), [0]);
    }
}
