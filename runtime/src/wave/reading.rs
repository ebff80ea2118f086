//! Reading: a RIFF file of chunks, of which one tells the format and one holds the samples.

use super::{PCM, Params, error};
use crate::bytes::Bytes;
use crate::exception::{Exception, Fallible, Raised, runtime_error};
use crate::io::{BytesIO, bytes_io};
use crate::object::{Identity, Object};
use crate::shared::Shared;
use crate::str::Str;

/// `wave.Wave_read`; a clone is another name of the same one.
#[expect(non_camel_case_types, reason = "the name in Python")]
#[derive(Clone)]
pub struct Wave_read(Shared<Reading>);

struct Reading {
    riff: Riff,
    format: Format,
    /// Where the samples begin in the file, and how many bytes the file says that they have.
    start: usize,
    size: usize,
    /// The frame that is read next.
    frame: i64,
    /// How many bytes of the samples were read; `None` where `frame` tells.
    read: Option<usize>,
}

/// What the outermost chunk holds: as many bytes as it says, or as are there.
struct Riff {
    bytes: Vec<u8>,
    size: usize,
}

struct Format {
    channels: usize,
    rate: u32,
    width: usize,
}

#[cold]
fn cut_off() -> Raised {
    Exception::new("EOFError", "")
}

fn long(bytes: &[u8]) -> Fallible<usize> {
    bytes.first_chunk::<4>().map(|bytes| u32::from_le_bytes(*bytes) as usize).ok_or_else(cut_off)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk::<2>().map(|bytes| u16::from_le_bytes(*bytes))
}

impl Riff {
    fn of(file: &[u8]) -> Fallible<Self> {
        let name = file.get(..4).ok_or_else(cut_off)?;
        let size = long(&file[4..])?;
        if name != b"RIFF" {
            return Err(error("file does not start with RIFF id"));
        }
        let bytes = &file[8..];
        if bytes[..size.min(4).min(bytes.len())] != *b"WAVE" {
            return Err(error("not a WAVE file"));
        }
        Ok(Self { bytes: bytes[..size.min(bytes.len())].to_vec(), size })
    }

    /// The name of the chunk at a place and its size; `None` at the end.
    fn chunk(&self, at: usize) -> Option<(&[u8], usize)> {
        let head = self.bytes.get(at..at + 8)?;
        Some((&head[..4], long(&head[4..]).ok()?))
    }

    /// Bytes from a place on, as far as there are any.
    fn bytes(&self, start: usize, count: usize) -> &[u8] {
        let end = self.bytes.len();
        &self.bytes[start.min(end)..start.saturating_add(count).min(end)]
    }
}

impl Format {
    fn read(chunk: &[u8]) -> Fallible<Self> {
        let number = |at: usize| short(chunk, at).ok_or_else(cut_off);
        number(12)?;
        let (tag, channels, rate) = (number(0)?, number(2)?, long(&chunk[4..])?);
        if tag != PCM {
            return Err(error(format!("unknown format: {tag}")));
        }
        let width = usize::from(number(14)?).div_ceil(8);
        if width == 0 {
            return Err(error("bad sample width"));
        }
        if channels == 0 {
            return Err(error("bad # of channels"));
        }
        Ok(Self { channels: channels.into(), rate: rate as u32, width })
    }

    /// The bytes of a frame.
    fn frame(&self) -> usize {
        self.channels * self.width
    }
}

impl Reading {
    fn of(file: &[u8]) -> Fallible<Self> {
        let riff = Riff::of(file)?;
        let mut format = None;
        let mut at = 4;
        while let Some((name, size)) = riff.chunk(at) {
            let start = at + 8;
            match name {
                b"fmt " => format = Some(Format::read(riff.bytes(start, size))?),
                b"data" => {
                    let format = format.ok_or_else(|| error("data chunk before fmt chunk"))?;
                    return Ok(Self { riff, format, start, size, frame: 0, read: Some(0) });
                }
                _ => {}
            }
            // Chunks begin at even places.
            at = start + size + size % 2;
            if at > riff.size {
                return Err(runtime_error(""));
            }
        }
        Err(error("fmt chunk and/or data chunk missing"))
    }

