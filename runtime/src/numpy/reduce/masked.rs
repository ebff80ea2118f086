//! Reductions that leave elements out, `where=mask`, and that begin with a value, `initial=`.
//!
//! A lane is reduced as if it had the kept elements alone. `numpy.mean` and its kin count what is kept before they sum up, and
//! so tell of a mask that does not fit in other words than `numpy.sum` does.

use super::super::arithmetic::{Analytic, Ring};
use super::super::array::Array;
use super::super::dtype::DType;
use super::super::element::{Cast, Element};
use super::super::like::ArrayLike;
use super::super::operand::{Operand, check_range};
use super::super::promote::{Quotient, Summed};
use super::super::scalar::Scalar;
use super::super::selecting::stretched_view;
use super::super::shape::{Axes, broadcast, chosen_axes, text};
use super::super::walk::{Layout, Walk};
use super::{Lane, Split, Spread, mean_of, over, reduce, variance_of};
use crate::exception::{Fallible, Raised, value_error};

/// How a mask that does not fit is told of.
#[derive(Clone, Copy)]
enum Misfit {
    /// By the reduction itself.
    Reduction,
    /// By the count of what is kept, which comes first.
    Count,
}

impl Misfit {
    #[cold]
    fn told(self, array: &[usize], mask: &[usize]) -> Raised {
        if let (Misfit::Count, []) = (self, array) {
            return value_error("cannot broadcast a non-scalar to a scalar array");
        }
        if mask.len() > array.len() {
            return value_error("input operand has more dimensions than allowed by the axis remapping");
        }
        let remapped = "operands could not be broadcast together with remapped shapes [original->remapped]:";
        let layouts = [array, mask].map(|shape| Layout { shape, strides: &[] });
        value_error(match (self, broadcast(&layouts)) {
            (Misfit::Count, _) => format!("{remapped} {}  and requested shape {}", text(mask), text(array)),
            (Misfit::Reduction, Err(_)) => format!("{remapped} {} {} ", text(array), text(mask)),
            (Misfit::Reduction, Ok(common)) => format!(
                "non-broadcastable operand with shape {} doesn't match the broadcast shape {}",
                text(array),
                text(&common)
            ),
        })
    }
}

/// The mask stretched to the shape of the array.
fn fitted(mask: &Array<bool>, shape: &[usize], misfit: Misfit) -> Fallible<Array<bool>> {
    let layouts = [Layout { shape, strides: &[] }, mask.layout()];
    match broadcast(&layouts) {
        Ok(common) if *common == *shape => Ok(stretched_view(mask, shape)),
        _ => Err(misfit.told(shape, mask.shape())),
    }
}

