//! What the labels of other taggers mean here.

use crate::tag::Kind;

/// What a label means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A name of that kind.
    Name(Kind),
    /// Something that is known and isn't taken: ibid finds dates, sums and the like by itself, with their values, and a
    /// demonym describes without naming.
    Passed,
}

/// The labels of people, organisations and places: our own words, those of CoNLL-2003, of OntoNotes 5 as spaCy has them,
/// and the usual ones of taggers that are asked for kinds in words.
const NAMES: &[(&str, Kind)] = &[
    ("person", Kind::Person),
    ("per", Kind::Person),
    ("pers", Kind::Person),
    ("people", Kind::Person),
    ("organisation", Kind::Organisation),
    ("organization", Kind::Organisation),
    ("org", Kind::Organisation),
    ("company", Kind::Organisation),
    ("corporation", Kind::Organisation),
    ("institution", Kind::Organisation),
    ("place", Kind::Place),
    ("loc", Kind::Place),
    ("location", Kind::Place),
    ("gpe", Kind::Place),
    ("fac", Kind::Place),
    ("facility", Kind::Place),
    ("country", Kind::Place),
    ("city", Kind::Place),
];

/// The labels of what is passed over.
const PASSED: &[&str] = &[
    "norp",
    "misc",
    "event",
    "work_of_art",
    "law",
    "language",
    "product",
    "date",
    "time",
    "percent",
    "money",
    "quantity",
    "ordinal",
    "cardinal",
    "nationality",
    "religion",
    "contact",
    "identifier",
    "email",
    "url",
    "o",
];

/// What a label means, whatever its letter case; `None` for one that isn't known.
pub(super) fn meaning(label: &str) -> Option<Meaning> {
    let label = label.trim();
    if let Some((_, kind)) = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(label)) {
        return Some(Meaning::Name(*kind));
    }
    PASSED.iter().any(|name| name.eq_ignore_ascii_case(label)).then_some(Meaning::Passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_labels_of_spacy_are_known() {
        for (labels, wanted) in [
            ("PERSON PER", Meaning::Name(Kind::Person)),
            ("ORG", Meaning::Name(Kind::Organisation)),
            ("GPE LOC FAC", Meaning::Name(Kind::Place)),
            (
                "NORP EVENT WORK_OF_ART LAW LANGUAGE PRODUCT DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL MISC",
                Meaning::Passed,
            ),
        ] {
            for label in labels.split(' ') {
                assert_eq!(meaning(label), Some(wanted), "{label}");
            }
        }
        for kind in Kind::ALL {
            assert!(meaning(kind.label()).is_some(), "{kind:?}");
        }
        assert_eq!(meaning("FISH"), None);
    }
}
