//! The module `numpy`: arrays, their scalars and dtypes, and the functions on them.

mod array;
mod dtype;
mod element;
mod index;
mod scalar;
mod walk;

pub use array::{Array, Lengths, Strides};
pub use dtype::DType;
pub use element::{Cast, Element, ElementType, Kind};
pub use index::Index;
pub use scalar::Scalar;
