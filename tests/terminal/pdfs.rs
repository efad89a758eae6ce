//! PDFs are read by a process of their own, with limits: what one takes too much of is its own problem.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ibid::corpus::{Limits, Loader, READ_PDF, Unread};

use super::harness::IBID;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name)
}

/// Why a file wasn't read.
#[track_caller]
fn reason(loader: &Loader, file: &str) -> String {
    match loader.load(&sample(file)) {
        Err(Unread::Problem(problem)) => problem.reason,
        other => panic!("{other:?}"),
    }
}

/// A program that does this instead of reading; its arguments are those of a helper.
fn pretender(folder: &Path, script: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let program = folder.join("helper");
    std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    program
}

#[test]
fn the_helper_reads_what_the_loader_reads_by_itself() {
    for file in ["pdf/report.pdf", "pdf/columns.pdf", "pdf/signs.pdf", "pdf/cycle.pdf"] {
        let alone = Loader::default().load(&sample(file)).unwrap().document;
        let helped = Loader::default().with_helper(IBID.into()).load(&sample(file)).unwrap().document;
        assert_eq!((alone.meta, alone.text, alone.raw), (helped.meta, helped.text, helped.raw));
    }
    let loader = Loader::default().with_helper(IBID.into());
    assert_eq!(reason(&loader, "pdf/locked.pdf"), "is protected with a password");
}

#[test]
fn a_file_that_asks_for_all_memory_gets_no_more_than_the_limit() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let limits = Limits { pdf_memory: 64 << 20, ..Limits::default() };
    let loader = Loader::new(limits).with_helper(IBID.into());
    assert_eq!(reason(&loader, "hostile/widths.pdf"), "needs more than 64 MiB of memory");
}

#[test]
fn a_file_that_takes_all_time_gets_no_more_than_the_limit() {
    let limits = Limits { pdf_time: Duration::from_secs(1), pdf_memory: 1 << 40, ..Limits::default() };
    let begun = Instant::now();
    let loader = Loader::new(limits).with_helper(IBID.into());
    assert_eq!(reason(&loader, "hostile/forms.pdf"), "took more than 1 seconds of processor time");
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
}

#[test]
fn a_helper_that_hangs_is_ended_and_one_that_talks_nonsense_is_not_believed() {
    let folder = tempfile::tempdir().unwrap();
    let limits = Limits { pdf_time: Duration::ZERO, unpacked: 1000, ..Limits::default() };
    let ask = |script: &str| {
        let loader = Loader::new(limits.clone()).with_helper(pretender(folder.path(), script));
        reason(&loader, "pdf/report.pdf")
    };
    let begun = Instant::now();
    assert!(ask("exec sleep 60").starts_with("took more than"));
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert!(ask("echo nonsense; exit 3").contains("ended with exit status: 3"));
    assert_eq!(ask("exec yes nonsense"), "has more than 1000 bytes of text");
    assert_eq!(ask("kill -XCPU $$"), "took more than 0 seconds of processor time");
}

#[test]
fn the_helper_is_not_in_the_help_and_ends_when_nobody_asks() {
    let help = Command::new(IBID).arg("--help").output().unwrap();
    assert!(!String::from_utf8_lossy(&help.stdout).contains(READ_PDF));
    let silent =
        Command::new(IBID).args([READ_PDF, "1", "1000000000"]).stdin(Stdio::null()).output().unwrap();
    assert!(String::from_utf8_lossy(&silent.stdout).contains("Damaged"), "{silent:?}");
    let lost = Command::new(IBID).arg(READ_PDF).stdin(Stdio::null()).output().unwrap();
    assert_eq!((lost.status.code(), lost.stdout.len()), (Some(1), 0));
}
