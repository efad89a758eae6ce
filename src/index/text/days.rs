//! Dates as the index counts them: the first and the last day, each as a number such as `20200914`.

use crate::corpus::PartialDate;

/// The first and the last day that a date may mean.
pub(in crate::index) fn bounds(date: PartialDate) -> (u32, u32) {
    let year = u32::from(date.year().unsigned_abs()) * 10_000;
    let Some(month) = date.month() else { return (year + 101, year + 1231) };
    let month_began = year + u32::from(month) * 100;
    match date.day() {
        Some(day) => (month_began + u32::from(day), month_began + u32::from(day)),
        None => {
            let last = (28..=31).rev().find(|day| PartialDate::new(date.year(), month, *day).is_some());
            (month_began + 1, month_began + u32::from(last.unwrap_or(31)))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn a_date_has_a_first_and_a_last_day() {
        let of = |year, month, day| bounds(PartialDate::new(year, month, day).unwrap());
        assert_eq!(of(2019, 0, 0), (20190101, 20191231));
        assert_eq!(of(2020, 2, 0), (20200201, 20200229));
        assert_eq!(of(2020, 9, 14), (20200914, 20200914));
    }
}
