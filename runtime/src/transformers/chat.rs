//! `apply_chat_template`: a conversation as the text that a model was trained on.

use minijinja::Value;

use super::template::Template;
use super::{BatchEncoding, Fast, PreTrainedTokenizerFast, python};
use crate::exception::{Exception, Fallible, type_error, value_error};
use crate::json;
use crate::list::List;
use crate::numpy::Array;
use crate::object::Object;
use crate::str::Str;

/// The names that a message's reasoning is passed under, the usual one first.
const REASONING: [&str; 3] = ["reasoning_content", "thinking", "reasoning"];

/// What stands at the end of a message that is to be gone on with, until the text is made.
const TAG: &str = "CONTINUE_FINAL_MESSAGE_TAG ";

type Message = Vec<(String, Value)>;

/// `apply_chat_template(conversation, tools, documents, chat_template, …, tokenize=False)`: the text.
///
/// # Errors
/// `ValueError` for an empty conversation or where there is no template; what the template raises.
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn apply_as_text<C: Object, T: Object, D: Object>(
    tokenizer: &PreTrainedTokenizerFast,
    conversation: &C,
    tools: &T,
    documents: &D,
    chat_template: &Option<Str>,
    add_generation_prompt: bool,
    continue_final_message: bool,
    _tokenize: bool,
) -> Fallible<Str> {
    let chat = Chat { conversation: plain(conversation)?, tools: plain(tools)?, documents: plain(documents)? };
    chat.text(&tokenizer.0, chat_template.as_ref().map(Str::as_str), add_generation_prompt, continue_final_message)
}

/// `apply_chat_template(…, return_dict=False)`: the token ids.
///
/// # Errors
/// As [`apply_as_text`].
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn apply_as_ids<C: Object, T: Object, D: Object>(
    tokenizer: &PreTrainedTokenizerFast,
    conversation: &C,
    tools: &T,
    documents: &D,
    chat_template: &Option<Str>,
    add_generation_prompt: bool,
    continue_final_message: bool,
    tokenize: bool,
    truncation: bool,
    max_length: Option<i64>,
    _return_tensors: (),
    _return_dict: bool,
) -> Fallible<List<i64>> {
    let prompt = (add_generation_prompt, continue_final_message);
    let text = apply_as_text(tokenizer, conversation, tools, documents, chat_template, prompt.0, prompt.1, tokenize)?;
    super::encode(tokenizer, &text, &None, false, &false, Some(truncation), max_length)
}

/// `apply_chat_template(…)`: what the model takes, as lists.
///
/// # Errors
/// As [`apply_as_text`].
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn apply<C: Object, T: Object, D: Object>(
    tokenizer: &PreTrainedTokenizerFast,
    conversation: &C,
    tools: &T,
    documents: &D,
    chat_template: &Option<Str>,
    add_generation_prompt: bool,
    continue_final_message: bool,
    tokenize: bool,
    truncation: bool,
    max_length: Option<i64>,
    _return_tensors: (),
    _return_dict: bool,
) -> Fallible<BatchEncoding<List<i64>>> {
    let prompt = (add_generation_prompt, continue_final_message);
    let text = apply_as_text(tokenizer, conversation, tools, documents, chat_template, prompt.0, prompt.1, tokenize)?;
    super::call_text(tokenizer, &text, &None, false, &false, Some(truncation), max_length, ())
}

/// `apply_chat_template(…, return_tensors="np")`: what the model takes, as arrays with one row.
///
/// # Errors
/// As [`apply_as_text`].
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn apply_as_arrays<C: Object, T: Object, D: Object>(
    tokenizer: &PreTrainedTokenizerFast,
    conversation: &C,
    tools: &T,
    documents: &D,
    chat_template: &Option<Str>,
    add_generation_prompt: bool,
    continue_final_message: bool,
    tokenize: bool,
    truncation: bool,
    max_length: Option<i64>,
    return_tensors: &Str,
    _return_dict: bool,
) -> Fallible<BatchEncoding<Array<i64>>> {
    let prompt = (add_generation_prompt, continue_final_message);
    let text = apply_as_text(tokenizer, conversation, tools, documents, chat_template, prompt.0, prompt.1, tokenize)?;
    super::call_arrays(tokenizer, &text, &None, false, &false, Some(truncation), max_length, return_tensors)
}

/// A value as plain JSON, which is all that a template sees.
fn plain<T: Object>(value: &T) -> Fallible<Value> {
    Ok(python::value(json::plain(value)?))
}

struct Chat {
    conversation: Value,
    tools: Value,
    documents: Value,
}

