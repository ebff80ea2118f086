//! From the IR to what is evaluated.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use hotforge_analyzer::Analysis;
use hotforge_analyzer::catalog::catalog;
use hotforge_analyzer::ir::{
    Comprehension, Constant, Expr, ExprKind, FormatPart, FunctionId, LocalId, NativeArgument, NativeCall, NativeResult,
    Stmt, StmtKind,
};
use hotforge_analyzer::source::Span;
use hotforge_analyzer::types::{
    EnumBase, ExceptionClass, RecordKind, Type, join_all, layout, native_name, short, union,
};
use hotforge_runtime as rt;

use crate::cell::Cell;
use crate::class::{Class, Member, nests};
use crate::convert::tuple;
use crate::flag::Flag;
use crate::model::Model;
use crate::node::{
    Argument, Clause, Closure, Code, Collected, Comprehension as Loops, Function, Handler, NativeCall as Called, Node,
    Op, Outcome, Part,
};
use crate::run::Program;
use crate::shape::{Conversion, Union};

/// Text that lives as long as the process: names in tracebacks. Each is kept once.
pub fn leak(text: &str) -> &'static str {
    thread_local! {
        static KEPT: RefCell<BTreeMap<String, &'static str>> = const { RefCell::new(BTreeMap::new()) };
    }
    KEPT.with_borrow_mut(|kept| match kept.get(text) {
        Some(kept) => kept,
        None => {
            let leaked: &'static str = Box::leak(text.to_owned().into_boxed_str());
            kept.insert(text.to_owned(), leaked);
            leaked
        }
    })
}

/// The exception class of the project as the runtime has it.
fn project_class(class: &ExceptionClass) -> &'static rt::exception::Class {
    thread_local! {
        static KEPT: RefCell<BTreeMap<Vec<Arc<str>>, &'static rt::exception::Class>> = const { RefCell::new(BTreeMap::new()) };
    }
    KEPT.with_borrow_mut(|kept| {
        *kept.entry(class.lineage().to_vec()).or_insert_with(|| {
            let bases: Vec<&'static str> = class.lineage()[1..].iter().map(|base| leak(native_name(base))).collect();
            Box::leak(Box::new(rt::exception::Class { name: leak(class.native_name()), bases: bases.leak() }))
        })
    })
}

/// The classes and functions of a program.
pub fn prepare(analysis: &Analysis) -> (Vec<Rc<Class>>, Vec<Function>) {
    let mut preparer = Preparer { analysis, classes: Vec::new(), moved: Vec::new() };
    preparer.classes = analysis.program.classes.iter().map(|class| Rc::new(preparer.class(class))).collect();
    let recursive = recursive(analysis);
    let functions = analysis.program.functions.iter().zip(recursive);
    let functions = functions.map(|(function, is_recursive)| preparer.function(function, is_recursive)).collect();
    (preparer.classes, functions)
}

/// A value known at compile time.
pub fn constant(constant: &Constant) -> Cell {
    match constant {
        Constant::None => Cell::None,
        Constant::Bool(value) => Cell::Bool(*value),
        Constant::Int(value) => Cell::Int(*value),
        Constant::Float(value) => Cell::Float(*value),
        Constant::Str(text) => Cell::Str(rt::Str::from(text.to_string())),
        Constant::Bytes(bytes) => Cell::Bytes(rt::Bytes::from(bytes.to_vec())),
        Constant::Tuple(items) => tuple(items.iter().map(self::constant).collect()),
    }
}

/// The default of a parameter, at its type. That of an enum is a value of a member, as a caller gives it.
pub fn default(value: &Constant, ty: &Type, program: &Program) -> Result<Cell, String> {
    let is_enum = |ty: &Type| matches!(ty, Type::Record(record) if matches!(record.kind, RecordKind::Enum(_)));
    if ty.members().iter().any(is_enum) {
        let given = crate::value::write(&constant(value)).map_err(|raised| raised.message)?;
        return crate::value::read(&given, ty, program);
    }
    let way = Conversion::between(&value.ty(), ty)?;
    way.apply(constant(value)).map_err(|raised| raised.message)
}

