//! Binds the arguments of a call to the parameters of a predictor, as CPython binds those of a function.

use std::fmt;

use smallvec::{SmallVec, smallvec};

use crate::abi::{FromValue, Mismatch, Value};
use crate::exception::{Fallible, Raised, type_error, value_error};

/// A parameter of a predictor.
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// How a caller may pass it.
    pub kind: ParameterKind,
    /// Whether it may be left out.
    pub has_default: bool,
    /// Its type as Python writes it, for the text of errors: `list[str]`.
    pub ty: &'static str,
    /// The values it is limited to by a `Literal`; empty where there is no limit.
    /// Where the argument is a container, they limit its elements.
    pub choices: &'static [Choice<'static>],
}

/// How a parameter may be passed, by Python's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// Before a `/`.
    PositionalOnly,
    /// The ordinary kind.
    PositionalOrKeyword,
    /// After a `*`.
    KeywordOnly,
}

/// A value that a `Literal` allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice<'text> {
    /// Text.
    Str(&'text str),
    /// A number.
    Int(i64),
    /// A truth value.
    Bool(bool),
}

/// The arguments of a call, one place for each parameter.
#[derive(Debug)]
pub struct Arguments<'call> {
    function: &'static str,
    parameters: &'static [Parameter],
    values: SmallVec<[Option<&'call Value>; 8]>,
}

