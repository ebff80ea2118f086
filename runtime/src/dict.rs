//! `dict`: a mapping that keeps the order of insertion.

mod views;

use crate::json::Writer;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::copy::Memo;
use crate::either::Either;
use crate::exception::{Fallible, runtime_error};
use crate::hashing::{Probe, Slot};
use crate::object::{Equal, Identity, Iter, Iterable, Key, Object};
use crate::shared::Shared;

pub use views::{Items, Keys, Values, items, iterate_items, iterate_keys, iterate_values, keys, reversed, values};

/// A dict; a clone is another name of the same dict.
pub struct Dict<K, V> {
    table: Shared<Table<K, V>>,
}

struct Table<K, V> {
    entries: IndexMap<Slot<K>, V, FxBuildHasher>,
    /// How often a key was removed: an iterator that finds it changed cannot go on.
    removals: u64,
}

impl<K, V> Clone for Dict<K, V> {
    #[inline]
    fn clone(&self) -> Self {
        Self { table: self.table.clone() }
    }
}

/// A dict of the pairs; of two equal keys the first is kept, with the value of the last.
pub fn from_pairs<K: Key, V>(pairs: Vec<(K, V)>) -> Dict<K, V> {
    let mut entries = IndexMap::with_capacity_and_hasher(pairs.len(), FxBuildHasher);
    for (key, value) in pairs {
        entries.insert(Slot(key), value);
    }
    Dict { table: Shared::new(Table { entries, removals: 0 }) }
}

/// `dict()`.
#[must_use]
pub fn empty<K: Key, V>() -> Dict<K, V> {
    from_pairs(Vec::new())
}

/// `dict(pairs)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn new<K: Key, V>(pairs: impl Iter<Item = (K, V)>) -> Fallible<Dict<K, V>> {
    crate::object::collect(pairs).map(from_pairs)
}

impl<K: Key, V: Object> Dict<K, V> {
    /// How many entries it has now.
    #[inline]
    #[must_use]
    pub fn length(&self) -> usize {
        self.table.peek(|table| table.entries.len())
    }

    /// The value of a key.
    #[inline]
    pub fn lookup<U: Key>(&self, key: &U) -> Option<V>
    where
        K: Equal<U>,
    {
        self.table.read(|table| table.entries.get(&Probe(key)).cloned())
    }

    /// The entry at a place in the order of insertion.
    #[must_use]
    pub fn entry(&self, place: usize) -> Option<(K, V)> {
        self.table.peek(|table| table.entries.get_index(place).map(|(key, value)| (key.0.clone(), value.clone())))
    }

    /// The entries as they are now.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(K, V)> {
        self.table.peek(|table| table.entries.iter().map(|(key, value)| (key.0.clone(), value.clone())).collect())
    }
}

impl<K: Key, V: Object> Dict<K, V> {
    /// Moves an entry to the end or to the beginning; false where there is no such key.
    ///
    /// # Errors
    /// `RuntimeError` for a captured global.
    pub(crate) fn move_to_end(&self, key: &K, last: bool) -> Fallible<bool> {
        let Some(place) = self.table.read(|table| table.entries.get_index_of(&Probe(key))) else { return Ok(false) };
        self.table.write(|table| {
            table.removals += 1;
            table.entries.move_index(place, if last { table.entries.len() - 1 } else { 0 });
        })?;
        Ok(true)
    }
}

/// `len(dict)`.
#[inline]
pub fn len<K: Key, V: Object>(dict: &Dict<K, V>) -> i64 {
    dict.length() as i64
}

/// `iter(dict)`.
pub fn iter<K: Key, V: Object>(dict: &Dict<K, V>) -> DictIterator<K, V> {
    dict.iter()
}

/// `dict[key]`.
///
/// # Errors
/// `KeyError` where there is no such key.
#[inline]
pub fn getitem<K: Key, V: Object>(dict: &Dict<K, V>, key: K) -> Fallible<V> {
    dict.lookup(&key).ok_or_else(|| missing(&key))
}

