//! The clipboard of the machine that the person sits at: by the terminal (OSC 52), through tmux and screen too, or by a
//! program of this machine where it has the display.

use std::io::Write;
use std::process::Stdio;

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::memory::stranger;

/// How a text gets to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The terminal takes it.
    Terminal,
    /// tmux takes it, and what it doesn't take it hands on.
    Tmux,
    /// GNU screen hands it on, in parts.
    Screen,
    /// This program takes it: its name and its arguments.
    Program(&'static [&'static str]),
}

/// The programs that take a text for the clipboard from their input, each with the variable that tells of its display.
const PROGRAMS: [(&str, &[&str]); 4] = [
    ("WAYLAND_DISPLAY", &["wl-copy"]),
    ("DISPLAY", &["xclip", "-selection", "clipboard"]),
    ("DISPLAY", &["xsel", "--clipboard", "--input"]),
    ("__CFBundleIdentifier", &["pbcopy"]),
];

/// Puts what it reads on tmux's own clipboard, and on that of the terminal outside (tmux 3.2).
const TMUX: &[&str] = &["tmux", "load-buffer", "-w", "-"];

/// Bytes of a string that GNU screen takes at once (its limit is 768).
const SCREEN_TAKES: usize = 700;

/// The base 64 that terminals are known to take: what is longer some cut and some drop.
pub(super) const TERMINALS_TAKE: usize = 74_994;

impl Way {
    /// The way from this process.
    pub(super) fn here() -> Self {
        Self::told(|name| std::env::var(name).ok(), is_program)
    }

    /// The way from here, by the environment. Over SSH the display is another machine's, so that the terminal is asked.
    fn told(variable: impl Fn(&str) -> Option<String>, is_there: impl Fn(&str) -> bool) -> Self {
        let filled = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let far = ["SSH_CONNECTION", "SSH_TTY", "MOSH_CONNECTION"].iter().any(|name| filled(name));
        let program = PROGRAMS.iter().find(|(display, words)| {
            filled(display) && words.first().is_some_and(|program| is_there(program))
        });
        match program.filter(|_| !far) {
            Some((_, words)) => Self::Program(words),
            // Asked by its own program tmux takes the text whatever it lets the programs in it do.
            None if filled("TMUX") && is_there(TMUX[0]) => Self::Program(TMUX),
            None if filled("TMUX") => Self::Tmux,
            None if filled("STY") => Self::Screen,
            None => Self::Terminal,
        }
    }

    /// The way where this one fails: an old tmux has no such command.
    pub(super) fn otherwise(self) -> Option<Self> {
        (self == Self::Program(TMUX)).then_some(Self::Tmux)
    }

    /// What it is called in the status line.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Terminal => "to the terminal (OSC 52)",
            Self::Tmux => "to tmux (OSC 52)",
            Self::Screen => "through screen (OSC 52)",
            Self::Program(words) => words.first().copied().unwrap_or_default(),
        }
    }

    /// What is sent to the terminal, that it takes the text; nothing where a program does.
    pub(super) fn sequence(self, text: &str) -> String {
        let whole = format!("\x1b]52;c;{}\x07", BASE64_STANDARD.encode(text));
        match self {
            Self::Terminal => whole,
            // tmux takes it itself where `set-clipboard` is on, and hands it on where `allow-passthrough` is: each does
            // nothing where it is off, and twice the same text is no harm.
            Self::Tmux => format!("{whole}\x1bPtmux;{}\x1b\\", whole.replace('\x1b', "\x1b\x1b")),
            Self::Screen => {
                let mut parts = String::new();
                let mut rest = whole.as_str();
                while !rest.is_empty() {
                    // All of it is ASCII.
                    let (part, more) = rest.split_at(rest.len().min(SCREEN_TAKES));
                    parts.extend(["\x1bP", part, "\x1b\\"]);
                    rest = more;
                }
                parts
            }
            Self::Program(_) => String::new(),
        }
    }
}

/// The way from here, in words.
pub fn clipboard_way() -> &'static str {
    Way::here().label()
}

/// Whether a program of that name is in the folders where programs are looked for.
fn is_program(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(name).is_file())
}

/// Gives a text to a program and waits for it to have taken it.
///
/// # Errors
///
/// Says why it didn't.
pub(super) fn hand_over(words: &[&str], text: &str) -> Result<(), String> {
    let Some((program, arguments)) = words.split_first() else { return Err("no program".to_owned()) };
    let failed = |error: std::io::Error| format!("{program}: {error}");
    let mut child = stranger(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    let status = child.wait().map_err(failed)?;
    written.map_err(failed)?;
    if status.success() { Ok(()) } else { Err(format!("{program} ended with {status}")) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn told(variables: &[&str], programs: &[&str]) -> Way {
        let set = |name: &str| variables.contains(&name).then(|| "set".to_owned());
        Way::told(set, |program| programs.contains(&program))
    }

    #[test]
    fn a_program_is_used_only_where_the_display_is() {
        assert_eq!(told(&[], &["xclip"]), Way::Terminal);
        assert_eq!(told(&["DISPLAY"], &["xclip"]).label(), "xclip");
        assert_eq!(told(&["DISPLAY"], &["xsel"]).label(), "xsel");
        assert_eq!(told(&["DISPLAY"], &[]), Way::Terminal);
        assert_eq!(told(&["DISPLAY", "WAYLAND_DISPLAY"], &["wl-copy", "xclip"]).label(), "wl-copy");
        assert_eq!(told(&["DISPLAY", "SSH_CONNECTION"], &["xclip"]), Way::Terminal);
        assert_eq!(told(&["TMUX"], &[]), Way::Tmux);
        assert_eq!(told(&["STY"], &[]), Way::Screen);
    }

    #[test]
    fn tmux_takes_it_or_hands_it_on() {
        assert_eq!(Way::Tmux.sequence("foo"), "\x1b]52;c;Zm9v\x07\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\");
    }

    #[test]
    fn screen_gets_parts_that_come_out_as_one() {
        let text = "a long passage. ".repeat(200);
        let sent = Way::Screen.sequence(&text);
        let parts: Vec<&str> =
            sent.split("\x1bP").skip(1).map(|part| part.strip_suffix("\x1b\\").unwrap()).collect();
        assert!(parts.len() > 3 && parts.iter().all(|part| part.len() <= 768));
        assert_eq!(parts.concat(), Way::Terminal.sequence(&text));
    }
}
