//! The whole program, driven by keys, without a terminal.

#![allow(unreachable_pub, reason = "a test binary has no outside")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod attaching;
mod cast;
mod clicking;
#[path = "../bench/collection/mod.rs"]
mod collection;
mod collections;
mod commands;
mod correcting;
mod editing;
mod finding;
mod fixtures;
mod found;
mod harness;
mod keymap;
mod keys;
mod library;
mod looking;
mod members;
mod notes;
mod notes_beside;
mod overtaken;
mod people;
mod plain;
mod problems;
mod reader;
mod screens;
mod searching;
mod seeds;
mod selecting;
mod small;
mod walking;
mod whole;