/// `dict[number]`, by a number of numpy that stands for the key: it is what the error shows.
///
/// # Errors
/// `KeyError` where there is no such key.
pub fn getitem_by<K: Key, V: Object, N: Object>(dict: &Dict<K, V>, key: K, number: &N) -> Fallible<V> {
    dict.lookup(&key).ok_or_else(|| missing(number))
}

#[cold]
pub(crate) fn missing(key: &impl Object) -> crate::exception::Raised {
    crate::exception::missing_key(key)
}

/// `dict[key] = value`.
///
/// # Errors
/// `RuntimeError` for a captured global.
#[inline]
pub fn setitem<K: Key, V: Object>(dict: &Dict<K, V>, key: K, value: V) -> Fallible<()> {
    dict.table.write(|table| table.entries.insert(Slot(key), value)).map(drop)
}

/// `del dict[key]`.
///
/// # Errors
/// `KeyError` where there is no such key.
pub fn delitem<K: Key, V: Object>(dict: &Dict<K, V>, key: K) -> Fallible<()> {
    pop(dict, key).map(drop)
}

/// `key in dict`.
#[inline]
pub fn contains<K: Key + Equal<U>, V: Object, U: Key>(dict: &Dict<K, V>, key: &U) -> bool {
    dict.table.read(|table| table.entries.contains_key(&Probe(key)))
}

/// `dict.get(key)`.
#[inline]
pub fn get<K: Key, V: Object>(dict: &Dict<K, V>, key: K) -> Option<V> {
    dict.lookup(&key)
}

/// `dict.get(key, default)`.
#[inline]
pub fn get_or<K: Key, V: Object>(dict: &Dict<K, V>, key: K, default: V) -> V {
    dict.lookup(&key).unwrap_or(default)
}

/// `dict.setdefault(key, default)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn setdefault<K: Key, V: Object>(dict: &Dict<K, V>, key: K, default: V) -> Fallible<V> {
    dict.table.write(|table| table.entries.entry(Slot(key)).or_insert(default).clone())
}

/// `dict.pop(key)`.
///
/// # Errors
/// `KeyError` where there is no such key.
pub fn pop<K: Key, V: Object>(dict: &Dict<K, V>, key: K) -> Fallible<V> {
    remove(dict, &key)?.ok_or_else(|| missing(&key))
}

/// `dict.pop(key, default)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn pop_or<K: Key, V: Object>(dict: &Dict<K, V>, key: K, default: V) -> Fallible<V> {
    Ok(remove(dict, &key)?.unwrap_or(default))
}

fn remove<K: Key, V: Object>(dict: &Dict<K, V>, key: &K) -> Fallible<Option<V>> {
    let removed = dict.table.write(|table| {
        let removed = table.entries.shift_remove_entry(&Probe(key));
        table.removals += u64::from(removed.is_some());
        removed
    })?;
    Ok(removed.map(|(_, value)| value))
}

/// `dict.popitem()`.
///
/// # Errors
/// `KeyError` for an empty dict.
pub fn popitem<K: Key, V: Object>(dict: &Dict<K, V>) -> Fallible<(K, V)> {
    let popped = dict.table.write(|table| {
        table.removals += 1;
        table.entries.pop()
    })?;
    popped
        .map(|(key, value)| (key.0, value))
        .ok_or_else(|| missing(&crate::str::Str::literal("popitem(): dictionary is empty")))
}

/// `dict.clear()`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn clear<K: Key, V: Object>(dict: &Dict<K, V>) -> Fallible<()> {
    dict.table
        .write(|table| {
            table.removals += 1;
            std::mem::take(&mut table.entries)
        })
        .map(drop)
}

/// `dict.copy()`.
pub fn copy<K: Key, V: Object>(dict: &Dict<K, V>) -> Dict<K, V> {
    let entries = dict.table.peek(|table| table.entries.clone());
    Dict { table: Shared::new(Table { entries, removals: 0 }) }
}

