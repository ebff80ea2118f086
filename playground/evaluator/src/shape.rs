//! How values of a static type are held, and how a value becomes one of another type.

use std::sync::Arc;

use hotforge_analyzer::types::{DType, RecordKind, Type, fits, is_empty_container, layout};
use hotforge_runtime as rt;
use rt::Fallible;

use crate::cell::{Cell, Function};
use crate::convert::tuple;
use crate::machine::refused;

/// What a cell tells of the type of its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    None,
    Unbound,
    Bool,
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    Ellipsis,
    Range,
    Slice,
    List,
    Set,
    FrozenSet,
    Dict,
    Tuple,
    Iterator,
    Function(Arc<str>),
    Shared,
    Exception,
    Array(DType),
    Scalar(DType),
    Tensor(DType),
    DType,
    TensorDType,
    Record(Arc<str>),
    Opaque,
}

impl Kind {
    fn of(ty: &Type) -> Option<Self> {
        Some(match ty {
            Type::None => Kind::None,
            Type::Unbound => Kind::Unbound,
            Type::Bool => Kind::Bool,
            Type::Int => Kind::Int,
            Type::Float => Kind::Float,
            Type::Complex => Kind::Complex,
            Type::Str => Kind::Str,
            Type::Bytes => Kind::Bytes,
            Type::Ellipsis => Kind::Ellipsis,
            Type::Range => Kind::Range,
            Type::Slice => Kind::Slice,
            Type::List(_) => Kind::List,
            Type::Set(_) => Kind::Set,
            Type::FrozenSet(_) => Kind::FrozenSet,
            Type::Dict(..) => Kind::Dict,
            Type::Tuple(_) | Type::Sequence(_) => Kind::Tuple,
            Type::Iterator(_) => Kind::Iterator,
            Type::Callable(function) => Kind::Function(function.key.clone()),
            Type::Cell(_) => Kind::Shared,
            Type::Exception(_) => Kind::Exception,
            Type::Array(array) => Kind::Array(array.dtype),
            Type::Scalar(dtype) => Kind::Scalar(*dtype),
            Type::Tensor(tensor) => Kind::Tensor(tensor.dtype),
            Type::DType(_) => Kind::DType,
            Type::TensorDType(_) => Kind::TensorDType,
            Type::Record(record) if record.kind == RecordKind::TypedDict => Kind::Dict,
            Type::Record(record) => Kind::Record(record.name.clone()),
            Type::Container(..)
            | Type::Instance(_)
            | Type::Pattern(_)
            | Type::Match(_)
            | Type::Struct(_)
            | Type::Image(_)
            | Type::Session(_) => Kind::Opaque,
            _ => return None,
        })
    }

    fn holds(&self, cell: &Cell) -> bool {
        match (self, cell) {
            (Kind::None, Cell::None)
            | (Kind::Unbound, Cell::Unbound)
            | (Kind::Bool, Cell::Bool(_))
            | (Kind::Int, Cell::Int(_))
            | (Kind::Float, Cell::Float(_))
            | (Kind::Complex, Cell::Complex(_))
            | (Kind::Str, Cell::Str(_))
            | (Kind::Bytes, Cell::Bytes(_))
            | (Kind::Ellipsis, Cell::Ellipsis)
            | (Kind::Range, Cell::Range(_))
            | (Kind::Slice, Cell::Slice(_))
            | (Kind::List, Cell::List(_))
            | (Kind::Set, Cell::Set(_))
            | (Kind::FrozenSet, Cell::FrozenSet(_))
            | (Kind::Dict, Cell::Dict(_))
            | (Kind::Tuple, Cell::Tuple(_))
            | (Kind::Iterator, Cell::Iterator(_))
            | (Kind::Shared, Cell::Shared(_))
            | (Kind::Exception, Cell::Exception(_))
            | (Kind::DType, Cell::DType(_))
            | (Kind::TensorDType, Cell::TensorDType(_))
            | (Kind::Opaque, Cell::Opaque(_)) => true,
            (Kind::Array(dtype), Cell::Array(array)) | (Kind::Tensor(dtype), Cell::Tensor(array)) => {
                array.dtype() == *dtype
            }
            (Kind::Scalar(dtype), Cell::Scalar(scalar)) => scalar.to_array().dtype() == *dtype,
            (Kind::Function(key), Cell::Function(function)) => function.key == *key,
            (Kind::Record(name), Cell::Record(record)) => record.get(|instance| instance.class.name == **name),
            (Kind::Record(name), Cell::Member(class, _)) => class.name == **name,
            (Kind::Record(name), Cell::Flag(flag)) => flag.class.name == **name,
            _ => false,
        }
    }
}

