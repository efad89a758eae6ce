//! Numbers as they are said: figures with their separators, words, and both with a power of ten behind them.

mod digits;
mod ranges;
mod reading;
mod words;

pub(super) use ranges::{is_and, is_between, is_to};
pub(super) use reading::{Number, Reading};
pub(super) use words::is_power;

#[cfg(test)]
mod tests;
