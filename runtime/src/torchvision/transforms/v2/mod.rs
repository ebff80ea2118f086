//! `torchvision.transforms.v2`. Its classes are known at compile time only: their calls are calls of these functions.

pub mod functional;
