//! The one dynamic type of values. It has the traits that the runtime asks of elements, keys and items, so that what
//! works on a `list[int]` in compiled code works on a `List<Cell>` here: the operators are the runtime's own.

use std::cmp::Ordering;
use std::hash::Hasher;
use std::rc::Rc;

use hotforge_runtime as rt;
use rt::object::{Compare, Equal, Identity, Iterable, Key, Number, Object};
use rt::{
    Boxed, Bytes, Complex, Dict, Ellipsis, Fallible, FrozenSet, List, Raised, Range, Record, Sequence, Set, Slice, Str,
};

use crate::array::{AnyArray, AnyScalar};
use crate::class::{Class, Instance};
use crate::flag::Flag;
use crate::opaque::Opaque;

/// A Python value.
#[derive(Clone)]
pub enum Cell {
    None,
    /// The state of a name that was not assigned.
    Unbound,
    Bool(bool),
    Int(i64),
    Float(f64),
    Complex(Complex),
    Str(Str),
    Bytes(Bytes),
    Ellipsis,
    Range(Range),
    Slice(Slice),
    List(List<Cell>),
    Set(Set<Cell>),
    FrozenSet(FrozenSet<Cell>),
    Dict(Dict<Cell, Cell>),
    /// A tuple, of fixed length or of any.
    Tuple(Sequence<Cell>),
    Iterator(Boxed<Cell>),
    /// An object of a class of the program.
    Record(Record<Instance>),
    /// A member of an enum, by its place.
    Member(Rc<Class>, usize),
    /// Some flags of a class.
    Flag(Flag),
    /// A function, and what it holds.
    Function(Rc<Function>),
    /// A variable that functions share.
    Shared(rt::closure::Cell<Cell>),
    Exception(Raised),
    Array(AnyArray),
    Scalar(AnyScalar),
    /// A tensor of torch, by the array of its elements.
    Tensor(AnyArray),
    DType(hotforge_analyzer::types::DType),
    /// A dtype of torch.
    TensorDType(hotforge_analyzer::types::DType),
    /// An object of a class of the standard library.
    Opaque(Rc<dyn Opaque>),
    /// A member of a union whose members do not tell themselves apart, by its place.
    Tagged(usize, Rc<Cell>),
}

/// A function as a value.
pub struct Function {
    /// What tells it from all other functions.
    pub key: std::sync::Arc<str>,
    /// What it holds of the function that made it.
    pub held: Vec<Cell>,
}

/// Does the same with what a cell holds, whatever that is.
macro_rules! with_object {
    ($cell:expr, $value:ident => $then:expr, $otherwise:expr) => {
        match $cell {
            Cell::None => {
                let $value = &();
                $then
            }
            Cell::Bool($value) => $then,
            Cell::Int($value) => $then,
            Cell::Float($value) => $then,
            Cell::Complex($value) => $then,
            Cell::Str($value) => $then,
            Cell::Bytes($value) => $then,
            Cell::Ellipsis => {
                let $value = &Ellipsis;
                $then
            }
            Cell::Range($value) => $then,
            Cell::Slice($value) => $then,
            Cell::List($value) => $then,
            Cell::Set($value) => $then,
            Cell::FrozenSet($value) => $then,
            Cell::Dict($value) => $then,
            Cell::Tuple($value) => $then,
            Cell::Iterator($value) => $then,
            Cell::Record($value) => $then,
            Cell::Exception($value) => $then,
            _ => $otherwise,
        }
    };
}

