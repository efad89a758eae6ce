//! `ibid notes export` and `import`: notes that leave as a file and come again.

use serde_json::{Value, json};

use super::harness::{Folder, Ran, objects};
use super::notes::{PIER, add, folder, journal};

/// Three notes: on a passage, on a document, on somebody.
fn with_notes() -> Folder {
    let folder = folder();
    std::fs::write(
        folder.path().join("documents/ship.txt"),
        "The ship\n\nAnna Kowalska spoke first. Kowalska left.\n",
    )
    .unwrap();
    let quote = ["--quote", "the pier was built anew", "--colour", "green", "--text", "By whom? #port"];
    add(&folder, &[&["documents/pier.md"], &quote[..]].concat());
    add(&folder, &["documents/ferry.txt", "--text", "=SUM(A1) and “quotes”\n\n- a list", "--tag", "ferry"]);
    add(&folder, &["--entity", "Kowalska", "documents", "--text", "The mayor"]);
    folder
}

fn listed(folder: &Folder) -> Vec<Value> {
    objects(&folder.run(&["notes", "list", "--json"]).out)
}

/// Another config directory with nothing in it, the documents being the same.
fn elsewhere(folder: &Folder, name: &str) -> impl Fn(&[&str]) -> Ran {
    let config = folder.path().join(name);
    std::fs::create_dir_all(&config).unwrap();
    let path = folder.path().to_owned();
    move |arguments| {
        let mut command = std::process::Command::new(super::harness::IBID);
        command.args(arguments).current_dir(&path).stdin(std::process::Stdio::null());
        command.env("IBID_CONFIG_DIR", &config).env("IBID_CACHE_DIR", path.join("cache"));
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { out: text(output.stdout), said: text(output.stderr), code: output.status.code() }
    }
}

#[test]
fn notes_on_a_document_that_is_gone_stay_with_its_folder() {
    let folder = with_notes();
    std::fs::create_dir(folder.path().join("other")).unwrap();
    std::fs::write(folder.path().join("other/a.txt"), "Another one\n").unwrap();
    std::fs::remove_file(folder.path().join("documents/ferry.txt")).unwrap();
    let listed = folder.run(&["notes", "list", "--json", "documents"]).fine();
    let states: Vec<Value> = objects(&listed).iter().map(|note| note["state"].clone()).collect();
    assert_eq!((states.len(), states.iter().filter(|state| *state == "absent").count()), (3, 1), "{listed}");
    let exported = folder.run(&["notes", "export", "--jsonl", "documents"]).fine();
    assert!(exported.contains("a list"), "{exported}");
    assert_eq!(folder.run(&["notes", "list", "other"]).code, Some(1));
}

#[test]
fn what_is_exported_comes_in_as_it_was_and_is_never_doubled() {
    let folder = with_notes();
    let wanted = listed(&folder);
    for (form, file) in [("--jsonl", "a.jsonl"), ("--w3c", "a.json"), ("--csv", "a.csv")] {
        folder.run(&["notes", "export", form, "--output", file]).fine();
        let there = folder.run(&["notes", "import", file]).fine();
        assert_eq!(there, "0 new, 0 changed, 3 already there, 0 not understood\n", "{form}");
        let ibid = elsewhere(&folder, &form[2..]);
        let dry = ibid(&["notes", "import", "--dry-run", file]).fine();
        assert!(dry.starts_with("3 new, 0 changed") && dry.ends_with("; nothing was kept\n"), "{dry}");
        assert_eq!(ibid(&["notes", "list"]).code, Some(1));
        assert!(ibid(&["notes", "import", file]).fine().starts_with("3 new, "), "{form}");
        assert_eq!(objects(&ibid(&["notes", "list", "--json"]).out), wanted, "{form}");
        assert!(ibid(&["notes", "import", file, file]).fine().starts_with("0 new, 0 changed, 3 already"));
    }
    // The journal of one machine is taken in by another.
    let ibid = elsewhere(&folder, "journal");
    assert!(ibid(&["notes", "import", journal(&folder).to_str().unwrap()]).fine().starts_with("3 new, "));
    assert_eq!(objects(&ibid(&["notes", "list", "--json"]).out), wanted);
}

