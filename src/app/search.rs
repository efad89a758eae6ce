//! Searching all documents: what is typed, what was found, and which answer counts.
//!
//! Every key that changes the question asks it anew; an answer to an older one is dropped.

mod besides;
mod facets;
mod kept;
mod lines;
mod results;
mod this;
mod walk;

use std::sync::Arc;

use super::{App, Cursor, Effect, Prompt, SavedSearch, Screen, Searches, Ticket};
use crate::corpus::{DocId, Problem};
use crate::find::query::{Complaint, Query};
use crate::index::{Answer, Asked, Facet, FacetKind, Hit, Kept};
use crate::library::{Catalogue, Likeness};

pub use besides::Besides;
pub use facets::FacetRow;
pub use lines::{Lines, Passage, ResultLine};
pub(super) use walk::Walk;
pub use walk::{Aimed, Hits};

/// Documents that are asked for at a time.
const PAGE: usize = 50;

/// Documents that are asked for again at a time, when there is more to find: those that the person has seen, mostly.
const KEPT: usize = 500;

/// Passages of a document that are shown.
const SNIPPETS: usize = 3;

/// Which part of the search has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchPane {
    /// The line that is typed.
    #[default]
    Line,
    /// What was found.
    Results,
    /// What that can be narrowed by.
    Facets,
}

/// A search of all documents.
#[derive(Clone, Debug, Default)]
pub struct SearchView {
    /// The line that is typed.
    pub prompt: Prompt,
    /// What it means.
    pub query: Query,
    /// What has the focus.
    pub pane: SearchPane,
    /// Whether every word has to match in exactly its letters.
    pub exact: bool,
    /// The name of another saved search that the next one may take the place of, once that was said.
    overwriting: Option<String>,
    /// What the result is narrowed by, in the order in which that was chosen.
    pub narrowed: Vec<Facet>,
    /// The documents found so far, the best first.
    pub hits: Vec<Hit>,
    /// How many match in all.
    pub total: usize,
    /// How many would match with a slip or two in the word, where none does.
    pub nearly: usize,
    /// The passages of these documents, in order: what the cursor moves over.
    pub passages: Vec<Passage>,
    /// The cursor over the passages; its top is a line of [`App::result_lines`].
    pub cursor: Cursor,
    /// What the result can be narrowed by, with the number of documents, kind by kind.
    pub facets: Vec<(Facet, usize)>,
    /// The kinds of which all are shown.
    unfolded: Vec<FacetKind>,
    /// The cursor over them, counted with the headings.
    pub facet_list: Cursor,
    /// The row of them from which on they have digits, where that is below the first one in sight.
    digits_from: usize,
    /// Whether the answer to what stands in the line is still to come.
    pub waiting: bool,
    /// What the answer said of the question.
    said: Vec<Complaint>,
    /// The question whose answer counts.
    asked: Ticket,
    /// The question that `hits` answer.
    answered: Option<Arc<Asked>>,
    /// The question to which `asked` belongs, until it is answered.
    question: Option<Arc<Asked>>,
    /// The question for more documents of the same result, while it isn't answered.
    more: Option<Ticket>,
    /// Whether nothing has the last word as it stands, so that words that begin with it count too.
    lenient: bool,
    /// Whether the cursor keeps its passage when the answer comes.
    keeps: bool,
    /// How many notes that are on no document of the collection have what is asked.
    pub besides: usize,
    /// What the person keeps, as a search asks it; made anew once it has changed.
    kept: Option<Arc<Kept>>,
    /// The searches that were made and saved.
    pub searches: Searches,
    /// How far back in the searches that were made the line is.
    pub(super) past: Option<usize>,
}

impl SearchView {
    /// Whether something is asked for.
    pub fn is_asking(&self) -> bool {
        !self.query.is_empty() || !self.narrowed.is_empty()
    }

