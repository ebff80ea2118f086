//! What the subclasses of `dict` have in common: each is a dict, and is compared with the others as one.

use std::ops::Deref;

use super::{Counter, Defaultdict, OrderedDict};
use crate::dict::Dict;
use crate::object::{Equal, Identity, Key, Object};

macro_rules! is_dict {
    ($class:ident<K $(, $value:ident)?>, $values:ty) => {
        impl<K $(, $value)?> $class<K $(, $value)?> {
            /// The value itself, by reference: of what a call has given, whose type `&` would not leave open.
            #[inline]
            #[must_use]
            pub fn borrowed(&self) -> &Self {
                self
            }
        }

        impl<K $(, $value)?> Deref for $class<K $(, $value)?> {
            type Target = Dict<K, $values>;

            #[inline]
            fn deref(&self) -> &Self::Target {
                &self.dict
            }
        }

        impl<K $(, $value)?> Identity for $class<K $(, $value)?> {
            fn same(&self, other: &Self) -> bool {
                self.dict.same(&other.dict)
            }
        }

        impl<K: Key + Equal<J>, J: Key, W: Object $(, $value: Object)?> Equal<Dict<J, W>> for $class<K $(, $value)?>
        where
            $values: Equal<W>,
        {
            fn equal(&self, other: &Dict<J, W>) -> bool {
                self.dict.equal(other)
            }
        }

        impl<K: Key, J: Key + Equal<K>, W: Object $(, $value: Object)?> Equal<$class<K $(, $value)?>> for Dict<J, W>
        where
            W: Equal<$values>,
        {
            fn equal(&self, other: &$class<K $(, $value)?>) -> bool {
                self.equal(&other.dict)
            }
        }
    };
}

is_dict!(Defaultdict<K, V>, V);
is_dict!(OrderedDict<K, V>, V);
is_dict!(Counter<K>, i64);

impl<K: Key + Equal<J>, V: Object + Equal<W>, J: Key, W: Object> Equal<Defaultdict<J, W>> for Defaultdict<K, V> {
    fn equal(&self, other: &Defaultdict<J, W>) -> bool {
        self.dict.equal(&other.dict)
    }
}

/// With one another, ordered dicts are equal in the same order only.
impl<K: Key + Equal<J>, V: Object + Equal<W>, J: Key, W: Object> Equal<OrderedDict<J, W>> for OrderedDict<K, V> {
    fn equal(&self, other: &OrderedDict<J, W>) -> bool {
        let (ours, theirs) = (self.dict.to_pairs(), other.dict.to_pairs());
        ours.len() == theirs.len()
            && ours
                .iter()
                .zip(&theirs)
                .all(|((key, value), (other_key, other_value))| key.equal(other_key) && value.equal(other_value))
    }
}

/// With one another, counters are equal where all counts are: one that is missing counts 0.
impl<K: Key + Equal<J>, J: Key + Equal<K>> Equal<Counter<J>> for Counter<K> {
    fn equal(&self, other: &Counter<J>) -> bool {
        let ours = self.dict.to_pairs();
        let theirs = other.dict.to_pairs();
        ours.iter().all(|(key, count)| other.dict.lookup(key).unwrap_or(0) == *count)
            && theirs.iter().all(|(key, count)| self.dict.lookup(key).unwrap_or(0) == *count)
    }
}
