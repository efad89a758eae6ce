//! What a query was looked for as.

use crate::text::Span;

/// A word or phrase of a query and what it was looked for as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expanded {
    /// Where it stands in what was typed, in bytes.
    pub span: Span,
    /// The forms that were found, the most telling first.
    pub forms: Vec<ExpandedForm>,
}

/// A form in which something was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpandedForm {
    /// Its words, folded.
    pub text: String,
    /// Why, where it is another spelling of a name.
    pub why: Option<String>,
}

impl ExpandedForm {
    /// Words that were typed, as they are looked for.
    pub(super) fn typed(words: &[String]) -> Self {
        Self { text: words.join(" "), why: None }
    }
}
