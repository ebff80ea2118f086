//! Annotated source: what each expression of a file is, what it becomes, and what that costs.

use std::collections::BTreeMap;

use rustpython_ast::AnyNodeRef;
use rustpython_text_size::Ranged;
use serde::Serialize;

use super::hover::{Hover, Sizes, hover};
use super::{Position, nodes};
use crate::analysis::Analysis;
use crate::source::{FileId, Span};
use crate::types::Type;

/// What is told of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotated {
    /// What a mouse over each thing tells, in source order; a thing may lie in another.
    pub things: Vec<Hover>,
    /// The runtime operators that expressions become, in source order.
    pub operators: Vec<Operator>,
}

/// An expression that becomes a runtime operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// The expression.
    pub span: Span,
    /// The operator's path in the runtime: `str::split`.
    pub path: String,
    /// How much it does.
    pub cost: Cost,
}

/// How much an operator does, from little to much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Cost {
    /// A few instructions on numbers.
    Arithmetic,
    /// A call that makes nothing new.
    Call,
    /// It makes text, bytes or a container.
    Allocation,
    /// It goes over an array, or makes one.
    Array,
    /// It runs a model or a tokenizer.
    Model,
}

/// The annotations of a file.
pub fn annotated(analysis: &Analysis, file: FileId, sizes: Sizes) -> Annotated {
    let mut offsets = Vec::new();
    nodes::each(analysis.body(file), |node| offsets.extend(place_of(node)));
    offsets.sort_unstable();
    offsets.dedup();
    let things = offsets.into_iter().filter_map(|offset| hover(analysis, Position { file, offset }, sizes));
    let things: BTreeMap<Span, Hover> = things.map(|hover| (hover.span, hover)).collect();
    Annotated { things: things.into_values().collect(), operators: operators(analysis, file) }
}

/// The expressions of a file that become a runtime operator, in source order.
pub fn operators(analysis: &Analysis, file: FileId) -> Vec<Operator> {
    let lowered = analysis.lowering.iter().filter(|(span, _)| span.file == file);
    let operator = |(span, path): (&Span, &std::sync::Arc<str>)| Operator {
        span: *span,
        path: path.to_string(),
        cost: cost(path, analysis.types.get(span)),
    };
    lowered.map(operator).collect()
}

/// Where a mouse is on the node and on nothing within it.
fn place_of(node: AnyNodeRef) -> Option<u32> {
    let offset = match node {
        AnyNodeRef::StmtFunctionDef(function) => function.name.start(),
        AnyNodeRef::StmtClassDef(class) => class.name.start(),
        AnyNodeRef::Parameter(parameter) => parameter.name.start(),
        AnyNodeRef::Keyword(keyword) => keyword.arg.as_ref()?.start(),
        AnyNodeRef::ExprAttribute(attribute) => attribute.attr.start(),
        AnyNodeRef::ExprBinOp(operation) => between(operation.left.end(), operation.right.start()),
        AnyNodeRef::ExprCompare(comparison) => between(comparison.left.end(), comparison.comparators.first()?.start()),
        AnyNodeRef::ExprSubscript(subscript) => between(subscript.value.end(), subscript.slice.start()),
        // Its first name is told by itself.
        AnyNodeRef::ExprCall(call) => call.end(),
        node if node.is_expression() => node.start(),
        _ => return None,
    };
    Some(offset.to_u32())
}

/// The middle of what stands between two nodes, which is neither's.
fn between(
    end: rustpython_text_size::TextSize,
    start: rustpython_text_size::TextSize,
) -> rustpython_text_size::TextSize {
    rustpython_text_size::TextSize::new((end.to_u32() + start.to_u32()) / 2)
}

fn cost(path: &str, ty: Option<&Type>) -> Cost {
    let module = path.split("::").next().unwrap_or(path);
    let is_array = |ty: &Type| ty.any(&|part| matches!(part, Type::Array(_)));
    let is_number = |ty: &Type| matches!(ty, Type::Int | Type::Float | Type::Bool | Type::Complex | Type::Scalar(_));
    match module {
        "onnxruntime" => Cost::Model,
        "tokenizers" if path.starts_with("tokenizers::tokenizer::") => Cost::Model,
        "numpy" if path.starts_with("numpy::scalar::") => Cost::Arithmetic,
        "numpy" if !matches!(path, "numpy::ndarray::shape" | "numpy::ndarray::ndim" | "numpy::ndarray::size") => {
            Cost::Array
        }
        _ if ty.is_some_and(is_array) => Cost::Array,
        "int" | "float" | "bool" | "complex" | "math" | "operator" if ty.is_none_or(is_number) => Cost::Arithmetic,
        _ if ty.is_none_or(|ty| is_number(ty) || matches!(ty, Type::None)) => Cost::Call,
        _ => Cost::Allocation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{CapturedTypes, analyze};

    fn annotated_text(text: &str) -> (Analysis, Annotated) {
        let files: BTreeMap<String, String> = [("m.py".to_owned(), text.to_owned())].into();
        struct Map(BTreeMap<String, String>);
        impl crate::Files for Map {
            fn read(&self, path: &str) -> Option<std::sync::Arc<[u8]>> {
                self.0.get(path).map(|text| text.as_bytes().into())
            }
        }
        let analysis = analyze("m.py", &Map(files), &CapturedTypes::default());
        let annotated = annotated(&analysis, FileId(0), &|_| None);
        (analysis, annotated)
    }

    #[test]
    fn every_expression_tells_its_type_and_what_it_becomes() {
        let text =
            "#%compile\ndef f(words: list[str], n: int) -> list[str]:\n    return [w.upper() for w in words[:n + 1]]\n";
        let (analysis, annotated) = annotated_text(text);
        assert_eq!(analysis.diagnostics, []);
        let codes: Vec<&str> = annotated.things.iter().map(|thing| thing.code.as_str()).collect();
        let wanted =
            ["def f(words: list[str], n: int) -> list[str]", "n: int", "n + 1: int", "w: str", "w.upper(): str"];
        for wanted in wanted {
            assert!(codes.contains(&wanted), "{wanted} is not in {codes:?}");
        }
        let costs: Vec<(&str, Cost)> =
            annotated.operators.iter().map(|operator| (operator.path.as_str(), operator.cost)).collect();
        assert!(costs.contains(&("str::upper", Cost::Allocation)), "{costs:?}");
        assert!(costs.contains(&("int::add", Cost::Arithmetic)), "{costs:?}");
    }
}
