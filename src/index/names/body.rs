//! What the names of an organisation or a place have in common.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::name::fold;

/// Words that don't count.
const FUNCTION: &[&str] = &["a", "an", "and", "for", "in", "of", "on", "the", "to"];

/// Words that British and American English spell differently.
const SPELLED: &[(&str, &str)] = &[
    ("organisation", "organization"),
    ("centre", "center"),
    ("defence", "defense"),
    ("labour", "labor"),
    ("programme", "program"),
];

/// Bodies whose abbreviation or other name means no other in the news, and places with several names, one a line.
/// Written for ibid from general knowledge; the first is the one that explanations use.
const ALIASES: &str = "
european union|eu|e u
united nations|un|u n
north atlantic treaty organization|nato
collective security treaty organization|csto
organization for security and co operation in europe|organization for security and cooperation in europe|osce
commonwealth of independent states|cis
international monetary fund|imf
international atomic energy agency|iaea
eurasian economic union|eaeu|eeu
institute for the study of war|isw
ria novosti|ria|ria news agency|ria novosti news agency
tass|itar tass|tass news agency|itar tass news agency
agence france presse|afp
associated press
united states|us|u s|usa|u s a|united states of america
united kingdom|uk|u k
belarus|byelorussia|belorussia
kyiv|kiev
kharkiv|kharkov
lviv|lvov
odesa|odessa
mykolaiv|nikolaev
chernihiv|chernigov
luhansk|lugansk
hrodna|grodno
homel|gomel
mahilyow|mahiliou|mogilev|mogilyov
vitsebsk|vitebsk|viciebsk
moldova|moldavia
chisinau|kishinev
turkey|turkiye
czech republic|czechia
myanmar|burma
ivory coast|cote d'ivoire|cote d ivoire
eswatini|swaziland
";

static STANDS_FOR: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = ALIASES.lines().filter_map(|line| Some((line, line.split('|').next()?)));
    lines.flat_map(|(line, first)| line.split('|').map(move |name| (name, first))).collect()
});

/// What a body or place is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Body {
    /// The words that count, in order; those of what it is an alias of.
    pub(super) words: Vec<String>,
    /// Whether it is an abbreviation that may mean several.
    pub(super) short: bool,
}

impl Body {
    /// Reads a name as it is written.
    pub(super) fn read(name: &str) -> Self {
        let folded = fold::folded(name).split(' ').map(spelled).collect::<Vec<_>>().join(" ");
        let alias = stands_for(&folded);
        let mut words: Vec<String> = alias.unwrap_or(&folded).split(' ').map(str::to_owned).collect();
        if words.iter().any(|word| !FUNCTION.contains(&word.as_str())) {
            words.retain(|word| !FUNCTION.contains(&word.as_str()));
        }
        if words.len() > 2 && words.ends_with(&["news".into(), "agency".into()]) {
            words.truncate(words.len() - 2);
        }
        Self { words, short: alias.is_none() && is_short(name) }
    }

    /// Whether all its words are words of the other, which has more.
    pub(super) fn is_part_of(&self, other: &Self) -> bool {
        self.words.len() < other.words.len() && self.words.iter().all(|word| other.words.contains(word))
    }
}

/// What a folded name is a known alias of.
pub(super) fn stands_for(folded: &str) -> Option<&'static str> {
    STANDS_FOR.get(folded).copied()
}

fn spelled(word: &str) -> &str {
    SPELLED.iter().find(|(british, _)| *british == word).map_or(word, |(_, american)| american)
}

/// Whether a name is an abbreviation: capitals and stops.
pub(super) fn is_short(name: &str) -> bool {
    let letters = name.chars().filter(|c| *c != '.').count();
    (2..=7).contains(&letters) && name.chars().all(|c| c == '.' || c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_body_have_the_same_words() {
        for (a, b) in [
            ("the European Union", "EU"),
            ("RIA-Novosti", "RIA news agency"),
            ("Organisation for Security and Cooperation in Europe", "OSCE"),
            ("U.S.", "United States of America"),
            ("Ministry of Defence", "Ministry of Defense"),
            ("Institute for the Study of War", "ISW"),
        ] {
            assert_eq!(Body::read(a).words, Body::read(b).words, "{a}, {b}");
        }
        assert!(Body::read("SBU").short && !Body::read("EU").short && !Body::read("Sbu").short);
        assert!(Body::read("Foreign Ministry").is_part_of(&Body::read("Belarusian Foreign Ministry")));
        assert_ne!(Body::read("Bank of Georgia").words, Body::read("Georgia Bank").words);
    }
}
