//! Complex elements of arrays, with numpy's arithmetic (numpy/_core/src/umath/loops.c.src).

use std::cmp::Ordering;

use crate::{cmath, complex};

/// A complex number of two floats of one size: an element of `complex64` or `complex128`.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[repr(C)]
pub struct ComplexNumber<F> {
    /// The real part.
    pub re: F,
    /// The imaginary part.
    pub im: F,
}

/// numpy's order: by the real part, then by the imaginary one; there is none where a part is NaN.
impl<F: PartialOrd> PartialOrd for ComplexNumber<F> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let imaginary = self.im.partial_cmp(&other.im)?;
        Some(self.re.partial_cmp(&other.re)?.then(imaginary))
    }
}

/// As Python's `complex`.
impl From<complex::Complex> for ComplexNumber<f64> {
    fn from(number: complex::Complex) -> Self {
        Self { re: number.re, im: number.im }
    }
}

impl complex::Complex {
    /// The number as an element of an array.
    pub(crate) fn as_element(&self) -> &ComplexNumber<f64> {
        // SAFETY: Both are two `f64` in this order, laid out as in C.
        unsafe { &*std::ptr::from_ref(self).cast() }
    }
}

/// The functions of complex numbers for both sizes.
macro_rules! functions {
    ($($part:ty),*) => {$(
        impl ComplexNumber<$part> {
            /// A number of these parts.
            pub const fn new(re: $part, im: $part) -> Self {
                Self { re, im }
            }

            /// `self + other`.
            #[inline(always)]
            pub fn plus(self, other: Self) -> Self {
                Self::new(self.re + other.re, self.im + other.im)
            }

            /// `self - other`.
            #[inline(always)]
            pub fn minus(self, other: Self) -> Self {
                Self::new(self.re - other.re, self.im - other.im)
            }

            /// `self * other`.
            #[inline(always)]
            pub fn times(self, other: Self) -> Self {
                Self::new(self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re)
            }

            /// `self / other`, by Smith's algorithm.
            pub fn over(self, other: Self) -> Self {
                let (re_size, im_size) = (other.re.abs(), other.im.abs());
                if re_size >= im_size {
                    if re_size == 0.0 && im_size == 0.0 {
                        return Self::new(self.re / re_size, self.im / re_size);
                    }
                    let ratio = other.im / other.re;
                    let scale = 1.0 / (other.re + other.im * ratio);
                    Self::new((self.re + self.im * ratio) * scale, (self.im - self.re * ratio) * scale)
                } else {
                    let ratio = other.re / other.im;
                    let scale = 1.0 / (other.im + other.re * ratio);
                    Self::new((self.re * ratio + self.im) * scale, (self.im * ratio - self.re) * scale)
                }
            }

            /// The absolute value.
            #[inline]
            pub fn size(self) -> $part {
                self.re.hypot(self.im)
            }

            /// The number with the other sign of the imaginary part.
            #[inline(always)]
            pub fn conjugate(self) -> Self {
                Self::new(self.re, -self.im)
            }

            /// What a function of Python's `cmath` gives; where that raises, by the formula.
            fn by(self, function: fn(complex::Complex) -> crate::exception::Fallible<complex::Complex>, formula: impl Fn(f64, f64) -> (f64, f64)) -> Self {
                let (re, im) = (f64::from(self.re), f64::from(self.im));
                let (re, im) = match function(complex::of(re, im)) {
                    Ok(result) => (result.re, result.im),
                    Err(_) => formula(re, im),
                };
                Self::new(re as $part, im as $part)
            }

            /// e to the power of the number.
            pub fn exponential(self) -> Self {
                self.by(cmath::exp, |re, im| {
                    let size = re.exp();
                    if im.is_finite() { (size * im.cos(), size * im.sin()) } else if re.is_finite() { (f64::NAN, f64::NAN) } else { (size, f64::NAN) }
                })
            }

            /// The natural logarithm.
            pub fn logarithm(self) -> Self {
                self.by(cmath::log, |re, im| (re.hypot(im).ln(), im.atan2(re)))
            }

            /// The square root.
            pub fn root(self) -> Self {
                self.by(|z| Ok(cmath::sqrt(z)), |_, _| (f64::NAN, f64::NAN))
            }

            /// `self ** other`: small whole powers by multiplication, as numpy.
            pub fn to_the(self, other: Self) -> Self {
                if other.re == 0.0 && other.im == 0.0 {
                    return Self::new(1.0, 0.0);
                }
                if self.re == 0.0 && self.im == 0.0 {
                    return if other.re > 0.0 { Self::new(0.0, 0.0) } else { Self::new(<$part>::NAN, <$part>::NAN) };
                }
                let whole = other.re as i64;
                if other.im == 0.0 && whole as $part == other.re && (-100..100).contains(&whole) {
                    return self.to_the_whole(whole);
                }
                let power = |(re, im): (f64, f64), (to_re, to_im): (f64, f64)| {
                    let (length, angle) = (re.hypot(im).ln(), im.atan2(re));
                    let (size, turn) = ((length * to_re - angle * to_im).exp(), length * to_im + angle * to_re);
                    (size * turn.cos(), size * turn.sin())
                };
                let parts = |z: Self| (f64::from(z.re), f64::from(z.im));
                let (re, im) = power(parts(self), parts(other));
                Self::new(re as $part, im as $part)
            }

            fn to_the_whole(self, whole: i64) -> Self {
                match whole {
                    1 => return self,
                    2 => return self.times(self),
                    3 => return self.times(self.times(self)),
                    _ => {}
                }
                let (mut result, mut square) = (Self::new(1.0, 0.0), self);
                let (mut mask, count) = (1u64, whole.unsigned_abs());
                loop {
                    if count & mask != 0 {
                        result = result.times(square);
                    }
                    mask <<= 1;
                    if count < mask {
                        break;
                    }
                    square = square.times(square);
                }
                if whole < 0 { Self::new(1.0, 0.0).over(result) } else { result }
            }
        }
    )*};
}
functions!(f32, f64);
