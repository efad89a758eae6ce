//! A tagger that is a program of one's own, named in `config.toml`.

#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Stdio};

use super::harness::{Folder, objects};

/// Calls the first four characters of each text an organisation.
const PROGRAM: &str = r#"echo "loading" >&2
while read -r line; do
  id=${line#*\"id\":}; id=${id%%,*}
  printf '{"id":%s,"spans":[{"start":0,"end":4,"label":"ORG","score":0.25}]}\n' "$id"
done
"#;

fn folder(command: &str) -> Folder {
    Folder::with(&[
        ("config/config.toml", &format!("[tagger]\ncommand = {command}\ntimeout-seconds = 1\n")),
        ("tagger.sh", PROGRAM),
        ("text.txt", "Anna Kowalska of Poland left on 9 June 2020.\n"),
    ])
}

#[test]
fn names_come_from_the_program_and_dates_from_ibid() {
    let out = folder(r#"["sh", "tagger.sh"]"#).run(&["tag", "--json", "text.txt"]).fine();
    let found: Vec<String> =
        objects(&out).iter().map(|object| format!("{} {}", object["kind"], object["text"])).collect();
    assert_eq!(found, [r#""organisation" "Anna""#, r#""date" "9 June 2020""#]);
    assert!(out.contains(r#""confidence":0.25"#), "{out}");
}

#[test]
fn a_model_that_is_asked_for_goes_before_the_program() {
    let out =
        folder(r#"["sh", "tagger.sh"]"#).run(&["tag", "--json", "--model", "english", "text.txt"]).fine();
    assert!(out.contains("Anna Kowalska"), "{out}");
}

#[test]
fn what_the_program_does_wrong_is_told_and_names_are_found_all_the_same() {
    for (command, wanted) in [
        (
            r#"["sleep", "1000"]"#,
            "sleep 1000: gave no answer within 1 seconds and was ended; it has to answer",
        ),
        (
            r#"["sh", "-c", "echo broken >&2; exit 7"]"#,
            "ended before it had answered (exit status: 7); it said: broken",
        ),
        (r#"["no-such-program"]"#, "no-such-program: can't be started"),
        (r#"["echo", "\u001b[2Jhello"]"#, "printed what isn't an answer: ␛[2Jhello"),
    ] {
        let ran = folder(command).run(&["tag", "--json", "text.txt"]);
        assert_eq!((ran.code, ran.said.lines().count()), (Some(0), 1), "{ran:?}");
        assert!(ran.said.contains(wanted), "{}", ran.said);
        assert!(ran.out.contains("Anna Kowalska"), "{}", ran.out);
    }
}

#[test]
fn a_bad_line_of_the_settings_is_told() {
    let folder = folder("7");
    let ran = folder.run(&["tag", "--json", "text.txt"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.said.contains("config.toml, line 2: command isn't a list of words"), "{}", ran.said);
    assert!(ran.out.contains("Anna Kowalska"), "{}", ran.out);
}

/// What plays spaCy for the example in the documentation: every word with a capital is a place.
const SPACY: &str = r#"
print("this stands on standard output")

class Ent:
    def __init__(self, start, text):
        self.start_char, self.end_char, self.label_, self.text = start, start + len(text), "GPE", text

class Doc:
    def __init__(self, text):
        import re
        self.ents = [Ent(found.start(), found.group()) for found in re.finditer("[A-ZŁ]\\w+", text)]

class Language:
    def pipe(self, texts):
        print("loaded")
        for text in texts:
            yield Doc(text)

def load(name, exclude):
    return Language()
"#;

#[test]
fn the_example_for_spacy_does_what_it_says() {
    if Command::new("python3").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err()
    {
        println!("left out: there is no python3");
        return;
    }
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/external-tagger.md");
    let page = std::fs::read_to_string(page).unwrap();
    let (_, example) = page.split_once("<!-- spacy -->\n\n```python\n").unwrap();
    let (example, _) = example.split_once("```\n").unwrap();
    let folder = folder(r#"["python3", "example.py"]"#);
    let paragraph = |number: usize| format!("In Łódź{number} 😀 and Geneva.{}\n\n", " and so on".repeat(600));
    for (name, text) in [
        ("example.py", example),
        ("spacy.py", SPACY),
        ("config/config.toml", "[tagger]\ncommand = [\"python3\", \"example.py\"]\n"),
        ("text.txt", &(0..40).map(paragraph).collect::<String>()),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let out = folder.run(&["tag", "--json", "text.txt"]).fine();
    let places: Vec<String> =
        objects(&out).iter().map(|object| object["text"].as_str().unwrap().to_owned()).collect();
    let wanted = (0..40).flat_map(|number| ["In".to_owned(), format!("Łódź{number}"), "Geneva".to_owned()]);
    assert_eq!(places, wanted.collect::<Vec<_>>());
}
