//! The types that elements of arrays have, and the conversions between them.

use std::fmt::Debug;

use half::f16;

use super::complex::ComplexNumber;
use super::rounding::nearest_half;

/// The type of an array's elements, as a value: what the C ABI and the manifest name it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ElementType {
    Bool,
    Int8,
    Int16,
    Int32,
    Int64,
    UInt8,
    UInt16,
    UInt32,
    UInt64,
    Float16,
    Float32,
    Float64,
    Complex64,
    Complex128,
}

/// What numpy calls the kind of a dtype: promotion and formatting go by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `b`
    Bool,
    /// `u`
    Unsigned,
    /// `i`
    Signed,
    /// `f`
    Float,
    /// `c`
    Complex,
}

/// An element of an array: one of numpy's plain number types.
pub trait Element: Cast<Self> + Copy + Default + PartialEq + PartialOrd + Debug + Send + Sync + 'static {
    /// The type as a value.
    const TYPE: ElementType;
    /// `dtype.name`: `float32`.
    const NAME: &'static str;
    /// The kind of the dtype.
    const KIND: Kind;
    /// Zero, or `False`.
    const ZERO: Self;
    /// One, or `True`.
    const ONE: Self;

    /// The value of a Python int, wrapped as a C cast does.
    fn from_i64(value: i64) -> Self;
    /// The value of a Python float, as a C cast does.
    fn from_f64(value: f64) -> Self;
    /// The value as a Python int: floats lose their fraction, `uint64` wraps.
    fn to_i64(self) -> i64;
    /// The value as a Python float; of a complex number its real part.
    fn to_f64(self) -> f64;
    /// Whether it is not zero; NaN is true.
    fn truth(self) -> bool;
    /// Whether a Python int has a value of this type.
    fn fits(value: i64) -> bool;
    /// Whether the value, or a part of it, is NaN.
    #[inline(always)]
    #[expect(clippy::eq_op, reason = "NaN is what is not equal to itself")]
    fn is_nan(self) -> bool {
        self != self
    }
    /// The imaginary part of a complex number; zero for all others.
    #[inline(always)]
    fn imaginary(self) -> f64 {
        0.0
    }
}

/// Conversion of an element to another type, as numpy's `astype` does: C casts, truth for `bool`.
pub trait Cast<To> {
    /// The converted value.
    fn cast(self) -> To;
}

macro_rules! names {
    ($($ty:ty, $variant:ident, $name:literal, $kind:ident;)*) => {
        impl ElementType {
            /// Every element type.
            pub const ALL: [ElementType; 14] = [$(ElementType::$variant),*];

            /// `dtype.name`.
            pub fn name(self) -> &'static str {
                match self { $(ElementType::$variant => $name),* }
            }

            /// The kind of the dtype.
            pub fn kind(self) -> Kind {
                match self { $(ElementType::$variant => Kind::$kind),* }
            }

            /// The size of an element in bytes.
            pub fn size(self) -> usize {
                match self { $(ElementType::$variant => size_of::<$ty>()),* }
            }
        }
    };
}
names! {
    bool, Bool, "bool", Bool;
    i8, Int8, "int8", Signed;
    i16, Int16, "int16", Signed;
    i32, Int32, "int32", Signed;
    i64, Int64, "int64", Signed;
    u8, UInt8, "uint8", Unsigned;
    u16, UInt16, "uint16", Unsigned;
    u32, UInt32, "uint32", Unsigned;
    u64, UInt64, "uint64", Unsigned;
    f16, Float16, "float16", Float;
    f32, Float32, "float32", Float;
    f64, Float64, "float64", Float;
    ComplexNumber<f32>, Complex64, "complex64", Complex;
    ComplexNumber<f64>, Complex128, "complex128", Complex;
}

macro_rules! integer_element {
    ($($ty:ty, $variant:ident, $name:literal, $kind:ident;)*) => {$(
        impl Element for $ty {
            const TYPE: ElementType = ElementType::$variant;
            const NAME: &'static str = $name;
            const KIND: Kind = Kind::$kind;
            const ZERO: Self = 0;
            const ONE: Self = 1;

            #[inline(always)]
            fn from_i64(value: i64) -> Self {
                value as Self
            }
            #[inline(always)]
            fn from_f64(value: f64) -> Self {
                value.cast()
            }
            #[inline(always)]
            fn to_i64(self) -> i64 {
                self as i64
            }
            #[inline(always)]
            fn to_f64(self) -> f64 {
                self as f64
            }
            #[inline(always)]
            fn truth(self) -> bool {
                self != 0
            }
            #[inline(always)]
            fn fits(value: i64) -> bool {
                Self::try_from(value).is_ok()
            }
        }
    )*};
}
integer_element! {
    i8, Int8, "int8", Signed;
    i16, Int16, "int16", Signed;
    i32, Int32, "int32", Signed;
    i64, Int64, "int64", Signed;
    u8, UInt8, "uint8", Unsigned;
    u16, UInt16, "uint16", Unsigned;
    u32, UInt32, "uint32", Unsigned;
    u64, UInt64, "uint64", Unsigned;
}

