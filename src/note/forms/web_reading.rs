//! W3C Web Annotations as notes: those that ibid wrote without a loss, those of others as far as they go.

use jiff::Timestamp;
use serde_json::Value;

use super::super::{
    Anchor, Colour, DocumentRef, EntityRef, Item, ItemId, ItemKind, Op, Record, Rival, Subject,
};
use super::web_annotation::{CLASS, COLLECTION, ENTITY};
use super::{UNTIMED, addressed, uri};

/// Selectors of one target that are looked at, those that refine others too.
const SELECTORS: usize = 64;

/// The notes of an annotation, one for each of its targets.
pub(super) fn annotation(value: &Value) -> Result<Vec<Record>, String> {
    let target = value.get("target").ok_or("it has no target")?;
    let targets = match target {
        Value::Array(targets) => targets.as_slice(),
        target => std::slice::from_ref(target),
    };
    if targets.is_empty() {
        return Err("it has no target".to_owned());
    }
    let own = value.get("id").or_else(|| value.get("@id")).and_then(Value::as_str);
    // One that has no name is known by all that it says.
    let name = own.map_or_else(|| value.to_string(), str::to_owned);
    let created = time(value, "created")?;
    let changed = time(value, "modified")?.or(created);
    let bodies = Bodies::of(value);
    targets
        .iter()
        .enumerate()
        .map(|(number, target)| {
            let id = match number {
                0 => uri::to_id(&name),
                _ => uri::hashed(&format!("{name}#{number}")),
            };
            let subject = subject(target)?;
            Ok(record(id, value, target, subject, (created, changed), &bodies))
        })
        .collect()
}

fn record(
    id: ItemId,
    value: &Value,
    target: &Value,
    subject: Subject,
    (created, changed): (Option<Timestamp>, Option<Timestamp>),
    bodies: &Bodies,
) -> Record {
    let motivations: Vec<&str> = strings(value.get("motivation"));
    let meant =
        |purpose: &str| motivations.contains(&purpose) || bodies.purposes.iter().any(|of| of == purpose);
    let marked = bodies.text.is_empty() && subject.anchor().is_some();
    let kind = match () {
        () if meant("bookmarking") => ItemKind::Bookmark,
        () if meant("highlighting") || marked && !meant("commenting") => ItemKind::Highlight,
        () => ItemKind::Note,
    };
    let colour = strings(target.get("styleClass")).into_iter().find_map(|class| {
        let name = class.strip_prefix(CLASS).unwrap_or(class);
        Colour::ALL.into_iter().find(|colour| colour.label() == name)
    });
    let changed = changed.unwrap_or(UNTIMED);
    let item = Item {
        id,
        kind,
        subject,
        colour,
        body: bodies.text.clone(),
        tags: bodies.tags.clone(),
        created: created.unwrap_or(changed),
        changed,
    };
    Record { at: changed, op: Op::Put { item }, way: None }
}

/// A point of time; an error where it is something else.
fn time(value: &Value, name: &str) -> Result<Option<Timestamp>, String> {
    match value.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(time) => {
            let read = time.as_str().and_then(|time| time.parse().ok());
            read.map(Some).ok_or_else(|| format!("its `{name}` is no point of time"))
        }
    }
}

/// A string, or the strings of an array.
fn strings(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).collect(),
        Some(value) => value.as_str().into_iter().collect(),
        None => Vec::new(),
    }
}

/// What the bodies of an annotation say.
#[derive(Default)]
struct Bodies {
    text: String,
    tags: Vec<String>,
    purposes: Vec<String>,
}

impl Bodies {
    fn of(value: &Value) -> Self {
        let mut bodies = Self::default();
        if let Some(text) = value.get("bodyValue").and_then(Value::as_str) {
            bodies.say(text);
        }
        match value.get("body") {
            Some(Value::Array(values)) => values.iter().for_each(|body| bodies.take(body)),
            Some(body) => bodies.take(body),
            None => {}
        }
        bodies
    }

