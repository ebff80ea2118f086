//! Integers and choices.

use std::ops::Div;

use super::Random;
use crate::exception::{Fallible, Raised, index_error, overflow_error, value_error};
use crate::int;
use crate::list::{self, List, from_vec};
use crate::object::Object;
use crate::range::{self, Range};
use crate::sequence::Sequence;
use crate::str::{self, Str};

/// An integer below `n`, which is above 0.
fn below(random: &Random, n: u128) -> Fallible<u128> {
    let bits = 128 - n.leading_zeros();
    loop {
        let number = random.bits(bits)?;
        if number < n {
            return Ok(number);
        }
    }
}

fn place(random: &Random, length: usize) -> Fallible<usize> {
    Ok(below(random, length as u128)? as usize)
}

/// One of a range, which may be of more items than memory could hold.
fn far_place(random: &Random, length: u64) -> Fallible<u64> {
    Ok(below(random, length.into())? as u64)
}

pub fn getrandbits(random: &Random, k: i64) -> Fallible<i64> {
    if k < 0 {
        return Err(value_error("number of bits must be non-negative"));
    }
    let too_many = || overflow_error("the result does not fit 64 bits");
    let bits = random.bits(u32::try_from(k).ok().filter(|k| *k <= 128).ok_or_else(too_many)?)?;
    i64::try_from(bits).map_err(|_| too_many())
}

pub fn randrange(random: &Random, stop: i64) -> Fallible<i64> {
    if stop > 0 { Ok(below(random, stop as u128)? as i64) } else { Err(value_error("empty range for randrange()")) }
}

pub fn randrange_from(random: &Random, start: i64, stop: i64, step: i64) -> Fallible<i64> {
    let width = i128::from(stop) - i128::from(start);
    let step = i128::from(step);
    let count = match step {
        0 => return Err(value_error("zero step for randrange()")),
        1 if width > 0 => width,
        1 => return Err(value_error(format!("empty range for randrange() ({start}, {stop}, {width})"))),
        _ => floor_div(width + step - step.signum(), step),
    };
    if count <= 0 {
        return Err(value_error("empty range for randrange()"));
    }
    let number = i128::from(start) + step * below(random, count as u128)? as i128;
    i64::try_from(number).map_err(|_| int::overflow())
}

fn floor_div(a: i128, b: i128) -> i128 {
    let quotient = a / b;
    if a % b != 0 && (a < 0) != (b < 0) { quotient - 1 } else { quotient }
}

pub fn randint(random: &Random, a: i64, b: i64) -> Fallible<i64> {
    let width = i128::from(b) + 1 - i128::from(a);
    if width <= 0 {
        let stop = i128::from(b) + 1;
        return Err(value_error(format!("empty range for randrange() ({a}, {stop}, {width})")));
    }
    Ok((i128::from(a) + below(random, width as u128)? as i128) as i64)
}

fn empty() -> Raised {
    index_error("Cannot choose from an empty sequence")
}

fn chosen(random: &Random, length: usize) -> Fallible<i64> {
    far_chosen(random, length as u64)
}

fn far_chosen(random: &Random, length: u64) -> Fallible<i64> {
    if length == 0 { Err(empty()) } else { Ok(far_place(random, length)? as i64) }
}

pub fn choice<T: Object>(random: &Random, seq: &List<T>) -> Fallible<T> {
    list::getitem(seq, chosen(random, seq.length())?)
}

pub fn choice_of_tuple<T: Object>(random: &Random, seq: &Sequence<T>) -> Fallible<T> {
    crate::sequence::getitem(seq, chosen(random, seq.as_slice().len())?)
}

pub fn choice_of_str(random: &Random, seq: &Str) -> Fallible<Str> {
    str::getitem(seq, chosen(random, str::len(seq) as usize)?)
}

pub fn choice_of_range(random: &Random, seq: &Range) -> Fallible<i64> {
    range::getitem(seq, far_chosen(random, seq.length())?)
}

pub fn shuffle<T: Object>(random: &Random, x: &List<T>) -> Fallible<()> {
    for last in (1..x.length()).rev() {
        let other = place(random, last + 1)?;
        x.change(|items| items.swap(last, other))?;
    }
    Ok(())
}

