//! Which dtype the operands of a function meet in: NEP 50.

use half::f16;

use super::complex::ComplexNumber;

/// A Python `int` beside arrays and numpy scalars: it takes their dtype.
#[derive(Debug, Clone, Copy)]
pub struct WeakInt;

/// A Python `float` beside arrays and numpy scalars: it takes their dtype where that is a float.
#[derive(Debug, Clone, Copy)]
pub struct WeakFloat;

/// A Python `complex` beside arrays and numpy scalars: it takes the complex dtype of their size.
#[derive(Debug, Clone, Copy)]
pub struct WeakComplex;

#[expect(non_camel_case_types, reason = "named like the other elements")]
type c64 = ComplexNumber<f32>;
#[expect(non_camel_case_types, reason = "named like the other elements")]
type c128 = ComplexNumber<f64>;

/// The common dtype of two operands.
pub trait Promote<Other> {
    /// The dtype.
    type Output: super::Element;
}

macro_rules! promotions {
    ($($a:ty: $($b:ty => $output:ty),*;)*) => {
        $($(
            impl Promote<$b> for $a {
                type Output = $output;
            }
        )*)*
    };
}

// `numpy.promote_types` for each pair, then the weak Python numbers.
#[rustfmt::skip]
promotions! {
    bool: bool => bool, i8 => i8, i16 => i16, i32 => i32, i64 => i64, u8 => u8, u16 => u16, u32 => u32, u64 => u64, f16 => f16, f32 => f32, f64 => f64, c64 => c64, c128 => c128, WeakInt => i64, WeakFloat => f64, WeakComplex => c128;
    i8: bool => i8, i8 => i8, i16 => i16, i32 => i32, i64 => i64, u8 => i16, u16 => i32, u32 => i64, u64 => f64, f16 => f16, f32 => f32, f64 => f64, c64 => c64, c128 => c128, WeakInt => i8, WeakFloat => f64, WeakComplex => c128;
    i16: bool => i16, i8 => i16, i16 => i16, i32 => i32, i64 => i64, u8 => i16, u16 => i32, u32 => i64, u64 => f64, f16 => f32, f32 => f32, f64 => f64, c64 => c64, c128 => c128, WeakInt => i16, WeakFloat => f64, WeakComplex => c128;
    i32: bool => i32, i8 => i32, i16 => i32, i32 => i32, i64 => i64, u8 => i32, u16 => i32, u32 => i64, u64 => f64, f16 => f64, f32 => f64, f64 => f64, c64 => c128, c128 => c128, WeakInt => i32, WeakFloat => f64, WeakComplex => c128;
    i64: bool => i64, i8 => i64, i16 => i64, i32 => i64, i64 => i64, u8 => i64, u16 => i64, u32 => i64, u64 => f64, f16 => f64, f32 => f64, f64 => f64, c64 => c128, c128 => c128, WeakInt => i64, WeakFloat => f64, WeakComplex => c128;
    u8: bool => u8, i8 => i16, i16 => i16, i32 => i32, i64 => i64, u8 => u8, u16 => u16, u32 => u32, u64 => u64, f16 => f16, f32 => f32, f64 => f64, c64 => c64, c128 => c128, WeakInt => u8, WeakFloat => f64, WeakComplex => c128;
    u16: bool => u16, i8 => i32, i16 => i32, i32 => i32, i64 => i64, u8 => u16, u16 => u16, u32 => u32, u64 => u64, f16 => f32, f32 => f32, f64 => f64, c64 => c64, c128 => c128, WeakInt => u16, WeakFloat => f64, WeakComplex => c128;
    u32: bool => u32, i8 => i64, i16 => i64, i32 => i64, i64 => i64, u8 => u32, u16 => u32, u32 => u32, u64 => u64, f16 => f64, f32 => f64, f64 => f64, c64 => c128, c128 => c128, WeakInt => u32, WeakFloat => f64, WeakComplex => c128;
    u64: bool => u64, i8 => f64, i16 => f64, i32 => f64, i64 => f64, u8 => u64, u16 => u64, u32 => u64, u64 => u64, f16 => f64, f32 => f64, f64 => f64, c64 => c128, c128 => c128, WeakInt => u64, WeakFloat => f64, WeakComplex => c128;
    f16: bool => f16, i8 => f16, i16 => f32, i32 => f64, i64 => f64, u8 => f16, u16 => f32, u32 => f64, u64 => f64, f16 => f16, f32 => f32, f64 => f64, c64 => c64, c128 => c128, WeakInt => f16, WeakFloat => f16, WeakComplex => c64;
    f32: bool => f32, i8 => f32, i16 => f32, i32 => f64, i64 => f64, u8 => f32, u16 => f32, u32 => f64, u64 => f64, f16 => f32, f32 => f32, f64 => f64, c64 => c64, c128 => c128, WeakInt => f32, WeakFloat => f32, WeakComplex => c64;
    f64: bool => f64, i8 => f64, i16 => f64, i32 => f64, i64 => f64, u8 => f64, u16 => f64, u32 => f64, u64 => f64, f16 => f64, f32 => f64, f64 => f64, c64 => c128, c128 => c128, WeakInt => f64, WeakFloat => f64, WeakComplex => c128;
    c64: bool => c64, i8 => c64, i16 => c64, i32 => c128, i64 => c128, u8 => c64, u16 => c64, u32 => c128, u64 => c128, f16 => c64, f32 => c64, f64 => c128, c64 => c64, c128 => c128, WeakInt => c64, WeakFloat => c64, WeakComplex => c64;
    c128: bool => c128, i8 => c128, i16 => c128, i32 => c128, i64 => c128, u8 => c128, u16 => c128, u32 => c128, u64 => c128, f16 => c128, f32 => c128, f64 => c128, c64 => c128, c128 => c128, WeakInt => c128, WeakFloat => c128, WeakComplex => c128;
    WeakInt: bool => i64, i8 => i8, i16 => i16, i32 => i32, i64 => i64, u8 => u8, u16 => u16, u32 => u32, u64 => u64, f16 => f16, f32 => f32, f64 => f64, c64 => c64, c128 => c128, WeakInt => i64, WeakFloat => f64, WeakComplex => c128;
    WeakFloat: bool => f64, i8 => f64, i16 => f64, i32 => f64, i64 => f64, u8 => f64, u16 => f64, u32 => f64, u64 => f64, f16 => f16, f32 => f32, f64 => f64, c64 => c64, c128 => c128, WeakInt => f64, WeakFloat => f64, WeakComplex => c128;
    WeakComplex: bool => c128, i8 => c128, i16 => c128, i32 => c128, i64 => c128, u8 => c128, u16 => c128, u32 => c128, u64 => c128, f16 => c64, f32 => c64, f64 => c128, c64 => c64, c128 => c128, WeakInt => c128, WeakFloat => c128, WeakComplex => c128;
}

