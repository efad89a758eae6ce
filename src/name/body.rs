//! Whether two names are one body's, and why: words in another order, long form and abbreviation, legal forms.

use super::block::bones;
use super::fold;
use super::judgement::Judgement;
use super::script;
use super::sound::{self, Ear};
use super::table::{self, BODIES};

/// Words that don't count.
const FUNCTION: &[&str] = &[
    "a", "an", "and", "for", "in", "of", "on", "the", "to", "at", "de", "du", "des", "la", "le", "les", "l",
    "el", "los", "las", "del", "der", "die", "das", "fur", "und", "et", "y", "e", "di", "da", "do", "dos",
    "van", "von", "i",
];

/// Legal forms of firms and clubs, and words as good as that.
const FORMS: &[&str] = &[
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "gmbh",
    "ag",
    "kg",
    "kgaa",
    "se",
    "sa",
    "sas",
    "s",
    "sarl",
    "spa",
    "srl",
    "nv",
    "bv",
    "oyj",
    "ab",
    "asa",
    "oao",
    "pao",
    "ooo",
    "zao",
    "ao",
    "pjsc",
    "ojsc",
    "jsc",
    "cjsc",
    "oy",
    "kk",
    "pty",
    "pte",
    "bhd",
    "holding",
    "holdings",
    "group",
    "fc",
    "cf",
    "afc",
    "ev",
];

/// Those that are no word of a person's name.
const TOLD: &[&str] = &[
    "inc",
    "ltd",
    "limited",
    "llc",
    "plc",
    "corp",
    "corporation",
    "company",
    "gmbh",
    "ag",
    "kgaa",
    "pjsc",
    "ojsc",
    "jsc",
    "oyj",
    "holding",
    "holdings",
    "group",
    "fc",
    "afc",
];

/// Words of which one is enough to tell that other words may stand in any order around it: "Finance Ministry".
const HEADS: &[&str] = &[
    "ministry",
    "university",
    "department",
    "institute",
    "academy",
    "organization",
    "party",
    "committee",
    "council",
    "court",
    "embassy",
    "school",
    "college",
    "agency",
    "office",
    "parliament",
    "government",
    "army",
    "museum",
    "hospital",
    "association",
    "federation",
    "treaty",
    "church",
    "foundation",
    "police",
    "center",
    "library",
    "orchestra",
    "theater",
];

/// Words that only bodies have in their names.
const TELLING: &[&str] = &[
    "bank",
    "union",
    "front",
    "fleet",
    "division",
    "brigade",
    "regiment",
    "corps",
    "battalion",
    "group",
    "times",
    "post",
    "news",
    "service",
    "services",
    "commission",
    "congress",
    "senate",
    "assembly",
    "league",
    "alliance",
    "fund",
    "airlines",
    "airways",
    "club",
    "society",
    "network",
    "command",
    "forces",
    "force",
    "guard",
    "directorate",
    "bureau",
    "industries",
    "motors",
    "electronics",
    "systems",
    "technologies",
    "energy",
    "oil",
    "gas",
    "insurance",
    "press",
    "media",
    "radio",
    "television",
    "tv",
    "fc",
    "united",
    "city council",
    "cross",
    "authority",
    "administration",
    "cabinet",
    "secretariat",
    "tribunal",
    "movement",
    "brotherhood",
    "navy",
    "treasury",
    "mission",
    "cooperation",
    "partners",
    "brothers",
    "chamber",
    "trust",
    "studios",
    "records",
    "labs",
    "bundesbank",
    "state-owned",
    "house",
    "general electric",
    "nations",
    "states of",
    "fc",
    "reserve",
    "watch",
    "security",
    "supreme",
    "guards",
];

/// What a body is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Body {
    /// Folded.
    folded: String,
    /// The words that count, each as the one that counts for it, in order.
    words: Vec<String>,
    /// Its words' first letters, with and without those that don't count.
    initials: [String; 2],
    /// Its letters, where it is an abbreviation.
    short: Option<String>,
    /// The line of the table of bodies on which it is.
    known: Option<u32>,
}

