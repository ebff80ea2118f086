//! `complex`: two floats, with CPython's arithmetic (Objects/complexobject.c).

mod arithmetic;
mod parse;

use std::hash::Hasher;

use crate::exception::Fallible;
use crate::object::{Equal, Key, Object};

pub use arithmetic::{
    abs, add, bool, conjugate, mul, neg, pos, pow, radd, rmul, rpow, rsub, rtruediv, sub, sum, sum_from, truediv,
};
pub use parse::from_str;

/// A complex number.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C)]
pub struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

/// A number of these parts, as a literal says it.
#[inline]
#[must_use]
pub const fn of(re: f64, im: f64) -> Complex {
    Complex { re, im }
}

/// `complex()`.
#[must_use]
pub const fn zero() -> Complex {
    of(0.0, 0.0)
}

/// `complex(value)`.
#[must_use]
pub const fn copy(value: Complex) -> Complex {
    value
}

/// `complex(real, imag)`, where either may be complex.
#[must_use]
pub fn new(real: Complex, imag: Complex) -> Complex {
    of(real.re - imag.im, imag.re + real.im)
}

/// `complex(real, imag)` of a real and a complex number.
#[must_use]
pub fn new_by_imag(real: f64, imag: Complex) -> Complex {
    of(real - imag.im, imag.re)
}

/// `number.real`.
#[must_use]
pub const fn real(value: Complex) -> f64 {
    value.re
}

/// `number.imag`.
#[must_use]
pub const fn imag(value: Complex) -> f64 {
    value.im
}

impl Complex {
    /// Whether `repr` leaves the real part out.
    fn is_imaginary(self) -> bool {
        self.re == 0.0 && self.re.is_sign_positive()
    }
}

/// The text of a part, without the `.0` of a whole one.
fn part(value: f64) -> String {
    let mut text = String::new();
    crate::format::float::repr(value, &mut text);
    match text.strip_suffix(".0") {
        Some(whole) => whole.to_owned(),
        None => text,
    }
}

impl Object for Complex {
    fn type_name(&self) -> &'static str {
        "complex"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        let imaginary = part(self.im);
        if self.is_imaginary() {
            out.push_str(&format!("{imaginary}j"));
            return;
        }
        let sign = if imaginary.starts_with('-') { "" } else { "+" };
        out.push_str(&format!("({}{sign}{imaginary}j)", part(self.re)));
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if spec.is_empty() {
            self.repr(out);
            return Ok(());
        }
        crate::format::complex::format(self.re, self.im, spec, out)
    }
}

impl Equal for Complex {
    fn equal(&self, other: &Self) -> bool {
        self == other
    }
}

macro_rules! equal_to {
    ($($real:ty),*) => {$(
        impl Equal<$real> for Complex {
            fn equal(&self, other: &$real) -> bool {
                self.im == 0.0 && self.re.equal(other)
            }
        }

        impl Equal<Complex> for $real {
            fn equal(&self, other: &Complex) -> bool {
                other.equal(self)
            }
        }
    )*};
}

equal_to! { bool, i64, f64 }

impl Key for Complex {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // A number without an imaginary part is equal to a real one.
        self.re.hash(state);
        if self.im != 0.0 {
            self.im.hash(state);
        }
    }
}
