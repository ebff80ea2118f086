//! `itertools`: iterators that make iterators (CPython's Modules/itertoolsmodule.c).

mod combinatorics;
mod grouping;
mod pools;
mod slicing;

pub use combinatorics::{
    combinations, combinations_with_replacement, combinations_with_replacement1, combinations_with_replacement2,
    combinations_with_replacement3, combinations_with_replacement4, combinations1, combinations2, combinations3,
    combinations4, permutations, permutations_of, permutations1, permutations2, permutations3, permutations4,
    product_repeat, product_repeat1, product_repeat2, product_repeat3, product_repeat4, product1, product2, product3,
    product4,
};
pub use grouping::{groupby, groupby_key, tee, tee3};
pub use pools::{ProductAll, ZipAll, product_all, zip_all};
pub use slicing::{islice, islice_from};

use crate::exception::{Fallible, stopped};
use crate::iterator::Boxed;
use crate::object::{Iter, Object};
use crate::{float, int};

/// One iterable after another.
pub struct Chain<T: 'static> {
    iterables: std::vec::IntoIter<Boxed<T>>,
    current: Option<Boxed<T>>,
}

/// `chain(…)`.
pub fn chain<T>(iterables: &[Boxed<T>]) -> Chain<T> {
    let iterables: Vec<Boxed<T>> = iterables.iter().map(Boxed::clone).collect();
    Chain { iterables: iterables.into_iter(), current: None }
}

impl<T> Iter for Chain<T> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        loop {
            if let Some(current) = &mut self.current
                && let Some(item) = current.next()?
            {
                return Ok(Some(item));
            }
            self.current = self.iterables.next();
            if self.current.is_none() {
                return Ok(None);
            }
        }
    }
}

/// `chain.from_iterable(iterables)`.
pub fn chain_from_iterable<I: Iter<Item = Boxed<T>>, T: 'static>(iterables: I) -> crate::generator::Flatten<I> {
    crate::generator::flatten(iterables)
}

/// `count(start, step)`.
pub struct Count<T> {
    next: Fallible<T>,
    step: T,
    add: fn(T, T) -> Fallible<T>,
}

/// `count(start, step)` of ints.
#[must_use]
pub fn count(start: i64, step: i64) -> Count<i64> {
    Count { next: Ok(start), step, add: int::add }
}

/// `count(start, step)` of floats: each is the one before plus the step.
#[must_use]
pub fn count_float(start: f64, step: f64) -> Count<f64> {
    Count { next: Ok(start), step, add: |a, b| Ok(float::add(a, b)) }
}

impl<T: Copy> Iter for Count<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Fallible<Option<T>> {
        let item = self.next.clone()?;
        self.next = (self.add)(item, self.step);
        Ok(Some(item))
    }
}

/// `cycle(iterable)`.
pub struct Cycle<I: Iter> {
    items: Option<I>,
    saved: Vec<I::Item>,
    place: usize,
}

/// `cycle(iterable)`.
pub fn cycle<I: Iter<Item: Object>>(items: I) -> Cycle<I> {
    Cycle { items: Some(items), saved: Vec::new(), place: 0 }
}

impl<I: Iter<Item: Object>> Iter for Cycle<I> {
    type Item = I::Item;

    fn next(&mut self) -> Fallible<Option<I::Item>> {
        if let Some(items) = &mut self.items {
            if let Some(item) = items.next()? {
                self.saved.push(item.clone());
                return Ok(Some(item));
            }
            self.items = None;
        }
        let item = self.saved.get(self.place).cloned();
        self.place = if self.place + 1 >= self.saved.len() { 0 } else { self.place + 1 };
        Ok(item)
    }
}

/// `repeat(value, times)`.
pub struct Repeat<T> {
    value: T,
    left: Option<i64>,
}

/// `repeat(value, times)`.
pub fn repeat<T: Object>(value: T, times: Option<i64>) -> Repeat<T> {
    Repeat { value, left: times }
}

impl<T: Object> Iter for Repeat<T> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        match &mut self.left {
            None => Ok(Some(self.value.clone())),
            Some(left) if *left > 0 => {
                *left -= 1;
                Ok(Some(self.value.clone()))
            }
            Some(_) => Ok(None),
        }
    }

    fn size_hint(&self) -> usize {
        self.left.map_or(0, |left| left.max(0) as usize)
    }
}

/// `accumulate(iterable, function, initial=…)`.
pub struct Accumulate<I: Iter, F> {
    items: I,
    function: F,
    total: Option<I::Item>,
    initial: Option<I::Item>,
}

/// What adds two items.
pub type Adder<T> = fn(T, T) -> Fallible<T>;

