//! The notes beside the text: those on the document, those on its passages, and those elsewhere that link to it.

use super::{App, Reader};
use crate::note::markup::{Mark, marks};
use crate::note::{Item, ItemId, Nothing, Resolved};
use crate::text::Span;
use crate::text::fold::Folding;

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
}

impl App {
    /// The notes beside the open document, in the order of its text.
    pub fn beside(&self) -> Vec<(&Item, Beside)> {
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
        reader.pane = super::Pane::Text;
        let (shown, room) = (reader.notes_beside, reader.areas().side.is_some());
        if shown && !room {
            let notes = self.key_for(super::Command::Notes);
            self.say(format!("There is no room beside the text; {notes} lists the notes"));
        }
    }
}
