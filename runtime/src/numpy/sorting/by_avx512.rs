//! Sorts integers by AVX-512: a quicksort that compares a vector with the pivot at a time, down to what fits into registers, which
//! a bitonic network sorts. After Bramas, "A Novel Hybrid Quicksort Algorithm Vectorized using AVX-512 on Intel Skylake" (2017).

use std::arch::x86_64::*;

/// Whether the processor has what these sorts are compiled for.
pub(super) fn is_possible() -> bool {
    crate::numpy::vectors::has_avx512()
        && is_x86_feature_detected!("popcnt")
        && is_x86_feature_detected!("bmi1")
        && is_x86_feature_detected!("bmi2")
        && is_x86_feature_detected!("lzcnt")
}

/// The sort of integers of one size, whose vectors have so many lanes.
macro_rules! sorts {
    ($name:ident: $ty:ty, $lanes:literal, $mask:ty, $set:ident, $least:ident, $greatest:ident, $permuted:ident, $blended:ident,
        $is_less:ident, $compressed:ident, $stored:ident) => {
        pub(super) mod $name {
            use super::*;

            type Vector = __m512i;

            const LANES: usize = $lanes;
            /// What fits into registers.
            const MOST: usize = 16 * LANES;
            /// So many vectors are read for each decision on which side to read.
            const TOGETHER: usize = 4;
            const PIECE: usize = TOGETHER * LANES;
            const ALL: $mask = <$mask>::MAX;

            /// Sorts; the processor must have what [`is_possible`] asks for.
            ///
            /// After so many bad pivots one after the other, which make it slow, the rest is left to the standard library.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            pub fn sort(mut elements: &mut [$ty], mut patience: u32) {
                while elements.len() > MOST {
                    if patience == 0 {
                        return elements.sort_unstable();
                    }
                    patience -= 1;
                    let count = elements.len();
                    let mut sample: [$ty; 16] = std::array::from_fn(|n| elements[(2 * n + 1) * count / 32]);
                    sort_few(&mut sample);
                    let pivot = sample[8];
                    let less = partition(elements, pivot, false);
                    if less == 0 {
                        // The pivot is the least of all: those that equal it are where they belong.
                        let same = partition(elements, pivot, true);
                        elements = &mut elements[same..];
                        continue;
                    }
                    let (front, back) = elements.split_at_mut(less);
                    let (short, long) = if front.len() < back.len() { (front, back) } else { (back, front) };
                    sort(short, patience);
                    elements = long;
                }
                sort_few(elements);
            }

            /// Moves the elements less than the pivot to the front, `or_equal` those equal to it as well; gives their number.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            fn partition(elements: &mut [$ty], pivot: $ty, or_equal: bool) -> usize {
                let count = elements.len();
                assert!(count >= 2 * PIECE, "too few elements to part");
                // Both ends are kept aside, and what fills no piece, so that there is room to write to.
                let rest = count % PIECE;
                let mut kept = [0; 3 * PIECE];
                kept[..PIECE].copy_from_slice(&elements[..PIECE]);
                kept[PIECE..2 * PIECE + rest].copy_from_slice(&elements[count - rest - PIECE..]);
                let (mut next, mut end) = (PIECE, count - rest - PIECE);
                let (mut left, mut right) = (0, count);
                let first = elements.as_mut_ptr();
                let pivot = $set(pivot);
                let mut place = |vector: Vector, valid: $mask| {
                    let is_less = if or_equal { !$is_less(pivot, vector) } else { $is_less(vector, pivot) };
                    let (less, more) = (is_less & valid, !is_less & valid);
                    let (fewer, others) = (less.count_ones() as usize, more.count_ones() as usize);
                    right -= others;
                    // SAFETY: What was read and not yet written is as many elements as are free between `left` and `next` and
                    // between `end` and `right`, and no side gets more than it has room for: it is read from where less is free.
                    unsafe {
                        $stored(first.add(left).cast(), lanes(fewer), $compressed(less, vector));
                        $stored(first.add(right).cast(), lanes(others), $compressed(more, vector));
                    }
                    left += fewer;
                    (left, right)
                };
                let mut free = (PIECE, rest + PIECE);
                while next < end {
                    let from_left = free.0 <= free.1;
                    let at = if from_left { next } else { end - PIECE };
                    // SAFETY: A piece lies between `next` and `end`, whose distance is a multiple of its length.
                    let piece: [Vector; TOGETHER] =
                        unsafe { [0, 1, 2, 3].map(|n| _mm512_loadu_si512(first.add(at + n * LANES).cast())) };
                    next += if from_left { PIECE } else { 0 };
                    end -= if from_left { 0 } else { PIECE };
                    place(piece[0], ALL);
                    place(piece[1], ALL);
                    place(piece[2], ALL);
                    let (left, right) = place(piece[3], ALL);
                    free = (next - left, right - end);
                }
                let mut at = 0;
                while at < 2 * PIECE + rest {
                    place(load(&kept[at..]), lanes(2 * PIECE + rest - at));
                    at += LANES;
                }
                left
            }

            /// The first so many lanes.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            #[inline]
            fn lanes(count: usize) -> $mask {
                if count >= LANES { ALL } else { ((1_u32 << count) - 1) as $mask }
            }

            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            #[inline]
            fn load(elements: &[$ty]) -> Vector {
                let lanes = &elements[..LANES];
                // SAFETY: There are as many as a vector has.
                unsafe { _mm512_loadu_si512(lanes.as_ptr().cast()) }
            }

            /// Sorts what fits into registers.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            fn sort_few(elements: &mut [$ty]) {
                match elements.len().div_ceil(LANES) {
                    0 | 1 => sort_registers::<1>(elements),
                    2 => sort_registers::<2>(elements),
                    3 | 4 => sort_registers::<4>(elements),
                    5..=8 => sort_registers::<8>(elements),
                    _ => sort_registers::<16>(elements),
                }
            }

            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            fn sort_registers<const COUNT: usize>(elements: &mut [$ty]) {
                // What fills up goes behind all others, or is equal to the last.
                let mut buffer = [<$ty>::MAX; MOST];
                buffer[..elements.len()].copy_from_slice(elements);
                let mut vectors = [$set(0); COUNT];
                for (vector, lanes) in vectors.iter_mut().zip(buffer.chunks_exact(LANES)) {
                    *vector = sorted(load(lanes));
                }
                if COUNT >= 2 {
                    vectors.chunks_exact_mut(2).for_each(|pair| merge::<1>(pair));
                }
                if COUNT >= 4 {
                    vectors.chunks_exact_mut(4).for_each(|pair| merge::<2>(pair));
                }
                if COUNT >= 8 {
                    vectors.chunks_exact_mut(8).for_each(|pair| merge::<4>(pair));
                }
                if COUNT >= 16 {
                    merge::<8>(&mut vectors);
                }
                for (vector, lanes) in vectors.iter().zip(buffer.chunks_exact_mut(LANES)) {
                    // SAFETY: There are as many as a vector has.
                    unsafe { _mm512_storeu_si512(lanes.as_mut_ptr().cast(), *vector) };
                }
                elements.copy_from_slice(&buffer[..elements.len()]);
            }

            /// Merges two sorted sequences of so many vectors.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            #[inline]
            fn merge<const WIDTH: usize>(vectors: &mut [Vector]) {
                for n in 0..WIDTH {
                    let (a, b) = (vectors[n], turned(vectors[2 * WIDTH - 1 - n]));
                    (vectors[n], vectors[2 * WIDTH - 1 - n]) = ($least(a, b), $greatest(a, b));
                }
                if WIDTH >= 8 {
                    cross::<4>(vectors);
                }
                if WIDTH >= 4 {
                    cross::<2>(vectors);
                }
                if WIDTH >= 2 {
                    cross::<1>(vectors);
                }
                for vector in vectors {
                    *vector = merged(*vector);
                }
            }

            /// Puts each two vectors at that distance in order, lane by lane.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            #[inline]
            fn cross<const DISTANCE: usize>(vectors: &mut [Vector]) {
                for pair in vectors.chunks_exact_mut(2 * DISTANCE) {
                    for n in 0..DISTANCE {
                        let (a, b) = (pair[n], pair[n + DISTANCE]);
                        (pair[n], pair[n + DISTANCE]) = ($least(a, b), $greatest(a, b));
                    }
                }
            }

            /// The lanes of a vector in order.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            #[inline]
            fn sorted(vector: Vector) -> Vector {
                let pairs = step::<2, 1>(vector);
                let fours = step::<4, 1>(step::<4, 2>(pairs));
                let eights = step::<8, 1>(step::<8, 2>(step::<8, 4>(fours)));
                if LANES > 8 { merged(eights) } else { eights }
            }

            /// The lanes of a vector in order, which rise and then fall.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            #[inline]
            fn merged(vector: Vector) -> Vector {
                let eights = if LANES > 8 { step::<LANES, 8>(vector) } else { vector };
                step::<LANES, 1>(step::<LANES, 2>(step::<LANES, 4>(eights)))
            }

            /// Puts each two lanes at that distance in order: rising in every other block of lanes, falling in the rest.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            #[inline]
            fn step<const BLOCK: usize, const DISTANCE: usize>(vector: Vector) -> Vector {
                let other = $permuted(load(&const { places(DISTANCE) }), vector);
                let takes_greater = const { takes_greater(BLOCK, DISTANCE) };
                $blended(takes_greater, $least(vector, other), $greatest(vector, other))
            }

            /// The lanes from the last to the first.
            #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
            #[inline]
            fn turned(vector: Vector) -> Vector {
                $permuted(load(&const { places(LANES - 1) }), vector)
            }

            /// For each lane the one whose place differs in those bits.
            const fn places(bits: usize) -> [$ty; LANES] {
                let mut places = [0; LANES];
                let mut lane = 0;
                while lane < LANES {
                    places[lane] = (lane ^ bits) as $ty;
                    lane += 1;
                }
                places
            }

            /// The lanes that take the greater of two.
            const fn takes_greater(block: usize, distance: usize) -> $mask {
                let mut mask = 0;
                let mut lane = 0;
                while lane < LANES {
                    if (lane & distance != 0) == (lane & block == 0) {
                        mask |= 1 << lane;
                    }
                    lane += 1;
                }
                mask
            }
        }
    };
}

