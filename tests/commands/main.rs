//! The commands of the program itself, as scripts call them: what they print, what they say is wrong, exit codes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, unreachable_pub)]

#[path = "../bench/collection/mod.rs"]
mod collection;
mod collections;
mod configuring;
mod doctoring;
mod harness;
mod indexing;
mod looking;
mod measuring;
mod naming;
mod notes;
mod notes_out_and_in;
mod own_program;
mod people;
mod tagging;
mod telling;
mod training;
