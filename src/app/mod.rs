//! The model: screens, commands, keymap. No terminal, no file, no thread, no clock.

mod command;

pub use command::{Command, Context};
