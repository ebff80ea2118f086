//! `product`, `permutations`, `combinations`: choices from a pool, in the order of their places in it.

use std::marker::PhantomData;

use crate::exception::{Fallible, value_error};
use crate::object::{Iter, Object, collect};
use crate::sequence::{self, Sequence};

/// A tuple made of items of a pool.
pub trait Picked<T> {
    /// Of the items at these places.
    fn picked(pool: &[T], places: &[usize]) -> Self;
}

impl<T: Clone> Picked<T> for Sequence<T> {
    fn picked(pool: &[T], places: &[usize]) -> Self {
        sequence::from_vec(places.iter().map(|place| pool[*place].clone()).collect())
    }
}

macro_rules! picked_tuples {
    ($(($($item:ident $place:literal),*))*) => {$(
        impl<T: Clone> Picked<T> for ($($item,)*) {
            fn picked(pool: &[T], places: &[usize]) -> Self {
                ($(pool[places[$place]].clone(),)*)
            }
        }
    )*};
}

picked_tuples! { (T 0) (T 0, T 1) (T 0, T 1, T 2) (T 0, T 1, T 2, T 3) }

/// The next choice of places after one; false after the last.
type Advance = fn(&mut Choice) -> bool;

/// A choice of places in a pool.
struct Choice {
    places: Vec<usize>,
    /// How many items there are to choose from.
    pool: usize,
    /// What permutations count by.
    cycles: Vec<usize>,
    /// For permutations all places, of which the first ones are chosen.
    all: Vec<usize>,
}

/// Gives a tuple for each choice.
pub struct Choices<T, O> {
    pool: Vec<T>,
    choice: Choice,
    advance: Advance,
    is_first: bool,
    is_done: bool,
    gives: PhantomData<O>,
}

impl<T: Object, O: Picked<T>> Iter for Choices<T, O> {
    type Item = O;

    fn next(&mut self) -> Fallible<Option<O>> {
        if self.is_done {
            return Ok(None);
        }
        if !std::mem::take(&mut self.is_first) && !(self.advance)(&mut self.choice) {
            self.is_done = true;
            return Ok(None);
        }
        Ok(Some(O::picked(&self.pool, &self.choice.places)))
    }
}

fn choices<T: Object, O: Picked<T>>(
    items: impl Iter<Item = T>,
    r: Option<i64>,
    negative: &str,
    first: impl FnOnce(usize, usize) -> Option<Choice>,
    advance: Advance,
) -> Fallible<Choices<T, O>> {
    let pool = collect(items)?;
    let r = match r {
        Some(r) => usize::try_from(r).map_err(|_| value_error(negative))?,
        None => pool.len(),
    };
    let first = first(pool.len(), r);
    let is_done = first.is_none();
    let choice = first.unwrap_or(Choice { places: Vec::new(), pool: 0, cycles: Vec::new(), all: Vec::new() });
    Ok(Choices { pool, choice, advance, is_first: true, is_done, gives: PhantomData })
}

const NEGATIVE: &str = "r must be non-negative";

fn plain(places: Vec<usize>, pool: usize) -> Choice {
    Choice { places, pool, cycles: Vec::new(), all: Vec::new() }
}

fn next_combination(choice: &mut Choice) -> bool {
    let r = choice.places.len();
    let Some(place) = (0..r).rev().find(|place| choice.places[*place] != place + choice.pool - r) else { return false };
    let next = choice.places[place] + 1;
    for (offset, place) in choice.places[place..].iter_mut().enumerate() {
        *place = next + offset;
    }
    true
}

fn next_with_replacement(choice: &mut Choice) -> bool {
    let Some(place) = choice.places.iter().rposition(|place| *place + 1 != choice.pool) else { return false };
    let next = choice.places[place] + 1;
    choice.places[place..].fill(next);
    true
}

fn next_product(choice: &mut Choice) -> bool {
    for place in choice.places.iter_mut().rev() {
        *place += 1;
        if *place < choice.pool {
            return true;
        }
        *place = 0;
    }
    false
}

