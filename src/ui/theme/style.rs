//! A style as a person writes it: `cyan bold`, `black on #ffd75f`, `117 underlined`.

use ratatui::style::{Color, Modifier, Style};

use crate::text::nearest::{did_you_mean, quoted};

/// The names of the terminal's own sixteen colours, in their order, and of the ink and ground that it has by itself.
const COLOURS: [(&str, Color); 18] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("grey", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// The names of attributes.
const ATTRIBUTES: [(&str, Modifier); 6] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
    ("struck", Modifier::CROSSED_OUT),
];

/// Reads a style.
///
/// # Errors
///
/// What isn't understood, and what helps.
pub(super) fn read(text: &str) -> Result<Style, (String, String)> {
    let mut style = Style::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if word == "on" {
            let ground = words.next().and_then(colour).ok_or_else(|| {
                let remedy = "write a colour behind it: black on yellow".to_owned();
                ("there is no colour behind “on”".to_owned(), remedy)
            })?;
            style = style.bg(ground);
        } else if let Some((_, attribute)) = ATTRIBUTES.iter().find(|(name, _)| *name == word) {
            style = style.add_modifier(*attribute);
        } else {
            let ink = colour(word).ok_or_else(|| {
                let names =
                    COLOURS.iter().map(|(name, _)| *name).chain(ATTRIBUTES.iter().map(|(name, _)| *name));
                let otherwise = "there are names such as cyan and bold, numbers from 0 to 255, and #rrggbb";
                let remedy = did_you_mean(word, names, otherwise);
                (format!("{} is no colour and no attribute", quoted(word)), remedy)
            })?;
            style = style.fg(ink);
        }
    }
    // What has a ground of its own is read on that: what lies below would only make its letters paler, or change places.
    if style.bg.is_some_and(|ground| ground != Color::Reset) {
        let below = Modifier::REVERSED.union(Modifier::DIM).union(Modifier::BOLD);
        style.sub_modifier = below.difference(style.add_modifier);
    }
    Ok(style)
}

/// A colour by its name, its number in the palette, or its red, green and blue.
fn colour(word: &str) -> Option<Color> {
    if let Some((_, colour)) = COLOURS.iter().find(|(name, _)| *name == word) {
        return Some(*colour);
    }
    if let Some(digits) = word.strip_prefix('#') {
        let all =
            u32::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let byte = |shift: u32| (all >> shift) as u8;
        let twice = |shift: u32| ((all >> shift) & 15) as u8 * 17;
        return match digits.len() {
            6 => Some(Color::Rgb(byte(16), byte(8), byte(0))),
            3 => Some(Color::Rgb(twice(8), twice(4), twice(0))),
            _ => None,
        };
    }
    word.parse().ok().map(Color::Indexed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_style_is_colours_and_attributes_in_any_order() {
        let plain = Style::new();
        for (text, style) in [
            ("", plain),
            ("cyan bold", plain.fg(Color::Cyan).add_modifier(Modifier::BOLD)),
            ("underlined 117", plain.fg(Color::Indexed(117)).add_modifier(Modifier::UNDERLINED)),
            ("#0af", plain.fg(Color::Rgb(0, 170, 255))),
            ("#00aaff", plain.fg(Color::Rgb(0, 170, 255))),
            ("reversed", plain.add_modifier(Modifier::REVERSED)),
        ] {
            assert_eq!(read(text).unwrap(), style, "{text}");
        }
        let ground = read("black on yellow bold").unwrap();
        assert_eq!((ground.fg, ground.bg), (Some(Color::Black), Some(Color::Yellow)));
        assert_eq!(ground.add_modifier, Modifier::BOLD);
        assert_eq!(ground.sub_modifier, Modifier::REVERSED.union(Modifier::DIM));
    }

    #[test]
    fn what_isnt_understood_is_said_with_what_helps() {
        for (text, remedy) in [
            ("cyam", "did you mean 'cyan'"),
            ("256", "0 to 255"),
            ("#12345", "#rrggbb"),
            ("#+12345", "#rrggbb"),
            ("bold on", "black on yellow"),
            ("bold on nothing", "black on yellow"),
        ] {
            let (reason, said) = read(text).unwrap_err();
            assert!(said.contains(remedy), "{text}: {reason}; {said}");
        }
    }
}