#[test]
fn markdown_has_block_quotes_with_their_sources() {
    let folder = with_notes();
    let markdown = folder.run(&["notes", "export"]).fine();
    assert!(markdown.starts_with("# Notes\n\n## Anna Kowalska\n\nperson\n\nThe mayor\n"), "{markdown}");
    let passage = "> the pier was built anew\n>\n> — “The pier”, Harbour Post, 2019-06-12, paragraph 2\n\nBy whom? #port\n";
    assert!(markdown.contains(passage), "{markdown}");
    assert!(markdown.contains("\n## The ferry sails again\n"), "{markdown}");
    let by_tag =
        folder.run(&["notes", "export", "--by", "tag", "documents/pier.md", "documents/ferry.txt"]).fine();
    let headings: Vec<&str> = by_tag.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(headings, ["## \\#ferry", "## \\#port"]);
}

#[test]
fn notes_are_chosen_by_document_tag_and_words() {
    let folder = with_notes();
    let count = |arguments: &[&str]| {
        let counts = [["export", "--jsonl"], ["list", "--json"]].map(|form| {
            let ran = folder.run(&[&["notes"], &form[..], arguments].concat());
            assert_eq!(ran.code, Some(i32::from(ran.out.is_empty())), "{}", ran.said);
            ran.out.lines().count()
        });
        assert_eq!(counts[0], counts[1], "{arguments:?}");
        counts[0]
    };
    assert_eq!(count(&["--doc", "documents/pier.md"]), 1);
    assert_eq!(count(&["--doc", "the ferry sails", "documents"]), 1);
    assert_eq!(count(&["--tag", "port"]), 1);
    assert_eq!(count(&["--query", "mayor"]), 1);
    assert_eq!(count(&["--tag", "port", "--query", "mayor"]), 0);
    assert_eq!(count(&["documents/ferry.txt"]), 1);
    assert_eq!(count(&["documents"]), 3);
}

#[test]
fn notes_on_a_document_that_was_renamed_between_them_stand_under_one_heading() {
    let folder = Folder::with(&[]);
    let documents = folder.path().join("documents");
    std::fs::create_dir(&documents).unwrap();
    std::fs::write(documents.join("pier.md"), "# The pier\n\nThe mayor said the pier is gone.\n").unwrap();
    let add = |name: &str, text: &str| {
        let document = format!("documents/{name}");
        folder.run(&["note", "add", &document, "--text", text]).fine();
    };
    add("pier.md", "Before");
    std::fs::rename(documents.join("pier.md"), documents.join("quay.md")).unwrap();
    add("quay.md", "After");
    let told = folder.run(&["notes", "export", "documents"]).fine();
    assert_eq!(told.matches("\n## The pier\n").count(), 1, "{told}");
    assert_eq!(told.matches("quay.md").count(), 1, "{told}");
    assert!(told.contains("\nBefore\n") && told.contains("\nAfter\n") && !told.contains("pier.md"), "{told}");
}

#[test]
fn notes_are_exported_where_the_collection_that_was_opened_last_is_gone() {
    let folder = with_notes();
    let gone = folder.path().join("gone");
    std::fs::write(folder.path().join("cache/last"), gone.to_str().unwrap()).unwrap();
    assert!(folder.run(&["notes", "export"]).fine().contains("> — “The pier”, Harbour Post"));
    folder.run(&["notes", "export", "gone"]).trouble(&["gone", "no such file or folder"]);
}

#[test]
fn a_form_that_is_named_as_a_value_is_told_to_be_an_option() {
    let folder = Folder::with(&[]);
    for form in [&["--format", "csv"] as &[&str], &["--format=jsonl"]] {
        let ran = folder.run(&[&["notes", "export"], form].concat());
        assert!(ran.code == Some(2) && ran.said.contains("--markdown, --jsonl, --w3c or --csv"), "{ran:?}");
        assert!(!ran.said.contains("--force"), "{ran:?}");
    }
    assert!(folder.run(&["notes", "export", "--forse"]).said.contains("'--force'"));
}

