//! Methods of `numpy.ndarray` that are not functions of the module as well.

use super::arithmetic::{Bits, Number, Ordered, Ring};
use super::array::Array;
use super::assign::{self, Destination};
use super::dtype::DType;
use super::element::{Cast, Element};
use super::index::Index;
use super::manipulation::{reshape_to, reversed, transposed};
use super::operand::{Joined, Joint, Meets, Operand};
use super::promote::Quotient;
use super::scalar::Scalar;
use super::{shape, sorting, ufunc};
use crate::bounds::Bounds;
use crate::builtins;
use crate::exception::{Fallible, Raised, index_error, runtime_error, type_error, value_error};
use crate::iterator::Boxed;
use crate::list::{self, List};
use crate::object::Iter;
use crate::sequence::{self, Sequence};

pub use super::index::{element, getitem, setitem};
pub use super::part::part;
pub use super::ufunc::{iadd, iand, ifloordiv, imod, imul, ior, ipow, isub, itruediv, ixor};

/// The operators with the array or scalar on the right: `other - self`.
macro_rules! reflected {
    ($($name:ident = $function:ident: $needs:ident;)*) => {$(
        #[doc = concat!("`", stringify!($function), "` of the operands in the other order.")]
        ///
        /// # Errors
        /// Those of the function.
        #[inline]
        pub fn $name<A: Operand, B: Meets<A>>(a: &A, b: &B) -> Fallible<Joined<B, A>>
        where
            B::Common: $needs,
        {
            ufunc::$function(b, a)
        }
    )*};
}

reflected! {
    radd = add: Ring;
    rsub = subtract: Number;
    rmul = multiply: Ring;
    rfloordiv = floor_divide: Ordered;
    rmod = remainder: Ordered;
    rpow = power: Number;
    rand = bitwise_and: Bits;
    ror = bitwise_or: Bits;
    rxor = bitwise_xor: Bits;
}

/// `divide` of the operands in the other order.
///
/// # Errors
/// Those of `divide`.
#[inline]
pub fn rtruediv<A: Operand, B: Meets<A>>(a: &A, b: &B) -> Fallible<Joint<B, A, <B::Common as Quotient>::Output>>
where
    B::Common: Quotient,
{
    ufunc::divide(b, a)
}

/// `array.shape` as a tuple of any length.
pub fn shape<T: Element>(array: &Array<T>) -> Sequence<i64> {
    sequence::from_vec(array.shape().iter().map(|&length| length as i64).collect())
}

/// The shape as a tuple of the length that the analyzer knows.
macro_rules! shapes {
    ($($name:ident: ($($axis:literal),*) -> $tuple:ty;)*) => {$(
        /// `array.shape` of an array with that many axes.
        ///
        /// # Errors
        /// `RuntimeError` where it has another number of axes.
        #[inline]
        pub fn $name<T: Element>(array: &Array<T>) -> Fallible<$tuple> {
            check_rank(array, [$($axis),*].len())?;
            Ok(($(array.shape()[$axis] as i64,)*))
        }
    )*};
}
shapes! {
    shape_1: (0) -> (i64,);
    shape_2: (0, 1) -> (i64, i64);
    shape_3: (0, 1, 2) -> (i64, i64, i64);
    shape_4: (0, 1, 2, 3) -> (i64, i64, i64, i64);
}

/// An array may come from outside with another shape than the annotation promises.
#[inline]
pub(crate) fn check_rank<T: Element>(array: &Array<T>, rank: usize) -> Fallible<()> {
    if array.rank() == rank { Ok(()) } else { Err(other_rank(array.rank(), rank)) }
}

#[cold]
fn other_rank(found: usize, expected: usize) -> Raised {
    runtime_error(format!("an array has {found} axes where the compiler saw {expected}"))
}

/// `array.ndim`.
pub fn ndim<T: Element>(array: &Array<T>) -> i64 {
    array.rank() as i64
}