fn next_permutation(choice: &mut Choice) -> bool {
    let (r, n) = (choice.places.len(), choice.pool);
    for place in (0..r).rev() {
        choice.cycles[place] -= 1;
        if choice.cycles[place] == 0 {
            choice.all[place..].rotate_left(1);
            choice.cycles[place] = n - place;
        } else {
            let other = n - choice.cycles[place];
            choice.all.swap(place, other);
            choice.places.copy_from_slice(&choice.all[..r]);
            return true;
        }
    }
    false
}

fn combining<T: Object, O: Picked<T>>(items: impl Iter<Item = T>, r: i64) -> Fallible<Choices<T, O>> {
    let first = |n, r| (r <= n).then(|| plain((0..r).collect(), n));
    choices(items, Some(r), NEGATIVE, first, next_combination)
}

fn replacing<T: Object, O: Picked<T>>(items: impl Iter<Item = T>, r: i64) -> Fallible<Choices<T, O>> {
    let first = |n, r| (n > 0 || r == 0).then(|| plain(vec![0; r], n));
    choices(items, Some(r), NEGATIVE, first, next_with_replacement)
}

fn permuting<T: Object, O: Picked<T>>(items: impl Iter<Item = T>, r: Option<i64>) -> Fallible<Choices<T, O>> {
    let first = |n: usize, r: usize| {
        (r <= n).then(|| Choice {
            places: (0..r).collect(),
            pool: n,
            cycles: (0..r).map(|place| n - place).collect(),
            all: (0..n).collect(),
        })
    };
    choices(items, r, NEGATIVE, first, next_permutation)
}

fn repeating<T: Object, O: Picked<T>>(items: impl Iter<Item = T>, repeat: i64) -> Fallible<Choices<T, O>> {
    let first = |n, r| (n > 0 || r == 0).then(|| plain(vec![0; r], n));
    choices(items, Some(repeat), "repeat argument cannot be negative", first, next_product)
}

/// `combinations(iterable, r)`.
///
/// # Errors
/// `ValueError` below 0; whatever the iterator raises.
pub fn combinations<T: Object>(items: impl Iter<Item = T>, r: i64) -> Fallible<Choices<T, Sequence<T>>> {
    combining(items, r)
}

/// `combinations_with_replacement(iterable, r)`.
///
/// # Errors
/// As [`combinations`].
pub fn combinations_with_replacement<T: Object>(
    items: impl Iter<Item = T>,
    r: i64,
) -> Fallible<Choices<T, Sequence<T>>> {
    replacing(items, r)
}

/// `permutations(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn permutations<T: Object>(items: impl Iter<Item = T>) -> Fallible<Choices<T, Sequence<T>>> {
    permuting(items, None)
}

/// `permutations(iterable, r)`.
///
/// # Errors
/// As [`combinations`].
pub fn permutations_of<T: Object>(items: impl Iter<Item = T>, r: Option<i64>) -> Fallible<Choices<T, Sequence<T>>> {
    permuting(items, r)
}

/// `product(iterable, repeat=…)`.
///
/// # Errors
/// As [`combinations`].
pub fn product_repeat<T: Object>(items: impl Iter<Item = T>, repeat: i64) -> Fallible<Choices<T, Sequence<T>>> {
    repeating(items, repeat)
}

