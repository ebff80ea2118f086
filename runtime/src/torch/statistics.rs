//! Statistics of tensors: what lies in the middle, what occurs most, shares, running extremes; those that leave NaN out.

use super::reduce::picked;
use super::shape::normalized;
use super::{Tensor, joining, reduce};
use crate::exception::{Fallible, runtime_error};
use crate::numpy::{
    self, Array, Axes, Cast, Element, Number, Ordered, Quotient, Real, Spread, Summed, by_lanes, sort_elements,
    sorted_positions,
};
use crate::str::Str;

/// `tensor.median(dim, keepdim)`: the lower of the two in the middle; NaN where one is NaN.
///
/// # Errors
/// `IndexError` for an axis that there is not, or that is empty.
pub fn median_along<T: Element>(input: &Tensor<T>, dim: i64, keepdim: bool) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    picked(input, dim, keepdim, "median", |lane| {
        let nan = lane.iter().position(|element| element.is_nan());
        nan.unwrap_or_else(|| sorted_positions(lane, false)[(lane.len() - 1) / 2] as usize)
    })
}

/// The place of the lower of the two in the middle of those that are not NaN.
fn middle_of_numbers<T: Element>(lane: &[T]) -> usize {
    let count = lane.iter().filter(|element| !element.is_nan()).count();
    sorted_positions(lane, false)[count.saturating_sub(1) / 2] as usize
}

/// `tensor.nanmedian(dim, keepdim)`.
///
/// # Errors
/// `IndexError` for an axis that there is not, or that is empty.
pub fn nanmedian_along<T: Element>(input: &Tensor<T>, dim: i64, keepdim: bool) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    picked(input, dim, keepdim, "nanmedian", middle_of_numbers)
}

/// `tensor.nanmedian()`.
///
/// # Errors
/// None.
pub fn nanmedian<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
    let elements = input.0.to_vec();
    let middle = if elements.is_empty() { T::from_f64(f64::NAN) } else { elements[middle_of_numbers(&elements)] };
    Ok(Tensor(Array::from_scalar(middle)))
}

/// `tensor.mode(dim, keepdim)`: the element that occurs most often, the least of several, and the last of its places.
///
/// # Errors
/// `IndexError` for an axis that there is not, or that is empty.
pub fn mode<T: Element>(input: &Tensor<T>, dim: i64, keepdim: bool) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    picked(input, dim, keepdim, "mode", |lane| {
        let places = sorted_positions(lane, false);
        let (mut best, mut most, mut start) = (places[0], 0, 0);
        for (end, &place) in places.iter().enumerate() {
            if lane[place as usize] != lane[places[start] as usize] {
                start = end;
            }
            if end + 1 - start > most {
                (best, most) = (place, end + 1 - start);
            }
        }
        best as usize
    })
}

/// `tensor.nansum(dim, keepdim)`: NaN counts for nothing.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn nansum<T: Element + Cast<C>, C: Summed<Output = C>>(
    input: &Tensor<T>,
    dim: &impl Axes,
    keepdim: bool,
    dtype: numpy::DType<C>,
) -> Fallible<Tensor<C>> {
    let numbers = Tensor(input.0.map(|element| if element.is_nan() { T::ZERO } else { element }));
    reduce::sum(&numbers, dim, keepdim, dtype)
}

/// `tensor.nanmean(dim, keepdim)`: of what is not NaN.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn nanmean<T: Real + Summed<Output = T> + Quotient<Output = T>>(
    input: &Tensor<T>,
    dim: &impl Axes,
    keepdim: bool,
) -> Fallible<Tensor<T>> {
    let sums = nansum(input, dim, keepdim, numpy::DType::<T>::new())?;
    let counted = Tensor(input.0.map(|element| if element.is_nan() { T::ZERO } else { T::ONE }));
    let counts = reduce::sum(&counted, dim, keepdim, numpy::DType::<T>::new())?;
    super::arithmetic::div(&sums, &counts, numpy::DType::<T>::new())
}

/// How a share that lies between two elements is made of them.
#[derive(Clone, Copy)]
enum Interpolation {
    Linear,
    Lower,
    Higher,
    Midpoint,
    Nearest,
}

