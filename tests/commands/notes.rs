//! `ibid notes`: bookmarks, highlights and notes kept, listed, checked and deleted from the shell.

use serde_json::Value;

use super::harness::{Folder, objects};

pub const PIER: &str = "---\ntitle: The pier\ndate: 2019-06-12\nsource: Harbour Post\n---\n\nThe mayor said: “the pier is \
    gone”, and\nnobody answered her that day.\n\nNobody answered for a week. Then the pier was built anew.\n";

const FERRY: &str = "The ferry sails again\n\nNobody knows why the ferry sails again.\n";

/// Two documents.
pub fn folder() -> Folder {
    let folder = Folder::with(&[]);
    std::fs::create_dir(folder.path().join("documents")).unwrap();
    for (name, text) in [("pier.md", PIER), ("ferry.txt", FERRY)] {
        std::fs::write(folder.path().join("documents").join(name), text).unwrap();
    }
    folder
}

/// Adds a note; gives the object that is printed.
#[track_caller]
pub fn add(folder: &Folder, arguments: &[&str]) -> Value {
    let all: Vec<&str> = ["note", "add", "--json"].iter().chain(arguments).copied().collect();
    let mut printed = objects(&folder.run(&all).fine());
    assert_eq!(printed.len(), 1);
    printed.remove(0)
}

/// The only journal in the folder.
pub fn journal(folder: &Folder) -> std::path::PathBuf {
    let notes = std::fs::read_dir(folder.path().join("config/notes")).unwrap();
    let mut files: Vec<_> = notes.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    assert_eq!(files.len(), 1);
    files.remove(0)
}

#[test]
fn what_is_added_is_on_disk_and_listed_with_the_fields_that_are_told() {
    let folder = folder();
    let quote = ["--quote", "\"the pier is gone\", and nobody", "--colour", "green"];
    let text = ["--text", "Who had it built? #port", "--tag", "#mayor", "--tag", "two words"];
    let note = add(&folder, &[&["documents/pier.md"], &quote[..], &text].concat());
    let fields = [
        "id",
        "kind",
        "path",
        "title",
        "quote",
        "text",
        "tags",
        "colour",
        "entity",
        "entity_kind",
        "created",
        "changed",
        "state",
    ];
    for field in fields {
        assert!(note.get(field).is_some(), "no {field} in {note}");
    }
    assert_eq!(note["kind"], "note");
    assert_eq!(note["quote"], "“the pier is gone”, and nobody");
    assert_eq!((&note["title"], &note["colour"]), (&"The pier".into(), &"green".into()));
    assert_eq!(note["tags"], serde_json::json!(["mayor", "two-words", "port"]));
    assert!(note["path"].as_str().unwrap().ends_with("documents/pier.md"));
    let id = note["id"].as_str().unwrap();
    assert!(std::fs::read_to_string(journal(&folder)).unwrap().contains(id));

    assert_eq!(objects(&folder.run(&["notes", "list", "--json"]).fine()), std::slice::from_ref(&note));
    let here = objects(&folder.run(&["notes", "list", "--json", "documents"]).fine());
    assert_eq!((&here[0]["id"], &here[0]["state"]), (&note["id"], &"exact".into()));
    assert_eq!(folder.run(&["notes", "list", "--json", "documents/ferry.txt"]).code, Some(1));
    assert!(folder.run(&["notes", "list"]).fine().contains("Who had it built?"));
    assert!(folder.run(&["notes", "show", &id[..6]]).fine().contains(id));
}

#[test]
fn the_kind_follows_from_what_is_said() {
    let folder = folder();
    let kind = |arguments: &[&str]| add(&folder, arguments)["kind"].as_str().unwrap().to_owned();
    assert_eq!(kind(&["documents/ferry.txt", "--quote", "Nobody knows"]), "highlight");
    let coloured = ["documents/pier.md", "--quote", "The mayor said", "--colour", "yellow"];
    assert_eq!(kind(&coloured), "highlight");
    assert!(folder.run(&["notes", "list"]).fine().contains("highlight, yellow  The pier\n"));
    assert_eq!(kind(&["documents/ferry.txt", "--text", "All of it"]), "note");
    assert_eq!(kind(&["documents/ferry.txt", "--bookmark"]), "bookmark");
    assert_eq!(kind(&["ferry.txt", "documents", "--bookmark", "--quote", "why"]), "bookmark");
    assert_eq!(kind(&["sails again", "documents", "--text", "by its title"]), "note");
    assert_eq!(kind(&["--collection", "documents", "--text", "Harbours"]), "note");
    folder.run(&["note", "add", "documents/ferry.txt"]).trouble(&["there is nothing in it"]);
    folder.run(&["note", "add", "--text", "x"]).trouble(&["isn't about anything"]);
    folder.run(&["note", "add", "documents/ferry.txt", "--text", "x", "--tag", "12"]).trouble(&["12"]);
    assert_eq!(objects(&folder.run(&["notes", "list", "--json"]).fine()).len(), 7);
}