    fn take(&mut self, body: &Value) {
        let purposes = strings(body.get("purpose"));
        self.purposes.extend(purposes.iter().map(|purpose| (*purpose).to_owned()));
        let text = body.get("value").or_else(|| body.get("chars")).and_then(Value::as_str);
        match (text, purposes.contains(&"tagging")) {
            (Some(tag), true) => self.tags.push(tag.to_owned()),
            (Some(text), false) => self.say(text),
            (None, _) => {
                // A body that lies elsewhere stays a link.
                let link = body.as_str().or_else(|| body.get("source").or_else(|| body.get("id"))?.as_str());
                if let Some(link) = link {
                    self.say(&format!("<{link}>"));
                }
            }
        }
    }

    fn say(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(text);
    }
}

/// What an annotation with this target is about.
fn subject(target: &Value) -> Result<Subject, String> {
    let source = match target {
        Value::String(source) => Some(source.as_str()),
        _ => {
            let source = target.get("source").or_else(|| target.get("id")).or_else(|| target.get("@id"));
            source.and_then(|source| source.as_str().or_else(|| source.get("id")?.as_str()))
        }
    };
    let source = source.ok_or("its target has no source")?;
    let collection = || strings(target.get("ibid:collection")).into_iter().map(str::to_owned).collect();
    if source == COLLECTION {
        return Ok(Subject::Collection(collection()));
    }
    if let Some((kind, name)) = source.strip_prefix(ENTITY).and_then(|entity| entity.split_once(':'))
        && let (Some(kind), Some(name)) = (uri::decoded(kind), uri::decoded(name))
    {
        return Ok(Subject::Entity { entity: EntityRef { kind, name }, collection: collection() });
    }
    let title = target.get("dc:title").and_then(Value::as_str).unwrap_or_default();
    let document = addressed(uri::to_path(source), title.to_owned());
    let hash = target.get("state").and_then(|state| state.get("ibid:sha256"));
    let document = match hash.map(|hash| serde_json::from_value(hash.clone())) {
        Some(Ok(hash)) => DocumentRef { hash, ..document },
        Some(Err(_)) => return Err("its `ibid:sha256` is no hash".to_owned()),
        None => document,
    };
    Ok(Subject::Document { document, anchor: anchor(target.get("selector")) })
}

/// The passage that the selectors of a target mean; `None` where they quote nothing.
fn anchor(selector: Option<&Value>) -> Option<Anchor> {
    let mut waiting: Vec<&Value> = match selector? {
        Value::Array(selectors) => selectors.iter().rev().collect(),
        selector => vec![selector],
    };
    let (mut quotation, mut characters, mut bytes, mut rival) = (None, None, None, None);
    for _ in 0..SELECTORS {
        let Some(selector) = waiting.pop() else { break };
        waiting.extend(selector.get("refinedBy"));
        let number =
            |name: &str| selector.get(name).and_then(Value::as_u64).and_then(|at| u32::try_from(at).ok());
        match selector.get("type").and_then(Value::as_str) {
            Some("TextQuoteSelector") => quotation = Some(selector),
            Some("TextPositionSelector") => characters = number("start").zip(number("end")),
            Some("ibid:BytePositionSelector") => {
                bytes = number("start").zip(number("end"));
                rival = selector.get("ibid:rival").and_then(likest);
            }
            _ => {}
        }
    }
    let quotation = quotation?;
    let text = |name: &str| quotation.get(name).and_then(Value::as_str).unwrap_or_default();
    let (start, end) = bytes.or(characters).unwrap_or_default();
    let exact = text("exact");
    let cut =
        (0..=exact.len().min(Anchor::LONGEST)).rev().find(|at| exact.is_char_boundary(*at)).unwrap_or(0);
    let exact = exact.get(..cut).unwrap_or_default().to_owned();
    let (prefix, suffix) = (text("prefix").to_owned(), text("suffix").to_owned());
    Some(Anchor { exact, prefix, suffix, start, end, rival })
}

/// How like the passage its likest other place was.
fn likest(value: &Value) -> Option<Rival> {
    let per_cent = |name: &str| value.get(name)?.as_u64().map(|number| number.min(100) as u8);
    Some(Rival { fit: per_cent("ibid:fit")?, words: per_cent("ibid:words")? })
}
