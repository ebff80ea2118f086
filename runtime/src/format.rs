//! The format mini-language ("Format Specification Mini-Language" of the Python library reference), and `repr` of text
//! and floats.

pub(crate) mod complex;
pub(crate) mod float;
pub(crate) mod int;
mod layout;
mod spec;
pub(crate) mod text;