impl Chat {
    fn text(&self, fast: &Fast, template: Option<&str>, prompt: bool, continues: bool) -> Fallible<Str> {
        let own;
        let (template, source) = match (template, &fast.template) {
            (Some(source), _) => {
                own = Template::read(source);
                (&own, source)
            }
            (None, Some((source, template))) => (template, source.as_str()),
            (None, None) => {
                return Err(value_error(
                    "Cannot use chat template functions because tokenizer.chat_template is not set and no template \
                     argument was passed! For information about writing templates and setting the \
                     tokenizer.chat_template attribute, please see the documentation at \
                     https://huggingface.co/docs/transformers/main/en/chat_templating",
                ));
            }
        };
        let malformed = |message: &String| Exception::new("jinja2.exceptions.TemplateSyntaxError", message.as_str());
        let template = template.as_ref().map_err(malformed)?;
        let mut messages = self.messages()?;
        if continues && prompt {
            return Err(value_error(
                "continue_final_message and add_generation_prompt are not compatible. Use continue_final_message when \
                 you want the model to continue the final message, and add_generation_prompt when you want to add a \
                 header that will prompt it to start a new assistant message instead.",
            ));
        }
        let last = if continues { Some(open_end(&mut messages, source)?) } else { None };
        let messages: Vec<Value> = messages.into_iter().map(Value::from_pairs).collect();
        let own = [
            ("messages".to_owned(), Value::from(messages)),
            ("tools".to_owned(), self.tools.clone()),
            ("documents".to_owned(), self.documents.clone()),
            ("add_generation_prompt".to_owned(), Value::from(prompt)),
        ];
        let tokens = fast.special.iter().map(|(name, token)| (name.clone(), Value::from(token.as_str())));
        let text = template.render(Value::from_pairs(tokens.chain(own)))?;
        match last {
            Some(last) => cut_at_tag(text.as_str(), &last),
            None => Ok(text),
        }
    }

    /// The messages without what is `None`, and with their reasoning under the names that templates look for.
    fn messages(&self) -> Fallible<Vec<Message>> {
        let messages: Vec<Value> = self.conversation.try_iter().into_iter().flatten().collect();
        if messages.is_empty() {
            return Err(value_error(
                "Cannot apply chat template to an empty conversation. Provide at least one message.",
            ));
        }
        messages.iter().map(message).collect()
    }
}

fn message(value: &Value) -> Fallible<Message> {
    if value.kind() != minijinja::value::ValueKind::Map {
        let shown = python::text(value);
        return Err(type_error(format!(
            "Chat messages should be dicts, dataclasses or pydantic models, but got {shown}."
        )));
    }
    let keys = value.try_iter().into_iter().flatten();
    let pairs = keys.map(|key| (python::text(&key), value.get_item(&key).unwrap_or(Value::UNDEFINED)));
    let mut message: Message = pairs.filter(|(_, item)| !item.is_none()).collect();
    let named =
        |message: &Message, name: &str| message.iter().find(|(key, _)| key == name).map(|(_, item)| item.clone());
    let Some(reasoning) = REASONING.iter().find_map(|name| named(&message, name)) else { return Ok(message) };
    if named(&message, "thinking").is_none() {
        message.insert(0, ("thinking".to_owned(), reasoning.clone()));
    }
    match message.iter_mut().find(|(key, _)| key == "reasoning_content") {
        Some((_, item)) => *item = reasoning,
        None => message.push(("reasoning_content".to_owned(), reasoning)),
    }
    Ok(message)
}

/// Marks the end of the last message; its content.
fn open_end(messages: &mut [Message], template: &str) -> Fallible<String> {
    let content = messages.last_mut().and_then(|message| message.iter_mut().find(|(key, _)| key == "content"));
    let Some((_, content)) = content else {
        return Err(value_error("continue_final_message is set but the final message has no \"content\" to continue!"));
    };
    if !template.contains("content") {
        return Err(value_error(
            "continue_final_message is set to \"content\" but this is not an accepted field in the chat_template",
        ));
    }
    let Some(text) = content.as_str().map(str::to_owned) else {
        return Err(value_error("compiled code goes on with messages whose content is a text"));
    };
    *content = Value::from(format!("{text}{TAG}"));
    Ok(text)
}

fn cut_at_tag(text: &str, last: &str) -> Fallible<Str> {
    let place = text.rfind(TAG.trim_end()).filter(|_| text.contains(last.trim()));
    let Some(place) = place else {
        let last = last.trim();
        return Err(value_error(format!(
            "continue_final_message is set but the final message does not appear in the chat after applying the chat \
             template! This can happen if the chat template deletes portions of the final message. Please verify the \
             chat template and final message in your chat to ensure they are compatible.Final message to continue: \
             {last}\nRendered chat:\n{text}"
        )));
    };
    let before = &text[..place];
    // Where the template has trimmed the message, the space before its end is not the model's.
    Ok(Str::from(if text[place..].starts_with(TAG) { before } else { before.trim_end() }))
}
