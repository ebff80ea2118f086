//! Methods of ufuncs: what `np.maximum.accumulate`, `np.add.at`, `np.add.reduceat` and `np.add.outer` do. Their `reduce` is
//! mostly a function of its own: that of `np.add` is `np.sum`.

use super::arithmetic::{Bits, Number, Ring};
use super::array::{Array, Lengths};
use super::element::{Cast, Element};
use super::index;
use super::like::{ArrayLike, new_array};
use super::promote::{Promote, Summed};
use super::reduce::{reduce, reductions};
use super::scalar::Scalar;
use super::sets::accumulated;
use super::shape::{Axes, chosen_axes, normalize_axis};
use super::sorting::by_lanes;
use super::walk;
use crate::exception::{Fallible, index_error, type_error, value_error};

/// The common dtype of two array-likes.
type Common<A, B> = <<A as ArrayLike>::Element as Promote<<B as ArrayLike>::Element>>::Output;

/// The greater of two; NaN where one is NaN.
fn greater<T: Element>(a: T, b: T) -> T {
    if a >= b || a.is_nan() { a } else { b }
}

/// The lesser of two; NaN where one is NaN.
fn lesser<T: Element>(a: T, b: T) -> T {
    if a <= b || a.is_nan() { a } else { b }
}

reductions! {
    /// The bits that all elements have: all bits where there are none.
    bitwise_and_reduce / bitwise_and_reduce_scalar<T: Bits>() -> T => |lane, _count| {
        let mut bits = T::ZERO.invert();
        lane.each(|element: T| bits = bits.and(element));
        bits
    }, None;
    /// The bits that any element has.
    bitwise_or_reduce / bitwise_or_reduce_scalar<T: Bits>() -> T => |lane, _count| {
        let mut bits = T::ZERO;
        lane.each(|element: T| bits = bits.or(element));
        bits
    }, None;
    /// The bits that an odd number of elements have.
    bitwise_xor_reduce / bitwise_xor_reduce_scalar<T: Bits>() -> T => |lane, _count| {
        let mut bits = T::ZERO;
        lane.each(|element: T| bits = bits.xor(element));
        bits
    }, None;
}

/// `numpy.minimum.accumulate(array, axis)` and `numpy.maximum.accumulate`.
macro_rules! accumulations {
    ($($name:ident: $join:ident;)*) => {$(
        /// The running extremes along an axis.
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not.
        pub fn $name<A: ArrayLike>(array: &A, axis: i64) -> Fallible<Array<A::Element>> {
            let array = array.to_array()?;
            if array.rank() == 0 {
                return Err(type_error("cannot accumulate on a scalar"));
            }
            let axis = normalize_axis(axis, array.rank())?;
            Ok(by_lanes(&array, axis, |lane| accumulated(lane, $join)))
        }
    )*};
}
accumulations! {
    maximum_accumulate: greater;
    minimum_accumulate: lesser;
}

/// Two arrays as ones of the shape of all pairs: the axes of the first, then those of the second.
fn paired<A: ArrayLike, B: ArrayLike, T: Element>(a: &A, b: &B) -> Fallible<(Vec<T>, Vec<T>, Lengths)>
where
    A::Element: Cast<T>,
    B::Element: Cast<T>,
{
    let (a, b): (Array<T>, Array<T>) = (new_array(a)?, new_array(b)?);
    let all: Lengths = a.shape().iter().chain(b.shape()).copied().collect();
    Ok((a.to_vec(), b.to_vec(), all))
}

/// `numpy.add.outer(A, B)` and its like.
macro_rules! outers {
    ($($name:ident<$needs:path> -> $result:ty: |$a:ident, $b:ident| $value:expr;)*) => {$(
        /// What the function gives for each two elements.
        ///
        /// # Errors
        /// Those of making arrays of the two.
        pub fn $name<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Array<$result>>
        where
            A::Element: Promote<B::Element> + Cast<Common<A, B>>,
            B::Element: Cast<Common<A, B>>,
            Common<A, B>: $needs,
        {
            let (first, second, all) = paired::<A, B, Common<A, B>>(a, b)?;
            let pairs = first.iter().flat_map(|&$a| second.iter().map(move |&$b| $value));
            Ok(Array::from_vec(pairs.collect(), &all))
        }
    )*};
}
outers! {
    add_outer<Ring> -> Common<A, B>: |a, b| a.add(b);
    subtract_outer<Number> -> Common<A, B>: |a, b| a.subtract(b);
    multiply_outer<Ring> -> Common<A, B>: |a, b| a.multiply(b);
    maximum_outer<Element> -> Common<A, B>: |a, b| greater(a, b);
    minimum_outer<Element> -> Common<A, B>: |a, b| lesser(a, b);
    equal_outer<Element> -> bool: |a, b| a == b;
    less_outer<Element> -> bool: |a, b| a < b;
    greater_outer<Element> -> bool: |a, b| a > b;
}

/// The dtype that elements meet values in, Python numbers among them as arrays of them are.
type Met<T, V> = <T as Promote<<V as ArrayLike>::Element>>::Output;

