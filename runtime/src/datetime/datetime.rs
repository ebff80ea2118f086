//! `datetime.datetime`: a day and a time of day.

use std::cmp::Ordering;
use std::fmt::Write;
use std::hash::Hasher;

use super::date::Dated;
use super::time::{Clock, Fold, write_fold, write_zone};
use super::timezone::write_offset;
use super::{Date, Time, Timedelta, Timezone, iso, local, reading, timedelta, timezone, writing};
use crate::exception::{Fallible, Raised, type_error};
use crate::object::{Compare, Equal, Key, Object};
use crate::record;
use crate::str::Str;

const DAY: i128 = 86_400_000_000;
/// The number of the day 1970-01-01.
pub(super) const EPOCH: i64 = 719_163;

/// A `datetime.datetime`.
#[derive(Debug, Clone)]
pub struct Datetime {
    pub(super) date: Date,
    pub(super) clock: Clock,
    pub(super) zone: Option<Timezone>,
}

impl Dated for Datetime {
    fn date(&self) -> Date {
        self.date
    }

    fn written(&self, format: &str) -> Fallible<String> {
        let Date { year, month, day } = self.date;
        let moment = writing::Moment { date: (year, month, day), clock: self.clock, zone: self.zone.as_ref() };
        writing::formatted(&moment, format)
    }
}

impl Datetime {
    /// Microseconds since the day before the year 1, as day and clock show them.
    pub(super) fn micros(&self) -> i128 {
        i128::from(self.date.ordinal()) * DAY + self.clock.micros()
    }

    /// The day and clock so many microseconds after the day before the year 1.
    ///
    /// # Errors
    /// `OverflowError` where it is no day of the years 1 to 9999.
    pub(super) fn of_micros(micros: i128, zone: Option<Timezone>) -> Fallible<Self> {
        let date = Date::of_ordinal(micros.div_euclid(DAY))?;
        Ok(Self { date, clock: Clock::of_micros(micros.rem_euclid(DAY)), zone })
    }

    fn offset(&self) -> i128 {
        self.zone.as_ref().map_or(0, |zone| zone.offset().micros())
    }

    /// What is compared: microseconds of UTC, or of day and clock where no zone is known.
    fn instant(&self) -> i128 {
        self.micros() - self.offset()
    }

    /// Whole seconds since 1970, as day and clock show them.
    pub(super) fn seconds(&self) -> i64 {
        (self.micros().div_euclid(1_000_000) - i128::from(EPOCH) * 86_400) as i64
    }
}

/// `datetime(year, month, day, hour, minute, second, microsecond, tzinfo, fold=…)`.
///
/// # Errors
/// `ValueError` where there is no such time, `OverflowError` for a part that is no C `int`.
#[expect(clippy::too_many_arguments, reason = "the parts of Python's class")]
pub fn new(
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    microsecond: i64,
    zone: &Option<Timezone>,
    fold: i64,
) -> Fallible<Datetime> {
    for part in [year, month, day, hour, minute, second, microsecond, fold] {
        super::c_int(part)?;
    }
    let date = Date::checked(year, month, day)?;
    let clock = Clock::checked(hour, minute, second, microsecond, fold)?;
    Ok(Datetime { date, clock, zone: zone.clone() })
}

/// A captured datetime.
#[expect(clippy::too_many_arguments, reason = "the parts of Python's class")]
#[must_use]
pub fn captured(
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    microsecond: i64,
    fold: i64,
    zone: Option<Timezone>,
) -> Datetime {
    let clock = Clock { hour, minute, second, microsecond, fold: Fold(fold == 1) };
    Datetime { date: Date { year, month, day }, clock, zone }
}

/// `datetime.now(tz)`.
///
/// # Errors
/// `OSError` where the system does not know the time of this place.
pub fn now(zone: &Option<Timezone>) -> Fallible<Datetime> {
    let (seconds, micros) = local::now()?;
    of_timestamp(seconds, micros, zone)
}

/// `datetime.utcnow()`.
///
/// # Errors
/// None on any clock of our years.
pub fn utcnow() -> Fallible<Datetime> {
    let (seconds, micros) = local::now()?;
    local::utc(seconds, micros)
}

/// `datetime.today()`.
///
/// # Errors
/// As [`now`].
pub fn today() -> Fallible<Datetime> {
    now(&None)
}