sorts! {
    of_32_bits: i32, 16, u16, _mm512_set1_epi32, _mm512_min_epi32, _mm512_max_epi32, _mm512_permutexvar_epi32,
        _mm512_mask_blend_epi32, _mm512_cmplt_epi32_mask, _mm512_maskz_compress_epi32, _mm512_mask_storeu_epi32
}
sorts! {
    of_64_bits: i64, 8, u8, _mm512_set1_epi64, _mm512_min_epi64, _mm512_max_epi64, _mm512_permutexvar_epi64,
        _mm512_mask_blend_epi64, _mm512_cmplt_epi64_mask, _mm512_maskz_compress_epi64, _mm512_mask_storeu_epi64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts() {
        if !is_possible() {
            return;
        }
        let mut state = 88_172_645_463_325_252_u64;
        let mut random = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        for count in (0..600).chain([1000, 4097, 20_003]) {
            for different in [1, 2, 7, 1000, u64::MAX] {
                for patience in [0, 3, 64] {
                    let long: Vec<i64> = (0..count).map(|_| (random() % different).cast_signed()).collect();
                    let short: Vec<i32> = long.iter().map(|&element| element as i32).collect();
                    let (mut sorted_long, mut sorted_short) = (long.clone(), short.clone());
                    sorted_long.sort_unstable();
                    sorted_short.sort_unstable();
                    let (mut found_long, mut found_short) = (long, short);
                    // SAFETY: The processor has what they are compiled for.
                    unsafe {
                        of_64_bits::sort(&mut found_long, patience);
                        of_32_bits::sort(&mut found_short, patience);
                    }
                    assert_eq!(found_long, sorted_long);
                    assert_eq!(found_short, sorted_short);
                }
            }
        }
    }
}
