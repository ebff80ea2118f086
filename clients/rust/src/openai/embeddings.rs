//! `/v1/embeddings`: texts to vectors.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value as Json, json};

use super::roles::{self, Fields, Given};
use super::{Interface, Problem};
use crate::manifest::{Predictor as Described, Schema};
use crate::{Array, DType, Predictor, Value};

/// As many texts OpenAI's API takes in one request.
const MOST_TEXTS: usize = 2048;

/// Which parameters of a predictor are which.
#[derive(Debug, Clone, PartialEq)]
pub struct Roles {
    input: String,
    /// Whether it takes a list of texts, and not one.
    takes_many: bool,
    dimensions: Option<String>,
    batch: Option<usize>,
}

/// A request.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What to embed.
    pub texts: Vec<String>,
    /// All other arguments.
    pub others: Given,
    encoding: Encoding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Float,
    Base64,
}

/// What a predictor gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Embedded {
    /// A row for each text.
    pub vectors: Array,
    /// The tokens of each text, where the predictor encoded each once.
    pub tokens: Tokens,
}

/// How many tokens the texts had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tokens {
    /// Of each text.
    Each(Vec<u64>),
    /// Of all together.
    Total(u64),
}

impl Roles {
    /// A predictor whose result means [`Embedding`](Interface::Embeddings) and that needs nothing but texts.
    pub fn of(predictor: &Described) -> Option<Self> {
        if !predictor.returns.denotes("Embedding") {
            return None;
        }
        let is_many = |schema: &Schema| match schema {
            Schema::List { item } | Schema::Sequence { item } => roles::is_text(item),
            _ => false,
        };
        let input = roles::main_input(predictor, |parameter| {
            let schema = &parameter.typed.schema;
            roles::is_text(schema) || schema.takes(&is_many)
        })?;
        Some(Self {
            input: input.name.clone(),
            takes_many: input.typed.schema.takes(&is_many),
            dimensions: roles::optional(predictor, "EmbeddingDims", "dimensions"),
            batch: roles::number(&predictor.returns.fields, "batch").map(|most| most as usize),
        })
    }

    /// Whether the texts of several requests can go into one call.
    pub fn is_batchable(&self) -> bool {
        self.takes_many
    }

    /// How many texts may go into one call, where the predictor says that none changes the vector of another:
    /// `Parameter.Embedding(batch=32)`.
    pub fn batch(&self) -> Option<usize> {
        self.batch
    }

    /// Calls the predictor.
    ///
    /// # Errors
    /// What it raises, or where its result has no row for each text.
    pub fn call(&self, predictor: &Predictor, texts: Vec<String>, others: &Given) -> Result<Embedded, Problem> {
        let count = texts.len();
        let call = |input: Value| {
            let others = others.0.iter().map(|(name, value)| (name.as_str(), value.clone()));
            predictor.call_counted(std::iter::once((self.input.as_str(), input)).chain(others))
        };
        let embedded = if self.takes_many {
            let called = call(Value::from(texts))?;
            let total = called.tokens.iter().sum();
            let tokens = if called.tokens.len() == count { Tokens::Each(called.tokens) } else { Tokens::Total(total) };
            Embedded { vectors: matrix(called.value)?, tokens }
        } else {
            let called = texts.into_iter().map(|text| call(Value::Str(text))).collect::<Result<Vec<_>, _>>()?;
            let tokens = called.iter().map(|called| called.tokens.iter().sum()).collect();
            let rows = called.into_iter().map(|called| matrix(called.value)).collect::<Result<Vec<_>, _>>()?;
            Embedded {
                vectors: stack(&rows).ok_or_else(|| no_embedding("vectors of several lengths"))?,
                tokens: Tokens::Each(tokens),
            }
        };
        if embedded.vectors.shape()[0] != count as i64 {
            return Err(no_embedding(&format!("{} vectors for {count} texts", embedded.vectors.shape()[0])));
        }
        Ok(embedded)
    }
}

impl Request {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// Where it makes no sense, or asks for what the predictor has not.
    pub fn parse(body: Json, roles: &Roles, predictor: &Described) -> Result<Self, Problem> {
        let mut fields = roles::fields(body)?;
        let texts = texts(fields.remove("input"))?;
        let encoding = match roles::text(&mut fields, "encoding_format")?.as_deref() {
            None | Some("float") => Encoding::Float,
            Some("base64") => Encoding::Base64,
            Some(other) => {
                let message = format!("encoding_format must be \"float\" or \"base64\", not {other:?}");
                return Err(Problem::invalid("encoding_format", message));
            }
        };
        let mut others = Given::default();
        check_dimensions(&fields)?;
        roles::move_field(predictor, roles.dimensions.as_ref(), &mut fields, "dimensions", &mut others)?;
        fields.remove(&roles.input);
        roles::move_named(predictor, &mut fields, &mut others)?;
        Ok(Self { texts, others, encoding })
    }

