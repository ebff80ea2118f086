//! Methods of `torch.Tensor` that are not functions of the module as well.

use super::device::Device;
use super::dtype::DType;
use super::{Operand, Sizes, Tensor};
use crate::builtins;
use crate::exception::{Fallible, index_error, runtime_error, type_error};
use crate::iterator::Boxed;
use crate::list::List;
use crate::numpy::{self, Array, Cast, Component, Element, Index, Kind};
use crate::object::Iter;
use crate::sequence::{self, Sequence};

/// `tensor.shape` as a tuple of any length.
pub fn shape<T: Element>(tensor: &Tensor<T>) -> Sequence<i64> {
    sequence::from_vec(tensor.0.shape().iter().map(|&length| length as i64).collect())
}

/// The shape as a tuple of the length that the analyzer knows.
macro_rules! shapes {
    ($($name:ident: $rank:literal: ($($axis:literal),*) -> $tuple:ty;)*) => {$(
        /// `tensor.shape` of a tensor with that many axes.
        ///
        /// # Errors
        /// `RuntimeError` where it has another number of axes.
        pub fn $name<T: Element>(tensor: &Tensor<T>) -> Fallible<$tuple> {
            numpy::ndarray::check_rank(&tensor.0, $rank)?;
            Ok(($(tensor.0.shape()[$axis] as i64,)*))
        }
    )*};
}
shapes! {
    shape_1: 1: (0) -> (i64,);
    shape_2: 2: (0, 1) -> (i64, i64);
    shape_3: 3: (0, 1, 2) -> (i64, i64, i64);
    shape_4: 4: (0, 1, 2, 3) -> (i64, i64, i64, i64);
}

/// `tensor.size(dim)`.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn size<T: Element>(tensor: &Tensor<T>, dim: i64) -> Fallible<i64> {
    if tensor.0.rank() == 0 {
        return Err(index_error(
            "Dimension specified as ".to_owned() + &dim.to_string() + " but tensor has no dimensions",
        ));
    }
    super::shape::normalized(dim, tensor.0.rank()).map(|axis| tensor.0.shape()[axis] as i64)
}

/// `tensor.dim()` and `tensor.ndim`.
pub fn dim<T: Element>(tensor: &Tensor<T>) -> i64 {
    tensor.0.rank() as i64
}

/// `tensor.numel()`.
pub fn numel<T: Element>(tensor: &Tensor<T>) -> i64 {
    tensor.0.size() as i64
}

/// `tensor.element_size()`.
pub fn element_size<T: Element>(_: &Tensor<T>) -> i64 {
    size_of::<T>() as i64
}

/// `tensor.dtype`.
pub fn dtype<T: Element>(_: &Tensor<T>) -> DType<T> {
    DType::new()
}

/// `tensor.nbytes`.
pub fn nbytes<T: Element>(tensor: &Tensor<T>) -> i64 {
    (tensor.0.size() * size_of::<T>()) as i64
}

/// New tensors of the dtype of another.
macro_rules! like {
    ($($name:ident, $of_sizes:ident: $value:ident;)*) => {$(
        /// A new tensor of the same dtype.
        ///
        /// # Errors
        /// `RuntimeError` for a negative size.
        pub fn $name<T: Element>(_tensor: &Tensor<T>, size: &impl Sizes) -> Fallible<Tensor<T>> {
            Ok(Tensor(Array::filled(T::$value, &super::shape::checked(size)?)))
        }

        /// A new tensor of the same dtype, its sizes one after another.
        ///
        /// # Errors
        /// `RuntimeError` for a negative size.
        pub fn $of_sizes<T: Element>(tensor: &Tensor<T>, size: &[i64]) -> Fallible<Tensor<T>> {
            $name(tensor, &crate::list::from_vec(size.to_vec()))
        }
    )*};
}
like! {
    new_zeros, new_zeros_of_sizes: ZERO;
    new_ones, new_ones_of_sizes: ONE;
}

