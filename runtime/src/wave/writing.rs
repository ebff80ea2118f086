//! Writing: the head of the file is written before the first frames, and mended once more frames came than it says.

use super::{PCM, Params, error};
use crate::bytes::{Buffer, Bytes};
use crate::exception::Fallible;
use crate::io::{BytesIO, bytes_io};
use crate::object::{Identity, Object};
use crate::shared::Shared;
use crate::str::Str;

/// `wave.Wave_write`; a clone is another name of the same one.
#[expect(non_camel_case_types, reason = "the name in Python")]
#[derive(Clone)]
pub struct Wave_write(Shared<Writing>);

struct Writing {
    file: BytesIO,
    is_closed: bool,
    channels: i64,
    width: i64,
    rate: i64,
    /// As the head says.
    frames: i64,
    length: i64,
    frames_written: i64,
    written: i64,
    head: Option<Head>,
}

/// Where the lengths stand.
#[derive(Clone, Copy)]
struct Head {
    of_form: i64,
    of_data: i64,
}

impl Writing {
    fn write(&self, bytes: Vec<u8>) -> Fallible<()> {
        bytes_io::write(&self.file, &Bytes::from(bytes)).map(|_| ())
    }

    fn write_length(&self, place: i64, length: i64) -> Fallible<()> {
        bytes_io::seek(&self.file, place, 0)?;
        self.write((length as u32).to_le_bytes().to_vec())
    }

    /// Writes the head for so many bytes of samples, unless it is there.
    fn begin(&mut self, length: i64) -> Fallible<()> {
        if self.head.is_some() {
            return Ok(());
        }
        let missing = [(self.channels, "# channels"), (self.width, "sample width"), (self.rate, "sampling rate")];
        if let Some((_, name)) = missing.iter().find(|(value, _)| *value == 0) {
            return Err(error(format!("{name} not specified")));
        }
        self.write(b"RIFF".to_vec())?;
        let frame = self.channels * self.width;
        if self.frames == 0 {
            self.frames = length / frame;
        }
        self.length = self.frames * frame;
        let of_form = bytes_io::tell(&self.file)?;
        let mut head = Vec::new();
        head.extend((36 + self.length as u32).to_le_bytes());
        head.extend(b"WAVEfmt ");
        head.extend(16_u32.to_le_bytes());
        head.extend(PCM.to_le_bytes());
        head.extend((self.channels as u16).to_le_bytes());
        head.extend((self.rate as u32).to_le_bytes());
        head.extend(((self.rate * frame) as u32).to_le_bytes());
        head.extend((frame as u16).to_le_bytes());
        head.extend((self.width as u16 * 8).to_le_bytes());
        head.extend(b"data");
        self.write(head)?;
        let of_data = bytes_io::tell(&self.file)?;
        self.write((self.length as u32).to_le_bytes().to_vec())?;
        self.head = Some(Head { of_form, of_data });
        Ok(())
    }

    fn append(&mut self, data: Vec<u8>) -> Fallible<()> {
        self.begin(data.len() as i64)?;
        let length = data.len() as i64;
        self.write(data)?;
        self.written += length;
        self.frames_written += length / (self.channels * self.width);
        Ok(())
    }

    /// Writes the lengths that came to be.
    fn mend(&mut self) -> Fallible<()> {
        let Some(head) = self.head.filter(|_| self.length != self.written) else { return Ok(()) };
        let place = bytes_io::tell(&self.file)?;
        self.write_length(head.of_form, 36 + self.written)?;
        self.write_length(head.of_data, self.written)?;
        bytes_io::seek(&self.file, place, 0)?;
        self.length = self.written;
        Ok(())
    }

    fn may_change(&self) -> Fallible<()> {
        if self.written != 0 {
            return Err(error("cannot change parameters after starting to write"));
        }
        Ok(())
    }
}

/// `wave.open(file, "wb")`
#[must_use]
pub fn open(f: &BytesIO, _mode: &Str) -> Wave_write {
    Wave_write(Shared::new(Writing {
        file: f.clone(),
        is_closed: false,
        channels: 0,
        width: 0,
        rate: 0,
        frames: 0,
        length: 0,
        frames_written: 0,
        written: 0,
        head: None,
    }))
}

/// `wave.setnchannels(nchannels)`
///
/// # Errors
/// `wave.Error` for fewer than one, or once frames were written.
pub fn setnchannels(wave: &Wave_write, nchannels: i64) -> Fallible<()> {
    wave.0.write(|writing| {
        writing.may_change()?;
        if nchannels < 1 {
            return Err(error("bad # of channels"));
        }
        writing.channels = nchannels;
        Ok(())
    })?
}

