//! What expressions are made of, for whoever walks them and treats few kinds in ways of their own.

use super::{Expr, ExprKind, FormatPart, NativeArgument};

impl Expr {
    /// Calls `visit` with each expression that this one is made of, in the order in which they are evaluated; some of them may not
    /// be. Statements and what runs in a scope of its own are left to the caller: the block of [`ExprKind::Block`],
    /// [`ExprKind::Comprehension`], and the functions that operators call.
    pub fn each_child<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        match &self.kind {
            ExprKind::Native(call) => call.arguments.iter().for_each(|argument| argument.each_child(visit)),
            ExprKind::Call { arguments: children, .. }
            | ExprKind::Tuple(children)
            | ExprKind::List(children)
            | ExprKind::Set(children)
            | ExprKind::Record(children)
            | ExprKind::Exception(children) => children.iter().for_each(visit),
            ExprKind::Dict(pairs) => each_of_pairs(pairs, visit),
            ExprKind::Format(parts) => {
                for part in parts {
                    if let FormatPart::Value { value, spec, .. } = part {
                        visit(value);
                        spec.iter().for_each(&mut *visit);
                    }
                }
            }
            ExprKind::If { test, then, orelse } => [test, then, orelse].into_iter().for_each(|child| visit(child)),
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                visit(left);
                visit(right);
            }
            ExprKind::Select { subject, values } => {
                visit(subject);
                values.iter().for_each(visit);
            }
            ExprKind::Dispatch { subject, arms } => {
                visit(subject);
                arms.iter().for_each(|(_, arm)| visit(arm));
            }
            ExprKind::Slice(bounds) => bounds.iter().for_each(visit),
            ExprKind::Block(_, child)
            | ExprKind::Member { tuple: child, .. }
            | ExprKind::Field { record: child, .. }
            | ExprKind::Not(child)
            | ExprKind::Convert(child)
            | ExprKind::IsMember { subject: child, .. }
            | ExprKind::IsException { subject: child, .. }
            | ExprKind::Raise(child)
            | ExprKind::Iterate(child) => visit(child),
            ExprKind::Comprehension(_)
            | ExprKind::Constant(_)
            | ExprKind::Local(_)
            | ExprKind::Global(_)
            | ExprKind::Invalid => {}
        }
    }
}

impl NativeArgument {
    /// Calls `visit` with each expression that is passed, in order; a function's body is none of them.
    pub fn each_child<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        match self {
            Self::Value(child) | Self::Reference(child) | Self::Iterator(child) => visit(child),
            Self::Variadic(children) | Self::Index(children) => children.iter().for_each(visit),
            Self::Feed(pairs) | Self::Fields(pairs) => each_of_pairs(pairs, visit),
            Self::Function(_) | Self::Rule(_) => {}
        }
    }
}

fn each_of_pairs<'e>(pairs: &'e [(Expr, Expr)], visit: &mut dyn FnMut(&'e Expr)) {
    for (first, second) in pairs {
        visit(first);
        visit(second);
    }
}
