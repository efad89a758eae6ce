//! The model: screens, commands, keymap. No terminal, no file, no thread, no clock.
//!
//! [`App::update`] takes an [`Event`] and answers with [`Effect`]s. Each screen has a file of its own with
//! its state and what its commands do; `dispatch` leads a key to its command and a command to its screen.

mod about;
mod announcing;
mod astray;
mod beside;
mod changing;
mod clicking;
mod command;
mod completing;
mod concordance;
mod copying;
mod correcting;
mod dispatch;
mod drafts;
mod editing;
mod entity;
mod event;
mod finding;
mod follow;
mod history;
mod in_shell;
mod key;
mod keymap;
pub mod layout;
mod leaving;
mod library;
mod linking;
mod list;
mod marking;
mod marks;
mod matrix;
mod mouse;
mod naming;
mod notes;
mod opening;
mod outline;
mod overlay;
mod passage;
mod people;
mod prompt;
mod reach;
mod reader;
mod reading;
mod search;
mod searches;
mod selection;
mod session;
mod settings;
mod sides;
mod sparing;
mod steps;
mod terminal;
mod timeline;
mod titling;
mod unread;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use about::{ABOUT, About, Fact, Link};
pub use beside::{Beside, BesideNote, BesideView};
pub use changing::OVERTAKEN;
pub use command::{Command, Context};
pub use completing::{Completing, Completion, HalfTyped, OFFERED};
pub use concordance::ConcordanceView;
pub use copying::Copied;
pub use editing::{Editing, Target};
pub use entity::{PageRow, PageView, PassagesFound, PassagesWanted, Section};
pub use event::{Change, Draft, DraftId, Edit, Effect, Event, NewItem, NewRuling, TaggedBy, Ticket};
pub use follow::Follow;
pub use key::{Key, KeyCode, KeyError, SEQUENCE_MAX, label_keys, parse_keys, spell_keys};
pub use keymap::{Binding, BindingOrigin, HelpRow, Keymap, Lookup, Preset, heading, markdown_table};
pub use library::LibraryView;
pub use list::{Cursor, Motion};
pub use marking::begun_tag;
pub use matrix::{MatrixLayout, MatrixView, MatrixWanted};
pub use mouse::Mouse;
pub use naming::{LISTED, Naming, Offered};
pub use notes::{Grouping, NotesOrder, NotesRow, NotesView, Review, Reviewed};
pub use outline::{Entry as OutlineEntry, OUTLINE, Outline};
pub use overlay::{COMMANDS, CommandRow, Commands, Overlay, WHO, WHO_HEAD, Who};
pub use people::{CastOf, PeopleView, Sifting};
pub use prompt::Prompt;
pub use reach::{REACH, Reach, Reaching};
pub use reader::{CastRow, Lit, Pane, Reader, Search};
pub use search::{Aimed, Besides, FacetRow, Hits, Lines, Passage, ResultLine, SearchPane, SearchView};
pub use searches::{REMEMBERED, SEARCHES, SavedSearch, SearchChange, SearchList, Searches};
pub use selection::Selection;
pub use session::{Session, Stop, Stopped};
pub use settings::{Settings, TerminalSettings};
pub use sides::{Sides, Split};
pub use terminal::{Characters, Depth, Ground, answers_questions, makes_links, takes_titles};
pub use timeline::{Another, TimelineView, TimelineWanted};

use crate::corpus::Problem;
use crate::library::{Catalogue, DocId, News, Progress};
use crate::note::{Colour, DocumentRef, ItemId, Store, Undo};
use history::History;

/// A screen, below any overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The list of documents.
    Library,
    /// The open document.
    Reader,
    /// All bookmarks, highlights and notes.
    Notes,
    /// What couldn't be read.
    Problems,
    /// A search of all documents.
    Search,
    /// The page of somebody or something.
    Entity,
    /// A cast of many documents.
    People,
    /// A concordance.
    Concordance,
    /// A timeline.
    Timeline,
    /// A matrix of names.
    Matrix,
}

/// A line for the status bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it says.
    pub text: String,
    /// Whether it tells of trouble.
    pub trouble: bool,
}

