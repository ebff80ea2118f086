//! The module `numpy`: arrays, their scalars and dtypes, and the functions on them.

mod arithmetic;
mod array;
mod assign;
mod dtype;
mod element;
mod index;
mod like;
mod operand;
mod promote;
mod reduce;
mod scalar;
mod shape;
mod ufunc;
mod walk;

pub use arithmetic::{Bits, Number, Real, Ring};
pub use array::{Array, Lengths, Strides};
pub use dtype::DType;
pub use element::{Cast, Element, ElementType, Kind};
pub use index::{Component, Index, index};
pub use like::{ArrayLike, Arrays};
pub use operand::{Form, Joined, Joint, Meets, Operand, Same};
pub use promote::{Inexact, Promote, Quotient, Summed, WeakFloat, WeakInt};
pub use reduce::*;
pub use scalar::Scalar;
pub use shape::{Axes, Length, Shape};
pub use ufunc::*;
