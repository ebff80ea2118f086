//! BMP files, without compression.

use super::content::{Image, Info, Mode, Raster};
use super::decode::{truncated_head, unidentified};
use super::geometry::check_size;
use crate::exception::{Exception, Fallible};

/// The image in a BMP file.
///
/// # Errors
/// `UnidentifiedImageError` where the bytes are none; `OSError` where they end within its head, or are compressed.
pub fn decode(data: &[u8]) -> Fallible<Image> {
    let long =
        |at: usize| data.get(at..at + 4).map(|bytes| i32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]));
    let short = |at: usize| data.get(at..at + 2).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]));
    if data.len() < 18 {
        return Err(unidentified());
    }
    let head_size = long(14).unwrap_or(0);
    if head_size < 40 {
        return Err(unidentified());
    }
    if data.len() < 14 + head_size as usize {
        return Err(truncated_head());
    }
    let field = |value: Option<i32>| value.ok_or_else(truncated_head);
    let (start, width, height) = (field(long(10))?, field(long(18))?, field(long(22))?);
    let (bits, compression, used) = (short(28).unwrap_or(0), field(long(30))?, field(long(46))?);
    let is_upside_down = height < 0;
    let height = height.unsigned_abs();
    let width = u32::try_from(width).map_err(|_| unidentified())?;
    check_size(width.into(), height.into())?;
    if compression != 0 {
        return Err(Exception::new("OSError", format!("Unsupported BMP compression ({compression})")));
    }
    let count = if used == 0 && bits <= 8 { 1 << bits } else { used };
    let palette_start = 14 + head_size as usize;
    let colors: Vec<[u8; 4]> = match bits {
        1 | 4 | 8 => {
            let bytes = data.get(palette_start..palette_start + 4 * count as usize).ok_or_else(truncated_head)?;
            bytes.chunks_exact(4).map(|color| [color[2], color[1], color[0], 255]).collect()
        }
        _ => Vec::new(),
    };
    let mode = match bits {
        1 | 4 | 8 if colors == [[0, 0, 0, 255], [255, 255, 255, 255]] => Mode::Bilevel,
        1 | 4 | 8 if colors.iter().zip(0..=255).all(|(color, grey)| *color == [grey, grey, grey, 255]) => Mode::Luma,
        1 | 4 | 8 => Mode::Palette,
        24 | 32 => Mode::Rgb,
        _ => return Err(Exception::new("OSError", format!("Unsupported BMP pixel depth ({bits})"))),
    };
    let mut raster = Raster::zeros(mode, width as usize, height as usize)?;
    if mode == Mode::Palette {
        let rest = std::iter::repeat([0, 0, 0, 255]);
        raster.palette = Some(colors.into_iter().chain(rest).take(256).collect());
    }
    let stride = (width as usize * usize::from(bits)).div_ceil(32) * 4;
    let pixels = data.get(start as usize..).unwrap_or_default();
    let mut broken = None;
    for row in 0..raster.height {
        let y = if is_upside_down { row } else { raster.height - 1 - row };
        // The padding of the last row may be missing.
        let needed = (raster.width * usize::from(bits)).div_ceil(8);
        let Some(bytes) = pixels.get(row * stride..row * stride + needed) else {
            let left = pixels.len().saturating_sub(row * stride);
            broken = Some(("OSError", format!("image file is truncated ({left} bytes not processed)")));
            break;
        };
        for x in 0..raster.width {
            let value = |bits: usize| bytes[x * bits / 8] >> (8 - bits - x * bits % 8) & (((1_u16 << bits) - 1) as u8);
            match (mode, bits) {
                (Mode::Rgb, _) => {
                    let at = x * usize::from(bits) / 8;
                    raster.pixel_mut(x, y).copy_from_slice(&[bytes[at + 2], bytes[at + 1], bytes[at]]);
                }
                (Mode::Bilevel, _) => raster.pixel_mut(x, y)[0] = if value(usize::from(bits)) == 0 { 0 } else { 255 },
                _ => raster.pixel_mut(x, y)[0] = value(usize::from(bits)),
            }
        }
    }
    Ok(Image::opened(raster, Info::default(), "BMP", broken))
}

/// The image as a BMP file.
///
/// # Errors
/// `OSError` for a mode that BMP has not.
pub fn encode(raster: &Raster) -> Fallible<Vec<u8>> {
    let (bits, palette): (u16, Vec<[u8; 4]>) = match raster.mode {
        Mode::Bilevel => (1, vec![[0, 0, 0, 0], [255, 255, 255, 0]]),
        Mode::Luma => (8, (0..=255).map(|grey| [grey, grey, grey, 0]).collect()),
        Mode::Palette => {
            let colors = raster.palette.as_deref().unwrap_or_default();
            (8, colors.iter().map(|color| [color[2], color[1], color[0], 0]).collect())
        }
        Mode::Rgb => (24, Vec::new()),
        Mode::Rgba => (32, Vec::new()),
        other => return Err(Exception::new("OSError", format!("cannot write mode {} as BMP", other.name()))),
    };
    let stride = (raster.width * usize::from(bits)).div_ceil(32) * 4;
    let start = 54 + 4 * palette.len();
    let mut file = b"BM".to_vec();
    let long = |file: &mut Vec<u8>, value: usize| file.extend_from_slice(&(value as u32).to_le_bytes());
    long(&mut file, start + stride * raster.height);
    long(&mut file, 0);
    long(&mut file, start);
    long(&mut file, 40);
    long(&mut file, raster.width);
    long(&mut file, raster.height);
    file.extend_from_slice(&1_u16.to_le_bytes());
    file.extend_from_slice(&bits.to_le_bytes());
    long(&mut file, 0);
    long(&mut file, stride * raster.height);
    // 96 dots an inch, as Pillow says it.
    long(&mut file, 3780);
    long(&mut file, 3780);
    long(&mut file, palette.len());
    long(&mut file, palette.len());
    file.extend(palette.iter().flatten());
    for y in (0..raster.height).rev() {
        let row_start = file.len();
        match raster.mode {
            Mode::Bilevel => {
                let bytes = raster.row(y).chunks(8);
                let byte = |bits: &[u8]| {
                    bits.iter().enumerate().map(|(place, bit)| u8::from(*bit != 0) << (7 - place)).sum::<u8>()
                };
                file.extend(bytes.map(byte));
            }
            Mode::Rgb => file.extend(raster.row(y).chunks_exact(3).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]])),
            Mode::Rgba => {
                let pixels = raster.row(y).chunks_exact(4);
                file.extend(pixels.flat_map(|pixel| [pixel[2], pixel[1], pixel[0], pixel[3]]));
            }
            _ => file.extend_from_slice(raster.row(y)),
        }
        file.resize(row_start + stride, 0);
    }
    Ok(file)
}
