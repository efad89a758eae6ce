//! Numbers as pages and lists write them: Roman numerals and letters.

/// `number` in small Roman numerals; empty for 0. The caller bounds it: each thousand is one more letter.
pub(super) fn roman(number: u64) -> String {
    const SIGNS: [(u64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

/// `a` to `z`, then `aa`, `bb` and so on with up to `most` letters, as word processors (ECMA-376 part 1,
/// 17.18.59) and PDFs (ISO 32000-1, table 159) count; 0 and what needs more letters in figures.
pub(super) fn letters(number: u64, alphabet: &str, most: u64) -> String {
    let count = alphabet.chars().count().max(1) as u64;
    let Some(at) = number.checked_sub(1) else { return number.to_string() };
    let times = at / count + 1;
    match alphabet.chars().nth((at % count) as usize) {
        Some(letter) if times <= most => letter.to_string().repeat(times as usize),
        _ => number.to_string(),
    }
}

/// The letters of English.
pub(super) const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
