//! Elements picked, sorted and put in by their places; products of matrices.

use super::arithmetic::{map, zip};
use super::shape::{self, normalized};
use super::{Operand, Tensor};
use crate::exception::{Fallible, index_error, runtime_error};
use crate::numpy::elementwise;
use crate::numpy::{
    self, Array, Cast, Element, Factor, Lengths, Real, Ring, Spread, by_lanes, order, permuted, sort_elements,
    sorted_positions,
};
use crate::str::Str;

/// `torch.where(condition, input, other)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn r#where<A: Operand, B: Operand, C: Element>(
    condition: &Tensor<bool>,
    input: &A,
    other: &B,
    _dtype: numpy::DType<C>,
) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    B::Element: Cast<C>,
{
    let both = shape::broadcast(input.elements().layout().shape, other.elements().layout().shape)?;
    let shape = shape::broadcast(condition.0.shape(), &both)?;
    let sources = (condition.source(), input.source(), other.source());
    Ok(Tensor(elementwise::map(&shape, sources, |(condition, a, b)| if condition { a.cast() } else { b.cast() })))
}

/// `tensor.where(condition, other)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn where_self<A: Operand, B: Operand, C: Element>(
    input: &A,
    condition: &Tensor<bool>,
    other: &B,
    dtype: numpy::DType<C>,
) -> Fallible<Tensor<C>>
where
    A::Element: Cast<C>,
    B::Element: Cast<C>,
{
    r#where(condition, input, other, dtype)
}

/// `torch.nonzero(input)`: a row for each element that is not zero.
pub fn nonzero<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<i64>> {
    if input.0.rank() == 0 {
        return Ok(Tensor::from_vec(Vec::new(), &[usize::from(input.0.only()?.truth()), 0]));
    }
    numpy::argwhere(&input.0).map(Tensor)
}

/// `tensor.masked_fill(mask, value)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn masked_fill<T: Element, V: Operand<Element: Cast<T>>>(
    input: &Tensor<T>,
    mask: &Tensor<bool>,
    value: &V,
) -> Fallible<Tensor<T>> {
    let shape = shape::broadcast(input.0.shape(), mask.0.shape())?;
    let value = numpy::stretched_view(&map(value, |element: T| element).0, &shape);
    let sources = (mask.source(), numpy::Elements::of(&value), input.source());
    Ok(Tensor(elementwise::map(&shape, sources, |(mask, value, own)| if mask { value } else { own })))
}

/// `tensor.masked_fill_(mask, value)`.
///
/// # Errors
/// Those of [`masked_fill`].
pub fn masked_fill_in_place<T: Element, V: Operand<Element: Cast<T>>>(
    input: &Tensor<T>,
    mask: &Tensor<bool>,
    value: &V,
) -> Fallible<Tensor<T>> {
    let filled = masked_fill(input, mask, value)?;
    super::arithmetic::store(input, &filled.0)?;
    Ok(input.clone())
}

/// `torch.masked_select(input, mask)`: the elements where the mask is true.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn masked_select<T: Element>(input: &Tensor<T>, mask: &Tensor<bool>) -> Fallible<Tensor<T>> {
    let shape = shape::broadcast(input.0.shape(), mask.0.shape())?;
    let (own, mask) = (numpy::stretched_view(&input.0, &shape), numpy::stretched_view(&mask.0, &shape));
    let picked = own.elements().zip(mask.elements()).filter(|(_, picked)| *picked).map(|(element, _)| element);
    Ok(Tensor(Array::from_elements(picked.collect())))
}

/// `tensor.index_select(dim, index)`: the slices at these places.
///
/// # Errors
/// `IndexError` for a place that there is not.
pub fn index_select<T: Element, I: Element>(input: &Tensor<T>, dim: i64, index: &Tensor<I>) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.0.rank())?;
    let length = input.0.shape().get(axis).copied().unwrap_or(1);
    if index.0.rank() > 1 {
        return Err(index_error("index_select(): Index is supposed to be a vector"));
    }
    let places: Vec<i64> = index.0.elements().map(Element::to_i64).collect();
    if places.iter().any(|place| !(0..length as i64).contains(place)) {
        return Err(index_error("index out of range in self"));
    }
    if input.0.rank() == 0 {
        return Ok(Tensor(input.0.copied()));
    }
    numpy::take(&input.0, &crate::numpy::Array::from_elements(places), Some(axis as i64)).map(Tensor)
}

/// The steps through a tensor in C order.
fn steps(shape: &[usize]) -> Vec<usize> {
    let mut steps = vec![1; shape.len()];
    for axis in (1..shape.len()).rev() {
        steps[axis - 1] = steps[axis] * shape[axis];
    }
    steps
}

