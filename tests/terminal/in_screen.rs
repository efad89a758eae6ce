//! The program inside a real GNU screen, where there is one.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::harness::{Home, IBID, Terminal};

/// Screen hands titles on with the lowest byte of each character, and draws each of joined emoji in cells of its own.
#[test]
fn in_screen_letters_of_all_kinds_leave_the_screen_as_it_is_drawn_afresh() {
    if Command::new("screen").arg("--version").output().is_err() {
        eprintln!("left out: there is no GNU screen");
        return;
    }
    let text = "Лукашенко и Чапек в Минске 👩‍👩‍👧 👍🏽 ❤️ 日本 café. ".repeat(8);
    let paragraphs = [text.as_str(); 12].join("\n\n");
    let home = Home::with("a.md", &format!("# Лукашенко, Л]0;evil\n\n{paragraphs}\n"));
    let sockets = home.path().join("sockets");
    std::fs::create_dir(&sockets).unwrap();
    std::fs::set_permissions(&sockets, std::fs::Permissions::from_mode(0o700)).unwrap();
    let mut command = home.command("screen");
    command.args(["-U", "-c", "/dev/null", IBID]);
    command.arg(home.documents());
    command.env("SCREENDIR", sockets);
    command.env("LC_ALL", "C.UTF-8");
    command.env_remove("TMUX");
    let mut terminal = Terminal::spawn(command, (80, 24));
    // The last line tells of what goes on.
    let drawn =
        |terminal: &Terminal| (0..23).map(|row| terminal.line(row).trim_end().to_owned()).collect::<Vec<_>>();
    terminal.wait_for("1 document").send("\r").wait_for("In this document").wait_for_no("tagging");
    for keys in ["jjjj", " ", "kk", "c", "jjj", "q"] {
        terminal.send(keys).settle();
        let before = drawn(&terminal);
        terminal.send("\x0c").settle();
        assert_eq!(before, drawn(&terminal), "after {keys:?}");
    }
    terminal.send("Q");
    assert_eq!(terminal.exit_code(), 0);
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    assert!(!raw.contains("\x1b]0;evil"), "the title of a document steers the terminal");
}
