//! What helps where something is tried that other commands and programs have, and that one hasn't.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

use crate::text::nearest::nearest;

/// The command, how the argument begins that it doesn't take (`""` for a word that is no option), and what helps.
const TIPS: [(&str, &str, &str); 2] = [
    ("ibid notes export", "--form", "each form is an option of its own: --markdown, --jsonl, --w3c or --csv"),
    (
        "ibid same",
        "",
        "two names are compared by themselves, without a collection; a name of several words stands in quotes",
    ),
];

/// The same mistake of somebody who said this to `command`, with what helps, where that is known better here.
pub(super) fn with_tip(mut error: Error, command: Command) -> Error {
    let said = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (usage, argument) = (said(ContextKind::Usage), said(ContextKind::InvalidArg));
    if error.kind() != ErrorKind::UnknownArgument {
        return error;
    }
    let meant = |begins: &str| match begins {
        "" => !argument.starts_with('-'),
        begins => argument.starts_with(begins),
    };
    let tip = TIPS.iter().find(|(command, begins, _)| usage.contains(command) && meant(begins));
    let told = tip.is_some();
    let mut own = used(command, &usage);
    let tip = tip.map(|(_, _, tip)| (*tip).to_owned()).or_else(|| nearest_option(&argument, &own));
    if let Some(tip) = tip {
        error.remove(ContextKind::SuggestedArg);
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    // What stands there was made of what was said, and has that as though it were required.
    error.remove(ContextKind::Usage);
    if !told {
        error.insert(ContextKind::Usage, ContextValue::StyledStr(own.render_usage()));
    }
    error
}

/// The command whose usage that is.
fn used(mut command: Command, usage: &str) -> Command {
    command.build();
    let words = usage.split_once(command.get_name()).map_or("", |(_, words)| words);
    for word in words.split_whitespace() {
        let Some(sub) = command.find_subcommand(word) else { break };
        command = sub.clone();
    }
    command
}

/// The option of a command that may have been meant.
fn nearest_option(argument: &str, command: &Command) -> Option<String> {
    let typed = argument.strip_prefix("--")?.split('=').next()?;
    let near = nearest(typed, command.get_arguments().filter_map(Arg::get_long))?;
    Some(format!("did you mean '--{near}'?"))
}