/// For each place of the index its own place in a contiguous tensor: that of the index, with another one along an axis.
fn gathered_places(shape: &[usize], index: &Array<i64>, axis: usize) -> Fallible<Vec<usize>> {
    let (own_steps, length) = (steps(shape), shape[axis]);
    let mut position: Vec<usize> = vec![0; index.rank()];
    let mut places = Vec::with_capacity(index.size());
    for place in index.elements() {
        if !(0..length as i64).contains(&place) {
            return Err(runtime_error(format!(
                "index {place} is out of bounds for dimension {axis} with size {length}"
            )));
        }
        let along = |(other, &at): (usize, &usize)| own_steps[other] * if other == axis { place as usize } else { at };
        places.push(position.iter().enumerate().map(along).sum());
        for other in (0..position.len()).rev() {
            position[other] += 1;
            if position[other] < index.shape()[other] {
                break;
            }
            position[other] = 0;
        }
    }
    Ok(places)
}

/// Checks that an index lies within a tensor on the other axes.
fn check_index(shape: &[usize], index: &[usize], axis: usize) -> Fallible<()> {
    if shape.len() != index.len() {
        return Err(runtime_error("Index tensor must have the same number of dimensions as input tensor"));
    }
    for other in (0..shape.len()).filter(|&other| other != axis) {
        if index[other] > shape[other] {
            return Err(runtime_error(format!(
                "Size does not match at dimension {other} expected index {} to be no larger than self {} apart from \
                 dimension {axis}",
                shape::text(index),
                shape::text(shape)
            )));
        }
    }
    Ok(())
}

/// `tensor.gather(dim, index)`.
///
/// # Errors
/// `RuntimeError` for an index that does not go with the tensor, or leads out of it.
pub fn gather<T: Element>(input: &Tensor<T>, dim: i64, index: &Tensor<i64>) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.0.rank())?;
    check_index(input.0.shape(), index.0.shape(), axis)?;
    let own = input.0.to_contiguous();
    let elements = own.as_slice().unwrap_or_default();
    if input.0.rank() == 0 {
        return Ok(Tensor(input.0.copied()));
    }
    let places = gathered_places(own.shape(), &index.0, axis)?;
    Ok(Tensor::from_vec(places.into_iter().map(|place| elements[place]).collect(), index.0.shape()))
}

/// Puts elements in by their places.
fn scattered<T: Element>(
    input: &Tensor<T>,
    dim: i64,
    index: &Tensor<i64>,
    source: &Array<T>,
    change: impl Fn(T, T) -> T,
) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.0.rank())?;
    check_index(input.0.shape(), index.0.shape(), axis)?;
    let mut elements = input.0.to_vec();
    let places = gathered_places(input.0.shape(), &index.0, axis)?;
    // The source may be larger than the index: it is walked over as the index is.
    let lengths: Lengths = index.0.shape().into();
    // SAFETY: The index is no larger than the source on any axis.
    let part = unsafe { source.with_layout(0, lengths, source.strides().into()) };
    for (place, value) in places.into_iter().zip(part.elements()) {
        elements[place] = change(elements[place], value);
    }
    Ok(Tensor::from_vec(elements, input.0.shape()))
}

/// `scatter_reduce`: elements joined with what is there.
pub(super) fn scattered_by<T: Element>(
    input: &Tensor<T>,
    dim: i64,
    index: &Tensor<i64>,
    src: &Tensor<T>,
    join: impl Fn(T, T) -> T,
) -> Fallible<Tensor<T>> {
    checked_source(src, index)?;
    scattered(input, dim, index, &src.0, join)
}

fn checked_source<T: Element>(source: &Tensor<T>, index: &Tensor<i64>) -> Fallible<()> {
    let fits = source.0.rank() == index.0.rank()
        && index.0.shape().iter().zip(source.0.shape()).all(|(index, source)| index <= source);
    if fits { Ok(()) } else { Err(runtime_error("Expected index to be no larger than src")) }
}

/// `tensor.scatter(dim, index, src)`.
///
/// # Errors
/// `RuntimeError` for an index that does not go with the tensor, or leads out of it.
pub fn scatter<T: Element>(input: &Tensor<T>, dim: i64, index: &Tensor<i64>, src: &Tensor<T>) -> Fallible<Tensor<T>> {
    checked_source(src, index)?;
    scattered(input, dim, index, &src.0, |_, new| new)
}

