//! The window that the terminal is: its title, and whether the person looks at it.

use super::harness::{Home, Terminal};

/// The titles that the window was given, in order.
fn titles(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw).into_owned();
    let parts = text.split("\x1b]2;").skip(1);
    parts.map(|part| part.split('\x1b').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_title_tells_what_is_open_and_is_given_back() {
    let home = Home::with("a.md", "# A title\u{7} \u{9c}of\u{1b}]0;evil\u{7} words\n\nSome text.\n");
    let mut terminal = home.open();
    terminal
        .wait_for("1 document")
        .send("\r")
        .wait_for("Some text")
        .send("q")
        .wait_for("1 document")
        .settle();
    terminal.quit();
    let raw = terminal.raw();
    super::stream::assert_clean(&raw);
    let titles = titles(&raw);
    assert!(titles[0].ends_with("documents - ibid"), "{titles:?}");
    assert!(titles[1].starts_with("A title") && titles[1].ends_with("words - ibid"), "{titles:?}");
    assert_eq!(titles.len(), 3, "{titles:?}");
    // That it was put away before and taken out behind is part of giving the terminal back.
    let text = String::from_utf8_lossy(&raw);
    assert!(text.find("\x1b[22;2t") < text.find("\x1b]2;") && text.contains("\x1b[23;2t"));
}

#[test]
fn a_terminal_that_may_not_know_titles_gets_none() {
    for (variable, value) in [("TERM", "linux"), ("TERM", "vt220"), ("LC_ALL", "C"), ("STY", "7.tty")] {
        let home = Home::new();
        let mut command = home.ibid();
        command.env(variable, value);
        let mut terminal = Terminal::spawn(command, (80, 24));
        terminal.wait_for("Start here").quit();
        let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
        assert!(!raw.contains("\x1b]2;") && !raw.contains("2t"), "{variable}={value}: {raw:?}");
    }
}

/// Who turns to another window may close this one from there.
#[test]
fn the_place_is_kept_when_the_person_turns_to_another_window() {
    let home = Home::new();
    let mut terminal = home.start();
    assert!(String::from_utf8_lossy(&terminal.raw()).contains("\x1b[?1004h"));
    terminal.send("/loan").wait_for("2 of 6").send("\r").wait_for("In this document");
    terminal.send("90%").wait_for("In the streets").wait_for_no("tagging").settle();
    let sessions = home.path().join("config/sessions");
    let kept =
        || sessions.is_dir() && std::fs::read_dir(&sessions).is_ok_and(|mut files| files.next().is_some());
    assert!(!kept());
    let line = terminal.line(3);
    terminal.send("\x1b[O").wait_until("the session on disk", |_| kept());
    // What has no meaning for the screen sends nothing.
    let before = terminal.count();
    terminal.send("\x1b[I").settle();
    assert_eq!(terminal.count(), before);
    terminal.kill();
    let mut terminal = home.start();
    terminal.wait_for("where you stopped, at").settle().send("go").wait_for("In the streets").settle();
    assert_eq!(terminal.line(3), line);
    terminal.quit();
}

#[test]
fn the_source_on_the_card_of_a_document_is_a_link_where_the_terminal_makes_links() {
    let text =
        "---\ntitle: Milk\nurl: https://example.org/milk\nsource: Example Post\n---\n\nThe ban was lifted.\n";
    let links = |term: &str| {
        let home = Home::with("a.md", text);
        let mut command = home.ibid();
        command.arg(home.documents());
        command.env("TERM", term);
        let mut terminal = Terminal::spawn(command, (80, 24));
        terminal
            .wait_for("1 document")
            .send("\r")
            .wait_for("The ban")
            .send("i")
            .wait_for("https://example.org/milk");
        terminal.settle().quit();
        super::stream::assert_clean(&terminal.raw());
        String::from_utf8_lossy(&terminal.raw()).matches("\x1b]8;;https://example.org/milk\x1b\\").count()
    };
    assert_eq!(links("xterm-kitty"), 2);
    assert_eq!(links("xterm-256color"), 0);
}
