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
    let spelled = folder.run(&["same", "Khakamada", "Хакамада"]).fine();
    assert_eq!(spelled, "same\t0.98\tthe same name in another alphabet\n");
    let titled = folder.run(&["same", "Mr Khakamada", "Khakamada"]).fine();
    assert!(titled.ends_with("the same letters but for case, accents, titles and signs\n"), "{titled}");
    assert_eq!(folder.run(&["same", "Kim", "Kim Jong Un"]).code, Some(1));
    assert_eq!(folder.run(&["same", "Kim"]).code, Some(2));
}

#[test]
fn two_names_are_compared_without_a_collection() {
    let folder = Folder::with(&[]);
    let ran = folder.run(&["same", "Berger", "Santos", "documents"]);
    assert!(ran.code == Some(2) && ran.said.contains("by themselves, without a collection"), "{ran:?}");
    let slip = folder.run(&["same", "Berger", "Santos", "--jsn"]);
    assert!(slip.said.contains("'--json'") && !slip.said.contains("collection"), "{slip:?}");
}

#[test]
fn pairs_of_a_file_are_judged_line_by_line_and_what_is_no_pair_is_told() {
    let folder = Folder::with(&[]);
    let pairs = b"NATO\tOTAN\tsame\nonly one name\n\nIvan III\tIvan IV\nIvan\xff\tIvan\n";
    std::fs::write(folder.path().join("pairs.tsv"), pairs).unwrap();
    let judged = folder.run(&["same", "--pairs", "pairs.tsv", "--json"]);
    assert_eq!(judged.code, Some(2));
    assert!(judged.said.contains("pairs.tsv, line 2"), "{}", judged.said);
    assert!(judged.said.contains("pairs.tsv, line 5: isn't UTF-8"), "{}", judged.said);
    let objects = objects(&judged.out);
    let verdicts: Vec<&str> = objects.iter().map(|object| object["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["same", "different"]);
    assert_eq!((&objects[0]["a"], &objects[0]["b"]), (&"NATO".into(), &"OTAN".into()));
    assert!(objects[0]["confidence"].as_f64().unwrap() > 0.9 && objects[0]["reason"].is_string());
    assert_eq!(folder.run(&["same", "--pairs", "nowhere.tsv"]).code, Some(2));
}

#[test]
fn a_correction_of_a_kind_that_there_isnt_is_no_correction() {
    let folder = Folder::with(&[("a.txt", "The pier\n\nAnna Kowalska spoke.\n")]);
    let line = r#"{"rule":"kind","kind":"person","name":"Anna Kowalska","to":"org"}"#;
    std::fs::write(folder.path().join("own.jsonl"), line).unwrap();
    let taken = folder.run(&["corrections", "--import", "own.jsonl", "a.txt"]);
    assert_eq!(taken.code, Some(2));
    assert!(
        taken.said.contains("no kind is called “org”; there are person, organisation and place"),
        "{}",
        taken.said
    );
    assert!(taken.out.starts_with("0 corrections taken"), "{}", taken.out);
}

#[test]
fn what_was_made_in_a_folder_goes_along_when_that_is_moved() {
    let folder = Folder::with(&[]);
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("old")).unwrap();
    std::fs::write(path("old/a.txt"), "The pier\n\nAnna Kowalska spoke first. Marek Nowak spoke last.\n")
        .unwrap();
    let line = r#"{"rule":"same","kind":"person","names":["Anna Kowalska","Marek Nowak"]}"#;
    std::fs::write(path("own.jsonl"), line).unwrap();
    folder.run(&["corrections", "--import", "own.jsonl", "old"]).fine();
    folder.run(&["notes", "add", "--entity", "Nowak", "old", "--text", "on him"]).fine();
    folder.run(&["notes", "add", "--collection", "old", "--text", "on all"]).fine();
    folder.run(&["notes", "add", "old/a.txt", "--quote", "spoke last", "--text", "on words"]).fine();
    // A mark hangs on words of a document as a note does.
    let journal = std::fs::read_dir(path("config/notes")).unwrap().next().unwrap().unwrap().path();
    let journal = std::fs::read_to_string(journal).unwrap();
    let mut record = objects(&journal).pop().unwrap();
    let item = record["item"].take();
    let old = std::fs::canonicalize(path("old")).unwrap();
    let mark = serde_json::json!({
        "v": 1, "at": record["at"], "op": "mark", "letter": "Q", "collection": [old],
        "document": item["document"], "anchor": item["anchor"],
    });
    std::fs::create_dir_all(path("config/places")).unwrap();
    std::fs::write(path("config/places/desk.jsonl"), format!("{mark}\n")).unwrap();
    let early = folder.run(&["notes", "move", "old", "new"]);
    assert_eq!(early.code, Some(2));
    assert!(early.said.contains("is still there"), "{}", early.said);
    std::fs::rename(path("old"), path("new")).unwrap();
    let nowhere = folder.run(&["notes", "move", "old", "nowhere"]);
    assert_eq!(nowhere.code, Some(2), "{}", nowhere.said);

    let lost = folder.run(&["corrections", "new"]);
    assert_eq!(lost.code, Some(1));
    assert!(
        lost.said.contains("1 correction and 2 notes of") && lost.said.contains("ibid notes move"),
        "{}",
        lost.said
    );
    let list = folder.run(&["notes", "list", "new"]);
    assert!(list.out.contains("on words") && !list.out.contains("on him"), "{}", list.out);
    assert!(list.said.contains("ibid notes move"), "{}", list.said);

    assert_eq!(
        folder.run(&["notes", "move", "old", "new"]).fine(),
        "1 correction, 3 notes and 1 mark moved\n"
    );
    let places = std::fs::read_dir(path("config/places")).unwrap();
    let places: String = places.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let new = std::fs::canonicalize(path("new")).unwrap();
    let moved = format!(r#""letter":"Q","collection":["{}"]"#, new.display());
    assert!(places.contains(&moved), "{places}");
    assert_eq!(folder.run(&["corrections", "--json", "new"]).fine().trim(), line);
    let list = folder.run(&["notes", "list", "new"]);
    assert!(["on words", "on him", "on all"].iter().all(|text| list.out.contains(text)), "{}", list.out);
    assert!(!list.said.contains("ibid notes move"), "{}", list.said);
    assert_eq!(folder.run(&["notes", "list"]).fine().matches("on him").count(), 1);
    assert_eq!(folder.run(&["notes", "move", "old", "new"]).code, Some(1));
}

#[test]
fn corrections_go_to_another_collection_and_are_never_doubled() {
    let folder = Folder::with(&[]);
    for name in ["one", "two"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
        std::fs::write(
            folder.path().join(name).join("a.txt"),
            "The pier\n\nAnna Kowalska spoke first. Marek Nowak spoke last.\n",
        )
        .unwrap();
    }
    let line = r#"{"rule":"same","kind":"person","names":["Anna Kowalska","Marek Nowak"]}"#;
    std::fs::write(folder.path().join("own.jsonl"), format!("{line}\n{{\"rule\":\"odd\"}}\n{line}\n"))
        .unwrap();
    let taken = folder.run(&["corrections", "--import", "own.jsonl", "one"]);
    assert_eq!(taken.code, Some(2), "{}", taken.said);
    assert!(taken.out.contains("1 correction taken, 1 already there, 1 not understood"), "{}", taken.out);
    assert!(taken.said.contains("own.jsonl") && taken.said.contains("line 2"), "{}", taken.said);
    let exported = folder.run(&["corrections", "--json", "one"]).fine();
    assert_eq!(exported.trim(), line);
    assert_eq!(folder.run(&["corrections", "two"]).code, Some(1), "it holds where it was made");
    let who = folder.run(&["who", "--json", "Kowalska", "one"]).fine();
    assert!(who.contains("Marek Nowak"), "{who}");
    std::fs::write(folder.path().join("exported.jsonl"), exported).unwrap();
    let again = folder.run(&["corrections", "--import", "exported.jsonl", "two"]).fine();
    assert!(again.contains("1 correction taken"), "{again}");
    let twice = folder.run(&["corrections", "--import", "exported.jsonl", "two"]).fine();
    assert!(twice.contains("0 corrections taken, 1 already there"), "{twice}");
    assert!(folder.run(&["who", "--json", "Kowalska", "two"]).fine().contains("Marek Nowak"));
}

#[test]
fn a_list_of_names_always_wins() {
    let folder = Folder::with(&[]);
    std::fs::write(folder.path().join("a.txt"), "The pier\n\nAnna Kowalska spoke. Mr Bunny spoke last.\n")
        .unwrap();
    let config = folder.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    let list = "[[name]]\nname = \"Anna Kowalska (mayor)\"\nkind = \"person\"\naliases = [\"Anna Kowalska\", \
                \"Bunny\"]\ndescription = \"of the port\"\n\n[[name]]\nname = \"Pier\"\nkind = \"boat\"\n";
    std::fs::write(config.join("names.toml"), list).unwrap();
    let who = folder.run(&["who", "--json", "Kowalska", "a.txt"]);
    assert!(who.out.contains("Anna Kowalska (mayor)"), "{}", who.out);
    assert!(who.out.contains(r#""description":"of the port""#), "{}", who.out);
    assert!(who.said.contains("names.toml") && who.said.contains("boat"), "{}", who.said);
}

#[test]
fn corrections_of_two_mentions_of_one_document_are_two() {
    let folder = Folder::with(&[("a.txt", "The pier\n\nAnna Kowalska spoke. Anna Kowalska left.\n")]);
    folder.run(&["notes", "add", "a.txt", "--quote", "Kowalska spoke", "--text", "x"]).fine();
    let journal = std::fs::read_dir(folder.path().join("config/notes")).unwrap().next().unwrap().unwrap();
    let item = objects(&std::fs::read_to_string(journal.path()).unwrap()).remove(0)["item"].take();
    let rule = |anchor: Option<(u64, u64)>| {
        let mut line = serde_json::json!({
            "rule": "reject", "kind": "person", "name": "Anna Kowalska", "document": item["document"],
        });
        if let Some((start, end)) = anchor {
            line["anchor"] = item["anchor"].clone();
            (line["anchor"]["start"], line["anchor"]["end"]) = (start.into(), end.into());
        }
        line.to_string()
    };
    let lines = [rule(Some((10, 23))), rule(Some((31, 44))), rule(None), rule(Some((10, 23)))].join("\n");
    std::fs::write(folder.path().join("own.jsonl"), lines).unwrap();
    let taken = folder.run(&["corrections", "--import", "own.jsonl", "a.txt"]).fine();
    assert!(taken.contains("3 corrections taken, 1 already there"), "{taken}");
    let exported = folder.run(&["corrections", "--json", "a.txt"]).fine();
    assert_eq!(exported.lines().count(), 3, "{exported}");
    std::fs::write(folder.path().join("exported.jsonl"), exported).unwrap();
    let again = folder.run(&["corrections", "--import", "exported.jsonl", "a.txt"]).fine();
    assert!(again.contains("0 corrections taken, 3 already there"), "{again}");
}

#[test]
fn a_correction_that_isnt_utf_8_is_told_and_not_taken_with_other_letters() {
    let folder = Folder::with(&[("a.txt", "The pier\n\nAnna Kowalska spoke.\n")]);
    let line = b"{\"rule\":\"reject\",\"kind\":\"person\",\"name\":\"Anna\xff\"}\n";
    std::fs::write(folder.path().join("own.jsonl"), line).unwrap();
    let taken = folder.run(&["corrections", "--import", "own.jsonl", "a.txt"]);
    assert_eq!(taken.code, Some(2));
    assert!(taken.said.contains("line 1") && taken.said.contains("isn't UTF-8"), "{}", taken.said);
}
