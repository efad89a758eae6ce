//! A namer for each language: who knows the language of a document names what is in it.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Context, Learner, Mention, Namer, Tongues};
use crate::text::Text;

/// The bytes of a text without a known language whose words are looked at.
const SAMPLE: usize = 4096;

/// Small words that are English and neither German, French, Dutch nor another language's.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "with", "for", "was", "by", "from", "said", "has", "have", "are",
    "not", "his", "they", "this", "which", "its", "will", "had", "been", "at", "it", "is", "he",
];

/// Fewer words than this in lower case show no language.
const FEW: usize = 12;

/// Chooses a namer by the language of the document. A document of unknown language is taken for English where its small
/// words are English ones, or where it has too few words in too plain letters to tell.
#[derive(Clone)]
pub struct ByLanguage {
    namers: HashMap<String, Arc<dyn Namer>>,
    others: Arc<dyn Namer>,
}

impl ByLanguage {
    /// With this namer for every language that gets none of its own.
    pub fn new(others: Arc<dyn Namer>) -> Self {
        Self { namers: HashMap::new(), others }
    }

    /// With this namer for English and the rules for all others.
    pub fn usual(english: Arc<dyn Namer>) -> Self {
        Self::new(Arc::new(Tongues)).with("en", english)
    }

    /// The same with a namer for a language, given as a code of ISO 639 such as `en`; an earlier one for it is forgotten.
    #[must_use]
    pub fn with(mut self, language: &str, namer: Arc<dyn Namer>) -> Self {
        self.namers.insert(language.to_lowercase(), namer);
        self
    }

    /// The namer for a document.
    fn namer(&self, text: &Text, context: &Context) -> &dyn Namer {
        let named = match context.language.as_deref() {
            _ if is_english(text, context) => self.namers.get("en"),
            Some(language) => self.namers.get(&primary(language)),
            None => None,
        };
        named.unwrap_or(&self.others).as_ref()
    }
}

impl Namer for ByLanguage {
    fn names(
        &self,
        text: &Text,
        context: &Context,
        figures: &[Mention],
        stop: &dyn Fn() -> bool,
    ) -> Vec<Mention> {
        self.namer(text, context).names(text, context, figures, stop)
    }
}

impl Learner for ByLanguage {
    /// Only the namer for English studies: for several the documents would have to be kept or read again.
    fn study(&self, documents: &mut dyn Iterator<Item = (Text, Context)>) {
        let Some(english) = self.namers.get("en") else { return };
        english.study(&mut documents.filter(|(text, context)| is_english(text, context)));
    }

    fn learnt(&self) -> Option<Vec<u8>> {
        self.namers.get("en")?.learnt()
    }

    fn recall(&self, learnt: &[u8]) -> bool {
        self.namers.get("en").is_some_and(|english| english.recall(learnt))
    }

    fn rest(&self) {
        self.namers.values().for_each(|namer| namer.rest());
    }

    fn sleep(&self) {
        self.namers.values().for_each(|namer| namer.sleep());
    }
}

/// The first part of a language tag (BCP 47), in lower case: `en` of `en-GB`.
pub(super) fn primary(language: &str) -> String {
    language.split(['-', '_']).next().unwrap_or("").to_lowercase()
}

/// Whether a document is in English, as far as is known.
fn is_english(text: &Text, context: &Context) -> bool {
    context.language.as_deref().map_or_else(|| seems_english(text), |language| primary(language) == "en")
}

/// Whether the small words at the beginning of the text's body are English ones, or else nothing shows another language.
fn seems_english(text: &Text) -> bool {
    let (mut read, mut small, mut english, mut foreign) = (0, 0, 0, 0);
    'sample: for block in text.body() {
        for word in block.span.of(text.as_str()).split(|c: char| !c.is_alphanumeric()) {
            read += word.len() + 1;
            if read > SAMPLE {
                break 'sample;
            }
            foreign += word.chars().filter(|&c| c.is_alphabetic() && c >= '\u{250}').count();
            small += usize::from(word.starts_with(char::is_lowercase));
            english += usize::from(ENGLISH.contains(&word));
        }
    }
    if small < FEW { foreign * 4 <= read } else { english * 12 > small }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::tag::Kind;
    use crate::tag::tests::text_of;
    use crate::text::{BlockKind, Span};

    /// A namer that finds one thing of a kind, so that a test sees who was asked.
    struct Asked(Kind);

    impl Learner for Asked {}

    impl Namer for Asked {
        fn names(&self, _: &Text, _: &Context, _: &[Mention], _: &dyn Fn() -> bool) -> Vec<Mention> {
            vec![Mention::new(Span::new(0, 1), self.0, 1)]
        }
    }

    /// Who names what is in a text: the English one, the German one or the one for the others.
    fn asked(text: &str, language: Option<&str>) -> Kind {
        let by_language = ByLanguage::new(Arc::new(Asked(Kind::Place)))
            .with("en", Arc::new(Asked(Kind::Person)))
            .with("DE", Arc::new(Asked(Kind::Organisation)));
        let context = Context { language: language.map(str::to_owned), date: None };
        by_language.names(&text_of(BlockKind::Paragraph, text), &context, &[], &|| false)[0].kind
    }

    #[test]
    fn a_known_language_chooses_whatever_the_words_are() {
        assert_eq!(asked("Die Stadt", Some("en-GB")), Kind::Person);
        assert_eq!(asked("The town of that name", Some("de_AT")), Kind::Organisation);
        assert_eq!(asked("The town of that name", Some("ru")), Kind::Place);
        assert_eq!(asked("The town of that name", Some("")), Kind::Place);
    }

    #[test]
    fn without_a_known_language_the_small_words_choose() {
        let english =
            "He said that the two sides had met in the house by the sea and spoke of the price of milk.";
        let swedish =
            "Han sade att de två sidorna hade träffats i huset vid havet och talat om priset på mjölk i dag.";
        assert_eq!(asked(english, None), Kind::Person);
        assert_eq!(asked("Boris Petrov met Igor Orlov", None), Kind::Person);
        assert_eq!(asked("", None), Kind::Person);
        assert_eq!(asked(swedish, None), Kind::Place);
        assert_eq!(asked("Борис Петров приехал", None), Kind::Place);
        assert_eq!(asked("ウラジーミル・プーチン", None), Kind::Place);
    }
}
