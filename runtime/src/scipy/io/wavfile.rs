//! The module `scipy.io.wavfile`: arrays of samples in WAV files (scipy's `scipy/io/wavfile.py`).
//!
//! Warnings that scipy gives, as of chunks that it does not know, are not given.

use super::formats;
use crate::bytes::Bytes;
use crate::either::Either;
use crate::exception::{Exception, Fallible, Raised, index_error, unbound_local_error, value_error};
use crate::int::floordiv;
use crate::io::{BytesIO, bytes_io};
use crate::numpy::{Array, DType, Element, frombuffer, ndarray, tobytes};
use crate::object::repr_text;
use crate::str::Str;
use crate::r#struct::{Value, pack};

/// The rate, and samples of a type.
type Read<T> = (i64, Array<T>);

/// The rate, and samples of the type that the file says.
pub type Samples =
    Either<Read<i16>, Either<Read<f32>, Either<Read<i32>, Either<Read<u8>, Either<Read<f64>, Read<i64>>>>>>;

/// Samples of the type that a file says.
enum Kept {
    I16(Array<i16>),
    F32(Array<f32>),
    I32(Array<i32>),
    U8(Array<u8>),
    F64(Array<f64>),
    I64(Array<i64>),
}

const PCM: u32 = 1;
const IEEE_FLOAT: u32 = 3;
const EXTENSIBLE: u32 = 0xFFFE;

/// How samples lie in the file.
struct Format {
    tag: u32,
    channels: i64,
    rate: u32,
    /// The bytes of a frame.
    block: i64,
    /// The bits of a sample.
    bits: u16,
}

/// A file that is read from a place on.
struct File<'b> {
    bytes: &'b [u8],
    at: usize,
    /// How many bytes the samples have in a file that may have more than 4 GB.
    large: Option<u64>,
}

/// `wavfile.read(file)`: the rate, and the samples, of several channels along a second axis.
///
/// # Errors
/// `ValueError` for what is no such file, or of a format that is not known.
pub fn read(file: &BytesIO, _mmap: bool) -> Fallible<Samples> {
    let at = bytes_io::tell(file)? as usize;
    let content = bytes_io::getvalue(file)?;
    let read = File { bytes: content.as_slice(), at, large: None }.samples();
    bytes_io::seek(file, 0, 0)?;
    let (rate, samples) = read?;
    let rate = i64::from(rate);
    Ok(match samples {
        Kept::I16(samples) => Either::Left((rate, samples)),
        Kept::F32(samples) => Either::Right(Either::Left((rate, samples))),
        Kept::I32(samples) => Either::Right(Either::Right(Either::Left((rate, samples)))),
        Kept::U8(samples) => Either::Right(Either::Right(Either::Right(Either::Left((rate, samples))))),
        Kept::F64(samples) => Either::Right(Either::Right(Either::Right(Either::Right(Either::Left((rate, samples)))))),
        Kept::I64(samples) => {
            Either::Right(Either::Right(Either::Right(Either::Right(Either::Right((rate, samples))))))
        }
    })
}

impl<'b> File<'b> {
    fn samples(mut self) -> Fallible<(u32, Kept)> {
        let size = self.riff()?;
        let (mut format, mut samples) = (None, None);
        while (self.at as u64) < size {
            let name = self.take(4);
            if name.is_empty() && samples.is_some() {
                break;
            }
            if name.is_empty() {
                return Err(value_error("Unexpected end of file."));
            }
            if name.len() < 4 && samples.is_none() {
                return Err(value_error(format!("Incomplete chunk ID: {}", shown(name))));
            }
            match name {
                b"fmt " => format = Some(self.format()?),
                b"data" => {
                    let format = format.as_ref().ok_or_else(|| value_error("No fmt chunk before data"))?;
                    samples = Some(self.data(format)?);
                }
                _ => self.skip()?,
            }
        }
        let rate = format.ok_or_else(|| unbound("fs"))?.rate;
        Ok((rate, samples.ok_or_else(|| unbound("data"))?))
    }

    /// What the file begins with: where it says to end.
    fn riff(&mut self) -> Fallible<u64> {
        let signature = self.take(4);
        if signature == b"RIFX" {
            return Err(value_error("compiled code reads no samples whose highest byte comes first (RIFX)"));
        }
        if !matches!(signature, b"RIFF" | b"RF64") {
            let signature = shown(signature);
            return Err(value_error(format!(
                "File format {signature} not understood. Only 'RIFF', 'RIFX', and 'RF64' supported."
            )));
        }
        let is_large = signature == b"RF64";
        // Of a large file it stands further on.
        let mut end = match is_large {
            true => {
                self.take(4);
                0
            }
            false => u64::from(self.word()?) + 8,
        };
        let form = self.take(4);
        if is_large {
            if self.take(4) != b"ds64" {
                return Err(value_error("Invalid RF64 file: ds64 chunk not found."));
            }
            let length = self.word()?;
            end = self.long()?.wrapping_add(8);
            self.large = Some(self.long()?);
            self.at = (self.at + length as usize).saturating_sub(16);
        }
        match form {
            b"WAVE" => Ok(end),
            form => Err(value_error(format!("Not a WAV file. RIFF form type is {}.", shown(form)))),
        }
    }

