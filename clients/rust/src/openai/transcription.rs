//! `/v1/audio/transcriptions`: sound to text.

use serde_json::{Value as Json, json};

use super::roles::{self, Fields, Given};
use super::{Problem, audio};
use crate::manifest::{Predictor as Described, Schema};
use crate::{Array, Predictor, Value};

/// Which parameters of a predictor are which.
#[derive(Debug, Clone, PartialEq)]
pub struct Roles {
    audio: String,
    /// Whether samples are 64-bit floats, and not 32-bit ones.
    is_double: bool,
    sample_rate: u32,
    language: Option<String>,
    prompt: Option<String>,
    temperature: Option<String>,
}

/// A request.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    arguments: Given,
    format: Format,
    seconds: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Text,
    Verbose,
}

/// What was heard.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// A JSON body.
    Json(Json),
    /// A body of plain text.
    Text(String),
}

impl Roles {
    /// A predictor that needs nothing but `Audio` of a known sample rate, samples along one axis, and gives text.
    pub fn of(predictor: &Described) -> Option<Self> {
        if predictor.returns.schema != Schema::Str {
            return None;
        }
        let audio = roles::main_input(predictor, |parameter| {
            parameter.typed.denotes("Audio")
                && matches!(&parameter.typed.schema, Schema::Array { dtype, .. } if dtype.starts_with("float"))
        })?;
        Some(Self {
            audio: audio.name.clone(),
            is_double: audio
                .typed
                .schema
                .takes(&|schema| matches!(schema, Schema::Array { dtype, .. } if dtype == "float64")),
            sample_rate: roles::number(&audio.typed.fields, "sample_rate")?,
            language: roles::optional(predictor, "TranscriptionLanguage", "language"),
            prompt: roles::optional(predictor, "TranscriptionPrompt", "prompt"),
            temperature: roles::optional(predictor, "SamplingTemperature", "temperature"),
        })
    }
}

impl Request {
    /// Reads the fields of a form; `file` is the sound in it.
    ///
    /// # Errors
    /// Where it makes no sense, the file is no sound, or the predictor has no such parameter.
    pub fn parse(mut fields: Fields, file: Vec<u8>, roles: &Roles, predictor: &Described) -> Result<Self, Problem> {
        let format = match roles::text(&mut fields, "response_format")?.as_deref() {
            None | Some("json") => Format::Json,
            Some("text") => Format::Text,
            Some("verbose_json") => Format::Verbose,
            Some(other) => {
                let message = format!("what was heard is written as json, text or verbose_json, not as {other:?}");
                return Err(Problem::unsupported("response_format", message));
            }
        };
        if fields.remove("stream").is_some_and(|stream| stream == true || stream == "true") {
            return Err(Problem::unsupported("stream", "the model answers at once: leave stream out"));
        }
        if roles.temperature.is_none()
            && fields.get("temperature").is_some_and(|json| *json == 0 || *json == "0" || *json == "0.0")
        {
            fields.remove("temperature");
        }
        let sound = audio::Sound::decode(file).map_err(|reason| Problem::invalid("file", format!("file: {reason}")))?;
        let sound = sound.resampled(roles.sample_rate);
        let seconds = sound.samples.len() as f64 / f64::from(roles.sample_rate);
        let mut arguments = Given(vec![(roles.audio.clone(), samples(sound.samples, roles.is_double))]);
        let parameters =
            [("language", &roles.language), ("prompt", &roles.prompt), ("temperature", &roles.temperature)];
        for (field, parameter) in parameters {
            roles::move_field(predictor, parameter.as_ref(), &mut fields, field, &mut arguments)?;
        }
        fields.remove(&roles.audio);
        roles::move_named(predictor, &mut fields, &mut arguments)?;
        Ok(Self { arguments, format, seconds })
    }

    /// Calls the predictor.
    ///
    /// # Errors
    /// What it raises.
    pub fn call(self, predictor: &Predictor) -> Result<Heard, Problem> {
        let language = self.arguments.0.iter().find_map(|(name, value)| match value {
            Value::Str(text) if name == "language" => Some(text.clone()),
            _ => None,
        });
        let value = predictor.call(self.arguments.0.iter().map(|(name, value)| (name.as_str(), value.clone())))?;
        let Value::Str(text) = value else {
            let message = format!("the predictor gave {} where text is wanted", value.type_name());
            return Err(Problem::new(500, "server_error", "no_text", message));
        };
        let usage = json!({ "type": "duration", "seconds": self.seconds });
        Ok(match self.format {
            Format::Text => Heard::Text(text + "\n"),
            Format::Json => Heard::Json(json!({ "text": text, "usage": usage })),
            Format::Verbose => Heard::Json(json!({
                "task": "transcribe",
                "language": language.unwrap_or_default(),
                "duration": self.seconds,
                "text": text,
                "usage": usage,
            })),
        })
    }
}

fn samples(samples: Vec<f32>, is_double: bool) -> Value {
    let shape = [samples.len() as i64];
    let array = match is_double {
        true => Array::from_vec(&shape, samples.into_iter().map(f64::from).collect()),
        false => Array::from_vec(&shape, samples),
    };
    array.map_or(Value::None, Value::Array)
}
