//! `info` of a validator: the name of the field, and what the fields before it hold.
//!
//! It exists at compile time only. The functions that validate a field are given each field before it as a tuple of its value, or of
//! nothing where that was not valid; a validator finds them under names that no Python name is like.

use std::rc::Rc;

use rustpython_ast as ast;

use super::super::environment::Binding;
use super::super::function::{FunctionTracer, poison_of};
use super::super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr};
use crate::source::Span;
use crate::types::Type;

/// `info`.
#[derive(Debug)]
pub(in super::super) struct Info {
    /// The field that is validated.
    pub field: String,
    /// The fields before it, as far as they have a type.
    pub earlier: Vec<String>,
}

impl Info {
    /// What tells it from others.
    pub fn identity(&self) -> String {
        format!("info of {} behind {}", self.field, self.earlier.join(", "))
    }
}

/// The name that a validator has for what a field before it holds.
pub(super) fn earlier_name(field: &str) -> String {
    format!("info.data.{field}")
}

/// The type of what it is given for such a field.
pub(super) fn earlier_type(held: &Type) -> Type {
    Type::Sequence(held.clone().into())
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `info.field_name` and the like.
    pub(in super::super) fn info_attribute(&mut self, info: Rc<Info>, name: &str, span: Span) -> Value<'a> {
        Value::Expr(match name {
            "data" => return Value::InfoData(info),
            "field_name" => Expr::constant(Constant::Str(info.field.as_str().into()), span),
            // No method that validates is given one here.
            "context" => Expr::constant(Constant::None, span),
            _ => {
                let message = format!("`{name}` of what a validator is told cannot be compiled");
                let diagnostic = Diagnostic::new(Code::UnknownAttribute, span, message);
                self.refuse(diagnostic.help("known are `data`, `field_name` and `context`"))
            }
        })
    }

    /// What an expression stands for, where that is `info.data`.
    pub(in super::super) fn info_data(&self, node: &ast::Expr) -> Option<Rc<Info>> {
        let named = |node: &ast::Expr| match node {
            ast::Expr::Name(name) => match self.environment.as_ref()?.get(name.id.as_str())? {
                Binding::Static(value) => Some(value.clone()),
                _ => None,
            },
            _ => None,
        };
        match (node, named(node)) {
            (_, Some(Value::InfoData(info))) => Some(info),
            (ast::Expr::Attribute(attribute), _) if attribute.attr.as_str() == "data" => {
                match named(&attribute.value) {
                    Some(Value::Info(info)) => Some(info),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// `info.data[key]`.
    pub(in super::super) fn info_item(&mut self, info: &Info, key: &'a ast::Expr, span: Span) -> Expr {
        let Some(name) = self.info_key(key) else { return Expr::invalid(span) };
        let missing = self.raise_expression("KeyError", &name, span);
        self.earlier_or(info, &name, missing, span)
    }

    /// `info.data.get(key)` and `info.data.get(key, default)`; `None` where it is called otherwise.
    pub(in super::super) fn info_get(&mut self, node: &'a ast::ExprCall) -> Option<Expr> {
        let ast::Expr::Attribute(method) = &*node.func else { return None };
        let info = self.info_data(&method.value).filter(|_| method.attr.as_str() == "get")?;
        let span = self.span(node);
        let (key, default) = match (&*node.arguments.args, &*node.arguments.keywords) {
            ([key], []) => (key, None),
            ([key, default], []) => (key, Some(default)),
            _ => return None,
        };
        let Some(name) = self.info_key(key) else { return Some(Expr::invalid(span)) };
        Some(self.with_setup(|tracer| {
            let default = match default {
                Some(node) => tracer.expression(node, None),
                None => Expr::constant(Constant::None, span),
            };
            let default = tracer.keep("default", default);
            tracer.earlier_or(&info, &name, default, span)
        }))
    }

    /// `key in info.data`.
    pub(in super::super) fn in_info(&mut self, node: &'a ast::ExprCompare) -> Option<Expr> {
        let ([op @ (ast::CmpOp::In | ast::CmpOp::NotIn)], [container]) = (&*node.ops, &*node.comparators) else {
            return None;
        };
        let info = self.info_data(container)?;
        let span = self.span(node);
        let Some(name) = self.info_key(&node.left) else { return Some(Expr::invalid(span)) };
        let wanted = *op == ast::CmpOp::NotIn;
        Some(match self.is_missing(&info, &name, span) {
            Some(missing) if wanted => missing,
            Some(missing) => Expr { kind: crate::ir::ExprKind::Not(Box::new(missing)), ty: Type::Bool, span },
            None => Expr::constant(Constant::Bool(wanted), span),
        })
    }

    /// The field that a key names, which decides the type of what is found.
    fn info_key(&mut self, node: &'a ast::Expr) -> Option<String> {
        let key = self.expression(node, None);
        match super::super::arguments::constant_of(&key) {
            Some(Constant::Str(name)) => Some(name.to_string()),
            _ if poison_of([&key], key.span).is_some() => None,
            _ => {
                let message = "the key of `info.data` decides the type of what is found, and must be a constant";
                self.report(
                    Diagnostic::new(Code::ConstantRequired, key.span, message).help("write the name of the field"),
                );
                None
            }
        }
    }

    /// Whether a field was not valid; `None` where there is none of the name.
    fn is_missing(&mut self, info: &Info, name: &str, span: Span) -> Option<Expr> {
        if !info.earlier.iter().any(|earlier| earlier == name) {
            return None;
        }
        let held = self.read_name(&earlier_name(name), span);
        let length = self.dunder_value(held, "len", "__len__", span);
        let none = Expr::constant(Constant::Int(0), span);
        let none = self.convert(none, &Type::Int);
        Some(self.native("object::equal", vec![length, none], Type::Bool, span))
    }

    fn earlier_or(&mut self, info: &Info, name: &str, missing: Expr, span: Span) -> Expr {
        let Some(is_missing) = self.is_missing(info, name, span) else { return missing };
        let held = self.read_name(&earlier_name(name), span);
        let first = Expr::constant(Constant::Int(0), span);
        let value = self.item(held, first, span);
        self.choice(is_missing, missing, value, span)
    }
}
