//! What is told of the program and its surroundings: `ibid doctor`, and the log.

use super::harness::{Folder, objects};

/// A folder with a document, its collection cached, in a terminal that has nothing wrong with it.
fn practice() -> Folder {
    let folder = Folder::with(&[]);
    let documents = folder.path().join("documents");
    std::fs::create_dir(&documents).unwrap();
    let text = "Nadezhda Kowalczyk was seen in Lisbon on 3 May 2019.\n";
    std::fs::write(documents.join("private-matter.txt"), text).unwrap();
    // On a busy machine it says how far it has come.
    assert_eq!(folder.run(&["index", "documents"]).code, Some(0));
    folder
}

/// `ibid doctor` there, with these variables besides.
fn doctor(folder: &Folder, arguments: &[&str], variables: &[(&str, &str)]) -> (String, Option<i32>) {
    let mut command = folder.command(&[&["doctor"], arguments].concat());
    for name in ["TMUX", "STY", "NO_COLOR", "LC_ALL", "LC_CTYPE", "SSH_CONNECTION"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color").env("LANG", "C.UTF-8").env("HOME", folder.path());
    let output = command.envs(variables.iter().copied()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn a_sound_installation_is_said_to_be_one() {
    let (out, code) = doctor(&practice(), &[], &[]);
    assert_eq!(code, Some(0), "{out}");
    for part in [
        "All is well.",
        env!("CARGO_PKG_VERSION"),
        "TERM says 256color",
        "locks work",
        "1 path, current",
        "no tmux, GNU screen",
    ] {
        assert!(out.contains(part), "no {part:?} in {out}");
    }
}

#[test]
fn a_report_holds_nothing_private() {
    let folder = practice();
    folder
        .run(&["note", "add", "documents/private-matter.txt", "--quote", "Lisbon", "--text", "Confidential"])
        .fine();
    let (plain, _) = doctor(&folder, &[], &[("EDITOR", "confidential-editor")]);
    let (json, _) = doctor(&folder, &["--json"], &[("EDITOR", "confidential-editor")]);
    let name = folder.path().file_name().unwrap().to_str().unwrap();
    for private in ["private", "Kowalczyk", "Lisbon", "onfidential", name] {
        assert!(!plain.contains(private) && !json.contains(private), "{private:?} in {plain}\n{json}");
    }
    let journals = objects(&json).into_iter().find(|row| row["part"] == "journals" && row["name"] == "notes");
    assert_eq!(journals.unwrap()["value"], "1 record in 1 file");
}

#[test]
fn every_problem_has_a_remedy() {
    let folder = practice();
    std::fs::write(folder.path().join("config/config.toml"), "[limits]\nmembers = 0\n").unwrap();
    std::fs::create_dir_all(folder.path().join("config/notes")).unwrap();
    std::fs::write(folder.path().join("config/notes/here.jsonl"), "\n<<<<<<< HEAD\n").unwrap();
    let variables = [("LANG", "C"), ("TMUX", "x")];
    let (json, code) = doctor(&folder, &["--json"], &variables);
    assert_eq!(code, Some(1), "{json}");
    let rows = objects(&json);
    for row in &rows {
        assert_eq!(row["state"] == "fine", row["remedy"].is_null(), "{row}");
    }
    let mended = rows.iter().filter(|row| row["state"] == "mend").map(|row| row["name"].as_str().unwrap());
    assert_eq!(mended.collect::<Vec<_>>(), ["TERM", "characters", "config.toml", "notes"]);
    let (plain, _) = doctor(&folder, &[], &variables);
    assert!(plain.contains("4 things to mend"), "{plain}");
}

#[test]
fn a_tagger_of_the_persons_own_has_to_be_there() {
    let folder = practice();
    let own = |command: &str| {
        let settings = format!("[tagger]\ncommand = [\"{command}\"]\n");
        std::fs::write(folder.path().join("config/config.toml"), settings).unwrap();
        let (json, code) = doctor(&folder, &["--json"], &[]);
        let row = objects(&json).into_iter().find(|row| row["name"] == "own program").unwrap();
        (row["state"].as_str().unwrap().to_owned(), row["remedy"].is_null(), code)
    };
    assert_eq!(own("sh"), ("fine".to_owned(), true, Some(0)));
    for missing in ["/nonexistent", "no-such-program-anywhere", "/"] {
        assert_eq!(own(missing), ("mend".to_owned(), false, Some(1)), "{missing}");
    }
}

#[test]
fn a_directory_that_is_none_is_trouble() {
    let folder = practice();
    std::fs::write(folder.path().join("file"), "").unwrap();
    let file = folder.path().join("file");
    let (json, code) = doctor(&folder, &["--json"], &[("IBID_CONFIG_DIR", file.to_str().unwrap())]);
    assert_eq!(code, Some(2), "{json}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_directory_that_takes_no_file_is_told_in_the_words_of_the_system() {
    let folder = practice();
    let (json, code) = doctor(&folder, &["--json"], &[("IBID_CONFIG_DIR", "/proc/nope")]);
    assert!(code == Some(2) && json.contains("can't be written to: ") && !json.contains("entity"), "{json}");
    assert!(!json.contains("os error") && !json.contains(".ibid-doctor"), "{json}");
}

#[test]
fn a_log_tells_what_happened_without_any_word_of_the_documents() {
    let folder = practice();
    std::fs::write(folder.path().join("documents/another.txt"), "Nadezhda Kowalczyk went to Porto.\n")
        .unwrap();
    let ran = folder.run(&["who", "-v", "--log", "log", "Kowalczyk", "documents"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let log = folder.read("log");
    for part in ["program: begins desk=0\n", "collection: looked over files=", "names: found documents="] {
        assert!(log.contains(part), "no {part:?} in {log}");
    }
    assert!(ran.said.contains("names: found documents="), "{}", ran.said);
    for private in ["owalczyk", "another", "Porto", folder.path().to_str().unwrap()] {
        assert!(!log.contains(private), "{log}");
    }
    let named =
        folder.command(&["list", "documents"]).env("IBID_LOG", folder.path().join("other")).output().unwrap();
    assert!(named.status.success() && folder.read("other").contains("program: ends failed=0 ms="));
    folder.run(&["--color", "never", "list"]).trouble(&["options stand after it: ibid list"]);
    folder.run(&["list", "--log", "no/such/folder/log"]).trouble(&["no/such/folder/log"]);
}

#[test]
fn help_is_a_command_and_one_that_is_nearly_called_so_is_named() {
    let folder = practice();
    let ran = folder.run(&["help", "list"]);
    assert!(ran.code == Some(0) && ran.out.contains("Example"), "{ran:?}");
    folder.run(&["serach"]).trouble(&["did you mean the command search?"]);
    folder.run(&["nothing-like-it"]).trouble(&["nothing-like-it"]);
}

#[test]
fn a_theme_and_a_model_that_are_not_there_are_told_by_the_check() {
    let folder = practice();
    let settings = "[terminal]\ntheme = \"nosuch\"\n\n[tagger]\nmodel = \"own.ibidmodel\"\n";
    std::fs::create_dir_all(folder.path().join("config")).unwrap();
    std::fs::write(folder.path().join("config/config.toml"), settings).unwrap();
    let ran = folder.run(&["config", "check"]);
    assert!(ran.code == Some(2), "{ran:?}");
    assert!(ran.out.contains("config.toml, line 2: there is no theme 'nosuch'; built in are"), "{ran:?}");
    assert!(ran.out.contains("own.ibidmodel"), "{ran:?}");
    std::fs::write(folder.path().join("config/config.toml"), "\n[terminal]\n\ntheme = \"drak\"\n").unwrap();
    let ran = folder.run(&["config", "check"]);
    assert!(ran.out.contains("line 4: there is no theme 'drak'; did you mean 'dark'?"), "{ran:?}");
    std::fs::write(folder.path().join("config/config.toml"), "[terminal]\ntheme = \"light\"\n").unwrap();
    assert_eq!(folder.run(&["config", "check"]).code, Some(0));
}

#[test]
fn a_document_is_known_by_the_name_of_its_file_where_no_title_has_the_words() {
    let folder = practice();
    std::fs::write(folder.path().join("documents/harbour-report.txt"), "Nadezhda Kowalczyk went to Porto.\n")
        .unwrap();
    let ran = folder.run(&["show", "harbour rep", "documents"]);
    assert!(ran.code == Some(0) && ran.out.contains("Porto"), "{ran:?}");
}
