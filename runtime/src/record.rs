//! Instances of the program's own classes: dataclasses, plain classes, named tuples.
//!
//! Generated code writes a struct of the fields for each class and says in the traits here what the class can do;
//! [`Record`] is the object: shared by all its names, as in CPython.

mod burial;
pub(crate) mod unwinding;

use std::cell::RefCell;
use std::cmp::Ordering;
use std::hash::Hasher;
use std::mem::ManuallyDrop;

use crate::abi::{self, FromValue, Mismatch, ToValue, Value};
use crate::exception::{Fallible, type_error};
use crate::object::{Compare, Equal, Identity, Key, Object};
use crate::recursion;
use crate::shared::Shared;

pub use unwinding::{caught, left_behind, must, must_or_leave, raise};

/// An object with the fields `T`; a clone is another name of the same object.
pub struct Record<T: 'static> {
    fields: ManuallyDrop<Shared<T>>,
}

/// A new object.
#[inline]
#[must_use]
pub fn new<T: 'static>(fields: T) -> Record<T> {
    Record { fields: ManuallyDrop::new(Shared::new(fields)) }
}

impl<T: 'static> Record<T> {
    /// Reads the fields with a closure that does nothing but clone values.
    #[inline]
    pub fn get<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.fields.peek(read)
    }

    /// Reads the fields with a closure that may call anything: until it returns, the object cannot be changed.
    #[inline]
    pub fn read<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.fields.read(read)
    }

    /// Replaces a field; the closure gives back what was there, so that it is dropped afterwards.
    ///
    /// # Errors
    /// `RuntimeError` where the object is a captured global.
    #[inline]
    pub fn set<R>(&self, replace: impl FnOnce(&mut T) -> R) -> Fallible<()> {
        self.fields.write(replace).map(drop)
    }

    /// Whether the two are names of one object.
    #[inline]
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.fields.same(&other.fields)
    }

    /// What tells the object from others while it lives.
    #[must_use]
    pub fn address(&self) -> usize {
        self.fields.address()
    }
}

impl<T> Clone for Record<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self { fields: self.fields.clone() }
    }
}

impl<T> Drop for Record<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the field is not used again.
        let fields = unsafe { ManuallyDrop::take(&mut self.fields) };
        if let Some(last) = fields.into_last() {
            burial::bury(last);
        }
    }
}

/// A class: what every object of it can do.
pub trait Class: Sized + 'static {
    /// Its name.
    const NAME: &'static str;

    /// Freezes what the fields refer to.
    fn freeze(&self);

    /// The same fields, for another object.
    fn copied(&self) -> Self;

    /// Puts deep copies in the place of the values of the fields.
    ///
    /// # Errors
    /// Those of [`crate::copy::deepcopy`].
    fn deepen(record: &Record<Self>, memo: &mut crate::copy::Memo) -> Fallible<()>;

    /// Appends `repr(record)`.
    fn repr(record: &Record<Self>, out: &mut String);

    /// Appends `str(record)`.
    fn str(record: &Record<Self>, out: &mut String) {
        Self::repr(record, out);
    }

    /// Writes it as `model_dump_json` does.
    ///
    /// # Errors
    /// `PydanticSerializationError` where pydantic does not know how.
    fn dump(_record: &Record<Self>, _dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        Err(crate::pydantic::unknown_type(Self::NAME))
    }

    /// Appends `format(record, spec)`.
    ///
    /// # Errors
    /// `TypeError` for any spec, unless the class has a `__format__`; what that raises.
    fn format(record: &Record<Self>, spec: &str, out: &mut String) -> Fallible<()> {
        if !spec.is_empty() {
            let message = format!("unsupported format string passed to {}.__format__", Self::NAME);
            return Err(type_error(message));
        }
        Self::str(record, out);
        Ok(())
    }

    /// Writes `json.dumps(record)`.
    ///
    /// # Errors
    /// `TypeError`, unless its objects are something that JSON has.
    fn json(_record: &Record<Self>, _writer: &mut crate::json::Writer) -> Fallible<()> {
        Err(type_error(format!("Object of type {} is not JSON serializable", Self::NAME)))
    }
}

/// How objects of a class are compared by `==`.
pub trait Equality: Class {
    /// `a == b`; the identity where the class says nothing else.
    fn equal(a: &Record<Self>, b: &Record<Self>) -> bool {
        a.is(b)
    }
}

/// A class whose objects have an order.
pub trait Order: Equality {
    /// Whether it is one that the class defines by a method.
    const BY_METHOD: bool = false;

