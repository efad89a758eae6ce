#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;

#[test]
#[ignore = "prints the seeds"]
fn print_seeds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");
    let folder = if std::path::Path::new(folder).exists() {
        folder.to_owned()
    } else {
        std::env::var("SEEDS").unwrap()
    };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for file in files {
        let loaded = load(&file).unwrap();
        let doc = loaded.document;
        println!("=== {}\n{:#?}\n{:?}", file.display(), doc.meta, doc.done);
        for b in doc.text.blocks() {
            let t: String = b.span.of(doc.text.as_str()).chars().take(60).collect();
            println!("{}{:?} {}/{} {:?}", if b.gap { "\n" } else { "" }, b.kind, b.indent, b.hang, t);
        }
    }
}
