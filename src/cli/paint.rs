//! Colour for people who look at a terminal, and none for programs.

/// Whether and how words are set off.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    /// Whether there is colour.
    pub(super) colour: bool,
}

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// What a line is about.
    pub(super) fn strong(self, text: &str) -> String {
        self.with("1", text)
    }

    /// What matters less.
    pub(super) fn faint(self, text: &str) -> String {
        self.with("2", text)
    }

    /// What was found.
    pub(super) fn lit(self, text: &str) -> String {
        self.with("1;33", text)
    }
}
