//! Assigning to fields of models.

use super::super::function::FunctionTracer;
use super::config_of;
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::scope::classes::ClassDef;
use crate::source::Span;
use crate::types::{ExceptionClass, Type};

impl<'a> FunctionTracer<'_, 'a> {
    /// `model.name = value`, where that raises; whether it does.
    pub(in super::super) fn store_in_model(
        &mut self,
        class: &'a ClassDef<'a>,
        object: &Expr,
        name: &str,
        value: &Expr,
        span: Span,
    ) -> bool {
        let fields = self.tracer.classes.fields(class);
        let field = fields.into_iter().find(|(_, field)| field.name == name);
        let is_frozen = config_of(class).is_some_and(|config| config.frozen);
        let path = match field {
            None => "no_field",
            Some(_) if is_frozen => "frozen_instance",
            Some((_, field)) if field.model.frozen => "frozen_field",
            Some(_) => return false,
        };
        self.emit_discarded(object.clone());
        let text = |text: &str| Expr::constant(Constant::Str(text.into()), span);
        let base = value.ty.widened();
        let value = self.convert(value.clone(), &base);
        let arguments = vec![
            NativeArgument::Reference(text(class.node.name.as_str())),
            NativeArgument::Reference(text(name)),
            NativeArgument::Reference(value),
        ];
        let error = if path == "no_field" { "builtins.ValueError" } else { super::VALIDATION_ERROR };
        let error: ExceptionClass = crate::catalog::catalog().exception(error).expect("it is in the catalog");
        let exception = self.native_call(&format!("pydantic::{path}"), arguments, Type::Exception(error), span);
        let raised = Expr { kind: ExprKind::Raise(Box::new(exception)), ty: Type::Never, span };
        self.emit_call(raised);
        self.environment = None;
        true
    }
}
