//! An amount: a decimal number, or two that stand for a range, with a unit.

use std::fmt;

/// A decimal number: `digits` × 10 to the power of `exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits as a whole number; at most 28 of them, so that no common sum is rounded.
    pub digits: i128,
    /// The power of ten, −30 to 30.
    pub exponent: i8,
}

/// A unit's name: a currency of ISO 4217 such as `EUR`, a sign of the International System of Units such as `km`, or `%`.
/// Units are words of the program, never of a document.
pub type Unit = &'static str;

/// A number of units, or a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// The number; of a range the least.
    pub least: Decimal,
    /// Of a range the greatest.
    pub greatest: Option<Decimal>,
    /// What it is a number of.
    pub unit: Unit,
}

/// Without exponent and without zeros at the end of a fraction: `1500000000`, `2.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.digits < 0 {
            f.write_str("-")?;
        }
        let digits = self.digits.unsigned_abs().to_string();
        if self.digits == 0 {
            return f.write_str("0");
        }
        let Ok(places) = usize::try_from(-i16::from(self.exponent)) else {
            return write!(f, "{digits}{}", "0".repeat(usize::from(self.exponent.unsigned_abs())));
        };
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        let fraction = fraction.trim_end_matches('0');
        f.write_str(whole)?;
        if fraction.is_empty() { Ok(()) } else { write!(f, ".{fraction}") }
    }
}

/// The number and its unit, `1500000000 USD`; a range with two stops, `2..3 km`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.least)?;
        if let Some(greatest) = self.greatest {
            write!(f, "..{greatest}")?;
        }
        write!(f, " {}", self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_written_out() {
        for (digits, exponent, said) in [
            (15, 8, "1500000000"),
            (25, -1, "2.5"),
            (-5, -3, "-0.005"),
            (1500, -2, "15"),
            (0, -4, "0"),
            (7, 0, "7"),
        ] {
            assert_eq!(Decimal { digits, exponent }.to_string(), said);
        }
    }
}
