//! What kind of terminal one sits at: its colours, its letters and its ground, as far as the environment tells.

/// What may be written for a setting of these names: `auto` before them.
const fn words<T, const NAMES: usize, const WORDS: usize>(
    names: &[(&'static str, T); NAMES],
) -> [&'static str; WORDS] {
    let mut words = ["auto"; WORDS];
    let mut at = 0;
    while at < NAMES {
        words[at + 1] = names[at].0;
        at += 1;
    }
    words
}

/// A variable in which something is.
fn filled(variable: impl Fn(&str) -> Option<String>, name: &str) -> Option<String> {
    variable(name).filter(|value| !value.is_empty())
}

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: what colour says is said by attributes and signs alone.
    None,
    /// The eight of ECMA-48.
    Eight,
    /// These and their bright kin.
    #[default]
    Sixteen,
    /// These and a fixed palette of 240 more.
    Palette,
    /// Any colour of 24 bits.
    True,
}

impl Depth {
    /// What may be written for it: a name, or that it is to be found out.
    pub const WORDS: &[&str] = &words::<_, 5, 6>(&Self::NAMES);

    /// All of them with their names in settings and on the command line.
    pub const NAMES: [(&str, Self); 5] = [
        ("none", Self::None),
        ("8", Self::Eight),
        ("16", Self::Sixteen),
        ("256", Self::Palette),
        ("true", Self::True),
    ];

    /// What the environment tells: `NO_COLOR` (no-color.org), `COLORTERM`, `TERM`, and the variables by which some
    /// terminals make themselves known.
    pub fn told(variable: impl Fn(&str) -> Option<String>) -> Self {
        Self::judged(variable).0
    }

    /// The same, with the variable that says so and what is in it that does.
    pub fn judged(variable: impl Fn(&str) -> Option<String>) -> (Self, &'static str) {
        let filled = |name| filled(&variable, name);
        let term = filled("TERM").unwrap_or_default();
        let without = ["dumb", "vt52", "vt100", "vt102", "vt220", "vt320", "vt420"];
        if filled("NO_COLOR").is_some() {
            return (Self::None, "NO_COLOR is set");
        }
        if without.contains(&term.as_str()) {
            return (Self::None, "TERM names a terminal without colour");
        }
        // Windows has no TERM, and its consoles colour.
        if term.is_empty() && cfg!(unix) {
            return (Self::None, "TERM isn't set");
        }
        let program = filled("TERM_PROGRAM").unwrap_or_default();
        let known = ["iTerm.app", "WezTerm", "ghostty", "vscode", "rio"].contains(&program.as_str());
        let says = |value: String| value == "truecolor" || value == "24bit";
        let within = ["screen", "tmux"].iter().any(|name| term.starts_with(name));
        if filled("COLORTERM").is_some_and(says) {
            (Self::True, "COLORTERM says so")
        } else if term.ends_with("-direct") {
            (Self::True, "TERM says direct")
        } else if known && !within {
            (Self::True, "TERM_PROGRAM names a terminal that has them")
        } else if filled("WT_SESSION").is_some() {
            (Self::True, "WT_SESSION is set")
        } else if term.contains("256color") {
            (Self::Palette, "TERM says 256color")
        } else if ["xterm-kitty", "alacritty", "foot", "xterm-ghostty"].contains(&&*term) {
            (Self::Palette, "TERM names a terminal that has them")
        } else if term.is_empty() {
            (Self::Sixteen, "a console of Windows has them")
        } else if term.contains("16color") {
            (Self::Sixteen, "TERM says 16color")
        } else {
            (Self::Eight, "TERM says nothing of more")
        }
    }
}

/// Which characters the terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Characters {
    /// All of Unicode.
    #[default]
    Unicode,
    /// The letters of texts, but no signs and lines beyond ASCII: a console with a small font.
    Letters,
    /// Only ASCII. Other letters are shown as the ASCII ones they are made of, or as `?`.
    Ascii,
}

impl Characters {
    /// What may be written for it: a name, or that it is to be found out.
    pub const WORDS: &[&str] = &words::<_, 3, 4>(&Self::NAMES);

    /// All of them with their names in settings.
    pub const NAMES: [(&str, Self); 3] =
        [("unicode", Self::Unicode), ("letters", Self::Letters), ("ascii", Self::Ascii)];

    /// What the environment tells. A locale that is named and isn't of UTF-8 (`LANG=C`) has only ASCII; where none is
    /// named, as in many containers, the terminal is taken to be of this century.
    pub fn told(variable: impl Fn(&str) -> Option<String>) -> Self {
        Self::judged(variable).0
    }

