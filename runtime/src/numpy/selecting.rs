//! Takes elements by positions and conditions, and puts them there.

use super::array::{Array, Lengths, Strides};
use super::assign;
use super::element::{Cast, Element};
use super::index::{self, Index};
use super::like::{ArrayLike, Arrays, new_array};
use super::manipulation::{permuted, ravel, reshape_to};
use super::operand::Operand;
use super::promote::Promote;
use super::shape::{Shape, broadcast, normalize_axis, text};
use super::walk::{self, Layout};
use crate::exception::{Fallible, index_error, type_error, value_error};
use crate::str::Str;

/// For each place of the shape, the position along the axis that the indices say, as an index of the array.
fn along_axis<T: Element>(array: &Array<T>, indices: &Array<i64>, axis: usize) -> Fallible<Vec<Index>> {
    if array.rank() != indices.rank() {
        return Err(value_error("`indices` and `arr` must have the same number of dimensions"));
    }
    let mut components = Vec::with_capacity(array.rank());
    for (other, &length) in array.shape().iter().enumerate() {
        if other == axis {
            components.push(Index::Integers(indices.clone()));
            continue;
        }
        let mut shape = vec![1i64; array.rank()];
        shape[other] = length as i64;
        let positions = Array::from_elements((0..length as i64).collect());
        components.push(Index::Integers(reshape_to(&positions, &shape)?));
    }
    Ok(components)
}

/// `numpy.take_along_axis(arr, indices, axis)`: along each lane, the elements at the positions of the indices' lane.
///
/// # Errors
/// `IndexError` for a position out of bounds; `ValueError` where the numbers of axes differ.
pub fn take_along_axis<A: ArrayLike, I: ArrayLike<Element: Cast<i64>>>(
    arr: &A,
    indices: &I,
    axis: i64,
) -> Fallible<Array<A::Element>> {
    let array = arr.to_array()?;
    let axis = normalize_axis(axis, array.rank())?;
    let indices: Array<i64> = new_array(indices)?;
    index::getitem(&array, &along_axis(&array, &indices, axis)?)
}

/// `numpy.take_along_axis(arr, indices, None)`: of the flat array.
///
/// # Errors
/// As for [`take_along_axis`].
pub fn take_along_axis_flat<A: ArrayLike, I: ArrayLike<Element: Cast<i64>>>(
    arr: &A,
    indices: &I,
    _axis: (),
) -> Fallible<Array<A::Element>> {
    let indices: Array<i64> = new_array(indices)?;
    if indices.rank() != 1 {
        return Err(value_error("when axis=None, `indices` must have a single dimension."));
    }
    take_along_axis(&ravel(arr)?, &indices, 0)
}

/// `numpy.put_along_axis(arr, indices, values, axis)`: stores values where [`take_along_axis`] would take them.
///
/// # Errors
/// As for [`take_along_axis`]; `ValueError` where the array is read-only or the values do not fit.
pub fn put_along_axis<T: Element, I: ArrayLike<Element: Cast<i64>>, V: Operand<Element: Cast<T>>>(
    arr: &Array<T>,
    indices: &I,
    values: &V,
    axis: i64,
) -> Fallible<()> {
    let axis = normalize_axis(axis, arr.rank())?;
    let indices: Array<i64> = new_array(indices)?;
    index::setitem(arr, &along_axis(arr, &indices, axis)?, values)
}

