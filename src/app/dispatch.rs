//! From a key to its command, and from a command to the screen that does it.

use super::{App, Command, Context, Effect, Key, KeyCode, Lookup, Motion, Overlay, Pane, Screen, SearchPane};
use crate::library::Order;

/// The greatest number that can be typed before a command.
const GREATEST: u32 = 99_999;

impl App {
    /// Where the person is, below any overlay and any line that is typed.
    pub(super) fn place_context(&self) -> Context {
        match self.screen() {
            Screen::Library => Context::Library,
            Screen::Notes => Context::Notes,
            Screen::Problems => Context::List,
            Screen::Search if self.search.pane == SearchPane::Facets => Context::Facets,
            Screen::Search => Context::Results,
            Screen::Entity => Context::Entity,
            Screen::People => Context::People,
            Screen::Concordance => Context::Concordance,
            Screen::Timeline => Context::Timeline,
            Screen::Matrix => Context::Matrix,
            Screen::Reader => match &self.reader {
                Some(reader) if reader.selection.is_some() => Context::Select,
                Some(reader) if reader.pane == Pane::Cast => Context::Cast,
                Some(reader) if reader.pane == Pane::Notes => Context::Beside,
                _ => Context::Reader,
            },
        }
    }

    /// Where keys have their meaning now.
    pub fn context(&self) -> Context {
        match &self.overlay {
            Some(Overlay::Editor(_)) => return Context::Editor,
            Some(
                Overlay::Percent(_)
                | Overlay::Page(_)
                | Overlay::SearchName(_)
                | Overlay::Naming(_)
                | Overlay::Rename(_)
                | Overlay::Elsewhere(..)
                | Overlay::Colours(_)
                | Overlay::Tags(..),
            ) => return Context::Prompt,
            Some(Overlay::Searches(_)) => return Context::Searches,
            Some(Overlay::Reach(_)) => return Context::Reach,
            Some(Overlay::Outline(outline)) if outline.typing => return Context::Prompt,
            Some(Overlay::Outline(_) | Overlay::About(_)) => return self.place_context(),
            Some(Overlay::Commands(commands)) if commands.typing => return Context::Prompt,
            Some(Overlay::Who(_)) => return Context::Reader,
            Some(Overlay::Commands(_)) => return Context::List,
            None => {}
        }
        let typing = match self.screen() {
            Screen::Library => self.library.typing,
            Screen::Notes => self.notes.typing,
            Screen::Problems => false,
            Screen::Search if self.search.pane == SearchPane::Line => return Context::Query,
            Screen::People => self.people.typing,
            Screen::Search | Screen::Entity | Screen::Concordance | Screen::Timeline | Screen::Matrix => {
                false
            }
            Screen::Reader => self.reader.as_ref().is_some_and(|reader| reader.search.typing),
        };
        if typing { Context::Prompt } else { self.place_context() }
    }

    /// The key for a command where the person is, for messages; its name in the palette where it has none.
    pub fn key_for(&self, command: Command) -> String {
        let mut contexts =
            [self.context(), self.place_context()].into_iter().chain(Context::ALL.iter().copied());
        let key = contexts.find_map(|context| self.keymap.keys_of(context, command).into_iter().next());
        key.unwrap_or_else(|| format!(":{}", command.name()))
    }

    /// A key was pressed.
    pub(super) fn press(&mut self, key: Key) {
        (self.welcome, self.going_on) = (None, false);
        let context = self.context();
        // Once a number is begun, a digit goes on with it even where it is a command of its own.
        if self.count.is_some() && self.pending.is_empty() && self.count_digit(context, key) {
            return;
        }
        // Beside a result a digit narrows at once.
        if context == Context::Facets && self.pending.is_empty() && self.facet_digit(key) {
            return;
        }
        // A colour is known by its letter.
        if self.pending.is_empty() && self.colour_key(key) {
            return;
        }
        self.pending.push(key);
        match self.keymap.lookup(context, &self.pending) {
            Lookup::Command(command) => {
                self.pending.clear();
                let count = self.count.take();
                self.message = None;
                self.letter = key.typed();
                if self.overlay.is_none() && !context.types() && can_repeat(command) {
                    self.last_command = Some((command, count, self.letter));
                }
                self.run(command, count);
            }
            // What can follow is told in the place of what was said before.
            Lookup::Prefix => self.message = None,
            Lookup::None => {
                let alone = self.pending.len() == 1;
                let keys = std::mem::take(&mut self.pending);
                if alone && self.count_digit(context, key) {
                    return;
                }
                self.count = None;
                if !self.type_key(context, key) {
                    // A key without a meaning here ends a sequence or a number; one that cancels does so in silence.
                    let cancels = self.keymap.lookup(context, &[key]) == Lookup::Command(Command::Cancel);
                    if !cancels && key != Key::plain(KeyCode::Esc) {
                        let help = self.key_for(Command::Help);
                        self.say(format!(
                            "{} has no meaning here; {help} shows the keys",
                            super::label_keys(&keys)
                        ));
                    }
                }
            }
        }
    }

