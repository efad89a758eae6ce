//! Correcting who is who by hand: on the page of somebody for the whole collection, in a document for that one only.

use std::sync::Arc;

use super::editing::Saving;
use super::entity::{PageRow, Wanted};
use super::{App, Command, Edit, Effect, NewRuling, Overlay, Prompt, Screen, Ticket};
use crate::index::names::{PersonalName, Rules};
use crate::library::{self, Part};
use crate::note::{DocumentRef, Rule, Ruling};
use crate::tag::Kind;
use crate::text::fold::Folding;

/// What the person rules of names, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Corrections {
    /// What rulings remember of the collection.
    place: Vec<String>,
    /// The person's list of names.
    list: Vec<PersonalName>,
    /// What holds now.
    pub(super) rules: Arc<Rules>,
    /// Who is to be one with somebody who is looked for: the question, the kind and the name.
    merging: Option<(Ticket, Kind, String)>,
}

impl App {
    /// The same on the collection at `place` (see [`library::place_of`]), with the person's list of names.
    #[must_use]
    pub fn ruled(mut self, place: Vec<String>, list: Vec<PersonalName>) -> Self {
        self.corrections = Corrections { place, list, ..Corrections::default() };
        self
    }

    /// Has whoever groups the names go by what is ruled now.
    pub(super) fn rule(&mut self) {
        let rules = library::rules(&self.store, &self.corrections.list, &self.corrections.place);
        if rules == *self.corrections.rules {
            return;
        }
        self.effect(Effect::Rule(Box::new(rules.clone())));
        self.corrections.rules = Arc::new(rules);
        self.forget_previews();
        if let Some(mut reader) = self.reader.take() {
            if !reader.loading {
                self.tag(&mut reader);
            }
            self.reader = Some(reader);
        }
    }

    /// The files and folders of this collection, as what is kept remembers them.
    pub(super) fn collection_place(&self) -> Vec<String> {
        self.corrections.place.clone()
    }

    /// Whether a note made in a collection of these files and folders belongs to this one.
    pub(super) fn is_place(&self, collection: &[String]) -> bool {
        collection == self.corrections.place
    }

    /// The commands that correct; says whether `command` is one.
    pub(super) fn correct(&mut self, command: Command) -> bool {
        match command {
            Command::Merge | Command::Split | Command::Rename | Command::SetKind | Command::Reject => {}
            _ => return false,
        }
        if self.is_saving() {
            self.say("Still saving");
            return true;
        }
        match self.screen() {
            Screen::Entity => self.correct_page(command),
            Screen::Reader => self.correct_here(command),
            _ => self.say("Names are corrected on the page of somebody, or in a document"),
        }
        true
    }

    /// Corrects whoever the page is of, in the whole collection.
    fn correct_page(&mut self, command: Command) {
        let Some(page) = self.page() else { return };
        let Some(entity) = page.entity.clone() else { return };
        let (kind, name) = (entity.known.kind, entity.known.name.clone());
        let row = page.row();
        let form = match row {
            Some(PageRow::Name(at)) => entity.known.forms.get(at).map(|form| form.text.clone()),
            _ => None,
        };
        // All of the page is made anew by what is ruled.
        if page.part != Part::All {
            self.narrow_passages(Part::All, false);
        }
        let Some(page) = self.page() else { return };
        match (command, form) {
            (Command::Merge, _) => match row.and_then(|row| page.beside(row)) {
                Some(other) => self.unite(kind, name, other),
                None => self.overlay = Some(Overlay::Merge(Prompt::default())),
            },
            (Command::Split, form) => {
                let Some(other) = form.or_else(|| row.and_then(|row| page.beside(row))) else {
                    return self.say("Choose the name that is somebody else's");
                };
                if same_letters(&other, &name) {
                    return self
                        .say(format!("“{name}” is the name of the page: choose another one below Names"));
                }
                self.part(kind, name, other);
            }
            (Command::Rename, _) => self.overlay = Some(Overlay::Rename(Prompt::of(&name))),
            (Command::SetKind, form) => {
                let to = kind_after(kind);
                let names = form.map_or_else(
                    || entity.known.forms.iter().map(|form| form.text.clone()).collect(),
                    |form| vec![form],
                );
                self.rule_all(names.into_iter().map(|name| set_kind(kind, name, to)).collect(), None);
            }
            (Command::Reject, Some(form)) => {
                self.rule_all(vec![reject(kind, form)], None);
            }
            (Command::Reject, None) => {
                let rules = entity.known.forms.iter();
                let rules = rules.map(|form| reject(kind, form.text.clone()));
                self.rule_all(rules.collect(), None);
                self.leave_page();
            }
            _ => {}
        }
    }

    /// Corrects the name that the person is at, in this document only.
    fn correct_here(&mut self, command: Command) {
        let Some(wanted) = self.name_in_reader().filter(|wanted| wanted.kind.is_name()) else {
            return self.say("No name is in sight");
        };
        let Some(reader) = &self.reader else { return };
        let form = reader.mention_here().zip(reader.cast.as_ref()).and_then(|(mention, cast)| {
            let span = cast.mentions.get(mention)?.span;
            Some(span.of(reader.document.text.as_str()).to_owned())
        });
        let document = Some(reader.reference());
        let (kind, form) = (wanted.kind, form.unwrap_or_else(|| wanted.name.clone()));
        match command {
            Command::Reject => {
                let rule = reject(kind, form);
                self.rule_all(vec![rule], document);
            }
            Command::SetKind => self.rule_all(vec![set_kind(kind, form, kind_after(kind))], document),
            Command::Split if !same_letters(&form, &wanted.name) => {
                let rule = Rule::Apart { kind: kind.label().to_owned(), names: [wanted.name, form] };
                self.rule_all(vec![rule], document);
            }
            _ => {
                let entity = self.key_for(Command::Entity);
                self.say(format!(
                    "{entity} opens the page of the name: there that is done for all documents"
                ));
            }
        }
    }

