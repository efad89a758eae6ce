//! Reading numbers from tokens: "1.5 billion", "10 000", "5-10", "two and a half million", "half a million".

use super::super::scan::{Shape, Token};
use super::super::{Context, Decimal};
use super::digits::decimal;
use super::words::{BEHIND_SIGN, OF_A_LANGUAGE, OF_ENGLISH, WORDS, Word, touching_only};

/// The languages that put a stop before the fraction; the others put a comma there. From the common locale data of
/// Unicode (CLDR), `decimal` of each language.
const STOPS: &[&str] = &["en", "zh", "ja", "ko", "th", "he", "hi", "bn", "ur", "ga", "mt", "sw", "ms"];
/// The languages whose "billion" is a thousand millions, beside English.
const SHORT_SCALE: &[&str] = &["en", "pt", "ru", "uk", "be", "tr", "ar", "cy", "ga"];

/// The tokens of a piece of text and what the document's language says of its numbers.
#[derive(Clone, Copy)]
pub(in crate::tag) struct Reading<'a> {
    pub(in crate::tag) text: &'a str,
    pub(in crate::tag) tokens: &'a [Token],
    /// Whether a comma stands before the fraction.
    comma: bool,
    /// Whether a billion is a million millions.
    long: bool,
    /// Whether words for a thousand such as "mil" are read.
    foreign: bool,
}

/// A number, or two that stand for a range, and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tag) struct Number {
    pub(in crate::tag) least: Decimal,
    pub(in crate::tag) greatest: Option<Decimal>,
    /// The power of ten said behind it.
    pub(in crate::tag) power: i32,
    /// Whether it begins with a word rather than with a digit.
    pub(in crate::tag) spelled: bool,
    /// The token behind it.
    pub(in crate::tag) end: usize,
}

impl<'a> Reading<'a> {
    pub(in crate::tag) fn new(text: &'a str, tokens: &'a [Token], context: &Context) -> Self {
        let language = context.language.as_deref().unwrap_or("en");
        let language = language.split('-').next().unwrap_or_default();
        Self {
            text,
            tokens,
            comma: !STOPS.contains(&language),
            long: !STOPS.contains(&language) && !SHORT_SCALE.contains(&language),
            foreign: language != "en",
        }
    }