/// `array.size`.
pub fn size<T: Element>(array: &Array<T>) -> i64 {
    array.size() as i64
}

/// `array.itemsize`.
pub fn itemsize<T: Element>(_: &Array<T>) -> i64 {
    size_of::<T>() as i64
}

/// `array.nbytes`.
pub fn nbytes<T: Element>(array: &Array<T>) -> i64 {
    (array.size() * size_of::<T>()) as i64
}

/// `array.dtype`.
pub fn dtype<T: Element>(_: &Array<T>) -> DType<T> {
    DType::new()
}

/// `array.T`: a view with the axes in reverse order.
pub fn t<T: Element>(array: &Array<T>) -> Array<T> {
    reversed(array)
}

/// `array.transpose(1, 0)`: a view with the axes in that order.
///
/// # Errors
/// `ValueError` where the axes are not those of the array, each once.
pub fn transpose<T: Element>(array: &Array<T>, axes: &[i64]) -> Fallible<Array<T>> {
    transposed(array, axes)
}

/// `array.reshape(2, 3)`.
///
/// # Errors
/// `ValueError` where the shape has another number of elements.
pub fn reshape<T: Element>(array: &Array<T>, shape: &[i64]) -> Fallible<Array<T>> {
    reshape_to(array, shape)
}

/// `array.flatten()`: all elements along one axis, in a new array.
pub fn flatten<T: Element>(array: &Array<T>) -> Array<T> {
    Array::from_elements(array.to_vec())
}

/// `array.astype(dtype)`: the elements converted, in a new array.
pub fn astype<T: Element + Cast<U>, U: Element>(array: &Array<T>, _dtype: DType<U>) -> Array<U> {
    array.cast()
}

/// `array.compress(condition, axis)`.
///
/// # Errors
/// Those of `numpy.compress`.
pub fn compress<T: Element, C: super::ArrayLike<Element: Cast<bool>>>(
    array: &Array<T>,
    condition: &C,
    axis: Option<i64>,
) -> Fallible<Array<T>> {
    super::selecting::compress(condition, array, axis)
}

/// `array.real` of real numbers: the array itself.
#[must_use]
pub fn itself<T: Element>(array: &Array<T>) -> Array<T> {
    array.clone()
}

/// `array.imag` of real numbers: zeros that cannot be written to.
#[must_use]
pub fn no_imaginary_part<T: Element>(array: &Array<T>) -> Array<T> {
    Array::filled(T::ZERO, array.shape()).read_only()
}

/// `len(array)`.
///
/// # Errors
/// `TypeError` where it has no axes.
#[inline]
pub fn len<T: Element>(array: &Array<T>) -> Fallible<i64> {
    array.shape().first().map(|&length| length as i64).ok_or_else(unsized_object)
}

#[cold]
fn unsized_object() -> Raised {
    type_error("len() of unsized object")
}

/// What is known of an axis's length: nothing where there is no such axis.
#[inline]
#[must_use]
pub fn length_of_axis<T: Element>(array: &Array<T>, axis: usize) -> Bounds {
    array.shape().get(axis).map_or(Bounds::NONE, |&length| Bounds::of(length as i64))
}

/// The truth of the only element.
///
/// # Errors
/// `ValueError` where there are more or none.
pub fn bool<T: Element>(array: &Array<T>) -> Fallible<bool> {
    match array.size() {
        1 => Ok(array.only()?.truth()),
        0 => Err(value_error(
            "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.",
        )),
        _ => Err(value_error(
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
        )),
    }
}

/// `int(array)`.
///
/// # Errors
/// `TypeError` where it has axes; `ValueError` or `OverflowError` where the element is not finite.
pub fn int<T: Element>(array: &Array<T>) -> Fallible<i64> {
    super::scalar::int(&Scalar(the_scalar(array)?))
}

/// `float(array)`.
///
/// # Errors
/// `TypeError` where it has axes.
pub fn float<T: Element>(array: &Array<T>) -> Fallible<f64> {
    Ok(the_scalar(array)?.to_f64())
}

