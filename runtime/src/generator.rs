//! Generator expressions: iterators that run a piece of compiled code for each item.

use crate::exception::Fallible;
use crate::object::Iter;

/// An iterator that asks a function for each item; it ends at the first `None`, and stays ended.
pub fn from_fn<T, F: FnMut() -> Fallible<Option<T>>>(next: F) -> FromFn<F> {
    FromFn { next: Some(next) }
}

/// See [`from_fn`].
pub struct FromFn<F> {
    next: Option<F>,
}

impl<T, F: FnMut() -> Fallible<Option<T>>> Iter for FromFn<F> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        let Some(next) = &mut self.next else { return Ok(None) };
        let item = next();
        // A generator that raised is at its end too.
        if !matches!(item, Ok(Some(_))) {
            self.next = None;
        }
        item
    }
}

/// The items of the iterators that an iterator gives, one after another: a generator with several `for`s.
pub fn flatten<I: Iter<Item: Iter>>(outer: I) -> Flatten<I> {
    Flatten { outer, inner: None }
}

/// See [`flatten`].
pub struct Flatten<I: Iter> {
    outer: I,
    inner: Option<I::Item>,
}

impl<I: Iter<Item: Iter>> Iter for Flatten<I> {
    type Item = <I::Item as Iter>::Item;

    fn next(&mut self) -> Fallible<Option<Self::Item>> {
        loop {
            if let Some(inner) = &mut self.inner
                && let Some(item) = inner.next()?
            {
                return Ok(Some(item));
            }
            self.inner = self.outer.next()?;
            if self.inner.is_none() {
                return Ok(None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{flatten, from_fn};
    use crate::exception::value_error;
    use crate::object::Iter;

    fn up_to(end: i64) -> impl Iter<Item = i64> {
        let mut last = 0;
        from_fn(move || {
            last += 1;
            Ok((last <= end).then_some(last))
        })
    }

    #[test]
    fn an_ended_generator_stays_ended() {
        let mut calls = 0;
        let mut once = from_fn(|| {
            calls += 1;
            Ok((calls != 1).then_some(calls))
        });
        assert_eq!(once.next(), Ok(None));
        assert_eq!(once.next(), Ok(None));
    }

    #[test]
    fn a_generator_that_raised_has_ended() {
        let mut failing = from_fn(|| -> crate::Fallible<Option<i64>> { Err(value_error("no")) });
        assert!(failing.next().is_err());
        assert_eq!(failing.next(), Ok(None));
    }

    #[test]
    fn nested_generators_run_one_after_another() {
        let mut outer = up_to(3);
        let mut nested = flatten(from_fn(move || Ok(outer.next()?.map(up_to))));
        let mut items = Vec::new();
        while let Some(item) = nested.next().unwrap() {
            items.push(item);
        }
        assert_eq!(items, [1, 1, 2, 1, 2, 3]);
    }
}
