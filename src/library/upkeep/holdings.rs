//! What can be asked of a collection while it is kept up to date.

use std::io;
use std::sync::{Arc, PoisonError, RwLock};

use super::cache::told;
use crate::index::{Nobody, TextReader, WhoIsWho};

/// The full text and the names of a collection, for whoever searches. Clones share them.
#[derive(Clone)]
pub struct Holdings {
    text: Arc<RwLock<Option<TextReader>>>,
    who: Arc<RwLock<Arc<dyn WhoIsWho>>>,
}

impl Default for Holdings {
    fn default() -> Self {
        Self { text: Arc::default(), who: Arc::new(RwLock::new(Arc::new(Nobody))) }
    }
}

// No panic can happen while a lock is held, so a poisoned one holds nothing bad.
impl Holdings {
    /// The full text, once it is open.
    pub fn text(&self) -> Option<TextReader> {
        self.text.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Who is who, as far as that is known.
    pub fn who(&self) -> Arc<dyn WhoIsWho> {
        self.who.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes the full text.
    pub(super) fn take_text(&self, reader: TextReader) {
        *self.text.write().unwrap_or_else(PoisonError::into_inner) = Some(reader);
    }

    /// Takes what is known of names.
    pub(super) fn take_who(&self, who: Arc<dyn WhoIsWho>) {
        *self.who.write().unwrap_or_else(PoisonError::into_inner) = who;
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