#[test]
fn a_note_about_somebody_is_kept_under_their_name() {
    let folder = folder();
    let text = "The ship\n\nAnna Kowalska spoke first. Kowalska spoke last, too.\n";
    std::fs::write(folder.path().join("documents/ship.txt"), text).unwrap();
    let note = add(&folder, &["--entity", "kowalska", "documents", "--text", "The mayor"]);
    assert_eq!((&note["entity"], &note["entity_kind"]), (&"Anna Kowalska".into(), &"person".into()));
    assert_eq!(note["path"], Value::Null);
    assert_eq!(objects(&folder.run(&["notes", "list", "--json", "documents"]).fine())[0]["state"], "whole");
    let nobody = folder.run(&["note", "add", "--entity", "Zeppelin", "documents", "--text", "x"]);
    assert_eq!(nobody.code, Some(2));
    assert_eq!(nobody.said.matches("nobody").count(), 1, "{}", nobody.said);
    assert!(
        nobody.said.contains("Zeppelin") && nobody.said.contains("ibid cast lists who there is"),
        "{}",
        nobody.said
    );
}

#[test]
fn of_several_places_one_has_to_be_chosen_and_they_are_listed() {
    let folder = folder();
    let add = ["note", "add", "documents/pier.md", "--quote", "the pier"];
    let several = folder.run(&add);
    assert_eq!(several.code, Some(2));
    assert!(
        several.said.contains("stands in 2 places") && several.said.contains("--nth"),
        "{}",
        several.said
    );
    assert!(several.said.contains("  1  …") && several.said.contains("was built anew"), "{}", several.said);
    let second = folder.run(&[&add[..], &["--nth", "2", "--json"]].concat()).fine();
    let list = objects(&second);
    assert_eq!(list[0]["quote"], "the pier");
    let line = std::fs::read_to_string(journal(&folder)).unwrap();
    assert!(line.contains("\"suffix\":\" was built anew."), "{line}");
    folder.run(&[&add[..], &["--nth", "3"]].concat()).trouble(&["stands in 2 places only"]);
    let once = ["note", "add", "documents/pier.md", "--quote", "gone", "--nth", "5"];
    folder.run(&once).trouble(&["stands in 1 place only"]);
    folder.run(&["note", "add", "documents/pier.md", "--quote", "the quay"]).trouble(&["isn't in the text"]);
    std::fs::write(folder.path().join("documents/pier2.md"), PIER).unwrap();
    folder
        .run(&["note", "add", "The pier", "documents", "--bookmark"])
        .trouble(&["2 titles match", "pier2.md"]);
}

#[test]
fn a_text_is_taken_from_standard_input() {
    let folder = folder();
    let add = ["note", "add", "documents/pier.md", "--text", "-", "--json"];
    let note = objects(&folder.run_with(&add, "two\nlines “quoted”\n".as_bytes()).fine());
    assert_eq!(note[0]["text"], "two\nlines “quoted”");
    folder.run_with(&add, b"\xff\n").trouble(&["standard input", "isn't UTF-8"]);
    folder.run_with(&add, b"\n").trouble(&["there is nothing in it"]);
    folder.run_with(&add, "x".repeat((1 << 20) + 1).as_bytes()).trouble(&["1.1 MiB are too long for a note"]);
}

#[test]
fn a_journal_that_cannot_be_read_is_trouble_and_the_rest_is_printed() {
    let folder = folder();
    add(&folder, &["documents/pier.md", "--text", "The harbour master"]);
    std::fs::create_dir(folder.path().join("config/notes/other.jsonl")).unwrap();
    let reading: [&[&str]; 4] = [
        &["notes", "list"],
        &["notes", "search", "harbour"],
        &["notes", "export"],
        &["notes", "check", "documents"],
    ];
    for arguments in reading {
        let out = folder.run(arguments).trouble(&["other.jsonl", "not a regular file"]);
        assert!(arguments[1] == "check" || out.contains("The harbour master"), "{arguments:?}: {out}");
    }
    folder.run(&["notes", "search", "nobody"]).trouble(&["other.jsonl"]);
}

