//! Digits with separators as a number: "1,500", "1.5", "1.000,50", "1,50,000".

use super::super::Decimal;

/// The most bytes of a number that are read: 28 digits with their separators.
const LONGEST: usize = 40;

/// The number that digits, stops and commas stand for. `comma` says that the language puts a comma before the fraction,
/// which settles "1,500" and "1.500"; either is read in either language where its form leaves no doubt.
pub(super) fn decimal(word: &str, comma: bool) -> Option<Decimal> {
    if word.len() > LONGEST || !word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    {
        return None;
    }
    let point = point(word, comma)?;
    let (whole, fraction) = match point {
        Some(at) => (word.get(..at)?, word.get(at + 1..)?),
        None => (word, ""),
    };
    // "007" is a code.
    if whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    let mut digits: i128 = 0;
    for byte in whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit) {
        digits = digits.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
    }
    Decimal::new(digits, -i32::try_from(fraction.len()).ok()?)
}

/// Where the separator of the fraction stands, if one does; None where the separators stand as in no number.
#[expect(clippy::option_option, reason = "a number without fraction is something else than no number")]
fn point(word: &str, comma: bool) -> Option<Option<usize>> {
    let last = word.rfind(['.', ',']);
    let Some(last) = last else { return Some(None) };
    let mark = word.get(last..=last)?;
    let before = word.get(..last)?;
    let first = before.find(['.', ',']);
    let behind = word.len() - last - 1;
    let Some(first) = first else {
        // One separator: three digits behind it are a group where the language groups with it, else a fraction.
        let groups = (mark == ",") != comma;
        let grouped = groups && behind == 3 && (1..=3).contains(&before.len()) && before != "0";
        return Some((!grouped).then_some(last));
    };
    if before.get(first..=first)? == mark {
        return grouped(word, mark).then_some(None);
    }
    grouped(before, before.get(first..=first)?).then_some(Some(last))
}

/// Whether a whole number is in groups of three, or as in India in groups of two before the last three.
fn grouped(word: &str, mark: &str) -> bool {
    let mut groups = word.rsplit(mark);
    let last = groups.next().is_some_and(|group| group.len() == 3);
    let mut groups = groups.peekable();
    let mut size = 0;
    while let Some(group) = groups.next() {
        let pure = group.bytes().all(|byte| byte.is_ascii_digit());
        let fits = if groups.peek().is_none() {
            (1..=3).contains(&group.len())
        } else {
            let fits = matches!(group.len(), 2 | 3) && (size == 0 || size == group.len());
            size = group.len();
            fits
        };
        if !pure || !fits {
            return false;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(word: &str, comma: bool) -> Option<String> {
        decimal(word, comma).map(|number| number.to_string())
    }

    #[test]
    fn separators_are_read_by_their_place_and_the_language_settles_the_rest() {
        for (word, english, german) in [
            ("5", "5", "5"),
            ("1,500", "1500", "1.5"),
            ("1.500", "1.5", "1500"),
            ("1,5", "1.5", "1.5"),
            ("1.000,50", "1000.5", "1000.5"),
            ("1,000.50", "1000.5", "1000.5"),
            ("1,234,567", "1234567", "1234567"),
            ("1.234.567", "1234567", "1234567"),
            ("1,50,000", "150000", "150000"),
            ("0.500", "0.5", "0.5"),
            ("12,3456", "12.3456", "12.3456"),
        ] {
            assert_eq!(read(word, false).as_deref(), Some(english), "{word}");
            assert_eq!(read(word, true).as_deref(), Some(german), "{word}");
        }
    }

    #[test]
    fn dates_versions_and_endless_digits_are_no_numbers() {
        for word in ["2019.07.03", "1.2.3", "1,2,3", "1.23,456,7", "12-5", "3:2", "1234,567,890", "007"] {
            assert_eq!(read(word, false), None, "{word}");
        }
        assert_eq!(read(&"9".repeat(400), false), None);
        assert_eq!(read(&"9".repeat(29), false), None);
    }
}
