//! The typed IR: what the tracer makes of a predictor and all that it calls, and what codegen makes Rust of.
//!
//! Every expression carries its static type and the span it came from. Everything that Python leaves to run time
//! and static types decide is decided here: overloads are chosen, defaults filled in, conversions explicit,
//! operations on unions split by member. Each function is an *instance*: a Python function for one call signature.

mod children;
pub mod dataflow;
mod model;
pub mod print;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use model::{Model, ModelField, Rule, Step};

use crate::source::{FileId, Span};
use crate::types::{ClassName, RecordKind, Type, join_all};

/// The predictors of a file with all that they reach.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Program {
    /// The entry points, in source order.
    pub predictors: Vec<Predictor>,
    /// Function instances; a [`FunctionId`] is an index.
    pub functions: Vec<Function>,
    /// The module globals that some function reads; a [`GlobalId`] is an index.
    pub globals: Vec<Global>,
    /// The classes that objects are made of, by their names.
    pub classes: Vec<Class>,
    /// The types that JSON is read into.
    pub loaded: Vec<Type>,
}

/// A class of the program.
#[derive(Debug, Clone, Serialize)]
pub struct Class {
    /// Its dotted name, as types have it.
    pub name: ClassName,
    /// `__qualname__`, which tells a class within a function from one of a module.
    #[serde(skip)]
    pub qualname: String,
    /// What sort of class it is.
    pub kind: RecordKind,
    /// Its docstring, dedented.
    pub doc: Option<String>,
    /// The class statement.
    pub span: Span,
    /// Its fields, inherited ones too.
    pub fields: Vec<Field>,
    /// The members of an enum, aliases left out. [`ExprKind::Constant`] of its type is the place of one.
    pub members: Vec<Member>,
    /// `repr`.
    pub repr: Protocol,
    /// `str`, where it is not `repr`.
    pub str: Option<FunctionId>,
    /// `format`, where it is not `str`.
    pub format: Option<FunctionId>,
    /// `==`.
    pub equality: Protocol,
    /// `<`, where there is an order.
    pub order: Option<Protocol>,
    /// The hash, where there is one.
    pub hash: Option<Protocol>,
    /// Of a model of pydantic: how its objects are made.
    pub model: Option<Model>,
}

impl Class {
    /// The type of the values of a typed dict.
    pub fn values(&self) -> Type {
        join_all(self.fields.iter().map(|field| &field.ty))
    }
}

/// A member of an enum.
#[derive(Debug, Clone, Serialize)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Constant,
}

/// A field of a class.
#[derive(Debug, Clone, Serialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds, [`Type::Unbound`] too where it may not have been set.
    pub ty: Type,
    /// Whether a [`Protocol::Fields`] `repr` shows it.
    pub shown: bool,
    /// Whether [`Protocol::Fields`] comparisons take it in.
    pub compared: bool,
    /// Whether a [`Protocol::Fields`] hash takes it in.
    pub hashed: bool,
}

/// How a class does what every object can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Protocol {
    /// As `object` does: by identity.
    Identity,
    /// Field by field, as a dataclass does.
    Fields,
    /// By a method of its own.
    Method(FunctionId),
    /// By a `__gt__` of its own, with the sides exchanged.
    Reflected(FunctionId),
}

/// Index into [`Program::functions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FunctionId(pub u32);

/// Index into [`Program::globals`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct GlobalId(pub u32);

/// Index into [`Function::locals`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct LocalId(pub u32);

/// A function marked `@compile()`: what the library exports.
#[derive(Debug, Clone, Serialize)]
pub struct Predictor {
    /// The function's name, or the tag given to `@compile`.
    pub name: String,
    /// Its docstring, dedented.
    pub doc: Option<String>,
    /// The instance to call.
    pub function: FunctionId,
    /// Its parameters, in order.
    pub parameters: Vec<Parameter>,
    /// Description and denotation of its result, from `Annotated`.
    pub returns: Annotation,
    /// The name in the `def`.
    pub span: Span,
}

