//! Keys, pastes and sizes from the terminal, read by a thread of their own.
//!
//! The thread reads only when it is told to go on. So a burst of keys comes as one batch before one draw,
//! and nobody reads from the terminal while the person's editor has it.

use std::sync::mpsc::{self, SyncSender};
use std::time::{Duration, Instant};
use std::{io, thread};

use crossterm::event::{
    self, Event as Raw, KeyCode as RawCode, KeyEventKind, KeyModifiers, MouseButton, MouseEvent as RawMouse,
    MouseEventKind,
};

use super::answers::{Answers, Heard};
use crate::app::{Event, Key, KeyCode, Mouse};

/// Events that one batch holds at most.
const BATCH: usize = 1024;

/// How long to look for a next event of a burst. With no time at all crossterm 0.29 doesn't even look at what
/// it has read already; and as it counts whole milliseconds, it looks again and again for as long as this.
const BRIEFLY: Duration = Duration::from_micros(20);

/// The same once a second event has come: a held key or a paste goes on, and nobody misses so little time.
const IN_A_BURST: Duration = Duration::from_millis(3);

/// The reading thread's reins: each `()` lets it read one batch more.
pub(super) struct Reins {
    go: SyncSender<()>,
}

impl Reins {
    /// Lets the thread read on.
    pub(super) fn go_on(&self) {
        // Once the thread has ended there is nothing to read any more, and it has said so.
        let _ = self.go.try_send(());
    }
}

/// Starts the thread; `asked` says whether the terminal was asked for its ground. Batches go to `send`; an empty one with [`Event::Leave`] when the terminal is gone.
pub(super) fn start(asked: bool, send: impl Fn(Vec<Event>) + Send + 'static) -> io::Result<Reins> {
    let (go, told) = mpsc::sync_channel(1);
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        let (mut last, mut answers) = (None, Answers::awaited(asked));
        for () in told {
            match batch(&mut last, &mut answers) {
                Ok(events) => send(events),
                Err(_) => return send(vec![Event::Leave]),
            }
        }
    })?;
    Ok(Reins { go })
}

/// How soon a press behind another one in the same place makes it one press twice: what most desktops take.
const TWICE: Duration = Duration::from_millis(400);

/// The last press of the mouse, and when that was.
type LastPress = Option<(u16, u16, Instant)>;

/// What the mouse did, as the model knows it.
fn mouse(raw: RawMouse, last: &mut LastPress) -> Option<Event> {
    let (column, row) = (raw.column, raw.row);
    let mouse = match raw.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            let soon = |&(x, y, at): &(u16, u16, Instant)| (x, y) == (column, row) && at.elapsed() < TWICE;
            let twice = last.take_if(|last| soon(last)).is_some();
            if !twice {
                *last = Some((column, row, Instant::now()));
            }
            if twice { Mouse::Twice } else { Mouse::Press }
        }
        MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
        MouseEventKind::ScrollDown => Mouse::Down,
        MouseEventKind::ScrollUp => Mouse::Up,
        _ => return None,
    };
    Some(Event::Mouse(mouse, column, row))
}

/// Waits for an event and takes all that are there with it.
fn batch(last: &mut LastPress, answers: &mut Answers) -> io::Result<Vec<Event>> {
    let mut events = Vec::new();
    loop {
        let event = match event::read()? {
            Raw::Mouse(raw) => mouse(raw, last),
            other => translate(other),
        };
        match event {
            Some(Event::Key(key)) => match answers.take(key) {
                Heard::Keys(keys) => events.extend(keys.into_iter().map(Event::Key)),
                Heard::Ground(ground) => events.push(Event::Ground(ground)),
            },
            other => events.extend(other),
        }
        // Enter ends what was typed in one go: what follows is another matter.
        let goes_on = events.len() > 1 && !is_enter(events.last());
        // An event without a meaning, such as the release of a key, is no reason to wake anybody.
        let more = event::poll(if goes_on { IN_A_BURST } else { BRIEFLY })?;
        if events.len() >= BATCH || (!more && !events.is_empty()) {
            return Ok(events);
        }
    }
}

fn is_enter(event: Option<&Event>) -> bool {
    matches!(event, Some(Event::Key(Key { code: KeyCode::Enter, .. })))
}

/// The event as the model knows it.
fn translate(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) if key.kind != KeyEventKind::Release => {
            let code = match key.code {
                RawCode::Char(c) => KeyCode::Char(c),
                RawCode::Enter => KeyCode::Enter,
                RawCode::Esc => KeyCode::Esc,
                RawCode::Tab | RawCode::BackTab => KeyCode::Tab,
                RawCode::Backspace => KeyCode::Backspace,
                RawCode::Delete => KeyCode::Delete,
                RawCode::Insert => KeyCode::Insert,
                RawCode::Up => KeyCode::Up,
                RawCode::Down => KeyCode::Down,
                RawCode::Left => KeyCode::Left,
                RawCode::Right => KeyCode::Right,
                RawCode::Home => KeyCode::Home,
                RawCode::End => KeyCode::End,
                RawCode::PageUp => KeyCode::PageUp,
                RawCode::PageDown => KeyCode::PageDown,
                RawCode::F(number) => KeyCode::F(number),
                _ => return None,
            };
            let held = |modifier| key.modifiers.contains(modifier);
            let shift = held(KeyModifiers::SHIFT) || key.code == RawCode::BackTab;
            Some(Event::Key(Key::new(code, held(KeyModifiers::CONTROL), held(KeyModifiers::ALT), shift)))
        }
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::FocusGained => Some(Event::Returned),
        Raw::FocusLost => Some(Event::Left),
        Raw::Resize(width, height) => Some(Event::Resize(width, height)),
        _ => None,
    }
}
