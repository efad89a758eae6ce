//! The terminal: taken over, drawn on, and always given back.

use std::convert::Infallible;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::execute;
use crossterm::style::{Print, ResetColor};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::answers::ASK_GROUND;
use super::frame::{Canvas, Painter, Skills};
use super::telling::Teller;
use super::title::{self, Title};
use super::wire::Wire;
use super::{Manners, crashes};
use crate::app::Link;
use crate::text::safe;

/// Whether the terminal is taken over; a global, because a panic has to know it too.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether it can only print, so that nothing is to be sent but lines; a global for the same reason.
static DUMB: AtomicBool = AtomicBool::new(false);

/// Whether the window has a title of ours; a global for the same reason.
static TITLED: AtomicBool = AtomicBool::new(false);

/// What makes bytes of frames.
enum Hand {
    /// Paints what changed, cell by cell.
    Painter(Box<Painter>),
    /// Tells what is news, line by line.
    Teller(Teller),
}

/// The terminal, taken over as long as this lives.
pub(super) struct Screen {
    manners: Manners,
    title: Title,
    terminal: Terminal<Canvas>,
    hand: Hand,
    wire: Wire,
    area: Rect,
}

impl Screen {
    /// Takes the terminal over.
    pub(super) fn enter(manners: Manners) -> io::Result<Self> {
        DUMB.store(manners.lines, Ordering::SeqCst);
        take(manners)?;
        let made = size().and_then(|(width, height)| {
            let area = Rect::new(0, 0, width, height);
            let hand = match manners.lines {
                true => Hand::Teller(Teller::default()),
                false => Hand::Painter(Box::new(Painter::new(skills()))),
            };
            let (title, wire) = (Title::default(), Wire::open()?);
            Ok(Self { manners, title, terminal: terminal(area), hand, wire, area })
        });
        if made.is_err() {
            give_back();
        }
        made
    }

    /// Columns and rows of the frames.
    pub(super) fn size(&self) -> (u16, u16) {
        (self.area.width, self.area.height)
    }

    /// Asks the terminal for its ground. It answers among the keys, whenever it likes, or never.
    pub(super) fn ask_ground(&mut self) -> io::Result<()> {
        self.send(ASK_GROUND.as_bytes())
    }

    /// Makes the frames of another size, and the next one draw every cell.
    pub(super) fn resize(&mut self, (width, height): (u16, u16)) {
        self.area = Rect::new(0, 0, width, height);
        self.terminal = terminal(self.area);
        self.forget();
    }

    /// Draws a frame: what `draw` puts into the buffer goes out in one write, and only where it changed, and before it the
    /// window's title if that is another one. What was drawn when a panic came is never sent.
    pub(super) fn draw(
        &mut self,
        title: impl FnOnce() -> String,
        draw: impl FnOnce(&mut ratatui::Frame<'_>) -> Vec<Link>,
    ) -> io::Result<()> {
        let (hand, mut links) = (&mut self.hand, Vec::new());
        let Ok(_) = self.terminal.draw(|frame| {
            links = draw(frame);
            match hand {
                Hand::Painter(painter) => painter.take(frame.buffer_mut()),
                Hand::Teller(teller) => teller.take(frame.buffer_mut()),
            }
        });
        let frame = match hand {
            Hand::Painter(painter) => {
                links.retain(|_| self.manners.links);
                painter.frame(self.terminal.backend().cursor(), links)
            }
            Hand::Teller(teller) => teller.frame(),
        };
        let title = if self.manners.title { self.title.call(&title()) } else { None };
        match title {
            _ if !TAKEN.load(Ordering::SeqCst) => Ok(()),
            Some(title) => self.wire.send(&[title.as_bytes(), frame].concat()),
            None if frame.is_empty() => Ok(()),
            None => self.wire.send(frame),
        }
    }

    /// Sends something that isn't a frame and moves no cursor.
    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.only_prints() { Ok(()) } else { self.wire.send(bytes) }
    }

    /// Whether the terminal can only print, so that it gets lines and nothing else.
    pub(super) fn only_prints(&self) -> bool {
        matches!(self.hand, Hand::Teller(_))
    }

