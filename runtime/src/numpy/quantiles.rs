//! `numpy.quantile` and its kin, by each of numpy's methods.
//!
//! The methods of Hyndman and Fan (1996) and four more: where a share of the sorted elements ends, as a place between two of
//! them, and what is between these. Discrete methods give an element and keep its dtype.

use super::arithmetic::{Analytic, Ordered};
use super::array::Array;
use super::element::{Cast, Element, Kind};
use super::like::{ArrayLike, new_array};
use super::promote::Quotient;
use super::reduce::{Lane, reduce};
use super::scalar::Scalar;
use super::shape::{Axes, chosen_axes};
use crate::exception::{Fallible, Raised, index_error, value_error};
use crate::str::Str;

/// An element that quantiles are made of: a number, neither complex nor a truth value.
pub trait Interpolated: Ordered + Quotient<Output: Ordered + Analytic> + Cast<f64> {}
impl<T: Ordered + Quotient<Output: Ordered + Analytic> + Cast<f64>> Interpolated for T {}

/// A method that goes on a straight line between two neighbours.
#[derive(Clone, Copy)]
enum Continuous {
    AveragedInvertedCdf,
    Linear,
    Midpoint,
    /// The place is `count * share + alpha + share * (1 - alpha - beta) - 1`.
    Plotting {
        alpha: f64,
        beta: f64,
    },
}

impl Continuous {
    fn named(name: &Str) -> Fallible<Self> {
        let plotting = |alpha, beta| Ok(Continuous::Plotting { alpha, beta });
        match name.as_str() {
            "averaged_inverted_cdf" => Ok(Continuous::AveragedInvertedCdf),
            "interpolated_inverted_cdf" => plotting(0.0, 1.0),
            "hazen" => plotting(0.5, 0.5),
            "weibull" => plotting(0.0, 0.0),
            "linear" => Ok(Continuous::Linear),
            "median_unbiased" => plotting(1.0 / 3.0, 1.0 / 3.0),
            "normal_unbiased" => plotting(3.0 / 8.0, 3.0 / 8.0),
            "midpoint" => Ok(Continuous::Midpoint),
            other => Err(unknown(other)),
        }
    }

    /// Where the share of so many elements ends.
    fn place(self, count: f64, share: f64) -> f64 {
        match self {
            Continuous::AveragedInvertedCdf => count * share - 1.0,
            Continuous::Linear => (count - 1.0) * share,
            Continuous::Midpoint => {
                let place = (count - 1.0) * share;
                0.5 * (place.floor() + place.ceil())
            }
            Continuous::Plotting { alpha, beta } => count * share + (alpha + share * (1.0 - alpha - beta)) - 1.0,
        }
    }

    /// How far from the neighbour before to the one after, by the place and its distance from the former.
    fn weight(self, distance: f64, place: f64) -> f64 {
        match self {
            Continuous::AveragedInvertedCdf if distance == 0.0 => 0.5,
            Continuous::AveragedInvertedCdf => 1.0,
            Continuous::Midpoint if place % 1.0 == 0.0 => 0.0,
            Continuous::Midpoint => 0.5,
            Continuous::Linear | Continuous::Plotting { .. } => distance,
        }
    }

    /// The point between sorted elements, the last of which is not NaN; the weights are of type `W`.
    fn between<T: Interpolated + Cast<W>, W: Ordered + Analytic>(self, sorted: &[T], last: T, share: f64) -> W {
        let count = sorted.len();
        let place = self.place(count as f64, share);
        // Beyond an end both neighbours are the element there; numpy counts the last as the one at -1.
        let (before, after, distance) = if place < 0.0 {
            (sorted[0], sorted[0], place)
        } else if place >= (count - 1) as f64 {
            (last, last, place + 1.0)
        } else {
            let below = place.floor();
            (sorted[below as usize], sorted[below as usize + 1], place - below)
        };
        let weight = self.weight(distance, place);
        let apart: W = after.subtract(before).cast();
        if weight >= 0.5 {
            Cast::<W>::cast(after).subtract(apart.multiply(W::from_f64(1.0 - weight)))
        } else {
            Cast::<W>::cast(before).add(apart.multiply(W::from_f64(weight)))
        }
    }
}

