//! Counting what fulfils a condition: the counter takes a step or none, without a branch that could be foretold wrongly.

use hotforge_analyzer::ir::{Block, Constant, Expr, ExprKind, LocalId, NativeArgument, StmtKind};
use hotforge_analyzer::types::Type;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::expression::Typing;
use super::function::Writer;
use super::names::runtime_path;
use super::regions::{AccessKind, Accesses};

impl Writer<'_> {
    /// `if test: count += 1` within a loop.
    pub fn counted(&self, test: &Expr, then: &Block, orelse: &Block) -> Option<TokenStream> {
        let ([stmt], []) = (then.as_slice(), orelse.as_slice()) else { return None };
        let StmtKind::Assign { target, value } = &stmt.kind else { return None };
        let (path, step) = step(*target, value)?;
        // A debugger stops at the line of the step only where the condition holds.
        if !self.is_in_loop() || self.context.options.keeps_variables || sets(test, *target) {
            return None;
        }
        let (name, path, step) = (self.local(*target), runtime_path(path), Literal::i64_unsuffixed(step));
        let test = self.value(test, Typing::Known);
        let counted = self.fallible(quote!(#path(#name, if #test { #step } else { 0 })), value.span);
        let marker = self.context.marker(stmt.span);
        Some(quote!(#marker #name = #counted;))
    }
}

/// The operator and the step, where a value is that of an `int` variable and a number more or less.
fn step(counter: LocalId, value: &Expr) -> Option<(&str, i64)> {
    let ExprKind::Native(call) = &value.kind else { return None };
    let [NativeArgument::Value(left), NativeArgument::Value(right)] = call.arguments.as_slice() else { return None };
    let is_counter = left.kind == ExprKind::Local(counter) && value.ty == Type::Int;
    match right.kind {
        ExprKind::Constant(Constant::Int(step)) if is_counter && matches!(&*call.path, "int::add" | "int::sub") => {
            Some((&call.path, step))
        }
        _ => None,
    }
}

/// Whether a condition sets the variable.
fn sets(test: &Expr, local: LocalId) -> bool {
    let accesses = Accesses::of_expression(test);
    accesses.list.iter().any(|access| access.local == local && access.kind == AccessKind::Write)
}
