//! Goes over all blocks of a loop over elements; where there are many, threads share them.
//!
//! It is compiled once, into the runtime: what a program adds for an operation is the loop over a block.

use std::cmp::Reverse;
use std::ops::Range;

use smallvec::SmallVec;

use super::array::Lengths;
use super::blocks::{Block, Blocks, LONGEST, Part, Place, Straight, Target};
use crate::parallel::{self, PART};

/// Calls `each` with every block of a loop over a shape. The sources stand in the slots of their places in the list, and are
/// stretched to the shape. What `each` does for one block does not depend on the others.
pub fn sweep(shape: &[usize], sources: &[Option<Place<'_>>], target: Target<'_>, each: &(dyn Fn(&Block) + Sync)) {
    let total: usize = shape.iter().product();
    if target.is_apart
        && target.place.is_straight(shape)
        && let Some(straight) = Straight::of(shape, sources)
    {
        return sweep_straight(total, straight, target, each);
    }
    let drain = |mut blocks: Blocks| {
        while let Some(block) = blocks.next() {
            each(&block);
        }
    };
    // Where an element of the target is met twice, the last one counts.
    if total < 2 * PART || !target.place.has_each_once() {
        return drain(Blocks::new(shape, sources, target));
    }
    let (axis, length) = cut(shape, total);
    parallel::each(shape[axis].div_ceil(length), &|part| {
        let range = parallel::range(part, length, shape[axis]);
        let from_end = shape.len() - axis;
        let parts: SmallVec<[Option<Part>; 4]> =
            sources.iter().map(|place| place.map(|place| place.within(from_end, &range))).collect();
        let places: SmallVec<[Option<Place<'_>>; 4]> =
            parts.iter().map(|part| part.as_ref().map(Part::place)).collect();
        let results = target.place.within(from_end, &range);
        let mut shape = Lengths::from(shape);
        shape[axis] = range.len();
        drain(Blocks::new(&shape, &places, Target { place: results.place(), ..target }));
    });
}

/// The axis along which a shape of so many elements is cut into parts, and the length of a part. Where no axis makes them small
/// enough it is one that lies far in front: parts of the last axes would be columns, whose elements lie far apart.
fn cut(shape: &[usize], total: usize) -> (usize, usize) {
    /// As many parts keep threads busy, however large they are.
    const MANY: usize = 16;
    let fine = shape.iter().position(|&length| total / length <= PART);
    let long = || shape.iter().position(|&length| length >= MANY);
    let longest = || (0..shape.len()).min_by_key(|&axis| Reverse(shape[axis]));
    let axis = fine.or_else(long).or_else(longest).unwrap_or(0);
    (axis, (PART * shape[axis] / total).max(1))
}

fn sweep_straight(total: usize, straight: Straight, target: Target<'_>, each: &(dyn Fn(&Block) + Sync)) {
    parallel::each(total.div_ceil(PART), &|part| {
        let Range { mut start, end } = parallel::range(part, PART, total);
        while start < end {
            let length = LONGEST.min(end - start);
            each(&straight.block(start, length, target.place.address(start)));
            start += length;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numpy::array::Array;
    use crate::numpy::elementwise;
    use crate::numpy::manipulation::permuted;
    use crate::numpy::walk::Layout;

    #[test]
    fn shapes_are_cut_where_parts_are_small_enough() {
        assert_eq!(cut(&[3, 480, 640], 3 * 480 * 640), (1, 8));
        assert_eq!(cut(&[2, 1_000_000], 2_000_000), (1, 8192));
        assert_eq!(cut(&[1000, 1000], 1_000_000), (0, 16));
        assert_eq!(cut(&[200, 200, 200, 200], 1_600_000_000), (0, 1));
        assert_eq!(cut(&[2, 128, 256, 384], 25_165_824), (1, 1));
    }

    #[test]
    fn parts_are_those_of_the_whole() {
        let (rows, columns) = (300_usize, 400_usize);
        let elements = (0..rows * columns).map(|place| place as f64);
        let array = Array::from_vec(elements.collect(), &[columns, rows]);
        let turned = permuted(&array, &[1, 0]);
        let row: Array<f64> = Array::from_elements((0..columns).map(|place| place as f64 * 0.5).collect());
        let expected =
            |place: usize| ((place % columns) * rows + place / columns) as f64 - (place % columns) as f64 * 0.5;
        let found = elementwise::map(&[rows, columns], (turned.read(), row.read()), |(a, b)| a - b);
        assert!(found.elements().enumerate().all(|(place, element)| element == expected(place)));
        elementwise::update(&turned, (row.read(),), true, |a, (b,)| a - b);
        assert!(turned.elements().enumerate().all(|(place, element)| element == expected(place)));
    }

    #[test]
    fn what_has_an_element_twice_is_told() {
        let elements = [0.0; 20];
        let has_each_once = |shape: &[usize], strides: &[isize]| {
            Place::new(elements.as_ptr(), Layout { shape, strides }).has_each_once()
        };
        assert!(has_each_once(&[4, 5], &[5, 1]));
        assert!(has_each_once(&[5, 4], &[1, -5]));
        assert!(has_each_once(&[3, 1], &[1, 0]));
        assert!(!has_each_once(&[3, 2], &[1, 1]));
        assert!(!has_each_once(&[3, 2], &[0, 1]));
    }
}
