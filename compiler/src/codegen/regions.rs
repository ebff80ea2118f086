//! Regions: the parts of a function's IR that become Rust blocks, and which variables are read and set in them.

use hotforge_analyzer::ir::{
    Block, Clause, Closure, Comprehension, Expr, ExprKind, FunctionId, LocalId, NativeArgument, NativeCall, Stmt,
    StmtKind,
};
use hotforge_analyzer::types::Type;

/// A part of the IR that becomes a Rust block of its own. The address of the node stands for it: the IR does not move
/// while code is generated from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(usize);

impl Region {
    /// The region of a block, a clause of a comprehension or an arm.
    pub fn of<T>(node: &T) -> Self {
        Self(std::ptr::from_ref(node).addr())
    }
}

/// A place in a region: before the first statement where a pattern binds, else the index of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Bound as the region is entered: a parameter, the target of a loop, the variable of an arm.
    Pattern,
    /// At the statement of that index.
    Statement(usize),
}

/// A number for each part of a function that runs a number of times of its own: the body of each loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat(usize);

/// A read or an assignment of a variable.
#[derive(Debug, Clone)]
pub struct Access {
    /// The variable.
    pub local: LocalId,
    /// What is done.
    pub kind: AccessKind,
    /// The regions around it, outermost first, with the place in each.
    pub path: Vec<(Region, Place)>,
    /// The loop it runs in.
    pub repeat: Repeat,
}

/// What is done with a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessKind {
    /// It is read, or only this member of the tuple in it.
    Read(Option<usize>),
    /// It is set.
    Write,
}

/// All accesses in a function, in the order of evaluation.
#[derive(Debug, Default)]
pub struct Accesses {
    /// The accesses.
    pub list: Vec<Access>,
    /// The function instances that are called.
    pub calls: Vec<FunctionId>,
    /// The loop that each region belongs to.
    pub repeats: Vec<(Region, Repeat)>,
    /// The arrays whose elements are read or set by a number for each axis, and how many numbers there are; not those in
    /// functions, which run when the variable may be another.
    pub indexed: Vec<(LocalId, usize)>,
    inner_functions: usize,
    path: Vec<(Region, Place)>,
    repeat: usize,
    repeat_count: usize,
}

impl Accesses {
    /// Those of a function: its parameters are set as its body is entered.
    pub fn of_function(parameters: &[LocalId], body: &Block) -> Self {
        let mut accesses = Self::default();
        accesses.region(Region::of(body), |this| {
            parameters.iter().for_each(|parameter| this.record(*parameter, AccessKind::Write));
            this.statements(body);
        });
        accesses
    }

    /// Those of a loop.
    pub fn of_loop(test: Option<&Expr>, body: &Block, orelse: &Block) -> Self {
        let mut accesses = Self::default();
        accesses.region(Region::of(body), |this| {
            test.into_iter().for_each(|test| this.expression(test));
            this.statements(body);
            this.statements(orelse);
        });
        accesses
    }

    /// Those of an expression by itself.
    pub fn of_expression(expr: &Expr) -> Self {
        let mut accesses = Self::default();
        accesses.region(Region::of(expr), |this| this.expression(expr));
        accesses
    }

    /// Those of a generator expression but for its first iterator, which is evaluated where the generator is made.
    pub fn of_generator(comprehension: &Comprehension) -> Self {
        let mut accesses = Self::default();
        accesses.region(Region::of(comprehension), |this| {
            if let Some((first, rest)) = comprehension.clauses.split_first() {
                this.clause_body(first, rest, &comprehension.element);
            }
        });
        accesses
    }

    /// Those of a function given to an operator.
    pub fn of_closure(closure: &Closure) -> Self {
        let mut accesses = Self::default();
        accesses.closure(closure);
        accesses
    }

    /// Those of the inner clauses of a generator expression.
    pub fn of_clauses(first: &Clause, rest: &[Clause], element: &Expr) -> Self {
        let mut accesses = Self::default();
        accesses.region(Region::of(element), |this| {
            this.expression(&first.iterator);
            this.clause_body(first, rest, element);
        });
        accesses
    }

    /// Whether anything in it runs more than once, as far as this function shows.
    pub fn repeats_something(&self) -> bool {
        self.repeat_count > 0 || !self.calls.is_empty()
    }

    fn record(&mut self, local: LocalId, kind: AccessKind) {
        self.list.push(Access { local, kind, path: self.path.clone(), repeat: Repeat(self.repeat) });
    }

    fn region(&mut self, region: Region, visit: impl FnOnce(&mut Self)) {
        self.repeats.push((region, Repeat(self.repeat)));
        self.path.push((region, Place::Pattern));
        visit(self);
        self.path.pop();
    }

    fn place(&mut self, place: Place) {
        if let Some(last) = self.path.last_mut() {
            last.1 = place;
        }
    }