/// `tensor.scatter(dim, index, value)` of one number.
///
/// # Errors
/// Those of [`scatter`].
pub fn scatter_value<T: Element, V: Operand<Element: Cast<T>>>(
    input: &Tensor<T>,
    dim: i64,
    index: &Tensor<i64>,
    value: &V,
) -> Fallible<Tensor<T>> {
    let values = Array::filled(super::creation::number::<V, T>(value), index.0.shape());
    scattered(input, dim, index, &values, |_, new| new)
}

/// `tensor.scatter_add(dim, index, src)`.
///
/// # Errors
/// Those of [`scatter`].
pub fn scatter_add<T: Ring>(input: &Tensor<T>, dim: i64, index: &Tensor<i64>, src: &Tensor<T>) -> Fallible<Tensor<T>> {
    checked_source(src, index)?;
    scattered(input, dim, index, &src.0, |old, new| old.add(new))
}

/// The in-place forms of `scatter`.
macro_rules! scatter_in_place {
    ($($name:ident: $function:ident, $source:ty, $needs:ident;)*) => {$(
        /// The same, in the tensor itself.
        ///
        /// # Errors
        /// Those of the function.
        pub fn $name<T: $needs>(
            input: &Tensor<T>,
            dim: i64,
            index: &Tensor<i64>,
            src: &Tensor<T>,
        ) -> Fallible<Tensor<T>> {
            let result = $function(input, dim, index, src)?;
            super::arithmetic::store(input, &result.0)?;
            Ok(input.clone())
        }
    )*};
}
scatter_in_place! {
    scatter_in_place: scatter, Tensor<T>, Element;
    scatter_add_in_place: scatter_add, Tensor<T>, Ring;
}

/// Values and places of some of each lane.
fn picked<T: Element>(
    input: &Tensor<T>,
    dim: i64,
    pick: impl Fn(&[T]) -> Vec<i64> + Sync,
) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    let axis = normalized(dim, input.0.rank())?;
    if input.0.rank() == 0 {
        return Ok((Tensor(input.0.copied()), Tensor(Array::from_scalar(0))));
    }
    let places = by_lanes(&input.0, axis, pick);
    let values = gather(input, axis as i64, &Tensor(places.clone()))?;
    Ok((values, Tensor(places)))
}

/// `tensor.sort(dim, descending)`: the sorted elements, and where they stood. Equal elements keep their order.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn sort<T: Element>(
    input: &Tensor<T>,
    dim: i64,
    descending: bool,
    _stable: bool,
) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    picked(input, dim, |lane| sorted_positions(lane, descending))
}

/// `tensor.argsort(dim, descending)`.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn argsort<T: Element>(input: &Tensor<T>, dim: i64, descending: bool, stable: bool) -> Fallible<Tensor<i64>> {
    sort(input, dim, descending, stable).map(|(_, places)| places)
}

/// `tensor.topk(k, dim, largest, sorted)`: the greatest or least elements in order, and where they stood.
///
/// # Errors
/// `RuntimeError` where there are not as many.
pub fn topk<T: Element>(
    input: &Tensor<T>,
    k: i64,
    dim: i64,
    largest: bool,
    _sorted: bool,
) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    let axis = normalized(dim, input.0.rank())?;
    let length = input.0.shape().get(axis).copied().unwrap_or(1);
    let Some(k) = usize::try_from(k).ok().filter(|k| *k <= length) else {
        return Err(runtime_error("selected index k out of range"));
    };
    picked(input, dim, |lane| best_places(lane, k, largest))
}

/// The places of the `k` best, in order: without sorting the others.
fn best_places<T: Element>(lane: &[T], k: usize, largest: bool) -> Vec<i64> {
    let compare = |a: &i64, b: &i64| {
        let (first, second) = (&lane[*a as usize], &lane[*b as usize]);
        let by_value = if largest { order(second, first) } else { order(first, second) };
        by_value.then(a.cmp(b))
    };
    let mut places: Vec<i64> = (0..lane.len() as i64).collect();
    if k > 0 && k < lane.len() {
        places.select_nth_unstable_by(k - 1, compare);
    }
    places.truncate(k);
    places.sort_unstable_by(compare);
    places
}

/// `tensor.kthvalue(k, dim, keepdim)`.
///
/// # Errors
/// `RuntimeError` where there are not as many elements.
pub fn kthvalue<T: Element>(input: &Tensor<T>, k: i64, dim: i64, keepdim: bool) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    let axis = normalized(dim, input.0.rank())?;
    let length = input.0.shape().get(axis).copied().unwrap_or(1);
    if !(1..=length as i64).contains(&k) {
        return Err(runtime_error(
            "kthvalue(): selected number k out of range for dimension ".to_owned() + &axis.to_string(),
        ));
    }
    let (values, places) = picked(input, dim, |lane| vec![sorted_positions(lane, false)[k as usize - 1]])?;
    if keepdim || input.0.rank() == 0 {
        return Ok((values, places));
    }
    Ok((super::joining::slice(&values, axis, 0), super::joining::slice(&places, axis, 0)))
}

