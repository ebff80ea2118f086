//! `strftime`: CPython writes the microseconds and the zone, and the C library the rest.

use super::time::Clock;
use super::timezone::write_offset;
use super::{Timezone, days};
use crate::exception::{Fallible, value_error};

/// What is written.
pub struct Moment<'a> {
    /// Year, month and day.
    pub date: (i64, i64, i64),
    pub clock: Clock,
    pub zone: Option<&'a Timezone>,
}

/// The text that a format makes of a moment.
///
/// # Errors
/// `ValueError` for a NUL in the format.
pub fn formatted(moment: &Moment<'_>, format: &str) -> Fallible<String> {
    let mut own = String::with_capacity(format.len());
    let mut characters = format.chars();
    while let Some(character) = characters.next() {
        if character != '%' {
            own.push(character);
            continue;
        }
        match characters.next() {
            Some('f') => own.push_str(&format!("{:06}", moment.clock.microsecond)),
            Some('z') => {
                if let Some(zone) = moment.zone {
                    write_offset(zone.offset(), "", &mut own);
                }
            }
            // What the name holds is no format.
            Some('Z') => own.push_str(&moment.zone.map(Timezone::name).unwrap_or_default().replace('%', "%%")),
            Some(other) => own.extend(['%', other]),
            None => own.push('%'),
        }
    }
    by_library(moment, &own)
}

/// A browser has no C library.
#[cfg(target_arch = "wasm32")]
fn by_library(moment: &Moment<'_>, format: &str) -> Fallible<String> {
    if format.contains('\0') {
        return Err(value_error("embedded null character"));
    }
    Ok(super::c_locale::formatted(moment, format))
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn by_library(moment: &Moment<'_>, format: &str) -> Fallible<String> {
    if format.is_empty() {
        return Ok(String::new());
    }
    let format = std::ffi::CString::new(format).map_err(|_| value_error("embedded null character"))?;
    let (year, month, day) = moment.date;
    // SAFETY: all zeros is a `tm`: numbers, and a pointer that may be null.
    let mut broken: libc::tm = unsafe { std::mem::zeroed() };
    broken.tm_year = (year - 1900) as i32;
    broken.tm_mon = (month - 1) as i32;
    broken.tm_mday = day as i32;
    broken.tm_hour = moment.clock.hour as i32;
    broken.tm_min = moment.clock.minute as i32;
    broken.tm_sec = moment.clock.second as i32;
    broken.tm_wday = days::ordinal(year, month, day).rem_euclid(7) as i32;
    broken.tm_yday = (days::before_month(year, month) + day - 1) as i32;
    broken.tm_isdst = -1;
    let mut size = 256.max(format.as_bytes().len() * 4);
    loop {
        let mut buffer = vec![0_u8; size];
        // SAFETY: the buffer has that size, and format and time are values of ours.
        let written = unsafe { libc::strftime(buffer.as_mut_ptr().cast(), size, format.as_ptr(), &raw const broken) };
        // Nothing may be what the format makes, or what fits: a buffer of 256 times the format holds all there is.
        if written > 0 || size >= 256 * format.as_bytes().len() {
            buffer.truncate(written);
            return Ok(String::from_utf8_lossy(&buffer).into_owned());
        }
        size *= 4;
    }
}
