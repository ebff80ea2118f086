//! Encoded files to images: PNG, JPEG, WebP and BMP, in the modes that Pillow opens them in.

use std::io::Cursor;

use ::image::codecs::png::PngDecoder;
use ::image::{ColorType, ImageDecoder};

use super::content::{Image, Info, Mode, Problem, Raster, Transparency};
use super::geometry::check_size;
use super::{bmp, jpeg, png, webp};
use crate::exception::{Exception, Fallible, Raised, value_error};

/// The image in the bytes of a file. What is wrong with the pixels alone is raised when they are needed.
///
/// # Errors
/// `UnidentifiedImageError` where the bytes are no image; `OSError` where they end within its head.
pub fn decode(data: &[u8]) -> Fallible<Image> {
    match data {
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => decode_png(data),
        [0xff, 0xd8, 0xff, ..] => decode_jpeg(data),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', b'V', b'P', b'8', b' ' | b'X' | b'L', ..] => {
            decode_webp(data)
        }
        [b'B', b'M', ..] => bmp::decode(data),
        _ => Err(unidentified()),
    }
}

/// The bytes are no image.
#[cold]
pub fn unidentified() -> Raised {
    // Pillow shows the address of the file, which no two runs have in common.
    Exception::new("PIL.UnidentifiedImageError", "cannot identify image file <_io.BytesIO object>")
}

/// The bytes end within the head of the file.
#[cold]
pub fn truncated_head() -> Raised {
    Exception::new("OSError", "Truncated File Read")
}

fn decode_png(data: &[u8]) -> Fallible<Image> {
    let head = png::Head::read(data)?;
    check_size(head.width.into(), head.height.into())?;
    let (width, height) = (head.width as usize, head.height as usize);
    let mode = match (head.color, head.depth) {
        (0, 1) => Mode::Bilevel,
        (0, 2 | 4 | 8) => Mode::Luma,
        (2, 8 | 16) => Mode::Rgb,
        (3, 1 | 2 | 4 | 8) => Mode::Palette,
        (4, 8 | 16) => Mode::LumaAlpha,
        (6, 8 | 16) => Mode::Rgba,
        (0, 16) if head.transparency.is_none() => Mode::Short,
        (0, 16) => return Err(value_error("compiled code opens no PNG of 16 bit grey of which one is transparent")),
        _ => return Err(unidentified()),
    };
    let transparency = head.transparency.as_deref().and_then(|bytes| png_transparency(mode, bytes));
    let info = Info { orientation: head.orientation, transparency };
    let mut raster = Raster::zeros(mode, width, height)?;
    if mode == Mode::Palette {
        raster.palette = Some(head.palette());
    }
    let broken = match png_pixels(&head, &mut raster) {
        true if !head.is_damaged => None,
        _ if head.is_cut && !head.is_damaged => Some(("OSError", "image file is truncated".to_owned())),
        _ => Some(("OSError", "broken data stream when reading image file".to_owned())),
    };
    Ok(Image::opened(raster, info, "PNG", broken))
}

/// Fills in the pixels; whether they are all there.
fn png_pixels(head: &png::Head, raster: &mut Raster) -> bool {
    let plain = head.plain();
    let Ok(decoder) = PngDecoder::new(Cursor::new(&plain)) else { return false };
    let color = decoder.color_type();
    let Ok(size) = usize::try_from(decoder.total_bytes()) else { return false };
    let mut bytes = vec![0; size];
    if decoder.read_image(&mut bytes).is_err() {
        return false;
    }
    let is_deep = matches!(color, ColorType::L16 | ColorType::La16 | ColorType::Rgb16 | ColorType::Rgba16);
    if is_deep && raster.mode != Mode::Short {
        // The high byte of each number, as Pillow takes it.
        bytes = bytes.chunks_exact(2).map(|pair| u16::from_ne_bytes([pair[0], pair[1]]).to_be_bytes()[0]).collect();
    }
    if head.color == 3 && head.depth < 8 {
        // The decoder has spread greys over all of a byte: places in a palette are small.
        let step = 255 / ((1 << head.depth) - 1);
        bytes.iter_mut().for_each(|value| *value /= step);
    }
    if bytes.len() != raster.pixels.len() {
        return false;
    }
    raster.pixels = bytes;
    true
}

