//! The module `PIL`: images, with the pixels that Pillow 13 gives.
//!
//! An image's pixels are kept without padding, a number of bytes for each band. What Pillow computes in integers is
//! computed in the same integers here; encoded files are read and written by the libraries that Pillow uses, or by the crate `image`.

pub mod access;
mod array;
mod bmp;
mod color;
mod content;
mod convert;
mod decode;
mod encode;
mod geometry;
pub mod image;
pub mod imagechops;
pub mod imagedraw;
pub mod imageenhance;
pub mod imagefilter;
pub mod imagefont;
pub mod imageops;
pub mod imagestat;
#[cfg_attr(target_arch = "wasm32", path = "jpeg/page.rs")]
mod jpeg;
pub mod listing;
pub mod methods;
mod octree;
mod palette;
mod paste;
mod png;
mod point;
mod quantize;
mod resample;
#[cfg_attr(target_arch = "wasm32", path = "webp/page.rs")]
mod webp;

pub use array::{
    array, array_as, array_bool, array_float, array_int, asarray, asarray_as, asarray_bool, asarray_float, asarray_int,
};
pub use color::{Color, Ink};
pub use content::{Image, Mode, Raster};
pub(crate) use convert::{convert, with_alphas};
pub use decode::decode;
pub(crate) use encode::{Options as EncodeOptions, encode};