/// `datetime.fromtimestamp(timestamp, tz)`.
///
/// # Errors
/// `ValueError` for a year that is none of ours, `OverflowError` and `OSError` for what is no time at all.
pub fn fromtimestamp(timestamp: f64, zone: &Option<Timezone>) -> Fallible<Datetime> {
    let (seconds, micros) = local::split(timestamp)?;
    of_timestamp(seconds, micros, zone)
}

fn of_timestamp(seconds: i64, micros: i64, zone: &Option<Timezone>) -> Fallible<Datetime> {
    match zone {
        None => {
            let mut here = local::here(seconds)?;
            here.clock.microsecond = micros;
            here.clock.fold = Fold(local::is_repeated(seconds)?);
            Ok(here)
        }
        Some(zone) => {
            let there = local::utc(seconds, micros)?;
            Datetime::of_micros(there.micros() + zone.offset().micros(), Some(zone.clone()))
        }
    }
}

/// `datetime.utcfromtimestamp(timestamp)`.
///
/// # Errors
/// As [`fromtimestamp`].
pub fn utcfromtimestamp(timestamp: f64) -> Fallible<Datetime> {
    let (seconds, micros) = local::split(timestamp)?;
    local::utc(seconds, micros)
}

/// `datetime.fromordinal(ordinal)`.
///
/// # Errors
/// `ValueError` where it is no day of the years 1 to 9999.
pub fn fromordinal(ordinal: i64) -> Fallible<Datetime> {
    Ok(Datetime { date: super::date::fromordinal(ordinal)?, clock: Clock::MIDNIGHT, zone: None })
}

/// `datetime.fromisocalendar(year, week, day)`.
///
/// # Errors
/// `ValueError` where there is no such day.
pub fn fromisocalendar(year: i64, week: i64, day: i64) -> Fallible<Datetime> {
    Ok(Datetime { date: iso::of_week(year, week, day)?, clock: Clock::MIDNIGHT, zone: None })
}

/// `datetime.fromisoformat(text)`.
///
/// # Errors
/// `ValueError` where the text is no time of ISO 8601.
pub fn fromisoformat(text: &Str) -> Fallible<Datetime> {
    iso::datetime(text)
}

/// `datetime.strptime(text, format)`.
///
/// # Errors
/// `ValueError` where the text is not of the format.
pub fn strptime(text: &Str, format: &Str) -> Fallible<Datetime> {
    reading::read(text, format)
}

/// `datetime.combine(date, time)`.
pub fn combine(date: &impl Dated, time: &Time) -> Datetime {
    Datetime { date: date.date(), clock: time.clock, zone: time.zone.clone() }
}

/// `datetime.combine(date, time, tzinfo)`.
pub fn combine_zone(date: &impl Dated, time: &Time, zone: &Option<Timezone>) -> Datetime {
    Datetime { date: date.date(), clock: time.clock, zone: zone.clone() }
}

macro_rules! parts {
    ($($name:ident: $what:literal),*) => {$(
        #[doc = concat!("`datetime.", stringify!($name), "`: ", $what)]
        #[must_use]
        pub fn $name(datetime: &Datetime) -> i64 {
            datetime.clock.$name
        }
    )*};
}

parts!(hour: "0 to 23.", minute: "0 to 59.", second: "0 to 59.", microsecond: "0 to 999999.");

/// `datetime.fold`.
#[must_use]
pub fn fold(datetime: &Datetime) -> i64 {
    datetime.clock.fold.0.into()
}

/// `datetime.tzinfo`.
#[must_use]
pub fn tzinfo(datetime: &Datetime) -> Option<Timezone> {
    datetime.zone.clone()
}

/// `datetime.date()`.
#[must_use]
pub fn date(datetime: &Datetime) -> Date {
    datetime.date
}

/// `datetime.time()`.
#[must_use]
pub fn time(datetime: &Datetime) -> Time {
    Time { clock: datetime.clock, zone: None }
}

/// `datetime.timetz()`.
#[must_use]
pub fn timetz(datetime: &Datetime) -> Time {
    Time { clock: datetime.clock, zone: datetime.zone.clone() }
}

