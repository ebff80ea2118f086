//! `torch.dtype`: the type of a tensor's elements, as a value of its own.

use std::marker::PhantomData;

use crate::numpy::{Element, Kind};
use crate::object::{Equal, Object};

/// A dtype: `torch.float32`. It takes no memory; the type says all.
#[derive(Debug)]
pub struct DType<T>(PhantomData<fn() -> T>);

impl<T> DType<T> {
    /// The dtype.
    #[expect(clippy::new_without_default, reason = "a dtype has no default; it is written `DType::<f32>::new()`")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Clone for DType<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for DType<T> {}

/// As it shows itself: `torch.float32`.
impl<T: Element> Object for DType<T> {
    fn type_name(&self) -> &'static str {
        "dtype"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("torch.");
        out.push_str(T::NAME);
    }
}

impl<T: Element, U: Element> Equal<DType<U>> for DType<T> {
    fn equal(&self, _: &DType<U>) -> bool {
        T::TYPE == U::TYPE
    }
}

/// `dtype.is_floating_point`.
pub fn is_floating_point<T: Element>(_: DType<T>) -> bool {
    T::KIND == Kind::Float
}

/// `dtype.is_complex`.
pub fn is_complex<T: Element>(_: DType<T>) -> bool {
    T::KIND == Kind::Complex
}

/// `dtype.itemsize`.
pub fn itemsize<T: Element>(_: DType<T>) -> i64 {
    size_of::<T>() as i64
}
