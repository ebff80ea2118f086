//! The module `torchvision`: what stands before and behind networks of images, with the results of torchvision 0.29.

pub mod ops;
pub mod transforms;
