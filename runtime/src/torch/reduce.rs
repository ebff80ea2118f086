//! Functions that make one value of many, along some axes or of all elements.

use super::dtype::DType;
use super::shape::{self, normalized};
use super::{Tensor, joining};
use crate::exception::{Fallible, index_error, runtime_error};
use crate::numpy::{
    self, Analytic, Array, Axes, Cast, Element, Number, Quotient, Real, Ring, Spread, Summed, by_lanes, sort_elements,
};

/// One value of each lane along the axes.
fn reduced<T: Element, R: Element>(
    input: &Tensor<T>,
    dim: &impl Axes,
    keepdim: bool,
    value: impl Fn(&numpy::Lane<'_, T>) -> R + Sync,
) -> Fallible<Tensor<R>> {
    let chosen = shape::chosen(dim, input.0.rank())?;
    Ok(Tensor(numpy::reduce(&input.0, &chosen, keepdim, value)))
}

/// How many elements a lane along the axes has.
fn count<T: Element>(input: &Tensor<T>, dim: &impl Axes) -> Fallible<usize> {
    let chosen = shape::chosen(dim, input.0.rank())?;
    Ok(input.0.shape().iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(length, _)| length).product())
}

/// `tensor.sum(dim, keepdim)`; integers in 64 bits.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn sum<T: Element + Cast<C>, C: Summed<Output = C>>(
    input: &Tensor<T>,
    dim: &impl Axes,
    keepdim: bool,
    _dtype: numpy::DType<C>,
) -> Fallible<Tensor<C>> {
    reduced(input, dim, keepdim, |lane| lane.sum(|element: T| Cast::<C::Wide>::cast(Cast::<C>::cast(element))).cast())
}

/// `tensor.sum(dim, keepdim, dtype=…)`.
///
/// # Errors
/// Those of [`sum`].
pub fn sum_of<T: Element + Cast<C>, C: Summed<Output = C>>(
    input: &Tensor<T>,
    dim: &impl Axes,
    keepdim: bool,
    _dtype: DType<C>,
) -> Fallible<Tensor<C>> {
    sum(input, dim, keepdim, numpy::DType::new())
}

/// `tensor.prod()` and `tensor.prod(dim, keepdim)`.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn prod<T: Element + Cast<C>, C: Number>(
    input: &Tensor<T>,
    dim: &impl Axes,
    keepdim: bool,
    _dtype: numpy::DType<C>,
) -> Fallible<Tensor<C>> {
    reduced(input, dim, keepdim, |lane| {
        let mut product = C::ONE;
        lane.each(|element: T| product = product.multiply(Cast::<C>::cast(element)));
        product
    })
}

/// `tensor.mean(dim, keepdim)` of floats.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn mean<T: Quotient<Output = T>>(input: &Tensor<T>, dim: &impl Axes, keepdim: bool) -> Fallible<Tensor<T>> {
    let count = T::Wide::from_f64(count(input, dim)? as f64);
    reduced(input, dim, keepdim, |lane| lane.sum(Cast::<T::Wide>::cast).divide(count).cast())
}

/// `tensor.mean(dim, keepdim, dtype=…)`.
///
/// # Errors
/// Those of [`mean`].
pub fn mean_of<T: Element + Cast<C>, C: Quotient<Output = C>>(
    input: &Tensor<T>,
    dim: &impl Axes,
    keepdim: bool,
    _dtype: DType<C>,
) -> Fallible<Tensor<C>> {
    mean(&Tensor(input.0.cast::<C>()), dim, keepdim)
}

/// `tensor.var(dim, correction=…, keepdim=…)` of floats.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn var<T: Spread>(input: &Tensor<T>, dim: &impl Axes, correction: i64, keepdim: bool) -> Fallible<Tensor<T::Size>> {
    let count = count(input, dim)?;
    reduced(input, dim, keepdim, |lane| numpy::variance_of(lane, count, correction).cast())
}

/// `tensor.std(dim, correction=…, keepdim=…)` of floats.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn std<T: Spread>(input: &Tensor<T>, dim: &impl Axes, correction: i64, keepdim: bool) -> Fallible<Tensor<T::Size>> {
    let count = count(input, dim)?;
    reduced(input, dim, keepdim, |lane| numpy::variance_of(lane, count, correction).sqrt().cast())
}

/// The variance and standard deviation by the flag that torch had first: `unbiased`.
macro_rules! unbiased {
    ($($name:ident: $function:ident;)*) => {$(
        /// With `unbiased` for a correction of one.
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not.
        pub fn $name<T: Spread>(
            input: &Tensor<T>,
            dim: &impl Axes,
            unbiased: bool,
            keepdim: bool,
        ) -> Fallible<Tensor<T::Size>> {
            $function(input, dim, i64::from(unbiased), keepdim)
        }
    )*};
}
unbiased! {
    var_unbiased: var;
    std_unbiased: std;
}