/// `datetime.utcoffset()`.
#[must_use]
pub fn utcoffset(datetime: &Datetime) -> Option<Timedelta> {
    datetime.zone.as_ref().map(Timezone::offset)
}

/// `datetime.tzname()`.
#[must_use]
pub fn tzname(datetime: &Datetime) -> Option<Str> {
    datetime.zone.as_ref().map(|zone| Str::from(zone.name()))
}

/// `datetime.timestamp()`.
///
/// # Errors
/// `ValueError` near the first and the last year, where the time of this place is not known.
pub fn timestamp(datetime: &Datetime) -> Fallible<f64> {
    match datetime.zone {
        Some(_) => {
            let micros = datetime.instant() - i128::from(EPOCH) * DAY;
            Timedelta::of(micros).map(|delta| timedelta::total_seconds(&delta))
        }
        None => {
            let seconds = local::seconds_of(datetime.seconds(), datetime.clock.fold.0)?;
            Ok(seconds as f64 + datetime.clock.microsecond as f64 / 1e6)
        }
    }
}

/// `datetime.isoformat(sep, timespec)`.
///
/// # Errors
/// `ValueError` for a `timespec` that is not known, `TypeError` for a separator that is no single character.
pub fn isoformat(datetime: &Datetime, separator: &Str, timespec: &Str) -> Fallible<Str> {
    if separator.length() != 1 {
        return Err(type_error("isoformat() argument 1 must be a unicode character, not str"));
    }
    let mut text = String::new();
    datetime.date.write(&mut text);
    text.push_str(separator.as_str());
    datetime.clock.write(timespec.as_str(), &mut text)?;
    if let Some(zone) = &datetime.zone {
        write_offset(zone.offset(), ":", &mut text);
    }
    Ok(Str::from(text))
}

/// `datetime.replace(…)` without `tzinfo`.
///
/// # Errors
/// As [`new`].
#[expect(clippy::too_many_arguments, reason = "the parts of Python's class")]
pub fn replace(
    datetime: &Datetime,
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: Option<i64>,
    minute: Option<i64>,
    second: Option<i64>,
    microsecond: Option<i64>,
    fold: Option<i64>,
) -> Fallible<Datetime> {
    replace_zone(datetime, year, month, day, hour, minute, second, microsecond, &datetime.zone, fold)
}

/// `datetime.replace(…, tzinfo=…)`.
///
/// # Errors
/// As [`new`].
#[expect(clippy::too_many_arguments, reason = "the parts of Python's class")]
pub fn replace_zone(
    datetime: &Datetime,
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: Option<i64>,
    minute: Option<i64>,
    second: Option<i64>,
    microsecond: Option<i64>,
    zone: &Option<Timezone>,
    fold: Option<i64>,
) -> Fallible<Datetime> {
    let (date, clock) = (datetime.date, datetime.clock);
    new(
        year.unwrap_or(date.year),
        month.unwrap_or(date.month),
        day.unwrap_or(date.day),
        hour.unwrap_or(clock.hour),
        minute.unwrap_or(clock.minute),
        second.unwrap_or(clock.second),
        microsecond.unwrap_or(clock.microsecond),
        zone,
        fold.unwrap_or(clock.fold.0.into()),
    )
}

/// `datetime.astimezone(tz)`: without a zone of its own it is a time of this place.
///
/// # Errors
/// `OverflowError` where it is no day of the years 1 to 9999.
pub fn astimezone(datetime: &Datetime, zone: &Option<Timezone>) -> Fallible<Datetime> {
    let instant = match datetime.zone {
        Some(_) => datetime.instant(),
        None => {
            // As in CPython, where a time that no clock shows is ahead by what clocks are after they are put forward.
            let seconds = local::seconds_of(datetime.seconds(), datetime.clock.fold.0)?;
            datetime.micros() - i128::from(local::zone_at(seconds)?.0) * 1_000_000
        }
    };
    let zone = match zone {
        Some(zone) => zone.clone(),
        None => {
            let seconds = (instant.div_euclid(1_000_000) - i128::from(EPOCH) * 86_400) as i64;
            let (offset, name) = local::zone_at(seconds)?;
            timezone::new_named(&Timedelta::small(offset * 1_000_000), &Str::from(name))?
        }
    };
    Date::of_ordinal(instant.div_euclid(DAY))?;
    Datetime::of_micros(instant + zone.offset().micros(), Some(zone))
}

