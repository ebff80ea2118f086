//! Statistics along axes: order statistics, weighted means, and the forms that leave NaN out.

use super::arithmetic::{Analytic, Number, Ordered, Real, Ring, Size};
use super::array::Array;
use super::element::{Cast, Element};
use super::like::{ArrayLike, new_array};
use super::promote::{Promote, Quotient, Summed};
use super::reduce::{Lane, Spread, reduce, reductions};
use super::scalar::Scalar;
use super::selecting::stretched;
use super::shape::{Axes, chosen_axes, normalize_axis, text};
use super::sorting::{by_lanes, sort_elements};
use crate::exception::{Fallible, Raised, type_error, value_error, zero_division_error};

/// An element that order statistics are made of: every one but complex ones.
pub trait Ranked: Quotient<Output: Analytic, Wide: Ordered> {}
impl<T: Quotient<Output: Analytic, Wide: Ordered>> Ranked for T {}

impl<T: Element> Lane<'_, T> {
    /// The elements in numpy's order, NaN last.
    pub(super) fn sorted(&self) -> Vec<T> {
        let mut elements = Vec::new();
        self.each(|element| elements.push(element));
        sort_elements(&mut elements);
        elements
    }

    /// The elements in numpy's order, without NaN.
    pub(super) fn sorted_without_nan(&self) -> Vec<T> {
        let mut elements = self.sorted();
        elements.retain(|element| !element.is_nan());
        elements
    }
}

/// The middle of sorted elements, the mean of both where there are two; NaN where the last is.
pub(super) fn middle<T: Ranked>(sorted: &[T]) -> T::Output {
    let wide = |element: T| Cast::<T::Wide>::cast(element);
    let half = sorted.len() / 2;
    match sorted.last() {
        None => T::Output::from_f64(f64::NAN),
        Some(last) if last.is_nan() => Cast::<T::Output>::cast(*last),
        Some(_) if sorted.len() % 2 == 1 => Cast::<T::Output>::cast(wide(sorted[half])),
        Some(_) => {
            Cast::<T::Output>::cast(wide(sorted[half - 1]).add(wide(sorted[half])).divide(T::Wide::from_f64(2.0)))
        }
    }
}

reductions! {
    /// The middle of the sorted elements; NaN where one is NaN.
    median / median_scalar<T: Ranked>() -> T::Output => |lane, _count| middle(&lane.sorted()), None;
    /// The middle of the sorted elements that are not NaN.
    nanmedian / nanmedian_scalar<T: Ranked>() -> T::Output => |lane, _count| middle(&lane.sorted_without_nan()), None;
    /// The sum of the elements that are not NaN.
    nansum / nansum_scalar<T: Summed>() -> T::Output => |lane, _count| {
        lane.sum(|element: T| if element.is_nan() { T::Wide::ZERO } else { element.cast() }).cast()
    }, None;
    /// The product of the elements that are not NaN.
    nanprod / nanprod_scalar<T: Summed>() -> T::Output => |lane, _count| {
        let mut product = <T::Output as Element>::ONE;
        lane.each(|element: T| if !element.is_nan() { product = product.multiply(Cast::<T::Output>::cast(element)) });
        product
    }, None;
    /// The mean of the elements that are not NaN.
    nanmean / nanmean_scalar<T: Quotient>() -> T::Output => |lane, _count| mean_without_nan(lane).0.cast(), None;
    /// The variance of the elements that are not NaN.
    nanvar / nanvar_scalar<T: Spread>(ddof: i64) -> T::Size => |lane, _count| {
        variance_without_nan(lane, ddof).cast()
    }, None;
    /// The standard deviation of the elements that are not NaN.
    nanstd / nanstd_scalar<T: Spread>(ddof: i64) -> T::Size => |lane, _count| {
        variance_without_nan(lane, ddof).sqrt().cast()
    }, None;
    /// The least of the elements that are not NaN.
    nanmin / nanmin_scalar<T: Element>() -> T => |lane, _count| {
        best_without_nan(lane, |element, best| element < best)
    }, Some("zero-size array to reduction operation fmin which has no identity");
    /// The greatest of the elements that are not NaN.
    nanmax / nanmax_scalar<T: Element>() -> T => |lane, _count| {
        best_without_nan(lane, |element, best| element > best)
    }, Some("zero-size array to reduction operation fmax which has no identity");
    /// The distance from the least element to the greatest.
    ptp / ptp_scalar<T: Ordered>() -> T => |lane, _count| {
        let (mut least, mut greatest): (Option<T>, Option<T>) = (None, None);
        lane.each(|element: T| {
            least = Some(least.map_or(element, |least| if least <= element || least.is_nan() { least } else { element }));
            greatest = Some(greatest.map_or(element, |most| if most >= element || most.is_nan() { most } else { element }));
        });
        greatest.unwrap_or(T::ZERO).subtract(least.unwrap_or(T::ZERO))
    }, Some("zero-size array to reduction operation maximum which has no identity");
}

