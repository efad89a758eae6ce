//! The reader: one open document, where it is scrolled to, what is lit in it.

use std::path::Path;
use std::sync::Arc;

use super::layout::{self, Areas, Room};
use super::list::{Cursor, Motion};
use super::prompt::Prompt;
use super::selection::Selection;
use super::{Beside, BesideView, Hits, Ticket, steps};
use crate::corpus::{ContentHash, Document};
use crate::library::DocId;
use crate::note::{ItemId, Resolved};
use crate::tag::{Cast, Kind};
use crate::text::setting::{Line, Setting, Top};
use crate::text::words::sentences;
use crate::text::{Block, BlockKind, Span, Text};

/// Which pane of the reader has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The text.
    #[default]
    Text,
    /// The cast.
    Cast,
    /// The notes in its place.
    Notes,
}

/// What is lit and stepped through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lit {
    /// Nothing: steps go over all mentions.
    #[default]
    Nothing,
    /// The places of the phrase that was looked for.
    Search,
    /// The mentions of the entity of that number.
    Entity(usize),
    /// The hits of the search that the document was opened from.
    Hits,
}

/// A search in the document.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The line that is typed.
    pub prompt: Prompt,
    /// Whether it is being typed.
    pub typing: bool,
    /// The places found.
    pub spans: Vec<Span>,
    /// Whether the answer is still awaited.
    pub waiting: bool,
    /// Whether the answer leads to the first match, as it does while the phrase is typed.
    pub leads: bool,
    /// The question whose answer counts.
    pub ticket: Ticket,
    /// The byte that the text was scrolled to, and what was lit, when the typing began.
    pub origin: (usize, Lit, Option<Span>),
}

/// A row of the cast list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CastRow {
    /// The heading of a kind.
    Heading(Kind),
    /// The entity of that number.
    Entity(usize),
}

/// An open document.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Its number in the catalogue.
    pub id: DocId,
    /// Where it is.
    pub path: Arc<Path>,
    /// What was loaded.
    pub document: Arc<Document>,
    /// The raw text, line by line, once it was asked for.
    raw: Option<Text>,
    /// Whether the raw text is shown.
    pub raw_shown: bool,
    /// The content that the catalogue knew of the document when it was opened, which may be older than what was loaded.
    pub listed: Option<ContentHash>,
    /// What has become of its file since, and the whole of what was said with that, once it was.
    pub said_changed: Option<(String, String)>,
    /// Whether only the beginning is here and the rest is being loaded.
    pub loading: bool,
    /// The percentage that the person asked for while the rest was being loaded.
    pub wanted_percent: Option<u32>,
    /// The cast, once it is known.
    pub cast: Option<Arc<Cast>>,
    /// Whether the cast is shown where there is room.
    pub cast_shown: bool,
    /// Whether the notes are shown in its place.
    pub notes_beside: bool,
    /// The notes beside the text, as they are shown.
    pub beside: BesideView,
    /// The notes on the whole document, and those elsewhere that link to it.
    pub about: Vec<(ItemId, Beside)>,
    /// The question for the cast.
    pub tagging: Ticket,
    /// The rows of the cast list: a heading for each kind, its entities below.
    pub cast_rows: Vec<CastRow>,
    /// The cursor over them.
    pub cast_list: Cursor,
    /// The pane that has the focus.
    pub pane: Pane,
    /// Whether what was set aside is shown.
    pub unfolded: bool,
    /// The first line in sight.
    pub top: Top,
    /// The byte that the person scrolled to. The line at the top may begin before it; a change of the
    /// width goes by this, so that many of them don't add up.
    place: usize,
    /// The byte of the reading text that was kept last as the place to come back to.
    pub kept: usize,
    /// What is lit.
    pub lit: Lit,
    /// The match or mention that was stepped to last.
    pub current: Option<Span>,
    /// The search in the document.
    pub search: Search,
    /// The hits of the search that it was opened from.
    pub hits: Hits,
    /// The selection.
    pub selection: Option<Selection>,
    /// What was marked last, as long as the person stays there: colours and tags are for that.
    pub(super) marked: Option<ItemId>,
    /// The letter on which the mouse was pressed last.
    pub(super) pressed: Option<Span>,
    /// The question for where the notes stand.
    pub anchoring: Ticket,
    /// Where the notes of this document stand in its reading text.
    pub pinned: Vec<(ItemId, Resolved)>,
    room: Room,
}

