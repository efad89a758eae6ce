//! What a result can be narrowed by: sources, years, people, organisations, places.

use super::SearchPane;
use crate::app::{App, Cursor, Key, Motion, layout};
use crate::find::query::{How, Node, Words};
use crate::index::{Facet, FacetKind};

/// A row of the facets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetRow {
    /// The heading of a kind.
    Heading(FacetKind),
    /// A facet, by its number in [`super::SearchView::facets`], and the digit that narrows by it.
    Facet(usize, Option<u8>),
    /// So many more of a kind that aren't shown until that is asked for.
    More(FacetKind, usize),
}

/// So many of a kind are shown until the others are asked for.
const SHOWN: usize = 8;

impl App {
    /// The rows of the facets. The first nine in sight have a digit, or nine behind these once that was asked for.
    pub fn facet_rows(&self) -> Vec<FacetRow> {
        let view = &self.search;
        let (mut rows, mut digit) = (Vec::new(), 0_u8);
        let first = view.facet_list.top.max(view.digits_from);
        let kinds = view.facets.chunk_by(|(one, _), (other, _)| one.kind == other.kind);
        let mut behind = 0;
        for facets in kinds {
            let Some(kind) = facets.first().map(|(facet, _)| facet.kind) else { continue };
            let mut numbers: Vec<usize> = (behind..behind + facets.len()).collect();
            behind += facets.len();
            let all = view.unfolded.contains(&kind) || facets.len() <= SHOWN + 1;
            if !all {
                numbers.truncate(SHOWN);
            } else if kind == FacetKind::Year && facets.len() > SHOWN + 1 {
                // A long list of years is one to find a year in.
                numbers.sort_by_key(|&number| view.facets.get(number).map(|(facet, _)| &facet.value));
            }
            rows.push(FacetRow::Heading(kind));
            for number in numbers {
                digit = digit.saturating_add(u8::from(rows.len() >= first));
                rows.push(FacetRow::Facet(number, Some(digit).filter(|digit| (1..10).contains(digit))));
            }
            if !all {
                rows.push(FacetRow::More(kind, facets.len() - SHOWN));
            }
        }
        rows
    }

    fn facet_height(&self) -> usize {
        let side = layout::search(self.room(), true).side.unwrap_or_default();
        usize::from(side.height).saturating_sub(1)
    }

    pub(in crate::app) fn focus_facets(&mut self) {
        if self.search.facets.is_empty() {
            return self.say(if self.search.waiting { "Still searching" } else { "Nothing to narrow by" });
        }
        self.search.pane = SearchPane::Facets;
        self.keep_facet_in_sight();
        self.keep_result_in_sight();
    }

    /// Moves the cursor of the facets, over headings.
    pub(super) fn move_in_facets(&mut self, motion: Motion) {
        let (rows, height, before) = (self.facet_rows(), self.facet_height(), self.search.facet_list.at);
        let list = &mut self.search.facet_list;
        list.go(motion, rows.len(), height);
        if matches!(rows.get(list.at), Some(FacetRow::Heading(_))) {
            let up = list.at < before && list.at > 0;
            list.go(Motion::Lines(if up { -1 } else { 1 }), rows.len(), height);
        }
    }

    /// Keeps the cursor of the facets on one of them and in sight.
    pub(in crate::app) fn keep_facet_in_sight(&mut self) {
        self.move_in_facets(Motion::Lines(0));
    }

    /// Gives the digits to the nine facets behind those that have them, and to the first ones behind the last.
    fn deal_digits(&mut self) {
        let rows = self.facet_rows();
        let with = |row: &FacetRow| matches!(row, FacetRow::Facet(_, Some(_)));
        let last = rows.iter().rposition(with).map_or(0, |last| last + 1);
        let next = rows.iter().skip(last).position(|row| matches!(row, FacetRow::Facet(..)));
        let next = next.map_or(0, |next| last + next);
        (self.search.digits_from, self.search.facet_list) = (next, Cursor { at: next, top: 0 });
        self.keep_facet_in_sight();
    }