fn mean_without_nan<T: Quotient>(lane: &Lane<'_, T>) -> (T::Wide, i64) {
    let count = lane.sum(|element: T| i64::from(!element.is_nan()));
    let sum = lane.sum(|element: T| if element.is_nan() { T::Wide::ZERO } else { element.cast() });
    (sum.divide(T::Wide::from_i64(count)), count)
}

fn variance_without_nan<T: Spread>(lane: &Lane<'_, T>, ddof: i64) -> T::WideSize {
    let (mean, count) = mean_without_nan(lane);
    if count <= ddof {
        return T::WideSize::from_f64(f64::NAN);
    }
    let squares = lane.sum(|element: T| {
        if element.is_nan() {
            return T::WideSize::ZERO;
        }
        Cast::<T::Wide>::cast(element).subtract(mean).square_of_size()
    });
    squares.divide(T::WideSize::from_i64(count - ddof))
}

fn best_without_nan<T: Element>(lane: &Lane<'_, T>, beats: impl Fn(T, T) -> bool) -> T {
    let mut best: Option<T> = None;
    lane.each(|element| {
        best = Some(match best {
            Some(best) if element.is_nan() || !(beats(element, best) || best.is_nan()) => best,
            _ => element,
        });
    });
    best.unwrap_or(T::ZERO)
}

