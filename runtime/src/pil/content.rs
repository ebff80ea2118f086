//! What an image is: its pixels, and what is known of them.

use std::fmt;
use std::sync::Arc;

use super::decode;
use crate::exception::{Exception, Fallible, Raised, value_error};
use crate::object::{Identity, Object};
use crate::shared::Shared;

/// What the pixels of an image are. The premultiplied ones come up inside of operations only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// `"1"`: a byte, 0 or 255.
    Bilevel,
    /// `"L"`
    Luma,
    /// `"LA"`
    LumaAlpha,
    /// `"La"`: as `LA`, the grey multiplied by the alpha.
    LumaPremultiplied,
    /// `"P"`
    Palette,
    /// `"RGB"`
    Rgb,
    /// `"RGBA"`
    Rgba,
    /// `"RGBa"`: as `RGBA`, the colours multiplied by the alpha.
    RgbPremultiplied,
    /// `"I"`: `i32`.
    Int,
    /// `"F"`: `f32`.
    Float,
    /// `"CMYK"`: an image of this mode is converted, nothing else.
    Cmyk,
    /// `"I;16"`: `u16`, in the machine's order. As `CMYK`.
    Short,
}

impl Mode {
    const NAMED: [(Mode, &'static str); 10] = [
        (Mode::Bilevel, "1"),
        (Mode::Luma, "L"),
        (Mode::LumaAlpha, "LA"),
        (Mode::Palette, "P"),
        (Mode::Rgb, "RGB"),
        (Mode::Rgba, "RGBA"),
        (Mode::Int, "I"),
        (Mode::Float, "F"),
        (Mode::Cmyk, "CMYK"),
        (Mode::Short, "I;16"),
    ];

    /// The mode of that name.
    ///
    /// # Errors
    /// `ValueError` where there is none.
    pub fn of(name: &str) -> Fallible<Self> {
        let found = Self::NAMED.iter().find(|(_, known)| *known == name);
        found.map(|(mode, _)| *mode).ok_or_else(|| value_error("unrecognized image mode"))
    }

    /// Pillow's name.
    pub fn name(self) -> &'static str {
        match self {
            Mode::LumaPremultiplied => "La",
            Mode::RgbPremultiplied => "RGBa",
            _ => Self::NAMED.iter().find(|(mode, _)| *mode == self).map_or("", |(_, name)| name),
        }
    }

    /// How many numbers a pixel has.
    pub fn bands(self) -> usize {
        match self {
            Mode::Bilevel | Mode::Luma | Mode::Palette | Mode::Int | Mode::Float | Mode::Short => 1,
            Mode::LumaAlpha | Mode::LumaPremultiplied => 2,
            Mode::Rgb => 3,
            Mode::Rgba | Mode::RgbPremultiplied | Mode::Cmyk => 4,
        }
    }

    /// How many bytes a pixel has.
    pub fn size(self) -> usize {
        match self {
            Mode::Int | Mode::Float => 4,
            Mode::Short => 2,
            _ => self.bands(),
        }
    }

    /// The names of the bands.
    pub fn band_names(self) -> &'static [&'static str] {
        match self {
            Mode::Bilevel => &["1"],
            Mode::Luma => &["L"],
            Mode::LumaAlpha => &["L", "A"],
            Mode::LumaPremultiplied => &["L", "a"],
            Mode::Palette => &["P"],
            Mode::Rgb => &["R", "G", "B"],
            Mode::Rgba => &["R", "G", "B", "A"],
            Mode::RgbPremultiplied => &["R", "G", "B", "a"],
            Mode::Int => &["I"],
            Mode::Float => &["F"],
            Mode::Cmyk => &["C", "M", "Y", "K"],
            Mode::Short => &["I"],
        }
    }

    /// Whether more is done with images of the mode than to convert them.
    fn is_handled(self) -> Fallible<()> {
        let into = match self {
            Mode::Cmyk => "RGB",
            Mode::Short => "I",
            _ => return Ok(()),
        };
        let name = self.name();
        Err(value_error(format!("compiled code only converts images of mode {name}: image.convert(\"{into}\")")))
    }

    /// The mode with the colours multiplied by the alpha, for one that has alpha.
    pub fn premultiplied(self) -> Option<Mode> {
        match self {
            Mode::LumaAlpha => Some(Mode::LumaPremultiplied),
            Mode::Rgba => Some(Mode::RgbPremultiplied),
            _ => None,
        }
    }
}

/// Pixels, row by row, without gaps.
#[derive(Debug, Clone)]
pub struct Raster {
    /// What they are.
    pub mode: Mode,
    /// The number of columns.
    pub width: usize,
    /// The number of rows.
    pub height: usize,
    /// `width * height * mode.size()` bytes; numbers of 32 bits in the machine's order.
    pub pixels: Vec<u8>,
    /// The colours of `P`: red, green, blue and alpha, 256 of them.
    pub palette: Option<Arc<[[u8; 4]]>>,
}

