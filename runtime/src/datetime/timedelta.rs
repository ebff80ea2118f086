//! `datetime.timedelta`: a difference of two times, in microseconds.

use std::cmp::Ordering;
use std::fmt::Write;
use std::hash::Hasher;

use num_bigint::BigInt;

use crate::exception::{Exception, Fallible, Raised, overflow_error, value_error};
use crate::object::{Compare, Equal, Key, Object};

const SECOND: i128 = 1_000_000;
const DAY: i128 = 86_400 * SECOND;
const MOST_DAYS: i128 = 999_999_999;

/// A `datetime.timedelta`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timedelta {
    micros: i128,
}

impl Timedelta {
    /// Of so many microseconds.
    ///
    /// # Errors
    /// `OverflowError` for more than 999999999 days.
    pub(super) fn of(micros: i128) -> Fallible<Self> {
        let days = micros.div_euclid(DAY);
        if days.abs() <= MOST_DAYS {
            return Ok(Self { micros });
        }
        Err(match i32::try_from(days) {
            Ok(days) => overflow_error(format!("days={days}; must have magnitude <= 999999999")),
            Err(_) => overflow_error("Python int too large to convert to C int"),
        })
    }

    /// Of so many microseconds, which are known to be few.
    pub(super) const fn small(micros: i64) -> Self {
        Self { micros: micros as i128 }
    }

    /// All of it in microseconds.
    pub(super) const fn micros(self) -> i128 {
        self.micros
    }

    /// Days, seconds and microseconds, the last two not negative.
    pub(super) fn parts(self) -> (i64, i64, i64) {
        let (days, rest) = (self.micros.div_euclid(DAY), self.micros.rem_euclid(DAY));
        (days as i64, (rest / SECOND) as i64, (rest % SECOND) as i64)
    }
}

/// How many microseconds one of each argument of the constructor has.
const UNITS: [i128; 7] = [1, 1000, SECOND, 60 * SECOND, 3600 * SECOND, DAY, 7 * DAY];

/// `timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks)` of ints.
///
/// # Errors
/// `OverflowError` for more than 999999999 days.
pub fn new(
    days: i64,
    seconds: i64,
    microseconds: i64,
    milliseconds: i64,
    minutes: i64,
    hours: i64,
    weeks: i64,
) -> Fallible<Timedelta> {
    let amounts = [microseconds, milliseconds, seconds, minutes, hours, days, weeks];
    Timedelta::of(amounts.iter().zip(UNITS).map(|(amount, unit)| i128::from(*amount) * unit).sum())
}

/// The same of floats: what is less than a microsecond is rounded once, half to even.
///
/// # Errors
/// As [`new`]; `ValueError` for NaN and `OverflowError` for infinity.
pub fn new_float(
    days: f64,
    seconds: f64,
    microseconds: f64,
    milliseconds: f64,
    minutes: f64,
    hours: f64,
    weeks: f64,
) -> Fallible<Timedelta> {
    let amounts = [microseconds, milliseconds, seconds, minutes, hours, days, weeks];
    let (mut micros, mut leftover) = (0_i128, 0.0_f64);
    for (amount, unit) in amounts.into_iter().zip(UNITS) {
        let whole = integer(amount.trunc())?;
        micros = whole.checked_mul(unit).and_then(|part| micros.checked_add(part)).ok_or_else(too_large)?;
        if amount.fract() != 0.0 {
            let rest = unit as f64 * amount.fract();
            micros += rest.trunc() as i128;
            leftover += rest.fract();
        }
    }
    if leftover != 0.0 {
        let mut whole = leftover.round();
        if (whole - leftover).abs() == 0.5 {
            let odd = (micros & 1) as f64;
            whole = 2.0 * ((leftover + odd) * 0.5).round() - odd;
        }
        micros += whole as i128;
    }
    Timedelta::of(micros)
}

#[cold]
fn too_large() -> Raised {
    overflow_error("Python int too large to convert to C int")
}

