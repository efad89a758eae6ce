//! Nothing in a document or a file name reaches the terminal as anything but text.

use super::harness::{Home, Terminal};
use super::stream::assert_clean;

/// What would steer a terminal or mislead a reader, were it let through.
const HOSTILE: &[&str] = &[
    "\x1b]52;c;aGFja2Vk\x07",
    "\x1b]8;;https://example.org/\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]0;another title\x07",
    "\x1b[2J\x1b[1;1H",
    "\x1b[?1049l\x1b[?1000h",
    "\x1b[31;5mred",
    "\x1b[5n\x1b[c\x1b[6n",
    "\x1bc\x1b(0\x1bP+q544e\x1b\\",
    "\u{9b}2J\u{9d}52;c;aGFja2Vk\u{9c}",
    "\u{90}x\u{98}y\u{9e}z\u{9f}",
    "\u{202e}desrever\u{202c} \u{2066}isolated\u{2069} \u{200e}\u{200f}\u{61c}",
    "\x7f\x08\x08\x08over\x07\x0e\x0f\x05",
    "zero\u{200b}width \u{2028}line\u{2029}paragraph",
    "\x18\x1a\x1b\x1b[\x1b",
    "a\u{301}\x1b[9m\u{301}b",
];

/// A document with a hostile title, hostile paragraphs, a hostile list and code, and hostile boilerplate.
fn text() -> String {
    let mut text = format!("Hostile {} title\n\n", HOSTILE.join(" "));
    for round in 0..6 {
        for (number, hostile) in HOSTILE.iter().enumerate() {
            text += &format!(
                "Paragraph {round}.{number} of President {hostile} Putin{hostile}of Minsk, {hostile}\n\n"
            );
        }
        text += &format!("- item {}\n\n    code {}\n\n***\n\n", HOSTILE.join("\n- "), HOSTILE.join("\n    "));
    }
    text + &format!("Share this {}\nTWITTER {}\n", HOSTILE[0], HOSTILE[1])
}

/// Goes through every place of the program with the document.
fn visit(terminal: &mut Terminal) {
    terminal.wait_for("1 document").settle();
    // The find line lights the letters of the title; the preview shows its beginning.
    terminal.send("/hostile").wait_for("1 of 1").settle();
    terminal.send("\r").wait_for("In this document").settle();
    pages(terminal);
    terminal.send("z").wait_for("set aside");
    pages(terminal);
    terminal.send("r").wait_for("Raw text");
    pages(terminal);
    terminal.send("r").wait_for("Reading text");
    terminal.send("gg").settle();
    terminal.send("/").settle().send("\x1b[200~\x1b]52;c;YQ==\x07\u{202e}putin\x1b[201~").settle();
    terminal.send("\x03").settle();
    // Who, names in the cast, stepping from one to the next.
    terminal.send("nnnw").settle().send("q").settle().send("\t").settle().send("jjj\rnn\t").settle();
    // The passage as a quotation: over the editor, in the list of notes and beside it.
    terminal.send("gg").send("vvp").settle().send("a").wait_for("New note");
    terminal.send("\x1b[200~pasted \x1b]52;c;YQ==\x07\u{202e}end\x1b[201~").wait_for("end").settle();
    terminal.send("\x13").wait_for("Saved");
    terminal.send("vvpppppppppm").wait_for("Highlighted");
    terminal.send("mm").wait_for("Bookmark").settle();
    terminal.send("gn").wait_for("Bookmarks and notes").settle().send("jj").settle().send("G").settle();
}

/// From the beginning to the end, by pages.
fn pages(terminal: &mut Terminal) {
    terminal.send("gg").settle();
    for _ in 0..60 {
        terminal.send(" ");
    }
    terminal.settle().send("G").settle();
}

fn assert_harmless(name: &str, text: &str, visit: impl Fn(&mut Terminal)) {
    let home = Home::with(name, text);
    let mut terminal = home.open();
    visit(&mut terminal);
    terminal.quit();
    let copied = assert_clean(&terminal.raw());
    assert!(copied.is_empty(), "nothing was copied, and yet: {copied:?}");
    // The program as a filter is no more of a hole.
    let listed = std::process::Command::new(super::harness::IBID).arg(home.documents()).output().unwrap();
    assert!(listed.status.success() && !listed.stdout.is_empty());
    assert!(assert_clean(&listed.stdout).is_empty());
}

/// The folder is opened rather than the file, so that the list is there; its title comes from the text.
#[test]
fn a_hostile_text() {
    assert_harmless("hostile.txt", &text(), visit);
}

#[test]
fn a_hostile_markdown_text() {
    assert_harmless(
        "hostile.md",
        &format!("---\ntitle: Hostile \x1b]0;x\x07\u{202e}\n---\n\n# {}", text()),
        visit,
    );
}

#[test]
fn a_hostile_file_name() {
    let name = "hostile \x1b]52;c;aGFja2Vk\x07\x1b[2J\u{9b}31m\u{202e}\u{7f}\n.txt";
    assert_harmless(
        name,
        &"Vladimir Putin has a hostile name here, and these are the usual words. ".repeat(200),
        visit,
    );
    // Where there is no text the file's name is all that there is to show.
    assert_harmless(name, "\n", |terminal| {
        terminal
            .wait_for("1 document")
            .send("/hostile")
            .wait_for("1 of 1")
            .send("\r")
            .wait_for("no text")
            .settle();
    });
}

#[test]
fn a_hostile_file_name_among_the_problems_and_on_standard_error() {
    let home = Home::with("good.txt", "Words that can be read.\n");
    let name = "\x1b]52;c;aGFja2Vk\x07\u{202e}\u{9b}2J.docx";
    std::fs::write(home.documents().join(name), b"PK\x03\x04 word/document.xml").unwrap();
    let mut terminal = home.open();
    terminal.wait_for("1 document").settle().send("!").settle();
    terminal.quit();
    assert_clean(&terminal.raw());
    let alone = home.documents().join("\x1b]0;x\x07\u{202e}not there");
    let ended = std::process::Command::new(super::harness::IBID).arg(alone).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert_clean(&ended.stderr);
}

#[test]
fn a_copied_passage_is_the_only_thing_put_on_the_clipboard() {
    let home = Home::with("hostile.txt", &text());
    let mut terminal = home.open();
    terminal.wait_for("1 document").send("\r").wait_for("In this document").settle();
    terminal.send("vvpy").wait_for("OSC 52");
    terminal.quit();
    assert_eq!(assert_clean(&terminal.raw()).len(), 1);
}
