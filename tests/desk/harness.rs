//! The whole program without a terminal: keys in, screen out, effects done where they are asked for.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use tempfile::TempDir;

use ibid::app::{App, Effect, Event, Keymap, layout, parse_keys};
use ibid::corpus::Meta;
use ibid::library::{Collection, News, Order, Progress, Upkeep, place_of};
use ibid::note::ItemId;
use ibid::run::{Inline, Keeper, last_session};
use ibid::tag::{Layers, Tagger};
use ibid::ui::{Look, Theme, draw};

/// What stands in for the person's own editor.
pub type Editor = Box<dyn FnMut(&str) -> Result<String, String>>;

/// A desk with a config directory of its own.
pub struct Desk {
    pub app: App,
    pub config: Arc<TempDir>,
    pub copied: Vec<String>,
    pub suspended: usize,
    pub redrawn: usize,
    pub quit: bool,
    pub editor: Editor,
    /// Whether effects are held back instead of done, as if every worker were slow.
    pub slow: bool,
    pub held: Vec<Effect>,
    inline: Inline,
    /// What the upkeep of the collection was asked for.
    pub orders: Vec<Order>,
    collection: Collection,
    loader: Arc<ibid::corpus::Loader>,
    /// Who finds the names of the collection, where they are found.
    tagger: Option<Arc<dyn Tagger>>,
    /// Whether the collection was read once.
    read: bool,
    terminal: Terminal<TestBackend>,
    look: Look,
}

/// A clock that goes on by a second each time it is asked, and numbers that count up, from `start`.
fn keeper(config: &Path, start: i64) -> Keeper {
    let (mut second, mut number) = (start, start as u128);
    let clock = move || {
        second += 1;
        jiff::Timestamp::from_second(second).unwrap()
    };
    let numbers = move || {
        number += 1;
        Ok(ItemId::from_bits(number))
    };
    Keeper::with(config, "here", Box::new(clock), Box::new(numbers))
}

impl Desk {
    /// A desk on the bundled collection.
    pub fn bundled(width: u16, height: u16) -> Self {
        Self::open(Collection::Bundled, Arc::new(TempDir::new().unwrap()), 1_600_000_000, "", (width, height))
    }

    /// The same, with the names of the collection known to searches.
    pub fn knowing(width: u16, height: u16) -> Self {
        let config = Arc::new(TempDir::new().unwrap());
        Self::opened(Collection::Bundled, config, 1_600_000_000, "", (width, height), true)
    }

    /// A desk on files of these names and contents, at 80x24.
    pub fn of(files: &[(&str, &str)]) -> (Self, TempDir) {
        let folder = TempDir::new().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        (Self::folder(folder.path(), 80, 24), folder)
    }

    /// The same, with what the collection teaches of names.
    pub fn knowing_of(files: &[(&str, &str)]) -> (Self, TempDir) {
        let (desk, folder) = Self::of(files);
        let (collection, config) = (desk.collection, desk.config);
        (Self::opened(collection, config, 1_600_000_000, "", (80, 24), true), folder)
    }

    /// A desk on a folder.
    pub fn folder(path: &Path, width: u16, height: u16) -> Self {
        let paths = vec![path.canonicalize().unwrap()];
        Self::open(
            Collection::Paths(paths),
            Arc::new(TempDir::new().unwrap()),
            1_600_000_000,
            "",
            (width, height),
        )
    }

    /// A desk with a keymap of the person's own.
    pub fn with_keymap(own: &str) -> Self {
        Self::open(Collection::Bundled, Arc::new(TempDir::new().unwrap()), 1_600_000_000, own, (80, 24))
    }

    /// Ends this desk and starts another one on the same files and config directory, an hour later.
    pub fn again(self) -> Self {
        let size = self.app.size;
        let mut ended = self.inline;
        if self.quit {
            ended.end();
        }
        // A run that has ended holds no lock.
        drop(ended);
        Self::opened(self.collection, self.config, 1_600_003_600, "", size, self.tagger.is_some())
    }

