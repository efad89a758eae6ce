//! A word of a person's name, and what it says by itself.

use std::hash::{Hash, Hasher};

use super::block::packed;
use super::given::Known;
use super::tradition::Tradition;
use super::{script, sound};

/// A word of a name.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In small Latin letters without accents, hyphens and apostrophes.
    pub(super) plain: String,
    /// As [`super::sound`] reads it.
    pub(super) spelled: String,
    /// With its apostrophes, which some romanisations need.
    pub(super) apostrophes: Option<String>,
    /// As it is written.
    pub(super) written: String,
    /// What follows from these, read once for all the words that it is compared with.
    pub(super) heard: Heard,
}

/// A word is what is written.
impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written && self.plain == other.plain
    }
}

impl Eq for Word {}

impl Hash for Word {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.written.hash(state);
    }
}

/// What a word says by its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heard {
    /// Its consonants, as [`super::block::packed`] gives them.
    pub(super) bones: u128,
    /// The groups of letters that show who wrote it.
    pub(super) marks: u16,
    /// Of what tradition it is as a surname.
    pub(super) tradition: Tradition,
    /// What it may be as a given name.
    pub(super) given: Known,
}

impl Heard {
    fn new(plain: &str, spelled: &str) -> Self {
        Self {
            bones: packed(spelled),
            marks: sound::marks(spelled),
            tradition: Tradition::of_surname(plain),
            given: Known::read(plain),
        }
    }
}

impl Word {
    pub(super) fn new(plain: String, spelled: String, apostrophes: Option<String>, written: String) -> Self {
        let heard = Heard::new(&plain, &spelled);
        Self { plain, spelled, apostrophes, written, heard }
    }

    pub(super) fn read(written: &str) -> Self {
        let spelled = script::spelled(written);
        let plain = script::folded(written).unwrap_or_else(|| script::plain(&spelled));
        let apostrophe = |c: char| matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ');
        let apostrophes = written.contains(apostrophe).then(|| {
            let one = |c: char| {
                if apostrophe(c) { "'".to_owned() } else { script::plain(&script::spelled(&c.to_string())) }
            };
            written.chars().map(one).collect()
        });
        Self::new(bare(&plain), spelled, apostrophes, written.to_owned())
    }

    pub(super) fn is_initial(&self) -> bool {
        self.plain.chars().count() == 1
    }

    pub(super) fn with_apostrophes(&self) -> String {
        self.apostrophes.clone().unwrap_or_else(|| self.plain.clone())
    }
}

/// Surnames of Bengal that have a form of their own in English.
const BENGALI: &[(&str, &str)] = &[
    ("bandyopadhyay", "banerjee"),
    ("chattopadhyay", "chatterjee"),
    ("mukhopadhyay", "mukherjee"),
    ("gangopadhyay", "ganguly"),
];

/// "MacGregor" as "McGregor", "Bandyopadhyay" as "Banerjee".
fn bare(plain: &str) -> String {
    if let Some((_, english)) = BENGALI.iter().find(|(own, _)| *own == plain) {
        return (*english).to_owned();
    }
    match plain.strip_prefix("mac") {
        Some(rest) if rest.len() > 3 && !plain.starts_with("macr") && !plain.starts_with("mach") => {
            format!("mc{rest}")
        }
        _ => plain.to_owned(),
    }
}
