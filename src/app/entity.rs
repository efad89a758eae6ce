//! The page of a person, an organisation or a place: all that the collection has of it.
//!
//! What it is made of comes in three answers, so that even somebody who is in 20,000 documents is shown at once: the
//! counts, out of the table of names; what they are called, document by document; and the passages, some documents at
//! a time as one goes down. An answer to an older question is dropped.

mod act;
mod rows;
mod trail;

use std::sync::Arc;

use super::{App, Cursor, Effect, Motion, Screen, Ticket, layout};
use crate::corpus::{DocId, Problem};
use crate::index::names::{Described, Wanted};
use crate::library::{Entity, Line, Part};
use crate::note::{EntityRef, Item, ItemId};
use crate::tag::Kind;
use crate::text::fold::Folding;

pub(super) use act::{asked, kind_label, next_kind};
pub use rows::{PageRow, Section};
pub(super) use trail::Trail;

/// Passages that are asked for at a time.
const BATCH: usize = 60;

/// Rows of passages below the cursor from which on more are asked for.
const AHEAD: usize = 40;

/// Pages that one can go back to.
const PAGES: usize = 40;

/// A question for passages.
#[derive(Clone, Debug)]
pub struct PassagesWanted {
    /// Whose they are.
    pub entity: Arc<Entity>,
    /// The documents that have some, in order.
    pub documents: Arc<[DocId]>,
    /// The first of them to look at.
    pub from: usize,
    /// Which of the passages.
    pub part: Part,
    /// About how many.
    pub most: usize,
}

/// Some passages.
#[derive(Clone, Debug, Default)]
pub struct PassagesFound {
    /// Them.
    pub lines: Vec<Line>,
    /// The first document that wasn't looked at.
    pub next: usize,
}

/// A page.
#[derive(Clone, Debug)]
pub struct PageView {
    /// Who was asked for.
    pub wanted: Wanted,
    /// What the table of names has of it, once that is known.
    pub entity: Option<Arc<Entity>>,
    /// What it is called.
    pub described: Arc<Vec<Described>>,
    /// Whether all documents were looked at for that.
    pub described_all: bool,
    /// The passages that are here.
    pub passages: Vec<Line>,
    /// Which ones those are.
    pub part: Part,
    /// The documents that have some.
    pub documents: Arc<[DocId]>,
    /// The first of them that wasn't looked at.
    next: usize,
    /// The question for more of them, while it isn't answered.
    more: Option<Ticket>,
    /// The notes that name it, the newest first.
    pub notes: Vec<ItemId>,
    /// The sections that are folded.
    pub folded: Vec<Section>,
    /// The sections of which all rows are shown.
    pub whole: Vec<Section>,
    /// Of what kind those that appear with it are listed; of all where there is none.
    pub kind: Option<Kind>,
    /// Whether the timeline is by month.
    pub by_month: bool,
    /// The cursor over the rows.
    pub cursor: Cursor,
    /// Whether one of its passages was corrected, so that it is shown anew wherever the cursor is.
    pub(super) corrected: bool,
    /// The document that it was asked for in, and where in that.
    over: Option<(DocId, usize)>,
    asked: Ticket,
    /// The name by which it was asked for anew.
    asked_as: String,
    describing: Ticket,
}

impl PageView {
    fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            entity: None,
            described: Arc::default(),
            described_all: false,
            passages: Vec::new(),
            part: Part::All,
            documents: Arc::default(),
            next: 0,
            more: None,
            notes: Vec::new(),
            folded: Vec::new(),
            whole: Vec::new(),
            kind: None,
            by_month: false,
            cursor: Cursor::default(),
            corrected: false,
            over: None,
            asked: 0,
            asked_as: String::new(),
            describing: 0,
        }
    }

    /// Its name, as far as that is known.
    pub fn name(&self) -> &str {
        self.entity.as_ref().map_or(&self.wanted.name, |entity| &entity.known.name)
    }

    /// The name of whoever a row shows beside the one of the page.
    pub(super) fn beside(&self, row: PageRow) -> Option<String> {
        let entity = self.entity.as_ref()?;
        match row {
            PageRow::With(at) => entity.with.get(at).map(|with| with.name.clone()),
            PageRow::Perhaps(at) => entity.perhaps.get(at).map(|perhaps| entity.other(perhaps).to_owned()),
            _ => None,
        }
    }

    /// Whether passages are still to come.
    pub fn is_more(&self) -> bool {
        self.next < self.documents.len()
    }

    /// How many passages there are, where that is known without looking.
    pub fn passages_in_all(&self) -> Option<usize> {
        match (&self.part, &self.entity) {
            (Part::All, Some(entity)) => Some(entity.mentions),
            _ => (!self.is_more()).then_some(self.passages.len()),
        }
    }
}