    /// Another desk beside this one, on the same files and config directory, with numbers of its own.
    pub fn beside(&self) -> Self {
        let (collection, config) = (self.collection.clone(), self.config.clone());
        Self::opened(collection, config, 1_600_001_800, "", self.app.size, self.tagger.is_some())
    }

    fn open(collection: Collection, config: Arc<TempDir>, start: i64, own: &str, size: (u16, u16)) -> Self {
        Self::opened(collection, config, start, own, size, false)
    }

    fn opened(
        collection: Collection,
        config: Arc<TempDir>,
        start: i64,
        own: &str,
        size: (u16, u16),
        names: bool,
    ) -> Self {
        let (mut keymap, mut problems) = Keymap::bundled();
        if !own.is_empty() {
            problems.extend(keymap.lay_over("keymap.toml", own));
        }
        let loader = Arc::new(ibid::corpus::Loader::default());
        let tagger: Arc<dyn Tagger> = Arc::new(Layers::default());
        let inline = Inline::new(loader.clone(), tagger.clone(), keeper(config.path(), start));
        let place = place_of(&collection);
        let mut app = App::new("articles", keymap, problems, None).ruled(place.clone(), Vec::new());
        if let Some(session) = last_session(config.path(), &place) {
            app = app.resuming(session);
        }
        let mut desk = Self {
            app,
            loader,
            tagger: names.then_some(tagger),
            read: false,
            config,
            copied: Vec::new(),
            suspended: 0,
            redrawn: 0,
            quit: false,
            editor: Box::new(|_| Err("no editor in this test".to_owned())),
            slow: false,
            held: Vec::new(),
            inline,
            orders: Vec::new(),
            collection: collection.clone(),
            terminal: Terminal::new(TestBackend::new(size.0, size.1)).unwrap(),
            look: Look::default(),
        };
        desk.send(Event::Resize(size.0, size.1));
        let replay = desk.inline.replay();
        desk.send(replay);
        let searches = desk.inline.searches();
        desk.send(searches);
        desk.inline.drafts_left().into_iter().for_each(|event| desk.send(event));
        desk.read = true;
        desk.keep_up().into_iter().for_each(|event| desk.send(event));
        desk
    }

    /// Reads the collection, as the upkeep does; gives what it tells.
    fn keep_up(&self) -> Vec<Event> {
        // Before it is read the first time, it is read by the rules that hold then.
        if !self.read {
            return Vec::new();
        }
        let events = RefCell::new(Vec::new());
        let in_memory = Upkeep::in_memory(self.loader.clone(), self.collection.clone());
        let upkeep = Upkeep { tagger: self.tagger.clone(), ..in_memory };
        upkeep.once(self.inline.holdings(), &|news| events.borrow_mut().push(news));
        events.into_inner().into_iter().map(|news| Event::Collected(Box::new(news))).collect()
    }

