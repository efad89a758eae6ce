//! `ibid same`: names compared from the shell.

use super::harness::{Folder, objects};

#[test]
fn two_names_are_judged_with_a_reason_and_an_exit_code() {
    let folder = Folder::with(&[]);
    let same = folder.run(&["same", "Alyaksandr Lukashenka", "LUKASHENKO, Alexander"]);
    assert_eq!(same.code, Some(0));
    let fields: Vec<&str> = same.out.trim_end().split('\t').collect();
    assert!(fields.len() == 3 && fields[0] == "same" && fields[1].starts_with("0.9"), "{}", same.out);
    assert!(fields[2].contains("after transliteration"), "{}", same.out);
    let other = folder.run(&["same", "Viktor Lukashenko", "Alexander Lukashenko"]);
    assert_eq!(other.code, Some(1));
    assert!(other.out.starts_with("different\t"), "{}", other.out);
    assert_eq!(folder.run(&["same", "Kim", "Kim Jong Un"]).code, Some(1));
    assert_eq!(folder.run(&["same", "Kim"]).code, Some(2));
}

#[test]
fn pairs_of_a_file_are_judged_line_by_line_and_what_is_no_pair_is_told() {
    let folder = Folder::with(&[]);
    let pairs = "NATO\tOTAN\tsame\nonly one name\n\nIvan III\tIvan IV\n";
    std::fs::write(folder.path().join("pairs.tsv"), pairs).unwrap();
    let judged = folder.run(&["same", "--pairs", "pairs.tsv", "--json"]);
    assert_eq!(judged.code, Some(0));
    assert!(judged.said.contains("pairs.tsv, line 2"), "{}", judged.said);
    let objects = objects(&judged.out);
    let verdicts: Vec<&str> = objects.iter().map(|object| object["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["same", "different"]);
    assert_eq!((&objects[0]["a"], &objects[0]["b"]), (&"NATO".into(), &"OTAN".into()));
    assert!(objects[0]["confidence"].as_f64().unwrap() > 0.9 && objects[0]["reason"].is_string());
    assert_eq!(folder.run(&["same", "--pairs", "nowhere.tsv"]).code, Some(2));
}