fn png_transparency(mode: Mode, bytes: &[u8]) -> Option<Transparency> {
    let number = |place: usize| bytes.get(place * 2..place * 2 + 2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    match mode {
        Mode::Palette => {
            let first = bytes.iter().position(|&alpha| alpha == 0);
            let others = |place: usize| bytes.iter().enumerate().all(|(at, &alpha)| at == place || alpha == 255);
            Some(match first {
                Some(place) if others(place) => Transparency::Value(place as u8),
                _ => Transparency::Alphas(bytes.to_vec()),
            })
        }
        Mode::Bilevel => number(0).map(|grey| Transparency::Value(if grey == 0 { 0 } else { 255 })),
        Mode::Luma => number(0).map(|grey| Transparency::Value(grey as u8)),
        Mode::Rgb => Some(Transparency::Color([number(0)? as u8, number(1)? as u8, number(2)? as u8])),
        _ => None,
    }
}

fn decode_jpeg(data: &[u8]) -> Fallible<Image> {
    let head = JpegHead::read(data)?;
    check_size(head.width.into(), head.height.into())?;
    let mode = match head.components {
        1 => Mode::Luma,
        3 => Mode::Rgb,
        4 => Mode::Cmyk,
        _ => return Err(unidentified()),
    };
    let size = (head.width.into(), head.height.into());
    let info = Info { orientation: head.orientation, transparency: None };
    if head.is_whole && jpeg::IS_SCALED {
        return Ok(Image::of_jpeg(mode, size, info, data));
    }
    let (raster, broken) = if head.is_whole {
        jpeg_pixels(data, 1, mode, size)?
    } else {
        let problem = ("OSError", "image file is truncated (0 bytes not processed)".to_owned());
        (Raster::zeros(mode, size.0, size.1)?, Some(problem))
    };
    Ok(Image::opened(raster, info, "JPEG", broken))
}

/// The pixels of a JPEG, of the whole of its size or of a part: a half, a quarter, an eighth; and why they are none.
///
/// # Errors
/// `MemoryError` where they are too many.
pub fn jpeg_pixels(
    data: &[u8],
    part: usize,
    mode: Mode,
    (width, height): (usize, usize),
) -> Fallible<(Raster, Option<Problem>)> {
    let mut raster = Raster::zeros(mode, width.div_ceil(part), height.div_ceil(part))?;
    let is_read = jpeg::read(data, part as u32, &mut raster)?;
    if mode == Mode::Cmyk {
        // Files have it the other way round, as Adobe writes them.
        raster.pixels.iter_mut().for_each(|ink| *ink = !*ink);
    }
    let problem = (!is_read).then(|| ("OSError", "broken data stream when reading image file".to_owned()));
    Ok((raster, problem))
}

/// What stands before the pixels of a JPEG.
struct JpegHead {
    width: u16,
    height: u16,
    components: u8,
    /// EXIF's orientation, 0 where there is none.
    orientation: u8,
    /// Whether the end of the image is there.
    is_whole: bool,
}

impl JpegHead {
    fn read(data: &[u8]) -> Fallible<Self> {
        let mut at = 2;
        let mut head = None;
        let mut orientation = 0;
        loop {
            let Some(&[0xff, marker]) = data.get(at..at + 2).and_then(|pair| pair.first_chunk::<2>()) else {
                return Err(if at + 2 > data.len() { unidentified() } else { truncated_head() });
            };
            if marker == 0xff {
                at += 1;
                continue;
            }
            let length = data.get(at + 2..at + 4).ok_or_else(unidentified)?;
            let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
            let segment = data.get(at + 4..at + 2 + length.max(2)).ok_or_else(truncated_head)?;
            match marker {
                0xda => break,
                0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                    let Some(&[_, h1, h2, w1, w2, components]) = segment.first_chunk::<6>() else {
                        return Err(unidentified());
                    };
                    head = Some((u16::from_be_bytes([w1, w2]), u16::from_be_bytes([h1, h2]), components));
                }
                0xe1 if segment.starts_with(b"Exif\0\0") && orientation == 0 => orientation = orientation_of(segment),
                _ => {}
            }
            at += 2 + length;
        }
        let (width, height, components) = head.ok_or_else(unidentified)?;
        let is_whole = data[at..].windows(2).any(|pair| pair == [0xff, 0xd9]);
        Ok(Self { width, height, components, orientation, is_whole })
    }
}

/// The orientation in EXIF data: 0 where there is none.
pub fn orientation_of(exif: &[u8]) -> u8 {
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    let is_little = match exif.first_chunk::<4>() {
        Some(b"II*\0") => true,
        Some(b"MM\0*") => false,
        _ => return 0,
    };
    let short = |at: usize| {
        let bytes = *exif.get(at..)?.first_chunk::<2>()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes = *exif.get(at..)?.first_chunk::<4>()?;
        Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) } as usize)
    };
    let find = || {
        let start = long(4)?;
        let entries = usize::from(short(start)?);
        let entry = (0..entries).map(|number| start + 2 + 12 * number).find(|&entry| short(entry) == Some(0x0112))?;
        short(entry + 8).and_then(|value| u8::try_from(value).ok())
    };
    find().unwrap_or(0)
}

fn decode_webp(data: &[u8]) -> Fallible<Image> {
    let broken = || Exception::new("OSError", "could not create decoder object");
    let size = u32::from_le_bytes(*data[4..].first_chunk::<4>().ok_or_else(broken)?) as usize;
    if data.len() < size.saturating_add(8) {
        return Err(broken());
    }
    let decoder = webp::Decoder::new(data).ok_or_else(broken)?;
    let (width, height) = decoder.size();
    check_size(width.into(), height.into())?;
    let mode = if decoder.has_alpha() { Mode::Rgba } else { Mode::Rgb };
    let mut raster = Raster::zeros(mode, width as usize, height as usize)?;
    let problem = (!decoder.read(&mut raster)).then(|| ("OSError", "failed to read next frame".to_owned()));
    let orientation = riff_chunk(data, *b"EXIF").map_or(0, orientation_of);
    Ok(Image::opened(raster, Info { orientation, transparency: None }, "WEBP", problem))
}

/// What is in a chunk of a RIFF file.
fn riff_chunk(data: &[u8], wanted: [u8; 4]) -> Option<&[u8]> {
    let mut rest = data.get(12..)?;
    loop {
        let (name, after) = rest.split_first_chunk::<4>()?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = u32::from_le_bytes(*length) as usize;
        if *name == wanted {
            return after.get(..length);
        }
        rest = after.get(length.checked_next_multiple_of(2)?..)?;
    }
}