    /// The same, with what says so.
    pub fn judged(variable: impl Fn(&str) -> Option<String>) -> (Self, &'static str) {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| {
            let value = variable(name)?;
            Some(value.to_ascii_lowercase()).filter(|value| !value.is_empty())
        });
        let named = locale.is_some();
        let narrow = locale.is_some_and(|locale| !locale.contains("utf-8") && !locale.contains("utf8"));
        match variable("TERM").as_deref() {
            _ if narrow && cfg!(unix) => (Self::Ascii, "the locale isn't one of UTF-8"),
            // The fonts of the Linux console have some hundred characters.
            Some("linux" | "dumb") => (Self::Letters, "TERM names a console"),
            _ if named && cfg!(unix) => (Self::Unicode, "the locale is one of UTF-8"),
            _ => (Self::Unicode, "no locale says otherwise"),
        }
    }
}

/// The ground that the terminal shows text on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Light letters on dark.
    Dark,
    /// Dark letters on light.
    Light,
}

impl Ground {
    /// What may be written for it: a name, or that it is to be found out.
    pub const WORDS: &[&str] = &words::<_, 2, 3>(&Self::NAMES);

    /// Both with their names in settings.
    pub const NAMES: [(&str, Self); 2] = [("dark", Self::Dark), ("light", Self::Light)];

    /// What `COLORFGBG` tells, which some terminals set: the numbers of the colours of text and ground.
    pub fn told(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let value = variable("COLORFGBG")?;
        let ground: u8 = value.rsplit(';').next()?.parse().ok()?;
        match ground {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            _ => None,
        }
    }

    /// What a terminal answers to the question for its ground (OSC 11): `rgb:` and three numbers of one to four
    /// hexadecimal digits, as XParseColor takes them, or `rgba:` and four.
    pub fn answered(answer: &str) -> Option<Self> {
        let numbers = answer.strip_prefix("rgb:").or_else(|| answer.strip_prefix("rgba:"))?;
        let mut parts = numbers.split('/').map(|part| {
            let most = 16_u32.checked_pow(part.len() as u32).filter(|_| (1..=4).contains(&part.len()))? - 1;
            Some(f64::from(u32::from_str_radix(part, 16).ok()?) / f64::from(most))
        });
        let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
        // How bright an eye takes it to be (ITU-R BT.601).
        let bright = 0.299 * red + 0.587 * green + 0.114 * blue;
        Some(if bright > 0.5 { Self::Light } else { Self::Dark })
    }
}

/// Whether the terminal is one that can be asked: those without a name, and the consoles of kernels, would show the
/// question.
pub fn answers_questions(variable: impl Fn(&str) -> Option<String>) -> bool {
    variable("TERM").is_some_and(|term| {
        let known = [
            "xterm",
            "tmux",
            "screen",
            "rxvt",
            "alacritty",
            "foot",
            "konsole",
            "vte",
            "st-",
            "wezterm",
            "contour",
        ];
        known.iter().any(|name| term.starts_with(name))
    })
}

/// Whether the terminal's window can be called by any title. GNU screen (seen with 4.9) hands a title on with the lowest byte
/// of each character alone: of `Л` (U+041B) only ESC is left, with which a document could steer the terminal around it. It
/// is known by `STY`, and by its `TERM` where that isn't of a tmux; an SSH connection from within tmux to a machine that is
/// told `screen` goes without titles.
pub fn takes_titles(variable: impl Fn(&str) -> Option<String>) -> bool {
    let filled = |name| filled(&variable, name);
    let is_named_so = filled("TERM").is_some_and(|term| term.starts_with("screen"));
    let in_screen = filled("STY").is_some() || (is_named_so && filled("TMUX").is_none());
    !in_screen && answers_questions(variable)
}