macro_rules! fixed {
    ($($tuple:ty: $combinations:ident $replacement:ident $permutations:ident $product:ident;)*) => {$(
        /// `combinations` of a fixed number.
        ///
        /// # Errors
        /// As [`combinations`].
        pub fn $combinations<T: Object>(items: impl Iter<Item = T>, r: i64) -> Fallible<Choices<T, $tuple>> {
            combining(items, r)
        }

        /// `combinations_with_replacement` of a fixed number.
        ///
        /// # Errors
        /// As [`combinations`].
        pub fn $replacement<T: Object>(items: impl Iter<Item = T>, r: i64) -> Fallible<Choices<T, $tuple>> {
            replacing(items, r)
        }

        /// `permutations` of a fixed number.
        ///
        /// # Errors
        /// As [`combinations`].
        pub fn $permutations<T: Object>(items: impl Iter<Item = T>, r: i64) -> Fallible<Choices<T, $tuple>> {
            permuting(items, Some(r))
        }

        /// `product` with a fixed `repeat`.
        ///
        /// # Errors
        /// As [`combinations`].
        pub fn $product<T: Object>(items: impl Iter<Item = T>, repeat: i64) -> Fallible<Choices<T, $tuple>> {
            repeating(items, repeat)
        }
    )*};
}

fixed! {
    (T,): combinations1 combinations_with_replacement1 permutations1 product_repeat1;
    (T, T): combinations2 combinations_with_replacement2 permutations2 product_repeat2;
    (T, T, T): combinations3 combinations_with_replacement3 permutations3 product_repeat3;
    (T, T, T, T): combinations4 combinations_with_replacement4 permutations4 product_repeat4;
}

macro_rules! products {
    ($($name:ident $class:ident: $($iterable:ident $item:ident $place:tt),*;)*) => {$(
        #[doc = concat!("What `", stringify!($name), "` gives.")]
        pub struct $class<$($item),*> {
            pools: ($(Vec<$item>,)*),
            lengths: Vec<usize>,
            /// The places of the next tuple; `None` at the end.
            places: Option<Vec<usize>>,
        }

        /// `product(…)` of so many iterables.
        ///
        /// # Errors
        /// Whatever the iterators raise.
        #[allow(non_snake_case, reason = "one name for the type and its value")]
        pub fn $name<$($iterable: Iter),*>($($iterable: $iterable),*) -> Fallible<$class<$($iterable::Item),*>> {
            $(let $iterable = collect($iterable)?;)*
            let lengths = vec![$($iterable.len()),*];
            let places = (!lengths.contains(&0)).then(|| vec![0; lengths.len()]);
            Ok($class { pools: ($($iterable,)*), lengths, places })
        }

        impl<$($item: Object),*> Iter for $class<$($item),*> {
            type Item = ($($item,)*);

            fn next(&mut self) -> Fallible<Option<Self::Item>> {
                let Some(places) = &mut self.places else { return Ok(None) };
                let item = ($(self.pools.$place[places[$place]].clone(),)*);
                for (place, length) in places.iter_mut().zip(&self.lengths).rev() {
                    *place += 1;
                    if *place < *length {
                        return Ok(Some(item));
                    }
                    *place = 0;
                }
                self.places = None;
                Ok(Some(item))
            }
        }
    )*};
}

products! {
    product1 Product1: I A 0;
    product2 Product2: I A 0, J B 1;
    product3 Product3: I A 0, J B 1, K C 2;
    product4 Product4: I A 0, J B 1, K C 2, L D 3;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{Iterable, repr_text};
    use crate::{list, range};

    fn text<O: Object + Picked<i64>>(choices: Fallible<Choices<i64, O>>) -> String {
        repr_text(&list::new(choices.expect("a good number")).expect("no error"))
    }

    #[test]
    fn choose_in_order() {
        let items = |n| range::to(n).iter();
        assert_eq!(text(combinations2(items(3), 2)), "[(0, 1), (0, 2), (1, 2)]");
        assert_eq!(text(combinations(items(2), 3)), "[]");
        assert_eq!(text(combinations(items(0), 0)), "[()]");
        assert_eq!(text(permutations2(items(3), 2)), "[(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]");
        assert_eq!(text(permutations(items(3))), "[(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)]");
        assert_eq!(text(combinations_with_replacement2(items(2), 2)), "[(0, 0), (0, 1), (1, 1)]");
        assert_eq!(text(product_repeat2(items(2), 2)), "[(0, 0), (0, 1), (1, 0), (1, 1)]");
        assert!(combinations(items(2), -1).is_err());
    }
}