    /// Gives the model an event and does all that comes of it.
    pub fn send(&mut self, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in self.app.update(event) {
                if self.slow {
                    self.held.push(effect);
                } else {
                    events.extend(self.perform(effect));
                }
            }
        }
    }

    /// Tells the model of documents: each is known already and known better now, or comes in behind all others.
    pub fn collect(&mut self, entries: Vec<(bool, (Arc<Path>, Meta))>, progress: Progress) {
        let mut catalogue = self.app.catalogue.clone();
        let mut changed = Vec::new();
        for (known, (path, meta)) in entries {
            match known {
                true => {
                    let id = catalogue.at(&ibid::note::path_to_text(&path)).unwrap();
                    catalogue.put(id, &path, &meta);
                    changed.push(id);
                }
                false => changed.push(catalogue.push(&path, &meta)),
            }
        }
        self.send(Event::Collected(Box::new(News { catalogue, changed, progress, ..News::default() })));
    }

    /// Does what was held back, and holds nothing back from now on.
    pub fn catch_up(&mut self) {
        self.slow = false;
        self.let_through(|_| true);
    }

    /// Does those effects held back that are wanted.
    pub fn let_through(&mut self, wanted: impl Fn(&Effect) -> bool) {
        let (now, later) = std::mem::take(&mut self.held).into_iter().partition(wanted);
        self.held = later;
        let now: Vec<Effect> = now;
        for effect in now {
            self.perform(effect).into_iter().for_each(|event| self.send(event));
        }
    }

    fn perform(&mut self, effect: Effect) -> Vec<Event> {
        match self.inline.perform(effect) {
            Ok(events) => return events,
            Err(Effect::Copy(copied)) => self.copied.push(copied.text),
            Err(Effect::External(text)) => return vec![Event::Edited((self.editor)(&text))],
            Err(Effect::Order(Order::Ruled)) => return self.keep_up(),
            Err(Effect::Order(order)) => self.orders.push(order),
            Err(Effect::Quit) => self.quit = true,
            Err(Effect::Suspend) => self.suspended += 1,
            Err(Effect::Redraw) => self.redrawn += 1,
            Err(other) => panic!("nobody does {other:?}"),
        }
        Vec::new()
    }

    /// Sees what others wrote, as soon as the system tells of it.
    pub fn look(&mut self) {
        self.perform(Effect::Look).into_iter().for_each(|event| self.send(event));
    }

    /// Presses keys as `keymap.toml` spells them, apart by blanks.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            for key in parse_keys(key).unwrap() {
                self.send(Event::Key(key));
            }
        }
        self
    }

    /// Types text, letter by letter.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.send(Event::Key(ibid::app::Key::new(ibid::app::KeyCode::Char(c), false, false, false)));
        }
        self
    }

    /// Changes the size of the screen.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        self.send(Event::Resize(width, height));
        self
    }

    /// The cells of the screen.
    pub fn buffer(&mut self) -> Buffer {
        let Self { terminal, app, look, .. } = self;
        terminal.draw(|frame| drop(draw(frame, app, look))).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The cells of the screen as another terminal has them.
    pub fn seen_with(&mut self, look: &Look) -> Buffer {
        let Self { terminal, app, .. } = self;
        terminal.draw(|frame| drop(draw(frame, app, look))).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The screen as text, a line a row, without blanks at the ends.
    pub fn screen(&mut self) -> String {
        let buffer = self.buffer();
        rows(&buffer, buffer.area).iter().map(|row| format!("{row}\n")).collect()
    }

    /// The rows of the list of documents, its head left out.
    pub fn list(&mut self) -> Vec<String> {
        let area = layout::library(self.app.size, self.app.library.preview).main;
        rows(&self.buffer(), area).split_off(1)
    }

    /// The rows of the reader's text.
    pub fn text(&mut self) -> Vec<String> {
        let area = self.text_area();
        rows(&self.buffer(), area)
    }

    /// The rows of the cast.
    pub fn cast(&mut self) -> Vec<String> {
        let area = self.app.reader.as_ref().unwrap().areas().side.expect("no cast is shown");
        rows(&self.buffer(), area)
    }

    /// The bar at the top.
    pub fn bar(&mut self) -> String {
        self.screen().lines().next().unwrap_or_default().to_owned()
    }

    /// The line at the foot.
    pub fn foot(&mut self) -> String {
        self.screen().lines().last().unwrap_or_default().to_owned()
    }

    /// How much the reader's bar says has been read.
    pub fn percent(&mut self) -> usize {
        let bar = self.bar();
        let percent = bar.split_whitespace().find_map(|word| word.strip_suffix('%'));
        percent.and_then(|percent| percent.parse().ok()).unwrap_or_else(|| panic!("no percentage in {bar}"))
    }

    fn text_area(&self) -> Rect {
        self.app.reader.as_ref().expect("no document is open").areas().main
    }

    /// Makes the desk look so, as in another terminal.
    pub fn looking(&mut self, look: Look) -> &mut Self {
        self.look = look;
        self
    }

    /// Makes the desk plain, as `--plain` does.
    pub fn plain(&mut self) -> &mut Self {
        self.look = self.look.clone().plain();
        self.look.characters = ibid::app::Characters::Letters;
        self.app.plain = true;
        let (width, height) = self.app.size;
        self.resize(width, height)
    }

    /// Where the terminal's cursor is, if it is shown: column and row.
    pub fn cursor(&mut self) -> Option<(u16, u16)> {
        self.buffer();
        let at = self.terminal.get_cursor_position().unwrap();
        self.terminal.backend().cursor_visible().then_some((at.x, at.y))
    }

    /// The texts on the screen that have that style of the theme, each run of cells as one.
    pub fn styled(&mut self, style: impl Fn(&Theme) -> Style) -> Vec<String> {
        let style = style(self.look.theme(self.app.ground));
        let buffer = self.buffer();
        runs(&buffer, buffer.area, style)
    }

    /// The same in the reader's text alone.
    pub fn styled_text(&mut self, style: impl Fn(&Theme) -> Style) -> Vec<String> {
        let style = style(self.look.theme(self.app.ground));
        let area = self.text_area();
        runs(&self.buffer(), area, style)
    }

    /// The words of the text that are selected, without what is between the rows.
    pub fn selected(&mut self) -> String {
        self.styled_text(|theme| theme.selected).join(" ")
    }

    /// Fails, with the screen, where it doesn't show `text` in one row.
    #[track_caller]
    pub fn expect(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no “{text}” in:\n{screen}");
        self
    }

    /// Fails, with the screen, where it shows `text`.
    #[track_caller]
    pub fn expect_not(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "“{text}” in:\n{screen}");
        self
    }

    /// The lines of the journal of notes.
    pub fn journal(&self) -> Vec<String> {
        self.journal_of("notes")
    }

    /// The lines of the journal in a folder of the config directory.
    pub fn journal_of(&self, folder: &str) -> Vec<String> {
        let path = self.config.path().join(folder).join("here.jsonl");
        let text = std::fs::read_to_string(path).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }
}