impl Object for Cell {
    fn type_name(&self) -> &'static str {
        match self {
            Cell::Record(record) => record.get(|instance| instance.class.short),
            Cell::Member(class, _) => class.short,
            Cell::Flag(flag) => flag.class.short,
            Cell::Function(_) => "function",
            Cell::Array(array) => array.type_name(),
            Cell::Tensor(_) => "Tensor",
            Cell::Scalar(scalar) => scalar.type_name(),
            Cell::Opaque(value) => value.class_name(),
            Cell::Tagged(_, value) => value.type_name(),
            Cell::Tuple(_) => "tuple",
            _ => with_object!(self, value => value.type_name(), "object"),
        }
    }

    fn freeze(&self) {
        match self {
            Cell::Array(array) | Cell::Tensor(array) => array.freeze(),
            Cell::Opaque(value) => value.freeze_value(),
            Cell::Tagged(_, value) => value.freeze(),
            // An iterator or a variable is never a global.
            _ => with_object!(self, value => value.freeze(), ()),
        }
    }

    fn repr(&self, out: &mut String) {
        match self {
            Cell::Member(class, place) => crate::class::member_repr(class, *place, out),
            Cell::Flag(flag) => flag.repr(out),
            Cell::Array(array) => array.repr(out),
            Cell::Tensor(array) => array.repr_as_tensor(out),
            Cell::Scalar(scalar) => scalar.repr(out),
            Cell::Function(_) => out.push_str("<function>"),
            Cell::Opaque(value) => value.show_repr(out),
            Cell::Tagged(_, value) => value.repr(out),
            Cell::DType(dtype) => crate::array::dtype_repr(*dtype, out),
            Cell::TensorDType(dtype) => crate::array::tensor_dtype_repr(*dtype, out),
            _ => with_object!(self, value => value.repr(out), out.push_str("<object>")),
        }
    }

    fn str(&self, out: &mut String) {
        match self {
            Cell::Member(class, place) => crate::class::member_str(class, *place, out),
            Cell::Flag(flag) => flag.str(out),
            Cell::Array(array) => array.str(out),
            Cell::Tensor(array) => array.repr_as_tensor(out),
            Cell::Scalar(scalar) => scalar.str(out),
            Cell::Opaque(value) => value.show_str(out),
            Cell::Tagged(_, value) => value.str(out),
            Cell::Function(_) | Cell::Shared(_) | Cell::Unbound => self.repr(out),
            Cell::DType(dtype) => crate::array::dtype_str(*dtype, out),
            Cell::TensorDType(dtype) => crate::array::tensor_dtype_repr(*dtype, out),
            _ => with_object!(self, value => value.str(out), ()),
        }
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        match self {
            Cell::Record(record) => crate::class::format(record, spec, out),
            Cell::Member(class, place) => crate::class::member_format(class, *place, spec, out),
            Cell::Flag(flag) => flag.format(spec, out),
            Cell::Array(array) => array.format(spec, out),
            Cell::Tensor(array) => array.format_as_tensor(spec, out),
            Cell::Scalar(scalar) => scalar.format(spec, out),
            Cell::Opaque(value) => value.show_format(spec, out),
            Cell::Tagged(_, value) => value.format(spec, out),
            _ => with_object!(self, value => value.format(spec, out), {
                self.str(out);
                Ok(())
            }),
        }
    }

    fn json(&self, writer: &mut rt::json::Writer) -> Fallible<()> {
        match self {
            Cell::Record(record) => crate::class::json(record, writer),
            Cell::Member(class, place) => crate::class::member_json(class, *place, writer),
            Cell::Flag(flag) => flag.json(writer),
            Cell::Array(array) => array.json(writer),
            Cell::Scalar(scalar) => scalar.json(writer),
            Cell::Opaque(value) => value.write_json(writer),
            Cell::Tagged(_, value) => value.json(writer),
            _ => with_object!(self, value => value.json(writer), Err(no_json(self.type_name()))),
        }
    }

    fn input(&self) -> rt::pydantic::Input {
        match self {
            // The class of the program is known by the cell alone.
            Cell::Record(_) | Cell::Flag(_) => rt::pydantic::Input::object(self),
            Cell::Member(class, place) => rt::pydantic::Input::member(self, &class.members[*place].value),
            Cell::Array(array) => array.input(),
            Cell::Scalar(scalar) => scalar.input(),
            Cell::Opaque(value) => value.give_input(),
            Cell::Tagged(_, value) => value.input(),
            _ => with_object!(self, value => value.input(), rt::pydantic::Input::object(self)),
        }
    }

    fn dump(&self, dumper: &mut rt::pydantic::Dumper) -> Fallible<()> {
        match self {
            Cell::Member(class, place) => class.members[*place].value.dump(dumper),
            Cell::Array(array) => array.dump(dumper),
            Cell::Scalar(scalar) => scalar.dump(dumper),
            Cell::Opaque(value) => value.dump_value(dumper),
            Cell::Tagged(_, value) => value.dump(dumper),
            _ => with_object!(self, value => value.dump(dumper), Err(rt::pydantic::unknown_type(self.type_name()))),
        }
    }

    fn deepcopy(&self, memo: &mut rt::copy::Memo) -> Fallible<Self> {
        Ok(match self {
            Cell::List(value) => Cell::List(value.deepcopy(memo)?),
            Cell::Set(value) => Cell::Set(value.deepcopy(memo)?),
            Cell::FrozenSet(value) => Cell::FrozenSet(value.deepcopy(memo)?),
            Cell::Dict(value) => Cell::Dict(value.deepcopy(memo)?),
            Cell::Tuple(value) => Cell::Tuple(value.deepcopy(memo)?),
            Cell::Record(value) => Cell::Record(value.deepcopy(memo)?),
            Cell::Array(array) => Cell::Array(array.deepcopy(memo)?),
            Cell::Tensor(array) => Cell::Tensor(array.deepcopy(memo)?),
            Cell::Opaque(value) => value.copy_deeply(memo)?,
            Cell::Tagged(place, value) => Cell::Tagged(*place, Rc::new(value.deepcopy(memo)?)),
            other => other.clone(),
        })
    }

    fn number(&self) -> Number {
        match self {
            Cell::Member(class, place) => class.members[*place].value.number(),
            Cell::Flag(flag) if flag.is_int() => Number::Int(flag.bits),
            Cell::Scalar(scalar) => scalar.number(),
            Cell::Opaque(value) => value.as_number(),
            Cell::Tagged(_, value) => value.number(),
            _ => with_object!(self, value => value.number(), Number::None),
        }
    }
}

