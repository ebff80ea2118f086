//! Functions that work element by element. The analyzer says which dtype they compute in (`torch.result_type`): it is the
//! last argument.

use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use super::shape;
use super::{Operand, Tensor};
use crate::exception::{Fallible, runtime_error};
use crate::numpy::elementwise;
use crate::numpy::{Analytic, Array, ArrayForm, Bits, Cast, DType, Element, Form, Number, Ordered, Real, Ring, Size};
use crate::str::Str;

/// Applies a function to each pair of elements, in the dtype that both are converted to.
pub(super) fn zip<A: Operand, B: Operand, C: Element, R: Element>(
    a: &A,
    b: &B,
    function: impl Fn(C, C) -> R + Sync,
) -> Fallible<Tensor<R>>
where
    A::Element: Cast<C>,
    B::Element: Cast<C>,
{
    let shape = shape::broadcast(a.elements().layout().shape, b.elements().layout().shape)?;
    Ok(Tensor(elementwise::map(&shape, (a.source(), b.source()), |(a, b)| function(a.cast(), b.cast()))))
}

/// Applies a function to each element, converted.
pub(super) fn map<A: Operand, C: Element, R: Element>(a: &A, function: impl Fn(C) -> R + Sync) -> Tensor<R>
where
    A::Element: Cast<C>,
{
    Tensor(ArrayForm::map(a.elements(), |element| function(element.cast())))
}

