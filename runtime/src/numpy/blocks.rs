//! Goes over the elements of several arrays in *blocks*: pieces in which the elements of each array lie one after the other.
//!
//! The loop over elements is compiled for each operation of a program, so it must know of neither axes nor strides. What
//! does is compiled once, into the runtime: elements that do not lie one after the other are copied into a small buffer
//! that stays in the processor's cache, and from there the loop reads them like any others.

use std::ops::Range;
use std::ptr;

use smallvec::SmallVec;

use super::array::{Array, Axes};
use super::element::Element;
use super::walk::{Cursor, Layout, MOST, Rows, is_contiguous};

/// The most elements of a block in which some array's are copied.
const BLOCK: usize = 512;

/// The most elements of any block: as many as stay in the cache until they have been gone over once more.
pub const LONGEST: usize = 4096;

/// Rows shorter than this are put together, several to a block.
const SHORT: usize = 32;

/// Where the elements of an array lie, whatever their type.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    first: *mut u8,
    /// The bytes of an element.
    size: usize,
    layout: Layout<'a>,
}

impl<'a> Place<'a> {
    /// Elements of that layout from `first` on.
    pub fn new<T>(first: *const T, layout: Layout<'a>) -> Self {
        Self { first: first.cast_mut().cast(), size: size_of::<T>(), layout }
    }

    /// Those of an array.
    pub fn of<T: Element>(array: &'a Array<T>) -> Self {
        Self::new(array.pointer().as_ptr(), array.layout())
    }

    /// Whether the elements of both lie within memory of the same bounds. Where not, they have none in common.
    pub fn meets(&self, other: &Place<'_>) -> bool {
        let ((start, end), (other_start, other_end)) = (self.bounds(), other.bounds());
        start < other_end && other_start < end
    }

    /// The addresses from the first byte to behind the last.
    fn bounds(&self) -> (isize, isize) {
        let (mut least, mut most) = (0, 0);
        for (&length, &stride) in self.layout.shape.iter().zip(self.layout.strides) {
            let Some(last) = length.checked_sub(1) else { return (0, 0) };
            let reach = stride * last as isize;
            (least, most) = (least + reach.min(0), most + reach.max(0));
        }
        let (first, size) = (self.first.addr() as isize, self.size as isize);
        (first + least * size, first + (most + 1) * size)
    }

    /// What is within a range along an axis, counted from the last, of a shape that it is stretched to.
    pub fn within(&self, from_end: usize, range: &Range<usize>) -> Part {
        let mut axes = Axes::of(self.layout);
        let mut first = self.first;
        if let Some(axis) = axes.shape.len().checked_sub(from_end)
            && axes.shape[axis] != 1
        {
            axes.shape[axis] = range.len();
            first = first.wrapping_offset(axes.strides[axis] * range.start as isize * self.size as isize);
        }
        Part { first, size: self.size, axes }
    }

    /// Whether it surely has no element twice.
    pub fn has_each_once(&self) -> bool {
        let axes = self.layout.shape.iter().zip(self.layout.strides).filter(|(length, _)| **length > 1);
        let mut steps: SmallVec<[(usize, usize); 4]> =
            axes.map(|(&length, stride)| (stride.unsigned_abs(), length)).collect();
        steps.sort_unstable();
        let mut reach = 0;
        steps.into_iter().all(|(step, length)| {
            let is_beyond = step > reach;
            reach += step * (length - 1);
            is_beyond
        })
    }

    /// Whether they are those of an array of that shape, one after the other.
    pub fn is_straight(&self, shape: &[usize]) -> bool {
        self.layout.shape == shape && is_contiguous(shape, self.layout.strides)
    }

    /// The address of an element, where they lie one after the other.
    pub fn address(&self, position: usize) -> *mut u8 {
        self.first.wrapping_add(position * self.size)
    }

    /// Whether both have the same elements in the same order.
    pub fn is(&self, other: &Place<'_>) -> bool {
        let layouts = (self.layout, other.layout);
        ptr::eq(self.first, other.first)
            && self.size == other.size
            && layouts.0.shape == layouts.1.shape
            && layouts.0.strides == layouts.1.strides
    }
}

// SAFETY: It is an address and a layout; whoever reads or writes there says why they may.
unsafe impl Sync for Place<'_> {}