/// `accumulate(iterable)` of ints.
pub fn accumulate<I: Iter<Item = i64>>(items: I) -> Accumulate<I, Adder<i64>> {
    accumulate_by(items, int::add)
}

/// `accumulate(iterable, initial=…)` of ints.
pub fn accumulate_from<I: Iter<Item = i64>>(items: I, initial: i64) -> Accumulate<I, Adder<i64>> {
    accumulate_by_from(items, int::add, initial)
}

fn add_floats(a: f64, b: f64) -> Fallible<f64> {
    Ok(a + b)
}

/// `accumulate(iterable)` of floats.
pub fn accumulate_float<I: Iter<Item = f64>>(items: I) -> Accumulate<I, Adder<f64>> {
    accumulate_by(items, add_floats)
}

/// `accumulate(iterable, initial=…)` of floats.
pub fn accumulate_float_from<I: Iter<Item = f64>>(items: I, initial: f64) -> Accumulate<I, Adder<f64>> {
    accumulate_by_from(items, add_floats, initial)
}

fn add_texts(a: crate::Str, b: crate::Str) -> Fallible<crate::Str> {
    Ok(crate::str::add(&a, &b))
}

/// `accumulate(iterable)` of texts.
pub fn accumulate_str<I: Iter<Item = crate::Str>>(items: I) -> Accumulate<I, Adder<crate::Str>> {
    accumulate_by(items, add_texts)
}

/// `accumulate(iterable, function)`.
pub fn accumulate_by<T: Object, I: Iter<Item = T>, F: FnMut(T, T) -> Fallible<T>>(
    items: I,
    function: F,
) -> Accumulate<I, F> {
    Accumulate { items, function, total: None, initial: None }
}

/// `accumulate(iterable, function, initial=…)`.
pub fn accumulate_by_from<T: Object, I: Iter<Item = T>, F: FnMut(T, T) -> Fallible<T>>(
    items: I,
    function: F,
    initial: T,
) -> Accumulate<I, F> {
    Accumulate { items, function, total: None, initial: Some(initial) }
}

impl<T: Object, I: Iter<Item = T>, F: FnMut(T, T) -> Fallible<T>> Iter for Accumulate<I, F> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        if let Some(initial) = self.initial.take() {
            self.total = Some(initial.clone());
            return Ok(Some(initial));
        }
        let Some(item) = self.items.next()? else { return Ok(None) };
        let total = match self.total.clone() {
            None => item,
            Some(total) => match stopped((self.function)(total, item).map(Some))? {
                Some(total) => total,
                None => return Ok(None),
            },
        };
        self.total = Some(total.clone());
        Ok(Some(total))
    }
}

/// `takewhile(test, iterable)`.
pub struct TakeWhile<I, F> {
    items: Option<I>,
    test: F,
}

/// `takewhile(test, iterable)`.
pub fn takewhile<I: Iter<Item: Object>, F: FnMut(I::Item) -> Fallible<bool>>(test: F, items: I) -> TakeWhile<I, F> {
    TakeWhile { items: Some(items), test }
}

impl<I: Iter<Item: Object>, F: FnMut(I::Item) -> Fallible<bool>> Iter for TakeWhile<I, F> {
    type Item = I::Item;

    fn next(&mut self) -> Fallible<Option<I::Item>> {
        let Some(items) = &mut self.items else { return Ok(None) };
        let Some(item) = items.next()? else { return Ok(None) };
        match stopped((self.test)(item.clone()).map(Some))? {
            Some(true) => return Ok(Some(item)),
            Some(false) => self.items = None,
            None => {}
        }
        Ok(None)
    }
}

/// `dropwhile(test, iterable)`.
pub struct DropWhile<I, F> {
    items: I,
    test: Option<F>,
}

/// `dropwhile(test, iterable)`.
pub fn dropwhile<I: Iter<Item: Object>, F: FnMut(I::Item) -> Fallible<bool>>(test: F, items: I) -> DropWhile<I, F> {
    DropWhile { items, test: Some(test) }
}

impl<I: Iter<Item: Object>, F: FnMut(I::Item) -> Fallible<bool>> Iter for DropWhile<I, F> {
    type Item = I::Item;

    fn next(&mut self) -> Fallible<Option<I::Item>> {
        while let Some(test) = &mut self.test {
            let Some(item) = self.items.next()? else { return Ok(None) };
            match stopped(test(item.clone()).map(Some))? {
                Some(true) => {}
                Some(false) => {
                    self.test = None;
                    return Ok(Some(item));
                }
                None => return Ok(None),
            }
        }
        self.items.next()
    }
}

/// `filterfalse(test, iterable)`.
pub struct FilterFalse<I, F> {
    items: I,
    test: F,
}

