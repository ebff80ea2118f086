//! More functions that work element by element: of two floats, of integers, and of complex numbers.

use super::arithmetic::{Analytic, Number, Ordered, Real, Size};
use super::element::{Cast, Element, Kind};
use super::like::ArrayLike;
use super::operand::{Form, Joined, Joint, Meets, Operand, Same};
use super::promote::{Inexact, Promote};
use crate::exception::Fallible;

/// What a function of two floats gives.
type Reals<A, B> = Joint<A, B, <<A as Meets<B>>::Common as Inexact>::Output>;

/// Functions of two floats; integers are computed as floats.
macro_rules! real_pairs {
    ($($(#[$doc:meta])* $name:ident: |$a:ident, $b:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` where the shapes do not go together.
        pub fn $name<A, B>(a: &A, b: &B) -> Fallible<Reals<A, B>>
        where
            A: Meets<B>,
            A::Common: Inexact<Output: Real> + Cast<<A::Common as Inexact>::Output>,
            B: Operand,
        {
            a.zip_floats(b, Cast::<<A::Common as Inexact>::Output>::cast, |$a, $b| $result)
        }
    )*};
}

real_pairs! {
    /// The angle of the point (`b`, `a`).
    arctan2: |a, b| a.atan2(b);
    /// The length of the hypotenuse.
    hypot: |a, b| a.hypot(b);
    /// `a` with the sign of `b`.
    copysign: |a, b| a.copysign(b);
    /// `log(exp(a) + exp(b))` without overflow.
    logaddexp: |a, b| log_add(a, b, |x| x.exp().ln_1p(), std::f64::consts::LN_2);
    /// `log2(2**a + 2**b)` without overflow.
    logaddexp2: |a, b| log_add(a, b, |x| x.exp2().ln_1p().multiply_by(std::f64::consts::LOG2_E), 1.0);
    /// 0 for negative numbers, 1 for positive ones, `b` for 0.
    heaviside: |a, b| if a.is_nan() { a } else if a == Element::ZERO { b } else if a < Element::ZERO { Element::ZERO } else { Element::ONE };
}

trait ByFloat: Real {
    fn multiply_by(self, factor: f64) -> Self {
        self.multiply(Self::from_f64(factor))
    }
}
impl<T: Real> ByFloat for T {}

fn log_add<T: Real>(a: T, b: T, rest: impl Fn(T) -> T, of_equal: f64) -> T {
    if a == b {
        return a.add(T::from_f64(of_equal));
    }
    let distance = a.subtract(b);
    if distance > T::ZERO {
        a.add(rest(distance.negative()))
    } else if distance <= T::ZERO {
        b.add(rest(distance))
    } else {
        distance
    }
}

/// Functions of two operands in their common dtype.
macro_rules! pairs {
    ($($(#[$doc:meta])* $name:ident: $needs:path => |$a:ident, $b:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` where the shapes do not go together; `OverflowError` for a Python int out of the dtype's range.
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

pairs! {
    /// The greater of each two; the other where one is NaN.
    fmax: Element => |a, b| if a >= b || b.is_nan() { a } else { b };
    /// The lesser of each two; the other where one is NaN.
    fmin: Element => |a, b| if a <= b || b.is_nan() { a } else { b };
    /// The remainder of the division, with the sign of the dividend; 0 for an integer divided by zero.
    fmod: Truncating => |a, b| a.truncated_remainder(b);
    /// The bits moved to the left.
    left_shift: Shifting => |a, b| a.left(b);
    /// The bits moved to the right.
    right_shift: Shifting => |a, b| a.right(b);
    /// The greatest common divisor.
    gcd: Shifting => |a, b| a.gcd(b);
    /// The least common multiple.
    lcm: Shifting => |a, b| a.lcm(b);
}

/// An element with C's `%`.
pub trait Truncating: Ordered {
    /// The remainder, with the sign of `self`.
    fn truncated_remainder(self, other: Self) -> Self;
}

/// An integer.
pub trait Shifting: Truncating {
    /// The bits moved to the left; by their number and more, 0.
    fn left(self, other: Self) -> Self;
    /// The bits moved to the right; by their number and more, those of the sign.
    fn right(self, other: Self) -> Self;
    /// The greatest common divisor.
    fn gcd(self, other: Self) -> Self;
    /// The least common multiple.
    fn lcm(self, other: Self) -> Self;
}

macro_rules! integers {
    ($($ty:ty, $unsigned:ty, $size:expr;)*) => {$(
        impl Truncating for $ty {
            #[inline]
            fn truncated_remainder(self, other: Self) -> Self {
                if other == 0 { 0 } else { self.wrapping_rem(other) }
            }
        }

        impl Shifting for $ty {
            #[inline]
            fn left(self, other: Self) -> Self {
                let count = other as $unsigned;
                if count < <$ty>::BITS as $unsigned { self << count } else { 0 }
            }
            #[inline]
            fn right(self, other: Self) -> Self {
                let (count, bits) = (other as $unsigned, <$ty>::BITS as $unsigned);
                self >> count.min(bits - 1) >> if count < bits { 0 } else { 1 }
            }
            #[inline]
            fn gcd(self, other: Self) -> Self {
                let (mut a, mut b): ($unsigned, $unsigned) = ($size(self), $size(other));
                while b != 0 {
                    (a, b) = (b, a % b);
                }
                a as $ty
            }
            #[inline]
            fn lcm(self, other: Self) -> Self {
                let (a, b): ($unsigned, $unsigned) = ($size(self), $size(other));
                match self.gcd(other) as $unsigned {
                    0 => 0,
                    divisor => (a / divisor).wrapping_mul(b) as $ty,
                }
            }
        }
    )*};
}
integers! {
    i8, u8, i8::unsigned_abs; i16, u16, i16::unsigned_abs; i32, u32, i32::unsigned_abs; i64, u64, i64::unsigned_abs;
    u8, u8, std::convert::identity; u16, u16, std::convert::identity; u32, u32, std::convert::identity;
    u64, u64, std::convert::identity;
}

macro_rules! floats {
    ($($ty:ty),*) => {$(
        impl Truncating for $ty {
            #[inline]
            fn truncated_remainder(self, other: Self) -> Self {
                self % other
            }
        }
    )*};
}
floats!(half::f16, f32, f64);

/// Functions of one float; integers are computed as floats.
macro_rules! reals {
    ($($(#[$doc:meta])* $name:ident: |$x:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name<A>(x: &A) -> Same<A, <A::DType as Inexact>::Output>
        where
            A: Operand,
            A::DType: Inexact<Output: Real>,
            A::Element: Cast<<A::DType as Inexact>::Output>,
        {
            A::Form::map(x.elements(), |x| {
                let $x: <A::DType as Inexact>::Output = x.cast();
                $result
            })
        }
    )*};
}

reals! {
    /// Each rounded to the nearest whole number, half to even.
    rint: |x| x.round(0);
    /// The absolute values, as floats.
    fabs: |x| x.absolute();
    /// `sin(πx) / (πx)`.
    sinc: |x| {
        let y = x.multiply_by(std::f64::consts::PI);
        let y = if y == Element::ZERO { <A::DType as Inexact>::Output::from_f64(1e-20) } else { y };
        if y == Element::ZERO { Element::ONE } else { y.sin().divide(y) }
    };
}

/// Whether the sign of each is minus, of -0.0 and NaN too.
pub fn signbit<A: Operand>(x: &A) -> Same<A, bool> {
    A::Form::map(x.elements(), |x| match A::Element::KIND {
        Kind::Unsigned | Kind::Bool => false,
        _ => x.to_f64().is_sign_negative(),
    })
}

/// Whether each is `inf`.
pub fn isposinf<A: Operand>(x: &A) -> Same<A, bool> {
    A::Form::map(x.elements(), |x| x.to_f64() == f64::INFINITY)
}

/// Whether each is `-inf`.
pub fn isneginf<A: Operand>(x: &A) -> Same<A, bool> {
    A::Form::map(x.elements(), |x| x.to_f64() == f64::NEG_INFINITY)
}

/// Whether each has an imaginary part of 0.
pub fn isreal<A: Operand>(x: &A) -> Same<A, bool> {
    A::Form::map(x.elements(), |x| x.imaginary() == 0.0)
}

/// Whether each has an imaginary part other than 0.
pub fn iscomplex<A: Operand>(x: &A) -> Same<A, bool> {
    A::Form::map(x.elements(), |x| x.imaginary() != 0.0)
}

/// The real parts.
pub fn real<A: Operand<Element: Size>>(val: &A) -> Same<A, <A::Element as Size>::Output> {
    A::Form::map(val.elements(), Size::real)
}

/// The imaginary parts.
pub fn imag<A: Operand<Element: Size>>(val: &A) -> Same<A, <A::Element as Size>::Output> {
    A::Form::map(val.elements(), Size::imag)
}

/// The complex conjugates.
pub fn conjugate<A: Operand<Element: Size>>(x: &A) -> Same<A, A::Element> {
    A::Form::map(x.elements(), Size::conjugate)
}

/// The angles of complex numbers, in radians or degrees; π for negative real numbers.
pub fn angle<A>(z: &A, deg: bool) -> Same<A, <A::DType as Inexact>::Output>
where
    A: Operand<Element: Size>,
    A::DType: Inexact<Output: Real>,
    <A::Element as Size>::Output: Cast<<A::DType as Inexact>::Output>,
{
    A::Form::map(z.elements(), |z| {
        let (re, im): (<A::DType as Inexact>::Output, <A::DType as Inexact>::Output) =
            (z.real().cast(), z.imag().cast());
        let angle = im.atan2(re);
        if deg { angle.multiply_by(180.0 / std::f64::consts::PI) } else { angle }
    })
}

/// The angles of an array of complex numbers, in radians or degrees.
pub fn angle_complex<A>(z: &A, deg: bool) -> Same<A, <A::Element as Size>::Output>
where
    A: Operand<Element: Size<Output: Real>>,
{
    A::Form::map(z.elements(), |z| {
        let angle = z.imag().atan2(z.real());
        if deg { angle.multiply_by(180.0 / std::f64::consts::PI) } else { angle }
    })
}

/// The numbers with NaN and infinities replaced; by the largest finite ones where no others are given.
pub fn nan_to_num<A: Operand<Element: Finite>>(
    x: &A,
    _copy: bool,
    nan: f64,
    posinf: Option<f64>,
    neginf: Option<f64>,
) -> Same<A, A::Element> {
    A::Form::map(x.elements(), |x| x.made_finite(nan, posinf, neginf))
}

/// An element that may be NaN or infinite.
pub trait Finite: Element {
    /// A finite element in the place of NaN and the infinities.
    fn made_finite(self, nan: f64, posinf: Option<f64>, neginf: Option<f64>) -> Self;
}

macro_rules! finite {
    (always $($always:ty),*; floats $($float:ty),*; complex $($part:ty),*) => {
        $(impl Finite for $always {
            fn made_finite(self, _: f64, _: Option<f64>, _: Option<f64>) -> Self {
                self
            }
        })*
        $(impl Finite for $float {
            fn made_finite(self, nan: f64, posinf: Option<f64>, neginf: Option<f64>) -> Self {
                if self.is_nan() {
                    Self::from_f64(nan)
                } else if self == Self::INFINITY {
                    posinf.map_or(Self::MAX, Self::from_f64)
                } else if self == Self::NEG_INFINITY {
                    neginf.map_or(Self::MIN, Self::from_f64)
                } else {
                    self
                }
            }
        })*
        $(impl Finite for super::complex::ComplexNumber<$part> {
            fn made_finite(self, nan: f64, posinf: Option<f64>, neginf: Option<f64>) -> Self {
                let part = |part: $part| part.made_finite(nan, posinf, neginf);
                Self::new(part(self.re), part(self.im))
            }
        })*
    };
}
finite!(always bool, i8, i16, i32, i64, u8, u16, u32, u64; floats half::f16, f32, f64; complex f32, f64);

/// `divmod(a, b)`: `a // b` and `a % b`.
///
/// # Errors
/// `ValueError` where the shapes do not go together; `OverflowError` for a Python int out of the dtype's range.
pub fn divmod<A, B>(a: &A, b: &B) -> Fallible<(Joined<A, B>, Joined<A, B>)>
where
    A: Meets<B>,
    A::Common: Ordered,
    B: Operand,
{
    Ok((a.zip(b, Ordered::floor_divide)?, a.zip(b, Ordered::remainder)?))
}

/// `modf(x)`: the fractions and the whole parts, each with the sign of the number.
pub fn modf<A>(x: &A) -> (Same<A, <A::DType as Inexact>::Output>, Same<A, <A::DType as Inexact>::Output>)
where
    A: Operand,
    A::DType: Inexact<Output: Real>,
    A::Element: Cast<<A::DType as Inexact>::Output>,
{
    let fraction = A::Form::map(x.elements(), |x| {
        let x: <A::DType as Inexact>::Output = x.cast();
        let fraction = if x.is_finite() || x.is_nan() { x.subtract(x.trunc()) } else { Element::ZERO };
        fraction.copysign(x)
    });
    let whole = A::Form::map(x.elements(), |x| Cast::<<A::DType as Inexact>::Output>::cast(x).trunc());
    (fraction, whole)
}

/// The common dtype of two array-likes.
type Common<A, B> = <<A as ArrayLike>::Element as Promote<<B as ArrayLike>::Element>>::Output;

/// `numpy.array_equal(a1, a2)`: whether shapes and elements are the same.
///
/// # Errors
/// Those of making arrays of the two.
pub fn array_equal<A, B>(a1: &A, a2: &B, equal_nan: bool) -> Fallible<bool>
where
    A: ArrayLike<Element: Promote<B::Element> + Cast<Common<A, B>>>,
    B: ArrayLike<Element: Cast<Common<A, B>>>,
{
    let (a, b) = (a1.to_array()?, a2.to_array()?);
    if a.shape() != b.shape() {
        return Ok(false);
    }
    let mut pairs = a.elements().zip(b.elements());
    Ok(pairs.all(|(a, b)| {
        let both_nan = equal_nan && a.is_nan() && b.is_nan();
        let (a, b): (Common<A, B>, Common<A, B>) = (a.cast(), b.cast());
        both_nan || a == b
    }))
}

/// `numpy.bitwise_count(x)`: the number of ones in the bits of the absolute values.
pub fn bitwise_count<A: Operand<Element: Size<Output: Element>>>(x: &A) -> Same<A, u8> {
    A::Form::map(x.elements(), |x| match A::Element::KIND {
        Kind::Signed => x.to_i64().unsigned_abs().count_ones() as u8,
        _ => (x.to_i64() as u64).count_ones() as u8,
    })
}
