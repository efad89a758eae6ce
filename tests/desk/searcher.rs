//! A searcher as small as it can be, for tests of the desk: folded words anywhere in a document, with one name
//! that has two spellings.

use ibid::app::{App, Event, Ticket};
use ibid::corpus::{DocId, Document, Loader};
use ibid::find::page;
use ibid::find::query::{Dates, How, Mark, Node, Scope, Sought, Words};
use ibid::index::{Answer, Asked, Facet, FacetKind, Hit, Origin, Snippet};
use ibid::text::fold::Folding;
use ibid::text::{Span, Text};

/// Two spellings of a name.
const SPELLINGS: [&str; 2] = ["lukashenko", "lukashenka"];

/// Bytes of a snippet on either side of what matched.
const AROUND: usize = 60;

struct Found<'a> {
    id: DocId,
    document: &'a Document,
    asked: &'a Asked,
}

fn fold(text: &str) -> String {
    Folding::default().fold(text).as_str().to_owned()
}

/// The words that stand for `sought`, folded, the one that was typed first.
fn words(sought: &Sought, exact: bool) -> Vec<String> {
    match &sought.words {
        Words::Phrase(words, _) => vec![fold(&words.join(" "))],
        Words::Word(word, how) => {
            let word = fold(word);
            let other = SPELLINGS.iter().find(|_| SPELLINGS.contains(&word.as_str())).map(|_| {
                SPELLINGS
                    .iter()
                    .find(|spelling| **spelling != word)
                    .map_or(String::new(), |other| (*other).to_owned())
            });
            let other = other.filter(|_| !exact && *how == How::Meant);
            [word].into_iter().chain(other).collect()
        }
    }
}

impl Found<'_> {
    fn has(&self, node: &Node) -> bool {
        let meta = &self.document.meta;
        let year = meta.date.as_ref().map(|date| date.value.year());
        match node {
            Node::All(nodes) => nodes.iter().all(|node| self.has(node)),
            Node::Any(nodes) => nodes.iter().any(|node| self.has(node)),
            Node::Not(node) => !self.has(node),
            Node::Date(Dates { first, last }) => year.is_some_and(|year| {
                first.is_none_or(|first| first.year() <= year) && last.is_none_or(|last| year <= last.year())
            }),
            Node::Format(label) => meta.format.label().eq_ignore_ascii_case(label),
            Node::Is(Mark::Read) => self.asked.kept.read.contains(self.id),
            Node::Is(Mark::Unread) => !self.asked.kept.read.contains(self.id),
            Node::Is(Mark::Bookmarked) => self.asked.kept.bookmarked.contains(self.id),
            Node::Is(Mark::Noted) => self.notes().next().is_some(),
            Node::Sought(sought) => {
                let source = meta.source.as_ref().map_or("", |source| &source.value);
                let notes: String = self.notes().collect();
                let place = match sought.scope {
                    Scope::Title => meta.title.value.clone(),
                    Scope::Source => source.to_owned(),
                    Scope::Note | Scope::Tag => notes,
                    _ => format!("{} {source} {notes} {}", meta.title.value, self.document.text.as_str()),
                };
                let place = fold(&place);
                words(sought, self.asked.exact).iter().any(|word| self.stands(word, &place, sought))
            }
        }
    }

    /// Whether a word stands in a folded text: whole, or its beginning where that was asked for.
    fn stands(&self, word: &str, place: &str, sought: &Sought) -> bool {
        let last = self.asked.query.wanted().last().is_some_and(|last| *last == sought);
        let begins = matches!(sought.words, Words::Word(_, How::Prefix)) || last && self.asked.typing;
        let mut words = place.split(|c: char| !c.is_alphanumeric());
        match sought.words {
            Words::Phrase(..) => place.contains(word),
            Words::Word(..) if begins => words.any(|there| there.starts_with(word)),
            Words::Word(..) => words.any(|there| there == word),
        }
    }

    fn notes(&self) -> impl Iterator<Item = &str> {
        self.asked.kept.notes.iter().filter(|note| note.id == self.id).map(|note| note.text.as_str())
    }

    fn is_of(&self, facet: &Facet) -> bool {
        self.facets().contains(facet)
    }

    fn facets(&self) -> Vec<Facet> {
        let meta = &self.document.meta;
        let source = meta.source.as_ref().map(|source| (FacetKind::Source, source.value.clone()));
        let year = meta.date.as_ref().map(|date| (FacetKind::Year, date.value.year().to_string()));
        source.into_iter().chain(year).map(|(kind, value)| Facet { kind, value }).collect()
    }

    fn hit(&self) -> Hit {
        let mut snippets = Vec::new();
        for sought in self.asked.query.wanted() {
            let all = words(sought, self.asked.exact);
            for (number, word) in all.iter().enumerate() {
                let place = page::find(&self.document.text, word, false, &|| false).into_iter().next();
                let Some(place) = place else { continue };
                let why = (number > 0).then(|| format!("{word}: same person as {}", all[0]));
                snippets.push(snippet(&self.document.text, place, why));
            }
        }
        snippets.sort_by_key(|snippet: &Snippet| snippet.place);
        snippets.dedup_by_key(|snippet| snippet.place);
        snippets.truncate(self.asked.snippets);
        for note in &self.asked.kept.notes {
            let sought = self.asked.query.wanted();
            let place = note.place.filter(|_| note.id == self.id).unwrap_or_default();
            if sought
                .iter()
                .any(|sought| note.id == self.id && fold(&note.text).contains(&words(sought, true)[0]))
            {
                let text = note.text.clone();
                snippets.push(Snippet { origin: Origin::Note, text, lit: Vec::new(), place, why: None });
            }
        }
        Hit { id: self.id, score: 1.0, snippets }
    }
}

