//! `collections.defaultdict`: a dict that makes the value of a missing key.

use std::sync::Arc;

use crate::copy::Memo;
use crate::dict::{self, Dict};
use crate::exception::Fallible;
use crate::object::{Iter, Key, Object};

/// What makes the values of missing keys.
type Factory<V> = Arc<dyn Fn() -> Fallible<V>>;

/// A dict with a factory; a clone is another name of the same dict.
pub struct Defaultdict<K, V> {
    pub(super) dict: Dict<K, V>,
    factory: Option<Factory<V>>,
}

impl<K, V> Clone for Defaultdict<K, V> {
    #[inline]
    fn clone(&self) -> Self {
        Self { dict: self.dict.clone(), factory: self.factory.clone() }
    }
}

/// `defaultdict(factory)`.
pub fn new<K: Key, V: Object>(factory: impl Fn() -> Fallible<V> + 'static) -> Defaultdict<K, V> {
    Defaultdict { dict: dict::empty(), factory: Some(Arc::new(factory)) }
}

/// `defaultdict(None)`.
#[must_use]
pub fn plain<K: Key, V: Object>((): ()) -> Defaultdict<K, V> {
    Defaultdict { dict: dict::empty(), factory: None }
}

/// `defaultdict(factory, mapping)`.
pub fn of_dict<K: Key, V: Object>(
    factory: impl Fn() -> Fallible<V> + 'static,
    mapping: &Dict<K, V>,
) -> Defaultdict<K, V> {
    Defaultdict { dict: dict::copy(mapping), factory: Some(Arc::new(factory)) }
}

/// `defaultdict(factory, pairs)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn of_pairs<K: Key, V: Object>(
    factory: impl Fn() -> Fallible<V> + 'static,
    pairs: impl Iter<Item = (K, V)>,
) -> Fallible<Defaultdict<K, V>> {
    Ok(Defaultdict { dict: dict::new(pairs)?, factory: Some(Arc::new(factory)) })
}

/// `dict[key]`: a missing key is put in with what the factory gives.
///
/// # Errors
/// Whatever the factory raises; `KeyError` where there is none.
#[inline]
pub fn getitem<K: Key, V: Object>(dict: &Defaultdict<K, V>, key: K) -> Fallible<V> {
    match (dict.dict.lookup(&key), &dict.factory) {
        (Some(value), _) => Ok(value),
        (None, None) => Err(dict::missing(&key)),
        (None, Some(factory)) => {
            let value = factory()?;
            dict::setitem(&dict.dict, key, value.clone())?;
            Ok(value)
        }
    }
}

/// `dict.copy()`.
pub fn copy<K: Key, V: Object>(dict: &Defaultdict<K, V>) -> Defaultdict<K, V> {
    Defaultdict { dict: dict::copy(&dict.dict), factory: dict.factory.clone() }
}

/// `dict | other`.
pub fn or<K: Key, V: Object>(dict: &Defaultdict<K, V>, other: &Dict<K, V>) -> Defaultdict<K, V> {
    Defaultdict { dict: dict::or(&dict.dict, other), factory: dict.factory.clone() }
}

impl<K: Key, V: Object> Object for Defaultdict<K, V> {
    fn type_name(&self) -> &'static str {
        "collections.defaultdict"
    }

    fn freeze(&self) {
        self.dict.freeze();
    }

    /// The factory is shown as the class of what it makes, which it is but for a function of the program: CPython shows
    /// an address for those.
    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        let empty = || Self { dict: dict::empty(), factory: self.factory.clone() };
        memo.once(self.dict.address(), empty, |copy, memo| self.dict.copy_entries(&copy.dict, memo))
    }

    fn repr(&self, out: &mut String) {
        out.push_str("defaultdict(");
        match self.factory.as_ref().map(|factory| factory()) {
            None => out.push_str("None"),
            Some(Ok(value)) => {
                out.push_str("<class '");
                out.push_str(value.type_name());
                out.push_str("'>");
            }
            Some(Err(_)) => out.push_str("<function>"),
        }
        out.push_str(", ");
        self.dict.repr(out);
        out.push(')');
    }
}
