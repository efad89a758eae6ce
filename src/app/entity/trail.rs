//! A trail: places of several documents that one goes through one after another, opened from a page or a concordance.

use crate::app::{Aim, App, Hits, Lit, Screen};
use crate::corpus::DocId;
use crate::library::Line;
use crate::text::Span;

/// The places, and the one that the person is at.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Trail {
    /// In the order in which one goes through them.
    places: Vec<(DocId, Span)>,
    at: usize,
    /// Where they were chosen.
    from: Option<Screen>,
}

impl Trail {
    /// Of how many places the person is at which, counted from 1.
    fn number(&self) -> (usize, usize) {
        (self.at + 1, self.places.len())
    }

    /// The places in a document, in the order of its text.
    fn spans(&self, id: DocId) -> Vec<Span> {
        let mut spans: Vec<Span> =
            self.places.iter().filter(|place| place.0 == id).map(|place| place.1).collect();
        spans.sort_unstable();
        spans.dedup();
        spans
    }
}

impl App {
    /// Opens a place of a list, which one then goes on through.
    pub(in crate::app) fn follow_trail(&mut self, lines: &[Line], order: Vec<u32>, at: usize) {
        let place = |at: &u32| lines.get(*at as usize).map(|line| (line.id, line.span));
        let places = order.iter().filter_map(place).collect();
        self.trail = Some(Trail { places, at, from: Some(self.screen()) });
        self.remember_place();
        self.go_along();
    }

    /// Goes to the place of the trail.
    fn go_along(&mut self) {
        let Some((id, span)) = self.trail.as_ref().and_then(|trail| trail.places.get(trail.at)).copied()
        else {
            return;
        };
        let open = self.reader.as_ref().is_some_and(|reader| reader.id == id && !reader.loading);
        if open && self.screen() == Screen::Reader {
            self.light_trail();
        } else {
            self.open(id, Aim::Offset(span.start as usize));
        }
    }

    /// A document is open: where it is the one of the trail, its places are lit.
    pub(in crate::app) fn light_trail(&mut self) {
        let Some(trail) = &self.trail else { return };
        let Some(&(id, span)) = trail.places.get(trail.at) else { return };
        let spans = trail.spans(id);
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.id == id && !reader.raw_shown) else {
            return;
        };
        reader.lit = Lit::Hits;
        reader.hits = Hits::default();
        reader.hits.spans = spans;
        reader.go_to(span);
    }

    /// Goes to the next place of the trail; says whether there is a trail.
    pub(in crate::app) fn step_trail(&mut self, back: bool) -> bool {
        let Some(trail) = &mut self.trail else { return false };
        let there = trail.at.checked_add_signed(if back { -1 } else { 1 });
        let Some(there) = there.filter(|there| *there < trail.places.len()) else {
            self.say(if back { "This is the first place" } else { "This is the last place that was listed" });
            return true;
        };
        trail.at = there;
        let from = trail.from;
        self.go_along();
        self.keep_step(from, there);
        true
    }

    /// Back in the list the cursor is where the person is now.
    fn keep_step(&mut self, from: Option<Screen>, at: usize) {
        match from {
            Some(Screen::Concordance) => {
                let height = self.concordance_height();
                let count = self.concordance.order.len();
                self.concordance.cursor.at = at;
                self.concordance.cursor.keep(count, height);
            }
            Some(Screen::Entity) => {
                let Some(page) = self.pages.last_mut() else { return };
                let row = super::PageRow::Passage(at);
                if let Some(at) = page.rows().iter().position(|own| *own == row) {
                    page.cursor.at = at;
                }
                self.keep_page_cursor();
            }
            _ => {}
        }
    }

    /// Which place of how many of a trail the person is at.
    pub fn trail_number(&self) -> Option<(usize, usize)> {
        let reader = self.reader.as_ref().filter(|reader| reader.lit == Lit::Hits)?;
        let trail = self.trail.as_ref()?;
        let is_here = trail.places.get(trail.at).is_some_and(|place| place.0 == reader.id);
        is_here.then(|| trail.number())
    }
}