    fn repeated(&mut self, visit: impl FnOnce(&mut Self)) {
        let outer = self.repeat;
        self.repeat_count += 1;
        self.repeat = self.repeat_count;
        visit(self);
        self.repeat = outer;
    }

    fn block(&mut self, block: &Block) {
        self.region(Region::of(block), |this| this.statements(block));
    }

    fn statements(&mut self, block: &Block) {
        for (index, stmt) in block.iter().enumerate() {
            self.place(Place::Statement(index));
            self.statement(stmt);
        }
        self.place(Place::Statement(block.len()));
    }

    fn statement(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign { target, value } => {
                self.expression(value);
                self.record(*target, AccessKind::Write);
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
                self.repeated(|this| {
                    this.expression(test);
                    this.block(body);
                });
                self.block(orelse);
            }
            StmtKind::For { target, iterator, body, orelse } => {
                self.expression(iterator);
                self.repeated(|this| {
                    this.region(Region::of(body), |this| {
                        this.record(*target, AccessKind::Write);
                        this.statements(body);
                    });
                });
                self.block(orelse);
            }
            StmtKind::Try { body, orelse, caught, handler } => {
                self.block(body);
                self.block(orelse);
                self.region(Region::of(handler), |this| {
                    this.record(*caught, AccessKind::Write);
                    this.statements(handler);
                });
            }
            StmtKind::Outside { body, .. } => self.block(body),
            StmtKind::Reraise(caught) => self.record(*caught, AccessKind::Read(None)),
            StmtKind::SetField { record, value, .. } => self.expressions([value, record]),
            StmtKind::Break | StmtKind::Continue => {}
        }
    }

    fn expression(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Local(local) => self.record(*local, AccessKind::Read(None)),
            ExprKind::Native(call) => self.native(call),
            ExprKind::Call { function, arguments } => {
                self.calls.push(*function);
                self.expressions(arguments);
            }
            ExprKind::Member { tuple, index } => match &tuple.kind {
                ExprKind::Local(local) => self.record(*local, AccessKind::Read(Some(*index))),
                _ => self.expression(tuple),
            },
            ExprKind::Comprehension(comprehension) => {
                self.clauses(&comprehension.clauses, &comprehension.element);
            }
            ExprKind::Block(block, value) => self.region(Region::of(block), |this| {
                this.statements(block);
                this.expression(value);
            }),
            ExprKind::Dispatch { subject, arms } => {
                self.expression(subject);
                for arm in arms {
                    self.region(Region::of(arm), |this| {
                        this.record(arm.0, AccessKind::Write);
                        this.place(Place::Statement(0));
                        this.expression(&arm.1);
                    });
                }
            }
            _ => expr.each_child(&mut |child| self.expression(child)),
        }
    }

    fn expressions<'e>(&mut self, values: impl IntoIterator<Item = &'e Expr>) {
        values.into_iter().for_each(|value| self.expression(value));
    }

    fn native(&mut self, call: &NativeCall) {
        if self.inner_functions == 0 {
            self.indexed.extend(indexed_array(call));
        }
        for argument in &call.arguments {
            match argument {
                NativeArgument::Function(closure) => self.closure(closure),
                _ => argument.each_child(&mut |child| self.expression(child)),
            }
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.inner_functions += 1;
        self.repeated(|this| {
            this.region(Region::of(closure), |this| {
                closure.parameters.iter().for_each(|parameter| this.record(*parameter, AccessKind::Write));
                this.place(Place::Statement(0));
                this.expression(&closure.body);
            });
        });
        self.inner_functions -= 1;
    }

    fn clauses(&mut self, clauses: &[Clause], element: &Expr) {
        match clauses {
            [] => self.expression(element),
            [clause, rest @ ..] => {
                self.expression(&clause.iterator);
                self.clause_body(clause, rest, element);
            }
        }
    }

    fn clause_body(&mut self, clause: &Clause, rest: &[Clause], element: &Expr) {
        self.inner_functions += 1;
        self.repeated(|this| {
            this.region(Region::of(clause), |this| {
                this.record(clause.target, AccessKind::Write);
                this.statements(&clause.setup);
                this.expressions(&clause.conditions);
                this.clauses(rest, element);
            });
        });
        self.inner_functions -= 1;
    }
}

/// The array in a variable of which a call reads or sets one element, by how many numbers.
pub fn indexed_array(call: &NativeCall) -> Option<(LocalId, usize)> {
    let [NativeArgument::Reference(array), NativeArgument::Index(index), ..] = &call.arguments[..] else { return None };
    let ExprKind::Local(local) = array.kind else { return None };
    let is_plain = matches!(&*call.path, "numpy::ndarray::element" | "numpy::ndarray::setitem")
        && !index.is_empty()
        && index.iter().all(|component| component.ty == Type::Int);
    is_plain.then_some((local, index.len()))
}
