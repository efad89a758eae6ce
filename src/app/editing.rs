//! Writing a note: in the pane, or in the person's own editor.

use ratatui::style::Style;
use ratatui_textarea::{CursorMove, Input, Key as AreaKey, TextArea, WrapMode};
use serde::{Deserialize, Serialize};

use super::{App, Command, Completing, Edit, Effect, Key, KeyCode, NewItem, Overlay, Ticket, layout};
use crate::library::DocId;
use crate::note::{Item, ItemKind, LONGEST_BODY, Op, Record, Subject, too_long};

/// What is written on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A new note.
    New(NewItem),
    /// One that is there already.
    Item(Item),
}

/// What a question to save was for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Saving {
    /// A change, and what to say once it is on disk.
    Change(String),
    /// A note from the editor.
    Editor,
    /// Tags: as they were typed and for what, so that they are asked for again where they can't be saved, and what to say.
    Tags(String, Box<Target>, String),
    /// Undoing, and what that did.
    Undo(String),
    /// Redoing, and what that did.
    Redo(String),
}

/// The editor of a note.
#[derive(Clone, Debug)]
pub struct Editing {
    /// What is written on.
    pub target: Target,
    /// The text.
    pub area: TextArea<'static>,
    /// The question that saves it, while it isn't answered, and the text that it saves.
    pub saving: Option<(Ticket, String)>,
    /// What stood in it before, as [`Editing::text`] gives it.
    original: String,
    /// The byte to which the text of which document was scrolled before.
    came_from: Option<(DocId, usize)>,
    /// The text that the person's own editor has, while it has one.
    outside: Option<String>,
    /// Whether controls stand in it as their pictures.
    pictured: bool,
    /// What is offered while a tag or link is half typed.
    pub completing: Option<Completing>,
    /// The command that was asked about because the text isn't saved: given again it throws the text away, or quits and
    /// leaves it as a draft.
    pub warned: Option<Command>,
}

impl Editing {
    /// An editor with the text of `target`, the cursor at its end.
    pub fn new(target: Target) -> Self {
        let body = match &target {
            Target::New(new) => new.body.clone(),
            Target::Item(item) => item.body.clone(),
        };
        let mut editing = Self {
            target,
            area: TextArea::default(),
            saving: None,
            original: String::new(),
            came_from: None,
            outside: None,
            pictured: false,
            completing: None,
            warned: None,
        };
        editing.set(&body);
        // Line ends of another system and blanks at the end, as what is imported has them, are no change of the person's.
        editing.original = editing.text();
        editing
    }

    /// What stands in it, where that isn't what stood in it before, or where the person's own editor may change it.
    pub(super) fn changed(&self) -> Option<String> {
        Some(self.text()).filter(|text| self.outside.is_some() || *text != self.original)
    }

    /// Whether the person's own editor has it meanwhile.
    pub(super) fn is_outside(&self) -> bool {
        self.outside.is_some()
    }

    /// Puts `body` in, the cursor at its end.
    pub(super) fn set(&mut self, body: &str) {
        // What is offered was for what stood here.
        self.completing = None;
        // Controls came from elsewhere; a person sees them, and they stay.
        self.pictured = body.contains(is_odd) && !body.contains(is_picture);
        let body: String = match self.pictured {
            true => body.chars().map(|c| if is_odd(c) { picture(c) } else { c }).collect(),
            false => body.to_owned(),
        };
        self.area =
            TextArea::new(body.split('\n').map(|line| line.trim_end_matches('\r').to_owned()).collect());
        self.area.set_wrap_mode(WrapMode::WordOrGlyph);
        // The terminal's own cursor shows the place; nothing else is needed.
        self.area.set_cursor_line_style(Style::new());
        self.area.set_cursor_style(Style::new());
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
    }

    /// What stands in it, without white space at its end.
    pub fn text(&self) -> String {
        let text = self.area.lines().join("\n").trim_end().to_owned();
        if self.pictured { text.chars().map(unpictured).collect() } else { text }
    }

