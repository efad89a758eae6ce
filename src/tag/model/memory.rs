//! What the first pass said of the words elsewhere in a document or a collection, and the features that the second
//! pass takes from it: "Makey said" after "Foreign Minister Uladzimir Makey".
//!
//! The idea of looking at a first labelling of the same words is that of Krishnan and Manning (2006), "An effective
//! two-stage model for exploiting non-local dependencies in named entity recognition".

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::form::{Caps, Forms};
use super::hash::{HashMap, mix};
use super::label::{self, LABELS, Label, NameKind, OUTSIDE};
use super::reading::Reading;

/// How much a label counts that a pass gave to a token of a name, given how likely the name is.
pub(super) fn votes(confidence: f32) -> u8 {
    match confidence {
        0.9.. => 6,
        0.7.. => 3,
        _ => 1,
    }
}

/// How much the label of a token outside of names counts.
pub(super) const OUTSIDE_VOTES: u8 = 2;

/// How much labels have to count for a word of another document: as much as one sure name.
const CLEAR: u32 = 6;

/// How many words a memory that absorbs others takes in: with names some 60 MB.
const MOST: usize = 400_000;

/// The longest name that is looked for again, in tokens.
const LONGEST: usize = 12;

/// What a text, or several, say of words and names. Give the same memory to document after document of a collection
/// and what is clear in one helps in the next; it grows with the number of distinct words and names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// For each word with a capital: how often it had each label.
    words: HashMap<u64, [u16; LABELS]>,
    /// For each name how often it was of each kind.
    names: HashMap<u64, [u16; 4]>,
    /// Beginnings of the names of more than one token.
    begun: HashMap<u64, ()>,
    /// For the initials of names of several words how often they were of each kind.
    initials: HashMap<u64, [u16; 4]>,
    /// What other texts say; asked only where this one says nothing.
    #[serde(skip)]
    beyond: Option<Arc<Memory>>,
}

impl Memory {
    /// An empty memory that asks another where it knows nothing of a word or name: that of a collection, for the memory of
    /// one document.
    pub fn before(beyond: Arc<Self>) -> Self {
        Self { beyond: Some(beyond), ..Self::default() }
    }

    /// Takes in what another memory knows, but nothing of words and names that are new once it knows 400,000 words.
    pub fn absorb(&mut self, other: &Self) {
        fn add<const N: usize>(into: &mut HashMap<u64, [u16; N]>, from: &HashMap<u64, [u16; N]>, full: bool) {
            for (&key, counts) in from {
                if full && !into.contains_key(&key) {
                    continue;
                }
                let known = into.entry(key).or_insert([0; N]);
                known.iter_mut().zip(counts).for_each(|(known, &count)| *known = known.saturating_add(count));
            }
        }
        let full = self.words.len() >= MOST;
        add(&mut self.words, &other.words, full);
        add(&mut self.names, &other.names, full);
        add(&mut self.initials, &other.initials, full);
        if !full {
            self.begun.extend(&other.begun);
        }
    }