    /// Takes a digit of the number before a command.
    fn count_digit(&mut self, context: Context, key: Key) -> bool {
        let digit = key.typed().and_then(|c| c.to_digit(10));
        match digit.filter(|_| !context.types()) {
            Some(digit) if digit > 0 || self.count.is_some() => {
                let count = self.count.unwrap_or(0).saturating_mul(10).saturating_add(digit);
                self.count = Some(count.min(GREATEST));
                true
            }
            _ => false,
        }
    }

    /// A key that is no command types, where something is typed.
    fn type_key(&mut self, context: Context, key: Key) -> bool {
        match context {
            Context::Editor => {
                self.message = None;
                self.type_in_editor(key);
            }
            Context::Prompt | Context::Query => {
                self.message = None;
                if self.prompt().is_some_and(|prompt| prompt.press(key)) {
                    self.typed();
                }
            }
            _ => return false,
        }
        true
    }

    /// The line that is typed.
    fn prompt(&mut self) -> Option<&mut super::Prompt> {
        let screen = self.screen();
        match &mut self.overlay {
            Some(
                Overlay::Percent(prompt)
                | Overlay::Page(prompt)
                | Overlay::SearchName(prompt)
                | Overlay::Rename(prompt)
                | Overlay::Elsewhere(prompt, _)
                | Overlay::Tags(prompt, _),
            ) => return Some(prompt),
            Some(Overlay::Naming(naming)) => return Some(&mut naming.prompt),
            Some(Overlay::Outline(outline)) => return Some(&mut outline.prompt),
            Some(Overlay::Commands(commands)) => return Some(&mut commands.prompt),
            Some(_) => return None,
            None => {}
        }
        match screen {
            Screen::Library => Some(&mut self.library.find),
            Screen::Notes => Some(&mut self.notes.filter),
            Screen::Reader => self.reader.as_mut().map(|reader| &mut reader.search.prompt),
            Screen::Search => Some(&mut self.search.prompt),
            Screen::People => Some(&mut self.people.find),
            Screen::Problems | Screen::Entity | Screen::Concordance | Screen::Timeline | Screen::Matrix => {
                None
            }
        }
    }

    /// The line that is typed has changed.
    fn typed(&mut self) {
        match (&self.overlay, self.screen()) {
            (Some(Overlay::Commands(_)), _) => self.commands_typed(),
            (Some(Overlay::Naming(_)), _) => self.name_typed(),
            (Some(Overlay::Outline(_)), _) => {
                if let Some(Overlay::Outline(outline)) = &mut self.overlay {
                    outline.typed();
                }
            }
            (Some(_), _) => {}
            (
                None,
                Screen::Problems | Screen::Entity | Screen::Concordance | Screen::Timeline | Screen::Matrix,
            ) => {}
            (None, Screen::People) => self.people_typed(),
            (None, Screen::Library) => self.library_typed(),
            (None, Screen::Notes) => self.notes_typed(),
            (None, Screen::Search) => self.search_typed(),
            (None, Screen::Reader) => self.reader_typed(),
        }
    }

    /// Text was pasted.
    pub(super) fn paste(&mut self, text: &str) {
        self.welcome = None;
        match self.context() {
            Context::Editor => self.paste_in_editor(text),
            Context::Prompt | Context::Query => {
                if let Some(prompt) = self.prompt() {
                    prompt.paste(text);
                    self.typed();
                }
            }
            _ => self.say("There is nothing to paste into here"),
        }
    }

    /// Does what a command says, `count` times where it was typed.
    pub(super) fn run(&mut self, command: Command, count: Option<u32>) {
        // These mean the same whatever lies over the screen.
        match command {
            // What is being written is asked about first.
            Command::Quit if matches!(self.overlay, Some(Overlay::Editor(_) | Overlay::Elsewhere(..))) => {
                self.leave_elsewhere(false);
                return self.editor_command(command);
            }
            Command::Quit => return self.quit(),
            Command::Suspend => return self.effect(Effect::Suspend),
            Command::Redraw => return self.effect(Effect::Redraw),
            Command::Rescan => {
                self.read_again();
                self.effect(Effect::Look);
                return self.effect(Effect::Order(Order::Rescan));
            }
            _ => {}
        }
        if self.overlay.is_some() {
            return self.overlay_command(command, count);
        }
        if self.context() == Context::Prompt {
            return self.prompt_command(command, count);
        }
        let done = match self.screen() {
            Screen::Library => self.library_command(command),
            Screen::Notes => self.notes_command(command, count),
            Screen::Reader => self.reader_command(command, count),
            Screen::Search => self.search_command(command),
            Screen::Entity => self.entity_command(command),
            Screen::People => self.people_command(command),
            Screen::Concordance => self.concordance_command(command),
            Screen::Timeline => self.timeline_command(command, count),
            Screen::Matrix => self.matrix_command(command, count),
            Screen::Problems => false,
        };
        if !done {
            self.common_command(command, count);
        }
    }

