//! Correcting who is who by hand: on the page of somebody for the whole collection, in a document for that one only.

use std::sync::Arc;

use super::editing::Saving;
use super::entity::PageRow;
use super::{App, Command, Edit, Effect, NewRuling, Overlay, Pane, Prompt, Reach, Screen, Ticket};
use crate::corpus::Problem;
use crate::index::names::{PersonalName, Rules, Wanted};
use crate::library::{self, Part};
use crate::note::{Anchor, DocumentRef, Rule, Ruling};
use crate::tag::Kind;
use crate::text::fold::Folding;

/// What the person rules of names, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Corrections {
    /// What rulings remember of the collection.
    pub(super) place: Vec<String>,
    /// The person's list of names.
    list: Vec<PersonalName>,
    /// What holds now.
    pub(super) rules: Arc<Rules>,
    /// Whether all names of the collection are grouped by that.
    pub(super) settled: bool,
    /// What is to be one with somebody who is looked for, and the question.
    merging: Option<(Ticket, Corrected)>,
}

/// What is corrected.
#[derive(Clone, Debug)]
pub(super) struct Corrected {
    /// What it was taken for.
    pub(super) kind: Kind,
    /// A name that documents use for whoever it was taken for.
    pub(super) name: String,
    /// The names of it that are meant: the one in the text, or all.
    forms: Vec<String>,
    /// The document, where the person is in one.
    document: Option<DocumentRef>,
    /// The mention, where the person is at one.
    anchor: Option<Anchor>,
}

impl Corrected {
    /// Where something may be said of it, `rules` saying what.
    fn reaches(&self, rules: impl Fn(Reach) -> Vec<Rule>) -> Vec<(Reach, Vec<Rule>)> {
        let here = self.anchor.as_ref().map(|_| Reach::Mention);
        let in_it = self.document.as_ref().map(|_| Reach::Document);
        let all = here.into_iter().chain(in_it).chain([Reach::Everywhere]);
        all.map(|reach| (reach, rules(reach))).collect()
    }
}

impl App {
    /// The same on the collection at `place` (see [`library::place_of`]), with the person's list of names.
    #[must_use]
    pub fn ruled(mut self, place: Vec<String>, list: Vec<PersonalName>) -> Self {
        self.corrections = Corrections { place, list, ..Corrections::default() };
        self
    }

    /// Takes the person's list of names as somebody has changed it.
    pub(super) fn listed_anew(&mut self, names: Vec<PersonalName>, problems: Vec<Problem>) {
        let told = !problems.is_empty();
        problems.into_iter().for_each(|problem| self.trouble(problem));
        if names == self.corrections.list {
            return;
        }
        self.corrections.list = names;
        self.rule();
        if !told {
            self.say("The list in names.toml has changed, and counts as it is now");
        }
    }

