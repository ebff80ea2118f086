//! Elements stored, joined and found by their places or among others.

use super::arithmetic::store;
use super::creation::number;
use super::shape::{self, normalized};
use super::{Operand, Tensor, selecting};
use crate::exception::{Fallible, index_error, runtime_error};
use crate::numpy::{Array, Cast, Element, Number, Ring, by_lanes, order};
use crate::str::Str;

/// Changes the slices at places along an axis by those of another tensor.
fn changed<T: Element>(
    name: &str,
    input: &Tensor<T>,
    dim: i64,
    index: &Tensor<i64>,
    source: &Tensor<T>,
    change: impl Fn(T, T) -> T,
) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.0.rank())?;
    let places: Vec<i64> = index.0.elements().collect();
    if index.0.rank() > 1 {
        return Err(index_error(format!(
            "{name}(): Index is supposed to be a vector, but got dim: {}",
            index.0.rank()
        )));
    }
    let length = input.0.shape().get(axis).copied().unwrap_or(1);
    let (own, other) = (input.0.shape(), source.0.shape());
    let along = other.get(axis).copied().unwrap_or(1);
    if along != places.len() {
        return Err(runtime_error(format!(
            "{name}(): Number of indices ({}) should be equal to source.size(dim): ({along}), for dim: {dim}",
            places.len()
        )));
    }
    if own.len() != other.len() || own.iter().zip(other).enumerate().any(|(at, (a, b))| at != axis && a != b) {
        return Err(runtime_error(format!(
            "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = {} source.shape = {}",
            shape::text(own),
            shape::text(other)
        )));
    }
    if let Some(outside) = places.iter().find(|place| !(0..length as i64).contains(place)) {
        return Err(index_error(match name {
            "index_add_" => "index out of range in self".into(),
            _ => format!("{name}(): index {outside} is out of bounds for dimension {axis} with size {length}"),
        }));
    }
    let inner: usize = own.iter().skip(axis + 1).product();
    let outer: usize = own.iter().take(axis).product();
    let (mut elements, values) = (input.0.to_vec(), source.0.to_vec());
    for block in 0..outer {
        for (number, &place) in places.iter().enumerate() {
            for at in 0..inner {
                let target = (block * length + place as usize) * inner + at;
                elements[target] = change(elements[target], values[(block * along + number) * inner + at]);
            }
        }
    }
    Ok(Tensor::from_vec(elements, own))
}

/// `tensor.index_add(dim, index, source)`.
///
/// # Errors
/// `IndexError` for a place out of range; `RuntimeError` where the shapes do not go together.
pub fn index_add<T: Ring>(input: &Tensor<T>, dim: i64, index: &Tensor<i64>, source: &Tensor<T>) -> Fallible<Tensor<T>> {
    changed("index_add_", input, dim, index, source, Ring::add)
}

/// `tensor.index_copy(dim, index, source)`.
///
/// # Errors
/// `IndexError` for a place out of range; `RuntimeError` where the shapes do not go together.
pub fn index_copy<T: Element>(
    input: &Tensor<T>,
    dim: i64,
    index: &Tensor<i64>,
    source: &Tensor<T>,
) -> Fallible<Tensor<T>> {
    changed("index_copy_", input, dim, index, source, |_, new| new)
}

/// `tensor.index_fill(dim, index, value)`.
///
/// # Errors
/// `IndexError` for a place out of range.
pub fn index_fill<T: Element, V: Operand<Element: Cast<T>>>(
    input: &Tensor<T>,
    dim: i64,
    index: &Tensor<i64>,
    value: &V,
) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.0.rank())?;
    let length = input.0.shape().get(axis).copied().unwrap_or(1) as i64;
    let mut places = Vec::new();
    for place in index.0.elements() {
        if !(-length..length).contains(&place) {
            return Err(index_error(format!("index {place} is out of bounds for dimension {axis} with size {length}")));
        }
        places.push(if place < 0 { place + length } else { place });
    }
    let mut shape = input.0.shape().to_vec();
    if let Some(along) = shape.get_mut(axis) {
        *along = places.len();
    }
    let values = Tensor(Array::filled(number::<V, T>(value), &shape));
    changed("index_fill_", input, dim, &Tensor(Array::from_elements(places)), &values, |_, new| new)
}

