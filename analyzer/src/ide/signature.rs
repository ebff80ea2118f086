//! Signature help: the parameters of the call that is being written.

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::resolve::{Resolver, documentation, signatures};
use super::{Position, nodes, resolve};
use crate::analysis::{Analysis, Meaning};
use crate::catalog::{Signature, docstring};
use crate::syntax::span;

/// The signatures of a function and where in them the cursor is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureHelp {
    /// One for each overload.
    pub signatures: Vec<SignatureText>,
    /// The one that fits what is written so far.
    pub active: usize,
}

/// A signature as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureText {
    /// `split(sep: str | None = None, maxsplit: int = -1) -> list[str]`.
    pub label: String,
    /// The bytes of each parameter in the label.
    pub parameters: Vec<(usize, usize)>,
    /// The documentation.
    pub doc: Option<String>,
    /// The parameter that is being given.
    pub active: Option<usize>,
}

/// A parameter: its name, its text, whether it takes the rest of the arguments, whether it takes positions.
struct Parameter {
    name: String,
    text: String,
    is_rest: bool,
    positional: bool,
}

/// Help for the call around a position.
pub fn signature_help(analysis: &Analysis, position: Position) -> Option<SignatureHelp> {
    let resolver = Resolver::new(analysis, position.file);
    let call = nodes::call_at(analysis.body(position.file), position.offset)?;
    if position.offset == call.end().to_u32() && analysis.text(position.file)[..position.offset as usize].ends_with(')')
    {
        return None;
    }
    let meaning = resolver.meaning(&call.func)?;
    let argument = Argument::at(call, position.offset);
    let signatures = match &meaning {
        Meaning::Function(whole) => {
            let function = resolve::function(analysis, *whole)?;
            let parameters = function.parameters.iter().map(|parameter| {
                let name = parameter.name();
                let found = analysis.types.get(&span(whole.file, name.range())).map(ToString::to_string);
                let slice = |node: &ast::Expr| analysis.file(whole.file).slice(span(whole.file, node)).to_owned();
                let ty = found.or_else(|| parameter.annotation().map(slice)).map(|ty| format!(": {ty}"));
                let default = parameter.default().map(|node| format!(" = {}", slice(node)));
                let text = format!("{}{}{}", name.as_str(), ty.unwrap_or_default(), default.unwrap_or_default());
                Parameter { name: name.to_string(), text, is_rest: parameter.is_variadic(), positional: true }
            });
            let returns = super::hover::returns_of(analysis, *whole).map(|ty| ty.to_string());
            let doc = docstring(&function.body).map(|doc| doc.to_string());
            vec![text(function.name.as_str(), parameters.collect(), returns, doc, &argument)]
        }
        meaning => {
            let overloads = resolve::signatures(meaning);
            overloads.iter().map(|overload| of_catalog(meaning, overload, &argument)).collect()
        }
    };
    if signatures.is_empty() {
        return None;
    }
    let active = signatures.iter().position(|signature| signature.active.is_some() || call.arguments.is_empty());
    Some(SignatureHelp { active: active.unwrap_or(0), signatures })
}

/// Which argument of a call is being written.
enum Argument {
    Position(usize),
    Keyword(String),
}

impl Argument {
    fn at(call: &ast::ExprCall, offset: u32) -> Self {
        let keyword = call.arguments.keywords.iter().find(|keyword| nodes::touches(keyword.range(), offset));
        if let Some(name) = keyword.and_then(|keyword| keyword.arg.as_ref()) {
            return Argument::Keyword(name.to_string());
        }
        Argument::Position(
            call.arguments.arguments_source_order().filter(|argument| argument.end().to_u32() < offset).count(),
        )
    }
}

fn of_catalog(meaning: &Meaning, signature: &Signature, argument: &Argument) -> SignatureText {
    let parameters = signature.parameters.iter().filter(|parameter| &*parameter.name != "self").map(|parameter| {
        let star = if parameter.variadic { "*" } else { "" };
        let default = parameter.default.as_ref().map(|value| format!(" = {value}")).unwrap_or_default();
        let text = format!("{star}{}: {}{default}", parameter.name, parameter.declared.describe());
        Parameter {
            name: parameter.name.to_string(),
            text,
            is_rest: parameter.variadic,
            positional: parameter.positional,
        }
    });
    let name = match meaning {
        Meaning::Class(class) => class.rsplit('.').next().unwrap_or(class),
        _ => &signature.name,
    };
    let doc = signature.doc.as_ref().map(|doc| doc.to_string()).or_else(|| documentation(meaning));
    text(name, parameters.collect(), Some(signature.returns.describe()), doc, argument)
}