/// A parameter of a predictor.
#[derive(Debug, Clone, Serialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Its declared type. `Literal`s are kept: a caller's value is checked against them.
    pub ty: Type,
    /// How a caller may pass it.
    pub kind: ParameterKind,
    /// Its default, a constant.
    pub default: Option<Constant>,
    /// Description and denotation, from `Annotated`.
    pub annotation: Annotation,
    /// Where it stands.
    pub span: Span,
}

/// How a parameter may be passed, by Python's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParameterKind {
    /// Before a `/`.
    PositionalOnly,
    /// The ordinary kind.
    PositionalOrKeyword,
    /// After a `*`.
    KeywordOnly,
}

/// What `Annotated[T, Parameter.Embedding(description="…")]` says beside the type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Annotation {
    /// `Parameter.<Denotation>`: `Generic`, `Embedding`, …
    pub denotation: Option<String>,
    /// Its `description`.
    pub description: Option<String>,
    /// Any other keyword arguments with constant values.
    pub fields: BTreeMap<String, Constant>,
}

/// A module global that compiled code reads: captured once at compile time and frozen into the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Global {
    /// The file of the module that holds it.
    pub file: FileId,
    /// Its name in that module.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Where it was bound.
    pub span: Span,
    /// The function that makes it: of a table of functions, which cannot be captured.
    pub made_by: Option<FunctionId>,
}

/// A function instance: one Python function, for one call signature.
#[derive(Debug, Clone, Serialize)]
pub struct Function {
    /// Python's qualified name, for tracebacks and readable Rust.
    pub name: String,
    /// The file it stands in, for tracebacks.
    pub file: FileId,
    /// The whole `def`.
    pub span: Span,
    /// The parameters: locals that are set by the caller, in order.
    pub parameters: Vec<LocalId>,
    /// All variables.
    pub locals: Vec<Local>,
    /// Whether it is a generator: a call gives an iterator, and each [`StmtKind::Yield`] one of its items.
    pub is_generator: bool,
    /// Whether it is a generator that runs code of its own where it is left before its end: a `yield` stands in a `try`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_guarded: bool,
    /// Whether its results are kept, and not computed again for equal arguments.
    pub is_cached: bool,
    /// The type of the result of a call: of a generator a [`Type::Iterator`], though its `Return`s hold `None`.
    pub returns: Type,
    /// The statements. Every path ends in a `Return` or `Raise` where `returns` is not `None`;
    /// falling off the end returns `None` converted to `returns`.
    pub body: Block,
}

/// A variable of the native function. A Python name that changes its type has one for each type.
#[derive(Debug, Clone, Serialize)]
pub struct Local {
    /// The Python name, or one made up for a temporary.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Whether it is a variable of the source, which lives until the function ends.
    #[serde(skip)]
    pub is_named: bool,
}

/// Statements in order.
pub type Block = Vec<Stmt>;

/// A statement with the span it came from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stmt {
    /// What it does.
    pub kind: StmtKind,
    /// Where it came from.
    pub span: Span,
}