/// Makes one value of the kept elements of each lane along the axes.
fn kept_lanes<T: Element, R: Element>(
    array: &Array<T>,
    axis: &impl Axes,
    mask: &Array<bool>,
    misfit: Misfit,
    keepdims: bool,
    value: impl Fn(&Lane<'_, T>) -> R,
) -> Fallible<Array<R>> {
    let chosen = chosen_axes(axis, array.rank())?;
    let mask = fitted(mask, array.shape(), misfit)?;
    let of_array = Split::of(array.layout(), &chosen, keepdims);
    let of_mask = Split::of(mask.layout(), &chosen, keepdims);
    let lane = Walk::new(&of_array.lane.shape, [of_array.lane.layout(), of_mask.lane.layout()]);
    let layouts = [of_array.kept.layout(), of_mask.kept.layout()];
    let results = super::super::walk::collect(&of_array.kept.shape, layouts, |[element, flag]| {
        let mut kept: Vec<T> = Vec::new();
        lane.rows(|[elements, flags]| {
            for place in 0..lane.length as isize {
                let flag = flag + flags + lane.steps[1] * place;
                // SAFETY: The walks stay within the elements of the array and of the mask.
                unsafe {
                    if *mask.pointer().as_ptr().offset(flag) {
                        kept.push(*array.pointer().as_ptr().offset(element + elements + lane.steps[0] * place));
                    }
                }
            }
        });
        over(&kept, &value)
    });
    Ok(Array::from_vec(results, &of_array.result))
}

/// Reductions that leave elements out, each where an array comes out and where a scalar does.
macro_rules! masked {
    ($($(#[$doc:meta])* $name:ident / $scalar:ident<$element:ident: $bound:path> ($($option:ident: $option_type:ty),*) -> $result:ty,
        $misfit:ident => |$lane:ident| $value:expr;)*) => {$(
        $(#[$doc])*
        /// An array comes out.
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not; `ValueError` for a mask that does not fit.
        pub fn $name<$element: $bound, A: ArrayLike<Element = $element>>(
            a: &A,
            axis: &impl Axes,
            $($option: $option_type,)*
            mask: &impl ArrayLike<Element = bool>,
            keepdims: bool,
        ) -> Fallible<Array<$result>> {
            let (array, mask) = (a.to_array()?, mask.to_array()?);
            kept_lanes(&array, axis, &mask, Misfit::$misfit, keepdims, |$lane| $value)
        }

        $(#[$doc])*
        /// A scalar comes out.
        ///
        /// # Errors
        /// As where an array comes out.
        pub fn $scalar<$element: $bound, A: ArrayLike<Element = $element>>(
            a: &A,
            axis: &impl Axes,
            $($option: $option_type,)*
            mask: &impl ArrayLike<Element = bool>,
            _keepdims: bool,
        ) -> Fallible<Scalar<$result>> {
            $name(a, axis, $($option,)* mask, false)?.only().map(Scalar)
        }
    )*};
}
masked! {
    /// `numpy.any(a, axis, where=mask)`: whether any of the elements kept is true.
    any_where / any_where_scalar<T: Element>() -> bool, Reduction => |lane| {
        let mut any = false;
        lane.each(|element: T| any |= element.truth());
        any
    };
    /// `numpy.all(a, axis, where=mask)`: whether every one of the elements kept is true.
    all_where / all_where_scalar<T: Element>() -> bool, Reduction => |lane| {
        let mut all = true;
        lane.each(|element: T| all &= element.truth());
        all
    };
    /// `numpy.mean(a, axis, where=mask)`: the mean of the elements kept; NaN of none.
    mean_where / mean_where_scalar<T: Quotient>() -> T::Output, Count => |lane| mean_of(lane, lane.rows.length).cast();
    /// `numpy.var(a, axis, ddof=…, where=mask)`: the variance of the elements kept.
    var_where / var_where_scalar<T: Spread>(ddof: i64) -> T::Size, Count =>
        |lane| variance_of(lane, lane.rows.length, ddof).cast();
    /// `numpy.std(a, axis, ddof=…, where=mask)`: the standard deviation of the elements kept.
    std_where / std_where_scalar<T: Spread>(ddof: i64) -> T::Size, Count =>
        |lane| variance_of(lane, lane.rows.length, ddof).sqrt().cast();
}

/// Reductions that begin with a value, each where an array comes out and where a scalar does.
macro_rules! from_initial {
    ($($(#[$doc:meta])* $name:ident / $scalar:ident<$element:ident: $bound:path> -> $result:ty, from $start_type:ty
        => |$lane:ident, $start:ident| $value:expr;)*) => {$(
        $(#[$doc])*
        /// An array comes out.
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not; `ValueError` for a mask that does not fit; `OverflowError` for a Python
        /// int that the dtype has no value for.
        pub fn $name<$element: $bound, A: ArrayLike<Element = $element>, I: Operand<Element: Cast<$start_type>>>(
            a: &A,
            axis: &impl Axes,
            initial: &I,
            mask: &impl ArrayLike<Element = bool>,
            keepdims: bool,
        ) -> Fallible<Array<$result>> {
            let (array, mask) = (a.to_array()?, mask.to_array()?);
            check_range::<I, $result>(initial)?;
            // SAFETY: The stub takes numbers, each of which is one element.
            let $start: $start_type = unsafe { *initial.elements().first() }.cast();
            let keeps_all = mask.rank() == 0 && mask.only()?;
            if keeps_all {
                let chosen = chosen_axes(axis, array.rank())?;
                return Ok(reduce(&array, &chosen, keepdims, |$lane| $value));
            }
            kept_lanes(&array, axis, &mask, Misfit::Reduction, keepdims, |$lane| $value)
        }

        $(#[$doc])*
        /// A scalar comes out.
        ///
        /// # Errors
        /// As where an array comes out.
        pub fn $scalar<$element: $bound, A: ArrayLike<Element = $element>, I: Operand<Element: Cast<$start_type>>>(
            a: &A,
            axis: &impl Axes,
            initial: &I,
            mask: &impl ArrayLike<Element = bool>,
            _keepdims: bool,
        ) -> Fallible<Scalar<$result>> {
            $name(a, axis, initial, mask, false)?.only().map(Scalar)
        }
    )*};
}
from_initial! {
    /// `numpy.sum(a, axis, initial=…, where=mask)`: the sum of a value and the elements kept.
    sum_from / sum_from_scalar<T: Summed> -> T::Output, from T::Wide =>
        |lane, start| lane.sum_from(start, Cast::<T::Wide>::cast).cast();
    /// `numpy.prod(a, axis, initial=…, where=mask)`: the product of a value and the elements kept.
    prod_from / prod_from_scalar<T: Summed> -> T::Output, from T::Output => |lane, start| {
        let mut product = start;
        lane.each(|element: T| product = product.multiply(Cast::<T::Output>::cast(element)));
        product
    };
    /// `numpy.min(a, axis, initial=…, where=mask)`: the least of a value and the elements kept; NaN where one is NaN.
    min_from / min_from_scalar<T: Element> -> T, from T => |lane, start| extreme_from(lane, start, |best, element| element < best);
    /// `numpy.max(a, axis, initial=…, where=mask)`: the greatest of a value and the elements kept; NaN where one is NaN.
    max_from / max_from_scalar<T: Element> -> T, from T => |lane, start| extreme_from(lane, start, |best, element| element > best);
}

/// The element that beats all others and a value.
fn extreme_from<T: Element>(lane: &Lane<'_, T>, start: T, beats: impl Fn(T, T) -> bool) -> T {
    let mut best = start;
    lane.each(|element| {
        if !best.is_nan() && (beats(best, element) || element.is_nan()) {
            best = element;
        }
    });
    best
}

/// Sums and products that begin with a value, computed in a dtype.
macro_rules! from_initial_as {
    ($($name:ident / $scalar:ident: $function:ident;)*) => {$(
        /// The same computed in a dtype: an array comes out.
        ///
        /// # Errors
        /// Those of the function without a dtype.
        pub fn $name<A: ArrayLike<Element: Cast<T>>, T, I>(
            a: &A,
            axis: &impl Axes,
            _dtype: DType<T>,
            initial: &I,
            mask: &impl ArrayLike<Element = bool>,
            keepdims: bool,
        ) -> Fallible<Array<T>>
        where
            T: Summed<Output: Cast<T>>,
            I: Operand<Element: Cast<T::Wide> + Cast<T::Output>>,
        {
            check_range::<I, T>(initial)?;
            let array: Array<T> = super::super::like::new_array(a)?;
            Ok($function(&array, axis, initial, mask, keepdims)?.cast())
        }

        /// The same computed in a dtype: a scalar comes out.
        ///
        /// # Errors
        /// Those of the function without a dtype.
        pub fn $scalar<A: ArrayLike<Element: Cast<T>>, T, I>(
            a: &A,
            axis: &impl Axes,
            dtype: DType<T>,
            initial: &I,
            mask: &impl ArrayLike<Element = bool>,
            _keepdims: bool,
        ) -> Fallible<Scalar<T>>
        where
            T: Summed<Output: Cast<T>>,
            I: Operand<Element: Cast<T::Wide> + Cast<T::Output>>,
        {
            $name(a, axis, dtype, initial, mask, false)?.only().map(Scalar)
        }
    )*};
}
from_initial_as! {
    sum_from_as / sum_from_as_scalar: sum_from;
    prod_from_as / prod_from_as_scalar: prod_from;
}

/// `numpy.mean(a, axis, dtype=…, where=mask)`: an array comes out.
///
/// # Errors
/// Those of [`mean_where`].
pub fn mean_where_as<A: ArrayLike<Element: Cast<T>>, T: Analytic>(
    a: &A,
    axis: &impl Axes,
    _dtype: DType<T>,
    mask: &impl ArrayLike<Element = bool>,
    keepdims: bool,
) -> Fallible<Array<T>> {
    let (array, mask): (Array<T>, _) = (super::super::like::new_array(a)?, mask.to_array()?);
    kept_lanes(&array, axis, &mask, Misfit::Count, keepdims, |lane| {
        lane.sum(|element| element).divide(T::from_f64(lane.rows.length as f64))
    })
}

/// `numpy.mean(a, axis, dtype=…, where=mask)`: a scalar comes out.
///
/// # Errors
/// Those of [`mean_where`].
pub fn mean_where_as_scalar<A: ArrayLike<Element: Cast<T>>, T: Analytic>(
    a: &A,
    axis: &impl Axes,
    dtype: DType<T>,
    mask: &impl ArrayLike<Element = bool>,
    _keepdims: bool,
) -> Fallible<Scalar<T>> {
    mean_where_as(a, axis, dtype, mask, false)?.only().map(Scalar)
}
