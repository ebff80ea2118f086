//! Arrays of numbers, as numpy has them.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

/// An array, or a numpy scalar where it has no axes. A clone shares the elements.
#[derive(Clone)]
pub struct Array {
    dtype: DType,
    shape: Vec<i64>,
    strides: Vec<i64>,
    data: *const u8,
    /// Keeps the elements.
    owner: Arc<dyn Any + Send + Sync>,
    /// Whether `owner` is a vector of ours and not memory of a library.
    is_ours: bool,
    /// Whether the elements may be changed.
    is_writable: bool,
}

// SAFETY: Elements are only read, and are kept by `owner`, which may be shared.
unsafe impl Send for Array {}
// SAFETY: As for `Send`.
unsafe impl Sync for Array {}

/// A Rust type that arrays have elements of.
pub trait Element: Copy + Send + Sync + 'static {
    /// Its dtype.
    const DTYPE: DType;
}

/// numpy's name of each dtype, and the number that the C header gives it.
macro_rules! dtypes {
    ($($variant:ident $type:ty, $number:literal, $name:literal;)*) => {
        /// What the elements of an array are.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum DType { $(#[doc = $name] $variant = $number),* }

        impl DType {
            /// The dtype of numpy's name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }

            /// The dtype of that number in `hotforge.h`.
            pub fn from_number(number: u32) -> Option<Self> {
                match number { $($number => Some(Self::$variant),)* _ => None }
            }

            /// numpy's name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// Bytes of an element.
            pub fn size(self) -> usize {
                match self { $(Self::$variant => size_of::<$type>()),* }
            }
        }

        $(impl Element for $type { const DTYPE: DType = DType::$variant; })*
    };
}

dtypes! {
    Bool bool, 1, "bool";
    Int8 i8, 2, "int8";
    Int16 i16, 3, "int16";
    Int32 i32, 4, "int32";
    Int64 i64, 5, "int64";
    UInt8 u8, 6, "uint8";
    UInt16 u16, 7, "uint16";
    UInt32 u32, 8, "uint32";
    UInt64 u64, 9, "uint64";
    Float16 Half, 10, "float16";
    Float32 f32, 11, "float32";
    Float64 f64, 12, "float64";
    Complex64 Complex<f32>, 13, "complex64";
    Complex128 Complex<f64>, 14, "complex128";
}

/// A float of 16 bits, by its bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Half(pub u16);

/// A complex number: its real and its imaginary part.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C)]
pub struct Complex<F> {
    /// The real part.
    pub re: F,
    /// The imaginary part.
    pub im: F,
}

macro_rules! complex {
    ($($part:ty, $size:literal;)*) => {$(
        impl Complex<$part> {
            fn from_ne_bytes(bytes: [u8; $size]) -> Self {
                let (re, im) = bytes.split_at($size / 2);
                let part = |bytes: &[u8]| bytes.try_into().map_or(0.0, <$part>::from_ne_bytes);
                Self { re: part(re), im: part(im) }
            }
        }
    )*};
}
complex! {
    f32, 8;
    f64, 16;
}

impl Half {
    fn from_ne_bytes(bytes: [u8; 2]) -> Self {
        Self(u16::from_ne_bytes(bytes))
    }

    /// The bits of infinity; those of NaN are more.
    const INFINITE: u16 = 0x7c00;

    /// The nearest to a number, the even one of two.
    pub fn from_f64(value: f64) -> Self {
        let sign = if value.is_sign_negative() { 0x8000 } else { 0 };
        if value.is_nan() {
            return Self(sign | Self::INFINITE | 0x200);
        }
        // The sizes are in the order of their bits; the one that would follow the largest stands for infinity.
        let distance = |bits: u16| (Self::size(bits) - value.abs()).abs();
        let (mut below, mut above) = (0, Self::INFINITE);
        while above - below > 1 {
            let middle = below + (above - below) / 2;
            if Self::size(middle) <= value.abs() {
                below = middle;
            } else {
                above = middle;
            }
        }
        let up = distance(above) < distance(below) || distance(above) == distance(below) && above % 2 == 0;
        Self(sign | if up { above } else { below })
    }

    /// The number.
    pub fn to_f64(self) -> f64 {
        let sign = if self.0 & 0x8000 == 0 { 1.0 } else { -1.0 };
        match self.0 & 0x7fff {
            Self::INFINITE => sign * f64::INFINITY,
            bits if bits > Self::INFINITE => f64::NAN,
            bits => sign * Self::size(bits),
        }
    }

    /// The size of the number with these bits.
    fn size(bits: u16) -> f64 {
        let (exponent, fraction) = (i32::from(bits >> 10), f64::from(bits & 0x3ff));
        if exponent == 0 { fraction * 2f64.powi(-24) } else { (1024.0 + fraction) * 2f64.powi(exponent - 25) }
    }
}