    /// The body of the answer: `vectors` has a row for each text.
    pub fn answer(&self, model: &str, vectors: &Array, tokens: u64) -> Json {
        let width = vectors.shape().get(1).copied().unwrap_or_default() as usize;
        let numbers = floats(vectors);
        let embedding = |row: &[f32]| match self.encoding {
            Encoding::Float => row.iter().map(|number| crate::json::float32(*number)).collect::<Json>(),
            Encoding::Base64 => {
                let bytes: Vec<u8> = row.iter().flat_map(|number| number.to_le_bytes()).collect();
                json!(STANDARD.encode(bytes))
            }
        };
        let count = numbers.len() / width.max(1);
        let rows = (0..count).map(|index| {
            let row = &numbers[index * width..(index + 1) * width];
            json!({ "object": "embedding", "index": index, "embedding": embedding(row) })
        });
        json!({
            "object": "list",
            "data": rows.collect::<Vec<_>>(),
            "model": model,
            "usage": { "prompt_tokens": tokens, "total_tokens": tokens },
        })
    }
}

impl Tokens {
    /// Of all texts.
    pub fn total(&self) -> u64 {
        match self {
            Tokens::Each(counts) => counts.iter().sum(),
            Tokens::Total(total) => *total,
        }
    }
}

/// Answers a request in one call.
///
/// # Errors
/// Where the request makes no sense, or the predictor raises.
pub fn answer(model: &str, predictor: &Predictor, body: Json) -> Result<Json, Problem> {
    let Some(Interface::Embeddings(roles)) = Interface::of(predictor.described()) else {
        return Err(Problem::invalid("model", format!("the model {model} makes no embeddings")));
    };
    let request = Request::parse(body, &roles, predictor.described())?;
    let embedded = roles.call(predictor, request.texts.clone(), &request.others)?;
    Ok(request.answer(model, &embedded.vectors, embedded.tokens.total()))
}

fn texts(input: Option<Json>) -> Result<Vec<String>, Problem> {
    let invalid = |message: &str| Problem::invalid("input", message);
    let texts = match input {
        None | Some(Json::Null) => return Err(invalid("input is missing: give a string, or a list of strings")),
        Some(Json::String(text)) => vec![text],
        Some(Json::Array(items)) => {
            let read = |item: Json| match item {
                Json::String(text) => Ok(text),
                Json::Number(_) | Json::Array(_) => Err(invalid("the model takes texts, not tokens: give strings")),
                _ => Err(invalid("input must be a string, or a list of strings")),
            };
            items.into_iter().map(read).collect::<Result<_, _>>()?
        }
        Some(_) => return Err(invalid("input must be a string, or a list of strings")),
    };
    if texts.is_empty() {
        return Err(invalid("input must not be empty"));
    }
    if texts.len() > MOST_TEXTS {
        return Err(invalid(&format!("input has {} texts; at most {MOST_TEXTS} are taken", texts.len())));
    }
    Ok(texts)
}

fn check_dimensions(fields: &Fields) -> Result<(), Problem> {
    match fields.get("dimensions") {
        None | Some(Json::Null) => Ok(()),
        Some(json) if json.as_i64().is_some_and(|number| number > 0) => Ok(()),
        Some(_) => Err(Problem::invalid("dimensions", "dimensions must be a whole number greater than 0")),
    }
}

fn no_embedding(what: &str) -> Problem {
    Problem::new(500, "server_error", "no_embedding", format!("the predictor gave {what}"))
}

/// A result as rows of numbers.
fn matrix(value: Value) -> Result<Array, Problem> {
    match value {
        Value::Array(array) if is_float(array.dtype()) && array.shape().len() == 2 => Ok(array),
        Value::Array(array) if is_float(array.dtype()) && array.shape().len() == 1 => {
            stack(&[array]).ok_or_else(|| no_embedding("no vector"))
        }
        Value::List(items) if matches!(items.first(), Some(Value::Float(_))) => {
            let numbers: Option<Vec<f32>> = items.iter().map(number).collect();
            let numbers = numbers.ok_or_else(|| no_embedding("a list of other things than numbers"))?;
            Array::from_vec(&[1, numbers.len() as i64], numbers).ok_or_else(|| no_embedding("no vector"))
        }
        Value::List(items) => {
            let rows = items.into_iter().map(matrix).collect::<Result<Vec<_>, _>>()?;
            stack(&rows).ok_or_else(|| no_embedding("vectors of several lengths"))
        }
        other => Err(no_embedding(&format!("{} where an embedding is wanted", other.type_name()))),
    }
}

fn is_float(dtype: DType) -> bool {
    matches!(dtype, DType::Float32 | DType::Float64)
}

