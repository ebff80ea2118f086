//! Reads the signature of an ONNX model: names, dtypes and dims of its inputs and outputs.
//!
//! Only what says so is read: weights, which make up nearly all of a model, are jumped over.

use std::io::{BufReader, Read, Seek, SeekFrom};

use prost::Message;

use crate::types::{ArrayType, DType, Dim, SessionType, TensorSignature, TensorType};

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

/// The signature of the model in an ONNX file; `None` where it is no ONNX model, or where an input or output is no
/// tensor of a dtype that the runtime has.
pub fn signature(file: impl Read + Seek) -> Option<SessionType> {
    let mut model = Fields::whole(BufReader::new(file))?;
    let mut graph = Graph::default();
    while let Some(field) = model.next()? {
        match field {
            (MODEL_GRAPH, Some(length)) => graph.read(&mut model.within(length))?,
            (_, length) => model.skip(length)?,
        }
    }
    // Old models list their weights among the inputs.
    graph.inputs.retain(|input| !graph.weights.contains(&input.name));
    Some(SessionType {
        inputs: graph.inputs.iter().map(tensor).collect::<Option<_>>()?,
        outputs: graph.outputs.iter().map(tensor).collect::<Option<_>>()?,
        estimator: None,
    })
}

// Numbers of fields in `onnx.proto`.
const MODEL_GRAPH: u64 = 7;
const GRAPH_INITIALIZER: u64 = 5;
const GRAPH_INPUT: u64 = 11;
const GRAPH_OUTPUT: u64 = 12;
const TENSOR_NAME: u64 = 8;

/// What is of interest in a `GraphProto`.
#[derive(Default)]
struct Graph {
    inputs: Vec<ValueInfoProto>,
    outputs: Vec<ValueInfoProto>,
    weights: Vec<Option<String>>,
}

impl Graph {
    fn read<R: Read + Seek>(&mut self, fields: &mut Fields<R>) -> Option<()> {
        while let Some(field) = fields.next()? {
            match field {
                (GRAPH_INITIALIZER, Some(length)) => self.weights.push(weight_name(&mut fields.within(length))?),
                (GRAPH_INPUT, Some(length)) => self.inputs.push(ValueInfoProto::decode(&*fields.bytes(length)?).ok()?),
                (GRAPH_OUTPUT, Some(length)) => {
                    self.outputs.push(ValueInfoProto::decode(&*fields.bytes(length)?).ok()?)
                }
                (_, length) => fields.skip(length)?,
            }
        }
        Some(())
    }
}

fn weight_name<R: Read + Seek>(fields: &mut Fields<R>) -> Option<Option<String>> {
    let mut name = None;
    while let Some(field) = fields.next()? {
        match field {
            (TENSOR_NAME, Some(length)) => name = Some(String::from_utf8(fields.bytes(length)?).ok()?),
            (_, length) => fields.skip(length)?,
        }
    }
    Some(name)
}

/// The fields of a message, by protobuf's wire format, one after the other: those of no interest are jumped over.
struct Fields<'f, R> {
    file: Source<'f, R>,
    /// How many bytes of the message are left.
    left: u64,
}

enum Source<'f, R> {
    Own(R),
    Outer(&'f mut R),
}

impl<R> Source<'_, R> {
    fn get(&mut self) -> &mut R {
        match self {
            Source::Own(file) => file,
            Source::Outer(file) => file,
        }
    }
}

impl<R: Read + Seek> Fields<'_, BufReader<R>> {
    fn whole(mut file: BufReader<R>) -> Option<Self> {
        let left = file.seek(SeekFrom::End(0)).ok()?;
        file.rewind().ok()?;
        Some(Self { file: Source::Own(file), left })
    }
}