impl Interpolation {
    fn named(name: &Str) -> Fallible<Self> {
        Ok(match name.as_str() {
            "linear" => Self::Linear,
            "lower" => Self::Lower,
            "higher" => Self::Higher,
            "midpoint" => Self::Midpoint,
            "nearest" => Self::Nearest,
            other => {
                return Err(runtime_error(format!(
                    "quantile() interpolation must be one of linear, lower, higher, midpoint or nearest, but got {other}"
                )));
            }
        })
    }

    /// What a share of the sorted elements lies below. Every step is rounded to the dtype, as torch does.
    fn of<T: Real>(self, sorted: &[T], share: f64) -> T {
        let Some(last) = sorted.len().checked_sub(1) else { return T::from_f64(f64::NAN) };
        let rank = T::from_f64(share).multiply(T::from_f64(last as f64));
        let below = rank.floor();
        let (low, high) = (sorted[below.to_f64() as usize], sorted[(rank.ceil().to_f64() as usize).min(last)]);
        let weight = rank.subtract(below);
        let way = high.subtract(low);
        let between = |weight: T| {
            if weight.to_f64() < 0.5 {
                low.add(weight.multiply(way))
            } else {
                high.subtract(way.multiply(T::ONE.subtract(weight)))
            }
        };
        match self {
            Self::Linear => between(weight),
            Self::Lower => low,
            Self::Higher => high,
            Self::Midpoint if weight == T::ZERO => low,
            Self::Midpoint => between(T::from_f64(0.5)),
            Self::Nearest => sorted[rank.round(0).to_f64() as usize],
        }
    }
}

/// For each lane along an axis what the shares of its elements lie below, side by side along that axis.
fn shares<T: Real>(
    name: &str,
    input: &Tensor<T>,
    shares: &[f64],
    axis: usize,
    interpolation: &Str,
    ignore_nan: bool,
) -> Fallible<Tensor<T>> {
    let interpolation = Interpolation::named(interpolation)?;
    if input.0.size() == 0 {
        return Err(runtime_error(format!("{name}() input tensor must be non-empty")));
    }
    if !shares.iter().all(is_share) {
        return Err(runtime_error(format!("{name}() q values must be in the range [0, 1]")));
    }
    Ok(Tensor(by_lanes(&input.0, axis, |lane| {
        let mut sorted: Vec<T> = lane.to_vec();
        sort_elements(&mut sorted);
        let numbers = sorted.iter().filter(|element| !element.is_nan()).count();
        if numbers < sorted.len() && !ignore_nan {
            return vec![T::from_f64(f64::NAN); shares.len()];
        }
        sorted.truncate(numbers);
        shares.iter().map(|share| interpolation.of(&sorted, *share)).collect()
    })))
}

fn is_share(share: &f64) -> bool {
    (0.0..=1.0).contains(share)
}

/// The one share that is asked for.
fn one_share(name: &str, share: f64) -> Fallible<[f64; 1]> {
    if is_share(&share) {
        return Ok([share]);
    }
    Err(runtime_error(format!("{name}() q must be in the range [0, 1] but got {}", general(share))))
}

/// A number as C++ streams write it.
fn general(number: f64) -> String {
    crate::object::str(&number).as_str().trim_end_matches(".0").to_owned()
}

