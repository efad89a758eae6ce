//! Whether two names are one person's, and why.

use std::sync::Arc;

use super::east::{self, Eastern};
use super::given::{self, Given, Likeness};
use super::judgement::Judgement;
use super::person::{Person, Suffix, is_patronymic};
use super::sound;
use super::surname::{Surnames, a_letter_apart, surnames};
use super::table::{self, SHARED};
use super::tradition::Tradition;
use super::word::Word;

/// Compares two people's names.
///
/// `sure` says that they are known to be people's and not only taken for such.
pub(super) fn compare(one: &Person, other: &Person, sure: bool) -> Judgement {
    if one.words.is_empty() || other.words.is_empty() {
        return Judgement::different(50, "no name");
    }
    if let Some(told) = suffixes(one, other) {
        return told;
    }
    match (one.known, other.known) {
        (Some(a), Some(b)) if a == b => return Judgement::same(96, "known by both names"),
        (Some(_), Some(_)) if one.words.len() > 1 && other.words.len() > 1 => {
            return Judgement::different(95, "two people who are known");
        }
        _ => {}
    }
    let found = names(one, other, sure);
    match (one.suffix, other.suffix) {
        (None, None) => found,
        (Some(a), Some(b)) if a == b => found,
        _ => found.at_most_possible("one of them says the younger, the elder or a number"),
    }
}

/// What "Jr." and numbers tell.
fn suffixes(one: &Person, other: &Person) -> Option<Judgement> {
    match (one.suffix?, other.suffix?) {
        (Suffix::Number(a), Suffix::Number(b)) if a != b => {
            Some(Judgement::different(97, "another number of that name"))
        }
        (a, b) if a != b => Some(Judgement::different(95, "the elder and the younger")),
        _ => None,
    }
}

fn names(one: &Person, other: &Person, sure: bool) -> Judgement {
    if one.same_letters(other) {
        let alone = one.words.len() == 1 && given::is_known(&one.letters()) && one.suffix.is_none();
        let confidence = if alone { 80 } else { 98 };
        let reason = match one.latin == other.latin {
            true => "the same letters but for case, accents, titles and signs",
            false => "the same name in another alphabet",
        };
        return Judgement::same(confidence, reason);
    }
    let tradition = one.tradition.with(other.tradition);
    match (one.words.as_slice(), other.words.as_slice()) {
        ([a], [b]) => single(a, b, one.suffix.is_some(), tradition),
        ([bare], _) => short(bare, one, other, tradition, sure),
        (_, [bare]) => short(bare, other, one, tradition, sure),
        _ => full(one, other, tradition),
    }
}

/// Two names of one word.
fn single(a: &Word, b: &Word, numbered: bool, tradition: Tradition) -> Judgement {
    let like = given::likeness(pair(a), pair(b), tradition.ear());
    if like >= Likeness::Translated && (numbered || like == Likeness::Spelled) {
        let same = Judgement::same(84, format!("one name: {}", a.written));
        return if numbered { same } else { Judgement::possible(60, "one given name, and no surname") };
    }
    if like == Likeness::Other {
        return Judgement::different(90, "two names");
    }
    match surnames(a, b, tradition, true) {
        Surnames::Equal | Surnames::Written => {
            Judgement::same(88, "the same name, a letter written otherwise")
        }
        Surnames::Heard => Judgement::same(86, "the same name after transliteration"),
        Surnames::Near => Judgement::possible(30, "a letter differs"),
        Surnames::Other => Judgement::different(90, "two names"),
    }
}

/// A surname alone and a full name.
fn short(bare: &Word, short: &Person, full: &Person, tradition: Tradition, sure: bool) -> Judgement {
    let Some((last, before)) = full.words.split_last() else { return Judgement::different(50, "no name") };
    let first = before.first().unwrap_or(last);
    let eastern = is_eastern(full);
    let compound = tradition.is(Tradition::IBERIAN) && before.len() > 1;
    let surname = match () {
        () if surnames(bare, last, tradition, false) >= Surnames::Heard => last,
        () if (eastern || tradition.is(Tradition::HUNGARIAN)) && bare.plain == first.plain => first,
        () if compound && before.iter().skip(1).any(|word| word.plain == bare.plain) => {
            return Judgement::possible(60, "one of two surnames");
        }
        () if given::likeness(pair(bare), pair(first), tradition.ear()) >= Likeness::Translated => {
            return Judgement::possible(40, "only the given name");
        }
        () if full.words.iter().any(|word| word.plain == bare.plain) => {
            return Judgement::possible(35, "only a part of the name");
        }
        () => return Judgement::different(90, "another surname"),
    };
    let shown = &surname.written;
    let shared = SHARED.contains(bare.plain.as_str()) || SHARED.contains(surname.plain.as_str());
    let told = sure
        || short.titled
        || full.titled
        || tradition != Tradition::NONE
        || eastern
        || full.words.iter().any(|word| word.heard.given.is());
    if !short.titled && table::place(&bare.plain).is_some() {
        return Judgement::different(80, format!("{shown} is a place too"));
    }
    if shared {
        return Judgement::possible(60, format!("the same surname, but many are called {shown}"));
    }
    if bare.heard.given.is() && !eastern && !short.titled {
        return Judgement::possible(55, format!("{shown} may be a given name"));
    }
    if !told {
        return Judgement::possible(45, format!("{shown} may be a surname"));
    }
    let how = if bare.plain == surname.plain {
        "the same surname"
    } else {
        "the same surname after transliteration"
    };
    Judgement::same(82, format!("{how}; one of them without a given name"))
}

