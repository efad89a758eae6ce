//! What can be asked of a collection while it is kept up to date.

use std::io;
use std::sync::{Arc, PoisonError, RwLock};

use super::cache::told;
use crate::index::TextReader;
use crate::index::names::{Names, Rules};

/// The full text and the names of a collection, for whoever searches. Clones share them.
#[derive(Clone, Default)]
pub struct Holdings {
    text: Arc<RwLock<Option<TextReader>>>,
    names: Arc<RwLock<Arc<Names>>>,
    rules: Arc<RwLock<Arc<Rules>>>,
}

// No panic can happen while a lock is held, so a poisoned one holds nothing bad.
impl Holdings {
    /// The full text, once it is open.
    pub fn text(&self) -> Option<TextReader> {
        self.text.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Who is who, as far as that is known.
    pub fn names(&self) -> Arc<Names> {
        self.names.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes the full text.
    pub(super) fn take_text(&self, reader: TextReader) {
        *self.text.write().unwrap_or_else(PoisonError::into_inner) = Some(reader);
    }

    /// Takes what is known of names.
    /// What the person ruled of who is who.
    pub fn rules(&self) -> Arc<Rules> {
        self.rules.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes what the person ruled; it holds once the upkeep is told [`super::Order::Ruled`], or begins.
    pub fn rule(&self, rules: Rules) {
        *self.rules.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(rules);
    }

    pub(super) fn take_names(&self, names: Arc<Names>) {
        *self.names.write().unwrap_or_else(PoisonError::into_inner) = names;
    }

    /// Lets searches see what was committed last.
    ///
    /// # Errors
    ///
    /// Where the index can't be read.
    pub(super) fn refresh(&self) -> io::Result<bool> {
        self.text().map_or(Ok(false), |text| text.refresh().map_err(told))
    }
}
