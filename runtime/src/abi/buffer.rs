//! Array data at the boundary: a pointer with dtype, shape and strides, and whoever keeps it alive.

use std::fmt;
use std::sync::Arc;

/// The dtype of an array at the boundary. The numbers are part of the ABI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u32)]
pub enum ElementType {
    /// `bool`, a byte that is 0 or 1.
    Bool = 1,
    /// `int8`
    Int8 = 2,
    /// `int16`
    Int16 = 3,
    /// `int32`
    Int32 = 4,
    /// `int64`
    Int64 = 5,
    /// `uint8`
    UInt8 = 6,
    /// `uint16`
    UInt16 = 7,
    /// `uint32`
    UInt32 = 8,
    /// `uint64`
    UInt64 = 9,
    /// `float16`
    Float16 = 10,
    /// `float32`
    Float32 = 11,
    /// `float64`
    Float64 = 12,
}

impl ElementType {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 12] = [
        Self::Bool,
        Self::Int8,
        Self::Int16,
        Self::Int32,
        Self::Int64,
        Self::UInt8,
        Self::UInt16,
        Self::UInt32,
        Self::UInt64,
        Self::Float16,
        Self::Float32,
        Self::Float64,
    ];

    /// The dtype of that number.
    pub fn from_number(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|element| *element as u32 == number)
    }

    /// Bytes of one element.
    pub fn size(self) -> usize {
        match self {
            Self::Bool | Self::Int8 | Self::UInt8 => 1,
            Self::Int16 | Self::UInt16 | Self::Float16 => 2,
            Self::Int32 | Self::UInt32 | Self::Float32 => 4,
            Self::Int64 | Self::UInt64 | Self::Float64 => 8,
        }
    }

    /// `str(dtype)`: `float32`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Int8 => "int8",
            Self::Int16 => "int16",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::UInt8 => "uint8",
            Self::UInt16 => "uint16",
            Self::UInt32 => "uint32",
            Self::UInt64 => "uint64",
            Self::Float16 => "float16",
            Self::Float32 => "float32",
            Self::Float64 => "float64",
        }
    }

    /// The name of its scalar class: `numpy.float32`.
    pub fn scalar_name(self) -> &'static str {
        match self {
            Self::Bool => "numpy.bool",
            Self::Int8 => "numpy.int8",
            Self::Int16 => "numpy.int16",
            Self::Int32 => "numpy.int32",
            Self::Int64 => "numpy.int64",
            Self::UInt8 => "numpy.uint8",
            Self::UInt16 => "numpy.uint16",
            Self::UInt32 => "numpy.uint32",
            Self::UInt64 => "numpy.uint64",
            Self::Float16 => "numpy.float16",
            Self::Float32 => "numpy.float32",
            Self::Float64 => "numpy.float64",
        }
    }
}

/// The elements of an array, shared: a clone refers to the same memory.
#[derive(Clone)]
pub struct Buffer {
    element: ElementType,
    shape: Box<[usize]>,
    strides: Box<[isize]>,
    data: *mut u8,
    writable: bool,
    owner: Arc<dyn Send + Sync>,
}

// SAFETY: the owner keeps the memory alive from any thread. Reading it from several threads at once is sound as long
// as none of them writes; a caller that lets a predictor write into an array answers for that, as in numpy.
unsafe impl Send for Buffer {}
// SAFETY: as above.
unsafe impl Sync for Buffer {}

impl Buffer {
    /// Array data at `data`, strides in bytes, kept alive by `owner`.
    ///
    /// # Safety
    /// Until `owner` is dropped every element that shape and strides lead to must be readable, aligned to its size
    /// and initialised, a `bool` 0 or 1; and writable if `writable` says so. `shape` and `strides` are of one length.
    pub unsafe fn new(
        element: ElementType,
        shape: Box<[usize]>,
        strides: Box<[isize]>,
        data: *mut u8,
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
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// The bytes from one element to the next along each axis.
    pub fn strides(&self) -> &[isize] {
        &self.strides
    }

    /// Where the first element is.
    pub fn data(&self) -> *mut u8 {
        self.data
    }

    /// Whether the elements may be written.
    pub fn is_writable(&self) -> bool {
        self.writable
    }

    /// What keeps the memory alive.
    pub fn owner(&self) -> &Arc<dyn Send + Sync> {
        &self.owner
    }

    /// The strides of an array of that shape whose elements lie in C order.
    ///
    /// `None` where the array would be larger than memory.
    pub fn contiguous_strides(element: ElementType, shape: &[usize]) -> Option<Box<[isize]>> {
        let mut step = isize::try_from(element.size()).ok()?;
        let mut strides = vec![0; shape.len()].into_boxed_slice();
        for (stride, length) in strides.iter_mut().zip(shape).rev() {
            *stride = step;
            step = step.checked_mul(isize::try_from((*length).max(1)).ok()?)?;
        }
        Some(strides)
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