impl<'call> Arguments<'call> {
    /// Binds arguments to parameters. Each has a name where it is passed by keyword.
    ///
    /// # Errors
    /// `TypeError` with the text of CPython 3.11 where they do not fit (`initialize_locals` in `ceval.c` is the model
    /// for which fault is told first).
    pub fn bind(
        function: &'static str,
        parameters: &'static [Parameter],
        given: &[(Option<&str>, &'call Value)],
    ) -> Fallible<Self> {
        if let Some(values) = all_by_position(parameters, given) {
            return Ok(Self { function, parameters, values });
        }
        let signature = Signature { function, parameters };
        let mut values: SmallVec<[Option<&Value>; 8]> = smallvec![None; parameters.len()];

        let mut positions = signature.positional();
        let mut position_count = 0;
        for (_, value) in given.iter().filter(|(name, _)| name.is_none()) {
            position_count += 1;
            if let Some(index) = positions.next() {
                values[index] = Some(value);
            }
        }
        for (name, value) in given {
            let Some(name) = name else { continue };
            let Some(index) = signature.keyword(name) else { return Err(signature.unexpected_keyword(name, given)) };
            if values[index].replace(value).is_some() {
                return Err(signature.multiple_values(name));
            }
        }
        if position_count > signature.positional().count() {
            return Err(signature.too_many_positional(position_count, &values));
        }
        let missing = |index: &usize| values[*index].is_none() && !parameters[*index].has_default;
        let missing_positions: Vec<usize> = signature.positional().filter(missing).collect();
        if !missing_positions.is_empty() {
            return Err(signature.missing("positional", &missing_positions));
        }
        let missing_keywords: Vec<usize> = signature.keyword_only().filter(missing).collect();
        if !missing_keywords.is_empty() {
            return Err(signature.missing("keyword-only", &missing_keywords));
        }
        Ok(Self { function, parameters, values })
    }

    /// The argument for the parameter at `index`, which has no default.
    ///
    /// # Errors
    /// `TypeError` where it is of another type, `ValueError` where it is none of the parameter's choices.
    pub fn get<T: FromValue>(&self, index: usize) -> Fallible<T> {
        match self.values[index] {
            Some(value) => self.convert(index, value),
            None => {
                Err(Signature { function: self.function, parameters: self.parameters }.missing("positional", &[index]))
            }
        }
    }

    /// The argument for the parameter at `index`, or its default.
    ///
    /// # Errors
    /// As [`Arguments::get`].
    pub fn get_or<T: FromValue>(&self, index: usize, default: impl FnOnce() -> T) -> Fallible<T> {
        match self.values[index] {
            Some(value) => self.convert(index, value),
            None => Ok(default()),
        }
    }

    /// Checks every array in the argument for the parameter at `index` against the declared dims: `None` is an axis of
    /// any length. Left out, there is nothing to check.
    ///
    /// # Errors
    /// `ValueError` where the number of axes or a length is another.
    pub fn expect_shape(&self, index: usize, axes: &[Option<usize>]) -> Fallible<()> {
        let Some(refused) = self.values[index].and_then(|value| refused_shape(value, axes)) else { return Ok(()) };
        let axis = |axis: &Option<usize>| axis.map_or_else(|| "any".to_owned(), |length| length.to_string());
        Err(value_error(format!(
            "{}() argument '{}' must have shape {}, not {}",
            self.function,
            self.parameters[index].name,
            shape_text(axes.iter().map(axis)),
            shape_text(refused.iter().map(ToString::to_string))
        )))
    }

    fn convert<T: FromValue>(&self, index: usize, value: &Value) -> Fallible<T> {
        let converted = T::from_value(value).map_err(|mismatch| self.wrong_type(index, &mismatch))?;
        self.check_choice(index, value)?;
        Ok(converted)
    }

    #[cold]
    fn wrong_type(&self, index: usize, mismatch: &Mismatch) -> Raised {
        let Parameter { name, ty, .. } = &self.parameters[index];
        type_error(format!("{}() argument '{name}' must be {ty}{}", self.function, mismatch.describe()))
    }

    fn check_choice(&self, index: usize, value: &Value) -> Fallible<()> {
        let Parameter { name, choices, .. } = &self.parameters[index];
        let refused = if choices.is_empty() { None } else { refused_choice(value, choices) };
        match refused {
            None => Ok(()),
            Some(refused) => Err(value_error(format!(
                "{}() argument '{name}' must be {}, not {refused}",
                self.function,
                enumerate(choices.iter().map(ToString::to_string).collect(), "or")
            ))),
        }
    }
}

/// What most calls pass: one argument by position for each parameter. Others take longer to tell apart.
fn all_by_position<'call>(
    parameters: &[Parameter],
    given: &[(Option<&str>, &'call Value)],
) -> Option<SmallVec<[Option<&'call Value>; 8]>> {
    let by_position = |(parameter, (name, _)): (&Parameter, &(Option<&str>, &Value))| {
        name.is_none() && parameter.kind != ParameterKind::KeywordOnly
    };
    let all = parameters.len() == given.len() && parameters.iter().zip(given).all(by_position);
    all.then(|| given.iter().map(|(_, value)| Some(*value)).collect())
}

/// The first value that is none of the choices, as `repr` writes it. Choices limit values of their own kind: in
/// `Literal["auto"] | int` any number is allowed.
fn refused_choice(value: &Value, choices: &[Choice]) -> Option<String> {
    let choice = match value {
        Value::Str(text) => Choice::Str(text.as_str()),
        Value::Int(number) => Choice::Int(*number),
        Value::Bool(truth) => Choice::Bool(*truth),
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => {
            return items.iter().find_map(|item| refused_choice(item, choices));
        }
        _ => return None,
    };
    let limited = choices.iter().any(|allowed| std::mem::discriminant(allowed) == std::mem::discriminant(&choice));
    (limited && !choices.contains(&choice)).then(|| choice.to_string())
}

/// The first shape of an array in the value that is not as declared.
fn refused_shape<'value>(value: &'value Value, axes: &[Option<usize>]) -> Option<&'value [i64]> {
    match value {
        Value::Array(buffer) | Value::Tensor(buffer) => {
            let shape = buffer.shape();
            let fits = |(length, axis): (&i64, &Option<usize>)| axis.is_none_or(|declared| declared as i64 == *length);
            let all_fit = shape.len() == axes.len() && shape.iter().zip(axes).all(fits);
            (!all_fit).then_some(shape)
        }
        Value::List(items) | Value::Tuple(items) => items.iter().find_map(|item| refused_shape(item, axes)),
        Value::Dict(pairs) => pairs.iter().find_map(|(_, item)| refused_shape(item, axes)),
        _ => None,
    }
}

/// A shape as Python writes the tuple.
fn shape_text(lengths: impl Iterator<Item = String>) -> String {
    let lengths: Vec<String> = lengths.collect();
    format!("({}{})", lengths.join(", "), if lengths.len() == 1 { "," } else { "" })
}

/// As `repr` writes it.
impl fmt::Display for Choice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Choice::Str(text) => f.write_str(&quoted(text)),
            Choice::Int(number) => write!(f, "{number}"),
            Choice::Bool(true) => f.write_str("True"),
            Choice::Bool(false) => f.write_str("False"),
        }
    }
}

