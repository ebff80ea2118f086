//! What every value of compiled code can do: the traits that generated code and generic operators rely on.

mod number;

use std::cmp::Ordering;
use std::hash::Hasher;

use crate::exception::{Fallible, Raised};
use crate::str::Str;

/// A Python value: `repr`, `str` and `format` of it.
///
/// Cloning is what binding another name to the value is in Python: cheap, and the object is shared. A clone runs no code
/// of the user's.
pub trait Object: Clone + 'static {
    /// `type(value).__name__`: `list`, `int`.
    fn type_name(&self) -> &'static str;

    /// Makes the value, and all that it refers to, immortal and read-only, so that many threads may read it.
    /// Does nothing where the value is immutable and its clones are safe to make on any thread.
    fn freeze(&self);

    /// Appends `repr(value)`.
    fn repr(&self, out: &mut String);

    /// Appends `str(value)`; the same as `repr` for most types.
    fn str(&self, out: &mut String) {
        self.repr(out);
    }

    /// Appends `format(value, spec)`.
    ///
    /// # Errors
    /// `ValueError` for a spec the type does not take; `TypeError` where it takes none
    /// ("unsupported format string passed to list.__format__").
    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if !spec.is_empty() {
            return Err(crate::exception::type_error(format!(
                "unsupported format string passed to {}.__format__",
                self.type_name()
            )));
        }
        self.str(out);
        Ok(())
    }

    /// Writes it as JSON.
    ///
    /// # Errors
    /// `TypeError` where JSON has nothing like it.
    fn json(&self, _writer: &mut crate::json::Writer) -> Fallible<()> {
        let class = self.type_name();
        Err(crate::exception::type_error(format!("Object of type {class} is not JSON serializable")))
    }

    /// The value as what is given to a model of pydantic.
    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::object(self)
    }

    /// Writes it as `model_dump_json` does.
    ///
    /// # Errors
    /// `PydanticSerializationError` where pydantic does not know how.
    fn dump(&self, _dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        Err(crate::pydantic::unknown_type(self.type_name()))
    }

    /// `copy.deepcopy(value)`: the value itself where nothing in it can change.
    ///
    /// # Errors
    /// `RecursionError` where objects hold one another too deeply.
    fn deepcopy(&self, _memo: &mut crate::copy::Memo) -> Fallible<Self> {
        Ok(self.clone())
    }

    /// The number that the value is, for `"%d" % value`.
    fn number(&self) -> Number {
        Number::None
    }
}

/// A value as a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A whole number.
    Int(i64),
    /// Any other real number.
    Float(f64),
    /// It is no number.
    None,
}

/// Python's `==` between two values whose comparison is a plain `bool`: `1 == 1.0`, `[1] == [1.0]`.
/// Types that are never equal need no implementation: the analyzer knows.
pub trait Equal<Other: ?Sized = Self> {
    /// `self == other`.
    fn equal(&self, other: &Other) -> bool;
}

/// A value whose identity Python code can see: `is` compares the objects, not what they hold.
pub trait Identity {
    /// `self is other`.
    fn same(&self, other: &Self) -> bool;
}

/// A value that can be a key of a dict or an element of a set.
pub trait Key: Object + Equal {
    /// Feeds the hasher so that equal values, also of other types (`1`, `1.0`, `True`), feed it alike.
    fn hash<H: Hasher>(&self, state: &mut H);
}

/// Python's `<`, `<=`, `>`, `>=`.
pub trait Compare<Other: ?Sized = Self> {
    /// Whether comparing runs code of the program, which may raise, and whose order may be anything.
    const CALLS_CODE: bool = false;

    /// The order of the two; `None` where neither is less, equal or greater, as with NaN.
    fn compare(&self, other: &Other) -> Option<Ordering>;

    /// `self < other`, and nothing else is asked.
    #[inline]
    fn less(&self, other: &Other) -> bool {
        self.compare(other).is_some_and(Ordering::is_lt)
    }

    /// Whether two sequences do not differ here: `self is other or self == other`.
    #[inline]
    fn alike(&self, other: &Other) -> bool {
        self.compare(other) == Some(Ordering::Equal)
    }
}

/// The order of two sequences by the elements at one place of both: they are ordered by the first that differ.
#[inline]
pub fn step<A: Compare<B> + ?Sized, B: ?Sized>(a: &A, b: &B) -> Option<Ordering> {
    if !A::CALLS_CODE {
        return a.compare(b);
    }
    if a.alike(b) { Some(Ordering::Equal) } else { a.compare(b).filter(|order| order.is_ne()) }
}

