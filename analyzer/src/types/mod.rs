//! Static types: what the tracer knows of a value before the program runs.
//!
//! A type is what Python's `type()` would say, made finer where native code needs it: the element types of
//! containers, the dtype and dims of an array, the inputs and outputs of a model.

mod annotation;
pub mod array;
mod base;
mod callable;
mod display;
mod exception;
pub mod functions;
mod groups;
mod image;
mod join;
mod layout;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use callable::CallableType;

pub(crate) use annotation::annotation;
pub use array::{ArrayType, DType, Dim, Dims};
pub use base::{base_of, members_of};
pub use display::short;
pub use exception::{ExceptionClass, native_name};
pub use groups::{Group, Groups};
pub use image::ImageMode;
pub use join::{is_subtype, join, join_all, union};
pub use layout::{fits, is_empty_container, layout};

use crate::ir::Constant;

/// How many members a tuple of native code may have, each of a type of its own.
pub const LONGEST_TUPLE: usize = 12;

/// The static type of an expression.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Type {
    /// Nothing is known because something before went wrong and has been reported. Every operation on it is silent.
    Unknown,
    /// No value: the type of a `raise`, and of an empty container's elements as long as nothing was put in.
    Never,
    /// The state of a name that was not assigned on some way here; a member of a union, never a type by itself.
    Unbound,
    /// `None`.
    None,
    /// `bool`.
    Bool,
    /// `int`, a checked 64-bit integer.
    Int,
    /// `float`.
    Float,
    /// `complex`.
    Complex,
    /// `str`.
    Str,
    /// `bytes`.
    Bytes,
    /// `...`
    Ellipsis,
    /// `Literal["a", "b"]`: one of some constants, at least one, all of one type. Comes from annotations only.
    Literal(Arc<[Constant]>),
    /// `range`.
    Range,
    /// `slice` with `int` or `None` bounds.
    Slice,
    /// `list[T]`.
    List(Arc<Element>),
    /// `set[T]`.
    Set(Arc<Element>),
    /// `frozenset[T]`.
    FrozenSet(Arc<Element>),
    /// `dict[K, V]`.
    Dict(Arc<Element>, Arc<Element>),
    /// A mutable container of a catalog class with type parameters: `deque[T]`, `defaultdict[K, V]`.
    Container(ClassName, Arc<[Arc<Element>]>),
    /// `tuple[A, B]`, of fixed length.
    Tuple(Arc<[Type]>),
    /// `tuple[T, ...]`, of any length.
    Sequence(Arc<Type>),
    /// An iterator over `T`; a generator too.
    Iterator(Arc<Type>),
    /// A function as a value.
    Callable(Arc<CallableType>),
    /// A variable that functions share. Never the type of a value in Python.
    Cell(Arc<Element>),
    /// One of two or more types. Flat, sorted, without duplicates; made by [`union`] and [`join`] only.
    Union(Arc<[Type]>),
    /// A numpy scalar: `np.float32`, `np.int64`, `np.bool_`.
    Scalar(DType),
    /// A numpy array.
    Array(ArrayType),
    /// A dtype as a value: `np.float32` itself.
    DType(DType),
    /// A `torch.Tensor`.
    Tensor(ArrayType),
    /// A dtype of torch as a value: `torch.float32` itself.
    TensorDType(DType),
    /// A value of a catalog class that native code holds as one opaque object: `Tokenizer`, `Encoding`.
    Instance(ClassName),
    /// An object of a class of the program. What its fields hold is known of the class, not of the type.
    Record(Arc<RecordType>),
    /// An `onnxruntime.InferenceSession` with what is known of its model.
    Session(Arc<SessionType>),
    /// An `re.Pattern` with what is known of its groups.
    Pattern(Arc<Groups>),
    /// A `PIL.Image.Image`, of the mode where that is known.
    Image(Option<ImageMode>),
    /// A `struct.Struct` with its format, where that is known.
    Struct(Option<Arc<str>>),
    /// An `re.Match` with what is known of its groups.
    Match(Arc<Groups>),
    /// A module of the catalog or of the project, by its dotted name. Exists at compile time only.
    Module(Arc<str>),
    /// A class as a value: `list`, `Tokenizer`, `ValueError`. Exists at compile time only.
    Class(ClassName),
    /// A function of the catalog or of the project, by its dotted name. Exists at compile time only.
    Function(Arc<str>),
    /// A method bound to a receiver. Exists at compile time only.
    Method(Arc<str>),
    /// A caught or constructed exception of that class, or of one that derives from it.
    Exception(ExceptionClass),
    /// A type variable of a catalog stub, bound when the stub is called. Never leaves the catalog.
    Variable(Arc<str>),
}

