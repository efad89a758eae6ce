//! `ibid`: a reading desk in the terminal for people who work with piles of documents.
//!
//! # The map
//!
//! Imports run one way only, from the top of this list to the bottom of it: a module may import the
//! modules on the lines above its own, never one beside it on the same line. `tests/tidy.rs` holds that.
//!
//! ```text
//! log  memory            what happened and how long it took · what is freed goes back to the system
//! text                   spans, words, folding, wrapping, making safe    knows no other module
//! name                   how names are written: parts, scripts, traditions, and whether two are one's
//! corpus                 finding and loading documents, metadata, what is set aside
//! find  tag  note        search · mentions and casts · bookmarks and notes
//! index                  what is worked out of a collection and kept in the cache
//! library                a collection as ibid knows it: the catalogue and its order
//! app                    the model: screens, commands, keymap; no terminal, no file, no thread, no clock
//! run  ui  cli           doing effects · drawing · the command line
//! main                   puts these together
//! ```
//!
//! # How a key becomes a picture
//!
//! ```text
//! keys ─▶ command ─▶ App::update ─▶ effects ─▶ workers ─▶ events ─▶ App::update
//!                         └──────▶ draw(&App)
//! ```
//!
//! One thread owns the model. [`app::App::update`] takes an event and answers with effects; it touches
//! no terminal, no file and no clock. Workers do the effects and answer with events. Drawing reads the
//! model and changes nothing. So the whole program runs headless in a test: keys in, screen out.
//!
//! # Invariants
//!
//! - No byte of a document, a file name or a note reaches the terminal but through [`text::safe`], and a
//!   last guard passes over every cell of the frame.
//! - Documents are never written to. What a person wrote is appended to a journal and synced to disk
//!   before the program says that it is saved.
//! - The drawing thread never waits for a disk or a worker; an answer to an older question is dropped.
//! - Whatever couldn't be read or understood is a value with a path, a place and a reason
//!   ([`corpus::Problem`]), and is shown.

pub mod app;
pub mod cli;
pub mod corpus;
pub mod find;
pub mod index;
pub mod library;
pub mod log;
pub mod memory;
pub mod name;
pub mod note;
pub mod run;
pub mod tag;
pub mod text;
pub mod ui;