impl Body {
    /// Reads a name as it is written.
    pub(super) fn read(name: &str) -> Self {
        let name = &name.replace('&', " and ");
        let folded = fold::folded(name);
        let bare = folded.strip_prefix("the ").unwrap_or(&folded).to_owned();
        let plain = |word: &str| script::plain(&script::spelled(word));
        let all: Vec<String> = bare.split(' ').map(plain).filter(|word| !word.is_empty()).collect();
        let mut words: Vec<String> = counted(&all);
        // "Siemens AG", but "AG" alone is what it is.
        let formless: Vec<String> =
            words.iter().filter(|word| !FORMS.contains(&word.as_str())).cloned().collect();
        if !formless.is_empty() {
            words = formless;
        }
        let known = BODIES
            .get(&bare)
            .or_else(|| BODIES.get(&stripped(&bare)))
            .or_else(|| BODIES.get(&spelled(&bare)))
            .copied();
        let first = |words: &mut dyn Iterator<Item = &String>| {
            words.filter_map(|word| word.chars().next()).collect::<String>()
        };
        let initials = [
            first(&mut all.iter()),
            first(&mut all.iter().filter(|word| !FUNCTION.contains(&word.as_str()))),
        ];
        Self { short: abbreviation(name), folded: bare, words, initials, known }
    }

    /// Its words' first letters.
    pub(super) fn initials(&self) -> impl Iterator<Item = &String> {
        self.initials.iter()
    }

    /// Its letters, where it is an abbreviation.
    pub(super) fn short(&self) -> Option<&String> {
        self.short.as_ref()
    }

    /// What the names of one body share: its words in any order, what it is known as, its letters or initials.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut words = self.words.clone();
        words.sort_unstable();
        let mut keys = vec![words.join(" ")];
        keys.extend(self.known.map(|line| format!("line {line}")));
        let bones: Vec<String> = self.words.iter().map(|word| bones(word)).collect();
        keys.push(format!("bones {}", bones.join(" ")));
        keys
    }

    /// Whether its words tell that it is a body.
    pub(super) fn is_told(&self) -> bool {
        let word = |word: &String| HEADS.contains(&word.as_str()) || TELLING.contains(&word.as_str());
        self.known.is_some()
            || self.words.iter().any(word)
            || self.has_form()
            || self.folded.contains(" and ")
    }

    /// Whether it says its legal form.
    pub(super) fn has_form(&self) -> bool {
        self.folded.split(' ').skip(1).any(|word| TOLD.contains(&word))
    }

    /// Whether a first and a last name would be as many words.
    pub(super) fn words_are_few(&self) -> bool {
        self.words.len() < 3 && self.known.is_none()
    }

    /// Whether all its words that count are words of the other, which has more.
    pub(super) fn is_part_of(&self, other: &Self) -> bool {
        self.words.len() < other.words.len() && self.words.iter().all(|word| other.words.contains(word))
    }

    /// Whether it is an abbreviation.
    pub(super) fn is_short(&self) -> bool {
        self.short.is_some()
    }
}

/// A folded name with each word in the spelling that counts.
fn spelled(folded: &str) -> String {
    folded.split(' ').map(table::counted).collect::<Vec<_>>().join(" ")
}

/// A folded name without the legal forms at its end.
fn stripped(folded: &str) -> String {
    let mut words: Vec<&str> = folded.split(' ').collect();
    while words.len() > 1 && words.last().is_some_and(|word| FORMS.contains(word)) {
        words.pop();
    }
    words.join(" ")
}

/// The words that count: places and numbers as the ones that count for them, and "foreign affairs" without the affairs.
fn counted(all: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(word) = all.get(at) {
        let places = [4, 3, 2, 1].into_iter().find_map(|length| {
            let run = all.get(at..at + length)?.join(" ");
            Some((table::place(&run)?.replace(' ', "-"), length))
        });
        let own = table::counted(word);
        match places {
            Some((place, length)) if length > 1 || own == word => {
                words.push(place);
                at += length;
                continue;
            }
            _ if FUNCTION.contains(&own) && own != "i" => {}
            _ if matches!(own, "affairs" | "news")
                && at + 1 == all.len()
                && !words.is_empty()
                && own == "affairs" => {}
            _ if own == "affairs" && !words.is_empty() => {}
            _ => words.push(own.to_owned()),
        }
        at += 1;
    }
    if words.is_empty() { all.to_vec() } else { words }
}

/// The letters of an abbreviation: capitals, with stops or small letters of function words between.
fn abbreviation(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().filter(|c| *c != '.').collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let all = (2..=7).contains(&letters.len()) && letters.iter().all(|c| c.is_alphabetic());
    let is = all
        && (capitals == letters.len()
            || capitals >= 2 && capitals + 1 == letters.len() && letters.len() <= 4);
    is.then(|| letters.iter().flat_map(|c| c.to_lowercase()).collect())
}

