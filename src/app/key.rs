//! A key as it is pressed, as `keymap.toml` spells it and as a hint shows it.

use std::fmt;
use std::str::FromStr;

use crate::text::nearest::{NAME_MAX, did_you_mean, nearest, quoted};
use crate::text::safe;

/// The most keys that one binding may have.
pub const SEQUENCE_MAX: usize = 4;

/// The highest function key that a terminal can report.
const FUNCTION_MAX: u8 = 35;

/// Which key it is, modifiers aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    /// A key that types this character.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// The tabulator; back-tab is Tab with shift.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page Up.
    PageUp,
    /// Page Down.
    PageDown,
    /// A function key, 1 to 35.
    F(u8),
    /// In a keymap, any key that types a letter from a to z or A to Z and has no meaning of its own there. Nobody
    /// presses it.
    Letter,
}

/// The keys with names: the name in `keymap.toml` and the label in hints.
const NAMED: [(KeyCode, &str, &str); 16] = [
    (KeyCode::Char(' '), "space", "Space"),
    (KeyCode::Enter, "enter", "Enter"),
    (KeyCode::Esc, "esc", "Esc"),
    (KeyCode::Tab, "tab", "Tab"),
    (KeyCode::Backspace, "backspace", "Backspace"),
    (KeyCode::Delete, "delete", "Del"),
    (KeyCode::Insert, "insert", "Ins"),
    (KeyCode::Up, "up", "↑"),
    (KeyCode::Down, "down", "↓"),
    (KeyCode::Left, "left", "←"),
    (KeyCode::Right, "right", "→"),
    (KeyCode::Home, "home", "Home"),
    (KeyCode::End, "end", "End"),
    (KeyCode::PageUp, "pageup", "PgUp"),
    (KeyCode::PageDown, "pagedown", "PgDn"),
    (KeyCode::Letter, "letter", "a…Z"),
];

/// Other spellings that are understood.
const ALIASES: [(&str, KeyCode); 12] = [
    ("return", KeyCode::Enter),
    ("escape", KeyCode::Esc),
    ("del", KeyCode::Delete),
    ("ins", KeyCode::Insert),
    ("bs", KeyCode::Backspace),
    ("spc", KeyCode::Char(' ')),
    ("pgup", KeyCode::PageUp),
    ("page-up", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("pgdown", KeyCode::PageDown),
    ("page-down", KeyCode::PageDown),
    ("backtab", KeyCode::Tab),
];

/// A key with its modifiers, in the one form that stands for all that a terminal can't tell apart. Make
/// it with [`Key::new`], which brings it into that form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key it is.
    pub code: KeyCode,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held; never set with a [`KeyCode::Char`], whose character says it.
    pub shift: bool,
}

impl Key {
    /// The key in its one form: a shifted letter is the capital letter, a letter with Ctrl is the small
    /// letter, and Ctrl with `i`, `m` or `[` is Tab, Enter or Esc, since terminals send the same byte
    /// for both (ASCII control characters).
    pub fn new(code: KeyCode, ctrl: bool, alt: bool, shift: bool) -> Self {
        let plain = |code| Self { code, ctrl: false, alt, shift: false };
        match code {
            KeyCode::Char(c) if ctrl => match single(c.to_lowercase(), c) {
                'i' => plain(KeyCode::Tab),
                'm' => plain(KeyCode::Enter),
                '[' => plain(KeyCode::Esc),
                c => Self { ctrl, ..plain(KeyCode::Char(c)) },
            },
            KeyCode::Char(c) if shift => plain(KeyCode::Char(single(c.to_uppercase(), c))),
            code => Self { code, ctrl, alt, shift },
        }
    }

    /// The key without any modifier.
    pub fn plain(code: KeyCode) -> Self {
        Self::new(code, false, false, false)
    }

    /// The character that the key types, where it types one: no Ctrl, no Alt.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// What stands for this key in a keymap where it has no meaning of its own: [`KeyCode::Letter`] for a letter.
    pub(super) fn general(self) -> Option<Self> {
        self.typed().filter(char::is_ascii_alphabetic).map(|_| Self::plain(KeyCode::Letter))
    }

    /// The same key in the form of [`Key::new`].
    pub fn normal(self) -> Self {
        Self::new(self.code, self.ctrl, self.alt, self.shift)
    }

    /// The key for hints and help: `Ctrl-D`, `Enter`, `Space`, `↑`, `PgDn`. Safe for a terminal.
    pub fn label(self) -> String {
        let mut label = String::new();
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            label.push_str(if held { name } else { "" });
        }
        let named = NAMED.iter().find(|(code, ..)| *code == self.code);
        match (named, self.code) {
            (Some((_, _, name)), _) => label.push_str(name),
            (None, KeyCode::Char(c)) if self.ctrl => label.push(single(c.to_uppercase(), c)),
            (None, KeyCode::Char(c)) => label.push(safe::substitute(c).unwrap_or(c)),
            (None, KeyCode::F(number)) => label.push_str(&format!("F{number}")),
            (None, _) => {}
        }
        label
    }
}

/// The only character, or `otherwise` where there are several: changing case must not make two keys of one.
fn single(mut chars: impl Iterator<Item = char>, otherwise: char) -> char {
    match (chars.next(), chars.next()) {
        (Some(c), None) => c,
        _ => otherwise,
    }
}

/// The spelling of `keymap.toml`, which parses to the same key again.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.normal();
        for (held, name) in [(key.ctrl, "ctrl-"), (key.alt, "alt-"), (key.shift, "shift-")] {
            f.write_str(if held { name } else { "" })?;
        }
        let named = NAMED.iter().find(|(code, ..)| *code == key.code);
        match (named, key.code) {
            (Some((_, name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(c)) => write!(f, "{c}"),
            (None, KeyCode::F(number)) => write!(f, "f{number}"),
            (None, _) => Ok(()),
        }
    }
}

