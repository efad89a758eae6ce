//! Words that make a range of two numbers.

/// Whether the word stands before the two ends of a range.
pub(in crate::tag) fn is_between(word: &str) -> bool {
    matches!(
        word,
        "between"
            | "Between"
            | "zwischen"
            | "Zwischen"
            | "entre"
            | "Entre"
            | "tra"
            | "fra"
            | "między"
            | "між"
            | "между"
            | "паміж"
    )
}

/// Whether the word stands between the two ends of a range.
pub(in crate::tag) fn is_to(word: &str, foreign: bool) -> bool {
    matches!(word, "to" | "bis" | "до" | "à") || (foreign && matches!(word, "a" | "do" | "da"))
}

/// Whether the word is "and".
pub(in crate::tag) fn is_and(word: &str) -> bool {
    matches!(word, "and" | "und" | "et" | "y" | "e" | "i" | "и" | "і" | "й" | "ў" | "a")
}
