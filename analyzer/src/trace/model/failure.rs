//! `ValidationError`: what a handler asks of it.

use super::super::function::FunctionTracer;
use crate::ir::{Expr, NativeArgument};
use crate::source::Span;
use crate::types::{ExceptionClass, Type};

/// The class of the exception.
pub(in super::super) const VALIDATION_ERROR: &str = "pydantic.ValidationError";

/// Its methods: name, function of the runtime, result.
const METHODS: &[(&str, &str, Type)] =
    &[("error_count", "pydantic::error_count", Type::Int), ("json", "pydantic::json_errors", Type::Str)];

/// Whether exceptions of the class have such a method of pydantic's.
pub(in super::super) fn is_validation_method(class: &ExceptionClass, name: &str) -> bool {
    class.derives(VALIDATION_ERROR) && METHODS.iter().any(|(method, ..)| *method == name)
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `error.title`.
    pub(in super::super) fn validation_title(&mut self, error: &Expr, span: Span) -> Expr {
        self.asked(error, "pydantic::title", Type::Str, span)
    }

    /// `error.error_count()`, `error.json()`; `None` where it is no method of pydantic's.
    pub(in super::super) fn validation_method(&mut self, error: &Expr, name: &str, span: Span) -> Option<Expr> {
        let Type::Exception(class) = &error.ty else { return None };
        let (_, path, ty) = METHODS.iter().find(|(method, ..)| *method == name && is_validation_method(class, name))?;
        Some(self.asked(error, path, ty.clone(), span))
    }

    fn asked(&mut self, error: &Expr, path: &str, ty: Type, span: Span) -> Expr {
        self.native_call(path, vec![NativeArgument::Reference(error.clone())], ty, span)
    }
}
