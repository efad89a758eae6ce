//! Documents of a word processor (Office Open XML, ECMA-376): text in reading order with headings, lists,
//! tables and notes; deletions and comments left out; headers and footers set aside.

mod collected;
mod numbering;
mod paragraph;
mod relations;
mod setting;
mod story;
mod styles;

use std::collections::{HashMap, HashSet};

use super::archive::Archive;
use super::draft::{Draft, Given, Source};
use super::xml::{self, Part, Xml};
use super::{Origin, Problem};
use collected::Collected;
use numbering::Numbering;
use relations::Relation;
use setting::Setting;
use story::NoteKind;
use styles::Styles;

/// The most bytes of a property that are looked at.
const LONGEST_PROPERTY: usize = 4096;

/// Reads a document.
///
/// # Errors
///
/// Where the archive can't be read, or there is no text in it.
pub(super) fn read(source: &Source<'_>) -> Result<Draft, Problem> {
    let mut archive = Archive::open(source)?;
    let package = relations::of(&mut archive, "");
    let main = relations::target(&archive, &package, "officeDocument")
        .or_else(|| archive.has("word/document.xml").then(|| "word/document.xml".to_owned()))
        .ok_or_else(|| Problem::new(source.name, "holds no word processor's document", ""))?;
    let body = archive.read(&main);
    if body.bytes.is_empty() {
        let what = body.fault.map_or("is empty".to_owned(), |fault| fault.to_string());
        return Err(Problem::new(source.name, format!("its text {what}"), ""));
    }
    if let Some(fault) = body.fault {
        archive.tell(&main, &fault);
    }
    let relations = relations::of(&mut archive, &main);
    let styles =
        part(&mut archive, &relations, "styles").map_or_else(Styles::default, |text| Styles::read(&text));
    let numbering = part(&mut archive, &relations, "numbering")
        .map_or_else(Numbering::default, |text| Numbering::read(&text));

    let mut setting = Setting::new(&styles, numbering);
    if !story::read(&xml::decode(&body.bytes), &mut setting) {
        archive.tell_broken(&main);
    }
    drop(body.bytes);
    set_notes(&mut archive, &relations, &mut setting);
    let comments = set_comments(&mut archive, &relations, &mut setting);
    set_furniture(&mut archive, &relations, &mut setting);

    let mut given = Given::default();
    if let Some(core) = part(&mut archive, &package, "core-properties") {
        properties(&core, &mut given);
    }
    let mut done = setting.done();
    if comments > 0 {
        let what = if comments == 1 { "comment" } else { "comments" };
        done.push(format!("{comments} {what} left out"));
    }
    done.extend(archive.done());
    let (raw, text, blocks, runs) = setting.finish();
    Ok(Draft { lost: archive.lost(), ..Draft::built(raw, (text, blocks, runs), given, done) })
}

/// The text of the part with this role, where there is one.
fn part(archive: &mut Archive<'_>, relations: &[Relation], role: &str) -> Option<String> {
    named(archive, relations, role).map(|(_, text)| text)
}

/// The name and the text of the part with this role, where there is one.
fn named(archive: &mut Archive<'_>, relations: &[Relation], role: &str) -> Option<(String, String)> {
    let name = relations::target(archive, relations, role)?;
    let bytes = archive.read_telling(&name);
    let text = xml::decode(&bytes).into_owned();
    Some((name, text))
}

/// The stories of the part with this role.
fn collected(archive: &mut Archive<'_>, relations: &[Relation], role: &str) -> Collected {
    let mut collected = Collected::default();
    if let Some((name, text)) = named(archive, relations, role)
        && !story::read(&text, &mut collected)
    {
        archive.tell_broken(&name);
    }
    collected
}

/// Sets the notes behind the text, in the order of their marks.
fn set_notes(archive: &mut Archive<'_>, relations: &[Relation], setting: &mut Setting<'_>) {
    let mut footnotes = collected(archive, relations, "footnotes");
    let mut endnotes = collected(archive, relations, "endnotes");
    for (at, (kind, id)) in std::mem::take(&mut setting.notes).into_iter().enumerate() {
        let notes = if kind == NoteKind::Footnote { &mut footnotes } else { &mut endnotes };
        if let Some(paragraphs) = notes.by_id.remove(&id) {
            setting.note(at + 1, &paragraphs);
        }
    }
}

/// Appends the comments to the raw text. Says how many there are.
fn set_comments(archive: &mut Archive<'_>, relations: &[Relation], setting: &mut Setting<'_>) -> usize {
    let comments = collected(archive, relations, "comments");
    let count = comments.ids.len();
    for paragraph in comments.into_paragraphs() {
        setting.raw_line(&format!("[comment: {}]", paragraph.line));
    }
    count
}

/// Sets each header and footer aside once, though most are used by several sections.
fn set_furniture(archive: &mut Archive<'_>, relations: &[Relation], setting: &mut Setting<'_>) {
    let mut parts = HashSet::new();
    let mut texts = HashSet::new();
    // Of two with one identifier the first counts. A file may have as many sections and relations as it likes.
    let by_id: HashMap<&str, &Relation> =
        relations.iter().rev().map(|relation| (relation.id.as_str(), relation)).collect();
    for id in std::mem::take(&mut setting.furniture) {
        let Some(relation) = by_id.get(id.as_str()) else { continue };
        let is_furniture = matches!(relation.role.as_str(), "header" | "footer");
        if !is_furniture || !parts.insert(&relation.target) || !archive.has(&relation.target) {
            continue;
        }
        let bytes = archive.read_telling(&relation.target);
        let mut story = Collected::default();
        if !story::read(&xml::decode(&bytes), &mut story) {
            archive.tell_broken(&relation.target);
        }
        let mut paragraphs = story.into_paragraphs();
        paragraphs.retain(|paragraph| paragraph.is_read() && texts.insert(paragraph.text()));
        setting.aside(&paragraphs);
    }
}

/// Takes what the core properties say (ECMA-376 part 2, 11).
fn properties(text: &str, given: &mut Given) {
    let mut xml = Xml::new(text);
    while let Some(part) = xml.next() {
        let Part::Start(tag) = part else { continue };
        let name = tag.local().to_owned();
        if !matches!(name.as_str(), "title" | "creator" | "created" | "language") {
            continue;
        }
        let value = xml.text();
        if value.len() > LONGEST_PROPERTY {
            continue;
        }
        match name.as_str() {
            // What a printer driver wrote there is the name of a file.
            "title" if value.starts_with("Microsoft Word - ") || !value.contains(char::is_alphanumeric) => {}
            "title" => given.title(&value, Origin::Properties),
            "creator" => given.author(&value, Origin::Properties),
            "created" => given.date(&value, Origin::Properties),
            _ => given.language(&value, Origin::Properties),
        }
    }
}

#[cfg(test)]
#[path = "docx_tests.rs"]
mod tests;
