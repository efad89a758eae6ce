//! News agencies, as bylines and datelines name them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Names of agencies; those of the second column are what is shown for the first.
const KNOWN: [(&str, &str); 75] = [
    ("reuters", "Reuters"),
    ("reuters staff", "Reuters"),
    ("ap", "AP"),
    ("associated press", "Associated Press"),
    ("the associated press", "Associated Press"),
    ("afp", "AFP"),
    ("agence france-presse", "AFP"),
    ("agence france presse", "AFP"),
    ("dpa", "dpa"),
    ("tass", "TASS"),
    ("itar-tass", "ITAR-TASS"),
    ("тасс", "ТАСС"),
    ("итар-тасс", "ИТАР-ТАСС"),
    ("interfax", "Interfax"),
    ("interfax.ru", "Interfax"),
    ("интерфакс", "Интерфакс"),
    ("interfax-ukraine", "Interfax-Ukraine"),
    ("ria novosti", "RIA Novosti"),
    ("ria-novosti", "RIA-Novosti"),
    ("ria", "RIA"),
    ("риа новости", "РИА Новости"),
    ("sputnik", "Sputnik"),
    ("belta", "BelTA"),
    ("белта", "БЕЛТА"),
    ("unian", "UNIAN"),
    ("униан", "УНИАН"),
    ("уніан", "УНІАН"),
    ("ukrinform", "Ukrinform"),
    ("укринформ", "Укринформ"),
    ("укрінформ", "Укрінформ"),
    ("pap", "PAP"),
    ("efe", "EFE"),
    ("ansa", "ANSA"),
    ("xinhua", "Xinhua"),
    ("新华社", "新华社"),
    ("upi", "UPI"),
    ("bloomberg", "Bloomberg"),
    ("kyodo", "Kyodo"),
    ("kyodo news", "Kyodo"),
    ("jiji", "Jiji"),
    ("共同", "共同"),
    ("pti", "PTI"),
    ("ani", "ANI"),
    ("ians", "IANS"),
    ("rfe/rl", "RFE/RL"),
    ("anadolu", "Anadolu"),
    ("anadolu agency", "Anadolu"),
    ("yonhap", "Yonhap"),
    ("apa", "APA"),
    ("ats", "ATS"),
    ("keystone-sda", "Keystone-SDA"),
    ("sda", "SDA"),
    ("bns", "BNS"),
    ("leta", "LETA"),
    ("elta", "ELTA"),
    ("čtk", "ČTK"),
    ("ctk", "ČTK"),
    ("mti", "MTI"),
    ("agerpres", "Agerpres"),
    ("tanjug", "Tanjug"),
    ("belga", "Belga"),
    ("anp", "ANP"),
    ("ntb", "NTB"),
    ("ritzau", "Ritzau"),
    ("stt", "STT"),
    ("lusa", "Lusa"),
    ("europa press", "Europa Press"),
    ("irna", "IRNA"),
    ("tasnim", "Tasnim"),
    ("the canadian press", "The Canadian Press"),
    ("aap", "AAP"),
    ("epd", "epd"),
    ("kna", "KNA"),
    ("prnewswire", "PR Newswire"),
    ("business wire", "Business Wire"),
];

static SHOWN: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| KNOWN.into_iter().collect());

/// The first words of the names.
static FIRST: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| KNOWN.iter().filter_map(|(name, _)| name.split(' ').next()).collect());

/// Whether a word of `line` could begin the name of an agency. Quick, to be asked of any line.
pub(super) fn mentioned(line: &str) -> bool {
    let bare = |word: &'_ str| -> String { word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase() };
    line.split(|c: char| c.is_whitespace() || matches!(c, '|' | '/' | ','))
        .any(|word| FIRST.contains(bare(word).as_str()))
}

/// The agency that `name` is, where it is one of those known.
pub(super) fn known(name: &str) -> Option<String> {
    if name.len() > 40 {
        return None;
    }
    let lower = name.trim().to_lowercase();
    SHOWN.get(lower.as_str()).map(|shown| (*shown).to_owned())
}

/// The agency that `name` is in a dateline, where others stand too: one of those known, an abbreviation in
/// capitals such as `WAM`, or what calls itself news or an agency. A name such as `Dispatches` is none.
pub(super) fn in_dateline(name: &str) -> Option<String> {
    let name = name.trim();
    let name = name.strip_prefix("Корр. ").or_else(|| name.strip_prefix("корр. ")).unwrap_or(name);
    let short =
        matches!(name.chars().count(), 3..=6) && name.chars().all(|c| c.is_alphabetic() && c.is_uppercase());
    let lower = name.to_lowercase();
    let called = name.len() <= 60
        && name.starts_with(char::is_uppercase)
        && lower.split_whitespace().count() <= 4
        && lower
            .split_whitespace()
            .any(|word| matches!(word, "news" | "agency" | "press" | "agentur" | "agence" | "agencia"));
    known(name).or_else(|| (short || called).then(|| name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_are_known_by_name_and_in_datelines_by_their_looks() {
        assert_eq!(known("AFP").as_deref(), Some("AFP"));
        assert_eq!(known("The Associated Press").as_deref(), Some("Associated Press"));
        assert_eq!(known("WAM"), None);
        assert_eq!(in_dateline("WAM").as_deref(), Some("WAM"));
        assert_eq!(in_dateline("Корр. БЕЛТА").as_deref(), Some("БЕЛТА"));
        assert_eq!(in_dateline("Thomson News").as_deref(), Some("Thomson News"));
        assert_eq!(in_dateline("Dispatches"), None);
        assert_eq!(in_dateline("Belarus"), None);
    }
}
