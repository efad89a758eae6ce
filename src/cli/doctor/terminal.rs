//! What kind of terminal it is, and why ibid takes it for that.

use super::{Finding, Tools};
use crate::app::{Characters, Depth, Ground, answers_questions};

/// What this part of the report is called.
const PART: &str = "terminal";

/// The most characters of a variable that are printed.
const LONGEST: usize = 40;

/// The least columns and rows in which the desk has room for a list and its foot.
const LEAST: (u16, u16) = (20, 5);

/// Programs between ibid and the terminal, by the variable that each sets.
const BETWEEN: [(&str, &str); 3] = [("TMUX", "tmux"), ("STY", "GNU screen"), ("ZELLIJ", "Zellij")];

/// Variables that say that the person sits elsewhere.
const FAR: [&str; 3] = ["SSH_CONNECTION", "SSH_TTY", "MOSH_CONNECTION"];

/// Looks at the terminal by its environment.
pub(super) fn look(tools: &Tools<'_>) -> Vec<Finding> {
    let variable = tools.surroundings.variable;
    let filled = |name: &str| variable(name).filter(|value| !value.is_empty());
    let between = BETWEEN.iter().find(|(name, _)| filled(name).is_some()).map(|(_, program)| *program);
    let settings = &tools.settings.terminal;
    let mut findings = vec![term(filled("TERM"), between)];
    findings.push(size(crossterm::terminal::size().ok()));
    let (depth, why) = Depth::judged(variable);
    findings.push(chosen("colours", settings.colours, (depth, why), &Depth::NAMES));
    let (characters, why) = Characters::judged(variable);
    let letters = chosen("characters", settings.characters, (characters, why), &Characters::NAMES);
    let narrow = settings.characters.is_none() && characters == Characters::Ascii;
    findings.push(match narrow {
        true => {
            letters.mend("export LANG=C.UTF-8, or characters = \"unicode\" under [terminal] in config.toml")
        }
        false => letters,
    });
    findings.push(ground(settings.background, variable));
    findings.push(Finding::fine(PART, "within", between.unwrap_or("no tmux, GNU screen or Zellij")));
    let far = FAR.iter().any(|name| filled(name).is_some());
    findings.push(Finding::fine(PART, "over SSH", if far { "yes" } else { "no" }));
    findings.push(Finding::fine(PART, "clipboard", tools.surroundings.clipboard));
    let editor = ["VISUAL", "EDITOR"].iter().find(|name| filled(name).is_some());
    findings.push(Finding::fine(
        PART,
        "editor",
        editor.map_or("vi, as neither VISUAL nor EDITOR is set", |name| name),
    ));
    findings
}

/// What the terminal is called.
fn term(term: Option<String>, between: Option<&str>) -> Finding {
    let name = |value: &str| Finding::fine(PART, "TERM", value.chars().take(LONGEST).collect::<String>());
    match term {
        None if cfg!(unix) => {
            name("not set").mend("export TERM=xterm-256color, or what your terminal is called")
        }
        None => name("not set"),
        Some(term)
            if between.is_some() && !["tmux", "screen"].iter().any(|begins| term.starts_with(begins)) =>
        {
            name(&term).mend("within tmux or screen TERM begins so: set -g default-terminal tmux-256color")
        }
        Some(term) => name(&term),
    }
}

/// How large it is.
fn size(size: Option<(u16, u16)>) -> Finding {
    let Some((columns, rows)) = size else {
        return Finding::fine(PART, "size", "not known: there is no terminal");
    };
    let told = Finding::fine(PART, "size", format!("{columns}x{rows}"));
    if columns < LEAST.0 || rows < LEAST.1 {
        told.mend("make the window larger: 80x24 is comfortable")
    } else {
        told
    }
}

/// What is used of several: what was set, else what the environment tells, and why.
fn chosen<T: PartialEq>(name: &str, set: Option<T>, told: (T, &str), names: &[(&str, T)]) -> Finding {
    let is_set = set.is_some();
    let used = set.unwrap_or(told.0);
    let word = names.iter().find(|(_, value)| *value == used).map_or("", |(word, _)| *word);
    let why = if is_set { "set in config.toml" } else { told.1 };
    Finding::fine(PART, name, format!("{word}: {why}"))
}

/// Dark or light.
fn ground(set: Option<Ground>, variable: fn(&str) -> Option<String>) -> Finding {
    let word = |ground| if ground == Ground::Dark { "dark" } else { "light" };
    let told = match (set, Ground::told(variable)) {
        (Some(set), _) => format!("{}: set in config.toml", word(set)),
        (None, Some(told)) => format!("{}: COLORFGBG says so", word(told)),
        (None, None) if answers_questions(variable) => "the desk asks the terminal when it starts".to_owned(),
        (None, None) => "not known; dark is assumed".to_owned(),
    };
    Finding::fine(PART, "background", told)
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;

    #[test]
    fn a_terminal_within_tmux_has_tmuxs_name() {
        assert_eq!(term(Some("xterm-256color".to_owned()), Some("tmux")).state, State::Mend);
        assert_eq!(term(Some("tmux-256color".to_owned()), Some("tmux")).state, State::Fine);
        assert_eq!(term(Some("xterm-256color".to_owned()), None).state, State::Fine);
        assert_eq!(term(Some("x".repeat(99)), None).value.len(), LONGEST);
    }

    #[test]
    fn a_window_that_is_too_small_is_told() {
        assert_eq!(size(Some((10, 24))).state, State::Mend);
        assert_eq!(size(Some((80, 24))).value, "80x24");
        assert_eq!(size(None).state, State::Fine);
    }
}
