//! Telephone numbers: international (ITU-T E.164, as in E.123), North American, and those that a word announces.

use super::super::numbers::Reading;
use super::super::scan::Shape;
use super::from_token;
use crate::text::Span;

/// Country calling codes (ITU-T E.164) whose numbers have one length, and that length with the code.
const LENGTHS: &[(&str, usize)] = &[
    ("1", 11),
    ("7", 11),
    ("33", 11),
    ("34", 11),
    ("40", 11),
    ("41", 11),
    ("45", 10),
    ("47", 10),
    ("48", 11),
    ("90", 12),
    ("91", 12),
    ("370", 11),
    ("371", 11),
    ("373", 11),
    ("374", 11),
    ("375", 12),
    ("380", 12),
    ("420", 12),
    ("421", 12),
    ("972", 12),
    ("992", 12),
    ("993", 11),
    ("994", 12),
    ("995", 12),
    ("996", 12),
    ("998", 12),
];

/// Of the codes of three digits those that no country has; those of one and two digits are all in use.
const UNUSED: &[&str] = &["210", "214", "215", "217", "219", "259", "384", "699", "851", "854", "859", "999"];

/// The most bytes of a telephone number with its separators.
const LONGEST: usize = 32;

/// The span of the telephone number that begins with the token at `at`.
pub(super) fn phone(from: &Reading, at: usize) -> Option<Span> {
    let token = from.token(at)?;
    let joined = at > 0
        && !token.spaced
        && from.token(at - 1).is_some_and(|before| {
            !matches!(
                before.shape,
                Shape::Mark('(' | '[' | ':' | '/' | ',' | ';' | '"' | '“' | '«' | '–' | '—')
            )
        });
    if joined {
        return None;
    }
    let start = token.span.start as usize;
    let end = from.tokens.last()?.span.end as usize;
    let bytes = from.text.as_bytes().get(start..end.min(start + LONGEST + 1))?;
    let number = Dialled::read(bytes);
    // "(202.555.0143)" is in brackets as a whole: it is read from its first digit on.
    let area = number.groups.first().is_some_and(|(_, end)| bytes.get(*end) == Some(&b')'));
    if bytes.first() == Some(&b'(') && !area {
        return None;
    }
    let length = match bytes {
        [b'+', b'1'..=b'9', ..] => number.international(0)?,
        [b'0', b'0', b'1'..=b'9', ..] => number.international(2)?,
        _ => number.national(bytes).or_else(|| number.announced(from, at))?,
    };
    from_token(from, at, length)
}

/// The digits of what may be a telephone number, in groups.
struct Dialled {
    digits: Vec<u8>,
    /// Behind how many digits each group ends, and at which byte.
    groups: Vec<(usize, usize)>,
    /// Whether the first group stands in brackets, and that of the area behind an 8 does.
    bracketed: bool,
}

impl Dialled {
    fn read(bytes: &[u8]) -> Self {
        let mut number = Self { digits: Vec::new(), groups: Vec::new(), bracketed: false };
        let mut at = usize::from(bytes.first() == Some(&b'+'));
        let mut open = false;
        loop {
            let before = number.digits.len();
            while let Some(digit) = bytes.get(at).filter(|byte| byte.is_ascii_digit()) {
                number.digits.push(*digit);
                at += 1;
            }
            if number.digits.len() > before {
                number.groups.push((number.digits.len(), at));
            }
            // Up to two separators: "(017) 22", "222-33", "8 (017".
            let mut gap = 0;
            while gap < 2
                && let Some(byte) = bytes.get(at + gap)
            {
                match byte {
                    b' ' | b'-' | b'.' => {}
                    b'(' if !open => (open, number.bracketed) = (true, true),
                    b')' if open => open = false,
                    _ => break,
                }
                gap += 1;
            }
            // A no-break space is two bytes, a no-break hyphen three.
            if gap == 0 {
                gap = match bytes.get(at..) {
                    Some([0xc2, 0xa0, ..]) => 2,
                    Some([0xe2, 0x80, 0x90 | 0x91, ..]) => 3,
                    _ => 0,
                };
            }
            at += gap;
            if gap == 0 || !bytes.get(at).is_some_and(u8::is_ascii_digit) {
                break;
            }
        }
        number
    }