impl Reader {
    /// A document just opened, at its beginning.
    pub fn new(id: DocId, path: Arc<Path>, document: Arc<Document>, room: Room, cast_shown: bool) -> Self {
        Self {
            id,
            path,
            document,
            raw: None,
            raw_shown: false,
            listed: None,
            said_changed: None,
            loading: false,
            wanted_percent: None,
            cast: None,
            cast_shown,
            notes_beside: false,
            beside: BesideView::default(),
            about: Vec::new(),
            tagging: 0,
            cast_rows: Vec::new(),
            cast_list: Cursor { at: 1, top: 0 },
            pane: Pane::Text,
            unfolded: false,
            top: Top::default(),
            place: 0,
            kept: 0,
            lit: Lit::Nothing,
            current: None,
            search: Search::default(),
            hits: Hits::default(),
            selection: None,
            marked: None,
            pressed: None,
            anchoring: 0,
            pinned: Vec::new(),
            room,
        }
    }

    /// The whole of a document of which only the beginning was here: the place stays, or the one that was
    /// asked for meanwhile is gone to.
    pub fn complete(&mut self, document: Arc<Document>) {
        let offset = self.offset();
        self.document = document;
        self.loading = false;
        if let Some(raw) = &mut self.raw {
            *raw = raw_text(&self.document.raw);
        }
        match self.wanted_percent.take() {
            Some(percent) => self.scroll_to_percent(percent),
            None => self.scroll_to(offset),
        }
    }

    /// Scrolls to a percentage of the text, 0 to 100, by the same measure as [`Reader::percent`].
    pub fn scroll_to_percent(&mut self, percent: u32) {
        let last = self.setting().offset_at(self.setting().last_top(self.height()));
        let percent = percent.min(100) as usize;
        self.scroll_to(last / 100 * percent + last % 100 * percent / 100);
    }

    /// The text that is shown: the reading text or the raw one.
    pub fn text(&self) -> &Text {
        self.raw.as_ref().filter(|_| self.raw_shown).unwrap_or(&self.document.text)
    }

    /// The areas of its screen.
    pub fn areas(&self) -> Areas {
        let side = (self.cast_shown || self.notes_beside) && !self.raw_shown;
        layout::reader(self.room, side, self.pane != Pane::Text)
    }