/// What a statement does.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum StmtKind {
    /// `target = value`; the types are equal.
    Assign { target: LocalId, value: Expr },
    /// Evaluates for effect.
    Evaluate(Expr),
    /// `test` is a `bool`.
    If {
        test: Expr,
        /// Where it is true.
        then: Block,
        /// Where it is false.
        orelse: Block,
    },
    /// A loop; its `else` runs when the test is false, not after `break`.
    While {
        /// A `bool`, evaluated before each round.
        test: Expr,
        body: Block,
        orelse: Block,
    },
    /// A loop over an iterator of exactly the target's type.
    For {
        target: LocalId,
        /// Of type [`Type::Iterator`].
        iterator: Expr,
        body: Block,
        orelse: Block,
    },
    /// `break`.
    Break,
    /// `continue`.
    Continue,
    /// `return`; the value has the function's result type.
    Return(Expr),
    /// `yield`; the value has the type of the generator's items.
    Yield(Expr),
    /// `raise`: of type [`Type::Exception`].
    Raise(Expr),
    /// Raises a caught exception on, with the traceback that it has.
    Reraise(LocalId),
    /// Runs the body; where it raises, sets `caught`, of type [`Type::Exception`], and runs the handler; where it runs to
    /// its end, goes on with `orelse`, whose exceptions the handler does not see.
    Try { body: Block, orelse: Block, caught: LocalId, handler: Block },
    /// Statements on the way out of `try` statements and loops, `finally` or `__exit__`: they run as if they stood
    /// outside of the innermost `attempts` bodies of [`StmtKind::Try`] and the innermost `loops` loops around them.
    Outside { attempts: usize, loops: usize, body: Block },
    /// `record.field = value`; the value has the field's type. The value is evaluated first.
    SetField {
        /// Of type [`Type::Record`].
        record: Expr,
        /// Which of the class's fields.
        field: usize,
        value: Expr,
    },
}

/// An expression with its type and the span it came from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Expr {
    /// What it computes.
    pub kind: ExprKind,
    /// Its static type.
    pub ty: Type,
    /// Where it came from.
    pub span: Span,
}

/// What an expression computes. Operands are evaluated left to right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum ExprKind {
    /// A constant.
    Constant(Constant),
    /// The value of a variable. It is surely assigned.
    Local(LocalId),
    /// The value of a captured global.
    Global(GlobalId),
    /// A call of a runtime operator.
    Native(NativeCall),
    /// A call of a function instance. Arguments have exactly the parameters' types.
    Call { function: FunctionId, arguments: Vec<Expr> },
    /// `(a, b)`: of type [`Type::Tuple`], or [`Type::Sequence`] whose item type every element has.
    Tuple(Vec<Expr>),
    /// `[a, b]`; every element has the element type.
    List(Vec<Expr>),
    /// `{a, b}`.
    Set(Vec<Expr>),
    /// `{a: b}`.
    Dict(Vec<(Expr, Expr)>),
    /// Element `index` of a [`Type::Tuple`].
    Member { tuple: Box<Expr>, index: usize },
    /// A new object of the class that the type names: a value for each field, of exactly its type.
    Record(Vec<Expr>),
    /// What belongs to the member of an enum: a value for each, of one type.
    Select { subject: Box<Expr>, values: Vec<Expr> },
    /// A field of a [`Type::Record`], by its index in the class.
    Field { record: Box<Expr>, field: usize },
    /// A list, set or dict comprehension (the type says which) or a generator expression ([`Type::Iterator`]).
    Comprehension(Box<Comprehension>),
    /// An f-string: of type `str`.
    Format(Vec<FormatPart>),
    /// `then if test else orelse`; all of one type, the test a `bool`.
    If { test: Box<Expr>, then: Box<Expr>, orelse: Box<Expr> },
    /// `a and b` of two `bool`s.
    And(Box<Expr>, Box<Expr>),
    /// `a or b` of two `bool`s.
    Or(Box<Expr>, Box<Expr>),
    /// `not a` of a `bool`.
    Not(Box<Expr>),
    /// Runs statements, then gives the value: how an expression that Python evaluates in steps keeps its order.
    Block(Block, Box<Expr>),
    /// The same value at another type: into a union that has it as a member, from a union to a member that it is
    /// known to be (narrowing), `bool` to `int` and `int` to `float` for native parameters, a literal to its base,
    /// members of a tuple by the same rules.
    Convert(Box<Expr>),
    /// Which member a union holds: one arm for each member, in the union's order. An arm's local is of that member's
    /// type and set when the arm is taken.
    Dispatch {
        /// Of a union type.
        subject: Box<Expr>,
        /// One for each member.
        arms: Vec<(LocalId, Expr)>,
    },
    /// Whether a union holds one of the given members: a `bool`.
    IsMember { subject: Box<Expr>, members: Vec<Type> },
    /// Raises: of type [`Type::Never`]. The operand is of type [`Type::Exception`].
    Raise(Box<Expr>),
    /// A new exception of the class that the type names, with its arguments.
    Exception(Vec<Expr>),
    /// Whether an exception is of one of these classes, which are all that derive from the one asked for: a `bool`.
    IsException { subject: Box<Expr>, classes: Vec<ClassName> },
    /// `slice(start, stop, step)`: each of type `int` or `None`.
    Slice(Box<[Expr; 3]>),
    /// `iter(value)`: of type [`Type::Iterator`].
    Iterate(Box<Expr>),
    /// Something that was refused, with a diagnostic: codegen never sees one.
    Invalid,
}