/// The quantiles, with and without NaN.
macro_rules! quantiles {
    ($($of_all:ident, $along:ident, $many:ident: $name:literal, $ignore_nan:literal;)*) => {$(
        /// What a share of all elements lies below.
        ///
        /// # Errors
        /// `RuntimeError` for a share that is none, and where there are no elements.
        pub fn $of_all<T: Real>(
            input: &Tensor<T>,
            q: f64,
            _dim: (),
            _keepdim: bool,
            interpolation: &Str,
        ) -> Fallible<Tensor<T>> {
            let flat = super::views::flatten(input, 0, -1)?;
            Ok(joining::slice(&shares($name, &flat, &one_share($name, q)?, 0, interpolation, $ignore_nan)?, 0, 0))
        }

        /// What a share of the elements along an axis lies below.
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not; `RuntimeError` for a share that is none.
        pub fn $along<T: Real>(
            input: &Tensor<T>,
            q: f64,
            dim: i64,
            keepdim: bool,
            interpolation: &Str,
        ) -> Fallible<Tensor<T>> {
            let axis = normalized(dim, input.0.rank())?;
            let found = shares($name, input, &one_share($name, q)?, axis, interpolation, $ignore_nan)?;
            Ok(if keepdim { found } else { joining::slice(&found, axis, 0) })
        }

        /// What shares of the elements lie below: their axis comes first.
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not; `RuntimeError` for a share that is none.
        pub fn $many<T: Real>(
            input: &Tensor<T>,
            q: &Tensor<T>,
            dim: Option<i64>,
            keepdim: bool,
            interpolation: &Str,
        ) -> Fallible<Tensor<T>> {
            let rank = input.0.rank();
            let (flat, axis) = match dim {
                Some(dim) => (input.clone(), normalized(dim, rank)?),
                None => (super::views::flatten(input, 0, -1)?, 0),
            };
            let wanted: Vec<f64> = q.0.elements().map(Element::to_f64).collect();
            let found = shares($name, &flat, &wanted, axis, interpolation, $ignore_nan)?;
            let first = super::views::movedim(&found, axis as i64, 0)?;
            let first = match (keepdim, dim) {
                (false, _) => first,
                (true, Some(_)) => super::views::unsqueeze(&first, axis as i64 + 1)?,
                (true, None) => (0..rank).try_fold(first, |first, _| super::views::unsqueeze(&first, 1))?,
            };
            // One share without an axis gives none.
            Ok(if q.0.rank() == 0 { joining::slice(&first, 0, 0) } else { first })
        }
    )*};
}
quantiles! {
    quantile_of_all, quantile, quantile_many: "quantile", false;
    nanquantile_of_all, nanquantile, nanquantile_many: "nanquantile", true;
}

/// `torch.aminmax(input, dim=…, keepdim=…)`: the least and the greatest elements.
///
/// # Errors
/// `RuntimeError` where there are none; `IndexError` for an axis that there is not.
pub fn aminmax<T: Element>(input: &Tensor<T>, dim: Option<i64>, keepdim: bool) -> Fallible<(Tensor<T>, Tensor<T>)> {
    if input.0.size() == 0 && dim.is_none() {
        return Err(runtime_error(
            "aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.",
        ));
    }
    Ok((reduce::amin(input, &dim, keepdim)?, reduce::amax(input, &dim, keepdim)?))
}

/// `torch.std_mean` and `torch.var_mean`: a measure of the spread, and the mean.
macro_rules! with_means {
    ($($name:ident, $unbiased:ident: $function:ident;)*) => {$(
        /// The spread and the mean.
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not.
        pub fn $name<T: Spread<Size = T> + Quotient<Output = T>>(
            input: &Tensor<T>,
            dim: &impl Axes,
            correction: i64,
            keepdim: bool,
        ) -> Fallible<(Tensor<T>, Tensor<T>)> {
            Ok((reduce::$function(input, dim, correction, keepdim)?, reduce::mean(input, dim, keepdim)?))
        }

        /// The spread, with `unbiased` for a correction of one, and the mean.
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not.
        pub fn $unbiased<T: Spread<Size = T> + Quotient<Output = T>>(
            input: &Tensor<T>,
            dim: &impl Axes,
            unbiased: bool,
            keepdim: bool,
        ) -> Fallible<(Tensor<T>, Tensor<T>)> {
            $name(input, dim, i64::from(unbiased), keepdim)
        }
    )*};
}
with_means! {
    std_mean, std_mean_unbiased: std;
    var_mean, var_mean_unbiased: var;
}

/// `torch.cummax(dim)` and `torch.cummin(dim)`: the extremes so far, and where they stood: the last of equal ones.
macro_rules! running_extremes {
    ($($name:ident: $beats:expr;)*) => {$(
        /// The extremes so far along an axis, and their places.
        ///
        /// # Errors
        /// `IndexError` for an axis that there is not.
        pub fn $name<T: Element>(input: &Tensor<T>, dim: i64) -> Fallible<(Tensor<T>, Tensor<i64>)> {
            let axis = normalized(dim, input.0.rank())?;
            if input.0.rank() == 0 {
                return Ok((Tensor(input.0.copied()), Tensor(Array::from_scalar(0))));
            }
            let beats: fn(&T, &T) -> bool = $beats;
            let places = |lane: &[T]| -> Vec<usize> {
                let next = |best: &mut usize, place: usize| {
                    let holder = lane[*best];
                    if lane[place].is_nan() || (!holder.is_nan() && beats(&lane[place], &holder)) {
                        *best = place;
                    }
                    Some(*best)
                };
                (0..lane.len()).scan(0, next).collect()
            };
            let found = by_lanes(&input.0, axis, |lane| places(lane).into_iter().map(|place| place as i64).collect());
            let values = by_lanes(&input.0, axis, |lane| places(lane).into_iter().map(|place| lane[place]).collect());
            Ok((Tensor(values), Tensor(found)))
        }
    )*};
}
running_extremes! {
    cummax: |new, old| new >= old;
    cummin: |new, old| new <= old;
}

