//! `numpy.pad`: more elements at the ends of an array's axes, by each of numpy's modes.

use super::arithmetic::Number;
use super::array::{Array, Lengths};
use super::element::{Cast, Element, Kind};
use super::index::{self, Index};
use super::like::{ArrayLike, new_array};
use super::operand::Operand;
use super::promote::Quotient;
use super::reduce::{extreme, mean_of, over};
use super::selecting::stretched;
use super::shape::broadcast;
use super::sorting::by_lanes;
use super::statistics::{Ranked, middle};
use super::walk::Layout;
use crate::exception::{Fallible, Raised, value_error};
use crate::str::Str;

/// How wide each axis is padded: before and after.
pub trait PadWidth {
    /// The widths for an array of that many axes.
    ///
    /// # Errors
    /// `ValueError` where they are negative or not as many as axes.
    fn widths(&self, rank: usize) -> Fallible<Vec<(usize, usize)>>;
}

impl<A: ArrayLike<Element: Cast<i64>>> PadWidth for A {
    fn widths(&self, rank: usize) -> Fallible<Vec<(usize, usize)>> {
        let widths: Array<i64> = new_array(self)?;
        if widths.elements().any(|width| width < 0) {
            return Err(value_error("index can't contain negative values"));
        }
        Ok(pairs(&widths, rank)?.into_iter().map(|(before, after)| (before as usize, after as usize)).collect())
    }
}

/// A pair for each of so many axes: the array stretched to pairs.
fn pairs<T: Element>(array: &Array<T>, rank: usize) -> Fallible<Vec<(T, T)>> {
    let target: Lengths = Lengths::from_slice(&[rank, 2]);
    let wanted = Layout { shape: &target, strides: &[] };
    match broadcast(&[array.layout(), wanted]) {
        Ok(shape) if shape == target => {
            Ok(stretched(array, &target).chunks(2).map(|pair| (pair[0], pair[1])).collect())
        }
        _ => Err(value_error(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and requested shape \
             ({rank},2)",
            super::shape::text(array.shape())
        ))),
    }
}

/// `numpy.pad(array, pad_width, "constant", constant_values=…)`.
///
/// # Errors
/// `ValueError` for widths that are negative or do not fit.
pub fn pad_constant<A: ArrayLike, V: Operand<Element: Cast<A::Element>>>(
    array: &A,
    pad_width: &impl PadWidth,
    _mode: &Str,
    constant_values: &V,
) -> Fallible<Array<A::Element>> {
    let array = array.to_array()?;
    let widths = pad_width.widths(array.rank())?;
    let shape: Lengths =
        array.shape().iter().zip(&widths).map(|(&length, &(before, after))| before + length + after).collect();
    super::operand::check_range::<V, A::Element>(constant_values)?;
    // SAFETY: An operand has a first element, unless it is an empty array, which has no value to pad by.
    let fill = match constant_values.elements().layout().shape.contains(&0) {
        true => return Err(value_error("an empty array has no constant to pad by")),
        false => unsafe { *constant_values.elements().first() },
    };
    let padded = Array::filled(fill.cast(), &shape);
    let inner: Vec<Index> = array
        .shape()
        .iter()
        .zip(&widths)
        .map(|(&length, &(before, _))| Index::Slice {
            start: Some(before as i64),
            stop: Some((before + length) as i64),
            step: None,
        })
        .collect();
    index::setitem(&padded, &inner, &array)?;
    Ok(padded)
}

/// `numpy.pad(array, pad_width, "constant", constant_values=…)` by constants for each axis, or each of its ends.
///
/// # Errors
/// `ValueError` for widths that are negative, and widths or constants that do not fit.
pub fn pad_constants<A: ArrayLike, V: ArrayLike<Element: Cast<A::Element>>>(
    array: &A,
    pad_width: &impl PadWidth,
    _mode: &Str,
    constant_values: &V,
) -> Fallible<Array<A::Element>> {
    let array = array.to_array()?;
    let widths = pad_width.widths(array.rank())?;
    let constants = pairs(&new_array::<V::Element, V>(constant_values)?, array.rank())?;
    Ok(by_axes(array, &widths, |axis, lane, (before, after)| {
        let (first, last) = constants[axis];
        let ends = [vec![first.cast(); before], vec![last.cast(); after]];
        [&ends[0], lane, &ends[1]].concat()
    }))
}

