//! The keymap as people read it: the rows of the help screen and the key table of the README.

use super::Keymap;
use crate::app::key::{Key, label_keys};
use crate::app::{Command, Context};

/// A row of the help: a command and all the keys that mean it in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRow {
    /// The labels of the keys, with commas between them. Safe for a terminal.
    pub keys: String,
    /// The command.
    pub command: Command,
    /// The nearest context that binds it; the rows of one context stand together.
    pub context: Context,
}

/// What a context is called above its keys.
pub fn heading(context: Context) -> &'static str {
    match context {
        Context::Global => "Everywhere",
        Context::List => "Moving in lists and texts",
        Context::Library => "In the library",
        Context::Reader => "In a document",
        Context::Cast => "In the cast",
        Context::Beside => "In the notes beside the text",
        Context::Select => "Selecting a passage",
        Context::Notes => "In the notes",
        Context::Results => "In what a search found",
        Context::Facets => "Narrowing a search",
        Context::Entity => "On the page of a name",
        Context::People => "In a cast",
        Context::Concordance => "In a concordance",
        Context::Timeline => "On a timeline",
        Context::Matrix => "In a matrix",
        Context::Searches => "In the list of searches",
        Context::Reach => "Where a correction holds",
        Context::Prompt => "In a line that is typed",
        Context::Query => "Typing a search",
        Context::Editor => "In the editor of a note",
    }
}

/// A command, the nearest context that binds it, and all its keys in the order of the bindings.
struct Group {
    context: Context,
    command: Command,
    keys: Vec<Vec<Key>>,
}

impl Keymap {
    /// The rows of the help in a place: each command once, the nearest context first.
    pub fn help_rows(&self, context: Context) -> Vec<HelpRow> {
        let row = |group: Group| {
            let labels: Vec<String> = group.keys.iter().map(|keys| label_keys(keys)).collect();
            HelpRow { keys: labels.join(", "), command: group.command, context: group.context }
        };
        self.groups(context).into_iter().map(row).collect()
    }

    /// The bindings in force in a place, those of one command together.
    fn groups(&self, context: Context) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for binding in self.bindings(context) {
            match groups.iter_mut().find(|group| group.command == binding.command) {
                Some(group) => group.keys.push(binding.keys),
                None => groups.push(Group {
                    context: binding.context,
                    command: binding.command,
                    keys: vec![binding.keys],
                }),
            }
        }
        groups
    }
}

/// All keys as Markdown: a heading and a table for each context, with what that context itself binds.
pub fn markdown_table(keymap: &Keymap) -> String {
    let mut markdown = String::new();
    for &context in Context::ALL {
        let mut own = Keymap::default();
        own.tables.extend(keymap.tables.get_key_value(&context).map(|(at, table)| (*at, table.clone())));
        let groups = own.groups(context);
        if groups.is_empty() {
            continue;
        }
        if !markdown.is_empty() {
            markdown.push('\n');
        }
        markdown.push_str(&format!("### {}\n\n| Keys | What they do |\n| --- | --- |\n", heading(context)));
        for group in groups {
            let keys: Vec<String> = group.keys.iter().map(|keys| code(&label_keys(keys))).collect();
            markdown.push_str(&format!("| {} | {} |\n", keys.join(" "), cell(group.command.help())));
        }
    }
    markdown
}

/// `text` as code in a cell of a table. A backtick needs two of them around it and spaces between.
fn code(text: &str) -> String {
    let text = cell(text);
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// `text` in a cell of a table, where a bar ends the cell, even in code.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