    /// Whether there is no room for one more letter.
    fn is_full(&self) -> bool {
        let bytes: usize = self.area.lines().iter().map(|line| line.len() + 1).sum();
        bytes + char::MAX.len_utf8() > LONGEST_BODY
    }

    /// What the note is about.
    pub fn subject(&self) -> &Subject {
        match &self.target {
            Target::New(new) => &new.subject,
            Target::Item(item) => &item.subject,
        }
    }
}

/// The first of the pictures of controls (Unicode's block Control Pictures).
const PICTURES: u32 = 0x2400;

/// Whether it is a control that a note needn't have.
fn is_odd(c: char) -> bool {
    c.is_ascii_control() && !matches!(c, '\n' | '\t' | '\r' | '\u{7f}')
}

/// Whether it is the picture of such a control.
fn is_picture(c: char) -> bool {
    ('\u{2400}'..'\u{2420}').contains(&c)
}

fn picture(c: char) -> char {
    char::from_u32(PICTURES + u32::from(c)).unwrap_or(c)
}

fn unpictured(c: char) -> char {
    if is_picture(c) { char::from_u32(u32::from(c) - PICTURES).unwrap_or(c) } else { c }
}

impl App {
    /// Begins a note on the passage.
    pub(super) fn begin_note(&mut self, external: bool) {
        if self.attach() {
            return;
        }
        let Some(span) = self.passage() else { return };
        if let Some(item) = self.new_item(ItemKind::Note, span) {
            self.edit(Editing::new(Target::New(item)), external);
        }
    }

    /// Opens the editor, and the person's own on top of it where `external`.
    pub(super) fn edit(&mut self, mut editing: Editing, external: bool) {
        editing.came_from = self.reader.as_ref().map(|reader| (reader.id, reader.place()));
        let text = editing.text();
        self.overlay = Some(Overlay::Editor(Box::new(editing)));
        self.fit_reader();
        if external {
            self.edit_outside(text);
        }
    }

    /// Has the text edited in the person's own editor. What it hangs on is kept first, for a crash meanwhile.
    fn edit_outside(&mut self, text: String) {
        if let Some(Overlay::Editor(editing)) = &mut self.overlay {
            editing.outside = Some(text.clone());
        }
        self.keep_draft();
        self.effect(Effect::External(text));
    }

    /// Gives the reader the rows that the editor leaves it, with the passage in sight.
    pub(super) fn fit_reader(&mut self) {
        let editing = matches!(self.overlay, Some(Overlay::Editor(_) | Overlay::Elsewhere(..)));
        let rows = if editing { layout::editor(self.size).height } else { 0 };
        let room = layout::Room { size: (self.size.0, self.size.1.saturating_sub(rows)), ..self.room() };
        if let Some(reader) = self.reader.as_mut().filter(|reader| reader.room() != room) {
            let passage =
                reader.selection.map(|selection| selection.span()).or_else(|| reader.passage_here());
            reader.resize(room);
            passage.filter(|_| editing).into_iter().for_each(|span| reader.reveal(span));
        }
    }

    /// The commands of the editor.
    pub(super) fn editor_command(&mut self, command: Command) {
        let Some(Overlay::Editor(editing)) = &mut self.overlay else { return };
        match command {
            Command::Save => self.save_note(),
            Command::SaveElsewhere => self.ask_elsewhere(),
            Command::Copy => self.copy_note(),
            Command::EditExternal => {
                let text = editing.text();
                self.edit_outside(text);
            }
            Command::Cancel if editing.completing.take_if(|offered| !offered.rows.is_empty()).is_some() => {}
            Command::Cancel | Command::Back | Command::Quit => {
                if editing.text() != editing.original && editing.warned != Some(command) {
                    editing.warned = Some(command);
                    let (save, again) = (self.key_for(Command::Save), self.key_for(command));
                    let then = match command {
                        Command::Quit => {
                            format!("quits, and {} has it next time", self.key_for(Command::Drafts))
                        }
                        _ => "throws it away".to_owned(),
                    };
                    self.warn(format!("Not saved: {save} saves it, {again} once more {then}"));
                } else if command == Command::Quit {
                    self.effect(Effect::LeaveDraft);
                    self.quit();
                } else {
                    self.close_editor();
                    self.message = None;
                }
            }
            _ => {}
        }
    }

