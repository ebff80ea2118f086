//! Array data at the boundary: a pointer with dtype, shape and strides, and whoever keeps it alive.

use std::fmt;
use std::ptr::NonNull;
use std::sync::Arc;

use crate::numpy::{Array, Element, ElementType};

/// The most axes an array may have: numpy's limit.
pub const MAX_AXES: usize = 64;

/// The elements of an array, shared: a clone refers to the same memory.
#[derive(Clone)]
pub struct Buffer {
    element: ElementType,
    shape: Box<[i64]>,
    strides: Box<[i64]>,
    data: NonNull<u8>,
    writable: bool,
    owner: Arc<dyn Send + Sync>,
}

// SAFETY: the owner keeps the memory alive from any thread. Reading it from several threads at once is sound as long
// as none of them writes; a caller that lets a predictor write into an array answers for that, as in numpy.
unsafe impl Send for Buffer {}
// SAFETY: as above.
unsafe impl Sync for Buffer {}

impl Buffer {
    /// Array data at `data`, strides in bytes, kept alive by `owner`. The address need not be aligned.
    ///
    /// # Safety
    /// `shape` and `strides` are of one length, the lengths are not negative, and the bytes of all elements together
    /// fit an `isize`. Until `owner` is dropped every element that shape and strides lead to must be readable and
    /// initialised; and writable if `writable` says so.
    pub unsafe fn new(
        element: ElementType,
        shape: Box<[i64]>,
        strides: Box<[i64]>,
        data: NonNull<u8>,
        writable: bool,
        owner: Arc<dyn Send + Sync>,
    ) -> Self {
        debug_assert_eq!(shape.len(), strides.len());
        Self { element, shape, strides, data, writable, owner }
    }

    /// The dtype.
    pub fn element(&self) -> ElementType {
        self.element
    }

    /// The length of each axis.
    pub fn shape(&self) -> &[i64] {
        &self.shape
    }

    /// The bytes from one element to the next along each axis.
    pub fn strides(&self) -> &[i64] {
        &self.strides
    }

    /// Where the first element is.
    pub fn data(&self) -> NonNull<u8> {
        self.data
    }

    /// Whether the elements may be written.
    pub fn is_writable(&self) -> bool {
        self.writable
    }

    /// The number of elements.
    pub fn size(&self) -> usize {
        self.shape.iter().product::<i64>() as usize
    }

    /// The array of these elements, without a copy where they lie aligned and in C order. A copy is read-only, since
    /// a predictor that changed it would do so in vain.
    ///
    /// `None` where the dtype is another, or a `bool` is neither 0 nor 1.
    pub fn to_array<T: Element>(&self) -> Option<Array<T>> {
        if self.element != T::TYPE || (self.element == ElementType::Bool && !self.holds_truth_values()) {
            return None;
        }
        let shape: Vec<usize> = self.shape.iter().map(|&length| length as usize).collect();
        let start = self.data.cast::<T>();
        if start.is_aligned() && self.is_contiguous() {
            // SAFETY: the elements are as `Buffer::new` demands, in C order, and the owner lives as long as the array.
            return Some(unsafe { Array::from_foreign(start, &shape, self.writable, self.owner.clone()) });
        }
        // SAFETY: the address is that of an element of the dtype, which is `T`'s.
        let copy =
            Array::from_vec(self.addresses().map(|at| unsafe { at.cast::<T>().read_unaligned() }).collect(), &shape);
        copy.freeze();
        Some(copy)
    }

    /// The same elements in memory of its own, in C order.
    pub(crate) fn copied(&self) -> Self {
        let size = self.element.size();
        // Words, so that the elements are aligned whatever their dtype is.
        let mut words = vec![0_u64; (self.size() * size).div_ceil(size_of::<u64>())];
        let data = NonNull::new(words.as_mut_ptr().cast::<u8>()).unwrap_or(NonNull::dangling());
        for (position, address) in self.addresses().enumerate() {
            // SAFETY: an element of that many bytes is there, and the words have room for all of them.
            unsafe {
                data.add(position * size).copy_from_nonoverlapping(NonNull::new_unchecked(address.cast_mut()), size)
            };
        }
        let strides = contiguous_strides(self.element, &self.shape).unwrap_or_else(|| self.strides.clone());
        Self { element: self.element, shape: self.shape.clone(), strides, data, writable: true, owner: Arc::new(words) }
    }

    /// Whether every element's byte is 0 or 1.
    fn holds_truth_values(&self) -> bool {
        // SAFETY: the address is that of an element, which is readable.
        self.addresses().all(|at| unsafe { at.read() } < 2)
    }

    /// Whether the elements lie one after the other in C order.
    fn is_contiguous(&self) -> bool {
        let mut step = self.element.size() as i64;
        let axes = self.shape.iter().zip(&self.strides).rev();
        let in_order = |(&length, &stride): (&i64, &i64)| {
            let fits = length == 1 || stride == step;
            step *= length;
            fits
        };
        self.size() == 0 || axes.into_iter().all(in_order)
    }

    /// The addresses of the elements in C order.
    fn addresses(&self) -> impl Iterator<Item = *const u8> + '_ {
        let mut index = vec![0_i64; self.shape.len()];
        let mut offset = 0_i64;
        (0..self.size()).map(move |_| {
            // SAFETY: shape and strides lead to an element.
            let address = unsafe { self.data.as_ptr().offset(offset as isize) };
            for axis in (0..index.len()).rev() {
                index[axis] += 1;
                offset += self.strides[axis];
                if index[axis] < self.shape[axis] {
                    break;
                }
                offset -= self.strides[axis] * self.shape[axis];
                index[axis] = 0;
            }
            address.cast_const()
        })
    }
}

impl<T: Element> From<Array<T>> for Buffer {
    fn from(array: Array<T>) -> Self {
        let size = size_of::<T>() as i64;
        Self {
            element: T::TYPE,
            shape: array.shape().iter().map(|&length| length as i64).collect(),
            strides: array.strides().iter().map(|&stride| stride as i64 * size).collect(),
            data: array.pointer().cast(),
            writable: array.is_writable(),
            owner: Arc::new(array),
        }
    }
}

impl fmt::Debug for Buffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Buffer")
            .field("element", &self.element)
            .field("shape", &self.shape)
            .field("strides", &self.strides)
            .finish_non_exhaustive()
    }
}

/// The strides, in bytes, of an array of that shape whose elements lie in C order.
///
/// `None` where a length is negative or the array would be larger than memory.
pub fn contiguous_strides(element: ElementType, shape: &[i64]) -> Option<Box<[i64]>> {
    let mut step = element.size() as i64;
    let mut strides = vec![0; shape.len()].into_boxed_slice();
    for (stride, &length) in strides.iter_mut().zip(shape).rev() {
        *stride = step;
        step = step.checked_mul(length.max(1)).filter(|_| length >= 0)?;
    }
    Some(strides)
}