impl Raster {
    /// An image of zeros.
    ///
    /// # Errors
    /// `MemoryError` where it is larger than memory.
    pub fn zeros(mode: Mode, width: usize, height: usize) -> Fallible<Self> {
        let size = width.checked_mul(height).and_then(|pixels| pixels.checked_mul(mode.size()));
        let size = size.filter(|&size| size <= isize::MAX as usize / 4);
        let mut pixels = Vec::new();
        let size = size.filter(|&size| pixels.try_reserve_exact(size).is_ok());
        pixels.resize(size.ok_or_else(|| crate::exception::memory_error(""))?, 0);
        let palette = (mode == Mode::Palette).then(black_palette);
        Ok(Self { mode, width, height, pixels, palette })
    }

    /// An image of the pixels.
    pub fn of(mode: Mode, width: usize, height: usize, pixels: Vec<u8>) -> Self {
        debug_assert_eq!(pixels.len(), width * height * mode.size());
        let palette = (mode == Mode::Palette).then(black_palette);
        Self { mode, width, height, pixels, palette }
    }

    /// The pixels of a row.
    pub fn row(&self, y: usize) -> &[u8] {
        let length = self.width * self.mode.size();
        &self.pixels[y * length..(y + 1) * length]
    }

    /// The bytes of a pixel.
    pub fn pixel(&self, x: usize, y: usize) -> &[u8] {
        let size = self.mode.size();
        let start = (y * self.width + x) * size;
        &self.pixels[start..start + size]
    }

    /// The bytes of a pixel, to write.
    pub fn pixel_mut(&mut self, x: usize, y: usize) -> &mut [u8] {
        let size = self.mode.size();
        let start = (y * self.width + x) * size;
        &mut self.pixels[start..start + size]
    }
}

/// The palette of a new image.
fn black_palette() -> Arc<[[u8; 4]]> {
    [[0, 0, 0, 255]; 256].into()
}

/// The palette of an image that was grey.
pub fn grey_palette() -> Arc<[[u8; 4]]> {
    (0..=255).map(|grey| [grey, grey, grey, 255]).collect()
}

/// Which pixels of an image without an alpha band are transparent, as a PNG says it.
#[derive(Debug, Clone, PartialEq)]
pub enum Transparency {
    /// Those of this grey, or this place in the palette.
    Value(u8),
    /// Those of this colour.
    Color([u8; 3]),
    /// As each place in the palette says.
    Alphas(Vec<u8>),
}

/// What a file says of an image beside its pixels; copies and results of operations keep it.
#[derive(Debug, Clone, Default)]
pub struct Info {
    /// How the camera was held: EXIF's number, 1 to 8; 0 where it is not told.
    pub orientation: u8,
    /// Which pixels are transparent.
    pub transparency: Option<Transparency>,
}