/// `tensor.new_full(size, fill_value)`.
///
/// # Errors
/// `RuntimeError` for a negative size.
pub fn new_full<T: Element, V: Operand<Element: Cast<T>>>(
    _tensor: &Tensor<T>,
    size: &impl Sizes,
    fill_value: &V,
) -> Fallible<Tensor<T>> {
    Ok(Tensor(Array::filled(super::creation::number(fill_value), &super::shape::checked(size)?)))
}

/// `tensor.device`.
pub fn device<T: Element>(_: &Tensor<T>) -> Device {
    Device
}

/// `tensor.is_floating_point()`.
pub fn is_floating_point<T: Element>(_: &Tensor<T>) -> bool {
    T::KIND == Kind::Float
}

/// `tensor.requires_grad` and what else is never so.
pub fn never<T: Element>(_: &Tensor<T>) -> bool {
    false
}

/// `tensor.is_contiguous()`.
pub fn is_contiguous<T: Element>(tensor: &Tensor<T>) -> bool {
    tensor.0.is_contiguous()
}

/// `tensor.contiguous()`: the tensor itself where its elements lie in order, else a copy.
pub fn contiguous<T: Element>(tensor: &Tensor<T>) -> Tensor<T> {
    Tensor(tensor.0.to_contiguous())
}

/// `tensor.clone()`.
pub fn clone<T: Element>(tensor: &Tensor<T>) -> Tensor<T> {
    Tensor(tensor.0.copied())
}

/// `tensor.detach()` and `tensor.cpu()`: the same elements.
pub fn itself<T: Element>(tensor: &Tensor<T>) -> Tensor<T> {
    tensor.clone()
}

/// `tensor.to(device)`.
///
/// # Errors
/// `RuntimeError` for any device but the CPU.
pub fn to_device<T: Element>(tensor: &Tensor<T>, device: &impl DeviceLike) -> Fallible<Tensor<T>> {
    device.check()?;
    Ok(tensor.clone())
}

/// A device or its name.
pub trait DeviceLike {
    /// Refuses any but the CPU.
    ///
    /// # Errors
    /// `RuntimeError` for another.
    fn check(&self) -> Fallible<()>;
}

impl DeviceLike for Device {
    fn check(&self) -> Fallible<()> {
        Ok(())
    }
}

impl DeviceLike for crate::str::Str {
    fn check(&self) -> Fallible<()> {
        super::device::new(self).map(|_| ())
    }
}

/// `tensor.to(dtype)`: the tensor itself where it is of the dtype.
pub fn to<T: Element + Cast<U>, U: Element>(tensor: &Tensor<T>, _dtype: DType<U>) -> Tensor<U> {
    Tensor(numpy::astype_copy(&tensor.0, numpy::DType::new(), false))
}

/// `tensor.type_as(other)`.
pub fn to_same<T: Element + Cast<U>, U: Element>(tensor: &Tensor<T>, _other: &Tensor<U>) -> Tensor<U> {
    to(tensor, DType::new())
}

/// `tensor.float()` and its like: the dtype is told by the analyzer.
pub fn converted<T: Element + Cast<U>, U: Element>(tensor: &Tensor<T>, _dtype: numpy::DType<U>) -> Tensor<U> {
    to(tensor, DType::new())
}

/// `tensor.numpy()`: an array of the same elements.
pub fn numpy<T: Element>(tensor: &Tensor<T>) -> Array<T> {
    tensor.0.clone()
}

/// `tensor.item()`.
///
/// # Errors
/// `RuntimeError` where there are more elements than one, or none.
pub fn item<T: numpy::ndarray::Item>(tensor: &Tensor<T>) -> Fallible<T::Number> {
    if tensor.0.size() != 1 {
        return Err(runtime_error(format!("a Tensor with {} elements cannot be converted to Scalar", tensor.0.size())));
    }
    tensor.0.only()?.item()
}

