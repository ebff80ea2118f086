//! Between cells and the types of the runtime: arguments are narrowed, results widened.

use std::any::Any;

use hotforge_runtime as rt;
use rt::object::Object;
use rt::{
    Boxed, Bytes, Complex, Dict, Either, Ellipsis, Fallible, FrozenSet, Iter, List, Never, Raised, Range, Sequence,
    Set, Slice, Str,
};

use crate::cell::{Cell, Function};
use crate::native::Items;

/// A type that a cell may hold.
pub trait FromCell: Sized + 'static {
    /// The value in the cell.
    fn from_cell(cell: Cell) -> Fallible<Self>;

    /// Whether the cell holds such a value.
    fn fits(cell: &Cell) -> bool;
}

/// A type whose values cells hold.
pub trait IntoCell: Sized {
    fn into_cell(self) -> Cell;
}

/// The cell holds something else: the analyzer and the table of operators do not agree.
#[cold]
pub fn mismatch<T>(cell: &Cell) -> Raised {
    let wanted = std::any::type_name::<T>();
    crate::machine::refused(format!("a {} as {wanted}", cell.type_name()))
}

/// No way to call an operator fits the arguments.
#[cold]
pub fn mismatched(path: &str) -> Raised {
    crate::machine::refused(format!("`{path}` with arguments of these types"))
}

/// The value, where the two types are one.
fn same<A: 'static, B: 'static>(value: &A) -> Option<&B> {
    (value as &dyn Any).downcast_ref()
}

/// The value of what holds another: of a member of a union, or of an enum whose members are values, too.
fn within<T: FromCell>(cell: Cell) -> Fallible<T> {
    match cell {
        Cell::Tagged(_, value) => T::from_cell((*value).clone()),
        Cell::Member(class, place) if class.is_mixed() => T::from_cell(class.members[place].value.clone()),
        other => Err(mismatch::<T>(&other)),
    }
}

/// Types that a variant of a cell holds.
macro_rules! held {
    ($($ty:ty: $variant:ident;)*) => {$(
        impl FromCell for $ty {
            fn from_cell(cell: Cell) -> Fallible<Self> {
                match cell {
                    Cell::$variant(value) => Ok(value),
                    other => within(other),
                }
            }
            fn fits(cell: &Cell) -> bool {
                matches!(cell, Cell::$variant(_))
            }
        }
        impl IntoCell for $ty {
            fn into_cell(self) -> Cell {
                Cell::$variant(self)
            }
        }
    )*};
}

held! {
    bool: Bool; i64: Int; Complex: Complex; Str: Str; Bytes: Bytes; Range: Range; Slice: Slice;
    Raised: Exception; rt::closure::Cell<Cell>: Shared;
}

/// Types of one value.
macro_rules! single {
    ($($ty:ty: $value:expr, $variant:ident;)*) => {$(
        impl FromCell for $ty {
            fn from_cell(cell: Cell) -> Fallible<Self> {
                match cell {
                    Cell::$variant => Ok($value),
                    other => within(other),
                }
            }
            fn fits(cell: &Cell) -> bool {
                matches!(cell, Cell::$variant)
            }
        }
        impl IntoCell for $ty {
            fn into_cell(self) -> Cell {
                Cell::$variant
            }
        }
    )*};
}

single! { (): (), None; Ellipsis: Ellipsis, Ellipsis; }

/// A float is given where numpy's scalars are one.
impl FromCell for f64 {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        match cell {
            Cell::Float(value) => Ok(value),
            Cell::Scalar(scalar) => Ok(scalar.float()),
            other => within(other),
        }
    }
    fn fits(cell: &Cell) -> bool {
        matches!(cell, Cell::Float(_))
    }
}
impl IntoCell for f64 {
    fn into_cell(self) -> Cell {
        Cell::Float(self)
    }
}

impl FromCell for Cell {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        Ok(cell)
    }
    fn fits(_: &Cell) -> bool {
        true
    }
}
impl IntoCell for Cell {
    fn into_cell(self) -> Cell {
        self
    }
}

impl IntoCell for Never {
    fn into_cell(self) -> Cell {
        match self {}
    }
}

