//! Whether the program tells that it works, as its screen says it.

/// Whether the screen tells of work that goes on: `names 2,048 of 20,000`, and the like. A hint such as `C names` is none.
pub fn is_busy(screen: &str) -> bool {
    let counted = |word: &str| {
        screen.split(word).skip(1).any(|behind| behind.starts_with(|letter: char| letter.is_ascii_digit()))
    };
    screen.contains("tagging …") || ["reading ", "cleaning ", "names "].iter().any(|word| counted(word))
}
