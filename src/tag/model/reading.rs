//! A document made ready for the tagger: forms as they are to be read, runs of capitalised words, what the
//! document itself says of how its words are written.

use super::casing::{self, Casing, Usage};
use super::form::{Caps, Form, Forms};
use super::hash::HashMap;
use super::label::{self, NameKind, OUTSIDE};
use super::lore::{BEGINS, Knowledge, LISTS, LONGEST, key};

/// In how many places a word is looked at, at most.
pub(super) const PLACES: usize = 5;

/// A run of capitalised words, and the longer one that words such as "of" join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The first token.
    pub(super) first: u32,
    /// The token after the last.
    pub(super) end: u32,
    /// The first token of the joined run.
    pub(super) joined: u32,
    /// The token after its last.
    pub(super) joined_end: u32,
}

/// A document made ready.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// The form of each token as it is to be read.
    pub(super) forms: Vec<u32>,
    /// The bounds of the sentences.
    pub(super) sentences: Vec<(u32, u32)>,
    /// The casing of each sentence.
    pub(super) casings: Vec<Casing>,
    /// For each token the number of its sentence.
    pub(super) sentence_of: Vec<u32>,
    /// The runs of capitalised words.
    pub(super) runs: Vec<Run>,
    /// For each token the number of its run plus one, or 0.
    pub(super) run_of: Vec<u32>,
    /// How words are written inside the running sentences.
    pub(super) usage: Usage,
    /// The first places where each capitalised word stands, by the hash of its small letters.
    pub(super) places: HashMap<u64, ([u32; PLACES], u8)>,
    /// For each token its part in a listed name of several words, four bits for each list.
    pub(super) listed: Vec<u32>,
    /// What others say of each token; empty, or a number for each, 0 for nothing.
    pub(super) hints: Vec<u8>,
}

impl Reading {
    /// Makes a document ready whose tokens are `words`, with the end of each sentence, and with what others say of each. `lore` is what is known of
    /// words in the language.
    pub(super) fn new<'a>(
        words: impl Iterator<Item = &'a str>,
        ends: &[u32],
        hints: Vec<u8>,
        forms: &mut Forms,
        lore: &dyn Knowledge,
    ) -> Self {
        let mut reading =
            Self { forms: words.map(|word| forms.number(word)).collect(), hints, ..Self::default() };
        let count = reading.forms.len() as u32;
        let mut first = 0;
        for end in ends.iter().copied().chain([count]) {
            let end = end.min(count);
            if end > first {
                reading.sentences.push((first, end));
                reading.sentence_of.resize(end as usize, reading.sentences.len() as u32 - 1);
                first = end;
            }
        }
        for &(first, end) in &reading.sentences {
            let words = &reading.forms[first as usize..end as usize];
            let casing = casing::casing(words.iter().map(|&form| &forms.forms[form as usize]));
            reading.casings.push(casing);
            if casing == Casing::Running {
                // The first word has a capital in any case, and so does one behind an opening quotation mark.
                let mut inside = false;
                for &form in words {
                    let form = &forms.forms[form as usize];
                    if inside {
                        reading.usage.count(form);
                    }
                    inside = inside && !matches!(form.class, 19) || form.lettered();
                }
            }
        }
        for (sentence, &(first, end)) in reading.sentences.iter().enumerate() {
            let casing = reading.casings[sentence];
            if casing == Casing::Running {
                continue;
            }
            for at in first as usize..end as usize {
                let number = reading.forms[at];
                let lower = forms.forms[number as usize].lower;
                let usual = reading.usage.usual(lower).or_else(|| lore.usual(lower));
                reading.forms[at] = casing::read(forms, number, casing, usual);
            }
        }
        forms.look_up(lore);
        reading.find_runs(&forms.forms);
        reading.find_places(&forms.forms);
        reading.find_listed(&forms.forms, lore);
        reading
    }

    fn find_runs(&mut self, forms: &[Form]) {
        let form = |at: u32| &forms[self.forms[at as usize] as usize];
        self.run_of = vec![0; self.forms.len()];
        for &(begin, end) in &self.sentences {
            let mut at = begin;
            let mut chain = self.runs.len();
            while at < end {
                if !form(at).capital() {
                    at += 1;
                    continue;
                }
                let first = at;
                while at < end && form(at).capital() && at < first + 40 {
                    self.run_of[at as usize] = self.runs.len() as u32 + 1;
                    at += 1;
                }
                // Whether at most two linking words, the second of them "the", part this run from the one before.
                let joins = self.runs.last().is_some_and(|run| {
                    let gap = first - run.end;
                    run.first >= begin
                        && at - run.joined < 40
                        && (gap == 0
                            || gap == 1 && form(run.end).links()
                            || gap == 2 && form(run.end).links() && form(run.end + 1).is_the())
                });
                if !joins {
                    chain = self.runs.len();
                }
                let joined = self.runs.get(chain).map_or(first, |run| run.first);
                self.runs.push(Run { first, end: at, joined, joined_end: at });
                for run in &mut self.runs[chain..] {
                    run.joined_end = at;
                }
            }
        }
    }

    /// Notes where the capitalised words stand.
    fn find_places(&mut self, forms: &[Form]) {
        for (at, &form) in self.forms.iter().enumerate() {
            let form = &forms[form as usize];
            if form.capital() && form.caps != Caps::Initial {
                let (places, count) = self.places.entry(form.lower).or_default();
                if let Some(place) = places.get_mut(usize::from(*count)) {
                    *place = at as u32;
                    *count += 1;
                }
            }
        }
    }

    /// Finds the listed names of several words, the longest of each list from the left.
    fn find_listed(&mut self, forms: &[Form], lore: &dyn Knowledge) {
        self.listed = vec![0; self.forms.len()];
        for &(begin, end) in &self.sentences {
            let mut free = [begin; LISTS];
            for at in begin..end {
                if forms[self.forms[at as usize] as usize].listed & BEGINS == 0 {
                    continue;
                }
                let mut name = 0;
                let mut longest = [0; LISTS];
                for next in at..end.min(at + LONGEST as u32) {
                    name = key(name, forms[self.forms[next as usize] as usize].lower);
                    let listed = lore.listed(name);
                    for (list, longest) in longest.iter_mut().enumerate() {
                        if next > at && listed >> list & 1 == 1 {
                            *longest = next + 1 - at;
                        }
                    }
                    if listed & BEGINS == 0 {
                        break;
                    }
                }
                for (list, &length) in longest.iter().enumerate() {
                    if length > 0 && at >= free[list] {
                        let mut parts = [OUTSIDE; LONGEST];
                        label::mark(&mut parts, 0, length as usize, NameKind::Person);
                        for (place, part) in (at..at + length).zip(parts) {
                            self.listed[place as usize] |= u32::from(part) << (4 * list);
                        }
                        free[list] = at + length;
                    }
                }
            }
        }
    }

    /// The run to which a token belongs.
    pub(super) fn run(&self, at: usize) -> Option<&Run> {
        self.runs.get((*self.run_of.get(at)? as usize).checked_sub(1)?)
    }

    /// The bounds of the sentence of a token.
    pub(super) fn bounds(&self, at: usize) -> (usize, usize) {
        let (first, end) = self.sentences[self.sentence_of[at] as usize];
        (first as usize, end as usize)
    }

    /// Whether an abbreviation stands for a chain of capitalised words: the long form's bounds, for the token of
    /// the short form at `at` that stands in brackets behind it, as in "Institute for War (IW)".
    pub(super) fn long_form(&self, forms: &Forms, at: usize) -> Option<(usize, usize)> {
        let (begin, end) = self.bounds(at);
        let form = |at: usize| &forms.forms[self.forms[at] as usize];
        if at < begin + 3 || at + 1 >= end || form(at).caps != Caps::Upper {
            return None;
        }
        if !form(at - 1).opens() || !form(at + 1).shuts() {
            return None;
        }
        let letters = &forms.texts[self.forms[at] as usize];
        let last = self.run(at - 2)?;
        let (first, end) = (last.joined as usize, at - 1);
        let initials: Vec<char> =
            (first..end).filter(|&at| form(at).capital()).map(|at| form(at).initial).collect();
        let wanted: Vec<char> = letters.chars().filter(|c| c.is_alphabetic()).collect();
        let extra = initials.len().checked_sub(wanted.len())?;
        if wanted.len() < 2 || initials[extra..] != wanted[..] {
            return None;
        }
        let first = (first..end).filter(|&at| form(at).capital()).nth(extra)?;
        Some((first, end))
    }
}