    /// What to tell of what was typed: while it is being typed, only what the next key won't mend.
    pub fn complaints(&self) -> Vec<&Complaint> {
        let length = self.prompt.text().len();
        let typing = self.pane == SearchPane::Line;
        let due = |complaint: &&Complaint| !typing || complaint.is_due(length);
        let mut complaints: Vec<&Complaint> = self.query.complaints.iter().filter(due).collect();
        for complaint in self.said.iter().filter(due) {
            if !self.query.complaints.contains(complaint) {
                complaints.push(complaint);
            }
        }
        complaints
    }

    /// Whether a search saved under this name takes the place of another one, as was said.
    pub fn overwrites(&self, name: &str) -> bool {
        self.overwriting.as_deref() == Some(name)
    }

    /// Lets go of what was found.
    fn clear(&mut self) {
        self.hits.clear();
        self.passages.clear();
        self.facets.clear();
        self.said.clear();
        (self.total, self.nearly, self.asked, self.waiting, self.besides) = (0, 0, 0, false, 0);
        (self.answered, self.question, self.more) = (None, None, None);
        (self.cursor, self.facet_list, self.digits_from) = (Cursor::default(), Cursor::default(), 0);
    }
}

impl App {
    /// Shows the search with its line to be typed in; on its own screen the line is emptied.
    pub(super) fn search(&mut self) {
        if self.screen() == Screen::Search {
            self.search.prompt = Prompt::default();
            self.search_typed();
        } else {
            self.search.prompt.begin_afresh();
        }
        self.search.pane = SearchPane::Line;
        self.show(Screen::Search);
    }

    /// Searches for `line`, which was typed before or comes from elsewhere, and shows what is found.
    pub(super) fn search_for(&mut self, line: &str) {
        self.search_saved(SavedSearch::of(line));
    }

    /// Searches as it was saved: for its line, narrowed as it was.
    pub(super) fn search_saved(&mut self, search: SavedSearch) {
        self.search.prompt = Prompt::of(&search.line);
        (self.search.exact, self.search.narrowed) = (search.exact, search.narrowed);
        self.show(Screen::Search);
        self.search.pane = SearchPane::Results;
        self.search_typed();
        self.keep_in_history();
    }

    /// What is typed has changed.
    pub(super) fn search_typed(&mut self) {
        if self.search.prompt.take_anew() {
            // What the last query was narrowed by is none of this one's.
            self.search.narrowed.clear();
        }
        (self.search.past, self.search.lenient) = (None, false);
        self.ask();
    }

    /// Asks what stands in the line, from the best document on.
    pub(super) fn ask(&mut self) {
        self.ask_for(PAGE);
    }

    /// Asks for so many documents.
    fn ask_for(&mut self, most: usize) {
        self.search.query = Query::read(self.search.prompt.text());
        self.search.keeps = false;
        if !self.search.is_asking() {
            return self.search.clear();
        }
        self.search.besides = self.notes_besides();
        let asked = Arc::new(Asked { most, ..self.question() });
        let ticket = self.ticket();
        (self.search.asked, self.search.waiting, self.search.more) = (ticket, true, None);
        self.search.question = Some(asked.clone());
        self.effect(Effect::Search(ticket, Box::new((*asked).clone())));
    }

    /// Asks the same again, since there is more to find now; the cursor stays on its passage.
    pub(super) fn ask_again(&mut self) {
        if self.screens.contains(&Screen::Search) && self.search.is_asking() {
            let here = self.search.hits.len().min(KEPT);
            self.ask_for(PAGE.max(here));
            self.search.keeps = true;
        }
    }

    /// Asks for the documents behind those that are here.
    pub(super) fn want_more(&mut self) {
        let here = self.search.hits.len();
        if here >= self.search.total || self.search.more.is_some() || self.search.waiting {
            return;
        }
        let Some(answered) = self.search.answered.clone() else { return };
        let ticket = self.ticket();
        self.search.more = Some(ticket);
        self.effect(Effect::Search(
            ticket,
            Box::new(Asked { skip: here, most: PAGE, ..(*answered).clone() }),
        ));
    }

    fn question(&mut self) -> Asked {
        Asked {
            query: self.search.query.clone(),
            exact: self.search.exact,
            typing: self.search.pane == SearchPane::Line || self.search.lenient,
            narrowed: self.search.narrowed.clone(),
            kept: self.kept(),
            most: PAGE,
            skip: 0,
            snippets: SNIPPETS,
        }
    }