/// `numpy.put(a, ind, v)`: stores the values, again and again from the first, at positions of the flat array.
///
/// # Errors
/// `IndexError` for a position out of bounds; `ValueError` where the array is read-only.
pub fn put<T: Element, I: ArrayLike<Element: Cast<i64>>, V: ArrayLike<Element: Cast<T>>>(
    a: &Array<T>,
    ind: &I,
    v: &V,
) -> Fallible<()> {
    let (positions, values): (Array<i64>, Array<T>) = (new_array(ind)?, new_array(v)?);
    let target = a.write("put: output array is read-only")?;
    let (offsets, values) = (walk::offsets(a.layout()), values.to_vec());
    if offsets.is_empty() && positions.size() > 0 {
        return Err(index_error("cannot replace elements of an empty array"));
    }
    if values.is_empty() {
        return Ok(());
    }
    let size = offsets.len() as i64;
    for (count, position) in positions.elements().enumerate() {
        let from_front = if position < 0 { position + size } else { position };
        let Some(&offset) = usize::try_from(from_front).ok().and_then(|place| offsets.get(place)) else {
            return Err(index_error(format!("index {position} is out of bounds for axis 0 with size {size}")));
        };
        // SAFETY: The offset is that of an element.
        unsafe { *target.offset(offset) = values[count % values.len()] };
    }
    Ok(())
}

/// `numpy.putmask(a, mask, values)`: stores the values, again and again from the first, where the mask is true.
///
/// # Errors
/// `ValueError` where the mask has another size, or the array is read-only.
pub fn putmask<T: Element, M: ArrayLike<Element: Cast<bool>>, V: ArrayLike<Element: Cast<T>>>(
    a: &Array<T>,
    mask: &M,
    values: &V,
) -> Fallible<()> {
    let (mask, values): (Array<bool>, Array<T>) = (new_array(mask)?, new_array(values)?);
    if mask.size() != a.size() {
        return Err(value_error("putmask: mask and data must be the same size"));
    }
    let target = a.write("putmask: output array is read-only")?;
    let values = values.to_vec();
    if values.is_empty() {
        return Ok(());
    }
    for (place, (offset, truth)) in walk::offsets(a.layout()).into_iter().zip(mask.elements()).enumerate() {
        if truth {
            // SAFETY: The offset is that of an element.
            unsafe { *target.offset(offset) = values[place % values.len()] };
        }
    }
    Ok(())
}

/// `numpy.copyto(dst, src)`: stores the elements of the one in the other.
///
/// # Errors
/// `ValueError` where the array is read-only or the shapes do not go together.
pub fn copyto<T: Element, V: Operand<Element: Cast<T>>>(dst: &Array<T>, src: &V) -> Fallible<()> {
    assign::assign(dst, src, assign::Destination::Assignment)
}

/// `numpy.copyto(dst, src, where=condition)`: stores the elements where the condition is true.
///
/// # Errors
/// As for [`copyto`].
pub fn copyto_where<T: Element, V: Operand<Element: Cast<T>>, C: Operand<Element: Cast<bool>>>(
    dst: &Array<T>,
    src: &V,
    condition: &C,
) -> Fallible<()> {
    let (values, chosen) = (dst.copied(), Array::filled(false, dst.shape()));
    assign::assign(&values, src, assign::Destination::Assignment)?;
    assign::assign(&chosen, condition, assign::Destination::Assignment)?;
    let elements = dst.elements().zip(values.elements()).zip(chosen.elements());
    let stored = elements.map(|((old, new), chosen)| if chosen { new } else { old }).collect();
    assign::assign(dst, &Array::from_vec(stored, dst.shape()), assign::Destination::Assignment)
}

/// `numpy.take(a, indices, axis, mode=…)`: positions out of bounds are moved to the ends (`clip`), or counted on from the
/// start (`wrap`).
///
/// # Errors
/// `IndexError` where something is taken of nothing.
pub fn take_within<A: ArrayLike, I: ArrayLike<Element: Cast<i64>>>(
    a: &A,
    indices: &I,
    axis: Option<i64>,
    mode: &Str,
) -> Fallible<Array<A::Element>> {
    let (array, positions): (_, Array<i64>) = (a.to_array()?, new_array(indices)?);
    let (array, axis) = match axis {
        Some(axis) => (array.clone(), normalize_axis(axis, array.rank())?),
        None => (ravel(&array)?, 0),
    };
    let length = array.shape()[axis] as i64;
    let within = positions.map(|position| match mode.as_str() {
        _ if length == 0 => position,
        "clip" => position.clamp(0, length - 1),
        _ => position.rem_euclid(length),
    });
    index::take_along(&array, axis, &within)
}