/// `datetime + delta`.
///
/// # Errors
/// `OverflowError` where it is no day of the years 1 to 9999.
pub fn add(datetime: &Datetime, delta: &Timedelta) -> Fallible<Datetime> {
    Datetime::of_micros(datetime.micros() + delta.micros(), datetime.zone.clone())
}

/// `datetime - delta`.
///
/// # Errors
/// As [`add`].
pub fn sub(datetime: &Datetime, delta: &Timedelta) -> Fallible<Datetime> {
    Datetime::of_micros(datetime.micros() - delta.micros(), datetime.zone.clone())
}

/// `a - b` of two datetimes.
///
/// # Errors
/// `TypeError` where the zone of one alone is known.
pub fn difference(a: &Datetime, b: &Datetime) -> Fallible<Timedelta> {
    if a.zone.is_some() != b.zone.is_some() {
        return Err(type_error("can't subtract offset-naive and offset-aware datetimes"));
    }
    Timedelta::of(a.instant() - b.instant())
}

/// `datetime.min`.
#[must_use]
pub fn min() -> Datetime {
    Datetime { date: super::date::min(), clock: Clock::MIDNIGHT, zone: None }
}

/// `datetime.max`.
#[must_use]
pub fn max() -> Datetime {
    Datetime { date: super::date::max(), clock: super::time::max().clock, zone: None }
}

/// `datetime.resolution`.
#[must_use]
pub fn resolution() -> Timedelta {
    Timedelta::small(1)
}

/// The order of two datetimes.
///
/// # Errors
/// `TypeError` where the zone of one alone is known.
fn order(a: &Datetime, b: &Datetime) -> Fallible<Ordering> {
    if a.zone.is_some() != b.zone.is_some() {
        return Err(incomparable());
    }
    Ok(a.instant().cmp(&b.instant()))
}

#[cold]
fn incomparable() -> Raised {
    type_error("can't compare offset-naive and offset-aware datetimes")
}

/// `<` and its like of a class with an `order` that can raise.
macro_rules! comparisons {
    ($class:ty) => {
        /// `a < b`.
        ///
        /// # Errors
        /// `TypeError` where the zone of one alone is known.
        pub fn lt(a: &$class, b: &$class) -> Fallible<bool> {
            order(a, b).map(Ordering::is_lt)
        }

        /// `a <= b`.
        ///
        /// # Errors
        /// As [`lt`].
        pub fn le(a: &$class, b: &$class) -> Fallible<bool> {
            order(a, b).map(Ordering::is_le)
        }

        /// `a > b`.
        ///
        /// # Errors
        /// As [`lt`].
        pub fn gt(a: &$class, b: &$class) -> Fallible<bool> {
            order(a, b).map(Ordering::is_gt)
        }

        /// `a >= b`.
        ///
        /// # Errors
        /// As [`lt`].
        pub fn ge(a: &$class, b: &$class) -> Fallible<bool> {
            order(a, b).map(Ordering::is_ge)
        }
    };
}

pub(super) use comparisons;
comparisons!(Datetime);

impl Object for Datetime {
    fn type_name(&self) -> &'static str {
        "datetime.datetime"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        let Date { year, month, day } = self.date;
        let _ = write!(out, "datetime.datetime({year}, {month}, {day}, ");
        self.clock.write_arguments(out);
        write_fold(self.clock, out);
        write_zone(&self.zone, out);
        out.push(')');
    }

    fn str(&self, out: &mut String) {
        let text = isoformat(self, &Str::literal(" "), &Str::literal("auto"));
        out.push_str(text.as_ref().map_or("", Str::as_str));
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

impl Equal for Datetime {
    fn equal(&self, other: &Self) -> bool {
        self.zone.is_some() == other.zone.is_some() && self.instant() == other.instant()
    }
}

/// A datetime is a date, but never equal to one that is none.
impl Equal<Date> for Datetime {
    fn equal(&self, _: &Date) -> bool {
        false
    }
}

/// In a sort: what cannot be compared raises on the way out.
impl Compare for Datetime {
    fn compare(&self, other: &Self) -> Option<Ordering> {
        record::must_or_leave(order(self, other))
    }
}

impl Key for Datetime {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i128(self.instant());
    }
}
