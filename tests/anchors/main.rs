//! Anchors in texts that were edited: of each passage we know where it stands afterwards, or that it is gone.
//!
//! No answer may be certain and wrong, and nearly all that is still there must be found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod generated;
mod script;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use ibid::note::{Anchor, Resolved};
use ibid::text::Span;

/// A passage in a text before and after it was edited.
struct Case {
    kind: String,
    title: String,
    before: String,
    noted: Range<usize>,
    after: String,
    /// Where it stands afterwards; none if it is gone.
    stands: Option<Range<usize>>,
}

/// What the answers of a kind were.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// Passages that are still there.
    there: usize,
    /// Of them found where they stand, said to be perhaps somewhere, and lost.
    found: usize,
    doubtful: usize,
    lost: usize,
    /// Passages that are gone, and of them those said to be perhaps somewhere.
    gone: usize,
    suspected: usize,
    /// Certain and wrong.
    wrong: usize,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anchors")
}

fn cases() -> Vec<Case> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder().join("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut cases: Vec<Case> = files.iter().flat_map(|file| script::cases(file)).collect();
    cases.extend(generated::cases());
    cases
}

impl Case {
    /// Whether it belongs to the third that nothing was tuned with.
    fn is_apart(&self) -> bool {
        let sum = [&*self.kind, &self.title]
            .concat()
            .bytes()
            .fold(7u32, |sum, byte| sum.wrapping_mul(31) + u32::from(byte));
        (sum >> 4).is_multiple_of(3)
    }

    fn answer(&self) -> Resolved {
        let noted = Span::new(self.noted.start, self.noted.end);
        let anchor = Anchor::new(&self.before, noted);
        assert_eq!(anchor.resolve(&self.before), Resolved::Exact(noted), "in its own text: {}", self.title);
        anchor.resolve(&self.after)
    }

    /// Whether a place is where the passage stands: most of what either holds is in both.
    fn is_right(&self, place: Range<usize>) -> bool {
        self.stands.as_ref().is_some_and(|stands| {
            let both = place.end.min(stands.end).saturating_sub(place.start.max(stands.start));
            let either = place.end.max(stands.end) - place.start.min(stands.start);
            4 * both >= 3 * either
        })
    }

    fn count(&self, tally: &mut Tally) {
        let answer = self.answer();
        let certain = matches!(answer, Resolved::Exact(_) | Resolved::Moved(_));
        let right = answer.span().is_some_and(|span| self.is_right(span.range()));
        let there = self.stands.is_some();
        tally.there += usize::from(there);
        tally.gone += usize::from(!there);
        let counted = match answer {
            _ if certain && right => &mut tally.found,
            _ if certain => &mut tally.wrong,
            Resolved::Lost if there => &mut tally.lost,
            Resolved::Lost => return,
            _ if there => &mut tally.doubtful,
            _ => &mut tally.suspected,
        };
        *counted += 1;
        if std::env::var_os("ANCHORS_TOLD").is_some() && !(certain && right) && (there || certain) {
            let text = |range: &Range<usize>, text: &str| text.get(range.clone()).unwrap_or("").to_owned();
            println!("{} · {}: {answer:?}", self.kind, self.title);
            println!("   noted  {:?}", text(&self.noted, &self.before));
            println!("   stands {:?}", self.stands.as_ref().map(|stands| text(stands, &self.after)));
            println!("   said   {:?}", answer.span().map(|span| text(&span.range(), &self.after)));
        }
    }
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.there += other.there;
        self.found += other.found;
        self.doubtful += other.doubtful;
        self.lost += other.lost;
        self.gone += other.gone;
        self.suspected += other.suspected;
        self.wrong += other.wrong;
    }

    fn print(&self, kind: &str) {
        println!(
            "{kind:<42} {:>5} {:>5} {:>8} {:>4} │ {:>4} {:>8} │ {:>5}",
            self.there, self.found, self.doubtful, self.lost, self.gone, self.suspected, self.wrong
        );
    }
}

/// Prints what came of the cases, kind by kind, and gives the sum.
fn table(title: &str, cases: &[&Case]) -> Tally {
    let mut kinds: BTreeMap<&str, Tally> = BTreeMap::new();
    for case in cases {
        case.count(kinds.entry(&case.kind).or_default());
    }
    println!("\n{title:<42} there found doubtful lost │ gone doubtful │ wrong");
    let mut sum = Tally::default();
    for (kind, tally) in kinds {
        tally.print(kind);
        sum.add(tally);
    }
    sum.print("together");
    sum
}

#[track_caller]
fn holds(sum: Tally) {
    assert_eq!(sum.wrong, 0, "certain and wrong");
    assert!(100 * sum.found >= 95 * sum.there, "{} of {} found", sum.found, sum.there);
}

#[test]
fn of_edited_texts_nearly_all_passages_are_found_and_none_wrongly() {
    let cases = cases();
    let (apart, tuned): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| case.is_apart());
    assert!(cases.len() >= 400 && 4 * apart.len() > cases.len());
    let mut sum = table("cases that it was made with", &tuned);
    if std::env::var_os("ANCHORS_TUNING").is_none() {
        let other = table("cases kept apart", &apart);
        holds(other);
        sum.add(other);
    }
    holds(sum);
}