/// Functions of two operands.
macro_rules! binary {
    ($($(#[$doc:meta])* $name:ident: $needs:ident => |$a:ident, $b:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `RuntimeError` where the shapes do not go together.
        pub fn $name<A: Operand, B: Operand, C: $needs>(a: &A, b: &B, _dtype: DType<C>) -> Fallible<Tensor<C>>
        where
            A::Element: Cast<C>,
            B::Element: Cast<C>,
        {
            zip(a, b, |$a: C, $b: C| $result)
        }
    )*};
}

binary! {
    /// `a + b`; `or` for truth values.
    add: Ring => |a, b| a.add(b);
    /// `a - b`.
    sub: Number => |a, b| a.subtract(b);
    /// `b - a`.
    rsub: Number => |a, b| b.subtract(a);
    /// `a * b`; `and` for truth values.
    mul: Ring => |a, b| a.multiply(b);
    /// `a / b`, of floats.
    div: Analytic => |a, b| a.divide(b);
    /// `b / a`, of floats.
    rdiv: Analytic => |a, b| b.divide(a);
    /// The greater of each two; NaN where one is NaN.
    maximum: Element => |a, b| if a >= b || a.is_nan() { a } else { b };
    /// The lesser of each two; NaN where one is NaN.
    minimum: Element => |a, b| if a <= b || a.is_nan() { a } else { b };
    /// `a & b`.
    bitwise_and: Bits => |a, b| a.and(b);
    /// `a | b`.
    bitwise_or: Bits => |a, b| a.or(b);
    /// `a ^ b`.
    bitwise_xor: Bits => |a, b| a.xor(b);
    /// The greater of each two; NaN only where both are.
    fmax: Element => |a, b| if a >= b || b.is_nan() { a } else { b };
    /// The lesser of each two; NaN only where both are.
    fmin: Element => |a, b| if a <= b || b.is_nan() { a } else { b };
    /// `x * log(y)`, zero where `x` is.
    xlogy: Real => |x, y| if x == C::ZERO && !y.is_nan() { C::ZERO } else { x.multiply(y.ln()) };
    /// The angle of a point.
    atan2: Real => |a, b| a.atan2(b);
    /// The length of the hypotenuse.
    hypot: Real => |a, b| a.hypot(b);
}

/// A division, which refuses zeros among integers, in torch's words.
fn divided<A: Operand, B: Operand, C: Ordered>(a: &A, b: &B, function: impl Fn(C, C) -> C + Sync) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    B::Element: Cast<C>,
{
    let integers = matches!(C::KIND, crate::numpy::Kind::Signed | crate::numpy::Kind::Unsigned);
    let by_zero = AtomicBool::new(false);
    let result = zip(a, b, |a: C, b: C| {
        if integers && b == C::ZERO {
            by_zero.store(true, Relaxed);
        }
        function(a, b)
    })?;
    if by_zero.into_inner() { Err(runtime_error("ZeroDivisionError")) } else { Ok(result) }
}

/// `//` and `%`, which refuse zeros among integers.
macro_rules! divisions {
    ($($(#[$doc:meta])* $name:ident / $reflected:ident: |$x:ident, $y:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `RuntimeError` for a division of integers by zero, and where the shapes do not go together.
        pub fn $name<A: Operand, B: Operand, C: Ordered>(a: &A, b: &B, _dtype: DType<C>) -> Fallible<Tensor<C>>
        where
            A::Element: Cast<C>,
            B::Element: Cast<C>,
        {
            divided(a, b, |$x: C, $y: C| $result)
        }

        $(#[$doc])*
        /// With the operands in the other order.
        ///
        /// # Errors
        /// `RuntimeError` for a division of integers by zero.
        pub fn $reflected<A: Operand, B: Operand, C: Ordered>(a: &A, b: &B, dtype: DType<C>) -> Fallible<Tensor<C>>
        where
            A::Element: Cast<C>,
            B::Element: Cast<C>,
        {
            $name(b, a, dtype)
        }
    )*};
}

divisions! {
    /// `a // b`, towards negative infinity.
    floor_divide / rfloor_divide: |a, b| a.floor_divide(b);
    /// `a % b`, with the sign of `b`.
    remainder / rremainder: |a, b| {
        let rest = a.remainder(b);
        // Of floats zero has the sign of the dividend.
        if rest == C::ZERO { C::from_f64(0.0_f64.copysign(a.to_f64())) } else { rest }
    };
}

/// `div(a, b, rounding_mode="floor")`.
///
/// # Errors
/// Those of [`floor_divide`].
pub fn div_floor<A: Operand, B: Operand, C: Ordered>(a: &A, b: &B, _mode: &Str, dtype: DType<C>) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    B::Element: Cast<C>,
{
    floor_divide(a, b, dtype)
}

/// `div(a, b, rounding_mode="trunc")`.
///
/// # Errors
/// Those of [`floor_divide`].
pub fn div_trunc<A: Operand, B: Operand, C: Ordered>(a: &A, b: &B, _mode: &Str, _dtype: DType<C>) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    B::Element: Cast<C>,
{
    divided(a, b, |a: C, b: C| match C::KIND {
        crate::numpy::Kind::Float => C::from_f64(C::from_f64(a.to_f64() / b.to_f64()).to_f64().trunc()),
        _ => C::from_i64(a.to_i64().checked_div(b.to_i64()).unwrap_or(0)),
    })
}

/// `fmod(a, b)`: what the division leaves, with the sign of the dividend.
///
/// # Errors
/// `RuntimeError` for a division of integers by zero, and where the shapes do not go together.
pub fn fmod<A: Operand, B: Operand, C: Ordered>(a: &A, b: &B, _dtype: DType<C>) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    B::Element: Cast<C>,
{
    divided(a, b, |a: C, b: C| match C::KIND {
        crate::numpy::Kind::Float => C::from_f64(a.to_f64() % b.to_f64()),
        _ => C::from_i64(a.to_i64().checked_rem(b.to_i64()).unwrap_or(0)),
    })
}

/// `logaddexp(a, b)`: `log(exp(a) + exp(b))`, without overflow.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn logaddexp<T: Real>(input: &Tensor<T>, other: &Tensor<T>) -> Fallible<Tensor<T>> {
    zip(input, other, super::statistics::log_of_sum::<T>)
}

/// `heaviside(input, values)`: 0 or 1 by the sign, the value at zero.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn heaviside<T: Element>(input: &Tensor<T>, values: &Tensor<T>) -> Fallible<Tensor<T>> {
    // NaN is not greater than zero.
    let step = |x: T| if x > T::ZERO { T::ONE } else { T::ZERO };
    zip(input, values, |x: T, value: T| if x == T::ZERO { value } else { step(x) })
}

/// Bits moved up and down; by as many as there are, or a negative number, none are left but the sign.
macro_rules! shifts {
    ($($(#[$doc:meta])* $name:ident: |$a:ident, $count:ident| $shifted:expr, $none:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `RuntimeError` where the shapes do not go together.
        pub fn $name<A: Operand, B: Operand, C: Bits>(a: &A, b: &B, _dtype: DType<C>) -> Fallible<Tensor<C>>
        where
            A::Element: Cast<C>,
            B::Element: Cast<C>,
        {
            let bits = 8 * size_of::<C>() as i64;
            zip(a, b, |a: C, count: C| {
                let ($a, $count) = (a.to_i64(), count.to_i64());
                C::from_i64(if (0..bits).contains(&$count) { $shifted } else { $none })
            })
        }
    )*};
}
shifts! {
    /// `a << b`.
    bitwise_left_shift: |a, count| a.wrapping_shl(count as u32), 0;
    /// `a >> b`.
    bitwise_right_shift: |a, count| a >> count, if a < 0 { -1 } else { 0 };
}

/// `a ** b`.
///
/// # Errors
/// `RuntimeError` for an integer to a negative power, and where the shapes do not go together.
pub fn pow<A: Operand, B: Operand, C: Number>(a: &A, b: &B, _dtype: DType<C>) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    B::Element: Cast<C>,
{
    if map(b, C::is_refused_power).0.elements().any(|refused| refused) {
        return Err(runtime_error("Integers to negative integer powers are not allowed."));
    }
    zip(a, b, |a: C, b: C| a.power(b))
}

/// `b ** a`.
///
/// # Errors
/// Those of [`pow`].
pub fn rpow<A: Operand, B: Operand, C: Number>(a: &A, b: &B, dtype: DType<C>) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    B::Element: Cast<C>,
{
    pow(b, a, dtype)
}

/// Comparisons.
macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident: |$a:ident, $b:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `RuntimeError` where the shapes do not go together.
        pub fn $name<A: Operand, B: Operand, C: Element>(a: &A, b: &B, _dtype: DType<C>) -> Fallible<Tensor<bool>>
        where
            A::Element: Cast<C>,
            B::Element: Cast<C>,
        {
            zip(a, b, |$a: C, $b: C| $result)
        }
    )*};
}