impl<R: Read + Seek> Fields<'_, R> {
    /// The number of the next field, and its length where it has one of its own: `Some(None)` at the end of the
    /// message, `None` where it is malformed. A field without a length has been read.
    fn next(&mut self) -> Option<Option<(u64, Option<u64>)>> {
        if self.left == 0 {
            return Some(None);
        }
        let key = self.varint()?;
        let length = match key & 7 {
            0 => {
                self.varint()?;
                None
            }
            1 => Some(8),
            2 => Some(self.varint()?),
            5 => Some(4),
            _ => return None,
        };
        (length.unwrap_or(0) <= self.left).then_some(Some((key >> 3, length)))
    }

    /// The fields of the message that the field just met holds.
    fn within(&mut self, length: u64) -> Fields<'_, R> {
        self.left -= length;
        Fields { file: Source::Outer(self.file.get()), left: length }
    }

    fn bytes(&mut self, length: u64) -> Option<Vec<u8>> {
        self.left -= length;
        let mut bytes = Vec::new();
        let read = self.file.get().take(length).read_to_end(&mut bytes).ok()?;
        (read as u64 == length).then_some(bytes)
    }

    fn skip(&mut self, length: Option<u64>) -> Option<()> {
        let length = length.unwrap_or(0);
        self.left -= length;
        let offset = i64::try_from(length).ok()?;
        self.file.get().seek(SeekFrom::Current(offset)).ok().map(drop)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            self.left = self.left.checked_sub(1)?;
            let mut byte = [0];
            self.file.get().read_exact(&mut byte).ok()?;
            value |= u64::from(byte[0] & 0x7f) << shift;
            if byte[0] < 0x80 {
                return Some(value);
            }
        }
        None
    }
}

fn tensor(value: &ValueInfoProto) -> Option<TensorSignature> {
    let tensor = value.r#type.as_ref()?.tensor.as_ref()?;
    let shape = tensor.shape.as_ref();
    let tensor = match tensor.element? {
        STRING => TensorType::Texts(shape.map(|shape| shape.dim.len())),
        element => {
            let dims = shape.map(|shape| shape.dim.iter().map(dim).collect());
            TensorType::Array(ArrayType { dtype: dtype(element)?, dims })
        }
    };
    Some(TensorSignature { name: value.name.clone().unwrap_or_default(), tensor })
}

fn dim(dim: &DimProto) -> Dim {
    match (dim.value, &dim.name) {
        (Some(length), _) if length > 0 => Dim::Known(length as u64),
        (_, Some(name)) if !name.is_empty() => Dim::Named(name.as_str().into()),
        _ => Dim::Any,
    }
}

/// Texts in `TensorProto.DataType`.
const STRING: i32 = 8;

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
        10 => DType::Float16,
        11 => DType::Float64,
        12 => DType::UInt32,
        13 => DType::UInt64,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// A field with a length: key, length, content.
    fn field(number: u8, content: &[u8]) -> Vec<u8> {
        [&[number << 3 | 2, content.len() as u8], content].concat()
    }

    fn value(name: &str, element: u8, dims: &[Vec<u8>]) -> Vec<u8> {
        let shape: Vec<u8> = dims.iter().flat_map(|dim| field(1, dim)).collect();
        let tensor = [vec![8, element], field(2, &shape)].concat();
        [field(1, name.as_bytes()), field(2, &field(1, &tensor))].concat()
    }

    fn model() -> Vec<u8> {
        let (batch, fixed) = (field(2, b"batch"), vec![8, 3]);
        let graph = [
            field(5, &[field(9, &[0; 40]), field(8, b"weight")].concat()),
            field(11, &value("x", 7, &[batch.clone(), fixed.clone()])),
            field(11, &value("weight", 1, &[fixed])),
            field(12, &value("387", 1, &[batch])),
        ];
        [vec![8, 9], field(7, &graph.concat())].concat()
    }

    #[test]
    fn reads_names_dtypes_and_dims() {
        let signature = signature(Cursor::new(model())).expect("it is a model");
        let show = |tensors: &[TensorSignature]| {
            tensors.iter().map(|tensor| format!("{}: {}", tensor.name, tensor.tensor)).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(show(&signature.inputs), "x: ndarray[int64, (batch, 3)]");
        assert_eq!(show(&signature.outputs), "387: ndarray[float32, (batch,)]");
    }

    #[test]
    fn broken_files_are_no_models() {
        let model = model();
        for end in 0..model.len() {
            let _ = signature(Cursor::new(&model[..end]));
        }
        for place in 0..model.len() {
            for byte in [0, 0x7f, 0x80, 0xff] {
                let mut broken = model.clone();
                broken[place] = byte;
                let _ = signature(Cursor::new(broken));
            }
        }
        assert_eq!(signature(Cursor::new(b"\x3a\xff\xff\xff\xff\xff\xff\xff\xff\x7f")), None);
    }
}