/// `numpy.compress(condition, a, axis)`: the parts along an axis for which the condition is true.
///
/// # Errors
/// `IndexError` where the condition is longer than the axis and true there.
pub fn compress<C: ArrayLike<Element: Cast<bool>>, A: ArrayLike>(
    condition: &C,
    a: &A,
    axis: Option<i64>,
) -> Fallible<Array<A::Element>> {
    let condition: Array<bool> = new_array(condition)?;
    if condition.rank() != 1 {
        return Err(value_error("condition must be a 1-d array"));
    }
    let array = a.to_array()?;
    let (array, axis) = match axis {
        Some(axis) => (array.clone(), normalize_axis(axis, array.rank())?),
        None => (ravel(&array)?, 0),
    };
    index::take_along(&array, axis, &true_positions(&condition))
}

fn true_positions(condition: &Array<bool>) -> Array<i64> {
    Array::from_elements(condition.elements().zip(0..).filter(|(truth, _)| *truth).map(|(_, place)| place).collect())
}

/// `numpy.extract(condition, arr)`: the elements where the condition is true.
///
/// # Errors
/// `IndexError` where the condition is longer than the array and true there.
pub fn extract<C: ArrayLike<Element: Cast<bool>>, A: ArrayLike>(condition: &C, arr: &A) -> Fallible<Array<A::Element>> {
    let condition: Array<bool> = new_array(condition)?;
    index::take_along(&ravel(arr)?, 0, &true_positions(&ravel(&condition)?))
}

/// `numpy.argwhere(a)`: a row of positions for each element that is not zero.
///
/// # Errors
/// Those of making an array of `a`.
pub fn argwhere<A: ArrayLike>(a: &A) -> Fallible<Array<i64>> {
    let array = a.to_array()?;
    let columns = index::nonzero(&array);
    let count = match columns.first() {
        Some(column) => column.size(),
        None => array.elements().filter(|element| element.truth()).count(),
    };
    let columns: Vec<Vec<i64>> = columns.iter().map(Array::to_vec).collect();
    let elements = (0..count).flat_map(|row| columns.iter().map(move |column| column[row])).collect();
    Ok(Array::from_vec(elements, &[count, array.rank()]))
}

/// `numpy.choose(a, choices)`: for each element the element of that choice.
///
/// # Errors
/// `ValueError` for a number that there is no choice of, and where the shapes do not go together.
pub fn choose<I: ArrayLike<Element: Cast<i64>>, C: Arrays>(a: &I, choices: &C) -> Fallible<Array<C::Element>> {
    let positions: Array<i64> = new_array(a)?;
    let choices = choices.arrays()?;
    let layouts: Vec<Layout<'_>> =
        std::iter::once(positions.layout()).chain(choices.iter().map(Array::layout)).collect();
    let shape = broadcast(&layouts).map_err(|_| {
        let shapes: Vec<String> = layouts.iter().map(|layout| text(layout.shape)).collect();
        value_error(format!(
            "shape mismatch: objects cannot be broadcast to a single shape. Mismatch is between {}",
            shapes.join(" ")
        ))
    })?;
    let choices = choices.iter().map(|choice| stretched(choice, &shape)).collect::<Vec<_>>();
    let positions = stretched(&positions, &shape).to_vec();
    let elements = positions.into_iter().enumerate().map(|(place, position)| {
        let choice = usize::try_from(position).ok().and_then(|position| choices.get(position));
        choice.map(|choice| choice[place]).ok_or_else(|| value_error("invalid entry in choice array"))
    });
    Ok(Array::from_vec(elements.collect::<Fallible<_>>()?, &shape))
}

