//! The text of `searches.toml`: read with what is wrong in it, and written.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{REMEMBERED, SavedSearch, SearchChange, Searches};
use crate::corpus::Problem;
use crate::index::Facet;
use crate::text::nearest::quoted as named;

/// What follows from a mistake: the file is written anew with each search, and what isn't understood would be lost then.
const REMEDY: &str = "searches aren't kept until that is mended";

/// A value with the bytes at which it stands.
type Value<'a> = Spanned<DeValue<'a>>;

/// A text as it is read: where a mistake was made, and what was one so far.
struct Reading<'a> {
    path: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

impl Searches {
    /// The searches that a `searches.toml` of that path holds, and all that isn't understood in it, by line.
    pub fn read(path: &str, text: &str) -> (Self, Vec<Problem>) {
        let mut reading = Reading { path, text, problems: Vec::new() };
        let mut searches = Self::default();
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            reading.wrong(at, format!("this isn't TOML: {}", error.message()));
        }
        for (key, value) in table.get_ref() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("made", DeValue::Array(made)) => {
                    // Applied one by one, so that a file that was edited has none twice either.
                    for line in made {
                        match line.get_ref().as_str() {
                            Some(line) => searches.apply(&SearchChange::Made(line.to_owned())),
                            None => reading.wrong(line.span().start, "a search is a text in quotation marks"),
                        }
                    }
                }
                ("saved", DeValue::Table(saved)) => {
                    for (name, value) in saved {
                        let before = reading.problems.len();
                        let search = reading.search(value);
                        // Half of a search would find something else than was meant.
                        if reading.problems.len() == before {
                            searches.apply(&SearchChange::Saved(name.get_ref().to_string(), search));
                        }
                    }
                }
                (key @ ("made" | "saved"), _) => {
                    let form = if key == "made" { "a list" } else { "a table" };
                    reading.wrong(value.span().start, format!("{key} isn't {form} of searches"));
                }
                (other, _) => {
                    let reason = format!("{} is neither made nor saved searches", named(other));
                    reading.wrong(key.span().start, reason);
                }
            }
        }
        (searches, reading.problems)
    }

    /// The file as it is written.
    pub fn written(&self) -> String {
        let mut text = String::from(
            "# Searches made and saved in ibid. Each is a line of its query language. ibid writes this file anew,\n\
             # without what else stands in a comment.\n\n",
        );
        text.push_str(&format!("# The last {REMEMBERED}, the newest at the end.\nmade = [\n"));
        for line in &self.made {
            text.push_str(&format!("  {},\n", quoted(line)));
        }
        text.push_str("]\n\n[saved]\n");
        for (name, search) in &self.saved {
            text.push_str(&format!("{} = {}\n", quoted(name), saved_as(search)));
        }
        text
    }
}

impl Reading<'_> {
    /// Something that begins at that byte isn't understood.
    fn wrong(&mut self, at: usize, reason: impl Into<String>) {
        let line = self.text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
        let place = format!("line {line}");
        self.problems.push(Problem { place, ..Problem::new(self.path, reason, REMEDY) });
    }

    /// A saved search: a line, or a table of a line and what else there is to it.
    fn search(&mut self, value: &Value<'_>) -> SavedSearch {
        let table = match value.get_ref() {
            DeValue::String(line) => return SavedSearch::of(line),
            DeValue::Table(table) => table,
            _ => {
                self.wrong(value.span().start, "a saved search is a text, or a table with search = \"…\"");
                return SavedSearch::default();
            }
        };
        let mut search = SavedSearch::default();
        for (key, value) in table {
            let at = value.span().start;
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("search", DeValue::String(line)) => search.line = line.to_string(),
                ("search", _) => self.wrong(at, "search isn't a text in quotation marks"),
                ("exact", DeValue::Boolean(exact)) => search.exact = *exact,
                ("exact", _) => self.wrong(at, "exact is neither true nor false"),
                ("narrowed", DeValue::Array(facets)) => {
                    search.narrowed = facets.iter().filter_map(|facet| self.facet(facet)).collect();
                }
                ("narrowed", _) => self.wrong(at, "narrowed isn't a list of texts"),
                (other, _) => {
                    let reason =
                        format!("a saved search has search, narrowed and exact, not {}", named(other));
                    self.wrong(key.span().start, reason);
                }
            }
        }
        search
    }

    /// What a saved search is narrowed by.
    fn facet(&mut self, value: &Value<'_>) -> Option<Facet> {
        let facet = value.get_ref().as_str().and_then(Facet::read);
        if facet.is_none() {
            let reason = "what narrows a search is a text such as \"person:Anna\", with source, date, person, org or place";
            self.wrong(value.span().start, reason);
        }
        facet
    }
}

/// What stands behind the name of a saved search.
fn saved_as(search: &SavedSearch) -> String {
    let line = quoted(&search.line);
    if search.narrowed.is_empty() && !search.exact {
        return line;
    }
    let narrowed: Vec<String> = search.narrowed.iter().map(|facet| quoted(&facet.written())).collect();
    format!("{{ search = {line}, narrowed = [{}], exact = {} }}", narrowed.join(", "), search.exact)
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::index::FacetKind;

    #[test]
    fn all_that_is_not_understood_is_told_by_line() {
        let text = "made = [ \"a\", 7 ]\nmore = 1\n[saved]\none = { search = \"x\", exact = \"yes\" }\nthree = 7\n\
                    two = { search = \"y\", narrowed = [\"nonsense\", \"person:Anna\"], colour = \"red\" }\n";
        let (searches, problems) = Searches::read("searches.toml", text);
        assert_eq!((searches.made.as_slice(), searches.saved.len()), (&["a".to_owned()][..], 0));
        let mut told: Vec<String> = problems.iter().map(Problem::to_string).collect();
        told.sort_unstable();
        let expected = [
            ("line 1", "a search is a text"),
            ("line 2", "'more' is neither made nor saved"),
            ("line 4", "exact is neither true nor false"),
            ("line 5", "a saved search is a text, or a table"),
            ("line 6", "a saved search has search, narrowed and exact, not 'colour'"),
            ("line 6", "what narrows a search"),
        ];
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for (told, (line, reason)) in told.iter().zip(expected) {
            assert!(told.contains(line) && told.contains(reason), "{told}");
        }
    }

    proptest! {
        #[test]
        fn any_searches_are_read_as_they_were_written(
            made in ".*", name in ".*", line in ".*", value in ".+", exact: bool,
        ) {
            let facet = |kind| Facet { kind, value: value.clone() };
            let narrowed = if exact { Vec::new() } else { FacetKind::ALL.map(facet).to_vec() };
            let mut all = Searches::default();
            all.apply(&SearchChange::Made(made));
            all.apply(&SearchChange::Saved(name, SavedSearch { line, narrowed, exact }));
            let (read, problems) = Searches::read("searches.toml", &all.written());
            prop_assert!(problems.is_empty(), "{:?}", problems);
            prop_assert_eq!(read, all);
        }

        #[test]
        fn no_file_is_too_odd_to_be_read(text in ".*") {
            Searches::read("searches.toml", &text);
        }
    }
}
