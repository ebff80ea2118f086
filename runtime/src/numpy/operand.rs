//! Operands of functions that work element by element: arrays, numpy scalars and Python numbers, and what two of them
//! give together.

use std::cmp::Ordering;

use super::array::Array;
use super::complex::ComplexNumber;
use super::element::{Cast, Element};
use super::elementwise::{self, Fixed, Source};
use super::promote::{Promote, WeakComplex, WeakFloat, WeakInt};
use super::scalar::Scalar;
use super::shape;
use super::walk::Layout;
use crate::exception::{Fallible, Raised, overflow_error};

/// An operand: an array, a numpy scalar or a Python number.
pub trait Operand {
    /// How it takes part in promotion: its element type, or [`WeakInt`] or [`WeakFloat`].
    type DType;
    /// What its elements are in memory.
    type Element: Element;
    /// Whether it is an array or a scalar.
    type Form: Form;
    /// What a loop reads of it.
    type Source<'a>: Source<Item = Self::Element>
    where
        Self: 'a;

    /// Its elements.
    fn elements(&self) -> Elements<'_, Self::Element>;

    /// What a loop reads of it.
    fn source(&self) -> Self::Source<'_>;

    /// Whether it is a Python int.
    const IS_INT: bool = false;

    /// Where a Python int lies that has no value of the type; `None` where it has one.
    #[inline(always)]
    fn beyond<T: Element>(&self) -> Option<Ordering> {
        None
    }

    /// Whether writing to the array may change the operand.
    fn shares_memory<T: Element>(&self, _: &Array<T>) -> bool {
        false
    }
}

/// Elements in memory, and how they lie.
#[derive(Debug, Clone, Copy)]
pub struct Elements<'a, T> {
    first: *const T,
    layout: Layout<'a>,
}

// SAFETY: They are read alone, and lie where an array of the program keeps them.
unsafe impl<T: Element> Sync for Elements<'_, T> {}

impl<'a, T: Element> Elements<'a, T> {
    /// The elements of an array.
    pub fn of(array: &'a Array<T>) -> Self {
        Self { first: array.pointer().as_ptr(), layout: array.layout() }
    }

    /// The elements at places along the first axes, which lie so far from the first element.
    #[inline]
    pub(super) fn part(array: &'a Array<T>, places: usize, offset: isize) -> Self {
        let first = array.pointer().as_ptr().wrapping_offset(offset);
        Self { first, layout: array.layout().without_leading(places) }
    }

    /// A single element.
    pub fn single(element: &'a T) -> Self {
        Self { first: element, layout: Layout { shape: &[], strides: &[] } }
    }

    /// Where they lie.
    pub fn layout(&self) -> Layout<'a> {
        self.layout
    }

    /// The elements without the first axes, which are of length one.
    pub(super) fn without_leading(self, count: usize) -> Self {
        Self { layout: self.layout.without_leading(count), ..self }
    }

    /// The address of the first.
    pub fn first(&self) -> *const T {
        self.first
    }
}

impl<T: Element> Operand for Array<T> {
    type DType = T;
    type Element = T;
    type Form = ArrayForm;
    type Source<'a> = Elements<'a, T>;

    fn elements(&self) -> Elements<'_, T> {
        Elements::of(self)
    }

    fn source(&self) -> Elements<'_, T> {
        Elements::of(self)
    }

    fn shares_memory<U: Element>(&self, array: &Array<U>) -> bool {
        Array::shares_memory(self, array)
    }
}

impl<T: Element> Operand for Scalar<T> {
    type DType = T;
    type Element = T;
    type Form = ScalarForm;
    type Source<'a> = Fixed<T>;

    fn elements(&self) -> Elements<'_, T> {
        Elements::single(&self.0)
    }

    #[inline(always)]
    fn source(&self) -> Fixed<T> {
        Fixed(self.0)
    }
}