impl<T: FromCell> FromCell for Option<T> {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        match cell {
            Cell::None => Ok(None),
            other => T::from_cell(other).map(Some),
        }
    }
    fn fits(cell: &Cell) -> bool {
        matches!(cell, Cell::None) || T::fits(cell)
    }
}
impl<T: IntoCell> IntoCell for Option<T> {
    fn into_cell(self) -> Cell {
        self.map_or(Cell::None, IntoCell::into_cell)
    }
}

impl<A: FromCell, B: FromCell> FromCell for Either<A, B> {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        if A::fits(&cell) { A::from_cell(cell).map(Either::Left) } else { B::from_cell(cell).map(Either::Right) }
    }
    fn fits(cell: &Cell) -> bool {
        A::fits(cell) || B::fits(cell)
    }
}
impl<A: IntoCell, B: IntoCell> IntoCell for Either<A, B> {
    fn into_cell(self) -> Cell {
        match self {
            Either::Left(value) => value.into_cell(),
            Either::Right(value) => value.into_cell(),
        }
    }
}

/// Containers of one element type: those of cells are the objects themselves, others are copies.
macro_rules! containers {
    ($($ty:ident: $variant:ident, $from_vec:path, $element:path;)*) => {$(
        impl<T: FromCell + $element> FromCell for $ty<T> {
            fn from_cell(cell: Cell) -> Fallible<Self> {
                match cell {
                    Cell::$variant(items) => match same::<_, Self>(&items) {
                        Some(items) => Ok(items.clone()),
                        None => elements(&items).into_iter().map(T::from_cell).collect::<Fallible<_>>().map($from_vec),
                    },
                    other => within(other),
                }
            }
            fn fits(cell: &Cell) -> bool {
                match cell {
                    Cell::$variant(items) => elements(items).first().is_none_or(T::fits),
                    _ => false,
                }
            }
        }
        impl<T: IntoCell + $element> IntoCell for $ty<T> {
            fn into_cell(self) -> Cell {
                match same::<_, $ty<Cell>>(&self) {
                    Some(items) => Cell::$variant(items.clone()),
                    None => Cell::$variant($from_vec(elements(&self).into_iter().map(IntoCell::into_cell).collect())),
                }
            }
        }
        impl<T: $element> Elements for $ty<T> {
            type Element = T;
            fn elements(&self) -> Vec<T> {
                self.to_vec()
            }
        }
    )*};
}

/// A container of which all elements can be had at once.
trait Elements {
    type Element;
    fn elements(&self) -> Vec<Self::Element>;
}

fn elements<C: Elements>(container: &C) -> Vec<C::Element> {
    container.elements()
}

containers! {
    List: List, rt::list::from_vec, rt::Object;
    Set: Set, rt::set::from_vec, rt::Key;
    FrozenSet: FrozenSet, rt::frozenset::from_vec, rt::Key;
}

impl<T: FromCell + Object> FromCell for Sequence<T> {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        match cell {
            Cell::Tuple(items) => match same::<_, Self>(&items) {
                Some(items) => Ok(items.clone()),
                None => items
                    .as_slice()
                    .iter()
                    .cloned()
                    .map(T::from_cell)
                    .collect::<Fallible<_>>()
                    .map(rt::sequence::from_vec),
            },
            Cell::Record(record) => Self::from_cell(crate::class::as_tuple(&record)),
            other => within(other),
        }
    }
    fn fits(cell: &Cell) -> bool {
        matches!(cell, Cell::Tuple(items) if items.as_slice().iter().all(T::fits))
    }
}
impl<T: IntoCell + Object> IntoCell for Sequence<T> {
    fn into_cell(self) -> Cell {
        match same::<_, Sequence<Cell>>(&self) {
            Some(items) => Cell::Tuple(items.clone()),
            None => tuple(self.as_slice().iter().cloned().map(IntoCell::into_cell).collect()),
        }
    }
}

/// What an operator gives where it gives several of a kind.
impl<T: IntoCell> IntoCell for Vec<T> {
    fn into_cell(self) -> Cell {
        tuple(self.into_iter().map(IntoCell::into_cell).collect())
    }
}

