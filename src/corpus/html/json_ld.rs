//! What a page says of itself in JSON-LD, in the words of schema.org.

use serde_json::Value;

use super::attr::Attr;
use super::head::plain;
use super::tag::Tag;
use super::tree::Tree;

/// The most bytes of a script, and the most scripts, that are read.
const MAX_SCRIPT: usize = 1 << 20;
const MAX_SCRIPTS: usize = 20;

/// The most objects that are looked at.
const MAX_OBJECTS: usize = 1000;

/// What is said there of the page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) headline: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) authors: Vec<String>,
    /// When it was published; never when it was changed.
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
}

/// What the scripts of the page state.
pub(super) fn read(tree: &Tree<'_>) -> Stated {
    let is_stated = |at: &usize| {
        tree.tag(*at) == Tag::Script
            && tree
                .attr(*at, Attr::Type)
                .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
    };
    let scripts = (1..tree.nodes.len()).filter(is_stated).take(MAX_SCRIPTS);
    // What isn't JSON states nothing: the page is no worse to read for it. So is what is nested more deeply
    // than the 128 levels that the parser allows.
    let values: Vec<Value> =
        scripts.filter_map(|at| serde_json::from_str(json(&tree.all_text(at, MAX_SCRIPT))).ok()).collect();
    from(&values)
}

/// The JSON in a script, without what hides it from old browsers.
fn json(script: &str) -> &str {
    let script = script.trim();
    let script = ["<!--", "//<![CDATA[", "<![CDATA["]
        .iter()
        .find_map(|sign| script.strip_prefix(sign))
        .unwrap_or(script);
    let script = ["-->", "//]]>", "]]>"].iter().find_map(|sign| script.strip_suffix(sign)).unwrap_or(script);
    script.trim().trim_end_matches(';')
}

fn from(values: &[Value]) -> Stated {
    let objects = objects(values);
    let mut about: Vec<&Value> = objects.iter().copied().filter(|object| rank(object) < 3).collect();
    about.sort_by_key(|object| rank(object));
    let mut stated = Stated::default();
    for object in about {
        let text =
            |key: &str| object.get(key).and_then(Value::as_str).map(plain).filter(|text| !text.is_empty());
        if rank(object) == 0 {
            stated.headline = stated.headline.or_else(|| text("headline")).or_else(|| text("name"));
        }
        stated.published = stated.published.or_else(|| text("datePublished"));
        stated.language = stated.language.or_else(|| text("inLanguage"));
        let names = |key: &str| object.get(key).map(|value| names(value, &objects)).unwrap_or_default();
        if stated.authors.is_empty() {
            stated.authors = names("author");
        }
        stated.publisher = stated.publisher.or_else(|| names("publisher").into_iter().next());
    }
    stated
}

/// The objects at the top: those of the scripts, of lists, of `@graph` and of `mainEntity`.
fn objects(values: &[Value]) -> Vec<&Value> {
    let mut objects = Vec::new();
    let mut open: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = open.pop() {
        if objects.len() >= MAX_OBJECTS {
            break;
        }
        match value {
            Value::Array(list) => open.extend(list.iter().take(MAX_OBJECTS).rev()),
            Value::Object(_) => {
                objects.push(value);
                open.extend(["mainEntity", "@graph"].iter().filter_map(|key| value.get(key)));
            }
            _ => {}
        }
    }
    objects
}

/// How much an object is about the page: 0 an article, 1 a page, 2 something else that was published, 3 not.
fn rank(object: &Value) -> u8 {
    let kinds: Vec<&str> = match object.get("@type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let ends =
        |endings: &[&str]| kinds.iter().any(|kind| endings.iter().any(|ending| kind.ends_with(ending)));
    if ends(&["Article", "Posting", "Report", "Review", "Thesis", "Chapter"]) {
        0
    } else if ends(&["WebPage", "ItemPage", "AboutPage"]) {
        1
    } else if object.get("datePublished").is_some()
        && !ends(&["Comment", "Answer", "VideoObject", "ImageObject"])
    {
        2
    } else {
        3
    }
}

/// The names in a value: a text, an object with a name or with the identifier of one, or a list of those.
fn names(value: &Value, objects: &[&Value]) -> Vec<String> {
    let list = match value {
        Value::Array(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    };
    let name = |value: &Value| {
        let named = |object: &Value| object.get("name").and_then(Value::as_str).map(plain);
        match value {
            Value::String(name) => Some(plain(name)),
            object => named(object).or_else(|| {
                let id = object.get("@id")?.as_str()?;
                objects
                    .iter()
                    .find(|known| known.get("@id").and_then(Value::as_str) == Some(id))
                    .and_then(|o| named(o))
            }),
        }
    };
    list.iter().take(20).filter_map(name).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn stated(json: &str) -> Stated {
        from(&[serde_json::from_str(json).unwrap()])
    }

    #[test]
    fn an_article_in_a_graph_is_found_and_its_people_by_their_identifiers() {
        let stated = stated(
            r##"{"@graph": [
                {"@type": "WebPage", "datePublished": "2001-01-01", "inLanguage": "en-GB"},
                {"@type": ["NewsArticle"], "headline": "Talks &amp; trade", "datePublished": "2020-09-14T10:00:00Z",
                 "dateModified": "2021-01-01", "author": [{"@id": "#ann"}, {"name": "Ben Roe"}, "Cy Poe"],
                 "publisher": {"@id": "#post"}},
                {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
                {"@type": "Organization", "@id": "#post", "name": "The Post"}]}"##,
        );
        assert_eq!(stated.headline.as_deref(), Some("Talks & trade"));
        assert_eq!(stated.published.as_deref(), Some("2020-09-14T10:00:00Z"));
        assert_eq!(stated.authors, ["Ann Lee", "Ben Roe", "Cy Poe"]);
        assert_eq!(stated.publisher.as_deref(), Some("The Post"));
        assert_eq!(stated.language.as_deref(), Some("en-GB"));
    }

    #[test]
    fn what_is_about_something_else_states_nothing() {
        assert_eq!(stated(r#"{"@type": "Comment", "datePublished": "2020-01-01"}"#), Stated::default());
        assert_eq!(stated(r#"[1, "a", null, {"dateModified": "2020-01-01"}]"#), Stated::default());
    }

    #[test]
    fn a_script_may_be_hidden_from_old_browsers() {
        assert_eq!(json("<!-- {} -->"), "{}");
        assert_eq!(json("//<![CDATA[\n{}\n//]]>"), "{}");
    }
}
