//! `time`: clocks, and waiting.

use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::exception::{Fallible, overflow_error, value_error};
use crate::str::Str;

/// When the monotonic clock was first asked.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// `time.time()`.
#[must_use]
pub fn time() -> f64 {
    since_epoch().as_secs_f64()
}

fn since_epoch() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// `time.time_ns()`.
#[must_use]
pub fn time_ns() -> i64 {
    i64::try_from(since_epoch().as_nanos()).unwrap_or(i64::MAX)
}

/// `time.monotonic()`, `time.perf_counter()`: since some moment in the past.
#[must_use]
pub fn monotonic() -> f64 {
    START.elapsed().as_secs_f64()
}

/// `time.monotonic_ns()`, `time.perf_counter_ns()`.
#[must_use]
pub fn monotonic_ns() -> i64 {
    i64::try_from(START.elapsed().as_nanos()).unwrap_or(i64::MAX)
}

#[cfg(not(target_arch = "wasm32"))]
fn processor(clock: libc::clockid_t) -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the pointer is to a value of ours.
    unsafe { libc::clock_gettime(clock, &raw mut time) };
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

/// `time.process_time()`.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn process_time() -> f64 {
    processor(libc::CLOCK_PROCESS_CPUTIME_ID).as_secs_f64()
}

/// `time.process_time_ns()`.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn process_time_ns() -> i64 {
    i64::try_from(processor(libc::CLOCK_PROCESS_CPUTIME_ID).as_nanos()).unwrap_or(i64::MAX)
}

/// `time.thread_time()`.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn thread_time() -> f64 {
    processor(libc::CLOCK_THREAD_CPUTIME_ID).as_secs_f64()
}

/// `time.strftime(format)`.
///
/// # Errors
/// `ValueError` for a NUL in the format.
pub fn strftime(format: &Str) -> Fallible<Str> {
    crate::datetime::here_and_now(format)
}

/// `time.sleep(seconds)`.
///
/// # Errors
/// `ValueError` below 0 and for NaN, `OverflowError` for more than there is time.
pub fn sleep(seconds: f64) -> Fallible<()> {
    std::thread::sleep(Duration::from_secs_f64(length_of_sleep(seconds)?));
    Ok(())
}

/// How many seconds `time.sleep(seconds)` waits: so many, where there are such.
///
/// # Errors
/// As for [`sleep`].
pub fn length_of_sleep(seconds: f64) -> Fallible<f64> {
    if seconds.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 && seconds.is_finite() {
        return Err(value_error("sleep length must be non-negative"));
    }
    let duration = Duration::try_from_secs_f64(seconds).ok().filter(|duration| duration.as_secs() < 1 << 33);
    match duration {
        Some(_) => Ok(seconds),
        None => Err(overflow_error("timestamp out of range for platform time_t")),
    }
}