/// `nanargmin` and `nanargmax`.
macro_rules! positions_without_nan {
    ($($(#[$doc:meta])* $name:ident, $scalar:ident: $empty:literal, |$element:ident, $best:ident| $beats:expr;)*) => {$(
        $(#[$doc])*
        /// An array comes out.
        ///
        /// # Errors
        /// `ValueError` where all elements are NaN, or there are none.
        pub fn $name<T: Element, A: ArrayLike<Element = T>>(a: &A, axis: &impl Axes, keepdims: bool) -> Fallible<Array<i64>> {
            let array = a.to_array()?;
            let chosen = chosen_axes(axis, array.rank())?;
            let count: usize = array.shape().iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(n, _)| n).product();
            if count == 0 {
                return Err(value_error($empty));
            }
            let result = reduce(&array, &chosen, keepdims, |lane| {
                let (mut found, mut current): (Option<(T, i64)>, i64) = (None, 0);
                lane.each(|$element: T| {
                    found = match found {
                        found if $element.is_nan() => found,
                        Some(($best, _)) if $beats => Some(($element, current)),
                        Some(found) => Some(found),
                        None => Some(($element, current)),
                    };
                    current += 1;
                });
                found.map_or(-1, |(_, place)| place)
            });
            if result.elements().any(|place| place < 0) {
                return Err(value_error("All-NaN slice encountered"));
            }
            Ok(result)
        }

        $(#[$doc])*
        /// A scalar comes out.
        ///
        /// # Errors
        /// As where an array comes out.
        pub fn $scalar<T: Element, A: ArrayLike<Element = T>>(a: &A, axis: &impl Axes, _keepdims: bool) -> Fallible<Scalar<i64>> {
            $name(a, axis, false)?.only().map(Scalar)
        }
    )*};
}
positions_without_nan! {
    /// The position of the least element that is not NaN.
    nanargmin, nanargmin_scalar: "attempt to get argmin of an empty sequence", |element, best| element < best;
    /// The position of the greatest element that is not NaN.
    nanargmax, nanargmax_scalar: "attempt to get argmax of an empty sequence", |element, best| element > best;
}

/// `numpy.nancumsum(a, axis)`: the running sums along an axis, NaN as zero.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn nancumsum<T: Summed, A: ArrayLike<Element = T>>(a: &A, axis: i64) -> Fallible<Array<T::Output>> {
    super::sorting::cumsum(&a.to_array()?.map(|element| if element.is_nan() { T::ZERO } else { element }), axis)
}

/// `numpy.nancumsum(a)`: the running sums of all elements, NaN as zero.
///
/// # Errors
/// Those of making an array of `a`.
pub fn nancumsum_flat<T: Summed, A: ArrayLike<Element = T>>(a: &A, axis: ()) -> Fallible<Array<T::Output>> {
    super::sorting::cumsum_flat(&a.to_array()?.map(|element| if element.is_nan() { T::ZERO } else { element }), axis)
}

/// The dtype of a weighted mean.
type Weighted<A, W> = <<<A as ArrayLike>::Element as Quotient>::Output as Promote<<W as ArrayLike>::Element>>::Output;

/// `numpy.average(a, axis, weights)`. An array comes out.
///
/// # Errors
/// `ZeroDivisionError` where weights sum to zero; `TypeError` or `ValueError` where their shape does not fit.
pub fn average<A: ArrayLike, W: ArrayLike>(
    a: &A,
    axis: &impl Axes,
    weights: &W,
    keepdims: bool,
) -> Fallible<Array<Weighted<A, W>>>
where
    A::Element: Quotient + Cast<Weighted<A, W>>,
    <A::Element as Quotient>::Output: Promote<W::Element>,
    W::Element: Cast<Weighted<A, W>>,
    Weighted<A, W>: Analytic,
{
    let array = a.to_array()?;
    let weights: Array<Weighted<A, W>> = new_array(weights)?;
    let chosen = chosen_axes(axis, array.rank())?;
    let weights =
        if weights.shape() == array.shape() { weights.to_vec() } else { along(&array, &weights, axis.axes())? };
    let values: Vec<Weighted<A, W>> = array.elements().map(Cast::cast).collect();
    let products = values.iter().zip(&weights).map(|(value, weight)| value.multiply(*weight)).collect();
    let products = Array::from_vec(products, array.shape());
    let weights = Array::from_vec(weights, array.shape());
    let sum = |array: &Array<Weighted<A, W>>| reduce(array, &chosen, keepdims, |lane| lane.sum(|element| element));
    let scale = sum(&weights);
    if scale.elements().any(|scale| !scale.truth()) {
        return Err(zero_division_error("Weights sum to zero, can't be normalized"));
    }
    let sums = sum(&products);
    let means = sums.elements().zip(scale.elements()).map(|(sum, scale)| sum.divide(scale)).collect();
    Ok(Array::from_vec(means, sums.shape()))
}

/// A vector of weights stretched along one axis of the array.
fn along<T: Element, W: Element>(array: &Array<T>, weights: &Array<W>, axes: Option<Vec<i64>>) -> Fallible<Vec<W>> {
    let axis = match axes.as_deref() {
        None => return Err(type_error("Axis must be specified when shapes of a and weights differ.")),
        Some(&[axis]) => normalize_axis(axis, array.rank())?,
        Some(_) => return Err(no_fit()),
    };
    if weights.shape() != &array.shape()[axis..=axis] {
        return Err(no_fit());
    }
    let mut shape = vec![1i64; array.rank()];
    shape[axis] = -1;
    let weights = super::manipulation::reshape_to(weights, &shape)?;
    Ok(stretched(&weights, array.shape()))
}

#[cold]
fn no_fit() -> Raised {
    value_error("Shape of weights must be consistent with shape of a along specified axis.")
}

/// `numpy.average(a, axis, weights)`. A scalar comes out.
///
/// # Errors
/// As for [`average`].
pub fn average_scalar<A: ArrayLike, W: ArrayLike>(
    a: &A,
    axis: &impl Axes,
    weights: &W,
    _keepdims: bool,
) -> Fallible<Scalar<Weighted<A, W>>>
where
    A::Element: Quotient + Cast<Weighted<A, W>>,
    <A::Element as Quotient>::Output: Promote<W::Element>,
    W::Element: Cast<Weighted<A, W>>,
    Weighted<A, W>: Analytic,
{
    average(a, axis, weights, false)?.only().map(Scalar)
}

/// `numpy.average(a, axis)` without weights. An array comes out.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn average_plain<T: Quotient, A: ArrayLike<Element = T>>(
    a: &A,
    axis: &impl Axes,
    _weights: (),
    keepdims: bool,
) -> Fallible<Array<T::Output>> {
    let means = super::reduce::mean(a, axis, keepdims)?;
    if means.size() == 0 {
        return Err(zero_division_error("division by zero"));
    }
    Ok(means)
}