/// `torch.unique(input)`: the elements in order, each once.
pub fn unique<T: Element>(input: &Tensor<T>, _dim: ()) -> Fallible<Tensor<T>> {
    let mut elements = input.0.to_vec();
    sort_elements(&mut elements);
    elements.dedup();
    Ok(Tensor(Array::from_elements(elements)))
}

/// `torch.unique(input, dim=…)`: the parts along an axis in order, each once.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn unique_dim<T: Element>(input: &Tensor<T>, dim: i64) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.0.rank())?;
    let mut front: Vec<usize> = (0..input.0.rank()).filter(|&other| other != axis).collect();
    front.insert(0, axis);
    let parts = permuted(&input.0, &front).to_contiguous();
    let size = parts.size().checked_div(parts.shape()[0]).unwrap_or(0);
    let elements = parts.to_vec();
    let mut rows: Vec<&[T]> = elements.chunks(size.max(1)).collect();
    let compare = |a: &&[T], b: &&[T]| {
        let differing = a.iter().zip(b.iter()).map(|(a, b)| order(a, b)).find(|found| found.is_ne());
        differing.unwrap_or(std::cmp::Ordering::Equal)
    };
    rows.sort_by(compare);
    rows.dedup();
    let mut shape = parts.shape().to_vec();
    shape[0] = rows.len();
    let mut back: Vec<usize> = (1..=axis).collect();
    back.push(0);
    back.extend(axis + 1..front.len());
    Ok(Tensor(permuted(&Array::from_vec(rows.concat(), &shape), &back).to_contiguous()))
}

/// `torch.bincount(input, minlength=…)`.
///
/// # Errors
/// `RuntimeError` for negative numbers, and for what is no vector.
pub fn bincount<T: Element>(input: &Tensor<T>, minlength: i64) -> Fallible<Tensor<i64>> {
    let places: Vec<i64> = input.0.elements().map(Element::to_i64).collect();
    if input.0.rank() != 1 || places.iter().any(|place| *place < 0) {
        return Err(runtime_error("bincount only supports 1-d non-negative integral inputs."));
    }
    let length = places.iter().max().map_or(0, |most| most + 1).max(minlength).max(0);
    let mut counts = vec![0; length as usize];
    places.iter().for_each(|&place| counts[place as usize] += 1);
    Ok(Tensor(Array::from_elements(counts)))
}

/// `torch.matmul(input, other)`.
///
/// # Errors
/// `RuntimeError` where the shapes do not go together.
pub fn matmul<T: Factor>(input: &Tensor<T>, other: &Tensor<T>) -> Fallible<Tensor<T>> {
    let (a, b) = (input.0.shape(), other.0.shape());
    match (a, b) {
        ([], _) | (_, []) => {
            return Err(runtime_error(format!(
                "both arguments to matmul need to be at least 1D, but they are {}D and {}D",
                a.len(),
                b.len()
            )));
        }
        ([n], [m]) if n != m => {
            return Err(runtime_error(format!(
                "inconsistent tensor size, expected tensor [{n}] and src [{m}] to have the same number of elements, but \
                 got {n} and {m} elements respectively"
            )));
        }
        ([rows, inner], [length]) if inner != length => {
            return Err(runtime_error(format!(
                "size mismatch, got input ({rows}), mat ({rows}x{inner}), vec ({length})"
            )));
        }
        ([n], [rows, columns]) if n != rows => {
            return Err(runtime_error(format!(
                "mm: mat1 and mat2 shapes cannot be multiplied (1x{n} and {rows}x{columns})"
            )));
        }
        ([.., rows, inner], [other, columns]) if inner != other => {
            let rows: usize = a[..a.len() - 2].iter().product::<usize>() * rows;
            return Err(runtime_error(format!(
                "mm: mat1 and mat2 shapes cannot be multiplied ({rows}x{inner} and {other}x{columns})"
            )));
        }
        _ => {}
    }
    if a.len() > 2 || b.len() > 2 {
        let outer = |shape: &[usize]| -> Lengths { shape[..shape.len().saturating_sub(2)].into() };
        let stack = shape::broadcast(&outer(a), &outer(b))?;
        let inner_a = a[a.len() - 1];
        let inner_b = if b.len() > 1 { b[b.len() - 2] } else { b[0] };
        if inner_a != inner_b {
            let count: usize = stack.iter().product();
            return Err(runtime_error(format!(
                "Expected size for first two dimensions of batch2 tensor to be: [{count}, {inner_a}] but got: [{count}, \
                 {inner_b}]."
            )));
        }
    }
    numpy::product(&input.0, &other.0).map(Tensor)
}