fn the_scalar<T: Element>(array: &Array<T>) -> Fallible<T> {
    if array.rank() == 0 {
        return array.only();
    }
    Err(type_error("only 0-dimensional arrays can be converted to Python scalars"))
}

/// `iter(array)` of an array with one axis.
///
/// # Errors
/// `TypeError` where it has no axes.
pub fn iter_scalars<T: Element>(array: &Array<T>) -> Fallible<Boxed<Scalar<T>>> {
    let length = len(array).map_err(|_| type_error("iteration over a 0-d array"))?;
    Ok(boxed(array, length, |array, position| element(array, &[Index::Integer(position)])))
}

/// `iter(array)` of an array with more than one axis.
///
/// # Errors
/// `TypeError` where it has no axes.
pub fn iter<T: Element>(array: &Array<T>) -> Fallible<Boxed<Array<T>>> {
    let length = len(array).map_err(|_| type_error("iteration over a 0-d array"))?;
    Ok(boxed(array, length, |array, position| getitem(array, &[Index::Integer(position)])))
}

/// Goes along the first axis.
struct Along<T: Element, R> {
    array: Array<T>,
    position: i64,
    length: i64,
    item: fn(&Array<T>, i64) -> Fallible<R>,
}

impl<T: Element, R> Iter for Along<T, R> {
    type Item = R;

    fn next(&mut self) -> Fallible<Option<R>> {
        if self.position == self.length {
            return Ok(None);
        }
        self.position += 1;
        (self.item)(&self.array, self.position - 1).map(Some)
    }

    fn size_hint(&self) -> usize {
        (self.length - self.position) as usize
    }
}

fn boxed<T: Element, R: crate::object::Object>(
    array: &Array<T>,
    length: i64,
    item: fn(&Array<T>, i64) -> Fallible<R>,
) -> Boxed<R> {
    builtins::boxed(Along { array: array.clone(), position: 0, length, item })
}

/// `value in array`: whether any element is equal to it.
///
/// # Errors
/// `ValueError` where the shapes do not go together.
pub fn contains<T: Element, B: Operand>(array: &Array<T>, value: &B) -> Fallible<bool>
where
    Array<T>: Meets<B, Joint = super::operand::ArrayForm>,
{
    Ok(ufunc::equal(array, value)?.elements().any(|equal| equal))
}

/// `array.item()`: the only element as a Python number.
macro_rules! items {
    ($($element:ty => $number:ty: $convert:ident),*) => {$(
        impl Item for $element {
            type Number = $number;

            fn item(self) -> Fallible<$number> {
                items!(@$convert self)
            }
        }
    )*};
    (@whole $value:ident) => { Ok(i64::from($value)) };
    (@float $value:ident) => { Ok(f64::from($value)) };
    (@complex $value:ident) => { Ok(crate::complex::of($value.re.into(), $value.im.into())) };
    (@truth $value:ident) => { Ok($value) };
    (@large $value:ident) => {
        i64::try_from($value).map_err(|_| crate::exception::overflow_error("int too large for a 64-bit integer"))
    };
}

/// The Python number that an element stands for.
pub trait Item: Element {
    /// `bool`, `int`, `float` or `complex`.
    type Number: crate::object::Object;

    /// The number.
    ///
    /// # Errors
    /// `OverflowError` for a `uint64` beyond the 64-bit integers that `int` is compiled to.
    fn item(self) -> Fallible<Self::Number>;
}

items! {
    bool => bool: truth, i8 => i64: whole, i16 => i64: whole, i32 => i64: whole, i64 => i64: whole, u8 => i64: whole,
    u16 => i64: whole, u32 => i64: whole, u64 => i64: large, half::f16 => f64: float, f32 => f64: float, f64 => f64: float,
    super::complex::ComplexNumber<f32> => crate::complex::Complex: complex,
    super::complex::ComplexNumber<f64> => crate::complex::Complex: complex
}