/// `dict.update(other)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn update<K: Key, V: Object>(dict: &Dict<K, V>, other: &Dict<K, V>) -> Fallible<()> {
    let pairs = other.to_pairs();
    pairs.into_iter().try_for_each(|(key, value)| setitem(dict, key, value))
}

/// `dict.update(pairs)`.
///
/// # Errors
/// Whatever the iterator raises; the entries before stay, as in CPython.
pub fn update_pairs<K: Key, V: Object>(dict: &Dict<K, V>, mut pairs: impl Iter<Item = (K, V)>) -> Fallible<()> {
    while let Some((key, value)) = pairs.next()? {
        setitem(dict, key, value)?;
    }
    Ok(())
}

/// `dict | other`.
pub fn or<K: Key, V: Object>(dict: &Dict<K, V>, other: &Dict<K, V>) -> Dict<K, V> {
    let mut pairs = dict.to_pairs();
    pairs.extend(other.to_pairs());
    from_pairs(pairs)
}

/// `dict |= other`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn ior<K: Key, V: Object>(dict: &Dict<K, V>, other: &Dict<K, V>) -> Fallible<()> {
    update(dict, other)
}

/// `dict.fromkeys(keys, value)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn fromkeys<K: Key, V: Object>(keys: impl Iter<Item = K>, value: V) -> Fallible<Dict<K, V>> {
    let pairs = crate::object::collect(keys)?.into_iter().map(|key| (key, value.clone())).collect();
    Ok(from_pairs(pairs))
}

/// `dict.fromkeys(keys)`: every value is `None`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn fromkeys_none<K: Key>(keys: impl Iter<Item = K>) -> Fallible<Dict<K, ()>> {
    fromkeys(keys, ())
}

/// `dict.get(key, default)` with a default of another type than the values.
pub fn get_either<K: Key, V: Object, D>(dict: &Dict<K, V>, key: K, default: D) -> Either<V, D> {
    dict.lookup(&key).map_or(Either::Right(default), Either::Left)
}

/// `dict.get(key, None)`.
pub fn get_none<K: Key, V: Object>(dict: &Dict<K, V>, key: K, _none: ()) -> Option<V> {
    dict.lookup(&key)
}

/// `dict.pop(key, default)` with a default of another type than the values.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn pop_either<K: Key, V: Object, D>(dict: &Dict<K, V>, key: K, default: D) -> Fallible<Either<V, D>> {
    Ok(remove(dict, &key)?.map_or(Either::Right(default), Either::Left))
}

/// `dict.pop(key, None)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn pop_none<K: Key, V: Object>(dict: &Dict<K, V>, key: K, _none: ()) -> Fallible<Option<V>> {
    remove(dict, &key)
}

/// Iterates over the keys.
pub struct DictIterator<K, V> {
    dict: Dict<K, V>,
    place: usize,
    length: usize,
    removals: u64,
}

impl<K: Key, V: Object> DictIterator<K, V> {
    fn new(dict: &Dict<K, V>) -> Self {
        let (length, removals) = dict.table.peek(|table| (table.entries.len(), table.removals));
        Self { dict: dict.clone(), place: 0, length, removals }
    }

    /// The next entry, as `read` shows it.
    #[inline]
    fn advance<T>(&mut self, read: impl FnOnce(&K, &V) -> T) -> Fallible<Option<T>> {
        let (length, removals) = self.dict.table.peek(|table| (table.entries.len(), table.removals));
        if length != self.length {
            // Sticky, as in CPython.
            self.length = usize::MAX;
            return Err(runtime_error("dictionary changed size during iteration"));
        }
        if removals != self.removals {
            return Err(runtime_error("dictionary keys changed during iteration"));
        }
        let item = self.dict.table.peek(|table| table.entries.get_index(self.place).map(|(k, v)| read(&k.0, v)));
        self.place += usize::from(item.is_some());
        Ok(item)
    }

    fn left(&self) -> usize {
        self.dict.length().saturating_sub(self.place)
    }
}

impl<K: Key, V: Object> Iter for DictIterator<K, V> {
    type Item = K;