/// A view stretched to the shape, which it fits.
pub(crate) fn stretched_view<T: Element>(array: &Array<T>, shape: &[usize]) -> Array<T> {
    let skipped = shape.len() - array.rank();
    let stride = |axis: usize| match axis.checked_sub(skipped) {
        Some(own) if array.shape()[own] != 1 || shape[axis] == 1 => array.strides()[own],
        _ => 0,
    };
    let strides: Strides = (0..shape.len()).map(stride).collect();
    // SAFETY: Steps along stretched axes lead nowhere; the others are the array's own.
    unsafe { array.with_layout(0, shape.into(), strides) }
}

/// The elements of the array stretched to the shape, which it fits.
pub(super) fn stretched<T: Element>(array: &Array<T>, shape: &[usize]) -> Vec<T> {
    stretched_view(array, shape).to_vec()
}

/// `numpy.broadcast_to(array, shape)`: a view stretched to the shape. It is read-only in numpy; so it is here.
///
/// # Errors
/// `ValueError` where it cannot be stretched so.
pub fn broadcast_to<A: ArrayLike>(array: &A, shape: &impl Shape) -> Fallible<Array<A::Element>> {
    let array = array.to_array()?;
    let lengths = super::shape::checked_shape(shape)
        .map_err(|_| value_error("all elements of broadcast shape must be non-negative"))?;
    let wanted = Layout { shape: &lengths, strides: &[] };
    match broadcast(&[array.layout(), wanted]) {
        Ok(common) if common == lengths => {
            let view = stretched_view(&array, &lengths);
            Ok(view.read_only())
        }
        Err(_) | Ok(_) if array.rank() > lengths.len() => {
            Err(value_error("input operand has more dimensions than allowed by the axis remapping"))
        }
        Err(_) | Ok(_) => Err(value_error(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and requested \
             shape {}",
            text(array.shape()),
            text(&lengths)
        ))),
    }
}

/// `numpy.select(condlist, choicelist, default)`: for each place the element of the first choice whose condition is
/// true.
///
/// # Errors
/// `ValueError` where there are not as many choices as conditions, or the shapes do not go together.
pub fn select<C: Arrays<Element = bool>, X: Arrays>(
    condlist: &C,
    choicelist: &X,
    default: f64,
) -> Fallible<Array<X::Element>> {
    let (conditions, choices) = (condlist.arrays()?, choicelist.arrays()?);
    if conditions.len() != choices.len() {
        return Err(value_error("list of cases must be same length as list of conditions"));
    }
    if conditions.is_empty() {
        return Err(value_error("select with an empty condition list is not possible"));
    }
    let layouts: Vec<Layout<'_>> =
        conditions.iter().map(Array::layout).chain(choices.iter().map(Array::layout)).collect();
    let shape = broadcast(&layouts)?;
    let size = shape.iter().product();
    let mut elements = vec![X::Element::from_f64(default); size];
    for (condition, choice) in conditions.iter().zip(&choices).rev() {
        let (condition, choice) = (stretched(condition, &shape), stretched(choice, &shape));
        for (element, (truth, chosen)) in elements.iter_mut().zip(condition.into_iter().zip(choice)) {
            if truth {
                *element = chosen;
            }
        }
    }
    Ok(Array::from_vec(elements, &shape))
}

/// `numpy.diagonal(a, offset, axis1, axis2)`: the elements on a diagonal; other axes stand before. A read-only view.
///
/// # Errors
/// `ValueError` for fewer than two axes, or twice the same.
pub fn diagonal<A: ArrayLike>(a: &A, offset: i64, axis1: i64, axis2: i64) -> Fallible<Array<A::Element>> {
    Ok(diagonal_view(&a.to_array()?, offset, axis1, axis2)?.read_only())
}

