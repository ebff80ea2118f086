//! Orders elements further: parts of a sort, places in sorted arrays, sets of elements, counts.

use super::arithmetic::{Real, Ring};
use super::array::Array;
use super::dtype::DType;
use super::element::{Cast, Element};
use super::like::{ArrayLike, Arrays, new_array};
use super::manipulation::ravel;
use super::promote::{Promote, Quotient};
use super::reduce::converted;
use super::shape::normalize_axis;
use super::sorting::{by_lanes, order, sorted_positions};
use crate::exception::{Fallible, Raised, type_error, value_error};
use crate::str::Str;

/// The common dtype of two array-likes.
type Common<A, B> = <<A as ArrayLike>::Element as Promote<<B as ArrayLike>::Element>>::Output;

fn check_kth(kth: i64, length: usize) -> Fallible<()> {
    let from_front = if kth < 0 { kth + length as i64 } else { kth };
    if from_front < 0 || from_front >= length as i64 {
        return Err(value_error(format!("kth(={from_front}) out of bounds ({length})")));
    }
    Ok(())
}

/// `numpy.partition(a, kth, axis)`: the element of that rank in its place, no greater ones before it, no lesser ones
/// after. Here the whole lane is sorted: the order within the two sides is left open.
///
/// # Errors
/// `ValueError` for a rank that there is not.
pub fn partition<A: ArrayLike>(a: &A, kth: i64, axis: i64) -> Fallible<Array<A::Element>> {
    let array = a.to_array()?;
    let place = normalize_axis(axis, array.rank())?;
    check_kth(kth, array.shape()[place])?;
    super::sorting::sort(&array, axis)
}

/// `numpy.argpartition(a, kth, axis)`: the positions by which [`partition`] would put the elements.
///
/// # Errors
/// `ValueError` for a rank that there is not.
pub fn argpartition<A: ArrayLike>(a: &A, kth: i64, axis: i64) -> Fallible<Array<i64>> {
    let array = a.to_array()?;
    let place = normalize_axis(axis, array.rank())?;
    check_kth(kth, array.shape()[place])?;
    super::sorting::argsort(&array, axis)
}

/// `numpy.lexsort(keys)`: the positions that sort by the last key, then by those before it.
///
/// # Errors
/// `TypeError` where there are no keys; `ValueError` where their shapes differ.
pub fn lexsort<K: Arrays>(keys: &K) -> Fallible<Array<i64>> {
    let keys = keys.arrays()?;
    let Some(first) = keys.first() else {
        return Err(type_error("need sequence of keys with len > 0 in lexsort"));
    };
    if keys.iter().any(|key| key.shape() != first.shape()) {
        return Err(value_error("all keys need to be the same shape"));
    }
    if first.rank() != 1 {
        return Err(value_error("keys of lexsort must have one axis"));
    }
    let columns: Vec<Vec<K::Element>> = keys.iter().map(Array::to_vec).collect();
    let mut positions: Vec<i64> = (0..first.size() as i64).collect();
    positions.sort_by(|&a, &b| {
        let orders = columns.iter().rev().map(|column| order(&column[a as usize], &column[b as usize]));
        orders.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    });
    Ok(Array::from_elements(positions))
}

/// Where an element would go into a sorted lane.
fn place_of<T: Element>(sorted: &[T], element: &T, right: bool) -> usize {
    if right {
        sorted.partition_point(|other| order(other, element).is_le())
    } else {
        sorted.partition_point(|other| order(other, element).is_lt())
    }
}

fn is_right(side: &Str) -> Fallible<bool> {
    match side.as_str() {
        "left" => Ok(false),
        "right" => Ok(true),
        other => Err(value_error(format!("search side must be 'left' or 'right' (got '{other}')"))),
    }
}

/// `numpy.searchsorted(a, v, side)`: where the elements would go into the sorted vector.
///
/// # Errors
/// `ValueError` where `a` is no vector, and for another side.
pub fn searchsorted<A: ArrayLike, V: ArrayLike>(a: &A, v: &V, side: &Str) -> Fallible<Array<i64>>
where
    A::Element: Promote<V::Element> + Cast<Common<A, V>>,
    V::Element: Cast<Common<A, V>>,
{
    let (sorted, values): (Array<Common<A, V>>, Array<Common<A, V>>) = (new_array(a)?, new_array(v)?);
    if sorted.rank() != 1 {
        return Err(value_error("object too deep for desired array"));
    }
    let (right, sorted) = (is_right(side)?, sorted.to_vec());
    Ok(values.map(|value| place_of(&sorted, &value, right) as i64))
}

