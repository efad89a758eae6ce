//! Which namer the person chose: the one in the program, a model of their own, or a program of their own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::at_need::AtNeed;
use super::external::{External, Leash};
use super::model::{Model, english};
use super::own::own;
use super::{ByLanguage, Namer, Rules, Tongues, Trained};
use crate::corpus::Problem;

/// How long a tagger of one's own may take for an answer, where nothing else is set.
const PATIENCE: Duration = Duration::from_secs(30);

/// Hears of what goes wrong with a tagger of one's own, from any thread.
pub type Tell = Arc<dyn Fn(Problem) + Send + Sync>;

/// Who finds the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The file of a model that is used instead of the one in the program, for English.
    pub model: Option<PathBuf>,
    /// Models for other languages, by the codes of these (ISO 639).
    pub models: BTreeMap<String, PathBuf>,
    /// A program that is asked for names, with its arguments; empty for none. It goes before any model.
    pub command: Vec<String>,
    /// How long that program may take for an answer.
    pub timeout: Duration,
}

impl Default for Choice {
    fn default() -> Self {
        Self { model: None, models: BTreeMap::new(), command: Vec::new(), timeout: PATIENCE }
    }
}

impl Choice {
    /// The namer that was chosen. What goes wrong with it is told to `tell`, and the namer of the program does its work.
    /// A program of the person's own is ended when the leash is dropped.
    pub fn namer(&self, tell: Tell) -> (Arc<dyn Namer>, Leash) {
        let open = |path: &PathBuf, usual| own(path.clone(), usual, tell.clone());
        let english: Arc<dyn Namer> = match &self.model {
            Some(path) => open(path, english_namer()),
            None => english_namer(),
        };
        let mut all = ByLanguage::usual(english);
        for (language, path) in &self.models {
            all = all.with(language, open(path, Arc::new(Tongues)));
        }
        let usual: Arc<dyn Namer> = Arc::new(all);
        if self.command.is_empty() {
            return (usual, Leash::default());
        }
        let (external, leash) = External::new(&self.command, self.timeout, usual, tell);
        (Arc::new(external), leash)
    }
}

/// The namer with this model.
pub fn by_model(model: Model) -> Arc<dyn Namer> {
    Arc::new(Trained::new(Arc::new(model)))
}

/// The namer of the program itself: a trained one for English, rules for other languages.
pub fn built_in() -> Arc<dyn Namer> {
    by_language(english_namer())
}

/// Whether the model of English in the program is sound.
pub fn has_english() -> bool {
    english().is_some()
}

/// The namer for English with the rules for all other languages.
pub fn by_language(english: Arc<dyn Namer>) -> Arc<dyn Namer> {
    Arc::new(ByLanguage::usual(english))
}

/// The namer of the program for English.
fn english_namer() -> Arc<dyn Namer> {
    // A build whose model can't be opened fails its tests; a program that is built all the same has the rules.
    Arc::new(AtNeed::new(|| match Trained::english() {
        Some(trained) => Arc::new(trained),
        None => Arc::new(Rules),
    }))
}

/// Opens the file of a model.
///
/// # Errors
///
/// Where it can't be read or isn't a model that this program can use.
pub fn open_model(path: &Path) -> Result<Model, Problem> {
    let bytes = std::fs::read(path).map_err(|error| Problem::io(path, &error))?;
    Model::open(&bytes).map_err(|error| {
        Problem::new(
            path.to_string_lossy(),
            error.to_string(),
            "`ibid train` makes one that this program can use",
        )
    })
}

/// The same problem of somebody's own model, saying what is done about it.
#[must_use]
pub fn instead(problem: Problem) -> Problem {
    let reason = format!("{}; the tagger in the program is used instead", problem.reason);
    Problem { reason, ..problem }
}
