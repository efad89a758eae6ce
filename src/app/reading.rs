//! What the commands do in the reader.

use super::{Aim, App, Command, Editing, Lit, Motion, Overlay, Pane, Reader, Search, Target};
use crate::text::Span;

impl App {
    /// `back` and `cancel` in the reader: let go of one thing after another; then `back` leaves the document.
    pub(super) fn leave_reader(&mut self, leave: bool) {
        let results = self.back_to_results();
        let Some(reader) = &mut self.reader else { return };
        if results {
            self.leave_document();
        } else if reader.lit != Lit::Nothing {
            reader.lit = Lit::Nothing;
            reader.search = Search::default();
            reader.current = None;
        } else if reader.raw_shown {
            reader.toggle_raw();
        } else if reader.pane != Pane::Text {
            reader.pane = Pane::Text;
        } else if !leave {
            self.say(format!("{} goes back to the list", self.key_for(Command::Back)));
        } else {
            self.leave_document();
        }
    }

    /// Leaves the document for the screen below.
    fn leave_document(&mut self) {
        self.keep_place();
        self.opening = None;
        self.screens.pop();
        // A note may have been written there.
        self.find_notes();
        self.keep_cursors();
        self.want_preview();
    }

    /// The commands of the reader; says whether `command` is one.
    pub(super) fn reader_command(&mut self, command: Command, count: Option<u32>) -> bool {
        let Some(reader) = &mut self.reader else { return false };
        if reader.selection.is_some() && self.select_command(command, count) {
            return true;
        }
        let Some(reader) = &mut self.reader else { return false };
        match command {
            Command::Open if reader.pane == Pane::Cast => self.choose_entity(),
            Command::Find => {
                let origin = (reader.place(), reader.lit, reader.current);
                reader.search = Search { typing: true, origin, ..Search::default() };
                reader.pane = Pane::Text;
            }
            Command::Next | Command::Previous if reader.lit == Lit::Hits => {
                for _ in 0..count.unwrap_or(1).clamp(1, 999) {
                    self.step_hits(command == Command::Previous);
                }
            }
            Command::SearchThis => self.search_this(),
            Command::Next | Command::Previous => self.step(self.lit(), command == Command::Previous, count),
            Command::NextMention | Command::PreviousMention => {
                self.step(Lit::Nothing, command == Command::PreviousMention, count);
            }
            Command::Who => self.who(),
            Command::Open => self.entity_here(),
            Command::FocusNext => self.focus_next(),
            Command::ToggleNotes => self.toggle_notes_beside(),
            Command::ToggleCast => {
                reader.reset(|reader| {
                    // In the place of the notes it is shown.
                    reader.cast_shown = !reader.cast_shown || reader.notes_beside;
                    reader.notes_beside = false;
                });
                reader.pane = Pane::Text;
            }
            Command::ToggleAside => {
                reader.reset(|reader| reader.unfolded = !reader.unfolded);
                let (shown, searching) = (reader.unfolded, reader.lit == Lit::Search);
                let none = !reader.has_asides();
                self.say(match (none, shown) {
                    (true, _) => "Nothing was set aside in this document",
                    (false, true) => "What was set aside is shown",
                    (false, false) => "What was set aside is folded",
                });
                if searching {
                    self.find_again();
                }
            }
            Command::ToggleRaw => {
                reader.toggle_raw();
                let text = if reader.raw_shown { "Raw text" } else { "Reading text" };
                let searching = reader.lit == Lit::Search;
                self.say(text);
                if searching {
                    self.find_again();
                }
            }
            Command::About => self.about(),
            Command::Outline => self.show_outline(),
            Command::GoToPage => match count {
                Some(page) => self.go_to_page(&page.to_string()),
                None if reader.document.pages.is_empty() => self.say("This document has no pages"),
                None => self.overlay = Some(Overlay::Page(Default::default())),
            },
            Command::NextDocument | Command::PreviousDocument => {
                self.turn_document(command == Command::PreviousDocument, count.unwrap_or(1));
            }
            Command::Percent => match count {
                Some(percent) => self.go_to_percent(percent),
                None => self.overlay = Some(Overlay::Percent(Default::default())),
            },
            Command::Bookmark => self.toggle_bookmark(),
            Command::SetMark => self.set_mark(),
            Command::ToMiddle | Command::ToTop => self.put_here(command == Command::ToMiddle),
            Command::Edit | Command::EditExternal => match self.item_here() {
                Some(item) => self.edit(Editing::new(Target::Item(item)), command == Command::EditExternal),
                None => self.say("There is no note in sight"),
            },
            Command::FollowLink => self.follow_link(count),
            Command::Tag => self.ask_tags(),
            Command::Colour => self.ask_colour(),
            Command::NextNote | Command::PreviousNote => {
                self.step_notes(command == Command::PreviousNote, count);
            }
            Command::Delete => self.delete_here(),
            Command::Note => self.begin_note(false),
            Command::NoteExternal => self.begin_note(true),
            Command::Select => {
                reader.begin_selection();
                if reader.selection.is_none() {
                    self.say("There is no word to select");
                }
            }
            Command::Highlight => self.highlight(),
            Command::Copy => self.copy(),
            Command::ParagraphDown | Command::ParagraphUp => {
                let back = command == Command::ParagraphUp;
                match reader.paragraph_away(back) {
                    Some(word) => reader.go_to(word),
                    None => self.say(if back {
                        "This is the first paragraph"
                    } else {
                        "This is the last paragraph"
                    }),
                }
            }
            _ => return false,
        }
        true
    }

