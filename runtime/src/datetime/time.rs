//! `datetime.time`: a time of day.

use std::cmp::Ordering;
use std::fmt::Write;
use std::hash::Hasher;

use super::timezone::write_offset;
use super::{Timedelta, Timezone, c_int, iso, writing};
use crate::exception::{Fallible, Raised, type_error, value_error};
use crate::object::{Compare, Equal, Key, Object};
use crate::record;
use crate::str::Str;

/// A `datetime.time`.
#[derive(Debug, Clone)]
pub struct Time {
    pub(super) clock: Clock,
    pub(super) zone: Option<Timezone>,
}

/// What a clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Clock {
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub microsecond: i64,
    /// Whether it is the second of two times that a change of the clock makes equal. It takes no part in comparisons.
    pub fold: Fold,
}

/// `fold`, of which all are equal.
#[derive(Debug, Clone, Copy, Eq)]
pub(super) struct Fold(pub bool);

impl PartialEq for Fold {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl PartialOrd for Fold {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fold {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

impl Clock {
    /// Midnight.
    pub const MIDNIGHT: Self = Self { hour: 0, minute: 0, second: 0, microsecond: 0, fold: Fold(false) };

    /// Of these parts.
    ///
    /// # Errors
    /// `ValueError` for one that no clock shows, `OverflowError` for one that is no C `int`.
    pub fn checked(hour: i64, minute: i64, second: i64, microsecond: i64, fold: i64) -> Fallible<Self> {
        for part in [hour, minute, second, microsecond, fold] {
            c_int(part)?;
        }
        let parts =
            [(hour, 23, "hour"), (minute, 59, "minute"), (second, 59, "second"), (microsecond, 999_999, "microsecond")];
        for (part, most, name) in parts {
            if !(0..=most).contains(&part) {
                return Err(value_error(format!("{name} must be in 0..{most}")));
            }
        }
        if !(0..=1).contains(&fold) {
            return Err(value_error("fold must be either 0 or 1"));
        }
        Ok(Self { hour, minute, second, microsecond, fold: Fold(fold == 1) })
    }

    /// Microseconds since midnight.
    pub fn micros(self) -> i128 {
        i128::from((self.hour * 60 + self.minute) * 60 + self.second) * 1_000_000 + i128::from(self.microsecond)
    }

    /// The clock so many microseconds after midnight, of less than a day.
    pub fn of_micros(micros: i128) -> Self {
        let (seconds, microsecond) = ((micros / 1_000_000) as i64, (micros % 1_000_000) as i64);
        Self { hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60, microsecond, fold: Fold(false) }
    }

    /// Writes it as far as `timespec` says.
    ///
    /// # Errors
    /// `ValueError` for a `timespec` that is not known.
    pub fn write(self, timespec: &str, out: &mut String) -> Fallible<()> {
        let Self { hour, minute, second, microsecond, .. } = self;
        let _ = match timespec {
            "auto" if microsecond == 0 => write!(out, "{hour:02}:{minute:02}:{second:02}"),
            "auto" | "microseconds" => write!(out, "{hour:02}:{minute:02}:{second:02}.{microsecond:06}"),
            "hours" => write!(out, "{hour:02}"),
            "minutes" => write!(out, "{hour:02}:{minute:02}"),
            "seconds" => write!(out, "{hour:02}:{minute:02}:{second:02}"),
            "milliseconds" => write!(out, "{hour:02}:{minute:02}:{second:02}.{:03}", microsecond / 1000),
            _ => return Err(value_error("Unknown timespec value")),
        };
        Ok(())
    }

