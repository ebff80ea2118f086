//! New tensors.

use super::dtype::DType;
use super::shape::{self, Sizes};
use super::{Operand, Tensor};
use crate::exception::{Fallible, runtime_error};
use crate::numpy::{self, Analytic, Array, ArrayLike, Cast, Element};

/// `torch.tensor(data)`: a new tensor of numbers, nested lists or arrays of them.
///
/// # Errors
/// `ValueError` where lists are of different lengths.
pub fn tensor<A: ArrayLike, T: Element>(data: &A, _dtype: numpy::DType<T>) -> Fallible<Tensor<T>>
where
    A::Element: Cast<T>,
{
    let shape = data.shape().map_err(|_| crate::exception::value_error("expected sequences of one length"))?;
    let mut elements: Vec<T> = Vec::with_capacity(shape.iter().product());
    data.append(&mut elements)
        .map_err(|_| runtime_error(format!("value cannot be converted to type {} without overflow", T::NAME)))?;
    Ok(Tensor::from_vec(elements, &shape))
}

/// `torch.tensor(data, dtype=…)`.
///
/// # Errors
/// Those of [`tensor`].
pub fn tensor_of<A: ArrayLike, T: Element>(data: &A, _dtype: DType<T>) -> Fallible<Tensor<T>>
where
    A::Element: Cast<T>,
{
    tensor(data, numpy::DType::new())
}

/// `torch.tensor(tensor)`: a copy.
pub fn copied<T: Element>(data: &Tensor<T>) -> Tensor<T> {
    Tensor(data.0.copied())
}

/// `torch.as_tensor(tensor)`: the tensor itself.
pub fn itself<T: Element>(data: &Tensor<T>) -> Tensor<T> {
    data.clone()
}

/// `torch.from_numpy(array)`: a tensor of the same elements.
///
/// # Errors
/// `ValueError` where the array runs backwards, which a tensor cannot.
pub fn from_numpy<T: Element>(ndarray: &Array<T>) -> Fallible<Tensor<T>> {
    let mut strides = ndarray.strides().iter().zip(ndarray.shape());
    if strides.any(|(stride, length)| *stride < 0 && *length > 1) {
        return Err(crate::exception::value_error(
            "At least one stride in the given numpy array is negative, and tensors with negative strides are not \
             currently supported. (You can probably work around this by making a copy of your array  with \
             array.copy().) ",
        ));
    }
    Ok(Tensor(ndarray.clone()))
}

/// `torch.zeros(sizes)`.
///
/// # Errors
/// `RuntimeError` for a negative size.
pub fn zeros<T: Element>(size: &impl Sizes, _dtype: DType<T>) -> Fallible<Tensor<T>> {
    Ok(Tensor(Array::filled(T::ZERO, &shape::checked(size)?)))
}

/// `torch.ones(sizes)`.
///
/// # Errors
/// `RuntimeError` for a negative size.
pub fn ones<T: Element>(size: &impl Sizes, _dtype: DType<T>) -> Fallible<Tensor<T>> {
    Ok(Tensor(Array::filled(T::ONE, &shape::checked(size)?)))
}

/// `torch.full(sizes, value)`.
///
/// # Errors
/// `RuntimeError` for a negative size.
pub fn full<V: Operand, T: Element>(size: &impl Sizes, fill_value: &V, _dtype: numpy::DType<T>) -> Fallible<Tensor<T>>
where
    V::Element: Cast<T>,
{
    Ok(Tensor(Array::filled(number(fill_value), &shape::checked(size)?)))
}

/// `torch.full(sizes, value, dtype=…)`.
///
/// # Errors
/// `RuntimeError` for a negative size.
pub fn full_of<V: Operand, T: Element>(size: &impl Sizes, fill_value: &V, _dtype: DType<T>) -> Fallible<Tensor<T>>
where
    V::Element: Cast<T>,
{
    full(size, fill_value, numpy::DType::new())
}

/// The value of a Python number.
pub(crate) fn number<V: Operand, T: Element>(value: &V) -> T
where
    V::Element: Cast<T>,
{
    // SAFETY: A number has a first element.
    unsafe { *value.elements().first() }.cast()
}

/// Zeros of the shape of another tensor.
pub fn zeros_like<T: Element>(input: &Tensor<T>) -> Tensor<T> {
    Tensor(Array::filled(T::ZERO, input.0.shape()))
}

/// Ones of the shape of another tensor.
pub fn ones_like<T: Element>(input: &Tensor<T>) -> Tensor<T> {
    Tensor(Array::filled(T::ONE, input.0.shape()))
}

/// Zeros of the shape of another tensor, in another dtype.
pub fn zeros_like_of<T: Element, U: Element>(input: &Tensor<T>, _dtype: DType<U>) -> Tensor<U> {
    Tensor(Array::filled(U::ZERO, input.0.shape()))
}

/// Ones of the shape of another tensor, in another dtype.
pub fn ones_like_of<T: Element, U: Element>(input: &Tensor<T>, _dtype: DType<U>) -> Tensor<U> {
    Tensor(Array::filled(U::ONE, input.0.shape()))
}

/// One value in the shape of another tensor.
pub fn full_like<T: Element, V: Operand<Element: Cast<T>>>(input: &Tensor<T>, fill_value: &V) -> Tensor<T> {
    Tensor(Array::filled(number(fill_value), input.0.shape()))
}