    /// The question that the result answers.
    pub(super) fn search_asked(&self) -> Option<Box<Asked>> {
        self.search.answered.as_ref().map(|asked| Box::new((**asked).clone()))
    }

    /// An answer is here.
    pub(super) fn found(&mut self, ticket: Ticket, answer: Result<Answer, Problem>) {
        let more = self.search.more.take_if(|asked| *asked == ticket).is_some();
        if !more && ticket != self.search.asked {
            return;
        }
        let answer = match answer {
            Ok(answer) => answer,
            Err(problem) => {
                self.search.waiting = false;
                return self.trouble(problem);
            }
        };
        let strict = self.search.question.as_ref().is_some_and(|asked| !asked.typing);
        if !more && answer.total == 0 && strict && !self.search.query.is_empty() {
            // What was found while the last word was being typed doesn't vanish with Enter.
            self.search.lenient = true;
            let keeps = self.search.keeps;
            self.ask();
            self.search.keeps = keeps;
            return;
        }
        let (library, catalogue) = (&self.library, &self.catalogue);
        let passages =
            |hits: &[Hit]| lines::passages(hits, |id| library.head(id), |a, b| is_same(catalogue, a, b));
        let view = &mut self.search;
        (view.total, view.nearly) = (answer.total, 0);
        let lenient = view.lenient && !more && answer.total > 0;
        if more {
            view.hits.extend(answer.hits);
            view.passages = passages(&view.hits);
        } else {
            let chosen = view.passages.get(view.cursor.at).copied().filter(|_| view.keeps);
            let chosen = chosen.and_then(|passage| Some((view.hits.get(passage.hit)?.id, passage.snippet)));
            (view.hits, view.said, view.waiting) = (answer.hits, answer.complaints, false);
            view.answered = view.question.take();
            view.passages = passages(&view.hits);
            let at = chosen.and_then(|(id, snippet)| {
                let same = |passage: &Passage| view.hits.get(passage.hit).is_some_and(|hit| hit.id == id);
                let exactly = view.passages.iter().position(|there| same(there) && there.snippet == snippet);
                exactly.or_else(|| view.passages.iter().position(same))
            });
            view.cursor = Cursor { at: at.unwrap_or(0), top: 0 };
        }
        if lenient && self.search.pane == SearchPane::Results && self.message.is_none() {
            self.say("No document has the last word as it stands; these have longer ones");
        }
        self.keep_result_in_sight();
    }

    /// How many documents a slip or two would find is known.
    pub(super) fn take_nearly(&mut self, ticket: Ticket, nearly: usize) {
        if ticket == self.search.asked {
            self.search.nearly = nearly;
        }
    }

    /// What the result can be narrowed by is known.
    pub(super) fn take_facets(&mut self, ticket: Ticket, mut facets: Vec<(Facet, usize)>) {
        if ticket != self.search.asked {
            return;
        }
        facets.sort_by_key(|(facet, _)| facet.kind);
        let chosen = self.chosen_facet();
        (self.search.facets, self.search.digits_from) = (facets, 0);
        // The cursor stays on what was chosen, wherever that stands now.
        let same = |row: &FacetRow| match row {
            FacetRow::Facet(number, _) => {
                self.search.facets.get(*number).map(|(facet, _)| facet) == chosen.as_ref()
            }
            FacetRow::Heading(_) | FacetRow::More(..) => false,
        };
        if let Some(at) = chosen.as_ref().and_then(|_| self.facet_rows().iter().position(same)) {
            self.search.facet_list.at = at;
        }
        self.keep_facet_in_sight();
    }
}

/// Whether two documents are the same file, or have the same words.
fn is_same(catalogue: &Catalogue, one: DocId, other: DocId) -> bool {
    let identity = |id| catalogue.get(id).map(|entry| entry.identity());
    let both = identity(one).zip(identity(other));
    both.is_some_and(|(one, other)| Likeness::of(one, other) == Likeness::Same)
}