/// The lanes along each axis in turn, made longer by the function, which is given the axis, the lane and the widths.
fn by_axes<T: Element>(
    array: Array<T>,
    widths: &[(usize, usize)],
    longer: impl Fn(usize, &[T], (usize, usize)) -> Vec<T> + Sync,
) -> Array<T> {
    let padded = widths.iter().enumerate().filter(|(_, widths)| **widths != (0, 0));
    padded.fold(array.copied(), |array, (axis, &widths)| by_lanes(&array, axis, |lane| longer(axis, lane, widths)))
}

/// Refuses an axis without elements that is to be made longer by what is made of them.
fn check_not_empty(array: &[usize], widths: &[(usize, usize)]) -> Fallible<()> {
    match (0..array.len()).find(|&axis| array[axis] == 0 && widths[axis] != (0, 0)) {
        None => Ok(()),
        Some(axis) => {
            Err(value_error(format!("can't extend empty axis {axis} using modes other than 'constant' or 'empty'")))
        }
    }
}

/// `numpy.pad(array, pad_width, mode)` for the modes that repeat elements of the array.
///
/// # Errors
/// `ValueError` for widths that are negative or do not fit, an unknown mode, and an empty axis that has nothing to pad by.
pub fn pad<A: ArrayLike>(
    array: &A,
    pad_width: &impl PadWidth,
    mode: &Str,
    _reflect_type: &Str,
) -> Fallible<Array<A::Element>> {
    let array = array.to_array()?;
    let widths = pad_width.widths(array.rank())?;
    let source = Source::named(mode.as_str())?;
    check_not_empty(array.shape(), &widths)?;
    let mut result = array;
    for (axis, (before, after)) in widths.into_iter().enumerate() {
        let length = result.shape()[axis];
        if length == 0 {
            continue;
        }
        let places = -(before as i64)..(length + after) as i64;
        let positions = places.map(|place| source.position(place, length as i64)).collect();
        result = index::take_along(&result, axis, &Array::from_elements(positions))?;
    }
    Ok(result.copied())
}

/// Where the elements beyond the ends of an axis are taken from.
enum Source {
    Edge,
    Reflect,
    Symmetric,
    Wrap,
}

impl Source {
    fn named(mode: &str) -> Fallible<Self> {
        match mode {
            "edge" => Ok(Source::Edge),
            "reflect" => Ok(Source::Reflect),
            "symmetric" => Ok(Source::Symmetric),
            "wrap" => Ok(Source::Wrap),
            other => Err(unknown_mode(other)),
        }
    }

    fn position(&self, place: i64, length: i64) -> i64 {
        match self {
            Source::Edge => place.clamp(0, length - 1),
            Source::Wrap => place.rem_euclid(length),
            Source::Symmetric => {
                let turn = place.rem_euclid(2 * length);
                turn.min(2 * length - 1 - turn)
            }
            Source::Reflect if length == 1 => 0,
            Source::Reflect => {
                let turn = place.rem_euclid(2 * length - 2);
                turn.min(2 * length - 2 - turn)
            }
        }
    }
}

#[cold]
fn unknown_mode(mode: &str) -> Raised {
    value_error(format!("mode '{mode}' is not supported"))
}

/// `numpy.pad(array, pad_width, mode, reflect_type="odd")`: the array turned round at its ends in both directions, "reflect" or
/// "symmetric".
///
/// # Errors
/// As for [`pad`].
pub fn pad_odd<T: Number, A: ArrayLike<Element = T>>(
    array: &A,
    pad_width: &impl PadWidth,
    mode: &Str,
    _reflect_type: &Str,
) -> Fallible<Array<T>> {
    let array = array.to_array()?;
    let widths = pad_width.widths(array.rank())?;
    check_not_empty(array.shape(), &widths)?;
    let repeats_edge = mode.as_str() == "symmetric";
    Ok(by_axes(array, &widths, |_, lane, (before, after)| turned(lane, before, after, repeats_edge)))
}

/// The lane made longer at both ends by what lies there, turned round. As numpy, in rounds that each go on with what the last
/// gave, so that floats round alike.
fn turned<T: Number>(lane: &[T], before: usize, after: usize, repeats_edge: bool) -> Vec<T> {
    let period = lane.len();
    let mut padded = [vec![T::ZERO; before], lane.to_vec(), vec![T::ZERO; after]].concat();
    match *lane {
        [] => return padded,
        [only] => return vec![only; padded.len()],
        _ => {}
    }
    let opposite = |edge: T, element: T| T::ONE.add(T::ONE).multiply(edge).subtract(element);
    let (mut left, mut right) = (before, after);
    while left > 0 || right > 0 {
        let known = padded.len() - left - right;
        // How many elements there are to turn round: whole periods, but for the edge where it is not repeated.
        let (most, beside) = match repeats_edge {
            true => (known / period * period, 0),
            false => ((known - 1) / (period - 1) * (period - 1), 1),
        };
        let (first, end) = (left, padded.len() - right);
        let count = most.min(left);
        for step in 0..count {
            padded[first - 1 - step] = opposite(padded[first], padded[first + beside + step]);
        }
        left -= count;
        // Those turned round at the left end are known by now.
        let count = most.min(right);
        for step in 0..count {
            padded[end + step] = opposite(padded[end - 1], padded[end - 1 - beside - step]);
        }
        right -= count;
    }
    padded
}