/// `array.item()`.
///
/// # Errors
/// `ValueError` where there are more elements than one, or none.
pub fn item<T: Item>(array: &Array<T>) -> Fallible<T::Number> {
    array.only()?.item()
}

/// `array.item(place)` of the flat array, or `array.item(row, column)`.
///
/// # Errors
/// `IndexError` for a position out of bounds; `ValueError` where there is not one for each axis.
pub fn item_at<T: Item>(array: &Array<T>, index: &[i64]) -> Fallible<T::Number> {
    let flat = match index {
        [place] => {
            let size = array.size() as i64;
            let from_front = if *place < 0 { place + size } else { *place };
            if !(0..size).contains(&from_front) {
                return Err(index_error(format!("index {place} is out of bounds for size {size}")));
            }
            from_front as usize
        }
        places => {
            if places.len() != array.rank() {
                return Err(value_error("incorrect number of indices for array"));
            }
            let mut flat = 0;
            for (axis, (place, &length)) in places.iter().zip(array.shape()).enumerate() {
                let from_front = if *place < 0 { place + length as i64 } else { *place };
                if !(0..length as i64).contains(&from_front) {
                    return Err(index_error(format!(
                        "index {place} is out of bounds for axis {axis} with size {length}"
                    )));
                }
                flat = flat * length + from_front as usize;
            }
            flat
        }
    };
    let offset = super::walk::offsets(array.layout())[flat];
    // SAFETY: The offset is that of an element.
    unsafe { *array.pointer().as_ptr().offset(offset) }.item()
}

/// `array.tolist()` of an array without axes.
///
/// # Errors
/// `ValueError` where it has any.
pub fn tolist_0<T: Item>(array: &Array<T>) -> Fallible<T::Number> {
    item(array)
}

/// `array.tolist()` of an array with one axis.
///
/// # Errors
/// `RuntimeError` where it has another number of axes.
pub fn tolist_1<T: Item>(array: &Array<T>) -> Fallible<List<T::Number>> {
    check_rank(array, 1)?;
    Ok(list::from_vec(array.elements().map(Item::item).collect::<Fallible<Vec<_>>>()?))
}

/// The other ranks, each by the one before.
macro_rules! nested_lists {
    ($($name:ident, $rank:literal: $inner:ident -> $item:ty;)*) => {$(
        /// `array.tolist()` of an array with that many axes.
        ///
        /// # Errors
        /// `RuntimeError` where it has another number of axes.
        pub fn $name<T: Item>(array: &Array<T>) -> Fallible<List<$item>> {
            check_rank(array, $rank)?;
            let rows = (0..array.shape()[0] as i64).map(|row| $inner(&getitem(array, &[Index::Integer(row)])?));
            Ok(list::from_vec(rows.collect::<Fallible<Vec<_>>>()?))
        }
    )*};
}
nested_lists! {
    tolist_2, 2: tolist_1 -> List<T::Number>;
    tolist_3, 3: tolist_2 -> List<List<T::Number>>;
    tolist_4, 4: tolist_3 -> List<List<List<T::Number>>>;
}

/// `array.fill(value)`.
///
/// # Errors
/// `ValueError` where the array is read-only; `OverflowError` for a Python int that the dtype has no value for.
pub fn fill<T: Element, V: Operand>(array: &Array<T>, value: &V) -> Fallible<()>
where
    V::Element: Cast<T>,
{
    assign::assign(array, value, Destination::Assignment)
}

/// `array.sort(axis)`: in place.
///
/// # Errors
/// `AxisError` for an axis that there is not; `ValueError` where the array is read-only.
pub fn sort<T: Element>(array: &Array<T>, axis: i64) -> Fallible<()> {
    shape::normalize_axis(axis, array.rank())?;
    let sorted = sorting::sort(array, axis)?;
    if !array.is_writable() {
        return Err(value_error("sort array is read-only"));
    }
    assign::assign(array, &sorted, Destination::Assignment)
}