fn text(
    name: &str,
    parameters: Vec<Parameter>,
    returns: Option<String>,
    doc: Option<String>,
    argument: &Argument,
) -> SignatureText {
    let active = match argument {
        Argument::Keyword(name) => parameters.iter().position(|parameter| parameter.name == *name),
        Argument::Position(index) => match parameters.get(*index) {
            Some(parameter) if parameter.positional => Some(*index),
            _ => parameters.iter().position(|parameter| parameter.is_rest),
        },
    };
    let mut label = format!("{name}(");
    let mut ranges = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        if index > 0 {
            label += ", ";
        }
        ranges.push((label.len(), label.len() + parameter.text.len()));
        label += &parameter.text;
    }
    label += ")";
    if let Some(returns) = returns {
        label += &format!(" -> {returns}");
    }
    SignatureText { label, parameters: ranges, doc, active }
}

/// Names of the keyword arguments that a call may still be given, each with its declared type.
pub(super) fn open_keywords(resolver: &Resolver, call: &ast::ExprCall) -> Vec<(String, String)> {
    let Some(meaning) = resolver.meaning(&call.func) else { return Vec::new() };
    let given: Vec<&str> =
        call.arguments.keywords.iter().filter_map(|keyword| keyword.arg.as_ref()).map(|name| name.as_str()).collect();
    let by_position = call.arguments.args.len();
    let mut keywords: Vec<(String, String)> = Vec::new();
    match &meaning {
        Meaning::Function(whole) => {
            let Some(function) = resolve::function(resolver.analysis, *whole) else { return keywords };
            let parameters = &function.parameters;
            let by_name = parameters.args.iter().skip(by_position.saturating_sub(parameters.posonlyargs.len()));
            for parameter in by_name.chain(&parameters.kwonlyargs) {
                let name = parameter.name();
                let ty = resolver.analysis.types.get(&span(whole.file, name.range()));
                keywords.push((name.to_string(), ty.map(ToString::to_string).unwrap_or_default()));
            }
        }
        meaning => {
            for signature in signatures(meaning) {
                let own = signature.parameters.iter().filter(|parameter| &*parameter.name != "self");
                let open = own.enumerate().filter(|(index, parameter)| {
                    parameter.keyword && !parameter.variadic && (*index >= by_position || !parameter.positional)
                });
                keywords.extend(open.map(|(_, parameter)| (parameter.name.to_string(), parameter.declared.describe())));
            }
        }
    }
    keywords.retain(|(name, _)| !given.contains(&name.as_str()));
    let mut seen = std::collections::HashSet::new();
    keywords.retain(|(name, _)| seen.insert(name.clone()));
    keywords
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::at_cursor;

    fn shown(source: &str) -> Option<(String, Option<String>)> {
        let (analysis, position) = at_cursor(source);
        let help = signature_help(&analysis, position)?;
        let signature = &help.signatures[help.active];
        let active = signature.active.map(|index| signature.parameters[index]);
        Some((signature.label.clone(), active.map(|(start, end)| signature.label[start..end].to_owned())))
    }

    #[test]
    fn of_a_function_of_the_project() {
        let source = "def f(a: int, b: str = \"x\"):\n    return a\nf(1, $0)\n";
        assert_eq!(shown(source), Some(("f(a: int, b: str = \"x\")".into(), Some("b: str = \"x\"".into()))));
    }

    #[test]
    fn while_the_call_is_not_closed() {
        let source = "def f(a: int, b: str = \"x\"):\n    return a\nf(1, b=$0\n";
        assert_eq!(shown(source).unwrap().1.as_deref(), Some("b: str = \"x\""));
    }

    #[test]
    fn of_a_function_of_the_catalog() {
        let (label, active) = shown("import math\nmath.atan2(1.0, $0)\n").expect("the catalog has it");
        assert!(label.starts_with("atan2("), "{label}");
        assert_eq!(active.map(|text| text.starts_with('x')), Some(true));
    }
}
