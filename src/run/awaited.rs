//! Answers that a frame waits for a moment, so that a key costs one draw and not two.

use crate::app::{Effect, Event};

/// The kinds of questions that are nearly always answered at once.
const KINDS: usize = 7;

/// What was asked last of each kind, by its ticket or its document, and isn't answered yet. A worker passes over what was asked
/// before, so that nobody waits for that: of a word typed in one go only the last letter's answer comes.
#[derive(Debug, Default)]
pub(super) struct Awaited([Option<u64>; KINDS]);

impl Awaited {
    /// An effect goes to its worker.
    pub(super) fn ask(&mut self, effect: &Effect) {
        let (kind, key) = match effect {
            Effect::Arrange(ticket, ..) => (0, *ticket),
            Effect::Open(ticket, ..) => (1, *ticket),
            Effect::Preview(id, ..) => (2, u64::from(id.0)),
            Effect::Match(ticket, ..) => (3, *ticket),
            Effect::Search(ticket, ..) => (4, *ticket),
            Effect::Light(ticket, ..) => (5, *ticket),
            Effect::Save(ticket, ..) => (6, *ticket),
            _ => return,
        };
        self.0[kind] = Some(key);
    }

    /// An event came.
    pub(super) fn hear(&mut self, event: &Event) {
        let (kind, key) = match event {
            Event::Arranged(ticket, ..) => (0, *ticket),
            Event::Begun(ticket, ..) | Event::Opened(ticket, ..) => (1, *ticket),
            Event::Previewed(id, ..) => (2, u64::from(id.0)),
            Event::Matched(ticket, ..) => (3, *ticket),
            Event::Found(ticket, ..) => (4, *ticket),
            Event::Lit(ticket, ..) => (5, *ticket),
            Event::Saved(ticket, ..) | Event::NotSaved(ticket, ..) | Event::Overtaken(ticket) => (6, *ticket),
            _ => return,
        };
        self.0[kind].take_if(|asked| *asked == key);
    }

    /// Whether an answer is still to come.
    pub(super) fn any(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }

    /// A frame is drawn: what still comes gets another one.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn of_each_kind_only_the_last_answer_is_waited_for() {
        let ask = |ticket| Effect::Match(ticket, Text::new("".into(), Vec::new()), String::new(), false);
        let mut awaited = Awaited::default();
        assert!(!awaited.any());
        awaited.ask(&ask(1));
        awaited.ask(&ask(2));
        awaited.hear(&Event::Matched(1, Vec::new()));
        assert!(awaited.any(), "an older answer isn't the one");
        awaited.hear(&Event::Lit(2, Vec::new()));
        assert!(awaited.any(), "nor is another kind of it");
        awaited.hear(&Event::Matched(2, Vec::new()));
        assert!(!awaited.any());
        awaited.ask(&ask(3));
        awaited.forget();
        assert!(!awaited.any());
    }
}
