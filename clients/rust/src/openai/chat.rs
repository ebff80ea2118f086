//! `/v1/chat/completions`: messages to an answer, whole or a piece at a time.

use serde_json::{Value as Json, json};

use super::roles::{self, Fields, Given};
use super::{Problem, new_id, now};
use crate::manifest::{Predictor as Described, Schema};
use crate::{Predictor, Raised, Stream, Value};

/// Which parameters of a predictor are which.
#[derive(Debug, Clone, PartialEq)]
pub struct Roles {
    messages: String,
    streams: bool,
    /// A field of the request, the parameter that it means, and the value that may be given where there is none.
    options: Vec<(&'static str, Option<String>, f64)>,
    max_tokens: Option<String>,
    stop: Option<String>,
    seed: Option<String>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Who says it: `user`.
    pub role: String,
    /// What is said.
    pub content: String,
}

/// A request.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    arguments: Given,
    /// Whether pieces are wanted as they come.
    pub is_stream: bool,
    /// Whether a stream ends with the number of tokens.
    pub wants_usage: bool,
    limits: Limits,
}

/// Where an answer is cut off, which the predictor does not do itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Limits {
    /// As many pieces are wanted.
    pub wanted: Option<u64>,
    /// Whether the predictor itself ends there.
    pub is_heeded: bool,
    /// Texts that end the answer and are not part of it.
    pub stops: Vec<String>,
}

/// An answer in the making: an iterator over its pieces.
pub struct Answer {
    source: Source,
    limits: Limits,
    /// What was given and may be the beginning of a stop text.
    held: String,
    ended: Ended,
}

enum Source {
    Whole(String),
    Stream(Stream),
    Ended,
}

/// How many tokens the question and the answer had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Encoded by the predictor's tokenizer.
    pub prompt: u64,
    /// Pieces that were given.
    pub completion: u64,
}

/// How an answer ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ended {
    /// How many tokens there were.
    pub usage: Usage,
    /// Why there is no more.
    pub finish: Finish,
}

/// Why an answer ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Finish {
    /// It was at its end, or at a stop text.
    #[default]
    Stop,
    /// As many tokens were given as were wanted.
    Length,
}

impl Roles {
    /// A predictor that takes a list of messages, each a dict of texts or an object with `role` and `content`, and gives text or
    /// an iterator of texts.
    pub fn of(predictor: &Described) -> Option<Self> {
        let messages = roles::main_input(predictor, |parameter| takes_messages(&parameter.typed.schema))?;
        let is_text = |schema: &Schema| *schema == Schema::Str;
        let streams = match &predictor.returns.schema {
            Schema::Str => false,
            Schema::Iterator { item } if is_text(item) => true,
            _ => return None,
        };
        let option = |field, denotation, neutral| (field, roles::optional(predictor, denotation, field), neutral);
        Some(Self {
            messages: messages.name.clone(),
            streams,
            options: vec![
                option("temperature", "SamplingTemperature", 1.0),
                option("top_p", "SamplingProbability", 1.0),
                option("frequency_penalty", "FrequencyPenalty", 0.0),
                option("presence_penalty", "PresencePenalty", 0.0),
            ],
            max_tokens: roles::optional(predictor, "MaxOutputTokens", "max_tokens"),
            stop: roles::optional(predictor, "StopSequences", "stop"),
            seed: roles::optional(predictor, "Seed", "seed"),
        })
    }

    pub(super) fn has_max_tokens(&self) -> bool {
        self.max_tokens.is_some() || self.streams
    }
}

/// Whether it is a list of messages.
fn takes_messages(schema: &Schema) -> bool {
    let (Schema::List { item } | Schema::Sequence { item }) = schema else { return false };
    match &**item {
        Schema::Dict { key, value } => **key == Schema::Str && **value == Schema::Str,
        Schema::Record { fields: Some(fields), .. } | Schema::TypedDict { fields: Some(fields), .. } => {
            let is_text = |name: &str| fields.get(name).is_some_and(roles::is_text);
            is_text("role") && is_text("content")
        }
        _ => false,
    }
}

