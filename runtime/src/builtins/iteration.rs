//! Lazy iterators: `enumerate`, `zip`, `map`, `filter`; and `next`.

use crate::exception::{Fallible, stop_iteration, stopped, value_error};
use crate::int;
use crate::object::Iter;

/// `next(iterator)`.
///
/// # Errors
/// `StopIteration` at the end; whatever the iterator raises.
pub fn next<T>(mut iterator: impl Iter<Item = T>) -> Fallible<T> {
    iterator.next()?.ok_or_else(|| stop_iteration(""))
}

/// `next(iterator, default)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn next_or<T>(mut iterator: impl Iter<Item = T>, default: T) -> Fallible<T> {
    Ok(iterator.next()?.unwrap_or(default))
}

/// `enumerate(…)`.
pub struct Enumerate<I> {
    items: I,
    number: Option<i64>,
}

/// `enumerate(iterable, start)`.
#[inline]
pub fn enumerate<I: Iter>(items: I, start: i64) -> Enumerate<I> {
    Enumerate { items, number: Some(start) }
}

impl<I: Iter> Iter for Enumerate<I> {
    type Item = (i64, I::Item);

    #[inline]
    fn next(&mut self) -> Fallible<Option<Self::Item>> {
        let Some(item) = self.items.next()? else { return Ok(None) };
        let number = self.number.ok_or_else(int::overflow)?;
        self.number = number.checked_add(1);
        Ok(Some((number, item)))
    }

    fn size_hint(&self) -> usize {
        self.items.size_hint()
    }
}

/// `map(function, …)`.
pub struct Map<I, F> {
    items: I,
    function: F,
}

/// `map(function, iterable)`.
#[inline]
pub fn map<I: Iter, T, F: FnMut(I::Item) -> Fallible<T>>(function: F, items: I) -> Map<I, F> {
    Map { items, function }
}

impl<I: Iter, T, F: FnMut(I::Item) -> Fallible<T>> Iter for Map<I, F> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Fallible<Option<T>> {
        match self.items.next()? {
            Some(item) => stopped((self.function)(item).map(Some)),
            None => Ok(None),
        }
    }

    fn size_hint(&self) -> usize {
        self.items.size_hint()
    }
}

/// `filter(function, …)`.
pub struct Filter<I, F> {
    items: I,
    keeps: F,
}

/// `filter(function, iterable)`, with the truth of what the function gives.
#[inline]
pub fn filter<I: Iter, F: FnMut(&I::Item) -> Fallible<bool>>(keeps: F, items: I) -> Filter<I, F> {
    Filter { items, keeps }
}

impl<I: Iter, F: FnMut(&I::Item) -> Fallible<bool>> Iter for Filter<I, F> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Fallible<Option<I::Item>> {
        while let Some(item) = self.items.next()? {
            match stopped((self.keeps)(&item).map(Some))? {
                Some(true) => return Ok(Some(item)),
                Some(false) => {}
                None => return Ok(None),
            }
        }
        Ok(None)
    }
}

/// `zip(iterable)`.
#[inline]
pub fn zip1<I: Iter>(items: I) -> impl Iter<Item = (I::Item,)> {
    map(|item| Ok((item,)), items)
}

/// "zip() argument 3 is longer than arguments 1-2".
#[cold]
fn uneven<T>(argument: usize, word: &str) -> Fallible<T> {
    let others = if argument == 2 { "argument 1".to_owned() } else { format!("arguments 1-{}", argument - 1) };
    Err(value_error(format!("zip() argument {argument} is {word} than {others}")))
}

macro_rules! zips {
    ($($name:ident $strict:ident $class:ident: $first:ident $first_item:ident $(, $number:literal $rest:ident $item:ident)*;)*) => {$(
        #[doc = concat!("What `", stringify!($name), "` gives.")]
        pub struct $class<$first, $($rest),*> {
            items: ($first, $($rest,)*),
            strict: bool,
        }

        /// `zip(…)` of so many iterables.
        #[inline]
        #[allow(non_snake_case, reason = "one name for the type and its value")]
        pub fn $name<$first: Iter, $($rest: Iter),*>($first: $first, $($rest: $rest),*) -> $class<$first, $($rest),*> {
            $class { items: ($first, $($rest,)*), strict: false }
        }

        /// `zip(…, strict=True)` of so many iterables.
        #[inline]
        #[allow(non_snake_case, reason = "one name for the type and its value")]
        pub fn $strict<$first: Iter, $($rest: Iter),*>($first: $first, $($rest: $rest),*) -> $class<$first, $($rest),*> {
            $class { items: ($first, $($rest,)*), strict: true }
        }

        impl<$first: Iter, $($rest: Iter),*> Iter for $class<$first, $($rest),*> {
            type Item = ($first::Item, $($rest::Item,)*);

            #[inline]
            #[allow(non_snake_case, reason = "one name for the type and its value")]
            fn next(&mut self) -> Fallible<Option<Self::Item>> {
                let ($first, $($rest,)*) = &mut self.items;
                let Some($first_item) = $first.next()? else {
                    $(
                        if self.strict && $rest.next()?.is_some() {
                            return uneven($number, "longer");
                        }
                    )*
                    return Ok(None);
                };
                $(
                    let Some($item) = $rest.next()? else {
                        return if self.strict { uneven($number, "shorter") } else { Ok(None) };
                    };
                )*
                Ok(Some(($first_item, $($item,)*)))
            }

            #[allow(non_snake_case, reason = "one name for the type and its value")]
            fn size_hint(&self) -> usize {
                let ($first, $($rest,)*) = &self.items;
                let hint = $first.size_hint();
                $(let hint = hint.min($rest.size_hint());)*
                hint
            }
        }
    )*};
}

zips! {
    zip zip_strict Zip2: A a, 2 B b;
    zip3 zip3_strict Zip3: A a, 2 B b, 3 C c;
    zip4 zip4_strict Zip4: A a, 2 B b, 3 C c, 4 D d;
    zip5 zip5_strict Zip5: A a, 2 B b, 3 C c, 4 D d, 5 E e;
    zip6 zip6_strict Zip6: A a, 2 B b, 3 C c, 4 D d, 5 E e, 6 F f;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{Iterable, collect};
    use crate::range;

    #[test]
    fn are_lazy_and_strict_where_asked() {
        let three = || range::to(3).iter();
        assert_eq!(collect(enumerate(three(), 5)), Ok(vec![(5, 0), (6, 1), (7, 2)]));
        assert_eq!(collect(zip(three(), range::to(2).iter())), Ok(vec![(0, 0), (1, 1)]));
        let shorter = collect(zip3_strict(three(), three(), range::to(2).iter())).expect_err("uneven");
        assert_eq!(shorter.message, "zip() argument 3 is shorter than arguments 1-2");
        let longer = collect(zip_strict(range::to(2).iter(), three())).expect_err("uneven");
        assert_eq!(longer.message, "zip() argument 2 is longer than argument 1");
        assert_eq!(collect(filter(|n: &i64| Ok(n % 2 == 0), map(|n| Ok(n * n), three()))), Ok(vec![0, 4]));
        assert_eq!(next(range::to(0).iter()).expect_err("at the end").to_string(), "StopIteration");
    }
}