/// A part of the elements of a place, with axes of its own.
pub struct Part {
    first: *mut u8,
    size: usize,
    axes: Axes,
}

impl Part {
    /// Where they lie.
    pub fn place(&self) -> Place<'_> {
        Place { first: self.first, size: self.size, layout: self.axes.layout() }
    }
}

/// Where the results go.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Its elements; they are never stretched.
    pub place: Place<'a>,
    /// Whether no array that is read has memory in common with it.
    pub is_apart: bool,
    /// Whether the loop reads its elements, too.
    pub is_read: bool,
}

/// How the elements of an array come into a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// They are read where they lie.
    InPlace,
    /// They are the same in every block: the buffer is filled once.
    Same,
    /// They are copied.
    Copied,
}

/// An array in the blocks.
#[derive(Debug)]
struct Lane {
    /// Which of the loop's pointers is its.
    slot: usize,
    first: *mut u8,
    size: usize,
    way: Way,
    /// Where its buffer begins, in bytes.
    buffer: usize,
}

/// A block: pointers to the first elements.
#[derive(Debug, Clone, Copy)]
pub struct Block {
    /// How many elements.
    pub length: usize,
    /// Those to read, by slot.
    pub sources: [*const u8; MOST],
    /// Those to write.
    pub target: *mut u8,
}

/// Sources whose elements all lie one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Straight {
    first: [*const u8; MOST],
    /// The bytes of an element of each.
    sizes: [usize; MOST],
}

// SAFETY: As for `Place`.
unsafe impl Sync for Straight {}

impl Straight {
    const NONE: Self = Self { first: [ptr::null(); MOST], sizes: [0; MOST] };