    /// Makes one of somebody and another name, or takes back that they are two.
    fn unite(&mut self, kind: Kind, name: String, other: String) {
        if same_letters(&name, &other) {
            return self.say("That is the same name");
        }
        let contrary =
            |rule: &Rule| matches!(rule, Rule::Apart { names, .. } if is_pair(names, &name, &other));
        match self.ruled_of(contrary) {
            Some(ruling) => self.take_back(ruling),
            None => {
                let rule = Rule::Same { kind: kind.label().to_owned(), names: [name, other] };
                self.rule_all(vec![rule], None);
            }
        }
    }

    /// Makes two of somebody and another name, or takes back that they are one.
    fn part(&mut self, kind: Kind, name: String, other: String) {
        match self.ruled_of(|rule| matches!(rule, Rule::Same { names, .. } if is_pair(names, &name, &other)))
        {
            Some(ruling) => self.take_back(ruling),
            None => {
                let rule = Rule::Apart { kind: kind.label().to_owned(), names: [name, other] };
                self.rule_all(vec![rule], None);
            }
        }
    }

    /// The ruling of this collection that says so.
    fn ruled_of(&self, says: impl Fn(&Rule) -> bool) -> Option<Ruling> {
        let place = &self.corrections.place;
        let here = |ruling: &&Ruling| ruling.document.is_none() && library::holds(ruling, place);
        self.store.rulings().filter(here).find(|ruling| says(&ruling.rule)).cloned()
    }

    fn take_back(&mut self, ruling: Ruling) {
        let said = format!("Taken back: {}", ruling.rule.sentence());
        self.change(Edit::Delete(ruling.id), Saving::Change(said));
    }

    /// Has rules put on disk.
    fn rule_all(&mut self, rules: Vec<Rule>, document: Option<DocumentRef>) {
        let Some(first) = rules.first() else { return };
        let more = if rules.len() > 1 { format!(", and {} more", rules.len() - 1) } else { String::new() };
        let only = if document.is_some() { " in this document" } else { "" };
        let said = format!("{}{more}{only}; {} undoes it", first.sentence(), self.key_for(Command::Undo));
        let collection = self.corrections.place.clone();
        let edits = rules.into_iter().map(|rule| {
            let (collection, document) = (collection.clone(), document.clone());
            Edit::Rule(NewRuling { rule, collection, document, anchor: None })
        });
        self.change_all(edits.collect(), Saving::Change(said));
    }

    /// A name was typed that is one with that of the page: it is looked for, so that a slip makes no rule.
    pub(super) fn merge_with(&mut self, typed: &str) {
        let Some(page) = self.page().filter(|_| !typed.is_empty()) else { return };
        let (kind, name) = (page.wanted_kind(), page.name().to_owned());
        let ticket = self.ticket();
        self.corrections.merging = Some((ticket, kind, name));
        let wanted = Wanted { kind, name: typed.to_owned(), id: None };
        self.effect(Effect::Entity(ticket, Box::new((wanted, self.catalogue.clone()))));
    }

    /// Whether the answer was for a name that was typed; then it is taken.
    pub(super) fn merge_known(&mut self, ticket: Ticket, entity: Option<&library::Entity>) -> bool {
        let Some((_, kind, name)) = self.corrections.merging.take_if(|(asked, ..)| *asked == ticket) else {
            return false;
        };
        match entity {
            Some(other) if other.known.kind == kind => self.unite(kind, name, other.known.name.clone()),
            _ => self.warn(format!("No {} of that name is in the collection", kind.label())),
        }
        true
    }

    /// A new name was typed for whoever the page is of.
    pub(super) fn rename(&mut self, typed: &str) {
        let Some(page) = self.page().filter(|page| !typed.is_empty() && page.name() != typed) else { return };
        let kind = page.wanted_kind().label().to_owned();
        let (name, to) = (page.name().to_owned(), typed.to_owned());
        // By a name that documents use, since the shown one may be a person's own already.
        let used =
            page.entity.as_ref().and_then(|entity| entity.known.forms.first()).map(|form| form.text.clone());
        self.rule_all(vec![Rule::Rename { kind, name: used.unwrap_or(name), to }], None);
    }
}

/// The kind behind this one.
fn kind_after(kind: Kind) -> Kind {
    match kind {
        Kind::Person => Kind::Organisation,
        Kind::Organisation => Kind::Place,
        _ => Kind::Person,
    }
}

fn set_kind(kind: Kind, name: String, to: Kind) -> Rule {
    Rule::Kind { kind: kind.label().to_owned(), name, to: to.label().to_owned() }
}

fn reject(kind: Kind, name: String) -> Rule {
    Rule::Reject { kind: kind.label().to_owned(), name }
}

/// Whether two names differ in case and accents only.
fn same_letters(one: &str, other: &str) -> bool {
    let folding = Folding::for_query("");
    folding.fold(one).as_str() == folding.fold(other).as_str()
}

fn is_pair([a, b]: &[String; 2], one: &str, other: &str) -> bool {
    (same_letters(a, one) && same_letters(b, other)) || (same_letters(a, other) && same_letters(b, one))
}
