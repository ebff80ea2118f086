//! The module `onnxruntime`: runs ONNX models with the ONNX Runtime library, which is found at run time.

mod library;
pub mod node_arg;
mod samples;
mod session;
mod tensor;
mod threads;

pub use library::load;
pub use node_arg::NodeArg;
pub use samples::samples;
pub use session::inference_session;
pub use session::{InferenceSession, Outputs, run, run_dict};
pub use tensor::{Feed, Tensor, output, output_texts, tensor};
