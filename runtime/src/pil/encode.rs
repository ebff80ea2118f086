//! Images to encoded files.

use ::image::codecs::png::{CompressionType, FilterType, PngEncoder};
use ::image::{ExtendedColorType, ImageEncoder, ImageError};

use super::content::{Image, Mode, Raster, Transparency};
use super::convert;
use super::{bmp, jpeg, png, webp};
use crate::exception::{Exception, Fallible, Raised, key_error, value_error};

/// How an image is encoded.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Of JPEG and WebP, up to 100; a default where there is none.
    pub quality: Option<i64>,
    /// Of PNG, 0 to 9.
    pub compression: i64,
    /// Of WebP.
    pub lossless: bool,
    /// Of WebP, 0 to 6: how long it may take.
    pub method: i64,
    /// Of WebP: whether the colours of what is transparent are kept.
    pub exact: bool,
    /// Of WebP, 0 to 100.
    pub alpha_quality: i64,
    /// Of JPEG: whether the codes are made for the image.
    pub optimize: bool,
    /// Of JPEG: whether the image comes in coarse to fine.
    pub progressive: bool,
    /// Of JPEG: 0 keeps all colours, 1 takes two columns together, 2 rows, too; any other is a default.
    pub subsampling: i64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            quality: None,
            compression: 6,
            lossless: false,
            method: 4,
            exact: false,
            alpha_quality: 100,
            optimize: false,
            progressive: false,
            subsampling: -1,
        }
    }
}

/// The image as a file of the format.
///
/// # Errors
/// `KeyError` for an unknown format; `OSError` for a mode that the format has not; `ValueError` for an empty image.
pub fn encode(image: &Image, format: &str, options: Options) -> Fallible<Vec<u8>> {
    match format.to_uppercase().as_str() {
        "" => Err(value_error("unknown file extension: ")),
        "PNG" => encode_png(image, options.compression),
        "JPEG" => image.with_any(|raster| encode_jpeg(raster, &options)),
        "BMP" | "DIB" => image.with(|raster| {
            refuse_empty(raster)?;
            bmp::encode(raster)
        }),
        "WEBP" => encode_webp(image, &options),
        other if KNOWN.contains(&other) => {
            Err(value_error(format!("compiled code writes PNG, JPEG, WebP and BMP, not {other}")))
        }
        other => Err(key_error(format!("'{other}'"))),
    }
}

/// Formats that Pillow writes and compiled code does not.
const KNOWN: &[&str] =
    &["GIF", "TIFF", "ICO", "ICNS", "PPM", "TGA", "PDF", "EPS", "PCX", "SGI", "IM", "MSP", "AVIF", "JPEG2000", "MPO"];

fn refuse_empty(raster: &Raster) -> Fallible<()> {
    if raster.width == 0 || raster.height == 0 {
        return Err(value_error("cannot write empty image"));
    }
    Ok(())
}

#[cold]
fn wrong_mode(mode: Mode, format: &str) -> Raised {
    Exception::new("OSError", format!("cannot write mode {} as {format}", mode.name()))
}

#[cold]
fn failed(error: ImageError) -> Raised {
    Exception::new("OSError", format!("encoder error: {error}"))
}

fn encode_png(image: &Image, compression: i64) -> Fallible<Vec<u8>> {
    let level = match compression {
        0 => CompressionType::Uncompressed,
        level @ 1..=9 => CompressionType::Level(level as u8),
        _ => CompressionType::Level(6),
    };
    let transparency = image.info().transparency;
    image.with(|raster| {
        let color = match raster.mode {
            Mode::Bilevel | Mode::Luma | Mode::Palette => ExtendedColorType::L8,
            Mode::LumaAlpha => ExtendedColorType::La8,
            Mode::Rgb => ExtendedColorType::Rgb8,
            Mode::Rgba => ExtendedColorType::Rgba8,
            other => return Err(wrong_mode(other, "PNG")),
        };
        refuse_empty(raster)?;
        let (width, height) = (raster.width as u32, raster.height as u32);
        let packed;
        let (pixels, columns) = match raster.mode {
            Mode::Bilevel => {
                packed = packed_bits(raster);
                (&packed, width.div_ceil(8))
            }
            _ => (&raster.pixels, width),
        };
        let mut file = Vec::new();
        let encoder = PngEncoder::new_with_quality(&mut file, level, FilterType::Adaptive);
        encoder.write_image(pixels, columns, height, color).map_err(failed)?;
        Ok(match raster.mode {
            Mode::Bilevel => png::reinterpreted(&file, width, height, 1, None),
            Mode::Palette => {
                let colors = raster.palette.as_deref().unwrap_or_default();
                let palette: Vec<u8> = colors.iter().flat_map(|color| [color[0], color[1], color[2]]).collect();
                let alphas = match transparency {
                    Some(Transparency::Alphas(alphas)) => alphas,
                    Some(Transparency::Value(place)) => [vec![255; usize::from(place)], vec![0]].concat(),
                    _ => Vec::new(),
                };
                png::reinterpreted(&file, width, height, 8, Some((&palette, &alphas)))
            }
            _ => file,
        })
    })
}

/// Eight pixels a byte, as files and `tobytes` have them; each row padded to whole bytes.
pub fn packed_bits(raster: &Raster) -> Vec<u8> {
    let byte = |bits: &[u8]| bits.iter().enumerate().map(|(place, bit)| u8::from(*bit != 0) << (7 - place)).sum::<u8>();
    (0..raster.height).flat_map(|y| raster.row(y).chunks(8).map(byte)).collect()
}

fn encode_jpeg(raster: &Raster, options: &Options) -> Fallible<Vec<u8>> {
    let mode = raster.mode;
    if !matches!(mode, Mode::Bilevel | Mode::Luma | Mode::Rgb | Mode::Cmyk) {
        return Err(wrong_mode(mode, "JPEG"));
    }
    refuse_empty(raster)?;
    if mode == Mode::Cmyk {
        let pixels = raster.pixels.iter().map(|ink| !ink).collect();
        return jpeg::write(&Raster::of(mode, raster.width, raster.height, pixels), options);
    }
    jpeg::write(raster, options)
}

fn encode_webp(image: &Image, options: &Options) -> Fallible<Vec<u8>> {
    let is_clear = matches!(image.mode(), Mode::Rgba | Mode::LumaAlpha) || image.info().transparency.is_some();
    let converted = convert::convert(image, if is_clear { Mode::Rgba } else { Mode::Rgb })?;
    converted.with(|raster| webp::write(raster, options))
}