impl Operand for bool {
    type DType = bool;
    type Element = bool;
    type Form = ScalarForm;
    type Source<'a> = Fixed<bool>;

    fn elements(&self) -> Elements<'_, bool> {
        Elements::single(self)
    }

    #[inline(always)]
    fn source(&self) -> Fixed<bool> {
        Fixed(*self)
    }
}

impl Operand for i64 {
    type DType = WeakInt;
    type Element = i64;
    type Form = ScalarForm;
    type Source<'a> = Fixed<i64>;

    fn elements(&self) -> Elements<'_, i64> {
        Elements::single(self)
    }

    #[inline(always)]
    fn source(&self) -> Fixed<i64> {
        Fixed(*self)
    }

    const IS_INT: bool = true;

    #[inline(always)]
    fn beyond<T: Element>(&self) -> Option<Ordering> {
        if T::fits(*self) { None } else { Some(self.cmp(&0)) }
    }
}

impl Operand for f64 {
    type DType = WeakFloat;
    type Element = f64;
    type Form = ScalarForm;
    type Source<'a> = Fixed<f64>;

    fn elements(&self) -> Elements<'_, f64> {
        Elements::single(self)
    }

    #[inline(always)]
    fn source(&self) -> Fixed<f64> {
        Fixed(*self)
    }
}

impl Operand for crate::complex::Complex {
    type DType = WeakComplex;
    type Element = ComplexNumber<f64>;
    type Form = ScalarForm;
    type Source<'a> = Fixed<ComplexNumber<f64>>;

    fn elements(&self) -> Elements<'_, ComplexNumber<f64>> {
        Elements::single(self.as_element())
    }

    #[inline(always)]
    fn source(&self) -> Fixed<ComplexNumber<f64>> {
        Fixed(*self.as_element())
    }
}

/// What a function gives: an array, or a scalar where no operand is an array.
pub trait Form {
    /// Whether no operand is an array.
    const IS_SCALAR: bool;

    /// The value with elements of that type.
    type Of<T: Element>: Operand<DType = T, Element = T, Form = Self>;

    /// Applies a function to each element.
    fn map<A: Element, R: Element>(elements: Elements<'_, A>, function: impl Fn(A) -> R + Sync) -> Self::Of<R>;

    /// Applies a function to each element, and then another to many of them at a time.
    fn map_then<A: Element, R: Element>(
        elements: Elements<'_, A>,
        function: impl Fn(A) -> R + Sync,
        then: impl Fn(&mut [R]) + Sync,
    ) -> Self::Of<R>;

    /// Applies a function to each pair of elements.
    ///
    /// # Errors
    /// `ValueError` where the shapes do not go together.
    fn zip<A: Operand, B: Operand, R: Element>(
        a: &A,
        b: &B,
        function: impl Fn(A::Element, B::Element) -> R + Sync,
    ) -> Fallible<Self::Of<R>>;

    /// Applies a function to each three elements.
    ///
    /// # Errors
    /// `ValueError` where the shapes do not go together.
    fn choose<A: Operand, B: Operand, C: Operand, R: Element>(
        a: &A,
        b: &B,
        c: &C,
        function: impl Fn(A::Element, B::Element, C::Element) -> R + Sync,
    ) -> Fallible<Self::Of<R>>;
}

/// Some operand is an array.
#[derive(Debug)]
pub struct ArrayForm;

/// No operand is an array.
#[derive(Debug)]
pub struct ScalarForm;

impl Form for ScalarForm {
    const IS_SCALAR: bool = true;

    type Of<T: Element> = Scalar<T>;

    #[inline(always)]
    fn map<A: Element, R: Element>(elements: Elements<'_, A>, function: impl Fn(A) -> R + Sync) -> Scalar<R> {
        // SAFETY: There is always a first element of a scalar.
        Scalar(function(unsafe { *elements.first }))
    }

