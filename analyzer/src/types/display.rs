//! Types as people read them: Python's own annotation syntax where it has one.

use std::fmt::{self, Display, Formatter};

use super::{ArrayType, DType, Dim, TensorType, Type};
use crate::ir::Constant;

impl Display for Type {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Type::Unknown => f.write_str("Unknown"),
            Type::Never => f.write_str("Never"),
            Type::Unbound => f.write_str("Unbound"),
            Type::None => f.write_str("None"),
            Type::Bool => f.write_str("bool"),
            Type::Int => f.write_str("int"),
            Type::Float => f.write_str("float"),
            Type::Complex => f.write_str("complex"),
            Type::Str => f.write_str("str"),
            Type::Bytes => f.write_str("bytes"),
            Type::Ellipsis => f.write_str("EllipsisType"),
            Type::Literal(values) => write!(f, "Literal[{}]", list(values.iter())),
            Type::Range => f.write_str("range"),
            Type::Slice => f.write_str("slice"),
            Type::List(element) => write!(f, "list[{}]", element.ty),
            Type::Set(element) => write!(f, "set[{}]", element.ty),
            Type::FrozenSet(element) => write!(f, "frozenset[{}]", element.ty),
            Type::Dict(key, value) => write!(f, "dict[{}, {}]", key.ty, value.ty),
            Type::Container(class, elements) => {
                write!(f, "{}[{}]", short(class), list(elements.iter().map(|element| &element.ty)))
            }
            Type::Tuple(members) if members.is_empty() => f.write_str("tuple[()]"),
            Type::Tuple(members) => write!(f, "tuple[{}]", list(members.iter())),
            Type::Sequence(item) => write!(f, "tuple[{item}, ...]"),
            Type::Iterator(item) => write!(f, "Iterator[{item}]"),
            Type::Callable(function) => write!(f, "function {}", short(&function.name)),
            Type::Cell(content) => write!(f, "{}", content.ty),
            Type::Union(members) => fmt_union(members, f),
            Type::Scalar(dtype) => write!(f, "np.{}", dtype),
            Type::Array(array) => write!(f, "{array}"),
            Type::DType(dtype) => write!(f, "type[np.{}]", dtype),
            Type::Tensor(tensor) => write!(f, "torch.Tensor{}", tensor.arguments()),
            Type::TensorDType(dtype) => write!(f, "type[torch.{}]", dtype),
            Type::Instance(class) => f.write_str(short(class)),
            Type::Exception(class) => f.write_str(short(class.name())),
            Type::Record(record) => f.write_str(short(&record.name)),
            Type::Pattern(_) => f.write_str("Pattern"),
            Type::Match(_) => f.write_str("Match"),
            Type::Struct(_) => f.write_str("Struct"),
            Type::Image(Some(mode)) => write!(f, "Image[{mode}]"),
            Type::Image(None) => f.write_str("Image"),
            Type::Session(session) => {
                f.write_str(session.estimator.as_ref().map_or("InferenceSession", |estimator| &estimator.name))
            }
            Type::Module(name) => write!(f, "module {name}"),
            Type::Class(name) => write!(f, "type[{}]", short(name)),
            Type::Function(name) => write!(f, "function {}", short(name)),
            Type::Method(name) => write!(f, "method {}", short(name)),
            Type::Variable(name) => f.write_str(name),
        }
    }
}

/// `None` is written last, as people do.
fn fmt_union(members: &[Type], f: &mut Formatter<'_>) -> fmt::Result {
    let (none, some): (Vec<&Type>, Vec<&Type>) = members.iter().partition(|member| **member == Type::None);
    for (index, member) in some.into_iter().chain(none).enumerate() {
        if index > 0 {
            f.write_str(" | ")?;
        }
        write!(f, "{member}")?;
    }
    Ok(())
}

impl Display for TensorType {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            TensorType::Array(array) => array.fmt(f),
            TensorType::Texts(Some(1)) => f.write_str("TextArray"),
            TensorType::Texts(Some(2)) => f.write_str("TextMatrix"),
            TensorType::Texts(_) => f.write_str("array of texts"),
        }
    }
}

impl Display for ArrayType {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "ndarray{}", self.arguments())
    }
}

impl ArrayType {
    /// Dtype and dims, in brackets.
    fn arguments(&self) -> String {
        match &self.dims {
            Some(dims) if dims.len() == 1 => format!("[{}, ({},)]", self.dtype, dims[0]),
            Some(dims) => format!("[{}, ({})]", self.dtype, list(dims.iter())),
            None => format!("[{}]", self.dtype),
        }
    }
}

impl Display for Dim {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Dim::Known(length) => write!(f, "{length}"),
            Dim::Named(name) => f.write_str(name),
            Dim::Any => f.write_str("?"),
        }
    }
}

impl Display for DType {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// As Python source, so that a constant can be shown in a message or an edit.
impl Display for Constant {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Constant::None => f.write_str("None"),
            Constant::Bool(true) => f.write_str("True"),
            Constant::Bool(false) => f.write_str("False"),
            Constant::Int(value) => write!(f, "{value}"),
            Constant::Float(value) => write!(f, "{value:?}"),
            Constant::Str(value) => write!(f, "{value:?}"),
            Constant::Bytes(value) => write!(f, "b\"{}\"", value.escape_ascii()),
            Constant::Tuple(values) if values.len() == 1 => write!(f, "({},)", values[0]),
            Constant::Tuple(values) => write!(f, "({})", list(values.iter())),
        }
    }
}

fn list<T: Display>(items: impl Iterator<Item = T>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

/// The last part of a dotted name.
pub fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