impl App {
    /// The page that is shown.
    pub fn page(&self) -> Option<&PageView> {
        self.pages.last()
    }

    fn page_mut(&mut self) -> Option<&mut PageView> {
        self.pages.last_mut()
    }

    /// Asks for the page of somebody. It is shown once it is known that there is one.
    pub(super) fn want_entity(&mut self, wanted: Wanted) {
        let ticket = self.ticket();
        let mut page = PageView::new(wanted.clone());
        page.asked = ticket;
        let reader = self.reader.as_ref().filter(|_| self.screen() == Screen::Reader);
        page.over = reader.map(|reader| (reader.id, reader.reading_offset()));
        self.coming = Some((self.screen(), Box::new(page)));
        self.effect(Effect::Entity(ticket, Box::new((wanted, self.catalogue.clone()))));
    }

    /// The page of somebody is known, or nobody of that name is.
    pub(super) fn entity_known(&mut self, ticket: Ticket, entity: Option<Arc<Entity>>) {
        if self.merge_known(ticket, entity.as_deref()) {
            return;
        }
        if let Some(at) = self.pages.iter().position(|page| page.asked == ticket) {
            // The same page anew, since more documents are known.
            let shown = at + 1 == self.pages.len();
            let Some(page) = self.pages.get_mut(at).filter(|_| shown) else { return };
            // Where nobody has that name any more the likeliest one is somebody else.
            let called =
                |entity: &Arc<Entity>| entity.known.forms.iter().any(|form| form.text == page.asked_as);
            match entity.filter(called) {
                Some(entity) => {
                    page.entity = Some(entity);
                    page.describing = ticket;
                    self.narrow_passages(Part::All, false);
                }
                // Nobody is called so any more: by a correction made elsewhere, or with the documents.
                None => {
                    let name = page.name().to_owned();
                    self.leave_page();
                    self.warn(format!("“{name}” isn't named here any more"));
                }
            }
            return;
        }
        let Some((from, mut page)) = self.coming.take_if(|(_, page)| page.asked == ticket) else { return };
        // Somebody who has gone elsewhere meanwhile stays there.
        if from != self.screen() || self.overlay.is_some() {
            return;
        }
        let Some(entity) = entity else {
            // Of a name in the text there is a card at least; of one that a note links to there isn't.
            if from == Screen::Reader && page.wanted.id.is_some() {
                return self.who();
            }
            return self.say(format!("The names of “{}” aren't known yet", page.wanted.name));
        };
        page.documents = entity.part(&self.catalogue, &Part::All).into();
        (page.entity, page.describing) = (Some(entity), ticket);
        self.pages.push(*page);
        let over = self.pages.len().saturating_sub(PAGES);
        self.pages.drain(..over);
        self.find_notes();
        self.show(Screen::Entity);
        self.want_passages();
    }

    /// What somebody is called, as far as that is known.
    pub(super) fn described(&mut self, ticket: Ticket, described: Arc<Vec<Described>>, all: bool) {
        let here = self.page().map(|page| page.row());
        if let Some(page) = self.pages.iter_mut().find(|page| page.describing == ticket) {
            (page.described, page.described_all) = (described, all);
        }
        self.stay_at(here.flatten());
    }

    /// Asks for the passages behind those that are here.
    pub(super) fn want_passages(&mut self) {
        let Some(page) = self.page().filter(|page| page.more.is_none() && page.is_more()) else { return };
        let Some(entity) = page.entity.clone() else { return };
        let wanted = PassagesWanted {
            entity,
            documents: page.documents.clone(),
            from: page.next,
            part: page.part.clone(),
            most: BATCH,
        };
        let ticket = self.ticket();
        if let Some(page) = self.page_mut() {
            page.more = Some(ticket);
        }
        self.effect(Effect::Passages(ticket, Box::new(wanted)));
    }

    /// Some passages are here.
    pub(super) fn passages_found(&mut self, ticket: Ticket, found: Result<PassagesFound, Problem>) {
        let Some(page) = self.pages.iter_mut().find(|page| page.more == Some(ticket)) else { return };
        page.more = None;
        match found {
            Ok(found) => {
                page.passages.extend(found.lines);
                page.next = found.next;
            }
            Err(problem) => {
                page.next = page.documents.len();
                self.trouble(problem);
            }
        }
        self.keep_page_cursor();
        self.see_ahead();
    }

    /// Asks for more passages where the cursor comes near the last ones.
    fn see_ahead(&mut self) {
        let Some(page) = self.page() else { return };
        let rows = page.rows().len();
        if page.cursor.at + AHEAD > rows || page.passages.len() < AHEAD {
            self.want_passages();
        }
    }

