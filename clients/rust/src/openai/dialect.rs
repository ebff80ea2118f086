//! In which API's shape a conversation is asked for and answered. What is said is the same in both.

use serde_json::Value as Json;

use super::Problem;
use super::chat::{self, Chunks, Ended, Request, Roles};
use super::messages;
use crate::manifest::Predictor as Described;

/// An API of conversations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// OpenAI's `/v1/chat/completions`
    OpenAi,
    /// Anthropic's `/v1/messages`
    Anthropic,
}

/// An event of a streamed answer, as `text/event-stream` carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its name, where events have one.
    pub name: Option<String>,
    /// What it says: JSON, or the mark that nothing follows.
    pub data: String,
}

/// Writes the events of one streamed answer.
#[derive(Debug, Clone)]
pub enum Writer {
    /// Chunks without a name.
    OpenAi {
        /// What all chunks of the answer share.
        chunks: Chunks,
        /// Whether the last tells the number of tokens.
        wants_usage: bool,
    },
    /// Events that have the name of their type.
    Anthropic {
        /// The name of the model.
        model: String,
    },
}

impl Dialect {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// Where it makes no sense, or asks for what the predictor has not.
    pub fn parse(self, body: Json, roles: &Roles, predictor: &Described) -> Result<Request, Problem> {
        match self {
            Dialect::OpenAi => Request::parse(body, roles, predictor),
            Dialect::Anthropic => messages::parse(body, roles, predictor),
        }
    }

    /// The body of a whole answer.
    pub fn whole(self, model: &str, text: &str, ended: &Ended) -> Json {
        match self {
            Dialect::OpenAi => chat::completion(model, text, ended),
            Dialect::Anthropic => messages::message(model, text, ended),
        }
    }

    /// The body that tells of a problem.
    pub fn problem(self, problem: &Problem) -> Json {
        match self {
            Dialect::OpenAi => problem.to_json(),
            Dialect::Anthropic => messages::problem(problem),
        }
    }

    /// What writes the streamed answer to a request.
    pub fn writer(self, model: &str, request: &Request) -> Writer {
        match self {
            Dialect::OpenAi => Writer::OpenAi { chunks: Chunks::new(model), wants_usage: request.wants_usage },
            Dialect::Anthropic => Writer::Anthropic { model: model.to_owned() },
        }
    }
}

impl Writer {
    /// The events before the first piece.
    pub fn first(&self) -> Vec<Event> {
        match self {
            Writer::OpenAi { chunks, .. } => vec![Event::unnamed(&chunks.first())],
            Writer::Anthropic { model } => messages::first_events(model).iter().map(Event::named).collect(),
        }
    }

    /// The event of a piece.
    pub fn piece(&self, text: &str) -> Event {
        match self {
            Writer::OpenAi { chunks, .. } => Event::unnamed(&chunks.piece(text)),
            Writer::Anthropic { .. } => Event::named(&messages::piece_event(text)),
        }
    }

    /// The events after the last piece.
    pub fn last(&self, ended: &Ended) -> Vec<Event> {
        match self {
            Writer::OpenAi { chunks, wants_usage } => {
                let done = Event { name: None, data: "[DONE]".into() };
                chunks.last(ended, *wants_usage).iter().map(Event::unnamed).chain([done]).collect()
            }
            Writer::Anthropic { .. } => messages::last_events(ended).iter().map(Event::named).collect(),
        }
    }

    /// The event that ends an answer which could not go on.
    pub fn failed(&self, problem: &Problem) -> Event {
        match self {
            Writer::OpenAi { .. } => Event::unnamed(&Dialect::OpenAi.problem(problem)),
            Writer::Anthropic { .. } => Event::named(&Dialect::Anthropic.problem(problem)),
        }
    }
}

impl Event {
    fn unnamed(data: &Json) -> Self {
        Self { name: None, data: data.to_string() }
    }

    /// Named by the type of what it says.
    fn named(data: &Json) -> Self {
        Self { name: data["type"].as_str().map(str::to_owned), data: data.to_string() }
    }
}

/// The event as the lines of `text/event-stream` (HTML standard, 9.2.5). JSON has no line ends outside its texts, where they are
/// escaped.
impl std::fmt::Display for Event {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(name) = &self.name {
            writeln!(out, "event: {name}")?;
        }
        write!(out, "data: {}\n\n", self.data)
    }
}
