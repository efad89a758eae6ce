//! The same work without threads, for tests and measurements: an effect is done where it is handed over.

use std::cell::RefCell;
use std::sync::Arc;

use super::completing::Completer;
use super::keeper::{Keeper, write_elsewhere};
use super::{knowing, looking, perform, searching};
use crate::app::{CastOf, Effect, Event};
use crate::corpus::Loader;
use crate::library::{Arranger, Copies, Holdings, Order};
use crate::tag::Tagger;

/// Does effects at once.
pub struct Inline {
    loader: Arc<Loader>,
    tagger: Arc<dyn Tagger>,
    completer: Completer,
    keeper: Keeper,
    copies: Copies,
    arranger: Arranger,
    holdings: Holdings,
}

impl Inline {
    /// With this loader and this tagger, and notes kept by this keeper.
    pub fn new(loader: Arc<Loader>, tagger: Arc<dyn Tagger>, keeper: Keeper) -> Self {
        let (copies, arranger, holdings) = (Copies::default(), Arranger::default(), Holdings::default());
        Self { loader, tagger, keeper, completer: Completer::default(), copies, arranger, holdings }
    }

    /// What is searched, for whoever fills it.
    pub fn holdings(&self) -> &Holdings {
        &self.holdings
    }

    /// Reads the journal.
    pub fn replay(&mut self) -> Event {
        self.keeper.replay()
    }

    /// The drafts of runs that have died.
    pub fn drafts_left(&mut self) -> Vec<Event> {
        self.keeper.drafts_left()
    }

    /// What the keeper does at the end of the program.
    pub fn end(&mut self) {
        self.keeper.end();
    }

    /// Reads the searches that are kept.
    pub fn searches(&mut self) -> Event {
        self.keeper.searches()
    }

    /// Does an effect and gives its answers.
    ///
    /// # Errors
    ///
    /// The effect itself, where only a terminal can do it.
    pub fn perform(&mut self, effect: Effect) -> Result<Vec<Event>, Effect> {
        let never = &|| false;
        let answer = match effect {
            Effect::Group(ticket, catalogue, rests) => {
                perform::group(ticket, &mut self.copies, &catalogue, rests, never)
            }
            Effect::Arrange(ticket, question) => {
                perform::arrange(ticket, &mut self.arranger, &question, never)
            }
            Effect::Open(ticket, id, path) => {
                let begun = perform::begin(&self.loader, ticket, id, &path);
                return Ok(begun
                    .into_iter()
                    .chain([perform::open(&self.loader, ticket, id, &path)])
                    .collect());
            }
            Effect::Preview(id, path) => {
                perform::preview(&self.loader, id, &path, (&*self.tagger, &self.holdings), never)
            }
            Effect::Tag(ticket, id, text, by) => {
                perform::tag(ticket, id, &text, &by, (&*self.tagger, &self.holdings), never)
            }
            Effect::Match(ticket, text, query, asides) => {
                perform::matches(ticket, &text, &query, asides, never)
            }
            Effect::Search(ticket, asked) => {
                let events = RefCell::new(Vec::new());
                searching::search(&self.holdings, ticket, &asked, never, &|event| {
                    events.borrow_mut().extend(event)
                });
                return Ok(events.into_inner());
            }
            Effect::Entity(ticket, wanted) | Effect::Meant(ticket, wanted) => {
                let events = RefCell::new(Vec::new());
                knowing::entity(&self.holdings, ticket, &wanted.0, &wanted.1, never, &|event| {
                    events.borrow_mut().extend(event);
                });
                return Ok(events.into_inner());
            }
            Effect::Passages(ticket, wanted) => knowing::passages(&self.holdings, ticket, &wanted, never),
            Effect::People(ticket, of) => knowing::people(&self.holdings, ticket, &of.0, &of.1, never),
            Effect::Names(ticket, catalogue) => {
                knowing::people(&self.holdings, ticket, &CastOf::All, &catalogue, never)
            }
            Effect::Timeline(ticket, wanted) => looking::timeline(&self.holdings, ticket, &wanted, never),
            Effect::Matrix(ticket, wanted) => looking::matrix(&self.holdings, ticket, &wanted, never),
            Effect::Sift(ticket, sifting) => knowing::sift(ticket, &sifting, never),
            Effect::Concordance(ticket, sought) => {
                let events = RefCell::new(Vec::new());
                knowing::lines(&self.holdings, ticket, &sought.0, &sought.1, never, &|event| {
                    events.borrow_mut().extend(event);
                });
                return Ok(events.into_inner());
            }
            Effect::Light(ticket, _, text, asked) => {
                Some(searching::light(&self.holdings, ticket, &text, &asked))
            }
            Effect::Complete(ticket, asked) => self.completer.complete(ticket, &asked, &self.holdings, never),
            Effect::Review(ticket, wanted) => {
                let events = RefCell::new(Vec::new());
                let names = self.holdings.names();
                perform::review(&self.loader, &names, ticket, wanted, never, &|event| {
                    events.borrow_mut().extend(event);
                });
                return Ok(events.into_inner());
            }
            Effect::Anchor(ticket, text, list) => perform::anchors(ticket, &text, list, never),
            Effect::Save(ticket, change) => {
                let told = self.keeper.look();
                return Ok(told.into_iter().chain([self.keeper.save(ticket, *change)]).collect());
            }
            Effect::Look => {
                let files = self.keeper.look_at_files();
                return Ok(files.into_iter().chain(self.keeper.look()).collect());
            }
            Effect::Draft(draft) => self.keeper.keep_draft(draft.as_deref()),
            Effect::LeaveDraft => self.keeper.leave_draft(),
            Effect::DropDraft(id) => self.keeper.drop_draft(&id),
            Effect::Write(path, text) => Some(write_elsewhere(path, &text)),
            Effect::KeepSearch(ticket, change) => Some(self.keeper.keep_search(ticket, &change)),
            Effect::Place(place) => Some(self.keeper.place(place)),
            Effect::Mark(mark) => Some(self.keeper.mark(*mark)),
            Effect::Session(session) => self.keeper.keep_session(&session),
            Effect::Rule(rules) => {
                self.holdings.rule(*rules);
                return Err(Effect::Order(Order::Ruled));
            }
            other => return Err(other),
        };
        Ok(answer.into_iter().collect())
    }
}
