//! Dates and times as ISO 8601 writes them (`_parse_isoformat_date` and its like in Lib/datetime.py).

use super::time::Clock;
use super::{Date, Datetime, Time, Timedelta, Timezone, days, timezone};
use crate::exception::{Fallible, Raised, value_error};
use crate::object::repr_text;
use crate::str::Str;

#[cold]
fn invalid(text: &Str) -> Raised {
    value_error(format!("Invalid isoformat string: {}", repr_text(text)))
}

/// `date.fromisoformat(text)`.
///
/// # Errors
/// `ValueError` where the text is no date.
pub fn date(text: &Str) -> Fallible<Date> {
    if !text.is_ascii() || !matches!(text.length(), 7 | 8 | 10) {
        return Err(invalid(text));
    }
    match date_parts(text.as_str().as_bytes()) {
        Some(parts) => parts.date(text),
        None => Err(invalid(text)),
    }
}

/// `time.fromisoformat(text)`.
///
/// # Errors
/// `ValueError` where the text is no time.
pub fn time(text: &Str) -> Fallible<Time> {
    let bytes = text.as_str().as_bytes();
    let bytes = bytes.strip_prefix(b"T").unwrap_or(bytes);
    let (clock, offset) = time_parts(bytes).ok_or_else(|| invalid(text))?;
    let zone = zone(offset)?;
    Ok(Time { clock: clock.clock()?, zone })
}

/// `datetime.fromisoformat(text)`.
///
/// # Errors
/// `ValueError` where the text is no date, nor a date and a time with one character between them.
pub fn datetime(text: &Str) -> Fallible<Datetime> {
    let whole = text.as_str();
    if text.length() < 7 {
        return Err(invalid(text));
    }
    // The separator may be any character at all; the others are ASCII.
    let ascii: Vec<u8> =
        whole.chars().map(|character| if character.is_ascii() { character as u8 } else { 0 }).collect();
    let separator = separator(&ascii).ok_or_else(|| invalid(text))?;
    let parts = ascii.get(..separator).and_then(date_parts).ok_or_else(|| invalid(text))?;
    let (clock, offset) = match ascii.get(separator + 1..) {
        Some([]) | None => (ClockParts::default(), None),
        Some(rest) => time_parts(rest).ok_or_else(|| invalid(text))?,
    };
    if ascii.len() == separator + 1 {
        return Err(invalid(text));
    }
    let date = parts.date(text)?;
    let zone = zone(offset)?;
    Ok(Datetime { date, clock: clock.clock()?, zone })
}

/// Where the date ends.
fn separator(text: &[u8]) -> Option<usize> {
    let at = |place: usize| text.get(place).copied();
    if text.len() == 7 {
        return Some(7);
    }
    if at(4) == Some(b'-') {
        if at(5) != Some(b'W') {
            return Some(10);
        }
        return match at(8) {
            Some(b'-') if text.len() == 9 => None,
            // `YYYY-Www-##`: the hyphen is more likely to separate than a digit.
            Some(b'-') if at(10).is_some_and(|byte| byte.is_ascii_digit()) => Some(8),
            Some(b'-') => Some(10),
            _ => Some(8),
        };
    }
    if at(4) == Some(b'W') {
        let digits = (7..text.len()).find(|place| !text[*place].is_ascii_digit()).unwrap_or(text.len());
        return Some(match digits {
            few if few < 9 => few,
            even if even % 2 == 0 => 7,
            _ => 8,
        });
    }
    Some(8)
}

#[derive(Clone, Copy)]
enum DateParts {
    Day(i64, i64, i64),
    Week(i64, i64, i64),
}

impl DateParts {
    fn date(self, text: &Str) -> Fallible<Date> {
        match self {
            DateParts::Day(year, month, day) => Date::checked(year, month, day),
            // What CPython makes of a week of no year is a date of nothing.
            DateParts::Week(0, ..) => Err(value_error("month must be in 1..12")),
            DateParts::Week(year, week, day) => week_day(year, week, day).map_err(|_| invalid(text))?.date(),
        }
    }
}

fn number(text: &[u8]) -> Option<i64> {
    let digit = |value: i64, byte: &u8| byte.is_ascii_digit().then(|| value * 10 + i64::from(byte - b'0'));
    text.iter().try_fold(0, digit).filter(|_| !text.is_empty())
}

fn date_parts(text: &[u8]) -> Option<DateParts> {
    if !matches!(text.len(), 7 | 8 | 10) {
        return None;
    }
    let year = number(text.get(..4)?)?;
    let has_separator = text[4] == b'-';
    let mut place = 4 + usize::from(has_separator);
    if text[place] == b'W' {
        let week = number(text.get(place + 1..place + 3)?)?;
        place += 3;
        let mut day = 1;
        if place < text.len() {
            if (text[place] == b'-') != has_separator {
                return None;
            }
            place += usize::from(has_separator);
            day = number(text.get(place..place + 1)?)?;
            place += 1;
        }
        return (place == text.len()).then_some(DateParts::Week(year, week, day));
    }
    let month = number(text.get(place..place + 2)?)?;
    place += 2;
    if (text.get(place) == Some(&b'-')) != has_separator {
        return None;
    }
    place += usize::from(has_separator);
    let day = number(text.get(place..place + 2)?)?;
    (place + 2 == text.len()).then_some(DateParts::Day(year, month, day))
}

