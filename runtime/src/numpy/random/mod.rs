//! `numpy.random`: generators of random numbers with numpy's own sequences for a seed.

mod pcg64;
#[rustfmt::skip]
mod ziggurat;

use std::hash::{BuildHasher, RandomState};

use super::array::{Array, Lengths};
use super::element::{Cast, Element};
use super::like::{ArrayLike, new_array};
use super::scalar::Scalar;
use super::shape::{Shape, checked_shape};
use crate::exception::{Fallible, value_error};
use crate::object::{Identity, Object};
use crate::shared::Shared;

use pcg64::Pcg64;

/// A generator of random numbers; a clone is another name of the same generator.
#[derive(Clone)]
pub struct Generator {
    state: Shared<Pcg64>,
}

impl Identity for Generator {
    fn same(&self, other: &Self) -> bool {
        self.state.same(&other.state)
    }
}

impl Object for Generator {
    fn type_name(&self) -> &'static str {
        "Generator"
    }

    fn freeze(&self) {
        self.state.freeze();
    }

    fn repr(&self, out: &mut String) {
        // numpy shows an address, which no two runs have in common.
        out.push_str("Generator(PCG64)");
    }
}

/// `numpy.random.default_rng(seed)`; without a seed by one of the system's.
///
/// # Errors
/// `ValueError` for a negative seed.
pub fn default_rng(seed: Option<i64>) -> Fallible<Generator> {
    let seed = match seed {
        Some(seed) => u64::try_from(seed).map_err(|_| value_error("expected non-negative integer"))?,
        None => RandomState::new().hash_one(0),
    };
    Ok(Generator { state: Shared::new(Pcg64::seeded(seed)) })
}

/// The methods of `numpy.random.Generator`.
pub mod generator {
    use super::*;

    fn lengths(size: &impl Shape) -> Fallible<Lengths> {
        checked_shape(size)
    }

    fn fill<T: Element>(
        generator: &Generator,
        size: &impl Shape,
        next: impl Fn(&mut Pcg64) -> T,
    ) -> Fallible<Array<T>> {
        let shape = lengths(size)?;
        generator.state.write(|state| {
            let elements = (0..shape.iter().product()).map(|_| next(state)).collect();
            Array::from_vec(elements, &shape)
        })
    }

    /// `rng.random()`.
    ///
    /// # Errors
    /// `RuntimeError` where the generator is frozen.
    pub fn random(generator: &Generator, _size: ()) -> Fallible<f64> {
        generator.state.write(Pcg64::float)
    }

    /// `rng.random(size)`.
    ///
    /// # Errors
    /// `ValueError` for a negative length.
    pub fn random_many(generator: &Generator, size: &impl Shape) -> Fallible<Array<f64>> {
        fill(generator, size, Pcg64::float)
    }

    /// `rng.random(size, dtype=np.float32)`.
    ///
    /// # Errors
    /// `ValueError` for a negative length.
    pub fn random_float32(
        generator: &Generator,
        size: &impl Shape,
        _dtype: super::super::DType<f32>,
    ) -> Fallible<Array<f32>> {
        fill(generator, size, Pcg64::float32)
    }

    /// `rng.standard_normal()`.
    ///
    /// # Errors
    /// `RuntimeError` where the generator is frozen.
    pub fn standard_normal(generator: &Generator, _size: ()) -> Fallible<f64> {
        generator.state.write(Pcg64::normal)
    }

    /// `rng.standard_normal(size)`.
    ///
    /// # Errors
    /// `ValueError` for a negative length.
    pub fn standard_normal_many(generator: &Generator, size: &impl Shape) -> Fallible<Array<f64>> {
        fill(generator, size, Pcg64::normal)
    }

    fn check_scale(scale: f64) -> Fallible<()> {
        if scale < 0.0 || (scale == 0.0 && scale.is_sign_negative()) { Err(value_error("scale < 0")) } else { Ok(()) }
    }

    /// `rng.normal(loc, scale)`.
    ///
    /// # Errors
    /// `ValueError` for a negative scale.
    pub fn normal(generator: &Generator, loc: f64, scale: f64) -> Fallible<f64> {
        check_scale(scale)?;
        generator.state.write(|state| loc + scale * state.normal())
    }

    /// `rng.normal(loc, scale, size)`.
    ///
    /// # Errors
    /// `ValueError` for a negative scale or length.
    pub fn normal_many(generator: &Generator, loc: f64, scale: f64, size: &impl Shape) -> Fallible<Array<f64>> {
        check_scale(scale)?;
        fill(generator, size, |state| loc + scale * state.normal())
    }

    fn width(low: f64, high: f64) -> Fallible<f64> {
        let width = high - low;
        if !width.is_finite() {
            return Err(crate::exception::overflow_error("high - low range exceeds valid bounds"));
        }
        if width < 0.0 || (width == 0.0 && width.is_sign_negative()) {
            return Err(value_error("high - low < 0"));
        }
        Ok(width)
    }

