//! What the tracer notes beside types for whoever looks at the source: what a name stands for, and the runtime operator
//! that an expression becomes.

use rustpython_text_size::Ranged;

use super::function::FunctionTracer;
use super::value::{Definition, Value};
use crate::analysis::Meaning;
use crate::ir::{Expr, ExprKind};
use crate::source::Span;
use crate::syntax;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// Notes what the expression at a span was found to be.
    pub(super) fn note(&mut self, span: Span, value: &Value<'a>) {
        // A name that the parser missed, and made up: nobody can ask for what stands there.
        if span.start == span.end {
            return;
        }
        if let Value::Expr(expr) = value {
            if expr.ty != Type::Unknown {
                self.tracer.note_type(span, &expr.ty);
            }
            if let Some(path) = native_path(expr) {
                self.tracer.output.lowering.insert(span, path);
            }
        }
        if let Some(meaning) = self.meaning(value) {
            self.tracer.output.meanings.insert(span, meaning);
        }
    }

    /// Notes the types that a call gives the parameters, where they are declared.
    pub(super) fn note_parameters(&mut self, definition: Definition<'a>, types: &[(String, Type)]) {
        let Some(parameters) = definition.parameters() else { return };
        for parameter in parameters {
            let name = parameter.name();
            if let Some((_, ty)) = types.iter().find(|(other, _)| other == name.as_str()) {
                self.tracer.note_type(syntax::span(definition.file, name.range()), ty);
            }
        }
    }

    fn meaning(&self, value: &Value<'a>) -> Option<Meaning> {
        Some(match value {
            Value::Expr(expr) => match &expr.kind {
                ExprKind::Global(id) => Meaning::Global(self.tracer.output.globals.get(id.0 as usize)?.span),
                _ => return None,
            },
            Value::Module(name) => Meaning::Module(name.clone()),
            Value::Class(name) => Meaning::Class(name.clone()),
            Value::ExceptionClass(_) => return None,
            Value::Native(module, name) => Meaning::Native(module.clone(), name.clone()),
            Value::Method(receiver, name) if matches!(receiver.ty, Type::Record(_)) => {
                let class = self.class_of_type(&receiver.ty)?;
                let (owner, method) = self.tracer.classes.method(class, name)?;
                Meaning::Function(syntax::span(owner.file, method.range()))
            }
            Value::Method(receiver, name) => Meaning::Method(super::native::class_of(&receiver.ty)?, name.clone()),
            Value::Keywords(..) | Value::Partial(..) => return None,
            Value::Unbound(class, name) => Meaning::Method(class.clone(), name.clone()),
            Value::Function(definition) => Meaning::Function(syntax::span(definition.file, definition.range())),
            Value::BoundMethod(_, definition) | Value::ClassMethod(_, definition) => {
                Meaning::Function(syntax::span(definition.file, definition.range()))
            }
            Value::ProjectClass(_) | Value::Unmade(_) | Value::Super(..) | Value::Make(_) | Value::Nothing => {
                return None;
            }
            Value::Known(module, name) => Meaning::Known(module.clone(), name.clone()),
            Value::Getter(_)
            | Value::Transform(_)
            | Value::Limits(_)
            | Value::Comparator(_)
            | Value::Spread(_)
            | Value::SpreadKeywords(_)
            | Value::Adapter(_)
            | Value::AdapterMethod(..)
            | Value::Handler(_)
            | Value::Info(_)
            | Value::InfoData(_)
            | Value::Model(..) => return None,
        })
    }
}

/// The path of the runtime operator that an expression is a call of, seen through conversions and kept operands.
fn native_path(expr: &Expr) -> Option<std::sync::Arc<str>> {
    match &expr.kind {
        ExprKind::Native(call) => Some(call.path.clone()),
        ExprKind::Convert(inner) | ExprKind::Block(_, inner) => native_path(inner),
        _ => None,
    }
}
