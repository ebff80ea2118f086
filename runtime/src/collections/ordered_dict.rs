//! `collections.OrderedDict`: a dict whose order can be changed (CPython's Objects/odictobject.c).

use crate::copy::Memo;
use crate::dict::{self, Dict, DictIterator};
use crate::exception::{Fallible, Raised, key_error, runtime_error};
use crate::object::{Iter, Iterable, Key, Object};

/// A dict with a changeable order; a clone is another name of the same dict.
pub struct OrderedDict<K, V> {
    pub(super) dict: Dict<K, V>,
}

impl<K, V> Clone for OrderedDict<K, V> {
    #[inline]
    fn clone(&self) -> Self {
        Self { dict: self.dict.clone() }
    }
}

/// `OrderedDict()`.
#[must_use]
pub fn empty<K: Key, V: Object>() -> OrderedDict<K, V> {
    OrderedDict { dict: dict::empty() }
}

/// `OrderedDict(mapping)`, `od.copy()`.
pub fn of_dict<K: Key, V: Object>(mapping: &Dict<K, V>) -> OrderedDict<K, V> {
    OrderedDict { dict: dict::copy(mapping) }
}

/// `OrderedDict(pairs)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn new<K: Key, V: Object>(pairs: impl Iter<Item = (K, V)>) -> Fallible<OrderedDict<K, V>> {
    Ok(OrderedDict { dict: dict::new(pairs)? })
}

/// `od.move_to_end(key, last)`.
///
/// # Errors
/// `KeyError` where there is no such key.
pub fn move_to_end<K: Key, V: Object>(od: &OrderedDict<K, V>, key: K, last: bool) -> Fallible<()> {
    if od.dict.move_to_end(&key, last)? { Ok(()) } else { Err(dict::missing(&key)) }
}

/// `od.popitem(last)`.
///
/// # Errors
/// `KeyError` for an empty dict.
pub fn popitem<K: Key, V: Object>(od: &OrderedDict<K, V>, last: bool) -> Fallible<(K, V)> {
    let place = if last { od.dict.length().saturating_sub(1) } else { 0 };
    match od.dict.entry(place) {
        Some((key, value)) => dict::delitem(&od.dict, key.clone()).map(|()| (key, value)),
        None => Err(key_error("'dictionary is empty'")),
    }
}

/// `od | other`.
pub fn or<K: Key, V: Object>(od: &OrderedDict<K, V>, other: &Dict<K, V>) -> OrderedDict<K, V> {
    OrderedDict { dict: dict::or(&od.dict, other) }
}

/// Says of every change what CPython says of one of an ordered dict.
pub struct Mutated<I>(I);

fn mutated(raised: Raised) -> Raised {
    match raised.message.as_str() {
        "dictionary changed size during iteration" | "dictionary keys changed during iteration" => {
            runtime_error("OrderedDict mutated during iteration")
        }
        _ => raised,
    }
}

impl<I: Iter> Iter for Mutated<I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Fallible<Option<I::Item>> {
        self.0.next().map_err(mutated)
    }

    fn size_hint(&self) -> usize {
        self.0.size_hint()
    }
}

impl<K: Key, V: Object> Iterable for OrderedDict<K, V> {
    type Item = K;
    type Iterator = Mutated<DictIterator<K, V>>;

    fn iter(&self) -> Self::Iterator {
        Mutated(self.dict.iter())
    }
}

/// `od.keys()`, for a loop that takes the view at once.
pub fn keys<K: Key, V: Object>(od: &OrderedDict<K, V>) -> Mutated<impl Iter<Item = K> + use<K, V>> {
    Mutated(dict::iterate_keys(&od.dict))
}

/// `od.values()`, for a loop that takes the view at once.
pub fn values<K: Key, V: Object>(od: &OrderedDict<K, V>) -> Mutated<impl Iter<Item = V> + use<K, V>> {
    Mutated(dict::iterate_values(&od.dict))
}

/// `od.items()`, for a loop that takes the view at once.
pub fn items<K: Key, V: Object>(od: &OrderedDict<K, V>) -> Mutated<impl Iter<Item = (K, V)> + use<K, V>> {
    Mutated(dict::iterate_items(&od.dict))
}

impl<K: Key, V: Object> Object for OrderedDict<K, V> {
    fn type_name(&self) -> &'static str {
        "collections.OrderedDict"
    }

    fn freeze(&self) {
        self.dict.freeze();
    }

    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        memo.once(self.dict.address(), empty, |copy, memo| self.dict.copy_entries(&copy.dict, memo))
    }

    fn repr(&self, out: &mut String) {
        out.push_str("OrderedDict(");
        let pairs = self.dict.to_pairs();
        if !pairs.is_empty() {
            crate::list::from_vec(pairs).repr(out);
        }
        out.push(')');
    }
}