macro_rules! float_element {
    ($($ty:ty, $variant:ident, $name:literal;)*) => {$(
        impl Element for $ty {
            const TYPE: ElementType = ElementType::$variant;
            const NAME: &'static str = $name;
            const KIND: Kind = Kind::Float;
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;

            #[inline(always)]
            fn from_i64(value: i64) -> Self {
                value as Self
            }
            #[inline(always)]
            fn from_f64(value: f64) -> Self {
                value as Self
            }
            #[inline(always)]
            fn to_i64(self) -> i64 {
                self.cast()
            }
            #[inline(always)]
            fn to_f64(self) -> f64 {
                self.into()
            }
            #[inline(always)]
            fn truth(self) -> bool {
                self != 0.0
            }
            #[inline(always)]
            fn fits(_: i64) -> bool {
                true
            }
        }
    )*};
}
float_element! {
    f32, Float32, "float32";
    f64, Float64, "float64";
}

impl Element for f16 {
    const TYPE: ElementType = ElementType::Float16;
    const NAME: &'static str = "float16";
    const KIND: Kind = Kind::Float;
    const ZERO: Self = f16::ZERO;
    const ONE: Self = f16::ONE;

    #[inline(always)]
    fn from_i64(value: i64) -> Self {
        value.cast()
    }
    #[inline(always)]
    fn from_f64(value: f64) -> Self {
        nearest_half(value)
    }
    #[inline(always)]
    fn to_i64(self) -> i64 {
        self.cast()
    }
    #[inline(always)]
    fn to_f64(self) -> f64 {
        f16::to_f64(self)
    }
    #[inline(always)]
    fn truth(self) -> bool {
        self != f16::ZERO
    }
    #[inline(always)]
    fn fits(_: i64) -> bool {
        true
    }
}

macro_rules! complex_element {
    ($($part:ty, $variant:ident, $name:literal;)*) => {$(
        impl Element for ComplexNumber<$part> {
            const TYPE: ElementType = ElementType::$variant;
            const NAME: &'static str = $name;
            const KIND: Kind = Kind::Complex;
            const ZERO: Self = ComplexNumber { re: 0.0, im: 0.0 };
            const ONE: Self = ComplexNumber { re: 1.0, im: 0.0 };

            #[inline(always)]
            fn from_i64(value: i64) -> Self {
                value.cast()
            }
            #[inline(always)]
            fn from_f64(value: f64) -> Self {
                value.cast()
            }
            #[inline(always)]
            fn to_i64(self) -> i64 {
                self.re.cast()
            }
            #[inline(always)]
            fn to_f64(self) -> f64 {
                self.re.into()
            }
            #[inline(always)]
            fn truth(self) -> bool {
                self.re != 0.0 || self.im != 0.0
            }
            #[inline(always)]
            fn fits(_: i64) -> bool {
                true
            }
            #[inline(always)]
            fn imaginary(self) -> f64 {
                self.im.into()
            }
        }
    )*};
}
complex_element! {
    f32, Complex64, "complex64";
    f64, Complex128, "complex128";
}

impl Element for bool {
    const TYPE: ElementType = ElementType::Bool;
    const NAME: &'static str = "bool";
    const KIND: Kind = Kind::Bool;
    const ZERO: Self = false;
    const ONE: Self = true;

    #[inline(always)]
    fn from_i64(value: i64) -> Self {
        value != 0
    }
    #[inline(always)]
    fn from_f64(value: f64) -> Self {
        value != 0.0
    }
    #[inline(always)]
    fn to_i64(self) -> i64 {
        self.into()
    }
    #[inline(always)]
    fn to_f64(self) -> f64 {
        self.into()
    }
    #[inline(always)]
    fn truth(self) -> bool {
        self
    }
    #[inline(always)]
    fn fits(_: i64) -> bool {
        true
    }
}

/// Casts between integers, and from integers to floats: C's and Rust's agree.
macro_rules! plain_casts {
    ($from:ty => $($to:ty),*) => {$(
        impl Cast<$to> for $from {
            #[inline(always)]
            fn cast(self) -> $to {
                self as $to
            }
        }
    )*};
}
macro_rules! integer_casts {
    ($($from:ty),*) => {$(
        plain_casts!($from => i8, i16, i32, i64, u8, u16, u32, u64, f32, f64);
        impl Cast<bool> for $from {
            #[inline(always)]
            fn cast(self) -> bool {
                self != 0
            }
        }
        impl Cast<$from> for bool {
            #[inline(always)]
            fn cast(self) -> $from {
                self as $from
            }
        }
    )*};
}
integer_casts!(i8, i16, i32, i64, u8, u16, u32, u64);

