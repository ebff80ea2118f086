//! Statements: a list of instructions with jumps, and a handler for each.

use hotforge_analyzer::ir::{Expr, ExprKind, LocalId, Stmt, StmtKind};

use super::Preparer;
use super::reads::{leaves, operands};
use crate::node::{Code, Handler, Node, Op};

/// What is around a statement.
#[derive(Clone, Default)]
struct Around {
    /// The handlers of the `try` bodies around, innermost last.
    handlers: Vec<usize>,
    /// The loops around, innermost last.
    loops: Vec<usize>,
    /// How many iterators are open.
    depth: usize,
}

/// A loop: where its jumps go, once that is known.
#[derive(Default)]
struct Loop {
    head: usize,
    breaks: Vec<usize>,
    depth: usize,
}

/// Writes instructions.
#[derive(Default)]
struct Writer {
    code: Code,
    /// The `try` handler of each instruction, by its number.
    within: Vec<Option<usize>>,
    handlers: Vec<Handler>,
    loops: Vec<Loop>,
}

impl Writer {
    fn push(&mut self, op: Op, around: &Around) -> usize {
        self.code.ops.push(op);
        self.within.push(around.handlers.last().copied());
        self.code.depth = self.code.depth.max(around.depth);
        self.code.ops.len() - 1
    }

    fn here(&self) -> usize {
        self.code.ops.len()
    }

    /// Has a jump end here.
    fn land(&mut self, jump: usize) {
        let here = self.here();
        match &mut self.code.ops[jump] {
            Op::Jump(target) | Op::JumpUnless(_, target) | Op::Next { end: target, .. } => *target = here,
            _ => {}
        }
    }

    fn finish(mut self) -> Code {
        self.code.handlers = self.within.iter().map(|within| within.map(|number| self.handlers[number])).collect();
        self.code
    }
}

