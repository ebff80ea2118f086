//! Sorts what fits into registers, by a network: first down the columns of the vectors, then by merging neighbouring columns, until
//! there is one.

use super::vector::{Integer, Keys, Vector, first_lanes};

/// How many vectors are sorted at once.
pub(super) const MOST_ROWS: usize = 16;

/// Sorts so many elements, at most [`MOST_ROWS`] vectors.
///
/// # Safety
/// The elements must be there.
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
pub(super) unsafe fn sort_few<V: Vector>(place: V::Place, count: usize) {
    // SAFETY: What the caller promises.
    unsafe {
        match count.div_ceil(V::Key::LANES) {
            0 | 1 => sort_rows::<V, 1>(place, count),
            2 => sort_rows::<V, 2>(place, count),
            3 | 4 => sort_rows::<V, 4>(place, count),
            5..=8 => sort_rows::<V, 8>(place, count),
            _ => sort_rows::<V, MOST_ROWS>(place, count),
        }
    }
}

/// About the median of so many elements, more than [`MOST_ROWS`] vectors of them, in all lanes.
///
/// # Safety
/// The elements must be there.
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
#[inline]
pub(super) unsafe fn median<I: Integer>(first: *mut I, count: usize) -> Keys<I> {
    const ROWS: usize = 8;
    // SAFETY: The last row ends before the elements do, each two of which are at least a vector apart.
    let mut rows: [Keys<I>; ROWS] = std::array::from_fn(|row| unsafe {
        Keys::load(first.wrapping_add((2 * row + 1) * (count / (2 * ROWS))), first_lanes(I::LANES))
    });
    sort_columns(&mut rows);
    let mut medians = [rows[ROWS / 2]];
    merge_all_columns(&mut medians);
    // SAFETY: The processor has what the function is compiled for.
    unsafe { medians[0].compressed(1 << (I::LANES / 2)).first_in_all() }
}

#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
unsafe fn sort_rows<V: Vector, const ROWS: usize>(place: V::Place, count: usize) {
    let row = |row: usize| (V::at(place, row * V::Key::LANES), first_lanes(count.saturating_sub(row * V::Key::LANES)));
    let mut rows: [V; ROWS] = std::array::from_fn(|number| {
        let (place, there) = row(number);
        // SAFETY: Lanes behind the last element are not read, and below not written.
        unsafe { V::load(place, there) }
    });
    sort_columns(&mut rows);
    merge_all_columns(&mut rows);
    for (number, sorted) in rows.into_iter().enumerate() {
        let (place, there) = row(number);
        // SAFETY: As above.
        unsafe { sorted.store(place, there) };
    }
}

/// Sorts each column, by bitonic merges.
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
#[inline]
fn sort_columns<V: Vector, const ROWS: usize>(rows: &mut [V; ROWS]) {
    if ROWS >= 2 {
        fold::<V, 2, 0>(rows);
    }
    if ROWS >= 4 {
        fold::<V, 4, 0>(rows);
        cross::<V, 1>(rows);
    }
    if ROWS >= 8 {
        fold::<V, 8, 0>(rows);
        cross::<V, 2>(rows);
        cross::<V, 1>(rows);
    }
    if ROWS >= 16 {
        fold::<V, 16, 0>(rows);
        cross::<V, 4>(rows);
        cross::<V, 2>(rows);
        cross::<V, 1>(rows);
    }
}

/// Makes one sequence, row after row, of sorted columns.
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
#[inline]
fn merge_all_columns<V: Vector, const ROWS: usize>(rows: &mut [V; ROWS]) {
    merge_columns::<V, ROWS, 1>(rows);
    merge_columns::<V, ROWS, 3>(rows);
    merge_columns::<V, ROWS, 7>(rows);
    if V::Key::LANES > 8 {
        merge_columns::<V, ROWS, 15>(rows);
    }
}

/// Merges groups of columns, each sorted row after row, with their neighbours: `BITS` are those of a lane's number within two groups.
///
/// Of two sequences one is read from its end. What is least of both then goes to the upper half of the rows, then of each half, and at
/// last what is left is put in order within each row.
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
#[inline]
fn merge_columns<V: Vector, const ROWS: usize, const BITS: usize>(rows: &mut [V; ROWS]) {
    if ROWS >= 16 {
        fold::<V, 16, BITS>(rows);
    }
    if ROWS >= 8 {
        fold::<V, 8, BITS>(rows);
    }
    if ROWS >= 4 {
        fold::<V, 4, BITS>(rows);
    }
    if ROWS >= 2 {
        fold::<V, 2, BITS>(rows);
    }
    for row in rows {
        // SAFETY: The processor has what the function is compiled for.
        unsafe {
            *row = row.lanes_in_order::<BITS>();
            if BITS > 7 {
                *row = row.lanes_in_order::<4>();
            }
            if BITS > 3 {
                *row = row.lanes_in_order::<2>();
            }
            if BITS > 1 {
                *row = row.lanes_in_order::<1>();
            }
        }
    }
}

/// Puts the first of each block of rows and the last in order, the second and the last but one and so on, each lane and the one of the
/// other whose number differs in those bits.
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
#[inline]
fn fold<V: Vector, const BLOCK: usize, const BITS: usize>(rows: &mut [V]) {
    for block in rows.chunks_exact_mut(BLOCK) {
        for first in 0..BLOCK / 2 {
            let last = BLOCK - 1 - first;
            // SAFETY: The processor has what the function is compiled for.
            unsafe {
                let other = if BITS == 0 { block[last] } else { block[last].mirrored::<BITS>() };
                (block[first], block[last]) = block[first].in_order(other);
            }
        }
    }
}

/// Puts each two rows at that distance in order.
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,popcnt,bmi1,bmi2,lzcnt")]
#[inline]
fn cross<V: Vector, const DISTANCE: usize>(rows: &mut [V]) {
    for block in rows.chunks_exact_mut(2 * DISTANCE) {
        for first in 0..DISTANCE {
            // SAFETY: The processor has what the function is compiled for.
            (block[first], block[first + DISTANCE]) = unsafe { block[first].in_order(block[first + DISTANCE]) };
        }
    }
}