    /// The text set for the width that it has.
    pub fn setting(&self) -> Setting<'_> {
        let width = layout::text_width(self.areas().main, self.measure());
        Setting::new(self.text(), width, self.unfolded || self.raw_shown)
    }

    /// The widest that the text is set: raw text has its own line ends, and takes all there is.
    pub fn measure(&self) -> u16 {
        if self.raw_shown { u16::MAX } else { layout::MEASURE }
    }

    /// Rows of text in sight.
    pub fn height(&self) -> usize {
        usize::from(self.areas().main.height).max(1)
    }

    /// The lines in sight.
    pub fn visible(&self) -> Vec<Line> {
        self.setting().lines(self.top, self.height())
    }

    /// The bytes in sight, from the first to the last.
    pub fn visible_span(&self) -> Span {
        let lines = self.visible();
        let mut rows = lines.iter().filter_map(Line::row);
        let first = rows.next().map(|row| row.span);
        let last = rows.next_back().map(|row| row.span).or(first);
        match (first, last) {
            (Some(first), Some(last)) => first.join(last),
            _ => Span::new(self.offset(), self.offset()),
        }
    }

    /// The byte of the shown text at the top of the pane.
    pub fn offset(&self) -> usize {
        self.setting().offset_at(self.top)
    }

    /// The byte of the shown text that the person scrolled to.
    pub fn place(&self) -> usize {
        self.place
    }

    /// The same in the reading text, whichever text is shown.
    pub fn reading_offset(&self) -> usize {
        if self.raw_shown { self.document.reading_offset(self.place) } else { self.place }
    }

    /// How far the text is scrolled, 0 at its beginning to 100 where its end is in sight.
    pub fn percent(&self) -> usize {
        let last = self.setting().last_top(self.height());
        if self.top >= last {
            return 100;
        }
        let last = self.setting().offset_at(last).max(1);
        ((self.place * 100 + last / 2) / last).min(99)
    }

    /// Puts the line of `offset` at the top, or as near as the end of the text allows.
    pub fn scroll_to(&mut self, offset: usize) {
        self.place = offset;
        self.top = self.setting().line_at(offset);
        self.settle();
    }

    /// Scrolls as `motion` says.
    pub fn scroll(&mut self, motion: Motion) {
        self.wanted_percent = (self.loading && motion == Motion::Bottom).then_some(100);
        let setting = self.setting();
        self.top = match motion.lines(self.height()) {
            Some(lines) if lines < 0 => setting.up(self.top, lines.unsigned_abs()),
            Some(lines) => setting.down(self.top, lines.unsigned_abs()),
            None if motion == Motion::Top => Top::default(),
            None if matches!(motion, Motion::Line(_)) => {
                self.paragraph(motion).map_or(self.top, |at| setting.line_at(at))
            }
            None => setting.end(),
        };
        self.settle();
        self.place = self.offset();
        self.marked = None;
        // Whoever has left a place isn't there any more when it comes in sight again; where a search began it goes on.
        let visible = self.visible_span();
        self.current.take_if(|current| !current.is_empty() && !current.overlaps(visible));
    }

    /// Where the paragraph of that number begins, in the raw text the line; the last one where there are fewer.
    pub(super) fn paragraph(&self, motion: Motion) -> Option<usize> {
        let Motion::Line(number) = motion else { return None };
        let shown = |block: &&Block| self.raw_shown || block.is_body();
        let mut blocks = self.text().blocks().iter().filter(shown);
        let counted = blocks.clone().nth(number.saturating_sub(1));
        counted.or_else(|| blocks.next_back()).map(|block| block.span.start as usize)
    }

    /// Keeps the end of the text at the foot of the pane.
    fn settle(&mut self) {
        self.top = self.top.min(self.setting().last_top(self.height()));
    }

    /// Scrolls only where `span` isn't in sight, to a third of the pane.
    pub fn reveal(&mut self, span: Span) {
        if let Some(line) = self.out_of_sight(span) {
            self.top = self.setting().up(line, self.height() / 3);
            self.settle();
            self.place = self.offset();
        }
    }

    /// Scrolls by as little as shows `span`, as a caret moves.
    pub fn follow(&mut self, span: Span) {
        if let Some(line) = self.out_of_sight(span) {
            let above = self.height().saturating_sub(1);
            self.top = if line < self.top { line } else { self.setting().up(line, above) };
            self.settle();
            self.place = self.offset();
        }
    }

    /// The line in which `span` begins, where that isn't in sight.
    fn out_of_sight(&self, span: Span) -> Option<Top> {
        let setting = self.setting();
        let line = setting.line_at(span.start as usize);
        let last = setting.down(self.top, self.height().saturating_sub(1));
        (line < self.top || line > last).then_some(line)
    }

    /// The room that it has.
    pub fn room(&self) -> Room {
        self.room
    }

    /// Takes other room and keeps the text at the top where it is.
    pub fn resize(&mut self, room: Room) {
        self.room = room;
        self.scroll_to(self.place);
        self.keep_cast_cursor();
    }

    /// Does something that changes the width of the text and keeps the text at the top where it is.
    pub fn reset(&mut self, change: impl FnOnce(&mut Self)) {
        change(self);
        self.scroll_to(self.place);
    }

    /// Whether something of the text was set aside, and is folded where that isn't shown.
    pub fn has_asides(&self) -> bool {
        self.text().blocks().iter().any(|block| matches!(block.kind, BlockKind::Aside(_)))
    }

    /// Shows what was set aside where a place lies in it.
    pub(super) fn unfold_at(&mut self, offset: usize) {
        let block = self.text().block_at(offset).and_then(|at| self.text().blocks().get(at));
        if !self.unfolded && !self.raw_shown && block.is_some_and(|block| !block.is_body()) {
            self.reset(|reader| reader.unfolded = true);
        }
    }

    /// Shows the other of reading text and raw text at the same place.
    pub fn toggle_raw(&mut self) {
        let offset = self.offset();
        self.raw_shown = !self.raw_shown;
        if self.raw_shown && self.raw.is_none() {
            self.raw = Some(raw_text(&self.document.raw));
        }
        self.current = None;
        self.selection = None;
        self.pane = Pane::Text;
        let document = &self.document;
        let there =
            if self.raw_shown { document.raw_offset(offset) } else { document.reading_offset(offset) };
        self.scroll_to(there);
    }

    /// Takes the cast in.
    ///
    /// Who was lit or chosen in the cast before stays so, under the number that they have in this one.
    pub fn take_cast(&mut self, cast: Arc<Cast>) {
        let now = |lit| match lit {
            Lit::Entity(number) => self.number_in(&cast, number).map_or(Lit::Nothing, Lit::Entity),
            other => other,
        };
        (self.lit, self.search.origin.1) = (now(self.lit), now(self.search.origin.1));
        let chosen = self.chosen_entity().and_then(|number| self.number_in(&cast, number));
        self.cast_rows.clear();
        for (number, entity) in cast.entities.iter().enumerate() {
            if number == 0 || cast.entities[number - 1].kind != entity.kind {
                self.cast_rows.push(CastRow::Heading(entity.kind));
            }
            self.cast_rows.push(CastRow::Entity(number));
        }
        self.cast = Some(cast);
        if let Some(at) =
            chosen.and_then(|number| self.cast_rows.iter().position(|row| *row == CastRow::Entity(number)))
        {
            self.cast_list.at = at;
        }
        self.keep_cast_cursor();
    }

    /// The number in another cast of the same text that an entity of this one has there: of whom its first passage names
    /// that is still taken for a name. What it is called, and what it is, may be corrected meanwhile.
    pub(super) fn number_in(&self, other: &Cast, number: usize) -> Option<usize> {
        let own = self.cast.as_ref()?;
        own.entities.get(number)?.mentions.iter().find_map(|&mention| {
            let span = own.mentions.get(mention as usize)?.span;
            let there =
                other.mentions.binary_search_by_key(&span.start, |mention| mention.span.start).ok()?;
            let same = other.mentions.get(there)?.span == span;
            other.entity_of.get(there).filter(|_| same).map(|&entity| entity as usize)
        })
    }

    /// Whether somebody has lit a name or gone down the list of the cast.
    pub fn has_chosen_name(&self) -> bool {
        matches!(self.lit, Lit::Entity(_)) || self.cast_list.at > 1
    }

    /// The entity under the cursor of the cast list.
    pub fn chosen_entity(&self) -> Option<usize> {
        match self.cast_rows.get(self.cast_list.at) {
            Some(CastRow::Entity(number)) => Some(*number),
            _ => None,
        }
    }

    /// Rows of the cast list in sight, below its title.
    fn cast_height(&self) -> usize {
        self.areas().side.map_or(0, |side| usize::from(side.height).saturating_sub(1))
    }

    /// Moves the cursor of the cast list, over headings to the entity behind or before them.
    pub fn move_in_cast(&mut self, motion: Motion) {
        let before = self.cast_list.at;
        let height = self.cast_height();
        self.cast_list.go(motion, self.cast_rows.len(), height);
        if matches!(self.cast_rows.get(self.cast_list.at), Some(CastRow::Heading(_))) {
            let up = self.cast_list.at < before && self.cast_list.at > 0;
            self.cast_list.go(Motion::Lines(if up { -1 } else { 1 }), self.cast_rows.len(), height);
        }
    }

    /// Keeps the cursor of the cast list on an entity and in sight.
    pub fn keep_cast_cursor(&mut self) {
        self.move_in_cast(Motion::Lines(0));
    }

    /// The match or mention to step to from where the person is, and whether that went round the end.
    pub fn step(&self, lit: Lit, back: bool) -> Option<(Span, bool)> {
        let visible = self.visible_span();
        let current = self.current.filter(|span| visible.overlaps(*span) || span.is_empty());
        let from = match (current, back) {
            (Some(span), _) => span.start as usize,
            (None, true) => visible.start as usize,
            // One byte before, so that a place right at the top counts.
            (None, false) => (visible.start as usize).wrapping_sub(1),
        };
        self.step_from(lit, from, back)
    }

    /// The first of what is lit that starts behind `from`, or the last before it, and whether that went round an end.
    pub(super) fn step_from(&self, lit: Lit, from: usize, back: bool) -> Option<(Span, bool)> {
        match (lit, &self.cast) {
            (Lit::Search, _) => steps::step(self.search.spans.len(), |at| self.search.spans[at], from, back),
            _ if self.raw_shown => None,
            (Lit::Hits, _) => steps::step(self.hits.spans.len(), |at| self.hits.spans[at], from, back),
            (Lit::Entity(number), Some(cast)) => {
                let mentions = &cast.entities.get(number)?.mentions;
                steps::step(mentions.len(), |at| cast.mentions[mentions[at] as usize].span, from, back)
            }
            (Lit::Nothing, Some(cast)) => {
                steps::step(cast.mentions.len(), |at| cast.mentions[at].span, from, back)
            }
            (_, None) => None,
        }
    }

    /// The mention that the person is at: the one stepped to last; else the name in sight that is nearest to the match stepped
    /// to, or to the top; else whatever mention is.
    pub fn mention_here(&self) -> Option<usize> {
        let cast = self.cast.as_ref().filter(|_| !self.raw_shown)?;
        let visible = self.visible_span();
        let current = self.current.filter(|span| visible.overlaps(*span));
        if let Some(mention) = current.and_then(|span| cast.mention_at(span.start as usize)) {
            return Some(mention);
        }
        // A mention that begins above the pane may reach into it.
        let top = cast.mention_from(visible.start as usize).saturating_sub(1);
        let rows = cast.mentions.iter().enumerate().skip(top);
        let seen = rows.take_while(|(_, mention)| mention.span.start < visible.end);
        let from = current.unwrap_or(visible).start;
        let near = seen
            .filter(|(_, mention)| mention.span.overlaps(visible))
            .min_by_key(|(_, mention)| (!mention.kind.is_name(), mention.span.start.abs_diff(from)));
        near.map(|(at, _)| at)
    }

    /// The passage that the person is at: the sentence of the match or mention stepped to last, else the
    /// first sentence that begins in sight.
    pub fn passage_here(&self) -> Option<Span> {
        let visible = self.visible_span();
        let current = self.current.filter(|span| visible.overlaps(*span));
        let offset = current.unwrap_or(visible).start as usize;
        let text = self.text();
        let first = text.block_at(offset)?;
        let body = text.blocks()[first..].iter().filter(|block| block.is_body());
        let near = body.take_while(|block| block.span.start <= visible.end);
        let mut nearest = None;
        for block in near {
            let sentences = sentences(text.as_str(), block);
            let sentence = match current {
                Some(_) => sentences.iter().rfind(|sentence| sentence.start as usize <= offset),
                None => sentences.iter().find(|sentence| sentence.start as usize >= offset),
            };
            if let Some(sentence) = sentence {
                return Some(trimmed(text.as_str(), *sentence));
            }
            // A sentence longer than the pane begins above it.
            nearest = nearest.or(sentences.last().copied());
        }
        nearest.map(|sentence| trimmed(text.as_str(), sentence))
    }
}

/// The span without white space at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let content = span.of(text);
    let start = span.start as usize + content.len() - content.trim_start().len();
    Span::new(start, start + content.trim().len())
}

/// Bytes of a raw line that are set as one block, so that a line of any length scrolls without delay.
const RAW_BLOCK: usize = 16 * 1024;

/// The raw text with every line a block, empty ones too.
fn raw_text(raw: &Arc<str>) -> Text {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in raw.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        let mut from = start;
        loop {
            let mut to = (from + RAW_BLOCK).min(end);
            while !raw.is_char_boundary(to) {
                to -= 1;
            }
            let span = Span::new(from, to);
            blocks.push(Block { span, kind: BlockKind::Code, indent: 0, hang: 0, gap: false });
            if to >= end {
                break;
            }
            from = to;
        }
        start += line.len();
    }
    Text::new(raw.clone(), blocks)
}