/// The number of a day.
struct Ordinal(i64);

impl Ordinal {
    fn date(self) -> Fallible<Date> {
        let (year, month, day) = days::of_ordinal(self.0);
        Date::checked(year, month, day)
    }
}

/// The day of a week of ISO 8601.
fn week_day(year: i64, week: i64, day: i64) -> Fallible<Ordinal> {
    if !(1..=9999).contains(&year) {
        return Err(value_error(format!("Year is out of range: {year}")));
    }
    let is_long = || {
        let first = days::ordinal(year, 1, 1).rem_euclid(7);
        first == 4 || first == 3 && days::is_leap(year)
    };
    let exists = (1..=52).contains(&week) || week == 53 && is_long();
    if !exists {
        return Err(value_error(format!("Invalid week: {week}")));
    }
    if !(1..=7).contains(&day) {
        return Err(value_error(format!("Invalid day: {day} (range is [1, 7])")));
    }
    Ok(Ordinal(days::first_monday(year) + (week - 1) * 7 + day - 1))
}

/// `date.fromisocalendar(year, week, day)`.
///
/// # Errors
/// `ValueError` where there is no such day.
pub fn of_week(year: i64, week: i64, day: i64) -> Fallible<Date> {
    for part in [year, week, day] {
        if i32::try_from(part).is_err() {
            return Err(value_error("ISO calendar component out of range"));
        }
    }
    week_day(year, week, day)?.date()
}

#[derive(Default, Clone, Copy)]
struct ClockParts {
    hour: i64,
    minute: i64,
    second: i64,
    microsecond: i64,
}

impl ClockParts {
    fn clock(self) -> Fallible<Clock> {
        Clock::checked(self.hour, self.minute, self.second, self.microsecond, 0)
    }

    fn micros(self) -> i128 {
        let minutes = i128::from(self.hour * 60 + self.minute);
        (minutes * 60 + i128::from(self.second)) * 1_000_000 + i128::from(self.microsecond)
    }
}

/// Reads `HH[:MM[:SS[.ffffff]]]` up to `end`, and whether there is more. What follows a part is not looked at where it
/// is the last character before the end, as in CPython.
fn clock_parts(text: &[u8], end: usize) -> Option<(ClockParts, bool)> {
    let mut parts = [0; 3];
    let (mut place, mut has_separator) = (0, true);
    let clock = |parts: [i64; 3], microsecond| {
        let [hour, minute, second] = parts;
        ClockParts { hour, minute, second, microsecond }
    };
    for index in 0..3 {
        parts[index] = number(text.get(place..place + 2)?)?;
        place += 2;
        let next = text.get(place).copied();
        if index == 0 {
            has_separator = next == Some(b':');
        }
        if place + 1 >= end {
            return Some((clock(parts, 0), next.is_some()));
        }
        match next {
            Some(b':') if has_separator => place += 1,
            Some(b'.' | b',') => {
                place += 1;
                break;
            }
            _ if !has_separator => {}
            _ => return None,
        }
    }
    let count = (end - place).min(6);
    let digits = text.get(place..place + count)?;
    let fraction = number(digits)? * 10_i64.pow(6 - count as u32);
    let rest = &text[place + count..];
    let is_more = rest.iter().any(|byte| !byte.is_ascii_digit());
    Some((clock(parts, fraction), is_more))
}

/// A time, and its offset from UTC where it has one.
fn time_parts(text: &[u8]) -> Option<(ClockParts, Option<i128>)> {
    // The first character is never the mark of a zone that leaves a time before it.
    let mark = text.iter().position(|byte| matches!(byte, b'+' | b'-' | b'Z')).unwrap_or(text.len());
    let (clock, is_more) = clock_parts(text, mark)?;
    let Some(sign) = text.get(mark) else {
        return (!is_more).then_some((clock, None));
    };
    let rest = &text[mark + 1..];
    if *sign == b'Z' {
        return rest.is_empty().then_some((clock, Some(0)));
    }
    let (offset, is_more) = clock_parts(rest, rest.len())?;
    let offset = offset.micros();
    (!is_more).then_some((clock, Some(if *sign == b'-' { -offset } else { offset })))
}

fn zone(offset: Option<i128>) -> Fallible<Option<Timezone>> {
    offset.map(|offset| timezone::new(&Timedelta::of(offset)?)).transpose()
}
