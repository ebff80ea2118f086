//! Goes over the elements of arrays of any layout.
//!
//! The part that knows of axes is not generic: it is compiled once, into the runtime, and gives whole rows. So the code
//! that a program adds for an operation on its element types is the loop over a row and no more.

use std::mem::MaybeUninit;
use std::ops::Range;

use smallvec::SmallVec;

use crate::parallel::{self, PART};

/// Where the elements of an array lie: what it looks like from its first element.
#[derive(Debug, Clone, Copy)]
pub struct Layout<'a> {
    /// The length of each axis.
    pub shape: &'a [usize],
    /// The steps along each axis, in elements.
    pub strides: &'a [isize],
}

impl<'a> Layout<'a> {
    /// The layout without its first axes.
    #[inline]
    pub fn without_leading(self, count: usize) -> Self {
        Self { shape: &self.shape[count..], strides: &self.strides[count..] }
    }
}

/// Whether the elements lie one after the other in C order.
pub fn is_contiguous(shape: &[usize], strides: &[isize]) -> bool {
    if shape.contains(&0) {
        return true;
    }
    let mut step = 1;
    for (&length, &stride) in shape.iter().zip(strides).rev() {
        if length != 1 && stride != step {
            return false;
        }
        step *= length as isize;
    }
    true
}

/// The most arrays that one walk goes over.
pub const MOST: usize = 9;

/// A walk over `N` arrays at once, at most [`MOST`].
pub struct Walk<const N: usize> {
    rows: Rows,
    /// The length of a row.
    pub length: usize,
    /// The steps within a row.
    pub steps: [isize; N],
}

impl<const N: usize> Walk<N> {
    /// A walk over the shape; each layout is broadcast to it: it may have fewer axes, and axes of length one repeat.
    pub fn new(shape: &[usize], layouts: [Layout<'_>; N]) -> Self {
        let rows = Rows::new(shape, &layouts);
        let (length, steps) = (rows.length, first(rows.steps));
        Self { rows, length, steps }
    }

    /// The number of rows; `None` where it is more than one can count.
    pub fn count(&self) -> Option<usize> {
        self.rows.outer.iter().try_fold(1usize, |count, (length, _)| count.checked_mul(*length))
    }

    /// Calls `place` with the offsets of each place of a range, in C order.
    pub fn places(&self, range: Range<usize>, mut place: impl FnMut([isize; N])) {
        if range.is_empty() {
            return;
        }
        let mut cursor = self.rows.at(range.start / self.length);
        let (mut within, mut left) = (range.start % self.length, range.len());
        while left > 0
            && let Some(row) = cursor.next_row(&self.rows)
        {
            let end = self.length.min(within + left);
            for index in within..end {
                let mut offsets: [isize; N] = first(row);
                (0..N).for_each(|n| offsets[n] += self.steps[n] * index as isize);
                place(offsets);
            }
            left -= end - within;
            within = 0;
        }
    }

    /// Calls `row` with the offsets of the first elements of each row, in C order.
    pub fn rows(&self, mut row: impl FnMut([isize; N])) {
        let mut cursor = self.rows.start();
        while let Some(offsets) = cursor.next_row(&self.rows) {
            row(first(offsets));
        }
    }
}

/// The first `N` of as many offsets as a walk may have.
fn first<const N: usize>(all: [isize; MOST]) -> [isize; N] {
    std::array::from_fn(|n| all[n])
}

/// The axes of a walk: neighbours that all arrays step over alike are joined into one.
pub struct Rows {
    /// All axes but the last, outermost first, with the steps along each.
    pub outer: SmallVec<[(usize, [isize; MOST]); 2]>,
    /// The length of a row.
    pub length: usize,
    /// The steps within a row; zero for arrays that there are not.
    pub steps: [isize; MOST],
}

impl Rows {
    /// Those of a shape that the layouts are stretched to.
    pub fn new(shape: &[usize], layouts: &[Layout<'_>]) -> Self {
        let mut axes: SmallVec<[(usize, [isize; MOST]); 2]> = SmallVec::new();
        for (axis, &length) in shape.iter().enumerate() {
            if length == 1 {
                continue;
            }
            let mut steps = [0; MOST];
            for (step, layout) in steps.iter_mut().zip(layouts) {
                *step = broadcast_stride(*layout, shape.len() - axis);
            }
            match axes.last_mut() {
                Some((joined, outer)) if (0..MOST).all(|n| outer[n] == steps[n] * length as isize) => {
                    *joined *= length;
                    *outer = steps;
                }
                _ => axes.push((length, steps)),
            }
        }
        let (length, steps) = axes.pop().unwrap_or((1, [0; MOST]));
        Self { outer: axes, length, steps }
    }

    /// The place before the first row.
    pub fn start(&self) -> Cursor {
        let is_empty = self.length == 0 || self.outer.iter().any(|&(length, _)| length == 0);
        let position = SmallVec::from_elem(0, self.outer.len());
        Cursor { position, next: (!is_empty).then_some([0; MOST]) }
    }

    /// The place before the row of that number; there is one.
    fn at(&self, number: usize) -> Cursor {
        let mut position = SmallVec::from_elem(0, self.outer.len());
        let (mut offsets, mut rest) = ([0; MOST], number);
        for (place, (length, steps)) in position.iter_mut().zip(&self.outer).rev() {
            *place = rest % length;
            rest /= length;
            (0..MOST).for_each(|n| offsets[n] += steps[n] * *place as isize);
        }
        Cursor { position, next: Some(offsets) }
    }
}

/// A place in a walk.
pub struct Cursor {
    position: SmallVec<[usize; 4]>,
    /// The offsets of the next row; `None` behind the last.
    next: Option<[isize; MOST]>,
}

impl Cursor {
    /// The offsets of the first elements of the next of the rows.
    pub fn next_row(&mut self, rows: &Rows) -> Option<[isize; MOST]> {
        let row = self.next;
        self.next = row.and_then(|offsets| self.advanced(rows, offsets));
        row
    }