/// Two names of several words.
fn full(one: &Person, other: &Person, tradition: Tradition) -> Judgement {
    if let Some(eastern) = easterners(one, other) {
        return eastern;
    }
    let western = ordered(&one.words, &other.words, tradition);
    if western.is_same() || one.ordered && other.ordered {
        return western;
    }
    // "Orbán Viktor": of two given names nobody can say which is the surname.
    if one.words.len() != other.words.len() || one.words.iter().all(|word| word.heard.given.is()) {
        return western;
    }
    let surname_first = |a: &Person, b: &Person| {
        let same = |(a, b): (&Arc<Word>, &Arc<Word>)| surnames(a, b, tradition, false) > Surnames::Near;
        let may = !a.ordered && a.words.first().zip(b.words.last()).is_some_and(same);
        may.then(|| {
            let mut words = a.words.clone();
            words.rotate_left(1);
            ordered(&words, &b.words, tradition)
        })
    };
    let found = [surname_first(one, other), surname_first(other, one)].into_iter().flatten();
    let mut found = found;
    found.find(Judgement::is_same).map_or(western, |found| found.weaker(4, "surname first in one of them"))
}

fn pair(word: &Word) -> Given<'_> {
    Given { plain: &word.plain, spelled: &word.spelled, bones: word.heard.bones, known: word.heard.given }
}

/// Whether the surname of a name stands first as in Chinese or Korean: it compares with itself as such.
fn is_eastern(person: &Person) -> bool {
    let words = || person.eastern();
    person.may_be_eastern && east::compare(&words(), &words(), false).is_some()
}

/// Two names that are both Chinese or both Korean.
fn easterners(one: &Person, other: &Person) -> Option<Judgement> {
    if !one.may_be_eastern || !other.may_be_eastern {
        return None;
    }
    let (a, b) = (one.eastern(), other.eastern());
    let turned = |words: &[String]| {
        let mut words = words.to_vec();
        words.rotate_right(1);
        words
    };
    let orders = [(a.clone(), b.clone()), (turned(&a), b.clone()), (a.clone(), turned(&b))];
    let hyphen = one.hyphenated != other.hyphenated;
    let found: Vec<Eastern> = orders.iter().filter_map(|(a, b)| east::compare(a, b, hyphen)).collect();
    if found.contains(&Eastern::Same) {
        return Some(Judgement::same(90, "the same syllables in two romanisations"));
    }
    match east::compare(&a, &b, hyphen)? {
        Eastern::Perhaps => {
            Some(Judgement::possible(55, "the same syllables if one romanisation left out its signs"))
        }
        _ => Some(Judgement::different(92, "other syllables")),
    }
}

