//! The loops over elements: one for each operation, or for a whole chain of operations that the compiler has *fused*, so
//! that nothing between them takes memory.
//!
//! A loop is compiled for its operation, into the library of the program that has it: once for every processor, and once
//! for those with AVX2, which is told at run time.

use std::mem::MaybeUninit;

use super::array::{Array, Axes, Lengths};
use super::assign::{self, Destination};
use super::blocks::{Block, Place, Target};
use super::element::Element;
use super::operand::Elements;
use super::shape;
use super::sweep::sweep;
#[cfg(target_arch = "x86_64")]
use super::vectors;
use super::walk::{Layout, MOST};
use crate::exception::Fallible;

/// Something that a loop reads an element of in each round.
pub trait Source: Copy + Sync {
    /// The element.
    type Item: Copy;

    /// Where its elements lie; `None` where it is a number.
    fn place(&self) -> Option<Place<'_>>;

    /// Its element of a round.
    ///
    /// # Safety
    /// `first` points to the first of its elements in the block, which has one for the round.
    unsafe fn item(&self, first: *const u8, round: usize) -> Self::Item;
}

impl<T: Element> Source for Elements<'_, T> {
    type Item = T;

    #[inline]
    fn place(&self) -> Option<Place<'_>> {
        Some(Place::new(self.first(), self.layout()))
    }

    #[inline(always)]
    unsafe fn item(&self, first: *const u8, round: usize) -> T {
        // SAFETY: As the caller promises.
        unsafe { *first.cast::<T>().add(round) }
    }
}

/// A number: the same in all rounds.
#[derive(Debug, Clone, Copy)]
pub struct Fixed<T>(pub T);

impl<T: Element> Source for Fixed<T> {
    type Item = T;

    #[inline]
    fn place(&self) -> Option<Place<'_>> {
        None
    }

    #[inline(always)]
    unsafe fn item(&self, _: *const u8, _: usize) -> T {
        self.0
    }
}

/// All that a loop reads: a tuple.
pub trait Sources: Copy + Sync {
    /// The elements of a round.
    type Items;
    /// A list of places.
    type Places<'a>: AsRef<[Option<Place<'a>>]>
    where
        Self: 'a;

    /// Where the elements lie.
    fn places(&self) -> Self::Places<'_>;

    /// The elements of a round.
    ///
    /// # Safety
    /// As for [`Source::item`], with a pointer for each.
    unsafe fn items(&self, first: &[*const u8; MOST], round: usize) -> Self::Items;
}

macro_rules! sources {
    ($($count:literal: $($source:ident $place:tt),+;)*) => {$(
        impl<$($source: Source),+> Sources for ($($source,)+) {
            type Items = ($($source::Item,)+);
            type Places<'a> = [Option<Place<'a>>; $count] where Self: 'a;

            #[inline]
            fn places(&self) -> [Option<Place<'_>>; $count] {
                [$(self.$place.place()),+]
            }

            #[inline(always)]
            unsafe fn items(&self, first: &[*const u8; MOST], round: usize) -> Self::Items {
                // SAFETY: As the caller promises.
                unsafe { ($(self.$place.item(first[$place], round),)+) }
            }
        }
    )*};
}
sources! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, F 5;
    7: A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
}

/// What an operator gives for numbers with which it cannot raise: in a loop, whose shapes are checked before it.
#[inline(always)]
pub fn sure<T>(result: Fallible<T>) -> T {
    match result {
        Ok(value) => value,
        Err(_) => unreachable!("numbers go together, and are in the range of the dtype"),
    }
}

/// The shape that two operands are stretched to.
///
/// # Errors
/// `ValueError` where an axis has different lengths.
pub fn stretched(a: &[usize], b: &[usize]) -> Fallible<Lengths> {
    if a == b {
        return Ok(a.into());
    }
    shape::broadcast(&[Layout { shape: a, strides: &[] }, Layout { shape: b, strides: &[] }])
}

/// The shape that three operands are stretched to.
///
/// # Errors
/// `ValueError` where an axis has different lengths.
pub fn stretched_all(shapes: [&[usize]; 3]) -> Fallible<Lengths> {
    shape::broadcast(&shapes.map(|shape| Layout { shape, strides: &[] }))
}

/// An array of what the function makes of each round's elements. The shape is what all sources are stretched to.
#[inline]
pub fn map<S: Sources, R: Element>(shape: &[usize], sources: S, function: impl Fn(S::Items) -> R + Sync) -> Array<R> {
    map_then(shape, sources, None, function, |_| ())
}

