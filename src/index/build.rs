//! This build of the program: what another one worked out may be worked out otherwise by now.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A number for this build of the program; 0 where the program doesn't know its own file.
pub(crate) fn build() -> u64 {
    let program = std::env::current_exe().and_then(std::fs::metadata);
    let Ok(program) = program else { return 0 };
    let mut hasher = DefaultHasher::new();
    (env!("CARGO_PKG_VERSION"), program.len(), program.modified().ok()).hash(&mut hasher);
    hasher.finish()
}