/// A method that gives one of the elements.
#[derive(Clone, Copy)]
enum Discrete {
    InvertedCdf,
    ClosestObservation,
    Lower,
    Higher,
    Nearest,
    /// "linear", of shares that are ints: 0 and 1.
    End,
}

impl Discrete {
    fn named(name: &Str) -> Fallible<Self> {
        match name.as_str() {
            "inverted_cdf" => Ok(Discrete::InvertedCdf),
            "closest_observation" => Ok(Discrete::ClosestObservation),
            "lower" => Ok(Discrete::Lower),
            "higher" => Ok(Discrete::Higher),
            "nearest" => Ok(Discrete::Nearest),
            "linear" => Ok(Discrete::End),
            other => Err(unknown(other)),
        }
    }

    /// The position of the element among so many.
    fn position(self, count: usize, share: f64) -> usize {
        let inner = (count - 1) as f64 * share;
        let position = match self {
            Discrete::InvertedCdf => {
                let place = count as f64 * share - 1.0;
                if place == place.floor() { place } else { place.floor() + 1.0 }
            }
            Discrete::ClosestObservation => {
                let place = count as f64 * share - 1.0 - 0.5;
                let below = place.floor();
                if place == below && below.rem_euclid(2.0) == 1.0 { below } else { below + 1.0 }
            }
            Discrete::Lower | Discrete::End => inner.floor(),
            Discrete::Higher => inner.ceil(),
            Discrete::Nearest => inner.round_ties_even(),
        };
        (position.max(0.0) as usize).min(count - 1)
    }
}

#[cold]
fn unknown(method: &str) -> Raised {
    value_error(format!(
        "{} is not a valid method. Use one of: dict_keys(['inverted_cdf', 'averaged_inverted_cdf', 'closest_observation', \
         'interpolated_inverted_cdf', 'hazen', 'weibull', 'linear', 'median_unbiased', 'normal_unbiased', 'lower', 'higher', \
         'midpoint', 'nearest'])",
        crate::object::repr(&Str::from(method)).as_str()
    ))
}

/// What is asked of sorted elements: whether NaN is among them, and what to say where there is none.
#[derive(Clone, Copy)]
struct Sorting<T> {
    sorted: fn(&Lane<'_, T>) -> Vec<T>,
    refuses_nothing: bool,
}

impl<T: Element> Sorting<T> {
    const ALL: Self = Self { sorted: |lane| lane.sorted(), refuses_nothing: true };
    const WITHOUT_NAN: Self = Self { sorted: |lane| lane.sorted_without_nan(), refuses_nothing: false };

    /// What the function gives for the sorted elements of each lane and the last of them: NaN where that is NaN or there is
    /// none.
    fn each<R: Element>(
        self,
        array: &Array<T>,
        chosen: &[bool],
        keepdims: bool,
        value: impl Fn(&[T], T) -> R + Sync,
    ) -> Array<R>
    where
        T: Cast<R>,
    {
        reduce(array, chosen, keepdims, |lane| {
            let sorted = (self.sorted)(lane);
            match sorted.last() {
                None => R::from_f64(f64::NAN),
                Some(last) if last.is_nan() => (*last).cast(),
                Some(last) => value(&sorted, *last),
            }
        })
    }