#[test]
fn notes_are_searched_by_words_phrases_and_tags() {
    let folder = folder();
    add(&folder, &["documents/pier.md", "--text", "The harbour master #port/fees"]);
    add(&folder, &["documents/ferry.txt", "--quote", "Nobody knows", "--colour", "blue"]);
    let count = |words: &str| {
        let found = folder.run(&["notes", "search", "--json", words]);
        assert_eq!(found.code, Some(if found.out.is_empty() { 1 } else { 0 }));
        objects(&found.out).len()
    };
    let counts =
        ["harbour", "#port", "\"harbour master\"", "\"master harbour\"", "nobody blue", "#milk", "-x"]
            .map(count);
    assert_eq!(counts, [1, 1, 1, 0, 1, 0, 0]);
    assert_eq!(folder.run(&["notes", "search", "harbour", "documents/ferry.txt"]).code, Some(1));
    folder.run(&["notes", "search", "harbour", "nowhere"]).trouble(&["nowhere"]);
}

#[test]
fn a_note_stays_on_its_document_though_a_backup_has_the_old_bytes() {
    let folder = folder();
    let own = folder.path().join("documents/pier.md");
    std::fs::copy(&own, folder.path().join("documents/backup.md")).unwrap();
    add(&folder, &["documents/pier.md", "--quote", "Then the pier was built anew"]);
    let listed = |arguments: &[&str]| {
        let out = folder.run(&[&["notes", "list", "--json"], arguments].concat()).out;
        let of = |note: &Value| {
            (note["path"].as_str().unwrap().rsplit('/').next().unwrap().to_owned(), note["state"].clone())
        };
        objects(&out).iter().map(of).collect::<Vec<_>>()
    };
    let asked: [&[&str]; 3] =
        [&["documents"], &["--doc", "documents/pier.md"], &["--doc", "documents/pier.md", "documents"]];
    let on = |name: &str, state: &str| vec![(name.to_owned(), Value::from(state))];

    std::fs::write(&own, PIER.to_owned() + "\nOne more line.\n").unwrap();
    asked.iter().for_each(|asked| assert_eq!(listed(asked), on("pier.md", "exact"), "{asked:?}"));
    assert!(listed(&["documents", "--doc", "documents/backup.md"]).is_empty());

    std::fs::write(&own, PIER.replace("Then the pier was built anew.", "Fog.")).unwrap();
    asked.iter().for_each(|asked| assert_eq!(listed(asked), on("pier.md", "lost"), "{asked:?}"));

    std::fs::write(&own, "# Another story\n\nIt took the name of the first.\n").unwrap();
    assert_eq!(listed(&["documents"]), on("backup.md", "exact"), "what was there was renamed");
    assert_eq!(listed(&["documents", "--doc", "documents/backup.md"]), on("backup.md", "exact"));
    assert!(listed(asked[2]).is_empty());
}

#[test]
fn notes_are_deleted_all_or_none() {
    let folder = folder();
    let id = |note: Value| note["id"].as_str().unwrap().to_owned();
    let one = id(add(&folder, &["documents/pier.md", "--text", "one"]));
    let other = id(add(&folder, &["documents/pier.md", "--text", "other"]));
    folder.run(&["note", "delete", &one, "zzzz"]).trouble(&["zzzz", "no note of that number"]);
    assert_eq!(folder.run(&["note", "delete", &one, &one[..8]]).fine(), "1 note deleted\n");
    let left = objects(&folder.run(&["notes", "list", "--json"]).fine());
    assert_eq!((left.len(), left[0]["id"].as_str().unwrap()), (1, other.as_str()));
}

