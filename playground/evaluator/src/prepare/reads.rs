//! What statements read and call: where a value may move out of its variable, and which functions reach themselves.

use hotforge_analyzer::Analysis;
use hotforge_analyzer::ir::{
    Expr, ExprKind, FormatPart, Function, FunctionId, LocalId, NativeArgument, Stmt, StmtKind,
};

/// For each function, whether it is reached from itself.
pub fn recursive(analysis: &Analysis) -> Vec<bool> {
    let calls: Vec<Vec<FunctionId>> =
        analysis.program.functions.iter().map(|function| calls_of(&function.body)).collect();
    (0..calls.len())
        .map(|start| {
            let mut seen = vec![false; calls.len()];
            let mut work = vec![start];
            while let Some(caller) = work.pop() {
                for callee in calls[caller].iter().map(|callee| callee.0 as usize) {
                    if callee == start {
                        return true;
                    }
                    if !std::mem::replace(&mut seen[callee], true) {
                        work.push(callee);
                    }
                }
            }
            false
        })
        .collect()
}

/// The functions that statements call.
fn calls_of(block: &[Stmt]) -> Vec<FunctionId> {
    let mut found = Vec::new();
    visit(block, false, &mut |expr, _| {
        if let ExprKind::Call { function, .. } = &expr.kind {
            found.push(*function);
        }
    });
    found
}

/// The temporaries that are read in one place, which runs once at the most: there the value moves out. What an iterator
/// does when it is dropped is then seen where compiled code has it.
pub fn moved(function: &Function) -> Vec<bool> {
    let mut reads = vec![0; function.locals.len()];
    visit(&function.body, false, &mut |expr, may_repeat| {
        if let ExprKind::Local(local) = &expr.kind {
            reads[local.0 as usize] += if may_repeat { 2 } else { 1 };
        }
    });
    raised_again(&function.body, &mut |local| reads[local.0 as usize] += 2);
    function.locals.iter().zip(reads).map(|(local, reads)| reads == 1 && !local.is_named).collect()
}

/// Shows the variables whose exceptions the statements raise again.
fn raised_again(block: &[Stmt], see: &mut dyn FnMut(LocalId)) {
    for stmt in block {
        match &stmt.kind {
            StmtKind::Reraise(local) => see(*local),
            StmtKind::If { then, orelse, .. } => {
                raised_again(then, see);
                raised_again(orelse, see);
            }
            StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => {
                raised_again(body, see);
                raised_again(orelse, see);
            }
            StmtKind::Try { body, orelse, handler, .. } => {
                [body, orelse, handler].into_iter().for_each(|block| raised_again(block, see));
            }
            StmtKind::Outside { body, .. } => raised_again(body, see),
            _ => {}
        }
    }
}

/// Shows every expression of the statements, and whether it may run more than once.
fn visit(block: &[Stmt], repeats: bool, see: &mut dyn FnMut(&Expr, bool)) {
    for stmt in block {
        match &stmt.kind {
            StmtKind::Assign { value, .. } | StmtKind::Evaluate(value) => visit_expr(value, repeats, see),
            StmtKind::Return(value) | StmtKind::Yield(value) | StmtKind::Raise(value) => {
                visit_expr(value, repeats, see)
            }
            StmtKind::If { test, then, orelse } => {
                visit_expr(test, repeats, see);
                visit(then, repeats, see);
                visit(orelse, repeats, see);
            }
            StmtKind::While { test, body, orelse } => {
                visit_expr(test, true, see);
                visit(body, true, see);
                visit(orelse, repeats, see);
            }
            StmtKind::For { iterator, body, orelse, .. } => {
                visit_expr(iterator, repeats, see);
                visit(body, true, see);
                visit(orelse, repeats, see);
            }
            StmtKind::Break | StmtKind::Continue | StmtKind::Reraise(_) => {}
            StmtKind::Try { body, orelse, handler, .. } => {
                visit(body, repeats, see);
                visit(orelse, repeats, see);
                visit(handler, repeats, see);
            }
            StmtKind::Outside { body, .. } => visit(body, repeats, see),
            StmtKind::SetField { record, value, .. } => {
                visit_expr(record, repeats, see);
                visit_expr(value, repeats, see);
            }
        }
    }
}

fn visit_all(repeats: bool, see: &mut dyn FnMut(&Expr, bool), exprs: &mut dyn Iterator<Item = &Expr>) {
    exprs.for_each(|expr| visit_expr(expr, repeats, see));
}

