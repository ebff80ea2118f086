//! Sorts integers by AVX-512: a quicksort that compares a vector with the pivot at a time, down to what fits into registers, which
//! `registers` sorts. After Bramas, "A Novel Hybrid Quicksort Algorithm Vectorized using AVX-512 on Intel Skylake" (2017), and
//! Wassenberg et al., "Vectorized and performance-portable Quicksort" (2022), but that what is not less than the pivot goes by way of a
//! second place: no branch asks from which end to read.

mod registers;
mod vector;

use registers::{MOST_ROWS, median, sort_few};
pub(super) use vector::Integer;
use vector::{Keys, Mask, Pairs, Vector, first_lanes};

/// Whether the processor has what these sorts are compiled for.
pub(super) fn is_possible() -> bool {
    crate::numpy::vectors::has_avx512()
        && is_x86_feature_detected!("popcnt")
        && is_x86_feature_detected!("bmi1")
        && is_x86_feature_detected!("bmi2")
        && is_x86_feature_detected!("lzcnt")
}

/// Sorts the elements.
///
/// # Safety
/// The processor must have what [`is_possible`] asks for.
pub(super) unsafe fn sort<I: Integer>(elements: &mut [I]) {
    let count = elements.len();
    let mut aside = aside(count);
    // SAFETY: The elements are there, and as many can be written aside as a block has, and a vector more.
    unsafe { quicksort::<Keys<I>>(elements.as_mut_ptr(), count, aside.as_mut_ptr(), patience(count)) };
}

/// Sorts keys, and with each what stands at its place in `positions`; equal keys come in any order. No key may be the greatest that
/// there is: it could not be told from what fills the last vector up.
///
/// # Safety
/// The processor must have what [`is_possible`] asks for.
pub(super) unsafe fn sort_pairs<I: Integer>(keys: &mut [I], positions: &mut [I]) {
    let count = keys.len();
    assert_eq!(positions.len(), count, "a position for each key");
    let (mut keys_aside, mut positions_aside) = (aside(count), aside(count));
    let place = (keys.as_mut_ptr(), positions.as_mut_ptr());
    // SAFETY: As above, of both.
    unsafe {
        quicksort::<Pairs<I>>(place, count, (keys_aside.as_mut_ptr(), positions_aside.as_mut_ptr()), patience(count));
    }
}

/// How many elements are parted at a time: those that go aside stay in the processor's cache.
const BLOCK: usize = 1 << 13;

/// Room for the elements that go aside; each store writes a whole vector.
fn aside<I: Integer>(count: usize) -> Vec<I> {
    Vec::with_capacity(if count > MOST_ROWS * I::LANES { count.min(BLOCK) + Mask::BITS as usize } else { 0 })
}

/// How often elements may be parted one after the other until the standard library sorts what is left: bad pivots would make it slow.
fn patience(count: usize) -> u32 {
    2 * count.max(1).ilog2()
}

/// Sorts so many elements.
///
/// # Safety
/// The elements must be there, and `aside` have room for as many, at most [`BLOCK`], and a vector more.
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
unsafe fn quicksort<V: Vector>(mut place: V::Place, mut count: usize, aside: V::Place, mut patience: u32) {
    while count > MOST_ROWS * V::Key::LANES {
        // SAFETY: What is sorted, parted and read lies within the elements.
        unsafe {
            if patience == 0 {
                return V::sort_slowly(place, count);
            }
            patience -= 1;
            let pivot = median(V::keys_at(place), count);
            let below = part::<V>(place, count, aside, pivot, false);
            if below == 0 {
                // The pivot is the least of all: those that equal it are where they belong.
                let same = part::<V>(place, count, aside, pivot, true);
                (place, count) = (V::at(place, same), count - same);
                continue;
            }
            let (back, others) = (V::at(place, below), count - below);
            if below < others {
                quicksort::<V>(place, below, aside, patience);
                (place, count) = (back, others);
            } else {
                quicksort::<V>(back, others, aside, patience);
                count = below;
            }
        }
    }
    // SAFETY: As above.
    unsafe { sort_few::<V>(place, count) };
}

/// Moves the elements below the pivot to the front, `or_equal` those equal to it as well; gives their number.
///
/// # Safety
/// That of [`quicksort`].
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
unsafe fn part<V: Vector>(
    place: V::Place,
    count: usize,
    aside: V::Place,
    pivot: Keys<V::Key>,
    or_equal: bool,
) -> usize {
    if count <= BLOCK {
        // SAFETY: What the caller promises.
        return unsafe { part_block::<V>(place, count, aside, pivot, or_equal) };
    }
    let fronts: Vec<usize> = (0..count)
        .step_by(BLOCK)
        // SAFETY: As above; a block lies within the elements.
        .map(|start| unsafe { part_block::<V>(V::at(place, start), BLOCK.min(count - start), aside, pivot, or_equal) })
        .collect();
    let total: usize = fronts.iter().sum();
    // Each block has its own front. What is at the backs before the end of the whole front changes places with what is at the fronts
    // behind it, of which there is as much.
    let mut backs = fronts.iter().enumerate().map(|(n, front)| (n * BLOCK + front, total.min((n + 1) * BLOCK)));
    let mut strays = fronts.iter().enumerate().map(|(n, front)| (total.max(n * BLOCK), n * BLOCK + front));
    let (mut back, mut stray) = ((0, 0), (0, 0));
    loop {
        while back.0 >= back.1 {
            let Some(next) = backs.next() else { return total };
            back = next;
        }
        while stray.0 >= stray.1 {
            let Some(next) = strays.next() else { return total };
            stray = next;
        }
        let count = (back.1 - back.0).min(stray.1 - stray.0);
        // SAFETY: Both lie within the elements, on either side of `total`.
        unsafe { V::swap(V::at(place, back.0), V::at(place, stray.0), count) };
        back.0 += count;
        stray.0 += count;
    }
}

