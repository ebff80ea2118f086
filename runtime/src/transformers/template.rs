//! Chat templates: Jinja as transformers sets it up (`_cached_compile_jinja_template`), by the crate `minijinja`, with the
//! methods of Python's strings and dicts, and values written as Python writes them.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Rest, ValueKind};
use minijinja::{Environment, Error, ErrorKind, State, Value};

use super::python;
use crate::datetime;
use crate::exception::{Exception, Fallible, Raised};
use crate::str::Str;

/// A template that was read.
#[derive(Debug)]
pub struct Template(Environment<'static>);

/// The name of the only template.
const NAME: &str = "chat";

/// What `raise_exception` begins its message with, so that it is told from the crate's own errors.
const RAISED: &str = "\u{0}raised: ";

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(source: &str) -> Result<Self, String> {
        let mut environment = Environment::new();
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.map_err(|error| error.to_string())?);
        environment.set_formatter(|output, _, value| output.write_str(&python::text(value)).map_err(Error::from));
        environment.set_unknown_method_callback(python::method);
        environment.add_function("raise_exception", raise_exception);
        environment.add_function("strftime_now", strftime_now);
        environment.add_filter("tojson", tojson);
        environment.add_filter("string", |value: Value| python::text(&value));
        environment.add_filter("trim", |value: Value, chars: Option<String>| trimmed(&value, chars));
        environment.add_filter("join", joined);
        environment.add_template_owned(NAME, without_generation(source)).map_err(|error| error.to_string())?;
        Ok(Self(environment))
    }

    /// The text that the template makes of the variables.
    ///
    /// # Errors
    /// `jinja2.exceptions.TemplateError` for what the template itself raises, `UndefinedError` where it needs a variable
    /// that is not there, `TypeError` for the rest.
    pub fn render(&self, variables: Value) -> Fallible<Str> {
        let template = self.0.get_template(NAME).map_err(raised)?;
        template.render(variables).map(Str::from).map_err(raised)
    }
}

/// The tags around what an assistant has said mean nothing for the text.
fn without_generation(source: &str) -> String {
    static TAGS: std::sync::LazyLock<regex::Regex> =
        std::sync::LazyLock::new(|| regex::Regex::new(r"\{%(-?)\s*(end)?generation\s*(-?)%\}").expect("a pattern"));
    TAGS.replace_all(source, |tag: &regex::Captures<'_>| {
        let word = if tag.get(2).is_some() { "endif" } else { "if true" };
        format!("{{%{} {word} {}%}}", &tag[1], &tag[3])
    })
    .into_owned()
}

#[cold]
fn raised(error: Error) -> Raised {
    if let Some(message) = error.detail().and_then(|detail| detail.strip_prefix(RAISED)) {
        return Exception::new("jinja2.exceptions.TemplateError", message);
    }
    match error.kind() {
        ErrorKind::UndefinedError => Exception::new("jinja2.exceptions.UndefinedError", error.to_string()),
        _ => Exception::new("TypeError", error.to_string()),
    }
}

fn raise_exception(message: String) -> Result<Value, Error> {
    Err(Error::new(ErrorKind::InvalidOperation, format!("{RAISED}{message}")))
}

fn strftime_now(format: String) -> Result<String, Error> {
    let now = datetime::datetime::now(&None).and_then(|now| datetime::date::strftime(&now, &Str::from(format)));
    now.map(|text| text.as_str().to_owned()).map_err(python::failed)
}

fn tojson(value: Value, options: Kwargs) -> Result<Value, Error> {
    let ensure_ascii: Option<bool> = options.get("ensure_ascii")?;
    let indent: Option<usize> = options.get("indent")?;
    let separators: Option<Vec<String>> = options.get("separators")?;
    let sort_keys: Option<bool> = options.get("sort_keys")?;
    options.assert_all_used()?;
    let separators = separators.and_then(|pair| <[String; 2]>::try_from(pair).ok());
    let layout = python::Json {
        ensure_ascii: ensure_ascii.unwrap_or(false),
        sort_keys: sort_keys.unwrap_or(false),
        indent,
        separators,
    };
    // Never escaped for HTML.
    layout.text(&value).map(Value::from)
}

fn trimmed(value: &Value, chars: Option<String>) -> String {
    let text = Str::from(python::text(value));
    crate::str::strip(&text, &chars.map(Str::from)).as_str().to_owned()
}

fn joined(_: &State<'_, '_>, items: Value, rest: Rest<Value>) -> Result<String, Error> {
    let kwargs =
        rest.last().filter(|value| value.is_kwargs()).map(|value| Kwargs::try_from(value.clone())).transpose()?;
    let attribute: Option<String> = kwargs.as_ref().map(|kwargs| kwargs.get("attribute")).transpose()?.flatten();
    let separator =
        rest.first().filter(|value| value.kind() == ValueKind::String).map(python::text).unwrap_or_default();
    let mut texts = Vec::new();
    for item in items.try_iter()? {
        let item = match &attribute {
            Some(name) => item.get_attr(name)?,
            None => item,
        };
        texts.push(python::text(&item));
    }
    Ok(texts.join(&separator))
}