fn integer(value: f64) -> Fallible<i128> {
    if value.is_nan() {
        return Err(value_error("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(overflow_error("cannot convert float infinity to integer"));
    }
    if value.abs() < 1e37 { Ok(value as i128) } else { Err(too_large()) }
}

/// A captured difference.
#[must_use]
pub fn captured(days: i64, seconds: i64, microseconds: i64) -> Timedelta {
    Timedelta { micros: (i128::from(days) * 86_400 + i128::from(seconds)) * SECOND + i128::from(microseconds) }
}

/// `delta.days`.
#[must_use]
pub fn days(delta: &Timedelta) -> i64 {
    delta.parts().0
}

/// `delta.seconds`.
#[must_use]
pub fn seconds(delta: &Timedelta) -> i64 {
    delta.parts().1
}

/// `delta.microseconds`.
#[must_use]
pub fn microseconds(delta: &Timedelta) -> i64 {
    delta.parts().2
}

/// `delta.total_seconds()`.
#[must_use]
pub fn total_seconds(delta: &Timedelta) -> f64 {
    ratio(delta.micros, SECOND)
}

/// The nearest float to a quotient: reduced until it fits, or else by the quotient of big numbers.
fn ratio(a: i128, b: i128) -> f64 {
    const EXACT: i128 = 1 << 53;
    if a.abs() <= EXACT && b.abs() <= EXACT {
        return a as f64 / b as f64;
    }
    // 64 bits of the quotient, and whether there is more: enough to round once.
    let negative = (a < 0) != (b < 0);
    let (a, b) = (a.unsigned_abs(), b.unsigned_abs());
    let bits = |value: u128| 128 - value.leading_zeros() as i32;
    let shift = 66 - (bits(a) - bits(b));
    let (numerator, denominator) = if shift >= 0 {
        (BigInt::from(a) << shift, BigInt::from(b))
    } else {
        (BigInt::from(a), BigInt::from(b) << -shift)
    };
    let (quotient, rest) = (&numerator / &denominator, &numerator % &denominator);
    let mut quotient = u128::try_from(quotient).unwrap_or(u128::MAX);
    quotient |= u128::from(rest != BigInt::ZERO);
    let value = quotient as f64 * 2_f64.powi(-shift);
    if negative { -value } else { value }
}

/// `a + b`.
///
/// # Errors
/// `OverflowError` for more than 999999999 days.
pub fn add(a: &Timedelta, b: &Timedelta) -> Fallible<Timedelta> {
    Timedelta::of(a.micros + b.micros)
}

/// `a - b`.
///
/// # Errors
/// As [`add`].
pub fn sub(a: &Timedelta, b: &Timedelta) -> Fallible<Timedelta> {
    Timedelta::of(a.micros - b.micros)
}

/// `delta * count`.
///
/// # Errors
/// As [`add`].
pub fn mul(delta: &Timedelta, count: i64) -> Fallible<Timedelta> {
    delta.micros.checked_mul(i128::from(count)).ok_or_else(too_large).and_then(Timedelta::of)
}

/// `delta * factor`, rounded half to even.
///
/// # Errors
/// As [`add`]; `ValueError` for NaN and `OverflowError` for infinity.
pub fn mul_float(delta: &Timedelta, factor: f64) -> Fallible<Timedelta> {
    let (numerator, denominator) = as_ratio(factor)?;
    nearest(BigInt::from(delta.micros) * numerator, denominator)
}

/// `delta / divisor` by an int, rounded half to even.
///
/// # Errors
/// `ZeroDivisionError` by 0.
pub fn truediv(delta: &Timedelta, divisor: i64) -> Fallible<Timedelta> {
    if divisor == 0 {
        return Err(zero_division("integer division or modulo by zero"));
    }
    nearest(BigInt::from(delta.micros), BigInt::from(divisor))
}

/// `delta / divisor` by a float, rounded half to even.
///
/// # Errors
/// `ZeroDivisionError` by 0, and those of [`mul_float`].
pub fn truediv_float(delta: &Timedelta, divisor: f64) -> Fallible<Timedelta> {
    let (numerator, denominator) = as_ratio(divisor)?;
    if numerator == BigInt::ZERO {
        return Err(zero_division("integer division or modulo by zero"));
    }
    nearest(BigInt::from(delta.micros) * denominator, numerator)
}

/// `a / b` of two differences.
///
/// # Errors
/// `ZeroDivisionError` by none.
pub fn quotient(a: &Timedelta, b: &Timedelta) -> Fallible<f64> {
    if b.micros == 0 {
        return Err(zero_division("division by zero"));
    }
    Ok(ratio(a.micros, b.micros))
}

/// `delta // divisor` by an int.
///
/// # Errors
/// `ZeroDivisionError` by 0.
pub fn floordiv(delta: &Timedelta, divisor: i64) -> Fallible<Timedelta> {
    if divisor == 0 {
        return Err(zero_division("integer division or modulo by zero"));
    }
    Timedelta::of(floor(delta.micros, i128::from(divisor)))
}

/// `a // b` of two differences.
///
/// # Errors
/// `ZeroDivisionError` by none.
pub fn whole_quotient(a: &Timedelta, b: &Timedelta) -> Fallible<i64> {
    if b.micros == 0 {
        return Err(zero_division("integer division or modulo by zero"));
    }
    i64::try_from(floor(a.micros, b.micros)).map_err(|_| crate::int::overflow())
}

/// `a % b`.
///
/// # Errors
/// `ZeroDivisionError` by none.
pub fn r#mod(a: &Timedelta, b: &Timedelta) -> Fallible<Timedelta> {
    if b.micros == 0 {
        return Err(zero_division("integer modulo by zero"));
    }
    Timedelta::of(a.micros - floor(a.micros, b.micros) * b.micros)
}

/// `divmod(a, b)`.
///
/// # Errors
/// `ZeroDivisionError` by none.
pub fn divmod(a: &Timedelta, b: &Timedelta) -> Fallible<(i64, Timedelta)> {
    Ok((whole_quotient(a, b)?, r#mod(a, b)?))
}

fn floor(a: i128, b: i128) -> i128 {
    let quotient = a / b;
    if a % b != 0 && (a < 0) != (b < 0) { quotient - 1 } else { quotient }
}

#[cold]
fn zero_division(message: &'static str) -> Raised {
    Exception::new("ZeroDivisionError", message)
}

fn as_ratio(value: f64) -> Fallible<(BigInt, BigInt)> {
    if value.is_nan() {
        return Err(value_error("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(overflow_error("cannot convert Infinity to integer ratio"));
    }
    let bits = value.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i32;
    let fraction = (bits & ((1 << 52) - 1)) as i64;
    let (significand, exponent) = if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
    let significand = BigInt::from(if value < 0.0 { -significand } else { significand });
    Ok(if exponent >= 0 {
        (significand << exponent, BigInt::from(1))
    } else {
        (significand, BigInt::from(1) << -exponent)
    })
}

/// The nearest whole number of microseconds to a quotient, half to even.
fn nearest(a: BigInt, b: BigInt) -> Fallible<Timedelta> {
    let (a, b) = if b < BigInt::ZERO { (-a, -b) } else { (a, b) };
    let two = BigInt::from(2);
    let mut quotient: BigInt = &a / &b;
    let mut rest: BigInt = &a % &b;
    if rest < BigInt::ZERO {
        quotient -= 1;
        rest += &b;
    }
    let twice = &rest * &two;
    if twice > b || twice == b && (&quotient % &two) != BigInt::ZERO {
        quotient += 1;
    }
    i128::try_from(quotient).map_err(|_| too_large()).and_then(Timedelta::of)
}

/// `-delta`.
///
/// # Errors
/// As [`add`].
pub fn neg(delta: &Timedelta) -> Fallible<Timedelta> {
    Timedelta::of(-delta.micros)
}

/// `+delta`.
#[must_use]
pub fn pos(delta: &Timedelta) -> Timedelta {
    *delta
}

/// `abs(delta)`.
///
/// # Errors
/// As [`add`].
pub fn abs(delta: &Timedelta) -> Fallible<Timedelta> {
    Timedelta::of(delta.micros.abs())
}

/// Whether it is not zero.
#[must_use]
pub fn bool(delta: &Timedelta) -> bool {
    delta.micros != 0
}

/// `timedelta.min`.
#[must_use]
pub fn min() -> Timedelta {
    Timedelta { micros: -MOST_DAYS * DAY }
}

/// `timedelta.max`.
#[must_use]
pub fn max() -> Timedelta {
    Timedelta { micros: (MOST_DAYS + 1) * DAY - 1 }
}

/// `timedelta.resolution`.
#[must_use]
pub fn resolution() -> Timedelta {
    Timedelta::small(1)
}

impl Object for Timedelta {
    fn type_name(&self) -> &'static str {
        "datetime.timedelta"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        let (days, seconds, micros) = self.parts();
        let parts = [("days", days), ("seconds", seconds), ("microseconds", micros)];
        let parts: Vec<String> =
            parts.iter().filter(|(_, part)| *part != 0).map(|(name, part)| format!("{name}={part}")).collect();
        let parts = if parts.is_empty() { "0".to_owned() } else { parts.join(", ") };
        let _ = write!(out, "datetime.timedelta({parts})");
    }

    fn str(&self, out: &mut String) {
        let (days, seconds, micros) = self.parts();
        if days != 0 {
            let _ = write!(out, "{days} day{}, ", if days.abs() == 1 { "" } else { "s" });
        }
        let _ = write!(out, "{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
        if micros != 0 {
            let _ = write!(out, ".{micros:06}");
        }
    }
}

impl Equal for Timedelta {
    fn equal(&self, other: &Self) -> bool {
        self == other
    }
}

impl Compare for Timedelta {
    fn compare(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Key for Timedelta {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i128(self.micros);
    }
}
