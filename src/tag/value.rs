//! What a mention stands for: a date or time, a sum, a quantity, an address, an identifier.

use std::fmt;

use super::{Amount, When};

/// What a mention stands for, in one form whatever its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A date, a range of dates, a time.
    When(When),
    /// A sum of money: an amount and a currency of ISO 4217, or the closest to it that its words tell.
    Sum(Amount),
    /// A quantity: an amount and its unit; `%` for a percentage.
    Quantity(Amount),
    /// A way to reach somebody or something.
    Contact(Contact),
    /// An identifier.
    Identifier(Identifier),
}

/// A way to reach somebody or something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contact {
    /// An address of electronic mail.
    Mail,
    /// An address of a page or another resource.
    Address,
    /// A telephone number.
    Phone,
}

/// A number or code by which something is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Identifier {
    /// A ship's number of the International Maritime Organization.
    Imo,
    /// An international bank account number (ISO 13616).
    Iban,
    /// A bank's code (ISO 9362).
    Bic,
    /// A legal entity identifier (ISO 17442).
    Lei,
    /// The number of a security (ISO 6166).
    Isin,
    /// A book's number (ISO 2108).
    Isbn,
    /// The number of a series such as a journal (ISO 3297).
    Issn,
    /// A digital object identifier (ISO 26324).
    Doi,
    /// A ship's radio number.
    Mmsi,
    /// A vehicle's number (ISO 3779).
    Vin,
    /// A number or code that its words call a registration, tax, passport, account or case number, or a plate.
    Registration,
    /// The symbol or number of a document of the United Nations or of an act of the European Union.
    Document,
}

impl Identifier {
    /// Its short name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Imo => "IMO",
            Self::Iban => "IBAN",
            Self::Bic => "BIC",
            Self::Lei => "LEI",
            Self::Isin => "ISIN",
            Self::Isbn => "ISBN",
            Self::Issn => "ISSN",
            Self::Doi => "DOI",
            Self::Mmsi => "MMSI",
            Self::Vin => "VIN",
            Self::Registration => "registration",
            Self::Document => "document",
        }
    }
}

impl Value {
    /// The value in one form whatever the mention's words, which `words` are: dates as in ISO 8601 (see [`When`]),
    /// sums and quantities as an amount with its unit, addresses in lower case where case says nothing, telephone
    /// numbers and identifiers without spaces and hyphens.
    pub fn plain(&self, words: &str) -> String {
        match self {
            Self::When(when) => when.to_string(),
            Self::Sum(amount) | Self::Quantity(amount) => amount.to_string(),
            Self::Contact(Contact::Mail) => words.trim().to_lowercase(),
            Self::Contact(Contact::Address) => words.trim().to_owned(),
            Self::Contact(Contact::Phone) => {
                let digits: String = words.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
                digits.strip_prefix("00").map_or_else(|| digits.clone(), |rest| format!("+{rest}"))
            }
            Self::Identifier(kind) => Plain(*kind, words).to_string(),
        }
    }
}

/// The words of an identifier without what only makes it legible.
struct Plain<'a>(Identifier, &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(kind, words) = self;
        match kind {
            Identifier::Doi => write!(f, "{}", words.to_lowercase()),
            Identifier::Registration | Identifier::Document => {
                f.write_str(&words.split_whitespace().collect::<Vec<_>>().join(" "))
            }
            _ => words
                .chars()
                .filter(|c| c.is_alphanumeric())
                .try_for_each(|c| write!(f, "{}", c.to_ascii_uppercase())),
        }
    }
}
