//! `ibid show`: a document's text.

use std::borrow::Cow;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::arguments::Show;
use super::collection::{Titled, near_titles, open, several, shown, titled};
use super::row::{Row, print_object};
use super::tag::load;
use super::tools::{Ending, Found, Tools};
use crate::corpus::{BUNDLED_ROOT, DocId, MANUAL, Problem};
use crate::text::safe;

/// Titles that are named where one had to be chosen.
const OTHERS: usize = 3;

/// Prints a document.
pub(super) fn show(arguments: &Show, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let path = named(&arguments.document, &arguments.paths, false, tools)?;
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

/// The document that was named: by its path, else by the name of its file with its ending or without, else by
/// words of its title. Where several are
/// called so, the first one, which is said; none of them where it has to be the `only` one.
///
/// # Errors
///
/// Where there is none, or where there are several and it has to be the only one.
pub(super) fn named(
    named: &Path,
    paths: &[PathBuf],
    only: bool,
    tools: &Tools<'_>,
) -> Result<PathBuf, Problem> {
    let is_path =
        named.to_str().is_some_and(|path| path.starts_with(BUNDLED_ROOT) || path == MANUAL || path == "-")
            || named.exists()
            || named.parent().is_some_and(Path::is_file);
    if is_path {
        return Ok(named.to_owned());
    }
    let opened = open(paths, tools, false)?;
    let typed = named.to_string_lossy();
    let path = |id: DocId| opened.catalogue.get(id).map(|entry| entry.path());
    let called = opened.catalogue.iter().filter(|(_, entry)| entry.path().ends_with(named));
    let mut called: Vec<DocId> = called.map(|(id, _)| id).collect();
    if called.is_empty() {
        // A file that holds several documents is none of them.
        let holder = opened.catalogue.iter().find_map(|(_, entry)| {
            let path = entry.path();
            path.parent().filter(|holder| holder.ends_with(named) && holder.is_file()).map(several)
        });
        if let Some(problem) = holder {
            return Err(problem);
        }
        // The whole name of a file without its ending says more than words that others have too.
        let without_ending =
            opened.catalogue.iter().filter(|(_, entry)| entry.path().with_extension("").ends_with(named));
        called.extend(without_ending.map(|(id, _)| id));
    }
    let (what, found) = match called.is_empty() {
        true => match titled(&opened.catalogue, &typed) {
            Titled::Titles(found) => ("titles match", found),
            Titled::Files(found) => ("file names match", found),
        },
        false => ("files are called that", called),
    };
    let mut found = found.into_iter().filter_map(path);
    let Some(first) = found.next() else {
        let reason = format!("there is no file of that name, and no title matches “{typed}”");
        let near = near_titles(&opened.catalogue, &typed);
        let remedy = match near.is_empty() {
            true => "ibid list shows all titles".to_owned(),
            false => format!("nearest: {}", near.join(", ")),
        };
        return Err(Problem::new(typed, reason, remedy));
    };
    let others: Vec<String> = found.map(|path| shown(&path)).collect();
    if others.is_empty() {
        return Ok(first.into_owned());
    }
    let some = others[..others.len().min(OTHERS)].join(", ");
    let more = if others.len() > OTHERS { " …" } else { "" };
    let count = others.len() + 1;
    if only {
        let reason = format!("{count} {what}: {}, {some}{more}", shown(&first));
        return Err(Problem::new(typed, reason, "name one of them by its path"));
    }
    (tools.say)(&format!("{count} {what}; this is {}, and there are {some}{more}", shown(&first)));
    Ok(first.into_owned())
}
