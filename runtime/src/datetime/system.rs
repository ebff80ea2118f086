//! The time and the time zone of this place, as the C library knows them.

use std::ffi::CStr;
use std::time::{SystemTime, UNIX_EPOCH};

use super::local::{check_year, no_such_time};
use super::time::{Clock, Fold};
use super::{Date, Datetime};
use crate::exception::Fallible;

/// Seconds since 1970 and microseconds, now.
///
/// # Errors
/// None.
pub(super) fn now() -> Fallible<(i64, i64)> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok((since.as_secs() as i64, since.subsec_micros().into()))
}

/// A time of this place.
///
/// # Errors
/// As [`super::local::utc`].
pub(super) fn here(seconds: i64) -> Fallible<Datetime> {
    let broken = broken_down(seconds)?;
    let year = i64::from(broken.tm_year) + 1900;
    check_year(year)?;
    let date = Date { year, month: i64::from(broken.tm_mon) + 1, day: broken.tm_mday.into() };
    let clock = Clock {
        hour: broken.tm_hour.into(),
        minute: broken.tm_min.into(),
        // A leap second is none here.
        second: i64::from(broken.tm_sec).min(59),
        microsecond: 0,
        fold: Fold(false),
    };
    Ok(Datetime { date, clock, zone: None })
}

fn broken_down(seconds: i64) -> Fallible<libc::tm> {
    // SAFETY: all zeros is a `tm`: numbers, and a pointer that may be null.
    let mut broken: libc::tm = unsafe { std::mem::zeroed() };
    // SAFETY: both pointers are to values of ours.
    let found = unsafe { libc::localtime_r(&raw const seconds, &raw mut broken) };
    if found.is_null() { Err(no_such_time()) } else { Ok(broken) }
}

/// What clocks of this place are ahead of UTC at a time, in seconds, and what the zone is called then.
///
/// # Errors
/// `OSError` for what is no time of the system.
pub(super) fn zone_at(seconds: i64) -> Fallible<(i64, String)> {
    let broken = broken_down(seconds)?;
    let name = match broken.tm_zone.is_null() {
        true => String::new(),
        // SAFETY: it is a text of the C library, which stays.
        false => unsafe { CStr::from_ptr(broken.tm_zone) }.to_string_lossy().into_owned(),
    };
    Ok((broken.tm_gmtoff, name))
}
