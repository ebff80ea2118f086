//! Normalisations over batches, groups and channels, and attention.

use super::activations::softmax;
use crate::exception::{Fallible, runtime_error};
use crate::numpy::{self, Array, Factor, Real};
use crate::torch::shape::text;
use crate::torch::{Sizes, Tensor, matmul, transpose};

/// The channels of a stack, each with its elements one after the other: where they stand, and how many there are.
fn channels<T: Real>(input: &Tensor<T>) -> Fallible<(usize, usize, usize)> {
    match input.array().shape() {
        [count, channels, inner @ ..] => Ok((*count, *channels, inner.iter().product())),
        shape => Err(runtime_error(format!("Expected at least 2 dimensions, but got {}D", shape.len()))),
    }
}

/// A number for each channel, or one for all.
fn of_channels<T: Real>(given: &Option<Tensor<T>>, channels: usize, name: &str, otherwise: T) -> Fallible<Vec<T>> {
    match given {
        None => Ok(vec![otherwise; channels]),
        Some(tensor) if tensor.array().shape() == [channels] => Ok(tensor.array().to_vec()),
        Some(tensor) => {
            Err(runtime_error(format!("{name} should contain {channels} elements not {}", tensor.array().size())))
        }
    }
}

/// `batch_norm(input, running_mean, running_var, weight, bias)` of a network that does not learn.
///
/// # Errors
/// `RuntimeError` where there is not a number for each channel.
#[expect(clippy::too_many_arguments, reason = "what torch takes")]
pub fn batch_norm<T: Real>(
    input: &Tensor<T>,
    running_mean: &Tensor<T>,
    running_var: &Tensor<T>,
    weight: &Option<Tensor<T>>,
    bias: &Option<Tensor<T>>,
    _training: bool,
    _momentum: f64,
    eps: f64,
) -> Fallible<Tensor<T>> {
    let (_, count, inner) = channels(input)?;
    let means = of_channels(&Some(running_mean.clone()), count, "running_mean", T::ZERO)?;
    let variances = of_channels(&Some(running_var.clone()), count, "running_var", T::ONE)?;
    let (scales, offsets) = (of_channels(weight, count, "weight", T::ONE)?, of_channels(bias, count, "bias", T::ZERO)?);
    let eps = T::from_f64(eps);
    let factors: Vec<(T, T)> = (0..count)
        .map(|channel| {
            let factor = scales[channel].divide(variances[channel].add(eps).sqrt());
            (factor, offsets[channel].subtract(means[channel].multiply(factor)))
        })
        .collect();
    let mut elements = input.array().to_vec();
    for (place, plane) in elements.chunks_mut(inner.max(1)).enumerate() {
        let (factor, offset) = factors[place % count];
        plane.iter_mut().for_each(|x| *x = x.multiply(factor).add(offset));
    }
    Ok(Tensor::from_vec(elements, input.array().shape()))
}

/// Elements less their mean, divided by their deviation.
fn standardised<T: Real>(elements: &mut [T], eps: f64) {
    let count = T::from_f64(elements.len() as f64);
    let mean = elements.iter().fold(T::ZERO, |sum, x| sum.add(*x)).divide(count);
    let spread = elements.iter().fold(T::ZERO, |sum, x| sum.add(x.subtract(mean).multiply(x.subtract(mean))));
    let scale = T::ONE.divide(spread.divide(count).add(T::from_f64(eps)).sqrt());
    elements.iter_mut().for_each(|x| *x = x.subtract(mean).multiply(scale));
}

/// `group_norm(input, num_groups, weight, bias, eps)`: the channels of a group are normalised together.
///
/// # Errors
/// `RuntimeError` where the channels cannot be divided so.
pub fn group_norm<T: Real>(
    input: &Tensor<T>,
    num_groups: i64,
    weight: &Option<Tensor<T>>,
    bias: &Option<Tensor<T>>,
    eps: f64,
) -> Fallible<Tensor<T>> {
    let (_, count, inner) = channels(input)?;
    let Some(groups) = usize::try_from(num_groups).ok().filter(|groups| *groups > 0) else {
        return Err(runtime_error("num groups must be positive"));
    };
    if !count.is_multiple_of(groups) {
        return Err(runtime_error(format!(
            "Expected number of channels in input to be divisible by num_groups, but got input of shape {} and num_groups={groups}",
            text(input.array().shape())
        )));
    }
    let (scales, offsets) = (of_channels(weight, count, "weight", T::ONE)?, of_channels(bias, count, "bias", T::ZERO)?);
    let mut elements = input.array().to_vec();
    for group in elements.chunks_mut((count / groups * inner).max(1)) {
        standardised(group, eps);
    }
    for (place, plane) in elements.chunks_mut(inner.max(1)).enumerate() {
        let (scale, offset) = (scales[place % count], offsets[place % count]);
        plane.iter_mut().for_each(|x| *x = x.multiply(scale).add(offset));
    }
    Ok(Tensor::from_vec(elements, input.array().shape()))
}