/// The folder of the seed articles, where it is there.
pub fn seeds() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !folder.is_dir() {
        eprintln!("left out: the seed articles aren't here");
        return None;
    }
    Some(folder)
}

/// The text in `area`, row by row, without blanks at the ends.
fn rows(buffer: &Buffer, area: Rect) -> Vec<String> {
    let row = |y: u16| {
        let mut line = String::new();
        let mut skip = 0;
        for x in area.left()..area.right() {
            let symbol = buffer[(x, y)].symbol();
            if skip == 0 {
                line.push_str(symbol);
                skip = ibid::text::glyph::width(symbol).max(1);
            }
            skip -= 1;
        }
        line.trim_end().to_owned()
    };
    (area.top()..area.bottom()).map(row).collect()
}

/// The ground of a style alone: what stands on it may have an ink of its own.
pub fn ground(style: Style) -> Style {
    Style { bg: style.bg, ..Style::new() }
}

/// The texts in `area` whose cells have all that `style` asks for, each run in a row as one.
fn runs(buffer: &Buffer, area: Rect, style: Style) -> Vec<String> {
    let mut runs = Vec::new();
    for y in area.top()..area.bottom() {
        let mut run = String::new();
        for x in area.left()..=area.right() {
            let cell = buffer.cell((x, y)).filter(|_| x < area.right());
            let has = |wanted: Option<Color>, is: Color| wanted.is_none_or(|wanted| wanted == is);
            match cell.filter(|cell| {
                cell.modifier.contains(style.add_modifier) && has(style.fg, cell.fg) && has(style.bg, cell.bg)
            }) {
                Some(cell) => run.push_str(cell.symbol()),
                None if run.is_empty() => {}
                None => runs.push(std::mem::take(&mut run).trim().to_owned()),
            }
        }
    }
    runs
}
