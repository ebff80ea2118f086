//! Objects of classes of the standard library: dates, patterns, counters.

use std::any::Any;
use std::cmp::Ordering;
use std::rc::Rc;

use hotforge_runtime as rt;
use rt::object::{Compare, Equal, Identity, Iterable, Key, Number};
use rt::{Boxed, Dict, Fallible};

use crate::cell::Cell;
use crate::convert::{IntoCell, Widened};

/// An object of which only its own operators know what it is.
pub trait Opaque {
    fn as_any(&self) -> &dyn Any;
    fn class_name(&self) -> &'static str;
    fn freeze_value(&self);
    fn show_repr(&self, out: &mut String);
    fn show_str(&self, out: &mut String);
    fn show_format(&self, spec: &str, out: &mut String) -> Fallible<()>;
    fn write_json(&self, writer: &mut rt::json::Writer) -> Fallible<()>;
    fn copy_deeply(&self, memo: &mut rt::copy::Memo) -> Fallible<Cell>;
    fn give_input(&self) -> rt::pydantic::Input;
    fn dump_value(&self, dumper: &mut rt::pydantic::Dumper) -> Fallible<()>;
    fn as_number(&self) -> Number;
    fn equal_cell(&self, other: &Cell) -> bool;
    fn same_cell(&self, other: &Cell) -> bool;
    fn hash_value(&self) -> u64;
    fn compare_cell(&self, other: &Cell) -> Option<Ordering>;
    fn iterate_value(&self) -> Option<Boxed<Cell>>;
    /// The dict that it is, too.
    fn as_dict(&self) -> Option<Dict<Cell, Cell>>;
}

/// Asks a value for what only some types can do: a method of the type itself is preferred to one of the trait below,
/// and is there only where the bounds hold.
pub struct Probe<'a, T>(pub &'a T);

impl<T: Equal> Probe<'_, T> {
    pub fn equal(&self, other: &T) -> bool {
        self.0.equal(other)
    }
}
impl<T: Identity> Probe<'_, T> {
    pub fn same(&self, other: &T) -> bool {
        self.0.same(other)
    }
}
impl<T: Key> Probe<'_, T> {
    pub fn hash(&self) -> u64 {
        let mut state = std::hash::DefaultHasher::new();
        self.0.hash(&mut state);
        std::hash::Hasher::finish(&state)
    }
}
impl<T: Compare> Probe<'_, T> {
    pub fn compare(&self, other: &T) -> Option<Ordering> {
        self.0.compare(other)
    }
}
impl<T: Iterable<Item: IntoCell, Iterator: 'static>> Probe<'_, T> {
    pub fn iterate(&self) -> Option<Boxed<Cell>> {
        Some(Boxed::new(Widened(self.0.iter())))
    }
}
impl<T: std::ops::Deref<Target = Dict<Cell, Cell>>> Probe<'_, T> {
    pub fn dict(&self) -> Option<Dict<Cell, Cell>> {
        Some((**self.0).clone())
    }
}

/// What is said of a type that cannot.
pub trait Cannot<T> {
    fn equal(&self, _other: &T) -> bool {
        false
    }
    fn same(&self, other: &T) -> bool;
    fn hash(&self) -> u64 {
        crate::machine::pend(crate::machine::refused("a hash of this class"));
        0
    }
    fn compare(&self, _other: &T) -> Option<Ordering> {
        crate::machine::pend(crate::machine::refused("an order of this class"));
        None
    }
    fn iterate(&self) -> Option<Boxed<Cell>> {
        None
    }
    fn dict(&self) -> Option<Dict<Cell, Cell>> {
        None
    }
}
impl<T> Cannot<T> for Probe<'_, T> {
    fn same(&self, other: &T) -> bool {
        std::ptr::eq(self.0, other)
    }
}

/// The object of that type in a cell.
pub fn held<T: 'static>(cell: &Cell) -> Option<&T> {
    match cell {
        Cell::Opaque(value) => value.as_any().downcast_ref(),
        Cell::Tagged(_, value) => held(value),
        _ => None,
    }
}

/// `==` of an object with whatever is there: with one of its own class, or of another that it may be equal to.
pub fn equal(value: &Rc<dyn Opaque>, other: &Cell) -> bool {
    if let Some(equal) = across(&**value, other, |a, b| a.equal(b), |a, b| a.equal(b)) {
        return equal;
    }
    match other {
        Cell::Opaque(other) if value.as_any().type_id() != other.as_any().type_id() => {
            match (entries(&**value), entries(&**other)) {
                (Some(a), Some(b)) => a.equal(&b),
                _ => false,
            }
        }
        Cell::Dict(dict) => entries(&**value).is_some_and(|entries| entries.equal(dict)),
        _ => value.equal_cell(other),
    }
}

/// The order of an object and whatever is there.
pub fn compare(value: &dyn Opaque, other: &Cell) -> Option<Ordering> {
    let ordered = across(value, other, |a, b| a.compare(b), |a, b| a.compare(b));
    ordered.unwrap_or_else(|| value.compare_cell(other))
}

