//! Arithmetic of single elements, as numpy's inner loops do it: integers wrap, division by zero gives zero for integers.

use super::element::Element;

/// An element that can be added and multiplied; for `bool` that is `or` and `and`.
pub trait Ring: Element {
    /// `self + other`.
    fn add(self, other: Self) -> Self;
    /// `self * other`.
    fn multiply(self, other: Self) -> Self;
}

/// An element that is a number: every one but `bool`.
pub trait Number: Ring {
    /// The least value: what a search for the greatest starts from.
    const LEAST: Self;

    /// `self - other`.
    fn subtract(self, other: Self) -> Self;
    /// `self // other`.
    fn floor_divide(self, other: Self) -> Self;
    /// `self % other`, with the sign of `other`.
    fn remainder(self, other: Self) -> Self;
    /// `self ** other`; an integer's exponent is not negative.
    fn power(self, other: Self) -> Self;
    /// Whether `self ** other` is refused: an integer to a negative power.
    fn is_refused_power(other: Self) -> bool;
    /// `-self`.
    fn negative(self) -> Self;
    /// `abs(self)`.
    fn absolute(self) -> Self;
    /// -1, 0 or 1; NaN for NaN.
    fn sign(self) -> Self;
    /// `numpy.round`, half to even, at that many decimals.
    fn round(self, decimals: i32) -> Self;
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

/// An element that functions of real analysis are computed in: those of the standard library under its names.
pub trait Real: Number {
    fn exp(self) -> Self;
    fn exp2(self) -> Self;
    fn exp_m1(self) -> Self;
    fn ln(self) -> Self;
    fn log2(self) -> Self;
    fn log10(self) -> Self;
    fn ln_1p(self) -> Self;
    fn sqrt(self) -> Self;
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
    /// `self / other`.
    fn divide(self, other: Self) -> Self;
    /// Whether it is NaN.
    fn is_nan(self) -> bool;
    /// Whether it is neither infinite nor NaN.
    fn is_finite(self) -> bool;
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
        impl Number for $ty {
            const LEAST: Self = <$ty>::MIN;

            #[inline(always)]
            fn subtract(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
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
            #[inline]
            fn power(self, other: Self) -> Self {
                wrapping_power(self, other as u64, 1, <$ty>::wrapping_mul)
            }
            fn is_refused_power(other: Self) -> bool {
                other < 0
            }
            #[inline(always)]
            fn negative(self) -> Self {
                self.wrapping_neg()
            }
            #[inline(always)]
            fn absolute(self) -> Self {
                self.wrapping_abs()
            }
            #[inline(always)]
            fn sign(self) -> Self {
                self.signum()
            }
            fn round(self, decimals: i32) -> Self {
                round_integer(self.into(), decimals) as Self
            }
        }
    )*};
}
signed!(i8, i16, i32, i64);

macro_rules! unsigned {
    ($($ty:ty),*) => {$(
        impl Number for $ty {
            const LEAST: Self = 0;

            #[inline(always)]
            fn subtract(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
            #[inline]
            fn floor_divide(self, other: Self) -> Self {
                self.checked_div(other).unwrap_or(0)
            }
            #[inline]
            fn remainder(self, other: Self) -> Self {
                self.checked_rem(other).unwrap_or(0)
            }
            #[inline]
            fn power(self, other: Self) -> Self {
                wrapping_power(self, other.into(), 1, <$ty>::wrapping_mul)
            }
            fn is_refused_power(_: Self) -> bool {
                false
            }
            #[inline(always)]
            fn negative(self) -> Self {
                self.wrapping_neg()
            }
            #[inline(always)]
            fn absolute(self) -> Self {
                self
            }
            #[inline(always)]
            fn sign(self) -> Self {
                self.min(1)
            }
            fn round(self, decimals: i32) -> Self {
                round_integer(self.into(), decimals) as Self
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

/// Rounds an integer at a decimal before the point; half to even.
fn round_integer(value: i128, decimals: i32) -> i128 {
    if decimals >= 0 {
        return value;
    }
    let Some(unit) = 10i128.checked_pow(decimals.unsigned_abs()) else { return 0 };
    let (quotient, rest) = (value.div_euclid(unit), value.rem_euclid(unit));
    let up = rest * 2 > unit || (rest * 2 == unit && quotient % 2 != 0);
    (quotient + i128::from(up)) * unit
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
    ($($ty:ident),*; $functions:tt) => {$(
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

        impl Number for $ty {
            const LEAST: Self = <$ty>::NEG_INFINITY;

            #[inline(always)]
            fn subtract(self, other: Self) -> Self {
                self - other
            }
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
            #[inline]
            fn power(self, other: Self) -> Self {
                if other == 2.0 { self * self } else { self.powf(other) }
            }
            fn is_refused_power(_: Self) -> bool {
                false
            }
            #[inline(always)]
            fn negative(self) -> Self {
                -self
            }
            #[inline(always)]
            fn absolute(self) -> Self {
                self.abs()
            }
            #[inline(always)]
            fn sign(self) -> Self {
                if self > 0.0 { 1.0 } else if self < 0.0 { -1.0 } else if self == 0.0 { 0.0 } else { self }
            }
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

        impl Real for $ty {
            forward!($functions);
            #[inline(always)]
            fn divide(self, other: Self) -> Self {
                self / other
            }
            #[inline(always)]
            fn is_nan(self) -> bool {
                self.is_nan()
            }
            #[inline(always)]
            fn is_finite(self) -> bool {
                self.is_finite()
            }
        }
    )*};
}
float! {
    f32, f64;
    (exp exp2 exp_m1 ln log2 log10 ln_1p sqrt cbrt sin cos tan asin acos atan sinh cosh tanh floor ceil trunc)
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