#[cfg(test)]
mod tests {
    use super::super::lore::Lore;
    use super::*;

    fn reading(text: &str) -> (Reading, Forms) {
        let mut forms = Forms::default();
        let mut ends = Vec::new();
        let mut words = Vec::new();
        for line in text.lines() {
            words.extend(line.split(' '));
            ends.push(words.len() as u32);
        }
        (Reading::new(words.into_iter(), &ends, Vec::new(), &mut forms, &Lore::default()), forms)
    }

    #[test]
    fn runs_are_joined_by_linking_words() {
        let (reading, _) = reading("the Bank of the West and Anna left\nBo came");
        let runs: Vec<_> =
            reading.runs.iter().map(|run| (run.first, run.end, run.joined, run.joined_end)).collect();
        assert_eq!(runs, [(1, 2, 1, 5), (4, 5, 1, 5), (6, 7, 6, 7), (8, 9, 8, 9)]);
        assert_eq!(reading.run(4).map(|run| run.first), Some(4));
        assert_eq!(reading.run(0), None);
    }

    #[test]
    fn an_abbreviation_in_brackets_finds_its_long_form() {
        let (reading, forms) = reading("the American Institute for the Study of War ( ISW ) said");
        assert_eq!(reading.long_form(&forms, 9), Some((2, 8)));
        assert_eq!(reading.long_form(&forms, 7), None);
    }

    #[test]
    fn headlines_are_read_with_the_capitals_of_the_text() {
        let (reading, forms) = reading("Storm Hits North As Leaders Talk\nthe storm that hits leaders");
        let words: Vec<&str> = reading.forms.iter().map(|&form| &*forms.texts[form as usize]).collect();
        assert_eq!(words[..6], ["Storm", "Hits", "North", "As", "Leaders", "Talk"]);
        let (reading, forms) =
            self::reading("Storm Hits North As Leaders Talk\nWe saw the storm that hits leaders");
        let words: Vec<&str> = reading.forms.iter().map(|&form| &*forms.texts[form as usize]).collect();
        assert_eq!(words[..6], ["storm", "hits", "North", "As", "leaders", "Talk"]);
    }
}