/// The dotted name of a class: `builtins.list`, `tokenizers.Tokenizer`.
pub type ClassName = Arc<str>;

/// The element type of a mutable container, and where the container was made.
///
/// A container literal is a *site*: what is put into the container later, through any name, widens the element type
/// of its site. The site is bookkeeping of the tracer and takes no part in comparisons, in hashing or in display.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Element {
    /// The type of the elements.
    pub ty: Type,
    /// The site that made the container, where the tracer may still widen it.
    #[serde(skip)]
    pub site: Option<Site>,
    /// Of the values of a dict: what is known of the keys that are written out.
    #[serde(skip)]
    pub entries: Option<Entries>,
}

/// A number for each place that makes a container within one traced function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site(pub u32);

/// A number for what the dicts made at some places hold under keys that are written out. As sites are, it is
/// bookkeeping of the tracer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entries(pub u32);

/// A class of the program, and what its definition says that its objects can do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordType {
    /// Its dotted name: module and class.
    pub name: ClassName,
    /// Whether its objects can be keys.
    pub hashable: bool,
    /// Whether its objects have an order among each other.
    pub ordered: bool,
    /// What sort of class it is.
    pub kind: RecordKind,
}

/// What sort of class a record is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RecordKind {
    /// A dataclass or plain class.
    Class,
    /// A named tuple: an object that is a tuple, too.
    NamedTuple,
    /// A typed dict: a dict of known keys, each with a type of its own.
    TypedDict,
    /// An enum.
    Enum(EnumBase),
}

impl RecordKind {
    /// Whether its values are objects with fields, not members of an enum.
    pub fn has_fields(self) -> bool {
        !matches!(self, RecordKind::Enum(_))
    }
}

/// What the members of an enum are beside members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EnumBase {
    /// `Enum`: nothing else.
    Plain,
    /// `IntEnum`: numbers, also as text.
    Int,
    /// `StrEnum`: texts, also as text.
    Str,
    /// `class E(int, Enum)`.
    MixedInt,
    /// `class E(str, Enum)`.
    MixedStr,
    /// `Flag`: sets of bits.
    Flag,
    /// `IntFlag`: sets of bits that are numbers, also as text.
    IntFlag,
}

impl EnumBase {
    /// Whether values are sets of members: each is held as its bits, and no list of the values is whole.
    pub fn is_flag(self) -> bool {
        matches!(self, EnumBase::Flag | EnumBase::IntFlag)
    }

    /// The type of the values where members are values.
    pub fn value_type(self) -> Option<Type> {
        match self {
            EnumBase::Plain | EnumBase::Flag => None,
            EnumBase::Int | EnumBase::MixedInt | EnumBase::IntFlag => Some(Type::Int),
            EnumBase::Str | EnumBase::MixedStr => Some(Type::Str),
        }
    }
}

/// What is known of a model from its file: the signature that `InferenceSession.run` is checked against.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SessionType {
    /// The inputs, in the model's order.
    pub inputs: Vec<TensorSignature>,
    /// The outputs, in the model's order.
    pub outputs: Vec<TensorSignature>,
    /// Of a model of scikit-learn: how it takes what it is given.
    pub estimator: Option<EstimatorType>,
}

/// A fitted estimator or pipeline of scikit-learn, whose ONNX model is run in its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EstimatorType {
    /// The class that messages name: of a pipeline that of its first step.
    pub name: String,
    /// The class that does not take NaN; `None` where all do.
    pub refuses_nan: Option<String>,
    /// The number of columns that it takes.
    pub features: u64,
    /// The methods that it has.
    pub methods: Vec<String>,
}

/// Name, dtype and dims of one input or output of a model.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TensorSignature {
    /// The name, any text at all: `"387"` is seen.
    pub name: String,
    /// What goes in or comes out.
    pub tensor: TensorType,
}

/// What an input or output of a model is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TensorType {
    /// Numbers or bools.
    Array(ArrayType),
    /// Texts, with that many axes.
    Texts(Option<usize>),
}

