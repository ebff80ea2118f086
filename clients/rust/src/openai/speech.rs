//! `/v1/audio/speech`: text to sound.

use serde_json::Value as Json;

use super::roles::{self, Given};
use super::{Problem, audio};
use crate::manifest::{Predictor as Described, Schema};
use crate::{Predictor, Value};

/// Which parameters of a predictor are which.
#[derive(Debug, Clone, PartialEq)]
pub struct Roles {
    input: String,
    voice: Option<String>,
    speed: Option<String>,
    /// Of the sound that it gives.
    sample_rate: u32,
}

/// A request.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    arguments: Given,
    format: Format,
}

/// How sound is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Wav,
    /// 16-bit samples in little-endian order, without a header.
    Pcm,
}

/// Sound as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Its media type.
    pub content_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Roles {
    /// A predictor that needs nothing but a text and whose result is `Audio` of a known sample rate.
    pub fn of(predictor: &Described) -> Option<Self> {
        let returns = &predictor.returns;
        if !returns.denotes("Audio") || !matches!(returns.schema, Schema::Array { .. }) {
            return None;
        }
        let input = roles::main_input(predictor, |parameter| roles::is_text(&parameter.typed.schema))?;
        Some(Self {
            input: input.name.clone(),
            voice: roles::optional(predictor, "AudioVoice", "voice"),
            speed: roles::optional(predictor, "AudioSpeed", "speed"),
            sample_rate: roles::number(&returns.fields, "sample_rate")?,
        })
    }
}

impl Request {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// Where it makes no sense, or asks for what the predictor has not.
    pub fn parse(body: Json, roles: &Roles, predictor: &Described) -> Result<Self, Problem> {
        let mut fields = roles::fields(body)?;
        let input = roles::text(&mut fields, "input")?;
        let input = input.ok_or_else(|| Problem::invalid("input", "input must be the text to speak"))?;
        let format = match roles::text(&mut fields, "response_format")?.as_deref() {
            // The API's own default is mp3; it is not written here, and wav is what every player reads.
            None | Some("wav") => Format::Wav,
            Some("pcm") => Format::Pcm,
            Some(other) => {
                let message = format!("sound is written as wav or pcm, not as {other:?}: set response_format");
                return Err(Problem::unsupported("response_format", message));
            }
        };
        if roles::text(&mut fields, "stream_format")?.is_some_and(|format| format != "audio") {
            return Err(Problem::unsupported(
                "stream_format",
                "the sound comes as a file: stream_format must be \"audio\"",
            ));
        }
        if fields.get("voice").is_some_and(Json::is_object) {
            return Err(Problem::unsupported("voice", "voices are given by name"));
        }
        if roles.voice.is_none() {
            // The API demands a voice; a model with one voice speaks with that.
            fields.remove("voice");
        }
        if roles.speed.is_none() && fields.get("speed").and_then(Json::as_f64) == Some(1.0) {
            fields.remove("speed");
        }
        let mut arguments = Given(vec![(roles.input.clone(), Value::Str(input))]);
        roles::move_field(predictor, roles.voice.as_ref(), &mut fields, "voice", &mut arguments)?;
        roles::move_field(predictor, roles.speed.as_ref(), &mut fields, "speed", &mut arguments)?;
        fields.remove(&roles.input);
        roles::move_named(predictor, &mut fields, &mut arguments)?;
        Ok(Self { arguments, format })
    }

    /// Calls the predictor and writes the sound.
    ///
    /// # Errors
    /// What it raises, or where its result is no sound.
    pub fn call(self, roles: &Roles, predictor: &Predictor) -> Result<Spoken, Problem> {
        let arguments = self.arguments.into_arguments();
        let value = predictor.call(arguments.iter().map(|(name, value)| (name.as_str(), value.clone())))?;
        let no_sound =
            |what: String| Problem::new(500, "server_error", "no_audio", format!("the predictor gave {what}"));
        let Value::Array(samples) = value else {
            return Err(no_sound(format!("{} where sound is wanted", value.type_name())));
        };
        let sound = audio::Sound::of_array(&samples, roles.sample_rate);
        let sound = sound.ok_or_else(|| no_sound(format!("{samples:?}, which is no sound")))?;
        Ok(match self.format {
            Format::Wav => Spoken { content_type: "audio/wav".into(), bytes: sound.to_wav() },
            Format::Pcm => {
                Spoken { content_type: format!("audio/pcm;rate={}", roles.sample_rate), bytes: sound.to_pcm() }
            }
        })
    }
}
