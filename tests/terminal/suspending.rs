//! Ctrl-Z and SIGTSTP give the terminal to the shell, `fg` takes it over again.

use portable_pty::CommandBuilder;

use super::harness::{Home, IBID, Terminal};

/// An interactive shell, which has job control.
pub fn shell(home: &Home) -> CommandBuilder {
    let mut command = home.command("sh");
    command.arg("-i");
    command.env("PS1", "shell> ");
    command
}

/// A terminal with the shell in it, and the program in the shell.
pub fn start(shell: CommandBuilder) -> Terminal {
    let mut terminal = Terminal::spawn(shell, (80, 24));
    terminal.wait_for("shell>");
    terminal.send(format!("{IBID}\n")).wait_for("Start here");
    terminal
}

/// The shell has the terminal: it answers.
pub fn assert_shell(terminal: &mut Terminal, question: &str) {
    terminal.wait_for("Stopped");
    terminal.wait_until("main screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    terminal.wait_until("paste as it comes", |screen| !screen.bracketed_paste());
    terminal.send(format!("echo the $(echo {question}) shell\n")).wait_for(&format!("the {question} shell"));
}

/// The program is back, whole, and ends well.
fn assert_back(terminal: &mut Terminal) {
    terminal.send("fg\n").wait_until("alternate screen", vt100::Screen::alternate_screen);
    terminal.wait_for("6 documents").wait_for("Start here").wait_for("help");
    terminal.send("?").wait_for("Keys:").send("q").wait_for_no("Keys:");
}

/// The program ends well, and the shell after it.
pub fn end(terminal: &mut Terminal) {
    terminal.send("Q").wait_until("main screen", |screen| !screen.alternate_screen());
    terminal.settle().send("echo \"code $?\"\n").wait_for("code 0");
    terminal.send("exit\n");
    terminal.exit_code();
    terminal.assert_given_back();
}

#[test]
fn ctrl_z_and_fg() {
    let home = Home::new();
    let mut terminal = start(shell(&home));
    for round in ["first", "second"] {
        terminal.send("\x1a");
        assert_shell(&mut terminal, round);
        assert_back(&mut terminal);
    }
    end(&mut terminal);
}

#[test]
fn sigtstp_and_fg_in_a_terminal_of_another_size() {
    let home = Home::new();
    let mut terminal = start(shell(&home));
    let process = terminal.foreground().expect("the program is in the foreground");
    super::harness::signal(process, "TSTP");
    assert_shell(&mut terminal, "only");
    terminal.resize((100, 30));
    assert_back(&mut terminal);
    assert!(terminal.settle().line(29).contains("help"), "not drawn for 30 rows:\n{}", terminal.contents());
    end(&mut terminal);
}