impl Request {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// Where it makes no sense, or asks for what the predictor has not.
    pub fn parse(body: Json, roles: &Roles, predictor: &Described) -> Result<Self, Problem> {
        let mut fields = roles::fields(body)?;
        refuse_unknown(&fields)?;
        let messages = messages(fields.remove("messages"))?;
        let is_stream = flag(&mut fields, "stream")?;
        let wants_usage = match fields.remove("stream_options") {
            Some(options) => options["include_usage"].as_bool().unwrap_or(false),
            None => false,
        };
        let stops = stops(fields.get("stop"))?;
        let wanted = max_tokens(&mut fields)?;
        let mut request = Self::new(messages, fields, roles, predictor, Limits { wanted, is_heeded: false, stops })?;
        (request.is_stream, request.wants_usage) = (is_stream, wants_usage);
        Ok(request)
    }

    pub(super) fn new(
        messages: Vec<Message>,
        mut fields: Fields,
        roles: &Roles,
        predictor: &Described,
        mut limits: Limits,
    ) -> Result<Self, Problem> {
        let messages = messages.into_iter().map(|message| message.into_value()).collect();
        let mut given = Given(vec![(roles.messages.clone(), Value::List(messages))]);
        for (field, parameter, neutral) in &roles.options {
            if parameter.is_none() && fields.get(*field).and_then(Json::as_f64) == Some(*neutral) {
                fields.remove(*field);
            }
            roles::move_field(predictor, parameter.as_ref(), &mut fields, field, &mut given)?;
        }
        if let (Some(wanted), Some(name)) = (limits.wanted, &roles.max_tokens) {
            fields.insert(name.clone(), json!(wanted));
            limits.is_heeded = true;
        } else if limits.wanted.is_some() && !roles.has_max_tokens() {
            return Err(Problem::unsupported("max_tokens", "the model takes no max_tokens: leave it out"));
        }
        for (field, parameter) in [("stop", &roles.stop), ("seed", &roles.seed)] {
            match parameter {
                Some(_) => roles::move_field(predictor, parameter.as_ref(), &mut fields, field, &mut given)?,
                // Stop texts are heeded here; without a seed nothing is random that one could fix.
                None => fields.remove(field).is_some(),
            };
        }
        if roles.stop.is_some() {
            limits.stops.clear();
        }
        fields.remove(&roles.messages);
        roles::move_named(predictor, &mut fields, &mut given)?;
        Ok(Self { arguments: given, is_stream: false, wants_usage: false, limits })
    }

    /// Calls the predictor. A generator has not begun to run.
    ///
    /// # Errors
    /// What it raises.
    pub fn call(self, predictor: &Predictor) -> Result<Answer, Problem> {
        let arguments = self.arguments.into_arguments();
        let called = predictor.call_counted(arguments.iter().map(|(name, value)| (name.as_str(), value.clone())))?;
        let source = match called.value {
            Value::Str(text) => Source::Whole(text),
            Value::Stream(stream) => Source::Stream(stream),
            other => {
                let message = format!("the predictor gave {} where text is wanted", other.type_name());
                return Err(Problem::new(500, "server_error", "no_text", message));
            }
        };
        let usage = Usage { prompt: called.tokens.iter().sum(), completion: 0 };
        Ok(Answer { source, limits: self.limits, held: String::new(), ended: Ended { usage, finish: Finish::Stop } })
    }
}

