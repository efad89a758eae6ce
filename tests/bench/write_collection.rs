//! Writes a collection of any size: `cargo run --release --example collection -- 20000 FOLDER [SEED]`.

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod collection;

use std::path::PathBuf;
use std::time::Instant;

use collection::{Collection, SEED};

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let mut number = || arguments.next().map(|argument| argument.to_str().and_then(|text| text.parse().ok()));
    let count = number().flatten().expect("the first argument is the number of documents");
    let folder = PathBuf::from(arguments.next().expect("the second argument is a folder"));
    let seed = arguments.next().and_then(|text| text.to_str()?.parse().ok()).unwrap_or(SEED);
    let begun = Instant::now();
    let bytes = Collection::new(seed).write(&folder, count).expect("the folder can be written to");
    println!("{count} documents, {:.1} MB, {:.1} s", bytes as f64 / 1e6, begun.elapsed().as_secs_f64());
}
