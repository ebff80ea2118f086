//! OpenAI's API answered by predictors: requests and answers are JSON, as the official clients send and read them.
//!
//! Which part of the API a predictor serves is read from its manifest. Parameters are found by their denotation
//! (`Parameter.EmbeddingDims` is `dimensions`), the main input by its type; every other parameter needs a default, and a request
//! may give it by its own name, as `extra_body` of the Python client does. `docs/serving.md` says it in full.

mod audio;
pub mod chat;
mod dialect;
pub mod embeddings;
pub mod images;
pub mod messages;
mod problem;
mod roles;
pub mod speech;
pub mod transcription;

pub use dialect::{Dialect, Event, Writer};
pub use problem::Problem;
pub use roles::Given;

use std::time::{SystemTime, UNIX_EPOCH};

use crate::manifest::Predictor;

/// The part of the API that a predictor serves.
#[derive(Debug, Clone, PartialEq)]
pub enum Interface {
    /// `/v1/embeddings`
    Embeddings(embeddings::Roles),
    /// `/v1/chat/completions`, and Anthropic's `/v1/messages`
    Chat(chat::Roles),
    /// `/v1/images/generations`
    Images(images::Roles),
    /// `/v1/audio/speech`
    Speech(speech::Roles),
    /// `/v1/audio/transcriptions`
    Transcription(transcription::Roles),
}

impl Interface {
    /// What a predictor serves, by its manifest; `None` where it is none of these.
    pub fn of(predictor: &Predictor) -> Option<Self> {
        embeddings::Roles::of(predictor)
            .map(Interface::Embeddings)
            .or_else(|| chat::Roles::of(predictor).map(Interface::Chat))
            .or_else(|| images::Roles::of(predictor).map(Interface::Images))
            .or_else(|| speech::Roles::of(predictor).map(Interface::Speech))
            .or_else(|| transcription::Roles::of(predictor).map(Interface::Transcription))
    }
}

/// Seconds since 1970, as answers tell when they were made.
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}

/// A new id: the prefix and 24 digits that no other answer has.
pub fn new_id(prefix: &str) -> String {
    use std::hash::{BuildHasher, RandomState};
    // Two hashers with random keys of their own.
    let (high, low) = (RandomState::new().hash_one(0), RandomState::new().hash_one(1));
    format!("{prefix}{high:016x}{:08x}", low >> 32)
}