    /// Whether the line has turned out to be slow; says so once.
    pub(super) fn turned_slow(&mut self) -> bool {
        self.wire.turned_slow()
    }

    /// Makes the next frame draw every cell. (`Terminal::clear` would ask the terminal where its cursor is
    /// and wait for the answer, which a suspended reader or a slow line may never give.)
    pub(super) fn forget(&mut self) {
        match &mut self.hand {
            Hand::Painter(painter) => painter.forget(),
            Hand::Teller(teller) => teller.forget(),
        }
    }

    /// Gives the terminal back for a while, does `work`, and takes it over again. The answer of `work` comes
    /// even where the terminal couldn't be taken over any more.
    pub(super) fn away<T>(&mut self, work: impl FnOnce() -> T) -> (T, io::Result<()>) {
        give_back();
        let result = work();
        self.forget();
        self.title.forget();
        (result, take(self.manners))
    }
}

/// What frames of that area are drawn with. The size is the model's, which hears of a change in its turn: a frame of
/// any other size would not be the one that the model was laid out for.
fn terminal(area: Rect) -> Terminal<Canvas> {
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    let made: Result<_, Infallible> = Terminal::with_options(Canvas::new((area.width, area.height)), options);
    let Ok(terminal) = made;
    terminal
}

/// What the terminal knows, as the environment tells.
fn skills() -> Skills {
    Skills::told(&std::env::var("TERM").unwrap_or_default())
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Takes margins away that a frame of which only half went out may have left.
const NO_MARGINS: &str = "\x1b[r";

/// Has the terminal tell of the mouse: presses, drags and the wheel (mode 1002), in the form that has no limit to columns
/// (mode 1006). Not each motion, which would be a stream of bytes for nothing.
const MOUSE_ON: &str = "\x1b[?1002h\x1b[?1006h";

/// Has it tell no more of it.
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l";

/// The size of a terminal that doesn't know its own.
const USUAL: (u16, u16) = (80, 24);

/// Columns and rows of the terminal.
///
/// # Errors
///
/// Where there is no terminal.
pub(super) fn size() -> io::Result<(u16, u16)> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(if width == 0 || height == 0 { USUAL } else { (width, height) })
}

fn take(manners: Manners) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    if DUMB.load(Ordering::SeqCst) {
        return enable_raw_mode().inspect_err(|_| give_back());
    }
    let mouse = if manners.mouse { MOUSE_ON } else { "" };
    let title = if manners.title { title::KEEP } else { "" };
    TITLED.store(manners.title, Ordering::SeqCst);
    let modes = || {
        let out = io::stdout();
        execute!(
            &out,
            EnterAlternateScreen,
            EnableBracketedPaste,
            EnableFocusChange,
            Print(mouse),
            Print(title)
        )
    };
    let taken = enable_raw_mode().and_then(|()| modes());
    if taken.is_err() {
        give_back();
    }
    taken
}

/// Gives the terminal back as it was. Does nothing the second time. Errors can't be told to anybody: the
/// terminal is gone.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        if DUMB.load(Ordering::SeqCst) {
            let _ = disable_raw_mode();
            return;
        }
        let title = if TITLED.load(Ordering::SeqCst) { title::GIVE_BACK } else { "" };
        let _ = execute!(
            io::stdout(),
            EndSynchronizedUpdate,
            Print(NO_MARGINS),
            Print(MOUSE_OFF),
            DisableFocusChange,
            DisableBracketedPaste,
            Print(title),
            ResetColor,
            LeaveAlternateScreen,
            Show
        );
        let _ = disable_raw_mode();
        let _ = io::stdout().flush();
    }
}

/// Gives the terminal back before a panic of this thread is reported, and keeps silent about panics of
/// workers, which are caught and told in the status bar. All are written down.
pub(super) fn give_back_on_panic() {
    let main = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        crashes::write(info);
        if std::thread::current().id() == main {
            give_back();
            // A message may quote the text that it failed on.
            for line in info.to_string().lines() {
                let _ = writeln!(io::stderr(), "{}", safe::line(line));
            }
        }
    }));
}
