//! Reads the signature of an ONNX model: names, dtypes and dims of its inputs and outputs.
//!
//! Only the fields of `onnx.proto` that say so are declared; weights are skipped over, not read.

use prost::Message;

use crate::types::{ArrayType, DType, Dim, SessionType, TensorSignature};

#[derive(Clone, PartialEq, Message)]
struct ModelProto {
    #[prost(message, optional, tag = "7")]
    graph: Option<GraphProto>,
}

#[derive(Clone, PartialEq, Message)]
struct GraphProto {
    #[prost(message, repeated, tag = "5")]
    initializer: Vec<NamedProto>,
    #[prost(message, repeated, tag = "11")]
    input: Vec<ValueInfoProto>,
    #[prost(message, repeated, tag = "12")]
    output: Vec<ValueInfoProto>,
}

/// A `TensorProto`, of which only the name is of interest.
#[derive(Clone, PartialEq, Message)]
struct NamedProto {
    #[prost(string, optional, tag = "8")]
    name: Option<String>,
}

#[derive(Clone, PartialEq, Message)]
struct ValueInfoProto {
    #[prost(string, optional, tag = "1")]
    name: Option<String>,
    #[prost(message, optional, tag = "2")]
    r#type: Option<TypeProto>,
}

#[derive(Clone, PartialEq, Message)]
struct TypeProto {
    #[prost(message, optional, tag = "1")]
    tensor: Option<TensorTypeProto>,
}

#[derive(Clone, PartialEq, Message)]
struct TensorTypeProto {
    #[prost(int32, optional, tag = "1")]
    element: Option<i32>,
    #[prost(message, optional, tag = "2")]
    shape: Option<ShapeProto>,
}

#[derive(Clone, PartialEq, Message)]
struct ShapeProto {
    #[prost(message, repeated, tag = "1")]
    dim: Vec<DimProto>,
}

#[derive(Clone, PartialEq, Message)]
struct DimProto {
    #[prost(int64, optional, tag = "1")]
    value: Option<i64>,
    #[prost(string, optional, tag = "2")]
    name: Option<String>,
}

/// The signature of the model in the bytes of an ONNX file; `None` where they are no ONNX model, or where an input or
/// output is no tensor of a dtype that the runtime has.
pub fn signature(bytes: &[u8]) -> Option<SessionType> {
    let graph = ModelProto::decode(bytes).ok()?.graph?;
    let is_weight = |input: &&ValueInfoProto| graph.initializer.iter().any(|weight| weight.name == input.name);
    Some(SessionType {
        inputs: graph.input.iter().filter(|input| !is_weight(input)).map(tensor).collect::<Option<_>>()?,
        outputs: graph.output.iter().map(tensor).collect::<Option<_>>()?,
    })
}

fn tensor(value: &ValueInfoProto) -> Option<TensorSignature> {
    let tensor = value.r#type.as_ref()?.tensor.as_ref()?;
    let dims = tensor.shape.as_ref().map(|shape| shape.dim.iter().map(dim).collect());
    Some(TensorSignature {
        name: value.name.clone().unwrap_or_default(),
        array: ArrayType { dtype: dtype(tensor.element?)?, dims },
    })
}

fn dim(dim: &DimProto) -> Dim {
    match (dim.value, &dim.name) {
        (Some(length), _) if length > 0 => Dim::Known(length as u64),
        (_, Some(name)) if !name.is_empty() => Dim::Named(name.as_str().into()),
        _ => Dim::Any,
    }
}

/// By `TensorProto.DataType`.
fn dtype(element: i32) -> Option<DType> {
    Some(match element {
        1 => DType::Float32,
        2 => DType::UInt8,
        3 => DType::Int8,
        4 => DType::UInt16,
        5 => DType::Int16,
        6 => DType::Int32,
        7 => DType::Int64,
        9 => DType::Bool,
        11 => DType::Float64,
        12 => DType::UInt32,
        13 => DType::UInt64,
        _ => return None,
    })
}
