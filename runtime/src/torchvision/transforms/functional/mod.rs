//! `torchvision.transforms.functional`: images to tensors and back, and both cut, turned and resized. Images are those of
//! Pillow; tensors have channels, rows and columns as their last axes.

mod convert;
mod images;
mod size;
pub mod tensors;

pub use convert::*;
pub use images::*;
pub(super) use size::resized;
