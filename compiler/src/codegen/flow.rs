//! Which variables are assigned where they may have a value already, and so are declared `mut`.

use std::collections::{BTreeMap, BTreeSet};

use hotforge_analyzer::ir::{
    Block, Clause, Constant, Expr, ExprKind, Function, LocalId, NativeArgument, Stmt, StmtKind,
};

use super::regions::Region;

/// The variables of a function that are assigned where they may have a value already.
/// `declared` is the region that each is declared in: it begins without a value there.
pub fn reassigned(function: &Function, declared: BTreeMap<LocalId, Region>) -> BTreeSet<LocalId> {
    let mut flow = Flow { declared, found: BTreeSet::new(), loops: Vec::new(), attempts: Vec::new() };
    flow.statements(&function.body, Some(function.parameters.iter().copied().collect()));
    flow.found
}

/// The variables that may have a value; `None` where nothing runs.
type State = Option<BTreeSet<LocalId>>;

fn join(left: State, right: State) -> State {
    match (left, right) {
        (Some(mut left), Some(right)) => {
            left.extend(right);
            Some(left)
        }
        (left, right) => left.or(right),
    }
}

struct Flow {
    declared: BTreeMap<LocalId, Region>,
    found: BTreeSet<LocalId>,
    /// The states at `break` and at `continue` of each loop around.
    loops: Vec<(State, State)>,
    /// What is assigned in the bodies of the `try` statements around.
    attempts: Vec<BTreeSet<LocalId>>,
}

impl Flow {
    fn enter(&self, region: Region, state: State) -> State {
        state.map(|mut state| {
            state.retain(|local| self.declared.get(local) != Some(&region));
            state
        })
    }

    fn assign(&mut self, local: LocalId, state: State) -> State {
        self.attempts.iter_mut().for_each(|assigned| {
            assigned.insert(local);
        });
        state.map(|mut state| {
            if !state.insert(local) {
                self.found.insert(local);
            }
            state
        })
    }

    fn block(&mut self, block: &Block, state: State) -> State {
        let state = self.enter(Region::of(block), state);
        self.statements(block, state)
    }

    fn statements(&mut self, block: &Block, state: State) -> State {
        block.iter().fold(state, |state, stmt| self.statement(stmt, state))
    }

    fn statement(&mut self, stmt: &Stmt, state: State) -> State {
        match &stmt.kind {
            StmtKind::Assign { target, value } => {
                let state = self.expression(value, state);
                self.assign(*target, state)
            }
            StmtKind::Evaluate(value) | StmtKind::Yield(value) => self.expression(value, state),
            StmtKind::SetField { record, value, .. } => self.expressions([value, record], state),
            StmtKind::Return(value) | StmtKind::Raise(value) => {
                self.expression(value, state);
                None
            }
            StmtKind::If { test, then, orelse } => {
                let state = self.expression(test, state);
                let then = self.block(then, state.clone());
                let orelse = self.block(orelse, state);
                join(then, orelse)
            }
            StmtKind::While { test, body, orelse } => {
                let endless = matches!(test.kind, ExprKind::Constant(Constant::Bool(true)));
                let (tested, broken) = self.rounds(state, |flow, state| {
                    let tested = flow.expression(test, state);
                    (tested.clone(), flow.block(body, tested))
                });
                let done = self.block(orelse, if endless { None } else { tested });
                join(done, broken)
            }
            StmtKind::For { target, iterator, body, orelse } => {
                let state = self.expression(iterator, state);
                let (before, broken) = self.rounds(state, |flow, state| {
                    let entered = flow.enter(Region::of(body), state.clone());
                    let entered = flow.assign(*target, entered);
                    (state, flow.statements(body, entered))
                });
                let done = self.block(orelse, before);
                join(done, broken)
            }
            StmtKind::Try { body, orelse, caught, handler } => {
                self.attempts.push(BTreeSet::new());
                let after = self.block(body, state.clone());
                let assigned = self.attempts.pop().unwrap_or_default();
                let after = self.block(orelse, after);
                // It may raise before or after any assignment.
                let raised = state.map(|state| state.union(&assigned).copied().collect());
                let raised = self.enter(Region::of(handler), raised);
                let raised = self.assign(*caught, raised);
                let handled = self.statements(handler, raised);
                join(after, handled)
            }
            StmtKind::Outside { loops, body, .. } => {
                let aside = self.loops.split_off(self.loops.len().saturating_sub(*loops));
                let after = self.block(body, state);
                self.loops.extend(aside);
                after
            }
            StmtKind::Reraise(_) => None,
            StmtKind::Break => {
                if let Some((broken, _)) = self.loops.last_mut() {
                    *broken = join(broken.take(), state);
                }
                None
            }
            StmtKind::Continue => {
                if let Some((_, continued)) = self.loops.last_mut() {
                    *continued = join(continued.take(), state);
                }
                None
            }
        }
    }

