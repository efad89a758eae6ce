//! What makes of the frame that a terminal shows the next one, in as few bytes as it takes.
//!
//! ratatui draws a frame into a buffer; its own comparison of two buffers sends every cell of a text that moved up by
//! one row. Here the rows that moved are found and the terminal is told to move them, blank ends are erased, the cursor
//! goes the shortest way, and of a style only what differs is sent. Each way of doing it is written out, and the
//! shortest one is taken: counting bytes is cheaper than guessing.

mod canvas;
mod grid;
mod links;
mod pen;
mod row;
mod shift;
mod sketch;
#[cfg(test)]
mod tests;
mod travel;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

pub(super) use canvas::Canvas;
pub(super) use grid::Grid;
use shift::shifts;
use sketch::Sketch;

use crate::app::Link;

/// Makes everything unknown what it is at the start: no margins, no attribute, nothing on the screen.
const AFRESH: &[u8] = b"\x1b[r\x1b[m\x1b[H\x1b[2J";

/// Shows the cursor.
const SHOW: &[u8] = b"\x1b[?25h";

/// Hides it.
const HIDE: &[u8] = b"\x1b[?25l";

/// Begins a synchronized update (DEC private mode 2026): the terminal shows nothing of it before its end.
const BEGIN: &[u8] = b"\x1b[?2026h";

/// Ends a synchronized update.
const END: &[u8] = b"\x1b[?2026l";

/// A frame of more bytes is sent as a synchronized update. A shorter one travels in one packet on any line, and a
/// terminal takes in what one read gives it before it shows anything: there the sixteen bytes would only cost.
const ONE_PACKET: usize = 1000;

/// How much a terminal knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Skills {
    /// The cursor goes where it is told to, and no more.
    Few,
    /// What a VT100 knew: rows move between margins.
    Old,
    /// What is usual now, in the Linux console, GNU screen, tmux and mosh too.
    Usual,
}

impl Skills {
    /// As the variable `TERM` tells.
    pub(super) fn told(term: &str) -> Self {
        match term {
            "" | "dumb" | "unknown" => Self::Few,
            _ if ["vt1", "vt2"].iter().any(|old| term.starts_with(old)) => Self::Old,
            _ => Self::Usual,
        }
    }
}

/// Knows what the terminal shows, and writes what makes the next frame of it.
pub(super) struct Painter {
    shown: Grid,
    next: Grid,
    /// Where the cursor and the pen are, behind the last frame.
    sketch: Sketch,
    /// Whether the cursor can be seen.
    visible: bool,
    /// Whether nothing is known of the terminal.
    afresh: bool,
    skills: Skills,
    /// What leads to an address on the web, as it is shown.
    links: Vec<Link>,
    frame: Vec<u8>,
}

impl Painter {
    /// For a terminal of which nothing is known yet but its skills.
    pub(super) fn new(skills: Skills) -> Self {
        Self {
            shown: Grid::default(),
            next: Grid::default(),
            sketch: Sketch::default(),
            visible: true,
            afresh: true,
            skills,
            links: Vec::new(),
            frame: Vec::new(),
        }
    }

    /// Forgets what the terminal shows: the next frame draws every cell.
    pub(super) fn forget(&mut self) {
        self.afresh = true;
    }

    /// Takes in what is to be shown next.
    pub(super) fn take(&mut self, buffer: &Buffer) {
        self.next.take(buffer);
    }

    /// The bytes that show what was taken in, with the cursor there or nowhere, and with these links. None where nothing
    /// changes.
    pub(super) fn frame(&mut self, cursor: Option<Position>, links: Vec<Link>) -> &[u8] {
        self.frame.clear();
        let mut visible = self.visible;
        let linked = !links.is_empty() || !self.links.is_empty();
        if self.afresh || self.shown.size() != self.next.size() {
            self.afresh = false;
            self.shown.clear(self.next.size());
            self.sketch = Sketch::at_home(self.skills != Skills::Usual);
            self.frame.extend_from_slice(AFRESH);
        }
        if visible && cursor.is_none() {
            self.frame.extend_from_slice(HIDE);
            visible = false;
        }
        // The likeliest ones first: what is longer than the best so far is given up half-way.
        let shifts = match self.skills {
            Skills::Few => Vec::new(),
            // What moves takes its link along, which nobody could keep account of.
            _ if linked => Vec::new(),
            _ => shifts(&self.shown, &self.next),
        };
        let mut best: Option<Sketch> = None;
        for shift in shifts.into_iter().map(Some).chain([None]) {
            let limit = best.as_ref().map_or(usize::MAX, |best| best.out.len());
            best = self.sketch.drawn(&self.shown, &self.next, shift, limit).or(best);
        }
        let mut best = best.unwrap_or_default();
        if linked {
            links::draw(&mut best, (&self.shown, &self.links), (&self.next, &links));
            self.links = links;
        }
        if let Some(cursor) = cursor {
            best.go(cursor.x, cursor.y);
        }
        self.frame.append(&mut best.out);
        self.sketch = best;
        let veiled = self.frame.len() > ONE_PACKET;
        if veiled {
            // Not every terminal has synchronized updates; in these the cursor isn't to be seen running.
            let cover: &[&[u8]] = if visible { &[BEGIN, HIDE] } else { &[BEGIN] };
            self.frame.splice(..0, cover.concat());
            visible = false;
        }
        if cursor.is_some() && !visible {
            self.frame.extend_from_slice(SHOW);
        }
        self.visible = cursor.is_some();
        if veiled {
            self.frame.extend_from_slice(END);
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        &self.frame
    }
}
