//! The library: the list of documents, its order, its search, its preview.

use std::collections::VecDeque;
use std::sync::Arc;

use super::{Aim, App, Command, Cursor, Effect, Motion, Prompt, Ticket, layout};
use crate::library::{DocId, Families, Groups, Preview, Question, Sort, SortKey};
use crate::note::Place;

/// Previews that are kept for coming back to.
const KEPT: usize = 64;

/// The previews that were worked out last.
#[derive(Clone, Debug, Default)]
pub struct Previews {
    kept: VecDeque<(DocId, Arc<Preview>)>,
}

impl Previews {
    /// The preview of that document, once it is known.
    pub fn get(&self, id: DocId) -> Option<&Arc<Preview>> {
        self.kept.iter().find(|(kept, _)| *kept == id).map(|(_, preview)| preview)
    }

    /// Lets go of a preview that isn't true any more.
    pub(super) fn forget(&mut self, id: DocId) {
        self.kept.retain(|(kept, _)| *kept != id);
    }

    /// Keeps a preview, and lets go of the oldest.
    pub(super) fn put(&mut self, id: DocId, preview: Arc<Preview>) {
        self.kept.retain(|(kept, _)| *kept != id);
        self.kept.truncate(KEPT - 1);
        self.kept.push_front((id, preview));
    }
}

/// The list of documents.
#[derive(Clone, Debug)]
pub struct LibraryView {
    /// The documents in their order: all, or those that match.
    pub order: Vec<DocId>,
    /// The copies among them.
    pub families: Families,
    /// Whether copies are folded into the first of each group.
    pub folded: bool,
    /// The cursor over them.
    pub cursor: Cursor,
    /// What is searched for.
    pub find: Prompt,
    /// Whether it is being typed.
    pub typing: bool,
    /// How the list is sorted.
    pub sort: Sort,
    /// Whether the preview is shown where there is room.
    pub preview: bool,
    /// Whether the person wants it shown, which is kept: a slow line begins without it all the same.
    pub(super) preview_wanted: bool,
    /// Previews that are known.
    pub previews: Previews,
    /// The question whose answer counts.
    asked: Ticket,
    /// The query that the order in sight answers.
    pub answered: String,
    /// The query of the question whose answer counts.
    query_asked: String,
    /// Which documents are copies, as far as that is known.
    groups: Arc<Groups>,
    /// The question for the groups whose answer counts, while it is still to come.
    grouping: Option<Ticket>,
    /// Whether documents came in since that question.
    ungrouped: bool,
    /// Whether that answer is still to come.
    pub(super) arranging: bool,
    /// Whether documents came in since the question.
    pub(super) outdated: bool,
    /// Whether the person has moved: then the cursor keeps its document while more come in.
    moved: bool,
    /// The preview asked for last.
    wanted: Option<DocId>,
    /// Whether the best match is to be opened once what was typed is answered.
    opens: bool,
}

impl Default for LibraryView {
    fn default() -> Self {
        Self {
            order: Vec::new(),
            families: Families::default(),
            folded: true,
            cursor: Cursor::default(),
            find: Prompt::default(),
            typing: false,
            sort: Sort::default(),
            preview: true,
            preview_wanted: true,
            previews: Previews::default(),
            asked: 0,
            answered: String::new(),
            query_asked: String::new(),
            groups: Arc::default(),
            grouping: None,
            ungrouped: false,
            arranging: false,
            outdated: false,
            moved: false,
            wanted: None,
            opens: false,
        }
    }
}

impl LibraryView {
    /// Whether the order in sight isn't the answer to what was typed yet, and the person hasn't chosen from it.
    fn is_behind(&self) -> bool {
        !self.moved && self.answered != self.find.text()
    }

    /// The document under the cursor.
    pub fn chosen(&self) -> Option<DocId> {
        self.order.get(self.cursor.at).copied()
    }

    /// The document that stands for all that are like this one.
    pub(super) fn head(&self, id: DocId) -> DocId {
        self.groups.head(id)
    }

