//! The loop: events to the model, its effects to the workers, its picture to the terminal.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use ratatui::Frame;

use super::ahead::Ahead;
use super::awaited::Awaited;
use super::clipboard::{self, Way};
use super::keeper::Keeper;
use super::orphan::is_orphaned;
use super::screen::{Screen, give_back_on_panic};
use super::workers::Workers;
use super::{crashes, external, input, signals};
use crate::app::{App, Copied, Effect, Event, Link, OVERTAKEN};
use crate::corpus::{Problem, panic_message};
use crate::library::{Holdings, News, Order, Upkeep};
use crate::tag::{Tagger, Tell};
use crate::text::safe;

/// How long a frame waits for answers that are nearly always there at once, so that a key costs one draw
/// and not two. A quarter of what a person notices.
const GRACE: Duration = Duration::from_millis(12);

/// How long what comes in one go, a paste or answers by the thousand, is seen to before a frame shows how far that is.
const BURST: Duration = Duration::from_millis(100);

/// What is said where frames have to wait for the line.
const SLOW_LINE: &str = "The line is slow: low-bandwidth = true under [terminal] in config.toml sends less";

/// How long the upkeep of the collection waits at most until the text is shown that is opened at the start: it would take
/// the processor from it.
const FIRST_PAGE: Duration = Duration::from_millis(500);

/// How long what others wrote isn't looked at again by a key, however fast somebody types.
const OFTEN: Duration = Duration::from_secs(1);

/// Something that the loop has to see to.
enum Wake {
    Input(Vec<Event>),
    Event(Event),
    Copy(Way, Copied),
    /// What was typed ahead has waited long enough.
    Waited,
    End(i32),
    Suspend,
}

/// What the terminal is asked to do.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// To tell of the mouse.
    pub mouse: bool,
    /// To show what is open in the title of its window.
    pub title: bool,
    /// To make links of what leads to an address on the web.
    pub links: bool,
    /// To tell of its ground.
    pub ask_ground: bool,
    /// Nothing but to print lines, as it can do no more.
    pub lines: bool,
}

