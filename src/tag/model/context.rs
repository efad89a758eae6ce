//! Features of a token that more than one word speaks for: pairs of words, shapes, the run of capitalised words
//! around it, what the document says of the word's capitals, abbreviations in brackets.
//!
//! Word pairs, shapes and windows are those of Zhang and Johnson (2003) and of Ratinov and Roth (2009); the words of
//! a whole run, its head above all, serve organisations, whose kind stands at the end ("… Protection Service").

use super::casing::Casing;
use super::form::{Caps, Form, Forms};
use super::hash::mix;
use super::lore::LISTS;
use super::reading::Reading;

/// What stands for the hint before the first word of a sentence and behind its last.
const EDGE_HINT: u64 = 1 << 8;

/// How many words of a run are looked at to each side of a token.
const REACH: usize = 6;

/// What stands for the place before the first word of a sentence and behind its last.
const EDGE: Form = Form {
    lower: 0,
    shape: 0,
    ending: 0,
    caps: Caps::Mark,
    class: 0,
    initial: '\0',
    listed: 0,
    looks: [0; 4],
    clusters: [0; super::clusters::GRAINS],
};

/// Every feature of the token at `at` that isn't of one word alone.
pub(super) fn context_features(reading: &Reading, forms: &Forms, at: usize, out: &mut Vec<u64>) {
    let (begin, end) = reading.bounds(at);
    let form = |at: usize| &forms.forms[reading.forms[at] as usize];
    let near = |offset: isize| {
        let place = at.wrapping_add_signed(offset);
        if place >= begin && place < end && place < reading.forms.len() { form(place) } else { &EDGE }
    };
    let (far, before, here, behind, farther) = (near(-2), near(-1), near(0), near(1), near(2));
    let casing = reading.casings[reading.sentence_of[at] as usize];
    let style = match casing {
        Casing::Running => 0,
        Casing::Headline => 1,
        Casing::Shouted => 2,
        Casing::Small => 3,
    };
    let start = u64::from(at == begin || (at == begin + 1 && !before.lettered()));
    out.push(mix(20, mix(style, mix(start, here.caps as u64))));
    out.push(mix(21, mix(before.lower, here.lower)));
    out.push(mix(22, mix(here.lower, behind.lower)));
    out.push(mix(23, mix(mix(before.shape, here.shape), behind.shape)));
    let pattern = [far, before, here, behind, farther].iter().fold(0, |sum, form| sum * 8 + form.caps as u64);
    out.push(mix(24, mix(pattern, start)));
    let size = match end - begin {
        length @ 1..=3 => length as u64,
        4..=8 => 4,
        _ => 5,
    };
    out.push(mix(58, mix(size, mix(start, here.caps as u64))));
    if at == begin {
        out.push(mix(25, mix(here.lower, style)));
    }
    hint_features(reading, at, mix(here.caps as u64, mix(start, style)), here.shape, out);
    let nearly = |form: &Form| form.capital() || form.caps == Caps::Figures;
    let listed = reading.listed[at] != 0;
    if !(nearly(here) || nearly(before) || nearly(behind)) && casing != Casing::Small && !listed {
        return;
    }
    out.push(mix(26, mix(mix(before.lower, here.shape), behind.lower)));
    out.push(mix(27, mix(mix(far.lower, before.lower), here.caps as u64)));
    out.push(mix(28, mix(mix(here.caps as u64, behind.lower), farther.lower)));
    out.push(mix(29, mix(before.lower, here.shape)));
    out.push(mix(30, mix(here.shape, behind.lower)));
    out.push(mix(31, mix(before.ending, here.ending)));
    out.push(mix(32, mix(here.ending, behind.ending)));
    let listed = reading.listed[at];
    if listed != 0 {
        out.push(mix(37, mix(u64::from(listed), here.caps as u64)));
        for list in (0..LISTS).filter(|list| listed >> (4 * list) & 15 != 0) {
            out.push(mix(mix(38, list as u64), u64::from(listed >> (4 * list) & 15)));
        }
    }
    if style != 0 {
        out.push(mix(33, mix(style, here.lower)));
        out.push(mix(34, mix(style, here.shape)));
    }
    if here.capital() {
        let [small, title, upper] = reading.usage.of(here.lower);
        let inside = title + upper;
        let bucket = |count: u32| u64::from(count.min(2));
        let own = u32::from(start == 0 && casing == Casing::Running);
        let seen = mix(bucket(small), bucket(inside.saturating_sub(own)));
        out.push(mix(35, mix(seen, mix(start, here.caps as u64))));
        out.push(mix(36, mix(u64::from(small > inside), mix(start, style))));
        run_features(reading, forms, at, out);
        elsewhere(reading, forms, at, out);
    }
}

