//! Going through what was found in the documents themselves: from hit to hit, and on to the next document.

use super::{Passage, SearchPane};
use crate::app::{Aim, App, Effect, Lit, Reader, Screen, Ticket};
use crate::corpus::DocId;
use crate::index::Asked;
use crate::text::Span;

/// Where to go among the hits of a document once they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aimed {
    /// To the first one.
    #[default]
    First,
    /// To the last one.
    Last,
    /// To the one at this byte.
    At(usize),
}

/// The hits of a search in the open document.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// Where they are, in order.
    pub spans: Vec<Span>,
    /// Whether they are still being looked for.
    pub waiting: bool,
    /// The question whose answer counts.
    ticket: Ticket,
    aimed: Aimed,
}

/// A document of the result that is being opened.
#[derive(Clone, Debug)]
pub(in crate::app) struct Walk {
    id: DocId,
    aimed: Aimed,
    asked: Box<Asked>,
}

impl App {
    /// Opens the chosen passage.
    pub(super) fn open_result(&mut self) {
        let Some(&Passage { hit, snippet, .. }) = self.search.passages.get(self.search.cursor.at) else {
            return self.say("No result is chosen");
        };
        self.keep_in_history();
        let found = self.search.hits.get(hit);
        let place = found.and_then(|found| found.snippets.get(snippet?)).map(|snippet| snippet.place);
        self.walk_to(hit, place.map_or(Aimed::First, |place| Aimed::At(place.start as usize)));
    }

    /// Opens a document of the result.
    fn walk_to(&mut self, hit: usize, aimed: Aimed) {
        let Some(id) = self.search.hits.get(hit).map(|hit| hit.id) else { return };
        let Some(asked) = &self.search.answered else { return };
        let asked = Box::new((**asked).clone());
        self.walk = Some(Walk { id, aimed, asked });
        self.attach_within(id);
        self.remember_place();
        let first = self.search.hits.get(hit).and_then(|hit| hit.snippets.first());
        let aim = match (aimed, first) {
            (Aimed::At(offset), _) => Aim::Offset(offset),
            (Aimed::First, Some(first)) => Aim::Offset(first.place.start as usize),
            _ => Aim::Remembered,
        };
        self.open(id, aim);
    }

    /// A document is open: where it is one of the result that was chosen there, its hits are looked for.
    pub(in crate::app) fn light_hits(&mut self) {
        let Some(id) = self.reader.as_ref().map(|reader| reader.id) else { return };
        let Some(walk) = self.walk.take_if(|walk| walk.id == id) else { return self.light_trail() };
        self.trail = None;
        let ticket = self.ticket();
        let Some(reader) = &mut self.reader else { return };
        reader.lit = Lit::Hits;
        reader.hits = Hits { spans: Vec::new(), waiting: true, ticket, aimed: walk.aimed };
        let text = reader.document.text.clone();
        self.effect(Effect::Light(ticket, id, text, walk.asked));
    }

    /// The hits in the open document are known.
    pub(in crate::app) fn hits_lit(&mut self, ticket: Ticket, spans: Vec<Span>) {
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.hits.ticket == ticket) else { return };
        reader.hits.waiting = false;
        reader.hits.spans = spans;
        let spans = &reader.hits.spans;
        let there = match reader.hits.aimed {
            Aimed::First => spans.first(),
            Aimed::Last => spans.last(),
            Aimed::At(offset) => spans.iter().find(|span| span.end as usize > offset).or(spans.last()),
        };
        if let Some(span) = there.copied().filter(|_| reader.lit == Lit::Hits && !reader.raw_shown) {
            reader.go_to(span);
        }
    }

    /// Which document of the result the open one is, counted from 0.
    pub fn result_number(&self) -> Option<usize> {
        let reader = self.reader.as_ref().filter(|reader| reader.lit == Lit::Hits)?;
        self.search.hits.iter().position(|hit| hit.id == reader.id)
    }

    /// Goes to the next hit in the open document, or to the next document of the result.
    pub(in crate::app) fn step_hits(&mut self, back: bool) {
        if self.walk.is_some() {
            // The next document is on its way, and the person wants the one behind it.
            return self.step_result(back);
        }
        let Some(reader) = &mut self.reader else { return };
        if reader.raw_shown {
            return self.say("The raw text has no results");
        }
        if self.trail_number().is_some() && self.step_trail(back) {
            return;
        }
        let Some(reader) = &mut self.reader else { return };
        match reader.step(Lit::Hits, back) {
            Some((span, false)) => reader.go_to(span),
            _ if reader.hits.waiting => self.say("Still looking for what was searched for"),
            _ => self.step_result(back),
        }
    }

    fn step_result(&mut self, back: bool) {
        let going = self.walk.as_ref().map(|walk| walk.id);
        let going = going.and_then(|id| self.search.hits.iter().position(|hit| hit.id == id));
        let Some(here) = going.or_else(|| self.result_number()) else {
            return self.say("The results are no longer those that this document was among");
        };
        let there = here.checked_add_signed(if back { -1 } else { 1 });
        let Some(there) = there.filter(|there| *there < self.search.hits.len()) else {
            let more = !back && self.search.hits.len() < self.search.total;
            if more {
                self.want_more();
            }
            return self.say(match (more, back) {
                (true, _) => "More results are on their way",
                (false, true) => "This is the first result",
                (false, false) => "This is the last result",
            });
        };
        // Back in the list the cursor is where the person is now.
        if let Some(at) = self.search.passages.iter().position(|passage| passage.hit == there) {
            self.search.cursor.at = at;
            self.keep_result_in_sight();
        }
        if there + 2 > self.search.hits.len() {
            self.want_more();
        }
        let title = self.search.hits.get(there).and_then(|hit| self.catalogue.get(hit.id));
        let title = title.map_or(String::new(), |entry| format!(": {}", entry.title()));
        self.say(format!("Result {} of {}{title}", there + 1, self.search.total));
        self.walk_to(there, if back { Aimed::Last } else { Aimed::First });
    }

    /// Goes back from a document to the result that it was opened from; says whether there is one.
    pub(in crate::app) fn back_to_results(&mut self) -> bool {
        let from = self.screens.len().checked_sub(2).and_then(|below| self.screens.get(below));
        let lit = self.reader.as_ref().is_some_and(|reader| reader.lit == Lit::Hits);
        match from {
            Some(Screen::Search) if lit => self.search.pane = SearchPane::Results,
            Some(Screen::Entity | Screen::Concordance) if lit => {}
            _ => return false,
        }
        true
    }
}

impl Reader {
    /// Which hit of the open document the person is at, counted from 0.
    pub fn hit_number(&self) -> Option<usize> {
        self.current.and_then(|current| self.hits.spans.binary_search(&current).ok())
    }
}
