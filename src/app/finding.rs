//! Finding a phrase in the open document, as it is typed.

use super::{App, Command, Effect, Lit, Search, Ticket};
use crate::text::Span;

impl App {
    pub(super) fn matched(&mut self, ticket: Ticket, spans: Vec<Span>) {
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.search.ticket == ticket) else {
            return;
        };
        reader.search.waiting = false;
        reader.search.spans = spans;
        if !std::mem::take(&mut reader.search.leads) {
            return;
        }
        reader.current = None;
        if reader.search.typing {
            // From where the typing began, so that more letters never carry the reader away.
            reader.scroll_to(reader.search.origin.0);
        }
        if let Some((span, _)) = reader.step(Lit::Search, false) {
            reader.go_to(span);
        }
    }

    /// What is typed in the reader's line for finding has changed: its places are asked for, and lead to the
    /// first of them.
    pub(super) fn reader_typed(&mut self) {
        if let Some(reader) = &mut self.reader {
            reader.search.leads = true;
            reader.current = None;
        }
        self.find_again();
    }

    /// Asks for the places of the phrase in the text as it is shown now.
    pub(super) fn find_again(&mut self) {
        let ticket = self.ticket();
        let Some(reader) = &mut self.reader else { return };
        let typed = reader.search.prompt.text().to_owned();
        reader.search.ticket = ticket;
        if typed.is_empty() {
            reader.search.spans.clear();
            reader.search.waiting = false;
            reader.lit = Lit::Nothing;
            reader.scroll_to(reader.search.origin.0);
            return;
        }
        reader.lit = Lit::Search;
        reader.search.waiting = true;
        let (text, unfolded) = (reader.text().clone(), reader.unfolded || reader.raw_shown);
        self.effect(Effect::Match(ticket, text, typed, unfolded));
    }

    /// Leaves the reader's line for finding: to the match, or back to where the typing began.
    pub(super) fn leave_reader_find(&mut self, accept: bool) {
        let Some(reader) = &mut self.reader else { return };
        reader.search.typing = false;
        if accept && !reader.search.prompt.text().is_empty() {
            let origin = reader.search.origin.0;
            self.remember_offset(origin);
            let Some(reader) = &mut self.reader else { return };
            if reader.search.spans.is_empty() && !reader.search.waiting {
                let folded = !reader.unfolded && !reader.raw_shown && reader.has_asides();
                let typed = reader.search.prompt.text().to_owned();
                reader.lit = Lit::Nothing;
                let more = match folded {
                    true => format!(
                        " as it is shown; {} shows what was set aside",
                        self.key_for(Command::ToggleAside)
                    ),
                    false => String::new(),
                };
                let text = format!("“{typed}” isn't in this text{more}");
                self.warn(text);
            }
        } else {
            let (place, lit, current) = reader.search.origin;
            reader.search = Search::default();
            reader.scroll_to(place);
            reader.lit = if lit == Lit::Search { Lit::Nothing } else { lit };
            reader.current = current;
        }
    }
}
