//! How the desk looks in one terminal: its colours, its characters, and the theme that suits its ground.

use super::Theme;
use crate::app::{Characters, Depth, Ground};

/// How the desk looks in one terminal.
#[derive(Clone, Debug)]
pub struct Look {
    /// How many colours the terminal has.
    pub depth: Depth,
    /// Which characters the terminal has.
    pub characters: Characters,
    /// Whether the terminal's cursor goes to what the person is at, and boxes are left out.
    plain: bool,
    /// For a ground that isn't known, a dark and a light one.
    themes: [Theme; 3],
}

impl Look {
    /// That of a terminal with so many colours and these characters. A theme that the person chose holds on every
    /// ground, as long as there are colours.
    pub fn new(depth: Depth, characters: Characters, chosen: Option<Theme>) -> Self {
        let chosen = chosen.filter(|_| depth != Depth::None);
        let theme = |ground| chosen.clone().unwrap_or_else(|| Theme::suiting(depth, ground));
        let themes = [theme(None), theme(Some(Ground::Dark)), theme(Some(Ground::Light))];
        Self { depth, characters, plain: false, themes }
    }

    /// The same for people who hear the screen, or feel it: no boxes, and the cursor where they are.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.plain = true;
        self.themes.iter_mut().for_each(|theme| theme.boxless = true);
        self
    }

    /// Whether it is plain.
    pub fn is_plain(&self) -> bool {
        self.plain
    }

    /// The theme for that ground.
    pub fn theme(&self, ground: Option<Ground>) -> &Theme {
        let [unknown, dark, light] = &self.themes;
        match ground {
            None => unknown,
            Some(Ground::Dark) => dark,
            Some(Ground::Light) => light,
        }
    }

    /// Whether it looks otherwise on another ground, so that this is worth a question.
    pub fn heeds_ground(&self) -> bool {
        let [unknown, dark, light] = &self.themes;
        dark != light || unknown != dark
    }
}

impl Default for Look {
    /// That of a terminal with its sixteen colours and all characters.
    fn default() -> Self {
        Self::new(Depth::Sixteen, Characters::Unicode, None)
    }
}
