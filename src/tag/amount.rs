//! An amount: a decimal number, or two that stand for a range, with a unit.

use std::cmp::Ordering;
use std::fmt;

/// A decimal number: `digits` × 10 to the power of `exponent`. Two that [`Decimal::new`] made are equal where they are
/// the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits as a whole number; at most 28 of them, so that no common sum is rounded.
    pub digits: i128,
    /// The power of ten, −30 to 30.
    pub exponent: i8,
}

/// The most digits of a [`Decimal`].
const MOST_DIGITS: u32 = 28;
/// The greatest power of ten of a [`Decimal`]; the least is as far below 0.
const MOST_EXPONENT: i32 = 30;

impl Decimal {
    /// The number `digits` × 10 to the power of `exponent`, with the zeros at the end of its digits in the exponent.
    /// None where it has more than 28 digits or its exponent lies outside −30 to 30.
    pub fn new(mut digits: i128, mut exponent: i32) -> Option<Self> {
        if digits == 0 {
            return Some(Self { digits, exponent: 0 });
        }
        while digits % 10 == 0 {
            digits /= 10;
            exponent = exponent.checked_add(1)?;
        }
        let fits = digits.unsigned_abs().ilog10() < MOST_DIGITS && exponent.abs() <= MOST_EXPONENT;
        fits.then_some(Self { digits, exponent: i8::try_from(exponent).ok()? })
    }

    /// The number × 10 to the power of `power`; None where that is too much for a [`Decimal`].
    pub fn scaled(self, power: i32) -> Option<Self> {
        Self::new(self.digits, i32::from(self.exponent).checked_add(power)?)
    }

    /// The number below 0 as far as this lies above it.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    /// Which of two numbers is greater. Both are taken to be as [`Decimal::new`] makes them.
    pub fn compare(self, other: Self) -> Ordering {
        let signs = self.digits.signum().cmp(&other.digits.signum());
        if signs.is_ne() || self.digits == 0 {
            return signs;
        }
        let size = |number: Self| number.digits.unsigned_abs().ilog10() as i32 + i32::from(number.exponent);
        let sizes = size(self).cmp(&size(other));
        let absolute = if sizes.is_ne() {
            sizes
        } else {
            // Of the same size, so that as many zeros as the exponents differ by still fit.
            let zeros = u32::from(self.exponent.abs_diff(other.exponent));
            let zeros = 10u128.saturating_pow(zeros);
            let (a, b) = (self.digits.unsigned_abs(), other.digits.unsigned_abs());
            if self.exponent > other.exponent {
                a.saturating_mul(zeros).cmp(&b)
            } else {
                a.cmp(&b.saturating_mul(zeros))
            }
        };
        if self.digits < 0 { absolute.reverse() } else { absolute }
    }
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
    fn a_number_has_one_form_and_one_that_is_too_long_has_none() {
        assert_eq!(Decimal::new(1500, 6), Decimal::new(15, 8));
        assert_eq!(Decimal::new(0, 99), Decimal::new(0, 0));
        assert_eq!(Decimal::new(i128::MAX, 0), None);
        assert_eq!(Decimal::new(1, 31), None);
        assert_eq!(Decimal::new(5, 0).and_then(|five| five.scaled(30)).and_then(|more| more.scaled(1)), None);
    }

    #[test]
    fn numbers_are_compared_by_their_size() {
        let order =
            [(-2, 3), (-19, 2), (-5, -1), (0, 0), (1, -30), (5, -1), (19, 2), (2, 3), (2001, 0), (9, 30)];
        let order: Vec<Decimal> =
            order.iter().filter_map(|&(digits, exponent)| Decimal::new(digits, exponent)).collect();
        for pair in order.windows(2) {
            assert_eq!(pair[0].compare(pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(pair[1].compare(pair[0]), Ordering::Greater, "{pair:?}");
            assert_eq!(pair[0].compare(pair[0]), Ordering::Equal);
        }
    }

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