/// The class and the message of an exception.
pub type Problem = (&'static str, String);

#[derive(Debug, Clone)]
struct Content {
    raster: Raster,
    info: Info,
    /// The format of the file that it was opened from.
    format: Option<&'static str>,
    /// Why the pixels could not be decoded: Pillow says so when they are needed, not when the file is opened.
    broken: Option<Problem>,
    /// The file of a JPEG, until its pixels are needed: Pillow does not decode it before, either.
    file: Option<Vec<u8>>,
}

/// `PIL.Image.Image`: a clone is another name for the same image.
#[derive(Clone)]
pub struct Image {
    content: Shared<Content>,
}

impl Image {
    /// A new image.
    pub fn new(raster: Raster) -> Self {
        Self::with_info(raster, Info::default())
    }

    /// A new image with what is known beside its pixels.
    pub fn with_info(raster: Raster, info: Info) -> Self {
        Self { content: Shared::new(Content { raster, info, format: None, broken: None, file: None }) }
    }

    /// An image from a file.
    pub fn opened(raster: Raster, info: Info, format: &'static str, broken: Option<Problem>) -> Self {
        Self { content: Shared::new(Content { raster, info, format: Some(format), broken, file: None }) }
    }

    /// An image of a JPEG that is decoded when its pixels are needed.
    pub fn of_jpeg(mode: Mode, (width, height): (usize, usize), info: Info, file: &[u8]) -> Self {
        let raster = Raster { mode, width, height, pixels: Vec::new(), palette: None };
        let file = Some(file.to_vec());
        Self { content: Shared::new(Content { raster, info, format: Some("JPEG"), broken: None, file }) }
    }

    /// The file of a JPEG that was not decoded yet: whoever takes it gives the image its pixels ([`Self::set`]).
    ///
    /// # Errors
    /// None.
    pub fn take_file(&self) -> Fallible<Option<Vec<u8>>> {
        if self.content.read(|content| content.file.is_none()) {
            return Ok(None);
        }
        self.content.write(|content| content.file.take())
    }

    /// Gives the image its pixels, or tells why there are none.
    ///
    /// # Errors
    /// None.
    pub fn set(&self, (raster, broken): (Raster, Option<Problem>)) -> Fallible<()> {
        self.content.write(|content| (content.raster, content.broken) = (raster, broken))
    }

    /// Decodes the pixels where they were not needed yet.
    fn load(&self) -> Fallible<()> {
        let Some(file) = self.take_file()? else { return Ok(()) };
        match decode::jpeg_pixels(&file, 1, self.mode(), self.dimensions()) {
            Ok(pixels) => self.set(pixels),
            Err(raised) => {
                self.content.write(|content| content.file = Some(file))?;
                Err(raised)
            }
        }
    }

    /// An image that is captured, from its pixels.
    pub fn from_bytes(mode: &str, width: usize, height: usize, pixels: &[u8], palette: &[u8]) -> Fallible<Self> {
        let mut raster = Raster::of(Mode::of(mode)?, width, height, pixels.to_vec());
        if !palette.is_empty() {
            raster.palette = Some(palette.as_chunks::<4>().0.into());
        }
        Ok(Self::new(raster))
    }

    /// An image that is part of the library.
    ///
    /// # Panics
    /// Where capture has told its pixels wrongly.
    pub fn captured(mode: &str, width: usize, height: usize, pixels: &[u8], palette: &[u8]) -> Self {
        Self::from_bytes(mode, width, height, pixels, palette).expect("the image was captured as it is")
    }

    /// Its mode.
    pub fn mode(&self) -> Mode {
        self.content.read(|content| content.raster.mode)
    }

    /// Width and height.
    pub fn dimensions(&self) -> (usize, usize) {
        self.content.read(|content| (content.raster.width, content.raster.height))
    }

    /// The format of the file that it was opened from.
    pub fn format(&self) -> Option<&'static str> {
        self.content.read(|content| content.format)
    }

    /// What is known beside the pixels.
    pub fn info(&self) -> Info {
        self.content.read(|content| content.info.clone())
    }

    /// Does something with the pixels.
    ///
    /// # Errors
    /// Where they could not be decoded; `ValueError` for a mode that is converted, nothing else.
    pub fn with<R>(&self, with: impl FnOnce(&Raster) -> Fallible<R>) -> Fallible<R> {
        self.with_any(|raster| raster.mode.is_handled().and_then(|()| with(raster)))
    }

    /// As [`Self::with`], in whatever mode.
    ///
    /// # Errors
    /// Where they could not be decoded.
    pub fn with_any<R>(&self, with: impl FnOnce(&Raster) -> Fallible<R>) -> Fallible<R> {
        self.load()?;
        self.content.read(|content| match &content.broken {
            Some((class, message)) => Err(Exception::new(class, message.clone())),
            None => with(&content.raster),
        })
    }

    /// Changes the pixels.
    ///
    /// # Errors
    /// As [`Self::with`]; `RuntimeError` for a captured image.
    pub fn change<R>(&self, change: impl FnOnce(&mut Raster) -> Fallible<R>) -> Fallible<R> {
        self.load()?;
        self.content.write(|content| match &content.broken {
            Some((class, message)) => Err(Exception::new(class, message.clone())),
            None => content.raster.mode.is_handled().and_then(|()| change(&mut content.raster)),
        })?
    }

    /// `image.close()`: whoever needs the pixels is told.
    ///
    /// # Errors
    /// None.
    pub fn close(&self) -> Fallible<()> {
        self.content.write(|content| {
            content.file = None;
            content.broken = Some(("ValueError", "Operation on closed image".to_owned()));
        })
    }

    /// A new image that is made of this one, and knows what this one knows.
    ///
    /// # Errors
    /// What `make` raises, and where the pixels could not be decoded.
    pub fn derive(&self, make: impl FnOnce(&Raster) -> Fallible<Raster>) -> Fallible<Image> {
        let raster = self.with(make)?;
        Ok(Self::with_info(raster, self.info()))
    }

    /// As [`Self::derive`], in whatever mode.
    ///
    /// # Errors
    /// What `make` raises, and where the pixels could not be decoded.
    pub fn derive_any(&self, make: impl FnOnce(&Raster) -> Fallible<Raster>) -> Fallible<Image> {
        let raster = self.with_any(make)?;
        Ok(Self::with_info(raster, self.info()))
    }
}

/// The number of a size or of a colour that is too large.
pub fn dimension(length: i64) -> Fallible<usize> {
    usize::try_from(length).ok().filter(|&length| length <= i32::MAX as usize).ok_or_else(too_large)
}

#[cold]
fn too_large() -> Raised {
    crate::exception::overflow_error("signed integer is greater than maximum")
}

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, height) = self.dimensions();
        write!(f, "Image({}, {width}x{height})", self.mode().name())
    }
}

impl Identity for Image {
    fn same(&self, other: &Self) -> bool {
        self.content.same(&other.content)
    }
}

impl Object for Image {
    fn type_name(&self) -> &'static str {
        "Image"
    }

    fn freeze(&self) {
        // Nothing is changed any more: where there is no room for the pixels, whoever needs them is told.
        let _ = self.load();
        self.content.freeze();
    }

    fn repr(&self, out: &mut String) {
        // Pillow shows an address, which no two runs have in common.
        let (width, height) = self.dimensions();
        out.push_str(&format!("<PIL.Image.Image image mode={} size={width}x{height}>", self.mode().name()));
    }

    fn deepcopy(&self, _memo: &mut crate::copy::Memo) -> Fallible<Self> {
        self.derive(|raster| Ok(raster.clone()))
    }
}
