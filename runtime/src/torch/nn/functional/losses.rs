//! Losses, which front ends use as scores.

use super::activations::log_softmax;
use crate::exception::{Fallible, runtime_error};
use crate::numpy::{self, Array, Quotient, Real};
use crate::str::Str;
use crate::torch::{Tensor, mean, sum};

/// The mean, the sum, or all of the losses.
fn reduced<T: Real + Quotient<Output = T> + numpy::Summed<Output = T>>(
    losses: Tensor<T>,
    reduction: &Str,
) -> Fallible<Tensor<T>> {
    match reduction.as_str() {
        "mean" => mean(&losses, &(), false),
        "sum" => sum(&losses, &(), false, numpy::DType::new()),
        other => Err(crate::exception::value_error(format!("{other} is not a valid value for reduction"))),
    }
}

/// `mse_loss(input, target, reduction)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together; `ValueError` for an unknown reduction.
pub fn mse_loss<T: Real + Quotient<Output = T> + numpy::Summed<Output = T>>(
    input: &Tensor<T>,
    target: &Tensor<T>,
    reduction: &Str,
) -> Fallible<Tensor<T>> {
    let difference = crate::torch::sub(input, target, numpy::DType::<T>::new())?;
    reduced(Tensor::of(difference.array().map(|x| x.multiply(x))), reduction)
}

/// `l1_loss(input, target, reduction)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together; `ValueError` for an unknown reduction.
pub fn l1_loss<T: Real + Quotient<Output = T> + numpy::Summed<Output = T>>(
    input: &Tensor<T>,
    target: &Tensor<T>,
    reduction: &Str,
) -> Fallible<Tensor<T>> {
    let difference = crate::torch::sub(input, target, numpy::DType::<T>::new())?;
    reduced(Tensor::of(difference.array().map(|x| x.absolute())), reduction)
}

/// `cross_entropy(input, target, reduction)` of classes by number.
///
/// # Errors
/// `IndexError` for a class that there is not; `ValueError` for an unknown reduction.
pub fn cross_entropy<T: Real + Quotient<Output = T> + numpy::Summed<Output = T>>(
    input: &Tensor<T>,
    target: &Tensor<i64>,
    reduction: &Str,
) -> Fallible<Tensor<T>> {
    nll_loss(&log_softmax(input, -1)?, target, reduction)
}

/// `nll_loss(input, target, reduction)`: of logarithms of chances.
///
/// # Errors
/// `IndexError` for a class that there is not; `ValueError` for an unknown reduction.
pub fn nll_loss<T: Real + Quotient<Output = T> + numpy::Summed<Output = T>>(
    input: &Tensor<T>,
    target: &Tensor<i64>,
    reduction: &Str,
) -> Fallible<Tensor<T>> {
    let (chances, targets) = (input.array(), target.array().to_vec());
    let classes = chances.shape().last().copied().unwrap_or(0);
    if chances.rank() == 0 || chances.size() / classes.max(1) != targets.len() {
        return Err(runtime_error(format!(
            "Expected input batch_size ({}) to match target batch_size ({}).",
            chances.shape().first().copied().unwrap_or(0),
            targets.len()
        )));
    }
    let elements = chances.to_vec();
    let loss = |(row, &class): (usize, &i64)| match usize::try_from(class).ok().filter(|class| *class < classes) {
        Some(class) => Ok(elements[row * classes + class].negative()),
        None => Err(crate::exception::index_error(format!("Target {class} is out of bounds."))),
    };
    let losses = targets.iter().enumerate().map(loss).collect::<Fallible<Vec<_>>>()?;
    reduced(Tensor::of(Array::from_elements(losses)), reduction)
}
