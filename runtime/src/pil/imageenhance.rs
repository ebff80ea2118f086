//! The module `PIL.ImageEnhance`: between an image and one that has lost what is to be enhanced.

use super::content::{Image, Mode, Raster};
use super::convert::raster_in;
use super::{imagefilter, paste};
use crate::exception::Fallible;
use crate::object::{Identity, Object};

/// `ImageEnhance.Color` and the like.
#[derive(Debug, Clone)]
pub struct Enhancer {
    image: Image,
    degenerate: Raster,
}

impl Enhancer {
    /// The image that has lost it keeps the alpha.
    fn new(image: &Image, lose: impl FnOnce(&Raster) -> Fallible<Raster>) -> Fallible<Self> {
        let degenerate = image.with(|raster| {
            let mut lost = lose(raster)?;
            if matches!(raster.mode, Mode::LumaAlpha | Mode::Rgba) {
                let size = raster.mode.size();
                let pixels = lost.pixels.chunks_exact_mut(size).zip(raster.pixels.chunks_exact(size));
                pixels.for_each(|(lost, own)| lost[size - 1] = own[size - 1]);
            }
            Ok(lost)
        })?;
        Ok(Self { image: image.clone(), degenerate })
    }
}

/// `ImageEnhance.Color(image)`.
///
/// # Errors
/// `ValueError` for a mode that has no grey.
pub fn color(image: &Image) -> Fallible<Enhancer> {
    Enhancer::new(image, |raster| {
        let grey = if matches!(raster.mode, Mode::LumaAlpha | Mode::Rgba) { Mode::LumaAlpha } else { Mode::Luma };
        raster_in(&raster_in(raster, grey)?, raster.mode)
    })
}

/// `ImageEnhance.Contrast(image)`.
///
/// # Errors
/// As [`color`].
pub fn contrast(image: &Image) -> Fallible<Enhancer> {
    Enhancer::new(image, |raster| {
        let grey = raster_in(raster, Mode::Luma)?;
        let sum: u64 = grey.pixels.iter().map(|&pixel| u64::from(pixel)).sum();
        let count = grey.pixels.len();
        let mean = if count == 0 { 0.0 } else { sum as f64 / count as f64 };
        let flat = Raster::of(Mode::Luma, grey.width, grey.height, vec![(mean + 0.5) as u8; count]);
        raster_in(&flat, raster.mode)
    })
}

/// `ImageEnhance.Brightness(image)`.
///
/// # Errors
/// `MemoryError` where there is no room for another image.
pub fn brightness(image: &Image) -> Fallible<Enhancer> {
    Enhancer::new(image, |raster| Raster::zeros(raster.mode, raster.width, raster.height))
}

/// `ImageEnhance.Sharpness(image)`.
///
/// # Errors
/// `ValueError` for a mode that no filter takes.
pub fn sharpness(image: &Image) -> Fallible<Enhancer> {
    let smooth = imagefilter::apply(image, &imagefilter::smooth())?;
    Enhancer::new(image, |_| smooth.with(|raster| Ok(raster.clone())))
}

/// Methods of the enhancers.
pub mod enhancer {
    use super::{Enhancer, Fallible, Image, paste};

    /// `enhancer.enhance(factor)`: 1 gives the image, 0 the one that has lost it, more enhances.
    ///
    /// # Errors
    /// `ValueError` for a mode whose pixels are no bytes.
    pub fn enhance(enhancer: &Enhancer, factor: f64) -> Fallible<Image> {
        let blended = enhancer.image.with(|raster| paste::blend(&enhancer.degenerate, raster, factor))?;
        Ok(Image::new(blended))
    }
}

impl Object for Enhancer {
    fn type_name(&self) -> &'static str {
        "Enhancer"
    }

    fn freeze(&self) {
        self.image.freeze();
    }

    fn repr(&self, out: &mut String) {
        out.push_str("<PIL.ImageEnhance object>");
    }
}

impl Identity for Enhancer {
    fn same(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
