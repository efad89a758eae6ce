//! Whether a text is English, as far as a repair has to know.

use super::scan::scan;
use super::words;
use crate::text::Block;

/// The bytes of the text that are looked at.
const LOOKED_AT: usize = 64 << 10;

/// The commonest words of English that aren't words of its neighbours.
const ENGLISH: &[&str] =
    &["the", "of", "and", "to", "that", "is", "was", "for", "with", "said", "he", "it", "The"];

/// Common words of languages in which a lost character between two spaces can be a word.
const OTHERS: &[&str] = &[
    "de", "la", "le", "les", "des", "et", "que", "el", "los", "y", "en", "und", "der", "die", "das", "di",
    "il", "che", "e", "o", "não", "do", "da", "och", "og", "i", "w", "na", "se", "ve",
];

/// Whether the beginning of the text reads like English.
pub(super) fn is_english(text: &str, blocks: &[Block]) -> bool {
    let mut bytes = 0;
    let beginning = blocks.iter().position(|block| {
        bytes += block.span.len();
        bytes > LOOKED_AT
    });
    let blocks = blocks.get(..beginning.map_or(blocks.len(), |at| at + 1)).unwrap_or(blocks);
    let counts = scan(text, blocks, usize::MAX, |part, counts| {
        let (mut all, mut english, mut others) = (0, 0, 0);
        words::each(part.text, |word| {
            all += 1;
            english += usize::from(ENGLISH.contains(&word));
            others += usize::from(OTHERS.contains(&word));
        });
        counts.push((all, english, others));
    });
    let sum =
        counts.into_iter().fold((0, 0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1, sum.2 + part.2));
    let (all, english, others) = sum;
    english > 0 && english * 15 >= all && others * 4 <= english
}

/// Words that every English reader knows, so that a document needn't hold them elsewhere.
pub(super) fn is_common(word: &str) -> bool {
    let lower = word.to_lowercase();
    OPENERS.contains(&lower.as_str()) || INNER.contains(&lower.as_str())
}

/// Whether a word with a capital often begins a sentence, in English or in an East Slavic language.
pub(super) fn begins_sentence(word: &str) -> bool {
    let capital = word.starts_with(char::is_uppercase);
    let lower = word.to_lowercase();
    let rest = word.chars().skip(1).all(char::is_lowercase);
    capital && rest && (OPENERS.contains(&lower.as_str()) || SLAVIC.contains(&lower.as_str()))
}

/// Whether a word often goes on after a comma.
pub(super) fn goes_on(word: &str) -> bool {
    INNER.contains(&word) || SLAVIC_INNER.contains(&word)
}

const OPENERS: &[&str] = &[
    "the",
    "in",
    "but",
    "and",
    "he",
    "she",
    "it",
    "they",
    "we",
    "you",
    "this",
    "that",
    "these",
    "those",
    "at",
    "on",
    "for",
    "from",
    "as",
    "by",
    "after",
    "before",
    "when",
    "while",
    "although",
    "however",
    "meanwhile",
    "according",
    "his",
    "her",
    "its",
    "their",
    "our",
    "there",
    "if",
    "with",
    "since",
    "during",
    "earlier",
    "not",
    "what",
    "where",
    "who",
    "why",
    "how",
    "some",
    "many",
    "most",
    "both",
    "also",
    "to",
    "an",
    "last",
    "president",
];

const INNER: &[&str] = &[
    "and", "but", "or", "the", "in", "of", "to", "who", "which", "that", "with", "said", "he", "she", "they",
    "is", "was", "are", "were", "as", "at", "by", "for", "from", "not", "a", "an", "it", "while", "where",
    "when", "whose", "then", "than", "had", "has", "have", "will", "would", "on", "be", "been", "we", "you",
    "his", "her",
];

const SLAVIC: &[&str] = &[
    "в",
    "на",
    "по",
    "но",
    "он",
    "она",
    "они",
    "это",
    "этот",
    "как",
    "что",
    "для",
    "при",
    "после",
    "если",
    "также",
    "однако",
    "кроме",
    "между",
    "президент",
    "у",
    "і",
    "па",
    "але",
    "гэта",
    "ён",
    "яна",
    "яны",
    "як",
    "што",
    "для",
    "пасля",
    "та",
    "але",
    "це",
    "цей",
    "він",
    "вона",
    "вони",
    "як",
    "що",
    "після",
    "проте",
];

const SLAVIC_INNER: &[&str] = &[
    "что",
    "который",
    "которая",
    "которые",
    "но",
    "а",
    "и",
    "как",
    "чтобы",
    "што",
    "які",
    "яка",
    "що",
    "який",
    "але",
];
