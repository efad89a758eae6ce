//! The colours of highlights. Each has a name and a letter, so that they are told apart without colour too.

use serde::{Deserialize, Serialize};

/// The colour of a highlight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// The one that is taken where nothing is said.
    #[default]
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Red.
    Red,
    /// Purple.
    Purple,
}

impl Colour {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Yellow, Self::Green, Self::Blue, Self::Red, Self::Purple];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Red => "red",
            Self::Purple => "purple",
        }
    }

    /// Its letter: the first of its name.
    pub fn letter(self) -> char {
        self.label().chars().next().unwrap_or(' ')
    }

    /// The colour of that name or letter, in whatever case.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let is = |colour: &Self| name == colour.label() || name.chars().eq(std::iter::once(colour.letter()));
        Self::ALL.into_iter().find(is)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_colour_is_known_by_its_name_and_letter_and_no_two_share_one() {
        for colour in Colour::ALL {
            assert_eq!(Colour::named(&colour.label().to_uppercase()), Some(colour));
            assert_eq!(Colour::named(&colour.letter().to_string()), Some(colour));
            assert_eq!(serde_json::to_string(&colour).unwrap(), format!("{:?}", colour.label()));
        }
        assert_eq!(Colour::named(""), None);
        assert_eq!(Colour::named("ye"), None);
    }
}
