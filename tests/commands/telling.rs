//! What the documentation says of the commands is so: the fields of `--json`, an example in every help, the variables.

use std::collections::BTreeMap;

use clap::CommandFactory;
use serde_json::Value;

use super::harness::{Folder, objects};

/// A file of the repository.
fn file(name: &str) -> String {
    std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The tables of `docs/json.md`: the command, and for each field the types that it may have.
fn told() -> BTreeMap<String, BTreeMap<String, String>> {
    let text = file("docs/json.md");
    let sections = text.split("\n## ").skip(1).map(|section| {
        let (command, rest) = section.split_once('\n').unwrap();
        let rows = rest.lines().filter_map(|line| line.strip_prefix("| `"));
        let field = |row: &str| {
            let (name, rest) = row.split_once("` | ").unwrap();
            (name.to_owned(), rest.split(" | ").next().unwrap().to_owned())
        };
        (command.to_owned(), rows.map(field).collect())
    });
    sections.collect()
}

/// Whether a value is of a type that the table names.
fn is(value: &Value, types: &str) -> bool {
    types.split(", absent").next().unwrap().split(" or ").any(|name| match name {
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "list" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        other => panic!("there is no type {other}"),
    })
}

const RULES: &str = r#"{"rule":"same","kind":"person","names":["Andrei Belov","A. Belov"]}
{"rule":"apart","kind":"person","names":["Igor Sechin","Igor Petrishenko"]}
{"rule":"rename","kind":"person","name":"Andrei Belov","to":"Belov"}
{"rule":"kind","kind":"person","name":"Sochi","to":"place"}
{"rule":"reject","kind":"person","name":"Monday"}
"#;

#[test]
fn the_fields_of_json_are_those_that_are_told() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let folder = Folder::with(&[
        ("rules.jsonl", RULES),
        ("one.txt", "Mr. Martin Luther spoke. Martin Luther left.\n"),
        ("two.txt", "Dr. Martin Luther King spoke. Martin Luther King left.\n"),
    ]);
    let brief = format!("{corpus}/putin-backs-lukashenko-loan.md");
    folder.run(&["note", "add", &brief, "--quote", "$1.5 billion", "--nth", "1", "--text", "Much"]).fine();
    folder.run(&["note", "add", "--entity", "Medvedev", corpus, "--text", "Who?"]).fine();
    folder.run(&["corrections", "--import", "rules.jsonl", corpus]).fine();
    let mut told = told();
    // What stands in the one table is said to be in the other too.
    let notes = told["ibid notes list"].clone();
    let mut check = told.remove("ibid notes check").unwrap();
    check.extend(notes.iter().map(|(name, types)| (name.clone(), format!("{types}, absent"))));
    told.insert("ibid notes check".to_owned(), check);
    for (command, fields) in &told {
        let arguments: &[&str] = match command.as_str() {
            "ibid search" => &["search", "loan", corpus],
            "ibid list" => &["list", corpus],
            "ibid show" => &["show", &brief],
            "ibid who" => &["who", "Lukashenka", corpus],
            "ibid cast" => &["cast", corpus],
            "ibid cooccur" => &["cooccur", "Medvedev", corpus],
            "ibid kwic" => &["kwic", "loan", corpus],
            "ibid matrix" => &["matrix", corpus],
            "ibid timeline" => {
                &["timeline", "--by", "month", "--dates", "--name", "Medvedev", "--name", "Putin", corpus]
            }
            "ibid tag" => &["tag", "--all", &brief],
            "ibid same" => &["same", "NATO", "OTAN"],
            "ibid corrections" => &["corrections", corpus],
            "ibid corrections --suggest" => &["corrections", "--suggest", "one.txt", "two.txt"],
            "ibid notes list" => &["notes", "list", corpus],
            "ibid notes check" => &["notes", "check", corpus],
            "ibid keys" => &["keys"],
            "ibid cache" => &["cache"],
            "ibid doctor" => &["doctor"],
            other => panic!("nobody runs {other}"),
        };
        let rows = objects(&folder.run(&[arguments, &["--json"]].concat()).out);
        assert!(!rows.is_empty(), "{command} prints nothing");
        for row in &rows {
            for (name, value) in row.as_object().unwrap() {
                let types = fields.get(name).unwrap_or_else(|| panic!("{command} has a field {name}: {row}"));
                assert!(is(value, types), "{name} of {command} is told to be {types}: {row}");
            }
            for (name, types) in fields {
                assert!(
                    types.ends_with("absent") || row.get(name).is_some(),
                    "{command} has no {name}: {row}"
                );
            }
        }
    }
}

