//! What the window of the terminal is called.

use super::{App, Screen};
use crate::text::safe;

/// Characters of a title: tabs and window lists show fewer.
const LONGEST: usize = 80;

impl App {
    /// What the window is called: the open document, else the collection, and the program.
    pub fn window_title(&self) -> String {
        let open = self.reader.as_ref().filter(|_| self.screen() == Screen::Reader);
        let of = open.map_or(&self.name, |reader| &reader.document.meta.title.value);
        let of = safe::line(of);
        let of = of.trim();
        let mut title: String = of.chars().take(LONGEST).collect();
        if of.chars().nth(LONGEST).is_some() {
            title.push('…');
        }
        title.push_str(" - ibid");
        title
    }
}

#[cfg(test)]
mod tests {
    use super::super::{App, Keymap};

    #[test]
    fn a_title_is_one_short_line_without_control_characters() {
        let named = |name: &str| App::new(name, Keymap::bundled().0, Vec::new(), None).window_title();
        assert_eq!(named("articles"), "articles - ibid");
        let hostile = named("a\u{1b}]0;x\u{7}\u{9c}\nb\u{202e}c");
        assert!(!hostile.contains(|c: char| c.is_control() || c == '\u{202e}'), "{hostile:?}");
        assert_eq!(named(&"é".repeat(500)).chars().count(), 80 + 1 + 7);
    }
}
