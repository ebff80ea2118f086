//! Paths, where text is taken.

use super::arguments::Argument;
use super::function::FunctionTracer;
use super::value::Value;
use crate::catalog::catalog;
use crate::ir::Conversion;
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// The arguments with the text of each `Path`, as `os.fspath` gives it; `None` where there is none among them.
    pub(super) fn paths_as_text(&mut self, arguments: &[Argument<'a>], span: Span) -> Option<Vec<Argument<'a>>> {
        let is_path = |value: &Value| match value {
            Value::Expr(value) => {
                matches!(&value.ty, Type::Instance(class) if catalog().derives(class, "pathlib.PurePath"))
            }
            _ => false,
        };
        if !arguments.iter().any(|argument| is_path(&argument.value)) {
            return None;
        }
        let text = |argument: &Argument<'a>| match &argument.value {
            Value::Expr(path) if is_path(&argument.value) => {
                let text = self.text_of_value(path.clone(), Conversion::Str, span);
                Argument { value: Value::Expr(text), ..argument.clone() }
            }
            _ => argument.clone(),
        };
        Some(arguments.iter().map(text).collect())
    }
}
