//! From a query to how it is run: words become all their forms, names all their spellings.

use std::sync::Arc;

use super::days;
use super::expanded::{Expanded, ExpandedForm};
use super::letters::{self, Sign};
use super::lexicon::{Form, LONGER, Lexicon, OTHER_SPELLING};
use super::near;
use super::noted;
use super::notes::Notes;
use super::place::Where;
use super::plan::{Group, Phrase, Plan, rarity};
use super::snapshot::Snapshot;
use super::wanted::Wanted;
use super::words::words;
use crate::find::query::{Complaint, Dates, How, Mark, Node, Scope, Sought, Words};
use crate::index::{Asked, Facet, FacetKind, WhoIsWho};
use crate::tag::Kind;
use crate::text::Span;

/// How deep brackets are followed; what is deeper is left out.
const DEEPEST: usize = 64;

/// The words and phrases of a query at most; what is behind them is left out, and said.
const MOST_SOUGHT: usize = 64;

/// The letters of a word that is too short to have forms while it may go on.
const SHORT: usize = 4;

/// The words at most that a name has in a query.
const LONGEST_NAME: usize = 6;

/// A query, ready to be run.
pub(super) struct Compiled {
    pub(super) plan: Plan,
    /// What is lit in the text.
    pub(super) text: Wanted,
    /// What is lit in notes.
    pub(super) notes: Wanted,
    pub(super) expanded: Vec<Expanded>,
    pub(super) complaints: Vec<Complaint>,
}

/// Makes ready what is asked.
pub(super) fn compile(
    snapshot: &Snapshot,
    notes: &Notes,
    who: &dyn WhoIsWho,
    asked: &Asked,
) -> tantivy::Result<Compiled> {
    let mut compiler = Compiler {
        snapshot,
        notes,
        who,
        asked,
        half_typed: asked.typing.then(|| asked.query.root.as_ref().and_then(last)).flatten(),
        sought: 0,
        done: Compiled {
            plan: Plan::Everything,
            text: Wanted::default(),
            notes: Wanted::default(),
            expanded: Vec::new(),
            complaints: Vec::new(),
        },
    };
    let mut plans = Vec::new();
    for facet in &asked.narrowed {
        plans.push(compiler.narrowed(facet));
    }
    if let Some(root) = &asked.query.root {
        plans.extend(compiler.node(root, true, 0)?);
    }
    let mut done = compiler.done;
    done.plan = Plan::all(plans);
    Ok(done)
}

/// Where the word or phrase stands that was typed last.
fn last(root: &Node) -> Option<Span> {
    let mut nodes = vec![root];
    let mut last: Option<Span> = None;
    while let Some(node) = nodes.pop() {
        match node {
            Node::All(children) | Node::Any(children) => nodes.extend(children),
            Node::Not(child) => nodes.push(child),
            Node::Sought(sought) => last = last.max_by_end(sought.span),
            Node::Date(_) | Node::Mentions(_) | Node::Format(_) | Node::Is(_) => {}
        }
    }
    last
}

trait MaxByEnd {
    fn max_by_end(self, other: Span) -> Self;
}

impl MaxByEnd for Option<Span> {
    fn max_by_end(self, other: Span) -> Self {
        Some(self.filter(|own| own.end > other.end).unwrap_or(other))
    }
}

struct Compiler<'a> {
    snapshot: &'a Snapshot,
    notes: &'a Notes,
    who: &'a dyn WhoIsWho,
    asked: &'a Asked,
    /// Where the word stands that may be half typed.
    half_typed: Option<Span>,
    sought: usize,
    done: Compiled,
}