    /// Where a document stands in the list: itself, or the one that it is folded into.
    pub(super) fn position(&self, id: DocId) -> Option<usize> {
        let at = |wanted: DocId| self.order.iter().position(|&listed| listed == wanted);
        at(id).or_else(|| at(self.families.first(id)))
    }
}

impl App {
    /// Rows of the list in sight, below the line for finding.
    pub(super) fn library_height(&self) -> usize {
        usize::from(layout::library(self.size, false).main.height).saturating_sub(1)
    }

    /// Documents came in or are known better: finds copies among them, then puts the list in order.
    pub(super) fn group(&mut self) {
        // What is under way isn't begun anew for every batch, or it would never end.
        if self.library.grouping.is_some() {
            self.library.ungrouped = true;
            return;
        }
        if self.library.order.is_empty() && !self.library.arranging {
            self.arrange_at_first();
        }
        let ticket = self.ticket();
        (self.library.grouping, self.library.ungrouped) = (Some(ticket), false);
        self.effect(Effect::Group(ticket, self.catalogue.clone(), self.progress.done));
    }

    /// Shows a list that was known before at once, with its copies as they were then; what has changed since is seen to
    /// behind that.
    fn arrange_at_first(&mut self) {
        if let Some(known) = self.catalogue.worked_out_before() {
            self.library.groups = Arc::new(known.groups.clone());
            self.arrange();
        }
    }

    /// The groups are known.
    pub(super) fn grouped(&mut self, ticket: Ticket, groups: Arc<Groups>) {
        if self.library.grouping.take_if(|asked| *asked == ticket).is_none() {
            return;
        }
        self.library.groups = groups;
        if self.library.ungrouped {
            self.group();
        }
        if self.library.arranging {
            self.library.outdated = true;
        } else {
            self.arrange();
        }
    }

    /// Asks for the list in its order.
    pub(super) fn arrange(&mut self) {
        let ticket = self.ticket();
        self.library.asked = ticket;
        (self.library.arranging, self.library.outdated) = (true, false);
        let typed = self.library.find.text().to_owned();
        self.library.query_asked.clone_from(&typed);
        let question = Question {
            catalogue: self.catalogue.clone(),
            typed,
            sort: self.library.sort,
            groups: self.library.groups.clone(),
            folded: self.library.folded,
        };
        self.effect(Effect::Arrange(ticket, Box::new(question)));
    }

    pub(super) fn arranged(&mut self, ticket: Ticket, order: Vec<DocId>, families: Families) {
        if ticket != self.library.asked {
            return;
        }
        let answered = self.library.query_asked.clone();
        self.library.arranging = false;
        if self.library.outdated {
            self.arrange();
        }
        let chosen = self.library.chosen().filter(|_| self.library.moved);
        (self.library.order, self.library.families) = (order, families);
        self.library.answered.clone_from(&answered);
        let kept = chosen.and_then(|chosen| self.library.position(chosen));
        let height = self.library_height();
        self.library.cursor.at = kept.unwrap_or(0);
        self.library.cursor.keep(self.library.order.len(), height);
        self.want_preview();
        if self.library.opens && !self.library.is_behind() {
            self.open_chosen();
        }
    }

    /// Opens the document under the cursor, once the list answers what was typed.
    fn open_chosen(&mut self) {
        // A list that is still being put in order has nothing to choose from yet.
        let coming =
            self.library.order.is_empty() && (self.library.arranging || self.library.grouping.is_some());
        self.library.opens = self.library.is_behind() || coming;
        match self.library.chosen() {
            _ if self.library.opens => {}
            Some(id) => {
                self.remember_place();
                self.open(id, Aim::Remembered);
            }
            None => self.say("No document is chosen"),
        }
    }

    /// Lets go of what the preview of a document shows, which is known better now.
    pub(super) fn forget_preview(&mut self, id: DocId) {
        self.library.previews.forget(id);
        self.library.wanted.take_if(|wanted| *wanted == id);
    }