    /// Closes the editor and lets go of the selection that it wrote on.
    pub(super) fn close_editor(&mut self) {
        let Some(Overlay::Editor(editing)) =
            self.overlay.take_if(|overlay| matches!(overlay, Overlay::Editor(_)))
        else {
            return;
        };
        self.fit_reader();
        if let Some(reader) = &mut self.reader {
            reader.selection = None;
            // Meanwhile another document may have come in its place.
            let place = editing.came_from.filter(|(id, _)| *id == reader.id);
            place.into_iter().for_each(|(_, place)| reader.scroll_to(place));
        }
    }

    pub(super) fn save_note(&mut self) {
        let Some(Overlay::Editor(editing)) = &self.overlay else { return };
        let asked = editing.saving.as_ref().map(|(ticket, _)| *ticket);
        if asked.is_some_and(|ticket| self.saving.iter().any(|(asked, _)| *asked == ticket)) {
            return;
        }
        let body = editing.text();
        if let Some(reason) = too_long(body.len()) {
            let elsewhere = self.key_for(Command::SaveElsewhere);
            return self.warn(format!("Not saved ({elsewhere} to a file): {reason}"));
        }
        let edit = match &editing.target {
            // What somebody else wrote meanwhile isn't written over.
            Target::Item(item) if self.store.get(&item.id) != Some(item) => {
                let Item { kind: _, subject, colour, tags, .. } = item.clone();
                Edit::New(NewItem { kind: ItemKind::Note, subject, colour, body, tags })
            }
            Target::New(_) if body.is_empty() => {
                self.say("There is nothing to save");
                return;
            }
            Target::New(new) => Edit::New(NewItem { body, ..new.clone() }),
            // A highlight or bookmark that is written on becomes a note.
            Target::Item(item) if body.is_empty() => Edit::Put(Item { body, ..item.clone() }),
            Target::Item(item) => Edit::Put(Item { body, kind: ItemKind::Note, ..item.clone() }),
        };
        let text = editing.text();
        self.change(edit, Saving::Editor);
        let asked = self.last_ticket;
        if let Some(Overlay::Editor(editing)) = &mut self.overlay {
            editing.saving = Some((asked, text));
        }
    }

    /// Whether that question saves what stands in the editor.
    pub(super) fn is_note_of(&self, ticket: Ticket) -> bool {
        let Some(Overlay::Editor(editing)) = &self.overlay else { return false };
        editing.saving.as_ref().is_some_and(|(asked, _)| *asked == ticket)
    }

    /// The note is on disk. The editor closes, unless something was typed meanwhile.
    pub(super) fn note_saved(&mut self, ticket: Ticket, records: &[Record]) {
        if !self.is_note_of(ticket) {
            // The answer is about another note than the one that is being written now.
            return self.say("Saved");
        }
        let Some(Overlay::Editor(editing)) = &mut self.overlay else { return };
        let saved = editing.saving.take().map(|(_, text)| text).unwrap_or_default();
        let item = records.iter().find_map(|record| match &record.op {
            Op::Put { item } => Some(item.clone()),
            _ => None,
        });
        // What was written elsewhere meanwhile wasn't written over.
        let saved_as = match (&editing.target, &item) {
            (Target::Item(was), Some(item)) if was.id != item.id => match self.store.get(&was.id) {
                Some(_) => "Saved as a second note, for the first was changed elsewhere",
                None => "Saved as a new note, for the first was deleted elsewhere",
            },
            _ => "Saved",
        };
        match item.filter(|_| saved != editing.text()) {
            Some(item) => {
                (editing.target, editing.original) = (Target::Item(item), saved);
                let save = self.key_for(Command::Save);
                self.say(format!("{saved_as}, but for what was typed since: {save} saves that too"));
            }
            None => {
                self.close_editor();
                self.say(saved_as);
            }
        }
    }

