//! What Hypothesis writes (the rows of its search API, and the export of its client), as web annotations.

use serde_json::{Map, Value, json};

/// The annotations of a file of Hypothesis; `None` where it is none.
pub(super) fn rows(value: &mut Value) -> Option<Vec<Value>> {
    let rows =
        ["rows", "annotations"].into_iter().find(|name| value.get(name).is_some_and(Value::is_array))?;
    match value.get_mut(rows).map(Value::take) {
        Some(Value::Array(rows)) => Some(rows),
        _ => None,
    }
}

/// Whether it is an annotation of Hypothesis, and none of the W3C's form.
pub(super) fn is_row(value: &Value) -> bool {
    value.get("uri").is_some() && value.get("body").is_none() && value.get("type").is_none()
}

/// The same as a web annotation. What isn't there stays away.
pub(super) fn as_annotation(row: &Value) -> Value {
    let text = |name: &str| row.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let target = row.get("target").and_then(|targets| targets.get(0));
    let source = target.and_then(|target| target.get("source")).and_then(Value::as_str).or(text("uri"));
    let mut subject = Map::new();
    if let Some(source) = source {
        subject.insert("source".to_owned(), source.into());
    }
    if let Some(selector) = target.and_then(|target| target.get("selector")) {
        subject.insert("selector".to_owned(), selector.clone());
    }
    let title = row.get("document").and_then(|document| document.get("title"));
    let title = title.and_then(|title| title.as_str().or_else(|| title.get(0)?.as_str()));
    if let Some(title) = title {
        subject.insert("dc:title".to_owned(), title.into());
    }
    let tags = row.get("tags").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let mut body: Vec<Value> = tags.map(|tag| json!({"value": tag, "purpose": "tagging"})).collect();
    body.extend(text("text").map(|text| json!({"value": text})));
    let mut annotation = json!({"type": "Annotation", "target": subject, "body": body});
    if let Some(object) = annotation.as_object_mut() {
        // The address under which Hypothesis shows it, and names it in its own web annotations.
        let id = text("id").map(|id| format!("https://hypothes.is/a/{id}"));
        object.extend(id.map(|id| ("id".to_owned(), id.into())));
        for (own, other) in [("created", "created"), ("updated", "modified")] {
            object.extend(row.get(own).map(|time| (other.to_owned(), time.clone())));
        }
    }
    annotation
}
