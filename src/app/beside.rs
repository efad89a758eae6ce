//! The notes beside the text: those on the document, those on its passages, and those elsewhere that link to it; and the
//! cursor over them.

use std::sync::Arc;

use jiff::Timestamp;
use ratatui::layout::Rect;

use super::{App, Motion, Pane, Reader};
use crate::note::markup::{Mark, marks};
use crate::note::{Item, ItemId, Leaf, Nothing, Resolved};
use crate::text::Span;
use crate::text::fold::Folding;

/// Rows that a note takes where it isn't the one that is gone through; what is longer says how much.
const MOST_ROWS: usize = 8;

/// Columns before a note: the cursor, the sign and a blank; and one behind it.
const AROUND: u16 = 4;

/// Why a note stands beside a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// It is on the whole document.
    Document,
    /// It hangs on these words.
    Passage(Span),
    /// It hangs perhaps on these words.
    Doubtful(Span),
    /// It hung on words that aren't there any more.
    Lost,
    /// It is about something else, and links to the document.
    Linked,
}

impl Beside {
    /// Where in the text it belongs: what is on the whole document before all, what is nowhere in it behind all.
    fn order(self) -> (u8, u32) {
        match self {
            Self::Document => (0, 0),
            Self::Passage(span) | Self::Doubtful(span) => (1, span.start),
            Self::Lost => (2, 0),
            Self::Linked => (3, 0),
        }
    }

    /// The words that it hangs on, perhaps.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Passage(span) | Self::Doubtful(span) => Some(span),
            Self::Document | Self::Lost | Self::Linked => None,
        }
    }

    /// What is said of its place, where that isn't plain.
    fn label(self) -> &'static str {
        match self {
            Self::Doubtful(_) => "doubtful",
            Self::Lost => "lost: its words are gone",
            Self::Document | Self::Passage(_) | Self::Linked => "",
        }
    }
}

/// A note beside the text.
#[derive(Clone, Debug)]
pub struct BesideNote {
    /// Which.
    pub id: ItemId,
    /// Why it stands there.
    pub why: Beside,
    changed: Timestamp,
    /// What is said of its place before it; empty where that is plain.
    pub head: &'static str,
    /// What was written, else the words that it hangs on.
    pub leaf: Arc<Leaf>,
    /// Its tags and what it is about, where that is something else; behind it.
    pub tail: Arc<Leaf>,
    /// The rows that all of it takes.
    pub rows: usize,
}

impl BesideNote {
    fn new(item: &Item, why: Beside, width: u16) -> Self {
        let leaf = match item.body.trim() {
            "" if item.anchor().is_none() => Leaf::plain("the whole document"),
            "" => Leaf::plain(&format!("“{}”", item.subject.quotation_on_a_line())),
            body => Leaf::of(body),
        };
        let tags = item.tags.iter().map(|tag| format!("#{tag}"));
        let about = (why == Beside::Linked).then(|| format!("— on {}", item.subject.title()));
        let tail: Vec<String> = tags.chain(about).collect();
        let tail = if tail.is_empty() { Leaf::of("") } else { Leaf::plain(&tail.join(" ")) };
        let head = why.label();
        let rows = leaf.rows(width) + tail.rows(width);
        let rows = rows + if head.is_empty() { 0 } else { Leaf::plain(head).rows(width) };
        let (leaf, tail) = (Arc::new(leaf), Arc::new(tail));
        Self { id: item.id.clone(), why, changed: item.changed, head, leaf, tail, rows: rows.max(1) }
    }
}

/// The notes beside the text, as they are shown.
#[derive(Clone, Debug, Default)]
pub struct BesideView {
    /// All of them, in the order of the text.
    pub notes: Vec<BesideNote>,
    /// The one under the cursor.
    pub at: usize,
    /// Rows of it that are scrolled away, where it is longer than the pane.
    pub top: usize,
    /// The rows that all of them take together.
    rows: usize,
    width: u16,
}

impl BesideView {
    /// The rows in which a note is shown in a pane of `room` rows: all of it where all notes fit, and of the one under the
    /// cursor where that is shown.
    fn height(&self, at: usize, focused: bool, room: usize) -> usize {
        let most = if self.rows <= room || focused && at == self.at { room } else { MOST_ROWS };
        self.notes.get(at).map_or(0, |note| note.rows.min(most))
    }

    /// Moves the cursor, and within a note that is longer than the pane.
    fn go(&mut self, motion: Motion, room: usize) {
        let last = self.notes.len().saturating_sub(1);
        let by_notes = matches!(motion, Motion::Lines(_));
        let Some(lines) = motion.lines(room) else {
            (self.at, self.top) = (if motion == Motion::Top { 0 } else { last }, 0);
            return;
        };
        let mut left = lines.unsigned_abs();
        while left > 0 {
            let rows = self.notes.get(self.at).map_or(0, |note| note.rows);
            let hidden = rows.saturating_sub(room);
            let within = if lines > 0 { hidden.saturating_sub(self.top) } else { self.top };
            let steps = if within > 0 { within.min(left) } else { 1 };
            match (within > 0, lines > 0) {
                (true, true) => self.top += steps,
                (true, false) => self.top -= steps,
                (false, true) if self.at < last => (self.at, self.top) = (self.at + 1, 0),
                (false, false) if self.at > 0 => {
                    self.at -= 1;
                    self.top = self.notes.get(self.at).map_or(0, |note| note.rows.saturating_sub(room));
                }
                (false, _) => return,
            }
            // By pages a note counts as many as it has rows.
            left -= if within > 0 || by_notes { steps } else { rows.clamp(1, left) };
        }
    }
}

