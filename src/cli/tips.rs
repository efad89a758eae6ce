//! What helps where something is tried that other commands and programs have, and that one hasn't.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The command, how the argument begins that it doesn't take (`""` for a word that is no option), and what helps.
const TIPS: [(&str, &str, &str); 2] = [
    ("ibid notes export", "--form", "each form is an option of its own: --markdown, --jsonl, --w3c or --csv"),
    (
        "ibid same",
        "",
        "two names are compared by themselves, without a collection; a name of several words stands in quotes",
    ),
];

/// The same mistake with what helps, where that is known better here than by the likeness of two words.
pub(super) fn with_tip(mut error: Error) -> Error {
    let said = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (usage, argument) = (said(ContextKind::Usage), said(ContextKind::InvalidArg));
    let meant = |begins: &str| match begins {
        "" => !argument.starts_with('-'),
        begins => argument.starts_with(begins),
    };
    let tip = TIPS.iter().find(|(command, begins, _)| usage.contains(command) && meant(begins));
    if let Some((_, _, tip)) = tip.filter(|_| error.kind() == ErrorKind::UnknownArgument) {
        error.remove(ContextKind::SuggestedArg);
        // It shows what was suggested.
        error.remove(ContextKind::Usage);
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![(*tip).into()]));
    }
    error
}