fn visit_expr(expr: &Expr, repeats: bool, see: &mut dyn FnMut(&Expr, bool)) {
    see(expr, repeats);
    match &expr.kind {
        ExprKind::Constant(_) | ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Invalid => {}
        ExprKind::Native(call) => {
            for argument in &call.arguments {
                match argument {
                    NativeArgument::Value(value)
                    | NativeArgument::Reference(value)
                    | NativeArgument::Iterator(value) => {
                        visit_all(repeats, see, &mut std::iter::once(value));
                    }
                    NativeArgument::Variadic(values) | NativeArgument::Index(values) => {
                        visit_all(repeats, see, &mut values.iter())
                    }
                    NativeArgument::Function(closure) => visit_expr(&closure.body, true, see),
                    NativeArgument::Rule(_) => {}
                    NativeArgument::Feed(pairs) | NativeArgument::Fields(pairs) => {
                        visit_all(repeats, see, &mut pairs.iter().flat_map(|(a, b)| [a, b]));
                    }
                }
            }
        }
        ExprKind::Call { arguments: values, .. }
        | ExprKind::Tuple(values)
        | ExprKind::List(values)
        | ExprKind::Set(values)
        | ExprKind::Record(values)
        | ExprKind::Exception(values) => visit_all(repeats, see, &mut values.iter()),
        ExprKind::Dict(pairs) => visit_all(repeats, see, &mut pairs.iter().flat_map(|(a, b)| [a, b])),
        ExprKind::Member { tuple: inner, .. }
        | ExprKind::Field { record: inner, .. }
        | ExprKind::Not(inner)
        | ExprKind::Convert(inner)
        | ExprKind::IsMember { subject: inner, .. }
        | ExprKind::Raise(inner)
        | ExprKind::IsException { subject: inner, .. }
        | ExprKind::Iterate(inner) => visit_all(repeats, see, &mut std::iter::once(&**inner)),
        ExprKind::Select { subject, values } => visit_all(repeats, see, &mut std::iter::once(&**subject).chain(values)),
        ExprKind::Comprehension(comprehension) => {
            // The first iterator is made once.
            for (place, clause) in comprehension.clauses.iter().enumerate() {
                visit_expr(&clause.iterator, repeats || place > 0, see);
                visit(&clause.setup, true, see);
                clause.conditions.iter().for_each(|condition| visit_expr(condition, true, see));
            }
            visit_expr(&comprehension.element, true, see);
        }
        ExprKind::Format(parts) => {
            for part in parts {
                if let FormatPart::Value { value, spec, .. } = part {
                    visit_expr(value, repeats, see);
                    spec.iter().for_each(|spec| visit_expr(spec, repeats, see));
                }
            }
        }
        ExprKind::If { test, then, orelse } => visit_all(repeats, see, &mut [&**test, then, orelse].into_iter()),
        ExprKind::And(left, right) | ExprKind::Or(left, right) => {
            visit_all(repeats, see, &mut [&**left, right].into_iter())
        }
        ExprKind::Block(block, value) => {
            visit(block, repeats, see);
            visit_expr(value, repeats, see);
        }
        ExprKind::Dispatch { subject, arms } => {
            visit_all(repeats, see, &mut std::iter::once(&**subject).chain(arms.iter().map(|(_, arm)| arm)));
        }
        ExprKind::Slice(bounds) => visit_all(repeats, see, &mut bounds.iter()),
    }
}

/// What an expression evaluates first, in order, whatever it gives; `None` where it does not evaluate all, or some repeatedly.
pub fn operands(kind: &mut ExprKind) -> Option<Vec<&mut Expr>> {
    Some(match kind {
        ExprKind::Native(call) => {
            let mut found = Vec::new();
            for argument in &mut call.arguments {
                match argument {
                    NativeArgument::Value(value)
                    | NativeArgument::Reference(value)
                    | NativeArgument::Iterator(value) => found.push(value),
                    NativeArgument::Variadic(values) | NativeArgument::Index(values) => found.extend(values),
                    NativeArgument::Rule(_) => {}
                    NativeArgument::Function(_) | NativeArgument::Feed(_) | NativeArgument::Fields(_) => return None,
                }
            }
            found
        }
        ExprKind::Call { arguments: values, .. }
        | ExprKind::Tuple(values)
        | ExprKind::List(values)
        | ExprKind::Set(values)
        | ExprKind::Record(values)
        | ExprKind::Exception(values) => values.iter_mut().collect(),
        ExprKind::Dict(pairs) => pairs.iter_mut().flat_map(|(key, value)| [key, value]).collect(),
        ExprKind::Member { tuple: inner, .. }
        | ExprKind::Field { record: inner, .. }
        | ExprKind::Not(inner)
        | ExprKind::Convert(inner)
        | ExprKind::IsMember { subject: inner, .. }
        | ExprKind::Raise(inner)
        | ExprKind::IsException { subject: inner, .. }
        | ExprKind::Iterate(inner) => vec![inner],
        ExprKind::Format(parts) => {
            let mut found = Vec::new();
            for part in parts {
                if let FormatPart::Value { value, spec, .. } = part {
                    found.push(value);
                    found.extend(spec);
                }
            }
            found
        }
        _ => return None,
    })
}

/// Whether statements within an expression may leave it: they yield, jump or return.
pub fn leaves(expr: &Expr) -> bool {
    let mut found = false;
    visit_expr(expr, false, &mut |expr, may_repeat| {
        if let ExprKind::Block(block, _) = &expr.kind {
            found |= !may_repeat && block.iter().any(leaves_by);
        }
    });
    found
}

fn leaves_by(stmt: &Stmt) -> bool {
    let any = |block: &[Stmt]| block.iter().any(leaves_by);
    match &stmt.kind {
        StmtKind::Yield(_) | StmtKind::Return(_) | StmtKind::Break | StmtKind::Continue => true,
        StmtKind::If { then, orelse, .. } => any(then) || any(orelse),
        StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => any(body) || any(orelse),
        StmtKind::Try { body, orelse, handler, .. } => any(body) || any(orelse) || any(handler),
        StmtKind::Outside { body, .. } => any(body),
        _ => false,
    }
}