/// `numpy.average(a, axis)` without weights. A scalar comes out.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn average_plain_scalar<T: Quotient, A: ArrayLike<Element = T>>(
    a: &A,
    axis: &impl Axes,
    weights: (),
    _keepdims: bool,
) -> Fallible<Scalar<T::Output>> {
    average_plain(a, axis, weights, false)?.only().map(Scalar)
}

/// `numpy.cov(m, rowvar=…, bias=…, ddof=…)`: the covariances of the rows, or columns, of a matrix.
///
/// # Errors
/// `ValueError` for more than two axes.
pub fn cov<A: ArrayLike<Element: Cast<f64>>>(
    m: &A,
    rowvar: bool,
    bias: bool,
    ddof: Option<i64>,
) -> Fallible<Array<f64>> {
    let array: Array<f64> = new_array(m)?;
    if array.rank() > 2 {
        return Err(value_error("m has more than 2 dimensions"));
    }
    let array = super::manipulation::at_least(&array, 2)?;
    let array = if !rowvar && m.shape()?.len() != 1 { super::manipulation::reversed(&array) } else { array };
    let (variables, count) = (array.shape()[0], array.shape()[1]);
    let means = reduce(&array, &[false, true], true, |lane| lane.sum(|element: f64| element) / count as f64);
    let centred: Vec<f64> =
        array.elements().zip(stretched(&means, array.shape())).map(|(element, mean)| element - mean).collect();
    let freedom = count as i64 - ddof.unwrap_or(i64::from(!bias));
    let factor = freedom.max(0) as f64;
    let row = |variable: usize| &centred[variable * count..(variable + 1) * count];
    let mut elements = Vec::with_capacity(variables * variables);
    for first in 0..variables {
        for second in 0..variables {
            let product: f64 = row(first).iter().zip(row(second)).map(|(a, b)| a * b).sum();
            elements.push(product / factor);
        }
    }
    Ok(Array::from_vec(elements, &[variables, variables]))
}

/// `numpy.corrcoef(x, rowvar=…)`: the coefficients of correlation of the rows, or columns, of a matrix.
///
/// # Errors
/// `ValueError` for more than two axes.
pub fn corrcoef<A: ArrayLike<Element: Cast<f64>>>(x: &A, rowvar: bool) -> Fallible<Array<f64>> {
    let covariances = cov(x, rowvar, false, None)?;
    let (size, elements) = (covariances.shape()[0], covariances.to_vec());
    let deviation = |variable: usize| elements[variable * size + variable].sqrt();
    let coefficients = (0..size * size).map(|place| {
        let (row, column) = (place / size, place % size);
        (elements[place] / deviation(row) / deviation(column)).clamp(-1.0, 1.0)
    });
    Ok(Array::from_vec(coefficients.collect(), &[size, size]))
}

/// The variables of two arrays under one another, a row each.
fn variables<A: ArrayLike<Element: Cast<f64>>, B: ArrayLike<Element: Cast<f64>>>(
    m: &A,
    y: &B,
    rowvar: bool,
) -> Fallible<Array<f64>> {
    let rows = |array: Array<f64>, what: &str| {
        if array.rank() > 2 {
            return Err(value_error(format!("{what} has more than 2 dimensions")));
        }
        let is_matrix = array.rank() == 2;
        let array = super::manipulation::at_least(&array, 2)?;
        Ok(if !rowvar && is_matrix { super::manipulation::reversed(&array) } else { array })
    };
    super::manipulation::joined(&[rows(new_array(m)?, "m")?, rows(new_array(y)?, "y")?], 0)
}

/// `numpy.cov(m, y, …)`: the covariances of the variables of both.
///
/// # Errors
/// `ValueError` for more than two axes, and where there are not as many observations.
pub fn cov_with<A: ArrayLike<Element: Cast<f64>>, B: ArrayLike<Element: Cast<f64>>>(
    m: &A,
    y: &B,
    rowvar: bool,
    bias: bool,
    ddof: Option<i64>,
) -> Fallible<Array<f64>> {
    cov(&variables(m, y, rowvar)?, true, bias, ddof)
}

