//! `ValidationError`: what a handler asks of it.

use super::super::arguments::{Argument, constant_of};
use super::super::function::FunctionTracer;
use super::super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::source::Span;
use crate::types::{ExceptionClass, Type, union};

/// The class of the exception.
pub(in super::super) const VALIDATION_ERROR: &str = "pydantic.ValidationError";

/// The class of an item of `error.errors()`, in compiled code.
const DETAILS: &str = "pydantic.ErrorDetails";

/// The methods of the exception that can be called, and the functions of the runtime that they are.
const METHODS: &[(&str, &str)] =
    &[("error_count", "pydantic::error_count"), ("errors", "pydantic::errors"), ("json", "pydantic::json_errors")];

/// Whether exceptions of the class have such a method of pydantic's.
pub(in super::super) fn is_validation_method(class: &ExceptionClass, name: &str) -> bool {
    class.derives(VALIDATION_ERROR) && METHODS.iter().any(|(method, _)| *method == name)
}

/// Whether the type is that of an item of `error.errors()`.
pub(in super::super) fn is_details(ty: &Type) -> bool {
    matches!(ty, Type::Instance(class) if &**class == DETAILS)
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `error.title`.
    pub(in super::super) fn validation_title(&mut self, error: &Expr, span: Span) -> Expr {
        self.asked(error, "pydantic::title", Type::Str, span)
    }

    /// `error.error_count()`, `error.errors()`, `error.json()`; `None` where it is no method of pydantic's.
    pub(in super::super) fn validation_method(
        &mut self,
        error: &Expr,
        name: &str,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        let Type::Exception(class) = &error.ty else { return None };
        let (_, path) = METHODS.iter().find(|(method, _)| *method == name && is_validation_method(class, name))?;
        if let Some(argument) = arguments.first() {
            let message = format!("`{name}` of a `ValidationError` takes no arguments in compiled code");
            return Some(self.refuse(Diagnostic::new(Code::CallArguments, argument.span, message)));
        }
        let ty = match name {
            "error_count" => Type::Int,
            "errors" => Type::list(Type::instance(DETAILS)),
            _ => Type::Str,
        };
        Some(self.asked(error, path, ty, span))
    }

    fn asked(&mut self, error: &Expr, path: &str, ty: Type, span: Span) -> Expr {
        self.native_call(path, vec![NativeArgument::Reference(error.clone())], ty, span)
    }

    /// `details["msg"]` of an item of `error.errors()`.
    pub(in super::super) fn details_item(&mut self, details: Expr, key: &Expr, span: Span) -> Expr {
        let key = match constant_of(key) {
            Some(Constant::Str(key)) => key.to_string(),
            _ => String::new(),
        };
        match key.as_str() {
            "type" => self.asked(&details, "pydantic::error_type", Type::Str, span),
            "msg" => self.asked(&details, "pydantic::error_message", Type::Str, span),
            "url" => self.asked(&details, "pydantic::error_url", Type::Str, span),
            "loc" => self.details_path(details, span),
            _ => {
                let message =
                    "of an error of a model \"type\", \"msg\", \"loc\" and \"url\" can be read in compiled code";
                let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                self.refuse(diagnostic.help("what was given has no one type; `str(error)` and `error.json()` show it"))
            }
        }
    }

    /// `details["loc"]`: a tuple of names and places.
    fn details_path(&mut self, details: Expr, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let details = tracer.keep("details", details);
            let steps = tracer.asked(&details, "pydantic::error_steps", Type::list(Type::Int), span);
            let ty = union([Type::Int, Type::Str]);
            let items = tracer.generated(steps, span, |tracer, step| {
                let ask = |path: &str, ty: Type| {
                    let arguments =
                        vec![NativeArgument::Reference(details.clone()), NativeArgument::Value(step.clone())];
                    tracer.native_call(path, arguments, ty, span)
                };
                let test = ask("pydantic::step_is_index", Type::Bool);
                let (index, name) = (ask("pydantic::step_index", Type::Int), ask("pydantic::step_name", Type::Str));
                let (then, orelse) = (tracer.convert(index, &ty), tracer.convert(name, &ty));
                let kind = ExprKind::If { test: Box::new(test), then: Box::new(then), orelse: Box::new(orelse) };
                (Expr { kind, ty: ty.clone(), span }, Vec::new())
            });
            let argument = Argument { keyword: None, span, value: Value::Expr(items) };
            tracer.call_value(Value::Class("builtins.tuple".into()), vec![argument], span)
        })
    }
}
