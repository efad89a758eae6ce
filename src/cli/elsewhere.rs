//! What `ibid search` says of what else has what was asked for: notes, other spellings, other names.

use std::borrow::Cow;

use super::collection::Opened;
use super::columns::count;
use super::tools::Tools;
use crate::app::Besides;
use crate::corpus::Problem;
use crate::index::Asked;

/// Names that are offered where nothing has what was asked for.
const OFFERED: usize = 3;

/// Says how many notes have it that are on no document of the collection, with the command that prints them.
pub(super) fn tell_of_notes(typed: &str, opened: &Opened, tools: &Tools<'_>) {
    let Some(besides) = (tools.besides)(typed, &opened.catalogue) else { return };
    let (notes, on) = (count(besides.count, "note"), Besides::subjects(besides.count));
    let words = in_shell(&besides.words);
    (tools.say)(&format!("also in {notes} on {on}: ibid notes search {words}"));
}

/// Says that nothing was found. A program that reads the output hears of it only where something else would be found, as grep
/// says nothing either; somebody who waits for an answer may take silence for a standstill.
pub(super) fn tell_of_nothing(
    asked: &Asked,
    typed: &str,
    opened: &Opened,
    tools: &Tools<'_>,
) -> Result<(), Problem> {
    let offers = if asked.exact { Vec::new() } else { offers(asked, typed, opened)? };
    if tools.terminal || !offers.is_empty() {
        let offers: String = offers.into_iter().map(|offer| format!("; {offer}")).collect();
        (tools.say)(&format!("nothing found{offers}"));
    }
    Ok(())
}

/// What would find something.
fn offers(asked: &Asked, typed: &str, opened: &Opened) -> Result<Vec<String>, Problem> {
    let mut offers = Vec::new();
    let names = opened.holdings.names();
    let found = opened.text()?.with_slips(asked, &*names, &|| false)?;
    if found > 0 {
        offers.push(format!("{}~ finds {}", typed.trim(), count(found, "document")));
    }
    let is_plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.');
    if typed.chars().all(is_plain) {
        let known: Vec<String> = names.who(typed).into_iter().take(OFFERED).map(|known| known.name).collect();
        if !known.is_empty() {
            offers.push(format!("did you mean {}?", known.join(", ")));
        }
    }
    Ok(offers)
}

/// A word or several as one word of a command in a shell.
pub(super) fn in_shell(words: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':');
    match words.chars().all(is_plain) {
        true => Cow::Borrowed(words),
        false => Cow::Owned(format!("'{}'", words.replace('\'', "'\\''"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_take_apart_stands_in_quotes() {
        assert_eq!(in_shell("Chancellor"), "Chancellor");
        assert_eq!(in_shell("#de"), "'#de'");
        assert_eq!(in_shell("don't sell"), "'don'\\''t sell'");
    }
}
