//! Functions that work element by element: numpy's ufuncs.

use std::cmp::Ordering;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use super::arithmetic::{Analytic, Bits, Number, Ordered, Real, Ring, Size};
use super::array::Array;
use super::assign;
use super::element::{Cast, Element};
use super::operand::{ArrayForm, Combine, Form, Joined, Joint, Meets, Operand, Same, check_range};
use super::promote::{Inexact, Quotient};
use super::shape;
use crate::exception::{Fallible, value_error};

/// Functions of two operands in their common dtype.
macro_rules! binary {
    ($($(#[$doc:meta])* $name:ident: $needs:ident => |$a:ident, $b:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` where the shapes do not go together; `OverflowError` for a Python int out of the dtype's range.
        #[inline]
        pub fn $name<A, B>(a: &A, b: &B) -> Fallible<Joined<A, B>>
        where
            A: Meets<B>,
            A::Common: $needs,
            B: Operand,
        {
            a.zip(b, |$a, $b| $result)
        }
    )*};
}

binary! {
    /// `a + b`; `or` for booleans.
    add: Ring => |a, b| a.add(b);
    /// `a - b`.
    subtract: Number => |a, b| a.subtract(b);
    /// `a * b`; `and` for booleans.
    multiply: Ring => |a, b| a.multiply(b);
    /// `a // b`, towards negative infinity; 0 for an integer divided by zero.
    floor_divide: Ordered => |a, b| a.floor_divide(b);
    /// `a % b`, with the sign of `b`; 0 for an integer divided by zero.
    remainder: Ordered => |a, b| a.remainder(b);
    /// `a & b`.
    bitwise_and: Bits => |a, b| a.and(b);
    /// `a | b`.
    bitwise_or: Bits => |a, b| a.or(b);
    /// `a ^ b`.
    bitwise_xor: Bits => |a, b| a.xor(b);
    /// The greater of each two; NaN where one is NaN.
    maximum: Element => |a, b| if a >= b || a.is_nan() { a } else { b };
    /// The lesser of each two; NaN where one is NaN.
    minimum: Element => |a, b| if a <= b || a.is_nan() { a } else { b };
}

/// `a / b`, in floats.
///
/// # Errors
/// `ValueError` where the shapes do not go together.
#[inline]
pub fn divide<A, B>(a: &A, b: &B) -> Fallible<Joint<A, B, <A::Common as Quotient>::Output>>
where
    A: Meets<B>,
    A::Common: Quotient,
    B: Operand,
{
    a.zip_floats(b, Cast::<<A::Common as Quotient>::Output>::cast, |a, b| a.divide(b))
}

/// `a ** b`.
///
/// # Errors
/// `ValueError` for an integer to a negative power, and where the shapes do not go together.
#[inline]
pub fn power<A, B>(a: &A, b: &B) -> Fallible<Joined<A, B>>
where
    A: Meets<B>,
    A::Common: Number,
    B: Operand,
{
    let refused = AtomicBool::new(false);
    let result = a.zip(b, |a, b| {
        if A::Common::is_refused_power(b) {
            refused.store(true, Relaxed);
        }
        a.power(b)
    })?;
    if refused.into_inner() {
        return Err(value_error("Integers to negative integer powers are not allowed."));
    }
    Ok(result)
}

/// Comparisons. A Python int that the dtype has no value for is greater or less than every element.
macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident: |$a:ident, $b:ident| $result:expr, |$order:ident| $far:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` where the shapes do not go together.
        #[inline]
        pub fn $name<A, B>(a: &A, b: &B) -> Fallible<Joint<A, B, bool>>
        where
            A: Meets<B>,
            B: Operand,
        {
            if let Some($order) = a.beyond::<A::Common>().or(b.beyond::<A::Common>().map(Ordering::reverse)) {
                let far = $far;
                return A::Joint::zip(a, b, |_, _| far);
            }
            A::Joint::zip(a, b, |$a, $b| {
                let ($a, $b) = (A::lift($a), A::lift_other($b));
                $result
            })
        }
    )*};
}

comparisons! {
    /// `a == b`.
    equal: |a, b| a == b, |order| order.is_eq();
    /// `a != b`.
    not_equal: |a, b| a != b, |order| order.is_ne();
    /// `a < b`.
    less: |a, b| a < b, |order| order.is_lt();
    /// `a <= b`.
    less_equal: |a, b| a <= b, |order| order.is_le();
    /// `a > b`.
    greater: |a, b| a > b, |order| order.is_gt();
    /// `a >= b`.
    greater_equal: |a, b| a >= b, |order| order.is_ge();
}

/// Logical functions of two operands.
macro_rules! logical {
    ($($(#[$doc:meta])* $name:ident: |$a:ident, $b:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` where the shapes do not go together.
        #[inline]
        pub fn $name<A: Meets<B>, B: Operand>(a: &A, b: &B) -> Fallible<Joint<A, B, bool>> {
            A::Joint::zip(a, b, |$a, $b| {
                let ($a, $b) = ($a.truth(), $b.truth());
                $result
            })
        }
    )*};
}

