//! Check digits.

/// The value of a digit or capital letter, the letters from 10 on.
fn value(byte: u8) -> Option<u32> {
    char::from(byte).to_digit(36).filter(|_| !byte.is_ascii_lowercase())
}

fn digits(code: &str) -> Option<Vec<u32>> {
    code.bytes().map(|byte| char::from(byte).to_digit(10)).collect()
}

/// The sum of digits, each times the weight in its place.
fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// Of an IMO number of seven digits: the last digit is that of the sum of the others times 7 to 2 (IMO resolution
/// A.1117(30)).
pub(super) fn imo(code: &str) -> bool {
    let Some(digits) = digits(code).filter(|digits| digits.len() == 7) else { return false };
    digits.last() == Some(&(weighted(&digits[..6], &[7, 6, 5, 4, 3, 2]) % 10))
}

/// Of codes in which the whole, letters taken as two digits, is 1 modulo 97 (ISO 7064, MOD 97-10), as of a legal entity
/// identifier (ISO 17442).
pub(super) fn mod_97(code: &str) -> bool {
    let rest = code.bytes().try_fold(0, |rest, byte| {
        let value = value(byte)?;
        Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
    });
    rest == Some(1)
}

/// Of an ISIN of twelve characters: the sum of the digits, letters taken as two, every second one from the right
/// doubled, is a multiple of 10 (ISO 6166).
pub(super) fn isin(code: &str) -> bool {
    let mut all = Vec::new();
    for byte in code.bytes() {
        match value(byte) {
            Some(value @ 0..=9) => all.push(value),
            Some(value) => all.extend([value / 10, value % 10]),
            None => return false,
        }
    }
    let doubled =
        |(at, digit): (usize, &u32)| if at % 2 == 0 { *digit } else { digit * 2 / 10 + digit * 2 % 10 };
    code.len() == 12 && all.iter().rev().enumerate().map(doubled).sum::<u32>() % 10 == 0
}

/// Of an ISBN of ten or thirteen digits, the last of ten perhaps an X (ISO 2108).
pub(super) fn isbn(code: &str) -> bool {
    match code.len() {
        10 => {
            let value = |(at, byte): (u32, u8)| match (char::from(byte).to_digit(10), byte) {
                (Some(digit), _) => Some(digit * (10 - at)),
                (None, b'X' | b'x') if at == 9 => Some(10),
                _ => None,
            };
            let sum: Option<u32> = (0..).zip(code.bytes()).map(value).sum();
            sum.is_some_and(|sum| sum % 11 == 0)
        }
        13 => {
            let group = code.starts_with("978") || code.starts_with("979");
            let sum = digits(code).map(|digits| weighted(&digits, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]));
            group && sum.is_some_and(|sum| sum % 10 == 0)
        }
        _ => false,
    }
}

/// Of an ISSN of eight digits, the last perhaps an X (ISO 3297).
pub(super) fn issn(code: &str) -> bool {
    let value = |(at, byte): (u32, u8)| match (char::from(byte).to_digit(10), byte) {
        (Some(digit), _) => Some(digit * (8 - at)),
        (None, b'X' | b'x') if at == 7 => Some(10),
        _ => None,
    };
    let sum: Option<u32> = (0..).zip(code.bytes()).map(value).sum();
    code.len() == 8 && sum.is_some_and(|sum| sum % 11 == 0)
}

/// Of a vehicle's number of seventeen characters: the ninth is the rest modulo 11 of the sum of the values of all times
/// their weights, X for 10 (United States, 49 CFR 565.15).
pub(super) fn vin(code: &str) -> bool {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |byte: u8| match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'A'..=b'H' => Some(u32::from(byte - b'A') + 1),
        b'J'..=b'N' => Some(u32::from(byte - b'J') + 1),
        b'P' => Some(7),
        b'R' => Some(9),
        b'S'..=b'Z' => Some(u32::from(byte - b'S') + 2),
        _ => None,
    };
    let values: Option<Vec<u32>> = code.bytes().map(value).collect();
    let Some(values) = values.filter(|values| values.len() == WEIGHTS.len()) else { return false };
    let check = match weighted(&values, &WEIGHTS) % 11 {
        10 => b'X',
        rest => b'0' + rest as u8,
    };
    code.as_bytes().get(8) == Some(&check)
}

/// Of a taxpayer's number of Russia of ten or twelve digits (order of the Federal Tax Service of 29 June 2012).
pub(super) fn inn(code: &str) -> bool {
    let Some(digits) = digits(code) else { return false };
    let check = |count: usize, weights: &[u32]| {
        digits.get(count) == Some(&(weighted(&digits[..count], weights) % 11 % 10))
    };
    match digits.len() {
        10 => check(9, &[2, 4, 10, 3, 5, 9, 4, 6, 8]),
        12 => check(10, &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) && check(11, &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]),
        _ => false,
    }
}

/// Of a state registration number of Russia of thirteen or fifteen digits: the last digit of the rest of the others modulo
/// 11 or 13.
pub(super) fn ogrn(code: &str) -> bool {
    let (Some(body), Some(last)) = (code.get(..code.len().saturating_sub(1)), code.bytes().last()) else {
        return false;
    };
    let modulus = match code.len() {
        13 => 11,
        15 => 13,
        _ => return false,
    };
    body.parse::<u64>().is_ok_and(|number| number % modulus % 10 == u64::from(last.wrapping_sub(b'0')))
}

/// Of a payer's number of Belarus of nine digits.
pub(super) fn unp(code: &str) -> bool {
    let Some(digits) = digits(code).filter(|digits| digits.len() == 9) else { return false };
    digits.last() == Some(&(weighted(&digits[..8], &[29, 23, 19, 17, 13, 7, 5, 3]) % 11))
}

/// Of a tax number of Poland of ten digits.
pub(super) fn nip(code: &str) -> bool {
    let Some(digits) = digits(code).filter(|digits| digits.len() == 10) else { return false };
    digits.last() == Some(&(weighted(&digits[..9], &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11))
}

/// Of a person's number of Poland of eleven digits.
pub(super) fn pesel(code: &str) -> bool {
    let Some(digits) = digits(code).filter(|digits| digits.len() == 11) else { return false };
    weighted(&digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each check takes the code, and refuses it with any one digit changed.
    fn holds(check: fn(&str) -> bool, code: &str) {
        assert!(check(code), "{code}");
        for at in 0..code.len() {
            let mut bytes = code.as_bytes().to_vec();
            if bytes[at].is_ascii_digit() {
                bytes[at] = b'0' + (bytes[at] - b'0' + 1) % 10;
                let changed = String::from_utf8_lossy(&bytes);
                assert!(!check(&changed), "{changed}");
            }
        }
    }

    #[test]
    fn a_right_digit_is_taken_and_any_single_wrong_one_refused() {
        assert!(imo("9074729") && !imo("9074728") && !imo("907472"));
        holds(mod_97, "5493001KJTIIGC8Y1R12");
        assert!(isin("US0378331005") && !isin("US0378331004") && isin("DE000BAY0017"));
        holds(isbn, "9780306406157");
        holds(isbn, "0306406152");
        assert!(isbn("080442957X") && !isbn("X804429570"));
        holds(issn, "03785955");
        assert!(issn("2434561X"));
        holds(vin, "1M8GDM9AXKP042788");
        assert!(inn("7707083893") && !inn("7707083894"));
        assert!(ogrn("1027700132195") && !ogrn("1027700132196"));
        assert!(unp("200988541") && !unp("200988542"));
        assert!(nip("8567346215") && !nip("8567346216"));
        assert!(pesel("44051401359") && !pesel("44051401358"));
    }
}