/// The places that are sampled of `n`, in order.
fn sampled(random: &Random, n: u64, k: i64) -> Fallible<Vec<u64>> {
    let count = usize::try_from(k).ok().filter(|k| *k as u64 <= n);
    let Some(count) = count else {
        return Err(value_error("Sample larger than population or is negative"));
    };
    let mut set_size = 21;
    if count > 5 {
        // The size of the table of a set, as CPython guesses it.
        set_size += 4u64.saturating_pow(((count * 3) as f64).ln().div(4f64.ln()).ceil() as u32);
    }
    let mut places = Vec::with_capacity(count);
    if n <= set_size {
        let mut pool: Vec<u64> = (0..n).collect();
        for taken in 0..count {
            let left = pool.len() - taken;
            let other = place(random, left)?;
            places.push(pool[other]);
            pool[other] = pool[left - 1];
        }
    } else {
        let mut seen = std::collections::HashSet::new();
        for _ in 0..count {
            let mut other = far_place(random, n)?;
            while !seen.insert(other) {
                other = far_place(random, n)?;
            }
            places.push(other);
        }
    }
    Ok(places)
}

pub fn sample<T: Object>(random: &Random, population: &List<T>, k: i64) -> Fallible<List<T>> {
    let places = sampled(random, population.length() as u64, k)?;
    Ok(from_vec(places.into_iter().filter_map(|place| population.get(place as usize)).collect()))
}

pub fn sample_of_range(random: &Random, population: &Range, k: i64) -> Fallible<List<i64>> {
    let places = sampled(random, population.length(), k)?;
    let items = places.into_iter().map(|place| range::getitem(population, place as i64));
    Ok(from_vec(items.collect::<Fallible<_>>()?))
}

pub fn choices<T: Object>(random: &Random, population: &List<T>, k: i64) -> Fallible<List<T>> {
    let n = population.length() as f64;
    let mut items = Vec::new();
    for _ in 0..k.max(0) {
        items.push(list::getitem(population, (random.float()? * n).floor() as i64)?);
    }
    Ok(from_vec(items))
}

pub fn choices_weighted<T: Object>(
    random: &Random,
    population: &List<T>,
    weights: &List<f64>,
    k: i64,
) -> Fallible<List<T>> {
    let mut total = None;
    let cumulative = weights.to_vec().into_iter().map(|weight| {
        let sum = total.map_or(weight, |total: f64| total + weight);
        total = Some(sum);
        sum
    });
    let cumulative: Vec<f64> = cumulative.collect();
    by_weight(random, population, &cumulative, k)
}

pub fn choices_weighted_int<T: Object>(
    random: &Random,
    population: &List<T>,
    weights: &List<i64>,
    k: i64,
) -> Fallible<List<T>> {
    let mut total = 0;
    let mut cumulative = Vec::new();
    for weight in weights.to_vec() {
        total = int::add(total, weight)?;
        cumulative.push(total as f64);
    }
    by_weight(random, population, &cumulative, k)
}

pub fn choices_cumulative<T: Object>(
    random: &Random,
    population: &List<T>,
    cum_weights: &List<f64>,
    k: i64,
) -> Fallible<List<T>> {
    by_weight(random, population, &cum_weights.to_vec(), k)
}

pub fn choices_cumulative_int<T: Object>(
    random: &Random,
    population: &List<T>,
    cum_weights: &List<i64>,
    k: i64,
) -> Fallible<List<T>> {
    let cumulative: Vec<f64> = cum_weights.to_vec().into_iter().map(|weight| weight as f64).collect();
    by_weight(random, population, &cumulative, k)
}

fn by_weight<T: Object>(random: &Random, population: &List<T>, cumulative: &[f64], k: i64) -> Fallible<List<T>> {
    if cumulative.len() != population.length() {
        return Err(value_error("The number of weights does not match the population"));
    }
    let Some(total) = cumulative.last().map(|total| total + 0.0) else {
        return Err(index_error("list index out of range"));
    };
    if total <= 0.0 {
        return Err(value_error("Total of weights must be greater than zero"));
    }
    if !total.is_finite() {
        return Err(value_error("Total of weights must be finite"));
    }
    let mut items = Vec::new();
    for _ in 0..k.max(0) {
        let wanted = random.float()? * total;
        let place = cumulative[..cumulative.len() - 1].partition_point(|weight| !crate::object::less(&wanted, weight));
        items.extend(population.get(place));
    }
    Ok(from_vec(items))
}
