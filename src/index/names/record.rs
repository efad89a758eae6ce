//! What a document says of names: the record that the log keeps of it.

use std::collections::{BTreeMap, HashMap};

use crate::corpus::{DocId, PartialDate};
use crate::tag::{Cast, Entity, Kind, Value};
use crate::text::{Span, Text};

/// The longest name that is kept, in bytes; what is longer is no name and is cut.
pub(super) const LONGEST: usize = 256;
/// The most ways of writing one name that are kept of a document, the most used first.
pub(super) const MOST_FORMS: usize = 64;
/// The most pairs of people apart that are kept of a document.
const MOST_APART: usize = 64;
/// The most mentions that are kept of a document.
pub(super) const MOST_MENTIONS: usize = 1 << 20;

/// The most different dates that are kept of a document; those behind them count among the undated.
const MOST_DATES: usize = 1024;

/// The people, organisations and places of a document, and the dates that its text names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The document.
    pub id: DocId,
    /// Which version of its text was tagged, and by what, as the caller tells such versions apart.
    pub stamp: u64,
    /// Who and what it names, in the order of its cast.
    pub named: Vec<Named>,
    /// Where, in the order of the text.
    pub said: Vec<Said>,
    /// Pairs of people, by their numbers in `named`, whom a sentence has as two though their names may be one's.
    pub apart: Vec<(u32, u32)>,
    /// The days, months and years that its text names, each once and in order, with how often it does.
    pub dates: Vec<(PartialDate, u32)>,
    /// How many of the dates that it names can't be placed: their year isn't known, or they go from one year to another.
    pub undated: u32,
    /// How many mentions were left out, as there are too many different things, or too many mentions.
    pub left_out: u32,
}

/// Somebody or something that a document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// A person, an organisation or a place.
    pub kind: Kind,
    /// Its fullest name, in the nominative; not always one of `forms`.
    pub name: String,
    /// The names used, each once.
    pub forms: Vec<String>,
    /// The titles and roles said of it, each once, in order.
    pub roles: Vec<String>,
}

/// A mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The name itself in the document's text.
    pub span: Span,
    /// The title right before it.
    pub title: Option<Span>,
    /// The number in [`Record::named`] of who or what is meant.
    pub named: u32,
    /// The number of the name used in [`Named::forms`].
    pub form: u32,
    /// How likely it is right, in hundredths.
    pub confidence: u8,
}

impl Record {
    /// The names of a document of which `cast` was worked out.
    pub fn of(id: DocId, stamp: u64, text: &Text, cast: &Cast) -> Self {
        let left_out = u32::try_from(cast.left_out).unwrap_or(u32::MAX);
        let mut record = Self { id, stamp, left_out, ..Self::default() };
        // For each entity of the cast its number here.
        let mut numbers = HashMap::new();
        let mut forms = HashMap::new();
        for (entity, number) in cast.entities.iter().zip(0u32..).filter(|(entity, _)| entity.kind.is_name()) {
            let at = record.named.len() as u32;
            numbers.insert(number, at);
            let named = Named::of(entity);
            for ((form, _), place) in entity.forms.iter().take(MOST_FORMS).zip(0u32..) {
                let kept = named.forms.iter().position(|other| *other == cut(form));
                forms.entry((at, like(form))).or_insert(kept.map_or(place, |kept| kept as u32));
            }
            record.named.push(named);
        }
        for (mention, entity) in cast.mentions.iter().zip(&cast.entity_of) {
            let Some(&named) = numbers.get(entity) else { continue };
            if record.said.len() == MOST_MENTIONS {
                record.left_out = record.left_out.saturating_add(1);
                continue;
            }
            let words = mention.span.of(text.as_str());
            let form = forms.get(&(named, like(words))).copied().unwrap_or(0);
            let (span, confidence) = (mention.span, mention.confidence);
            record.said.push(Said { span, title: mention.title, named, form, confidence });
        }
        let number = |entity: &u32| numbers.get(entity).copied();
        let apart = cast.apart.iter().filter_map(|(one, other)| number(one).zip(number(other)));
        record.apart = apart.take(MOST_APART).collect();
        record.take_dates(cast);
        record
    }
}

impl Record {
    /// Counts the dates of a cast.
    fn take_dates(&mut self, cast: &Cast) {
        let mut dates: BTreeMap<PartialDate, u32> = BTreeMap::new();
        for mention in &cast.mentions {
            let Some(Value::When(when)) = mention.value else { continue };
            match when.within() {
                Some(date) if dates.len() < MOST_DATES || dates.contains_key(&date) => {
                    *dates.entry(date).or_default() += 1;
                }
                // A time of day alone is no date.
                None if when.date.is_none() && when.time.is_some() => {}
                _ => self.undated += 1,
            }
        }
        self.dates = dates.into_iter().collect();
    }
}

impl Named {
    fn of(entity: &Entity) -> Self {
        let mut forms: Vec<String> = Vec::with_capacity(entity.forms.len().min(MOST_FORMS));
        for (form, _) in entity.forms.iter().take(MOST_FORMS) {
            if !forms.iter().any(|other| *other == cut(form)) {
                forms.push(cut(form).to_owned());
            }
        }
        let roles = entity.roles.iter().map(|role| cut(role).to_owned()).collect();
        Self { kind: entity.kind, name: cut(&entity.name).to_owned(), forms, roles }
    }
}

/// The beginning of a name that is kept.
pub(super) fn cut(name: &str) -> &str {
    name.get(..name.floor_char_boundary(LONGEST)).unwrap_or(name)
}

/// What the spellings of a name that a cast takes for one have in common.
fn like(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('’', "'")
}