/// Where to go in a document once it is loaded.
#[derive(Clone, Debug, PartialEq)]
enum Aim {
    /// Where the person stopped.
    Remembered,
    /// A byte of the reading text.
    Offset(usize),
    /// Where a note stands.
    Item(ItemId),
}

/// A document that is being loaded.
#[derive(Clone, Debug)]
struct Opening {
    ticket: Ticket,
    path: Arc<Path>,
    aim: Aim,
    /// The screen that the person was on when they asked for it.
    from: Screen,
    /// What the last line says until it is here.
    said: String,
}

/// The model of the whole program.
#[derive(Debug)]
pub struct App {
    /// What the collection is called in the bar.
    pub name: String,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// Whether the desk is plain: no boxes, no panes side by side, one thing after another.
    pub plain: bool,
    /// How wide the person wants the panes at the side.
    sides: Sides,
    /// The border that the mouse has hold of.
    border: Option<Split>,
    /// The ground of the terminal, once it is known.
    pub ground: Option<Ground>,
    /// Whether little is to be sent over the line.
    pub is_sparing: bool,
    /// What is known of each document.
    pub catalogue: Catalogue,
    /// How far the reading of the collection has come.
    pub progress: Progress,
    /// What couldn't be read or understood.
    pub problems: Vec<Problem>,
    /// How many of them, the first ones, aren't of reading the collection.
    troubles: usize,
    /// The files that were left out as they are no text.
    pub not_text: Vec<PathBuf>,
    /// The cursor over both.
    pub problem_list: Cursor,
    /// What the person keeps.
    pub store: Store,
    undo: Undo,
    /// What to undo (false) or redo (true) once what is being saved is on disk.
    undo_later: VecDeque<bool>,
    /// How often it was told of what others wrote.
    told: u64,
    screens: Vec<Screen>,
    /// The list of documents.
    pub library: LibraryView,
    /// The open document.
    pub reader: Option<Reader>,
    /// The list of notes.
    pub notes: NotesView,
    /// The search of all documents.
    pub search: SearchView,
    /// The document of its result that is being opened.
    walk: Option<search::Walk>,
    /// The pages that one can go back to, and at the end the one that is shown.
    pages: Vec<PageView>,
    /// The page that is asked for, and the screen from which.
    coming: Option<(Screen, Box<PageView>)>,
    /// The cast that is shown.
    pub people: PeopleView,
    /// The concordance that is shown.
    pub concordance: ConcordanceView,
    /// The timeline that is shown.
    pub timeline: TimelineView,
    /// The matrix that is shown.
    pub matrix: MatrixView,
    /// The places that are gone through in documents.
    trail: Option<entity::Trail>,
    /// What to say of each change to the searches that are kept once it is; empty for nothing.
    search_said: Vec<(Ticket, String)>,
    /// What lies over the screen.
    pub overlay: Option<Overlay>,
    /// The keymap.
    pub keymap: Keymap,
    /// The keys of a sequence that isn't complete.
    pub pending: Vec<Key>,
    /// The number typed before a command.
    pub count: Option<u32>,
    /// The letter that ended the keys of the command that is being done.
    letter: Option<char>,
    /// The last command that can be done again, with the number and the letter typed for it.
    last_command: Option<(Command, Option<u32>, Option<char>)>,
    /// The commands that were taken from the palette, the last one first.
    chosen_before: Vec<Command>,
    /// Where notes are kept, while the note of the first run is to be shown.
    pub welcome: Option<String>,
    /// Where the last session stopped.
    last_time: Option<Box<Session>>,
    /// Whether to go on there as soon as the document is known.
    going_on: bool,
    /// Whether the cast and the notes are shown beside a document, before one was opened.
    panes: (bool, bool),
    /// What the status bar says.
    pub message: Option<Message>,
    history: History,
    opening: Option<Opening>,
    /// The note to go to once it is known where it stands.
    aim_at_item: Option<ItemId>,
    /// The mark to go to once it is known where it stands.
    aim_at_mark: Option<crate::note::Anchor>,
    /// The document to open first, before the collection is read.
    first: Option<Arc<Path>>,
    /// Whether the journal has been read. Before that no reading position is kept, so that the beginning
    /// of a document doesn't take the place of where the person stopped.
    replayed: bool,
    /// What the person rules of names.
    corrections: correcting::Corrections,
    /// Notes that weren't saved before a run of the program died.
    drafts: Vec<(DraftId, Draft)>,
    /// The note that is to be attached to other words.
    attaching: Option<astray::Attaching>,
    /// The colour that was highlighted in last.
    colour: Colour,
    /// What was last said to be kept of the editor: the note that it changes, its text, and whether another editor has it.
    drafted: Option<(Option<ItemId>, String, bool)>,
    /// Whether the program is ending, asking nothing.
    leaving: bool,
    /// What is being saved, by the question's number.
    saving: Vec<(Ticket, editing::Saving)>,
    last_ticket: Ticket,
    effects: Vec<Effect>,
}