comparisons! {
    /// `a == b`.
    eq: |a, b| a == b;
    /// `a != b`.
    ne: |a, b| a != b;
    /// `a < b`.
    lt: |a, b| a < b;
    /// `a <= b`.
    le: |a, b| a <= b;
    /// `a > b`.
    gt: |a, b| a > b;
    /// `a >= b`.
    ge: |a, b| a >= b;
    /// Whether both are true.
    logical_and: |a, b| a.truth() && b.truth();
    /// Whether one is true.
    logical_or: |a, b| a.truth() || b.truth();
    /// Whether exactly one is true.
    logical_xor: |a, b| a.truth() != b.truth();
}

/// Whether each is false.
pub fn logical_not<T: Element>(input: &Tensor<T>) -> Tensor<bool> {
    map(input, |x: T| !x.truth())
}

/// Functions of one operand that keep the dtype.
macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident: $needs:ident => |$x:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name<T: $needs>(input: &Tensor<T>) -> Tensor<T> {
            map(input, |$x: T| $result)
        }
    )*};
}

unary! {
    /// `-x`.
    neg: Number => |x| x.negative();
    /// `~x`.
    bitwise_not: Bits => |x| x.invert();
    /// -1, 0 or 1 by the sign; NaN has none.
    sign: Number => |x| if x.is_nan() { T::ZERO } else { x.sign() };
    /// `x * x`.
    square: Ring => |x| x.multiply(x);
}

/// Roundings, which leave integers as they are.
macro_rules! whole {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name<T: crate::numpy::Whole>(input: &Tensor<T>) -> Tensor<T> {
            map(input, |x: T| crate::numpy::Whole::$name(x))
        }
    )*};
}

whole! {
    /// The greatest whole number not above each.
    floor;
    /// The least whole number not below each.
    ceil;
    /// Each without its fraction.
    trunc;
}

