//! `calendar`: months and weeks (CPython's Lib/calendar.py).

use crate::datetime::{Date, date, days};
use crate::exception::{Exception, Fallible};
use crate::list::{List, from_vec};

/// `calendar.isleap(year)`.
#[must_use]
pub fn isleap(year: i64) -> bool {
    days::is_leap(year)
}

/// `calendar.leapdays(y1, y2)`.
#[must_use]
pub fn leapdays(first: i64, last: i64) -> i64 {
    let before = |year: i64| {
        let year = year - 1;
        year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)
    };
    before(last) - before(first)
}

/// A day, of a year like it where there is none of that number.
fn day_of(year: i64, month: i64, day: i64) -> Fallible<Date> {
    date::new(if (1..=9999).contains(&year) { year } else { 2000 + year.rem_euclid(400) }, month, day)
}

/// `calendar.weekday(year, month, day)`.
///
/// # Errors
/// `ValueError` where there is no such day.
pub fn weekday(year: i64, month: i64, day: i64) -> Fallible<i64> {
    day_of(year, month, day).map(|day| date::weekday(&day))
}

/// `calendar.monthrange(year, month)`.
///
/// # Errors
/// `IllegalMonthError` where there is no such month.
pub fn monthrange(year: i64, month: i64) -> Fallible<(i64, i64)> {
    if !(1..=12).contains(&month) {
        let message = format!("bad month number {month}; must be 1-12");
        return Err(Exception::new("calendar.IllegalMonthError", message));
    }
    Ok((weekday(year, month, 1)?, days::in_month(year, month)))
}

/// `calendar.monthcalendar(year, month)`: weeks begin on Monday.
///
/// # Errors
/// As [`monthrange`].
pub fn monthcalendar(year: i64, month: i64) -> Fallible<List<List<i64>>> {
    let (first, count) = monthrange(year, month)?;
    let weeks = (first + count + 6) / 7;
    let day = |place: i64| Some(place - first + 1).filter(|day| (1..=count).contains(day)).unwrap_or(0);
    Ok(from_vec((0..weeks).map(|week| from_vec((week * 7..week * 7 + 7).map(day).collect())).collect()))
}
