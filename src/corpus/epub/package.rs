//! The package document of a book: its parts, and the order of its chapters.

use std::collections::{HashMap, HashSet};

use super::super::archive::{Archive, Fault, folder, within};
use super::super::draft::Given;
use super::super::xml::{Part, Tag, Xml};
use super::metadata::Metadata;

/// The most parts from one that can't be read to the one that stands for it. A circle ends there.
const MOST_FALLBACKS: usize = 8;

/// What a package document says.
#[derive(Default)]
pub(super) struct Package {
    /// The names of the chapters, in order, each once.
    pub(super) chapters: Vec<String>,
    /// Whether it says which chapters there are, whatever became of them.
    pub(super) has_spine: bool,
    /// The navigation document of EPUB 3.
    pub(super) navigation: Option<String>,
    /// The table of contents of EPUB 2.
    pub(super) ncx: Option<String>,
    /// What it says of the book.
    pub(super) given: Given,
    /// What was amiss, in words.
    pub(super) done: Vec<String>,
}

/// A part that the package lists.
#[derive(Default)]
struct Item {
    name: String,
    kind: String,
    fallback: Option<String>,
}

/// The name of the package document that a container names first (EPUB OCF 3.3, 4.2.6.3.1).
pub(super) fn in_container(text: &str) -> Option<String> {
    let mut xml = Xml::new(text);
    while let Some(part) = xml.next() {
        let Part::Start(tag) = part else { continue };
        if tag.local() == "rootfile"
            && let Some(path) = tag.attribute("full-path")
        {
            return within("", &path);
        }
    }
    None
}

/// The part to which `reference` leads from a part in the folder `base`, and the place in it. `None` where
/// there is no such part in the archive.
pub(super) fn locate(archive: &Archive<'_>, base: &str, reference: &str) -> Option<(String, Option<String>)> {
    let (path, place) = match reference.split_once('#') {
        Some((path, place)) => (path, Some(unescaped(place)).filter(|place| !place.is_empty())),
        None => (reference, None),
    };
    let found = |path: &str| archive.written(&within(base, path)?).map(str::to_owned);
    // Some programs write names as they are, percent signs and all.
    let name = found(&unescaped(path)).or_else(|| found(path))?;
    Some((name, place))
}

/// `text` with the bytes that are written as `%41` (RFC 3986, 2.1).
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.filter(|_| *first == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

impl Package {
    /// Reads the package document with this name.
    pub(super) fn read(name: &str, text: &str, archive: &mut Archive<'_>) -> Self {
        let folder = folder(name);
        let mut reading = Reading { folder, ..Reading::default() };
        let mut metadata = Metadata::default();
        let mut in_metadata = false;
        let mut xml = Xml::new(text);
        while let Some(part) = xml.next() {
            match part {
                Part::Start(tag) if tag.local() == "metadata" => in_metadata = true,
                Part::Start(tag) if in_metadata => metadata.take(&tag, &mut xml),
                Part::Start(tag) => reading.take(&tag),
                Part::End(tag) if tag.local() == "metadata" => in_metadata = false,
                _ => {}
            }
        }
        if xml.is_broken() {
            archive.tell_broken(name);
        }
        Self { given: metadata.given(), ..reading.finish(archive) }
    }
}

/// The state of reading a package document.
#[derive(Default)]
struct Reading<'a> {
    folder: &'a str,
    items: HashMap<String, Item>,
    spine: Vec<String>,
    navigation: Option<String>,
    ncx: Option<String>,
    /// The id of the table of contents of EPUB 2.
    toc: Option<String>,
}

impl Reading<'_> {
    fn take(&mut self, tag: &Tag<'_>) {
        match tag.local() {
            "item" => {
                let (Some(id), Some(reference)) = (tag.attribute("id"), tag.attribute("href")) else {
                    return;
                };
                let kind = tag.attribute("media-type").unwrap_or_default().to_ascii_lowercase();
                let properties = tag.attribute("properties").unwrap_or_default();
                if properties.split_ascii_whitespace().any(|property| property == "nav") {
                    self.navigation.get_or_insert_with(|| reference.clone());
                }
                if kind == "application/x-dtbncx+xml" {
                    self.ncx.get_or_insert_with(|| reference.clone());
                }
                let item = Item { name: reference, kind, fallback: tag.attribute("fallback") };
                self.items.entry(id).or_insert(item);
            }
            "spine" => self.toc = tag.attribute("toc"),
            "itemref" => self.spine.extend(tag.attribute("idref")),
            _ => {}
        }
    }

    fn finish(self, archive: &mut Archive<'_>) -> Package {
        let found = |archive: &Archive<'_>, reference: &str| {
            locate(archive, self.folder, reference).map(|(name, _)| name)
        };
        let mut chapters = Vec::new();
        let mut taken = HashSet::new();
        for id in &self.spine {
            let Some(item) = self.readable(id) else {
                let picture = self.items.get(id).filter(|item| item.kind.contains("svg"));
                match picture {
                    Some(item) => {
                        archive.leave_out(&item.name, "is a picture (SVG), and words in it aren't read");
                    }
                    None => archive.leave_out(id, "is no text"),
                }
                continue;
            };
            match found(archive, &item.name) {
                Some(name) if taken.insert(name.clone()) => chapters.push(name),
                Some(_) => {}
                None => archive.tell(&item.name, &Fault::Missing),
            }
        }
        let ncx = self.toc.as_ref().and_then(|id| self.items.get(id)).map(|item| &item.name);
        let ncx = ncx.or(self.ncx.as_ref()).and_then(|name| found(archive, name));
        let navigation = self.navigation.as_ref().and_then(|name| found(archive, name));
        Package { chapters, has_spine: !self.spine.is_empty(), navigation, ncx, ..Package::default() }
    }

    /// The part with this id, or the first of those that stand for it that is text.
    fn readable(&self, id: &str) -> Option<&Item> {
        let mut item = self.items.get(id)?;
        for _ in 0..MOST_FALLBACKS {
            let kind = item.kind.as_str();
            if kind.is_empty()
                || kind.contains("html")
                || ["dtbook", "oeb1"].iter().any(|known| kind.contains(known))
            {
                return Some(item);
            }
            item = self.items.get(item.fallback.as_ref()?)?;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs_in_references_stand_for_bytes() {
        assert_eq!(unescaped("a%20b%C3%A9.xhtml"), "a bé.xhtml");
        assert_eq!(unescaped("100%.xhtml"), "100%.xhtml");
        assert_eq!(unescaped("%zz%f%"), "%zz%f%");
        assert_eq!(unescaped("%ff"), "%ff");
    }
}
