//! Where a correction holds: for one mention, in one document, or in the whole collection. That is asked with a key for each.

use super::correcting::Corrected;
use super::{App, Command, Motion, Overlay};
use crate::note::Rule;

/// Columns and rows of the question.
pub const REACH: (u16, u16) = (76, 7);

/// Where a correction holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// For the mention that the person is at.
    Mention,
    /// In the document that it is in.
    Document,
    /// In the whole collection.
    Everywhere,
}

impl Reach {
    /// The words for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Mention => "only this mention",
            Self::Document => "this document",
            Self::Everywhere => "the whole collection",
        }
    }

    /// The command that chooses it.
    pub fn command(self) -> Command {
        match self {
            Self::Mention => Command::OnlyMention,
            Self::Document => Command::OnlyDocument,
            Self::Everywhere => Command::Everywhere,
        }
    }
}

/// A correction of which is asked where it holds.
#[derive(Clone, Debug)]
pub struct Reaching {
    /// Where it may hold, and what is ruled then.
    pub reaches: Vec<(Reach, Vec<Rule>)>,
    /// The one under the cursor.
    pub at: usize,
    of: Corrected,
}

impl Reaching {
    /// What it says, in words, where it holds as far as is chosen: of a mention the name that stands there, else the one that
    /// is shown.
    pub fn says(&self) -> String {
        let rules = self.reaches.get(self.at).map(|(_, rules)| rules);
        rules.and_then(|rules| rules.first()).map(Rule::sentence).unwrap_or_default()
    }

    /// Whether a command does something here: none that stands for where it can't hold.
    pub fn takes(&self, command: Command) -> bool {
        let is_place =
            [Reach::Mention, Reach::Document, Reach::Everywhere].map(Reach::command).contains(&command);
        !is_place || self.reaches.iter().any(|(reach, _)| reach.command() == command)
    }
}

impl App {
    /// The question where a correction holds, while it is asked.
    pub fn reaching(&self) -> Option<&Reaching> {
        match &self.overlay {
            Some(Overlay::Reach(reaching)) => Some(reaching),
            _ => None,
        }
    }

    /// Asks where a correction holds, `first` being the one that is chosen already. It is asked where there is only one, too:
    /// the question says which name is meant, which the text doesn't show unless it was stepped to.
    pub(super) fn ask_reach(&mut self, of: Corrected, mut reaches: Vec<(Reach, Vec<Rule>)>, first: Reach) {
        reaches.retain(|(_, rules)| !rules.is_empty());
        match reaches.as_slice() {
            [] => self.say("Nothing can be said of that here"),
            _ => {
                let at = reaches.iter().position(|(reach, _)| *reach == first).unwrap_or(0);
                self.overlay = Some(Overlay::Reach(Box::new(Reaching { reaches, at, of })));
            }
        }
    }

    /// The commands of the question.
    pub(super) fn reach_command(&mut self, command: Command, count: Option<u32>) {
        let Some(Overlay::Reach(reaching)) = &mut self.overlay else { return };
        let of = |wanted: Command| reaching.reaches.iter().position(|(reach, _)| reach.command() == wanted);
        let chosen = match command {
            Command::Back | Command::Cancel => {
                self.overlay = None;
                return;
            }
            Command::Open | Command::Accept => Some(reaching.at),
            _ => of(command),
        };
        match chosen.and_then(|at| reaching.reaches.get(at).cloned()) {
            Some((reach, rules)) => {
                let of = reaching.of.clone();
                self.overlay = None;
                self.rule_within(&of, reach, rules);
            }
            None => {
                let last = reaching.reaches.len().saturating_sub(1);
                if let Some(lines) = Motion::of(command, count).and_then(|motion| motion.lines(1)) {
                    reaching.at = reaching.at.saturating_add_signed(lines).min(last);
                }
            }
        }
    }
}