/// `torch.mm(input, mat2)` of two matrices, `torch.bmm(input, mat2)` of two stacks, `torch.mv`, `torch.dot`.
macro_rules! products {
    ($($name:ident: $a:literal, $b:literal, $message:literal;)*) => {$(
        #[doc = concat!("`torch.", stringify!($name), "`.")]
        ///
        /// # Errors
        /// `RuntimeError` where the shapes do not go together.
        pub fn $name<T: Factor>(input: &Tensor<T>, other: &Tensor<T>) -> Fallible<Tensor<T>> {
            if (input.0.rank(), other.0.rank()) != ($a, $b) {
                return Err(runtime_error($message));
            }
            matmul(input, other)
        }
    )*};
}
products! {
    mm: 2, 2, "self must be a matrix";
    bmm: 3, 3, "batch1 must be a 3D tensor";
    mv: 2, 1, "vector + matrix @ vector expected";
    dot: 1, 1, "1D tensors expected";
}

/// `torch.outer(input, vec2)`.
///
/// # Errors
/// `RuntimeError` for what is no vector.
pub fn outer<T: Ring>(input: &Tensor<T>, vec2: &Tensor<T>) -> Fallible<Tensor<T>> {
    if input.0.rank() != 1 || vec2.0.rank() != 1 {
        return Err(runtime_error("outer: Expected 1-D arguments"));
    }
    zip(&super::unsqueeze(input, 1)?, vec2, |a: T, b: T| a.multiply(b))
}

/// `torch.einsum(equation, operands…)`.
///
/// # Errors
/// `RuntimeError` for a malformed equation, and where an axis has different lengths.
pub fn einsum<T: Factor>(equation: &Str, operands: &[Tensor<T>]) -> Fallible<Tensor<T>> {
    let arrays: Vec<Array<T>> = operands.iter().map(|operand| operand.0.clone()).collect();
    numpy::einsum(equation, &arrays)
        .map(Tensor)
        .map_err(|raised| runtime_error(format!("einsum(): {}", raised.message)))
}

/// `torch.cdist(x1, x2, p)`: the distance of each row from each, of two matrices or of stacks of them.
///
/// # Errors
/// `RuntimeError` where the rows have different lengths, or the stacks do not go together.
pub fn cdist<T: Real + Spread>(x1: &Tensor<T>, x2: &Tensor<T>, p: f64) -> Fallible<Tensor<T>> {
    let (&[ref first @ .., rows, inner], &[ref second @ .., columns, other]) = (x1.0.shape(), x2.0.shape()) else {
        return Err(runtime_error("cdist only supports at least 2D tensors"));
    };
    if inner != other {
        return Err(runtime_error(format!("X1 and X2 must have the same number of columns. X1: {inner} X2: {other}")));
    }
    let outer = shape::broadcast(first, second)?;
    let stack = |tensor: &Tensor<T>, rows: usize| {
        let sizes: Vec<usize> = outer.iter().copied().chain([rows, inner]).collect();
        shape::stretched(&tensor.0, &sizes).to_vec()
    };
    let (a, b) = (stack(x1, rows), stack(x2, columns));
    let distance = |place: usize| {
        let (matrix, place) = (place / (rows * columns), place % (rows * columns));
        let row = (matrix * rows + place / columns) * inner;
        let column = (matrix * columns + place % columns) * inner;
        let differences = (0..inner).map(|at| (a[row + at].to_f64() - b[column + at].to_f64()).abs());
        T::from_f64(if p == 2.0 {
            differences.map(|difference| difference * difference).sum::<f64>().sqrt()
        } else if p == 1.0 {
            differences.sum()
        } else if p.is_infinite() {
            differences.fold(0.0, f64::max)
        } else if p == 0.0 {
            differences.filter(|difference| *difference != 0.0).count() as f64
        } else {
            differences.map(|difference| difference.powf(p)).sum::<f64>().powf(1.0 / p)
        })
    };
    let shape: Vec<usize> = outer.iter().copied().chain([rows, columns]).collect();
    Ok(Tensor::from_vec((0..shape.iter().product()).map(distance).collect(), &shape))
}
