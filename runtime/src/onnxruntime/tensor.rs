//! Arrays as the tensors that models take and give, without a copy.

use std::any::Any;
use std::fmt;
use std::ptr::{self, NonNull};

use ort::AsPointer;
use ort::memory::{AllocationDevice, Allocator, AllocatorType, MemoryInfo, MemoryType};
use ort::value::{DynValue, DynValueRef, TensorElementType, TensorRef, ValueType};

use super::session::Outputs;
use crate::exception::{Fallible, runtime_error};
use crate::numpy::texts::Texts;
use crate::numpy::{Array, DType, Element, ElementType};
use crate::opaque::Opaque;
use crate::str::Str;

/// What goes into a model.
pub struct Tensor(Content);

enum Content {
    Numbers(Numbers),
    Texts(Texts),
}

/// An array on its way into a model.
struct Numbers {
    element: ElementType,
    shape: Vec<usize>,
    start: NonNull<u8>,
    /// Keeps the elements alive.
    _array: Box<dyn Any>,
}

/// Runs code for the Rust type of an element type. Here and not in the generic functions, so that it is compiled once,
/// into the runtime.
macro_rules! for_element {
    ($element:expr, $T:ident => $body:expr) => {
        for_element!($element, $T => $body; Bool bool, Int8 i8, Int16 i16, Int32 i32, Int64 i64, UInt8 u8, UInt16 u16,
            UInt32 u32, UInt64 u64, Float32 f32, Float64 f64)
    };
    ($element:expr, $T:ident => $body:expr; $($variant:ident $ty:ty),*) => {
        match $element {
            $(ElementType::$variant => {
                type $T = $ty;
                $body
            })*
            // Those of float16 are made and read below; there are none of complex numbers.
            ElementType::Float16 | ElementType::Complex64 | ElementType::Complex128 => {
                Err(ort::Error::new(format!("tensors of {} are not supported", $element.name())))
            }
        }
    };
}

/// A tensor over the elements of an array.
pub(super) enum Lent<'t> {
    /// Of a dtype that the `ort` crate has.
    Typed(DynValueRef<'t>),
    /// Of float16, or of texts, which are copied.
    Own(DynValue),
}

impl Lent<'_> {
    pub fn ptr(&self) -> *const ort::sys::OrtValue {
        match self {
            Lent::Typed(value) => value.ptr(),
            Lent::Own(value) => value.ptr(),
        }
    }
}

impl Tensor {
    /// The tensor, over the array's own elements where those are numbers.
    pub(super) fn value(&self) -> ort::Result<Lent<'_>> {
        match &self.0 {
            Content::Texts(texts) => {
                let items: Vec<String> = texts.items().iter().map(|text| text.as_str().to_owned()).collect();
                let tensor = ort::value::Tensor::from_string_array((texts.shape().to_vec(), &*items))?;
                Ok(Lent::Own(tensor.into_dyn()))
            }
            Content::Numbers(numbers) if numbers.element == ElementType::Float16 => numbers.half().map(Lent::Own),
            Content::Numbers(numbers) => numbers.typed().map(Lent::Typed),
        }
    }
}

impl Numbers {
    /// One of float16, for which the `ort` crate has no type without another crate: made by onnxruntime's own interface.
    fn half(&self) -> ort::Result<DynValue> {
        let memory = MemoryInfo::new(AllocationDevice::CPU, 0, AllocatorType::Device, MemoryType::CPUInput)?;
        let shape: Vec<i64> = self.shape.iter().map(|&length| length as i64).collect();
        let bytes = self.shape.iter().product::<usize>() * size_of::<u16>();
        let mut value = ptr::null_mut();
        // SAFETY: `tensor` has taken the address of so many bytes, which live as long as `self` and are only read.
        let status = unsafe {
            (ort::api().CreateTensorWithDataAsOrtValue)(
                memory.ptr(),
                self.start.as_ptr().cast(),
                bytes,
                shape.as_ptr(),
                shape.len(),
                TensorElementType::Float16.into(),
                &mut value,
            )
        };
        // SAFETY: The status is onnxruntime's.
        unsafe { ort::Error::result_from_status(status) }?;
        let value = NonNull::new(value).ok_or_else(|| ort::Error::new("onnxruntime made no tensor"))?;
        // SAFETY: The value was made above and belongs to nobody else.
        Ok(unsafe { DynValue::from_ptr(value, Some(&Allocator::default())) })
    }

    fn typed(&self) -> ort::Result<DynValueRef<'_>> {
        let size = self.shape.iter().product();
        for_element!(self.element, T => {
            // SAFETY: `tensor` has taken the address of as many elements of that type, and they live as long as `self`.
            let elements = unsafe { std::slice::from_raw_parts(self.start.cast::<T>().as_ptr(), size) };
            Ok(TensorRef::from_array_view((&*self.shape, elements))?.into_dyn())
        })
    }
}

