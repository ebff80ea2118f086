//! Conversations, in the shape of OpenAI's API and of Anthropic's.

use std::sync::{Arc, Mutex, PoisonError};

use hotforge::openai::chat::Answer;
use hotforge::openai::{Dialect, Interface, Problem, Writer};
use hotforge::Cancellation;
use napi::bindgen_prelude::AsyncTask;
use napi::{Env, JsUnknown, Result};
use napi_derive::napi;

use crate::models::{parse, refused, wrong, Body, Cancelled, NativeModel};
use crate::within;
use crate::work::Work;

/// An answer: whole, or as it comes.
pub enum Reply {
    /// Its body.
    Whole(Body),
    /// Its events.
    Stream(NativeEvents),
}

/// The events of a streamed answer.
#[napi]
#[derive(Clone)]
pub struct NativeEvents {
    steps: Arc<Mutex<Steps>>,
    cancellation: Option<Cancellation>,
}

struct Steps {
    writer: Writer,
    /// What is ready to be given.
    ready: String,
    /// `None` after the last piece.
    answer: Option<Answer>,
}

#[napi]
impl NativeModel {
    /// The answer to a chat completion's request: as embeddings are given, or the events of a stream.
    #[napi]
    pub fn chat(&self, body: String, cancelled: Cancelled) -> AsyncTask<Work<Reply>> {
        self.converse(Dialect::OpenAi, body, cancelled)
    }

    /// The same of Anthropic's API.
    #[napi]
    pub fn messages(&self, body: String, cancelled: Cancelled) -> AsyncTask<Work<Reply>> {
        self.converse(Dialect::Anthropic, body, cancelled)
    }

    fn converse(&self, dialect: Dialect, body: String, cancelled: Cancelled) -> AsyncTask<Work<Reply>> {
        let model = NativeModel { name: self.name.clone(), predictor: self.predictor.clone() };
        let cancellation = cancelled.map(|given| given.cancellation.clone());
        let run = move || {
            let reply = within(&cancellation, || model.reply(dialect, &body, cancellation.clone()));
            reply.map_err(|problem| refused(dialect, &problem))
        };
        Work::task(run, |env, reply| match reply {
            Reply::Whole(body) => body.into_object(env),
            Reply::Stream(events) => Ok(events.into_instance(env)?.as_object(env).into_unknown()),
        })
    }

    fn reply(
        &self,
        dialect: Dialect,
        body: &str,
        cancellation: Option<Cancellation>,
    ) -> std::result::Result<Reply, Problem> {
        let described = self.predictor.described();
        let Some(Interface::Chat(roles)) = Interface::of(described) else { return Err(wrong(&self.name)) };
        let request = dialect.parse(parse(body)?, &roles, described)?;
        let writer = request.is_stream.then(|| dialect.writer(&self.name, &request));
        let mut answer = request.call(&self.predictor)?;
        let Some(writer) = writer else {
            let text = answer.collect()?;
            return Ok(Reply::Whole(dialect.whole(&self.name, &text, &answer.ended()).into()));
        };
        let mut steps = Steps { ready: String::new(), writer, answer: Some(answer) };
        // What is wrong with a request shows in the first piece, when an answer can still say so by its status.
        steps.begin()?;
        Ok(Reply::Stream(NativeEvents { steps: Arc::new(Mutex::new(steps)), cancellation }))
    }
}

#[napi]
impl NativeEvents {
    /// Some events, as text; an empty text at the end.
    #[napi]
    pub fn next(&self) -> AsyncTask<Work<String>> {
        let events = self.clone();
        Work::task(
            move || {
                let mut steps = events.steps.lock().unwrap_or_else(PoisonError::into_inner);
                Ok(within(&events.cancellation, || steps.next()))
            },
            |env: Env, text| -> Result<JsUnknown> { Ok(env.create_string(&text)?.into_unknown()) },
        )
    }

    /// Ends it early.
    #[napi]
    pub fn close(&self) {
        // Where a step runs now it ends first: it is cancelled, and no other follows.
        if let Ok(mut steps) = self.steps.try_lock() {
            steps.answer = None;
        }
    }
}

impl Steps {
    /// Makes the first piece, and all events up to it.
    fn begin(&mut self) -> std::result::Result<(), Problem> {
        let first: String = self.writer.first().iter().map(ToString::to_string).collect();
        let next = self.advance()?;
        self.ready = first + &next;
        Ok(())
    }

    fn next(&mut self) -> String {
        if !self.ready.is_empty() {
            return std::mem::take(&mut self.ready);
        }
        self.advance().unwrap_or_else(|problem| self.writer.failed(&problem).to_string())
    }

    /// The events of the next piece, or of the end.
    fn advance(&mut self) -> std::result::Result<String, Problem> {
        let Some(mut answer) = self.answer.take() else { return Ok(String::new()) };
        Ok(match answer.next_piece()? {
            Some(piece) => {
                self.answer = Some(answer);
                self.writer.piece(&piece).to_string()
            }
            None => self.writer.last(&answer.ended()).iter().map(ToString::to_string).collect(),
        })
    }
}