/// `tensor.tolist()` of a tensor with that many axes.
macro_rules! lists {
    ($($name:ident -> $result:ty;)*) => {$(
        /// `tensor.tolist()`.
        ///
        /// # Errors
        /// `RuntimeError` where it has another number of axes.
        pub fn $name<T: numpy::ndarray::Item>(tensor: &Tensor<T>) -> Fallible<$result> {
            numpy::ndarray::$name(&tensor.0)
        }
    )*};
}
lists! {
    tolist_0 -> T::Number;
    tolist_1 -> List<T::Number>;
    tolist_2 -> List<List<T::Number>>;
    tolist_3 -> List<List<List<T::Number>>>;
    tolist_4 -> List<List<List<List<T::Number>>>>;
}

/// `len(tensor)`.
///
/// # Errors
/// `TypeError` where it has no axes.
pub fn len<T: Element>(tensor: &Tensor<T>) -> Fallible<i64> {
    let first = tensor.0.shape().first();
    first.map(|&length| length as i64).ok_or_else(|| type_error("len() of a 0-d tensor"))
}

/// The truth of the only element.
///
/// # Errors
/// `RuntimeError` where there are more or none.
pub fn bool<T: Element>(tensor: &Tensor<T>) -> Fallible<bool> {
    match tensor.0.size() {
        1 => Ok(tensor.0.only()?.truth()),
        0 => Err(runtime_error("Boolean value of Tensor with no values is ambiguous")),
        _ => Err(runtime_error("Boolean value of Tensor with more than one value is ambiguous")),
    }
}

/// `int(tensor)`.
///
/// # Errors
/// `RuntimeError` where there are more elements than one; `ValueError` or `OverflowError` where it is not finite.
pub fn int<T: Element>(tensor: &Tensor<T>) -> Fallible<i64> {
    numpy::scalar::int(&numpy::Scalar(the_element(tensor)?))
}

/// `float(tensor)`.
///
/// # Errors
/// `RuntimeError` where there are more elements than one.
pub fn float<T: Element>(tensor: &Tensor<T>) -> Fallible<f64> {
    Ok(the_element(tensor)?.to_f64())
}

fn the_element<T: Element>(tensor: &Tensor<T>) -> Fallible<T> {
    match tensor.0.size() {
        1 => tensor.0.only(),
        _ => Err(crate::exception::value_error("only one element tensors can be converted to Python scalars")),
    }
}

/// Goes along the first axis.
struct Along<T: Element> {
    tensor: Tensor<T>,
    position: usize,
    length: usize,
}

impl<T: Element> Iter for Along<T> {
    type Item = Tensor<T>;

    fn next(&mut self) -> Fallible<Option<Tensor<T>>> {
        if self.position == self.length {
            return Ok(None);
        }
        self.position += 1;
        Ok(Some(super::joining::slice(&self.tensor, 0, self.position - 1)))
    }

    fn size_hint(&self) -> usize {
        self.length - self.position
    }
}

/// `iter(tensor)`: the slices along the first axis.
///
/// # Errors
/// `TypeError` where it has no axes.
pub fn iter<T: Element>(tensor: &Tensor<T>) -> Fallible<Boxed<Tensor<T>>> {
    let Some(&length) = tensor.0.shape().first() else { return Err(type_error("iteration over a 0-d tensor")) };
    Ok(builtins::boxed(Along { tensor: tensor.clone(), position: 0, length }))
}

/// Tensors of integers and truth values stand between brackets as arrays do.
macro_rules! components {
    ($($ty:ty),*) => {$(
        impl Component for Tensor<$ty> {
            fn component(&self) -> Index {
                // One without axes is a number.
                match self.0.only() {
                    Ok(only) if self.0.rank() == 0 => Index::Integer(only.to_i64()),
                    _ => self.0.component(),
                }
            }
        }
    )*};
}
components!(i8, i16, i32, i64, u8);

impl Component for Tensor<bool> {
    fn component(&self) -> Index {
        self.0.component()
    }
}

/// `tensor[index]`: a view where the index has no tensors, else a copy.
///
/// # Errors
/// `IndexError` for an index out of bounds or too many of them; `ValueError` for a step that is not positive.
pub fn getitem<T: Element>(tensor: &Tensor<T>, index: &impl numpy::Components) -> Fallible<Tensor<T>> {
    index.with(|components| check_components(&tensor.0, components))?;
    numpy::ndarray::getitem(&tensor.0, index).map(Tensor)
}