/// Whether any element is true, or all are: truth values, but of bytes bytes.
macro_rules! truths {
    ($($(#[$doc:meta])* $name:ident: $start:literal, |$all:ident, $element:ident| $result:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not.
        pub fn $name<T: Element, C: Element>(
            input: &Tensor<T>,
            dim: &impl Axes,
            keepdim: bool,
            _dtype: numpy::DType<C>,
        ) -> Fallible<Tensor<C>> {
            reduced(input, dim, keepdim, |lane| {
                let mut $all = $start;
                lane.each(|$element: T| $all = $result);
                C::from_i64($all.into())
            })
        }
    )*};
}
truths! {
    /// Whether any element is true.
    any: false, |any, element| any | element.truth();
    /// Whether every element is true.
    all: true, |all, element| all & element.truth();
}

/// `tensor.count_nonzero(dim)`.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn count_nonzero<T: Element>(input: &Tensor<T>, dim: &impl Axes) -> Fallible<Tensor<i64>> {
    reduced(input, dim, false, |lane| lane.sum(|element: T| i64::from(element.truth())))
}

/// The place of the element that beats all others, the first of equal ones; NaN beats all.
fn place<T: Element>(lane: &[T], beats: impl Fn(&T, &T) -> bool) -> usize {
    let mut best = 0;
    for (place, element) in lane.iter().enumerate() {
        let holder = &lane[best];
        if !holder.is_nan() && (element.is_nan() || beats(element, holder)) {
            best = place;
        }
    }
    best
}

fn greater<T: Element>(a: &T, b: &T) -> bool {
    a > b
}

fn less<T: Element>(a: &T, b: &T) -> bool {
    a < b
}

/// One element of each lane along an axis, and its place.
pub(super) fn picked<T: Element>(
    input: &Tensor<T>,
    dim: i64,
    keepdim: bool,
    name: &str,
    pick: impl Fn(&[T]) -> usize + Sync,
) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    let axis = normalized(dim, input.0.rank())?;
    if input.0.rank() == 0 {
        return Ok((Tensor(input.0.copied()), Tensor(Array::from_scalar(0))));
    }
    if input.0.shape()[axis] == 0 {
        return Err(index_error(format!("{name}(): Expected reduction dim {axis} to have non-zero size.")));
    }
    let places = Tensor(by_lanes(&input.0, axis, |lane| vec![pick(lane) as i64]));
    let values = Tensor(by_lanes(&input.0, axis, |lane| vec![lane[pick(lane)]]));
    if keepdim {
        return Ok((values, places));
    }
    Ok((joining::slice(&values, axis, 0), joining::slice(&places, axis, 0)))
}

/// The extreme element of all.
fn extreme<T: Element>(input: &Tensor<T>, name: &str, beats: fn(&T, &T) -> bool) -> Fallible<Tensor<T>> {
    if input.0.size() == 0 {
        return Err(runtime_error(format!(
            "{name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with \
             the 'dim' argument."
        )));
    }
    let elements = input.0.to_vec();
    Ok(Tensor(Array::from_scalar(elements[place(&elements, beats)])))
}

/// Refuses lanes in which there is nothing to look for.
fn check_lanes<T: Element>(input: &Tensor<T>, dim: &impl Axes, name: &str) -> Fallible<()> {
    let dims = dim.axes().unwrap_or_default();
    if dims.is_empty() && input.0.size() == 0 {
        return Err(runtime_error(format!(
            "{name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the \
             'dim' argument."
        )));
    }
    for dim in dims {
        let axis = normalized(dim, input.0.rank())?;
        if input.0.shape().get(axis) == Some(&0) {
            return Err(index_error(format!("{name}(): Expected reduction dim {dim} to have non-zero size.")));
        }
    }
    Ok(())
}

/// The functions that look for the greatest or the least.
macro_rules! searches {
    ($($of_all:ident, $along:ident, $values:ident, $places:ident, $places_along:ident: $name:literal, $beats:ident, $what:literal;)*) => {$(
        #[doc = concat!("The ", $what, " element of all.")]
        ///
        /// # Errors
        /// `RuntimeError` where there is none.
        pub fn $of_all<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
            extreme(input, $name, $beats)
        }

        #[doc = concat!("The ", $what, " elements along an axis, and their places.")]
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not, or that is empty.
        pub fn $along<T: Element>(input: &Tensor<T>, dim: i64, keepdim: bool) -> Fallible<(Tensor<T>, Tensor<i64>)> {
            picked(input, dim, keepdim, $name, |lane| place(lane, $beats))
        }

        #[doc = concat!("The ", $what, " elements along axes.")]
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not, or that is empty.
        pub fn $values<T: Element>(input: &Tensor<T>, dim: &impl Axes, keepdim: bool) -> Fallible<Tensor<T>> {
            check_lanes(input, dim, concat!("a", $name))?;
            reduced(input, dim, keepdim, |lane| {
                let mut best: Option<T> = None;
                lane.each(|element| {
                    best = Some(match best {
                        Some(best) if best.is_nan() || !(element.is_nan() || $beats(&element, &best)) => best,
                        _ => element,
                    });
                });
                best.unwrap_or(T::ZERO)
            })
        }

        #[doc = concat!("The place of the ", $what, " element of all.")]
        ///
        /// # Errors
        /// `IndexError` where there is none.
        pub fn $places<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<i64>> {
            if input.0.size() == 0 {
                return Err(index_error(concat!("arg", $name, "(): Expected reduction dim to be specified for input.numel() == 0.")));
            }
            Ok(Tensor(Array::from_scalar(place(&input.0.to_vec(), $beats) as i64)))
        }

        #[doc = concat!("The places of the ", $what, " elements along an axis.")]
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not, or that is empty.
        pub fn $places_along<T: Element>(input: &Tensor<T>, dim: i64, keepdim: bool) -> Fallible<Tensor<i64>> {
            picked(input, dim, keepdim, concat!("arg", $name), |lane| place(lane, $beats)).map(|(_, places)| places)
        }
    )*};
}
searches! {
    max, max_along, amax, argmax, argmax_along: "max", greater, "greatest";
    min, min_along, amin, argmin, argmin_along: "min", less, "least";
}

