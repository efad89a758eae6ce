//! What is looked for in the palette and is done in a shell.

/// Words for something, and what does it in a shell.
const DONE: &[(&[&str], &str)] = &[
    (
        &["export", "markdown", "csv", "json", "zotero", "obsidian"],
        "In a shell: ibid notes export writes what you keep to a file",
    ),
    (&["import", "hypothesis"], "In a shell: ibid notes import takes in notes from elsewhere"),
    (
        &["settings", "configure", "options", "preferences", "themes"],
        "In a shell: ibid config shows, begins and checks your settings",
    ),
    (
        &["keymap", "bindings", "keybindings", "shortcuts"],
        "In a shell: ibid keys tells what each key does and where that is set",
    ),
    (&["print", "dump"], "In a shell: ibid show prints the text of a document"),
    (&["cache", "index", "reindex"], "In a shell: ibid index and ibid cache see to what is cached"),
    (&["doctor", "diagnose"], "In a shell: ibid doctor looks over the terminal, the folders and your files"),
];

/// Letters from which on a word is known by its beginning.
const KNOWN: usize = 4;

/// What in a shell does what was typed, where that is known.
pub(super) fn in_shell(typed: &str) -> Option<&'static str> {
    let typed = typed.to_lowercase();
    let means = |word: &str| {
        let begins = |typed: &str| typed == word || (typed.len() >= KNOWN && word.starts_with(typed));
        typed.split_whitespace().any(|typed| begins(typed) || typed.starts_with(word))
    };
    DONE.iter().find(|(words, _)| words.iter().any(|word| means(word))).map(|(_, says)| *says)
}
