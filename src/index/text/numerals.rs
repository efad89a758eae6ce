//! Numbers with separators among their digits, as one word however a country writes them.

/// A run of digits and separators.
pub(super) struct Number {
    /// Where it ends, in bytes.
    pub(super) end: usize,
    /// Whether it is several numbers, as the parts of a date or an address.
    pub(super) apart: bool,
}

/// Reads the digits at `start` with each `.` or `,` that stands between digits. Groups of three digits are one
/// number, and so are two groups of which the second is a fraction; everything else is several numbers.
pub(super) fn read(text: &str, start: usize) -> Number {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        bytes.get(from..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let mut end = start + digits(start);
    let (mut groups, mut threes, mut before) = (1, true, end - start);
    let mut last_three = true;
    while matches!(bytes.get(end), Some(b'.' | b',')) {
        let following = digits(end + 1);
        if following == 0 {
            break;
        }
        // All groups but the first and the last must have three digits.
        threes &= if groups == 1 { (1..=3).contains(&before) } else { before == 3 };
        last_three = following == 3;
        before = following;
        groups += 1;
        end += 1 + following;
    }
    let whole = match groups {
        1 | 2 => true,
        _ => threes && (last_three || has_two_separators(text.get(start..end).unwrap_or(""))),
    };
    Number { end, apart: !whole }
}

/// Whether the last separator is another than those before it.
fn has_two_separators(number: &str) -> bool {
    let mut separators = number.bytes().rev().filter(|byte| !byte.is_ascii_digit());
    let last = separators.next();
    separators.all(|byte| Some(byte) != last)
}

/// Puts a number that [`read`] found to be one at the end of `word`: separators of groups are left out, that of
/// a fraction is a full stop.
pub(super) fn push(number: &str, word: &mut String) {
    let last = number.rfind(['.', ',']);
    let before = last.and_then(|at| number.get(..at)).unwrap_or("");
    let fraction = last.is_some_and(|at| {
        number.len() - at != 4 || before.len() > 3 && !before.contains(['.', ',']) || before.starts_with('0')
    });
    for (at, byte) in number.bytes().enumerate().take(super::words::LONGEST + 1) {
        if byte.is_ascii_digit() {
            word.push(char::from(byte));
        } else if fraction && Some(at) == last {
            word.push('.');
        }
    }
}
