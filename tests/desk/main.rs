//! The whole program, driven by keys, without a terminal.

#![allow(unreachable_pub, reason = "a test binary has no outside")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod commands;
mod fixtures;
mod harness;
mod library;