/// The forms that store in the tensor itself.
macro_rules! in_place {
    ($($name:ident: $function:ident<$needs:ident>;)*) => {$(
        /// The same, in the tensor itself.
        ///
        /// # Errors
        /// Those of the function.
        pub fn $name<T: $needs>(
            input: &Tensor<T>,
            dim: i64,
            index: &Tensor<i64>,
            source: &Tensor<T>,
        ) -> Fallible<Tensor<T>> {
            store(input, &$function(input, dim, index, source)?.0)?;
            Ok(input.clone())
        }
    )*};
}
in_place! {
    index_add_in_place: index_add<Ring>;
    index_copy_in_place: index_copy<Element>;
}

/// `tensor.index_fill_(dim, index, value)`.
///
/// # Errors
/// Those of [`index_fill`].
pub fn index_fill_in_place<T: Element, V: Operand<Element: Cast<T>>>(
    input: &Tensor<T>,
    dim: i64,
    index: &Tensor<i64>,
    value: &V,
) -> Fallible<Tensor<T>> {
    store(input, &index_fill(input, dim, index, value)?.0)?;
    Ok(input.clone())
}

/// `tensor.masked_scatter(mask, source)`: the elements of the source, one after the other, where the mask is true.
///
/// # Errors
/// `RuntimeError` where there are too few, and where the shapes do not go together.
pub fn masked_scatter<T: Element>(input: &Tensor<T>, mask: &Tensor<bool>, source: &Tensor<T>) -> Fallible<Tensor<T>> {
    let shape = shape::broadcast(input.0.shape(), mask.0.shape())?;
    let (own, mask) = (shape::stretched(&input.0, &shape), shape::stretched(&mask.0, &shape));
    let mut values = source.0.elements();
    let mut elements = own.to_vec();
    for (element, chosen) in elements.iter_mut().zip(mask.elements()) {
        if chosen {
            *element = values.next().ok_or_else(|| {
                runtime_error("masked_scatter: expected self and source to have same dtypes and source to have as many elements as the mask")
            })?;
        }
    }
    Ok(Tensor::from_vec(elements, &shape))
}

/// `torch.take(input, index)`: elements by their places in the flat tensor.
///
/// # Errors
/// `IndexError` for a place out of range.
pub fn take<T: Element>(input: &Tensor<T>, index: &Tensor<i64>) -> Fallible<Tensor<T>> {
    let elements = input.0.to_vec();
    let count = elements.len() as i64;
    if count == 0 && index.0.size() > 0 {
        return Err(index_error("take(): tried to take from an empty tensor"));
    }
    let picked = index.0.elements().map(|place| {
        let from_front = if place < 0 { place + count } else { place };
        let element = usize::try_from(from_front).ok().and_then(|place| elements.get(place));
        element.copied().ok_or_else(|| {
            index_error(format!("out of range: tried to access index {place} on a tensor of {count} elements."))
        })
    });
    Ok(Tensor::from_vec(picked.collect::<Fallible<_>>()?, index.0.shape()))
}

/// `torch.take_along_dim(input, indices, dim)`: the other axes are stretched to one another.
///
/// # Errors
/// Those of `gather`, and `RuntimeError` where the shapes do not go together.
pub fn take_along_dim<T: Element>(input: &Tensor<T>, indices: &Tensor<i64>, dim: i64) -> Fallible<Tensor<T>> {
    if input.0.rank() != indices.0.rank() {
        return Err(runtime_error(format!(
            "torch.take_along_dim(): input and indices should have the same number of dimensions, but got {} dimensions for \
             input, and {} dimensions for indices",
            input.0.rank(),
            indices.0.rank()
        )));
    }
    let axis = normalized(dim, input.0.rank())?;
    let with = |shape: &[usize], length: usize| -> Vec<usize> {
        shape.iter().enumerate().map(|(at, &own)| if at == axis { length } else { own }).collect()
    };
    let common = shape::broadcast(&with(input.0.shape(), 1), &with(indices.0.shape(), 1))?;
    let along = |shape: &[usize]| shape.get(axis).copied().unwrap_or(1);
    let own = shape::stretched(&input.0, &with(&common, along(input.0.shape())));
    let places = shape::stretched(&indices.0, &with(&common, along(indices.0.shape())));
    selecting::gather(&Tensor(own), dim, &Tensor(places))
}