/// What others than the model say of a token and of those beside it, by itself, with the way it is written (`written`) and
/// with its shape. To learn from the answers of another tagger is the stacking of Wolpert (1992).
fn hint_features(reading: &Reading, at: usize, written: u64, shape: u64, out: &mut Vec<u64>) {
    let (begin, end) = reading.bounds(at);
    let hint = |place: usize| match reading.hints.get(place) {
        Some(&hint) if place >= begin && place < end => u64::from(hint),
        _ => EDGE_HINT,
    };
    let (before, here, behind) = (hint(at.wrapping_sub(1)), hint(at), hint(at + 1));
    if (before | here | behind) & !EDGE_HINT == 0 {
        return;
    }
    out.push(mix(90, here));
    out.push(mix(91, mix(here, before)));
    out.push(mix(92, mix(here, behind)));
    out.push(mix(93, mix(mix(here, before), behind)));
    out.push(mix(94, mix(here, written)));
    out.push(mix(95, mix(here, shape)));
}

/// What stands around the same word elsewhere in the document (the context aggregation of Ratinov and Roth, 2009):
/// a word that stands behind "in" somewhere is a place everywhere.
fn elsewhere(reading: &Reading, forms: &Forms, at: usize, out: &mut Vec<u64>) {
    let form = |at: usize| &forms.forms[reading.forms[at] as usize];
    let Some((places, count)) = reading.places.get(&form(at).lower) else { return };
    let begun = out.len();
    let tell = |feature: u64, out: &mut Vec<u64>| {
        if !out[begun..].contains(&feature) {
            out.push(feature);
        }
    };
    for &place in places[..usize::from(*count)].iter().filter(|&&place| place as usize != at) {
        let place = place as usize;
        let Some(run) = reading.run(place) else { continue };
        let (begin, end) = reading.bounds(place);
        if run.first as usize == place {
            let before = if place > begin { form(place - 1).lower } else { 0 };
            tell(mix(80, before), out);
        } else {
            tell(mix(82, form(place - 1).lower), out);
        }
        if run.end as usize == place + 1 {
            let behind = if place + 1 < end { form(place + 1).lower } else { 0 };
            tell(mix(81, behind), out);
        } else {
            tell(mix(83, form(place + 1).lower), out);
        }
    }
}

/// The features of a token within its run of capitalised words.
fn run_features(reading: &Reading, forms: &Forms, at: usize, out: &mut Vec<u64>) {
    let Some(run) = reading.run(at).copied() else { return };
    let form = |at: usize| &forms.forms[reading.forms[at] as usize];
    let (begin, end) = reading.bounds(at);
    let (first, last) = (run.first as usize, run.end as usize - 1);
    let (left, right) = (run.joined as usize, run.joined_end as usize);
    let lower = |place: Option<usize>| match place {
        Some(place) if place >= begin && place < end => form(place).lower,
        _ => 0,
    };
    let place = u64::from(at > first) * 2 + u64::from(at < last);
    let length = (last + 1 - first).min(5) as u64;
    let whole = (right - left).min(8) as u64;
    let before = lower(first.checked_sub(1));
    let behind = lower(Some(last + 1));
    out.push(mix(40, mix(place, form(last).lower)));
    out.push(mix(41, mix(place, form(first).lower)));
    out.push(mix(42, mix(length, mix((at - first).min(5) as u64, whole))));
    out.push(mix(43, mix(before, length)));
    out.push(mix(44, mix(behind, length)));
    out.push(mix(45, mix(before, place)));
    out.push(mix(46, mix(behind, place)));
    out.push(mix(47, mix(mix(before, behind), length)));
    out.push(mix(48, mix(place, form(last).ending)));
    // How far the first word looks like a given name and the last like a surname; either like a place or a word.
    let (front, back) = (form(first).looks, form(last).looks);
    let looks = [front[0] / 2, back[1] / 2, front[2] / 2, back[2] / 2, front[3] / 2, back[3] / 2];
    let people = looks[..2].iter().fold(length.min(4), |sum, &steps| sum * 4 + u64::from(steps));
    out.push(mix(59, mix(place, people)));
    out.push(mix(69, mix(place, looks.iter().fold(length.min(3), |sum, &steps| sum * 4 + u64::from(steps)))));
    if right - left > last + 1 - first {
        let part = u64::from(at >= first && first > left) + 2 * u64::from(right > last + 1);
        out.push(mix(49, mix(part, form(left).lower)));
        out.push(mix(50, mix(part, lower(Some(right - 1)))));
        out.push(mix(51, mix(part, mix(lower(left.checked_sub(1)), 1))));
        out.push(mix(52, mix(part, mix(lower(Some(right)), 2))));
    }
    for place in left.max(at.saturating_sub(REACH))..at {
        out.push(mix(53, form(place).lower));
    }
    for place in at + 1..right.min(at + 1 + REACH) {
        out.push(mix(54, form(place).lower));
    }
    if form(at).caps == Caps::Upper && reading.long_form(forms, at).is_some() {
        out.push(mix(55, 1));
    }
    // The long form: the short one stands right behind the joined run, in brackets.
    if right + 1 < end
        && form(right).opens()
        && let Some((long, _)) = reading.long_form(forms, right + 1)
    {
        let part = u64::from(at > long) * 2 + u64::from(at + 1 < right);
        out.push(if at >= long { mix(56, part) } else { mix(57, 1) });
    }
}