/// Each rounded to so many decimals, half to even.
pub fn round<T: Number>(input: &Tensor<T>, decimals: i64) -> Tensor<T> {
    let decimals = decimals.clamp(-300, 300) as i32;
    map(input, |x: T| x.round(decimals))
}

/// `abs(x)`: of complex numbers the distance from zero.
pub fn abs<T: Size>(input: &Tensor<T>) -> Tensor<T::Output> {
    map(input, |x: T| x.absolute())
}

/// Functions of real analysis, in the dtype that is told.
macro_rules! real {
    ($($(#[$doc:meta])* $name:ident: |$x:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name<A: Operand, C: Real>(input: &A, _dtype: DType<C>) -> Tensor<C>
        where
            A::Element: Cast<C>,
        {
            map(input, |$x: C| $result)
        }
    )*};
}

real! {
    /// e to the power of each.
    exp: |x| x.exp();
    /// 2 to the power of each.
    exp2: |x| x.exp2();
    /// `exp(x) - 1`, exact near 0.
    expm1: |x| x.exp_m1();
    /// The natural logarithm.
    log: |x| x.ln();
    /// The logarithm to base 2.
    log2: |x| x.log2();
    /// The logarithm to base 10.
    log10: |x| x.log10();
    /// `log(1 + x)`, exact near 0.
    log1p: |x| x.ln_1p();
    /// The square root.
    sqrt: |x| x.sqrt();
    /// One by the square root.
    rsqrt: |x| C::ONE.divide(x.sqrt());
    /// One by each.
    reciprocal: |x| C::ONE.divide(x);
    /// The sine.
    sin: |x| x.sin();
    /// The cosine.
    cos: |x| x.cos();
    /// The tangent.
    tan: |x| x.tan();
    /// The inverse sine.
    asin: |x| x.asin();
    /// The inverse cosine.
    acos: |x| x.acos();
    /// The inverse tangent.
    atan: |x| x.atan();
    /// The hyperbolic sine.
    sinh: |x| x.sinh();
    /// The hyperbolic cosine.
    cosh: |x| x.cosh();
    /// The hyperbolic tangent.
    tanh: |x| x.tanh();
    /// `1 / (1 + exp(-x))`.
    sigmoid: |x| C::ONE.divide(C::ONE.add(x.negative().exp()));
    /// The error function.
    erf: |x| C::from_f64(crate::math::erf(x.to_f64()));
    /// One less the error function.
    erfc: |x| C::from_f64(crate::math::erfc(x.to_f64()));
    /// The inverse hyperbolic sine.
    asinh: |x| x.asinh();
    /// The inverse hyperbolic cosine.
    acosh: |x| x.acosh();
    /// The inverse hyperbolic tangent.
    atanh: |x| x.atanh();
    /// The logarithm of `x / (1 - x)`.
    logit: |x| x.divide(C::ONE.subtract(x)).ln();
    /// `sin(pi x) / (pi x)`.
    sinc: |x| {
        let angle = x.multiply(C::from_f64(std::f64::consts::PI));
        if x == C::ZERO { C::ONE } else { angle.sin().divide(angle) }
    };
    /// The logarithm of the gamma function's size.
    lgamma: |x| C::from_f64(crate::math::lgamma(x.to_f64()).unwrap_or(f64::INFINITY));
    /// Degrees as radians.
    deg2rad: |x| x.multiply(C::from_f64(std::f64::consts::PI / 180.0));
    /// Radians as degrees.
    rad2deg: |x| x.multiply(C::from_f64(180.0 / std::f64::consts::PI));
}

/// What is left without the whole part.
pub fn frac<T: Real>(input: &Tensor<T>) -> Tensor<T> {
    map(input, |x: T| x.subtract(x.trunc()))
}

/// Functions of one that store what they give in the tensor itself.
macro_rules! unary_in_place {
    ($($name:ident<$needs:path>: |$x:ident| $value:expr;)*) => {$(
        /// The same as the function, in the tensor itself.
        ///
        /// # Errors
        /// `RuntimeError` where the tensor is read-only.
        pub fn $name<T: $needs>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
            let changed: Tensor<T> = map(input, |$x: T| $value);
            store(input, &changed.0)?;
            Ok(input.clone())
        }
    )*};
}
unary_in_place! {
    exp_in_place<Real>: |x| x.exp();
    log_in_place<Real>: |x| x.ln();
    sqrt_in_place<Real>: |x| x.sqrt();
    tanh_in_place<Real>: |x| x.tanh();
    sigmoid_in_place<Real>: |x| T::ONE.divide(T::ONE.add(x.negative().exp()));
    neg_in_place<Number>: |x| x.negative();
    abs_in_place<Size<Output = T>>: |x| x.absolute();
    relu_in_place<Ordered>: |x| if x < T::ZERO { T::ZERO } else { x };
    round_in_place<Number>: |x| x.round(0);
    floor_in_place<crate::numpy::Whole>: |x| crate::numpy::Whole::floor(x);
    ceil_in_place<crate::numpy::Whole>: |x| crate::numpy::Whole::ceil(x);
}