/// `tensor.median()`: the lower of the two in the middle.
///
/// # Errors
/// None.
pub fn median<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
    let mut sorted = input.0.to_vec();
    if sorted.is_empty() {
        return Ok(Tensor(Array::from_scalar(T::from_f64(f64::NAN))));
    }
    sort_elements(&mut sorted);
    let last = sorted[sorted.len() - 1];
    Ok(Tensor(Array::from_scalar(if last.is_nan() { last } else { sorted[(sorted.len() - 1) / 2] })))
}

/// `tensor.cumsum(dim)` and `tensor.cumprod(dim)`.
macro_rules! running {
    ($($(#[$doc:meta])* $name:ident, $of_dtype:ident: $operation:ident;)*) => {$(
        $(#[$doc])*
        /// In a dtype.
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not.
        pub fn $of_dtype<T: Element + Cast<C>, C: Ring>(input: &Tensor<T>, dim: i64, _dtype: DType<C>) -> Fallible<Tensor<C>> {
            $name(input, dim, numpy::DType::new())
        }

        $(#[$doc])*
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not.
        pub fn $name<T: Element + Cast<C>, C: Ring>(
            input: &Tensor<T>,
            dim: i64,
            _dtype: numpy::DType<C>,
        ) -> Fallible<Tensor<C>> {
            let axis = normalized(dim, input.0.rank())?;
            let converted = input.0.cast::<C>();
            if converted.rank() == 0 {
                return Ok(Tensor(converted));
            }
            Ok(Tensor(by_lanes(&converted, axis, |lane| {
                let mut running: Option<C> = None;
                let next = |element: &C| {
                    let value = running.map_or(*element, |before| before.$operation(*element));
                    running = Some(value);
                    value
                };
                lane.iter().map(next).collect()
            })))
        }
    )*};
}
running! {
    /// The sums of all up to each.
    cumsum, cumsum_of: add;
    /// The products of all up to each.
    cumprod, cumprod_of: multiply;
}

/// `torch.logsumexp(dim, keepdim)`: computed without overflow.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn logsumexp<T: Real>(input: &Tensor<T>, dim: &impl Axes, keepdim: bool) -> Fallible<Tensor<T>> {
    reduced(input, dim, keepdim, |lane| {
        let mut greatest = T::from_f64(f64::NEG_INFINITY);
        lane.each(|element: T| {
            if element > greatest || element.is_nan() {
                greatest = element;
            }
        });
        let base = if greatest.is_finite() { greatest } else { T::ZERO };
        let mut sum = T::ZERO;
        lane.each(|element: T| sum = sum.add(element.subtract(base).exp()));
        sum.ln().add(base)
    })
}

/// `torch.norm(p, dim, keepdim)`: by default the Euclidean norm.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn norm<T: Real>(input: &Tensor<T>, p: f64, dim: &impl Axes, keepdim: bool) -> Fallible<Tensor<T>> {
    reduced(input, dim, keepdim, |lane| norm_of(lane, p))
}

/// The norm of a lane.
fn norm_of<T: Real>(lane: &numpy::Lane<'_, T>, p: f64) -> T {
    let power = T::from_f64(p);
    if p == 2.0 {
        lane.sum(|element: T| element.multiply(element)).sqrt()
    } else if p == 1.0 {
        lane.sum(|element: T| element.absolute())
    } else if p == 0.0 {
        lane.sum(|element: T| if element.truth() { T::ONE } else { T::ZERO })
    } else if p.is_infinite() {
        let mut best: Option<T> = None;
        lane.each(|element| {
            let size = element.absolute();
            let beats = |best: T| size.is_nan() || if p > 0.0 { size > best } else { size < best };
            best = Some(match best {
                Some(best) if !beats(best) => best,
                _ => size,
            });
        });
        best.unwrap_or(T::ZERO)
    } else {
        lane.sum(|element: T| element.absolute().power(power)).power(T::ONE.divide(power))
    }
}