logical! {
    /// Whether both are true.
    logical_and: |a, b| a && b;
    /// Whether one is true.
    logical_or: |a, b| a || b;
    /// Whether exactly one is true.
    logical_xor: |a, b| a != b;
}

/// Whether each is false.
#[inline]
pub fn logical_not<A: Operand>(x: &A) -> Same<A, bool> {
    A::Form::map(x.elements(), |x| !x.truth())
}

/// Functions of one operand that keep the dtype.
macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident: $needs:ident => |$x:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $name<A>(x: &A) -> Same<A, A::Element>
        where
            A: Operand,
            A::Element: $needs,
        {
            A::Form::map(x.elements(), |$x| $result)
        }
    )*};
}

unary! {
    /// `+x`: a copy.
    positive: Number => |x| x;
    /// `-x`.
    negative: Number => |x| x.negative();
    /// `~x`.
    invert: Bits => |x| x.invert();
    /// -1, 0 or 1 by the sign.
    sign: Number => |x| x.sign();
    /// `x * x`.
    square: Ring => |x| x.multiply(x);
}

/// `abs(x)`: of complex numbers the distance from zero.
#[inline]
pub fn absolute<A>(x: &A) -> Same<A, <A::Element as Size>::Output>
where
    A: Operand,
    A::Element: Size,
{
    A::Form::map(x.elements(), Size::absolute)
}

/// The element rounded to that many decimals, half to even.
#[inline]
pub fn round<A>(x: &A, decimals: i64) -> Same<A, A::Element>
where
    A: Operand,
    A::Element: Number,
{
    let decimals = decimals.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
    A::Form::map(x.elements(), |x| x.round(decimals))
}

