//! Images at the boundary.

use std::fmt;
use std::sync::Arc;

use crate::abi::{FromValue, Mismatch, ToValue, Value};
use crate::exception::{Fallible, type_error, value_error};
use crate::pil::{Image, Mode};

/// The pixels of an image, shared: a clone refers to the same memory.
#[derive(Clone)]
pub struct Picture {
    mode: Mode,
    width: usize,
    height: usize,
    /// Row by row, without gaps; of mode `1` a byte each.
    pixels: Arc<[u8]>,
    /// The colours of mode `P`: red, green, blue and alpha of each place.
    palette: Arc<[u8]>,
}

impl Picture {
    /// An image of these pixels.
    ///
    /// # Errors
    /// `TypeError` for an unknown mode; `ValueError` where there are more or fewer bytes than the size says.
    pub fn new(mode: &str, width: usize, height: usize, pixels: Arc<[u8]>, palette: Arc<[u8]>) -> Fallible<Self> {
        let mode = Mode::of(mode)
            .map_err(|_| type_error(format!("an image of mode {mode} cannot be passed to compiled code")))?;
        let size = width.checked_mul(height).and_then(|count| count.checked_mul(mode.size()));
        if size != Some(pixels.len()) || palette.len() % 4 != 0 || palette.len() > 1024 {
            return Err(value_error(format!("the pixels do not fill an image of {width} by {height}")));
        }
        Ok(Self { mode, width, height, pixels, palette })
    }

    /// Pillow's name of the mode.
    pub fn mode(&self) -> &'static str {
        self.mode.name()
    }

    /// Width and height.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// The pixels.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The colours of mode `P`.
    pub fn palette(&self) -> &[u8] {
        &self.palette
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}, {}x{})", self.mode(), self.width, self.height)
    }
}

/// An image is copied, so that what the predictor changes is its own.
impl FromValue for Image {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Image(picture) => {
                let (width, height) = picture.size();
                Image::from_bytes(picture.mode(), width, height, &picture.pixels, &picture.palette)
                    .map_err(|_| Mismatch::of(value))
            }
            other => Err(Mismatch::of(other)),
        }
    }
}

impl ToValue for Image {
    fn to_value(self) -> Value {
        // Of an image whose file is broken, black pixels go out: decoding it raised where Pillow's would.
        let (mode, (width, height)) = (self.mode(), self.dimensions());
        let parts = self.with(|raster| {
            let palette = raster.palette.as_deref().unwrap_or_default().as_flattened().into();
            Ok((raster.pixels.as_slice().into(), palette))
        });
        let (pixels, palette) =
            parts.unwrap_or_else(|_| (vec![0; width * height * mode.size()].into(), Vec::new().into()));
        Value::Image(Picture { mode, width, height, pixels, palette })
    }
}