    /// `rng.uniform(low, high)`.
    ///
    /// # Errors
    /// `ValueError` where `high` is less than `low`; `OverflowError` where they lie too far apart.
    pub fn uniform(generator: &Generator, low: f64, high: f64) -> Fallible<f64> {
        let width = width(low, high)?;
        generator.state.write(|state| low + width * state.float())
    }

    /// `rng.uniform(low, high, size)`.
    ///
    /// # Errors
    /// As for [`uniform`]; `ValueError` for a negative length.
    pub fn uniform_many(generator: &Generator, low: f64, high: f64, size: &impl Shape) -> Fallible<Array<f64>> {
        let width = width(low, high)?;
        fill(generator, size, |state| low + width * state.float())
    }

    /// The least and the greatest number that may come out.
    fn bounds(low: i64, high: Option<i64>, endpoint: bool) -> Fallible<(i64, u64)> {
        let (low, high) = high.map_or((0, low), |high| (low, high));
        let greatest = i128::from(high) - i128::from(!endpoint);
        if greatest < i128::from(low) {
            return Err(value_error(match (low, endpoint) {
                (0, false) => "high <= 0",
                (0, true) => "high < 0",
                (_, false) => "low >= high",
                (_, true) => "low > high",
            }));
        }
        Ok((low, (greatest - i128::from(low)) as u64))
    }

    /// `rng.integers(low, high)`.
    ///
    /// # Errors
    /// `ValueError` where there is no number between the bounds.
    pub fn integers(generator: &Generator, low: i64, high: Option<i64>, endpoint: bool) -> Fallible<Scalar<i64>> {
        let (low, most) = bounds(low, high, endpoint)?;
        generator.state.write(|state| Scalar(low.wrapping_add(state.up_to(most) as i64)))
    }

    /// `rng.integers(low, high, size)`.
    ///
    /// # Errors
    /// `ValueError` where there is no number between the bounds, and for a negative length.
    pub fn integers_many(
        generator: &Generator,
        low: i64,
        high: Option<i64>,
        size: &impl Shape,
        endpoint: bool,
    ) -> Fallible<Array<i64>> {
        // Where nothing is asked for the bounds may be any.
        let (low, most) = if size.lengths().contains(&0) { (0, 0) } else { bounds(low, high, endpoint)? };
        fill(generator, size, |state| low.wrapping_add(state.up_to(most) as i64))
    }

    /// Exchanges each element with one at or before it, from the last on, as `choice` does.
    fn shuffle_places(state: &mut Pcg64, first: usize, count: usize, mut exchange: impl FnMut(usize, usize)) {
        for place in (first..count).rev() {
            exchange(place, state.up_to(place as u64) as usize);
        }
    }

    /// `rng.shuffle(x)`: along the first axis, in place.
    ///
    /// # Errors
    /// `ValueError` where the array is read-only.
    pub fn shuffle<T: Element>(generator: &Generator, x: &Array<T>) -> Fallible<()> {
        if !x.is_writable() {
            return Err(value_error("array is read-only"));
        }
        let shuffled = permutation(generator, x)?;
        super::super::assign::assign(x, &shuffled, super::super::assign::Destination::Assignment)
    }

    /// `rng.permutation(x)` of an array: its parts along the first axis in another order.
    ///
    /// # Errors
    /// `ValueError` where it has no axes.
    pub fn permutation<A: ArrayLike>(generator: &Generator, x: &A) -> Fallible<Array<A::Element>> {
        let array = x.to_array()?;
        let Some(&length) = array.shape().first() else {
            return Err(value_error("an array without axes has no parts to shuffle"));
        };
        let order = permutation_of(generator, length as i64)?;
        super::super::index::take_along(&array, 0, &order)
    }

    /// `rng.permutation(n)`: the numbers below `n` in some order.
    ///
    /// # Errors
    /// `RuntimeError` where the generator is frozen.
    pub fn permutation_of(generator: &Generator, x: i64) -> Fallible<Array<i64>> {
        let mut order: Vec<i64> = (0..x).collect();
        generator.state.write(|state| {
            let count = order.len();
            for place in (1..count).rev() {
                order.swap(place, state.interval(place as u64) as usize);
            }
        })?;
        Ok(Array::from_elements(order))
    }

    /// `rng.choice(n)`: a number below `n`.
    ///
    /// # Errors
    /// `ValueError` for no numbers.
    pub fn choice_below(generator: &Generator, a: i64) -> Fallible<Scalar<i64>> {
        if a <= 0 {
            return Err(value_error("a must be a positive integer unless no samples are taken"));
        }
        integers(generator, 0, Some(a), false)
    }

    /// `rng.choice(n, size, replace=…)`: numbers below `n`.
    ///
    /// # Errors
    /// `ValueError` for no numbers, or fewer than are asked for without repetition.
    pub fn choice_below_many(generator: &Generator, a: i64, size: &impl Shape, replace: bool) -> Fallible<Array<i64>> {
        let shape = lengths(size)?;
        let count: usize = shape.iter().product();
        if a <= 0 && count > 0 {
            return Err(value_error("a must be a positive integer unless no samples are taken"));
        }
        places(generator, a.max(0) as usize, &shape, replace)
    }