impl fmt::Debug for Tensor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tensor")
    }
}

/// What a model can be given.
pub trait Feed {
    /// It as a tensor.
    fn tensor(&self) -> Tensor;
}

/// Its own elements where they lie in C order, else a copy.
impl<T: Element> Feed for Array<T> {
    fn tensor(&self) -> Tensor {
        let array = self.to_contiguous();
        let (shape, start) = (array.shape().to_vec(), array.pointer().cast());
        Tensor(Content::Numbers(Numbers { element: T::TYPE, shape, start, _array: Box::new(array) }))
    }
}

impl Feed for Texts {
    fn tensor(&self) -> Tensor {
        Tensor(Content::Texts(self.clone()))
    }
}

/// An array as a tensor.
pub fn tensor(array: &impl Feed) -> Tensor {
    array.tensor()
}

/// The output of that number as an array of texts.
///
/// # Errors
/// `RuntimeError` where the model gave something else than it declares, or what is no UTF-8.
pub fn output_texts(outputs: &Outputs, index: i64, rank: Option<i64>) -> Fallible<Texts> {
    let (name, value) = named(outputs, index)?;
    let (shape, texts) = value
        .try_extract_strings()
        .map_err(|error| runtime_error(format!("the model's output '{name}' is no array of texts: {error}")))?;
    let shape = lengths(shape);
    check_rank(name, &shape, rank)?;
    Ok(Texts::of_shape(shape, texts.into_iter().map(Str::from).collect()))
}

/// The output of that number as an array over the tensor's own elements.
///
/// # Errors
/// `RuntimeError` where the model gave another dtype or number of axes than it declares.
pub fn output<T: Element>(outputs: &Outputs, index: i64, rank: Option<i64>, _dtype: DType<T>) -> Fallible<Array<T>> {
    let found = find(outputs, index, rank, T::TYPE)?;
    Ok(match found {
        Found { shape, elements: None } => Array::from_vec(Vec::new(), &shape),
        // SAFETY: `find` has checked that the elements are of the type; the owner keeps them.
        Found { shape, elements: Some((start, owner)) } => unsafe {
            Array::from_foreign(start.cast(), &shape, true, owner)
        },
    })
}

/// An output of a model.
struct Found {
    shape: Vec<usize>,
    /// The first element, of as many as the shape says, and what keeps them; `None` where there are none.
    elements: Option<(NonNull<u8>, Opaque<DynValue>)>,
}

fn find(outputs: &Outputs, index: i64, rank: Option<i64>, element: ElementType) -> Fallible<Found> {
    let (name, value) = named(outputs, index)?;
    let extracted = match element {
        ElementType::Float16 => half_elements(value),
        _ => for_element!(element, T => value.try_extract_tensor::<T>().map(|(shape, elements)| {
            let start = NonNull::from(elements).cast::<u8>();
            (lengths(shape), (!elements.is_empty()).then_some(start))
        })),
    };
    let (shape, start) = extracted.map_err(|_| {
        let (found, declared) = (value.dtype(), element.name());
        runtime_error(format!("the model's output '{name}' is {found}, but it declares tensor({declared})"))
    })?;
    check_rank(name, &shape, rank)?;
    Ok(Found { shape, elements: start.map(|start| (start, value.clone())) })
}

fn named(outputs: &Outputs, index: i64) -> Fallible<&(String, Opaque<DynValue>)> {
    let found = usize::try_from(index).ok().and_then(|index| outputs.get(index));
    found.ok_or_else(|| runtime_error(format!("the model gave no output of the number {index}")))
}

fn check_rank(name: &str, shape: &[usize], rank: Option<i64>) -> Fallible<()> {
    match rank.filter(|&rank| rank != shape.len() as i64) {
        Some(rank) => {
            let found = shape.len();
            Err(runtime_error(format!("the model's output '{name}' has {found} axes, but it declares {rank}")))
        }
        None => Ok(()),
    }
}

fn lengths(shape: &[i64]) -> Vec<usize> {
    shape.iter().map(|&length| length.max(0) as usize).collect()
}

/// The shape and the first element of a tensor of float16; `None` where it has no elements.
fn half_elements(value: &DynValue) -> ort::Result<(Vec<usize>, Option<NonNull<u8>>)> {
    let ValueType::Tensor { ty: TensorElementType::Float16, shape, .. } = value.dtype() else {
        return Err(ort::Error::new("no tensor of float16"));
    };
    let mut start = ptr::null_mut();
    // SAFETY: The value is a tensor in the memory of the processor.
    let status = unsafe { (ort::api().GetTensorMutableData)(value.ptr().cast_mut(), &mut start) };
    // SAFETY: The status is onnxruntime's.
    unsafe { ort::Error::result_from_status(status) }?;
    let shape = lengths(shape);
    let is_empty = shape.contains(&0);
    Ok((shape, NonNull::new(start.cast()).filter(|_| !is_empty)))
}