fn diagonal_view<T: Element>(array: &Array<T>, offset: i64, axis1: i64, axis2: i64) -> Fallible<Array<T>> {
    if array.rank() < 2 {
        return Err(value_error("diag requires an array of at least two dimensions"));
    }
    let (first, second) = (normalize_axis(axis1, array.rank())?, normalize_axis(axis2, array.rank())?);
    if first == second {
        return Err(value_error("axis1 and axis2 cannot be the same"));
    }
    let (rows, columns) = (array.shape()[first] as i64, array.shape()[second] as i64);
    let (row, column) = if offset < 0 { (offset.saturating_neg(), 0) } else { (0, offset) };
    let length = (rows.saturating_sub(row)).min(columns.saturating_sub(column)).max(0) as usize;
    let (row_step, column_step) = (array.strides()[first], array.strides()[second]);
    let start = if length == 0 { 0 } else { row as isize * row_step + column as isize * column_step };
    let others = (0..array.rank()).filter(|&axis| axis != first && axis != second);
    let mut shape: Lengths = others.clone().map(|axis| array.shape()[axis]).collect();
    let mut strides: Strides = others.map(|axis| array.strides()[axis]).collect();
    shape.push(length);
    strides.push(row_step + column_step);
    // SAFETY: The diagonal stays within both axes.
    Ok(unsafe { array.with_layout(start, shape, strides) })
}

/// `numpy.diag(v, k)` of a matrix: the elements on a diagonal.
///
/// # Errors
/// `ValueError` where it is no matrix.
pub fn diag<A: ArrayLike>(v: &A, k: i64) -> Fallible<Array<A::Element>> {
    let array = v.to_array()?;
    match array.rank() {
        1 => diagonal_matrix(&array, k),
        2 => Ok(diagonal_view(&array, k, 0, 1)?.read_only()),
        _ => Err(value_error("Input must be 1- or 2-d.")),
    }
}

/// `numpy.diagflat(v, k)`: a matrix with the elements on a diagonal.
///
/// # Errors
/// Those of making an array of `v`.
pub fn diagflat<A: ArrayLike>(v: &A, k: i64) -> Fallible<Array<A::Element>> {
    diagonal_matrix(&ravel(v)?, k)
}

fn diagonal_matrix<T: Element>(elements: &Array<T>, k: i64) -> Fallible<Array<T>> {
    let size = super::shape::checked_shape(&(elements.size() as i64 + k.saturating_abs()))?[0];
    let mut matrix = vec![T::ZERO; size * size];
    let (row, column) = if k < 0 { (k.unsigned_abs() as usize, 0) } else { (0, k as usize) };
    for (place, element) in elements.elements().enumerate() {
        matrix[(row + place) * size + column + place] = element;
    }
    Ok(Array::from_vec(matrix, &[size, size]))
}

/// `numpy.fill_diagonal(a, val)` of a matrix.
///
/// # Errors
/// `ValueError` where it has fewer than two axes or is read-only.
pub fn fill_diagonal<T: Element, V: Operand<Element: Cast<T>>>(a: &Array<T>, val: &V) -> Fallible<()> {
    if a.rank() < 2 {
        return Err(value_error("array must be at least 2-d"));
    }
    if a.rank() > 2 {
        return Err(type_error("only matrices have their diagonal filled"));
    }
    let diagonal = diagonal_view(a, 0, 0, 1)?;
    assign::assign(&diagonal, val, assign::Destination::Assignment)
}

/// `numpy.tril(m, k)`: the elements above a diagonal are zero.
///
/// # Errors
/// Those of making an array of `m`.
pub fn tril<A: ArrayLike>(m: &A, k: i64) -> Fallible<Array<A::Element>> {
    triangle(&m.to_array()?, |row, column| column <= row.saturating_add(k))
}

/// `numpy.triu(m, k)`: the elements below a diagonal are zero.
///
/// # Errors
/// Those of making an array of `m`.
pub fn triu<A: ArrayLike>(m: &A, k: i64) -> Fallible<Array<A::Element>> {
    triangle(&m.to_array()?, |row, column| column >= row.saturating_add(k))
}

