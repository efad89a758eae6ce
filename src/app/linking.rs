//! Following the links of a note: to a document of the collection, or to the page of somebody.

use super::{Aim, App, Screen};
use crate::index::names::Wanted;
use crate::library::DocId;
use crate::note::markup::{Mark, marks};
use crate::tag::Kind;
use crate::text::fold::Folding;

impl App {
    /// Goes to where the chosen note links to; with a number, to that one of its links.
    pub(super) fn follow_link(&mut self, count: Option<u32>) {
        let item = match self.screen() {
            Screen::Notes => self.chosen_item(),
            _ => self.item_here(),
        };
        let Some(item) = item else { return };
        let links: Vec<Mark> = marks(&item.body)
            .into_iter()
            .map(|(_, mark)| mark)
            .filter(|mark| !matches!(mark, Mark::Tag(_)))
            .collect();
        let number = count.map_or(0, |count| (count as usize).saturating_sub(1));
        match links.get(number) {
            Some(link) => self.follow(link),
            None if links.is_empty() => self.say("This note links to nothing: [[a title]] or @a name does"),
            None => self.say(format!("This note has {} links", links.len())),
        }
    }

    /// Goes to what a link means.
    pub(super) fn follow(&mut self, link: &Mark) {
        match link {
            Mark::Document(name) => match self.document_called(name) {
                Some(id) => {
                    self.remember_place();
                    self.open(id, Aim::Remembered);
                }
                None => self.warn(format!("No document of this collection is called “{name}”")),
            },
            // Whoever looks for it asks for other kinds too.
            Mark::Entity(name) => {
                self.want_entity(Wanted { kind: Kind::Person, name: name.clone(), id: None })
            }
            Mark::Tag(_) => {}
        }
    }

    /// The document of that title or file name, case and accents ignored.
    pub(super) fn document_called(&self, name: &str) -> Option<DocId> {
        let folding = Folding::for_query("");
        let wanted = folding.fold(name).as_str().to_owned();
        let is = |text: &str| folding.fold(text).as_str() == wanted;
        let file =
            |path: &std::path::Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut found = self.catalogue.iter();
        found.find(|(_, entry)| is(entry.title()) || is(&file(&entry.path()))).map(|(id, _)| id)
    }
}