/// How the members of a union are told apart.
#[derive(Debug, Clone)]
pub struct Union {
    /// The members, as layouts, each once.
    pub members: Vec<Type>,
    kinds: Vec<Kind>,
    /// Whether a value has the place of its member with it.
    tagged: bool,
}

impl Union {
    /// Of a type that is a union.
    pub fn of(ty: &Type) -> Result<Self, String> {
        let mut members: Vec<Type> = Vec::new();
        for member in ty.members() {
            let member = layout(member);
            if !members.contains(&member) {
                members.push(member);
            }
        }
        let kinds =
            members.iter().map(Kind::of).collect::<Option<Vec<_>>>().ok_or_else(|| format!("values of {ty}"))?;
        let tagged = kinds.iter().enumerate().any(|(place, kind)| kinds[..place].contains(kind));
        Ok(Self { members, kinds, tagged })
    }

    /// Which member a value is of.
    pub fn place(&self, cell: &Cell) -> Fallible<usize> {
        match cell {
            Cell::Tagged(place, _) => Ok(*place),
            _ => self
                .kinds
                .iter()
                .position(|kind| kind.holds(cell))
                .ok_or_else(|| refused(format!("a union that holds an unexpected {}", rt::Object::type_name(cell)))),
        }
    }

    /// The place of a member.
    pub fn place_of(&self, member: &Type) -> Option<usize> {
        let member = layout(member);
        self.members.iter().position(|other| *other == member)
    }

    /// Whether values carry the place of their member.
    pub fn is_tagged(&self) -> bool {
        self.tagged
    }

    /// The value as one of the union, of the member at that place.
    pub fn wrap(&self, place: usize, value: Cell) -> Cell {
        if self.tagged { Cell::Tagged(place, value.into()) } else { value }
    }

    /// The value of the member.
    pub fn unwrap(cell: Cell) -> Cell {
        match cell {
            Cell::Tagged(_, value) => (*value).clone(),
            other => other,
        }
    }
}

/// How a value of one type becomes one of another.
#[derive(Debug, Clone)]
pub enum Conversion {
    /// It is one already.
    Same,
    ToInt,
    ToFloat,
    ToComplex,
    /// Member by member.
    Tuple(Vec<Conversion>),
    /// What a function holds.
    Function(Vec<Conversion>),
    /// Into a union, at a place.
    Into(Box<Conversion>, Arc<Union>, usize),
    /// From a union: by the place of the member.
    From(Arc<Union>, Vec<Option<Conversion>>),
}

impl Conversion {
    /// From one type to another.
    pub fn between(from: &Type, to: &Type) -> Result<Self, String> {
        Self::of_layouts(&layout(from), &layout(to))
    }

