//! Sound: samples of one channel, to and from files.

use std::io::Cursor;

use rubato::{FftFixedIn, Resampler};
use symphonia::core::audio::SampleBuffer;
use symphonia::core::codecs::{CODEC_TYPE_NULL, DecoderOptions};
use symphonia::core::errors::Error as DecodeError;
use symphonia::core::io::MediaSourceStream;

use crate::{Array, DType};

/// Samples between -1 and 1 of one channel.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sound {
    pub samples: Vec<f32>,
    /// Samples a second.
    pub rate: u32,
}

/// A longer sound is refused: two hours of 48,000 samples a second.
const LONGEST: usize = 2 * 3600 * 48_000;

impl Sound {
    /// The samples of an array with one axis, or with another of length 1: floats between -1 and 1, or 16-bit numbers.
    pub fn of_array(array: &Array, rate: u32) -> Option<Self> {
        if array.shape().iter().filter(|&&length| length != 1).count() > 1 {
            return None;
        }
        let samples = match array.dtype() {
            DType::Float32 => array.to_vec::<f32>()?,
            DType::Float64 => array.to_vec::<f64>()?.into_iter().map(|sample| sample as f32).collect(),
            DType::Int16 => array.to_vec::<i16>()?.into_iter().map(|sample| f32::from(sample) / 32768.0).collect(),
            _ => return None,
        };
        Some(Self { samples, rate })
    }

    /// The sound in a file: wav, flac, ogg, mp3, m4a. Several channels become their mean.
    ///
    /// # Errors
    /// What is wrong with the file, in words.
    pub fn decode(file: Vec<u8>) -> Result<Self, String> {
        let unreadable = |error: DecodeError| format!("the sound cannot be read: {error}");
        let source = MediaSourceStream::new(Box::new(Cursor::new(file)), Default::default());
        let probed = symphonia::default::get_probe()
            .format(&Default::default(), source, &Default::default(), &Default::default())
            .map_err(unreadable)?;
        let mut format = probed.format;
        let track = format.tracks().iter().find(|track| track.codec_params.codec != CODEC_TYPE_NULL);
        let track = track.ok_or("the file holds no sound")?;
        let mut decoder = symphonia::default::get_codecs()
            .make(&track.codec_params, &DecoderOptions::default())
            .map_err(unreadable)?;
        let id = track.id;
        let mut sound = Self { samples: Vec::new(), rate: track.codec_params.sample_rate.unwrap_or_default() };
        loop {
            let packet = match format.next_packet() {
                Ok(packet) => packet,
                Err(DecodeError::IoError(error)) if error.kind() == std::io::ErrorKind::UnexpectedEof => break,
                Err(error) => return Err(unreadable(error)),
            };
            if packet.track_id() != id {
                continue;
            }
            match decoder.decode(&packet) {
                Ok(decoded) => {
                    let spec = *decoded.spec();
                    let mut buffer = SampleBuffer::<f32>::new(decoded.capacity() as u64, spec);
                    buffer.copy_interleaved_ref(decoded);
                    sound.rate = spec.rate;
                    let channels = spec.channels.count().max(1);
                    let mean = |frame: &[f32]| frame.iter().sum::<f32>() / channels as f32;
                    sound.samples.extend(buffer.samples().chunks_exact(channels).map(mean));
                }
                // A packet that is damaged is silent; the others are heard.
                Err(DecodeError::DecodeError(_)) => {}
                Err(error) => return Err(unreadable(error)),
            }
            if sound.samples.len() > LONGEST {
                return Err("the sound is too long".into());
            }
        }
        if sound.rate == 0 || sound.samples.is_empty() {
            return Err("the file holds no sound".into());
        }
        Ok(sound)
    }

    /// The same sound at another rate.
    pub fn resampled(self, rate: u32) -> Self {
        if rate == self.rate {
            return self;
        }
        let wanted = (self.samples.len() as u64 * u64::from(rate)).div_ceil(u64::from(self.rate)) as usize;
        let Ok(mut resampler) = FftFixedIn::<f32>::new(self.rate as usize, rate as usize, 1024, 2, 1) else {
            return Self { samples: Vec::new(), rate };
        };
        let delay = resampler.output_delay();
        let mut samples = Vec::with_capacity(wanted + delay);
        let mut chunks = self.samples.chunks(resampler.input_frames_next());
        while samples.len() < wanted + delay {
            let chunk = chunks.next();
            let Ok(output) =
                resampler.process_partial(chunk.map(|chunk| [chunk]).as_ref().map(|chunk| &chunk[..]), None)
            else {
                break;
            };
            samples.extend_from_slice(&output[0]);
        }
        samples.drain(..delay.min(samples.len()));
        samples.truncate(wanted);
        Self { samples, rate }
    }

    /// A file of 16-bit samples.
    pub fn to_wav(&self) -> Vec<u8> {
        let spec = hound::WavSpec {
            channels: 1,
            sample_rate: self.rate,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        };
        let mut file = Cursor::new(Vec::new());
        let written = hound::WavWriter::new(&mut file, spec).and_then(|mut writer| {
            self.samples.iter().try_for_each(|&sample| writer.write_sample(to_i16(sample)))?;
            writer.finalize()
        });
        // Memory takes whatever is written.
        debug_assert!(written.is_ok());
        file.into_inner()
    }

    /// 16-bit samples in little-endian order.
    pub fn to_pcm(&self) -> Vec<u8> {
        self.samples.iter().flat_map(|&sample| to_i16(sample).to_le_bytes()).collect()
    }
}

fn to_i16(sample: f32) -> i16 {
    (sample.clamp(-1.0, 1.0) * 32767.0).round() as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(rate: u32, seconds: f32) -> Sound {
        let count = (rate as f32 * seconds) as usize;
        let sample = |index| (index as f32 / rate as f32 * 440.0 * std::f32::consts::TAU).sin() * 0.5;
        Sound { samples: (0..count).map(sample).collect(), rate }
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let sound = tone(16_000, 0.25);
        let read = Sound::decode(sound.to_wav()).unwrap();
        assert_eq!((read.rate, read.samples.len()), (16_000, 4_000));
        assert!(read.samples.iter().zip(&sound.samples).all(|(a, b)| (a - b).abs() < 1e-4));
    }

    #[test]
    fn another_rate_is_the_same_tone() {
        for rate in [8_000, 16_000, 48_000] {
            let (resampled, expected) = (tone(44_100, 0.5).resampled(rate), tone(rate, 0.5));
            assert_eq!(resampled.samples.len(), expected.samples.len());
            let middle = rate as usize / 10..rate as usize * 4 / 10;
            let differs = |index: usize| (resampled.samples[index] - expected.samples[index]).abs() > 0.01;
            assert_eq!(middle.filter(|&index| differs(index)).count(), 0, "{rate}");
        }
    }

    #[test]
    fn what_is_no_sound_says_so() {
        for file in [&b""[..], b"RIFF", b"not a sound at all", &tone(8_000, 0.1).to_wav()[..30]] {
            assert!(Sound::decode(file.to_vec()).is_err());
        }
    }

    #[test]
    fn loud_samples_are_clipped() {
        assert_eq!([to_i16(2.0), to_i16(-2.0), to_i16(f32::NAN)], [32767, -32767, 0]);
    }
}