/// Functions of analysis that there is code for over many elements at a time: integers are computed as floats.
macro_rules! over_many {
    ($needs:ident; $($(#[$doc:meta])* $name:ident: $function:ident;)*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $name<A>(x: &A) -> Same<A, <A::DType as Inexact>::Output>
        where
            A: Operand,
            A::DType: Inexact<Output: $needs>,
            A::Element: Cast<<A::DType as Inexact>::Output>,
        {
            A::Form::map_then(x.elements(), Cast::cast, <A::DType as Inexact>::Output::$function)
        }
    )*};
}

over_many! { Analytic;
    /// e to the power of each.
    exp: exp_all;
    /// The natural logarithm.
    log: ln_all;
}

over_many! { Real;
    /// The sine.
    sin: sin_all;
    /// The cosine.
    cos: cos_all;
    /// The inverse sine.
    arcsin: asin_all;
    /// The hyperbolic tangent.
    tanh: tanh_all;
}

/// Functions of real analysis: integers are computed as floats.
macro_rules! real {
    ($needs:ident; $($(#[$doc:meta])* $name:ident: |$x:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $name<A>(x: &A) -> Same<A, <A::DType as Inexact>::Output>
        where
            A: Operand,
            A::DType: Inexact<Output: $needs>,
            A::Element: Cast<<A::DType as Inexact>::Output>,
        {
            A::Form::map(x.elements(), |x| {
                let $x = x.cast();
                $result
            })
        }
    )*};
}

real! { Analytic;
    /// The square root; NaN of negative numbers that are not complex.
    sqrt: |x| x.sqrt();
}

real! { Real;
    /// 2 to the power of each.
    exp2: |x| x.exp2();
    /// `exp(x) - 1`, exact near 0.
    expm1: |x| x.exp_m1();
    /// The logarithm to base 2.
    log2: |x| x.log2();
    /// The logarithm to base 10.
    log10: |x| x.log10();
    /// `log(1 + x)`, exact near 0.
    log1p: |x| x.ln_1p();
    /// The cube root.
    cbrt: |x| x.cbrt();
    /// The tangent.
    tan: |x| x.tan();
    /// The inverse cosine.
    arccos: |x| x.acos();
    /// The inverse tangent.
    arctan: |x| x.atan();
    /// The inverse hyperbolic sine.
    arcsinh: |x| x.asinh();
    /// The inverse hyperbolic cosine.
    arccosh: |x| x.acosh();
    /// The inverse hyperbolic tangent.
    arctanh: |x| x.atanh();
    /// Degrees as radians.
    deg2rad: |x| x.multiply(<A::DType as Inexact>::Output::from_f64(std::f64::consts::PI / 180.0));
    /// Radians as degrees.
    rad2deg: |x| x.multiply(<A::DType as Inexact>::Output::from_f64(180.0 / std::f64::consts::PI));
    /// The hyperbolic sine.
    sinh: |x| x.sinh();
    /// The hyperbolic cosine.
    cosh: |x| x.cosh();
}

/// Roundings of floats to whole numbers; integers stay as they are.
macro_rules! whole {
    ($($(#[$doc:meta])* $name:ident: $function:ident;)*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $name<A: Operand>(x: &A) -> Same<A, A::Element>
        where
            A::Element: Whole,
        {
            A::Form::map(x.elements(), Whole::$function)
        }
    )*};
}

/// An element that can be rounded to a whole number.
pub trait Whole: Element {
    /// Downwards.
    fn floor(self) -> Self;
    /// Upwards.
    fn ceil(self) -> Self;
    /// Towards zero.
    fn trunc(self) -> Self;
}

macro_rules! whole_elements {
    (integers $($integer:ty),*; floats $($float:ty),*) => {
        $(impl Whole for $integer {
            #[inline(always)]
            fn floor(self) -> Self { self }
            #[inline(always)]
            fn ceil(self) -> Self { self }
            #[inline(always)]
            fn trunc(self) -> Self { self }
        })*
        $(impl Whole for $float {
            #[inline(always)]
            fn floor(self) -> Self { self.floor() }
            #[inline(always)]
            fn ceil(self) -> Self { self.ceil() }
            #[inline(always)]
            fn trunc(self) -> Self { self.trunc() }
        })*
    };
}
whole_elements!(integers bool, i8, i16, i32, i64, u8, u16, u32, u64; floats f32, f64);

impl Whole for half::f16 {
    fn floor(self) -> Self {
        Real::floor(self)
    }
    fn ceil(self) -> Self {
        Real::ceil(self)
    }
    fn trunc(self) -> Self {
        Real::trunc(self)
    }
}

whole! {
    /// The greatest whole number not above each.
    floor: floor;
    /// The least whole number not below each.
    ceil: ceil;
    /// Each without its fraction.
    trunc: trunc;
}

/// Whether each is NaN.
#[inline]
pub fn isnan<A: Operand>(x: &A) -> Same<A, bool> {
    A::Form::map(x.elements(), Element::is_nan)
}

/// Whether each is infinite.
#[inline]
pub fn isinf<A: Operand>(x: &A) -> Same<A, bool> {
    A::Form::map(x.elements(), |x| x.to_f64().is_infinite() || x.imaginary().is_infinite())
}

/// Whether each is neither infinite nor NaN.
#[inline]
pub fn isfinite<A: Operand>(x: &A) -> Same<A, bool> {
    A::Form::map(x.elements(), |x| x.to_f64().is_finite() && x.imaginary().is_finite())
}

/// `a += b` and its like: the elements are computed in the common dtype and stored in the array.
macro_rules! in_place {
    ($($(#[$doc:meta])* $name:ident: $needs:ident => |$a:ident, $b:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` where the array is read-only or would have to grow; `OverflowError` for a Python int out of
        /// the dtype's range.
        pub fn $name<T, B>(array: &Array<T>, other: &B) -> Fallible<Array<T>>
        where
            T: Element,
            Array<T>: Meets<B> + Operand<Element = T>,
            <Array<T> as Meets<B>>::Common: $needs + Cast<T>,
            B: Operand,
        {
            assign::update(array, other, |$a, $b| $result)
        }
    )*};
}

in_place! {
    /// `a += b`.
    iadd: Ring => |a, b| a.add(b);
    /// `a -= b`.
    isub: Number => |a, b| a.subtract(b);
    /// `a *= b`.
    imul: Ring => |a, b| a.multiply(b);
    /// `a //= b`.
    ifloordiv: Ordered => |a, b| a.floor_divide(b);
    /// `a %= b`.
    r#imod: Ordered => |a, b| a.remainder(b);
    /// `a /= b`, of floats.
    itruediv: Analytic => |a, b| a.divide(b);
    /// `a &= b`.
    iand: Bits => |a, b| a.and(b);
    /// `a |= b`.
    ior: Bits => |a, b| a.or(b);
    /// `a ^= b`.
    ixor: Bits => |a, b| a.xor(b);
}

/// `a **= b`.
///
/// # Errors
/// `ValueError` for an integer to a negative power, and as for `iadd`.
pub fn ipow<T, B>(array: &Array<T>, other: &B) -> Fallible<Array<T>>
where
    T: Element,
    Array<T>: Meets<B> + Operand<Element = T>,
    <Array<T> as Meets<B>>::Common: Number + Cast<T>,
    Joined<Array<T>, B>: Operand<Element = <Array<T> as Meets<B>>::Common>,
    B: Operand,
{
    let result = power(array, other)?;
    assign::assign(array, &result, assign::Destination::Output)?;
    Ok(array.clone())
}

/// `a * b` of two arrays of one dtype.
///
/// # Errors
/// `ValueError` where the shapes do not go together.
pub(super) fn multiply_arrays<T: Ring>(a: &Array<T>, b: &Array<T>) -> Fallible<Array<T>> {
    ArrayForm::zip(a, b, Ring::multiply)
}

/// Whether each two are within `atol + rtol * abs(b)` of one another; infinities of one sign are.
///
/// # Errors
/// `ValueError` where the shapes do not go together.
pub fn isclose<A: Meets<B>, B: Operand>(
    a: &A,
    b: &B,
    rtol: f64,
    atol: f64,
    equal_nan: bool,
) -> Fallible<Joint<A, B, bool>> {
    A::Joint::zip(a, b, |a, b| close(a.to_f64(), b.to_f64(), rtol, atol, equal_nan))
}

/// Whether all are within `atol + rtol * abs(b)` of one another.
///
/// # Errors
/// `ValueError` where the shapes do not go together.
pub fn allclose<A: Meets<B>, B: Operand>(a: &A, b: &B, rtol: f64, atol: f64, equal_nan: bool) -> Fallible<bool> {
    let all = AtomicBool::new(true);
    A::Joint::zip(a, b, |a, b| {
        let close = close(a.to_f64(), b.to_f64(), rtol, atol, equal_nan);
        if !close {
            all.store(false, Relaxed);
        }
        close
    })?;
    Ok(all.into_inner())
}

fn close(a: f64, b: f64, rtol: f64, atol: f64, equal_nan: bool) -> bool {
    a == b || (b.is_finite() && (a - b).abs() <= atol + rtol * b.abs()) || (equal_nan && a.is_nan() && b.is_nan())
}

/// `numpy.clip(a, min, max)`: the elements, none less than `a_min` and none greater than `a_max`. A Python int that the
/// dtype has no value for is no bound where it lies beyond all values.
///
/// # Errors
/// `ValueError` where the shapes do not go together; `OverflowError` for a Python int that leaves no value.
#[inline]
pub fn clip<A, L, H>(a: &A, least: &L, greatest: &H) -> Fallible<Joined<Joined<A, L>, H>>
where
    A: Meets<L>,
    L: Operand,
    H: Operand,
    Joined<A, L>: Meets<H>,
{
    if !<Joined<Joined<A, L>, H> as Operand>::Form::IS_SCALAR {
        shape::broadcast(&[a.elements().layout(), least.elements().layout(), greatest.elements().layout()])?;
    }
    let raised = match least.beyond::<A::Common>() {
        Some(Ordering::Less) => A::Joint::zip(a, least, |a, _| A::lift(a))?,
        _ => maximum(a, least)?,
    };
    match greatest.beyond::<<Joined<A, L> as Meets<H>>::Common>() {
        Some(Ordering::Greater) => {
            <Joined<A, L> as Meets<H>>::Joint::zip(&raised, greatest, |a, _| <Joined<A, L> as Meets<H>>::lift(a))
        }
        _ => minimum(&raised, greatest),
    }
}

/// What [`where`](r#where) gives: an array where one of the three is an array.
type Chosen<C, X, Y> =
    <<<C as Operand>::Form as Combine<<X as Meets<Y>>::Joint>>::Output as Form>::Of<<X as Meets<Y>>::Common>;

/// `numpy.where(condition, x, y)`: elements of `x` where the condition is true, else of `y`.
///
/// # Errors
/// `ValueError` where the shapes do not go together; `OverflowError` for a Python int out of the dtype's range.
#[inline]
pub fn r#where<C, X, Y>(condition: &C, x: &X, y: &Y) -> Fallible<Chosen<C, X, Y>>
where
    C: Operand,
    X: Meets<Y>,
    Y: Operand,
    C::Form: Combine<X::Joint>,
{
    check_range::<X, X::Common>(x)?;
    check_range::<Y, X::Common>(y)?;
    <C::Form as Combine<X::Joint>>::Output::choose(condition, x, y, |condition, x, y| {
        if condition.truth() { X::lift(x) } else { X::lift_other(y) }
    })
}

/// `numpy.where` of a condition and values that are no arrays: an array without axes.
///
/// # Errors
/// `OverflowError` for a Python int out of the dtype's range.
pub fn where_scalar<C, X, Y>(condition: &C, x: &X, y: &Y) -> Fallible<Array<X::Common>>
where
    C: Operand,
    X: Meets<Y>,
    Y: Operand,
{
    check_range::<X, X::Common>(x)?;
    check_range::<Y, X::Common>(y)?;
    let condition = ArrayForm::map(condition.elements(), |condition| condition.truth());
    if condition.only()? {
        Ok(ArrayForm::map(x.elements(), X::lift))
    } else {
        Ok(ArrayForm::map(y.elements(), X::lift_other))
    }
}