/// Runs the program in the terminal until it ends; gives the exit code.
///
/// The first frame is drawn before the collection is read; it waits no longer than any for the document that is opened at
/// once. `tagger` is made once there is a list of problems, and tells its own
/// to it. `config` is where drafts for the person's own editor
/// go, and `keeper` writes the journal there; without one nothing can be kept, and each try says so.
///
/// # Errors
///
/// Where there is no terminal or it went away in a manner that isn't a signal.
pub fn event_loop(
    mut app: App,
    mut upkeep: Upkeep,
    tagger: impl FnOnce(Tell) -> Arc<dyn Tagger>,
    keeper: Option<Keeper>,
    config: Option<PathBuf>,
    manners: Manners,
    draw: impl Fn(&mut Frame<'_>, &App) -> Vec<Link>,
) -> io::Result<i32> {
    let (wake, woken) = mpsc::channel();
    let finished = Arc::new(AtomicBool::new(false));
    // Signals first: from here on the terminal is given back whatever comes.
    let waker = wake.clone();
    let forward = move |signal| {
        waker.send(match signal {
            signals::Signal::End(code) => Wake::End(code),
            signals::Signal::Suspend => Wake::Suspend,
        })
    };
    signals::start(move |signal| drop(forward(signal)), finished.clone())?;
    upkeep.cache.iter().for_each(|cache| crashes::keep_in(cache));
    give_back_on_panic();
    let screen = Screen::enter(manners)?;
    let (width, height) = screen.size();
    let first = app.update(Event::Resize(width, height));
    let sender = event_sender(&wake);
    let trouble = sender.clone();
    let tagger = tagger(Arc::new(move |problem| trouble(Event::Trouble(problem))));
    upkeep.tagger = Some(tagger.clone());
    let holdings = Holdings::default();
    let workers = Workers::start(upkeep.loader.clone(), tagger, keeper, &holdings, sender.clone())?;
    let waker = wake.clone();
    let reins = input::start(manners.ask_ground, move |events| drop(waker.send(Wake::Input(events))))?;
    reins.go_on();
    let (order, orders) = mpsc::channel();
    let (shown, page) = mpsc::channel::<()>();
    let opens = first.iter().any(|effect| matches!(effect, Effect::Open(..)));
    let mut desk = Desk {
        app,
        screen,
        workers,
        reins,
        config,
        holdings: holdings.clone(),
        orders: order.clone(),
        looked: Instant::now(),
        ahead: Ahead::default(),
        unshown: Some(shown).filter(|_| opens),
        begun: false,
        clipboard: Way::here(),
        wake,
        awaited: Awaited::default(),
        resized: false,
        code: None,
    };
    let shown = desk.begin(first, &woken, &draw);
    thread::Builder::new().name("upkeep".to_owned()).spawn(move || {
        // Nothing is ever sent: the text is shown once the other end is dropped.
        let _ = page.recv_timeout(FIRST_PAGE);
        keep_up(&upkeep, (order, orders), &holdings, sender);
    })?;
    let asked = shown.and_then(|()| if manners.ask_ground { desk.screen.ask_ground() } else { Ok(()) });
    let ended = asked.and_then(|()| desk.run(&woken, &draw));
    if ended.is_err() {
        // The terminal is gone. What is kept when it is closed in order is kept all the same.
        for effect in desk.app.update(Event::Leave) {
            desk.workers.take(effect);
        }
    }
    let Desk { screen, workers, code, .. } = desk;
    // What is kept comes before the terminal: a lost line must not cost the place.
    let kept = workers.finish();
    drop(screen);
    finished.store(true, Ordering::SeqCst);
    let unsaved = report(&woken);
    ended.and(kept)?;
    Ok(code.filter(|code| *code != 0).unwrap_or(if unsaved { UNSAVED } else { 0 }))
}

/// The exit code where something that was to be kept couldn't be.
const UNSAVED: i32 = 2;

/// Says on standard error what couldn't be kept after the last frame; whether there was anything.
fn report(woken: &Receiver<Wake>) -> bool {
    let mut unsaved = false;
    for wake in woken.try_iter() {
        let reason = match wake {
            Wake::Event(Event::NotSaved(_, reason)) => reason,
            Wake::Event(Event::Overtaken(_)) => OVERTAKEN.to_owned(),
            _ => continue,
        };
        unsaved = true;
        let _ = writeln!(io::stderr(), "ibid: not saved: {}", safe::line(&reason));
    }
    unsaved
}

/// Keeps the collection up to date; should that panic, it is told and the list stays as it is.
fn keep_up(
    upkeep: &Upkeep,
    (sender, orders): (Sender<Order>, Receiver<Order>),
    holdings: &Holdings,
    send: impl Fn(Event),
) {
    let tell = |news: News| send(Event::Collected(Box::new(news)));
    let work = AssertUnwindSafe(|| upkeep.run((sender, &orders), holdings, &tell));
    if let Err(panic) = catch_unwind(work) {
        let problem = Problem::new("reading the collection", panic_message(&*panic), crashes::remedy());
        send(Event::Trouble(problem));
    }
}

/// Sends events to the loop. Once the loop has ended nobody needs them.
fn event_sender(wake: &Sender<Wake>) -> impl Fn(Event) + Clone + Send + Sync + 'static {
    let wake = wake.clone();
    move |event| drop(wake.send(Wake::Event(event)))
}

/// All that the loop works with.
struct Desk {
    app: App,
    screen: Screen,
    workers: Workers,
    reins: input::Reins,
    config: Option<PathBuf>,
    /// What is known of names, for whoever searches.
    holdings: Holdings,
    /// Takes orders for the upkeep of the collection.
    orders: Sender<Order>,
    /// When a key last had what others wrote looked at.
    looked: Instant,
    /// What the terminal has sent and nobody has seen to yet.
    ahead: Ahead,
    /// Dropped once the text that is opened at the start is shown, or couldn't be.
    unshown: Option<Sender<()>>,
    /// Whether a text has come.
    begun: bool,
    /// How a text gets to the clipboard.
    clipboard: Way,
    /// Wakes the loop.
    wake: Sender<Wake>,
    /// Answers that are worth a moment's wait before the next draw.
    awaited: Awaited,
    /// Whether the terminal has changed its size since the last frame, if only there and back: then nothing
    /// of what it shows is certain.
    resized: bool,
    /// The exit code, once the program is to end.
    code: Option<i32>,
}

