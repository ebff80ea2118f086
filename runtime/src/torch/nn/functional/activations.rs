//! Functions on each element or each lane.

use crate::exception::{Fallible, runtime_error};
use crate::numpy::{self, Element, Number, Ordered, Real, by_lanes};
use crate::str::Str;
use crate::torch::shape::normalized;
use crate::torch::{Tensor, norm};

/// Functions that keep the dtype of floats.
macro_rules! activations {
    ($($(#[$doc:meta])* $name:ident($($option:ident: $ty:ty),*): |$x:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name<T: Real>(input: &Tensor<T>, $($option: $ty),*) -> Tensor<T> {
            Tensor::of(input.array().map(|$x| $result))
        }
    )*};
}

activations! {
    /// `x * sigmoid(x)`.
    silu(): |x| x.divide(T::ONE.add(x.negative().exp()));
    /// What is negative made small.
    leaky_relu(negative_slope: f64): |x| if x > T::ZERO { x } else { x.multiply(T::from_f64(negative_slope)) };
    /// What is negative bent towards `-alpha`.
    elu(alpha: f64): |x| if x > T::ZERO { x } else { x.exp_m1().multiply(T::from_f64(alpha)) };
    /// `log(1 + exp(beta * x)) / beta`, the number itself above the threshold.
    softplus(beta: f64, threshold: f64): |x| {
        let scaled = x.multiply(T::from_f64(beta));
        if scaled.to_f64() > threshold { x } else { scaled.exp().ln_1p().divide(T::from_f64(beta)) }
    };
    /// The logarithm of the sigmoid.
    logsigmoid(): |x| {
        let least = if x < T::ZERO { x } else { T::ZERO };
        least.subtract(x.absolute().negative().exp().ln_1p())
    };
    /// A sigmoid of straight lines.
    hardsigmoid(): |x| T::from_f64(((x.to_f64() + 3.0).clamp(0.0, 6.0)) / 6.0);
    /// `x * hardsigmoid(x)`.
    hardswish(): |x| T::from_f64(x.to_f64() * ((x.to_f64() + 3.0).clamp(0.0, 6.0)) / 6.0);
    /// `x * tanh(softplus(x))`.
    mish(): |x| x.multiply(x.exp().ln_1p().tanh());
    /// No less than one number, no greater than another.
    hardtanh(min_val: f64, max_val: f64): |x| {
        let (min, max) = (T::from_f64(min_val), T::from_f64(max_val));
        if x < min { min } else if x > max { max } else { x }
    };
    /// What is negative bent towards `-alpha`, smoothly.
    celu(alpha: f64): |x| {
        let alpha = T::from_f64(alpha);
        if x > T::ZERO || x.is_nan() { x } else { x.divide(alpha).exp_m1().multiply(alpha) }
    };
    /// `x / (1 + |x|)`.
    softsign(): |x| x.divide(T::ONE.add(x.absolute()));
    /// `x - tanh(x)`.
    tanhshrink(): |x| x.subtract(x.tanh());
    /// What is near zero made zero.
    hardshrink(lambd: f64): |x| {
        let reach = T::from_f64(lambd);
        if x >= reach.negative() && x <= reach { T::ZERO } else { x }
    };
    /// All moved towards zero, what is near it made zero.
    softshrink(lambd: f64): |x| {
        let reach = T::from_f64(lambd);
        if x > reach {
            x.subtract(reach)
        } else if x < reach.negative() {
            x.add(reach)
        } else {
            x.multiply(T::ZERO)
        }
    };
    /// A value in the place of what is not above a threshold.
    threshold(threshold: f64, value: f64): |x| if x <= T::from_f64(threshold) { T::from_f64(value) } else { x };
    /// The same: a network that does not learn drops nothing.
    dropout(_p: f64, _training: bool): |x| x;
    /// The error-correcting `selu`.
    selu(): |x| {
        let (alpha, scale) = (1.673_263_242_354_377_2, 1.050_700_987_355_480_5);
        let bent = if x > T::ZERO { x } else { x.exp_m1().multiply(T::from_f64(alpha)) };
        bent.multiply(T::from_f64(scale))
    };
}

