//! `type(x) is C`: tests for one class exactly.

use rustpython_ast as ast;

use super::function::{FunctionTracer, poisoned};
use super::narrow::Condition;
use super::native::{class_of, dtype_of_value};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::types::{Type, union};

impl<'a> FunctionTracer<'_, 'a> {
    /// The value whose type a call of `type` asks for.
    pub(super) fn type_call(&mut self, node: &'a ast::Expr) -> Option<&'a ast::Expr> {
        let ast::Expr::Call(call) = node else { return None };
        let plain = call.arguments.keywords.is_empty();
        match &*call.arguments.args {
            [subject] if plain && self.is_builtin(&call.func, "type") => Some(subject),
            _ => None,
        }
    }

    /// `type(x) is C`, or `==`: of exactly that class, which narrows `x`.
    pub(super) fn type_condition(&mut self, node: &'a ast::ExprCompare) -> Option<Condition> {
        let ([op], [class]) = (&node.ops[..], &node.comparators[..]) else { return None };
        let (negated, classes) = match (op, class) {
            (ast::CmpOp::Is | ast::CmpOp::Eq, class) => (false, std::slice::from_ref(class)),
            (ast::CmpOp::IsNot | ast::CmpOp::NotEq, class) => (true, std::slice::from_ref(class)),
            (ast::CmpOp::In | ast::CmpOp::NotIn, ast::Expr::Tuple(ast::ExprTuple { elts, .. }))
            | (ast::CmpOp::In | ast::CmpOp::NotIn, ast::Expr::List(ast::ExprList { elts, .. }))
            | (ast::CmpOp::In | ast::CmpOp::NotIn, ast::Expr::Set(ast::ExprSet { elts, .. })) => {
                (*op == ast::CmpOp::NotIn, &elts[..])
            }
            _ => return None,
        };
        let subject = self.type_call(&node.left)?;
        let span = self.span(node);
        let value = self.expression(subject, None);
        let mut named = Vec::new();
        for class in classes {
            match self.value(class, None) {
                Value::Class(class) => named.push(class),
                Value::ProjectClass(class) => named.push(class.name.clone()),
                Value::Expr(expr) if poisoned(&expr.ty) => return Some(Condition::plain(Expr::invalid(span))),
                other => {
                    let message = format!("`type(…)` is compared with a class here, not with {}", other.describe());
                    let diagnostic = Diagnostic::new(Code::ArgumentType, span, message);
                    return Some(Condition::plain(self.refuse(diagnostic.help("write the class: `type(x) is int`"))));
                }
            }
        }
        if poisoned(&value.ty) {
            return Some(Condition::plain(Expr::invalid(span)));
        }
        let is_exactly = |member: &Type| {
            named.iter().any(|class| {
                let dtype = dtype_of_value(&Value::Class(class.clone())).filter(|_| class.starts_with("numpy."));
                match (member, dtype) {
                    (Type::Scalar(found), Some(dtype)) => *found == dtype,
                    (Type::Record(record), None) => record.name == *class,
                    (member, None) => class_of(member).is_some_and(|found| found == *class),
                    _ => false,
                }
            })
        };
        let ty = value.ty.clone();
        let (inside, outside): (Vec<Type>, Vec<Type>) = ty.members().iter().cloned().partition(is_exactly);
        let known = outside.is_empty() || inside.is_empty();
        let test = if known {
            let test = Expr::constant(Constant::Bool(outside.is_empty() != negated), span);
            self.with_setup(|tracer| {
                tracer.keep("subject", value);
                test
            })
        } else {
            let kind = ExprKind::IsMember { subject: Box::new(value), members: inside.clone() };
            let test = Expr { kind, ty: Type::Bool, span };
            if negated { Expr { kind: ExprKind::Not(Box::new(test)), ty: Type::Bool, span } } else { test }
        };
        let mut condition = Condition::plain(test);
        if let ast::Expr::Name(name) = subject
            && !known
        {
            let (name, inside, outside) = (name.id.to_string(), union(inside), union(outside));
            let (if_true, if_false) = if negated { (outside, inside) } else { (inside, outside) };
            condition.if_true.push((name.clone(), if_true));
            condition.if_false.push((name, if_false));
        }
        Some(condition)
    }
}
