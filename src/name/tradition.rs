//! Of which tradition a name is: whether its letters came from another alphabet, and by which rules.

use super::sound::Ear;

/// Traditions, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tradition(u16);

impl Tradition {
    /// Of none that is told by its letters.
    pub(super) const NONE: Self = Self(0);
    pub(super) const SLAVIC: Self = Self(1);
    pub(super) const ARABIC: Self = Self(1 << 1);
    pub(super) const HEBREW: Self = Self(1 << 2);
    pub(super) const GREEK: Self = Self(1 << 3);
    pub(super) const TURKIC: Self = Self(1 << 4);
    pub(super) const INDIAN: Self = Self(1 << 5);
    pub(super) const IBERIAN: Self = Self(1 << 6);
    pub(super) const CAUCASIAN: Self = Self(1 << 7);
    pub(super) const HUNGARIAN: Self = Self(1 << 8);
    pub(super) const CENTRAL: Self = Self(1 << 9);
    pub(super) const UNVOWELLED: Self = Self(1 << 10);
    pub(super) const JAPANESE: Self = Self(1 << 11);

    /// That of a part of the table of given names, by the letter before it.
    pub(super) fn marked(mark: &str) -> Self {
        match mark.bytes().next() {
            Some(b's') => Self::SLAVIC,
            Some(b'a') => Self::ARABIC,
            Some(b'h') => Self::HEBREW,
            Some(b'g') => Self::GREEK,
            Some(b't') => Self::TURKIC,
            Some(b'n') => Self::INDIAN,
            Some(b'i') => Self::IBERIAN,
            Some(b'x') => Self::CAUCASIAN,
            Some(b'u') => Self::HUNGARIAN,
            Some(b'p') => Self::CENTRAL,
            _ => Self::NONE,
        }
    }

    /// Both together.
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has one of those.
    pub(super) fn is(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }

    /// How its words are compared; `None` where letters are to be the same.
    pub(super) fn ear(self) -> Option<Ear> {
        if self.is(Self::UNVOWELLED) {
            Some(Ear::Unvowelled)
        } else if self.is(Self(Self::ARABIC.0 | Self::HEBREW.0 | Self::INDIAN.0)) {
            Some(Ear::Semitic)
        } else if self
            .is(Self(Self::SLAVIC.0 | Self::GREEK.0 | Self::CAUCASIAN.0 | Self::TURKIC.0 | Self::JAPANESE.0))
        {
            Some(Ear::Slavic)
        } else {
            None
        }
    }

    /// That of a surname, by its ending.
    pub(super) fn of_surname(plain: &str) -> Self {
        const SLAVIC: &[&str] = &[
            "ov", "ev", "ova", "eva", "off", "eff", "ow", "ew", "enko", "enka", "anko", "ienko", "sky",
            "ski", "skii", "skiy", "skij", "skyi", "skyy", "tzki", "tsky", "skaya", "skaja", "skaia",
            "skaïa", "ich", "itsch", "itch", "icz", "ych", "chuk", "czuk", "tschuk", "chenko", "gin", "shin",
            "kin", "lin", "nin", "ine", "inoff", "vych", "owitsch", "cki", "cky", "dzki", "ic", "yev", "jew",
            "iev", "kov", "iuk", "yuk", "zhin", "jine", "tsyn", "tsin", "zyn", "sin", "oy", "oi", "oj",
        ];
        const CAUCASIAN: &[&str] =
            &["shvili", "schwili", "chvili", "adze", "adse", "idze", "nidze", "khurdia", "churdia"];
        const ARMENIAN: &[&str] = &["yan", "ian", "jan"];
        let ends = |endings: &[&str]| plain.len() > 4 && endings.iter().any(|ending| plain.ends_with(ending));
        if ends(CAUCASIAN) || plain.len() > 6 && ends(ARMENIAN) {
            Self::CAUCASIAN
        } else if ends(SLAVIC) {
            Self::SLAVIC
        } else {
            Self::NONE
        }
    }
}
