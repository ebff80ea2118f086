//! The table of diagnostic codes. Each has a page `docs/diagnostics/HF….md` with a failing and a mended example.

use serde::{Serialize, Serializer};

use super::Severity;

/// The code of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The file is not valid Python.
    Syntax,
    /// A module that is neither in the catalog nor in the project.
    UnknownModule,
    /// A name that nothing binds.
    UnknownName,
    /// A name read where no way has assigned it.
    UnboundName,
    /// A function, class or attribute that a known module or type does not have, or that is not supported.
    UnknownAttribute,
    /// A built-in function that no compiled code can have.
    UnsupportedBuiltin,
    /// A statement that cannot be compiled.
    UnsupportedStatement,
    /// An expression that cannot be compiled.
    UnsupportedExpression,
    /// A predictor's parameter without a type.
    MissingAnnotation,
    /// An annotation that says nothing a native function can be made of.
    UnsupportedAnnotation,
    /// A default that is no constant.
    UnsupportedDefault,
    /// A decorator that changes a function in a way that cannot be followed.
    UnsupportedDecorator,
    /// A class that does what compiled classes cannot.
    UnsupportedClass,
    /// A call whose arguments do not fit the parameters in number or name.
    CallArguments,
    /// An argument of a type that the parameter does not take.
    ArgumentType,
    /// An operator between types that have none.
    OperandTypes,
    /// Something called that is no function.
    NotCallable,
    /// Something iterated, subscripted or unpacked that cannot be.
    NotIterable,
    /// An unpacking into the wrong number of names.
    UnpackCount,
    /// A value put in a container of other elements.
    ElementType,
    /// A container that never shows what it holds.
    UnknownElement,
    /// An option that decides the type and so must be a constant.
    ConstantRequired,
    /// A constant index that is out of range, or a constant key that is missing.
    IndexRange,
    /// An integer that does not fit 64 bits.
    IntegerRange,
    /// Arrays whose shapes can never be brought together.
    ShapeMismatch,
    /// An array of unknown rank where the rank decides the result.
    UnknownRank,
    /// Inputs that are not those of the model.
    ModelInputs,
    /// A global whose type is known only by running the module.
    GlobalNeedsCapture,
    /// A global of a type that cannot be frozen into a library.
    GlobalType,
    /// A captured global that compiled code would change.
    GlobalMutation,
    /// A recursive call whose result type does not settle.
    Recursion,
    /// A value that may be `None`, used as if it were not.
    MaybeNone,
    /// A function whose declared result type disagrees with what it returns.
    ReturnType,
    /// A file without a predictor.
    NoPredictor,
    /// A type that changes in every round of a loop, or otherwise never settles.
    UnsettledType,
    /// What `reveal_type` tells.
    RevealedType,
    /// A parameter or result whose type cannot cross to other languages.
    BoundaryType,
}

impl Code {
    /// Every code.
    pub const ALL: &[Code] = &[
        Code::Syntax,
        Code::UnknownModule,
        Code::UnknownName,
        Code::UnboundName,
        Code::UnknownAttribute,
        Code::UnsupportedBuiltin,
        Code::UnsupportedStatement,
        Code::UnsupportedExpression,
        Code::MissingAnnotation,
        Code::UnsupportedAnnotation,
        Code::UnsupportedDefault,
        Code::UnsupportedDecorator,
        Code::UnsupportedClass,
        Code::CallArguments,
        Code::ArgumentType,
        Code::OperandTypes,
        Code::NotCallable,
        Code::NotIterable,
        Code::UnpackCount,
        Code::ElementType,
        Code::UnknownElement,
        Code::ConstantRequired,
        Code::IndexRange,
        Code::IntegerRange,
        Code::ShapeMismatch,
        Code::UnknownRank,
        Code::ModelInputs,
        Code::GlobalNeedsCapture,
        Code::GlobalType,
        Code::GlobalMutation,
        Code::Recursion,
        Code::MaybeNone,
        Code::ReturnType,
        Code::NoPredictor,
        Code::UnsettledType,
        Code::BoundaryType,
        Code::RevealedType,
    ];

    /// The number that users see as `HF0123`. Numbers are never used twice.
    pub fn number(self) -> u16 {
        match self {
            Code::Syntax => 1,
            Code::NoPredictor => 2,
            Code::RevealedType => 3,
            Code::UnknownModule => 100,
            Code::UnknownName => 101,
            Code::UnboundName => 102,
            Code::UnknownAttribute => 103,
            Code::UnsupportedBuiltin => 104,
            Code::UnsupportedStatement => 200,
            Code::UnsupportedExpression => 201,
            Code::UnsupportedDecorator => 202,
            Code::UnsupportedClass => 203,
            Code::MissingAnnotation => 300,
            Code::UnsupportedAnnotation => 301,
            Code::UnsupportedDefault => 302,
            Code::ReturnType => 303,
            Code::BoundaryType => 304,
            Code::CallArguments => 400,
            Code::ArgumentType => 401,
            Code::OperandTypes => 402,
            Code::NotCallable => 403,
            Code::NotIterable => 404,
            Code::UnpackCount => 405,
            Code::ElementType => 406,
            Code::UnknownElement => 407,
            Code::ConstantRequired => 408,
            Code::IndexRange => 409,
            Code::IntegerRange => 410,
            Code::UnsettledType => 411,
            Code::Recursion => 412,
            Code::MaybeNone => 413,
            Code::ShapeMismatch => 500,
            Code::UnknownRank => 501,
            Code::ModelInputs => 502,
            Code::GlobalNeedsCapture => 600,
            Code::GlobalType => 601,
            Code::GlobalMutation => 602,
        }
    }

    /// The severity of a diagnostic with this code.
    pub fn severity(self) -> Severity {
        match self {
            Code::GlobalNeedsCapture | Code::NoPredictor | Code::RevealedType => Severity::Note,
            Code::ReturnType | Code::MaybeNone => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HF{:04}", self.number())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