    /// Lets go of what is said too seldom to hold in another document: behind the memory of one it changes nothing.
    pub fn settle(&mut self) {
        fn clear<const N: usize>(counts: &[u16; N]) -> bool {
            counts.iter().map(|&count| u32::from(count)).sum::<u32>() >= CLEAR
        }
        self.words.retain(|_, counts| clear(counts));
        self.names.retain(|_, counts| clear(counts));
        self.words.shrink_to_fit();
        self.names.shrink_to_fit();
        self.begun.shrink_to_fit();
        self.initials.shrink_to_fit();
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Takes in what a pass said of a document; `votes` is how much the label of each token counts.
    pub(super) fn learn(&mut self, reading: &Reading, forms: &Forms, labels: &[Label], votes: &[u8]) {
        for (at, &label) in labels.iter().enumerate() {
            let form = &forms.forms[reading.forms[at] as usize];
            if form.capital() || label != OUTSIDE {
                let counts = self.words.entry(form.lower).or_insert([0; LABELS]);
                counts[usize::from(label)] = counts[usize::from(label)].saturating_add(u16::from(votes[at]));
            }
        }
        for (first, end, kind) in label::names(labels) {
            if end - first > LONGEST {
                continue;
            }
            let mut name = 0;
            let mut letters = 0;
            let mut capitals = 0;
            for at in first..end {
                let form = &forms.forms[reading.forms[at] as usize];
                name = mix(name, form.lower);
                if at + 1 < end {
                    self.begun.insert(name, ());
                }
                if form.capital() {
                    letters = mix(letters, u64::from(form.initial));
                    capitals += 1;
                }
            }
            count(&mut self.names, name, kind, votes[first]);
            if capitals >= 2 {
                count(&mut self.initials, letters, kind, votes[first]);
            }
        }
    }

    /// Whether these tokens are a place elsewhere, more often than anything else.
    pub(super) fn place(&self, reading: &Reading, forms: &Forms, first: usize, end: usize) -> bool {
        let name = (first..end).fold(0, |name, at| mix(name, forms.forms[reading.forms[at] as usize].lower));
        let place = NameKind::Place.number();
        self.names.get(&name).is_some_and(|kinds| kinds[place] > 0 && usize::from(largest(kinds)) == place)
    }

    /// The features of each token of a document to which `labels` were given, which the memory has taken in: for
    /// each token that has some, its number and they.
    pub(super) fn features(
        &self,
        reading: &Reading,
        forms: &Forms,
        labels: &[Label],
        votes: &[u8],
        emit: &mut dyn FnMut(usize, &[u64]),
    ) {
        let phrases = self.phrases(reading, forms, labels, votes);
        let views: Vec<Option<View>> =
            (0..labels.len()).map(|at| self.view(reading, forms, at, labels[at], votes[at])).collect();
        let mut out = Vec::new();
        for at in 0..labels.len() {
            out.clear();
            let form = &forms.forms[reading.forms[at] as usize];
            let (begin, end) = reading.bounds(at);
            let caps = form.caps as u64;
            if let Some(view) = &views[at] {
                let verdict = mix(u64::from(view.most), u64::from(view.share));
                out.push(mix(60, mix(verdict, u64::from(view.count))));
                out.push(mix(61, mix(verdict, mix(caps, u64::from(at == begin)))));
                out.push(mix(62, mix(u64::from(view.label), u64::from(view.share))));
                for kind in 0..5 {
                    if view.kinds >> kind & 1 == 1 {
                        out.push(mix(63, kind));
                    }
                }
            }
            if let Some(phrase) = &phrases[at] {
                let part = mix(u64::from(phrase.kind), u64::from(phrase.part));
                out.push(mix(64, part));
                out.push(mix(65, mix(part, mix(u64::from(phrase.count), u64::from(phrase.length)))));
            }
            if form.caps == Caps::Upper && forms.texts[reading.forms[at] as usize].len() <= 8 {
                let text = &forms.texts[reading.forms[at] as usize];
                let letters = text
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .fold(0, |letters, letter| mix(letters, u64::from(letter)));
                let beyond = || self.beyond.as_ref()?.initials.get(&letters);
                if let Some(kinds) = self.initials.get(&letters).or_else(beyond) {
                    out.push(mix(66, largest(kinds) as u64));
                }
            }
            if form.capital() || !out.is_empty() {
                if let Some(view) =
                    views[at].as_ref().filter(|_| at > begin).and(views[at.max(1) - 1].as_ref())
                {
                    out.push(mix(67, mix(u64::from(view.most), u64::from(view.label))));
                }
                if let Some(view) = views.get(at + 1).filter(|_| at + 1 < end).and_then(Option::as_ref) {
                    out.push(mix(68, mix(u64::from(view.most), u64::from(view.label))));
                }
            }
            if !out.is_empty() {
                emit(at, &out);
            }
        }
    }

    /// What other documents say of a word, where they are clear. What this one says is taken off: they may count it too.
    fn beyond_word(&self, lower: u64) -> Option<[u16; LABELS]> {
        let others = *self.beyond.as_ref()?.words.get(&lower)?;
        let others = without(others, self.words.get(&lower));
        let kind = |label| label::parts(label as Label).map_or(4, |(kind, _)| kind.number());
        is_clear(&others, kind).then_some(others)
    }

    /// The same of a name.
    fn beyond_name(&self, name: u64) -> Option<[u16; 4]> {
        let others = *self.beyond.as_ref()?.names.get(&name)?;
        let others = without(others, self.names.get(&name));
        is_clear(&others, |kind| kind).then_some(others)
    }

    /// What is known of a word elsewhere, this one token left out.
    fn view(&self, reading: &Reading, forms: &Forms, at: usize, own: Label, votes: u8) -> Option<View> {
        let form = &forms.forms[reading.forms[at] as usize];
        if !form.lettered() {
            return None;
        }
        let mut counts = self.words.get(&form.lower).copied().unwrap_or([0; LABELS]);
        if form.capital() || own != OUTSIDE {
            counts[usize::from(own)] = counts[usize::from(own)].saturating_sub(u16::from(votes));
        }
        if counts == [0; LABELS] {
            counts = self.beyond_word(form.lower)?;
        }
        let mut kinds = [0_u32; 5];
        let mut best = (0, 0);
        for (label, &count) in counts.iter().enumerate() {
            let kind = label::parts(label as Label).map_or(4, |(kind, _)| kind.number());
            kinds[kind] += u32::from(count);
            if count > best.0 {
                best = (count, label);
            }
        }
        let total: u32 = kinds.iter().sum();
        if total == 0 {
            return None;
        }
        let most = (0..5).fold(0, |most, kind| if kinds[kind] > kinds[most] { kind } else { most });
        let share = if kinds[most] == total {
            2
        } else if kinds[most] * 3 >= total * 2 {
            1
        } else {
            0
        };
        Some(View {
            most: most as u8,
            share,
            count: bucket(total),
            label: best.1 as u8,
            kinds: (0..5).fold(0, |bits, kind| bits | u8::from(kinds[kind] > 0) << kind),
        })
    }

    /// For each token the known name in which it stands, the longest from the left, if the name stands elsewhere too.
    fn phrases(
        &self,
        reading: &Reading,
        forms: &Forms,
        labels: &[Label],
        votes: &[u8],
    ) -> Vec<Option<Phrase>> {
        let mut phrases = vec![None; labels.len()];
        let mut own = HashMap::default();
        for (first, end, kind) in label::names(labels) {
            own.insert(first as u64, (end, kind));
        }
        for &(begin, end) in &reading.sentences {
            let mut at = begin as usize;
            while at < end as usize {
                let mut name = 0;
                let mut best = None;
                for next in at..(end as usize).min(at + LONGEST) {
                    let form = &forms.forms[reading.forms[next] as usize];
                    name = mix(name, form.lower);
                    let known = self.names.get(&name).copied();
                    let beyond = || self.beyond_name(name);
                    if let Some(mut kinds) = known.or_else(beyond) {
                        if let Some(&(own_end, kind)) = own.get(&(at as u64))
                            && own_end == next + 1
                        {
                            kinds[NameKind::number(kind)] =
                                kinds[NameKind::number(kind)].saturating_sub(u16::from(votes[at]));
                        }
                        if kinds == [0; 4] {
                            kinds = beyond().unwrap_or_default();
                        }
                        let total: u32 = kinds.iter().map(|&count| u32::from(count)).sum();
                        // A single word in small letters is no name again.
                        let cased = next > at || form.capital();
                        if total > 0 && cased {
                            best = Some((next + 1, largest(&kinds), bucket(total)));
                        }
                    }
                    let begun = |memory: &Self| memory.begun.contains_key(&name);
                    if !begun(self) && !self.beyond.as_deref().is_some_and(begun) {
                        break;
                    }
                }
                let Some((until, kind, count)) = best else {
                    at += 1;
                    continue;
                };
                let mut parts = [OUTSIDE; LONGEST];
                label::mark(&mut parts[..until - at], 0, until - at, NameKind::Person);
                for (place, part) in (at..until).zip(parts) {
                    let length = (until - at).min(4) as u8;
                    phrases[place] = Some(Phrase { kind, part, count, length });
                }
                at = until;
            }
        }
        phrases
    }
}

/// What is known of a word elsewhere, in a few steps.
#[derive(Clone, Copy, Debug)]
struct View {
    /// The commonest kind, 4 for none.
    most: u8,
    /// 2 if all agree, 1 if two thirds do.
    share: u8,
    count: u8,
    /// The commonest label.
    label: u8,
    /// A bit for each kind seen.
    kinds: u8,
}

/// A known name around a token.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    kind: u8,
    part: u8,
    count: u8,
    length: u8,
}

