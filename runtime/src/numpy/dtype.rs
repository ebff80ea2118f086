//! `numpy.dtype`: the type of an array's elements, as a value of its own.

use std::marker::PhantomData;

use super::element::{Element, ElementType};
use crate::object::{Equal, Object};

/// A dtype: `np.float32`. It takes no memory; the type says all.
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

/// As `array.dtype` shows itself: `dtype('float32')`, and `float32` as text.
impl<T: Element> Object for DType<T> {
    fn type_name(&self) -> &'static str {
        match T::TYPE {
            ElementType::Bool => "BoolDType",
            ElementType::Int8 => "Int8DType",
            ElementType::Int16 => "Int16DType",
            ElementType::Int32 => "Int32DType",
            ElementType::Int64 => "Int64DType",
            ElementType::UInt8 => "UInt8DType",
            ElementType::UInt16 => "UInt16DType",
            ElementType::UInt32 => "UInt32DType",
            ElementType::UInt64 => "UInt64DType",
            ElementType::Float16 => "Float16DType",
            ElementType::Float32 => "Float32DType",
            ElementType::Float64 => "Float64DType",
            ElementType::Complex64 => "Complex64DType",
            ElementType::Complex128 => "Complex128DType",
        }
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("dtype('");
        out.push_str(T::NAME);
        out.push_str("')");
    }

    fn str(&self, out: &mut String) {
        out.push_str(T::NAME);
    }
}

impl<T: Element, U: Element> Equal<DType<U>> for DType<T> {
    fn equal(&self, _: &DType<U>) -> bool {
        T::TYPE == U::TYPE
    }
}
