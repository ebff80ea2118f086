//! `datetime`: dates and times of the Gregorian calendar (CPython's Modules/_datetimemodule.c and Lib/datetime.py).

#[cfg(any(target_arch = "wasm32", test))]
mod c_locale;
pub mod date;
#[expect(clippy::module_inception, reason = "named after the class, as all modules of methods are")]
pub mod datetime;
pub mod days;
mod iso;
mod local;
#[cfg(target_arch = "wasm32")]
pub mod page;
mod reading;
#[cfg(not(target_arch = "wasm32"))]
mod system;
pub mod time;
pub mod timedelta;
pub mod timezone;
mod writing;

use crate::exception::{Fallible, Raised, overflow_error};

pub use self::datetime::Datetime;
pub use date::{Date, IsoCalendarDate, iso_calendar_date};
pub use time::Time;
pub use timedelta::Timedelta;
pub use timezone::Timezone;

/// `time.strftime(format)`: the zone is written, and nothing of microseconds.
///
/// # Errors
/// `ValueError` for a NUL in the format.
pub(crate) fn here_and_now(format: &crate::str::Str) -> Fallible<crate::str::Str> {
    let now = datetime::astimezone(&datetime::now(&None)?, &None)?;
    // The C library does not know `%f`, and leaves it.
    let format = format.as_str().replace("%f", "%%f");
    date::strftime(&now, &crate::str::Str::from(format))
}

/// An argument as C's `int`, which the classes of CPython take.
fn c_int(value: i64) -> Fallible<i32> {
    i32::try_from(value).map_err(|_| {
        let message =
            if value > 0 { "signed integer is greater than maximum" } else { "signed integer is less than minimum" };
        overflow_error(message)
    })
}

#[cold]
fn date_out_of_range() -> Raised {
    overflow_error("date value out of range")
}
