//! Words that announce an identifier: "IMO", "registration number", "Case No.".

use super::super::numbers::Reading;
use super::super::scan::Shape;

/// What the words before a code say that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Imo,
    Iban,
    Bic,
    Lei,
    Isin,
    Isbn,
    Issn,
    Doi,
    Mmsi,
    Vin,
    /// A taxpayer's number of Russia.
    Inn,
    /// A state registration number of Russia.
    Ogrn,
    /// A payer's number of Belarus.
    Unp,
    /// A tax number of Poland.
    Nip,
    /// A person's number of Poland.
    Pesel,
    /// A number or code whose form its country doesn't share with others.
    Registration,
    /// The same, of a vehicle or an aircraft.
    Plate,
    /// A case before a court.
    Case,
    /// An act of the European Union.
    Act,
}

/// What one word, in lower case, announces by itself.
fn alone(word: &str) -> Option<Label> {
    Some(match word {
        "imo" => Label::Imo,
        "iban" => Label::Iban,
        "bic" | "swift" | "swift-bic" | "bic-code" => Label::Bic,
        "lei" => Label::Lei,
        "isin" => Label::Isin,
        "isbn" | "isbn-10" | "isbn-13" => Label::Isbn,
        "issn" | "eissn" | "e-issn" | "issn-l" => Label::Issn,
        "doi" => Label::Doi,
        "mmsi" => Label::Mmsi,
        "vin" => Label::Vin,
        "inn" | "инн" | "ипн" => Label::Inn,
        "ogrn" | "огрн" | "ogrnip" | "огрнип" => Label::Ogrn,
        "unp" | "унп" => Label::Unp,
        "nip" => Label::Nip,
        "pesel" => Label::Pesel,
        "krs" | "regon" | "kpp" | "кпп" | "okpo" | "окпо" | "edrpou" | "єдрпоу" | "егрпоу" | "ein"
        | "tin" | "crn" | "ssn" | "eori" | "siren" | "siret" | "uen" | "abn" | "acn" | "паспорт" => {
            Label::Registration
        }
        _ => return None,
    })
}

/// What a word announces where "number", "no." or the like stands behind it.
fn numbered(word: &str) -> Option<Label> {
    Some(match word {
        "registration" | "reg" | "registered" | "register" | "company" | "tax" | "taxpayer" | "vat"
        | "passport" | "identification" | "identity" | "id" | "incorporation" | "license" | "licence"
        | "permit" | "account" | "security" | "payer" | "charity" | "patent" | "handelsregister"
        | "social" | "national" | "personal" => Label::Registration,
        "plate" | "tail" | "hull" | "chassis" => Label::Plate,
        "case" | "docket" | "application" | "file" | "indictment" | "complaint" | "petition" => Label::Case,
        "regulation" | "directive" | "decision" => Label::Act,
        other => return alone(other),
    })
}

/// What the words right before the token at `at` announce.
pub(super) fn announced(from: &Reading, at: usize) -> Option<Label> {
    let (mut before, mut number) = (at, false);
    // "number", ":", "is" and the like between the word and the code.
    for _ in 0..6 {
        let word = from.before(before);
        let link = match word.trim_end_matches('.') {
            ":" | "(" | ")" | "." | "" | "," | "is" | "was" | "code" | "Code" | "of" | "EU" | "EC"
            | "EEC" | "EURATOM" | "CFSP" => true,
            "number" | "Number" | "NUMBER" | "numbers" | "no" | "No" | "NO" | "nos" | "Nos" | "nr" | "Nr"
            | "num" | "#" | "№" | "ID" | "mark" => {
                number = true;
                true
            }
            _ => false,
        };
        if !link || before == 0 {
            break;
        }
        before -= 1;
    }
    let token = before.checked_sub(1).and_then(|at| from.token(at))?;
    if !matches!(token.shape, Shape::Lower | Shape::Title | Shape::Caps) || token.span.len() > 24 {
        return None;
    }
    let word = token.span.of(from.text).trim_end_matches('.').to_lowercase();
    let label = alone(&word).or_else(|| if number { numbered(&word) } else { unnumbered(&word) })?;
    // "In an imo 9074729" is no ship: these stand in capitals.
    let short = matches!(label, Label::Lei | Label::Inn | Label::Nip | Label::Vin | Label::Imo | Label::Bic);
    let cased = token.shape == Shape::Caps || (word == "swift" && token.shape == Shape::Title);
    (!short || cased).then_some(label)
}

/// What a word announces where the code follows without "number".
fn unnumbered(word: &str) -> Option<Label> {
    Some(match word {
        "passport" => Label::Registration,
        "registration" | "plate" | "plates" => Label::Plate,
        "case" => Label::Case,
        "regulation" | "directive" | "decision" => Label::Act,
        _ => return None,
    })
}