/// Casts from floats to integers go through a machine integer that is wide enough and then wrap, as the code that C
/// compilers make for numpy does on x86-64: what has no value there, NaN too, is the least `int32` or `int64`.
macro_rules! float_casts {
    ($($from:ty),*) => {$(
        plain_casts!($from => f32, f64);
        float_casts!(@through i32: $from => i8, i16, i32, u8, u16);
        float_casts!(@through i64: $from => i64, u32);
        impl Cast<u64> for $from {
            #[inline(always)]
            fn cast(self) -> u64 {
                if self >= 9_223_372_036_854_775_808.0 {
                    let above: i64 = (self - 9_223_372_036_854_775_808.0).cast();
                    above as u64 ^ (1 << 63)
                } else {
                    let below: i64 = self.cast();
                    below as u64
                }
            }
        }
        impl Cast<bool> for $from {
            #[inline(always)]
            fn cast(self) -> bool {
                self != 0.0
            }
        }
        impl Cast<$from> for bool {
            #[inline(always)]
            fn cast(self) -> $from {
                if self { 1.0 } else { 0.0 }
            }
        }
    )*};
    (@through $machine:ty: $from:ty => $($to:ty),*) => {$(
        impl Cast<$to> for $from {
            #[inline(always)]
            fn cast(self) -> $to {
                let limit = -(<$machine>::MIN as $from);
                let whole = if self >= -limit - 1.0 && self < limit { self as $machine } else { <$machine>::MIN };
                whole as $to
            }
        }
    )*};
}
float_casts!(f32, f64);

impl Cast<bool> for bool {
    #[inline(always)]
    fn cast(self) -> bool {
        self
    }
}

/// Half precision is stored only: every cast goes through a wider float.
macro_rules! half_casts {
    (integers $($integer:ty),*) => {$(
        impl Cast<f16> for $integer {
            #[inline]
            fn cast(self) -> f16 {
                f16::from_f32(self as f32)
            }
        }
        impl Cast<$integer> for f16 {
            #[inline]
            fn cast(self) -> $integer {
                self.to_f32().cast()
            }
        }
    )*};
}
half_casts!(integers i8, i16, i32, i64, u8, u16, u32, u64);

impl Cast<bool> for f16 {
    fn cast(self) -> bool {
        self.truth()
    }
}
impl Cast<f16> for bool {
    fn cast(self) -> f16 {
        if self { f16::ONE } else { f16::ZERO }
    }
}
impl Cast<f16> for f16 {
    #[inline(always)]
    fn cast(self) -> f16 {
        self
    }
}
impl Cast<f32> for f16 {
    #[inline]
    fn cast(self) -> f32 {
        self.to_f32()
    }
}
impl Cast<f64> for f16 {
    #[inline]
    fn cast(self) -> f64 {
        f16::to_f64(self)
    }
}
impl Cast<f16> for f32 {
    #[inline]
    fn cast(self) -> f16 {
        f16::from_f32(self)
    }
}
impl Cast<f16> for f64 {
    #[inline]
    fn cast(self) -> f16 {
        nearest_half(self)
    }
}

/// A real number is the real part of a complex one; a complex number that is made real loses its imaginary part.
macro_rules! complex_casts {
    ($($real:ty => $($part:ty),*;)*) => {$($(
        impl Cast<ComplexNumber<$part>> for $real {
            #[inline(always)]
            fn cast(self) -> ComplexNumber<$part> {
                ComplexNumber { re: self.cast(), im: 0.0 }
            }
        }
        impl Cast<$real> for ComplexNumber<$part> {
            #[inline(always)]
            fn cast(self) -> $real {
                self.re.cast()
            }
        }
    )*)*};
}
complex_casts! {
    i8 => f32, f64; i16 => f32, f64; i32 => f32, f64; i64 => f32, f64;
    u8 => f32, f64; u16 => f32, f64; u32 => f32, f64; u64 => f32, f64;
    f16 => f32, f64; f32 => f32, f64; f64 => f32, f64;
}

macro_rules! between_complex {
    ($($from:ty => $to:ty),*) => {$(
        impl Cast<ComplexNumber<$to>> for ComplexNumber<$from> {
            #[inline(always)]
            fn cast(self) -> ComplexNumber<$to> {
                ComplexNumber { re: self.re as $to, im: self.im as $to }
            }
        }
    )*};
}
between_complex!(f32 => f32, f32 => f64, f64 => f32, f64 => f64);

macro_rules! complex_truth {
    ($($part:ty),*) => {$(
        impl Cast<bool> for ComplexNumber<$part> {
            fn cast(self) -> bool {
                self.truth()
            }
        }
        impl Cast<ComplexNumber<$part>> for bool {
            fn cast(self) -> ComplexNumber<$part> {
                ComplexNumber { re: self.cast(), im: 0.0 }
            }
        }
    )*};
}
complex_truth!(f32, f64);