    /// The order of the two.
    fn compare(a: &Record<Self>, b: &Record<Self>) -> Option<Ordering>;

    /// `a < b`.
    fn less(a: &Record<Self>, b: &Record<Self>) -> bool {
        Self::compare(a, b).is_some_and(Ordering::is_lt)
    }
}

/// A class whose objects can be keys.
pub trait Hashable: Equality {
    /// Feeds the hasher; the identity where the class says nothing else.
    fn hash<H: Hasher>(record: &Record<Self>, state: &mut H) {
        state.write_usize(record.address());
    }
}

/// A class whose objects can be given to other languages.
pub trait Departing: Class {
    /// Whether its objects are tuples.
    const IS_TUPLE: bool = false;

    /// Names and values of the fields.
    fn fields(&self) -> Vec<(&'static str, Value)>;
}

/// A class whose objects can be taken from other languages.
pub trait Arriving: Class {
    /// The object of the fields that a caller gave.
    ///
    /// # Errors
    /// Where a field is missing, or of another type.
    fn from_fields(given: &Given<'_>) -> Result<Self, Box<Mismatch>>;

    /// The object of a dict that a caller gave.
    ///
    /// # Errors
    /// As [`Arriving::from_fields`].
    fn from_dict(_dict: &Value, pairs: &[(Value, Value)]) -> Result<Record<Self>, Box<Mismatch>> {
        Self::from_fields(&Given { fields: Fields::Dict(pairs) }).map(new)
    }
}

impl<T: Class> Object for Record<T> {
    fn type_name(&self) -> &'static str {
        T::NAME
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        T::dump(self, dumper)
    }

    fn freeze(&self) {
        if self.fields.freeze() {
            self.fields.read(T::freeze);
        }
    }

    fn deepcopy(&self, memo: &mut crate::copy::Memo) -> Fallible<Self> {
        self.copied_deeply(memo)
    }

    fn repr(&self, out: &mut String) {
        T::repr(self, out);
    }

    fn str(&self, out: &mut String) {
        T::str(self, out);
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        T::format(self, spec, out)
    }

    fn json(&self, writer: &mut crate::json::Writer) -> Fallible<()> {
        T::json(self, writer)
    }
}

impl<T: Equality> Equal for Record<T> {
    /// As containers compare their elements: an object is equal to itself, whatever its class says.
    #[inline]
    fn equal(&self, other: &Self) -> bool {
        self.is(other) || T::equal(self, other)
    }
}

impl<T> Identity for Record<T> {
    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl<T: Order> Compare for Record<T> {
    const CALLS_CODE: bool = T::BY_METHOD;

    #[inline]
    fn compare(&self, other: &Self) -> Option<Ordering> {
        T::compare(self, other)
    }

    #[inline]
    fn less(&self, other: &Self) -> bool {
        T::less(self, other)
    }

    #[inline]
    fn alike(&self, other: &Self) -> bool {
        Equal::equal(self, other)
    }
}

impl<T: Hashable> Key for Record<T> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        T::hash(self, state);
    }
}

/// Python's own `<` where a class gives nothing but it: `lt(a, b)`, then `lt(b, a)`.
///
/// # Errors
/// What the comparison raises.
pub fn order_by<T: Class>(
    a: &Record<T>,
    b: &Record<T>,
    less: impl Fn(Record<T>, Record<T>) -> Fallible<bool>,
) -> Fallible<Option<Ordering>> {
    if less(a.clone(), b.clone())? {
        return Ok(Some(Ordering::Less));
    }
    Ok(Some(if less(b.clone(), a.clone())? { Ordering::Greater } else { Ordering::Equal }))
}

/// The order of two values of a type that has none: equal ones are passed over, as tuples do.
pub fn unordered<T: Object + Equal>(a: &T, b: &T) -> Option<Ordering> {
    if a.equal(b) {
        return Some(Ordering::Equal);
    }
    raise(type_error(format!("'<' not supported between instances of '{}' and '{}'", a.type_name(), b.type_name())))
}

/// The order of two optional values, of which `None` has none.
pub fn optional_order<T: Object + Compare>(a: &Option<T>, b: &Option<T>) -> Option<Ordering> {
    match (a, b) {
        (Some(a), Some(b)) => crate::object::step(a, b),
        (None, None) => Some(Ordering::Equal),
        _ => raise(type_error(format!(
            "'<' not supported between instances of '{}' and '{}'",
            a.type_name(),
            b.type_name()
        ))),
    }
}