/// `relu(x)`: negative numbers made zero. NaN stays.
pub fn relu<T: Ordered>(input: &Tensor<T>) -> Tensor<T> {
    Tensor::of(input.array().map(|x| if x < T::ZERO { T::ZERO } else { x }))
}

/// `relu6(x)`: and none greater than six.
pub fn relu6<T: Ordered>(input: &Tensor<T>) -> Tensor<T> {
    let six = T::from_i64(6);
    Tensor::of(input.array().map(|x| {
        if x < T::ZERO {
            T::ZERO
        } else if x > six {
            six
        } else {
            x
        }
    }))
}

/// `gelu(x, approximate)`: by the error function, or by `tanh`.
///
/// # Errors
/// `RuntimeError` for another approximation.
pub fn gelu<T: Real>(input: &Tensor<T>, approximate: &Str) -> Fallible<Tensor<T>> {
    let half = T::from_f64(0.5);
    match approximate.as_str() {
        "none" => Ok(Tensor::of(input.array().map(|x| {
            let x = x.to_f64();
            T::from_f64(0.5 * x * (1.0 + crate::math::erf(x * std::f64::consts::FRAC_1_SQRT_2)))
        }))),
        "tanh" => Ok(Tensor::of(input.array().map(|x| {
            let cube = x.multiply(x).multiply(x);
            let inner =
                x.add(cube.multiply(T::from_f64(0.044_715))).multiply(T::from_f64((2.0 / std::f64::consts::PI).sqrt()));
            half.multiply(x).multiply(T::ONE.add(inner.tanh()))
        }))),
        _ => Err(runtime_error("approximate argument must be either none or tanh.")),
    }
}

/// A lane less its greatest element.
fn shifted<T: Real>(lane: &[T]) -> Vec<T> {
    let greatest = lane.iter().copied().fold(T::from_f64(f64::NEG_INFINITY), |most, x| if x > most { x } else { most });
    lane.iter().map(|x| x.subtract(greatest)).collect()
}

fn along<T: Real>(input: &Tensor<T>, dim: i64, lane: impl Fn(&[T]) -> Vec<T> + Sync) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.array().rank())?;
    if input.array().rank() == 0 {
        return Ok(Tensor::from_vec(lane(&input.array().to_vec()), &[]));
    }
    Ok(Tensor::of(by_lanes(input.array(), axis, lane)))
}

/// `softmax(x, dim)`.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn softmax<T: Real>(input: &Tensor<T>, dim: i64) -> Fallible<Tensor<T>> {
    along(input, dim, |lane| {
        let mut powers = shifted(lane);
        powers.iter_mut().for_each(|x| *x = x.exp());
        let sum = powers.iter().fold(T::ZERO, |sum, x| sum.add(*x));
        powers.iter_mut().for_each(|x| *x = x.divide(sum));
        powers
    })
}

/// `softmax(x, dim, dtype=…)` and `log_softmax`, computed in a dtype.
macro_rules! in_dtype {
    ($($name:ident: $function:ident;)*) => {$(
        /// Computed in a dtype.
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not.
        pub fn $name<T: Element + numpy::Cast<C>, C: Real>(
            input: &Tensor<T>,
            dim: i64,
            _dtype: crate::torch::DType<C>,
        ) -> Fallible<Tensor<C>> {
            $function(&Tensor::of(input.array().cast::<C>()), dim)
        }
    )*};
}
in_dtype! {
    softmax_of: softmax;
    log_softmax_of: log_softmax;
}

/// `glu(x, dim)`: the first half times the sigmoid of the second.
///
/// # Errors
/// `RuntimeError` where there are no halves; `IndexError` for an axis that there is not.
pub fn glu<T: Real>(input: &Tensor<T>, dim: i64) -> Fallible<Tensor<T>> {
    if input.array().rank() == 0 {
        return Err(runtime_error("glu does not support 0-dimensional tensors"));
    }
    let axis = normalized(dim, input.array().rank())?;
    let length = input.array().shape()[axis];
    if !length.is_multiple_of(2) {
        return Err(runtime_error(format!("Halving dimension must be even, but dimension {axis} is size {length}")));
    }
    along(input, dim, |lane| {
        let (values, gates) = lane.split_at(lane.len() / 2);
        let gate = |x: &T| T::ONE.divide(T::ONE.add(x.negative().exp()));
        values.iter().zip(gates).map(|(value, x)| value.multiply(gate(x))).collect()
    })
}