impl Answer {
    /// The next piece, or `None` at the end.
    ///
    /// # Errors
    /// What the predictor raises.
    pub fn next_piece(&mut self) -> Result<Option<String>, Raised> {
        loop {
            let Some(piece) = self.pull()? else {
                self.source = Source::Ended;
                let rest = std::mem::take(&mut self.held);
                return Ok((!rest.is_empty()).then_some(rest));
            };
            self.held.push_str(&piece);
            if let Some(end) = self.limits.stops.iter().filter_map(|stop| self.held.find(stop.as_str())).min() {
                self.held.truncate(end);
                self.source = Source::Ended;
                self.ended.finish = Finish::Stop;
                continue;
            }
            let kept = self.beginning_of_stop();
            let ready = self.held.len() - kept;
            if ready > 0 {
                let rest = self.held.split_off(ready);
                return Ok(Some(std::mem::replace(&mut self.held, rest)));
            }
        }
    }

    /// How it ended, once it has.
    pub fn ended(&self) -> Ended {
        self.ended
    }

    /// All the text.
    ///
    /// # Errors
    /// What the predictor raises.
    pub fn collect(&mut self) -> Result<String, Raised> {
        let mut text = String::new();
        while let Some(piece) = self.next_piece()? {
            text.push_str(&piece);
        }
        Ok(text)
    }

    /// What the predictor gives next.
    fn pull(&mut self) -> Result<Option<String>, Raised> {
        let is_full = self.limits.wanted.is_some_and(|wanted| self.ended.usage.completion >= wanted);
        if is_full && matches!(self.source, Source::Stream(_)) {
            self.ended.finish = Finish::Length;
        }
        if is_full && !self.limits.is_heeded {
            self.source = Source::Ended;
        }
        match std::mem::replace(&mut self.source, Source::Ended) {
            Source::Ended => Ok(None),
            Source::Whole(text) => Ok(Some(text)),
            Source::Stream(stream) => {
                let item = stream.next_item()?;
                self.ended.usage.prompt += stream.token_counts().iter().sum::<u64>();
                self.source = Source::Stream(stream);
                let Some(Value::Str(piece)) = item else { return Ok(None) };
                self.ended.usage.completion += 1;
                Ok(Some(piece))
            }
        }
    }

    /// How many bytes at the end of what is held may begin a stop text.
    fn beginning_of_stop(&self) -> usize {
        let held = self.held.as_bytes();
        let begins = |stop: &String| {
            (1..stop.len()).rev().find(|&length| held.ends_with(&stop.as_bytes()[..length])).unwrap_or(0)
        };
        self.limits.stops.iter().map(begins).max().unwrap_or(0)
    }
}

impl Finish {
    fn as_str(self) -> &'static str {
        match self {
            Finish::Stop => "stop",
            Finish::Length => "length",
        }
    }
}

impl Usage {
    fn to_json(self) -> Json {
        json!({
            "prompt_tokens": self.prompt,
            "completion_tokens": self.completion,
            "total_tokens": self.prompt + self.completion,
        })
    }
}

/// The body of a whole answer.
pub fn completion(model: &str, text: &str, ended: &Ended) -> Json {
    json!({
        "id": new_id("chatcmpl-"),
        "object": "chat.completion",
        "created": now(),
        "model": model,
        "choices": [{
            "index": 0,
            "message": { "role": "assistant", "content": text, "refusal": null },
            "logprobs": null,
            "finish_reason": ended.finish.as_str(),
        }],
        "usage": ended.usage.to_json(),
    })
}

/// The bodies of a streamed answer.
#[derive(Debug, Clone)]
pub struct Chunks {
    id: String,
    created: u64,
    model: String,
}

impl Chunks {
    /// Those of a new answer.
    pub fn new(model: &str) -> Self {
        Self { id: new_id("chatcmpl-"), created: now(), model: model.to_owned() }
    }

    /// The first: who speaks.
    pub fn first(&self) -> Json {
        self.chunk(&json!({ "role": "assistant", "content": "" }), None)
    }

    /// A piece.
    pub fn piece(&self, text: &str) -> Json {
        self.chunk(&json!({ "content": text }), None)
    }

    /// The last: why it ended; and the usage, where it is wanted.
    pub fn last(&self, ended: &Ended, wants_usage: bool) -> Vec<Json> {
        let mut chunks = vec![self.chunk(&json!({}), Some(ended.finish))];
        if wants_usage {
            let mut usage = self.chunk(&json!({}), None);
            usage["choices"] = json!([]);
            usage["usage"] = ended.usage.to_json();
            chunks.push(usage);
        }
        chunks
    }

