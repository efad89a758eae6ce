//! Every screen in every kind of terminal, with letters of every kind of width: no row is wider than the screen, no border
//! is broken, no colour and no character is sent that the terminal hasn't.

use ibid::app::{Characters, Depth, layout};
use ibid::text::glyph::width;
use ibid::text::safe::LEFT_TO_RIGHT;
use ibid::ui::Look;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::fixtures::MEETING;
use super::harness::Desk;

/// Letters of two columns, of none, of several signs in one, from right to left, and of scripts that join.
const WIDE: &str = "# 北京会谈 Beijing 会谈\n\nBy 王小明\n\n2020-09-14\n\n王小明在北京会见了Anna Kowal。双方讨论了贸易问题，并且同意在明年春天再次会面。\
    会谈之后，两国代表团在北京签署了三份文件。\n\n👩‍👩‍👧‍👦 🇧🇾🇵🇱 👍🏽 ☎️ ✈︎ ﷽ e\u{301}e\u{302}\u{323} Z\u{351}\u{36b}\u{343}a\u{338}lgo\n\n\
    Anna Kowal of the Ministry of Trade met 王小明 in 北京 on 14 September 2020.\n";

/// The same from right to left.
const RIGHT_TO_LEFT: &str = "# اجتماع في القاهرة (2020)\n\nشبكة الأخبار\n\nالتقى الوزير محمد علي مع Anna Kowal في القاهرة يوم 14 أيلول 2020، \
    وقال إن 50% من الاتفاق جاهز [1].\n\nשלום עולם: הפגישה בירושלים נמשכה 3 שעות (עם Anna Kowal).\n\nक्षत्रिय स्त्री नमस्ते दुनिया किन्तु ज्ञान\n";

/// The keys that lead from the library to each screen and overlay.
const WAYS: &[&str] = &[
    "",
    "G",
    "/ 北",
    "/ z z z z",
    "p",
    "i",
    "o",
    "enter",
    "enter i",
    "enter o",
    "enter G",
    "enter / A n n a",
    "enter tab",
    "enter tab enter",
    "enter c",
    "enter ] w",
    "enter v l l a",
    "enter v p M",
    "enter v p t",
    "enter v p m p",
    "enter p a x y z ctrl-s tab",
    "enter r",
    "enter %",
    "enter #",
    "enter m",
    "enter J",
    "enter J J",
    "enter ] @",
    "enter ] @ j j z",
    "enter ] g k",
    "C",
    "C K",
    "C enter",
    "C / A n n a",
    "C t",
    "C t c enter d",
    "g w",
    "g w d t",
    "g m",
    "g m t",
    "s",
    "s A n n a enter",
    "s 北 京 enter",
    "s A n n a enter tab",
    "s A n n a enter w x enter g s",
    "s A n n a enter enter",
    "g n",
    "g s",
    "g",
    "?",
    "? G",
    "? / u p",
    ":",
    ": s o r t",
    "!",
];

const SIZES: [(u16, u16); 5] = [(20, 5), (40, 10), (80, 24), (132, 43), (200, 60)];

/// The kinds of terminals.
fn looks() -> Vec<(String, Look)> {
    let depths = Depth::NAMES.iter().map(|(name, depth)| (*name, *depth, Characters::Unicode));
    let narrow = Characters::NAMES.iter().map(|(name, characters)| (*name, Depth::Eight, *characters));
    depths
        .chain(narrow)
        .map(|(name, depth, characters)| {
            (format!("{name} {characters:?}"), Look::new(depth, characters, None))
        })
        .collect()
}

/// Fails where a letter has no room in its row, or stands in a cell that another one covers.
#[track_caller]
fn assert_rows_fit(buffer: &Buffer, told: &str) {
    let columns = usize::from(buffer.area.width);
    for (row, cells) in buffer.content.chunks(columns).enumerate() {
        let mut column = 0;
        while column < columns {
            let symbol = cells[column].symbol();
            column += width(symbol.trim_end_matches(LEFT_TO_RIGHT)).max(1);
            assert!(column <= columns, "{told}: {symbol:?} doesn't fit at the end of row {row}");
        }
    }
}