/// `numpy.searchsorted(a, v, side)` of one number.
///
/// # Errors
/// As for [`searchsorted`].
pub fn searchsorted_scalar<A: ArrayLike, V: ArrayLike>(a: &A, v: &V, side: &Str) -> Fallible<super::Scalar<i64>>
where
    A::Element: Promote<V::Element> + Cast<Common<A, V>>,
    V::Element: Cast<Common<A, V>>,
{
    searchsorted(a, v, side)?.only().map(super::Scalar)
}

/// `numpy.digitize(x, bins, right)`: the number of the interval that each element lies in.
///
/// # Errors
/// `ValueError` where the bins neither rise nor fall.
pub fn digitize<X: ArrayLike, B: ArrayLike>(x: &X, bins: &B, right: bool) -> Fallible<Array<i64>>
where
    X::Element: Promote<B::Element> + Cast<Common<X, B>>,
    B::Element: Cast<Common<X, B>>,
{
    let (values, bins): (Array<Common<X, B>>, Array<Common<X, B>>) = (new_array(x)?, new_array(bins)?);
    if bins.rank() != 1 {
        return Err(value_error("object too deep for desired array"));
    }
    let mut bins = bins.to_vec();
    if bins.windows(2).all(|pair| pair[0] <= pair[1]) {
        return Ok(values.map(|value| place_of(&bins, &value, !right) as i64));
    }
    if bins.windows(2).all(|pair| pair[0] >= pair[1]) {
        bins.reverse();
        return Ok(values.map(|value| (bins.len() - place_of(&bins, &value, right)) as i64));
    }
    Err(value_error("bins must be monotonically increasing or decreasing"))
}

/// The elements, sorted, each once, with where each was first and how often it was there; and for every element its
/// place among them.
struct Distinct<T> {
    elements: Vec<T>,
    first: Vec<i64>,
    places: Vec<i64>,
    counts: Vec<i64>,
}

impl<T: Element> Distinct<T> {
    fn of(all: &[T]) -> Self {
        let mut distinct =
            Self { elements: Vec::new(), first: Vec::new(), places: vec![0; all.len()], counts: Vec::new() };
        for place in sorted_positions(all, false) {
            let position = place as usize;
            let element = all[position];
            match (distinct.elements.last(), distinct.counts.last_mut()) {
                (Some(last), Some(count)) if order(last, &element).is_eq() => *count += 1,
                _ => {
                    distinct.elements.push(element);
                    distinct.first.push(place);
                    distinct.counts.push(1);
                }
            }
            distinct.places[position] = distinct.elements.len() as i64 - 1;
        }
        distinct
    }
}

