//! Electronic books (EPUB 2 and 3): the chapters in the order of the spine, with the titles of the table of
//! contents, and what the package document says of the book.

mod book;
mod contents;
mod metadata;
mod package;
mod protection;
mod titles;

use super::archive::Archive;
use super::aside::Tail;
use super::draft::{Draft, Source};
use super::{Problem, xml};
use package::Package;

/// Where a book says where its package document is (EPUB OCF 3.3, 4.2.6.3.1).
const CONTAINER: &str = "META-INF/container.xml";

/// Reads a book.
///
/// # Errors
///
/// Where the archive can't be read, the chapters are encrypted, or there are none.
pub(super) fn read(source: &Source<'_>) -> Result<Draft, Problem> {
    let mut archive = Archive::open(source)?;
    let package = package(&mut archive);
    if package.chapters.is_empty() {
        let what = if package.has_spine {
            "holds no text: its pages are pictures, or missing"
        } else {
            "holds no chapters"
        };
        return Err(Problem::new(source.name, because(what, &archive), ""));
    }
    if protection::covers(&mut archive, &package.chapters) {
        return Err(Problem::new(source.name, "is protected (DRM)", "open it with the shop's own reader"));
    }
    let contents = contents::read(&mut archive, &package);
    let book = book::set(&mut archive, &package.chapters, &contents);
    if book.raw.is_empty() {
        return Err(Problem::new(source.name, because("its chapters can't be read", &archive), ""));
    }
    let mut done = archive.done();
    done.splice(0..0, package.done);
    Ok(Draft {
        raw: book.raw.into(),
        text: book.text.into(),
        blocks: book.blocks,
        runs: book.runs,
        given: package.given,
        pages: book.pages,
        repairs: Vec::new(),
        done,
        lost: archive.lost(),
        tail: Tail::BySignsOnly,
    })
}

/// What is wrong, with the faults of parts that may be the cause.
fn because(what: &str, archive: &Archive<'_>) -> String {
    let faults: Vec<_> = archive.lost().iter().map(Problem::within).chain(archive.done()).collect();
    if faults.is_empty() { what.to_owned() } else { format!("{what} ({})", faults.join("; ")) }
}

/// The package document, as the container says or as it is found; without one, the chapters that are there.
fn package(archive: &mut Archive<'_>) -> Package {
    let named = if archive.has(CONTAINER) {
        let bytes = archive.read_telling(CONTAINER);
        package::in_container(&xml::decode(&bytes)).filter(|name| archive.has(name))
    } else {
        None
    };
    let found = || archive.names().iter().find(|name| name.to_ascii_lowercase().ends_with(".opf")).cloned();
    let was_named = named.is_some();
    let mut package = match named.or_else(found) {
        Some(name) => {
            let bytes = archive.read_telling(&name);
            Package::read(&name, &xml::decode(&bytes), archive)
        }
        None => Package::default(),
    };
    if !was_named {
        package.done.push("package document found without the container's word".into());
    }
    if package.chapters.is_empty() && !package.has_spine {
        let is_chapter = |name: &&String| {
            [".xhtml", ".html", ".htm"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending))
        };
        package.chapters = archive.names().iter().filter(is_chapter).cloned().collect();
        package.done.push("chapters in the order of the file, since the book doesn't say which".into());
    }
    package
}

#[cfg(test)]
#[path = "epub_tests.rs"]
mod tests;
