//! In plain mode a change of where one is, or of what is selected, is said in the line at the foot, for people who don't
//! see the screen change.

use super::{App, Context, Overlay, Screen, heading};
use crate::text::Span;
use crate::text::around::one_line;

/// Letters of a selection that are said of its beginning, and as many of its end.
const SAID: usize = 20;

/// Where a person is, as far as it is worth saying when it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whereabouts {
    screen: Screen,
    context: Context,
    document: Option<crate::library::DocId>,
    /// What is selected in it.
    selected: Option<Span>,
    /// What the line says, which is no news any more.
    said: Option<String>,
}

impl App {
    /// Where the person is now.
    pub(super) fn whereabouts(&self) -> Whereabouts {
        let reader = self.reader.as_ref().filter(|_| self.screen() == Screen::Reader);
        let document = reader.map(|reader| reader.id);
        let selected = reader.and_then(|reader| Some(reader.selection?.span()));
        let said = self.message.as_ref().map(|message| message.text.clone());
        Whereabouts { screen: self.screen(), context: self.context(), document, selected, said }
    }

    /// Says where the person has come to, if that isn't where they were and nothing else is said.
    pub(super) fn announce(&mut self, before: &Whereabouts) {
        let now = self.whereabouts();
        let is_news = now.said.is_some() && now.said != before.said;
        let stays =
            (now.screen, now.context, now.document) == (before.screen, before.context, before.document);
        if is_news {
            return;
        }
        if let Some(selected) = now.selected.filter(|_| now.selected != before.selected) {
            return self.announce_selection(selected);
        }
        if stays {
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
            // What is found is said once it is known.
            (None, Screen::Search) if self.search.waiting || !self.search.is_asking() => String::new(),
            (None, Screen::Search) => format!("{} found", self.search.total),
            (None, Screen::Problems) => format!("{} problems", self.problems.len()),
            _ => String::new(),
        };
        self.say(if more.is_empty() { place.to_owned() } else { format!("{place}: {more}") });
    }

    /// Says what is selected: all of a short passage, of a longer one how it begins and ends.
    fn announce_selection(&mut self, selected: Span) {
        let Some(reader) = &self.reader else { return };
        let text = selected.of(reader.text().as_str());
        let letters = text.chars().count();
        let place = |letter: usize| text.char_indices().nth(letter).map_or(text.len(), |(at, _)| at);
        if letters <= SAID * 2 {
            return self.say(format!("Selected: “{}”", one_line(text)));
        }
        let (head, tail) = (one_line(&text[..place(SAID)]), one_line(&text[place(letters - SAID)..]));
        self.say(format!("Selected {letters} characters: “{} … {}”", head.trim_end(), tail.trim_start()));
    }
}
