//! Colours and tags, and notes on more than a passage: on a document, on somebody, on the collection.

use std::collections::HashSet;

use super::editing::{Editing, Saving, Target};
use super::steps::step;
use super::{App, Beside, Command, Edit, Key, NewItem, Overlay, Prompt, Screen};
use crate::note::{Colour, EntityRef, Item, ItemId, ItemKind, Subject, markup};
use crate::text::Span;
use crate::text::glyph::fit;

/// Tags that an item has at most. What has more is no longer sorted by them.
const MOST_TAGS: usize = 32;

/// Columns of the words that a message names what is tagged by.
const WORDS: usize = 30;

/// The tag that is being typed at the end of a line of tags, without its sign, and without the quotation mark that it may
/// begin with.
pub fn begun_tag(typed: &str) -> &str {
    let is_quoted = typed.matches('"').count() % 2 == 1;
    let begun = if is_quoted { typed.rsplit('"').next() } else { typed.rsplit([' ', ',']).next() };
    begun.unwrap_or_default().trim_start_matches('#')
}

/// A tag as it stands in a line of tags: one with blanks or quotation marks in it between quotation marks, those doubled.
fn spelled(tag: &str) -> String {
    if tag.contains([' ', ',', '"']) { format!("\"{}\"", tag.replace('"', "\"\"")) } else { tag.to_owned() }
}

/// What is tagged, in words: without a selection nobody else says what that was.
fn told_of(target: &Target) -> String {
    let (what, subject) = match target {
        Target::New(new) => (format!("a {}", new.kind.label()), &new.subject),
        Target::Item(item) => (format!("the {}", item.kind.label()), &item.subject),
    };
    let words = subject.quotation_on_a_line();
    let words = if words.is_empty() { subject.title() } else { &*words };
    format!("{what} on “{}”", fit(words, WORDS))
}

/// The words of a line of tags; what stands between quotation marks is one, and two of them there are one of its letters.
fn parted(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => {}
            '"' => {
                quoted = !quoted;
                words.push(String::new());
                continue;
            }
            ' ' | ',' if !quoted => {
                words.push(String::new());
                continue;
            }
            _ => {}
        }
        words.last_mut().into_iter().for_each(|word| word.push(letter));
    }
    words.retain(|word| !word.is_empty());
    words
}

impl App {
    /// What a colour or a tag is for: the chosen item of a list, the selection, the item that the person is at and that may
    /// have one, or the passage that they are at. Says so where there is none.
    fn marked_here(&mut self, may: impl Fn(&Item) -> bool) -> Option<Target> {
        if self.screen() == Screen::Notes {
            return self.chosen_item().map(Target::Item);
        }
        let beside = self.reader.as_ref().and_then(super::Reader::chosen_note);
        if let Some(item) = beside.and_then(|id| self.store.get(id)) {
            return Some(Target::Item(item.clone()));
        }
        if let Some(item) = self.marked_last().filter(|item| may(item)) {
            return Some(Target::Item(item));
        }
        let span = self.passage()?;
        let selected = self.reader.as_ref().is_some_and(|reader| reader.selection.is_some());
        let pinned = self.pinned_in_order().into_iter().filter(|(_, pinned)| pinned.overlaps(span));
        let mut here = pinned.filter_map(|(id, _)| self.store.get(&id)).filter(|item| may(item));
        match here.next().filter(|_| !selected) {
            Some(item) => Some(Target::Item(item.clone())),
            None => self.new_item(ItemKind::Highlight, span).map(Target::New),
        }
    }

    /// What was marked last in the open document, in sight and with nothing selected since.
    fn marked_last(&self) -> Option<Item> {
        let reader = self.reader.as_ref().filter(|reader| !reader.raw_shown && reader.selection.is_none())?;
        let marked = reader.marked.as_ref()?;
        let (_, resolved) = reader.pinned.iter().find(|(id, _)| id == marked)?;
        let seen = resolved.span().is_some_and(|span| span.overlaps(reader.visible_span()));
        self.store.get(marked).filter(|_| seen).cloned()
    }

    /// Asks in what colour to highlight. A bookmark has none: a passage with one is highlighted beside it.
    pub(super) fn ask_colour(&mut self) {
        match self.marked_here(|item| item.kind != ItemKind::Bookmark) {
            Some(Target::Item(item)) if item.kind == ItemKind::Bookmark => {
                self.say("A bookmark has no colour; in the document a highlight can stand beside it");
            }
            Some(Target::Item(item)) if item.anchor().is_none() => self.say("Only a passage has a colour"),
            Some(target) => self.overlay = Some(Overlay::Colours(Box::new(target))),
            None => {}
        }
    }

    /// Takes the letter of a colour, where one is asked for; says whether it was asked for.
    pub(super) fn colour_key(&mut self, key: Key) -> bool {
        let Some(Overlay::Colours(target)) = &self.overlay else { return false };
        let Some(colour) = key.typed().and_then(|c| Colour::named(&c.to_string())) else { return false };
        let target = target.clone();
        self.overlay = None;
        self.colour = colour;
        let said = format!("Highlighted in {}", colour.label());
        let Some(target) = self.as_it_is(*target) else { return true };
        match target {
            Target::Item(item) => {
                self.change(Edit::Put(Item { colour: Some(colour), ..item }), Saving::Change(said));
            }
            Target::New(new) => {
                let edit = Edit::New(NewItem { colour: Some(colour), ..new });
                self.change(edit, Saving::Change(said));
            }
        }
        self.let_go();
        true
    }

