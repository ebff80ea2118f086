//! Abstract values: what an expression may stand for.

use std::sync::Arc;

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use crate::ir::Constant;
use crate::source::{FileId, Span};
use crate::syntax;
use crate::types::{ClassName, Type};

/// A number for each object that the program makes: one for each place and way of calls that leads there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ObjectId(pub u32);

/// A number for each function with the scope that it was made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ClosureId(pub u32);

/// One of the things that a value may be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Atom {
    /// A value that its type says enough of.
    Plain(Type),
    /// A constant of the source: it may name a key or an attribute.
    Constant(Constant),
    /// A container, an instance or a generator.
    Object(ObjectId),
    /// A function of the project.
    Closure(ClosureId),
    /// A class of the project; the object is its namespace.
    Class(ObjectId),
    /// A function bound to its first argument.
    Bound(Box<Atom>, Box<Atom>),
    /// What `staticmethod`, `classmethod` or `property` made of a function.
    Wrapped(Wrapper, Box<Atom>),
    /// A module of the project.
    Module(FileId),
    /// A module that is not of the project.
    External(Arc<str>),
    /// A function of the catalog: its module and name.
    Native(Arc<str>, Arc<str>),
    /// A class of the catalog.
    NativeClass(ClassName),
    /// A method of a value that the catalog describes.
    NativeMethod(Box<Atom>, Arc<str>),
    /// `super()`: the classes after this one, for this receiver.
    Super(ObjectId, Box<Atom>),
}

/// What a decorator of the language makes of a function in a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wrapper {
    Static,
    Class,
    Property,
}

/// Everything that a value may be; empty where nothing is known of it. Sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Value(Arc<[Atom]>);

/// No value is made of more alternatives: what has more is not worth to be followed.
const MOST_ATOMS: usize = 24;

impl Value {
    /// A value of which nothing is known.
    pub fn unknown() -> Self {
        Self::default()
    }

    pub fn plain(ty: Type) -> Self {
        match ty {
            Type::Unknown | Type::Never | Type::Unbound => Self::unknown(),
            Type::Union(members) => Self::of(members.iter().cloned().map(Atom::Plain)),
            Type::Literal(values) => Self::plain(values[0].ty()),
            other => Atom::Plain(other).into(),
        }
    }

    pub fn of(atoms: impl IntoIterator<Item = Atom>) -> Self {
        let mut atoms: Vec<Atom> = atoms.into_iter().collect();
        atoms.sort();
        atoms.dedup();
        if atoms.len() > MOST_ATOMS {
            atoms = atoms.iter().map(Atom::without_constant).collect();
            atoms.sort();
            atoms.dedup();
            atoms.truncate(MOST_ATOMS);
        }
        Self(atoms.into())
    }

    pub fn join(&self, other: &Self) -> Self {
        if self.0.is_empty() || self == other {
            return other.clone();
        }
        if other.0.is_empty() {
            return self.clone();
        }
        Self::of(self.0.iter().chain(&*other.0).cloned())
    }

    pub fn atoms(&self) -> &[Atom] {
        &self.0
    }

    pub fn is_unknown(&self) -> bool {
        self.0.is_empty()
    }

    /// The one constant that it is.
    pub fn constant(&self) -> Option<&Constant> {
        match &*self.0 {
            [Atom::Constant(constant)] => Some(constant),
            _ => None,
        }
    }

    /// The one text that it is.
    pub fn text(&self) -> Option<Arc<str>> {
        match self.constant()? {
            Constant::Str(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl From<Atom> for Value {
    fn from(atom: Atom) -> Self {
        Self([atom].into())
    }
}

impl FromIterator<Value> for Value {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        values.into_iter().fold(Self::unknown(), |joined, value| joined.join(&value))
    }
}

impl Atom {
    fn without_constant(&self) -> Self {
        match self {
            Atom::Constant(constant) => Atom::Plain(constant.ty()),
            other => other.clone(),
        }
    }
}

impl Closure<'_> {
    /// The whole definition.
    pub fn span(&self) -> Span {
        match self.code {
            Code::Def(function) => syntax::span(self.file, function.range()),
            Code::Lambda(lambda) => syntax::span(self.file, lambda.range()),
        }
    }
}

/// The code of a function.
#[derive(Debug, Clone, Copy)]
pub(super) enum Code<'a> {
    Def(&'a ast::StmtFunctionDef),
    Lambda(&'a ast::ExprLambda),
}

/// A function with the scope that it was made in.
#[derive(Debug, Clone)]
pub(super) struct Closure<'a> {
    pub file: FileId,
    pub code: Code<'a>,
    /// As Python's `__qualname__`, without `<locals>`: `Model.run`, `outer.inner`.
    pub name: Arc<str>,
    /// The variables around it.
    pub around: ObjectId,
    /// The class that it stands in, for `super()`.
    pub class: Option<ObjectId>,
    /// The values of its defaults, by parameter.
    pub defaults: Vec<(&'a str, Value)>,
}

/// The arguments of a call.
#[derive(Debug, Clone, Default)]
pub(super) struct Arguments {
    pub positional: Vec<Value>,
    pub keywords: Vec<(Arc<str>, Value)>,
    /// What `*` of unknown length and `**` of unknown keys may give.
    pub rest: Option<Value>,
}

impl Arguments {
    pub fn positional(values: impl IntoIterator<Item = Value>) -> Self {
        Self { positional: values.into_iter().collect(), ..Self::default() }
    }

    pub fn first(&self) -> Value {
        self.positional.first().or(self.rest.as_ref()).cloned().unwrap_or_default()
    }

    pub fn keyword(&self, name: &str) -> Option<&Value> {
        self.keywords.iter().find(|(keyword, _)| &**keyword == name).map(|(_, value)| value)
    }

    /// With a receiver before the others.
    pub fn after(&self, receiver: Value) -> Self {
        let positional = std::iter::once(receiver).chain(self.positional.iter().cloned()).collect();
        Self { positional, ..self.clone() }
    }

    pub fn all(&self) -> impl Iterator<Item = &Value> {
        self.positional.iter().chain(self.keywords.iter().map(|(_, value)| value)).chain(&self.rest)
    }
}
