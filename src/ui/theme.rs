//! The looks of things: colours of the terminal's own sixteen, and attributes that tell the same without.

use ratatui::style::{Color, Modifier, Style};

use crate::note::Colour;
use crate::tag::Kind;

/// A style for each role. What colour says is also said by an attribute, a sign or a place.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colour: bool,
    /// Running text.
    pub plain: Style,
    /// The bar at the top.
    pub bar: Style,
    /// What matters less.
    pub faint: Style,
    /// Titles and headings.
    pub strong: Style,
    /// The chosen line of a list.
    pub chosen: Style,
    /// Letters that matched.
    pub matched: Style,
    /// Every place of the phrase that was looked for.
    pub found: Style,
    /// Every mention of the chosen name.
    pub lit: Style,
    /// The match or mention where the person is.
    pub current: Style,
    /// What is selected.
    pub selected: Style,
    /// A passage that is perhaps the one that was marked.
    pub doubtful: Style,
    /// A message that tells of trouble.
    pub trouble: Style,
    /// A key in a hint.
    pub key: Style,
    /// The signs in the margin.
    pub sign: Style,
}

impl Theme {
    /// A theme with or without colour.
    pub fn new(colour: bool) -> Self {
        let plain = Style::new();
        let paint = |style: Style, ink: Color| if colour { style.fg(ink) } else { style };
        let bold = plain.add_modifier(Modifier::BOLD);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        // Black on a ground, whatever lies below: many terminals show bold black as grey.
        let ground = |colour: Color| {
            let below = Modifier::REVERSED.union(Modifier::DIM).union(Modifier::BOLD);
            plain.fg(Color::Black).bg(colour).remove_modifier(below)
        };
        Self {
            colour,
            plain,
            bar: reversed,
            faint: plain.add_modifier(Modifier::DIM),
            strong: bold,
            chosen: reversed,
            matched: paint(bold.add_modifier(Modifier::UNDERLINED), Color::Yellow),
            found: if colour { ground(Color::Yellow) } else { reversed },
            lit: reversed,
            current: if colour {
                ground(Color::Cyan)
            } else {
                bold.patch(reversed).add_modifier(Modifier::UNDERLINED)
            },
            selected: reversed,
            doubtful: plain.add_modifier(Modifier::UNDERLINED),
            trouble: paint(bold, Color::Red),
            key: bold,
            sign: paint(bold, Color::Yellow),
        }
    }

    /// A passage that is highlighted or has a note; without colour the letter in the margin says which colour it is. A
    /// passage of no colour is grey.
    pub fn highlight(&self, colour: Option<Colour>) -> Style {
        let style = Style::new();
        if !self.colour {
            return style.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED));
        }
        let Some(colour) = colour else { return style.fg(Color::White).bg(Color::DarkGray) };
        let ground = match colour {
            Colour::Yellow => Color::LightYellow,
            Colour::Green => Color::LightGreen,
            Colour::Blue => Color::LightBlue,
            Colour::Red => Color::LightRed,
            Colour::Purple => Color::LightMagenta,
        };
        // Bold black is grey in many terminals.
        style.fg(Color::Black).bg(ground).remove_modifier(Modifier::BOLD.union(Modifier::DIM))
    }

    /// Whether there is colour.
    pub fn has_colour(&self) -> bool {
        self.colour
    }

    /// A mention in the text. Without colour people are underlined, organisations bold, places both, dates
    /// dim and sums dim and underlined. (Slanted type isn't used: several terminals show it reversed.) With
    /// colour people and organisations keep these attributes, and a page full of names stays calm.
    pub fn mention(&self, kind: Kind) -> Style {
        let (ink, plain, coloured) = match kind {
            Kind::Person => (Color::Cyan, Modifier::UNDERLINED, Modifier::UNDERLINED),
            Kind::Organisation => (Color::Magenta, Modifier::BOLD, Modifier::BOLD),
            Kind::Place => (Color::Green, Modifier::BOLD.union(Modifier::UNDERLINED), Modifier::empty()),
            Kind::Date => (Color::LightBlue, Modifier::DIM, Modifier::empty()),
            Kind::Money => (Color::Yellow, Modifier::DIM.union(Modifier::UNDERLINED), Modifier::UNDERLINED),
            Kind::Quantity => (Color::LightYellow, Modifier::DIM.union(Modifier::BOLD), Modifier::empty()),
            Kind::Contact => {
                (Color::LightCyan, Modifier::UNDERLINED.union(Modifier::REVERSED), Modifier::empty())
            }
            Kind::Identifier => (Color::LightMagenta, Modifier::REVERSED, Modifier::empty()),
        };
        let style = Style::new();
        if self.colour { style.fg(ink).add_modifier(coloured) } else { style.add_modifier(plain) }
    }
}