impl App {
    /// A model with nothing in it but a keymap, for a collection of that name. `first` is the path of a
    /// collection's only document, which is opened at once.
    pub fn new(name: &str, keymap: Keymap, problems: Vec<Problem>, first: Option<Arc<Path>>) -> Self {
        let mut app = Self {
            name: name.to_owned(),
            size: (80, 24),
            plain: false,
            ground: None,
            sides: Sides::default(),
            border: None,
            is_sparing: false,
            catalogue: Catalogue::default(),
            progress: Progress::default(),
            troubles: problems.len(),
            problems,
            not_text: Vec::new(),
            problem_list: Cursor::default(),
            store: Store::default(),
            undo: Undo::default(),
            undo_later: VecDeque::new(),
            told: 0,
            corrections: correcting::Corrections::default(),
            screens: vec![Screen::Library],
            library: LibraryView::default(),
            reader: None,
            notes: NotesView::default(),
            search: SearchView::default(),
            walk: None,
            pages: Vec::new(),
            coming: None,
            people: PeopleView::default(),
            concordance: ConcordanceView::default(),
            timeline: TimelineView::default(),
            matrix: MatrixView::default(),
            trail: None,
            search_said: Vec::new(),
            overlay: None,
            keymap,
            pending: Vec::new(),
            count: None,
            letter: None,
            last_command: None,
            chosen_before: Vec::new(),
            welcome: None,
            last_time: None,
            going_on: false,
            panes: (true, false),
            message: None,
            history: History::default(),
            opening: None,
            aim_at_item: None,
            aim_at_mark: None,
            first,
            replayed: false,
            drafts: Vec::new(),
            colour: Colour::default(),
            attaching: None,
            drafted: None,
            leaving: false,
            saving: Vec::new(),
            last_ticket: 0,
            effects: Vec::new(),
        };
        if let Some(problem) = app.problems.first() {
            let key = app.key_for(Command::Problems);
            app.warn(problem.brief(&format!("{key} tells more")));
        }
        app
    }

    /// What the screen has room for.
    pub fn room(&self) -> layout::Room {
        layout::Room { size: self.size, plain: self.plain, sides: self.sides }
    }

    /// The same with the note of the first run: what is kept is kept in `folder`.
    #[must_use]
    pub fn welcoming(self, folder: &Path) -> Self {
        Self { welcome: Some(crate::text::safe::line(&folder.display().to_string()).into_owned()), ..self }
    }

    /// The screen that is shown, below any overlay.
    pub fn screen(&self) -> Screen {
        self.screens.last().copied().unwrap_or(Screen::Library)
    }

