//! Names by a trained model that is told what the rules say, with what only rules know laid over.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use rayon::prelude::*;

use super::figures::figures;
use super::hints::{Read, Ruled, of_tokens};
use super::joined::Joined;
use super::model::{Labelled, Memory, Model, Name, NameKind, Tagger, Tokens, english};
use super::pieces::pieces;
use super::{Context, Kind, Learner, Mention, Namer, Wanted, overlay};
use crate::text::Text;

/// How much text is tagged at once, in bytes: within it a name seen clearly anywhere helps everywhere, and memory stays
/// bounded; behind it only what comes before is known.
const STRETCH: usize = 256 * 1024;

/// Documents of a collection that are studied at the same time, and held in memory for it.
const STUDIED: usize = 64;

/// Finds names with a trained model.
#[derive(Debug)]
pub struct Trained {
    /// A model that can't be had again; without it that of the program, which is let go of while there is nothing to do.
    own: Option<Arc<Model>>,
    /// Taggers that aren't at work. Each keeps what it worked out for the words it has seen, and its model.
    idle: Mutex<Vec<Tagger>>,
    /// What the documents say that were studied.
    collection: RwLock<Arc<Memory>>,
}

impl Trained {
    /// With this model.
    pub fn new(model: Arc<Model>) -> Self {
        Self { own: Some(model), idle: Mutex::default(), collection: RwLock::default() }
    }

    /// With the model of English that the program carries; `None` where that is damaged.
    pub fn english() -> Option<Self> {
        let first = english()?.tagger();
        Some(Self { own: None, idle: Mutex::new(vec![first]), collection: RwLock::default() })
    }

    /// The names in a document of tokens, in order, not overlapping.
    pub fn tokens(&self, document: &Labelled) -> Vec<Name> {
        let joined = Joined::new(document);
        let text = joined.text.as_str();
        let read = Read::alone(&joined.text);
        let mut mentions = Vec::new();
        let tokens = Tokens { spans: joined.spans.clone(), ends: document.ends.clone() };
        let memory = &mut self.memory();
        self.with(|tagger| tag(text, &tokens, &read.names, tagger, memory, &mut mentions));
        let laid = overlay::laid_over(text, &mentions, &read);
        joined.names(&laid)
    }

    /// An empty memory of a document, behind which the collection stands.
    fn memory(&self) -> Memory {
        Memory::before(self.collection.read().unwrap_or_else(PoisonError::into_inner).clone())
    }

    /// Lends a tagger.
    fn with(&self, work: impl FnOnce(&mut Tagger)) {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let tagger = idle().pop();
        // The program's model, which was opened once, can be opened again.
        let new = || self.own.clone().or_else(english).map(|model| model.tagger());
        let Some(mut tagger) = tagger.or_else(new) else { return };
        work(&mut tagger);
        idle().push(tagger);
    }

    /// The names that the model finds.
    fn found(
        &self,
        text: &Text,
        ruled: &[Ruled],
        memory: &mut Memory,
        stop: &dyn Fn() -> bool,
    ) -> Vec<Mention> {
        let mut mentions = Vec::new();
        self.stretches(text, stop, &mut |tagger, tokens| {
            tag(text.as_str(), tokens, ruled, tagger, memory, &mut mentions);
        });
        mentions
    }

    /// Hands the tokens of a text to `work`, of [`STRETCH`] bytes at a time, with a tagger.
    fn stretches(&self, text: &Text, stop: &dyn Fn() -> bool, work: &mut dyn FnMut(&mut Tagger, &Tokens)) {
        let (mut tokens, mut bytes) = (Tokens::default(), 0);
        self.with(|tagger| {
            let mut take = |mut tokens: Tokens| {
                tokens.part_glued(text.as_str());
                work(tagger, &tokens);
            };
            for piece in pieces(text, stop) {
                tokens.add(text.as_str(), piece.span);
                bytes += piece.span.len();
                if bytes >= STRETCH {
                    take(std::mem::take(&mut tokens));
                    bytes = 0;
                }
            }
            if !stop() {
                take(tokens);
            }
        });
    }
}

impl Namer for Trained {
    fn names(&self, text: &Text, _: &Context, figures: &[Mention], stop: &dyn Fn() -> bool) -> Vec<Mention> {
        let read = Read::new(text, figures, stop);
        let found = self.found(text, &read.names, &mut self.memory(), stop);
        overlay::laid_over(text.as_str(), &found, &read)
    }
}

impl Learner for Trained {
    fn study(&self, documents: &mut dyn Iterator<Item = (Text, Context)>) {
        let learnt = |(text, context): &(Text, Context)| {
            let figures = figures(text, context, Wanted::default(), &|| false);
            let read = Read::new(text, &figures, &|| false);
            let mut memory = Memory::default();
            self.stretches(text, &|| false, &mut |tagger, tokens| {
                let hints = of_tokens(&read.names, &tokens.spans);
                let words = tokens.spans.iter().map(|span| span.of(text.as_str()));
                tagger.study(words, &tokens.ends, hints, &mut memory);
            });
            memory
        };
        let mut collection = Memory::default();
        loop {
            let some: Vec<_> = (&mut *documents).take(STUDIED).collect();
            if some.is_empty() {
                break;
            }
            let memories: Vec<Memory> = some.par_iter().map(learnt).collect();
            // In their order, so that what is learnt doesn't depend on who was first.
            memories.iter().for_each(|memory| collection.absorb(memory));
        }
        collection.settle();
        *self.collection.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(collection);
    }

    fn learnt(&self) -> Option<Vec<u8>> {
        postcard::to_stdvec(&**self.collection.read().unwrap_or_else(PoisonError::into_inner)).ok()
    }

