//! What is typed ahead, while a document is being opened: it is meant for the document.
//!
//! Over a slow line `Enter` and the keys behind it come in one packet, and a document takes its milliseconds. So that
//! the same keys always do the same, they wait for it; but not for one that doesn't come.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::app::Event;

/// So long keys wait for a document. Who presses one after that looks at the screen, and means what is there.
const PATIENCE: Duration = Duration::from_millis(400);

/// Events from the terminal that haven't been seen to yet, in their order.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    events: VecDeque<Event>,
    /// Since when they wait for the document that is being opened.
    since: Option<Instant>,
}

impl Ahead {
    /// Puts more behind them.
    pub(super) fn extend(&mut self, events: Vec<Event>) {
        self.events.extend(events);
    }

    /// Whether none is left.
    pub(super) fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The next one, unless it has to wait, as a document `is_opening`.
    pub(super) fn next(&mut self, is_opening: bool) -> Option<Event> {
        if !is_opening {
            self.since = None;
        } else if !self.is_empty() && self.since.get_or_insert_with(Instant::now).elapsed() < PATIENCE {
            return None;
        }
        self.events.pop_front()
    }

    /// How long they wait yet, where any do.
    pub(super) fn patience(&self) -> Option<Duration> {
        let since = self.since.filter(|_| !self.is_empty())?;
        Some(PATIENCE.saturating_sub(since.elapsed()))
    }
}

#[cfg(test)]
mod tests {
    use super::Ahead;
    use crate::app::Event;

    #[test]
    fn what_is_typed_ahead_waits_for_the_document_and_keeps_its_order() {
        let mut ahead = Ahead::default();
        ahead.extend(vec![Event::Left, Event::Returned]);
        assert!(matches!(ahead.next(false), Some(Event::Left)));
        assert!(ahead.next(true).is_none() && ahead.patience().is_some());
        assert!(matches!(ahead.next(false), Some(Event::Returned)));
        assert!(ahead.is_empty() && ahead.patience().is_none() && ahead.next(true).is_none());
    }
}
