//! `datetime.date`: a day of the Gregorian calendar.

use std::cmp::Ordering;
use std::fmt::Write;
use std::hash::Hasher;

use super::time::Clock;
use super::{Datetime, Timedelta, c_int, date_out_of_range, days, iso, local, writing};
use crate::exception::{Fallible, value_error};
use crate::named_tuple::named_tuple;
use crate::object::{Compare, Equal, Key, Object};
use crate::str::Str;

/// A `datetime.date`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
}

named_tuple! {
    /// What `isocalendar()` gives.
    pub struct IsoCalendarDate in iso_calendar_date as "datetime.IsoCalendarDate" {
        /// The year that the week belongs to.
        year: i64,
        /// The number of the week.
        week: i64,
        /// The day of the week, Monday being 1.
        weekday: i64,
    }
}

/// A date, or a datetime, which is one.
pub trait Dated: Object {
    /// The day.
    fn date(&self) -> Date;

    /// The day and the time, to write them.
    fn written(&self, format: &str) -> Fallible<String> {
        let Date { year, month, day } = self.date();
        writing::formatted(&writing::Moment { date: (year, month, day), clock: Clock::MIDNIGHT, zone: None }, format)
    }
}

impl Dated for Date {
    fn date(&self) -> Date {
        *self
    }
}

impl Date {
    /// Of these parts.
    ///
    /// # Errors
    /// `ValueError` where there is no such day, `OverflowError` for a part that is no C `int`.
    pub(super) fn checked(year: i64, month: i64, day: i64) -> Fallible<Self> {
        for part in [year, month, day] {
            c_int(part)?;
        }
        if !(1..=9999).contains(&year) {
            return Err(value_error(format!("year {year} is out of range")));
        }
        if !(1..=12).contains(&month) {
            return Err(value_error("month must be in 1..12"));
        }
        if !(1..=days::in_month(year, month)).contains(&day) {
            return Err(value_error("day is out of range for month"));
        }
        Ok(Self { year, month, day })
    }

    /// The day of a number.
    ///
    /// # Errors
    /// `OverflowError` where it is no day of the years 1 to 9999.
    pub(super) fn of_ordinal(ordinal: i128) -> Fallible<Self> {
        if !(1..=i128::from(days::LAST)).contains(&ordinal) {
            return Err(date_out_of_range());
        }
        let (year, month, day) = days::of_ordinal(ordinal as i64);
        Ok(Self { year, month, day })
    }

    /// Its number.
    pub(super) fn ordinal(self) -> i64 {
        days::ordinal(self.year, self.month, self.day)
    }

    /// As ISO 8601 writes it.
    pub(super) fn write(self, out: &mut String) {
        let _ = write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day);
    }
}

/// `date(year, month, day)`.
///
/// # Errors
/// `ValueError` where there is no such day, `OverflowError` for a part that is no C `int`.
pub fn new(year: i64, month: i64, day: i64) -> Fallible<Date> {
    Date::checked(year, month, day)
}

/// A captured date.
#[must_use]
pub fn captured(year: i64, month: i64, day: i64) -> Date {
    Date { year, month, day }
}

/// `date.today()`.
///
/// # Errors
/// None on any clock of our years.
pub fn today() -> Fallible<Date> {
    Ok(super::datetime::now(&None)?.date)
}

/// `date.fromtimestamp(timestamp)`: in the time of this place.
///
/// # Errors
/// As `datetime.fromtimestamp`.
pub fn fromtimestamp(timestamp: f64) -> Fallible<Date> {
    let seconds = local::whole_seconds(timestamp.floor())?;
    Ok(local::here(seconds)?.date)
}

/// `date.fromordinal(ordinal)`.
///
/// # Errors
/// `ValueError` where it is no day of the years 1 to 9999.
pub fn fromordinal(ordinal: i64) -> Fallible<Date> {
    c_int(ordinal)?;
    if ordinal < 1 {
        return Err(value_error("ordinal must be >= 1"));
    }
    let (year, month, day) = days::of_ordinal(ordinal);
    Date::checked(year, month, day)
}

/// `date.fromisoformat(text)`.
///
/// # Errors
/// `ValueError` where the text is no date of ISO 8601.
pub fn fromisoformat(text: &Str) -> Fallible<Date> {
    iso::date(text)
}

/// `date.fromisocalendar(year, week, day)`.
///
/// # Errors
/// `ValueError` where there is no such day.
pub fn fromisocalendar(year: i64, week: i64, day: i64) -> Fallible<Date> {
    iso::of_week(year, week, day)
}