/// How many elements the last axes have together, which must be those of a `normalized_shape`.
///
/// # Errors
/// `RuntimeError` where they have other lengths.
pub(super) fn last_axes<T: Real>(input: &Tensor<T>, normalized_shape: &impl Sizes) -> Fallible<usize> {
    let wanted: Vec<usize> = normalized_shape.sizes().iter().map(|&size| size as usize).collect();
    let shape = input.array().shape();
    if !shape.ends_with(&wanted) {
        return Err(runtime_error(format!(
            "Given normalized_shape={}, expected input with shape [*, {}], but got input of size{}",
            text(&wanted),
            wanted.iter().map(usize::to_string).collect::<Vec<_>>().join(", "),
            text(shape)
        )));
    }
    Ok(wanted.iter().product())
}

/// `rms_norm(input, normalized_shape, weight, eps)`: divided by the root of the mean square over the last axes.
///
/// # Errors
/// `RuntimeError` where the last axes have other lengths.
pub fn rms_norm<T: Real>(
    input: &Tensor<T>,
    normalized_shape: &impl Sizes,
    weight: &Option<Tensor<T>>,
    eps: Option<f64>,
) -> Fallible<Tensor<T>> {
    let length = last_axes(input, normalized_shape)?;
    let shape = input.array().shape();
    let epsilon = if size_of::<T>() == 4 { f64::from(f32::EPSILON) } else { f64::EPSILON };
    let eps = T::from_f64(eps.unwrap_or(epsilon));
    let mut elements = input.array().to_vec();
    for lane in elements.chunks_mut(length.max(1)) {
        let squares = lane.iter().fold(T::ZERO, |sum, x| sum.add(x.multiply(*x)));
        let scale = T::ONE.divide(squares.divide(T::from_f64(length as f64)).add(eps).sqrt());
        lane.iter_mut().for_each(|x| *x = x.multiply(scale));
    }
    let normed = Tensor::of(Array::from_vec(elements, shape));
    match weight {
        Some(weight) => crate::torch::mul(&normed, weight, numpy::DType::new()),
        None => Ok(normed),
    }
}

/// `scaled_dot_product_attention(query, key, value, attn_mask, is_causal, scale)`: values weighed by how alike queries and
/// keys are.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn scaled_dot_product_attention<T: Real + Factor>(
    query: &Tensor<T>,
    key: &Tensor<T>,
    value: &Tensor<T>,
    attn_mask: &Option<Tensor<T>>,
    is_causal: bool,
    scale: Option<f64>,
) -> Fallible<Tensor<T>> {
    let width = query.array().shape().last().copied().unwrap_or(1);
    let scale = T::from_f64(scale.unwrap_or(1.0 / (width as f64).sqrt()));
    let products = matmul(query, &transpose(key, -2, -1)?)?;
    let mut likeness = Tensor::of(products.array().map(|x| x.multiply(scale)));
    if is_causal {
        if attn_mask.is_some() {
            return Err(runtime_error(
                "_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True",
            ));
        }
        let shape = likeness.array().shape().to_vec();
        let (rows, columns) = (shape[shape.len() - 2], shape[shape.len() - 1]);
        let mut elements = likeness.array().to_vec();
        for (place, element) in elements.iter_mut().enumerate() {
            if place % columns > place / columns % rows {
                *element = T::from_f64(f64::NEG_INFINITY);
            }
        }
        likeness = Tensor::from_vec(elements, &shape);
    }
    if let Some(mask) = attn_mask {
        likeness = crate::torch::add(&likeness, mask, numpy::DType::new())?;
    }
    matmul(&softmax(&likeness, -1)?, value)
}