/// Whether the terminal is known to make links of what is told to it as such (OSC 8). tmux hands them on from 3.4 on.
pub fn makes_links(variable: impl Fn(&str) -> Option<String>) -> bool {
    let filled = |name| filled(&variable, name);
    let number = |name| filled(name).and_then(|value| value.parse::<u32>().ok());
    let program = filled("TERM_PROGRAM").unwrap_or_default();
    if program == "tmux" {
        let version = filled("TERM_PROGRAM_VERSION").unwrap_or_default();
        let mut parts =
            version.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse::<u32>().unwrap_or(0));
        return (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= (3, 4);
    }
    let term = filled("TERM").unwrap_or_default();
    if term.starts_with("screen") || term.starts_with("tmux") {
        return false;
    }
    ["iTerm.app", "WezTerm", "ghostty", "vscode", "rio", "Hyper"].contains(&&*program)
        || ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm"]
            .iter()
            .any(|name| term.starts_with(name))
        || number("VTE_VERSION").is_some_and(|version| version >= 5000)
        || filled("KONSOLE_VERSION").is_some()
        || filled("WT_SESSION").is_some()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// The variables of an environment.
    fn of<'a>(variables: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<String> + 'a {
        move |name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn colours_are_those_that_the_environment_tells_of() {
        for (variables, depth) in [
            (&[("TERM", "xterm-256color")][..], Depth::Palette),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], Depth::True),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], Depth::None),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "")], Depth::Palette),
            (&[("TERM", "screen-256color"), ("TERM_PROGRAM", "iTerm.app")], Depth::Palette),
            (&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")], Depth::True),
            (&[("TERM", "dumb")], Depth::None),
            (&[("TERM", "vt220")], Depth::None),
            (&[("TERM", "linux")], Depth::Eight),
            (&[("TERM", "screen")], Depth::Eight),
            (&[("TERM", "rxvt-16color")], Depth::Sixteen),
            (&[("TERM", "xterm-direct")], Depth::True),
        ] {
            assert_eq!(Depth::told(of(variables)), depth, "{variables:?}");
        }
    }

    #[test]
    fn a_title_is_told_where_it_is_handed_on_as_it_is() {
        for (variables, takes) in [
            (&[("TERM", "xterm-256color")][..], true),
            (&[("TERM", "tmux-256color"), ("TMUX", "/tmp/tmux")], true),
            (&[("TERM", "screen-256color"), ("TMUX", "/tmp/tmux")], true),
            (&[("TERM", "screen-256color")], false),
            (&[("TERM", "screen.xterm-256color"), ("STY", "7.tty")], false),
            (&[("TERM", "xterm-256color"), ("STY", "7.tty")], false),
            (&[("TERM", "linux")], false),
            (&[], false),
        ] {
            assert_eq!(takes_titles(of(variables)), takes, "{variables:?}");
        }
    }

    #[test]
    fn links_are_made_where_the_terminal_is_known_to_take_them() {
        for (variables, makes) in [
            (&[("TERM", "xterm-kitty")][..], true),
            (&[("TERM", "alacritty")], true),
            (&[("TERM", "xterm-256color")], false),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")], true),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "4800")], false),
            (&[("TERM", "tmux-256color"), ("VTE_VERSION", "7600")], false),
            (&[("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.4")], true),
            (&[("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a")], false),
            (&[("TERM", "screen"), ("TERM_PROGRAM", "WezTerm")], false),
            (&[("TERM", "linux")], false),
        ] {
            assert_eq!(makes_links(of(variables)), makes, "{variables:?}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn characters_are_those_of_the_locale() {
        for (variables, characters) in [
            (&[("LANG", "en_GB.UTF-8")][..], Characters::Unicode),
            (&[("LANG", "C.utf8")], Characters::Unicode),
            (&[("LANG", "C")], Characters::Ascii),
            (&[("LANG", "de_DE.ISO-8859-1")], Characters::Ascii),
            (&[("LANG", "C"), ("LC_ALL", "C.UTF-8")], Characters::Unicode),
            (&[("LANG", "de_DE.UTF-8"), ("LC_CTYPE", "C")], Characters::Ascii),
            (&[], Characters::Unicode),
            (&[("TERM", "linux"), ("LANG", "C.UTF-8")], Characters::Letters),
        ] {
            assert_eq!(Characters::told(of(variables)), characters, "{variables:?}");
        }
    }

    #[test]
    fn the_ground_is_what_the_terminal_answers() {
        for (answer, ground) in [
            ("rgb:0000/0000/0000", Some(Ground::Dark)),
            ("rgb:ffff/ffff/ffff", Some(Ground::Light)),
            ("rgb:fd/f6/e3", Some(Ground::Light)),
            ("rgb:2828/2c2c/3434", Some(Ground::Dark)),
            ("rgba:ffff/ffff/ffff/0000", Some(Ground::Light)),
            ("rgb:f/f/f", Some(Ground::Light)),
            ("rgb:fffff/0/0", None),
            ("rgb:0000/0000", None),
            ("#000000", None),
            ("rgb:-1/0/0", None),
            ("", None),
        ] {
            assert_eq!(Ground::answered(answer), ground, "{answer}");
        }
        assert_eq!(Ground::told(of(&[("COLORFGBG", "15;0")])), Some(Ground::Dark));
        assert_eq!(Ground::told(of(&[("COLORFGBG", "0;default;15")])), Some(Ground::Light));
        assert_eq!(Ground::told(of(&[("COLORFGBG", "0;default")])), None);
        assert_eq!(Ground::told(of(&[])), None);
    }
}
