//! `torchvision.ops`: boxes, mostly rows of `x1, y1, x2, y2`.

mod boxes;
mod regions;
mod suppression;

pub use boxes::*;
pub use regions::*;
pub use suppression::*;