fn triangle<T: Element>(array: &Array<T>, keeps: impl Fn(i64, i64) -> bool) -> Fallible<Array<T>> {
    let array = if array.rank() == 1 {
        // A vector is every row of a square matrix.
        stretched_view(array, &[array.size(), array.size()])
    } else {
        array.clone()
    };
    let &[.., rows, columns] = array.shape() else {
        return Err(value_error("a triangle needs an array of at least one axis"));
    };
    let mut elements = array.to_vec();
    if columns > 0 {
        for (place, row) in elements.chunks_mut(columns).enumerate() {
            for (column, element) in row.iter_mut().enumerate() {
                if !keeps((place % rows) as i64, column as i64) {
                    *element = T::ZERO;
                }
            }
        }
    }
    Ok(Array::from_vec(elements, array.shape()))
}

/// `numpy.tri(N, M, k, dtype)`: ones at and below a diagonal.
///
/// # Errors
/// `ValueError` for a negative length.
pub fn tri<T: Element>(rows: i64, columns: Option<i64>, k: i64, _dtype: super::dtype::DType<T>) -> Fallible<Array<T>> {
    let shape = super::shape::checked_shape(&(rows, columns.unwrap_or(rows)))?;
    triangle(&Array::filled(T::ONE, &shape), |row, column| column <= row.saturating_add(k))
}

/// The positions of a triangle.
fn triangle_indices(
    n: i64,
    k: i64,
    m: Option<i64>,
    keeps: impl Fn(i64, i64) -> bool,
) -> Fallible<(Array<i64>, Array<i64>)> {
    let shape = super::shape::checked_shape(&(n, m.unwrap_or(n)))?;
    let places = (0..shape[0] as i64).flat_map(|row| (0..shape[1] as i64).map(move |column| (row, column)));
    let (rows, columns) = places.filter(|&(row, column)| keeps(row.saturating_add(k), column)).unzip();
    Ok((Array::from_elements(rows), Array::from_elements(columns)))
}

/// `numpy.tril_indices(n, k, m)`.
///
/// # Errors
/// `ValueError` for a negative length.
pub fn tril_indices(n: i64, k: i64, m: Option<i64>) -> Fallible<(Array<i64>, Array<i64>)> {
    triangle_indices(n, k, m, |diagonal, column| column <= diagonal)
}

/// `numpy.triu_indices(n, k, m)`.
///
/// # Errors
/// `ValueError` for a negative length.
pub fn triu_indices(n: i64, k: i64, m: Option<i64>) -> Fallible<(Array<i64>, Array<i64>)> {
    triangle_indices(n, k, m, |diagonal, column| column >= diagonal)
}

/// `numpy.delete(arr, obj, axis)`: without the parts at those positions.
///
/// # Errors
/// `IndexError` for a position out of bounds.
pub fn delete<A: ArrayLike, I: ArrayLike<Element: Cast<i64>>>(
    arr: &A,
    obj: &I,
    axis: Option<i64>,
) -> Fallible<Array<A::Element>> {
    let (array, axis) = flat_or_axis(&arr.to_array()?, axis)?;
    let length = array.shape()[axis] as i64;
    let mut kept = vec![true; length as usize];
    let positions: Array<i64> = new_array(obj)?;
    for position in positions.elements() {
        let from_front = if position < 0 { position + length } else { position };
        let Some(kept) = usize::try_from(from_front).ok().and_then(|place| kept.get_mut(place)) else {
            return Err(index_error(format!("index {position} is out of bounds for axis {axis} with size {length}")));
        };
        *kept = false;
    }
    index::take_along(&array, axis, &true_positions(&Array::from_elements(kept)))
}

fn flat_or_axis<T: Element>(array: &Array<T>, axis: Option<i64>) -> Fallible<(Array<T>, usize)> {
    match axis {
        Some(axis) => Ok((array.clone(), normalize_axis(axis, array.rank())?)),
        None => Ok((ravel(array)?, 0)),
    }
}

