//! What tests say of fields: `if node.next is not None`.
//!
//! A test narrows a field of a local object until the field is assigned through any name, the name of the object is
//! bound anew, or a loop begins. A call may change the field as well: type checkers overlook that, and so does this;
//! the read is then checked when the program runs.

use rustpython_ast as ast;

use super::super::environment::Binding;
use super::super::function::{FunctionTracer, bound_part};
use crate::ir::{Expr, ExprKind};
use crate::types::{Type, is_subtype};

/// The path of a name or of a field of a name: `node.next`.
pub(in super::super) fn path_of(node: &ast::ExprAttribute) -> Option<String> {
    match &*node.value {
        ast::Expr::Name(name) => Some(format!("{}.{}", name.id.as_str(), node.attr.as_str())),
        ast::Expr::Attribute(inner) => Some(format!("{}.{}", path_of(inner)?, node.attr.as_str())),
        _ => None,
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// What a name or a path of fields is called where tests narrow it, and the type known of it here.
    pub(in super::super) fn narrowed(&self, node: &ast::Expr) -> Option<(String, Type)> {
        match node {
            ast::Expr::Name(name) => match self.lookup(name.id.as_str())? {
                Binding::Local { view, .. } | Binding::Cell { view, .. } => Some((name.id.to_string(), view.clone())),
                _ => None,
            },
            ast::Expr::Named(named) => self.narrowed(&named.target),
            ast::Expr::Attribute(attribute) => {
                let path = path_of(attribute)?;
                if let Some(Binding::Local { view, .. }) = self.lookup(&path) {
                    return Some((path, view.clone()));
                }
                if let Some(ty) = self.environment.as_ref()?.field(&path) {
                    return Some((path, ty.clone()));
                }
                let (_, object) = self.narrowed(&attribute.value)?;
                let class = self.class_of_type(&object)?;
                let is_property = matches!(
                    self.tracer.classes.member(class, attribute.attr.as_str()),
                    Some((_, crate::scope::classes::Member::Property { .. }))
                );
                let (_, ty) = self.tracer.tables.field(&class.name, attribute.attr.as_str())?;
                (!is_property).then(|| (path, bound_part(&ty)))
            }
            _ => None,
        }
    }

    /// A read of a field at the type that tests have shown.
    pub(in super::super) fn narrowed_read(&self, node: &ast::ExprAttribute, read: Expr) -> Expr {
        let known = path_of(node).and_then(|path| self.environment.as_ref()?.field(&path).cloned());
        match known {
            Some(known) if known != read.ty && read.ty.is_union() && is_subtype(&known, &read.ty) => {
                let span = read.span;
                Expr { kind: ExprKind::Convert(Box::new(read)), ty: known, span }
            }
            _ => read,
        }
    }
}
