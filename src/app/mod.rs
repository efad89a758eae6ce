//! The model: screens, commands, keymap. No terminal, no file, no thread, no clock.

mod command;
mod key;
mod keymap;
mod nearest;

pub use command::{Command, Context};
pub use key::{Key, KeyCode, KeyError, SEQUENCE_MAX, label_keys, parse_keys, spell_keys};
pub use keymap::{Binding, BindingOrigin, HelpRow, Keymap, Lookup, heading, markdown_table};