#[test]
fn a_check_tells_what_moved_what_is_lost_and_what_is_damaged() {
    let folder = folder();
    for quote in ["nobody answered her that day", "Then the pier was built anew"] {
        add(&folder, &["documents/pier.md", "--quote", quote]);
    }
    add(&folder, &["documents/ferry.txt", "--text", "x"]);
    let check = |arguments: &[&str]| folder.run(&[&["notes", "check"], arguments].concat());
    let well = check(&["documents"]).fine();
    assert!(well.contains("3 records") && well.contains("3 notes: 2 exact, 1 whole\n"), "{well}");

    let edited = PIER
        .replace("The mayor said", "A week ago the old mayor of the port said")
        .replace("Then the pier was built anew.", "Fog.");
    std::fs::write(folder.path().join("documents/pier.md"), edited).unwrap();
    std::fs::remove_file(folder.path().join("documents/ferry.txt")).unwrap();
    let changed = check(&["--json", "documents"]);
    assert_eq!((changed.code, changed.said.as_str()), (Some(1), ""));
    let objects = objects(&changed.out);
    let states: Vec<&str> = objects.iter().filter_map(|object| object["state"].as_str()).collect();
    assert_eq!(states, ["moved", "lost", "absent"]);
    assert_eq!((&objects[0]["records"], &objects[0]["error"]), (&3.into(), &Value::Null));
    assert_eq!((&objects[1]["inside"], &objects[3]["inside"]), (&true.into(), &false.into()));

    let journal = journal(&folder);
    let mut lines = std::fs::read_to_string(&journal).unwrap();
    lines.push_str("<<<<<<< HEAD\n{\"v\":9,\"op\":\"put\"}\n{\"a\":1}\nx\n{\"v\":1,\"at\":");
    std::fs::write(&journal, lines).unwrap();
    let damaged = check(&["--json", "documents"]);
    assert_eq!(damaged.code, Some(2));
    let faults: Vec<(u64, String)> = super::harness::objects(&damaged.out)
        .iter()
        .filter_map(|object| Some((object["line"].as_u64()?, object["fault"].as_str()?.to_owned())))
        .collect();
    let kinds = ["conflict", "newer", "foreign", "damaged", "damaged"];
    assert_eq!(faults, (4..).zip(kinds.map(str::to_owned)).collect::<Vec<_>>());
    assert!(check(&["documents"]).out.contains("line 4: conflict: "));
    let mut lines = std::fs::read_to_string(&journal).unwrap();
    lines.push_str(&"\nx".repeat(1500));
    std::fs::write(&journal, lines).unwrap();
    let many = super::harness::objects(&check(&["--json", "documents"]).out);
    let listed = many.iter().filter(|object| object["line"].is_u64()).count() as u64;
    assert_eq!(listed + many[0]["more"].as_u64().unwrap(), 1505, "{:?}", many[0]);
}

#[test]
fn a_check_of_a_collection_is_about_its_own_notes() {
    let folder = folder();
    add(&folder, &["documents/pier.md", "--text", "x"]);
    std::fs::create_dir(folder.path().join("other")).unwrap();
    std::fs::write(folder.path().join("other/quay.txt"), "The quay\n\nIt was built.\n").unwrap();
    add(&folder, &["other/quay.txt", "--text", "gone"]);
    std::fs::remove_file(folder.path().join("other/quay.txt")).unwrap();
    let check = |arguments: &[&str]| folder.run(&[&["notes", "check"], arguments].concat());
    let well = check(&["documents"]).fine();
    assert!(well.ends_with("1 note: 1 whole\n1 more note not of this collection\n"), "{well}");
    assert!(!check(&["--json", "documents"]).fine().contains("quay"));
    for arguments in [&["other"][..], &[]] {
        let gone = check(arguments);
        assert!(gone.code == Some(1) && gone.out.contains("[absent]"), "{arguments:?}: {gone:?}");
        assert_eq!(gone.out.contains("of them not of this collection"), arguments.is_empty(), "{gone:?}");
    }
}

#[test]
fn compacting_leaves_out_what_doesnt_count_and_keeps_the_old_file() {
    let folder = folder();
    let id = add(&folder, &["documents/pier.md", "--text", "gone"])["id"].as_str().unwrap().to_owned();
    add(&folder, &["documents/pier.md", "--text", "stays"]);
    let nothing = folder.run(&["notes", "compact"]);
    assert_eq!((nothing.code, nothing.said.as_str()), (Some(1), "there is nothing to leave out\n"));
    folder.run(&["note", "delete", &id]).fine();
    let before = std::fs::read(journal(&folder)).unwrap();
    let said = folder.run(&["notes", "compact"]).fine();
    assert!(said.contains("2 of 3 lines kept"), "{said}");
    let after = std::fs::read_to_string(journal(&folder)).unwrap();
    assert!(
        after.contains("\"op\":\"delete\"") && !after.contains("gone") && after.contains("stays"),
        "{after}"
    );
    let old =
        std::fs::read_dir(folder.path().join("config/notes")).unwrap().map(|entry| entry.unwrap().path());
    let old = old.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "old")).unwrap();
    assert_eq!(std::fs::read(old).unwrap(), before);
    assert_eq!(objects(&folder.run(&["notes", "list", "--json"]).fine()).len(), 1);
}

