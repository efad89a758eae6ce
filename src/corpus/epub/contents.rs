//! The table of contents of a book and its list of pages: the navigation document of EPUB 3, else the NCX of
//! EPUB 2.

use super::super::archive::{Archive, folder};
use super::super::xml::{self, Part, Xml};
use super::super::{looks, meta};
use super::package::{Package, locate};

/// The most entries that are taken.
const MOST: usize = 65_535;

/// A line of a table of contents, or a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The name of the part to which it leads.
    pub(super) chapter: String,
    /// The id of the element there; `None` for the beginning.
    pub(super) place: Option<String>,
    /// Its words, in single spaces.
    pub(super) title: String,
    /// How deep it stands: 1 at the top.
    pub(super) depth: usize,
}

/// Tables of a book.
#[derive(Default)]
pub(super) struct Contents {
    /// The table of contents.
    pub(super) entries: Vec<Entry>,
    /// The pages of the printed book.
    pub(super) pages: Vec<Entry>,
}

/// Reads the tables of a book.
pub(super) fn read(archive: &mut Archive<'_>, package: &Package) -> Contents {
    let mut contents = Contents::default();
    if let Some(name) = &package.navigation {
        let bytes = archive.read_telling(name);
        navigation(&xml::decode(&bytes), folder(name), archive, &mut contents);
    }
    if contents.entries.is_empty()
        && let Some(name) = &package.ncx
    {
        let bytes = archive.read_telling(name);
        ncx(&xml::decode(&bytes), folder(name), archive, &mut contents);
    }
    contents
}

impl Contents {
    fn push(&mut self, archive: &Archive<'_>, base: &str, what: Table, link: (&str, &str, usize)) {
        let (reference, title, depth) = link;
        let table = match what {
            Table::Contents => &mut self.entries,
            Table::Pages => &mut self.pages,
            Table::Other => return,
        };
        let title = meta::shortened(&looks::single_spaced(title), meta::MAX_TITLE);
        if table.len() < MOST
            && !title.is_empty()
            && let Some((chapter, place)) = locate(archive, base, reference)
        {
            table.push(Entry { chapter, place, title, depth });
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Contents,
    Pages,
    Other,
}

/// Reads a navigation document (EPUB 3.3, 7).
fn navigation(text: &str, base: &str, archive: &Archive<'_>, contents: &mut Contents) {
    let mut xml = Xml::new(text);
    let mut table = Table::Other;
    let mut depth = 0;
    while let Some(part) = xml.next() {
        match part {
            Part::Start(tag) => match tag.local() {
                "nav" => {
                    let kind = tag.attribute("type").unwrap_or_default();
                    let is = |what| kind.split_ascii_whitespace().any(|kind| kind == what);
                    depth = 0;
                    table = if is("toc") {
                        Table::Contents
                    } else if is("page-list") {
                        Table::Pages
                    } else {
                        Table::Other
                    };
                }
                "ol" => depth += 1,
                "a" => {
                    let reference = tag.attribute("href").unwrap_or_default();
                    let title = xml.text();
                    contents.push(archive, base, table, (&reference, &title, depth));
                }
                _ => {}
            },
            Part::End(tag) => match tag.local() {
                "nav" => table = Table::Other,
                "ol" => depth = depth.saturating_sub(1),
                _ => {}
            },
            Part::Text(_) => {}
        }
    }
}

/// Reads an NCX (ANSI/NISO Z39.86-2005, 8).
fn ncx(text: &str, base: &str, archive: &Archive<'_>, contents: &mut Contents) {
    let mut xml = Xml::new(text);
    let mut table = Table::Other;
    let mut depth = 0;
    let mut title = String::new();
    while let Some(part) = xml.next() {
        match part {
            Part::Start(tag) => match tag.local() {
                "navMap" => table = Table::Contents,
                "pageList" => table = Table::Pages,
                "navPoint" | "pageTarget" => {
                    depth += 1;
                    title.clear();
                }
                "text" => title = xml.text(),
                "content" => {
                    let reference = tag.attribute("src").unwrap_or_default();
                    contents.push(archive, base, table, (&reference, &title, depth));
                }
                _ => {}
            },
            Part::End(tag) => match tag.local() {
                "navMap" | "pageList" => table = Table::Other,
                "navPoint" | "pageTarget" => depth = depth.saturating_sub(1),
                _ => {}
            },
            Part::Text(_) => {}
        }
    }
}
