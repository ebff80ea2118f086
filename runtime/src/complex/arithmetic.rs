//! Arithmetic of complex numbers. A real operand is one with the imaginary part 0.0.

use super::{Complex, of, zero};
use crate::either::Either;
use crate::exception::{Fallible, overflow_error, zero_division_error};
use crate::object::Iter;

/// Whole exponents up to this are powers by multiplication.
const SMALL: f64 = 100.0;

/// `a + b`.
#[must_use]
pub fn add(a: Complex, b: Complex) -> Complex {
    of(a.re + b.re, a.im + b.im)
}

/// `a - b`.
#[must_use]
pub fn sub(a: Complex, b: Complex) -> Complex {
    of(a.re - b.re, a.im - b.im)
}

/// `a * b`.
#[must_use]
pub fn mul(a: Complex, b: Complex) -> Complex {
    of(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
}

/// The quotient; `None` of a division by zero. The larger part of the divisor is taken out first, so that nothing
/// overflows on the way (Smith's algorithm).
fn quotient(a: Complex, b: Complex) -> Option<Complex> {
    if b.re.abs() >= b.im.abs() {
        if b.re == 0.0 {
            return None;
        }
        let ratio = b.im / b.re;
        let divisor = b.re + b.im * ratio;
        Some(of((a.re + a.im * ratio) / divisor, (a.im - a.re * ratio) / divisor))
    } else if b.im.abs() >= b.re.abs() {
        let ratio = b.re / b.im;
        let divisor = b.re * ratio + b.im;
        Some(of((a.re * ratio + a.im) / divisor, (a.im * ratio - a.re) / divisor))
    } else {
        Some(of(f64::NAN, f64::NAN))
    }
}

/// `a / b`.
///
/// # Errors
/// `ZeroDivisionError` where `b` is 0.
pub fn truediv(a: Complex, b: Complex) -> Fallible<Complex> {
    quotient(a, b).ok_or_else(|| zero_division_error("complex division by zero"))
}

/// `a ** b`.
///
/// # Errors
/// `ZeroDivisionError` for 0 to a negative or complex power, `OverflowError` for a result that is too large.
pub fn pow(a: Complex, b: Complex) -> Fallible<Complex> {
    let is_small = b.im == 0.0 && b.re == b.re.floor() && b.re.abs() <= SMALL;
    let power = if is_small { whole_power(a, b.re as i32) } else { any_power(a, b) };
    let power = power.ok_or_else(|| zero_division_error("0.0 to a negative or complex power"))?;
    if power.re.is_infinite() || power.im.is_infinite() {
        return Err(overflow_error("complex exponentiation"));
    }
    Ok(power)
}

fn whole_power(a: Complex, exponent: i32) -> Option<Complex> {
    if exponent <= 0 {
        return quotient(of(1.0, 0.0), repeated_product(a, exponent.unsigned_abs()));
    }
    Some(repeated_product(a, exponent.unsigned_abs()))
}

fn repeated_product(a: Complex, exponent: u32) -> Complex {
    let (mut product, mut square, mut mask) = (of(1.0, 0.0), a, 1);
    while exponent >= mask {
        if exponent & mask != 0 {
            product = mul(product, square);
        }
        mask <<= 1;
        square = mul(square, square);
    }
    product
}

fn any_power(a: Complex, b: Complex) -> Option<Complex> {
    if b == zero() {
        return Some(of(1.0, 0.0));
    }
    if a == zero() {
        return (b.im == 0.0 && b.re >= 0.0).then(zero);
    }
    let length = a.re.hypot(a.im);
    let angle = a.im.atan2(a.re);
    let (mut size, mut phase) = (length.powf(b.re), angle * b.re);
    if b.im != 0.0 {
        size /= (angle * b.im).exp();
        phase += b.im * length.ln();
    }
    Some(of(size * phase.cos(), size * phase.sin()))
}

/// `abs(a)`.
///
/// # Errors
/// `OverflowError` where it is too large.
pub fn abs(a: Complex) -> Fallible<f64> {
    let length = a.re.hypot(a.im);
    if length.is_infinite() && a.re.is_finite() && a.im.is_finite() {
        return Err(overflow_error("absolute value too large"));
    }
    Ok(length)
}

/// `-a`.
#[must_use]
pub fn neg(a: Complex) -> Complex {
    of(-a.re, -a.im)
}

/// `+a`.
#[must_use]
pub fn pos(a: Complex) -> Complex {
    a
}

/// `a.conjugate()`.
#[must_use]
pub fn conjugate(a: Complex) -> Complex {
    of(a.re, -a.im)
}

/// `bool(a)`.
#[must_use]
pub fn bool(a: Complex) -> bool {
    a != zero()
}

/// `b + a`, where the method is that of `a`; so in all of these.
#[must_use]
pub fn radd(a: Complex, b: Complex) -> Complex {
    add(b, a)
}

/// `b - a`.
#[must_use]
pub fn rsub(a: Complex, b: Complex) -> Complex {
    sub(b, a)
}

/// `b * a`.
#[must_use]
pub fn rmul(a: Complex, b: Complex) -> Complex {
    mul(b, a)
}

/// `b / a`.
///
/// # Errors
/// As [`truediv`].
pub fn rtruediv(a: Complex, b: Complex) -> Fallible<Complex> {
    truediv(b, a)
}

/// `b ** a`.
///
/// # Errors
/// As [`pow`].
pub fn rpow(a: Complex, b: Complex) -> Fallible<Complex> {
    pow(b, a)
}

/// `sum(items)`: the `int` 0 of none.
///
/// # Errors
/// Whatever the iterator raises.
pub fn sum(mut items: impl Iter<Item = Complex>) -> Fallible<Either<Complex, i64>> {
    match items.next()? {
        None => Ok(Either::Right(0)),
        Some(first) => sum_from(items, add(zero(), first)).map(Either::Left),
    }
}

/// `sum(items, start)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn sum_from(mut items: impl Iter<Item = Complex>, start: Complex) -> Fallible<Complex> {
    let mut total = start;
    while let Some(item) = items.next()? {
        total = add(total, item);
    }
    Ok(total)
}
