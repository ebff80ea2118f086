//! `/v1/images/generations`: text to pictures.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value as Json, json};

use super::roles::{self, Fields, Given};
use super::{Problem, now};
use crate::manifest::{Predictor as Described, Schema};
use crate::{Array, DType, Predictor, Value};

/// As many pictures OpenAI's API makes for one request.
const MOST: u64 = 10;

/// Which parameters of a predictor are which.
#[derive(Debug, Clone, PartialEq)]
pub struct Roles {
    prompt: String,
}

/// A request.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    arguments: Given,
    count: u64,
}

impl Roles {
    /// A predictor that needs nothing but a text and whose result is an `Image`, an array of bytes.
    pub fn of(predictor: &Described) -> Option<Self> {
        let returns = &predictor.returns;
        if !returns.denotes("Image") || !matches!(returns.schema, Schema::Array { .. }) {
            return None;
        }
        let prompt = roles::main_input(predictor, |parameter| roles::is_text(&parameter.typed.schema))?;
        Some(Self { prompt: prompt.name.clone() })
    }
}

impl Request {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// Where it makes no sense, or asks for what the predictor has not.
    pub fn parse(body: Json, roles: &Roles, predictor: &Described) -> Result<Self, Problem> {
        let mut fields = roles::fields(body)?;
        let prompt = roles::text(&mut fields, "prompt")?;
        let prompt = prompt.ok_or_else(|| Problem::invalid("prompt", "prompt must be a text"))?;
        let count = match fields.remove("n") {
            None | Some(Json::Null) => 1,
            Some(json) => {
                let count = json.as_u64().filter(|count| (1..=MOST).contains(count));
                count.ok_or_else(|| Problem::invalid("n", format!("n must be a whole number from 1 to {MOST}")))?
            }
        };
        if roles::text(&mut fields, "response_format")?.is_some_and(|format| format != "b64_json") {
            let message = "pictures come in the answer: response_format must be \"b64_json\"";
            return Err(Problem::unsupported("response_format", message));
        }
        if roles::text(&mut fields, "output_format")?.is_some_and(|format| format != "png") {
            return Err(Problem::unsupported("output_format", "pictures are written as png: set output_format"));
        }
        if fields.get("stream").and_then(Json::as_bool) == Some(true) {
            return Err(Problem::unsupported("stream", "pictures come whole: leave stream out"));
        }
        let mut arguments = Given(vec![(roles.prompt.clone(), Value::Str(prompt))]);
        for (field, neutral) in [("size", "auto"), ("quality", "auto"), ("background", "auto"), ("style", "vivid")] {
            move_option(predictor, &mut fields, field, neutral, &mut arguments)?;
        }
        fields.remove(&roles.prompt);
        roles::move_named(predictor, &mut fields, &mut arguments)?;
        Ok(Self { arguments, count })
    }

    /// Calls the predictor, once for each picture.
    ///
    /// # Errors
    /// What it raises, or where its result is no picture.
    pub fn call(self, predictor: &Predictor) -> Result<Json, Problem> {
        let arguments = self.arguments.into_arguments();
        let picture = || {
            let value = predictor.call(arguments.iter().map(|(name, value)| (name.as_str(), value.clone())))?;
            let Value::Array(pixels) = value else {
                return Err(no_picture(&format!("{} where a picture is wanted", value.type_name())));
            };
            let file = to_png(&pixels).ok_or_else(|| no_picture(&format!("{pixels:?}, which is no picture")))?;
            Ok(json!({ "b64_json": STANDARD.encode(file) }))
        };
        let data = (0..self.count).map(|_| picture()).collect::<Result<Vec<_>, Problem>>()?;
        Ok(json!({ "created": now(), "data": data, "output_format": "png" }))
    }
}

