//! Moments as clocks of this place show them, and back again.

use super::datetime::EPOCH;
#[cfg(target_arch = "wasm32")]
pub(super) use super::page::{here, now, zone_at};
#[cfg(not(target_arch = "wasm32"))]
pub(super) use super::system::{here, now, zone_at};
use super::time::Clock;
use super::{Date, Datetime};
use crate::exception::{Exception, Fallible, overflow_error, value_error};

/// The longest time by which clocks are put back.
const MOST_FOLD: i64 = 86_400;

/// Whole seconds and microseconds of a timestamp, rounded half to even.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for what is no time of the system.
pub fn split(timestamp: f64) -> Fallible<(i64, i64)> {
    if timestamp.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    let (mut seconds, mut micros) = (timestamp.trunc(), (timestamp.fract() * 1e6).round_ties_even());
    if micros >= 1e6 {
        micros -= 1e6;
        seconds += 1.0;
    } else if micros < 0.0 {
        micros += 1e6;
        seconds -= 1.0;
    }
    Ok((whole_seconds(seconds)?, micros as i64))
}

/// A whole number of seconds.
///
/// # Errors
/// As [`split`].
pub fn whole_seconds(seconds: f64) -> Fallible<i64> {
    if seconds.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    if (-9.223_372_036_854_776e18..9.223_372_036_854_776e18).contains(&seconds) {
        return Ok(seconds as i64);
    }
    Err(overflow_error("timestamp out of range for platform time_t"))
}

/// A time of UTC.
///
/// # Errors
/// `ValueError` for a year that is none of ours, `OSError` for one that no clock has.
pub fn utc(seconds: i64, micros: i64) -> Fallible<Datetime> {
    let day = seconds.div_euclid(86_400) + EPOCH;
    let (year, month, day) = super::days::of_ordinal(day);
    check_year(year)?;
    let mut clock = Clock::of_micros(i128::from(seconds.rem_euclid(86_400)) * 1_000_000);
    clock.microsecond = micros;
    Ok(Datetime { date: Date { year, month, day }, clock, zone: None })
}

pub(super) fn check_year(year: i64) -> Fallible<()> {
    match year {
        1..=9999 => Ok(()),
        year if i32::try_from(year - 1900).is_err() => Err(no_such_time()),
        year => Err(value_error(format!("year {year} is out of range"))),
    }
}

#[cold]
pub(super) fn no_such_time() -> crate::exception::Raised {
    Exception::new("OSError", "[Errno 75] Value too large for defined data type")
}

/// What clocks of this place show at a time, as seconds since 1970.
fn shown(seconds: i64) -> Fallible<i64> {
    Ok(here(seconds)?.seconds())
}

/// Whether clocks of this place show at a time what they have shown before it, since they were put back.
///
/// # Errors
/// As [`here`].
pub fn is_repeated(seconds: i64) -> Fallible<bool> {
    if seconds - MOST_FOLD <= 0 {
        return Ok(false);
    }
    let (now, before) = (shown(seconds)?, shown(seconds - MOST_FOLD)?);
    let transition = now - before - MOST_FOLD;
    Ok(transition < 0 && shown(seconds + transition)? == now)
}

/// When clocks of this place show a time: the later of two where `fold` is true.
///
/// # Errors
/// As [`here`].
pub fn seconds_of(clock: i64, fold: bool) -> Fallible<i64> {
    let offset = shown(clock)? - clock;
    let first = clock - offset;
    let at_first = shown(first)?;
    let other = if at_first == clock {
        // One solution; there may be an earlier or a later one.
        let near = if fold { first + MOST_FOLD } else { first - MOST_FOLD };
        let other = shown(near)? - near;
        if other == offset {
            return Ok(first);
        }
        other
    } else {
        at_first - first
    };
    let second = clock - other;
    if shown(second)? == clock {
        return Ok(second);
    }
    if at_first == clock {
        return Ok(first);
    }
    // No clock shows it: it lies where they are put forward.
    Ok(if fold { first.min(second) } else { first.max(second) })
}
