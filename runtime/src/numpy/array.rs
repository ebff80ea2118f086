//! `numpy.ndarray`: elements in shared memory, seen through a shape and strides.

use std::any::Any;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ndarray::{ArrayViewD, Axis, ShapeBuilder};
use smallvec::SmallVec;

use super::element::{Cast, Element};
use super::elementwise;
use super::operand::Elements;
use super::walk::{self, Layout};
use crate::exception::{Fallible, value_error};

/// A list of lengths or axes: arrays of up to four axes need no memory for it.
pub type Lengths = SmallVec<[usize; 4]>;

/// Steps between neighbours along each axis, in elements; negative where an axis runs backwards.
pub type Strides = SmallVec<[isize; 4]>;

/// An array. Several arrays may be views of the same elements, as in numpy; a clone is another name for the array.
///
/// Arrays may cross threads; one that several threads hold must be frozen.
#[derive(Debug)]
pub struct Array<T: Element> {
    buffer: Arc<Buffer<T>>,
    /// Where the first element lies, in elements from the start of the buffer.
    offset: usize,
    shape: Lengths,
    strides: Strides,
    /// Whether this view must not be written through, whatever the memory allows.
    read_only: bool,
}

impl<T: Element> Clone for Array<T> {
    fn clone(&self) -> Self {
        let Axes { shape, strides } = Axes::of(self.layout());
        Self { buffer: self.buffer.clone(), offset: self.offset, shape, strides, read_only: self.read_only }
    }
}

/// The axes of an array. What makes them is not generic: it is compiled once, into the runtime, and not again for each
/// element type into each library.
pub(super) struct Axes {
    pub shape: Lengths,
    pub strides: Strides,
}

impl Axes {
    /// Axes of their own for an array that looks like this.
    pub fn of(layout: Layout<'_>) -> Self {
        Self { shape: Lengths::from_slice(layout.shape), strides: Strides::from_slice(layout.strides) }
    }

    /// Those of an array whose elements lie in C order.
    pub fn in_c_order(shape: &[usize]) -> Self {
        Self { shape: Lengths::from_slice(shape), strides: c_strides(shape) }
    }

    /// How the array lies.
    pub fn layout(&self) -> Layout<'_> {
        Layout { shape: &self.shape, strides: &self.strides }
    }
}

/// The memory that arrays view.
#[derive(Debug)]
struct Buffer<T> {
    start: NonNull<T>,
    /// In elements.
    length: usize,
    writable: AtomicBool,
    owner: Owner,
}

/// Whose memory it is.
#[derive(Debug)]
enum Owner {
    /// A `Vec` of this capacity, taken apart.
    Vec { capacity: usize },
    /// Someone else's: it stays valid as long as this value lives.
    Foreign(Box<dyn Any + Send + Sync>),
}

/// Keeps the memory of an array that is read as elements of another type.
struct Reinterpreted {
    /// Where the memory starts.
    place: usize,
    _array: Box<dyn Any + Send + Sync>,
}

impl Reinterpreted {
    fn of<T: Element>(array: &Array<T>) -> Self {
        Self { place: array.place(), _array: Box::new(array.clone()) }
    }
}

// SAFETY: The elements are plain numbers. They are written only through `write`, by the one thread that runs a call on
// arrays of its own; arrays that threads share are frozen and never written.
unsafe impl<T: Element> Send for Buffer<T> {}
// SAFETY: As above.
unsafe impl<T: Element> Sync for Buffer<T> {}

impl<T> Drop for Buffer<T> {
    fn drop(&mut self) {
        if let Owner::Vec { capacity } = self.owner {
            // SAFETY: The parts are those of a `Vec` that was taken apart in `Array::from_vec`.
            drop(unsafe { Vec::from_raw_parts(self.start.as_ptr(), self.length, capacity) });
        }
    }
}