impl TensorType {
    /// The array, where it is one of numbers.
    pub fn array(&self) -> Option<&ArrayType> {
        match self {
            TensorType::Array(array) => Some(array),
            TensorType::Texts(_) => None,
        }
    }
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.ty == other.ty
    }
}
impl Eq for Element {}
impl std::hash::Hash for Element {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.ty.hash(state);
    }
}
impl PartialOrd for Element {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Element {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.ty.cmp(&other.ty)
    }
}

impl Element {
    /// The element type of a container whose site is closed.
    pub fn of(ty: Type) -> Arc<Self> {
        Arc::new(Self { ty, site: None, entries: None })
    }

    /// The element type of a container that the tracer may still widen.
    pub fn at(ty: Type, site: Site) -> Arc<Self> {
        Arc::new(Self { ty, site: Some(site), entries: None })
    }

    /// The same with another type.
    pub fn with_type(&self, ty: Type) -> Arc<Self> {
        Arc::new(Self { ty, site: self.site, entries: self.entries })
    }

    /// The element type of a container whose site is closed; what is known of keys stays known.
    pub fn closed(&self, ty: Type) -> Arc<Self> {
        Arc::new(Self { ty, site: None, entries: self.entries })
    }

    /// The same with what is known of keys.
    pub fn keyed(&self, entries: Option<Entries>) -> Arc<Self> {
        Arc::new(Self { entries, ..self.clone() })
    }
}

impl Type {
    /// `list[element]`.
    pub fn list(element: Type) -> Self {
        Type::List(Element::of(element))
    }

    /// `set[element]`.
    pub fn set(element: Type) -> Self {
        Type::Set(Element::of(element))
    }

    /// `dict[key, value]`.
    pub fn dict(key: Type, value: Type) -> Self {
        Type::Dict(Element::of(key), Element::of(value))
    }

    /// `tuple[members]`. One of more members than native code has tuples of, as the names of all classes, is one of any length
    /// where all are of one type.
    pub fn tuple(members: impl IntoIterator<Item = Type>) -> Self {
        let members: Arc<[Type]> = members.into_iter().collect();
        match members.first() {
            Some(first) if members.len() > LONGEST_TUPLE && members.iter().all(|member| member == first) => {
                Type::Sequence(Arc::new(first.clone()))
            }
            _ => Type::Tuple(members),
        }
    }

    /// The same container with each of its elements replaced by what `change` makes of it; `None` for any other type.
    /// `part` counts the elements of one container.
    pub fn map_elements(&self, change: &mut dyn FnMut(&Arc<Element>, u8) -> Arc<Element>) -> Option<Self> {
        Some(match self {
            Type::List(item) => Type::List(change(item, 0)),
            Type::Set(item) => Type::Set(change(item, 0)),
            Type::FrozenSet(item) => Type::FrozenSet(change(item, 0)),
            Type::Dict(key, value) => {
                let key = change(key, 0);
                Type::Dict(key, change(value, 1))
            }
            Type::Container(class, elements) => {
                let elements = elements.iter().zip(0..).map(|(element, part)| change(element, part));
                Type::Container(class.clone(), elements.collect())
            }
            _ => return None,
        })
    }

