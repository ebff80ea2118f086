//! Elements in ascending order, as numpy has it: NaN last. Equal ones keep their order, as far as one can tell: 0.0 and -0.0, and
//! NaN of several kinds.
//!
//! Floats are sorted as the integers that their bits are, turned so that the order is the same. What is here is compiled into
//! the runtime for each size of integer, not into every library for each dtype.

#[cfg(target_arch = "x86_64")]
use super::by_avx512;
use super::order;
use crate::numpy::element::{Element, ElementType};
use crate::numpy::vectors::widest;
use crate::parallel::{self, PART};

/// Sorts the elements.
pub(crate) fn sort<T: Element>(elements: &mut [T]) {
    match T::TYPE {
        ElementType::Bool | ElementType::UInt8 => sort_u8(as_integers(elements)),
        ElementType::UInt16 => sort_u16(as_integers(elements)),
        ElementType::UInt32 => sort_u32(as_integers(elements)),
        ElementType::UInt64 => sort_u64(as_integers(elements)),
        ElementType::Int8 => sort_i8(as_integers(elements)),
        ElementType::Int16 => sort_i16(as_integers(elements)),
        ElementType::Int32 => sort_i32(as_integers(elements)),
        ElementType::Int64 => sort_i64(as_integers(elements)),
        ElementType::Float16 => sort_halves(as_integers(elements)),
        ElementType::Float32 => sort_singles(as_integers(elements)),
        ElementType::Float64 => sort_doubles(as_integers(elements)),
        ElementType::Complex64 | ElementType::Complex128 => elements.sort_by(order),
    }
}

/// The elements as integers of their size, of whatever bits.
fn as_integers<T: Element, I: Copy>(elements: &mut [T]) -> &mut [I] {
    assert_eq!((size_of::<T>(), align_of::<T>()), (size_of::<I>(), align_of::<I>()), "integers of another size");
    // SAFETY: Of the same size, and numbers both. Sorting `bool`s as integers leaves each what it is.
    unsafe { std::slice::from_raw_parts_mut(elements.as_mut_ptr().cast(), elements.len()) }
}

macro_rules! integers {
    ($($name:ident: $ty:ty;)*) => {$(
        fn $name(elements: &mut [$ty]) {
            sort_together(elements, <[$ty]>::sort_unstable);
        }
    )*};
}
integers! {
    sort_u8: u8;
    sort_u16: u16;
    sort_i8: i8;
    sort_i16: i16;
}

/// Integers of the sizes that there is code for vectors for; those without a sign as if their first bit were one.
macro_rules! wide_integers {
    ($($name:ident: $ty:ty, $unsigned_name:ident;)*) => {$(
        fn $name(elements: &mut [$ty]) {
            sort_together(elements, |piece| {
                #[cfg(target_arch = "x86_64")]
                if piece.len() > super::FEW && by_avx512::is_possible() {
                    // SAFETY: The processor has what it is compiled for.
                    return unsafe { by_avx512::sort(piece) };
                }
                piece.sort_unstable();
            });
        }

        fn $unsigned_name(elements: &mut [$ty]) {
            elements.iter_mut().for_each(|element| *element ^= <$ty>::MIN);
            $name(elements);
            elements.iter_mut().for_each(|element| *element ^= <$ty>::MIN);
        }
    )*};
}
wide_integers! {
    sort_i32: i32, sort_u32;
    sort_i64: i64, sort_u64;
}

macro_rules! floats {
    ($($name:ident: $ty:ty, $bits:literal, $infinity:literal, $sort:ident;)*) => {$(
        /// Sorts floats, given by their bits.
        fn $name(elements: &mut [$ty]) {
            /// What -0.0 is once it is turned: less than 0.0, which it equals.
            const NEGATIVE_ZERO: $ty = -1;
            // Of negative numbers the greater ones have the lesser bits. Turning twice turns nothing.
            let turn = |bits: $ty| bits ^ ((bits >> ($bits - 1)) & <$ty>::MAX);
            let is_nan = |turned: $ty| turn(turned) & <$ty>::MAX > $infinity;
            let (any_nan, any_zero) = widest(|| {
                elements.iter_mut().fold((false, false), |(any_nan, any_zero), bits| {
                    let old = std::mem::replace(bits, turn(*bits));
                    (any_nan | (old & <$ty>::MAX > $infinity), any_zero | (old == <$ty>::MIN))
                })
            });
            let count = if any_nan { move_back(elements, is_nan) } else { elements.len() };
            let numbers = &mut elements[..count];
            let mut zeros = Vec::new();
            if any_zero {
                for turned in numbers.iter_mut().filter(|turned| **turned == NEGATIVE_ZERO || **turned == 0) {
                    zeros.push(std::mem::replace(turned, 0));
                }
            }
            $sort(numbers);
            if !zeros.is_empty() {
                let first = numbers.partition_point(|turned| *turned < 0);
                numbers[first..first + zeros.len()].copy_from_slice(&zeros);
            }
            widest(|| elements.iter_mut().for_each(|turned| *turned = turn(*turned)));
        }
    )*};
}
floats! {
    sort_halves: i16, 16, 0x7c00, sort_i16;
    sort_singles: i32, 32, 0x7f80_0000, sort_i32;
    sort_doubles: i64, 64, 0x7ff0_0000_0000_0000, sort_i64;
}