/// Two names, given names first and surname last.
fn ordered(one: &[Arc<Word>], other: &[Arc<Word>], tradition: Tradition) -> Judgement {
    let ([first_a, .., last_a], [first_b, .., last_b]) = (one, other) else {
        return Judgement::different(50, "no full name");
    };
    fn middle(words: &[Arc<Word>]) -> &[Arc<Word>] {
        words.get(1..words.len().saturating_sub(1)).unwrap_or_default()
    }
    let (middle_a, middle_b) = (middle(one), middle(other));
    let surname = surnames(last_a, last_b, tradition, false);
    if surname <= Surnames::Near {
        return compound(one, other, surname, tradition);
    }
    let mut confidence = match surname {
        Surnames::Equal => 97,
        Surnames::Written => 96,
        _ => 93,
    };
    let same_surname = || match surname {
        Surnames::Equal => "the same surname".to_owned(),
        Surnames::Written => {
            format!("surname {} = {} but for how a letter is written", last_a.written, last_b.written)
        }
        _ => format!("surname {} = {} after transliteration", last_a.written, last_b.written),
    };
    // Beside initials: "J. K. Rowling".
    if first_a.is_initial() || first_b.is_initial() {
        let fits = match (first_a.is_initial(), first_b.is_initial()) {
            (true, false) => given::may_begin(&first_a.plain, &first_b.plain),
            (false, true) => given::may_begin(&first_b.plain, &first_a.plain),
            _ => first_a.plain == first_b.plain,
        };
        if !fits || !middles_agree(middle_a, middle_b, tradition) {
            return Judgement::different(88, "the same surname, but another initial");
        }
        let shared = SHARED.contains(last_a.plain.as_str());
        let reason = format!("{}; the initial fits", same_surname());
        let several = one.len().min(other.len()) > 2;
        return match shared && !several {
            true => Judgement::possible(60, reason),
            false => Judgement::same(if several { 90 } else { 80 }, reason),
        };
    }
    let like = given::likeness(pair(first_a), pair(first_b), tradition.ear());
    if like <= Likeness::Unlike {
        if surnames(first_a, first_b, Tradition::NONE, false) == Surnames::Written {
            return Judgement::same(90, "the same surname; a letter of the given names is written otherwise");
        }
        if by_second(one, other, tradition) || by_second(other, one, tradition) {
            return Judgement::same(82, "the same surname; one of them goes by the second given name");
        }
        return other_given(first_a, first_b, surname, tradition);
    }
    let mut reasons = vec![same_surname()];
    match like {
        Likeness::Equal => reasons.push("the same given name".to_owned()),
        Likeness::Spelled => {
            confidence -= 2;
            reasons.push(format!("given name {} = {}", first_a.written, first_b.written));
        }
        Likeness::Translated => {
            confidence -= 6;
            reasons.push(format!("given name {} = {} in another language", first_a.written, first_b.written));
        }
        Likeness::Pet => {
            confidence -= 10;
            reasons.push(format!(
                "given names {} and {}: one is short for the other",
                first_a.written, first_b.written
            ));
        }
        Likeness::Other | Likeness::Unlike => {}
    }
    if !middles_agree(middle_a, middle_b, tradition) {
        let what = if middle_a.iter().chain(middle_b).any(|word| is_patronymic(&word.plain)) {
            "patronymic"
        } else {
            "middle name"
        };
        return Judgement::different(90, format!("{}, but another {what}", reasons.join("; ")));
    }
    if middle_a.is_empty() != middle_b.is_empty() {
        confidence -= 2;
        reasons.push("one of them without a middle name".to_owned());
    }
    Judgement::same(confidence, reasons.join("; "))
}

/// Whether the short name is the long one without its first given name: "Javad Zarif". In Arabic what stands second is
/// the father's name, unless the first is Mohammed.
fn by_second(long: &[Arc<Word>], short: &[Arc<Word>], tradition: Tradition) -> bool {
    let Some(rest) = long.get(long.len().saturating_sub(short.len())..).filter(|_| long.len() > short.len())
    else {
        return false;
    };
    let ([first, second, middle @ .., last], [given, .., surname]) = (long, short) else { return false };
    let named = given::line(&first.plain).is_some() && given::line(&first.plain) == given::line("mohammed");
    let like = |a: &Word, b: &Word| {
        given::likeness(pair(a), pair(b), tradition.ear()) >= Likeness::Spelled
            || surnames(a, b, tradition, false) >= Surnames::Heard
    };
    // "Ali Akbar" and the like are one name in two words.
    let double =
        first.plain == "ali" && matches!(second.plain.as_str(), "akbar" | "asghar" | "reza" | "mohammad");
    if !named && !double && tradition.is(Tradition::ARABIC) {
        return false;
    }
    // "Alexander Boris de Pfeffel Johnson" goes by the second of several names.
    let skipping = short.len() == 2
        && !middle.is_empty()
        && !tradition.is(Tradition::ARABIC)
        && second.heard.given.is()
        && second.plain == given.plain
        && surname.plain == last.plain;
    skipping || rest.iter().zip(short).all(|(a, b)| like(a, b))
}

/// One surname and two given names that aren't one.
fn other_given(a: &Word, b: &Word, surname: Surnames, tradition: Tradition) -> Judgement {
    // A letter doubled: "Conor", "Connor".
    if undoubled(&a.plain).eq(undoubled(&b.plain)) && surname >= Surnames::Written {
        return Judgement::same(80, "the same surname; the given names differ in a doubled letter");
    }
    let near = a.plain.len().min(b.plain.len()) > 4 && a_letter_apart(&a.plain, &b.plain);
    let women = |word: &Word| word.plain.ends_with('a');
    if near && women(a) == women(b) && !(a.heard.given.is() && b.heard.given.is()) {
        let long = a.plain.len().min(b.plain.len()) > 5;
        if surname == Surnames::Equal && (long || tradition.ear().is_some()) {
            return Judgement::same(76, "the same surname; the given names differ in a letter");
        }
        return Judgement::possible(50, "the same surname; the given names differ in a letter");
    }
    Judgement::different(
        93,
        format!("the same surname, but another given name: {}, {}", a.written, b.written),
    )
}

