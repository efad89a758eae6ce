//! In plain mode a change of where one is is said in the line at the foot, for people who don't see the screen change.

use super::{App, Context, Overlay, Screen, heading};

/// Where a person is, as far as it is worth saying when it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whereabouts {
    screen: Screen,
    context: Context,
    document: Option<crate::library::DocId>,
    /// What the line says, which is no news any more.
    said: Option<String>,
}

impl App {
    /// Where the person is now.
    pub(super) fn whereabouts(&self) -> Whereabouts {
        let document =
            self.reader.as_ref().filter(|_| self.screen() == Screen::Reader).map(|reader| reader.id);
        let said = self.message.as_ref().map(|message| message.text.clone());
        Whereabouts { screen: self.screen(), context: self.context(), document, said }
    }

    /// Says where the person has come to, if that isn't where they were and nothing else is said.
    pub(super) fn announce(&mut self, before: &Whereabouts) {
        let now = self.whereabouts();
        let is_news = now.said.is_some() && now.said != before.said;
        let stays =
            (now.screen, now.context, now.document) == (before.screen, before.context, before.document);
        if is_news || stays {
            return;
        }
        let place = heading(self.context());
        let more = match (&self.overlay, self.screen()) {
            (Some(Overlay::Commands(commands)), _) => format!("{} commands", commands.rows.len()),
            (Some(_), _) => String::new(),
            (None, Screen::Library) => format!("{} documents", self.library.order.len()),
            (None, Screen::Reader) => match &self.reader {
                Some(reader) => format!("“{}”, {} %", reader.document.meta.title.value, reader.percent()),
                None => String::new(),
            },
            (None, Screen::Search) => format!("{} found", self.search.total),
            (None, Screen::Problems) => format!("{} problems", self.problems.len()),
            _ => String::new(),
        };
        self.say(if more.is_empty() { place.to_owned() } else { format!("{place}: {more}") });
    }
}