    fn format(&mut self) -> Fallible<Format> {
        let size = self.word()? as usize;
        if size < 16 {
            return Err(not_compliant());
        }
        let head: [u8; 16] = self.number()?;
        let short = |at: usize| u16::from_le_bytes([head[at], head[at + 1]]);
        let word = |at: usize| u32::from(short(at)) | u32::from(short(at + 2)) << 16;
        let (tag, channels, rate, per_second, block, bits) =
            (short(0), short(2), word(4), word(8), short(12), short(14));
        let (mut tag, mut read) = (u32::from(tag), 16);
        if tag == EXTENSIBLE && size >= 18 {
            if self.short()? < 22 {
                return Err(not_compliant());
            }
            // A GUID, of which the first part is a tag where the rest is this.
            if let Some((known, b"\x00\x00\x10\x00\x80\x00\x00\xAA\x00\x38\x9B\x71")) =
                self.take(22).get(6..22).and_then(<[u8]>::split_first_chunk)
            {
                tag = u32::from_le_bytes(*known);
            }
            read += 24;
        }
        if !matches!(tag, PCM | IEEE_FLOAT) {
            let name = formats::name(tag).map_or_else(|| format!("{tag:#06x}"), str::to_owned);
            return Err(value_error(format!("Unknown wave file format: {name}. Supported formats: PCM, IEEE_FLOAT")));
        }
        self.take(size.saturating_sub(read));
        self.at += size % 2;
        if tag == PCM && u64::from(per_second) != u64::from(rate) * u64::from(block) {
            return Err(value_error(format!(
                "WAV header is invalid: nAvgBytesPerSec must equal product of nSamplesPerSec and nBlockAlign, but file \
                 has nSamplesPerSec = {rate}, nBlockAlign = {block}, and nAvgBytesPerSec = {per_second}"
            )));
        }
        Ok(Format { tag, channels: channels.into(), rate, block: block.into(), bits })
    }

    fn data(&mut self, format: &Format) -> Fallible<Kept> {
        let size = u64::from(self.word()?);
        let size = self.large.unwrap_or(size);
        let width = floordiv(format.block, format.channels)?;
        floordiv(size as i64, width)?;
        let bits = format.bits;
        let unsupported =
            |kind: &str| value_error(format!("Unsupported bit depth: the WAV file has {bits}-bit {kind} data."));
        let bytes = self.take(usize::try_from(size).unwrap_or(usize::MAX));
        let kept = match (format.tag, bits, width) {
            (PCM, 1..=8, _) => Kept::U8(format.elements(bytes)?),
            (PCM, _, 3) => {
                Kept::I32(format.widened(bytes, 3, |bytes| i32::from_le_bytes([0, bytes[0], bytes[1], bytes[2]]))?)
            }
            (PCM, _, 5..=7) => Kept::I64(format.widened(bytes, width as usize, |bytes| {
                let mut wide = [0; 8];
                wide[8 - bytes.len()..].copy_from_slice(bytes);
                i64::from_le_bytes(wide)
            })?),
            (PCM, 65.., _) => return Err(unsupported("integer")),
            (PCM, _, 2) => Kept::I16(format.elements(bytes)?),
            (PCM, _, 4) => Kept::I32(format.elements(bytes)?),
            (PCM, _, 8) => Kept::I64(format.elements(bytes)?),
            (IEEE_FLOAT, 32 | 64, 4) => Kept::F32(format.elements(bytes)?),
            (IEEE_FLOAT, 32 | 64, 8) => Kept::F64(format.elements(bytes)?),
            (IEEE_FLOAT, ..32 | 33..64 | 65.., _) => return Err(unsupported("floating-point")),
            _ => return Err(value_error(format!("compiled code reads no samples of {bits} bits in {width} bytes"))),
        };
        self.at = self.at.saturating_add((size % 2) as usize);
        Ok(kept)
    }

    fn skip(&mut self) -> Fallible<()> {
        if self.at < self.bytes.len() {
            let size = self.word()? as usize;
            self.at = self.at.saturating_add(size).saturating_add(size % 2);
        }
        Ok(())
    }