/// `tensor.clamp_(…)`: within bounds, in the tensor itself.
macro_rules! clamps_in_place {
    ($($name:ident($($bound:ident),*): |$x:ident| $value:expr;)*) => {$(
        /// The same as the function, in the tensor itself.
        ///
        /// # Errors
        /// `RuntimeError` where the tensor is read-only.
        pub fn $name<T: Real>(input: &Tensor<T>, $($bound: f64),*) -> Fallible<Tensor<T>> {
            $(let $bound = T::from_f64($bound);)*
            let changed: Tensor<T> = map(input, |$x: T| $value);
            store(input, &changed.0)?;
            Ok(input.clone())
        }
    )*};
}
clamps_in_place! {
    clamp_in_place(min, max): |x| {
        let x = if x < min { min } else { x };
        if x > max { max } else { x }
    };
    clamp_min_in_place(min): |x| if x < min { min } else { x };
    clamp_max_in_place(max): |x| if x > max { max } else { x };
}

/// Whether each is NaN.
pub fn isnan<T: Element>(input: &Tensor<T>) -> Tensor<bool> {
    map(input, |x: T| x.is_nan())
}

/// Whether each is infinite.
pub fn isinf<T: Element>(input: &Tensor<T>) -> Tensor<bool> {
    map(input, |x: T| x.to_f64().is_infinite() || x.imaginary().is_infinite())
}

/// Whether each is neither infinite nor NaN.
pub fn isfinite<T: Element>(input: &Tensor<T>) -> Tensor<bool> {
    map(input, |x: T| x.to_f64().is_finite() && x.imaginary().is_finite())
}

/// NaN and infinities replaced by numbers: without any given, by the farthest that there are.
pub fn nan_to_num<T: Ordered>(input: &Tensor<T>, nan: f64, posinf: Option<f64>, neginf: Option<f64>) -> Tensor<T> {
    if T::KIND != crate::numpy::Kind::Float {
        return map(input, |x: T| x);
    }
    let farthest = match size_of::<T>() {
        2 => 65504.0,
        4 => f64::from(f32::MAX),
        _ => f64::MAX,
    };
    let (positive, negative) = (posinf.unwrap_or(farthest), neginf.unwrap_or(-farthest));
    map(input, |x: T| match x.to_f64() {
        value if value.is_nan() => T::from_f64(nan),
        f64::INFINITY => T::from_f64(positive),
        f64::NEG_INFINITY => T::from_f64(negative),
        _ => x,
    })
}

/// No element less than `min` and none greater than `max`; NaN stays.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn clamp<A: Operand, L: Operand, H: Operand, C: Element>(
    input: &A,
    min: &L,
    max: &H,
    dtype: DType<C>,
) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    L::Element: Cast<C>,
    H::Element: Cast<C>,
{
    clamp_max(&clamp_min(input, min, dtype)?, max, dtype)
}

/// No element less than `min`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn clamp_min<A: Operand, L: Operand, C: Element>(input: &A, min: &L, dtype: DType<C>) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    L::Element: Cast<C>,
{
    maximum_of(input, min, dtype)
}

