//! Joins, cuts, turns and pads arrays.

use super::array::Array;
use super::element::{Cast, Element};
use super::index::{self, Index};
use super::like::{ArrayLike, Arrays, new_array};
use super::manipulation::{at_least, joined, permuted, ravel, reshape_to};
use super::selecting::{stretched, stretched_view};
use super::shape::{Axes, Shape, broadcast, chosen_axes, normalize_axis};
use super::walk::Layout;
use crate::exception::{Fallible, index_error, value_error};
use crate::list::{self, List};
use crate::str::Str;

/// `numpy.dstack(tup)`: the arrays behind one another, along the third axis.
///
/// # Errors
/// As for `concatenate`.
pub fn dstack<A: Arrays>(tup: &A) -> Fallible<Array<A::Element>> {
    let arrays = tup.arrays()?.iter().map(at_least_3d).collect::<Fallible<Vec<_>>>()?;
    joined(&arrays, 2)
}

/// `numpy.column_stack(tup)`: the arrays beside one another; a vector is one column.
///
/// # Errors
/// As for `concatenate`.
pub fn column_stack<A: Arrays>(tup: &A) -> Fallible<Array<A::Element>> {
    let column = |array: &Array<A::Element>| match array.rank() {
        0 | 1 => reshape_to(array, &[-1, 1]),
        _ => Ok(array.clone()),
    };
    let arrays = tup.arrays()?.iter().map(column).collect::<Fallible<Vec<_>>>()?;
    joined(&arrays, 1)
}

/// `numpy.atleast_1d(ary)`.
///
/// # Errors
/// Those of making an array of `ary`.
pub fn atleast_1d<A: ArrayLike>(ary: &A) -> Fallible<Array<A::Element>> {
    at_least(&ary.to_array()?, 1)
}

/// `numpy.atleast_2d(ary)`: new axes stand before the others.
///
/// # Errors
/// Those of making an array of `ary`.
pub fn atleast_2d<A: ArrayLike>(ary: &A) -> Fallible<Array<A::Element>> {
    at_least(&ary.to_array()?, 2)
}

/// `numpy.atleast_3d(ary)`: a vector becomes one of (1, N, 1), a matrix one of (M, N, 1).
///
/// # Errors
/// Those of making an array of `ary`.
pub fn atleast_3d<A: ArrayLike>(ary: &A) -> Fallible<Array<A::Element>> {
    at_least_3d(&ary.to_array()?)
}

fn at_least_3d<T: Element>(array: &Array<T>) -> Fallible<Array<T>> {
    match array.rank() {
        0 => at_least(array, 3),
        1 => index::getitem(array, &[Index::NewAxis, Index::Ellipsis, Index::NewAxis]),
        2 => index::getitem(array, &[Index::Ellipsis, Index::NewAxis]),
        _ => Ok(array.clone()),
    }
}

/// Views of the parts between places along an axis.
fn cut<T: Element>(array: &Array<T>, places: &[i64], axis: usize) -> Fallible<List<Array<T>>> {
    let whole = Index::Slice { start: None, stop: None, step: None };
    let bounds = std::iter::once(None).chain(places.iter().copied().map(Some)).chain([None]).collect::<Vec<_>>();
    let parts = bounds.windows(2).map(|pair| {
        let mut index = vec![whole.clone(); axis];
        index.push(Index::Slice { start: pair[0], stop: pair[1], step: None });
        index::getitem(array, &index)
    });
    Ok(list::from_vec(parts.collect::<Fallible<Vec<_>>>()?))
}

/// `numpy.split(ary, indices, axis)`: views of the parts between those places.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn split_at<A: ArrayLike, I: ArrayLike<Element: Cast<i64>>>(
    ary: &A,
    indices: &I,
    axis: i64,
) -> Fallible<List<Array<A::Element>>> {
    let (array, places): (_, Array<i64>) = (ary.to_array()?, new_array(indices)?);
    let axis = normalize_axis(axis, array.rank())?;
    cut(&array, &places.to_vec(), axis)
}

