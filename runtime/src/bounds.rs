//! What is known of an `int` before a loop begins: between which numbers it lies in all rounds. Where that is within the shape
//! of an array, the elements that it stands for are read without another look.

use std::ops::{Add, Mul, Neg, Sub};

/// The least and the greatest that an `int` of a loop can be. Nothing is known where computing it in the loop may raise.
///
/// Of code that never runs, such as the body of a loop over an empty range, whatever is said is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds(Option<(i64, i64)>);

impl Bounds {
    /// Nothing is known.
    pub const NONE: Self = Self(None);

    /// Of a number that stays what it is.
    #[inline(always)]
    #[must_use]
    pub const fn of(number: i64) -> Self {
        Self(Some((number, number)))
    }

    /// Of what lies between two numbers, both included.
    #[inline(always)]
    #[must_use]
    pub const fn between(least: i64, greatest: i64) -> Self {
        Self(Some((least, greatest)))
    }

    /// Of the numbers of a range whose step is positive.
    #[inline(always)]
    #[must_use]
    pub fn up(start: Self, stop: Self) -> Self {
        Self::both(start, stop, |(least, _), (_, stop)| Some((least, stop.checked_sub(1)?)))
    }

    /// Of the numbers of a range whose step is negative.
    #[inline(always)]
    #[must_use]
    pub fn down(start: Self, stop: Self) -> Self {
        Self::both(start, stop, |(_, greatest), (stop, _)| Some((stop.checked_add(1)?, greatest)))
    }

    /// Of `self % divisor`.
    #[inline(always)]
    #[must_use]
    pub fn modulo(self, divisor: Self) -> Self {
        Self::both(self, divisor, |_, (least, greatest)| (least > 0).then(|| (0, greatest - 1)))
    }

    /// Of `self // divisor`, for a positive number that stays what it is.
    #[inline(always)]
    #[must_use]
    pub fn quotient(self, divisor: i64) -> Self {
        Self(self.0.map(|(least, greatest)| (least.div_euclid(divisor), greatest.div_euclid(divisor))))
    }

    /// Of the lesser of two.
    #[inline(always)]
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self::both(self, other, |a, b| Some((a.0.min(b.0), a.1.min(b.1))))
    }

    /// Of the greater of two.
    #[inline(always)]
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self::both(self, other, |a, b| Some((a.0.max(b.0), a.1.max(b.1))))
    }

    /// Of one or the other.
    #[inline(always)]
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self::both(self, other, |a, b| Some((a.0.min(b.0), a.1.max(b.1))))
    }

    /// Whether all of it are indices from the front of an axis of that length.
    #[inline(always)]
    #[must_use]
    pub fn is_within(self, length: usize) -> bool {
        matches!(self.0, Some((least, greatest)) if least >= 0 && greatest < length as i64)
    }

    #[inline(always)]
    fn both(a: Self, b: Self, function: impl FnOnce((i64, i64), (i64, i64)) -> Option<(i64, i64)>) -> Self {
        match (a.0, b.0) {
            (Some(a), Some(b)) => Self(function(a, b)),
            _ => Self::NONE,
        }
    }
}

impl Add for Bounds {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self::both(self, other, |a, b| Some((a.0.checked_add(b.0)?, a.1.checked_add(b.1)?)))
    }
}

impl Sub for Bounds {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self::both(self, other, |a, b| Some((a.0.checked_sub(b.1)?, a.1.checked_sub(b.0)?)))
    }
}

impl Mul for Bounds {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        Self::both(self, other, |a, b| {
            let corners = [a.0.checked_mul(b.0)?, a.0.checked_mul(b.1)?, a.1.checked_mul(b.0)?, a.1.checked_mul(b.1)?];
            let [first, rest @ ..] = corners;
            Some(
                rest.iter()
                    .fold((first, first), |(least, greatest), &corner| (least.min(corner), greatest.max(corner))),
            )
        })
    }
}

impl Neg for Bounds {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        Self(self.0.and_then(|(least, greatest)| Some((greatest.checked_neg()?, least.checked_neg()?))))
    }
}

/// `a % b` for a `b` above 0.
///
/// # Safety
/// `b` is above 0.
#[inline(always)]
#[must_use]
pub unsafe fn modulo(a: i64, b: i64) -> i64 {
    // An index that goes round an axis rarely leaves it, and a division takes longer than to ask.
    if a.cast_unsigned() < b.cast_unsigned() {
        return a;
    }
    // SAFETY: The caller knows; it is neither 0, which raises, nor -1, which may overflow.
    unsafe { std::hint::assert_unchecked(b > 0) };
    let rest = a.wrapping_rem(b);
    if rest < 0 { rest + b } else { rest }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::object::{Iterable as _, collect};

    /// Numbers, and bounds that hold them.
    fn bounded() -> impl Strategy<Value = (i64, Bounds)> {
        let number = prop_oneof![-20i64..20, any::<i64>(), Just(i64::MIN), Just(i64::MAX)];
        (number.clone(), number.clone(), number).prop_map(|(a, b, c)| {
            let mut sorted = [a, b, c];
            sorted.sort_unstable();
            (sorted[1], Bounds::between(sorted[0], sorted[2]))
        })
    }

    /// Whether the number lies within, or nothing is known; what is known never overflows.
    fn holds(bounds: Bounds, number: Option<i64>) -> bool {
        bounds.0.is_none_or(|(least, greatest)| number.is_some_and(|number| (least..=greatest).contains(&number)))
    }

    proptest! {
        #[test]
        fn arithmetic_stays_within((a, in_a) in bounded(), (b, in_b) in bounded()) {
            prop_assert!(holds(in_a + in_b, a.checked_add(b)));
            prop_assert!(holds(in_a - in_b, a.checked_sub(b)));
            prop_assert!(holds(in_a * in_b, a.checked_mul(b)));
            prop_assert!(holds(-in_a, a.checked_neg()));
            prop_assert!(holds(in_a.modulo(in_b), crate::int::r#mod(a, b).ok()));
            prop_assert!(holds(in_a.min(in_b), Some(a.min(b))));
            prop_assert!(holds(in_a.max(in_b), Some(a.max(b))));
            prop_assert!(holds(in_a.or(in_b), Some(a)) && holds(in_a.or(in_b), Some(b)));
            if b > 0 {
                prop_assert!(holds(in_a.quotient(b), crate::int::floordiv(a, b).ok()));
                // SAFETY: It is above 0.
                prop_assert_eq!(Ok(unsafe { modulo(a, b) }), crate::int::r#mod(a, b));
            }
        }

        #[test]
        fn ranges_stay_within(start in -9i64..9, stop in -9i64..9, step in 1i64..4) {
            let (from, to) = (Bounds::of(start), Bounds::of(stop));
            let up = crate::range::new(start, stop, step).expect("not 0").iter();
            let down = crate::range::new(start, stop, -step).expect("not 0").iter();
            for (numbers, outside) in [(up, Bounds::up(from, to)), (down, Bounds::down(from, to))] {
                let inside = numbers.bounds();
                for number in collect(numbers).expect("cannot raise") {
                    prop_assert!(holds(outside, Some(number)) && holds(inside, Some(number)));
                }
            }
        }
    }

    #[test]
    fn nothing_is_known_beyond_64_bits() {
        assert_eq!(Bounds::of(i64::MAX) + Bounds::of(1), Bounds::NONE);
        assert!(!Bounds::NONE.is_within(usize::MAX >> 1));
        assert!(Bounds::between(0, 4).is_within(5) && !Bounds::between(0, 5).is_within(5));
        assert!(!Bounds::between(-1, 2).is_within(5));
    }
}