fn no_json(class: &str) -> Raised {
    rt::exception::type_error(format!("Object of type {class} is not JSON serializable"))
}

impl Equal for Cell {
    fn equal(&self, other: &Cell) -> bool {
        use Cell::*;
        match (self, other) {
            (Tagged(_, a), b) => a.equal(b),
            (a, Tagged(_, b)) => a.equal(b),
            (None, None) | (Ellipsis, Ellipsis) | (Unbound, Unbound) => true,
            (Int(a), Int(b)) => a == b,
            (Str(a), Str(b)) => a.equal(b),
            (Bool(a), Bool(b)) => a == b,
            (Bool(a), Int(b)) => a.equal(b),
            (Int(a), Bool(b)) => a.equal(b),
            (Bool(a), Float(b)) => a.equal(b),
            (Float(a), Bool(b)) => a.equal(b),
            (Int(a), Float(b)) => a.equal(b),
            (Float(a), Int(b)) => a.equal(b),
            (Float(a), Float(b)) => a == b,
            (Complex(a), Complex(b)) => a.equal(b),
            (Complex(a), real) | (real, Complex(a)) => a.im == 0.0 && Float(a.re).equal(real),
            (Bytes(a), Bytes(b)) => a.equal(b),
            (Range(a), Range(b)) => a.equal(b),
            (Slice(a), Slice(b)) => a.equal(b),
            (List(a), List(b)) => a.equal(b),
            (Set(a), Set(b)) => a.equal(b),
            (FrozenSet(a), FrozenSet(b)) => a.equal(b),
            (Set(a), FrozenSet(b)) => crate::convert::set_of(b).equal(a),
            (FrozenSet(a), Set(b)) => crate::convert::set_of(a).equal(b),
            (Dict(a), Dict(b)) => a.equal(b),
            (Tuple(a), Tuple(b)) => a.equal(b),
            (Record(a), Record(b)) => crate::class::equal(a, b),
            (Member(a, left), Member(b, right)) => crate::class::members_equal(a, *left, b, *right),
            (Member(a, place), value) | (value, Member(a, place)) if a.is_mixed() => {
                a.members[*place].value.equal(value)
            }
            (Flag(a), Flag(b)) => a.bits == b.bits && Rc::ptr_eq(&a.class, &b.class),
            (Flag(a), value) | (value, Flag(a)) if a.is_int() => Int(a.bits).equal(value),
            (Scalar(a), Scalar(b)) => a.equal_scalar(b),
            (Scalar(a), b) | (b, Scalar(a)) => a.equal_cell(b),
            (DType(a), DType(b)) | (TensorDType(a), TensorDType(b)) => a == b,
            (Opaque(a), b) | (b, Opaque(a)) => crate::opaque::equal(a, b),
            (Exception(a), Exception(b)) => std::ptr::eq(&**a, &**b),
            (Function(a), Function(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
}

impl Key for Cell {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Cell::None => Key::hash(&(), state),
            Cell::Bool(value) => Key::hash(value, state),
            Cell::Int(value) => Key::hash(value, state),
            Cell::Float(value) => Key::hash(value, state),
            Cell::Complex(value) => Key::hash(value, state),
            Cell::Str(value) => Key::hash(value, state),
            Cell::Bytes(value) => Key::hash(value, state),
            Cell::FrozenSet(value) => Key::hash(value, state),
            Cell::Tuple(value) => Key::hash(value, state),
            Cell::Record(value) => crate::class::hash(value, state),
            Cell::Member(class, place) => crate::class::member_hash(class, *place, state),
            Cell::Flag(value) => Key::hash(&value.bits, state),
            Cell::Scalar(value) => value.hash_scalar(state),
            Cell::Opaque(value) => state.write_u64(value.hash_value()),
            Cell::Tagged(_, value) => Key::hash(&**value, state),
            _ => crate::machine::pend(rt::exception::type_error(format!("unhashable type: '{}'", self.type_name()))),
        }
    }
}

impl Compare for Cell {
    const CALLS_CODE: bool = true;

    fn compare(&self, other: &Cell) -> Option<Ordering> {
        use Cell::*;
        match (self, other) {
            (Tagged(_, a), b) => a.compare(b),
            (a, Tagged(_, b)) => a.compare(b),
            (Int(a), Int(b)) => Some(a.cmp(b)),
            (Bool(a), Bool(b)) => a.compare(b),
            (Bool(a), Int(b)) => a.compare(b),
            (Int(a), Bool(b)) => a.compare(b),
            (Bool(a), Float(b)) => a.compare(b),
            (Float(a), Bool(b)) => a.compare(b),
            (Int(a), Float(b)) => a.compare(b),
            (Float(a), Int(b)) => a.compare(b),
            (Float(a), Float(b)) => a.compare(b),
            (Str(a), Str(b)) => a.compare(b),
            (Bytes(a), Bytes(b)) => a.compare(b),
            (List(a), List(b)) => a.compare(b),
            (Tuple(a), Tuple(b)) => a.compare(b),
            (Record(a), Record(b)) => crate::class::compare(a, b),
            (Member(a, left), Member(b, right)) => a.members[*left].value.compare(&b.members[*right].value),
            (Member(a, left), value) => a.members[*left].value.compare(value),
            (value, Member(b, right)) => value.compare(&b.members[*right].value),
            (Flag(a), Flag(b)) if a.is_int() => a.bits.compare(&b.bits),
            (Flag(a), value) if a.is_int() => Int(a.bits).compare(value),
            (value, Flag(b)) if b.is_int() => value.compare(&Int(b.bits)),
            (Scalar(a), Scalar(b)) => a.compare_scalar(b),
            (Scalar(a), b) => a.compare_cell(b),
            (a, Scalar(b)) => b.compare_cell(a).map(Ordering::reverse),
            (Opaque(a), b) => crate::opaque::compare(&**a, b),
            (a, Opaque(b)) => crate::opaque::compare(&**b, a).map(Ordering::reverse),
            (None, None) => Some(Ordering::Equal),
            _ => {
                crate::machine::pend(rt::exception::type_error(format!(
                    "'<' not supported between instances of '{}' and '{}'",
                    self.type_name(),
                    other.type_name()
                )));
                Option::None
            }
        }
    }

    fn less(&self, other: &Cell) -> bool {
        match (self, other) {
            (Cell::Record(a), Cell::Record(b)) => crate::class::less(a, b),
            _ => self.compare(other).is_some_and(Ordering::is_lt),
        }
    }

    fn alike(&self, other: &Cell) -> bool {
        match (self, other) {
            (Cell::Float(a), Cell::Float(b)) => a == b,
            _ => self.equal(other),
        }
    }
}

impl Identity for Cell {
    fn same(&self, other: &Cell) -> bool {
        use Cell::*;
        match (self, other) {
            (Tagged(_, a), b) => a.same(b),
            (a, Tagged(_, b)) => a.same(b),
            (List(a), List(b)) => a.same(b),
            (Set(a), Set(b)) => a.same(b),
            (Dict(a), Dict(b)) => a.same(b),
            (Iterator(a), Iterator(b)) => a.same(b),
            (Record(a), Record(b)) => a.same(b),
            (Member(a, left), Member(b, right)) => Rc::ptr_eq(a, b) && left == right,
            (Array(a), Array(b)) | (Tensor(a), Tensor(b)) => a.same(b),
            (Opaque(a), b) => a.same_cell(b),
            (None, None) | (Ellipsis, Ellipsis) => true,
            _ => self.equal(other),
        }
    }
}

/// `iter(value)` of whatever can be iterated.
pub fn iterate(cell: &Cell) -> Fallible<Boxed<Cell>> {
    use crate::convert::Widened;
    Ok(match cell {
        Cell::Iterator(iterator) => iterator.clone(),
        Cell::List(list) => Boxed::new(list.iter()),
        Cell::Tuple(tuple) => Boxed::new(tuple.iter()),
        Cell::Str(text) => Boxed::new(Widened(text.iter())),
        Cell::Bytes(bytes) => Boxed::new(Widened(bytes.iter())),
        Cell::Range(range) => Boxed::new(Widened(range.iter())),
        Cell::Set(set) => Boxed::new(set.iter()),
        Cell::FrozenSet(set) => Boxed::new(set.iter()),
        Cell::Dict(dict) => Boxed::new(dict.iter()),
        Cell::Array(array) => array.iterate()?,
        Cell::Tensor(array) => array.iterate_as_tensor()?,
        Cell::Opaque(value) => match (value.iterate_value(), value.as_dict()) {
            (Some(iterator), _) => iterator,
            (None, Some(dict)) => Boxed::new(dict.iter()),
            (None, None) if let Some(counter) = crate::opaque::held::<rt::collections::Counter<Cell>>(cell) => {
                Boxed::new((**counter).iter())
            }
            (None, None) => return Err(crate::machine::refused(format!("iteration over a {}", value.class_name()))),
        },
        Cell::Tagged(_, value) => iterate(value)?,
        Cell::Record(record) => iterate(&crate::class::as_tuple(record))?,
        other => return Err(crate::machine::refused(format!("iteration over a {}", other.type_name()))),
    })
}
