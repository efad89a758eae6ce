//! `ibid show`: a document's text.

use std::borrow::Cow;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::arguments::Show;
use super::collection::{open, shown, titled};
use super::row::{Row, print_object};
use super::tag::load;
use super::tools::{Ending, Found, Tools};
use crate::corpus::{BUNDLED_ROOT, Problem};
use crate::text::safe;

/// Titles that are named where one had to be chosen.
const OTHERS: usize = 3;

/// Prints a document.
pub(super) fn show(arguments: &Show, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let Some(path) = path(arguments, tools)? else { return Ok(Found::any(false)) };
    let document = load(&path, tools)?;
    let printed = |text: &str| -> String { if tools.terminal { lines(text) } else { text.to_owned() } };
    if arguments.json {
        // As the other commands name it.
        let absolute = path.canonicalize().unwrap_or_else(|_| path.clone());
        let mut row = Row::new(&absolute, &document.meta);
        row.text = Some(document.text.as_str());
        print_object(&row, out)?;
    } else if arguments.raw {
        write!(out, "{}", printed(&document.raw))?;
    } else {
        let body = document.text.blocks().iter().filter(|block| block.is_body());
        for (number, block) in body.enumerate() {
            if block.gap && number > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{}", printed(block.span.of(document.text.as_str())))?;
        }
    }
    Ok(Found::any(true))
}

/// The text with nothing in it that could steer a terminal.
fn lines(text: &str) -> String {
    let mut lines: Vec<Cow<'_, str>> = text.split('\n').map(safe::line).collect();
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
        return lines.join("\n") + "\n";
    }
    lines.join("\n")
}

/// The document that was named: by its path, else by the name of its file, else by words of its title.
fn path(arguments: &Show, tools: &Tools<'_>) -> Result<Option<PathBuf>, Ending> {
    let named = &arguments.document;
    let is_path = named.to_str().is_some_and(|path| path.starts_with(BUNDLED_ROOT) || path == "-")
        || named.exists()
        || named.parent().is_some_and(Path::is_file);
    if is_path {
        return Ok(Some(named.clone()));
    }
    let opened = open(&arguments.paths, tools, false)?;
    let mut called = opened.catalogue.iter().filter(|(_, entry)| entry.path.ends_with(named));
    if let Some((_, entry)) = called.next() {
        let others = called.count();
        if others > 0 {
            (tools.say)(&format!("{} files are called that; this is {}", others + 1, shown(&entry.path)));
        }
        return Ok(Some(entry.path.to_path_buf()));
    }
    let typed = named.to_string_lossy();
    let order = titled(&opened.catalogue, &typed);
    let entry = |at: usize| order.get(at).and_then(|id| opened.catalogue.get(*id));
    let Some(first) = entry(0) else {
        let reason = format!("no file is there or called that, and no title matches “{typed}”");
        return Err(Problem::new(typed, reason, "ibid list shows all titles").into());
    };
    if order.len() > 1 {
        let others: Vec<String> = (1..=OTHERS).filter_map(entry).map(|entry| shown(&entry.path)).collect();
        (tools.say)(&format!("{} titles match; the others are {} …", order.len(), others.join(", ")));
    }
    Ok(Some(first.path.to_path_buf()))
}
