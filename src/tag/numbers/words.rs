//! Words for numbers and for powers of ten.

use std::sync::LazyLock;

use super::super::key::{ByKey, Key, key};

/// What a word is in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A number below 100.
    Small(u8),
    /// A power of ten. Where it is one in languages that count in millions of millions (where "billion" is 12), that too.
    Power(i8, i8),
    /// "a", "an".
    One,
    /// "half".
    Half,
    /// "and".
    And,
}

/// English words for the numbers up to 19.
const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen";
/// English words for the tens from 20 on.
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

/// Words for powers of ten on the short scale and on the long one, where "billion" is a million millions. Words of one
/// language that mean something else in another stand in [`OF_A_LANGUAGE`].
const POWERS: &[(i8, i8, &str)] = &[
    (2, 2, "hundred"),
    (3, 3, "thousand tausend tsd тысяч тысячи тысяча тыс тис тисяч тисячі тысячаў k"),
    (5, 5, "lakh lakhs lac"),
    (
        6,
        6,
        "million millions mln mn mio millionen millones millón milioni milione milionów miliony milion milhões milhão \
         миллион миллиона миллионов млн мільйон мільйона мільйонів мільйони мільён мільёна мільёнаў m mm",
    ),
    (7, 7, "crore crores"),
    (
        9,
        9,
        "bn bln milliarden milliarde mrd md milliards milliard miliardi miliardo miliardów miliardy miliard mld \
         миллиард миллиарда миллиардов млрд мільярд мільярда мільярдів мільярди мільярда мільярдаў b",
    ),
    (9, 12, "billion billions billionen bilhões bilhão"),
    (12, 12, "trn tn триллион триллиона триллионов трлн трильйон трильйонів trilhões trilhão"),
    (12, 18, "trillion trillions"),
];

/// Words for a thousand that mean something else in other languages.
pub(super) const OF_A_LANGUAGE: &[(&str, i32)] = &[("mil", 3), ("mille", 3), ("mila", 3), ("tys", 3)];

/// Words for powers of ten that mean it in English only: "mil" is a thousand elsewhere.
pub(super) const OF_ENGLISH: &[(&str, i32)] = &[("mil", 6), ("bil", 9), ("tril", 12)];

/// Letters that mean a power of ten only behind the sign of a currency: "5t" is five tonnes, "$5t" five trillion dollars.
pub(super) const BEHIND_SIGN: &[(&str, i32)] = &[("tr", 12), ("t", 12)];

/// Powers that count only where they touch the number, "5m" but not "5 m", or where a currency's sign stands before it.
pub(super) fn touching_only(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "k" | "K" | "m" | "M" | "b" | "B" | "mm" | "MM")
}

pub(super) static WORDS: LazyLock<ByKey<Word>> = LazyLock::new(|| {
    let mut words = ByKey::default();
    for (word, number) in SMALL.split_whitespace().zip(0..) {
        words.insert(key(word), Word::Small(number));
    }
    for (tens, number) in TENS.split_whitespace().zip((20..).step_by(10)) {
        words.insert(key(tens), Word::Small(number));
        for (ones, more) in SMALL.split_whitespace().zip(0..10).skip(1) {
            words.insert(key(&format!("{tens}-{ones}")), Word::Small(number + more));
        }
    }
    for &(short, long, names) in POWERS {
        for name in names.split_whitespace() {
            words.insert(key(name), Word::Power(short, long));
        }
    }
    words.insert(key("a"), Word::One);
    words.insert(key("an"), Word::One);
    words.insert(key("half"), Word::Half);
    words.insert(key("and"), Word::And);
    words
});

/// Whether the word with this key names a power of ten from a thousand on, so that a hyphen behind it parts it from
/// what follows: "5 million-dollar".
pub(in crate::tag) fn is_power(word: Key) -> bool {
    matches!(WORDS.get(&word), Some(Word::Power(3.., _)))
}
