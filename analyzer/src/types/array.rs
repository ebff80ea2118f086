//! Array types: dtype and symbolic dims.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The type of an array: what its elements are and how many there are along each axis.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArrayType {
    /// The type of the elements.
    pub dtype: DType,
    /// The length of each axis; `None` where not even their number is known.
    pub dims: Dims,
}

/// The dims of an array, or `None` where its rank is unknown.
pub type Dims = Option<Arc<[Dim]>>;

/// The length of one axis.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Dim {
    /// A length known at compile time.
    Known(u64),
    /// A length known at run time only, with a name: two dims of one name in one function are equal.
    Named(Arc<str>),
    /// Nothing is known.
    Any,
}

/// The type of an array's elements, by numpy's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DType {
    Bool,
    Int8,
    Int16,
    Int32,
    Int64,
    UInt8,
    UInt16,
    UInt32,
    UInt64,
    Float16,
    Float32,
    Float64,
    Complex64,
    Complex128,
}

impl DType {
    /// Every dtype, in numpy's order of promotion within each kind.
    pub const ALL: [DType; 14] = [
        DType::Bool,
        DType::Int8,
        DType::Int16,
        DType::Int32,
        DType::Int64,
        DType::UInt8,
        DType::UInt16,
        DType::UInt32,
        DType::UInt64,
        DType::Float16,
        DType::Float32,
        DType::Float64,
        DType::Complex64,
        DType::Complex128,
    ];

    /// numpy's name of the dtype, as `str(dtype)` gives it.
    pub fn name(self) -> &'static str {
        match self {
            DType::Bool => "bool",
            DType::Int8 => "int8",
            DType::Int16 => "int16",
            DType::Int32 => "int32",
            DType::Int64 => "int64",
            DType::UInt8 => "uint8",
            DType::UInt16 => "uint16",
            DType::UInt32 => "uint32",
            DType::UInt64 => "uint64",
            DType::Float16 => "float16",
            DType::Float32 => "float32",
            DType::Float64 => "float64",
            DType::Complex64 => "complex64",
            DType::Complex128 => "complex128",
        }
    }

    /// Whether its elements are whole numbers; `bool` is none.
    pub fn is_integer(self) -> bool {
        !matches!(self, DType::Bool) && !self.is_float() && !self.is_complex()
    }

    /// Whether its elements are floating-point numbers.
    pub fn is_float(self) -> bool {
        matches!(self, DType::Float16 | DType::Float32 | DType::Float64)
    }

    /// Whether its elements are complex numbers.
    pub fn is_complex(self) -> bool {
        matches!(self, DType::Complex64 | DType::Complex128)
    }

    /// The dtype of that name.
    pub fn from_name(name: &str) -> Option<DType> {
        DType::ALL.into_iter().find(|dtype| dtype.name() == name)
    }
}

impl ArrayType {
    /// An array type of known rank.
    pub fn new(dtype: DType, dims: impl IntoIterator<Item = Dim>) -> Self {
        Self { dtype, dims: Some(dims.into_iter().collect()) }
    }

    /// An array type of unknown rank.
    pub fn of_any_rank(dtype: DType) -> Self {
        Self { dtype, dims: None }
    }

    /// The number of axes, where known.
    pub fn rank(&self) -> Option<usize> {
        self.dims.as_ref().map(|dims| dims.len())
    }
}