/// `numpy.corrcoef(x, y, rowvar=…)`: the coefficients of correlation of the variables of both.
///
/// # Errors
/// Those of [`cov_with`].
pub fn corrcoef_with<A: ArrayLike<Element: Cast<f64>>, B: ArrayLike<Element: Cast<f64>>>(
    x: &A,
    y: &B,
    rowvar: bool,
) -> Fallible<Array<f64>> {
    corrcoef(&variables(x, y, rowvar)?, true)
}

/// `numpy.unwrap(p, discont, axis, period=…)`: what is added to each so that no step is longer than half a period.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn unwrap<A: ArrayLike<Element: Quotient<Output: Real>>>(
    p: &A,
    discont: Option<f64>,
    axis: i64,
    period: f64,
) -> Fallible<Array<<A::Element as Quotient>::Output>> {
    type Out<A> = <<A as ArrayLike>::Element as Quotient>::Output;
    let array: Array<Out<A>> = new_array(p)?;
    let axis = normalize_axis(axis, array.rank())?;
    let (low, high) = (Out::<A>::from_f64(-period / 2.0), Out::<A>::from_f64(period / 2.0));
    let (period, least) = (Out::<A>::from_f64(period), discont.map_or(high, Out::<A>::from_f64));
    Ok(by_lanes(&array, axis, |lane| {
        let (mut correction, mut last) = (Out::<A>::ZERO, None);
        let next = |&element: &Out<A>| {
            let Some(before) = last.replace(element) else { return element };
            let step = element.subtract(before);
            let mut within = step.subtract(low).remainder(period).add(low);
            if within == low && step > Out::<A>::ZERO {
                within = high;
            }
            let added = within.subtract(step);
            correction = correction.add(if step.absolute() < least { Out::<A>::ZERO } else { added });
            element.add(correction)
        };
        lane.iter().map(next).collect()
    }))
}

/// `numpy.diff(a, n, axis)`: the differences between neighbours along an axis, again and again.
///
/// # Errors
/// `ValueError` for a negative number; `AxisError` for an axis that there is not.
pub fn diff<A: ArrayLike<Element: Difference>>(a: &A, n: i64, axis: i64) -> Fallible<Array<A::Element>> {
    let mut array = a.to_array()?;
    if n == 0 {
        return Ok(array);
    }
    if n < 0 {
        return Err(value_error(format!("order must be non-negative but got {n}")));
    }
    if array.rank() == 0 {
        return Err(value_error("diff requires input that is at least one dimensional"));
    }
    let axis = normalize_axis(axis, array.rank())?;
    for _ in 0..n {
        array = by_lanes(&array, axis, |lane| lane.windows(2).map(|pair| pair[1].difference(pair[0])).collect());
    }
    Ok(array)
}

/// An element that neighbours differ by: truth values differ or not.
pub trait Difference: Element {
    /// `self - other`, or `self != other`.
    fn difference(self, other: Self) -> Self;
}
macro_rules! differences {
    ($($ty:ty),*) => {$(
        impl Difference for $ty {
            #[inline(always)]
            fn difference(self, other: Self) -> Self {
                self.subtract(other)
            }
        }
    )*};
}
differences!(
    i8,
    i16,
    i32,
    i64,
    u8,
    u16,
    u32,
    u64,
    half::f16,
    f32,
    f64,
    super::ComplexNumber<f32>,
    super::ComplexNumber<f64>
);
impl Difference for bool {
    fn difference(self, other: Self) -> Self {
        self != other
    }
}

/// `numpy.ediff1d(ary)`: the differences between neighbours in the flat array.
///
/// # Errors
/// Those of making an array of `ary`.
pub fn ediff1d<A: ArrayLike<Element: Number>>(ary: &A) -> Fallible<Array<A::Element>> {
    let elements = ary.to_array()?.to_vec();
    Ok(Array::from_elements(elements.windows(2).map(|pair| pair[1].subtract(pair[0])).collect()))
}