    /// Lets go of all previews, and asks for the one in sight anew.
    pub(super) fn forget_previews(&mut self) {
        (self.library.previews, self.library.wanted) = (Previews::default(), None);
        self.want_preview();
    }

    /// Asks for the preview of the document under the cursor, unless it is known.
    pub(super) fn want_preview(&mut self) {
        let Some(id) = self.library.chosen() else { return };
        let shown = layout::library(self.room(), self.library.preview).side.is_some();
        if !shown
            || self.screen() != super::Screen::Library
            || self.library.wanted == Some(id)
            || self.library.previews.get(id).is_some()
        {
            return;
        }
        self.library.wanted = Some(id);
        if let Some(path) = self.catalogue.get(id).map(|entry| entry.shared_path()) {
            self.effect(Effect::Preview(id, path));
        }
    }

    /// What was typed has changed: search anew, from the best match.
    pub(super) fn library_typed(&mut self) {
        (self.library.moved, self.library.opens) = (false, false);
        self.arrange();
    }

    /// Leaves the line for finding; with `clear` its text goes too.
    pub(super) fn leave_library_find(&mut self, clear: bool) {
        (self.library.typing, self.library.opens) = (false, false);
        if clear && !self.library.find.text().is_empty() {
            self.library.find = Prompt::default();
            // The document that was found stays under the cursor in the full list.
            self.library.moved = true;
            self.arrange();
        }
    }

    pub(super) fn move_in_library(&mut self, motion: Motion) {
        let height = self.library_height();
        self.library.moved = true;
        self.library.cursor.go(motion, self.library.order.len(), height);
        self.want_preview();
    }

    /// The commands of the library; says whether `command` is one.
    pub(super) fn library_command(&mut self, command: Command) -> bool {
        match command {
            Command::Open | Command::Accept => {
                self.library.typing = false;
                self.open_chosen();
            }
            Command::Find => {
                self.leave_library_find(true);
                self.library.typing = true;
            }
            Command::Cancel if self.library.typing || !self.library.find.text().is_empty() => {
                self.leave_library_find(true);
            }
            Command::FocusNext => self.leave_library_find(false),
            Command::SortNext => self.sort_by(self.library.sort.key.next()),
            Command::SortDate => self.sort_by(SortKey::Date),
            Command::SortTitle => self.sort_by(SortKey::Title),
            Command::SortSource => self.sort_by(SortKey::Source),
            Command::SortLength => self.sort_by(SortKey::Length),
            Command::SortReverse => {
                self.library.sort.reversed = !self.library.sort.reversed;
                self.arrange();
            }
            Command::TogglePreview => {
                self.library.preview = !self.library.preview;
                self.library.preview_wanted = self.library.preview;
                self.want_preview();
            }
            Command::ToggleCopies => self.toggle_copies(),
            Command::ToggleRead => self.toggle_read(),
            Command::About => self.about(),
            _ => return false,
        }
        true
    }

    /// Folds copies into the first of each group, or shows them below it. The document under the cursor
    /// stays there, or the one that it is folded into.
    fn toggle_copies(&mut self) {
        self.library.folded = !self.library.folded;
        self.library.moved = true;
        self.arrange();
        let found = !self.library.find.text().is_empty();
        self.say(match (self.library.families.is_empty(), self.library.folded) {
            _ if found => "While titles are searched all copies are shown",
            (true, _) => "No document of the list is a copy of another",
            (false, true) => "Copies are folded into the first of them",
            (false, false) => "Copies stand below the first of them",
        });
    }

    fn sort_by(&mut self, key: SortKey) {
        self.library.sort = Sort { key, reversed: false };
        self.arrange();
    }

    /// Marks the document under the cursor as read or as unread.
    fn toggle_read(&mut self) {
        let Some(document) = self.library.chosen().and_then(|id| self.document_ref(id)) else { return };
        let place = self.store.place(&document.path, &document.hash, &self.catalogue);
        let (offset, read) = place.map_or((0, false), |place| (place.offset, place.read));
        if !self.replayed {
            return self.say("The journal is still being read");
        }
        self.place(Place { document, offset, read: !read });
    }
}
