//! Models in this process: `fetch.js` gives the bodies of requests, and gets those of answers.

use hotforge::openai::{embeddings, images, speech, transcription, Dialect, Interface, Problem};
use hotforge::{Cancellation, Predictor};
use napi::bindgen_prelude::{AsyncTask, Buffer, ClassInstance};
use napi::{Env, JsUnknown, Result};
use napi_derive::napi;
use serde_json::{json, Value as Json};

use crate::work::{Failure, Work};
use crate::{within, NativeCancellation, NativeLibrary};

/// A predictor under the name of a model.
#[napi]
pub struct NativeModel {
    pub(crate) name: String,
    pub(crate) predictor: Predictor,
}

/// What ends a call, if anything does.
pub type Cancelled = Option<ClassInstance<NativeCancellation>>;

/// A body with its media type.
pub struct Body {
    content_type: String,
    bytes: Vec<u8>,
}

#[napi]
impl NativeLibrary {
    /// The model of a predictor.
    #[napi]
    pub fn model(&self, name: String, predictor: String) -> Result<NativeModel> {
        Ok(NativeModel { name, predictor: self.predictor(&predictor)? })
    }
}

#[napi]
impl NativeModel {
    /// What ends calls that are given it.
    #[napi]
    pub fn cancellation(&self) -> NativeCancellation {
        NativeCancellation { cancellation: Cancellation::new(self.predictor.library()) }
    }

    /// Texts to vectors.
    #[napi]
    pub fn embeddings(&self, body: String, cancelled: Cancelled) -> AsyncTask<Work<Body>> {
        let (name, predictor) = (self.name.clone(), self.predictor.clone());
        answer(cancelled, move || Ok(embeddings::answer(&name, &predictor, parse(&body)?)?.into()))
    }

    /// Text to pictures.
    #[napi]
    pub fn images(&self, body: String, cancelled: Cancelled) -> AsyncTask<Work<Body>> {
        let (name, predictor) = (self.name.clone(), self.predictor.clone());
        answer(cancelled, move || {
            let Some(Interface::Images(roles)) = Interface::of(predictor.described()) else { return Err(wrong(&name)) };
            let request = images::Request::parse(parse(&body)?, &roles, predictor.described())?;
            Ok(request.call(&predictor)?.into())
        })
    }

    /// Text to sound.
    #[napi]
    pub fn speech(&self, body: String, cancelled: Cancelled) -> AsyncTask<Work<Body>> {
        let (name, predictor) = (self.name.clone(), self.predictor.clone());
        answer(cancelled, move || {
            let Some(Interface::Speech(roles)) = Interface::of(predictor.described()) else { return Err(wrong(&name)) };
            let request = speech::Request::parse(parse(&body)?, &roles, predictor.described())?;
            let spoken = request.call(&roles, &predictor)?;
            Ok(Body { content_type: spoken.content_type, bytes: spoken.bytes })
        })
    }

    /// Sound to text. `fields` are those of the form, but for the file.
    #[napi]
    pub fn transcription(&self, fields: String, file: Buffer, cancelled: Cancelled) -> AsyncTask<Work<Body>> {
        let (name, predictor, file) = (self.name.clone(), self.predictor.clone(), file.to_vec());
        answer(cancelled, move || {
            let Some(Interface::Transcription(roles)) = Interface::of(predictor.described()) else {
                return Err(wrong(&name));
            };
            let Json::Object(fields) = parse(&fields)? else { return Err(wrong(&name)) };
            let request = transcription::Request::parse(fields, file, &roles, predictor.described())?;
            Ok(match request.call(&predictor)? {
                transcription::Heard::Json(body) => body.into(),
                transcription::Heard::Text(text) => {
                    Body { content_type: "text/plain; charset=utf-8".into(), bytes: text.into_bytes() }
                }
            })
        })
    }
}

impl From<Json> for Body {
    fn from(json: Json) -> Self {
        Self { content_type: "application/json".into(), bytes: json.to_string().into_bytes() }
    }
}

impl Body {
    /// `{ contentType, bytes }`
    pub(crate) fn into_object(self, env: Env) -> Result<JsUnknown> {
        let mut object = env.create_object()?;
        object.set_named_property("contentType", env.create_string(&self.content_type)?)?;
        object.set_named_property("bytes", env.create_buffer_with_data(self.bytes)?.into_raw())?;
        Ok(object.into_unknown())
    }
}

/// Makes the answer to a request on another thread.
fn answer(
    cancelled: Cancelled,
    work: impl FnOnce() -> std::result::Result<Body, Problem> + Send + 'static,
) -> AsyncTask<Work<Body>> {
    let cancellation = cancelled.map(|given| given.cancellation.clone());
    let run = move || within(&cancellation, work).map_err(|problem| refused(Dialect::OpenAi, &problem));
    Work::task(run, |env, body| body.into_object(env))
}

/// The answer that tells why there is no other: its status, and its body.
pub(crate) fn refused(dialect: Dialect, problem: &Problem) -> Failure {
    Failure(json!({ "status": problem.status, "body": dialect.problem(problem) }))
}

/// The body of a request.
pub(crate) fn parse(body: &str) -> std::result::Result<Json, Problem> {
    serde_json::from_str(body).map_err(|error| Problem::invalid("", format!("the body is not valid JSON: {error}")))
}

/// A request to a model for what it does not do.
pub(crate) fn wrong(name: &str) -> Problem {
    Problem::invalid("model", format!("the model {name} does not do that"))
}