    /// The commands of a line that is typed.
    fn prompt_command(&mut self, command: Command, count: Option<u32>) {
        match (self.screen(), command) {
            (Screen::Library, _) if Motion::of(command, count).is_none() => {
                self.library_command(command);
            }
            (Screen::Notes, _) if Motion::of(command, count).is_none() => {
                self.notes_command(command, count);
            }
            (Screen::People, _) if Motion::of(command, count).is_none() => {
                self.people_command(command);
            }
            (Screen::Reader, Command::Accept) => self.leave_reader_find(true),
            (Screen::Reader, Command::Cancel) => self.leave_reader_find(false),
            // While a phrase is typed, up and down go from match to match.
            (Screen::Reader, Command::Down) => drop(self.reader_command(Command::Next, count)),
            (Screen::Reader, Command::Up) => drop(self.reader_command(Command::Previous, count)),
            _ => self.common_command(command, count),
        }
    }

    /// The commands that work on every screen.
    fn common_command(&mut self, command: Command, count: Option<u32>) {
        if let Some(motion) = Motion::of(command, count) {
            match self.screen() {
                Screen::Library => self.move_in_library(motion),
                Screen::Notes => self.move_in_notes(motion),
                Screen::Reader => self.move_in_reader(motion),
                Screen::Search => self.move_in_search(motion),
                Screen::Entity => self.move_in_page(motion),
                Screen::People => self.move_in_people(motion),
                Screen::Concordance => self.move_in_concordance(motion),
                Screen::Timeline => self.move_in_timeline(motion),
                Screen::Matrix => self.move_in_matrix(motion),
                Screen::Problems => {
                    let height = self.problems_height();
                    self.problem_list.go(motion, self.unread_rows(), height);
                }
            }
            return;
        }
        match command {
            Command::Cancel if self.screen() == Screen::Library => {
                self.say(format!("{} quits ibid", self.key_for(Command::Back)))
            }
            Command::Cancel if self.screen() == Screen::Reader => self.leave_reader(false),
            Command::Back | Command::Cancel => self.back(),
            Command::Help => self.show_commands(false),
            Command::Manual => self.open_manual(),
            Command::Palette => self.show_commands(true),
            Command::Library => {
                self.keep_place();
                self.show(Screen::Library);
            }
            Command::Notes => self.show_notes(),
            Command::Drafts => self.go_on_with_draft(),
            Command::Problems => self.show(Screen::Problems),
            Command::Search => self.search(),
            Command::Searches => self.show_searches(),
            Command::Entity => self.entity_here(),
            Command::People => self.show_people(),
            Command::Concordance => self.concordance_here(),
            Command::Timeline => self.show_timeline(),
            Command::Matrix => self.show_matrix(),
            Command::HistoryBack => self.travel(true),
            Command::HistoryForward => self.travel(false),
            Command::GoToMark => self.go_to_mark(),
            Command::BeforeJump => self.before_jump(),
            Command::LastChange => self.last_change(),
            Command::GoOn => self.go_on(),
            Command::Wider | Command::Narrower => {
                self.widen_side(command == Command::Wider, count.unwrap_or(1));
            }
            Command::Repeat => match self.last_command {
                Some((last, times, letter)) => {
                    self.letter = letter;
                    self.run(last, count.or(times));
                }
                None => self.say("There is no command to do again"),
            },
            Command::Copy => self.copy_here(),
            Command::CopyAddress => self.copy_address(),
            Command::CopyLink => self.copy_link(),
            Command::Undo => self.undo_or_redo(false),
            Command::Redo => self.undo_or_redo(true),
            Command::Note | Command::NoteDocument => self.begin_note_on(false),
            _ if self.correct(command) => {}
            _ => self.say(format!("“{}” does nothing here", command.help())),
        }
    }

    /// Goes back by one: closes what is open, then leaves the screen, then the program.
    fn back(&mut self) {
        match self.screen() {
            Screen::Library if !self.library.find.text().is_empty() => self.leave_library_find(true),
            Screen::Notes if !self.notes.filter.text().is_empty() => self.leave_notes_filter(true),
            Screen::Library => self.quit(),
            Screen::Reader => self.leave_reader(true),
            Screen::Notes
            | Screen::Problems
            | Screen::Search
            | Screen::Entity
            | Screen::People
            | Screen::Concordance
            | Screen::Timeline
            | Screen::Matrix => {
                self.screens.pop();
                self.keep_cursors();
            }
        }
    }
}

/// Whether a command is worth doing again with one key: none that only moves, goes back, asks or takes back.
fn can_repeat(command: Command) -> bool {
    let never = [
        Command::Repeat,
        Command::Back,
        Command::Cancel,
        Command::Quit,
        Command::Help,
        Command::Manual,
        Command::Palette,
        Command::Suspend,
        Command::Redraw,
        Command::Undo,
        Command::Redo,
        Command::Find,
        Command::FocusNext,
    ];
    Motion::of(command, None).is_none() && !never.contains(&command)
}