impl Desk {
    /// Hands over what the beginning asks for, and draws the first frame, mostly with the document in it that is opened.
    fn begin(
        &mut self,
        first: Vec<Effect>,
        woken: &Receiver<Wake>,
        draw: &impl Fn(&mut Frame<'_>, &App) -> Vec<Link>,
    ) -> io::Result<()> {
        first.into_iter().try_for_each(|effect| self.take(effect))?;
        self.gather(woken)?;
        if self.code.is_some() { Ok(()) } else { self.show(draw) }
    }

    fn run(
        &mut self,
        woken: &Receiver<Wake>,
        draw: &impl Fn(&mut Frame<'_>, &App) -> Vec<Link>,
    ) -> io::Result<()> {
        while self.code.is_none()
            && let Some(first) = self.wait(woken)
        {
            self.handle(first)?;
            self.gather(woken)?;
            if self.code.is_some() {
                return Ok(());
            }
            self.show(draw)?;
            if self.screen.turned_slow() && !self.app.is_sparing {
                self.update(Event::Said(SLOW_LINE.to_owned()))?;
                self.show(draw)?;
            }
        }
        Ok(())
    }

    /// Sees to all that has come, and waits a moment for answers.
    fn gather(&mut self, woken: &Receiver<Wake>) -> io::Result<()> {
        let begun = Instant::now();
        while self.code.is_none() && begun.elapsed() < BURST {
            let patience =
                if self.awaited.any() { GRACE.saturating_sub(begun.elapsed()) } else { Duration::ZERO };
            match woken.recv_timeout(patience) {
                Ok(next) => self.handle(next)?,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        self.awaited.forget();
        Ok(())
    }

    /// Waits for something to see to; nothing comes any more once all that sends has ended.
    fn wait(&self, woken: &Receiver<Wake>) -> Option<Wake> {
        match self.ahead.patience() {
            None => woken.recv().ok(),
            Some(patience) => match woken.recv_timeout(patience) {
                Err(RecvTimeoutError::Timeout) => Some(Wake::Waited),
                other => other.ok(),
            },
        }
    }

    /// Sees to what the terminal has sent, as far as it needn't wait for a document; and lets more be read only then, for
    /// one of these may be the key that gives the terminal to the person's editor.
    fn see_to_input(&mut self) -> io::Result<()> {
        while let Some(event) = self.ahead.next(self.app.is_opening()) {
            self.update(event)?;
            if self.code.is_some() {
                return Ok(());
            }
        }
        if self.ahead.is_empty() {
            self.reins.go_on();
        }
        Ok(())
    }

    /// Draws a frame.
    fn show(&mut self, draw: &impl Fn(&mut Frame<'_>, &App) -> Vec<Link>) -> io::Result<()> {
        let Self { app, screen, resized, .. } = self;
        if std::mem::take(resized) {
            screen.resize(app.size);
        }
        screen.draw(|| app.window_title(), |frame| draw(frame, app))?;
        self.unshown.take_if(|_| self.begun);
        Ok(())
    }

    fn handle(&mut self, wake: Wake) -> io::Result<()> {
        match wake {
            Wake::Input(events) => {
                // On network drives the system doesn't tell of what others write. Whoever sits idle is left in peace.
                if self.looked.elapsed() > OFTEN {
                    self.looked = Instant::now();
                    self.take(Effect::Look)?;
                }
                self.ahead.extend(events);
                self.see_to_input()?;
            }
            Wake::Waited => self.see_to_input()?,
            Wake::Event(event) => {
                self.awaited.hear(&event);
                self.begun |= matches!(event, Event::Begun(..) | Event::Opened(..));
                self.update(event)?;
                if !self.ahead.is_empty() {
                    self.see_to_input()?;
                }
            }
            Wake::Copy(way, copied) => self.copy_by(way, copied)?,
            Wake::End(code) => {
                self.update(Event::Leave)?;
                self.code = Some(code);
            }
            Wake::Suspend => self.perform(Effect::Suspend)?,
        }
        Ok(())
    }

    fn update(&mut self, event: Event) -> io::Result<()> {
        self.resized |= matches!(event, Event::Resize(..));
        for effect in self.app.update(event) {
            self.take(effect)?;
        }
        Ok(())
    }

    /// Hands an effect to its worker, or does it.
    fn take(&mut self, effect: Effect) -> io::Result<()> {
        // The names of what the person reads are found before all others. Where the upkeep has ended that was told.
        if let Effect::Open(_, id, _) = &effect {
            self.orders.send(Order::Prefer(*id)).ok();
        }
        self.awaited.ask(&effect);
        match self.workers.take(effect) {
            Some(effect) => self.perform(effect),
            None => Ok(()),
        }
    }

    /// Does what only the terminal's thread can do.
    fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Quit => self.code = Some(self.code.unwrap_or(0)),
            Effect::Redraw => self.screen.forget(),
            Effect::Suspend if is_orphaned() => {
                self.update(Event::Said("There is no shell to suspend to".to_owned()))?;
            }
            Effect::Suspend => {
                let (resumed, taken) = self.screen.away(signals::suspend);
                taken?;
                if let Err(error) = resumed {
                    self.update(Event::Said(format!("Couldn't suspend: {error}")))?;
                }
                self.measure()?;
            }
            Effect::External(text) => {
                let Some(config) = self.config.clone() else {
                    return self
                        .update(Event::Edited(Err("There is no config directory for the draft".to_owned())));
                };
                // What the note hangs on is on disk before its text is elsewhere: without that, a crash meanwhile would leave a
                // file that belongs to nothing.
                self.workers.settle();
                let (edited, taken) = self.screen.away(|| signals::lend(|| external::edit(&config, &text)));
                let edited = edited.map(|edited| {
                    self.workers.lent(edited.draft);
                    edited.text
                });
                // The text goes to the model, and so to the disk, even where the terminal is gone.
                self.update(Event::Edited(edited))?;
                taken?;
                self.measure()?;
            }
            Effect::Rule(rules) => {
                self.holdings.rule(*rules);
                self.orders.send(Order::Ruled).ok();
            }
            // Where the upkeep has ended that was told.
            Effect::Order(order) => {
                self.orders.send(order).ok();
            }
            Effect::Copy(copied) => self.copy(copied)?,
            // The workers have taken all others.
            _ => {}
        }
        Ok(())
    }

    /// Puts a text on the clipboard, and says by what way.
    fn copy(&mut self, copied: Copied) -> io::Result<()> {
        self.copy_by(self.clipboard, copied)
    }

    /// The same by that way.
    fn copy_by(&mut self, way: Way, copied: Copied) -> io::Result<()> {
        let what = copied.what;
        let length = copied.text.chars().count();
        if let Way::Program(words) = way {
            // A program may take its time.
            let wake = self.wake.clone();
            let work = move || {
                let said = |text| Wake::Event(Event::Said(text));
                let next = match (clipboard::hand_over(words, &copied.text), way.otherwise()) {
                    (Ok(()), _) => said(format!("Copied {what}, {length} characters, by {}", way.label())),
                    (Err(_), Some(other)) => Wake::Copy(other, copied),
                    (Err(reason), None) => said(format!("Not copied: {reason}")),
                };
                // Once the loop has ended nobody reads it.
                let _ = wake.send(next);
            };
            thread::Builder::new().name("clipboard".to_owned()).spawn(work)?;
            return Ok(());
        }
        if self.screen.only_prints() {
            let reason = "a terminal that only prints takes nothing for the clipboard";
            return self.update(Event::Said(format!("Not copied: {reason}")));
        }
        let sequence = way.sequence(&copied.text);
        self.screen.send(sequence.as_bytes())?;
        let long =
            if sequence.len() > clipboard::TERMINALS_TAKE { "; so much some terminals cut" } else { "" };
        self.update(Event::Said(format!("Sent {what}, {length} characters, {}{long}", way.label())))
    }

    /// Tells the model of the size that the terminal has now.
    fn measure(&mut self) -> io::Result<()> {
        let (width, height) = super::screen::size()?;
        self.update(Event::Resize(width, height))
    }
}