/// A call of a runtime operator, as the catalog binds it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NativeCall {
    /// Path below the runtime crate: `str::split`.
    pub path: Arc<str>,
    /// Whether it returns a `Fallible<T>`.
    pub raises: bool,
    /// One for each parameter, in order, defaults filled in.
    pub arguments: Vec<NativeArgument>,
    /// The type it returns, as the stub says it: a union `A | B` of the stub is kept as
    /// [`NativeResult::Optional`] or [`NativeResult::Either`], since the runtime cannot know the program's unions.
    pub result: NativeResult,
}

/// An argument of a runtime operator, with the way it is passed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum NativeArgument {
    /// By value: `int`, `float`, `bool`, an optional one of these, dtypes, and parameters whose declared type is a
    /// type variable.
    Value(Expr),
    /// By shared reference: every other declared type.
    Reference(Expr),
    /// An iterator by value, made from the argument (which is iterable, or an iterator already).
    Iterator(Expr),
    /// The arguments of a `*args: T` parameter: a slice of them.
    Variadic(Vec<Expr>),
    /// An array index, `a[1:, None, mask]`: a slice of `rt::numpy::Index`, one for each component.
    Index(Vec<Expr>),
    /// A function that the operator calls.
    Function(Box<Closure>),
    /// Named tensors for a model: a slice of pairs of name and `rt::onnxruntime::Tensor`.
    Feed(Vec<(Expr, Expr)>),
    /// What a format string shows: a slice of pairs of name (a constant, empty for a positional argument) and value.
    Fields(Vec<(Expr, Expr)>),
    /// How a value of a type is validated, as a constant.
    Rule(Box<(Type, Rule)>),
}

/// A function given to a runtime operator: it reads the variables around it as they are when the operator is called.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Closure {
    /// Set at each call.
    pub parameters: Vec<LocalId>,
    /// What it gives.
    pub body: Expr,
}

/// How the Rust result of a runtime operator becomes the expression's type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum NativeResult {
    /// It is that type already.
    Plain,
    /// It is an `Option` of this type; both sides are converted to the expression's type.
    Optional(Type),
    /// It is an `rt::Either` of the first of these types and the others, which are nested so; each is converted to the
    /// expression's type.
    Either(Vec<Type>),
}

/// A comprehension or generator expression.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comprehension {
    /// The element; for a dict, a pair of key and value as a [`ExprKind::Tuple`].
    pub element: Expr,
    /// `for … in … if …`, outermost first, at least one.
    pub clauses: Vec<Clause>,
    /// What a `StopIteration` is that its code raises.
    pub stop: Stop,
}

/// What a `StopIteration` is that the code of an iterator raises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Stop {
    /// A `RuntimeError`, of a generator expression: PEP 479.
    Error,
    /// The end, of `map` and `filter`.
    End,
    /// An exception like any other, of a comprehension and of what is made for an operator.
    Raised,
}

/// One `for` of a comprehension with its `if`s.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Clause {
    /// Set for each item.
    pub target: LocalId,
    /// Of type [`Type::Iterator`] over exactly the target's type.
    pub iterator: Expr,
    /// Run after the target is set (unpacking).
    pub setup: Block,
    /// `bool`s; an item counts where all are true.
    pub conditions: Vec<Expr>,
}

