//! Arithmetic of single elements, as numpy's inner loops do it: integers wrap, division by zero gives zero for integers.

use half::f16;

use super::complex::ComplexNumber;
use super::element::{Cast, Element};
use super::functions;

/// An element that can be added and multiplied; for `bool` that is `or` and `and`.
pub trait Ring: Element {
    /// `self + other`.
    fn add(self, other: Self) -> Self;
    /// `self * other`.
    fn multiply(self, other: Self) -> Self;
}

/// An element that is a number: every one but `bool`.
pub trait Number: Ring {
    /// `self - other`.
    fn subtract(self, other: Self) -> Self;
    /// `self ** other`; an integer's exponent is not negative.
    fn power(self, other: Self) -> Self;
    /// Whether `self ** other` is refused: an integer to a negative power.
    fn is_refused_power(other: Self) -> bool;
    /// `-self`.
    fn negative(self) -> Self;
    /// -1, 0 or 1; NaN for NaN.
    fn sign(self) -> Self;
    /// `numpy.round`, half to even, at that many decimals.
    fn round(self, decimals: i32) -> Self;
}

/// A number on the line: every one but complex ones.
pub trait Ordered: Number {
    /// The least value: what a search for the greatest starts from.
    const LEAST: Self;

    /// `self // other`.
    fn floor_divide(self, other: Self) -> Self;
    /// `self % other`, with the sign of `other`.
    fn remainder(self, other: Self) -> Self;
}

/// An element that has an absolute value.
pub trait Size: Element {
    /// Of complex numbers their parts' type, else the element's own.
    type Output: Element;
    /// `abs(self)`.
    fn absolute(self) -> Self::Output;
    /// The real part.
    fn real(self) -> Self::Output;
    /// The imaginary part.
    fn imag(self) -> Self::Output;
    /// The complex conjugate.
    fn conjugate(self) -> Self;
}

/// An element with bits: integers and `bool`.
pub trait Bits: Element {
    /// `self & other`.
    fn and(self, other: Self) -> Self;
    /// `self | other`.
    fn or(self, other: Self) -> Self;
    /// `self ^ other`.
    fn xor(self, other: Self) -> Self;
    /// `~self`.
    fn invert(self) -> Self;
}

/// The functions of traits over many elements: one by one, where there is no better way.
macro_rules! over_many {
    ($($name:ident: $function:ident),*) => {$(
        #[doc = concat!("`", stringify!($function), "` of each.")]
        fn $name(elements: &mut [Self]) {
            elements.iter_mut().for_each(|element| *element = element.$function());
        }
    )*};
}

/// An element that functions of analysis are computed in: floats and complex numbers.
pub trait Analytic: Number + Size + Cast<<Self as Size>::Output> {
    fn exp(self) -> Self;
    fn ln(self) -> Self;
    fn sqrt(self) -> Self;
    /// `self / other`.
    fn divide(self, other: Self) -> Self;
    /// The square of the distance from zero.
    fn square_of_size(self) -> <Self as Size>::Output;

    over_many!(exp_all: exp, ln_all: ln);
}

/// An element that functions of real analysis are computed in: those of the standard library under its names.
pub trait Real: Ordered + Analytic + Size<Output = Self> {
    fn exp2(self) -> Self;
    fn exp_m1(self) -> Self;
    fn log2(self) -> Self;
    fn log10(self) -> Self;
    fn ln_1p(self) -> Self;
    fn cbrt(self) -> Self;
    fn sin(self) -> Self;
    fn cos(self) -> Self;
    fn tan(self) -> Self;
    fn asin(self) -> Self;
    fn acos(self) -> Self;
    fn atan(self) -> Self;
    fn sinh(self) -> Self;
    fn cosh(self) -> Self;
    fn tanh(self) -> Self;
    fn floor(self) -> Self;
    fn ceil(self) -> Self;
    fn trunc(self) -> Self;
    fn asinh(self) -> Self;
    fn acosh(self) -> Self;
    fn atanh(self) -> Self;
    fn atan2(self, other: Self) -> Self;
    fn hypot(self, other: Self) -> Self;
    fn copysign(self, other: Self) -> Self;
    /// Whether it is neither infinite nor NaN.
    fn is_finite(self) -> bool;

