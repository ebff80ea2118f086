//! The module `onnxruntime`: runs ONNX models with the ONNX Runtime library, which is found at run time.

mod library;
mod session;
mod tensor;

pub use library::load;
pub use session::{InferenceSession, Outputs, run, run_dict};
pub use tensor::{Tensor, output, tensor};
