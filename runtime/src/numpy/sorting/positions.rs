//! The positions that would sort elements; equal ones keep theirs.
//!
//! What is here is compiled into the runtime for keys of two sizes, not into every library for each dtype.

use std::ops::Not;

#[cfg(target_arch = "x86_64")]
use super::by_avx512;
use super::order;
use crate::numpy::element::{Element, Kind};

/// The positions of the elements in order, NaN greatest of all; equal ones keep their order.
pub(crate) fn sorted_positions<T: Element>(lane: &[T], descending: bool) -> Vec<i64> {
    if T::KIND == Kind::Complex {
        let mut positions: Vec<i64> = (0..lane.len() as i64).collect();
        let ascending = |a: &i64, b: &i64| order(&lane[*a as usize], &lane[*b as usize]);
        positions.sort_by(|a, b| if descending { ascending(b, a) } else { ascending(a, b) });
        positions
    } else if size_of::<T>() <= size_of::<i32>() && i32::try_from(lane.len()).is_ok() {
        by_short_keys(keys(lane, descending, short_key))
    } else {
        by_long_keys(keys(lane, descending, long_key))
    }
}

/// What elements are ordered by.
fn keys<T: Element, I: Not<Output = I>>(lane: &[T], descending: bool, key: fn(T) -> I) -> Vec<I> {
    if descending {
        lane.iter().map(|&element| !key(element)).collect()
    } else {
        lane.iter().map(|&element| key(element)).collect()
    }
}

/// An integer for an element of at most 32 bits, in the same order; elements are equal where their integers are.
fn short_key<T: Element>(element: T) -> i32 {
    match T::KIND {
        // All NaN are alike, and greater than infinity.
        Kind::Float if element.is_nan() => i32::MAX - 1,
        Kind::Float => {
            // -0.0 is 0.0. Of negative numbers the greater ones have the lesser bits.
            let bits = (element.to_f64() as f32 + 0.0).to_bits().cast_signed();
            bits ^ ((bits >> 31) & i32::MAX)
        }
        Kind::Unsigned if size_of::<T>() == size_of::<i32>() => (element.to_i64() as i32) ^ i32::MIN,
        _ => element.to_i64() as i32,
    }
}

/// An integer for an element that is no complex number, in the same order; elements are equal where their integers are.
fn long_key<T: Element>(element: T) -> i64 {
    match T::KIND {
        Kind::Float if element.is_nan() => i64::MAX - 1,
        Kind::Float => {
            let bits = (element.to_f64() + 0.0).to_bits().cast_signed();
            bits ^ ((bits >> 63) & i64::MAX)
        }
        Kind::Unsigned if size_of::<T>() == size_of::<i64>() => element.to_i64() ^ i64::MIN,
        _ => element.to_i64(),
    }
}

macro_rules! by_keys {
    ($($name:ident: $key:ty;)*) => {$(
        fn $name(mut keys: Vec<$key>) -> Vec<i64> {
            #[cfg(target_arch = "x86_64")]
            if keys.len() > super::FEW && by_avx512::is_possible() && !keys.contains(&<$key>::MAX) {
                let mut positions: Vec<$key> = (0..keys.len() as $key).collect();
                // SAFETY: The processor has what it is compiled for.
                unsafe { by_avx512::sort_pairs(&mut keys, &mut positions) };
                for (first, equal) in runs(&keys) {
                    // SAFETY: As above.
                    unsafe { by_avx512::sort(&mut positions[first..first + equal]) };
                }
                return positions.into_iter().map(i64::from).collect();
            }
            // Numbers that are compared at once; the position in the lower half tells equal ones apart.
            let joined = |(position, key): (usize, $key)| i128::from(key) << 64 | position as i128;
            let mut pairs: Vec<i128> = keys.drain(..).enumerate().map(joined).collect();
            pairs.sort_unstable();
            pairs.into_iter().map(|pair| pair as i64).collect()
        }
    )*};
}
by_keys! {
    by_short_keys: i32;
    by_long_keys: i64;
}

/// Where two or more sorted keys are equal: where they begin, and how many they are.
#[cfg(target_arch = "x86_64")]
fn runs<I: PartialEq>(keys: &[I]) -> impl Iterator<Item = (usize, usize)> {
    keys.chunk_by(|a, b| a == b)
        .scan(0, |next, run| {
            let first = *next;
            *next += run.len();
            Some((first, run.len()))
        })
        .filter(|&(_, count)| count > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sorts by the keys and by comparing, which must give the same.
    fn check<T: Element>(lane: &[T]) {
        let mut positions: Vec<i64> = (0..lane.len() as i64).collect();
        positions.sort_by(|&a, &b| order(&lane[a as usize], &lane[b as usize]));
        assert_eq!(sorted_positions(lane, false), positions, "{lane:?}");
        positions.sort();
        positions.sort_by(|&a, &b| order(&lane[b as usize], &lane[a as usize]));
        assert_eq!(sorted_positions(lane, true), positions, "{lane:?}");
    }

    /// A few elements, and many of them, of which each stands there several times.
    fn check_all<T: Element>(elements: &[T]) {
        check(elements);
        for count in [33, 127, 500, 20_000] {
            let many: Vec<T> = (0..count).map(|place| elements[place * 7 / 5 % elements.len()]).collect();
            check(&many);
        }
    }

    #[test]
    fn keys_are_ordered_as_elements_are() {
        check::<f64>(&[]);
        check_all(&[3u64, u64::MAX, 0, 1 << 63, 3]);
        check_all(&[3u64, u64::MAX - 1, 0, 1 << 63, 3]);
        check_all(&[3u32, u32::MAX, 0, 1 << 31, 3]);
        check_all(&[3u32, u32::MAX - 1, 0, 1 << 31, 3]);
        check_all(&[i64::MIN, -1, 0, i64::MAX, -1, 5]);
        check_all(&[i64::MIN, -1, 0, i64::MAX - 1, -1, 5]);
        check_all(&[i32::MIN, -1, 0, i32::MAX, -1, 5]);
        check_all(&[-128i8, 127, 0, -1, 0]);
        check_all(&[u8::MAX, 0, 7]);
        check_all(&[u16::MAX, 0, 7]);
        check_all(&[true, false, true, false]);
        check_all(&[
            0.0,
            -0.0,
            f64::NAN,
            -f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            5e-324,
            -5e-324,
            1e308,
            -0.0,
            0.0,
        ]);
        check_all(&[1.5f32, -1.5, f32::NAN, -f32::NAN, f32::MIN_POSITIVE, 1e-45, -0.0, 0.0]);
        check_all(&[0.5, -0.5, f32::NAN, 0.0, -0.0].map(half::f16::from_f32));
        check_all(&(0..20_000_i64).map(|place| place * 7919 % 20_011).collect::<Vec<_>>());
    }
}
