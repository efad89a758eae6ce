//! Nothing in a note, of whomever it came, reaches the terminal as anything but text; a pipe gets it as it is.

use std::process::{Command, Stdio};

use serde_json::json;

use super::harness::{Home, IBID, Terminal};
use super::stream::assert_clean;

/// Steers a terminal, turns the direction of what stands behind it, hides.
const HOSTILE: &str =
    "x\u{1b}]52;c;aGFja2Vk\u{7} \u{1b}[2J\u{9b}2J \u{1b}]0;title\u{7}\u{202e}desrever \u{200b}\u{2028}end\r";

/// The journal of somebody else with notes that are hostile in every field.
fn journal(home: &Home) -> String {
    let note = |id: &str, about: serde_json::Value| {
        let mut item = json!({
            "id": format!("{id}{HOSTILE}"), "kind": "note", "body": HOSTILE, "tags": [HOSTILE],
            "created": "2026-01-01T00:00:00Z", "changed": "2026-01-01T00:00:00Z",
        });
        item.as_object_mut().unwrap().extend(about.as_object().unwrap().clone());
        json!({"v": 1, "at": "2026-01-01T00:00:00Z", "op": "put", "item": item}).to_string() + "\n"
    };
    let anchor = json!({"exact": HOSTILE, "prefix": HOSTILE, "suffix": HOSTILE, "start": 0, "end": 9});
    let path = home.documents().join("a.txt").display().to_string();
    let document = json!({"path": path, "hash": "0".repeat(64), "title": HOSTILE});
    let elsewhere = json!({"path": format!("/nowhere/{HOSTILE}"), "hash": "1".repeat(64), "title": HOSTILE});
    [
        note("1111", json!({"document": document, "anchor": anchor})),
        note("2222", json!({"document": elsewhere, "anchor": anchor})),
        note("3333", json!({"entity": {"kind": HOSTILE, "name": HOSTILE}, "collection": [HOSTILE]})),
        note("4444", json!({"collection": [HOSTILE]})),
        format!("{HOSTILE}\n{{\"v\":1,\"op\":\"{}\"\n", "\u{9b}2J"),
    ]
    .concat()
}

#[test]
fn hostile_notes_are_text_in_every_command_that_prints_them() {
    let home = Home::with("a.txt", "The pier\n\nNobody answered her that day.\n");
    let notes = home.path().join("config/notes");
    std::fs::create_dir_all(&notes).unwrap();
    std::fs::write(notes.join("other.jsonl"), journal(&home)).unwrap();
    let documents = home.documents().display().to_string();
    let commands: [&[&str]; 12] = [
        &["list"],
        &["list", &documents],
        &["list", "--json"],
        &["search", "end"],
        &["show", "1111"],
        &["show", "--json", "2222"],
        &["export"],
        &["export", "--by", "tag", &documents],
        &["export", "--w3c"],
        &["export", "--csv"],
        &["export", "--jsonl"],
        &["check", &documents],
    ];
    for arguments in commands {
        let mut command = home.ibid();
        command.arg("notes");
        command.args(arguments);
        let mut terminal = Terminal::spawn(command, (80, 24));
        let code = terminal.exit_code();
        assert!(
            code == 0 || arguments[0] == "check" && code == 2,
            "{arguments:?}: {code}: {}",
            terminal.contents()
        );
        let raw = terminal.raw();
        assert!(assert_clean(&raw).is_empty() && raw.len() > 40, "{arguments:?}");
    }
    let mut command = Command::new(IBID);
    command.args(["notes", "export"]).current_dir(home.path()).stdin(Stdio::null());
    command
        .env("IBID_CONFIG_DIR", home.path().join("config"))
        .env("IBID_CACHE_DIR", home.path().join("cache"));
    let piped = command.output().unwrap();
    assert!(String::from_utf8(piped.stdout).unwrap().contains("\u{1b}]0;title\u{7}\u{202e}desrever"));
    assert_clean(&piped.stderr);
}