    /// The token there.
    pub(in crate::tag) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The text of the token there, or nothing.
    pub(in crate::tag) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The text of the token before `at`, or nothing.
    pub(in crate::tag) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// Whether the token there stands right behind the one before it.
    pub(in crate::tag) fn touches(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether the token there is a hyphen or a dash.
    pub(in crate::tag) fn dash(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            matches!(token.shape, Shape::Mark('-' | '–' | '—' | '−' | '\u{2010}' | '\u{2011}'))
        })
    }

    /// Whether the text is in another language than English, so far as is known.
    pub(in crate::tag) fn foreign(&self) -> bool {
        self.foreign
    }

    /// The number in figures at `at`, behind the sign of a currency: there "5 m" is 5 million.
    pub(in crate::tag) fn number_behind_sign(&self, at: usize) -> Option<Number> {
        let number = self.figures(at)?;
        let Some(token) = self.tokens.get(number.end).filter(|_| number.power == 0) else {
            return Some(number);
        };
        let word = token.span.of(self.text);
        let letters = || BEHIND_SIGN.iter().find(|(letters, _)| word.eq_ignore_ascii_case(letters));
        let power = match WORDS.get(&token.key) {
            Some(Word::Power(power, _)) if token.spaced => i32::from(*power),
            // "$5 T" may begin a word: a letter alone has to touch.
            _ => match letters().filter(|(letters, _)| !token.spaced || letters.len() > 1) {
                Some((_, power)) => *power,
                None => return Some(number),
            },
        };
        Number { power, end: number.end + 1, ..number }.scaled()
    }

    /// Whether letters that the number doesn't have in it are glued to its end, so that nobody knows what it is: "5xyz".
    pub(in crate::tag) fn is_glued(&self, number: &Number) -> bool {
        let behind = self.tokens.get(number.end).filter(|token| !token.spaced && !number.spelled);
        let first = behind.and_then(|token| token.span.of(self.text).chars().next());
        // In scripts without capitals words stand behind one another without a blank.
        first.is_some_and(|c| c.is_lowercase() || c.is_uppercase() || "十百千万萬亿億兆천만억조".contains(c))
    }

    /// The number as it is meant where it counts money: exactly three zeros behind a stop are thousands in any language.
    pub(in crate::tag) fn in_money(&self, at: usize, number: Number) -> Number {
        let thousands = |word: &str| {
            let whole = word.strip_suffix(".000").unwrap_or_default();
            (1..=3).contains(&whole.len())
                && !whole.starts_with('0')
                && whole.bytes().all(|byte| byte.is_ascii_digit())
        };
        if self.comma || number.power != 0 || number.end != at + 1 {
            return number;
        }
        let (least, greatest) = match self.word(at).split_once('-') {
            Some((least, greatest)) => (least, greatest),
            None => (self.word(at), ""),
        };
        let scaled =
            |value: Decimal, word| if thousands(word) { value.scaled(3).unwrap_or(value) } else { value };
        Number {
            least: scaled(number.least, least),
            greatest: number.greatest.map(|value| scaled(value, greatest)),
            ..number
        }
    }

    /// The number that begins with the token at `at`.
    pub(in crate::tag) fn number(&self, at: usize) -> Option<Number> {
        match self.tokens.get(at)?.shape {
            Shape::Number => self.figures(at),
            Shape::Lower | Shape::Title => self.spelled(at),
            _ => None,
        }
    }

    fn figures(&self, at: usize) -> Option<Number> {
        let word = self.word(at);
        let (least, greatest, mut end) = match word.split_once('-') {
            Some((least, greatest)) => {
                let (a, b) = (decimal(least, self.comma)?, decimal(greatest, self.comma)?);
                // "555-0143" is no range.
                let range =
                    a.compare(b).is_lt() && (!greatest.starts_with('0') || greatest.starts_with("0."));
                (a, Some(range.then_some(b)?), at + 1)
            }
            None => match self.spaced_groups(at) {
                Some((number, end)) => (number, None, end),
                None => (decimal(word, self.comma)?, None, at + 1),
            },
        };
        let mut number = Number { least, greatest, power: 0, spelled: false, end };
        while let Some((power, behind)) = self.power(end) {
            number.power += power;
            end = behind;
            if end > at + 8 {
                break;
            }
        }
        number.end = end;
        number.scaled()
    }

    /// "10 000 000": groups of three digits, each behind one blank.
    fn spaced_groups(&self, at: usize) -> Option<(Decimal, usize)> {
        let first = self.word(at);
        if first.len() > 3 || first.starts_with('0') || !first.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut end = at + 1;
        let mut joined = first.to_owned();
        while let Some(group) = self.tokens.get(end).filter(|token| token.shape == Shape::Number) {
            let gap =
                self.text.get(self.tokens.get(end - 1)?.span.end as usize..group.span.start as usize)?;
            let word = group.span.of(self.text);
            let whole = word.split(['.', ',']).next().unwrap_or_default();
            let digits = whole.len() == 3 && whole.bytes().all(|byte| byte.is_ascii_digit());
            if !matches!(gap, " " | "\u{a0}" | "\u{202f}" | "\u{2009}") || !digits || joined.len() > 32 {
                break;
            }
            joined.push_str(word);
            end += 1;
            if whole.len() < word.len() {
                break;
            }
        }
        if end == at + 1 {
            return None;
        }
        // Groups are parted by blanks, so that what is left stands before the fraction.
        let number = decimal(&joined.replace(',', "."), false)?;
        Some((number, end))
    }

    /// The power of ten that is said at `at`, perhaps behind a hyphen, and where it ends.
    fn power(&self, at: usize) -> Option<(i32, usize)> {
        let hyphen = self.tokens.get(at).is_some_and(|token| token.is('-') && !token.spaced)
            && self.touches(at + 1)
            && self.tokens.get(at + 1).is_some_and(|token| token.shape == Shape::Lower);
        let at = at + usize::from(hyphen);
        let token = self.tokens.get(at)?;
        let word = token.span.of(self.text);
        if let Some(&Word::Power(short, long)) = WORDS.get(&token.key) {
            let alone = touching_only(word) && (token.spaced || hyphen);
            let power = i32::from(if self.long { long } else { short });
            // "20 Mio. Dollar": the stop of an abbreviation. In English the next sentence may begin behind it, with a
            // capital.
            let goes_on = |next: &Token| {
                self.foreign
                    || next.shape == Shape::Lower
                    || next.shape == Shape::Caps && next.span.len() == 3
            };
            let stop = word.chars().count() < 5
                && self.tokens.get(at + 1).is_some_and(|token| token.is('.') && !token.spaced)
                && self.tokens.get(at + 2).is_some_and(|token| token.key != 0 && goes_on(token));
            let end = at + 1 + usize::from(stop);
            return (!alone && token.shape != Shape::Address).then_some((power, end));
        }
        // "10 Mil helicopters" are of a maker.
        let lower = token.shape == Shape::Lower || !token.spaced && !self.foreign;
        let own = if self.foreign { OF_A_LANGUAGE } else { OF_ENGLISH };
        let (_, power) = own.iter().find(|(name, _)| lower && name.eq_ignore_ascii_case(word))?;
        Some((*power, at + 1))
    }

    /// A number in English words.
    fn spelled(&self, at: usize) -> Option<Number> {
        let word = |at: usize| self.tokens.get(at).and_then(|token| WORDS.get(&token.key)).copied();
        let number = |digits: i128, exponent, power, end| {
            let least = Decimal::new(digits, exponent)?;
            Some(Number { least, greatest: None, power, spelled: true, end })
        };
        // "half a million", "a half million", "half million".
        let half = match (word(at)?, word(at + 1)) {
            (Word::Half, Some(Word::One)) | (Word::One, Some(Word::Half)) => Some(at + 2),
            (Word::Half, _) => Some(at + 1),
            _ => None,
        };
        if let Some(end) = half {
            let (power, end) = self.power(end)?;
            return number(5, -1, power, end)?.scaled();
        }
        if word(at)? == Word::One {
            let (power, _) = self.power(at + 1)?;
            return (power >= 2).then(|| self.words_from(at + 1, 1)).flatten();
        }
        if matches!(word(at)?, Word::Power(..) | Word::And) {
            return None;
        }
        self.words_from(at, 0)
    }

    /// Words for a number from `at` on, `current` said before them.
    fn words_from(&self, at: usize, current: i128) -> Option<Number> {
        let word = |at: usize| self.tokens.get(at).and_then(|token| WORDS.get(&token.key)).copied();
        let (mut total, mut current, mut last) = (0i128, current, i32::MAX);
        let (mut end, mut said) = (at, current > 0);
        while end < at + 16 {
            match word(end) {
                Some(Word::Small(number)) => {
                    let number = i128::from(number);
                    let fits = (current % 100 == 0 && (number > 0 || !said))
                        || (current % 100 >= 20 && current % 10 == 0 && (1..10).contains(&number));
                    if !fits {
                        break;
                    }
                    (current, said) = (current + number, true);
                    end += 1;
                }
                Some(Word::Power(2, _)) if (1..100).contains(&current) => {
                    current *= 100;
                    end += 1;
                }
                Some(Word::Power(3.., _)) if current > 0 => {
                    let Some((power, behind)) = self.power(end).filter(|(power, _)| *power < last) else {
                        break;
                    };
                    total += current.checked_mul(10i128.checked_pow(u32::try_from(power).ok()?)?)?;
                    (current, last, end) = (0, power, behind);
                }
                // "two hundred and fifty", "two and a half million".
                Some(Word::And) if said => match (word(end + 1), word(end + 2)) {
                    (Some(Word::Small(1..)), _) if current % 100 == 0 => end += 1,
                    (Some(Word::One), Some(Word::Half)) if total == 0 => {
                        let (power, end) = self.power(end + 3)?;
                        let least = Decimal::new(current.checked_mul(10)?.checked_add(5)?, -1)?;
                        return Number { least, greatest: None, power, spelled: true, end }.scaled();
                    }
                    _ => break,
                },
                _ => break,
            }
        }
        let least = Decimal::new(total.checked_add(current)?, 0).filter(|_| said)?;
        let power = if last == i32::MAX { 0 } else { last };
        Some(Number { least, greatest: None, power, spelled: true, end })
    }
}

impl Number {
    /// Whether it is below a thousand, with no power of ten said.
    pub(in crate::tag) fn small(&self) -> bool {
        self.power == 0 && Decimal::new(1, 3).is_some_and(|thousand| self.least.compare(thousand).is_lt())
    }

    /// The number with its power of ten in it; None where that is too much.
    fn scaled(mut self) -> Option<Self> {
        self.least = self.least.scaled(self.power)?;
        self.greatest = match self.greatest {
            Some(greatest) => Some(greatest.scaled(self.power)?),
            None => None,
        };
        Some(self)
    }
}
