//! The terminal: taken over, drawn on, and always given back.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::text::safe;

/// Whether the terminal is taken over; a global, because a panic has to know it too.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Bytes that are gathered before a write, so that one frame is one write.
const FRAME: usize = 256 * 1024;

/// The terminal, taken over as long as this lives.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    area: Rect,
}

impl Screen {
    /// Takes the terminal over.
    pub(super) fn enter() -> io::Result<Self> {
        take()?;
        let made = crossterm::terminal::size().and_then(|(width, height)| {
            let area = Rect::new(0, 0, width, height);
            let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME, io::stdout()));
            // The size is the model's, which hears of a change in its turn: a frame of any other size
            // would not be the one that the model was laid out for.
            let options = TerminalOptions { viewport: Viewport::Fixed(area) };
            Ok(Self { terminal: Terminal::with_options(backend, options)?, area })
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

    /// Makes the frames of another size, and the next one draw every cell.
    pub(super) fn resize(&mut self, (width, height): (u16, u16)) -> io::Result<()> {
        self.area = Rect::new(0, 0, width, height);
        self.forget()
    }

    /// Draws a frame: what `draw` puts into the buffer goes out in one write, and only where it changed.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        crossterm::queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(draw)?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Makes the next frame draw every cell. (`Terminal::clear` would ask the terminal where its cursor is
    /// and wait for the answer, which a suspended reader or a slow line may never give.)
    pub(super) fn forget(&mut self) -> io::Result<()> {
        self.terminal.resize(self.area)
    }

    /// Gives the terminal back for a while, does `work`, and takes it over again. The answer of `work` comes
    /// even where the terminal couldn't be taken over any more.
    pub(super) fn away<T>(&mut self, work: impl FnOnce() -> T) -> (T, io::Result<()>) {
        give_back();
        let result = work();
        (result, take().and_then(|()| self.forget()))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // A panic while drawing leaves the beginning of a frame behind, which must not come after the end.
        // There is nobody to tell of an error: the terminal is gone.
        let _ = Write::flush(self.terminal.backend_mut());
        let _ = execute!(io::stdout(), EndSynchronizedUpdate);
        give_back();
    }
}

fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    let taken =
        enable_raw_mode().and_then(|()| execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste));
    if taken.is_err() {
        give_back();
    }
    taken
}

/// Gives the terminal back as it was. Does nothing the second time. Errors can't be told to anybody: the
/// terminal is gone.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(
            io::stdout(),
            EndSynchronizedUpdate,
            DisableBracketedPaste,
            ResetColor,
            LeaveAlternateScreen,
            Show
        );
        let _ = disable_raw_mode();
        let _ = io::stdout().flush();
    }
}

/// Gives the terminal back before a panic of this thread is reported, and keeps silent about panics of
/// workers, which are caught and told in the status bar.
pub(super) fn give_back_on_panic() {
    let main = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == main {
            give_back();
            // A message may quote the text that it failed on.
            for line in info.to_string().lines() {
                let _ = writeln!(io::stderr(), "{}", safe::line(line));
            }
        }
    }));
}