/// `tensor.select(dim, index)`: one place along an axis, a view.
///
/// # Errors
/// `IndexError` for a place that there is not.
pub fn select<T: Element>(input: &Tensor<T>, dim: i64, index: i64) -> Fallible<Tensor<T>> {
    if input.0.rank() == 0 {
        return Err(index_error("select() cannot be applied to a 0-dim tensor."));
    }
    let axis = normalized(dim, input.0.rank())?;
    let length = input.0.shape()[axis] as i64;
    if !(-length..length).contains(&index) {
        return Err(index_error(format!(
            "select(): index {index} out of range for tensor of size {} at dimension {axis}",
            shape::text(input.0.shape())
        )));
    }
    Ok(super::joining::slice(input, axis, (if index < 0 { index + length } else { index }) as usize))
}

/// `tensor.scatter_reduce(dim, index, src, reduce, include_self=…)`.
///
/// # Errors
/// Those of `scatter`.
pub fn scatter_reduce<T: Number>(
    input: &Tensor<T>,
    dim: i64,
    index: &Tensor<i64>,
    src: &Tensor<T>,
    reduce: &Str,
    include_self: bool,
) -> Fallible<Tensor<T>> {
    let (start, join): (T, fn(T, T) -> T) = match reduce.as_str() {
        "sum" => (T::ZERO, Ring::add),
        "prod" => (T::ONE, Ring::multiply),
        "amax" => (T::ZERO, |a, b| if a >= b || a.is_nan() { a } else { b }),
        _ => (T::ZERO, |a, b| if a <= b || a.is_nan() { a } else { b }),
    };
    if include_self {
        return selecting::scattered_by(input, dim, index, src, join);
    }
    // What is stored first takes the place of what was there.
    let touched = selecting::scatter(&Tensor(input.0.map(|_| false)), dim, index, &Tensor(src.0.map(|_| true)))?;
    let first = match reduce.as_str() {
        "sum" | "prod" => super::arithmetic::map(input, |_: T| start),
        _ => selecting::scatter(input, dim, index, src)?,
    };
    let joined = selecting::scattered_by(&first, dim, index, src, join)?;
    let all = touched.0.elements().zip(joined.0.elements()).zip(input.0.elements());
    let elements = all.map(|((touched, new), old)| if touched { new } else { old }).collect();
    Ok(Tensor::from_vec(elements, input.0.shape()))
}

/// Where an element would go into sorted ones.
fn place_of<T: Element>(sorted: &[T], element: &T, right: bool) -> i64 {
    let before = |other: &T| if right { order(other, element).is_le() } else { order(other, element).is_lt() };
    sorted.partition_point(before) as i64
}

/// `torch.searchsorted(sorted_sequence, input, right=…)`: in the one vector, or row by row.
///
/// # Errors
/// `RuntimeError` where the rows do not go together.
pub fn searchsorted<T: Element>(sorted_sequence: &Tensor<T>, input: &Tensor<T>, right: bool) -> Fallible<Tensor<i64>> {
    let (sorted, wanted) = (sorted_sequence.0.shape(), input.0.shape());
    let Some((&length, outer)) = sorted.split_last() else {
        return Err(runtime_error(
            "torch.searchsorted(): input value can be a scalar only when boundaries tensor dimension is 1",
        ));
    };
    let boundaries = sorted_sequence.0.to_vec();
    if outer.is_empty() {
        return Ok(super::arithmetic::map(input, |element: T| place_of(&boundaries, &element, right)));
    }
    if wanted.len() != sorted.len() || wanted[..outer.len()] != *outer {
        return Err(runtime_error(format!(
            "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and \
             input value tensor must match, but we got boundaries tensor {} and input value tensor {}",
            shape::text(sorted),
            shape::text(wanted)
        )));
    }
    let (elements, count) = (input.0.to_vec(), wanted[wanted.len() - 1]);
    let found = elements.iter().enumerate().map(|(at, element)| {
        let row = at / count.max(1);
        place_of(&boundaries[row * length..(row + 1) * length], element, right)
    });
    Ok(Tensor::from_vec(found.collect(), wanted))
}

/// `torch.bucketize(input, boundaries, right=…)`.
///
/// # Errors
/// `RuntimeError` where the boundaries are no vector.
pub fn bucketize<T: Element>(input: &Tensor<T>, boundaries: &Tensor<T>, right: bool) -> Fallible<Tensor<i64>> {
    if boundaries.0.rank() != 1 {
        return Err(runtime_error(format!(
            "boundaries tensor must be 1 dimension, but got dim({})",
            boundaries.0.rank()
        )));
    }
    searchsorted(boundaries, input, right)
}