    /// Takes an event and answers with what is to be done.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let before = self.plain.then(|| self.whereabouts());
        match event {
            Event::Key(key) => {
                self.press(key);
                self.keep_far_place();
            }
            Event::Paste(text) => self.paste(&text),
            Event::Mouse(mouse, column, row) => self.mouse(mouse, column, row),
            Event::Resize(width, height) => self.resize((width, height)),
            Event::Ground(ground) => self.ground = Some(ground),
            // They may have written elsewhere meanwhile, with an editor or on another machine.
            Event::Returned => self.effect(Effect::Look),
            // Somebody who turns to another window may not come back.
            Event::Left => {
                self.keep_place();
                self.keep_session();
            }
            Event::Leave => self.leave(),
            Event::Collected(news) => self.take_in(*news),
            Event::Grouped(ticket, groups) => self.grouped(ticket, groups),
            Event::Arranged(ticket, order, families) => self.arranged(ticket, order, families),
            Event::Previewed(id, preview) => self.library.previews.put(id, preview),
            Event::Begun(ticket, id, part) => self.begun(ticket, id, part),
            Event::Opened(ticket, id, document) => self.opened(ticket, id, document),
            Event::Tagged(ticket, cast) => self.tagged(ticket, cast),
            Event::Matched(ticket, spans) => self.matched(ticket, spans),
            Event::Found(ticket, answer) => self.found(ticket, answer),
            Event::Facets(ticket, facets) => self.take_facets(ticket, facets),
            Event::Nearly(ticket, nearly) => self.take_nearly(ticket, nearly),
            Event::Lit(ticket, spans) => self.hits_lit(ticket, spans),
            Event::Entity(ticket, entity) => self.entity_known(ticket, entity),
            Event::Described(ticket, described, all) => self.described(ticket, described, all),
            Event::Passages(ticket, found) => self.passages_found(ticket, found),
            Event::People(ticket, table) => self.people_known(ticket, table),
            Event::Sifted(ticket, order) => self.people_sifted(ticket, order),
            Event::Lines(ticket, found) => self.lines_found(ticket, found),
            Event::Timeline(ticket, found) => self.timeline_known(ticket, found),
            Event::Matrix(ticket, matrix) => self.matrix_known(ticket, matrix),
            Event::Searches(ticket, searches, problems) => self.take_searches(ticket, searches, problems),
            Event::SearchNotKept(ticket, reason) => self.search_not_kept(ticket, &reason),
            Event::Anchored(ticket, found) => self.anchored(ticket, found),
            Event::Replayed(records, undo, problems) => self.replayed(&records, undo, problems),
            Event::Completed(ticket, rows) => self.completed(ticket, rows),
            Event::Reviewed(ticket, reviews) => self.reviewed(ticket, reviews),
            Event::Drafts(drafts) => self.drafts_left(drafts),
            Event::Written(path, written) => self.written(&path, written),
            Event::Listed(names, problems) => self.listed_anew(names, problems),
            Event::Told(records, problems) => self.told(&records, problems),
            Event::Saved(ticket, records) => self.saved(ticket, &records),
            Event::Overtaken(ticket) => self.overtaken(ticket),
            Event::NotSaved(ticket, reason) => self.not_saved(ticket, &reason),
            Event::Edited(result) => self.edited(result),
            Event::Said(text) => self.say(text),
            Event::Trouble(problem) => self.trouble(problem),
        }
        self.keep_attaching();
        self.tell_outdated();
        self.keep_draft();
        self.set_beside();
        self.guess();
        if let Some(before) = before {
            self.announce(&before);
        }
        std::mem::take(&mut self.effects)
    }

    /// Whether a change waits to be on disk.
    fn is_saving(&self) -> bool {
        !self.saving.is_empty()
    }

    fn ticket(&mut self) -> Ticket {
        self.last_ticket += 1;
        self.last_ticket
    }

    fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), trouble: false });
    }

    fn warn(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), trouble: true });
    }

    fn trouble(&mut self, problem: Problem) {
        self.warn(problem.to_string());
        // What goes wrong again and again is one problem.
        if !self.problems.iter().take(self.troubles).any(|known| *known == problem) {
            self.problems.insert(self.troubles, problem);
            self.troubles += 1;
        }
    }

    /// What was wrong with a file isn't any more.
    fn well_again(&mut self, path: &Path) {
        let path = path.to_string_lossy();
        let unread = self.problems.split_off(self.troubles.min(self.problems.len()));
        self.problems.retain(|problem| problem.path != path);
        self.troubles = self.problems.len();
        self.problems.extend(unread);
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        self.fit_reader();
        if let Some(path) = self.first.take() {
            // The only document will be the first of the catalogue.
            self.load(DocId(0), path, Aim::Remembered);
        }
        self.keep_cursors();
    }

    /// Keeps every cursor on a line and in sight.
    fn keep_cursors(&mut self) {
        let (library, overlay, problems) =
            (self.library_height(), self.overlay_height(), self.problems_height());
        self.library.cursor.keep(self.library.order.len(), library);
        self.keep_notes_cursor();
        self.problem_list.keep(self.unread_rows(), problems);
        self.keep_result_in_sight();
        self.keep_facet_in_sight();
        self.keep_page_cursor();
        self.move_in_people(Motion::Lines(0));
        self.move_in_concordance(Motion::Lines(0));
        self.keep_in_time();
        self.keep_in_matrix();
        let searches = self.listed_searches().len();
        match &mut self.overlay {
            Some(Overlay::Searches(list)) => list.cursor.keep(searches, overlay),
            Some(Overlay::Commands(commands)) => commands.cursor.keep(commands.rows.len(), overlay),
            Some(Overlay::Who(who)) => who.cursor.keep(who.mentions.len(), overlay),
            Some(Overlay::Outline(outline)) => outline.cursor.keep(outline.rows.len(), overlay),
            _ => {}
        }
    }

    /// Documents came in, are known better or are gone.
    fn take_in(&mut self, news: News) {
        let News { catalogue, changed, gone, unread, not_text, progress, .. } = news;
        let News { said, trouble, studied, searchable, .. } = news;
        let done = progress.done && !self.progress.done;
        (self.catalogue, self.progress) = (catalogue, progress);
        for id in changed.iter().chain(&gone) {
            self.forget_preview(*id);
        }
        if let Some(unread) = unread {
            self.problems.truncate(self.troubles);
            self.problems.extend(unread);
        }
        self.not_text = not_text.unwrap_or_else(|| std::mem::take(&mut self.not_text));
        if !changed.is_empty() || !gone.is_empty() || done {
            self.forget_kept();
            self.group();
            self.refresh_notes();
        }
        if done {
            self.recall_history();
        }
        if self.going_on {
            self.go_on();
        }
        // Once all names are known it may show that two in a document are one.
        let settled = done && searchable && !std::mem::replace(&mut self.corrections.settled, true);
        if studied || settled {
            self.tag_anew();
        }
        if searchable {
            self.ask_again();
            self.refresh_entity();
            self.refresh_people();
            self.refresh_timeline();
            self.refresh_matrix();
        }
        if let Some(said) = said {
            self.say_beside_changed(said);
        }
        if let Some(problem) = trouble {
            self.trouble(problem);
        }
    }

    /// Shows a screen on top of the one that is shown, or goes back to it where it is below.
    fn show(&mut self, screen: Screen) {
        let lists = [Screen::Search, Screen::Entity, Screen::People, Screen::Concordance, Screen::Notes];
        if screen == Screen::Reader && lists.contains(&self.screen()) {
            // Back from the document is the list, whatever was read before that.
            self.screens.retain(|below| *below != Screen::Reader);
        }
        let was_below = self.screens.contains(&screen);
        if screen == Screen::Notes && self.screen() == Screen::Reader {
            // Back from the notes is the document that they were asked for in.
            self.screens.retain(|below| *below != Screen::Notes);
        }
        match self.screens.iter().position(|&below| below == screen) {
            Some(at) => self.screens.truncate(at + 1),
            None => {
                self.screens.push(screen);
                // A list that is opened afresh begins with the newest.
                if screen == Screen::Notes && !was_below {
                    self.notes.cursor = Cursor::default();
                }
            }
        }
        if screen == Screen::Library {
            self.opening = None;
            self.want_preview();
        }
        self.keep_cursors();
        self.review();
    }

    /// What a note says of the document of that number.
    fn document_ref(&self, id: DocId) -> Option<DocumentRef> {
        let entry = self.catalogue.get(id)?;
        Some(document_ref(&entry.path(), *entry.hash(), entry.title()))
    }
}

impl Reader {
    /// What a note says of the open document.
    fn reference(&self) -> DocumentRef {
        let meta = &self.document.meta;
        document_ref(&self.path, meta.hash, &meta.title.value)
    }
}

/// What a note says of a document.
fn document_ref(path: &Path, hash: crate::corpus::ContentHash, title: &str) -> DocumentRef {
    DocumentRef { path: crate::note::path_to_text(path), hash, title: title.to_owned() }
}
