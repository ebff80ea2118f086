//! `torch.nn.functional`: what networks are made of, and what is done with their outputs.

mod activations;
mod images;
mod losses;
mod padding;
mod sampling;

pub use activations::*;
pub use images::*;
pub use losses::*;
pub use padding::*;
pub use sampling::*;
