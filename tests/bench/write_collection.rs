//! Writes a collection of any size, or nothing but titles, one a line:
//! `cargo run --release --example collection -- 20000 FOLDER [SEED]`,
//! `cargo run --release --example collection -- titles 1000000 FILE`.

#![allow(missing_docs, unreachable_pub)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod collection;

use std::path::Path;
use std::time::Instant;

use collection::{Collection, SEED, titles};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse().expect("a number");
    let begun = Instant::now();
    match arguments[..] {
        ["titles", count, file] => {
            let lines: String = titles(number(count)).into_iter().map(|title| title + "\n").collect();
            std::fs::write(file, lines).expect("the file can be written");
        }
        [count, folder] | [count, folder, _] => {
            let seed = arguments.get(2).map_or(SEED, |seed| seed.parse().expect("a number"));
            let bytes = Collection::new(seed).write(Path::new(folder), number(count));
            let bytes = bytes.expect("the folder can be written to");
            println!("{count} documents, {:.1} MB", bytes as f64 / 1e6);
        }
        _ => println!("collection COUNT FOLDER [SEED], or collection titles COUNT FILE"),
    }
    println!("{:.1} s", begun.elapsed().as_secs_f64());
}