    fn frames(&self) -> i64 {
        (self.size / self.format.frame()) as i64
    }
}

/// `wave.open(file)`, `wave.open(file, "rb")`: reads from where the file is.
///
/// # Errors
/// `wave.Error` for what is no such file; `EOFError` where it ends too early; `ValueError` where it is closed.
pub fn open(f: &BytesIO, _mode: &Str) -> Fallible<Wave_read> {
    let bytes = bytes_io::read(f, None)?;
    Ok(Wave_read(Shared::new(Reading::of(bytes.as_slice())?)))
}

/// `wave.readframes(nframes)`: all that are left for a number below zero.
///
/// # Errors
/// `RuntimeError` where the file is shorter than it says.
pub fn readframes(wave: &Wave_read, nframes: i64) -> Fallible<Bytes> {
    wave.0.write(|reading| {
        let frame = reading.format.frame();
        let read = match reading.read {
            Some(read) => read,
            None => reading.frame as usize * frame,
        };
        if reading.read.is_none() && reading.start + read > reading.riff.size {
            return Err(runtime_error(""));
        }
        reading.read = Some(read);
        if nframes == 0 {
            return Ok(Vec::new().into());
        }
        let left = reading.size.saturating_sub(read);
        let count = usize::try_from(nframes).map_or(left, |count| count.saturating_mul(frame).min(left));
        let data = reading.riff.bytes(reading.start + read, count).to_vec();
        reading.read = Some(read + data.len());
        reading.frame += (data.len() / frame) as i64;
        Ok(data.into())
    })?
}

/// `wave.getnchannels()`
pub fn getnchannels(wave: &Wave_read) -> i64 {
    wave.0.read(|reading| reading.format.channels as i64)
}

/// `wave.getsampwidth()`: bytes of a sample.
pub fn getsampwidth(wave: &Wave_read) -> i64 {
    wave.0.read(|reading| reading.format.width as i64)
}

/// `wave.getframerate()`: frames of a second.
pub fn getframerate(wave: &Wave_read) -> i64 {
    wave.0.read(|reading| reading.format.rate.into())
}

/// `wave.getnframes()`
pub fn getnframes(wave: &Wave_read) -> i64 {
    wave.0.read(Reading::frames)
}

/// `wave.getcomptype()`
#[must_use]
pub fn getcomptype(_wave: &Wave_read) -> Str {
    Str::from("NONE")
}

/// `wave.getcompname()`
#[must_use]
pub fn getcompname(_wave: &Wave_read) -> Str {
    Str::from("not compressed")
}

/// `wave.getparams()`
pub fn getparams(wave: &Wave_read) -> Params {
    (getnchannels(wave), getsampwidth(wave), getframerate(wave), getnframes(wave), getcomptype(wave), getcompname(wave))
}

/// `wave.tell()`: the frame that is read next.
pub fn tell(wave: &Wave_read) -> i64 {
    wave.0.read(|reading| reading.frame)
}

/// `wave.rewind()`
///
/// # Errors
/// `RuntimeError` for a captured one.
pub fn rewind(wave: &Wave_read) -> Fallible<()> {
    wave.0.write(|reading| (reading.frame, reading.read) = (0, None))
}

/// `wave.setpos(pos)`
///
/// # Errors
/// `wave.Error` for a place that there is not.
pub fn setpos(wave: &Wave_read, pos: i64) -> Fallible<()> {
    wave.0.write(|reading| {
        if !(0..=reading.frames()).contains(&pos) {
            return Err(error("position not in range"));
        }
        (reading.frame, reading.read) = (pos, None);
        Ok(())
    })?
}

/// `wave.close()`: what was opened from memory stays readable.
pub fn close(_wave: &Wave_read) {}

/// `with wave.open(…) as wave`
#[must_use]
pub fn enter(wave: &Wave_read) -> Wave_read {
    wave.clone()
}

/// The end of a `with`.
pub fn exit(wave: &Wave_read, _class: (), _exception: (), _traceback: ()) {
    close(wave);
}

impl Object for Wave_read {
    fn type_name(&self) -> &'static str {
        "wave.Wave_read"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("<wave.Wave_read object>");
    }
}

impl Identity for Wave_read {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}