#[cfg(unix)]
#[test]
fn what_could_not_be_kept_is_said_with_what_to_do_and_never_acknowledged() {
    use std::os::unix::fs::symlink;
    let folder = folder();
    let first = add(&folder, &["documents/pier.md", "--text", "kept"]);
    let journal = journal(&folder);
    let aside = journal.with_extension("aside");
    std::fs::rename(&journal, &aside).unwrap();
    symlink("/dev/full", &journal).unwrap();
    let full = folder.run(&["note", "add", "documents/pier.md", "--text", "lost?"]);
    assert_eq!((full.code, full.out.as_str()), (Some(2), ""));
    assert!(full.said.contains("No space left") && full.said.contains("IBID_CONFIG_DIR"), "{}", full.said);
    std::fs::remove_file(&journal).unwrap();
    std::fs::rename(&aside, &journal).unwrap();
    let listed = objects(&folder.run(&["notes", "list", "--json"]).fine());
    assert_eq!(listed, [first]);

    let mut elsewhere = folder.command(&["note", "add", "documents/pier.md", "--text", "x"]);
    elsewhere.env("IBID_CONFIG_DIR", folder.path().join("documents/pier.md"));
    let output = elsewhere.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(said.contains("IBID_CONFIG_DIR"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_may_grow_no_further_loses_nothing_that_was_acknowledged() {
    let folder = folder();
    // Units of 512 bytes: room for some notes, and not for the last one.
    let script = "ulimit -f 8; i=0; while [ $i -lt 20 ]; do \"$0\" note add documents/ferry.txt --text \"$1 $i\"; \
                  echo \"code $?\"; i=$((i + 1)); done";
    let text = "x".repeat(300);
    let mut command = std::process::Command::new("sh");
    command.args(["-c", script, super::harness::IBID, &text]).current_dir(folder.path());
    command
        .env("IBID_CONFIG_DIR", folder.path().join("config"))
        .env("IBID_CACHE_DIR", folder.path().join("cache"));
    let output = command.output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let acknowledged: Vec<&str> = out.lines().filter(|line| line.len() == 32).collect();
    let done = out.lines().filter(|line| *line == "code 0").count();
    assert!(done == acknowledged.len() && (1..20).contains(&done), "{out}");
    let listed = objects(&folder.run(&["notes", "list", "--json"]).out);
    for id in &acknowledged {
        assert!(listed.iter().any(|note| note["id"] == **id), "{id} is missing");
    }
    // There is room again: the next one comes behind what was cut off, if anything was.
    add(&folder, &["documents/ferry.txt", "--text", "and on"]);
    assert_eq!(objects(&folder.run(&["notes", "list", "--json"]).out).len(), done + 1);
}

#[test]
fn several_programs_at_once_lose_nothing() {
    let folder = folder();
    let children: Vec<_> = (0..24)
        .map(|number| {
            let text = format!("number {number}");
            folder
                .command(&["note", "add", "documents/ferry.txt", "--text", &text])
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for child in children {
        assert!(child.wait_with_output().unwrap().status.success());
    }
    assert_eq!(objects(&folder.run(&["notes", "list", "--json"]).fine()).len(), 24);
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_cannot_be_printed_is_trouble() {
    let folder = folder();
    for arguments in [&["--help"][..], &["-h"], &["help"], &["--version"], &["list", "--help"]] {
        let mut command = folder.command(arguments);
        command.stdout(std::fs::File::create("/dev/full").unwrap());
        let ended = command.output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert!(
            ended.status.code() == Some(2) && said.contains("there is no room left"),
            "{arguments:?}: {said}"
        );
        folder.run(arguments).fine();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn that_a_change_is_made_whose_answer_cannot_be_printed_is_said() {
    let folder = folder();
    let into_nowhere = |arguments: &[&str]| {
        let mut command = folder.command(arguments);
        command.stdout(std::fs::File::create("/dev/full").unwrap());
        let ended = command.output().unwrap();
        (ended.status.code(), String::from_utf8(ended.stderr).unwrap())
    };
    let (code, said) = into_nowhere(&["note", "add", "documents/pier.md", "--text", "once"]);
    assert!(code == Some(2) && said.contains("it is kept all the same"), "{said}");
    let listed = objects(&folder.run(&["notes", "list", "--json"]).fine());
    assert_eq!(listed.len(), 1);
    let (code, said) = into_nowhere(&["notes", "delete", listed[0]["id"].as_str().unwrap()]);
    assert!(code == Some(2) && said.contains("they are deleted all the same"), "{said}");
    assert_eq!(folder.run(&["notes", "list", "--json"]).code, Some(1));
}