    /// The same as it is now: another instance may have changed it since the question was asked. Says so where it is gone.
    fn as_it_is(&mut self, target: Target) -> Option<Target> {
        let Target::Item(item) = target else { return Some(target) };
        let now = self.store.get(&item.id).cloned();
        if now.is_none() {
            self.warn(format!("The {} was deleted elsewhere meanwhile", item.kind.label()));
        }
        now.map(Target::Item)
    }

    /// Lets go of the selection.
    pub(super) fn let_go(&mut self) {
        if let Some(reader) = &mut self.reader {
            reader.selection = None;
        }
    }

    /// Asks for the tags of what is here.
    pub(super) fn ask_tags(&mut self) {
        let Some(target) = self.marked_here(|_| true) else { return };
        let tags = match &target {
            Target::Item(item) => &item.tags,
            Target::New(new) => &new.tags,
        };
        let line: String = tags.iter().map(|tag| format!("{} ", spelled(tag))).collect();
        let mut prompt = Prompt::of(line.trim_end());
        if prompt.text() != line.trim() {
            let edit = self.key_for(Command::Edit);
            return self
                .warn(format!("These tags don't fit a line; {edit} edits the note, where a # makes one"));
        }
        // Room for the next one.
        if !line.is_empty() {
            prompt.press(Key::plain(super::KeyCode::Char(' ')));
        }
        self.overlay = Some(Overlay::Tags(prompt, Box::new(target)));
    }

    /// The tags that were typed are those of the item.
    pub(super) fn tags_typed(&mut self, typed: &str, target: Target) {
        // Those that came from elsewhere stay as they are, whatever may stand in a tag here.
        let known: &[String] = match &target {
            Target::Item(item) => &item.tags,
            Target::New(_) => &[],
        };
        let mut tags: Vec<String> = Vec::new();
        for word in parted(typed) {
            match known.iter().find(|tag| **tag == word).cloned().or_else(|| markup::as_tag(&word)) {
                Some(tag) if !tags.contains(&tag) => tags.push(tag),
                Some(_) => {}
                None => {
                    self.warn(format!("“{word}” is no tag: a tag has a letter in it"));
                    self.overlay = Some(Overlay::Tags(Prompt::of(typed), Box::new(target)));
                    return;
                }
            }
        }
        if tags.len() > MOST_TAGS {
            self.overlay = Some(Overlay::Tags(Prompt::of(typed), Box::new(target)));
            return self.warn(format!("That are more than {MOST_TAGS} tags"));
        }
        let Some(now) = self.as_it_is(target.clone()) else { return };
        if let Target::Item(item) = &now {
            // What somebody else tagged or untagged since the line was asked for stays so.
            tags.retain(|tag| !known.contains(tag) || item.tags.contains(tag));
            let mine: HashSet<String> = known.iter().chain(&tags).cloned().collect();
            tags.extend(item.tags.iter().filter(|tag| !mine.contains(*tag)).cloned());
        }
        let said = match tags.len() {
            0 => "No tags".to_owned(),
            _ => {
                let tags: Vec<String> = tags.iter().map(|tag| format!("#{tag}")).collect();
                format!("Tagged {}: {}", tags.join(" "), told_of(&now))
            }
        };
        let saving = Saving::Tags(typed.to_owned(), Box::new(target), said);
        match now {
            Target::Item(item) if item.tags == tags => {}
            Target::Item(item) => self.change(Edit::Put(Item { tags, ..item }), saving),
            Target::New(_) if tags.is_empty() => {}
            Target::New(new) => self.change(Edit::New(NewItem { tags, ..new }), saving),
        }
        self.let_go();
    }

    /// Keeps what stands in a line of tags when the program ends. Of an item that is there it is what was added in whole words, if
    /// nothing was taken away: nobody has said yet that it should be, and half a tag is none.
    pub(super) fn leave_tags(&mut self, prompt: &Prompt, target: Target) {
        let Target::Item(item) = &target else { return self.tags_typed(prompt.text(), target) };
        let before = prompt.before_cursor();
        let whole = before.strip_suffix(begun_tag(&before)).unwrap_or_default().trim_end_matches('#');
        let typed = format!("{whole}{}", &prompt.text()[before.len()..]);
        let words = parted(&typed);
        if item.tags.iter().all(|tag| words.contains(tag)) {
            self.tags_typed(&typed, target);
        }
    }

