//! `onnxruntime.NodeArg`: an input or output of a model.

use ort::value::{Outlet, TensorElementType, ValueType};

use crate::object::{Identity, Object};
use crate::str::Str;

/// Name and type of an input or output.
#[derive(Debug, Clone)]
pub struct NodeArg {
    name: Str,
    kind: Str,
}

impl NodeArg {
    /// What a session says of it.
    pub(super) fn of(outlet: &Outlet) -> Self {
        Self { name: Str::from(outlet.name()), kind: Str::from(kind_of(outlet.dtype()).as_str()) }
    }
}

/// The type as onnxruntime writes it.
fn kind_of(kind: &ValueType) -> String {
    let ValueType::Tensor { ty, .. } = kind else { return kind.to_string() };
    let element = match ty {
        TensorElementType::Float32 => "float",
        TensorElementType::Float64 => "double",
        TensorElementType::Int8 => "int8",
        TensorElementType::Int16 => "int16",
        TensorElementType::Int32 => "int32",
        TensorElementType::Int64 => "int64",
        TensorElementType::Uint8 => "uint8",
        TensorElementType::Uint16 => "uint16",
        TensorElementType::Uint32 => "uint32",
        TensorElementType::Uint64 => "uint64",
        TensorElementType::Bool => "bool",
        TensorElementType::String => "string",
        TensorElementType::Float16 => "float16",
        TensorElementType::Bfloat16 => "bfloat16",
        other => return format!("tensor({other})"),
    };
    format!("tensor({element})")
}

/// `argument.name`
#[must_use]
pub fn name(argument: &NodeArg) -> Str {
    argument.name.clone()
}

/// `argument.type`
#[must_use]
pub fn kind(argument: &NodeArg) -> Str {
    argument.kind.clone()
}

impl Object for NodeArg {
    fn type_name(&self) -> &'static str {
        "NodeArg"
    }

    fn freeze(&self) {
        self.name.freeze();
        self.kind.freeze();
    }

    fn repr(&self, out: &mut String) {
        out.push_str("<onnxruntime.NodeArg object>");
    }
}

impl Identity for NodeArg {
    fn same(&self, other: &Self) -> bool {
        self.name.as_str() == other.name.as_str() && self.kind.as_str() == other.kind.as_str()
    }
}