/// `tensor[index] = value`.
///
/// # Errors
/// As for [`getitem`]; `RuntimeError` where the value does not fit.
pub fn setitem<T: Element, V: Operand<Element: Cast<T>>>(
    tensor: &Tensor<T>,
    index: &impl numpy::Components,
    value: &V,
) -> Fallible<()> {
    index.with(|components| check_components(&tensor.0, components))?;
    let value = super::arithmetic::map(value, |element: T| element);
    numpy::ndarray::setitem(&tensor.0, index, value.array()).map_err(|raised| match &*raised.class {
        "ValueError" => runtime_error(format!(
            "shape mismatch: value tensor of shape {} cannot be broadcast to indexing result",
            super::shape::text(value.0.shape())
        )),
        _ => raised,
    })
}

/// What torch says of an index that is out of bounds, and of steps that it does not take.
fn check_components<T: Element>(array: &Array<T>, components: &[Index]) -> Fallible<()> {
    let used: usize = components
        .iter()
        .map(|component| match component {
            Index::NewAxis | Index::Ellipsis => 0,
            Index::Mask(mask) => mask.rank(),
            _ => 1,
        })
        .sum();
    if array.rank() == 0 && used > 0 {
        return Err(index_error(
            "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a \
             0-dim tensor to a number",
        ));
    }
    if used > array.rank() {
        return Err(index_error(format!("too many indices for tensor of dimension {}", array.rank())));
    }
    let (mut axis, mut number) = (0, 0);
    let has_arrays = components.iter().any(|component| matches!(component, Index::Integers(_) | Index::Mask(_)));
    for component in components {
        match component {
            Index::NewAxis => {}
            Index::Ellipsis => axis += array.rank() - used,
            Index::Mask(mask) => axis += mask.rank(),
            Index::Integer(place) if !has_arrays => {
                let length = array.shape()[axis] as i64;
                if !(-length..length).contains(place) {
                    return Err(index_error(format!(
                        "index {place} is out of bounds for dimension {axis} with size {length}"
                    )));
                }
                axis += 1;
            }
            Index::Integers(places) => {
                let length = array.shape()[axis] as i64;
                if length == 0 && places.size() > 0 {
                    return Err(index_error("index is out of bounds for dimension with size 0"));
                }
                if let Some(place) = places.elements().find(|place| !(-length..length).contains(place)) {
                    return Err(index_error(format!(
                        "index {place} is out of bounds for dimension {number} with size {length}"
                    )));
                }
                // torch counts the tensors of an index.
                number += 1;
                axis += 1;
            }
            Index::Slice { step: Some(step), .. } if *step <= 0 => {
                return Err(crate::exception::value_error("step must be greater than zero"));
            }
            _ => axis += 1,
        }
    }
    Ok(())
}

/// `tensor.fill_(value)`.
///
/// # Errors
/// `RuntimeError` where the tensor must not be written to.
pub fn fill<T: Element, V: Operand<Element: Cast<T>>>(tensor: &Tensor<T>, value: &V) -> Fallible<Tensor<T>> {
    let value = Array::filled(super::creation::number::<V, T>(value), tensor.0.shape());
    super::arithmetic::store(tensor, &value)?;
    Ok(tensor.clone())
}

/// `tensor.zero_()`.
///
/// # Errors
/// `RuntimeError` where the tensor must not be written to.
pub fn zero<T: Element>(tensor: &Tensor<T>) -> Fallible<Tensor<T>> {
    super::arithmetic::store(tensor, &Array::filled(T::ZERO, tensor.0.shape()))?;
    Ok(tensor.clone())
}

/// `tensor.copy_(source)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn copy<T: Element, U: Element + Cast<T>>(tensor: &Tensor<T>, src: &Tensor<U>) -> Fallible<Tensor<T>> {
    let source = super::views::expand_as(&Tensor(src.0.cast::<T>()), tensor)?;
    super::arithmetic::store(tensor, &source.0)?;
    Ok(tensor.clone())
}