/// Whether a name is written as an abbreviation: capitals and stops.
pub fn is_abbreviation(name: &str) -> bool {
    abbreviation(name).is_some()
}

/// Compares the names of two bodies.
pub(super) fn compare(one: &Body, other: &Body) -> Judgement {
    if one.folded == other.folded {
        return Judgement::same(99, "the same letters but for case, accents and signs");
    }
    if let (Some(a), Some(b)) = (one.known, other.known) {
        return match a == b {
            true => Judgement::same(97, "known by both names"),
            false => Judgement::different(97, "two bodies that are known"),
        };
    }
    if one.words == other.words {
        return Judgement::same(95, "the same words but for legal form, articles and demonyms");
    }
    if let Some(found) = numbers(one, other).or_else(|| short(one, other)).or_else(|| orders(one, other)) {
        return found;
    }
    if let ([a], [b]) = (one.words.as_slice(), other.words.as_slice())
        && a.len() > 4
        && sound::same(a, b, Ear::Slavic)
        && (one.folded.is_ascii() != other.folded.is_ascii())
    {
        return Judgement::same(86, "the same word after transliteration");
    }
    let spelled = one.words.len() == other.words.len()
        && one.words.iter().zip(&other.words).all(|(a, b)| a == b || sound_like(a, b));
    if spelled {
        return Judgement::same(84, "the same words in another spelling");
    }
    let part = |a: &Body, b: &Body| a.words.iter().all(|word| b.words.contains(word));
    if part(one, other) || part(other, one) {
        return Judgement::possible(45, "one name has all the words of the other, and more");
    }
    Judgement::different(92, "other words")
}

/// Two long words that differ in how one tradition writes a sound.
fn sound_like(a: &str, b: &str) -> bool {
    let ends =
        |word: &str| ["ov", "ow", "sk", "skiy", "sky", "ski"].iter().any(|ending| word.ends_with(ending));
    a.len() > 5 && b.len() > 5 && (ends(a) || ends(b)) && sound::same(a, b, Ear::Slavic)
}

/// Two bodies with other numbers are two.
fn numbers(one: &Body, other: &Body) -> Option<Judgement> {
    let of = |body: &Body| {
        let all = body.words.iter().filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
        all.map(|word| word.trim_end_matches(|c: char| c.is_alphabetic()).to_owned()).collect::<Vec<_>>()
    };
    let (a, b) = (of(one), of(other));
    (a != b && !a.is_empty() && !b.is_empty()).then(|| Judgement::different(96, "another number"))
}

/// An abbreviation and a long form.
fn short(one: &Body, other: &Body) -> Option<Judgement> {
    let (short, long, known) = match (&one.short, &other.short) {
        (Some(short), None) => (short, other, one.known),
        (None, Some(short)) => (short, one, other.known),
        (Some(_), Some(_)) => return Some(Judgement::different(85, "two abbreviations")),
        (None, None) => return None,
    };
    if long.folded.split(' ').count() < 2 {
        return None;
    }
    if !long.initials.contains(short) {
        let sorted = |letters: &str| {
            let mut letters: Vec<char> = letters.chars().collect();
            letters.sort_unstable();
            letters
        };
        // "Organization of the Collective Security Treaty" is the CSTO too.
        if short.len() >= 4 && long.initials.iter().any(|own| sorted(own) == sorted(short)) && known.is_none()
        {
            return Some(Judgement::same(78, "its initials in another order"));
        }
        return Some(Judgement::different(85, "other initials"));
    }
    Some(match (known, short.len()) {
        (Some(_), _) => Judgement::possible(40, "its initials, but they are known for another body"),
        (None, 2) => Judgement::possible(60, "its initials, but only two"),
        (None, _) => Judgement::same(86, "its initials"),
    })
}

/// The same words in another order.
fn orders(one: &Body, other: &Body) -> Option<Judgement> {
    let sorted = |body: &Body| {
        let mut words = body.words.clone();
        words.sort_unstable();
        words
    };
    let words = sorted(one);
    if words != sorted(other) {
        return None;
    }
    let headed = words.iter().any(|word| HEADS.contains(&word.as_str()));
    Some(match headed || words.len() > 2 {
        true => Judgement::same(92, "the same words in another order"),
        false => Judgement::possible(50, "the same words in another order, but few"),
    })
}
