//! Values of module globals, as capture found them.

use std::path::PathBuf;
use std::sync::Arc;

use hotforge_analyzer::ir::Constant;
use hotforge_analyzer::types::{DType, EstimatorType};

/// A class of the project, as Python knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedClass {
    /// The file that defines it.
    pub file: PathBuf,
    /// Its qualified name.
    pub name: String,
}

impl CapturedClass {
    /// Its name without those of the classes around it.
    pub fn short(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or(&self.name)
    }
}

/// The value of a captured global: what is frozen into the library.
#[derive(Debug, Clone, PartialEq)]
pub enum CapturedValue {
    /// A plain constant.
    Constant(Constant),
    /// A list.
    List(Vec<CapturedValue>),
    /// A tuple.
    Tuple(Vec<CapturedValue>),
    /// A set, in Python's iteration order.
    Set(Vec<CapturedValue>),
    /// A frozenset, in Python's iteration order.
    FrozenSet(Vec<CapturedValue>),
    /// A dict, in insertion order.
    Dict(Vec<(CapturedValue, CapturedValue)>),
    /// A numpy array or scalar (no axes), its elements in C order and little-endian.
    Array {
        /// The type of the elements.
        dtype: DType,
        /// The length of each axis.
        shape: Vec<usize>,
        /// The elements.
        data: Arc<[u8]>,
    },
    /// A dtype: `DTYPE = np.float32`.
    DType(DType),
    /// A tensor of torch, its elements in C order and little-endian.
    Tensor {
        /// The type of the elements.
        dtype: DType,
        /// The length of each axis.
        shape: Vec<usize>,
        /// The elements.
        data: Arc<[u8]>,
    },
    /// A dtype of torch.
    TensorDType(DType),
    /// A member of an enum.
    Enum {
        /// Its class.
        class: CapturedClass,
        /// Its name.
        member: String,
    },
    /// Flags of a class of the project.
    Flag {
        /// Their class.
        class: CapturedClass,
        /// Their bits.
        bits: i64,
    },
    /// An object of a class of the project.
    Object {
        /// Its class.
        class: CapturedClass,
        /// The attributes of the object itself.
        fields: Vec<(String, CapturedValue)>,
        /// The values that its class gives to all objects.
        shared: Vec<(String, CapturedValue)>,
    },
    /// An object of a class of the catalog that is made of what a file says: a tokenizer, a font.
    Loaded {
        /// The dotted name of its class.
        class: Arc<str>,
        /// What it is made of, as the runtime's class reads it.
        file: PathBuf,
    },
    /// A compiled `re.Pattern` of text.
    Pattern {
        /// The pattern.
        text: Arc<str>,
        /// Its flags.
        flags: i64,
    },
    /// A value of the standard library that never changes: a path, a date.
    Made {
        /// The dotted name of its class.
        class: Arc<str>,
        /// What it is made of.
        items: Vec<CapturedValue>,
    },
    /// An `onnxruntime.InferenceSession`, or a model of scikit-learn that was made into one.
    Session {
        /// The file that holds the model.
        file: PathBuf,
        /// Of scikit-learn: how it takes what it is given.
        estimator: Option<EstimatorType>,
    },
    /// A `PIL.Image.Image`.
    Image {
        /// Pillow's name of what the pixels are.
        mode: String,
        /// The number of columns.
        width: usize,
        /// The number of rows.
        height: usize,
        /// The pixels, row by row.
        pixels: Arc<[u8]>,
        /// Of mode `P` the colours: red, green, blue and alpha of each place.
        palette: Option<Arc<[u8]>>,
    },
}

/// The classes of [`CapturedValue::Loaded`], each with how the names of their files end.
const LOADED: [(&str, &str); 3] = [
    ("tokenizers.Tokenizer", "json"),
    ("transformers.PreTrainedTokenizerFast", "json"),
    ("PIL.ImageFont.FreeTypeFont", "glyphs"),
];

/// How the names of the files end that objects of a class are loaded from; `None` for classes whose objects are not.
pub fn loaded_extension(class: &str) -> Option<&'static str> {
    LOADED.iter().find(|(known, _)| *known == class).map(|(_, extension)| *extension)
}

impl CapturedValue {
    /// How many bytes the library takes to hold it: of what is loaded, those of its file.
    pub fn bytes(&self) -> u64 {
        let all = |values: &[Self]| values.iter().map(Self::bytes).sum();
        match self {
            Self::Constant(constant) => bytes_of_constant(constant),
            Self::List(items) | Self::Tuple(items) | Self::Set(items) | Self::FrozenSet(items) => all(items),
            Self::Dict(items) => items.iter().map(|(key, value)| key.bytes() + value.bytes()).sum(),
            Self::Array { data, .. } | Self::Tensor { data, .. } => data.len() as u64,
            Self::DType(_) | Self::TensorDType(_) | Self::Enum { .. } | Self::Flag { .. } => 8,
            Self::Object { fields, .. } => fields.iter().map(|(_, value)| value.bytes()).sum(),
            Self::Pattern { text, .. } => text.len() as u64,
            Self::Made { items, .. } => all(items),
            Self::Image { pixels, .. } => pixels.len() as u64,
            Self::Loaded { file, .. } | Self::Session { file, .. } => {
                std::fs::metadata(file).map_or(0, |file| file.len())
            }
        }
    }
}

fn bytes_of_constant(constant: &Constant) -> u64 {
    match constant {
        Constant::Str(text) => text.len() as u64,
        Constant::Bytes(bytes) => bytes.len() as u64,
        Constant::Tuple(items) => items.iter().map(bytes_of_constant).sum(),
        Constant::None | Constant::Bool(_) | Constant::Int(_) | Constant::Float(_) => 8,
    }
}