/// For each function, whether it is reached from itself.
fn recursive(analysis: &Analysis) -> Vec<bool> {
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

/// What an iterator that an operator is given is made of: the operator iterates over it itself, so that it may see what it
/// is.
fn iterable_of(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Iterate(inner) if !matches!(inner.ty, Type::Tuple(_)) => iterable_of(inner),
        ExprKind::Convert(inner) if layout(&inner.ty) == layout(&expr.ty) => iterable_of(inner),
        _ => expr,
    }
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
fn moved(function: &hotforge_analyzer::ir::Function) -> Vec<bool> {
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

struct Preparer<'a> {
    analysis: &'a Analysis,
    classes: Vec<Rc<Class>>,
    /// Which variables of the function at hand move out where they are read.
    moved: Vec<bool>,
}

/// Why something is not evaluated.
type Refusal = String;

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
    fn class(&self, class: &hotforge_analyzer::ir::Class) -> Class {
        let members = class.members.iter();
        let members = members.map(|member| Member { name: member.name.clone(), value: constant(&member.value) });
        let members: Vec<Member> = members.collect();
        let short = leak(short(&class.name));
        let flags = match class.kind {
            RecordKind::Enum(base @ (EnumBase::Flag | EnumBase::IntFlag)) => {
                Some(crate::flag::definition(short, &members, base))
            }
            _ => None,
        };
        Class {
            name: class.name.to_string(),
            short,
            kind: class.kind,
            fields: class.fields.clone(),
            members,
            choices: class.members.iter().map(|member| crate::model::choice_of(&member.value)).collect(),
            flags,
            model: class.model.as_ref().map(Model::of),
            repr: class.repr,
            str: class.str,
            format: class.format,
            equality: class.equality,
            order: class.order,
            hash: class.hash,
            nests: nests(&class.fields),
        }
    }

    fn class_of(&self, ty: &Type) -> Result<Rc<Class>, Refusal> {
        let Type::Record(record) = layout(ty) else { return Err(format!("objects of {ty}")) };
        let place = self.analysis.program.classes.iter().position(|class| class.name == record.name);
        let class = place.and_then(|place| self.classes.get(place));
        class.cloned().ok_or_else(|| format!("objects of {ty}"))
    }

    fn line(&self, span: Span) -> u32 {
        self.analysis.file(span.file).line(span.start)
    }

    fn function(&mut self, function: &hotforge_analyzer::ir::Function, is_recursive: bool) -> Function {
        let file = self.analysis.file(function.file);
        let frame = rt::Frame { file: leak(file.path_at(function.span.start)), function: leak(&function.name) };
        self.moved = moved(function);
        let code = Rc::new(self.code(&function.body));
        let end = match function.is_generator {
            true => Conversion::Same,
            false => Conversion::between(&Type::None, &function.returns).unwrap_or(Conversion::Same),
        };
        Function {
            parameters: function.parameters.iter().map(|local| local.0 as usize).collect(),
            locals: function.locals.len(),
            is_generator: function.is_generator,
            is_recursive,
            is_cached: function.is_cached,
            code,
            end,
            frame,
            line: file.line(function.span.start),
        }
    }

    fn code(&mut self, block: &[Stmt]) -> Code {
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
                let test = self.expr(test);
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
                let iterator = self.expr(iterator);
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
                let exception = self.expr(exception);
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

    /// The value of a statement, whose own statements come before it: they may jump, and yield.
    fn hoisted(&mut self, expr: &Expr, around: &Around, writer: &mut Writer) -> Node {
        match &expr.kind {
            ExprKind::Block(block, value) => {
                self.block(block, around, writer);
                self.hoisted(value, around, writer)
            }
            ExprKind::Convert(inner) if let ExprKind::Block(block, value) = &inner.kind => {
                self.block(block, around, writer);
                let converted = Expr { kind: ExprKind::Convert(value.clone()), ty: expr.ty.clone(), span: expr.span };
                self.hoisted(&converted, around, writer)
            }
            _ => self.expr(expr),
        }
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

    fn expr(&mut self, expr: &Expr) -> Node {
        self.try_expr(expr).unwrap_or_else(Node::Refused)
    }

    fn exprs(&mut self, exprs: &[Expr]) -> Vec<Node> {
        exprs.iter().map(|expr| self.expr(expr)).collect()
    }

    fn boxed(&mut self, expr: &Expr) -> Box<Node> {
        Box::new(self.expr(expr))
    }

    /// What stands for an expression whose type alone says its value.
    fn fixed(&self, expr: &Expr) -> Option<Cell> {
        match (&expr.ty, &expr.kind) {
            (_, ExprKind::Native(_) | ExprKind::Call { .. } | ExprKind::Block(..)) => None,
            (Type::DType(dtype), _) => Some(Cell::DType(*dtype)),
            (Type::Ellipsis, _) => Some(Cell::Ellipsis),
            (Type::None, ExprKind::Constant(_) | ExprKind::Local(_) | ExprKind::Global(_)) => Some(Cell::None),
            (Type::Module(_) | Type::Class(_) | Type::Function(_) | Type::Method(_), _) => Some(Cell::None),
            _ => None,
        }
    }

    fn try_expr(&mut self, expr: &Expr) -> Result<Node, Refusal> {
        if let Some(fixed) = self.fixed(expr) {
            return Ok(Node::Constant(fixed));
        }
        let line = self.line(expr.span);
        Ok(match &expr.kind {
            ExprKind::Constant(value) => Node::Constant(self.constant(value, &expr.ty)?),
            ExprKind::Local(local) if self.moved[local.0 as usize] => Node::Moved(local.0 as usize),
            ExprKind::Local(local) => Node::Local(local.0 as usize),
            ExprKind::Global(global) => Node::Global(global.0 as usize, line),
            ExprKind::Native(call) => self.native(call, &expr.ty, line)?,
            ExprKind::Call { function, arguments } => {
                Node::Call { function: function.0 as usize, arguments: self.exprs(arguments), line }
            }
            ExprKind::Tuple(values) => match &expr.ty {
                Type::Callable(function) => Node::Function(function.key.clone(), self.exprs(values)),
                _ => Node::Tuple(self.exprs(values)),
            },
            ExprKind::List(values) => Node::List(self.exprs(values)),
            ExprKind::Set(values) => Node::Set(self.exprs(values), line),
            ExprKind::Dict(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| (self.expr(key), self.expr(value))).collect();
                Node::Dict(pairs, line)
            }
            ExprKind::Member { tuple, index } => Node::Member(self.boxed(tuple), *index),
            ExprKind::Record(values) => Node::Record(self.class_of(&expr.ty)?, self.exprs(values)),
            ExprKind::Select { subject, values } => {
                self.class_of(&subject.ty)?;
                Node::Select(self.boxed(subject), self.exprs(values))
            }
            ExprKind::Field { record, field } => Node::Field(self.boxed(record), *field),
            ExprKind::Comprehension(comprehension) => {
                let kind = match &expr.ty {
                    Type::List(_) => Collected::List,
                    Type::Set(_) => Collected::Set,
                    Type::Dict(..) => Collected::Dict,
                    Type::Iterator(_) => Collected::Generator,
                    other => return Err(format!("a comprehension of type {other}")),
                };
                Node::Comprehension(Rc::new(self.comprehension(comprehension, kind, line)))
            }
            ExprKind::Format(parts) => Node::Format(parts.iter().map(|part| self.part(part)).collect(), line),
            ExprKind::If { test, then, orelse } => {
                Node::If(Box::new([self.expr(test), self.expr(then), self.expr(orelse)]))
            }
            ExprKind::And(left, right) => Node::And(Box::new([self.expr(left), self.expr(right)])),
            ExprKind::Or(left, right) => Node::Or(Box::new([self.expr(left), self.expr(right)])),
            ExprKind::Not(inner) => Node::Not(self.boxed(inner)),
            ExprKind::Block(block, value) => {
                let code = self.code(block);
                Node::Block(Rc::new(code), self.boxed(value))
            }
            ExprKind::Convert(inner) => match (&inner.kind, layout(&inner.ty) == layout(&expr.ty)) {
                (_, true) => self.try_expr(inner)?,
                (ExprKind::Constant(value), _) if !matches!(inner.ty, Type::Unbound | Type::Record(_)) => {
                    Node::Constant(self.constant(value, &expr.ty)?)
                }
                _ if inner.ty == Type::Unbound => {
                    let way = Conversion::between(&inner.ty, &expr.ty)?;
                    Node::Convert(Box::new(Node::Constant(Cell::Unbound)), way)
                }
                _ => {
                    let way = Conversion::between(&inner.ty, &expr.ty)?;
                    Node::Convert(self.boxed(inner), way)
                }
            },
            ExprKind::Dispatch { subject, arms } => {
                let union = Union::of(&subject.ty)?;
                let mut written: Vec<Option<(usize, Node)>> = union.members.iter().map(|_| None).collect();
                for (member, (local, arm)) in subject.ty.members().iter().zip(arms) {
                    let place = union.place_of(member).ok_or_else(|| format!("{member} in {}", subject.ty))?;
                    if written[place].is_none() {
                        written[place] = Some((local.0 as usize, self.expr(arm)));
                    }
                }
                let arms = written.into_iter().map(|arm| arm.unwrap_or((0, Node::Refused("a missing arm".to_owned()))));
                Node::Dispatch(self.boxed(subject), union, arms.collect())
            }
            ExprKind::IsMember { subject, members } => {
                let union = Union::of(&subject.ty)?;
                if union.members.len() == 1 {
                    let holds = members.iter().any(|member| layout(member) == union.members[0]);
                    return Ok(Node::IsMember(self.boxed(subject), None, holds));
                }
                let places = members.iter().filter_map(|member| union.place_of(member)).collect();
                Node::IsMember(self.boxed(subject), Some((union, places)), false)
            }
            ExprKind::Raise(exception) => Node::Raise(self.boxed(exception), line),
            ExprKind::Exception(arguments) => {
                let Type::Exception(class) = &expr.ty else { return Err(format!("{} as an exception", expr.ty)) };
                let own = catalog().class(class.name()).is_none().then(|| project_class(class));
                Node::Exception(leak(class.native_name()), own, self.exprs(arguments))
            }
            ExprKind::IsException { subject, classes } => {
                let classes = classes.iter().map(|class| leak(native_name(class))).collect();
                Node::IsException(self.boxed(subject), classes)
            }
            ExprKind::Slice(bounds) => {
                let [start, stop, step] = &**bounds;
                Node::Slice(Box::new([self.expr(start), self.expr(stop), self.expr(step)]))
            }
            ExprKind::Iterate(inner) => self.iterated(inner, &expr.ty)?,
            ExprKind::Invalid => return Err("what the analyzer refused".to_owned()),
        })
    }

    /// The iterator over an iterable. The members of a tuple take the one type that they have together.
    fn iterated(&mut self, inner: &Expr, ty: &Type) -> Result<Node, Refusal> {
        match (&inner.ty, ty) {
            (Type::Iterator(_), _) => self.try_expr(inner),
            (Type::Tuple(_), Type::Iterator(item)) => {
                let way = Conversion::between(&inner.ty, &Type::Sequence(item.clone()))?;
                Ok(Node::Iterate(Box::new(Node::Convert(self.boxed(inner), way))))
            }
            _ => Ok(Node::Iterate(self.boxed(inner))),
        }
    }

    fn constant(&self, value: &Constant, ty: &Type) -> Result<Cell, Refusal> {
        if let (Constant::Int(place), Type::Record(record)) = (value, ty)
            && matches!(record.kind, RecordKind::Enum(_))
        {
            let class = self.class_of(ty)?;
            return Ok(match ty.is_flag() {
                true => Cell::Flag(Flag { class, bits: *place }),
                false => Cell::Member(class, *place as usize),
            });
        }
        if *ty == Type::Unbound {
            return Ok(Cell::Unbound);
        }
        let way = Conversion::between(&value.ty(), ty)?;
        way.apply(constant(value)).map_err(|raised| raised.message)
    }

    fn comprehension(&mut self, comprehension: &Comprehension, kind: Collected, line: u32) -> Loops {
        let clauses = comprehension.clauses.iter().map(|clause| Clause {
            target: clause.target.0 as usize,
            iterator: self.expr(&clause.iterator),
            setup: self.code(&clause.setup),
            conditions: self.exprs(&clause.conditions),
        });
        let clauses = clauses.collect();
        Loops { kind, element: self.expr(&comprehension.element), clauses, stop: comprehension.stop, line }
    }

    fn part(&mut self, part: &FormatPart) -> Part {
        match part {
            FormatPart::Text(text) => Part::Text(text.clone()),
            FormatPart::Value { value, conversion, spec } => {
                Part::Value(self.expr(value), *conversion, spec.as_ref().map(|spec| self.expr(spec)))
            }
        }
    }

    fn native(&mut self, call: &NativeCall, ty: &Type, line: u32) -> Result<Node, Refusal> {
        let native = crate::native::find(&call.path).ok_or_else(|| format!("`{}`", call.path))?;
        let arguments = call.arguments.iter().map(|argument| self.argument(argument)).collect::<Result<_, _>>()?;
        let types = call.arguments.iter().map(type_of).collect();
        let result = match &call.result {
            NativeResult::Plain => Outcome::Plain,
            NativeResult::Optional(member) => {
                Outcome::Optional(Conversion::between(&Type::None, ty)?, Conversion::between(member, ty)?)
            }
            NativeResult::Either(left, right) => {
                let both = Union::of(&union([left.clone(), right.clone()]))?;
                let ways =
                    both.members.iter().map(|member| Conversion::between(member, ty)).collect::<Result<_, _>>()?;
                if both.is_tagged() {
                    return Err(format!("`{}`, which gives one of two types that look alike", call.path));
                }
                Outcome::Either(both, ways)
            }
        };
        Ok(Node::Native(Box::new(Called { native, arguments, result, types, ty: ty.clone(), line })))
    }

    fn argument(&mut self, argument: &NativeArgument) -> Result<Argument, Refusal> {
        Ok(match argument {
            NativeArgument::Value(value) | NativeArgument::Reference(value) => Argument::Value(self.expr(value)),
            NativeArgument::Iterator(value) => {
                let value = iterable_of(value);
                let item = match &value.ty {
                    Type::Tuple(members) => join_all(members.iter()),
                    _ => Type::Never,
                };
                Argument::Iterator(match &value.ty {
                    Type::Tuple(_) => {
                        let way = Conversion::between(&value.ty, &Type::Sequence(item.into()))?;
                        Node::Convert(self.boxed(value), way)
                    }
                    _ => self.expr(value),
                })
            }
            NativeArgument::Variadic(values) | NativeArgument::Index(values) => Argument::Many(self.exprs(values)),
            NativeArgument::Function(closure) => {
                let parameters = closure.parameters.iter().map(|local| local.0 as usize).collect();
                Argument::Function(Rc::new(Closure { parameters, body: self.expr(&closure.body) }))
            }
            NativeArgument::Fields(fields) => {
                let fields = fields.iter().map(|(name, value)| (self.expr(name), self.expr(value)));
                Argument::Fields(fields.collect())
            }
            NativeArgument::Feed(_) => return Err("models".to_owned()),
        })
    }
}

/// The type of an argument; of several values that of the first.
fn type_of(argument: &NativeArgument) -> Type {
    match argument {
        NativeArgument::Value(value) | NativeArgument::Reference(value) | NativeArgument::Iterator(value) => {
            layout(&value.ty)
        }
        NativeArgument::Variadic(values) | NativeArgument::Index(values) => {
            values.first().map_or(Type::Unknown, |value| layout(&value.ty))
        }
        NativeArgument::Function(_) | NativeArgument::Fields(_) | NativeArgument::Feed(_) => Type::Unknown,
    }
}