/// The corner or side of a box in one of the characters that may stand for it.
fn is_one_of(buffer: &Buffer, (x, y): (u16, u16), signs: &str) -> bool {
    buffer.cell((x, y)).is_some_and(|cell| signs.contains(cell.symbol()) && !cell.symbol().is_empty())
}

/// Fails where a box isn't closed all around.
#[track_caller]
fn assert_boxes_whole(buffer: &Buffer, told: &str) {
    let area = buffer.area;
    for position in area.positions().filter(|at| is_one_of(buffer, (at.x, at.y), "┌")) {
        let (left, top) = (position.x, position.y);
        let right = (left + 1..area.right()).find(|x| is_one_of(buffer, (*x, top), "┐"));
        let right = right.unwrap_or_else(|| panic!("{told}: the box at {left}, {top} has no right corner"));
        let bottom = (top + 1..area.bottom()).find(|y| is_one_of(buffer, (left, *y), "└"));
        let bottom = bottom.unwrap_or_else(|| panic!("{told}: the box at {left}, {top} has no lower corner"));
        assert!(is_one_of(buffer, (right, bottom), "┘"), "{told}: no corner at {right}, {bottom}");
        for y in top + 1..bottom {
            for x in [left, right] {
                assert!(is_one_of(buffer, (x, y), "│├┤"), "{told}: no border at {x}, {y}");
            }
        }
        assert!((left + 1..right).all(|x| is_one_of(buffer, (x, bottom), "─")), "{told}: below row {top}");
    }
}

/// Fails where the rule between two panes has a gap.
#[track_caller]
fn assert_rule_whole(desk: &mut Desk, buffer: &Buffer, sign: &str, told: &str) {
    if desk.app.overlay.is_some() || !desk.app.pending.is_empty() {
        return;
    }
    let Some(reader) = desk.app.reader.as_ref().filter(|_| desk.app.screen() == ibid::app::Screen::Reader)
    else {
        return;
    };
    let areas = reader.areas();
    let Some(side) = areas.side.filter(|_| !areas.covered()) else { return };
    for y in side.y..side.bottom() {
        assert!(is_one_of(buffer, (side.x - 1, y), sign), "{told}: no rule in row {y}");
    }
    assert!(layout::side_width(side.width, desk.app.size.0) == side.width, "{told}");
}

/// Fails where the terminal hasn't the colour or the character of a cell.
#[track_caller]
fn assert_can_be_shown(buffer: &Buffer, look: &Look, told: &str) {
    let has = |colour: Color| match colour {
        Color::Reset => true,
        Color::Rgb(..) => look.depth == Depth::True,
        Color::Indexed(_) => look.depth >= Depth::Palette,
        Color::Black
        | Color::Red
        | Color::Green
        | Color::Yellow
        | Color::Blue
        | Color::Magenta
        | Color::Cyan
        | Color::Gray => look.depth >= Depth::Eight,
        _ => look.depth >= Depth::Sixteen,
    };
    for cell in &buffer.content {
        assert!(has(cell.fg) && has(cell.bg), "{told}: {cell:?}");
        assert!(look.characters != Characters::Ascii || cell.symbol().is_ascii(), "{told}: {cell:?}");
        assert!(!cell.symbol().contains(|c: char| c.is_control()), "{told}: {cell:?}");
    }
}

#[test]
fn no_screen_breaks_in_any_terminal_of_any_size() {
    let looks = looks();
    let files = [("北京.md", WIDE), ("قاهرة.md", RIGHT_TO_LEFT), ("m.md", MEETING)];
    for way in WAYS {
        let (mut desk, _folder) = Desk::knowing_of(&files);
        desk.press(way);
        for size in SIZES {
            desk.resize(size.0, size.1);
            for (name, look) in &looks {
                let told = format!("after {way:?} at {size:?} with {name}");
                let buffer = desk.seen_with(look);
                assert_rows_fit(&buffer, &told);
                assert_can_be_shown(&buffer, look, &told);
                // In ASCII the corners of a box and the signs of tables are the same.
                if look.characters == Characters::Unicode {
                    assert_boxes_whole(&buffer, &told);
                }
                let sign = if look.characters == Characters::Unicode { "│" } else { "|" };
                assert_rule_whole(&mut desk, &buffer, sign, &told);
            }
        }
    }
}
