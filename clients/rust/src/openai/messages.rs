//! Anthropic's `/v1/messages`: the same conversations in the shape of their API.

use serde_json::{Value as Json, json};

use super::chat::{Ended, Finish, Limits, Message, Request, Roles, content, stops};
use super::{Problem, new_id, roles};
use crate::manifest::Predictor as Described;

/// Reads the body of a request.
///
/// # Errors
/// Where it makes no sense, or asks for what the predictor has not.
pub fn parse(body: Json, roles: &Roles, predictor: &Described) -> Result<Request, Problem> {
    let mut fields = roles::fields(body)?;
    for field in ["tools", "thinking", "mcp_servers", "container"] {
        let is_off = |json: &Json| json.is_null() || json == &json!([]) || json["type"] == "disabled";
        if fields.remove(field).is_some_and(|json| !is_off(&json)) {
            return Err(Problem::unsupported(field, format!("{field} is not supported by this model")));
        }
    }
    let mut messages = Vec::new();
    if let Some(system) = fields.remove("system").filter(|system| !system.is_null()) {
        messages.push(Message { role: "system".into(), content: content(&system, "system")? });
    }
    let Some(Json::Array(items)) = fields.remove("messages") else {
        return Err(Problem::invalid("messages", "messages must be a list of messages"));
    };
    for (index, item) in items.iter().enumerate() {
        let place = format!("messages[{index}]");
        let role = item["role"].as_str().filter(|role| ["user", "assistant", "system"].contains(role));
        let role =
            role.ok_or_else(|| Problem::invalid(&place, format!("the role of {place} must be user or assistant")))?;
        messages.push(Message { role: role.into(), content: content(&item["content"], &place)? });
    }
    let wanted = fields.remove("max_tokens").and_then(|json| json.as_u64()).filter(|&wanted| wanted > 0);
    let wanted =
        wanted.ok_or_else(|| Problem::invalid("max_tokens", "max_tokens must be a whole number greater than 0"))?;
    let is_stream = fields.remove("stream") == Some(json!(true));
    let limits = Limits {
        // Every request of this API has one: a predictor that answers at once cannot heed it.
        wanted: roles.has_max_tokens().then_some(wanted),
        is_heeded: false,
        stops: stops(fields.remove("stop_sequences").as_ref())?,
    };
    let mut request = Request::new(messages, fields, roles, predictor, limits)?;
    request.is_stream = is_stream;
    Ok(request)
}

/// The body of a whole ended.
pub fn message(model: &str, text: &str, ended: &Ended) -> Json {
    let mut message = empty_message(model);
    message["content"] = json!([{ "type": "text", "text": text, "citations": null }]);
    message["stop_reason"] = json!(reason(ended.finish));
    message["usage"] = json!({ "input_tokens": ended.usage.prompt, "output_tokens": ended.usage.completion });
    message
}

/// The events before the first piece of a streamed answer; each has its name as `type`.
pub fn first_events(model: &str) -> Vec<Json> {
    vec![
        json!({ "type": "message_start", "message": empty_message(model) }),
        json!({ "type": "content_block_start", "index": 0, "content_block": { "type": "text", "text": "", "citations": null } }),
    ]
}

/// The event of a piece.
pub fn piece_event(text: &str) -> Json {
    json!({ "type": "content_block_delta", "index": 0, "delta": { "type": "text_delta", "text": text } })
}

/// The events after the last piece.
pub fn last_events(ended: &Ended) -> Vec<Json> {
    let usage = json!({ "input_tokens": ended.usage.prompt, "output_tokens": ended.usage.completion });
    vec![
        json!({ "type": "content_block_stop", "index": 0 }),
        json!({
            "type": "message_delta",
            "delta": { "stop_reason": reason(ended.finish), "stop_sequence": null },
            "usage": usage,
        }),
        json!({ "type": "message_stop" }),
    ]
}

/// An error as that API tells it.
pub fn problem(problem: &Problem) -> Json {
    json!({ "type": "error", "error": { "type": problem.kind, "message": problem.message } })
}

fn empty_message(model: &str) -> Json {
    json!({
        "id": new_id("msg_"),
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [],
        "stop_reason": null,
        "stop_sequence": null,
        "usage": { "input_tokens": 0, "output_tokens": 0 },
    })
}

fn reason(finish: Finish) -> &'static str {
    match finish {
        Finish::Stop => "end_turn",
        Finish::Length => "max_tokens",
    }
}