/// Moves what is chosen behind all others, in order; gives the number of the others.
fn move_back<T: Copy>(elements: &mut [T], is_chosen: impl Fn(T) -> bool) -> usize {
    let mut chosen = Vec::new();
    let mut kept = 0;
    for place in 0..elements.len() {
        let element = elements[place];
        if is_chosen(element) {
            chosen.push(element);
        } else {
            elements[kept] = element;
            kept += 1;
        }
    }
    elements[kept..].copy_from_slice(&chosen);
    kept
}

/// Sorts integers: pieces of them, which threads share, and then the pieces into one another. However many there are, what
/// comes out is the same.
fn sort_together<T: Ord + Copy + Send + Sync>(elements: &mut [T], sort: fn(&mut [T])) {
    /// Fewer are sorted by one thread before two would have sorted and merged them.
    const LARGE: usize = 1 << 21;
    let count = elements.len();
    if count < LARGE || parallel::threads() < 2 {
        return sort(elements);
    }
    let mut run = count.div_ceil(parallel::threads().next_power_of_two()).max(2 * PART);
    parallel::each_piece(elements, run, |_, piece| sort(piece));
    let mut other = elements.to_vec();
    let mut from_other = false;
    while run < count {
        let (from, to) = if from_other { (&other[..], &mut *elements) } else { (&*elements, &mut other[..]) };
        merge_runs(from, to, run);
        from_other = !from_other;
        run *= 2;
    }
    if from_other {
        elements.copy_from_slice(&other);
    }
}

/// Merges each two neighbours of sorted runs of so many elements.
fn merge_runs<T: Ord + Copy + Send + Sync>(from: &[T], to: &mut [T], run: usize) {
    parallel::each_piece(to, PART, |first, piece| {
        let mut filled = 0;
        while filled < piece.len() {
            let place = first + filled;
            let start = place / (2 * run) * (2 * run);
            let end = from.len().min(start + 2 * run);
            let middle = end.min(start + run);
            let count = (end - place).min(piece.len() - filled);
            let to = &mut piece[filled..filled + count];
            merge_part(&from[start..middle], &from[middle..end], place - start, to);
            filled += count;
        }
    });
}

/// What is from a place on in the sorted elements of two sorted sequences.
fn merge_part<T: Ord + Copy>(a: &[T], b: &[T], place: usize, to: &mut [T]) {
    let mut taken = taken_before(a, b, place);
    let mut other = place - taken;
    for slot in to {
        let is_first = match (a.get(taken), b.get(other)) {
            (Some(first), Some(second)) => first <= second,
            (first, _) => first.is_some(),
        };
        *slot = if is_first { a[taken] } else { b[other] };
        taken += usize::from(is_first);
        other += usize::from(!is_first);
    }
}

/// How many of `a` are among the first elements of both, so many of them; equal ones of `a` come first.
fn taken_before<T: Ord>(a: &[T], b: &[T], place: usize) -> usize {
    let (mut least, mut most) = (place.saturating_sub(b.len()), place.min(a.len()));
    while least < most {
        let taken = least + (most - least) / 2;
        // Too few are taken where the next of `a` comes before the last that is taken of `b`.
        if a[taken] <= b[place - taken - 1] {
            least = taken + 1;
        } else {
            most = taken;
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use half::f16;

    use super::*;

    fn bits<T: Element>(elements: &[T]) -> Vec<String> {
        elements.iter().map(|element| format!("{element:?} {}", element.to_f64().is_sign_negative())).collect()
    }

    fn check<T: Element>(elements: &[T]) {
        let mut expected = elements.to_vec();
        expected.sort_by(order);
        let mut found = elements.to_vec();
        sort(&mut found);
        assert_eq!(bits(&found), bits(&expected));
    }

    #[test]
    fn it_is_a_stable_sort_with_nan_last() {
        let floats = [
            0.0,
            -0.0,
            f64::NAN,
            1.5,
            -f64::NAN,
            f64::INFINITY,
            -0.0,
            f64::NEG_INFINITY,
            5e-324,
            -5e-324,
            0.0,
            -1.5,
            1e308,
        ];
        check::<f64>(&floats);
        check(&floats.map(|x| x as f32));
        check(&floats.map(f16::from_f64));
        check::<f64>(&[]);
        check(&[f32::NAN, -f32::NAN]);
        check(&[3_i8, -128, 127, 0, -1]);
        check(&[3_u64, u64::MAX, 0, 1 << 63]);
        check(&[true, false, true]);
    }

    #[test]
    fn runs_are_merged_into_one() {
        for (count, run) in [(100_000_usize, 30_000_usize), (PART * 3 + 5, PART), (70_001, 70_000), (50, 7)] {
            let mut elements: Vec<u32> =
                (0..count as u32).map(|place| place.wrapping_mul(2_654_435_761) >> 22).collect();
            let mut expected = elements.clone();
            expected.sort_unstable();
            elements.chunks_mut(run).for_each(<[u32]>::sort_unstable);
            let mut run = run;
            while run < count {
                let mut merged = vec![0; count];
                merge_runs(&elements, &mut merged, run);
                elements = merged;
                run *= 2;
            }
            assert_eq!(elements, expected);
        }
    }
}
