//! The list of what couldn't be read, and behind it what was left out.

use std::borrow::Cow;

use super::App;
use crate::corpus::Problem;

impl App {
    /// How many rows the list has.
    pub(super) fn unread_rows(&self) -> usize {
        self.problems.len() + self.not_text.len()
    }

    /// A row of the list.
    pub fn unread_row(&self, at: usize) -> Option<Cow<'_, Problem>> {
        if let Some(problem) = self.problems.get(at) {
            return Some(Cow::Borrowed(problem));
        }
        let path = self.not_text.get(at - self.problems.len())?;
        let reason = "isn't text, so it is left out";
        Some(Cow::Owned(Problem::new(path.to_string_lossy(), reason, "")))
    }

    /// Rows of the list in sight.
    pub(super) fn problems_height(&self) -> usize {
        usize::from(self.size.1).saturating_sub(2)
    }
}