    fn map_then<A: Element, R: Element>(
        elements: Elements<'_, A>,
        function: impl Fn(A) -> R + Sync,
        then: impl Fn(&mut [R]) + Sync,
    ) -> Scalar<R> {
        // SAFETY: There is always a first element of a scalar.
        let mut result = [function(unsafe { *elements.first })];
        then(&mut result);
        Scalar(result[0])
    }

    #[inline(always)]
    fn zip<A: Operand, B: Operand, R: Element>(
        a: &A,
        b: &B,
        function: impl Fn(A::Element, B::Element) -> R + Sync,
    ) -> Fallible<Scalar<R>> {
        // SAFETY: There is always a first element of a scalar.
        Ok(Scalar(unsafe { function(*a.elements().first, *b.elements().first) }))
    }

    #[inline(always)]
    fn choose<A: Operand, B: Operand, C: Operand, R: Element>(
        a: &A,
        b: &B,
        c: &C,
        function: impl Fn(A::Element, B::Element, C::Element) -> R + Sync,
    ) -> Fallible<Scalar<R>> {
        // SAFETY: There is always a first element of a scalar.
        Ok(Scalar(unsafe { function(*a.elements().first, *b.elements().first, *c.elements().first) }))
    }
}

impl Form for ArrayForm {
    const IS_SCALAR: bool = false;

    type Of<T: Element> = Array<T>;

    fn map<A: Element, R: Element>(elements: Elements<'_, A>, function: impl Fn(A) -> R + Sync) -> Array<R> {
        elementwise::map(elements.layout.shape, (elements,), |(element,)| function(element))
    }

    fn map_then<A: Element, R: Element>(
        elements: Elements<'_, A>,
        function: impl Fn(A) -> R + Sync,
        then: impl Fn(&mut [R]) + Sync,
    ) -> Array<R> {
        elementwise::map_then(elements.layout.shape, (elements,), None, |(element,)| function(element), then)
    }

    fn zip<A: Operand, B: Operand, R: Element>(
        a: &A,
        b: &B,
        function: impl Fn(A::Element, B::Element) -> R + Sync,
    ) -> Fallible<Array<R>> {
        let shape = shape::broadcast(&[a.elements().layout, b.elements().layout])?;
        Ok(elementwise::map(&shape, (a.source(), b.source()), |(a, b)| function(a, b)))
    }

    fn choose<A: Operand, B: Operand, C: Operand, R: Element>(
        a: &A,
        b: &B,
        c: &C,
        function: impl Fn(A::Element, B::Element, C::Element) -> R + Sync,
    ) -> Fallible<Array<R>> {
        let shape = shape::broadcast(&[a.elements().layout, b.elements().layout, c.elements().layout])?;
        Ok(elementwise::map(&shape, (a.source(), b.source(), c.source()), |(a, b, c)| function(a, b, c)))
    }
}

/// The form of a function of two operands.
pub trait Combine<Other> {
    /// The form.
    type Output: Form;
}
impl<Other> Combine<Other> for ArrayForm {
    type Output = ArrayForm;
}
impl Combine<ArrayForm> for ScalarForm {
    type Output = ArrayForm;
}
impl Combine<ScalarForm> for ScalarForm {
    type Output = ScalarForm;
}

/// Two operands that a function can take together.
pub trait Meets<B: Operand>: Operand {
    /// The dtype that both are converted to.
    type Common: Element;
    /// Whether they give an array or a scalar.
    type Joint: Form;

    /// Applies a function to each pair of converted elements.
    ///
    /// # Errors
    /// `ValueError` where the shapes do not go together; `OverflowError` for a Python int out of the dtype's range.
    fn zip<R: Element>(
        &self,
        other: &B,
        function: impl Fn(Self::Common, Self::Common) -> R + Sync,
    ) -> Fallible<<Self::Joint as Form>::Of<R>>;