/// How many elements at each end a statistic is made of.
trait StatLength {
    /// For an array of that many axes; `None` where all count.
    ///
    /// # Errors
    /// As those of [`PadWidth::widths`].
    fn lengths(&self, rank: usize) -> Fallible<Option<Vec<(usize, usize)>>>;
}

impl StatLength for () {
    fn lengths(&self, _: usize) -> Fallible<Option<Vec<(usize, usize)>>> {
        Ok(None)
    }
}

impl<A: ArrayLike<Element: Cast<i64>>> StatLength for A {
    fn lengths(&self, rank: usize) -> Fallible<Option<Vec<(usize, usize)>>> {
        self.widths(rank).map(Some)
    }
}

/// Pads by a statistic of the elements at each end.
fn by_statistic<T: Element>(
    array: Array<T>,
    pad_width: &impl PadWidth,
    stat_length: &impl StatLength,
    needs_elements: bool,
    statistic: impl Fn(&[T]) -> T + Sync,
) -> Fallible<Array<T>> {
    let widths = pad_width.widths(array.rank())?;
    if array.size() == 0 {
        check_not_empty(array.shape(), &widths)?;
    }
    let lengths = stat_length.lengths(array.rank())?.unwrap_or_else(|| vec![(usize::MAX, usize::MAX); array.rank()]);
    if needs_elements && array.size() > 0 && lengths.iter().any(|&(first, last)| first == 0 || last == 0) {
        return Err(value_error("stat_length of 0 yields no value for padding"));
    }
    Ok(by_axes(array, &widths, |axis, lane, (before, after)| {
        let [first, last] = [lengths[axis].0, lengths[axis].1].map(|length| length.min(lane.len()));
        let ends = [statistic(&lane[..first]), statistic(&lane[lane.len() - last..])];
        [&vec![ends[0]; before], lane, &vec![ends[1]; after]].concat()
    }))
}

/// An element whose mean is made one again.
pub trait Averaged: Quotient<Output: Cast<Self>> {}
impl<T: Quotient<Output: Cast<T>>> Averaged for T {}

/// An element whose median is made one again.
pub trait Halved: Ranked + Averaged {}
impl<T: Ranked + Averaged> Halved for T {}

/// A statistic in the dtype of the elements: integers are rounded, half to even.
fn rounded<T: Element, S: Number + Cast<T>>(statistic: S) -> T {
    match T::KIND {
        Kind::Signed | Kind::Unsigned => statistic.round(0).cast(),
        Kind::Bool | Kind::Float | Kind::Complex => statistic.cast(),
    }
}

/// `numpy.pad(array, pad_width, mode)` by the "maximum", the "minimum" or the "mean" of the elements along each axis.
///
/// # Errors
/// `ValueError` for widths that are negative or do not fit, and an empty axis that has nothing to pad by.
pub fn pad_statistic<T, A: ArrayLike<Element = T>>(
    array: &A,
    pad_width: &impl PadWidth,
    mode: &Str,
    _stat_length: (),
) -> Fallible<Array<T>>
where
    T: Averaged,
{
    padded_by_statistic(array, pad_width, mode, &())
}

/// `numpy.pad(array, pad_width, mode, stat_length=…)` by the same of so many elements at each end.
///
/// # Errors
/// As for [`pad_statistic`]; `ValueError` for a greatest or least of no elements.
pub fn pad_statistic_of<T, A: ArrayLike<Element = T>>(
    array: &A,
    pad_width: &impl PadWidth,
    mode: &Str,
    stat_length: &impl ArrayLike<Element: Cast<i64>>,
) -> Fallible<Array<T>>
where
    T: Averaged,
{
    padded_by_statistic(array, pad_width, mode, stat_length)
}

