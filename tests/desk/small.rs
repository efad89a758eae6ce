//! Any size of the screen at any moment, and text that means harm.

use super::fixtures::{MEETING, REPLIED};
use super::harness::Desk;

/// Every screen and overlay, by the keys that lead to it from the library.
const WAYS: &[&str] = &[
    "",
    "/ l u k",
    "/ z z z z",
    "o",
    "enter",
    "enter G",
    "enter / l",
    "enter / t h e enter",
    "enter tab G",
    "enter tab enter",
    "enter n w",
    "enter n w j j",
    "enter v",
    "enter v l v G",
    "enter v p p a",
    "enter a n o t e enter enter x",
    "enter r",
    "enter r G / l",
    "enter z",
    "enter %",
    "enter 5",
    "enter m g n",
    "enter m g n /",
    "enter m g n e x esc",
    "?",
    "? G",
    "? / u p",
    ":",
    ": s o r t down",
    "!",
    "g w",
    "g w t d",
    "g m",
];

#[test]
fn every_screen_is_drawn_at_every_size() {
    let sizes: Vec<(u16, u16)> = [200, 120, 100, 80, 60, 59, 40, 30, 20, 17, 16, 15, 8, 4, 3, 2, 1]
        .into_iter()
        .flat_map(|width| [60, 24, 12, 8, 6, 5, 4, 3, 2, 1].map(|height| (width, height)))
        .collect();
    for way in WAYS {
        let (mut desk, _folder) = Desk::of(&[("m.md", MEETING), ("r.txt", REPLIED), ("x.pdf", "%PDF-1.7\n")]);
        desk.press(way);
        let before = desk.screen();
        for &(width, height) in &sizes {
            desk.resize(width, height);
            let buffer = desk.buffer();
            assert_eq!((buffer.area.width, buffer.area.height), (width, height));
        }
        assert_eq!(desk.resize(80, 24).screen().lines().count(), before.lines().count(), "{way}");
    }
}

#[test]
fn every_key_works_in_a_tiny_window() {
    for (width, height) in [(20, 5), (16, 4), (7, 3), (1, 1)] {
        let (mut desk, _folder) = Desk::of(&[("m.md", MEETING), ("r.txt", REPLIED)]);
        desk.resize(width, height);
        for way in WAYS {
            desk.press(way);
            desk.buffer();
            desk.press("j k pagedown pageup G home end esc esc esc esc");
            desk.buffer();
            desk.press("g l");
            if matches!(desk.app.context(), ibid::app::Context::Prompt) {
                desk.press("esc");
            }
        }
    }
}

#[test]
fn a_window_that_is_too_small_says_so() {
    let mut desk = Desk::bundled(15, 3);
    desk.expect("too small");
}

#[test]
fn at_twenty_by_five_the_list_and_the_text_can_be_seen() {
    let (mut desk, _folder) = Desk::of(&[("m.md", MEETING)]);
    desk.resize(20, 5).expect("2020").press("enter").expect("Lukashenko").press("j").expect("Alexander");
}

#[test]
fn the_place_in_the_text_is_kept_through_any_size() {
    let (mut desk, _folder) = super::fixtures::numbers();
    desk.press("3 0 %");
    let here = super::fixtures::top(&mut desk);
    for width in (20..=120).chain((20..120).rev()) {
        desk.resize(width, 24);
    }
    desk.resize(1, 1).resize(80, 24);
    assert_eq!(super::fixtures::top(&mut desk), here);
}

/// Escape sequences, controls, bidi controls, tags, invisible characters and a tower of marks.
fn hostile(word: &str) -> String {
    format!(
        "{word}\u{1b}[2J\u{1b}]0;owned\u{7} \u{9b}31m a\u{202e}b\u{2066}c\u{200f} x\u{e0041}\u{e007f}\u{200b}\u{feff}y \
         \u{7f}\u{8}\u{85}\u{2028}z{}\u{ad}",
        "\u{301}".repeat(200)
    )
}