    /// `None` where elements do not lie so, or are stretched to the shape.
    pub fn of(shape: &[usize], sources: &[Option<Place<'_>>]) -> Option<Self> {
        let mut straight = Self::NONE;
        straight.fill(shape, sources).then_some(straight)
    }

    /// Whether elements lie so.
    fn fill(&mut self, shape: &[usize], sources: &[Option<Place<'_>>]) -> bool {
        for (slot, place) in sources.iter().enumerate() {
            if let Some(place) = place {
                if !place.is_straight(shape) {
                    return false;
                }
                (self.first[slot], self.sizes[slot]) = (place.first, place.size);
            }
        }
        true
    }

    /// So many elements from a place on.
    #[inline]
    pub fn block(&self, start: usize, length: usize, target: *mut u8) -> Block {
        let sources = std::array::from_fn(|slot| self.first[slot].wrapping_add(start * self.sizes[slot]));
        Block { length, sources, target }
    }
}

/// The blocks of a loop over elements some of which have to be looked for.
pub struct Blocks {
    rows: Rows,
    cursor: Cursor,
    /// What is read, and last the target.
    lanes: SmallVec<[Lane; 4]>,
    is_target_read: bool,
    /// Room for copied elements: of 16 bytes each, so that all are aligned.
    buffers: Vec<u128>,
    plan: Plan,
    /// The offsets of the rows in the target that the last block's results still have to be copied to, and the elements
    /// of each.
    pending: (SmallVec<[isize; 1]>, usize),
}

/// How the rows are cut into blocks.
#[derive(Debug)]
enum Plan {
    /// Each row by itself, in pieces of at most so many elements.
    Rows { piece: usize, row: [isize; MOST], at: usize },
    /// So many short rows at a time, to be found one by one.
    Together { count: usize, position: usize },
    /// Pieces of so many elements, none of which have to be looked for.
    Pieces { piece: usize, position: usize, total: usize },
}

impl Blocks {
    /// Blocks over a shape; each source is stretched to it. The sources stand in the slots of their places in the list.
    pub fn new(shape: &[usize], sources: &[Option<Place<'_>>], target: Target<'_>) -> Self {
        let layouts: SmallVec<[Layout<'_>; 4]> =
            sources.iter().flatten().chain([&target.place]).map(|place| place.layout).collect();
        let rows = Rows::new(shape, &layouts);
        let total: usize = shape.iter().product();
        let is_short = rows.length < SHORT && !rows.outer.is_empty();
        let mut lanes: SmallVec<[Lane; 4]> = SmallVec::new();
        let slots = sources.iter().enumerate().filter_map(|(slot, place)| Some((slot, (*place)?)));
        let mut buffer = 0;
        for (number, (slot, place)) in slots.chain([(usize::MAX, target.place)]).enumerate() {
            let is_target = slot == usize::MAX;
            let lies_in_rows = rows.steps[number] == 1 || rows.length == 1;
            let is_whole = place.layout.shape == shape && is_contiguous(place.layout.shape, place.layout.strides);
            let repeats = rows.outer.iter().all(|(_, steps)| steps[number] == 0);
            let way = if is_target && !target.is_apart {
                Way::Copied
            } else if if is_short { is_whole } else { lies_in_rows } {
                Way::InPlace
            } else if !is_target && repeats && (is_short || rows.steps[number] == 0) {
                Way::Same
            } else {
                Way::Copied
            };
            lanes.push(Lane { slot, first: place.first, size: place.size, way, buffer });
            if way != Way::InPlace {
                buffer += BLOCK * place.size.next_multiple_of(8);
            }
        }
        let is_copied = |lane: &Lane| lane.way == Way::Copied;
        let count = BLOCK / rows.length.max(1);
        let plan = if is_short && !lanes.iter().any(is_copied) {
            Plan::Pieces { piece: count * rows.length, position: 0, total }
        } else if is_short {
            Plan::Together { count, position: 0 }
        } else {
            let piece = if lanes.iter().all(|lane| lane.way == Way::InPlace) { LONGEST } else { BLOCK };
            Plan::Rows { piece, row: [0; MOST], at: rows.length }
        };
        let mut blocks = Self {
            cursor: rows.start(),
            rows,
            lanes,
            is_target_read: target.is_read,
            buffers: vec![0; buffer.div_ceil(16)],
            plan,
            pending: (SmallVec::new(), 0),
        };
        if total > 0 {
            blocks.fill_same();
        }
        blocks
    }

    /// Fills the buffers of what is the same in every block.
    fn fill_same(&mut self) {
        let (length, times) = match self.plan {
            Plan::Rows { .. } => (self.rows.length.min(BLOCK), 1),
            _ => (self.rows.length, BLOCK / self.rows.length),
        };
        for number in 0..self.lanes.len() {
            if self.lanes[number].way == Way::Same {
                (0..times).for_each(|time| self.copy_in(number, 0, length, time * length));
            }
        }
    }

    /// The next block, once the results of the last are where they belong. Whoever asks for one asks until there is none.
    pub fn next(&mut self) -> Option<Block> {
        self.settle();
        match self.plan {
            Plan::Rows { piece, row, at } => self.next_of_row(piece, row, at),
            Plan::Together { count, position } => self.next_rows(count, position),
            Plan::Pieces { piece, position, total } => {
                let length = piece.min(total - position);
                self.plan = Plan::Pieces { piece, position: position + length, total };
                (length > 0).then(|| self.block(length, |_| position as isize))
            }
        }
    }

    fn next_of_row(&mut self, piece: usize, mut row: [isize; MOST], mut at: usize) -> Option<Block> {
        if at == self.rows.length {
            row = self.cursor.next_row(&self.rows)?;
            at = 0;
        }
        let length = piece.min(self.rows.length - at);
        self.plan = Plan::Rows { piece, row, at: at + length };
        let steps = self.rows.steps;
        let offset = |number: usize| row[number] + steps[number] * at as isize;
        for (number, &step) in steps.iter().enumerate().take(self.lanes.len()) {
            let is_target = number + 1 == self.lanes.len();
            // An element that is stretched along the row is in the buffer since the row's first piece.
            let is_there = step == 0 && at > 0 && !is_target;
            if self.lanes[number].way == Way::Copied && !is_there && (!is_target || self.is_target_read) {
                self.copy_in(number, offset(number), length, 0);
            }
        }
        self.leave_pending([offset(self.lanes.len() - 1)], length);
        Some(self.block(length, offset))
    }

    fn next_rows(&mut self, count: usize, position: usize) -> Option<Block> {
        let length = self.rows.length;
        let target = self.lanes.len() - 1;
        let mut starts: SmallVec<[isize; 1]> = SmallVec::new();
        let mut filled = 0;
        while filled < count * length
            && let Some(row) = self.cursor.next_row(&self.rows)
        {
            for (number, &offset) in row.iter().enumerate().take(self.lanes.len()) {
                if self.lanes[number].way == Way::Copied && (number != target || self.is_target_read) {
                    self.copy_in(number, offset, length, filled);
                }
            }
            if self.lanes[target].way == Way::Copied {
                starts.push(row[target]);
            }
            filled += length;
        }
        self.plan = Plan::Together { count, position: position + filled };
        self.leave_pending(starts, length);
        (filled > 0).then(|| self.block(filled, |_| position as isize))
    }

    /// A block whose elements in place begin at these offsets.
    fn block(&mut self, length: usize, offset: impl Fn(usize) -> isize) -> Block {
        let mut block = Block { length, sources: [ptr::null(); MOST], target: ptr::null_mut() };
        let buffers: *mut u8 = self.buffers.as_mut_ptr().cast();
        for (number, lane) in self.lanes.iter().enumerate() {
            let pointer = match lane.way {
                Way::InPlace => lane.first.wrapping_offset(offset(number) * lane.size as isize),
                Way::Same | Way::Copied => buffers.wrapping_add(lane.buffer),
            };
            match block.sources.get_mut(lane.slot) {
                Some(slot) => *slot = pointer,
                None => block.target = pointer,
            }
        }
        block
    }

    /// Copies elements of a row of the array from an offset on into its buffer.
    fn copy_in(&mut self, number: usize, offset: isize, length: usize, filled: usize) {
        let Lane { first, size, buffer, .. } = self.lanes[number];
        let buffers: *mut u8 = self.buffers.as_mut_ptr().cast();
        // SAFETY: The row has so many elements from the offset on, and the buffer so much room.
        unsafe {
            let from = first.offset(offset * size as isize);
            copy(from, self.rows.steps[number], buffers.add(buffer + filled * size), 1, length, size);
        }
    }

    fn leave_pending(&mut self, starts: impl IntoIterator<Item = isize>, length: usize) {
        if self.lanes.last().is_some_and(|lane| lane.way == Way::Copied) {
            self.pending = (starts.into_iter().collect(), length);
        }
    }

    /// Copies the results of the last block to where they belong.
    fn settle(&mut self) {
        let (starts, length) = std::mem::take(&mut self.pending);
        let Some(Lane { first, size, buffer, .. }) = self.lanes.last() else { return };
        let step = self.rows.steps[self.lanes.len() - 1];
        for (row, start) in starts.into_iter().enumerate() {
            // SAFETY: As for `copy_in`, the other way.
            unsafe {
                let from = self.buffers.as_ptr().cast::<u8>().add(buffer + row * length * size);
                copy(from, 1, first.offset(start * *size as isize), step, length, *size);
            }
        }
    }
}

/// Copies elements of so many bytes, at steps on both sides.
unsafe fn copy(from: *const u8, from_step: isize, to: *mut u8, to_step: isize, length: usize, size: usize) {
    if from_step == 1 && to_step == 1 {
        // SAFETY: As the caller promises; a buffer and an array are different memory.
        return unsafe { ptr::copy_nonoverlapping(from, to, length * size) };
    }
    // SAFETY: As the caller promises.
    unsafe {
        match size {
            1 => copy_as::<u8>(from, from_step, to, to_step, length),
            2 => copy_as::<u16>(from, from_step, to, to_step, length),
            4 => copy_as::<u32>(from, from_step, to, to_step, length),
            8 => copy_as::<u64>(from, from_step, to, to_step, length),
            _ => copy_as::<[u64; 2]>(from, from_step, to, to_step, length),
        }
    }
}

/// The elements need not be aligned as `T` is: it only says how large they are.
unsafe fn copy_as<T: Copy>(from: *const u8, from_step: isize, to: *mut u8, to_step: isize, length: usize) {
    let (from, to) = (from.cast::<T>(), to.cast::<T>());
    // SAFETY: As the caller promises.
    unsafe {
        if to_step == 1 && from_step == 0 {
            let element = from.read_unaligned();
            return (0..length).for_each(|index| to.add(index).write_unaligned(element));
        }
        if to_step == 1 {
            // The way into a buffer is gone most often.
            return (0..length).for_each(|index| {
                to.add(index).write_unaligned(from.offset(from_step * index as isize).read_unaligned())
            });
        }
        for index in 0..length as isize {
            to.offset(to_step * index).write_unaligned(from.offset(from_step * index).read_unaligned());
        }
    }
}
