//! `datetime.timezone`: a fixed offset from UTC.

use std::fmt::Write;
use std::hash::Hasher;

use super::{Datetime, Timedelta, timedelta};
use crate::exception::{Fallible, value_error};
use crate::object::{Equal, Key, Object, repr_text};
use crate::str::Str;

/// A `datetime.timezone`.
#[derive(Debug, Clone)]
pub struct Timezone {
    offset: Timedelta,
    name: Option<Str>,
}

const DAY: i128 = 86_400_000_000;

/// `timezone.utc`.
#[must_use]
pub fn utc() -> Timezone {
    Timezone { offset: Timedelta::small(0), name: None }
}

/// `timezone(offset)`.
///
/// # Errors
/// `ValueError` for an offset of a day or more.
pub fn new(offset: &Timedelta) -> Fallible<Timezone> {
    made(*offset, None)
}

/// `timezone(offset, name)`.
///
/// # Errors
/// As [`new`].
pub fn new_named(offset: &Timedelta, name: &Str) -> Fallible<Timezone> {
    made(*offset, Some(name.clone()))
}

fn made(offset: Timedelta, name: Option<Str>) -> Fallible<Timezone> {
    if offset.micros().abs() < DAY {
        return Ok(Timezone { offset, name });
    }
    Err(value_error(format!(
        "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {}.",
        repr_text(&offset)
    )))
}

impl Timezone {
    /// What is added to UTC.
    pub(super) fn offset(&self) -> Timedelta {
        self.offset
    }

    /// Its name, or what it is called after its offset.
    pub(super) fn name(&self) -> String {
        match &self.name {
            Some(name) => name.as_str().to_owned(),
            None if self.offset.micros() == 0 => "UTC".to_owned(),
            None => {
                let mut name = "UTC".to_owned();
                write_offset(self.offset, ":", &mut name);
                name
            }
        }
    }
}

/// Writes an offset as `+01:00`, with seconds and microseconds where it has any.
pub(super) fn write_offset(offset: Timedelta, separator: &str, out: &mut String) {
    let micros = offset.micros();
    out.push(if micros < 0 { '-' } else { '+' });
    let (seconds, micros) = (micros.abs() / 1_000_000, micros.abs() % 1_000_000);
    let _ = write!(out, "{:02}{separator}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 != 0 || micros != 0 {
        let _ = write!(out, "{separator}{:02}", seconds % 60);
    }
    if micros != 0 {
        let _ = write!(out, ".{micros:06}");
    }
}

/// A captured zone.
#[must_use]
pub fn captured(offset: Timedelta, name: Option<&'static str>) -> Timezone {
    Timezone { offset, name: name.map(Str::literal) }
}

/// `timezone.utcoffset(dt)`.
#[must_use]
pub fn utcoffset(timezone: &Timezone, _dt: &Option<Datetime>) -> Timedelta {
    timezone.offset
}

/// `timezone.tzname(dt)`.
#[must_use]
pub fn tzname(timezone: &Timezone, _dt: &Option<Datetime>) -> Str {
    Str::from(timezone.name())
}

/// `timezone.min`, `timezone.max`: the last minute of a day.
#[must_use]
pub fn min() -> Timezone {
    Timezone { offset: Timedelta::small(-86_340_000_000), name: None }
}

/// `timezone.max`.
#[must_use]
pub fn max() -> Timezone {
    Timezone { offset: Timedelta::small(86_340_000_000), name: None }
}

impl Object for Timezone {
    fn type_name(&self) -> &'static str {
        "datetime.timezone"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        if self.name.is_none() && !timedelta::bool(&self.offset) {
            out.push_str("datetime.timezone.utc");
            return;
        }
        out.push_str("datetime.timezone(");
        self.offset.repr(out);
        if let Some(name) = &self.name {
            out.push_str(", ");
            name.repr(out);
        }
        out.push(')');
    }

    fn str(&self, out: &mut String) {
        out.push_str(&self.name());
    }
}

/// By the offset alone.
impl Equal for Timezone {
    fn equal(&self, other: &Self) -> bool {
        self.offset == other.offset
    }
}

impl Key for Timezone {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Key::hash(&self.offset, state);
    }
}