    fn places(generator: &Generator, population: usize, shape: &Lengths, replace: bool) -> Fallible<Array<i64>> {
        let count: usize = shape.iter().product();
        if replace {
            let most = (population as u64).wrapping_sub(1);
            let elements = generator.state.write(|state| (0..count).map(|_| state.up_to(most) as i64).collect())?;
            return Ok(Array::from_vec(elements, shape));
        }
        if count > population {
            return Err(value_error("Cannot take a larger sample than population when replace is False"));
        }
        let elements = generator.state.write(|state| {
            if population > 10_000 && count > population / 50 {
                by_tail(state, population, count)
            } else {
                by_floyd(state, population, count)
            }
        })?;
        Ok(Array::from_vec(elements, shape))
    }

    /// The end of the population, after so much of it has been shuffled.
    fn by_tail(state: &mut Pcg64, population: usize, count: usize) -> Vec<i64> {
        let mut all: Vec<i64> = (0..population as i64).collect();
        shuffle_places(state, (population - count).max(1), population, |a, b| all.swap(a, b));
        all.split_off(population - count)
    }

    /// Floyd's algorithm: each number drawn, or where it is there already the greatest that could be.
    fn by_floyd(state: &mut Pcg64, population: usize, count: usize) -> Vec<i64> {
        let mut chosen: Vec<i64> = Vec::with_capacity(count);
        let mut taken = rustc_hash::FxHashSet::default();
        for greatest in (population - count) as i64..population as i64 {
            let drawn = state.up_to(greatest as u64) as i64;
            let number = if taken.insert(drawn) { drawn } else { greatest };
            taken.insert(number);
            chosen.push(number);
        }
        shuffle_places(state, 1, count, |a, b| chosen.swap(a, b));
        chosen
    }

    /// `rng.choice(a)`: an element of a vector.
    ///
    /// # Errors
    /// `ValueError` for an empty one, or where it is no vector.
    pub fn choice<A: ArrayLike>(generator: &Generator, a: &A) -> Fallible<Scalar<A::Element>> {
        let array = vector(a)?;
        if array.size() == 0 {
            return Err(value_error("a cannot be empty unless no samples are taken"));
        }
        let place = integers(generator, 0, Some(array.size() as i64), false)?;
        super::super::index::element(&array, &[super::super::Index::Integer(place.0)])
    }

    fn vector<A: ArrayLike>(a: &A) -> Fallible<Array<A::Element>> {
        let array = a.to_array()?;
        if array.rank() != 1 {
            return Err(value_error("choice takes a vector"));
        }
        Ok(array)
    }

    /// `rng.choice(a, size, replace=…)`: elements of a vector.
    ///
    /// # Errors
    /// `ValueError` for an empty one, or fewer elements than are asked for without repetition.
    pub fn choice_many<A: ArrayLike>(
        generator: &Generator,
        a: &A,
        size: &impl Shape,
        replace: bool,
    ) -> Fallible<Array<A::Element>> {
        let (array, shape) = (vector(a)?, lengths(size)?);
        if array.size() == 0 && shape.iter().product::<usize>() > 0 {
            return Err(value_error("a cannot be empty unless no samples are taken"));
        }
        let places = places(generator, array.size(), &shape, replace)?;
        super::super::index::take_along(&array, 0, &places)
    }

    /// `rng.choice(n, size, p=…)`: numbers below `n` with those probabilities, with repetition.
    ///
    /// # Errors
    /// `ValueError` for probabilities that are negative, do not sum to 1, or are not as many as numbers.
    pub fn choice_below_weighted<P: ArrayLike<Element: Cast<f64>>>(
        generator: &Generator,
        a: i64,
        size: &impl Shape,
        p: &P,
    ) -> Fallible<Array<i64>> {
        let probabilities: Vec<f64> = new_array::<f64, P>(p)?.to_vec();
        if probabilities.len() as i64 != a {
            return Err(value_error("a and p must have same size"));
        }
        let total: f64 = probabilities.iter().sum();
        if total.is_nan() {
            return Err(value_error("Probabilities contain NaN"));
        }
        if probabilities.iter().any(|&probability| probability < 0.0) {
            return Err(value_error("Probabilities are not non-negative"));
        }
        if (total - 1.0).abs() > f64::EPSILON.sqrt() {
            return Err(value_error(
                "Probabilities do not sum to 1. See Notes section of docstring for more information.",
            ));
        }
        let mut sum = 0.0;
        let mut bounds: Vec<f64> = probabilities
            .iter()
            .map(|probability| {
                sum += probability;
                sum
            })
            .collect();
        let last = bounds.last().copied().unwrap_or(1.0);
        bounds.iter_mut().for_each(|bound| *bound /= last);
        fill(generator, size, |state| {
            let drawn = state.float();
            bounds.partition_point(|bound| *bound <= drawn) as i64
        })
    }
}
