//! `torchvision.transforms`. Its classes are known at compile time only: their calls are calls of these functions.

pub mod functional;
pub mod v2;