/// What two classes that know one another say: buffers of bytes, and paths.
fn across<R>(
    value: &dyn Opaque,
    other: &Cell,
    bytes: impl Fn(&rt::Bytearray, &rt::Bytes) -> R,
    paths: impl Fn(&rt::pathlib::PathOf<rt::pathlib::Pure>, &rt::pathlib::PathOf<rt::pathlib::Pure>) -> R,
) -> Option<R> {
    use rt::pathlib::{Concrete, PathOf, Pure};
    if let (Some(a), Cell::Bytes(b)) = (value.as_any().downcast_ref::<rt::Bytearray>(), other) {
        return Some(bytes(a, b));
    }
    let pure = |path: &dyn Opaque| {
        let path = path.as_any();
        let concrete = || path.downcast_ref::<PathOf<Concrete>>().map(rt::pathlib::pure_path::as_posix);
        let text = path.downcast_ref::<PathOf<Pure>>().map(rt::pathlib::pure_path::as_posix).or_else(concrete)?;
        Some(rt::pathlib::pure_path::new(&[text]))
    };
    let Cell::Opaque(other) = other else { return None };
    Some(paths(&pure(value)?, &pure(&**other)?))
}

/// What is in an object that is a dict, too.
fn entries(value: &dyn Opaque) -> Option<Dict<Cell, Cell>> {
    let counts = value.as_any().downcast_ref::<rt::collections::Counter<Cell>>();
    let counted = counts.map(|counts| {
        let pairs = counts.to_pairs().into_iter().map(|(key, count)| (key, Cell::Int(count)));
        rt::dict::from_pairs(pairs.collect())
    });
    counted.or_else(|| value.as_dict())
}

/// What is in the object that a cell holds, where it is a dict, too; of a counter a copy.
pub fn entries_of(cell: &Cell) -> Option<Dict<Cell, Cell>> {
    match cell {
        Cell::Opaque(value) => entries(&**value),
        _ => None,
    }
}

/// A cell that holds an object.
pub fn cell<T: Opaque + 'static>(value: T) -> Cell {
    Cell::Opaque(Rc::new(value))
}

/// Makes a type of the runtime one that cells hold.
macro_rules! opaque {
    ($ty:ty) => {
        impl crate::opaque::Opaque for $ty {
            fn as_any(&self) -> &dyn std::any::Any {
                self
            }
            fn class_name(&self) -> &'static str {
                rt::Object::type_name(self)
            }
            fn freeze_value(&self) {
                rt::Object::freeze(self);
            }
            fn show_repr(&self, out: &mut String) {
                rt::Object::repr(self, out);
            }
            fn show_str(&self, out: &mut String) {
                rt::Object::str(self, out);
            }
            fn show_format(&self, spec: &str, out: &mut String) -> Fallible<()> {
                rt::Object::format(self, spec, out)
            }
            fn write_json(&self, writer: &mut rt::json::Writer) -> Fallible<()> {
                rt::Object::json(self, writer)
            }
            fn copy_deeply(&self, memo: &mut rt::copy::Memo) -> Fallible<Cell> {
                rt::Object::deepcopy(self, memo).map(crate::opaque::cell)
            }
            fn give_input(&self) -> rt::pydantic::Input {
                rt::Object::input(self)
            }
            fn dump_value(&self, dumper: &mut rt::pydantic::Dumper) -> Fallible<()> {
                rt::Object::dump(self, dumper)
            }
            fn as_number(&self) -> rt::object::Number {
                rt::Object::number(self)
            }
            fn equal_cell(&self, other: &Cell) -> bool {
                crate::opaque::held::<Self>(other).is_some_and(|other| crate::opaque::Probe(self).equal(other))
            }
            fn same_cell(&self, other: &Cell) -> bool {
                crate::opaque::held::<Self>(other).is_some_and(|other| crate::opaque::Probe(self).same(other))
            }
            fn hash_value(&self) -> u64 {
                crate::opaque::Probe(self).hash()
            }
            fn compare_cell(&self, other: &Cell) -> Option<std::cmp::Ordering> {
                crate::opaque::held::<Self>(other).and_then(|other| crate::opaque::Probe(self).compare(other))
            }
            fn iterate_value(&self) -> Option<rt::Boxed<Cell>> {
                crate::opaque::Probe(self).iterate()
            }
            fn as_dict(&self) -> Option<rt::Dict<Cell, Cell>> {
                crate::opaque::Probe(self).dict()
            }
        }

        impl FromCell for $ty {
            fn from_cell(cell: Cell) -> Fallible<Self> {
                match crate::opaque::held::<Self>(&cell) {
                    Some(value) => Ok(value.clone()),
                    None => Err(crate::convert::mismatch::<Self>(&cell)),
                }
            }
            fn fits(cell: &Cell) -> bool {
                crate::opaque::held::<Self>(cell).is_some()
            }
        }

        impl IntoCell for $ty {
            fn into_cell(self) -> Cell {
                crate::opaque::cell(self)
            }
        }
    };
}
pub(crate) use opaque;
