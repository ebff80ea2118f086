//! The tables of the catalog: modules, classes, signatures, and the types that stubs are written in.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ir::Constant;
use crate::types::{ClassName, Type};

/// A stub module.
#[derive(Debug, Default)]
pub struct Module {
    /// Its docstring.
    pub doc: Option<Arc<str>>,
    /// Functions with their overloads, in stub order.
    pub functions: BTreeMap<Arc<str>, Vec<Signature>>,
    /// Classes.
    pub classes: BTreeMap<Arc<str>, Class>,
    /// Constants: `math.pi`.
    pub constants: BTreeMap<Arc<str>, Constant>,
    /// Other names for things of this or another module, as dotted names: `double = float64`.
    pub aliases: BTreeMap<Arc<str>, Arc<str>>,
}

/// A stub class.
#[derive(Debug)]
pub struct Class {
    /// Its dotted name.
    pub name: ClassName,
    /// Its docstring.
    pub doc: Option<Arc<str>>,
    /// Its own type variables, in order.
    pub variables: Vec<Arc<str>>,
    /// The dotted names of its bases.
    pub bases: Vec<ClassName>,
    /// The bases that take type arguments, with them: `dict[K, int]`.
    pub base_types: Vec<StubType>,
    /// Methods with their overloads; properties are methods without parameters but the receiver.
    pub methods: BTreeMap<Arc<str>, Vec<Signature>>,
}

/// One overload of a function or method of the catalog.
#[derive(Debug)]
pub struct Signature {
    /// The Python name.
    pub name: Arc<str>,
    /// Its docstring.
    pub doc: Option<Arc<str>>,
    /// The runtime function it binds to.
    pub native: Arc<str>,
    /// The classes of the exceptions it may raise.
    pub raises: Vec<Arc<str>>,
    /// Whether it changes its receiver.
    pub mutates: bool,
    /// Whether its arguments may be put into its receiver.
    pub widens: bool,
    /// Whether it is read as an attribute.
    pub property: bool,
    /// Why calls of this form are refused, and what to write instead.
    pub refused: Option<(Arc<str>, Arc<str>)>,
    /// Its type variables and those of its class, with their bounds.
    pub variables: Vec<(Arc<str>, Option<Bound>)>,
    /// Its parameters; the receiver of a method first.
    pub parameters: Vec<StubParameter>,
    /// Its result.
    pub returns: StubType,
    /// The dtype that the runtime computes in, where it is told: the last argument.
    pub computes: Option<StubType>,
}

/// What a type variable may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Values with an order among each other.
    Comparable,
    /// Values that can be keys.
    Hashable,
    /// `bool`, `int` and `float`.
    Number,
}

/// A parameter of a stub.
#[derive(Debug)]
pub struct StubParameter {
    /// Its name.
    pub name: Arc<str>,
    /// Its declared type.
    pub declared: StubType,
    /// Its default.
    pub default: Option<Constant>,
    /// `*args`.
    pub variadic: bool,
    /// Whether it may be given by position.
    pub positional: bool,
    /// Whether it may be given by name.
    pub keyword: bool,
}

