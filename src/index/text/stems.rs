//! The languages whose forms of words are known.

use frostem::{Algorithm, Stemmer};

/// The number that stands for a language's code in the index: its letters, in base 32.
pub(super) fn code(language: &str) -> Option<u64> {
    let letters = language.bytes().take_while(u8::is_ascii_lowercase).take(3);
    let code = letters.fold(0, |code, letter| code << 5 | u64::from(letter - b'a' + 1));
    (code > 0).then_some(code)
}

/// The language of a number that [`code`] made.
pub(super) fn language(code: u64) -> String {
    let letters = [code >> 10, code >> 5, code].into_iter().map(|letter| (letter & 31) as u8);
    letters.filter(|letter| (1..=26).contains(letter)).map(|letter| char::from(b'a' + letter - 1)).collect()
}

/// How a language makes its forms.
#[derive(Clone, Copy)]
pub(super) struct Forms {
    stemmer: Stemmer,
    /// Whether it is written with Cyrillic letters, and not Latin ones.
    cyrillic: bool,
}

impl Forms {
    /// Those of a language, by its code of ISO 639-1; `None` where they aren't known.
    pub(super) fn of(language: &str) -> Option<Self> {
        let algorithm = match language {
            "en" => Algorithm::English,
            "de" => Algorithm::German,
            "fr" => Algorithm::French,
            "es" => Algorithm::Spanish,
            "it" => Algorithm::Italian,
            "pt" => Algorithm::Portuguese,
            "nl" => Algorithm::Dutch,
            "ru" => Algorithm::Russian,
            "pl" => Algorithm::Polish,
            "uk" => Algorithm::Ukrainian,
            "sv" => Algorithm::Swedish,
            "da" => Algorithm::Danish,
            "no" | "nb" | "nn" => Algorithm::Norwegian,
            "cs" => Algorithm::Czech,
            _ => return None,
        };
        Some(Self { stemmer: Stemmer::new(algorithm), cyrillic: matches!(language, "ru" | "uk") })
    }

    /// The stem of a folded word; `None` where it isn't in the language's letters.
    pub(super) fn stem(&self, word: &str) -> Option<String> {
        let own = |c: char| {
            if self.cyrillic { ('\u{400}'..='\u{4ff}').contains(&c) } else { c.is_ascii_lowercase() }
        };
        let is_own = word.chars().all(|c| own(c) || c == '\'');
        is_own.then(|| self.stemmer.stem(word).into_owned())
    }
}

/// The letters that all forms of a word begin with: its stem, but for the last letter of a longer one, which
/// often changes (`happy`, `happiness`). `None` where that are fewer than three: with them too many words
/// begin, and what has so short a stem has few forms.
pub(super) fn beginning<'a>(word: &'a str, stem: &str) -> Option<&'a str> {
    let mut shared = word.bytes().zip(stem.bytes()).take_while(|(a, b)| a == b).count();
    while !word.is_char_boundary(shared) {
        shared -= 1;
    }
    let beginning = word.get(..shared).unwrap_or(word);
    let (last, _) = beginning.char_indices().next_back()?;
    let letters = beginning.chars().count();
    if letters < 3 {
        None
    } else if letters > 4 || letters > 3 && stem.ends_with(['i', 'y']) {
        beginning.get(..last)
    } else {
        Some(beginning)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn a_code_is_a_number_and_back() {
        for known in ["en", "ru", "haw", "zh"] {
            assert_eq!(language(code(known).unwrap()), known);
        }
        assert_eq!(code(""), None);
        assert_eq!(code("DE"), None);
    }

    #[test]
    fn forms_of_a_word_have_one_stem_and_one_beginning() {
        for (of, words) in [
            ("en", "sanction sanctions sanctioned sanctioning"),
            ("en", "happy happiness"),
            ("de", "vertrag vertrage vertragen"),
            ("ru", "санкция санкции санкций санкциями"),
            ("fr", "national nationale nationales"),
            ("uk", "договір договору"),
        ] {
            let forms = Forms::of(of).unwrap();
            let words: Vec<&str> = words.split(' ').collect();
            let stem = forms.stem(words[0]).unwrap();
            if of != "uk" {
                assert!(words.iter().all(|word| forms.stem(word).unwrap() == stem), "{words:?}");
            }
            let beginning = beginning(words[0], &stem).unwrap();
            assert!(
                words.iter().all(|word| word.starts_with(beginning)) || of == "uk",
                "{words:?} {beginning}"
            );
        }
        assert_eq!(beginning("being", "be"), None);
        assert!(Forms::of("ru").unwrap().stem("minsk").is_none());
        assert!(Forms::of("xx").is_none());
    }
}
