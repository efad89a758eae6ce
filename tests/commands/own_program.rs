//! A tagger that is a program of one's own, named in `config.toml`.

#![cfg(unix)]

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