/// `prelu(x, weight)`: what is negative made small by a weight, one for all or one for each channel.
///
/// # Errors
/// `RuntimeError` where there is not a weight for each channel.
pub fn prelu<T: Real>(input: &Tensor<T>, weight: &Tensor<T>) -> Fallible<Tensor<T>> {
    let (shape, weights) = (input.array().shape(), weight.array().to_vec());
    let channels = shape.get(1).copied().unwrap_or(1);
    if weights.len() != 1 && weights.len() != channels {
        return Err(runtime_error(format!(
            "Mismatch of parameter numbers and input channel size. Found parameter numbers = {} and channel size = {channels}.",
            weights.len()
        )));
    }
    let inner: usize = shape.iter().skip(2).product();
    let mut elements = input.array().to_vec();
    for (place, x) in elements.iter_mut().enumerate() {
        let weight = weights[if weights.len() == 1 { 0 } else { place / inner % channels }];
        *x = if *x > T::ZERO { *x } else { weight.multiply(*x) };
    }
    Ok(Tensor::from_vec(elements, shape))
}

/// `softmin(x, dim)`: the softmax of what is negated.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn softmin<T: Real>(input: &Tensor<T>, dim: i64) -> Fallible<Tensor<T>> {
    softmax(&Tensor::of(input.array().map(Number::negative)), dim)
}

/// `log_softmax(x, dim)`.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn log_softmax<T: Real>(input: &Tensor<T>, dim: i64) -> Fallible<Tensor<T>> {
    along(input, dim, |lane| {
        let mut all = shifted(lane);
        let logarithm = all.iter().fold(T::ZERO, |sum, x| sum.add(x.exp())).ln();
        all.iter_mut().for_each(|x| *x = x.subtract(logarithm));
        all
    })
}

/// `normalize(x, p, dim, eps)`: each lane divided by its norm.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn normalize<T: Real>(input: &Tensor<T>, p: f64, dim: i64, eps: f64) -> Fallible<Tensor<T>> {
    let least = T::from_f64(eps);
    let norms = norm(input, p, &dim, true)?;
    let norms = Tensor::of(norms.array().map(|norm| if norm < least { least } else { norm }));
    crate::torch::div(input, &norms, numpy::DType::new())
}

/// `cosine_similarity(x1, x2, dim, eps)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn cosine_similarity<T: Real + numpy::Summed<Output = T>>(
    x1: &Tensor<T>,
    x2: &Tensor<T>,
    dim: i64,
    eps: f64,
) -> Fallible<Tensor<T>> {
    let dtype = numpy::DType::<T>::new();
    let least = T::from_f64(eps);
    let bounded = |tensor: &Tensor<T>, dim: i64| -> Fallible<Tensor<T>> {
        let norms = norm(tensor, 2.0, &dim, true)?;
        let norms = Tensor::of(norms.array().map(|norm| if norm < least { least } else { norm }));
        crate::torch::div(tensor, &norms, dtype)
    };
    let shape = crate::torch::shape::broadcast(x1.array().shape(), x2.array().shape())?;
    let axis = normalized(dim, shape.len())? as i64 - shape.len() as i64;
    let stretched = |tensor: &Tensor<T>| Tensor::of(crate::torch::shape::stretched(tensor.array(), &shape));
    let (a, b) = (bounded(&stretched(x1), axis)?, bounded(&stretched(x2), axis)?);
    crate::torch::sum(&crate::torch::mul(&a, &b, dtype)?, &axis, false, dtype)
}

/// `pairwise_distance(x1, x2, p, eps, keepdim)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn pairwise_distance<T: Real>(
    x1: &Tensor<T>,
    x2: &Tensor<T>,
    p: f64,
    eps: f64,
    keepdim: bool,
) -> Fallible<Tensor<T>> {
    let difference = crate::torch::sub(x1, x2, numpy::DType::<T>::new())?;
    let moved = Tensor::of(difference.array().map(|x| x.add(T::from_f64(eps))));
    norm(&moved, p, &-1, keepdim)
}