impl Array {
    /// An array of that shape with the elements in C order, which are not copied. `None` where the shape has not as many.
    pub fn from_vec<T: Element>(shape: &[i64], elements: Vec<T>) -> Option<Self> {
        let count = shape.iter().try_fold(1_i64, |count, &length| count.checked_mul(length).filter(|_| length >= 0))?;
        if count != elements.len() as i64 {
            return None;
        }
        Some(Self {
            dtype: T::DTYPE,
            shape: shape.to_vec(),
            strides: contiguous_strides(shape, size_of::<T>() as i64),
            data: elements.as_ptr().cast(),
            owner: Arc::new(elements),
            is_ours: true,
            is_writable: true,
        })
    }

    /// An array of that shape with a copy of the elements, which are given as bytes in C order and the machine's byte order.
    /// `None` where there are not as many, or one is no element of that dtype.
    pub fn from_bytes(dtype: DType, shape: &[i64], bytes: &[u8]) -> Option<Self> {
        macro_rules! of {
            ($type:ty) => {{
                let (chunks, rest) = bytes.as_chunks::<{ size_of::<$type>() }>();
                let elements = chunks.iter().map(|bytes| <$type>::from_ne_bytes(*bytes)).collect();
                rest.is_empty().then(|| Array::from_vec::<$type>(shape, elements))?
            }};
        }
        match dtype {
            DType::Bool if bytes.iter().any(|&byte| byte > 1) => None,
            DType::Bool => Array::from_vec::<bool>(shape, bytes.iter().map(|&byte| byte == 1).collect()),
            DType::Int8 => of!(i8),
            DType::Int16 => of!(i16),
            DType::Int32 => of!(i32),
            DType::Int64 => of!(i64),
            DType::UInt8 => of!(u8),
            DType::UInt16 => of!(u16),
            DType::UInt32 => of!(u32),
            DType::UInt64 => of!(u64),
            DType::Float16 => of!(Half),
            DType::Float32 => of!(f32),
            DType::Float64 => of!(f64),
            DType::Complex64 => of!(Complex<f32>),
            DType::Complex128 => of!(Complex<f64>),
        }
    }

    /// Whether nobody but who has this array, its clones, and other arrays of the same result can see a change of the elements.
    pub fn is_exclusive(&self) -> bool {
        self.is_writable
    }

    /// # Safety
    /// `data`, `shape` and `strides` must describe elements of that dtype that live as long as `owner`.
    pub(crate) unsafe fn shared(
        dtype: DType,
        shape: Vec<i64>,
        strides: Vec<i64>,
        data: *const u8,
        owner: Arc<dyn Any + Send + Sync>,
        is_writable: bool,
    ) -> Self {
        Self { dtype, shape, strides, data, owner, is_ours: false, is_writable }
    }

    /// What the elements are.
    pub fn dtype(&self) -> DType {
        self.dtype
    }

    /// The length of each axis.
    pub fn shape(&self) -> &[i64] {
        &self.shape
    }

    /// Bytes from one element to the next along each axis.
    pub fn strides(&self) -> &[i64] {
        &self.strides
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.shape.iter().map(|&length| length as usize).product()
    }

    /// Whether there are no elements.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The address of the first element.
    pub fn data(&self) -> *const u8 {
        self.data
    }

    /// The elements in C order, where they are of that type and lie so; no copy is made.
    pub fn as_slice<T: Element>(&self) -> Option<&[T]> {
        if T::DTYPE != self.dtype || !self.is_contiguous() || (T::DTYPE == DType::Bool && !self.is_ours) {
            return None;
        }
        if self.is_empty() {
            return Some(&[]);
        }
        let data: *const T = self.data.cast();
        // SAFETY: `len` elements of that type lie there, and `owner` keeps them.
        data.is_aligned().then(|| unsafe { std::slice::from_raw_parts(data, self.len()) })
    }

    /// The elements in C order, copied; `None` where they are of another type.
    pub fn to_vec<T: Element>(&self) -> Option<Vec<T>> {
        if T::DTYPE != self.dtype || T::DTYPE == DType::Bool {
            return self.as_slice().map(<[T]>::to_vec);
        }
        // SAFETY: Each chunk is an element of that type, and any bytes are one: no bool is among them.
        Some(self.elements().map(|bytes| unsafe { bytes.as_ptr().cast::<T>().read_unaligned() }).collect())
    }