/// `torch.arange(start, end, step)`.
///
/// # Errors
/// `RuntimeError` where the step is zero or leads away from the end.
pub fn arange<A, B, C, T>(start: &A, end: &B, step: &C, _dtype: numpy::DType<T>) -> Fallible<Tensor<T>>
where
    A: Operand<Element: Cast<f64> + Cast<i64>>,
    B: Operand<Element: Cast<f64> + Cast<i64>>,
    C: Operand<Element: Cast<f64> + Cast<i64>>,
    T: Element,
{
    let (from, to, by): (f64, f64, f64) = (number(start), number(end), number(step));
    if by == 0.0 {
        return Err(runtime_error("step must be nonzero"));
    }
    if !from.is_finite() || !to.is_finite() {
        return Err(runtime_error(format!(
            "unsupported range: {} -> {}",
            crate::object::str(&from).as_str(),
            crate::object::str(&to).as_str()
        )));
    }
    if (by > 0.0 && from > to) || (by < 0.0 && from < to) {
        return Err(runtime_error("upper bound and lower bound inconsistent with step sign"));
    }
    let count = ((to - from) / by).ceil() as usize;
    let whole = !matches!(T::KIND, numpy::Kind::Float | numpy::Kind::Complex);
    let elements = if whole {
        let (first, by): (i64, i64) = (number(start), number(step));
        (0..count as i64).map(|place| T::from_i64(first + by * place)).collect()
    } else {
        (0..count).map(|place| T::from_f64(from + by * place as f64)).collect()
    };
    Ok(Tensor::from_vec(elements, &[count]))
}

/// `torch.arange(start, end, step, dtype=…)`.
///
/// # Errors
/// Those of [`arange`].
pub fn arange_of<A, B, C, T>(start: &A, end: &B, step: &C, _dtype: DType<T>) -> Fallible<Tensor<T>>
where
    A: Operand<Element: Cast<f64> + Cast<i64>>,
    B: Operand<Element: Cast<f64> + Cast<i64>>,
    C: Operand<Element: Cast<f64> + Cast<i64>>,
    T: Element,
{
    arange(start, end, step, numpy::DType::new())
}

/// `torch.arange(end)`.
///
/// # Errors
/// Those of [`arange`].
pub fn arange_to<B: Operand<Element: Cast<f64> + Cast<i64>>, T: Element>(
    end: &B,
    dtype: numpy::DType<T>,
) -> Fallible<Tensor<T>> {
    arange(&0_i64, end, &1_i64, dtype)
}

/// `torch.arange(end, dtype=…)`.
///
/// # Errors
/// Those of [`arange`].
pub fn arange_to_of<B: Operand<Element: Cast<f64> + Cast<i64>>, T: Element>(
    end: &B,
    _dtype: DType<T>,
) -> Fallible<Tensor<T>> {
    arange_to(end, numpy::DType::new())
}

/// `torch.linspace(start, end, steps)`: computed from both ends to the middle, as torch does.
///
/// # Errors
/// `RuntimeError` for a negative number of steps.
pub fn linspace<T: Analytic>(start: f64, end: f64, steps: i64, _dtype: DType<T>) -> Fallible<Tensor<T>> {
    let Ok(count) = usize::try_from(steps) else {
        return Err(runtime_error("number of steps must be non-negative"));
    };
    fn elements<T: Analytic>(start: f64, end: f64, count: usize) -> Vec<T> {
        let (first, last) = (T::from_f64(start), T::from_f64(end));
        let step = last.subtract(first).divide(T::from_i64(count.saturating_sub(1) as i64));
        let element = |place: usize| {
            if place < count / 2 {
                first.add(step.multiply(T::from_i64(place as i64)))
            } else {
                last.subtract(step.multiply(T::from_i64((count - place - 1) as i64)))
            }
        };
        if count == 1 { vec![first] } else { (0..count).map(element).collect() }
    }
    Ok(Tensor::from_vec(elements::<T>(start, end, count), &[count]))
}

/// `torch.eye(n, m)`.
///
/// # Errors
/// `RuntimeError` for a negative size.
pub fn eye<T: Element>(n: i64, m: Option<i64>, _dtype: DType<T>) -> Fallible<Tensor<T>> {
    let columns = m.unwrap_or(n);
    for (name, size) in [("n", n), ("m", columns)] {
        if size < 0 {
            return Err(runtime_error(format!("{name} must be greater or equal to 0, got {size}")));
        }
    }
    let (rows, columns) = (n as usize, columns as usize);
    let elements = (0..rows * columns).map(|place| if place / columns == place % columns { T::ONE } else { T::ZERO });
    Ok(Tensor::from_vec(elements.collect(), &[rows, columns]))
}

/// The triangles of matrices: below and above a diagonal.
macro_rules! triangles {
    ($($(#[$doc:meta])* $name:ident: $function:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `RuntimeError` where there are no matrices.
        pub fn $name<T: Element>(input: &Tensor<T>, diagonal: i64) -> Fallible<Tensor<T>> {
            if input.0.rank() < 2 {
                let name = stringify!($name);
                return Err(runtime_error(format!("{name}: input tensor must have at least 2 dimensions")));
            }
            numpy::$function(&input.0, diagonal).map(Tensor)
        }
    )*};
}
triangles! {
    /// What lies on and below a diagonal; zeros above.
    tril: tril;
    /// What lies on and above a diagonal; zeros below.
    triu: triu;
}

/// Sizes written one after another.
macro_rules! spread {
    ($($name:ident: $function:ident;)*) => {$(
        #[doc = concat!("`torch.", stringify!($function), "(2, 3)`.")]
        ///
        /// # Errors
        /// `RuntimeError` for a negative size.
        pub fn $name<T: Element>(sizes: &[i64], dtype: DType<T>) -> Fallible<Tensor<T>> {
            $function(&crate::list::from_vec(sizes.to_vec()), dtype)
        }
    )*};
}
spread! {
    zeros_of_sizes: zeros;
    ones_of_sizes: ones;
}

/// `torch.is_tensor(tensor)`.
pub fn is_tensor<T: Element>(_: &Tensor<T>) -> bool {
    true
}
