//! Arrays as the tensors that models take and give, without a copy.

use std::fmt;
use std::ptr::NonNull;
use std::sync::Arc;

use ort::value::{DynValueRef, PrimitiveTensorElementType, TensorRef};

use super::session::Outputs;
use crate::exception::{Fallible, runtime_error};
use crate::numpy::{Array, DType, Element};

/// An array on its way into a model.
pub struct Tensor(Box<dyn Source>);

/// An array of any element type.
trait Source {
    /// A tensor over the array's own elements.
    fn value(&self) -> ort::Result<DynValueRef<'_>>;
}

impl<T: Element + PrimitiveTensorElementType> Source for Array<T> {
    fn value(&self) -> ort::Result<DynValueRef<'_>> {
        let elements = self.as_slice().unwrap_or_default();
        Ok(TensorRef::from_array_view((self.shape(), elements))?.into_dyn())
    }
}

impl Tensor {
    /// The tensor, as long as the array lives.
    pub(super) fn value(&self) -> ort::Result<DynValueRef<'_>> {
        self.0.value()
    }
}

impl fmt::Debug for Tensor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tensor")
    }
}

/// An array as a tensor: its own elements where they lie in C order, else a copy.
pub fn tensor<T: Element + PrimitiveTensorElementType>(array: &Array<T>) -> Tensor {
    Tensor(Box::new(array.to_contiguous()))
}

/// The output of that number as an array over the tensor's own elements.
///
/// # Errors
/// `RuntimeError` where the model gave another dtype or number of axes than it declares.
pub fn output<T: Element + PrimitiveTensorElementType>(
    outputs: &Outputs,
    index: i64,
    rank: Option<i64>,
    _dtype: DType<T>,
) -> Fallible<Array<T>> {
    let found = usize::try_from(index).ok().and_then(|index| outputs.get(index));
    let Some((name, value)) = found else {
        return Err(runtime_error(format!("the model gave no output of the number {index}")));
    };
    let (shape, elements) = value.try_extract_tensor::<T>().map_err(|_| {
        runtime_error(format!("the model's output '{name}' is {}, but it declares tensor({})", value.dtype(), T::NAME))
    })?;
    let shape: Vec<usize> = shape.iter().map(|&length| length.max(0) as usize).collect();
    if let Some(rank) = rank.filter(|&rank| rank != shape.len() as i64) {
        return Err(runtime_error(format!(
            "the model's output '{name}' has {} axes, but it declares {rank}",
            shape.len()
        )));
    }
    if elements.is_empty() {
        return Ok(Array::from_vec(Vec::new(), &shape));
    }
    let start = NonNull::from(elements).cast();
    let owner: Arc<_> = value.clone();
    // SAFETY: The tensor has as many elements as its shape says, and lives as long as the array does.
    Ok(unsafe { Array::from_foreign(start, &shape, true, owner) })
}