    /// As many bytes, or those that are left.
    fn take(&mut self, count: usize) -> &'b [u8] {
        let start = self.at.min(self.bytes.len());
        let end = start.saturating_add(count).min(self.bytes.len());
        self.at += end - start;
        &self.bytes[start..end]
    }

    fn number<const N: usize>(&mut self) -> Fallible<[u8; N]> {
        self.take(N)
            .try_into()
            .map_err(|_| Exception::new("struct.error", format!("unpack requires a buffer of {N} bytes")))
    }

    fn short(&mut self) -> Fallible<u16> {
        self.number().map(u16::from_le_bytes)
    }

    fn word(&mut self) -> Fallible<u32> {
        self.number().map(u32::from_le_bytes)
    }

    fn long(&mut self) -> Fallible<u64> {
        self.number().map(u64::from_le_bytes)
    }
}

impl Format {
    fn elements<T: Element>(&self, bytes: &[u8]) -> Fallible<Array<T>> {
        self.in_channels(frombuffer(&Bytes::from(bytes.to_vec()), DType::new(), -1, 0)?)
    }

    /// Samples for which no type has as few bytes: their bytes become the highest ones.
    fn widened<T: Element>(&self, bytes: &[u8], width: usize, wide: impl Fn(&[u8]) -> T) -> Fallible<Array<T>> {
        let samples = bytes.chunks_exact(width);
        if !samples.remainder().is_empty() {
            let size = bytes.len();
            return Err(value_error(format!("cannot reshape array of size {size} into shape ({width})")));
        }
        let samples: Vec<T> = samples.map(wide).collect();
        let count = samples.len();
        self.in_channels(Array::from_vec(samples, &[count]))
    }

    fn in_channels<T: Element>(&self, samples: Array<T>) -> Fallible<Array<T>> {
        if self.channels > 1 { ndarray::reshape(&samples, &[-1, self.channels]) } else { Ok(samples) }
    }
}

/// `wavfile.write(file, rate, data)`.
///
/// # Errors
/// `ValueError` for a dtype that is not kept so, `struct.error` for a number that the file has no room for, `IndexError` for
/// an array without axes.
pub fn write<T: Element>(file: &BytesIO, rate: i64, data: &Array<T>) -> Fallible<()> {
    let written = write_from_here(file, rate, data);
    bytes_io::seek(file, 0, 0)?;
    written
}

fn write_from_here<T: Element>(file: &BytesIO, rate: i64, data: &Array<T>) -> Fallible<()> {
    let name = T::TYPE.name();
    if !matches!(name, "float32" | "float64" | "uint8" | "int16" | "int32" | "int64") {
        return Err(value_error(format!("Unsupported data type '{name}'")));
    }
    let is_float = name.starts_with("float");
    let length = |axis: usize| data.shape().get(axis).copied().ok_or_else(|| index_error("tuple index out of range"));
    let channels = if data.rank() == 1 { 1 } else { length(1)? as i64 };
    let bytes = size_of::<T>() as i64;
    let numbers = [
        if is_float { 3 } else { 1 },
        channels,
        rate,
        rate.saturating_mul(bytes).saturating_mul(channels),
        channels * bytes,
        bytes * 8,
    ];
    let format = pack(&Str::literal("<HHIIHH"), &numbers.map(Value::Int))?;
    let mut head = [b"RIFF\0\0\0\0WAVEfmt ".as_slice(), &(if is_float { 18u32 } else { 16 }).to_le_bytes()].concat();
    head.extend(format.as_slice());
    if is_float {
        head.extend(b"\0\0");
    }
    let size = u32::try_from(data.size() as u64 * bytes as u64)
        .ok()
        .filter(|size| *size < u32::MAX - 64)
        .ok_or_else(|| value_error("compiled code writes no files of more than 4 GB"))?;
    if is_float {
        head.extend(b"fact\x04\0\0\0");
        head.extend((length(0)? as u32).to_le_bytes());
    }
    head.extend(b"data");
    head.extend(size.to_le_bytes());
    bytes_io::write(file, &Bytes::from(head))?;
    bytes_io::write(file, &tobytes(data))?;
    let end = bytes_io::tell(file)?;
    bytes_io::seek(file, 4, 0)?;
    bytes_io::write(file, &Bytes::from(((end - 8) as u32).to_le_bytes().to_vec()))?;
    Ok(())
}

fn shown(bytes: &[u8]) -> String {
    repr_text(&Bytes::from(bytes.to_vec()))
}

#[cold]
fn not_compliant() -> Raised {
    value_error("Binary structure of wave file is not compliant")
}

#[cold]
fn unbound(name: &str) -> Raised {
    unbound_local_error(format!("cannot access local variable '{name}' where it is not associated with a value"))
}
