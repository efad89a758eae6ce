//! Keymaps for hands that know another program. Each has the form of a person's own file and is laid over the default
//! one, below the person's own.

/// A keymap that is built in beside the default one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Preset {
    /// What vim has and the default keymap, close to it already, hasn't.
    Vim,
    /// As Emacs moves, searches and saves.
    Emacs,
    /// As `less` pages.
    Less,
}

impl Preset {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Vim, Self::Emacs, Self::Less];

    /// Their names, in the same order.
    pub const NAMES: &'static [&'static str] = &["vim", "emacs", "less"];

    /// What it is called in `config.toml` and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Vim => "vim",
            Self::Emacs => "emacs",
            Self::Less => "less",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|preset| preset.name() == name)
    }

    /// Its file.
    pub fn toml(self) -> &'static str {
        match self {
            Self::Vim => include_str!("presets/vim.toml"),
            Self::Emacs => include_str!("presets/emacs.toml"),
            Self::Less => include_str!("presets/less.toml"),
        }
    }
}