fn count(counts: &mut HashMap<u64, [u16; 4]>, key: u64, kind: NameKind, votes: u8) {
    let count = &mut counts.entry(key).or_insert([0; 4])[kind.number()];
    *count = count.saturating_add(u16::from(votes));
}

fn without<const N: usize>(counts: [u16; N], own: Option<&[u16; N]>) -> [u16; N] {
    own.map_or(counts, |own| std::array::from_fn(|at| counts[at].saturating_sub(own[at])))
}

/// Whether counts say enough, and say it of one kind alone, to hold in another document.
fn is_clear(counts: &[u16], kind: impl Fn(usize) -> usize) -> bool {
    let mut said = counts.iter().enumerate().filter(|&(_, &count)| count > 0).map(|(at, _)| kind(at));
    let first = said.next();
    let total: u32 = counts.iter().map(|&count| u32::from(count)).sum();
    total >= CLEAR && said.all(|kind| Some(kind) == first)
}

fn largest(kinds: &[u16; 4]) -> u8 {
    (0..4).fold(0, |most, kind| if kinds[kind] > kinds[most] { kind } else { most }) as u8
}

/// A number in a few steps.
fn bucket(count: u32) -> u8 {
    match count {
        0 => 0,
        1..=2 => 1,
        3..=6 => 2,
        7..=14 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lore::Lore;
    use super::*;

    #[test]
    fn what_was_said_elsewhere_is_remembered_and_the_word_itself_left_out() {
        let mut forms = Forms::default();
        let words = "Minister Uladzimir Makey spoke . Makey left . Nobody came";
        let reading = Reading::new(words.split(' '), &[5, 8], Vec::new(), &mut forms, &Lore::default());
        let mut labels = vec![OUTSIDE; 10];
        label::mark(&mut labels, 1, 3, NameKind::Person);
        let mut memory = Memory::default();
        assert!(memory.is_empty());
        memory.learn(&reading, &forms, &labels, &[1; 10][..labels.len()]);
        let view = memory.view(&reading, &forms, 5, OUTSIDE, 1);
        assert_eq!(view.map(|view| (view.most, view.share)), Some((0, 2)));
        assert!(memory.view(&reading, &forms, 1, labels[1], 1).is_none());
        assert!(memory.view(&reading, &forms, 8, OUTSIDE, 1).is_none());
    }

    #[test]
    fn known_names_are_found_again_longest_first() {
        let mut forms = Forms::default();
        let words = "Bank of Wales and Bank of Wales";
        let reading = Reading::new(words.split(' '), &[7], Vec::new(), &mut forms, &Lore::default());
        let mut labels = vec![OUTSIDE; 7];
        label::mark(&mut labels, 0, 3, NameKind::Organisation);
        let mut memory = Memory::default();
        memory.learn(&reading, &forms, &labels, &[1; 10][..labels.len()]);
        let phrases = memory.phrases(&reading, &forms, &labels, &[1; 7]);
        let found: Vec<bool> = phrases.iter().map(Option::is_some).collect();
        assert_eq!(found, [false, false, false, false, true, true, true]);
    }
}