/// `date.year`.
pub fn year(of: &impl Dated) -> i64 {
    of.date().year
}

/// `date.month`.
pub fn month(of: &impl Dated) -> i64 {
    of.date().month
}

/// `date.day`.
pub fn day(of: &impl Dated) -> i64 {
    of.date().day
}

/// `date.toordinal()`.
pub fn toordinal(of: &impl Dated) -> i64 {
    of.date().ordinal()
}

/// `date.weekday()`: Monday is 0.
pub fn weekday(of: &impl Dated) -> i64 {
    (of.date().ordinal() + 6).rem_euclid(7)
}

/// `date.isoweekday()`: Monday is 1.
pub fn isoweekday(of: &impl Dated) -> i64 {
    weekday(of) + 1
}

/// `date.isocalendar()`.
pub fn isocalendar(of: &impl Dated) -> IsoCalendarDate {
    let (date, today) = (of.date(), of.date().ordinal());
    let mut year = date.year;
    let mut week = (today - days::first_monday(year)).div_euclid(7);
    if week < 0 {
        year -= 1;
        week = (today - days::first_monday(year)).div_euclid(7);
    } else if week >= 52 && today >= days::first_monday(year + 1) {
        year += 1;
        week = 0;
    }
    IsoCalendarDate { year, week: week + 1, weekday: isoweekday(of) }
}

/// `date.isoformat()`.
#[must_use]
pub fn isoformat(date: &Date) -> Str {
    let mut text = String::new();
    date.write(&mut text);
    Str::from(text)
}

/// `date.ctime()`.
///
/// # Errors
/// None: the format is known.
pub fn ctime(of: &impl Dated) -> Fallible<Str> {
    let day = of.date().day;
    let text = of.written("%a %b ")? + &format!("{day:2}") + &of.written(" %H:%M:%S ")?;
    Ok(Str::from(format!("{text}{:04}", of.date().year)))
}

/// `date.strftime(format)`.
///
/// # Errors
/// `ValueError` for a NUL in the format.
pub fn strftime(of: &impl Dated, format: &Str) -> Fallible<Str> {
    of.written(format.as_str()).map(Str::from)
}

/// `date.replace(year, month, day)`.
///
/// # Errors
/// As [`new`].
pub fn replace(date: &Date, year: Option<i64>, month: Option<i64>, day: Option<i64>) -> Fallible<Date> {
    Date::checked(year.unwrap_or(date.year), month.unwrap_or(date.month), day.unwrap_or(date.day))
}

/// `date + delta`: by whole days.
///
/// # Errors
/// `OverflowError` where it is no day of the years 1 to 9999.
pub fn add(date: &Date, delta: &Timedelta) -> Fallible<Date> {
    Date::of_ordinal(i128::from(date.ordinal()) + i128::from(delta.parts().0))
}

/// `date - delta`: by whole days.
///
/// # Errors
/// As [`add`].
pub fn sub(date: &Date, delta: &Timedelta) -> Fallible<Date> {
    Date::of_ordinal(i128::from(date.ordinal()) - i128::from(delta.parts().0))
}

/// `a - b` of two dates.
///
/// # Errors
/// None: there are not that many days.
pub fn difference(a: &Date, b: &Date) -> Fallible<Timedelta> {
    Timedelta::of(i128::from(a.ordinal() - b.ordinal()) * 86_400_000_000)
}

/// `date.min`.
#[must_use]
pub fn min() -> Date {
    Date { year: 1, month: 1, day: 1 }
}

/// `date.max`.
#[must_use]
pub fn max() -> Date {
    Date { year: 9999, month: 12, day: 31 }
}

/// `date.resolution`.
#[must_use]
pub fn resolution() -> Timedelta {
    Timedelta::small(86_400_000_000)
}

impl Object for Date {
    fn type_name(&self) -> &'static str {
        "datetime.date"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        let _ = write!(out, "datetime.date({}, {}, {})", self.year, self.month, self.day);
    }

    fn str(&self, out: &mut String) {
        self.write(out);
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if spec.is_empty() {
            self.str(out);
        } else {
            out.push_str(&self.written(spec)?);
        }
        Ok(())
    }
}

impl Equal for Date {
    fn equal(&self, other: &Self) -> bool {
        self == other
    }
}

/// A datetime is a date, but never equal to one that is none.
impl Equal<Datetime> for Date {
    fn equal(&self, _: &Datetime) -> bool {
        false
    }
}

impl Compare for Date {
    fn compare(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Key for Date {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(self.ordinal());
    }
}
