//! Which predictors are brief: done sooner than Python's lock is given away and taken back.

use hotforge_analyzer::ir::{Block, Expr, ExprKind, Function, NativeArgument, StmtKind};
use hotforge_analyzer::types::Type;

/// Whether a call takes a bounded handful of instructions: numbers in, operators on numbers, no loops and no calls.
pub fn is_brief(function: &Function) -> bool {
    let parameters = function.parameters.iter().map(|id| &function.locals[id.0 as usize].ty);
    !function.is_generator && !function.is_cached && parameters.into_iter().all(is_number) && block(&function.body)
}

fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::Bool | Type::Int | Type::Float)
}

fn block(statements: &Block) -> bool {
    statements.iter().all(|statement| match &statement.kind {
        StmtKind::Assign { value, .. } | StmtKind::Evaluate(value) | StmtKind::Return(value) => expression(value),
        StmtKind::If { test, then, orelse } => expression(test) && block(then) && block(orelse),
        _ => false,
    })
}

fn expression(expression_: &Expr) -> bool {
    let is_plain = is_number(&expression_.ty) || matches!(expression_.ty, Type::None);
    is_plain
        && match &expression_.kind {
            ExprKind::Constant(_) | ExprKind::Local(_) => true,
            ExprKind::Native(call) => {
                let module = call.path.split("::").next();
                matches!(module, Some("int" | "float" | "bool" | "math"))
                    && call.arguments.iter().all(|argument| match argument {
                        NativeArgument::Value(value) | NativeArgument::Reference(value) => expression(value),
                        _ => false,
                    })
            }
            ExprKind::If { test, then, orelse } => [test, then, orelse].into_iter().all(|part| expression(part)),
            ExprKind::And(left, right) | ExprKind::Or(left, right) => expression(left) && expression(right),
            ExprKind::Not(value) | ExprKind::Convert(value) => expression(value),
            _ => false,
        }
}