/// [`part`] for one block.
///
/// # Safety
/// That of [`quicksort`].
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
#[inline]
unsafe fn part_block<V: Vector>(
    place: V::Place,
    count: usize,
    aside: V::Place,
    pivot: Keys<V::Key>,
    or_equal: bool,
) -> usize {
    /// So many vectors are read before the first is written: their stores do not wait for each other's count.
    const TOGETHER: usize = 4;
    let all = first_lanes(V::Key::LANES);
    let mut front = 0;
    // SAFETY: Vectors are read within the elements; the front ends before the first that is not yet read, so a whole vector can be
    // written there; aside is room for all others and a vector more.
    unsafe {
        let goes_in_front =
            |vector: V| if or_equal { !pivot.is_less(vector.keys()) & all } else { vector.keys().is_less(pivot) };
        let mut read = 0;
        while count - read >= TOGETHER * V::Key::LANES {
            let vectors: [V; TOGETHER] = std::array::from_fn(|n| V::load(V::at(place, read + n * V::Key::LANES), all));
            let chosen = vectors.map(goes_in_front);
            let mut others = read - front;
            read += TOGETHER * V::Key::LANES;
            for (vector, chosen) in vectors.into_iter().zip(chosen) {
                vector.compressed(chosen).store(V::at(place, front), all);
                front += chosen.count_ones() as usize;
            }
            for (vector, chosen) in vectors.into_iter().zip(chosen) {
                vector.compressed(!chosen & all).store(V::at(aside, others), all);
                others += V::Key::LANES - chosen.count_ones() as usize;
            }
        }
        while read < count {
            let valid = first_lanes(V::Key::LANES.min(count - read));
            let vector = V::load(V::at(place, read), valid);
            let chosen = goes_in_front(vector) & valid;
            let fewer = chosen.count_ones() as usize;
            vector.compressed(chosen).store(V::at(place, front), first_lanes(fewer));
            vector.compressed(!chosen & valid).store(V::at(aside, read - front), all);
            read += V::Key::LANES;
            front += fewer;
        }
        V::copy(aside, V::at(place, front), count - front);
    }
    front
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of which so many are different.
    fn numbers(count: usize, different: u64) -> Vec<i64> {
        let mut state = 88_172_645_463_325_252_u64;
        std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % different).cast_signed()
        })
        .take(count)
        .collect()
    }

    fn check_keys<I: Integer + std::fmt::Debug>(elements: &[I]) {
        let mut expected = elements.to_vec();
        expected.sort_unstable();
        for patience in [0, 3, 64] {
            let mut found = elements.to_vec();
            let mut aside = aside(found.len());
            // SAFETY: `is_possible`.
            unsafe { quicksort::<Keys<I>>(found.as_mut_ptr(), found.len(), aside.as_mut_ptr(), patience) };
            assert_eq!(found, expected);
        }
    }

    fn check_pairs<I: Integer + TryFrom<usize>>(elements: &[I]) {
        let mut keys = elements.to_vec();
        let mut positions: Vec<I> = (0..keys.len()).filter_map(|place| I::try_from(place).ok()).collect();
        let mut expected: Vec<(I, I)> = keys.iter().copied().zip(positions.iter().copied()).collect();
        expected.sort_unstable();
        // SAFETY: `is_possible`.
        unsafe { sort_pairs(&mut keys, &mut positions) };
        let mut found: Vec<(I, I)> = keys.iter().copied().zip(positions).collect();
        assert!(keys.is_sorted());
        found.sort_unstable();
        assert!(found == expected, "each key has the position that it came from");
    }

    #[test]
    fn it_sorts() {
        if !is_possible() {
            return;
        }
        for count in (0..300).chain([1000, 4097, BLOCK - 1, BLOCK + 1, 20_003, 5 * BLOCK]) {
            for different in [1, 2, 7, 1000, u64::MAX] {
                let long = numbers(count, different);
                let short: Vec<i32> = long.iter().map(|&element| element as i32).collect();
                check_keys(&long);
                check_keys(&short);
                check_pairs(&long);
                check_pairs(&short);
            }
        }
    }

    #[test]
    fn what_is_sorted_or_turned_stays_quick() {
        if !is_possible() {
            return;
        }
        let rising: Vec<i64> = (0..40_000).collect();
        let falling: Vec<i64> = (0..40_000).rev().collect();
        let greatest = vec![i64::MAX; 1000];
        [rising, falling, greatest].iter().for_each(|elements| check_keys(elements));
    }
}