/// `numpy.insert(arr, obj, values, axis)`: with the values before one position.
///
/// # Errors
/// `IndexError` for a position out of bounds; `ValueError` where the values do not fit.
pub fn insert<A: ArrayLike, V: ArrayLike<Element: Cast<A::Element>>>(
    arr: &A,
    obj: i64,
    values: &V,
    axis: Option<i64>,
) -> Fallible<Array<A::Element>> {
    let (array, axis) = flat_or_axis(&arr.to_array()?, axis)?;
    let length = array.shape()[axis] as i64;
    let place = if obj < 0 { obj + length } else { obj };
    if place < 0 || place > length {
        return Err(index_error(format!("index {obj} is out of bounds for axis {axis} with size {length}")));
    }
    let mut values: Array<A::Element> = new_array(values)?;
    if values.rank() < array.rank() {
        // What has fewer axes is one part: its axes are the last.
        let missing = array.rank() - values.rank();
        let mut lengths = vec![1i64; missing];
        lengths.extend(values.shape().iter().map(|&length| length as i64));
        values = reshape_to(&values, &lengths)?;
    }
    // A single position takes the values' first axis for the one along which they are put.
    let mut order: Vec<usize> = (1..=axis).collect();
    order.push(0);
    order.extend(axis + 1..values.rank());
    let values = permuted(&values, &order);
    let count = values.shape()[axis];
    let mut shape: Lengths = array.shape().into();
    shape[axis] = count;
    let fits = broadcast(&[values.layout(), Layout { shape: &shape, strides: &[] }]);
    if fits.as_deref() != Ok(&*shape) {
        return Err(value_error(format!(
            "could not broadcast input array from shape {} into shape {}",
            text(values.shape()),
            text(&shape)
        )));
    }
    let values = Array::from_vec(stretched(&values, &shape), &shape);
    let part = |start: i64, stop: i64| {
        let mut index = vec![Index::Slice { start: None, stop: None, step: None }; axis];
        index.push(Index::Slice { start: Some(start), stop: Some(stop), step: None });
        index::getitem(&array, &index)
    };
    super::manipulation::joined(&[part(0, place)?, values, part(place, length)?], axis as i64)
}

/// `numpy.append(arr, values, axis)`: the one after the other.
///
/// # Errors
/// `ValueError` where the shapes do not fit.
pub fn append<A: ArrayLike, V: ArrayLike>(arr: &A, values: &V, axis: Option<i64>) -> Fallible<Array<Common<A, V>>>
where
    A::Element: Promote<V::Element> + Cast<Common<A, V>>,
    V::Element: Cast<Common<A, V>>,
{
    let (array, values): (Array<Common<A, V>>, Array<Common<A, V>>) = (new_array(arr)?, new_array(values)?);
    match axis {
        Some(axis) => super::manipulation::joined(&[array, values], axis),
        None => super::manipulation::joined(&[ravel(&array)?, ravel(&values)?], 0),
    }
}

/// The common dtype of two array-likes.
type Common<A, B> = <<A as ArrayLike>::Element as Promote<<B as ArrayLike>::Element>>::Output;

/// `numpy.unravel_index(indices, shape)` of one index, as many ints as axes.
fn unravelled(index: i64, lengths: &[i64]) -> Fallible<Vec<i64>> {
    let size: i64 = lengths.iter().product();
    if index < 0 || index >= size {
        return Err(value_error(format!("index {index} is out of bounds for array with size {size}")));
    }
    let mut rest = index;
    let mut places = vec![0; lengths.len()];
    for (place, &length) in places.iter_mut().zip(lengths).rev() {
        *place = rest % length;
        rest /= length;
    }
    Ok(places)
}