    /// Completes the tag that is being typed with the most used one that begins so.
    pub(super) fn complete_tag(&mut self) {
        let Some(Overlay::Tags(prompt, _)) = &self.overlay else { return };
        let text = prompt.text().to_owned();
        let begun = begun_tag(&text);
        let kept = text[..text.len() - begun.len()].trim_end_matches('#');
        let is_quoted = text.matches('"').count() % 2 == 1;
        let kept = kept.strip_suffix('"').filter(|_| is_quoted).unwrap_or(kept);
        let found = self.tags_like(begun).into_iter().next();
        if let (Some(tag), Some(Overlay::Tags(prompt, _))) = (found, &mut self.overlay) {
            *prompt = Prompt::of(&format!("{kept}{}", spelled(&tag)));
            prompt.press(Key::plain(super::KeyCode::Char(' ')));
        }
    }

    /// The tags in use that begin with what was typed, the most used first; without letters, all of them.
    pub fn tags_like(&self, typed: &str) -> Vec<String> {
        let typed = typed.to_lowercase();
        let mut counts: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
        for tag in self.store.items().flat_map(Item::all_tags) {
            if tag.to_lowercase().starts_with(&typed) {
                *counts.entry(tag).or_default() += 1;
            }
        }
        let mut tags: Vec<(String, usize)> = counts.into_iter().collect();
        tags.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        tags.into_iter().map(|(tag, _)| tag).collect()
    }

    /// Begins a note on what the screen is about where that is more than a passage.
    pub(super) fn begin_note_on(&mut self, external: bool) {
        let collection = self.collection_place();
        let subject = match self.screen() {
            Screen::Library => {
                let chosen = self.library.order.get(self.library.cursor.at).copied();
                let document = chosen.and_then(|id| self.document_ref(id));
                document.map(|document| Subject::Document { document, anchor: None })
            }
            Screen::Reader => {
                let document = self.reader.as_ref().map(|reader| reader.reference());
                document.map(|document| Subject::Document { document, anchor: None })
            }
            Screen::Entity => self.page().and_then(|page| page.entity.clone()).map(|entity| {
                let entity =
                    EntityRef { kind: entity.known.kind.label().to_owned(), name: entity.known.name.clone() };
                Subject::Entity { entity, collection }
            }),
            _ => Some(Subject::Collection(collection)),
        };
        let Some(subject) = subject else { return self.say("There is nothing here to write a note on") };
        self.edit(Editing::new(Target::New(NewItem::new(ItemKind::Note, subject))), external);
    }

    /// Begins a note on a name of the cast of the open document.
    pub(super) fn begin_note_on_name(&mut self, number: usize) {
        let collection = self.collection_place();
        let cast = self.reader.as_ref().and_then(|reader| reader.cast.as_ref());
        let Some(named) = cast.and_then(|cast| cast.entities.get(number)) else { return };
        let entity = EntityRef { kind: named.kind.label().to_owned(), name: named.name.clone() };
        let new = NewItem::new(ItemKind::Note, Subject::Entity { entity, collection });
        self.edit(Editing::new(Target::New(new)), false);
    }

    /// The items that hang on passages of the open document, as they stand in its text.
    pub fn pinned_in_order(&self) -> Vec<(ItemId, Span)> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let mut pinned: Vec<(ItemId, Span)> =
            reader.pinned.iter().filter_map(|(id, resolved)| Some((id.clone(), resolved.span()?))).collect();
        pinned.sort_by(|one, other| {
            (one.1.start, one.1.end, &one.0).cmp(&(other.1.start, other.1.end, &other.0))
        });
        pinned
    }

    /// Goes to the next item of the open document, or to the one before.
    pub(super) fn step_notes(&mut self, back: bool, count: Option<u32>) {
        let pinned = self.pinned_in_order();
        for _ in 0..count.unwrap_or(1).clamp(1, 999) {
            let Some(reader) = &mut self.reader else { return };
            let visible = reader.visible_span();
            let here = reader.current.filter(|current| current.overlaps(visible));
            // Before the first in sight where the person is at none.
            let from = match here {
                Some(current) => current.start as usize,
                None if back => visible.end as usize,
                None => (visible.start as usize).checked_sub(1).unwrap_or(usize::MAX),
            };
            let Some((span, round)) = step(pinned.len(), |at| pinned[at].1, from, back) else {
                return self.say_nothing_on_passages();
            };
            reader.go_to(span);
            self.say_round(round, back);
        }
    }

    /// Says that there is nothing to step to; where something is kept on the whole document, that too.
    fn say_nothing_on_passages(&mut self) {
        let about = self.reader.iter().flat_map(|reader| &reader.about);
        let whole = about.filter(|(_, why)| *why == Beside::Document).count();
        let text = "Nothing is kept on passages of this document";
        if whole == 0 {
            return self.say(text);
        }
        let key = self.key_for(Command::ToggleNotes);
        self.say(format!("{text}; {key} shows {whole} on the whole of it"));
    }

    /// Deletes the item that the person is at.
    pub(super) fn delete_here(&mut self) {
        let Some(item) = self.item_here() else { return self.say("There is no note in sight") };
        self.delete_item(item);
    }

    /// Deletes an item, and says how to bring it back.
    pub(super) fn delete_item(&mut self, item: Item) {
        let said =
            format!("Deleted the {}; {} brings it back", item.kind.label(), self.key_for(Command::Undo));
        self.change(Edit::Delete(item.id), Saving::Change(said));
    }
}
