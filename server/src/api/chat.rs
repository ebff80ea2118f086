//! `/v1/chat/completions` and Anthropic's `/v1/messages`

use std::sync::Arc;

use axum::Json;
use axum::extract::State as Extract;
use axum::extract::rejection::BytesRejection;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream;
use hotforge::Cancellation;
use hotforge::openai::chat::{Ended, Request};
use hotforge::openai::{Dialect, Interface, Problem, Writer};

use super::Shared;
use super::answer;
use crate::State;
use crate::gate::Items;
use crate::models::Model;

/// What comes of a call, piece by piece.
enum Step {
    Piece(String),
    Ended(Ended),
    Failed(Problem),
}

/// A conversation that has begun: its first step is known.
struct Conversation {
    model: Arc<Model>,
    first: Step,
    rest: Items<Step>,
    state: Arc<State>,
}

/// Messages to an answer, in OpenAI's shape.
pub async fn create_completion(state: Shared, body: Result<Bytes, BytesRejection>) -> Response {
    create(state, Dialect::OpenAi, body).await
}

/// Messages to an answer, in Anthropic's shape.
pub async fn create_message(state: Shared, body: Result<Bytes, BytesRejection>) -> Response {
    create(state, Dialect::Anthropic, body).await
}

async fn create(Extract(state): Shared, dialect: Dialect, body: Result<Bytes, BytesRejection>) -> Response {
    let answer = async {
        let body = answer::json(body)?;
        let model = state.registry.named(answer::model_name(&body)?)?;
        let Some(Interface::Chat(roles)) = &model.interface else { return Err(answer::other_interface(&model)) };
        let request = dialect.parse(body, roles, model.predictor.described())?;
        let writer = request.is_stream.then(|| dialect.writer(&model.name, &request));
        let conversation = begin(state, model.clone(), request).await?;
        if let Some(writer) = writer {
            return Ok(conversation.events(writer));
        }
        let (text, ended) = conversation.whole().await?;
        Ok(Json(dialect.whole(&model.name, &text, &ended)).into_response())
    };
    answer.await.unwrap_or_else(|problem: Problem| answer::with_status(&problem, dialect.problem(&problem)))
}

/// Calls the predictor and waits for its first step: what is wrong with the request shows there.
async fn begin(state: Arc<State>, model: Arc<Model>, request: Request) -> Result<Conversation, Problem> {
    let timeout = state.settings.timeout;
    let predictor = model.predictor.clone();
    let cancellation = Cancellation::new(predictor.library());
    let mut steps = state
        .gate
        .stream(timeout, cancellation, move |sink| {
            let mut answer = match request.call(&predictor) {
                Ok(answer) => answer,
                Err(problem) => return sink.last(Step::Failed(problem)),
            };
            loop {
                let step = match answer.next_piece() {
                    Ok(Some(piece)) => Step::Piece(piece),
                    Ok(None) => Step::Ended(answer.ended()),
                    Err(raised) => Step::Failed(raised.into()),
                };
                let is_last = !matches!(step, Step::Piece(_));
                // Where nobody listens any more, the predictor is asked for no more.
                if !sink.give(step) || is_last {
                    return;
                }
            }
        })
        .await?;
    match steps.next(timeout).await?.unwrap_or_else(broken) {
        Step::Failed(problem) => Err(problem),
        first => Ok(Conversation { model, first, rest: steps, state }),
    }
}

/// The step of a call that ended without saying how.
fn broken() -> Step {
    Step::Failed(Problem::new(500, "server_error", "panic", "the server failed"))
}

impl Conversation {
    /// All the text.
    async fn whole(mut self) -> Result<(String, Ended), Problem> {
        let mut text = String::new();
        let mut step = self.first;
        loop {
            match step {
                Step::Piece(piece) => text.push_str(&piece),
                Step::Ended(ended) => {
                    count_tokens(&self.model, &ended);
                    return Ok((text, ended));
                }
                Step::Failed(problem) => return Err(problem),
            }
            step = self.rest.next(self.state.settings.timeout).await?.unwrap_or_else(broken);
        }
    }

    /// The answer as it comes.
    fn events(self, writer: Writer) -> Response {
        let timeout = self.state.settings.timeout;
        let (model, start) = (self.model, writer.first());
        // `None` after the last step.
        let steps = stream::unfold((Some(self.first), Some(self.rest)), move |(first, rest)| async move {
            let mut rest = rest?;
            let step = match first {
                Some(step) => step,
                None => rest.next(timeout).await.map_or_else(Step::Failed, |step| step.unwrap_or_else(broken)),
            };
            let is_last = !matches!(step, Step::Piece(_));
            Some((step, (None, (!is_last).then_some(rest))))
        });
        let events = steps.flat_map(move |step| {
            if let Step::Ended(ended) = &step {
                count_tokens(&model, ended);
            }
            stream::iter(match &step {
                Step::Piece(text) => vec![writer.piece(text)],
                Step::Ended(ended) => writer.last(ended),
                Step::Failed(problem) => vec![writer.failed(problem)],
            })
        });
        answer::events(stream::iter(start).chain(events).map(to_axum))
    }
}

fn to_axum(event: hotforge::openai::Event) -> Event {
    let written = Event::default().data(event.data);
    match event.name {
        Some(name) => written.event(name),
        None => written,
    }
}

fn count_tokens(model: &Model, ended: &Ended) {
    let tokens = ended.usage.prompt + ended.usage.completion;
    metrics::counter!("hotforge_tokens_total", "model" => model.name.clone()).increment(tokens);
}