    /// Writes the arguments that make it, as `repr` shows them.
    pub fn write_arguments(self, out: &mut String) {
        let _ = write!(out, "{}, {}", self.hour, self.minute);
        if self.second != 0 || self.microsecond != 0 {
            let _ = write!(out, ", {}", self.second);
        }
        if self.microsecond != 0 {
            let _ = write!(out, ", {}", self.microsecond);
        }
    }
}

/// Writes `tzinfo`, as `repr` shows it.
pub(super) fn write_zone(zone: &Option<Timezone>, out: &mut String) {
    if let Some(zone) = zone {
        out.push_str(", tzinfo=");
        zone.repr(out);
    }
}

/// Writes `fold`, as `repr` shows it.
pub(super) fn write_fold(clock: Clock, out: &mut String) {
    if clock.fold.0 {
        out.push_str(", fold=1");
    }
}

/// `time(hour, minute, second, microsecond, tzinfo, fold=…)`.
///
/// # Errors
/// `ValueError` for a part that no clock shows, `OverflowError` for one that is no C `int`.
pub fn new(
    hour: i64,
    minute: i64,
    second: i64,
    microsecond: i64,
    zone: &Option<Timezone>,
    fold: i64,
) -> Fallible<Time> {
    Ok(Time { clock: Clock::checked(hour, minute, second, microsecond, fold)?, zone: zone.clone() })
}

/// A captured time.
#[must_use]
pub fn captured(hour: i64, minute: i64, second: i64, microsecond: i64, fold: i64, zone: Option<Timezone>) -> Time {
    Time { clock: Clock { hour, minute, second, microsecond, fold: Fold(fold == 1) }, zone }
}

/// `time.fromisoformat(text)`.
///
/// # Errors
/// `ValueError` where the text is no time of ISO 8601.
pub fn fromisoformat(text: &Str) -> Fallible<Time> {
    iso::time(text)
}

macro_rules! parts {
    ($($name:ident: $what:literal),*) => {$(
        #[doc = concat!("`time.", stringify!($name), "`: ", $what)]
        #[must_use]
        pub fn $name(time: &Time) -> i64 {
            time.clock.$name
        }
    )*};
}

parts!(hour: "0 to 23.", minute: "0 to 59.", second: "0 to 59.", microsecond: "0 to 999999.");

/// `time.fold`.
#[must_use]
pub fn fold(time: &Time) -> i64 {
    time.clock.fold.0.into()
}

/// `time.tzinfo`.
#[must_use]
pub fn tzinfo(time: &Time) -> Option<Timezone> {
    time.zone.clone()
}

/// `time.utcoffset()`.
#[must_use]
pub fn utcoffset(time: &Time) -> Option<Timedelta> {
    time.zone.as_ref().map(Timezone::offset)
}

/// `time.tzname()`.
#[must_use]
pub fn tzname(time: &Time) -> Option<Str> {
    time.zone.as_ref().map(|zone| Str::from(zone.name()))
}

/// `time.isoformat(timespec)`.
///
/// # Errors
/// `ValueError` for a `timespec` that is not known.
pub fn isoformat(time: &Time, timespec: &Str) -> Fallible<Str> {
    let mut text = String::new();
    time.clock.write(timespec.as_str(), &mut text)?;
    if let Some(zone) = &time.zone {
        write_offset(zone.offset(), ":", &mut text);
    }
    Ok(Str::from(text))
}

/// `time.strftime(format)`: of the first day of 1900.
///
/// # Errors
/// `ValueError` for a NUL in the format.
pub fn strftime(time: &Time, format: &Str) -> Fallible<Str> {
    let moment = writing::Moment { date: (1900, 1, 1), clock: time.clock, zone: time.zone.as_ref() };
    writing::formatted(&moment, format.as_str()).map(Str::from)
}

/// `time.replace(…)` without `tzinfo`.
///
/// # Errors
/// As [`new`].
pub fn replace(
    time: &Time,
    hour: Option<i64>,
    minute: Option<i64>,
    second: Option<i64>,
    microsecond: Option<i64>,
    fold: Option<i64>,
) -> Fallible<Time> {
    replace_zone(time, hour, minute, second, microsecond, &time.zone, fold)
}

/// `time.replace(…, tzinfo=…)`.
///
/// # Errors
/// As [`new`].
pub fn replace_zone(
    time: &Time,
    hour: Option<i64>,
    minute: Option<i64>,
    second: Option<i64>,
    microsecond: Option<i64>,
    zone: &Option<Timezone>,
    fold: Option<i64>,
) -> Fallible<Time> {
    let own = time.clock;
    new(
        hour.unwrap_or(own.hour),
        minute.unwrap_or(own.minute),
        second.unwrap_or(own.second),
        microsecond.unwrap_or(own.microsecond),
        zone,
        fold.unwrap_or(own.fold.0.into()),
    )
}

/// `time.min`.
#[must_use]
pub fn min() -> Time {
    Time { clock: Clock::MIDNIGHT, zone: None }
}

/// `time.max`.
#[must_use]
pub fn max() -> Time {
    Time { clock: Clock::of_micros(86_400_000_000 - 1), zone: None }
}

/// `time.resolution`.
#[must_use]
pub fn resolution() -> Timedelta {
    Timedelta::small(1)
}

impl Time {
    /// What is compared: microseconds of UTC, or of the clock where no zone is known.
    fn instant(&self) -> i128 {
        self.clock.micros() - self.zone.as_ref().map_or(0, |zone| zone.offset().micros())
    }
}

/// The order of two times.
///
/// # Errors
/// `TypeError` where the zone of one alone is known.
pub(super) fn order(a: &Time, b: &Time) -> Fallible<Ordering> {
    if a.zone.is_some() != b.zone.is_some() {
        return Err(incomparable());
    }
    Ok(a.instant().cmp(&b.instant()))
}

#[cold]
fn incomparable() -> Raised {
    type_error("can't compare offset-naive and offset-aware times")
}

super::datetime::comparisons!(Time);

impl Object for Time {
    fn type_name(&self) -> &'static str {
        "datetime.time"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("datetime.time(");
        self.clock.write_arguments(out);
        write_zone(&self.zone, out);
        write_fold(self.clock, out);
        out.push(')');
    }

    fn str(&self, out: &mut String) {
        let text = isoformat(self, &Str::literal("auto"));
        out.push_str(text.as_ref().map_or("", Str::as_str));
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if spec.is_empty() {
            self.str(out);
        } else {
            out.push_str(strftime(self, &Str::from(spec))?.as_str());
        }
        Ok(())
    }
}

impl Equal for Time {
    fn equal(&self, other: &Self) -> bool {
        self.zone.is_some() == other.zone.is_some() && self.instant() == other.instant()
    }
}

/// In a sort: what cannot be compared raises on the way out.
impl Compare for Time {
    fn compare(&self, other: &Self) -> Option<Ordering> {
        record::must_or_leave(order(self, other))
    }
}

impl Key for Time {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i128(self.instant());
    }
}
