//! What the spellings of an East Slavic name in several traditions have in common.
//!
//! After the romanisation tables of BGN/PCGN for Russian, Ukrainian and Belarusian, the Ukrainian national system of
//! 2010 and the Belarusian instruction of 2007, with what newspapers do besides: `y`, `j` and `i` are one, `h` and
//! `g`, `-sky` and `-ski`, `-ov` and `-off`, `-enka` and `-enko`. Too coarse for other names: John Smith and John
//! Smyth are two people.

use crate::name::fold;

/// A Cyrillic letter in Latin ones; any other as it is. `c` is a small letter.
fn latin(c: char) -> &'static str {
    match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' | 'ѐ' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ї' | 'й' | 'ы' | 'ј' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' | 'ћ' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "iu",
        'я' => "ia",
        'љ' => "li",
        'њ' => "ni",
        'ђ' => "di",
        'џ' => "dzh",
        // The hard and the soft sign.
        _ => "",
    }
}

/// Whether a letter is Cyrillic.
pub(super) fn is_cyrillic(c: char) -> bool {
    matches!(c, 'Ѐ'..='ӿ')
}

/// A word in small Latin letters without accents; Cyrillic transliterated, and carons as the letters that they
/// stand for in Slavic languages.
pub(super) fn plain(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'č' => out.push_str("ch"),
            'š' => out.push_str("sh"),
            'ž' => out.push_str("zh"),
            'ё' => out.push('e'),
            _ if is_cyrillic(c) => out.push_str(latin(c)),
            _ if c.is_alphanumeric() => fold::letter(c, &mut out),
            _ => {}
        }
    }
    out
}

/// Letters that are written in several ways, the longest first; the capitals on the right are sounds that English
/// writes with several letters.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "W"),
    ("szcz", "W"),
    ("tsch", "C"),
    ("sch", "S"),
    ("tch", "C"),
    ("ousk", "ovsk"),
    ("eusk", "evsk"),
    ("ausk", "avsk"),
    ("tsi", "ti"),
    ("tsy", "ti"),
    ("ch", "C"),
    ("cz", "C"),
    ("sh", "S"),
    ("sz", "S"),
    ("zh", "Z"),
    ("kh", "x"),
    ("ts", "c"),
    ("tz", "c"),
    ("ou", "u"),
    ("oo", "u"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("h", "g"),
    ("w", "v"),
    ("q", "k"),
    ("y", "i"),
    ("j", "i"),
];

/// The endings of surnames that differ between traditions; the first that fits counts.
const ENDINGS: &[(&str, &str)] = &[
    ("enka", "enko"),
    ("anka", "anko"),
    ("of", "ov"),
    ("ef", "ev"),
    ("Cov", "Cev"),
    ("Sov", "Sev"),
    ("Zov", "Zev"),
];

/// The key that the spellings of a surname share.
pub(super) fn key(word: &str) -> String {
    let mut plain = plain(word);
    // The ending -ov as Belarusian has it.
    if plain.len() > 4 && plain.ends_with("ou") {
        plain.pop();
        plain.push('v');
    }
    let mut sounds = String::with_capacity(plain.len());
    let mut left = plain.as_str();
    while let Some(c) = left.chars().next() {
        match SOUNDS.iter().find_map(|(written, sound)| Some((left.strip_prefix(written)?, sound))) {
            Some((behind, sound)) => {
                sounds.push_str(sound);
                left = behind;
            }
            None => {
                sounds.push(c);
                left = left.get(c.len_utf8()..).unwrap_or("");
            }
        }
    }
    let mut key = squeezed(&squeezed(&sounds));
    if let Some((written, kept)) = ENDINGS.iter().find(|(written, _)| key.ends_with(written)) {
        key.truncate(key.len() - written.len());
        key.push_str(kept);
    }
    key
}

/// Without letters said twice, and without the `i` that softens what is before a vowel.
fn squeezed(sounds: &str) -> String {
    let mut out = String::with_capacity(sounds.len());
    let mut chars = sounds.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let softens = c == 'i' && next.is_some_and(|next| matches!(next, 'a' | 'e' | 'o' | 'u'));
        if !softens && next != Some(c) {
            out.push(c);
        }
    }
    out
}

/// Whether a key ends as East Slavic surnames do and others hardly.
pub(super) fn is_slavic(key: &str) -> bool {
    const ENDINGS: &[&str] =
        &["ov", "ev", "ova", "eva", "enko", "anko", "ski", "ska", "iC", "Cuk", "nuk", "Cik"];
    key.len() > 4 && ENDINGS.iter().any(|ending| key.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_surname_share_a_key() {
        for same in [
            &["Lukashenko", "Lukashenka", "Лукашенко", "Лукашэнка", "Lukašenko"] as &[_],
            &["Tsikhanouskaya", "Tikhanovskaya", "Tsikhanouskaia", "Тихановская"],
            &["Makey", "Makei", "Макей"],
            &["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenski", "Зеленский"],
            &["Gerashchenko", "Herashchenko"],
            &["Smirnov", "Smirnoff", "Smirnow", "Смирнов"],
            &["Yanukovych", "Yanukovich", "Ianukovich", "Янукович"],
            &["Dmitriev", "Dmitriyev", "Дмитриев"],
            &["Gorbachev", "Gorbachov", "Gorbatschow", "Горбачёв"],
            &["Yushchenko", "Iushchenko", "Ющенко"],
            &["Shoigu", "Shoygu", "Шойгу"],
            &["Karankevich", "Karankievich"],
        ] {
            for name in same {
                assert_eq!(key(name), key(same[0]), "{name}, {}", same[0]);
            }
        }
    }

    #[test]
    fn other_surnames_have_other_keys() {
        for (a, b) in [
            ("Petrov", "Petrova"),
            ("Petrov", "Petrovsky"),
            ("Ivanov", "Ivanenko"),
            ("Sechin", "Sychev"),
            ("Makey", "Makeyev"),
            ("Kovalenko", "Kovalchuk"),
            ("Belov", "Belousov"),
            ("Rumas", "Romas"),
            ("Zelensky", "Zelinsky"),
            ("Markov", "Markova"),
        ] {
            assert_ne!(key(a), key(b), "{a}, {b}");
        }
    }
}
