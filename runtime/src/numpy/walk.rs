//! Goes over the elements of arrays of any layout.
//!
//! The part that knows of axes is not generic: it is compiled once, into the runtime, and gives whole rows. So the code
//! that a program adds for an operation on its element types is the loop over a row and no more.

use std::mem::MaybeUninit;

use smallvec::SmallVec;

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
    pub fn without_leading(self, count: usize) -> Self {
        Self { shape: &self.shape[count..], strides: &self.strides[count..] }
    }
}

/// Whether the elements lie one after the other in C order.
pub fn is_contiguous(shape: &[usize], strides: &[isize]) -> bool {
    let mut step = 1;
    for (&length, &stride) in shape.iter().zip(strides).rev() {
        if length == 0 {
            return true;
        }
        if length != 1 && stride != step {
            return false;
        }
        step *= length as isize;
    }
    true
}

/// The axes of a walk over `N` arrays at once: neighbours that all arrays step over alike are joined into one.
pub struct Walk<const N: usize> {
    /// All axes but the last, outermost first.
    outer: SmallVec<[(usize, [isize; N]); 4]>,
    /// The length of a row.
    pub length: usize,
    /// The steps within a row.
    pub steps: [isize; N],
}

impl<const N: usize> Walk<N> {
    /// A walk over the shape; each layout is broadcast to it: it may have fewer axes, and axes of length one repeat.
    pub fn new(shape: &[usize], layouts: [Layout<'_>; N]) -> Self {
        let mut axes: SmallVec<[(usize, [isize; N]); 4]> = SmallVec::new();
        for (axis, &length) in shape.iter().enumerate() {
            if length == 1 {
                continue;
            }
            let steps = layouts.map(|layout| broadcast_stride(layout, shape.len() - axis));
            match axes.last_mut() {
                Some((joined, outer)) if (0..N).all(|n| outer[n] == steps[n] * length as isize) => {
                    *joined *= length;
                    *outer = steps;
                }
                _ => axes.push((length, steps)),
            }
        }
        let (length, steps) = axes.pop().unwrap_or((1, [0; N]));
        Self { outer: axes, length, steps }
    }

    /// Calls `row` with the offsets of the first elements of each row, in C order.
    pub fn rows(&self, mut row: impl FnMut([isize; N])) {
        if self.length == 0 || self.outer.iter().any(|&(length, _)| length == 0) {
            return;
        }
        let mut position: SmallVec<[usize; 4]> = SmallVec::from_elem(0, self.outer.len());
        let mut offsets = [0; N];
        loop {
            row(offsets);
            if !self.advance(&mut position, &mut offsets) {
                return;
            }
        }
    }

    /// Moves to the next row; false where there is none.
    #[inline(never)]
    fn advance(&self, position: &mut [usize], offsets: &mut [isize; N]) -> bool {
        for (index, (length, steps)) in position.iter_mut().zip(&self.outer).rev() {
            *index += 1;
            if *index < *length {
                (0..N).for_each(|n| offsets[n] += steps[n]);
                return true;
            }
            (0..N).for_each(|n| offsets[n] -= steps[n] * (*length as isize - 1));
            *index = 0;
        }
        false
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

/// The offset of every element, in C order.
pub fn offsets(shape: &[usize], strides: &[isize]) -> impl Iterator<Item = isize> {
    let walk = Walk::new(shape, [Layout { shape, strides }]);
    let empty = shape.contains(&0);
    let mut position: SmallVec<[usize; 4]> = SmallVec::from_elem(0, walk.outer.len());
    let mut row = (!empty).then_some([0]);
    let mut index = 0;
    std::iter::from_fn(move || {
        let [start] = row?;
        let offset = start + walk.steps[0] * index as isize;
        index += 1;
        if index == walk.length {
            index = 0;
            let mut next = [start];
            row = walk.advance(&mut position, &mut next).then_some(next);
        }
        Some(offset)
    })
}
