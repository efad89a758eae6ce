//! References whose form is free: document symbols, cases, registrations, digital object identifiers.

/// The organs whose documents begin so (United Nations Editorial Manual, "Document symbols", and some agencies).
const ORGANS: &[&str] = &[
    "A", "S", "E", "T", "ST", "DP", "TD", "CAT", "CCPR", "CEDAW", "CERD", "CRC", "CRPD", "CED", "CMW", "HRI",
    "FCCC", "UNEP", "NPT", "BWC", "CD", "GC", "GOV", "INFCIRC", "WT", "ICCD", "PBC", "JIU",
];

/// The length of a digital object identifier (ISO 26324): `10.`, the registrant, a slash and what follows.
pub(super) fn doi(bytes: &[u8]) -> Option<usize> {
    let rest = bytes.strip_prefix(b"10.")?;
    let registrant = rest.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    if !(4..=16).contains(&registrant) || rest.get(registrant) != Some(&b'/') {
        return None;
    }
    let mut open = 0;
    let suffix = rest.get(registrant + 1..)?;
    let length = suffix.iter().take_while(|byte| {
        match byte {
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        open >= 0
            && byte.is_ascii_graphic()
            && !matches!(byte, b'"' | b'<' | b'>' | b'[' | b']' | b'{' | b'}')
    });
    let length = trimmed(suffix.get(..length.count())?);
    (length > 0).then_some(3 + registrant + 1 + length)
}

/// The length of what is left without the marks at the end that belong to the sentence.
fn trimmed(bytes: &[u8]) -> usize {
    bytes.len() - bytes.iter().rev().take_while(|byte| b".,;:!?'-/(".contains(byte)).count()
}

/// The length of the symbol of a document of the United Nations: "S/RES/2231", "A/HRC/28/51".
pub(super) fn united_nations(bytes: &[u8]) -> Option<usize> {
    let organ = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let named = bytes.get(..organ).and_then(|name| std::str::from_utf8(name).ok())?;
    if bytes.get(organ) != Some(&b'/') || !ORGANS.contains(&named) {
        return None;
    }
    let inner = |byte: &&u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"/.-".contains(byte);
    let mut length = trimmed(bytes.get(..bytes.iter().take_while(inner).count())?);
    // "S/RES/2231 (2015)" is said with its year, "A/RES/217(III)" with its session.
    if let Some(rest) = bytes.get(length..)
        && rest.first() == Some(&b'(')
        && let Some(close) = rest.iter().take(8).position(|byte| *byte == b')')
    {
        length += close + 1;
    }
    let symbol = bytes.get(..length)?;
    let parts: Vec<&[u8]> = symbol.split(|byte| *byte == b'/').collect();
    let digits = |part: &[u8]| part.first().is_some_and(u8::is_ascii_digit);
    let whole = parts.iter().all(|part| !part.is_empty())
        && !bytes.get(length).is_some_and(u8::is_ascii_alphanumeric);
    let long = match parts.as_slice() {
        [_, number] => digits(number) && (number.len() >= 4 || organ > 2),
        [_, .., last] => digits(last) || last.iter().any(u8::is_ascii_digit),
        _ => false,
    };
    (whole && long).then_some(length)
}

/// The length of the number of an act of the European Union: "2016/679", "833/2014", "95/46/EC", "2014/145/CFSP".
pub(super) fn act(bytes: &[u8]) -> Option<usize> {
    let inner = |byte: &&u8| byte.is_ascii_digit() || **byte == b'/' || byte.is_ascii_uppercase();
    let length = trimmed(bytes.get(..bytes.iter().take_while(inner).count())?);
    let parts: Vec<&[u8]> = bytes.get(..length)?.split(|byte| *byte == b'/').collect();
    let digits = |part: &[u8]| !part.is_empty() && part.len() <= 4 && part.iter().all(u8::is_ascii_digit);
    let fits = match parts.as_slice() {
        [a, b] => digits(a) && digits(b),
        [a, b, of] => {
            digits(a) && digits(b) && (2..=7).contains(&of.len()) && of.iter().all(u8::is_ascii_uppercase)
        }
        _ => false,
    };
    fits.then_some(length)
}

/// The length of a reference of letters, digits and marks between them that has at least so many digits.
pub(super) fn reference(bytes: &[u8], digits: usize) -> Option<usize> {
    let inner = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-/.:".contains(byte);
    let mut length = trimmed(bytes.get(..bytes.iter().take_while(inner).count().min(40))?);
    // "MP 1234567": a series of letters before the number.
    let series = (1..=3).contains(&length) && bytes.get(..length)?.iter().all(u8::is_ascii_uppercase);
    if series && bytes.get(length) == Some(&b' ') {
        let rest = bytes.get(length + 1..)?;
        let number = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        length += 1 + number;
        return (number >= digits.max(5) && ended(bytes, length)).then_some(length);
    }
    let count = bytes.get(..length)?.iter().filter(|byte| byte.is_ascii_digit()).count();
    (count >= digits && ended(bytes, length)).then_some(length)
}

fn ended(bytes: &[u8], length: usize) -> bool {
    !bytes.get(length).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
}

/// The length of a case's number: "1:20-cv-123", "C-311/18", "12345/06", "19-1392".
pub(super) fn case(bytes: &[u8]) -> Option<usize> {
    let length = reference(bytes, 2)?;
    let code = bytes.get(..length)?;
    // A plain count or year says nothing: "Case 5".
    let parted = code.iter().any(|byte| b"-/:".contains(byte));
    (parted || code.iter().filter(|byte| byte.is_ascii_digit()).count() >= 5).then_some(length)
}

/// The length of a vehicle's or aircraft's registration: "EW-001PA", "N12345", "1234 AB-7".
pub(super) fn plate(bytes: &[u8]) -> Option<usize> {
    let inner = |byte: &&u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || **byte == b'-';
    let first = bytes.iter().take_while(inner).count();
    let mut length = first;
    // "1234 AB-7": a second group of capitals behind digits.
    if bytes.get(first) == Some(&b' ') && bytes.get(..first)?.iter().all(u8::is_ascii_digit) {
        let rest = bytes.get(first + 1..)?;
        let more = rest.iter().take_while(inner).count();
        let letters = rest.iter().take(more).filter(|byte| byte.is_ascii_uppercase()).count();
        if letters >= 2 && more <= 5 {
            length += 1 + more;
        }
    }
    let length = trimmed(bytes.get(..length)?);
    let code = bytes.get(..length)?;
    let letters = code.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let digits = code.iter().filter(|byte| byte.is_ascii_digit()).count();
    (letters > 0 && digits >= 2 && (4..=12).contains(&length) && ended(bytes, length)).then_some(length)
}