    fn chunk(&self, delta: &Json, finish: Option<Finish>) -> Json {
        json!({
            "id": self.id,
            "object": "chat.completion.chunk",
            "created": self.created,
            "model": self.model,
            "choices": [{ "index": 0, "delta": delta, "logprobs": null, "finish_reason": finish.map(Finish::as_str) }],
        })
    }
}

impl Message {
    /// A dict; an object is passed as one of its fields.
    fn into_value(self) -> Value {
        let pairs = [("role", self.role), ("content", self.content)];
        Value::Dict(pairs.into_iter().map(|(name, text)| (Value::from(name), Value::Str(text))).collect())
    }
}

/// The messages of a request.
fn messages(json: Option<Json>) -> Result<Vec<Message>, Problem> {
    let Some(Json::Array(items)) = json else {
        return Err(Problem::invalid("messages", "messages must be a list of messages"));
    };
    if items.is_empty() {
        return Err(Problem::invalid("messages", "messages must not be empty"));
    }
    let read = |(index, item): (usize, &Json)| {
        let place = format!("messages[{index}]");
        let Some(role) = item["role"].as_str() else {
            return Err(Problem::invalid(&place, format!("{place} must have a role")));
        };
        if item.get("tool_calls").is_some_and(|calls| !calls.is_null()) {
            return Err(Problem::unsupported(&place, "the model calls no tools"));
        }
        Ok(Message { role: role.to_owned(), content: content(&item["content"], &place)? })
    };
    items.iter().enumerate().map(read).collect()
}

/// Text, or a list of parts that are text.
pub(super) fn content(json: &Json, place: &str) -> Result<String, Problem> {
    let parts = match json {
        Json::String(text) => return Ok(text.clone()),
        Json::Null => return Ok(String::new()),
        Json::Array(parts) => parts,
        _ => {
            return Err(Problem::invalid(place, format!("the content of {place} must be a string or a list of parts")));
        }
    };
    let text = |part: &Json| match (part["type"].as_str(), part["text"].as_str()) {
        (Some("text"), Some(text)) => Ok(text.to_owned()),
        (Some(other), _) if other != "text" => {
            Err(Problem::unsupported(place, format!("the model takes text, and no part of type {other:?}")))
        }
        _ => Err(Problem::invalid(place, format!("a part of the content of {place} has no type or no text"))),
    };
    parts.iter().map(text).collect()
}

/// Fields that would change the answer, and that no predictor heeds.
fn refuse_unknown(fields: &Fields) -> Result<(), Problem> {
    let is_empty = |json: &Json| match json {
        Json::Null | Json::Bool(false) => true,
        Json::Array(items) => items.is_empty(),
        Json::Object(fields) => fields.is_empty(),
        _ => false,
    };
    for field in ["tools", "functions", "logprobs", "top_logprobs", "logit_bias", "audio", "web_search_options"] {
        if fields.get(field).is_some_and(|json| !is_empty(json)) {
            return Err(Problem::unsupported(field, format!("{field} is not supported by this model")));
        }
    }
    if fields.get("n").is_some_and(|n| !n.is_null() && *n != 1) {
        return Err(Problem::unsupported("n", "the model gives one answer: n must be 1"));
    }
    let format = fields.get("response_format").and_then(|format| format["type"].as_str());
    if format.is_some_and(|format| format != "text") {
        return Err(Problem::unsupported("response_format", "the model answers with text"));
    }
    Ok(())
}

fn flag(fields: &mut Fields, field: &str) -> Result<bool, Problem> {
    match fields.remove(field) {
        None | Some(Json::Null) => Ok(false),
        Some(Json::Bool(value)) => Ok(value),
        Some(_) => Err(Problem::invalid(field, format!("{field} must be true or false"))),
    }
}