    /// The element types of a container, in order; empty for any other type.
    pub fn elements(&self) -> Vec<&Arc<Element>> {
        match self {
            Type::List(item) | Type::Set(item) | Type::FrozenSet(item) => vec![item],
            Type::Dict(key, value) => vec![key, value],
            Type::Container(_, elements) => elements.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// What is known of the keys of a dict; `None` of any other type.
    pub fn entries(&self) -> Option<Entries> {
        match self {
            Type::Dict(_, values) => values.entries,
            _ => None,
        }
    }

    /// An iterator over `item`.
    pub fn iterator(item: Type) -> Self {
        Type::Iterator(Arc::new(item))
    }

    /// `member | None`.
    pub fn optional(member: Type) -> Self {
        union([member, Type::None])
    }

    /// An instance of the catalog class of this dotted name.
    pub fn instance(class: &str) -> Self {
        Type::Instance(class.into())
    }

    /// The members of a union; a type that is no union is its own only member.
    pub fn members(&self) -> &[Type] {
        match self {
            Type::Union(members) => members,
            single => std::slice::from_ref(single),
        }
    }

    /// Whether the type is that of flags.
    pub fn is_flag(&self) -> bool {
        matches!(self, Type::Record(record) if matches!(record.kind, RecordKind::Enum(base) if base.is_flag()))
    }

    /// Whether the type is that of a named tuple's objects.
    pub fn is_named_tuple(&self) -> bool {
        matches!(self, Type::Record(record) if record.kind == RecordKind::NamedTuple)
    }

    /// Whether the type is that of a typed dict.
    pub fn is_typed_dict(&self) -> bool {
        matches!(self, Type::Record(record) if record.kind == RecordKind::TypedDict)
    }

    /// Whether the type is that of a class whose objects are values of a built-in class, too.
    pub fn has_plain(&self) -> bool {
        self.is_named_tuple() || self.is_typed_dict()
    }

    /// Whether the type is a union.
    pub fn is_union(&self) -> bool {
        matches!(self, Type::Union(_))
    }

    /// Whether the value exists at compile time only, so that no variable of the native code can hold it.
    pub fn is_static(&self) -> bool {
        matches!(self, Type::Module(_) | Type::Class(_) | Type::Function(_) | Type::Method(_))
    }

    /// Whether the type is, or holds anywhere, a type for which `test` is true.
    pub fn any(&self, test: &dyn Fn(&Type) -> bool) -> bool {
        test(self) || self.parts().into_iter().any(|part| part.any(test))
    }

    /// The types that this one is directly made of.
    pub fn parts(&self) -> Vec<&Type> {
        match self {
            Type::List(element) | Type::Set(element) | Type::FrozenSet(element) => vec![&element.ty],
            Type::Dict(key, value) => vec![&key.ty, &value.ty],
            Type::Container(_, elements) => elements.iter().map(|element| &element.ty).collect(),
            Type::Tuple(members) | Type::Union(members) => members.iter().collect(),
            Type::Sequence(item) | Type::Iterator(item) => vec![item],
            Type::Callable(function) => function.captures.iter().map(|(_, ty)| ty).collect(),
            Type::Cell(content) => vec![&content.ty],
            _ => Vec::new(),
        }
    }

    /// The same type with each of the types it is directly made of replaced by what `change` makes of it.
    pub fn map_parts(&self, change: &mut dyn FnMut(&Type) -> Type) -> Type {
        let mut element = |element: &Element| element.with_type(change(&element.ty));
        match self {
            Type::List(item) => Type::List(element(item)),
            Type::Set(item) => Type::Set(element(item)),
            Type::FrozenSet(item) => Type::FrozenSet(element(item)),
            Type::Dict(key, value) => Type::Dict(element(key), element(value)),
            Type::Container(class, elements) => {
                Type::Container(class.clone(), elements.iter().map(|item| element(item)).collect())
            }
            Type::Tuple(members) => Type::Tuple(members.iter().map(change).collect()),
            Type::Union(members) => union(members.iter().map(change)),
            Type::Sequence(item) => Type::Sequence(Arc::new(change(item))),
            Type::Iterator(item) => Type::Iterator(Arc::new(change(item))),
            Type::Callable(function) => {
                let types: Vec<Type> = function.captures.iter().map(|(_, ty)| change(ty)).collect();
                Type::Callable(Arc::new(function.with_types(types)))
            }
            Type::Cell(content) => Type::Cell(element(content)),
            other => other.clone(),
        }
    }

    /// The type without what the tracer keeps of its containers, at any depth.
    pub fn bare(&self) -> Type {
        let bare = self.map_elements(&mut |element, _| Element::of(element.ty.bare()));
        bare.unwrap_or_else(|| self.map_parts(&mut Type::bare))
    }

    /// The type with arrays in the place of tensors, at any depth: whose dims follow one set of rules.
    pub fn with_arrays(&self) -> Type {
        match self {
            Type::Tensor(tensor) => Type::Array(tensor.clone()),
            Type::TensorDType(dtype) => Type::DType(*dtype),
            other => other.map_parts(&mut |part| part.with_arrays()),
        }
    }

    /// The type without literal constants: `Literal["a"]` becomes `str`, at any depth.
    pub fn widened(&self) -> Type {
        match self {
            Type::Literal(values) => values[0].ty(),
            other => other.map_parts(&mut |part| part.widened()),
        }
    }
}
