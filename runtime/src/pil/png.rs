//! The chunks of a PNG: read, so that pixels and palette stay apart; and written.

use std::sync::Arc;

use super::decode::{orientation_of, truncated_head, unidentified};
use crate::exception::Fallible;

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// What a file says of its pixels, and the pixels, compressed.
#[derive(Debug)]
pub struct Head {
    pub width: u32,
    pub height: u32,
    /// Bits of a number.
    pub depth: u8,
    /// The kind of pixels: 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha.
    pub color: u8,
    interlaced: u8,
    colors: Vec<u8>,
    /// The chunk `tRNS`.
    pub transparency: Option<Vec<u8>>,
    /// EXIF's orientation, 0 where there is none.
    pub orientation: u8,
    pixels: Vec<u8>,
    /// Whether the file ends within its pixels.
    pub is_cut: bool,
    /// Whether a checksum of the pixels is wrong: what they decode to is not what was encoded.
    pub is_damaged: bool,
}

impl Head {
    /// Reads the chunks.
    ///
    /// # Errors
    /// `UnidentifiedImageError` where the file is none; `OSError` where it ends within its head.
    pub fn read(data: &[u8]) -> Fallible<Self> {
        let mut head: Option<Head> = None;
        let mut rest = &data[SIGNATURE.len()..];
        let mut has_pixels = false;
        while let Some((length, after)) = rest.split_first_chunk::<4>() {
            let length = u32::from_be_bytes(*length) as usize;
            let Some((name, after)) = after.split_first_chunk::<4>() else { break };
            let is_pixels = name == b"IDAT";
            if after.len() < length && !is_pixels {
                return if has_pixels { head.ok_or_else(unidentified) } else { Err(truncated_head()) };
            }
            let content = &after[..length.min(after.len())];
            if !is_pixels && !has_pixels {
                let Some(sum) = after.get(length..length + 4) else { return Err(unidentified()) };
                let is_critical = name[0].is_ascii_uppercase();
                if is_critical && checksum(name, content).to_be_bytes() != sum {
                    return Err(unidentified());
                }
            }
            match (name, &mut head) {
                (b"IHDR", None) => head = Some(Head::of_header(content)?),
                (_, None) => return Err(unidentified()),
                (b"PLTE", Some(head)) => head.colors = content.to_vec(),
                (b"tRNS", Some(head)) => head.transparency = Some(content.to_vec()),
                (b"eXIf", Some(head)) => head.orientation = orientation_of(content),
                (b"IDAT", Some(head)) => {
                    has_pixels = true;
                    let sum = after.get(length..length + 4);
                    head.is_damaged |= sum.is_some_and(|sum| checksum(name, content).to_be_bytes() != sum);
                    head.pixels.extend_from_slice(content);
                }
                (b"IEND", Some(head)) => {
                    head.is_cut = false;
                    break;
                }
                _ => {}
            }
            rest = after.get(length + 4..).unwrap_or_default();
        }
        head.filter(|_| has_pixels).ok_or_else(unidentified)
    }

    fn of_header(content: &[u8]) -> Fallible<Self> {
        let Some(&[w1, w2, w3, w4, h1, h2, h3, h4, depth, color, compression, filter, interlaced]) =
            content.first_chunk::<13>()
        else {
            return Err(unidentified());
        };
        let (width, height) = (u32::from_be_bytes([w1, w2, w3, w4]), u32::from_be_bytes([h1, h2, h3, h4]));
        if width == 0 || height == 0 || compression != 0 || filter != 0 {
            return Err(unidentified());
        }
        Ok(Self {
            width,
            height,
            depth,
            color,
            interlaced,
            colors: Vec::new(),
            transparency: None,
            orientation: 0,
            pixels: Vec::new(),
            is_cut: true,
            is_damaged: false,
        })
    }

    /// The palette with all of its 256 places.
    pub fn palette(&self) -> Arc<[[u8; 4]]> {
        let place = |place: usize| match self.colors.get(place * 3..place * 3 + 3) {
            Some(&[red, green, blue]) => [red, green, blue, 255],
            _ => [0, 0, 0, 255],
        };
        (0..256).map(place).collect()
    }

    /// A file of the same pixels without palette and transparency: places in a palette are greys.
    pub fn plain(&self) -> Vec<u8> {
        let color = if self.color == 3 { 0 } else { self.color };
        let mut file = SIGNATURE.to_vec();
        chunk(&mut file, *b"IHDR", &header(self.width, self.height, self.depth, color, self.interlaced));
        chunk(&mut file, *b"IDAT", &self.pixels);
        chunk(&mut file, *b"IEND", &[]);
        file
    }
}

/// Changes a file of grey bytes into one of another kind of pixels that are compressed in the same way: bits, or places
/// in a palette.
pub fn reinterpreted(file: &[u8], width: u32, height: u32, depth: u8, colors: Option<(&[u8], &[u8])>) -> Vec<u8> {
    let mut out = SIGNATURE.to_vec();
    let color = if colors.is_some() { 3 } else { 0 };
    chunk(&mut out, *b"IHDR", &header(width, height, depth, color, 0));
    if let Some((palette, alphas)) = colors {
        chunk(&mut out, *b"PLTE", palette);
        if !alphas.is_empty() {
            chunk(&mut out, *b"tRNS", alphas);
        }
    }
    // What the encoder wrote after the head: 8 bytes of signature, 25 of head.
    out.extend_from_slice(&file[33..]);
    out
}

fn header(width: u32, height: u32, depth: u8, color: u8, interlaced: u8) -> Vec<u8> {
    [&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, color, 0, 0, interlaced]].concat()
}

fn chunk(file: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    file.extend_from_slice(&(content.len() as u32).to_be_bytes());
    file.extend_from_slice(&name);
    file.extend_from_slice(content);
    file.extend_from_slice(&checksum(&name, content).to_be_bytes());
}

fn checksum(name: &[u8; 4], content: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(name);
    hasher.update(content);
    hasher.finalize()
}
