//! `json.loads`: the type that is declared for its result is the type that it reads.

use rustpython_ast as ast;

use super::function::{FunctionTracer, poisoned};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, NativeArgument};
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// `json.loads(text)`, where a type is declared for the result.
    pub(super) fn json_loads(&mut self, node: &'a ast::ExprCall, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        let ([text], true) = (&*node.arguments.args, node.arguments.keywords.is_empty()) else {
            let diagnostic = Diagnostic::new(Code::CallArguments, span, "`json.loads` takes one text here");
            return self.refuse(diagnostic.help("hooks and other classes of decoders cannot be compiled"));
        };
        let text = self.expression(text, None);
        if poisoned(&text.ty) {
            return Expr::invalid(span);
        }
        let path = match text.ty.widened() {
            Type::Str => "json::loads",
            Type::Bytes => "json::loads_bytes",
            other => {
                let message = format!("`json.loads` takes `str` or `bytes`, not `{other}`");
                return self.refuse(Diagnostic::new(Code::ArgumentType, text.span, message));
            }
        };
        let Some(expected) = expected.filter(|expected| !poisoned(expected)) else {
            let message = "what the JSON holds is known only when it is read";
            let diagnostic = Diagnostic::new(Code::UnknownElement, span, message);
            return self.refuse(diagnostic.help("declare it: `data: dict[str, int] = json.loads(text)`"));
        };
        let ty = expected.widened();
        if !is_json(&ty) {
            let message = format!("JSON never holds a `{ty}`");
            let diagnostic = Diagnostic::new(Code::UnsupportedAnnotation, span, message);
            return self.refuse(diagnostic.help(
                "declare `None`, `bool`, `int`, `float`, `str`, `list[…]`, `dict[str, …]`, or one of these with `| None`",
            ));
        }
        self.with_setup(|tracer| {
            let base = text.ty.widened();
            let text = tracer.convert(text, &base);
            let declared = Expr::constant(Constant::Str(format!("{ty}").into()), span);
            let arguments = vec![NativeArgument::Reference(text), NativeArgument::Reference(declared)];
            let read = tracer.raising_native(path, arguments, ty.clone(), span);
            let read = tracer.keep("loaded", read);
            tracer.at_site(read, span)
        })
    }
}

/// Whether JSON can say every value of the type.
fn is_json(ty: &Type) -> bool {
    match ty {
        Type::None | Type::Bool | Type::Int | Type::Float | Type::Str => true,
        Type::List(item) => is_json(&item.ty),
        Type::Dict(key, value) => key.ty == Type::Str && is_json(&value.ty),
        Type::Union(members) => members.len() == 2 && members.contains(&Type::None) && members.iter().all(is_json),
        _ => false,
    }
}
