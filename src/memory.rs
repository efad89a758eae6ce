//! Memory that isn't needed any more goes back to the system.
//!
//! The GNU C library hands back what is freed only while it believes that it won't be asked for as much again, and it believes
//! less of that with each large piece that is freed. After a text of ten megabytes the program kept 111 MiB and now
//! keeps 63; reading 200,000 documents took 718 MiB at most and now takes 352. The library can be told to stay as it began
//! (`M_TRIM_THRESHOLD` in mallopt(3)), by a call that isn't safe in Rust or by a variable that it reads when a program
//! starts. So a program that will read much starts itself once more with that variable, which takes two or three milliseconds.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// The variable that the library reads.
const VARIABLE: &str = "MALLOC_TRIM_THRESHOLD_";

/// What it is set to, in bytes: what the library begins with.
const THRESHOLD: &str = "131072";

/// Who sets one of these knows better.
const OTHERS: [&str; 4] = ["MALLOC_MMAP_THRESHOLD_", "MALLOC_TOP_PAD_", "MALLOC_ARENA_MAX", "GLIBC_TUNABLES"];

/// A file of so many bytes is worth these milliseconds.
const LARGE: u64 = 1 << 20;

/// Whether there is much to read there: a folder, or a large file.
pub fn is_much(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| found.is_dir() || found.len() >= LARGE)
}

/// Starts the program once more so that it gives memory back, and doesn't return; unless that was done, wouldn't help with this
/// system's library, or can't be done.
pub fn give_back() {
    let is_set = |name: &str| std::env::var_os(name).is_some();
    if is_set(VARIABLE) || OTHERS.iter().any(|name| is_set(name)) {
        return;
    }
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        use std::os::unix::process::CommandExt;
        // By its own path, so that lists of processes go on calling it by its name.
        let Ok(program) = std::env::current_exe() else { return };
        let mut arguments = std::env::args_os();
        let mut again = Command::new(program);
        if let Some(name) = arguments.next() {
            again.arg0(name);
        }
        // It only comes back where that failed, and then all goes on with more memory.
        let _ = again.args(arguments).env(VARIABLE, THRESHOLD).exec();
    }
}

/// A program that isn't this one is started without what was only meant for this one.
pub fn stranger(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    if std::env::var_os(VARIABLE).is_some_and(|value| value == THRESHOLD) {
        command.env_remove(VARIABLE);
    }
    command
}
