//! The time and the time zone of this place, as a page knows them: WebAssembly itself has no clock.

use std::sync::OnceLock;

use super::{Datetime, local};
use crate::exception::{Fallible, unavailable};

/// What whoever loads this module knows of time.
pub trait Place: Sync {
    /// Milliseconds since 1970.
    fn milliseconds(&self) -> f64;
    /// What clocks of this place are ahead of UTC at a time, in seconds; 0 for what is no time there.
    fn ahead_of_utc(&self, seconds: i64) -> i64;
    /// What the zone of this place is called at a time.
    fn name_of_zone(&self, seconds: i64) -> String;
}

static PLACE: OnceLock<&'static dyn Place> = OnceLock::new();

/// Says what this place is. The first to say it is believed.
pub fn be_at(place: &'static dyn Place) {
    PLACE.get_or_init(|| place);
}

fn place() -> Fallible<&'static dyn Place> {
    PLACE.get().copied().ok_or_else(|| unavailable("a clock"))
}

/// Seconds since 1970 and microseconds, now.
///
/// # Errors
/// Where nobody has said what this place is.
pub(super) fn now() -> Fallible<(i64, i64)> {
    let micros = (place()?.milliseconds() * 1e3) as i64;
    Ok((micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000)))
}

/// A time of this place.
///
/// # Errors
/// As [`local::utc`] and [`now`].
pub(super) fn here(seconds: i64) -> Fallible<Datetime> {
    local::utc(seconds + place()?.ahead_of_utc(seconds), 0)
}

/// What clocks of this place are ahead of UTC at a time, in seconds, and what the zone is called then.
///
/// # Errors
/// As [`now`].
pub(super) fn zone_at(seconds: i64) -> Fallible<(i64, String)> {
    let place = place()?;
    Ok((place.ahead_of_utc(seconds), place.name_of_zone(seconds)))
}