    /// The byte at which the group ends that ends behind so many digits.
    fn end(&self, digits: usize) -> Option<usize> {
        self.groups.iter().find(|(count, _)| *count == digits).map(|(_, end)| *end)
    }

    /// The length in bytes of a number with the country's code, behind `prefix` digits.
    fn international(&self, prefix: usize) -> Option<usize> {
        let digits = self.digits.get(prefix..)?;
        let code = |length: usize| std::str::from_utf8(digits.get(..length)?).ok();
        if code(3).is_some_and(|code| UNUSED.contains(&code)) {
            return None;
        }
        let known = (1..=3).find_map(|length| {
            let code = code(length)?;
            LENGTHS.iter().find(|(known, _)| *known == code).map(|(_, length)| *length)
        });
        match known {
            Some(length) => self.end(prefix + length),
            None => {
                let groups = self.groups.iter().rev();
                let fits = |&&(count, _): &&(usize, usize)| (8 + prefix..=15 + prefix).contains(&count);
                groups.clone().find(fits).map(|(_, end)| *end)
            }
        }
    }

    /// The length of a number of North America ("(202) 555-0143", "202-555-0143", "1-800-555-0199") or of one with its
    /// area in brackets behind the 8 of several countries ("8 (017) 222-33-44").
    fn national(&self, bytes: &[u8]) -> Option<usize> {
        let sizes: Vec<usize> = std::iter::once(0)
            .chain(self.groups.iter().map(|group| group.0))
            .collect::<Vec<_>>()
            .windows(2)
            .map(|pair| pair[1] - pair[0])
            .collect();
        let digit = |at: usize| self.digits.get(at).copied().unwrap_or_default();
        let (first, sizes) = match sizes.as_slice() {
            [1, rest @ ..] if digit(0) == b'1' => (1, rest),
            all => (0, all),
        };
        if matches!(sizes, [3, 3, 4, ..]) {
            // One kind of separator throughout, so that "100 200 3000" isn't one.
            let behind = |group: usize| self.groups.get(group).and_then(|(_, end)| bytes.get(*end));
            let (a, b) = (behind(first), behind(first + 1));
            let even = a == b && matches!(a, Some(b'-' | b'.'));
            let bracketed = bytes.first() == Some(&b'(') || first == 1 && self.bracketed;
            let american = digit(first) >= b'2' && digit(first + 3) >= b'2';
            let whole = sizes.len() == 3;
            return (american && whole && (even || bracketed)).then(|| self.end(first + 10)).flatten();
        }
        if self.bracketed && digit(0) == b'8' && matches!(sizes, [1, 2..=5, ..]) {
            return self.end(11).or_else(|| self.end(12));
        }
        // "(017) 222-33-44"
        let area = bytes.first() == Some(&b'(') && digit(0) == b'0' && matches!(sizes, [2..=5, ..]);
        if area { [11, 10, 9].iter().find_map(|count| self.end(*count)) } else { None }
    }

    /// The length of a number that a word before it calls one.
    fn announced(&self, from: &Reading, at: usize) -> Option<usize> {
        let mut before = at;
        while before > 0
            && at - before < 3
            && matches!(
                from.word(before - 1),
                ":" | "." | "no" | "No" | "No." | "number" | "at" | "on" | "us" | "№" | "is"
            )
        {
            before -= 1;
        }
        let word = from.before(before).trim_end_matches('.').to_lowercase();
        let said = matches!(
            word.as_str(),
            "tel"
                | "telephone"
                | "phone"
                | "fax"
                | "mobile"
                | "cell"
                | "hotline"
                | "whatsapp"
                | "viber"
                | "тел"
                | "телефон"
                | "телефону"
                | "факс"
                | "telefon"
                | "téléphone"
                | "teléfono"
                | "tél"
        );
        let least = match word.as_str() {
            "call" | "dial" | "text" => 7,
            _ if said => 5,
            _ => return None,
        };
        let digits = self.digits.len();
        // A decimal or a date has other groups.
        ((least..=15).contains(&digits)).then(|| self.end(digits)).flatten()
    }
}