    /// Has whoever groups the names go by what is ruled now.
    pub(super) fn rule(&mut self) {
        let rules = library::rules(&self.store, &self.corrections.list, &self.corrections.place);
        if rules == *self.corrections.rules {
            return;
        }
        self.effect(Effect::Rule(Box::new(rules.clone())));
        self.corrections.rules = Arc::new(rules);
        self.corrections.settled = false;
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
        library::belongs(collection, &self.corrections.place)
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
        if let Some(of) = self.passage_of_page() {
            return self.correct_mention(command, of, Reach::Mention);
        }
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
                None => {
                    let (document, anchor, forms) = (None, None, Vec::new());
                    self.ask_name(Some(Corrected { kind, name, forms, document, anchor }));
                }
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
                let carried = self.carried(kind, &names, to);
                let rules = names.into_iter().map(|name| set_kind(kind, name, to)).chain(carried).collect();
                self.rule_all(rules, None, None);
            }
            (Command::Reject, Some(form)) => {
                self.rule_all(vec![reject(kind, form)], None, None);
            }
            (Command::Reject, None) => {
                let rules = entity.known.forms.iter();
                let rules = rules.map(|form| reject(kind, form.text.clone()));
                self.rule_all(rules.collect(), None, None);
                self.leave_page();
            }
            _ => {}
        }
    }

    /// The mention of a passage that is chosen on the page, as something to correct.
    fn passage_of_page(&self) -> Option<Corrected> {
        let page = self.page()?;
        let Some(PageRow::Passage(at)) = page.row() else { return None };
        let line = page.passages.get(at)?;
        let entry = self.catalogue.get(line.id)?;
        let document = super::document_ref(&entry.path(), *entry.hash(), entry.title());
        let form = line.around.key.clone();
        let name = page.name().to_owned();
        let left = &line.around.left;
        let from = left.char_indices().rev().take(Anchor::CONTEXT).last().map_or(left.len(), |(at, _)| at);
        let anchor = Anchor {
            exact: form.clone(),
            prefix: left.get(from..).unwrap_or_default().to_owned(),
            suffix: line.around.right.chars().take(Anchor::CONTEXT).collect(),
            start: line.span.start,
            end: line.span.end,
            rival: None,
        };
        let (document, anchor) = (Some(document), Some(anchor));
        Some(Corrected { kind: page.wanted_kind(), name, forms: vec![form], document, anchor })
    }

    /// The name that the person is at in a document, as something to correct.
    fn name_to_correct(&self) -> Option<Corrected> {
        let wanted = self.name_in_reader().filter(|wanted| wanted.kind.is_name())?;
        let reader = self.reader.as_ref()?;
        let cast = reader.cast.as_ref()?;
        let text = reader.document.text.as_str();
        let chosen = (reader.pane == Pane::Cast).then(|| reader.chosen_entity()).flatten();
        let mention = if chosen.is_none() { reader.mention_here() } else { None };
        let entity = chosen.or_else(|| Some(*cast.entity_of.get(mention?)? as usize))?;
        let used: Vec<&String> = cast.entities.get(entity)?.forms.iter().map(|(form, _)| form).collect();
        let span = mention.and_then(|mention| Some(cast.mentions.get(mention)?.span));
        let forms = match span {
            Some(span) => vec![span.of(text).to_owned()],
            None => used.iter().map(|&form| form.clone()).collect(),
        };
        // What the person calls it no document may use.
        let longest = used.iter().max_by_key(|form| form.chars().count()).map(|&form| form.clone());
        let name = if used.contains(&&wanted.name) { wanted.name } else { longest.unwrap_or(wanted.name) };
        let anchor = span.map(|span| Anchor::new(text, span));
        Some(Corrected { kind: wanted.kind, name, forms, document: Some(reader.reference()), anchor })
    }

    /// Corrects the name that the person is at in a document.
    fn correct_here(&mut self, command: Command) {
        match self.name_to_correct() {
            Some(of) => self.correct_mention(command, of, Reach::Document),
            None => self.say("No name is in sight"),
        }
    }

    /// Corrects a name in a document, once it is asked where that is to hold; `first` is what is chosen already.
    fn correct_mention(&mut self, command: Command, of: Corrected, first: Reach) {
        let (kind, forms) = (of.kind, of.forms.clone());
        let reaches = match command {
            Command::Reject => of.reaches(|_| forms.iter().map(|form| reject(kind, form.clone())).collect()),
            Command::SetKind => of.reaches(|_| {
                forms.iter().map(|form| set_kind(kind, form.clone(), kind_after(kind))).collect()
            }),
            Command::Split => match (&of.anchor, forms.as_slice()) {
                (Some(_), [form]) => of.reaches(|reach| {
                    // A name can't be parted from itself but where a single mention is meant.
                    let may = reach == Reach::Mention || !same_letters(form, &of.name);
                    let names = [of.name.clone(), form.clone()];
                    may.then(|| Rule::Apart { kind: kind.label().to_owned(), names }).into_iter().collect()
                }),
                _ => return self.say("Choose the mention in the text that is somebody else"),
            },
            Command::Merge => return self.ask_name(Some(of)),
            _ => {
                let entity = self.key_for(Command::Entity);
                return self.say(format!(
                    "{entity} opens the page of the name: there that is done for all documents"
                ));
            }
        };
        self.ask_reach(of, reaches, first);
    }

    /// Puts on disk what is ruled of `of`, now that it is known where it holds.
    pub(super) fn rule_within(&mut self, of: &Corrected, reach: Reach, rules: Vec<Rule>) {
        if let Some(page) = self.pages.last_mut() {
            page.corrected = true;
        }
        match (reach, rules.as_slice()) {
            (Reach::Mention, _) => self.rule_all(rules, of.document.clone(), of.anchor.clone()),
            (Reach::Document, _) => self.rule_all(rules, of.document.clone(), None),
            (Reach::Everywhere, [Rule::Same { names: [one, other], .. }]) => {
                self.unite(of.kind, one.clone(), other.clone());
            }
            (Reach::Everywhere, [Rule::Apart { names: [one, other], .. }]) => {
                self.part(of.kind, one.clone(), other.clone());
            }
            (Reach::Everywhere, _) => self.rule_all(rules, None, None),
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
                self.rule_all(vec![rule], None, None);
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
                self.rule_all(vec![rule], None, None);
            }
        }
    }

    /// The ruling of this collection that says so.
    fn ruled_of(&self, says: impl Fn(&Rule) -> bool) -> Option<Ruling> {
        let place = &self.corrections.place;
        let here = |ruling: &&Ruling| ruling.document.is_none() && library::holds(ruling, place);
        self.store.rulings().filter(here).find(|ruling| says(&ruling.rule)).cloned()
    }

    /// What was ruled of these names as such of one kind, that they are one's or how they are shown, as rules for such of
    /// another kind: what is said of names holds for one kind alone.
    fn carried(&self, kind: Kind, names: &[String], to: Kind) -> Vec<Rule> {
        let place = &self.corrections.place;
        let here = |ruling: &&Ruling| ruling.document.is_none() && library::holds(ruling, place);
        let is_one = |name: &String| names.iter().any(|own| same_letters(own, name));
        let other = to.label().to_owned();
        let rules = self.store.rulings().filter(here).filter_map(|ruling| match &ruling.rule {
            Rule::Same { kind: of, names } if *of == kind.label() && names.iter().any(is_one) => {
                Some(Rule::Same { kind: other.clone(), names: names.clone() })
            }
            Rule::Rename { kind: of, name, to } if *of == kind.label() && is_one(name) => {
                Some(Rule::Rename { kind: other.clone(), name: name.clone(), to: to.clone() })
            }
            _ => None,
        });
        let known = |rule: &Rule| self.store.rulings().filter(here).any(|ruling| ruling.rule == *rule);
        rules.filter(|rule| !known(rule)).collect()
    }

    fn take_back(&mut self, ruling: Ruling) {
        let said = format!("Taken back: {}", ruling.rule.sentence());
        self.change(Edit::Delete(ruling.id), Saving::Change(said));
    }

    /// Has rules put on disk.
    fn rule_all(&mut self, rules: Vec<Rule>, document: Option<DocumentRef>, anchor: Option<Anchor>) {
        let Some(first) = rules.first() else { return };
        let more = if rules.len() > 1 { format!(", and {} more", rules.len() - 1) } else { String::new() };
        let only = match (&document, &anchor) {
            (_, Some(_)) => " where it stands here",
            (Some(_), None) => " in this document",
            (None, None) => "",
        };
        let said = format!("{}{more}{only}; {} undoes it", first.sentence(), self.key_for(Command::Undo));
        let collection = self.corrections.place.clone();
        let edits = rules.into_iter().map(|rule| {
            let (collection, document) = (collection.clone(), document.clone());
            Edit::Rule(NewRuling { rule, collection, document, anchor: anchor.clone() })
        });
        self.change_all(edits.collect(), Saving::Change(said));
    }

    /// A name was typed that is one with that of a correction: it is looked for, so that a slip makes no rule.
    pub(super) fn merge_with(&mut self, of: Corrected, typed: &str) {
        if typed.is_empty() {
            return;
        }
        let ticket = self.ticket();
        let wanted = Wanted { kind: of.kind, name: typed.to_owned(), id: None };
        self.corrections.merging = Some((ticket, of));
        self.effect(Effect::Meant(ticket, Box::new((wanted, self.catalogue.clone()))));
    }

    /// Whether the answer was for a name that was typed; then it is taken.
    pub(super) fn merge_known(&mut self, ticket: Ticket, entity: Option<&library::Entity>) -> bool {
        let Some((_, of)) = self.corrections.merging.take_if(|(asked, ..)| *asked == ticket) else {
            return false;
        };
        match entity {
            // Something else was begun meanwhile, perhaps a note: a question laid over it would be its end.
            Some(_) if self.overlay.is_some() => {
                self.warn(format!(
                    "“{}” is as it was: something else was begun before the other name was found",
                    of.name
                ));
            }
            Some(other) if other.known.kind == of.kind => self.merge_into(of, other.known.name.clone()),
            _ => self.warn(format!("No {} of that name is in the collection", of.kind.label())),
        }
        true
    }

    /// Makes one of what is corrected and `other`: everywhere, or once it is asked where.
    pub(super) fn merge_into(&mut self, of: Corrected, other: String) {
        if of.document.is_none() {
            return self.unite(of.kind, of.name, other);
        }
        if same_letters(&of.name, &other) {
            return self.say("That is the same name");
        }
        let reaches = of.reaches(|reach| {
            let kind = of.kind.label().to_owned();
            let names = match (reach, of.forms.first()) {
                (Reach::Mention, Some(form)) => [other.clone(), form.clone()],
                _ => [of.name.clone(), other.clone()],
            };
            vec![Rule::Same { kind, names }]
        });
        let first = if self.screen() == Screen::Reader { Reach::Document } else { Reach::Mention };
        self.ask_reach(of, reaches, first);
    }

    /// A new name was typed for whoever the page is of.
    pub(super) fn rename(&mut self, typed: &str) {
        let Some(page) = self.page().filter(|page| !typed.is_empty() && page.name() != typed) else { return };
        let kind = page.wanted_kind().label().to_owned();
        let (name, to) = (page.name().to_owned(), typed.to_owned());
        // By a name that documents use, since the shown one may be a person's own already.
        let used =
            page.entity.as_ref().and_then(|entity| entity.known.forms.first()).map(|form| form.text.clone());
        self.rule_all(vec![Rule::Rename { kind, name: used.unwrap_or(name), to }], None, None);
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
