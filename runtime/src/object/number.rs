//! Comparison and hashing of `bool`, `int` and `float` with each other: exact, as in CPython, where `2**53 + 1` is not
//! equal to `float(2**53)`.

use std::cmp::Ordering;
use std::hash::Hasher;

use super::{Compare, Equal, Key};

/// 2⁶³: the first float beyond every `i64`.
const BEYOND: f64 = 9_223_372_036_854_775_808.0;

/// Compares without rounding the int.
#[inline]
fn compare_int_float(a: i64, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        None
    } else if b >= BEYOND {
        Some(Ordering::Less)
    } else if b < -BEYOND {
        Some(Ordering::Greater)
    } else {
        let whole = b.trunc();
        // In range by the two tests above, so the conversion is exact.
        Some(a.cmp(&(whole as i64)).then_with(|| whole.total_cmp(&b)))
    }
}

macro_rules! as_ints {
    ($($a:ty, $b:ty);* $(;)?) => {$(
        impl Equal<$b> for $a {
            #[inline]
            fn equal(&self, other: &$b) -> bool {
                i64::from(*self) == i64::from(*other)
            }
        }

        impl Compare<$b> for $a {
            #[inline]
            fn compare(&self, other: &$b) -> Option<Ordering> {
                Some(i64::from(*self).cmp(&i64::from(*other)))
            }
        }
    )*};
}

as_ints! { bool, bool; bool, i64; i64, bool; i64, i64 }

macro_rules! with_float {
    ($($int:ty),*) => {$(
        impl Equal<f64> for $int {
            #[inline]
            fn equal(&self, other: &f64) -> bool {
                self.compare(other) == Some(Ordering::Equal)
            }
        }

        impl Equal<$int> for f64 {
            #[inline]
            fn equal(&self, other: &$int) -> bool {
                other.equal(self)
            }
        }

        impl Compare<f64> for $int {
            #[inline]
            fn compare(&self, other: &f64) -> Option<Ordering> {
                // `total_cmp` tells -0.0 from 0.0, which are equal: both are whole.
                compare_int_float(i64::from(*self), if *other == 0.0 { 0.0 } else { *other })
            }
        }

        impl Compare<$int> for f64 {
            #[inline]
            fn compare(&self, other: &$int) -> Option<Ordering> {
                other.compare(self).map(Ordering::reverse)
            }
        }
    )*};
}

with_float! { bool, i64 }

impl Equal for f64 {
    #[inline]
    fn equal(&self, other: &f64) -> bool {
        self == other
    }
}

impl Compare for f64 {
    #[inline]
    fn compare(&self, other: &f64) -> Option<Ordering> {
        self.partial_cmp(other)
    }
}

impl Key for i64 {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(*self);
    }
}

impl Key for bool {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(i64::from(*self));
    }
}

impl Key for f64 {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        if self.trunc() == *self && *self >= -BEYOND && *self < BEYOND {
            state.write_i64(*self as i64);
        } else {
            state.write_u64(self.to_bits());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::hash::Hasher;

    use crate::object::{Compare, Equal, Key, greater, less, less_equal};

    fn hash(key: &impl Key) -> u64 {
        let mut state = rustc_hash::FxHasher::default();
        key.hash(&mut state);
        state.finish()
    }

    #[test]
    fn compares_ints_and_floats_exactly() {
        let above = (1_i64 << 53) + 1;
        let float = (1_i64 << 53) as f64;
        assert!(!above.equal(&float));
        assert!(greater(&above, &float));
        assert!(1_i64.equal(&1.0) && 1.0.equal(&true) && true.equal(&1_i64));
        assert!(0_i64.equal(&-0.0));
        assert!(less(&i64::MAX, &9.3e18) && greater(&i64::MIN, &f64::NEG_INFINITY));
        assert!(less(&1_i64, &1.5) && less(&-2_i64, &-1.5) && greater(&-1_i64, &-1.5) && less_equal(&2_i64, &2.0));
        assert_eq!(1_i64.compare(&f64::NAN), None);
    }

    #[test]
    fn equal_numbers_hash_alike() {
        assert_eq!(hash(&1_i64), hash(&1.0));
        assert_eq!(hash(&1_i64), hash(&true));
        assert_eq!(hash(&0.0), hash(&-0.0));
        assert_ne!(hash(&1.5), hash(&1_i64));
    }
}
