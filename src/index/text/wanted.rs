//! What snippets show lit.

use std::collections::HashMap;
use std::sync::Arc;

use super::lexicon::Form;

/// A word that is lit where it stands.
#[derive(Clone, Debug)]
pub(super) struct Lit {
    /// Which of the words of the query it is, counted from 0.
    pub(super) slot: u32,
    /// The phrase that it has to stand in, and which word of it it is; `None` where it is lit anywhere.
    pub(super) phrase: Option<(usize, usize)>,
    /// Why it is lit.
    pub(super) why: Option<Arc<str>>,
}

/// What is lit in a text.
#[derive(Debug)]
pub(super) struct Wanted {
    words: HashMap<Box<str>, Vec<Lit>>,
    /// Beginnings of words that are lit.
    beginnings: Vec<(Box<str>, Vec<Lit>)>,
    /// The words of each phrase, and its slop.
    pub(super) phrases: Vec<(usize, u32)>,
    /// How much each of the query's words says.
    pub(super) worth: Vec<f32>,
    /// For the first byte of each word a bit for each of their lengths: most words of a text aren't wanted,
    /// and this says so at once.
    lengths: Box<[u64; 256]>,
}

impl Default for Wanted {
    fn default() -> Self {
        let lengths = Box::new([0; 256]);
        Self {
            words: HashMap::new(),
            beginnings: Vec::new(),
            phrases: Vec::new(),
            worth: Vec::new(),
            lengths,
        }
    }
}

impl Wanted {
    /// Lights a word of the query, which says so much, in these forms.
    pub(super) fn word(&mut self, forms: &[Form], worth: f32) {
        let slot = self.worth.len() as u32;
        self.worth.push(worth);
        self.light(forms, slot, None);
    }

    /// Lights all words that begin so, as the word that was lit last.
    pub(super) fn beginning(&mut self, beginning: &str) {
        if let Some(lengths) =
            beginning.bytes().next().and_then(|byte| self.lengths.get_mut(usize::from(byte)))
        {
            *lengths = u64::MAX;
        }
        let lit = Lit { slot: self.same(), phrase: None, why: None };
        self.beginnings.push((beginning.into(), vec![lit]));
    }

    /// The number of the word that was lit last.
    pub(super) fn same(&self) -> u32 {
        self.worth.len().saturating_sub(1) as u32
    }

    /// Lights a phrase: as the words from `slot` on, or as new words of the query where that is `None`.
    pub(super) fn phrase(&mut self, slots: &[Vec<Form>], slop: u32, worth: f32, slot: Option<u32>) {
        let phrase = self.phrases.len();
        self.phrases.push((slots.len(), slop));
        let slot = slot.unwrap_or_else(|| {
            self.worth.push(worth);
            self.same()
        });
        for (word, forms) in slots.iter().enumerate() {
            self.light(forms, slot, Some((phrase, word)));
        }
    }

    fn light(&mut self, forms: &[Form], slot: u32, phrase: Option<(usize, usize)>) {
        for form in forms {
            if let Some(lengths) =
                form.text.bytes().next().and_then(|byte| self.lengths.get_mut(usize::from(byte)))
            {
                *lengths |= 1 << (form.text.len() % 64);
            }
            let lit = Lit { slot, phrase, why: form.why.clone() };
            self.words.entry(form.text.clone()).or_default().push(lit);
        }
    }

    /// What a folded word of a text is lit for.
    pub(super) fn get(&self, word: &str) -> Option<&[Lit]> {
        let first = word.bytes().next()?;
        let lengths = self.lengths.get(usize::from(first))?;
        if lengths >> (word.len() % 64) & 1 == 0 {
            return None;
        }
        let known = self.words.get(word).or_else(|| {
            let begins = self.beginnings.iter().find(|(beginning, _)| word.starts_with(&**beginning));
            begins.map(|(_, lits)| lits)
        });
        known.map(Vec::as_slice)
    }

    /// The beginnings of words that are lit, each with what for.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = (&str, &[Lit])> {
        self.beginnings.iter().map(|(beginning, lits)| (beginning.as_ref(), lits.as_slice()))
    }

    /// The words that are lit, each with what for.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, &[Lit])> {
        self.words.iter().map(|(word, lits)| (word.as_ref(), lits.as_slice()))
    }

    /// Whether nothing is lit.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}
