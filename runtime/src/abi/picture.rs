//! Images at the boundary.

use std::fmt;
use std::sync::Arc;

use crate::abi::{FromValue, Mismatch, ToValue, Value};
use crate::exception::{Exception, Fallible, type_error, value_error};
use crate::pil::{Image, Mode, with_alphas};

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
    /// Why the pixels of the file could not be decoded: the message of an `OSError`.
    broken: Option<Arc<str>>,
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
        if size != Some(pixels.len()) || !palette.len().is_multiple_of(4) || palette.len() > 1024 {
            return Err(value_error(format!("the pixels do not fill an image of {width} by {height}")));
        }
        Ok(Self { mode, width, height, pixels, palette, broken: None })
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
    ///
    /// # Errors
    /// Where those of the file could not be decoded.
    pub fn pixels(&self) -> Fallible<&[u8]> {
        match &self.broken {
            Some(message) => Err(Exception::new("OSError", &**message)),
            None => Ok(&self.pixels),
        }
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
        let (mode, (width, height), transparency) = (self.mode(), self.dimensions(), self.info().transparency);
        let parts = self.with(|raster| {
            let palette = raster.palette.as_deref().map(|palette| match &transparency {
                Some(transparency) => with_alphas(palette, transparency),
                None => palette.to_vec(),
            });
            Ok((raster.pixels.as_slice().into(), palette.unwrap_or_default().as_flattened().into()))
        });
        let ((pixels, palette), broken) = match parts {
            Ok(parts) => (parts, None),
            Err(raised) => ((Arc::default(), Arc::default()), Some(raised.message.as_str().into())),
        };
        Value::Image(Picture { mode, width, height, pixels, palette, broken })
    }
}
