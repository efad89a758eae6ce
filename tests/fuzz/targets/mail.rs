//! Messages.
#![no_main]

use ibid::corpus::{Format, Loader};
use libfuzzer_sys::fuzz_target;

#[path = "../sound.rs"]
mod sound;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = Loader::new(sound::limits()).parse_as(Format::Mail, "folder/name.eml", bytes) {
        sound::check(&document);
    }
});
