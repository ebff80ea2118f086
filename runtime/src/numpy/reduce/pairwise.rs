//! Sums as numpy makes them: pairwise within rows, so that errors grow with the logarithm of their length.

use super::Row;
use crate::numpy::arithmetic::Number;
use crate::numpy::element::Element;
#[cfg(target_arch = "x86_64")]
use crate::numpy::vectors;
use crate::parallel::{self, PART};

/// The pairwise sum of what the function gives for each of elements that lie one after the other.
pub(in crate::numpy) fn sum_of_slice<T: Element, R: Number>(
    elements: &[T],
    function: impl Fn(T) -> R + Copy + Sync,
) -> R {
    sum_of_row(Row { first: elements.as_ptr(), step: 1, length: elements.len() }, function)
}

/// The pairwise sum of a row.
pub(super) fn sum_of_row<T: Element, R: Number>(row: Row<T>, function: impl Fn(T) -> R + Copy + Sync) -> R {
    let piece = |start: usize, count: usize| {
        if row.step == 1 {
            // SAFETY: Every index asked for is below the length.
            together(start, count, |index: usize| function(unsafe { *row.first.add(index) }))
        } else {
            pairwise(start, count, |index| function(row.get(index)))
        }
    };
    by_halves(row.length, PART, &piece, &R::add)
}

/// What `joined` makes of two halves, each of which is made likewise, down to pieces of at most so many elements: `piece` has a
/// value for one, by its start and the number of elements. Threads share the pieces where there are many.
pub(in crate::numpy) fn by_halves<P: Send>(
    count: usize,
    most: usize,
    piece: &(impl Fn(usize, usize) -> P + Sync),
    joined: &(impl Fn(P, P) -> P + Sync),
) -> P {
    if count <= 2 * PART {
        return halves(0, count, most, &mut |start, count| piece(start, count), joined);
    }
    let mut values: Vec<(usize, usize, Option<P>)> = Vec::new();
    leaves(0, count, &mut |start, count| values.push((start, count, None)));
    parallel::each_piece(&mut values, 1, |_, values| {
        for (start, count, value) in values {
            *value = Some(halves(*start, *count, most, &mut |start, count| piece(start, count), joined));
        }
    });
    let mut values = values.into_iter().filter_map(|(_, _, value)| value);
    let mut next = |start, count| values.next().unwrap_or_else(|| piece(start, count));
    halves(0, count, PART, &mut next, joined)
}

fn halves<P>(
    start: usize,
    count: usize,
    most: usize,
    piece: &mut impl FnMut(usize, usize) -> P,
    joined: &(impl Fn(P, P) -> P + Sync),
) -> P {
    if count <= most {
        return piece(start, count);
    }
    let half = first_half(count);
    let first = halves(start, half, most, piece, joined);
    joined(first, halves(start + half, count - half, most, piece, joined))
}

/// The pieces of at most [`PART`] elements, in order.
fn leaves(start: usize, count: usize, leaf: &mut impl FnMut(usize, usize)) {
    halves(start, count, PART, leaf, &|(), ()| ());
}

/// The pairwise sum of elements that lie one after the other.
fn together<R: Number>(start: usize, count: usize, element: impl Fn(usize) -> R + Copy) -> R {
    #[cfg(target_arch = "x86_64")]
    if vectors::has_avx2() {
        // SAFETY: The processor has what the function is compiled for.
        return unsafe { pairwise_wide(start, count, element) };
    }
    pairwise(start, count, element)
}

/// # Safety
/// The processor has AVX2.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
unsafe fn pairwise_wide<R: Number>(start: usize, count: usize, element: impl Fn(usize) -> R + Copy) -> R {
    if count <= BLOCK {
        return pairwise_block(start, count, element);
    }
    let half = first_half(count);
    // SAFETY: As the caller promises.
    unsafe { pairwise_wide(start, half, element).add(pairwise_wide(start + half, count - half, element)) }
}

/// How many elements are summed up in running sums.
const BLOCK: usize = 128;

/// The sum of the elements from `start` on: blocks of up to 128 in eight running sums, then by halves.
fn pairwise<R: Number>(start: usize, count: usize, element: impl Fn(usize) -> R + Copy) -> R {
    if count <= BLOCK {
        return pairwise_block(start, count, element);
    }
    let half = first_half(count);
    pairwise(start, half, element).add(pairwise(start + half, count - half, element))
}

/// How many elements of more than a block are summed up first.
fn first_half(count: usize) -> usize {
    count / 2 - (count / 2) % 8
}

/// The sum of a block of up to 128 elements.
#[inline(always)]
fn pairwise_block<R: Number>(start: usize, count: usize, element: impl Fn(usize) -> R + Copy) -> R {
    if count < 8 {
        return (start..start + count).map(element).reduce(R::add).unwrap_or(R::ZERO);
    }
    let mut sums: [R; 8] = std::array::from_fn(|lane| element(start + lane));
    let whole = count - count % 8;
    for block in (8..whole).step_by(8) {
        for (lane, sum) in sums.iter_mut().enumerate() {
            *sum = sum.add(element(start + block + lane));
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    let sum = a.add(b).add(c.add(d)).add(e.add(f).add(g.add(h)));
    (start + whole..start + count).map(element).fold(sum, R::add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_in_pieces_is_the_sum() {
        let elements: Vec<f64> = (0..300_017).map(|place| f64::from(place).sin()).collect();
        for count in [0, 1, 7, 8, 129, PART, 2 * PART, 2 * PART + 1, 5 * PART + 3, elements.len()] {
            let whole = pairwise(0, count, |index| elements[index]);
            assert_eq!(sum_of_slice(&elements[..count], |element| element).to_bits(), whole.to_bits(), "{count}");
        }
    }
}
