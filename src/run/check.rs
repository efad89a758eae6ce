//! A look at what was named on the command line before the terminal is taken over.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::corpus::{self, Loader, Problem, Step};

/// How long the paths are searched for a first document each. What takes longer is opened, and shows what it
/// holds.
const PATIENCE: Duration = Duration::from_millis(200);

/// A file of at most so many bytes is read to see whether it is damaged, as that is done at once. What is wrong with a
/// larger one is told in the desk.
const SOON: u64 = 64 << 10;

/// Whether each path is there, can be read and holds a document.
///
/// # Errors
///
/// A problem for the first path of which that isn't so.
pub fn check(loader: &Loader, paths: &[PathBuf]) -> Result<(), Problem> {
    corpus::check(paths)?;
    let begun = Instant::now();
    paths.iter().try_for_each(|path| holds_document(loader, path, begun))
}

fn holds_document(loader: &Loader, path: &Path, begun: Instant) -> Result<(), Problem> {
    if begun.elapsed() > PATIENCE {
        return Ok(());
    }
    let found = std::cell::Cell::new(false);
    let mut first_problem = None;
    let mut look = |step: Step| {
        let Step::File(file) = step else { return };
        if found.get() || begun.elapsed() > PATIENCE {
            return;
        }
        match loader.look(&file.path, |size| size <= SOON) {
            Ok(()) | Err(corpus::Unread::Many) => found.set(true),
            Err(corpus::Unread::Problem(problem)) => drop(first_problem.get_or_insert(problem)),
            Err(corpus::Unread::Binary(what)) => {
                let problem =
                    Problem::new(file.path.to_string_lossy(), format!("is a {what}, not a text"), "");
                first_problem.get_or_insert(problem);
            }
        }
    };
    corpus::walk(std::slice::from_ref(&path.to_owned()), &mut look, &|| {
        found.get() || begun.elapsed() > PATIENCE
    });
    if found.get() || begun.elapsed() > PATIENCE {
        return Ok(());
    }
    match first_problem {
        Some(problem) if path.is_file() => Err(problem),
        _ => Err(Problem::new(
            path.to_string_lossy(),
            "holds no document",
            "ibid reads text, Markdown, HTML, EPUB, PDF, DOCX, mail and JSON Lines",
        )),
    }
}