/// Comparing a field that cannot be compared, as an array whose elements are compared one by one.
pub fn incomparable<T: Object>(value: &T) -> bool {
    let message = match value.type_name() {
        "ndarray" | "numpy.ndarray" => {
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()".to_owned()
        }
        other => format!("values of the class {other} cannot be compared in compiled code"),
    };
    raise(crate::exception::value_error(message))
}

/// The hash of a value of a type that has none.
pub fn unhashable<T: Object>(value: &T) {
    raise(type_error(format!("unhashable type: '{}'", value.type_name())))
}

/// A number that is the same for equal keys: what `__hash__` of a class hashes with.
pub fn hash<T: Key>(value: &T) -> i64 {
    let mut hasher = std::hash::DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish() as i64
}

/// Runs a comparison or a hash of an object that may hold others of its class: too deep is `RecursionError`.
pub fn nested<R>(run: impl FnOnce() -> R) -> R {
    let _depth = must(recursion::enter());
    run()
}

thread_local! {
    /// The objects whose `repr` is being written.
    static SHOWN: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// Writes the `repr` of an object that may hold itself: there it is `...`, as `dataclasses` has it.
pub fn shown<T>(record: &Record<T>, out: &mut String, show: impl FnOnce(&mut String)) {
    struct Done;
    impl Drop for Done {
        fn drop(&mut self) {
            SHOWN.with_borrow_mut(Vec::pop);
        }
    }
    let address = record.address();
    if SHOWN.with_borrow(|shown| shown.contains(&address)) {
        out.push_str("...");
        return;
    }
    let _depth = must(recursion::enter());
    SHOWN.with_borrow_mut(|shown| shown.push(address));
    let _done = Done;
    show(out);
}

/// `<module.Class object at 0x7f…>`.
pub fn show_address<T: Class>(record: &Record<T>, module: &str, out: &mut String) {
    use std::fmt::Write;
    let _ = write!(out, "<{module}.{} object at {:#x}>", T::NAME, record.address());
}

impl<T: Departing> ToValue for Record<T> {
    fn to_value(self) -> Value {
        let fields = nested(|| self.read(T::fields));
        let fields = fields.into_iter().map(|(name, value)| (crate::Str::literal(name), value)).collect();
        let record = abi::Record { class: crate::Str::literal(T::NAME), fields };
        if T::IS_TUPLE { Value::NamedTuple(record) } else { Value::Record(record) }
    }
}

impl<T: Arriving> FromValue for Record<T> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        let fields = match value {
            Value::Record(record) | Value::NamedTuple(record) if record.class.as_str() == T::NAME => {
                Fields::Record(&record.fields)
            }
            Value::Dict(pairs) => return T::from_dict(value, pairs),
            other => return Err(Mismatch::of(other)),
        };
        T::from_fields(&Given { fields }).map(new)
    }
}

/// The fields that a caller gave for an object.
pub struct Given<'v> {
    fields: Fields<'v>,
}

enum Fields<'v> {
    Record(&'v [(crate::Str, Value)]),
    Dict(&'v [(Value, Value)]),
}

impl Given<'_> {
    fn find(&self, name: &str) -> Option<&Value> {
        match self.fields {
            Fields::Record(fields) => fields.iter().find(|(field, _)| field.as_str() == name).map(|(_, value)| value),
            Fields::Dict(pairs) => pairs
                .iter()
                .find(|(key, _)| matches!(key, Value::Str(text) if text.as_str() == name))
                .map(|(_, value)| value),
        }
    }

    /// The field of that name.
    ///
    /// # Errors
    /// Where it is missing, or of another type.
    pub fn field<F: FromValue>(&self, name: &str) -> Result<F, Box<Mismatch>> {
        match self.find(name) {
            Some(value) => F::from_value(value).map_err(|mismatch| mismatch.within(format!("field '{name}'"))),
            None => Err(Mismatch::new("missing").within(format!("field '{name}'"))),
        }
    }

    /// The field of that name, or its default.
    ///
    /// # Errors
    /// Where it is of another type.
    pub fn field_or<F: FromValue>(&self, name: &str, default: impl FnOnce() -> F) -> Result<F, Box<Mismatch>> {
        match self.find(name) {
            Some(value) => F::from_value(value).map_err(|mismatch| mismatch.within(format!("field '{name}'"))),
            None => Ok(default()),
        }
    }
}

#[cfg(test)]
mod tests;