impl Reader {
    /// The pane of the notes beside the text, below its heading; `None` where they aren't shown.
    pub fn beside_area(&self) -> Option<Rect> {
        let side = self.areas().side.filter(|_| self.notes_beside)?;
        Some(Rect { y: side.y + 1, height: side.height.saturating_sub(1), ..side })
    }

    /// The note under the cursor of the pane, while that has the focus.
    pub fn chosen_note(&self) -> Option<&ItemId> {
        let chosen = self.beside.notes.get(self.beside.at).filter(|_| self.pane == Pane::Notes);
        chosen.map(|note| &note.id)
    }

    /// The notes in sight beside the text, each by its number with where it is shown: they go along with the text, or with
    /// the cursor where the pane has the focus.
    pub fn beside_placed(&self) -> Vec<(usize, Rect)> {
        let Some(area) = self.beside_area() else { return Vec::new() };
        let (room, focused) = (usize::from(area.height), self.pane == Pane::Notes);
        let height = |at: usize| self.beside.height(at, focused, room);
        let (mut placed, mut y) = (Vec::new(), area.y);
        for at in self.first_beside(&height, room)..self.beside.notes.len() {
            let left = area.bottom().saturating_sub(y);
            if left == 0 {
                break;
            }
            let rows = (height(at) as u16).min(left);
            placed.push((at, Rect { y, height: rows, ..area }));
            y += rows;
        }
        placed
    }

    /// The note that stands first: so that those in sight are shown, and no room is left at the end while others stand before.
    fn first_beside(&self, height: &dyn Fn(usize) -> usize, room: usize) -> usize {
        let notes = &self.beside.notes;
        let start = self.visible_span().start;
        let in_sight = |note: &BesideNote| match note.why {
            Beside::Passage(span) | Beside::Doubtful(span) => span.end > start,
            Beside::Document => self.percent() == 0,
            Beside::Lost | Beside::Linked => true,
        };
        let mut first = match self.pane {
            Pane::Notes => self.beside.at,
            Pane::Text | Pane::Cast => notes.iter().position(in_sight).unwrap_or(0),
        };
        let mut taken = 0;
        for at in first..notes.len() {
            taken += height(at);
            if taken >= room {
                break;
            }
        }
        while first > 0 && taken + height(first - 1) <= room {
            first -= 1;
            taken += height(first);
        }
        first
    }

    /// Gives the pane the focus, the cursor on the note that the person is at.
    pub(super) fn focus_notes(&mut self) {
        let visible = self.visible_span();
        let here = self.current.filter(|current| current.overlaps(visible));
        let at = |wanted: &dyn Fn(Span) -> bool| {
            self.beside.notes.iter().position(|note| note.why.span().is_some_and(wanted))
        };
        let found = here.and_then(|here| at(&|span| span.overlaps(here)));
        self.beside.at = found.or_else(|| at(&|span| span.end > visible.start)).unwrap_or(0);
        self.beside.top = 0;
        self.pane = Pane::Notes;
    }
}