/// `numpy.unique` with more results.
macro_rules! uniques {
    ($($(#[$doc:meta])* $name:ident: |$distinct:ident, $shape:ident| ($($part:expr),*) -> ($($ty:ty),*);)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// Those of making an array of `ar`.
        pub fn $name<A: ArrayLike>(ar: &A, _index: bool, _inverse: bool, _counts: bool) -> Fallible<(Array<A::Element>, $($ty),*)> {
            let array = ar.to_array()?;
            let $shape = array.shape();
            let $distinct = Distinct::of(&array.to_vec());
            let _ = $shape;
            let rest = ($($part,)*);
            uniques!(@join $distinct, rest, $($ty),*)
        }
    )*};
    (@join $distinct:ident, $rest:ident, $a:ty) => {
        Ok((Array::from_elements($distinct.elements), $rest.0))
    };
    (@join $distinct:ident, $rest:ident, $a:ty, $b:ty) => {
        Ok((Array::from_elements($distinct.elements), $rest.0, $rest.1))
    };
    (@join $distinct:ident, $rest:ident, $a:ty, $b:ty, $c:ty) => {
        Ok((Array::from_elements($distinct.elements), $rest.0, $rest.1, $rest.2))
    };
}
uniques! {
    /// `numpy.unique(ar, return_index=True)`.
    unique_index: |distinct, shape| (Array::from_elements(distinct.first)) -> (Array<i64>);
    /// `numpy.unique(ar, return_inverse=True)`.
    unique_inverse: |distinct, shape| (Array::from_vec(distinct.places, shape)) -> (Array<i64>);
    /// `numpy.unique(ar, return_counts=True)`.
    unique_counts: |distinct, shape| (Array::from_elements(distinct.counts)) -> (Array<i64>);
    /// `numpy.unique(ar, return_index=True, return_inverse=True)`.
    unique_index_inverse: |distinct, shape| (Array::from_elements(distinct.first), Array::from_vec(distinct.places, shape)) -> (Array<i64>, Array<i64>);
    /// `numpy.unique(ar, return_index=True, return_counts=True)`.
    unique_index_counts: |distinct, shape| (Array::from_elements(distinct.first), Array::from_elements(distinct.counts)) -> (Array<i64>, Array<i64>);
    /// `numpy.unique(ar, return_inverse=True, return_counts=True)`.
    unique_inverse_counts: |distinct, shape| (Array::from_vec(distinct.places, shape), Array::from_elements(distinct.counts)) -> (Array<i64>, Array<i64>);
    /// `numpy.unique(ar, return_index=True, return_inverse=True, return_counts=True)`.
    unique_all: |distinct, shape| (Array::from_elements(distinct.first), Array::from_vec(distinct.places, shape), Array::from_elements(distinct.counts)) -> (Array<i64>, Array<i64>, Array<i64>);
}

/// The parts of an array along an axis, each once, sorted by their first elements, then by the next.
///
/// # Errors
/// `AxisError` for an axis that there is not.
fn distinct_parts<A: ArrayLike>(ar: &A, axis: i64) -> Fallible<(Array<A::Element>, Distinct<()>)> {
    let array = ar.to_array()?;
    let axis = normalize_axis(axis, array.rank())?;
    let mut front: Vec<usize> = (0..array.rank()).filter(|&other| other != axis).collect();
    front.insert(0, axis);
    let parts = super::permuted(&array, &front).to_contiguous();
    let (count, elements) = (parts.shape()[0], parts.to_vec());
    let size = elements.len().checked_div(count).unwrap_or(0);
    let part = |place: usize| &elements[place * size..(place + 1) * size];
    let mut order_of_parts: Vec<usize> = (0..count).collect();
    order_of_parts.sort_by(|&a, &b| {
        let different = part(a).iter().zip(part(b)).map(|(a, b)| order(a, b)).find(|found| found.is_ne());
        different.unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut distinct = Distinct { elements: Vec::new(), first: Vec::new(), places: vec![0; count], counts: Vec::new() };
    for place in order_of_parts {
        // NaN is equal to nothing, and so is a part with one.
        match (distinct.first.last(), distinct.counts.last_mut()) {
            (Some(&last), Some(counted)) if part(last as usize) == part(place) => *counted += 1,
            _ => {
                distinct.elements.push(());
                distinct.first.push(place as i64);
                distinct.counts.push(1);
            }
        }
        distinct.places[place] = distinct.first.len() as i64 - 1;
    }
    let found = super::index::take_along(&array, axis, &Array::from_elements(distinct.first.clone()))?;
    Ok((found, distinct))
}

/// `numpy.unique(ar, axis=…)` with what else is asked for.
macro_rules! uniques_along {
    ($($name:ident: |$distinct:ident| ($($part:ident),*) -> ($($ty:ty),*);)*) => {$(
        #[doc = concat!("`numpy.unique(ar, axis=…)` with ", stringify!($($part),*), ".")]
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not.
        pub fn $name<A: ArrayLike>(
            ar: &A,
            _index: bool,
            _inverse: bool,
            _counts: bool,
            axis: i64,
        ) -> Fallible<(Array<A::Element>, $($ty),*)> {
            let (parts, $distinct) = distinct_parts(ar, axis)?;
            Ok((parts, $(Array::from_elements($distinct.$part)),*))
        }
    )*};
}
uniques_along! {
    unique_axis_index: |distinct| (first) -> (Array<i64>);
    unique_axis_inverse: |distinct| (places) -> (Array<i64>);
    unique_axis_counts: |distinct| (counts) -> (Array<i64>);
    unique_axis_index_inverse: |distinct| (first, places) -> (Array<i64>, Array<i64>);
    unique_axis_index_counts: |distinct| (first, counts) -> (Array<i64>, Array<i64>);
    unique_axis_inverse_counts: |distinct| (places, counts) -> (Array<i64>, Array<i64>);
    unique_axis_all: |distinct| (first, places, counts) -> (Array<i64>, Array<i64>, Array<i64>);
}

/// `numpy.unique(ar, axis=…)`: the parts along an axis, each once, sorted.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn unique_axis<A: ArrayLike>(
    ar: &A,
    _index: bool,
    _inverse: bool,
    _counts: bool,
    axis: i64,
) -> Fallible<Array<A::Element>> {
    Ok(distinct_parts(ar, axis)?.0)
}

/// Functions of two sets of elements, which give a sorted vector.
macro_rules! algebra {
    ($($(#[$doc:meta])* $name:ident: |$in_a:ident, $in_b:ident| $keeps:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// Those of making arrays of the two.
        pub fn $name<A: ArrayLike, B: ArrayLike>(ar1: &A, ar2: &B) -> Fallible<Array<Common<A, B>>>
        where
            A::Element: Promote<B::Element> + Cast<Common<A, B>>,
            B::Element: Cast<Common<A, B>>,
        {
            let (a, b): (Array<Common<A, B>>, Array<Common<A, B>>) = (new_array(ar1)?, new_array(ar2)?);
            let (a, b) = (Distinct::of(&a.to_vec()).elements, Distinct::of(&b.to_vec()).elements);
            let holds = |set: &[Common<A, B>], element: &Common<A, B>| set.binary_search_by(|other| order(other, element)).is_ok();
            let mut all = Distinct::of(&[a.as_slice(), b.as_slice()].concat()).elements;
            all.retain(|element| {
                let ($in_a, $in_b) = (holds(&a, element), holds(&b, element));
                $keeps
            });
            Ok(Array::from_elements(all))
        }
    )*};
}
algebra! {
    /// `numpy.union1d(ar1, ar2)`: the elements of either.
    union1d: |_in_a, _in_b| true;
    /// `numpy.intersect1d(ar1, ar2)`: the elements of both. (NaN is equal to nothing.)
    intersect1d: |in_a, in_b| in_a && in_b;
    /// `numpy.setxor1d(ar1, ar2)`: the elements of one alone.
    setxor1d: |in_a, in_b| in_a != in_b;
}

/// `numpy.setdiff1d(ar1, ar2)`: the elements of the first that are not in the second.
///
/// # Errors
/// Those of making arrays of the two.
pub fn setdiff1d<A: ArrayLike, B: ArrayLike>(ar1: &A, ar2: &B) -> Fallible<Array<A::Element>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
{
    let mut a = Distinct::of(&ravel(ar1)?.to_vec()).elements;
    let b: Array<Common<A, B>> = new_array(ar2)?;
    let b = Distinct::of(&b.to_vec()).elements;
    a.retain(|&element| b.binary_search_by(|other| order(other, &element.cast())).is_err());
    Ok(Array::from_elements(a))
}

/// `numpy.isin(element, test_elements)`: for each element, whether it is among the others.
///
/// # Errors
/// Those of making arrays of the two.
pub fn isin<A: ArrayLike, B: ArrayLike>(element: &A, test_elements: &B, invert: bool) -> Fallible<Array<bool>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
{
    let (elements, tests): (Array<Common<A, B>>, Array<Common<A, B>>) =
        (new_array(element)?, new_array(test_elements)?);
    let tests = Distinct::of(&tests.to_vec()).elements;
    Ok(elements.map(|element| {
        // NaN is equal to nothing.
        let found = !element.is_nan() && tests.binary_search_by(|other| order(other, &element)).is_ok();
        found != invert
    }))
}

/// `numpy.bincount(x, minlength)`: how often each number from 0 on is there.
///
/// # Errors
/// `ValueError` for negative numbers and where there is not one axis.
pub fn bincount<X: ArrayLike<Element: Cast<i64>>>(x: &X, _weights: (), minlength: i64) -> Fallible<Array<i64>> {
    let numbers: Array<i64> = converted(x.to_array()?).to_contiguous();
    check_bins(numbers.rank(), minlength)?;
    let mut counts = vec![0i64; minlength as usize];
    for &number in numbers.as_slice().unwrap_or_default() {
        // A negative number is none of the places, either.
        match counts.get_mut(number as usize) {
            Some(count) => *count += 1,
            None if number < 0 => return Err(negative_bin()),
            None => {
                counts.resize(number as usize + 1, 0);
                counts[number as usize] = 1;
            }
        }
    }
    Ok(Array::from_elements(counts))
}

/// `numpy.bincount(x, weights, minlength)`: the sums of the weights of each number from 0 on.
///
/// # Errors
/// As for [`bincount`]; `ValueError` where there are not as many weights.
pub fn bincount_weighted<X: ArrayLike<Element: Cast<i64>>, W: ArrayLike<Element: Cast<f64>>>(
    x: &X,
    weights: &W,
    minlength: i64,
) -> Fallible<Array<f64>> {
    let (numbers, weights): (Array<i64>, Array<f64>) = (new_array(x)?, new_array(weights)?);
    let mut sums = vec![0.0; bins(&numbers, minlength)?];
    if weights.size() != numbers.size() {
        return Err(value_error("The weights and list don't have the same length."));
    }
    numbers.elements().zip(weights.elements()).for_each(|(number, weight)| sums[number as usize] += weight);
    Ok(Array::from_elements(sums))
}

fn check_bins(rank: usize, minlength: i64) -> Fallible<()> {
    match rank {
        0 => Err(value_error("object of too small depth for desired array")),
        1 if minlength < 0 => Err(value_error("'minlength' must not be negative")),
        1 => Ok(()),
        _ => Err(value_error("object too deep for desired array")),
    }
}

#[cold]
fn negative_bin() -> Raised {
    value_error("'list' argument must have no negative elements")
}

fn bins(numbers: &Array<i64>, minlength: i64) -> Fallible<usize> {
    check_bins(numbers.rank(), minlength)?;
    let numbers = numbers.to_contiguous();
    let (mut signs, mut most) = (0, -1);
    for &number in numbers.as_slice().unwrap_or_default() {
        signs |= number;
        most = number.max(most);
    }
    if signs < 0 {
        return Err(negative_bin());
    }
    Ok((most + 1).max(minlength) as usize)
}

/// `numpy.histogram(a, bins, range)` in that many intervals of equal width: how many elements lie in each, and their bounds.
///
/// # Errors
/// `ValueError` for no intervals, or a range that is not finite or falls.
pub fn histogram<A: ArrayLike<Element: Cast<f64> + Quotient<Output: Real>>>(
    a: &A,
    bins: i64,
    range: &Option<(f64, f64)>,
) -> Fallible<(Array<i64>, Array<<A::Element as Quotient>::Output>)> {
    let values: Vec<f64> = new_array::<f64, A>(a)?.to_vec();
    if bins < 1 {
        return Err(value_error("`bins` must be positive, when an integer"));
    }
    let (first, last) = outer_edges(&values, *range)?;
    let edges: Vec<_> = equal_edges(first, last, bins);
    let bounds: Vec<f64> = edges.iter().map(|edge: &<A::Element as Quotient>::Output| edge.to_f64()).collect();
    let mut counts = vec![0i64; bins as usize];
    let width = last - first;
    for value in values {
        if !(value >= first && value <= last) {
            continue;
        }
        let mut bin = ((value - first) / width * bins as f64) as usize;
        bin = bin.min(counts.len() - 1);
        // The quotient may have been rounded over a bound.
        if value < bounds[bin] {
            bin -= 1;
        } else if value >= bounds[bin + 1] && bin != counts.len() - 1 {
            bin += 1;
        }
        counts[bin] += 1;
    }
    Ok((Array::from_elements(counts), Array::from_elements(edges)))
}

/// The bounds of intervals of equal width, computed in the dtype that they have.
fn equal_edges<T: Real>(first: f64, last: f64, bins: i64) -> Vec<T> {
    let (first, last) = (T::from_f64(first), T::from_f64(last));
    let step = last.subtract(first).divide(T::from_i64(bins));
    let mut edges: Vec<T> = (0..bins).map(|place| T::from_i64(place).multiply(step).add(first)).collect();
    edges.push(last);
    edges
}

fn outer_edges(values: &[f64], range: Option<(f64, f64)>) -> Fallible<(f64, f64)> {
    let (first, last) = match range {
        Some((first, last)) => {
            if first > last {
                return Err(value_error("max must be larger than min in range parameter."));
            }
            if !(first.is_finite() && last.is_finite()) {
                return Err(value_error(format!(
                    "supplied range of [{}, {}] is not finite",
                    number(first),
                    number(last)
                )));
            }
            (first, last)
        }
        None if values.is_empty() => (0.0, 1.0),
        None => {
            let nan = values.iter().any(|value| value.is_nan());
            let least = if nan { f64::NAN } else { values.iter().copied().fold(f64::INFINITY, f64::min) };
            let greatest = if nan { f64::NAN } else { values.iter().copied().fold(f64::NEG_INFINITY, f64::max) };
            if !(least.is_finite() && greatest.is_finite()) {
                return Err(value_error(format!(
                    "autodetected range of [{}, {}] is not finite",
                    number(least),
                    number(greatest)
                )));
            }
            (least, greatest)
        }
    };
    Ok(if first == last { (first - 0.5, last + 0.5) } else { (first, last) })
}

fn number(value: f64) -> String {
    super::text::scalar(value)
}

/// `numpy.histogram(a, bins)` with the bounds of the intervals given.
///
/// # Errors
/// `ValueError` for bounds that fall.
pub fn histogram_between<A: ArrayLike<Element: Cast<f64>>, B: ArrayLike<Element: Cast<f64>>>(
    a: &A,
    bins: &B,
) -> Fallible<(Array<i64>, Array<B::Element>)> {
    let (values, bounds): (Array<f64>, Array<f64>) = (new_array(a)?, new_array(bins)?);
    if bounds.rank() != 1 {
        return Err(value_error("`bins` must be 1d, when an array"));
    }
    let bounds = bounds.to_vec();
    if bounds.windows(2).any(|pair| pair[0] > pair[1]) {
        return Err(value_error("`bins` must increase monotonically, when an array"));
    }
    let mut counts = vec![0i64; bounds.len().saturating_sub(1)];
    if let (Some(&first), Some(&last)) = (bounds.first(), bounds.last()) {
        for value in values.elements().filter(|value| *value >= first && *value <= last) {
            let bin = place_of(&bounds, &value, true).saturating_sub(1);
            let last_bin = counts.len().saturating_sub(1);
            if let Some(count) = counts.get_mut(bin.min(last_bin)) {
                *count += 1;
            }
        }
    }
    Ok((Array::from_elements(counts), bins.to_array()?.copied()))
}

/// `numpy.cumprod(a, axis)`: the running products along an axis.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn cumprod<T: super::Summed, A: ArrayLike<Element = T>>(a: &A, axis: i64) -> Fallible<Array<T::Output>> {
    let array = a.to_array()?;
    let axis = normalize_axis(axis, array.rank())?;
    Ok(by_lanes(&array, axis, |lane| running(lane, Ring::multiply)))
}

/// `numpy.cumprod(a)`: the running products of all elements.
///
/// # Errors
/// Those of making an array of `a`.
pub fn cumprod_flat<T: super::Summed, A: ArrayLike<Element = T>>(a: &A, _axis: ()) -> Fallible<Array<T::Output>> {
    Ok(Array::from_elements(running(&ravel(a)?.to_vec(), Ring::multiply)))
}

fn running<T: super::Summed>(lane: &[T], join: impl Fn(T::Output, T::Output) -> T::Output) -> Vec<T::Output> {
    let results = lane.iter().scan(None, |last: &mut Option<T::Output>, element| {
        let element: T::Output = (*element).cast();
        *last = Some(last.map_or(element, |last| join(last, element)));
        *last
    });
    results.collect()
}

/// Running values computed in a dtype.
macro_rules! running_as {
    ($($name:ident, $flat:ident: $join:ident, $what:literal;)*) => {$(
        #[doc = concat!("The running ", $what, " along an axis, computed in the dtype.")]
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not.
        pub fn $name<A: ArrayLike<Element: Cast<T>>, T: Ring>(a: &A, axis: i64, _dtype: DType<T>) -> Fallible<Array<T>> {
            let array: Array<T> = new_array(a)?;
            let axis = normalize_axis(axis, array.rank())?;
            Ok(by_lanes(&array, axis, |lane| accumulated(lane, T::$join)))
        }

        #[doc = concat!("The running ", $what, " of all elements, computed in the dtype.")]
        ///
        /// # Errors
        /// Those of making an array of `a`.
        pub fn $flat<A: ArrayLike<Element: Cast<T>>, T: Ring>(a: &A, _axis: (), _dtype: DType<T>) -> Fallible<Array<T>> {
            let array: Array<T> = new_array(a)?;
            Ok(Array::from_elements(accumulated(&array.to_vec(), T::$join)))
        }
    )*};
}
running_as! {
    cumsum_as, cumsum_as_flat: add, "sums";
    cumprod_as, cumprod_as_flat: multiply, "products";
}

/// What an operation makes of all elements up to each.
pub(super) fn accumulated<T: Element>(lane: &[T], join: impl Fn(T, T) -> T) -> Vec<T> {
    let results = lane.iter().scan(None, |last: &mut Option<T>, &element| {
        *last = Some(last.map_or(element, |last| join(last, element)));
        *last
    });
    results.collect()
}