    /// Shows only a part of the passages; with `go` the cursor goes to the first of them.
    pub(super) fn narrow_passages(&mut self, part: Part, go: bool) {
        let Some(entity) = self.page().and_then(|page| page.entity.clone()) else { return };
        let documents: Arc<[DocId]> = entity.part(&self.catalogue, &part).into();
        if let Some(page) = self.page_mut() {
            (page.part, page.documents, page.next, page.more) = (part, documents, 0, None);
            page.passages.clear();
            page.folded.retain(|section| !(go && *section == Section::Passages));
            if go {
                let head = page.rows().iter().position(|row| *row == PageRow::Head(Section::Passages));
                page.cursor.at = head.unwrap_or(0);
            }
        }
        self.keep_page_cursor();
        self.want_passages();
    }

    /// Asks for the page anew, since more documents are known.
    pub(super) fn refresh_entity(&mut self) {
        let ticket = self.ticket();
        let shown = self.screen() == Screen::Entity;
        let Some(page) = self.page_mut().filter(|_| shown) else { return };
        // Whoever is down in the passages isn't thrown out of them.
        let corrected = std::mem::take(&mut page.corrected);
        let down = !corrected && matches!(page.row(), Some(PageRow::Passage(_) | PageRow::Note(_)));
        let all = page.part == Part::All;
        let Some(entity) = page.entity.as_ref().filter(|_| !down && all) else { return };
        // By a name that documents use, since the shown one may be a person's own: by the one that was asked for, so that
        // the page stays that one's whatever is merged or split off.
        let mut forms = entity.known.forms.iter().map(|form| &form.text);
        let asked = forms.clone().find(|form| **form == page.wanted.name);
        let used = asked.or_else(|| forms.next()).unwrap_or(&entity.known.name);
        let id = entity.names.using(&entity.known, used).iter().next();
        let wanted = Wanted { kind: entity.known.kind, name: used.clone(), id };
        (page.asked, page.asked_as) = (ticket, wanted.name.clone());
        self.effect(Effect::Entity(ticket, Box::new((wanted, self.catalogue.clone()))));
    }

    /// The notes that have one of its names, in their own words or in those that they hang on.
    pub(super) fn find_notes(&mut self) {
        let Some(page) = self.pages.last() else { return };
        let Some(entity) = &page.entity else { return };
        let forms = entity.known.forms.iter().map(|form| form.text.as_str()).chain([page.name()]);
        let folding = Folding::for_query("");
        let mut forms: Vec<String> = forms.map(|form| folding.fold(form).as_str().to_owned()).collect();
        forms.sort();
        forms.dedup();
        let kind = entity.known.kind.label();
        let names = |item: &&Item| {
            let about = |about: &EntityRef| {
                about.kind == kind && forms.iter().any(|form| form == folding.fold(&about.name).as_str())
            };
            if item.subject.entity().is_some_and(about) {
                return true;
            }
            let quoted = item.subject.quotation();
            let text = folding.fold(&format!("{} \n {quoted}", item.body)).as_str().to_owned();
            forms.iter().any(|form| has_words(&text, form))
        };
        let notes = self.store.items().rev().filter(names).map(|item| item.id.clone()).collect();
        if let Some(page) = self.pages.last_mut() {
            page.notes = notes;
        }
    }

    /// Rows of the page in sight, below the line of its counts.
    pub(super) fn page_height(&self) -> usize {
        usize::from(layout::library(self.size, false).main.height).saturating_sub(1)
    }

    /// Keeps the cursor of the page on a row that can be chosen.
    pub(super) fn keep_page_cursor(&mut self) {
        self.move_in_page(Motion::Lines(0));
    }

    /// Moves over the rows, over the titles of documents.
    pub(super) fn move_in_page(&mut self, motion: Motion) {
        let height = self.page_height();
        let Some(page) = self.page_mut() else { return };
        let (rows, before) = (page.rows(), page.cursor.at);
        page.cursor.go(motion, rows.len(), height);
        if matches!(rows.get(page.cursor.at), Some(PageRow::Document(_))) {
            let up = page.cursor.at < before;
            page.cursor.go(Motion::Lines(if up { -1 } else { 1 }), rows.len(), height);
        }
        if motion != Motion::Lines(0) {
            self.see_ahead();
        }
    }

    /// Puts the cursor on a row, wherever that stands now.
    fn stay_at(&mut self, row: Option<PageRow>) {
        let Some(row) = row else { return };
        if let Some(page) = self.page_mut()
            && let Some(at) = page.rows().iter().position(|own| *own == row)
        {
            page.cursor.top = (page.cursor.top + at).saturating_sub(page.cursor.at);
            page.cursor.at = at;
        }
        self.keep_page_cursor();
    }
}

/// Whether a text has these words, not as a part of longer ones.
fn has_words(text: &str, words: &str) -> bool {
    let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    !words.is_empty()
        && text.match_indices(words).any(|(at, found)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let behind = text.get(at + found.len()..).and_then(|behind| behind.chars().next());
            outside(before) && outside(behind)
        })
}