    fn advanced(&mut self, rows: &Rows, mut offsets: [isize; MOST]) -> Option<[isize; MOST]> {
        for (index, (length, steps)) in self.position.iter_mut().zip(&rows.outer).rev() {
            *index += 1;
            if *index < *length {
                (0..MOST).for_each(|n| offsets[n] += steps[n]);
                return Some(offsets);
            }
            (0..MOST).for_each(|n| offsets[n] -= steps[n] * (*length as isize - 1));
            *index = 0;
        }
        None
    }
}

/// The stride of a layout along the axis that is `from_end` axes from the end of a broader shape.
fn broadcast_stride(layout: Layout<'_>, from_end: usize) -> isize {
    match layout.shape.len().checked_sub(from_end) {
        Some(axis) if layout.shape[axis] != 1 => layout.strides[axis],
        _ => 0,
    }
}

/// Collects, in C order of the shape, what `element` gives for the offsets of the layouts' elements.
pub fn collect<T, const N: usize>(
    shape: &[usize],
    layouts: [Layout<'_>; N],
    element: impl Fn([isize; N]) -> T,
) -> Vec<T> {
    let size = shape.iter().product();
    let mut elements = Vec::with_capacity(size);
    let walk = Walk::new(shape, layouts);
    walk.rows(|start| {
        let free: &mut [MaybeUninit<T>] = elements.spare_capacity_mut();
        for (index, slot) in free[..walk.length].iter_mut().enumerate() {
            let mut offsets = start;
            (0..N).for_each(|n| offsets[n] += walk.steps[n] * index as isize);
            slot.write(element(offsets));
        }
        let filled = elements.len() + walk.length;
        // SAFETY: The loop above has written the next `length` elements.
        unsafe { elements.set_len(filled) };
    });
    elements
}

/// As [`collect`], where making an element takes as long as going over so many: threads share the work where that is much.
pub fn collect_together<T: Send + Copy, const N: usize>(
    shape: &[usize],
    layouts: [Layout<'_>; N],
    nothing: T,
    weight: usize,
    element: impl Fn([isize; N]) -> T + Sync,
) -> Vec<T> {
    let size: usize = shape.iter().product();
    if size < 2 || size.saturating_mul(weight) < 2 * PART {
        return collect(shape, layouts, element);
    }
    let mut elements = vec![nothing; size];
    let walk = Walk::new(shape, layouts);
    parallel::each_piece(&mut elements, (PART / weight.max(1)).max(1), |start, piece| {
        let mut slots = piece.iter_mut();
        walk.places(start..start + slots.len(), |offsets| {
            if let Some(slot) = slots.next() {
                *slot = element(offsets);
            }
        });
    });
    elements
}

/// The offset of every element, in C order.
pub fn offsets(layout: Layout<'_>) -> Vec<isize> {
    collect(layout.shape, [layout], |[offset]| offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_ranges_are_those_of_the_walk() {
        let layout = Layout { shape: &[3, 1, 4, 5], strides: &[100, 7, -5, 2] };
        let all = offsets(layout);
        let walk = Walk::new(layout.shape, [layout]);
        for length in [1, 3, 4, 5, 7, 60] {
            let mut found = Vec::new();
            for start in (0..60).step_by(length) {
                walk.places(start..60.min(start + length), |[offset]| found.push(offset));
            }
            assert_eq!(found, all, "{length} at a time");
        }
    }

    #[test]
    fn what_is_collected_together_is_what_is_collected() {
        let layout = Layout { shape: &[300, 700], strides: &[1, 300] };
        let together = collect_together(layout.shape, [layout], 0, 3, |[offset]| offset);
        assert_eq!(together, offsets(layout));
    }
}