/// `numpy.unravel_index` for shapes of a known number of axes.
macro_rules! unravel {
    ($($name:ident, $arrays:ident: $rank:literal, ($($one:ident),*), ($($many:ident),*);)*) => {$(
        /// `numpy.unravel_index(index, shape)`: the position on each axis.
        ///
        /// # Errors
        /// `ValueError` for an index out of bounds.
        pub fn $name(index: i64, shape: &impl Shape) -> Fallible<($(unravel!(@scalar $one),)*)> {
            let places = unravelled(index, &shape.lengths())?;
            let mut places = places.into_iter();
            $(let $one = super::scalar::Scalar(places.next().unwrap_or(0));)*
            Ok(($($one,)*))
        }

        /// `numpy.unravel_index(indices, shape)`: for each axis an array of positions.
        ///
        /// # Errors
        /// `ValueError` for an index out of bounds.
        pub fn $arrays<I: ArrayLike<Element: Cast<i64>>>(indices: &I, shape: &impl Shape) -> Fallible<($(unravel!(@array $many),)*)> {
            let (indices, lengths): (Array<i64>, _) = (new_array(indices)?, shape.lengths());
            let mut columns: Vec<Vec<i64>> = vec![Vec::with_capacity(indices.size()); $rank];
            for index in indices.elements() {
                for (column, place) in columns.iter_mut().zip(unravelled(index, &lengths)?) {
                    column.push(place);
                }
            }
            let mut columns = columns.into_iter().map(|column| Array::from_vec(column, indices.shape()));
            $(let $many = columns.next().unwrap_or_else(|| Array::from_elements(Vec::new()));)*
            Ok(($($many,)*))
        }
    )*};
    (@scalar $one:ident) => { super::scalar::Scalar<i64> };
    (@array $many:ident) => { Array<i64> };
}
unravel! {
    unravel_index_1, unravel_indices_1: 1, (a), (a);
    unravel_index_2, unravel_indices_2: 2, (a, b), (a, b);
    unravel_index_3, unravel_indices_3: 3, (a, b, c), (a, b, c);
    unravel_index_4, unravel_indices_4: 4, (a, b, c, d), (a, b, c, d);
}

/// `numpy.ravel_multi_index(multi_index, dims)`: the positions in the flat array.
///
/// # Errors
/// `ValueError` for a position out of bounds.
pub fn ravel_multi_index<I: Arrays<Element: Cast<i64>>>(multi_index: &I, dims: &impl Shape) -> Fallible<Array<i64>> {
    let positions: Vec<Array<i64>> = multi_index.arrays()?.iter().map(Array::cast).collect();
    let lengths = dims.lengths();
    if positions.len() != lengths.len() {
        return Err(value_error(format!("parameter multi_index must be a sequence of length {}", lengths.len())));
    }
    let layouts: Vec<Layout<'_>> = positions.iter().map(Array::layout).collect();
    let shape = broadcast(&layouts)?;
    let mut flat = vec![0i64; shape.iter().product()];
    for (positions, &length) in positions.iter().zip(&lengths) {
        for (flat, position) in flat.iter_mut().zip(stretched(positions, &shape)) {
            if position < 0 || position >= length {
                return Err(value_error("invalid entry in coordinates array"));
            }
            *flat = *flat * length + position;
        }
    }
    Ok(Array::from_vec(flat, &shape))
}

/// `numpy.ravel_multi_index(multi_index, dims)` of plain positions.
///
/// # Errors
/// `ValueError` for a position out of bounds.
pub fn ravel_multi_index_scalar(multi_index: &impl Shape, dims: &impl Shape) -> Fallible<super::scalar::Scalar<i64>> {
    let (places, lengths) = (multi_index.lengths(), dims.lengths());
    if places.len() != lengths.len() {
        return Err(value_error(format!("parameter multi_index must be a sequence of length {}", lengths.len())));
    }
    let mut flat = 0;
    for (&place, &length) in places.iter().zip(&lengths) {
        if place < 0 || place >= length {
            return Err(value_error("invalid entry in coordinates array"));
        }
        flat = flat * length + place;
    }
    Ok(super::scalar::Scalar(flat))
}

/// `numpy.ix_(a, b)`: the arrays so that together they index every combination.
///
/// # Errors
/// `ValueError` where one has not one axis.
pub fn ix_<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<(Array<A::Element>, Array<B::Element>)> {
    let (a, b): (Array<A::Element>, Array<B::Element>) = (new_array(a)?, new_array(b)?);
    if a.rank() != 1 || b.rank() != 1 {
        return Err(value_error("Cross index must be 1 dimensional"));
    }
    Ok((reshape_to(&a, &[-1, 1])?, reshape_to(&b, &[1, -1])?))
}
