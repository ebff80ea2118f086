//! OpenAI's API in this process: `openai.js` gives bodies as JSON, and gets them.

use std::sync::Mutex;

use hotforge::openai::chat::{self, Answer, Chunks};
use hotforge::openai::{embeddings, speech, transcription, Interface, Problem};
use hotforge::{Library, Predictor};
use napi::bindgen_prelude::{AsyncTask, Buffer};
use napi::{JsUnknown, Result};
use napi_derive::napi;
use serde_json::Value as Json;

use crate::work::{failure, Failure, Outcome, Work};
use crate::NativeLibrary;

/// A predictor under the name of a model.
#[napi]
pub struct NativeModel {
    name: String,
    predictor: Predictor,
}

/// A streamed answer.
#[napi]
pub struct NativeAnswer {
    steps: std::sync::Arc<Mutex<Steps>>,
}

struct Steps {
    chunks: Chunks,
    /// `None` after the last piece.
    answer: Option<Answer>,
    wants_usage: bool,
    is_first: bool,
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Failure(problem.to_json()["error"].clone())
    }
}

fn parse(body: &str) -> Outcome<Json> {
    serde_json::from_str(body).map_err(|error| failure("invalid_request_error", error.to_string()))
}

fn wrong(name: &str) -> Failure {
    Problem::invalid("model", format!("the model {name} does not do that")).into()
}

#[napi]
impl NativeLibrary {
    /// The model of a predictor.
    #[napi]
    pub fn model(&self, name: String, predictor: String) -> Result<NativeModel> {
        let library: &Library = &self.library;
        let predictor = library.predictor(&predictor).map_err(|error| napi::Error::from_reason(error.to_string()))?;
        Ok(NativeModel { name, predictor })
    }
}

#[napi]
impl NativeModel {
    /// The answer to a request for embeddings.
    #[napi]
    pub fn embeddings(&self, body: String) -> AsyncTask<Work<String>> {
        let (name, predictor) = (self.name.clone(), self.predictor.clone());
        Work::task(move || Ok(embeddings::answer(&name, &predictor, parse(&body)?)?.to_string()), text)
    }

    /// The answer to a request for a chat completion.
    #[napi]
    pub fn chat(&self, body: String) -> AsyncTask<Work<String>> {
        let (name, predictor) = (self.name.clone(), self.predictor.clone());
        Work::task(
            move || {
                let (mut answer, _) = begin(&name, &predictor, &body)?;
                let text = answer.collect()?;
                Ok(chat::completion(&name, &text, &answer.ended()).to_string())
            },
            text,
        )
    }

    /// The streamed answer to such a request.
    #[napi]
    pub fn chat_stream(&self, body: String) -> AsyncTask<Work<NativeAnswer>> {
        let (name, predictor) = (self.name.clone(), self.predictor.clone());
        Work::task(
            move || {
                let (answer, wants_usage) = begin(&name, &predictor, &body)?;
                let steps = Steps { chunks: Chunks::new(&name), answer: Some(answer), wants_usage, is_first: true };
                Ok(NativeAnswer { steps: std::sync::Arc::new(Mutex::new(steps)) })
            },
            |env, answer| Ok(answer.into_instance(env)?.as_object(env).into_unknown()),
        )
    }

    /// The sound of a text.
    #[napi]
    pub fn speech(&self, body: String) -> AsyncTask<Work<Vec<u8>>> {
        let (name, predictor) = (self.name.clone(), self.predictor.clone());
        Work::task(
            move || {
                let Some(Interface::Speech(roles)) = Interface::of(predictor.described()) else {
                    return Err(wrong(&name));
                };
                let request = speech::Request::parse(parse(&body)?, &roles, predictor.described())?;
                Ok(request.call(&roles, &predictor)?.bytes)
            },
            |env, bytes| Ok(env.create_buffer_with_data(bytes)?.into_unknown()),
        )
    }

    /// The text of a sound; text that is no JSON where that was asked for.
    #[napi]
    pub fn transcription(&self, fields: String, file: Buffer) -> AsyncTask<Work<String>> {
        let (name, predictor, file) = (self.name.clone(), self.predictor.clone(), file.to_vec());
        Work::task(
            move || {
                let Some(Interface::Transcription(roles)) = Interface::of(predictor.described()) else {
                    return Err(wrong(&name));
                };
                let Json::Object(fields) = parse(&fields)? else { return Err(wrong(&name)) };
                let request = transcription::Request::parse(fields, file, &roles, predictor.described())?;
                Ok(match request.call(&predictor)? {
                    transcription::Heard::Json(body) => body.to_string(),
                    transcription::Heard::Text(text) => Json::String(text).to_string(),
                })
            },
            text,
        )
    }
}

#[napi]
impl NativeAnswer {
    /// The next chunks, each a JSON text; none at the end.
    #[napi]
    pub fn next(&self) -> AsyncTask<Work<Vec<String>>> {
        let steps = self.steps.clone();
        Work::task(
            move || {
                let mut steps = steps.lock().map_err(|_| failure("SystemError", "an earlier step failed".into()))?;
                steps.advance()
            },
            |env, chunks| {
                let mut list = env.create_array_with_length(chunks.len())?;
                for (index, chunk) in chunks.iter().enumerate() {
                    list.set_element(index as u32, env.create_string(chunk)?)?;
                }
                Ok(list.into_unknown())
            },
        )
    }

    /// Ends it early.
    #[napi]
    pub fn close(&self) {
        // A step that runs ends first; the predictor is asked for no more then.
        if let Ok(mut steps) = self.steps.try_lock() {
            steps.answer = None;
        }
    }
}

impl Steps {
    fn advance(&mut self) -> Outcome<Vec<String>> {
        if std::mem::take(&mut self.is_first) {
            return Ok(vec![self.chunks.first().to_string()]);
        }
        let Some(answer) = &mut self.answer else { return Ok(Vec::new()) };
        match answer.next_piece() {
            Ok(Some(piece)) => Ok(vec![self.chunks.piece(&piece).to_string()]),
            Ok(None) => {
                let last = self.chunks.last(&answer.ended(), self.wants_usage);
                self.answer = None;
                Ok(last.iter().map(Json::to_string).collect())
            }
            Err(raised) => {
                self.answer = None;
                Err(Problem::from(raised).into())
            }
        }
    }
}

/// The answer to a chat's body, and whether its tokens are wanted.
fn begin(name: &str, predictor: &Predictor, body: &str) -> Outcome<(Answer, bool)> {
    let Some(Interface::Chat(roles)) = Interface::of(predictor.described()) else { return Err(wrong(name)) };
    let request = chat::Request::parse(parse(body)?, &roles, predictor.described())?;
    let wants_usage = request.wants_usage;
    Ok((request.call(predictor)?, wants_usage))
}

fn text(env: napi::Env, text: String) -> Result<JsUnknown> {
    Ok(env.create_string(&text)?.into_unknown())
}
