//! A line over which little is to be sent.

use super::App;

impl App {
    /// The same on a line that is slow, or not. There what only adorns is left out: names in a text aren't marked but for
    /// the one that is chosen, since every change of style costs bytes, and the list begins without its preview, which is
    /// another screen of text for each step. What is asked for by a key is shown all the same.
    #[must_use]
    pub fn sparing(mut self, sparing: bool) -> Self {
        self.is_sparing = sparing;
        self.library.preview &= !sparing;
        self
    }
}
