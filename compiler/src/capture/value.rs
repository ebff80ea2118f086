//! Values of module globals, as capture found them.

use std::path::PathBuf;
use std::sync::Arc;

use hotforge_analyzer::ir::Constant;
use hotforge_analyzer::types::DType;

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
    /// A member of an enum.
    Enum {
        /// The qualified name of its class.
        class: String,
        /// Its name.
        member: String,
    },
    /// A `tokenizers.Tokenizer`, as `Tokenizer.to_str()` gives it: its own JSON, padding and truncation included.
    Tokenizer {
        /// The file that holds the JSON.
        file: PathBuf,
    },
    /// A compiled `re.Pattern` of text.
    Pattern {
        /// The pattern.
        text: Arc<str>,
        /// Its flags.
        flags: i64,
    },
    /// An `onnxruntime.InferenceSession`.
    Session {
        /// The file that holds the model.
        file: PathBuf,
    },
}
