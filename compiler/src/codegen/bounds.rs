//! What is known of the indices of a loop before it begins: between which numbers each lies in all of its rounds. Where those are
//! within the shape of the array, which one look before the loop tells, its elements are read and set without further checks.
//!
//! The loop is followed once, statement by statement, with what is known of the variables that it sets: those of loops over a range,
//! and those that are computed of what is known. All others stay what they are.

use std::collections::{BTreeMap, BTreeSet};

use hotforge_analyzer::ir::{Block, Constant, Expr, ExprKind, LocalId, NativeArgument, NativeCall, Stmt, StmtKind};
use hotforge_analyzer::types::{Type, layout};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::expression::{Typing, atom};
use super::function::Writer;
use super::regions::{AccessKind, Accesses, indexed_array};
use super::statement::never_ends;
use super::views::View;

/// A loop as it is written.
#[derive(Clone, Copy)]
pub struct Loop<'a> {
    /// What begins each round.
    pub head: Head<'a>,
    pub body: &'a Block,
    pub orelse: &'a Block,
}

/// What begins each round of a loop.
#[derive(Clone, Copy)]
pub enum Head<'a> {
    /// A `while`.
    Test(&'a Expr),
    /// A `for`.
    Item { target: LocalId, iterator: &'a Expr },
}

impl Loop<'_> {
    /// What it reads and sets.
    pub fn accesses(&self) -> Accesses {
        let test = match self.head {
            Head::Test(test) => Some(test),
            Head::Item { .. } => None,
        };
        Accesses::of_loop(test, self.body, self.orelse)
    }
}

/// The calls that read or set an element which is known to be there where a variable holds `true`.
pub type Proved = BTreeMap<usize, Ident>;

/// The address of a call stands for it, as that of a [`Region`](super::regions::Region) does.
pub fn key(call: &NativeCall) -> usize {
    std::ptr::from_ref(call).addr()
}

/// Bounds as Rust computes them, and how much of them is known already.
#[derive(Clone, Default)]
struct Known {
    tokens: TokenStream,
    least: Option<i64>,
    greatest: Option<i64>,
}

/// What is asked before the loop, with the calls that go by the answer.
#[derive(Default)]
struct Question {
    tests: Vec<TokenStream>,
    calls: Vec<usize>,
}

impl Question {
    fn add(&mut self, test: TokenStream, call: &NativeCall) {
        if self.tests.iter().all(|asked| asked.to_string() != test.to_string()) {
            self.tests.push(test);
        }
        self.calls.push(key(call));
    }
}

