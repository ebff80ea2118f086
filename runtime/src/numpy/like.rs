//! What numpy makes arrays of: numbers, scalars, arrays, and nested lists and tuples of them.

use std::any::Any;

use super::array::{Array, Lengths};
use super::element::{Cast, Element, Kind};
use super::operand::Operand;
use super::scalar::Scalar;
use super::shape;
use crate::exception::{Fallible, Raised, overflow_error, value_error};

/// A value that numpy makes an array of.
pub trait ArrayLike {
    /// The elements' type, where none is asked for.
    type Element: Element;

    /// Whether it is a single number.
    const IS_NUMBER: bool = false;

    /// The shape of the array.
    ///
    /// # Errors
    /// `ValueError` where parts that stand beside one another have different shapes.
    fn shape(&self) -> Fallible<Lengths>;

    /// Appends the elements in C order.
    ///
    /// # Errors
    /// `OverflowError` for a Python int that the dtype has no value for.
    fn append<T: Element>(&self, elements: &mut Vec<T>) -> Fallible<()>
    where
        Self::Element: Cast<T>;

    /// Whether its elements tell of a dtype: those of an empty list do not, which numpy takes for `float64`.
    fn tells_dtype(&self) -> bool {
        true
    }

    /// The array, which is the value itself where it is one.
    ///
    /// # Errors
    /// `ValueError` where parts that stand beside one another have different shapes, and for an empty list of what is not
    /// `float64`.
    fn to_array(&self) -> Fallible<Array<Self::Element>> {
        check_dtype(self)?;
        new_array(self)
    }
}

/// Refuses an empty list where its dtype would be another than the one that numpy gives it.
///
/// # Errors
/// `ValueError` for it.
pub fn check_dtype<A: ArrayLike + ?Sized>(value: &A) -> Fallible<()> {
    if A::Element::NAME == "float64" || value.tells_dtype() { Ok(()) } else { Err(untold(A::Element::NAME)) }
}

#[cold]
fn untold(dtype: &str) -> Raised {
    value_error(format!(
        "numpy makes an array of float64 of an empty list, and compiled code expects {dtype} here: say which, as in \
         np.array(x, dtype=np.{dtype})"
    ))
}

/// A new array of the value's elements in the dtype.
///
/// # Errors
/// `ValueError` where parts that stand beside one another have different shapes; `OverflowError` for a Python int that
/// the dtype has no value for.
pub fn new_array<T: Element, A: ArrayLike + ?Sized>(value: &A) -> Fallible<Array<T>>
where
    A::Element: Cast<T>,
{
    let shape = value.shape()?;
    let mut elements = Vec::with_capacity(shape.iter().product());
    value.append(&mut elements)?;
    Ok(Array::from_vec(elements, &shape))
}

/// The value as an array of the dtype: itself where it is one already.
///
/// # Errors
/// As for [`new_array`].
pub fn as_array<T: Element, A: ArrayLike + 'static>(value: &A) -> Fallible<Array<T>>
where
    A::Element: Cast<T>,
{
    match (value as &dyn Any).downcast_ref::<Array<T>>() {
        Some(array) => Ok(array.clone()),
        None => new_array(value),
    }
}

impl<E: Element> ArrayLike for Array<E> {
    type Element = E;

    fn shape(&self) -> Fallible<Lengths> {
        Ok(Array::shape(self).into())
    }

    fn append<T: Element>(&self, elements: &mut Vec<T>) -> Fallible<()>
    where
        E: Cast<T>,
    {
        match self.as_slice() {
            Some(own) => elements.extend(own.iter().map(|&element| Cast::<T>::cast(element))),
            None => elements.extend(self.elements().map(Cast::<T>::cast)),
        }
        Ok(())
    }

    fn to_array(&self) -> Fallible<Array<E>> {
        Ok(self.clone())
    }
}

impl<E: Element> ArrayLike for Scalar<E> {
    type Element = E;
    const IS_NUMBER: bool = true;

    fn shape(&self) -> Fallible<Lengths> {
        Ok(Lengths::new())
    }

    fn append<T: Element>(&self, elements: &mut Vec<T>) -> Fallible<()>
    where
        E: Cast<T>,
    {
        elements.push(self.0.cast());
        Ok(())
    }
}

macro_rules! numbers {
    ($($ty:ty: |$value:ident, $target:ident| $check:expr;)*) => {$(
        impl ArrayLike for $ty {
            type Element = <$ty as Operand>::Element;
            const IS_NUMBER: bool = true;

            fn shape(&self) -> Fallible<Lengths> {
                Ok(Lengths::new())
            }

            #[inline]
            fn append<$target: Element>(&self, elements: &mut Vec<$target>) -> Fallible<()>
            where
                Self::Element: Cast<$target>,
            {
                let $value = *self;
                $check
                let element: Self::Element = $value.into();
                elements.push(element.cast());
                Ok(())
            }
        }
    )*};
}
numbers! {
    bool: |_value, T| {};
    i64: |value, T| if !T::fits(value) {
        return Err(overflow_error(format!("Python integer {value} out of bounds for {}", T::NAME)));
    };
    crate::complex::Complex: |_value, T| {};
    f64: |value, T| if !value.is_finite() && matches!(T::KIND, Kind::Signed | Kind::Unsigned) {
        return Err(not_finite(value));
    };
}

