//! The Gregorian calendar: days counted from the first of January of the year 1, which is day 1.

/// The days before each month of a year that is no leap year.
const BEFORE_MONTH: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// The number of the last day that a date can be: 9999-12-31.
pub(super) const LAST: i64 = 3_652_059;

/// Whether a year has 366 days.
#[must_use]
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days a month has.
#[must_use]
pub fn in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// How many days are before the first of January of a year.
pub(super) fn before_year(year: i64) -> i64 {
    let year = year - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)
}

/// How many days of the year are before a month.
pub(super) fn before_month(year: i64, month: i64) -> i64 {
    BEFORE_MONTH[month as usize - 1] + i64::from(month > 2 && is_leap(year))
}

/// The number of a day.
#[must_use]
pub fn ordinal(year: i64, month: i64, day: i64) -> i64 {
    before_year(year) + before_month(year, month) + day
}

/// Year, month and day of a number.
#[must_use]
pub fn of_ordinal(ordinal: i64) -> (i64, i64, i64) {
    // Years repeat after 400 of them.
    let (cycle, day) = ((ordinal - 1).div_euclid(146_097), (ordinal - 1).rem_euclid(146_097));
    let mut year = cycle * 400 + day / 366 + 1;
    while before_year(year + 1) < ordinal {
        year += 1;
    }
    let of_year = ordinal - before_year(year);
    let month = (1..=12).rev().find(|month| before_month(year, *month) < of_year).unwrap_or(1);
    (year, month, of_year - before_month(year, month))
}

/// The number of the Monday that the first week of a year begins with (ISO 8601).
pub(super) fn first_monday(year: i64) -> i64 {
    let first = ordinal(year, 1, 1);
    let weekday = (first + 6).rem_euclid(7);
    let monday = first - weekday;
    if weekday > 3 { monday + 7 } else { monday }
}