/// A word with each doubled letter once.
fn undoubled(word: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    word.chars().filter(move |&c| last.replace(c) != Some(c))
}

/// Two names whose last words differ: one may lack the second of two surnames.
fn compound(one: &[Arc<Word>], other: &[Arc<Word>], surname: Surnames, tradition: Tradition) -> Judgement {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let like = |a: &Word, b: &Word| a.plain == b.plain || surnames(a, b, tradition, false) >= Surnames::Heard;
    let first = |a: &Word, b: &Word| given::likeness(pair(a), pair(b), tradition.ear()) >= Likeness::Spelled;
    if let ([first_long, rest_long @ ..], [first_short, rest_short @ ..]) = (long, short)
        && long.len() > short.len()
        && first(first_long, first_short)
        && let Some(last) = rest_short.last()
        && rest_long.iter().any(|word| like(word, last))
    {
        let may_be = |word: &Word| given::may_be(&word.plain, Tradition::IBERIAN);
        let looks =
            |word: Option<&Arc<Word>>| word.is_some_and(|word| word.plain.ends_with(['a', 'o', 's', 'z']));
        let iberian = tradition.is(Tradition::IBERIAN)
            || may_be(first_long) && may_be(first_short) && looks(Some(last)) && looks(rest_long.last());
        if iberian && !last.heard.given.is() {
            return Judgement::same(
                84,
                "the same given name and first surname; one of them without the second surname",
            );
        }
        return Judgement::possible(60, "one name is the beginning of the other");
    }
    // García Márquez beside Gabriel García Márquez is told by its last word; what is left are two people.
    let ([first_a, ..], [first_b, ..]) = (one, other) else { return Judgement::different(50, "no name") };
    // "Mitterand": of a long name a letter that is doubled or not is a slip.
    let slip = surname == Surnames::Near && one.len() == other.len() && other.len() == 2;
    if slip
        && first_a.plain == first_b.plain
        && let ([.., last_a], [.., last_b]) = (one, other)
        && last_a.plain.len().min(last_b.plain.len()) > 7
        && undoubled(&last_a.plain).eq(undoubled(&last_b.plain))
    {
        return Judgement::same(78, "the same given name; the surnames differ in a doubled letter");
    }
    if surname == Surnames::Near && first(first_a, first_b) {
        return Judgement::possible(35, "the same given name, but a letter of the surnames differs");
    }
    Judgement::different(95, "another surname")
}

/// Whether two runs of middle names can be one person's.
fn middles_agree(a: &[Arc<Word>], b: &[Arc<Word>], tradition: Tradition) -> bool {
    let ear = tradition.ear();
    let same = |a: &Word, b: &Word| {
        if a.is_initial() || b.is_initial() {
            return a.plain.chars().next() == b.plain.chars().next()
                || given::may_begin(&a.plain, &b.plain)
                || given::may_begin(&b.plain, &a.plain);
        }
        let fathers = is_patronymic(&a.plain) && is_patronymic(&b.plain) && fathers_agree(&a.plain, &b.plain);
        fathers
            || given::likeness(pair(a), pair(b), ear) >= Likeness::Translated
            || ear.is_some_and(|ear| {
                sound::same_boned((&a.spelled, a.heard.bones), (&b.spelled, b.heard.bones), ear)
            })
            || a.plain.len() > 4 && a_letter_apart(&a.plain, &b.plain)
    };
    a.is_empty() || b.is_empty() || a.iter().zip(b).all(|(a, b)| same(a, b))
}

/// Whether two patronymics are of one father's name: Grigoryevich, Ryhoravich.
fn fathers_agree(a: &str, b: &str) -> bool {
    let father = |name: &str| {
        const ENDINGS: &[&str] = &[
            "yevich", "ievich", "yovych", "iovych", "ovich", "evich", "avich", "ovych", "evych", "ovitch",
            "evitch", "yevna", "ievna", "ovna", "evna", "ivna", "auna", "ouna", "avna",
        ];
        let stem = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending))?;
        ["", "i", "y", "o", "a", "iy"].iter().find_map(|ending| given::line(&format!("{stem}{ending}")))
    };
    father(a).is_some() && father(a) == father(b)
}
