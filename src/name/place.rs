//! Whether two names are one place's, and why.

use super::block::bones;
use super::fold;
use super::judgement::Judgement;
use super::script::{self, is_cyrillic};
use super::sound::{self, Ear};
use super::table;

/// Words before or behind a place's name that don't tell it from another.
const PLAIN: &[&str] =
    &["the", "of", "city", "river", "lake", "republic", "state", "kingdom", "municipality"];

/// What a place is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    folded: String,
    /// The words, each as the one that counts for it.
    words: Vec<String>,
    /// The name that counts, where it is known.
    known: Option<&'static str>,
    cyrillic: bool,
}

impl Place {
    /// Reads a name as it is written.
    pub(super) fn read(name: &str) -> Self {
        let folded = fold::folded(name);
        let spelled: Vec<String> =
            folded.split(' ').map(|word| script::plain(&script::spelled(word))).collect();
        let known = known(&folded).or_else(|| known(&spelled.join(" ")));
        let words = spelled.iter().map(|word| placed(word).to_owned()).filter(|word| word != "the").collect();
        Self { folded, words, known, cyrillic: name.contains(is_cyrillic) }
    }

    /// What the names of one place share: what it is known as, or its words.
    pub(super) fn keys(&self) -> Vec<String> {
        let core = self.core();
        let bones: Vec<String> = core.iter().map(|word| bones(word)).collect();
        let known = self.known.map(|known| format!("known {known}"));
        known.into_iter().chain([format!("bones {}", bones.join(" "))]).collect()
    }

    /// Whether all its words are words of the other, which has more.
    pub(super) fn is_part_of(&self, other: &Self) -> bool {
        self.words.len() < other.words.len() && self.words.iter().all(|word| other.words.contains(word))
    }

    /// Whether it is a known one.
    pub(super) fn is_known(&self) -> bool {
        self.known.is_some()
    }

    fn core(&self) -> Vec<&String> {
        self.words.iter().filter(|word| !PLAIN.contains(&word.as_str())).collect()
    }
}

/// The name that counts of a folded name, with or without "Republic of" and the like.
fn known(folded: &str) -> Option<&'static str> {
    let bare = |folded: &str| {
        ["the ", "republic of ", "city of ", "kingdom of ", "state of "]
            .iter()
            .find_map(|start| table::place(folded.strip_prefix(start)?))
    };
    let spelled = || {
        let words: Vec<&str> = folded.split(' ').map(placed).collect();
        table::place(&words.join(" "))
    };
    table::place(folded).or_else(|| bare(folded)).or_else(spelled)
}

/// The word that counts for this one; "Georgian" describes and is no place.
fn placed(word: &str) -> &str {
    let own = table::counted(word);
    if table::place(own).is_some() { word } else { own }
}

/// Compares the names of two places.
pub(super) fn compare(one: &Place, other: &Place) -> Judgement {
    if one.folded == other.folded {
        return Judgement::same(98, "the same letters but for case, accents and signs");
    }
    match (one.known, other.known) {
        (Some(a), Some(b)) if a == b => return Judgement::same(96, "known by both names"),
        (Some(_), Some(_)) => return Judgement::different(97, "two places that are known"),
        _ => {}
    }
    let (a, b) = (one.core(), other.core());
    if a == b && !a.is_empty() {
        let one_word = one.words.len() != other.words.len() && a.len() == 1;
        let says_what = |place: &Place| place.folded.contains("state") || place.folded.contains("city");
        return match one_word && (says_what(one) || says_what(other)) {
            true => Judgement::possible(50, "the same but for a word such as city"),
            false => Judgement::same(90, "the same words but for articles and the like"),
        };
    }
    let cyrillic = one.cyrillic || other.cyrillic;
    let slavic = |word: &str| {
        [
            "sk", "grad", "gorod", "ov", "ow", "ava", "ovo", "ino", "iv", "yn", "nyi", "ny", "aya", "oye",
            "ichi", "ichy",
        ]
        .iter()
        .any(|ending| word.ends_with(ending))
    };
    let same = |(a, b): (&&String, &&String)| {
        a == b || a.len() > 3 && (cyrillic || slavic(a) || slavic(b)) && sound::same(a, b, Ear::Slavic)
    };
    if a.len() == b.len() && a.iter().zip(&b).all(same) {
        return Judgement::same(84, "the same name after transliteration");
    }
    let part = |a: &[&String], b: &[&String]| !a.is_empty() && a.iter().all(|word| b.contains(word));
    if part(&a, &b) || part(&b, &a) {
        return Judgement::possible(35, "one name has all the words of the other, and more");
    }
    Judgement::different(88, "other words")
}