    /// The commands of a selection; says whether `command` is one.
    fn select_command(&mut self, command: Command, count: Option<u32>) -> bool {
        let Some(reader) = &mut self.reader else { return false };
        match command {
            Command::Back | Command::Cancel => reader.selection = None,
            Command::Select => reader.begin_selection(),
            Command::SelectStart => reader.start_selection(),
            Command::SelectSwap => reader.swap_selection(),
            _ => return reader.move_caret(command, count.unwrap_or(1), Motion::of(command, count)),
        }
        true
    }

    pub(super) fn move_in_reader(&mut self, motion: Motion) {
        if matches!(motion, Motion::Top | Motion::Bottom | Motion::Line(_)) {
            self.remember_place();
        }
        let Some(reader) = &mut self.reader else { return };
        match reader.pane {
            Pane::Notes => self.move_beside(motion),
            Pane::Text => reader.scroll(motion),
            Pane::Cast => {
                reader.move_in_cast(motion);
                // The chosen name is lit at once; the text stays where it is.
                if let Some(entity) = reader.chosen_entity() {
                    reader.lit = Lit::Entity(entity);
                }
            }
        }
    }

    /// What the steps go over.
    fn lit(&self) -> Lit {
        self.reader.as_ref().map_or(Lit::Nothing, |reader| reader.lit)
    }

    fn step(&mut self, lit: Lit, back: bool, count: Option<u32>) {
        for _ in 0..count.unwrap_or(1).clamp(1, 999) {
            let Some(reader) = &mut self.reader else { return };
            match reader.step(lit, back) {
                Some((span, round)) => {
                    reader.go_to(span);
                    self.say_round(round, back);
                }
                None => {
                    let waiting = reader.cast.is_none() && !reader.raw_shown && lit != Lit::Search;
                    self.say(if waiting { "Names are still being tagged" } else { "Nothing to step to" });
                    return;
                }
            }
        }
    }

    /// Says that a step went round an end, if it did.
    pub(super) fn say_round(&mut self, round: bool, back: bool) {
        match round {
            true if back => self.say("From the end again"),
            true => self.say("From the beginning again"),
            false => self.message = None,
        }
    }

    fn focus_next(&mut self) {
        let Some(reader) = &mut self.reader else { return };
        match reader.pane {
            Pane::Cast | Pane::Notes => reader.pane = Pane::Text,
            Pane::Text if reader.notes_beside && !reader.raw_shown => reader.focus_notes(),
            Pane::Text => {
                if !reader.cast_shown {
                    reader.reset(|reader| (reader.cast_shown, reader.notes_beside) = (true, false));
                }
                if reader.raw_shown {
                    self.say("The raw text has no cast");
                } else {
                    reader.pane = Pane::Cast;
                    reader.keep_cast_cursor();
                }
            }
        }
    }

    /// Lights the entity under the cursor of the cast and goes to its next mention.
    fn choose_entity(&mut self) {
        let Some(reader) = &mut self.reader else { return };
        if let Some(entity) = reader.chosen_entity() {
            reader.lit = Lit::Entity(entity);
            if reader.areas().covered() {
                reader.pane = Pane::Text;
            }
            self.remember_place();
            self.step(Lit::Entity(entity), false, None);
        }
    }

    /// Opens the document of the list that is so many behind the open one, or before it; at most the last one or the first.
    fn turn_document(&mut self, back: bool, by: u32) {
        let order = &self.library.order;
        let here = self.reader.as_ref().and_then(|reader| self.library.position(reader.id));
        let last = order.len().saturating_sub(1);
        let by = usize::try_from(by).unwrap_or(usize::MAX);
        let there = here.map(|here| match back {
            true => here.saturating_sub(by),
            false => here.saturating_add(by).min(last),
        });
        let there = there.filter(|there| here != Some(*there));
        match there.and_then(|there| Some((there, *order.get(there)?))) {
            Some((there, id)) => {
                self.library.cursor.at = there;
                self.remember_place();
                self.open(id, Aim::Remembered);
            }
            None => self.say(if back { "This is the first document" } else { "This is the last document" }),
        }
    }

    /// Scrolls so that the match or mention where the person is stands in the middle, or at the top.
    fn put_here(&mut self, middle: bool) {
        let Some(reader) = &mut self.reader else { return };
        let Some(span) = reader.current else { return self.say("There is no match or mention here") };
        reader.scroll_to(span.start as usize);
        if middle {
            let above = reader.height() / 2;
            reader.scroll(Motion::Lines(-(above as isize)));
        }
    }

    pub(super) fn go_to_percent(&mut self, percent: u32) {
        self.remember_place();
        let Some(reader) = &mut self.reader else { return };
        reader.wanted_percent = reader.loading.then_some(percent);
        reader.scroll_to_percent(percent);
    }
}

impl Reader {
    /// Makes `span` the place where the person is, and shows it.
    pub(super) fn go_to(&mut self, span: Span) {
        self.unfold_at(span.start as usize);
        self.current = Some(span);
        self.marked = None;
        self.reveal(span);
    }
}