impl App {
    /// The notes beside the open document, in the order of its text.
    fn beside(&self) -> Vec<(&Item, Beside)> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let pinned = reader.pinned.iter().map(|(id, resolved)| {
            let why = match resolved {
                Resolved::Exact(span) | Resolved::Moved(span) => Beside::Passage(*span),
                Resolved::Doubtful(span) => Beside::Doubtful(*span),
                Resolved::Lost => Beside::Lost,
            };
            (id, why)
        });
        let about = reader.about.iter().map(|(id, why)| (id, *why));
        let items = pinned.chain(about).filter_map(|(id, why)| Some((self.store.get(id)?, why)));
        let mut items: Vec<(&Item, Beside)> = items.collect();
        items.sort_by_key(|(item, why)| (why.order(), item.created));
        items
    }

    /// Has what is shown beside the text be what there is; those that are the same aren't set anew.
    pub(super) fn set_beside(&mut self) {
        let Some(area) = self.reader.as_ref().and_then(Reader::beside_area) else { return };
        let width = area.width.saturating_sub(AROUND);
        let beside = self.beside();
        let Some(reader) = &self.reader else { return };
        let known = &reader.beside;
        let is = |note: &BesideNote, (item, why): &(&Item, Beside)| {
            note.id == item.id && note.changed == item.changed && note.why == *why && known.width == width
        };
        if known.notes.len() == beside.len()
            && known.notes.iter().zip(&beside).all(|(note, own)| is(note, own))
        {
            return;
        }
        let chosen = known.notes.get(known.at).map(|note| note.id.clone());
        let set = |own: &(&Item, Beside)| {
            let same = known.notes.iter().find(|note| is(note, own)).cloned();
            same.unwrap_or_else(|| BesideNote::new(own.0, own.1, width))
        };
        let notes: Vec<BesideNote> = beside.iter().map(set).collect();
        let at = chosen.and_then(|id| notes.iter().position(|note| note.id == id));
        if let Some(reader) = &mut self.reader {
            let last = notes.len().saturating_sub(1);
            let (at, top) = (at.unwrap_or(reader.beside.at.min(last)), reader.beside.top);
            let hidden = notes.get(at).map_or(0, |note| note.rows.saturating_sub(usize::from(area.height)));
            let rows = notes.iter().map(|note| note.rows).sum();
            reader.beside = BesideView { notes, at, top: top.min(hidden), rows, width };
        }
    }

    /// Moves the cursor over the notes beside the text; the text goes along.
    pub(super) fn move_beside(&mut self, motion: Motion) {
        let Some(reader) = &mut self.reader else { return };
        let room = reader.beside_area().map_or(1, |area| usize::from(area.height)).max(1);
        let before = reader.beside.at;
        reader.beside.go(motion, room);
        let at = reader.beside.at;
        if let Some(span) =
            reader.beside.notes.get(at).filter(|_| at != before).and_then(|note| note.why.span())
        {
            reader.go_to(span);
        }
    }

    /// The mouse was pressed, perhaps twice, in that column and row: in a note beside the text it chooses that, twice it edits
    /// it, and on a link it follows that. Says whether there is a note.
    pub(super) fn mouse_beside(&mut self, twice: bool, column: u16, row: u16) -> bool {
        let Some(reader) = &mut self.reader else { return false };
        let inside = |place: &Rect| row >= place.y && row < place.bottom() && column >= place.x;
        let Some((at, place)) = reader.beside_placed().into_iter().find(|(_, place)| inside(place)) else {
            return false;
        };
        let chosen = reader.pane == Pane::Notes && reader.beside.at == at;
        let top = if chosen { reader.beside.top } else { 0 };
        let width = place.width.saturating_sub(AROUND);
        let down = usize::from(row - place.y) + top;
        let link = reader.beside.notes.get(at).and_then(|note| {
            let head = if note.head.is_empty() { 0 } else { Leaf::plain(note.head).rows(width) };
            note.leaf
                .link_in(width, down.checked_sub(head)?, column.checked_sub(place.x + AROUND - 1)?)
                .cloned()
        });
        if !chosen {
            (reader.pane, reader.beside.at, reader.beside.top) = (Pane::Notes, at, 0);
            if let Some(span) = reader.beside.notes.get(at).and_then(|note| note.why.span()) {
                reader.go_to(span);
            }
        }
        match link {
            Some(link) if !twice => self.follow(&link),
            _ if twice => self.run(super::Command::Edit, None),
            _ => {}
        }
        true
    }

    /// The notes on the whole of the open document, and those that link to it.
    pub(super) fn about_reader(&self, reader: &Reader) -> Vec<(ItemId, Beside)> {
        let path = crate::note::path_to_text(&reader.path);
        let hash = &reader.document.meta.hash;
        let whole =
            self.store.of_document(&path, hash, &self.catalogue).filter(|(_, item)| item.anchor().is_none());
        let whole = whole.map(|(_, item)| (item.id.clone(), Beside::Document));
        let here: Vec<&ItemId> =
            self.store.of_document(&path, hash, &Nothing).map(|(_, item)| &item.id).collect();
        let linked = self.linking_to(&reader.document.meta.title.value, &reader.path);
        let linked = linked.filter(|item| !here.contains(&&item.id));
        whole.chain(linked.map(|item| (item.id.clone(), Beside::Linked))).collect()
    }

    /// The items that link to the document of that title and path.
    fn linking_to<'a>(&'a self, title: &'a str, path: &'a std::path::Path) -> impl Iterator<Item = &'a Item> {
        let folding = Folding::for_query("");
        let title = folding.fold(title).as_str().to_owned();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let file = folding.fold(&file).as_str().to_owned();
        let means = move |name: &str| {
            let name = folding.fold(name).as_str().to_owned();
            name == title || name == file
        };
        // Most notes link to nothing, which is seen at a glance.
        let may = self.store.items().filter(|item| item.body.contains("[["));
        may.filter(move |item| {
            let mut marks = marks(&item.body).into_iter();
            marks.any(|(_, mark)| matches!(mark, Mark::Document(name) if means(&name)))
        })
    }

    /// Shows the notes beside the text, or the cast again.
    pub(super) fn toggle_notes_beside(&mut self) {
        let Some(reader) = &mut self.reader else { return };
        reader.reset(|reader| reader.notes_beside = !reader.notes_beside);
        reader.pane = Pane::Text;
        let (shown, room) = (reader.notes_beside, reader.areas().side.is_some());
        if shown && !room {
            let notes = self.key_for(super::Command::Notes);
            self.say(format!("There is no room beside the text; {notes} lists the notes"));
        }
    }
}
