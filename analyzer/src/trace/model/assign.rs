//! Assigning to fields of models.

use super::super::arguments::Argument;
use super::super::function::FunctionTracer;
use super::super::value::Value;
use super::config_of;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Closure, Constant, Expr, ExprKind, FunctionId, NativeArgument};
use crate::scope::classes::ClassDef;
use crate::source::Span;
use crate::types::{ExceptionClass, Type};

impl<'a> FunctionTracer<'_, 'a> {
    /// `model.name = value`, where that does more than to set a field; whether it is done.
    pub(in super::super) fn store_in_model(
        &mut self,
        class: &'a ClassDef<'a>,
        object: &Expr,
        name: &str,
        value: &Expr,
        span: Span,
    ) -> bool {
        let private = self.tracer.classes.private(class);
        if private.iter().any(|(_, field)| field.name == name) {
            return false;
        }
        if name.starts_with('_') {
            let message = format!("`{name}` is no private attribute that the model declares");
            let diagnostic = Diagnostic::new(Code::UnknownAttribute, span, message);
            self.report(diagnostic.help(format!("declare it: `{name}: int = PrivateAttr(…)`")));
            return true;
        }
        let fields = self.tracer.classes.fields(class);
        let field = fields.into_iter().find(|(_, field)| field.name == name);
        let Some(config) = config_of(class) else { return false };
        let is_frozen = config.frozen;
        let path = match field {
            None => "no_field",
            Some(_) if is_frozen => "frozen_instance",
            Some((_, field)) if field.model.frozen => "frozen_field",
            Some(_) if config.validates_assignment => {
                self.assign_validated(class, object, name, value, span);
                return true;
            }
            Some(_) => {
                self.note_set(class, object, name, span);
                return false;
            }
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

    /// Notes that a field was set, where the program asks for that.
    fn note_set(&mut self, class: &'a ClassDef<'a>, object: &Expr, name: &str, span: Span) {
        if self.tracer.tables.field(&class.name, super::FIELDS_SET).is_none() {
            return;
        }
        let set = self.record_attribute(object.clone(), super::FIELDS_SET, span);
        let name = self.string(name, span);
        let argument = Argument { keyword: None, span, value: Value::Expr(name) };
        let call = self.call_method(set, "add", vec![argument], span);
        self.emit_call(call);
    }

    /// `model.name = value` with `validate_assignment`: the value is validated as that of the field, then the whole.
    fn assign_validated(&mut self, class: &'a ClassDef<'a>, object: &Expr, name: &str, value: &Expr, span: Span) {
        self.make_model(class);
        let model = self.tracer.output.models.get(&class.name);
        let field = model.and_then(|model| model.fields.iter().find(|field| field.name == name)).cloned();
        let Some(field) = field else {
            let message = format!("`{name}` is assigned while the model is made, where it cannot be validated again");
            return self.report(Diagnostic::new(Code::UnsupportedClass, span, message));
        };
        if !field.steps.is_empty() {
            let message = format!("`{name}` has a validator that is not of mode \"after\": it cannot be assigned");
            let diagnostic = Diagnostic::new(Code::UnsupportedClass, span, message);
            return self.report(diagnostic.help("make a new object: `model_validate`"));
        }
        if field.knows_earlier {
            let message = format!("a validator of `{name}` asks for other fields: it cannot be assigned");
            let diagnostic = Diagnostic::new(Code::UnsupportedClass, span, message);
            return self.report(diagnostic.help("make a new object: `model_validate`"));
        }
        let title = class.node.name.as_str();
        let value = self.keep("value", value.clone());
        let object = self.keep("object", object.clone());
        let input = self.model_input(value);
        let held = self.tracer.result_of(field.check);
        let check = self.calling(field.check, &field.ty, &held, span);
        let arguments = vec![
            NativeArgument::Reference(input),
            NativeArgument::Rule(Box::new((field.ty.clone(), field.rule.clone()))),
            NativeArgument::Reference(self.string(title, span)),
            NativeArgument::Reference(self.string(name, span)),
            check,
        ];
        let valid = self.raising_native("pydantic::assigned", arguments, held, span);
        let valid = self.keep("valid", valid);
        self.set_field(class, object.clone(), name, valid, span);
        self.note_set(class, &object, name, span);
        let check = self.tracer.output.models.get(&class.name).and_then(|model| model.check);
        if let Some(check) = check {
            let check = self.calling(check, &object.ty, &object.ty.clone(), span);
            let title = self.string(title, span);
            let ty = object.ty.clone();
            let arguments = vec![NativeArgument::Value(object), NativeArgument::Reference(title), check];
            let whole = self.raising_native("pydantic::assigned_whole", arguments, ty, span);
            self.emit_discarded(whole);
        }
    }

    /// A function of the program as an argument of an operator.
    fn calling(&mut self, function: FunctionId, parameter: &Type, result: &Type, span: Span) -> NativeArgument {
        let local = self.temporary("value", parameter);
        let value = Expr { kind: ExprKind::Local(local), ty: parameter.clone(), span };
        let call = ExprKind::Call { function, arguments: vec![value] };
        let body = Expr { kind: call, ty: result.clone(), span };
        NativeArgument::Function(Box::new(Closure { parameters: vec![local], body }))
    }
}