    fn recall(&self, learnt: &[u8]) -> bool {
        let Ok(memory) = postcard::from_bytes(learnt) else { return false };
        *self.collection.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(memory);
        true
    }

    fn rest(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).retain(|tagger| !tagger.is_large());
    }

    fn sleep(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// Tags these tokens and takes the names as mentions.
fn tag(
    text: &str,
    tokens: &Tokens,
    ruled: &[Ruled],
    tagger: &mut Tagger,
    memory: &mut Memory,
    mentions: &mut Vec<Mention>,
) {
    let Tokens { spans, ends } = tokens;
    let hints = of_tokens(ruled, spans);
    for name in tagger.tag(spans.iter().map(|span| span.of(text)), ends, hints, memory) {
        let kind = match name.kind {
            NameKind::Person => Kind::Person,
            NameKind::Organisation => Kind::Organisation,
            NameKind::Place => Kind::Place,
            NameKind::Other => continue,
        };
        let span = spans[name.first as usize].join(spans[name.end as usize - 1]);
        mentions.push(Mention::new(span, kind, (name.confidence.clamp(0.0, 1.0) * 100.0).round() as u8));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::text_of;
    use super::*;
    use crate::text::BlockKind;

    /// The names in a text as "kind text", each line a paragraph.
    fn names(text: &str) -> Vec<String> {
        let text = text_of(BlockKind::Paragraph, text);
        let names = Trained::english().unwrap().names(&text, &Context::default(), &[], &|| false);
        names.iter().map(|name| format!("{} {}", name.kind.label(), name.span.of(text.as_str()))).collect()
    }

    #[test]
    fn plain_news_is_tagged() {
        assert_eq!(
            names(
                "President Anna Kowalska of Poland met officials of the World Health Organization in Geneva."
            ),
            [
                "person Anna Kowalska",
                "place Poland",
                "organisation World Health Organization",
                "place Geneva"
            ]
        );
    }

    #[test]
    fn a_given_name_that_is_a_month_belongs_to_the_name_where_a_sentence_begins() {
        for (text, wanted) in [
            ("April Jones spoke.", "person April Jones"),
            ("It rained in the north. April Jones spoke.", "person April Jones"),
            ("In April Jones said no.", "person Jones"),
            ("She left the town in April. Jones said no.", "person Jones"),
        ] {
            assert_eq!(names(text), [wanted], "{text}");
        }
    }

    #[test]
    fn demonyms_are_no_places() {
        let found = names("The Belarusian and Russian governments spoke with a French diplomat in Minsk.");
        assert_eq!(found, ["place Minsk"]);
    }

    #[test]
    fn a_name_seen_clearly_helps_elsewhere() {
        let found = names(
            "Foreign Minister Uladzimir Makey spoke in Vienna.\n\nMakey said little. Nobody asked Makey.",
        );
        assert_eq!(found.iter().filter(|name| name.ends_with("Makey")).count(), 3, "{found:?}");
        assert!(
            found.iter().filter(|name| name.ends_with("Makey")).all(|name| name.starts_with("person")),
            "{found:?}"
        );
    }

    #[test]
    fn the_names_of_tokens_are_those_of_their_text() {
        let words =
            "President Anna Kowalska of Poland met officials of the World Health Organization in Geneva .";
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let count = words.len() as u32;
        let found = Trained::english().unwrap().tokens(&Labelled::plain(words.clone(), vec![count]));
        let text = |name: &Name| words[name.first as usize..name.end as usize].join(" ");
        assert_eq!(
            found.iter().map(text).collect::<Vec<_>>(),
            ["Anna Kowalska", "Poland", "World Health Organization", "Geneva"]
        );
    }

    #[test]
    fn two_names_in_one_token_are_one() {
        let words: Vec<String> =
            "He flew from Minsk/Moscow to Poland/Lithuania/Latvia .".split(' ').map(str::to_owned).collect();
        let count = words.len() as u32;
        let found = Trained::english().unwrap().tokens(&Labelled::plain(words, vec![count]));
        assert!(!found.is_empty());
        assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].first), "{found:?}");
    }

    #[test]
    fn who_sleeps_lets_go_and_finds_the_same_again() {
        let namer = Trained::english().unwrap();
        let idle = || namer.idle.lock().unwrap().len();
        let many: Vec<String> = (0..7_000).map(|number| format!("word{number}")).collect();
        namer.names(&text_of(BlockKind::Paragraph, &many.join(" ")), &Context::default(), &[], &|| false);
        assert_eq!(idle(), 1);
        namer.rest();
        assert_eq!(idle(), 0, "it had become large");
        let text = text_of(BlockKind::Paragraph, "Anna Kowalska went to Minsk.");
        let tag = || namer.names(&text, &Context::default(), &[], &|| false);
        let found = tag();
        assert_eq!((found.len(), idle()), (2, 1));
        namer.rest();
        assert_eq!(idle(), 1);
        namer.sleep();
        assert_eq!(idle(), 0);
        assert_eq!(tag(), found);
    }

    #[test]
    fn what_is_clear_in_one_document_of_a_collection_helps_in_another() {
        let namer = Trained::english().unwrap();
        let text = |text: &str| text_of(BlockKind::Paragraph, text);
        let short = text("The talks stalled. Nobody asked Winter.");
        let named = || {
            let names = namer.names(&short, &Context::default(), &[], &|| false);
            names.iter().any(|name| name.kind == Kind::Person && name.span.of(short.as_str()) == "Winter")
        };
        let before = named();
        let clear = text(
            "Foreign Minister Thabo Winter spoke in Vienna. Mr Winter said that he would resign. Thabo Winter left.",
        );
        let documents = [(short.clone(), Context::default()), (clear.clone(), Context::default())];
        namer.study(&mut documents.into_iter());
        assert_eq!((before, named()), (false, true));
    }
}
