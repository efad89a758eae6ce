//! The program inside a real tmux, where there is one.

use std::process::Command;

use super::harness::{Home, IBID, Terminal};

/// Asks the tmux of that home.
fn tmux(home: &Home, arguments: &[&str]) -> String {
    let socket = home.path().join("tmux");
    let output = Command::new("tmux").arg("-S").arg(socket).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn in_tmux_it_draws_copies_is_named_and_gives_back_as_anywhere() {
    if Command::new("tmux").arg("-V").output().is_err() {
        eprintln!("left out: there is no tmux");
        return;
    }
    let home = Home::new();
    let mut command = home.command("tmux");
    command.arg("-S");
    command.arg(home.path().join("tmux"));
    // tmux takes the title of a window from the machine's name until a program gives it one.
    let script = format!("until [ -e go ]; do sleep 0.1; done; '{IBID}'; echo \"code $?\"; read -r end");
    command.args(["-f", "/dev/null", "new-session", &script]);
    command.env_remove("TMUX");
    command.env("LC_ALL", "C.UTF-8");
    let mut terminal = Terminal::spawn(command, (80, 25));
    terminal.wait_for("[0]");
    std::fs::write(home.path().join("go"), "").unwrap();
    terminal.wait_for("Start here").settle();
    assert!(tmux(&home, &["display-message", "-p", "#{pane_title}"]).contains("- ibid"));
    terminal.send("/loan").wait_for("2 of 6").send("\r").wait_for("In this document").wait_for_no("tagging");
    // What the last line says of the finding of names may change meanwhile.
    let drawn = || {
        let screen = tmux(&home, &["capture-pane", "-p"]);
        screen.lines().take(23).map(str::to_owned).collect::<Vec<_>>()
    };
    // Held keys, pages back and forth, and a fresh drawing come to the same screen.
    terminal.send("jjjjjjjjjj  bb").settle();
    let before = drawn();
    terminal.send("\x0c").settle();
    assert_eq!(drawn(), before);
    terminal.send("vsy").wait_for("Copied").wait_for("by tmux").settle();
    assert!(tmux(&home, &["show-buffer"]).contains('“'), "{}", terminal.contents());
    // Half of the window for another pane, and the whole again.
    tmux(&home, &["split-window", "-h", "sleep 1000"]);
    terminal.wait_for("│").settle();
    tmux(&home, &["kill-pane", "-t", "1"]);
    terminal.wait_for("In this document").settle();
    terminal.send("Q").wait_for("code 0").settle();
    assert!(!tmux(&home, &["display-message", "-p", "#{pane_title}"]).contains("ibid"));
    assert_eq!(tmux(&home, &["display-message", "-p", "#{alternate_on} #{mouse_any_flag}"]).trim(), "0 0");
    terminal.send("\n");
    assert_eq!(terminal.exit_code(), 0);
}