    /// A text comes back from the person's own editor: where it was changed there it is saved at once.
    pub(super) fn edited(&mut self, result: Result<String, String>) {
        let Some(Overlay::Editor(editing)) = &mut self.overlay else { return };
        let sent = editing.outside.take();
        match result {
            Ok(text) => {
                // Editors end a text with a line end of their own.
                let unchanged = sent.is_some_and(|sent| sent == text.trim_end());
                if !unchanged {
                    editing.set(text.trim_end());
                }
                if editing.text() == editing.original {
                    let is_new = editing.original.is_empty();
                    self.close_editor();
                    self.say(if is_new { "Nothing was written" } else { "The note is as it was" });
                } else if unchanged {
                    // Whoever left without writing doesn't want it saved, nor lost.
                    let save = self.key_for(Command::Save);
                    self.say(format!("Nothing was changed there, and nothing is saved: {save} saves it"));
                } else {
                    self.save_note();
                }
            }
            Err(reason) => self.warn(reason),
        }
    }

    /// A key that isn't a command types.
    pub(super) fn type_in_editor(&mut self, key: Key) {
        let Some(Overlay::Editor(editing)) = &mut self.overlay else { return };
        editing.warned = None;
        if editing.completing_key(key) {
            return;
        }
        let code = match key.code {
            KeyCode::Char(c) => AreaKey::Char(c),
            KeyCode::Enter => AreaKey::Enter,
            KeyCode::Tab => AreaKey::Tab,
            KeyCode::Backspace => AreaKey::Backspace,
            KeyCode::Delete => AreaKey::Delete,
            KeyCode::Up => AreaKey::Up,
            KeyCode::Down => AreaKey::Down,
            KeyCode::Left => AreaKey::Left,
            KeyCode::Right => AreaKey::Right,
            KeyCode::Home => AreaKey::Home,
            KeyCode::End => AreaKey::End,
            KeyCode::PageUp => AreaKey::PageUp,
            KeyCode::PageDown => AreaKey::PageDown,
            KeyCode::Esc | KeyCode::Insert | KeyCode::F(_) | KeyCode::Letter => return,
        };
        let types = matches!(code, AreaKey::Char(_) | AreaKey::Enter | AreaKey::Tab) && !key.ctrl && !key.alt;
        if types && editing.is_full() {
            return self.warn("The note is full: it holds 1 MiB");
        }
        match code {
            // As in all lines that are typed, and in shells; in the editor crate it takes one change back.
            AreaKey::Char('u') if key.ctrl => {
                editing.area.delete_line_by_head();
            }
            // Terminals send one byte for both.
            AreaKey::Char('_' | '7') if key.ctrl => {
                editing.area.undo();
            }
            // In the editor crate Ctrl-R is redo, as everywhere here.
            _ => {
                editing.area.input(Input { key: code, ctrl: key.ctrl, alt: key.alt, shift: key.shift });
            }
        }
        self.offer_completion();
    }

    /// Types a pasted text, without its controls; one that there is no room for not at all, so that nobody takes a part for
    /// the whole.
    pub(super) fn paste_in_editor(&mut self, text: &str) {
        let Some(Overlay::Editor(editing)) = &mut self.overlay else { return };
        editing.warned = None;
        let plain = text.replace("\r\n", "\n").replace('\r', "\n");
        let plain: String = plain.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        match too_long(editing.text().len() + plain.len()) {
            None => {
                editing.area.insert_str(plain);
                self.offer_completion();
            }
            Some(reason) => self.warn(format!("Not pasted: {reason}")),
        }
    }
}
