//! `BatchEncoding`: what texts became, as a dict whose items can be asked for as attributes.

use std::ops::Deref;

use crate::copy::Memo;
use crate::dict::{self, Dict, DictIterator};
use crate::exception::{Exception, Fallible};
use crate::json::Writer;
use crate::object::{Equal, Identity, Iterable, Object};
use crate::str::Str;

/// `transformers.BatchEncoding`; a clone is another name of the same one.
pub struct BatchEncoding<V> {
    dict: Dict<Str, V>,
}

impl<V> BatchEncoding<V> {
    /// The value itself, by reference: of what a call has given, whose type `&` would not leave open.
    #[inline]
    #[must_use]
    pub fn borrowed(&self) -> &Self {
        self
    }
}

impl<V: Object> BatchEncoding<V> {
    pub(super) fn new(pairs: Vec<(Str, V)>) -> Self {
        Self { dict: dict::from_pairs(pairs) }
    }

    fn attribute(&self, name: &str) -> Fallible<V> {
        // Python's own says nothing either.
        self.dict.lookup(&Str::from(name)).ok_or_else(|| Exception::new("AttributeError", ""))
    }
}

/// `encoding.input_ids`
///
/// # Errors
/// `AttributeError` where the model takes no such thing; so do all of these.
pub fn input_ids<V: Object>(encoding: &BatchEncoding<V>) -> Fallible<V> {
    encoding.attribute("input_ids")
}

/// `encoding.attention_mask`
///
/// # Errors
/// As [`input_ids`].
pub fn attention_mask<V: Object>(encoding: &BatchEncoding<V>) -> Fallible<V> {
    encoding.attribute("attention_mask")
}

/// `encoding.token_type_ids`
///
/// # Errors
/// As [`input_ids`].
pub fn token_type_ids<V: Object>(encoding: &BatchEncoding<V>) -> Fallible<V> {
    encoding.attribute("token_type_ids")
}

impl<V> Clone for BatchEncoding<V> {
    fn clone(&self) -> Self {
        Self { dict: self.dict.clone() }
    }
}

impl<V> Deref for BatchEncoding<V> {
    type Target = Dict<Str, V>;

    fn deref(&self) -> &Self::Target {
        &self.dict
    }
}

impl<V> Identity for BatchEncoding<V> {
    fn same(&self, other: &Self) -> bool {
        self.dict.same(&other.dict)
    }
}

impl<V: Object + Equal<W>, W: Object> Equal<BatchEncoding<W>> for BatchEncoding<V> {
    fn equal(&self, other: &BatchEncoding<W>) -> bool {
        self.dict.equal(&other.dict)
    }
}

impl<V: Object + Equal<W>, W: Object> Equal<Dict<Str, W>> for BatchEncoding<V> {
    fn equal(&self, other: &Dict<Str, W>) -> bool {
        self.dict.equal(other)
    }
}

impl<V: Object, W: Object + Equal<V>> Equal<BatchEncoding<V>> for Dict<Str, W> {
    fn equal(&self, other: &BatchEncoding<V>) -> bool {
        self.equal(&other.dict)
    }
}

impl<V: Object> Iterable for BatchEncoding<V> {
    type Item = Str;
    type Iterator = DictIterator<Str, V>;

    fn iter(&self) -> Self::Iterator {
        self.dict.iter()
    }
}

impl<V: Object> Object for BatchEncoding<V> {
    fn type_name(&self) -> &'static str {
        "transformers.tokenization_utils_base.BatchEncoding"
    }

    fn freeze(&self) {
        self.dict.freeze();
    }

    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        let make = || Self { dict: dict::empty() };
        memo.once(self.dict.address(), make, |copy, memo| self.dict.copy_entries(&copy.dict, memo))
    }

    fn json(&self, _writer: &mut Writer) -> Fallible<()> {
        // It is no dict for `json`, but an object of a class.
        Err(crate::exception::type_error("Object of type BatchEncoding is not JSON serializable"))
    }

    fn repr(&self, out: &mut String) {
        self.dict.repr(out);
    }
}
