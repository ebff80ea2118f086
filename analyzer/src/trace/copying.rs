//! `copy.copy` and `copy.deepcopy`.

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Expr, NativeArgument};
use crate::source::Span;
use crate::types::{RecordKind, Type};

/// Methods by which a class says itself how its objects are copied.
const OWN: &[&str] = &["__copy__", "__deepcopy__", "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__"];

impl<'a> FunctionTracer<'_, 'a> {
    /// A call of a function of `copy`.
    pub(super) fn copy_call(&mut self, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let [Argument { keyword: None, value, .. }] = arguments else { return None };
        let value = match value {
            Value::Expr(value) => value.clone(),
            other => self.function_value(other.clone(), span),
        };
        if poisoned(&value.ty) {
            return Some(value);
        }
        Some(match name {
            "copy" => self.shallow_copy(value, span),
            "deepcopy" => self.deep_copy(value, span),
            _ => return None,
        })
    }

    fn shallow_copy(&mut self, value: Expr, span: Span) -> Expr {
        if value.ty.is_union() {
            return self.for_each_member(value, &mut |tracer, member| tracer.shallow_copy(member, span));
        }
        if let Some(refused) = self.refuse_copy(&value.ty, span) {
            return refused;
        }
        match &value.ty {
            Type::List(_) | Type::Set(_) | Type::Dict(..) | Type::Container(..) => {
                let copy = self.call_method(value, "copy", Vec::new(), span);
                self.at_site(copy, span)
            }
            Type::Array(_) => self.call_method(value, "copy", Vec::new(), span),
            Type::Tensor(_) => self.call_method(value, "clone", Vec::new(), span),
            Type::Record(record) if record.kind == RecordKind::Class => {
                let ty = value.ty.clone();
                self.native("copy::copy", vec![value], ty, span)
            }
            _ => value,
        }
    }

    fn deep_copy(&mut self, value: Expr, span: Span) -> Expr {
        let base = value.ty.widened();
        let value = self.convert(value, &base);
        if let Some(refused) = self.refuse_copy(&value.ty, span) {
            return refused;
        }
        if !value.ty.any(&changes) {
            return value;
        }
        let ty = super::globals::without_sites(&value.ty);
        let copy = self.raising_native("copy::deepcopy", vec![NativeArgument::Reference(value)], ty, span);
        self.at_site(copy, span)
    }

    /// Says where a value is, or holds, something that cannot be copied.
    fn refuse_copy(&mut self, ty: &Type, span: Span) -> Option<Expr> {
        let mut refused = None;
        let found = std::cell::RefCell::new(None);
        ty.any(&|inner| {
            let cannot = match inner {
                Type::Iterator(_) => Some("an iterator is used up by whoever reads it"),
                Type::Session(_) => Some("a model cannot be copied"),
                Type::Image(_) => Some("its own method does that: `image.copy()`"),
                Type::Exception(_) => Some("an exception cannot be copied"),
                Type::Cell(_) => Some("the function shares a variable"),
                // Values that cannot change are their own copies.
                Type::Instance(class) if catalog().method(class, "__hash__").is_none() => {
                    Some("there is no copy of its state")
                }
                _ => None,
            };
            if let Some(why) = cannot {
                found.borrow_mut().get_or_insert((inner.clone(), why));
            }
            cannot.is_some()
        });
        if let Some((inner, why)) = found.into_inner() {
            let message = format!("a `{inner}` cannot be copied: {why}");
            let diagnostic = Diagnostic::new(Code::ArgumentType, span, message);
            refused = Some(self.refuse(diagnostic.help("make a new one, or keep it out of what is copied")));
        }
        let own = OWN.iter().find(|method| ty.any(&|inner| self.is_record_method(inner, method)));
        if let Some(method) = own {
            let message = format!("a class with `{method}` of its own cannot be copied by `copy`");
            let diagnostic = Diagnostic::new(Code::ArgumentType, span, message);
            refused = Some(self.refuse(diagnostic.help("call a method of the class that makes the copy")));
        }
        refused
    }
}

/// Whether a value of the type may change, so that its copy is another object.
fn changes(ty: &Type) -> bool {
    match ty {
        Type::Record(record) => record.kind == RecordKind::Class,
        Type::List(_) | Type::Set(_) | Type::Dict(..) | Type::Container(..) | Type::Array(_) | Type::Tensor(_) => true,
        _ => false,
    }
}