/// `one_hot(x, num_classes)`: a vector for each number, with a one at its place.
///
/// # Errors
/// `RuntimeError` for a number that is negative or not less than the number of classes.
pub fn one_hot(input: &Tensor<i64>, num_classes: i64) -> Fallible<Tensor<i64>> {
    let array = input.array();
    if array.size() == 0 && num_classes <= 0 {
        return Err(runtime_error("Can not infer total number of classes from empty tensor."));
    }
    if array.elements().any(|class| class < 0) {
        return Err(runtime_error("Class values must be non-negative."));
    }
    let most = array.elements().max().unwrap_or(-1) + 1;
    let classes = if num_classes == -1 { most } else { num_classes };
    if classes < 1 {
        return Err(runtime_error("num_classes should be positive"));
    }
    if most > classes {
        return Err(runtime_error("Class values must be smaller than num_classes."));
    }
    let mut elements = vec![0; array.size() * classes as usize];
    for (place, class) in array.elements().enumerate() {
        elements[place * classes as usize + class as usize] = 1;
    }
    let shape: Vec<usize> = array.shape().iter().copied().chain([classes as usize]).collect();
    Ok(Tensor::from_vec(elements, &shape))
}

/// `layer_norm(x, normalized_shape, weight, bias, eps)`: over the last axes.
///
/// # Errors
/// `RuntimeError` where the last axes have other lengths.
pub fn layer_norm<T: Real>(
    input: &Tensor<T>,
    normalized_shape: &impl crate::torch::Sizes,
    weight: &Option<Tensor<T>>,
    bias: &Option<Tensor<T>>,
    eps: f64,
) -> Fallible<Tensor<T>> {
    let length = super::norms::last_axes(input, normalized_shape)?;
    let shape = input.array().shape();
    let mut elements = input.array().to_vec();
    for lane in elements.chunks_mut(length.max(1)) {
        let count = T::from_f64(length as f64);
        let mean = lane.iter().fold(T::ZERO, |sum, x| sum.add(*x)).divide(count);
        let spread = lane.iter().fold(T::ZERO, |sum, x| sum.add(x.subtract(mean).multiply(x.subtract(mean))));
        let scale = T::ONE.divide(spread.divide(count).add(T::from_f64(eps)).sqrt());
        lane.iter_mut().for_each(|x| *x = x.subtract(mean).multiply(scale));
    }
    let normed = Tensor::from_vec(elements, shape);
    let dtype = numpy::DType::new();
    let scaled = match weight {
        Some(weight) => crate::torch::mul(&normed, weight, dtype)?,
        None => normed,
    };
    match bias {
        Some(bias) => crate::torch::add(&scaled, bias, dtype),
        None => Ok(scaled),
    }
}

/// `linear(x, weight, bias)`: `x @ weight.T + bias`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn linear<T: Real + numpy::Factor>(
    input: &Tensor<T>,
    weight: &Tensor<T>,
    bias: &Option<Tensor<T>>,
) -> Fallible<Tensor<T>> {
    let product = crate::torch::matmul(input, &crate::torch::t(weight)?)?;
    match bias {
        Some(bias) => crate::torch::add(&product, bias, numpy::DType::new()),
        None => Ok(product),
    }
}

/// `embedding(input, weight)`: the rows of a table at these places.
///
/// # Errors
/// `IndexError` for a row that there is not.
pub fn embedding<T: Element>(input: &Tensor<i64>, weight: &Tensor<T>) -> Fallible<Tensor<T>> {
    let flat = Tensor::of(crate::numpy::Array::from_elements(input.array().to_vec()));
    let rows = crate::torch::index_select(weight, 0, &flat)?;
    let shape: Vec<i64> =
        input.array().shape().iter().chain(&weight.array().shape()[1..]).map(|&length| length as i64).collect();
    numpy::reshape_to(rows.array(), &shape).map(Tensor::of)
}