impl Preparer<'_> {
    /// The instructions of statements.
    pub fn code(&mut self, block: &[Stmt]) -> Code {
        let mut writer = Writer::default();
        let around = Around::default();
        self.block(block, &around, &mut writer);
        writer.finish()
    }

    fn block(&mut self, block: &[Stmt], around: &Around, writer: &mut Writer) {
        for stmt in block {
            self.stmt(stmt, around, writer);
        }
    }

    fn stmt(&mut self, stmt: &Stmt, around: &Around, writer: &mut Writer) {
        let line = self.line(stmt.span);
        match &stmt.kind {
            StmtKind::Assign { target, value } => {
                let value = self.hoisted(value, around, writer);
                writer.push(Op::Assign(target.0 as usize, value), around);
            }
            StmtKind::Evaluate(value) => {
                let value = self.hoisted(value, around, writer);
                writer.push(Op::Evaluate(value), around);
            }
            StmtKind::If { test, then, orelse } => {
                let test = self.hoisted(test, around, writer);
                let skip = writer.push(Op::JumpUnless(test, 0), around);
                self.block(then, around, writer);
                let leave = (!orelse.is_empty()).then(|| writer.push(Op::Jump(0), around));
                writer.land(skip);
                self.block(orelse, around, writer);
                leave.into_iter().for_each(|leave| writer.land(leave));
            }
            StmtKind::While { test, body, orelse } => {
                let head = writer.here();
                let test = self.expr(test);
                let end = writer.push(Op::JumpUnless(test, 0), around);
                let inner = self.enter(head, around, around.depth, writer);
                self.block(body, &inner, writer);
                writer.push(Op::Jump(head), around);
                writer.land(end);
                self.leave(&inner, orelse, around, writer);
            }
            StmtKind::For { target, iterator, body, orelse } => {
                let iterator = self.hoisted(iterator, around, writer);
                writer.push(Op::Open(around.depth, iterator), around);
                let inside = Around { depth: around.depth + 1, ..around.clone() };
                let next = Op::Next { depth: around.depth, target: target.0 as usize, end: 0, line };
                let head = writer.push(next, &inside);
                let inner = self.enter(head, &inside, around.depth, writer);
                self.block(body, &inner, writer);
                writer.push(Op::Jump(head), &inside);
                writer.land(head);
                writer.push(Op::Close(around.depth), around);
                self.leave(&inner, orelse, around, writer);
            }
            StmtKind::Break => match around.loops.last() {
                Some(&number) => {
                    let depth = writer.loops[number].depth;
                    writer.push(Op::Close(depth), around);
                    let jump = writer.push(Op::Jump(0), around);
                    writer.loops[number].breaks.push(jump);
                }
                None => self.refuse("a `break` out of an expression", around, writer),
            },
            StmtKind::Continue => match around.loops.last() {
                Some(&number) => {
                    let (head, depth) = (writer.loops[number].head, writer.loops[number].depth);
                    // Iterators of loops further in are closed; that of this loop goes on.
                    let is_for = matches!(writer.code.ops.get(head), Some(Op::Next { .. }));
                    writer.push(Op::Close(depth + usize::from(is_for)), around);
                    writer.push(Op::Jump(head), around);
                }
                None => self.refuse("a `continue` out of an expression", around, writer),
            },
            StmtKind::Return(value) => {
                let value = self.hoisted(value, around, writer);
                writer.push(Op::Return(value), around);
            }
            StmtKind::Yield(value) => {
                let value = self.hoisted(value, around, writer);
                writer.push(Op::Yield(value), around);
            }
            StmtKind::Raise(exception) => {
                let exception = self.hoisted(exception, around, writer);
                writer.push(Op::Raise(exception, line), around);
            }
            StmtKind::Reraise(local) => {
                writer.push(Op::Reraise(local.0 as usize), around);
            }
            StmtKind::Try { body, orelse, caught, handler } => {
                let number = writer.handlers.len();
                writer.handlers.push(Handler { target: 0, caught: caught.0 as usize, depth: around.depth });
                let mut inside = around.clone();
                inside.handlers.push(number);
                self.block(body, &inside, writer);
                self.block(orelse, around, writer);
                let leave = writer.push(Op::Jump(0), around);
                writer.handlers[number].target = writer.here();
                self.block(handler, around, writer);
                writer.land(leave);
            }
            StmtKind::Outside { attempts, loops, body } => {
                let mut outer = around.clone();
                outer.handlers.truncate(around.handlers.len().saturating_sub(*attempts));
                outer.loops.truncate(around.loops.len().saturating_sub(*loops));
                self.block(body, &outer, writer);
            }
            StmtKind::SetField { record, field, value } => {
                let (record, value) = (self.expr(record), self.expr(value));
                writer.push(Op::SetField { record, field: *field, value, line }, around);
            }
        }
    }

    /// The value of a statement, whose own statements come before it: they may jump, and yield. What is evaluated before
    /// them waits in variables of its own.
    fn hoisted(&mut self, expr: &Expr, around: &Around, writer: &mut Writer) -> Node {
        if let ExprKind::Block(block, value) = &expr.kind {
            self.block(block, around, writer);
            return self.hoisted(value, around, writer);
        }
        if !leaves(expr) {
            return self.expr(expr);
        }
        let mut expr = expr.clone();
        let Some(operands) = operands(&mut expr.kind) else { return self.expr(&expr) };
        let last = operands.iter().rposition(|operand| leaves(operand));
        for operand in operands.into_iter().take(last.map_or(0, |last| last + 1)) {
            let value = self.hoisted(operand, around, writer);
            let local = self.moved.len();
            self.moved.push(true);
            writer.push(Op::Assign(local, value), around);
            operand.kind = ExprKind::Local(LocalId(local as u32));
        }
        self.expr(&expr)
    }

    fn refuse(&self, what: &str, around: &Around, writer: &mut Writer) {
        writer.push(Op::Evaluate(Node::Refused(what.to_owned())), around);
    }

    fn enter(&self, head: usize, around: &Around, depth: usize, writer: &mut Writer) -> Around {
        let mut inner = around.clone();
        inner.loops.push(writer.loops.len());
        writer.loops.push(Loop { head, breaks: Vec::new(), depth });
        inner
    }

    fn leave(&mut self, inner: &Around, orelse: &[Stmt], around: &Around, writer: &mut Writer) {
        self.block(orelse, around, writer);
        if let Some(&number) = inner.loops.last() {
            for jump in std::mem::take(&mut writer.loops[number].breaks) {
                writer.land(jump);
            }
        }
    }
}
