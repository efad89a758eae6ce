//! What the commands do on the page of somebody.

use super::{PageRow, Section};
use crate::app::{Aim, App, Command, FacetRow, Motion, Pane, Screen, SearchPane};
use crate::index::FacetKind;
use crate::index::names::Wanted;
use crate::library::{Part, Sought};
use crate::tag::Kind;

/// The kinds that a list is narrowed to, in turn.
const KINDS: [Option<Kind>; 4] = [None, Some(Kind::Person), Some(Kind::Organisation), Some(Kind::Place)];

/// The kind behind this one.
pub(in crate::app) fn next_kind(kind: Option<Kind>) -> Option<Kind> {
    let at = KINDS.iter().position(|own| *own == kind).unwrap_or(0);
    KINDS.get((at + 1) % KINDS.len()).copied().flatten()
}

/// What is left of a list that is narrowed to a kind, in words.
pub(in crate::app) fn kind_label(kind: Option<Kind>) -> &'static str {
    kind.map_or("all kinds", |kind| match kind {
        Kind::Person => "people",
        Kind::Organisation => "organisations",
        _ => "places",
    })
}

impl App {
    /// The commands of the page; says whether `command` is one.
    pub(in crate::app) fn entity_command(&mut self, command: Command) -> bool {
        match command {
            Command::Open => self.open_row(),
            Command::Entity => match self.page().and_then(super::PageView::row) {
                Some(PageRow::With(_) | PageRow::Perhaps(_)) => self.open_row(),
                _ => self.say("Choose somebody below With first"),
            },
            Command::FocusNext => self.next_section(false),
            Command::FocusPrevious => self.next_section(true),
            Command::Fold => self.fold_section(),
            Command::Kind => self.change_kind(),
            Command::Months => {
                let Some(page) = self.pages.last_mut() else { return true };
                page.by_month = !page.by_month;
                let said = if page.by_month { "Timeline by month" } else { "Timeline by year" };
                self.keep_page_cursor();
                self.say(said);
            }
            Command::Widen => match self.page().is_some_and(|page| page.part == Part::All) {
                true => self.say("All passages are shown"),
                false => self.narrow_passages(Part::All, true),
            },
            Command::SearchThis => {
                if let Some(asked) = self.page().map(|page| asked(page.wanted_kind(), page.name())) {
                    self.search_for(&asked);
                }
            }
            Command::Together => self.search_together(),
            Command::Concordance => {
                let Some(page) = self.page() else { return true };
                let wanted = page.as_wanted();
                self.show_concordance(wanted.name.clone(), Sought::Name(wanted));
            }
            Command::Back | Command::Cancel => self.leave_page(),
            _ => return false,
        }
        true
    }

    /// Back to the page before, else to the screen below.
    pub(in crate::app) fn leave_page(&mut self) {
        let left = self.pages.pop();
        if self.pages.is_empty() {
            self.screens.retain(|screen| *screen != Screen::Entity);
        }
        // Where it was asked for in a document, that is before it, whatever was opened since.
        if let Some((id, offset)) = left.and_then(|page| page.over)
            && !self.screens.contains(&Screen::Reader)
        {
            match &self.reader {
                Some(reader) if reader.id == id && !reader.loading => self.screens.push(Screen::Reader),
                _ => self.open(id, Aim::Offset(offset)),
            }
        }
        self.refresh_people();
        self.keep_cursors();
        self.want_preview();
    }

    /// Does what the row under the cursor stands for.
    fn open_row(&mut self) {
        let Some(page) = self.page() else { return };
        let Some(entity) = page.entity.clone() else { return };
        match page.row() {
            Some(PageRow::Head(_)) => self.fold_section(),
            Some(PageRow::More(section, _)) => {
                if let Some(page) = self.pages.last_mut() {
                    page.whole.push(section);
                }
            }
            Some(PageRow::Name(at)) => {
                if let Some(form) = entity.known.forms.get(at) {
                    self.narrow_passages(Part::Name(form.text.clone()), true);
                }
            }
            Some(PageRow::Called(at)) => {
                if let Some(described) = page.described.get(at).cloned() {
                    self.narrow_passages(Part::Called(described.text, described.documents), true);
                }
            }
            Some(PageRow::Time(year, month, _)) => self.narrow_passages(Part::Time(year, month), true),
            Some(PageRow::Perhaps(at)) => {
                if let Some(perhaps) = entity.perhaps.get(at) {
                    let name = entity.other(perhaps).to_owned();
                    self.want_entity(Wanted { kind: perhaps.kind, name, id: None });
                }
            }
            Some(PageRow::With(at)) => {
                if let Some(with) = entity.with.get(at) {
                    self.want_entity(Wanted { kind: with.kind, name: with.name.clone(), id: with.id });
                }
            }
            Some(PageRow::Note(at)) => {
                let item = page.notes.get(at).and_then(|id| self.store.get(id)).cloned();
                let there = item.as_ref().and_then(|item| self.catalogue.find(item.document()?, &self.store));
                match (item, there) {
                    (Some(item), Some(id)) => {
                        self.remember_place();
                        self.open(id, Aim::Item(item.id));
                    }
                    (Some(item), None) => {
                        self.say(format!("“{}” isn't in this collection", item.subject.title()));
                    }
                    _ => {}
                }
            }
            Some(PageRow::Passage(at)) => {
                let lines = page.passages.clone();
                self.follow_trail(&lines, (0..lines.len() as u32).collect(), at);
            }
            Some(PageRow::Document(_)) | None => {}
        }
    }