/// Why a key couldn't be understood, and what was likely meant. Safe for a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyError {
    /// What is wrong, with the wrong part named.
    pub reason: String,
    /// What the person can do about it.
    pub remedy: String,
}

impl KeyError {
    fn new(reason: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { reason: reason.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.reason, self.remedy)
    }
}

impl std::error::Error for KeyError {}

/// Modifiers, each followed by `-` (or `+`), then the character or name of the key. Modifiers and names
/// may be written in capitals too; `c-`, `a-`, `m-` and `s-` are understood as Emacs writes them.
impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        if text.chars().nth(NAME_MAX).is_some() {
            return Err(unknown(text));
        }
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        let code = loop {
            if let Some(code) = code_named(rest) {
                break code;
            }
            if rest.is_empty() && !text.is_empty() {
                let reason = format!("no key stands behind {}", quoted(text));
                return Err(KeyError::new(reason, "write it as in 'ctrl-d', and the key '-' as 'ctrl--'"));
            }
            let Some(at) = rest.find(['-', '+']) else { return Err(unknown(rest)) };
            let modifier = &rest[..at];
            match modifier.to_ascii_lowercase().as_str() {
                "ctrl" | "control" | "c" => ctrl = true,
                "alt" | "meta" | "a" | "m" => alt = true,
                "shift" | "s" => shift = true,
                _ => return Err(unknown_modifier(modifier, rest)),
            }
            // Both signs are one byte long.
            rest = &rest[at + 1..];
        };
        if let (true, KeyCode::Char(c)) = (shift, code)
            && !c.is_uppercase()
            && single(c.to_uppercase(), c) == c
        {
            let reason = format!("a terminal doesn't tell that shift is held in {}", quoted(text));
            return Err(KeyError::new(reason, "write the character that the two type together"));
        }
        shift |= rest.eq_ignore_ascii_case("backtab");
        Ok(Self::new(code, ctrl, alt, shift))
    }
}

/// The key that a character, a name or an alias without modifiers stands for.
fn code_named(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return safe::substitute(c).is_none().then_some(KeyCode::Char(c));
    }
    if let Some(number) = name.strip_prefix(['f', 'F'])
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        let number = number.parse().ok().filter(|number| (1..=FUNCTION_MAX).contains(number));
        return number.map(KeyCode::F);
    }
    let named = NAMED.iter().map(|(code, name, _)| (*name, *code)).chain(ALIASES);
    named.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, code)| code)
}

/// The names that are offered where a name is unknown.
fn names() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|(_, name, _)| *name)
}

/// The error for a key that has no such name.
fn unknown(name: &str) -> KeyError {
    if name.is_empty() {
        return KeyError::new("no key is named", "write a key such as 'j', 'ctrl-d' or 'space'");
    }
    let letters: Vec<String> = name.chars().take(SEQUENCE_MAX + 1).map(String::from).collect();
    let run = letters.len() <= SEQUENCE_MAX && letters.iter().all(|letter| code_named(letter).is_some());
    let function = name.strip_prefix(['f', 'F']).is_some_and(|number| number.parse::<u32>().is_ok());
    let otherwise = if function {
        format!("the function keys are f1 to f{FUNCTION_MAX}")
    } else if run {
        format!("keys one after another are written with spaces: {}", quoted(&letters.join(" ")))
    } else {
        "a key is one character or a name such as 'space', 'enter', 'pagedown' or 'f1'".to_owned()
    };
    KeyError::new(format!("no key is called {}", quoted(name)), did_you_mean(name, names(), &otherwise))
}

/// The error for a modifier that doesn't exist, at the beginning of `rest`.
fn unknown_modifier(modifier: &str, rest: &str) -> KeyError {
    if let Some(name) = nearest(rest, names()) {
        let reason = format!("no key is called {}", quoted(rest));
        return KeyError::new(reason, format!("did you mean '{name}'?"));
    }
    let reason = format!("no modifier is called {}", quoted(modifier));
    let otherwise = "the modifiers are ctrl-, alt- and shift-";
    KeyError::new(reason, did_you_mean(modifier, ["ctrl", "alt", "shift"], otherwise))
}

/// The keys of a sequence such as `g g`, with spaces between them; one to [`SEQUENCE_MAX`].
///
/// # Errors
///
/// Where there is no key, there are too many, or one of them isn't understood: the first that is wrong.
pub fn parse_keys(text: &str) -> Result<Vec<Key>, KeyError> {
    let mut parts = text.split([' ', '\t']).filter(|part| !part.is_empty());
    let keys = parts.by_ref().take(SEQUENCE_MAX).map(str::parse).collect::<Result<Vec<Key>, _>>()?;
    if keys.is_empty() {
        let remedy = if text.is_empty() {
            "write a key such as 'j', 'ctrl-d' or 'space'"
        } else {
            "the space bar is written 'space'"
        };
        return Err(KeyError::new("no key is named", remedy));
    }
    if parts.next().is_some() {
        let reason = format!("{} has more than {SEQUENCE_MAX} keys", quoted(text));
        return Err(KeyError::new(reason, format!("use {SEQUENCE_MAX} keys or fewer")));
    }
    Ok(keys)
}

/// Keys one after another as `keymap.toml` spells them: `g g`.
pub fn spell_keys(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

/// Keys one after another for hints and help: `g g`, `Ctrl-X Ctrl-E`. Safe for a terminal.
pub fn label_keys(keys: &[Key]) -> String {
    keys.iter().map(|key| key.label()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[path = "key_tests.rs"]
mod tests;
