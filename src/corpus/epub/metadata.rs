//! What a package document says of the book (Dublin Core, with the refinements of EPUB 2 and 3).

use std::collections::HashMap;

use super::super::draft::Given;
use super::super::xml::{Tag, Xml};
use super::super::{Found, Origin, PartialDate, dates};

/// The most elements of metadata that are looked at; books have some twenty, and some hundreds of refinements.
const MOST: usize = 10_000;

/// The most bytes of a value. (A description may be longer, and isn't asked for.)
const LONGEST: usize = 4096;

/// The most creators who are named.
const MOST_CREATORS: usize = 20;

#[derive(Default)]
struct Value {
    id: Option<String>,
    /// The attribute `role` of a creator or `event` of a date, as EPUB 2 has it.
    refined: Option<String>,
    text: String,
}

/// The metadata of a book.
#[derive(Default)]
pub(super) struct Metadata {
    values: HashMap<&'static str, Vec<Value>>,
    /// Refinements of EPUB 3, by the id of what they refine and their property.
    refinements: HashMap<(String, String), String>,
    count: usize,
}

impl Metadata {
    /// Takes the element that begins with `tag`.
    pub(super) fn take(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) {
        let known = match tag.local() {
            "title" => "title",
            "creator" => "creator",
            "publisher" => "publisher",
            "date" => "date",
            "language" => "language",
            "meta" => "meta",
            _ => return,
        };
        self.count += 1;
        if self.count > MOST {
            return;
        }
        if known == "meta" {
            if let (Some(id), Some(property)) = (tag.attribute("refines"), tag.attribute("property")) {
                let value = xml.text().trim().to_owned();
                if value.len() <= LONGEST {
                    self.refinements.insert((id.trim_start_matches('#').to_owned(), property), value);
                }
            }
            return;
        }
        let refined = tag.attribute("role").or_else(|| tag.attribute("event"));
        let id = tag.attribute("id");
        let text = xml.text();
        if text.len() <= LONGEST && !text.trim().is_empty() {
            self.values.entry(known).or_default().push(Value { id, refined, text });
        }
    }

    /// The same as what a document states of itself.
    pub(super) fn given(&self) -> Given {
        let origin = Origin::BookMeta;
        let mut given = Given::default();
        let is_main = |value: &&Value| self.refinement(value, "title-type") == Some("main");
        let title = self.all("title").find(is_main).or_else(|| self.all("title").next());
        given.title(title.map_or("", |title| &title.text), origin);
        given.author(&self.creators(), origin);
        given.source(self.all("publisher").next().map_or("", |publisher| &publisher.text), origin);
        given.language(self.all("language").next().map_or("", |language| &language.text), origin);
        given.date = self.date();
        given
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &Value> {
        self.values.get(name).into_iter().flatten()
    }

    fn refinement<'a>(&'a self, value: &'a Value, property: &str) -> Option<&'a str> {
        let id = value.id.as_ref()?;
        self.refinements.get(&(id.clone(), property.to_owned())).map(String::as_str)
    }

    /// The authors; where nobody is called one, all who had a part in it.
    fn creators(&self) -> String {
        let role = |value: &'_ Value| {
            let role = self.refinement(value, "role").map(str::to_owned).or_else(|| value.refined.clone());
            role.is_none_or(|role| role.eq_ignore_ascii_case("aut"))
        };
        let authors: Vec<_> = self.all("creator").filter(|value| role(value)).collect();
        let named = if authors.is_empty() { self.all("creator").collect() } else { authors };
        let names: Vec<_> = named.iter().map(|value| value.text.trim()).take(MOST_CREATORS).collect();
        names.join(", ")
    }

    /// The date of publication: the one that says so, else the first that doesn't say that it is another.
    fn date(&self) -> Option<Found<PartialDate>> {
        let event = |value: &Value| {
            value.refined.clone().or_else(|| self.refinement(value, "event").map(str::to_owned))
        };
        let says_so =
            |value: &&Value| event(value).is_some_and(|event| event.to_lowercase().contains("publication"));
        let plain = |value: &&Value| event(value).is_none();
        let value = self.all("date").find(says_so).or_else(|| self.all("date").find(plain))?;
        let words = value.text.trim();
        let date = dates::of_field(words)?;
        Some(Found::new(date, Origin::BookMeta).quoting(words))
    }
}
