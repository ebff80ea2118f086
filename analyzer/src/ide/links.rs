//! Document links: from a path in the source to the file that it names, such as a model.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::Ranged;

use super::nodes;
use crate::analysis::Analysis;
use crate::catalog::dotted;
use crate::scope::{folder, join};
use crate::source::{FileId, Span};
use crate::syntax::span;

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The text that is the link.
    pub span: Span,
    /// The path that it leads to.
    pub path: String,
}

/// What names a file that the analysis depends on: the argument of `InferenceSession(…)` or `Tokenizer.from_file(…)`,
/// and any literal that ends as the path of such a file does.
pub fn links(analysis: &Analysis, file: FileId) -> Vec<Link> {
    let mut links = Vec::new();
    let here = folder(&analysis.file(file).path);
    nodes::each(analysis.body(file), |node| {
        let AnyNodeRef::ExprStringLiteral(literal) = node else { return };
        let text = literal.value.to_str();
        if text.is_empty() {
            return;
        }
        let known = analysis.dependencies.iter().find(|path| path.ends_with(&format!("/{text}")) || *path == text);
        let path = known.cloned().or_else(|| is_model(text).then(|| join(here, text)));
        links.extend(path.map(|path| Link { span: span(file, literal.range()), path }));
    });
    // A name that holds a path is a link where it makes a model.
    nodes::each(analysis.body(file), |node| {
        let AnyNodeRef::ExprCall(call) = node else { return };
        let function = dotted(&call.func);
        let wanted = match function.rsplit('.').next() {
            Some("InferenceSession") => ".onnx",
            Some("from_file") => ".json",
            _ => return,
        };
        let Some(ast::Expr::Name(name)) = call.arguments.args.first() else { return };
        let mut candidates = analysis.dependencies.iter().filter(|path| path.ends_with(wanted));
        if let (Some(path), None) = (candidates.next(), candidates.next()) {
            links.push(Link { span: span(file, name.range()), path: path.clone() });
        }
    });
    links
}

fn is_model(text: &str) -> bool {
    (text.ends_with(".onnx") || text.ends_with("tokenizer.json")) && !text.contains('\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;

    #[test]
    fn a_model_is_linked_where_it_is_named() {
        let analysis =
            analysis("from onnxruntime import InferenceSession\ns = InferenceSession(\"models/bge.onnx\")\n");
        let links = links(&analysis, FileId(0));
        assert_eq!(links.len(), 1);
        assert_eq!(links[0].path, "models/bge.onnx");
    }
}
