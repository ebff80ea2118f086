//! `dict.keys()`, `dict.values()` and `dict.items()`: live views of a dict.

use super::{Dict, DictIterator};
use crate::exception::Fallible;
use crate::object::{Equal, Iter, Iterable, Key, Object};

macro_rules! view {
    ($view:ident, $iterator:ident, $function:ident, $class:literal, $doc:literal, $item:ty, |$key:ident, $value:ident| $read:expr) => {
        #[doc = $doc]
        pub struct $view<K, V> {
            dict: Dict<K, V>,
        }

        #[doc = concat!("Iterates over `dict.", stringify!($function), "()`.")]
        pub struct $iterator<K, V>(DictIterator<K, V>);

        #[doc = concat!("`dict.", stringify!($function), "()`.")]
        pub fn $function<K: Key, V: Object>(dict: &Dict<K, V>) -> $view<K, V> {
            $view { dict: dict.clone() }
        }

        impl<K, V> Clone for $view<K, V> {
            fn clone(&self) -> Self {
                Self { dict: self.dict.clone() }
            }
        }

        impl<K: Key, V: Object> $view<K, V> {
            /// How many entries the dict has now.
            #[must_use]
            pub fn length(&self) -> usize {
                self.dict.length()
            }
        }

        impl<K: Key, V: Object> Iter for $iterator<K, V> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Fallible<Option<$item>> {
                self.0.advance(|$key, $value| $read)
            }

            fn size_hint(&self) -> usize {
                self.0.left()
            }
        }

        impl<K: Key, V: Object> Iterable for $view<K, V> {
            type Item = $item;
            type Iterator = $iterator<K, V>;

            fn iter(&self) -> $iterator<K, V> {
                $iterator(self.dict.iter())
            }
        }

        impl<K: Key, V: Object> Object for $view<K, V> {
            fn type_name(&self) -> &'static str {
                $class
            }

            fn freeze(&self) {
                self.dict.freeze();
            }

            fn repr(&self, out: &mut String) {
                out.push_str(concat!($class, "(["));
                for (place, ($key, $value)) in self.dict.to_pairs().iter().enumerate() {
                    if place > 0 {
                        out.push_str(", ");
                    }
                    $read.repr(out);
                }
                out.push_str("])");
            }
        }
    };
}

view!(Keys, KeysIterator, keys, "dict_keys", "The keys of a dict.", K, |key, _value| key.clone());
view!(Values, ValuesIterator, values, "dict_values", "The values of a dict.", V, |_key, value| value.clone());
view!(Items, ItemsIterator, items, "dict_items", "The entries of a dict.", (K, V), |key, value| (
    key.clone(),
    value.clone()
));

impl<K: Key, V: Object> Keys<K, V> {
    /// `key in dict.keys()`.
    pub fn contains<U: Key>(&self, key: &U) -> bool
    where
        K: Equal<U>,
    {
        super::contains(&self.dict, key)
    }
}

impl<K: Key, V: Object> Values<K, V> {
    /// `value in dict.values()`.
    pub fn contains<U>(&self, value: &U) -> bool
    where
        V: Equal<U>,
    {
        self.dict.to_pairs().iter().any(|(_, candidate)| candidate.equal(value))
    }
}

impl<K: Key, V: Object> Items<K, V> {
    /// `(key, value) in dict.items()`.
    pub fn contains<U: Key, W>(&self, (key, value): &(U, W)) -> bool
    where
        K: Equal<U>,
        V: Equal<W>,
    {
        self.dict.lookup(key).is_some_and(|candidate| candidate.equal(value))
    }
}

/// `iter(dict.keys())`, for a loop that takes the view at once.
pub fn iterate_keys<K: Key, V: Object>(dict: &Dict<K, V>) -> KeysIterator<K, V> {
    keys(dict).iter()
}

/// `iter(dict.values())`, for a loop that takes the view at once.
pub fn iterate_values<K: Key, V: Object>(dict: &Dict<K, V>) -> ValuesIterator<K, V> {
    values(dict).iter()
}

/// `iter(dict.items())`, for a loop that takes the view at once.
pub fn iterate_items<K: Key, V: Object>(dict: &Dict<K, V>) -> ItemsIterator<K, V> {
    items(dict).iter()
}

/// Iterates over the keys from the last to the first.
pub struct ReverseIterator<K, V>(DictIterator<K, V>);

/// `reversed(dict)`.
pub fn reversed<K: Key, V: Object>(dict: &Dict<K, V>) -> ReverseIterator<K, V> {
    let mut iterator = DictIterator::new(dict);
    iterator.place = iterator.length;
    ReverseIterator(iterator)
}

impl<K: Key, V: Object> Iter for ReverseIterator<K, V> {
    type Item = K;

    fn next(&mut self) -> Fallible<Option<K>> {
        let Some(place) = self.0.place.checked_sub(1) else { return Ok(None) };
        self.0.place = place;
        let key = self.0.advance(|key, _| key.clone())?;
        self.0.place = place;
        Ok(key)
    }

    fn size_hint(&self) -> usize {
        self.0.place
    }
}