/// A type as a stub writes it.
#[derive(Debug, Clone, PartialEq)]
pub enum StubType {
    /// A type without variables.
    Plain(Type),
    /// A type variable; in the arguments of a type function also a parameter's name.
    Name(Arc<str>),
    /// `list[T]`.
    List(Box<StubType>),
    /// `set[T]`.
    Set(Box<StubType>),
    /// `frozenset[T]`.
    FrozenSet(Box<StubType>),
    /// `dict[K, V]`.
    Dict(Box<StubType>, Box<StubType>),
    /// A catalog class with type arguments: `deque[T]`.
    Generic(ClassName, Vec<StubType>),
    /// `Callable[[A, B], R]`: a function that the operator calls. A parameter may be a [`StubType::Spread`].
    Callable(Vec<StubType>, Box<StubType>),
    /// `*T` among the parameters of a callable: one argument for each member of a tuple.
    Spread(Box<StubType>),
    /// `tuple[A, B]`.
    Tuple(Vec<StubType>),
    /// `tuple[T, ...]`.
    Sequence(Box<StubType>),
    /// `Iterator[T]`.
    Iterator(Box<StubType>),
    /// `Iterable[T]`: passed as an iterator.
    Iterable(Box<StubType>),
    /// `ndarray[D, S]`.
    Array(Box<StubType>, Box<StubType>),
    /// `Scalar[D]`.
    Scalar(Box<StubType>),
    /// `type[D]`.
    DType(Box<StubType>),
    /// `Tensor[D, S]`, of torch.
    Tensor(Box<StubType>, Box<StubType>),
    /// `dtype[D]`, of torch.
    TensorDType(Box<StubType>),
    /// `A | None`.
    Optional(Box<StubType>),
    /// `A | B`.
    Either(Box<StubType>, Box<StubType>),
    /// `Literal[…]`: one of these constants.
    Literal(Vec<Constant>),
    /// A protocol.
    Protocol(Protocol),
    /// A type function applied to names, dtypes or further type functions.
    Apply(Arc<str>, Vec<StubType>),
}

/// A parameter type that several types fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// Any value.
    Object,
    /// Numbers, numpy scalars, arrays, and nested lists and tuples of them.
    ArrayLike,
    /// An `int`, or a list or tuple of them.
    Shape,
    /// An `int` or a tuple of them.
    Axes,
    /// The same, or a list of `int`s, as torch takes them.
    Dims,
    /// A Python number, a numpy scalar or an array.
    Operand,
    /// A Python number or a tensor.
    TensorOperand,
    /// A list or tuple of tensors.
    Tensors,
    /// What `torch.tensor` makes a tensor of: numbers and nested lists and tuples of them, arrays.
    TensorLike,
    /// A bytes-like object.
    Buffer,
    /// Numbers of several types: a union of them.
    Mixed,
    /// What stands between the brackets of an array.
    Index,
    /// An `int` constant not below 0.
    Natural,
    /// An `int` constant below 0.
    Negative,
    /// A colour of Pillow: a number, a tuple of them, or its name; or none.
    Color,
    /// Places on an image: a list or tuple of numbers, or of pairs of them.
    Coordinates,
    /// How a tokenizer fills up: a `bool` or a name.
    Strategy,
    /// What has `__float__`: a Python number or a numpy scalar, passed as the `float` that it gives.
    SupportsFloat,
    /// What has `__index__`: an `int` or an integer of numpy, passed as the `int` that it gives.
    SupportsIndex,
}

/// How an argument reaches the Rust function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    /// By value.
    Value,
    /// By shared reference.
    Reference,
    /// As an iterator, by value.
    Iterator,
    /// As a slice of index components.
    Index,
    /// As a Rust closure.
    Function,
}

impl StubType {
    /// How an argument of this declared type is passed; ARCHITECTURE.md has the rule.
    pub fn passing(&self) -> Passing {
        match self {
            StubType::Iterable(_) | StubType::Iterator(_) => Passing::Iterator,
            StubType::Protocol(Protocol::Index) => Passing::Index,
            StubType::Callable(..) => Passing::Function,
            StubType::Name(_) | StubType::DType(_) | StubType::TensorDType(_) => Passing::Value,
            StubType::Plain(
                Type::Int
                | Type::Float
                | Type::Complex
                | Type::Bool
                | Type::None
                | Type::DType(_)
                | Type::TensorDType(_),
            ) => Passing::Value,
            StubType::Protocol(
                Protocol::Natural | Protocol::Negative | Protocol::SupportsFloat | Protocol::SupportsIndex,
            ) => Passing::Value,
            StubType::Literal(values) => StubType::Plain(values[0].ty()).passing(),
            StubType::Optional(inner) => match inner.passing() {
                Passing::Value => Passing::Value,
                _ => Passing::Reference,
            },
            _ => Passing::Reference,
        }
    }
}