    /// A digit narrows by the facet that has it, and 0 goes on to the next nine; says whether the key was one.
    pub(in crate::app) fn facet_digit(&mut self, key: Key) -> bool {
        let Some(digit) = key.typed().and_then(|c| c.to_digit(10)) else { return false };
        if digit == 0 {
            self.deal_digits();
            return true;
        }
        let with = |row: &FacetRow| match row {
            FacetRow::Facet(number, Some(its)) if u32::from(*its) == digit => Some(*number),
            _ => None,
        };
        let number = self.facet_rows().iter().find_map(with);
        match number.and_then(|number| self.search.facets.get(number)).map(|(facet, _)| facet.clone()) {
            Some(facet) => self.toggle(facet),
            None => self.say(format!("No line has the digit {digit}")),
        }
        true
    }

    /// The facet under the cursor.
    pub(super) fn chosen_facet(&self) -> Option<Facet> {
        match self.facet_rows().get(self.search.facet_list.at) {
            Some(FacetRow::Facet(number, _)) => {
                self.search.facets.get(*number).map(|(facet, _)| facet.clone())
            }
            _ => None,
        }
    }

    /// Narrows the result by the facet under the cursor, or doesn't any more; shows all of a kind where it says that there
    /// are more.
    pub(super) fn toggle_facet(&mut self) {
        if let Some(&FacetRow::More(kind, _)) = self.facet_rows().get(self.search.facet_list.at) {
            self.search.unfolded.push(kind);
            return self.keep_facet_in_sight();
        }
        if let Some(facet) = self.chosen_facet() {
            self.toggle(facet);
        }
    }

    fn toggle(&mut self, facet: Facet) {
        match self.search.narrowed.iter().position(|narrowed| *narrowed == facet) {
            Some(at) => drop(self.search.narrowed.remove(at)),
            None => self.search.narrowed.push(facet),
        }
        self.ask();
    }

    /// Takes the last narrowing away.
    pub(super) fn widen(&mut self) {
        match self.search.narrowed.pop() {
            Some(_) => self.ask(),
            None => self.say("The result isn't narrowed"),
        }
    }

    /// This search as one line of the query language, its narrowing and its exactness too.
    pub(in crate::app) fn search_line(&self) -> String {
        let view = &self.search;
        let typed = view.prompt.text().trim().to_owned();
        if !view.exact && view.narrowed.is_empty() {
            return typed;
        }
        let root = view.query.root.clone().map(|root| if view.exact { exactly(root) } else { root });
        let several = matches!(root, Some(Node::Any(_))) && !view.narrowed.is_empty();
        let terms: Vec<String> = match &root {
            Some(Node::All(nodes)) => nodes.iter().map(Node::to_string).collect(),
            root => root.iter().map(Node::to_string).collect(),
        };
        let typed = root.map(|root| if several { format!("({root})") } else { root.to_string() });
        let narrowed = view.narrowed.iter().map(|facet| match facet.kind {
            FacetKind::Year => format!("date:{}", facet.value),
            kind => format!("{}:\"{}\"", kind.field(), facet.value.replace('"', " ")),
        });
        // What was searched for out of a matrix stands in the line already.
        let stands = |term: &String| terms.contains(term);
        let narrowed = narrowed.filter(|term| !stands(term));
        typed.into_iter().chain(narrowed).collect::<Vec<_>>().join(" ")
    }
}

/// The same with every word in exactly its letters. As deep as a query can be: some hundred levels.
fn exactly(node: Node) -> Node {
    let all = |nodes: Vec<Node>| nodes.into_iter().map(exactly).collect();
    match node {
        Node::All(nodes) => Node::All(all(nodes)),
        Node::Any(nodes) => Node::Any(all(nodes)),
        Node::Not(node) => Node::Not(Box::new(exactly(*node))),
        Node::Sought(mut sought) => {
            if let Words::Word(_, how @ How::Meant) = &mut sought.words {
                *how = How::Exact;
            }
            Node::Sought(sought)
        }
        other => other,
    }
}