/// A part of an f-string.
#[expect(clippy::large_enum_variant, reason = "f-strings have few parts, and most of them are values")]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum FormatPart {
    /// Text as it stands.
    Text(String),
    /// `{value!conversion:spec}`.
    Value {
        /// The value.
        value: Expr,
        /// `!r`, `!s` or `!a`, applied first.
        conversion: Option<Conversion>,
        /// The format spec, a `str`; `None` where it is empty.
        spec: Option<Expr>,
    },
}

/// The conversion of an f-string field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// A value known at compile time.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Constant {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
    Tuple(Arc<[Constant]>),
}

/// By the bits of a float, so that NaN equals itself and 0.0 is not -0.0: constants are looked up, not calculated with.
impl PartialEq for Constant {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Constant {}
impl PartialOrd for Constant {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Constant {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        use Constant::*;
        let rank = |constant: &Constant| match constant {
            None => 0,
            Bool(_) => 1,
            Int(_) => 2,
            Float(_) => 3,
            Str(_) => 4,
            Bytes(_) => 5,
            Tuple(_) => 6,
        };
        match (self, other) {
            (Bool(a), Bool(b)) => a.cmp(b),
            (Int(a), Int(b)) => a.cmp(b),
            (Float(a), Float(b)) => a.to_bits().cmp(&b.to_bits()),
            (Str(a), Str(b)) => a.cmp(b),
            (Bytes(a), Bytes(b)) => a.cmp(b),
            (Tuple(a), Tuple(b)) => a.cmp(b),
            _ => rank(self).cmp(&rank(other)),
        }
    }
}
impl std::hash::Hash for Constant {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Constant::None => {}
            Constant::Bool(value) => value.hash(state),
            Constant::Int(value) => value.hash(state),
            Constant::Float(value) => value.to_bits().hash(state),
            Constant::Str(value) => value.hash(state),
            Constant::Bytes(value) => value.hash(state),
            Constant::Tuple(values) => values.hash(state),
        }
    }
}

impl Constant {
    /// The type of the value.
    pub fn ty(&self) -> Type {
        match self {
            Constant::None => Type::None,
            Constant::Bool(_) => Type::Bool,
            Constant::Int(_) => Type::Int,
            Constant::Float(_) => Type::Float,
            Constant::Str(_) => Type::Str,
            Constant::Bytes(_) => Type::Bytes,
            Constant::Tuple(values) => Type::tuple(values.iter().map(Constant::ty)),
        }
    }
}

impl Expr {
    /// An expression that was refused.
    pub fn invalid(span: Span) -> Self {
        Self { kind: ExprKind::Invalid, ty: Type::Unknown, span }
    }

    /// A constant.
    pub fn constant(constant: Constant, span: Span) -> Self {
        Self { ty: constant.ty(), kind: ExprKind::Constant(constant), span }
    }

    /// What a `bool` is whenever it is evaluated, where that is known, whatever its evaluation does besides.
    pub fn known_truth(&self) -> Option<bool> {
        match &self.kind {
            ExprKind::Constant(Constant::Bool(value)) => Some(*value),
            ExprKind::Block(_, value) => value.known_truth(),
            ExprKind::Not(inner) => inner.known_truth().map(|value| !value),
            ExprKind::And(left, right) => decided(left, right, false),
            ExprKind::Or(left, right) => decided(left, right, true),
            _ => None,
        }
    }
}

/// What two operands come to of which one of that value decides.
fn decided(left: &Expr, right: &Expr, decisive: bool) -> Option<bool> {
    match (left.known_truth(), right.known_truth()) {
        (Some(value), _) | (_, Some(value)) if value == decisive => Some(decisive),
        (Some(_), Some(_)) => Some(!decisive),
        _ => None,
    }
}