fn number(value: &Value) -> Option<f32> {
    match value {
        Value::Float(number) => Some(*number as f32),
        Value::Int(number) => Some(*number as f32),
        _ => None,
    }
}

/// The rows of arrays, one below the other; `None` where they are not of one length.
fn stack(rows: &[Array]) -> Option<Array> {
    let width = rows.first()?.shape().last().copied()?;
    if rows.iter().any(|row| row.shape().last() != Some(&width)) {
        return None;
    }
    let numbers: Vec<f32> = rows.iter().flat_map(floats).collect();
    let count = rows.iter().map(|row| if row.shape().len() == 2 { row.shape()[0] } else { 1 }).sum();
    Array::from_vec(&[count, width], numbers)
}

/// The elements in C order.
fn floats(array: &Array) -> Vec<f32> {
    array
        .to_vec::<f32>()
        .or_else(|| Some(array.to_vec::<f64>()?.into_iter().map(|number| number as f32).collect()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn predictor(parameters: Json, returns: Json) -> Described {
        serde_json::from_value(json!({ "name": "embed", "parameters": parameters, "returns": returns })).unwrap()
    }

    fn embed() -> Described {
        predictor(
            json!([
                { "name": "texts", "type": "list[str]", "schema": { "type": "list", "item": { "type": "str" } } },
                { "name": "task", "type": "str", "schema": { "type": "str" }, "default": "document" },
            ]),
            json!({ "type": "ndarray", "schema": { "type": "array", "dtype": "float32", "shape": ["N", 2] }, "denotation": "Embedding" }),
        )
    }

    fn parse(body: Json) -> Result<Request, Problem> {
        let embed = embed();
        Request::parse(body, &Roles::of(&embed).unwrap(), &embed)
    }

    #[test]
    fn input_is_a_text_or_a_list_of_texts() {
        assert_eq!(parse(json!({ "model": "m", "input": "hi" })).unwrap().texts, ["hi"]);
        assert_eq!(parse(json!({ "input": ["a", "b"], "user": "u" })).unwrap().texts, ["a", "b"]);
        for input in [json!([]), json!(null), json!(5), json!([1, 2]), json!([["a"]]), json!([null]), json!({})] {
            let problem = parse(json!({ "input": input })).unwrap_err();
            assert_eq!((problem.status, problem.param.as_deref()), (400, Some("input")), "{input}");
        }
        assert_eq!(parse(json!([1])).unwrap_err().status, 400);
        assert_eq!(parse(json!({ "input": vec!["a"; 2048] })).unwrap().texts.len(), 2048);
        let problem = parse(json!({ "input": vec!["a"; 2049] })).unwrap_err();
        assert_eq!(problem.message, "input has 2049 texts; at most 2048 are taken");
    }

    #[test]
    fn other_parameters_are_given_by_their_names() {
        let request = parse(json!({ "input": "a", "task": "query", "texts": ["smuggled"] })).unwrap();
        assert_eq!(request.others.0, [("task".to_owned(), Value::Str("query".into()))]);
        assert_eq!(parse(json!({ "input": "a", "task": 5 })).unwrap_err().message, "task: 5 is no str");
        let problem = parse(json!({ "input": "a", "dimensions": 3 })).unwrap_err();
        assert_eq!(problem.code.as_deref(), Some("unsupported_parameter"));
        assert_eq!(parse(json!({ "input": "a", "dimensions": 0 })).unwrap_err().code, None);
        assert!(parse(json!({ "input": "a", "encoding_format": "hex" })).is_err());
    }

    #[test]
    fn the_answer_has_numbers_or_base64() {
        let vectors = Array::from_vec(&[2, 2], vec![1.0, 0.1, -0.0, 2.5_f32]).unwrap();
        let answer = parse(json!({ "input": ["a", "b"] })).unwrap().answer("m", &vectors, 7);
        assert_eq!(answer["data"][1], json!({ "object": "embedding", "index": 1, "embedding": [-0.0, 2.5] }));
        assert_eq!(answer["data"][0]["embedding"].to_string(), "[1.0,0.1]");
        assert_eq!(answer["usage"]["total_tokens"], 7);
        let request = parse(json!({ "input": ["a", "b"], "encoding_format": "base64" })).unwrap();
        let encoded = request.answer("m", &vectors, 7)["data"][0]["embedding"].clone();
        assert_eq!(
            STANDARD.decode(encoded.as_str().unwrap()).unwrap(),
            [1.0_f32.to_le_bytes(), 0.1_f32.to_le_bytes()].concat()
        );
    }

    #[test]
    fn a_predictor_that_needs_more_than_texts_is_none() {
        let mut needs_more = embed();
        needs_more.parameters[1].default = None;
        assert_eq!(Roles::of(&needs_more), None);
        let mut means_nothing = embed();
        means_nothing.returns.denotation = None;
        assert_eq!(Roles::of(&means_nothing), None);
    }
}