impl<K: FromCell + rt::Key, V: FromCell + Object> FromCell for Dict<K, V> {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        if let Some(counts) = crate::opaque::held::<rt::collections::Counter<Cell>>(&cell)
            && let Some(dict) = same::<Dict<Cell, i64>, Self>(counts)
        {
            return Ok(dict.clone());
        }
        let dict = match cell {
            Cell::Dict(dict) => dict,
            Cell::Opaque(value) => match value.as_dict() {
                Some(dict) => dict,
                None => return Err(mismatch::<Self>(&Cell::Opaque(value))),
            },
            other => return within(other),
        };
        if let Some(dict) = same::<_, Self>(&dict) {
            return Ok(dict.clone());
        }
        let pairs = dict.to_pairs().into_iter();
        let pairs = pairs.map(|(key, value)| Ok((K::from_cell(key)?, V::from_cell(value)?)));
        pairs.collect::<Fallible<_>>().map(rt::dict::from_pairs)
    }
    fn fits(cell: &Cell) -> bool {
        if crate::opaque::held::<rt::collections::Counter<Cell>>(cell).is_some() {
            return std::any::TypeId::of::<Self>() == std::any::TypeId::of::<Dict<Cell, i64>>();
        }
        // A dict of cells is one, whatever it holds; a counter is the only dict of ints that is told apart.
        match cell {
            Cell::Dict(_) => std::any::TypeId::of::<V>() != std::any::TypeId::of::<i64>(),
            Cell::Opaque(value) => {
                value.as_dict().is_some() && std::any::TypeId::of::<V>() != std::any::TypeId::of::<i64>()
            }
            _ => false,
        }
    }
}
impl<K: IntoCell + rt::Key, V: IntoCell + Object> IntoCell for Dict<K, V> {
    fn into_cell(self) -> Cell {
        match same::<_, Dict<Cell, Cell>>(&self) {
            Some(dict) => Cell::Dict(dict.clone()),
            None => {
                let pairs = self.to_pairs().into_iter().map(|(key, value)| (key.into_cell(), value.into_cell()));
                Cell::Dict(rt::dict::from_pairs(pairs.collect()))
            }
        }
    }
}

impl<T: FromCell> FromCell for Boxed<T> {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        match cell {
            Cell::Iterator(iterator) => match same::<_, Self>(&iterator) {
                Some(iterator) => Ok(iterator.clone()),
                None => Ok(Boxed::new(Narrowed::new(Items::Any(iterator)))),
            },
            other => within(other),
        }
    }
    fn fits(cell: &Cell) -> bool {
        matches!(cell, Cell::Iterator(_))
    }
}
impl<T: IntoCell + 'static> IntoCell for Boxed<T> {
    fn into_cell(self) -> Cell {
        match same::<_, Boxed<Cell>>(&self) {
            Some(iterator) => Cell::Iterator(iterator.clone()),
            None => Cell::Iterator(Boxed::new(Widened(self))),
        }
    }
}

/// A number or bytes for a format of `struct`.
impl FromCell for rt::r#struct::Value {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        use rt::r#struct::Value;
        Ok(match cell {
            Cell::Int(value) => Value::Int(value),
            Cell::Float(value) => Value::Float(value),
            Cell::Bool(value) => Value::Bool(value),
            Cell::Bytes(value) => Value::Bytes(value),
            other => return within(other),
        })
    }
    fn fits(cell: &Cell) -> bool {
        matches!(cell, Cell::Int(_) | Cell::Float(_) | Cell::Bool(_) | Cell::Bytes(_))
    }
}
impl IntoCell for rt::r#struct::Value {
    fn into_cell(self) -> Cell {
        use rt::r#struct::Value;
        match self {
            Value::Int(value) => Cell::Int(value),
            Value::Float(value) => Cell::Float(value),
            Value::Bool(value) => Cell::Bool(value),
            Value::Bytes(value) => Cell::Bytes(value),
        }
    }
}

/// What `str.translate` puts in the place of a character.
impl rt::str::Replacement for Cell {
    fn push(&self, out: &mut String) -> Fallible<()> {
        use rt::str::Replacement;
        match self {
            Cell::None => ().push(out),
            Cell::Int(value) => value.push(out),
            Cell::Str(value) => value.push(out),
            Cell::Tagged(_, value) => Replacement::push(&**value, out),
            other => Err(mismatch::<()>(other)),
        }
    }
}