/// Changes the elements at positions along the first axis, each as often as its position is there. The values are met in
/// the common dtype, and what comes out is cut down to that of the array.
fn change_at<T, I, V>(
    a: &Array<T>,
    indices: &I,
    b: &V,
    change: impl Fn(Met<T, V>, Met<T, V>) -> Met<T, V>,
) -> Fallible<()>
where
    T: Element + Promote<V::Element> + Cast<Met<T, V>>,
    I: ArrayLike<Element: Cast<i64>>,
    V: ArrayLike<Element: Cast<Met<T, V>>>,
    Met<T, V>: Cast<T>,
{
    let target = a.write("assignment destination is read-only")?;
    if a.rank() == 0 {
        return Err(index_error("too many indices for array: array is 0-dimensional, but 1 were indexed"));
    }
    let positions: Array<i64> = new_array(indices)?;
    let numbered = Array::from_vec((0..a.size() as i64).collect(), a.shape());
    let chosen = index::getitem(&numbered, &[super::Index::Integers(positions)])?;
    let values: Array<Met<T, V>> = new_array(b)?;
    let stretched = Array::filled(<Met<T, V>>::ZERO, chosen.shape());
    super::assign_all(&stretched, &values).map_err(|_| value_error("array is not broadcastable to correct shape"))?;
    let offsets = walk::offsets(a.layout());
    for (place, value) in chosen.elements().zip(stretched.elements()) {
        // SAFETY: The offset is that of an element.
        unsafe {
            let element = target.offset(offsets[place as usize]);
            *element = change((*element).cast(), value).cast();
        }
    }
    Ok(())
}

/// `numpy.add.at(a, indices, b)` and its like.
macro_rules! changes_at {
    ($($name:ident<$needs:path>: $ufunc:literal, |$old:ident, $new:ident| $change:expr;)*) => {$(
        #[doc = concat!("`numpy.", $ufunc, ".at(a, indices, b)`.")]
        ///
        /// # Errors
        /// `IndexError` for a position out of bounds; `ValueError` where the values do not fit or the array is read-only.
        pub fn $name<T, I, V>(a: &Array<T>, indices: &I, b: &V) -> Fallible<()>
        where
            T: Element + Promote<V::Element> + Cast<Met<T, V>>,
            I: ArrayLike<Element: Cast<i64>>,
            V: ArrayLike<Element: Cast<Met<T, V>>>,
            Met<T, V>: Cast<T> + $needs,
        {
            change_at(a, indices, b, |$old, $new| $change)
        }
    )*};
}
changes_at! {
    add_at<Ring>: "add", |old, new| old.add(new);
    subtract_at<Number>: "subtract", |old, new| old.subtract(new);
    multiply_at<Ring>: "multiply", |old, new| old.multiply(new);
    maximum_at<Element>: "maximum", |old, new| greater(old, new);
    minimum_at<Element>: "minimum", |old, new| lesser(old, new);
}

/// Makes one value of each part of an axis that begins at a position and ends at the next; of one element where the next
/// comes before.
fn parts<T: Element, R: Element, I: ArrayLike<Element: Cast<i64>>>(
    ufunc: &str,
    array: &Array<T>,
    indices: &I,
    axis: i64,
    value: impl Fn(&[T]) -> R + Sync,
) -> Fallible<Array<R>> {
    if array.rank() == 0 {
        return Err(type_error("cannot reduceat on a scalar"));
    }
    let axis = normalize_axis(axis, array.rank())?;
    let (length, indices): (usize, Array<i64>) = (array.shape()[axis], new_array(indices)?);
    if indices.rank() != 1 {
        return Err(value_error("object too deep for desired array"));
    }
    let positions = indices.to_vec();
    if let Some(outside) = positions.iter().find(|position| !(0..length as i64).contains(position)) {
        return Err(index_error(format!("index {outside} out-of-bounds in {ufunc}.reduceat [0, {length})")));
    }
    Ok(by_lanes(array, axis, |lane| {
        let part = |(place, &start): (usize, &i64)| {
            let end = positions.get(place + 1).map_or(lane.len(), |&next| next as usize);
            let start = start as usize;
            value(if end > start { &lane[start..end] } else { &lane[start..=start] })
        };
        positions.iter().enumerate().map(part).collect()
    }))
}

/// `numpy.add.reduceat(array, indices, axis)`.
///
/// # Errors
/// `IndexError` for a position out of bounds.
pub fn add_reduceat<T: Summed, A: ArrayLike<Element = T>, I: ArrayLike<Element: Cast<i64>>>(
    array: &A,
    indices: &I,
    axis: i64,
) -> Fallible<Array<T::Output>> {
    parts("add", &array.to_array()?, indices, axis, |part| {
        let mut all = part.iter().map(|&element| Cast::<T::Output>::cast(element));
        let first = all.next().unwrap_or(T::Output::ZERO);
        all.fold(first, Ring::add)
    })
}

/// `numpy.maximum.reduceat` and `numpy.minimum.reduceat`.
macro_rules! extremes_of_parts {
    ($($name:ident: $ufunc:literal, $join:ident;)*) => {$(
        /// The extreme elements of parts of an axis.
        ///
        /// # Errors
        /// `IndexError` for a position out of bounds.
        pub fn $name<A: ArrayLike, I: ArrayLike<Element: Cast<i64>>>(
            array: &A,
            indices: &I,
            axis: i64,
        ) -> Fallible<Array<A::Element>> {
            parts($ufunc, &array.to_array()?, indices, axis, |part| part.iter().copied().reduce($join).unwrap_or(A::Element::ZERO))
        }
    )*};
}
extremes_of_parts! {
    maximum_reduceat: "maximum", greater;
    minimum_reduceat: "minimum", lesser;
}