#[test]
fn a_file_that_is_there_is_never_written_over_unless_that_is_said() {
    let folder = with_notes();
    std::fs::write(folder.path().join("notes.md"), "precious").unwrap();
    folder.run(&["notes", "export", "--output", "notes.md"]).trouble(&[
        "notes.md",
        "is there already",
        "--force",
    ]);
    assert_eq!(folder.read("notes.md"), "precious");
    folder.run(&["notes", "export", "--output", "notes.md", "--force"]).fine();
    assert!(folder.read("notes.md").starts_with("# Notes"));
    folder.run(&["notes", "export", "--output", "nowhere/notes.md"]).trouble(&[
        "nowhere/notes.md: can't be written: its folder isn't there; make the folder, or name another file",
    ]);
    folder
        .run(&["notes", "export", "--output", "notes.md/x"])
        .trouble(&["notes.md/x: can't be written: what should be its folder is a file; name another file"]);
    folder
        .run(&["--log", "documents", "notes", "list"])
        .trouble(&["documents: can't be written: it is a folder"]);
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 4, "documents, config, cache and the file");
}

#[cfg(unix)]
#[test]
fn a_private_file_that_is_written_over_stays_private() {
    use std::os::unix::fs::PermissionsExt;
    let folder = with_notes();
    let path = folder.path().join("notes.md");
    std::fs::write(&path, "mine").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    folder.run(&["notes", "export", "--output", "notes.md", "--force"]).fine();
    assert!(folder.read("notes.md").starts_with("# Notes"));
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_is_brought_back_over_a_clock_far_ahead_is_there() {
    let folder = with_notes();
    std::fs::write(folder.path().join("all.jsonl"), folder.run(&["notes", "export", "--jsonl"]).fine())
        .unwrap();
    let id = listed(&folder)[0]["id"].as_str().unwrap().to_owned();
    let gone = format!("{{\"v\":1,\"at\":\"2099-01-01T00:00:00Z\",\"op\":\"delete\",\"id\":\"{id}\"}}\n");
    std::fs::write(folder.path().join("config/notes/other.jsonl"), gone).unwrap();
    assert_eq!(listed(&folder).len(), 2);
    folder.run(&["notes", "import", "--restore", "all.jsonl"]).fine();
    assert_eq!(listed(&folder).len(), 3);
    let again = folder.run(&["notes", "import", "--restore", "all.jsonl"]).fine();
    assert!(again.contains("3 already there"), "{again}");
}

#[test]
fn a_forged_time_hides_no_version_of_the_same_note() {
    let folder = with_notes();
    let lines = folder.run(&["notes", "export", "--jsonl"]).fine();
    let line = lines.lines().find(|line| line.contains("\"note\"")).unwrap();
    let record: Value = serde_json::from_str(line).unwrap();
    let version = |at: jiff::Timestamp, body: &str| {
        let mut record = record.clone();
        record["at"] = at.to_string().into();
        record["item"]["changed"] = at.to_string().into();
        record["item"]["body"] = body.into();
        record.to_string()
    };
    let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(1);
    let versions =
        [version("9000-01-01T00:00:00Z".parse().unwrap(), "forged"), version(soon, "really newer")];
    for (name, versions) in
        [("one", versions.join("\n")), ("other", versions.map(|line| line + "\n").concat())]
    {
        std::fs::write(folder.path().join(format!("{name}.jsonl")), versions).unwrap();
    }
    assert!(folder.run(&["notes", "import", "one.jsonl"]).fine().contains("1 changed"));
    assert!(folder.run(&["notes", "import", "other.jsonl"]).fine().contains("0 changed"));
    let bodies = folder.run(&["notes", "export", "--jsonl"]).fine();
    assert!(bodies.contains("really newer") && !bodies.contains("forged"), "{bodies}");
}

#[test]
fn only_markdown_is_grouped() {
    let folder = with_notes();
    let wrong = folder.run(&["notes", "export", "--by", "tag", "--csv"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.said.contains("'--by <KEY>' cannot be used with '--csv'"), "{}", wrong.said);
    assert!(folder.run(&["notes", "export", "--by", "tag"]).fine().contains("port"));
}

#[test]
fn an_older_version_never_takes_the_place_of_a_newer_one_and_what_was_deleted_stays_deleted() {
    let folder = with_notes();
    folder.run(&["notes", "export", "--jsonl", "--output", "old.jsonl"]).fine();
    let lines: Vec<String> = folder.read("old.jsonl").lines().map(str::to_owned).collect();
    let newer = lines[0].replace("By whom?", "By the port.").replace("\"at\":\"20", "\"at\":\"19");
    assert_ne!(newer, lines[0]);
    std::fs::write(folder.path().join("older.jsonl"), newer.replace("\"changed\":\"20", "\"changed\":\"19"))
        .unwrap();
    assert!(
        folder
            .run(&["notes", "import", "older.jsonl"])
            .fine()
            .starts_with("0 new, 0 changed, 0 already there, 1 not newer")
    );
    let mut record: Value = serde_json::from_str(&lines[0]).unwrap();
    record["item"]["body"] = "By the port.".into();
    let now = jiff::Timestamp::now().to_string();
    (record["at"], record["item"]["changed"]) = (now.as_str().into(), now.as_str().into());
    std::fs::write(folder.path().join("newer.jsonl"), record.to_string()).unwrap();
    assert!(
        folder.run(&["notes", "import", "newer.jsonl"]).fine().starts_with("0 new, 1 changed, 0 already")
    );
    assert_eq!(listed(&folder)[0]["text"], "By the port.");

    let id = record["item"]["id"].as_str().unwrap();
    folder.run(&["note", "delete", id]).fine();
    let gone = folder.run(&["notes", "import", "old.jsonl"]);
    assert_eq!(gone.out, "0 new, 0 changed, 2 already there, 1 deleted here since, 0 not understood\n");
    assert!(gone.said.contains("--restore"), "{}", gone.said);
    assert_eq!(listed(&folder).len(), 2);
    folder.run(&["notes", "import", "--restore", "old.jsonl"]).fine();
    assert_eq!(listed(&folder).len(), 3);
}

#[test]
fn a_table_has_the_tags_of_the_text_too_and_none_comes_in_twice() {
    let folder = folder();
    let note = ["documents/pier.md", "--text", "By whom? #port", "--tag", "mayor", "--tag", "port"];
    let tags = add(&folder, &note)["tags"].clone();
    let table = folder.run(&["notes", "export", "--csv"]).fine();
    assert!(table.contains("#port,mayor; port,"), "{table}");
    std::fs::write(folder.path().join("a.csv"), &table).unwrap();
    assert!(folder.run(&["notes", "import", "a.csv"]).fine().starts_with("0 new, 0 changed, 1 already"));
    let ibid = elsewhere(&folder, "other");
    ibid(&["notes", "import", "a.csv"]).fine();
    let mut there: Vec<Value> =
        objects(&ibid(&["notes", "list", "--json"]).out)[0]["tags"].as_array().unwrap().clone();
    there.sort_by_key(Value::to_string);
    assert_eq!(Value::Array(there), tags);
    std::fs::write(folder.path().join("b.csv"), table.replace("mayor; port", "mayor; port; pier")).unwrap();
    assert!(folder.run(&["notes", "import", "b.csv"]).fine().starts_with("0 new, 1 changed"));
    let note = &listed(&folder)[0];
    assert_eq!((&note["text"], note["tags"].as_array().map(Vec::len)), (&"By whom? #port".into(), Some(3)));
}

#[test]
fn what_was_changed_in_a_spreadsheet_comes_in() {
    let folder = with_notes();
    let table = folder.run(&["notes", "export", "--csv"]).fine();
    assert!(table.contains("\"'=SUM(A1) and “quotes”"), "{table}");
    std::fs::write(folder.path().join("a.csv"), table.replace("By whom?", "By the port.")).unwrap();
    assert!(folder.run(&["notes", "import", "a.csv"]).fine().starts_with("0 new, 1 changed, 2 already"));
    assert!(folder.run(&["notes", "import", "a.csv"]).fine().starts_with("0 new, 0 changed, 3 already"));
    let note = &listed(&folder)[0];
    assert_eq!(
        (&note["text"], &note["quote"]),
        (&"By the port. #port".into(), &"the pier was built anew".into())
    );
}

#[test]
fn a_table_takes_nothing_away_that_it_has_no_column_for() {
    let folder = with_notes();
    let before = listed(&folder);
    let table = folder.run(&["notes", "export", "--csv"]).fine();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let narrow = |text: &dyn Fn(&str) -> String, changed: &dyn Fn(&str) -> String| {
        let mut narrow = "id,kind,text,changed\r\n".to_owned();
        for row in &rows {
            let cell = |name| &row[headings.iter().position(|heading| heading == name).unwrap()];
            let text = text(cell("text")).replace('"', "\"\"");
            let changed = changed(cell("changed"));
            narrow.push_str(&format!("{},{},\"{text}\",{changed}\r\n", cell("id"), cell("kind")));
        }
        std::fs::write(folder.path().join("narrow.csv"), narrow).unwrap();
        folder.run(&["notes", "import", "narrow.csv"]).fine()
    };
    let same = |text: &str| text.to_owned();
    assert!(narrow(&same, &same).starts_with("0 new, 0 changed, 3 already there"));
    assert_eq!(listed(&folder), before);
    let edited = |text: &str| text.replace("a list", "a longer list").replace("By whom?", "By the port.");
    assert!(narrow(&edited, &same).starts_with("0 new, 2 changed, 1 already there"));
    let later = |_: &str| (jiff::Timestamp::now() + jiff::SignedDuration::from_mins(1)).to_string();
    let again = |text: &str| edited(text) + "!";
    assert!(narrow(&again, &later).starts_with("0 new, 3 changed"));
    for (note, was) in listed(&folder).iter().zip(&before) {
        assert!(note["text"].as_str().unwrap().ends_with('!'));
        for kept in ["tags", "colour", "quote", "path", "entity", "created"] {
            let tags = |note: &Value| note[kept].to_string().replace("port!", "port");
            assert_eq!(tags(note), tags(was), "{kept}");
        }
    }
}

#[test]
fn what_was_changed_in_a_spreadsheet_that_shortens_times_comes_in_and_what_is_older_is_said() {
    let folder = with_notes();
    let table = folder.run(&["notes", "export", "--csv"]).fine();
    let shortened = |table: &str, minutes: bool| {
        let mut text = String::new();
        for cell in table.split_inclusive([',', '\n']) {
            match cell.split_once('T').filter(|(day, rest)| day.len() == 10 && rest.contains("Z,")) {
                Some((day, time)) if minutes => text.push_str(&format!("{day} {},", &time[..5])),
                Some((day, time)) => text.push_str(&format!("{day}T{}Z,", &time[..8])),
                None => text.push_str(cell),
            }
        }
        text
    };
    let edited = shortened(&table.replace("By whom?", "By the port."), false);
    assert!(!edited.contains('.') || edited != table, "{edited}");
    std::fs::write(folder.path().join("a.csv"), &edited).unwrap();
    assert!(folder.run(&["notes", "import", "a.csv"]).fine().starts_with("0 new, 1 changed, 2 already"));
    let edited = shortened(&folder.run(&["notes", "export", "--csv"]).fine(), true)
        .replace("By the port.", "By no one.");
    std::fs::write(folder.path().join("b.csv"), &edited).unwrap();
    assert!(folder.run(&["notes", "import", "b.csv"]).fine().starts_with("0 new, 1 changed, 2 already"));
    std::fs::write(folder.path().join("c.csv"), table.replace("By whom?", "Too late.")).unwrap();
    let said = folder.run(&["notes", "import", "c.csv"]).fine();
    assert!(said.starts_with("0 new, 0 changed, 2 already there, 1 not newer than what is here"), "{said}");
    assert_eq!(listed(&folder)[0]["text"], "By no one. #port");
}

#[test]
fn a_note_that_is_too_long_is_named_and_the_others_are_taken() {
    let folder = with_notes();
    let lines = folder.run(&["notes", "export", "--jsonl"]).fine();
    std::fs::remove_dir_all(folder.path().join("config/notes")).unwrap();
    let long = "x".repeat((1 << 20) + 1);
    std::fs::write(folder.path().join("a.jsonl"), lines.replace("By whom?", &long)).unwrap();
    let out = folder.run(&["notes", "import", "a.jsonl"]).trouble(&["1.1 MiB are too long for a note"]);
    assert!(out.starts_with("2 new"), "{out}");
}

/// What the API of Hypothesis gives, on the page of which `documents/pier.md` is a copy, on one by its title, and on one that
/// isn't here.
fn hypothesis() -> Value {
    let quoting =
        |words: &str| json!([{"type": "TextQuoteSelector", "exact": words, "prefix": "", "suffix": ""}]);
    let row = |id: &str, uri: &str, title: &str, words: &str| {
        json!({
            "id": id, "created": "2024-05-01T10:00:00.5+00:00", "updated": "2024-05-02T10:00:00+00:00", "uri": uri,
            "text": "Who says?", "tags": ["port"], "document": {"title": [title]},
            "target": [{"source": uri, "selector": quoting(words)}],
        })
    };
    json!({"total": 4, "rows": [
        row("one", "https://example.org/2019/pier.html?x=1", "Something else", "the pier is gone"),
        row("two", "https://example.org/2", "The Ferry sails again", "Nobody knows why the ferry"),
        row("three", "https://example.org/pier.html", "The pier", "words that aren't there"),
        {"id": "four", "updated": "yesterday", "uri": "https://example.org", "text": "x"},
    ]})
}

#[test]
fn annotations_of_hypothesis_find_their_documents_and_are_kept_where_they_dont() {
    let folder = folder();
    std::fs::write(folder.path().join("h.json"), hypothesis().to_string()).unwrap();
    let import = ["notes", "import", "--in", "documents", "h.json"];
    let taken = folder.run(&import);
    assert_eq!(taken.code, Some(2));
    assert_eq!(taken.out, "3 new, 0 changed, 0 already there, 1 not understood\n");
    assert!(taken.said.contains("h.json, annotation 4: "), "{}", taken.said);
    assert!(folder.run(&import).out.starts_with("0 new, 0 changed, 3 already there"));
    let notes = listed(&folder);
    let of = |words: &str| notes.iter().find(|note| note["quote"].as_str().unwrap().contains(words)).unwrap();
    assert!(of("is gone")["path"].as_str().unwrap().ends_with("documents/pier.md"));
    assert!(of("why the ferry")["path"].as_str().unwrap().ends_with("documents/ferry.txt"));
    let away = of("aren't there");
    assert_eq!(
        (&away["path"], &away["text"]),
        (&"https://example.org/pier.html".into(), &"Who says?".into())
    );
    assert_eq!((&away["created"], &away["tags"]), (&"2024-05-01T10:00:00.5Z".into(), &json!(["port"])));
    let here = objects(&folder.run(&["notes", "list", "--json", "documents"]).fine());
    assert_eq!(
        here.iter().map(|note| note["state"].as_str().unwrap()).collect::<Vec<_>>(),
        ["exact", "exact"]
    );

    // Once the document is there too, the same file ties the note to it.
    let more =
        PIER.replace("The pier", "Another pier").replace("built anew", "built of words that aren't there");
    std::fs::write(folder.path().join("documents/other-pier.md"), more).unwrap();
    std::fs::rename(
        folder.path().join("documents/other-pier.md"),
        folder.path().join("documents/pier.html.md"),
    )
    .unwrap();
    std::fs::remove_file(folder.path().join("documents/pier.md")).unwrap();
    std::fs::rename(folder.path().join("documents/pier.html.md"), folder.path().join("documents/pier.md"))
        .unwrap();
    assert!(folder.run(&import).out.starts_with("0 new, 1 changed, 2 already there"));
    let away = listed(&folder);
    assert!(away.iter().all(|note| !note["path"].as_str().unwrap().starts_with("https:")), "{away:?}");
}

#[test]
fn what_cannot_be_understood_is_named_and_the_rest_is_taken() {
    let folder = with_notes();
    folder.run(&["notes", "export", "--jsonl", "--output", "a.jsonl"]).fine();
    let file = format!("{}nonsense\n{{\"v\":7,\"op\":\"put\"}}\n", folder.read("a.jsonl"));
    let ibid = elsewhere(&folder, "other");
    std::fs::write(folder.path().join("b.jsonl"), file).unwrap();
    let taken = ibid(&["notes", "import", "b.jsonl", "nowhere.json"]);
    assert_eq!(
        (taken.code, taken.out.as_str()),
        (Some(2), "3 new, 0 changed, 0 already there, 2 not understood\n")
    );
    for part in ["b.jsonl, line 4: ", "b.jsonl, line 5: written by a newer ibid", "nowhere.json"] {
        assert!(taken.said.contains(part), "no {part} in {}", taken.said);
    }
    // A folder that is called nearly so is nothing to take in.
    std::fs::create_dir(folder.path().join("nop")).unwrap();
    let missing = ibid(&["notes", "import", "nope"]);
    assert_eq!(missing.trouble(&["nope: there is no such file; check the name"]), "");
    std::fs::write(folder.path().join("notes.md"), "# Notes\n").unwrap();
    let wrong = ibid(&["notes", "import", "notes.md"]);
    assert!(
        wrong.code == Some(2)
            && wrong.said.contains("notes.md: holds no notes in a form that is read: JSON lines"),
        "{}",
        wrong.said
    );
}

#[test]
fn notes_of_another_ibid_become_those_of_the_collection_that_they_are_taken_into() {
    let texts = "The pier\n\nAnna Kowalska spoke first. Marek Nowak spoke last, and nobody answered him.\n";
    let theirs = Folder::with(&[]);
    std::fs::create_dir(theirs.path().join("pile")).unwrap();
    std::fs::write(theirs.path().join("pile/a.txt"), texts).unwrap();
    theirs.run(&["notes", "add", "pile/a.txt", "--quote", "nobody answered", "--text", "on words"]).fine();
    theirs.run(&["notes", "add", "--entity", "Nowak", "pile", "--text", "on him"]).fine();
    theirs.run(&["notes", "add", "--collection", "pile", "--text", "on all"]).fine();
    for form in ["--jsonl", "--w3c", "--csv"] {
        let ours = Folder::with(&[]);
        std::fs::create_dir(ours.path().join("copy")).unwrap();
        // It isn't the same content any more.
        std::fs::write(
            ours.path().join("copy/a.txt"),
            texts.replace("spoke first", "was the first to speak"),
        )
        .unwrap();
        let exported = theirs.run(&["notes", "export", form]).fine();
        std::fs::write(ours.path().join("exported"), exported).unwrap();
        let import = || ours.run(&["notes", "import", "exported", "--in", "copy"]).fine();
        assert!(import().starts_with("3 new"), "{form}");
        let list = ours.run(&["notes", "list", "copy"]).fine();
        assert!(["on words", "on him", "on all"].iter().all(|text| list.contains(text)), "{form}: {list}");
        assert!(import().starts_with("0 new, 0 changed, 3 already there"), "{form}");
    }
}

#[test]
fn an_import_is_no_step_that_is_undone_and_a_deletion_in_a_journal_counts() {
    let folder = with_notes();
    let id = listed(&folder)[0]["id"].as_str().unwrap().to_owned();
    let ibid = elsewhere(&folder, "other");
    let journal = journal(&folder);
    ibid(&["notes", "import", journal.to_str().unwrap()]).fine();
    folder.run(&["note", "delete", &id]).fine();
    let taken = ibid(&["notes", "import", journal.to_str().unwrap()]).fine();
    assert_eq!(taken, "0 new, 0 changed, 2 already there, 1 deleted, 0 not understood\n");
    assert_eq!(objects(&ibid(&["notes", "list", "--json"]).out).len(), 2);
    let notes = std::fs::read_dir(folder.path().join("other/notes")).unwrap().next().unwrap().unwrap().path();
    let lines = std::fs::read_to_string(notes).unwrap();
    assert!(lines.lines().all(|line| line.ends_with(",\"way\":\"settled\"}")), "{lines}");
}