/// A tuple.
pub fn tuple(items: Vec<Cell>) -> Cell {
    Cell::Tuple(rt::sequence::from_vec(items))
}

/// The set with the elements of a frozen one.
pub fn set_of(set: &FrozenSet<Cell>) -> Set<Cell> {
    rt::set::from_vec(set.to_vec())
}

macro_rules! tuples {
    ($(($($name:ident $index:tt),+);)*) => {$(
        impl<$($name: FromCell),+> FromCell for ($($name,)+) {
            fn from_cell(cell: Cell) -> Fallible<Self> {
                const LENGTH: usize = [$($index),+].len();
                match cell {
                    Cell::Tuple(items) if items.as_slice().len() == LENGTH => {
                        let items = items.as_slice();
                        Ok(($($name::from_cell(items[$index].clone())?,)+))
                    }
                    Cell::Record(record) => Self::from_cell(crate::class::as_tuple(&record)),
                    other => within(other),
                }
            }
            fn fits(cell: &Cell) -> bool {
                const LENGTH: usize = [$($index),+].len();
                match cell {
                    Cell::Tuple(items) if items.as_slice().len() == LENGTH => {
                        let items = items.as_slice();
                        $($name::fits(&items[$index]))&&+
                    }
                    _ => false,
                }
            }
        }
        impl<$($name: IntoCell),+> IntoCell for ($($name,)+) {
            fn into_cell(self) -> Cell {
                tuple(vec![$(self.$index.into_cell()),+])
            }
        }
    )*};
}

tuples! {
    (A 0);
    (A 0, B 1);
    (A 0, B 1, C 2);
    (A 0, B 1, C 2, D 3);
    (A 0, B 1, C 2, D 3, E 4);
    (A 0, B 1, C 2, D 3, E 4, F 5);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
}

/// An iterator of the runtime whose items become cells. Each counts as a step: some have no end.
pub struct Widened<I>(pub I);

impl<I: Iter<Item: IntoCell>> Iter for Widened<I> {
    type Item = Cell;

    fn next(&mut self) -> Fallible<Option<Cell>> {
        crate::machine::step()?;
        Ok(self.0.next()?.map(IntoCell::into_cell))
    }
    fn size_hint(&self) -> usize {
        self.0.size_hint()
    }
    fn part_from(&mut self, list: usize) {
        self.0.part_from(list);
    }
    fn throw(&mut self, raised: Raised) -> Fallible<Option<Cell>> {
        Ok(self.0.throw(raised)?.map(IntoCell::into_cell))
    }
    fn close(&mut self) -> Fallible<bool> {
        self.0.close()
    }
}

/// An iterator of cells whose items become what an operator takes.
pub struct Narrowed<T> {
    iterator: Items,
    items: std::marker::PhantomData<fn() -> T>,
}

impl<T> Narrowed<T> {
    pub fn new(iterator: Items) -> Self {
        Self { iterator, items: std::marker::PhantomData }
    }
}

impl<T: FromCell> Iter for Narrowed<T> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        crate::machine::step()?;
        self.iterator.next()?.map(T::from_cell).transpose()
    }
    fn size_hint(&self) -> usize {
        self.iterator.size_hint()
    }
    fn part_from(&mut self, list: usize) {
        self.iterator.part_from(list);
    }
    fn throw(&mut self, raised: Raised) -> Fallible<Option<T>> {
        self.iterator.throw(raised)?.map(T::from_cell).transpose()
    }
    fn close(&mut self) -> Fallible<bool> {
        self.iterator.close()
    }
}

/// The result of an operator, of whatever type.
pub struct Wrap<T>(pub T);

impl<T: IntoCell> Wrap<T> {
    pub fn convert(self) -> Fallible<Cell> {
        Ok(self.0.into_cell())
    }
}

/// A result that is no value but an iterator.
pub trait Stream {
    fn convert(self) -> Fallible<Cell>;
}

impl<I: Iter<Item: IntoCell> + 'static> Stream for Wrap<I> {
    fn convert(self) -> Fallible<Cell> {
        Ok(Cell::Iterator(Boxed::new(Widened(self.0))))
    }
}

impl IntoCell for Function {
    fn into_cell(self) -> Cell {
        Cell::Function(std::rc::Rc::new(self))
    }
}