/// The dtype that functions of analysis compute integers in: a float that all of their values fit.
pub trait Inexact {
    /// The dtype.
    type Output: super::Analytic;
}

macro_rules! inexact {
    ($($from:ty => $to:ty),*) => {
        $(impl Inexact for $from { type Output = $to; })*
    };
}
inexact! {
    bool => f16, i8 => f16, u8 => f16, f16 => f16, i16 => f32, u16 => f32, f32 => f32,
    i32 => f64, i64 => f64, u32 => f64, u64 => f64, f64 => f64, WeakInt => f64, WeakFloat => f64,
    c64 => c64, c128 => c128, WeakComplex => c128
}

/// The dtype of a quotient or a mean.
pub trait Quotient: super::Element + super::Cast<Self::Output> + super::Cast<Self::Wide> {
    /// The dtype itself for floats and complex numbers, else `float64`.
    type Output: super::Analytic;
    /// The dtype that a mean is computed in: wider than half precision.
    type Wide: super::Analytic + super::Cast<Self::Output>;
}

macro_rules! quotients {
    ($($from:ty => $to:ty, $wide:ty;)*) => {
        $(impl Quotient for $from { type Output = $to; type Wide = $wide; })*
    };
}
quotients! {
    bool => f64, f64; i8 => f64, f64; i16 => f64, f64; i32 => f64, f64; i64 => f64, f64;
    u8 => f64, f64; u16 => f64, f64; u32 => f64, f64; u64 => f64, f64;
    f16 => f16, f32; f32 => f32, f32; f64 => f64, f64; c64 => c64, c64; c128 => c128, c128;
}

/// The dtype that sums and products are computed in.
pub trait Summed: super::Element + super::Cast<Self::Wide> + super::Cast<Self::Output> {
    /// Integers are summed in 64 bits.
    type Output: super::Number;
    /// The dtype of the running sum: wider than half precision.
    type Wide: super::Number + super::Cast<Self::Output>;
}

macro_rules! sums {
    ($($from:ty => $to:ty, $wide:ty;)*) => {
        $(impl Summed for $from { type Output = $to; type Wide = $wide; })*
    };
}
sums! {
    bool => i64, i64; i8 => i64, i64; i16 => i64, i64; i32 => i64, i64; i64 => i64, i64;
    u8 => u64, u64; u16 => u64, u64; u32 => u64, u64; u64 => u64, u64;
    f16 => f16, f32; f32 => f32, f32; f64 => f64, f64; c64 => c64, c64; c128 => c128, c128;
}