/// `repr(text)`, shortened where it is long.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let escaped: String = text.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    let more = if text.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("'{escaped}{more}'")
}

/// The parts in one sentence: `a`, `a and b`, `a, b, and c`.
fn enumerate(mut parts: Vec<String>, conjunction: &str) -> String {
    match (parts.len(), parts.pop()) {
        (_, None) => String::new(),
        (1, Some(only)) => only,
        (2, Some(last)) => format!("{} {conjunction} {last}", parts[0]),
        (_, Some(last)) => format!("{}, {conjunction} {last}", parts.join(", ")),
    }
}

/// What the messages of a failed binding are made from.
struct Signature {
    function: &'static str,
    parameters: &'static [Parameter],
}

impl Signature {
    /// The indices of the parameters that positional arguments fill, in order.
    fn positional(&self) -> impl Iterator<Item = usize> + use<> {
        let parameters = self.parameters;
        (0..parameters.len()).filter(|&index| parameters[index].kind != ParameterKind::KeywordOnly)
    }

    /// The indices of the parameters that only keywords fill.
    fn keyword_only(&self) -> impl Iterator<Item = usize> + use<> {
        let parameters = self.parameters;
        (0..parameters.len()).filter(|&index| parameters[index].kind == ParameterKind::KeywordOnly)
    }

    /// The index of the parameter that a keyword fills.
    fn keyword(&self, name: &str) -> Option<usize> {
        let fits = |parameter: &Parameter| parameter.name == name && parameter.kind != ParameterKind::PositionalOnly;
        self.parameters.iter().position(fits)
    }

    #[cold]
    fn multiple_values(&self, name: &str) -> Raised {
        type_error(format!("{}() got multiple values for argument '{name}'", self.function))
    }

    #[cold]
    fn unexpected_keyword(&self, name: &str, given: &[(Option<&str>, &Value)]) -> Raised {
        let positional_only = self.parameters.iter().filter(|parameter| {
            parameter.kind == ParameterKind::PositionalOnly
                && given.iter().any(|(keyword, _)| *keyword == Some(parameter.name))
        });
        let names: Vec<&str> = positional_only.map(|parameter| parameter.name).collect();
        if names.is_empty() {
            return type_error(format!("{}() got an unexpected keyword argument '{name}'", self.function));
        }
        type_error(format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            self.function,
            names.join(", ")
        ))
    }

    #[cold]
    fn too_many_positional(&self, given: usize, values: &[Option<&Value>]) -> Raised {
        let most = self.positional().count();
        let defaults = self.positional().filter(|&index| self.parameters[index].has_default).count();
        let takes = if defaults > 0 { format!("from {} to {most}", most - defaults) } else { most.to_string() };
        let plural = if defaults > 0 || most != 1 { "s" } else { "" };
        let keywords = self.keyword_only().filter(|&index| values[index].is_some()).count();
        let were = if keywords > 0 {
            let plural = |count| if count == 1 { "" } else { "s" };
            format!(
                "{given} positional argument{} (and {keywords} keyword-only argument{}) were",
                plural(given),
                plural(keywords)
            )
        } else {
            format!("{given} {}", if given == 1 { "was" } else { "were" })
        };
        type_error(format!("{}() takes {takes} positional argument{plural} but {were} given", self.function))
    }

    #[cold]
    fn missing(&self, kind: &str, indices: &[usize]) -> Raised {
        let names: Vec<String> = indices.iter().map(|&index| format!("'{}'", self.parameters[index].name)).collect();
        let (count, plural) = (names.len(), if names.len() == 1 { "" } else { "s" });
        let names = enumerate(names, "and");
        type_error(format!("{}() missing {count} required {kind} argument{plural}: {names}", self.function))
    }
}

#[cfg(test)]
mod tests;