#[cold]
fn not_finite(value: f64) -> Raised {
    if value.is_nan() {
        value_error("cannot convert float NaN to integer")
    } else {
        overflow_error("cannot convert float infinity to integer")
    }
}

/// The shape of parts side by side.
///
/// # Errors
/// `ValueError` where they have different shapes.
pub fn shape_of_parts<'a, A: ArrayLike + 'a>(parts: impl ExactSizeIterator<Item = &'a A>) -> Fallible<Lengths> {
    let count = parts.len();
    let mut common: Option<Lengths> = None;
    if !A::IS_NUMBER {
        for part in parts {
            let shape = part.shape()?;
            match &common {
                Some(common) if *common != shape => return Err(inhomogeneous(count, common, &shape)),
                Some(_) => {}
                None => common = Some(shape),
            }
        }
    }
    Ok(stacked(count, common.as_deref().unwrap_or_default()))
}

/// The shape of so many parts of a shape.
fn stacked(count: usize, part: &[usize]) -> Lengths {
    std::iter::once(count).chain(part.iter().copied()).collect()
}

#[cold]
pub(super) fn inhomogeneous(count: usize, a: &[usize], b: &[usize]) -> Raised {
    let agreed: Vec<usize> =
        std::iter::once(count).chain(a.iter().zip(b).take_while(|(a, b)| a == b).map(|(a, _)| *a)).collect();
    let lengths: Vec<String> = agreed.iter().map(usize::to_string).collect();
    let shape =
        if let [only] = lengths.as_slice() { format!("({only},)") } else { format!("({})", lengths.join(", ")) };
    value_error(format!(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after {} dimensions. \
         The detected shape was {shape} + inhomogeneous part.",
        agreed.len()
    ))
}

macro_rules! tuples {
    ($(($first:ident $(, $name:ident)*))*) => {$(
        impl<$first: ArrayLike, $($name: ArrayLike<Element = $first::Element>),*> ArrayLike for ($first, $($name,)*) {
            type Element = $first::Element;

            #[allow(non_snake_case, reason = "members are named after their types")]
            fn shape(&self) -> Fallible<Lengths> {
                let ($first, $($name,)*) = self;
                let shapes = [$first.shape()?, $($name.shape()?),*];
                match shapes.iter().find(|shape| **shape != shapes[0]) {
                    Some(other) => Err(inhomogeneous(shapes.len(), &shapes[0], other)),
                    None => Ok(stacked(shapes.len(), &shapes[0])),
                }
            }

            #[allow(non_snake_case, reason = "members are named after their types")]
            fn append<T: Element>(&self, elements: &mut Vec<T>) -> Fallible<()>
            where
                Self::Element: Cast<T>,
            {
                let ($first, $($name,)*) = self;
                $first.append(elements)?;
                $($name.append(elements)?;)*
                Ok(())
            }
        }
    )*};
}
tuples!((A)(A, B)(A, B, C)(A, B, C, D)(A, B, C, D, E)(A, B, C, D, E, F));

/// Several arrays: a list or tuple of array-likes.
pub trait Arrays {
    /// The elements' type of all of them.
    type Element: Element;

    /// The arrays.
    ///
    /// # Errors
    /// As for [`ArrayLike::to_array`].
    fn arrays(&self) -> Fallible<Vec<Array<Self::Element>>>;
}

macro_rules! arrays {
    ($(($first:ident $(, $name:ident)*))*) => {$(
        impl<$first: ArrayLike, $($name: ArrayLike<Element = $first::Element>),*> Arrays for ($first, $($name,)*) {
            type Element = $first::Element;

            #[allow(non_snake_case, reason = "members are named after their types")]
            fn arrays(&self) -> Fallible<Vec<Array<Self::Element>>> {
                let ($first, $($name,)*) = self;
                Ok(vec![$first.to_array()?, $($name.to_array()?),*])
            }
        }
    )*};
}
arrays!((A)(A, B)(A, B, C)(A, B, C, D)(A, B, C, D, E)(A, B, C, D, E, F));

/// An array along one axis as the arrays it is made of.
impl<E: Element> Arrays for Array<E> {
    type Element = E;

    fn arrays(&self) -> Fallible<Vec<Array<E>>> {
        let shape = Array::shape(self);
        let Some(&length) = shape.first() else {
            return Err(value_error(format!("iteration over a 0-d array of shape {}", shape::text(shape))));
        };
        (0..length as i64).map(|position| super::index::getitem(self, &[super::Index::Integer(position)])).collect()
    }
}