/// As [`map`], where `then` goes over the results of each block. They are written into the memory of `spare` where that is
/// one of what is read, fits, and belongs to nobody else.
#[inline]
pub fn map_then<S: Sources, R: Element>(
    shape: &[usize],
    sources: S,
    spare: Option<&Array<R>>,
    function: impl Fn(S::Items) -> R + Sync,
    then: impl Fn(&mut [R]) + Sync,
) -> Array<R> {
    let spare = spare.filter(|spare| spare.shape() == shape && spare.is_sole() && spare.is_contiguous());
    let size = shape.iter().product();
    let mut results: Vec<R> = Vec::with_capacity(if spare.is_some() { 0 } else { size });
    let axes = Axes::in_c_order(shape);
    let place = spare.map_or(Place::new(results.as_ptr(), axes.layout()), Place::of);
    let target = Target { place, is_apart: spare.is_none(), is_read: false };
    let written = |block: &Block| {
        // SAFETY: The loop has written the block.
        then(unsafe { std::slice::from_raw_parts_mut(block.target.cast::<R>(), block.length) });
    };
    write(shape, target, &sources, &function, written);
    match spare {
        Some(spare) => spare.clone(),
        None => {
            // SAFETY: The loop has written every element.
            unsafe { results.set_len(size) };
            Array::from_vec(results, shape)
        }
    }
}

/// Stores what the function makes of each round's elements in an array that may be written to. The sources can be stretched
/// to its shape. `is_apart`: nothing that is read has memory in common with the array, or else lies exactly as it does.
#[inline]
pub fn store<S: Sources, R: Element>(
    array: &Array<R>,
    sources: S,
    is_apart: bool,
    function: impl Fn(S::Items) -> R + Sync,
) {
    let target = Target { place: Place::of(array), is_apart, is_read: false };
    write(array.shape(), target, &sources, &function, |_| ());
}

/// `target[…] = chain`: stores what the function makes of each round's elements, of that shape, in an array.
///
/// # Errors
/// `ValueError` where the array is read-only or the shape does not fit.
#[inline]
pub fn assign<S: Sources, R: Element>(
    target: &Array<R>,
    shape: &[usize],
    sources: S,
    function: impl Fn(S::Items) -> R + Sync,
) -> Fallible<()> {
    assign::check_assignment(target, shape)?;
    match Overlap::of(sources.places().as_ref(), &Place::of(target)) {
        Overlap::Crossing => return assign::assign(target, &map(shape, sources, function), Destination::Assignment),
        _ if shape.len() > target.rank() => {
            return assign::assign(target, &map(shape, sources, function), Destination::Assignment);
        }
        overlap => store(target, sources, overlap == Overlap::None, function),
    }
    Ok(())
}

/// `target += chain` and its like: replaces each element by what the function makes of it and the round's elements, of that
/// shape.
///
/// # Errors
/// `ValueError` where the array is read-only or would have to grow.
#[inline]
pub fn amend<S: Sources, R: Element>(
    target: &Array<R>,
    shape: &[usize],
    sources: S,
    function: impl Fn(R, S::Items) -> R + Sync,
) -> Fallible<()> {
    assign::check_update(target, shape)?;
    match Overlap::of(sources.places().as_ref(), &Place::of(target)) {
        Overlap::Crossing => {
            let result = target.copied();
            update(&result, sources, true, function);
            assign::assign(target, &result, Destination::Output)
        }
        overlap => {
            update(target, sources, overlap == Overlap::None, function);
            Ok(())
        }
    }
}

/// What memory the target has in common with what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Overlap {
    None,
    /// Only element by element: what is read lies exactly as the target does.
    Same,
    /// A result may be written where something is still to be read.
    Crossing,
}