    over_many!(tanh_all: tanh, asin_all: asin, sin_all: sin, cos_all: cos);
}

/// The parts of a number that is not complex.
macro_rules! real_parts {
    () => {
        #[inline(always)]
        fn real(self) -> Self {
            self
        }
        #[inline(always)]
        fn imag(self) -> Self {
            Self::ZERO
        }
        #[inline(always)]
        fn conjugate(self) -> Self {
            self
        }
    };
}

macro_rules! ring {
    ($($ty:ty),*) => {$(
        impl Ring for $ty {
            #[inline(always)]
            fn add(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            #[inline(always)]
            fn multiply(self, other: Self) -> Self {
                self.wrapping_mul(other)
            }
        }

        impl Bits for $ty {
            #[inline(always)]
            fn and(self, other: Self) -> Self {
                self & other
            }
            #[inline(always)]
            fn or(self, other: Self) -> Self {
                self | other
            }
            #[inline(always)]
            fn xor(self, other: Self) -> Self {
                self ^ other
            }
            #[inline(always)]
            fn invert(self) -> Self {
                !self
            }
        }
    )*};
}
ring!(i8, i16, i32, i64, u8, u16, u32, u64);

macro_rules! signed {
    ($($ty:ty),*) => {$(
        impl Ordered for $ty {
            const LEAST: Self = <$ty>::MIN;

            #[inline]
            fn floor_divide(self, other: Self) -> Self {
                if other == 0 {
                    return 0;
                }
                let quotient = self.wrapping_div(other);
                let inexact = self.wrapping_rem(other) != 0;
                if inexact && (self < 0) != (other < 0) { quotient - 1 } else { quotient }
            }
            #[inline]
            fn remainder(self, other: Self) -> Self {
                if other == 0 {
                    return 0;
                }
                let rest = self.wrapping_rem(other);
                if rest != 0 && (rest < 0) != (other < 0) { rest + other } else { rest }
            }
        }

        impl Size for $ty {
            type Output = Self;
            real_parts!();
            #[inline(always)]
            fn absolute(self) -> Self {
                self.wrapping_abs()
            }
        }

        impl Number for $ty {
            #[inline(always)]
            fn subtract(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
            #[inline]
            fn power(self, other: Self) -> Self {
                wrapping_power(self, other as u64, 1, <$ty>::wrapping_mul)
            }
            #[inline(always)]
            fn is_refused_power(other: Self) -> bool {
                other < 0
            }
            #[inline(always)]
            fn negative(self) -> Self {
                self.wrapping_neg()
            }
            #[inline(always)]
            fn sign(self) -> Self {
                self.signum()
            }
            #[inline]
            fn round(self, decimals: i32) -> Self {
                if decimals >= 0 { self } else { rounded_by_floats(self.to_f64(), decimals).cast() }
            }
        }
    )*};
}
signed!(i8, i16, i32, i64);

macro_rules! unsigned {
    ($($ty:ty),*) => {$(
        impl Ordered for $ty {
            const LEAST: Self = 0;

            #[inline]
            fn floor_divide(self, other: Self) -> Self {
                self.checked_div(other).unwrap_or(0)
            }
            #[inline]
            fn remainder(self, other: Self) -> Self {
                self.checked_rem(other).unwrap_or(0)
            }
        }

        impl Size for $ty {
            type Output = Self;
            real_parts!();
            #[inline(always)]
            fn absolute(self) -> Self {
                self
            }
        }

        impl Number for $ty {
            #[inline(always)]
            fn subtract(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
            #[inline]
            fn power(self, other: Self) -> Self {
                wrapping_power(self, other.into(), 1, <$ty>::wrapping_mul)
            }
            #[inline(always)]
            fn is_refused_power(_: Self) -> bool {
                false
            }
            #[inline(always)]
            fn negative(self) -> Self {
                self.wrapping_neg()
            }
            #[inline(always)]
            fn sign(self) -> Self {
                self.min(1)
            }
            #[inline]
            fn round(self, decimals: i32) -> Self {
                if decimals >= 0 { self } else { rounded_by_floats(self.to_f64(), decimals).cast() }
            }
        }
    )*};
}
unsigned!(u8, u16, u32, u64);

/// Power by squaring.
fn wrapping_power<T: Copy>(base: T, mut exponent: u64, one: T, multiply: fn(T, T) -> T) -> T {
    let (mut base, mut result) = (base, one);
    while exponent != 0 {
        if exponent & 1 == 1 {
            result = multiply(result, base);
        }
        base = multiply(base, base);
        exponent >>= 1;
    }
    result
}

/// An integer rounded at a decimal before the point, half to even: numpy computes it in floats, and so is not exact.
fn rounded_by_floats(value: f64, decimals: i32) -> f64 {
    let unit = (0..-decimals).take_while(|&place| place < 310).fold(1.0, |unit, _| unit * 10.0);
    (value / unit).round_ties_even() * unit
}

/// Functions of the standard library under their own names.
macro_rules! forward {
    (($($function:ident)*)) => {$(
        #[inline(always)]
        fn $function(self) -> Self {
            self.$function()
        }
    )*};
}

macro_rules! float {
    ($functions:tt; $($ty:ident: $exp:ident $ln:ident $tanh:ident, $($name:ident = $all:ident)*, $($real_name:ident = $real_all:ident)*;)*) => {$(
        impl Ring for $ty {
            #[inline(always)]
            fn add(self, other: Self) -> Self {
                self + other
            }
            #[inline(always)]
            fn multiply(self, other: Self) -> Self {
                self * other
            }
        }

        impl Ordered for $ty {
            const LEAST: Self = <$ty>::NEG_INFINITY;

            #[inline]
            fn floor_divide(self, other: Self) -> Self {
                if other == 0.0 {
                    return self / other;
                }
                let rest = self % other;
                let quotient = (self - rest) / other;
                let quotient = if rest != 0.0 && (rest < 0.0) != (other < 0.0) { quotient - 1.0 } else { quotient };
                if quotient == 0.0 {
                    return (0.0 as $ty).copysign(self / other);
                }
                let floor = quotient.floor();
                if quotient - floor > 0.5 { floor + 1.0 } else { floor }
            }
            #[inline]
            fn remainder(self, other: Self) -> Self {
                let rest = self % other;
                if rest == 0.0 {
                    rest.copysign(other)
                } else if (rest < 0.0) != (other < 0.0) {
                    rest + other
                } else {
                    rest
                }
            }
        }

        impl Size for $ty {
            type Output = Self;
            real_parts!();
            #[inline(always)]
            fn absolute(self) -> Self {
                self.abs()
            }
        }

        impl Number for $ty {
            #[inline(always)]
            fn subtract(self, other: Self) -> Self {
                self - other
            }
            #[inline]
            fn power(self, other: Self) -> Self {
                if other == 2.0 { self * self } else { self.powf(other) }
            }
            #[inline(always)]
            fn is_refused_power(_: Self) -> bool {
                false
            }
            #[inline(always)]
            fn negative(self) -> Self {
                -self
            }
            #[inline(always)]
            fn sign(self) -> Self {
                if self > 0.0 { 1.0 } else if self < 0.0 { -1.0 } else if self == 0.0 { 0.0 } else { self }
            }
            #[inline]
            fn round(self, decimals: i32) -> Self {
                if decimals == 0 {
                    return self.round_ties_even();
                }
                let scale = (10.0 as $ty).powi(decimals.abs());
                if decimals > 0 {
                    (self * scale).round_ties_even() / scale
                } else {
                    (self / scale).round_ties_even() * scale
                }
            }
        }

        impl Analytic for $ty {
            forward!((sqrt));
            #[inline(always)]
            fn exp(self) -> Self {
                functions::$exp(self)
            }
            #[inline(always)]
            fn ln(self) -> Self {
                functions::$ln(self)
            }
            #[inline(always)]
            fn divide(self, other: Self) -> Self {
                self / other
            }
            #[inline(always)]
            fn square_of_size(self) -> Self {
                self * self
            }
            $(fn $name(elements: &mut [Self]) {
                functions::$all(elements);
            })*
        }

        impl Real for $ty {
            $(fn $real_name(elements: &mut [Self]) {
                functions::$real_all(elements);
            })*
            forward!($functions);
            #[inline(always)]
            fn tanh(self) -> Self {
                functions::$tanh(self)
            }
            #[inline(always)]
            fn asin(self) -> Self {
                functions::asin(self.into()) as Self
            }
            #[inline(always)]
            fn atan2(self, other: Self) -> Self {
                self.atan2(other)
            }
            #[inline(always)]
            fn hypot(self, other: Self) -> Self {
                self.hypot(other)
            }
            #[inline(always)]
            fn copysign(self, other: Self) -> Self {
                self.copysign(other)
            }
            #[inline(always)]
            fn is_finite(self) -> bool {
                self.is_finite()
            }
        }
    )*};
}
float! {
    (exp2 exp_m1 log2 log10 ln_1p cbrt sin cos tan acos atan sinh cosh asinh acosh atanh floor ceil trunc);
    f32: exp_32 ln_32 tanh_32, exp_all = exp_32_all ln_all = ln_32_all,
        tanh_all = tanh_32_all asin_all = asin_32_all sin_all = sin_32_all cos_all = cos_32_all;
    f64: exp ln tanh, exp_all = exp_all ln_all = ln_all,
        tanh_all = tanh_all asin_all = asin_all sin_all = sin_all cos_all = cos_all;
}

impl Ring for bool {
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self | other
    }
    #[inline(always)]
    fn multiply(self, other: Self) -> Self {
        self & other
    }
}

impl Bits for bool {
    #[inline(always)]
    fn and(self, other: Self) -> Self {
        self & other
    }
    #[inline(always)]
    fn or(self, other: Self) -> Self {
        self | other
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        self ^ other
    }
    #[inline(always)]
    fn invert(self) -> Self {
        !self
    }
}

impl Size for bool {
    type Output = bool;
    real_parts!();
    fn absolute(self) -> bool {
        self
    }
}

/// Half precision is computed in single precision, and each result rounded, as numpy does.
macro_rules! by_single {
    ($(fn $name:ident(self $(, $other:ident)?) in $in:ident;)*) => {$(
        #[inline]
        fn $name(self $(, $other: Self)?) -> Self {
            f16::from_f32($in::$name(self.to_f32() $(, $other.to_f32())?))
        }
    )*};
}

impl Ring for f16 {
    by_single! {
        fn add(self, other) in Ring;
        fn multiply(self, other) in Ring;
    }
}

impl Number for f16 {
    by_single! {
        fn subtract(self, other) in Number;
        fn power(self, other) in Number;
        fn sign(self) in Number;
    }
    #[inline(always)]
    fn is_refused_power(_: Self) -> bool {
        false
    }
    fn negative(self) -> Self {
        -self
    }
    #[inline]
    fn round(self, decimals: i32) -> Self {
        if decimals == 0 {
            return f16::from_f32(self.to_f32().round_ties_even());
        }
        let scale = f16::from_f32(10f32.powi(decimals.abs()));
        let whole = |value: f16| f16::from_f32(value.to_f32().round_ties_even());
        if decimals > 0 { whole(self.multiply(scale)).divide(scale) } else { whole(self.divide(scale)).multiply(scale) }
    }
}

impl Ordered for f16 {
    const LEAST: Self = f16::NEG_INFINITY;
    by_single! {
        fn floor_divide(self, other) in Ordered;
        fn remainder(self, other) in Ordered;
    }
}

impl Size for f16 {
    type Output = Self;
    real_parts!();
    fn absolute(self) -> Self {
        f16::from_bits(self.to_bits() & 0x7fff)
    }
}

impl Analytic for f16 {
    by_single! {
        fn exp(self) in Analytic;
        fn ln(self) in Analytic;
        fn sqrt(self) in Analytic;
        fn divide(self, other) in Analytic;
    }
    fn square_of_size(self) -> Self {
        self.multiply(self)
    }
}

impl Real for f16 {
    by_single! {
        fn exp2(self) in Real;
        fn exp_m1(self) in Real;
        fn log2(self) in Real;
        fn log10(self) in Real;
        fn ln_1p(self) in Real;
        fn cbrt(self) in Real;
        fn sin(self) in Real;
        fn cos(self) in Real;
        fn tan(self) in Real;
        fn asin(self) in Real;
        fn acos(self) in Real;
        fn atan(self) in Real;
        fn sinh(self) in Real;
        fn cosh(self) in Real;
        fn tanh(self) in Real;
        fn asinh(self) in Real;
        fn acosh(self) in Real;
        fn atanh(self) in Real;
        fn floor(self) in Real;
        fn ceil(self) in Real;
        fn trunc(self) in Real;
        fn atan2(self, other) in Real;
        fn hypot(self, other) in Real;
        fn copysign(self, other) in Real;
    }
    fn is_finite(self) -> bool {
        f16::is_finite(self)
    }
}

macro_rules! complex {
    ($($part:ty),*) => {$(
        impl Ring for ComplexNumber<$part> {
            #[inline(always)]
            fn add(self, other: Self) -> Self {
                self.plus(other)
            }
            #[inline(always)]
            fn multiply(self, other: Self) -> Self {
                self.times(other)
            }
        }

        impl Number for ComplexNumber<$part> {
            #[inline(always)]
            fn subtract(self, other: Self) -> Self {
                self.minus(other)
            }
            fn power(self, other: Self) -> Self {
                self.to_the(other)
            }
            #[inline(always)]
            fn is_refused_power(_: Self) -> bool {
                false
            }
            #[inline(always)]
            fn negative(self) -> Self {
                Self::new(-self.re, -self.im)
            }
            /// The number of size 1 in the same direction.
            fn sign(self) -> Self {
                let size = self.size();
                if size.is_nan() {
                    return Self::new(<$part>::NAN, <$part>::NAN);
                }
                if size.is_infinite() {
                    let sign = |part: $part| if part.is_infinite() { part.signum() } else { 0.0 };
                    return match (self.re.is_infinite(), self.im.is_infinite()) {
                        (true, true) => Self::new(<$part>::NAN, <$part>::NAN),
                        _ => Self::new(sign(self.re), sign(self.im)),
                    };
                }
                if size == 0.0 { Self::new(0.0, 0.0) } else { Self::new(self.re / size, self.im / size) }
            }
            #[inline]
            fn round(self, decimals: i32) -> Self {
                Self::new(Number::round(self.re, decimals), Number::round(self.im, decimals))
            }
        }

        impl Size for ComplexNumber<$part> {
            type Output = $part;
            fn absolute(self) -> $part {
                self.size()
            }
            fn real(self) -> $part {
                self.re
            }
            fn imag(self) -> $part {
                self.im
            }
            fn conjugate(self) -> Self {
                ComplexNumber::<$part>::conjugate(self)
            }
        }

        impl Analytic for ComplexNumber<$part> {
            fn exp(self) -> Self {
                self.exponential()
            }
            fn ln(self) -> Self {
                self.logarithm()
            }
            fn sqrt(self) -> Self {
                self.root()
            }
            fn divide(self, other: Self) -> Self {
                self.over(other)
            }
            #[inline(always)]
            fn square_of_size(self) -> $part {
                self.re * self.re + self.im * self.im
            }
        }
    )*};
}
complex!(f32, f64);