/// `torch.isin(elements, test_elements, invert=…)`.
pub fn isin<T: Element>(elements: &Tensor<T>, test_elements: &Tensor<T>, invert: bool) -> Tensor<bool> {
    let mut tests = test_elements.0.to_vec();
    tests.sort_by(order);
    super::arithmetic::map(elements, |element: T| {
        let found = !element.is_nan() && tests.binary_search_by(|other| order(other, &element)).is_ok();
        found != invert
    })
}

/// The elements in order, each once, the place of every element among them, and how often each is there.
fn told_apart<T: Element>(input: &Tensor<T>) -> (Tensor<T>, Tensor<i64>, Tensor<i64>) {
    let elements = input.0.to_vec();
    let mut places: Vec<usize> = (0..elements.len()).collect();
    places.sort_by(|&a, &b| order(&elements[a], &elements[b]));
    let (mut values, mut counts): (Vec<T>, Vec<i64>) = (Vec::new(), Vec::new());
    let mut inverse = vec![0; elements.len()];
    for place in places {
        match (values.last(), counts.last_mut()) {
            (Some(last), Some(count)) if *last == elements[place] => *count += 1,
            _ => {
                values.push(elements[place]);
                counts.push(1);
            }
        }
        inverse[place] = values.len() as i64 - 1;
    }
    let inverse = Tensor::from_vec(inverse, input.0.shape());
    (Tensor(Array::from_elements(values)), inverse, Tensor(Array::from_elements(counts)))
}

/// `torch.unique(input, return_inverse=True)`.
///
/// # Errors
/// None.
pub fn unique_inverse<T: Element>(input: &Tensor<T>, _inverse: bool) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    let (values, inverse, _) = told_apart(input);
    Ok((values, inverse))
}

/// `torch.unique(input, return_counts=True)`.
///
/// # Errors
/// None.
pub fn unique_counts<T: Element>(input: &Tensor<T>, _counts: bool) -> Fallible<(Tensor<T>, Tensor<i64>)> {
    let (values, _, counts) = told_apart(input);
    Ok((values, counts))
}

/// `torch.unique(input, return_inverse=True, return_counts=True)`.
///
/// # Errors
/// None.
pub fn unique_all<T: Element>(
    input: &Tensor<T>,
    _inverse: bool,
    _counts: bool,
) -> Fallible<(Tensor<T>, Tensor<i64>, Tensor<i64>)> {
    Ok(told_apart(input))
}

/// `torch.unique_consecutive(input)`: equal neighbours made one.
pub fn unique_consecutive<T: Element>(input: &Tensor<T>) -> Tensor<T> {
    let mut elements = input.0.to_vec();
    elements.dedup();
    Tensor(Array::from_elements(elements))
}

/// `torch.tensor_split(input, sections, dim)`: parts of nearly equal length, the longer ones first.
///
/// # Errors
/// `RuntimeError` for less than one part.
pub fn tensor_split<T: Element>(input: &Tensor<T>, sections: i64, dim: i64) -> Fallible<crate::list::List<Tensor<T>>> {
    if input.0.rank() == 0 {
        return Err(runtime_error(
            "tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims",
        ));
    }
    let axis = normalized(dim, input.0.rank())?;
    if sections <= 0 {
        return Err(runtime_error(format!("number of sections must be larger than 0, got {sections}")));
    }
    let (length, sections) = (input.0.shape()[axis], sections as usize);
    let mut start = 0;
    let parts = (0..sections).map(|number| {
        let size = length / sections + usize::from(number < length % sections);
        start += size;
        super::views::part(input, axis, start - size, size)
    });
    Ok(crate::list::from_vec(parts.collect()))
}

/// `torch.fliplr` and `torch.flipud`: an axis backwards, in a copy.
macro_rules! flips {
    ($($name:ident: $axis:literal, $least:literal;)*) => {$(
        #[doc = concat!("`torch.", stringify!($name), "(input)`.")]
        ///
        /// # Errors
        /// `RuntimeError` for too few axes.
        pub fn $name<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
            if input.0.rank() < $least {
                return Err(runtime_error(concat!("Input must be >= ", $least, "-d.")));
            }
            Ok(Tensor(by_lanes(&input.0, $axis, |lane| lane.iter().rev().copied().collect())))
        }
    )*};
}
flips! {
    fliplr: 1, 2;
    flipud: 0, 1;
}