/// Moves a field to the parameter of its name. Without one only the value is taken that leaves the choice to the model.
fn move_option(
    predictor: &Described,
    fields: &mut Fields,
    field: &str,
    neutral: &str,
    given: &mut Given,
) -> Result<(), Problem> {
    let parameter = predictor.parameters.iter().find(|parameter| parameter.name == field).map(|found| &found.name);
    if parameter.is_none() && fields.get(field).and_then(Json::as_str) == Some(neutral) {
        fields.remove(field);
    }
    roles::move_field(predictor, parameter, fields, field, given).map(|_| ())
}

fn no_picture(what: &str) -> Problem {
    Problem::new(500, "server_error", "no_image", format!("the predictor gave {what}"))
}

/// A PNG file of an array of bytes: rows, columns, and channels (grey, with alpha, colours, with alpha) where there are several.
fn to_png(pixels: &Array) -> Option<Vec<u8>> {
    let (height, width, channels) = match *pixels.shape() {
        [height, width] => (height, width, 1),
        [height, width, channels] => (height, width, channels),
        _ => return None,
    };
    let colour = match channels {
        1 => png::ColorType::Grayscale,
        2 => png::ColorType::GrayscaleAlpha,
        3 => png::ColorType::Rgb,
        4 => png::ColorType::Rgba,
        _ => return None,
    };
    if pixels.dtype() != DType::UInt8 {
        return None;
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    encoder.set_color(colour);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&pixels.to_vec::<u8>()?).ok()?;
    writer.finish().ok()?;
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw() -> Described {
        serde_json::from_value(json!({
            "name": "draw",
            "parameters": [
                { "name": "prompt", "type": "str", "schema": { "type": "str" } },
                { "name": "quality", "type": "str", "schema": { "type": "str" }, "default": "low" },
            ],
            "returns": { "type": "ndarray", "schema": { "type": "array", "dtype": "uint8", "shape": null }, "denotation": "Image" },
        }))
        .unwrap()
    }

    fn parse(body: Json) -> Result<Request, Problem> {
        let draw = draw();
        Request::parse(body, &Roles::of(&draw).unwrap(), &draw)
    }

    #[test]
    fn a_request_is_a_prompt_and_what_the_predictor_takes() {
        let request = parse(json!({ "prompt": "a fox", "n": 2, "size": "auto", "quality": "high" })).unwrap();
        assert_eq!(request.count, 2);
        let names: Vec<_> = request.arguments.0.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["prompt", "quality"]);
        for (field, value) in [("size", json!("1024x1024")), ("response_format", json!("url")), ("stream", json!(true))]
        {
            let problem = parse(json!({ "prompt": "a", field: value })).unwrap_err();
            assert_eq!(
                (problem.code.as_deref(), problem.param.as_deref()),
                (Some("unsupported_parameter"), Some(field))
            );
        }
        for count in [json!(0), json!(11), json!(-1), json!(1.5), json!("1")] {
            assert_eq!(parse(json!({ "prompt": "a", "n": count })).unwrap_err().param.as_deref(), Some("n"));
        }
        assert_eq!(parse(json!({ "n": 1 })).unwrap_err().param.as_deref(), Some("prompt"));
    }

    #[test]
    fn pictures_are_png_files() {
        let pixels =
            |shape: &[i64]| Array::from_vec(shape, vec![7_u8; shape.iter().product::<i64>() as usize]).unwrap();
        for (shape, colour) in [(&[2, 3][..], 0), (&[2, 3, 1], 0), (&[2, 3, 2], 4), (&[2, 3, 3], 2), (&[2, 3, 4], 6)] {
            let file = to_png(&pixels(shape)).unwrap();
            assert_eq!((&file[..8], &file[16..24]), (&b"\x89PNG\r\n\x1a\n"[..], &[0, 0, 0, 3, 0, 0, 0, 2][..]));
            assert_eq!(file[25], colour);
        }
        for shape in [&[3][..], &[0, 3], &[2, 3, 5], &[1, 2, 3, 3]] {
            assert_eq!(to_png(&pixels(shape)), None, "{shape:?}");
        }
        assert_eq!(to_png(&Array::from_vec(&[1, 1], vec![1.0_f32]).unwrap()), None);
    }
}
