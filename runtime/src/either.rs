//! The result of an operator that is one of two types.

use crate::json::Writer;
use std::hash::Hasher;

use crate::exception::Fallible;
use crate::object::{Equal, Key, Number, Object};

/// `A | B`. Generated code turns it into the union of its own that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Either<A, B> {
    /// The first type of the union.
    Left(A),
    /// The second type of the union.
    Right(B),
}

impl<A: Object, B: Object> Object for Either<A, B> {
    fn type_name(&self) -> &'static str {
        match self {
            Self::Left(value) => value.type_name(),
            Self::Right(value) => value.type_name(),
        }
    }

    fn input(&self) -> crate::pydantic::Input {
        match self {
            Self::Left(value) => value.input(),
            Self::Right(value) => value.input(),
        }
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        match self {
            Self::Left(value) => value.dump(dumper),
            Self::Right(value) => value.dump(dumper),
        }
    }

    fn freeze(&self) {
        match self {
            Self::Left(value) => value.freeze(),
            Self::Right(value) => value.freeze(),
        }
    }

    fn repr(&self, out: &mut String) {
        match self {
            Self::Left(value) => value.repr(out),
            Self::Right(value) => value.repr(out),
        }
    }

    fn str(&self, out: &mut String) {
        match self {
            Self::Left(value) => value.str(out),
            Self::Right(value) => value.str(out),
        }
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        match self {
            Self::Left(value) => value.format(spec, out),
            Self::Right(value) => value.format(spec, out),
        }
    }

    fn number(&self) -> Number {
        match self {
            Either::Left(value) => value.number(),
            Either::Right(value) => value.number(),
        }
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        match self {
            Either::Left(value) => value.json(writer),
            Either::Right(value) => value.json(writer),
        }
    }
}

impl<A: Equal + Equal<B>, B: Equal + Equal<A>> Equal for Either<A, B> {
    fn equal(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Left(a), Self::Left(b)) => a.equal(b),
            (Self::Left(a), Self::Right(b)) => a.equal(b),
            (Self::Right(a), Self::Left(b)) => a.equal(b),
            (Self::Right(a), Self::Right(b)) => a.equal(b),
        }
    }
}

impl<A: Key + Equal<B>, B: Key + Equal<A>> Key for Either<A, B> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Left(value) => value.hash(state),
            Self::Right(value) => value.hash(state),
        }
    }
}