impl Overlap {
    fn of(sources: &[Option<Place<'_>>], target: &Place<'_>) -> Self {
        let mut found = Overlap::None;
        for place in sources.iter().flatten().filter(|place| place.meets(target)) {
            if !place.is(target) {
                return Overlap::Crossing;
            }
            found = Overlap::Same;
        }
        found
    }
}

/// Replaces each element of an array that may be written to by what the function makes of it and the round's elements.
/// `is_apart`: nothing that is read has memory in common with the array.
#[inline]
pub fn update<S: Sources, R: Element>(
    array: &Array<R>,
    sources: S,
    is_apart: bool,
    function: impl Fn(R, S::Items) -> R + Sync,
) {
    let target = Target { place: Place::of(array), is_apart, is_read: true };
    sweep(array.shape(), sources.places().as_ref(), target, &|block| {
        // SAFETY: The block is one of the sources and the target.
        unsafe { update_one(block, &sources, &function) };
    });
}

fn write<S: Sources, R, F: Fn(S::Items) -> R + Sync>(
    shape: &[usize],
    target: Target<'_>,
    sources: &S,
    function: &F,
    then: impl Fn(&Block) + Sync,
) {
    sweep(shape, sources.places().as_ref(), target, &|block| {
        // SAFETY: The block is one of the sources and the target.
        unsafe { write_one(block, sources, function) };
        then(block);
    });
}

/// Writes a block of results.
///
/// # Safety
/// The block is one of these sources, and its target has room for elements of type `R`.
#[inline(always)]
pub(super) unsafe fn write_one<S: Sources, R, F: Fn(S::Items) -> R>(block: &Block, sources: &S, function: &F) {
    #[cfg(target_arch = "x86_64")]
    if vectors::has_avx512() {
        // SAFETY: As the caller promises; the processor has what the function is compiled for.
        return unsafe { write_widest(block, sources, function) };
    } else if vectors::has_avx2() {
        // SAFETY: As above.
        return unsafe { write_wide(block, sources, function) };
    }
    // SAFETY: As the caller promises.
    unsafe { write_block(block, sources, function) };
}

/// # Safety
/// As for [`write_one`].
#[inline(always)]
unsafe fn write_block<S: Sources, R, F: Fn(S::Items) -> R>(block: &Block, sources: &S, function: &F) {
    // SAFETY: The target has room for the block, and nothing else refers to it.
    let target = unsafe { std::slice::from_raw_parts_mut(block.target.cast::<MaybeUninit<R>>(), block.length) };
    // SAFETY: As the caller promises.
    write_each(target, |round| unsafe { (*function)(sources.items(&block.sources, round)) });
}

/// By a mutable slice as a parameter, which is how the compiler learns that what is written is not read.
#[inline(always)]
fn write_each<R>(target: &mut [MaybeUninit<R>], element: impl Fn(usize) -> R) {
    for (round, slot) in target.iter_mut().enumerate() {
        slot.write(element(round));
    }
}

/// # Safety
/// As for [`write_one`].
#[inline(always)]
unsafe fn update_block<S: Sources, R: Copy, F: Fn(R, S::Items) -> R>(block: &Block, sources: &S, function: &F) {
    // SAFETY: The target has as many elements as the block, and nothing else refers to them.
    let target = unsafe { std::slice::from_raw_parts_mut(block.target.cast::<R>(), block.length) };
    // SAFETY: As the caller promises.
    update_each(target, |round, element| unsafe { (*function)(element, sources.items(&block.sources, round)) });
}

#[inline(always)]
fn update_each<R: Copy>(target: &mut [R], element: impl Fn(usize, R) -> R) {
    for (round, slot) in target.iter_mut().enumerate() {
        *slot = element(round, *slot);
    }
}

/// Replaces the elements of a block by results.
///
/// # Safety
/// As for [`write_one`].
#[inline(always)]
unsafe fn update_one<S: Sources, R: Copy, F: Fn(R, S::Items) -> R>(block: &Block, sources: &S, function: &F) {
    #[cfg(target_arch = "x86_64")]
    if vectors::has_avx512() {
        // SAFETY: As the caller promises; the processor has what the function is compiled for.
        return unsafe { update_widest(block, sources, function) };
    } else if vectors::has_avx2() {
        // SAFETY: As above.
        return unsafe { update_wide(block, sources, function) };
    }
    // SAFETY: As the caller promises.
    unsafe { update_block(block, sources, function) };
}

/// The loops for a kind of vector unit. References as parameters are how the compiler learns that a loop changes nothing of
/// what it reads from there.
#[cfg(target_arch = "x86_64")]
macro_rules! loops {
    ($($features:literal: $write:ident, $update:ident;)*) => {$(
        /// # Safety
        /// As for [`write_one`], and the processor has what the function is compiled for.
        #[target_feature(enable = $features)]
        unsafe fn $write<S: Sources, R, F: Fn(S::Items) -> R>(block: &Block, sources: &S, function: &F) {
            // SAFETY: As the caller promises.
            unsafe { write_block(block, sources, function) }
        }

        /// # Safety
        /// As above.
        #[target_feature(enable = $features)]
        unsafe fn $update<S: Sources, R: Copy, F: Fn(R, S::Items) -> R>(block: &Block, sources: &S, function: &F) {
            // SAFETY: As the caller promises.
            unsafe { update_block(block, sources, function) }
        }
    )*};
}
#[cfg(target_arch = "x86_64")]
loops! {
    "avx2": write_wide, update_wide;
    "avx512f,avx512vl,avx512dq,avx512bw": write_widest, update_widest;
}