    #[inline]
    fn next(&mut self) -> Fallible<Option<K>> {
        self.advance(|key, _| key.clone())
    }

    fn size_hint(&self) -> usize {
        self.left()
    }
}

impl<K: Key, V: Object> Iterable for Dict<K, V> {
    type Item = K;
    type Iterator = DictIterator<K, V>;

    fn iter(&self) -> DictIterator<K, V> {
        DictIterator::new(self)
    }
}

impl<K, V> Identity for Dict<K, V> {
    fn same(&self, other: &Self) -> bool {
        self.table.same(&other.table)
    }
}

impl<K: Key, V: Object> Dict<K, V> {
    /// Puts deep copies of the entries into another dict.
    pub(crate) fn copy_entries(&self, copy: &Self, memo: &mut Memo) -> Fallible<()> {
        for (key, value) in self.to_pairs() {
            let key = key.deepcopy(memo)?;
            setitem(copy, key, value.deepcopy(memo)?)?;
        }
        Ok(())
    }

    /// What tells the dict from others while it lives.
    pub(crate) fn address(&self) -> usize {
        self.table.address()
    }
}

impl<K: Key, V: Object> Object for Dict<K, V> {
    fn type_name(&self) -> &'static str {
        "dict"
    }

    fn input(&self) -> crate::pydantic::Input {
        let pairs = self.to_pairs();
        crate::pydantic::Input::Dict(pairs.iter().map(|(key, value)| (key.input(), value.input())).collect())
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.dict(&self.to_pairs())
    }

    fn freeze(&self) {
        if self.table.freeze() {
            self.table.peek(|table| {
                for (key, value) in &table.entries {
                    key.0.freeze();
                    value.freeze();
                }
            });
        }
    }

    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        memo.once(self.table.address(), empty, |copy, memo| self.copy_entries(copy, memo))
    }

    fn repr(&self, out: &mut String) {
        out.push('{');
        for (place, (key, value)) in self.to_pairs().into_iter().enumerate() {
            if place > 0 {
                out.push_str(", ");
            }
            key.repr(out);
            out.push_str(": ");
            value.repr(out);
        }
        out.push('}');
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        writer.dict(&self.to_pairs())
    }
}

impl<K: Key + Equal<J>, V: Object + Equal<W>, J: Key, W: Object> Equal<Dict<J, W>> for Dict<K, V> {
    fn equal(&self, other: &Dict<J, W>) -> bool {
        self.length() == other.length()
            && other.to_pairs().iter().all(|(key, theirs)| self.lookup(key).is_some_and(|ours| ours.equal(theirs)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::repr_text;

    #[test]
    fn keeps_order_and_first_key() {
        let dict = from_pairs(vec![(2, 1.0), (1, 2.0), (2, 3.0)]);
        assert_eq!(repr_text(&dict), "{2: 3.0, 1: 2.0}");
        delitem(&dict, 2).expect("is there");
        setitem(&dict, 2, 4.0).expect("not frozen");
        assert_eq!(repr_text(&dict), "{1: 2.0, 2: 4.0}");
        assert!(contains(&dict, &2.0) && contains(&dict, &true) && !contains(&dict, &1.5));
        assert!(dict.equal(&from_pairs(vec![(2, 4), (1, 2)])));
    }

    #[test]
    fn raises_as_cpython() {
        let dict = from_pairs(vec![(1, 2)]);
        assert_eq!(getitem(&dict, 5).expect_err("no 5").to_string(), "KeyError: 5");
        let mut keys = iter(&dict);
        setitem(&dict, 2, 2).expect("not frozen");
        assert_eq!(keys.next().expect_err("changed").message, "dictionary changed size during iteration");
        clear(&dict).expect("not frozen");
        assert_eq!(popitem(&dict).expect_err("empty").message, "'popitem(): dictionary is empty'");
        dict.freeze();
        assert_eq!(&setitem(&dict, 1, 1).expect_err("frozen").class, "RuntimeError");
    }
}
