//! Whether there is a shell to come back to.
//!
//! A process group without one is orphaned (POSIX.1-2017, 3.271), and the system doesn't stop it on SIGTSTP,
//! as nobody could make it go on. A program that handles the signal has to see to that itself.

use std::fs;

/// The parent, the process group and the session of a process.
struct Family {
    parent: u32,
    group: u32,
    session: u32,
}

/// Reads `/proc/<process>/stat` (proc_pid_stat(5)); `None` where there is no such file.
fn family(process: &str) -> Option<Family> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name in brackets may hold anything, blanks and brackets too.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(1).map(str::parse);
    let mut next = || fields.next()?.ok();
    Some(Family { parent: next()?, group: next()?, session: next()? })
}

/// Whether this process's group is orphaned. Where that can't be found out it is taken not to be.
pub(super) fn is_orphaned() -> bool {
    let Some(own) = family("self") else { return false };
    let mut parent = own.parent;
    // From parent to parent within the group: the group's link to its session is above it.
    while let Some(above) = family(&parent.to_string()) {
        if above.session != own.session {
            return true;
        }
        if above.group != own.group {
            return false;
        }
        parent = above.parent;
    }
    true
}
