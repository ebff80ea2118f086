//! Takes out assignments to variables that nothing reads: joins move every name, also those of no further use.

use std::collections::HashSet;

use crate::ir::{Block, Comprehension, Expr, ExprKind, Function, LocalId, NativeArgument, Stmt, StmtKind};
use crate::source::Span;

/// Prunes until nothing changes: a variable may be read by a pruned assignment only.
pub(super) fn prune(function: &mut Function) {
    loop {
        let mut reads = Reads::default();
        reads.block(&function.body);
        let before = reads.assignments;
        prune_block(&mut function.body, &reads.locals);
        let mut after = Reads::default();
        after.block(&function.body);
        if after.assignments == before {
            return;
        }
    }
}

fn prune_block(block: &mut Block, read: &HashSet<LocalId>) {
    block.retain(|statement| match &statement.kind {
        StmtKind::Assign { target, value } => read.contains(target) || !is_pure(value),
        _ => true,
    });
    for statement in block {
        match &mut statement.kind {
            StmtKind::If { then, orelse, .. } => {
                prune_block(then, read);
                prune_block(orelse, read);
            }
            StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => {
                prune_block(body, read);
                prune_block(orelse, read);
            }
            StmtKind::Try { body, orelse, handler, .. } => {
                [body, orelse, handler].into_iter().for_each(|block| prune_block(block, read));
            }
            StmtKind::Outside { body, .. } => prune_block(body, read),
            _ => {}
        }
    }
}

fn is_pure(value: &Expr) -> bool {
    match &value.kind {
        ExprKind::Local(_) | ExprKind::Constant(_) => true,
        ExprKind::Convert(inner) => is_pure(inner),
        _ => false,
    }
}

/// The variables that are read, and how many assignments there are.
#[derive(Default)]
struct Reads {
    locals: HashSet<LocalId>,
    assigned: HashSet<LocalId>,
    assignments: usize,
    /// The first expression that stands for something refused.
    invalid: Option<Span>,
}

/// Where a function holds an expression that stands for something refused, or for what comes after a call that never
/// returns.
pub(super) fn invalid(function: &Function) -> Option<Span> {
    let mut reads = Reads::default();
    reads.block(&function.body);
    reads.invalid
}

impl Reads {
    fn block(&mut self, block: &[Stmt]) {
        block.iter().for_each(|statement| self.statement(statement));
    }

    fn statement(&mut self, statement: &Stmt) {
        match &statement.kind {
            StmtKind::Assign { target, value } => {
                self.assigned.insert(*target);
                self.assignments += 1;
                self.expression(value);
            }
            StmtKind::Evaluate(value) | StmtKind::Return(value) | StmtKind::Yield(value) | StmtKind::Raise(value) => {
                self.expression(value);
            }
            StmtKind::If { test, then, orelse } => {
                self.expression(test);
                self.block(then);
                self.block(orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.expression(test);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For { iterator, body, orelse, .. } => {
                self.expression(iterator);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::Try { body, orelse, handler, .. } => {
                [body, orelse, handler].iter().for_each(|block| self.block(block))
            }
            StmtKind::Outside { body, .. } => self.block(body),
            StmtKind::Reraise(caught) => {
                self.locals.insert(*caught);
            }
            StmtKind::SetField { record, value, .. } => self.expressions([value, record]),
            StmtKind::Break | StmtKind::Continue => {}
        }
    }

    fn expressions<'e>(&mut self, expressions: impl IntoIterator<Item = &'e Expr>) {
        expressions.into_iter().for_each(|expression| self.expression(expression));
    }

    fn expression(&mut self, expression: &Expr) {
        match &expression.kind {
            ExprKind::Local(local) => {
                self.locals.insert(*local);
            }
            ExprKind::Invalid => {
                self.invalid.get_or_insert(expression.span);
            }
            ExprKind::Native(call) => {
                for argument in &call.arguments {
                    if let NativeArgument::Function(closure) = argument {
                        self.assigned.extend(closure.parameters.iter().copied());
                        self.expression(&closure.body);
                    }
                }
            }
            ExprKind::Comprehension(comprehension) => self.comprehension(comprehension),
            ExprKind::Block(setup, _) => self.block(setup),
            ExprKind::Dispatch { arms, .. } => self.assigned.extend(arms.iter().map(|(local, _)| *local)),
            _ => {}
        }
        expression.each_child(&mut |child| self.expression(child));
    }

    fn comprehension(&mut self, comprehension: &Comprehension) {
        self.expression(&comprehension.element);
        for clause in &comprehension.clauses {
            self.assigned.insert(clause.target);
            self.expression(&clause.iterator);
            self.block(&clause.setup);
            self.expressions(&clause.conditions);
        }
    }
}