fn maximum_of<A: Operand, L: Operand, C: Element>(input: &A, min: &L, _dtype: DType<C>) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    L::Element: Cast<C>,
{
    zip(input, min, |x: C, least: C| if x < least || least.is_nan() { least } else { x })
}

/// No element greater than `max`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn clamp_max<A: Operand, H: Operand, C: Element>(input: &A, max: &H, _dtype: DType<C>) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    H::Element: Cast<C>,
{
    zip(input, max, |x: C, most: C| if x > most || most.is_nan() { most } else { x })
}

/// `a + weight * (b - a)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn lerp<C: Real>(input: &Tensor<C>, end: &Tensor<C>, weight: f64) -> Fallible<Tensor<C>> {
    let near = weight < 0.5;
    let (weight, rest) = (C::from_f64(weight), C::from_f64(1.0 - weight));
    zip(input, end, |a: C, b: C| {
        let way = b.subtract(a);
        if near { a.add(weight.multiply(way)) } else { b.subtract(way.multiply(rest)) }
    })
}

/// Whether each two are within `atol + rtol * abs(b)` of one another.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn isclose<T: Element>(
    input: &Tensor<T>,
    other: &Tensor<T>,
    rtol: f64,
    atol: f64,
    equal_nan: bool,
) -> Fallible<Tensor<bool>> {
    zip(input, other, |a: T, b: T| {
        let (a, b) = (a.to_f64(), b.to_f64());
        a == b || (b.is_finite() && (a - b).abs() <= atol + rtol * b.abs()) || (equal_nan && a.is_nan() && b.is_nan())
    })
}

/// Whether all are.
///
/// # Errors
/// Those of [`isclose`].
pub fn allclose<T: Element>(
    input: &Tensor<T>,
    other: &Tensor<T>,
    rtol: f64,
    atol: f64,
    equal_nan: bool,
) -> Fallible<bool> {
    Ok(isclose(input, other, rtol, atol, equal_nan)?.0.elements().all(|close| close))
}

/// `torch.equal(a, b)`: one shape, and the same elements.
pub fn equal<T: Element>(input: &Tensor<T>, other: &Tensor<T>) -> bool {
    input.0.shape() == other.0.shape() && input.0.elements().eq(other.0.elements())
}

/// `a += b` and its like: computed in the common dtype and stored in the tensor.
macro_rules! in_place {
    ($($(#[$doc:meta])* $name:ident: $function:ident, $needs:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `RuntimeError` where the tensor would have to grow.
        pub fn $name<T: Element + Cast<C>, B: Operand, C: $needs + Cast<T>>(
            tensor: &Tensor<T>,
            other: &B,
            dtype: DType<C>,
        ) -> Fallible<Tensor<T>>
        where
            B::Element: Cast<C>,
        {
            let result = $function(tensor, other, dtype)?;
            store(tensor, &result.0)?;
            Ok(tensor.clone())
        }
    )*};
}

in_place! {
    /// `a += b`.
    iadd: add, Ring;
    /// `a -= b`.
    isub: sub, Number;
    /// `a *= b`.
    imul: mul, Ring;
    /// `a /= b`, of floats.
    itruediv: div, Analytic;
    /// `a //= b`.
    ifloordiv: floor_divide, Ordered;
    /// `a %= b`.
    iremainder: remainder, Ordered;
    /// `a **= b`.
    ipow: pow, Number;
    /// `a &= b`.
    iand: bitwise_and, Bits;
    /// `a |= b`.
    ior: bitwise_or, Bits;
    /// `a ^= b`.
    ixor: bitwise_xor, Bits;
}

/// Puts the result of an operation into the tensor, whose shape it must have.
pub(crate) fn store<T: Element, U: Element + Cast<T>>(tensor: &Tensor<T>, result: &Array<U>) -> Fallible<()> {
    if tensor.0.shape() != result.shape() {
        return Err(runtime_error(format!(
            "output with shape {} doesn't match the broadcast shape {}",
            shape::text(tensor.0.shape()),
            shape::text(result.shape())
        )));
    }
    crate::numpy::assign_all(&tensor.0, result)
}