fn snippet(text: &Text, place: Span, why: Option<String>) -> Snippet {
    let all = text.as_str();
    let (start, end) = (place.start as usize, place.end as usize);
    let from = (start.saturating_sub(AROUND)..=start).find(|at| all.is_char_boundary(*at)).unwrap_or(start);
    let to = (end..=(end + AROUND).min(all.len())).rev().find(|at| all.is_char_boundary(*at)).unwrap_or(end);
    let line: String = all[from..to].chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let lit = vec![Span::new(start - from, end - from)];
    Snippet { origin: Origin::Text, text: line, lit, place, why }
}

/// The answer to a search, and the facets.
pub fn search(app: &App, loader: &Loader, ticket: Ticket, asked: &Asked) -> Vec<Event> {
    let load = |path| ibid::run::load(loader, path).ok();
    let documents: Vec<(DocId, Document)> =
        app.catalogue.iter().filter_map(|(id, entry)| Some((id, load(&entry.path)?))).collect();
    let all = documents.iter().map(|(id, document)| Found { id: *id, document, asked });
    let found: Vec<Found<'_>> = all
        .filter(|found| asked.query.root.as_ref().is_none_or(|root| found.has(root)))
        .filter(|found| asked.narrowed.iter().all(|facet| found.is_of(facet)))
        .collect();
    let mut facets: Vec<(Facet, usize)> = Vec::new();
    for facet in found.iter().flat_map(Found::facets) {
        match facets.iter_mut().find(|(known, _)| *known == facet) {
            Some((_, count)) => *count += 1,
            None => facets.push((facet, 1)),
        }
    }
    facets.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let hits = found.iter().skip(asked.skip).take(asked.most).map(Found::hit).collect();
    let answer = Answer { hits, total: found.len(), complaints: Vec::new() };
    vec![Event::Found(ticket, Ok(answer)), Event::Facets(ticket, facets)]
}

/// What a search is about in a text.
pub fn light(ticket: Ticket, text: &Text, asked: &Asked) -> Event {
    let wanted = asked.query.wanted();
    let words = wanted.iter().flat_map(|sought| words(sought, asked.exact));
    let mut spans: Vec<Span> = words.flat_map(|word| page::find(text, &word, false, &|| false)).collect();
    spans.sort();
    spans.dedup();
    Event::Lit(ticket, spans)
}