    /// Applies a function to each pair of elements as floats, which `convert` makes of converted ones. A Python int becomes a
    /// float by itself, so none is out of range: `uint8 / 256`.
    ///
    /// # Errors
    /// `ValueError` where the shapes do not go together.
    fn zip_floats<F: Element, R: Element>(
        &self,
        other: &B,
        convert: impl Fn(Self::Common) -> F + Sync,
        function: impl Fn(F, F) -> R + Sync,
    ) -> Fallible<<Self::Joint as Form>::Of<R>>;

    /// The element in the common dtype.
    fn lift(element: Self::Element) -> Self::Common;

    /// The other operand's element in the common dtype.
    fn lift_other(element: B::Element) -> Self::Common;
}

/// What a function of two operands gives with elements of type `R`.
pub type Joint<A, B, R> = <<A as Meets<B>>::Joint as Form>::Of<R>;

/// What a function of two operands gives in their common dtype.
pub type Joined<A, B> = Joint<A, B, <A as Meets<B>>::Common>;

/// What a function of one operand gives with elements of type `R`.
pub type Same<A, R> = <<A as Operand>::Form as Form>::Of<R>;

impl<A: Operand, B: Operand> Meets<B> for A
where
    A::DType: Promote<B::DType>,
    A::Form: Combine<B::Form>,
    A::Element: Cast<<A::DType as Promote<B::DType>>::Output>,
    B::Element: Cast<<A::DType as Promote<B::DType>>::Output>,
{
    type Common = <A::DType as Promote<B::DType>>::Output;
    type Joint = <A::Form as Combine<B::Form>>::Output;

    #[inline]
    fn zip<R: Element>(
        &self,
        other: &B,
        function: impl Fn(Self::Common, Self::Common) -> R + Sync,
    ) -> Fallible<<Self::Joint as Form>::Of<R>> {
        check_range::<A, Self::Common>(self)?;
        check_range::<B, Self::Common>(other)?;
        Self::Joint::zip(self, other, |a, b| function(a.cast(), b.cast()))
    }

    #[inline]
    fn zip_floats<F: Element, R: Element>(
        &self,
        other: &B,
        convert: impl Fn(Self::Common) -> F + Sync,
        function: impl Fn(F, F) -> R + Sync,
    ) -> Fallible<<Self::Joint as Form>::Of<R>> {
        if A::IS_INT && self.beyond::<Self::Common>().is_some() {
            let a = float_of_int(self);
            return Self::Joint::zip(self, other, |_, b| function(a, convert(b.cast())));
        }
        if B::IS_INT && other.beyond::<Self::Common>().is_some() {
            let b = float_of_int(other);
            return Self::Joint::zip(self, other, |a, _| function(convert(a.cast()), b));
        }
        Self::Joint::zip(self, other, |a, b| function(convert(a.cast()), convert(b.cast())))
    }

    #[inline(always)]
    fn lift(element: A::Element) -> Self::Common {
        element.cast()
    }

    #[inline(always)]
    fn lift_other(element: B::Element) -> Self::Common {
        element.cast()
    }
}

/// Refuses a Python int that the dtype has no value for.
#[inline(always)]
pub fn check_range<A: Operand, T: Element>(operand: &A) -> Fallible<()> {
    if operand.beyond::<T>().is_none() {
        return Ok(());
    }
    Err(out_of_range(int(operand), T::NAME))
}

/// The value of a Python int.
fn int<A: Operand>(operand: &A) -> i64 {
    debug_assert!(A::IS_INT);
    // SAFETY: A Python int has a first element.
    unsafe { *operand.elements().first }.to_i64()
}

/// A Python int as a float.
fn float_of_int<A: Operand, F: Element>(operand: &A) -> F {
    F::from_f64(int(operand) as f64)
}

#[cold]
fn out_of_range(value: i64, dtype: &str) -> Raised {
    overflow_error(format!("Python integer {value} out of bounds for {dtype}"))
}