impl Writer<'_> {
    /// What is asked before a loop of the arrays that have views, and was not asked before the loops around it. What runs in every
    /// round has an answer of its own: what runs under a condition may well be out of bounds without it.
    pub fn asked_before(&self, looped: Loop) -> TokenStream {
        let views = self.views.borrow();
        let mut follower = Follower::new(self, looped, &views);
        follower.follow(looped);
        let Follower { always, sometimes, .. } = follower;
        let mut asked = TokenStream::new();
        for Question { tests, calls } in [always, sometimes] {
            if tests.is_empty() {
                continue;
            }
            let name = quote::format_ident!("{}_{}", self.helpers.within, self.proved.borrow().len() + 1);
            asked.extend(quote!(let #name = #(#tests)&&*;));
            self.proved.borrow_mut().extend(calls.into_iter().map(|call| (call, name.clone())));
        }
        asked
    }

    /// An index that is known to be within its bounds: nothing that computes it overflows or divides by what is not positive.
    pub fn proved_index(&self, index: &Expr) -> TokenStream {
        let ExprKind::Native(call) = &index.kind else { return self.value(index, Typing::Known) };
        let operand = |value: &Expr| match value.kind {
            ExprKind::Native(_) => atom(self.proved_index(value)),
            _ => self.operand_typed(value, Typing::Open),
        };
        match (&*call.path, values(call).as_slice()) {
            ("int::add", [left, right]) => {
                let (left, right) = (operand(left), operand(right));
                quote!(#left.wrapping_add(#right))
            }
            ("int::sub", [left, right]) => {
                let (left, right) = (operand(left), operand(right));
                quote!(#left.wrapping_sub(#right))
            }
            ("int::mul", [left, right]) => {
                let (left, right) = (operand(left), operand(right));
                quote!(#left.wrapping_mul(#right))
            }
            ("int::mod", [left, right]) if constant(right).is_none() => {
                let (left, right) = (operand(left), operand(right));
                quote!(rt::bounds::modulo(#left, #right))
            }
            _ => self.value(index, Typing::Known),
        }
    }
}

/// Follows a loop as it runs.
struct Follower<'w, 'a> {
    writer: &'w Writer<'a>,
    views: &'w [View],
    /// The variables that the loop sets.
    set: BTreeSet<LocalId>,
    /// What is known of them here.
    known: BTreeMap<LocalId, Known>,
    /// The variables that were set, in order.
    log: Vec<LocalId>,
    /// How many conditions are around.
    conditions: usize,
    always: Question,
    sometimes: Question,
}

impl<'w, 'a> Follower<'w, 'a> {
    fn new(writer: &'w Writer<'a>, looped: Loop, views: &'w [View]) -> Self {
        let mut set = set_in(&looped.accesses());
        if let Head::Item { target, .. } = looped.head {
            set.insert(target);
        }
        Self {
            writer,
            views,
            set,
            known: BTreeMap::new(),
            log: Vec::new(),
            conditions: 0,
            always: Question::default(),
            sometimes: Question::default(),
        }
    }

    fn follow(&mut self, looped: Loop) {
        match looped.head {
            Head::Test(test) => self.rounds(looped, |this| this.expression(test)),
            Head::Item { target, iterator } => {
                // It is there already, and nothing has been set yet.
                let name = &self.writer.helpers.iterator;
                let numbers = range_of(iterator)
                    .map(|_| Known { tokens: quote!(#name.bounds()), ..self.range(iterator).unwrap_or_default() });
                self.rounds(looped, |this| this.learn(target, numbers));
            }
        }
    }

    /// The rounds of a loop: nothing is known any more of what one of them sets.
    fn rounds(&mut self, looped: Loop, begin: impl FnOnce(&mut Self)) {
        self.forget(set_in(&looped.accesses()));
        self.sometimes(|this| {
            begin(this);
            this.block(looped.body);
        });
        self.block(looped.orelse);
    }

    /// What may not run, or not to its end.
    fn sometimes(&mut self, follow: impl FnOnce(&mut Self)) {
        let (before, since) = (self.known.clone(), self.log.len());
        follow(self);
        self.known = before;
        for local in self.log.split_off(since) {
            self.learn(local, None);
        }
    }

    /// What runs under a condition.
    fn conditionally(&mut self, follow: impl FnOnce(&mut Self)) {
        self.conditions += 1;
        self.sometimes(follow);
        self.conditions -= 1;
    }

    fn learn(&mut self, local: LocalId, known: Option<Known>) {
        self.log.push(local);
        match known {
            Some(known) => self.known.insert(local, known),
            None => self.known.remove(&local),
        };
    }

    fn forget(&mut self, locals: impl IntoIterator<Item = LocalId>) {
        locals.into_iter().for_each(|local| self.learn(local, None));
    }

    fn block(&mut self, block: &Block) {
        for stmt in block {
            self.statement(stmt);
            if never_ends(stmt) {
                break;
            }
        }
    }

    fn statement(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign { target, value } => {
                self.expression(value);
                let known = is_int(&value.ty).then(|| self.bounds(value)).flatten();
                self.learn(*target, known);
            }
            StmtKind::Evaluate(value) | StmtKind::Return(value) | StmtKind::Yield(value) | StmtKind::Raise(value) => {
                self.expression(value);
            }
            StmtKind::SetField { record, value, .. } => self.expressions([value, record]),
            StmtKind::If { test, then, orelse } => {
                self.expression(test);
                self.conditionally(|this| this.block(then));
                self.conditionally(|this| this.block(orelse));
            }
            StmtKind::While { test, body, orelse } => {
                let looped = Loop { head: Head::Test(test), body, orelse };
                self.rounds(looped, |this| this.expression(test));
            }
            StmtKind::For { target, iterator, body, orelse } => {
                self.expression(iterator);
                let numbers = self.range(iterator);
                let looped = Loop { head: Head::Item { target: *target, iterator }, body, orelse };
                self.rounds(looped, |this| this.learn(*target, numbers));
            }
            StmtKind::Try { body, orelse, caught, handler } => {
                let set = [body, orelse, handler].map(|block| set_in(&Accesses::of_loop(None, block, &Vec::new())));
                self.forget(set.into_iter().flatten().chain([*caught]));
                for block in [body, orelse, handler] {
                    self.conditionally(|this| this.block(block));
                }
            }
            StmtKind::Outside { body, .. } => self.conditionally(|this| this.block(body)),
            StmtKind::Break | StmtKind::Continue | StmtKind::Reraise(_) => {}
        }
    }

    fn expressions<'e>(&mut self, values: impl IntoIterator<Item = &'e Expr>) {
        values.into_iter().for_each(|value| self.expression(value));
    }

    /// Looks for elements in an expression; functions and comprehensions have no views.
    fn expression(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Native(call) => self.native(expr, call),
            ExprKind::If { test, then, orelse } => {
                self.expression(test);
                self.conditionally(|this| this.expression(then));
                self.conditionally(|this| this.expression(orelse));
            }
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                self.expression(left);
                self.conditionally(|this| this.expression(right));
            }
            ExprKind::Block(block, value) => {
                self.block(block);
                self.expression(value);
            }
            ExprKind::Select { subject, values } => {
                self.expression(subject);
                values.iter().for_each(|value| self.conditionally(|this| this.expression(value)));
            }
            ExprKind::Dispatch { subject, arms } => {
                self.expression(subject);
                arms.iter().for_each(|(_, value)| self.sometimes(|this| this.expression(value)));
            }
            _ => expr.each_child(&mut |child| self.expression(child)),
        }
    }

    fn native(&mut self, expr: &Expr, call: &NativeCall) {
        expr.each_child(&mut |child| self.expression(child));
        let Some((array, rank)) = indexed_array(call) else { return };
        if self.writer.proved.borrow().contains_key(&key(call)) {
            return;
        }
        let Some(view) = self.views.iter().find(|view| view.shows(array, rank)) else { return };
        let [_, NativeArgument::Index(places), value @ ..] = &call.arguments[..] else { return };
        let Some(places) = places.iter().map(|place| self.bounds(place)).collect::<Option<Vec<_>>>() else { return };
        // What is never within would only keep the others from being known.
        if places.iter().any(|place| place.least.is_some_and(|least| least < 0)) {
            return;
        }
        let (name, places) = (view.name(), places.iter().map(|place| &place.tokens));
        let test = match value {
            [] => quote!(#name.holds([#(#places),*])),
            [NativeArgument::Reference(value)] if is_simple(value) => quote!(#name.takes([#(#places),*])),
            _ => return,
        };
        let question = if self.conditions == 0 { &mut self.always } else { &mut self.sometimes };
        question.add(test, call);
    }

    /// Of the numbers that an iterator gives, where it goes over a range.
    fn range(&self, iterator: &Expr) -> Option<Known> {
        let call = range_of(iterator)?;
        let (start, stop, is_up) = match (&*call.path, values(call).as_slice()) {
            ("range::to", [stop]) => (exact(0), self.bounds(stop)?, true),
            ("range::new", [start, stop, step]) => (self.bounds(start)?, self.bounds(stop)?, constant(step)? > 0),
            _ => return None,
        };
        let (from, to) = (&start.tokens, &stop.tokens);
        Some(match is_up {
            true => Known {
                tokens: quote!(rt::Bounds::up(#from, #to)),
                least: start.least,
                greatest: stop.greatest.and_then(|stop| stop.checked_sub(1)),
            },
            false => Known {
                tokens: quote!(rt::Bounds::down(#from, #to)),
                least: stop.least.and_then(|stop| stop.checked_add(1)),
                greatest: start.greatest,
            },
        })
    }

    /// Of an `int`.
    fn bounds(&self, expr: &Expr) -> Option<Known> {
        if !is_int(&expr.ty) {
            return None;
        }
        match &expr.kind {
            ExprKind::Constant(Constant::Int(number)) => Some(exact(*number)),
            ExprKind::Convert(inner) => self.bounds(inner),
            ExprKind::Local(local) if self.set.contains(local) => self.known.get(local).cloned(),
            ExprKind::Local(local) => {
                let name = self.writer.local(*local);
                Some(Known { tokens: quote!(rt::Bounds::of(#name)), least: None, greatest: None })
            }
            ExprKind::If { then, orelse, .. } => {
                let (then, orelse) = (self.bounds(then)?, self.bounds(orelse)?);
                let (a, b) = (&then.tokens, &orelse.tokens);
                Some(Known {
                    tokens: quote!(#a.or(#b)),
                    least: then.least.zip(orelse.least).map(|(a, b)| a.min(b)),
                    greatest: then.greatest.zip(orelse.greatest).map(|(a, b)| a.max(b)),
                })
            }
            ExprKind::Member { tuple, index } => match &tuple.kind {
                ExprKind::Native(call) if call.path.starts_with("numpy::ndarray::shape_") => self.length(call, *index),
                _ => None,
            },
            ExprKind::Native(call) if &*call.path == "numpy::ndarray::len" => self.length(call, 0),
            ExprKind::Native(call) => self.computed(call),
            _ => None,
        }
    }

    fn computed(&self, call: &NativeCall) -> Option<Known> {
        let operands = values(call);
        let &[left, right] = operands.as_slice() else { return None };
        let (left, divisor) = (self.bounds(left)?, constant(right));
        let right = self.bounds(right)?;
        let (a, b) = (&left.tokens, &right.tokens);
        // What is known already of the result, by a function of what is known of both.
        let fold = |a: Option<i64>, b: Option<i64>, function: fn(i64, i64) -> Option<i64>| {
            a.zip(b).and_then(|(a, b)| function(a, b))
        };
        Some(match &*call.path {
            "int::add" => Known {
                tokens: quote!((#a + #b)),
                least: fold(left.least, right.least, i64::checked_add),
                greatest: fold(left.greatest, right.greatest, i64::checked_add),
            },
            "int::sub" => Known {
                tokens: quote!((#a - #b)),
                least: fold(left.least, right.greatest, i64::checked_sub),
                greatest: fold(left.greatest, right.least, i64::checked_sub),
            },
            "int::mul" => Known { tokens: quote!((#a * #b)), least: None, greatest: None },
            "int::mod" => Known { tokens: quote!(#a.modulo(#b)), least: Some(0), greatest: None },
            "int::floordiv" => {
                let divisor = divisor.filter(|divisor| *divisor > 0)?;
                let number = Literal::i64_unsuffixed(divisor);
                Known {
                    tokens: quote!(#a.quotient(#number)),
                    least: left.least.map(|least| least.div_euclid(divisor)),
                    greatest: left.greatest.map(|greatest| greatest.div_euclid(divisor)),
                }
            }
            _ => return None,
        })
    }

    /// Of the length of an axis of an array that stays what it is.
    fn length(&self, call: &NativeCall, axis: usize) -> Option<Known> {
        let [NativeArgument::Reference(Expr { kind: ExprKind::Local(array), ty: Type::Array(_), .. })] =
            call.arguments.as_slice()
        else {
            return None;
        };
        if self.set.contains(array) || self.writer.waiting.borrow().contains_key(array) {
            return None;
        }
        let (array, axis) = (self.writer.local(*array), Literal::usize_unsuffixed(axis));
        Some(Known {
            tokens: quote!(rt::numpy::ndarray::length_of_axis(&#array, #axis)),
            least: Some(0),
            greatest: None,
        })
    }
}

/// The call that makes the range, where an iterator goes over one.
fn range_of(iterator: &Expr) -> Option<&NativeCall> {
    let ExprKind::Iterate(range) = &iterator.kind else { return None };
    let ExprKind::Native(call) = &range.kind else { return None };
    matches!(&*call.path, "range::to" | "range::new").then_some(call)
}

fn exact(number: i64) -> Known {
    let literal = Literal::i64_unsuffixed(number);
    Known { tokens: quote!(rt::Bounds::of(#literal)), least: Some(number), greatest: Some(number) }
}

fn is_int(ty: &Type) -> bool {
    layout(ty) == Type::Int
}

/// Whether a value may be written twice.
fn is_simple(value: &Expr) -> bool {
    match &value.kind {
        ExprKind::Local(_) | ExprKind::Constant(_) => !matches!(value.ty, Type::Array(..)),
        ExprKind::Convert(inner) => is_simple(inner),
        _ => false,
    }
}

/// The operands of an operator, where all are plain values.
fn values(call: &NativeCall) -> Vec<&Expr> {
    let plain = call.arguments.iter().filter_map(|argument| match argument {
        NativeArgument::Value(value) => Some(value),
        _ => None,
    });
    plain.collect()
}

fn constant(expr: &Expr) -> Option<i64> {
    match &expr.kind {
        ExprKind::Constant(Constant::Int(number)) => Some(*number),
        ExprKind::Convert(inner) => constant(inner),
        _ => None,
    }
}

fn set_in(accesses: &Accesses) -> BTreeSet<LocalId> {
    let set = accesses.list.iter().filter(|access| access.kind == AccessKind::Write);
    set.map(|access| access.local).collect()
}
