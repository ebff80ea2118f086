//! Images of Pillow: what is known of their pixels.

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

use super::DType;

/// What the pixels of an image are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ImageMode {
    /// `"1"`: black or white.
    Bilevel,
    /// `"L"`: grey, of 8 bits.
    Luma,
    /// `"LA"`: grey and how opaque it is.
    LumaAlpha,
    /// `"P"`: places in a palette.
    Palette,
    /// `"RGB"`
    Rgb,
    /// `"RGBA"`
    Rgba,
    /// `"I"`: numbers of 32 bits.
    Int,
    /// `"F"`: floats of 32 bits.
    Float,
}

impl ImageMode {
    /// All modes.
    pub const ALL: [ImageMode; 8] = [
        ImageMode::Bilevel,
        ImageMode::Luma,
        ImageMode::LumaAlpha,
        ImageMode::Palette,
        ImageMode::Rgb,
        ImageMode::Rgba,
        ImageMode::Int,
        ImageMode::Float,
    ];

    /// The mode of Pillow's name for it.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// Pillow's name.
    pub fn name(self) -> &'static str {
        match self {
            ImageMode::Bilevel => "1",
            ImageMode::Luma => "L",
            ImageMode::LumaAlpha => "LA",
            ImageMode::Palette => "P",
            ImageMode::Rgb => "RGB",
            ImageMode::Rgba => "RGBA",
            ImageMode::Int => "I",
            ImageMode::Float => "F",
        }
    }

    /// How many numbers a pixel has.
    pub fn bands(self) -> u64 {
        match self {
            ImageMode::Bilevel | ImageMode::Luma | ImageMode::Palette | ImageMode::Int | ImageMode::Float => 1,
            ImageMode::LumaAlpha => 2,
            ImageMode::Rgb => 3,
            ImageMode::Rgba => 4,
        }
    }

    /// The dtype of the array that numpy makes of such an image.
    pub fn dtype(self) -> DType {
        match self {
            ImageMode::Bilevel => DType::Bool,
            ImageMode::Int => DType::Int32,
            ImageMode::Float => DType::Float32,
            _ => DType::UInt8,
        }
    }
}

impl Display for ImageMode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