    /// The bytes of the elements in C order; borrowed where they lie so.
    pub fn bytes(&self) -> std::borrow::Cow<'_, [u8]> {
        if self.is_empty() {
            return Default::default();
        }
        if self.is_contiguous() {
            // SAFETY: So many bytes lie there.
            return unsafe { std::slice::from_raw_parts(self.data, self.len() * self.dtype.size()) }.into();
        }
        self.elements().flatten().copied().collect::<Vec<u8>>().into()
    }

    /// The bytes of each element, in C order.
    pub fn elements(&self) -> impl Iterator<Item = &[u8]> {
        let size = self.dtype.size();
        // SAFETY: The offset is made of this array's own shape and strides, so there is an element.
        (0..self.len())
            .map(move |index| unsafe { std::slice::from_raw_parts(self.data.offset(self.offset(index)), size) })
    }

    /// The rows along the first axis from `start` to `end`, sharing the elements. `None` where there are not so many.
    pub fn rows(&self, start: usize, end: usize) -> Option<Self> {
        let length = usize::try_from(*self.shape.first()?).ok()?;
        if start > end || end > length {
            return None;
        }
        let mut rows = self.clone();
        rows.shape[0] = (end - start) as i64;
        // SAFETY: Row `start` is one of the array's, or follows its last.
        rows.data = unsafe { self.data.offset(start as isize * self.strides[0] as isize) };
        Some(rows)
    }

    /// Whether the elements lie in C order, one after the other.
    pub fn is_contiguous(&self) -> bool {
        let expected = contiguous_strides(&self.shape, self.dtype.size() as i64);
        self.is_empty()
            || self
                .shape
                .iter()
                .zip(&self.strides)
                .zip(expected)
                .all(|((&length, &stride), wanted)| length == 1 || stride == wanted)
    }

    /// Whether nobody else can see a change of the elements.
    pub(crate) fn is_sole(&mut self) -> bool {
        self.is_ours && Arc::get_mut(&mut self.owner).is_some()
    }

    /// The bytes from the start to the element of that number, in C order.
    fn offset(&self, mut index: usize) -> isize {
        let mut offset = 0;
        for (length, stride) in self.shape.iter().zip(&self.strides).rev() {
            offset += (index % *length as usize) as isize * *stride as isize;
            index /= *length as usize;
        }
        offset
    }
}

fn contiguous_strides(shape: &[i64], size: i64) -> Vec<i64> {
    let mut strides = vec![size; shape.len()];
    for axis in (1..shape.len()).rev() {
        strides[axis - 1] = strides[axis].saturating_mul(shape[axis].max(1));
    }
    strides
}

impl fmt::Debug for Array {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Array({}, {:?})", self.dtype.name(), self.shape)
    }
}

impl PartialEq for Array {
    fn eq(&self, other: &Self) -> bool {
        self.dtype == other.dtype && self.shape == other.shape && self.bytes() == other.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_must_have_as_many_elements() {
        assert!(Array::from_vec(&[2, 2], vec![1.0_f32; 3]).is_none());
        assert!(Array::from_vec(&[-1, -3], vec![1.0_f32; 3]).is_none());
        assert!(Array::from_vec(&[i64::MAX, i64::MAX], Vec::<f32>::new()).is_none());
        assert_eq!(Array::from_vec(&[0, 3], Vec::<f32>::new()).unwrap().as_slice::<f32>(), Some(&[][..]));
    }

    #[test]
    fn floats_of_16_bits_are_rounded_to_even() {
        let numbers = [1.0, -2.5, 65504.0, 65520.0, 5.9e-8, 1.000_488_281_25, f64::NEG_INFINITY];
        let bits = numbers.map(|number| Half::from_f64(number).0);
        assert_eq!(bits, [0x3c00, 0xc100, 0x7bff, 0x7c00, 0x0001, 0x3c00, 0xfc00]);
        assert_eq!(Half(0xc100).to_f64(), -2.5);
        assert!(Half::from_f64(f64::NAN).to_f64().is_nan());
    }

    #[test]
    fn rows_share_the_elements() {
        let array = Array::from_vec(&[3, 2], vec![1, 2, 3, 4, 5, 6_i64]).unwrap();
        let rows = array.rows(1, 3).unwrap();
        assert_eq!((rows.shape(), rows.as_slice::<i64>()), (&[2, 2][..], Some(&[3, 4, 5, 6][..])));
        assert_eq!(rows.as_slice::<f64>(), None);
        assert!(array.rows(2, 4).is_none() && array.rows(3, 3).unwrap().is_empty());
    }

    #[test]
    fn elements_come_in_c_order_whatever_the_strides() {
        let mut array = Array::from_vec(&[2, 2], vec![1, 2, 3, 4_u8]).unwrap();
        array.strides = vec![1, 2];
        assert_eq!((array.as_slice::<u8>(), array.to_vec::<u8>()), (None, Some(vec![1, 3, 2, 4])));
        assert_eq!(array.bytes().as_ref(), [1, 3, 2, 4]);
    }
}