/// `numpy.gradient(f, spacing, axis)`: the slopes along an axis, by central differences.
///
/// # Errors
/// `ValueError` for fewer than two elements along the axis.
pub fn gradient<A: ArrayLike<Element: Quotient<Output: Analytic>>>(
    f: &A,
    spacing: f64,
    axis: i64,
) -> Fallible<Array<<A::Element as Quotient>::Output>> {
    let array: Array<<A::Element as Quotient>::Output> = new_array(f)?;
    let axis = normalize_axis(axis, array.rank())?;
    if array.shape()[axis] < 2 {
        return Err(value_error(
            "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are \
             required.",
        ));
    }
    let number = <A::Element as Quotient>::Output::from_f64;
    Ok(by_lanes(&array, axis, |lane| {
        let last = lane.len() - 1;
        let slope = |place: usize| match place {
            0 => lane[1].subtract(lane[0]).divide(number(spacing)),
            _ if place == last => lane[last].subtract(lane[last - 1]).divide(number(spacing)),
            _ => lane[place + 1].subtract(lane[place - 1]).divide(number(2.0 * spacing)),
        };
        (0..lane.len()).map(slope).collect()
    }))
}

/// `numpy.gradient(f)` of a vector.
///
/// # Errors
/// As for [`gradient`].
pub fn gradient_vector<A: ArrayLike<Element: Quotient<Output: Analytic>>>(
    f: &A,
    spacing: f64,
) -> Fallible<Array<<A::Element as Quotient>::Output>> {
    match f.shape()?.len() {
        1 => gradient(f, spacing, 0),
        rank => Err(value_error(format!("a vector is needed, not an array of {rank} axes"))),
    }
}

/// `numpy.gradient(f)` of a matrix: the slopes along each of the two axes.
///
/// # Errors
/// As for [`gradient`].
pub fn gradient_matrix<A: ArrayLike<Element: Quotient<Output: Analytic>>>(
    f: &A,
    spacing: f64,
) -> Fallible<(Array<<A::Element as Quotient>::Output>, Array<<A::Element as Quotient>::Output>)> {
    match f.shape()?.as_slice() {
        &[_, _] => Ok((gradient(f, spacing, 0)?, gradient(f, spacing, 1)?)),
        shape => Err(value_error(format!("a matrix is needed, not an array of shape {}", text(shape)))),
    }
}

/// `numpy.trapezoid(y, dx=…, axis=…)`: the area below the points. An array comes out.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn trapezoid<A: ArrayLike<Element: Quotient<Output: Analytic>>>(
    y: &A,
    _x: (),
    dx: f64,
    axis: i64,
) -> Fallible<Array<<A::Element as Quotient>::Output>> {
    let array: Array<<A::Element as Quotient>::Output> = new_array(y)?;
    let place = normalize_axis(axis, array.rank())?;
    let number = <A::Element as Quotient>::Output::from_f64;
    let areas = by_lanes(&array, place, |lane| {
        let area =
            |pair: &[<A::Element as Quotient>::Output]| pair[1].add(pair[0]).multiply(number(dx)).divide(number(2.0));
        lane.windows(2).map(area).collect()
    });
    super::reduce::lanes(&areas, &axis, false, |lane| lane.sum(|element| element))
}

/// `numpy.trapezoid(y, dx=…)` of a vector. A scalar comes out.
///
/// # Errors
/// As for [`trapezoid`].
pub fn trapezoid_scalar<A: ArrayLike<Element: Quotient<Output: Analytic>>>(
    y: &A,
    x: (),
    dx: f64,
    axis: i64,
) -> Fallible<Scalar<<A::Element as Quotient>::Output>> {
    trapezoid(y, x, dx, axis)?.only().map(Scalar)
}

/// `numpy.trapezoid(y, x)` of two vectors: the area below the points.
///
/// # Errors
/// `ValueError` where the lengths differ.
pub fn trapezoid_at<Y: ArrayLike<Element: Cast<f64>>, X: ArrayLike<Element: Cast<f64>>>(
    y: &Y,
    x: &X,
) -> Fallible<Scalar<f64>> {
    let (y, x): (Array<f64>, Array<f64>) = (new_array(y)?, new_array(x)?);
    let (y, x) = (y.to_vec(), x.to_vec());
    if y.len() != x.len() {
        return Err(value_error(format!(
            "operands could not be broadcast together with shapes ({},) ({},) ",
            x.len().saturating_sub(1),
            y.len().saturating_sub(1)
        )));
    }
    let areas = x.windows(2).zip(y.windows(2)).map(|(x, y)| (x[1] - x[0]) * (y[1] + y[0]) / 2.0).collect();
    let areas = Array::from_elements(areas);
    super::reduce::sum_scalar(&areas, &(), false)
}