impl StubType {
    /// The type as a message says it.
    pub fn describe(&self) -> String {
        let list = |items: &[StubType]| items.iter().map(StubType::describe).collect::<Vec<_>>().join(", ");
        match self {
            StubType::Plain(ty) => format!("{ty}"),
            StubType::Name(name) => name.to_string(),
            StubType::List(item) => format!("list[{}]", item.describe()),
            StubType::Set(item) => format!("set[{}]", item.describe()),
            StubType::FrozenSet(item) => format!("frozenset[{}]", item.describe()),
            StubType::Dict(key, value) => format!("dict[{}, {}]", key.describe(), value.describe()),
            StubType::Generic(class, arguments) => {
                format!("{}[{}]", crate::types::short(class), list(arguments))
            }
            StubType::Callable(parameters, _) if parameters.len() == 1 => "a function of one value".into(),
            StubType::Callable(parameters, _) => format!("a function of {} values", parameters.len()),
            StubType::Spread(item) => format!("*{}", item.describe()),
            StubType::Tuple(items) => format!("tuple[{}]", list(items)),
            StubType::Sequence(item) => format!("tuple[{}, ...]", item.describe()),
            StubType::Iterator(item) => format!("Iterator[{}]", item.describe()),
            StubType::Iterable(item) => format!("Iterable[{}]", item.describe()),
            StubType::Array(dtype, _) => match &**dtype {
                StubType::Plain(Type::DType(dtype)) => format!("ndarray[{dtype}]"),
                _ => "ndarray".into(),
            },
            StubType::Scalar(_) => "numpy scalar".into(),
            StubType::DType(_) => "dtype".into(),
            StubType::Tensor(dtype, _) => match &**dtype {
                StubType::Plain(Type::DType(dtype)) => format!("Tensor[{dtype}]"),
                _ => "Tensor".into(),
            },
            StubType::TensorDType(_) => "torch.dtype".into(),
            StubType::Optional(some) => format!("{} | None", some.describe()),
            StubType::Either(left, right) => format!("{} | {}", left.describe(), right.describe()),
            StubType::Literal(values) => values.iter().map(|value| value.to_string()).collect::<Vec<_>>().join(" or "),
            StubType::Protocol(protocol) => match protocol {
                Protocol::Object => "any value",
                Protocol::ArrayLike => "array-like",
                Protocol::Shape => "shape",
                Protocol::Axes | Protocol::Dims => "axis",
                Protocol::Operand => "number or array",
                Protocol::TensorOperand => "number or tensor",
                Protocol::Tensors => "list or tuple of tensors",
                Protocol::TensorLike => "numbers, lists of them, or array",
                Protocol::Buffer => "bytes-like object",
                Protocol::Mixed => "int | float",
                Protocol::Index => "index",
                Protocol::Natural => "constant int ≥ 0",
                Protocol::Negative => "constant int < 0",
                Protocol::SupportsFloat => "float",
                Protocol::SupportsIndex => "int",
                Protocol::Color => "colour",
                Protocol::Coordinates => "coordinates",
                Protocol::Strategy => "bool | str",
            }
            .into(),
            StubType::Apply(name, arguments) => format!("{name}[{}]", list(arguments)),
        }
    }
}

impl Signature {
    /// The call as a message shows it: `split(sep: str | None = None, maxsplit: int = -1)`.
    pub fn describe(&self) -> String {
        let parameters: Vec<String> = self
            .parameters
            .iter()
            .filter(|parameter| &*parameter.name != "self")
            .map(|parameter| {
                let star = if parameter.variadic { "*" } else { "" };
                let default = parameter.default.as_ref().map(|value| format!(" = {value}")).unwrap_or_default();
                format!("{star}{}: {}{default}", parameter.name, parameter.declared.describe())
            })
            .collect();
        format!("{}({})", self.name, parameters.join(", "))
    }
}