impl<'a> Compiler<'a> {
    fn lexicon(&self, place: Where) -> Lexicon<'a> {
        Lexicon { snapshot: self.snapshot, parts: place.parts, notes: place.notes.then_some(self.notes) }
    }

    /// A part of the query; `None` where there is nothing to look for. `lit` says whether snippets show it.
    fn node(&mut self, node: &Node, lit: bool, depth: usize) -> tantivy::Result<Option<Plan>> {
        if depth > DEEPEST {
            return Ok(None);
        }
        Ok(match node {
            Node::All(children) => self.all(children, lit, depth)?,
            Node::Any(children) => {
                let mut plans = Vec::new();
                for child in children {
                    plans.extend(self.node(child, lit, depth + 1)?);
                }
                (!plans.is_empty()).then_some(Plan::Any(plans))
            }
            Node::Not(child) => self.node(child, false, depth + 1)?.map(|plan| Plan::Not(Box::new(plan))),
            Node::Sought(sought) => self.sought(sought, lit)?,
            Node::Date(dates) => Some(dated(*dates)),
            Node::Mentions(dates) => {
                let (first, last) = within(*dates);
                Some(Plan::Set(self.who.naming(first, last)?))
            }
            Node::Format(label) => Some(Plan::Format(label.to_lowercase())),
            Node::Is(mark) => Some(self.marked(*mark)),
        })
    }

    /// All of these. Words that stand next to each other are asked for as a name too.
    fn all(&mut self, children: &[Node], lit: bool, depth: usize) -> tantivy::Result<Option<Plan>> {
        let mut plans = Vec::new();
        let mut rest = children;
        while let Some((first, behind)) = rest.split_first() {
            let named = if self.asked.exact { 0 } else { self.name(rest, lit, &mut plans)? };
            if named > 0 {
                rest = rest.get(named..).unwrap_or(&[]);
            } else {
                plans.extend(self.node(first, lit, depth + 1)?);
                rest = behind;
            }
        }
        Ok((!plans.is_empty()).then(|| Plan::all(plans)))
    }

    /// Where the first of these words are a name with other spellings, puts the name into `plans` and says of
    /// how many words it is; 0 otherwise. Only names of several words are looked for here.
    fn name(&mut self, nodes: &[Node], lit: bool, plans: &mut Vec<Plan>) -> tantivy::Result<usize> {
        let mut run: Vec<(&Sought, Vec<String>)> = Vec::new();
        for node in nodes.iter().take(LONGEST_NAME) {
            match node {
                Node::Sought(sought @ Sought { scope, words: Words::Word(word, How::Meant), .. })
                    if matches!(scope, Scope::Anywhere | Scope::Text)
                        && run.first().is_none_or(|(first, _)| first.scope == *scope) =>
                {
                    run.push((sought, words(word)));
                }
                _ => break,
            }
        }
        for count in (2..=run.len()).rev() {
            let name = run.get(..count).unwrap_or(&[]);
            let words: Vec<&str> = name.iter().flat_map(|(_, words)| words).map(String::as_str).collect();
            let spellings = self.who.spellings(&words);
            if spellings.is_empty() {
                continue;
            }
            let mut typed = Vec::new();
            for (sought, _) in name {
                typed.extend(self.sought(sought, lit)?);
            }
            let place = name.first().map_or(Where::of(Scope::Anywhere), |(first, _)| Where::of(first.scope));
            let mut same = vec![Plan::all(typed)];
            for spelling in spellings {
                let why: Arc<str> = spelling.why.into();
                same.extend(self.spelled(&spelling.words, &why, place, lit)?);
            }
            plans.push(Plan::Best(same));
            return Ok(count);
        }
        Ok(0)
    }

    /// Another spelling of the name that was compiled last.
    fn spelled(
        &mut self,
        words: &[String],
        why: &Arc<str>,
        place: Where,
        lit: bool,
    ) -> tantivy::Result<Option<Plan>> {
        let lexicon = self.lexicon(place);
        let mut slots = Vec::new();
        for word in words {
            slots.push(vec![lexicon.exactly(word, 1.0, Some(why.clone()))?]);
        }
        if slots.is_empty() || slots.len() > near::MOST_WORDS {
            return Ok(None);
        }
        if slots.iter().flatten().any(|form| form.documents == 0) {
            return Ok(None);
        }
        if let Some(expanded) = self.done.expanded.last_mut() {
            let form = ExpandedForm { text: words.join(" "), why: Some(why.to_string()) };
            expanded.forms.push(form);
        }
        let slot = Some(self.done.text.same());
        let noted = Some(self.done.notes.same());
        if lit && place.has_text() {
            self.done.text.phrase(&slots, 0, 0.0, slot);
        }
        if lit && place.notes {
            self.done.notes.phrase(&slots, 0, 0.0, noted);
        }
        Ok(Some(self.phrase(slots, 0, OTHER_SPELLING, place)))
    }

    fn sought(&mut self, sought: &Sought, lit: bool) -> tantivy::Result<Option<Plan>> {
        self.sought += 1;
        if self.sought > MOST_SOUGHT {
            if self.sought == MOST_SOUGHT + 1 {
                let text = format!("only the first {MOST_SOUGHT} words and phrases are looked for");
                self.done.complaints.push(Complaint { span: sought.span, text });
            }
            return Ok(None);
        }
        let half_typed = self.half_typed == Some(sought.span);
        let (mut typed, how, slop) = match &sought.words {
            Words::Word(word, how) => (words(word), *how, 0),
            Words::Phrase(parts, slop) => {
                (parts.iter().flat_map(|part| words(part)).collect(), How::Exact, slop.unwrap_or(0))
            }
        };
        if typed.len() > near::MOST_WORDS {
            typed.truncate(near::MOST_WORDS);
            let text = format!("only the first {} words of a phrase are looked for", near::MOST_WORDS);
            self.done.complaints.push(Complaint { span: sought.span, text });
        }
        let refs: Vec<&str> = typed.iter().map(String::as_str).collect();
        let kind = match sought.scope {
            Scope::Tag => {
                // In a tag of several words these have hyphens between them, which is how tags are compared.
                let (tag, begins) = match &sought.words {
                    Words::Word(tag, _) => (tag.clone(), half_typed || how == How::Prefix),
                    Words::Phrase(parts, _) => (parts.join(" "), false),
                };
                return Ok(Some(Plan::Set(self.notes.tagged(&tag, begins))));
            }
            Scope::Person => Kind::Person,
            Scope::Organisation => Kind::Organisation,
            Scope::Place => Kind::Place,
            _ if typed.is_empty() => {
                let text = "a sign alone is no word, so it is left out".to_owned();
                self.done.complaints.push(Complaint { span: sought.span, text });
                return Ok(None);
            }
            _ => return self.words(sought, &typed, how, slop, half_typed, lit),
        };
        if typed.is_empty() {
            return Ok(None);
        }
        if let Words::Word(_, How::Prefix | How::Typo) = sought.words {
            let text = "names are found by whole words: * and ~ aren't heeded here".to_owned();
            self.done.complaints.push(Complaint { span: sought.span, text });
        }
        if lit {
            self.light_name(&typed)?;
        }
        Ok(Some(Plan::Set(self.who.mentioned(kind, &refs))))
    }

    /// Lights somebody's name, in all its spellings.
    fn light_name(&mut self, typed: &[String]) -> tantivy::Result<()> {
        let lexicon = self.lexicon(Where::of(Scope::Text));
        let refs: Vec<&str> = typed.iter().map(String::as_str).collect();
        for word in typed {
            self.done.text.word(&[lexicon.exactly(word, 1.0, None)?], 1.0);
        }
        for spelling in self.who.spellings(&refs) {
            let why: Arc<str> = spelling.why.into();
            let forms =
                spelling.words.iter().map(|word| Ok(vec![lexicon.exactly(word, 1.0, Some(why.clone()))?]));
            let slots = forms.collect::<tantivy::Result<Vec<_>>>()?;
            let slot = Some(self.done.text.same());
            self.done.text.phrase(&slots, 0, 0.0, slot);
        }
        Ok(())
    }

    /// One word or some that stand next to each other.
    fn words(
        &mut self,
        sought: &Sought,
        typed: &[String],
        how: How,
        slop: u32,
        half_typed: bool,
        lit: bool,
    ) -> tantivy::Result<Option<Plan>> {
        let place = Where::of(sought.scope);
        if half_typed && how == How::Meant && is_first_letter(typed) {
            return Ok(None);
        }
        let how = if self.asked.exact && how == How::Meant { How::Exact } else { how };
        let refs: Vec<&str> = typed.iter().map(String::as_str).collect();
        let spellings = if how == How::Meant { self.who.spellings(&refs) } else { Vec::new() };
        let mut slots = Vec::new();
        for (at, word) in typed.iter().enumerate() {
            // A word that the index parts, as `state-owned`, is a phrase; only its last may be half typed.
            let is_last = at + 1 == typed.len();
            let part_how = if typed.len() > 1 && !(is_last && how == How::Prefix) { How::Exact } else { how };
            slots.push(self.forms(word, part_how, is_last && half_typed, place)?);
        }
        let forms = slots.iter().flatten().take(MOST_SOUGHT);
        let shown = |form: &Form| ExpandedForm { text: form.text.to_string(), why: None };
        let forms =
            if typed.len() == 1 { forms.map(shown).collect() } else { vec![ExpandedForm::typed(typed)] };
        self.done.expanded.push(Expanded { span: sought.span, forms });
        let mut same = Vec::new();
        let mut several = Vec::new();
        for spelling in spellings {
            let why: Arc<str> = spelling.why.into();
            match (spelling.words.as_slice(), slots.as_mut_slice()) {
                ([word], [own]) => {
                    let form = self.lexicon(place).exactly(word, OTHER_SPELLING, Some(why))?;
                    if form.documents > 0 {
                        own.retain(|known| known.text != form.text || known.weight == 1.0);
                        if own.iter().all(|known| known.text != form.text) {
                            self.tell(&form);
                            own.push(form);
                        }
                    }
                }
                _ => several.push((spelling.words, why)),
            }
        }
        let worth = slots.iter().map(|forms| self.rarity(forms)).sum();
        // All words that begin so are too many to be told one by one.
        let beginning = (how == How::Prefix && typed.len() == 1)
            .then(|| typed.first().map(|word| Box::from(word.as_str())))
            .flatten();
        if beginning.is_some() {
            slots.iter_mut().for_each(|forms| forms.truncate(1));
        }
        for (wanted, wants) in [(&mut self.done.text, place.has_text()), (&mut self.done.notes, place.notes)]
        {
            match slots.as_slice() {
                _ if !lit || !wants => {}
                [forms] => {
                    wanted.word(forms, worth);
                    if let Some(beginning) = &beginning {
                        wanted.beginning(beginning);
                    }
                }
                _ => wanted.phrase(&slots, slop, worth, None),
            }
        }
        let plan = match <[Vec<Form>; 1]>::try_from(slots) {
            Ok([forms]) => self.group(forms, beginning, worth, place),
            Err(slots) => self.phrase(slots, slop, 1.0, place),
        };
        same.push(plan);
        for (words, why) in several {
            same.extend(self.spelled(&words, &why, place, lit)?);
        }
        Ok(if same.len() == 1 { same.pop() } else { Some(Plan::Best(same)) })
    }

    /// Notes that a form is looked for too.
    fn tell(&mut self, form: &Form) {
        if let Some(expanded) = self.done.expanded.last_mut() {
            let why = form.why.as_ref().map(ToString::to_string);
            expanded.forms.push(ExpandedForm { text: form.text.to_string(), why });
        }
    }

    /// The forms in which a word is looked for.
    fn forms(&self, word: &str, how: How, half_typed: bool, place: Where) -> tantivy::Result<Vec<Form>> {
        let lexicon = self.lexicon(place);
        let mut forms = vec![lexicon.exactly(word, 1.0, None)?];
        match how {
            // Of a short word that goes on the most frequent ends are among what it may become.
            How::Meant if half_typed && word.chars().count() <= SHORT => {}
            How::Meant => forms.extend(lexicon.forms(word)?),
            How::Exact => {}
            How::Prefix => forms.extend(lexicon.longer(word)?),
            How::Typo => forms.extend(lexicon.mistyped(word)?),
        }
        if half_typed && how != How::Prefix {
            let longer = lexicon.longer(word)?;
            let new = longer.into_iter().filter(|form| forms.iter().all(|known| known.text != form.text));
            let new: Vec<Form> = new.collect();
            forms.extend(new);
        }
        Ok(forms)
    }

    fn rarity(&self, forms: &[Form]) -> f32 {
        rarity(forms.iter().map(|form| form.documents).sum(), self.snapshot.documents)
    }

    fn group(&self, forms: Vec<Form>, beginning: Option<Box<str>>, rarity: f32, place: Where) -> Plan {
        let mut noted = Vec::new();
        if let Some(beginning) = beginning.as_ref().filter(|_| place.notes) {
            let words = self.notes.beginning(beginning).filter(|(word, _)| **word != **beginning);
            let places = words.flat_map(|(word, _)| self.notes.places(word));
            noted.extend(places.filter_map(|(note, _)| Some((self.notes.document(*note)?, LONGER))));
        }
        if place.notes {
            for form in &forms {
                let places = self.notes.places(&form.text).iter();
                noted.extend(places.filter_map(|(note, _)| Some((self.notes.document(*note)?, form.weight))));
            }
        }
        Plan::Word(Group { parts: place.parts, forms, beginning, rarity, noted: noted::summed(noted) })
    }

    fn phrase(&self, mut slots: Vec<Vec<Form>>, slop: u32, weight: f32, place: Where) -> Plan {
        if slots.len() == 1 {
            let mut forms = slots.pop().unwrap_or_default();
            forms.iter_mut().for_each(|form| form.weight *= weight);
            let rarity = self.rarity(&forms);
            return self.group(forms, None, rarity, place);
        }
        let rarity = slots.iter().map(|forms| self.rarity(forms)).sum();
        let noted = if place.notes { noted::phrase(self.notes, &slots, slop, weight) } else { Vec::new() };
        Plan::Phrase(Phrase { parts: place.parts, slots, slop, weight, rarity, noted })
    }

    fn marked(&self, mark: Mark) -> Plan {
        let kept = &self.asked.kept;
        match mark {
            Mark::Unread => Plan::Not(Box::new(Plan::Set(kept.read.clone()))),
            Mark::Read => Plan::Set(kept.read.clone()),
            Mark::Bookmarked => Plan::Set(kept.bookmarked.clone()),
            Mark::Noted => Plan::Set(self.notes.documents()),
        }
    }

    fn narrowed(&self, facet: &Facet) -> Plan {
        let kind = match facet.kind {
            FacetKind::Source => return Plan::Publisher(facet.value.clone()),
            FacetKind::Year => {
                let year: u32 = facet.value.parse().unwrap_or(0);
                return Plan::Dates(
                    year.saturating_mul(10_000),
                    year.saturating_mul(10_000).saturating_add(9999),
                );
            }
            FacetKind::Person => Kind::Person,
            FacetKind::Organisation => Kind::Organisation,
            FacetKind::Place => Kind::Place,
        };
        Plan::Set(self.who.named(kind, &facet.value))
    }
}

/// Whether it is the first letter of a word that goes on: of it nobody can say what it will be, so that the
/// result stays what it was without it.
fn is_first_letter(typed: &[String]) -> bool {
    let [word] = typed else { return false };
    let mut letters = word.chars();
    letters.next().is_some_and(|letter| letters.next().is_none() && letters::sign(letter) == Sign::Letter)
        && !word.starts_with(|c: char| c.is_numeric())
}

/// A date lies in a time where all of it does: of `2019` nobody can say that it is in July.
fn dated(dates: Dates) -> Plan {
    let (first, last) = within(dates);
    Plan::Dates(first, last)
}

/// The first and the last day of a time, as the index counts days.
fn within(dates: Dates) -> (u32, u32) {
    let first = dates.first.map_or(1, |date| days::bounds(date).0);
    (first, dates.last.map_or(u32::MAX, |date| days::bounds(date).1))
}