/// All commands with those in them, each with its words.
fn commands(command: &clap::Command, words: &str, all: &mut Vec<(String, clap::Command)>) {
    all.push((words.to_owned(), command.clone()));
    for below in command.get_subcommands() {
        commands(below, &format!("{words} {}", below.get_name()), all);
    }
}

#[test]
fn every_command_has_an_example_and_every_json_a_table() {
    let mut all = Vec::new();
    commands(&ibid::cli::Arguments::command(), "ibid", &mut all);
    assert!(all.len() > 30, "{}", all.len());
    let told = told();
    let elsewhere = ["ibid notes search", "ibid notes show", "ibid notes add"];
    for (words, mut command) in all {
        let help = command.render_long_help().to_string();
        assert!(help.contains("Example"), "{words} has no example:\n{help}");
        assert!(
            help.lines().any(|line| line.trim_start().starts_with("ibid") || line.contains("ibid ")),
            "{words}"
        );
        if command.get_arguments().any(|argument| argument.get_id() == "json") {
            assert!(told.contains_key(&words) || elsewhere.contains(&words.as_str()), "{words} has no table");
        }
    }
}

#[test]
fn the_variables_of_the_program_are_those_that_are_told() {
    let mut read = std::collections::BTreeSet::new();
    let sources = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).into_iter().flatten();
    for source in sources.filter(|entry| entry.file_name().to_string_lossy().ends_with(".rs")) {
        let text = std::fs::read_to_string(source.path()).unwrap();
        for (at, _) in text.match_indices("IBID_") {
            let name: String =
                text[at..].chars().take_while(|c| c.is_ascii_uppercase() || *c == '_').collect();
            read.insert(name);
        }
    }
    let manual = file("docs/settings.md");
    let (_, section) = manual.split_once("## Variables of the environment").unwrap();
    let table = section.lines().filter_map(|line| line.strip_prefix("| `IBID_"));
    let told: std::collections::BTreeSet<String> =
        table.map(|row| format!("IBID_{}", row.split('`').next().unwrap())).collect();
    assert_eq!(read, told);
    let help = ibid::cli::Arguments::command().render_long_help().to_string();
    assert!(told.iter().all(|name| help.contains(name)), "{help}");
}

#[test]
fn what_isnt_there_is_told_with_what_is_nearest() {
    let folder = Folder::with(&[("report.txt", "The timber transit\n\nNobody knows why.\n")]);
    folder.run(&["list", "reprot.txt"]).trouble(&["no such file", "did you mean report.txt?"]);
    folder.run(&["tag", "./reprot.txt"]).trouble(&["did you mean ./report.txt?"]);
    folder
        .run(&["show", "tmiber", "."])
        .trouble(&["no title matches “tmiber”", "nearest: “The timber transit”"]);
    folder.run(&["show", "zzzz", "."]).trouble(&["ibid list shows all titles"]);
    folder.run(&["note", "add", "tranist", ".", "--text", "x"]).trouble(&["nearest: “The timber transit”"]);
}

/// The words of a line of the shell up to what isn't for the program any more; `None` where it needs a real shell.
fn words(line: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in line.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '|' | '>' | '<' | '&' | ';' | '#') if word.is_none() => break,
            (None, '$' | '`' | '\\') => return None,
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Some(words)
}

#[test]
fn every_command_that_the_documentation_shows_is_one() {
    use clap::Parser;
    let mut shown = 0;
    let docs = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).unwrap();
    let mut texts: Vec<(String, String)> = docs
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap()))
        .collect();
    texts.push(("README.md".to_owned(), file("README.md")));
    let mut all = Vec::new();
    commands(&ibid::cli::Arguments::command(), "ibid", &mut all);
    let helps = all.into_iter().map(|(name, mut command)| (name, command.render_long_help().to_string()));
    texts.extend(helps.map(|(name, help)| (name, help.split("\n\nOptions:").last().unwrap().to_owned())));
    for (name, text) in texts {
        for line in text.lines().map(str::trim).filter(|line| line.starts_with("ibid ")) {
            let Some(words) = words(line) else { continue };
            // Prose of a help that begins a line with the name is told from an example by its indentation alone.
            if words.iter().any(|word| word.ends_with([',', '.']) || word.contains('…')) {
                continue;
            }
            shown += 1;
            if let Err(error) = ibid::cli::Arguments::try_parse_from(&words) {
                panic!("{name}: {line}\n{error}");
            }
        }
    }
    assert!(shown > 80, "{shown}");
}