/// Looks at every cell of the screen.
fn look(desk: &mut Desk, way: &str) {
    for cell in &desk.buffer().content {
        let symbol = cell.symbol();
        let harm = symbol.chars().any(|c| {
            c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{200b}' | '\u{e0000}'..='\u{e007f}')
        });
        assert!(!harm && is_safe_symbol(symbol), "{symbol:?} after {way}:\n{}", desk.screen());
        assert!(symbol.chars().count() <= 32, "{} characters in a cell after {way}", symbol.chars().count());
    }
}

#[test]
fn no_control_reaches_a_cell_on_any_screen() {
    let title = hostile("Lukashenko");
    let text = format!(
        "{title}\n\nAlexander {title} met Vladimir {} in Minsk. The Collective Security Treaty Organization \
         (CSTO) of {} sent nobody.\n\n{}\n",
        hostile("Putin"),
        hostile("Belarus"),
        hostile("Silence").repeat(5),
    );
    let markdown = format!("---\ntitle: \"Meeting\"\nsource: {}\n---\n\n{text}", "x\u{202e}y");
    let folder = tempfile::TempDir::new().unwrap();
    for (name, content) in [
        ("h\u{1b}[31m\u{202e}.txt", &text),
        ("m\u{1b}]0;x\u{7}.md", &markdown),
        ("b\u{1b}[5m.pdf", &"%PDF-1.7\n".to_owned()),
    ] {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    let more = [
        "enter tab j j w",
        "enter tab j enter w j",
        "enter } } a x ctrl-s g n",
        "enter m g n",
        "! G",
        "enter v p m g n",
    ];
    for first in ["", "j "] {
        for way in WAYS.iter().chain(&more) {
            for size in [(80, 24), (40, 10)] {
                let mut desk = Desk::folder(folder.path(), size.0, size.1);
                let way = format!("{first}{way}");
                desk.press(&way);
                look(&mut desk, &way);
            }
        }
    }
}

#[test]
fn what_is_hostile_is_still_shown() {
    let (mut desk, _folder) =
        Desk::of(&[("h.txt", "A title\n\nred \u{1b}[31m here and \u{202e}there, a good while on.\n")]);
    desk.press("enter").expect("␛[31m here").expect("◊there").press("r").expect("␛[31m");
}

#[test]
fn what_is_typed_or_pasted_into_a_line_is_safe_too() {
    let mut desk = Desk::bundled(80, 24);
    for keys in ["/", "enter /", "g n /", "esc esc ? /", "esc esc :"] {
        desk.press(keys).send(ibid::app::Event::Paste(hostile("q")));
        look(&mut desk, keys);
        desk.press("esc esc");
    }
}

#[test]
fn what_is_pasted_into_a_note_is_safe_too() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("enter a").send(ibid::app::Event::Paste(hostile("q")));
    look(&mut desk, "a note");
    desk.press("ctrl-s g n");
    look(&mut desk, "a note in the list");
}

/// Whether a terminal can neither obey nor hide anything of a cell: no control, no bidi control, no line
/// separator, no tag but in a flag, no tower of marks.
fn is_safe_symbol(symbol: &str) -> bool {
    let from_the_right =
        |symbol: &&str| symbol.chars().next().is_some_and(ibid::text::safe::is_right_to_left);
    let symbol = symbol.strip_suffix('\u{200e}').filter(from_the_right).unwrap_or(symbol);
    let obeyed = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let hidden = |c: char| matches!(c, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}');
    let tagged = symbol.chars().next().is_none_or(|c| c.is_ascii())
        && symbol.chars().any(|c| ('\u{e0000}'..='\u{e0fff}').contains(&c));
    symbol.chars().count() <= 12 && !tagged && !symbol.chars().any(|c| obeyed(c) || hidden(c))
}

#[test]
fn the_way_out_stands_in_the_foot_of_a_narrow_screen() {
    for (keys, way) in
        [("enter a", "Esc leave"), ("g w", "q back"), ("g m", "q back"), ("enter", "q back"), ("C", "q back")]
    {
        let mut desk = Desk::knowing(40, 12);
        desk.press(keys);
        assert!(desk.foot().contains(way), "{keys}: {}", desk.foot());
    }
}