/// An iterator that can raise: what `next()` is in Python.
pub trait Iter: Sized {
    /// What it gives.
    type Item;

    /// The next item, or `None` at the end.
    ///
    /// # Errors
    /// Whatever producing the item raises: "dictionary changed size during iteration".
    fn next(&mut self) -> Fallible<Option<Self::Item>>;

    /// A lower bound of the number of items left, to reserve space by.
    fn size_hint(&self) -> usize {
        0
    }

    /// Called before a list is filled from the iterator: one that walks over that very list goes on over a copy, since
    /// CPython takes all items of a list at once there.
    fn part_from(&mut self, _list: usize) {}

    /// `generator.throw(raised)`: of an iterator that is no generator the exception itself.
    ///
    /// # Errors
    /// What the generator does not handle, or raises.
    fn throw(&mut self, raised: Raised) -> Fallible<Option<Self::Item>> {
        Err(raised)
    }

    /// `generator.close()`. Whether it is a generator: no other iterator can be closed.
    ///
    /// # Errors
    /// What the generator raises.
    fn close(&mut self) -> Fallible<bool> {
        Ok(false)
    }
}

/// A value that `for` can iterate over. Every [`Iter`] is its own iterable.
pub trait Iterable {
    /// What its iterator gives.
    type Item;
    /// Its iterator, which shares the object and needs no borrow of it.
    type Iterator: Iter<Item = Self::Item>;

    /// `iter(value)`.
    fn iter(&self) -> Self::Iterator;
}

/// `a == b`.
#[inline]
pub fn equal<A: Equal<B> + ?Sized, B: ?Sized>(a: &A, b: &B) -> bool {
    a.equal(b)
}

/// `a != b`.
#[inline]
pub fn not_equal<A: Equal<B> + ?Sized, B: ?Sized>(a: &A, b: &B) -> bool {
    !a.equal(b)
}

/// `a < b`.
#[inline]
pub fn less<A: Compare<B> + ?Sized, B: ?Sized>(a: &A, b: &B) -> bool {
    a.less(b)
}

/// `a <= b`.
#[inline]
pub fn less_equal<A: Compare<B> + ?Sized, B: ?Sized>(a: &A, b: &B) -> bool {
    a.compare(b).is_some_and(Ordering::is_le)
}

/// `a > b`.
#[inline]
pub fn greater<A: Compare<B> + ?Sized, B: ?Sized>(a: &A, b: &B) -> bool {
    a.compare(b).is_some_and(Ordering::is_gt)
}

/// `a >= b`.
#[inline]
pub fn greater_equal<A: Compare<B> + ?Sized, B: ?Sized>(a: &A, b: &B) -> bool {
    a.compare(b).is_some_and(Ordering::is_ge)
}

/// `str(value)`.
pub fn str<T: Object>(value: &T) -> Str {
    let mut text = String::new();
    value.str(&mut text);
    Str::from(text)
}

/// `repr(value)`.
pub fn repr<T: Object>(value: &T) -> Str {
    Str::from(repr_text(value))
}

/// `repr(value)` as Rust's own string, for messages.
pub(crate) fn repr_text<T: Object>(value: &T) -> String {
    let mut text = String::new();
    value.repr(&mut text);
    text
}

/// `ascii(value)`.
pub fn ascii<T: Object>(value: &T) -> Str {
    Str::from(crate::format::text::escape_non_ascii(&repr_text(value)))
}

/// `format(value, spec)`.
///
/// # Errors
/// As [`Object::format`].
pub fn format<T: Object>(value: &T, spec: &Str) -> Fallible<Str> {
    let mut text = String::new();
    value.format(spec.as_str(), &mut text)?;
    Ok(Str::from(text))
}

/// `item in iterator`: consumes the iterator up to the first equal item.
///
/// # Errors
/// Whatever the iterator raises.
pub fn contains<I: Iter, U>(mut items: I, item: &U) -> Fallible<bool>
where
    I::Item: Equal<U>,
{
    while let Some(candidate) = items.next()? {
        if candidate.equal(item) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `a is b` of two shared objects.
#[inline]
pub fn same<T: Identity>(a: &T, b: &T) -> bool {
    a.same(b)
}

/// All items of an iterator.
///
/// # Errors
/// Whatever the iterator raises.
pub fn collect<I: Iter>(mut items: I) -> Fallible<Vec<I::Item>> {
    let mut all = Vec::with_capacity(items.size_hint());
    while let Some(item) = items.next()? {
        all.push(item);
    }
    Ok(all)
}
