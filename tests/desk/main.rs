//! The whole program, driven by keys, without a terminal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod harness;
mod library;