impl<T: Element> Array<T> {
    /// An array of the elements in C order; their number must be what the shape says.
    pub fn from_vec(elements: Vec<T>, shape: &[usize]) -> Self {
        assert_eq!(elements.len(), shape.iter().product::<usize>(), "elements do not fill the shape {shape:?}");
        let mut elements = ManuallyDrop::new(elements);
        let buffer = Buffer {
            start: NonNull::new(elements.as_mut_ptr()).unwrap_or(NonNull::dangling()),
            length: elements.len(),
            writable: AtomicBool::new(true),
            owner: Owner::Vec { capacity: elements.capacity() },
        };
        let Axes { shape, strides } = Axes::in_c_order(shape);
        Self { buffer: Arc::new(buffer), offset: 0, shape, strides, read_only: false }
    }

    /// An array of the elements whose bytes, little-endian and in C order, are given: how captured arrays are kept.
    pub fn from_bytes(bytes: &[u8], shape: &[usize]) -> Self {
        let size: usize = shape.iter().product();
        assert_eq!(bytes.len(), size * size_of::<T>(), "bytes do not fill the shape {shape:?}");
        let mut elements = vec![T::ZERO; size];
        // SAFETY: The vector has as many bytes, and every captured element is one of its type.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), elements.as_mut_ptr().cast(), bytes.len()) };
        Self::from_vec(elements, shape)
    }

    /// An array of elements in memory that is not ours, in C order. `owner` keeps the memory valid and frees it when
    /// it is dropped, after the last view of the array.
    ///
    /// # Safety
    /// As long as `owner` lives, `start` must point to as many initialised elements as the shape says, aligned for
    /// `T`, which nobody else writes to, and reads only if `writable` is false or no operator is running on them.
    pub unsafe fn from_foreign(
        start: NonNull<T>,
        shape: &[usize],
        writable: bool,
        owner: impl Any + Send + Sync,
    ) -> Self {
        let buffer = Buffer {
            start,
            length: shape.iter().product(),
            writable: AtomicBool::new(writable),
            owner: Owner::Foreign(Box::new(owner)),
        };
        let Axes { shape, strides } = Axes::in_c_order(shape);
        Self { buffer: Arc::new(buffer), offset: 0, shape, strides, read_only: false }
    }

    /// An array with the one element and no axes.
    pub fn from_scalar(value: T) -> Self {
        Self::from_vec(vec![value], &[])
    }

    /// An array of one axis.
    pub fn from_elements(elements: Vec<T>) -> Self {
        let length = elements.len();
        Self::from_vec(elements, &[length])
    }

    /// An array whose elements are all the same.
    pub fn filled(value: T, shape: &[usize]) -> Self {
        Self::from_vec(vec![value; shape.iter().product()], shape)
    }

    /// The length of each axis.
    #[inline]
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// The steps along each axis, in elements.
    #[inline]
    pub fn strides(&self) -> &[isize] {
        &self.strides
    }

    /// The number of axes.
    #[inline]
    pub fn rank(&self) -> usize {
        self.shape.len()
    }

    /// The number of elements.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// The first element's address. The elements of a C-contiguous array follow from there; they stay valid as long as
    /// any array that shares them lives, so hand out a clone of the array with the pointer.
    #[inline]
    pub fn pointer(&self) -> NonNull<T> {
        // SAFETY: `offset` lies within the buffer or at its end.
        unsafe { self.buffer.start.add(self.offset) }
    }

    /// Whether the elements lie one after the other in C order.
    pub fn is_contiguous(&self) -> bool {
        walk::is_contiguous(&self.shape, &self.strides)
    }

    /// The elements in C order, where they lie so.
    pub fn as_slice(&self) -> Option<&[T]> {
        // SAFETY: The elements from the first on are the array's, and initialised.
        self.is_contiguous().then(|| unsafe { std::slice::from_raw_parts(self.pointer().as_ptr(), self.size()) })
    }

    /// The same elements in C order: the array itself where they lie so, else a copy.
    pub fn to_contiguous(&self) -> Self {
        if self.is_contiguous() { self.clone() } else { self.copied() }
    }

