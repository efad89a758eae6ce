//! The looks of things: a style for each role, as a theme's file gives them.

mod contrast;
mod read;
mod style;

use ratatui::style::{Modifier, Style};

use crate::app::{Depth, Ground};
use crate::corpus::Problem;
use crate::note::{Colour, Face};
use crate::tag::Kind;

/// A style for each role. What colour says is also said by an attribute, a sign or a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// Whether there is colour.
    colour: bool,
    /// Whether boxes are left out.
    pub boxless: bool,
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
    /// By kind, in the order of their declaration.
    mentions: [Style; Kind::ALL.len()],
    /// By colour, in the order of their declaration.
    highlights: [Style; Colour::ALL.len()],
    /// Likewise.
    signs: [Style; Colour::ALL.len()],
    unmarked: Style,
}

/// Where a theme keeps the style of a role.
type Slot = fn(&mut Theme) -> &mut Style;

/// The names of all roles, as they stand in a theme's file.
const ROLES: [(&str, Slot); 33] = [
    ("text", |theme| &mut theme.plain),
    ("bar", |theme| &mut theme.bar),
    ("faint", |theme| &mut theme.faint),
    ("strong", |theme| &mut theme.strong),
    ("chosen", |theme| &mut theme.chosen),
    ("matched", |theme| &mut theme.matched),
    ("found", |theme| &mut theme.found),
    ("lit", |theme| &mut theme.lit),
    ("current", |theme| &mut theme.current),
    ("selected", |theme| &mut theme.selected),
    ("doubtful", |theme| &mut theme.doubtful),
    ("trouble", |theme| &mut theme.trouble),
    ("key", |theme| &mut theme.key),
    ("sign", |theme| &mut theme.sign),
    ("person", |theme| &mut theme.mentions[0]),
    ("organisation", |theme| &mut theme.mentions[1]),
    ("place", |theme| &mut theme.mentions[2]),
    ("date", |theme| &mut theme.mentions[3]),
    ("money", |theme| &mut theme.mentions[4]),
    ("quantity", |theme| &mut theme.mentions[5]),
    ("contact", |theme| &mut theme.mentions[6]),
    ("identifier", |theme| &mut theme.mentions[7]),
    ("highlight", |theme| &mut theme.unmarked),
    ("highlight-yellow", |theme| &mut theme.highlights[0]),
    ("highlight-green", |theme| &mut theme.highlights[1]),
    ("highlight-blue", |theme| &mut theme.highlights[2]),
    ("highlight-red", |theme| &mut theme.highlights[3]),
    ("highlight-purple", |theme| &mut theme.highlights[4]),
    ("sign-yellow", |theme| &mut theme.signs[0]),
    ("sign-green", |theme| &mut theme.signs[1]),
    ("sign-blue", |theme| &mut theme.signs[2]),
    ("sign-red", |theme| &mut theme.signs[3]),
    ("sign-purple", |theme| &mut theme.signs[4]),
];

/// The themes that are built in, as a person would write them.
const BUNDLED: [(&str, &str); 4] = [
    ("terminal", include_str!("theme/themes/terminal.toml")),
    ("dark", include_str!("theme/themes/dark.toml")),
    ("light", include_str!("theme/themes/light.toml")),
    ("colourless", include_str!("theme/themes/colourless.toml")),
];

impl Theme {
    /// The one of the terminal's own sixteen colours, whatever they are there.
    pub fn terminal() -> Self {
        Self::bundled("terminal").unwrap_or_default()
    }

    /// The one without colour.
    pub fn colourless() -> Self {
        Self::bundled("colourless").unwrap_or_default()
    }

    /// The names of those that are built in.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUNDLED.iter().map(|(name, _)| *name)
    }

    /// The one of that name that is built in.
    pub fn bundled(name: &str) -> Option<Self> {
        let (_, text) = BUNDLED.iter().find(|(known, _)| *known == name)?;
        Some(Self::read(name, text).0)
    }

    /// The one that suits a terminal of that many colours on that ground, where a person chose none: what its sixteen
    /// colours look like is the terminal's own affair, so they are used only where its ground isn't known or nothing
    /// else is there.
    pub fn suiting(depth: Depth, ground: Option<Ground>) -> Self {
        let name = match (depth, ground) {
            (Depth::None, _) => "colourless",
            (Depth::Palette | Depth::True, Some(Ground::Dark)) => "dark",
            (Depth::Palette | Depth::True, Some(Ground::Light)) => "light",
            _ => "terminal",
        };
        Self::bundled(name).unwrap_or_default()
    }

    /// Reads a theme's file, with what couldn't be understood, by line; all other lines hold. `path` only names the
    /// file in these problems.
    pub fn read(path: &str, toml: &str) -> (Self, Vec<Problem>) {
        read::read(path, toml)
    }

    /// A passage that is highlighted or has a note; without colour the letter in the margin says which colour it is.
    pub fn highlight(&self, colour: Option<Colour>) -> Style {
        colour.map_or(self.unmarked, |colour| self.highlights[colour as usize])
    }

    /// A sign that stands for a passage of that colour.
    pub fn sign_of(&self, colour: Option<Colour>) -> Style {
        colour.map_or_else(Style::new, |colour| self.signs[colour as usize])
    }

    /// A part of a note: strong and code bold, emphasis and links underlined, tags in the ink of a sign.
    pub fn face(&self, face: Face) -> Style {
        let style = Style::new();
        match face {
            Face::Emphasis | Face::Link => style.add_modifier(Modifier::UNDERLINED),
            Face::Strong | Face::Code => style.add_modifier(Modifier::BOLD),
            Face::Struck => style.add_modifier(Modifier::CROSSED_OUT),
            Face::Tag => self.sign,
        }
    }

    /// Whether there is colour.
    pub fn has_colour(&self) -> bool {
        self.colour
    }

    /// A mention in the text.
    pub fn mention(&self, kind: Kind) -> Style {
        self.mentions[kind as usize]
    }
}