/// `numpy.array_split(ary, sections, axis)`: views of parts of nearly equal length; the first are one longer.
///
/// # Errors
/// `ValueError` for no parts; `AxisError` for an axis that there is not.
pub fn array_split<A: ArrayLike>(ary: &A, sections: i64, axis: i64) -> Fallible<List<Array<A::Element>>> {
    let array = ary.to_array()?;
    let axis = normalize_axis(axis, array.rank())?;
    if sections <= 0 {
        return Err(value_error("number sections must be larger than 0."));
    }
    let (each, longer) = (array.shape()[axis] as i64 / sections, array.shape()[axis] as i64 % sections);
    let places: Vec<i64> = (1..sections).map(|section| section * each + section.min(longer)).collect();
    cut(&array, &places, axis)
}

/// `split` along a fixed axis.
macro_rules! fixed_splits {
    ($($(#[$doc:meta])* $name:ident, $at:ident: |$rank:ident| $axis:expr, $least:literal, $message:literal;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` where the axis does not divide so, or there are too few axes.
        pub fn $name<A: ArrayLike>(ary: &A, sections: i64) -> Fallible<List<Array<A::Element>>> {
            let array = ary.to_array()?;
            let $rank = array.rank();
            if $rank < $least {
                return Err(value_error($message));
            }
            super::manipulation::split(&array, sections, $axis)
        }

        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` where there are too few axes.
        pub fn $at<A: ArrayLike, I: ArrayLike<Element: Cast<i64>>>(ary: &A, indices: &I) -> Fallible<List<Array<A::Element>>> {
            let array = ary.to_array()?;
            let $rank = array.rank();
            if $rank < $least {
                return Err(value_error($message));
            }
            split_at(&array, indices, $axis)
        }
    )*};
}
fixed_splits! {
    /// `numpy.hsplit`: along the second axis, of a vector along its only one.
    hsplit, hsplit_at: |rank| i64::from(rank > 1), 1, "hsplit only works on arrays of 1 or more dimensions";
    /// `numpy.vsplit`: along the first axis.
    vsplit, vsplit_at: |_rank| 0, 2, "vsplit only works on arrays of 2 or more dimensions";
    /// `numpy.dsplit`: along the third axis.
    dsplit, dsplit_at: |_rank| 2, 3, "dsplit only works on arrays of 3 or more dimensions";
}

/// `numpy.roll(a, shift, None)`: the elements of the flat array moved on; those that fall off come back in front.
///
/// # Errors
/// Those of making an array of `a`.
pub fn roll_flat<A: ArrayLike>(a: &A, shift: i64, _axis: ()) -> Fallible<Array<A::Element>> {
    let array = a.to_array()?;
    let mut elements = array.to_vec();
    if !elements.is_empty() {
        let length = elements.len() as i64;
        elements.rotate_right(shift.rem_euclid(length) as usize);
    }
    Ok(Array::from_vec(elements, array.shape()))
}

/// `numpy.roll(a, shift, axis)`: the elements moved on along axes; those that fall off come back in front.
///
/// # Errors
/// `ValueError` where there are not as many steps as axes; `AxisError` for an axis that there is not.
pub fn roll<A: ArrayLike>(a: &A, shift: &impl Shape, axis: &impl Shape) -> Fallible<Array<A::Element>> {
    let mut array = a.to_array()?;
    let (shifts, axes) = (shift.lengths(), axis.lengths());
    let count = shifts.len().max(axes.len());
    if (shifts.len() != count && shifts.len() != 1) || (axes.len() != count && axes.len() != 1) {
        return Err(value_error(
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
                .to_owned()
                + &format!("({},) and arg 1 with shape ({},).", shifts.len(), axes.len()),
        ));
    }
    for place in 0..count {
        let axis = normalize_axis(axes[if axes.len() == 1 { 0 } else { place }], array.rank())?;
        let length = array.shape()[axis] as i64;
        if length == 0 {
            continue;
        }
        let shift = shifts[if shifts.len() == 1 { 0 } else { place }].rem_euclid(length);
        let positions = (0..length).map(|position| (position - shift).rem_euclid(length)).collect();
        array = index::take_along(&array, axis, &Array::from_elements(positions))?;
    }
    Ok(array.copied())
}

/// `numpy.flip(m, axis)`: a view with the order along axes reversed.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn flip<A: ArrayLike>(m: &A, axis: &impl Axes) -> Fallible<Array<A::Element>> {
    let array = m.to_array()?;
    let chosen = chosen_axes(axis, array.rank())?;
    flipped(&array, &chosen)
}

fn flipped<T: Element>(array: &Array<T>, chosen: &[bool]) -> Fallible<Array<T>> {
    let index: Vec<Index> = chosen
        .iter()
        .map(|&chosen| Index::Slice { start: None, stop: None, step: Some(if chosen { -1 } else { 1 }) })
        .collect();
    index::getitem(array, &index)
}

/// `numpy.fliplr(m)`: a view with the second axis reversed.
///
/// # Errors
/// `ValueError` for fewer than two axes.
pub fn fliplr<A: ArrayLike>(m: &A) -> Fallible<Array<A::Element>> {
    let array = m.to_array()?;
    if array.rank() < 2 {
        return Err(value_error("Input must be >= 2-d."));
    }
    flip(&array, &1)
}

/// `numpy.flipud(m)`: a view with the first axis reversed.
///
/// # Errors
/// `ValueError` for no axes.
pub fn flipud<A: ArrayLike>(m: &A) -> Fallible<Array<A::Element>> {
    let array = m.to_array()?;
    if array.rank() < 1 {
        return Err(value_error("Input must be >= 1-d."));
    }
    flip(&array, &0)
}

/// `numpy.rot90(m, k, axes)`: a view turned by right angles, from the first axis towards the second.
///
/// # Errors
/// `ValueError` for axes that are the same or not there.
pub fn rot90<A: ArrayLike>(m: &A, k: i64, axes: &impl Shape) -> Fallible<Array<A::Element>> {
    let (array, axes) = (m.to_array()?, axes.lengths());
    let &[first, second] = axes.as_slice() else { return Err(value_error("len(axes) must be 2.")) };
    let rank = array.rank() as i64;
    if first == second || (first - second).abs() == rank {
        return Err(value_error("Axes must be different."));
    }
    if first >= rank || first < -rank || second >= rank || second < -rank {
        return Err(value_error(format!("Axes=({first}, {second}) out of range for array of ndim={rank}.")));
    }
    let (first, second) = (normalize_axis(first, array.rank())?, normalize_axis(second, array.rank())?);
    let swapped = |array: &Array<A::Element>| {
        let mut order: Vec<usize> = (0..array.rank()).collect();
        order.swap(first, second);
        permuted(array, &order)
    };
    match k.rem_euclid(4) {
        0 => Ok(array),
        2 => flip(&flip(&array, &(first as i64))?, &(second as i64)),
        1 => Ok(swapped(&flip(&array, &(second as i64))?)),
        _ => flip(&swapped(&array), &(second as i64)),
    }
}

/// `numpy.moveaxis(a, source, destination)`: a view with axes moved to other places.
///
/// # Errors
/// `ValueError` where there are not as many places as axes, or one is named twice.
pub fn moveaxis<A: ArrayLike>(a: &A, source: &impl Shape, destination: &impl Shape) -> Fallible<Array<A::Element>> {
    let array = a.to_array()?;
    let normalised = |axes: Vec<i64>, name: &str| -> Fallible<Vec<usize>> {
        let mut found = Vec::new();
        for axis in axes {
            let axis = named_axis(axis, array.rank(), name)?;
            if found.contains(&axis) {
                return Err(value_error(format!("repeated axis in `{name}` argument")));
            }
            found.push(axis);
        }
        Ok(found)
    };
    let source = normalised(source.lengths(), "source")?;
    let destination = normalised(destination.lengths(), "destination")?;
    if source.len() != destination.len() {
        return Err(value_error("`source` and `destination` arguments must have the same number of elements"));
    }
    let mut order: Vec<usize> = (0..array.rank()).filter(|axis| !source.contains(axis)).collect();
    let mut moves: Vec<(usize, usize)> = destination.into_iter().zip(source).collect();
    moves.sort_unstable();
    for (place, axis) in moves {
        order.insert(place, axis);
    }
    Ok(permuted(&array, &order))
}

fn named_axis(axis: i64, rank: usize, name: &str) -> Fallible<usize> {
    normalize_axis(axis, rank).map_err(|_| {
        let message = format!("{name}: axis {axis} is out of bounds for array of dimension {rank}");
        crate::exception::Exception::new("numpy.exceptions.AxisError", message)
    })
}

/// `numpy.repeat(a, repeats, axis)`: each part as often as the number of its place says.
///
/// # Errors
/// `ValueError` for a negative number, or another count of numbers than parts.
pub fn repeat_each<A: ArrayLike, R: ArrayLike<Element: Cast<i64>>>(
    a: &A,
    repeats: &R,
    axis: Option<i64>,
) -> Fallible<Array<A::Element>> {
    let (array, repeats): (_, Array<i64>) = (a.to_array()?, new_array(repeats)?);
    let (array, axis) = match axis {
        Some(axis) => (array.clone(), normalize_axis(axis, array.rank())?),
        None => (ravel(&array)?, 0),
    };
    let length = array.shape()[axis];
    if repeats.rank() > 1 {
        return Err(value_error("object too deep for desired array"));
    }
    let counts = match repeats.size() {
        1 => vec![repeats.to_vec()[0]; length],
        count if count == length => repeats.to_vec(),
        count => {
            return Err(value_error(format!(
                "operands could not be broadcast together with shape ({length},) ({count},)"
            )));
        }
    };
    if counts.iter().any(|&count| count < 0) {
        return Err(value_error("repeats may not contain negative values."));
    }
    let positions =
        (0..length as i64).zip(counts).flat_map(|(place, count)| std::iter::repeat_n(place, count as usize));
    index::take_along(&array, axis, &Array::from_elements(positions.collect()))
}

/// `numpy.resize(a, new_shape)`: the elements, again and again from the first, in another shape.
///
/// # Errors
/// `ValueError` for a negative length.
pub fn resize<A: ArrayLike>(a: &A, new_shape: &impl Shape) -> Fallible<Array<A::Element>> {
    let lengths = super::shape::checked_shape(new_shape)
        .map_err(|_| value_error("all elements of `new_shape` must be non-negative"))?;
    let elements = a.to_array()?.to_vec();
    let size = lengths.iter().product();
    let elements = if elements.is_empty() {
        vec![A::Element::ZERO; size]
    } else {
        elements.iter().copied().cycle().take(size).collect()
    };
    Ok(Array::from_vec(elements, &lengths))
}

/// `numpy.trim_zeros(filt, trim)` of a vector: without the zeros at its ends.
///
/// # Errors
/// `ValueError` for another word than those of "f", "b" and "fb".
pub fn trim_zeros<A: ArrayLike>(filt: &A, trim: &Str) -> Fallible<Array<A::Element>> {
    let array = filt.to_array()?;
    let trim = trim.as_str().to_lowercase();
    let elements = array.to_vec();
    let first = if trim.contains('f') { elements.iter().position(|e| e.truth()).unwrap_or(elements.len()) } else { 0 };
    let last =
        if trim.contains('b') { elements.iter().rposition(|e| e.truth()).map_or(0, |l| l + 1) } else { elements.len() };
    index::getitem(
        &array,
        &[Index::Slice { start: Some(first as i64), stop: Some(last.max(first) as i64), step: None }],
    )
}

/// `numpy.meshgrid(x, y, …)`: for each vector an array that varies along its axis alone.
///
/// # Errors
/// `ValueError` for another indexing than "xy" and "ij".
pub fn meshgrid<T: Element>(vectors: &[Array<T>], indexing: &Str, sparse: bool) -> Fallible<Vec<Array<T>>> {
    let cartesian = match indexing.as_str() {
        "xy" => true,
        "ij" => false,
        _ => return Err(value_error("Valid values for `indexing` are 'xy' and 'ij'.")),
    };
    let rank = vectors.len();
    let mut grids = Vec::with_capacity(rank);
    for (place, vector) in vectors.iter().enumerate() {
        let axis = if cartesian && rank > 1 && place < 2 { 1 - place } else { place };
        let mut shape = vec![1i64; rank];
        shape[axis] = -1;
        grids.push(if vector.size() == 0 {
            shape[axis] = 0;
            reshape_to(vector, &shape)?
        } else {
            reshape_to(vector, &shape)?
        });
    }
    if sparse {
        return Ok(grids.iter().map(Array::copied).collect());
    }
    let layouts: Vec<Layout<'_>> = grids.iter().map(Array::layout).collect();
    let shape = broadcast(&layouts)?;
    Ok(grids.iter().map(|grid| Array::from_vec(stretched(grid, &shape), &shape)).collect())
}

/// `numpy.meshgrid` of two vectors.
///
/// # Errors
/// As for [`meshgrid`].
pub fn meshgrid_2<A: ArrayLike, B: ArrayLike>(
    x: &A,
    y: &B,
    sparse: bool,
    indexing: &Str,
) -> Fallible<(Array<A::Element>, Array<B::Element>)> {
    let (x, y) = (ravel(x)?, ravel(y)?);
    let (a, b) = (
        vec![x.clone(), Array::filled(A::Element::ZERO, y.shape())],
        vec![Array::filled(B::Element::ZERO, x.shape()), y],
    );
    let (first, second) = (meshgrid(&a, indexing, sparse)?, meshgrid(&b, indexing, sparse)?);
    match (first.first(), second.get(1)) {
        (Some(first), Some(second)) => Ok((first.clone(), second.clone())),
        _ => Err(value_error("meshgrid takes vectors")),
    }
}

/// `numpy.meshgrid` of three vectors.
///
/// # Errors
/// As for [`meshgrid`].
pub fn meshgrid_3<A: ArrayLike, B: ArrayLike<Element = A::Element>, C: ArrayLike<Element = A::Element>>(
    x: &A,
    y: &B,
    z: &C,
    sparse: bool,
    indexing: &Str,
) -> Fallible<(Array<A::Element>, Array<A::Element>, Array<A::Element>)> {
    let grids = meshgrid(&[ravel(x)?, ravel(y)?, ravel(z)?], indexing, sparse)?;
    match grids.as_slice() {
        [a, b, c] => Ok((a.clone(), b.clone(), c.clone())),
        _ => Err(value_error("meshgrid takes vectors")),
    }
}

/// `numpy.broadcast_arrays(a, b)`: views of both stretched to one another.
///
/// # Errors
/// `ValueError` where the shapes do not go together.
pub fn broadcast_arrays<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<(Array<A::Element>, Array<B::Element>)> {
    let (a, b) = (a.to_array()?, b.to_array()?);
    let shape = broadcast(&[a.layout(), b.layout()]).map_err(|_| {
        value_error(format!(
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape {} \
             and arg 1 with shape {}.",
            super::shape::text(a.shape()),
            super::shape::text(b.shape())
        ))
    })?;
    Ok((stretched_view(&a, &shape), stretched_view(&b, &shape)))
}

/// `numpy.nonzero` and `numpy.where` of three and four axes need tuples of three and four.
macro_rules! positions {
    ($($name:ident: $rank:literal, ($($part:ident),*), ($($ty:ty),*);)*) => {$(
        /// `numpy.nonzero(a)` of an array with that many axes.
        ///
        /// # Errors
        /// `ValueError` where it has another number of axes.
        pub fn $name<A: ArrayLike>(a: &A) -> Fallible<($($ty,)*)> {
            let array = a.to_array()?;
            let mut columns = index::nonzero(&array).into_iter();
            if array.rank() != $rank {
                return Err(value_error(format!("an array of {} axes is needed, not one of {}", $rank, array.rank())));
            }
            $(let $part = columns.next().ok_or_else(|| index_error("an axis is missing"))?;)*
            Ok(($($part,)*))
        }
    )*};
}
positions! {
    nonzero_3: 3, (a, b, c), (Array<i64>, Array<i64>, Array<i64>);
    nonzero_4: 4, (a, b, c, d), (Array<i64>, Array<i64>, Array<i64>, Array<i64>);
}

/// `array.view(dtype)` and strides of it: see `Array::reinterpreted`.
pub fn view_as<T: Element, U: Element>(array: &Array<T>, _dtype: super::dtype::DType<U>) -> Fallible<Array<U>> {
    array.reinterpreted()
}
