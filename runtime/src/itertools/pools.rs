//! `zip(*iterables)` and `product(*iterables)` of a number of iterables that is known only at run time.

use crate::exception::Fallible;
use crate::iterator::Boxed;
use crate::object::{Iter, Object, collect};
use crate::sequence::{Sequence, from_vec};

/// Gives a tuple of the next item of each iterator.
pub struct ZipAll<T: 'static> {
    iterators: Vec<Boxed<T>>,
}

/// `zip(*iterables)`.
///
/// # Errors
/// Whatever the iterator over the iterables raises.
pub fn zip_all<T: Object>(iterables: impl Iter<Item = Boxed<T>>) -> Fallible<ZipAll<T>> {
    Ok(ZipAll { iterators: collect(iterables)? })
}

impl<T: Object> Iter for ZipAll<T> {
    type Item = Sequence<T>;

    fn next(&mut self) -> Fallible<Option<Sequence<T>>> {
        if self.iterators.is_empty() {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(self.iterators.len());
        for iterator in &mut self.iterators {
            match iterator.next()? {
                Some(item) => items.push(item),
                None => return Ok(None),
            }
        }
        Ok(Some(from_vec(items)))
    }
}

/// Gives a tuple for each choice of one item of each pool.
pub struct ProductAll<T> {
    pools: Vec<Vec<T>>,
    /// The next choice; `None` after the last.
    places: Option<Vec<usize>>,
}

/// `product(*iterables)`.
///
/// # Errors
/// Whatever one of the iterators raises.
pub fn product_all<T: Object>(mut iterables: impl Iter<Item = Boxed<T>>) -> Fallible<ProductAll<T>> {
    let mut pools = Vec::new();
    while let Some(iterable) = iterables.next()? {
        pools.push(collect(iterable)?);
    }
    let places = pools.iter().all(|pool| !pool.is_empty()).then(|| vec![0; pools.len()]);
    Ok(ProductAll { pools, places })
}

impl<T: Object> Iter for ProductAll<T> {
    type Item = Sequence<T>;

    fn next(&mut self) -> Fallible<Option<Sequence<T>>> {
        let Some(places) = &mut self.places else { return Ok(None) };
        let picked = self.pools.iter().zip(places.iter()).map(|(pool, place)| pool[*place].clone()).collect();
        let turned = places.iter_mut().zip(&self.pools).rev().any(|(place, pool)| {
            *place = (*place + 1) % pool.len();
            *place > 0
        });
        if !turned {
            self.places = None;
        }
        Ok(Some(from_vec(picked)))
    }
}