    fn of_layouts(from: &Type, to: &Type) -> Result<Self, String> {
        if from == to || *from == Type::Never {
            return Ok(Self::Same);
        }
        Ok(match (from, to) {
            (Type::Union(_), _) => {
                let union = Union::of(from)?;
                let ways = union.members.iter().map(|member| match fits(member, to) {
                    true => Self::of_layouts(member, to).map(Some),
                    false => Ok(None),
                });
                let ways = ways.collect::<Result<_, _>>()?;
                Self::From(union.into(), ways)
            }
            (_, Type::Union(_)) => {
                let union = Union::of(to)?;
                let same = union.members.iter().position(|member| member == from);
                let place = same.or_else(|| union.members.iter().position(|member| fits(from, member)));
                let place = place.ok_or_else(|| format!("{from} as {to}"))?;
                Self::Into(Self::of_layouts(from, &union.members[place])?.into(), union.into(), place)
            }
            (Type::Bool, Type::Int) => Self::ToInt,
            (Type::Bool | Type::Int | Type::Scalar(_), Type::Float) => Self::ToFloat,
            (Type::Bool | Type::Int | Type::Float, Type::Complex) => Self::ToComplex,
            (Type::Record(_), Type::Dict(..)) if from.is_typed_dict() => Self::Same,
            (Type::Dict(..), Type::Record(_)) if to.is_typed_dict() => Self::Same,
            (Type::Tuple(members), Type::Tuple(targets)) if members.len() == targets.len() => {
                let ways = members.iter().zip(targets.iter()).map(|(from, to)| Self::of_layouts(from, to));
                Self::Tuple(ways.collect::<Result<_, _>>()?)
            }
            (Type::Tuple(members), Type::Sequence(item)) => {
                Self::Tuple(members.iter().map(|from| Self::of_layouts(from, item)).collect::<Result<_, _>>()?)
            }
            (Type::Callable(function), Type::Callable(target)) if function.key == target.key => {
                let pairs = function.captures.iter().zip(&target.captures);
                let ways = pairs.map(|((_, from), (_, to))| Self::of_layouts(from, to));
                Self::Function(ways.collect::<Result<_, _>>()?)
            }
            _ if is_empty_container(from) && std::mem::discriminant(from) == std::mem::discriminant(to) => Self::Same,
            _ => return Err(format!("{from} as {to}")),
        })
    }

    /// The value at the other type.
    pub fn apply(&self, value: Cell) -> Fallible<Cell> {
        Ok(match self {
            Self::Same => value,
            Self::ToInt => match value {
                Cell::Bool(value) => Cell::Int(i64::from(value)),
                other => other,
            },
            Self::ToFloat => match value {
                Cell::Bool(value) => Cell::Float(f64::from(value)),
                Cell::Int(value) => Cell::Float(value as f64),
                Cell::Scalar(scalar) => Cell::Float(scalar.float()),
                other => other,
            },
            Self::ToComplex => {
                let real = match value {
                    Cell::Bool(value) => f64::from(value),
                    Cell::Int(value) => value as f64,
                    Cell::Float(value) => value,
                    other => return Ok(other),
                };
                Cell::Complex(rt::complex::of(real, 0.0))
            }
            Self::Tuple(ways) => match value {
                Cell::Tuple(items) => {
                    let items = items.as_slice().iter().cloned().zip(ways);
                    tuple(items.map(|(item, way)| way.apply(item)).collect::<Fallible<_>>()?)
                }
                other => return Err(refused(format!("a {} as a tuple", rt::Object::type_name(&other)))),
            },
            Self::Function(ways) => match value {
                Cell::Function(function) => {
                    let held = function.held.iter().cloned().zip(ways).map(|(item, way)| way.apply(item));
                    let held = held.collect::<Fallible<_>>()?;
                    Cell::Function(Function { key: function.key.clone(), held }.into())
                }
                other => other,
            },
            Self::Into(way, union, place) => union.wrap(*place, way.apply(value)?),
            Self::From(union, ways) => {
                let place = union.place(&value)?;
                match &ways[place] {
                    Some(way) => way.apply(Union::unwrap(value))?,
                    None if matches!(value, Cell::None) => return rt::none::present::<Cell>(None),
                    None => return Err(rt::exception::runtime_error("internal error: the value is of another type")),
                }
            }
        })
    }
}