fn padded_by_statistic<T, A: ArrayLike<Element = T>>(
    array: &A,
    pad_width: &impl PadWidth,
    mode: &Str,
    stat_length: &impl StatLength,
) -> Fallible<Array<T>>
where
    T: Averaged,
{
    let array = array.to_array()?;
    match mode.as_str() {
        "maximum" => by_statistic(array, pad_width, stat_length, true, |elements| {
            over(elements, |lane| extreme(lane, |best, element| element > best))
        }),
        "minimum" => by_statistic(array, pad_width, stat_length, true, |elements| {
            over(elements, |lane| extreme(lane, |best, element| element < best))
        }),
        "mean" => by_statistic(array, pad_width, stat_length, false, |elements| {
            let mean: T::Output = over(elements, |lane| mean_of(lane, elements.len())).cast();
            rounded(mean)
        }),
        other => Err(unknown_mode(other)),
    }
}

/// `numpy.pad(array, pad_width, "median")`: by the median of the elements along each axis.
///
/// # Errors
/// As for [`pad_statistic`].
pub fn pad_median<T, A: ArrayLike<Element = T>>(
    array: &A,
    pad_width: &impl PadWidth,
    _mode: &Str,
    _stat_length: (),
) -> Fallible<Array<T>>
where
    T: Halved,
{
    padded_by_median(array, pad_width, &())
}

/// `numpy.pad(array, pad_width, "median", stat_length=…)`: by the median of so many elements at each end.
///
/// # Errors
/// As for [`pad_statistic`].
pub fn pad_median_of<T, A: ArrayLike<Element = T>>(
    array: &A,
    pad_width: &impl PadWidth,
    _mode: &Str,
    stat_length: &impl ArrayLike<Element: Cast<i64>>,
) -> Fallible<Array<T>>
where
    T: Halved,
{
    padded_by_median(array, pad_width, stat_length)
}

fn padded_by_median<T, A: ArrayLike<Element = T>>(
    array: &A,
    pad_width: &impl PadWidth,
    stat_length: &impl StatLength,
) -> Fallible<Array<T>>
where
    T: Halved,
{
    let array = array.to_array()?;
    by_statistic(array, pad_width, stat_length, false, |elements| {
        rounded(middle(&over(elements, |lane| lane.sorted())))
    })
}

/// `numpy.pad(array, pad_width, "linear_ramp", end_values=…)`: on straight lines from values at the ends to the elements there.
///
/// # Errors
/// As for [`pad`].
pub fn pad_ramp<T, A: ArrayLike<Element = T>, V: ArrayLike<Element: Cast<f64>>>(
    array: &A,
    pad_width: &impl PadWidth,
    _mode: &Str,
    end_values: &V,
) -> Fallible<Array<T>>
where
    T: Element + Cast<f64>,
{
    let array = array.to_array()?;
    let widths = pad_width.widths(array.rank())?;
    let ends = pairs(&new_array::<f64, V>(end_values)?, array.rank())?;
    if array.size() == 0 {
        check_not_empty(array.shape(), &widths)?;
    }
    let mut result = array.copied();
    for (axis, &(before, after)) in widths.iter().enumerate() {
        let (first, last) = ends[axis];
        let stands = |edge: usize, end: f64, width: usize| {
            // numpy divides before it multiplies where a line of the whole face is level.
            let mut distances = index_face(&result, axis, edge).into_iter().map(|edge| (edge - end) / width as f64);
            distances.any(|step| step == 0.0)
        };
        let last_place = result.shape()[axis].saturating_sub(1);
        let level = [before > 0 && stands(0, first, before), after > 0 && stands(last_place, last, after)];
        if (before, after) == (0, 0) {
            continue;
        }
        result = by_lanes(&result, axis, |lane| {
            let (Some(&start), Some(&stop)) = (lane.first(), lane.last()) else { return Vec::new() };
            let left = ramp::<T>(first, start.cast(), before, level[0]);
            let mut right = ramp::<T>(last, stop.cast(), after, level[1]);
            right.reverse();
            [&left, lane, &right].concat()
        });
    }
    Ok(result)
}

/// The elements at a place along an axis.
fn index_face<T: Element + Cast<f64>>(array: &Array<T>, axis: usize, place: usize) -> Vec<f64> {
    by_lanes(array, axis, |lane| lane.get(place).map(|&element| Cast::<f64>::cast(element)).into_iter().collect())
        .to_vec()
}

/// `numpy.linspace(start, stop, count, endpoint=False)` in the dtype, integers rounded down.
fn ramp<T: Element>(start: f64, stop: f64, count: usize, is_level: bool) -> Vec<T> {
    let (distance, parts) = (stop - start, count as f64);
    let at = |place: usize| {
        let place = place as f64;
        let value = if is_level { place / parts * distance } else { place * (distance / parts) } + start;
        match T::KIND {
            Kind::Signed | Kind::Unsigned => T::from_f64(value.floor()),
            Kind::Bool | Kind::Float | Kind::Complex => T::from_f64(value),
        }
    };
    (0..count).map(at).collect()
}