/// `wave.setsampwidth(sampwidth)`: bytes of a sample.
///
/// # Errors
/// `wave.Error` for other than one to four, or once frames were written.
pub fn setsampwidth(wave: &Wave_write, sampwidth: i64) -> Fallible<()> {
    wave.0.write(|writing| {
        writing.may_change()?;
        if !(1..=4).contains(&sampwidth) {
            return Err(error("bad sample width"));
        }
        writing.width = sampwidth;
        Ok(())
    })?
}

/// `wave.setframerate(framerate)`: frames of a second, rounded.
///
/// # Errors
/// `wave.Error` for one that is not positive, or once frames were written.
pub fn setframerate(wave: &Wave_write, framerate: f64) -> Fallible<()> {
    wave.0.write(|writing| {
        writing.may_change()?;
        if framerate <= 0.0 {
            return Err(error("bad frame rate"));
        }
        writing.rate = framerate.round_ties_even() as i64;
        Ok(())
    })?
}

/// `wave.setnframes(nframes)`
///
/// # Errors
/// `wave.Error` once frames were written.
pub fn setnframes(wave: &Wave_write, nframes: i64) -> Fallible<()> {
    wave.0.write(|writing| {
        writing.may_change()?;
        writing.frames = nframes;
        Ok(())
    })?
}

/// `wave.setparams(params)`
///
/// # Errors
/// As the functions that set one of them.
pub fn setparams(wave: &Wave_write, params: &(i64, i64, i64, i64, Str, Str)) -> Fallible<()> {
    wave.0.write(|writing| writing.may_change())??;
    setnchannels(wave, params.0)?;
    setsampwidth(wave, params.1)?;
    setframerate(wave, params.2 as f64)?;
    setnframes(wave, params.3)?;
    if params.4.as_str() != "NONE" {
        return Err(error("unsupported compression type"));
    }
    Ok(())
}

fn set(wave: &Wave_write, value: impl FnOnce(&Writing) -> i64, name: &str) -> Fallible<i64> {
    match wave.0.read(value) {
        0 => Err(error(format!("{name} not set"))),
        value => Ok(value),
    }
}

/// `wave.getnchannels()`
///
/// # Errors
/// `wave.Error` where it was not set; so do all of these.
pub fn getnchannels(wave: &Wave_write) -> Fallible<i64> {
    set(wave, |writing| writing.channels, "number of channels")
}

/// `wave.getsampwidth()`
///
/// # Errors
/// As [`getnchannels`].
pub fn getsampwidth(wave: &Wave_write) -> Fallible<i64> {
    set(wave, |writing| writing.width, "sample width")
}

/// `wave.getframerate()`
///
/// # Errors
/// As [`getnchannels`].
pub fn getframerate(wave: &Wave_write) -> Fallible<i64> {
    set(wave, |writing| writing.rate, "frame rate")
}

/// `wave.getnframes()`, `wave.tell()`: the frames that were written.
pub fn getnframes(wave: &Wave_write) -> i64 {
    wave.0.read(|writing| writing.frames_written)
}

/// `wave.writeframesraw(data)`: without mending the head.
///
/// # Errors
/// `wave.Error` where something was not set; `ValueError` where the file is closed.
pub fn writeframesraw(wave: &Wave_write, data: &impl Buffer) -> Fallible<()> {
    let data = data.read(<[u8]>::to_vec);
    wave.0.write(|writing| writing.append(data))?
}

/// `wave.writeframes(data)`
///
/// # Errors
/// As [`writeframesraw`].
pub fn writeframes(wave: &Wave_write, data: &impl Buffer) -> Fallible<()> {
    writeframesraw(wave, data)?;
    wave.0.write(Writing::mend)?
}

/// `wave.close()`: the file that it writes to stays open.
///
/// # Errors
/// As [`writeframesraw`].
pub fn close(wave: &Wave_write) -> Fallible<()> {
    wave.0.write(|writing| {
        if writing.is_closed {
            return Ok(());
        }
        writing.is_closed = true;
        writing.begin(0)?;
        writing.mend()
    })?
}

/// `with wave.open(…, "wb") as wave`
#[must_use]
pub fn enter(wave: &Wave_write) -> Wave_write {
    wave.clone()
}

/// The end of a `with`.
///
/// # Errors
/// As [`close`].
pub fn exit(wave: &Wave_write, _class: (), _exception: (), _traceback: ()) -> Fallible<()> {
    close(wave)
}

/// `wave.getparams()`
///
/// # Errors
/// `wave.Error` where something was not set.
pub fn getparams(wave: &Wave_write) -> Fallible<Params> {
    wave.0.read(|writing| {
        if [writing.channels, writing.width, writing.rate].contains(&0) {
            return Err(error("not all parameters set"));
        }
        Ok((
            writing.channels,
            writing.width,
            writing.rate,
            writing.frames,
            Str::from("NONE"),
            Str::from("not compressed"),
        ))
    })
}

impl Object for Wave_write {
    fn type_name(&self) -> &'static str {
        "wave.Wave_write"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("<wave.Wave_write object>");
    }
}

impl Identity for Wave_write {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}
