//! Whatever bytes come as a name, the answer comes soon, is the same both ways and has a sound confidence.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

const NAMES: &str = include_str!("../../tests/names/tuned.tsv");

fn sound(one: &str, other: &str) -> Result<(), TestCaseError> {
    for sort in [None, Some(Sort::Person), Some(Sort::Body), Some(Sort::Place)] {
        let (there, back) = (compare(sort, one, other), compare(sort, other, one));
        prop_assert_eq!(there.verdict, back.verdict, "{} {}", &there.reason, &back.reason);
        prop_assert!(there.confidence <= 100 && !there.reason.is_empty());
        let keys = Name::read(sort, one).keys();
        prop_assert!(keys.len() <= 16 && keys.is_sorted());
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_two_strings_are_judged(one in any::<String>(), other in any::<String>()) {
        sound(&one, &other)?;
    }

    #[test]
    fn names_with_letters_changed_are_judged(
        line in 0..NAMES.lines().count(), at in 0usize..40, letter in any::<char>(), twice in any::<bool>()
    ) {
        let mut fields = NAMES.lines().nth(line).unwrap().split('\t');
        let (one, other) = (fields.next().unwrap(), fields.next().unwrap());
        let mut chars: Vec<char> = one.chars().collect();
        let at = at.min(chars.len());
        chars.insert(at, letter);
        if twice {
            chars.truncate(at + 1);
        }
        sound(&chars.into_iter().collect::<String>(), other)?;
    }
}

#[test]
fn a_word_such_as_city_counts_whichever_name_has_it() {
    sound("Department", "State Department").unwrap();
    sound("Kansas City", "Kansas").unwrap();
}

#[test]
fn long_and_repetitive_names_take_no_time() {
    let began = Instant::now();
    for part in ["sch", "al-", "Prime Minister of ", "J. ", "yi", "of ", "tsch'", "ا", "가", "X", "von "] {
        for times in [10, 40, 130, 10_000] {
            let (one, other) = (part.repeat(times), format!("{}a", part.repeat(times)));
            let _judged = compare(None, &one, &other);
            let _read = Name::read(None, &one).keys();
        }
    }
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}