    /// Refuses lanes without elements, as numpy's partition does.
    fn check(self, array: &Array<T>, chosen: &[bool], is_discrete: bool) -> Fallible<()> {
        let length = |pick: bool| -> usize {
            array.shape().iter().zip(chosen).filter(|(_, chosen)| **chosen == pick).map(|(length, _)| length).product()
        };
        if !self.refuses_nothing || length(true) != 0 || length(false) == 0 {
            return Ok(());
        }
        Err(index_error(match (T::KIND, is_discrete) {
            (Kind::Float, _) => "index -1 is out of bounds for axis 0 with size 0",
            (_, true) => "cannot do a non-empty take from an empty axes.",
            (_, false) => "index 0 is out of bounds for axis 0 with size 0",
        }))
    }
}

/// The shares that a caller asks for, from 0 to 1.
fn shares<Q: ArrayLike<Element: Cast<f64>>>(q: &Q, whole: f64, message: &str) -> Fallible<Array<f64>> {
    let shares = new_array::<f64, Q>(q)?.map(|share| if whole == 1.0 { share } else { share / whole });
    if shares.elements().any(|share| !(0.0..=1.0).contains(&share)) {
        return Err(value_error(message));
    }
    Ok(shares)
}

/// The results for several shares, whose axes come first.
fn each_share<R: Element>(shares: &Array<f64>, rest: impl Fn(f64) -> Array<R>) -> Array<R> {
    let results: Vec<Array<R>> = shares.elements().map(&rest).collect();
    let inner = results.first().map_or_else(|| rest(0.0).shape().to_vec(), |result| result.shape().to_vec());
    let shape: Vec<usize> = shares.shape().iter().copied().chain(inner).collect();
    Array::from_vec(results.iter().flat_map(Array::elements).collect(), &shape)
}

/// The functions that give quantiles, each of one share as an array or a scalar, and of several shares: between elements, and
/// of the elements themselves.
macro_rules! quantiles {
    ($($(#[$doc:meta])* $name:ident, $scalar:ident, $many:ident, $element:ident, $element_scalar:ident, $element_many:ident:
        $whole:literal, $message:literal, $sorting:ident;)*) => {$(
        $(#[$doc])*
        /// An array comes out.
        ///
        /// # Errors
        /// `ValueError` for a share out of range; `AxisError` for an axis that there is not; `IndexError` where nothing is there.
        pub fn $name<T: Interpolated, A: ArrayLike<Element = T>>(
            a: &A,
            q: f64,
            axis: &impl Axes,
            method: &Str,
            keepdims: bool,
        ) -> Fallible<Array<T::Output>> {
            let share = shares(&q, $whole, $message)?.only()?;
            let (array, method) = (a.to_array()?, Continuous::named(method)?);
            let chosen = chosen_axes(axis, array.rank())?;
            Sorting::<T>::$sorting.check(&array, &chosen, false)?;
            Ok(Sorting::<T>::$sorting.each(&array, &chosen, keepdims, |sorted, last| method.between(sorted, last, share)))
        }

        $(#[$doc])*
        /// A scalar comes out.
        ///
        /// # Errors
        /// As where an array comes out.
        pub fn $scalar<T: Interpolated, A: ArrayLike<Element = T>>(
            a: &A,
            q: f64,
            axis: &impl Axes,
            method: &Str,
            _keepdims: bool,
        ) -> Fallible<Scalar<T::Output>> {
            $name(a, q, axis, method, false)?.only().map(Scalar)
        }

        $(#[$doc])*
        /// For several shares: their axes come first.
        ///
        /// # Errors
        /// As for one share.
        pub fn $many<T: Interpolated, A: ArrayLike<Element = T>, Q: ArrayLike<Element: Cast<f64>>>(
            a: &A,
            q: &Q,
            axis: &impl Axes,
            method: &Str,
            keepdims: bool,
        ) -> Fallible<Array<f64>> {
            let shares = shares(q, $whole, $message)?;
            let (array, method) = (a.to_array()?, Continuous::named(method)?);
            let chosen = chosen_axes(axis, array.rank())?;
            Sorting::<T>::$sorting.check(&array, &chosen, false)?;
            Ok(each_share(&shares, |share| {
                Sorting::<T>::$sorting.each(&array, &chosen, keepdims, |sorted, last| method.between(sorted, last, share))
            }))
        }

        $(#[$doc])*
        /// One of the elements; an array comes out.
        ///
        /// # Errors
        /// As where it lies between them.
        pub fn $element<T: Interpolated, A: ArrayLike<Element = T>>(
            a: &A,
            q: f64,
            axis: &impl Axes,
            method: &Str,
            keepdims: bool,
        ) -> Fallible<Array<T>> {
            $element_many(a, &q, axis, method, keepdims)
        }

        $(#[$doc])*
        /// One of the elements; a scalar comes out.
        ///
        /// # Errors
        /// As where it lies between them.
        pub fn $element_scalar<T: Interpolated, A: ArrayLike<Element = T>>(
            a: &A,
            q: f64,
            axis: &impl Axes,
            method: &Str,
            _keepdims: bool,
        ) -> Fallible<Scalar<T>> {
            $element_many(a, &q, axis, method, false)?.only().map(Scalar)
        }

        $(#[$doc])*
        /// Elements, for several shares: their axes come first.
        ///
        /// # Errors
        /// As where they lie between them.
        pub fn $element_many<T: Interpolated, A: ArrayLike<Element = T>, Q: ArrayLike<Element: Cast<f64>>>(
            a: &A,
            q: &Q,
            axis: &impl Axes,
            method: &Str,
            keepdims: bool,
        ) -> Fallible<Array<T>> {
            let shares = shares(q, $whole, $message)?;
            let (array, method) = (a.to_array()?, Discrete::named(method)?);
            let chosen = chosen_axes(axis, array.rank())?;
            Sorting::<T>::$sorting.check(&array, &chosen, true)?;
            Ok(each_share(&shares, |share| {
                Sorting::<T>::$sorting
                    .each(&array, &chosen, keepdims, |sorted, _| sorted[method.position(sorted.len(), share)])
            }))
        }
    )*};
}
quantiles! {
    /// `numpy.percentile(a, q, axis, method=…)`: what `q` percent of the elements lie below.
    percentile, percentile_scalar, percentile_many, percentile_element, percentile_element_scalar, percentile_elements:
        100.0, "Percentiles must be in the range [0, 100]", ALL;
    /// `numpy.quantile(a, q, axis, method=…)`: what a share `q` of the elements lies below.
    quantile, quantile_scalar, quantile_many, quantile_element, quantile_element_scalar, quantile_elements:
        1.0, "Quantiles must be in the range [0, 1]", ALL;
    /// `numpy.nanpercentile(a, q, axis, method=…)`: what `q` percent of the elements that are not NaN lie below.
    nanpercentile, nanpercentile_scalar, nanpercentile_many, nanpercentile_element, nanpercentile_element_scalar,
        nanpercentile_elements: 100.0, "Percentiles must be in the range [0, 100]", WITHOUT_NAN;
    /// `numpy.nanquantile(a, q, axis, method=…)`: what a share `q` of the elements that are not NaN lies below.
    nanquantile, nanquantile_scalar, nanquantile_many, nanquantile_element, nanquantile_element_scalar, nanquantile_elements:
        1.0, "Quantiles must be in the range [0, 1]", WITHOUT_NAN;
}

/// Quantiles of a share that is an int: one of the elements at the ends, in their dtype.
macro_rules! ends {
    ($($(#[$doc:meta])* $name:ident, $scalar:ident: $element:ident;)*) => {$(
        $(#[$doc])*
        /// An array comes out.
        ///
        /// # Errors
        /// As for a share that is a float.
        pub fn $name<T: Interpolated, A: ArrayLike<Element = T>>(
            a: &A,
            q: i64,
            axis: &impl Axes,
            method: &Str,
            keepdims: bool,
        ) -> Fallible<Array<T>> {
            $element(a, q as f64, axis, method, keepdims)
        }

        $(#[$doc])*
        /// A scalar comes out.
        ///
        /// # Errors
        /// As for a share that is a float.
        pub fn $scalar<T: Interpolated, A: ArrayLike<Element = T>>(
            a: &A,
            q: i64,
            axis: &impl Axes,
            method: &Str,
            _keepdims: bool,
        ) -> Fallible<Scalar<T>> {
            $name(a, q, axis, method, false)?.only().map(Scalar)
        }
    )*};
}
ends! {
    /// `numpy.quantile(a, 0, axis)`, `numpy.quantile(a, 1, axis)`.
    quantile_end, quantile_end_scalar: quantile_element;
    /// `numpy.nanquantile(a, 0, axis)`, `numpy.nanquantile(a, 1, axis)`.
    nanquantile_end, nanquantile_end_scalar: nanquantile_element;
}
