//! Kinds of names, and the labels of tokens: first, inner, last token of a name, a name of one token, or none.
//!
//! Four places in a name instead of two (BILOU for BIO) is what Ratinov and Roth (2009) found to serve best.

/// What a name names, as the tagger knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// Anything else with a name: a demonym, a language, an event, a work.
    Other,
}

impl NameKind {
    /// All kinds, in the order of their labels.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Place, Self::Other];

    /// The word for it in files of tokens and tags.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Organisation => "ORG",
            Self::Place => "LOC",
            Self::Other => "MISC",
        }
    }

    /// The kind with that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its number, from 0.
    pub(super) fn number(self) -> usize {
        self as usize
    }
}

/// A name among tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name {
    /// The number of its first token in the document.
    pub first: u32,
    /// The number of the token after its last.
    pub end: u32,
    /// What it names.
    pub kind: NameKind,
    /// How likely span and kind are both right, from 0 to 1, as the model judges.
    pub confidence: f32,
}

/// A label: 0 for a token outside of names, otherwise `1 + 4 × kind + part`.
pub(super) type Label = u8;

/// How many labels there are.
pub(super) const LABELS: usize = 17;

/// How many labels there are besides that of a token outside of names.
pub(super) const NAMED: usize = 16;

/// The label of a token outside of names.
pub(super) const OUTSIDE: Label = 0;

/// The first of several tokens of a name.
pub(super) const BEGIN: u8 = 0;
/// One between the first and the last.
pub(super) const INSIDE: u8 = 1;
/// The last of several.
pub(super) const LAST: u8 = 2;
/// The only one.
pub(super) const UNIT: u8 = 3;

/// The label of a part of a name of that kind.
pub(super) fn label(kind: NameKind, part: u8) -> Label {
    1 + 4 * kind as u8 + part
}

/// The kind and the part of a label inside a name.
pub(super) fn parts(label: Label) -> Option<(NameKind, u8)> {
    let at = label.checked_sub(1)?;
    Some((*NameKind::ALL.get(usize::from(at / 4))?, at % 4))
}

/// Whether a name may begin, or no name be, behind this label.
pub(super) fn closes(label: Label) -> bool {
    parts(label).is_none_or(|(_, part)| part == LAST || part == UNIT)
}

/// Whether `next` may stand behind `label`.
pub(super) fn follows(label: Label, next: Label) -> bool {
    match parts(next) {
        Some((kind, INSIDE | LAST)) => {
            parts(label).is_some_and(|(before, part)| before == kind && matches!(part, BEGIN | INSIDE))
        }
        _ => closes(label),
    }
}

/// Writes the labels of a name over those of `labels`.
pub(super) fn mark(labels: &mut [Label], first: usize, end: usize, kind: NameKind) {
    let last = end.saturating_sub(1);
    for at in first..end.min(labels.len()) {
        let part = match (at == first, at == last) {
            (true, true) => UNIT,
            (true, false) => BEGIN,
            (false, true) => LAST,
            (false, false) => INSIDE,
        };
        labels[at] = label(kind, part);
    }
}

/// The names that well-formed labels tell of: first token, token after the last, kind.
pub(super) fn names(labels: &[Label]) -> impl Iterator<Item = (usize, usize, NameKind)> + '_ {
    let mut first = 0;
    labels.iter().enumerate().filter_map(move |(at, &label)| {
        let (kind, part) = parts(label)?;
        if matches!(part, BEGIN | UNIT) {
            first = at;
        }
        matches!(part, LAST | UNIT).then_some((first, at + 1, kind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_names_are_the_same_thing() {
        let mut labels = vec![OUTSIDE; 8];
        mark(&mut labels, 0, 1, NameKind::Place);
        mark(&mut labels, 2, 5, NameKind::Person);
        mark(&mut labels, 5, 7, NameKind::Other);
        let found: Vec<_> = names(&labels).collect();
        assert_eq!(found, [(0, 1, NameKind::Place), (2, 5, NameKind::Person), (5, 7, NameKind::Other)]);
        assert!(labels.windows(2).all(|pair| follows(pair[0], pair[1])));
    }

    #[test]
    fn a_name_goes_on_only_with_its_own_kind() {
        let begin = label(NameKind::Person, BEGIN);
        assert!(follows(begin, label(NameKind::Person, LAST)));
        assert!(!follows(begin, label(NameKind::Place, LAST)));
        assert!(!follows(begin, OUTSIDE));
        assert!(!follows(OUTSIDE, label(NameKind::Person, INSIDE)));
        assert!(follows(label(NameKind::Person, UNIT), label(NameKind::Person, UNIT)));
    }
}
