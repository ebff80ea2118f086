//! The operators: those of the generated table, and those that take what a table cannot say.

mod by_hand;

use std::rc::Rc;

use hotforge_analyzer::types::Type;
use hotforge_runtime as rt;
use rt::object::Iter;
use rt::{Boxed, Fallible, Raised};

use crate::cell::{Cell, iterate};
use crate::convert::{FromCell, Narrowed};
use crate::machine::refused;

/// An operator, taking dynamic values.
pub type Native = fn(&mut Args) -> Fallible<Cell>;

/// An argument of an operator.
pub enum Arg {
    Value(Cell),
    Many(Vec<Cell>),
    Function(Caller),
    Fields(Vec<(String, Cell)>),
    Rule(rt::pydantic::Rule),
    Taken,
}

/// A function that an operator calls.
#[derive(Clone)]
pub struct Caller(pub Rc<dyn Fn(Vec<Cell>) -> Fallible<Cell>>);

impl Caller {
    /// Calls it.
    pub fn call(&self, arguments: Vec<Cell>) -> Fallible<Cell> {
        // An exception may pend while the operator goes on: nothing of the program runs then.
        crate::machine::running()?;
        (self.0)(arguments)
    }
}

/// The arguments of an operator, which it takes in order.
pub struct Args<'t> {
    values: Vec<Arg>,
    next: usize,
    types: &'t [Type],
    result: &'t Type,
}

impl<'t> Args<'t> {
    /// The arguments with their types, for a result of a type.
    pub fn new(values: Vec<Arg>, types: &'t [Type], result: &'t Type) -> Self {
        Self { values, next: 0, types, result }
    }

    /// The argument at a place, and its type.
    pub fn at(&self, place: usize) -> Fallible<(&Arg, &'t Type)> {
        match (self.values.get(place), self.types.get(place)) {
            (Some(value), Some(ty)) => Ok((value, ty)),
            _ => Err(refused("an operator with too few arguments")),
        }
    }

    /// The next argument, and its type.
    pub fn next(&mut self) -> Fallible<(Arg, &'t Type)> {
        let ty = self.types.get(self.next).unwrap_or(&Type::Unknown);
        Ok((self.advance()?, ty))
    }

    /// The type of the expression.
    pub fn result(&self) -> &'t Type {
        self.result
    }

    fn advance(&mut self) -> Fallible<Arg> {
        let place = self.next;
        self.next += 1;
        match self.values.get_mut(place) {
            Some(arg) => Ok(std::mem::replace(arg, Arg::Taken)),
            None => Err(refused("an operator with too few arguments")),
        }
    }

    /// The next argument as a value of a type.
    pub fn take<T: FromCell>(&mut self) -> Fallible<T> {
        match self.advance()? {
            Arg::Value(value) => T::from_cell(value),
            Arg::Many(values) => T::from_cell(crate::convert::tuple(values)),
            _ => Err(refused("a function as a value of an operator")),
        }
    }

    /// The next argument as items.
    pub fn iterator<T: FromCell>(&mut self) -> Fallible<Narrowed<T>> {
        match self.advance()? {
            Arg::Value(Cell::List(list)) => Ok(Narrowed::new(Items::List(rt::list::iter(&list)))),
            Arg::Value(value) => Ok(Narrowed::new(Items::Any(iterate(&value)?))),
            _ => Err(refused("no iterator where an operator takes one")),
        }
    }

    /// The next argument as the values of a `*args`.
    pub fn many<T: FromCell>(&mut self) -> Fallible<Vec<T>> {
        match self.advance()? {
            Arg::Many(values) => values.into_iter().map(T::from_cell).collect(),
            Arg::Value(Cell::Tuple(items)) => items.as_slice().iter().cloned().map(T::from_cell).collect(),
            Arg::Value(Cell::List(items)) => items.to_vec().into_iter().map(T::from_cell).collect(),
            _ => Err(refused("no arguments where an operator takes several")),
        }
    }

    /// The next argument as a function.
    pub fn function(&mut self) -> Fallible<Caller> {
        match self.advance()? {
            Arg::Function(function) => Ok(function),
            _ => Err(refused("no function where an operator takes one")),
        }
    }

    /// The next argument as what a format shows.
    pub fn fields(&mut self) -> Fallible<Vec<(String, Cell)>> {
        match self.advance()? {
            Arg::Fields(fields) => Ok(fields),
            _ => Err(refused("no fields where an operator takes them")),
        }
    }

    /// The next argument as the rule of a validation.
    pub fn rule(&mut self) -> Fallible<rt::pydantic::Rule> {
        match self.advance()? {
            Arg::Rule(rule) => Ok(rule),
            _ => Err(refused("no rule where an operator takes one")),
        }
    }

    /// Whether the argument at a place is of a type.
    pub fn fits<T: FromCell>(&self, place: usize) -> bool {
        match self.values.get(place) {
            Some(Arg::Value(Cell::Tagged(_, value))) => T::fits(value),
            Some(Arg::Value(value)) => T::fits(value),
            _ => false,
        }
    }
}

/// Items for an operator. A list is known as one: what fills a list from itself asks for that.
pub enum Items {
    List(rt::list::ListIterator<Cell>),
    Any(Boxed<Cell>),
}

impl Iter for Items {
    type Item = Cell;

    fn next(&mut self) -> Fallible<Option<Cell>> {
        match self {
            Items::List(items) => items.next(),
            Items::Any(items) => items.next(),
        }
    }
    fn size_hint(&self) -> usize {
        match self {
            Items::List(items) => items.size_hint(),
            Items::Any(items) => items.size_hint(),
        }
    }
    fn part_from(&mut self, list: usize) {
        match self {
            Items::List(items) => items.part_from(list),
            Items::Any(items) => items.part_from(list),
        }
    }
    fn throw(&mut self, raised: Raised) -> Fallible<Option<Cell>> {
        match self {
            Items::List(items) => items.throw(raised),
            Items::Any(items) => items.throw(raised),
        }
    }
    fn close(&mut self) -> Fallible<bool> {
        match self {
            Items::List(items) => items.close(),
            Items::Any(items) => items.close(),
        }
    }
}

/// The operator of a path.
pub fn find(path: &str) -> Option<Native> {
    #[cfg(target_arch = "wasm32")]
    if let Some(native) = crate::clock::find(path) {
        return Some(native);
    }
    by_hand::find(path).or_else(|| {
        let plain = path.replace("r#", "");
        let table = crate::table::TABLE;
        table.binary_search_by(|(known, _)| (*known).cmp(&plain)).ok().map(|place| table[place].1)
    })
}