    /// Goes to the heading of the next section, or of the one before.
    fn next_section(&mut self, back: bool) {
        let Some(page) = self.page() else { return };
        let rows = page.rows();
        let is_head = |at: &usize| matches!(rows.get(*at), Some(PageRow::Head(_)));
        let here = page.cursor.at;
        let there = if back {
            (0..here).rev().find(is_head).or_else(|| (0..rows.len()).rev().find(is_head))
        } else {
            (here + 1..rows.len()).find(is_head).or_else(|| (0..rows.len()).find(is_head))
        };
        if let Some(there) = there {
            self.move_in_page(Motion::Lines(there as isize - here as isize));
        }
    }

    /// Folds the section of the cursor, or unfolds it.
    fn fold_section(&mut self) {
        let Some(page) = self.pages.last_mut() else { return };
        let rows = page.rows();
        let head = (0..=page.cursor.at).rev().find_map(|at| match rows.get(at) {
            Some(PageRow::Head(section)) => Some((at, *section)),
            _ => None,
        });
        let Some((at, section)) = head else { return };
        match page.folded.iter().position(|folded| *folded == section) {
            Some(folded) => drop(page.folded.remove(folded)),
            None => page.folded.push(section),
        }
        page.cursor.at = at;
        self.keep_page_cursor();
    }

    fn change_kind(&mut self) {
        let Some(page) = self.pages.last_mut() else { return };
        page.kind = next_kind(page.kind);
        let said = format!("With: {}, by log-likelihood G² over documents", kind_label(page.kind));
        page.folded.retain(|section| *section != Section::With);
        let head = page.rows().iter().position(|row| *row == PageRow::Head(Section::With));
        page.cursor.at = head.unwrap_or(page.cursor.at);
        self.keep_page_cursor();
        self.say(said);
    }

    /// Searches for this one and the chosen one together.
    fn search_together(&mut self) {
        let Some(page) = self.page() else { return };
        let with = match (page.row(), &page.entity) {
            (Some(PageRow::With(at)), Some(entity)) => entity.with.get(at),
            _ => None,
        };
        let Some(with) = with else {
            return self.say("Choose somebody below With first");
        };
        let line = format!("{} {}", asked(page.wanted_kind(), page.name()), asked(with.kind, &with.name));
        self.search_for(&line);
    }

    /// The page of the name that the person is at: in the text, the cast, the facets, or a list of names.
    pub(in crate::app) fn entity_here(&mut self) {
        if self.screen() == Screen::Library {
            return self.show_people_of_chosen();
        }
        let wanted = match self.screen() {
            Screen::Reader => self.name_in_reader(),
            Screen::Search if self.search.pane == SearchPane::Facets => self.name_in_facets(),
            Screen::People => self.name_in_people(),
            Screen::Concordance => self.name_in_concordance(),
            Screen::Timeline => self.name_in_timeline(),
            _ => None,
        };
        match (wanted, self.screen()) {
            (Some(wanted), _) if wanted.kind.is_name() => self.want_entity(wanted),
            // Of a date or a sum there is no more than the document has.
            (_, Screen::Reader) => self.who(),
            _ => self.say("No name is chosen here"),
        }
    }

    pub(in crate::app) fn name_in_reader(&self) -> Option<Wanted> {
        let reader = self.reader.as_ref()?;
        let cast = reader.cast.as_ref()?;
        let chosen = (reader.pane == Pane::Cast).then(|| reader.chosen_entity()).flatten();
        let (kind, name) = match chosen {
            Some(entity) => cast.entities.get(entity).map(|entity| (entity.kind, entity.name.clone()))?,
            None => {
                let mention = reader.mention_here()?;
                let entity = cast.entities.get(*cast.entity_of.get(mention)? as usize)?;
                (entity.kind, entity.name.clone())
            }
        };
        Some(Wanted { kind, name, id: Some(reader.id) })
    }

    fn name_in_facets(&self) -> Option<Wanted> {
        use crate::index::FacetKind;
        let Some(FacetRow::Facet(number, _)) = self.facet_rows().get(self.search.facet_list.at).copied()
        else {
            return None;
        };
        let (facet, _) = self.search.facets.get(number)?;
        let kind = match facet.kind {
            FacetKind::Person => Kind::Person,
            FacetKind::Organisation => Kind::Organisation,
            FacetKind::Place => Kind::Place,
            FacetKind::Source | FacetKind::Year => return None,
        };
        Some(Wanted { kind, name: facet.value.clone(), id: None })
    }
}

impl super::PageView {
    /// How to ask for it again, and for nobody else of its name.
    pub(in crate::app) fn as_wanted(&self) -> Wanted {
        let entity = self.entity.as_ref();
        entity.map_or_else(|| self.wanted.clone(), |entity| entity.names.as_wanted(&entity.known))
    }

    /// What it is.
    pub(in crate::app) fn wanted_kind(&self) -> Kind {
        self.entity.as_ref().map_or(self.wanted.kind, |entity| entity.known.kind)
    }
}

/// A search for somebody in the query language.
pub(in crate::app) fn asked(kind: Kind, name: &str) -> String {
    let field = FacetKind::of(kind).field();
    format!("{field}:\"{}\"", name.replace('"', " "))
}