fn max_tokens(fields: &mut Fields) -> Result<Option<u64>, Problem> {
    let (old, new) = (fields.remove("max_tokens"), fields.remove("max_completion_tokens"));
    match new.filter(|json| !json.is_null()).or(old) {
        None | Some(Json::Null) => Ok(None),
        Some(json) => {
            let wanted = json.as_u64().filter(|&wanted| wanted > 0 && wanted <= i64::MAX as u64);
            let invalid = || Problem::invalid("max_tokens", "max_tokens must be a whole number greater than 0");
            wanted.map(Some).ok_or_else(invalid)
        }
    }
}

pub(super) fn stops(json: Option<&Json>) -> Result<Vec<String>, Problem> {
    let texts = match json {
        None | Some(Json::Null) => Vec::new(),
        Some(Json::String(text)) => vec![text.clone()],
        Some(Json::Array(items)) => {
            let texts = items.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
            texts.ok_or_else(|| Problem::invalid("stop", "stop must be a string, or a list of strings"))?
        }
        Some(_) => return Err(Problem::invalid("stop", "stop must be a string, or a list of strings")),
    };
    Ok(texts.into_iter().filter(|text| !text.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn echo() -> Described {
        serde_json::from_value(json!({
            "name": "echo",
            "parameters": [
                { "name": "messages", "type": "list[dict[str, str]]", "schema": {
                    "type": "list", "item": { "type": "dict", "key": { "type": "str" }, "value": { "type": "str" } } } },
                { "name": "heat", "type": "float", "schema": { "type": "float" }, "default": 1.0, "denotation": "SamplingTemperature" },
            ],
            "returns": { "type": "Iterator[str]", "schema": { "type": "iterator", "item": { "type": "str" } } },
        }))
        .unwrap()
    }

    fn parse(extra: Json) -> Result<Request, Problem> {
        let mut body = json!({ "messages": [{ "role": "user", "content": [{ "type": "text", "text": "hi" }] }] });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        Request::parse(body, &Roles::of(&echo()).unwrap(), &echo())
    }

    fn answer(text: &str, stops: &[&str]) -> String {
        let stops = stops.iter().map(|stop| (*stop).to_owned()).collect();
        let limits = Limits { stops, ..Limits::default() };
        let source = Source::Whole(text.into());
        Answer { source, limits, held: String::new(), ended: Ended::default() }.collect().unwrap()
    }

    #[test]
    fn options_are_found_by_what_they_mean() {
        let request = parse(json!({ "temperature": 0.5, "top_p": 1, "stream": true })).unwrap();
        assert_eq!(request.arguments.0[1], ("heat".to_owned(), Value::Float(0.5)));
        assert!(request.is_stream);
        let problem = parse(json!({ "top_p": 0.5 })).unwrap_err();
        assert_eq!((problem.code.as_deref(), problem.param.as_deref()), (Some("unsupported_parameter"), Some("top_p")));
    }

    #[test]
    fn what_no_predictor_heeds_is_refused() {
        for field in ["tools", "logprobs", "n", "max_tokens"] {
            let value = if field == "tools" { json!([{}]) } else { json!(0) };
            assert!(parse(json!({ field: value })).is_err(), "{field}");
        }
        assert!(
            parse(json!({ "tools": [], "n": 1, "logprobs": false, "response_format": { "type": "text" } })).is_ok()
        );
        assert!(parse(json!({ "messages": [{ "role": "user", "content": [{ "type": "image_url" }] }] })).is_err());
        assert!(parse(json!({ "messages": [] })).is_err() && parse(json!({ "messages": [{}] })).is_err());
    }

    #[test]
    fn an_answer_ends_at_a_stop_text() {
        assert_eq!(answer("one two three", &["two", "three"]), "one ");
        assert_eq!(answer("one tw", &["two"]), "one tw");
        assert_eq!(answer("äöü", &["ü"]), "äö");
        assert_eq!(answer("", &["x"]), "");
    }
}
