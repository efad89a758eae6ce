//! Who finds the names among tokens: a trained model, or the rules.

use std::path::Path;
use std::sync::Arc;

use crate::corpus::Problem;
use crate::tag::model::{Labelled, Model, Name, NameKind, Tagger, english};
use crate::tag::{Choice, Context, Joined, Namer, Rules, Tell, Trained, hints, instead, open_model};

/// A name among tokens: the number of its first token, of the token after its last, and its kind.
pub(super) type Found = (usize, usize, NameKind);

/// A model, or the rules.
pub(super) enum Names {
    /// A model.
    Model(Arc<Model>),
    /// The rules.
    Rules,
}

impl Names {
    /// What the word says: `english`, `rules`, or the model in that file.
    ///
    /// # Errors
    ///
    /// Where the file can't be read or isn't a model.
    pub(super) fn called(word: &str) -> Result<Self, Problem> {
        match word {
            "rules" => Ok(Self::Rules),
            "english" => english().map(Self::Model).ok_or_else(|| {
                Problem::new("the English model", "is damaged in this program", "build it anew")
            }),
            path => open_model(Path::new(path)).map(Self::own),
        }
    }

    /// The model that the person set, or `english`, also where that one is bad; then `tell` hears of it.
    ///
    /// # Errors
    ///
    /// As [`Names::called`].
    pub(super) fn chosen(choice: &Choice, tell: &Tell) -> Result<Self, Problem> {
        match choice.model.as_deref().map(open_model) {
            Some(Ok(model)) => return Ok(Self::own(model)),
            Some(Err(problem)) => tell(instead(problem)),
            None => {}
        }
        Self::called("english")
    }

    /// A model of somebody's own.
    pub(super) fn own(model: Model) -> Self {
        Self::Model(Arc::new(model))
    }

    /// The model, where there is one.
    pub(super) fn model(&self) -> Option<&Arc<Model>> {
        match self {
            Self::Model(model) => Some(model),
            Self::Rules => None,
        }
    }

    /// Whoever goes through many documents.
    pub(super) fn finder(&self) -> Finder {
        Finder(self.model().map(|model| (Trained::new(model.clone()), model.tagger())))
    }
}

/// Finds the names in documents, one after the other: a namer with a model, and the model's first pass alone.
pub(super) struct Finder(Option<(Trained, Tagger)>);

impl Finder {
    /// The names in a document, in order, not overlapping.
    pub(super) fn find(&mut self, document: &Labelled) -> Vec<Found> {
        match &self.0 {
            Some((trained, _)) => spans(trained.tokens(document)),
            None => joined_names(document, &Rules),
        }
    }

    /// The names by the first pass of the model alone; `None` where there is only one.
    pub(super) fn find_once(&mut self, document: &Labelled) -> Option<Vec<Found>> {
        let (_, tagger) = self.0.as_mut()?;
        let words = document.words.iter().map(String::as_str);
        Some(spans(tagger.tag_once(words, &document.ends, hints(document))))
    }
}

fn spans(names: Vec<Name>) -> Vec<Found> {
    names.into_iter().map(|name| (name.first as usize, name.end as usize, name.kind)).collect()
}

/// What a namer of running text finds in the tokens, put together as running text.
fn joined_names(document: &Labelled, namer: &dyn Namer) -> Vec<Found> {
    let joined = Joined::new(document);
    spans(joined.names(&namer.names(&joined.text, &Context::default(), &[], &|| false)))
}
