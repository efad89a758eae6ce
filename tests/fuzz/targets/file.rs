//! Files of any kind by their content: recognition, mbox, JSON Lines, compressed text.
#![no_main]

use ibid::corpus::Loader;
use libfuzzer_sys::fuzz_target;

#[path = "../sound.rs"]
mod sound;

fuzz_target!(|bytes: &[u8]| {
    // A PDF is read in a process with limits by the program, and here it would be read without them.
    if bytes.windows(5).any(|mark| mark == b"%PDF-") {
        return;
    }
    // Files of many documents are streamed, so there has to be a file.
    let path = std::env::temp_dir().join(format!("ibid-fuzz-{}", std::process::id()));
    if std::fs::write(&path, bytes).is_ok() {
        Loader::new(sound::limits()).read_all(&path, &mut |_, read| {
            if let Ok(loaded) = read {
                sound::check(&loaded.document);
            }
        });
    }
});