/// `filterfalse(test, iterable)`.
pub fn filterfalse<I: Iter<Item: Object>, F: FnMut(I::Item) -> Fallible<bool>>(test: F, items: I) -> FilterFalse<I, F> {
    FilterFalse { items, test }
}

impl<I: Iter<Item: Object>, F: FnMut(I::Item) -> Fallible<bool>> Iter for FilterFalse<I, F> {
    type Item = I::Item;

    fn next(&mut self) -> Fallible<Option<I::Item>> {
        while let Some(item) = self.items.next()? {
            match stopped((self.test)(item.clone()).map(Some))? {
                Some(true) => {}
                Some(false) => return Ok(Some(item)),
                None => return Ok(None),
            }
        }
        Ok(None)
    }
}

/// `starmap(function, iterable)`: the function takes each tuple apart.
pub fn starmap<I: Iter, T, F: FnMut(I::Item) -> Fallible<T>>(function: F, items: I) -> crate::builtins::Map<I, F> {
    crate::builtins::map(function, items)
}

/// `compress(data, selectors)`.
pub struct Compress<I, S> {
    data: I,
    selectors: S,
}

/// `compress(data, selectors)`.
pub fn compress<I: Iter, S: Iter<Item = bool>>(data: I, selectors: S) -> Compress<I, S> {
    Compress { data, selectors }
}

impl<I: Iter, S: Iter<Item = bool>> Iter for Compress<I, S> {
    type Item = I::Item;

    fn next(&mut self) -> Fallible<Option<I::Item>> {
        loop {
            let Some(item) = self.data.next()? else { return Ok(None) };
            match self.selectors.next()? {
                None => return Ok(None),
                Some(true) => return Ok(Some(item)),
                Some(false) => {}
            }
        }
    }
}

/// `pairwise(iterable)`.
pub struct Pairwise<I: Iter> {
    items: Option<I>,
    last: Option<I::Item>,
}

/// `pairwise(iterable)`.
pub fn pairwise<I: Iter<Item: Object>>(items: I) -> Pairwise<I> {
    Pairwise { items: Some(items), last: None }
}

impl<I: Iter<Item: Object>> Iter for Pairwise<I> {
    type Item = (I::Item, I::Item);

    fn next(&mut self) -> Fallible<Option<Self::Item>> {
        let Some(items) = &mut self.items else { return Ok(None) };
        if self.last.is_none() {
            self.last = items.next()?;
        }
        let (Some(last), Some(next)) = (self.last.take(), items.next()?) else {
            self.items = None;
            return Ok(None);
        };
        self.last = Some(next.clone());
        Ok(Some((last, next)))
    }
}

macro_rules! longest {
    ($($name:ident $class:ident: $($iterable:ident $fill:ident $item:ident $place:tt),*;)*) => {$(
        #[doc = concat!("What `", stringify!($name), "` gives.")]
        pub struct $class<$($iterable: Iter),*> {
            iterables: ($(Option<$iterable>,)*),
            /// How many iterables have not ended.
            active: usize,
            fill: ($($iterable::Item,)*),
        }

        /// `zip_longest(…, fillvalue=…)`: the value that fills is given once for each iterable.
        #[allow(non_snake_case, reason = "one name for the type and its value")]
        #[allow(clippy::too_many_arguments, reason = "one for each iterable, and what fills it")]
        pub fn $name<$($iterable: Iter),*>(
            $($iterable: $iterable,)*
            $($fill: $iterable::Item,)*
        ) -> $class<$($iterable),*> {
            $class { iterables: ($(Some($iterable),)*), active: [$($place),*].len(), fill: ($($fill,)*) }
        }

        impl<$($iterable: Iter<Item: Object>),*> Iter for $class<$($iterable),*> {
            type Item = ($($iterable::Item,)*);

            fn next(&mut self) -> Fallible<Option<Self::Item>> {
                $(
                    let $item = match &mut self.iterables.$place {
                        Some(items) => items.next()?,
                        None => None,
                    };
                    if $item.is_none() && self.iterables.$place.take().is_some() {
                        self.active -= 1;
                        if self.active == 0 {
                            return Ok(None);
                        }
                    }
                )*
                if self.active == 0 {
                    return Ok(None);
                }
                Ok(Some(($($item.unwrap_or_else(|| self.fill.$place.clone()),)*)))
            }
        }
    )*};
}

longest! {
    zip_longest2 ZipLongest2: A fill_a a 0, B fill_b b 1;
    zip_longest3 ZipLongest3: A fill_a a 0, B fill_b b 1, C fill_c c 2;
    zip_longest4 ZipLongest4: A fill_a a 0, B fill_b b 1, C fill_c c 2, D fill_d d 3;
}
