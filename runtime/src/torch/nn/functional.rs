//! `torch.nn.functional`: what networks are made of, and what is done with their outputs.

mod activations;
mod convolution;
mod images;
mod losses;
mod norms;
mod padding;
mod sampling;

pub use activations::*;
pub use convolution::*;
pub use images::*;
pub use losses::*;
pub use norms::*;
pub use padding::*;
pub use sampling::*;
