//! Which dtype the operands of a function meet in: NEP 50.

/// A Python `int` beside arrays and numpy scalars: it takes their dtype.
#[derive(Debug, Clone, Copy)]
pub struct WeakInt;

/// A Python `float` beside arrays and numpy scalars: it takes their dtype where that is a float.
#[derive(Debug, Clone, Copy)]
pub struct WeakFloat;

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
    bool: bool => bool, i8 => i8, i16 => i16, i32 => i32, i64 => i64, u8 => u8, u16 => u16, u32 => u32, u64 => u64, f32 => f32, f64 => f64, WeakInt => i64, WeakFloat => f64;
    i8: bool => i8, i8 => i8, i16 => i16, i32 => i32, i64 => i64, u8 => i16, u16 => i32, u32 => i64, u64 => f64, f32 => f32, f64 => f64, WeakInt => i8, WeakFloat => f64;
    i16: bool => i16, i8 => i16, i16 => i16, i32 => i32, i64 => i64, u8 => i16, u16 => i32, u32 => i64, u64 => f64, f32 => f32, f64 => f64, WeakInt => i16, WeakFloat => f64;
    i32: bool => i32, i8 => i32, i16 => i32, i32 => i32, i64 => i64, u8 => i32, u16 => i32, u32 => i64, u64 => f64, f32 => f64, f64 => f64, WeakInt => i32, WeakFloat => f64;
    i64: bool => i64, i8 => i64, i16 => i64, i32 => i64, i64 => i64, u8 => i64, u16 => i64, u32 => i64, u64 => f64, f32 => f64, f64 => f64, WeakInt => i64, WeakFloat => f64;
    u8: bool => u8, i8 => i16, i16 => i16, i32 => i32, i64 => i64, u8 => u8, u16 => u16, u32 => u32, u64 => u64, f32 => f32, f64 => f64, WeakInt => u8, WeakFloat => f64;
    u16: bool => u16, i8 => i32, i16 => i32, i32 => i32, i64 => i64, u8 => u16, u16 => u16, u32 => u32, u64 => u64, f32 => f32, f64 => f64, WeakInt => u16, WeakFloat => f64;
    u32: bool => u32, i8 => i64, i16 => i64, i32 => i64, i64 => i64, u8 => u32, u16 => u32, u32 => u32, u64 => u64, f32 => f64, f64 => f64, WeakInt => u32, WeakFloat => f64;
    u64: bool => u64, i8 => f64, i16 => f64, i32 => f64, i64 => f64, u8 => u64, u16 => u64, u32 => u64, u64 => u64, f32 => f64, f64 => f64, WeakInt => u64, WeakFloat => f64;
    f32: bool => f32, i8 => f32, i16 => f32, i32 => f64, i64 => f64, u8 => f32, u16 => f32, u32 => f64, u64 => f64, f32 => f32, f64 => f64, WeakInt => f32, WeakFloat => f32;
    f64: bool => f64, i8 => f64, i16 => f64, i32 => f64, i64 => f64, u8 => f64, u16 => f64, u32 => f64, u64 => f64, f32 => f64, f64 => f64, WeakInt => f64, WeakFloat => f64;
    WeakInt: bool => i64, i8 => i8, i16 => i16, i32 => i32, i64 => i64, u8 => u8, u16 => u16, u32 => u32, u64 => u64, f32 => f32, f64 => f64, WeakInt => i64, WeakFloat => f64;
    WeakFloat: bool => f64, i8 => f64, i16 => f64, i32 => f64, i64 => f64, u8 => f64, u16 => f64, u32 => f64, u64 => f64, f32 => f32, f64 => f64, WeakInt => f64, WeakFloat => f64;
}

/// The float dtype that functions of real analysis compute integers in. 8-bit integers and booleans would give
/// `float16`, which there is not.
pub trait Inexact {
    /// The dtype.
    type Output: super::Real;
}

macro_rules! inexact {
    ($($from:ty => $to:ty),*) => {
        $(impl Inexact for $from { type Output = $to; })*
    };
}
inexact! {
    i16 => f32, u16 => f32, f32 => f32,
    i32 => f64, i64 => f64, u32 => f64, u64 => f64, f64 => f64, WeakInt => f64, WeakFloat => f64
}

/// The dtype of a quotient or a mean.
pub trait Quotient: super::Element + super::Cast<Self::Output> {
    /// `float32` for itself, else `float64`.
    type Output: super::Real;
}

macro_rules! quotients {
    ($($from:ty => $to:ty),*) => {
        $(impl Quotient for $from { type Output = $to; })*
    };
}
quotients! {
    bool => f64, i8 => f64, i16 => f64, i32 => f64, i64 => f64, u8 => f64, u16 => f64, u32 => f64, u64 => f64,
    f32 => f32, f64 => f64
}

/// The dtype that sums and products are computed in.
pub trait Summed: super::Element + super::Cast<Self::Output> {
    /// Integers are summed in 64 bits.
    type Output: super::Number;
}

macro_rules! sums {
    ($($from:ty => $to:ty),*) => {
        $(impl Summed for $from { type Output = $to; })*
    };
}
sums! {
    bool => i64, i8 => i64, i16 => i64, i32 => i64, i64 => i64, u8 => u64, u16 => u64, u32 => u64, u64 => u64,
    f32 => f32, f64 => f64
}