    /// A new array with the elements.
    pub fn copied(&self) -> Self {
        self.map(|element| element)
    }

    /// The elements in C order.
    pub fn to_vec(&self) -> Vec<T> {
        match self.as_slice() {
            Some(elements) => elements.to_vec(),
            None => self.elements().collect(),
        }
    }

    /// Goes over the elements in C order.
    pub fn elements(&self) -> impl Iterator<Item = T> + '_ {
        let together = self.as_slice();
        let apart = if together.is_some() { Vec::new() } else { walk::offsets(self.layout()) };
        together.unwrap_or_default().iter().copied().chain(apart.into_iter().map(|offset| {
            // SAFETY: An offset of the array's own layout is that of one of its elements.
            unsafe { *self.pointer().as_ptr().offset(offset) }
        }))
    }

    /// A new array with what `change` makes of each element.
    pub fn map<U: Element>(&self, change: impl Fn(T) -> U + Sync) -> Array<U> {
        elementwise::map(&self.shape, (self.read(),), |(element,)| change(element))
    }

    /// A new array with the elements converted.
    pub fn cast<U: Element>(&self) -> Array<U>
    where
        T: Cast<U>,
    {
        self.map(Cast::cast)
    }

    /// The only element of an array of size one.
    ///
    /// # Errors
    /// `ValueError` where there are more or none.
    pub fn only(&self) -> Fallible<T> {
        if self.size() != 1 {
            return Err(value_error("can only convert an array of size 1 to a Python scalar"));
        }
        // SAFETY: The array has an element, and this is the first.
        Ok(unsafe { *self.pointer().as_ptr() })
    }

    /// The array as one of the `ndarray` crate.
    pub fn view(&self) -> ArrayViewD<'_, T> {
        // `ndarray` wants strides that are not negative: view each backwards axis from its other end, then turn it.
        let mut start = self.pointer();
        let mut strides = Vec::with_capacity(self.rank());
        for (&length, &stride) in self.shape.iter().zip(&self.strides) {
            if stride < 0 && length > 0 {
                // SAFETY: The last element of the axis is an element of the array.
                start = unsafe { start.offset(stride * (length as isize - 1)) };
            }
            strides.push(stride.unsigned_abs());
        }
        // SAFETY: Every index leads to an element of the buffer, which lives as long as `self`.
        let mut view =
            unsafe { ArrayViewD::from_shape_ptr(self.shape.to_vec().strides(strides), start.as_ptr().cast_const()) };
        for (axis, &stride) in self.strides.iter().enumerate() {
            if stride < 0 {
                view.invert_axis(Axis(axis));
            }
        }
        view
    }

    /// Another view of the same elements.
    ///
    /// # Safety
    /// Every index of the shape must lead to an element of the buffer.
    pub(crate) unsafe fn with_layout(&self, offset: isize, shape: Lengths, strides: Strides) -> Self {
        let offset = (self.offset as isize + offset) as usize;
        Self { buffer: self.buffer.clone(), offset, shape, strides, read_only: self.read_only }
    }

    /// Where its elements lie.
    pub(super) fn layout(&self) -> Layout<'_> {
        Layout { shape: &self.shape, strides: &self.strides }
    }

    /// What tells the array from others that are no views of the same elements in the same way.
    pub(crate) fn identity(&self) -> usize {
        use std::hash::BuildHasher;
        let place = (self.pointer().as_ptr().addr(), &self.shape, &self.strides);
        rustc_hash::FxBuildHasher.hash_one(place) as usize
    }

    /// Whether the two are views of the same memory, so that writing one may change the other.
    pub(super) fn shares_memory<U: Element>(&self, other: &Array<U>) -> bool {
        self.place() == other.place()
    }

    /// What tells the memory from other memory: that of the array this is a reinterpretation of.
    fn place(&self) -> usize {
        match &self.buffer.owner {
            Owner::Foreign(owner) => match owner.downcast_ref::<Reinterpreted>() {
                Some(base) => base.place,
                None => self.buffer.start.addr().get(),
            },
            Owner::Vec { .. } => self.buffer.start.addr().get(),
        }
    }

    /// Makes the elements read-only for good: for arrays that threads share.
    pub fn freeze(&self) {
        self.buffer.writable.store(false, Ordering::Relaxed);
    }

    /// The same view, which must not be written through.
    pub(crate) fn read_only(self) -> Self {
        Self { read_only: true, ..self }
    }

    /// The same memory read as elements of another type: `array.view(dtype)`.
    ///
    /// # Errors
    /// `ValueError` where elements of that size do not fill the last axis, or do not lie one after the other.
    pub(super) fn reinterpreted<U: Element>(&self) -> Fallible<Array<U>> {
        let (from, to) = (size_of::<T>(), size_of::<U>());
        let (mut shape, mut strides) = (self.shape.clone(), self.strides.clone());
        if from != to {
            let (Some(length), Some(step)) = (shape.last_mut(), strides.last_mut()) else {
                return Err(value_error(
                    "Changing the dtype of a 0d array is only supported if the itemsize is unchanged",
                ));
            };
            if *step != 1 && *length > 1 {
                return Err(value_error("To change to a dtype of a different size, the last axis must be contiguous"));
            }
            let bytes = *length * from;
            if bytes % to != 0 {
                return Err(value_error(if from < to {
                    "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array."
                } else {
                    "When changing to a smaller dtype, its size must be a divisor of the size of original dtype"
                }));
            }
            (*length, *step) = (bytes / to, 1);
            let last = strides.len() - 1;
            for stride in &mut strides[..last] {
                let step = *stride * from as isize;
                if step % to as isize != 0 {
                    return Err(value_error("the steps of the array are no multiples of the size of the elements"));
                }
                *stride = step / to as isize;
            }
        }
        let start = self.pointer().cast::<U>();
        if !start.is_aligned() {
            return Err(value_error(format!("the elements do not lie where {} can be read", U::NAME)));
        }
        // SAFETY: The view goes over the bytes that this array's elements have, every pattern of which is a `U`: `bool`
        // is not asked for. The clone keeps the memory.
        let whole = unsafe { Array::<U>::from_foreign(start, &[], self.is_writable(), Reinterpreted::of(self)) };
        // SAFETY: As above.
        Ok(unsafe { whole.with_layout(0, shape, strides) })
    }

    /// The elements, for a loop over them.
    #[inline]
    pub fn read(&self) -> Elements<'_, T> {
        Elements::of(self)
    }

    /// Whether nobody else holds the memory, and it is ours: no other array, no view, no reinterpretation.
    pub(super) fn is_sole(&self) -> bool {
        // There are no weak references to a buffer.
        Arc::strong_count(&self.buffer) == 1
            && matches!(self.buffer.owner, Owner::Vec { .. })
            && self.is_writable()
            && self.size() == self.buffer.length
    }

    /// Whether the elements may be changed.
    #[inline]
    pub fn is_writable(&self) -> bool {
        !self.read_only && self.buffer.writable.load(Ordering::Relaxed)
    }

    /// The first element's address, to write by.
    ///
    /// # Errors
    /// `ValueError` with `message` ("assignment destination is read-only") where the elements are read-only.
    pub(super) fn write(&self, message: &str) -> Fallible<*mut T> {
        if self.is_writable() { Ok(self.pointer().as_ptr()) } else { Err(value_error(message)) }
    }
}

/// The strides of an array in C order.
pub(super) fn c_strides(shape: &[usize]) -> Strides {
    let mut strides: Strides = SmallVec::from_elem(0, shape.len());
    let mut step = 1;
    for (stride, &length) in strides.iter_mut().zip(shape).rev() {
        *stride = step;
        step *= length.max(1) as isize;
    }
    strides
}
