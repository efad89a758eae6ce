//! A look at the stream of bytes as a terminal takes it: nothing in it but text and the sequences that the
//! program is known to send.

use ibid::text::safe::is_right_to_left;

use super::harness::{Home, Terminal, whole_letters};

/// Private modes that the program sets: cursor, alternate screen, bracketed paste, synchronised update, the mouse, the
/// focus.
const MODES: &[&str] = &["?25", "?1049", "?2004", "?2026", "?1002", "?1004", "?1006"];

/// What the program puts behind letters that run from right to left, so that nothing behind them takes part.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// Characters that no terminal may get as text, besides the C0 controls: DEL, C1, bidi controls, and line
/// and paragraph separators.
fn is_harmful(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Fails where the stream holds a sequence or character that the program has no reason to send; gives the
/// payloads that were put on the clipboard (OSC 52), in base 64.
#[track_caller]
pub fn assert_clean(raw: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(raw).expect("the stream is UTF-8");
    let mut copied = Vec::new();
    let mut rest = text;
    let (mut before, mut asked) = (None, false);
    while let Some(c) = rest.chars().next() {
        let place = rest.chars().take(40).collect::<String>();
        rest = &rest[c.len_utf8()..];
        if c == LEFT_TO_RIGHT && before.is_some_and(is_right_to_left) {
            before = None;
        } else if c != '\x1b' {
            before = Some(c);
            // The line's own discipline adds these when the terminal is given back.
            let harmless = matches!(c, '\r' | '\n') || c >= ' ' && !is_harmful(c);
            assert!(harmless, "the stream holds {place:?}");
        } else if let Some(sequence) = rest.strip_prefix('[') {
            let end = sequence.find(|c: char| matches!(c, '\x40'..='\x7e')).expect("a whole sequence");
            let (parameters, last) = (&sequence[..end], &sequence[end..=end]);
            let known = match last {
                "A" | "B" | "C" | "D" | "G" | "H" | "J" | "K" | "X" | "m" | "r" => {
                    parameters.chars().all(|c| c.is_ascii_digit() || c == ';')
                }
                "h" | "l" => MODES.contains(&parameters),
                // The window's title is put away, and taken out again.
                "t" => matches!(parameters, "22;2" | "23;2"),
                _ => false,
            };
            assert!(known, "the stream holds {place:?}");
            rest = &sequence[end + 1..];
        } else if let (Some(after), false) = (rest.strip_prefix("]11;?\x1b\\"), asked) {
            (rest, asked) = (after, true);
        } else if let Some(sequence) = rest.strip_prefix("]2;") {
            let (title, after) = sequence.split_once("\x1b\\").expect("a title's end");
            assert!(!title.contains(|c: char| c < ' ' || is_harmful(c)), "{title:?}");
            assert!(title.ends_with(" - ibid"), "{title:?}");
            rest = after;
        } else if let Some(sequence) = rest.strip_prefix("]8;;") {
            let (address, after) = sequence.split_once("\x1b\\").expect("a link's end");
            let sound =
                address.is_empty() || address.starts_with("https://") || address.starts_with("http://");
            assert!(sound && address.chars().all(|c| c.is_ascii_graphic()), "{address:?}");
            rest = after;
        } else if let Some(after) = rest.strip_prefix('M') {
            // A reverse line feed.
            rest = after;
        } else if let Some(sequence) = rest.strip_prefix("]52;c;") {
            let end = sequence.find(['\x07', '\x1b']).expect("a whole sequence");
            let payload = &sequence[..end];
            assert!(payload.chars().all(|c| c.is_ascii_alphanumeric() || "+/=".contains(c)), "{payload}");
            copied.push(payload.to_owned());
            let after = &sequence[end..];
            rest = after.strip_prefix("\x1b\\").or(after.strip_prefix('\x07')).expect("a string's end");
        } else {
            panic!("the stream holds {place:?}");
        }
    }
    copied
}

/// The program asks the terminal once for its ground and waits for no answer; where the ground is known it asks nothing.
#[test]
fn only_the_ground_is_asked_for_and_only_where_it_isnt_known() {
    let home = Home::new();
    let mut command = home.ibid();
    command.env("EDITOR", "true");
    command.env("COLORFGBG", "15;0");
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.wait_for("Start here");
    assert!(!String::from_utf8_lossy(&terminal.raw()).contains("\x1b]1"));
    drop(terminal);
    let mut command = home.ibid();
    command.env("EDITOR", "true");
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.wait_for("Start here").send("\x0c").settle().resize((100, 30)).settle();
    terminal.send("\r").wait_for("In this document").send("A").wait_for("Nothing was written");
    terminal.quit();
    assert_clean(&terminal.raw());
}

/// The answer, however late it comes, is no keys.
#[test]
fn the_colours_suit_the_ground_that_the_terminal_tells() {
    let home = Home::new();
    let inks = |ground: &str| {
        let mut terminal = Terminal::spawn(home.ibid(), (80, 24));
        terminal.wait_for("Start here").settle().send(format!("\x1b]11;rgb:{ground}\x1b\\")).settle();
        terminal.send("\r").wait_for("In this document").settle().send("?").wait_for("Keys:").quit();
        String::from_utf8(terminal.raw()).unwrap()
    };
    let (dark, light) = (inks("0000/0000/0000"), inks("ffff/ffff/ffff"));
    assert!(dark.contains("38;5;249") && !dark.contains("38;5;240"), "{dark:?}");
    assert!(light.contains("38;5;240") && !light.contains("38;5;249"), "{light:?}");
    for stream in [dark, light] {
        assert_clean(stream.as_bytes());
    }
}

#[test]
fn what_a_hostile_stream_holds_is_noticed() {
    assert_eq!(assert_clean("\x1b[1;2H\x1b[0mtext\x1b[?25l\x1b]52;c;YQ==\x07 é".as_bytes()), ["YQ=="]);
    for hostile in
        ["\x1b]0;title\x07", "\x1b[5n", "\x1b[?1000h", "\x1bc", "\u{9b}2J", "\u{202e}", "\x07", "\x7f"]
    {
        assert!(
            std::panic::catch_unwind(|| assert_clean(hostile.as_bytes())).is_err(),
            "{hostile:?} was let through"
        );
    }
}

/// See `harness`: the parser of the tests loses a letter where the one before it comes in two parts.
#[test]
fn letters_that_come_in_parts_are_all_played() {
    let text = "в М 日 👩 é";
    for at in 0..=text.len() {
        let whole = whole_letters(&text.as_bytes()[..at]);
        assert!(whole <= at && at - whole < 4 && text.is_char_boundary(whole), "{at}: {whole}");
    }
    assert_eq!(whole_letters(b"ab\xff\xfe"), 4, "what never becomes a letter isn't waited for");
}
