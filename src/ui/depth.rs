//! A frame in the colours that the terminal has.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::app::Depth;

/// The sixteen colours as xterm has them by default.
const SIXTEEN: [(u8, u8, u8); 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

/// The steps of each of the three parts in the cube of 216 colours of the palette.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// What each of the sixteen is called.
const NAMES: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// Takes out of the frame what the terminal can't show.
pub(super) fn reduce(buffer: &mut Buffer, depth: Depth) {
    if depth == Depth::True {
        return;
    }
    for cell in &mut buffer.content {
        if cell.fg == Color::Reset && cell.bg == Color::Reset {
            continue;
        }
        let (ink, ground) = (reduced(cell.fg, depth), reduced(cell.bg, depth));
        // Two colours that come to the same are none to read by.
        if ink == ground && ink != Color::Reset {
            (cell.fg, cell.bg) = (Color::Reset, Color::Reset);
            cell.modifier.insert(Modifier::REVERSED);
        } else {
            (cell.fg, cell.bg) = (ink, ground);
        }
    }
}

/// The colour that is nearest to this among those of that depth.
fn reduced(colour: Color, depth: Depth) -> Color {
    match (depth, number(colour)) {
        (Depth::None, _) => Color::Reset,
        (Depth::True, _) => colour,
        (Depth::Palette, None) => {
            rgb(colour).map_or(colour, |parts| Color::Indexed(nearest(parts, 16..=255)))
        }
        (Depth::Palette, Some(_)) => colour,
        (Depth::Sixteen, Some(at @ 0..=15)) => NAMES[usize::from(at)],
        (Depth::Sixteen, _) => of_first(colour, 15),
        (Depth::Eight, Some(at @ 8..=15)) => NAMES[usize::from(at - 8)],
        (Depth::Eight, Some(at @ 0..=7)) => NAMES[usize::from(at)],
        (Depth::Eight, _) => of_first(colour, 7),
    }
}

/// The nearest of the first colours, up to and with that number.
fn of_first(colour: Color, last: u8) -> Color {
    rgb(colour).map_or(colour, |parts| NAMES[usize::from(nearest(parts, 0..=last))])
}

/// The number of a colour in the palette of 256, if it has one.
fn number(colour: Color) -> Option<u8> {
    match colour {
        Color::Indexed(number) => Some(number),
        _ => NAMES.iter().position(|name| *name == colour).map(|at| at as u8),
    }
}

/// Red, green and blue of a colour, as xterm shows it by default; none of the terminal's own ink and ground.
pub(super) fn rgb(colour: Color) -> Option<(u8, u8, u8)> {
    match colour {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        _ => number(colour).map(parts),
    }
}

/// Red, green and blue of a colour of the palette of 256, as xterm has it.
fn parts(number: u8) -> (u8, u8, u8) {
    match number {
        0..=15 => SIXTEEN[usize::from(number)],
        16..=231 => {
            let at = usize::from(number - 16);
            (STEPS[at / 36], STEPS[at / 6 % 6], STEPS[at % 6])
        }
        232..=255 => {
            let grey = 8 + 10 * (number - 232);
            (grey, grey, grey)
        }
    }
}

/// The number of the nearest colour, by the distance that weighs red and blue by how red the two are: "redmean"
/// (T. Riemersma, Colour metric, 2001).
fn nearest(colour: (u8, u8, u8), among: std::ops::RangeInclusive<u8>) -> u8 {
    let distance = |number: &u8| {
        let other = parts(*number);
        let by = |one: u8, other: u8| i32::from(one) - i32::from(other);
        let mean = (i32::from(colour.0) + i32::from(other.0)) / 2;
        let (red, green, blue) = (by(colour.0, other.0), by(colour.1, other.1), by(colour.2, other.2));
        (((512 + mean) * red * red) >> 8) + 4 * green * green + (((767 - mean) * blue * blue) >> 8)
    };
    among.min_by_key(distance).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn a_colour_becomes_the_nearest_that_there_is() {
        let orange = Color::Rgb(255, 135, 0);
        for (colour, depth, shown) in [
            (orange, Depth::True, orange),
            (orange, Depth::Palette, Color::Indexed(208)),
            (Color::Rgb(250, 10, 5), Depth::Sixteen, Color::LightRed),
            (Color::Indexed(117), Depth::Palette, Color::Indexed(117)),
            (Color::Indexed(228), Depth::Sixteen, Color::Gray),
            (Color::LightCyan, Depth::Eight, Color::Cyan),
            (Color::DarkGray, Depth::Eight, Color::Black),
            (Color::Cyan, Depth::None, Color::Reset),
            (Color::Reset, Depth::Eight, Color::Reset),
        ] {
            assert_eq!(reduced(colour, depth), shown, "{colour:?} {depth:?}");
        }
    }

    #[test]
    fn letters_that_would_get_the_colour_of_their_ground_are_reversed() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
        buffer.content[0].set_fg(Color::LightRed).set_bg(Color::Red);
        reduce(&mut buffer, Depth::Eight);
        let cell = &buffer.content[0];
        assert_eq!((cell.fg, cell.bg, cell.modifier), (Color::Reset, Color::Reset, Modifier::REVERSED));
    }

    proptest! {
        #[test]
        fn no_more_colours_are_left_than_there_are(red: u8, green: u8, blue: u8, number_of: u8) {
            for colour in [Color::Rgb(red, green, blue), Color::Indexed(number_of)] {
                let least = |depth| number(reduced(colour, depth));
                prop_assert!(least(Depth::Palette).is_some());
                prop_assert!(least(Depth::Sixteen).is_some_and(|number| number < 16));
                prop_assert!(least(Depth::Eight).is_some_and(|number| number < 8));
                prop_assert_eq!(reduced(colour, Depth::None), Color::Reset);
            }
        }
    }
}