    /// Two rounds of a loop: what the first one sets is set in the second. `round` gives the state where the loop may
    /// end and the state after its body; the result is where it ended, and the state at its `break`s.
    fn rounds(&mut self, state: State, mut round: impl FnMut(&mut Self, State) -> (State, State)) -> (State, State) {
        self.loops.push((None, None));
        let (_, after) = round(self, state.clone());
        let continued = self.loops.last_mut().and_then(|(_, continued)| continued.take());
        let (ended, _) = round(self, join(state, join(after, continued)));
        let broken = self.loops.pop().and_then(|(broken, _)| broken);
        (ended, broken)
    }

    fn expressions<'e>(&mut self, values: impl IntoIterator<Item = &'e Expr>, state: State) -> State {
        values.into_iter().fold(state, |state, value| self.expression(value, state))
    }

    fn expression(&mut self, expr: &Expr, state: State) -> State {
        match &expr.kind {
            ExprKind::Native(call) => call.arguments.iter().fold(state, |state, argument| match argument {
                NativeArgument::Function(closure) => {
                    let inner = self.enter(Region::of(&**closure), state.clone());
                    let inner = closure.parameters.iter().fold(inner, |state, local| self.assign(*local, state));
                    self.expression(&closure.body, inner);
                    state
                }
                _ => self.children(|visit| argument.each_child(visit), state),
            }),
            ExprKind::Comprehension(comprehension) => {
                self.clauses(&comprehension.clauses, &comprehension.element, state)
            }
            ExprKind::If { test, then, orelse } => {
                let state = self.expression(test, state);
                let then = self.expression(then, state.clone());
                let orelse = self.expression(orelse, state);
                join(then, orelse)
            }
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                let left = self.expression(left, state);
                let right = self.expression(right, left.clone());
                join(left, right)
            }
            ExprKind::Block(block, value) => {
                let state = self.block(block, state);
                self.expression(value, state)
            }
            ExprKind::Dispatch { subject, arms } => {
                let state = self.expression(subject, state);
                arms.iter().fold(None, |joined, arm| {
                    let entered = self.enter(Region::of(arm), state.clone());
                    let entered = self.assign(arm.0, entered);
                    join(joined, self.expression(&arm.1, entered))
                })
            }
            ExprKind::Raise(value) => {
                self.expression(value, state);
                None
            }
            _ => self.children(|visit| expr.each_child(visit), state),
        }
    }

    /// The state after one expression after the other.
    fn children<'e>(&mut self, each: impl FnOnce(&mut dyn FnMut(&'e Expr)), mut state: State) -> State {
        each(&mut |child| state = self.expression(child, state.take()));
        state
    }

    /// The state after the clauses and what they run: each of them any number of times.
    fn clauses(&mut self, clauses: &[Clause], element: &Expr, state: State) -> State {
        let Some((clause, rest)) = clauses.split_first() else { return self.expression(element, state) };
        let mut state = self.expression(&clause.iterator, state);
        for _round in 0..2 {
            let entered = self.enter(Region::of(clause), state.clone());
            let entered = self.assign(clause.target, entered);
            let entered = self.statements(&clause.setup, entered);
            let entered = self.expressions(&clause.conditions, entered);
            let after = self.clauses(rest, element, entered);
            state = join(state, after);
        }
        state
    }
}