/// `torch.logcumsumexp(dim)`.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn logcumsumexp<T: Real>(input: &Tensor<T>, dim: i64) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.0.rank())?;
    if input.0.rank() == 0 {
        return Ok(Tensor(input.0.copied()));
    }
    Ok(Tensor(by_lanes(&input.0, axis, |lane| {
        let mut running: Option<T> = None;
        let next = |&element: &T| {
            let sum = running.map_or(element, |before| log_of_sum(before, element));
            running = Some(sum);
            sum
        };
        lane.iter().map(next).collect()
    })))
}

/// `log(exp(a) + exp(b))`, without overflow.
pub(super) fn log_of_sum<T: Real>(a: T, b: T) -> T {
    if a.is_nan() || b.is_nan() {
        return T::from_f64(f64::NAN);
    }
    let (most, least) = if a >= b { (a, b) } else { (b, a) };
    if most == least && !most.is_finite() { most } else { most.add(least.subtract(most).exp().ln_1p()) }
}

/// `torch.histc(input, bins, min, max)`: how many elements lie in each interval; from the least to the greatest where no
/// bounds are given.
///
/// # Errors
/// `RuntimeError` for no intervals, and bounds that are none.
pub fn histc<T: Real>(input: &Tensor<T>, bins: i64, min: f64, max: f64) -> Fallible<Tensor<T>> {
    if bins <= 0 {
        return Err(runtime_error("bins must be > 0"));
    }
    let elements: Vec<f64> = input.0.elements().map(Element::to_f64).collect();
    let (mut low, mut high) = (min, max);
    if low == high && !elements.is_empty() {
        low = elements.iter().copied().fold(f64::INFINITY, f64::min);
        high = elements.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    }
    if low == high {
        (low, high) = (low - 1.0, high + 1.0);
    }
    if !low.is_finite() || !high.is_finite() {
        return Err(runtime_error(format!("range of [{low}, {high}] is not finite")));
    }
    if low > high {
        return Err(runtime_error("max must be larger than min"));
    }
    let mut counts = vec![0_i64; bins as usize];
    for element in elements.into_iter().filter(|element| (low..=high).contains(element)) {
        let bin = ((element - low) / (high - low) * bins as f64) as usize;
        counts[bin.min(bins as usize - 1)] += 1;
    }
    Ok(Tensor(Array::from_elements(counts.into_iter().map(T::from_i64).collect())))
}

/// `torch.diff(input, n, dim)`: the differences between neighbours, again and again.
///
/// # Errors
/// `IndexError` for an axis that there is not; `RuntimeError` for a negative number of times.
pub fn diff<T: Number>(input: &Tensor<T>, n: i64, dim: i64) -> Fallible<Tensor<T>> {
    if input.0.rank() == 0 {
        return Err(runtime_error("diff expects input to be at least one-dimensional"));
    }
    let axis = normalized(dim, input.0.rank())?;
    let Ok(times) = usize::try_from(n) else {
        return Err(runtime_error(format!("order must be non-negative but got {n}")));
    };
    let times = times.min(input.0.shape()[axis]);
    let once = |array: Array<T>, _| {
        by_lanes(&array, axis, |lane| lane.windows(2).map(|pair| pair[1].subtract(pair[0])).collect())
    };
    Ok(Tensor((0..times).fold(input.0.copied(), once)))
}

/// `torch.msort(input)`: the elements in order along the first axis.
///
/// # Errors
/// None.
pub fn msort<T: Ordered>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
    super::selecting::sort(input, 0, false, true).map(|(values, _)| values)
}
