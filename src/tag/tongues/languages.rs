//! The languages that have tables, and the choice among them.

use std::sync::OnceLock;

use super::lexis::Lexis;
use super::tongue::Tongue;
use crate::text::Text;

mod belarusian;
mod cyrillic;
mod dutch;
mod french;
mod german;
mod italian;
mod polish;
mod portuguese;
mod russian;
mod spanish;
mod ukrainian;
mod unknown;

pub(super) use cyrillic::GIVEN as CYRILLIC_GIVEN;

/// Given names in Polish.
pub(super) const POLISH_GIVEN: &str = polish::TONGUE.given;

/// The bytes of a text without a known language whose letters are looked at.
const SAMPLE: usize = 4096;

/// All languages with tables; the first stands for all others.
static TONGUES: [&Tongue; 11] = [
    &unknown::TONGUE,
    &german::TONGUE,
    &french::TONGUE,
    &spanish::TONGUE,
    &italian::TONGUE,
    &portuguese::TONGUE,
    &dutch::TONGUE,
    &polish::TONGUE,
    &russian::TONGUE,
    &ukrainian::TONGUE,
    &belarusian::TONGUE,
];

/// Their tables, each built when it's first asked.
static LEXES: [OnceLock<Lexis>; TONGUES.len()] = [const { OnceLock::new() }; TONGUES.len()];

/// The tables of the language with that code of ISO 639-1; those for unknown ones where it has none.
pub(super) fn lexis(code: &str) -> &'static Lexis {
    let at = TONGUES.iter().position(|tongue| tongue.code == code).unwrap_or(0);
    LEXES[at].get_or_init(|| Lexis::new(TONGUES[at]))
}

/// All languages with tables.
pub(super) fn tongues() -> [&'static Tongue; 11] {
    TONGUES
}

/// The code of the language in which a text without a known one is written, as far as its letters tell: Belarusian and
/// Ukrainian have letters of their own, and what has letters that only Russian and Belarusian have is Russian.
pub(super) fn guessed(text: &Text) -> &'static str {
    let (mut read, mut russian) = (0, false);
    for block in text.body() {
        for c in block.span.of(text.as_str()).chars().take(SAMPLE) {
            read += c.len_utf8();
            match c {
                'ў' | 'Ў' => return "be",
                'ї' | 'є' | 'ґ' | 'Ї' | 'Є' => return "uk",
                'ы' | 'э' | 'ё' => russian = true,
                _ => {}
            }
        }
        if read > SAMPLE {
            break;
        }
    }
    if russian { "ru" } else { "" }
}
