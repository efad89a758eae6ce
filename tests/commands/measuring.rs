//! `ibid eval`: figures as the scorer of CoNLL-2003 counts them, and the mistakes in a file to be read.

use super::harness::Folder;

/// Three names that are plain, and one that nobody can know.
const LABELLED: &str = "-DOCSTART-\tO\n\nPresident\tO\nAnna\tB-PER\nKowalska\tI-PER\nleft\tO\nGeneva\tB-LOC\n.\tO\n\n\
    The\tO\nPolish\tB-MISC\ngovernment\tO\nthanked\tO\nthe\tO\nWorld\tB-ORG\nHealth\tI-ORG\nOrganization\tI-ORG\n.\tO\n\n\
    -DOCSTART-\tO\n\nnothing\tB-PER\nhappened\tO\n";

#[test]
fn figures_are_printed_for_each_kind_and_for_all() {
    let folder = Folder::with(&[("dev.conll", LABELLED)]);
    let out = folder.run(&["eval", "english", "dev.conll"]).fine();
    let cells: Vec<Vec<&str>> = out.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(out.lines().next(), Some("dev.conll: 2 documents, 3 sentences, 17 tokens"));
    assert_eq!(cells[1], ["precision", "recall", "F1", "right", "found", "there"]);
    assert_eq!(cells[2], ["people", "100.00", "50.00", "66.67", "1", "1", "2"]);
    assert_eq!(cells[3], ["organisations", "100.00", "100.00", "100.00", "1", "1", "1"]);
    assert_eq!(cells[4], ["places", "100.00", "100.00", "100.00", "1", "1", "1"]);
    assert_eq!(cells[5], ["all", "three", "100.00", "75.00", "85.71", "3", "3", "4"]);
    assert_eq!(cells[6][..3], ["first", "pass", "alone"]);
    assert_eq!(cells.len(), 7, "{out}");
}

#[test]
fn one_document_is_said_to_be_one() {
    let folder = Folder::with(&[("one.conll", "nothing\tB-PER\nhappened\tO\n")]);
    let out = folder.run(&["eval", "rules", "one.conll"]).fine();
    assert_eq!(out.lines().next(), Some("one.conll: 1 document, 1 sentence, 2 tokens"));
}

#[test]
fn several_files_are_measured_each_and_all_together() {
    let folder = Folder::with(&[("one.conll", LABELLED), ("two.conll", LABELLED)]);
    let out = folder.run(&["eval", "rules", "one.conll", "two.conll"]).fine();
    let heads: Vec<&str> = out.lines().filter(|line| line.contains("documents")).collect();
    assert_eq!(
        heads,
        [
            "one.conll: 2 documents, 3 sentences, 17 tokens",
            "two.conll: 2 documents, 3 sentences, 17 tokens",
            "all together: 4 documents, 6 sentences, 34 tokens"
        ]
    );
    // The rules go over a text in one go.
    assert!(!out.contains("first pass"), "{out}");
}

#[test]
fn mistakes_are_written_to_be_read() {
    let folder = Folder::with(&[("dev.conll", LABELLED)]);
    folder.run(&["eval", "english", "dev.conll", "--errors", "errors.txt"]).fine();
    let errors = folder.read("errors.txt");
    assert!(
        errors.contains("# missed: not found (1)\n\ndev.conll, sentence 3\n  nothing happened\n"),
        "{errors}"
    );
    assert!(errors.contains("  missed  [PER nothing]\n"), "{errors}");
    let out = folder
        .run(&["eval", "english", "dev.conll", "--errors", "nowhere/errors.txt"])
        .trouble(&["nowhere/errors.txt", "can't be written"]);
    assert!(out.contains("people"));
    folder
        .run(&["eval", "english", "dev.conll", "--errors", "dev.conll"])
        .trouble(&["dev.conll", "nothing is written over it"]);
    assert_eq!(folder.read("dev.conll"), LABELLED);
}

#[test]
fn tagging_and_measuring_agree() {
    let folder = Folder::with(&[("dev.conll", LABELLED)]);
    let tagged = folder.run(&["tag", "--conll", "dev.conll"]).fine();
    std::fs::write(folder.path().join("tagged.conll"), tagged).unwrap();
    let out = folder.run(&["eval", "english", "tagged.conll"]).fine();
    assert!(
        out.lines().any(|line| line.contains("all three") && line.contains("100.00    100.00    100.00")),
        "{out}"
    );
}

#[test]
fn what_cannot_be_measured_is_named_with_its_line() {
    let folder = Folder::with(&[
        ("bad.conll", "Anna\tB-PER\nleft\tB-FISH\n"),
        ("empty.conll", "\n\n"),
        ("own.ibidmodel", "ibidtag\n"),
        ("good.conll", LABELLED),
    ]);
    folder.run(&["eval", "english", "bad.conll"]).trouble(&[
        "bad.conll, line 2",
        "B-FISH",
        "PER, ORG, LOC or MISC",
    ]);
    folder.run(&["eval", "english", "empty.conll"]).trouble(&["empty.conll", "holds no tokens"]);
    folder.run(&["eval", "own.ibidmodel", "good.conll"]).trouble(&["own.ibidmodel", "damaged"]);
    folder.run(&["eval", "nowhere", "good.conll"]).trouble(&["nowhere", "no such file"]);
    folder.run(&["eval", "english", "good.conll", "nowhere"]).trouble(&["nowhere", "no such file"]);
    std::fs::write(folder.path().join("latin.conll"), b"caf\xe9\tO\n").unwrap();
    folder.run(&["eval", "english", "latin.conll"]).trouble(&["latin.conll", "isn't UTF-8"]);
    assert_eq!(folder.run(&["eval", "english"]).code, Some(2));
}
