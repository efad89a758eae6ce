//! Notes as W3C Web Annotations in JSON-LD (Web Annotation Data Model, W3C Recommendation of 2017).

use serde_json::{Map, Value, json};

use super::super::{Anchor, Colour, ItemKind, Subject};
use super::{Cited, uri};

/// What the terms of ibid's own stand for; the data model lets a document extend its context.
pub(super) const NAMESPACE: &str = "urn:ibid:terms:";

/// Begins the name of somebody as the source of a target.
pub(super) const ENTITY: &str = "urn:ibid:entity:";

/// The source of a note on a collection.
pub(super) const COLLECTION: &str = "urn:ibid:collection";

/// Begins the class of a colour.
pub(super) const CLASS: &str = "ibid-";

/// The notes as an annotation collection with one page.
pub fn write(notes: &[Cited<'_>]) -> Value {
    let items: Vec<Value> = notes.iter().map(annotation).collect();
    let stated: String =
        notes.iter().map(|note| format!("{} {}\n", note.item.id, note.item.changed)).collect();
    let id = |part: &str| uri::of_id(&uri::hashed(&format!("{part}\n{stated}")));
    json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"ibid": NAMESPACE}],
        "id": id("collection"),
        "type": "AnnotationCollection",
        "label": "Notes kept with ibid",
        "total": items.len(),
        "first": {"id": id("page"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    })
}

/// A note as an annotation.
fn annotation(note: &Cited<'_>) -> Value {
    let item = note.item;
    let mut body = Vec::new();
    if !item.body.is_empty() {
        let (value, purpose) = (&item.body, "commenting");
        body.push(
            json!({"type": "TextualBody", "value": value, "format": "text/markdown", "purpose": purpose}),
        );
    }
    body.extend(
        item.tags.iter().map(|tag| json!({"type": "TextualBody", "value": tag, "purpose": "tagging"})),
    );
    let mut annotation = json!({
        "id": uri::of_id(&item.id),
        "type": "Annotation",
        "motivation": match item.kind {
            ItemKind::Bookmark => "bookmarking",
            ItemKind::Highlight => "highlighting",
            ItemKind::Note => "commenting",
        },
        "created": item.created.to_string(),
        "modified": item.changed.to_string(),
        "target": target(note),
    });
    if !body.is_empty() {
        set(&mut annotation, "body", body.into());
    }
    if let Some(colour) = item.colour {
        let css = format!(".{CLASS}{} {{ background-color: {} }}", colour.label(), css(colour));
        set(&mut annotation, "stylesheet", json!({"type": "CssStylesheet", "value": css}));
    }
    annotation
}

fn set(value: &mut Value, name: &str, to: Value) {
    if let Some(object) = value.as_object_mut() {
        object.insert(name.to_owned(), to);
    }
}

/// A pale tone of the colour, on which dark letters can be read.
fn css(colour: Colour) -> &'static str {
    match colour {
        Colour::Yellow => "#fff3a3",
        Colour::Green => "#bbf0b5",
        Colour::Blue => "#bcd9ff",
        Colour::Red => "#ffc2c2",
        Colour::Purple => "#e2c8ff",
    }
}

/// What the note is about.
fn target(note: &Cited<'_>) -> Value {
    let mut target = Map::new();
    let mut put = |name: &str, value: Value| drop(target.insert(name.to_owned(), value));
    put("type", "SpecificResource".into());
    if let Some(colour) = note.item.colour {
        put("styleClass", format!("{CLASS}{}", colour.label()).into());
    }
    match &note.item.subject {
        Subject::Document { document, anchor } => {
            put("source", uri::of_path(&document.path).into());
            put("dc:title", document.title.as_str().into());
            put("state", json!({"type": "ibid:ContentState", "ibid:sha256": document.hash.to_string()}));
            let cited =
                [("dc:publisher", &note.source), ("dc:date", &note.date), ("ibid:place", &note.place)];
            for (name, value) in cited {
                if let Some(value) = value {
                    put(name, value.as_str().into());
                }
            }
            if let Some(anchor) = anchor {
                put("selector", selectors(anchor, note.characters).into());
            }
        }
        Subject::Entity { entity, collection } => {
            let [kind, name] = [&entity.kind, &entity.name].map(|part| uri::encoded(part.as_bytes(), false));
            put("source", format!("{ENTITY}{kind}:{name}").into());
            put("dc:title", entity.name.as_str().into());
            put("ibid:collection", collection.as_slice().into());
        }
        Subject::Collection(collection) => {
            put("source", COLLECTION.into());
            put("ibid:collection", collection.as_slice().into());
        }
    }
    target.into()
}

/// The quotation; its place in characters, where it is known, as the data model counts; and in bytes, as ibid does.
fn selectors(anchor: &Anchor, characters: Option<(usize, usize)>) -> Vec<Value> {
    let Anchor { exact, prefix, suffix, start, end, rival } = anchor;
    let mut selectors =
        vec![json!({"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix})];
    if let Some((start, end)) = characters {
        selectors.push(json!({"type": "TextPositionSelector", "start": start, "end": end}));
    }
    let mut bytes = json!({"type": "ibid:BytePositionSelector", "start": start, "end": end});
    if let Some(rival) = rival {
        set(&mut bytes, "ibid:rival", json!({"ibid:fit": rival.fit, "ibid:words": rival.words}));
    }
    selectors.push(bytes);
    selectors
}
