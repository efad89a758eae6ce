//! A problem as a value: what couldn't be read or understood, where, why, and what helps.

use std::fmt;

use crate::text::safe;

/// Something that couldn't be read or understood. The rest goes on; this is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder, as the person named it or as it was found.
    pub path: String,
    /// The place in it, such as `line 3`; empty where the whole is meant.
    pub place: String,
    /// What is wrong, in a few words.
    pub reason: String,
    /// What the person can do about it; empty where there is nothing to do.
    pub remedy: String,
}

/// One line, safe for a terminal: `path, place: reason; remedy`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", safe::line(&self.path))?;
        if !self.place.is_empty() {
            write!(f, ", {}", safe::line(&self.place))?;
        }
        write!(f, ": {}", safe::line(&self.reason))?;
        if !self.remedy.is_empty() {
            write!(f, "; {}", safe::line(&self.remedy))?;
        }
        Ok(())
    }
}
