//! The program itself in a real pseudo-terminal: bytes in, bytes out, signals, exit codes.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr, unreachable_pub)]

mod editor;
mod giving_back;
mod harness;
mod hostile;
mod hostile_files;
mod hostile_notes;
mod in_screen;
mod in_tmux;
mod keeping;
mod looks;
mod outdated;
#[cfg(target_os = "linux")]
mod own_tagger;
mod panics;
mod pdfs;
mod piped;
mod quiet;
mod sizes;
mod stream;
mod suspending;
mod told;
mod typing;
mod windows;
mod wire;
