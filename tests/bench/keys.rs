//! What one key costs, from the event to the picture: update, the effects that it asks for, drawing.

#![allow(missing_docs, unreachable_pub, dead_code, clippy::unwrap_used)]

mod collection;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use ibid::app::{App, Event, Keymap, parse_keys};
use ibid::library::{Collection, Holdings, News, Progress, Upkeep};
use ibid::note::ItemId;
use ibid::run::{Inline, Keeper};
use ibid::tag::Layers;
use ibid::ui::{Look, draw};

/// A desk without a terminal.
struct Desk {
    app: App,
    inline: Inline,
    terminal: Terminal<TestBackend>,
    look: Look,
    /// Whether effects are done too, or only asked for.
    whole: bool,
    _config: tempfile::TempDir,
}

impl Desk {
    fn new((width, height): (u16, u16)) -> Self {
        let config = tempfile::TempDir::new().unwrap();
        let clock = Box::new(|| jiff::Timestamp::UNIX_EPOCH);
        let numbers = Box::new(|| Ok(ItemId::from_bits(1)));
        let keeper = Keeper::with(config.path(), "bench", clock, numbers);
        let mut desk = Self {
            app: App::new("bench", Keymap::bundled().0, Vec::new(), None),
            inline: Inline::new(Arc::default(), Arc::new(Layers::default()), keeper),
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
            look: Look::default(),
            whole: true,
            _config: config,
        };
        desk.send(Event::Resize(width, height));
        desk
    }

    fn send(&mut self, event: Event) {
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for effect in self.app.update(event) {
                if self.whole {
                    events.extend(self.inline.perform(effect).into_iter().flatten());
                }
            }
        }
    }

    fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace().flat_map(|key| parse_keys(key).unwrap()) {
            self.send(Event::Key(key));
        }
    }

    fn draw(&mut self) {
        let Self { app, terminal, look, .. } = self;
        terminal.draw(|frame| drop(draw(frame, app, look))).unwrap();
    }
}

/// Keys that come back to where they began.
fn bench(criterion: &mut Criterion, what: &str, desk: &mut Desk, keys: &[&str]) {
    let mut group = criterion.benchmark_group(what);
    group
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(500));
    for pair in keys {
        let (there, back) = pair.split_once(' ').unwrap();
        let mut turn = false;
        group.bench_function(*pair, |bench| {
            bench.iter(|| {
                turn = !turn;
                desk.press(if turn { there } else { back });
                desk.draw();
            })
        });
    }
    group.bench_function("drawing alone", |bench| bench.iter(|| desk.draw()));
    group.finish();
}

fn library(criterion: &mut Criterion) {
    for size in [(80, 24), (200, 50)] {
        let mut desk = Desk::new(size);
        let progress = Progress { found: 100_000, read: 100_000, done: true, ..Progress::default() };
        let catalogue = collection::catalogue(100_000);
        let changed = catalogue.iter().map(|(id, _)| id).collect();
        let news = News { catalogue, changed, progress, ..News::default() };
        desk.send(Event::Collected(Box::new(news)));
        desk.draw();
        // The previews of documents that are nowhere would measure the file system.
        desk.whole = false;
        bench(
            criterion,
            &format!("list of 100,000 at {}x{}", size.0, size.1),
            &mut desk,
            &["j k", "G home", "space b"],
        );
        desk.whole = true;
        desk.press("/ l u k");
        bench(criterion, &format!("typing in it at {}x{}", size.0, size.1), &mut desk, &["a backspace"]);
    }
}

fn reader(criterion: &mut Criterion) {
    let folder = tempfile::TempDir::new().unwrap();
    let text = collection::text(10);
    let small: Vec<&str> = text.split_inclusive("\n\n").take(50).collect();
    std::fs::write(folder.path().join("small.txt"), small.concat()).unwrap();
    std::fs::write(folder.path().join("large.txt"), text).unwrap();
    for (name, what) in [("small.txt", "20 kB"), ("large.txt", "10 MB")] {
        for size in [(80, 24), (200, 50)] {
            let mut desk = open(&folder.path().join(name), size);
            let title = format!("text of {what} at {}x{}", size.0, size.1);
            bench(criterion, &title, &mut desk, &["j k", "space b", "n N", "G home", "enter q"]);
        }
    }
}

/// A document, opened, with its cast.
fn open(path: &Path, size: (u16, u16)) -> Desk {
    let mut desk = Desk::new(size);
    let events = std::cell::RefCell::new(Vec::new());
    let upkeep = Upkeep::in_memory(Arc::default(), Collection::Paths(vec![path.to_owned()]));
    upkeep.once(&Holdings::default(), &|news| events.borrow_mut().push(Event::Collected(Box::new(news))));
    events.into_inner().into_iter().for_each(|event| desk.send(event));
    desk.press("enter");
    desk.draw();
    assert!(desk.app.reader.as_ref().is_some_and(|reader| reader.cast.is_some()));
    desk
}

criterion_group!(benches, library, reader);
criterion_main!(benches);
